//! Recipients that are told, and reminders.

use abide_records::requests::Saved;
use abide_records::requests::duties::{Notice, Reminder};
use jiff::civil::date;

use super::{NOW, Place, add, id, write};

pub(crate) async fn run<P: Place>(new_place: &impl Fn() -> P) {
    recipients_are_listed_and_ticked_off(&new_place()).await;
    reminders_come_by_day_until_they_are_done(&new_place()).await;
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
