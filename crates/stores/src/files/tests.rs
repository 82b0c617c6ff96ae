//! The folder as a whole: what is found, changed and refused, against a model and through crashes.

#![expect(clippy::disallowed_methods, reason = "the tests make the files of a folder")]

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::schema::Family;
use crate::{ColumnAt, Key, Lookup, Row, TableAt, Text, Unread, Value};

mod crash;
#[cfg(feature = "s3")]
mod s3;
mod suite;

/// The suite on a disk, each case a test.
macro_rules! on_a_disk {
    ($($case:ident),* $(,)?) => {$(
        #[tokio::test]
        async fn $case() {
            suite::$case(&suite::Ground::Disk).await;
        }
    )*};
}
suite::cases!(on_a_disk);

fn kind(table: &str, glob: &str, format: Format) -> Kind {
    Kind { table: table.into(), glob: glob.into(), format, columns: Vec::new() }
}

fn kinds() -> Vec<Kind> {
    vec![
        kind("calls", "calls/**/*.vcon.json", Format::Vcon),
        kind("contacts", "*.csv", Format::Csv { delimiter: Some(b';') }),
        kind("media", "media/*.wav", Format::Media),
        kind("notes", "notes/*.jsonl{,.gz}", Format::JsonLines),
        kind("texts", "texts/*", Format::Transcript),
    ]
}

const NOTES: &str = "\u{feff}{\"who\": \"Anna\", \"n\": 1}\r\n\n{\"who\":\"Ben\",\"n\":2,\"x\":{\"a\": [1]}}\n{\"who\":\"Anna\",\"n\":3, \"path\":\"p\"}";
const CONTACTS: &str = "id;name;note\r\n7;\"Ann; a\";\"two\nlines\"\r\n8;Ben;\r\n";
const CALL: &str = r#"{"vcon":"0.3.0","subject":"Bill","created_at":"2026-01-02T03:04:05Z",
  "parties":[{"tel":"+421900123456","name":"Anna"},{"mailto":"b@example.com","role":"agent"}],"dialog":[{"body":"x"},{}]}"#;

const TEXT: &str = "WEBVTT\n\n00:01.000 --> 00:02.000\nHi Anna\n";

fn write(folder: &Path, file: &str, content: impl AsRef<[u8]>) {
    let place = folder.join(file);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, content).unwrap();
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "notes/a.jsonl", NOTES);
    write(folder.path(), "contacts.csv", CONTACTS);
    write(folder.path(), "calls/2026/a.vcon.json", CALL);
    write(folder.path(), "media/a.wav", [0; 44]);
    write(folder.path(), "texts/a.vtt", TEXT);
    write(folder.path(), "other.txt", "not ours");
    folder
}

fn store(folder: &Path) -> Files {
    Files::open("folder", folder, kinds()).unwrap()
}

/// A session for writing, with the tables.
async fn begin(store: &Files) -> (Box<dyn Session>, Schema) {
    (store.session(Mode::Write).await.unwrap(), (*store.schema().await.unwrap()).clone())
}

fn columns(schema: &Schema, table: &str, names: &[&str]) -> (TableAt, Vec<ColumnAt>) {
    let at = schema.table(table).unwrap();
    let column = |name: &&str| schema.tables[at].column(name).unwrap();
    (at, names.iter().map(column).collect())
}

async fn find(
    session: &mut dyn Session,
    schema: &Schema,
    table: &str,
    by: &[(&str, &str)],
    want: &[&str],
) -> Result<Vec<Row>, Error> {
    let names: Vec<&str> = by.iter().map(|(name, _)| *name).collect();
    let (at, by_at) = columns(schema, table, &names);
    let (_, want) = columns(schema, table, want);
    let mut rows = Vec::new();
    let mut sink = |row| {
        rows.push(row);
        ControlFlow::Continue(())
    };
    if by.is_empty() {
        session.sweep(at, &want, &mut sink).await?;
    } else {
        let values = vec![by.iter().map(|(_, value)| Value::from(*value)).collect()];
        let lookup = Lookup {
            table: at,
            by: &by_at,
            values: &values,
            when: &[],
            want: &want,
            hold: false,
            refers: false,
        };
        session.find(&lookup, &mut sink).await?;
    }
    Ok(rows)
}

fn texts(rows: &[Row]) -> Vec<Vec<String>> {
    let text = |value: &Value| value.text().unwrap_or_default().into_owned();
    rows.iter().map(|row| row.values.iter().map(text).collect()).collect()
}

fn keys(rows: Vec<Row>) -> Vec<Key> {
    rows.into_iter().map(|row| row.key).collect()
}

