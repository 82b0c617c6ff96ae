//! A SQLite database that belongs to somebody else.
//!
//! Its journal mode and settings stay as they are. A writing session starts with `BEGIN IMMEDIATE`, checks references at its
//! end, and overwrites what it deletes (`secure_delete`). A row is named by its number (`rowid`) where it has one: it is the
//! fastest way to it, and a primary key of SQLite may hold nulls.
//!
//! Needs: the file and its folder readable and writable. Nothing is created. Where they are not writable, or it is opened
//! [for reading alone](Sqlite::open_read_only), nothing is changed, and its abilities say so.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqlitePool, SqlitePoolOptions,
    SqliteRow,
};
use sqlx::{
    Arguments as _, ConnectOptions as _, Row as _, Sqlite as Db, TypeInfo as _, ValueRef as _,
};

use crate::schema::Known;
use crate::sql::{Statement, condition, size_for, sqlite as sql};
use crate::writable::is_writable;
use crate::{
    Abilities, Answer, BESIDE, Beside, BesideKind, Can, ColumnAt, Effort, Error, Key, Lookup, Mode,
    Refusals, Remains, Row, Schema, Session, Sink, Store, TableAt, Tally, TextSink, Trial, Unread,
    UnreadFiles, Value,
};

mod catalogue;
mod refusals;
mod together;
mod watch;

use watch::Watch;

/// How long a session waits for another writer.
const BUSY: Duration = Duration::from_secs(10);
/// Sessions at the same time.
const SESSIONS: u32 = 4;
/// So many rows that were read may wait.
const WAITING: usize = 64;
/// So much of the file a session holds in memory, in KiB (`PRAGMA cache_size`, negative): with SQLite's own two MB, what a pass over
/// many people changes is written out and read again in its middle.
const CACHE: &str = "-8192";

/// A SQLite database.
#[derive(Clone, Debug)]
pub struct Sqlite {
    id: String,
    path: PathBuf,
    read_only: bool,
    pool: SqlitePool,
    known: Known,
}

impl Sqlite {
    /// Opens a database that exists.
    ///
    /// # Errors
    /// [`Error::Open`] if it does not exist or is no database.
    pub async fn open(id: &str, path: &Path) -> Result<Self, Error> {
        Self::connect(id, path, false).await
    }

    /// Opens a database that exists, of which nothing is deleted or changed.
    ///
    /// # Errors
    /// As [`Sqlite::open`].
    pub async fn open_read_only(id: &str, path: &Path) -> Result<Self, Error> {
        Self::connect(id, path, true).await
    }

