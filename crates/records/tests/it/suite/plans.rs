//! History, plans and steps.

use abide_records::Records;
use abide_records::requests::Saved;
use abide_records::requests::history::Event;
use abide_records::requests::plans::{Approval, Plan, Step, StepState};

use super::{NOW, Place, add, digest, id, join_all, json, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    events_are_numbered_in_order(&new_place()).await;
    events_added_at_once_are_kept_apart(&new_place()).await;
    what_happened_never_changes(&new_place()).await;
    a_plan_is_read_back(&new_place()).await;
    only_the_newest_plan_is_approved_and_only_as_seen(&new_place()).await;
    a_step_is_saved_however_often_it_is_said(&new_place()).await;
}

fn event(what: &str) -> Event {
    Event { at: NOW, actor: "Eva Malá".into(), what: id(what), detail: json(r#"{"n": 1}"#) }
}

async fn add_event(records: &Records, what: &str) -> Saved {
    write(records, async |w| w.add_event(&id("r1"), &event(what)).await.unwrap()).await
}

async fn events_are_numbered_in_order(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(add_event(&records, "received").await, Saved::Missing, "no request, no history");
    add(&records, "r1", 10).await;
    assert_eq!(records.events(&id("r1"), 0).await.unwrap(), []);
    for what in ["received", "identified", "planned"] {
        assert_eq!(add_event(&records, what).await, Saved::Done);
    }
    let all = records.events(&id("r1"), 0).await.unwrap();
    assert_eq!(all, [(1, event("received")), (2, event("identified")), (3, event("planned"))]);
    assert_eq!(records.events(&id("r1"), 2).await.unwrap(), [(3, event("planned"))]);
    // A store that is away for long makes many.
    write(&records, async |w| {
        for _ in 3..2003 {
            assert_eq!(w.add_event(&id("r1"), &event("store-away")).await, Ok(Saved::Done));
        }
    })
    .await;
    let all = records.events(&id("r1"), 0).await.unwrap();
    assert_eq!(all.iter().map(|(seq, _)| *seq).collect::<Vec<_>>(), (1..=2003).collect::<Vec<_>>());
    assert_eq!(records.request(&id("r1")).await.unwrap().unwrap().version, 1);
}

async fn events_added_at_once_are_kept_apart(place: &impl Place) {
    let (one, two) = (place.open().await, place.open().await);
    add(&one, "r1", 10).await;
    let tries = (0..10).map(|i| add_event(if i % 2 == 0 { &one } else { &two }, "noted"));
    assert_eq!(join_all(tries).await, [Saved::Done; 10]);
    let all = one.events(&id("r1"), 0).await.unwrap();
    assert_eq!(all.iter().map(|(seq, _)| *seq).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
}

async fn what_happened_never_changes(place: &impl Place) {
    let records = place.open().await;
    add(&records, "r1", 10).await;
    let _ = add_event(&records, "received").await;
    for sql in ["UPDATE request_event SET at = 0", "DELETE FROM request_event"] {
        let refused = place.stranger(sql).await.unwrap_err();
        assert!(refused.contains("what happened"), "{sql}: {refused}");
    }
    assert_eq!(records.events(&id("r1"), 0).await.unwrap(), [(1, event("received"))]);
}

async fn a_plan_is_read_back(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(records.newest_plan(&id("r1")).await, Ok(None));
    let none = write(&records, async |w| w.add_plan(&id("r1"), NOW, digest(1), &json("{}")).await);
    assert_eq!(none.await, Ok(None), "no request, no plan");
    add(&records, "r1", 10).await;
    let document = json(&format!("[{:?}]", "ž".repeat(500_000)));
    for seq in 1..=2_u8 {
        let made = i64::from(seq);
        let number = write(&records, async |w| {
            w.add_plan(&id("r1"), made, digest(seq), &document).await.unwrap()
        });
        assert_eq!(number.await, Some(u32::from(seq)));
    }
    let plan = |seq: u8| Plan {
        seq: seq.into(),
        made_at: seq.into(),
        fingerprint: digest(seq),
        document: document.clone(),
        approved: None,
    };
    assert_eq!(records.newest_plan(&id("r1")).await.unwrap(), Some(plan(2)));
    assert_eq!(records.plan(&id("r1"), 1).await.unwrap(), Some(plan(1)));
    assert_eq!(records.plan(&id("r1"), 3).await.unwrap(), None);
}

async fn approve(records: &Records, seq: u32, fingerprint: u8, at: i64) -> Approval {
    write(records, async |w| {
        w.approve_plan(&id("r1"), seq, digest(fingerprint), "Eva", at).await.unwrap()
    })
    .await
}

async fn only_the_newest_plan_is_approved_and_only_as_seen(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(approve(&records, 1, 1, NOW).await, Approval::Missing);
    add(&records, "r1", 10).await;
    assert_eq!(approve(&records, 0, 1, NOW).await, Approval::Missing);
    write(&records, async |w| {
        for seq in [1, 2] {
            assert!(w.add_plan(&id("r1"), NOW, digest(seq), &json("{}")).await.unwrap().is_some());
        }
    })
    .await;
    for (seq, fingerprint, expected) in [
        (1, 1, Approval::Newer),
        (2, 1, Approval::Differs),
        (3, 2, Approval::Missing),
        (2, 2, Approval::Done),
        (2, 2, Approval::Before),
    ] {
        assert_eq!(approve(&records, seq, fingerprint, NOW + 7).await, expected, "{seq}");
    }
    let newest = records.newest_plan(&id("r1")).await.unwrap().unwrap();
    assert_eq!(newest.approved, Some(("Eva".into(), NOW + 7)));
    write(&records, async |w| {
        for _twice in 0..2 {
            assert_eq!(w.withdraw_approval(&id("r1"), 2).await, Ok(()));
        }
    })
    .await;
    assert_eq!(records.newest_plan(&id("r1")).await.unwrap().unwrap().approved, None);
    assert_eq!(approve(&records, 2, 2, NOW + 8).await, Approval::Done, "approved once more");
    assert_eq!(records.plan(&id("r1"), 1).await.unwrap().unwrap().approved, None);
}

pub(crate) fn step(plan: u32, seq: u32) -> Step {
    Step {
        plan,
        seq,
        store: id("centre"),
        what: id("delete"),
        state: StepState::Pending,
        counts: json("{}"),
        started_at: None,
        ended_at: None,
    }
}

async fn a_step_is_saved_however_often_it_is_said(place: &impl Place) {
    let records = place.open().await;
    let save = async |step: &Step| {
        write(&records, async |w| w.save_step(&id("r1"), step).await.unwrap()).await
    };
    assert_eq!(save(&step(1, 1)).await, Saved::Missing);
    add(&records, "r1", 10).await;
    assert_eq!(save(&step(1, 1)).await, Saved::Missing, "no plan, no step");
    write(&records, async |w| w.add_plan(&id("r1"), NOW, digest(1), &json("{}")).await)
        .await
        .unwrap();
    assert_eq!(save(&step(1, 2)).await, Saved::Done);
    let running = Step { state: StepState::Running, started_at: Some(NOW), ..step(1, 1) };
    let done = Step {
        state: StepState::Done,
        counts: json(r#"{"deleted":3}"#),
        ended_at: Some(NOW + 1),
        ..running.clone()
    };
    let failed = Step { state: StepState::Failed, ..running.clone() };
    for said in [&step(1, 1), &running, &running, &failed, &running, &done] {
        assert_eq!(save(said).await, Saved::Done, "{said:?}");
    }
    assert_eq!(save(&Step { ended_at: Some(NOW + 9), ..done.clone() }).await, Saved::Done);
    for other in [
        running,
        Step { counts: json(r#"{"deleted":4}"#), ..done.clone() },
        Step { store: id("files"), ..done.clone() },
        Step { what: id("verify"), ..step(1, 2) },
    ] {
        assert_eq!(save(&other).await, Saved::Stale, "{other:?}");
    }
    assert_eq!(records.steps(&id("r1"), 1).await.unwrap(), [done, step(1, 2)]);
    assert_eq!(records.steps(&id("r1"), 2).await.unwrap(), []);
}
