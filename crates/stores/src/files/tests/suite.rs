//! What every folder must do, on a disk and in a bucket.

use super::*;

/// Where folders are made.
pub(super) enum Ground {
    Disk,
    #[cfg(feature = "s3")]
    Bucket(super::s3::Ground),
}

/// A folder with the files of the tests.
pub(super) enum Folder {
    Disk(tempfile::TempDir),
    #[cfg(feature = "s3")]
    Bucket(super::s3::Prefix),
}

impl Ground {
    fn folder(&self) -> Folder {
        match self {
            Self::Disk => Folder::Disk(folder()),
            #[cfg(feature = "s3")]
            Self::Bucket(ground) => Folder::Bucket(ground.prefix()),
        }
    }
}

impl Folder {
    fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        match self {
            Self::Disk(folder) => write(folder.path(), file, content),
            #[cfg(feature = "s3")]
            Self::Bucket(prefix) => prefix.write(file, content.as_ref()),
        }
    }

    fn read(&self, file: &str) -> Option<Vec<u8>> {
        match self {
            Self::Disk(folder) => fs::read(folder.path().join(file)).ok(),
            #[cfg(feature = "s3")]
            Self::Bucket(prefix) => prefix.read(file),
        }
    }

    async fn store(&self, kinds: Vec<Kind>) -> Files {
        match self {
            Self::Disk(folder) => Files::open("folder", folder.path(), kinds).unwrap(),
            #[cfg(feature = "s3")]
            Self::Bucket(prefix) => prefix.store(kinds).await,
        }
    }

    /// Nothing waits for a commit.
    fn is_clean(&self) {
        match self {
            Self::Disk(folder) => {
                assert!(!folder.path().join(folder::JOURNAL).exists());
                assert!(!folder.path().join(disk::STAGED).exists());
            }
            #[cfg(feature = "s3")]
            Self::Bucket(prefix) => prefix.is_clean(),
        }
    }

    /// Nothing of ours was ever there.
    fn is_untouched(&self) {
        assert!(self.read(".abide-lock").is_none() && self.read(folder::JOURNAL).is_none());
    }
}

/// Each case of the suite, by its name.
macro_rules! cases {
    ($each:ident) => {
        $each! {
            every_format_is_found_by_its_columns,
            a_row_is_found_by_its_key_and_by_what_else_must_hold,
            nothing_is_seen_before_the_commit_and_all_other_bytes_stay,
            what_no_column_holds_is_seen_and_may_be_declared,
            odd_names_are_names_like_any_other,
            what_somebody_else_changes_is_a_conflict,
            a_folder_that_may_not_be_changed_says_so,
            what_is_in_recordings_is_no_value,
            columns_that_the_store_makes_cannot_be_written,
            packed_rows_are_read_and_packed_again,
            what_cannot_be_read_is_told_with_its_place,
            recordings_are_handed_over_and_nothing_else,
            the_kinds_of_files_are_found_by_their_names,
            what_no_table_has_is_read_as_text,
        }
    };
}
pub(super) use cases;

/// A table, by what is looked for, what is wanted, and what is found.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str], &'a [&'a [&'a str]]);

pub(super) async fn every_format_is_found_by_its_columns(ground: &Ground) {
    let folder = ground.folder();
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    let notes = &schema.tables[schema.table("notes").unwrap()];
    let names: Vec<_> = notes.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["path", "line", "rest", "who", "n", "x", "row.path"]);
    assert_eq!((notes.columns[4].family, notes.columns[5].family), (Family::Integer, Family::Json));
    assert!(notes.is_indexed(&[0]) && !notes.is_indexed(&[2]));
    let cases: [Case<'_>; 9] = [
        (
            "notes",
            &[("who", "Anna")],
            &["path", "line", "n"],
            &[&["notes/a.jsonl", "1", "1"], &["notes/a.jsonl", "4", "3"]],
        ),
        ("notes", &[("n", "2")], &["x", "row.path"], &[&["{\"a\": [1]}", ""]]),
        ("notes", &[("path", "notes/a.jsonl"), ("line", "4")], &["row.path"], &[&["p"]]),
        ("notes", &[("path", "../contacts.csv")], &["n"], &[]),
        ("contacts", &[("name", "Ann; a")], &["id", "note", "line"], &[&["7", "two\nlines", "2"]]),
        ("contacts", &[("id", "8")], &["line", "note"], &[&["4", ""]]),
        (
            "calls",
            &[("subject", "Bill")],
            &["parties", "created_at", "dialogs"],
            &[&[
                r#"[{"name":"Anna","tel":"+421900123456"},{"mailto":"b@example.com"}]"#,
                "2026-01-02T03:04:05Z",
                "2",
            ]],
        ),
        ("media", &[], &["path", "size", "type"], &[&["media/a.wav", "44", "audio/wav"]]),
        (
            "texts",
            &[("path", "texts/a.vtt")],
            &["text"],
            &[&["WEBVTT\n\n00:01.000 --> 00:02.000\nHi Anna\n"]],
        ),
    ];
    for (table, by, want, expected) in cases {
        let rows = find(&mut *session, &schema, table, by, want).await.unwrap();
        assert_eq!(texts(&rows), expected, "{table} by {by:?}");
    }
}

