//! What columns hold, in the policy's words; which statement covers a table; since when rows are held.

use std::collections::BTreeMap;

use abide_detect::Kind;
use abide_policy::data::DataRef;
use abide_policy::map::ColumnMap;
use abide_policy::model::{Policy, Statement};
use abide_policy::text::Id;
use abide_policy::vocab::{Category, Direction, Fact, Subject, Treatment};
use abide_stores::schema::{Family, Table};
use abide_stores::{ColumnAt, TableAt};

use super::{Draft, Why, keys};
use crate::sample::words;

pub(super) fn propose(draft: &mut Draft<'_>) {
    let says = |draft: &Draft<'_>, at: TableAt| {
        draft.tables.get(at).is_some_and(|t| t.person.is_some() || !t.edges.is_empty())
    };
    for at in (0..draft.tables.len()).filter(|at| says(draft, *at)).collect::<Vec<_>>() {
        since(draft, at);
        columns(draft, at);
        statement(draft, at);
    }
    inherit(draft);
}

fn since(draft: &mut Draft<'_>, at: TableAt) {
    let Some(table) = draft.schema.tables.get(at) else { return };
    let looks = draft.evidence.samples.get(at).map(|s| &s.columns);
    let tells = |c: &ColumnAt| {
        let family = table.columns.get(*c).map(|d| d.family);
        let days =
            looks.and_then(|l| l.get(*c)).is_some_and(|l| l.filled > 0 && l.days == l.filled);
        family.is_some_and(crate::plan::is_time) || days
    };
    let Some(column) = words::since(table).find(tells) else { return };
    let name = draft.name(at, column).to_owned();
    if let Some(map) = draft.tables.get_mut(at) {
        map.since = Some(name);
    }
    draft.because(at, &[column], Why::Days);
}

fn columns(draft: &mut Draft<'_>, at: TableAt) {
    let Some(table) = draft.schema.tables.get(at) else { return };
    for (column, described) in table.columns.iter().enumerate() {
        let names_rows = table.has_places() && keys::main(table) == Some(column);
        if refers(draft, at, column) || described.generated || names_rows {
            continue;
        }
        let verdict = draft.verdict(at, column);
        let (kind, free, why) = match verdict {
            Some(v) => (Some(v.kind).filter(|_| v.whole), !v.whole, Why::Holds(v)),
            None if is_free_text(table, column) => (None, true, Why::FreeText),
            None if is_known_by(draft, at, column) => {
                (Some(Kind::Id), false, Why::KnownAs(Fact::Id))
            }
            None => continue,
        };
        let map = ColumnMap {
            name: described.name.clone(),
            data: data(draft, at, &described.name, kind),
            statement: None,
            provided: false,
            erase: treatment(table, column, free),
        };
        if let Some(t) = draft.tables.get_mut(at) {
            t.columns.push(map);
        }
        draft.because(at, &[column], why);
    }
}

/// Whether a column is part of a reference: what it holds is said where it refers to.
fn refers(draft: &Draft<'_>, at: TableAt, column: ColumnAt) -> bool {
    let declared = draft
        .schema
        .tables
        .get(at)
        .is_some_and(|t| t.references.iter().any(|r| r.columns.contains(&column)));
    let personal = draft.verdict(at, column).is_some();
    let name = draft.name(at, column);
    let edges = draft.tables.get(at).map(|t| t.edges.as_slice()).unwrap_or_default();
    declared || (!personal && edges.iter().any(|e| e.columns.iter().any(|c| c == name)))
}

fn is_known_by(draft: &Draft<'_>, at: TableAt, column: ColumnAt) -> bool {
    let name = draft.name(at, column);
    draft.tables.get(at).is_some_and(|t| t.known_by.iter().any(|k| k.column == name))
}

fn is_free_text(table: &Table, column: ColumnAt) -> bool {
    const FREE: &[&str] = &[
        "body",
        "comment",
        "content",
        "description",
        "note",
        "message",
        "payload",
        "remark",
        "subject",
        "summary",
        "text",
        "transcript",
        "answer",
        "question",
        "feedback",
        "custom",
        "extra",
    ];
    let Some(column) = table.columns.get(column) else { return false };
    let named = words::words(&column.name).last().is_some_and(|w| FREE.contains(&w.as_str()));
    named && matches!(column.family, Family::Text(None) | Family::Json | Family::Other)
}

fn treatment(table: &Table, column: ColumnAt, free: bool) -> Option<Treatment> {
    match free {
        _ if table.is_unique(column) => Some(Treatment::Unique),
        true => Some(Treatment::Redact),
        false => None,
    }
}

