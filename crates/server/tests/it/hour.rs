//! Erasures that wait for their time of day: until then the pages say so and nothing is erased; then the server carries them
//! out with its sweep. What stops a batch stops nobody else. No test waits for hours: the approval is moved in the records'
//! own file to the day before.

use jiff::ToSpan as _;

use crate::desk::{Desk, MAP, WAITS_FOR_APPROVAL, hidden_count, run_in, with_stores};

/// Two hours from now, so that the hour does not come while the test runs.
fn hour() -> String {
    let later = abide_server::clock::now() + 2.hours();
    later.strftime("%H:%M").to_string()
}

/// A site whose erasures wait for this hour.
fn at(hour: &str) -> String {
    with_stores(&format!("erasures-at = \"{hour}\"\n"))
}

#[tokio::test]
async fn an_erasure_waits_for_its_hour_and_says_so() {
    let hour = hour();
    let desk = Desk::on(&at(&hour), MAP).await;
    let records = desk.editing.site.file(".abide/records.db");
    let path = desk.open("erasure", ("email", "anna.muster@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let (action, count) = (("action", "approve"), ("count", hidden_count(&page)));
    let fields = [action, (count.0, count.1.as_str())];
    assert_eq!(desk.act(&path, &page, &fields).await.0, 303);

    // Another request, opened later, is done: the worker was here, and left what waits for its hour.
    let copy = desk.open("access", ("email", "bea@example.org")).await;
    let other = desk.until(&copy, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert_eq!(desk.act(&copy, &other, &[action]).await.0, 303);
    desk.hand_out(&copy).await;
    desk.until(&copy, |p| p.contains("Done and verified")).await;
    assert_eq!(desk.sql("SELECT count(*) FROM contacts WHERE id = 1").await, [1]);
    let id = path.split('?').next().unwrap();
    for (lang, says, short) in [
        ("en", "The server carries it out at {hour} (UTC), together with", "{hour} (UTC)"),
        ("de", "Der Server führt sie um {hour} Uhr (UTC) aus", "{hour} Uhr (UTC)"),
        ("fr", "Le serveur l’exécutera à {hour} (UTC)", "{hour} (UTC)"),
        ("es", "El servidor la llevará a cabo a las {hour} (UTC)", "las {hour} (UTC)"),
        ("sk", "Server ju vykoná o {hour} (UTC)", "{hour} (UTC)"),
    ] {
        let (says, short) = (says.replace("{hour}", &hour), short.replace("{hour}", &hour));
        let answer = desk.editing.get(&format!("{id}?lang={lang}")).await;
        let page = answer.text();
        assert!(page.contains(&says) && !page.contains('‹'), "{lang}: {page}");
        assert_eq!(answer.get("refresh"), None, "nothing is going on that one could watch");
        let queue = desk.page(&format!("/requests?lang={lang}")).await;
        assert!(queue.contains(&format!(">{short}</td>")), "{lang}: {queue}");
    }

    // The hour has come since it was approved.
    run_in(&records, "UPDATE request SET updated_at = updated_at - 86400 WHERE state = 'approved'")
        .await;
    // Whoever asks for something wakes the worker.
    desk.open("access", ("email", "zwei@example.org")).await;
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(done.contains("no value is left by which only"), "it was swept: {done}");
    assert_eq!(desk.sql("SELECT count(*) FROM contacts WHERE id = 1").await, [0]);
}

/// What the law wants by tomorrow does not wait for an hour that may be too late.
#[tokio::test]
async fn what_is_due_does_not_wait_for_its_hour() {
    let desk = Desk::on(&at(&hour()), MAP).await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    run_in(&desk.editing.site.file(".abide/records.db"), "UPDATE request SET due = date('now')")
        .await;
    let count = hidden_count(&page);
    let fields = [("action", "approve"), ("count", count.as_str())];
    assert_eq!(desk.act(&path, &page, &fields).await.0, 303);
    desk.until(&path, |p| p.contains("Done and verified")).await;
}

/// Nothing can be begun together: whoever is carried on alone has their turn all the same.
#[tokio::test]
async fn a_batch_that_fails_keeps_nobody_else_waiting() {
    let desk = Desk::new().await;
    let records = desk.editing.site.file(".abide/records.db");
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    for (name, when) in [("begins", "NEW.state = 'running'"), ("rests", "NEW.lease_owner = '-'")] {
        let refuse = format!(
            "CREATE TRIGGER {name} BEFORE UPDATE ON request WHEN {when} BEGIN SELECT RAISE(ABORT, 'no'); END"
        );
        run_in(&records, &refuse).await;
    }
    let count = hidden_count(&page);
    let fields = [("action", "approve"), ("count", count.as_str())];
    assert_eq!(desk.act(&path, &page, &fields).await.0, 303);
    let copy = desk.open("access", ("email", "zwei@example.org")).await;
    desk.until(&copy, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert_eq!(desk.sql("SELECT count(*) FROM contacts WHERE id = 2").await, [1]);
    for name in ["begins", "rests"] {
        run_in(&records, &format!("DROP TRIGGER {name}")).await;
    }
    desk.open("access", ("email", "eins@example.org")).await;
    desk.until(&path, |p| p.contains("Done and verified")).await;
}
