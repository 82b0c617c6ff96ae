//! Columns of SQLite that compare texts otherwise than as they are written: what is asked finds what SQLite itself holds for equal.

use abide_stores::schema::Reference;
use abide_stores::{Collation, Lookup, Value};

use crate::base::{Base, Opened, one, rows};

/// By declaration, quoted or not, last word first, of computed columns and of indexes that say something else.
#[tokio::test]
async fn the_table_itself_tells_how_it_compares() {
    let base = Base::sqlite();
    base.ask(
        "CREATE TABLE odd (a TEXT, b TEXT COLLATE NOCASE, c \"varchar collate nocase\" DEFAULT 'x' COLLATE \"rtrim\", \
            d TEXT /* COLLATE NOCASE */ CHECK (d COLLATE NOCASE <> 'x'), \"COLLATE NOCASE\" TEXT DEFAULT 'COLLATE NOCASE', \
            f TEXT COLLATE NOCASE COLLATE BINARY, g AS (a || b) COLLATE nocase, h INTEGER PRIMARY KEY, i [TEXT] collate [NoCase]); \
        CREATE INDEX of_a ON odd (a COLLATE NOCASE); CREATE UNIQUE INDEX of_b ON odd (b COLLATE BINARY); \
        INSERT INTO odd (b) VALUES ('x'), ('X'); \
        CREATE TABLE copy AS SELECT b FROM odd; \
        CREATE VIRTUAL TABLE words USING fts5 (body)",
    )
    .await;
    let shop = Opened::new(&base).await;
    let collations = |table: &str| -> Vec<Collation> {
        shop.schema.tables[shop.table(table)].columns.iter().map(|c| c.collation).collect()
    };
    use Collation::{NoBlanks, NoCase, Written};
    assert_eq!(
        collations("odd"),
        [Written, NoCase, NoBlanks, Written, Written, Written, NoCase, Written, NoCase]
    );
    assert_eq!((collations("copy"), collations("words")), (vec![Written], vec![Written]));
    // What an index holds apart and the column does not: a new value must differ, but a question may find two.
    let odd = &shop.schema.tables[shop.table("odd")];
    assert!(odd.is_unique(1) && !odd.are_unique(&[1]));
    assert!(odd.is_indexed(&[0]) && !odd.is_indexed(&[1]));
}

/// A rule that only another program has: nothing can be compared by it here, and whatever is beside it works.
#[tokio::test]
async fn rules_of_other_programs_are_left() {
    let base = Base::sqlite();
    base.ask("CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT, mail TEXT COLLATE NOCASE); \
        INSERT INTO names VALUES (1, 'Anna', 'Anna@firma.example'); PRAGMA writable_schema = ON; \
        UPDATE sqlite_schema SET sql = replace(sql, 'name TEXT', 'name TEXT COLLATE german') WHERE name = 'names'").await;
    let shop = Opened::new(&base).await;
    let names = &shop.schema.tables[shop.table("names")];
    assert_eq!(names.columns[1].collation, Collation::Written);
    assert_eq!(names.columns[2].collation, Collation::NoCase);
    assert_eq!(shop.count("names", &["mail"], &one("ANNA@firma.example")).await, 1);
    let mut session = shop.read().await;
    let error = shop.find(&mut session, "names", &["name"], &one("Anna")).await.unwrap_err();
    assert!(error.to_string().contains("257") && !error.to_string().contains("Anna"), "{error}");
}

const MAILS: [&str; 8] = ["Anna", "anna", "ANNA", "Änna", "änna", "anna ", "Anna  ", "bea"];
const RULES: [&str; 3] = ["BINARY", "NOCASE", "RTRIM"];

/// SQLite is asked in its own words which rows of one table have the same value as one of another, for each pair of rules, with each
/// index or none: whatever the column is asked for is that, and whatever refers is what it refers to.
#[tokio::test]
async fn questions_find_what_sqlite_holds_for_equal() {
    for parent in RULES {
        for child in RULES {
            for index in ["BINARY", "NOCASE", "RTRIM", ""] {
                pair(parent, child, index).await;
            }
        }
    }
}

