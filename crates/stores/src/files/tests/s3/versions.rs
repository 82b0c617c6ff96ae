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
    /// For an account that may not make such requests.
    pub(super) async fn without(&self, such: Such) -> Files {
        let client = HttpClient::new(Without(connect().unwrap(), such));
        let bucket = Bucket::over("folder", &self.address(), &self.variable(), Ok(client)).await;
        Files::over(Folder::Bucket(Arc::new(bucket.unwrap())), kinds()).unwrap()
    }

    pub(super) fn remove(&self, file: &str) {
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

/// Which requests.
pub(super) type Such = fn(&HttpRequest) -> bool;

/// An account that may do everything but one thing.
#[derive(Debug)]
struct Without(HttpClient, Such);

pub(super) fn asks(request: &HttpRequest, method: Method, word: &str) -> bool {
    let query = request.uri().query().unwrap_or_default();
    request.method() == method && query.contains(word)
}

pub(super) fn deletes_versions(request: &HttpRequest) -> bool {
    asks(request, Method::DELETE, "versionId=")
}

#[async_trait]
impl HttpService for Without {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        if !self.1(&request) {
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
    let store = prefix.without(deletes_versions).await;
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

/// What may not be deleted is told, and keeps nobody out: nothing is done, or all that may be.
#[tokio::test]
async fn a_commit_that_is_refused_is_not_left_behind() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let deletes = |request: &HttpRequest| {
        request.method() == Method::DELETE && request.uri().query().is_none()
    };
    let deletes_b = |request: &HttpRequest| {
        request.uri().path().ends_with("/b.wav")
            && request.method() == Method::DELETE
            && request.uri().query().is_none()
    };
    let cases: [(Such, bool); 2] = [(deletes, false), (deletes_b, true)];
    for (such, some) in cases {
        let prefix = ground.prefix();
        prefix.write("media/b.wav", &[0; 44]);
        let before = prefix.content();
        let store = prefix.without(such).await;
        let work = work_on(&store, &[("notes", ("n", "1")), ("media", ("size", "44"))]).await;
        let done = work.commit().await;
        assert!(matches!(done, Err(Error::Forbidden { doing: "delete", .. })), "{done:?}");
        let now = prefix.content();
        assert_eq!(now == before, !some);
        assert!(now.contains_key("media/b.wav"));
        let notes = String::from_utf8_lossy(&now["notes/a.jsonl"]).into_owned();
        assert_eq!((now.contains_key("media/a.wav"), notes.contains("\"n\": 1")), (!some, !some));
        prefix.is_clean();
        drop(store.session(Mode::Write).await.unwrap());
        assert_eq!(store.settle(Effort::Request).await, Ok(Remains::Nothing));
    }
}

/// What old versions of a table's files say, by file; and whether all were read.
pub(super) async fn old(store: &Files, table: &str) -> (BTreeMap<String, Vec<String>>, bool) {
    let schema = store.schema().await.unwrap();
    let at = schema.table(table).unwrap();
    let want: Vec<usize> = (0..schema.tables[at].columns.len()).collect();
    let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut sink = |row: Row| {
        let [Value::Text(file)] = row.key.0.as_ref() else { panic!("{:?}", row.key) };
        let texts = row.values.iter().skip(1).filter_map(|value| value.text());
        rows.entry(file.clone()).or_default().push(texts.collect::<Vec<_>>().join("|"));
        ControlFlow::Continue(())
    };
    let all = store.old().unwrap().read(at, &want, &mut sink).await.unwrap();
    (rows, all)
}

fn key(file: &str) -> Key {
    Key([file.into()].into())
}

#[tokio::test]
async fn old_versions_are_read_as_the_rows_of_their_table() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let prefix = ground.prefix();
    prefix.write("contacts.csv", b"id;fax\r\n9;\"Ann; a\"\r\n");
    prefix.write("contacts.csv", CONTACTS.as_bytes());
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, b"{\"who\":\"\\u0043leo\"}\n").unwrap();
    prefix.write("notes/b.jsonl.gz", &packed.finish().unwrap());
    prefix.remove("notes/b.jsonl.gz");
    prefix.write("calls/2026/a.vcon.json", CALL.as_bytes());
    prefix.write("media/b.wav", &[0; 44]);
    prefix.remove("media/b.wav");
    prefix.write("texts/a.vtt", b"now");
    prefix.write("other.txt", b"of no table");
    let store = prefix.store(kinds()).await;
    let rows = |(rows, all): (BTreeMap<String, Vec<String>>, bool)| {
        assert!(all);
        rows.into_iter()
            .map(|(file, rows)| format!("{file}: {}", rows.join(" ")))
            .collect::<Vec<_>>()
    };
    // A column that is none any more is told with the rest.
    let contacts = rows(old(&store, "contacts").await);
    let told = "contacts.csv: 2|{\"fax\":\"Ann; a\"}|9 2|7|Ann; a|two\nlines 4|8|Ben";
    assert_eq!(contacts, [told]);
    assert_eq!(rows(old(&store, "notes").await), ["notes/b.jsonl.gz: 1|Cleo"]);
    assert_eq!(rows(old(&store, "texts").await), [format!("texts/a.vtt: {TEXT}")]);
    assert_eq!(rows(old(&store, "media").await), ["media/b.wav: 0|audio/wav"]);
    let calls = rows(old(&store, "calls").await);
    assert!(calls.len() == 1 && calls[0].contains("+421900123456"), "{calls:?}");
    // What goes is what is named, and old.
    let keys = [key("contacts.csv"), key("media/b.wav"), key("other.txt"), key("../x.csv")].into();
    assert_eq!(store.old().unwrap().forget(&keys).await, Ok(Remains::Nothing));
    assert_eq!(prefix.read("contacts.csv").as_deref(), Some(CONTACTS.as_bytes()));
    let left = |file: &str| prefix.versions(file).len();
    assert_eq!((left("contacts.csv"), left("media/b.wav")), (1, 0));
    assert_eq!((left("texts/a.vtt"), left("other.txt")), (2, 2));
    // A bucket that never kept any is not asked.
    let Some(ground) = Ground::start("centre", "") else { return };
    assert!(ground.prefix().store(kinds()).await.old().is_none());
}

