//! Postal addresses as one finding: street and number, flat, P.O. box, postcode, town, state and country, as they follow
//! one another in running text, on one line or in a block of lines.
//!
//! Each part has its own file: [`street`], [`code`] (postcodes with their town), [`unit`] (flats, boxes, military mail).
//! A part is recognized where a number or a word wakes the detector; what follows it is added here. Forms follow the
//! Universal Postal Union's S42 templates of the countries, the suffixes of streets in the USPS Publication 28.
//!
//! A street without a number is a place ([`Kind::Loc`]); other places are left to `place`.

mod code;
mod join;
mod street;
mod suffix;
mod town;
mod unit;

use crate::Kind;
use crate::beside::{Beside, Shape};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, POSSIBLE};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, Token};

/// What a part of an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Street with its number.
    Street,
    /// Street without a number.
    Road,
    /// Flat, floor, staircase.
    Unit,
    /// P.O. box and its like.
    Box,
    /// Postcode with its town, or town with state and postcode.
    Code,
}

/// A part of an address: tokens from one to before another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub from: usize,
    pub to: usize,
    pub what: What,
    pub score: u8,
}

#[derive(Debug)]
pub(crate) struct Address;

impl Detector for Address {
    fn name(&self) -> &'static str {
        "address"
    }
    fn wakes(&self) -> Wakes {
        Wakes {
            numbers: Some(may_be_part),
            mixed: true,
            senses: SenseSet::of(&[
                Sense::Street,
                Sense::Unit,
                Sense::PostBox,
                Sense::PostcodeWord,
            ]),
            ..Wakes::NEVER
        }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        match token.class {
            Class::Number | Class::Mixed => at_number(at.block, at.token, found),
            Class::Word if token.case != Case::Lower => at_word(at.block, at.token, found),
            Class::Word if at.block.senses(at.token).has(Sense::PostcodeWord) => {
                report(at.block, code::after_its_word(at.block, at.token), found);
            }
            _ => {}
        }
    }
}

/// A house number behind or before its street, or a postcode, which may be of two groups.
fn may_be_part(shape: &Shape) -> bool {
    use Beside::{Blank, Colon, Comma, Dash, Dot, High, Percent, Plus, Slash, Stuck};
    let glued = matches!(shape.before, Dot | Slash | Plus | Stuck | Percent);
    let ends = match shape.after {
        Dot | Comma => !shape.digit_after,
        Colon | Percent => false,
        _ => true,
    };
    let behind_street =
        shape.digits <= 5 && matches!(shape.before, Blank | High) && !shape.digit_before && ends;
    let before_street = shape.digits <= 6
        && (matches!(shape.after, Blank | High) || shape.after == Comma && !shape.digit_after)
        && !glued
        && shape.before != Dash;
    let code = match (shape.digits, shape.after) {
        (2 | 4 | 5, Dash) | (3, Blank | High) => shape.digit_after,
        (4 | 5, Blank | High) => !shape.digit_after,
        _ => false,
    };
    behind_street || before_street || code && !glued && !shape.continues()
}

/// What a number can be depends on the blanks beside it; nearly all numbers are done with here.
fn at_number(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some(token) = block.token(at) else { return };
    let before = token.start.checked_sub(1).map_or(0, |i| block.byte(i as usize));
    let after = block.byte(token.end as usize);
    let mut street = None;
    if is_blank(before) && street::may_be_house(block, token) {
        street = street::before_number(block, at);
        if token.len() == 5 {
            report(block, code::state_before(block, at), found);
            report(block, code::after_country(block, at), found);
        }
    }
    let next = block.token(at + 1);
    // "12, rue", "12 , rue", "12 High Street".
    let word = |t: &Token| matches!(t.class, Class::Word | Class::Mixed) || t.is(',');
    if street.is_none() && (is_blank(after) && next.is_some_and(word) || after == b',') {
        street = street::after_number(block, at);
    }
    report(block, street, found);
    if code::may_start(token, after, next.map(|t| t.class)) {
        report(block, code::at(block, at, false), found);
    }
}

/// Whether a byte is a blank, or part of one beyond ASCII.
fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t' || byte >= 0x80
}

fn at_word(block: &Block<'_>, at: usize, found: &mut Found) {
    let senses = block.senses(at);
    if senses.has(Sense::PostBox) {
        report(block, unit::post_box(block, at), found);
    }
    if senses.has(Sense::Unit) {
        report(block, unit::at(block, at), found);
    }
    if senses.has(Sense::PostcodeWord) {
        report(block, code::after_its_word(block, at), found);
    }
    if senses.has(Sense::Street) {
        road(block, at, found);
    }
}

