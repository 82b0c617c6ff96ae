//! What HTTP promises of every page.

use std::io::Read;
use std::time::Duration;

use crate::client::{Client, get, request};
use crate::site::Site;

#[tokio::test]
async fn the_notice_in_each_language_by_negotiation() {
    let site = Site::new();
    let server = site.serve().await;
    for (accept, expected) in [
        (None, "de"),
        (Some("en"), "en"),
        (Some("en-GB,en;q=0.9,de;q=0.8"), "en"),
        (Some("de-AT"), "de"),
        (Some("fr, en;q=0.3"), "en"),
        (Some("ja"), "de"),
        (Some("*;q=0.1, de;q=0"), "en"),
        (Some("\"<script>"), "de"),
    ] {
        let headers: Vec<_> = accept.iter().map(|a| ("Accept-Language", *a)).collect();
        let answer = get(server.address, "/privacy", &headers).await;
        assert_eq!(answer.status, 200, "{accept:?}");
        assert_eq!(answer.get("content-language"), Some(expected), "{accept:?}");
        assert_eq!(answer.get("content-location"), Some(&*format!("/{expected}/privacy")));
        assert_eq!(answer.get("vary"), Some("Accept-Encoding, Accept-Language"));
        assert!(answer.text().contains(&format!("<html lang=\"{expected}\"")));
    }
    let direct = get(server.address, "/de/privacy", &[("Accept-Language", "en")]).await;
    assert_eq!(
        direct.get("content-language"),
        Some("de"),
        "an address with a language has that language"
    );
    assert_eq!(direct.get("vary"), Some("Accept-Encoding"));
}

#[tokio::test]
async fn all_languages_refused_is_said_with_a_way_out() {
    let site = Site::new();
    let server = site.serve().await;
    let refusing = [("Accept-Language", "de;q=0, en;q=0"), ("Accept", "text/html")];
    let answer = get(server.address, "/privacy", &refusing).await;
    assert_eq!(answer.status, 406);
    assert!(answer.text().contains("href=\"/de\"") && answer.text().contains("href=\"/en\""));
}

#[tokio::test]
async fn nothing_is_sent_twice_to_whoever_has_it() {
    let site = Site::new();
    let server = site.serve().await;
    for encoding in ["identity", "gzip", "br"] {
        let first = get(server.address, "/de/privacy", &[("Accept-Encoding", encoding)]).await;
        let tag = first.get("etag").unwrap().to_owned();
        let headers = [("Accept-Encoding", encoding), ("If-None-Match", tag.as_str())];
        let again = get(server.address, "/de/privacy", &headers).await;
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(again.get("etag"), Some(tag.as_str()));
        assert_eq!(again.get("cache-control"), first.get("cache-control"));
        let other = get(server.address, "/en/privacy", &headers).await;
        assert_eq!(other.status, 200, "the tag of one page is not that of another");
    }
}

#[tokio::test]
async fn compressed_pages_come_back_whole() {
    let site = Site::new();
    let server = site.serve().await;
    let plain = get(server.address, "/de/privacy", &[]).await;
    assert_eq!(plain.get("content-encoding"), None);
    let zipped = get(server.address, "/de/privacy", &[("Accept-Encoding", "gzip")]).await;
    assert_eq!(zipped.get("content-encoding"), Some("gzip"));
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*zipped.body).read_to_string(&mut text).unwrap();
    assert_eq!(text, plain.text());
    let small = get(server.address, "/de/privacy", &[("Accept-Encoding", "gzip, br")]).await;
    assert_eq!(small.get("content-encoding"), Some("br"));
    let mut text = Vec::new();
    brotli::BrotliDecompress(&mut &*small.body, &mut text).unwrap();
    assert_eq!(text, plain.body);
    assert!(small.body.len() <= zipped.body.len() && zipped.body.len() * 2 < plain.body.len());
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let site = Site::new();
    let server = site.serve().await;
    for path in ["/de/privacy", "/privacy", "/health", "/nowhere"] {
        let mut client = Client::connect(server.address).await;
        client.send(format!("HEAD {path} HTTP/1.1\r\nHost: x\r\n\r\n")).await;
        let head = client.answer(false).await.unwrap();
        // Had a body been sent, the next answer on this connection could not be read.
        client.send(format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).await;
        let whole = client.answer(true).await.unwrap();
        assert_eq!(head.status, whole.status, "{path}");
        for name in ["content-type", "content-length", "etag", "content-language"] {
            assert_eq!(head.get(name), whole.get(name), "{path} {name}");
        }
        assert!(!whole.body.is_empty());
    }
}

