//! Writing of many requests together says the same as writing of each.

use abide_policy::vocab::{Fact, RequestState};
use abide_records::people::{Keyed, Suppression};
use abide_records::requests::duties::Reminder;
use abide_records::requests::history::Event;
use abide_records::requests::{Request, Saved};
use abide_records::{Error, Records, Writing};
use jiff::civil::date;

use super::{NOW, Place, add, digest, get, id, json};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    many_are_written_as_one_by_one(&new_place(), &new_place()).await;
    who_was_overtaken_is_told_and_nothing_saved(&new_place()).await;
    what_is_said_twice_counts_as_said_last(&new_place()).await;
    what_is_gathered_is_seen_by_what_is_asked_next(&new_place()).await;
    more_than_fits_is_sent_in_portions(&new_place()).await;
    what_belongs_to_many_is_what_belongs_to_each(&new_place()).await;
}

fn event(what: &str) -> Event {
    Event { at: NOW, actor: "Eva Malá".into(), what: id(what), detail: json(r#"{"n":"\u0000"}"#) }
}

fn name(n: u8) -> String {
    format!("r{n:02}")
}

fn mark(hash: u8, of: &str, last: jiff::civil::Date) -> Suppression {
    Suppression {
        who: Keyed { hash: digest(hash), key: id("k1") },
        fact: Fact::Email,
        request: id(of),
        basis: "legal-obligation".to_owned(),
        since: date(2026, 11, 26),
        until: last,
    }
}

/// The whole way of a request to its end, as far as it is written here.
async fn ended(w: &mut Writing, request: &Request, n: u8) {
    let subject = Some(json(&format!("{{\"note\":\"ž🦊 {n} ' \\\" \"}}")));
    let started = Request { subject, state: RequestState::Running, waits: None, ..request.clone() };
    assert_eq!(w.update_request(&started, NOW + 1).await, Ok(Saved::Done));
    assert_eq!(w.add_event(&request.id, &event("started")).await, Ok(Saved::Done));
    assert_eq!(w.save_step(&request.id, &super::plans::step(1, 1)).await, Ok(Saved::Done));
    w.seen_to(&request.id, &id("tapes"), NOW + 2).await.unwrap();
    let done = Request { version: request.version + 1, state: RequestState::Done, ..started };
    assert_eq!(w.update_request(&done, NOW + 2).await, Ok(Saved::Done));
    assert_eq!(w.add_event(&request.id, &event("done")).await, Ok(Saved::Done));
    assert_eq!(w.forget_subject(&request.id, NOW + 3).await, Ok(Saved::Done));
    assert_eq!(w.add_event(&request.id, &event("forgotten")).await, Ok(Saved::Done));
    let later = reminder(&request.id.to_string(), "fax");
    assert_eq!(w.remind(&later).await, Ok(Saved::Done));
    w.suppress(&mark(n, request.id.as_str(), date(2029, 1, 1))).await.unwrap();
}

fn reminder(of: &str, store: &str) -> Reminder {
    Reminder {
        request: id(of),
        store: id(store),
        code: id("by-hand"),
        due: date(2027, 1, 9),
        done_at: None,
    }
}

/// Twenty requests with a plan and something to do.
async fn twenty(records: &Records) -> Vec<Request> {
    let mut all = Vec::new();
    for n in 0..20 {
        let request = add(records, &name(n), 10).await;
        let mut w = records.write().await.unwrap();
        assert_eq!(w.add_event(&request.id, &event("received")).await, Ok(Saved::Done));
        assert_eq!(w.add_plan(&request.id, NOW, digest(n), &json("{}")).await, Ok(Some(1)));
        assert_eq!(w.remind(&reminder(&name(n), "tapes")).await, Ok(Saved::Done));
        w.commit().await.unwrap();
        all.push(get(records, &name(n)).await);
    }
    all
}

async fn many_are_written_as_one_by_one(one: &impl Place, other: &impl Place) {
    let (one, other) = (one.open().await, other.open().await);
    let requests = (twenty(&one).await, twenty(&other).await);
    let mut single = one.write().await.unwrap();
    let mut together = other.write_many().await.unwrap();
    for (n, (a, b)) in (0..).zip(requests.0.iter().zip(&requests.1)) {
        ended(&mut single, a, n).await;
        ended(&mut together, b, n).await;
    }
    assert_eq!(together.overtaken().await, Ok([].into()));
    single.commit().await.unwrap();
    together.commit().await.unwrap();
    for n in 0..20 {
        let id = id(&name(n));
        let (a, b) = (get(&one, id.as_str()).await, get(&other, id.as_str()).await);
        assert_eq!(a, b);
        assert_eq!((a.version, a.subject, a.closed_at), (4, None, Some(NOW + 2)));
        let events = one.events(&id, 0).await.unwrap();
        assert_eq!(events, other.events(&id, 0).await.unwrap());
        let told: Vec<_> = events.iter().map(|(seq, e)| (*seq, e.what.as_str())).collect();
        assert_eq!(told, [(1, "received"), (2, "started"), (3, "done"), (4, "forgotten")]);
        let steps = one.steps(&id, 1).await.unwrap();
        assert_eq!((steps.len(), &steps), (1, &other.steps(&id, 1).await.unwrap()));
        let reminders = one.reminders(&id).await.unwrap();
        assert_eq!(reminders, other.reminders(&id).await.unwrap());
        assert_eq!(reminders.iter().map(|r| r.done_at).collect::<Vec<_>>(), [None, Some(NOW + 2)]);
        let marks = one.suppression(digest(n)).await.unwrap();
        assert_eq!((marks.is_some(), &marks), (true, &other.suppression(digest(n)).await.unwrap()));
    }
}

async fn who_was_overtaken_is_told_and_nothing_saved(place: &impl Place) {
    let records = place.open().await;
    let requests = twenty(&records).await;
    let (first, third) = (requests.first().unwrap(), requests.get(3).unwrap());
    let mut w = records.write().await.unwrap();
    let moved = Request { state: RequestState::Identified, ..third.clone() };
    assert_eq!(w.update_request(&moved, NOW).await, Ok(Saved::Done));
    w.commit().await.unwrap();
    for is_asked in [true, false] {
        let mut w = records.write_many().await.unwrap();
        for request in &requests {
            let next = Request { state: RequestState::Planned, ..request.clone() };
            // Nobody knows yet.
            assert_eq!(w.update_request(&next, NOW).await, Ok(Saved::Done));
        }
        assert_eq!(w.add_event(&id("nobody"), &event("noted")).await, Ok(Saved::Done));
        if is_asked {
            let overtaken = w.overtaken().await.unwrap();
            assert_eq!(overtaken, [third.id.clone(), id("nobody")].into());
        }
        assert_eq!(w.commit().await, Err(Error::Overtaken));
    }
    assert_eq!(&get(&records, "r00").await, first);
    // The same, without them.
    let mut w = records.write_many().await.unwrap();
    for request in requests.iter().filter(|r| r.id != third.id) {
        let next = Request { state: RequestState::Planned, ..request.clone() };
        assert_eq!(w.update_request(&next, NOW).await, Ok(Saved::Done));
    }
    w.commit().await.unwrap();
    assert_eq!(get(&records, "r00").await.state, RequestState::Planned);
    assert_eq!(get(&records, "r03").await.state, RequestState::Identified);
}

async fn what_is_said_twice_counts_as_said_last(place: &impl Place) {
    let records = place.open().await;
    let request = add(&records, "r1", 10).await;
    let mut w = records.write_many().await.unwrap();
    // Two requests of one person, and two changes of one request.
    w.suppress(&mark(1, "r1", date(2030, 1, 1))).await.unwrap();
    w.suppress(&mark(1, "r2", date(2029, 1, 1))).await.unwrap();
    let first = Request { state: RequestState::Identified, ..request.clone() };
    assert_eq!(w.update_request(&first, NOW + 1).await, Ok(Saved::Done));
    let second = Request { version: 2, state: RequestState::Planned, ..request };
    assert_eq!(w.update_request(&second, NOW + 2).await, Ok(Saved::Done));
    let done = Reminder { done_at: Some(NOW), ..reminder("r1", "fax") };
    for said in [&done, &reminder("r1", "fax")] {
        assert_eq!(w.remind(said).await, Ok(Saved::Done));
    }
    w.commit().await.unwrap();
    let kept = records.suppression(digest(1)).await.unwrap().unwrap();
    assert_eq!(kept, mark(1, "r2", date(2030, 1, 1)), "the longer period holds");
    let now = get(&records, "r1").await;
    assert_eq!((now.version, now.state), (3, RequestState::Planned));
    assert_eq!(records.reminders(&id("r1")).await.unwrap(), [reminder("r1", "fax")]);
}

async fn what_is_gathered_is_seen_by_what_is_asked_next(place: &impl Place) {
    let records = place.open().await;
    let request = add(&records, "r1", 10).await;
    let mut w = records.write_many().await.unwrap();
    assert_eq!(w.remind(&reminder("r1", "fax")).await, Ok(Saved::Done));
    assert_eq!(w.reminders(&request.id).await, Ok(vec![reminder("r1", "fax")]));
    let next = Request { state: RequestState::Planned, ..request.clone() };
    assert_eq!(w.update_request(&next, NOW).await, Ok(Saved::Done));
    assert_eq!(w.still_at(&request.id, request.version).await, Ok(Saved::Stale));
    drop(w);
    assert_eq!(get(&records, "r1").await, request);
}

async fn more_than_fits_is_sent_in_portions(place: &impl Place) {
    let records = place.open().await;
    let requests = twenty(&records).await;
    let long = "ž".repeat(8000);
    let mut w = records.write_many().await.unwrap();
    for n in 0..400_u32 {
        let detail = json(&format!("[{n},\"{long}\"]"));
        let noted = Event { detail, ..event("noted") };
        let request = &requests.get(usize::try_from(n % 20).unwrap()).unwrap().id;
        assert_eq!(w.add_event(request, &noted).await, Ok(Saved::Done));
    }
    w.commit().await.unwrap();
    for (first, request) in (0_u32..).zip(&requests) {
        let events = records.events(&request.id, 1).await.unwrap();
        let told = events.iter().map(|(seq, e)| {
            let detail: serde_json::Value = serde_json::from_str(e.detail.as_str()).unwrap();
            (*seq, detail.get(0).unwrap().as_u64().unwrap())
        });
        let meant = (0..20).map(|n| (n + 2, u64::from(first + 20 * n)));
        assert_eq!(told.collect::<Vec<_>>(), meant.collect::<Vec<_>>());
    }
}

async fn what_belongs_to_many_is_what_belongs_to_each(place: &impl Place) {
    let records = place.open().await;
    let requests = twenty(&records).await;
    let mut w = records.write_many().await.unwrap();
    for (n, request) in (0..).zip(requests.iter().take(10)) {
        ended(&mut w, request, n).await;
    }
    // One has a second plan, whose steps nobody has begun.
    assert_eq!(w.add_plan(&id("r02"), NOW, digest(99), &json("[2]")).await, Ok(Some(2)));
    w.commit().await.unwrap();
    add(&records, "new", 10).await;
    let (new, nobody) = (id("new"), id("nobody"));
    let mut ids: Vec<_> = requests.iter().map(|r| &r.id).collect();
    ids.extend([&new, &nobody]);
    let wholes = records.wholes(&ids).await.unwrap();
    assert_eq!(wholes.len(), 20, "of the others there is nothing");
    for request in &requests {
        let whole = wholes.get(&request.id).unwrap();
        let plan = records.newest_plan(&request.id).await.unwrap();
        assert_eq!(whole.plan, plan);
        assert_eq!(whole.steps, records.steps(&request.id, plan.unwrap().seq).await.unwrap());
        let events = records.events(&request.id, 0).await.unwrap();
        assert_eq!(whole.events, events.into_iter().map(|(_, e)| e).collect::<Vec<_>>());
    }
    let of = |name: &str| wholes.get(&id(name)).unwrap();
    assert_eq!((of("r02").steps.len(), of("r03").steps.len(), of("r12").events.len()), (0, 1, 1));
}
