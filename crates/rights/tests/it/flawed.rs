//! Tables with which a store itself cannot work, and maps that stand in each other's way: told before a request comes to them, and
//! with their reason when one does.

use std::sync::Arc;

use abide_detect::Finder;
use abide_policy::vocab::Fact;
use abide_rights::atlas::Atlas;
use abide_rights::check::{Severity, What, check};
use abide_rights::find::{Depth, find};
use abide_rights::identity::{Asked, Given};
use abide_rights::open::{Mapped, NotOpen, open};
use abide_rights::reach::Sessions;
use abide_stores::files::{Files, Format, Kind};
use abide_stores::{Store, Value};
use abide_tests::postgres::Postgres as Server;

use crate::world::{Base, TODAY, World, map_of, part};

const CONTACTS: &str = r#"
[store]
id = "store"
kind = "sqlite"
place = "store.db"
policy = "service"
[[table]]
name = "contacts"
person = "contact"
known-by = [{ fact = "email", column = "email" }]
"#;

/// A table whose rows are people's by a column.
fn owned(table: &str, column: &str, of: &str) -> String {
    format!(
        "[[table]]\nname = \"{table}\"\nedge = [{{ kind = \"owned-by\", columns = [\"{column}\"], of = \"contacts\", of-columns = [\"{of}\"] }}]\n"
    )
}

async fn world(base: &Base, sql: &[&str], map: &str) -> World {
    for sql in [
        "CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT)",
        "INSERT INTO contacts VALUES (1, 'anna@example.org'), (2, 'bea@example.org')",
    ]
    .iter()
    .chain(sql)
    {
        base.run(sql).await.unwrap();
    }
    World::new(base, map_of(map)).await
}

/// What is told of tables with which the store cannot work: where, and all that is said.
async fn told(world: &World) -> Vec<(What, String)> {
    let finder = Finder::default();
    let report = check(&world.atlas, &world.stores, &finder, TODAY, &mut |_, _| ()).await.unwrap();
    let flaws = [
        What::NamelessRows,
        What::TooWide,
        What::UnfitReference,
        What::InheritedRows,
        What::FilesOfTwo,
    ];
    let found = report.findings.into_iter().filter(|f| flaws.contains(&f.what));
    found.inspect(|f| assert_eq!(f.severity, Severity::Error)).map(|f| (f.what, f.place)).collect()
}

/// Why an erasure cannot be planned or carried out.
async fn refused(world: &World) -> String {
    let subjects = [world.subject("contacts", vec![Value::Integer(1)])];
    let work = world.work(&subjects);
    let plan = match work.plan().await {
        Err(error) => return error.to_string(),
        Ok(plan) => plan,
    };
    for store in &plan.stores {
        if let Err(error) = work.carry_out(store).await {
            return error.to_string();
        }
    }
    panic!("it was done");
}

