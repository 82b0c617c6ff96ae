//! The queue: pages, filters, leases.

use std::collections::BTreeMap;

use abide_policy::vocab::{RequestKind, RequestState, Set, Waits};
use abide_records::requests::queue::{Cursor, Filter, Wanted};
use abide_records::requests::{Lease, Request, Saved};
use abide_records::{Error, Records};
use jiff::civil::{Date, date};

use super::{NOW, Place, add, get, id, join_all, new_request, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    pages_are_in_the_order_of_the_days(&new_place()).await;
    filters_choose(&new_place()).await;
    a_request_is_handed_out_once(&new_place()).await;
    many_workers_share_the_queue(&new_place()).await;
    a_lease_ends_by_itself(&new_place()).await;
    a_lease_is_renewed_and_given_back_by_its_owner(&new_place()).await;
    who_rests_is_nobodys_for_a_while(&new_place()).await;
    many_requests_are_taken_at_once(&new_place()).await;
    a_claim_that_is_not_committed_never_was(&new_place()).await;
}

fn received() -> Set<RequestState> {
    Set::of(&[RequestState::Received])
}

async fn names(records: &Records, filter: &Filter) -> Vec<String> {
    let all = records.requests(filter, None, 100).await.unwrap();
    all.iter().map(|r| r.id.to_string()).collect()
}

async fn pages_are_in_the_order_of_the_days(place: &impl Place) {
    let records = place.open().await;
    let every = Filter::default();
    assert_eq!(records.requests(&every, None, 10).await.unwrap(), []);
    let spelled = ["a-1", "a.1", "a1", "aa", "b"];
    for (i, name) in (0..25_i8).zip(spelled.iter().cycle()) {
        // Several on one day; ids that a database in some language would sort in another way.
        add(&records, &format!("{name}-{i}"), 1 + (i % 9) * 7 % 9).await;
    }
    let mut found: Vec<Request> = Vec::new();
    loop {
        let after = found.last().map(Cursor::after);
        let page = records.requests(&every, after.as_ref(), 4).await.unwrap();
        assert!(page.len() <= 4);
        if page.is_empty() {
            break;
        }
        found.extend(page);
    }
    let keys: Vec<_> = found.iter().map(|r| (r.due, r.id.clone())).collect();
    assert_eq!(keys.len(), 25);
    assert!(keys.is_sorted_by(|a, b| a < b), "each once, in order: {keys:?}");
    assert_eq!(records.requests(&every, None, 0).await.unwrap(), []);
}

async fn filters_choose(place: &impl Place) {
    let records = place.open().await;
    for (i, (name, kind, state)) in [
        ("a", RequestKind::Access, RequestState::Received),
        ("b", RequestKind::Erasure, RequestState::Planned),
        ("c", RequestKind::Erasure, RequestState::Done),
        ("d", RequestKind::Objection, RequestState::Planned),
        ("e", RequestKind::Access, RequestState::Refused),
    ]
    .into_iter()
    .enumerate()
    {
        let new = abide_records::requests::NewRequest {
            kind,
            ..new_request(name, i8::try_from(i).unwrap() + 1)
        };
        let saved = write(&records, async |w| w.add_request(&new, NOW).await).await;
        assert_eq!(saved, Ok(Saved::Done));
        let changed = Request { state, ..get(&records, name).await };
        let saved = write(&records, async |w| w.update_request(&changed, NOW).await).await;
        assert_eq!(saved, Ok(Saved::Done));
    }
    let every = Filter::default();
    let states = Set::of(&[RequestState::Planned, RequestState::Done]);
    let kinds = Set::of(&[RequestKind::Access]);
    for (filter, expected) in [
        (every, vec!["a", "b", "d"]),
        (Filter { closed: true, ..every }, vec!["c", "e"]),
        (Filter { states, ..every }, vec!["b", "d"]),
        (Filter { states, closed: true, ..every }, vec!["c"]),
        (Filter { kinds, ..every }, vec!["a"]),
        (Filter { kinds, closed: true, ..every }, vec!["e"]),
        (Filter { kinds, states, ..every }, vec![]),
        (Filter { due_until: Some(date(2027, 1, 2)), ..every }, vec!["a", "b"]),
        (Filter { due_until: Some(date(2026, 12, 31)), ..every }, vec![]),
    ] {
        assert_eq!(names(&records, &filter).await, expected, "{filter:?}");
    }
}

async fn claim(records: &Records, worker: &str, now: i64) -> Option<Request> {
    write(records, async |w| w.claim(worker, now, 60, received()).await.unwrap()).await
}

