//! A row's number is given to somebody else between two steps of a request: nobody is taken for somebody else.

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::atlas::Atlas;
use abide_rights::check::{What, check};
use abide_rights::desk::Failed;
use abide_rights::desk::document::Wish;
use abide_rights::open::one;
use abide_tests::postgres::Postgres as Server;

use crate::desk::Room;
use crate::odd::{asked, room};
use crate::world::{Base, TODAY, map_of, part};

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name VARCHAR(40), email VARCHAR(40) UNIQUE);
    CREATE TABLE notes (id INTEGER PRIMARY KEY, who INTEGER REFERENCES contacts, t VARCHAR(40));
    INSERT INTO contacts VALUES (1, 'Karl Beispiel', 'karl@example.org'), (2, 'Anna Muster', 'anna@example.org');
    INSERT INTO notes VALUES (1, 2, 'hello');
";

/// An address may have several accounts.
const MANY: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name VARCHAR(40), email VARCHAR(40));
    CREATE TABLE notes (id INTEGER PRIMARY KEY, who INTEGER REFERENCES contacts, t VARCHAR(40));
    INSERT INTO contacts VALUES (1, 'Karl Beispiel', 'karl@example.org'), (2, 'Anna Muster', 'anna@example.org');
    INSERT INTO notes VALUES (1, 2, 'hello');
";

const MAP: &str = r#"
    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }]

    [[table]]
    name = "notes"
    [[table.edge]]
    kind = "owned-by"
    columns = ["who"]
    of = "contacts"
"#;

/// Another program deletes Anna, and Olga gets her number.
async fn given_to_olga(room: &Room) {
    for sql in [
        "DELETE FROM notes",
        "DELETE FROM contacts WHERE id = 2",
        "INSERT INTO contacts VALUES (2, 'Olga Dritte', 'olga@example.org')",
        "INSERT INTO notes VALUES (1, 2, 'hello')",
    ] {
        room.run(sql).await;
    }
}

async fn nobody_is_taken_for_another(base: Base, kind: RequestKind) {
    let room = room(base, TABLES, MAP).await;
    let id = asked(&room, "r1", kind, "email=anna@example.org", Wish::default()).await;
    given_to_olga(&room).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Identity)), "{kind}");
    let case = room.desk.case(&id).await.unwrap();
    assert_eq!(case.who.unwrap().rows, None);
    assert!(room.desk.candidates(&room.desk.case(&id).await.unwrap()).await.unwrap().is_empty());
    let events = room.desk.records.events(&id, 0).await.unwrap();
    let told: Vec<&str> = events.iter().rev().map(|(_, event)| event.what.as_str()).collect();
    assert_eq!(told[..2], ["several-people", "person-changed"]);
    assert_eq!(room.rows("SELECT email FROM contacts WHERE id = 2").await, ["olga@example.org"]);
    assert_eq!(room.rows("SELECT t FROM notes").await, ["hello"]);
    assert!(!room.desk.archive(&id).exists(), "no copy of Olga's data");
    // Somebody sees to it: nobody is left.
    room.desk.settle(&id, &[], crate::desk::act("officer")).await.unwrap();
    room.work().await;
    assert_ne!(room.stands(&id).await.1, Some(Waits::Identity));
    assert_eq!(room.rows("SELECT email FROM contacts WHERE id = 2").await, ["olga@example.org"]);
}

async fn all_kinds(base: impl Fn(usize) -> Base) {
    use RequestKind::{Access, Erasure, Objection, Portability};
    for (at, kind) in [Access, Erasure, Objection, Portability].into_iter().enumerate() {
        nobody_is_taken_for_another(base(at), kind).await;
    }
}

#[tokio::test]
async fn nobody_is_taken_for_another_on_sqlite() {
    all_kinds(|_| Base::sqlite()).await;
}

#[tokio::test]
async fn nobody_is_taken_for_another_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let names = ["access", "erasure", "objection", "portability"];
    all_kinds(|at| Base::postgres(&server, names[at])).await;
}

