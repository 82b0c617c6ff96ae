//! What led to it that rows go or change: the rule of the map, the statement of the policy that no longer keeps them, the columns.
//!
//! Owns: what a plan says of that, table by table. Leaves to others: what becomes of a row ([`super::decide`]).

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::text::Id;
use abide_policy::vocab::Vocabulary as _;

use super::{Fate, Why};
use crate::atlas::{Atlas, Flow};
use crate::reach::Reached;

/// What led to it that rows of a table go or change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// Why rows change; `None` if they go.
    pub change: Option<Why>,
    /// The edge by which rows that go are the person's; `None` if the row is the person, and of rows that change.
    pub way: Option<Way>,
    /// The statement of the policy that kept rows which go, and keeps them no longer.
    pub over: Option<Id>,
}

/// By which edge of the map a row is somebody's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// The table on the person's side of it: `centre.contacts`.
    pub of: String,
    /// The columns that refer, in the table whose row refers.
    pub by: Vec<String>,
}

/// What a cause comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caused {
    /// In so many rows.
    pub rows: u64,
    /// The columns that change in them, and what becomes of each, in a word.
    pub columns: BTreeMap<String, &'static str>,
}

/// Counts a row that goes or changes; any other is none of this.
pub(super) fn note(
    causes: &mut BTreeMap<Cause, Caused>,
    atlas: &Atlas,
    row: &Reached,
    fate: Option<&Fate>,
) {
    let (cause, columns) = match fate {
        Some(Fate::Delete) => {
            (Cause { change: None, way: way(atlas, row), over: over(atlas, row) }, None)
        }
        Some(Fate::Change(columns, why)) if !columns.is_empty() => {
            (Cause { change: Some(*why), way: None, over: None }, Some(columns))
        }
        _ => return,
    };
    let caused = causes.entry(cause).or_default();
    caused.rows += 1;
    caused.columns.extend(columns.into_iter().flatten().filter_map(|(column, treatment)| {
        let described = atlas.table(row.spot)?.columns.get(*column)?;
        Some((described.name.clone(), treatment.word()))
    }));
}

/// The edge by which a row is the person's: of several the first, since one is enough. A row that is the person needs none.
fn way(atlas: &Atlas, row: &Reached) -> Option<Way> {
    let ways: BTreeSet<Option<usize>> =
        row.claims.iter().filter(|c| c.owned).map(|c| c.flow).collect();
    let flow = atlas.flows.get((*ways.first()?)?)?;
    Some(Way { of: atlas.name(flow.source), by: by(atlas, flow) })
}

fn by(atlas: &Atlas, flow: &Flow) -> Vec<String> {
    let (spot, columns) = if flow.refers_back {
        (flow.target, &flow.target_columns)
    } else {
        (flow.source, &flow.source_columns)
    };
    let name = |at: &usize| Some(atlas.table(spot)?.columns.get(*at)?.name.clone());
    columns.iter().filter_map(name).collect()
}

/// The statement that kept a row that goes: were its time not over, the row would stay.
fn over(atlas: &Atlas, row: &Reached) -> Option<Id> {
    atlas.mapped(row.spot)?.keep.clone()
}
