//! Every column of every table says what it is for; the documentation of our own data is made from that.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use abide_policy::vocab::{Category, Vocabulary};
use abide_records::Records;
use abide_records::own::{TABLES, Whose};
use abide_tests::postgres::Postgres;
use sqlx::{ConnectOptions, Row};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/own-data.md");

type Marks = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

fn marks() -> Marks {
    toml::from_str(include_str!("../../marks.toml")).unwrap()
}

/// What both databases say of a column: its table, name, type, and whether it may be empty.
type Column = (String, String, String, bool);

async fn columns() -> BTreeSet<Column> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("records.db");
    let _records = Records::open(&file).await.unwrap();
    let mut db = sqlx::sqlite::SqliteConnectOptions::new().filename(&file).connect().await.unwrap();
    let rows = sqlx::query(
        "SELECT t.name AS t, c.name AS c, lower(c.type) AS k, c.\"notnull\" OR (c.pk > 0 AND c.type = 'INTEGER') AS n FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    rows.iter().map(|r| (r.get("t"), r.get("c"), r.get("k"), r.get("n"))).collect()
}

async fn columns_in_postgres(address: &str) -> BTreeSet<Column> {
    let _records = Records::open(address).await.unwrap();
    let options: sqlx::postgres::PgConnectOptions = address.parse().unwrap();
    let mut db = options.connect().await.unwrap();
    let rows = sqlx::query(
        "SELECT table_name::text AS t, column_name::text AS c, CASE data_type WHEN 'bigint' THEN 'integer' WHEN 'bytea' THEN 'blob' ELSE data_type END AS k, is_nullable = 'NO' AS n FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    rows.iter().map(|r| (r.get("t"), r.get("c"), r.get("k"), r.get("n"))).collect()
}

#[tokio::test]
async fn every_database_has_the_same_columns() {
    let Some(server) = Postgres::start() else { return };
    assert_eq!(columns_in_postgres(&server.database("marks")).await, columns().await);
}

#[tokio::test]
async fn every_column_is_marked_and_every_mark_has_its_column() {
    let marked: BTreeSet<(String, String)> = marks()
        .into_iter()
        .flat_map(|(table, columns)| columns.into_keys().map(move |c| (table.clone(), c)))
        .collect();
    let there: BTreeSet<_> = columns().await.into_iter().map(|(t, c, ..)| (t, c)).collect();
    let missing: Vec<_> = there.difference(&marked).collect();
    assert!(missing.is_empty(), "columns without a mark in marks.toml: {missing:?}");
    let gone: Vec<_> = marked.difference(&there).collect();
    assert!(gone.is_empty(), "marks without a column: {gone:?}");
}

#[test]
fn every_mark_says_all_and_uses_known_words() {
    let all = marks();
    for (table, columns) in &all {
        for (column, mark) in columns {
            let keys: Vec<&str> = mark.keys().map(String::as_str).collect();
            assert_eq!(keys, ["category", "retention", "subject"], "{table}.{column}");
            assert!(mark.values().all(|v| !v.trim().is_empty()), "{table}.{column}");
            let category = mark.get("category").unwrap();
            assert!(
                category == "none" || Category::from_word(category).is_some(),
                "{table}.{column}: {category}"
            );
            let subject = mark.get("subject").unwrap();
            // A column of the same table, or of one that says which request a person's is.
            let (of, key) = subject.split_once('.').unwrap_or((table, subject));
            let found = all.get(of).is_some_and(|columns| columns.contains_key(key));
            assert!(subject == "none" || found, "{table}.{column}: {subject}");
        }
    }
}

/// The messages of a language about our own tables, by name.
fn words(lang: &str) -> BTreeMap<String, String> {
    let file = format!("{}/../../locales/{lang}/own.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).unwrap();
    let messages = text.lines().filter_map(|line| line.split_once(" = "));
    messages.map(|(id, text)| (id.to_owned(), text.to_owned())).collect()
}

/// The build refuses tables, columns and periods without words; here, what is said of none that there is.
#[test]
fn there_are_words_of_every_table_and_column_and_of_no_other() {
    let tables = TABLES.iter().map(|t| format!("own-table-{}", t.name));
    let columns = TABLES.iter().flat_map(|t| t.columns.iter().map(move |c| (t, c)));
    let columns = columns.map(|(t, c)| format!("own-column-{}-{}", t.name, c.name));
    let wanted: BTreeSet<String> = tables.chain(columns).collect();
    for lang in ["en", "de", "fr", "es", "sk"] {
        let words = words(lang);
        let (about, rest): (Vec<_>, Vec<_>) = words
            .into_iter()
            .partition(|(id, _)| ["own-table-", "own-column-"].iter().any(|p| id.starts_with(p)));
        let said: BTreeSet<String> = about.iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(said, wanted, "{lang}");
        assert!(about.iter().all(|(_, text)| !text.trim().is_empty()), "{lang}");
        for kept in TABLES.iter().flat_map(|t| t.columns).map(|c| c.kept) {
            let id = format!("own-kept-{}", kept.word());
            assert!(rest.iter().any(|(there, _)| *there == id), "{lang}: {id}");
        }
    }
}

#[test]
fn what_is_known_of_a_column_is_its_mark() {
    let all = marks();
    for table in TABLES {
        for column in table.columns {
            let mark = &all[table.name][column.name];
            let category = column.category().map_or("none", Vocabulary::word);
            let known = (category, column.kept.word(), column.subject);
            let marked = ["category", "retention", "subject"].map(|key| mark[key].as_str());
            assert_eq!(known, marked.into(), "{}.{}", table.name, column.name);
            let staff =
                ["actor", "approved_by", "told_by", "lease_owner", "placed_by", "lifted_by"];
            let whose = match column.subject {
                "none" => Whose::Nobody,
                subject if staff.contains(&subject) => Whose::Staff,
                _ => Whose::Asker,
            };
            assert_eq!(column.whose, whose, "{}.{}", table.name, column.name);
        }
        assert_eq!(table.found.is_some(), table.askers().next().is_some(), "{}", table.name);
    }
}

fn page() -> String {
    let words = words("en");
    let said = |id: String| words.get(&id).unwrap();
    let mut page = String::from(
        "# What Abide keeps about people\n\nEvery column of Abide's own tables, made from `crates/records/marks.toml` \
         and `locales/en/own.ftl` (`UPDATE_DOCS=1 cargo test -p abide-records` writes this page anew). The policies that Abide \
         publishes say what an organisation keeps; this page says what Abide itself does, and so does `/map` of `abide serve --edit`, \
         in five languages.\n\nWhoever asks is found by keyed hashes of the facts that they state: `hash` under \"found by\", and \
         `request_identity.hash` for what belongs to a request that was theirs. A column found by its own name (`actor`, \
         `approved_by`, `told_by`, `lease_owner`, `placed_by`, `lifted_by`) is about somebody of the organisation. What a person gets of these tables, what \
         stays when they are erased, and when it goes is in [requests.md](requests.md).\n",
    );
    for table in TABLES {
        let (name, title) = (table.name, said(format!("own-table-{}", table.name)));
        write!(page, "\n## `{name}`: {title}\n\n| column | category | purpose | retention | found by |\n|---|---|---|---|---|\n").unwrap();
        for column in table.columns {
            let category = column.category().map_or("none", Vocabulary::word);
            let purpose = said(format!("own-column-{name}-{}", column.name));
            let kept = said(format!("own-kept-{}", column.kept.word()))
                .replace("{ $period }", "as long as `requests-kept` says in the site file");
            let (column, subject) = (column.name, column.subject);
            writeln!(page, "| `{column}` | {category} | {purpose} | {kept} | {subject} |").unwrap();
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