pub(super) async fn the_kinds_of_files_are_found_by_their_names(ground: &Ground) {
    let folder = ground.folder();
    let found = folder.store(Vec::new()).await.kinds().await.unwrap();
    let globs = [
        "calls/2026/*.vcon.json",
        "contacts.csv",
        "media/*.wav",
        "notes/a.jsonl",
        "*.txt",
        "texts/*.vtt",
    ];
    let mut globs = globs.to_vec();
    globs.sort_unstable();
    assert_eq!((found.globs, found.others), (globs.into_iter().map(str::to_owned).collect(), 0));
}

pub(super) async fn a_row_is_found_by_its_key_and_by_what_else_must_hold(ground: &Ground) {
    let folder = ground.folder();
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    let rows = find(&mut *session, &schema, "notes", &[("who", "Anna")], &[]).await.unwrap();
    let values: Vec<_> = rows.into_iter().map(|row| row.key.0.into_vec()).collect();
    let (table, at) = columns(&schema, "notes", &["n"]);
    let when = [(at[0], "3".to_owned())];
    let lookup = Lookup {
        table,
        by: &[],
        values: &values,
        when: &when,
        want: &at,
        hold: true,
        refers: false,
    };
    let mut found = Vec::new();
    let mut sink = |row: Row| {
        found.push(row.values);
        ControlFlow::Continue(())
    };
    session.find(&lookup, &mut sink).await.unwrap();
    assert_eq!(found, [[Value::Integer(3)]]);
}

pub(super) async fn nothing_is_seen_before_the_commit_and_all_other_bytes_stay(ground: &Ground) {
    let folder = ground.folder();
    let at = |file: &str| String::from_utf8(folder.read(file).unwrap()).unwrap();
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    for (table, by, expected) in [
        ("notes", ("n", "1"), 1),
        ("contacts", ("id", "7"), 1),
        ("media", ("path", "media/a.wav"), 1),
    ] {
        let rows = find(&mut *session, &schema, table, &[by], &[]).await.unwrap();
        let (table_at, keys) = (schema.table(table).unwrap(), keys(rows));
        assert_eq!(session.delete(table_at, &keys).await.unwrap(), expected);
        assert_eq!(session.delete(table_at, &keys).await.unwrap(), 0, "deleted twice");
        assert_eq!(find(&mut *session, &schema, table, &[by], &[]).await.unwrap(), []);
    }
    for (table, by, column, value) in [
        ("notes", ("n", "2"), "who", "[NAME]"),
        ("contacts", ("id", "8"), "note", "a;b"),
        ("texts", ("path", "texts/a.vtt"), "text", "WEBVTT\n"),
    ] {
        let rows = find(&mut *session, &schema, table, &[by], &[]).await.unwrap();
        let (table, at) = columns(&schema, table, &[column]);
        let rows: Vec<_> = keys(rows).into_iter().map(|key| (key, vec![value.into()])).collect();
        assert_eq!(session.change(table, &at, &rows).await.unwrap(), 1);
    }
    let changed =
        find(&mut *session, &schema, "notes", &[("who", "[NAME]")], &["n"]).await.unwrap();
    assert_eq!(texts(&changed), [["2"]]);
    assert_eq!((at("notes/a.jsonl"), at("contacts.csv")), (NOTES.to_owned(), CONTACTS.to_owned()));
    session.commit().await.unwrap();
    assert_eq!(
        at("notes/a.jsonl"),
        "\u{feff}\n{\"who\":\"[NAME]\",\"n\":2,\"x\":{\"a\": [1]}}\n{\"who\":\"Anna\",\"n\":3, \"path\":\"p\"}"
    );
    assert_eq!(at("contacts.csv"), "id;name;note\r\n8;Ben;\"a;b\"\r\n");
    assert_eq!(at("texts/a.vtt"), "WEBVTT\n");
    assert_eq!(folder.read("media/a.wav"), None);
    folder.is_clean();
    assert_eq!(store.settle(Effort::Batch).await.unwrap(), Remains::Nothing);
}

