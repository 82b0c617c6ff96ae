//! A row's number is given to somebody else between two steps of a request: nobody is taken for somebody else.

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::Failed;
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::desk::Room;
use crate::odd::{asked, room};
use crate::world::Base;

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
            assert!(matches!(approved, Err(Failed::OtherPlan)), "{id}: {approved:?}");
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
