//! The ownership cases of K9db's end-to-end tests, on SQLite and PostgreSQL.
//!
//! Annotations become plain tables and edges of a map; inserts, requests and questions are replayed and compared, block by
//! block. What deliberately differs stands in `ownership-deviations.txt`, with what is given instead and why: a line there fails that
//! no longer differs, or differs in another way, or excuses a request for access or erasure. [`MOST`] says how long the list may be.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use abide_policy::map::{Edge, Place, StoreMap, TableMap};
use abide_policy::vocab::{Direction, Erasure, StoreKind, Subject as Kind};
use abide_stores::Value;
use abide_tests::postgres::Postgres as Server;

use crate::world::{Base, Ran, World};

pub(crate) const CASES: &[&str] = &["delf_medical_retain", "medical", "varown", "websubmit"];

/// So many differences there are; a list that got shorter may not grow again.
const MOST: usize = 26;

/// So many requests for access and erasure the cases have.
const REQUESTS: usize = 20;

#[tokio::test]
async fn sqlite_answers_as_the_corpus_expects() {
    replay_all("sqlite", |_| Base::sqlite()).await;
}

#[tokio::test]
async fn postgresql_answers_as_the_corpus_expects() {
    let Some(server) = Server::start() else { return };
    replay_all("postgresql", |name| Base::postgres(&server, name)).await;
}

async fn replay_all(which: &str, base: impl Fn(&str) -> Base) {
    let Some(corpus) = abide_tests::corpus("ownership") else { return };
    let (known, mut met, mut wrong) = (deviations(), BTreeSet::new(), Vec::new());
    let (mut compared, mut requests) = (0, 0);
    for case in CASES {
        let folder = corpus.join(case);
        for name in scripts(&folder) {
            let base = base(&format!("{case}-{name}"));
            let blocks = Replay::new(&folder, base).await.run(&folder, &name).await;
            for (number, (statement, expected, given)) in blocks.into_iter().enumerate() {
                let is_request = statement.starts_with("GDPR");
                compared += 1;
                requests += usize::from(is_request);
                let place = format!("{case}/{name} {}", number + 1);
                if expected == given {
                    continue;
                }
                // No reason excuses a request that is answered wrongly.
                let excused = known.get(&place).filter(|_| !is_request);
                if excused != Some(&written(&given)) {
                    wrong.push(format!(
                        "{place} `{statement}`: expected {expected:?}, given {given:?}, in the list {excused:?}"
                    ));
                }
                met.insert(place);
            }
        }
    }
    assert!(wrong.is_empty(), "{which}: {wrong:#?}");
    assert!(compared > 60, "{compared} statements were compared");
    assert_eq!(requests, REQUESTS, "requests for access and erasure were compared");
    let closed: Vec<&String> = known.keys().filter(|k| !met.contains(*k)).collect();
    assert!(closed.is_empty(), "no longer different: take them out of the list: {closed:?}");
    assert_eq!(known.len(), MOST, "a shorter list: lower its limit; a longer one: it may not grow");
}

/// Place of each difference, and what is given there.
fn deviations() -> BTreeMap<String, String> {
    let mut known = BTreeMap::new();
    let lines = include_str!("ownership-deviations.txt").lines();
    for line in lines.filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let (place, rest) = line.split_once(" gives ").unwrap();
        let (given, reason) = rest.split_once(": ").unwrap();
        assert!(!reason.is_empty(), "{line}");
        assert_eq!(known.insert(place.to_owned(), given.to_owned()), None, "twice: {line}");
    }
    known
}

/// Rows as the list of differences writes them.
fn written(rows: &[String]) -> String {
    if rows.is_empty() { "nothing".to_owned() } else { rows.join(", ") }
}

