//! Whose values may stand in which rows after an erasure: a row that must stay by the person's own plan holds what it held; any
//! other holds theirs only where every row keeps what it says.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use abide_stores::{Key, Row};

use super::{ALONE, Seen, ValueAt, old};
use crate::atlas::{Atlas, Spot};
use crate::plan::Fate;
use crate::reach::content;

/// By what a row is told from others. Rows in files move to other lines when others go: those are told by what they say.
#[derive(PartialEq, Eq, Hash)]
enum Name<'a> {
    Key(&'a Key),
    Content([u8; 16]),
}

/// Somebody of whom a row may hold values, by their place among the people who were seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// The row must stay with what it says.
    Whole(usize),
    /// It stays without the person: only where every such row keeps what it says.
    Rest(usize),
}

/// Whose values may stand in the rows that were seen.
#[derive(Default)]
pub(super) struct Staying<'a> {
    /// By which values each of the people is known; the same person may be seen several times.
    pub(super) theirs: Vec<BTreeSet<ValueAt>>,
    /// By row, of whom it may hold values: nobody if it went.
    rows: HashMap<(Spot, Name<'a>), Vec<Of>>,
    pub(super) files: old::Files<'a>,
}

impl<'a> Staying<'a> {
    /// Adds what was seen; `numbers` tells which values a text holds.
    pub(super) fn see(
        &mut self,
        atlas: &Atlas,
        seen: &Seen<'a>,
        numbers: impl Fn(&String) -> Vec<ValueAt>,
    ) {
        let mut places = BTreeMap::new();
        for (person, known) in seen.known(atlas) {
            places.insert(person, self.theirs.len());
            self.theirs.push(known.iter().flat_map(&numbers).collect());
        }
        // Rows that belong to nobody here are others': they only let go of a row that went.
        let rows = seen.rows().all.iter().enumerate().filter(|(_, row)| !row.claims.is_empty());
        for (at, row) in rows {
            let name = match atlas.table(row.spot) {
                Some(table) if table.has_places() => Name::Content(row.digest),
                _ => Name::Key(&row.key),
            };
            let whose = self.rows.entry((row.spot, name)).or_default();
            let of = match seen.fate(at) {
                Some(Fate::Delete) => continue,
                Some(Fate::Keep(_)) => Of::Whole,
                // Also one that others have part in, or that the person could only see: nobody said that it tells of the person.
                Some(Fate::Change(..) | Fate::Share) | None => Of::Rest,
            };
            let claims = row.claims.iter().filter_map(|c| Some(of(*places.get(&c.subject)?)));
            for of in claims {
                whose.push(of);
                if let Of::Whole(person) = of {
                    self.files.stays(atlas, row.spot, &row.key, person);
                }
            }
            whose.sort_unstable();
            whose.dedup();
        }
        if let (Seen::Left(left), Some(alone)) = (seen, places.get(&ALONE)) {
            for (spot, key) in left.cut_off {
                let whose = self.rows.entry((*spot, Name::Key(key))).or_default();
                whose.push(Of::Whole(*alone));
                self.files.stays(atlas, *spot, key, *alone);
            }
        }
    }

    /// Of whom a row may hold values. `None` if it was not seen.
    pub(super) fn whose<'r>(&'r self, atlas: &Atlas, spot: Spot, row: &'r Row) -> Option<&'r [Of]> {
        let name = match atlas.table(spot) {
            Some(table) if table.has_places() => Name::Content(content(atlas, spot, &row.values)),
            _ => Name::Key(&row.key),
        };
        self.rows.get(&(spot, name)).map(Vec::as_slice)
    }

    /// Whether a value may stand in a column; `left` tells whether every row keeps that column.
    pub(super) fn is_expected(&self, whose: &[Of], value: ValueAt, left: bool) -> bool {
        whose.iter().any(|of| {
            let at = match of {
                Of::Whole(at) => at,
                Of::Rest(at) if left => at,
                Of::Rest(_) => return false,
            };
            self.theirs.get(*at).is_some_and(|known| known.contains(&value))
        })
    }
}
