//! When the clock of a request stands: only while the person was asked something, and the law lets it.

use std::slice::from_ref;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_records::requests::history::Event;
use abide_rights::deadline::{Calendar, Warning};
use abide_rights::desk::document::{Who, Wish};
use abide_rights::desk::{Act, Opening, Recounted};
use abide_rights::state::Question;
use abide_tests::postgres::Postgres;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::desk::{Room, act};
use crate::world::{Base, TODAY};

#[tokio::test]
async fn it_runs_until_somebody_is_asked_who_they_are() {
    let room = Room::sqlite().await;
    let phone = ["phone=+49 (30) 231 25-104"];
    let id = room.open("r1", RequestKind::Erasure, &phone, Wish::default()).await;
    let due = room.desk.case(&id).await.unwrap().stored.due;
    room.work().await;
    let case = room.desk.case(&id).await.unwrap();
    assert_eq!(case.stored.waits, Some(Waits::Identity), "two people have the number");
    assert_eq!((case.stored.paused_since, case.stored.due), (None, due), "nobody was asked yet");

    let later = Act { today: TODAY.saturating_add(3.days()), ..act("officer") };
    room.desk.ask(&id, Question::Identity, later).await.unwrap();
    let case = room.desk.case(&id).await.unwrap();
    assert_eq!(case.stored.paused_since, Some(later.today));
    assert_eq!(case.stored.waits, Some(Waits::Identity));
    let answer = Act { today: later.today.saturating_add(7.days()), ..act("officer") };
    room.settle(&id, &[2], answer).await;
    let case = room.desk.case(&id).await.unwrap();
    assert_eq!((case.stored.paused_since, case.stored.paused_days), (None, 7));
    assert!(
        case.stored.due >= due.saturating_add(7.days())
            && case.stored.state == RequestState::Identified
    );
}

/// UK GDPR Art. 12A: only for a copy, and only there. What was asked may change the plan, so a new one is made.
#[tokio::test]
async fn a_question_what_is_wanted_stops_it_in_the_united_kingdom() {
    let room = Room::sqlite().await;
    let mut moved = Vec::new();
    for (name, country, kind) in [
        ("gb", "GB", RequestKind::Access),
        ("gb-erasure", "GB", RequestKind::Erasure),
        ("de", "DE", RequestKind::Access),
    ] {
        let opening = Opening {
            id: name.parse().unwrap(),
            kind,
            who: Who { facts: vec!["email=bea@example.org".to_owned()], ..Who::default() },
            jurisdiction: country.parse().unwrap(),
            language: abide_policy::vocab::Lang::En,
            policy: "service@1".to_owned(),
            received: TODAY,
        };
        room.desk.open(&opening, act("officer")).await.unwrap();
        room.work().await;
        let before = room.desk.case(&opening.id).await.unwrap();
        assert_eq!(before.stored.state, RequestState::Planned);
        room.desk.ask(&opening.id, Question::Clarification, act("officer")).await.unwrap();
        room.work().await;
        let stands = (RequestState::Waiting, Some(Waits::Clarification));
        assert_eq!(room.stands(&opening.id).await, stands, "a worker leaves it alone");
        let answer = Act { today: TODAY.saturating_add(9.days()), ..act("officer") };
        room.desk.answered(&opening.id, answer).await.unwrap();
        room.work().await;
        let after = room.desk.case(&opening.id).await.unwrap();
        assert_eq!(after.stored.state, RequestState::Planned, "{name}: planned anew");
        assert!(after.plan.unwrap().0.seq > before.plan.unwrap().0.seq);
        moved.push((after.stored.due - before.stored.due).get_days());
    }
    // Ten days, the first and the last counted; a weekend may put off the one day or the other.
    assert!((7..=13).contains(&moved[0]), "{moved:?}");
    assert_eq!(moved[1..], [0, 0]);
}

/// On this day it is a month to Epiphany, a public holiday in Bavaria and not in all of Germany.
const RECEIVED: Date = date(2026, 12, 6);

