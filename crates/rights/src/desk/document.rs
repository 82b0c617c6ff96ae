//! What the desk writes into our own tables as JSON: who a request is about, and what a plan does.
//!
//! Keys of rows are written by store, table and values, because numbers of tables hold only as long as a schema.

use std::collections::{BTreeMap, BTreeSet};

use abide_notice::Locale;
use abide_policy::map::{StoreMap, TableMap};
use abide_policy::model::RetentionRule;
use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, Retention, Since, Treatment, Vocabulary as _};
use abide_records::{Digest, Document};
use abide_stores::Value;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Spot};
use crate::export::{Counted, Voices};
use crate::hold::Holds;
use crate::plan::{Because, Fingerprint, Kept, Plan, StorePlan, TablePlan, Why};
use crate::reach::Subject;
use crate::recipients::Touched;
use crate::sweep::Trace;

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

/// A plan as it is approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The day for which it was made.
    pub made: Date,
    /// The steps, one for each store, in order.
    pub stores: Vec<StorePaper>,
    /// What makes values that must differ; the same whoever carries it out.
    pub seed: String,
    /// Something was deleted by an earlier plan of the same request.
    #[serde(default)]
    pub begun: bool,
    /// The legal holds that keep any rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<String>,
}

/// What is done to one store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorePaper {
    /// The store.
    pub store: String,
    /// Its tables, as far as they are touched.
    pub tables: Vec<TablePaper>,
    /// The digest of the rows and of what is done to each.
    pub fingerprint: String,
    /// The store cannot do it: a person must.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hand: Option<HandPaper>,
    /// What the person chooses: the purposes to which it applies, every one if empty. `None` of a step that is no choice, and of
    /// plans that older programs made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purposes: Option<Vec<String>>,
}

/// Why a person must do what a plan does to a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandPaper {
    /// The word of the reason ([`crate::hands::Bar::word`]).
    pub why: String,
    /// The tables in which the store cannot do it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<String>,
}

/// What is done to one table, in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TablePaper {
    /// Its name.
    pub table: String,
    /// So many go.
    pub delete: u64,
    /// So many stay without the person, by the reason.
    pub change: BTreeMap<String, u64>,
    /// Where a person must do it: the columns that change, and the word of what becomes of each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// So many stay without the person, and nothing in them changes: nothing that the map lists in them tells of anybody.
    #[serde(default, skip_serializing_if = "is_none")]
    pub nothing: u64,
    /// So many stay for some time.
    pub keep: Vec<KeepPaper>,
    /// So many stay because they are other people's too.
    pub share: u64,
    /// Its rows are recordings, in which whoever spoke is heard.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_sound: bool,
    /// So many the person could only see.
    pub seen: u64,
    /// So many rows that stay will still tell of the person, by the column: the map does not list it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tells: BTreeMap<String, u64>,
    /// Rectification: the columns that change, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correct: Vec<CorrectPaper>,
    /// Rectification: columns, as `store.table.column`, that go by what was wrong here, and stay as they are all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<CorrectPaper>,
    /// Rectification: so many rows are as wished already.
    #[serde(default, skip_serializing_if = "is_none")]
    pub right: u64,
    /// A copy: so many are copied.
    #[serde(default, skip_serializing_if = "is_none")]
    pub copy: u64,
    /// A copy to take elsewhere: so many are left out, because nothing in them was provided by the person.
    #[serde(default, skip_serializing_if = "is_none")]
    pub omit: u64,
    /// A copy: so many recordings are the person's alone, and go with it.
    #[serde(default, skip_serializing_if = "is_none")]
    pub recordings: u64,
    /// A copy: in so many recordings others are heard. They go with it if somebody who weighed it says so.
    #[serde(default, skip_serializing_if = "is_none")]
    pub voices: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
const fn is_none(count: &u64) -> bool {
    *count == 0
}

/// A column that is put right, or that hangs on one that is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CorrectPaper {
    /// Its name.
    pub column: String,
    /// Why it changes (`asked`, `same`: it said the same in the same row; `tied`: the row is the person's by it), or why it stays
    /// (`others`: it is other people's too; `taken`: by the new value it would be; `kept`: it must stay for some time; `fixed`: it names its row or is bound by the
    /// store; `unfit`: it has no room for the value; `cleared`: the value is none).
    pub why: String,
    /// The column on which it hangs, as `store.table.column`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// In so many rows.
    pub rows: u64,
}

/// Rows that stay for some time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeepPaper {
    /// What keeps them.
    pub why: Keeps,
    /// The statement whose retention says so; none of a hold.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub statement: String,
    /// The legal hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<String>,
    /// The law or the criteria that the policy names, or why the hold was placed; nothing of a hold on somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The last day, if it is known.
    pub until: Option<Date>,
    /// How long that is and from which day it counts, where the last day is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<TermPaper>,
    /// So many rows.
    pub rows: u64,
}

