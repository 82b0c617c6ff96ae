//! A PostgreSQL database that belongs to somebody else.
//!
//! A session is a transaction with `REPEATABLE READ`: what it reads does not change, and rows that somebody else changes
//! meanwhile end it with [`Error::Conflict`]. Values go in and out as the text in which the server writes them, so that types
//! that this program does not know pass through unchanged. A row is named by its primary key, else by its place (`ctid`).
//!
//! Needs: `SELECT`, `UPDATE`, `DELETE` on the tables of the map. Nothing is created, not even temporary tables.

use std::ops::ControlFlow;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPool, PgPoolOptions, PgRow};
use sqlx::{Arguments as _, ConnectOptions as _, Postgres as Db, Row as _};

use crate::schema::{Family, Known, Table};
use crate::sql::{Statement, postgres as sql};
use crate::{
    Abilities, Answer, ColumnAt, Effort, Error, Key, Lookup, Mode, Remains, Row, Schema, Session,
    Sink, Store, TableAt, Value,
};

mod catalogue;

/// How long a session waits for a connection.
const BUSY: Duration = Duration::from_secs(10);
/// Sessions at the same time.
const SESSIONS: u32 = 4;
/// How many rows of values go into one statement.
const CHUNK: usize = 8192;
/// How many rows of a whole table are asked for at once.
const FETCHED: usize = 1000;

/// A PostgreSQL database.
#[derive(Clone, Debug)]
pub struct Postgres {
    id: String,
    pool: PgPool,
    known: Known,
}

impl Postgres {
    /// Connects to an address such as `postgres://user@host/database`. Its credentials are kept by the driver alone.
    ///
    /// # Errors
    /// [`Error::Open`] if the address is none, or nobody answers there, or not to this account.
    pub async fn open(id: &str, address: &str) -> Result<Self, Error> {
        let opening = |code: String| Error::Open { store: id.to_owned(), code };
        let options = PgConnectOptions::from_str(address)
            .map_err(|_| opening("the address is not one of PostgreSQL".to_owned()))?
            .application_name("abide")
            .statement_cache_capacity(256)
            // How the server writes values must not depend on its settings.
            .options([
                ("timezone", "UTC"),
                ("datestyle", "ISO, YMD"),
                ("intervalstyle", "postgres"),
                ("bytea_output", "hex"),
                ("extra_float_digits", "1"),
            ])
            .disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(SESSIONS)
            .acquire_timeout(BUSY)
            .connect_with(options)
            .await;
        let pool = pool.map_err(|e| match failure(id, "read", &e) {
            Error::Other { code, .. } | Error::Away { code, .. } => opening(code),
            other => other,
        })?;
        Ok(Self { id: id.to_owned(), pool, known: Known::default() })
    }

    async fn begin(&self, mode: Mode) -> Result<Box<dyn Session>, Error> {
        let schema = match self.known.get() {
            Some(known) => known,
            None => self.read_schema().await?,
        };
        let begin = match mode {
            Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            Mode::Write => "BEGIN ISOLATION LEVEL REPEATABLE READ",
        };
        let transaction =
            self.pool.begin_with(begin).await.map_err(|e| failure(&self.id, "read", &e))?;
        Ok(Box::new(Open { id: self.id.clone(), schema, transaction }))
    }

    async fn read_schema(&self) -> Result<Arc<Schema>, Error> {
        let fail = |e| failure(&self.id, "read", &e);
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        let schema = catalogue::read(&mut connection).await.map_err(fail)?;
        Ok(self.known.set(schema))
    }
}

impl Store for Postgres {
    fn id(&self) -> &str {
        &self.id
    }
    fn abilities(&self) -> Abilities {
        Abilities { delete: true, change: true, transactions: true, versions: false }
    }
    fn schema(&self) -> Answer<'_, Arc<Schema>> {
        Box::pin(self.read_schema())
    }
    fn session(&self, mode: Mode) -> Answer<'_, Box<dyn Session>> {
        Box::pin(self.begin(mode))
    }
    /// Dead rows go when the server's own cleaning comes by, its log when the server uses its files again: neither can be
    /// asked of an account without more rights than this one has.
    fn settle(&self, _effort: Effort) -> Answer<'_, Remains> {
        Box::pin(async { Ok(Remains::UntilReused) })
    }
    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async {
            self.pool.close().await;
            Ok(())
        })
    }
}

/// A transaction.
struct Open {
    id: String,
    schema: Arc<Schema>,
    transaction: sqlx::Transaction<'static, Db>,
}

impl Open {
    fn table(&self, at: TableAt, doing: &'static str) -> Result<(Arc<Schema>, usize), Error> {
        let gone =
            || Error::Other { store: self.id.clone(), doing, code: "no such table".to_owned() };
        self.schema.tables.get(at).ok_or_else(gone)?;
        Ok((Arc::clone(&self.schema), at))
    }