    async fn connect(id: &str, path: &Path, read_only: bool) -> Result<Self, Error> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .read_only(read_only)
            .create_if_missing(false)
            .busy_timeout(BUSY)
            .foreign_keys(true)
            .pragma("secure_delete", "ON")
            .pragma("trusted_schema", "OFF")
            .pragma("cache_size", CACHE)
            .row_buffer_size(WAITING)
            .statement_cache_capacity(256)
            .disable_statement_logging();
        let pool = SqlitePoolOptions::new()
            .max_connections(SESSIONS)
            .acquire_timeout(BUSY)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options)
            .await;
        let store = Self {
            id: id.to_owned(),
            path: path.to_owned(),
            read_only,
            pool: pool.map_err(|e| opening(id, &e))?,
            known: Known::default(),
        };
        // The file is read only now: without a question any file would do.
        store.schema().await.map_err(|e| match e {
            Error::Other { store, code, .. } => Error::Open { store, code },
            other => other,
        })?;
        Ok(store)
    }

    async fn begin(&self, mode: Mode) -> Result<Box<dyn Session>, Error> {
        let fail = |e: &sqlx::Error| failure(&self.id, "read", e);
        let schema = self.known_schema().await?;
        let connection = self.pool.acquire().await.map_err(|e| fail(&e))?;
        let transaction = match mode {
            _ if self.read_only => sqlx::Transaction::begin(connection, None).await,
            Mode::Read => sqlx::Transaction::begin(connection, None).await,
            Mode::Write => {
                sqlx::Transaction::begin(
                    connection,
                    Some(sqlx::SqlStr::from_static("BEGIN IMMEDIATE")),
                )
                .await
            }
        };
        let mut transaction = transaction.map_err(|e| fail(&e))?;
        let defer = sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut *transaction).await;
        defer.map_err(|e| fail(&e))?;
        let (id, watch) = (self.id.clone(), Watch::default());
        let (read_only, writes) = (self.read_only, mode == Mode::Write && !self.read_only);
        Ok(Box::new(Open { id, schema, transaction, watch, read_only, writes }))
    }

    async fn known_schema(&self) -> Result<Arc<Schema>, Error> {
        match self.known.get() {
            Some(known) => Ok(known),
            None => self.read_schema().await,
        }
    }

    async fn read_schema(&self) -> Result<Arc<Schema>, Error> {
        let fail = |e| failure(&self.id, "read", &e);
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        // First: whatever changes while the tables are read is seen later.
        let state = catalogue::state(&mut connection).await.map_err(fail)?;
        let schema = catalogue::read(&mut connection).await.map_err(fail)?;
        Ok(self.known.set(schema, state))
    }

    async fn compare_schema(&self) -> Result<bool, Error> {
        let fail = |e| failure(&self.id, "read", &e);
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        let state = catalogue::state(&mut connection).await.map_err(fail)?;
        if self.known.is_in(&state) {
            return Ok(true);
        }
        // The file was written anew, or something else was made that is no table.
        let schema = catalogue::read(&mut connection).await.map_err(fail)?;
        Ok(self.known.is_like(&schema, state))
    }

    /// Full-text indexes keep the words of rows that went until their pieces are merged. Whether all could be: one may be of a
    /// kind that only another program has.
    async fn forget_words(&self, connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
        let indexes = catalogue::text_indexes(connection).await?;
        // What keeps no text is never told that a row went.
        let mut all = catalogue::word_indexes(connection).await?.is_empty();
        for index in indexes {
            let merged =
                sqlx::query(crate::sql::optimized(&index).text()).execute(&mut *connection).await;
            all &= merged.is_ok();
        }
        Ok(all)
    }

    /// Full-text indexes of which the words cannot be read.
    async fn word_indexes(&self) -> Result<Vec<String>, Error> {
        let fail = |e| failure(&self.id, "read", &e);
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        catalogue::word_indexes(&mut connection).await.map_err(fail)
    }

    /// What lies in the log and in free pages.
    async fn clean(&self, effort: Effort) -> Result<Remains, sqlx::Error> {
        let mut connection = self.pool.acquire().await?;
        let mut words = true;
        if effort == Effort::Batch {
            words = self.forget_words(&mut connection).await?;
            sqlx::query("VACUUM").execute(&mut *connection).await?;
        }
        // Without a log this does nothing.
        let (busy, _, _): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await?;
        // What this program deletes it overwrites. Other programs may have left copies in pages that they split and freed: only
        // rebuilding the file takes those away.
        let rebuilt = effort == Effort::Batch && busy == 0 && words;
        Ok(if rebuilt { Remains::Nothing } else { Remains::UntilReused })
    }
}

impl Store for Sqlite {
    fn id(&self) -> &str {
        &self.id
    }

