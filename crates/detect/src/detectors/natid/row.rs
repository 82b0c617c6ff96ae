//! The table of numbers: what a row says, and how the row for a piece of text is found quickly.
//!
//! A row lists the ways its number is written as patterns: `9` is a digit, `A` a letter, `*` either; a blank, a hyphen and every
//! other sign stand for themselves (a blank also for its non-breaking and narrow kin, a hyphen for the dashes).

use std::sync::LazyLock;

use crate::lexicon::SenseSet;
use crate::token::{self, Class};

/// The most letters and digits of a number.
const LONGEST: usize = 24;

/// What is known about a number that fits a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// No more than its form.
    Form,
    /// Ranges or a date within it.
    Rule,
    /// A check digit.
    Digit,
}

/// One number of a country.
#[derive(Debug)]
pub(super) struct Row {
    /// Its name in findings, country first: `de-tax-id`.
    pub(super) form: &'static str,
    /// What words near it mean.
    pub(super) senses: SenseSet,
    /// Words that name this very number; all of them are in the lexicon, with one of the senses.
    pub(super) words: &'static [&'static str],
    /// How it is written, each with the score that it deserves without any word near, if the check holds.
    pub(super) written: &'static [(&'static str, u8)],
    /// Whether the letters and digits (capitals, nothing between) make a number that can exist.
    pub(super) holds: fn(&[u8]) -> bool,
    /// What that tells.
    pub(super) proof: Proof,
}

/// The numbers of a country.
#[derive(Debug)]
pub(super) struct Country {
    /// Which languages of the lexicon are spoken there, as bits in the order of `lexicon::LANGUAGES`.
    pub(super) languages: u8,
    /// Its numbers.
    pub(super) rows: &'static [Row],
}

/// A row of the table.
pub(super) const fn row(
    form: &'static str,
    senses: SenseSet,
    words: &'static [&'static str],
    written: &'static [(&'static str, u8)],
    holds: fn(&[u8]) -> bool,
    proof: Proof,
) -> Row {
    Row { form, senses, words, written, holds, proof }
}

/// For rows without anything to check.
pub(super) fn anything(_: &[u8]) -> bool {
    true
}

/// One way to write one number.
#[derive(Debug)]
pub(super) struct Written {
    /// What is written.
    pub(super) row: &'static Row,
    /// How.
    pub(super) pattern: &'static str,
    /// The score without any word near.
    pub(super) alone: u8,
    /// The languages of its country.
    pub(super) languages: u8,
    /// The hashes of the row's words.
    pub(super) words: Vec<u32>,
    /// How many letters and digits stand behind its first sign; 0 where it has none.
    pub(super) second: usize,
}

/// How many letters and digits stand at a place of the text behind one sign of ASCII; `None` behind another.
///
/// What goes on behind a sign must have as many as the pattern, or it does not fit: nearly all patterns end with this.
pub(super) fn second(text: &[u8], sign: usize) -> Option<usize> {
    let (first, rest) = text.get(sign..)?.split_first()?;
    let length = || rest.iter().take(LONGEST + 1).take_while(|b| b.is_ascii_alphanumeric()).count();
    first.is_ascii().then(length)
}

/// The same of a pattern.
fn second_of(pattern: &str) -> usize {
    let part = |b: &u8| matches!(b, b'9' | b'A' | b'*');
    let behind = pattern.bytes().skip_while(part).skip(1);
    behind.take_while(part).count()
}

/// The letters and digits of a number, in capitals, without what stands between.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Compact {
    bytes: [u8; LONGEST],
    len: u8,
    /// Whether a letter was small.
    pub(super) small: bool,
}

impl Compact {
    /// The letters and digits.
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or(&[])
    }
    /// The same as text.
    pub(super) fn text(&self) -> &str {
        std::str::from_utf8(self.bytes()).unwrap_or("")
    }
    /// Adds one; false when there is no room.
    pub(super) fn push(&mut self, byte: u8) -> bool {
        let Some(place) = self.bytes.get_mut(usize::from(self.len)) else { return false };
        *place = byte.to_ascii_uppercase();
        self.small |= byte.is_ascii_lowercase();
        self.len += 1;
        true
    }
}

/// Reads what fits a pattern at a place of the text: the byte after it, and what was read.
pub(super) fn read(text: &[u8], start: usize, pattern: &str) -> Option<(usize, Compact)> {
    // Few things fit: what was read is only put together for those.
    let end = fitting(text, start, pattern)?;
    let mut compact = Compact::default();
    for byte in text.get(start..end)?.iter().filter(|b| b.is_ascii_alphanumeric()) {
        if !compact.push(*byte) {
            return None;
        }
    }
    Some((end, compact))
}