async fn a_request_is_handed_out_once(place: &impl Place) {
    let records = place.open().await;
    assert_eq!(claim(&records, "w1", NOW).await, None);
    add(&records, "late", 20).await;
    add(&records, "soon", 10).await;
    let planned = add(&records, "planned", 1).await;
    let planned = Request { state: RequestState::Planned, waits: Some(Waits::Approval), ..planned };
    let saved = write(&records, async |w| w.update_request(&planned, NOW).await).await;
    assert_eq!(saved, Ok(Saved::Done));
    let first = claim(&records, "w1", NOW).await.unwrap();
    assert_eq!(first.id, id("soon"), "what is due first comes first");
    assert_eq!(first.lease, Some(Lease { owner: "w1".into(), until: NOW + 60 }));
    assert_eq!(first.version, 2);
    assert_eq!(get(&records, "soon").await, first);
    assert_eq!(claim(&records, "w2", NOW).await.unwrap().id, id("late"));
    assert_eq!(claim(&records, "w3", NOW).await, None, "the rest is not for workers");
    let none = write(&records, async |w| w.claim("w3", NOW, 60, Set::EMPTY).await.unwrap()).await;
    assert_eq!(none, None, "no state, no request");
    let nameless = write(&records, async |w| w.claim("", NOW, 60, received()).await).await;
    assert_eq!(nameless, Err(Error::Nameless));
}

async fn many_workers_share_the_queue(place: &impl Place) {
    let (one, two) = (place.open().await, place.open().await);
    for i in 0..24_i8 {
        add(&one, &format!("r{i}"), 1 + i % 5).await;
    }
    let workers = (0..4).map(|w| {
        let records = if w % 2 == 0 { one.clone() } else { two.clone() };
        tokio::spawn(async move {
            let mut mine = Vec::new();
            while let Some(request) = claim(&records, &format!("w{w}"), NOW).await {
                mine.push(request.id.to_string());
            }
            mine
        })
    });
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for worker in workers.collect::<Vec<_>>() {
        for name in worker.await.unwrap() {
            *times.entry(name).or_default() += 1;
        }
    }
    // One that skips what another holds may find nothing just before that one gives up; here nobody gives up.
    assert_eq!(times.len(), 24);
    assert!(times.values().all(|times| *times == 1), "{times:?}");
}

async fn a_lease_ends_by_itself(place: &impl Place) {
    let records = place.open().await;
    add(&records, "r1", 10).await;
    let old = claim(&records, "w1", NOW).await.unwrap();
    assert_eq!(claim(&records, "w2", NOW + 59).await, None);
    let two = [claim(&records, "w2", NOW + 60), claim(&records, "w3", NOW + 60)];
    let new: Vec<Request> = join_all(two.into_iter()).await.into_iter().flatten().collect();
    assert_eq!(new.len(), 1, "one of them has it");
    let late = write(&records, async |w| w.update_request(&old, NOW + 61).await).await;
    assert_eq!(late, Ok(Saved::Stale), "who slept through the end can change nothing");
    let late = write(&records, async |w| w.rest(&id("r1"), "w1", NOW + 61, 60).await).await;
    assert_eq!(late, Ok(Saved::Stale));
}

async fn a_lease_is_renewed_and_given_back_by_its_owner(place: &impl Place) {
    let records = place.open().await;
    add(&records, "r1", 10).await;
    let mine = claim(&records, "w1", NOW).await.unwrap();
    write(&records, async |w| {
        let r1 = id("r1");
        assert_eq!(w.renew_all("w2", NOW + 30, 60).await, Ok(0));
        assert_eq!(w.renew_all("w1", NOW + 30, 60).await, Ok(1));
        assert_eq!(w.renew_all("w1", NOW + 90, 60).await, Ok(0), "it has ended");
        assert_eq!(w.release(&r1, "w2").await, Ok(Saved::Stale));
        assert_eq!(w.release(&id("r2"), "w1").await, Ok(Saved::Missing));
    })
    .await;
    let there = get(&records, "r1").await;
    assert_eq!(there.lease, Some(Lease { owner: "w1".into(), until: NOW + 90 }));
    let saved = write(&records, async |w| {
        let saved = w.update_request(&Request { paused_days: 1, ..mine }, NOW + 40).await;
        (saved, w.release(&id("r1"), "w1").await)
    })
    .await;
    assert_eq!(
        saved,
        (Ok(Saved::Done), Ok(Saved::Done)),
        "the owner's version is still the newest"
    );
    assert_eq!(get(&records, "r1").await.lease, None);
    assert_eq!(claim(&records, "w2", NOW + 41).await.unwrap().id, id("r1"));
}

