//! Cutting a text into tokens, in one pass.
//!
//! A token is a word (letters), a number (digits), a mixture of both, one sign, or a line end. Blanks are not tokens: the
//! distance between two tokens tells of them. Words carry a hash of their folded spelling (lower case; Latin, Greek and Cyrillic),
//! made while reading, so that looking them up in the lexicon or in a model costs no second reading.

mod block;

pub use block::{Block, STRETCH, sum_up};

use crate::lexicon::Lexicon;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// Letters only.
    Word,
    /// ASCII digits only.
    Number,
    /// Letters and digits.
    Mixed,
    /// One sign.
    Sign,
    /// A line end: `\n` (a `\r` before it counts as a blank).
    Line,
}

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Case {
    /// No letters, or a script without case.
    None,
    /// `lower`
    Lower,
    /// `Title` (also one capital letter alone).
    Title,
    /// `UPPER` (two letters or more).
    Upper,
    /// `camelCase`, `McDonald`
    Camel,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Hash of the folded spelling; for a sign its character.
    pub hash: u32,
    /// Number of its entry in the lexicon; 0 for none.
    pub entry: u16,
    /// What it is made of.
    pub class: Class,
    /// How it is written.
    pub case: Case,
}

impl Token {
    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }
    /// Never true of a token of a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.end == self.start
    }
    /// Its bytes in the text.
    #[must_use]
    pub fn place(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
    /// Whether it is this sign.
    #[must_use]
    pub fn is(&self, sign: char) -> bool {
        self.class == Class::Sign && self.hash == sign as u32
    }
}

/// The largest text that is cut at once, in bytes: places are 32 bits wide.
pub const LONGEST: usize = 1 << 30;

/// Cuts a text into tokens, reusing the vector. What lies beyond [`LONGEST`] is not read; streams cut long before.
pub fn cut(text: &str, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    tokens.clear();
    let bytes = text.as_bytes();
    let bytes = bytes.get(..bytes.len().min(LONGEST)).unwrap_or(bytes);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at = match class(byte) {
            LETTER => run(text, bytes, at, lexicon, tokens),
            BLANK => at + 1,
            HIGH => letters(text, at, lexicon, tokens),
            LINE => {
                push(tokens, at, at + 1, u32::from(b'\n'), 0, Class::Line, Case::None);
                at + 1
            }
            _ => {
                push(tokens, at, at + 1, u32::from(byte), 0, Class::Sign, Case::None);
                at + 1
            }
        }
    }
}

const BLANK: u8 = 0;
/// A letter or a digit.
const LETTER: u8 = 1;
const HIGH: u8 = 2;
const SIGN: u8 = 3;
const LINE: u8 = 4;

#[inline]
#[expect(clippy::indexing_slicing, reason = "the table has a place for every byte")]
fn class(byte: u8) -> u8 {
    CLASSES[byte as usize]
}

/// The class of each byte.
#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
const CLASSES: [u8; 256] = {
    let mut table = [SIGN; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'\n' => LINE,
            0..=b' ' | 0x7f => BLANK,
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            0x80..=0xff => HIGH,
            _ => SIGN,
        };
        b += 1;
    }
    table
};

/// Makes the hash of a word, from its folded spelling in UTF-8: eight bytes at a time, as [`run`] reads them.
///
/// A multiplication by an odd constant mixes upwards, so the high half is folded down after each (the way of `wyhash` and its
/// kin; nothing here has to withstand somebody who looks for collisions).
#[derive(Clone, Copy)]
struct Hasher {
    state: u64,
    chunk: u64,
    filled: u32,
}

impl Hasher {
    const NEW: Self = Self { state: 0x243f_6a88_85a3_08d3, chunk: 0, filled: 0 };

    /// Takes in up to eight bytes, zeros in the places not used.
    #[inline]
    fn eight(&mut self, chunk: u64) {
        let wide = (self.state ^ chunk).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.state = wide ^ (wide >> 32);
    }
    fn character(&mut self, c: char) {
        let mut room = [0; 4];
        for byte in c.encode_utf8(&mut room).bytes() {
            self.chunk |= u64::from(byte) << (8 * self.filled);
            self.filled += 1;
            if self.filled == 8 {
                self.eight(self.chunk);
                (self.chunk, self.filled) = (0, 0);
            }
        }
    }
    #[inline]
    fn finish(mut self) -> u32 {
        if self.filled > 0 {
            self.eight(self.chunk);
        }
        (self.state.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32
    }
}

/// The hash under which a word is looked up: of its folded spelling.
#[must_use]
pub fn hash(word: &str) -> u32 {
    let mut hasher = Hasher::NEW;
    word.chars().for_each(|c| hasher.character(fold(c)));
    hasher.finish()
}

/// Lower case for one character, as the tokens' hashes see it.
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        '\0'..='\x7f' => return c.to_ascii_lowercase(),
        // Latin-1, where most letters beyond ASCII are.
        'À'..='Ö' | 'Ø'..='Þ' => return char::from(c as u8 | 0x20),
        'ß'..='ö' | 'ø'..='ÿ' => return c,
        _ => {}
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// The highest bit of each of eight bytes, and bytes that are all the same.
const HIGHS: u64 = 0x8080_8080_8080_8080;
const fn all(byte: u8) -> u64 {
    byte as u64 * 0x0101_0101_0101_0101
}

/// Tells by the highest bit of each byte which of eight bytes of ASCII lie in a range: adding carries into that bit from the
/// range's first byte on, and from behind its last. The other bits mean nothing.
#[inline]
const fn within(ascii: u64, first: u8, last: u8) -> u64 {
    (ascii + all(0x80 - first)) ^ (ascii + all(0x7f - last))
}

/// Eight bytes of the text from a place on, the first one lowest; zeros after its end.
#[inline]
fn eight(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at + 8).and_then(|e| e.first_chunk()) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => last(bytes, at),
    }
}

