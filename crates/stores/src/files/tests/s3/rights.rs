//! What an account may do in a bucket, asked before it is tried.

use http::Method;
use object_store::client::HttpRequest;

use super::versions::{Such, asks, deletes_versions};
use super::*;
use crate::{Can, May};

/// Everything that a prefix has, our own files too: numbers of versions, and marks.
fn everything(prefix: &Prefix) -> (Vec<(String, String, bool)>, Vec<bool>) {
    let all = prefix.server.versions(&prefix.bucket, &format!("{}/", prefix.prefix));
    (all, prefix.uploads())
}

fn lists(request: &HttpRequest) -> bool {
    asks(request, Method::GET, "list-type=2")
}

fn lists_versions(request: &HttpRequest) -> bool {
    asks(request, Method::GET, "versions=")
}

fn reads(request: &HttpRequest) -> bool {
    request.method() == Method::HEAD
}

fn writes(request: &HttpRequest) -> bool {
    [Method::PUT, Method::POST].contains(request.method())
}

fn deletes(request: &HttpRequest) -> bool {
    request.method() == Method::DELETE && !deletes_versions(request)
}

fn nothing(_: &HttpRequest) -> bool {
    false
}

#[tokio::test]
async fn rights_are_asked_by_table_and_nothing_is_changed() {
    let (no, unasked) = (May::Forbidden, May::Unasked);
    let kept = Can { delete: unasked, ..Can::ALL };
    let cases: [(&str, Such, Can); 12] = [
        ("", nothing, Can::ALL),
        ("", writes, Can { change: no, ..Can::ALL }),
        ("", deletes, Can { delete: no, ..Can::ALL }),
        ("", |r| writes(r) || deletes(r), Can { change: no, delete: no, ..Can::ALL }),
        ("", deletes_versions, Can::ALL),
        ("Enabled", nothing, kept),
        ("Enabled", writes, Can { change: no, ..kept }),
        ("Enabled", deletes, kept),
        ("Enabled", deletes_versions, Can { old: no, ..kept }),
        ("Enabled", lists_versions, Can { old: no, ..kept }),
        ("Suspended", nothing, kept),
        ("Suspended", deletes_versions, Can { old: no, ..kept }),
    ];
    for versioning in ["", "Enabled", "Suspended"] {
        let Some(ground) =
            Ground::start("centre", if versioning.is_empty() { "" } else { "Enabled" })
        else {
            return;
        };
        for (of, such, expected) in cases.iter().filter(|(of, ..)| *of == versioning) {
            let prefix = ground.prefix();
            prefix.write("notes/a.jsonl", NOTES.as_bytes());
            if versioning == "Suspended" {
                prefix.server.versioning(&prefix.bucket, "Suspended");
            }
            let before = everything(&prefix);
            let store = prefix.without(*such).await;
            let schema = store.schema().await.unwrap();
            let abilities = store.abilities().await.unwrap();
            assert_eq!(abilities.of(schema.table("notes").unwrap()), *expected, "{of}");
            let media = Can { read: May::Cannot, change: May::Cannot, ..*expected };
            assert_eq!(abilities.of(schema.table("media").unwrap()), media, "{of}");
            let read_only = prefix.without(*such).await.read_only().abilities().await.unwrap();
            let only = Can { find: expected.find, read: expected.read, ..Can::READ };
            assert_eq!(read_only.of(schema.table("notes").unwrap()), only, "{of}");
            assert!(everything(&prefix) == before, "{of}: {:?}", everything(&prefix));
            if versioning == "Suspended" {
                prefix.server.versioning(&prefix.bucket, "Enabled");
            }
        }
    }
}

/// Where there is no object nothing can be asked; who may not list or read is told so before any plan.
#[tokio::test]
async fn what_cannot_be_asked_is_told_apart_from_what_is_refused() {
    let Some(ground) = Ground::start("centre", "") else { return };
    let prefix = ground.prefix();
    let more = || {
        let mut kinds = kinds();
        kinds.push(kind("none", "none/*.jsonl", Format::JsonLines));
        kinds
    };
    let store = prefix.store(more()).await;
    let at = store.schema().await.unwrap().table("none").unwrap();
    let unasked = May::Unasked;
    let nothing =
        Can { find: unasked, read: unasked, delete: unasked, change: unasked, old: May::Yes };
    assert_eq!(store.abilities().await.unwrap().of(at), nothing);
    let at = prefix.store(kinds()).await.schema().await.unwrap().table("notes").unwrap();
    for (such, refused) in [(lists as Such, true), (reads as Such, false)] {
        let can = prefix.without(such).await.abilities().await.unwrap().of(at);
        assert_eq!((can.find == May::Forbidden, can.read), (refused, May::Forbidden), "{can:?}");
    }
}

/// Many plans are made in a minute: the same is not asked again.
#[tokio::test]
async fn an_answer_counts_for_a_while() {
    let Some(ground) = Ground::start("centre", "") else { return };
    let prefix = ground.prefix();
    let store = prefix.store(kinds()).await;
    let before = store.abilities().await.unwrap();
    let _ = prefix.server.must("DELETE", &prefix.path("notes/a.jsonl"), &[], b"");
    assert_eq!(store.abilities().await.unwrap(), before);
    assert_ne!(prefix.store(kinds()).await.abilities().await.unwrap(), before);
}
