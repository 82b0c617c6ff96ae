//! A file as a stream of text: unpacked, decoded, counted.
//!
//! Packed files are recognized by their first bytes, not their names. What is no text (a zero byte in the first
//! kilobytes, unless it is UTF-16) is said to be binary. Bytes that are no text become U+FFFD, one for each mistake, as
//! browsers do (Encoding Standard §4.3); a file that is plainly Windows-1252 is read as such.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// How much of the start of a file decides what it is.
pub(crate) const HEAD: usize = 8 << 10;
/// How much is decoded at a time.
const STEP: usize = 64 << 10;

/// What is said of packed data that cannot be unpacked.
pub(crate) const DAMAGED: &str =
    "the packed data are cut off or damaged: get a whole copy of the file";

/// How many bytes may still come out of what is packed in one file, together.
pub(crate) type Budget = Arc<AtomicU64>;

/// Wraps a reader so that what is packed comes out unpacked, within a budget; whether it was packed.
pub(crate) fn unpacked(
    reader: Box<dyn Read + Send>,
    budget: &Budget,
) -> io::Result<(Box<dyn BufRead + Send>, bool)> {
    let mut reader = BufReader::with_capacity(STEP, reader);
    let head = fill(&mut reader)?;
    let inner: Box<dyn Read + Send> = if head.starts_with(&[0x1f, 0x8b]) {
        Box::new(flate2::bufread::MultiGzDecoder::new(reader))
    } else if head.starts_with(&ZSTD) {
        Box::new(Zstd::new(reader))
    } else {
        return Ok((Box::new(reader), false));
    };
    Ok((Box::new(BufReader::with_capacity(STEP, Bounded::new(inner, budget))), true))
}

/// The first bytes, as many as one read gives.
pub(crate) fn fill(reader: &mut impl BufRead) -> io::Result<&[u8]> {
    loop {
        match reader.fill_buf() {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
            Ok(_) => break,
        }
    }
    reader.fill_buf()
}

/// A stream that ends in an error where it uses up its budget, and says plainly when what it unpacks is damaged.
pub(crate) struct Bounded {
    inner: Box<dyn Read + Send>,
    budget: Budget,
}

impl Bounded {
    pub(crate) fn new(inner: Box<dyn Read + Send>, budget: &Budget) -> Self {
        Self { inner, budget: budget.clone() }
    }
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        use io::ErrorKind::{InvalidData, InvalidInput, Other, UnexpectedEof};
        let count = self.inner.read(buffer).map_err(|error| match error.kind() {
            InvalidData | InvalidInput | UnexpectedEof | Other => {
                io::Error::new(InvalidData, DAMAGED)
            }
            _ => error,
        })?;
        let left = |left: u64| left.checked_sub(count as u64);
        match self.budget.fetch_update(Relaxed, Relaxed, left) {
            Ok(_) => Ok(count),
            Err(_) => {
                Err(io::Error::new(io::ErrorKind::FileTooLarge, "unpacks to more than the limit"))
            }
        }
    }
}

/// How a frame of Zstandard starts (RFC 8878 §3.1.1).
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Unpacks Zstandard (RFC 8878): frames one after another; skippable ones are passed over, sums are checked.
pub(crate) struct Zstd<R> {
    source: R,
    decoder: FrameDecoder,
    /// Within a frame.
    open: bool,
}

impl<R: BufRead> Zstd<R> {
    pub(crate) fn new(source: R) -> Self {
        Self { source, decoder: FrameDecoder::new(), open: false }
    }

