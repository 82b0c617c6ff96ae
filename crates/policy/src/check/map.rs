//! What is wrong with a data map: by itself, with the policy at hand, and beside the maps of other stores.
//!
//! Leaves to others: what the store's own schema and rows show (`abide-rights`).

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::called;
use crate::codes::Code;
use crate::data::{DataRef, Schema};
use crate::diagnostic::{Diagnostic, nearest};
use crate::map::{ColumnMap, Edge, Place, StoreMap, TableMap};
use crate::model::{Policy, Statement};
use crate::source::Places;
use crate::text::Id;
use crate::vocab::{Direction, Erasure, Fact, Subject};

/// The warnings that [`map_against`] looks for.
pub const AGAINST: &[Code] =
    &[Code::MapDataUndeclared, Code::MapKeepPeriod, Code::MapPersonStatement, Code::MapRegion];

/// The warnings of its own that [`check`] looks for.
const ALONE: &[Code] =
    &[Code::MapKnownByWeak, Code::MapStatementMissing, Code::MapEdgeKeep, Code::MapEdgeAccess];

/// Whether a map that is read by itself shows all problems of this kind. Other kinds of a map's problems come later, and so
/// does the question which of their acknowledgements are left over.
pub(crate) fn is_alone(code: Code) -> bool {
    !code.is_of_map() || ALONE.contains(&code) || code.is_error()
}

/// What a map shows by itself.
pub(crate) fn check(map: &StoreMap, places: &Places) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    place(map, places, &mut found);
    let tables: HashSet<&str> = map.tables.iter().map(|t| t.name.as_str()).collect();
    for table in &map.tables {
        people(table, &mut found);
        statement_missing(table, &mut found);
        for (i, edge) in table.edges.iter().enumerate() {
            At { map, table, edge, i }.check(&tables, &mut found);
        }
        same_edges(table, &mut found);
    }
    found
}

/// Two edges that say the same of the same rows.
fn same_edges(table: &TableMap, out: &mut Vec<Diagnostic>) {
    fn said(e: &Edge) -> impl Hash + Eq {
        let Edge { kind, columns, of_store, of, of_columns, .. } = e;
        (kind, columns, of_store, of, of_columns, whens(e))
    }
    for i in repeated(table.edges.iter().map(said)) {
        let name = table.edges.get(i).map(|e| format!("{} {}", e.kind, e.of)).unwrap_or_default();
        out.push(twice(&name, "edge").place(in_table(table, &format!("edge.{i}"))));
    }
}

fn whens(edge: &Edge) -> Vec<(&str, &str)> {
    edge.when.iter().map(|w| (w.column.as_str(), w.is.as_str())).collect()
}

/// The place of something in a table.
fn in_table(table: &TableMap, key: &str) -> String {
    format!("table.{}.{key}", table.name)
}

/// The numbers of the items that are there before.
fn repeated<T: Hash + Eq>(items: impl Iterator<Item = T>) -> impl Iterator<Item = usize> {
    let mut seen = HashSet::new();
    items.enumerate().filter_map(move |(i, item)| (!seen.insert(item)).then_some(i))
}

fn twice(name: &str, list: &str) -> Diagnostic {
    Diagnostic::new(Code::MapRepeated).with("name", name).with("list", list)
}

/// A store is in one place, and the file that says so holds no secrets.
fn place(map: &StoreMap, places: &Places, out: &mut Vec<Diagnostic>) {
    use crate::source::format::PLACE;
    match (places.has("store.place"), places.has("store.place-from")) {
        (true, true) => out.push(Diagnostic::new(Code::MapPlaceBoth).place("store.place-from")),
        (false, false) => {
            let d = Diagnostic::new(Code::KeyMissing).with("table", "`[store]`");
            let d = d.with("key", PLACE.key).with("doc", format!("{}; or `place-from`", PLACE.doc));
            out.push(d.place("store.place"));
        }
        _ => {}
    }
    if let Place::Here(place) = &map.place
        && has_password(place)
    {
        // Not at the line itself: what shows a problem shows its line.
        out.push(Diagnostic::new(Code::MapPlaceSecret).place("store"));
    }
}

/// Whether an address holds a password: `postgres://user:secret@host/`, `…?password=secret`, `password=secret host=…`.
fn has_password(place: &str) -> bool {
    let authority = place.split_once("://").map_or("", |(_, rest)| rest);
    let authority = authority.split(['/', '?', '#']).next().unwrap_or_default();
    let user = authority.rsplit_once('@').map_or("", |(user, _)| user);
    let secret = |key: &str| {
        let word =
            key.trim_end().rsplit([' ', '\t', '?', '&', ';', '/']).next().unwrap_or_default();
        let word = word.to_ascii_lowercase();
        ["password", "passwd", "pwd", "sslpassword"].contains(&word.as_str())
    };
    let keys = place.split('=').rev().skip(1);
    user.split_once(':').is_some_and(|(_, secret)| !secret.is_empty())
        || keys.into_iter().any(secret)
}

