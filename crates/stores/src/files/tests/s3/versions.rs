//! Old versions and delete markers: they go with what they are copies of, or it is said that they stay.

use async_trait::async_trait;
use http::{Method, Response};
use object_store::client::{
    HttpClient, HttpError, HttpRequest, HttpResponse, HttpResponseBody, HttpService,
};

use super::*;
use crate::files::bucket::{Bucket, connect};
use crate::files::folder::Folder;

async fn erase(store: &Files) {
    let (mut session, schema) = begin(store).await;
    for (table, by) in [("notes", ("n", "1")), ("media", ("size", "44"))] {
        let rows = find(&mut *session, &schema, table, &[by], &[]).await.unwrap();
        session.delete(schema.table(table).unwrap(), &keys(rows)).await.unwrap();
    }
    session.commit().await.unwrap();
}

impl Prefix {
    fn remove(&self, file: &str) {
        let _ = self.server.must("DELETE", &self.path(file), &[], b"");
    }

    fn lock(&self, file: &str, content: &[u8]) {
        let headers = [
            ("x-amz-sdk-checksum-algorithm", "SHA256"),
            ("x-amz-object-lock-mode", "GOVERNANCE"),
            ("x-amz-object-lock-retain-until-date", "2099-01-01T00:00:00Z"),
        ];
        let _ = self.server.must("PUT", &self.path(file), &headers, content);
    }

    /// Deletes a version in spite of its lock, as a person may.
    fn unlock(&self, file: &str, number: &str) {
        let path = format!("{}?versionId={number}", self.path(file));
        let headers = [("x-amz-bypass-governance-retention", "true")];
        let _ = self.server.must("DELETE", &path, &headers, b"");
    }
}

#[tokio::test]
async fn old_versions_and_markers_go_with_what_they_are_copies_of() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let prefix = ground.prefix();
    for at in 0..5 {
        prefix.write("notes/a.jsonl", format!("{NOTES}\n{{\"n\":1,\"at\":{at}}}\n").as_bytes());
        prefix.write("media/a.wav", &[at; 44]);
        prefix.remove("media/a.wav");
        prefix.write("media/a.wav", &[at; 44]);
        prefix.write("notes/a.jsonl2", b"another key that begins alike");
    }
    prefix.write("contacts.csv", CONTACTS.as_bytes());
    assert_eq!(
        (prefix.versions("notes/a.jsonl").len(), prefix.versions("media/a.wav").len()),
        (6, 16)
    );
    let store = prefix.store(kinds()).await;
    assert!(store.abilities().await.unwrap().versions);
    erase(&store).await;
    assert_eq!(prefix.versions("notes/a.jsonl").len(), 1);
    assert_eq!(prefix.versions("media/a.wav"), []);
    assert_eq!(prefix.versions("notes/a.jsonl2").len(), 5);
    assert!(
        !String::from_utf8(prefix.read("notes/a.jsonl").unwrap()).unwrap().contains("\"n\":1,")
    );
    let head = prefix.headers("notes/a.jsonl");
    assert!(head.contains("text/odd") && head.contains("x-amz-meta-from: the dialler"), "{head}");
    // What the request has not touched stays, and a batch tells of it.
    assert_eq!(store.settle(Effort::Request).await, Ok(Remains::Nothing));
    assert_eq!(store.settle(Effort::Batch).await, Ok(Remains::Versions { until: None }));
    let old = prefix.versions("contacts.csv");
    assert_eq!(old.len(), 2);
    prefix.unlock("contacts.csv", &old[1].0);
    assert_eq!(store.settle(Effort::Batch).await, Ok(Remains::Nothing));
}

#[tokio::test]
async fn a_bucket_whose_versions_were_given_up_is_rid_of_those_it_has() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let prefix = ground.prefix();
    prefix.write("notes/a.jsonl", NOTES.as_bytes());
    ground.server.versioning("centre", "Suspended");
    let store = prefix.store(kinds()).await;
    assert!(
        store.abilities().await.unwrap().versions && prefix.versions("notes/a.jsonl").len() == 2
    );
    erase(&store).await;
    assert_eq!(prefix.versions("notes/a.jsonl").len(), 1);
    assert_eq!(prefix.versions("media/a.wav"), []);
    let now = String::from_utf8(prefix.read("notes/a.jsonl").unwrap()).unwrap();
    assert!(!now.contains("\"n\": 1") && now.contains("\"n\":2"), "{now}");
    assert_eq!(store.settle(Effort::Request).await, Ok(Remains::Nothing));
}

