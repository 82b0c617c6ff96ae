//! What a database must do to hold the records. Everything above it is written once.
//!
//! Placeholders are `$1`, `$2`, …, which both databases understand; a statement that differs is chosen by [`Dialect`].

use std::pin::Pin;

use jiff::civil::Date;

use crate::Error;

/// What a method of the traits gives: a future that may be sent to another thread.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// A database that holds the records. One value serves the whole process.
pub trait Backend: Send + Sync {
    /// Whose SQL it speaks.
    fn dialect(&self) -> Dialect;
    /// Reads what is committed: the rows that a statement gives.
    fn rows(&self, sql: &'static str, values: Vec<Value>) -> Answer<'_, Vec<Vec<Value>>>;
    /// Begins to write.
    fn begin(&self) -> Answer<'_, Box<dyn Transaction>>;
    /// Takes what was forgotten out of the database's log too, as far as it can be asked to.
    fn settle(&self) -> Answer<'_, ()>;
    /// Lets go of the database.
    fn close(&self) -> Answer<'_, ()>;
}

/// A transaction. Dropped, it never was.
pub trait Transaction: Send {
    /// Whose SQL it speaks.
    fn dialect(&self) -> Dialect;
    /// The rows that a statement gives, the transaction's own changes included.
    fn rows(&mut self, sql: &'static str, values: Vec<Value>) -> Answer<'_, Vec<Vec<Value>>>;
    /// Runs a statement; how many rows it changed.
    fn execute(&mut self, sql: &'static str, values: Vec<Value>) -> Answer<'_, u64>;
    /// Saves it.
    fn commit(self: Box<Self>) -> Answer<'static, ()>;
}

/// Whose SQL a database speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite's.
    Sqlite,
    /// PostgreSQL's.
    Postgres,
}

/// A value on its way into a statement or out of a row.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Int(Option<i64>),
    /// A text without a NUL, which PostgreSQL cannot hold.
    Text(Option<String>),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Int(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Self::Text(text.map(str::to_owned))
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        day.to_string().into()
    }
}

impl From<Option<Date>> for Value {
    fn from(day: Option<Date>) -> Self {
        Self::Text(day.map(|d| d.to_string()))
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

/// Without the value, which may be about a person.
impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Int(_) => "a number",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
        })
    }
}

/// What is the same for both databases and cannot be generic over them: a transaction, and a statement with its values. The
/// module has `row` and `failure` of its own.
macro_rules! transaction {
    ($database:ty, $dialect:expr) => {
        /// A transaction.
        struct Begun(sqlx::Transaction<'static, $database>);

        impl Transaction for Begun {
            fn dialect(&self) -> Dialect {
                $dialect
            }
            fn rows(
                &mut self,
                sql: &'static str,
                values: Vec<Value>,
            ) -> Answer<'_, Vec<Vec<Value>>> {
                Box::pin(async move {
                    let rows = query(sql, values).fetch_all(&mut *self.0).await;
                    rows.and_then(|rows| rows.iter().map(row).collect())
                        .map_err(|e| failure("written", &e))
                })
            }
            fn execute(&mut self, sql: &'static str, values: Vec<Value>) -> Answer<'_, u64> {
                Box::pin(async move {
                    let done = query(sql, values).execute(&mut *self.0).await;
                    done.map(|d| d.rows_affected()).map_err(|e| failure("written", &e))
                })
            }
            fn commit(self: Box<Self>) -> Answer<'static, ()> {
                Box::pin(async move { self.0.commit().await.map_err(|e| failure("written", &e)) })
            }
        }

        type Query =
            sqlx::query::Query<'static, $database, <$database as sqlx::Database>::Arguments>;

        /// A statement with its values.
        fn query(sql: &'static str, values: Vec<Value>) -> Query {
            values.into_iter().fold(sqlx::query(sql), |query, value| match value {
                Value::Int(number) => query.bind(number),
                Value::Text(text) => query.bind(text),
                Value::Bytes(bytes) => query.bind(bytes),
            })
        }
    };
}
pub(crate) use transaction;