    fn file(&self) -> Option<&Path> {
        Some(&self.path)
    }
    fn abilities(&self) -> Answer<'_, Abilities> {
        // Its journal lies beside it.
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or_else(|| Path::new("."));
        let can = match is_writable(&self.path) && is_writable(folder) {
            _ if self.read_only => Can::READ,
            true => Can::ALL,
            false => Can::LOOK,
        };
        let tables = BTreeMap::new();
        Box::pin(async move { Ok(Abilities { can, tables, transactions: true, versions: false }) })
    }
    fn schema(&self) -> Answer<'_, Arc<Schema>> {
        Box::pin(self.read_schema())
    }
    fn is_as_read(&self) -> Answer<'_, bool> {
        Box::pin(self.compare_schema())
    }
    fn session(&self, mode: Mode) -> Answer<'_, Box<dyn Session>> {
        Box::pin(self.begin(mode))
    }
    fn settle(&self, effort: Effort) -> Answer<'_, Remains> {
        Box::pin(async move {
            match self.clean(effort).await.map_err(|e| failure(&self.id, "clean", &e)) {
                // What others deleted there lies in its pages.
                Err(Error::Forbidden { .. }) => Ok(Remains::UntilReused),
                cleaned => cleaned,
            }
        })
    }
    fn refusals<'a>(&'a self, trial: &'a Trial<'a>) -> Answer<'a, Refusals> {
        Box::pin(self.try_on_a_copy(trial))
    }
    fn beside(&self) -> Answer<'_, Vec<Beside>> {
        Box::pin(async move {
            let mut names = self.word_indexes().await?;
            let count = names.len() as u64;
            names.truncate(BESIDE);
            let found = Beside { kind: BesideKind::WordIndexes, names, count };
            Ok((count > 0).then_some(found).into_iter().collect())
        })
    }
    fn texts<'a>(&'a self, _: &'a [PathBuf], _: TextSink<'a>) -> Answer<'a, UnreadFiles> {
        Box::pin(async move {
            let count = self.word_indexes().await?.len() as u64;
            Ok((count > 0).then_some((Unread::WordIndex, count)).into_iter().collect())
        })
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
    watch: Watch,
    read_only: bool,
    /// No other session may write until this one ends.
    writes: bool,
}

impl Open {
    fn table(&self, at: TableAt, doing: &'static str) -> Result<&crate::schema::Table, Error> {
        let gone =
            || Error::Other { store: self.id.clone(), doing, code: "no such table".to_owned() };
        self.schema.tables.get(at).ok_or_else(gone)
    }

