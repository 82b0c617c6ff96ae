//! A sweep that may not read a table: nothing is called clean, and everybody is told which table it is.

use abide_detect::Finder;
use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::check::{What, check};
use abide_rights::desk::Act;
use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, Room, act, chance};
use crate::world::{Base, TODAY};

async fn batch(room: &Room, now: i64) -> Batch {
    let clock = || now;
    let order = Order { act: Act { now, ..act("worker") }, chance: &chance, clock: &clock };
    room.desk.work_together(&order).await.unwrap()
}

async fn words(room: &Room, id: &Id) -> Vec<String> {
    let events = room.desk.records.events(id, 0).await.unwrap();
    events.into_iter().map(|(_, event)| event.what.as_str().to_owned()).collect()
}

async fn unswept(room: &Room) -> Vec<String> {
    let Room { desk, .. } = room;
    let finder = Finder::default();
    let report = check(&desk.atlas, &desk.stores, &finder, TODAY, &mut |_, _| ()).await.unwrap();
    let found = report.findings.into_iter().filter(|f| f.what == What::Unswept);
    found.map(|f| f.place).collect()
}

#[tokio::test]
async fn a_table_that_may_not_be_read_keeps_an_erasure_waiting_and_is_named() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "unread");
    base.run("CREATE SCHEMA crm; CREATE TABLE crm.audit (id int PRIMARY KEY, what text)")
        .await
        .unwrap();
    let mut room = Room::new(base, None).await;
    room.run(
        "CREATE ROLE keeper LOGIN; GRANT SELECT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO keeper; \
        GRANT USAGE ON SCHEMA crm TO keeper",
    )
    .await;
    let address = room.base.place().replace("abide@", "keeper@");
    room.desk.stores = vec![Base::Postgres { address }.store().await];
    assert_eq!(unswept(&room).await, ["store.crm.audit"]);
    let facts = ["email=eins@example.org"];
    let id = room.open("r1", RequestKind::Erasure, &facts, Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    room.desk.sweeps = true;

    batch(&room, NOW).await;
    let waits = (RequestState::Waiting, Some(Waits::Store));
    let named = [(id.clone(), vec!["store.crm.audit".to_owned()])];
    assert_eq!(room.stands(&id).await, waits);
    assert_eq!(room.desk.unread().await.unwrap(), named);
    // The account may select now, but a policy hides rows from it. Nothing is written anew as long as it is so.
    let before = words(&room, &id).await;
    room.run(
        "GRANT SELECT ON crm.audit TO keeper; ALTER TABLE crm.audit ENABLE ROW LEVEL SECURITY",
    )
    .await;
    room.desk.stores_back(act("worker")).await.unwrap();
    batch(&room, NOW + 700).await;
    assert_eq!((room.stands(&id).await, words(&room, &id).await), (waits, before));
    assert_eq!(unswept(&room).await, ["store.crm.audit"]);

    room.run("ALTER ROLE keeper BYPASSRLS").await;
    assert_eq!(unswept(&room).await, [""; 0]);
    room.desk.stores_back(act("worker")).await.unwrap();
    batch(&room, NOW + 1400).await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert!(room.report(&id).await.contains("\"swept\":true"));
    assert!(room.desk.unread().await.unwrap().is_empty());
}
