//! Our own tables, as `marks.toml` says: what each column is, whom it is about, how long it stays. The only list of them is made
//! from it when the program is built.
//!
//! Owns: which tables these are, by what a person's rows are found, reading them as they are. Leaves to others: marks of people,
//! what of it a person gets and in which words (`abide-rights`). Of who works in the organisation nothing is read.

use abide_policy::vocab::{Category, Vocabulary as _};

use crate::{Error, Records, Value};

/// One of our tables.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// How rows of whoever asks are found; `None` where there is nothing about them.
    pub found: Option<Found>,
    /// All columns, in their order.
    pub columns: &'static [Column],
}

/// How rows of a person are found.
#[derive(Debug)]
pub struct Found {
    /// By what.
    pub by: By,
    /// In which column that is.
    pub key: &'static str,
    /// Reads the columns about whoever asks.
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

/// Whom a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Nobody who is found.
    Nobody,
    /// Whoever asks.
    Asker,
    /// Somebody of the organisation.
    Staff,
}

/// How long a column's values stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// As long as the records: others rely on published versions.
    Versions,
    /// As long as the request: a period after it is closed.
    Request,
    /// Until the request is closed.
    Answer,
    /// Some days longer, so that what the person is told can be handed over.
    Letter,
    /// Until the last day of a mark.
    Mark,
    /// As long as a choice holds.
    Choice,
    /// As long as a request, after a hold has ended.
    Hold,
}

impl Kept {
    /// Its word in `marks.toml`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Versions => "versions",
            Self::Request => "request",
            Self::Answer => "answer",
            Self::Letter => "letter",
            Self::Mark => "mark",
            Self::Choice => "choice",
            Self::Hold => "hold",
        }
    }
}

/// A column, as it is marked.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// How long its values stay.
    pub kept: Kept,
    /// The column by which whom it is about is found: of the same table, or `table.column`; or `none`.
    pub subject: &'static str,
    /// Whom it is about.
    pub whose: Whose,
    category: &'static str,
}

impl Column {
    /// The category of what it says of a person; `None` if that is nothing.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        Category::from_word(self.category)
    }
}

impl Table {
    /// The columns about whoever asks, in the order in which [`Records::held`] reads them.
    pub fn askers(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.columns.iter().filter(|column| column.whose == Whose::Asker)
    }
}

/// Our tables, in the order of their names.
pub static TABLES: &[Table] = include!(concat!(env!("OUT_DIR"), "/own.rs"));

impl Records {
    /// The rows of a table under a mark (64 hexadecimal digits) or the id of a request, whichever finds them; each with its
    /// values in the order of [`Table::askers`]. None of a table without any.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn held(&self, table: &'static Table, key: &str) -> Result<Vec<Vec<Value>>, Error> {
        let Some(found) = &table.found else { return Ok(Vec::new()) };
        self.backend.rows(found.sql, vec![key.into()]).await
    }
}