/// A period of a statement that counts from a day which a row does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermPaper {
    /// How long: `10 years`.
    pub period: String,
    /// From when, in a word of the policy's: `contract-end`.
    pub from: String,
}

impl KeepPaper {
    /// How long rows stay of which the last day is not known: “10 years from the end of the contract or account”.
    #[must_use]
    pub fn lasts(&self, locale: &Locale) -> Option<String> {
        let TermPaper { period, from } = self.term.as_ref()?;
        Some(locale.lasts(period.parse().ok()?, Since::from_word(from)?))
    }
}

/// What keeps rows for some time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keeps {
    /// A statement of the policy, by a period of the organisation's.
    #[default]
    Statement,
    /// A law, which the policy's statement names.
    Law,
    /// A legal hold.
    Hold,
}

impl StorePaper {
    /// A step that touches no rows.
    pub(super) fn named(store: &str) -> Self {
        let (store, tables, fingerprint) = (store.to_owned(), Vec::new(), String::new());
        Self { store, tables, fingerprint, hand: None, purposes: None }
    }

    /// The step in which a choice is remembered. Its digest is over what is chosen and by whom, so that an approval is of this
    /// choice and no other.
    pub(super) fn choice(
        store: &str,
        kind: RequestKind,
        purposes: &[String],
        who: &[RowRef],
    ) -> Self {
        let mut purposes = purposes.to_vec();
        purposes.sort();
        purposes.dedup();
        let rows = serde_json::to_string(who).unwrap_or_default();
        let mut hash = Sha256::new();
        for part in [kind.word(), &purposes.join("\u{1f}"), &rows] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        let fingerprint = Digest(hash.finalize().into()).to_string();
        Self { fingerprint, purposes: Some(purposes), ..Self::named(store) }
    }
}

impl Paper {
    pub(super) fn of(
        atlas: &Atlas,
        plan: &Plan,
        holds: &Holds,
        seed: [u8; 16],
        begun: bool,
    ) -> Self {
        let table = |store, t: &TablePlan| TablePaper::of(atlas, store, t, holds);
        let stores = plan.stores.iter().map(|s| StorePaper {
            store: atlas.parts.get(s.store).map(|p| p.map.id.to_string()).unwrap_or_default(),
            tables: s.tables.iter().map(|t| table(s.store, t)).collect(),
            fingerprint: s.fingerprint.to_string(),
            hand: None,
            purposes: None,
        });
        Self {
            made: plan.made,
            stores: stores.collect(),
            seed: data_encoding::HEXLOWER.encode(&seed),
            begun,
            holds: plan.holds.iter().map(Id::to_string).collect(),
        }
    }

    /// The digest of the whole plan: what is approved.
    #[must_use]
    pub fn fingerprint(&self) -> Digest {
        let mut hash = Sha256::new();
        for store in &self.stores {
            hash.update(format!("{}\u{1f}{}\u{1e}", store.store, store.fingerprint));
        }
        Digest(hash.finalize().into())
    }

    /// The statements under which rows of a store go or change; all if the map does not say under which a table falls.
    pub(super) fn touched<'a>(&self, map: &'a StoreMap) -> Touched<'a> {
        let here =
            self.stores.iter().filter(|s| s.store == map.id.as_str()).flat_map(|s| &s.tables);
        let mut statements = BTreeSet::new();
        for table in here.filter(|t| t.delete > 0 || !t.change.is_empty()) {
            let mapped = map.tables.iter().find(|t| t.name == table.table);
            let its = mapped.map(statements_of).unwrap_or_default();
            if its.is_empty() {
                return Touched::All;
            }
            statements.extend(its);
        }
        Touched::Statements(statements)
    }

    /// The tables of which rows stay because they are other people's too, with the names of their stores.
    pub fn shared(&self) -> impl Iterator<Item = (&str, &TablePaper)> {
        let all = self.stores.iter().flat_map(|s| s.tables.iter().map(|t| (s.store.as_str(), t)));
        all.filter(|(_, table)| table.share > 0)
    }

    /// How many rows go and how many change, over all stores.
    #[must_use]
    pub fn totals(&self) -> (u64, u64) {
        let tables = self.stores.iter().flat_map(|s| &s.tables);
        tables.fold((0, 0), |(delete, change), t| {
            (delete + t.delete, change + t.change.values().sum::<u64>())
        })
    }

    /// The plan of a request that reads: what is copied, and nothing is changed.
    pub(super) fn only_copied(&mut self, atlas: &Atlas, counted: &[Counted]) {
        self.holds.clear();
        for store in &mut self.stores {
            let part = atlas.parts.iter().position(|p| p.map.id.as_str() == store.store);
            let here = counted.iter().filter(|c| Some(c.spot.store) == part);
            store.tables = here.filter_map(|c| TablePaper::copied(atlas, c)).collect();
        }
        self.stores.retain(|store| !store.tables.is_empty());
    }

    /// How many rows a copy has, and how many recordings that are the person's alone.
    #[must_use]
    pub fn copied(&self) -> (u64, u64) {
        let tables = self.stores.iter().flat_map(|s| &s.tables);
        // Older programs called all of it seen.
        tables.fold((0, 0), |(rows, sound), t| (rows + t.copy + t.seen, sound + t.recordings))
    }

    pub(super) fn seed(&self) -> [u8; 16] {
        let bytes = data_encoding::HEXLOWER.decode(self.seed.as_bytes()).unwrap_or_default();
        bytes.try_into().unwrap_or_default()
    }

    /// The part about one step, for carrying out; `None` if its store is no longer in the maps.
    pub(super) fn step(&self, atlas: &Atlas, at: usize) -> Option<StorePlan> {
        let paper = self.stores.get(at)?;
        let store = atlas.parts.iter().position(|p| p.map.id.as_str() == paper.store)?;
        Some(StorePlan { store, tables: Vec::new(), fingerprint: fingerprint(&paper.fingerprint)? })
    }
}

