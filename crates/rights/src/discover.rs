//! Proposes the data map of a store from its schema and a look at its rows.
//!
//! Owns: the proposal, with a reason in words for each part of it. Leaves to others: what columns hold ([`crate::sample`]),
//! writing the file (`abide-policy`), whether the map is right: an engineer reads it, and [`crate::check`] tests it.
//!
//! Two steps: [`gather`] looks at the store, [`discover`] decides by what was seen, and nothing else. Reasons tell names and
//! counts, never values. Stores differ in what they declare: of files neither keys nor references are known, so that what
//! their rows show takes that place (`keys`, `guess`).

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use abide_detect::{Finder, Kind};
use abide_policy::map::{StoreMap, TableMap};
use abide_policy::model::Policy;
use abide_policy::vocab::{Direction, Fact, Subject, Vocabulary as _};
use abide_stores::schema::Table;
use abide_stores::{ColumnAt, Error, Mode, Schema, Store, TableAt};

use crate::sample::{self, Counted, Sample, Verdict};

mod columns;
mod edges;
pub(crate) mod guess;
pub(crate) mod keys;
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
    /// Sampled values of a row are the paths of such files: how many of how many.
    NamesFiles(u64, u64),
    /// It names something, and is different in all sampled rows: how many.
    Differs(u64),
    /// Personal data, and nothing tells whose.
    Nobodys(Verdict),
    /// Files that no row names.
    Unnamed,
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

/// Looks at a store. `watch` is told how many tables have been looked at. The schema that is given back has also what only
/// the rows show: for [`discover`], not for working on the store.
///
/// # Errors
/// Whatever the store reports.
pub async fn gather(
    store: &dyn Store,
    finder: &Finder,
    watch: Counted<'_>,
) -> Result<(Arc<Schema>, Evidence), Error> {
    let schema = Arc::new(store.schema().await?.tables_alone());
    let mut session = store.session(Mode::Read).await?;
    let mut samples = Vec::new();
    for (at, table) in schema.tables.iter().enumerate() {
        watch(at as u64, schema.tables.len() as u64);
        let rows = sample::rows(session.as_mut(), at, table).await?;
        samples.push(Sample::of(table, &rows, finder));
    }
    let schema = keys::likely(&schema, &samples);
    let guesses = guess::ask(session.as_mut(), &schema, &samples).await?;
    Ok((schema, Evidence { samples, guesses }))
}

/// Proposes the tables of a map; whatever else the map says is given. Of tables that it names already, because the store does
/// not know them by itself, those stay in which something is said, though nothing tells whose it is: then checking the map
/// shows them.
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
    let says = |t: &TableMap| t.person.is_some() || !t.edges.is_empty();
    let named: BTreeSet<&str> = given.tables.iter().map(|t| t.name.as_str()).collect();
    for at in 0..draft.tables.len() {
        let table = draft.tables.get(at).filter(|t| !says(t) && named.contains(t.name.as_str()));
        if table.is_some() {
            nobodys(&mut draft, at);
        }
    }
    let read = |t: &TableMap| {
        let table = schema.table(&t.name).and_then(|at| schema.tables.get(at));
        named.contains(t.name.as_str()) && table.is_some_and(has_content)
    };
    let Draft { tables, reasons, .. } = draft;
    let of = |(table, why): (&TableMap, Vec<Reason>)| {
        let told = says(table) || named.contains(table.name.as_str());
        if told { why } else { Vec::new() }
    };
    let reasons = tables.iter().zip(reasons).flat_map(of).collect();
    let tables = tables.iter().filter(|t| says(t) || read(t)).cloned().collect();
    Proposal { map: StoreMap { tables, ..given }, reasons }
}

/// Whether anything in a table can be looked at: of recordings only facts about the files are known.
fn has_content(table: &Table) -> bool {
    table.columns.iter().any(|c| !c.is_of_file())
}

/// What speaks for looking at a table that nobody was found to own.
fn nobodys(draft: &mut Draft<'_>, at: TableAt) {
    let Some(table) = draft.schema.tables.get(at) else { return };
    if !has_content(table) {
        draft.because(at, &[], Why::Unnamed);
    }
    for column in 0..table.columns.len() {
        if let Some(verdict) = draft.verdict(at, column).filter(|v| v.count > 0) {
            draft.because(at, &[column], Why::Nobodys(verdict));
        }
    }
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
        let tables = schema.tables.iter().map(|t| TableMap::bare(t.name.clone())).collect();
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
            Self::NamesFiles(found, asked) => write!(
                f,
                "owned-by: {found} of {asked} sampled values there are the paths of such files"
            ),
            Self::Differs(rows) => {
                write!(f, "people are remembered by it: it is different in all {rows} sampled rows")
            }
            Self::Nobodys(verdict) => {
                write!(f, "{}, and nothing tells whose", Self::Holds(*verdict))
            }
            Self::Unnamed => f.write_str(
                "not in the map: no column names these files; a file of another store may do so",
            ),
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
