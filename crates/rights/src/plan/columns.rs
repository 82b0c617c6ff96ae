//! Which columns of a row change that stays without somebody, and what becomes of each.
//!
//! Owns: what is about the person, what is personal in a row without anybody, what a shell keeps; the treatment of a column of which
//! the map does not say it. Leaves to others: which rows stay ([`super::decide`]), the new values ([`crate::execute`]).

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::vocab::{Erasure, Treatment};
use abide_stores::ColumnAt;
use abide_stores::schema::{Column, Family, Table};

use crate::atlas::{Atlas, Flow, Spot};
use crate::reach::Reached;

/// What is about the erased people in a row that others own too: the references to them, and what the edges say. A reference
/// by which others own it too, such as a telephone number that two people share, is theirs.
pub(super) fn about(atlas: &Atlas, row: &Reached) -> BTreeMap<ColumnAt, Treatment> {
    let mut columns = BTreeSet::new();
    let alone = row.claims.iter().filter(|c| c.owned && !row.others.contains(&c.flow));
    for flow in alone.filter_map(|c| atlas.flows.get(c.flow?)) {
        columns.extend(&flow.about);
        columns.extend(names_people(atlas, flow));
    }
    // A text that several people share loses each of them by itself, and so does whatever else the map lists and by which one
    // of them is known.
    let told: BTreeSet<ColumnAt> = told(atlas, row).difference(&columns).copied().collect();
    columns.extend(atlas.texts(row.spot));
    columns.extend(&told);
    let mut treated = treated(atlas, row.spot, columns);
    for (column, treatment) in treated.iter_mut().filter(|(c, _)| told.contains(c)) {
        if *treatment == Treatment::Empty && is_text(atlas, row.spot, *column) {
            *treatment = Treatment::Redact;
        }
    }
    treated
}

/// The columns that the map lists and in which a value of one of the people stands whose row it is; not those by which it is
/// somebody else's too.
fn told(atlas: &Atlas, row: &Reached) -> BTreeSet<ColumnAt> {
    let theirs = |who: &usize| row.claims.iter().any(|c| c.owned && c.subject == *who);
    let others = row.others.iter().filter_map(|flow| atlas.flows.get((*flow)?));
    let others: BTreeSet<ColumnAt> =
        others.flat_map(|f| f.about.iter().chain(names_people(atlas, f))).copied().collect();
    let listed = |column: ColumnAt| {
        let name = atlas.table(row.spot).and_then(|t| t.columns.get(column)).map(|c| &c.name);
        let map = atlas.mapped(row.spot).zip(name);
        map.is_some_and(|(map, name)| map.columns.iter().any(|c| c.name == *name))
    };
    let told = row.tells.iter().filter(|(_, who)| theirs(who)).map(|(column, _)| *column);
    told.filter(|column| listed(*column) && !others.contains(column)).collect()
}

fn is_text(atlas: &Atlas, spot: Spot, column: ColumnAt) -> bool {
    let family = atlas.table(spot).and_then(|t| t.columns.get(column)).map(|c| c.family);
    matches!(family, Some(Family::Text(_) | Family::Json | Family::Other))
}

/// Everything personal in a row that stays without anybody.
pub(super) fn personal(atlas: &Atlas, spot: Spot) -> BTreeMap<ColumnAt, Treatment> {
    let mut columns = BTreeSet::new();
    let Some(table) = atlas.table(spot) else { return BTreeMap::new() };
    let map = atlas.mapped(spot);
    columns.extend(map.into_iter().flat_map(|m| &m.columns).filter_map(|c| table.column(&c.name)));
    columns
        .extend(map.into_iter().flat_map(|m| &m.known_by).filter_map(|k| table.column(&k.column)));
    columns.extend(atlas.texts(spot));
    for (_, flow) in atlas.arriving(spot) {
        columns.extend(&flow.about);
        columns.extend(names_people(atlas, flow));
    }
    treated(atlas, spot, columns)
}

/// Everything in a row of which only the key is wanted: what the map does not list is emptied too, where that may be. Where it leads
/// to others, it goes on leading.
pub(super) fn shell(atlas: &Atlas, spot: Spot) -> BTreeMap<ColumnAt, Treatment> {
    let Some(table) = atlas.table(spot) else { return BTreeMap::new() };
    let may =
        |c: &ColumnAt| table.columns.get(*c).is_some_and(|d| d.nullable) && !leads(atlas, spot, *c);
    let mut all = treated(atlas, spot, (0..table.columns.len()).filter(may).collect());
    all.extend(personal(atlas, spot));
    all
}

/// What such a row keeps for no other reason than that the map does not list it and it may not be empty: a street, a status. What only
/// says yes or no is left out.
pub(super) fn kept_by_shell(atlas: &Atlas, spot: Spot) -> Vec<ColumnAt> {
    let Some(table) = atlas.table(spot) else { return Vec::new() };
    let emptied = shell(atlas, spot);
    let stays = |(at, column): &(ColumnAt, &Column)| {
        let bound = column.nullable || column.generated || column.family == Family::Truth;
        let named = table.key.contains(at) || leads(atlas, spot, *at);
        !(bound || named || emptied.contains_key(at)) && atlas.treatment(spot, *at).is_none()
    };
    table.columns.iter().enumerate().filter(stays).map(|(at, _)| at).collect()
}

