//! What is left to a person where a store cannot do its part of a plan: whether it can, which rows are to be seen to, and
//! whether somebody has seen to them.
//!
//! Owns: asking stores before anything is tried, and looking at rows afterwards. Leaves to others: when somebody is asked and
//! reminded (`desk/hands.rs`), what becomes of a row ([`crate::plan`]).
//!
//! A store that cannot do it is worked on last, so that nothing else waits for a person. By then nothing may lead to its rows
//! any more: what leads to them is erased. So they are noted before anything is done, and looked for by what was noted: by what
//! names them ([`Atlas::naming`]), or, lines of files, all those together that a way of the map leads to, if the same becomes
//! of all of them. Where neither is so, or they are too many to be noted, the store keeps its turn: then what leads to its rows
//! waits for the person.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_policy::vocab::{Treatment, Vocabulary as _};
use abide_stores::schema::Table;
use abide_stores::{Abilities, ColumnAt, Error, Lookup, May, Row, Store, Value};
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Spot};
use crate::desk::document::{HandColumn, HandRow, RowRef, written};
use crate::execute::Work;
use crate::plan::{Fate, Fates, Plan, StorePlan};
use crate::reach::{Sessions, fold};
use crate::verify::{is_same, tells_nothing};

/// So many bytes of rows are noted at most.
pub(crate) const NOTED: usize = 20 << 10;

/// Why a store's part of a plan is left to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bar {
    /// The account has no right to it.
    MayNot,
    /// The store cannot do it at all.
    Cannot,
    /// The map says that nothing is changed there.
    ReadOnly,
    /// It was tried, and the store refused.
    Refused,
    /// Nothing of the map leads to the rows any more: what led to them was erased when the store could not do its part.
    CutOff,
}

impl Bar {
    /// Its stable name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::MayNot => "may-not",
            Self::Cannot => "cannot",
            Self::ReadOnly => "read-only",
            Self::Refused => "refused",
            Self::CutOff => "cut-off",
        }
    }
}

/// What keeps a store from doing its part of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barred {
    /// Why.
    pub why: Bar,
    /// In which of its tables.
    pub tables: Vec<String>,
}

/// What all stores say that they can do.
///
/// # Errors
/// Whatever a store reports.
pub async fn ask(stores: &[Arc<dyn Store>]) -> Result<Vec<Abilities>, Error> {
    let mut all = Vec::new();
    for store in stores {
        all.push(store.abilities().await?);
    }
    Ok(all)
}

/// What keeps a store from doing its part of a plan, as far as stores have told before it is tried; nothing if `None`.
#[must_use]
pub fn barred(atlas: &Atlas, abilities: &[Abilities], plan: &StorePlan) -> Option<Barred> {
    let (part, abilities) = atlas.parts.get(plan.store).zip(abilities.get(plan.store))?;
    let (mut why, mut tables) = (None, Vec::new());
    for table in &plan.tables {
        let Some(can) = part.schema.table(&table.table).map(|at| abilities.of(at)) else {
            continue;
        };
        let delete = (table.delete > 0).then_some(can.delete);
        let change = (!table.columns.is_empty()).then_some(can.change);
        let bars = delete.into_iter().chain(change).filter_map(|may| match may {
            May::Yes | May::Unasked => None,
            _ if part.map.read_only => Some(Bar::ReadOnly),
            May::Cannot => Some(Bar::Cannot),
            May::Forbidden => Some(Bar::MayNot),
        });
        if let Some(bar) = bars.max() {
            why = why.max(Some(bar));
            tables.push(table.table.clone());
        }
    }
    why.map(|why| Barred { why, tables })
}

/// As [`barred`]; also of stores that have `refused` it when it was tried.
pub(crate) fn barred_or_refused(
    atlas: &Atlas,
    abilities: &[Abilities],
    plan: &StorePlan,
    refused: &BTreeSet<usize>,
) -> Option<Barred> {
    let refused = refused.contains(&plan.store) && !plan.is_idle();
    let refused = refused.then(|| Barred { why: Bar::Refused, tables: Vec::new() });
    barred(atlas, abilities, plan).or(refused)
}

/// What of a plan stores leave to a person.
#[derive(Debug, Default)]
pub(crate) struct Division {
    /// By the number of the store.
    pub(crate) barred: BTreeMap<usize, Barred>,
    /// The rows, as far as they can be noted.
    pub(crate) rows: Vec<HandRow>,
}