/// By what people are known, and whether that finds one of them.
fn people(table: &TableMap, out: &mut Vec<Diagnostic>) {
    let at = |i: usize, key: &str| in_table(table, &format!("known-by.{i}{key}"));
    for (i, known) in table.known_by.iter().enumerate() {
        if known.country.is_some() && known.fact != Fact::Phone {
            let d = Diagnostic::new(Code::MapKnownByCountry).with("fact", known.fact);
            out.push(d.place(at(i, ".country")));
        }
        if known.exact && !matches!(known.fact, Fact::Phone | Fact::Email) {
            let d = Diagnostic::new(Code::MapKnownByExact).with("fact", known.fact);
            out.push(d.place(at(i, ".exact")));
        }
    }
    for i in repeated(table.known_by.iter().map(|k| (k.fact, &k.column))) {
        let name = table.known_by.get(i).map(|k| format!("{} {}", k.fact, k.column));
        out.push(twice(&name.unwrap_or_default(), "known-by").place(at(i, "")));
    }
    let say = |code| Diagnostic::new(code).with("table", &table.name);
    if table.person.is_none() && !table.known_by.is_empty() {
        out.push(say(Code::MapKnownByPerson).place(in_table(table, "known-by")));
    } else if table.person.is_some() && !finds_one(table) {
        out.push(say(Code::MapKnownByWeak).place(in_table(table, "known-by")));
    }
}

/// Whether the facts of a table can tell one person from others: names are shared, and need a second fact.
fn finds_one(table: &TableMap) -> bool {
    let has = |facts: &[Fact]| table.known_by.iter().any(|k| facts.contains(&k.fact));
    has(&[Fact::Email, Fact::Phone, Fact::Id])
        || has(&[Fact::Name]) && has(&[Fact::Born, Fact::PostalCode])
}

/// Data that no statement covers has no purpose, recipient or period.
fn statement_missing(table: &TableMap, out: &mut Vec<Diagnostic>) {
    let bare = |c: &&ColumnMap| c.data.is_some() && c.statement.is_none();
    let names = table.columns.iter().filter(bare).map(|c| format!("`{}`", c.name));
    let names: Vec<String> = names.take(10).collect();
    if table.statement.is_none() && !names.is_empty() {
        let d = Diagnostic::new(Code::MapStatementMissing).with("table", &table.name);
        let d = d.with("columns", names.join(", "));
        out.push(d.place(format!("table.{}", table.name)));
    }
}

/// An edge, and where it stands.
struct At<'a> {
    map: &'a StoreMap,
    table: &'a TableMap,
    edge: &'a Edge,
    i: usize,
}