    /// Starts the next frame; `false` at the end.
    fn start(&mut self) -> io::Result<bool> {
        while !fill(&mut self.source)?.is_empty() {
            match self.decoder.reset(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut (&mut self.source).take(length.into()), &mut io::sink())?;
                }
                Err(_) => return Err(io::Error::new(io::ErrorKind::InvalidData, DAMAGED)),
            }
        }
        Ok(false)
    }

    /// Ends a frame whose content was taken.
    fn end(&mut self) -> io::Result<()> {
        self.open = false;
        let stated = self.decoder.get_checksum_from_data();
        if stated.is_some() && stated != self.decoder.get_calculated_checksum() {
            return Err(io::Error::new(io::ErrorKind::InvalidData, DAMAGED));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.open && !self.start()? {
                return Ok(0);
            }
            self.open = true;
            if self.decoder.can_collect() > 0 {
                return self.decoder.read(buffer);
            }
            if self.decoder.is_finished() {
                self.end()?;
                continue;
            }
            let one = BlockDecodingStrategy::UptoBlocks(1);
            let done = self.decoder.decode_blocks(&mut self.source, one);
            done.map_err(|_| io::Error::new(io::ErrorKind::InvalidData, DAMAGED))?;
        }
    }
}

/// Whether the first bytes are those of no text.
#[must_use]
pub(crate) fn is_binary(head: &[u8]) -> bool {
    Encoding::for_bom(head).is_none() && head.contains(&0)
}

/// Which encoding the first bytes show.
fn encoding(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return if [UTF_16LE, UTF_16BE].contains(&encoding) { encoding } else { UTF_8 };
    }
    match std::str::from_utf8(head) {
        Ok(_) => UTF_8,
        // Cut within a character, or well-formed ones before the mistake: UTF-8 with damage.
        Err(e) if e.error_len().is_none() => UTF_8,
        Err(e) if head.get(..e.valid_up_to()).is_some_and(|valid| !valid.is_ascii()) => UTF_8,
        Err(_) => WINDOWS_1252,
    }
}

/// A stream of decoded text with its place.
pub(crate) struct Text {
    reader: Box<dyn BufRead + Send>,
    decoder: Decoder,
    /// Decoded and not yet taken.
    pub(crate) buffer: String,
    /// Nothing more comes.
    pub(crate) ended: bool,
    /// Code points before the buffer.
    pub(crate) points: u64,
    /// The line the buffer starts in, from 1.
    pub(crate) line: u64,
    /// The column the buffer starts in, in code points, from 1.
    pub(crate) column: u64,
}

impl Text {
    /// Looks at the first bytes and decodes from there.
    pub(crate) fn new(mut reader: Box<dyn BufRead + Send>) -> io::Result<Self> {
        let head = fill(&mut reader)?;
        let decoder = encoding(head.get(..HEAD.min(head.len())).unwrap_or(head)).new_decoder();
        Ok(Self {
            reader,
            decoder,
            buffer: String::new(),
            ended: false,
            points: 0,
            line: 1,
            column: 1,
        })
    }

    /// Decodes more until the buffer holds at least so many bytes, or the end is reached.
    pub(crate) fn fill(&mut self, bytes: usize) -> io::Result<()> {
        while self.buffer.len() < bytes && !self.ended {
            self.decode()?;
        }
        Ok(())
    }

    fn decode(&mut self) -> io::Result<()> {
        let input = fill(&mut self.reader)?;
        let input = input.get(..STEP.min(input.len())).unwrap_or(input);
        let last = input.is_empty();
        let needed = self.decoder.max_utf8_buffer_length(input.len()).unwrap_or(STEP * 3);
        self.buffer.reserve(needed);
        let (result, read, _) = self.decoder.decode_to_string(input, &mut self.buffer, last);
        self.reader.consume(read);
        self.ended = last && result == CoderResult::InputEmpty;
        Ok(())
    }

    /// Takes the first bytes of the buffer (a character boundary) and moves the place on.
    pub(crate) fn take(&mut self, bytes: usize) -> String {
        let bytes = bytes.min(self.buffer.len());
        // Only the smaller half is copied to a place of its own.
        let taken = if bytes > self.buffer.len() / 2 {
            let rest = self.buffer.split_off(bytes);
            std::mem::replace(&mut self.buffer, rest)
        } else {
            self.buffer.drain(..bytes).collect()
        };
        self.advance(&taken);
        taken
    }