/// Divides a plan by what stores are barred from, and puts that last where its rows are found again.
pub(crate) async fn divide(
    work: &Work<'_>,
    sessions: &mut Sessions,
    fates: &Fates,
    plan: &mut Plan,
    barred: impl Fn(&StorePlan) -> Option<Barred>,
) -> Result<Division, Error> {
    let (mut division, mut last) = (Division::default(), BTreeSet::new());
    for part in &plan.stores {
        let Some(barred) = barred(part) else { continue };
        division.barred.insert(part.store, barred);
        let rows = to_do(work, sessions, fates, part.store).await?;
        let all: Vec<&HandRow> = division.rows.iter().chain(&rows).collect();
        if written(&all) > NOTED {
            continue;
        }
        if rows.iter().all(|row| row.lasts) {
            last.insert(part.store);
        }
        division.rows.extend(rows);
    }
    // Those that can go last do, in their order.
    plan.stores.sort_by_key(|part| last.contains(&part.store));
    Ok(division)
}

/// Every row about which something was decided, as it would be noted.
pub(crate) fn reached(atlas: &Atlas, fates: &Fates) -> BTreeSet<RowRef> {
    let names = Names::of(atlas, fates);
    fates.of.keys().filter_map(|at| names.noted(*at)).map(|(_, row)| row.row).collect()
}

/// Every row that must stay for some time, as it would be noted.
pub(crate) fn kept(atlas: &Atlas, fates: &Fates) -> BTreeSet<RowRef> {
    let names = Names::of(atlas, fates);
    let kept = fates.of.iter().filter(|(_, fate)| matches!(fate, Fate::Keep(_)));
    kept.filter_map(|(at, _)| names.noted(*at)).map(|(_, row)| row.row).collect()
}

/// The rows of a store that a plan deletes or changes and that are not yet as they shall be: held against what it would write now,
/// as it is asked for. What somebody wrote is held against what the treatment leaves ([`still`]).
pub(crate) async fn to_do(
    work: &Work<'_>,
    sessions: &mut Sessions,
    fates: &Fates,
    store: usize,
) -> Result<Vec<HandRow>, Error> {
    let names = Names::of(work.atlas, fates);
    let mut rows: BTreeMap<RowRef, HandRow> = BTreeMap::new();
    let mut add = |row: HandRow| match rows.get_mut(&row.row) {
        Some(there) => {
            there.count += 1;
            there.columns.extend(row.columns);
        }
        None => drop(rows.insert(row.row.clone(), row)),
    };
    let going = fates.of.iter().filter(|(_, fate)| **fate == Fate::Delete);
    let going = going.filter_map(|(at, _)| names.noted(*at));
    going.filter(|(spot, _)| spot.store == store).for_each(|(_, row)| add(row));
    for ((spot, columns), wanted) in work.wanted(sessions, fates, store).await? {
        let keys: Vec<Vec<Value>> = wanted.iter().map(|(_, key, _)| key.0.to_vec()).collect();
        let now = values(sessions, spot, &keys, &columns).await?;
        for (at, key, values) in wanted {
            let Some(is) = now.get(&key.0.to_vec()) else { continue };
            let differ = columns.iter().zip(values.iter().zip(is));
            let changes = names.changes((at, spot), differ);
            let row = names.noted(at).filter(|_| !changes.is_empty());
            if let Some((_, row)) = row {
                add(HandRow { columns: changes, ..row });
            }
        }
    }
    Ok(rows.into_values().collect())
}

/// What columns of rows hold now, by the rows' keys.
async fn values(
    sessions: &mut Sessions,
    spot: Spot,
    keys: &[Vec<Value>],
    want: &[ColumnAt],
) -> Result<HashMap<Vec<Value>, Vec<Value>>, Error> {
    let mut now = HashMap::new();
    let lookup = Lookup {
        table: spot.table,
        by: &[],
        values: keys,
        when: &[],
        want,
        hold: false,
        refers: false,
    };
    let mut sink = |row: Row| {
        now.insert(row.key.0.to_vec(), row.values);
        ControlFlow::Continue(())
    };
    sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
    Ok(now)
}

/// By what lines of files are looked for together: the columns of a way that leads to them, and their values.
type Way = (Spot, Vec<ColumnAt>, Vec<Value>);

/// By what rows are noted.
struct Names<'a> {
    atlas: &'a Atlas,
    fates: &'a Fates,
    /// What becomes of all rows of a way, if it is the same.
    ways: BTreeMap<Way, Option<&'a Fate>>,
}

