//! Values that say the same at both ends of an edge and are not written alike: numbers of other types, paths in another Unicode form.

use std::sync::Arc;

use abide_detect::Finder;
use abide_rights::atlas::{Atlas, Spot};
use abide_rights::check::{What, check};
use abide_rights::reach::Subject;
use abide_stores::files::{Files, Format, Kind};
use abide_stores::{Store, Value};
use abide_tests::postgres::Postgres as Server;

use crate::world::{Base, TODAY, World, map_of, part};

const MAP: &str = r#"
[store]
id = "store"
kind = "sqlite"
place = "store.db"
policy = "service"
[[table]]
name = "contacts"
person = "contact"
known-by = [{ fact = "email", column = "email" }]
[[table]]
name = "calls"
edge = [{ kind = "owned-by", columns = ["contact_id"], of = "contacts" },
  { kind = "owned-by", columns = ["second_id"], of = "contacts" }]
column = [{ name = "note", erase = "redact" }]
"#;

/// What `map check` says of edges that lead nowhere.
async fn lost(world: &World) -> Vec<String> {
    let finder = Finder::default();
    let report = check(&world.atlas, &world.stores, &finder, TODAY, &mut |_, _| ()).await.unwrap();
    let lost = [What::DanglingReferences, What::MissingFiles];
    let found = report.findings.iter().filter(|f| lost.contains(&f.what));
    found.map(|f| format!("{} {}", f.place, f.sentence())).collect()
}

/// The types of keys and of what refers to them, and the key of the first.
async fn numbers(base: &Base, (key, reference): (&str, &str), first: Value) {
    for sql in [
        format!("CREATE TABLE contacts (id {key} PRIMARY KEY, email TEXT)"),
        format!(
            "CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id {reference}, second_id {reference}, note TEXT)"
        ),
        "INSERT INTO contacts VALUES (1.0, 'anna@example.org'), (2.0, 'bea@example.org')"
            .to_owned(),
        "INSERT INTO calls VALUES (1, '1', NULL, 'a'), (2, '2', NULL, 'b'), (3, '1', '2', 'c')"
            .to_owned(),
    ] {
        base.run(&sql).await.unwrap();
    }
    let world = World::new(base, map_of(MAP)).await;
    assert_eq!(lost(&world).await, Vec::<String>::new());
    let anna = world.subject("contacts", vec![first]);
    assert_eq!(world.seen(&anna).await.len(), 3, "{key} {reference}");
    // What is the other one's too stays.
    assert_eq!(world.erase(std::slice::from_ref(&anna)).await, (2, 1), "{key} {reference}");
    base.run("INSERT INTO calls VALUES (4, '7', NULL, 'nobody')").await.unwrap();
    let [said] = &lost(&world).await[..] else { panic!("nothing is said") };
    let expected = "store.calls.contact_id 1 of 2 references that were tried lead nowhere: no row of `store.contacts` has their values";
    assert!(said.starts_with(expected), "{said}");
}

#[tokio::test]
async fn a_number_of_another_type_is_the_same_key() {
    for types in [("REAL", "TEXT"), ("REAL", "INTEGER"), ("NUMERIC", "TEXT")] {
        let first = if types.0 == "REAL" { Value::Real(1.0) } else { Value::Integer(1) };
        numbers(&Base::sqlite(), types, first).await;
    }
    let Some(server) = Server::start() else { return };
    for (at, (key, reference, first)) in [
        ("NUMERIC", "BIGINT", "1.0"),
        ("NUMERIC(10, 2)", "INTEGER", "1.00"),
        ("NUMERIC(10, 2)", "TEXT", "1.00"),
        ("DOUBLE PRECISION", "BIGINT", "1"),
    ]
    .into_iter()
    .enumerate()
    {
        let base = Base::postgres(&server, &format!("numbers{at}"));
        numbers(&base, (key, reference), first.into()).await;
    }
}

/// What refers is read as the key's type where the key is looked for, and the key as a text where what refers to it is: of these the
/// second finds less, and requests go that way.
#[tokio::test]
async fn references_from_which_the_key_is_found_and_not_back_are_told() {
    let tried = async |base: Base, key: &str, first: &str, references: &[&str]| {
        for sql in [
            format!("CREATE TABLE contacts (id {key} PRIMARY KEY, email TEXT)"),
            "CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id TEXT, second_id TEXT, note TEXT)".to_owned(),
            format!("INSERT INTO contacts VALUES ('{first}', 'anna@example.org')"),
        ] {
            base.run(&sql).await.unwrap();
        }
        for (at, reference) in references.iter().enumerate() {
            let sql = format!("INSERT INTO calls VALUES ({at}, '{reference}', NULL, 'x')");
            base.run(&sql).await.unwrap();
        }
        let world = World::new(&base, map_of(MAP)).await;
        let [said] = &lost(&world).await[..] else { panic!("nothing is said of {key}") };
        let of = references.len();
        let expected = format!("store.calls.contact_id {} of {of} references", of - 1);
        assert!(said.starts_with(&expected), "{key}: {said}");
    };
    tried(Base::sqlite(), "INTEGER", "1", &["1", "01", " 1"]).await;
    let Some(server) = Server::start() else { return };
    for (at, (key, first, references)) in [
        ("INTEGER", "1", &["1", "01", " 1"][..]),
        (
            "UUID",
            "5f1c2b34-5d6e-4f70-9a81-2b3c4d5e6f70",
            &["5f1c2b34-5d6e-4f70-9a81-2b3c4d5e6f70", "5F1C2B34-5D6E-4F70-9A81-2B3C4D5E6F70"],
        ),
        ("NUMERIC(10, 2)", "1.00", &["1.00", "1.0", "01"]),
    ]
    .into_iter()
    .enumerate()
    {
        tried(Base::postgres(&server, &format!("back{at}")), key, first, references).await;
    }
}

