//! Transactions, limits, damage.

use abide_policy::vocab::{RequestState, Set};
use abide_records::requests::history::Event;
use abide_records::requests::queue::Filter;
use abide_records::requests::{Extension, NewRequest, Refusal, Request, Saved};
use abide_records::{Document, Error};

use super::{NOW, Place, add, digest, get, id, json, new_request, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    a_dropped_transaction_leaves_nothing(&new_place()).await;
    a_change_and_its_event_are_saved_together(&new_place()).await;
    what_is_too_long_is_refused(&new_place()).await;
    damaged_rows_are_errors_that_quote_nothing(&new_place()).await;
    survives_reopening(&new_place()).await;
}

fn event(detail: Document) -> Event {
    Event { at: NOW, actor: "eva".into(), what: id("planned"), detail }
}

async fn a_dropped_transaction_leaves_nothing(place: &impl Place) {
    let records = place.open().await;
    let before = add(&records, "r1", 10).await;
    let mut w = records.write().await.unwrap();
    assert_eq!(w.add_request(&new_request("r2", 1), NOW).await, Ok(Saved::Done));
    let planned = Request { state: RequestState::Done, ..before.clone() };
    assert_eq!(w.update_request(&planned, NOW).await, Ok(Saved::Done));
    assert_eq!(w.add_event(&id("r1"), &event(json("{}"))).await, Ok(Saved::Done));
    assert_eq!(w.add_plan(&id("r1"), NOW, digest(1), &json("{}")).await, Ok(Some(1)));
    assert_eq!(w.forget_subject(&id("r1"), NOW).await, Ok(Saved::Done));
    assert_eq!(w.purge_requests(i64::MAX).await, Ok(1));
    drop(w);
    assert_eq!(records.request(&id("r2")).await, Ok(None));
    assert_eq!(get(&records, "r1").await, before);
    assert_eq!(records.events(&id("r1"), 0).await.unwrap(), []);
    assert_eq!(records.newest_plan(&id("r1")).await, Ok(None));
    let first = write(&records, async |w| w.add_event(&id("r1"), &event(json("{}"))).await).await;
    assert_eq!(first, Ok(Saved::Done), "numbers are not used up");
}

async fn a_change_and_its_event_are_saved_together(place: &impl Place) {
    let records = place.open().await;
    let request = add(&records, "r1", 10).await;
    let mut w = records.write().await.unwrap();
    let planned = Request { state: RequestState::Planned, ..request.clone() };
    assert_eq!(w.update_request(&planned, NOW + 1).await, Ok(Saved::Done));
    assert_eq!(w.add_event(&id("r1"), &event(json("{}"))).await, Ok(Saved::Done));
    assert_eq!(get(&records, "r1").await, request, "others see neither");
    assert_eq!(records.events(&id("r1"), 0).await.unwrap(), []);
    w.commit().await.unwrap();
    assert_eq!(get(&records, "r1").await.state, RequestState::Planned);
    assert_eq!(records.events(&id("r1"), 0).await.unwrap().len(), 1);
}

fn of_bytes(size: usize) -> Document {
    json(&format!("\"{}\"", "x".repeat(size - 2)))
}

