//! The bytes of a conversation as the reader of JSON gets them.
//!
//! Owns: how much may be kept and how deep lists may be, and that no byte is read before it is needed, so that somebody else can
//! read on from there. Leaves to others: what is kept (`super`).
//!
//! Of a text that is passed over, the reader of JSON sees its quotes, its escapes and what may not stand there. All else of it tells
//! nothing, and is left out by the piece: recordings are such texts.

use std::cell::RefCell;
use std::io::{self, Read};

use super::{LONGEST, NAME, Trouble};

/// How much is read at once.
const PIECE: usize = 64 << 10;
/// So deep may lists and objects be that are passed over.
pub(super) const DEEPEST: usize = 10_000;

/// The bytes of a conversation, one by one.
pub(super) struct Feed<'r> {
    from: &'r mut dyn Read,
    piece: Vec<u8>,
    pub(super) at: usize,
    /// Comes before what is read next.
    pub(super) instead: &'static [u8],
    /// So many bytes may still be kept; `None` while they are passed over.
    pub(super) left: Option<u64>,
    depth: usize,
    in_text: bool,
    escaped: bool,
    /// So many digits of an escape are still to come.
    digits: u8,
    /// A text is none: whoever reads on from there sees everything.
    broken: bool,
    /// So many bytes of the line the reader of JSON does not see.
    pub(super) left_out: usize,
    pub(super) trouble: Option<Trouble>,
}

impl<'r> Feed<'r> {
    pub(super) fn new(from: &'r mut dyn Read) -> Self {
        Self {
            from,
            piece: Vec::new(),
            at: 0,
            instead: b"",
            left: Some(NAME),
            depth: 0,
            in_text: false,
            escaped: false,
            digits: 0,
            broken: false,
            left_out: 0,
            trouble: None,
        }
    }

    /// What comes next, as it stands there; nothing at the end.
    pub(super) fn rest(&mut self) -> io::Result<&[u8]> {
        if self.at == self.piece.len() {
            self.piece.clear();
            self.at = 0;
            let read = (&mut *self.from).take(PIECE as u64).read_to_end(&mut self.piece);
            if let Err(error) = read {
                let kind = error.kind();
                self.trouble = Some(Trouble::Read(error));
                return Err(kind.into());
            }
        }
        Ok(self.piece.get(self.at..).unwrap_or_default())
    }

    /// The next byte of it.
    pub(super) fn raw(&mut self) -> io::Result<Option<u8>> {
        let byte = self.rest()?.first().copied();
        self.at += usize::from(byte.is_some());
        Ok(byte)
    }

    /// Leaves out what of a text tells nothing of where it ends, nor that it is none.
    fn leave_out(&mut self) -> io::Result<()> {
        loop {
            let rest = self.rest()?;
            let (plain, all) = (plain(rest), rest.len());
            self.at += plain;
            self.left_out += plain;
            if plain < all || all == 0 {
                return Ok(());
            }
        }
    }

    /// The next byte, if it may be read.
    fn next(&mut self) -> io::Result<Option<u8>> {
        if let Some((byte, rest)) = self.instead.split_first() {
            self.instead = rest;
            return Ok(Some(*byte));
        }
        let is_within = self.in_text && !self.escaped && self.digits == 0;
        if is_within && self.left.is_none() && !self.broken {
            self.leave_out()?;
        }
        let Some(byte) = self.raw()? else { return Ok(None) };
        match byte {
            // The reader of JSON may read on behind a mistake, whose place counts; but the digits of an escape it reads together.
            b'\n' if !self.broken || self.digits > 0 => {
                self.left_out = 0;
                self.broken |= self.in_text;
            }
            _ if self.escaped => {
                self.escaped = false;
                self.digits = if byte == b'u' { 4 } else { 0 };
                self.broken |= !b"\"\\/bfnrtu".contains(&byte);
            }
            _ if self.digits > 0 => {
                self.digits -= 1;
                self.broken |= !byte.is_ascii_hexdigit();
            }
            0..b' ' if self.in_text => self.broken = true,
            b'\\' if self.in_text => self.escaped = true,
            b'"' => self.in_text = !self.in_text,
            b'[' | b'{' if !self.in_text => self.depth += 1,
            b']' | b'}' if !self.in_text => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEEPEST {
            let told = format!("lists within lists, more than {DEEPEST} deep");
            return Err(self.refuse(Trouble::Damaged(told)));
        }
        match &mut self.left {
            Some(0) => return Err(self.refuse(Trouble::Long { size: LONGEST + 1 })),
            Some(left) => *left -= 1,
            None => {}
        }
        Ok(Some(byte))
    }

    pub(super) fn refuse(&mut self, trouble: Trouble) -> io::Error {
        self.trouble = Some(trouble);
        io::ErrorKind::InvalidData.into()
    }
}

/// So many bytes at the beginning stand for themselves in a text (RFC 8259, section 7).
fn plain(bytes: &[u8]) -> usize {
    let marked = memchr::memchr2(b'"', b'\\', bytes).unwrap_or(bytes.len());
    let plain = bytes.get(..marked).unwrap_or(bytes);
    // Without a way out, this is done for many bytes at once.
    if plain.iter().fold(false, |any, byte| any | (*byte < b' ')) {
        return plain.iter().position(|byte| *byte < b' ').unwrap_or(marked);
    }
    marked
}

/// The same for the reader of JSON, which takes no byte before it needs it.
pub(super) struct Bytes<'f, 'r>(pub(super) &'f RefCell<Feed<'r>>);

impl Read for Bytes<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Some(first) = into.first_mut() else { return Ok(0) };
        let Some(byte) = self.0.borrow_mut().next()? else { return Ok(0) };
        *first = byte;
        Ok(1)
    }
}
