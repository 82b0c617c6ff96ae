//! Opus against opusdec, the decoder of those who made the format.
//!
//! Ours computes in whole numbers, as libopus does where it is built for processors without floating point; Debian's opusdec
//! computes in floating point. So they cannot agree in every bit. Over 162 files (mono and stereo, 6 to 160 kbit/s,
//! packets of 2.5 to 60 ms) the difference lay at least 71 dB below the sound; 16 bits themselves are worth 98 dB at full
//! volume, about 77 for this speech.

use std::f64::consts::TAU;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use abide_anonymize::sound::{Depth, Recording, Shape, wav};

/// How far below the sound the difference must lie, in dB.
const BELOW: f64 = 68.0;
const FRAMES: usize = 48_000 * 3;

/// Two channels: a buzz like a voice's that glides and pauses, a chord with noise.
fn sound() -> Vec<f64> {
    let mut noise = 1_u32;
    let moment = |n: usize| {
        let t = n as f64 / 48_000.0;
        let pitch = 120.0 * t + 6.0 * (TAU * 0.7 * t).sin();
        let partial = |k: u32| (TAU * f64::from(k) * pitch).sin() / f64::from(k);
        let loud = (TAU * 1.5 * t).sin().max(0.0);
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let hiss = f64::from(noise >> 8) / f64::from(1 << 24) - 0.5;
        let chord: f64 = [440.0, 554.4, 659.3].iter().map(|f| (TAU * f * t).sin()).sum();
        [0.15 * loud * (1..20).map(partial).sum::<f64>(), 0.1 * chord + 0.03 * hiss]
    };
    (0..FRAMES).flat_map(moment).collect()
}

fn written(path: &Path, samples: &[f64]) {
    let shape = Shape { rate: 48_000, channels: 2, depth: Depth::Int16 };
    let mut bytes = Vec::new();
    wav::encode(samples, shape.depth, &mut bytes);
    let head = wav::head(&shape, FRAMES as u64).unwrap();
    std::fs::write(path, [head, bytes].concat()).unwrap();
}

fn ours(path: &Path) -> Vec<f64> {
    let mut source = Cursor::new(std::fs::read(path).unwrap());
    let mut recording = Recording::open(&mut source).unwrap();
    let (mut all, mut block) = (Vec::new(), Vec::new());
    while recording.next(&mut block).unwrap() {
        all.extend_from_slice(&block);
    }
    all
}

fn ran(program: &str, args: &[&str], from: &Path, to: &Path) -> bool {
    let run = Command::new(program).arg("--quiet").args(args).args([from, to]).output();
    run.is_ok_and(|run| run.status.success())
}

/// How far the difference lies below the sound, in dB.
fn below(ours: &[f64], theirs: &[f64]) -> f64 {
    let power = |all: &mut dyn Iterator<Item = f64>| all.map(|s| s * s).sum::<f64>();
    let difference = power(&mut ours.iter().zip(theirs).map(|(a, b)| a - b));
    10.0 * (power(&mut theirs.iter().copied()) / difference).log10()
}

#[test]
fn another_decoder_hears_the_same() {
    if Command::new("opusenc").arg("--version").output().is_err() {
        eprintln!("SKIPPED: no opusenc (apt-get install opus-tools)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let [source, packed, theirs] =
        ["a.wav", "a.opus", "b.wav"].map(|name| folder.path().join(name));
    written(&source, &sound());
    let cases: [&[&str]; 8] = [
        &["--speech", "--bitrate", "8", "--downmix-mono"],
        &["--speech", "--bitrate", "12", "--framesize", "60"],
        &["--speech", "--bitrate", "24", "--downmix-mono", "--framesize", "40"],
        &["--speech", "--bitrate", "32", "--hard-cbr"],
        &["--speech", "--bitrate", "20", "--set-ctl-int", "4016=1"],
        &["--music", "--bitrate", "64", "--framesize", "2.5"],
        &["--music", "--bitrate", "96"],
        &["--music", "--bitrate", "256", "--framesize", "60", "--max-delay", "60"],
    ];
    for case in cases {
        assert!(ran("opusenc", case, &source, &packed), "{case:?}");
        let decode = ["--force-wav", "--no-dither", "--rate", "48000"];
        assert!(ran("opusdec", &decode, &packed, &theirs), "{case:?}");
        let (ours, theirs) = (ours(&packed), ours(&theirs));
        assert_eq!(ours.len(), theirs.len(), "{case:?}");
        let below = below(&ours, &theirs);
        eprintln!("{case:?}: {below:.1} dB below");
        assert!(below > BELOW, "{case:?}: {below:.1} dB below");
    }
}
