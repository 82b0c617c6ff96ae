//! Tables and files that would need much memory if they were read whole. Each test is a process of its own under nextest, which
//! is what makes its greatest use of memory its own.

#![cfg(target_os = "linux")]

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;

use abide_stores::files::{Files, Format, Kind};
use abide_stores::{Error, Lookup, Mode, Row, Session, Store, Text, Value};
use abide_tests::postgres::Postgres as Server;

use crate::base::Base;

/// What may be needed beside what the process has before, in kilobytes.
const MOST: u64 = 40_000;
/// How many rows there are, of about 500 bytes each.
const ROWS: u64 = 160_000;

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim_end_matches("kB").trim().parse().unwrap()
}

async fn counted(session: &mut dyn Session, columns: usize) -> u64 {
    let mut rows = 0;
    let want: Vec<usize> = (0..columns).collect();
    let mut sink = |row: Row| {
        rows += u64::from(row.values.len() == columns);
        ControlFlow::Continue(())
    };
    session.sweep(0, &want, &mut sink).await.unwrap();
    rows
}

/// Reads the only table whole, finds one row of it by a column without an index, and deletes that.
async fn read_and_deleted(store: &dyn Store) {
    let schema = store.schema().await.unwrap();
    let table = &schema.tables[0];
    let mut session = store.session(Mode::Write).await.unwrap();
    assert_eq!(counted(session.as_mut(), table.columns.len()).await, ROWS);
    let id = table.column("id").unwrap();
    let values = [vec![Value::from("77")]];
    let lookup = Lookup {
        table: 0,
        by: &[id],
        values: &values,
        when: &[],
        want: &[id],
        hold: true,
        refers: false,
    };
    let mut keys = Vec::new();
    let mut sink = |row: Row| {
        keys.push(row.key);
        ControlFlow::Continue(())
    };
    session.find(&lookup, &mut sink).await.unwrap();
    assert_eq!(session.delete(0, &keys).await.unwrap(), 1);
    session.commit().await.unwrap();
    let mut session = store.session(Mode::Read).await.unwrap();
    assert_eq!(counted(session.as_mut(), table.columns.len()).await, ROWS - 1);
}

#[tokio::test]
async fn a_file_of_rows_is_read_and_written_row_by_row() {
    let folder = tempfile::tempdir().unwrap();
    for (name, format) in
        [("rows.jsonl", Format::JsonLines), ("rows.csv", Format::Csv { delimiter: None })]
    {
        let mut file = BufWriter::new(File::create(folder.path().join(name)).unwrap());
        let text = "Der Anrufer bittet um Rückruf. ".repeat(15);
        if name.ends_with(".csv") {
            writeln!(file, "id,text").unwrap();
        }
        for id in 0..ROWS {
            if name.ends_with(".csv") {
                writeln!(file, "{id},{text}").unwrap();
            } else {
                writeln!(file, "{{\"id\": \"{id}\", \"text\": \"{text}\"}}").unwrap();
            }
        }
        file.into_inner().unwrap();
        let columns = Vec::new();
        let kind = Kind { table: name.to_owned(), glob: name.to_owned(), format, columns };
        let store = Files::open("folder", folder.path(), vec![kind]).unwrap();
        let before = peak();
        read_and_deleted(&store).await;
        let needed = peak() - before;
        assert!(needed < MOST, "{name}: {needed} kB");
    }
}

/// A text of one line that is longer than anything that may be held, of signs that are two bytes each.
#[tokio::test]
async fn a_file_of_no_table_is_read_piece_by_piece() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = BufWriter::new(File::create(folder.path().join("forgotten")).unwrap());
    let (line, times) = ("ü".repeat(4096), 12_000_u64);
    for _ in 0..times {
        write!(file, "{line}").unwrap();
    }
    file.into_inner().unwrap();
    let store = Files::open("folder", folder.path(), Vec::new()).unwrap();
    let (before, mut signs, mut longest) = (peak(), 0, 0);
    let mut sink = |text: Text<'_>| {
        if let Text::Piece(piece) = text {
            signs += piece.chars().count() as u64;
            longest = longest.max(piece.len());
        }
    };
    assert!(store.texts(&[], &mut sink).await.unwrap().is_empty());
    assert_eq!(signs, 4096 * times);
    assert!(longest < 1 << 20, "{longest}");
    let needed = peak() - before;
    assert!(needed < MOST, "{needed} kB");
}

/// A store of one conversation, of whose columns all but its text are read.
async fn conversation(write: impl FnOnce(&mut BufWriter<File>)) -> (Result<Row, Error>, u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut file = BufWriter::new(File::create(folder.path().join("a.vcon.json")).unwrap());
    write(&mut file);
    file.into_inner().unwrap();
    let glob = "*.vcon.json".to_owned();
    let kind = Kind { table: "calls".into(), glob, format: Format::Vcon, columns: Vec::new() };
    let store = Files::open("folder", folder.path(), vec![kind]).unwrap();
    let mut session = store.session(Mode::Read).await.unwrap();
    let (before, mut found) = (peak(), None);
    let mut sink = |row: Row| {
        found = Some(row);
        ControlFlow::Continue(())
    };
    let read = session.sweep(0, &[0, 1, 2, 3, 4], &mut sink).await;
    (read.map(|()| found.unwrap()), peak() - before)
}

