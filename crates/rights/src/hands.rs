//! What is left to a person where a store cannot do its part of a plan: whether it can, which rows are to be seen to, and
//! whether somebody has seen to them.
//!
//! Owns: asking stores before anything is tried, and looking at rows afterwards. Leaves to others: when somebody is asked and
//! reminded (`desk/hands.rs`), what becomes of a row ([`crate::plan`]).
//!
//! A store that cannot do it is worked on last, so that nothing else waits for a person. By then nothing may lead to its rows
//! any more: what leads to them is erased. So they are noted by what names them ([`Atlas::naming`]) before anything is done,
//! and looked for by that. Where nothing names them for long, or they are too many to be noted, the store keeps its turn: then
//! what leads to them waits for the person.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_policy::vocab::{Treatment, Vocabulary as _};
use abide_stores::{ColumnAt, Error, Lookup, May, Row, Store, Value};
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Spot};
use crate::desk::document::{HandColumn, HandRow, RowRef, written};
use crate::execute::Work;
use crate::neutral::nothing;
use crate::plan::{Fate, Fates, Plan, StorePlan};
use crate::reach::{Sessions, fold};
use crate::verify::is_same;

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

/// What keeps a store from doing its part of a plan, as far as it tells before it is tried; nothing if `None`.
///
/// # Errors
/// Whatever the store reports.
pub async fn barred(
    atlas: &Atlas,
    stores: &[Arc<dyn Store>],
    plan: &StorePlan,
) -> Result<Option<Barred>, Error> {
    let Some((part, store)) = atlas.parts.get(plan.store).zip(stores.get(plan.store)) else {
        return Ok(None);
    };
    if plan.is_idle() {
        return Ok(None);
    }
    let abilities = store.abilities().await?;
    let (mut why, mut tables) = (None, Vec::new());
    for table in &plan.tables {
        let Some(can) = part.schema.table(&table.table).map(|at| abilities.of(at)) else {
            continue;
        };
        let delete = (table.delete > 0).then_some(can.delete);
        let change = (!table.columns.is_empty()).then_some(can.change);
        let bars = delete.into_iter().chain(change).filter_map(|may| match may {
            May::Yes => None,
            _ if part.map.read_only => Some(Bar::ReadOnly),
            May::Cannot => Some(Bar::Cannot),
            May::Forbidden => Some(Bar::MayNot),
        });
        if let Some(bar) = bars.max() {
            why = why.max(Some(bar));
            tables.push(table.table.clone());
        }
    }
    Ok(why.map(|why| Barred { why, tables }))
}

/// As [`barred`]; also what has refused it when it was tried.
pub(crate) async fn barred_of(
    work: &Work<'_>,
    part: &StorePlan,
    refused: &BTreeSet<usize>,
) -> Result<Option<Barred>, Error> {
    Ok(match barred(work.atlas, work.stores, part).await? {
        None if refused.contains(&part.store) && !part.is_idle() => {
            Some(Barred { why: Bar::Refused, tables: Vec::new() })
        }
        barred => barred,
    })
}

/// What of a plan stores leave to a person.
#[derive(Debug, Default)]
pub(crate) struct Division {
    /// By the number of the store.
    pub(crate) barred: BTreeMap<usize, Barred>,
    /// The rows, as far as they can be noted.
    pub(crate) rows: Vec<HandRow>,
}

/// Finds out what stores cannot do of a plan, those included that `refused` it, and puts it last where its rows are found again.
pub(crate) async fn divide(
    work: &Work<'_>,
    sessions: &mut Sessions,
    fates: &Fates,
    plan: &mut Plan,
    refused: &BTreeSet<usize>,
) -> Result<Division, Error> {
    let (mut division, mut last) = (Division::default(), BTreeSet::new());
    for part in &plan.stores {
        let Some(barred) = barred_of(work, part, refused).await? else { continue };
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
    fates.of.keys().filter_map(|at| noted(atlas, fates, *at)).map(|(_, row)| row.row).collect()
}

/// The rows of a store that a plan deletes or changes and that are not yet as they shall be.
pub(crate) async fn to_do(
    work: &Work<'_>,
    sessions: &mut Sessions,
    fates: &Fates,
    store: usize,
) -> Result<Vec<HandRow>, Error> {
    let going = fates.of.iter().filter(|(_, fate)| **fate == Fate::Delete);
    let going = going.filter_map(|(at, _)| noted(work.atlas, fates, *at));
    let here = going.filter(|(spot, _)| spot.store == store);
    let mut rows: Vec<HandRow> = here.map(|(_, row)| row).collect();
    for ((spot, columns), wanted) in work.wanted(sessions, fates, store).await? {
        let keys: Vec<Vec<Value>> = wanted.iter().map(|(_, key, _)| key.0.to_vec()).collect();
        let mut now: HashMap<Vec<Value>, Vec<Value>> = HashMap::new();
        let lookup = Lookup {
            table: spot.table,
            by: &[],
            values: &keys,
            when: &[],
            want: &columns,
            hold: false,
        };
        let mut sink = |row: Row| {
            now.insert(row.key.0.to_vec(), row.values);
            ControlFlow::Continue(())
        };
        sessions.at(store)?.find(&lookup, &mut sink).await?;
        for (at, key, values) in wanted {
            let Some(is) = now.get(&key.0.to_vec()) else { continue };
            let changes = changes(work.atlas, fates, (at, spot), &columns, values.iter().zip(is));
            let Some((_, row)) = noted(work.atlas, fates, at).filter(|_| !changes.is_empty())
            else {
                continue;
            };
            rows.push(HandRow { columns: changes, ..row });
        }
    }
    Ok(rows)
}

/// The columns of a row that do not hold what they shall.
fn changes<'a>(
    atlas: &Atlas,
    fates: &Fates,
    (at, spot): (usize, Spot),
    columns: &[ColumnAt],
    values: impl Iterator<Item = (&'a Value, &'a Value)>,
) -> BTreeMap<String, HandColumn> {
    let Some(Fate::Change(treatments, _)) = fates.of.get(&at) else { return BTreeMap::new() };
    let differ = columns.iter().zip(values).filter(|(_, (should, is))| !is_same(should, is));
    let one = |(column, (_, is)): (&ColumnAt, (&Value, &Value))| {
        let name = atlas.table(spot)?.columns.get(*column)?.name.clone();
        let what = treatments.get(column)?.word().to_owned();
        Some((name, HandColumn { what, was: digest(is) }))
    };
    differ.filter_map(one).collect()
}

