//! What the desk writes into our own tables as JSON: who a request is about, and what a plan does (`paper`).
//!
//! Keys of rows are written by store, table and values, because numbers of tables hold only as long as a schema.

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::vocab::{Fact, Treatment, Vocabulary as _};
use abide_records::Document;
use abide_stores::Value;
use serde::{Deserialize, Serialize};

use crate::atlas::{Atlas, Spot};
use crate::export::Voices;
use crate::identity::born;
use crate::reach::Subject;
use crate::sweep::Trace;

mod paper;

pub(super) use paper::fingerprint;
pub use paper::{
    CausePaper, CorrectPaper, HandPaper, KeepPaper, Keeps, Paper, StorePaper, TablePaper, TermPaper,
};

/// What a person stated, and whom that was found to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The facts, as `fact=value`.
    pub facts: Vec<String>,
    /// The country of telephone numbers without country code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The rows that are the person; `None` until somebody settled it. Empty: nobody was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<Vec<RowRef>>,
    /// By what each of these rows was known then, as short hashes. Nothing in requests that older programs settled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<BTreeSet<String>>,
    /// The rows that were found by what was stated when it was settled who it is, the person's and others', as short hashes.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub seen: BTreeSet<String>,
    /// Rows that were the person became somebody else's: somebody says who it is, however few are found.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lost: bool,
    /// Erasure: the values by which the person is known in the stores, noted before any of them goes, so that whoever verifies
    /// it can look for them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub known: BTreeSet<String>,
    /// Erasure: rows that stay and to which nothing leads from the person any more, noted before that is so: the values may stand
    /// in them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub cut_off: BTreeSet<RowRef>,
    /// Erasure: what was too much to be noted of these. Once that is so, nothing of it is noted any more: some of it only would
    /// prove nothing.
    #[serde(default, skip_serializing_if = "TooMuch::is_nothing")]
    pub too_much: TooMuch,
    /// Erasure: whoever carried it out reads all stores whole before it is called done, so that nobody else calls it that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_sweep: bool,
    /// The rows that were the person when the request was answered that is taken up again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub again: Vec<RowRef>,
    /// Erasure: rows that still told of the person when it was looked last, for whoever decides about them: some, if they are many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<FoundRow>,
    /// Rows that a person must see to, noted before anything is done: nothing may lead to them by then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hands: Vec<HandRow>,
    /// Stores that refused their part when it was tried, and what they said.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub refused: BTreeMap<String, String>,
    /// What is asked for beyond the kind.
    #[serde(default)]
    pub wish: Wish,
    /// Rectification: by column (`store.table.column`), what stood there when the plan was made, and what shall. It is shown to
    /// whoever approves it, and rows that go by it are found by it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub right: BTreeMap<String, Put>,
}

impl Who {
    /// What was stated, fact by fact, as it was typed: without space around it, and a date of birth as year, month and day.
    pub fn stated(&self) -> impl Iterator<Item = (Fact, String)> {
        let one = |fact: &String| {
            let (word, value) = fact.split_once('=')?;
            let (fact, value) = (Fact::from_word(word.trim())?, value.trim());
            let value = match fact {
                Fact::Born => born(value).map(|day| day.to_string()),
                _ => None,
            }
            .unwrap_or_else(|| value.to_owned());
            Some((fact, value))
        };
        self.facts.iter().filter_map(one)
    }
}

/// What stood in a column that is put right, and what shall.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Put {
    /// What stood there, in any row; nothing of what is too long.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub was: BTreeSet<String>,
    /// What shall; `None` if it shall be empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
}

/// What the making of a plan notes of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Noted {
    /// Rows that a person must see to.
    pub(super) hands: Vec<HandRow>,
    /// Rectification: what stands in columns that change.
    pub(super) right: BTreeMap<String, Put>,
}

/// What an erasure could not note of what it leaves behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TooMuch {
    /// The values: nothing is looked for.
    pub known: bool,
    /// The rows that are cut off: a person decides about what is found in them.
    pub cut_off: bool,
}

/// So many bytes of known values are kept at most.
const KNOWN: usize = 16 << 10;
/// So many bytes of rows that are cut off.
const CUT_OFF: usize = 24 << 10;
/// So many bytes of rows in which something was found, and of one of them.
const FOUND: usize = 6 << 10;
const LONG: usize = 1 << 10;
/// So many bytes of everything: our own tables take no more.
const WHOLE: usize = 64 << 10;

/// How long something is as a document.
pub(crate) fn written(value: &impl Serialize) -> usize {
    serde_json::to_string(value).map_or(usize::MAX, |text| text.len())
}

/// What a request asks for beyond its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Rectification: `table.column` and the right value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<String, String>,
    /// Objection and withdrawal: for these purposes; all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<String>,
    /// Access: also recordings in which others are heard.
    #[serde(default, skip_serializing_if = "Voices::is_alone")]
    pub voices: Voices,
}

