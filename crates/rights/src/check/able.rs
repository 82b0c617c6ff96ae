//! What stores cannot do: where it is left to a person, where nothing can be read, and which tables keep a store from its own work.

use abide_stores::schema::Flaw;
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

/// What keeps the store itself from working with the rows of a table. Of those that no map has only what holds up others is told.
pub(super) fn flaws(notes: &mut Notes<'_>, spot: Spot) {
    let Some(table) = notes.atlas.table(spot) else { return };
    let is_mapped = notes.atlas.mapped(spot).is_some();
    for flaw in &table.flaws {
        match flaw {
            Flaw::Nameless if is_mapped => {
                notes.note(What::NamelessRows, spot, &[], Vec::new());
            }
            Flaw::Nameless => {}
            // A sweep reads all tables.
            Flaw::Wide => notes.note(What::TooWide, spot, &[], Vec::new()),
            Flaw::Unfit { columns, to } => {
                let part = notes.atlas.parts.get(spot.store);
                let parent = part.into_iter().flat_map(|part| &part.map.tables);
                let mut parent = parent.filter(|table| table.name.eq_ignore_ascii_case(to));
                if is_mapped || parent.next().is_some() {
                    let words = vec![("parent", to.clone().into())];
                    notes.note(What::UnfitReference, spot, columns, words);
                }
            }
            Flaw::Heirs(_) => {
                let heirs = notes.atlas.heirs(spot);
                let heirs: Vec<String> = heirs.iter().map(|name| format!("`{name}`")).collect();
                if !heirs.is_empty() {
                    let words = vec![("names", heirs.join(", ").into())];
                    notes.note(What::InheritedRows, spot, &[], words);
                }
            }
        }
    }
}