async fn what_is_too_long_is_refused(place: &impl Place) {
    let records = place.open().await;
    let request = add(&records, "r1", 10).await;
    let long = |what, most| Err(Error::Long { what, most });
    let mut w = records.write().await.unwrap();
    let new = NewRequest { subject: of_bytes(65_537), ..new_request("r2", 1) };
    assert_eq!(
        w.add_request(&new, NOW).await,
        long("statement of identities", 65_536).map(|()| Saved::Done)
    );
    let new = NewRequest { subject: of_bytes(65_536), ..new };
    assert_eq!(w.add_request(&new, NOW).await, Ok(Saved::Done));
    for text in ["x".repeat(4097), "\0".to_owned()] {
        let extension = Some(Extension { to: request.due, reason: text.clone() });
        let refusal = Some(Refusal { code: id("other"), text });
        for changed in
            [Request { extension, ..request.clone() }, Request { refusal, ..request.clone() }]
        {
            let refused = w.update_request(&changed, NOW).await.unwrap_err();
            assert!(matches!(refused, Error::Long { most: 4096, .. }), "{refused}");
        }
    }
    assert!(w.add_event(&id("r1"), &event(of_bytes(16_385))).await.is_err());
    assert_eq!(w.add_event(&id("r1"), &event(of_bytes(16_384))).await, Ok(Saved::Done));
    let nobody = Event { actor: String::new(), ..event(json("{}")) };
    assert_eq!(w.add_event(&id("r1"), &nobody).await, Err(Error::Nameless));
    let plan = w.add_plan(&id("r1"), NOW, digest(1), &of_bytes(4 << 20)).await;
    assert_eq!(plan, Ok(Some(1)));
    w.commit().await.unwrap();
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    for bad in ["", "x", "{", "1 2", "\"\0\"", &deep] {
        assert!(Document::new(bad.to_owned()).is_err(), "{bad:.20}");
    }
    assert!(Document::new(" ".repeat(4 << 20) + "1").is_err());
}

async fn damaged_rows_are_errors_that_quote_nothing(place: &impl Place) {
    let records = place.open().await;
    add(&records, "r1", 10).await;
    write(&records, async |w| {
        w.add_plan(&id("r1"), NOW, digest(1), &json("{}")).await.unwrap();
        let saved = w.save_step(&id("r1"), &super::plans::step(1, 1)).await;
        assert_eq!(saved, Ok(Saved::Done));
    })
    .await;
    let damaged = |table| Error::Damaged { table, key: "r1".into() };
    for (sql, back) in [
        ("UPDATE request SET kind = 'secret'", "UPDATE request SET kind = 'access'"),
        ("UPDATE request SET jurisdiction = 'ZZ'", "UPDATE request SET jurisdiction = 'SK'"),
        (
            "UPDATE request SET received = '2026-13-45'",
            "UPDATE request SET received = '2026-01-01'",
        ),
        ("UPDATE request SET subject = '{secret'", "UPDATE request SET subject = NULL"),
        (
            "UPDATE request SET paused_days = 9223372036854775807",
            "UPDATE request SET paused_days = 0",
        ),
        (
            "UPDATE request SET refusal = '../secret', refusal_text = ''",
            "UPDATE request SET refusal = NULL, refusal_text = NULL",
        ),
        ("UPDATE request SET waits = 'secret'", "UPDATE request SET waits = NULL"),
    ] {
        place.stranger(sql).await.unwrap();
        let errors = [
            records.request(&id("r1")).await.unwrap_err(),
            records.requests(&Filter::default(), None, 5).await.unwrap_err(),
        ];
        for error in errors {
            assert_eq!(error, damaged("request"), "{sql}");
            assert!(!format!("{error} {error:?}").contains("secret"));
        }
        let mut w = records.write().await.unwrap();
        let claimed = w.claim("w1", NOW, 60, Set::of(&[RequestState::Received])).await;
        assert_eq!(claimed, Err(damaged("request")), "{sql}");
        drop(w);
        place.stranger(back).await.unwrap();
        records.request(&id("r1")).await.unwrap();
    }
    place.stranger("UPDATE plan SET document = 'secret'").await.unwrap();
    assert_eq!(records.newest_plan(&id("r1")).await, Err(damaged("plan")));
    place.stranger("UPDATE step SET state = 'secret'").await.unwrap();
    assert_eq!(records.steps(&id("r1"), 1).await, Err(damaged("step")));
}

async fn survives_reopening(place: &impl Place) {
    let records = place.open().await;
    let request = add(&records, "r1", 10).await;
    records.close().await.unwrap();
    assert!(records.write().await.is_err(), "closed is closed");
    assert_eq!(get(&place.open().await, "r1").await, request);
}
