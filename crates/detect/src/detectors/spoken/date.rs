//! Spoken dates: a month with an ordinal in words, with or without a year (`April twelfth, one nine nine two`).

use super::asked::Asked;
use super::item::{Item, item};
use crate::Kind;
use crate::finding::{Evidence, Finding, Found, LIKELY, STRONG};
use crate::lexicon::{LANGUAGES, Sense};
use crate::token::{Block, Case, Class};

/// Years of two digits up to this one are of this century.
const PIVOT: u16 = 30;

/// A date as it was spoken, with its first and last token.
struct Spoken {
    first: usize,
    last: usize,
    day: u8,
    month: u8,
    year: Option<u16>,
}

/// Looks for a date around the name of a month.
pub(super) fn by_month(block: &Block<'_>, at: usize, found: &mut Found) {
    let month = block.entry(at).value;
    let Some(mut date) = day_before(block, at, month).or_else(|| day_behind(block, at, month))
    else {
        return;
    };
    if let Some((year, last)) = year(block, date.last) {
        (date.year, date.last) = (Some(year), last);
    }
    report(block, &date, found);
}

/// German dates without a month's name: `am dritten fünften neunzehnhundertachtzig`.
pub(super) fn by_ordinals(block: &Block<'_>, at: usize, found: &mut Found) {
    let (day, month) = (block.entry(at), block.entry(at + 1));
    let german = day.languages == 1 && month.languages == 1;
    if !german || !month.senses.has(Sense::Ordinal) || month.value > 12 {
        return;
    }
    let Some((year, last)) = year(block, at + 1) else { return };
    let (day, month) = (day.value, month.value);
    report(block, &Spoken { first: at, last, day, month, year: Some(year) }, found);
}

fn report(block: &Block<'_>, date: &Spoken, found: &mut Found) {
    let (Some(from), Some(to)) = (block.token(date.first), block.token(date.last)) else { return };
    let normal = match date.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", date.month, date.day),
        None => format!("--{:02}-{:02}", date.month, date.day),
    };
    let birth = Asked::birth(block, date.first);
    let kind = if birth.is_some() { Kind::DateOfBirth } else { Kind::Date };
    let score = if date.year.is_some() { STRONG } else { LIKELY + 5 };
    let mut finding = Finding::new(kind, from.start as usize..to.end as usize, score)
        .normal(normal)
        .because(Evidence::Spoken);
    if let Some(word) = birth.and_then(|b| block.token(b.word)) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

/// `twenty-eighth of March`, `dritter Mai`.
fn day_before(block: &Block<'_>, at: usize, month: u8) -> Option<Spoken> {
    let of = usize::from(block.word(at.checked_sub(1)?).eq_ignore_ascii_case("of"));
    let ordinal = at.checked_sub(1 + of)?;
    let entry = block.entry(ordinal);
    if !entry.senses.has(Sense::Ordinal) || (of == 0 && entry.languages & 1 == 0) {
        return None;
    }
    let (first, tens) = tens_before(block, ordinal);
    let day = tens + entry.value;
    (1..=31).contains(&day).then_some(Spoken { first, last: at, day, month, year: None })
}

/// The tens before an ordinal: `twenty-eighth`.
fn tens_before(block: &Block<'_>, ordinal: usize) -> (usize, u8) {
    let hyphen = ordinal > 0 && block.token(ordinal - 1).is_some_and(|t| t.is('-'));
    let before = ordinal.checked_sub(1 + usize::from(hyphen));
    match before.and_then(|b| Some((b, item(block, b)?))) {
        Some((b, Item::Tens(n))) if n <= 30 && block.entry(ordinal).value < 10 => (b, n),
        _ => (ordinal, 0),
    }
}

/// `April twelfth`, `April twenty second`, `March the first`.
fn day_behind(block: &Block<'_>, at: usize, month: u8) -> Option<Spoken> {
    let token = block.token(at)?;
    // "may" and "march" are more than months.
    if token.case == Case::Lower && ["may", "march"].contains(&block.slice(token.place())) {
        return None;
    }
    let the = block.word(at + 1).eq_ignore_ascii_case("the");
    let next = at + 1 + usize::from(the);
    let entry = block.entry(next);
    if entry.senses.has(Sense::Ordinal) {
        return Some(Spoken { first: at, last: next, day: entry.value, month, year: None });
    }
    let Some(Item::Tens(tens)) = item(block, next).filter(|_| entry.value <= 30) else {
        return None;
    };
    let hyphen = block.token(next + 1).is_some_and(|t| t.is('-'));
    let last = next + 1 + usize::from(hyphen);
    let ones = block.entry(last);
    let day = tens + ones.value;
    let fits = ones.senses.has(Sense::Ordinal) && ones.value < 10 && day <= 31;
    fits.then_some(Spoken { first: at, last, day, month, year: None })
}

