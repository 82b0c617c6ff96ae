//! Old versions that stores keep of what was changed or deleted, by whomever.
//!
//! Owns: looking through them for what is looked for in the rows that are there now, and which of them go. Leaves to others:
//! reading and deleting them (`abide-stores`).
//!
//! Nobody needs an old version to answer for a row, and nobody can put one right: where one says who was erased, the old
//! versions of its file go. What nobody may say to be the person's alone stays: values by which somebody else is known, those
//! that stand in the rows of now too, until somebody has decided about these, and the old versions of files in which rows of
//! the person stay by plan.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use abide_stores::{ColumnAt, Error, Key, Remains, Row, Store, Value};

use super::{Staying, Sweep, ValueAt};
use crate::atlas::{Atlas, Spot};

/// What old versions hold of what is looked for.
#[derive(Default)]
pub(super) struct Old {
    /// By store, and by what something is an old version of.
    found: BTreeMap<(usize, Key), BTreeSet<ValueAt>>,
    /// Stores with old versions that could not be read.
    unread: BTreeSet<usize>,
}

/// The files in which rows of people stay with what they say.
#[derive(Default)]
pub(super) struct Files<'a>(BTreeMap<(usize, &'a Value), BTreeSet<usize>>);

impl<'a> Files<'a> {
    /// A row of somebody stays, with this key.
    pub(super) fn stays(&mut self, atlas: &Atlas, spot: Spot, key: &'a Key, person: usize) {
        let table = atlas.table(spot);
        let first = table.and_then(|table| table.columns.get(*table.key.first()?));
        if let (Some(path), Some(_)) = (key.0.first(), first.filter(|column| column.is_of_file())) {
            self.0.entry((spot.store, path)).or_default().insert(person);
        }
    }
}

impl Staying<'_> {
    /// Whether old versions of a file may say a value, since a row that stays in it may.
    pub(super) fn is_said_in(&self, store: usize, key: &Key, value: ValueAt) -> bool {
        let people = key.0.first().and_then(|path| self.files.0.get(&(store, path)));
        let mut theirs = people.into_iter().flatten().filter_map(|at| self.theirs.get(*at));
        theirs.any(|known| known.contains(&value))
    }
}

impl Sweep<'_> {
    /// The tables that may have old versions, of those in which something is looked for. They are read after all others: then it
    /// is known by what somebody else is known.
    #[must_use]
    pub fn old_tables(&self, stores: &[Arc<dyn Store>]) -> Vec<Spot> {
        let keeps = |spot: &Spot| stores.get(spot.store).is_some_and(|store| store.old().is_some());
        self.tables().into_iter().filter(keeps).collect()
    }

    /// Reads the old versions of one table; `progress` is told its name and how many rows of them have been read.
    ///
    /// # Errors
    /// Whatever the store reports. What cannot be read at all is no error: it remains.
    pub async fn read_old(
        &mut self,
        stores: &[Arc<dyn Store>],
        spot: Spot,
        progress: &mut (dyn FnMut(&str, u64) + Send),
    ) -> Result<(), Error> {
        let Some(old) = stores.get(spot.store).and_then(|store| store.old()) else { return Ok(()) };
        let (name, (want, searched), mut count) = (self.atlas.name(spot), self.wanted(spot), 0);
        let mut sink = |row: Row| {
            count += 1;
            if count % 4096 == 0 {
                progress(&name, count);
            }
            self.look_at_old(spot.store, &searched, row);
            ControlFlow::Continue(())
        };
        let all = old.read(spot.table, &want, &mut sink).await?;
        progress(&name, count);
        if !all {
            self.old.unread.insert(spot.store);
        }
        Ok(())
    }

    fn look_at_old(&mut self, store: usize, searched: &[Option<ColumnAt>], row: Row) {
        let Some(sought) = &self.sought else { return };
        let values = searched.iter().zip(&row.values).filter(|(column, _)| column.is_some());
        let hits = values.flat_map(|(_, value)| sought.hits(value));
        let hits = hits.filter(|hit| {
            !self.others.contains(hit) && !self.staying.is_said_in(store, &row.key, *hit)
        });
        let hits: BTreeSet<ValueAt> = hits.collect();
        if !hits.is_empty() {
            self.old.found.entry((store, row.key)).or_default().extend(hits);
        }
    }

    /// What old versions say of one of the people, by store.
    fn old_of(&self, person: usize) -> BTreeMap<usize, BTreeSet<Key>> {
        let is_theirs =
            |value: &ValueAt| self.people_of(std::slice::from_ref(value)).contains(&person);
        let mut keys: BTreeMap<usize, BTreeSet<Key>> = BTreeMap::new();
        for ((store, key), values) in &self.old.found {
            if values.iter().any(is_theirs) {
                keys.entry(*store).or_default().insert(key.clone());
            }
        }
        keys
    }

    /// Whether old versions say something of one of the people, or may do so.
    #[must_use]
    pub fn is_in_old(&self, person: usize) -> bool {
        !self.old.unread.is_empty() || !self.old_of(person).is_empty()
    }

    /// Deletes the old versions of whatever has one that says something of one of the people. Tells what remains, by store: also
    /// where some could not be read, and so may say it.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn forget(
        &self,
        stores: &[Arc<dyn Store>],
        person: usize,
    ) -> Result<BTreeMap<usize, Remains>, Error> {
        let unread = self.old.unread.iter().map(|at| (*at, Remains::Versions { until: None }));
        let mut remains: BTreeMap<usize, Remains> = unread.collect();
        for (at, keys) in self.old_of(person) {
            let Some(old) = stores.get(at).and_then(|store| store.old()) else { continue };
            let left = old.forget(&keys).await?;
            let before = remains.remove(&at).unwrap_or(Remains::Nothing);
            remains.insert(at, before.and(left));
        }
        Ok(remains)
    }
}
