//! Connectors to where other people's data lives.
//!
//! Owns: the trait [`Store`] and its rules, one module for each kind of store, and `sql`, the only place where SQL is made
//! for stores, whose schemas the program does not know (the scanner reads SQLite files from anybody with a statement of its own,
//! whose names the database quotes). Leaves to others: whose a row is and what shall become of it
//! (`abide-rights`), our own tables (`abide-records`).
//!
//! # The rules of the traits
//! - Everything that is read or changed happens in a [`Session`]: all of it is saved by [`Session::commit`], or, dropped,
//!   none of it. What a session reads does not change while it is open, but by itself.
//! - Rows are found by values of columns and handed over one by one; nothing loads a table or a file whole.
//! - A row is named by a [`Key`] that holds within one session only.
//! - What a store cannot do, its [`Abilities`] say before anything is tried, as far as it can be asked.
//! - Errors and logs never hold what is stored, and never credentials.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use jiff::civil::Date;

mod collation;
mod error;
pub mod files;
pub mod postgres;
pub mod schema;
mod sql;
pub mod sqlite;
mod value;
mod writable;
mod written;

pub use collation::{Collation, plain_number};
pub use error::Error;
pub use schema::{ColumnAt, Schema, TableAt};
pub use value::Value;
pub use written::Written;

/// What a method of the traits gives: a future that may be sent to another thread.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// Takes rows one by one, and may say that it has enough.
pub type Sink<'a> = &'a mut (dyn FnMut(Row) -> ControlFlow<()> + Send);

/// The bytes of a file, as they come.
pub trait Pieces: Send {
    /// The next ones, some hundred thousand at most; none at the end.
    fn next(&mut self) -> Answer<'_, Vec<u8>>;
}

/// A store. One value serves the whole process and may be used from many tasks at once.
pub trait Store: Send + Sync {
    /// Its name in the organisation's map.
    fn id(&self) -> &str;
    /// What it can do now, asked anew: rights are granted and taken. Tables are numbered by what was read last.
    fn abilities(&self) -> Answer<'_, Abilities>;
    /// Its tables, as they are now. Sessions that are opened later number tables and columns by what was read last.
    fn schema(&self) -> Answer<'_, Arc<Schema>>;
    /// Whether its tables are still those that were read last. What has no tables of its own, such as files, says so: whoever reads
    /// them sees what is there.
    fn is_as_read(&self) -> Answer<'_, bool> {
        Box::pin(async { Ok(true) })
    }
    /// Opens a session. Writers may wait for each other: hold it shortly.
    fn session(&self, mode: Mode) -> Answer<'_, Box<dyn Session>>;
    /// Removes physically what was deleted, as far as the store can be told to, and says what remains.
    fn settle(&self, effort: Effort) -> Answer<'_, Remains>;
    /// The old versions of what is in it; none if it keeps none. It asks nobody.
    fn old(&self) -> Option<&dyn Old> {
        None
    }
    /// As [`Store::settle`] after a batch, and tells how far it is, where that is known.
    fn settle_telling<'a>(&'a self, far: Far<'a>) -> Answer<'a, Remains> {
        let _ = far;
        self.settle(Effort::Batch)
    }
    /// Makes copies anew that the store itself keeps of what is in the tables of its map (stored views), as far as it may: a sweep that
    /// reads them finds there what is in the tables now.
    fn freshen(&self) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }
    /// What a column holds once a text was written into it. Rules that look at more than the column's type are not asked.
    fn written<'a>(
        &'a self,
        _table: &'a schema::Table,
        column: &'a schema::Column,
        text: &'a str,
    ) -> Answer<'a, Written> {
        Box::pin(async move { Ok(written::by_family(column, text).into()) })
    }
    /// Which of its own rules would refuse that rows are written anew. Nothing is written, not even for a moment: where it can, the
    /// store judges copies. A store without rules refuses nothing.
    fn refusals<'a>(&'a self, _trial: &'a Trial<'a>) -> Answer<'a, Refusals> {
        Box::pin(async { Ok(Refusals::default()) })
    }
    /// What it holds that is in none of its tables: by kind, each at most once. Reads names alone.
    fn beside(&self) -> Answer<'_, Vec<Beside>> {
        Box::pin(async { Ok(Vec::new()) })
    }
    /// Whether rows of a table that are not found by these columns may be there all the same: in files, a column or the file may be called
    /// otherwise by now.
    fn may_hide<'a>(&'a self, _table: TableAt, _by: &'a [ColumnAt]) -> Answer<'a, bool> {
        Box::pin(async { Ok(false) })
    }
    /// Reads the names of its files, and as text what is in those of them of which no table has it as values. No file is held whole.
    /// Files that are stores of their own are given, and left out. Tells how many could not be read, and why. A database has no files: it
    /// tells of what it holds in no table and cannot read.
    fn texts<'a>(&'a self, except: &'a [PathBuf], sink: TextSink<'a>) -> Answer<'a, UnreadFiles> {
        let _ = (except, sink);
        Box::pin(async { Ok(UnreadFiles::new()) })
    }
    /// The file that it is, if it is one.
    fn file(&self) -> Option<&Path> {
        None
    }
    /// Lets go of the store.
    fn close(&self) -> Answer<'_, ()>;
}

