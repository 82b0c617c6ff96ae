//! What names somebody by itself: an address that is a key stays where something refers to it, and is told; an address leads to the same
//! person in other tables of people.

use std::sync::Arc;

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::atlas::Atlas;
use abide_rights::desk::document::Wish;
use abide_rights::state::{Event, Residue};
use abide_tests::postgres::Postgres as Server;

use crate::desk::{Room, act};
use crate::world::{Base, Ran, map_of, part};

const DESK: &str = "
    CREATE TABLE users (email VARCHAR(100) PRIMARY KEY, display TEXT NOT NULL, no VARCHAR(20));
    CREATE TABLE tickets (id INTEGER PRIMARY KEY, requester VARCHAR(100) NOT NULL REFERENCES users, subject TEXT NOT NULL);
    CREATE TABLE comments (id INTEGER PRIMARY KEY, ticket_id INTEGER NOT NULL REFERENCES tickets, author VARCHAR(100) NOT NULL REFERENCES users, body TEXT NOT NULL);
    INSERT INTO users VALUES ('xenia@only.example.net', 'Xenia Ulm', NULL), ('staff@example.org', 'Stefan Amt', 'S-1');
    INSERT INTO tickets VALUES (1, 'xenia@only.example.net', 'printer'), (2, 'xenia@only.example.net', 'mouse');
    INSERT INTO comments VALUES (1, 1, 'staff@example.org', 'is on'), (2, 2, 'xenia@only.example.net', 'please');
";

const DESK_MAP: &str = r#"
    [store]
    id = "desk"
    kind = "sqlite"
    place = "desk.db"
    policy = "service"

    [[table]]
    name = "users"
    person = "contact"
    erase = "delete"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "display" }]

    [[table]]
    name = "tickets"
    [[table.edge]]
    kind = "owned-by"
    columns = ["requester"]
    of = "users"
    [[table.column]]
    name = "subject"

    [[table]]
    name = "comments"
    [[table.edge]]
    kind = "owned-by"
    columns = ["author"]
    of = "users"
    [[table.column]]
    name = "body"
"#;

async fn room(desk: &Base, map: &str) -> Room {
    desk.run(DESK).await.unwrap();
    let store = desk.store_as("desk").await;
    let mut room = Room::sqlite().await;
    room.desk.atlas = Arc::new(Atlas::new(vec![part(&*store, map_of(map), None).await]).unwrap());
    room.desk.stores = vec![store];
    room
}

/// A colleague's comment keeps the ticket, and the ticket its user, whose key is the address: somebody must decide, and knows it before.
async fn an_address_that_is_a_key_is_told(base: Base) {
    let room = room(&base, DESK_MAP).await;
    let xenia = ["email=xenia@only.example.net"];
    let id = room.open("r1", RequestKind::Erasure, &xenia, Wish::default()).await;
    room.work().await;
    let paper = room.paper(&id).await;
    let tables = paper.stores.iter().flat_map(|store| &store.tables);
    let told: Vec<String> = tables
        .flat_map(|t| t.keys.iter().map(move |(column, n)| format!("{}.{column} {n}", t.table)))
        .collect();
    assert_eq!(told, ["tickets.requester 1", "users.email 1"]);
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Residue)));
    let events = room.desk.records.events(&id, 0).await.unwrap();
    let found = events.iter().find(|(_, e)| e.what.as_str() == "residue-found").unwrap();
    for place in [
        r#""table":"desk.users","column":"email""#,
        r#""table":"desk.tickets","column":"requester""#,
    ] {
        assert!(found.1.detail.as_str().contains(place), "{:?}", found.1.detail);
    }
    let users = base.run("SELECT display FROM users ORDER BY display").await.unwrap();
    assert_eq!(users, Ran::Rows(vec![String::new(), "Stefan Amt".to_owned()]));
    let goes = Event::ResidueSettled(Residue::Goes);
    room.desk.resolved(&id, goes, act("officer")).await.unwrap();
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
    // Nobody's word is taken for it.
    room.desk.hand_done(&id, act("officer")).await.unwrap();
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Residue)));
    room.desk.resolved(&id, goes, act("officer")).await.unwrap();
    room.work().await;
    // Somebody gives the row another key, and says so: it is looked at again.
    for sql in [
        "INSERT INTO users VALUES ('gone-1', '', NULL)",
        "UPDATE tickets SET requester = 'gone-1' WHERE requester = 'xenia@only.example.net'",
        "DELETE FROM users WHERE email = 'xenia@only.example.net'",
    ] {
        base.run(sql).await.unwrap();
    }
    room.desk.hand_done(&id, act("officer")).await.unwrap();
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
}

