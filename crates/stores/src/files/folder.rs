//! The folder on the disk.
//!
//! Owns: opening, writing, exchanging and removing files, and refusing what is no file of the folder. Reading and writing go
//! through `object_store`; what that does not know (links, access rights, locks, flushing) is done here beside it.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path as FsPath, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{GetResultPayload, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart};

use crate::Error;

/// What all our own files in the folder begin with: they are nobody's data.
const OURS: &str = ".abide-";
/// Where new files wait for a commit.
pub(super) const STAGED: &str = ".abide-staged";
/// What a commit has decided.
pub(super) const JOURNAL: &str = ".abide-journal";
/// Who has this locked may write.
const LOCK: &str = ".abide-lock";

/// A folder.
pub(super) struct Folder {
    /// The store's name, for errors.
    pub(super) store: String,
    root: PathBuf,
    objects: Arc<dyn ObjectStore>,
    /// A file with a second name was replaced or deleted: the other name still leads to the old content.
    linked: AtomicBool,
}

/// A file that is open, in one state.
pub(super) struct Opened {
    pub(super) file: File,
    pub(super) size: u64,
    /// Differs if the file differs: made of its number, size and time of change.
    pub(super) state: String,
}

/// Whether a path can name a file of a folder: no steps up, no control characters, none of our own files.
pub(super) fn is_name(file: &str) -> bool {
    // `object_store` keeps names that end in `#` and digits for itself.
    let staged = file.rsplit_once('#').is_some_and(|(_, digits)| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    !staged && !is_ours(file) && Path::parse(file).is_ok_and(|path| path.as_ref() == file)
}

/// The name for `object_store`: as it is, while its other ways of making one write some signs differently.
fn object(file: &str) -> Path {
    Path::parse(file).unwrap_or_default()
}

/// Whether a path from the folder on is one of our own.
pub(super) fn is_ours(file: &str) -> bool {
    file.starts_with(OURS)
}

impl Folder {
    pub(super) fn open(store: &str, root: &FsPath) -> Result<Self, Error> {
        let cannot = |code: String| Error::Open { store: store.to_owned(), code };
        let root = fs::canonicalize(root).map_err(|error| cannot(error.kind().to_string()))?;
        let objects =
            LocalFileSystem::new_with_prefix(&root).map_err(|_| cannot("no folder".to_owned()))?;
        let objects: Arc<dyn ObjectStore> = Arc::new(objects);
        Ok(Self { store: store.to_owned(), root, objects, linked: AtomicBool::new(false) })
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

    pub(super) fn cannot_open(&self, code: &str) -> Error {
        Error::Open { store: self.store.clone(), code: code.to_owned() }
    }

    pub(super) fn damaged(&self, file: &str, line: Option<u64>, code: &str) -> Error {
        let place = line.map_or_else(|| file.to_owned(), |line| format!("{file} line {line}"));
        Error::Damaged { store: self.store.clone(), place, code: code.to_owned() }
    }

    pub(super) fn conflict(&self) -> Error {
        Error::Conflict { store: self.store.clone() }
    }

    pub(super) fn has_linked(&self) -> bool {
        self.linked.load(Ordering::Relaxed)
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
        Ok(Some(Opened { file: file_open, size, state }))
    }

    /// In which state a file is: `None` if it is not there.
    pub(super) async fn state(self: &Arc<Self>, file: &str) -> Result<Option<String>, Error> {
        Ok(self.get(file).await?.map(|opened| opened.state))
    }

    /// Begins a new file that waits for the commit.
    pub(super) async fn draft(self: &Arc<Self>, name: &str) -> Result<Draft, Error> {
        self.blocking(STAGED, Self::make_private).await?;
        let name = format!("{STAGED}/{name}");
        let upload = self.objects.put_multipart(&object(&name)).await;
        let upload = upload.map_err(|error| self.failed("change", &error))?;
        Ok(Draft {
            upload: WriteMultipart::new_with_chunk_size(upload, PART),
            folder: Arc::clone(self),
            name,
        })
    }

    /// Writes a small file whole.
    pub(super) async fn put(self: &Arc<Self>, file: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.blocking(STAGED, Self::make_private).await?;
        let put = self.objects.put(&object(file), PutPayload::from(bytes)).await;
        put.map(drop).map_err(|error| self.failed("change", &error))
    }

    /// Puts one file in the place of another, at one instant.
    pub(super) async fn rename(self: &Arc<Self>, from: &str, to: &str) -> Result<(), Error> {
        self.note_links(to).await?;
        let (from, to) = (object(from), object(to));
        self.objects.rename(&from, &to).await.map_err(|error| self.failed("change", &error))
    }

    /// Removes a file; one that is not there is removed.
    pub(super) async fn remove(self: &Arc<Self>, file: &str) -> Result<(), Error> {
        self.note_links(file).await?;
        match self.objects.delete(&object(file)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(self.failed("delete", &error)),
        }
    }

    async fn note_links(self: &Arc<Self>, file: &str) -> Result<(), Error> {
        let facts = self.blocking(file, Self::look).await?;
        if facts.is_some_and(|facts| names(&facts) > 1) {
            self.linked.store(true, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Gives a new file the owner and the access rights of the one that it replaces.
    pub(super) async fn adopt(self: &Arc<Self>, new: &str, old: &str) -> Result<(), Error> {
        let new = new.to_owned();
        self.blocking(old, move |folder, old| {
            let Some(facts) = folder.look(old)? else { return Ok(()) };
            adopt(&folder.path(&new), &facts, &folder.root)
                .map_err(|error| folder.failed("change", &error))
        })
        .await
    }

    /// Makes sure that files and folders survive a power cut.
    pub(super) async fn flush(self: &Arc<Self>, files: Vec<String>) -> Result<(), Error> {
        self.blocking("", move |folder, _| {
            let flushed = files.iter().try_for_each(|file| flush(&folder.path(file)));
            flushed.map_err(|error| folder.failed("change", &error))
        })
        .await
    }

    /// Throws away what waited for a commit that was never decided.
    pub(super) async fn clear(self: &Arc<Self>) -> Result<(), Error> {
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

    pub(super) fn other(&self, doing: &'static str, code: &str) -> Error {
        Error::Other { store: self.store.clone(), doing, code: code.to_owned() }
    }

    /// What the system says went wrong, without the paths that its messages hold.
    pub(super) fn failed(
        &self,
        doing: &'static str,
        error: &(dyn std::error::Error + 'static),
    ) -> Error {
        let mut cause = Some(error);
        while let Some(error) = cause {
            if let Some(error) = error.downcast_ref::<io::Error>() {
                return self.refused(doing, error.kind());
            }
            cause = error.source();
        }
        self.other(doing, "object store")
    }

    fn refused(&self, doing: &'static str, kind: io::ErrorKind) -> Error {
        let store = self.store.clone();
        match kind {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Error::Forbidden { store, doing }
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Error::Full { store, code: kind.to_string() }
            }
            _ => self.other(doing, &kind.to_string()),
        }
    }
}

/// How much of a new file is held before it is written.
const PART: usize = 1 << 20;

/// A new file that is being written.
pub(super) struct Draft {
    upload: WriteMultipart,
    folder: Arc<Folder>,
    /// Where it waits.
    pub(super) name: String,
}

impl Draft {
    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let ready = self.upload.wait_for_capacity(1).await;
        ready.map_err(|error| self.folder.failed("change", &error))?;
        self.upload.write(bytes);
        Ok(())
    }

    pub(super) async fn finish(self) -> Result<String, Error> {
        let done = self.upload.finish().await;
        done.map_err(|error| self.folder.failed("change", &error))?;
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
