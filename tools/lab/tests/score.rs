//! The scorer as a judge of other programs, and the comparison (`benches/compare`) that uses it.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of tests write files and may fail"
)]

use std::path::Path;
use std::process::{Command, Output};

/// Three places: one found with its label, one with another label, one not at all.
const LABELLED: &str = r#"{"text": "Grüße von Jürgen, 192.0.2.7", "spans": [{"start": 10, "end": 16, "label": "PERSON"}, {"start": 18, "end": 27, "label": "IP"}]}
{"text": "mail to anna@example.org", "spans": [{"start": 8, "end": 24, "label": "EMAIL"}]}
"#;
const FOUND: &str = r#"{"findings": [{"start": 10, "end": 13, "type": "PERSON", "score": 0.5}, {"start": 18, "end": 27, "type": "PHONE"}]}
{"findings": []}
"#;

fn score(folder: &Path, found: &str, more: &[&str]) -> Output {
    let (labelled, predictions) = (folder.join("tiny_en.jsonl"), folder.join("found.jsonl"));
    std::fs::write(&labelled, LABELLED).unwrap();
    std::fs::write(&predictions, found).unwrap();
    Command::new(env!("CARGO_BIN_EXE_score"))
        .arg(labelled)
        .arg("--predictions")
        .arg(predictions)
        .args(more)
        .output()
        .unwrap()
}

/// The numbers of the line that begins so.
fn line<'a>(out: &'a str, label: &str) -> Vec<&'a str> {
    let of = |line: &'a str| line.split_whitespace().collect::<Vec<_>>();
    out.lines().map(of).find(|fields| fields.first() == Some(&label)).unwrap_or_default()
}

#[test]
fn findings_of_another_program_are_judged() {
    let folder = tempfile::tempdir().unwrap();
    let done = score(folder.path(), FOUND, &[]);
    let out = String::from_utf8(done.stdout).unwrap();
    // Gold, found, exact, lenient, any.
    let all =
        ["ALL", "3", "2", "0.000", "0.000", "0.000", "0.500", "0.333", "0.400", "1.000", "0.667"];
    assert_eq!(line(&out, "ALL"), all, "{out}");
    assert_eq!(line(&out, "PERSON")[6..9], ["1.000", "1.000", "1.000"]);

    let done = score(folder.path(), FOUND, &["--only", "IP,PHONE"]);
    let out = String::from_utf8(done.stdout).unwrap();
    assert_eq!(line(&out, "ALL")[1..3], ["1", "1"], "{out}");
}

#[test]
fn each_text_needs_its_findings() {
    let folder = tempfile::tempdir().unwrap();
    let done = score(folder.path(), "{\"findings\": []}\n", &[]);
    assert!(!done.status.success());
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(told.contains("1 lines of findings for 2 texts"), "{told}");
}

#[test]
fn the_comparison_runs_with_abide_alone() {
    let bins = Path::new(env!("CARGO_BIN_EXE_score")).parent().unwrap();
    let has_python = Command::new("python3").arg("--version").output().is_ok();
    if !has_python || !bins.join("abide").is_file() {
        eprintln!("SKIPPED: the comparison, for want of python3 or of `abide` beside `score`");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let labelled = folder.path().join("tiny_en.jsonl");
    std::fs::write(&labelled, LABELLED).unwrap();
    let done = Command::new("python3")
        .arg("-B")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/compare/compare.py"))
        .args(["--tools", "abide", "--parts", "quality", "--bins"])
        .arg(bins)
        .arg("--sets")
        .arg(labelled)
        .env("CARGO_TARGET_DIR", folder.path())
        .output()
        .unwrap();
    let (out, told) =
        (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{told}");
    assert!(out.contains("tiny_en: 2 texts, 3 labels of 3 kinds"), "{out}");
    assert!(out.contains("| EMAIL | 1.000 |") && out.contains("| IP | 1.000 |"), "{out}");
}
