//! Files that would need much memory if they were read whole. Each test is a process of its own under nextest, which is what
//! makes its greatest use of memory its own.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking and makes its files"
)]

use std::fs::File;
use std::io::{BufWriter, Write};

use abide_detect::Finder;
use abide_scan::{Event, Limits, Scanner};

/// What a scan may need, in kilobytes.
const MOST: u64 = 100_000;

/// Scans a file that is written line by line; what is found, and the greatest use of memory in kilobytes.
fn scanned(name: &str, write: impl FnOnce(&mut dyn Write)) -> (Vec<String>, u64) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let mut file = BufWriter::new(File::create(&path).unwrap());
    write(&mut file);
    file.into_inner().unwrap();
    let mut found = Vec::new();
    Scanner::new(Finder::default(), Limits::default(), 2).scan(&[path], |event| {
        match event {
            Event::Hit(_, hit) if hit.text.contains('@') => found.push(hit.text.to_string()),
            Event::Failed(_, error) => found.push(error.to_string()),
            _ => {}
        }
        true
    });
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    (found, peak.trim_end_matches("kB").trim().parse().unwrap())
}

#[test]
fn a_message_with_a_large_picture() {
    let (found, peak) = scanned("a.eml", |file| {
        let head =
            "From: Anna <anna@example.org>\nContent-Type: multipart/mixed; boundary=q\n\n--q\n";
        let picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n";
        write!(file, "{head}{picture}").unwrap();
        for _ in 0..60_000_000 / 77 {
            writeln!(file, "{}", "QUJDR".repeat(15)).unwrap();
        }
        write!(file, "--q\n\nan bert@example.org\n--q--\n").unwrap();
    });
    assert!(found.contains(&"anna@example.org".to_owned()), "{found:?}");
    assert!(found.contains(&"bert@example.org".to_owned()) && peak < MOST, "{peak} kB {found:?}");
}

#[test]
fn a_message_with_a_long_text() {
    let (found, peak) = scanned("a.eml", |file| {
        write!(file, "From: Anna <anna@example.org>\n\n").unwrap();
        for n in 0..15_000_000 / 64 {
            writeln!(file, "Dear Bert, your number is {n} and my day is the third, bye.").unwrap();
        }
        writeln!(file, "bert@example.org").unwrap();
    });
    assert!(found.contains(&"bert@example.org".to_owned()) && peak < MOST, "{peak} kB {found:?}");
}

#[test]
fn a_call_with_sound() {
    let (found, peak) = scanned("a.vcon.json", |file| {
        let head = r#"{"vcon":"0.0.1","uuid":"u","parties":[{"mailto":"anna@example.org"}],"dialog":[{"type":"recording","#;
        let sound = r#""start":"2026-11-26T10:00:00Z","mediatype":"audio/wav","encoding":"base64url","body":""#;
        write!(file, "{head}{sound}").unwrap();
        for _ in 0..31_000_000 / 80 {
            write!(file, "{}", "QUJDR".repeat(16)).unwrap();
        }
        write!(file, r#""}}],"analysis":[{{"type":"note","dialog":0,"encoding":"none","body":"bert@example.org"}}]}}"#).unwrap();
    });
    assert!(found.contains(&"bert@example.org".to_owned()) && peak < MOST, "{peak} kB {found:?}");
}

#[test]
fn a_call_of_many_turns() {
    let (found, peak) = scanned("a.json", |file| {
        write!(file, r#"[{{"speaker":"Anna","message":"I am anna@example.org"}}"#).unwrap();
        for n in 0..10_000_000 / 60 {
            write!(file, ",\n{{\"speaker\":\"Bert\",\"message\":\"this is word {n} of many\"}}")
                .unwrap();
        }
        write!(file, "]").unwrap();
    });
    assert!(found.contains(&"anna@example.org".to_owned()) && peak < MOST, "{peak} kB {found:?}");
}
