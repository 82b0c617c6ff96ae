//! Somebody adds tables and columns to a store that is open: nothing is planned, done or swept by what was read before.

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::Failed;
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, Room, act, chance};
use crate::odd::{asked, open, room};
use crate::world::Base;

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name VARCHAR(40), email VARCHAR(40) UNIQUE);
    INSERT INTO contacts VALUES (1, 'Karl Beispiel', 'karl@example.org'), (2, 'Josefina Nunez', 'josefina@example.org');
";

const MAP: &str = r#"
    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }]
"#;

async fn works(room: &Room) -> Result<(), Failed> {
    room.desk.work(act("worker"), &chance, &mut |_| ()).await.map(drop)
}

async fn sweeps(room: &Room) -> Result<abide_rights::desk::batch::Batch, Failed> {
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    room.desk.work_together(&order).await
}

async fn other_tables_are_seen(base: Base) {
    let mut room = room(base, TABLES, MAP).await;
    let id =
        asked(&room, "r1", RequestKind::Erasure, "email=josefina@example.org", Wish::default());
    let id = id.await;
    room.approve(&id).await;
    room.desk.sweeps = true;
    room.run("CREATE TABLE leads (id INTEGER PRIMARY KEY, mail VARCHAR(40))").await;
    room.run("INSERT INTO leads VALUES (1, 'josefina@example.org')").await;
    assert!(sweeps(&room).await.unwrap_err().is_of_other_tables());
    let carried = room.desk.carry_on(&id, act("worker"), &chance, &mut |_| ()).await;
    assert!(carried.unwrap_err().is_of_other_tables());
    room.desk.sweeps = false;
    assert!(works(&room).await.unwrap_err().is_of_other_tables());
    let stored = room.desk.records.request(&id).await.unwrap().unwrap();
    assert_eq!(stored.lease, None, "whoever reads the tables anew can take it at once");
    room.desk.sweeps = true;
    assert_eq!(room.rows("SELECT count(*) FROM contacts").await, ["2"], "nothing was done");
    assert_eq!(room.stands(&id).await.0, RequestState::Approved);
    // Opened anew, everything is read.
    open(&mut room, MAP).await;
    let batch = sweeps(&room).await.unwrap();
    assert_eq!((batch.done.len(), batch.found.len()), (0, 1), "{batch:?}");
    assert_eq!(room.stands(&id).await.1, Some(Waits::Residue));
}

/// What changes no table leaves everything as it was read: other rows, counts of them, a file that is written anew.
async fn the_same_tables_are_the_same(base: Base, changes: &[&str]) {
    let room = room(base, TABLES, MAP).await;
    for sql in changes {
        room.run(sql).await;
        room.desk.stores_as_read().await.unwrap_or_else(|failed| panic!("{sql}: {failed}"));
    }
    for sql in [
        "ALTER TABLE contacts ADD COLUMN note VARCHAR(40)",
        "ALTER TABLE contacts DROP COLUMN note",
        "CREATE TABLE leads (id INTEGER PRIMARY KEY)",
    ] {
        room.run(sql).await;
        let is_seen = room.desk.stores_as_read().await.is_err();
        // What was added and is gone again is as it was read.
        assert_eq!(is_seen, !sql.contains("DROP"), "{sql}");
    }
}

#[tokio::test]
async fn other_tables_are_seen_on_sqlite() {
    other_tables_are_seen(Base::sqlite()).await;
    let changes = ["INSERT INTO contacts VALUES (3, 'A', 'a@example.org')", "VACUUM", "ANALYZE"];
    the_same_tables_are_the_same(Base::sqlite(), &changes).await;
}

#[tokio::test]
async fn other_tables_are_seen_on_postgresql() {
    let Some(server) = Server::start() else { return };
    other_tables_are_seen(Base::postgres(&server, "seen")).await;
    let changes = ["INSERT INTO contacts VALUES (3, 'A', 'a@example.org')", "ANALYZE"];
    the_same_tables_are_the_same(Base::postgres(&server, "same"), &changes).await;
}
