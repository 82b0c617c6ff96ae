//! A store that cannot delete, in the browser: the plan says so, the page asks somebody, and does not take their word for it.

use crate::desk::{Desk, MAP, WAITS_FOR_APPROVAL, hidden_count, run_in};
use crate::site::{SITE, Site};

const ARCHIVE: &str = r#"
[store]
id        = "archive"
kind      = "sqlite"
place     = "archive.db"
policy    = "site"
region    = "bonn"
read-only = true
by-hand   = "the keeper of the archive, <extension 12>"

[[table]]
name      = "letters"
statement = "shop"
edge      = [{ kind = "owned-by", columns = ["call"], of-store = "store", of = "calls" }]

[[table]]
name      = "notes"
statement = "shop"
edge      = [{ kind = "owned-by", columns = ["call"], of-store = "store", of = "calls", erase = "anonymize" }]
column    = [{ name = "text", erase = "empty" }]
"#;

const LETTERS: &str = "
    CREATE TABLE letters (id INTEGER PRIMARY KEY, call INTEGER, body TEXT);
    CREATE TABLE notes (id INTEGER PRIMARY KEY, call INTEGER, text TEXT);
    CREATE INDEX i1 ON letters(call); CREATE INDEX i2 ON notes(call);
    INSERT INTO letters VALUES (471, 10, 'Dear Anna'), (472, 12, 'Dear Bea');
    INSERT INTO notes VALUES (501, 10, 'wants a letter');
";

async fn desk() -> Desk {
    let site = Site::new();
    let stores = "stores = [\"map.toml\", \"archive.toml\"]\n[[policy]]";
    site.write("abide.toml", &SITE.replace("[[policy]]", stores));
    site.write("map.toml", MAP);
    site.write("archive.toml", ARCHIVE);
    run_in(&site.file("archive.db"), LETTERS).await;
    Desk::over(site).await
}

#[tokio::test]
async fn a_store_that_cannot_delete_waits_for_a_person_who_is_asked_and_checked() {
    let desk = desk().await;
    let archive = desk.editing.site.file("archive.db");
    let path = desk.open("erasure", ("email", "anna.muster@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    for says in [
        "By hand: the data map says that Abide changes nothing here (letters, notes).",
        "Delete 1 row of “letters”.",
        "Change 1 row of “notes”: empty “call” and empty “text”.",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let count = hidden_count(&page);
    let approve = [("action", "approve"), ("count", count.as_str())];
    assert_eq!(desk.act(&path, &page, &approve).await.0, 303);
    let done = ("action", "hand-done");
    let page = desk.until(&path, |p| p.contains("value=\"hand-done\"")).await;
    assert_eq!(desk.sql("SELECT id FROM contacts WHERE id = 1").await, [0; 0], "all else is done");
    for says in [
        "Erasure in the store “archive”, by ",
        "Whom to ask, or how: the keeper of the archive, &#60;extension 12&#62;",
        "<code>letters</code> <bdi>id = 471</bdi>",
        "<code>notes</code> <bdi>id = 501</bdi>",
        "needs somebody’s hands: the data map says",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(!page.contains("472") && !page.contains("not all done yet"), "{page}");
    let id = path.split('?').next().unwrap();
    for lang in ["de", "fr", "es", "sk"] {
        let page = desk.page(&format!("{id}?lang={lang}")).await;
        assert!(!page.contains('‹') && page.contains("id = 471"), "{page}");
    }
    let queue = desk.page("/requests?lang=en").await;
    assert!(queue.contains("work by hand") && !queue.contains("471"), "{queue}");

    run_in(&archive, "DELETE FROM letters WHERE id = 471").await;
    assert_eq!(desk.act(&path, &page, &[done]).await.0, 303);
    let again = |p: &str| p.contains("Abide has looked") && p.contains("value=\"hand-done\"");
    let page = desk.until(&path, again).await;
    assert!(
        page.contains("1 row of “notes”") && !page.contains("1 row of “letters”</li>"),
        "{page}"
    );
    assert!(page.contains("not all is done by hand yet"), "{page}");
    run_in(&archive, "UPDATE notes SET call = NULL, text = NULL WHERE id = 501").await;
    assert_eq!(desk.act(&path, &page, &[done]).await.0, 303);
    let page = desk.until(&path, |p| p.contains("Done and verified")).await;
    assert!(page.contains("2 of these rows were done by hand, and read back too."), "{page}");
    assert!(!page.contains("471") && !page.contains("value=\"hand-done\""), "{page}");
    assert_eq!(run_in(&archive, "SELECT id FROM letters").await, [472], "nobody else's");
}
