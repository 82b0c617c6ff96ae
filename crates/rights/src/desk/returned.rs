//! People who were erased and are there again: a later import brought them back.
//!
//! Owns: holding every table of people against the marks of those who were erased. Leaves to others: making marks
//! ([`crate::identity`]), what becomes of them (a new request).
//!
//! Whom a mark is of, nobody can tell from it; that a row makes the same mark tells that it may be the same person. A
//! telephone number or an id may by now be somebody else's: what was found is a reason to look, never to delete.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use abide_policy::text::Id;
use abide_policy::vocab::Fact;
use abide_records::Digest;
use abide_stores::{Mode, Row};
use jiff::civil::Date;

use super::{Desk, Failed, keyed};
use crate::atlas::Spot;
use crate::find::People;
use crate::identity::{Asked, Keys};
use crate::sweep::{Far, Progress};

/// So many are told at most; more than these are counted.
const MOST: usize = 10_000;

/// Somebody who was erased and may be there again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The table.
    pub table: String,
    /// The row's primary key, its parts with commas between.
    pub row: String,
    /// By which fact.
    pub fact: Fact,
    /// The request by which they were erased; it may be gone.
    pub request: Id,
    /// The day on which they were erased.
    pub since: Date,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returns {
    /// The first so many.
    pub people: Vec<Returned>,
    /// How many there are.
    pub count: u64,
}

impl Desk {
    /// Reads every table of people, and tells who was erased before `today` or on it and is there.
    ///
    /// # Errors
    /// Whatever a store or our own tables report.
    pub async fn returned(&self, today: Date, progress: Progress<'_>) -> Result<Returns, Failed> {
        let (remembered, mut returns) = (self.remembered(today).await?, Returns::default());
        let Some(keys) = self.keys.as_ref().filter(|_| !remembered.is_empty()) else {
            return Ok(returns);
        };
        let spots: BTreeSet<Spot> = self.atlas.known.iter().map(|k| k.spot).collect();
        let of = spots.len() as u64;
        for (done, spot) in (0..).zip(spots) {
            let mut far = |table: &str, rows| progress(Far { table, rows, done, of });
            let (found, count) = self.look(spot, keys, &remembered, &mut far).await?;
            returns.count += count;
            for (row, hash) in found.into_iter().take(MOST - returns.people.len().min(MOST)) {
                let entry = self.records.suppression(hash).await?;
                returns.people.extend(entry.map(|entry| Returned {
                    table: self.atlas.name(spot),
                    row,
                    fact: entry.fact,
                    request: entry.request,
                    since: entry.since,
                }));
            }
        }
        Ok(returns)
    }

    /// The marks of those who were erased: 32 bytes each.
    async fn remembered(&self, today: Date) -> Result<BTreeSet<[u8; 32]>, Failed> {
        let (mut all, mut last) = (BTreeSet::new(), None);
        loop {
            let page = self.records.suppressed(today, last).await?;
            last = page.last().copied();
            if last.is_none() {
                return Ok(all);
            }
            all.extend(page.into_iter().map(|digest| digest.0));
        }
    }

    async fn look(
        &self,
        spot: Spot,
        keys: &Keys,
        remembered: &BTreeSet<[u8; 32]>,
        progress: &mut (dyn FnMut(&str, u64) + Send),
    ) -> Result<(Vec<(String, Digest)>, u64), Failed> {
        let (mut found, mut count, mut read) = (Vec::new(), 0, 0);
        let Some(store) = self.stores.get(spot.store) else { return Ok((found, 0)) };
        let (people, name) = (People::of(&self.atlas, spot), self.atlas.name(spot));
        let mut sink = |row: Row| {
            read += 1;
            if read % 4096 == 0 {
                progress(&name, read);
            }
            let key = people.key_of(&row);
            if let Some(hash) = mark(keys, people.facts(row).collect(), remembered) {
                count += 1;
                found.extend((found.len() < MOST).then_some((key, hash)));
            }
            ControlFlow::Continue(())
        };
        let mut session = store.session(Mode::Read).await?;
        session.sweep(spot.table, &people.want, &mut sink).await?;
        progress(&name, read);
        Ok((found, count))
    }
}

/// The first mark of a person by which somebody was erased.
fn mark(
    keys: &Keys,
    facts: Vec<crate::identity::Given>,
    remembered: &BTreeSet<[u8; 32]>,
) -> Option<Digest> {
    let marks = keys.lookups(&Asked::of(facts).ok()?);
    let hashes = marks.iter().filter_map(|mark| keyed(mark).map(|(_, who)| who.hash));
    hashes.into_iter().find(|hash| remembered.contains(&hash.0))
}
