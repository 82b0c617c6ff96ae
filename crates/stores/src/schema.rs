//! What a store says about itself: tables, columns, keys, references, indexes.
//!
//! Everything is numbered: a column is its place in its table, a table its place in the schema. A schema is read once for a
//! pass; names are for messages and for SQL.

use std::sync::{Arc, Mutex, PoisonError};

use crate::Value;

/// The schema as it was last read. Sessions number tables by it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known(Arc<Mutex<Option<Arc<Schema>>>>);

impl Known {
    pub(crate) fn get(&self) -> Option<Arc<Schema>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set(&self, schema: Schema) -> Arc<Schema> {
        let schema = Arc::new(schema);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&schema));
        schema
    }
}

/// The number of a table in its schema.
pub type TableAt = usize;
/// The number of a column in its table.
pub type ColumnAt = usize;

/// All tables of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// The tables, in the order of their names.
    pub tables: Vec<Table>,
}

impl Schema {
    /// The table of a name: `contacts`, or `crm.contacts` where it is not in the store's first schema.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<TableAt> {
        self.tables.iter().position(|t| t.name == name)
    }

    /// Which references of other tables, and of itself, point at a table: the table that holds each, and its number there.
    pub fn pointing_at(&self, table: TableAt) -> impl Iterator<Item = (TableAt, &Reference)> {
        self.tables.iter().enumerate().flat_map(move |(at, t)| {
            t.references.iter().filter(move |r| r.to == table).map(move |r| (at, r))
        })
    }
}

/// One table, or one kind of file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its name, with its schema where that is not the store's first.
    pub name: String,
    /// The schema of the database in which it is, if the store has such.
    pub space: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The primary key; empty if there is none.
    pub key: Vec<ColumnAt>,
    /// Whatever else must be unique, each in the order of its index.
    pub unique: Vec<Vec<ColumnAt>>,
    /// By which columns rows are found fast: the columns of each index, keys included, in order.
    pub indexes: Vec<Vec<ColumnAt>>,
    /// The foreign keys.
    pub references: Vec<Reference>,
    /// What the store runs by itself when rows here change or go: the names of triggers and rules.
    pub triggers: Vec<String>,
    /// How many rows the store believes there are.
    pub rows: Option<u64>,
    /// PostgreSQL only: the name without its schema.
    pub(crate) bare: Option<String>,
    /// PostgreSQL only: its rows lie in several tables.
    pub(crate) parted: bool,
    /// The key of a row changes when other rows go: places of rows in files.
    pub(crate) moves: bool,
    /// SQLite only: the name under which the row's own number can be asked; `None` for a table without.
    pub(crate) rowid: Option<&'static str>,
    /// SQLite only: rows are there whose primary key is empty, and the row's own number is this column.
    pub(crate) number: Option<ColumnAt>,
}

impl Table {
    /// The column of a name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<ColumnAt> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// The columns that name a row: the primary key, else others that are unique and never empty. None: only its place does.
    pub(crate) fn naming(&self) -> &[ColumnAt] {
        let filled = |c: &ColumnAt| self.columns.get(*c).is_some_and(|c| !c.nullable);
        match self.key.as_slice() {
            [] => self.unique.iter().find(|u| u.iter().all(filled)).map_or(&[], Vec::as_slice),
            key => key,
        }
    }

    /// Whether rows are found by these columns without reading the whole table: an index starts with all of them.
    #[must_use]
    pub fn is_indexed(&self, columns: &[ColumnAt]) -> bool {
        self.indexes.iter().any(|index| {
            index.get(..columns.len()).is_some_and(|head| columns.iter().all(|c| head.contains(c)))
        })
    }

    /// Whether no two rows have the same values in these columns.
    #[must_use]
    pub fn are_unique(&self, columns: &[ColumnAt]) -> bool {
        let covers = |unique: &[ColumnAt]| unique.iter().all(|c| columns.contains(c));
        (!self.key.is_empty() && covers(&self.key)) || self.unique.iter().any(|u| covers(u))
    }