/// The same where fewer than eight are left.
#[cold]
fn last(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).unwrap_or(&[]).iter().rev().fold(0, |n, b| n << 8 | u64::from(*b))
}

/// What has been read of a word.
#[derive(Clone, Copy, Default)]
struct Seen {
    digits: bool,
    lowers: bool,
    others: bool,
    first_upper: bool,
    uppers: u32,
}

impl Seen {
    fn class(self) -> Class {
        match (self.lowers || self.others || self.uppers > 0, self.digits) {
            (false, _) => Class::Number,
            (_, false) => Class::Word,
            _ => Class::Mixed,
        }
    }
    fn case(self) -> Case {
        match (self.lowers, self.uppers) {
            (false, 0) => Case::None,
            (true, 0) => Case::Lower,
            (false, 1) => Case::Title,
            (false, _) => Case::Upper,
            (true, 1) if self.first_upper => Case::Title,
            _ => Case::Camel,
        }
    }
}

/// Eight bytes of the text from the start of a word or from within it.
#[derive(Clone, Copy)]
struct Chunk {
    /// Their folded spelling, zeros behind the word's end.
    folded: u64,
    /// Marks of letters, of capitals among them, of digits.
    letters: u64,
    capitals: u64,
    digits: u64,
    /// How many bytes belong to the word.
    length: usize,
    /// The byte behind the word; 0 where that is not among the eight.
    after: u8,
}

impl Chunk {
    #[inline]
    fn read(bytes: &[u8], at: usize) -> Self {
        let chunk = eight(bytes, at);
        // Digits have the bit that tells small letters from capitals, too.
        let folded = chunk | all(0x20);
        let ascii = !chunk & HIGHS;
        let letters = within(folded & !HIGHS, b'a', b'z') & ascii;
        let digits = within(chunk & !HIGHS, b'0', b'9') & ascii;
        let stop = (letters | digits) ^ HIGHS;
        let capitals = letters & !(chunk << 2);
        if stop == 0 {
            return Self { folded, letters, capitals, digits, length: 8, after: 0 };
        }
        // Everything below the first byte that stops.
        let used = (stop & stop.wrapping_neg()).wrapping_sub(1) >> 7;
        let length = stop.trailing_zeros() / 8;
        Self {
            folded: folded & used,
            letters: letters & used,
            capitals: capitals & used,
            digits: digits & used,
            length: length as usize,
            after: (chunk >> (8 * length)) as u8,
        }
    }
}

/// Reads a run of ASCII letters and digits that starts at `at`, eight bytes at a time; returns the place after it, and after
/// the blank that mostly follows. One that has letters beyond ASCII is read again by [`letters`].
#[inline]
fn run(text: &str, bytes: &[u8], at: usize, lexicon: &Lexicon, tokens: &mut Vec<Token>) -> usize {
    let Chunk { folded, letters, capitals, digits, length, after } = Chunk::read(bytes, at);
    if length == 8 {
        return long_run(text, bytes, at, lexicon, tokens);
    }
    if after >= 0x80 {
        return self::letters(text, at, lexicon, tokens);
    }
    let mut hasher = Hasher::NEW;
    hasher.eight(folded);
    let class = match (letters, digits) {
        (_, 0) => Class::Word,
        (0, _) => Class::Number,
        _ => Class::Mixed,
    };
    let case = if capitals == 0 {
        if letters == 0 { Case::None } else { Case::Lower }
    } else if capitals == letters {
        if capitals & (capitals - 1) == 0 { Case::Title } else { Case::Upper }
    } else if capitals == 0x80 {
        Case::Title
    } else {
        Case::Camel
    };
    let end = at + length;
    word(at, end, hasher.finish(), (class, case), lexicon, tokens);
    end + usize::from(after == b' ')
}

