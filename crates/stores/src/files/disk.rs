//! A folder on the disk.
//!
//! Owns: opening, writing, exchanging and removing files, where a commit waits, and refusing what is no file of the folder. Reading and writing go
//! through `object_store`; what that does not know (links, access rights, locks, flushing) is done here beside it.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path as FsPath, PathBuf};
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{GetResultPayload, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart};

use super::folder::{Fate, JOURNAL, Opened, Stage, Step};
use super::lines::told;
use super::rows::Rows;
use super::source::Source;
use super::told::Tells;
use super::{Format, Inner, LONGEST};
use crate::writable::is_writable;
use crate::{Effort, Error, Remains};

/// Where new files wait for a commit.
pub(super) const STAGED: &str = ".abide-staged";
/// What the journal is called before it counts.
const UNDECIDED: &str = ".abide-staged/journal";
/// What is wrong with a journal that somebody else has written.
pub(super) const NO_STEP: &str = "no step of a commit";
/// Who has this locked may write.
const LOCK: &str = ".abide-lock";
/// A file that was exchanged or removed had a second name, which still leads to the old content: nobody was told yet.
const LINKED: &str = ".abide-linked";
/// The same, and somebody was told. It goes with the next commit: who was told may have crashed, and asks again.
const TOLD: &str = ".abide-linked-told";

/// A folder.
pub(super) struct Disk {
    store: String,
    root: PathBuf,
    objects: Arc<dyn ObjectStore>,
}

/// The name for `object_store`: as it is, while its other ways of making one write some signs differently.
fn object(file: &str) -> Path {
    Path::parse(file).unwrap_or_default()
}

impl Tells for Disk {
    fn store(&self) -> &str {
        &self.store
    }
}

impl Disk {
    pub(super) fn open(store: &str, root: &FsPath) -> Result<Self, Error> {
        let cannot = |code: String| Error::Open { store: store.to_owned(), code };
        let root = fs::canonicalize(root).map_err(|error| cannot(error.kind().to_string()))?;
        let objects =
            LocalFileSystem::new_with_prefix(&root).map_err(|_| cannot("no folder".to_owned()))?;
        let objects: Arc<dyn ObjectStore> = Arc::new(objects);
        Ok(Self { store: store.to_owned(), root, objects })
    }

    /// The same folder through another layer, which may fail on purpose.
    #[cfg(test)]
    pub(super) fn through(
        mut self,
        layer: impl FnOnce(Arc<dyn ObjectStore>) -> Arc<dyn ObjectStore>,
    ) -> Self {
        self.objects = layer(self.objects);
        self
    }

    /// What a deleted file has left.
    pub(super) async fn settle(
        self: &Arc<Self>,
        files: &Inner,
        effort: Effort,
    ) -> Result<Remains, Error> {
        let is_new = self.blocking(LINKED, Self::look).await?.is_some();
        if is_new && effort == Effort::Request && !files.read_only {
            self.exchange_names(LINKED, TOLD).await?;
            self.flush(vec![String::new()]).await?;
        }
        let is_linked = is_new || self.blocking(TOLD, Self::look).await?.is_some();
        Ok(if is_linked { Remains::Versions { until: None } } else { Remains::Nothing })
    }

    /// Whether this process may write to the folder, and to a folder in it: that is where files are removed.
    pub(super) fn may_write(&self, within: &str) -> bool {
        let inner = self.root.join(within);
        is_writable(&self.root) && (!inner.is_dir() || is_writable(&inner))
    }