impl At<'_> {
    fn place(&self, key: &str) -> String {
        in_table(self.table, &format!("edge.{}.{key}", self.i))
    }

    fn check(&self, tables: &HashSet<&str>, out: &mut Vec<Diagnostic>) {
        self.lists(out);
        self.columns(out);
        self.target(tables, out);
        self.erasure(out);
        // Of another store's tables only the maps together know.
        if self.edge.of_store.is_none() {
            out.extend(self.caller(self.map));
        }
    }

    /// Only people call: whether the edge leads to some, by the map of the store to which it leads.
    fn caller(&self, there: &StoreMap) -> Option<Diagnostic> {
        let Edge { kind, of, caller, .. } = self.edge;
        let is_people = |t: &TableMap| t.name == *of && t.person.is_some();
        let said = *kind == Direction::OwnedBy && there.tables.iter().any(is_people);
        let idle = caller.is_some() && !said;
        idle.then(|| Diagnostic::new(Code::MapEdgeCaller).place(self.place("caller")))
    }

    /// No column is named twice in one list.
    fn lists(&self, out: &mut Vec<Diagnostic>) {
        let e = self.edge;
        let lists = [
            ("columns", &e.columns),
            ("of-columns", &e.of_columns),
            ("about", &e.about),
            ("hide", &e.hide),
        ];
        let whens =
            [("when", e.when.as_slice()), ("caller", e.caller.as_deref().unwrap_or_default())]
                .map(|(key, list)| (key, list.iter().map(|w| &w.column).collect::<Vec<_>>()));
        let lists = lists.map(|(key, list)| (key, list.iter().collect::<Vec<_>>()));
        for (key, list) in lists.into_iter().chain(whens) {
            for i in repeated(list.iter()) {
                let name = list.get(i).map_or("", |n| n.as_str());
                out.push(twice(name, key).place(self.place(&format!("{key}.{i}"))));
            }
        }
    }

    fn columns(&self, out: &mut Vec<Diagnostic>) {
        let (columns, of) = (self.edge.columns.len(), self.edge.of_columns.len());
        if columns == 0 {
            let d = Diagnostic::new(Code::ValueEmpty).with("key", "columns");
            out.push(d.place(self.place("columns")));
        } else if of != 0 && of != columns {
            let d = Diagnostic::new(Code::MapEdgeColumns).with("of", &self.edge.of);
            let d = d.with("columns", columns).with("others", of);
            out.push(d.place(self.place("of-columns")));
        }
    }

    fn target(&self, tables: &HashSet<&str>, out: &mut Vec<Diagnostic>) {
        match &self.edge.of_store {
            Some(store) if *store == self.map.id => {
                let d = Diagnostic::new(Code::MapEdgeStore).with("store", store);
                out.push(d.place(self.place("of-store")));
            }
            None if !tables.contains(self.edge.of.as_str()) => {
                out.push(
                    unknown("table", &self.edge.of, tables.iter().copied()).place(self.place("of")),
                );
            }
            _ => {}
        }
    }

    fn erasure(&self, out: &mut Vec<Diagnostic>) {
        let Some(erase) = self.edge.erase else { return };
        let place = self.place("erase");
        let owning = match self.edge.kind {
            Direction::AccessedBy => Direction::OwnedBy,
            Direction::Accesses => Direction::Owns,
            Direction::OwnedBy | Direction::Owns => {
                if let (Erasure::Delete, Some(keep)) = (erase, &self.table.keep) {
                    let d = Diagnostic::new(Code::MapEdgeKeep).with("table", &self.table.name);
                    out.push(d.with("statement", keep).place(place));
                }
                return;
            }
        };
        let d = Diagnostic::new(Code::MapEdgeAccess).with("kind", self.edge.kind);
        out.push(d.with("owning", owning).place(place));
    }
}

/// A name that nothing has, with the nearest that something has; of very many names only the first are compared.
fn unknown<'a>(kind: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let d = Diagnostic::new(Code::ReferenceUnknown).with("kind", kind).with("id", id);
    match nearest(id, known.take(300)) {
        Some(near) => d.fixed_by(near),
        None => d,
    }
}

/// What a map says of its policy and the policy does not bear out; places are in the words of the map file.
#[must_use]
pub fn map_against(map: &StoreMap, policy: &Policy) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if map.policy != policy.name {
        let known = std::iter::once(policy.name.as_str());
        found.push(unknown("policy", map.policy.as_str(), known).place("store.policy"));
        return found;
    }
    let statements = policy.statements.iter().map(|s| (&s.id, s)).collect();
    let against = Against { map, policy, statements, schema: policy.schema() };
    against.region(&mut found);
    for table in &map.tables {
        against.keep(table, &mut found);
        against.person(table, &mut found);
        against.statement(table.statement.as_ref(), in_table(table, "statement"), &mut found);
        for column in &table.columns {
            against.column(table, column, &mut found);
        }
    }
    found
}

/// A map beside its policy.
struct Against<'a> {
    map: &'a StoreMap,
    policy: &'a Policy,
    statements: HashMap<&'a Id, &'a Statement>,
    schema: Schema,
}