/// A year behind a token: in digits or words, after a comma or not.
fn year(block: &Block<'_>, at: usize) -> Option<(u16, usize)> {
    let comma = block.token(at + 1).is_some_and(|t| t.is(','));
    let first = at + 1 + usize::from(comma);
    let token = block.token(first)?;
    if token.class == Class::Number {
        let year = block.slice(token.place()).parse().ok()?;
        return (1900..2100).contains(&year).then_some((year, first));
    }
    four_digits(block, first)
        .or_else(|| two_pairs(block, first))
        .or_else(|| thousands(block, first))
        .or_else(|| german(block, first))
        .filter(|(year, last)| (1850..2100).contains(year) && !is_counted(block, *last))
}

fn is_counted(block: &Block<'_>, last: usize) -> bool {
    let senses = block.senses(last + 1);
    senses.has(Sense::Measure) || senses.has(Sense::TimeUnit)
}

/// `one nine nine two`
fn four_digits(block: &Block<'_>, first: usize) -> Option<(u16, usize)> {
    let mut year = 0;
    for at in first..first + 4 {
        let Item::Digit(d) = item(block, at)? else { return None };
        year = year * 10 + u16::from(d);
    }
    Some((year, first + 3))
}

/// `nineteen ninety-two`, `nineteen oh five`, `twenty twenty`.
fn two_pairs(block: &Block<'_>, first: usize) -> Option<(u16, usize)> {
    let century = match item(block, first)? {
        Item::Number(n @ 18..=19) | Item::Tens(n @ 20) => u16::from(n) * 100,
        _ => return None,
    };
    let (rest, last) = match (item(block, first + 1)?, item(block, first + 2)) {
        (Item::Power(2), _) => below_hundred(block, first + 2).unwrap_or((0, first + 1)),
        (Item::Digit(0), Some(Item::Digit(d))) => (d, first + 2),
        _ => below_hundred(block, first + 1).filter(|(n, _)| *n >= 10)?,
    };
    Some((century + u16::from(rest), last))
}

/// `two thousand`, `two thousand and five`, `zwei tausend fünf`.
fn thousands(block: &Block<'_>, first: usize) -> Option<(u16, usize)> {
    if item(block, first)? != Item::Digit(2) || item(block, first + 1)? != Item::Power(3) {
        return None;
    }
    let and = usize::from(matches!(block.word(first + 2), "and" | "und"));
    let (rest, last) = below_hundred(block, first + 2 + and).unwrap_or((0, first + 1));
    Some((2000 + u16::from(rest), last))
}

fn below_hundred(block: &Block<'_>, at: usize) -> Option<(u8, usize)> {
    match item(block, at)? {
        Item::Digit(d) | Item::Number(d) => Some((d, at)),
        Item::Tens(n) => {
            let hyphen = block.token(at + 1).is_some_and(|t| t.is('-'));
            let next = at + 1 + usize::from(hyphen);
            match item(block, next) {
                Some(Item::Digit(d)) if d > 0 => Some((n + d, next)),
                _ => Some((n, at)),
            }
        }
        _ => None,
    }
}

/// German years in one word: `neunzehnhundertachtzig`, `zweitausendfünf`, and `achtundsechzig` after a German day.
fn german(block: &Block<'_>, at: usize) -> Option<(u16, usize)> {
    let token = block.token(at).filter(|t| t.class == Class::Word)?;
    let word = block.slice(token.place());
    if word.len() > 48 {
        return None;
    }
    if let Some(Item::Number(n) | Item::Tens(n)) = item(block, at) {
        let german = block.entry(at).languages & 1 != 0;
        let century = if u16::from(n) <= PIVOT { 2000 } else { 1900 };
        return german.then_some((century + u16::from(n), at));
    }
    let value = |part: &str| {
        let entry = block.lexicon.word(part.trim_start_matches("und"));
        let number = entry.senses.has(Sense::Digit) || entry.senses.has(Sense::Tens);
        number.then_some(u16::from(entry.value)).or(part.is_empty().then_some(0))
    };
    let lower = word.to_lowercase();
    let (unit, (front, rest)) = lower
        .split_once("hundert")
        .map(|parts| (100, parts))
        .or_else(|| lower.split_once("tausend").map(|parts| (1000, parts)))?;
    const { assert!(LANGUAGES.len() < 8) };
    Some((value(front)? * unit + value(rest)?, at))
}