pub(super) async fn what_no_column_holds_is_seen_and_may_be_declared(ground: &Ground) {
    let folder = ground.folder();
    let late =
        format!("{}{{\"n\":1,\"late\":\"Ev\\u0061\",\"rest\":2}}\n", "{\"n\":0}\n".repeat(300));
    folder.write("notes/late.jsonl", late);
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    let by = [("path", "notes/late.jsonl"), ("n", "1")];
    let rows = find(&mut *session, &schema, "notes", &by, &["rest"]).await.unwrap();
    assert_eq!(texts(&rows), [["{\"late\":\"Ev\\u0061\",\"rest\":2}"]]);
    let mut declared = kinds();
    declared[3].columns = vec!["late".into(), "rest".into()];
    let store = folder.store(declared).await.read_only();
    let (mut session, schema) = begin(&store).await;
    let by = [("late", "Eva")];
    let rows = find(&mut *session, &schema, "notes", &by, &["rest", "row.rest"]).await.unwrap();
    assert_eq!(texts(&rows), [["", "2"]]);
}

pub(super) async fn odd_names_are_names_like_any_other(ground: &Ground) {
    let folder = ground.folder();
    let name = "notes/50% [a]~#b\u{e9} {c}?&.jsonl";
    folder.write(name, "{\"n\":7}\n");
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    let rows = find(&mut *session, &schema, "notes", &[("n", "7")], &["path"]).await.unwrap();
    assert_eq!(texts(&rows), [[name]]);
    session.delete(schema.table("notes").unwrap(), &keys(rows)).await.unwrap();
    session.commit().await.unwrap();
    assert_eq!(folder.read(name).unwrap(), b"");
}

pub(super) async fn what_somebody_else_changes_is_a_conflict(ground: &Ground) {
    let folder = ground.folder();
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    let rows = find(&mut *session, &schema, "notes", &[("n", "1")], &[]).await.unwrap();
    let table = schema.table("notes").unwrap();
    session.delete(table, &keys(rows)).await.unwrap();
    let longer = format!("{NOTES}\n{{\"n\":9}}\n");
    folder.write("notes/a.jsonl", &longer);
    let again = find(&mut *session, &schema, "notes", &[("n", "1")], &[]).await;
    assert_eq!(again, Err(Error::Conflict { store: "folder".into() }));
    assert_eq!(session.commit().await, Err(Error::Conflict { store: "folder".into() }));
    assert_eq!(folder.read("notes/a.jsonl").unwrap(), longer.as_bytes());
    folder.is_clean();
}

pub(super) async fn a_folder_that_may_not_be_changed_says_so(ground: &Ground) {
    let folder = ground.folder();
    let store = folder.store(kinds()).await.read_only();
    let abilities = store.abilities().await.unwrap();
    assert_eq!((abilities.can, abilities.transactions), (Can::READ, false));
    let (mut session, schema) = begin(&store).await;
    let rows = find(&mut *session, &schema, "notes", &[("n", "1")], &[]).await.unwrap();
    let (table, at) = columns(&schema, "notes", &["who"]);
    let unable = |doing| Err(Error::Unable { store: "folder".into(), doing });
    assert_eq!(session.delete(table, &keys(rows)).await, unable("delete"));
    assert_eq!(session.change(table, &at, &[]).await, unable("change"));
    session.commit().await.unwrap();
    folder.is_untouched();
}

pub(super) async fn what_is_in_recordings_is_no_value(ground: &Ground) {
    let folder = ground.folder();
    let store = folder.store(kinds()).await;
    let schema = store.schema().await.unwrap();
    let abilities = store.abilities().await.unwrap();
    // A bucket with versions cannot be asked whether something may be deleted.
    let of = |name: &str| Can { delete: May::Yes, ..abilities.of(schema.table(name).unwrap()) };
    let recordings = Can { read: May::Cannot, change: May::Cannot, ..Can::ALL };
    assert_eq!((abilities.can, of("media"), of("notes")), (Can::ALL, recordings, Can::ALL));
}

pub(super) async fn columns_that_the_store_makes_cannot_be_written(ground: &Ground) {
    let folder = ground.folder();
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    for (table, column) in
        [("notes", "path"), ("contacts", "line"), ("calls", "subject"), ("media", "type")]
    {
        let (table, at) = columns(&schema, table, &[column]);
        let refused = session.change(table, &at, &[]).await;
        assert!(matches!(refused, Err(Error::Refused { rule: Some(rule), .. }) if rule == column));
    }
    let mut reading = store.session(Mode::Read).await.unwrap();
    assert!(matches!(reading.delete(0, &[]).await, Err(Error::Other { .. })));
}

