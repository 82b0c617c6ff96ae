//! Recipients that are told, and reminders.

use abide_policy::vocab::RequestState;
use abide_records::requests::duties::{Notice, Reminder};
use abide_records::requests::{Request, Saved};
use jiff::civil::date;

use super::{NOW, Place, add, id, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    recipients_are_listed_and_ticked_off(&new_place()).await;
    a_tick_by_mistake_is_taken_back(&new_place()).await;
    recipients_are_due_once_something_is_done(&new_place()).await;
    reminders_come_by_day_until_they_are_done(&new_place()).await;
    what_is_done_in_a_store_reminds_nobody(&new_place()).await;
}

async fn recipients_are_listed_and_ticked_off(place: &impl Place) {
    let records = place.open().await;
    let (r1, printer, carrier) = (id("r1"), id("printer"), id("carrier"));
    let none = write(&records, async |w| w.add_notice(&r1, &printer).await).await;
    assert_eq!(none, Ok(Saved::Missing));
    add(&records, "r1", 10).await;
    write(&records, async |w| {
        for recipient in [&printer, &carrier, &printer] {
            assert_eq!(w.add_notice(&r1, recipient).await, Ok(Saved::Done));
        }
        assert_eq!(w.tell(&r1, &printer, "Eva", NOW).await, Ok(Saved::Done));
        assert_eq!(w.tell(&r1, &printer, "Ján", NOW + 1).await, Ok(Saved::Stale));
        assert_eq!(w.add_notice(&r1, &printer).await, Ok(Saved::Done));
        assert_eq!(w.tell(&r1, &id("nobody"), "Eva", NOW).await, Ok(Saved::Missing));
    })
    .await;
    let told = Some(("Eva".to_owned(), NOW));
    let expected = [Notice { recipient: carrier, told: None }, Notice { recipient: printer, told }];
    assert_eq!(records.notices(&r1).await.unwrap(), expected);
}

async fn a_tick_by_mistake_is_taken_back(place: &impl Place) {
    let records = place.open().await;
    let (r1, printer, carrier) = (id("r1"), id("printer"), id("carrier"));
    for name in ["r1", "r2"] {
        add(&records, name, 10).await;
    }
    write(&records, async |w| {
        for (request, recipient) in [(&r1, &printer), (&r1, &carrier), (&id("r2"), &printer)] {
            assert_eq!(w.add_notice(request, recipient).await, Ok(Saved::Done));
            assert_eq!(w.tell(request, recipient, "Eva", NOW).await, Ok(Saved::Done));
        }
        assert_eq!(w.untell(&r1, &printer).await, Ok(Saved::Done));
        assert_eq!(w.untell(&r1, &printer).await, Ok(Saved::Stale));
        assert_eq!(w.untell(&r1, &id("nobody")).await, Ok(Saved::Missing));
    })
    .await;
    let told = Some(("Eva".to_owned(), NOW));
    let left = [
        Notice { recipient: carrier, told: told.clone() },
        Notice { recipient: printer.clone(), told: None },
    ];
    assert_eq!(records.notices(&r1).await.unwrap(), left);
    let others = records.notices(&id("r2")).await.unwrap();
    assert_eq!(others, [Notice { recipient: printer.clone(), told }]);
    write(&records, async |w| {
        assert_eq!(w.tell(&r1, &printer, "Ján", NOW + 1).await, Ok(Saved::Done), "told after all");
    })
    .await;
}

async fn recipients_are_due_once_something_is_done(place: &impl Place) {
    let records = place.open().await;
    let open = async || {
        let open = records.notices_open().await.unwrap();
        open.into_iter().map(|(r, n)| format!("{r} {}", n.recipient)).collect::<Vec<_>>()
    };
    for name in ["r1", "r2", "r3", "r4"] {
        add(&records, name, 10).await;
        write(&records, async |w| {
            for recipient in ["printer", "carrier"] {
                assert_eq!(w.add_notice(&id(name), &id(recipient)).await, Ok(Saved::Done));
            }
        })
        .await;
    }
    assert_eq!(open().await, [] as [String; 0], "nothing is done yet");
    let ends =
        [("r2", RequestState::Done), ("r1", RequestState::Done), ("r3", RequestState::Refused)];
    for (at, (name, state)) in (NOW..).zip(ends) {
        let request = records.request(&id(name)).await.unwrap().unwrap();
        let ended = Request { state, waits: None, ..request };
        let saved = write(&records, async |w| w.update_request(&ended, at).await).await;
        assert_eq!(saved, Ok(Saved::Done));
    }
    assert_eq!(open().await, ["r2 carrier", "r2 printer", "r1 carrier", "r1 printer"]);
    write(&records, async |w| {
        assert_eq!(w.tell(&id("r1"), &id("printer"), "Eva", NOW).await, Ok(Saved::Done));
        w.drop_notices(&id("r2")).await.unwrap();
        w.drop_notices(&id("r1")).await.unwrap();
    })
    .await;
    assert_eq!(open().await, [] as [String; 0]);
    let left = records.notices(&id("r1")).await.unwrap();
    assert_eq!(left.len(), 1, "who was told was told: {left:?}");
    assert_eq!(records.notices(&id("r4")).await.unwrap().len(), 2, "others' stay");
}

