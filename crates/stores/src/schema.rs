//! What a store says about itself: tables, columns, keys, references, indexes.
//!
//! Everything is numbered: a column is its place in its table, a table its place in the schema. A schema is read once for a
//! pass; names are for messages and for SQL. How texts are compared is beside it ([`Collation`]).

use std::sync::{Arc, Mutex, PoisonError};

use crate::{Collation, Value};

/// The schema as it was last read, with what the store calls its state. Sessions number tables by it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known(Arc<Mutex<Option<Read>>>);

/// A schema, and the state in which it was read.
type Read = (Arc<Schema>, String);

impl Known {
    pub(crate) fn get(&self) -> Option<Arc<Schema>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().map(|(schema, _)| Arc::clone(schema))
    }

    pub(crate) fn set(&self, schema: Schema, state: String) -> Arc<Schema> {
        let schema = Arc::new(schema);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((Arc::clone(&schema), state));
        schema
    }

    /// Whether nothing was read yet, or the store was in this state.
    pub(crate) fn is_in(&self, state: &str) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().is_none_or(|(_, known)| known == state)
    }

    /// Whether a schema that was read in another state says the same as this one; then it counts as read in that state.
    pub(crate) fn is_like(&self, schema: &Schema, state: String) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((before, was)) = known.as_mut() else { return true };
        let is_like = before.shape() == schema.shape();
        if is_like {
            *was = state;
        }
        is_like
    }
}

/// The number of a table in its schema.
pub type TableAt = usize;
/// The number of a column in its table.
pub type ColumnAt = usize;

/// All tables of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// The tables, in the order of their names; then stored views.
    pub tables: Vec<Table>,
}

