//! What a person sees of the rows that were reached: each without what is about others.
//!
//! Owns: which columns of which row are hidden from whom. Leaves to others: how it is written (export).
//!
//! A column is hidden if every way on which the row became the person's hides it, or if it is about somebody else: named by
//! an edge (`about`) along which the row is not this person's. A reference is not hidden by itself: it is a number, and what
//! it refers to is another row, which the person sees only if it is theirs too.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_stores::{ColumnAt, Error, Key, Lookup, Row, Value};

use crate::atlas::{Atlas, Spot};
use crate::reach::{Reached, Rows, Sessions, SubjectAt};

/// A row as a person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Where.
    pub spot: Spot,
    /// The values of all its columns; `None` where something about somebody else is hidden.
    pub values: Vec<Option<Value>>,
    /// It is the person's own; else the person may only see it.
    pub owned: bool,
}

/// Reads what one person sees, table by table.
///
/// # Errors
/// Whatever a store reports.
pub async fn see(
    atlas: &Atlas,
    sessions: &mut Sessions,
    rows: &Rows,
    whose: SubjectAt,
    sink: &mut (dyn FnMut(Seen) + Send),
) -> Result<(), Error> {
    let mut by_spot: BTreeMap<Spot, BTreeMap<Key, &Reached>> = BTreeMap::new();
    for row in rows.all.iter().filter(|r| r.claims.iter().any(|c| c.subject == whose)) {
        by_spot.entry(row.spot).or_default().insert(row.key.clone(), row);
    }
    for (spot, wanted) in by_spot {
        let Some(table) = atlas.table(spot) else { continue };
        let want: Vec<ColumnAt> = (0..table.columns.len()).collect();
        let values: Vec<Vec<Value>> = wanted.keys().map(|k| k.0.to_vec()).collect();
        let lookup = Lookup {
            table: spot.table,
            by: &[],
            values: &values,
            when: &[],
            want: &want,
            hold: false,
            refers: false,
        };
        let mut each = |row: Row| {
            if let Some(reached) = wanted.get(&row.key) {
                sink(seen(atlas, reached, whose, row.values));
            }
            ControlFlow::Continue(())
        };
        sessions.at(spot.store)?.find(&lookup, &mut each).await?;
    }
    Ok(())
}

fn seen(atlas: &Atlas, reached: &Reached, whose: SubjectAt, values: Vec<Value>) -> Seen {
    let hidden = hidden(atlas, reached, whose);
    let values = values
        .into_iter()
        .enumerate()
        .map(|(at, v)| (!hidden.contains(&at) || v.is_null()).then_some(v));
    let owned = reached.claims.iter().any(|c| c.subject == whose && c.owned);
    Seen { spot: reached.spot, values: values.collect(), owned }
}

/// The columns of a row that a person does not see.
#[must_use]
pub fn hidden(atlas: &Atlas, row: &Reached, whose: SubjectAt) -> BTreeSet<ColumnAt> {
    let mine: Vec<Option<usize>> =
        row.claims.iter().filter(|c| c.subject == whose).map(|c| c.flow).collect();
    let mut hidden: Option<BTreeSet<ColumnAt>> = None;
    for flow in &mine {
        let hides: BTreeSet<ColumnAt> = flow
            .and_then(|f| atlas.flows.get(f))
            .map(|f| f.hide.iter().copied().collect())
            .unwrap_or_default();
        hidden = Some(
            hidden.map_or(hides.clone(), |before| before.intersection(&hides).copied().collect()),
        );
    }
    let mut hidden = hidden.unwrap_or_default();
    let mut own = BTreeSet::new();
    for (number, flow) in atlas.arriving(row.spot) {
        let columns = flow.about.iter();
        if mine.contains(&Some(number)) {
            own.extend(columns.copied());
        } else {
            hidden.extend(columns.copied());
        }
    }
    // The same column may be named by two edges; the row's own key is never hidden.
    hidden
        .retain(|c| !own.contains(c) && !atlas.table(row.spot).is_some_and(|t| t.key.contains(c)));
    hidden
}
