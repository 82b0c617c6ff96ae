//! When the clock of a request stands: only while the person was asked something, and the law lets it.

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::document::{Who, Wish};
use abide_rights::desk::{Act, Opening};
use abide_rights::state::Question;
use jiff::ToSpan as _;

use crate::desk::{Room, act};
use crate::world::TODAY;

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
    room.desk.settle(&id, &[2], answer).await.unwrap();
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