#[tokio::test]
async fn foreign_keys_that_do_not_fit_are_told() {
    let mail = owned("calls", "mail", "email");
    for (sql, map, place) in [
        // Not unique where it leads.
        (
            "CREATE TABLE calls (id INTEGER PRIMARY KEY, mail TEXT REFERENCES contacts (email))",
            mail.as_str(),
            "store.calls.mail",
        ),
        // A table that no map has keeps the rows of one that a map has.
        (
            "CREATE TABLE calls (id INTEGER PRIMARY KEY, mail TEXT REFERENCES Contacts (email))",
            "",
            "store.calls.mail",
        ),
        // Unique, but together with more.
        (
            "CREATE TABLE calls (id INTEGER PRIMARY KEY, mail TEXT REFERENCES contacts (email)); CREATE UNIQUE INDEX two ON contacts (email, id)",
            mail.as_str(),
            "store.calls.mail",
        ),
    ] {
        let base = Base::sqlite();
        let world = world(&base, &[sql], &format!("{CONTACTS}{map}")).await;
        assert_eq!(told(&world).await, [(What::UnfitReference, place.to_owned())], "{sql}");
        let said = refused(&world).await;
        let why = "a foreign key that does not fit the table to which it refers: `abide map check` says where";
        assert!(said.contains(why), "{said}");
    }
    // Whatever SQLite can check is not told.
    for sql in [
        "CREATE TABLE calls (id INTEGER PRIMARY KEY, mail TEXT REFERENCES contacts (email)); CREATE UNIQUE INDEX one ON contacts (email)",
        "CREATE TABLE calls (id INTEGER PRIMARY KEY, mail TEXT, of INTEGER REFERENCES contacts)",
        "CREATE TABLE pairs (a INTEGER, b INTEGER, PRIMARY KEY (a, b)); CREATE TABLE calls (id INTEGER PRIMARY KEY, mail TEXT, x INTEGER, y INTEGER, FOREIGN KEY (y, x) REFERENCES pairs (b, a))",
    ] {
        let base = Base::sqlite();
        let world = world(&base, &[sql], &format!("{CONTACTS}{mail}")).await;
        assert_eq!(told(&world).await, [], "{sql}");
        let anna = world.subject("contacts", vec![Value::Integer(1)]);
        assert_eq!(world.erase(&[anna]).await, (1, 0), "{sql}");
    }
}

/// Tables of PostgreSQL that inherit from one of the map, one of them over another: nobody is answered as if their rows were not there.
#[tokio::test]
async fn rows_of_tables_that_inherit_are_not_passed_over() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "heirs");
    let sql = [
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, contact INTEGER, body TEXT); CREATE TABLE notes_old (extra TEXT) INHERITS (notes)",
        "CREATE TABLE notes_older () INHERITS (notes_old); CREATE TABLE other (id INTEGER); CREATE TABLE other_old () INHERITS (other)",
        "INSERT INTO notes VALUES (1, 1, 'new'); INSERT INTO notes_old VALUES (1, 1, 'old'), (2, 2, 'of Bea'); INSERT INTO notes_older VALUES (1, 1, 'older')",
    ];
    let notes = owned("notes", "contact", "id");
    let heirs = world(&base, &sql, &format!("{CONTACTS}{notes}")).await;
    assert_eq!(told(&heirs).await, [(What::InheritedRows, "store.notes".to_owned())]);
    let said = refused(&heirs).await;
    let why = "rows in tables that inherit from one of the map: `abide map check` says which";
    assert!(said.contains(why), "{said}");

    // Each is a table of the map.
    let (old, older) = (owned("notes_old", "contact", "id"), owned("notes_older", "contact", "id"));
    let some = World::new(&base, map_of(&format!("{CONTACTS}{notes}{old}"))).await;
    let places = ["store.notes", "store.notes_old"];
    assert_eq!(told(&some).await, places.map(|p| (What::InheritedRows, p.to_owned())));
    let all = World::new(&base, map_of(&format!("{CONTACTS}{notes}{old}{older}"))).await;
    assert_eq!(told(&all).await, []);
    let anna = all.subject("contacts", vec![Value::Integer(1)]);
    assert_eq!(all.erase(&[anna]).await, (4, 0));
}

/// The same of tables of people: nobody is not found for being in one that inherits.
#[tokio::test]
async fn people_in_tables_that_inherit_are_not_passed_over() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "people");
    let sql = [
        "CREATE TABLE customers () INHERITS (contacts); INSERT INTO customers VALUES (3, 'cleo@example.org')",
    ];
    let heirs = world(&base, &sql, CONTACTS).await;
    assert_eq!(told(&heirs).await, [(What::InheritedRows, "store.contacts".to_owned())]);
    let asked = Asked::of(vec![Given::of(Fact::Email, "cleo@example.org", None).unwrap()]).unwrap();
    let mut sessions = Sessions::open(&heirs.stores, None).await.unwrap();
    let found = find(&heirs.atlas, &mut sessions, &asked, Depth::Anything).await;
    assert!(found.unwrap_err().to_string().contains("inherit"));
}

