//! What stores cannot do: where it is left to a person, and where nothing can be read.

use abide_stores::{Can, May};

use super::{Notes, What};
use crate::atlas::Spot;
use crate::sweep::searched;

pub(super) fn check(notes: &mut Notes<'_>, spot: Spot) {
    let Some(can) = notes.seen.get(&spot).and_then(|seen| seen.can) else { return };
    if notes.atlas.mapped(spot).is_none() {
        if can.read == May::Forbidden && !searched(notes.atlas, spot).is_empty() {
            notes.note(What::Unswept, spot, &[], Vec::new());
        }
        return;
    }
    if can.old == May::Forbidden {
        notes.note(What::OldVersions, spot, &[], Vec::new());
    }
    let unasked = [can.find, can.read, can.delete, can.change, can.old].contains(&May::Unasked);
    let what = match can {
        Can { read: May::Forbidden, .. } => What::Unreadable,
        Can { delete: May::Cannot, .. } => What::ByHand,
        Can { delete: May::Forbidden, .. } | Can { change: May::Forbidden, .. } => What::NoRight,
        _ if unasked => What::Unasked,
        // That recordings cannot be changed matters where they are not to go: the plan says so.
        _ => return,
    };
    notes.note(what, spot, &[], Vec::new());
}
