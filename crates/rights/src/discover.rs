//! Proposes the data map of a store from its schema and a look at its rows.
//!
//! Owns: the proposal, with a reason in words for each part of it. Leaves to others: what columns hold ([`crate::sample`]),
//! writing the file (`abide-policy`), whether the map is right: an engineer reads it, and [`crate::check`] tests it.
//!
//! Two steps: [`gather`] looks at the store, [`discover`] decides by what was seen, and nothing else. Reasons tell names and
//! counts, never values.

use std::fmt;
use std::sync::Arc;

use abide_detect::{Finder, Kind};
use abide_policy::map::{StoreMap, TableMap};
use abide_policy::model::Policy;
use abide_policy::vocab::{Direction, Erasure, Fact, Subject, Vocabulary as _};
use abide_stores::{ColumnAt, Error, Mode, Schema, Store, TableAt};

use crate::sample::{self, Counted, Sample, Verdict};

mod columns;
mod edges;
mod guess;
mod people;

pub use guess::Guess;

/// What was seen of a store.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The first rows of each table, in the order of the schema.
    pub samples: Vec<Sample>,
    /// References that the schema does not declare, and how many sampled values they lead somewhere.
    pub guesses: Vec<Guess>,
}

/// A map, and why it is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The map.
    pub map: StoreMap,
    /// The reasons, in the order of the map.
    pub reasons: Vec<Reason>,
}

/// Why a part of the map is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which part: `calls.caller_number`.
    pub place: String,
    /// Why.
    pub why: Why,
}

/// What speaks for a part of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A table of people, by its name or what its columns hold.
    People(Subject),
    /// Sampled values are of a kind: how many of how many; by its name alone if there were none.
    Holds(Verdict),
    /// Its name says that it is a free text.
    FreeText,
    /// It has the name of what people are known by.
    KnownAs(Fact),
    /// A reference that the schema declares.
    Declared(Direction),
    /// Sampled values are found where it would refer to: how many of how many.
    Found(Direction, u64, u64),
    /// A person works with the row, by the name of the reference, and it is somebody else's.
    Works,
    /// The table to which it refers holds people who have others of their own: it owns what nobody else does.
    Holder,
    /// Two rows are the same person.
    Merged,
    /// The row is nothing but this reference, and nothing else refers there.
    Joined,
    /// It shares its first word with the reference to the person.
    SameWord(String),
    /// The statement declares what the table's columns hold, of so many columns.
    Covers(usize),
    /// The statement has the table's name.
    Named,
    /// It has the statement of the table to which it refers.
    Inherited,
    /// Its name and its values tell days.
    Days,
}

/// Looks at a store. `watch` is told how many tables have been looked at.
///
/// # Errors
/// Whatever the store reports.
pub async fn gather(
    store: &dyn Store,
    finder: &Finder,
    watch: Counted<'_>,
) -> Result<(Arc<Schema>, Evidence), Error> {
    let schema = store.schema().await?;
    let mut session = store.session(Mode::Read).await?;
    let mut samples = Vec::new();
    for (at, table) in schema.tables.iter().enumerate() {
        watch(at as u64, schema.tables.len() as u64);
        let rows = sample::rows(session.as_mut(), at, table).await?;
        samples.push(Sample::of(table, &rows, finder));
    }
    let guesses = guess::ask(session.as_mut(), &schema, &samples).await?;
    Ok((schema, Evidence { samples, guesses }))
}

/// Proposes the tables of a map; whatever else the map says is given.
#[must_use]
pub fn discover(
    given: StoreMap,
    schema: &Schema,
    evidence: &Evidence,
    policy: Option<&Policy>,
) -> Proposal {
    let mut draft = Draft::new(schema, evidence, policy);
    people::propose(&mut draft);
    edges::propose(&mut draft);
    columns::propose(&mut draft);
    let Draft { tables, reasons, .. } = draft;
    let says = |t: &TableMap| t.person.is_some() || !t.edges.is_empty();
    let reasons =
        tables.iter().zip(reasons).filter(|(t, _)| says(t)).flat_map(|(_, r)| r).collect();
    let tables = tables.into_iter().filter(says).collect();
    Proposal { map: StoreMap { tables, ..given }, reasons }
}

