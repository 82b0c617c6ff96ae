use super::*;

/// A key with its frequencies off by shares, its columns louder by some dB, for some milliseconds at an amplitude.
struct Press {
    key: char,
    off: (f64, f64),
    twist: f64,
    millis: u64,
    level: f64,
}

const PLAIN: Press = Press { key: '5', off: (0.0, 0.0), twist: 0.0, millis: 60, level: 0.2 };

fn frequencies(key: char) -> (f64, f64) {
    let at = KEYS.iter().flatten().position(|k| *k == key).unwrap();
    (FREQUENCIES[at / 4], FREQUENCIES[4 + at % 4])
}

/// Noise between -1 and 1, the same each time.
fn noise(state: &mut u64) -> f64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 40) as f64 / f64::from(1 << 23) - 1.0
}

/// A press between two silences, over noise.
fn sound(press: &Press, rate: u32, loud: f64) -> Vec<f64> {
    let (low, high) = frequencies(press.key);
    let (low, high) = (low * (1.0 + press.off.0), high * (1.0 + press.off.1));
    let louder = 10_f64.powf(press.twist / 20.0);
    let length = press.millis * u64::from(rate) / 1000;
    // Not at the beginning of a step.
    let start = u64::from(rate) / 10 + 17;
    let mut state = 1;
    let frames = 0..start + length + u64::from(rate) / 10;
    frames
        .map(|n| {
            let t = n as f64 / f64::from(rate);
            let tone = (TAU * low * t).sin() + louder * (TAU * high * t).sin();
            let on = (start..start + length).contains(&n);
            f64::from(u8::from(on)) * tone * press.level + loud * noise(&mut state)
        })
        .collect()
}

fn heard(sound: &[f64], rate: u32) -> Vec<Tone> {
    let mut dtmf = Dtmf::new(rate);
    sound.iter().for_each(|s| dtmf.push(*s));
    dtmf.finish()
}

fn keys(press: &Press, rate: u32, loud: f64) -> String {
    heard(&sound(press, rate, loud), rate).iter().map(|t| t.key).collect()
}

#[test]
fn every_key_is_heard_at_every_rate_and_tolerance() {
    for key in KEYS.into_iter().flatten() {
        for rate in [8_000, 11_025, 48_000] {
            for off in [(0.0, 0.0), (0.015, -0.015), (-0.015, 0.015), (0.015, 0.015)] {
                for twist in [-8.0, 0.0, 4.0] {
                    for millis in [40, 55, 200] {
                        let press = Press { key, off, twist, millis, level: 0.1 };
                        let want = key.to_string();
                        // Noise 15 dB below the tones.
                        let loud = 0.1 * 2_f64.sqrt() * 0.178;
                        let got = keys(&press, rate, loud);
                        assert_eq!(got, want, "{key} {rate} {off:?} {twist} {millis}");
                    }
                }
            }
        }
    }
}

#[test]
fn where_it_was_heard() {
    for rate in [8_000, 44_100] {
        let heard = heard(&sound(&PLAIN, rate, 0.0), rate);
        let (start, end) = (u64::from(rate) / 10 + 17, u64::from(rate) * 160 / 1000 + 17);
        let step = u64::from(rate / STEPS);
        let frames = &heard[0].frames;
        assert!(frames.start <= start && start - frames.start <= 6 * step, "{frames:?} {start}");
        assert!(frames.end + 2 * step >= end && frames.end <= end + 4 * step, "{frames:?} {end}");
    }
}

#[test]
fn what_is_no_key_is_not_heard() {
    let cases = [
        ("rows off by 3.5 %", Press { off: (0.035, 0.0), ..PLAIN }),
        ("columns off by 3.5 %", Press { off: (0.0, -0.035), ..PLAIN }),
        ("both", Press { off: (-0.035, 0.035), ..PLAIN }),
        ("short", Press { millis: 20, ..PLAIN }),
        ("one tone", Press { twist: -60.0, ..PLAIN }),
        ("too much twist", Press { twist: 9.0, ..PLAIN }),
        ("too much reverse twist", Press { twist: -14.0, ..PLAIN }),
        ("faint", Press { level: 0.001, ..PLAIN }),
    ];
    for (name, press) in cases {
        for key in KEYS.into_iter().flatten() {
            for rate in [8_000, 44_100] {
                let press = Press { key, ..Press { ..press } };
                assert_eq!(keys(&press, rate, 0.0), "", "{name} {key} {rate}");
            }
        }
    }
    let mut state = 7;
    let hiss: Vec<f64> = (0..80_000).map(|_| noise(&mut state) * 0.5).collect();
    assert_eq!(heard(&hiss, 8_000), []);
    assert_eq!(heard(&[f64::NAN, f64::INFINITY, 1e300].repeat(8_000), 8_000), []);
}

#[test]
fn a_number_that_is_dialled() {
    let rate = 8_000;
    let dialled: Vec<f64> = "0171*55512#"
        .chars()
        .flat_map(|key| {
            let (low, high) = frequencies(key);
            (0..720).map(move |n| {
                let t = f64::from(n) / f64::from(rate);
                // 50 ms of tone, 40 ms of silence.
                let tone = (TAU * low * t).sin() + (TAU * high * t).sin();
                if n < 400 { tone * 0.3 } else { 0.0 }
            })
        })
        .collect();
    let heard: String = heard(&dialled, rate).iter().map(|t| t.key).collect();
    assert_eq!(heard, "0171*55512#");
}

#[test]
fn speech_has_no_keys() {
    let Some(folder) = abide_tests::corpus("calls") else { return };
    #[expect(clippy::disallowed_methods, reason = "a test reads the corpus")]
    for path in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if path.extension().is_some_and(|e| e == "mp3") {
            let mut file = std::io::Cursor::new(std::fs::read(&path).unwrap());
            let survey = crate::sound::survey(&mut file, &mut (), &mut |_| ()).unwrap();
            assert!(survey.keys.is_empty(), "{}: {:?}", path.display(), survey.keys);
        }
    }
}
