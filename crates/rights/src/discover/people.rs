//! Which tables hold people, and by what they are known.

use std::collections::BTreeSet;

use abide_detect::Kind;
use abide_policy::map::KnownBy;
use abide_policy::vocab::{Fact, Subject};
use abide_stores::TableAt;
use abide_stores::schema::{Column, Family, Reference};

use super::{Draft, Why, keys};
use crate::sample::words;

pub(super) fn propose(draft: &mut Draft<'_>) {
    for at in 0..draft.schema.tables.len() {
        if let Some(subject) = subject(draft, at) {
            if let Some(table) = draft.tables.get_mut(at) {
                table.person = Some(subject);
            }
            draft.because(at, &[], Why::People(subject));
            known_by(draft, at);
        }
    }
}

/// A table of people has a key of its own, and a name or what tells people apart.
fn subject(draft: &Draft<'_>, at: TableAt) -> Option<Subject> {
    has_own_key(draft, at).then(|| holds_people(draft, at))?
}

/// Whether rows of a table have a name of their own, and not that of what they refer to. A key of several columns is one where not
/// all of them refer to something, and none to people, be it by an address or a number: whose number is within a tenant, is
/// somebody; what is numbered within a person, is theirs.
fn has_own_key(draft: &Draft<'_>, at: TableAt) -> bool {
    let Some(table) = draft.schema.tables.get(at) else { return false };
    if table.has_places() || table.key.len() == 1 {
        // A file tells about somebody, but it is nobody.
        let of_file = |c| table.columns.get(c).is_some_and(Column::is_of_file);
        return keys::main(table).is_some_and(|c| !of_file(c))
            && !table.references.iter().any(|r| r.columns == table.key);
    }
    let in_key: Vec<_> = table
        .references
        .iter()
        .filter(|r| r.columns.iter().any(|c| table.key.contains(c)))
        .collect();
    let refers = |column: &usize| in_key.iter().any(|r| r.columns.contains(column));
    let part = |r: &&&Reference| r.to != at && r.columns.iter().all(|c| table.key.contains(c));
    let reaches = |column: &usize| {
        let verdict = draft.verdict(at, *column).filter(|v| v.whole);
        verdict.is_some_and(|v| matches!(v.kind, Kind::Email | Kind::Phone))
    };
    !table.key.is_empty()
        && !table.key.iter().all(refers)
        && !table.key.iter().any(reaches)
        && !in_key.iter().filter(part).any(|r| holds_people(draft, r.to).is_some())
}

/// Whether a table holds people, by its name or what its columns hold.
fn holds_people(draft: &Draft<'_>, at: TableAt) -> Option<Subject> {
    let table = draft.schema.tables.get(at)?;
    let columns = 0..table.columns.len();
    let whole = columns.filter_map(|c| draft.verdict(at, c)).filter(|v| v.whole).map(|v| v.kind);
    let kinds: BTreeSet<Kind> = whole.collect();
    let has = |any: &[Kind]| any.iter().any(|k| kinds.contains(k));
    let referred = draft.schema.pointing_at(at).any(|(from, _)| from != at);
    let named = words::subject(&table.name)
        .filter(|_| has(&[Kind::Person, Kind::Email, Kind::Phone, Kind::User]));
    let plain = has(&[Kind::Person]) && has(&[Kind::Email, Kind::Phone]) && referred;
    named.or(plain.then_some(Subject::Customer))
}

fn known_by(draft: &mut Draft<'_>, at: TableAt) {
    let Some(table) = draft.schema.tables.get(at) else { return };
    // By the first number people are remembered where rows have no key that lasts.
    let main = keys::main(table).filter(|_| table.has_places());
    let others = (0..table.columns.len()).filter(|c| Some(*c) != main);
    for column in main.into_iter().chain(others) {
        let Some((fact, why)) = fact(draft, at, column) else { continue };
        // What the store makes of a name says nothing that its source does not.
        if fact == Fact::Name && table.columns.get(column).is_some_and(|c| c.generated) {
            continue;
        }
        let look = draft.evidence.samples.get(at).and_then(|s| s.columns.get(column));
        // With a country code in every number none has to be assumed.
        let abroad = look.is_some_and(|l| l.filled > 0 && l.international == l.filled);
        let country =
            draft.policy.filter(|_| fact == Fact::Phone && !abroad).map(|p| p.jurisdiction);
        // Samples do not show that every value is written in one way.
        let known =
            KnownBy { fact, column: draft.name(at, column).to_owned(), country, exact: false };
        if let Some(map) = draft.tables.get_mut(at) {
            map.known_by.push(known);
        }
        draft.because(at, &[column], why);
    }
}

/// The fact that a column of a table of people tells.
fn fact(draft: &Draft<'_>, at: TableAt, column: usize) -> Option<(Fact, Why)> {
    let table = draft.schema.tables.get(at)?;
    let described = table.columns.get(column)?;
    let verdict = draft.verdict(at, column).filter(|v| v.whole);
    let fact = match verdict.map(|v| v.kind) {
        _ if table.has_places() && keys::main(table) == Some(column) => {
            let rows = draft.evidence.samples.get(at).map_or(0, |s| s.rows);
            return Some((Fact::Id, Why::Differs(rows)));
        }
        _ if words::is_postal_code(&described.name) => Fact::PostalCode,
        Some(Kind::Email) => Fact::Email,
        Some(Kind::Phone) => Fact::Phone,
        Some(Kind::Person) => Fact::Name,
        Some(Kind::DateOfBirth) => Fact::Born,
        Some(Kind::User) => Fact::Id,
        _ if words::is_given_id(&described.name)
            && table.unique.iter().any(|u| u.contains(&column))
            && matches!(described.family, Family::Text(_) | Family::Integer | Family::Other) =>
        {
            Fact::Id
        }
        _ => return None,
    };
    let referring = table.references.iter().any(|r| r.columns.contains(&column));
    let why = verdict.map_or(Why::KnownAs(fact), Why::Holds);
    (!referring).then_some((fact, why))
}