impl<'a> Names<'a> {
    fn of(atlas: &'a Atlas, fates: &'a Fates) -> Self {
        let mut names = Self { atlas, fates, ways: BTreeMap::new() };
        let mut shared = BTreeSet::new();
        for (at, fate) in &fates.of {
            let Some(way) = names.way(*at) else { continue };
            let stays_as_it_is = match fate {
                Fate::Share => true,
                Fate::Change(columns, _) => columns.is_empty(),
                Fate::Delete | Fate::Keep(_) => false,
            };
            if stays_as_it_is {
                shared.insert(way);
                continue;
            }
            let is_told = match fate {
                Fate::Delete => true,
                // Of a value that has to differ nobody can tell by itself whether it does.
                Fate::Change(columns, _) => columns.values().all(|t| *t != Treatment::Unique),
                Fate::Share | Fate::Keep(_) => false,
            };
            let fate = is_told.then_some(fate);
            let all = names.ways.entry(way).or_insert(fate);
            if *all != fate {
                *all = None;
            }
        }
        // A text that stays as it is tells nothing of the person: asked what the others are asked, it answers as they shall.
        let loses_texts = |fate: &Fate| matches!(fate, Fate::Change(columns, _) if columns.values().all(|t| *t == Treatment::Redact));
        for way in shared {
            let all = names.ways.entry(way).or_default();
            *all = all.filter(|fate| loses_texts(fate));
        }
        names
    }

    /// A way that leads to a row, and to nobody's but the person's: only for rows that nothing names.
    fn way(&self, at: usize) -> Option<Way> {
        let row = self.fates.rows.all.get(at)?;
        if !self.atlas.naming(row.spot).is_empty() {
            return None;
        }
        let flows = row.claims.iter().filter(|c| c.owned).filter_map(|c| c.flow);
        let mut flows = flows.filter_map(|flow| self.atlas.flows.get(flow));
        let flow = flows.find(|f| f.owns && f.target == row.spot && f.target_when.is_empty())?;
        let values = row.values(self.atlas, &flow.target_columns).filter(|v| !v.is_empty())?;
        Some((row.spot, flow.target_columns.clone(), values))
    }

    /// A row for writing down.
    fn noted(&self, at: usize) -> Option<(Spot, HandRow)> {
        let row = self.fates.rows.all.get(at)?;
        let table = self.atlas.table(row.spot)?;
        let way = self.way(at).filter(|way| self.ways.get(way).is_some_and(Option::is_some));
        let way = way.map(|(_, columns, values)| (columns, values));
        let lasting = row.named(self.atlas).or(way);
        let lasts = lasting.is_some();
        // Where a row lies in a file is what somebody looks for; its place in a database tells nobody anything.
        let place = || match table.has_places() {
            true => (table.key.clone(), row.key.0.to_vec()),
            false => (Vec::new(), Vec::new()),
        };
        let (by, key) = lasting.unwrap_or_else(place);
        let names = by.iter().filter_map(|c| table.columns.get(*c)).map(|c| c.name.clone());
        let (by, columns) = (names.collect(), BTreeMap::new());
        let noted = RowRef::of(self.atlas, row.spot, &key)?;
        Some((row.spot, HandRow { row: noted, by, columns, lasts, count: 1 }))
    }

    /// The columns of a row that do not hold what they shall: of each, what it shall hold and what it holds.
    fn changes<'v>(
        &self,
        (at, spot): (usize, Spot),
        columns: impl Iterator<Item = (&'v ColumnAt, (&'v Value, &'v Value))>,
    ) -> BTreeMap<String, HandColumn> {
        let Some(Fate::Change(treatments, _)) = self.fates.of.get(&at) else {
            return BTreeMap::new();
        };
        let is_alone = !self.atlas.naming(spot).is_empty();
        let differ = columns.filter(|(_, (should, is))| !is_same(should, is));
        let one = |(column, (_, is)): (&ColumnAt, (&Value, &Value))| {
            let name = self.atlas.table(spot)?.columns.get(*column)?.name.clone();
            let what = treatments.get(column)?.word().to_owned();
            let was = if is_alone { digest(is) } else { String::new() };
            Some((name, HandColumn { what, was }))
        };
        differ.filter_map(one).collect()
    }
}

/// What tells whether a value has changed.
fn digest(value: &Value) -> String {
    let bytes: [u8; 32] = Sha256::digest(value.text().unwrap_or_default().as_bytes()).into();
    data_encoding::HEXLOWER.encode(bytes.get(..8).unwrap_or_default())
}

impl HandRow {
    /// Whether a column of which nobody can tell by itself that it tells nothing holds something else than before.
    pub(crate) fn has_changed(&self, column: &str, is: &Value) -> bool {
        let noted = self.columns.get(column).filter(|column| !column.was.is_empty());
        noted.is_some_and(|column| digest(is) != column.was)
    }
}

/// A row that was noted, with its key.
type Keyed<'a> = (&'a HandRow, Vec<Value>);

