//! Requests over databases that are made in ways of their own: keys that are empty, columns that take few values.

use std::sync::Arc;

use abide_policy::source::read_map;
use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::atlas::{Atlas, Part};
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::Wish;

use crate::desk::{NOW, Room, act, chance};
use crate::world::Base;

const HEAD: &str = r#"
[store]
id = "store"
kind = "sqlite"
place = "store.db"
policy = "service"
"#;

/// A desk over one database.
async fn room(base: Base, sql: &str, map: &str) -> Room {
    base.run(sql).await.unwrap();
    let mut room = Room::sqlite().await;
    room.base = base;
    open(&mut room, map).await;
    room
}

/// Opens the store, as it is now.
async fn open(room: &mut Room, map: &str) {
    let reading = read_map(&format!("{HEAD}{map}"));
    let map = reading.value.unwrap_or_else(|| panic!("{:?}", reading.diagnostics));
    let store = room.base.store().await;
    let schema = store.schema().await.unwrap();
    room.desk.atlas = Arc::new(Atlas::new(vec![Part { map, schema, policy: None }]).unwrap());
    room.desk.stores = vec![store];
}

async fn asked(room: &Room, id: &str, kind: RequestKind, fact: &str, wish: Wish) -> Id {
    let id = room.open(id, kind, &[fact], wish).await;
    room.work().await;
    id
}

async fn swept(room: &mut Room, id: &Id) {
    room.approve(id).await;
    room.desk.sweeps = true;
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = room.desk.work_together(&order, &mut |_| (), &mut |_| ()).await.unwrap();
    assert_eq!(&batch.done[..], std::slice::from_ref(id), "{batch:?}");
    room.desk.sweeps = false;
}

const KEYS: &str = "CREATE TABLE people (code TEXT PRIMARY KEY, name TEXT, email TEXT);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, mail TEXT, code TEXT);
    INSERT INTO people VALUES ('K-0', 'Null', NULL), ('K-1', 'Anna', 'anna@example.org'), (NULL, 'Bea', 'bea@example.org'), (NULL, 'Cleo', 'cleo@example.org'), ('4', 'Dora', 'dora@example.org');
    INSERT INTO orders VALUES (1, 'anna@example.org', 'K-1'), (2, 'bea@example.org', NULL), (3, 'cleo@example.org', NULL), (4, 'dora@example.org', '4')";

const KEYS_MAP: &str = r#"
[[table]]
name = "people"
person = "contact"
known-by = [{ fact = "email", column = "email" }]
[[table.column]]
name = "name"
[[table]]
name = "orders"
edge = [{ kind = "owned-by", columns = ["mail"], of = "people", of-columns = ["email"] }, { kind = "owned-by", columns = ["code"], of = "people" }]
"#;

/// SQLite lets the key of a row be empty, and such rows are people like others.
#[tokio::test]
async fn people_without_a_key_are_found_and_erased() {
    let mut room = room(Base::sqlite(), KEYS, KEYS_MAP).await;
    let wish = Wish {
        set: [("store.people.name".to_owned(), "Bea Neu".to_owned())].into(),
        ..Wish::default()
    };
    let id = asked(&room, "r1", RequestKind::Rectification, "email=bea@example.org", wish).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    let names = "SELECT name FROM people WHERE code IS NULL";
    assert_eq!(room.rows(names).await, ["Bea Neu", "Cleo"]);

    let id =
        asked(&room, "r2", RequestKind::Erasure, "email=bea@example.org", Wish::default()).await;
    assert_eq!(room.desk.case(&id).await.unwrap().plan.unwrap().1.totals(), (2, 0));
    // Rows before it go, the file is written anew, and the store is opened again: it is still the same row.
    room.run("DELETE FROM people WHERE code = 'K-0'").await;
    room.run("VACUUM").await;
    open(&mut room, KEYS_MAP).await;
    swept(&mut room, &id).await;
    assert_eq!(room.rows("SELECT name FROM people").await, ["Anna", "Cleo", "Dora"]);
    assert_eq!(room.rows("SELECT id FROM orders").await, ["1", "3", "4"]);

    // Others go by their keys, also by one that is the number of a row.
    let id =
        asked(&room, "r3", RequestKind::Erasure, "email=dora@example.org", Wish::default()).await;
    swept(&mut room, &id).await;
    assert_eq!(room.rows("SELECT name FROM people").await, ["Anna", "Cleo"]);

    // What was settled for a row without a key is nobody's any more when there is none.
    let id =
        asked(&room, "r4", RequestKind::Erasure, "email=cleo@example.org", Wish::default()).await;
    room.run("DELETE FROM people WHERE name = 'Cleo'").await;
    room.run("INSERT INTO people VALUES ('4', 'Emil', 'emil@example.org')").await;
    open(&mut room, KEYS_MAP).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(room.desk.case(&id).await.unwrap().plan.unwrap().1.totals(), (0, 0));
    assert_eq!(room.rows("SELECT name FROM people").await, ["Anna", "Emil"]);
}
