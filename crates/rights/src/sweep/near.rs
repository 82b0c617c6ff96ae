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

use abide_stores::{ColumnAt, Error, Key, Lookup, Row, Value};

use super::{Seen, Sweep, Swept, ValueAt};
use crate::atlas::{Atlas, Known, Spot};
use crate::execute::Done;
use crate::plan::Fate;
use crate::reach::{Reached, Rows, Sessions, SubjectAt, fold};

/// So many values are asked for at once where an index finds them.
const TOGETHER: usize = 64;
/// So many rows are read then: each value has few.
const ROWS: usize = 512;

/// What rows of the store of a pass that stay tell of the people whose plans it carries out, before it is saved; of whom nothing can
/// be there, nothing is said.
///
/// # Errors
/// Whatever a store reports.
pub(crate) async fn near(
    atlas: &Atlas,
    sessions: &mut Sessions,
    done: &Done,
    mine: &BTreeSet<SubjectAt>,
) -> Result<BTreeMap<SubjectAt, Swept>, Error> {
    let staying = staying(atlas, done, mine);
    if staying.is_empty() {
        return Ok(BTreeMap::new());
    }
    let people = mine.last().map_or(0, |last| last + 1);
    let mut sweep = Sweep::of(atlas, &[Seen::Done(done)], done.rows.sought.clone(), people);
    for (spot, keys) in staying {
        sweep.look_at(sessions, spot, &keys).await?;
    }
    sweep.spare_others(sessions, &done.rows).await?;
    let found = sweep.found().into_iter().zip(sweep.traces()).enumerate();
    let swept = |(found, rows)| Swept { found, rows, ..Swept::default() };
    let found = found.filter(|(person, _)| mine.contains(person));
    Ok(found.map(|(person, found)| (person, swept(found))).collect())
}

/// The rows of the store that stay without having to, by what they are asked for: rows in files by their files. What told of nobody
/// before the step tells of nobody after it, and what was written is known: only the others are looked at.
fn staying(
    atlas: &Atlas,
    done: &Done,
    mine: &BTreeSet<SubjectAt>,
) -> BTreeMap<Spot, BTreeSet<Vec<Value>>> {
    let mut rows: BTreeMap<Spot, BTreeSet<Vec<Value>>> = BTreeMap::new();
    let written = |at: usize, column: ColumnAt| {
        let mut now = done.now.get(&at).into_iter().flatten();
        let (_, value) = now.find(|(c, _)| *c == column)?;
        Some(done.rows.sought.as_ref()?.hits(value))
    };
    let tells = |at: usize, row: &Reached| {
        row.tells.iter().any(|(c, _)| written(at, *c).is_none_or(|hits| !hits.is_empty()))
    };
    let theirs = |(at, row): &(usize, &Reached)| {
        row.claims.iter().any(|c| mine.contains(&c.subject)) && tells(*at, row)
    };
    for (at, row) in done.rows.all.iter().enumerate().filter(theirs) {
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
        let lookup = Lookup {
            table: spot.table,
            by,
            values: &values,
            when: &[],
            want: &want,
            hold: false,
            refers: false,
        };
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
        let Some(sought) = self.sought.clone() else { return Ok(()) };
        let found: BTreeSet<ValueAt> =
            self.found.keys().flat_map(|(_, _, values)| values).copied().collect();
        let own = rows.all.iter().filter(|r| r.is_subject(self.atlas));
        let own: HashSet<(Spot, &Key)> = own.map(|r| (r.spot, &r.key)).collect();
        for known in &self.atlas.known {
            let left = found.difference(&self.others);
            let values: Vec<Vec<Value>> =
                left.filter_map(|at| Some(vec![sought.value(*at)?.into()])).collect();
            // A table without an index is read once for all.
            let table = self.atlas.table(known.spot);
            let fast = table.is_some_and(|t| t.is_indexed(&[known.column]));
            let together = if fast { TOGETHER } else { values.len().max(1) };
            for values in values.chunks(together) {
                let theirs = others(sessions, known, values, fast, &own).await?;
                let is_theirs = |at: &&ValueAt| {
                    sought.value(**at).is_some_and(|v| theirs.contains(&fold(&[v.into()])))
                };
                self.others.extend(found.iter().filter(is_theirs));
            }
        }
        Ok(())
    }
}

/// Those of some values by which somebody else is known in a column, in the form in which a store may hold them for equal.
async fn others(
    sessions: &mut Sessions,
    known: &Known,
    values: &[Vec<Value>],
    fast: bool,
    own: &HashSet<(Spot, &Key)>,
) -> Result<BTreeSet<String>, Error> {
    // A value that very many have would hide the others: after so many rows each is asked for alone, and the first row tells.
    let most = if fast && values.len() > 1 { ROWS } else { usize::MAX };
    let (mut found, whole) = others_among(sessions, known, values, most, own).await?;
    if !whole {
        for value in values {
            if !found.contains(&fold(value)) {
                let alone = std::slice::from_ref(value);
                found.extend(others_among(sessions, known, alone, usize::MAX, own).await?.0);
            }
        }
    }
    Ok(found)
}

/// The same, reading at most so many rows; and whether they were all.
async fn others_among(
    sessions: &mut Sessions,
    known: &Known,
    values: &[Vec<Value>],
    most: usize,
    own: &HashSet<(Spot, &Key)>,
) -> Result<(BTreeSet<String>, bool), Error> {
    let by = [known.column];
    let lookup = Lookup {
        table: known.spot.table,
        by: &by,
        values,
        when: &[],
        want: &by,
        hold: false,
        refers: false,
    };
    let asked: HashSet<String> = values.iter().map(fold).collect();
    let (mut found, mut rows) = (BTreeSet::new(), 0);
    let mut sink = |row: Row| {
        rows += 1;
        let value = fold(&row.values);
        // What a store holds for equal may be written otherwise: of one value that is asked for alone, it is that.
        if !own.contains(&(known.spot, &row.key)) && (asked.contains(&value) || values.len() == 1) {
            found.insert(value);
        }
        if found.len() < values.len() && rows < most {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    sessions.at(known.spot.store)?.find(&lookup, &mut sink).await?;
    Ok((found, rows < most))
}
