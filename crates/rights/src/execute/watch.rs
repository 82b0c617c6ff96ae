//! That a store's own rules and triggers take no rows of which a map says whose they are, and add none.
//!
//! Owns: what of that is held against a step. Leaves to others: counting ([`abide_stores::Session::watched`]). What is in no map is the
//! store's own, such as an index. So are values that a trigger changes, such as a sum: they cannot be told from harm.

use std::collections::BTreeMap;

use abide_stores::{Error, TableAt, Tally};

use super::Stop;
use crate::atlas::{Atlas, Spot};
use crate::reach::Sessions;

/// What comes to the tables of a store's map and goes from them.
pub(crate) struct Watch<'a> {
    atlas: &'a Atlas,
    store: usize,
}

impl<'a> Watch<'a> {
    /// Begins, before anything is written.
    pub(crate) async fn start(
        atlas: &'a Atlas,
        sessions: &mut Sessions,
        store: usize,
    ) -> Result<Self, Error> {
        let tables = atlas.parts.get(store).map_or(0, |part| part.schema.tables.len());
        let is_mapped = |table: &TableAt| atlas.mapped(Spot { store, table: *table }).is_some();
        let mapped: Vec<TableAt> = (0..tables).filter(is_mapped).collect();
        sessions.at(store)?.watch(&mapped).await?;
        Ok(Self { atlas, store })
    }

    /// Whether, when everything is written, so many rows went by table as were planned, and none came.
    pub(crate) async fn end(
        &self,
        sessions: &mut Sessions,
        planned: &BTreeMap<TableAt, u64>,
    ) -> Result<(), Stop> {
        let tallies = self.nothing_else_went(sessions, planned).await?;
        let grown = tallies.iter().filter(|(_, tally)| tally.added > 0);
        let tables: Vec<String> = grown.map(|(table, _)| self.name(*table)).collect();
        if tables.is_empty() { Ok(()) } else { Err(Stop::Added { tables }) }
    }

    /// The same of rows that went alone: where values change, a table of what was before may gain some.
    pub(crate) async fn nothing_else_went(
        &self,
        sessions: &mut Sessions,
        planned: &BTreeMap<TableAt, u64>,
    ) -> Result<BTreeMap<TableAt, Tally>, Stop> {
        let tallies = sessions.at(self.store)?.watched().await?;
        for (table, Tally { gone, .. }) in &tallies {
            let planned = planned.get(table).copied().unwrap_or_default();
            if *gone > planned {
                return Err(Stop::Count { table: self.name(*table), planned, there: *gone });
            }
        }
        Ok(tallies)
    }

    fn name(&self, table: TableAt) -> String {
        self.atlas.name(Spot { store: self.store, table })
    }
}
