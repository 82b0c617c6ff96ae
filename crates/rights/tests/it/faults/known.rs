//! Somebody is in two stores, and only one of them has the name: the other loses it too, though the first is erased by then and whoever
//! goes on knows nothing but what was noted.

use std::sync::Arc;

use abide_policy::vocab::{RequestKind, RequestState};
use abide_rights::atlas::Atlas;
use abide_rights::desk::document::Wish;
use abide_stores::Store;
use abide_tests::postgres::Postgres as Server;

use super::fuse::{Fault, Fuse, FusedStore, When};
use super::town::{LATER, pass};
use crate::desk::{NOW, Room};
use crate::world::{Base, Ran, map_of, part};

const HELP: &str = "
    DROP TABLE IF EXISTS tickets; DROP TABLE IF EXISTS users;
    CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
    CREATE TABLE tickets (id INTEGER PRIMARY KEY, user_id INTEGER, second_id INTEGER, said TEXT);
    INSERT INTO users VALUES (1, 'anna@example.org'), (2, 'bea@example.org');
    INSERT INTO tickets VALUES (1, 1, 2, 'Anna Muster waits for Bea Probe');
";

const HELP_MAP: &str = r#"
    [store]
    id = "help"
    kind = "sqlite"
    place = "help.db"
    policy = "service"

    [[table]]
    name = "users"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }]

    [[table]]
    name = "tickets"
    [[table.edge]]
    kind = "owned-by"
    columns = ["user_id"]
    of = "users"
    [[table.edge]]
    kind = "owned-by"
    columns = ["second_id"]
    of = "users"
    [[table.column]]
    name = "said"
    erase = "redact"
"#;

const CRM: &str = "
    DROP TABLE IF EXISTS contacts;
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT, email TEXT);
    INSERT INTO contacts VALUES (1, 'Anna Muster', 'anna@example.org'), (2, 'Bea Probe', 'bea@example.org');
";

const CRM_MAP: &str = r#"
    [store]
    id = "crm"
    kind = "sqlite"
    place = "crm.db"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }]
"#;

/// One run in which a call fails, and all after it.
async fn run(help: &Base, crm: &Base, fuse: &Arc<Fuse>, together: bool) {
    help.run(HELP).await.unwrap();
    crm.run(CRM).await.unwrap();
    let stores = vec![help.store_as("help").await, crm.store_as("crm").await];
    let mut parts = Vec::new();
    for (store, map) in stores.iter().zip([HELP_MAP, CRM_MAP]) {
        parts.push(part(&**store, map_of(map), None).await);
    }
    let mut room = Room::sqlite().await;
    room.desk.sweeps = false;
    room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
    room.desk.stores.clone_from(&stores);
    let anna = ["email=anna@example.org"];
    let id = room.open("r1", RequestKind::Erasure, &anna, Wish::default()).await;
    room.work().await;
    // Nothing says that it is the same person but somebody who knows.
    room.settle(&id, &[1, 2], crate::desk::act("olga")).await;
    room.work().await;
    let steps = room.paper(&id).await.stores;
    let steps: Vec<&str> = steps.iter().map(|step| step.store.as_str()).collect();
    assert_eq!(steps, ["crm", "help"], "the name goes first");
    let fused = |store: &Arc<dyn Store>| {
        Arc::new(FusedStore(Arc::clone(store), Arc::clone(fuse))) as Arc<dyn Store>
    };
    room.desk.stores = stores.iter().map(fused).collect();
    let mut now = NOW;
    if together {
        // A worker that takes approved requests together; else one after the other.
        let _ = pass(&room.desk, "first", now).await;
    } else {
        room.approve(&id).await;
        let act = crate::desk::act("first");
        let chance = crate::desk::chance;
        let _ = room.desk.carry_on(&id, act, &chance, &mut |_| ()).await;
    }
    room.desk.stores = stores;
    let told = format!("call {}", fuse.at);
    for _ in 0..4 {
        now += LATER;
        pass(&room.desk, "second", now).await.unwrap_or_else(|e| panic!("{told}: {e}"));
    }
    assert_eq!(room.stands(&id).await, (RequestState::Done, None), "{told}");
    let said = help.run("SELECT said FROM tickets").await.unwrap();
    assert_eq!(said, Ran::Rows(vec!["[…] waits for Bea Probe".to_owned()]), "{told}");
    let left = crm.run("SELECT name FROM contacts").await.unwrap();
    assert_eq!(left, Ran::Rows(vec!["Bea Probe".to_owned()]), "{told}");
}

/// Every so many-th call fails, and the last.
#[expect(clippy::print_stdout, reason = "how many runs there were is asked for")]
async fn every_call(help: &Base, crm: &Base, step: usize) {
    let mut runs = 0;
    for (offset, when, together) in
        [(0, When::Before, false), (1, When::After, false), (2, When::After, true)]
    {
        // Far beyond the last call: nothing fails.
        let never = Fuse::new(usize::MAX, when, Fault::Dead);
        run(help, crm, &never, together).await;
        let made = never.made();
        assert!(made > 10, "{made} calls");
        for at in (offset..made - 1).step_by(step).chain([made - 1]) {
            let fuse = Fuse::new(at, when, Fault::Dead);
            run(help, crm, &fuse, together).await;
            assert!(fuse.is_blown(), "call {at} was not made");
            runs += 1;
        }
    }
    println!("{runs} runs");
    assert!(runs >= 9, "{runs} calls failed");
}

#[tokio::test]
async fn what_only_an_erased_store_knew_is_taken_out_of_the_next_on_sqlite() {
    every_call(&Base::sqlite(), &Base::sqlite(), 5).await;
}

#[tokio::test]
async fn what_only_an_erased_store_knew_is_taken_out_of_the_next_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = |store: &str| Base::postgres(&server, store);
    every_call(&base("help"), &base("crm"), 17).await;
}
