//! Our own tables: which versions of which policies were published, what people asked for, and how it went.
//!
//! Owns: [`Records`] and [`Writing`], what is read and written, each table's methods beside its types ([`versions`],
//! [`requests`], [`people`], [`holds`]); and the trait [`Backend`], which a database implements: SQLite and PostgreSQL. SQL lives
//! nowhere else. Leaves to others: what a version says and the words (`abide-policy`), when a request may go from one
//! state to another (`abide-rights`), other people's data stores (`abide-stores`).
//!
//! # The rules
//! - Not finding something is a value (`None`, an empty list); [`Error`] is for failure only.
//! - What is written is written inside one [`Writing`], which is saved by [`Writing::commit`] or, dropped, never was: a
//!   request's change and the event that tells of it are saved together.
//! - The time is an argument, and so is every id. Nothing here asks a clock or chance.
//! - A version that was recorded never changes and never goes, whoever opens the database. What happened to a request
//!   never changes, and goes only with the request.
//! - After a commit has answered, what was written survives the end of the process at any instruction.
//! - Errors, logs and `Debug` never contain what people said or who they are.
//! - Every column is marked in `marks.toml`; [`own`] and `docs/own-data.md` are made from that.

use std::path::Path;
use std::sync::Arc;

mod backend;
mod error;
pub mod holds;
pub mod own;
pub mod people;
mod postgres;
pub mod requests;
mod sqlite;
mod together;
mod value;
pub mod versions;

pub use backend::{Answer, Backend, Dialect, Transaction, Value};
pub use error::Error;
pub use value::{Digest, Document};
pub use versions::{New, Outcome, Recorded};

use value::Row;

/// How an address of PostgreSQL begins.
const ADDRESSES: [&str; 2] = ["postgres://", "postgresql://"];

/// Our own tables in one database. One value, and its clones, serve the whole process and many tasks at once.
#[derive(Clone)]
pub struct Records {
    backend: Arc<dyn Backend>,
}

/// A transaction: all of it is saved by [`Writing::commit`], or none of it.
pub struct Writing {
    transaction: Box<dyn Transaction>,
    /// What waits to be sent, if this gathers.
    gathered: Option<together::Gathered>,
}

impl Records {
    /// Opens the records at a place: an address as `postgres://user@host/database`, or the path of a SQLite file.
    ///
    /// Tables are made or brought up to date, and so are an absent file and its folder; an absent PostgreSQL database is
    /// not. A password comes from the address, `PGPASSWORD` or `~/.pgpass`, and is never told again.
    ///
    /// # Errors
    /// If the place cannot be reached or written, is no database of ours, or a newer program has changed it.
    pub async fn open(place: impl AsRef<Path>) -> Result<Self, Error> {
        let place = place.as_ref();
        let address = place.to_str().filter(|p| Self::is_address(p));
        Ok(match address {
            Some(address) => Self::on(Arc::new(postgres::Postgres::open(address).await?)),
            None => Self::on(Arc::new(sqlite::Sqlite::open(place).await?)),
        })
    }
    /// Whether a place is an address of a server, and no path.
    #[must_use]
    pub fn is_address(place: &str) -> bool {
        ADDRESSES.iter().any(|a| place.starts_with(a))
    }
    /// Records on a database whose tables are up to date: for tests that make a database fail.
    #[must_use]
    pub fn on(backend: Arc<dyn Backend>) -> Self {
        Self { backend }
    }
    /// The database: for tests that put something between it and [`Records::on`].
    #[must_use]
    pub fn backend(&self) -> Arc<dyn Backend> {
        Arc::clone(&self.backend)
    }
    /// Starts to write. Writers may wait for each other: hold it shortly, and never across anything but its own methods.
    ///
    /// # Errors
    /// If the database fails, or others wrote for too long.
    pub async fn write(&self) -> Result<Writing, Error> {
        Ok(Writing { transaction: self.backend.begin().await?, gathered: None })
    }
    /// As [`Records::write`], of many requests: changes, events, steps, reminders and marks are gathered, and sent together before
    /// anything else is asked. Their answers say [`Saved::Done`](requests::Saved::Done) as if nobody came between; who was
    /// overtaken is told by [`Writing::overtaken`].
    ///
    /// # Errors
    /// As [`Records::write`].
    pub async fn write_many(&self) -> Result<Writing, Error> {
        let gathered = Some(together::Gathered::default());
        Ok(Writing { gathered, ..self.write().await? })
    }
    /// Takes what was forgotten out of the database's log too: SQLite's is emptied, unless somebody is reading; PostgreSQL's
    /// goes when the server uses its files again.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn settle(&self) -> Result<(), Error> {
        self.backend.settle().await
    }
    /// Lets go of the database, for every clone; what was committed is in it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn close(&self) -> Result<(), Error> {
        self.backend.close().await
    }
    /// Every row of a table that a statement gives, as values.
    async fn read<T>(
        &self,
        table: &'static str,
        sql: &'static str,
        values: Vec<Value>,
        read: fn(&mut Row) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let rows = self.backend.rows(sql, values).await?;
        rows.into_iter().map(|row| read(&mut Row::new(table, row))).collect()
    }
}

impl Writing {
    /// Saves what was written.
    ///
    /// # Errors
    /// [`Error::Overtaken`] if something that was gathered could not be written as it was. If the database fails; then nothing is
    /// saved, unless the connection was lost before the database's answer came.
    pub async fn commit(mut self) -> Result<(), Error> {
        if !self.overtaken().await?.is_empty() {
            return Err(Error::Overtaken);
        }
        self.transaction.commit().await
    }
    /// As [`Records::read`], inside the transaction.
    async fn read<T>(
        &mut self,
        table: &'static str,
        sql: &'static str,
        values: Vec<Value>,
        read: fn(&mut Row) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        self.send().await?;
        let rows = self.transaction.rows(sql, values).await?;
        rows.into_iter().map(|row| read(&mut Row::new(table, row))).collect()
    }
    /// Runs a statement; how many rows it changed.
    async fn change(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64, Error> {
        self.send().await?;
        self.transaction.execute(sql, values).await
    }
}

impl std::fmt::Debug for Records {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Records({:?})", self.backend.dialect())
    }
}

impl std::fmt::Debug for Writing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Writing({:?})", self.transaction.dialect())
    }
}
