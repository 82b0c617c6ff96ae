//! The map and the page.

use std::process::Command;

use abide_example_centre::map;
use abide_example_centre::schema::{TABLES, Table};
use abide_policy::vocab::{Direction, Erasure, Fact, Subject, Treatment, Vocabulary};
use abide_tests::postgres::Postgres;
use toml::Value;

fn list<'a>(of: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    of.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn text<'a>(of: &'a Value, name: &str) -> Option<&'a str> {
    of.get(name).and_then(Value::as_str)
}

fn has(table: &Table, column: Option<&str>) {
    let column = column.unwrap();
    assert!(table.column(column).is_some(), "{}.{column}", table.name);
}

fn is_word<T: Vocabulary>(word: Option<&str>) {
    assert!(word.is_none_or(|w| T::ALL.iter().any(|known| known.word() == w)), "{word:?}");
}

#[test]
fn the_map_names_tables_and_columns_that_exist() {
    let map: Value = map(false).parse::<toml::Table>().unwrap().into();
    let mut seen = 0;
    for told in list(&map, "table") {
        let table = Table::named(text(told, "name").unwrap()).unwrap();
        seen += 1;
        is_word::<Subject>(text(told, "person"));
        is_word::<Erasure>(text(told, "erase"));
        if told.get("since").is_some() {
            has(table, text(told, "since"));
        }
        for known in list(told, "known-by") {
            is_word::<Fact>(text(known, "fact"));
            has(table, text(known, "column"));
        }
        for column in list(told, "column") {
            is_word::<Treatment>(text(column, "erase"));
            has(table, text(column, "name"));
        }
        for edge in list(told, "edge") {
            is_word::<Direction>(text(edge, "kind"));
            let of = Table::named(text(edge, "of").unwrap()).unwrap();
            list(edge, "columns").chain(list(edge, "about")).for_each(|c| has(table, c.as_str()));
            list(edge, "of-columns").for_each(|c| has(of, c.as_str()));
            list(edge, "when").for_each(|w| has(table, text(w, "column")));
        }
    }
    // What is not in the map holds nothing about people.
    let silent = ["tags", "campaigns"];
    assert_eq!(seen, TABLES.len() - silent.len());
}

/// What is about a person is said of every table that refers to one, and each such reference is an edge.
#[test]
fn every_reference_to_people_is_an_edge() {
    let map: Value = map(false).parse::<toml::Table>().unwrap().into();
    for table in TABLES {
        for reference in table.references {
            if !["contacts", "agents", "calls", "threads"].contains(&reference.of) {
                continue;
            }
            let told = list(&map, "table").find(|t| text(t, "name") == Some(table.name)).unwrap();
            let found = list(told, "edge").any(|edge| {
                list(edge, "columns")
                    .filter_map(Value::as_str)
                    .eq(reference.columns.iter().copied())
            });
            assert!(found, "{}: {:?}", table.name, reference.columns);
        }
    }
}

const PAGE: &str = include_str!("../../../README.md");

/// The commands of the page do what it says; large centres are made small.
#[test]
fn commands_of_the_page_run() {
    let server = PAGE.contains("--postgres").then(Postgres::start).flatten();
    let commands: Vec<_> = PAGE
        .lines()
        .filter_map(|line| line.strip_prefix("cargo run --release -p abide-example-centre -- "))
        .collect();
    assert!(commands.len() >= 3, "{commands:?}");
    for (at, command) in commands.iter().enumerate() {
        let mut arguments: Vec<_> = command.split_whitespace().map(str::to_owned).collect();
        let folder = tempfile::tempdir().unwrap();
        for at in 1..arguments.len() {
            match arguments[at - 1].as_str() {
                "--calls" => arguments[at] = "300".to_owned(),
                "--out" => arguments[at] = folder.path().display().to_string(),
                "--postgres" => match &server {
                    Some(server) => arguments[at] = server.database(&format!("centre{at}")),
                    None => arguments[at].clear(),
                },
                _ => {}
            }
        }
        if arguments.contains(&String::new()) {
            continue;
        }
        let run = Command::new(env!("CARGO_BIN_EXE_generate-centre")).args(&arguments).output();
        let run = run.unwrap();
        assert!(run.status.success(), "{at}: {}", String::from_utf8_lossy(&run.stderr));
        assert!(folder.path().join("truth.json").exists());
    }
}