/// What a store keeps of rows that were changed or deleted: old versions, each of which is found in no session any more.
pub trait Old: Send + Sync {
    /// Reads what a table has in old versions. The rows come in no order and perhaps several times; the key of each names what it
    /// is an old version of. Tells whether all could be read: what cannot be is passed over.
    fn read<'a>(&'a self, table: TableAt, want: &'a [ColumnAt], sink: Sink<'a>)
    -> Answer<'a, bool>;
    /// Deletes all old versions of what such keys name, and says which of them remain.
    fn forget<'a>(&'a self, keys: &'a BTreeSet<Key>) -> Answer<'a, Remains>;
}
/// Told which table is cleaned next, how many have been, and of how many.
pub type Far<'a> = &'a mut (dyn FnMut(&str, u64, u64) + Send);

/// A stretch of work on one store that is saved as a whole or not at all.
pub trait Session: Send {
    /// Finds rows by values.
    fn find<'a>(&'a mut self, lookup: &'a Lookup<'a>, sink: Sink<'a>) -> Answer<'a, ()>;
    /// Reads a whole table, in no order.
    fn sweep<'a>(
        &'a mut self,
        table: TableAt,
        want: &'a [ColumnAt],
        sink: Sink<'a>,
    ) -> Answer<'a, ()>;
    /// The bytes of a recording or picture, whose row has its path and nothing of what is in it; `None` if the store has none
    /// there.
    fn media<'a>(&'a mut self, _path: &'a str) -> Answer<'a, Option<Box<dyn Pieces>>> {
        Box::pin(async { Ok(None) })
    }
    /// Deletes rows, and tells how many there were. Rows of one call go together: references among them do not matter.
    fn delete<'a>(&'a mut self, table: TableAt, keys: &'a [Key]) -> Answer<'a, u64>;
    /// Deletes rows of several tables together: references among all of them do not matter. Tells how many there were in each.
    fn delete_together<'a>(
        &'a mut self,
        groups: &'a [(TableAt, Vec<Key>)],
    ) -> Answer<'a, Vec<u64>> {
        Box::pin(async move {
            let mut counts = Vec::new();
            for (table, keys) in groups {
                counts.push(self.delete(*table, keys).await?);
            }
            Ok(counts)
        })
    }
    /// Counts from now on which rows come to these tables and go from them, whoever does it: the store's own rules and triggers too.
    fn watch<'a>(&'a mut self, _tables: &'a [TableAt]) -> Answer<'a, ()> {
        Box::pin(async { Ok(()) })
    }
    /// What was counted since, by table, as far as the store tells. What it has put off until the end it does before.
    fn watched(&mut self) -> Answer<'_, BTreeMap<TableAt, Tally>> {
        Box::pin(async { Ok(BTreeMap::new()) })
    }
    /// Writes values into columns: one key and its values for each row. Tells how many rows there were.
    fn change<'a>(
        &'a mut self,
        table: TableAt,
        columns: &'a [ColumnAt],
        rows: &'a [(Key, Vec<Value>)],
    ) -> Answer<'a, u64>;
    /// Saves everything.
    fn commit(self: Box<Self>) -> Answer<'static, ()>;
}