#[tokio::test]
async fn a_foreign_key_to_no_table_is_told() {
    let base = Base::sqlite();
    // With the checks on, nothing could be written there.
    let sql = "PRAGMA foreign_keys = OFF; CREATE TABLE calls (id INTEGER PRIMARY KEY, contact INTEGER, place INTEGER REFERENCES places (id)); INSERT INTO calls VALUES (1, 1, 7)";
    let world =
        world(&base, &[sql], &format!("{CONTACTS}{}", owned("calls", "contact", "id"))).await;
    assert_eq!(told(&world).await, [(What::UnfitReference, "store.calls.place".to_owned())]);
}

#[tokio::test]
async fn rows_that_nothing_names_are_told() {
    let legacy = [
        "CREATE TABLE legacy (rowid TEXT, oid INTEGER, _rowid_ TEXT)",
        "INSERT INTO legacy VALUES ('a', 1, 'x'), ('b', 1, 'y')",
    ];
    let map = format!("{CONTACTS}{}", owned("legacy", "oid", "id"));
    let base = Base::sqlite();
    let nameless = world(&base, &legacy, &map).await;
    assert_eq!(told(&nameless).await, [(What::NamelessRows, "store.legacy".to_owned())]);
    let said = refused(&nameless).await;
    assert!(said.contains("rows without a name: `abide map check` says where"), "{said}");
    // A key names them as well.
    let keyed =
        legacy.map(|sql| sql.replace("_rowid_ TEXT)", "_rowid_ TEXT, PRIMARY KEY (rowid))"));
    let keyed: Vec<&str> = keyed.iter().map(String::as_str).collect();
    let other = Base::sqlite();
    let keyed = world(&other, &keyed, &map).await;
    assert_eq!(told(&keyed).await, []);
    let anna = keyed.subject("contacts", vec![Value::Integer(1)]);
    assert_eq!(keyed.erase(&[anna]).await, (3, 0));
}

#[tokio::test]
async fn tables_with_very_many_columns() {
    let wide = |count: usize, end: &str| {
        let columns: Vec<String> = (0..count - 2).map(|n| format!("c{n} TEXT")).collect();
        format!("CREATE TABLE wide (a INTEGER, b INTEGER, {}{end}", columns.join(", "))
    };
    // Rows of two people stay, changed: so rules of the table are asked too.
    let second = r#", { kind = "owned-by", columns = ["b"], of = "contacts" }]"#;
    let map =
        format!("{CONTACTS}{}", owned("wide", "a", "id").replace(" }]", &format!(" }}{second}")));
    let row = "INSERT INTO wide (a, b) VALUES (1, 1), (2, 2)";
    // With its number each row has 2,001 values.
    let base = Base::sqlite();
    let too = world(&base, &[&wide(2000, ")"), row], &map).await;
    assert_eq!(told(&too).await, [(What::TooWide, "store.wide".to_owned())]);
    let said = refused(&too).await;
    assert!(said.contains("a table with too many columns: `abide map check` says where"), "{said}");
    for (count, end) in [(1999, ")"), (1400, ", PRIMARY KEY (a, b)) WITHOUT ROWID")] {
        let base = Base::sqlite();
        let world = world(&base, &[&wide(count, end), row], &map).await;
        assert_eq!(told(&world).await, [], "{count}");
        let anna = world.subject("contacts", vec![Value::Integer(1)]);
        assert_eq!(world.erase(&[anna]).await, (2, 0), "{count}");
    }
}

