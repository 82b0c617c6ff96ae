//! What remains: a look at the new text for what stood in the old one.

use std::collections::HashSet;
use std::ops::Range;

use abide_detect::{Finder, Kind};

use super::shape::folded;
use super::{Changed, Operator};

/// Something in the new text that was personal data in the old one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where, in bytes of the new text.
    pub place: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// Finds personal data in the new text, and tells which of it stood in the old text and was to go: it was overlooked at
/// one place and found at another. Invented values are not told.
#[must_use]
pub fn left_over(old: &str, done: &Changed, finder: &Finder) -> Vec<Left> {
    let gone = done.changes.iter().filter(|c| c.operator != Operator::Keep);
    let gone: HashSet<(Kind, String)> =
        gone.map(|c| (c.kind, folded(old.get(c.old.clone()).unwrap_or_default()))).collect();
    let is_ours = |place: &Range<usize>| {
        let after = done.changes.partition_point(|c| c.new.end <= place.start);
        done.changes.get(after).is_some_and(|c| c.new.start < place.end)
    };
    let found = finder.find(&done.text).into_iter();
    found
        .filter(|f| !is_ours(&f.place))
        .filter(|f| {
            let value = folded(done.text.get(f.place.clone()).unwrap_or_default());
            !value.is_empty() && gone.contains(&(f.kind, value))
        })
        .map(|f| Left { place: f.place, kind: f.kind })
        .collect()
}
