//! `abide anonymize text`, `abide anonymize call`, `abide pseudonymize`, and every command of their manual.

use std::path::Path;

use super::{abide_in, root};

const LETTER: &str = "Dear Sir,\n\nmy email is anna.bauer@gmx.de and my credit card number is 4111 1111 1111 1111.\n\nAgain: anna.bauer@gmx.de\n";
const CALL: &str = r#"{"vcon": "0.4.0", "uuid": "11111111-2222-4333-8444-555555555555", "created_at": "2026-03-01T10:00:00Z",
 "parties": [{"name": "Olivia Flores", "tel": "+14155550123"}],
 "dialog": [{"type": "recording", "start": "2026-03-01T10:00:00Z", "parties": [0], "mediatype": "audio/x-wav", "url": "https://example.org/1.wav", "content_hash": "sha512-x"}],
 "analysis": [{"type": "transcript", "dialog": 0, "vendor": "x", "encoding": "none", "body": [{"speaker": "Customer", "message": "Hello, Olivia here."}]}]}"#;
const VTT: &str =
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Olivia Flores>My email is olivia@gmx.de.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("letter.txt", LETTER.as_bytes());
    write("call.vcon.json", CALL.as_bytes());
    write("call.vtt", VTT.as_bytes());
    write("key.bin", &[7; 32]);
    let plan = std::fs::read(root().join("examples/contact-centre/anonymize.toml")).unwrap();
    write("anonymize.toml", &plan);
    folder
}

fn text(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn a_text_loses_what_was_found() {
    let folder = folder();
    let run =
        abide_in(folder.path(), &["anonymize", "text", "letter.txt", "out.txt", "--report"], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    let new = text(folder.path(), "out.txt");
    assert!(!new.contains("anna") && !new.contains("4111 1111 1111 1111"), "{new}");
    assert_eq!(new.matches("@example.").count(), 2, "{new}");
    assert!(run.err.contains("EMAIL         surrogate             2"), "{}", run.err);
    let other = abide_in(folder.path(), &["anonymize", "text", "letter.txt", "-"], b"");
    assert_ne!(other.out, new, "values are drawn anew");
}

#[test]
fn what_is_typed_goes_before_the_plan() {
    let folder = folder();
    let args =
        ["anonymize", "text", "-", "-", "--plan", "anonymize.toml", "--operator", "email=remove"];
    let run = abide_in(folder.path(), &args, LETTER.as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out.contains("email is [EMAIL]") && run.out.contains("is ****1111."),
        "{}",
        run.out
    );
}

#[test]
fn a_preview_writes_and_shows_nothing_unless_asked() {
    let folder = folder();
    let run = abide_in(folder.path(), &["anonymize", "text", "letter.txt", "--preview"], b"");
    assert!(run.code == 0 && !run.out.contains("anna") && run.out.contains("CARD"), "{}", run.out);
    let run =
        abide_in(folder.path(), &["anonymize", "text", "letter.txt", "--preview", "--show"], b"");
    assert!(run.out.contains("3: EMAIL surrogate: \"anna.bauer@gmx.de\" becomes "), "{}", run.out);
    let run = abide_in(folder.path(), &["anonymize", "call", "call.vcon.json", "--preview"], b"");
    assert!(
        run.code == 0 && run.out.contains("PERSON") && !run.out.contains("Olivia"),
        "{}",
        run.out
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 5);
}

#[test]
fn a_call_becomes_a_redacted_copy() {
    let folder = folder();
    let run = abide_in(folder.path(), &["anonymize", "call", "call.vcon.json", "out.json"], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("left out: 1 recordings"), "{}", run.err);
    let new: serde_json::Value = serde_json::from_str(&text(folder.path(), "out.json")).unwrap();
    assert_eq!(new["redacted"]["uuid"], "11111111-2222-4333-8444-555555555555");
    assert!(!new.to_string().contains("Olivia") && new["dialog"][0].get("url").is_none());
    let args = ["anonymize", "call", "call.vcon.json", "kept.json", "--keep-recordings"];
    let run = abide_in(folder.path(), &args, b"");
    assert!(run.err.contains("voices identify people"), "{}", run.err);
    assert!(text(folder.path(), "kept.json").contains("https://example.org/1.wav"));
}

#[test]
fn wrong_use_is_told_and_nothing_is_written() {
    let folder = folder();
    std::fs::write(
        folder.path().join("bad.toml"),
        "[operators]\nCARD = \"burn\"\nNAME = \"keep\"\n",
    )
    .unwrap();
    std::fs::write(folder.path().join("latin.txt"), b"anna@example.org gr\xfcn").unwrap();
    std::fs::write(folder.path().join("short.bin"), b"123").unwrap();
    for (args, said) in [
        (
            &["anonymize", "text", "letter.txt", "out", "--plan", "bad.toml"][..],
            "bad.toml:2: no operator `burn`",
        ),
        (
            &["anonymize", "text", "letter.txt", "out", "--plan", "bad.toml"],
            "bad.toml:3: no kind `NAME`",
        ),
        (
            &["anonymize", "text", "letter.txt", "out", "--operator", "BIC=surrogate"],
            "does not fit BIC",
        ),
        (&["anonymize", "text", "latin.txt", "out"], "is not UTF-8 at byte 19"),
        (&["anonymize", "text", "none.txt", "out"], "cannot open `none.txt`"),
        (&["anonymize", "text", "letter.txt"], "required"),
        (&["anonymize", "text", "letter.txt", "out", "--show"], "cannot be used with '--show'"),
        (&["anonymize", "call", "letter.txt", "out"], "use `abide anonymize text`"),
        (
            &["pseudonymize", "text", "letter.txt", "out", "--key", "short.bin"],
            "the key has 3 bytes",
        ),
    ] {
        let run = abide_in(folder.path(), args, b"");
        assert_eq!(run.code, 2, "{args:?}: {}", run.err);
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
        assert!(!folder.path().join("out").exists(), "{args:?}");
        assert!(!run.err.contains("anna"), "{}", run.err);
    }
    let left = std::fs::read_dir(folder.path())
        .unwrap()
        .filter(|f| f.as_ref().unwrap().file_name().to_string_lossy().starts_with(".abide"));
    assert_eq!(left.count(), 0, "a temporary file stays behind");
}

#[test]
fn tokens_are_the_same_in_every_document() {
    let folder = folder();
    let args = ["pseudonymize", "text", "-", "-", "--key", "key.bin"];
    let one = abide_in(folder.path(), &args, b"My email is anna@gmx.de.");
    let two = abide_in(folder.path(), &args, b"Mail: ANNA@gmx.de!");
    let token = |text: &str| text[text.find("EMAIL-").unwrap()..][..22].to_owned();
    assert_eq!(token(&one.out), token(&two.out));
    assert!(one.err.contains("still personal data"), "{}", one.err);
}

#[test]
fn every_command_of_the_manual_runs() {
    let folder = folder();
    let manual = std::fs::read_to_string(root().join("docs/anonymize-text.md")).unwrap();
    let mut count = 0;
    for block in manual.split("```sh\n").skip(1).map(|b| b.split("```").next().unwrap()) {
        for line in block.lines() {
            let args: Vec<&str> = line.strip_prefix("abide ").unwrap().split_whitespace().collect();
            let run = abide_in(folder.path(), &args, b"");
            assert_eq!(run.code, 0, "{line}: {}", run.err);
            count += 1;
        }
    }
    assert!(count >= 7);
    let plan = manual.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    assert!(text(folder.path(), "anonymize.toml").ends_with(plan), "the manual shows another plan");
}