/// The element of the policy that names what a column holds: with the kind's category, and the most words in common.
fn data(draft: &Draft<'_>, at: TableAt, column: &str, kind: Option<Kind>) -> Option<DataRef> {
    let Some(policy) = draft.policy else { return kind.and_then(base) };
    let map = draft.tables.get(at)?;
    let schema = policy.schema();
    let category = kind.map_or(Category::Content, Kind::category);
    let (table, column) = (words::words(&map.name), words::words(column));
    let owners: Vec<String> = map.edges.iter().flat_map(|e| words::words(&e.of)).collect();
    let mut best: Option<(usize, &DataRef)> = None;
    let statements = policy.statements.iter().filter(|s| may_be_about(s, map.person));
    for used in statements.flat_map(|s| &s.data) {
        if !used.categories(&schema).contains(category) {
            continue;
        }
        let own = words::words(used.name.as_str());
        let common = |with: &[String]| own.iter().filter(|w| with.contains(w)).count();
        let kin = own.iter().filter(|w| kin(kind).contains(&w.as_str())).count();
        let score = 5 * common(&table) + 2 * common(&column) + 2 * kin + common(&owners);
        if score > 0 && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, &used.name));
        }
    }
    best.map(|(_, name)| name.clone())
}

/// Words in names of elements that hold a kind.
const fn kin(kind: Option<Kind>) -> &'static [&'static str] {
    match kind {
        Some(Kind::Person) => &["name"],
        Some(Kind::Email) => &["email", "address", "online"],
        Some(Kind::Phone) => &["number", "telephone", "phone", "mobile", "telecom", "address"],
        Some(Kind::Address) => &["address", "postal", "street"],
        Some(Kind::DateOfBirth) => &["bdate", "birth"],
        Some(Kind::User | Kind::Secret) => &["login", "account"],
        Some(Kind::Ip) => &["clientip", "ip"],
        Some(Kind::Iban | Kind::Account | Kind::Card) => &["payment", "bank"],
        None => &["content", "note"],
        _ => &[],
    }
}

/// The element of the base schema for a kind, where no policy says more.
fn base(kind: Kind) -> Option<DataRef> {
    let name = match kind {
        Kind::Person => "user.name",
        Kind::Email => "user.home-info.online.email",
        Kind::Phone => "user.home-info.telecom.telephone",
        Kind::Address => "user.home-info.postal",
        Kind::DateOfBirth => "user.bdate",
        Kind::User => "user.login.id",
        Kind::Secret => "user.login.password",
        Kind::Ip => "dynamic.clickstream.clientip",
        _ => return None,
    };
    name.parse().ok()
}

/// The statement that declares most of a table's columns; of several the one that shares a word with the table.
fn statement(draft: &mut Draft<'_>, at: TableAt) {
    let (Some(policy), Some(map)) = (draft.policy, draft.tables.get(at)) else { return };
    let name = words::words(&map.name);
    let mut scores: BTreeMap<&Id, (usize, usize)> = BTreeMap::new();
    for statement in policy.statements.iter().filter(|s| may_be_about(s, map.person)) {
        let named = words::words(statement.id.as_str()).iter().filter(|w| name.contains(w)).count();
        let data = map.columns.iter().filter_map(|c| c.data.as_ref());
        let covered = data.filter(|d| declares(statement, d)).count();
        scores.insert(&statement.id, (covered, named));
    }
    let best = scores.iter().max_by_key(|(_, (covered, named))| 2 * covered + 3 * named);
    let Some((id, (covered, named))) = best.filter(|(_, (covered, named))| covered + named > 0)
    else {
        return;
    };
    let why = if *named > 0 { Why::Named } else { Why::Covers(*covered) };
    let (id, policy) = ((*id).clone(), policy);
    if let Some(map) = draft.tables.get_mut(at) {
        for column in &mut map.columns {
            column.statement = other(policy, &id, column.data.as_ref());
        }
        map.statement = Some(id);
    }
    draft.because(at, &[], why);
}

/// Whether a statement is about people of a kind; one that says nothing is about all, and a table of no people may be of any.
fn may_be_about(statement: &Statement, person: Option<Subject>) -> bool {
    let said = statement.subjects;
    said.is_empty() || person.is_none_or(|p| said.contains(p))
}

fn declares(statement: &Statement, data: &DataRef) -> bool {
    statement.data.iter().any(|d| d.name.covers(data))
}

/// The statement of a column whose data that of its table does not declare.
fn other(policy: &Policy, id: &Id, data: Option<&DataRef>) -> Option<Id> {
    let data = data.filter(|d| !policy.statement(id).is_some_and(|s| declares(s, d)))?;
    policy.statements.iter().find(|s| declares(s, data)).map(|s| s.id.clone())
}

/// A table without a statement has that of the table to which it belongs.
fn inherit(draft: &mut Draft<'_>) {
    for _ in 0..draft.tables.len() {
        let mut more = Vec::new();
        for (at, table) in draft.tables.iter().enumerate().filter(|(_, t)| t.statement.is_none()) {
            let owner = table.edges.iter().find(|e| e.kind == Direction::OwnedBy);
            let of = owner.and_then(|e| draft.tables.iter().find(|t| t.name == e.of));
            more.extend(of.and_then(|t| t.statement.clone()).map(|id| (at, id)));
        }
        if more.is_empty() {
            break;
        }
        for (at, id) in more {
            if let Some(table) = draft.tables.get_mut(at) {
                table.statement = Some(id);
            }
            draft.because(at, &[], Why::Inherited);
        }
    }
}
