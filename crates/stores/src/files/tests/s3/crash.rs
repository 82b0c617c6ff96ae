//! A crash, or an answer that is lost, at every request of a commit; and two who commit at the same time.

use std::sync::OnceLock;
use std::time::Duration;

use async_trait::async_trait;
use object_store::client::{
    HttpClient, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService,
};
use tokio::sync::Notify;

use super::*;
use crate::files::bucket::{Bucket, connect};
use crate::files::folder::Folder;

/// What becomes of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It is not made, and nothing after it.
    Crash,
    /// It is made, and the answer does not arrive.
    Lost,
    /// It is made, and no answer arrives any more, until the line is mended.
    Down,
    /// It is made when it is told to.
    Wait,
}

#[derive(Debug)]
struct Fuse {
    calls: AtomicUsize,
    last: AtomicUsize,
    fate: Fate,
    reached: Notify,
    go_on: Notify,
}

#[derive(Debug)]
struct Layer(HttpClient, Arc<Fuse>);

#[async_trait]
impl HttpService for Layer {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let Self(client, fuse) = self;
        let (call, last) =
            (fuse.calls.fetch_add(1, Ordering::Relaxed) + 1, fuse.last.load(Ordering::Relaxed));
        let lost = || {
            let error = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
            Err(HttpError::new(HttpErrorKind::Connect, error))
        };
        if fuse.fate == Fate::Down && call > last {
            return lost();
        }
        if call != last {
            return client.execute(request).await;
        }
        match fuse.fate {
            Fate::Crash => {
                fuse.reached.notify_one();
                std::future::pending().await
            }
            Fate::Lost | Fate::Down => {
                client.execute(request).await?;
                lost()
            }
            Fate::Wait => {
                fuse.reached.notify_one();
                fuse.go_on.notified().await;
                client.execute(request).await
            }
        }
    }
}

/// Deletes a row and a file, and changes another.
async fn work(store: &Files) -> Box<dyn Session> {
    work_on(store, &[("notes", ("n", "1")), ("media", ("size", "44"))]).await
}

impl Prefix {
    async fn layered(&self, fate: Fate) -> (Files, Arc<Fuse>) {
        self.leased(fate, Duration::ZERO).await
    }

    async fn leased(&self, fate: Fate, lease: Duration) -> (Files, Arc<Fuse>) {
        let (calls, last) = (AtomicUsize::new(0), AtomicUsize::new(usize::MAX));
        let (reached, go_on) = (Notify::new(), Notify::new());
        let fuse = Arc::new(Fuse { calls, last, fate, reached, go_on });
        // Making one reads the authorities that the machine trusts, which takes its time.
        static PLAIN: OnceLock<HttpClient> = OnceLock::new();
        let plain = PLAIN.get_or_init(|| connect().unwrap()).clone();
        let client = HttpClient::new(Layer(plain, Arc::clone(&fuse)));
        let bucket = Bucket::over("folder", &self.address(), &self.variable(), Ok(client)).await;
        let mut bucket = bucket.unwrap();
        bucket.lease = lease;
        (Files::over(Folder::Bucket(Arc::new(bucket)), kinds()).unwrap(), fuse)
    }

    /// Commits, with that fate of a request of the commit. Tells what the commit says; nothing if it crashed.
    async fn commit_until(&self, call: usize, fate: Fate) -> Option<Result<(), Error>> {
        let (store, fuse) = self.layered(fate).await;
        let session = work(&store).await;
        fuse.last.store(fuse.calls.load(Ordering::Relaxed) + call, Ordering::Relaxed);
        tokio::select! {
            done = session.commit() => Some(done),
            () = fuse.reached.notified() => None,
        }
    }

    /// Nothing is left but one version of each file.
    fn is_settled(&self) {
        // Who crashes before the journal names an upload leaves it, but with nothing in it.
        assert!(!self.uploads().contains(&true));
        self.has_no_steps();
        for (file, versions) in [("notes/a.jsonl", 1), ("texts/a.vtt", 1), ("media/a.wav", 0)] {
            assert_eq!(self.versions(file).len(), versions, "{file}");
        }
    }
}

#[tokio::test]
async fn after_a_crash_or_a_lost_answer_at_any_request_all_is_done_or_nothing() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let whole = ground.prefix();
    let before = whole.content();
    assert_eq!(whole.commit_until(usize::MAX / 2, Fate::Crash).await, Some(Ok(())));
    whole.is_settled();
    assert_eq!(whole.versions(folder::JOURNAL).len(), 1);
    let after = whole.content();
    assert_eq!((before.len(), after.len()), (6, 5));
    let (mut undone, mut finished) = (0, 0);
    for (fate, step) in [(Fate::Crash, 1), (Fate::Lost, 3)] {
        for call in (1..).step_by(step) {
            let prefix = ground.prefix();
            let done = prefix.commit_until(call, fate).await;
            assert!(matches!(done, None | Some(Ok(()))), "{fate:?} at request {call}: {done:?}");
            // Whoever opens the folder next, for reading only, finds it whole.
            let (store, _) = prefix.layered(Fate::Crash).await;
            let mode = if call % 2 == 0 { Mode::Read } else { Mode::Write };
            drop(store.session(mode).await.unwrap());
            let now = prefix.content();
            if now == before {
                undone += 1;
                assert_eq!(done, None, "{fate:?} at request {call}");
                work(&store).await.commit().await.unwrap();
            } else {
                finished += 1;
            }
            assert_eq!(prefix.content(), after, "{fate:?} at request {call}");
            if done == Some(Ok(())) && fate == Fate::Crash {
                break;
            }
            if fate == Fate::Lost && call > 40 {
                break;
            }
            prefix.is_settled();
        }
    }
    assert!(undone > 10 && finished > 10, "{undone} undone, {finished} finished");
}

