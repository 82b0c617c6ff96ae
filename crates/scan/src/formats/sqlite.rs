//! SQLite databases: every table, row by row, each value labelled by its column.
//!
//! Opened read-only; nothing is written beside the file. Views, virtual tables and computed columns are left out: what they
//! show is in the tables, and a file from anybody may have them show more than any time or memory allows.
//!
//! Owns: the one statement outside `stores/src/sql.rs` that is made of names the program does not know ([`Table::select`]). A file
//! that is looked through is no store, and this crate writes nothing.
//!
//! A damaged file may use the same page many times over, so that a few pages make more rows than anybody can read: rows and
//! texts together are held against the size of the file.

use std::ops::ControlFlow;
use std::path::Path;
use std::pin::Pin;

use futures_core::Stream;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{ConnectOptions, Row, SqliteConnection, TypeInfo, ValueRef};

use super::delimited::spoken;
use super::values::Values;
use super::{Sink, Stored};
use crate::Error;

/// The longest value that is read with its row, in bytes; longer ones are read one by one after the table.
const SHORT: u32 = 256 << 10;
/// The longest text that is read; a longer one is told.
const LONGEST: u32 = 8 << 20;
/// What SQLite may use for itself, in bytes.
const HEAP: &str = "67108864";
/// The fewest bytes that a row takes in a file: its place, its size, its number and the size of its head.
const LEAST: u64 = 5;
/// Stands for a value that is too long; a text never is a blob that starts so.
const LONG: &[u8] = b"\0longer";

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
        runtime.block_on(database(path, sink))
    }
}

impl From<sqlx::Error> for Error {
    /// Only the code is kept, since messages may hold data.
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Io(error) => Self::Io(error),
            sqlx::Error::Database(error) => {
                Self::Database(error.code().unwrap_or_default().into_owned())
            }
            _ => Self::Database("unknown".to_owned()),
        }
    }
}

async fn database(path: &Path, sink: &mut Sink<'_>) -> Result<(), Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .row_buffer_size(1)
        .pragma("trusted_schema", "OFF")
        .pragma("hard_heap_limit", HEAP)
        .disable_statement_logging();
    let mut database = options.connect().await?;
    let size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    let size: i64 = sqlx::query_scalar(size).fetch_one(&mut database).await?;
    let mut reader = Reader { left: size.unsigned_abs(), long: false, values: Values::new(sink) };
    // What `%w` writes between quotes is a name in a statement: the database quotes its own names, and nothing here does.
    let names = "SELECT name, format('\"%w\"', name) FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') \
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    let tables: Vec<(String, String)> = sqlx::query_as(names).fetch_all(&mut database).await?;
    for (name, quoted) in tables {
        let columns = "SELECT name, format('\"%w\"', name) FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid";
        let columns = sqlx::query_as(columns).bind(&name).fetch_all(&mut database).await?;
        let table = Table::new(&name, quoted, columns);
        if reader.table(&mut database, &table).await?.is_break() {
            return Ok(());
        }
    }
    reader.told()
}

/// A table, and what is said of its columns.
struct Table {
    /// Its name as a statement writes it.
    quoted: String,
    columns: Vec<Column>,
}

struct Column {
    /// Its name as a statement writes it.
    quoted: String,
    label: String,
    at: String,
}

impl Table {
    fn new(name: &str, quoted: String, columns: Vec<(String, String)>) -> Self {
        let column = |(column, quoted): (String, String)| Column {
            label: spoken(&column),
            at: format!("{name}.{column}"),
            quoted,
        };
        Self { columns: columns.into_iter().map(column).collect(), quoted }
    }

    /// A statement that selects of some columns the values whose size lies within bounds; where one is larger, a mark.
    #[expect(
        clippy::disallowed_methods,
        reason = "the file is only looked through, and its database quoted the names"
    )]
    fn select(&self, columns: &[Column], above: u32, most: u32) -> sqlx::AssertSqlSafe<String> {
        let mark: String = LONG.iter().map(|byte| format!("{byte:02x}")).collect();
        let value = |column: &Column| {
            let name = &column.quoted;
            // Neither the size nor the type of a value needs the value.
            format!(
                "CASE WHEN octet_length({name}) <= {above} THEN NULL WHEN octet_length({name}) <= {most} THEN {name} \
                WHEN typeof({name}) = 'text' OR {most} = {SHORT} THEN x'{mark}' END"
            )
        };
        let values: Vec<String> = columns.iter().map(value).collect();
        sqlx::AssertSqlSafe(format!("SELECT {} FROM main.{}", values.join(", "), self.quoted))
    }
}

