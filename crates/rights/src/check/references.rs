//! What the store's own foreign keys and triggers do when people's rows change or go.

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::vocab::Treatment;
use abide_stores::ColumnAt;
use abide_stores::schema::{Action, Reference, Table};

use super::{Notes, What, Word, index, is_fast, owners};
use crate::atlas::{Atlas, Flow, Spot};

pub(super) fn check(notes: &mut Notes<'_>, child: Spot) {
    let (atlas, Some(table)) = (notes.atlas, notes.atlas.table(child)) else { return };
    let owned = owners::owned(atlas);
    for reference in &table.references {
        let parent = Spot { store: child.store, table: reference.to };
        if owned.contains(&parent) && owners::may_go(atlas, parent) {
            let edge = edge(atlas, child, parent, reference);
            one(notes, (child, table), parent, reference, edge, owned.contains(&child));
        }
    }
    if atlas.mapped(child).is_some() && !table.triggers.is_empty() {
        let names = vec![("names", Word::Tables(table.triggers.clone()))];
        notes.note(What::Triggers, child, &[], names);
    }
}

fn one(
    notes: &mut Notes<'_>,
    (child, table): (Spot, &Table),
    parent: Spot,
    reference: &Reference,
    edge: Option<&Flow>,
    owned: bool,
) {
    let words = || vec![("parent", notes.atlas.name(parent).into())];
    let (mut found, columns) = (Vec::new(), &reference.columns);
    let owns = edge.is_some_and(|f| f.owns);
    match (edge, owned, can_let_go(table, reference)) {
        _ if child == parent => {}
        (None, false, true) => found.push(What::LeftBehind),
        (None, false, false) => found.push(What::BlocksErasure),
        (None, true, false) => found.push(What::HoldsBack),
        _ => {}
    }
    for column in carried(notes.atlas, parent, reference) {
        let words = vec![("child", notes.atlas.name(child).into())];
        notes.note(What::CarriesOthers, parent, &[column], words);
    }
    match reference.on_delete {
        Action::Cascade if !owns || has_others(notes.atlas, child) => found.push(What::TakesOthers),
        Action::Empty if owns => found.push(What::LosesOwner),
        _ => {}
    }
    let words: Vec<_> = found.into_iter().map(|what| (what, words())).collect();
    for (what, words) in words {
        notes.note(what, child, columns, words);
    }
    // A way of the map by the same columns has been told of already.
    let fast = match table.refers_otherwise(columns) {
        true => table.is_indexed_to_refer(columns),
        false => is_fast(table, columns, &[]),
    };
    if edge.is_none() && !fast {
        let words = vec![("parent", notes.atlas.name(parent).into()), index(table, columns)];
        notes.note_slow(What::SlowReference, child, columns, words);
    }
}

/// The columns that an erasure would change, if rows that refer to them did not change with them. Keys never do.
fn carried(atlas: &Atlas, parent: Spot, reference: &Reference) -> Vec<ColumnAt> {
    let (Some(table), Some(map)) = (atlas.table(parent), atlas.mapped(parent)) else {
        return Vec::new();
    };
    let listed = |name: &str| {
        map.columns.iter().any(|c| c.name == name) || map.known_by.iter().any(|k| k.column == name)
    };
    let would = |at: &ColumnAt| {
        let kept = atlas.treatment(parent, *at) == Some(Treatment::Keep);
        !atlas.names_rows(parent, *at)
            && !kept
            && table.columns.get(*at).is_some_and(|c| listed(&c.name))
    };
    let columns = reference.to_columns.iter().copied();
    columns.filter(|at| reference.on_update.acts() && would(at)).collect()
}

/// Whether rows can belong to somebody to whom no single reference in them leads.
fn has_others(atlas: &Atlas, child: Spot) -> bool {
    let mut flows = atlas.arriving(child).map(|(_, f)| f).filter(|f| f.owns && !atlas.merges(f));
    let first = flows.next();
    atlas.is_people(child) || flows.next().is_some() || first.is_some_and(|f| !f.refers_back)
}

/// The way of the map that goes by a foreign key, if one does.
fn edge<'a>(atlas: &'a Atlas, child: Spot, parent: Spot, key: &Reference) -> Option<&'a Flow> {
    let back = atlas.arriving(child).map(|(_, f)| f).find(|f| {
        f.refers_back
            && f.source == parent
            && f.target_columns == key.columns
            && f.source_columns == key.to_columns
    });
    let forth = || {
        atlas.arriving(parent).map(|(_, f)| f).find(|f| {
            !f.refers_back
                && f.source == child
                && f.source_columns == key.columns
                && f.target_columns == key.to_columns
        })
    };
    back.or_else(forth)
}

/// Whether a row can let go of the row to which it refers.
pub(super) fn can_let_go(table: &Table, reference: &Reference) -> bool {
    reference.columns.iter().any(|c| {
        table.columns.get(*c).is_some_and(|d| d.nullable && !d.generated) && !table.key.contains(c)
    })
}

/// Circles of references that are never empty, among tables of which rows go.
pub(super) fn circles(notes: &mut Notes<'_>) {
    let atlas = notes.atlas;
    let owned = owners::owned(atlas);
    let goes = |spot: &Spot| owned.contains(spot) && owners::may_go(atlas, *spot);
    let mut next: BTreeMap<Spot, BTreeSet<Spot>> = BTreeMap::new();
    for spot in owned.iter().copied().filter(|s| goes(s)) {
        let Some(table) = atlas.table(spot) else { continue };
        let fixed = table.references.iter().filter(|r| !can_let_go(table, r));
        let to = fixed.map(|r| Spot { store: spot.store, table: r.to });
        next.insert(spot, to.filter(|to| *to != spot && goes(to)).collect());
    }
    let reach = |from: Spot| reachable(&next, from);
    let mut told = BTreeSet::new();
    for spot in next.keys().copied() {
        let circle: BTreeSet<Spot> =
            reach(spot).into_iter().filter(|other| reach(*other).contains(&spot)).collect();
        if circle.contains(&spot) && told.insert(circle.clone()) {
            let tables = circle.iter().map(|s| atlas.name(*s)).collect();
            let what = if is_closed(atlas, &circle) { What::ClosedCircle } else { What::Circle };
            notes.note(what, spot, &[], vec![("tables", Word::Tables(tables))]);
        }
    }
}

fn reachable(next: &BTreeMap<Spot, BTreeSet<Spot>>, from: Spot) -> BTreeSet<Spot> {
    let (mut seen, mut waiting) = (BTreeSet::new(), vec![from]);
    while let Some(spot) = waiting.pop() {
        let more = next.get(&spot).into_iter().flatten();
        waiting.extend(more.copied().filter(|s| seen.insert(*s)));
    }
    seen
}

/// Whether the store checks every reference of a circle at once.
fn is_closed(atlas: &Atlas, circle: &BTreeSet<Spot>) -> bool {
    let within = |spot: &Spot, r: &Reference| {
        r.to != spot.table && circle.contains(&Spot { store: spot.store, table: r.to })
    };
    let tables = circle.iter().filter_map(|spot| Some((spot, atlas.table(*spot)?)));
    !tables
        .flat_map(|(spot, t)| t.references.iter().filter(move |r| within(spot, r)))
        .any(|r| r.deferrable)
}
