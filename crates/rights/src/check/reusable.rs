//! Numbers of people's rows that their store gives again, where rows that may outlive them go by nothing else.
//!
//! Owns: which edges go by such numbers. Leaves to others: which numbers are given again (`abide-stores`), what keeps rows
//! ([`crate::plan`]). In one store a row that stays keeps the row of the person to whom it refers, and so its number. It keeps none in another
//! store, and none to which the person's row refers, unless a foreign key says so.

use abide_stores::ColumnAt;

use super::{Notes, What, owners};
use crate::atlas::{Atlas, Spot};

pub(super) fn check(notes: &mut Notes<'_>) {
    let atlas = notes.atlas;
    let owned = owners::owned(atlas);
    // What is not theirs lets go of what goes, whatever keeps it.
    for flow in atlas.flows.iter().filter(|flow| flow.owns && !flow.bound && !atlas.merges(flow)) {
        let (here, there) =
            ((flow.target, &flow.target_columns), (flow.source, &flow.source_columns));
        let ((child, columns), (parent, to)) =
            if flow.refers_back { (here, there) } else { (there, here) };
        let keeps_number = child.store == parent.store && flow.refers_back;
        let is_of_people = |spot| owned.contains(&spot);
        let goes = is_of_people(parent) && owners::may_go(atlas, parent);
        if !keeps_number && is_of_people(child) && goes && gives_again(atlas, parent, to) {
            let words = vec![("parent", atlas.name(parent).into())];
            notes.note(What::ReusableKeys, child, columns, words);
        }
    }
}

fn gives_again(atlas: &Atlas, spot: Spot, columns: &[ColumnAt]) -> bool {
    atlas.table(spot).is_some_and(|table| columns.iter().any(|at| table.gives_again(*at)))
}
