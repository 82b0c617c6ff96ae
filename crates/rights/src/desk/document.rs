//! What the desk writes into our own tables as JSON: who a request is about, and what a plan does.
//!
//! Keys of rows are written by store, table and values, because numbers of tables hold only as long as a schema.

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::map::StoreMap;
use abide_policy::text::Id;
use abide_policy::vocab::{Treatment, Vocabulary as _};
use abide_records::{Digest, Document};
use abide_stores::Value;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Spot};
use crate::export::Voices;
use crate::plan::{Fingerprint, Kept, Plan, StorePlan, TablePlan, Why};
use crate::reach::Subject;

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
    /// Rows that a person must see to, noted before anything is done: nothing may lead to them by then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hands: Vec<HandRow>,
    /// Stores that refused their part when it was tried, and what they said.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub refused: BTreeMap<String, String>,
    /// What is asked for beyond the kind.
    #[serde(default)]
    pub wish: Wish,
}

/// So many bytes of known values are kept at most.
const KNOWN: usize = 16 << 10;
/// So many bytes of rows that are cut off.
const CUT_OFF: usize = 24 << 10;

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
    /// Notes values by which the person is known; none at all if they are too many to be kept, for looking for some of them
    /// only would prove nothing.
    pub(super) fn note_known(&mut self, values: impl IntoIterator<Item = String>) {
        self.known.extend(values);
        if written(&self.known) > KNOWN {
            self.known.clear();
        }
    }

    /// Notes rows to which nothing will lead; if they are too many to be kept, none: a person decides about what is found.
    pub(super) fn note_cut_off(&mut self, rows: impl IntoIterator<Item = RowRef>) {
        self.cut_off.extend(rows);
        if written(&self.cut_off) > CUT_OFF {
            self.cut_off.clear();
        }
    }
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
}

/// What is done to one store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// So many stay for some time.
    pub keep: Vec<KeepPaper>,
    /// So many stay because they are other people's too.
    pub share: u64,
    /// So many the person could only see.
    pub seen: u64,
}

/// Rows that stay for some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepPaper {
    /// The statement whose retention says so.
    pub statement: String,
    /// The last day, if it is known.
    pub until: Option<Date>,
    /// So many rows.
    pub rows: u64,
}

impl StorePaper {
    /// A step that touches no rows.
    pub(super) fn named(store: &str) -> Self {
        let (store, tables, fingerprint) = (store.to_owned(), Vec::new(), String::new());
        Self { store, tables, fingerprint, hand: None }
    }
}

impl Paper {
    pub(super) fn of(atlas: &Atlas, plan: &Plan, seed: [u8; 16], begun: bool) -> Self {
        let stores = plan.stores.iter().map(|s| StorePaper {
            store: atlas.parts.get(s.store).map(|p| p.map.id.to_string()).unwrap_or_default(),
            tables: s.tables.iter().map(TablePaper::of).collect(),
            fingerprint: s.fingerprint.to_string(),
            hand: None,
        });
        Self {
            made: plan.made,
            stores: stores.collect(),
            seed: data_encoding::HEXLOWER.encode(&seed),
            begun,
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

    /// The statements under which rows of a store go or change.
    pub(super) fn statements<'a>(&self, map: &'a StoreMap) -> BTreeSet<&'a Id> {
        let here =
            self.stores.iter().filter(|s| s.store == map.id.as_str()).flat_map(|s| &s.tables);
        let touched: BTreeSet<&str> = here
            .filter(|t| t.delete > 0 || !t.change.is_empty())
            .map(|t| t.table.as_str())
            .collect();
        let tables = map.tables.iter().filter(|t| touched.contains(t.name.as_str()));
        tables
            .flat_map(|t| {
                t.statement.iter().chain(t.columns.iter().filter_map(|c| c.statement.as_ref()))
            })
            .collect()
    }

    /// How many rows go and how many change, over all stores.
    #[must_use]
    pub fn totals(&self) -> (u64, u64) {
        let tables = self.stores.iter().flat_map(|s| &s.tables);
        tables.fold((0, 0), |(delete, change), t| {
            (delete + t.delete, change + t.change.values().sum::<u64>())
        })
    }

    /// The plan of a request that reads: everything is seen, nothing is changed, and there is one step.
    pub(super) fn only_seen(&mut self) {
        for table in self.stores.iter_mut().flat_map(|s| &mut s.tables) {
            let changed: u64 = table.change.values().sum();
            let kept: u64 = table.keep.iter().map(|k| k.rows).sum();
            let seen = table.seen + table.delete + table.share + changed + kept;
            *table = TablePaper {
                table: std::mem::take(&mut table.table),
                seen,
                ..TablePaper::default()
            };
        }
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

pub(super) fn fingerprint(text: &str) -> Option<Fingerprint> {
    Some(Fingerprint(text.parse::<Digest>().ok()?.0))
}

impl TablePaper {
    fn of(table: &TablePlan) -> Self {
        let keep = |(kept, rows): (&Kept, &u64)| KeepPaper {
            statement: kept.statement.to_string(),
            until: kept.until,
            rows: *rows,
        };
        let change = |(why, rows): (&Why, &u64)| (why.word().to_owned(), *rows);
        Self {
            table: table.table.clone(),
            delete: table.delete,
            change: table.change.iter().map(change).collect(),
            columns: BTreeMap::new(),
            keep: table.keep.iter().map(keep).collect(),
            share: table.share,
            seen: table.seen,
        }
    }
}

/// A value as a document of our own tables.
pub(super) fn document(value: &impl Serialize) -> Option<Document> {
    serde_json::to_string(value).ok().and_then(|text| Document::new(text).ok())
}
