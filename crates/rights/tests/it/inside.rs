//! What a database holds in none of its tables: a sweep does not read it, and says so.

use std::collections::BTreeMap;
use std::sync::Arc;

use abide_policy::vocab::RequestKind;
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::Wish;
use abide_rights::desk::report::Report;
use abide_stores::Remains;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, Room, act, chance, map};
use crate::world::{Base, World};

/// Erases somebody with a sweep, and reads what is told of it.
async fn swept(room: &mut Room) -> Report {
    room.desk.sweeps = true;
    let facts = ["email=eins@example.org"];
    let id = room.open("r1", RequestKind::Erasure, &facts, Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = room.desk.work_together(&order).await.unwrap();
    assert_eq!(batch.done, std::slice::from_ref(&id), "{batch:?}");
    let events = room.desk.records.events(&id, 0).await.unwrap();
    let events: Vec<_> = events.into_iter().map(|(_, event)| event).collect();
    let report = Report::last(&events).unwrap();
    assert!(report.swept && !report.has_read_files());
    report
}

#[tokio::test]
async fn words_without_their_text_are_not_called_gone() {
    for (more, unread, remains) in [
        ("", BTreeMap::new(), Remains::Nothing),
        (", content=''", BTreeMap::from([("word-index", 1)]), Remains::UntilReused),
    ] {
        let mut room = Room::sqlite().await;
        room.run(&format!("CREATE VIRTUAL TABLE words USING fts5(body{more})")).await;
        // The text of one that keeps it is found, and would have to go first.
        if !more.is_empty() {
            room.run("INSERT INTO words (rowid, body) VALUES (1, 'eins@example.org')").await;
        }
        // The store is opened with the index.
        let world = World::new(&room.base, map()).await;
        (room.desk.atlas, room.desk.stores) = (Arc::new(world.atlas), world.stores);
        assert_eq!(swept(&mut room).await.unread_inside(), unread, "{more}");
        let rebuilt = room.desk.rebuild(0, act("worker")).await.unwrap();
        assert_eq!(rebuilt, Some(remains), "{more}");
    }
}

#[tokio::test]
async fn large_objects_are_not_called_gone() {
    let Some(server) = Server::start() else { return };
    let mut room = Room::new(Base::postgres(&server, "none"), None).await;
    assert_eq!(swept(&mut room).await.unread_inside(), BTreeMap::new());
    let mut room = Room::new(Base::postgres(&server, "some"), None).await;
    room.run("SELECT lo_from_bytea(0, 'eins@example.org')").await;
    assert_eq!(swept(&mut room).await.unread_inside(), BTreeMap::from([("large-object", 1)]));
}
