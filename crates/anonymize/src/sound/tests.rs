use std::f64::consts::TAU;
use std::io::Cursor;

use abide_detect::Kind;
use proptest::prelude::*;

use super::*;

mod hostile;
mod opus;

const FLAC: &[u8] = include_bytes!("../../tests/sound/keys.flac");
const OGG: &[u8] = include_bytes!("../../tests/sound/keys.ogg");
const OPUS: &[u8] = include_bytes!("../../tests/sound/keys.opus");
const MP3: &[u8] = include_bytes!("../../tests/sound/keys.mp3");
const PLAIN_MP3: &[u8] = include_bytes!("../../tests/sound/plain.mp3");
const RATE: u32 = 8_000;
const STEREO: Shape = Shape { rate: RATE, channels: 2, depth: Depth::Int16 };

/// What the files in `tests/sound` were made of.
fn signal() -> Vec<f64> {
    let moment = |n: u32| {
        let t = f64::from(n) / f64::from(RATE);
        let tones = 0.3 * ((TAU * 770.0 * t).sin() + (TAU * 1336.0 * t).sin());
        let left = if (4_000..5_600).contains(&n) { tones } else { 0.0 };
        [left, 0.5 * (TAU * 200.0 * t).sin()].map(|s| (s * 32_767.0).round() / 32_768.0)
    };
    (0..12_000).flat_map(moment).collect()
}

fn wav_of(shape: &Shape, samples: &[f64]) -> Vec<u8> {
    let frames = (samples.len() / shape.channels) as u64;
    let (mut out, mut bytes) = (wav::head(shape, frames).unwrap(), Vec::new());
    wav::encode(samples, shape.depth, &mut bytes);
    out.extend(bytes);
    out.extend(wav::tail(shape, frames));
    out
}

fn samples(bytes: &[u8]) -> (Shape, Vec<f64>) {
    let mut source = Cursor::new(bytes);
    let mut recording = Recording::open(&mut source).unwrap();
    let (mut all, mut block) = (Vec::new(), Vec::new());
    while recording.next(&mut block).unwrap() {
        all.extend_from_slice(&block);
    }
    (recording.shape(), all)
}

fn surveyed(bytes: &[u8]) -> Result<Survey, SoundError> {
    survey(&mut Cursor::new(bytes), &mut (), &mut |_| ())
}

fn redacted(bytes: &[u8], stretches: &[Stretch], filling: Filling) -> Vec<u8> {
    let survey = surveyed(bytes).unwrap();
    let spans = Spans::new(survey.shape.channels, stretches);
    let mut out = Vec::new();
    redact(&mut Cursor::new(bytes), &survey, &spans, filling, &mut out, &mut |_| ()).unwrap();
    out
}

fn said(times: std::ops::Range<u64>, channel: Option<usize>) -> Stretch {
    Stretch { times, channel, why: Why::Said(Kind::Person) }
}

/// How alike two sounds are when one is moved by some frames: 1 if they are the same but for loudness.
fn likeness(a: &[f64], b: &[f64]) -> f64 {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}

#[test]
fn every_format_is_read() {
    let want = signal();
    let (shape, got) = samples(FLAC);
    assert_eq!(shape, STEREO);
    assert!(got == want, "FLAC keeps every bit");
    let (shape, got) = samples(OGG);
    assert_eq!((shape, got.len()), (STEREO, want.len()));
    assert!(likeness(&got, &want) > 0.99, "{}", likeness(&got, &want));
    let (shape, got) = samples(OPUS);
    assert_eq!((shape.rate, got.len()), (48_000, 6 * want.len()), "whatever the source had");
    let sixth: Vec<f64> = got.chunks_exact(2).step_by(6).flatten().copied().collect();
    assert!(likeness(&sixth, &want) > 0.99, "{}", likeness(&sixth, &want));
    let (shape, got) = samples(MP3);
    assert_eq!((shape, got.len()), (STEREO, want.len()), "what the encoder added is trimmed");
    assert!(likeness(&got, &want) > 0.99, "{}", likeness(&got, &want));
    let (_, got) = samples(PLAIN_MP3);
    assert!(got.len() >= want.len() && got.len() < want.len() + 2 * 4_000);
    for depth in [Depth::Int16, Depth::Int24, Depth::Int32, Depth::Float32, Depth::Float64] {
        let shape = Shape { depth, ..STEREO };
        let (read, got) = samples(&wav_of(&shape, &want));
        assert_eq!(read, shape);
        assert!(got == want, "{depth:?}");
    }
}

