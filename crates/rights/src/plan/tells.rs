//! What a plan says of rows that stay and will tell of the person all the same, in columns that the map does not list or that are keys.
//!
//! Owns: in which columns of which rows that may be, and saying it in the plan. Leaves to others: looking ([`crate::sweep`]).
//!
//! After the step the same rows are looked at again: what is told here beforehand is found then, and somebody must decide. So a
//! map can be put right before anything is done.

use abide_stores::schema::{Column, Table};
use abide_stores::{ColumnAt, Error, Value};

use super::{Fate, Fates, Plan, is_fixed, is_left};
use crate::atlas::Atlas;
use crate::reach::{Reached, Sessions};
use crate::sweep::{Untouched, foreseen};

impl Plan {
    /// Says in which columns rows that stay will tell of the people.
    pub(crate) async fn foretell(
        &mut self,
        atlas: &Atlas,
        sessions: &mut Sessions,
        fates: &Fates,
    ) -> Result<(), Error> {
        for ((spot, column), rows) in
            foreseen(atlas, sessions, fates, untouched(atlas, fates)).await?
        {
            let Some(table) = atlas.table(spot) else { continue };
            let tables = self.stores.iter_mut().filter(|store| store.store == spot.store);
            let mut here = tables.flat_map(|s| &mut s.tables).filter(|t| t.table == table.name);
            if let Some((here, described)) = here.next().zip(table.columns.get(column)) {
                let fixed = is_fixed(atlas, spot, column);
                let tells = if fixed { &mut here.keys } else { &mut here.tells };
                tells.insert(described.name.clone(), rows);
            }
        }
        Ok(())
    }
}

/// Where a value of the person may stand afterwards: where one stands now. Not where rows stay as they are by plan, nor in what is the
/// same in every row.
fn untouched(atlas: &Atlas, fates: &Fates) -> Untouched {
    let mut untouched = Untouched::new();
    for (at, row) in fates.rows.all.iter().enumerate().filter(|(_, row)| !row.claims.is_empty()) {
        let changed = |column: &ColumnAt| match fates.of.get(&at) {
            Some(Fate::Change(treatments, _)) => {
                let mut changes = treatments.keys();
                treatments.contains_key(column)
                    || atlas.table(row.spot).is_some_and(|table| {
                        changes.any(|changed| is_read_in(table, *column, *changed))
                    })
            }
            Some(Fate::Delete | Fate::Keep(_)) => true,
            Some(Fate::Share) | None => false,
        };
        let mut columns = may_tell(row);
        columns.retain(|column| !changed(column) && !is_left(atlas, row.spot, *column));
        if !columns.is_empty() {
            let key: Vec<Value> = row.key.0.to_vec();
            untouched.entry((row.spot, columns)).or_default().push(key);
        }
    }
    untouched
}

/// Whether a column of a file is nothing but what was read in the content that changes: who takes part in a conversation.
fn is_read_in(table: &Table, column: ColumnAt, changed: ColumnAt) -> bool {
    let described = |at: ColumnAt| table.columns.get(at);
    !table.key.contains(&column)
        && described(column).is_some_and(Column::is_of_file)
        && described(changed).is_some_and(Column::is_text_of_file)
}

fn may_tell(row: &Reached) -> Vec<ColumnAt> {
    let theirs = |who: &usize| row.claims.iter().any(|claim| claim.subject == *who);
    let mut columns: Vec<ColumnAt> =
        row.tells.iter().filter(|(_, who)| theirs(who)).map(|(column, _)| *column).collect();
    columns.dedup();
    columns
}
