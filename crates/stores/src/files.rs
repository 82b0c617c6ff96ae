//! A folder of files as a store, on a disk or in a bucket of S3: JSON Lines (RFC 8259, one object a line), CSV (RFC 4180), vCon (draft-ietf-vcon-vcon-core),
//! transcripts and recordings.
//!
//! Owns: which files are a table, what their rows and columns are, changing them so that all of a session is saved or
//! nothing. Leaves to others: what is said in a transcript or a recording (`abide-calls`, `abide-anonymize`), other
//! encodings than UTF-8 (refused with their place).
//!
//! - `disk` and `walk` alone touch the disk; symbolic links, devices and paths that lead out are refused. `bucket` alone talks
//!   to a server (feature `s3`).
//! - A session notes which state of a file it has read; a file that somebody else changes meanwhile is a conflict.
//! - Changes wait in memory. A commit writes new files beside, then a journal, then puts them in place: what a crash
//!   interrupts, the next session finishes if the journal is there, and otherwise throws away.
//! - Rows that are not changed keep their bytes, line ends, quotes and byte order mark included.

mod beside;
#[cfg(feature = "s3")]
mod bucket;
mod commit;
mod conversation;
mod csv;
mod disk;
mod folder;
mod json;
mod kinds;
mod lines;
mod query;
mod rows;
mod session;
mod shape;
mod source;
#[cfg(test)]
mod tests;
mod text;
mod told;
mod walk;
mod whole;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use globset::{GlobBuilder, GlobMatcher};

use self::disk::Disk;
use self::folder::Folder;
pub use self::kinds::{Kinds, is_within};
use self::session::FileSession;
use self::shape::Shape;
use self::told::Tells as _;
use crate::{
    Abilities, Answer, Beside, Can, Effort, Error, May, Mode, Remains, Schema, Session, Store,
    TextSink, UnreadFiles,
};

/// The longest row of a file of rows, and the longest text that is read as one value, in bytes.
pub const LONGEST: u64 = 16 << 20;
/// The most members or fields of a row: each takes more room in memory than in the file.
const MOST_FIELDS: usize = 1 << 16;

/// Files of one kind: one table of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The table's name.
    pub table: String,
    /// Which files, from the folder on: `transcripts/*.jsonl`, `calls/**/*.json`. `*` stays within one folder.
    pub glob: String,
    /// What is in them.
    pub format: Format,
    /// Keys or columns that exist though the first files may not show them.
    pub columns: Vec<String>,
}

/// What is in the files of a kind. A name that ends in `.gz` says that a file is packed with gzip; all but recordings may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line: a row. Columns: `path`, `line`, `rest` (what no other column holds, as JSON), the objects' keys.
    JsonLines,
    /// A header, then rows. Columns: `path`, `line`, `rest`, those of the header.
    Csv {
        /// What separates fields: `b','`, `b';'`, a tab; `None` if the header of each file says it.
        delimiter: Option<u8>,
    },
    /// One conversation a file. Columns: `path`, `subject`, `parties`, `created_at`, `dialogs`, `content`.
    Vcon,
    /// One text a file (WebVTT, SubRip, plain). Columns: `path`, `text`.
    Transcript,
    /// One recording or picture a file. Columns: `path`, `size`, `type`.
    Media,
}

/// A folder of files.
///
/// ```
/// use abide_stores::files::{Files, Format, Kind};
/// let folder = std::env::temp_dir();
/// let kind = Kind {
///     table: "transcripts".into(),
///     glob: "transcripts/*.vtt".into(),
///     format: Format::Transcript,
///     columns: Vec::new(),
/// };
/// let store = Files::open("recordings", &folder, vec![kind])?;
/// # Ok::<(), abide_stores::Error>(())
/// ```
pub struct Files(Arc<Inner>);

/// What all sessions share.
struct Inner {
    folder: Folder,
    kinds: Vec<Chosen>,
    read_only: bool,
    /// The tables as last seen. Columns are only added, at the end: numbers that somebody holds stay true.
    shapes: Mutex<Option<Arc<Vec<Shape>>>>,
    /// One writer at a time in this process; the folder's lock keeps other processes out.
    writer: Arc<tokio::sync::Mutex<()>>,
}