    fn advance(&mut self, taken: &str) {
        let points = taken.chars().count() as u64;
        self.points += points;
        match taken.rfind('\n') {
            Some(last) => {
                self.line += taken.bytes().filter(|b| *b == b'\n').count() as u64;
                self.column = taken.get(last + 1..).unwrap_or("").chars().count() as u64 + 1;
            }
            None => self.column += points,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        let mut text = Text::new(Box::new(io::Cursor::new(bytes.to_vec()))).unwrap();
        text.fill(usize::MAX).unwrap();
        text.buffer
    }

    #[test]
    fn encodings() {
        assert_eq!(text("grün".as_bytes()), "grün");
        assert_eq!(text(b"gr\xfcn"), "grün");
        assert_eq!(text(b"\xff\xfeg\0r\0"), "gr");
        assert_eq!(text("\u{feff}a".as_bytes()), "a");
        assert_eq!(text("ü \u{fc}".as_bytes()), "ü ü");
        let mut damaged = "ü".as_bytes().to_vec();
        damaged.extend(b" \xff x");
        assert_eq!(text(&damaged), "ü \u{fffd} x");
        assert!(is_binary(b"ab\0c") && !is_binary(b"\xff\xfea\0"));
    }

    fn unpack(packed: &[u8], limit: u64) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        let budget = Arc::new(AtomicU64::new(limit));
        let packed = Box::new(io::Cursor::new(packed.to_vec()));
        unpacked(packed, &budget)?.0.read_to_end(&mut out)?;
        Ok(out)
    }

    fn gzip(text: &[u8]) -> Vec<u8> {
        use std::io::Write;
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(text).unwrap();
        packer.finish().unwrap()
    }

    fn zstd(text: &[u8]) -> Vec<u8> {
        use ruzstd::encoding::{CompressionLevel, compress_to_vec};
        compress_to_vec(text, CompressionLevel::Fastest)
    }

    #[test]
    fn what_is_packed_comes_unpacked_and_bombs_stop() {
        let text = vec![b'a'; 1 << 20];
        for packed in [gzip(&text), zstd(&text)] {
            assert_eq!(unpack(&packed, 1 << 20).unwrap(), text);
            assert_eq!(unpack(&packed, 1 << 19).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
            let twice = [&packed[..], &packed].concat();
            assert_eq!(unpack(&twice, 1 << 21).unwrap().len(), 2 << 20);
        }
    }

    #[test]
    fn what_is_damaged_is_said_to_be() {
        let text: Vec<u8> = (0..100_000u32).map(|n| (n.wrapping_mul(n) >> 7) as u8).collect();
        for packed in [gzip(&text), zstd(&text)] {
            let cut = &packed[..packed.len() / 2];
            assert_eq!(unpack(cut, 1 << 20).unwrap_err().to_string(), DAMAGED);
            let mut other = packed.clone();
            let middle = other.len() / 2;
            other[middle] ^= 0x55;
            assert_eq!(unpack(&other, 1 << 20).unwrap_err().to_string(), DAMAGED);
        }
    }

    /// Made by the program `zstd` 1.5.7 of one line; a frame to be skipped stands between.
    #[test]
    fn frames_of_another_writer() {
        let skipped = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
        let made = ZSTD_SAMPLE;
        let packed = [made, &skipped, made].concat();
        assert_eq!(unpack(&packed, 100).unwrap(), b"anna@example.org\nanna@example.org\n");
    }

    const ZSTD_SAMPLE: &[u8] = &[
        40, 181, 47, 253, 4, 88, 137, 0, 0, 97, 110, 110, 97, 64, 101, 120, 97, 109, 112, 108, 101,
        46, 111, 114, 103, 10, 241, 92, 249, 85,
    ];
}
