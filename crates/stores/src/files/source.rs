//! The bytes of a file in pieces, unpacked where its name ends in `.gz` (RFC 1952).

use std::io::{self, BufReader, Read, Write};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;

use super::folder::Bytes;

/// How much is read at once.
const PIECE: u64 = 256 << 10;

/// Bytes that come.
pub(super) struct Source(Option<Bytes>);

impl Source {
    pub(super) fn new(file: &str, open: Bytes) -> Self {
        Self(Some(reader(file, open)))
    }

    /// The same, as they are stored.
    pub(super) fn packed(open: Bytes) -> Self {
        Self(Some(open))
    }

    /// Goes on unpacked: these bytes were read already, and what follows is packed with gzip as they are.
    pub(super) fn unpack(&mut self, read: Vec<u8>) {
        if let Some(rest) = self.0.take() {
            let whole = Box::new(io::Cursor::new(read).chain(rest));
            self.0 = Some(Box::new(Unpacked::Closed(Some(whole))));
        }
    }

    /// Appends the next bytes, and tells how many; none at the end.
    pub(super) async fn more(&mut self, into: &mut Vec<u8>) -> io::Result<usize> {
        let Some(mut reader) = self.0.take() else { return Ok(0) };
        let mut bytes = std::mem::take(into);
        let read = tokio::task::spawn_blocking(move || {
            let count = reader.by_ref().take(PIECE).read_to_end(&mut bytes);
            (reader, bytes, count)
        });
        let (reader, bytes, count) = read.await.map_err(io::Error::other)?;
        *into = bytes;
        self.0 = Some(reader);
        count
    }
}

/// What reads a file, unpacked.
pub(super) fn reader(file: &str, open: Bytes) -> Bytes {
    if is_packed(file) { Box::new(Unpacked::Closed(Some(open))) } else { open }
}

/// What is packed. Its head is read with the first bytes, not before: whoever reads may have to wait.
enum Unpacked {
    Closed(Option<Bytes>),
    Open(Box<MultiGzDecoder<BufReader<Bytes>>>),
}

impl Read for Unpacked {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            match self {
                Self::Open(decoder) => return decoder.read(into),
                Self::Closed(open) => {
                    let Some(open) = open.take() else { return Ok(0) };
                    let packed = BufReader::with_capacity(64 << 10, open);
                    *self = Self::Open(Box::new(MultiGzDecoder::new(packed)));
                }
            }
        }
    }
}

fn is_packed(file: &str) -> bool {
    file.ends_with(".gz")
}

/// Packs what is written, as the name of the file asks.
pub(super) enum Packer {
    Plain,
    Gzip(GzEncoder<Vec<u8>>),
}

impl Packer {
    pub(super) fn new(file: &str) -> Self {
        if is_packed(file) {
            Self::Gzip(GzEncoder::new(Vec::new(), Compression::default()))
        } else {
            Self::Plain
        }
    }

    /// Takes bytes, and hands over what is ready to be written.
    pub(super) fn pack<'a>(
        &'a mut self,
        bytes: &'a [u8],
        ready: &'a mut Vec<u8>,
    ) -> io::Result<&'a [u8]> {
        match self {
            Self::Plain => Ok(bytes),
            Self::Gzip(encoder) => {
                encoder.write_all(bytes)?;
                *ready = std::mem::take(encoder.get_mut());
                Ok(ready)
            }
        }
    }

    /// What is still to be written.
    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        match self {
            Self::Plain => Ok(Vec::new()),
            Self::Gzip(encoder) => encoder.finish(),
        }
    }
}
