//! Input that nobody should send.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use super::{abide, abide_in, command, example, root};

#[test]
fn a_huge_file_is_refused_without_reading_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.toml");
    // Sparse: a gigabyte that takes no space.
    std::fs::File::create(&path).unwrap().set_len(1 << 30).unwrap();
    let run = abide(&["check", path.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is larger than"), "{}", run.err);
}

#[test]
fn a_huge_file_in_a_site_is_a_problem_like_any_other() {
    let folder = example();
    std::fs::File::create(folder.path().join("site-1.toml")).unwrap().set_len(1 << 30).unwrap();
    let run = abide(&["check", folder.path().to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("file.size"), "{}", run.out);
}

#[test]
fn wrong_encodings_are_told() {
    let latin =
        abide_in(&root(), &["check", "-"], b"[policy]\ntitle = \"Datenschutzerkl\xE4rung\"\n");
    assert_eq!(latin.code, 1);
    assert!(latin.out.contains("file.encoding"), "{}", latin.out);
    let utf16: Vec<u8> = "[policy]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let run = abide_in(&root(), &["check", "-"], &utf16);
    assert_eq!(run.code, 1);
    let bom = abide_in(&root(), &["check", "-"], "\u{feff}[policy]\n".as_bytes());
    assert!(!bom.out.contains("toml.syntax"), "{}", bom.out);
}

#[test]
fn xml_bombs_are_refused() {
    let mut bomb = String::from("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">");
    for i in 0..50 {
        bomb.push_str(&format!("<!ENTITY a{i} \"&a;&a;&a;&a;&a;&a;&a;&a;\">"));
    }
    bomb.push_str("]><POLICIES xmlns=\"http://www.w3.org/2002/01/P3Pv1\">&a49;</POLICIES>");
    let run = abide_in(&root(), &["check", "-"], bomb.as_bytes());
    assert_eq!(run.code, 1);
    assert!(run.out.contains("xml.entity"), "{}", run.out);
    let imported = abide_in(&root(), &["import", "-"], bomb.as_bytes());
    assert_eq!((imported.code, imported.out.as_str()), (2, ""));
}

#[test]
fn endless_lines_do_not_use_up_memory() {
    let mut input = vec![b'A'; 20 << 20];
    input.extend_from_slice(b"\nNOI CUR OUR\n");
    let run = abide_in(&root(), &["verdict"], &input);
    assert_eq!(run.code, 0);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|l| l.len() < 100_000));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child =
        command(&root(), &["explain", "--list"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(child.wait().unwrap().success());
}

#[test]
fn names_of_files_cannot_leave_the_site() {
    let folder = example();
    let file = folder.path().join("abide.toml");
    for outside in ["../../etc/passwd", "/etc/passwd", "a/../../b.toml"] {
        let text =
            std::fs::read_to_string(root().join("examples/contact-centre/abide.toml")).unwrap();
        std::fs::write(&file, text.replace("site-1.toml", outside)).unwrap();
        let run = abide(&["check", folder.path().to_str().unwrap()]);
        assert_eq!(run.code, 1, "{outside}");
        assert!(!run.out.contains("root:"), "{outside}");
    }
}

/// The program starts, says where it is, answers, and ends when told to.
#[test]
fn serve_says_where_it_is() {
    let folder = example();
    let mut child = command(folder.path(), &["serve", ".", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut address = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let host = address.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let mut stream = std::net::TcpStream::connect(&host).unwrap();
    std::io::Write::write_all(
        &mut stream,
        b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let ended = std::process::Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(ended.success());
    assert!(child.wait().unwrap().success());
}

#[test]
fn without_a_site_there_is_advice() {
    let folder = tempfile::tempdir().unwrap();
    let run = abide_in(folder.path(), &[], b"");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("abide init"), "{}", run.err);
}
