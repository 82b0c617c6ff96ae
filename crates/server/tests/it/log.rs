//! What is in the log, and what never is.

use std::io::Write;
use std::sync::{Arc, Mutex};

use abide_server::Options;

use crate::client::{get, request};
use crate::desk::{Desk, MAP, WAITS_FOR_APPROVAL, hidden_count, with_stores};
use crate::edit::Editing;
use crate::site::Site;

/// Collects what is logged.
#[derive(Clone, Default)]
struct Collected(Arc<Mutex<Vec<u8>>>);

impl Collected {
    /// Everything so far, once it says this.
    async fn until(&self, says: &str) -> String {
        let mut log = String::new();
        for _ in 0..200 {
            log = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
            if log.contains(says) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert!(log.contains(says), "it is logged: {says}: {log}");
        log
    }
}

impl Write for Collected {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

// The only test that sets the process's subscriber; what other tests cause to be logged at the same time must hold too.
#[tokio::test]
async fn the_log_has_what_is_needed_and_nothing_about_people() {
    let collected = Collected::default();
    let writer = collected.clone();
    tracing_subscriber::fmt()
        .json()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .init();
    let site = Site::new();
    let server = site.serve().await;
    let telling = [
        ("User-Agent", "secret-agent"),
        ("Referer", "https://secret-referer.example/"),
        ("Cookie", "secret-cookie=1"),
        ("X-Forwarded-For", "203.0.113.77"),
        ("Accept-Language", "de-x-secretlang"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ];
    get(server.address, "/de/privacy?secret-query=1", &telling).await;
    get(server.address, "/secret-path/secret-path", &telling).await;
    request(server.address, "POST", "/de/try?secret-query=1", &telling, "text=secret-body").await;
    request(server.address, "POST", "/de/find?secret-query=1", &telling, "text=secret-body").await;
    request(server.address, "SECRETMETHOD", "/try", &telling, "").await;
    requests_at_the_desk(&collected).await;
    a_store_with_a_password().await;
    collected.until("requests are not answered").await;
    let log = collected.until("\"other\"").await;
    let ours: Vec<&str> = log.lines().filter(|l| l.contains("\"abide::")).collect();
    let page = ours.iter().find(|l| l.contains("\"/de/privacy\"")).expect("a line for the page");
    for part in ["\"method\":\"GET\"", "\"status\":200", "\"micros\":", "\"bytes\":"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(
        ours.iter().any(|l| l.contains("/{lang}/try") && l.contains("POST")),
        "the route's pattern"
    );
    for route in ["/requests/{id}", "/requests", "/map"] {
        let route = format!("\"route\":\"{route}\"");
        assert!(ours.iter().any(|l| l.contains(&route)), "{route}: {ours:#?}");
    }
    // Of whatever is built in, at any level.
    for line in log.lines() {
        let line = line.to_ascii_lowercase();
        for secret in SECRETS {
            assert!(!line.contains(secret), "{secret}: {line}");
        }
    }
}

/// What is in requests, rows and addresses of this test, in small letters.
const SECRETS: [&str; 9] =
    ["secret", "203.0.113", "127.0.0.1", "anna", "muster", "bea", "probe", "23125", "eins@"];

/// Somebody is erased; of somebody else the worker cannot.
async fn requests_at_the_desk(collected: &Collected) {
    let desk = Desk::new().await;
    let path = desk.open("erasure", ("email", "anna.muster@example.org")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    let count = hidden_count(&page);
    assert_eq!(desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await.0, 303);
    desk.until(&path, |p| p.contains("Done and verified")).await;
    desk.page("/map?lang=en").await;
    desk.page("/requests?lang=en").await;
    let path = desk.open("erasure", ("phone", "+49 30 23125-102")).await;
    let page = desk.until(&path, |p| p.contains(WAITS_FOR_APPROVAL)).await;
    // The store refuses, so that the request waits; then our own tables do, so that the worker stops.
    let refuses = |table: &str, what: &str| {
        format!(
            "CREATE TRIGGER refuses BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, 'secret-trigger'); END"
        )
    };
    desk.sql(&refuses("contacts", "DELETE")).await;
    let count = hidden_count(&page);
    assert_eq!(desk.act(&path, &page, &[("action", "approve"), ("count", &count)]).await.0, 303);
    desk.until(&path, |p| !p.contains(WAITS_FOR_APPROVAL)).await;
    let records = desk.editing.site.file(".abide/records.db");
    crate::desk::run_in(&records, &refuses("request", "UPDATE OF lease_owner")).await;
    desk.open("access", ("email", "eins@example.org")).await;
    collected.until("a request was not carried on").await;
}

/// A store whose address has a password, and which is not there.
async fn a_store_with_a_password() {
    let site = Site::new();
    site.write("abide.toml", &with_stores(""));
    let away = "kind   = \"postgresql\"\nplace-from  = \"ABIDE_STORE\"";
    let map = MAP.replace("kind   = \"sqlite\"\nplace  = \"store.db\"", away);
    assert_ne!(map, MAP);
    site.write("map.toml", &map);
    let address = |_: &str| Some("postgres://clerk:secret-password@127.0.0.1:1/centre".to_owned());
    let options = Options { variable: address, ..site.options() };
    let editing = Editing::started(site, options).await;
    for _ in 0..200 {
        let page = editing.get("/requests?lang=en").await.text();
        assert!(!page.contains("secret-password"), "{page}");
        if !page.contains("are being opened") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}
