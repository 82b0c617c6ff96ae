//! Whether an Ogg file (RFC 3533) is whole.
//!
//! **Owns**: that pages follow one another from the first byte of the file to the last, all of one stream, each with the
//! number that comes next and its checksum, until one that is marked as the last. Symphonia's reader passes over a damaged
//! page, and all that comes after it would be heard too early. **Leaves to others**: what the packets hold.

use std::io::{BufReader, Read, SeekFrom};

use symphonia::core::checksum::Crc32;
use symphonia::core::io::Monitor;

use super::ends::BROKEN;
use super::{SoundError, Source};

/// What the pages tell of a whole file.
#[derive(Debug)]
pub(crate) struct Ogg {
    /// The first packet of the stream: the head of its codec.
    pub(crate) head: Vec<u8>,
    /// Where the last packet ends, in samples: the granule position.
    pub(crate) end: u64,
}

/// Reads all pages. None if the file is no Ogg file.
pub(crate) fn check(source: &mut dyn Source) -> Result<Option<Ogg>, SoundError> {
    source.seek(SeekFrom::Start(0)).map_err(SoundError::Read)?;
    let mut input = BufReader::with_capacity(1 << 16, source);
    let Ok(first) = Page::read(&mut input)? else { return Ok(None) };
    let mut ogg = Ogg { head: first.body().to_vec(), end: 0 };
    let mut before = first;
    while !before.is_last() {
        let page = Page::read(&mut input)?.map_err(|fault| ogg.refused(fault))?;
        page.follows(&before).map_err(|fault| ogg.refused(fault))?;
        ogg.end = page.end().unwrap_or(ogg.end);
        before = page;
    }
    match Page::read(&mut input)? {
        Err(CUT) => Ok(Some(ogg)),
        Ok(_) => Err(SoundError::new("a second recording", ogg.seconds(), "split the file there")),
        Err(_) => {
            let what = "something that is no sound behind the last page";
            Err(SoundError::new(what, ogg.seconds(), "convert it to WAV"))
        }
    }
}

const CUT: &str = "cut off: an Ogg file without its last page";
const DAMAGED: &str = "a damaged page of Ogg";
const MISSING: &str = "a page of Ogg is missing";
const STREAMS: &str = "several streams in one Ogg file";

impl Ogg {
    fn refused(&self, fault: &'static str) -> SoundError {
        SoundError::new(fault, self.seconds(), BROKEN)
    }

    /// How far the pages were read; 0 where the head of the codec is not known here.
    fn seconds(&self) -> f64 {
        let rate = match self.head.get(..16) {
            Some([b'O', b'p', b'u', b's', ..]) => 48_000,
            Some([1, b'v', b'o', b'r', b'b', b'i', b's', .., a, b, c, d]) => {
                u32::from_le_bytes([*a, *b, *c, *d])
            }
            _ => 0,
        };
        if rate == 0 { 0.0 } else { self.end as f64 / f64::from(rate) }
    }
}

/// A page (§6): 27 bytes, the lengths of its segments, the segments.
struct Page {
    bytes: Vec<u8>,
    head: [u8; 27],
}

impl Page {
    /// The next page, or what is wrong with it.
    fn read(input: &mut dyn Read) -> Result<Result<Self, &'static str>, SoundError> {
        let mut bytes = Vec::with_capacity(8_192);
        let mut more = |bytes: &mut Vec<u8>, count: usize| {
            input.take(count as u64).read_to_end(bytes).map_err(SoundError::Read)
        };
        if more(&mut bytes, 27)? == 0 {
            return Ok(Err(CUT));
        }
        let Some(head) = bytes.first_chunk::<27>().copied() else {
            return Ok(Err(if bytes.starts_with(b"OggS") { CUT } else { DAMAGED }));
        };
        if !head.starts_with(b"OggS\0") {
            return Ok(Err(DAMAGED));
        }
        let [.., segments] = head;
        more(&mut bytes, segments.into())?;
        let length = bytes.iter().skip(27).map(|length| usize::from(*length)).sum();
        if bytes.len() < 27 + usize::from(segments) || more(&mut bytes, length)? < length {
            return Ok(Err(CUT));
        }
        let page = Self { bytes, head };
        Ok(if page.is_sound() { Ok(page) } else { Err(DAMAGED) })
    }

    /// Whether the checksum is that of the page, in which the checksum itself counts as zeros.
    fn is_sound(&self) -> bool {
        let mut crc = Crc32::new(0);
        let (before, after) = self.bytes.split_at(22.min(self.bytes.len()));
        crc.process_buf_bytes(before);
        crc.process_buf_bytes(&[0; 4]);
        crc.process_buf_bytes(after.get(4..).unwrap_or_default());
        crc.crc() == self.number(22)
    }

    /// What is wrong with this page behind another one.
    fn follows(&self, before: &Self) -> Result<(), &'static str> {
        match () {
            () if self.number(14) != before.number(14) => Err(STREAMS),
            () if self.number(18) != before.number(18).wrapping_add(1) => Err(MISSING),
            () => Ok(()),
        }
    }

    fn is_last(&self) -> bool {
        let [_, _, _, _, _, flags, ..] = self.head;
        flags & 4 != 0
    }

    /// Where the last packet of the page ends; none if no packet ends in it.
    fn end(&self) -> Option<u64> {
        let end = u64::from(self.number(6)) | u64::from(self.number(10)) << 32;
        (end != u64::MAX).then_some(end)
    }

    fn body(&self) -> &[u8] {
        let [.., segments] = self.head;
        self.bytes.get(27 + usize::from(segments)..).unwrap_or_default()
    }

    fn number(&self, at: usize) -> u32 {
        let bytes = self.head.get(at..).and_then(<[u8]>::first_chunk);
        bytes.copied().map_or(0, u32::from_le_bytes)
    }
}
