//! Clients that want something else than to read.

use std::time::{Duration, Instant};

use abide_server::Limits;

use crate::client::{Client, get, request};
use crate::site::Site;

#[tokio::test]
async fn nothing_outside_is_ever_read() {
    let site = Site::new();
    site.write("secret.txt", "hidden");
    let server = site.serve().await;
    for path in [
        "/../secret.txt",
        "/secret.txt",
        "/abide.toml",
        "/.abide/records.db",
        "/de/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/de/..\\secret.txt",
        "/de/privacy%00.html",
        "/%",
        "/%ff%fe",
        "//secret.txt",
        "/./secret.txt",
    ] {
        let answer = get(server.address, path, &[]).await;
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.text().contains("hidden"), "{path}");
    }
}

#[tokio::test]
async fn nothing_sent_comes_back_as_a_header() {
    let site = Site::new();
    let server = site.serve().await;
    for path in ["/de/privacy/%0d%0aSet-Cookie:%20a=b", "/%0d%0aSet-Cookie:%20a=b/", "/x%0aX: y/"] {
        let answer = get(server.address, path, &[("Accept-Language", "de\t;q=1")]).await;
        assert!(answer.get("set-cookie").is_none() && answer.get("x").is_none(), "{path}");
    }
}

#[tokio::test]
async fn markup_in_policy_texts_is_text() {
    let site = Site::new();
    let server = site.serve().await;
    let de = get(server.address, "/de/privacy", &[]).await.text();
    assert!(!de.contains("<b>fett"), "{de}");
    let en = get(server.address, "/en/privacy", &[]).await.text();
    assert!(
        !en.contains("<script") && en.contains("&lt;script&gt;") | en.contains("&#60;script&#62;")
    );
}

#[tokio::test]
async fn a_head_that_trickles_in_is_cut_off() {
    let site = Site::new();
    let limits = Limits { head: Duration::from_millis(400), ..Limits::default() };
    let server = site.serve_with(limits).await;
    for start in ["", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let mut client = Client::connect(server.address).await;
        let started = Instant::now();
        client.send(start).await;
        for _ in 0..3 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            client.send(if start.is_empty() { "" } else { "a" }).await;
        }
        assert!(client.closed_within(Duration::from_secs(5)).await.is_some(), "{start:?}");
        assert!(started.elapsed() < Duration::from_secs(3));
    }
}

#[tokio::test]
async fn an_idle_connection_is_not_kept_for_ever() {
    let site = Site::new();
    let limits = Limits { head: Duration::from_millis(300), ..Limits::default() };
    let server = site.serve_with(limits).await;
    let mut client = Client::connect(server.address).await;
    client.send("GET /de/privacy HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert_eq!(client.answer(true).await.unwrap().status, 200);
    assert!(client.closed_within(Duration::from_secs(5)).await.is_some());
}

#[tokio::test]
async fn a_body_that_trickles_in_is_answered_with_a_timeout() {
    let site = Site::new();
    let limits = Limits { request: Duration::from_millis(300), ..Limits::default() };
    let server = site.serve_with(limits).await;
    let mut client = Client::connect(server.address).await;
    client.send("POST /api/verdict HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{").await;
    let answer = client.answer(true).await.unwrap();
    assert_eq!((answer.status, answer.json()["status"].as_u64()), (408, Some(408)));
}

#[tokio::test]
async fn heads_and_bodies_have_limits() {
    let site = Site::new();
    let server = site.serve().await;
    let long = "a".repeat(64 * 1024);
    let answer = get(server.address, "/", &[("X-Long", &long)]).await;
    assert_eq!(answer.status, 431);
    let mut client = Client::connect(server.address).await;
    client.send(format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n")).await;
    assert!(matches!(client.answer(true).await.unwrap().status, 414 | 431));
    let large = format!("{{\"compact\":\"{}\"}}", "NOI ".repeat(100_000));
    let answer = request(
        server.address,
        "POST",
        "/api/verdict",
        &[("Content-Type", "application/json")],
        &large,
    )
    .await;
    assert_eq!(answer.status, 413);
    let mut client = Client::connect(server.address).await;
    let head = "POST /api/verdict HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n";
    client.send(head).await;
    assert_eq!(client.answer(true).await.unwrap().status, 413, "refused by its announced size");
}

#[tokio::test]
async fn answers_to_long_texts_are_not_much_longer() {
    let site = Site::new();
    let server = site.serve().await;
    let text = format!("text={}", "X+".repeat(100_000));
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let answer = request(server.address, "POST", "/en/try", &form, &text).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.len() < 10 * text.len(), "{}", answer.body.len());
}

#[tokio::test]
async fn what_is_no_http_ends_the_connection_and_not_the_server() {
    let site = Site::new();
    let server = site.serve().await;
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ] {
        let mut client = Client::connect(server.address).await;
        client.send(bytes).await;
        let _ = client.closed_within(Duration::from_millis(200)).await;
    }
    assert_eq!(get(server.address, "/de/privacy", &[]).await.status, 200);
}

#[tokio::test]
async fn more_connections_than_are_allowed_wait() {
    let site = Site::new();
    let limits = Limits { connections: 2, head: Duration::from_millis(500), ..Limits::default() };
    let server = site.serve_with(limits).await;
    let _holding = [Client::connect(server.address).await, Client::connect(server.address).await];
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(
        get(server.address, "/de/privacy", &[]).await.status,
        200,
        "as soon as one has ended"
    );
}

#[tokio::test]
async fn a_client_that_asks_and_never_reads_is_left() {
    let site = Site::new();
    let limits = Limits { write: Duration::from_millis(300), ..Limits::default() };
    let server = site.serve_with(limits).await;
    let page = get(server.address, "/de/privacy", &[]).await.body.len();
    let mut client = Client::connect(server.address).await;
    let many = 20_000_000 / page;
    client.send("GET /de/privacy HTTP/1.1\r\nHost: x\r\n\r\n".repeat(many)).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let read = client.closed_within(Duration::from_secs(10)).await.expect("the server has closed");
    assert!(read.len() < many * page, "{} of {}", read.len(), many * page);
}
