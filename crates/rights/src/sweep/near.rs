//! Whether the rows that stay after a pass over a store still tell of who is erased: those alone, so that its time does not grow
//! with the store.
//!
//! Owns: which rows are looked at, and asking by index whether a value is somebody else's too. Leaves to others: what is looked
//! for and where it may stand ([`super`]), what becomes of what is found (it is noted with the step, and told when the request
//! would be closed).
//!
//! Without this, a row that others have part in and of which the map lists no text would keep a name, and nobody would see it
//! before the next sweep.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::ControlFlow;

use abide_stores::{Error, Key, Lookup, Row, Value};

use super::{Seen, Sweep, Swept, ValueAt};
use crate::atlas::{Atlas, Spot};
use crate::execute::Done;
use crate::plan::Fate;
use crate::reach::{Reached, Rows, Sessions, SubjectAt};

/// What rows of the store of a pass that stay tell of the people whose plans it carries out, before it is saved.
///
/// # Errors
/// Whatever a store reports.
pub(crate) async fn near(
    atlas: &Atlas,
    sessions: &mut Sessions,
    done: &Done,
    mine: &BTreeSet<SubjectAt>,
) -> Result<BTreeMap<SubjectAt, Swept>, Error> {
    let people = mine.last().map_or(0, |last| last + 1);
    let mut sweep = Sweep::of(atlas, &[Seen::Done(done)], done.rows.sought.clone(), people);
    for (spot, keys) in staying(atlas, done, mine) {
        sweep.look_at(sessions, spot, &keys).await?;
    }
    sweep.spare_others(sessions, &done.rows).await?;
    let found = sweep.found().into_iter().zip(sweep.traces()).enumerate();
    let swept = |(found, rows)| Swept { found, rows, ..Swept::default() };
    let found = found.filter(|(person, _)| mine.contains(person));
    Ok(found.map(|(person, found)| (person, swept(found))).collect())
}

/// The rows of the store that stay without having to, by what they are asked for: rows in files by their files. What told of nobody
/// before the step tells of nobody after it, so only the others are looked at, and the people's own.
fn staying(
    atlas: &Atlas,
    done: &Done,
    mine: &BTreeSet<SubjectAt>,
) -> BTreeMap<Spot, BTreeSet<Vec<Value>>> {
    let mut rows: BTreeMap<Spot, BTreeSet<Vec<Value>>> = BTreeMap::new();
    let theirs = |row: &Reached| {
        row.claims.iter().any(|c| mine.contains(&c.subject))
            && (!row.tells.is_empty() || row.is_subject(atlas))
    };
    for (at, row) in done.rows.all.iter().enumerate().filter(|(_, r)| theirs(r)) {
        let stays = !matches!(done.fates.get(&at), Some(Fate::Delete | Fate::Keep(_)));
        if row.spot.store == done.store && stays {
            let is_placed = atlas.table(row.spot).is_some_and(|t| t.has_places());
            let width = if is_placed { 1 } else { row.key.0.len() };
            rows.entry(row.spot)
                .or_default()
                .insert(row.key.0.iter().take(width).cloned().collect());
        }
    }
    rows
}

impl Sweep<'_> {
    async fn look_at(
        &mut self,
        sessions: &mut Sessions,
        spot: Spot,
        keys: &BTreeSet<Vec<Value>>,
    ) -> Result<(), Error> {
        let (want, searched) = self.wanted(spot);
        let Some(table) = self.atlas.table(spot) else { return Ok(()) };
        if self.sought.is_none() || searched.iter().all(Option::is_none) {
            return Ok(());
        }
        let places: Vec<usize> = table.key.iter().take(1).copied().collect();
        let by = if table.has_places() { places.as_slice() } else { &[] };
        let values: Vec<Vec<Value>> = keys.iter().cloned().collect();
        let lookup =
            Lookup { table: spot.table, by, values: &values, when: &[], want: &want, hold: false };
        let mut sink = |row: Row| {
            self.look(spot, &searched, &row);
            ControlFlow::Continue(())
        };
        sessions.at(spot.store)?.find(&lookup, &mut sink).await
    }

    /// Of what was found, what somebody else is known by is theirs.
    pub(super) async fn spare_others(
        &mut self,
        sessions: &mut Sessions,
        rows: &Rows,
    ) -> Result<(), Error> {
        let found: BTreeSet<ValueAt> =
            self.found.keys().flat_map(|(_, _, values)| values).copied().collect();
        let own = rows.all.iter().filter(|r| r.is_subject(self.atlas));
        let own: HashSet<(Spot, &Key)> = own.map(|r| (r.spot, &r.key)).collect();
        for value in found {
            if self.is_somebody_elses(sessions, value, &own).await? {
                self.others.insert(value);
            }
        }
        Ok(())
    }

    async fn is_somebody_elses(
        &self,
        sessions: &mut Sessions,
        value: ValueAt,
        own: &HashSet<(Spot, &Key)>,
    ) -> Result<bool, Error> {
        let Some(text) = self.sought.as_ref().and_then(|s| s.value(value)) else {
            return Ok(false);
        };
        let values = [vec![Value::from(text)]];
        for known in &self.atlas.known {
            let (by, mut others) = ([known.column], false);
            let lookup = Lookup {
                table: known.spot.table,
                by: &by,
                values: &values,
                when: &[],
                want: &[],
                hold: false,
            };
            let mut sink = |row: Row| {
                others |= !own.contains(&(known.spot, &row.key));
                if others { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            sessions.at(known.spot.store)?.find(&lookup, &mut sink).await?;
            if others {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