/// How many rows came to a table and went from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Came.
    pub added: u64,
    /// Went.
    pub gone: u64,
}

/// Rows of a table as they are, and what would be written into some of their columns.
#[derive(Clone, Copy, Debug)]
pub struct Trial<'a> {
    /// The table.
    pub table: &'a schema::Table,
    /// The columns that would be written.
    pub columns: &'a [ColumnAt],
    /// Of each row, the values of all its columns, and those that would be written.
    pub rows: &'a [(Vec<Value>, Vec<Value>)],
}

impl Trial<'_> {
    /// The rows as they would be, with all their columns.
    pub(crate) fn written(&self) -> Vec<Vec<Value>> {
        let one = |(before, after): &(Vec<Value>, Vec<Value>)| {
            let mut row = before.clone();
            for (column, value) in self.columns.iter().zip(after) {
                if let Some(place) = row.get_mut(*column) {
                    place.clone_from(value);
                }
            }
            row
        };
        self.rows.iter().map(one).collect()
    }
}

/// Which rules of a store would refuse what is tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// By the name of the rule, as the store has it (what kind of rule it is if it has none): in how many rows.
    pub rules: BTreeMap<String, u64>,
    /// Rules of which it could not be told, by name; the table itself if nothing could.
    pub untold: BTreeSet<String>,
}

/// What a session is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Only reading; waits for nobody.
    Read,
    /// Reading and changing.
    Write,
}

/// How thoroughly deleted data is removed from the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// What is cheap: after each request.
    Request,
    /// What reads or writes the whole store: after a batch.
    Batch,
}

/// What of deleted data is still on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remains {
    /// Nothing that the store knows of.
    Nothing,
    /// What is left of deleted rows may lie in free room of the store's files until it writes over it: in pages of PostgreSQL
    /// that were cleaned, in pages of SQLite that other programs freed.
    UntilReused,
    /// Deleted rows lie in the store's tables as dead ones, or in copies that it made of them, and go into each backup until the
    /// store is cleaned: nothing is written over them before.
    UntilCleaned,
    /// Old versions are kept until a person removes them, who cannot before their lock ends.
    Versions {
        /// The day on which the last lock has ended (UTC), if that is known of all of them.
        until: Option<Date>,
    },
}

impl Remains {
    /// Its stable name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::UntilReused => "until-reused",
            Self::UntilCleaned => "until-cleaned",
            Self::Versions { .. } => "versions",
        }
    }

    /// What two parts of a store have left together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Versions { until: a }, Self::Versions { until: b }) => {
                Self::Versions { until: a.zip(b).map(|(a, b)| a.max(b)) }
            }
            (Self::Versions { .. }, _) | (_, Self::Nothing) => self,
            (Self::UntilCleaned, Self::UntilReused) => self,
            _ => other,
        }
    }
}

/// Something that a store holds in none of its tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What it is.
    pub kind: BesideKind,
    /// What some of it is called, in order: of files their globs.
    pub names: Vec<String>,
    /// How much of it there is: files, views, tables.
    pub count: u64,
}

/// What may be in none of a store's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BesideKind {
    /// Files that no table's glob finds.
    Files,
    /// Files that the globs of two tables find.
    FilesOfTwo,
    /// Views whose rows are stored: copies of what was in tables when they were made.
    StoredViews,
    /// Tables that lie on another server.
    ForeignTables,
    /// Large objects of PostgreSQL, which rows name by number. The names are those of the columns that can.
    LargeObjects,
    /// Full-text indexes that keep words and not what they were read from.
    WordIndexes,
}

