//! A folder, wherever it is.
//!
//! Owns: what both kinds of folder have in common, and which of them is asked. Leaves to others: the disk (`disk`), buckets
//! of S3 (`bucket`), what is written in a commit (`commit`).

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;

use object_store::path::Path;
use serde::{Deserialize, Serialize};

#[cfg(feature = "s3")]
use super::bucket::{self, Bucket};
use super::disk::{self, Disk};
use super::told::Tells;
use super::{Chosen, Inner};
use crate::{Can, Effort, Error, May, Remains};

/// What all our own files in the folder begin with: they are nobody's data.
const OURS: &str = ".abide-";
/// What a commit has decided.
pub(super) const JOURNAL: &str = ".abide-journal";

/// The bytes of a file. Whoever reads them may have to wait, so it is done on a thread for that.
pub(super) type Bytes = Box<dyn Read + Send>;

/// A folder.
#[derive(Clone)]
pub(super) enum Folder {
    /// On this machine.
    Disk(Arc<Disk>),
    /// In a bucket of S3.
    #[cfg(feature = "s3")]
    Bucket(Arc<Bucket>),
}

/// A file that is open, in one state.
pub(super) struct Opened {
    pub(super) file: Bytes,
    pub(super) size: u64,
    /// Differs if the file differs: on a disk made of its number, size and time of change, in a bucket its `ETag`.
    pub(super) state: String,
}

/// What shall become of one file.
pub(super) struct Fate<'a> {
    pub(super) file: &'a str,
    /// It goes; otherwise it gets other content.
    pub(super) goes: bool,
}

/// One file of a commit.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) file: String,
    /// In which state it was read.
    pub(super) was: String,
    /// What takes its place, where it waits; nothing if it is removed.
    pub(super) by: Option<String>,
}

/// A commit on its way.
pub(super) struct Stage {
    pub(super) steps: Vec<Step>,
    /// In which state the folder's journal is, where others may write it too.
    #[cfg_attr(not(feature = "s3"), expect(dead_code, reason = "of buckets"))]
    pub(super) journal: String,
}

