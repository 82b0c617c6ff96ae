//! What our own tables hold of a person who asks, as `marks.toml` says: the only list of these columns is made from it when the
//! program is built.
//!
//! Owns: which tables these are, by what their rows are found, reading them as they are. Leaves to others: marks of people, and
//! what of it a person gets (`abide-rights`). Names of people of the organisation are not among the columns.

use crate::{Error, Records, Value};

/// One of our tables, with its columns about whoever asks.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// By what rows of a person are found.
    pub by: By,
    /// The columns, in the order in which they are read.
    pub columns: &'static [Column],
    sql: &'static str,
}

/// By what rows of a person are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A keyed hash of a fact.
    Mark,
    /// The id of a request that was theirs.
    Request,
}

/// A column, as it is marked.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it is kept for.
    pub purpose: &'static str,
    /// How long.
    pub retention: &'static str,
}

/// The tables that hold something about people who ask, in the order of their names.
pub static TABLES: &[Table] = include!(concat!(env!("OUT_DIR"), "/own.rs"));

impl Records {
    /// The rows of a table under a mark (64 hexadecimal digits) or the id of a request, whichever finds them; each with its
    /// values in the order of the table's columns.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn held(&self, table: &'static Table, key: &str) -> Result<Vec<Vec<Value>>, Error> {
        self.backend.rows(table.sql, vec![key.into()]).await
    }
}