/// A kind whose glob is understood.
struct Chosen {
    kind: Kind,
    glob: GlobMatcher,
    /// The folders before the first sign of the glob: nothing outside of them is looked at.
    within: String,
    /// How deep the glob goes, if it says so.
    depth: Option<usize>,
}

impl Files {
    /// A folder with its kinds of files.
    ///
    /// # Errors
    /// [`Error::Open`] if the folder is not there or a glob is none, or leads out of the folder.
    pub fn open(id: &str, folder: &Path, kinds: Vec<Kind>) -> Result<Self, Error> {
        Self::over(Folder::Disk(Arc::new(Disk::open(id, folder)?)), kinds)
    }

    /// A bucket of S3 with its kinds of files. The address is `s3://bucket/prefix`; the region, the endpoint and the
    /// credentials come from `variable` by the names that Amazon's own programs use (`AWS_REGION`, `AWS_ENDPOINT_URL`,
    /// `AWS_ACCESS_KEY_ID` …), the credentials else from the file that they share.
    ///
    /// # Errors
    /// [`Error::Open`] if the address is none, or nobody answers there, or not to this account, or a glob is none.
    #[cfg(feature = "s3")]
    pub async fn open_bucket(
        id: &str,
        address: &str,
        kinds: Vec<Kind>,
        variable: &(dyn Fn(&str) -> Option<String> + Sync),
    ) -> Result<Self, Error> {
        let bucket = bucket::Bucket::open(id, address, variable).await?;
        Self::over(Folder::Bucket(Arc::new(bucket)), kinds)
    }

    fn over(folder: Folder, kinds: Vec<Kind>) -> Result<Self, Error> {
        let mut kinds = kinds
            .into_iter()
            .map(|kind| Chosen::new(&folder, kind))
            .collect::<Result<Vec<_>, _>>()?;
        kinds.sort_by(|a, b| a.kind.table.cmp(&b.kind.table));
        Ok(Self(Arc::new(Inner {
            folder,
            kinds,
            read_only: false,
            shapes: Mutex::default(),
            writer: Arc::default(),
        })))
    }

    /// The same folder, of which nothing can be deleted or changed: an archive, a read-only mount.
    #[must_use]
    pub fn read_only(self) -> Self {
        let Self(inner) = self;
        Self(Arc::new(Inner {
            folder: inner.folder.clone(),
            kinds: inner.kinds.iter().map(Chosen::again).collect(),
            read_only: true,
            shapes: Mutex::default(),
            writer: Arc::default(),
        }))
    }
}

impl Chosen {
    fn new(folder: &Folder, kind: Kind) -> Result<Self, Error> {
        let bad = || folder.cannot_open(&format!("the glob of `{}` is none", kind.table));
        let leads_out =
            kind.glob.split('/').any(|part| part.is_empty() || part == ".." || part == ".");
        // Alternatives that reach over folders would hide how deep the glob goes.
        let is_split = |part: &str| part.matches('{').count() != part.matches('}').count();
        if leads_out || kind.glob.contains('\\') || kind.glob.split('/').any(is_split) {
            return Err(bad());
        }
        if let Format::Csv { delimiter: Some(delimiter) } = kind.format
            && (!delimiter.is_ascii() || matches!(delimiter, b'"' | b'\r' | b'\n'))
        {
            return Err(folder.cannot_open("what separates the fields cannot do so"));
        }
        let glob = GlobBuilder::new(&kind.glob)
            .literal_separator(true)
            .empty_alternates(true)
            .build()
            .map_err(|_| bad())?;
        let fixed = kind.glob.split('/').take_while(|part| !part.contains(['*', '?', '[', '{']));
        let mut within: Vec<&str> = fixed.collect();
        if within.len() == kind.glob.split('/').count() {
            within.pop();
        }
        let depth = (!kind.glob.contains("**")).then(|| kind.glob.split('/').count());
        Ok(Self { within: within.join("/"), glob: glob.compile_matcher(), depth, kind })
    }