#[test]
fn keys_go_from_all_channels() {
    for bytes in [FLAC, OGG, MP3, OPUS] {
        let survey = surveyed(bytes).unwrap();
        let second = 2 * survey.shape.rate as usize;
        let [keys] = survey.keys.as_slice() else { panic!("{:?}", survey.keys) };
        let millis = |frame: u64| frame * 1000 / u64::from(survey.shape.rate);
        let off = (millis(keys.start).abs_diff(500), millis(keys.end).abs_diff(700));
        assert!(off.0 < 25 && off.1 < 25, "{keys:?}");
        let new = redacted(bytes, &survey.stretches(), Filling::Silence);
        let (_, got) = samples(&new);
        assert!(got[..second].iter().all(|s| *s == 0.0), "one second in both channels");
        let (_, old) = samples(bytes);
        let rounded = |s: &f64| (s * 32_768.0).round() / 32_768.0;
        assert!(
            got[second..].iter().eq(old[second..].iter().map(rounded).collect::<Vec<_>>().iter())
        );
        assert!(surveyed(&new).unwrap().keys.is_empty());
    }
}

/// What another program reads in the files that are written here.
#[test]
fn another_reader_reads_the_same() {
    let signal = signal();
    for depth in [Depth::Int16, Depth::Int24, Depth::Int32, Depth::Float32] {
        for channels in [1, 2, 3, 8] {
            let shape = Shape { depth, channels, rate: 44_100 };
            let bytes = wav_of(&shape, &signal);
            let mut reader = hound::WavReader::new(Cursor::new(&bytes)).unwrap();
            let spec = reader.spec();
            assert_eq!((spec.sample_rate, usize::from(spec.channels)), (44_100, channels));
            assert_eq!(spec.bits_per_sample, depth.bytes() * 8);
            let got: Vec<f64> = if depth.is_float() {
                reader.samples::<f32>().map(|s| f64::from(s.unwrap())).collect()
            } else {
                let full = 2_f64.powi(i32::from(depth.bytes()) * 8 - 1);
                reader.samples::<i32>().map(|s| f64::from(s.unwrap()) / full).collect()
            };
            assert!(got == signal, "{depth:?} {channels}");
        }
    }
}

#[test]
fn an_odd_length_is_padded() {
    let shape = Shape { rate: RATE, channels: 1, depth: Depth::Int24 };
    let bytes = wav_of(&shape, &[0.5]);
    assert_eq!(bytes.len() % 2, 0);
    assert_eq!(samples(&bytes), (shape, vec![0.5]));
}

#[test]
fn what_is_too_long_for_wav_is_refused() {
    let error = wav::head(&STEREO, 1 << 30).unwrap_err().to_string();
    assert_eq!(error, "longer than a WAV file can be (4 GiB) at 134217.7 s: split it");
}

#[test]
fn spans_are_whole_seconds() {
    let card = |times| Stretch { times, channel: None, why: Why::Said(Kind::Cvv) };
    let backwards = Stretch { why: Why::Keys, ..said(0..0, None) };
    let backwards = Stretch { times: std::ops::Range { start: 9_000, end: 3_000 }, ..backwards };
    let cases = [
        (said(3_400..3_900, Some(0)), (3, 5)),
        (said(3_200..3_700, Some(0)), (2, 4)),
        (said(3_250..3_750, Some(0)), (3, 4)),
        (said(0..0, Some(0)), (0, 1)),
        (backwards, (8, 10)),
        (card(10_000..11_500), (8, 14)),
        (said(u64::MAX..u64::MAX, None), ((u64::MAX - 250) / 1000, u64::MAX.div_ceil(1000))),
    ];
    for (stretch, want) in cases {
        let spans = Spans::new(1, std::slice::from_ref(&stretch));
        let got = spans.of(0).iter().map(|r| (r.start, r.end));
        assert_eq!(got.collect::<Vec<_>>(), [want], "{stretch:?}");
    }
    let many =
        [said(3_400..3_900, Some(1)), said(5_300..5_400, Some(1)), said(1_300..1_400, Some(1))];
    let spans = Spans::new(2, &many);
    assert_eq!((spans.of(0), spans.of(1)), (&[][..], &[1..2, 3..6][..]));
    let elsewhere = Spans::new(2, &[said(3_400..3_900, Some(7))]);
    assert_eq!(elsewhere.of(0), elsewhere.of(1), "a channel that is not there stands for all");
    assert!((spans.seconds(4 * u64::from(RATE), RATE) - 2.0).abs() < 1e-9);
}