/// Whether a column leads to other rows.
fn leads(atlas: &Atlas, spot: Spot, column: ColumnAt) -> bool {
    let by = |at: Spot, columns: &[ColumnAt]| at == spot && columns.contains(&column);
    let flow = |f: &Flow| by(f.source, &f.source_columns) || by(f.target, &f.target_columns);
    let table = atlas.table(spot);
    table.is_some_and(|t| t.references.iter().any(|r| r.columns.contains(&column)))
        || atlas.flows.iter().any(flow)
}

/// The columns by which a row names a person. That it belongs to an invoice or a call is no secret: if that goes, it lets go.
fn names_people<'a>(atlas: &Atlas, flow: &'a Flow) -> &'a [ColumnAt] {
    if flow.refers_back && atlas.is_people(flow.source) { &flow.target_columns } else { &[] }
}

/// The treatment of each column: the map's, else what its type allows. Keys stay: other rows need them, and a number without
/// its person tells nothing. A reference that the store checks becomes nothing, or stays if it may not: then what it refers
/// to stays too, and tells nothing. What carries others' rows with it when it changes stays as well, and is told.
pub(super) fn treated(
    atlas: &Atlas,
    spot: Spot,
    columns: BTreeSet<ColumnAt>,
) -> BTreeMap<ColumnAt, Treatment> {
    let Some(table) = atlas.table(spot) else { return BTreeMap::new() };
    let naming = atlas.naming(spot);
    let one = |at: ColumnAt| {
        let column = table.columns.get(at).filter(|c| !c.generated)?;
        let refers = table.references.iter().any(|r| r.columns.contains(&at));
        if refers && !column.nullable {
            return None;
        }
        let said = atlas.treatment(spot, at).filter(|t| !refers || *t == Treatment::Keep);
        let treatment = said.unwrap_or_else(|| natural(table, at));
        let names =
            naming.contains(&at) || table.key.contains(&at) || atlas.carries_others(spot, at);
        (treatment != Treatment::Keep && !names).then_some((at, treatment))
    };
    columns.into_iter().filter_map(one).collect()
}

/// What an erasure may write into rows of a table, each time these columns together: where a row stays without anybody, where it is
/// a shell, if that may be, and where it stays for others.
pub(crate) fn rewritten(
    atlas: &Atlas,
    spot: Spot,
    may_be_shell: bool,
) -> Vec<BTreeMap<ColumnAt, Treatment>> {
    let owning = || atlas.arriving(spot).map(|(_, flow)| flow).filter(|flow| flow.owns);
    let table = atlas.mapped(spot).filter(|_| atlas.is_people(spot)).map(|t| t.erase);
    let mut ways = owning().map(|flow| flow.erase).chain(table);
    let mut all = Vec::new();
    all.extend(ways.any(|e| e == Erasure::Anonymize).then(|| personal(atlas, spot)));
    all.extend(may_be_shell.then(|| shell(atlas, spot)));
    if atlas.may_be_shared(spot) {
        all.extend(owning().map(|flow| {
            let mut columns: BTreeSet<ColumnAt> = atlas.texts(spot).collect();
            columns.extend(flow.about.iter().chain(names_people(atlas, flow)));
            treated(atlas, spot, columns)
        }));
    }
    all.retain(|columns| !columns.is_empty());
    all
}

/// What becomes of a column of which the map does not say it.
pub(crate) fn natural(table: &Table, at: ColumnAt) -> Treatment {
    match table.columns.get(at) {
        Some(column) if column.nullable => Treatment::Empty,
        Some(_) if table.is_unique(at) => Treatment::Unique,
        Some(column) if is_time(column.family) => Treatment::Month,
        _ => Treatment::Empty,
    }
}

/// Whether a row that loses its person keeps this column as it is, and it tells nothing then: what names somebody by itself, such as an
/// address that is a key, tells on, unless the map says that it is kept.
pub(crate) fn is_left(atlas: &Atlas, spot: Spot, column: ColumnAt) -> bool {
    is_fixed(atlas, spot, column)
        && (!(atlas.names_by_itself(spot, column) || atlas.carries_others(spot, column))
            || atlas.treatment(spot, column) == Some(Treatment::Keep))
}

/// Whether no erasure changes this column: it is a key, refers to one and may not be empty, or the map says so.
pub(crate) fn is_fixed(atlas: &Atlas, spot: Spot, column: ColumnAt) -> bool {
    let described = atlas.table(spot).and_then(|t| t.columns.get(column));
    described.is_some_and(|c| !c.generated)
        && treated(atlas, spot, BTreeSet::from([column])).is_empty()
}

/// Whether values of a column are days or moments.
pub(crate) const fn is_time(family: Family) -> bool {
    matches!(family, Family::Date | Family::Moment)
}
