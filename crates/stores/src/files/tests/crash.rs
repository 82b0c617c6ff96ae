//! A crash at every call of a commit to the disk: the call never comes back, and neither does the commit; or it
//! comes back with an error.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use futures_util::stream::BoxStream;
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, RenameOptions, Result,
};

use super::*;

/// What becomes of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    CrashBefore,
    CrashAfter,
    FailBefore,
    FailAfter,
}

/// Which call it is.
#[derive(Debug)]
struct Crash {
    calls: AtomicUsize,
    last: AtomicUsize,
    fate: Fate,
    reached: tokio::sync::Notify,
}

#[derive(Debug)]
struct Layer(Arc<dyn ObjectStore>, Arc<Crash>);

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("layer")
    }
}

impl Layer {
    async fn call<T>(&self, work: impl Future<Output = Result<T>>) -> Result<T> {
        let number = self.1.calls.fetch_add(1, Ordering::Relaxed) + 1;
        if number != self.1.last.load(Ordering::Relaxed) {
            return work.await;
        }
        if matches!(self.1.fate, Fate::CrashAfter | Fate::FailAfter) {
            work.await?;
        }
        if matches!(self.1.fate, Fate::CrashBefore | Fate::CrashAfter) {
            self.1.reached.notify_one();
            return std::future::pending().await;
        }
        let source = std::io::Error::from(std::io::ErrorKind::StorageFull).into();
        Err(object_store::Error::Generic { store: "layer", source })
    }
}

#[async_trait]
impl ObjectStore for Layer {
    async fn put_opts(&self, to: &Path, bytes: PutPayload, how: PutOptions) -> Result<PutResult> {
        self.call(self.0.put_opts(to, bytes, how)).await
    }

    async fn put_multipart_opts(
        &self,
        to: &Path,
        how: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.call(self.0.put_multipart_opts(to, how)).await
    }

    async fn get_opts(&self, from: &Path, how: GetOptions) -> Result<GetResult> {
        self.call(self.0.get_opts(from, how)).await
    }

    fn delete_stream(
        &self,
        paths: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        use futures_util::{StreamExt, TryStreamExt};
        let (inner, crash) = (Arc::clone(&self.0), Arc::clone(&self.1));
        let delete = async move {
            let layer = Layer(inner, crash);
            let work = layer.0.delete_stream(paths).try_collect::<Vec<_>>();
            let deleted = layer.call(work).await?;
            Ok::<_, object_store::Error>(futures_util::stream::iter(deleted.into_iter().map(Ok)))
        };
        futures_util::stream::once(delete).try_flatten().boxed()
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.0.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.0.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, how: CopyOptions) -> Result<()> {
        self.call(self.0.copy_opts(from, to, how)).await
    }

    async fn rename_opts(&self, from: &Path, to: &Path, how: RenameOptions) -> Result<()> {
        self.call(self.0.rename_opts(from, to, how)).await
    }
}

/// All files but our own, with what is in them.
fn content(folder: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(within) = open.pop() {
        for entry in fs::read_dir(within).unwrap() {
            let place = entry.unwrap().path();
            let name = place.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            match (folder::is_ours(&name), place.is_dir()) {
                (true, _) => {}
                (_, true) => open.push(place),
                (_, false) => drop(files.insert(name, fs::read(&place).unwrap())),
            }
        }
    }
    files
}

/// Deletes a row, a file and the rows of a table, and changes others.
async fn work(store: &Files) -> Box<dyn Session> {
    let deletes = [
        ("notes", ("n", "1")),
        ("contacts", ("id", "8")),
        ("calls", ("subject", "Bill")),
        ("media", ("size", "44")),
    ];
    work_on(store, &deletes).await
}

fn layered(folder: &std::path::Path, fate: Fate) -> (Files, Arc<Crash>) {
    let (calls, last) = (AtomicUsize::new(0), AtomicUsize::new(usize::MAX));
    let crash = Arc::new(Crash { calls, last, fate, reached: tokio::sync::Notify::new() });
    let layer = Arc::clone(&crash);
    let disk = Disk::open("folder", folder).unwrap();
    let disk = disk.through(|inner| Arc::new(Layer(inner, layer)));
    (Files::over(Folder::Disk(Arc::new(disk)), kinds()).unwrap(), crash)
}

/// Commits, with that fate of a call of the commit. Tells what the commit says; nothing if it crashed.
async fn commit_until(
    folder: &std::path::Path,
    call: usize,
    fate: Fate,
) -> Option<std::result::Result<(), Error>> {
    let (store, crash) = layered(folder, fate);
    let session = work(&store).await;
    crash.last.store(crash.calls.load(Ordering::Relaxed) + call, Ordering::Relaxed);
    tokio::select! {
        done = session.commit() => Some(done),
        () = crash.reached.notified() => None,
    }
}

#[tokio::test]
async fn after_a_crash_or_an_error_at_any_call_all_is_done_or_nothing() {
    let whole = folder();
    let before = content(whole.path());
    assert_eq!(commit_until(whole.path(), usize::MAX / 2, Fate::CrashBefore).await, Some(Ok(())));
    let after = content(whole.path());
    assert_eq!((before.len(), after.len()), (6, 4));
    for fate in [Fate::CrashBefore, Fate::CrashAfter, Fate::FailBefore, Fate::FailAfter] {
        let (mut undone, mut finished) = (0, 0);
        for call in 1.. {
            let folder = folder();
            let done = commit_until(folder.path(), call, fate).await;
            let is_full = matches!(done, Some(Err(Error::Full { .. })));
            assert!(is_full || matches!(done, None | Some(Ok(()))), "{done:?}");
            // Whoever opens the folder next, for reading only, finds it whole.
            let mode = if call % 2 == 0 { Mode::Read } else { Mode::Write };
            drop(store(folder.path()).session(mode).await.unwrap());
            let now = content(folder.path());
            let is_whole = now == after || done != Some(Ok(())) && now == before;
            assert!(is_whole, "{fate:?} at call {call}: {:?}", now.keys());
            *(if now == after { &mut finished } else { &mut undone }) += 1;
            assert!(!folder.path().join(folder::JOURNAL).exists());
            if done == Some(Ok(())) {
                break;
            }
        }
        assert!(undone > 10 && finished > 10, "{undone} undone, {finished} finished");
    }
}