/// SQLite keeps a truth as each program writes it; a map says it in one way.
#[tokio::test]
async fn a_truth_is_the_same_however_it_is_written() {
    for said in ["t", "true", "1"] {
        let base = Base::sqlite();
        for sql in [
            "CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT)",
            "CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER, second_id INTEGER, note TEXT, is_own BOOLEAN)",
            "INSERT INTO contacts VALUES (1, 'anna@example.org')",
            "INSERT INTO calls VALUES (1, 1, NULL, 'x', 't'), (2, 1, NULL, 'x', 'true'), (3, 1, NULL, 'x', 1), (4, 1, NULL, 'x', 'f'), (5, 1, NULL, 'x', 0), (6, 1, NULL, 'x', NULL)",
        ] {
            base.run(sql).await.unwrap();
        }
        let when =
            format!("of = \"contacts\", when = [{{ column = \"is_own\", is = \"{said}\" }}] }},");
        let world =
            World::new(&base, map_of(&MAP.replacen("of = \"contacts\" },", &when, 1))).await;
        let anna = world.subject("contacts", vec![Value::Integer(1)]);
        assert_eq!(world.erase(&[anna]).await, (4, 0), "{said}");
    }
}

/// The same name with its accents as signs of their own.
const APART: &str = "rec/Gespra\u{308}ch Nun\u{303}ez 1.wav";
const COMPOSED: &str = "rec/Gespr\u{e4}ch Nu\u{f1}ez 1.wav";

const RECORDINGS: &str = r#"
[store]
id = "folder"
kind = "files"
place = "folder"
policy = "service"
[[table]]
name = "rec/*.wav"
edge = [{ kind = "owned-by", columns = ["path"], of-store = "store", of = "calls", of-columns = ["path"] }]
"#;

/// Calls of a database with a folder of their recordings, which are called as given.
async fn recorded(base: &Base, folder: &std::path::Path, file: &str, calls: &str) -> World {
    for sql in [
        "CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT)",
        "CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER, second_id INTEGER, note TEXT, path TEXT)",
        "INSERT INTO contacts VALUES (1, 'anna@example.org'), (2, 'bea@example.org')",
        calls,
    ] {
        base.run(sql).await.unwrap();
    }
    for file in [file, "rec/bea.wav"] {
        let place = folder.join(file);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, "RIFF").unwrap();
    }
    let kind = Kind {
        table: "rec/*.wav".to_owned(),
        glob: "rec/*.wav".to_owned(),
        format: Format::of("rec/*.wav"),
        columns: Vec::new(),
    };
    let files: Arc<dyn Store> = Arc::new(Files::open("folder", folder, vec![kind]).unwrap());
    let stores = vec![base.store().await, files];
    let mut parts = Vec::new();
    for (store, map) in stores.iter().zip([MAP, RECORDINGS]) {
        parts.push(part(&**store, map_of(map), None).await);
    }
    World { atlas: Atlas::new(parts).unwrap(), stores }
}

async fn recordings_in_another_form(base: impl Fn() -> Base) {
    for (named, lies) in [(COMPOSED, APART), (APART, COMPOSED), (APART, APART)] {
        let (base, folder) = (base(), tempfile::tempdir().unwrap());
        let calls = format!(
            "INSERT INTO calls VALUES (1, 1, NULL, 'x', '{named}'), (2, 2, NULL, 'x', 'rec/bea.wav'), (3, 2, NULL, 'x', 'rec/gone.wav')"
        );
        let world = recorded(&base, folder.path(), lies, &calls).await;
        let said = "store.calls.path 1 of 3 paths that were tried name no file of `folder.rec/*.wav`: a file that lies there under another name is found for nobody";
        assert_eq!(lost(&world).await, [said]);
        let table = world.atlas.parts[0].schema.table("contacts").unwrap();
        let person = |key: i64| Subject {
            rows: vec![(Spot { store: 0, table }, vec![Value::Integer(key)])],
        };
        assert_eq!(world.erase(&[person(1)]).await, (3, 0), "{named} {lies}");
        assert!(!folder.path().join(lies).exists() && folder.path().join("rec/bea.wav").exists());
    }
    // A call of both has one recording: by its path it is seen that it is another one's too.
    let (base, folder) = (base(), tempfile::tempdir().unwrap());
    let calls = format!(
        "INSERT INTO calls VALUES (1, 1, NULL, 'x', '{COMPOSED}'), (2, 2, NULL, 'x', '{APART}')"
    );
    let world = recorded(&base, folder.path(), APART, &calls).await;
    let table = world.atlas.parts[0].schema.table("contacts").unwrap();
    let anna = Subject { rows: vec![(Spot { store: 0, table }, vec![Value::Integer(1)])] };
    world.erase(&[anna]).await;
    assert!(folder.path().join(APART).exists(), "it is Bea's too");
}

#[tokio::test]
async fn recordings_are_found_in_another_unicode_form() {
    recordings_in_another_form(Base::sqlite).await;
    let Some(server) = Server::start() else { return };
    let next = std::sync::atomic::AtomicU32::new(0);
    recordings_in_another_form(|| {
        let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Base::postgres(&server, &format!("paths{at}"))
    })
    .await;
}