struct Reader<'a, 'b> {
    /// How much the rows that are still to come may take, in bytes of the file.
    left: u64,
    /// Whether a text was too long to be read.
    long: bool,
    values: Values<'a, 'b>,
}

impl Reader<'_, '_> {
    async fn table(
        &mut self,
        database: &mut SqliteConnection,
        table: &Table,
    ) -> Result<ControlFlow<()>, Error> {
        let mut long = vec![false; table.columns.len()];
        let all = table.select(&table.columns, 0, SHORT);
        let mut flow = self.rows(database, all, &table.columns, LEAST, &mut long).await?;
        for (column, _) in table.columns.iter().zip(long).filter(|(_, long)| *long) {
            if flow.is_continue() {
                let column = std::slice::from_ref(column);
                let (one, mut longer) = (table.select(column, SHORT, LONGEST), [false]);
                flow = self.rows(database, one, column, 0, &mut longer).await?;
                self.long |= longer == [true];
            }
        }
        Ok(flow)
    }

    /// Reads the rows of a statement, each for a price, and marks the columns that have values too long for it.
    async fn rows(
        &mut self,
        database: &mut SqliteConnection,
        statement: sqlx::AssertSqlSafe<String>,
        columns: &[Column],
        price: u64,
        long: &mut [bool],
    ) -> Result<ControlFlow<()>, Error> {
        let mut record = 0;
        let mut rows = sqlx::query(statement).fetch(database);
        while let Some(row) = next(&mut rows).await? {
            record += 1;
            self.spend(price)?;
            for ((number, column), long) in columns.iter().enumerate().zip(&mut *long) {
                let Some(value) = value(&row, number, long) else { continue };
                // Texts in UTF-16 grow by half.
                self.spend(value.len() as u64 / 2 * u64::from(value.len() > 32))?;
                if self.values.add(&column.label, &value, &column.at, record).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            if self.values.end_record().is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(self.values.hand_on())
    }

    fn spend(&mut self, bytes: u64) -> Result<(), Error> {
        let left = self.left.checked_sub(bytes);
        self.left = left.ok_or_else(|| Error::Database("11".to_owned()))?;
        Ok(())
    }

    /// Tells what was left out.
    fn told(self) -> Result<(), Error> {
        let (what, remedy) = (
            "has texts of more than 8 megabytes, which were not read",
            "export them to files and scan those",
        );
        if self.long { Err(Error::Packed { what, remedy }) } else { Ok(()) }
    }
}

async fn next(
    rows: &mut (impl Stream<Item = Result<SqliteRow, sqlx::Error>> + Unpin),
) -> Result<Option<SqliteRow>, sqlx::Error> {
    std::future::poll_fn(|context| Pin::new(&mut *rows).poll_next(context)).await.transpose()
}

/// A value as text; numbers as they are written, bytes only if they are text.
fn value(row: &SqliteRow, column: usize, long: &mut bool) -> Option<String> {
    let raw = row.try_get_raw(column).ok()?;
    if raw.is_null() {
        return None;
    }
    let kind = raw.type_info();
    let text = match kind.name() {
        "INTEGER" => row.try_get_unchecked::<i64, _>(column).ok()?.to_string(),
        "REAL" => row.try_get_unchecked::<f64, _>(column).ok()?.to_string(),
        "BLOB" => {
            let bytes = row.try_get_unchecked::<&[u8], _>(column).ok()?;
            *long |= bytes == LONG;
            str::from_utf8(bytes).ok()?.to_owned()
        }
        _ => row.try_get_unchecked::<String, _>(column).ok()?,
    };
    (!text.trim().is_empty() && text.as_bytes() != LONG).then_some(text)
}

#[cfg(test)]
mod tests;
