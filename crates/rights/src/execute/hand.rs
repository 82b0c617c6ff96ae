//! Changing one store as it was decided: values first, then rows.
//!
//! Owns: which new values rows get that stay, and in which order rows go. Leaves to others: whether it may be done at all, holding and
//! saving ([`super`]), what stands where nothing is told any more ([`crate::neutral`]), texts that were made to see whether they
//! change ([`crate::plan::still`]).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_policy::vocab::Treatment;
use abide_stores::schema::Column;
use abide_stores::{ColumnAt, Error, Key, Lookup, Row, Value};
use sha2::{Digest as _, Sha256};

use super::{Far, Stop, Watch, Work};
use crate::atlas::{Atlas, Spot};
use crate::neutral::written;
use crate::plan::still::{self, Written};
use crate::plan::{Fate, Fates, Why};
use crate::reach::{Sessions, SubjectAt};
use crate::redact::Taking;

/// What was done, before it is saved.
pub(super) struct Counts {
    pub(super) gone: BTreeSet<usize>,
    pub(super) deleted: u64,
    pub(super) changed: u64,
    pub(super) now: Written,
}

/// What changes one store as it was decided.
pub(super) struct Hand<'a, 'w> {
    pub(super) work: &'a Work<'w>,
    pub(super) sessions: &'a mut Sessions,
    pub(super) fates: &'a Fates,
    pub(super) store: usize,
    /// The values by which each person is known.
    pub(super) known: BTreeMap<SubjectAt, BTreeSet<String>>,
    /// New texts that are known already.
    pub(super) texts: Written,
}

type Asked = BTreeMap<(Spot, Vec<ColumnAt>), Vec<(usize, Vec<Value>)>>;
/// By table and columns: the number of the row, its key, the values.
pub(crate) type Changes = BTreeMap<(Spot, Vec<ColumnAt>), Vec<(usize, Key, Vec<Value>)>>;

impl Hand<'_, '_> {
    pub(super) async fn apply(mut self, far: Far<'_>) -> Result<Counts, Stop> {
        let (mut now, mut changed) = (BTreeMap::new(), 0);
        let changes = self.changes().await?;
        let going = self.going();
        let planned = going.iter().map(|(table, rows)| (*table, rows.len() as u64)).collect();
        let watch = Watch::start(self.work.atlas, self.sessions, self.store).await?;
        let of = changes.values().map(Vec::len).chain(going.values().map(Vec::len)).sum::<usize>();
        let mut count = 0;
        let mut far = |atlas: &Atlas, spot: Spot, rows: usize| {
            far(&atlas.name(spot), count, of as u64);
            count += rows as u64;
        };
        for ((spot, columns), rows) in changes {
            far(self.work.atlas, spot, rows.len());
            changed += self.change(spot, &columns, &rows).await?;
            for (at, _, values) in rows {
                now.insert(at, columns.iter().copied().zip(values).collect());
            }
        }
        let (gone, deleted) = self.delete(going, &mut far).await?;
        watch.end(self.sessions, &planned).await?;
        Ok(Counts { gone, deleted, changed, now })
    }

    async fn change(
        &mut self,
        spot: Spot,
        columns: &[ColumnAt],
        rows: &[(usize, Key, Vec<Value>)],
    ) -> Result<u64, Stop> {
        let values: Vec<(Key, Vec<Value>)> =
            rows.iter().map(|(_, key, values)| (key.clone(), values.clone())).collect();
        let there = self.sessions.at(self.store)?.change(spot.table, columns, &values).await?;
        self.counted(spot, values.len(), there)
    }

    fn counted(&self, spot: Spot, planned: usize, there: u64) -> Result<u64, Stop> {
        let planned = planned as u64;
        if planned == there {
            return Ok(there);
        }
        Err(Stop::Count { table: self.work.atlas.name(spot), planned, there })
    }

    /// The new values of every row that stays without somebody, by table and columns.
    pub(super) async fn changes(&mut self) -> Result<Changes, Error> {
        let mut changes = Changes::new();
        let mut old = self.old_values().await?;
        for (at, fate) in &self.fates.of {
            let Fate::Change(treatments, why) = fate else { continue };
            let Some(row) = self.fates.rows.all.get(*at).filter(|r| r.spot.store == self.store)
            else {
                continue;
            };
            if treatments.is_empty() {
                continue;
            }
            let before = old.remove(at).unwrap_or_default();
            let mut texts = self.texts.remove(at).unwrap_or_default();
            let values = treatments.iter().map(|(column, treatment)| {
                if let Some(known) = texts.iter_mut().find(|(c, _)| c == column) {
                    return std::mem::take(&mut known.1);
                }
                let old = before.iter().find(|(c, _)| c == column).map(|(_, v)| v);
                self.new_value(*at, *column, *treatment, old, *why)
            });
            let values = values.collect();
            changes.entry((row.spot, treatments.keys().copied().collect())).or_default().push((
                *at,
                row.key.clone(),
                values,
            ));
        }
        Ok(changes)
    }

