//! Cuts a file into rows, each with its own bytes and those of its line end.

use super::source::Source;
use super::{Format, csv};

/// UTF-8's byte order mark.
pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";

/// The rows of a file, one by one.
pub(super) struct Rows {
    source: Source,
    held: Vec<u8>,
    from: usize,
    cutter: Cutter,
    line: u64,
    ended: bool,
    /// Whether the file begins with a byte order mark, which belongs to no row; `None` before anything is read.
    marked: Option<bool>,
    /// The header is still to say what separates fields.
    asks: bool,
    most: u64,
    /// The row that was read last: its line, where it begins, how long it is, with its line end.
    last: (u64, usize, usize, usize),
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Raw<'a> {
    /// The line in which it begins, from 1.
    pub(super) line: u64,
    pub(super) row: &'a [u8],
    /// Its line end: nothing at the end of a file without.
    pub(super) end: &'a [u8],
    /// It holds no row: nothing in CSV, nothing or spaces elsewhere.
    pub(super) is_blank: bool,
}

/// Why there is no next row.
#[derive(Debug)]
pub(super) enum Trouble {
    Read(std::io::Error),
    Long {
        size: u64,
    },
    /// A quoted field has no end: whatever follows would be taken for a part of it.
    Open {
        line: u64,
    },
}

impl Rows {
    /// In CSV quoted fields may hold line ends.
    pub(super) fn new(source: Source, format: Format, most: u64) -> Self {
        let (delimiter, asks) = match format {
            Format::Csv { delimiter } => (Some(delimiter.unwrap_or(b',')), delimiter.is_none()),
            _ => (None, false),
        };
        let cutter = Cutter::new(delimiter);
        Self {
            source,
            asks,
            held: Vec::new(),
            from: 0,
            cutter,
            line: 1,
            ended: false,
            marked: None,
            most,
            last: (0, 0, 0, 0),
        }
    }

    /// What separates the fields of the row that was read last.
    pub(super) const fn delimiter(&self) -> Option<u8> {
        self.cutter.delimiter
    }

    pub(super) fn is_marked(&self) -> bool {
        self.marked == Some(true)
    }

    pub(super) async fn next(&mut self) -> Result<Option<Raw<'_>>, Trouble> {
        self.begin().await?;
        let (row_end, end) = loop {
            let rest = self.held.get(self.from..).unwrap_or_default();
            if let Some(cut) = self.cutter.cut(rest, self.ended) {
                break cut;
            }
            let size = u64::try_from(rest.len()).unwrap_or(u64::MAX);
            if size > self.most {
                return Err(Trouble::Long { size });
            }
            if self.ended && rest.is_empty() {
                return Ok(None);
            }
            if self.ended {
                return Err(Trouble::Open { line: self.line });
            }
            self.more().await?;
        };
        if row_end as u64 > self.most {
            return Err(Trouble::Long { size: row_end as u64 });
        }
        self.last = (self.line, self.from, row_end, end);
        self.from += end;
        // A quoted field may go over several lines; a single carriage return ends one too.
        self.line += memchr::memchr_iter(b'\n', self.current().row).count() as u64 + 1;
        Ok(Some(self.current()))
    }

    /// The row that was read last.
    pub(super) fn current(&self) -> Raw<'_> {
        let (line, start, row_end, end) = self.last;
        let part = |from, to| self.held.get(start + from..start + to).unwrap_or_default();
        let row = part(0, row_end);
        let is_blank = match self.cutter.delimiter {
            Some(_) => row.is_empty(),
            None => row.iter().all(u8::is_ascii_whitespace),
        };
        Raw { line, row, end: part(row_end, end), is_blank }
    }

    async fn begin(&mut self) -> Result<(), Trouble> {
        while self.marked.is_none() {
            if self.held.len() >= MARK.len() || self.ended {
                let marked = self.held.starts_with(MARK);
                self.marked = Some(marked);
                self.from = if marked { MARK.len() } else { 0 };
            } else {
                self.more().await?;
            }
        }
        while self.asks {
            let rest = self.held.get(self.from..).unwrap_or_default();
            match csv::separator(rest, self.ended) {
                None => self.more().await?,
                found => (self.cutter.delimiter, self.asks) = (found, false),
            }
        }
        Ok(())
    }

    async fn more(&mut self) -> Result<(), Trouble> {
        self.held.drain(..self.from);
        self.from = 0;
        self.ended = self.source.more(&mut self.held).await.map_err(Trouble::Read)? == 0;
        Ok(())
    }
}

/// Finds the end of a row, going on where it stopped when more bytes have come.
struct Cutter {
    delimiter: Option<u8>,
    at: usize,
    state: State,
}

/// Where in a row of CSV one is. Quotes count only at the beginning of a field, as in RFC 4180 and the `csv` crate.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    FieldStart,
    Field,
    Quoted,
    /// After a quote within quotes: another one, or the end of the quoted part.
    Quote,
}

impl Cutter {
    const fn new(delimiter: Option<u8>) -> Self {
        Self { delimiter, at: 0, state: State::FieldStart }
    }

    /// Where the row and its line end end, if that is known.
    fn cut(&mut self, bytes: &[u8], ended: bool) -> Option<(usize, usize)> {
        let found = match self.delimiter {
            None => self.line(bytes),
            Some(delimiter) => self.record(bytes, delimiter, ended),
        };
        let is_last = ended && !bytes.is_empty() && self.state != State::Quoted;
        let found = found.or_else(|| is_last.then_some((bytes.len(), bytes.len())));
        if found.is_some() {
            (self.at, self.state) = (0, State::FieldStart);
        }
        found
    }

    fn line(&mut self, bytes: &[u8]) -> Option<(usize, usize)> {
        let found = memchr::memchr(b'\n', bytes.get(self.at..)?);
        let found = found.map(|offset| (self.at + offset, self.at + offset + 1));
        self.at = bytes.len();
        found
    }

    fn record(&mut self, bytes: &[u8], delimiter: u8, ended: bool) -> Option<(usize, usize)> {
        while let Some(&byte) = bytes.get(self.at) {
            let is_end = byte == b'\n' || byte == b'\r';
            if is_end && self.state != State::Quoted {
                let next = bytes.get(self.at + 1);
                if byte == b'\r' && next.is_none() && !ended {
                    return None;
                }
                let length = if byte == b'\r' && next == Some(&b'\n') { 2 } else { 1 };
                return Some((self.at, self.at + length));
            }
            self.state = match (self.state, byte) {
                (State::FieldStart, b'"') | (State::Quote, b'"') => State::Quoted,
                (State::Quoted, b'"') => State::Quote,
                (State::Quoted, _) => State::Quoted,
                _ if byte == delimiter => State::FieldStart,
                _ => State::Field,
            };
            self.at += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_long_file_is_held_in_pieces() {
        let mut file = tempfile::tempfile().unwrap();
        let row = [b'x'; 99];
        for _ in 0..100_000 {
            std::io::Write::write_all(&mut file, &[&row[..], b"\n"].concat()).unwrap();
        }
        std::io::Seek::rewind(&mut file).unwrap();
        let mut rows = Rows::new(Source::new("a", Box::new(file)), Format::JsonLines, 1 << 20);
        let (mut count, mut most) = (0, 0);
        while rows.next().await.unwrap().is_some() {
            let raw = rows.current();
            assert_eq!((raw.row, raw.end), (&row[..], &b"\n"[..]));
            count += 1;
            most = most.max(rows.held.capacity());
        }
        assert_eq!((count, rows.line), (100_000, 100_001));
        assert!(most <= 1 << 20, "{most} bytes are held");
    }
}
