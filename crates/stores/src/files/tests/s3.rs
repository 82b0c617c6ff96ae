//! A folder in a bucket: the suite of all folders, and what buckets have beside it, on a server of the test's own.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use abide_tests::s3::{S3, escaped};

use super::*;

mod crash;
mod rights;
mod versions;

/// A server with a bucket.
pub(super) struct Ground {
    pub(super) server: Arc<S3>,
    bucket: String,
    prefixes: AtomicUsize,
}

impl Ground {
    fn start(bucket: &str, versioning: &str) -> Option<Self> {
        let server = S3::start()?;
        server.bucket(bucket, versioning);
        Some(Self {
            server: Arc::new(server),
            bucket: bucket.to_owned(),
            prefixes: AtomicUsize::new(0),
        })
    }

    /// A prefix with the files of the tests, of its own.
    pub(super) fn prefix(&self) -> Prefix {
        let number = self.prefixes.fetch_add(1, Ordering::Relaxed);
        let (server, bucket) = (Arc::clone(&self.server), self.bucket.clone());
        let prefix = Prefix { server, bucket, prefix: format!("centre {number}") };
        prefix.write("notes/a.jsonl", NOTES.as_bytes());
        prefix.write("contacts.csv", CONTACTS.as_bytes());
        prefix.write("calls/2026/a.vcon.json", CALL.as_bytes());
        prefix.write("media/a.wav", &[0; 44]);
        prefix.write("texts/a.vtt", TEXT.as_bytes());
        prefix.write("other.txt", b"not ours");
        prefix
    }
}

/// A folder in the bucket.
pub(super) struct Prefix {
    server: Arc<S3>,
    bucket: String,
    prefix: String,
}

impl Prefix {
    fn path(&self, file: &str) -> String {
        format!("/{}/{}", self.bucket, escaped(&format!("{}/{file}", self.prefix)))
    }

    pub(super) fn write(&self, file: &str, content: &[u8]) {
        let headers = [("Content-Type", "text/odd"), ("x-amz-meta-from", "the dialler")];
        let _ = self.server.must("PUT", &self.path(file), &headers, content);
    }

    pub(super) fn read(&self, file: &str) -> Option<Vec<u8>> {
        let (status, body) = self.server.ask("GET", &self.path(file), &[], b"");
        (status == 200).then_some(body)
    }

    /// What a server says about a file before its content.
    fn headers(&self, file: &str) -> String {
        self.server.exchange("GET", &self.path(file), &[], b"").0
    }

    fn address(&self) -> String {
        format!("s3://{}/{}", self.bucket, self.prefix)
    }

    fn variable(&self) -> impl Fn(&str) -> Option<String> + Sync + use<> {
        let endpoint = self.server.endpoint();
        move |name: &str| match name {
            "AWS_ENDPOINT_URL" => Some(endpoint.clone()),
            "AWS_ACCESS_KEY_ID" => Some("test".into()),
            "AWS_SECRET_ACCESS_KEY" => Some("secret-4711".into()),
            _ => None,
        }
    }

    pub(super) async fn store(&self, kinds: Vec<Kind>) -> Files {
        Files::open_bucket("folder", &self.address(), kinds, &self.variable()).await.unwrap()
    }

    /// No upload waits, and the journal has no steps.
    pub(super) fn is_clean(&self) {
        assert_eq!(self.uploads(), [false; 0]);
        self.has_no_steps();
    }

    fn uploads(&self) -> Vec<bool> {
        self.server.uploads(&self.bucket, &format!("{}/", self.prefix))
    }

    fn has_no_steps(&self) {
        let journal = String::from_utf8(self.read(folder::JOURNAL).unwrap_or_default()).unwrap();
        assert!(journal.is_empty() || journal.contains("\"steps\":[]"), "{journal}");
    }

    /// All versions and markers of a file.
    fn versions(&self, file: &str) -> Vec<(String, bool)> {
        let key = format!("{}/{file}", self.prefix);
        let of_key = |(found, number, is_marker): (String, String, bool)| {
            (found == key).then_some((number, is_marker))
        };
        self.server.versions(&self.bucket, &key).into_iter().filter_map(of_key).collect()
    }

    /// All files but our own, with what is in them.
    fn content(&self) -> BTreeMap<String, Vec<u8>> {
        let all = self.server.versions(&self.bucket, &format!("{}/", self.prefix));
        let names = all.into_iter().filter_map(|(key, ..)| {
            Some(key.strip_prefix(&format!("{}/", self.prefix))?.to_owned())
        });
        let names = names.filter(|file| !folder::is_ours(file));
        names.filter_map(|file| self.read(&file).map(|content| (file, content))).collect()
    }
}

