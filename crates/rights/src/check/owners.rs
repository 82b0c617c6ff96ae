//! Whose rows are: personal data without an owner, rows without an owner, people who cannot be found.

use std::collections::BTreeSet;

use abide_policy::map::TableMap;
use abide_policy::vocab::{Erasure, Fact, Treatment};
use abide_stores::schema::{Column, Table};
use abide_stores::{ColumnAt, Value};

use super::{
    Notes, Severity, Spelled, What, Word, index, is_fast, is_fast_along, names, references,
};
use crate::atlas::{Atlas, Flow, Known, Spot};
use crate::neutral::{can_be_nothing, can_differ};
use crate::sample::Verdict;

/// The tables with rows that are people's.
pub(super) fn owned(atlas: &Atlas) -> BTreeSet<Spot> {
    let people = super::spots(atlas).filter(|s| atlas.is_people(*s));
    let mut owned: BTreeSet<Spot> = people.collect();
    let mut waiting: Vec<Spot> = owned.iter().copied().collect();
    while let Some(spot) = waiting.pop() {
        for (_, flow) in atlas.leaving(spot).filter(|(_, f)| f.owns) {
            if owned.insert(flow.target) {
                waiting.push(flow.target);
            }
        }
    }
    owned
}

/// What can happen to an owned row when its person is erased.
fn erasures(atlas: &Atlas, spot: Spot) -> BTreeSet<bool> {
    let own = atlas.is_people(spot).then(|| atlas.mapped(spot).map(|t| t.erase)).flatten();
    let flows =
        atlas.arriving(spot).filter(|(_, f)| f.owns && !atlas.merges(f)).map(|(_, f)| f.erase);
    flows.chain(own).map(|e| e == Erasure::Delete).collect()
}

/// Whether rows of an owned table are ever deleted.
pub(super) fn may_go(atlas: &Atlas, spot: Spot) -> bool {
    erasures(atlas, spot).contains(&true)
}

/// Whether rows of an owned table may stay, changed, when one of their people is erased.
pub(super) fn may_stay(atlas: &Atlas, spot: Spot) -> bool {
    erasures(atlas, spot).contains(&false) || atlas.may_be_shared(spot) || may_be_shell(atlas, spot)
}

/// Whether rows of a table may stay because rows that stay refer to them and cannot let go.
pub(super) fn may_be_shell(atlas: &Atlas, spot: Spot) -> bool {
    let Some(part) = atlas.parts.get(spot.store) else { return false };
    let owned = owned(atlas);
    part.schema.pointing_at(spot.table).any(|(table, reference)| {
        let child = Spot { store: spot.store, table };
        let Some(described) = atlas.table(child).filter(|_| child != spot) else { return false };
        let keeps = atlas.mapped(child).is_some_and(|t| t.keep.is_some());
        let changes = erasures(atlas, child).contains(&false) || atlas.may_be_shared(child);
        let stays = changes || !owned.contains(&child);
        keeps || stays && !references::can_let_go(described, reference)
    })
}

/// How many rows no edge gives to anybody. Nothing can be told where a row is given by a reference in another.
pub(super) fn ownerless(atlas: &Atlas, spot: Spot, rows: &[Vec<Value>]) -> u64 {
    let flows: Vec<&Flow> = atlas.arriving(spot).map(|(_, f)| f).filter(|f| f.owns).collect();
    if atlas.is_people(spot) || flows.is_empty() || flows.iter().any(|f| !f.refers_back) {
        return 0;
    }
    let has = |row: &Vec<Value>, column: &ColumnAt| row.get(*column).is_some_and(|v| !v.is_null());
    let meets = |row: &Vec<Value>, (column, is): &(ColumnAt, String)| {
        let described = atlas.table(spot).and_then(|t| t.columns.get(*column));
        described.zip(row.get(*column)).is_some_and(|(column, value)| column.is(value, is))
    };
    let given = |row: &Vec<Value>| {
        flows.iter().any(|f| {
            f.target_columns.iter().all(|c| has(row, c))
                && f.target_when.iter().all(|w| meets(row, w))
        })
    };
    rows.iter().take(crate::sample::ROWS).filter(|row| !given(row)).count() as u64
}

pub(super) fn check(notes: &mut Notes<'_>, spot: Spot) {
    people(notes, spot);
    columns(notes, spot);
    rows(notes, spot);
    slow_ways(notes, spot);
    neutral(notes, spot);
}

