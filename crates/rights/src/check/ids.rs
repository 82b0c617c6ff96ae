//! People in files and the ids by which their rows are remembered: rows without one, and one for several people. And columns that
//! the map names, and no file has.
//!
//! Owns: comparing the people who have the same id. Leaves to others: which column that is ([`crate::atlas::Atlas::naming`]), what people are known
//! by ([`crate::find`]).

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;

use abide_policy::vocab::Fact;
use abide_stores::schema::{Column, Table};
use abide_stores::{ColumnAt, Error, Row, Session};

use super::{Notes, Severity, What, Word};
use crate::atlas::{Atlas, Spot};
use crate::find::People;
use crate::identity::Given;

/// What the ids of the people in files showed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ids {
    /// How many rows were looked at.
    pub rows: u64,
    /// How many of them have none.
    pub without: u64,
    /// How many of them have one that somebody else has, as far as that can be told.
    pub shared: u64,
}

/// Looks at the ids of up to [`super::AGES`] people of a table; at none where something else names rows.
pub(super) async fn look(
    atlas: &Atlas,
    session: &mut dyn Session,
    spot: Spot,
) -> Result<Ids, Error> {
    let mut ids = Ids::default();
    if !is_of_files(atlas, spot) {
        return Ok(ids);
    }
    let people = People::of(atlas, spot);
    // Hashes: of a million people nothing else is to be held.
    let mut known: HashMap<u64, Vec<u64>> = HashMap::new();
    let mut sink = |row: Row| {
        ids.rows += 1;
        match people.id_of(&row) {
            None => ids.without += 1,
            Some(id) => {
                let before = known.entry(hash(&id)).or_default();
                let mut own: Vec<u64> = people.facts(row).filter_map(told).collect();
                let is_new = own.iter().all(|fact| !before.contains(fact));
                ids.shared += u64::from(is_new && !own.is_empty() && !before.is_empty());
                own.retain(|fact| !before.contains(fact));
                before.extend(own);
            }
        }
        if ids.rows < super::AGES { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    session.sweep(spot.table, &people.want, &mut sink).await?;
    Ok(ids)
}

fn is_of_files(atlas: &Atlas, spot: Spot) -> bool {
    let has_places = atlas.table(spot).is_some_and(Table::has_places);
    has_places && atlas.is_people(spot) && !atlas.naming(spot).is_empty()
}

/// What tells one person from another who has the same id; a postal code tells nobody.
fn told(given: Given) -> Option<u64> {
    let tells = matches!(given.fact(), Fact::Email | Fact::Phone | Fact::Name | Fact::Born);
    tells.then(|| hash(&(given.fact(), given.normal())))
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

pub(super) fn check(notes: &mut Notes<'_>, spot: Spot) {
    let naming = notes.atlas.naming(spot);
    if let Some(Ids { rows, without, shared }) = notes.seen.get(&spot).map(|seen| seen.ids) {
        for (what, count) in [(What::RowsWithoutId, without), (What::SharedIds, shared)] {
            if count > 0 {
                let words = vec![("count", Word::Count(count)), ("of", Word::Count(rows))];
                notes.note(what, spot, &naming, words);
            }
        }
    }
    columns(notes, spot);
}

/// Columns that no file has, if any was there to look at: worst those by which rows are found.
fn columns(notes: &mut Notes<'_>, spot: Spot) {
    let (atlas, Some(table)) = (notes.atlas, notes.atlas.table(spot)) else { return };
    let is_seen = |column: &Column| !column.is_of_file() && !column.is_unseen();
    if !table.columns.iter().any(is_seen) {
        return;
    }
    let finds = finding(atlas, spot);
    let all = table.columns.iter().enumerate().filter(|(_, column)| column.is_unseen());
    for (at, _) in all {
        let what = What::MissingColumns;
        let severity = if finds.contains(&at) { what.severity() } else { Severity::Note };
        notes.note_as(severity, what, spot, &[at], Vec::new());
    }
}

/// The columns by which people of a table, and rows along edges, are found.
fn finding(atlas: &Atlas, spot: Spot) -> BTreeSet<ColumnAt> {
    let known = atlas.known.iter().filter(|known| known.spot == spot).map(|known| known.column);
    let from = atlas.leaving(spot).flat_map(|(_, flow)| {
        let when = flow.source_when.iter().map(|(column, _)| column);
        flow.source_columns.iter().chain(when)
    });
    let to = atlas.arriving(spot).flat_map(|(_, flow)| {
        let when = flow.target_when.iter().map(|(column, _)| column);
        flow.target_columns.iter().chain(when)
    });
    known.chain(from.chain(to).copied()).collect()
}
