//! Marks of people come under a new key.
//!
//! Owns: moving what is kept under former keys, as far as the people are known. Leaves to others: making keys and marks
//! ([`crate::identity`]), keeping them (`abide-records`).
//!
//! Whom a mark is of, nobody can tell from it: only from the facts can the mark of the new key be made. So marks move when their
//! people are met: in a request, or in the tables of people. Marks of those who are in no store stay under their key, which is
//! kept until their period is over; by it they are still found.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_policy::text::Id;
use abide_records::people::Keyed;
use abide_records::{Digest, Writing};
use abide_stores::{Mode, Row};

use super::{Desk, Failed, keyed};
use crate::atlas::Spot;
use crate::find::People;
use crate::identity::{Asked, Keys};
use crate::sweep::{Far, Progress};

/// So many marks move in one transaction.
const AT_ONCE: usize = 500;

/// What became of marks under former keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// So many entries are under the present key now.
    pub moved: u64,
    /// Former keys under which entries stay, and how many.
    pub left: Vec<(Id, u64)>,
}

impl Desk {
    /// Moves what is kept of people who are in the stores from former keys to the present one. Reads the tables of people whole.
    ///
    /// # Errors
    /// Whatever a store or our own tables report.
    pub async fn move_marks(&self, progress: Progress<'_>) -> Result<Moved, Failed> {
        let Some(keys) = &self.keys else { return Ok(Moved::default()) };
        let mut old = BTreeSet::new();
        for (id, _) in self.left_under(keys).await? {
            let mut last = None;
            loop {
                let page = self.records.hashes_under(&id, last).await?;
                last = page.last().copied();
                if last.is_none() {
                    break;
                }
                old.extend(page.into_iter().map(|hash| hash.0));
            }
        }
        let spots: BTreeSet<Spot> = self.atlas.known.iter().map(|k| k.spot).collect();
        let (of, mut moved) = (spots.len() as u64, 0);
        for (done, spot) in (0..).zip(spots).take_while(|_| !old.is_empty()) {
            let mut far = |table: &str, rows| progress(Far { table, rows, done, of });
            let moves: Vec<_> = self.moves(spot, keys, &old, &mut far).await?.into_iter().collect();
            for part in moves.chunks(AT_ONCE) {
                let mut writing = self.records.write().await?;
                for (old, new) in part {
                    moved += writing.rekey(Digest(*old), new).await?;
                }
                writing.commit().await?;
            }
        }
        Ok(Moved { moved, left: self.left_under(keys).await? })
    }

    /// Former keys under which something is kept, and how many entries.
    async fn left_under(&self, keys: &Keys) -> Result<Vec<(Id, u64)>, Failed> {
        let used = self.records.keys_used().await?;
        Ok(used.into_iter().filter(|(id, _)| keys.is_former(id)).collect())
    }

    /// The marks of people in a table that are kept under a former key, with those that take their place.
    async fn moves(
        &self,
        spot: Spot,
        keys: &Keys,
        old: &BTreeSet<[u8; 32]>,
        progress: &mut (dyn FnMut(&str, u64) + Send),
    ) -> Result<BTreeMap<[u8; 32], Keyed>, Failed> {
        let (mut moves, mut read) = (BTreeMap::new(), 0);
        let Some(store) = self.stores.get(spot.store) else { return Ok(moves) };
        let (people, name) = (People::of(&self.atlas, spot), self.atlas.name(spot));
        let mut sink = |row: Row| {
            read += 1;
            if read % 4096 == 0 {
                progress(&name, read);
            }
            if let Ok(asked) = Asked::of(people.facts(row).collect()) {
                for (before, now) in keys.moves(&asked) {
                    let pair = keyed(&before).zip(keyed(&now));
                    let kept = pair.filter(|((_, before), _)| old.contains(&before.hash.0));
                    moves.extend(kept.map(|((_, before), (_, now))| (before.hash.0, now)));
                }
            }
            ControlFlow::Continue(())
        };
        let mut session = store.session(Mode::Read).await?;
        session.sweep(spot.table, &people.want, &mut sink).await?;
        progress(&name, read);
        Ok(moves)
    }

    /// What is kept of a person under a former key comes under the present one: whoever knows the facts can do it.
    pub(super) async fn rekey(&self, writing: &mut Writing, asked: &Asked) -> Result<(), Failed> {
        for (before, now) in self.keys.iter().flat_map(|keys| keys.moves(asked)) {
            if let (Some((_, before)), Some((_, now))) = (keyed(&before), keyed(&now)) {
                writing.rekey(before.hash, &now).await?;
            }
        }
        Ok(())
    }
}