#[tokio::test]
async fn two_maps_of_one_file_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    Base::There(folder.path().join("store.db"))
        .run("CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT)")
        .await
        .unwrap();
    std::fs::copy(folder.path().join("store.db"), folder.path().join("other.db")).unwrap();
    std::os::unix::fs::symlink("store.db", folder.path().join("link.db")).unwrap();
    for (place, is_one) in [("./store.db", true), ("link.db", true), ("other.db", false)] {
        let second = CONTACTS.replace("\"store\"", "\"second\"").replace("store.db", place);
        let maps = [CONTACTS.to_owned(), second].map(|text| Mapped {
            map: map_of(&text),
            folder: folder.path().to_owned(),
            policy: None,
        });
        let said = match open(maps.into(), &|_| None).await {
            Ok(_) => String::new(),
            Err(error @ NotOpen::OneFile { .. }) => error.to_string(),
            Err(error) => panic!("{error}"),
        };
        assert_eq!(!said.is_empty(), is_one, "{place}: {said}");
        assert!(
            !is_one || said.starts_with("the maps `store` and `second` are of one database file")
        );
    }
}

#[tokio::test]
async fn a_file_in_two_tables_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("m")).unwrap();
    std::fs::write(folder.path().join("m/x.jsonl"), "{\"who\":1}\n").unwrap();
    std::fs::write(folder.path().join("m/y.jsonl"), "{\"who\":1}\n").unwrap();
    let kind = |glob: &str| Kind {
        table: glob.to_owned(),
        glob: glob.to_owned(),
        format: Format::of(glob),
        columns: vec!["who".to_owned()],
    };
    for (second, count) in [("**/x.jsonl", 1), ("n/*.jsonl", 0)] {
        let kinds = vec![kind("m/*.jsonl"), kind(second)];
        let store: Arc<dyn Store> = Arc::new(Files::open("store", folder.path(), kinds).unwrap());
        let map = CONTACTS.split("[[table]]").next().unwrap().replace("sqlite", "files");
        let map = format!("{map}[[table]]\nname = \"m/*.jsonl\"\n[[table]]\nname = \"{second}\"\n");
        let atlas = Atlas::new(vec![part(&*store, map_of(&map), None).await]).unwrap();
        let world = World { atlas, stores: vec![store] };
        assert_eq!(told(&world).await, vec![(What::FilesOfTwo, "store".to_owned()); count]);
    }
}

/// What a list or a row within a row holds is compared as the server writes it.
#[tokio::test]
async fn lists_and_rows_within_rows_are_what_was_written() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "lists");
    let sql = [
        "ALTER TABLE contacts ADD name TEXT",
        "UPDATE contacts SET name = CASE id WHEN 1 THEN 'Anna Muster' ELSE 'Bea Probe' END",
        "CREATE TYPE person AS (name TEXT, mail TEXT)",
        "CREATE TABLE calls (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, names TEXT[], who person, deep TEXT[][])",
        "INSERT INTO calls VALUES (1, 1, 2, '{\"Anna Muster\",\"Karl May\",x}', ROW('Anna Muster', 'a,b'), '{{\"Anna Muster\",\"b c\"},{d,NULL}}')",
    ];
    let edge = |column: &str| {
        format!("{{ kind = \"owned-by\", columns = [\"{column}\"], of = \"contacts\" }}")
    };
    let redacted =
        ["names", "who", "deep"].map(|c| format!("{{ name = \"{c}\", erase = \"redact\" }}"));
    let known =
        CONTACTS.replace("\"email\" }]", "\"email\" }, { fact = \"name\", column = \"name\" }]");
    let map = format!(
        "{known}[[table]]\nname = \"calls\"\nedge = [{}, {}]\ncolumn = [{}]\n",
        edge("a"),
        edge("b"),
        redacted.join(", ")
    );
    let world = world(&base, &sql, &map).await;
    let anna = world.subject("contacts", vec![Value::Integer(1)]);
    assert_eq!(world.erase(&[anna]).await, (1, 1));
    let left = server.ask("lists", "SELECT names::text || who::text || deep::text FROM calls");
    assert!(left.contains("Karl May") && !left.contains("Anna"), "{left}");
}