/// The statements under which a table falls, as its map says.
fn statements_of(table: &TableMap) -> BTreeSet<&Id> {
    let columns = table.columns.iter().filter_map(|c| c.statement.as_ref());
    table.statement.iter().chain(&table.keep).chain(columns).collect()
}

pub(super) fn fingerprint(text: &str) -> Option<Fingerprint> {
    Some(Fingerprint(text.parse::<Digest>().ok()?.0))
}

impl TermPaper {
    fn of(rule: &RetentionRule) -> Option<Self> {
        Some(Self { period: rule.period?.to_string(), from: rule.since.word().to_owned() })
    }
}

impl KeepPaper {
    /// What keeps rows, with its term.
    fn of(atlas: &Atlas, store: usize, why: &Because, holds: &Holds) -> Self {
        match why {
            Because::Hold(id) => Self {
                why: Keeps::Hold,
                hold: Some(id.to_string()),
                reason: holds.reason(id).map(str::to_owned),
                ..Self::default()
            },
            // Why another is held is nothing for whoever asks: they get this document in their copy.
            Because::OthersHold(id) => {
                Self { why: Keeps::Hold, hold: Some(id.to_string()), ..Self::default() }
            }
            Because::Statement(id) => {
                let policy = atlas.parts.get(store).and_then(|part| part.policy.as_ref());
                let said = policy.and_then(|p| p.statements.iter().find(|s| s.id == *id));
                let rule = said.map(|statement| &statement.retention);
                let by_law = rule.is_some_and(|rule| rule.kind == Retention::LegalRequirement);
                let reason = rule.map(|rule| rule.reason.or_any(Lang::En).to_owned());
                Self {
                    why: if by_law { Keeps::Law } else { Keeps::Statement },
                    statement: id.to_string(),
                    reason: reason.filter(|text| !text.is_empty()),
                    term: rule.and_then(TermPaper::of),
                    ..Self::default()
                }
            }
        }
    }
}

impl TablePaper {
    fn copied(atlas: &Atlas, counted: &Counted) -> Option<Self> {
        let Counted { records, omitted, recordings, voices, .. } = *counted;
        Some(Self {
            table: atlas.table(counted.spot)?.name.clone(),
            copy: records,
            omit: omitted,
            recordings,
            voices,
            ..Self::default()
        })
    }

    fn of(atlas: &Atlas, store: usize, table: &TablePlan, holds: &Holds) -> Self {
        let keep = |(kept, rows): (&Kept, &u64)| {
            let paper = KeepPaper::of(atlas, store, &kept.why, holds);
            let term = paper.term.clone().filter(|_| kept.until.is_none());
            KeepPaper { until: kept.until, term, rows: *rows, ..paper }
        };
        let change = |(why, rows): (&Why, &u64)| (why.word().to_owned(), *rows);
        let at = atlas.parts.get(store).and_then(|part| part.schema.table(&table.table));
        let is_sound = at.is_some_and(|table| atlas.has_recordings(Spot { store, table }));
        Self {
            table: table.table.clone(),
            delete: table.delete,
            change: table.change.iter().map(change).collect(),
            columns: BTreeMap::new(),
            nothing: table.nothing,
            keep: table.keep.iter().map(keep).collect(),
            share: table.share,
            is_sound,
            seen: table.seen,
            tells: table.tells.clone(),
            ..Self::default()
        }
    }
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
