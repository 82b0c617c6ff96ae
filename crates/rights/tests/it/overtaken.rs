//! Two people at two desks, and a store that others write: whoever decides decides about what they saw, or nothing happens.

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits, Way};
use abide_records::requests::Saved;
use abide_records::requests::duties::Reminder;
use abide_rights::desk::document::{RowRef, Wish};
use abide_rights::desk::holds::Placing;
use abide_rights::desk::{Case, Code, Failed, Handed};
use abide_rights::find::together;
use abide_rights::hold::Covers;
use abide_rights::identity::Asked;
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
        ("told", desk.tell(seen, &"host".parse().unwrap(), me).await),
        ("not told", desk.untell(seen, &"host".parse().unwrap(), me).await),
        ("lift", desk.lift_on(seen, &"h0".parse().unwrap(), me).await),
    ];
    if let Some(print) = print {
        all.push(("approve", desk.approve(seen, print, me).await));
    }
    all
}

/// Whatever a request waits for: who saw an earlier version is told so, whichever button they press.
async fn an_earlier_version_is_not_decided_about(room: Room) {
    let bea = ["email=bea@example.org"];
    for (name, kind, facts, waits) in [
        ("several", RequestKind::Erasure, COUPLE, Waits::Identity),
        ("planned", RequestKind::Erasure, bea, Waits::Approval),
        ("copy", RequestKind::Access, bea, Waits::HandingOut),
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

impl Room {
    /// An erasure or restriction from its receipt to its end.
    async fn closed(&self, name: &str, kind: RequestKind, fact: &str) -> Case {
        let id = self.open(name, kind, &[fact], Wish::default()).await;
        self.work().await;
        self.approve(&id).await;
        self.work().await;
        let case = self.desk.case(&id).await.unwrap();
        assert_eq!(case.stored.state, RequestState::Done);
        case
    }

    /// Places a hold on Bea.
    async fn hold(&self, id: &str) {
        let asked = Asked::read(["email=bea@example.org"], None).unwrap();
        let found = self.desk.people(&asked).await.unwrap();
        let bea = together(&found.iter().collect::<Vec<_>>());
        let placing = Placing {
            id: id.parse().unwrap(),
            reason: "claim".to_owned(),
            until: None,
            covers: Covers::default(),
        };
        self.desk.place(&placing, &asked, &bea, act("olga")).await.unwrap();
    }
}

/// Of two who saw the same, one is told.
fn one_is_told(what: &str, both: (Result<(), Failed>, Result<(), Failed>)) {
    let one = matches!(&both, (Ok(()), Err(Failed::Overtaken)) | (Err(Failed::Overtaken), Ok(())));
    assert!(one, "{what}: {both:?}");
}

/// What is closed moves no more, and is acted on all the same: what was chosen ends, what a person did in a store is ticked off.
async fn acts_on_what_is_closed_are_over_what_was_seen(room: Room) {
    let desk = &room.desk;
    let (first, second) = (act("first"), act("second"));
    for turn in 0..8 {
        let kind = RequestKind::Restriction;
        let seen = &room.closed(&format!("c{turn}"), kind, "email=bea@example.org").await;
        let ends = tokio::join!(desk.end_choices(seen, first), desk.end_choices(seen, second));
        one_is_told("end choices", ends);

        let seen = &desk.case(&seen.stored.id).await.unwrap();
        let reminder = Reminder {
            request: seen.stored.id.clone(),
            store: "store".parse().unwrap(),
            code: "versions".parse().unwrap(),
            due: TODAY,
            done_at: None,
        };
        let mut writing = desk.records.write().await.unwrap();
        assert_eq!(writing.remind(&reminder).await, Ok(Saved::Done));
        writing.commit().await.unwrap();
        one_is_told(
            "hand done",
            tokio::join!(desk.hand_done(seen, first), desk.hand_done(seen, second)),
        );
        let whats = room.whats(&seen.stored.id).await;
        assert_eq!(whats[whats.len() - 2..], ["lifted", "hand-done"], "each once: {whats:?}");
        assert!(
            !whats[..whats.len() - 2].iter().any(|what| what == "lifted" || what == "hand-done")
        );
    }
}

#[tokio::test]
async fn acts_on_what_is_closed_are_over_what_was_seen_on_sqlite() {
    acts_on_what_is_closed_are_over_what_was_seen(Room::sqlite().await).await;
}

#[tokio::test]
async fn acts_on_what_is_closed_are_over_what_was_seen_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "closed");
    let records = server.database("closed_records");
    acts_on_what_is_closed_are_over_what_was_seen(Room::new(base, Some(records)).await).await;
}

/// What a hold kept is taken up again once, whoever does it; and a hold is lifted over what its request's page showed.
async fn holds_are_over_what_was_seen(room: Room) {
    let desk = &room.desk;
    let (first, second) = (act("first"), act("second"));
    for hold in ["h1", "h2", "h3"] {
        room.hold(hold).await;
    }
    let seen = &room.closed("r1", RequestKind::Erasure, "email=bea@example.org").await;
    let id = &seen.stored.id;
    desk.lift_on(seen, &"h1".parse().unwrap(), first).await.unwrap();
    let late = desk.lift_on(seen, &"h2".parse().unwrap(), second).await;
    assert!(matches!(late, Err(Failed::Overtaken)), "{late:?}");
    let stands = desk.records.holds().await.unwrap().into_iter().filter(|h| h.stands(TODAY));
    assert_eq!(stands.count(), 2, "who saw less lifts nothing");
    let seen = &desk.case(id).await.unwrap();
    let lifts = ["h2", "h3"].map(|hold| hold.parse::<Id>().unwrap());
    let both =
        tokio::join!(desk.lift_on(seen, &lifts[0], first), desk.lift_on(seen, &lifts[1], second));
    one_is_told("lift", both);
    for hold in &lifts {
        // The one of the two that stands still.
        let _ = desk.lift(hold, first).await;
    }
    let seen = &desk.case(id).await.unwrap();
    let new = ["n1", "n2"].map(|new| new.parse::<Id>().unwrap());
    let both = tokio::join!(
        desk.take_up(seen, new[0].clone(), first),
        desk.take_up(seen, new[1].clone(), second)
    );
    one_is_told("take up", both);
    let mut opened = 0;
    for id in &new {
        opened += usize::from(desk.records.request(id).await.unwrap().is_some());
    }
    assert_eq!(opened, 1, "nobody is erased by two requests");
    let whats = room.whats(id).await;
    assert_eq!(whats.iter().filter(|what| *what == "taken-up").count(), 1, "{whats:?}");
}

#[tokio::test]
async fn holds_are_over_what_was_seen_on_sqlite() {
    holds_are_over_what_was_seen(Room::sqlite().await).await;
}

#[tokio::test]
async fn holds_are_over_what_was_seen_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "held");
    let records = server.database("held_records");
    holds_are_over_what_was_seen(Room::new(base, Some(records)).await).await;
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
