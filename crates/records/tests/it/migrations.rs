//! A migration whose columns are not the marked ones fails the build: the check of `build.rs`, on migrations that it must refuse.

#[path = "../../build/migrations.rs"]
mod check;

use std::path::Path;

fn marks() -> toml::Table {
    include_str!("../../marks.toml").parse().unwrap()
}

/// The migrations of one of the two databases, by their names in order.
fn migrations(database: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all.push((path.display().to_string(), std::fs::read_to_string(path).unwrap()));
    }
    all.sort();
    all
}

/// What the check says of the migrations of both databases with one more, which is the same for both.
fn with(sql: &str) -> Result<(), String> {
    let said = ["sqlite", "postgres"].map(|database| {
        let mut all = migrations(database);
        all.push(("new.sql".to_owned(), sql.to_owned()));
        check::are_marked(&marks(), &all)
    });
    assert_eq!(said[0], said[1], "{sql}");
    let [said, _] = said;
    said
}

fn refused(sql: &str, why: &str) {
    let said = with(sql).expect_err(sql);
    assert!(said.contains(why), "{sql}: {said}");
}

#[test]
fn migrations_leave_what_is_marked() {
    for database in ["sqlite", "postgres"] {
        assert_eq!(check::are_marked(&marks(), &migrations(database)), Ok(()), "{database}");
    }
}

#[test]
fn a_column_without_a_mark_is_refused_wherever_it_stands() {
    let no_mark = "the column `choice.secret` has no mark";
    refused("ALTER TABLE choice ADD COLUMN secret TEXT;", no_mark);
    refused("ALTER TABLE choice\n    ADD COLUMN\n    secret TEXT NOT NULL DEFAULT ';';", no_mark);
    refused("DROP INDEX choice_key; ALTER TABLE choice ADD COLUMN secret;", no_mark);
    refused(
        "-- it's old\nUPDATE choice SET kind = ''';'; ALTER TABLE choice ADD COLUMN secret TEXT;",
        no_mark,
    );
    let no_mark = "the column `more.secret` has no mark";
    refused("CREATE TABLE more (secret TEXT) STRICT;", no_mark);
    refused(
        "CREATE TABLE more (\n    secret TEXT CHECK (length(secret) > 0), UNIQUE (secret)\n);",
        no_mark,
    );
    refused("CREATE TABLE more (secret, rest);", "the column `more.rest` has no mark");
    let hidden = "CREATE TRIGGER t BEFORE UPDATE ON choice BEGIN SELECT 1; SELECT 2; END; CREATE TABLE more (secret TEXT);";
    refused(hidden, no_mark);
    let hidden =
        "CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN; END $$; CREATE TABLE more (secret TEXT);";
    refused(hidden, no_mark);
}

/// Two columns on one line, the second of which only a reader of SQL sees.
#[test]
fn a_column_beside_another_is_seen() {
    let mut marks = marks();
    marks.insert("more".to_owned(), toml::from_str("known = {}").unwrap());
    let two = "CREATE TABLE more (known TEXT CHECK (known IN ('a', 'b')), secret TEXT);";
    let mut all = migrations("sqlite");
    all.push(("new.sql".to_owned(), two.to_owned()));
    let said = check::are_marked(&marks, &all).unwrap_err();
    assert!(said.contains("the column `more.secret` has no mark"), "{said}");
    all.push(("newer.sql".to_owned(), "ALTER TABLE more DROP COLUMN secret;".to_owned()));
    assert_eq!(check::are_marked(&marks, &all), Ok(()), "what went needs no mark");
}

#[test]
fn another_form_than_the_known_is_refused() {
    for sql in [
        "ALTER TABLE choice ADD secret TEXT;",
        "ALTER TABLE choice ADD COLUMN Secret TEXT;",
        "ALTER TABLE choice ADD COLUMN \"secret\" TEXT;",
        "ALTER TABLE choice ADD COLUMN IF NOT EXISTS secret TEXT;",
        "ALTER TABLE choice ADD COLUMN since TEXT, ADD COLUMN secret TEXT;",
        "ALTER TABLE \"choice\" ADD COLUMN secret TEXT;",
        "ALTER TABLE Choice ADD COLUMN secret TEXT;",
        "ALTER TABLE main.choice ADD COLUMN secret TEXT;",
        "ALTER TABLE choice RENAME COLUMN hash TO secret;",
        "ALTER TABLE choice RENAME TO more;",
        "ALTER TABLE choice DROP hash;",
        "alter table choice add column secret TEXT;",
        "CREATE TABLE IF NOT EXISTS more (secret TEXT);",
        "CREATE TABLE \"more\" (secret TEXT);",
        "CREATE TABLE More (secret TEXT);",
        "CREATE TABLE more (\"secret\" TEXT);",
        "CREATE TABLE more (Secret TEXT);",
        "CREATE TABLE more (LIKE choice);",
        "CREATE TABLE more AS SELECT hash AS secret FROM choice;",
        "CREATE TEMP TABLE more (secret TEXT);",
        "CREATE TABLE more () INHERITS (choice);",
        "CREATE VIEW more AS SELECT hash AS secret FROM choice;",
        "create table more (secret TEXT);",
        "DROP TABLE IF EXISTS choice;",
        "SELECT hash INTO more FROM choice;",
        "DO $$ ALTER TABLE choice ADD COLUMN secret TEXT $$;",
    ] {
        let said = with(sql).expect_err(sql);
        assert!(said.starts_with("the migration new.sql: "), "{sql}: {said}");
        assert!(said.contains("write `CREATE TABLE name (column …, …)`"), "{sql}: {said}");
    }
    refused("ALTER TABLE choice ADD COLUMN /* not */ secret TEXT;", "comments behind `--`");
    refused("ALTER TABLE choice ADD COLUMN [secret] TEXT;", "names without quotes");
    refused("ALTER TABLE choice ADD COLUMN `secret` TEXT;", "names without quotes");
    refused("UPDATE choice SET kind = E'\\';", "write it without `E`");
    refused("UPDATE choice SET kind = 'half;", "has no end");
    refused("ALTER TABLE choice ADD COLUMN secret TEXT", "has no end");
}

#[test]
fn a_mark_without_its_column_is_refused() {
    refused("DROP TABLE choice;", "the mark `[choice.hash]` has no column");
    refused("ALTER TABLE choice DROP COLUMN until;", "the mark `[choice.until]` has no column");
    refused("ALTER TABLE choice DROP COLUMN secret;", "there is no column `choice.secret`");
    refused("DROP TABLE more;", "there is no table `more`");
    let mut marks = marks();
    marks.remove("choice");
    let said = check::are_marked(&marks, &migrations("postgres")).unwrap_err();
    assert!(said.contains("has no mark"), "{said}");
}