#[tokio::test]
async fn pages_are_only_read() {
    let site = Site::new();
    let server = site.serve().await;
    for (method, path) in
        [("POST", "/de/privacy"), ("DELETE", "/privacy"), ("PUT", "/health"), ("BREW", "/")]
    {
        let answer = request(server.address, method, path, &[], "x=1").await;
        assert_eq!(answer.status, 405, "{method} {path}");
        assert_eq!(answer.get("allow"), Some("GET, HEAD"), "{method} {path}");
    }
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let site = Site::new();
    let server = site.serve().await;
    for path in ["/", "/de/privacy", "/health", "/nowhere", "/de/privacy/", "/try"] {
        let answer = get(server.address, path, &[("Accept", "text/html")]).await;
        let policy = answer.get("content-security-policy").unwrap_or_default();
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(!policy.contains("unsafe"), "{path}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.get(name), Some(value), "{path} {name}");
        }
        assert!(
            answer.get("permissions-policy").is_some() && answer.get("server").is_none(),
            "{path}"
        );
        assert_eq!(answer.get("set-cookie"), None, "{path}");
    }
}

#[tokio::test]
async fn unknown_paths_are_told_in_the_readers_language_and_form() {
    let site = Site::new();
    let server = site.serve().await;
    let html = get(
        server.address,
        "/nowhere?secret=1",
        &[("Accept", "text/html"), ("Accept-Language", "en")],
    )
    .await;
    assert_eq!((html.status, html.get("content-language")), (404, Some("en")));
    assert_eq!(html.get("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(html.get("cache-control"), Some("no-store"));
    assert!(!html.text().contains("secret"), "what was asked for is not repeated");
    let of_path =
        get(server.address, "/de/nowhere", &[("Accept", "text/html"), ("Accept-Language", "en")])
            .await;
    assert_eq!(of_path.get("content-language"), Some("de"));
    let json = get(server.address, "/nowhere", &[]).await;
    assert_eq!(json.get("content-type"), Some("application/problem+json"));
    assert_eq!(json.json()["status"], 404);
    assert_eq!(json.json()["type"], "urn:abide:problem:not-found");
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page() {
    let site = Site::new();
    let server = site.serve().await;
    let answer = get(server.address, "/de/privacy/", &[]).await;
    assert_eq!((answer.status, answer.get("location")), (308, Some("/de/privacy")));
    let start = get(server.address, "/de/", &[]).await;
    assert_eq!((start.status, start.get("location")), (308, Some("/de")));
    assert_eq!(get(server.address, "/de", &[]).await.status, 200);
    for path in ["//x", "//example.com/", "/nowhere/", "/de/privacy//"] {
        assert_eq!(get(server.address, path, &[]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn health_names_what_is_in_force() {
    let site = Site::new();
    let server = site.serve().await;
    let answer = get(server.address, "/health", &[]).await;
    assert_eq!((answer.status, answer.get("cache-control")), (200, Some("no-store")));
    let json = answer.json();
    assert_eq!(json["status"], "ok");
    assert_eq!(json["versions"][0]["policy"], "site");
    assert_eq!(json["versions"][0]["version"], "1");
    assert_eq!(json["versions"][0]["sha256"].as_str().unwrap().len(), 64);
}

#[tokio::test]
async fn connections_are_kept_and_requests_may_follow_at_once() {
    let site = Site::new();
    let server = site.serve().await;
    let mut client = Client::connect(server.address).await;
    client.send("GET /de/privacy HTTP/1.1\r\nHost: x\r\n\r\nGET /en/privacy HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert_eq!(client.answer(true).await.unwrap().get("content-language"), Some("de"));
    assert_eq!(client.answer(true).await.unwrap().get("content-language"), Some("en"));
}

#[tokio::test]
async fn a_server_that_is_told_to_stop_ends_in_order() {
    let site = Site::new();
    let mut server = site.serve().await;
    let address = server.address;
    let mut idle = Client::connect(address).await;
    idle.send("GET /de/privacy HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert_eq!(idle.answer(true).await.unwrap().status, 200);
    let mut busy = Client::connect(address).await;
    busy.send("POST /api/verdict HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n{\"compact\"").await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    server.tell_to_stop();
    assert_eq!(
        idle.closed_within(Duration::from_secs(5)).await,
        Some(Vec::new()),
        "idle connections end at once"
    );
    busy.send(":\"NOI\"}").await;
    assert_eq!(busy.answer(true).await.unwrap().status, 200, "an open request is answered");
    server.stopped().await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn many_readers_at_once_get_the_same_page() {
    let site = Site::new();
    let server = site.serve().await;
    let readers: Vec<_> = (0..64)
        .map(|i| {
            let encoding = ["br", "gzip", "identity"].into_iter().cycle().nth(i).unwrap();
            let address = server.address;
            tokio::spawn(async move {
                get(address, "/de/privacy", &[("Accept-Encoding", encoding)]).await
            })
        })
        .collect();
    for reader in readers {
        assert_eq!(reader.await.unwrap().status, 200);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_signal_tells_it_to_stop() {
    let told = tokio::spawn(abide_server::told_to_stop());
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!told.is_finished());
    let id = std::process::id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    tokio::time::timeout(Duration::from_secs(5), told).await.unwrap().unwrap();
}
