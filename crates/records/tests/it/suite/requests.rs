//! Requests as rows: added, read back, changed from a known version, forgotten, purged.

use abide_policy::vocab::{Fact, RequestState, Waits};
use abide_records::people::{Choice, ChoiceKind, Keyed};
use abide_records::requests::duties::Reminder;
use abide_records::requests::history::Event;
use abide_records::requests::{Extension, Refusal, Request, Saved};
use jiff::civil::date;

use super::{NOW, Place, add, digest, get, id, join_all, json, new_request, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    a_request_is_read_back(&new_place()).await;
    an_id_is_used_once(&new_place()).await;
    everything_that_changes_is_read_back(&new_place()).await;
    a_change_of_an_old_version_is_refused(&new_place()).await;
    what_leaves_a_request_as_it_is_is_over_its_version_too(&new_place()).await;
    of_many_changes_at_once_one_is_saved(&new_place()).await;
    an_end_closes_and_a_beginning_opens(&new_place()).await;
    a_subject_is_forgotten_when_the_request_is_closed(&new_place()).await;
    what_was_told_of_a_refusal_is_forgotten_by_days_or_by_name(&new_place()).await;
    purging_takes_everything_of_closed_requests_and_nothing_else(&new_place()).await;
    hostile_texts_come_back(&new_place()).await;
}

async fn a_request_is_read_back(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(records.request(&id("r1")).await, Ok(None));
    let added = add(&records, "r1", 10).await;
    let new = new_request("r1", 10);
    let expected = Request {
        id: new.id,
        kind: new.kind,
        jurisdiction: new.jurisdiction,
        language: new.language,
        policy: new.policy,
        subject: Some(new.subject),
        received: new.received,
        due: new.due,
        extension: None,
        paused_since: None,
        paused_days: 0,
        state: RequestState::Received,
        waits: Some(Waits::Turn),
        refusal: None,
        version: 1,
        lease: None,
        created_at: NOW,
        updated_at: NOW,
        closed_at: None,
    };
    assert_eq!(added, expected);
    assert!(!format!("{added:?}").contains("ana"), "no person in a log");
}

async fn an_id_is_used_once(place: &impl Place) {
    let records = place.open().await;
    let first = add(&records, "r1", 10).await;
    let second = write(&records, async |w| w.add_request(&new_request("r1", 20), NOW + 1).await);
    assert_eq!(second.await, Ok(Saved::Stale));
    assert_eq!(get(&records, "r1").await, first);
}

