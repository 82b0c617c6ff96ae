//! `abide scan` on files of every format, and on what is no file at all.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;

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
fn a_text_is_answered_before_the_next_one_comes() {
    let mut child = super::command(&root(), &["scan", "--text-jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for name in ["anna", "bert"] {
        writeln!(stdin, "{{\"text\":\"{name}@example.org\"}}").unwrap();
        let answer = lines(&answers.next().unwrap().unwrap());
        assert_eq!(answer[0]["findings"][0]["type"], "EMAIL");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(answers.next().is_none());
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

/// An archive made by another program.
fn archive(name: &str) -> Vec<u8> {
    std::fs::read(root().join("crates/scan/tests/archives").join(name)).unwrap()
}

#[test]
fn archives_are_read_member_by_member() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.zip"), archive("plain.zip")).unwrap();
    let run = scan(folder.path(), &["a.zip", "--format", "jsonl", "--show"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let found: Vec<_> = lines(&run.out)
        .iter()
        .map(|l| (l["path"].as_str().unwrap().to_owned(), l["start"].clone()))
        .collect();
    let expected =
        [("a.zip!letter.txt", 8), ("a.zip!in/letter.txt.gz", 8), ("a.zip!in/contacts.csv", 10)];
    assert_eq!(found, expected.map(|(path, start)| (path.to_owned(), json!(start))));
    let stats = scan(folder.path(), &["a.zip", "--stats", "--format", "jsonl"]);
    let stats = &lines(&stats.out)[0];
    assert_eq!((&stats["files"], &stats["binary"]), (&json!(3), &json!(1)));
    let rules = "[[suppress]]\npath = 'a.zip!in/**'\nreason = 'known'\n";
    std::fs::write(folder.path().join("detect.toml"), rules).unwrap();
    assert_eq!(scan(folder.path(), &["a.zip"]).out.lines().count(), 1);
}

#[test]
fn texts_of_office_documents_are_read_without_their_tags() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.docx"), archive("letter.docx")).unwrap();
    let run = scan(folder.path(), &["a.docx", "--format", "jsonl", "--show"]);
    let found = lines(&run.out);
    assert_eq!((found.len(), &found[0]["text"]), (1, &json!("anna@example.org")));
    assert_eq!(found[0]["path"], "a.docx!word/document.xml");
}

#[test]
fn names_in_archives_give_a_terminal_no_orders() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.zip"), archive("twice.zip")).unwrap();
    for format in ["table", "jsonl", "sarif", "csv"] {
        let run = scan(folder.path(), &["a.zip", "--format", format, "--threads", "3"]);
        assert!(!run.out.contains('\u{1b}'), "{format}: {}", run.out);
        assert!(run.out.contains("same.txt"), "{format}");
    }
    assert_eq!(scan(folder.path(), &["a.zip"]).out.lines().count(), 3);
}

/// What cannot be read is told with its path and what to do, the rest is read, and the exit code says so.
#[test]
fn what_cannot_be_read_is_told() {
    let gzip = |bytes: &[u8]| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    };
    let letters: Vec<u8> =
        (0..50_000u32).map(|n| b'a' + (n.wrapping_mul(n) >> 7) as u8 % 26).collect();
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() - 20].to_vec();
    let zstd = [40, 181, 47, 253, 4, 88, 137, 0, 0, 97, 110, 110, 97, 64, 101, 120, 97];
    let deep = "[".repeat(100_000).into_bytes();
    let quote = format!("a,b\n1,\"{}", "x".repeat(2 << 20)).into_bytes();
    let row = format!("a,b\n{}", "1234567,".repeat(600_000)).into_bytes();
    let database = || b"SQLite format 3\0and nothing that follows".to_vec();
    for (name, bytes, told) in [
        ("a.json", deep, "nested too deeply at line 1, column 257"),
        ("a.json", b"{\"a\": \"b".to_vec(), "the file ends within a string at line 1"),
        ("a.csv", row, "more fields than a table has at line 2"),
        ("a.csv", quote, "a field is longer than a megabyte at line 2, column 4"),
        ("a.gz", cut(gzip(&letters)), "cut off or damaged"),
        ("a.zst", zstd.to_vec(), "cut off or damaged"),
        ("a.zip", cut(archive("plain.zip")), "has no directory"),
        ("a.zip", archive("locked.zip"), "a.zip!letter.txt: is encrypted: unpack it"),
        ("a.zip", archive("bzip2.zip"), "a.zip!letter.txt: is packed by a method"),
        ("a.zip", archive("nested.zip"), "a.zip!stored.zip: is an archive in a packed file"),
        ("a.zip.gz", gzip(&archive("plain.zip")), "is an archive in a packed file"),
        ("a.db", database(), "the database cannot be read"),
        ("a.db.gz", gzip(&database()), "is a database in a packed file"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), bytes).unwrap();
        std::fs::write(folder.path().join("z.txt"), "anna@example.org").unwrap();
        let run = scan(folder.path(), &["."]);
        assert_eq!(run.code, 2, "{name}: {told}");
        assert!(run.err.contains(told), "{name}: {}", run.err);
        assert!(run.out.contains("z.txt"), "{name}: what is whole is read");
    }
}

