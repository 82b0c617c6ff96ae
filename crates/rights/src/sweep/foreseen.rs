//! What rows that stay will tell of who is erased once a plan was carried out: looked for while it is made, in those rows alone.
//!
//! Owns: asking, of columns that no plan changes, what `near` asks of them after the step. Leaves to others: which those are
//! ([`crate::plan`]).

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use abide_stores::{ColumnAt, Error, Lookup, Row, Value};

use super::{Seen, Sweep};
use crate::atlas::{Atlas, Spot};
use crate::plan::Fates;
use crate::reach::Sessions;

/// Rows of a table, by their keys in the session, of which the same columns stay as they are.
pub(crate) type Untouched = BTreeMap<(Spot, Vec<ColumnAt>), Vec<Vec<Value>>>;

/// In how many of these rows a value will be found by which one of the people is known and nobody else, by column.
///
/// # Errors
/// Whatever a store reports.
pub(crate) async fn foreseen(
    atlas: &Atlas,
    sessions: &mut Sessions,
    fates: &Fates,
    untouched: Untouched,
) -> Result<BTreeMap<(Spot, ColumnAt), u64>, Error> {
    let claims = fates.rows.all.iter().flat_map(|row| &row.claims);
    let people = claims.map(|claim| claim.subject + 1).max().unwrap_or_default();
    let sought = fates.rows.sought.clone();
    let mut sweep = Sweep::of(atlas, &[Seen::Planned(fates)], sought, people);
    for ((spot, columns), keys) in untouched {
        sweep.look_ahead(sessions, spot, &columns, &keys).await?;
    }
    sweep.spare_others(sessions, &fates.rows).await?;
    let mut rows = BTreeMap::new();
    for ((spot, column, values), hits) in &sweep.found {
        if !sweep.people_of(values).is_empty() {
            *rows.entry((*spot, *column)).or_default() += hits.rows;
        }
    }
    Ok(rows)
}

impl Sweep<'_> {
    async fn look_ahead(
        &mut self,
        sessions: &mut Sessions,
        spot: Spot,
        columns: &[ColumnAt],
        values: &[Vec<Value>],
    ) -> Result<(), Error> {
        let (want, mut searched) = self.wanted(spot);
        searched.iter_mut().for_each(|at| *at = at.filter(|column| columns.contains(column)));
        if self.sought.is_none() || searched.iter().all(Option::is_none) {
            return Ok(());
        }
        let (by, when) = (&[][..], &[][..]);
        let lookup =
            Lookup { table: spot.table, by, values, when, want: &want, hold: false, refers: false };
        let mut sink = |row: Row| {
            self.look(spot, &searched, &row);
            ControlFlow::Continue(())
        };
        sessions.at(spot.store)?.find(&lookup, &mut sink).await
    }
}
