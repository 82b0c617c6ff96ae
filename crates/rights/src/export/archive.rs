//! The ZIP file (PKWARE APPNOTE 6.3): written from front to end, nothing of it kept.
//!
//! Owns: entries with their size and SHA-256, the same time for all. Leaves to others: what is in them, and the names
//! ([`super::names`]).

use std::io::{self, Write};

use jiff::Timestamp;
use jiff::tz::Offset;
use sha2::{Digest as _, Sha256};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Error;

/// One file in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) bytes: u64,
    pub(super) sha256: String,
}

/// An archive in the making.
pub(super) struct Archive<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    options: SimpleFileOptions,
    open: Option<Open>,
    entries: Vec<Entry>,
    written: u64,
}

struct Open {
    name: String,
    bytes: u64,
    hash: Sha256,
}

impl<W: Write> Archive<W> {
    pub(super) fn new(out: W, made: Timestamp) -> Self {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(time(made))
            .unix_permissions(0o644)
            // How large an entry gets is not known when it begins.
            .large_file(true);
        Self {
            zip: ZipWriter::new_stream(out),
            options,
            open: None,
            entries: Vec::new(),
            written: 0,
        }
    }

    /// Ends the entry that is open, and begins one.
    pub(super) fn begin(&mut self, name: &str) -> Result<(), Error> {
        self.end();
        self.zip.start_file(name, self.options).map_err(zipped)?;
        self.open = Some(Open { name: name.to_owned(), bytes: 0, hash: Sha256::new() });
        Ok(())
    }

    /// A whole entry.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) -> Result<(), Error> {
        self.begin(name)?;
        self.put(content)
    }

    /// More of the entry that is open.
    pub(super) fn put(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.write_all(bytes).map_err(Error::Write)
    }

    /// How many bytes of files are in it.
    pub(super) const fn written(&self) -> u64 {
        self.written
    }

    /// What is finished, in order.
    pub(super) fn entries(&mut self) -> &[Entry] {
        self.end();
        &self.entries
    }

    pub(super) fn finish(mut self) -> Result<(), Error> {
        self.end();
        let out = self.zip.finish().map_err(zipped)?;
        out.into_inner().flush().map_err(Error::Write)
    }

    fn end(&mut self) {
        let Some(Open { name, bytes, hash }) = self.open.take() else { return };
        let sha256 = data_encoding::HEXLOWER.encode(&hash.finalize());
        self.entries.push(Entry { name, bytes, sha256 });
    }
}

impl<W: Write> Write for Archive<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.zip.write(bytes)?;
        if let Some(open) = &mut self.open {
            open.hash.update(bytes.get(..taken).unwrap_or_default());
            open.bytes += taken as u64;
        }
        self.written += taken as u64;
        Ok(taken)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.zip.flush()
    }
}

fn zipped(error: zip::result::ZipError) -> Error {
    Error::Write(error.into())
}

/// The archive's notation of a moment, in UTC; its years are those from 1980 to 2107.
fn time(made: Timestamp) -> DateTime {
    let at = Offset::UTC.to_datetime(made);
    let small = |n: i8| u8::try_from(n).unwrap_or_default();
    DateTime::from_date_and_time(
        u16::try_from(at.year()).unwrap_or_default(),
        small(at.month()),
        small(at.day()),
        small(at.hour()),
        small(at.minute()),
        small(at.second()),
    )
    .unwrap_or_default()
}