/// A map that is being made: all tables, in the order of the schema.
struct Draft<'a> {
    schema: &'a Schema,
    evidence: &'a Evidence,
    policy: Option<&'a Policy>,
    tables: Vec<TableMap>,
    reasons: Vec<Vec<Reason>>,
}

impl<'a> Draft<'a> {
    fn new(schema: &'a Schema, evidence: &'a Evidence, policy: Option<&'a Policy>) -> Self {
        let table = |t: &abide_stores::schema::Table| TableMap {
            name: t.name.clone(),
            person: None,
            known_by: Vec::new(),
            statement: None,
            since: None,
            duration: None,
            erase: Erasure::Delete,
            keep: None,
            edges: Vec::new(),
            columns: Vec::new(),
        };
        let tables = schema.tables.iter().map(table).collect();
        Self { schema, evidence, policy, tables, reasons: vec![Vec::new(); schema.tables.len()] }
    }

    fn is_person(&self, table: TableAt) -> bool {
        self.tables.get(table).is_some_and(|t| t.person.is_some())
    }

    fn verdict(&self, table: TableAt, column: ColumnAt) -> Option<Verdict> {
        self.evidence.samples.get(table)?.verdict(self.schema.tables.get(table)?, column)
    }

    /// The name of a column.
    fn name(&self, table: TableAt, column: ColumnAt) -> &'a str {
        let table = self.schema.tables.get(table);
        table.and_then(|t| t.columns.get(column)).map_or("", |c| c.name.as_str())
    }

    fn because(&mut self, table: TableAt, columns: &[ColumnAt], why: Why) {
        let names: Vec<&str> = columns.iter().map(|c| self.name(table, *c)).collect();
        let mut place = self.schema.tables.get(table).map(|t| t.name.clone()).unwrap_or_default();
        if !names.is_empty() {
            place = format!("{place}.{}", names.join("+"));
        }
        let reason = Reason { place, why };
        // Why people are known by a column is why it is personal.
        if let Some(reasons) = self.reasons.get_mut(table).filter(|r| !r.contains(&reason)) {
            reasons.push(reason);
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.place, self.why)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::People(subject) => write!(f, "each row is a person ({})", subject.word()),
            Self::Holds(Verdict { kind, of: 0, .. }) => {
                write!(f, "has the name of {}; no value was there to see", label(*kind))
            }
            Self::Holds(Verdict { kind, count, of, whole: true }) => {
                write!(f, "{} in {count} of {of} sampled rows", label(*kind))
            }
            Self::Holds(Verdict { kind, count, of, .. }) => {
                write!(f, "a text with {} in {count} of {of} sampled rows", label(*kind))
            }
            Self::FreeText => f.write_str("has the name of a free text"),
            Self::KnownAs(fact) => write!(f, "people are known by it ({})", fact.word()),
            Self::Declared(kind) => write!(f, "{}, by a foreign key", kind.word()),
            Self::Found(kind, found, asked) => {
                write!(f, "{}: {found} of {asked} sampled values are found there", kind.word())
            }
            Self::Works => f.write_str("accessed-by: somebody who works with the row"),
            Self::Holder => f.write_str("owned-by, since nobody else owns the row"),
            Self::Merged => f.write_str("owned-by: both rows are the same person"),
            Self::Joined => f.write_str("owns: the row only joins, and nothing else refers there"),
            Self::SameWord(edge) => write!(f, "is about the person of `{edge}`, by its first word"),
            Self::Covers(columns) => {
                write!(f, "the statement declares the data of {columns} columns")
            }
            Self::Named => f.write_str("the statement has the table's name"),
            Self::Inherited => {
                f.write_str("the statement is that of the table to which it belongs")
            }
            Self::Days => f.write_str("tells since when a row is held, by its name and its days"),
        }
    }
}

fn label(kind: Kind) -> String {
    kind.label().to_lowercase().replace('_', " ")
}
