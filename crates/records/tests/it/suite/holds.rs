//! Legal holds.

use abide_policy::vocab::Fact;
use abide_records::Error;
use abide_records::holds::Hold;
use abide_records::people::Keyed;
use abide_records::requests::Saved;
use abide_records::requests::duties::Reminder;
use jiff::civil::{Date, date};

use super::{NOW, Place, add, digest, id, json, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    a_hold_is_found_by_each_mark_and_lifted_once(&new_place()).await;
    a_hold_stands_until_it_ends(&new_place()).await;
    what_ended_long_ago_goes(&new_place()).await;
    a_key_is_changed(&new_place()).await;
    nobody_places_a_hold_while_another_counts_on_it(&new_place()).await;
    a_request_stays_while_its_hold_is_to_be_seen_to(&new_place()).await;
}

fn who(byte: u8, key: &str) -> (Fact, Keyed) {
    (Fact::Email, Keyed { hash: digest(byte), key: id(key) })
}

fn hold(name: &str, marks: &[u8], until: Option<Date>) -> Hold {
    Hold {
        id: id(name),
        who: marks.iter().map(|byte| who(*byte, "k1")).collect(),
        reason: "claim for damages".into(),
        covers: json(r#"{"tables":["centre.calls"]}"#),
        until,
        placed: ("olga".into(), NOW),
        lifted: None,
    }
}

const DAY: Date = date(2026, 11, 27);

async fn a_hold_is_found_by_each_mark_and_lifted_once(place: &impl Place) {
    let records = place.open().await;
    let placed = hold("h1", &[1, 2], Some(date(2027, 6, 30)));
    write(&records, async |w| {
        assert_eq!(w.place(&placed).await, Ok(Saved::Done));
        assert_eq!(w.lift(&id("h2"), "olga", NOW).await, Ok(Saved::Missing));
    })
    .await;
    let again = write(&records, async |w| w.place(&placed).await).await;
    assert_eq!(again, Ok(Saved::Stale), "an id is used once");
    let nobody = Hold { placed: (String::new(), NOW), ..hold("h9", &[1], None) };
    assert_eq!(records.write().await.unwrap().place(&nobody).await, Err(Error::Nameless));
    assert_eq!(records.holds().await.unwrap(), std::slice::from_ref(&placed));
    for byte in [1, 2] {
        let one = Hold { who: vec![who(byte, "k1")], ..placed.clone() };
        assert_eq!(records.holds_under(digest(byte)).await.unwrap(), [one]);
    }
    assert_eq!(records.holds_under(digest(3)).await.unwrap(), []);
    write(&records, async |w| {
        assert_eq!(w.lift(&id("h1"), "eva", NOW + 9).await, Ok(Saved::Done));
        assert_eq!(w.lift(&id("h1"), "olga", NOW + 10).await, Ok(Saved::Stale));
    })
    .await;
    let lifted = Hold { lifted: Some(("eva".into(), NOW + 9)), ..placed };
    assert!(!lifted.stands(DAY));
    assert_eq!(records.holds().await.unwrap(), [lifted]);
}

async fn a_hold_stands_until_it_ends(place: &impl Place) {
    let records = place.open().await;
    let (open, ends) = (hold("h1", &[1, 2], None), hold("h2", &[1], Some(DAY)));
    write(&records, async |w| {
        for one in [&open, &ends, &hold("h3", &[1], None)] {
            assert_eq!(w.place(one).await, Ok(Saved::Done));
        }
        assert_eq!(w.lift(&id("h3"), "olga", NOW).await, Ok(Saved::Done));
        assert_eq!(w.holding(DAY).await.unwrap(), [id("h1"), id("h2")]);
        assert_eq!(w.holding(DAY.tomorrow().unwrap()).await.unwrap(), [id("h1")]);
    })
    .await;
    assert!(ends.stands(DAY) && !ends.stands(DAY.tomorrow().unwrap()) && open.stands(Date::MAX));
}

async fn what_ended_long_ago_goes(place: &impl Place) {
    let records = place.open().await;
    write(&records, async |w| {
        for one in [hold("h1", &[1], None), hold("h2", &[1], Some(DAY)), hold("h3", &[1, 2], None)]
        {
            assert_eq!(w.place(&one).await, Ok(Saved::Done));
        }
        assert_eq!(w.lift(&id("h3"), "olga", NOW + 5).await, Ok(Saved::Done));
    })
    .await;
    let purge = async |before, day| {
        write(&records, async |w| w.purge_holds(before, day).await.unwrap()).await
    };
    assert_eq!(purge(NOW + 5, DAY).await, 0);
    assert_eq!(purge(NOW + 6, DAY.tomorrow().unwrap()).await, 3);
    assert_eq!(records.holds().await.unwrap(), [hold("h1", &[1], None)], "one that stands stays");
}

async fn a_key_is_changed(place: &impl Place) {
    let records = place.open().await;
    let saved = write(&records, async |w| w.place(&hold("h1", &[1, 2], None)).await).await;
    assert_eq!(saved, Ok(Saved::Done));
    let old = records.hashes_under(&id("k1"), None).await.unwrap();
    assert_eq!(old, [digest(1), digest(2)]);
    // Two marks may be one under the new key.
    let new = Keyed { hash: digest(9), key: id("k2") };
    for hash in old {
        write(&records, async |w| w.rekey(hash, &new).await.unwrap()).await;
    }
    assert_eq!(records.hashes_under(&id("k1"), None).await.unwrap(), []);
    let one = Hold { who: vec![(Fact::Email, new)], ..hold("h1", &[], None) };
    assert_eq!(records.holds().await.unwrap(), [one]);
}

/// Whoever saves what they did because no hold stood is not overtaken by one.
async fn nobody_places_a_hold_while_another_counts_on_it(place: &impl Place) {
    let records = place.open().await;
    let mut counting = records.write().await.unwrap();
    assert_eq!(counting.holding(DAY).await.unwrap(), []);
    let place_one = async {
        let mut writing = records.write().await.unwrap();
        assert_eq!(writing.place(&hold("h1", &[1], None)).await, Ok(Saved::Done));
        writing.commit().await.unwrap();
    };
    let wait = tokio::time::timeout(std::time::Duration::from_millis(200), place_one).await;
    assert!(wait.is_err(), "it was placed meanwhile");
    counting.commit().await.unwrap();
    let placed = write(&records, async |w| w.place(&hold("h1", &[1], None)).await).await;
    assert_eq!(placed, Ok(Saved::Done));
}

async fn a_request_stays_while_its_hold_is_to_be_seen_to(place: &impl Place) {
    let records = place.open().await;
    let mut request = add(&records, "r1", 10).await;
    request.state = abide_policy::vocab::RequestState::Done;
    request.waits = None;
    let (store, code) = (id("centre"), id("hold"));
    let reminder = Reminder { request: id("r1"), store, code, due: DAY, done_at: None };
    write(&records, async |w| {
        assert_eq!(w.update_request(&request, NOW).await, Ok(Saved::Done));
        assert_eq!(w.remind(&reminder).await, Ok(Saved::Done));
        assert_eq!(w.purge_requests(i64::MAX).await, Ok(0));
    })
    .await;
    let open = records.reminders_coded(&id("hold")).await.unwrap();
    assert_eq!(open, std::slice::from_ref(&reminder));
    assert_eq!(records.reminders_coded(&id("erasure")).await.unwrap(), []);
    write(&records, async |w| {
        let done = Reminder { done_at: Some(NOW), ..reminder };
        assert_eq!(w.remind(&done).await, Ok(Saved::Done));
        assert_eq!(w.purge_requests(i64::MAX).await, Ok(1));
    })
    .await;
}
