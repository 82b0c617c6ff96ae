//! Legal holds in the browser: placed at a request, listed, lifted, and what was held taken up again.

use crate::desk::{Desk, WAITS_FOR_APPROVAL, hidden};

const EVERYBODY: [i64; 4] = [1, 2, 4, 5];

#[tokio::test]
async fn a_hold_keeps_everything_until_it_is_lifted() {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "bea@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(
        page.contains("Place a legal hold") && page.contains("value=\"store.calls\""),
        "{page}"
    );
    for wrong in [("reason", " "), ("until", "2020-01-01"), ("table", "store.nothing")] {
        let fields = [wrong, ("action", "hold"), ("reason", "claim 12/26")];
        let (status, text) = desk.act(&path, &page, &fields).await;
        assert_eq!(status, 422, "{wrong:?}");
        assert!(text.contains("The hold was not placed"), "{text}");
    }
    let hold = [("action", "hold"), ("reason", "claim 12/26"), ("until", "2099-12-31")];
    assert_eq!(desk.act(&path, &page, &hold).await.0, 303);
    let held = desk.page(&path).await;
    for part in [
        "legal hold: claim 12/26",
        "31 December 2099",
        "placed: here in the browser",
        "Close: everything stays",
    ] {
        assert!(held.contains(part), "{part}: {held}");
    }
    let (status, _) = desk.act(&path, &page, &[("action", "approve"), ("count", "3")]).await;
    assert_eq!(status, 409, "it is another plan now");
    let (status, text) = desk.act(&path, &held, &[("action", "approve")]).await;
    assert_eq!(status, 303, "{text}");
    let done = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(done.contains("data-label=\"Until\""), "in a narrow window each row is a card: {done}");
    for part in ["What stays", "legal hold: claim 12/26", "1 January 2100"] {
        assert!(done.contains(part), "{part}: {done}");
    }
    assert!(!done.contains("Take the request up again"), "not before it has ended");
    assert_eq!(desk.sql("SELECT id FROM contacts ORDER BY id").await, EVERYBODY);
    assert_eq!(desk.sql("SELECT count(*) FROM calls").await, [3]);

    let queue = desk.page("/requests?lang=en").await;
    assert!(queue.contains("Legal holds") && queue.contains("claim 12/26"), "{queue}");
    let id = hidden(&queue, "hold");
    let lift = [("lang", "en"), ("action", "lift"), ("hold", id.as_str())];
    assert_eq!(desk.editing.form("/requests", &lift).await.status, 303);
    let ended = desk.page(&path).await;
    assert!(
        ended.contains("lifted: here in the browser")
            && ended.contains("Take the request up again"),
        "{ended}"
    );
    let (status, _) = desk.act(&path, &ended, &[("action", "take-up")]).await;
    assert_eq!(status, 303);
    let queue = desk.page("/requests?lang=en").await;
    assert!(!queue.contains("Legal holds"), "none stands");
    let next = queue.split_once("role=\"rowheader\"><a href=\"").unwrap().1;
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    assert!(!next.starts_with(path.split('?').next().unwrap()), "a new one");
    let page = desk.until(&next, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    assert!(page.contains("Erase 2 rows, change 1"), "{page}");
    for lang in ["de", "fr", "es", "sk"] {
        for id in [&path, &next] {
            let page = desk.page(&format!("{}?lang={lang}", id.split('?').next().unwrap())).await;
            assert!(!page.contains('‹'), "{lang}: {page}");
        }
    }
}