pub(super) async fn packed_rows_are_read_and_packed_again(ground: &Ground) {
    let folder = ground.folder();
    let packed = [gzip(b"{\"who\":\"Eva\"}\n{\"who\":"), gzip(b" \"Ivo\"}\n")].concat();
    folder.write("notes/b.jsonl.gz", &packed);
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    let rows = find(&mut *session, &schema, "notes", &[("who", "Eva")], &[]).await.unwrap();
    session.delete(schema.table("notes").unwrap(), &keys(rows)).await.unwrap();
    session.commit().await.unwrap();
    let packed_again = folder.read("notes/b.jsonl.gz").unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&packed_again[..]), &mut text)
        .unwrap();
    assert_eq!(text, "{\"who\": \"Ivo\"}\n");
    folder.write("notes/b.jsonl.gz", &packed[..packed.len() - 9]);
    let mut session = store.session(Mode::Read).await.unwrap();
    let cut = find(&mut *session, &schema, "notes", &[], &[]).await;
    assert!(matches!(cut, Err(Error::Damaged { place, .. }) if place == "notes/b.jsonl.gz"));
}

pub(super) async fn what_cannot_be_read_is_told_with_its_place(ground: &Ground) {
    let long = format!("{{\"a\":\"{}\"}}", "x".repeat(17 << 20));
    let deep = format!("{{\"who\":{}", "[".repeat(1_000_000));
    let cases: [(&str, &[u8], &str); 11] = [
        ("notes/b.jsonl", deep.as_bytes(), "notes/b.jsonl line 1"),
        ("b.csv", b"id;name\n1;2\n3;\"4\n5;6\n", "b.csv line 3"),
        ("notes/b.jsonl", b"{}\n{\"who\":\"Anna\n", "notes/b.jsonl line 2"),
        ("notes/b.jsonl", b"{}\n{\"who\":\"\xff\"}\n", "notes/b.jsonl line 2"),
        ("notes/b.jsonl", b"{}\n\n{\"who\":\"\0\"}\n", "notes/b.jsonl line 3"),
        ("notes/b.jsonl", b"{\"who\":1,\"who\":2}", "notes/b.jsonl line 1"),
        ("notes/b.jsonl", b"[1]", "notes/b.jsonl line 1"),
        ("b.csv", b"id;name\n1;2\n3;4;5\n", "b.csv line 3"),
        ("b.csv", b"id;id\n1;2\n", "b.csv line 1"),
        ("calls/b.vcon.json", b"{\"vcon\":\"0.3.0\"}", "calls/b.vcon.json"),
        ("texts/b.vtt", b"WEBVTT\n\xc3", "texts/b.vtt"),
    ];
    for (file, content, expected) in cases {
        let folder = ground.folder();
        folder.write(file, content);
        let store = folder.store(kinds()).await;
        let (mut session, schema) = begin(&store).await;
        let (table, column) = match file.split(['/', '.']).next().unwrap() {
            "notes" => ("notes", "who"),
            "b" => ("contacts", "id"),
            "calls" => ("calls", "subject"),
            _ => ("texts", "text"),
        };
        match find(&mut *session, &schema, table, &[], &[column]).await {
            Err(Error::Damaged { place, code, .. }) => {
                assert_eq!(place, expected);
                assert!(!code.contains("Anna"));
            }
            other => panic!("{file}: {:?}", other.map(|rows| rows.len())),
        }
    }
    let folder = ground.folder();
    folder.write("notes/b.jsonl", long);
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    let found = find(&mut *session, &schema, "notes", &[], &[]).await;
    assert!(matches!(found, Err(Error::Long { most: LONGEST, .. })), "{:?}", found.map(drop));
}

/// What is at a path, if it is a recording or picture.
async fn heard(session: &mut dyn Session, path: &str) -> Result<Option<Vec<u8>>, Error> {
    let Some(mut pieces) = session.media(path).await? else { return Ok(None) };
    let mut bytes = Vec::new();
    loop {
        let piece = pieces.next().await?;
        if piece.is_empty() {
            return Ok(Some(bytes));
        }
        assert!(piece.len() <= 256 << 10, "in pieces");
        bytes.extend(piece);
    }
}

