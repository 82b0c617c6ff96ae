//! Two people at two desks, and a store that others write: whoever decides decides about what they saw, or nothing happens.

use abide_policy::vocab::{RequestKind, RequestState, Waits, Way};
use abide_rights::desk::document::{RowRef, Wish};
use abide_rights::desk::holds::Placing;
use abide_rights::desk::{Case, Code, Failed, Handed};
use abide_rights::hold::Covers;
use abide_rights::state::{Event, Question, Refusal, Residue};
use abide_tests::postgres::Postgres as Server;

use crate::desk::{Room, act, codes};
use crate::world::{Base, TODAY};

const COUPLE: [&str; 1] = ["phone=+493023125104"];

/// A request as somebody read it, and everything that they can do with it by their page.
async fn each(room: &Room, seen: &Case) -> Vec<(&'static str, Result<(), Failed>)> {
    let (desk, me) = (&room.desk, act("second"));
    let print = seen.plan.as_ref().map(|(plan, _)| plan.fingerprint);
    let placing = Placing {
        id: "h1".parse().unwrap(),
        reason: "claim".to_owned(),
        until: None,
        covers: Covers::default(),
    };
    let facts = ["email=eins@example.org".to_owned()];
    let handed = Handed { on: TODAY, way: Way::Post };
    let goes = Event::ResidueSettled(Residue::Goes);
    let mut all = vec![
        ("ask", desk.ask(seen, Question::Identity, me).await),
        ("answered", desk.answered(seen, me).await),
        ("refuse", desk.refuse(seen, Refusal::Unfounded, "no", me).await),
        ("take back", desk.take_back(seen, me).await),
        ("extend", desk.extend(seen, "many", None, me).await.map(drop)),
        ("settle", desk.settle(seen, &codes(desk, &seen.stored.id).await, me).await),
        ("nobody", desk.settle(seen, &[], me).await),
        ("correct", desk.correct(seen, &facts, None, me).await),
        ("hold", desk.place_on(seen, &placing, me).await),
        ("hand done", desk.hand_done(seen, me).await),
        ("handed out", desk.handed_out(seen, handed, me).await),
        ("copy again", desk.copy_again(seen, me).await),
        ("residue", desk.resolved(seen, goes, me).await),
        ("store back", desk.resolved(seen, Event::StoreBack, me).await),
        ("end choices", desk.end_choices(seen, me).await),
        ("take up", desk.take_up(seen, "new".parse().unwrap(), me).await),
    ];
    if let Some(print) = print {
        all.push(("approve", desk.approve(seen, print, me).await));
    }
    all
}

/// Whatever a request waits for: who saw an earlier version is told so, whichever button they press.
async fn an_earlier_version_is_not_decided_about(room: Room) {
    let anna = ["phone=030 23125101"];
    for (name, kind, facts, waits) in [
        ("several", RequestKind::Erasure, COUPLE, Waits::Identity),
        ("planned", RequestKind::Erasure, anna, Waits::Approval),
        ("copy", RequestKind::Access, anna, Waits::HandingOut),
    ] {
        let id = room.open(name, kind, &facts, Wish::default()).await;
        room.work().await;
        if waits == Waits::HandingOut {
            room.approve(&id).await;
            room.work().await;
        }
        let seen = room.desk.case(&id).await.unwrap();
        assert_eq!(seen.stored.waits, Some(waits), "{name}");
        // The first desk is faster.
        room.desk.extend(&seen, "many", None, act("first")).await.unwrap();
        let (now, events) = (
            room.desk.case(&id).await.unwrap().stored,
            room.desk.records.events(&id, 0).await.unwrap(),
        );
        for (what, happened) in each(&room, &seen).await {
            assert!(matches!(happened, Err(Failed::Overtaken)), "{name} {what}: {happened:?}");
        }
        assert_eq!(room.desk.case(&id).await.unwrap().stored, now, "{name}");
        assert_eq!(room.desk.records.events(&id, 0).await.unwrap(), events, "{name}");
        assert!(room.desk.records.holds().await.unwrap().is_empty(), "{name}");
        assert_eq!(room.desk.archive(&id).exists(), waits == Waits::HandingOut, "{name}");
        // Who looks again can.
        let again = room.desk.case(&id).await.unwrap();
        room.desk.take_back(&again, act("second")).await.unwrap();
    }
}