pub(crate) fn reminder(request: &str, store: &str, due: i8) -> Reminder {
    Reminder {
        request: id(request),
        store: id(store),
        code: id("delete-by-hand"),
        due: date(2027, 2, due),
        done_at: None,
    }
}

async fn reminders_come_by_day_until_they_are_done(place: &impl Place) {
    let records = place.open().await;
    let (tapes, fax) = (reminder("r1", "tapes", 9), reminder("r1", "fax", 5));
    let none = write(&records, async |w| w.remind(&tapes).await).await;
    assert_eq!(none, Ok(Saved::Missing));
    add(&records, "r1", 10).await;
    let say = async |reminder: &Reminder| {
        let saved = write(&records, async |w| w.remind(reminder).await).await;
        assert_eq!(saved, Ok(Saved::Done));
    };
    for said in [&tapes, &fax, &tapes] {
        say(said).await;
    }
    let due = async |day| records.reminders_due(date(2027, 2, day)).await.unwrap();
    assert_eq!(due(4).await, []);
    assert_eq!(due(5).await, std::slice::from_ref(&fax));
    assert_eq!(due(28).await, [fax.clone(), tapes.clone()]);
    let done = Reminder { done_at: Some(NOW), ..fax.clone() };
    say(&done).await;
    assert_eq!(due(28).await, std::slice::from_ref(&tapes));
    say(&fax).await;
    assert_eq!(due(28).await, [fax, tapes.clone()], "it is to be done once more");
    say(&done).await;
    let later = Reminder { due: date(2027, 2, 20), ..tapes };
    say(&later).await;
    assert_eq!(due(28).await, std::slice::from_ref(&later));
    assert_eq!(records.reminders(&id("r1")).await.unwrap(), [done, later.clone()]);
    add(&records, "r2", 10).await;
    let second = Reminder { request: id("r2"), ..later.clone() };
    say(&second).await;
    let open = async |store: &str, code: &str, after: Option<&str>| {
        records.reminders_in(&id(store), code, after.map(id).as_ref()).await.unwrap()
    };
    let code = "delete-by-hand";
    assert_eq!(open("tapes", code, None).await, [later, second.clone()]);
    assert_eq!(open("tapes", code, Some("r1")).await, [second]);
    assert_eq!(open("tapes", code, Some("r2")).await, []);
    assert_eq!(open("tapes", "other", None).await, []);
    assert_eq!(open("fax", code, None).await, [], "it is done");
    let stores = async |code| records.stores_reminded_of(code).await.unwrap();
    assert_eq!(stores(code).await, [id("tapes")].into());
    assert_eq!(stores("other").await, [].into());
}

async fn what_is_done_in_a_store_reminds_nobody(place: &impl Place) {
    let records = place.open().await;
    add(&records, "r1", 10).await;
    add(&records, "r2", 10).await;
    let by_hand = reminder("r1", "tapes", 9);
    let before = Reminder { code: id("store"), done_at: Some(NOW - 5), ..by_hand.clone() };
    let others = [reminder("r1", "fax", 5), reminder("r2", "tapes", 9)];
    write(&records, async |w| {
        for said in [&by_hand, &before, &others[0], &others[1]] {
            assert_eq!(w.remind(said).await, Ok(Saved::Done));
        }
        w.seen_to(&id("r1"), &id("tapes"), NOW).await.unwrap();
        w.seen_to(&id("r3"), &id("tapes"), NOW).await.unwrap();
    })
    .await;
    assert_eq!(records.reminders_due(date(2027, 2, 28)).await.unwrap(), others);
    let done = Reminder { done_at: Some(NOW), ..by_hand };
    let of_first = records.reminders(&id("r1")).await.unwrap();
    assert_eq!(of_first, [others[0].clone(), done, before]);
}
