//! Stores that keep old versions of what was erased: a person is reminded, once the request is closed.

use std::sync::Arc;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState};
use abide_records::requests::duties::Reminder;
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::Wish;
use abide_rights::desk::{Failed, OLD_VERSIONS};
use abide_stores::{Abilities, Answer, Effort, Mode, Remains, Schema, Session, Store};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::desk::{NOW, Room, act, chance};
use crate::world::TODAY;

/// A store that may not delete old versions, before a day if it says so.
struct Keeping(Arc<dyn Store>, Option<Date>);

impl Store for Keeping {
    fn id(&self) -> &str {
        self.0.id()
    }
    fn abilities(&self) -> Answer<'_, Abilities> {
        Box::pin(async { Ok(Abilities { versions: true, ..self.0.abilities().await? }) })
    }
    fn schema(&self) -> Answer<'_, Arc<Schema>> {
        self.0.schema()
    }
    fn session(&self, mode: Mode) -> Answer<'_, Box<dyn Session>> {
        self.0.session(mode)
    }
    fn settle(&self, _: Effort) -> Answer<'_, Remains> {
        Box::pin(async { Ok(Remains::Versions { until: self.1 }) })
    }
    fn close(&self) -> Answer<'_, ()> {
        self.0.close()
    }
}

async fn room(until: Option<Date>) -> Room {
    let mut room = Room::sqlite().await;
    let store = Arc::clone(&room.desk.stores[0]);
    room.desk.stores = vec![Arc::new(Keeping(store, until))];
    room
}

async fn asked(room: &Room, id: &str, fact: &str) -> Id {
    let id = room.open(id, RequestKind::Erasure, &[fact], Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    id
}

async fn reminders(room: &Room, id: &Id) -> Vec<Reminder> {
    room.desk.records.reminders(id).await.unwrap()
}

async fn whats(room: &Room, id: &Id) -> Vec<(String, String)> {
    let events = room.desk.records.events(id, 0).await.unwrap();
    events.into_iter().map(|(_, e)| (e.what.to_string(), e.detail.as_str().to_owned())).collect()
}

fn soon() -> Date {
    TODAY.saturating_add(7.days())
}

#[tokio::test]
async fn of_what_is_kept_a_person_is_reminded_when_its_lock_has_ended() {
    let past = TODAY.saturating_sub(1.day());
    for (until, due) in
        [(None, soon()), (Some(past), soon()), (Some(date(2031, 3, 1)), date(2031, 3, 1))]
    {
        let room = room(until).await;
        let id = asked(&room, "r1", "email=eins@example.org").await;
        room.work().await;
        assert_eq!(room.stands(&id).await, (RequestState::Done, None), "nothing keeps it open");
        let open = Reminder {
            request: id.clone(),
            store: "store".parse().unwrap(),
            code: OLD_VERSIONS.parse().unwrap(),
            due,
            done_at: None,
        };
        assert_eq!(reminders(&room, &id).await, std::slice::from_ref(&open), "{until:?}");
        assert_eq!(
            room.desk.records.reminders_due(due).await.unwrap(),
            std::slice::from_ref(&open)
        );
        let history = whats(&room, &id).await;
        let (_, report) = history.iter().find(|(what, _)| what == "done").unwrap();
        let told: serde_json::Value = serde_json::from_str(report).unwrap();
        let told = &told["remains"]["store"];
        assert_eq!(told["what"], "versions");
        assert_eq!(told["until"], until.map_or(serde_json::Value::Null, |d| d.to_string().into()));
        room.desk.hand_done(&id, act("officer")).await.unwrap();
        assert_eq!(reminders(&room, &id).await, [Reminder { done_at: Some(NOW), ..open }]);
        assert_eq!(room.desk.records.reminders_due(due).await.unwrap(), []);
        assert_eq!(whats(&room, &id).await.last().unwrap().0, "hand-done");
        assert_eq!(room.stands(&id).await, (RequestState::Done, None), "it stays closed");
        let again = room.desk.hand_done(&id, act("officer")).await;
        assert!(matches!(again, Err(Failed::NotNow(_))), "it is told once: {again:?}");
    }
}

#[tokio::test]
async fn who_is_erased_with_others_is_reminded_of_alone() {
    let room = room(Some(date(2031, 3, 1))).await;
    let mut ids = Vec::new();
    for (id, fact) in [("r1", "email=eins@example.org"), ("r2", "email=zwei@example.org")] {
        ids.push(room.open(id, RequestKind::Erasure, &[fact], Wish::default()).await);
    }
    room.work().await;
    for id in &ids {
        room.approve(id).await;
    }
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = room.desk.work_together(&order).await.unwrap();
    assert_eq!(batch.done.len(), 2, "{batch:?}");
    for id in &ids {
        let reminders = reminders(&room, id).await;
        let told: Vec<_> = reminders.iter().map(|r| (r.code.as_str(), r.due)).collect();
        assert_eq!(told, [(OLD_VERSIONS, date(2031, 3, 1))]);
    }
    room.desk.hand_done(&ids[0], act("officer")).await.unwrap();
    let due = room.desk.records.reminders_due(date(2031, 3, 1)).await.unwrap();
    assert_eq!(due.iter().map(|r| &r.request).collect::<Vec<_>>(), [&ids[1]]);
}

#[tokio::test]
async fn a_store_that_keeps_nothing_reminds_of_nothing() {
    let room = Room::sqlite().await;
    let id = asked(&room, "r1", "email=eins@example.org").await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert_eq!(reminders(&room, &id).await, []);
    let done = room.desk.hand_done(&id, act("officer")).await;
    assert!(matches!(done, Err(Failed::NotNow(_))), "{done:?}");
}