/// In a batch, the others go; who has become somebody else is looked for again.
#[tokio::test]
async fn in_a_batch_nobody_is_taken_for_another() {
    let room = room(Base::sqlite(), TABLES, MAP).await;
    let anna = asked(&room, "r1", RequestKind::Erasure, "email=anna@example.org", Wish::default());
    let anna = anna.await;
    let karl = asked(&room, "r2", RequestKind::Erasure, "email=karl@example.org", Wish::default());
    let karl = karl.await;
    room.approve(&anna).await;
    room.approve(&karl).await;
    given_to_olga(&room).await;
    let clock = || crate::desk::NOW;
    let order = abide_rights::desk::batch::Order {
        act: crate::desk::act("worker"),
        chance: &crate::desk::chance,
        clock: &clock,
    };
    let batch = room.desk.work_together(&order).await.unwrap();
    assert_eq!(batch.done, [karl]);
    room.work().await;
    assert_eq!(room.stands(&anna).await.1, Some(Waits::Identity));
    assert_eq!(room.rows("SELECT email FROM contacts").await, ["olga@example.org"]);
}

/// A name that changes with marriage, or one of two addresses, makes nobody somebody else.
#[tokio::test]
async fn what_changes_of_a_person_leaves_them_themselves() {
    let room = room(Base::sqlite(), TABLES, MAP).await;
    let anna = ["email=anna@example.org"];
    let id = asked(&room, "r1", RequestKind::Erasure, anna[0], Wish::default()).await;
    room.run("UPDATE contacts SET name = 'Anna Neu' WHERE id = 2").await;
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    if room.stands(&id).await.1 == Some(Waits::Approval) {
        room.approve(&id).await;
        room.work().await;
    }
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    assert_eq!(room.rows("SELECT email FROM contacts").await, ["karl@example.org"]);
}

/// Another account with the same address comes before or after the approval, or the first one at all: nothing is done, and nothing
/// called done, before somebody has said whose it is.
async fn who_comes_later_is_asked_about(base: Base, kind: RequestKind, approved: bool) {
    let room = room(base, MANY, MAP).await;
    let anna = asked(&room, "r1", kind, "email=anna@example.org", Wish::default()).await;
    let new = asked(&room, "r2", kind, "email=new@example.org", Wish::default()).await;
    let karl = asked(&room, "r3", kind, "email=karl@example.org", Wish::default()).await;
    let comes = async || {
        for sql in [
            "INSERT INTO contacts VALUES (50, 'Anna Muster', 'Anna@example.org')",
            "INSERT INTO contacts VALUES (51, 'Neu', 'new@example.org')",
        ] {
            room.run(sql).await;
        }
    };
    if approved {
        for id in [&anna, &new, &karl] {
            room.approve(id).await;
        }
        comes().await;
    } else {
        comes().await;
        for id in [&anna, &new] {
            let plan = room.desk.case(id).await.unwrap().plan.unwrap().0;
            let approved =
                room.desk.approve(id, plan.fingerprint, crate::desk::act("officer")).await;
            assert!(matches!(approved, Err(Failed::FoundAnew)), "{id}: {approved:?}");
        }
        room.approve(&karl).await;
    }
    room.work().await;
    for id in [&anna, &new] {
        assert_eq!(room.stands(id).await, (RequestState::Waiting, Some(Waits::Identity)), "{id}");
        let case = room.desk.case(id).await.unwrap();
        let found = room.desk.candidates(&case).await.unwrap();
        assert_eq!(found.len(), if *id == anna { 2 } else { 1 });
    }
    room.hand_out(&karl).await;
    assert_eq!(room.stands(&karl).await.0, RequestState::Done, "nobody came for him");
    // Somebody says: both are Anna.
    room.settle(&anna, &[1, 2], crate::desk::act("officer")).await;
    room.work().await;
    room.approve(&anna).await;
    room.work().await;
    room.hand_out(&anna).await;
    assert_eq!(room.stands(&anna).await.0, RequestState::Done);
    let left = room.rows("SELECT id FROM contacts WHERE lower(email) = 'anna@example.org'").await;
    assert_eq!(left.len(), if kind == RequestKind::Erasure { 0 } else { 2 });
}

async fn whoever_comes(base: impl Fn(&str) -> Base) {
    for approved in [false, true] {
        for kind in [RequestKind::Erasure, RequestKind::Access] {
            who_comes_later_is_asked_about(base(&format!("{kind}_{approved}")), kind, approved)
                .await;
        }
    }
}

#[tokio::test]
async fn who_comes_later_is_asked_about_on_sqlite() {
    whoever_comes(|_| Base::sqlite()).await;
}