/// Takes what is read of files as text.
pub type TextSink<'a> = &'a mut (dyn FnMut(Text<'_>) + Send);

/// Something of a file that is read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text<'a> {
    /// A file begins.
    File {
        /// Its path from the store's place on.
        name: &'a str,
        /// A table has its name, though not what is in it.
        in_table: bool,
    },
    /// The next of what is in it, some hundred thousand characters at most.
    Piece(&'a str),
}

/// How many files could not be read as text, by what they are.
pub type UnreadFiles = BTreeMap<Unread, u64>;

/// Why a file is not read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// A recording.
    Audio,
    /// A film.
    Video,
    /// A picture.
    Picture,
    /// A document of a word processor and the like, PDF too.
    Document,
    /// Packed files; not of one file that is packed with gzip, which is read.
    Packed,
    /// A database.
    Database,
    /// A link to somewhere else, which is not followed.
    Link,
    /// The account may not read it.
    Forbidden,
    /// A file or folder with a name that is refused, or too deep in others.
    Name,
    /// No file: a full-text index that keeps words and not what they were read from.
    WordIndex,
    /// No file: a large object of PostgreSQL.
    LargeObject,
    /// No file: a table of PostgreSQL whose rows lie on another server.
    ForeignTable,
    /// Anything else that is no text.
    Other,
}

impl Unread {
    /// Its stable name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Audio => "audio",
            Self::Video => "video",
            Self::Picture => "picture",
            Self::Document => "document",
            Self::Packed => "packed",
            Self::Database => "database",
            Self::Link => "link",
            Self::Forbidden => "forbidden",
            Self::Name => "name",
            Self::WordIndex => "word-index",
            Self::LargeObject => "large-object",
            Self::ForeignTable => "foreign-table",
            Self::Other => "other",
        }
    }
}

/// How many names of what is beside tables are told.
pub(crate) const BESIDE: usize = 10;

/// What a store can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// What can be done with the rows of all tables but those below.
    pub can: Can,
    /// Tables with whose rows something else can be done.
    pub tables: BTreeMap<TableAt, Can>,
    /// A session's changes are saved together; without it each change is saved at once.
    pub transactions: bool,
    /// Old versions of what is deleted or changed are kept.
    pub versions: bool,
}

impl Abilities {
    /// What can be done with the rows of a table.
    #[must_use]
    pub fn of(&self, table: TableAt) -> Can {
        self.tables.get(&table).copied().unwrap_or(self.can)
    }
}

/// What can be done with the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Can {
    /// They can be found by values.
    pub find: May,
    /// What is in them can be read as values.
    pub read: May,
    /// They can be deleted.
    pub delete: May,
    /// Values in them can be changed.
    pub change: May,
    /// Old versions of them can be deleted, if the store keeps any.
    pub old: May,
}

impl Can {
    /// Everything.
    pub const ALL: Self = Self { delete: May::Yes, change: May::Yes, old: May::Yes, ..Self::READ };
    /// Finding and reading: nothing else is in the nature of the store, or wanted.
    pub const READ: Self = Self {
        find: May::Yes,
        read: May::Yes,
        delete: May::Cannot,
        change: May::Cannot,
        old: May::Cannot,
    };
    /// Finding and reading: to the rest the account has no right.
    pub const LOOK: Self =
        Self { delete: May::Forbidden, change: May::Forbidden, old: May::Yes, ..Self::READ };
}

/// Whether something can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// It can, as far as the store tells before it is tried.
    Yes,
    /// The store cannot do this at all, or was opened so that it does not.
    Cannot,
    /// The account has no right to it.
    Forbidden,
    /// It can be, for all that is known: without changing something it could not be asked.
    Unasked,
}

impl May {
    /// By whether there is a right to it.
    const fn granted(is: bool) -> Self {
        if is { Self::Yes } else { Self::Forbidden }
    }
}

/// Names a row within one session.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub Box<[Value]>);

/// A row that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in this session.
    pub key: Key,
    /// The values of the columns that were wanted, in that order.
    pub values: Vec<Value>,
}

/// Which rows are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Lookup<'a> {
    /// In which table.
    pub table: TableAt,
    /// By which columns; by the rows' own keys if empty.
    pub by: &'a [ColumnAt],
    /// The values that are looked for, one for each column of `by`. A null finds nothing. Values may come from another
    /// store or another type of column: what this column cannot hold finds nothing.
    pub values: &'a [Vec<Value>],
    /// Only rows with these values, compared as text.
    pub when: &'a [(ColumnAt, String)],
    /// Which columns are handed over.
    pub want: &'a [ColumnAt],
    /// Whether the values are of rows to which these columns refer: they are compared as the store compares references, which may be
    /// otherwise than it compares the columns.
    pub refers: bool,
    /// Whether the rows shall not be changed by anybody else before the session ends. If no column is wanted besides, they need not be
    /// handed over.
    pub hold: bool,
}