/// Reads a run that is longer than eight bytes.
fn long_run(
    text: &str,
    bytes: &[u8],
    at: usize,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) -> usize {
    let (mut seen, mut hasher, mut end) = (Seen::default(), Hasher::NEW, at);
    loop {
        let chunk = Chunk::read(bytes, end);
        seen.digits |= chunk.digits != 0;
        seen.lowers |= chunk.letters != chunk.capitals;
        seen.uppers += chunk.capitals.count_ones();
        seen.first_upper |= end == at && chunk.capitals & 0x80 != 0;
        if chunk.length > 0 {
            hasher.eight(chunk.folded);
        }
        end += chunk.length;
        if chunk.length < 8 {
            break;
        }
    }
    if bytes.get(end).is_some_and(|b| *b >= 0x80) {
        return letters(text, at, lexicon, tokens);
    }
    word(at, end, hasher.finish(), (seen.class(), seen.case()), lexicon, tokens);
    end
}

#[inline]
fn word(
    start: usize,
    end: usize,
    hash: u32,
    (class, case): (Class, Case),
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) {
    let entry = if class == Class::Word { lexicon.look_up(hash) } else { 0 };
    push(tokens, start, end, hash, entry, class, case);
}

/// Reads a run of letters and digits of any script, or the one character beyond ASCII that is none.
fn letters(text: &str, at: usize, lexicon: &Lexicon, tokens: &mut Vec<Token>) -> usize {
    let (mut seen, mut hasher, mut end) = (Seen::default(), Hasher::NEW, at);
    for c in text.get(at..).unwrap_or("").chars() {
        if !seen.take(c, end == at) {
            break;
        }
        hasher.character(fold(c));
        end += c.len_utf8();
    }
    if end == at {
        return sign(text, at, tokens);
    }
    word(at, end, hasher.finish(), (seen.class(), seen.case()), lexicon, tokens);
    end
}

impl Seen {
    /// Takes in a character; false if it is neither a letter nor a digit.
    fn take(&mut self, c: char, first: bool) -> bool {
        match c {
            'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' => self.lowers = true,
            'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => self.upper(first),
            '0'..='9' => self.digits = true,
            '\0'..='\x7f' => return false,
            c if !(c.is_alphabetic() || is_mark(c)) => return false,
            c if c.is_uppercase() => self.upper(first),
            c if c.is_lowercase() => self.lowers = true,
            _ => self.others = true,
        }
        true
    }
    fn upper(&mut self, first: bool) {
        self.uppers += 1;
        self.first_upper |= first;
    }
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A character beyond ASCII that is no letter: blank, line separator or sign.
fn sign(text: &str, at: usize, tokens: &mut Vec<Token>) -> usize {
    let Some(c) = text.get(at..).and_then(|t| t.chars().next()) else { return text.len() };
    let end = at + c.len_utf8();
    match c {
        '\u{2028}' | '\u{2029}' | '\u{85}' => {
            push(tokens, at, end, u32::from(b'\n'), 0, Class::Line, Case::None);
        }
        c if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') => {}
        c => push(tokens, at, end, c as u32, 0, Class::Sign, Case::None),
    }
    end
}

#[inline]
fn push(
    tokens: &mut Vec<Token>,
    start: usize,
    end: usize,
    hash: u32,
    entry: u16,
    class: Class,
    case: Case,
) {
    // Within `LONGEST`, places fit 32 bits.
    tokens.push(Token { start: start as u32, end: end as u32, hash, entry, class, case });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<(String, Class, Case)> {
        let mut out = Vec::new();
        cut(text, &Lexicon::default(), &mut out);
        out.iter().map(|t| (text[t.place()].to_owned(), t.class, t.case)).collect()
    }

    #[test]
    fn words_numbers_mixtures_and_signs() {
        let found = tokens("Frau Müller-Ö, DE89 12.5\r\nO\u{2019}Brien ΑΒΓ");
        let expected = [
            ("Frau", Class::Word, Case::Title),
            ("Müller", Class::Word, Case::Title),
            ("-", Class::Sign, Case::None),
            ("Ö", Class::Word, Case::Title),
            (",", Class::Sign, Case::None),
            ("DE89", Class::Mixed, Case::Upper),
            ("12", Class::Number, Case::None),
            (".", Class::Sign, Case::None),
            ("5", Class::Number, Case::None),
            ("\n", Class::Line, Case::None),
            ("O", Class::Word, Case::Title),
            ("\u{2019}", Class::Sign, Case::None),
            ("Brien", Class::Word, Case::Title),
            ("ΑΒΓ", Class::Word, Case::Upper),
        ];
        assert_eq!(found, expected.map(|(w, c, k)| (w.to_owned(), c, k)));
    }

    #[test]
    fn a_word_has_the_hash_of_its_folded_spelling() {
        for word in ["Straße", "MÜLLER", "Šárka", "Ελλάδα", "x9Y", "Ľubica"] {
            let mut out = Vec::new();
            cut(word, &Lexicon::default(), &mut out);
            assert_eq!(out[0].hash, hash(word), "{word}");
            assert_eq!(hash(word), hash(&word.chars().map(fold).collect::<String>()), "{word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn tokens_are_in_order_and_at_characters(text in ".{0,200}") {
            let mut out = Vec::new();
            cut(&text, &Lexicon::default(), &mut out);
            let mut end = 0;
            for token in &out {
                assert!(token.start >= end && token.end > token.start);
                assert!(text.get(token.place()).is_some());
                end = token.end;
            }
        }
    }
}