/// Reports an address that starts with a part, if there is one.
#[inline]
fn report(block: &Block<'_>, part: Option<Part>, found: &mut Found) {
    if let Some(part) = part {
        report_part(block, part, found);
    }
}

/// Reports an address that starts with a part, with all that follows. Hardly ever called, so never inlined.
#[inline(never)]
fn report_part(block: &Block<'_>, part: Part, found: &mut Found) {
    let whole = join::with_what_follows(block, part);
    if whole.score < POSSIBLE {
        return;
    }
    let from = with_number_before(block, whole);
    let Some(place) = place(block, from, whole.to) else { return };
    let pattern = match part.what {
        What::Street | What::Road => "street number, postcode town",
        What::Unit => "unit",
        What::Box => "post box",
        What::Code => "postcode town",
    };
    found.push(Finding::new(Kind::Address, place, whole.score).because(Evidence::Pattern(pattern)));
}

/// Some addresses have a number of the house or its mail before the street as well: taken along where nothing else
/// claims it.
fn with_number_before(block: &Block<'_>, part: Part) -> usize {
    let number = part.from.wrapping_sub(1);
    let digits = block.token(number).is_some_and(|t| t.class == Class::Number && t.len() <= 5);
    if !digits || !spaced(block, part.from) || !matches!(part.what, What::Street | What::Box) {
        return part.from;
    }
    let free = match number.checked_sub(1).and_then(|i| block.token(i)) {
        None => true,
        Some(t) => t.class == Class::Line || t.is(':') || t.is('>') || t.case == Case::Lower,
    };
    if free && fresh(block, number) { number } else { part.from }
}

/// Reports a street without a number.
fn road(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some(part) = street::alone(block, at) else { return };
    if let Some(place) = place(block, part.from, part.to) {
        let finding = Finding::new(Kind::Loc, place, part.score).form("street");
        found.push(finding.because(Evidence::Pattern("street")));
    }
}

/// The bytes of the tokens from one to before another.
fn place(block: &Block<'_>, from: usize, to: usize) -> Option<std::ops::Range<usize>> {
    Some(block.token(from)?.place().start..block.token(to.checked_sub(1)?)?.place().end)
}

/// Whether the token is this sign.
pub(super) fn is(block: &Block<'_>, at: usize, sign: char) -> bool {
    block.token(at).is_some_and(|t| t.is(sign))
}

/// Whether the token is a word with a capital first letter.
pub(super) fn capital(block: &Block<'_>, at: usize) -> bool {
    block.token(at).is_some_and(|t| {
        t.class == Class::Word && matches!(t.case, Case::Title | Case::Upper | Case::Camel)
    })
}

/// Whether one blank, and nothing else, stands between this token and the one before.
pub(super) fn spaced(block: &Block<'_>, at: usize) -> bool {
    match (at.checked_sub(1).and_then(|i| block.token(i)), block.token(at)) {
        (Some(before), Some(token)) => {
            let gap = token.start - before.end;
            before.class != Class::Line && (1..=2).contains(&gap)
        }
        _ => false,
    }
}

/// Whether this token starts a word of its own: a blank, a line end or a bracket is before it.
pub(super) fn fresh(block: &Block<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| block.token(i)) else { return true };
    !block.joined(at)
        || before.class == Class::Line
        || ['(', '[', '"', '>', '|', ':', '\u{201e}', '\u{201c}', '\'', ',', ';', '*']
            .iter()
            .any(|s| before.is(*s))
}

/// Whether nothing goes on after a token: no letter, digit or sign that would make it part of something longer.
pub(super) fn ends(block: &Block<'_>, to: usize) -> bool {
    if !block.joined(to) {
        return true;
    }
    let Some(next) = block.token(to) else { return true };
    match next.class {
        Class::Line => true,
        Class::Sign if [';', ')', ']', '?', '!', '"', '<', '|'].iter().any(|s| next.is(*s)) => true,
        Class::Sign if next.is('.') || next.is(',') => {
            !block.joined(to + 1)
                || block
                    .token(to + 1)
                    .is_none_or(|t| t.class != Class::Number && t.class != Class::Mixed)
        }
        Class::Sign => {
            !next.is('-')
                && !next.is('_')
                && !next.is('/')
                && !next.is(':')
                && !next.is('%')
                && !next.is('@')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
