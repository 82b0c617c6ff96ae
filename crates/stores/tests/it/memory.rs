//! Tables and files that would need much memory if they were read whole. Each test is a process of its own under nextest, which
//! is what makes its greatest use of memory its own.

#![cfg(target_os = "linux")]

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::ops::ControlFlow;

use abide_stores::files::{Files, Format, Kind};
use abide_stores::{Lookup, Mode, Row, Session, Store, Text, Value};
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
    let lookup =
        Lookup { table: 0, by: &[id], values: &values, when: &[], want: &[id], hold: true };
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