    /// Whether the primary key still names the same row in a later session.
    #[must_use]
    pub const fn has_lasting_key(&self) -> bool {
        !self.key.is_empty() && !self.moves
    }

    /// The column with the rows' own numbers, where rows are there whose primary key is empty: it names those.
    #[must_use]
    pub const fn number(&self) -> Option<ColumnAt> {
        self.number
    }

    /// Whether rows are named by their places, which change when other rows go: rows in files. Such a table has no index but
    /// that of its files' paths.
    #[must_use]
    pub const fn has_places(&self) -> bool {
        self.moves
    }

    /// Whether a column is part of the primary key or of anything else that must be unique.
    #[must_use]
    pub fn is_unique(&self, column: ColumnAt) -> bool {
        self.key.contains(&column) || self.unique.iter().any(|u| u.contains(&column))
    }
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type as the store writes it: `character varying(40)`, `INT`.
    pub native: String,
    /// What kind of values it holds.
    pub family: Family,
    /// Whether it may be empty.
    pub nullable: bool,
    /// The store computes it: it cannot be written.
    pub generated: bool,
    /// Of numbers: how many digits stand before the point at most, if that is limited.
    pub digits: Option<u32>,
    /// Of types of the store's own ([`Family::Other`]): what stands there for nothing, as the store writes it, such as `{}` for a
    /// list; `None` if there is no such value, or none that is known.
    pub plain: Option<String>,
}

impl Column {
    /// The type of columns that tell about a file rather than what is in it.
    pub(crate) const OF_FILE: &str = "of the file";

    /// Whether it tells about the file in which a row lies rather than what is in it: its path, a line, a size.
    #[must_use]
    pub fn is_of_file(&self) -> bool {
        self.generated && self.native == Self::OF_FILE
    }

    /// Whether it holds the whole text of a file: of a conversation or a transcript.
    #[must_use]
    pub fn is_text_of_file(&self) -> bool {
        !self.generated && self.native == Self::OF_FILE
    }

    /// Whether its values are compared without a difference between capitals and small letters, by its type: `citext` of PostgreSQL,
    /// which goes by the name of its schema where that is not searched.
    #[must_use]
    pub fn is_caseless(&self) -> bool {
        self.native.rsplit('.').next() == Some("citext")
    }

    /// Whether a value is what a condition of a map says, compared as text. `true` and `1` are the same truth.
    #[must_use]
    pub fn is(&self, value: &Value, said: &str) -> bool {
        value.text().is_some_and(|text| match (self.family, truth(&text), truth(said)) {
            (Family::Truth, Some(value), Some(said)) => value == said,
            _ => text == said,
        })
    }
}

/// The truth that a text says.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text {
        "1" | "t" | "true" => Some(true),
        "0" | "f" | "false" => Some(false),
        _ => None,
    }
}

/// What kind of values a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Family {
    /// Whole numbers.
    Integer,
    /// Other numbers.
    Number,
    /// Texts, with the most characters that fit, if that is limited.
    Text(Option<u32>),
    /// Days.
    Date,
    /// Moments.
    Moment,
    /// True or false.
    Truth,
    /// JSON.
    Json,
    /// Bytes.
    Bytes,
    /// UUIDs.
    Uuid,
    /// Something else, or nothing in particular.
    #[default]
    Other,
}

/// A foreign key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The columns that refer.
    pub columns: Vec<ColumnAt>,
    /// The table to which they refer.
    pub to: TableAt,
    /// The columns there, in the same order.
    pub to_columns: Vec<ColumnAt>,
    /// What the store does when the row there goes.
    pub on_delete: Action,
    /// Whether the store can be told to check it at the end of a transaction.
    pub deferrable: bool,
}

/// What a store does to a row that refers to one that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Refuses, at the end of the statement or of the transaction.
    Nothing,
    /// Refuses at once.
    Restrict,
    /// Deletes it too.
    Cascade,
    /// Empties the columns that refer.
    Empty,
    /// Gives them their default.
    Default,
}