pub(super) async fn recordings_are_handed_over_and_nothing_else(ground: &Ground) {
    let folder = ground.folder();
    let long: Vec<u8> = (0..1_000_000_u32).map(|at| (at % 251) as u8).collect();
    folder.write("media/long.wav", &long);
    folder.write("media/packed.wav.gz", b"no gzip");
    let store = folder.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    find(&mut *session, &schema, "media", &[], &[]).await.unwrap();
    assert_eq!(heard(&mut *session, "media/a.wav").await, Ok(Some(vec![0; 44])));
    assert!(heard(&mut *session, "media/long.wav").await.unwrap().unwrap() == long);
    for path in [
        "other.txt",
        "notes/a.jsonl",
        "media",
        "media/absent.wav",
        "",
        "../media/a.wav",
        "media/../media/a.wav",
        "/media/a.wav",
        folder::JOURNAL,
    ] {
        assert_eq!(heard(&mut *session, path).await, Ok(None), "{path}");
    }
    let rows = find(&mut *session, &schema, "media", &[("size", "44")], &[]).await.unwrap();
    session.delete(schema.table("media").unwrap(), &keys(rows)).await.unwrap();
    assert_eq!(heard(&mut *session, "media/a.wav").await, Ok(None), "it goes with this session");
    folder.write("media/long.wav", b"something else");
    let conflict = Err(Error::Conflict { store: "folder".into() });
    assert_eq!(heard(&mut *session, "media/long.wav").await, conflict, "one moment");
}

/// What is read of a store's files as text: by file, and whether a table has its name; and what could not be read.
pub(super) async fn read_as_text(
    store: &Files,
    except: &[PathBuf],
) -> (Vec<(String, bool, String)>, Vec<(Unread, u64)>) {
    let mut read: Vec<(String, bool, String)> = Vec::new();
    let mut sink = |text: Text<'_>| match text {
        Text::File { name, in_table } => read.push((name.to_owned(), in_table, String::new())),
        Text::Piece(piece) => read.last_mut().unwrap().2.push_str(piece),
    };
    let unread = store.texts(except, &mut sink).await.unwrap();
    read.sort();
    (read, unread.into_iter().collect())
}

pub(super) async fn what_no_table_has_is_read_as_text(ground: &Ground) {
    let folder = ground.folder();
    let long = "x".repeat(700_000) + " Anna";
    let (wide, packed) = ("\u{feff}Ödön".encode_utf16(), gzip("name;Anna\n".as_bytes()));
    let wide: Vec<u8> = wide.flat_map(u16::to_le_bytes).collect();
    for (file, content) in [
        ("export/old.csv", "name;Anna\n".as_bytes()),
        ("export/long.txt", long.as_bytes()),
        ("export/latin", b"J\xfcrgen"),
        ("export/wide.txt", &wide),
        ("export/packed.csv.gz", &packed),
        ("export/cut.csv.gz", packed.split_at(packed.len() - 9).0),
        ("export/tar.gz", &gzip(b"a.txt\0\0\0Anna")),
        ("export/empty.txt", b""),
        ("export/.hidden", b"Anna"),
        ("export/sheet.xlsx", b"PK\x03\x04Anna"),
        ("export/copy.db", b"Anna"),
        ("export/photo", b"\x89PNG\r\nAnna"),
        ("old.wav", b"RIFF"),
        ("media/note.wav", b"Anna said"),
        (".abide-journal-of-mine", b""),
    ] {
        folder.write(file, content);
    }
    let mut kinds = kinds();
    kinds.push(kind("letters", "export/*.txt", Format::Media));
    let store = folder.store(kinds).await;
    let (read, unread) = read_as_text(&store, &[]).await;
    let read: Vec<(&str, bool, &str)> =
        read.iter().map(|(f, t, text)| (f.as_str(), *t, text.as_str())).collect();
    assert_eq!(
        read,
        [
            ("export/.hidden", false, "Anna"),
            ("export/copy.db", false, ""),
            ("export/cut.csv.gz", false, ""),
            ("export/empty.txt", true, ""),
            ("export/latin", false, "Jürgen"),
            ("export/long.txt", true, long.as_str()),
            ("export/old.csv", false, "name;Anna\n"),
            ("export/packed.csv.gz", false, "name;Anna\n"),
            ("export/photo", false, ""),
            ("export/sheet.xlsx", false, ""),
            ("export/tar.gz", false, ""),
            ("export/wide.txt", true, "Ödön"),
            ("media/a.wav", true, ""),
            ("media/note.wav", true, ""),
            ("old.wav", false, ""),
            ("other.txt", false, "not ours"),
        ]
    );
    let expected = [
        (Unread::Audio, 3),
        (Unread::Picture, 1),
        (Unread::Document, 1),
        (Unread::Packed, 2),
        (Unread::Database, 1),
    ];
    assert_eq!(unread, expected);
    folder.is_clean();
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packer, bytes).unwrap();
    packer.finish().unwrap()
}