/// Whether a path can name a file of a folder: no steps up, no control characters, none of our own files.
pub(super) fn is_name(file: &str) -> bool {
    // `object_store` keeps names that end in `#` and digits for itself.
    let staged = file.rsplit_once('#').is_some_and(|(_, digits)| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    !staged && !is_ours(file) && Path::parse(file).is_ok_and(|path| path.as_ref() == file)
}

/// Whether a path from the folder on is one of our own.
pub(super) fn is_ours(file: &str) -> bool {
    file.starts_with(OURS)
}

/// Asks the one or the other.
macro_rules! either {
    ($folder:expr, $place:ident => $answer:expr) => {
        match $folder {
            Folder::Disk($place) => $answer,
            #[cfg(feature = "s3")]
            Folder::Bucket($place) => $answer,
        }
    };
}

impl Tells for Folder {
    fn store(&self) -> &str {
        either!(self, place => place.store())
    }
}

impl Folder {
    /// Whether a path is one of these files of the machine, or lies beside one as a part of it.
    pub(super) fn is_one_of(&self, file: &str, files: &[PathBuf]) -> bool {
        match self {
            Self::Disk(disk) => disk.is_one_of(file, files),
            #[cfg(feature = "s3")]
            Self::Bucket(_) => false,
        }
    }

    /// Opens a file for reading: `None` if it is not there.
    pub(super) async fn get(&self, file: &str) -> Result<Option<Opened>, Error> {
        either!(self, place => place.get(file).await)
    }

    /// The same of an old version, by its number, if there is one: only buckets keep any.
    pub(super) async fn get_version(
        &self,
        file: &str,
        version: Option<&str>,
    ) -> Result<Option<Opened>, Error> {
        match (self, version) {
            #[cfg(feature = "s3")]
            (Self::Bucket(bucket), Some(_)) => bucket.get_version(file, version).await,
            _ => self.get(file).await,
        }
    }

    /// A file's size and state, without what is in it.
    pub(super) async fn facts(&self, file: &str) -> Result<Option<Opened>, Error> {
        either!(self, place => place.facts(file).await)
    }

    /// In which state a file is: `None` if it is not there.
    pub(super) async fn state(&self, file: &str) -> Result<Option<String>, Error> {
        Ok(self.facts(file).await?.map(|opened| opened.state))
    }

    /// The lock of writers, if nobody else has it. A bucket has none: there a commit begins with its journal.
    pub(super) async fn lock(&self) -> Result<Option<Lock>, Error> {
        match self {
            Self::Disk(disk) => Ok(disk.lock().await?.map(|file| Lock(Some(file)))),
            #[cfg(feature = "s3")]
            Self::Bucket(_) => Ok(Some(Lock(None))),
        }
    }

    /// What the account may do with the files of a table, as far as that can be asked before it is tried.
    pub(super) async fn may(&self, chosen: &Chosen) -> Result<Can, Error> {
        match self {
            Self::Disk(disk) if disk.may_write(&chosen.within) => Ok(Can::ALL),
            Self::Disk(_) => Ok(Can { delete: May::Forbidden, change: May::Forbidden, ..Can::ALL }),
            #[cfg(feature = "s3")]
            Self::Bucket(bucket) => bucket.may(chosen).await,
        }
    }

    /// Whether what the account may do is told only when it is tried.
    pub(super) const fn tells_when_tried(&self) -> bool {
        match self {
            Self::Disk(_) => false,
            #[cfg(feature = "s3")]
            Self::Bucket(_) => true,
        }
    }

    /// Begins a commit: notes in which states the files are, and makes room for their new content.
    pub(super) async fn begin(&self, fates: &[Fate<'_>]) -> Result<Stage, Error> {
        either!(self, place => place.begin(fates).await)
    }

    /// Begins the new content of a file, where it waits for the commit.
    pub(super) async fn draft(&self, step: &Step) -> Result<Draft, Error> {
        Ok(match self {
            Self::Disk(disk) => Draft::Disk(Box::new(disk.draft(step).await?)),
            #[cfg(feature = "s3")]
            Self::Bucket(bucket) => Draft::Bucket(Box::new(bucket.draft(step))),
        })
    }

    /// Makes sure that all that waits survives a crash.
    pub(super) async fn prepare(&self, stage: &Stage) -> Result<(), Error> {
        match self {
            Self::Disk(disk) => disk.prepare(stage).await,
            #[cfg(feature = "s3")]
            Self::Bucket(_) => Ok(()),
        }
    }

    /// From here on the commit will be done, by whoever comes next if need be.
    pub(super) async fn decide(&self, stage: &mut Stage) -> Result<(), Error> {
        either!(self, place => place.decide(stage).await)
    }

    /// Exchanges or removes one file. Done twice, this does no harm. Tells whether it was still in its old state.
    pub(super) async fn exchange(&self, step: &Step) -> Result<bool, Error> {
        either!(self, place => place.exchange(step).await)
    }

    /// Ends a commit of which these files were exchanged.
    pub(super) async fn done(&self, stage: &Stage, exchanged: &[&Step]) -> Result<(), Error> {
        either!(self, place => place.done(stage, exchanged).await)
    }

    /// Throws away what waited for a commit that was never decided: this one, or whatever lies there.
    pub(super) async fn clear(&self, stage: Option<&Stage>) -> Result<(), Error> {
        either!(self, place => place.clear(stage).await)
    }

    /// A commit that is decided and not done.
    pub(super) async fn unfinished(&self) -> Result<Option<Stage>, Error> {
        either!(self, place => place.unfinished().await)
    }

    /// Whether something can wait there for a commit: nothing else is exchanged with a file.
    pub(super) fn may_wait(&self, by: &str) -> bool {
        match self {
            Self::Disk(_) => Disk::may_wait(by),
            #[cfg(feature = "s3")]
            Self::Bucket(_) => Bucket::may_wait(by),
        }
    }

    /// Whether old versions of files are kept.
    pub(super) fn has_versions(&self) -> bool {
        match self {
            Self::Disk(_) => false,
            #[cfg(feature = "s3")]
            Self::Bucket(bucket) => bucket.versions,
        }
    }

    /// Removes what was left of deleted files, as far as it can be.
    pub(super) async fn settle(&self, files: &Inner, effort: Effort) -> Result<Remains, Error> {
        either!(self, place => place.settle(files, effort).await)
    }

    /// Does on another thread what may make this one wait.
    pub(super) async fn blocking<T: Send + 'static>(
        &self,
        file: &str,
        work: impl FnOnce(&Self, &str) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (folder, file) = (self.clone(), file.to_owned());
        let done = tokio::task::spawn_blocking(move || work(&folder, &file)).await;
        done.unwrap_or_else(|_| Err(self.other("read", "the work was broken off")))
    }
}

/// Who holds it may write; it goes with the process.
pub(super) struct Lock(#[expect(dead_code, reason = "held, not used")] Option<File>);

/// New content that is being written.
pub(super) enum Draft {
    Disk(Box<disk::Draft>),
    #[cfg(feature = "s3")]
    Bucket(Box<bucket::Draft>),
}

impl Draft {
    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match self {
            Self::Disk(draft) => draft.write(bytes).await,
            #[cfg(feature = "s3")]
            Self::Bucket(draft) => draft.write(bytes).await,
        }
    }

    /// Where it waits.
    pub(super) async fn finish(self) -> Result<String, Error> {
        match self {
            Self::Disk(draft) => draft.finish().await,
            #[cfg(feature = "s3")]
            Self::Bucket(draft) => draft.finish().await,
        }
    }
}

/// A walk through the files of a kind.
pub(super) enum Walk {
    Disk(super::walk::Walk),
    #[cfg(feature = "s3")]
    Bucket(bucket::Walk),
}

impl Walk {
    pub(super) fn new(folder: &Folder, chosen: &Chosen) -> Self {
        match folder {
            Folder::Disk(disk) => Self::Disk(super::walk::Walk::new(disk, chosen)),
            #[cfg(feature = "s3")]
            Folder::Bucket(bucket) => Self::Bucket(bucket.walk(chosen)),
        }
    }

    /// The next files; none at the end.
    pub(super) async fn next(self) -> Result<(Self, Vec<String>), Error> {
        match self {
            Self::Disk(walk) => walk.next().await.map(|(walk, files)| (Self::Disk(walk), files)),
            #[cfg(feature = "s3")]
            Self::Bucket(walk) => {
                walk.next().await.map(|(walk, files)| (Self::Bucket(walk), files))
            }
        }
    }
}