impl<'a> Against<'a> {
    fn named(&self, id: &Id) -> Option<&'a Statement> {
        self.statements.get(id).copied()
    }

    fn region(&self, out: &mut Vec<Diagnostic>) {
        let known = || self.policy.regions.iter().map(|r| r.id.as_str());
        if let Some(region) = &self.map.region
            && !known().any(|r| r == region.as_str())
        {
            out.push(unknown("region", region.as_str(), known()).place("store.region"));
        }
    }

    /// A statement that is named exists, and has its data where the store is.
    fn statement(&self, id: Option<&Id>, place: String, out: &mut Vec<Diagnostic>) {
        let Some(id) = id else { return };
        let Some(statement) = self.named(id) else {
            let known = self.policy.statements.iter().map(|s| s.id.as_str());
            return out.push(unknown("statement", id.as_str(), known).place(place));
        };
        if let Some(region) = &self.map.region
            && self.policy.regions.iter().any(|r| r.id == *region)
            && !statement.regions.is_empty()
            && !statement.regions.contains(region)
        {
            let d = Diagnostic::new(Code::MapRegion).with("statement", called(statement));
            out.push(d.with("region", region).place(place));
        }
    }

    /// What must stay must not stay for ever.
    fn keep(&self, table: &TableMap, out: &mut Vec<Diagnostic>) {
        self.statement(table.keep.as_ref(), in_table(table, "keep"), out);
        let Some(statement) = table.keep.as_ref().and_then(|id| self.named(id)) else { return };
        if statement.retention.period.is_none() {
            let d = Diagnostic::new(Code::MapKeepPeriod).with("table", &table.name);
            out.push(d.with("statement", called(statement)).place(in_table(table, "keep")));
        }
    }

    /// One of the statements of a table of people is about people of this kind.
    fn person(&self, table: &TableMap, out: &mut Vec<Diagnostic>) {
        let Some(person) = table.person else { return };
        let ids = table.columns.iter().filter_map(|c| c.statement.as_ref());
        let statements: Vec<&Statement> =
            ids.chain(&table.statement).filter_map(|id| self.named(id)).collect();
        if !statements.is_empty() && !statements.iter().any(|s| is_about(s, person)) {
            let d = Diagnostic::new(Code::MapPersonStatement).with("table", &table.name);
            out.push(d.with("person", person).place(in_table(table, "person")));
        }
    }

    fn column(&self, table: &TableMap, column: &ColumnMap, out: &mut Vec<Diagnostic>) {
        let at = |key: &str| in_table(table, &format!("column.{}.{key}", column.name));
        self.statement(column.statement.as_ref(), at("statement"), out);
        let Some(data) = &column.data else { return };
        if !self.schema.contains(data) {
            let d = Diagnostic::new(Code::DataRefUnknown).with("name", data).place(at("data"));
            let near = nearest(data.as_str(), self.schema.names().map(DataRef::as_str));
            return out.push(near.map_or(d.clone(), |n| d.fixed_by(n)));
        }
        let id = column.statement.as_ref().or(table.statement.as_ref());
        let Some(statement) = id.and_then(|id| self.named(id)) else { return };
        if !self.declares(statement, data) {
            let d = Diagnostic::new(Code::MapDataUndeclared).with("column", &column.name);
            let d = d.with("data", data).with("statement", called(statement));
            out.push(d.place(at("data")));
        }
    }

    /// Whether a statement declares an element, or every leaf of a set.
    fn declares(&self, statement: &Statement, data: &DataRef) -> bool {
        let covers = |name: &DataRef| statement.data.iter().any(|d| d.name.covers(name));
        covers(data) || self.schema.leaves(data).all(covers)
    }
}

/// Whether a statement is about people of this kind; one that says nothing is about all.
fn is_about(statement: &Statement, person: Subject) -> bool {
    statement.subjects.is_empty() || statement.subjects.contains(person)
}

/// What the maps of an organisation's stores show beside each other: with each problem, which of the maps it is in.
#[must_use]
pub fn maps_together(maps: &[&StoreMap]) -> Vec<(usize, Diagnostic)> {
    let mut found = Vec::new();
    for i in repeated(maps.iter().map(|m| &m.id)) {
        let id = maps.get(i).map_or("", |m| m.id.as_str());
        let d = Diagnostic::new(Code::IdDuplicate).with("kind", "store").with("id", id);
        found.push((i, d.place("store.id")));
    }
    let tables = |m: &'_ &StoreMap| m.tables.iter().map(|t| t.name.clone()).collect();
    let stores: HashMap<&Id, HashSet<String>> = maps.iter().map(|m| (&m.id, tables(m))).collect();
    for (n, map) in maps.iter().enumerate() {
        for table in &map.tables {
            for (i, edge) in table.edges.iter().enumerate() {
                let at = At { map, table, edge, i };
                found.extend(elsewhere(&at, &stores).map(|d| (n, d)));
                let there = maps.iter().find(|m| Some(&m.id) == edge.of_store.as_ref());
                found.extend(there.and_then(|m| at.caller(m)).map(|d| (n, d)));
            }
        }
    }
    found
}

/// An edge to another store leads to one of the stores, and to one of its tables.
fn elsewhere(at: &At<'_>, stores: &HashMap<&Id, HashSet<String>>) -> Option<Diagnostic> {
    let store = at.edge.of_store.as_ref().filter(|s| **s != at.map.id)?;
    let Some(tables) = stores.get(store) else {
        let known = stores.keys().map(|id| id.as_str());
        return Some(unknown("store", store.as_str(), known).place(at.place("of-store")));
    };
    let missing = !tables.contains(&at.edge.of);
    let known = tables.iter().map(String::as_str);
    missing.then(|| unknown("table", &at.edge.of, known).place(at.place("of")))
}