    /// Whether a path of the folder is one of these files of the machine, or lies beside one as a part of it (`-wal` and the like).
    pub(super) fn is_one_of(&self, file: &str, files: &[PathBuf]) -> bool {
        let place = self.path(file);
        let place = place.as_os_str().as_encoded_bytes();
        files.iter().any(|file| {
            let rest = place.strip_prefix(file.as_os_str().as_encoded_bytes());
            rest.is_some_and(|rest| matches!(rest, b"" | b"-wal" | b"-shm" | b"-journal"))
        })
    }

    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// What is known about a file: `None` if it is not there or a folder.
    pub(super) fn look(&self, file: &str) -> Result<Option<Metadata>, Error> {
        let mut place = self.root.clone();
        let mut last = None;
        for part in file.split('/') {
            place.push(part);
            match fs::symlink_metadata(&place) {
                Ok(facts) if facts.is_symlink() => {
                    return Err(self.damaged(file, None, "a symbolic link"));
                }
                Ok(facts) => last = Some(facts),
                Err(error) if is_absent(&error) => return Ok(None),
                Err(error) => return Err(self.failed("read", &error)),
            }
        }
        match last {
            Some(facts) if facts.is_file() => Ok(Some(facts)),
            Some(facts) if !facts.is_dir() => Err(self.damaged(file, None, "no regular file")),
            _ => Ok(None),
        }
    }

    /// Opens a file for reading: `None` if it is not there.
    pub(super) async fn get(self: &Arc<Self>, file: &str) -> Result<Option<Opened>, Error> {
        let Some(seen) = self.blocking(file, Self::look).await? else {
            return Ok(None);
        };
        let result = match self.objects.get(&object(file)).await {
            Ok(result) => result,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(self.failed("read", &error)),
        };
        let size = result.meta.size;
        let state = result.meta.e_tag.clone().unwrap_or_default();
        let GetResultPayload::File(file_open, _) = result.payload else {
            return Err(self.damaged(file, None, "no local file"));
        };
        // Between the look and the opening somebody may have put a link there.
        let now = file_open.metadata().map_err(|error| self.failed("read", &error))?;
        if !is_same(&seen, &now) {
            return Err(self.conflict());
        }
        Ok(Some(Opened { file: Box::new(file_open), size, state }))
    }

    /// A file's size and state.
    pub(super) async fn facts(self: &Arc<Self>, file: &str) -> Result<Option<Opened>, Error> {
        self.get(file).await
    }

