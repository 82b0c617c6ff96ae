//! What the worker does, shown while it does it: in the queue, where it can be followed, and on the page of a request that waits.

use sqlx::Connection as _;

use crate::desk::{Desk, WAITS_FOR_APPROVAL, hidden_count};

const FORM: &str = "id=\"new-title\"";

/// Another program that writes to the store, and keeps the worker waiting until it ends.
async fn another_writer(desk: &Desk) -> sqlx::SqliteConnection {
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(desk.editing.site.file("store.db"));
    let mut other = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    other
}

#[tokio::test]
async fn what_is_worked_on_is_shown_and_can_be_followed() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    // Who has made the plan looks for more to do.
    desk.until("/requests?lang=en&live=1", |p| !p.contains("At work now")).await;
    // One of several workers may just look.
    let mut looks = 0;
    let idle = loop {
        let idle = desk.editing.get("/requests?lang=en&live=1").await;
        if idle.get("refresh").is_none() {
            break idle;
        }
        looks += 1;
        assert!(looks < 100, "nothing is going on");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    };
    assert!(idle.text().contains(FORM) && !idle.text().contains("At work now"));

    let mut other = another_writer(&desk).await;
    let count = hidden_count(&page);
    let fields = [("action", "approve"), ("count", count.as_str())];
    assert_eq!(desk.act(&path, &page, &fields).await.0, 303);
    let queue = desk.until("/requests?lang=en", |p| p.contains("At work now")).await;
    assert!(queue.contains("the store “store”") && queue.contains(FORM), "{queue}");
    assert!(queue.contains("/requests?lang=en&amp;live=1"), "{queue}");
    assert_eq!(desk.editing.get("/requests?lang=en").await.get("refresh"), None, "a form is there");
    let id = path.split('?').next().unwrap();
    for (lang, says, store) in [
        ("en", "At work now", "“store”"),
        ("de", "Gerade in Arbeit", "„store“"),
        ("fr", "Travail en cours", "« store »"),
        ("es", "En curso ahora", "«store»"),
        ("sk", "Práve prebieha", "„store“"),
    ] {
        for followed in [format!("/requests?lang={lang}&live=1"), format!("{id}?lang={lang}")] {
            let answer = desk.editing.get(&followed).await;
            let text = answer.text();
            assert!(text.contains(says) && text.contains(store), "{followed}: {text}");
            assert!(!text.contains('‹') && !text.contains(FORM), "{followed}: {text}");
            assert_eq!(answer.get("refresh"), Some("2"), "{followed}");
        }
    }
    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    desk.until(&path, |p| p.contains("Done and verified")).await;
    let queue = desk.until("/requests?lang=en&live=1", |p| !p.contains("At work now")).await;
    assert!(!queue.contains("&amp;live=1"), "{queue}");
    desk.until("/requests?lang=en&live=1", |p| p.contains(FORM)).await;
}

/// An erasure waits for the store; whoever asks for a copy meanwhile does not wait for the erasure.
#[tokio::test]
async fn what_takes_long_keeps_nobody_else_waiting() {
    let desk = Desk::new().await;
    let erased = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&erased, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let mut other = another_writer(&desk).await;
    let count = hidden_count(&page);
    let fields = [("action", "approve"), ("count", count.as_str())];
    assert_eq!(desk.act(&erased, &page, &fields).await.0, 303);
    desk.until("/requests?lang=en", |p| p.contains("At work now")).await;
    for fact in [("email", "anna.muster@example.org"), ("email", "bea@example.org")] {
        let copied = desk.open("access", fact).await;
        desk.until(&copied, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    }
    let queue = desk.editing.get("/requests?lang=en").await.text();
    assert!(queue.contains("At work now"), "the erasure still waits: {queue}");
    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    desk.until(&erased, |p| p.contains("Done and verified")).await;
}