    async fn read(
        &mut self,
        statement: &Statement,
        arguments: PgArguments,
        shape: &Shape,
        sink: Sink<'_>,
    ) -> Result<ControlFlow<()>, Error> {
        let id = self.id.clone();
        let fail = |e: sqlx::Error| failure(&id, "read", &e);
        let mut rows = sqlx::query_with(statement.text(), arguments)
            .persistent(statement.is_lasting())
            .fetch(&mut *self.transaction);
        while let Some(row) = rows.try_next().await.map_err(fail)? {
            if sink(shape.decoded(&row).map_err(fail)?).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    async fn find_all(&mut self, lookup: &Lookup<'_>, sink: Sink<'_>) -> Result<(), Error> {
        let (schema, at) = self.table(lookup.table, "read")?;
        let Some(table) = schema.tables.get(at) else { return Ok(()) };
        let by = if lookup.by.is_empty() { table.key.as_slice() } else { lookup.by };
        let statement = sql::find(table, lookup);
        let shape = Shape::of(table, lookup.want);
        let holdable = |row: &&Vec<Value>| fits(table, by, row);
        let wanted: Vec<&Vec<Value>> = lookup.values.iter().filter(holdable).collect();
        for chunk in wanted.chunks(CHUNK) {
            let mut arguments = PgArguments::default();
            bind_columns(&mut arguments, chunk.iter().map(|v| v.as_slice()), by.len().max(1));
            for (_, is) in lookup.when {
                let _ = arguments.add(is.as_str());
            }
            if self.read(&statement, arguments, &shape, sink).await?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Through a cursor: the server would send the rest of the table to who has enough after a few rows.
    async fn sweep_all(
        &mut self,
        table: TableAt,
        want: &[ColumnAt],
        sink: Sink<'_>,
    ) -> Result<(), Error> {
        let (schema, at) = self.table(table, "read")?;
        let Some(table) = schema.tables.get(at) else { return Ok(()) };
        let shape = Shape::of(table, want);
        self.execute(&sql::open_sweep(table, want), PgArguments::default(), "read").await?;
        loop {
            let mut count = 0;
            let mut each = |row: Row| {
                count += 1;
                sink(row)
            };
            let fetch = sql::fetch(FETCHED);
            let flow = self.read(&fetch, PgArguments::default(), &shape, &mut each).await?;
            if flow.is_break() || count < FETCHED {
                break;
            }
        }
        self.execute(&sql::close_sweep(), PgArguments::default(), "read").await.map(drop)
    }

    async fn execute(
        &mut self,
        statement: &Statement,
        arguments: PgArguments,
        doing: &'static str,
    ) -> Result<u64, Error> {
        let done =
            sqlx::query_with(statement.text(), arguments).execute(&mut *self.transaction).await;
        Ok(done.map_err(|e| failure(&self.id, doing, &e))?.rows_affected())
    }

    /// One statement, however many keys: references among the rows are checked at its end.
    async fn delete_all(&mut self, table: TableAt, keys: &[Key]) -> Result<u64, Error> {
        let (schema, at) = self.table(table, "delete")?;
        let Some(table) = schema.tables.get(at).filter(|_| !keys.is_empty()) else { return Ok(0) };
        let mut arguments = PgArguments::default();
        bind_columns(&mut arguments, keys.iter().map(|k| &*k.0), table.key.len().max(1));
        self.execute(&sql::delete(table), arguments, "delete").await
    }

    async fn change_all(
        &mut self,
        table: TableAt,
        columns: &[ColumnAt],
        rows: &[(Key, Vec<Value>)],
    ) -> Result<u64, Error> {
        let (schema, at) = self.table(table, "change")?;
        let Some(table) = schema.tables.get(at) else { return Ok(0) };
        let statement = sql::change(table, columns);
        let mut count = 0;
        for chunk in rows.chunks(CHUNK) {
            let mut arguments = PgArguments::default();
            bind_columns(&mut arguments, chunk.iter().map(|(k, _)| &*k.0), table.key.len().max(1));
            bind_columns(&mut arguments, chunk.iter().map(|(_, v)| v.as_slice()), columns.len());
            count += self.execute(&statement, arguments, "change").await?;
        }
        Ok(count)
    }
}

impl Session for Open {
    fn find<'a>(&'a mut self, lookup: &'a Lookup<'a>, sink: Sink<'a>) -> Answer<'a, ()> {
        Box::pin(self.find_all(lookup, sink))
    }
    fn sweep<'a>(
        &'a mut self,
        table: TableAt,
        want: &'a [ColumnAt],
        sink: Sink<'a>,
    ) -> Answer<'a, ()> {
        Box::pin(self.sweep_all(table, want, sink))
    }
    fn delete<'a>(&'a mut self, table: TableAt, keys: &'a [Key]) -> Answer<'a, u64> {
        Box::pin(self.delete_all(table, keys))
    }
    fn change<'a>(
        &'a mut self,
        table: TableAt,
        columns: &'a [ColumnAt],
        rows: &'a [(Key, Vec<Value>)],
    ) -> Answer<'a, u64> {
        Box::pin(self.change_all(table, columns, rows))
    }
    fn defer(&mut self) -> Answer<'_, ()> {
        Box::pin(async {
            let done =
                sqlx::query("SET CONSTRAINTS ALL DEFERRED").execute(&mut *self.transaction).await;
            done.map(drop).map_err(|e| failure(&self.id, "change", &e))
        })
    }
    fn commit(self: Box<Self>) -> Answer<'static, ()> {
        Box::pin(async move {
            self.transaction.commit().await.map_err(|e| failure(&self.id, "save", &e))
        })
    }
}

