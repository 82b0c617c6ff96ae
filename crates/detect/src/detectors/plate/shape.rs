//! How plates are written: letters and digits in pieces, with a hyphen, a blank or nothing between, and what country writes
//! them so.

use std::ops::Range;

use super::districts;
use crate::token::{Block, Case, Class, Token};

/// What stands before a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    None,
    Blank,
    Hyphen,
}

/// Letters or digits of a plate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) joint: Joint,
    /// Byte after its last.
    end: usize,
}

impl Piece<'_> {
    fn is_number(&self) -> bool {
        self.text.as_bytes().first().is_some_and(u8::is_ascii_digit)
    }
    fn len(&self) -> usize {
        self.text.chars().count()
    }
    fn is_letters(&self, count: std::ops::RangeInclusive<usize>) -> bool {
        !self.is_number() && count.contains(&self.len())
    }
    fn is_digits(&self, count: std::ops::RangeInclusive<usize>) -> bool {
        self.is_number() && count.contains(&self.len())
    }
}

/// The most pieces of one plate, and the most characters.
const MOST_PIECES: usize = 6;
const MOST_CHARACTERS: usize = 9;

/// The pieces that start at a token.
pub(super) struct Stretch<'a> {
    start: usize,
    pieces: [Piece<'a>; MOST_PIECES],
    count: usize,
}

impl<'a> Stretch<'a> {
    pub(super) fn read(block: &Block<'a>, first: usize) -> Self {
        let start = block.token(first).map_or(0, |t| t.start as usize);
        let none = Piece { text: "", joint: Joint::None, end: start };
        let mut stretch = Self { start, pieces: [none; MOST_PIECES], count: 0 };
        let (mut at, mut joint, mut count) = (first, Joint::None, 0);
        while let Some(token) = block.token(at) {
            count += token.len();
            if !is_part(token) || count > MOST_CHARACTERS + 2 {
                break;
            }
            stretch.add(block, token, joint);
            match next(block, at) {
                Some((after, sign)) if stretch.count < MOST_PIECES => (at, joint) = (after, sign),
                _ => break,
            }
        }
        stretch
    }

    fn pieces(&self) -> &[Piece<'a>] {
        self.pieces.get(..self.count).unwrap_or(&[])
    }

    /// Adds a token, cut where letters meet digits.
    fn add(&mut self, block: &Block<'a>, token: &Token, mut joint: Joint) {
        let mut rest = block.slice(token.place());
        let mut end = token.start as usize;
        while let Some(first) = rest.chars().next() {
            let digit = first.is_ascii_digit();
            let cut = rest.find(|c: char| c.is_ascii_digit() != digit).unwrap_or(rest.len());
            let (text, after) = rest.split_at(cut);
            end += cut;
            let Some(room) = self.pieces.get_mut(self.count) else { return };
            *room = Piece { text, joint, end };
            self.count += 1;
            (rest, joint) = (after, Joint::None);
        }
    }