#[cfg(unix)]
#[tokio::test]
async fn links_devices_and_ways_out_are_refused() {
    use std::os::unix::fs::symlink;
    let outside = folder();
    for (link, to) in
        [("notes/l.jsonl", "notes/a.jsonl"), ("notes/l.jsonl", "nowhere"), ("calls/deep", "notes")]
    {
        let folder = folder();
        symlink(outside.path().join(to), folder.path().join(link)).unwrap();
        let store = store(folder.path());
        let (mut session, schema) = begin(&store).await;
        let told = Err(Error::Damaged {
            store: "folder".into(),
            place: link.into(),
            code: "a symbolic link".into(),
        });
        let table = link.split('/').next().unwrap();
        assert_eq!(find(&mut *session, &schema, table, &[], &[]).await, told);
        let deep = format!("{link}/a.vcon.json");
        let file = if table == "calls" { &deep } else { link };
        let found = find(&mut *session, &schema, table, &[("path", file)], &[]).await;
        assert!(matches!(found, Err(Error::Damaged { place, .. }) if place == file));
        assert_eq!(find(&mut *session, &schema, "contacts", &[], &[]).await.unwrap().len(), 2);
    }
    for glob in ["/etc/*", "../*.csv", "a/../../*", "a//b", "./a", "a\\b", "[", "{a/b,c}/*", ""] {
        let opened = Files::open("folder", outside.path(), vec![kind("t", glob, Format::Media)]);
        assert!(matches!(opened, Err(Error::Open { .. })), "{glob}");
    }
    for name in ["../a", "/a", "a//b", "a/./b", "a\0b", "a#1", ".abide-journal", ".abide-staged/1"]
    {
        assert!(!folder::is_name(name), "{name:?}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_may_be_read_by_nobody_more_and_other_names_are_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let notes = folder.path().join("notes/a.jsonl");
    fs::set_permissions(&notes, fs::Permissions::from_mode(0o640)).unwrap();
    fs::hard_link(&notes, folder.path().join("backup")).unwrap();
    let store = store(folder.path());
    let (mut session, schema) = begin(&store).await;
    let rows = find(&mut *session, &schema, "notes", &[("n", "1")], &[]).await.unwrap();
    session.delete(schema.table("notes").unwrap(), &keys(rows)).await.unwrap();
    session.commit().await.unwrap();
    assert_eq!(fs::metadata(&notes).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(store.settle(Effort::Request).await.unwrap(), Remains::Versions { until: None });
}

/// Rows of a file with odd spaces and line ends, and what shall become of each: kept, deleted, changed.
fn rows() -> impl Strategy<Value = Vec<(String, &'static str, u8)>> {
    let text = "[a-z \"\\\\;,\u{e9}\u{1f600}]{0,6}";
    let row = (text, prop_oneof![Just("\n"), Just("\r\n")], 0..3u8);
    proptest::collection::vec(row, 0..12)
}

fn json_row(at: usize, text: &str) -> String {
    let text = serde_json::to_string(text).unwrap();
    format!("{{ \"id\":{at},{}\"t\" : {text} }}", " ".repeat(at % 3))
}

fn csv_row(at: usize, text: &str) -> String {
    if at.is_multiple_of(2) && !text.contains(['"', ';']) {
        format!("{at};{text}")
    } else {
        format!("{at};\"{}\"", text.replace('"', "\"\""))
    }
}

/// What a file is before and after, by the model.
fn model(
    rows: &[(String, &'static str, u8)],
    cut: bool,
    row: fn(usize, &str) -> String,
) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    for (at, (text, end, fate)) in rows.iter().enumerate() {
        let end = if cut && at + 1 == rows.len() { "" } else { end };
        before += &format!("{}{end}", row(at, text));
        if *fate != 1 {
            after += &format!("{}{end}", row(at, if *fate == 2 { "new" } else { text }));
        }
    }
    (before, after)
}

async fn play(table: &str, folder: &Path, rows: &[(String, &'static str, u8)]) {
    let store = Files::open("folder", folder, kinds()).unwrap();
    let (mut session, schema) = begin(&store).await;
    let (at, t) = columns(&schema, table, &["t"]);
    let found = find(&mut *session, &schema, table, &[], &["id", "t"]).await.unwrap();
    assert_eq!(found.len(), rows.len());
    let mut fates: BTreeMap<u8, Vec<Key>> = BTreeMap::new();
    for (row, (text, _, fate)) in found.into_iter().zip(rows) {
        assert_eq!(row.values[1].text().unwrap_or_default(), *text);
        fates.entry(*fate).or_default().push(row.key);
    }
    let deleted = fates.remove(&1).unwrap_or_default();
    let new = |key| (key, vec![Value::from("new")]);
    let changed: Vec<_> = fates.remove(&2).unwrap_or_default().into_iter().map(new).collect();
    assert_eq!(session.delete(at, &deleted).await.unwrap(), deleted.len() as u64);
    assert_eq!(session.change(at, &t, &changed).await.unwrap(), changed.len() as u64);
    let left = find(&mut *session, &schema, table, &[], &[]).await.unwrap();
    assert_eq!(left.len(), rows.len() - deleted.len());
    session.commit().await.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn only_what_is_asked_for_changes(rows in rows(), cut: bool, marked: bool) {
        let mark = if marked { "\u{feff}" } else { "" };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let (json, json_after) = model(&rows, cut, json_row);
        let (csv, csv_after) = model(&rows, cut, csv_row);
        write(folder.path(), "notes/a.jsonl", format!("{mark}{json}"));
        write(folder.path(), "a.csv", format!("{mark}id;t\r\n{csv}"));
        if !rows.is_empty() {
            runtime.block_on(play("notes", folder.path(), &rows));
            runtime.block_on(play("contacts", folder.path(), &rows));
        }
        let read = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
        prop_assert_eq!(read("notes/a.jsonl"), format!("{mark}{json_after}"));
        // A changed field that was in quotes stays in quotes.
        let plain = |text: String| text.replace('"', "");
        prop_assert_eq!(plain(read("a.csv")), plain(format!("{mark}id;t\r\n{csv_after}")));
    }

    #[test]
    fn rows_and_fields_are_those_of_the_csv_crate(text in "[ab,\"\r\n\u{e9}]{0,24}") {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), &text).unwrap();
        let ours = runtime.block_on(async {
            let source = source::Source::new("a.csv", Box::new(fs::File::open(file.path()).unwrap()));
            let mut rows = rows::Rows::new(source, Format::Csv { delimiter: Some(b',') }, LONGEST);
            let (mut records, mut bytes) = (Vec::<Vec<String>>::new(), Vec::new());
            while let Some(raw) = rows.next().await.ok()? {
                bytes.extend([raw.row, raw.end].concat());
                let row = std::str::from_utf8(raw.row).unwrap();
                if !row.is_empty() {
                    let field = |at: std::ops::Range<usize>| super::csv::text(&row[at]);
                    records.push(super::csv::fields(row, b',').into_iter().map(field).collect());
                }
            }
            assert_eq!(bytes, text.as_bytes());
            Some(records)
        });
        // A quote that is not closed is no row for us.
        let Some(ours) = ours else { return Ok(()) };
        let mut theirs = ::csv::ReaderBuilder::new();
        let mut theirs = theirs.has_headers(false).flexible(true).from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> =
            theirs.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        prop_assert_eq!(ours, theirs);
    }
}

/// Deletes rows by a condition, and changes every text.
async fn work_on(
    store: &Files,
    deletes: &[(&str, (&'static str, &'static str))],
) -> Box<dyn Session> {
    let (mut session, schema) = begin(store).await;
    for (table, by) in deletes {
        let rows = find(&mut *session, &schema, table, &[*by], &[]).await.unwrap();
        session.delete(schema.table(table).unwrap(), &keys(rows)).await.unwrap();
    }
    let rows = find(&mut *session, &schema, "texts", &[], &[]).await.unwrap();
    let (table, at) = columns(&schema, "texts", &["text"]);
    let rows: Vec<_> = keys(rows).into_iter().map(|key| (key, vec!["new".into()])).collect();
    session.change(table, &at, &rows).await.unwrap();
    session
}

/// What is in the way of reading everything is counted, and what is nobody's data is left out.
#[cfg(unix)]
#[tokio::test]
async fn what_is_no_file_of_the_folder_is_counted_and_passed_by() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder();
    let here = folder.path();
    write(here, "export/a.txt", "Anna");
    write(here, ".abide/exports/r-1.zip", "a copy");
    write(here, "centre.dat", "a database of the map");
    write(here, "centre.dat-wal", "");
    write(here, "centre.dat.old", "Anna");
    std::os::unix::fs::symlink("/etc", here.join("etc")).unwrap();
    std::os::unix::fs::symlink("a.txt", here.join("export/b.txt")).unwrap();
    fs::write(here.join(OsStr::from_bytes(b"export/\xff.txt")), "Anna").unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(here.join("export/socket")).unwrap();
    let mut deep = String::from("deep");
    (0..70).for_each(|_| deep.push_str("/d"));
    write(here, &format!("{deep}/a.txt"), "Anna");
    let database = fs::canonicalize(here).unwrap().join("centre.dat");
    let (read, unread) = suite::read_as_text(&store(here), &[database]).await;
    let names: Vec<&str> = read.iter().map(|(file, ..)| file.as_str()).collect();
    for file in ["export/a.txt", "export/b.txt", "etc", "export/\u{fffd}.txt", "centre.dat.old"] {
        assert!(names.contains(&file), "{file}: {names:?}");
    }
    assert!(!names.iter().any(|file| file.contains("abide") || file.ends_with(".dat")));
    assert!(!names.iter().any(|file| file.starts_with("etc/") || file.ends_with("-wal")));
    let expected = [(Unread::Audio, 1), (Unread::Link, 2), (Unread::Name, 2), (Unread::Other, 1)];
    assert_eq!(unread, expected, "{names:?}");
    let of = |name: &str| read.iter().find(|(file, ..)| file == name).unwrap().2.as_str();
    assert_eq!((of("export/b.txt"), of("export/a.txt")), ("", "Anna"));
}
