//! Numbers that no row of the table knows, where words announce them clearly: "driver's license number is 2270-66-1551".
//!
//! States and offices have more forms than the table; what stands after the words is taken when it looks like a number of
//! that kind at all: 6 to 20 letters and digits, most of them digits, neither a date nor an amount.

use super::context::{Clarity, Context, ends, is_amount};
use super::row::Compact;
use super::{IDENTITY, LICENCE, PASSPORT, SOCIAL, TAX};
use crate::Kind;
use crate::finding::{Evidence, Finding, Found, LIKELY};
use crate::lexicon::SenseSet;
use crate::token::{Block, Class, Token};

/// The general forms, by what announces them, and how many halves of an announcement it takes.
const FORMS: [(&str, SenseSet, u8); 5] = [
    ("driving-licence", LICENCE, 2),
    ("passport", PASSPORT, 2),
    ("identity-number", IDENTITY, 2),
    ("social-security", SOCIAL, 2),
    ("tax-number", TAX, 1),
];

/// Within how many words before the number.
const CLOSE: u8 = 3;
const SHORTEST: usize = 6;
const LONGEST: usize = 20;
/// How many groups are taken together.
const GROUPS: usize = 6;

/// Whether a number or mixture may become long enough; most in text are short: years, amounts, times.
#[inline]
pub(super) fn may_be(block: &Block<'_>, token: &Token) -> bool {
    let end = token.end as usize;
    let goes_on = match block.byte(end) {
        b' ' => block.byte(end + 1).is_ascii_digit(),
        b'-' | b'/' | b'.' => {
            let next = block.byte(end + 1);
            next.is_ascii_alphanumeric() || !next.is_ascii()
        }
        _ => false,
    };
    token.len() >= SHORTEST || token.len() >= 2 && goes_on
}

/// Takes what stands at a token where something [`may_be`], begins and [is not continued](is_continued), if words announce it.
pub(super) fn look(
    block: &Block<'_>,
    first: usize,
    before: &mut Option<Context>,
    found: &mut Found,
) {
    let Some(start) = block.token(first).map(|t| t.start as usize) else { return };
    let context = before.get_or_insert_with(|| Context::before(block, first));
    if context.is_silent() {
        return;
    }
    let Some((end, compact)) = extent(block, first) else { return };
    let nearest = FORMS
        .iter()
        .map(|(form, senses, halves)| (*form, context.of(*senses), *halves))
        .filter(|(_, hint, halves)| hint.halves >= *halves && hint.clarity == Clarity::Whole)
        .filter(|(_, hint, _)| hint.distance <= CLOSE)
        .min_by_key(|(_, hint, _)| hint.distance);
    let Some((form, hint, _)) = nearest else { return };
    if context.other || is_amount(block, first, end) {
        return;
    }
    let word = block.token(hint.token).map_or(start..start, |t| t.place());
    let finding = Finding::new(Kind::NatId, start..end, LIKELY).form(form).normal(compact.text());
    found.push(finding.because(Evidence::Context(word)));
}

/// Whether the token goes on a number that was looked at before.
pub(super) fn is_continued(block: &Block<'_>, first: usize) -> bool {
    let number = |at: usize| block.token(at).is_some_and(|t| t.class == Class::Number);
    let joined = first.checked_sub(1).is_some_and(|at| {
        block.token(at).zip(block.token(first)).is_some_and(|(b, t)| t.start - b.end <= 1)
            && (number(at) || block.token(at).is_some_and(|t| t.class == Class::Mixed))
    });
    joined && number(first)
}

/// The groups of digits and letters that hang together by hyphens, slashes, dots, or single blanks between digits.
fn extent(block: &Block<'_>, first: usize) -> Option<(usize, Compact)> {
    let mut compact = Compact::default();
    let mut at = first;
    let mut signs = 0;
    for _ in 0..GROUPS {
        for byte in block.word(at).bytes() {
            if !byte.is_ascii_alphanumeric() || !compact.push(byte) {
                return None;
            }
        }
        match next(block, at) {
            Some(after) => (at, signs) = (after, signs + 1),
            None => break,
        }
    }
    let end = block.token(at)?.end as usize;
    let bytes = compact.bytes();
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let looks_right = (SHORTEST..=LONGEST).contains(&bytes.len()) && digits * 2 > bytes.len();
    (looks_right && !is_date(bytes.len(), digits, signs) && ends(block.text, end))
        .then_some((end, compact))
}

/// The next group, if it hangs on this one.
fn next(block: &Block<'_>, at: usize) -> Option<usize> {
    let (token, after) = (block.token(at)?, block.token(at + 1)?);
    if after.class == Class::Number && token.class == Class::Number {
        return (after.start == token.end + 1).then_some(at + 1);
    }
    let joins = after.start == token.end && (after.is('-') || after.is('/') || after.is('.'));
    let group = block.token(at + 2).filter(|g| g.start == after.end)?;
    let fits = matches!(group.class, Class::Number | Class::Mixed)
        || group.class == Class::Word && group.len() <= 2;
    (joins && fits).then_some(at + 2)
}

/// Whether this many letters and digits in so many groups are more likely a date: `12.05.2020`, `2020-05-12`.
fn is_date(length: usize, digits: usize, signs: usize) -> bool {
    signs == 2 && digits == length && (6..=8).contains(&length)
}