fn on(day: Date) -> Act<'static> {
    Act { today: day, ..act("officer") }
}

fn calendar(country: &str, region: Option<&str>) -> Calendar {
    Calendar::of(country.parse().unwrap(), region).unwrap()
}

/// A request under the law of a country, that somebody must say something about: nothing else happens to it.
async fn received(room: &Room, id: &str, country: &str) -> Id {
    let opening = Opening {
        id: id.parse().unwrap(),
        kind: RequestKind::Access,
        who: Who { facts: vec!["phone=+49 (30) 231 25-104".to_owned()], ..Who::default() },
        jurisdiction: country.parse().unwrap(),
        language: abide_policy::vocab::Lang::De,
        policy: "service@1".to_owned(),
        received: RECEIVED,
    };
    room.desk.open(&opening, on(RECEIVED)).await.unwrap();
    opening.id
}

async fn due(room: &Room, id: &Id) -> Date {
    let stored = room.desk.case(id).await.unwrap().stored;
    let clock = room.desk.clock(&stored).await.unwrap();
    assert_eq!(clock.deadline(RECEIVED).due, stored.due, "what is stored is what the clock says");
    stored.due
}

async fn events(room: &Room, id: &Id) -> Vec<Event> {
    room.desk.records.events(id, 0).await.unwrap().into_iter().map(|(_, event)| event).collect()
}

async fn recounted(room: &Room, id: &Id) -> Vec<(Date, Date, Option<String>)> {
    let told = events(room, id).await;
    told.iter().filter_map(Recounted::of).map(|r| (r.from, r.due, r.region)).collect()
}

/// The region of the site counts for requests under the law of its country, and for no others.
#[tokio::test]
async fn the_region_counts_where_its_country_does() {
    let mut room = Room::sqlite().await;
    let plain = received(&room, "de", "DE").await;
    room.desk.calendar =
        calendar("DE", Some("BY")).with([(date(2027, 1, 7), "Betriebsheiliger".to_owned())]);
    let bavarian = received(&room, "by", "DE").await;
    let austrian = received(&room, "at", "AT").await;
    assert_eq!(due(&room, &plain).await, date(2027, 1, 6), "as it was when it arrived");
    assert_eq!(due(&room, &bavarian).await, date(2027, 1, 8));
    assert_eq!(due(&room, &austrian).await, date(2027, 1, 7), "the 7th is a working day there");
    let stored = room.desk.case(&bavarian).await.unwrap().stored;
    let deadline = room.desk.clock(&stored).await.unwrap().deadline(RECEIVED);
    assert_eq!((deadline.calendar.region(), deadline.warnings.as_slice()), (Some("BY"), &[][..]));
    let put_off: Vec<&str> = deadline.put_off.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(put_off, ["Heilige Drei Könige", "Betriebsheiliger"]);
    let stored = room.desk.case(&plain).await.unwrap().stored;
    let deadline = room.desk.clock(&stored).await.unwrap().deadline(RECEIVED);
    assert_eq!(deadline.warnings, [Warning::RegionalHolidays]);
}