/// A row, wherever it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowRef {
    /// The store.
    pub store: String,
    /// The table.
    pub table: String,
    /// Its primary key.
    pub key: Vec<Cell>,
}

/// A value of a key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes {
        /// In hexadecimal digits.
        hex: String,
    },
}

/// A row in which something of an erased person was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FoundRow {
    /// The row.
    #[serde(flatten)]
    pub row: RowRef,
    /// The names of the columns of its key.
    pub by: Vec<String>,
    /// The column in which it was found.
    pub column: String,
}

/// A row that a person must see to, because its store cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandRow {
    /// The row.
    #[serde(flatten)]
    pub row: RowRef,
    /// The names of the columns of its key.
    pub by: Vec<String>,
    /// The columns that change; none: the row goes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, HandColumn>,
    /// The key names the row until it is seen to.
    pub lasts: bool,
    /// So many rows of a file are named together.
    #[serde(default)]
    pub count: u64,
}

/// What becomes of a column of such a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandColumn {
    /// The word of the treatment; `correct`: what the request wishes.
    pub what: String,
    /// What tells whether it has changed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub was: String,
}

impl HandRow {
    /// Whether all that is to be done is that values differ from what they were.
    pub(crate) fn only_differs(&self) -> bool {
        let unique = |column: &HandColumn| column.what == Treatment::Unique.word();
        !self.columns.is_empty() && self.columns.values().all(unique)
    }
}

impl Who {
    /// Notes values by which the person is known, and rows to which nothing will lead: each of them whole, or none of it.
    pub(super) fn note(
        &mut self,
        values: impl IntoIterator<Item = String>,
        rows: impl IntoIterator<Item = RowRef>,
    ) {
        self.known.extend(values);
        self.cut_off.extend(rows);
        self.too_much.known |= written(&self.known) > KNOWN;
        self.too_much.cut_off |= written(&self.cut_off) > CUT_OFF;
        self.leave_out();
        if written(self) > WHOLE {
            self.too_much.cut_off |= !self.cut_off.is_empty();
            self.leave_out();
        }
        if written(self) > WHOLE {
            self.too_much.known = true;
            self.leave_out();
        }
    }

    fn leave_out(&mut self) {
        if self.too_much.known {
            self.known.clear();
        }
        if self.too_much.cut_off {
            self.cut_off.clear();
        }
    }
}

impl TooMuch {
    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Integer(number) => write!(f, "{number}"),
            Self::Text(text) | Self::Bytes { hex: text } => f.write_str(text),
        }
    }
}

/// A row by the columns that name it: `id = 7, line = 2`.
#[must_use]
pub fn key_in_words(by: &[String], key: &[Cell]) -> String {
    let cells = by.iter().zip(key).map(|(by, cell)| format!("{by} = {cell}"));
    cells.collect::<Vec<_>>().join(", ")
}

impl Cell {
    fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Null => return None,
            Value::Integer(number) => Self::Integer(*number),
            Value::Real(number) => Self::Text(number.to_string()),
            Value::Text(text) => Self::Text(text.clone()),
            Value::Bytes(bytes) => Self::Bytes { hex: data_encoding::HEXLOWER.encode(bytes) },
        })
    }

    fn value(&self) -> Option<Value> {
        Some(match self {
            Self::Integer(number) => Value::Integer(*number),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Bytes { hex } => {
                Value::Bytes(data_encoding::HEXLOWER.decode(hex.as_bytes()).ok()?)
            }
        })
    }
}

impl RowRef {
    /// A row, for writing down.
    pub(crate) fn of(atlas: &Atlas, spot: Spot, key: &[Value]) -> Option<Self> {
        let store = atlas.parts.get(spot.store)?.map.id.to_string();
        let table = atlas.table(spot)?.name.clone();
        Some(Self { store, table, key: key.iter().map(Cell::of).collect::<Option<_>>()? })
    }

    /// Where a written row is; `None` if its table is gone.
    pub(crate) fn find(&self, atlas: &Atlas) -> Option<(Spot, Vec<Value>)> {
        let store = atlas.parts.iter().position(|p| p.map.id.as_str() == self.store)?;
        let table = atlas.parts.get(store)?.schema.table(&self.table)?;
        Some((Spot { store, table }, self.key.iter().map(Cell::value).collect::<Option<_>>()?))
    }
}

impl FoundRow {
    /// Such a row, for writing down; `None` if nothing names it by which anybody would find it.
    fn of(atlas: &Atlas, trace: &Trace) -> Option<Self> {
        let (spot, column, key) = match trace {
            Trace::Row(spot, column, key) => (spot, column, key),
            Trace::File { store, file, line } => return Self::of_file(atlas, *store, file, *line),
        };
        let table = atlas.table(*spot)?;
        let name = |at: &usize| table.columns.get(*at).map(|c| c.name.clone());
        let by: Vec<String> = match table.key.len() == key.0.len() {
            true => table.key.iter().filter_map(name).collect(),
            // Its number in the table; the place of a row of PostgreSQL is another tomorrow.
            false => vec![matches!(*key.0, [Value::Integer(_)]).then(|| "rowid".to_owned())?],
        };
        Some(Self { row: RowRef::of(atlas, *spot, &key.0)?, by, column: name(column)? })
    }
}