/// Whoever was in the middle of a commit goes on at once when the server is back, and does not wait for what is its own to grow
/// old, as others do.
#[tokio::test]
async fn who_lost_the_server_goes_on_when_it_is_back() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let hour = Duration::from_secs(3600);
    let whole = ground.prefix();
    let before = whole.content();
    work(&whole.layered(Fate::Crash).await.0).await.commit().await.unwrap();
    let after = whole.content();
    let mut undone = 0;
    for call in (1..).step_by(4) {
        let prefix = ground.prefix();
        let (store, fuse) = prefix.leased(Fate::Down, hour).await;
        let session = work(&store).await;
        fuse.last.store(fuse.calls.load(Ordering::Relaxed) + call, Ordering::Relaxed);
        let done = session.commit().await;
        fuse.last.store(usize::MAX, Ordering::Relaxed);
        assert!(matches!(done, Ok(()) | Err(Error::Away { .. })), "at request {call}: {done:?}");
        let again = async {
            drop(store.session(Mode::Write).await.unwrap());
            if prefix.content() == before {
                undone += 1;
                work(&store).await.commit().await.unwrap();
            }
        };
        let in_time = tokio::time::timeout(Duration::from_secs(20), again).await;
        assert_eq!(in_time, Ok(()), "at request {call}");
        assert_eq!(prefix.content(), after, "at request {call}");
        if done == Ok(()) {
            break;
        }
        prefix.is_settled();
    }
    assert!(undone > 3, "{undone} undone");
}

#[tokio::test]
async fn what_was_changed_since_the_crash_is_not_lost() {
    let Some(ground) = Ground::start("centre", "Enabled") else { return };
    let (mut prefix, mut call) = (ground.prefix(), 1);
    let is_decided = |prefix: &Prefix| {
        let journal = prefix.read(folder::JOURNAL).unwrap_or_default();
        String::from_utf8(journal).unwrap().contains("\"decided\":true")
    };
    while !is_decided(&prefix) {
        prefix = ground.prefix();
        assert_eq!(prefix.commit_until(call, Fate::Crash).await, None);
        call += 1;
    }
    prefix.write("texts/a.vtt", b"WEBVTT, but later");
    drop(prefix.store(kinds()).await.session(Mode::Write).await.unwrap());
    let now = prefix.content();
    assert_eq!(now["texts/a.vtt"], b"WEBVTT, but later");
    assert!(!String::from_utf8_lossy(&now["notes/a.jsonl"]).contains("\"n\": 1"));
    assert!(!now.contains_key("media/a.wav"));
    assert!(!prefix.uploads().contains(&true));
    prefix.has_no_steps();
}

#[tokio::test]
async fn who_takes_too_long_finds_that_somebody_else_has_gone_on() {
    let Some(ground) = Ground::start("centre", "") else { return };
    let mut outcomes = Vec::new();
    for call in [6, 10, 14, 16, 18, 22, 26] {
        let prefix = ground.prefix();
        let (slow, fuse) = prefix.layered(Fate::Wait).await;
        let session = work(&slow).await;
        fuse.last.store(fuse.calls.load(Ordering::Relaxed) + call, Ordering::Relaxed);
        let commit = tokio::spawn(session.commit());
        fuse.reached.notified().await;
        // Whether the slow one has decided or not, the other one's commit is either before or after it.
        let (quick, _) = prefix.layered(Fate::Crash).await;
        let (mut session, schema) = begin(&quick).await;
        let rows = find(&mut *session, &schema, "notes", &[("n", "2")], &[]).await.unwrap();
        session.delete(schema.table("notes").unwrap(), &keys(rows)).await.unwrap();
        session.commit().await.unwrap();
        fuse.go_on.notify_one();
        let done = commit.await.unwrap();
        let notes = String::from_utf8(prefix.read("notes/a.jsonl").unwrap()).unwrap();
        assert!(!notes.contains("\"n\":2"), "{notes}");
        let is_conflict = matches!(done, Err(Error::Conflict { .. }));
        assert!(is_conflict || done == Ok(()), "{done:?}");
        assert_eq!(prefix.read("media/a.wav").is_some(), is_conflict);
        assert_eq!(notes.contains("\"n\": 1"), is_conflict);
        prefix.is_clean();
        outcomes.push((call, is_conflict));
    }
    let is = |conflict| outcomes.iter().any(|(_, is_conflict)| *is_conflict == conflict);
    assert!(is(true) && is(false), "{outcomes:?}");
}

#[tokio::test]
async fn a_journal_that_names_other_files_is_refused() {
    let Some(ground) = Ground::start("centre", "") else { return };
    for (step, line) in [
        (r#"{"file":"other.txt","was":"","by":null}"#, "line 1"),
        (r#"{"file":"../x.csv","was":"","by":null}"#, "line 1"),
        (r#"{"file":"contacts.csv","was":"","by":"a&b=c"}"#, "line 1"),
        ("no json", "line 1"),
    ] {
        let prefix = ground.prefix();
        let journal = format!("{{\"decided\":true,\"steps\":[{step}],\"kept\":[]}}");
        prefix.write(folder::JOURNAL, journal.as_bytes());
        let opened = prefix.store(kinds()).await.session(Mode::Write).await;
        let told = format!("{} {line}", folder::JOURNAL);
        assert!(matches!(opened.map(drop), Err(Error::Damaged { place, .. }) if place == told));
        assert_eq!(prefix.content().len(), 6);
    }
}
