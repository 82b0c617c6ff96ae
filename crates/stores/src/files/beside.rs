//! Reading what lies in a folder and is in no table as values: what somebody forgot there, and what is in files of which the map
//! only knows that they are there.
//!
//! Owns: which files these are, reading them as text piece by piece, and telling which could not be. Leaves to others: what is text
//! (`text`), what is looked for in it (`abide-rights`).
//!
//! - Nothing that is in the way ends it: a link, a folder or file that may not be read, a name that is refused are counted.
//! - Of a bucket with versions, old versions of files that no table has are read too, and those that a mark hides: whoever deletes a
//!   forgotten export there leaves it as it was. Each is a file of its own here, told with its number.
//! - The program's own files are not read: they are nobody's data, or told elsewhere (copies that lie ready).

use std::path::PathBuf;

use super::folder::Folder;
use super::lines::is_packing;
use super::source::Source;
use super::text::{Decoder, by_name};
use super::told::Tells as _;
use super::{Files, Format, Inner, walk};
use crate::{Error, Text, TextSink, Unread, UnreadFiles};

/// How often a file is opened that somebody is just exchanging.
const TRIES: u32 = 3;

/// Something that lies in a folder.
pub(super) struct Entry {
    /// Its path; as near as it can be written, if it is none.
    pub(super) file: String,
    /// Which of its old versions it is, if it is one.
    pub(super) version: Option<String>,
    /// Why nobody can read it, if that is known.
    pub(super) why: Option<Unread>,
}

/// A walk through everything that lies in a folder.
enum Everything {
    Disk(Option<walk::Walk>),
    #[cfg(feature = "s3")]
    Bucket(std::sync::Arc<super::bucket::Bucket>, super::bucket::Listed, super::bucket::ListedOld),
}

impl Everything {
    fn new(folder: &Folder) -> Self {
        match folder {
            Folder::Disk(disk) => Self::Disk(Some(walk::Walk::everything(disk))),
            #[cfg(feature = "s3")]
            Folder::Bucket(bucket) => {
                use super::bucket::{Listed, ListedOld};
                let bucket = std::sync::Arc::clone(bucket);
                Self::Bucket(bucket, Listed::default(), ListedOld::default())
            }
        }
    }

    /// The next of it; nothing at the end.
    #[cfg_attr(
        not(feature = "s3"),
        expect(unused_variables, reason = "only buckets keep versions")
    )]
    async fn next(&mut self, files: &Inner) -> Result<Vec<Entry>, Error> {
        match self {
            Self::Disk(walk) => {
                let Some(open) = walk.take() else { return Ok(Vec::new()) };
                let (open, files) = open.next().await?;
                let (open, passed) = open.passed();
                let found = files.into_iter().map(|file| Entry { file, version: None, why: None });
                let found = found.chain(passed);
                let found: Vec<Entry> = found.collect();
                *walk = (!found.is_empty()).then_some(open);
                Ok(found)
            }
            #[cfg(feature = "s3")]
            Self::Bucket(bucket, listed, old) => match bucket.list(listed).await? {
                found if found.is_empty() => bucket.list_old(files, old).await,
                found => Ok(found),
            },
        }
    }
}

impl Files {
    /// Reads all files that no table has as values; not these, which are stores of their own.
    pub(super) async fn read_texts(
        &self,
        except: &[PathBuf],
        sink: TextSink<'_>,
    ) -> Result<UnreadFiles, Error> {
        let (mut unread, mut all) = (UnreadFiles::new(), Everything::new(&self.0.folder));
        loop {
            let found = all.next(&self.0).await?;
            if found.is_empty() {
                return Ok(unread);
            }
            for Entry { file, version, why } in found {
                if self.0.folder.is_one_of(&file, except) {
                    continue;
                }
                let (is_read, in_table) = self.in_tables(&file);
                if is_read {
                    continue;
                }
                let named = version.as_ref().map(|number| format!("{file} (version {number})"));
                sink(Text::File { name: named.as_ref().unwrap_or(&file), in_table });
                let why = match why.or_else(|| by_name(&file)) {
                    None => self.read_text(&file, version.as_deref(), &mut *sink).await?,
                    why => why,
                };
                if let Some(why) = why {
                    *unread.entry(why).or_default() += 1;
                }
            }
        }
    }

    /// Whether tables have what is in a file as values, and whether they have its name.
    fn in_tables(&self, file: &str) -> (bool, bool) {
        let mut of = self.0.kinds.iter().filter(|kind| kind.has(file)).peekable();
        let in_table = of.peek().is_some();
        (of.any(|kind| kind.kind.format != Format::Media), in_table)
    }

    /// Reads one; tells why it could not be. One that is gone by now is nothing.
    async fn read_text(
        &self,
        file: &str,
        version: Option<&str>,
        sink: TextSink<'_>,
    ) -> Result<Option<Unread>, Error> {
        let folder = &self.0.folder;
        let mut tries = 0;
        let opened = loop {
            match folder.get_version(file, version).await {
                Ok(Some(opened)) => break opened,
                Ok(None) => return Ok(None),
                Err(Error::Forbidden { .. }) => return Ok(Some(Unread::Forbidden)),
                Err(Error::Damaged { .. }) => return Ok(Some(Unread::Link)),
                Err(Error::Conflict { .. }) if tries < TRIES => tries += 1,
                Err(error) => return Err(error),
            }
        };
        let mut source = Source::packed(opened.file);
        match read(&mut source, sink).await {
            Ok(why) => Ok(why),
            Err(error) if is_packing(&error) => Ok(Some(Unread::Packed)),
            Err(error) => match folder.failed("read", &error) {
                Error::Forbidden { .. } => Ok(Some(Unread::Forbidden)),
                error => Err(error),
            },
        }
    }
}

/// Reads a file that is text, packed with gzip or not.
async fn read(source: &mut Source, sink: TextSink<'_>) -> std::io::Result<Option<Unread>> {
    let mut bytes = Vec::new();
    source.more(&mut bytes).await?;
    if bytes.starts_with(b"\x1f\x8b") {
        source.unpack(std::mem::take(&mut bytes));
        source.more(&mut bytes).await?;
        if Decoder::of(&bytes).is_err() {
            return Ok(Some(Unread::Packed));
        }
    }
    let (mut decoder, mark) = match Decoder::of(&bytes) {
        Ok(fine) => fine,
        Err(why) => return Ok(Some(why)),
    };
    bytes.drain(..mark);
    let mut text = String::new();
    loop {
        decoder.push(&bytes, &mut text);
        sink(Text::Piece(&text));
        text.clear();
        bytes.clear();
        if source.more(&mut bytes).await? == 0 {
            decoder.end(&mut text);
            sink(Text::Piece(&text));
            return Ok(None);
        }
    }
}
