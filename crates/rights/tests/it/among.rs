//! One of many that are carried out together, of whom something cannot be read or written, keeps none of the others from their end.

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState};
use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::document::Wish;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

use crate::desk::{NOW, Room, act, chance};

/// Four people who share nothing: their requests are approved.
async fn four() -> (Room, Vec<Id>) {
    let room = Room::sqlite().await;
    room.run(
        "INSERT INTO contacts VALUES (6, 'Rita Drei', 'drei@example.org', '+493023125106', NULL), (7, 'Udo Vier', 'vier@example.org', '+493023125107', NULL)",
    )
    .await;
    let mut ids = Vec::new();
    for (id, who) in [("r1", "eins"), ("r2", "zwei"), ("r3", "drei"), ("r4", "vier")] {
        let fact = format!("email={who}@example.org");
        ids.push(room.open(id, RequestKind::Erasure, &[&fact], Wish::default()).await);
    }
    room.work().await;
    for id in &ids {
        room.approve(id).await;
    }
    (room, ids)
}

/// Changes our own tables, as nobody should.
async fn tamper(room: &Room, sql: &str) {
    let place = room._folder.path().join("records.db");
    let mut records = SqliteConnection::connect(place.to_str().unwrap()).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut records).await.unwrap();
    records.close().await.unwrap();
}

async fn batch(room: &Room, now: i64) -> Batch {
    let clock = || now;
    let act = abide_rights::desk::Act { now, ..act("worker") };
    room.desk.work_together(&Order { act, chance: &chance, clock: &clock }).await.unwrap()
}

fn names(ids: &[Id]) -> Vec<&str> {
    let mut names: Vec<&str> = ids.iter().map(Id::as_str).collect();
    names.sort_unstable();
    names
}

async fn left(room: &Room) -> Vec<String> {
    room.rows("SELECT email FROM contacts WHERE id > 3 ORDER BY id").await
}

async fn failures(room: &Room, id: &Id) -> usize {
    let events = room.desk.records.events(id, 0).await.unwrap();
    events.iter().filter(|(_, event)| event.what.as_str() == "failed").count()
}

#[tokio::test]
async fn whose_beginning_cannot_be_written_rests() {
    let (room, ids) = four().await;
    let refuses = "CREATE TRIGGER refuses BEFORE INSERT ON request_event WHEN NEW.request = 'r2' AND NEW.what = 'started' BEGIN SELECT RAISE(ABORT, 'no'); END";
    tamper(&room, refuses).await;
    assert_eq!(names(&batch(&room, NOW).await.done), ["r1", "r3", "r4"]);
    assert_eq!(left(&room).await, ["zwei@example.org"]);
    assert_eq!(room.stands(&ids[1]).await.0, RequestState::Approved);
    assert_eq!(failures(&room, &ids[1]).await, 1, "it says why");
    tamper(&room, "DROP TRIGGER refuses").await;
    room.desk.work(act("worker"), &chance, &mut |_| ()).await.unwrap();
    assert_eq!(left(&room).await, ["zwei@example.org"], "it rests");
    let later = abide_rights::desk::Act { now: NOW + 100, ..act("worker") };
    while room.desk.work(later, &chance, &mut |_| ()).await.unwrap().is_some() {}
    assert_eq!(room.stands(&ids[1]).await.0, RequestState::Done);
    assert_eq!(left(&room).await, [] as [String; 0]);
}

#[tokio::test]
async fn whose_step_cannot_be_noted_is_not_erased() {
    let (room, ids) = four().await;
    let refuses = "CREATE TRIGGER refuses BEFORE INSERT ON step WHEN NEW.request = 'r3' BEGIN SELECT RAISE(ABORT, 'no'); END";
    tamper(&room, refuses).await;
    let batch = batch(&room, NOW).await;
    assert_eq!(names(&batch.done), ["r1", "r2", "r4"]);
    assert_eq!(left(&room).await, ["drei@example.org"], "what is not noted is not done");
    assert_eq!(room.stands(&ids[2]).await.0, RequestState::Running);
    assert_eq!(failures(&room, &ids[2]).await, 1);
}

#[tokio::test]
async fn whose_end_cannot_be_written_is_not_called_done() {
    let (room, ids) = four().await;
    let refuses = "CREATE TRIGGER refuses BEFORE INSERT ON suppression WHEN NEW.request = 'r1' BEGIN SELECT RAISE(ABORT, 'no'); END";
    tamper(&room, refuses).await;
    assert_eq!(names(&batch(&room, NOW).await.done), ["r2", "r3", "r4"]);
    assert_eq!(room.stands(&ids[0]).await.0, RequestState::Verifying);
    let subject = room.desk.records.request(&ids[0]).await.unwrap().unwrap().subject;
    assert!(subject.is_some(), "whom it is about is still known");
    let others = room.desk.records.request(&ids[1]).await.unwrap().unwrap();
    assert_eq!((others.state, others.subject), (RequestState::Done, None));
    tamper(&room, "DROP TRIGGER refuses").await;
    let later = abide_rights::desk::Act { now: NOW + 100, ..act("worker") };
    while room.desk.work(later, &chance, &mut |_| ()).await.unwrap().is_some() {}
    assert_eq!(room.stands(&ids[0]).await.0, RequestState::Done);
}

#[tokio::test]
async fn whose_entries_are_damaged_keep_nobody_waiting() {
    for damage in [
        "UPDATE plan SET document = '[' WHERE request = 'r2'",
        "INSERT INTO request_event VALUES ('r2', 99, 0, 'somebody', 'NOT A WORD', '{}')",
        "UPDATE request_identity SET fact = 'nonsense' WHERE request = 'r2'",
    ] {
        let (room, ids) = four().await;
        tamper(&room, damage).await;
        assert_eq!(names(&batch(&room, NOW).await.done), ["r1", "r3", "r4"], "{damage}");
        let stands = room.desk.records.request(&ids[1]).await.unwrap().unwrap();
        assert!(stands.closed_at.is_none(), "{damage}: {stands:?}");
    }
}

#[tokio::test]
async fn whoever_is_overtaken_while_others_are_noted_is_carried_on_alone() {
    let (room, ids) = four().await;
    // While the step of one is noted, somebody touches the request of another.
    let touches = "CREATE TRIGGER touches AFTER INSERT ON step WHEN NEW.request = 'r1' BEGIN UPDATE request SET version = version + 1 WHERE id = 'r4'; END";
    tamper(&room, touches).await;
    let first = batch(&room, NOW).await;
    assert!(names(&first.done).starts_with(&["r1", "r2", "r3"]), "{first:?}");
    tamper(&room, "DROP TRIGGER touches").await;
    let later = abide_rights::desk::Act { now: NOW + 100, ..act("worker") };
    while room.desk.work(later, &chance, &mut |_| ()).await.unwrap().is_some() {}
    for id in &ids {
        assert_eq!(room.stands(id).await.0, RequestState::Done, "{id}");
        let events = room.desk.records.events(id, 0).await.unwrap();
        let ends = events.iter().filter(|(_, event)| event.what.as_str() == "done").count();
        assert_eq!(ends, 1, "once");
    }
    assert_eq!(left(&room).await, [] as [String; 0]);
}
