//! Rows of a step remembered as they were before it was saved.
//!
//! Owns: telling that a step whose end nobody saw was not saved, also where others have changed the data since. Leaves to others:
//! telling that it was ([`super::Standing`]).

use std::collections::{BTreeMap, BTreeSet};

use abide_stores::Error;
use sha2::{Digest as _, Sha256};

use super::{After, Work};
use crate::atlas::Atlas;
use crate::plan::Fate;
use crate::reach::{Reached, Rows};

/// So many rows of a step are remembered at most: some of them others may change meanwhile.
const MOST: usize = 8;

/// A row as it is, to be known again: its digest cut so short that it tells nothing of it. That another row of the same person has
/// the same is as likely as one in four thousand million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Glimpse(pub u32);

impl Glimpse {
    fn of(atlas: &Atlas, row: &Reached) -> Self {
        let mut hash = Sha256::new();
        hash.update(atlas.name(row.spot));
        hash.update(row.digest);
        let [a, b, c, d, ..]: [u8; 32] = hash.finalize().into();
        Self(u32::from_le_bytes([a, b, c, d]))
    }
}

impl After {
    /// Adds a row as it was before, if it goes or changes and there are not enough.
    pub(crate) fn remember(&mut self, atlas: &Atlas, row: &Reached, fate: &Fate) {
        if is_touched(fate) && self.before.len() < MOST {
            self.before.insert(Glimpse::of(atlas, row));
        }
    }
}

impl Work<'_> {
    /// Whether a step whose end nobody saw was certainly not saved: one of the rows that it deletes or changes is there as it was,
    /// and should go or change still. A store saves all of a step or nothing.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn is_unsaved(
        &self,
        store: usize,
        before: &BTreeSet<Glimpse>,
    ) -> Result<bool, Error> {
        if before.is_empty() {
            return Ok(false);
        }
        let now = self.now().await?;
        let mut touched = touched(&now.rows, &now.of, store);
        Ok(touched.any(|(row, _)| before.contains(&Glimpse::of(self.atlas, row))))
    }
}

/// The rows of a store that go or change.
pub(super) fn touched<'a>(
    rows: &'a Rows,
    fates: &'a BTreeMap<usize, Fate>,
    store: usize,
) -> impl Iterator<Item = (&'a Reached, &'a Fate)> {
    let rows = fates.iter().filter_map(|(at, fate)| Some((rows.all.get(*at)?, fate)));
    rows.filter(move |(row, fate)| row.spot.store == store && is_touched(fate))
}

fn is_touched(fate: &Fate) -> bool {
    match fate {
        Fate::Delete => true,
        Fate::Change(columns, _) => !columns.is_empty(),
        Fate::Share | Fate::Keep(_) => false,
    }
}