    async fn read(
        &mut self,
        statement: &Statement,
        arguments: SqliteArguments,
        keys: usize,
        sink: Sink<'_>,
    ) -> Result<ControlFlow<()>, Error> {
        let id = self.id.clone();
        let fail = |e: sqlx::Error| failure(&id, "read", &e);
        let rows = sqlx::query_with(statement.text(), arguments).fetch(&mut *self.transaction);
        // SQLite works in a thread of its own: whatever waits is taken at once, so that it goes on meanwhile and is not woken for
        // each row.
        let mut rows = rows.ready_chunks(WAITING);
        while let Some(chunk) = rows.next().await {
            for row in chunk {
                if sink(decoded(&row.map_err(fail)?, keys).map_err(fail)?).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    async fn find_all(&mut self, lookup: &Lookup<'_>, sink: Sink<'_>) -> Result<(), Error> {
        let table = self.table(lookup.table, "read")?.clone();
        let keys = sql::key(&table).len();
        // A writing session is the only one: what it does not touch stays as it is.
        if self.writes && lookup.hold && lookup.want.is_empty() {
            return Ok(());
        }
        let mut wanted: Vec<&Vec<Value>> =
            lookup.values.iter().filter(|v| !v.iter().any(Value::is_null)).collect();
        // Neighbours lie on the same pages.
        wanted.sort_unstable();
        for chunk in wanted.chunks(size_for(wanted.len())) {
            let size = size_for(chunk.len());
            let statement = sql::find(&table, lookup, size);
            let mut arguments = SqliteArguments::default();
            bind_rows(&mut arguments, chunk.iter().map(|v| v.as_slice()), size);
            for (at, said) in lookup.when {
                bind(&mut arguments, &Value::Text(condition(&table, *at, said, ["0", "1"])));
            }
            if self.read(&statement, arguments, keys, sink).await?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Whether anything may be deleted or changed.
    fn may(&self, doing: &'static str) -> Result<(), Error> {
        let store = || self.id.clone();
        if self.read_only { Err(Error::Unable { store: store(), doing }) } else { Ok(()) }
    }

    async fn execute(
        &mut self,
        statement: &Statement,
        arguments: SqliteArguments,
        doing: &'static str,
    ) -> Result<u64, Error> {
        self.may(doing)?;
        let done =
            sqlx::query_with(statement.text(), arguments).execute(&mut *self.transaction).await;
        Ok(done.map_err(|e| failure(&self.id, doing, &e))?.rows_affected())
    }

    async fn delete_all(&mut self, table: TableAt, keys: &[Key]) -> Result<u64, Error> {
        let table = self.table(table, "delete")?.clone();
        let mut count = 0;
        let mut keys: Vec<&[Value]> = keys.iter().map(|key| &*key.0).collect();
        keys.sort_unstable();
        for chunk in keys.chunks(size_for(keys.len())) {
            let size = size_for(chunk.len());
            let mut arguments = SqliteArguments::default();
            bind_rows(&mut arguments, chunk.iter().copied(), size);
            count += self.execute(&sql::delete(&table, size), arguments, "delete").await?;
        }
        self.watch.deleted(&table, count);
        Ok(count)
    }

    async fn change_all(
        &mut self,
        table: TableAt,
        columns: &[ColumnAt],
        rows: &[(Key, Vec<Value>)],
    ) -> Result<u64, Error> {
        let table = self.table(table, "change")?.clone();
        // Most rows become alike: whatever tells about somebody is emptied.
        let mut alike: BTreeMap<&[Value], Vec<&[Value]>> = BTreeMap::new();
        for (key, values) in rows {
            alike.entry(values).or_default().push(&key.0);
        }
        let mut count = 0;
        for (values, keys) in alike {
            for chunk in keys.chunks(size_for(keys.len())) {
                let size = size_for(chunk.len());
                let mut arguments = SqliteArguments::default();
                values.iter().for_each(|v| bind(&mut arguments, v));
                bind_rows(&mut arguments, chunk.iter().copied(), size);
                let statement = sql::change(&table, columns, size);
                count += self.execute(&statement, arguments, "change").await?;
            }
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
        Box::pin(async move {
            let table = self.table(table, "read")?;
            let (statement, keys) = (sql::sweep(table, want), sql::key(table).len());
            self.read(&statement, SqliteArguments::default(), keys, sink).await.map(drop)
        })
    }
    fn delete<'a>(&'a mut self, table: TableAt, keys: &'a [Key]) -> Answer<'a, u64> {
        Box::pin(async move {
            let counts = self.delete_groups(&[(table, keys.to_vec())]).await?;
            Ok(counts.into_iter().sum())
        })
    }
    fn delete_together<'a>(
        &'a mut self,
        groups: &'a [(TableAt, Vec<Key>)],
    ) -> Answer<'a, Vec<u64>> {
        Box::pin(self.delete_groups(groups))
    }
    fn watch<'a>(&'a mut self, tables: &'a [TableAt]) -> Answer<'a, ()> {
        Box::pin(self.start_watching(tables))
    }
    fn watched(&mut self) -> Answer<'_, BTreeMap<TableAt, Tally>> {
        Box::pin(self.tallies())
    }
    fn change<'a>(
        &'a mut self,
        table: TableAt,
        columns: &'a [ColumnAt],
        rows: &'a [(Key, Vec<Value>)],
    ) -> Answer<'a, u64> {
        Box::pin(self.change_all(table, columns, rows))
    }
    fn commit(self: Box<Self>) -> Answer<'static, ()> {
        Box::pin(async move {
            self.transaction.commit().await.map_err(|e| failure(&self.id, "save", &e))
        })
    }
}

/// Binds rows of values, the last one as often as the statement needs.
fn bind_rows<'a>(
    arguments: &mut SqliteArguments,
    rows: impl ExactSizeIterator<Item = &'a [Value]> + Clone,
    size: usize,
) {
    let missing = size.saturating_sub(rows.len());
    let last = rows.clone().last().unwrap_or_default();
    for row in rows.chain(std::iter::repeat_n(last, missing)) {
        row.iter().for_each(|value| bind(arguments, value));
    }
}

fn bind(arguments: &mut SqliteArguments, value: &Value) {
    // Adding fails for types that refuse to be encoded; these do not.
    let _ = match value {
        Value::Null => arguments.add(None::<i64>),
        Value::Integer(number) => arguments.add(*number),
        Value::Real(number) => arguments.add(*number),
        Value::Text(text) => arguments.add(text.clone()),
        Value::Bytes(bytes) => arguments.add(bytes.clone()),
    };
}

