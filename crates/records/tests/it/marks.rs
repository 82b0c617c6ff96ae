//! Every column of every table says what it is for; the documentation of our own data is made from that.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use abide_policy::vocab::{Category, Vocabulary};
use abide_records::sqlite::Sqlite;
use sqlx::{ConnectOptions, Row};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/own-data.md");

type Marks = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

fn marks() -> Marks {
    toml::from_str(include_str!("../../marks.toml")).unwrap()
}

async fn columns() -> BTreeSet<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("records.db");
    let _records = Sqlite::open(&file).await.unwrap();
    let mut db = sqlx::sqlite::SqliteConnectOptions::new().filename(&file).connect().await.unwrap();
    let rows = sqlx::query(
        "SELECT t.name AS t, c.name AS c FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    rows.iter().map(|r| (r.get("t"), r.get("c"))).collect()
}

#[tokio::test]
async fn every_column_is_marked_and_every_mark_has_its_column() {
    let marked: BTreeSet<(String, String)> = marks()
        .into_iter()
        .flat_map(|(table, columns)| columns.into_keys().map(move |c| (table.clone(), c)))
        .collect();
    let there = columns().await;
    let missing: Vec<_> = there.difference(&marked).collect();
    assert!(missing.is_empty(), "columns without a mark in marks.toml: {missing:?}");
    let gone: Vec<_> = marked.difference(&there).collect();
    assert!(gone.is_empty(), "marks without a column: {gone:?}");
}

#[test]
fn every_mark_says_all_and_uses_known_words() {
    for (table, columns) in marks() {
        let names: BTreeSet<String> = columns.keys().cloned().collect();
        for (column, mark) in columns {
            let keys: Vec<&str> = mark.keys().map(String::as_str).collect();
            assert_eq!(keys, ["category", "purpose", "retention", "subject"], "{table}.{column}");
            assert!(mark.values().all(|v| !v.trim().is_empty()), "{table}.{column}");
            let category = mark.get("category").unwrap();
            assert!(
                category == "none" || Category::from_word(category).is_some(),
                "{table}.{column}: {category}"
            );
            let subject = mark.get("subject").unwrap();
            assert!(subject == "none" || names.contains(subject), "{table}.{column}: {subject}");
        }
    }
}

fn page() -> String {
    let mut page = String::from(
        "# What Abide keeps about people\n\nEvery column of Abide's own tables, made from `crates/records/marks.toml` \
         (`UPDATE_DOCS=1 cargo test -p abide-records` writes this page anew). The policies that Abide publishes say what \
         an organisation keeps; this page says what Abide itself does.\n",
    );
    for (table, columns) in marks() {
        write!(page, "\n## `{table}`\n\n| column | category | purpose | retention | found by |\n|---|---|---|---|---|\n").unwrap();
        for (column, m) in columns {
            let get = |key| m.get(key).map(String::as_str).unwrap_or_default();
            writeln!(
                page,
                "| `{column}` | {} | {} | {} | {} |",
                get("category"),
                get("purpose"),
                get("retention"),
                get("subject")
            )
            .unwrap();
        }
    }
    page
}

#[test]
fn the_page_about_our_own_data_is_up_to_date() {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(PAGE, page()).unwrap();
    }
    let there = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        there == page(),
        "docs/own-data.md is out of date: run UPDATE_DOCS=1 cargo test -p abide-records"
    );
}
