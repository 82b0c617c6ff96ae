//! How much of the store's own map its schema and rows alone give, and what checking it against them shows.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use abide_detect::Finder;
use abide_example_centre::map;
use abide_policy::map::{KnownBy, StoreMap, TableMap};
use abide_policy::source::{read_map, read_policy};
use abide_policy::vocab::{Fact, Vocabulary as _};
use abide_rights::atlas::{Atlas, Part};
use abide_rights::check::{Severity, What, check};
use abide_rights::discover::{discover, gather};
use abide_rights::open;
use abide_stores::sqlite::Sqlite;
use abide_stores::{Mode, Store as _, Value};

use crate::common::{Centre, ORDER};

/// What of a map is compared, and how much of it must be proposed and right, in percent.
type Compared = (&'static str, fn(&StoreMap) -> BTreeSet<String>, usize, usize);

const PARTS: &[Compared] = &[
    ("people and edges", ownership, 92, 86),
    ("facts", facts, 100, 86),
    ("columns", columns, 69, 87),
];

/// The same of the folder into which the database is written, table by table: files declare neither keys nor references.
const OF_FILES: &[Compared] = &[
    ("people and edges", ownership, 90, 84),
    ("facts", facts, 100, 88),
    ("columns", columns, 69, 85),
];

fn ownership(map: &StoreMap) -> BTreeSet<String> {
    let people = map.tables.iter().filter(|t| t.person.is_some()).map(|t| t.name.clone());
    let edges = map.tables.iter().flat_map(|t| {
        t.edges.iter().map(move |e| {
            let (kind, columns) = (e.kind.word(), e.columns.join("+"));
            format!("{}.{columns} {kind} {} {:?}", t.name, e.of, e.when)
        })
    });
    people.chain(edges).collect()
}

fn facts(map: &StoreMap) -> BTreeSet<String> {
    let known = |t: &abide_policy::map::TableMap| {
        t.known_by
            .iter()
            .map(|k| format!("{}.{} {}", t.name, k.column, k.fact.word()))
            .collect::<Vec<_>>()
    };
    map.tables.iter().flat_map(known).collect()
}

fn columns(map: &StoreMap) -> BTreeSet<String> {
    let named = |t: &abide_policy::map::TableMap| {
        t.columns.iter().map(|c| format!("{}.{}", t.name, c.name)).collect::<Vec<_>>()
    };
    map.tables.iter().flat_map(named).collect()
}

#[test]
fn most_of_the_map_is_proposed_and_the_whole_one_has_no_hole() {
    let centre = Centre::new(&ORDER);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(compare(centre.path()));
}

async fn compare(folder: &Path) {
    let store = Sqlite::open("centre", &folder.join("centre.db")).await.unwrap();
    let policy = read_policy(include_str!("../../../service-1.toml")).value.unwrap();
    let hand = read_map(&map(false)).value.unwrap();
    let finder = Finder::default();
    let (schema, evidence) = gather(&store, &finder, &mut |_, _| ()).await.unwrap();
    let empty = StoreMap { tables: Vec::new(), ..hand.clone() };
    let proposed = discover(empty, &schema, &evidence, Some(&policy)).map;
    compare_parts(PARTS, &hand, &proposed);
    let atlas =
        Atlas::new(vec![Part { map: hand, schema, policy: Some(Arc::new(policy)) }]).unwrap();
    let stores: Vec<Arc<dyn abide_stores::Store>> = vec![Arc::new(store)];
    let today = jiff::civil::date(2026, 11, 26);
    let found = check(&atlas, &stores, &finder, today, &mut |_, _| ()).await.unwrap().findings;
    // The store has been running for longer than its policy allows: that is meant.
    let errors: Vec<String> = found
        .iter()
        .filter(|f| f.severity == Severity::Error && f.what != What::Overdue)
        .map(|f| format!("{} {}", f.place, f.sentence()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(found.iter().any(|f| f.what == What::Overdue));
    assert!(
        !found.iter().any(|f| f.what == What::NoBackups),
        "the day on which backups forget is told"
    );
}

fn compare_parts(parts: &[Compared], hand: &StoreMap, proposed: &StoreMap) {
    for (name, part, recall, precision) in parts {
        let (wanted, given) = (part(hand), part(proposed));
        let right = wanted.intersection(&given).count();
        let told =
            format!("{name}: {right} right of {} wanted, {} proposed", wanted.len(), given.len());
        println!("{told}");
        assert!(right * 100 >= wanted.len() * recall, "{told}: {:#?}", wanted.difference(&given));
        assert!(right * 100 >= given.len() * precision, "{told}: {:#?}", given.difference(&wanted));
    }
}

/// The file into which a table goes: every second one is CSV.
fn file(at: usize, table: &str) -> String {
    format!("{table}.{}", if at.is_multiple_of(2) { "csv" } else { "jsonl" })
}

/// Writes the tables of a centre as files beside its recordings and transcripts. Tells their names.
async fn unload(folder: &Path) -> Vec<(String, String)> {
    let store = Sqlite::open("centre", &folder.join("centre.db")).await.unwrap();
    let schema = store.schema().await.unwrap();
    let mut session = store.session(Mode::Read).await.unwrap();
    let mut names = Vec::new();
    for (at, table) in schema.tables.iter().enumerate() {
        let want: Vec<usize> = (0..table.columns.len()).collect();
        let columns: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        let name = file(at, &table.name);
        let mut text =
            if name.ends_with(".csv") { columns.join(",") + "\n" } else { String::new() };
        let mut sink = |row: abide_stores::Row| {
            text += &if name.ends_with(".csv") {
                let field = |v: &Value| match v.text() {
                    Some(text) => format!("\"{}\"", text.replace('"', "\"\"")),
                    None => String::new(),
                };
                row.values.iter().map(field).collect::<Vec<_>>().join(",")
            } else {
                let member = |(name, value): (&&str, &Value)| {
                    let value = match value {
                        Value::Null => serde_json::Value::Null,
                        Value::Integer(number) => (*number).into(),
                        other => other.text().unwrap_or_default().into(),
                    };
                    ((*name).to_owned(), value)
                };
                let object: serde_json::Map<_, _> =
                    columns.iter().zip(&row.values).map(member).collect();
                serde_json::to_string(&object).unwrap()
            };
            text.push('\n');
            ControlFlow::Continue(())
        };
        session.sweep(at, &want, &mut sink).await.unwrap();
        std::fs::write(folder.join("files").join(&name), text).unwrap();
        names.push((table.name.clone(), name));
    }
    names
}

/// The maps of the database and of the files beside it, as one map of files.
fn of_files(names: &[(String, String)]) -> StoreMap {
    let mut map = read_map(include_str!("../../files.toml")).value.unwrap();
    map.tables.extend(read_map(&abide_example_centre::map(false)).value.unwrap().tables);
    let named = |name: &str| {
        names.iter().find(|(table, _)| table == name).map_or(name, |(_, file)| file).to_owned()
    };
    for table in &mut map.tables {
        table.name = named(&table.name);
        for edge in &mut table.edges {
            (edge.of, edge.of_store) = (named(&edge.of), None);
        }
        // A key that is called as one of a file's own columns has another name.
        for column in table.columns.iter_mut().filter(|c| c.name == "path") {
            column.name = "row.path".to_owned();
        }
        // People are remembered by a number, since rows in files have no key.
        if table.person.is_some() {
            let column = "id".to_owned();
            table
                .known_by
                .insert(0, KnownBy { fact: Fact::Id, column, country: None, exact: false });
        }
    }
    map
}

#[test]
fn most_of_the_map_is_proposed_from_files_alone() {
    let centre = Centre::new(&ORDER);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let hand = of_files(&unload(centre.path()).await);
        let place = centre.path().join("files");
        let place = place.to_str().unwrap();
        let kinds = open::kinds("files", place, &|_| None).await.unwrap();
        let named = |t: &TableMap| kinds.globs.contains(&t.name);
        assert!(hand.tables.iter().all(named), "{:?}", kinds.globs);
        let tables = kinds.globs.into_iter().map(TableMap::bare).collect();
        let bare = StoreMap { tables, ..hand.clone() };
        let store = open::one(&bare, centre.path(), &|_| None).await.unwrap();
        let finder = Finder::default();
        let (schema, evidence) = gather(&*store, &finder, &mut |_, _| ()).await.unwrap();
        let policy = read_policy(include_str!("../../../service-1.toml")).value.unwrap();
        let proposed = discover(bare, &schema, &evidence, Some(&policy));
        compare_parts(OF_FILES, &hand, &proposed.map);
    });
}