impl Schema {
    /// The table of a name: `contacts`, or `crm.contacts` where it is not in the store's first schema.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<TableAt> {
        self.tables.iter().position(|t| t.name == name)
    }

    /// Without stored views: the tables that a map can name, by the same numbers.
    #[must_use]
    pub fn tables_alone(&self) -> Self {
        Self { tables: self.tables.iter().filter(|table| !table.is_view()).cloned().collect() }
    }

    /// What sessions go by: not how many rows there are, which changes all the time, nor triggers, which run whatever is known of them.
    fn shape(&self) -> Self {
        let shape = |table: &Table| Table { rows: None, triggers: Vec::new(), ..table.clone() };
        Self { tables: self.tables.iter().map(shape).collect() }
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
    /// Whatever else must be unique, each in the order of its index: whoever asks by it finds one row at most.
    pub unique: Vec<Vec<ColumnAt>>,
    /// By what rows are found fast: the indexes, those of keys included.
    pub indexes: Vec<Index>,
    /// The foreign keys.
    pub references: Vec<Reference>,
    /// What the store runs by itself when rows here change or go: the names of triggers and rules.
    pub triggers: Vec<String>,
    /// What keeps the store itself from working with its rows.
    pub flaws: Vec<Flaw>,
    /// How many rows the store believes there are.
    pub rows: Option<u64>,
    /// PostgreSQL only: the name without its schema.
    pub(crate) bare: Option<String>,
    /// PostgreSQL only: its rows lie in several tables.
    pub(crate) parted: bool,
    /// PostgreSQL only: a stored view, a copy of what was in tables when it was made.
    pub(crate) view: bool,
    /// The key of a row changes when other rows go: places of rows in files.
    pub(crate) moves: bool,
    /// SQLite only: the name under which the row's own number can be asked; `None` for a table without.
    pub(crate) rowid: Option<&'static str>,
    /// SQLite only: what must be unique as an index compares it, while its columns hold more for equal: two rows may be found by it.
    pub(crate) nearly_unique: Vec<Vec<ColumnAt>>,
    /// SQLite only: it says itself what a conflict does to rows, such as to delete those that are in the way (`ON CONFLICT`).
    pub(crate) settles_conflicts: bool,
    /// SQLite only: rows are there whose primary key is empty, and the row's own number is this column.
    pub(crate) number: Option<ColumnAt>,
    /// SQLite only: the primary key is the row's own number, and that of the newest row, once it is gone, is given to the next one.
    pub(crate) reuses_key: bool,
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
        self.serving(columns, &self.compared(columns, false)).is_some()
    }

    /// Whether the rows that refer somewhere by these columns are found without reading the whole table: as the store compares
    /// references, which may be otherwise than it compares the columns.
    #[must_use]
    pub fn is_indexed_to_refer(&self, columns: &[ColumnAt]) -> bool {
        self.serving(columns, &self.compared(columns, true)).is_some()
    }

    /// Whether references by these columns are compared otherwise than the columns are.
    #[must_use]
    pub fn refers_otherwise(&self, columns: &[ColumnAt]) -> bool {
        self.compared(columns, true) != self.compared(columns, false)
    }

    /// The columns of an index by which the rows are found that refer somewhere by these columns, as the statement that makes it names
    /// them: `mail COLLATE NOCASE` where an index that compares as the column does would not find them.
    #[must_use]
    pub fn index_to_refer(&self, columns: &[ColumnAt]) -> Vec<String> {
        let (own, should) = (self.compared(columns, false), self.compared(columns, true));
        let named = columns.iter().zip(own.iter().zip(should)).filter_map(|(at, (own, should))| {
            let name = &self.columns.get(*at)?.name;
            let otherwise = !own.includes(should);
            Some(if otherwise { format!("{name} COLLATE {}", should.word()) } else { name.clone() })
        });
        named.collect()
    }

    /// How a question by these columns compares each: as the column does; or, where rows that refer are looked for, as the column to
    /// which it refers.
    pub(crate) fn compared(&self, columns: &[ColumnAt], refers: bool) -> Vec<Collation> {
        let own = |at: &ColumnAt| self.columns.get(*at).map(|c| c.collation).unwrap_or_default();
        let by_reference = |reference: &Reference| {
            let all = reference.columns.len() == columns.len();
            let there = columns.iter().map(|c| {
                let at = reference.columns.iter().position(|own| own == c)?;
                reference.compared.get(at).copied()
            });
            there.collect::<Option<Vec<Collation>>>().filter(|_| all)
        };
        let mut found = self.references.iter().filter(|_| refers).filter_map(by_reference);
        let Some(first) = found.next() else { return columns.iter().map(own).collect() };
        // By the same columns it may refer to several tables.
        found.fold(first, |known, next| {
            let looser = |(one, other): (Collation, Collation)| {
                if other.includes(one) { other } else { one }
            };
            known.into_iter().zip(next).map(looser).collect()
        })
    }

    /// How a question by these columns may compare so that an index serves it: as it should; else more loosely, so that what is found
    /// must be compared once more.
    pub(crate) fn serving(
        &self,
        columns: &[ColumnAt],
        compared: &[Collation],
    ) -> Option<Vec<Collation>> {
        let by = |loosely: bool| {
            self.indexes.iter().find_map(|index| index.serving(self, columns, compared, loosely))
        };
        by(false).or_else(|| by(true))
    }

    /// The same by an index that starts with one of several columns.
    pub(crate) fn serving_one(
        &self,
        columns: &[ColumnAt],
        compared: &[Collation],
    ) -> Option<Vec<Collation>> {
        (0..columns.len()).find_map(|at| {
            let found = self.serving(columns.get(at..=at)?, compared.get(at..=at)?)?;
            let mut is = compared.to_vec();
            is.splice(at..=at, found);
            Some(is)
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

    /// Whether the store itself gives values of this column to new rows that were those of others before.
    #[must_use]
    pub fn gives_again(&self, column: ColumnAt) -> bool {
        self.number == Some(column) || self.reuses_key && self.key.contains(&column)
    }

    /// Whether rows are named by their places, which change when other rows go: rows in files. Such a table has no index but
    /// that of its files' paths.
    #[must_use]
    pub const fn has_places(&self) -> bool {
        self.moves
    }

    /// Whether it is a stored view: its rows are read, and go only when it is made anew.
    #[must_use]
    pub const fn is_view(&self) -> bool {
        self.view
    }

    /// Whether a column is part of the primary key or of anything else that must be unique.
    #[must_use]
    pub fn is_unique(&self, column: ColumnAt) -> bool {
        let mut unique = self.unique.iter().chain(&self.nearly_unique);
        self.key.contains(&column) || unique.any(|u| u.contains(&column))
    }
}

/// What keeps a store from working with the rows of a table, whoever asks, or with all of them. Only databases have tables with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing names its rows: they have no key, and columns took every name under which their number could be asked.
    Nameless,
    /// It has more columns than are handed over at once.
    Wide,
    /// A foreign key that cannot be checked: nothing may be deleted there, or written here, while the store checks.
    Unfit {
        /// Its columns.
        columns: Vec<ColumnAt>,
        /// The table to which it refers, which may not be there.
        to: String,
    },
    /// Other tables inherit from it: whoever asks it sees their rows among its own, and nothing is found or deleted there by it.
    Heirs(Vec<String>),
}

/// An index: by which columns rows are found fast.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// Its columns, in order.
    pub columns: Vec<ColumnAt>,
    /// How it compares each; as the columns themselves if nothing is said.
    pub(crate) compared: Vec<Collation>,
}