/// Runs the suite on one server.
macro_rules! in_a_bucket {
    ($($case:ident),* $(,)?) => {
        async fn suite_in(ground: &suite::Ground) {
            $(
                eprintln!("{}", stringify!($case));
                suite::$case(ground).await;
            )*
        }
    };
}
suite::cases!(in_a_bucket);

#[tokio::test]
async fn a_bucket_does_what_a_folder_does() {
    for versioning in ["", "Enabled"] {
        let Some(ground) = Ground::start("centre", versioning) else { return };
        suite_in(&suite::Ground::Bucket(ground)).await;
    }
}

#[tokio::test]
async fn thousands_of_objects_are_listed_and_large_ones_go_through_in_parts() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let prefix = ground.prefix();
    for at in 0..1_100 {
        prefix.write(&format!("texts/{at:04}.vtt"), b"WEBVTT\n");
    }
    prefix.write("texts/z.vtt", b"WEBVTT, last of all\n");
    prefix.remove("texts/z.vtt");
    let mut large = String::new();
    for at in 0..400_000 {
        writeln!(large, "{{\"n\":{at},\"who\":\"somebody\",\"text\":\"{}\"}}", "x".repeat(20))
            .unwrap();
    }
    prefix.write("notes/large.jsonl", large.as_bytes());
    let store = prefix.store(kinds()).await;
    let (mut session, schema) = begin(&store).await;
    let texts = find(&mut *session, &schema, "texts", &[], &["path"]).await.unwrap();
    assert_eq!(texts.len(), 1_101);
    let (old, all) = versions::old(&store, "texts").await;
    assert!(all && old.keys().eq(["texts/z.vtt"]), "{old:?}");
    let by = [("path", "notes/large.jsonl"), ("n", "250000")];
    let rows = find(&mut *session, &schema, "notes", &by, &[]).await.unwrap();
    session.delete(schema.table("notes").unwrap(), &keys(rows)).await.unwrap();
    session.commit().await.unwrap();
    let gone = "{\"n\":250000,\"who\":\"somebody\",\"text\":\"xxxxxxxxxxxxxxxxxxxx\"}\n";
    assert!(large.len() > 16 << 20 && large.contains(gone));
    let now = prefix.read("notes/large.jsonl").unwrap();
    assert!(now == large.replace(gone, "").as_bytes());
    assert_eq!(prefix.versions("notes/large.jsonl").len(), 1);
    prefix.is_clean();
}

#[tokio::test]
async fn what_is_no_bucket_is_not_opened_and_secrets_are_not_told() {
    let Some(ground) = Ground::start("centre", "") else { return };
    let prefix = ground.prefix();
    let nowhere = |name: &str| match name {
        "AWS_ENDPOINT_URL" => Some("http://127.0.0.1:1".into()),
        name => prefix.variable()(name),
    };
    let variable = prefix.variable();
    type Variable<'a> = &'a (dyn Fn(&str) -> Option<String> + Sync);
    let said = |name: &'static str, value: &'static str| {
        let variable = prefix.variable();
        move |asked: &str| if asked == name { Some(value.into()) } else { variable(asked) }
    };
    let (relative, odd) = (said("AWS_ENDPOINT_URL", "/x"), said("AWS_REGION", "eu\n"));
    let broken = said("AWS_SECRET_ACCESS_KEY", "secret-4711\n");
    let cases: [(&str, Variable<'_>, &str); 7] = [
        ("s3://nowhere/x", &variable, "NoSuchBucket"),
        ("s3://test:secret-4711@centre/x", &variable, "no address of a bucket"),
        ("s3://", &variable, "no address of a bucket"),
        ("s3://centre/x", &nowhere, "no connection"),
        ("s3://centre/x", &relative, "no address in AWS_ENDPOINT_URL"),
        ("s3://centre/x", &odd, "no name of a region in AWS_REGION"),
        ("s3://centre/x", &broken, "the credentials have signs that none can have"),
    ];
    for (address, variable, expected) in cases {
        let opened = Files::open_bucket("folder", address, kinds(), variable).await;
        let error = opened.err().unwrap();
        assert!(matches!(&error, Error::Open { code, .. } if code == expected), "{error:?}");
        assert!(!format!("{error:?} {error}").contains("4711"));
    }
}