async fn who_rests_is_nobodys_for_a_while(place: &impl Place) {
    let records = place.open().await;
    add(&records, "r1", 10).await;
    let mine = claim(&records, "w1", NOW).await.unwrap();
    write(&records, async |w| {
        let r1 = id("r1");
        assert_eq!(w.rest(&r1, "w2", NOW + 30, 60).await, Ok(Saved::Stale));
        assert_eq!(w.rest(&id("r2"), "w1", NOW, 60).await, Ok(Saved::Missing));
        assert_eq!(w.rest(&r1, "w1", NOW + 30, 60).await, Ok(Saved::Done));
        assert_eq!(w.rest(&r1, "w1", NOW + 40, 60).await, Ok(Saved::Stale));
        assert_eq!(w.release_all("w1").await, Ok(0), "it rests on");
    })
    .await;
    assert_eq!(claim(&records, "w1", NOW + 89).await, None);
    let again = claim(&records, "w2", NOW + 90).await.unwrap();
    assert_eq!(again.version, mine.version + 1);
}

async fn many_requests_are_taken_at_once(place: &impl Place) {
    let records = place.open().await;
    for (name, kind, due) in [
        ("e1", RequestKind::Erasure, 9),
        ("a1", RequestKind::Access, 1),
        ("e2", RequestKind::Erasure, 3),
        ("e3", RequestKind::Erasure, 5),
    ] {
        let new = abide_records::requests::NewRequest { kind, ..new_request(name, due) };
        let saved = write(&records, async |w| w.add_request(&new, NOW).await).await;
        assert_eq!(saved, Ok(Saved::Done));
    }
    let take = async |worker: &'static str, kinds, most, before: Option<(i64, Date)>| {
        let wanted = Wanted { states: received(), kinds, before, most };
        let taken = async |w: &mut abide_records::Writing| {
            w.claim_many(worker, NOW, 60, wanted).await.unwrap()
        };
        let taken = write(&records, taken).await;
        taken.iter().map(|r| r.id.to_string()).collect::<Vec<_>>()
    };
    let erasures = Set::of(&[RequestKind::Erasure]);
    let early = date(2000, 1, 1);
    let due = async |name: &str| get(&records, name).await.due;
    assert_eq!(
        take("w1", erasures, 2, Some((NOW, early))).await,
        [] as [&str; 0],
        "what is no older"
    );
    assert_eq!(
        take("w4", erasures, 9, Some((NOW, due("e2").await))).await,
        ["e2"],
        "but what is due"
    );
    let released = write(&records, async |w| w.release_all("w4").await).await;
    assert_eq!(released, Ok(1));
    assert_eq!(
        take("w1", erasures, 2, Some((NOW + 1, early))).await,
        ["e2", "e3"],
        "what is due first"
    );
    assert_eq!(take("w2", erasures, 9, None).await, ["e1"], "what nobody has");
    assert_eq!(take("w2", Set::EMPTY, 9, None).await, ["a1"]);
    assert_eq!(take("w3", Set::EMPTY, 0, None).await, [] as [&str; 0]);
    let renewed = write(&records, async |w| w.renew_all("w1", NOW + 30, 60).await).await;
    assert_eq!(renewed, Ok(2));
    for (name, until) in [("e1", 60), ("e2", 90), ("e3", 90)] {
        let lease = get(&records, name).await.lease.unwrap();
        assert_eq!(lease.until, NOW + until, "{name}");
    }
    let late = write(&records, async |w| w.renew_all("w2", NOW + 60, 60).await).await;
    assert_eq!(late, Ok(0), "what has ended is not renewed");
    let released = write(&records, async |w| w.release_all("w1").await).await;
    assert_eq!((released, get(&records, "e2").await.lease), (Ok(2), None));
    assert!(get(&records, "e1").await.lease.is_some());
}

async fn a_claim_that_is_not_committed_never_was(place: &impl Place) {
    let records = place.open().await;
    let before = add(&records, "r1", 10).await;
    let mut writing = records.write().await.unwrap();
    assert!(writing.claim("w1", NOW, 60, received()).await.unwrap().is_some());
    drop(writing);
    assert_eq!(get(&records, "r1").await, before);
    // A database may learn of it a moment later, and until then the request is held.
    for _ in 0..500 {
        if claim(&records, "w2", NOW).await.is_some() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    unreachable!("nobody gets the request any more");
}