fn people(notes: &mut Notes<'_>, spot: Spot) {
    let (atlas, Some(table)) = (notes.atlas, notes.atlas.table(spot)) else { return };
    let known: Vec<_> = atlas.known.iter().filter(|k| k.spot == spot).collect();
    if atlas.is_people(spot) && known.is_empty() {
        notes.note(What::NobodyFound, spot, &[], Vec::new());
    }
    let fast = |by: &Known| is_fast(table, &[by.column], &[]);
    // Those that need a second fact are looked for by the second, and of parts of a name one is enough.
    let served = |by: &Known| match by.fact {
        Fact::Born | Fact::PostalCode => true,
        Fact::Name => known.iter().any(|other| other.fact == Fact::Name && fast(other)),
        _ => fast(by),
    };
    for by in known.iter().filter(|by| !served(by)) {
        notes.note_slow(What::SlowIdentity, spot, &[by.column], Vec::new());
    }
    for by in known {
        unread(notes, spot, by);
        spellings(notes, spot, by);
    }
}

/// Values by which nobody can be found, for they are not what the map says of them.
fn unread(notes: &mut Notes<'_>, spot: Spot, by: &Known) {
    let spelled = notes.seen.get(&spot).and_then(|seen| seen.spelled.get(&by.column)).copied();
    let Some(Spelled { values, unread: unread @ 1.., .. }) = spelled else { return };
    let words = vec![
        ("count", Word::Count(unread)),
        ("of", Word::Count(values + unread)),
        ("fact", by.fact.to_string().into()),
    ];
    notes.note(What::UnreadValues, spot, &[by.column], words);
}

/// Whether indexes find everybody by a column, as the map says.
fn spellings(notes: &mut Notes<'_>, spot: Spot, by: &Known) {
    let spelled = notes.seen.get(&spot).and_then(|seen| seen.spelled.get(&by.column)).copied();
    let Some(Spelled { values, others, national, .. }) = spelled else { return };
    if !matches!(by.fact, Fact::Email | Fact::Phone) {
        return;
    }
    let table = notes.atlas.mapped(spot);
    let said = table.into_iter().flat_map(|t| &t.known_by).any(|known| {
        let at = notes.atlas.table(spot).and_then(|t| t.column(&known.column));
        known.country.is_some() && at == Some(by.column)
    });
    if let Some(country) = by.country.filter(|_| national > 0 && !said) {
        let words = vec![
            ("count", Word::Count(national)),
            ("of", Word::Count(values)),
            ("country", country.code().to_owned().into()),
        ];
        notes.note(What::NoCountry, spot, &[by.column], words);
    }
    let words = vec![("count", Word::Count(others)), ("of", Word::Count(values))];
    match by.exact {
        true if others > 0 => notes.note(What::Inexact, spot, &[by.column], words),
        false if values >= super::MANY => {
            notes.note(What::ManySpellings, spot, &[by.column], words);
        }
        _ => {}
    }
}

/// Columns with personal data, by their sample.
pub(super) fn personal(notes: &Notes<'_>, spot: Spot) -> Vec<(ColumnAt, Verdict)> {
    let (Some(table), Some(sample)) = (notes.atlas.table(spot), notes.sample(spot)) else {
        return Vec::new();
    };
    let all = 0..table.columns.len();
    // A name alone proposes, but does not accuse.
    all.filter_map(|c| Some((c, sample.verdict(table, c)?))).filter(|(_, v)| v.count > 0).collect()
}

/// What a sample showed, as words for a finding.
pub(super) fn shown(verdict: Verdict) -> Vec<(&'static str, Word)> {
    vec![
        ("kind", Word::Kind(verdict.kind)),
        ("count", Word::Count(verdict.count)),
        ("of", Word::Count(verdict.of)),
    ]
}

fn columns(notes: &mut Notes<'_>, spot: Spot) {
    let (atlas, Some(table)) = (notes.atlas, notes.atlas.table(spot)) else { return };
    let owned = owned(atlas).contains(&spot);
    let map = atlas.mapped(spot);
    let listed = listed(atlas, spot, map);
    let kept = |column: ColumnAt| atlas.treatment(spot, column) == Some(Treatment::Keep);
    for (column, verdict) in personal(notes, spot) {
        let what = match (owned, listed.contains(&column)) {
            (false, _) if !kept(column) => What::NobodysData,
            (false, _) | (true, true) => continue,
            // A key is what rows are known by: it is never emptied.
            (true, false) if table.key.contains(&column) => continue,
            // People are taken out of the text of a file, and so out of what follows from it.
            (true, false) if is_in_text(table, column) => continue,
            (true, false) if may_stay(atlas, spot) => What::UnlistedColumn,
            (true, false) => What::UnnamedColumn,
        };
        // A word in a text is less sure than a column of addresses.
        let severity = match what {
            What::NobodysData if !verdict.whole => Severity::Warning,
            _ => what.severity(),
        };
        notes.note_as(severity, what, spot, &[column], shown(verdict));
    }
}