fn decoded(row: &SqliteRow, keys: usize) -> Result<Row, sqlx::Error> {
    let mut values = (0..row.len()).map(|at| value(row, at));
    let key: Box<[Value]> = values.by_ref().take(keys).collect::<Result<_, _>>()?;
    Ok(Row { key: Key(key), values: values.collect::<Result<_, _>>()? })
}

/// A value by its own type: columns of SQLite hold values of any type. A text that is no UTF-8 is bytes.
fn value(row: &SqliteRow, at: usize) -> Result<Value, sqlx::Error> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    Ok(match raw.type_info().name() {
        "INTEGER" => Value::Integer(row.try_get_unchecked(at)?),
        "REAL" => Value::Real(row.try_get_unchecked(at)?),
        "BLOB" => Value::Bytes(row.try_get_unchecked(at)?),
        _ => {
            let bytes: Vec<u8> = row.try_get_unchecked(at)?;
            String::from_utf8(bytes).map_or_else(|e| Value::Bytes(e.into_bytes()), Value::Text)
        }
    })
}

fn opening(id: &str, error: &sqlx::Error) -> Error {
    match failure(id, "read", error) {
        Error::Other { store, code, .. } => Error::Open { store, code },
        other => other,
    }
}

/// Turns the driver's error into ours; only its code is kept.
fn failure(id: &str, doing: &'static str, error: &sqlx::Error) -> Error {
    let store = id.to_owned();
    let number = match error {
        sqlx::Error::Database(e) => e.code().and_then(|c| c.parse::<u32>().ok()),
        sqlx::Error::PoolTimedOut => {
            return Error::Away { store, code: "all connections are busy".to_owned() };
        }
        sqlx::Error::Io(e) => return Error::Away { store, code: e.kind().to_string() },
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            return Error::Away { store, code: "closed".to_owned() };
        }
        _ => None,
    };
    let code = match flaw(error) {
        Some(flaw) => format!("{flaw}: `abide map check` says where"),
        None => number.map_or_else(|| "driver".to_owned(), |n| format!("SQLite code {n}")),
    };
    match number.map(|n| (n & 0xff, n)) {
        // SQLITE_BUSY_SNAPSHOT: another writer came between.
        Some((5, 517)) => Error::Conflict { store },
        // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_INTERRUPT
        Some((5 | 6 | 9, _)) => Error::Away { store, code },
        // SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH
        Some((8 | 3 | 23, _)) => Error::Forbidden { store, doing },
        // SQLITE_FULL, and writing that failed for want of room
        Some((13, _) | (10, 778)) => Error::Full { store, code },
        Some((19, n)) => Error::Refused { store, rule: rule(n, error), code },
        Some((14, _)) => Error::Open { store, code },
        _ => Error::Other { store, doing, code },
    }
}

/// What SQLite says of its tables alone, whatever is in them. What it says may quote names: they are not told.
fn flaw(error: &sqlx::Error) -> Option<&'static str> {
    let said = error.as_database_error()?.message();
    let is = |start: &str| said.starts_with(start);
    match () {
        // To a table that is not there.
        () if is("foreign key mismatch") || is("no such table: main.") => {
            Some("a foreign key that does not fit the table to which it refers")
        }
        () if is("too many columns") => Some("a table with too many columns"),
        () => None,
    }
}

/// The name of a rule that refuses: SQLite says it, or the column. What a trigger says may quote values.
fn rule(code: u32, error: &sqlx::Error) -> Option<String> {
    // SQLITE_CONSTRAINT_CHECK, _NOTNULL, _PRIMARYKEY, _UNIQUE
    let named = matches!(code, 275 | 1299 | 1555 | 2067);
    let said = error.as_database_error().filter(|_| named)?.message();
    let (_, name) = said.split_once("constraint failed: ")?;
    // Of a check without a name SQLite says what it checks, which may have values in it.
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ',' | ' ' | '-');
    name.chars().all(is_name).then(|| name.to_owned())
}

#[cfg(test)]
mod tests;