#[tokio::test]
async fn an_earlier_version_is_not_decided_about_on_sqlite() {
    an_earlier_version_is_not_decided_about(Room::sqlite().await).await;
}

#[tokio::test]
async fn an_earlier_version_is_not_decided_about_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "overtaken");
    let records = server.database("overtaken_records");
    an_earlier_version_is_not_decided_about(Room::new(base, Some(records)).await).await;
}

/// Both saw the same and press at once: one of them is told.
async fn of_two_at_once_one_is_told(room: Room) {
    for turn in 0..20 {
        let name = format!("r{turn}");
        let id = room.open(&name, RequestKind::Erasure, &COUPLE, Wish::default()).await;
        room.work().await;
        let seen = room.desk.case(&id).await.unwrap();
        let refused = room.desk.refuse(&seen, Refusal::Unfounded, "no", act("first"));
        let (refused, taken) = tokio::join!(refused, room.desk.take_back(&seen, act("second")));
        let state = room.stands(&id).await.0;
        match (&refused, &taken) {
            (Ok(()), Err(Failed::Overtaken)) => assert_eq!(state, RequestState::Refused),
            (Err(Failed::Overtaken), Ok(())) => assert_eq!(state, RequestState::Withdrawn),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn of_two_at_once_one_is_told_on_sqlite() {
    of_two_at_once_one_is_told(Room::sqlite().await).await;
}

#[tokio::test]
async fn of_two_at_once_one_is_told_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "at_once");
    let records = server.database("at_once_records");
    of_two_at_once_one_is_told(Room::new(base, Some(records)).await).await;
}

/// The rows that a request is about, by their keys.
async fn rows(room: &Room, case: &Case) -> Vec<RowRef> {
    let case = room.desk.case(&case.stored.id).await.unwrap();
    case.who.unwrap().rows.unwrap()
}

/// Somebody who is imported between looking and choosing stands before the others; who goes makes them move up.
async fn a_code_is_one_persons_whoever_comes_or_goes(room: Room) {
    let id = room.open("r1", RequestKind::Erasure, &COUPLE, Wish::default()).await;
    room.work().await;
    let seen = room.desk.case(&id).await.unwrap();
    let shown = codes(&room.desk, &id).await;
    let [first, second] = &shown[..] else { panic!("{shown:?}") };
    assert_ne!(first, second);
    room.run("INSERT INTO contacts (id, name, phone) VALUES (0, 'Neu', '+493023125104')").await;
    room.run("DELETE FROM contacts WHERE id = 4").await;
    let pick = async |code: &Code| {
        room.desk.settle(&seen, std::slice::from_ref(code), act("officer")).await
    };
    for gone in [first.clone(), Code::typed("1"), Code::typed("2"), Code::typed("")] {
        let picked = pick(&gone).await;
        assert!(matches!(&picked, Err(Failed::NoCandidate(of)) if *of == gone), "{picked:?}");
    }
    pick(&Code::typed(&format!(" {} ", second.as_str().to_uppercase()))).await.unwrap();
    let rows = rows(&room, &seen).await;
    let key = serde_json::json!(rows);
    assert_eq!(key, serde_json::json!([{ "store": "store", "table": "contacts", "key": [5] }]));
}

#[tokio::test]
async fn a_code_is_one_persons_whoever_comes_or_goes_on_sqlite() {
    a_code_is_one_persons_whoever_comes_or_goes(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_code_is_one_persons_whoever_comes_or_goes_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "codes");
    a_code_is_one_persons_whoever_comes_or_goes(Room::new(base, None).await).await;
}