    /// Values on which the new ones depend: of dates and of texts.
    async fn old_values(&mut self) -> Result<Written, Error> {
        let needs = |at: usize, column: ColumnAt, treatment: Treatment| {
            let mut known = self.texts.get(&at).into_iter().flatten();
            matches!(treatment, Treatment::Month | Treatment::Redact)
                && !known.any(|(c, _)| *c == column)
        };
        let mut asked: Asked = BTreeMap::new();
        for (at, fate) in &self.fates.of {
            let Fate::Change(treatments, _) = fate else { continue };
            let Some(row) = self.fates.rows.all.get(*at).filter(|r| r.spot.store == self.store)
            else {
                continue;
            };
            let columns: Vec<ColumnAt> =
                treatments.iter().filter(|(c, t)| needs(*at, **c, **t)).map(|(c, _)| *c).collect();
            if !columns.is_empty() {
                asked.entry((row.spot, columns)).or_default().push((*at, row.key.0.to_vec()));
            }
        }
        let mut old = BTreeMap::new();
        for ((spot, want), rows) in asked {
            let places: BTreeMap<Vec<Value>, usize> =
                rows.iter().map(|(at, key)| (key.clone(), *at)).collect();
            let values: Vec<Vec<Value>> = rows.into_iter().map(|(_, key)| key).collect();
            let lookup = Lookup {
                table: spot.table,
                by: &[],
                values: &values,
                when: &[],
                want: &want,
                hold: false,
                refers: false,
            };
            let mut sink = |row: Row| {
                if let Some(at) = places.get(&row.key.0.to_vec()) {
                    old.insert(*at, want.iter().copied().zip(row.values).collect());
                }
                ControlFlow::Continue(())
            };
            self.sessions.at(self.store)?.find(&lookup, &mut sink).await?;
        }
        Ok(old)
    }

    fn new_value(
        &self,
        at: usize,
        column: ColumnAt,
        treatment: Treatment,
        old: Option<&Value>,
        why: Why,
    ) -> Value {
        let Some(row) = self.fates.rows.all.get(at) else { return Value::Null };
        let redacted = |described: &Column, old: &Value| {
            let people = still::people(self.fates, &self.known, at);
            let everybody = why != Why::Others;
            Taking { redactor: self.work.redactor, people: &people, everybody }
                .value(described, old)
        };
        let place = (row.spot, column);
        let bytes = || self.bytes(row.spot, &row.key, column);
        written(self.work.atlas, place, treatment, old, bytes, redacted)
    }

    /// What differs in each row and tells nothing: nobody can make it again without the seed.
    fn bytes(&self, spot: Spot, key: &Key, column: ColumnAt) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.work.seed);
        hash.update(format!("{}\u{1f}{column}\u{1f}", self.work.atlas.name(spot)));
        key.0.iter().for_each(|v| hash.update(format!("{}\u{1f}", v.text().unwrap_or_default())));
        hash.finalize().into()
    }

    /// The rows that go, by table.
    fn going(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut going: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, _) in self.fates.of.iter().filter(|(_, fate)| **fate == Fate::Delete) {
            if let Some(row) = self.fates.rows.all.get(*at).filter(|r| r.spot.store == self.store) {
                going.entry(row.spot.table).or_default().push(*at);
            }
        }
        going
    }

    /// Rows that refer go before rows to which they refer.
    async fn delete(
        &mut self,
        mut going: BTreeMap<usize, Vec<usize>>,
        far: &mut (dyn FnMut(&Atlas, Spot, usize) + Send),
    ) -> Result<(BTreeSet<usize>, u64), Stop> {
        let (mut gone, mut deleted) = (BTreeSet::new(), 0);
        for tables in self.order(going.keys().copied().collect()) {
            let mut groups = Vec::new();
            for table in tables {
                let rows = going.remove(&table).unwrap_or_default();
                far(self.work.atlas, Spot { store: self.store, table }, rows.len());
                let reached = rows.iter().filter_map(|at| self.fates.rows.all.get(*at));
                groups.push((table, reached.map(|r| r.key.clone()).collect::<Vec<Key>>()));
                gone.extend(rows);
            }
            let there = self.sessions.at(self.store)?.delete_together(&groups).await?;
            for ((table, keys), there) in groups.iter().zip(there) {
                let spot = Spot { store: self.store, table: *table };
                deleted += self.counted(spot, keys.len(), there)?;
            }
        }
        Ok((gone, deleted))
    }

    /// Tables in the order in which they are emptied; those that refer to each other in a circle go together.
    fn order(&self, mut left: BTreeSet<usize>) -> Vec<BTreeSet<usize>> {
        let people = |t: usize| self.work.atlas.is_people(Spot { store: self.store, table: t });
        let mut order = Vec::new();
        // Whatever refers to a table, directly or not, goes before or with it: the fewest first.
        while let Some(next) = left
            .iter()
            .map(|t| self.referring(*t, &left))
            .min_by_key(|set| (set.len(), set.iter().any(|t| people(*t))))
        {
            left.retain(|t| !next.contains(t));
            order.push(next);
        }
        order
    }

    /// A table with those of the others that refer to it, directly or not.
    fn referring(&self, table: usize, among: &BTreeSet<usize>) -> BTreeSet<usize> {
        let (mut set, mut new) = (BTreeSet::from([table]), vec![table]);
        let Some(part) = self.work.atlas.parts.get(self.store) else { return set };
        while let Some(parent) = new.pop() {
            for (child, _) in part.schema.pointing_at(parent) {
                if among.contains(&child) && set.insert(child) {
                    new.push(child);
                }
            }
        }
        set
    }
}