impl Index {
    /// An index that compares as its columns do.
    pub(crate) const fn of(columns: Vec<ColumnAt>) -> Self {
        Self { columns, compared: Vec::new() }
    }

    /// How it compares these columns if it starts with all of them, and compares as it should or, if that is enough, more loosely.
    fn serving(
        &self,
        table: &Table,
        columns: &[ColumnAt],
        compared: &[Collation],
        loosely: bool,
    ) -> Option<Vec<Collation>> {
        let head = self.columns.get(..columns.len())?;
        let one = |(column, should): (&ColumnAt, &Collation)| {
            let at = head.iter().position(|own| own == column)?;
            let own = || table.columns.get(*column).map(|c| c.collation);
            let is = self.compared.get(at).copied().or_else(own)?;
            (is == *should || loosely && is.includes(*should)).then_some(is)
        };
        columns.iter().zip(compared).map(one).collect()
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
    /// How it compares texts.
    pub collation: Collation,
    /// Of numbers: how many digits stand before the point at most, if that is limited.
    pub digits: Option<u32>,
    /// PostgreSQL only: its type is a row within the row (composite).
    pub composite: bool,
    /// Of types of the store's own ([`Family::Other`]): what stands there for nothing, as the store writes it, such as `{}` for a
    /// list; `None` if there is no such value, or none that is known.
    pub plain: Option<String>,
}

impl Column {
    /// The type of columns that tell about a file rather than what is in it.
    pub(crate) const OF_FILE: &str = "of the file";
    /// The type of columns of rows in files that the map names, and that none of the files that were looked at has.
    pub(crate) const UNSEEN: &str = "unseen";

    /// Whether it tells about the file in which a row lies rather than what is in it: its path, a line, a size.
    #[must_use]
    pub fn is_of_file(&self) -> bool {
        self.generated && self.native == Self::OF_FILE
    }

    /// Whether it is named by the map of a folder, and none of the files that were looked at has it.
    #[must_use]
    pub fn is_unseen(&self) -> bool {
        self.native == Self::UNSEEN
    }

    /// Whether it holds the whole text of a file: of a conversation or a transcript.
    #[must_use]
    pub fn is_text_of_file(&self) -> bool {
        !self.generated && self.native == Self::OF_FILE
    }

    /// Whether a value is what a condition of a map says, compared as text. `true` and `1` are the same truth.
    #[must_use]
    pub fn is(&self, value: &Value, said: &str) -> bool {
        value.text().is_some_and(|text| match (self.family, truth(&text), truth(said)) {
            (Family::Truth, Some(value), Some(said)) => value == said,
            _ => text == said || self.meets_loosely(&text, said),
        })
    }

    /// SQLite compares conditions as the column does; PostgreSQL is asked to compare them as they are written.
    fn meets_loosely(&self, text: &str, said: &str) -> bool {
        let by_column = matches!(self.collation, Collation::NoCase | Collation::NoBlanks);
        by_column && self.collation.folded(text) == self.collation.folded(said)
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
    /// SQLite only: how values are compared with those there, in the same order: as the columns there are.
    pub(crate) compared: Vec<Collation>,
    /// What the store does when the row there goes.
    pub on_delete: Action,
    /// What it does when the values there change.
    pub on_update: Action,
    /// Whether the store can be told to check it at the end of a transaction.
    pub deferrable: bool,
}

/// What a store does to a row that refers to one that goes or changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Refuses, at the end of the statement or of the transaction.
    Nothing,
    /// Refuses at once.
    Restrict,
    /// Deletes it too, or changes it in the same way.
    Cascade,
    /// Empties the columns that refer.
    Empty,
    /// Gives them their default.
    Default,
}

impl Action {
    /// Whether the row becomes another one, instead of standing in the way.
    #[must_use]
    pub const fn acts(self) -> bool {
        matches!(self, Self::Cascade | Self::Empty | Self::Default)
    }
}
