//! Rows read from a store, for as long as each is wanted.
//!
//! Owns: how many are read together. Leaves to others: which rows, and what becomes of them ([`super::Export`]).
//!
//! A folder's files are read from front to end, so all rows of a table are asked for at once: each file is read once, and of its
//! rows one is in memory. A database finds rows by their keys, in no order: it is asked for some at a time.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use abide_policy::vocab::StoreKind;
use abide_stores::{ColumnAt, Lookup, Row, Value};

use super::Error;
use super::sheet::Sheet;
use crate::reach::{Reached, Sessions};

/// Rows that a database is asked for together: their keys and values are in memory at the same time.
const TOGETHER: usize = 256;

/// Takes a row with the values of all its columns.
pub(super) type Take<'t, 'r> =
    &'t mut (dyn FnMut(&'r Reached, Vec<Value>) -> Result<(), Error> + Send);

/// Reads rows of a table and hands them over, in the order of their keys, in which they must be given.
pub(super) async fn each<'r>(
    sheet: &Sheet<'_>,
    sessions: &mut Sessions,
    rows: &[&'r Reached],
    take: Take<'_, 'r>,
) -> Result<(), Error> {
    let kind = sheet.atlas.parts.get(sheet.spot.store).map(|p| p.map.kind);
    if kind == Some(StoreKind::Files) {
        return find(sheet, sessions, rows, take).await;
    }
    for part in rows.chunks(TOGETHER) {
        let mut found = BTreeMap::new();
        let mut keep = |row: &'r Reached, values| {
            found.insert(&row.key, (row, values));
            Ok(())
        };
        find(sheet, sessions, part, &mut keep).await?;
        found.into_values().try_for_each(|(row, values)| take(row, values))?;
    }
    Ok(())
}

/// Finds rows by their keys, and hands each over as it comes.
async fn find<'r>(
    sheet: &Sheet<'_>,
    sessions: &mut Sessions,
    rows: &[&'r Reached],
    take: Take<'_, 'r>,
) -> Result<(), Error> {
    let want: Vec<ColumnAt> = (0..sheet.table.columns.len()).collect();
    let values: Vec<Vec<Value>> = rows.iter().map(|r| r.key.0.to_vec()).collect();
    let lookup = Lookup {
        table: sheet.spot.table,
        by: &[],
        values: &values,
        when: &[],
        want: &want,
        hold: false,
        refers: false,
    };
    let mut taken = Ok(());
    let mut sink = |row: Row| {
        let place = rows.binary_search_by(|r| r.key.cmp(&row.key));
        if let Some(reached) = place.ok().and_then(|at| rows.get(at)) {
            taken = take(reached, row.values);
        }
        if taken.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    sessions.at(sheet.spot.store)?.find(&lookup, &mut sink).await?;
    taken
}