#[tokio::test]
async fn a_bucket_without_versions_has_none() {
    let Some(ground) = Ground::start("centre", "") else { return };
    let prefix = ground.prefix();
    let store = prefix.store(kinds()).await;
    assert!(!store.abilities().await.unwrap().versions);
    erase(&store).await;
    assert_eq!(prefix.read("media/a.wav"), None);
    assert_eq!(store.settle(Effort::Batch).await, Ok(Remains::Nothing));
}

#[tokio::test]
async fn what_is_locked_stays_and_is_told_until_it_is_gone() {
    let Some(ground) = Ground::start("centre", "Locked") else { return };
    let prefix = ground.prefix();
    prefix.lock("notes/a.jsonl", NOTES.as_bytes());
    prefix.lock("media/a.wav", &[0; 44]);
    let locked = Remains::Versions { until: Some(jiff::civil::date(2099, 1, 1)) };
    let store = prefix.store(kinds()).await;
    erase(&store).await;
    let (notes, media) = (prefix.versions("notes/a.jsonl"), prefix.versions("media/a.wav"));
    // The first, which was not locked, is gone. What is locked lies under what is new, and under a marker.
    assert_eq!((notes.len(), media.len()), (2, 2));
    assert_eq!(prefix.read("media/a.wav"), None);
    assert_eq!(store.settle(Effort::Request).await, Ok(locked));
    // It is not forgotten when the program ends.
    let store = prefix.store(kinds()).await;
    assert_eq!(store.settle(Effort::Request).await, Ok(locked));
    prefix.unlock("notes/a.jsonl", &notes[1].0);
    assert_eq!(store.settle(Effort::Request).await, Ok(locked));
    let locked = media.iter().find(|(_, is_marker)| !is_marker).unwrap();
    prefix.unlock("media/a.wav", &locked.0);
    assert_eq!(store.settle(Effort::Request).await, Ok(Remains::Nothing));
    assert_eq!(
        (prefix.versions("notes/a.jsonl").len(), prefix.versions("media/a.wav").len()),
        (1, 0)
    );
    prefix.is_clean();
}

#[tokio::test]
async fn nobody_knows_when_a_legal_hold_ends() {
    let Some(ground) = Ground::start("centre", "Locked") else { return };
    let prefix = ground.prefix();
    prefix.lock("media/a.wav", &[0; 44]);
    let hold = b"<LegalHold><Status>ON</Status></LegalHold>";
    let path = format!("{}?legal-hold", prefix.path("media/a.wav"));
    let _ = prefix.server.must("PUT", &path, &[], hold);
    let store = prefix.store(kinds()).await;
    erase(&store).await;
    let unknown = Remains::Versions { until: None };
    assert_eq!(store.settle(Effort::Request).await, Ok(unknown));
}

/// An account that may do everything but delete versions.
#[derive(Debug)]
struct NoVersions(HttpClient);

#[async_trait]
impl HttpService for NoVersions {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let names_version = request.uri().query().is_some_and(|q| q.contains("versionId="));
        if request.method() != Method::DELETE || !names_version {
            return self.0.execute(request).await;
        }
        let denied = "<Error><Code>AccessDenied</Code></Error>".to_owned();
        Ok(Response::builder().status(403).body(HttpResponseBody::from(denied)).unwrap())
    }
}

#[tokio::test]
async fn an_account_that_may_not_delete_versions_erases_and_claims_no_more() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let prefix = ground.prefix();
    let client = HttpClient::new(NoVersions(connect().unwrap()));
    let bucket = Bucket::over("folder", &prefix.address(), &prefix.variable(), Ok(client)).await;
    let store = Files::over(Folder::Bucket(Arc::new(bucket.unwrap())), kinds()).unwrap();
    erase(&store).await;
    assert_eq!(prefix.read("media/a.wav"), None);
    let notes = String::from_utf8(prefix.read("notes/a.jsonl").unwrap()).unwrap();
    assert!(!notes.contains("\"n\": 1") && notes.contains("\"n\":2"), "{notes}");
    let left = || (prefix.versions("notes/a.jsonl").len(), prefix.versions("media/a.wav").len());
    assert_eq!(left(), (2, 2), "the old content, and a marker over what went");
    for effort in [Effort::Request, Effort::Batch] {
        assert_eq!(store.settle(effort).await, Ok(Remains::Versions { until: None }));
    }
    let store = prefix.store(kinds()).await;
    assert_eq!(store.settle(Effort::Request).await, Ok(Remains::Nothing), "with the right");
    assert_eq!(left(), (1, 0));
}
