//! The records in an embedded SQLite database.
//!
//! One connection writes and a few read, because SQLite has one writer at a time anyway and a pool of writers only makes
//! them wait inside the database, where waiting ends in `SQLITE_BUSY`. Every writing transaction is `BEGIN IMMEDIATE`: a
//! deferred one that reads first and writes later fails when another process wrote in between.
//!
//! The file says who asked and what: only its owner may read it, its log, and the folder that is made for it.

use std::path::Path;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{Row, TypeInfo, ValueRef};

use crate::backend::transaction;
use crate::{Answer, Backend, Dialect, Error, Transaction, Value};

mod alone;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// How long a writer waits for another process.
const BUSY: Duration = Duration::from_secs(5);
/// How long a start waits before it tries a file again that another process has taken.
const PAUSE: Duration = Duration::from_millis(20);
/// Connections that read at the same time.
const READERS: u32 = 4;

/// Records in one SQLite file.
pub(crate) struct Sqlite {
    writer: SqlitePool,
    readers: SqlitePool,
}

impl Sqlite {
    /// Opens the database, makes it and its folder if they are absent, and brings its tables up to date.
    pub(crate) async fn open(path: &Path) -> Result<Self, Error> {
        if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
            alone::folder(folder)
                .map_err(|e| Error::Folder { path: folder.to_owned(), kind: e.kind() })?;
        }
        alone::file(path);
        let options = options(path);
        let writer = connect(&options.clone().create_if_missing(true))
            .await
            .map_err(|e| opening(path, &e))?;
        migrate(&writer).await?;
        let readers = pool(READERS).connect_lazy_with(options.read_only(true));
        Ok(Self { writer, readers })
    }
}

impl Backend for Sqlite {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }
    fn rows(&self, sql: &'static str, values: Vec<Value>) -> Answer<'_, Vec<Vec<Value>>> {
        Box::pin(async move {
            let rows = query(sql, values).fetch_all(&self.readers).await;
            rows.and_then(|rows| rows.iter().map(row).collect()).map_err(|e| failure("read", &e))
        })
    }
    fn begin(&self) -> Answer<'_, Box<dyn Transaction>> {
        Box::pin(async {
            let begun = self.writer.begin_with("BEGIN IMMEDIATE").await;
            let begun = begun.map_err(|e| failure("written", &e))?;
            Ok(Box::new(Begun(begun)) as Box<dyn Transaction>)
        })
    }
    fn settle(&self) -> Answer<'_, ()> {
        Box::pin(async {
            let emptied =
                sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.writer).await;
            emptied.map(drop).map_err(|e| failure("written", &e))
        })
    }
    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async {
            self.readers.close().await;
            self.writer.close().await;
            Ok(())
        })
    }
}

transaction!(sqlx::Sqlite, Dialect::Sqlite);

/// A row's values, each as what is stored.
fn row(row: &SqliteRow) -> Result<Vec<Value>, sqlx::Error> {
    let value = |at: usize| {
        let stored = row.try_get_raw(at)?.type_info().name().to_owned();
        Ok(match stored.as_str() {
            "INTEGER" => Value::Int(row.try_get(at)?),
            "BLOB" => Value::Bytes(row.try_get(at)?),
            _ => Value::Text(row.try_get(at)?),
        })
    };
    (0..row.len()).map(value).collect()
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        // A published version that an answered commit has promised must survive a power cut too.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY)
        .foreign_keys(true)
        .pragma("trusted_schema", "OFF")
        // What a person said and was forgotten does not stay in free pages.
        .pragma("secure_delete", "ON")
}

fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(BUSY * 2)
        // A file does not hang up: asking whether it is there would take as long as the question itself.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
}

/// Connects the writer.
///
/// Several processes may start on a new file at once, and each turns it into a write-ahead log. For that step SQLite needs
/// the file alone and answers `SQLITE_BUSY` at once, without asking the busy timeout (two that wait for each other would
/// wait for ever); so the waiting is ours.
async fn connect(options: &SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    let began = tokio::time::Instant::now();
    loop {
        match pool(1).connect_with(options.clone()).await {
            Err(error) if is_busy(&error) && began.elapsed() < BUSY => {
                tokio::time::sleep(PAUSE).await;
            }
            other => return other,
        }
    }
}

/// Two processes may start on a new file at once: the one that loses finds the tables there at its next try.
async fn migrate(writer: &SqlitePool) -> Result<(), Error> {
    let began = tokio::time::Instant::now();
    let mut tries = 0;
    loop {
        tries += 1;
        let error = match MIGRATIONS.run(writer).await {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => {
                return Err(Error::Newer);
            }
            MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _)
                if tries < 5 || (is_busy(&e) && began.elapsed() < BUSY) =>
            {
                tokio::time::sleep(PAUSE).await;
            }
            MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _) if is_busy(&e) => {
                return Err(Error::Busy);
            }
            MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _) => {
                return Err(Error::Migration { code: code(&e) });
            }
            MigrateError::VersionMismatch(v) => {
                return Err(Error::Migration { code: format!("migration {v} was changed") });
            }
            _ => return Err(Error::Migration { code: "unexpected".to_owned() }),
        }
    }
}

fn opening(path: &Path, error: &sqlx::Error) -> Error {
    if is_busy(error) {
        return Error::Busy;
    }
    Error::Open { place: path.display().to_string(), code: code(error) }
}

/// Turns the driver's error into ours; only its code is kept.
fn failure(doing: &'static str, error: &sqlx::Error) -> Error {
    match number(error) {
        _ if is_busy(error) => Error::Busy,
        // SQLITE_FULL, and writing that failed for want of room.
        Some(13 | 778) => Error::Full { code: code(error) },
        _ => Error::Database { doing, code: code(error) },
    }
}

fn number(error: &sqlx::Error) -> Option<u32> {
    error.as_database_error()?.code()?.parse().ok()
}

/// `SQLITE_BUSY` and its extended codes; and our own writer that did not become free in time.
fn is_busy(error: &sqlx::Error) -> bool {
    matches!(error, sqlx::Error::PoolTimedOut) || number(error).is_some_and(|n| n & 0xff == 5)
}

fn code(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(e) => {
            format!("SQLite code {}", e.code().as_deref().unwrap_or("unknown"))
        }
        sqlx::Error::Io(e) => e.kind().to_string(),
        sqlx::Error::PoolClosed => "closed".to_owned(),
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => "unreadable value".to_owned(),
        _ => "driver".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{Connection as _, SqliteConnection};

    use super::*;

    #[tokio::test]
    async fn a_file_that_may_not_grow_is_full() {
        let mut database = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        let fills = "CREATE TABLE t (x BLOB); PRAGMA max_page_count = 2; INSERT INTO t VALUES (zeroblob(100000))";
        let error = sqlx::raw_sql(fills).execute(&mut database).await.unwrap_err();
        let error = failure("written", &error);
        assert!(matches!(error, Error::Full { .. }) && error.is_temporary(), "{error:?}");
    }
}
