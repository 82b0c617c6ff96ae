//! Databases that are whole, damaged, and made to harm.

use super::*;
use crate::piece::{Origin, Piece};
use proptest::prelude::{any, prop};
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// The bytes of a database that statements make.
#[expect(clippy::disallowed_methods, reason = "the tests write their statements themselves")]
fn made(statements: &str) -> Vec<u8> {
    let file = tempfile::NamedTempFile::new().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let options = SqliteConnectOptions::new().filename(file.path()).pragma("page_size", "512");
        let mut database = options.connect().await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(statements)).execute(&mut database).await.unwrap();
        sqlx::Connection::close(database).await.unwrap();
    });
    bytes(file.path())
}

#[expect(clippy::disallowed_methods, reason = "the test reads its file")]
fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// What is read of a database: fields with their values, then the outcome.
fn read(bytes: &[u8]) -> (Vec<String>, Result<(), Error>) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    std::io::Write::write_all(&mut file, bytes).unwrap();
    let mut all = Vec::new();
    let outcome = Sqlite.read(file.path(), &mut |piece: Piece| {
        for part in &piece.parts {
            let Origin::Value { record, .. } = part.origin else { panic!("{part:?}") };
            let value = &piece.text[part.place.clone()];
            all.push(format!("{} {record} {value}", part.at.as_deref().unwrap()));
        }
        ControlFlow::Continue(())
    });
    (all, outcome)
}

const SMALL: &str = "
    CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT, \"e \"\"mail\" TEXT, size REAL, photo BLOB);
    CREATE INDEX names ON people(name);
    CREATE TABLE codes(code TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID;
    CREATE VIEW all_names AS SELECT name FROM people;
    CREATE VIRTUAL TABLE notes USING fts5(note);
    INSERT INTO notes VALUES ('an Anna');
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
        INSERT INTO people SELECT i, 'Anna ' || i, 'a' || i || '@example.org', i / 2.0, x'ff00' FROM n;
    INSERT INTO people(name) VALUES (printf('%.3000c', 'x'));
    INSERT INTO codes SELECT 'c' || id, name FROM people;";

#[test]
fn tables_are_read_and_what_is_computed_is_not() {
    let (all, outcome) = read(&made(SMALL));
    outcome.unwrap();
    for expected in [
        "people.name 2 Anna 2",
        "people.e \"mail 60 a60@example.org",
        "people.size 1 0.5",
        "codes.said 1 Anna 1",
    ] {
        assert!(all.iter().any(|v| v == expected), "{expected}: {all:?}");
    }
    assert!(all.iter().any(|v| v.ends_with("an Anna")), "{all:?}");
    assert!(!all.iter().any(|v| v.contains("photo") || v.starts_with("all_names")), "{all:?}");
}

#[test]
fn long_values_are_read_after_the_others_and_too_long_ones_are_told() {
    let (all, outcome) = read(&made(
        "CREATE TABLE t(a TEXT, b TEXT);
        INSERT INTO t VALUES ('one', 'two'), (printf('%.300000c', 'x') || ' end', 'three'), ('four', printf('%.9000000c', 'y'));
        CREATE TABLE u(c BLOB); INSERT INTO u VALUES (zeroblob(9000000)), ('last');",
    ));
    let ends: Vec<&str> =
        all.iter().map(|v| &v[v.floor_char_boundary(v.len().saturating_sub(12))..]).collect();
    assert_eq!(ends[..4], ["t.a 1 one", "t.b 1 two", "t.b 2 three", "t.a 3 four"]);
    assert!(all[4].starts_with("t.a 2 xxx") && ends.contains(&"u.c 2 last"), "{ends:?}");
    assert!(outcome.unwrap_err().to_string().starts_with("has texts of more than 8 megabytes"));
}

/// What an attacker writes: columns and tables that compute without end, and a view said to be a table.
#[test]
fn nothing_that_is_computed_is_run() {
    let endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS note FROM n";
    let computed = format!(
        "CREATE TABLE t(a, b AS (hex(zeroblob(9000000)))); INSERT INTO t VALUES ('a');
        CREATE VIEW v AS {endless}; CREATE VIRTUAL TABLE f USING fts5(note, content=v);"
    );
    let (all, outcome) = read(&made(&computed));
    outcome.unwrap();
    assert!(all.contains(&"t.a 1 a".to_owned()) && all.len() < 20, "{all:?}");
    let forged =
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'table' WHERE name = 'v';";
    let (all, outcome) = read(&made(&format!("{computed}{forged}")));
    assert!(all.is_empty() && outcome.unwrap_err().to_string().contains("SQLite code 11"));
}

/// Each page of a tree points at one page below, over and over.
#[test]
fn pages_that_are_used_many_times_end_soon() {
    let whole = made(
        "CREATE TABLE t(a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
        INSERT INTO t SELECT i FROM n;",
    );
    let page = |number: usize| whole[(number - 1) * 512..number * 512].to_vec();
    let number =
        |page: &[u8], at: usize| u32::from_be_bytes(page[at..at + 4].try_into().unwrap()) as usize;
    let cells = |page: &[u8]| -> Vec<usize> {
        let count = usize::from(u16::from_be_bytes([page[3], page[4]]));
        (0..count)
            .map(|n| usize::from(u16::from_be_bytes([page[12 + 2 * n], page[13 + 2 * n]])))
            .collect()
    };
    let mut small = page(1);
    small[28..32].copy_from_slice(&4_u32.to_be_bytes());
    let mut next = page(2);
    for level in 0..2 {
        let below = number(&next, cells(&next)[0]);
        for cell in cells(&next).into_iter().chain([8]) {
            next[cell..cell + 4].copy_from_slice(&(level + 3_u32).to_be_bytes());
        }
        small.extend(&next);
        next = page(below);
    }
    small.extend(next);
    let (all, outcome) = read(&small);
    assert!(all.len() < small.len(), "{}", all.len());
    assert!(outcome.unwrap_err().to_string().contains("SQLite code 11"));
}

#[test]
fn a_database_that_is_cut_off_ends_in_order() {
    let whole = made(SMALL);
    let (all, _) = read(&whole);
    let mut failed = 0;
    for end in (0..whole.len()).step_by(512).flat_map(|end| [end, end + 1, end + 300]) {
        let (some, outcome) = read(&whole[..end]);
        assert!(some.len() <= all.len());
        failed += usize::from(outcome.is_err());
    }
    assert!(failed > whole.len() / 512 * 2, "{failed}");
}

/// A thousand databases with wrong bytes: reading ends, with no more than the file can hold.
#[test]
fn wrong_bytes_end_in_order() {
    let (tables, _) = SMALL.split_once("CREATE VIRTUAL").unwrap();
    let rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) \
        INSERT INTO people(name, photo) SELECT 'Anna ' || i, printf('%.900c', 'x') FROM n;";
    let whole =
        made(&format!("{tables}{rows} INSERT INTO codes SELECT 'c' || id, name FROM people;"));
    let change = (any::<prop::sample::Index>(), any::<u8>());
    let config = Config { cases: 1000, rng_seed: RngSeed::Fixed(7), ..Config::default() };
    let changes = prop::collection::vec(change, 1..6);
    TestRunner::new(config)
        .run(&changes, |changes| {
            let mut bytes = whole.clone();
            for (place, wrong) in changes {
                bytes[place.index(whole.len())] = wrong;
            }
            let (all, _) = read(&bytes);
            assert!(all.len() < whole.len());
            Ok(())
        })
        .unwrap();
}
