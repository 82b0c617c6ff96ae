//! Which rows stayed by plan, and what was written into them.
//!
//! A row is known by its key. Rows in files have none that lasts: their lines move up when others go. Those are known by what
//! else is remembered of them, with what was written.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;

use abide_stores::{ColumnAt, Error, Key, Lookup, Row, Value};

use crate::atlas::{Atlas, Spot};
use crate::execute::Done;
use crate::reach::{Reached, Sessions, form};

/// The rows that stayed.
pub(super) struct Stayed<'a> {
    atlas: &'a Atlas,
    done: &'a Done,
    /// Those without a key that lasts, by what is remembered of them.
    places: HashSet<(Spot, String)>,
}

impl<'a> Stayed<'a> {
    pub(super) fn of(atlas: &'a Atlas, done: &'a Done) -> Self {
        let rows = done.rows.all.iter().enumerate();
        let stayed = rows.filter(|(at, row)| {
            !done.gone.contains(at) && atlas.table(row.spot).is_some_and(|t| t.has_places())
        });
        let one = |(at, row): (usize, &Reached)| {
            (row.spot, remembered(atlas, row.spot, &row.core, done.now.get(&at)))
        };
        Self { atlas, done, places: stayed.map(one).collect() }
    }

    /// Whether a row that is there now is one of them.
    pub(super) fn has(&self, spot: Spot, key: &Key, core: &[Value]) -> bool {
        if self.atlas.table(spot).is_some_and(|t| t.has_places()) {
            return self.places.contains(&(spot, remembered(self.atlas, spot, core, None)));
        }
        self.done.rows.get(spot, key).is_some_and(|at| !self.done.gone.contains(&at))
    }
}

/// What is remembered of a row but its place, with what was written into it.
fn remembered(
    atlas: &Atlas,
    spot: Spot,
    core: &[Value],
    now: Option<&Vec<(ColumnAt, Value)>>,
) -> String {
    let place = atlas.table(spot).map_or(&[][..], |t| t.key.as_slice());
    let columns = atlas.core(spot).iter().zip(core).filter(|(c, _)| !place.contains(c));
    let written = |column: &ColumnAt| Some(&now?.iter().find(|(c, _)| c == column)?.1);
    let values: Vec<Value> =
        columns.map(|(c, value)| written(c).unwrap_or(value).clone()).collect();
    form(&values)
}

/// Rows in files that changed, by their files: in each must be as many rows with the values that were written.
pub(super) async fn written(
    sessions: &mut Sessions,
    spot: Spot,
    path: ColumnAt,
    want: &[ColumnAt],
    rows: &[(Value, Vec<Value>)],
) -> Result<bool, Error> {
    let mut expected: HashMap<(String, String), u64> = HashMap::new();
    let mut files: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (file, values) in rows {
        let name = form(std::slice::from_ref(file));
        *expected.entry((name.clone(), form(values))).or_default() += 1;
        files.insert(name, vec![file.clone()]);
    }
    let values: Vec<Vec<Value>> = files.into_values().collect();
    let all: Vec<ColumnAt> = std::iter::once(path).chain(want.iter().copied()).collect();
    let lookup = Lookup {
        table: spot.table,
        by: &[path],
        values: &values,
        when: &[],
        want: &all,
        hold: false,
        refers: false,
    };
    let mut sink = |row: Row| {
        if let Some((file, values)) = row.values.split_first() {
            let found = (form(std::slice::from_ref(file)), form(values));
            if let Some(left) = expected.get_mut(&found) {
                *left = left.saturating_sub(1);
            }
        }
        ControlFlow::Continue(())
    };
    sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
    Ok(expected.values().all(|left| *left == 0))
}
