//! Putting wrong data right (GDPR Art. 16): values in the rows that are the person.
//!
//! Owns: which rows and columns, comparing with what was approved, writing, reading back. Leaves to others: whether the new
//! value is right, telling recipients (Art. 19).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_stores::{ColumnAt, Key, Lookup, Row, Value};
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Spot};
use crate::desk::document::{HandColumn, HandRow, RowRef};
use crate::execute::{Stop, Work};
use crate::plan::{Fingerprint, Plan, StorePlan, TablePlan, Why};
use crate::reach::{Sessions, Subject};

/// What becomes of a column, in a word.
const CORRECT: &str = "correct";

/// New values by table: the columns and what they shall hold.
type Wanted = BTreeMap<Spot, Vec<(ColumnAt, Value)>>;

/// A column that cannot be put right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no column of the person's own rows that can be written: name one as `table.column`"
)]
pub struct NoColumn(pub String);

/// What shall be put right: `table.column` or `store.table.column`, and the value.
///
/// # Errors
/// The first name that is no column of a table of people.
pub fn wanted(atlas: &Atlas, set: &BTreeMap<String, String>) -> Result<Rectification, NoColumn> {
    let mut wanted = Wanted::new();
    for (name, value) in set {
        let (spot, column) = place(atlas, name).ok_or_else(|| NoColumn(name.clone()))?;
        wanted.entry(spot).or_default().push((column, Value::Text(value.clone())));
    }
    Ok(Rectification(wanted))
}

fn place(atlas: &Atlas, name: &str) -> Option<(Spot, ColumnAt)> {
    let (table, column) = name.rsplit_once('.')?;
    let spots = atlas.parts.iter().enumerate().flat_map(|(store, part)| {
        (0..part.schema.tables.len()).map(move |table| Spot { store, table })
    });
    let named = |spot: &Spot| {
        atlas.name(*spot) == table || atlas.table(*spot).is_some_and(|t| t.name == table)
    };
    let spot = spots.filter(|s| atlas.is_people(*s)).find(named)?;
    let described = atlas.table(spot)?;
    let column = described.column(column)?;
    let writable = !described.columns.get(column)?.generated && !described.key.contains(&column);
    writable.then_some((spot, column))
}

/// New values for columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectification(Wanted);

/// A row that is put right: its key, and its values before.
type Found = (Spot, Key, Vec<Value>);