#[tokio::test]
async fn what_cannot_be_read_of_old_versions_is_told() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let prefix = ground.prefix();
    prefix.write("texts/a.vtt", b"\xff");
    prefix.write("texts/a.vtt", b"now");
    let (rows, all) = old(&prefix.store(kinds()).await, "texts").await;
    assert_eq!((rows["texts/a.vtt"].as_slice(), all), (&[TEXT.to_owned()][..], false));
    let without: [Such; 2] = [
        |request| asks(request, Method::GET, "versions="),
        |request| asks(request, Method::GET, "versionId="),
    ];
    for such in without {
        let (rows, all) = old(&prefix.without(such).await, "texts").await;
        assert_eq!((rows.len(), all), (0, false));
    }
    let store = prefix.without(deletes_versions).await;
    let keys = [key("texts/a.vtt")].into();
    let left = Remains::Versions { until: None };
    assert_eq!(store.old().unwrap().forget(&keys).await, Ok(left));
    assert_eq!(store.settle(Effort::Request).await, Ok(left), "it is noted");
    let read_only = prefix.store(kinds()).await.read_only();
    assert_eq!(read_only.old().unwrap().forget(&keys).await, Ok(left));
    assert_eq!(prefix.versions("texts/a.vtt").len(), 3);
    // The next who may deletes them by itself.
    let store = prefix.store(kinds()).await;
    assert_eq!(store.settle(Effort::Request).await, Ok(Remains::Nothing));
    assert_eq!(prefix.versions("texts/a.vtt").len(), 1);
    prefix.is_clean();
}