async fn pair(parent: &str, child: &str, index: &str) {
    let base = Base::sqlite();
    let all = |table: &str| {
        let values = MAILS.iter().enumerate();
        let values = values.map(|(at, mail)| format!("({at}, 1, '{mail}')")).collect::<Vec<_>>();
        format!("INSERT OR IGNORE INTO {table} VALUES {}; ", values.join(", "))
    };
    let index = match index {
        "" => String::new(),
        rule => format!("CREATE INDEX i ON children (mail COLLATE {rule}, shop); "),
    };
    base.ask(&format!(
        "PRAGMA foreign_keys = OFF; \
        CREATE TABLE parents (id INTEGER PRIMARY KEY, shop INTEGER, mail TEXT COLLATE {parent} UNIQUE, UNIQUE (shop, mail)); \
        CREATE TABLE children (id INTEGER PRIMARY KEY, shop INTEGER, mail TEXT COLLATE {child} REFERENCES parents (mail), \
            FOREIGN KEY (shop, mail) REFERENCES parents (shop, mail)); {index}{}{}",
        all("parents"),
        all("children"),
    ))
    .await;
    let shop = Opened::new(&base).await;
    let table = shop.table("children");
    assert!(shop.schema.tables[table].references.iter().all(|r: &Reference| !r.columns.is_empty()));
    let place = format!("{parent} {child} {index}");
    let mut session = shop.read().await;
    for mail in MAILS {
        for (by, refers) in [
            (vec!["mail"], false),
            (vec!["mail"], true),
            (vec!["mail", "shop"], true),
            (vec!["shop", "mail"], false),
        ] {
            let rule = if refers { parent } else { child };
            let should = base
                .ask(&format!(
                    "SELECT id FROM children WHERE mail = '{mail}' COLLATE {rule} ORDER BY id"
                ))
                .await;
            let value = |column: &&str| match *column {
                "mail" => Value::from(mail),
                _ => Value::Integer(1),
            };
            let values =
                [by.iter().map(value).collect(), by.iter().map(|_| "none".into()).collect()];
            let columns = shop.columns("children", &by);
            let (by, values) = (&*columns, &values[..]);
            let lookup = Lookup { table, by, values, when: &[], want: &[0], refers, hold: false };
            let found = rows(&mut session, &lookup).await.unwrap();
            let mut ids: Vec<String> =
                found.iter().map(|row| row.values[0].text().unwrap().into_owned()).collect();
            ids.sort();
            assert_eq!(ids.join("\n"), should, "{place}: {mail} {by:?} {refers}");
        }
    }
}

/// SQLite's own check is the measure: a row cannot be deleted as long as anything is there that a question for what refers to it finds.
#[tokio::test]
async fn what_refers_is_what_sqlite_checks() {
    let base = Base::sqlite();
    base.ask("CREATE TABLE parents (mail TEXT COLLATE NOCASE PRIMARY KEY); \
        CREATE TABLE children (id INTEGER PRIMARY KEY, mail TEXT REFERENCES parents); \
        INSERT INTO parents VALUES ('Änna@Firma.example'), ('änna@firma.example'), ('bea@firma.example'); \
        INSERT INTO children VALUES (1, 'ÄNNA@FIRMA.EXAMPLE'), (2, 'Änna@firma.Example'), (3, 'änna@firma.example'), (4, 'BEA@firma.example')").await;
    let shop = Opened::new(&base).await;
    let (parents, children) = (shop.table("parents"), shop.table("children"));
    for with_children in [false, true] {
        let mut session = shop.write().await;
        let found = shop.find(&mut session, "parents", &["mail"], &one("änna@FIRMA.example")).await;
        let found = found.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].values[0], Value::from("änna@firma.example"));
        let values = [found[0].values.clone()];
        let lookup = Lookup {
            table: children,
            by: &[1],
            values: &values,
            when: &[],
            want: &[0],
            refers: true,
            hold: false,
        };
        let referring = rows(&mut session, &lookup).await.unwrap();
        assert_eq!(
            referring.iter().map(|r| r.values[0].clone()).collect::<Vec<_>>(),
            [Value::Integer(3)]
        );
        let keys =
            |rows: Vec<abide_stores::Row>| rows.into_iter().map(|r| r.key).collect::<Vec<_>>();
        if with_children {
            assert_eq!(session.delete(children, &keys(referring)).await.unwrap(), 1);
        }
        assert_eq!(session.delete(parents, &keys(found)).await.unwrap(), 1);
        assert_eq!(session.commit().await.is_ok(), with_children);
    }
    assert_eq!(base.ask("SELECT count(*) FROM children").await, "3");
}
