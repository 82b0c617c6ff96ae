//! The pages of a column, held against what they say before the `parquet` crate unpacks them: it makes room for whatever
//! size a page states, and from gzip it takes whatever comes out.
//!
//! Owns the walk from page to page by their heads (`PageHeader` in Thrift's compact protocol, as `shape` reads it). A page
//! that cannot be unpacked is no matter of this check.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

use flate2::bufread::MultiGzDecoder;

use crate::Error;
use crate::shape::Thrift;

/// The longest head of a page, which may hold its least and its greatest value: first tried, then at most.
const HEADS: [u64; 2] = [8 << 10, 4 << 20];
/// The most that a page unpacks to, in bytes; one of a megabyte is usual.
const MOST: u64 = 128 << 20;

/// Goes over the pages in a stretch of a file, which lies within it.
pub(crate) fn check(file: &mut File, start: u64, length: u64, gzip: bool) -> Result<(), Error> {
    let (mut at, end) = (start, start + length);
    while at < end {
        let page = page(file, at, end)?;
        at += page.head;
        if page.packed > end - at || page.levels > page.packed.min(page.unpacked) {
            return Err(Error::Damaged("a page lies outside its column"));
        }
        if page.unpacked > MOST {
            return Err(Error::Large { what: "unpacked bytes in a page", most: MOST });
        }
        if gzip && page.is_packed {
            file.seek(SeekFrom::Start(at + page.levels))?;
            let (packed, room) = (page.packed - page.levels, page.unpacked - page.levels);
            if unpacks_to(Read::take(&mut *file, packed), room + 1) > room {
                return Err(Error::Damaged("a page unpacks to more than it says"));
            }
        }
        at += page.packed;
    }
    Ok(())
}

/// How much comes out, up to so many bytes; what cannot be unpacked ends it.
fn unpacks_to(packed: impl Read, most: u64) -> u64 {
    let mut unpacked = MultiGzDecoder::new(BufReader::new(packed)).take(most);
    let _ = io::copy(&mut unpacked, &mut io::sink());
    most - unpacked.limit()
}

/// What a page says, in bytes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Page {
    head: u64,
    packed: u64,
    unpacked: u64,
    /// Levels before the values, which are not packed.
    levels: u64,
    is_packed: bool,
}

fn page(file: &mut File, at: u64, end: u64) -> Result<Page, Error> {
    for most in HEADS {
        file.seek(SeekFrom::Start(at))?;
        let mut head = Vec::new();
        Read::take(&mut *file, most.min(end - at)).read_to_end(&mut head)?;
        if let Some(page) = read(&head) {
            return Ok(page);
        }
    }
    Err(Error::Damaged("the head of a page cannot be read"))
}

fn read(bytes: &[u8]) -> Option<Page> {
    let (mut thrift, mut last) = (Thrift { bytes }, 0);
    let mut page = Page { is_packed: true, ..Page::default() };
    while let Some(field) = thrift.field(&mut last)? {
        match field {
            (2, 5) => page.unpacked = thrift.size()?,
            (3, 5) => page.packed = thrift.size()?,
            (8, 12) => second(&mut thrift, &mut page)?,
            (_, kind) => thrift.pass(kind)?,
        }
    }
    page.head = (bytes.len() - thrift.bytes.len()) as u64;
    Some(page)
}

/// The head of a page in the second version.
fn second(thrift: &mut Thrift<'_>, page: &mut Page) -> Option<()> {
    let mut last = 0;
    while let Some(field) = thrift.field(&mut last)? {
        match field {
            (5 | 6, 5) => page.levels += thrift.size()?,
            (7, kind @ (1 | 2)) => page.is_packed = kind == 1,
            (_, kind) => thrift.pass(kind)?,
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// A page of so many bytes packed with gzip that says so many come out of it.
    fn made(bytes: usize, says: u64) -> Vec<u8> {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(&vec![0; bytes]).unwrap();
        let packed = gzip.finish().unwrap();
        let mut head = vec![0x15, 0];
        for size in [says, packed.len() as u64] {
            head.push(0x15);
            let mut zigzag = size << 1;
            while zigzag >= 0x80 {
                head.push(zigzag as u8 | 0x80);
                zigzag >>= 7;
            }
            head.push(zigzag as u8);
        }
        head.push(0);
        [head, packed].concat()
    }

    fn checked(bytes: &[u8], gzip: bool) -> Result<(), Error> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        check(&mut file, 0, bytes.len() as u64, gzip)
    }

    #[test]
    fn a_page_holds_to_what_it_says() {
        let pages = [made(100_000, 100_000), made(5, 5), made(5, 500)].concat();
        checked(&pages, true).unwrap();
        checked(&made(100_000, 99_999), false).unwrap();
        let more = [made(5, 5), made(100_000, 99_999)].concat();
        let error = checked(&more, true).unwrap_err().to_string();
        assert!(error.contains("unpacks to more than it says"), "{error}");
        assert!(matches!(checked(&made(5, MOST + 1), false), Err(Error::Large { .. })));
        for end in 1..pages.len() {
            let _ = checked(&pages[..end], true);
        }
        assert!(checked(&pages[..pages.len() - 1], true).is_err());
        assert!(checked(&[0xff; 100], true).is_err());
    }
}