/// The same request with everything changed that may change.
fn changed(request: &Request) -> Request {
    Request {
        jurisdiction: "GB".parse().unwrap(),
        policy: "site@3".to_owned(),
        subject: Some(json(r#"{"phone":"+421900123456"}"#)),
        due: date(2027, 3, 10),
        extension: Some(Extension { to: date(2027, 3, 10), reason: "viele Fälle".to_owned() }),
        paused_since: Some(date(2026, 12, 24)),
        paused_days: 3,
        state: RequestState::Waiting,
        waits: Some(Waits::Identity),
        refusal: Some(Refusal { code: id("excessive"), text: "Opakovaná žiadosť".to_owned() }),
        ..request.clone()
    }
}

async fn everything_that_changes_is_read_back(place: &impl Place) {
    let records = place.open().await;
    let new = changed(&add(&records, "r1", 10).await);
    let saved = write(&records, async |w| w.update_request(&new, NOW + 5).await).await;
    assert_eq!(saved, Ok(Saved::Done));
    let there = get(&records, "r1").await;
    assert_eq!(there, Request { version: 2, updated_at: NOW + 5, ..new });
    let back = Request { extension: None, paused_since: None, refusal: None, waits: None, ..there };
    let saved = write(&records, async |w| w.update_request(&back, NOW + 6).await).await;
    assert_eq!(saved, Ok(Saved::Done));
    assert_eq!(get(&records, "r1").await, Request { version: 3, updated_at: NOW + 6, ..back });
}

async fn a_change_of_an_old_version_is_refused(place: &impl Place) {
    let records = place.open().await;
    let first = add(&records, "r1", 10).await;
    let new = changed(&first);
    let saved = write(&records, async |w| w.update_request(&new, NOW).await).await;
    assert_eq!(saved, Ok(Saved::Done));
    let there = get(&records, "r1").await;
    for version in [0, 1, 3, u64::MAX] {
        let old = Request { version, state: RequestState::Done, ..first.clone() };
        let saved = write(&records, async |w| w.update_request(&old, NOW + 9).await).await;
        assert_eq!(saved, Ok(Saved::Stale), "{version}");
    }
    assert_eq!(get(&records, "r1").await, there);
    let unknown = Request { id: id("r2"), ..first };
    let saved = write(&records, async |w| w.update_request(&unknown, NOW).await).await;
    assert_eq!(saved, Ok(Saved::Missing));
}

async fn what_leaves_a_request_as_it_is_is_over_its_version_too(place: &impl Place) {
    let records = place.open().await;
    let first = add(&records, "r1", 10).await;
    let still = async |name: &str, version| {
        write(&records, async |w| w.still_at(&id(name), version).await).await
    };
    assert_eq!(still("r1", 1).await, Ok(Saved::Done));
    assert_eq!(get(&records, "r1").await, first, "it is as it was");
    for version in [0, 2, u64::MAX] {
        assert_eq!(still("r1", version).await, Ok(Saved::Stale), "{version}");
    }
    assert_eq!(still("r2", 1).await, Ok(Saved::Missing));
    // Whoever would change it waits until what was found true is saved.
    let mut looking = records.write().await.unwrap();
    assert_eq!(looking.still_at(&first.id, 1).await, Ok(Saved::Done));
    let other = place.open().await;
    let change = write(&other, async |w| w.update_request(&first, NOW + 1).await);
    let commit = async {
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
        assert_eq!(get(&records, "r1").await.version, 1);
        looking.commit().await.unwrap();
    };
    let (changed, ()) = tokio::join!(change, commit);
    assert_eq!(changed, Ok(Saved::Done));
    assert_eq!(get(&records, "r1").await.version, 2);
}

async fn of_many_changes_at_once_one_is_saved(place: &impl Place) {
    let (one, two) = (place.open().await, place.open().await);
    let first = add(&one, "r1", 10).await;
    let tries = (0..12).map(|i| {
        let records = if i % 2 == 0 { &one } else { &two };
        let new = Request { paused_days: i, ..first.clone() };
        async move {
            let saved = write(records, async |w| w.update_request(&new, NOW + 1).await).await;
            (new.paused_days, saved.unwrap())
        }
    });
    let saved: Vec<_> =
        join_all(tries).await.into_iter().filter(|(_, saved)| *saved == Saved::Done).collect();
    let there = get(&two, "r1").await;
    assert_eq!(saved, [(there.paused_days, Saved::Done)]);
    assert_eq!(there.version, 2);
}

async fn an_end_closes_and_a_beginning_opens(place: &impl Place) {
    let records = place.open().await;
    let mut request = add(&records, "r1", 10).await;
    for (at, state, closed) in [
        (1, RequestState::Running, None),
        (2, RequestState::Done, Some(NOW + 2)),
        (3, RequestState::Refused, Some(NOW + 2)),
        (4, RequestState::Received, None),
        (5, RequestState::Withdrawn, Some(NOW + 5)),
    ] {
        request.state = state;
        let saved = write(&records, async |w| w.update_request(&request, NOW + at).await).await;
        assert_eq!(saved, Ok(Saved::Done));
        request = get(&records, "r1").await;
        assert_eq!(request.closed_at, closed, "{state}");
    }
}

async fn close(place: &impl Place, name: &str, at: i64) {
    let records = place.open().await;
    let done = Request { state: RequestState::Done, waits: None, ..get(&records, name).await };
    let saved = write(&records, async |w| w.update_request(&done, at).await).await;
    assert_eq!(saved, Ok(Saved::Done));
}

async fn a_subject_is_forgotten_when_the_request_is_closed(place: &impl Place) {
    let records = place.open().await;
    let new = changed(&add(&records, "r1", 10).await);
    let who = Keyed { hash: digest(1), key: id("k1") };
    write(&records, async |w| {
        assert_eq!(w.update_request(&new, NOW).await, Ok(Saved::Done));
        assert_eq!(w.add_identity(&new.id, &who, Fact::Email).await, Ok(Saved::Done));
        assert_eq!(w.forget_subject(&id("r1"), NOW).await, Ok(Saved::Stale), "it is open");
        assert_eq!(w.forget_subject(&id("r2"), NOW).await, Ok(Saved::Missing));
    })
    .await;
    assert!(get(&records, "r1").await.subject.is_some());
    close(place, "r1", NOW + 1).await;
    let before = get(&records, "r1").await;
    let saved = write(&records, async |w| w.forget_subject(&id("r1"), NOW + 2).await).await;
    assert_eq!(saved, Ok(Saved::Done));
    let after = get(&records, "r1").await;
    assert_eq!(after.subject, None);
    assert_eq!(
        after.refusal.as_ref().map(|r| (r.code.as_str(), r.text.as_str())),
        before.refusal.as_ref().map(|r| (r.code.as_str(), r.text.as_str())),
        "what the person is told of it is still to be handed over"
    );
    assert!(after.refusal.as_ref().is_some_and(|r| !r.text.is_empty()));
    assert_eq!(after.extension.as_ref().map(|e| e.reason.as_str()), Some(""));
    assert_eq!(after.version, before.version + 1);
    assert_eq!(records.requests_of(digest(1)).await.unwrap(), [id("r1")]);
    let saved = write(&records, async |w| w.update_request(&before, NOW + 3).await).await;
    assert_eq!(saved, Ok(Saved::Stale), "nobody brings it back");
}

async fn what_was_told_of_a_refusal_is_forgotten_by_days_or_by_name(place: &impl Place) {
    let records = place.open().await;
    for (name, closed) in [("old", 10), ("young", 20), ("open", 0)] {
        let new = changed(&add(&records, name, 10).await);
        let saved = write(&records, async |w| w.update_request(&new, NOW).await).await;
        assert_eq!(saved, Ok(Saved::Done));
        if closed > 0 {
            close(place, name, NOW + closed).await;
        }
    }
    let told = async |name: &str| get(&records, name).await.refusal.unwrap().text;
    write(&records, async |w| {
        assert_eq!(
            w.forget_refusals(NOW + 10).await,
            Ok(0),
            "it was closed at that time, not before"
        );
        assert_eq!(w.forget_refusals(NOW + 11).await, Ok(1));
        assert_eq!(w.forget_refusals(NOW + 11).await, Ok(0), "once");
    })
    .await;
    assert_eq!(told("old").await, "");
    assert!(!told("young").await.is_empty() && !told("open").await.is_empty());
    let before = get(&records, "young").await;
    write(&records, async |w| {
        assert_eq!(w.forget_refusal(&id("young")).await, Ok(Saved::Done));
        assert_eq!(w.forget_refusal(&id("open")).await, Ok(Saved::Stale));
        assert_eq!(w.forget_refusal(&id("none")).await, Ok(Saved::Missing));
    })
    .await;
    assert_eq!(told("young").await, "");
    assert!(!told("open").await.is_empty());
    let saved = write(&records, async |w| w.update_request(&before, NOW + 30).await).await;
    assert_eq!(saved, Ok(Saved::Stale), "nobody brings it back");
}

async fn purging_takes_everything_of_closed_requests_and_nothing_else(place: &impl Place) {
    let records = place.open().await;
    let event = Event { at: NOW, actor: "eva".into(), what: id("received"), detail: json("{}") };
    let who = Keyed { hash: digest(1), key: id("k1") };
    for name in ["open", "old", "young", "due", "chosen"] {
        add(&records, name, 10).await;
        // Old versions that still have to be seen to keep their request.
        let code = if name == "due" { id("versions") } else { id("erasure") };
        let reminder = Reminder { code, ..super::duties::reminder(name, "tapes", 5) };
        write(&records, async |w| {
            assert_eq!(w.add_event(&id(name), &event).await, Ok(Saved::Done));
            assert_eq!(w.add_plan(&id(name), NOW, digest(9), &json("{}")).await, Ok(Some(1)));
            assert_eq!(w.save_step(&id(name), &super::plans::step(1, 1)).await, Ok(Saved::Done));
            assert_eq!(w.add_notice(&id(name), &id("printer")).await, Ok(Saved::Done));
            assert_eq!(w.remind(&reminder).await, Ok(Saved::Done));
            assert_eq!(w.add_identity(&id(name), &who, Fact::Email).await, Ok(Saved::Done));
        })
        .await;
    }
    close(place, "old", NOW + 10).await;
    close(place, "due", NOW + 10).await;
    close(place, "chosen", NOW + 10).await;
    close(place, "young", NOW + 20).await;
    // What was chosen is ended by its request.
    let choice = Choice {
        who: who.clone(),
        kind: ChoiceKind::Restriction,
        purpose: None,
        since: date(2026, 11, 26),
        until: None,
        request: id("chosen"),
    };
    write(&records, async |w| w.choose(&choice).await).await.unwrap();
    let purged = write(&records, async |w| w.purge_requests(NOW + 20).await).await;
    assert_eq!(purged, Ok(1));
    assert_eq!(records.request(&id("old")).await, Ok(None));
    for (name, left) in [("open", 1), ("old", 0), ("young", 1), ("due", 1)] {
        let name = id(name);
        assert_eq!(records.events(&name, 0).await.unwrap().len(), left);
        assert_eq!(usize::from(records.newest_plan(&name).await.unwrap().is_some()), left);
        assert_eq!(records.steps(&name, 1).await.unwrap().len(), left);
        assert_eq!(records.notices(&name).await.unwrap().len(), left);
        assert_eq!(records.reminders(&name).await.unwrap().len(), left);
    }
    let left = [id("chosen"), id("due"), id("open"), id("young")];
    assert_eq!(records.requests_of(digest(1)).await.unwrap(), left);
    let ended = Choice { until: Some(date(2027, 1, 1)), ..choice };
    write(&records, async |w| w.choose(&ended).await).await.unwrap();
    assert_eq!(write(&records, async |w| w.purge_requests(NOW + 20).await).await, Ok(1));
}

async fn hostile_texts_come_back(place: &impl Place) {
    let records = place.open().await;
    let mut request = add(&records, "r1", 10).await;
    let long = "ä".repeat(2048);
    for text in [
        "",
        "'); DROP TABLE request; --",
        "a\r\nb\t",
        "\u{feff}\u{202e}x",
        "%|_\\",
        "👩‍👩‍👧 e\u{301}",
        &long,
    ] {
        request.subject = Some(json(&serde_json::json!({ "name": text }).to_string()));
        request.extension = Some(Extension { to: request.due, reason: text.to_owned() });
        request.refusal = Some(Refusal { code: id("other"), text: text.to_owned() });
        let saved = write(&records, async |w| w.update_request(&request, NOW).await).await;
        assert_eq!(saved, Ok(Saved::Done));
        let there = get(&records, "r1").await;
        request.version += 1;
        assert_eq!((&there.subject, &there.extension), (&request.subject, &request.extension));
        assert_eq!(there.refusal.map(|r| r.text).as_deref(), Some(text));
    }
}