/// Second names, as some backups make them, for a file that is changed and for one that goes.
#[cfg(unix)]
#[tokio::test]
async fn second_names_are_told_after_a_crash_at_any_call() {
    let linked = || {
        let folder = folder();
        for (at, file) in ["notes/a.jsonl", "media/a.wav"].iter().enumerate() {
            let other = folder.path().join(format!("backup-{at}"));
            fs::hard_link(folder.path().join(file), other).unwrap();
        }
        folder
    };
    let old = Remains::Versions { until: None };
    for fate in [Fate::CrashBefore, Fate::CrashAfter, Fate::FailBefore, Fate::FailAfter] {
        let mut told = BTreeMap::new();
        for call in 1.. {
            let folder = linked();
            let before = content(folder.path());
            let done = commit_until(folder.path(), call, fate).await;
            let next = store(folder.path());
            drop(next.session(Mode::Read).await.unwrap());
            let is_undone = content(folder.path()) == before;
            let expected = if is_undone { Remains::Nothing } else { old };
            assert_eq!(next.settle(Effort::Batch).await, Ok(expected), "{fate:?} at call {call}");
            // Whoever was told may crash before it is written down, and asks again.
            for _ in 0..2 {
                let again = store(folder.path()).settle(Effort::Request).await;
                assert_eq!(again, Ok(expected), "{fate:?} at call {call}");
            }
            *told.entry(expected.word()).or_insert(0) += 1;
            if done == Some(Ok(())) {
                break;
            }
        }
        assert!(told.values().all(|count| *count > 10) && told.len() == 2, "{fate:?}: {told:?}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_second_name_is_told_of_until_the_next_commit() {
    let folder = folder();
    fs::hard_link(folder.path().join("media/a.wav"), folder.path().join("backup")).unwrap();
    for (table, by, expected) in [
        ("media", ("size", "44"), Remains::Versions { until: None }),
        ("notes", ("n", "1"), Remains::Nothing),
    ] {
        let store = store(folder.path());
        let (mut session, schema) = begin(&store).await;
        let rows = find(&mut *session, &schema, table, &[by], &[]).await.unwrap();
        session.delete(schema.table(table).unwrap(), &keys(rows)).await.unwrap();
        session.commit().await.unwrap();
        assert_eq!(store.settle(Effort::Request).await, Ok(expected), "{table}");
    }
}

#[tokio::test]
async fn finding_by_path_opens_that_file_only() {
    let folder = folder();
    for at in 0..50 {
        write(folder.path(), &format!("notes/{at}.jsonl"), NOTES);
    }
    let (store, crash) = layered(folder.path(), Fate::CrashBefore);
    let (mut session, schema) = begin(&store).await;
    for (by, calls, rows) in [(("path", "notes/7.jsonl"), 1, 3), (("n", "1"), 51, 51)] {
        let before = crash.calls.load(Ordering::Relaxed);
        let found = find(&mut *session, &schema, "notes", &[by], &["n"]).await.unwrap();
        assert_eq!(crash.calls.load(Ordering::Relaxed) - before, calls);
        assert_eq!(found.len(), rows);
    }
}

#[tokio::test]
async fn what_was_changed_since_the_crash_is_not_lost() {
    let folder = folder();
    let mut call = 1;
    while !folder.path().join(folder::JOURNAL).exists() {
        assert_eq!(commit_until(folder.path(), call, Fate::CrashAfter).await, None);
        call += 1;
    }
    write(folder.path(), "contacts.csv", "id;name;note\n9;Zoe;\n");
    drop(store(folder.path()).session(Mode::Write).await.unwrap());
    let now = content(folder.path());
    assert_eq!(now["contacts.csv"], b"id;name;note\n9;Zoe;\n");
    assert_eq!(now["texts/a.vtt"], b"new");
    assert!(!now.contains_key("media/a.wav"));
}

#[tokio::test]
async fn a_journal_that_names_other_files_is_refused() {
    for step in [
        r#"{"file":"other.txt","was":"","by":null}"#,
        r#"{"file":"../x.csv","was":"","by":null}"#,
        r#"{"file":"contacts.csv","was":"","by":"other.txt"}"#,
        r#"{"file":"contacts.csv","was":"","by":".abide-staged/../other.txt"}"#,
        "no json",
    ] {
        let folder = folder();
        write(folder.path(), folder::JOURNAL, step);
        let opened = store(folder.path()).session(Mode::Write).await;
        assert!(
            matches!(opened.map(drop), Err(Error::Damaged { place, .. }) if place == ".abide-journal line 1")
        );
        assert_eq!(content(folder.path()).len(), 6);
    }
}

#[tokio::test]
async fn one_writer_at_a_time() {
    let folder = folder();
    let (one, other) = (store(folder.path()), store(folder.path()));
    let session = one.session(Mode::Write).await.unwrap();
    assert!(other.0.folder.lock().await.unwrap().is_none());
    drop(session);
    assert!(other.0.folder.lock().await.unwrap().is_some());
}
