//! What an archive will have, before it is written: for whoever approves it.

use std::collections::BTreeMap;

use abide_notice::Locales;

use super::Export;
use super::sheet::Sheet;
use crate::atlas::Spot;
use crate::reach::{Reached, Rows};

/// What an archive has of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The table.
    pub spot: Spot,
    /// Its rows.
    pub records: u64,
    /// For portability, rows that are left out because nothing in them was provided by the person on consent or contract.
    pub omitted: u64,
    /// Recordings that are the person's alone.
    pub recordings: u64,
    /// Recordings in which others may be heard.
    pub voices: u64,
}

impl Export<'_> {
    /// What the archive has of each table of these rows.
    #[must_use]
    pub fn counted(&self, rows: &Rows) -> Vec<Counted> {
        let mut by_spot: BTreeMap<Spot, Vec<&Reached>> = BTreeMap::new();
        for row in rows.all.iter().filter(|r| !r.claims.is_empty()) {
            by_spot.entry(row.spot).or_default().push(row);
        }
        by_spot.into_iter().map(|(spot, rows)| self.count(spot, &rows)).collect()
    }

    fn count(&self, spot: Spot, rows: &[&Reached]) -> Counted {
        let all = rows.len() as u64;
        let nothing = Counted { spot, records: 0, omitted: all, recordings: 0, voices: 0 };
        let locale = Locales::built_in().get(self.language);
        let Some(sheet) = Sheet::of(self, locale, spot) else { return nothing };
        let mut counted = nothing;
        for row in rows.iter().filter(|row| sheet.has(self.kind, row)) {
            counted.records += 1;
            counted.omitted -= 1;
            if sheet.has_recording(row) {
                *if Sheet::is_shared(row) {
                    &mut counted.voices
                } else {
                    &mut counted.recordings
                } += 1;
            }
        }
        counted
    }
}