impl Rectification {
    /// What would change.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn plan(&self, work: &Work<'_>) -> Result<Plan, abide_stores::Error> {
        let mut sessions = Sessions::open(work.stores, None).await?;
        let found = self.find(work, &mut sessions, false).await?;
        let mut stores: Vec<usize> = found.iter().map(|(spot, ..)| spot.store).collect();
        stores.dedup();
        let plans = stores.into_iter().map(|store| self.part(work.atlas, &found, store));
        Ok(Plan { made: work.today, stores: plans.collect(), holds: BTreeSet::new() })
    }

    /// Writes what was approved for one store, without saving it yet; `None` if it is as wished already.
    ///
    /// # Errors
    /// [`Stop`]: then nothing was changed.
    pub async fn prepare(
        &self,
        work: &Work<'_>,
        approved: &StorePlan,
    ) -> Result<Option<Ready>, Stop> {
        let mut sessions = Sessions::open(work.stores, Some(approved.store)).await?;
        let found = self.find(work, &mut sessions, true).await?;
        let now = self.part(work.atlas, &found, approved.store);
        if now.fingerprint != approved.fingerprint {
            // What was written before the answer came is as wished: then there is nothing left to do.
            return if self.is_done(&found, approved.store) {
                Ok(None)
            } else {
                Err(Stop::Changed { now: Box::new(now) })
            };
        }
        let mut changed = 0;
        for (spot, key, _) in found.iter().filter(|(spot, ..)| spot.store == approved.store) {
            let (columns, values): (Vec<ColumnAt>, Vec<Value>) =
                self.0.get(spot).cloned().unwrap_or_default().into_iter().unzip();
            let rows = [(key.clone(), values)];
            changed += sessions.at(spot.store)?.change(spot.table, &columns, &rows).await?;
        }
        Ok(Some(Ready { sessions, changed }))
    }

    /// Whether the rows hold what was wished.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn verified(&self, work: &Work<'_>) -> Result<bool, abide_stores::Error> {
        let mut sessions = Sessions::open(work.stores, None).await?;
        let found = self.find(work, &mut sessions, false).await?;
        Ok((0..work.stores.len()).all(|store| self.is_done(&found, store)))
    }

    /// The columns of a table that are put right, by name.
    fn columns<'a>(&'a self, atlas: &'a Atlas, spot: Spot) -> impl Iterator<Item = String> + 'a {
        let columns = self.0.get(&spot).into_iter().flatten();
        columns.filter_map(move |(at, _)| Some(atlas.table(spot)?.columns.get(*at)?.name.clone()))
    }

    /// The rows of a store that do not yet hold what was wished, for somebody to put right.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub(crate) async fn left(
        &self,
        work: &Work<'_>,
        store: usize,
    ) -> Result<Vec<HandRow>, abide_stores::Error> {
        let mut sessions = Sessions::open(work.stores, None).await?;
        let mut left = Vec::new();
        for subject in work.subjects {
            for row in subject.rows.iter().filter(|(spot, _)| spot.store == store) {
                let alone = [Subject { rows: vec![row.clone()] }];
                let work = Work { subjects: &alone, ..work.clone() };
                let found = self.find(&work, &mut sessions, false).await?;
                if !self.is_done(&found, store) {
                    left.extend(self.by_hand(work.atlas, row));
                }
            }
        }
        Ok(left)
    }

    /// A row that somebody must put right.
    fn by_hand(&self, atlas: &Atlas, (spot, key): &(Spot, Vec<Value>)) -> Option<HandRow> {
        let what = || HandColumn { what: CORRECT.to_owned(), was: String::new() };
        let columns = self.columns(atlas, *spot).map(|name| (name, what())).collect();
        let (by, values) = atlas.named(*spot, key)?;
        let described = atlas.table(*spot)?;
        let names = by.iter().filter_map(|c| described.columns.get(*c));
        let by = names.map(|c| c.name.clone()).collect();
        Some(HandRow {
            row: RowRef::of(atlas, *spot, &values)?,
            by,
            columns,
            lasts: true,
            count: 1,
        })
    }

    fn is_done(&self, found: &[Found], store: usize) -> bool {
        let here = found.iter().filter(|(spot, ..)| spot.store == store);
        here.into_iter().all(|(spot, _, now)| {
            let wanted = self.0.get(spot).map_or(&[][..], Vec::as_slice);
            wanted.iter().zip(now).all(|((_, wish), is)| wish.text() == is.text())
        })
    }

    async fn find(
        &self,
        work: &Work<'_>,
        sessions: &mut Sessions,
        hold: bool,
    ) -> Result<Vec<Found>, abide_stores::Error> {
        let mut found = Vec::new();
        for (spot, columns) in &self.0 {
            let mut asked: BTreeMap<Vec<ColumnAt>, Vec<Vec<Value>>> = BTreeMap::new();
            for name in own_keys(work.subjects, *spot) {
                let Some((by, values)) = work.atlas.named(*spot, &name) else { continue };
                asked.entry(by).or_default().push(values);
            }
            let want: Vec<ColumnAt> = columns.iter().map(|(c, _)| *c).collect();
            let hold = hold && sessions.writes(spot.store);
            let mut sink = |row: Row| {
                found.push((*spot, row.key, row.values));
                ControlFlow::Continue(())
            };
            for (by, values) in &asked {
                let table = spot.table;
                let lookup = Lookup { table, by, values, when: &[], want: &want, hold };
                sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
            }
        }
        found.sort();
        Ok(found)
    }

    fn part(&self, atlas: &Atlas, found: &[Found], store: usize) -> StorePlan {
        let mut tables: BTreeMap<Spot, TablePlan> = BTreeMap::new();
        let mut hash = Sha256::new();
        for (spot, key, values) in found.iter().filter(|(spot, ..)| spot.store == store) {
            let name = atlas.table(*spot).map(|t| t.name.clone()).unwrap_or_default();
            let table = tables
                .entry(*spot)
                .or_insert_with(|| TablePlan { table: name, ..TablePlan::default() });
            *table.change.entry(Why::Rule).or_default() += 1;
            table.columns.extend(self.columns(atlas, *spot).map(|name| (name, CORRECT)));
            let wanted = self.0.get(spot).into_iter().flatten().map(|(_, v)| v);
            for value in key.0.iter().chain(values).chain(wanted) {
                let text = value.text().unwrap_or_default();
                hash.update((text.len() as u64).to_le_bytes());
                hash.update(text.as_bytes());
            }
        }
        StorePlan {
            store,
            tables: tables.into_values().collect(),
            fingerprint: Fingerprint(hash.finalize().into()),
        }
    }
}

/// Values that are written but not saved. Dropped, they never were.
pub struct Ready {
    sessions: Sessions,
    changed: u64,
}

impl Ready {
    /// So many rows change, if it is saved.
    #[must_use]
    pub const fn changed(&self) -> u64 {
        self.changed
    }

    /// Saves it.
    ///
    /// # Errors
    /// Whatever the store reports: then nothing was saved, unless the connection was lost meanwhile.
    pub async fn save(self) -> Result<(), abide_stores::Error> {
        self.sessions.commit().await
    }
}

fn own_keys(subjects: &[Subject], spot: Spot) -> Vec<Vec<Value>> {
    let rows = subjects.iter().flat_map(|s| &s.rows);
    rows.filter(|(at, _)| *at == spot).map(|(_, key)| key.clone()).collect()
}