    /// Begins a commit: new files wait under numbers.
    pub(super) async fn begin(self: &Arc<Self>, fates: &[Fate<'_>]) -> Result<Stage, Error> {
        let mut steps = Vec::new();
        for fate in fates {
            let was = self.get(fate.file).await?.map(|opened| opened.state);
            let by = (!fate.goes).then(|| format!("{STAGED}/{}", steps.len()));
            steps.push(Step { file: fate.file.to_owned(), was: was.unwrap_or_default(), by });
        }
        Ok(Stage { steps, journal: String::new() })
    }

    /// Begins a new file that waits for the commit.
    pub(super) async fn draft(self: &Arc<Self>, step: &Step) -> Result<Draft, Error> {
        self.blocking(STAGED, Self::make_private).await?;
        let name = step.by.clone().unwrap_or_default();
        let upload = self.objects.put_multipart(&object(&name)).await;
        let upload = upload.map_err(|error| self.failed("change", &error))?;
        let upload = WriteMultipart::new_with_chunk_size(upload, PART);
        Ok(Draft { upload, disk: Arc::clone(self), name, old: step.file.clone() })
    }

    /// Writes the journal, which does not count yet, and flushes it and all that waits.
    pub(super) async fn prepare(self: &Arc<Self>, stage: &Stage) -> Result<(), Error> {
        let journal = lines(&stage.steps).map_err(|_| self.other("change", "journal"))?;
        self.put(UNDECIDED, journal).await?;
        let written = stage.steps.iter().filter_map(|step| step.by.clone());
        self.flush(written.chain([UNDECIDED.to_owned(), STAGED.to_owned()]).collect()).await
    }

    /// Gives the journal its name.
    pub(super) async fn decide(self: &Arc<Self>, _: &mut Stage) -> Result<(), Error> {
        self.rename(UNDECIDED, JOURNAL).await?;
        self.flush(vec![JOURNAL.to_owned(), String::new()]).await
    }

    /// Exchanges or removes one file.
    pub(super) async fn exchange(self: &Arc<Self>, step: &Step) -> Result<bool, Error> {
        let now = self.get(&step.file).await?.map(|opened| opened.state);
        let is_old = now.as_ref() == Some(&step.was);
        match &step.by {
            Some(by) if is_old => self.rename(by, &step.file).await?,
            None if is_old => self.remove(&step.file).await?,
            // Done before a crash, or changed by somebody else, whose work is not thrown away.
            Some(by) => return Ok(self.get(by).await?.is_none()),
            None => return Ok(now.is_none()),
        }
        Ok(true)
    }

    /// Ends a commit.
    pub(super) async fn done(self: &Arc<Self>, stage: &Stage, _: &[&Step]) -> Result<(), Error> {
        let parent =
            |step: &Step| step.file.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        let parents: BTreeSet<String> = stage.steps.iter().map(parent).collect();
        self.flush(parents.into_iter().collect()).await?;
        self.remove(TOLD).await?;
        self.remove(JOURNAL).await?;
        self.clear(None).await
    }

    /// Reads the journal.
    pub(super) async fn unfinished(self: &Arc<Self>) -> Result<Option<Stage>, Error> {
        let Some(opened) = self.get(JOURNAL).await? else { return Ok(None) };
        let mut rows = Rows::new(Source::new(JOURNAL, opened.file), Format::JsonLines, LONGEST);
        let mut steps = Vec::new();
        while let Some(raw) =
            rows.next().await.map_err(|trouble| told(self.as_ref(), "journal", JOURNAL, trouble))?
        {
            let step = serde_json::from_slice(raw.row);
            let bad = |_| self.damaged(JOURNAL, Some(raw.line), NO_STEP);
            steps.push(step.map_err(bad)?);
        }
        Ok(Some(Stage { steps, journal: String::new() }))
    }

    /// Whether a new file can wait there.
    pub(super) fn may_wait(by: &str) -> bool {
        let number = by.strip_prefix(STAGED).and_then(|by| by.strip_prefix('/'));
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Writes a small file whole.
    async fn put(self: &Arc<Self>, file: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.blocking(STAGED, Self::make_private).await?;
        let put = self.objects.put(&object(file), PutPayload::from(bytes)).await;
        put.map(drop).map_err(|error| self.failed("change", &error))
    }

    /// Puts one file in the place of another, at one instant.
    async fn rename(self: &Arc<Self>, from: &str, to: &str) -> Result<(), Error> {
        self.note_links(to).await?;
        self.exchange_names(from, to).await
    }

    async fn exchange_names(&self, from: &str, to: &str) -> Result<(), Error> {
        let (from, to) = (object(from), object(to));
        self.objects.rename(&from, &to).await.map_err(|error| self.failed("change", &error))
    }

    /// Removes a file; one that is not there is removed.
    async fn remove(self: &Arc<Self>, file: &str) -> Result<(), Error> {
        self.note_links(file).await?;
        match self.objects.delete(&object(file)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(self.failed("delete", &error)),
        }
    }

    /// Notes that a file has a second name, before that is the only one. Only of decided commits: so what is noted happens.
    async fn note_links(self: &Arc<Self>, file: &str) -> Result<(), Error> {
        let facts = self.blocking(file, Self::look).await?;
        let has_links = facts.is_some_and(|facts| names(&facts) > 1);
        if has_links && self.blocking(LINKED, Self::look).await?.is_none() {
            self.put(LINKED, Vec::new()).await?;
            self.flush(vec![LINKED.to_owned(), String::new()]).await?;
        }
        Ok(())
    }

    /// Gives a new file the owner and the access rights of the one that it replaces.
    async fn adopt(self: &Arc<Self>, new: &str, old: &str) -> Result<(), Error> {
        let new = new.to_owned();
        self.blocking(old, move |folder, old| {
            let Some(facts) = folder.look(old)? else { return Ok(()) };
            adopt(&folder.path(&new), &facts, &folder.root)
                .map_err(|error| folder.failed("change", &error))
        })
        .await
    }

    /// Makes sure that files and folders survive a power cut.
    async fn flush(self: &Arc<Self>, files: Vec<String>) -> Result<(), Error> {
        self.blocking("", move |folder, _| {
            let flushed = files.iter().try_for_each(|file| flush(&folder.path(file)));
            flushed.map_err(|error| folder.failed("change", &error))
        })
        .await
    }

    /// Throws away what waited for a commit that was never decided.
    pub(super) async fn clear(self: &Arc<Self>, _: Option<&Stage>) -> Result<(), Error> {
        self.blocking(STAGED, |folder, staged| match fs::remove_dir_all(folder.path(staged)) {
            Err(error) if !is_absent(&error) => Err(folder.failed("change", &error)),
            _ => Ok(()),
        })
        .await
    }

    /// The lock of writers, if nobody else has it. It ends with the process.
    pub(super) async fn lock(self: &Arc<Self>) -> Result<Option<File>, Error> {
        self.blocking(LOCK, |folder, lock| {
            folder.look(lock)?;
            let mut options = OpenOptions::new();
            options.write(true).create(true).truncate(false);
            let open = options.open(folder.path(lock));
            let file = open.map_err(|error| folder.failed("change", &error))?;
            match file.try_lock() {
                Ok(()) => Ok(Some(file)),
                Err(fs::TryLockError::WouldBlock) => Ok(None),
                Err(fs::TryLockError::Error(error)) => Err(folder.failed("change", &error)),
            }
        })
        .await
    }

    /// A folder that only we may look into: what waits in it may be read by fewer people than we know of.
    fn make_private(&self, folder: &str) -> Result<(), Error> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(self.path(folder)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.look(&format!("{folder}/new")).map(drop)
            }
            other => other.map_err(|error| self.failed("change", &error)),
        }
    }