fn scripts(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let mut names: Vec<String> = files
        .filter(|f| f.extension().is_some_and(|e| e == "txt"))
        .map(|f| f.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

/// The statements of a file: each ends at a line end that no backslash precedes.
fn statements(path: &Path) -> Vec<String> {
    let Ok(text) = std::fs::read_to_string(path) else { return Vec::new() };
    let joined = text.replace("\\\n", " ");
    joined
        .lines()
        .map(|l| l.trim().trim_end_matches(';').to_owned())
        .filter(|l| !l.is_empty())
        .collect()
}

/// The expected results, block by block.
fn expected(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut blocks = vec![Vec::new()];
    for line in text.lines() {
        match line {
            ";" => blocks.push(Vec::new()),
            "" => {}
            row => blocks.last_mut().unwrap().push(row.to_owned()),
        }
    }
    if blocks.last().is_some_and(Vec::is_empty) {
        blocks.pop();
    }
    blocks.iter_mut().for_each(|b| b.sort());
    blocks
}

pub(crate) struct Replay {
    pub(crate) base: Base,
    pub(crate) map: StoreMap,
}

impl Replay {
    pub(crate) async fn new(folder: &Path, base: Base) -> Self {
        let mut map = StoreMap {
            id: "store".parse().unwrap(),
            kind: StoreKind::Sqlite,
            place: Place::Here("store.db".to_owned()),
            region: None,
            policy: "service".parse().unwrap(),
            backups: None,
            read_only: false,
            by_hand: None,
            acknowledged: Vec::new(),
            tables: Vec::new(),
        };
        for statement in statements(&folder.join("schema.sql")) {
            let (table, sql) = translate(&statement, base.is_sqlite());
            base.run(&sql).await.unwrap();
            map.tables.push(table);
        }
        let replay = Self { base, map };
        for insert in statements(&folder.join("inserts.sql")) {
            if !insert.starts_with("CTX") {
                replay.base.run(&named(&insert)).await.unwrap();
            }
        }
        replay
    }

    /// Each statement with what it should give and what it gives.
    async fn run(&self, folder: &Path, name: &str) -> Vec<(String, Vec<String>, Vec<String>)> {
        let statements = statements(&folder.join(format!("{name}.sql")));
        let expected = expected(&folder.join(format!("{name}.txt")));
        assert_eq!(statements.len(), expected.len(), "{name}");
        let mut results = Vec::new();
        for (statement, expected) in statements.into_iter().zip(expected) {
            let given = self.answer(&statement).await;
            results.push((statement, expected, given));
        }
        results
    }

    async fn answer(&self, statement: &str) -> Vec<String> {
        let words: Vec<&str> = statement.split_whitespace().collect();
        match words.as_slice() {
            ["GDPR", what, table, key] => {
                let world = World::new(&self.base, self.map.clone()).await;
                let key = key
                    .parse()
                    .map_or_else(|_| Value::from(key.trim_matches('\'')), Value::Integer);
                let subject = world.subject(table, vec![key]);
                if *what == "GET" {
                    return world.seen(&subject).await;
                }
                let (deleted, changed) = world.erase(&[subject]).await;
                vec![format!("update # = {}", deleted + changed)]
            }
            ["CTX", ..] => vec!["a context of K9db".to_owned()],
            _ => match self.base.run(&named(statement)).await {
                Ok(Ran::Rows(rows)) => rows,
                Ok(Ran::Touched(count)) => vec![format!("update # = {count}")],
                Err(_) => vec!["!error!".to_owned()],
            },
        }
    }
}

/// `user` is a word of SQL.
fn named(sql: &str) -> String {
    sql.replace(" user ", " \"user\" ").replace(" user(", " \"user\"(")
}

/// A table with annotations as a plain table and what the map says about it.
fn translate(statement: &str, sqlite: bool) -> (TableMap, String) {
    let person = statement.contains("DATA_SUBJECT");
    let plain = statement.replace("DATA_SUBJECT ", "");
    let (head, body) = plain.split_once('(').unwrap();
    let name = head.split_whitespace().last().unwrap().to_owned();
    let body = body.rsplit_once(')').unwrap().0;
    let (mut edges, mut lines) = (Vec::new(), Vec::new());
    for item in items(body) {
        let words: Vec<&str> = item.split_whitespace().collect();
        let annotation = words.iter().position(|w| kind(w).is_some());
        let mut line = item.clone();
        if let Some(at) = annotation {
            let column =
                if words[0] == "FOREIGN" { words[2].trim_matches(['(', ')']) } else { words[0] };
            let (of, key) = words[at + 1].split_once('(').unwrap();
            edges.push(Edge {
                kind: kind(words[at]).unwrap(),
                columns: vec![column.to_owned()],
                of_store: None,
                of: of.to_owned(),
                of_columns: vec![key.trim_matches(')').to_owned()],
                when: Vec::new(),
                caller: None,
                about: Vec::new(),
                erase: None,
                hide: Vec::new(),
            });
            line = line.replace(words[at], "REFERENCES");
        }
        lines.push(typed(&named(&line), sqlite));
    }
    let sql = format!("CREATE TABLE \"{name}\" ({})", lines.join(", "));
    let table = TableMap {
        name,
        person: person.then_some(Kind::Customer),
        known_by: Vec::new(),
        statement: None,
        since: None,
        period_from: None,
        duration: None,
        erase: Erasure::Delete,
        keep: None,
        edges,
        columns: Vec::new(),
    };
    (table, sql)
}

fn kind(word: &str) -> Option<Direction> {
    Some(match word {
        "OWNED_BY" => Direction::OwnedBy,
        "OWNS" => Direction::Owns,
        "ACCESSED_BY" => Direction::AccessedBy,
        "ACCESSES" => Direction::Accesses,
        _ => return None,
    })
}

/// The items between the commas outside parentheses.
fn items(body: &str) -> Vec<String> {
    let (mut depth, mut items) = (0, vec![String::new()]);
    for c in body.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        items.last_mut().unwrap().push(c);
    }
    items.into_iter().map(|i| i.trim().to_owned()).collect()
}

/// `MySQL`'s types in either dialect.
fn typed(line: &str, sqlite: bool) -> String {
    if sqlite {
        return line.replace("int AUTO_INCREMENT", "INTEGER");
    }
    line.replace("AUTO_INCREMENT", "GENERATED BY DEFAULT AS IDENTITY")
        .replace("datetime", "timestamp")
}
