//! Opus: pages and packets that are not what they say. Against another decoder: `tests/it/opus.rs`.

use symphonia::core::checksum::Crc32;
use symphonia::core::io::Monitor;

use super::*;

/// Where each page begins.
fn pages(bytes: &[u8]) -> Vec<usize> {
    let mut starts = vec![0];
    while let Some(segments) = bytes.get(starts[starts.len() - 1] + 26) {
        let lengths = starts[starts.len() - 1] + 27;
        let body = lengths + usize::from(*segments);
        let length: usize = bytes[lengths..body].iter().map(|l| usize::from(*l)).sum();
        starts.push(body + length);
    }
    starts
}

/// With numbers that follow one another and the right checksums.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    for (number, page) in pages(&bytes).windows(2).enumerate() {
        let page = &mut bytes[page[0]..page[1]];
        page[18..22].copy_from_slice(&(number as u32).to_le_bytes());
        page[22..26].fill(0);
        let mut crc = Crc32::new(0);
        crc.process_buf_bytes(page);
        page[22..26].copy_from_slice(&crc.crc().to_le_bytes());
    }
    bytes
}

/// Without one page.
fn without(page: usize) -> Vec<u8> {
    let starts = pages(OPUS);
    [&OPUS[..starts[page]], &OPUS[starts[page + 1]..]].concat()
}

/// With one byte of a page changed, and the checksum with it.
fn changed(page: usize, at: usize, byte: u8) -> Vec<u8> {
    let mut bytes = OPUS.to_vec();
    bytes[pages(OPUS)[page] + at] = byte;
    sealed(bytes)
}

fn refused(bytes: &[u8]) -> String {
    surveyed(bytes).unwrap_err().to_string()
}

#[test]
fn sealing_changes_nothing_of_a_sound_file() {
    assert!(sealed(OPUS.to_vec()) == OPUS);
    assert!(pages(OPUS).len() > 10, "{:?}", pages(OPUS));
}

#[test]
fn what_was_lost_is_told_with_its_second() {
    let mut damaged = OPUS.to_vec();
    damaged[pages(OPUS)[8] + 100] ^= 1;
    let last = pages(OPUS).len() - 2;
    let cases = [
        (without(8), "a page of Ogg is missing at 0.6 s: fetch the whole file again"),
        (damaged, "a damaged page of Ogg at 0.6 s: fetch the whole file again"),
        (sealed(without(8)), "opus: packets are missing, or there twice) at 0.7 s"),
        (sealed(without(last - 1)), "not as long as its last page says at 1."),
        (without(last), "cut off: an Ogg file without its last page at 1."),
        ([OPUS, OPUS].concat(), "a second recording at 1.5 s"),
        ([OPUS, b"TAG"].concat(), "something that is no sound behind the last page at 1.5 s"),
        (changed(5, 14, 0xaa), "several streams in one Ogg file"),
        (changed(0, 28 + 18, 255), "Opus of 2 channels in mapping family 255 at 0.0 s: convert"),
        (changed(0, 28 + 9, 6), "Opus of 6 channels in mapping family 0"),
    ];
    for (bytes, want) in cases {
        let error = refused(&bytes);
        assert!(error.contains(want), "{want}: {error}");
    }
}

/// The head asks for 6.02 dB more: twice as loud.
#[test]
fn the_gain_of_the_head_counts() {
    let mut bytes = changed(0, 28 + 16, 5);
    bytes[28 + 17] = 6;
    let ((_, quiet), (_, loud)) = (samples(OPUS), samples(&sealed(bytes)));
    let off = |(quiet, loud): (&f64, &f64)| ((quiet * 2.0).clamp(-1.0, 1.0) - loud).abs();
    let most = quiet.iter().zip(&loud).map(off).fold(0.0, f64::max);
    assert!(most < 0.001, "{most}");
}

/// A packet of nothing but its first byte stands for silence that was not sent.
#[test]
fn what_was_not_sent_is_silence() {
    let starts = pages(OPUS);
    let mut bytes = OPUS[..starts[2]].to_vec();
    for (number, page) in starts.windows(2).enumerate().skip(2) {
        let page = &OPUS[page[0]..page[1]];
        let lengths = &page[27..27 + usize::from(page[26])];
        let packets = lengths.iter().filter(|l| **l < 255).count();
        bytes.extend(&page[..26]);
        bytes.push(packets as u8);
        bytes.extend(vec![1; packets]);
        bytes.extend(vec![page[27 + lengths.len()]; packets]);
        assert!(number < 200);
    }
    let (shape, sound) = samples(&sealed(bytes));
    assert_eq!((shape.rate, sound.len()), (48_000, 2 * 72_000));
    assert!(sound.iter().all(|s| s.abs() < 0.001));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Packets are damaged, and no checksum tells: an error or sound, never a panic.
    #[test]
    fn damage_within_packets_is_survived(
        changes in proptest::collection::vec((0_usize..14_000, any::<u8>()), 1..40),
    ) {
        let mut bytes = OPUS.to_vec();
        let starts = pages(OPUS);
        let bodies: Vec<usize> = starts.windows(2).skip(2).flat_map(|p| {
            p[0] + 27 + usize::from(OPUS[p[0] + 26])..p[1]
        }).collect();
        for (at, byte) in changes {
            bytes[bodies[at % bodies.len()]] = byte;
        }
        if let Ok(survey) = surveyed(&sealed(bytes)) {
            prop_assert!(survey.frames < 500_000, "{}", survey.frames);
        }
    }
}