#[test]
fn fillings_tell_nothing_of_what_stood_there() {
    let (loud, quiet) = (vec![0.9; 64_000], vec![0.0; 64_000]);
    let stretch = [said(1_300..1_600, Some(1))];
    for filling in [Filling::Silence, Filling::Tone, Filling::Noise(3)] {
        let inside = |samples: &[f64]| -> Vec<f64> {
            let (_, new) = samples_of(&redacted(&wav_of(&STEREO, samples), &stretch, filling));
            new[16_000..32_000].iter().skip(1).step_by(2).copied().collect()
        };
        let (one, two) = (inside(&loud), inside(&quiet));
        assert!(one == two, "{filling:?}");
        let energy = one.iter().map(|s| s * s).sum::<f64>() / one.len() as f64;
        match filling {
            Filling::Silence => assert!(one.iter().all(|s| *s == 0.0)),
            Filling::Tone => assert!((energy - 0.005).abs() < 2e-4, "{energy}"),
            Filling::Noise(_) => assert!((energy - 0.01 / 12.0).abs() < 1e-4, "{energy}"),
        }
        // Up and down inside of the span.
        assert!(one[0].abs() < 0.01 && one[one.len() - 1].abs() < 0.01);
    }
    let noise = |seed| redacted(&wav_of(&STEREO, &quiet), &stretch, Filling::Noise(seed));
    assert!(noise(1) == noise(1) && noise(1) != noise(2));
}

fn samples_of(bytes: &[u8]) -> (Shape, Vec<f64>) {
    samples(bytes)
}

/// Neighbours of white noise have nothing in common.
#[test]
fn noise_is_white() {
    let quiet = vec![0.0; 32_000];
    let stretch = [said(300..3_600, None)];
    let new = redacted(&wav_of(&STEREO, &quiet), &stretch, Filling::Noise(1));
    let (_, noise) = samples(&new);
    for lag in [1, 2, 3, 10, 100] {
        let alike = likeness(&noise[..noise.len() - lag], &noise[lag..]);
        assert!(alike.abs() < 0.03, "{lag}: {alike}");
    }
}

fn depths() -> impl Strategy<Value = Depth> {
    use Depth::{Float32, Float64, Int16, Int24, Int32};
    proptest::sample::select(vec![Int16, Int24, Int32, Float32, Float64])
}

fn stretches() -> impl Strategy<Value = Vec<Stretch>> {
    let one = (0_u64..9_000, 0_u64..900, proptest::option::of(0_usize..3));
    let one = one.prop_map(|(start, length, channel)| said(start..start + length, channel));
    proptest::collection::vec(one, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn outside_of_spans_nothing_changes(
        depth in depths(),
        channels in 1_usize..4,
        frames in 0_usize..32_000,
        filling in proptest::sample::select(vec![Filling::Silence, Filling::Tone, Filling::Noise(9)]),
        stretches in stretches(),
    ) {
        let shape = Shape { rate: 4_000, channels, depth };
        let sample = |n: usize| ((n * n % 65_521) as f64 / 32_768.0 - 0.9).clamp(-1.0, 0.99);
        let source: Vec<f64> = (0..frames * channels).map(sample).collect();
        let (shape, old) = if frames > 0 {
            samples(&wav_of(&shape, &source))
        } else {
            (shape, source)
        };
        let bytes = wav_of(&shape, &old);
        let new = redacted(&bytes, &stretches, filling);
        prop_assert_eq!(new.len(), bytes.len(), "the timeline stays");
        let (read, new) = samples(&new);
        prop_assert!(frames == 0 || read == shape);
        let spans = Spans::new(channels, &stretches);
        for (at, (old, new)) in old.iter().zip(&new).enumerate() {
            let second = (at / channels / 4_000) as u64;
            let inside = spans.of(at % channels).iter().any(|r| r.contains(&second));
            if !inside {
                prop_assert!(old.to_bits() == new.to_bits(), "sample {at}");
            } else if filling == Filling::Silence {
                prop_assert!(*new == 0.0, "sample {at}");
            }
        }
        for stretch in stretches {
            for channel in 0..channels {
                let here = stretch.channel.is_none_or(|c| c == channel || c >= channels);
                let covers = |r: &std::ops::Range<u64>| {
                    r.start * 1000 <= stretch.times.start.saturating_sub(MARGIN)
                        && r.end * 1000 >= stretch.times.end + MARGIN
                };
                prop_assert!(!here || spans.of(channel).iter().any(covers));
            }
        }
    }
}
