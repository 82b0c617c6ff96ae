//! `abide scan` on files of every format, and on what is no file at all.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::{abide_in, root};

/// A folder with files of several formats; the address in each is `anna@example.org`.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    write("a.txt", "grün\nan anna@example.org.\n".as_bytes());
    write("b/table.csv", b"id;e_mail\r\n1;\"anna@example.org\"\r\n");
    write("b/x.json", br#"{"list":[{"mail":"\u00fc anna@example.org"}]}"#);
    write("c.bin", b"anna@example.org\0");
    write("d.eml", b"From: Anna <anna@example.org>\r\nSubject: x\r\n\r\nhello\r\n");
    write("latin.txt", b"gr\xfcn anna@example.org");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(b"anna@example.org").unwrap();
    write("z.txt.gz", &packed.finish().unwrap());
    folder
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn scan(folder: &Path, more: &[&str]) -> super::Run {
    let args: Vec<&str> = ["scan", "--only", "EMAIL"].iter().chain(more).copied().collect();
    abide_in(folder, &args, b"")
}

#[test]
fn every_format_gives_places_of_its_own() {
    let folder = folder();
    let run = scan(folder.path(), &[".", "--format", "jsonl", "--show"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let found: Vec<_> = lines(&run.out)
        .iter()
        .map(|l| (l["path"].as_str().unwrap().to_owned(), l["start"].clone(), l["end"].clone()))
        .collect();
    let expected = [
        ("./a.txt", 8, 24),
        ("./b/table.csv", 14, 30),
        ("./b/x.json", 25, 41),
        ("./d.eml", 6, 22),
        ("./latin.txt", 5, 21),
        ("./z.txt.gz", 0, 16),
    ];
    assert_eq!(found, expected.map(|(p, s, e)| (p.to_owned(), json!(s), json!(e))));
    let first = &lines(&run.out)[0];
    assert_eq!(first["type"], "EMAIL");
    assert_eq!(first["category"], "online");
    assert_eq!(first["text"], "anna@example.org");
    assert!(!first["evidence"].as_array().unwrap().is_empty());
    assert!(first["score"].as_f64().unwrap() > 0.5);
}

#[test]
fn what_was_found_is_shown_only_when_asked_for() {
    let folder = folder();
    for format in ["table", "jsonl", "sarif", "csv"] {
        let run = scan(folder.path(), &[".", "--format", format]);
        assert_eq!(run.code, 1);
        assert!(!run.out.contains("anna@") && !run.err.contains("anna@"), "{format}: {}", run.out);
    }
}

#[test]
fn the_order_does_not_depend_on_threads() {
    let folder = folder();
    let one = scan(folder.path(), &[".", "--threads", "1"]);
    let many = scan(folder.path(), &[".", "--threads", "8"]);
    assert_eq!(one.out, many.out);
    assert!(one.out.lines().count() == 6, "{}", one.out);
}

#[test]
fn the_sarif_is_whole() {
    let folder = folder();
    for paths in [vec!["."], vec!["c.bin"]] {
        let run = scan(folder.path(), &[&paths[..], &["--format", "sarif"]].concat());
        let document: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(document["version"], "2.1.0");
        let results = document["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), if paths == ["."] { 6 } else { 0 });
    }
}

#[test]
fn statistics_count_what_was_left_out() {
    let folder = folder();
    let run = scan(folder.path(), &[".", "--stats", "--format", "jsonl"]);
    let stats = &lines(&run.out)[0];
    assert_eq!(
        (&stats["files"], &stats["binary"], &stats["total"]),
        (&json!(6), &json!(1), &json!(6))
    );
}

#[test]
fn exit_codes() {
    let folder = folder();
    assert_eq!(scan(folder.path(), &["c.bin"]).code, 0);
    let absent = scan(folder.path(), &["no-such-file"]);
    assert_eq!(absent.code, 2);
    assert!(absent.err.contains("no-such-file"));
    std::fs::write(folder.path().join("broken.json"), "{\"mail\": \"anna@example.org\", ").unwrap();
    let broken = scan(folder.path(), &["broken.json"]);
    assert_eq!(broken.code, 2, "what could not be read to its end is said");
    assert!(
        broken.err.contains("broken.json: ") && broken.err.contains("line 1"),
        "{}",
        broken.err
    );
}

#[test]
fn rules_of_the_organisation_are_followed() {
    let folder = folder();
    let rules = "[[allow]]\nkind = 'EMAIL'\ntexts = ['*@example.org']\nreason = 'ours'\n";
    std::fs::write(folder.path().join("detect.toml"), rules).unwrap();
    assert_eq!(scan(folder.path(), &["a.txt"]).code, 0);
    let rules = "[[suppress]]\npath = 'b/**'\nreason = 'known'\n";
    std::fs::write(folder.path().join("other.toml"), rules).unwrap();
    let run = scan(folder.path(), &["a.txt", "b", "--rules", "other.toml", "--stats"]);
    assert!(run.out.contains("kept out by rules: 2"), "{}", run.out);
    std::fs::write(folder.path().join("bad.toml"), "[[allow]]\ntexts = []\nreason = ''\n").unwrap();
    let run = scan(folder.path(), &["a.txt", "--rules", "bad.toml"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("bad.toml:3: an exception has no reason"), "{}", run.err);
}

#[test]
fn lines_of_texts_are_answered_in_order() {
    let input =
        "{\"text\":\"ü anna@example.org\"}\n{\"text\":\"\"}\n[]\n{\"text\":\"b@example.org\"}\n";
    let run = abide_in(&root(), &["scan", "--text-jsonl", "--only", "EMAIL"], input.as_bytes());
    assert_eq!(run.code, 2);
    let answers = lines(&run.out);
    assert_eq!(answers.len(), 4);
    let first = &answers[0]["findings"][0];
    assert_eq!((&first["start"], &first["end"]), (&json!(2), &json!(18)));
    assert_eq!(answers[1], json!({"findings": []}));
    assert!(answers[2]["error"].is_string());
    assert_eq!(answers[3]["findings"][0]["start"], 0);
}

#[test]
fn a_bomb_is_told_and_no_other_file_is_lost() {
    let folder = folder();
    // 256 MB of zeros in 250 kB are no text; in letters they are read in little memory.
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..64 {
        packed.write_all(&vec![b'x'; 1 << 20]).unwrap();
    }
    std::fs::write(folder.path().join("bomb.gz"), packed.finish().unwrap()).unwrap();
    let run = scan(folder.path(), &["bomb.gz", "a.txt", "--unpacked", "1000000"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("unpacks to more than 1000000 bytes"), "{}", run.err);
    assert!(run.out.contains("a.txt"));
}
