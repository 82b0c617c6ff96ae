//! What commands say of plans that erase nothing: what is copied, what is put right, what is chosen.
//!
//! The values that are put right are said by the request's page alone: a terminal may be logged.

use abide_policy::vocab::{RequestKind, Vocabulary as _};
use abide_rights::desk::Desk as Desks;
use abide_rights::desk::document::{CorrectPaper, Paper, StorePaper, TablePaper};
use abide_rights::export::Voices;
use abide_rights::state::only_reads;

use super::hands;

/// The beginning of a plan's fingerprint, as `requests approve` takes it.
pub(super) fn hash(paper: &Paper) -> String {
    paper.fingerprint().to_string().chars().take(12).collect()
}

/// Such a plan in words.
pub(super) fn in_words(desk: &Desks, kind: RequestKind, paper: &Paper, voices: Voices) -> String {
    let mut text = format!("plan {}: {}\n", hash(paper), sum(kind, paper, voices));
    for store in &paper.stores {
        text.push_str(&hands::in_words(desk, store));
        for table in &store.tables {
            let name = format!("{}.{}", store.store, table.table);
            let parts = match kind {
                RequestKind::Rectification => corrected(&name, table),
                kind => copied(kind, table, voices),
            };
            text.push_str(&format!("  {name}: {}\n", parts.join("; ")));
        }
    }
    text
}

/// What a plan comes to.
pub(super) fn sum(kind: RequestKind, paper: &Paper, of: Voices) -> String {
    match kind {
        kind if only_reads(kind) => {
            let (rows, recordings) = paper.copied_with(of);
            format!("{} to copy, {}", count(rows, "row"), count(recordings, "recording"))
        }
        RequestKind::Rectification => format!("{} to put right", count(paper.totals().1, "row")),
        kind => chosen(kind, &paper.stores),
    }
}

pub(super) fn count(n: u64, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// What a person chooses.
fn chosen(kind: RequestKind, stores: &[StorePaper]) -> String {
    let mut purposes = stores.iter().filter_map(|store| store.purposes.as_ref());
    let purposes = match purposes.next() {
        // A plan of an older program does not say.
        None => return kind.word().to_owned(),
        Some(all) if all.is_empty() => "all purposes that the right covers".to_owned(),
        Some(named) => named.join(", "),
    };
    match kind {
        RequestKind::Restriction => "from then on the data is only kept".to_owned(),
        RequestKind::Objection => format!("from then on uses are refused for: {purposes}"),
        _ => format!("from then on no consent holds for: {purposes}"),
    }
}

fn copied(kind: RequestKind, table: &TablePaper, of: Voices) -> Vec<String> {
    let TablePaper { copy, seen, omit, recordings, voices, .. } = *table;
    let said = [
        // Older programs called what is copied seen.
        (copy + seen, "copied"),
        (recordings, "with a recording that is the person's alone"),
        (
            voices,
            match of {
                Voices::Shared => "with a recording in which others are heard",
                Voices::Alone if kind == RequestKind::Portability => {
                    "with a recording in which others are heard: left out"
                }
                Voices::Alone => {
                    "with a recording in which others are heard: left out, unless `--shared-recordings` is said"
                }
            },
        ),
        (omit, "left out: not provided by the person on consent or contract"),
    ];
    said.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect()
}

fn corrected(name: &str, table: &TablePaper) -> Vec<String> {
    let mut parts: Vec<String> = table.correct.iter().map(|one| correct(name, one)).collect();
    if table.correct.is_empty() {
        // A plan of an older program does not say which columns.
        let rows: u64 = table.change.values().sum();
        parts.extend((rows > 0).then(|| format!("{rows} put right")));
    }
    parts.extend((table.right > 0).then(|| format!("{} as wished already", table.right)));
    parts.extend(table.left.iter().map(left));
    parts
}

fn correct(name: &str, one: &CorrectPaper) -> String {
    let CorrectPaper { column, rows, .. } = one;
    let of = one.of.as_deref().unwrap_or_default();
    let why = match one.why.as_str() {
        "asked" => "the person says that it is wrong".to_owned(),
        "same" => format!("it said the same as `{of}`"),
        _ => format!("these rows of `{name}` are the person's by the value of `{of}`"),
    };
    format!("`{column}` in {} ({why})", count(*rows, "row"))
}

/// What goes by an old value, and stays as it is.
fn left(one: &CorrectPaper) -> String {
    let CorrectPaper { column, rows, .. } = one;
    let of = one.of.as_deref().unwrap_or_default();
    let why = match one.why.as_str() {
        "others" => "it is other people's too by that value",
        "taken" => "by the new value it would be other people's too",
        "kept" => "it must stay as it is for some time",
        "cleared" => "there is no new value",
        "unfit" => "it has no room for the new value: put it right by hand",
        _ => "the store binds the value: put it right by hand",
    };
    format!("`{column}` in {} goes by `{of}` and stays as it is ({why})", count(*rows, "row"))
}
