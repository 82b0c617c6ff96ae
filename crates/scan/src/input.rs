//! A file as a stream of text: unpacked, decoded, counted.
//!
//! Packed files are recognized by their first bytes, not their names. What is no text (a zero byte in the first
//! kilobytes, unless it is UTF-16) is said to be binary. Bytes that are no text become U+FFFD, one for each mistake, as
//! browsers do (Encoding Standard §4.3); a file that is plainly Windows-1252 is read as such.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of the start of a file decides what it is.
pub(crate) const HEAD: usize = 8 << 10;
/// How much is decoded at a time.
const STEP: usize = 64 << 10;

/// Wraps a reader so that what is packed comes out unpacked, within limits.
pub(crate) fn unpacked(
    reader: Box<dyn Read + Send>,
    limit: u64,
) -> io::Result<Box<dyn BufRead + Send>> {
    let mut reader = BufReader::with_capacity(STEP, reader);
    let head = fill(&mut reader)?;
    if head.starts_with(&[0x1f, 0x8b]) {
        let counted = flate2::bufread::MultiGzDecoder::new(reader);
        return Ok(Box::new(BufReader::with_capacity(
            STEP,
            Bounded { inner: counted, left: limit },
        )));
    }
    Ok(Box::new(reader))
}

/// The first bytes, as many as one read gives.
fn fill(reader: &mut impl BufRead) -> io::Result<&[u8]> {
    loop {
        match reader.fill_buf() {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
            Ok(_) => break,
        }
    }
    reader.fill_buf()
}

/// A stream that ends in an error where it grows beyond a limit.
struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(count as u64).ok_or_else(|| {
            io::Error::new(io::ErrorKind::FileTooLarge, "unpacks to more than the limit")
        })?;
        Ok(count)
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
        let rest = self.buffer.split_off(bytes.min(self.buffer.len()));
        let taken = std::mem::replace(&mut self.buffer, rest);
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

    #[test]
    fn gzip_comes_unpacked_and_bombs_stop() {
        use std::io::Write;
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&vec![b'a'; 1 << 20]).unwrap();
        let packed = packer.finish().unwrap();
        let read = |limit| {
            let mut out = Vec::new();
            unpacked(Box::new(io::Cursor::new(packed.clone())), limit)?.read_to_end(&mut out)?;
            io::Result::Ok(out.len())
        };
        assert_eq!(read(1 << 20).unwrap(), 1 << 20);
        assert_eq!(read(1 << 19).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