/// Whoever says in the map that the key is kept is not asked.
async fn a_key_that_the_map_keeps_stays(base: Base) {
    let keep = "known-by = [{ fact = \"email\", column = \"email\" }, { fact = \"name\", column = \"display\" }]\n    \
        [[table.column]]\n    name = \"email\"\n    erase = \"keep\"";
    let map = DESK_MAP.replace(keep.lines().next().unwrap(), keep).replace(
        "name = \"subject\"",
        "name = \"subject\"\n    [[table.column]]\n    name = \"requester\"\n    erase = \"keep\"",
    );
    let room = room(&base, &map).await;
    let xenia = ["email=xenia@only.example.net"];
    let id = room.open("r1", RequestKind::Erasure, &xenia, Wish::default()).await;
    room.work().await;
    let paper = room.paper(&id).await;
    assert!(paper.stores.iter().flat_map(|s| &s.tables).all(|table| table.keys.is_empty()));
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
}

const CRM: &str = "
    CREATE TABLE customers (id INTEGER PRIMARY KEY, no VARCHAR(20) NOT NULL UNIQUE, email VARCHAR(100));
    INSERT INTO customers VALUES (1, 'K-1', 'Xenia@only.example.net'), (2, 'K-2', 'xenia@only.example.net'), (3, 'K-3', 'bob@example.org');
";

const CRM_MAP: &str = r#"
    [store]
    id = "crm"
    kind = "sqlite"
    place = "crm.db"
    policy = "service"

    [[table]]
    name = "customers"
    person = "customer"
    erase = "delete"
    known-by = [{ fact = "id", column = "no" }, { fact = "email", column = "email" }]
"#;

/// Asked for by a number of one store, the person is found in the other by the address that stands there, and somebody chooses; whoever
/// else has the address in the first is not meant by the number.
async fn an_address_leads_to_other_tables(crm: Base, desk: Base) {
    crm.run(CRM).await.unwrap();
    desk.run(DESK).await.unwrap();
    let stores = vec![crm.store_as("crm").await, desk.store_as("desk").await];
    let parts = vec![
        part(&*stores[0], map_of(CRM_MAP), None).await,
        part(&*stores[1], map_of(DESK_MAP), None).await,
    ];
    let mut room = Room::sqlite().await;
    room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
    room.desk.stores = stores;
    let id = room.open("r1", RequestKind::Erasure, &["id=K-1"], Wish::default()).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Identity)));
    let candidates = room.desk.candidates(&room.desk.case(&id).await.unwrap()).await.unwrap();
    let tables: Vec<_> = candidates.iter().flat_map(|c| c.tables.clone()).collect();
    assert_eq!(tables, ["crm.customers", "desk.users"]);
    room.settle(&id, &[1, 2], act("officer")).await;
    room.work().await;
    let paper = room.paper(&id).await;
    let counts: Vec<_> =
        paper.stores.iter().flat_map(|s| &s.tables).map(|t| (&*t.table, t.delete)).collect();
    assert!(counts.contains(&("customers", 1)) && counts.contains(&("comments", 1)), "{counts:?}");
    // Nobody else has that address.
    let bob = room.open("r2", RequestKind::Erasure, &["id=K-3"], Wish::default()).await;
    room.work().await;
    assert_eq!(room.stands(&bob).await.0, RequestState::Planned);
}

#[tokio::test]
async fn what_names_somebody_by_itself_on_sqlite() {
    an_address_that_is_a_key_is_told(Base::sqlite()).await;
    a_key_that_the_map_keeps_stays(Base::sqlite()).await;
    an_address_leads_to_other_tables(Base::sqlite(), Base::sqlite()).await;
}

#[tokio::test]
async fn what_names_somebody_by_itself_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = |name: &str| Base::postgres(&server, name);
    an_address_that_is_a_key_is_told(base("key")).await;
    a_key_that_the_map_keeps_stays(base("kept_key")).await;
    an_address_leads_to_other_tables(base("crm_further"), base("desk_further")).await;
}