/// Whether a column is the text of a file, or told by it: who is in a conversation.
fn is_in_text(table: &Table, column: ColumnAt) -> bool {
    let is = |c: &Column| c.is_text_of_file() || c.is_of_file();
    table.columns.iter().any(Column::is_text_of_file) && table.columns.get(column).is_some_and(is)
}

/// The columns about which the map says something.
fn listed(atlas: &Atlas, spot: Spot, map: Option<&TableMap>) -> BTreeSet<ColumnAt> {
    let Some((table, map)) = atlas.table(spot).zip(map) else { return BTreeSet::new() };
    let columns = map.columns.iter().map(|c| &c.name).chain(map.known_by.iter().map(|k| &k.column));
    let mut listed: BTreeSet<ColumnAt> = columns.filter_map(|name| table.column(name)).collect();
    for (_, flow) in atlas.arriving(spot) {
        listed.extend(&flow.about);
        if flow.refers_back {
            listed.extend(&flow.target_columns);
        }
    }
    for (_, flow) in atlas.leaving(spot).filter(|(_, f)| !f.refers_back) {
        listed.extend(&flow.source_columns);
    }
    listed
}

fn rows(notes: &mut Notes<'_>, spot: Spot) {
    let (atlas, Some(table)) = (notes.atlas, notes.atlas.table(spot)) else { return };
    let Some(seen) = notes.seen.get(&spot).filter(|s| s.ownerless > 0) else { return };
    let flows = atlas.arriving(spot).filter(|(_, f)| f.owns);
    let columns: BTreeSet<ColumnAt> = flows.flat_map(|(_, f)| f.target_columns.clone()).collect();
    let columns: Vec<ColumnAt> = columns.into_iter().collect();
    let words = vec![
        ("count", Word::Count(seen.ownerless)),
        ("of", Word::Count(seen.sample.rows)),
        ("columns", names(table, &columns).into()),
    ];
    notes.note(What::OwnerlessRows, spot, &[], words);
}

/// Ways to this table, and from it back to its people, that no index serves, or that do not find every spelling.
fn slow_ways(notes: &mut Notes<'_>, spot: Spot) {
    let (atlas, Some(table)) = (notes.atlas, notes.atlas.table(spot)) else { return };
    for (_, flow) in atlas.arriving(spot) {
        let source = vec![("source", atlas.name(flow.source).into())];
        if flow.loses_case(atlas).next().is_some() {
            notes.note(What::LosesCase, spot, &flow.target_columns, source.clone());
        }
        if !is_fast_along(atlas, flow) {
            let mut words = source;
            words.extend(flow.refers().then(|| index(table, &flow.target_columns)));
            notes.note_slow(What::SlowEdge, spot, &flow.target_columns, words);
        }
    }
    for (_, flow) in atlas.leaving(spot).filter(|(_, f)| f.owns && atlas.may_be_shared(f.target)) {
        let source = vec![("source", atlas.name(flow.target).into())];
        if !is_fast(table, &flow.source_columns, &flow.source_when) {
            notes.note_slow(What::SlowReturn, spot, &flow.source_columns, source);
        }
    }
}

/// Columns that would be emptied and may not be empty, or get a value that their type does not have.
fn neutral(notes: &mut Notes<'_>, spot: Spot) {
    let (atlas, Some(table)) = (notes.atlas, notes.atlas.table(spot)) else { return };
    if !owned(atlas).contains(&spot) || !may_stay(atlas, spot) {
        return;
    }
    for column in listed(atlas, spot, atlas.mapped(spot)) {
        let Some(described) = table.columns.get(column) else { continue };
        let bound = table.references.iter().any(|r| r.columns.contains(&column));
        if described.generated || bound || table.key.contains(&column) {
            continue;
        }
        let treatment = atlas.treatment(spot, column);
        let what = match treatment.unwrap_or_else(|| crate::plan::natural(table, column)) {
            Treatment::Unique if !can_differ(described) => What::NoNeutralValue,
            Treatment::Empty if described.nullable => continue,
            Treatment::Empty if can_be_nothing(described) => What::NeutralValue,
            Treatment::Empty => What::NoNeutralValue,
            Treatment::Redact if !can_be_nothing(described) => What::NoNeutralValue,
            _ => continue,
        };
        notes.note(what, spot, &[column], vec![("type", described.native.clone().into())]);
    }
}
