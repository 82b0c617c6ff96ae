//! A plan as people read, approve and keep it.
//!
//! Owns: what is written of it, by store and table. Leaves to others: making plans ([`crate::plan`]), the words ([`super`] has what is
//! written of people).

use std::collections::{BTreeMap, BTreeSet};

use abide_notice::Locale;
use abide_policy::map::{StoreMap, TableMap};
use abide_policy::model::RetentionRule;
use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, Retention, Since, Vocabulary as _};
use abide_records::Digest;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::RowRef;
use crate::atlas::{Atlas, Spot};
use crate::export::{Counted, Voices};
use crate::hold::Holds;
use crate::plan::{Because, Cause, Caused, Fingerprint, Kept, Plan, StorePlan, TablePlan, Why};
use crate::recipients::Touched;

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
    /// What led to what goes and changes. Nothing in plans that older programs made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<CausePaper>,
    /// The statement of the policy under which the map says that the table falls, where rows go or change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
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
    /// The same, by a column that is a key or refers to one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keys: BTreeMap<String, u64>,
    /// So many of the person's own rows that stay for others keep what is in this column: the map does not list it, and it may not be
    /// empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub stays: BTreeMap<String, u64>,
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

/// What led to it that rows of a table go or change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CausePaper {
    /// `delete`, or the word of why rows change ([`Why::word`]).
    pub what: String,
    /// The table on the person's side of the edge by which rows that go are the person's, as `store.table`; none if the rows are
    /// the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The columns by which that is so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// The statement that kept rows which go, and whose time is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<String>,
    /// The columns that change, and the word of what becomes of each.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// In so many rows.
    pub rows: u64,
}

impl CausePaper {
    /// What is said of rows that go.
    pub const DELETE: &str = "delete";

    fn of((cause, caused): (&Cause, &Caused)) -> Self {
        let columns = caused.columns.iter().map(|(name, what)| (name.clone(), (*what).to_owned()));
        Self {
            what: cause.change.map_or(Self::DELETE, Why::word).to_owned(),
            of: cause.way.as_ref().map(|way| way.of.clone()),
            by: cause.way.as_ref().map(|way| way.by.clone()).unwrap_or_default(),
            over: cause.over.as_ref().map(Id::to_string),
            columns: columns.collect(),
            rows: caused.rows,
        }
    }
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
    pub(in crate::desk) fn named(store: &str) -> Self {
        let (store, tables, fingerprint) = (store.to_owned(), Vec::new(), String::new());
        Self { store, tables, fingerprint, hand: None, purposes: None }
    }

    /// The step in which a choice is remembered. Its digest is over what is chosen and by whom, so that an approval is of this
    /// choice and no other.
    pub(in crate::desk) fn choice(
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
    pub(in crate::desk) fn of(
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
    pub(in crate::desk) fn touched<'a>(&self, map: &'a StoreMap) -> Touched<'a> {
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
    pub(in crate::desk) fn only_copied(&mut self, atlas: &Atlas, counted: &[Counted]) {
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
        self.copied_with(Voices::Alone)
    }

    /// How many rows a copy has, and how many recordings, if these go with it.
    #[must_use]
    pub fn copied_with(&self, voices: Voices) -> (u64, u64) {
        let tables = self.stores.iter().flat_map(|s| &s.tables);
        tables.fold((0, 0), |(rows, sound), table| {
            // Older programs called all of it seen.
            (rows + table.copy + table.seen, sound + table.sounds(voices))
        })
    }

    pub(in crate::desk) fn seed(&self) -> [u8; 16] {
        let bytes = data_encoding::HEXLOWER.decode(self.seed.as_bytes()).unwrap_or_default();
        bytes.try_into().unwrap_or_default()
    }

    /// The part about one step, for carrying out; `None` if its store is no longer in the maps.
    pub(in crate::desk) fn step(&self, atlas: &Atlas, at: usize) -> Option<StorePlan> {
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

pub(in crate::desk) fn fingerprint(text: &str) -> Option<Fingerprint> {
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
    /// How many recordings are copied, if these go with a copy.
    #[must_use]
    pub const fn sounds(&self, voices: Voices) -> u64 {
        match voices {
            Voices::Alone => self.recordings,
            Voices::Shared => self.recordings + self.voices,
        }
    }

    fn copied(atlas: &Atlas, counted: &Counted) -> Option<Self> {
        let Counted { records, omitted, recordings, voices, .. } = *counted;
        Some(Self {
            table: atlas.table(counted.spot)?.name.clone(),
            is_sound: atlas.has_recordings(counted.spot),
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
        let map = at.and_then(|table| atlas.mapped(Spot { store, table }));
        let said = map.and_then(|map| map.statement.as_ref()).map(Id::to_string);
        Self {
            table: table.table.clone(),
            delete: table.delete,
            change: table.change.iter().map(change).collect(),
            columns: BTreeMap::new(),
            causes: table.causes.iter().map(CausePaper::of).collect(),
            statement: said.filter(|_| !table.causes.is_empty()),
            nothing: table.nothing,
            keep: table.keep.iter().map(keep).collect(),
            share: table.share,
            is_sound,
            seen: table.seen,
            tells: table.tells.clone(),
            keys: table.keys.clone(),
            stays: table.stays.clone(),
            ..Self::default()
        }
    }
}