    /// The longest beginning that a country writes so.
    pub(super) fn known(&self) -> Option<(Form, &[Piece<'a>])> {
        (2..=self.count).rev().find_map(|count| {
            let pieces = self.pieces().get(..count)?;
            Some((form(pieces)?, pieces))
        })
    }

    /// The shortest beginning with letters and digits that is long enough for a plate of any country.
    pub(super) fn any(&self) -> Option<&[Piece<'a>]> {
        (1..=self.count).find_map(|count| {
            let pieces = self.pieces().get(..count)?;
            let characters: usize = pieces.iter().map(Piece::len).sum();
            let both = pieces.iter().any(Piece::is_number) && !pieces.iter().all(Piece::is_number);
            // A token is not cut: the piece after stands apart.
            let apart = self.pieces().get(count).is_none_or(|p| p.joint != Joint::None);
            (both && apart && (5..=MOST_CHARACTERS).contains(&characters)).then_some(pieces)
        })
    }

    pub(super) fn place(&self, pieces: &[Piece<'_>]) -> Range<usize> {
        self.start..pieces.last().map_or(self.start, |p| p.end)
    }
}

/// Capitals, digits, or both.
fn is_part(token: &Token) -> bool {
    match token.class {
        Class::Number => token.len() <= 6,
        Class::Word => {
            token.len() <= 5
                && (token.case == Case::Upper || token.case == Case::Title && token.len() <= 2)
        }
        Class::Mixed => {
            token.len() <= MOST_CHARACTERS && matches!(token.case, Case::Upper | Case::Title)
        }
        _ => false,
    }
}

/// The token after one, if only a hyphen or one blank stands between.
fn next(block: &Block<'_>, at: usize) -> Option<(usize, Joint)> {
    let (token, after) = (block.token(at)?, block.token(at + 1)?);
    let gap = after.start - token.end;
    if after.class != Class::Sign {
        return (gap == 1 && block.byte(token.end as usize) == b' '
            || gap == 2 && is_nbsp(block, token.end))
        .then_some((at + 1, Joint::Blank));
    }
    let far = block.token(at + 2)?;
    (is_hyphen(after) && gap == 0 && far.start == after.end).then_some((at + 2, Joint::Hyphen))
}

/// The token before one, if only a hyphen or one blank stands between.
pub(super) fn previous(block: &Block<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let start = if block.token(before)?.class == Class::Sign { at.checked_sub(2)? } else { before };
    (next(block, start)?.0 == at).then_some(start)
}

fn is_nbsp(block: &Block<'_>, end: u32) -> bool {
    block.byte(end as usize) == 0xc2
}

fn is_hyphen(token: &Token) -> bool {
    ['-', '\u{2010}', '\u{2011}', '\u{2013}'].into_iter().any(|c| token.is(c))
}

/// Who writes plates so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) name: &'static str,
    /// Rarely anything else, even without a word.
    pub(super) telling: bool,
}

fn form(pieces: &[Piece<'_>]) -> Option<Form> {
    let found = |name, telling| Some(Form { name, telling });
    match pieces {
        [a, b, n] | [a, b, n, _] if is_german(a, b, n, pieces.get(3)) => {
            found("de", b.joint == Joint::Hyphen && n.joint != Joint::Hyphen && n.len() >= 3)
        }
        [a, n, b] if a.is_letters(2..=2) && n.is_digits(3..=3) && b.is_letters(2..=2) => {
            three_digits(a, n, b)
        }
        [a, n, b] if a.is_letters(2..=2) && n.is_digits(2..=2) && b.is_letters(3..=3) => {
            is_british(a, n, b).then_some(Form { name: "gb", telling: b.joint == Joint::Blank })
        }
        [n, l] if n.is_digits(4..=4) && l.is_letters(3..=3) && is_without(l, "AEIOUÑQ") => {
            found("es", false)
        }
        [a, n, rest @ ..]
            if a.is_letters(2..=2) && districts::is_swiss(a.text) && is_swiss(n, rest) =>
        {
            found("ch", false)
        }
        [a, n, l]
            if a.is_letters(1..=2) && districts::is_austrian(a.text) && is_austrian(a, n, l) =>
        {
            found("at", false)
        }
        _ => None,
    }
}

/// `B-AB 1234`, `M AB 123E`: at most eight characters (FZV § 9, annex 2).
fn is_german(
    district: &Piece<'_>,
    letters: &Piece<'_>,
    number: &Piece<'_>,
    suffix: Option<&Piece<'_>>,
) -> bool {
    let ends = suffix.is_none_or(|s| s.joint == Joint::None && matches!(s.text, "E" | "H"));
    let count: usize = [district, letters, number].into_iter().chain(suffix).map(Piece::len).sum();
    district.is_letters(1..=3)
        && letters.joint != Joint::None
        && letters.is_letters(1..=2)
        && letters.text.is_ascii()
        && number.is_digits(1..=4)
        && !number.text.starts_with('0')
        && ends
        && count <= 8
        && districts::is_german(district.text)
}

/// `AB-123-CD` (France since 2009, Italy with blanks), `BA-123AB` (Slovakia).
fn three_digits(a: &Piece<'_>, n: &Piece<'_>, b: &Piece<'_>) -> Option<Form> {
    let french = n.joint == b.joint && is_without(a, "IOU") && is_without(b, "IOU");
    if french && n.joint == Joint::Hyphen {
        return Some(Form { name: "fr", telling: true });
    }
    if districts::is_slovak(a.text) && b.joint != Joint::Hyphen {
        return Some(Form {
            name: "sk",
            telling: n.joint == Joint::Hyphen && b.joint == Joint::None,
        });
    }
    let name = if french { "fr" } else { "sk" };
    (french || n.joint != b.joint).then_some(Form { name, telling: false })
}

/// `AB12 CDE`: since September 2001; the number is the year, or the year and 50.
fn is_british(a: &Piece<'_>, n: &Piece<'_>, b: &Piece<'_>) -> bool {
    let year = n.text.parse::<u32>().unwrap_or(0) % 50;
    n.joint == Joint::None
        && b.joint != Joint::Hyphen
        && is_without(a, "IQZ")
        && is_without(b, "IQ")
        && (1..=30).contains(&year)
}

/// `ZH 123456`, `ZH 123 456`.
fn is_swiss(number: &Piece<'_>, rest: &[Piece<'_>]) -> bool {
    match rest {
        [] => number.is_digits(1..=6),
        [more] => number.is_digits(1..=3) && more.is_digits(3..=3),
        _ => false,
    }
}

/// `W-12345 A`, `GU 123 AB`: digits, then letters.
fn is_austrian(a: &Piece<'_>, n: &Piece<'_>, l: &Piece<'_>) -> bool {
    n.is_digits(1..=5) && l.is_letters(1..=3) && (4..=8).contains(&(a.len() + n.len() + l.len()))
}

fn is_without(piece: &Piece<'_>, letters: &str) -> bool {
    piece.text.is_ascii() && !piece.text.contains(|c| letters.contains(c))
}