    /// Does on another thread what may make this one wait.
    pub(super) async fn blocking<T: Send + 'static>(
        self: &Arc<Self>,
        file: &str,
        work: impl FnOnce(&Self, &str) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (folder, file) = (Arc::clone(self), file.to_owned());
        let done = tokio::task::spawn_blocking(move || work(&folder, &file)).await;
        done.unwrap_or_else(|_| Err(self.other("read", "the work was broken off")))
    }
}

/// How much of a new file is held before it is written.
const PART: usize = 1 << 20;

/// A new file that is being written.
pub(super) struct Draft {
    upload: WriteMultipart,
    disk: Arc<Disk>,
    /// Where it waits.
    name: String,
    /// The file that it replaces.
    old: String,
}

impl Draft {
    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let ready = self.upload.wait_for_capacity(1).await;
        ready.map_err(|error| self.disk.failed("change", &error))?;
        self.upload.write(bytes);
        Ok(())
    }

    pub(super) async fn finish(self) -> Result<String, Error> {
        let done = self.upload.finish().await;
        done.map_err(|error| self.disk.failed("change", &error))?;
        self.disk.adopt(&self.name, &self.old).await?;
        Ok(self.name)
    }
}

pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn flush(path: &FsPath) -> io::Result<()> {
    if cfg!(not(unix)) && path.is_dir() {
        return Ok(());
    }
    match OpenOptions::new().read(true).open(path) {
        Err(error) if is_absent(&error) => Ok(()),
        Err(error) => Err(error),
        Ok(file) => file.sync_all(),
    }
}

#[cfg(unix)]
fn is_same(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn is_same(a: &Metadata, b: &Metadata) -> bool {
    a.len() == b.len()
}

#[cfg(unix)]
fn names(facts: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(facts)
}

#[cfg(not(unix))]
fn names(_: &Metadata) -> u64 {
    1
}

/// Refuses a file on another file system: no new one could be put in its place at one instant.
#[cfg(unix)]
fn adopt(new: &FsPath, old: &Metadata, root: &FsPath) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let made = fs::metadata(new)?;
    if old.dev() != fs::metadata(root)?.dev() {
        return Err(io::ErrorKind::CrossesDevices.into());
    }
    if (made.uid(), made.gid()) != (old.uid(), old.gid()) {
        chown(new, Some(old.uid()), Some(old.gid()))?;
    }
    fs::set_permissions(new, old.permissions())
}

#[cfg(not(unix))]
fn adopt(new: &FsPath, old: &Metadata, _: &FsPath) -> io::Result<()> {
    fs::set_permissions(new, old.permissions())
}

fn lines(steps: &[Step]) -> serde_json::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for step in steps {
        serde_json::to_writer(&mut lines, step)?;
        lines.push(b'\n');
    }
    Ok(lines)
}