impl FoundRow {
    /// A file of no table: by its path, and by the line.
    fn of_file(atlas: &Atlas, store: usize, file: &str, line: Option<u64>) -> Option<Self> {
        let store = atlas.parts.get(store)?.map.id.to_string();
        let (mut by, mut key) = (vec!["file".to_owned()], vec![Cell::Text(file.to_owned())]);
        if let Some(line) = line.and_then(|line| i64::try_from(line).ok()) {
            by.push("line".to_owned());
            key.push(Cell::Integer(line));
        }
        let row = RowRef { store, table: String::new(), key };
        Some(Self { row, by, column: String::new() })
    }

    /// In which store, table and column it is; of a file of no table in which store.
    #[must_use]
    pub fn place(&self) -> String {
        let Self { row: RowRef { store, table, .. }, column, .. } = self;
        if table.is_empty() { store.clone() } else { format!("{store}.{table}.{column}") }
    }
}

impl Who {
    /// Notes rows that still tell of the person, as far as there is room.
    pub(super) fn note_found(&mut self, atlas: &Atlas, rows: &[Trace]) {
        let rows = rows.iter().filter_map(|row| FoundRow::of(atlas, row));
        for row in rows.filter(|row| written(row) < LONG) {
            if !self.found.contains(&row) && written(&self.found) + written(&row) < FOUND {
                self.found.push(row);
            }
        }
    }
}

/// The rows of a person, for writing down.
pub(super) fn rows_of(atlas: &Atlas, subject: &Subject) -> Vec<RowRef> {
    subject.rows.iter().filter_map(|(spot, key)| RowRef::of(atlas, *spot, key)).collect()
}

/// The person of written rows. A table that is gone is left out: then nobody is found there.
pub(super) fn subject_of(atlas: &Atlas, rows: &[RowRef]) -> Subject {
    Subject { rows: rows.iter().filter_map(|row| row.find(atlas)).collect() }
}

/// A value as a document of our own tables.
pub(super) fn document(value: &impl Serialize) -> Option<Document> {
    serde_json::to_string(value).ok().and_then(|text| Document::new(text).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(n: usize) -> RowRef {
        let key = vec![Cell::Text(format!("9f1c2b34-5d6e-4f70-9a81-{n:012}"))];
        RowRef { store: "billing".to_owned(), table: "bills".to_owned(), key }
    }

    #[test]
    fn what_was_stated_is_read_as_it_is_looked_for() {
        let facts =
            ["email = anna@example.org ", "born= 19800531", "born=soon", "name=A = B", "no"];
        let who = Who { facts: facts.map(str::to_owned).to_vec(), ..Who::default() };
        let stated: Vec<_> = who.stated().collect();
        let said = |fact, value: &str| (fact, value.to_owned());
        assert_eq!(
            stated,
            [
                said(Fact::Email, "anna@example.org"),
                said(Fact::Born, "1980-05-31"),
                said(Fact::Born, "soon"),
                said(Fact::Name, "A = B"),
            ]
        );
    }

    fn values(from: usize, to: usize) -> impl Iterator<Item = String> {
        (from..to).map(|n| format!("person-{n:04}@example.org"))
    }

    #[test]
    fn what_is_noted_always_fits() {
        // Merged contacts, values, bills in another store.
        for (rows, known, cut_off, left) in [
            (1, 3, 5, (3, 5)),
            (500, 3, 280, (3, 280)),
            (550, 3, 280, (3, 0)),
            (500, 600, 10, (600, 10)),
            (700, 600, 0, (0, 0)),
            (1, 1000, 5, (0, 5)),
            (1, 3, 400, (3, 0)),
        ] {
            let mut who = Who { rows: Some((0..rows).map(row).collect()), ..Who::default() };
            who.note(values(0, known), (0..cut_off).map(row));
            let told = format!("{rows} {known} {cut_off}: {}", written(&who));
            assert!(written(&who) <= WHOLE, "{told}");
            assert_eq!((who.known.len(), who.cut_off.len()), left, "{told}");
            assert_eq!(who.too_much.known, known > 0 && left.0 == 0, "{told}");
            assert_eq!(who.too_much.cut_off, cut_off > 0 && left.1 == 0, "{told}");
            let again: Who = serde_json::from_str(document(&who).unwrap().as_str()).unwrap();
            assert_eq!(again, who, "{told}");
        }
    }

    #[test]
    fn what_was_too_much_once_stays_so() {
        let mut who = Who::default();
        who.note(values(0, 1000), (0..400).map(row));
        assert_eq!(who.too_much, TooMuch { known: true, cut_off: true });
        // The next step knows less: to look for that alone would prove nothing.
        who.note(values(0, 2), (0..2).map(row));
        assert!(who.known.is_empty() && who.cut_off.is_empty());
    }
}
