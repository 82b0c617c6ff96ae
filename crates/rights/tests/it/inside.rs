//! What a database holds in none of its tables: a sweep reads stored views, and says what it does not read.

use std::collections::BTreeMap;
use std::sync::Arc;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::document::Wish;
use abide_rights::desk::report::Report;
use abide_rights::state::{Event, Residue};
use abide_stores::postgres::Postgres;
use abide_stores::{Remains, Store as _};
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, Room, act, chance, map};
use crate::world::{Base, World};

/// Erases somebody with a sweep.
async fn batch(room: &mut Room) -> (Id, Batch) {
    room.desk.sweeps = true;
    let facts = ["email=eins@example.org"];
    let id = room.open("r1", RequestKind::Erasure, &facts, Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    (id, together(room).await)
}

async fn together(room: &Room) -> Batch {
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    room.desk.work_together(&order).await.unwrap()
}

/// The same, and reads what is told of it.
async fn swept(room: &mut Room) -> Report {
    let (id, batch) = batch(room).await;
    assert_eq!(batch.done, std::slice::from_ref(&id), "{batch:?}");
    told(room, &id).await
}

async fn told(room: &Room, id: &Id) -> Report {
    let events = room.desk.records.events(id, 0).await.unwrap();
    let events: Vec<_> = events.into_iter().map(|(_, event)| event).collect();
    let report = Report::last(&events).unwrap();
    assert!(report.swept && !report.has_read_files());
    report
}

/// Opens the store with what came since.
async fn open(room: &mut Room) {
    let world = World::new(&room.base, map()).await;
    (room.desk.atlas, room.desk.stores) = (Arc::new(world.atlas), world.stores);
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
        open(&mut room).await;
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

const FOREIGN: &str =
    "CREATE FOREIGN DATA WRAPPER nothing; CREATE SERVER elsewhere FOREIGN DATA WRAPPER nothing;
    CREATE FOREIGN TABLE others (mail TEXT) SERVER elsewhere";

#[tokio::test]
async fn foreign_tables_are_not_called_gone() {
    let Some(server) = Server::start() else { return };
    let mut room = Room::new(Base::postgres(&server, "foreign"), None).await;
    room.run(FOREIGN).await;
    open(&mut room).await;
    assert_eq!(swept(&mut room).await.unread_inside(), BTreeMap::from([("foreign-table", 1)]));
}

/// Over a table of the map; over one that no map has and of which the person is gone already; over a table of the map behind a
/// function, which no catalogue tells; and one that was never filled.
const VIEWS: &str = "CREATE TABLE subscribers (mail TEXT); INSERT INTO subscribers VALUES ('eins@example.org');
    CREATE FUNCTION mails() RETURNS SETOF TEXT LANGUAGE sql AS 'SELECT email FROM contacts';
    CREATE MATERIALIZED VIEW fresh AS SELECT email FROM contacts; CREATE MATERIALIZED VIEW behind AS SELECT mail FROM mails() AS mail;
    CREATE MATERIALIZED VIEW stale AS SELECT mail FROM subscribers; DELETE FROM subscribers;
    CREATE MATERIALIZED VIEW never AS SELECT email FROM contacts WITH NO DATA";

#[tokio::test]
async fn stored_views_are_read_and_what_is_left_in_them_is_told() {
    let Some(server) = Server::start() else { return };
    let mut room = Room::new(Base::postgres(&server, "views"), None).await;
    room.run(VIEWS).await;
    open(&mut room).await;
    // As a site opens it: the views over tables of the map are made anew.
    let Base::Postgres { address } = &room.base else { panic!("no server") };
    let names: Vec<String> = map().tables.iter().map(|table| table.name.clone()).collect();
    let store = Postgres::open("store", address).await.unwrap().mapped(names);
    store.schema().await.unwrap();
    room.desk.stores = vec![Arc::new(store)];
    let (id, ended) = batch(&mut room).await;
    assert_eq!((&ended.found[..], ended.done.len()), (&[id.clone()][..], 0));
    let events = room.desk.records.events(&id, 0).await.unwrap();
    let found = events.iter().find(|(_, e)| e.what.as_str() == "residue-found").unwrap();
    let one = |view: &str| {
        format!(r#"{{"what":"view","table":"store.{view}","column":"mail","rows":1}}"#)
    };
    let residue = format!(r#"{{"residue":[{},{}]}}"#, one("behind"), one("stale"));
    assert_eq!(found.1.detail.as_str(), residue);

    let goes = Event::ResidueSettled(Residue::Goes);
    room.desk.resolved(&id, goes, act("officer")).await.unwrap();
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
    // By hand, as it is told.
    room.run("REFRESH MATERIALIZED VIEW behind; REFRESH MATERIALIZED VIEW stale").await;
    room.desk.hand_done(&id, act("officer")).await.unwrap();
    assert_eq!(together(&room).await.done, std::slice::from_ref(&id));
    assert!(told(&room, &id).await.swept);
}
