//! What is in the log, and what never is.

use std::io::Write;
use std::sync::{Arc, Mutex};

use crate::client::{get, request};
use crate::site::Site;

/// Collects what is logged.
#[derive(Clone, Default)]
struct Collected(Arc<Mutex<Vec<u8>>>);

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
    let mut log = String::new();
    for _ in 0..100 {
        log = String::from_utf8(collected.0.lock().unwrap().clone()).unwrap();
        if log.contains("\"other\"") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let ours: Vec<&str> = log.lines().filter(|l| l.contains("\"abide::")).collect();
    let page = ours.iter().find(|l| l.contains("\"/de/privacy\"")).expect("a line for the page");
    for part in ["\"method\":\"GET\"", "\"status\":200", "\"micros\":", "\"bytes\":"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(
        ours.iter().any(|l| l.contains("/{lang}/try") && l.contains("POST")),
        "the route's pattern"
    );
    for line in &ours {
        let line = line.to_ascii_lowercase();
        for secret in ["secret", "203.0.113", "127.0.0.1"] {
            assert!(!line.contains(secret), "{secret}: {line}");
        }
    }
}