/// Nothing of a party, a million times: little in the file, and little in memory.
#[tokio::test]
async fn parties_of_whom_nothing_is_known_take_no_room() {
    let (row, needed) = conversation(|file| {
        write!(file, "{{\"parties\":[{}{{}}]}}", "{},".repeat(999_999)).unwrap();
    })
    .await;
    assert_eq!(row.unwrap().values[2].text().unwrap().len(), 3_000_001);
    assert!(needed < 20_000, "{needed} kB");
}

/// A recording of an hour, within a signature.
#[tokio::test]
async fn a_signed_conversation_is_read_piece_by_piece() {
    let (row, needed) = conversation(|file| {
        // Each part is a multiple of three, so that the pieces of base64url make one.
        let encode = |text: &[u8]| data_encoding::BASE64URL_NOPAD.encode(text);
        let head =
            br#"{"subject":"Rechnung","parties":[{"tel":"+421900123456"}],"dialog":[{"body":"  "#;
        let (head, tail) = (
            format!("{}{}", String::from_utf8_lossy(head), " ".repeat(3 - head.len() % 3)),
            b"\"}]}",
        );
        let body = encode(&[b'x'; 3 << 10]);
        write!(file, "{{\"payload\":\"{}", encode(head.as_bytes())).unwrap();
        for _ in 0..20 << 10 {
            file.write_all(body.as_bytes()).unwrap();
        }
        write!(file, "{}\",\"signatures\":[]}}", encode(tail)).unwrap();
    })
    .await;
    let row = row.unwrap();
    assert_eq!(row.values[1], Value::from("Rechnung"));
    assert_eq!(row.values[2], Value::from(r#"[{"tel":"+421900123456"}]"#));
    assert_eq!(row.values[4], Value::Integer(1));
    assert!(needed < 5_000, "{needed} kB");
}

/// What would have to be held and may not be is refused before it is.
#[tokio::test]
async fn a_conversation_that_says_too_much_of_itself_is_refused() {
    let line = "x".repeat(1 << 20);
    let (row, needed) = conversation(|file| {
        write!(file, "{{\"parties\":[],\"subject\":\"").unwrap();
        (0..100).for_each(|_| write!(file, "{line}").unwrap());
        write!(file, "\"}}").unwrap();
    })
    .await;
    assert!(matches!(row, Err(Error::Long { .. })), "{row:?}");
    assert!(needed < MOST, "{needed} kB");
}

/// Rows of as many members or fields as their length allows.
#[tokio::test]
async fn a_row_of_too_many_members_is_refused() {
    let many = 3 << 20;
    for (name, format, text) in [
        ("a.jsonl", Format::JsonLines, format!("{{{}\"\":0}}\n", "\"\":0,".repeat(many))),
        ("a.csv", Format::Csv { delimiter: None }, format!("{}\n", ",".repeat(many))),
        ("b.csv", Format::Csv { delimiter: None }, format!("a,b\n{}\n", ",".repeat(many))),
    ] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), text).unwrap();
        let kind = Kind { table: "rows".into(), glob: name.into(), format, columns: Vec::new() };
        let store = Files::open("folder", folder.path(), vec![kind]).unwrap();
        let before = peak();
        store.schema().await.unwrap();
        let mut session = store.session(Mode::Read).await.unwrap();
        let mut sink = |_: Row| ControlFlow::Continue(());
        let told = session.sweep(0, &[0, 1, 2], &mut sink).await;
        assert!(matches!(told, Err(Error::Damaged { .. })), "{name}: {told:?}");
        let needed = peak() - before;
        assert!(needed < 90_000, "{name}: {needed} kB");
    }
}

async fn a_table(base: &Base<'_>) {
    let fill = base.pick(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 159999) \
        INSERT INTO rows SELECT i, replace(hex(zeroblob(120)), '00', 'Anna') FROM n",
        "INSERT INTO rows SELECT i, repeat('Anna', 120) FROM generate_series(0, 159999) AS n(i)",
    );
    base.ask(&format!("CREATE TABLE rows (id TEXT NOT NULL, text TEXT); {fill}")).await;
    let store = base.open().await.unwrap();
    let before = peak();
    read_and_deleted(&*store).await;
    let needed = peak() - before;
    assert!(needed < MOST, "{needed} kB");
}

#[tokio::test]
async fn a_table_of_sqlite_is_read_row_by_row() {
    a_table(&Base::sqlite()).await;
}

#[tokio::test]
async fn a_table_of_postgresql_is_read_row_by_row() {
    let Some(server) = Server::start() else { return };
    let _address = server.database("memory");
    a_table(&Base::Postgres(&server, "memory".to_owned())).await;
}