#[tokio::test]
async fn who_comes_later_is_asked_about_on_postgresql() {
    let Some(server) = Server::start() else { return };
    whoever_comes(|name| Base::postgres(&server, name)).await;
}

/// What an edge alone ties to a number of another store goes to whoever has the number next, if it had to stay.
const PEOPLE: &str = r#"
    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }]
"#;

const BILLS: &str = r#"
    [[table]]
    name = "bills.csv"
    keep = "billing"
    edge = [{ kind = "owned-by", columns = ["who"], of-store = "store", of = "contacts" }]
"#;

/// The edges of which it is told that they go by numbers that are given again, over a database with such a key of people and a folder.
async fn reusable(base: &Base, key: &str, people: &str, bills: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bills.csv"), "who\n2\n").unwrap();
    for sql in [
        format!("CREATE TABLE contacts (id {key}, email VARCHAR(40) UNIQUE, home INTEGER)"),
        "CREATE TABLE notes (no INTEGER PRIMARY KEY, who VARCHAR(9))".to_owned(),
        format!("CREATE TABLE homes (id {key}, street VARCHAR(40))"),
    ] {
        base.run(&sql).await.unwrap();
    }
    let map = |id: &str, kind: &str, tables: &str| {
        map_of(&format!(
            "[store]\nid = \"{id}\"\nkind = \"{kind}\"\nplace = \".\"\npolicy = \"service\"\n{tables}"
        ))
    };
    let bills = map("folder", "files", bills);
    let files = one(&bills, folder.path(), &|_| None).await.unwrap();
    let stores = vec![base.store().await, files];
    let people = part(&*stores[0], map("store", "sqlite", people), None).await;
    let bills = part(&*stores[1], bills, None).await;
    let atlas = Atlas::new(vec![people, bills]).unwrap();
    let finder = abide_detect::Finder::default();
    let report = check(&atlas, &stores, &finder, TODAY, &mut |_, _| ()).await.unwrap();
    let told = report.findings.into_iter().filter(|f| f.what == What::ReusableKeys);
    told.map(|f| format!("{} {}", f.severity.word(), f.place)).collect()
}

#[tokio::test]
async fn rows_that_may_stay_by_a_number_that_is_given_again_are_told() {
    let is = |from: &str, to: &str| BILLS.replace(from, to);
    let (whole, text) = ("INTEGER PRIMARY KEY", "TEXT PRIMARY KEY");
    let notes = "[[table]]\nname = \"notes\"\nkeep = \"billing\"\nedge = [{ kind = \"owned-by\", columns = [\"who\"], of = \"contacts\" }]";
    let home = "edge = [{ kind = \"owns\", columns = [\"home\"], of = \"homes\" }]\n[[table]]\nname = \"homes\"\n";
    let said = &["warning folder.bills.csv.who"][..];
    for (key, people, bills, told) in [
        (whole, String::new(), BILLS.to_owned(), said),
        // A hold may cover any table.
        (whole, String::new(), is("keep = \"billing\"", ""), said),
        (
            "INTEGER NOT NULL PRIMARY KEY /* no autoincrement */",
            String::new(),
            BILLS.to_owned(),
            said,
        ),
        ("INTEGER PRIMARY KEY AUTOINCREMENT", String::new(), BILLS.to_owned(), &[]),
        // Numbers that programs give.
        (text, String::new(), BILLS.to_owned(), &[]),
        ("INT PRIMARY KEY", String::new(), BILLS.to_owned(), &[]),
        (
            whole,
            String::new(),
            is("of = \"contacts\"", "of = \"contacts\", of-columns = [\"email\"]"),
            &[],
        ),
        // What is not theirs lets go.
        (whole, String::new(), is("owned-by", "accessed-by"), &[]),
        // Nobody's row goes.
        (whole, "erase = \"anonymize\"\n".to_owned(), BILLS.to_owned(), &[]),
        // In one store the person's row stays too.
        (whole, notes.to_owned(), String::new(), &[]),
        // A home goes, and a person may be held.
        (whole, home.to_owned(), String::new(), &["warning store.contacts.home"]),
    ] {
        let all = format!("{PEOPLE}{people}");
        assert_eq!(reusable(&Base::sqlite(), key, &all, &bills).await, told, "{key} {all} {bills}");
    }
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "counted");
    assert_eq!(reusable(&base, "SERIAL PRIMARY KEY", PEOPLE, BILLS).await, [""; 0]);
}