/// How a row's texts become values: the family of each column, keys first.
struct Shape {
    keys: usize,
    families: Vec<Family>,
}

impl Shape {
    fn of(table: &Table, want: &[ColumnAt]) -> Self {
        let family = |at: &ColumnAt| table.columns.get(*at).map_or(Family::Other, |c| c.family);
        let keys = table.key.len().max(1);
        let place = (table.key.is_empty()).then_some(Family::Other);
        let families = place.into_iter().chain(table.key.iter().chain(want).map(family)).collect();
        Self { keys, families }
    }

    fn decoded(&self, row: &PgRow) -> Result<Row, sqlx::Error> {
        let mut values = self.families.iter().enumerate().map(|(at, family)| {
            Ok::<_, sqlx::Error>(value(row.try_get::<Option<&str>, _>(at)?, *family))
        });
        let key: Box<[Value]> = values.by_ref().take(self.keys).collect::<Result<_, _>>()?;
        Ok(Row { key: Key(key), values: values.collect::<Result<_, _>>()? })
    }
}

fn value(text: Option<&str>, family: Family) -> Value {
    let Some(text) = text else { return Value::Null };
    match family {
        Family::Integer => text.parse().map_or_else(|_| text.into(), Value::Integer),
        Family::Truth => Value::Integer(i64::from(text == "true")),
        Family::Bytes => bytes(text).map_or_else(|| text.into(), Value::Bytes),
        _ => text.into(),
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.strip_prefix("\\x")?.as_bytes();
    let digit = |d: u8| char::from(d).to_digit(16).and_then(|d| u8::try_from(d).ok());
    digits.chunks(2).map(|pair| Some(digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?)).collect()
}

/// A value as the text that the server reads.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.clone()),
        Value::Bytes(bytes) => Some(bytes.iter().fold("\\x".to_owned(), |mut hex, byte| {
            use std::fmt::Write as _;
            let _ = write!(hex, "{byte:02x}");
            hex
        })),
    }
}

/// Binds rows as one array for each column.
fn bind_columns<'a>(
    arguments: &mut PgArguments,
    rows: impl Iterator<Item = &'a [Value]> + Clone,
    width: usize,
) {
    for at in 0..width {
        let column: Vec<Option<String>> =
            rows.clone().map(|row| row.get(at).and_then(text)).collect();
        // Adding fails for types that refuse to be encoded; texts do not.
        let _ = arguments.add(column);
    }
}

/// Whether the columns could hold these values at all: what they could not, the server would call an error.
fn fits(table: &Table, by: &[ColumnAt], row: &[Value]) -> bool {
    let one = |(value, at): (&Value, &ColumnAt)| {
        let Some(column) = table.columns.get(*at) else { return false };
        let Some(text) = text(value) else { return false };
        match column.family {
            Family::Integer => match column.native.as_str() {
                "smallint" => text.parse::<i16>().is_ok(),
                "integer" => text.parse::<i32>().is_ok(),
                _ => text.parse::<i64>().is_ok(),
            },
            Family::Number => text.parse::<f64>().is_ok(),
            Family::Uuid => {
                text.len() == 36 && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
            }
            Family::Truth => matches!(text.as_str(), "0" | "1" | "t" | "f" | "true" | "false"),
            _ => !text.contains('\0'),
        }
    };
    // A table without a key is asked by the places of its rows, which came from here.
    by.is_empty() || row.iter().zip(by).all(one)
}

/// Turns the driver's error into ours; only its code and the name of the rule are kept (PostgreSQL 15, appendix A).
fn failure(id: &str, doing: &'static str, error: &sqlx::Error) -> Error {
    let store = id.to_owned();
    let database = match error {
        sqlx::Error::Database(e) => e,
        sqlx::Error::PoolTimedOut => {
            return Error::Away { store, code: "all connections are busy".to_owned() };
        }
        sqlx::Error::Io(e) => return Error::Away { store, code: e.kind().to_string() },
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            return Error::Away { store, code: "closed".to_owned() };
        }
        _ => return Error::Other { store, doing, code: "driver".to_owned() },
    };
    let sqlstate = database.code().unwrap_or_default().into_owned();
    let code = format!("SQLSTATE {sqlstate}");
    match sqlstate.as_str() {
        "40001" | "40P01" => Error::Conflict { store },
        "42501" => Error::Forbidden { store, doing },
        "53100" => Error::Full { store, code },
        state if state.starts_with("23") => {
            Error::Refused { store, rule: database.constraint().map(str::to_owned), code }
        }
        state if ["08", "57", "53", "55"].iter().any(|class| state.starts_with(class)) => {
            Error::Away { store, code }
        }
        state if ["28", "3D"].iter().any(|class| state.starts_with(class)) => {
            Error::Open { store, code }
        }
        _ => Error::Other { store, doing, code },
    }
}