/// Other public holidays count for requests that are open: with a reason in their history, once, and none for those that are
/// closed.
async fn a_changed_region_moves_the_day_with_a_reason(mut room: Room) {
    let (open, ended) = (received(&room, "open", "DE").await, received(&room, "ended", "DE").await);
    let foreign = received(&room, "foreign", "AT").await;
    room.desk.take_back(&ended, on(RECEIVED)).await.unwrap();
    let whole = room.desk.calendar.clone();
    assert_eq!(room.desk.recount(on(RECEIVED)).await.unwrap(), [], "nothing changed");

    room.desk.calendar = calendar("DE", Some("BY"));
    assert_eq!(due(&room, &open).await, date(2027, 1, 6), "not before its history says so");
    assert_eq!(room.desk.recount(on(RECEIVED)).await.unwrap(), from_ref(&open));
    assert_eq!(room.desk.recount(on(RECEIVED)).await.unwrap(), [], "once");
    assert_eq!(due(&room, &open).await, date(2027, 1, 7));
    let by = Some("BY".to_owned());
    let moved = (date(2027, 1, 6), date(2027, 1, 7), by.clone());
    assert_eq!(recounted(&room, &open).await, from_ref(&moved));
    assert_eq!(due(&room, &ended).await, date(2027, 1, 6));
    for other in [&ended, &foreign] {
        assert_eq!(recounted(&room, other).await, []);
    }

    // A day more that changes nothing is noted, and moves nothing.
    room.desk.calendar =
        calendar("DE", Some("BY")).with([(date(2027, 3, 1), "Stadtfest".to_owned())]);
    assert_eq!(room.desk.recount(on(RECEIVED)).await.unwrap(), []);
    let stays = (date(2027, 1, 7), date(2027, 1, 7), by);
    assert_eq!(recounted(&room, &open).await, [moved.clone(), stays.clone()]);

    // What was wrong is put right, though the day comes sooner.
    room.desk.calendar = whole;
    assert_eq!(room.desk.recount(on(RECEIVED)).await.unwrap(), from_ref(&open));
    assert_eq!(due(&room, &open).await, date(2027, 1, 6));
    let back = (date(2027, 1, 7), date(2027, 1, 6), None);
    assert_eq!(recounted(&room, &open).await, [moved, stays, back]);
}

#[tokio::test]
async fn a_changed_region_moves_the_day_with_a_reason_on_sqlite() {
    a_changed_region_moves_the_day_with_a_reason(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_changed_region_moves_the_day_with_a_reason_on_postgresql() {
    let Some(server) = Postgres::start() else { return };
    let base = Base::postgres(&server, "regions");
    let room = Room::new(base, Some(server.database("regions_own"))).await;
    a_changed_region_moves_the_day_with_a_reason(room).await;
}

/// A person who was told of an extension was told its last day: no holiday puts that off, but one that never was takes it back.
#[tokio::test]
async fn the_day_that_was_told_is_not_put_off() {
    let mut room = Room::sqlite().await;
    let id = received(&room, "told", "DE").await;
    let told = room.desk.extend(&id, "many requests", None, on(RECEIVED)).await.unwrap();
    assert_eq!(told, date(2027, 3, 8), "the 6th is a Saturday");
    room.desk.calendar = calendar("DE", Some("BY")).with([(told, "Stadtfest".to_owned())]);
    assert_eq!(room.desk.recount(on(RECEIVED)).await.unwrap(), []);
    assert_eq!(due(&room, &id).await, told);
    assert_eq!(recounted(&room, &id).await, []);

    let later = received(&room, "later", "DE").await;
    let told = room.desk.extend(&later, "many requests", None, on(RECEIVED)).await.unwrap();
    assert_eq!(told, date(2027, 3, 9), "the town's day counts");
    room.desk.calendar = calendar("DE", Some("BY"));
    assert_eq!(room.desk.recount(on(RECEIVED)).await.unwrap(), from_ref(&later));
    assert_eq!(due(&room, &later).await, date(2027, 3, 8), "it was no holiday");
}

/// What was in time by the calendar of that day stays readable by any other.
#[tokio::test]
async fn a_question_on_the_last_day_stays_in_time() {
    let mut room = Room::sqlite().await;
    room.desk.calendar = calendar("DE", Some("BY"));
    let id = received(&room, "r1", "DE").await;
    room.desk.work(on(RECEIVED), &crate::desk::chance, &mut |_| ()).await.unwrap();
    let last = date(2027, 1, 7);
    room.desk.ask(&id, Question::Identity, on(last)).await.unwrap();
    room.desk.calendar = calendar("DE", None);
    room.desk.recount(on(last)).await.unwrap();
    let case = room.desk.case(&id).await.unwrap();
    assert_eq!(case.stored.paused_since, Some(last));
    assert_eq!(recounted(&room, &id).await.len(), 1);
}