    fn again(&self) -> Self {
        let Self { kind, glob, within, depth } = self;
        Self { kind: kind.clone(), glob: glob.clone(), within: within.clone(), depth: *depth }
    }

    /// What can be done with these files, if the folder lets the account do this. Recordings are handed out as they are: what is in
    /// them is no value, and cannot become another.
    fn can(&self, may: Can, read_only: bool) -> Can {
        let no = May::Cannot;
        let may = if read_only { Can { delete: no, change: no, old: no, ..may } } else { may };
        match self.kind.format {
            Format::Media => Can { read: no, change: no, ..may },
            _ => may,
        }
    }

    /// Whether a path from outside may be one of these files.
    fn has(&self, file: &str) -> bool {
        folder::is_name(file) && self.glob.is_match(file)
    }

    /// Whether a path from outside would be one of these files, if its name were not refused.
    fn would_have(&self, file: &str) -> bool {
        !folder::is_name(file) && !folder::is_ours(file) && self.glob.is_match(file)
    }
}

impl Inner {
    /// The tables, with what a sample of the files shows, looked at anew or as last seen.
    async fn shapes(&self, anew: bool) -> Result<Arc<Vec<Shape>>, Error> {
        let before = self.shapes.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let (false, Some(known)) = (anew, &before) {
            return Ok(Arc::clone(known));
        }
        let mut shapes = Vec::new();
        for (at, chosen) in self.kinds.iter().enumerate() {
            let known = before.as_ref().and_then(|shapes| shapes.get(at));
            shapes.push(shape::sample(&self.folder, chosen, known).await?);
        }
        let shapes = Arc::new(shapes);
        *self.shapes.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&shapes));
        Ok(shapes)
    }
}

impl Store for Files {
    fn id(&self) -> &str {
        self.0.folder.store()
    }

    fn abilities(&self) -> Answer<'_, Abilities> {
        Box::pin(async move {
            let files = &self.0;
            let versions = files.folder.has_versions();
            let can = if files.read_only { Can::READ } else { Can::ALL };
            let mut tables = BTreeMap::new();
            for (at, chosen) in files.kinds.iter().enumerate() {
                let may = files.folder.may(chosen).await?;
                let of = chosen.can(may, files.read_only);
                tables.extend((of != can).then_some((at, of)));
            }
            Ok(Abilities { can, tables, transactions: !files.read_only, versions })
        })
    }

    fn schema(&self) -> Answer<'_, Arc<Schema>> {
        Box::pin(async {
            let shapes = self.0.shapes(true).await?;
            let tables = shapes.iter().map(|shape| shape.table.clone()).collect();
            Ok(Arc::new(Schema { tables }))
        })
    }

    fn session(&self, mode: Mode) -> Answer<'_, Box<dyn Session>> {
        Box::pin(async move {
            let session = FileSession::open(Arc::clone(&self.0), mode).await?;
            Ok(Box::new(session) as Box<dyn Session>)
        })
    }

    /// [`Remains::Nothing`] says that no name leads to the old content any more. File systems and flash memory may keep its
    /// blocks until they are used again; only encryption of the disk helps against that. A bucket is looked through for old
    /// versions after a batch; after a request, only those count that could not be deleted.
    fn settle(&self, effort: Effort) -> Answer<'_, Remains> {
        Box::pin(self.0.folder.settle(&self.0, effort))
    }

    #[cfg(feature = "s3")]
    fn old(&self) -> Option<&dyn crate::Old> {
        self.0.folder.has_versions().then_some(self)
    }

    fn beside(&self) -> Answer<'_, Vec<Beside>> {
        Box::pin(self.uncovered())
    }

    fn texts<'a>(&'a self, except: &'a [PathBuf], sink: TextSink<'a>) -> Answer<'a, UnreadFiles> {
        Box::pin(self.read_texts(except, sink))
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }
}