/// A row for writing down: by what names it for long, else by its name in the session.
fn noted(atlas: &Atlas, fates: &Fates, at: usize) -> Option<(Spot, HandRow)> {
    let row = fates.rows.all.get(at)?;
    let table = atlas.table(row.spot)?;
    let naming = atlas.naming(row.spot);
    let lasting = row.values(atlas, &naming).filter(|values| !values.is_empty());
    let (key, by) = match &lasting {
        Some(values) => (values.as_slice(), naming),
        // Where a row lies in a file is what somebody looks for; its place in a database tells nobody anything.
        None if table.has_places() => (row.key.0.as_ref(), table.key.clone()),
        None => (&[][..], Vec::new()),
    };
    let names = by.iter().filter_map(|c| table.columns.get(*c)).map(|c| c.name.clone());
    let by = names.collect();
    let row_ref = RowRef::of(atlas, row.spot, key)?;
    Some((
        row.spot,
        HandRow { row: row_ref, by, columns: BTreeMap::new(), lasts: lasting.is_some() },
    ))
}

/// What tells whether a value has changed.
fn digest(value: &Value) -> String {
    let bytes: [u8; 32] = Sha256::digest(value.text().unwrap_or_default().as_bytes()).into();
    data_encoding::HEXLOWER.encode(bytes.get(..8).unwrap_or_default())
}

/// Which of the rows that were noted are not yet as they shall be. `known` are the values by which the person was known. A row of
/// which nobody can tell is one of them.
pub(crate) async fn still(
    work: &Work<'_>,
    rows: &[HandRow],
    known: &BTreeSet<String>,
) -> Result<Vec<HandRow>, Error> {
    let mut sessions = Sessions::open(work.stores, None).await?;
    let known: Vec<String> = known.iter().cloned().collect();
    let mut groups: BTreeMap<(Spot, &[String]), Vec<(&HandRow, Vec<Value>)>> = BTreeMap::new();
    let mut left = Vec::new();
    for row in rows.iter().filter(|row| row.lasts) {
        match row.row.find(work.atlas) {
            Some((spot, key)) => groups.entry((spot, &row.by)).or_default().push((row, key)),
            None => left.push(row.clone()),
        }
    }
    for ((spot, by), rows) in groups {
        let Some(table) = work.atlas.table(spot) else { continue };
        let by: Vec<ColumnAt> = by.iter().filter_map(|name| table.column(name)).collect();
        let values: Vec<Vec<Value>> = rows.iter().map(|(_, key)| key.clone()).collect();
        let want: Vec<ColumnAt> = (0..table.columns.len()).collect();
        let mut now: HashMap<String, Vec<Vec<Value>>> = HashMap::new();
        let lookup = Lookup {
            table: spot.table,
            by: &by,
            values: &values,
            when: &[],
            want: &want,
            hold: false,
        };
        let mut sink = |row: Row| {
            let key: Option<Vec<Value>> = by.iter().map(|c| row.values.get(*c).cloned()).collect();
            now.entry(fold(&key.unwrap_or_default())).or_default().push(row.values);
            ControlFlow::Continue(())
        };
        sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
        for (row, key) in rows {
            let found = now.get(&fold(&key)).into_iter().flatten();
            left.extend(found.filter_map(|values| is_left(work, spot, row, values, &known)).next());
        }
    }
    Ok(left)
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
        let touched = digest(is) != column.was;
        match Treatment::from_word(&column.what) {
            Some(Treatment::Empty) => !is.is_null() && !is_same(&nothing(described), is),
            Some(Treatment::Redact) => {
                let text = is.text().unwrap_or_default();
                !touched || work.redactor.redact(&text, known, false) != text
            }
            _ => !touched,
        }
    };
    let columns = row.columns.iter().filter(|(name, column)| differs(name, column));
    let columns: BTreeMap<_, _> = columns.map(|(n, c)| (n.clone(), c.clone())).collect();
    (!columns.is_empty()).then(|| HandRow { columns, ..row.clone() })
}