#[test]
fn what_is_odd_but_text_is_read() {
    let giant = [vec![b'x'; 3 << 20], b" anna@example.org ".to_vec(), vec![b'y'; 3 << 20]].concat();
    for (name, bytes) in [
        ("invalid.txt", b"gr\xc3\xbcn \xff\xfe\xc3 anna@example.org \xf0\x9f".to_vec()),
        ("giant.txt", giant.clone()),
        ("giant.json", [&b"[\""[..], &giant, b"\"]"].concat()),
        ("controls.txt", b"\x01\x02\x1b[2J anna@example.org \x7f".to_vec()),
    ] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), bytes).unwrap();
        let run = scan(folder.path(), &[".", "--format", "jsonl"]);
        assert_eq!((run.code, run.out.lines().count()), (1, 1), "{name}: {}", run.err);
    }
}

#[test]
fn the_members_of_a_bomb_count_together() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.zip"), archive("large.zip")).unwrap();
    std::fs::write(folder.path().join("b.txt"), "anna@example.org").unwrap();
    // Each of its two members is 60 bytes long.
    let enough = scan(folder.path(), &[".", "--unpacked", "120"]);
    assert_eq!((enough.code, enough.out.lines().count()), (1, 7), "{}", enough.err);
    let little = scan(folder.path(), &[".", "--unpacked", "119"]);
    assert_eq!(little.code, 2);
    assert!(little.err.contains("./a.zip: unpacks to more than 119 bytes"), "{}", little.err);
    assert!(little.out.contains("b.txt"));
}

#[test]
fn near_misses_are_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "IBAN DE00 3704 0044 0532 0130 00\n").unwrap();
    let run = abide_in(folder.path(), &["scan", "a.txt", "--why-not"], b"");
    let told = "looked like: PHONE. Not reported, because it is a number of another kind.";
    assert!(run.err.contains(told), "{}", run.err);
}

#[test]
fn what_addresses_encode_in_logs_is_found_in_its_place() {
    let log = "203.0.113.7 - - [26/Nov/2026:10:00:00 +0100] \"GET /search?name=Anna%20M%C3%BCller\
        &mail=anna%40example.org&tel=%2B49%2030%20901820 HTTP/1.1\" 200 5 \"-\" \"-\"\n";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("access.log"), format!("x\n{log}")).unwrap();
    let run = abide_in(folder.path(), &["scan", ".", "--format", "jsonl", "--show"], b"");
    let found = lines(&run.out);
    for (kind, spelled, text) in [
        ("IP", "203.0.113.7", "203.0.113.7"),
        ("PERSON", "Anna%20M%C3%BCller", "Anna Müller"),
        ("EMAIL", "anna%40example.org", "anna@example.org"),
        ("PHONE", "%2B49%2030%20901820", "+49 30 901820"),
    ] {
        let start = log.find(spelled).unwrap() + 2;
        let (start, end) = (json!(start), json!(start + spelled.len()));
        let is = |l: &&Value| l["type"] == kind && l["start"] == start && l["end"] == end;
        let hit = found.iter().find(is).unwrap_or_else(|| panic!("{kind}: {}", run.out));
        assert_eq!((&hit["text"], &hit["line"]), (&json!(text), &json!(2)));
    }
}
