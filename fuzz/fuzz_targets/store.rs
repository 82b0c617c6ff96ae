//! What the targets over files of stores share: whatever is in a file, reading it ends; where it can be read, changing or deleting one row
//! leaves all others as they were; and it is read as text, too, as a sweep does.
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use abide_stores::files::{Files, Format, Kind};
use abide_stores::schema::Table;
use abide_stores::{Error, Mode, Row, Session, Store, Text, Value};
use tokio::runtime::Runtime;

fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap())
}

/// A folder for this process alone, in memory where there is one.
fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let memory = Path::new("/dev/shm");
        let room = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = room.join(format!("abide-fuzz-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    })
}

fn open(name: &str, format: Option<Format>) -> Files {
    let kind = |format| Kind { table: "rows".into(), glob: name.into(), format, columns: Vec::new() };
    Files::open("folder", folder(), format.into_iter().map(kind).collect()).unwrap()
}

/// All rows with the values of these columns.
async fn rows(store: &Files, columns: &[usize]) -> Result<Vec<Row>, Error> {
    read(&mut *store.session(Mode::Read).await?, columns).await
}

/// The same, in a session: the keys of rows count in that alone.
async fn read(session: &mut dyn Session, columns: &[usize]) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    let mut sink = |row| {
        rows.push(row);
        ControlFlow::Continue(())
    };
    session.sweep(0, columns, &mut sink).await?;
    Ok(rows)
}

fn values(rows: &[Row]) -> Vec<&[Value]> {
    rows.iter().map(|row| row.values.as_slice()).collect()
}

/// The columns that tell a row from others, whichever line it is in.
fn told(table: &Table) -> Vec<usize> {
    let columns = table.columns.iter().enumerate();
    columns.filter(|(_, column)| column.name != "line").map(|(at, _)| at).collect()
}

pub fn kept(name: &str, format: Format, bytes: &[u8]) {
    std::fs::write(folder().join(name), bytes).unwrap();
    runtime().block_on(async {
        read_as_text(name).await;
        let store = open(name, Some(format));
        let schema = store.schema().await.unwrap();
        let table = &schema.tables[0];
        let columns = told(table);
        let Ok(before) = rows(&store, &columns).await else { return };
        let Some((first, others)) = before.split_first() else { return };
        if let Some(at) = columns.iter().position(|&column| !table.columns[column].generated) {
            change(&store, &columns, (first, others), at, format).await;
        }
        let mut session = store.session(Mode::Write).await.unwrap();
        let before = read(&mut *session, &columns).await.unwrap();
        let (first, others) = before.split_first().unwrap();
        let (gone, _) = (session.delete(0, &[first.key.clone()]).await.unwrap(), session.commit().await.unwrap());
        assert_eq!(gone, 1);
        assert_eq!(values(&rows(&store, &columns).await.unwrap()), values(others));
    });
}

/// Gives the first row another value in a column, and looks at all of them.
async fn change(store: &Files, columns: &[usize], (first, others): (&Row, &[Row]), at: usize, format: Format) {
    let new = match format {
        // It stays a conversation.
        Format::Vcon => Value::from(format!("{} ", first.values[at].text().unwrap())),
        _ => Value::from("[…]"),
    };
    let mut session = store.session(Mode::Write).await.unwrap();
    let key = read(&mut *session, columns).await.unwrap().remove(0).key;
    let change = [(key, vec![new.clone()])];
    // A file of CSV may lack the column.
    if session.change(0, &[columns[at]], &change).await.is_err() || session.commit().await.is_err() {
        return;
    }
    let after = rows(store, columns).await.unwrap();
    let mut expected = first.values.clone();
    expected[at] = new;
    assert_eq!(after[0].values, expected);
    assert_eq!(values(&after[1..]), values(others));
}

async fn read_as_text(name: &str) {
    let mut longest = 0;
    let mut sink = |text: Text<'_>| {
        if let Text::Piece(piece) = text {
            longest = longest.max(piece.len());
        }
    };
    open(name, None).texts(&[], &mut sink).await.unwrap();
    assert!(longest < 1 << 20);
}
