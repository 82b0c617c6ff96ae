//! The records in a PostgreSQL database.
//!
//! Several processes may write at once: they wait for each other only at the same rows, and never for ever.

use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions, PgRow};
use sqlx::{Column, Row, TypeInfo};

use crate::backend::transaction;
use crate::{Answer, Backend, Dialect, Error, Transaction, Value};

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// How long a statement waits for a row that somebody else is writing.
const BUSY: &str = "5s";
/// How long a task waits for a connection, and so for a server that does not answer.
const WAIT: Duration = Duration::from_secs(10);
/// Connections at the same time.
const CONNECTIONS: u32 = 10;

/// Why an encrypted connection is not made.
const NO_TLS: &str = if cfg!(feature = "tls") {
    "no encrypted connection: the server has none, or its certificate is not of the authority and name that the address asks for"
} else {
    "this program was built without encrypted connections: build it with `--features tls`"
};

/// Records in one PostgreSQL database.
pub(crate) struct Postgres {
    pool: PgPool,
}

impl Postgres {
    /// Connects to an address and brings the tables up to date.
    pub(crate) async fn open(address: &str) -> Result<Self, Error> {
        let options = PgConnectOptions::from_str(address).map_err(|_| Error::Open {
            place: "postgres://…".to_owned(),
            code: "no address of PostgreSQL".to_owned(),
        })?;
        let place = place(&options);
        let options = options.application_name("abide").options([("lock_timeout", BUSY)]);
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(WAIT)
            .connect_with(options)
            .await
            .map_err(|e| opening(place, &e))?;
        MIGRATIONS.run(&pool).await.map_err(|e| migrating(&e))?;
        Ok(Self { pool })
    }
}

impl Backend for Postgres {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }
    fn rows(&self, sql: &'static str, values: Vec<Value>) -> Answer<'_, Vec<Vec<Value>>> {
        Box::pin(async move {
            let rows = query(sql, values).fetch_all(&self.pool).await;
            rows.and_then(|rows| rows.iter().map(row).collect()).map_err(|e| failure("read", &e))
        })
    }
    fn begin(&self) -> Answer<'_, Box<dyn Transaction>> {
        Box::pin(async {
            let begun = self.pool.begin().await.map_err(|e| failure("written", &e))?;
            Ok(Box::new(Begun(begun)) as Box<dyn Transaction>)
        })
    }
    fn settle(&self) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }
    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async {
            self.pool.close().await;
            Ok(())
        })
    }
}

transaction!(sqlx::Postgres, Dialect::Postgres);

/// A row's values, each by its column's type.
fn row(row: &PgRow) -> Result<Vec<Value>, sqlx::Error> {
    let value = |column: &sqlx::postgres::PgColumn| {
        let at = column.ordinal();
        Ok(match column.type_info().name() {
            "INT8" => Value::Int(row.try_get(at)?),
            "BYTEA" => Value::Bytes(row.try_get(at)?),
            _ => Value::Text(row.try_get(at)?),
        })
    };
    row.columns().iter().map(value).collect()
}

/// How messages name the database: without its password.
fn place(options: &PgConnectOptions) -> String {
    let database = options.get_database().unwrap_or_else(|| options.get_username());
    format!("postgres://{}:{}/{database}", options.get_host(), options.get_port())
}

fn opening(place: String, error: &sqlx::Error) -> Error {
    match error {
        sqlx::Error::Io(e) if is_untrusted(e) => Error::Open { place, code: code(error) },
        sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) => Error::Away { code: code(error) },
        _ => Error::Open { place, code: code(error) },
    }
}

/// Whether a certificate is at fault.
fn is_untrusted(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::InvalidData
}

fn migrating(error: &MigrateError) -> Error {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Error::Newer,
        MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _) => {
            match failure("written", e) {
                Error::Database { code, .. } => Error::Migration { code },
                temporary => temporary,
            }
        }
        MigrateError::VersionMismatch(v) => {
            Error::Migration { code: format!("migration {v} was changed") }
        }
        _ => Error::Migration { code: "unexpected".to_owned() },
    }
}

/// Turns the driver's error into ours; only its code is kept.
fn failure(doing: &'static str, error: &sqlx::Error) -> Error {
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed => {
            Error::Away { code: code(error) }
        }
        sqlx::Error::Database(e) => match e.code().as_deref() {
            // Serialization failure, deadlock, no lock in time.
            Some("40001" | "40P01" | "55P03") => Error::Busy,
            // The server is starting, stopping, was killed, or has no connection left.
            Some(c) if c.starts_with("57P") || c.starts_with("08") || c == "53300" => {
                Error::Away { code: code(error) }
            }
            Some("53100") => Error::Full { code: code(error) },
            _ => Error::Database { doing, code: code(error) },
        },
        _ => Error::Database { doing, code: code(error) },
    }
}

fn code(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(e) => {
            format!("PostgreSQL code {}", e.code().as_deref().unwrap_or("unknown"))
        }
        sqlx::Error::Io(e) if is_untrusted(e) => NO_TLS.to_owned(),
        sqlx::Error::Io(e) => e.kind().to_string(),
        sqlx::Error::PoolTimedOut => "no connection in time".to_owned(),
        sqlx::Error::PoolClosed => "closed".to_owned(),
        sqlx::Error::Tls(_) => NO_TLS.to_owned(),
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => "unreadable value".to_owned(),
        _ => "driver".to_owned(),
    }
}