/// Which of the rows that were noted are not yet as they shall be. `known` are the values by which the person was known. A row of
/// which nobody can tell is one of them: its table is gone, or its file is called otherwise, or the columns by which it is found.
pub(crate) async fn still(
    work: &Work<'_>,
    rows: &[HandRow],
    known: &BTreeSet<String>,
) -> Result<Vec<HandRow>, Error> {
    let known: Vec<String> = known.iter().cloned().collect();
    let mut groups: BTreeMap<(Spot, &[String]), Vec<Keyed<'_>>> = BTreeMap::new();
    let (mut left, mut hidden) = (Vec::new(), BTreeMap::new());
    for row in rows {
        let Some((spot, key)) = row.row.find(work.atlas) else {
            left.extend(row.lasts.then(|| row.clone()));
            continue;
        };
        let group = (spot, row.by.as_slice());
        let is_hidden = match hidden.entry(group) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => *new.insert(are_hidden(work, spot, row).await?),
        };
        match is_hidden {
            true => left.push(row.clone()),
            _ if row.lasts => groups.entry(group).or_default().push((row, key)),
            // It is looked for by what leads to it.
            _ => {}
        }
    }
    let mut sessions = Sessions::open(work.stores, None).await?;
    for ((spot, by), rows) in groups {
        let Some(table) = work.atlas.table(spot) else { continue };
        let by: Vec<ColumnAt> = by.iter().filter_map(|name| table.column(name)).collect();
        let keys: Vec<Vec<Value>> = rows.iter().map(|(_, key)| key.clone()).collect();
        let now = whole(&mut sessions, (spot, table), &by, &keys).await?;
        for (row, key) in rows {
            let found = now.get(&fold(&key)).into_iter().flatten();
            let mut open = found.filter_map(|values| is_left(work, spot, row, values, &known));
            if let Some(one) = open.next() {
                left.push(HandRow { count: 1 + open.count() as u64, ..one });
            }
        }
    }
    Ok(left)
}

/// Whether rows of a file that are noted like this one would not be found though they are there. What nothing names is looked for by the ways that lead to it.
async fn are_hidden(work: &Work<'_>, spot: Spot, row: &HandRow) -> Result<bool, Error> {
    let Some((table, store)) = work.atlas.table(spot).zip(work.stores.get(spot.store)) else {
        return Ok(false);
    };
    let own = || row.by.iter().filter_map(|name| table.column(name)).collect();
    let ways = work.atlas.arriving(spot).map(|(_, flow)| flow.target_columns.clone());
    let ways: Vec<Vec<ColumnAt>> = if row.lasts { vec![own()] } else { ways.collect() };
    for by in &ways {
        if !store.may_hide(spot.table, by).await? {
            return Ok(false);
        }
    }
    Ok(!ways.is_empty())
}

/// All columns of the rows that have these values, by the values.
async fn whole(
    sessions: &mut Sessions,
    (spot, table): (Spot, &Table),
    by: &[ColumnAt],
    values: &[Vec<Value>],
) -> Result<HashMap<String, Vec<Vec<Value>>>, Error> {
    let want: Vec<ColumnAt> = (0..table.columns.len()).collect();
    let mut now: HashMap<String, Vec<Vec<Value>>> = HashMap::new();
    let lookup = Lookup {
        table: spot.table,
        by,
        values,
        when: &[],
        want: &want,
        hold: false,
        refers: false,
    };
    let mut sink = |row: Row| {
        let key: Option<Vec<Value>> = by.iter().map(|c| row.values.get(*c).cloned()).collect();
        now.entry(fold(&key.unwrap_or_default())).or_default().push(row.values);
        ControlFlow::Continue(())
    };
    sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
    Ok(now)
}

/// A row that is there, as far as it is not as it shall be.
fn is_left(
    work: &Work<'_>,
    spot: Spot,
    row: &HandRow,
    now: &[Value],
    known: &[String],
) -> Option<HandRow> {
    if row.columns.is_empty() {
        return Some(row.clone());
    }
    let table = work.atlas.table(spot)?;
    let differs = |name: &str, column: &HandColumn| {
        let Some(at) = table.column(name) else { return false };
        let Some((is, described)) = now.get(at).zip(table.columns.get(at)) else { return false };
        let is_there = digest(is) == column.was;
        let holds = |treatment| !tells_nothing(work, described, treatment, is, known);
        match Treatment::from_word(&column.what) {
            // Where a value must stand, whoever did it by hand may have chosen another one for nothing.
            Some(treatment @ Treatment::Empty) => {
                holds(treatment) && (described.nullable || is_there)
            }
            Some(treatment @ Treatment::Month) => holds(treatment),
            // What was found in a text by what it looks like is not told again.
            Some(Treatment::Redact) => is_there || holds(Treatment::Redact),
            // Whatever a person chose instead.
            _ => is_there,
        }
    };
    let columns = row.columns.iter().filter(|(name, column)| differs(name, column));
    let columns: BTreeMap<_, _> = columns.map(|(n, c)| (n.clone(), c.clone())).collect();
    (!columns.is_empty()).then(|| HandRow { columns, ..row.clone() })
}
