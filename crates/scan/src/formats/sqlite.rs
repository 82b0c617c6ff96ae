//! SQLite databases: every table, row by row, each value labelled by its column.
//!
//! Opened read-only; nothing is written beside the file. Views are left out: what they show is in the tables.

use std::ops::ControlFlow;
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{Column, ConnectOptions, Row, SqliteConnection, TypeInfo, ValueRef};

use super::delimited::spoken;
use super::{Sink, Stored};
use crate::Error;
use crate::piece::{Origin, Piece};

/// How much is gathered before it is looked at.
const PIECE: usize = 64 << 10;
/// The longest value that is looked at whole; of a longer one the rest is left out and told.
const LONGEST: usize = 16 << 20;

pub(crate) struct Sqlite;

impl Stored for Sqlite {
    fn name(&self) -> &'static str {
        "sqlite"
    }
    fn fits(&self, head: &[u8]) -> bool {
        head.starts_with(b"SQLite format 3\0")
    }
    fn read(&self, path: &Path, sink: &mut Sink<'_>) -> Result<(), Error> {
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        runtime.block_on(database(path, sink)).map_err(|error| match error {
            sqlx::Error::Io(error) => Error::Io(error),
            sqlx::Error::Database(error) => {
                Error::Database(error.code().unwrap_or_default().into_owned())
            }
            _ => Error::Database("unknown".to_owned()),
        })
    }
}

async fn database(path: &Path, sink: &mut Sink<'_>) -> Result<(), sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .pragma("trusted_schema", "OFF")
        .disable_statement_logging();
    let mut database = options.connect().await?;
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    let tables: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut database).await?;
    for table in tables {
        if self::table(&mut database, &table, sink).await? == ControlFlow::Break(()) {
            break;
        }
    }
    Ok(())
}

async fn table(
    database: &mut SqliteConnection,
    table: &str,
    sink: &mut Sink<'_>,
) -> Result<ControlFlow<()>, sqlx::Error> {
    // The only text that goes into a statement is a name that the database itself has given, quoted as SQL asks.
    let statement = format!("SELECT * FROM \"{}\"", table.replace('"', "\"\""));
    let mut piece = Piece::default();
    let mut record = 0;
    let mut flow = ControlFlow::Continue(());
    let query = sqlx::query(sqlx::AssertSqlSafe(statement));
    let mut rows = query.fetch(database);
    while let Some(row) = next(&mut rows).await? {
        record += 1;
        add(&mut piece, table, record, &row);
        if piece.text.len() >= PIECE {
            flow = sink(std::mem::take(&mut piece));
            if flow == ControlFlow::Break(()) {
                return Ok(flow);
            }
        }
    }
    if !piece.parts.is_empty() {
        flow = sink(piece);
    }
    Ok(flow)
}

async fn next(
    rows: &mut (impl futures_core::Stream<Item = Result<SqliteRow, sqlx::Error>> + Unpin),
) -> Result<Option<SqliteRow>, sqlx::Error> {
    std::future::poll_fn(|context| std::pin::Pin::new(&mut *rows).poll_next(context))
        .await
        .transpose()
}

fn add(piece: &mut Piece, table: &str, record: u64, row: &SqliteRow) {
    for column in row.columns() {
        let Some(value) = value(row, column.ordinal()) else { continue };
        let at = format!("{table}.{}", column.name()).into();
        piece.field(&spoken(column.name()), &value, Some(at), Origin::Value { record });
    }
}

/// A value as text; numbers as they are written, bytes only if they are text.
fn value(row: &SqliteRow, column: usize) -> Option<String> {
    let raw = row.try_get_raw(column).ok()?;
    if raw.is_null() {
        return None;
    }
    let kind = raw.type_info();
    let text = match kind.name() {
        "INTEGER" => row.try_get_unchecked::<i64, _>(column).ok()?.to_string(),
        "REAL" => row.try_get_unchecked::<f64, _>(column).ok()?.to_string(),
        "BLOB" => String::from_utf8(row.try_get_unchecked::<Vec<u8>, _>(column).ok()?).ok()?,
        _ => row.try_get_unchecked::<String, _>(column).ok()?,
    };
    let end = text.floor_char_boundary(LONGEST.min(text.len()));
    (!text.trim().is_empty()).then(|| text.get(..end).unwrap_or("").to_owned())
}