/// The byte after what fits a pattern at a place of the text.
fn fitting(text: &[u8], start: usize, pattern: &str) -> Option<usize> {
    let mut at = start;
    for wanted in pattern.bytes() {
        let byte = *text.get(at)?;
        let fits = match wanted {
            b'9' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_alphabetic(),
            b'*' => byte.is_ascii_alphanumeric(),
            _ => {
                at += sign(text.get(at..)?, wanted)?;
                continue;
            }
        };
        if !fits {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The length of a sign, or of one of its kin, at the start of the text.
fn sign(text: &[u8], wanted: u8) -> Option<usize> {
    match (wanted, text) {
        (_, [first, ..]) if *first == wanted => Some(1),
        (b' ', [0xc2, 0xa0, ..]) => Some(2),
        (b' ', [0xe2, 0x80, 0x89 | 0xaf, ..]) | (b'-', [0xe2, 0x80, 0x90..=0x95, ..]) => Some(3),
        _ => None,
    }
}

/// All ways to write all numbers, by how they start: by class and length of the first token, and by what stands after it.
#[derive(Debug)]
pub(super) struct Index {
    by_key: Vec<[Start; AFTER.len() + 1]>,
}

/// The ways to write numbers that start alike.
#[derive(Debug, Default)]
pub(super) struct Start {
    /// Them.
    pub(super) written: Vec<Written>,
    /// The best score that one of them deserves without any word near.
    pub(super) alone: u8,
    /// How many letters and digits stand behind the first sign of each: bit n for n.
    pub(super) seconds: u32,
}

impl Start {
    /// Whether one of them has so many letters and digits behind its first sign ([`second`]).
    #[inline]
    pub(super) fn has(&self, second: Option<usize>) -> bool {
        second.map_or(self.seconds != 0, |length| self.seconds & 1 << length != 0)
    }
}

static NOTHING: Start = Start { written: Vec::new(), alone: 0, seconds: 0 };

/// What stands after the first letters and digits of a pattern, beside nothing.
const AFTER: &[u8; 5] = b" -./+";
/// The longest start of a pattern that is told apart.
const LENGTHS: usize = LONGEST + 1;

/// The index over the table.
pub(super) static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(super::COUNTRIES));

impl Index {
    fn new(countries: &[&'static Country]) -> Self {
        let mut by_key: Vec<[Start; AFTER.len() + 1]> = Vec::new();
        by_key.resize_with(3 * LENGTHS, Default::default);
        for (country, row) in countries.iter().flat_map(|c| c.rows.iter().map(move |r| (c, r))) {
            let words: Vec<u32> = row.words.iter().map(|w| token::hash(w)).collect();
            for (pattern, alone) in row.written {
                for (key, after) in keys(pattern) {
                    let starts = by_key.get_mut(key);
                    let Some(start) = starts.and_then(|s| s.get_mut(after)) else { continue };
                    let (words, languages, alone) = (words.clone(), country.languages, *alone);
                    let second = second_of(pattern);
                    start.written.push(Written { row, pattern, alone, languages, words, second });
                    start.alone = start.alone.max(alone);
                    start.seconds |= 1 << second;
                }
            }
        }
        Self { by_key }
    }

    /// The ways to write numbers that start with a token of this class and length: those that are the token, and those that
    /// go on with `next`, the byte after it.
    #[inline]
    pub(super) fn starting(
        &'static self,
        class: Class,
        len: usize,
        next: u8,
    ) -> [&'static Start; 2] {
        let Some([ending, going_on @ ..]) = key(class, len).and_then(|k| self.by_key.get(k)) else {
            return [&NOTHING; 2];
        };
        // Nothing goes on with any other byte.
        let going_on = after(next).checked_sub(1).and_then(|sign| going_on.get(sign));
        [ending, going_on.unwrap_or(&NOTHING)]
    }
}

/// The number of a sign in [`AFTER`], from 1; 0 for others. Signs beyond ASCII are the kin of the blank or the hyphen.
fn after(next: u8) -> usize {
    match next {
        b' ' | 0xc2 => 1,
        b'-' | 0xe2 => 2,
        b'.' => 3,
        b'/' => 4,
        b'+' => 5,
        _ => 0,
    }
}

/// The number of a class and a length.
#[inline]
fn key(class: Class, len: usize) -> Option<usize> {
    // Signs and lines come after words, numbers and mixtures, and so behind the end of the index.
    let class = class as usize;
    (len < LENGTHS).then_some(class * LENGTHS + len)
}

/// Under which keys a pattern is found, and after which sign: `*` may be a digit or a letter.
fn keys(pattern: &str) -> impl Iterator<Item = (usize, usize)> {
    let bytes = pattern.as_bytes();
    let len = bytes.iter().position(|b| !matches!(b, b'9' | b'A' | b'*')).unwrap_or(bytes.len());
    let sign = bytes.get(len).map_or(0, |b| after(*b));
    let start = bytes.get(..len).unwrap_or(&[]);
    let (letter, digit) = (start.contains(&b'A'), start.contains(&b'9'));
    let classes = [
        (Class::Number, !letter),
        (Class::Mixed, letter && digit || start.contains(&b'*')),
        (Class::Word, !digit),
    ];
    let can = classes.into_iter().filter(|(_, can)| *can);
    can.filter_map(move |(class, _)| Some((key(class, len)?, sign)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::built_in;

    #[test]
    fn patterns_are_read() {
        let read = |text: &str, pattern| {
            read(text.as_bytes(), 0, pattern).map(|(end, c)| (end, c.text().to_owned()))
        };
        assert_eq!(read("12 3a x", "99 9A"), Some((5, "123A".to_owned())));
        assert_eq!(read("12\u{a0}3\u{2011}4", "99 9-9"), Some((9, "1234".to_owned())));
        assert_eq!(read("12-3", "99 9"), None);
        assert_eq!(read("12", "99 9"), None);
        assert_eq!(read(&"1".repeat(99), "9".repeat(99).leak()), None);
    }

    #[test]
    fn the_table_is_sound() {
        for row in super::super::COUNTRIES.iter().flat_map(|c| c.rows) {
            let form = row.form;
            assert!(row.senses != SenseSet::EMPTY && !row.written.is_empty(), "{form}");
            for word in row.words {
                let senses = built_in().word(word).senses;
                assert!(senses.meets(row.senses), "{form}: {word} is not in the lexicon");
            }
            for (pattern, _) in row.written {
                assert!(keys(pattern).next().is_some(), "{form}: {pattern}");
                let signs = pattern.bytes().filter(|b| !matches!(b, b'9' | b'A' | b'*'));
                assert!(signs.clone().all(|s| AFTER.contains(&s)), "{form}: {pattern}");
            }
        }
    }
}
