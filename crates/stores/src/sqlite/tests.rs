//! How statements are answered: by indexes.

use sqlx::Connection as _;

use super::*;

#[expect(clippy::disallowed_methods, reason = "a statement of `sql.rs` is explained")]
async fn plan_of(database: &mut SqliteConnection, statement: &Statement) -> String {
    let asked = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.as_str()));
    let lines: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(asked).fetch_all(database).await.unwrap();
    lines.into_iter().map(|(_, _, _, line)| line + "\n").collect()
}

#[tokio::test]
async fn questions_are_answered_by_indexes() {
    let mut database = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    let made = "CREATE TABLE notes (number INTEGER, line INTEGER, kind TEXT, about INTEGER, \
        PRIMARY KEY (number, line)); CREATE INDEX by_kind ON notes (kind, about)";
    sqlx::raw_sql(made).execute(&mut database).await.unwrap();
    let schema = catalogue::read(&mut database).await.unwrap();
    let table = schema.tables.first().unwrap();
    let when = [(2, "call".to_owned())];
    for (by, when, uses) in [
        (&[0, 1][..], &[][..], "SEARCH t USING INDEX sqlite_autoindex_notes_1"),
        (&[3], &when, "SEARCH t USING INDEX by_kind (kind=? AND about=?)"),
    ] {
        let lookup = Lookup {
            table: 0,
            by,
            values: &[],
            when,
            want: &[0, 1, 2, 3],
            hold: false,
            refers: false,
        };
        for rows in crate::sql::SIZES {
            let plan = plan_of(&mut database, &sql::find(table, &lookup, rows)).await;
            assert!(plan.contains(uses) && !plan.contains("SCAN t"), "{rows}: {plan}");
        }
    }
}

/// Each column asked for as it is compared, by an index that compares so or more loosely; and by its parent's rules where it refers.
#[tokio::test]
async fn columns_that_compare_in_other_ways_are_found_by_indexes() {
    let mut database = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    let made = "CREATE TABLE a (own TEXT COLLATE NOCASE UNIQUE, loose TEXT, fine TEXT COLLATE NOCASE, blank TEXT COLLATE RTRIM, \
            shop INTEGER, UNIQUE (shop, own)); \
        CREATE UNIQUE INDEX by_loose ON a (loose COLLATE NOCASE); CREATE INDEX by_fine ON a (fine COLLATE BINARY); \
        CREATE INDEX by_blank ON a (blank); \
        CREATE TABLE b (own TEXT REFERENCES a (own), bare TEXT REFERENCES a (own), shop INTEGER, FOREIGN KEY (shop, own) REFERENCES a (shop, own)); \
        CREATE INDEX by_own ON b (own COLLATE NOCASE, shop); CREATE INDEX by_bare ON b (bare); \
        CREATE TABLE c (shop INTEGER, mail TEXT COLLATE NOCASE, PRIMARY KEY (shop, mail)) WITHOUT ROWID; \
        CREATE TABLE d (shop INTEGER, mail TEXT, code TEXT COLLATE NOCASE UNIQUE, bare TEXT COLLATE NOCASE); \
        CREATE UNIQUE INDEX by_mail ON d (mail COLLATE NOCASE)";
    sqlx::raw_sql(made).execute(&mut database).await.unwrap();
    let schema = catalogue::read(&mut database).await.unwrap();
    for (table, by, refers, uses) in [
        (0, &[0][..], false, Some("SEARCH t USING sqlite_autoindex_a_1 (own=?)")),
        (0, &[1], false, Some("SEARCH u USING by_loose (loose=?)")),
        (0, &[2], false, None),
        (0, &[3], false, Some("SEARCH t USING by_blank (blank=?)")),
        (0, &[4, 0], false, Some("SEARCH u USING sqlite_autoindex_a_2 (shop=? AND own=?)")),
        (1, &[0], true, Some("SEARCH t USING by_own (own=?)")),
        (1, &[0], false, Some("SEARCH u USING by_own (own=?)")),
        (1, &[1], true, None),
        (1, &[1], false, Some("SEARCH t USING by_bare (bare=?)")),
        (1, &[2, 0], true, Some("SEARCH u USING by_own (own=? AND shop=?)")),
        (1, &[2, 0], false, Some("SEARCH u USING by_own (own=? AND shop=?)")),
        (3, &[0, 1], false, Some("SEARCH u USING by_mail (mail=?)")),
        (3, &[0, 2], false, Some("SEARCH u USING sqlite_autoindex_d_1 (code=?)")),
        (3, &[0, 3], false, None),
        (2, &[0, 1], false, Some("SEARCH u USING PRIMARY KEY (shop=? AND mail=?)")),
        (2, &[], false, Some("SEARCH t USING PRIMARY KEY (shop=?")),
    ] {
        let described = schema.tables.get(table).unwrap();
        let lookup = Lookup { table, by, values: &[], when: &[], want: &[0], refers, hold: false };
        for rows in crate::sql::SIZES {
            let plan = plan_of(&mut database, &sql::find(described, &lookup, rows)).await;
            let plan = plan.replace("COVERING INDEX ", "").replace("INDEX ", "");
            let scans = plan.contains("SCAN t") || plan.contains("SCAN u");
            assert_eq!(scans, uses.is_none(), "{} {by:?} {refers} {rows}: {plan}", described.name);
            assert!(plan.contains(uses.unwrap_or_default()), "{by:?} {refers} {rows}: {plan}");
            assert!(!plan.contains("AUTOMATIC"), "{by:?} {refers} {rows}: {plan}");
        }
        let says = match refers {
            true => described.is_indexed_to_refer(by),
            false => described.is_indexed(by),
        };
        let says = says || by.iter().any(|c| described.are_unique(&[*c]));
        assert!(by.is_empty() || says == uses.is_some(), "{} {by:?} {refers}", described.name);
    }
}
