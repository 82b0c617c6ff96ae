//! Dates with the month in words: `22. Mai 1995`, `March 8, 1972`, `le 3 mai 1980`, `3 de mayo de 1980`, `10/Oct/2000`,
//! `twenty-eighth of March`; and days of the week alone.

use super::calendar::{Known, YEARS};
use super::{Form, Read, clock, spoken};
use crate::lexicon::Sense;
use crate::token::{Block, Case, Class};

/// Months that are also other words when they are written small: "it may", "they march", "two days ago".
const ALSO_WORDS: [&str; 7] = ["may", "march", "mar", "august", "ago", "sept", "dec"];

/// Reads the date around a month, or the day of the week.
pub(super) fn read(block: &Block<'_>, at: usize) -> Option<Read> {
    if block.senses(at).has(Sense::Month) {
        let month = month(block, at)?;
        return day_before(block, at, month)
            .or_else(|| day_after(block, at, month))
            .or_else(|| month_year(block, at, month));
    }
    weekday(block, at)
}

/// The month's number. "sept" is also the French seven, whose value it may carry.
fn month(block: &Block<'_>, at: usize) -> Option<u32> {
    let word = block.word(at);
    let value = if word.eq_ignore_ascii_case("sept") { 9 } else { block.entry(at).value };
    (1..=12).contains(&value).then_some(u32::from(value))
}

/// Something read, with its first or last token.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    pub(super) value: u32,
    pub(super) token: usize,
    pub(super) end: usize,
}

/// `22. Mai 1995`, `3 de mayo de 1980`, `8th of March`, `3-May-20`.
fn day_before(block: &Block<'_>, at: usize, month: u32) -> Option<Read> {
    let mut back = at.checked_sub(1)?;
    if ["of", "de", "des"].iter().any(|w| block.word(back).eq_ignore_ascii_case(w)) {
        back = back.checked_sub(1)?;
    } else if block.token(back).is_some_and(|t| t.is('.') || t.is('-') || t.is('/')) {
        if !(block.joined(back) && back > 0) {
            return None;
        }
        back -= 1;
    }
    let day = day_ending(block, back)?;
    let end = block.token(at)?.end as usize;
    let year = year_after(block, at);
    finish(block, Parts { first: day.token, last: at, end, day: day.value, month, year })
}

/// `March 8, 1972`, `April twelfth`, `Oct 11 14:32:52 2000`.
fn day_after(block: &Block<'_>, at: usize, month: u32) -> Option<Read> {
    let next = at + 1 + usize::from(block.token(at + 1).is_some_and(|t| t.is('.')));
    let day = day_starting(block, next)?;
    let year = year_after(block, day.token).or_else(|| year_after_time(block, day.end));
    finish(block, Parts { first: at, last: day.token, end: day.end, day: day.value, month, year })
}

/// `May 2020`, `mayo de 2020`.
fn month_year(block: &Block<'_>, at: usize, month: u32) -> Option<Read> {
    let year = year_after(block, at).filter(|y| y.value >= 100)?;
    if is_other_word(block, at) {
        return None;
    }
    Some(Read {
        form: Form::MonthYear,
        place: block.token(at)?.start as usize..year.end,
        tokens: (at, year.token),
        known: Some(Known { year: Some(year.value), month: Some(month), day: None }),
        two_digits: None,
    })
}

struct Parts {
    first: usize,
    last: usize,
    end: usize,
    day: u32,
    month: u32,
    year: Option<Piece>,
}

fn finish(block: &Block<'_>, parts: Parts) -> Option<Read> {
    let two_digits = parts.year.map(|y| y.value).filter(|y| *y < 100);
    let year = parts.year.map(|y| y.value).filter(|y| *y >= 100);
    let known = Known::full(year, parts.month, parts.day)?;
    let end = parts.year.map_or(parts.end, |y| y.end);
    let form = match parts.year {
        Some(_) => Form::Full,
        None if is_other_word(block, parts.first.max(parts.last)) => return None,
        None if is_other_word(block, parts.first) => return None,
        None if clock::after(block.text, end).is_some() => Form::Moment,
        None => Form::MonthDay,
    };
    let first = weekday_before(block, parts.first).unwrap_or(parts.first);
    Some(Read {
        form,
        place: block.token(first)?.start as usize..end,
        tokens: (first, parts.year.map_or(parts.last, |y| y.token)),
        known: Some(known),
        two_digits,
    })
}

fn is_other_word(block: &Block<'_>, at: usize) -> bool {
    block.token(at).is_some_and(|t| t.case == Case::Lower) && ALSO_WORDS.contains(&block.word(at))
}

/// `Montag, 3. Mai`: the day of the week belongs to the date.
fn weekday_before(block: &Block<'_>, first: usize) -> Option<usize> {
    let mut at = first.checked_sub(1)?;
    while block.token(at)?.class == Class::Sign && first - at <= 2 {
        if !(block.token(at)?.is(',') || block.token(at)?.is('.')) {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    block.senses(at).has(Sense::Weekday).then_some(at)
}

/// The day that ends at a token: `22`, `8th`, `first`, `twenty-eighth`.
fn day_ending(block: &Block<'_>, at: usize) -> Option<Piece> {
    let token = block.token(at)?;
    let piece = |value, token| Piece { value, token, end: 0 };
    match token.class {
        Class::Number | Class::Mixed => {
            let fraction = block.joined(at)
                && at.checked_sub(2).and_then(|i| block.token(i)).is_some_and(|t| {
                    t.class == Class::Number
                        && at
                            .checked_sub(1)
                            .and_then(|i| block.token(i))
                            .is_some_and(|s| !s.is('-'))
                });
            if fraction { None } else { figure(block.word(at)).map(|v| piece(v, at)) }
        }
        Class::Word => {
            let value = ordinal(block, at)?;
            let (tens, first) = tens_before(block, at).filter(|_| value < 10).unwrap_or((0, at));
            Some(piece(tens + value, first))
        }
        _ => None,
    }
}

/// The day that starts at a token: `8`, `8th`, `twelfth`, `twenty second`.
fn day_starting(block: &Block<'_>, at: usize) -> Option<Piece> {
    let token = block.token(at)?;
    let end = token.end as usize;
    let piece = |value, token, end| Piece { value, token, end };
    match token.class {
        Class::Number | Class::Mixed => {
            let more = matches!(block.byte(end), b'.' | b':' | b'/' | b'-' | b'%')
                && block.byte(end + 1).is_ascii_digit();
            if more { None } else { figure(block.word(at)).map(|v| piece(v, at, end)) }
        }
        Class::Word => {
            if let Some(value) = ordinal(block, at) {
                return Some(piece(value, at, end));
            }
            let tens = tens(block, at)?;
            let unit = at + 1 + usize::from(block.token(at + 1)?.is('-'));
            let value = ordinal(block, unit).filter(|v| *v < 10)?;
            Some(piece(tens + value, unit, block.token(unit)?.end as usize))
        }
        _ => None,
    }
}

/// `22`, `8th`, `1er`, `1º`.
fn figure(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let suffix = word.get(digits.len()..)?;
    let known = ["", "st", "nd", "rd", "th", "er", "e", "º", "ª"];
    if digits.len() > 2 || !known.iter().any(|k| suffix.eq_ignore_ascii_case(k)) {
        return None;
    }
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn ordinal(block: &Block<'_>, at: usize) -> Option<u32> {
    let entry = block.entry(at);
    entry
        .senses
        .has(Sense::Ordinal)
        .then_some(u32::from(entry.value))
        .filter(|v| (1..=31).contains(v))
}

fn tens(block: &Block<'_>, at: usize) -> Option<u32> {
    let entry = block.entry(at);
    let fits = entry.senses.has(Sense::Tens) && matches!(entry.value, 20 | 30);
    fits.then_some(u32::from(entry.value))
}

fn tens_before(block: &Block<'_>, at: usize) -> Option<(u32, usize)> {
    let mut back = at.checked_sub(1)?;
    if block.token(back)?.is('-') {
        back = back.checked_sub(1)?;
    }
    tens(block, back).map(|t| (t, back))
}

/// The year after a token: `, 1972`, ` de 1980`, `-20`, ` '85`, or in words.
fn year_after(block: &Block<'_>, at: usize) -> Option<Piece> {
    let mut next = at + 1;
    let mut short = false;
    while let Some(token) = block.token(next).filter(|t| t.class == Class::Sign) {
        let link = ['.', ',', '-', '/', '\'', '’'].into_iter().find(|s| token.is(*s))?;
        short |= matches!(link, '-' | '/' | '\'' | '’');
        next += 1;
        if next > at + 3 {
            return None;
        }
    }
    if ["de", "del", "of", "roku"].contains(&block.word(next)) {
        next += 1;
    }
    let token = block.token(next)?;
    let end = token.end as usize;
    if token.class == Class::Word {
        return spoken::year(block, next);
    }
    let more = matches!(block.byte(end), b'.' | b',') && block.byte(end + 1).is_ascii_digit();
    let len = token.len();
    if token.class != Class::Number || more || !(len == 4 || (len == 2 && short)) {
        return None;
    }
    let value = block.word(next).parse().ok()?;
    (len == 2 || YEARS.contains(&value)).then_some(Piece { value, token: next, end })
}

/// `Oct 11 14:32:52.1 2000`: the year after the time, as `ctime` writes it.
fn year_after_time(block: &Block<'_>, day_end: usize) -> Option<Piece> {
    let end = clock::after(block.text, day_end)?;
    let year = block.slice(end + 1..end + 5).parse().ok().filter(|y| YEARS.contains(y))?;
    let alone = block.byte(end) == b' ' && !block.byte(end + 5).is_ascii_alphanumeric();
    let token = block.tokens.partition_point(|t| (t.start as usize) < end + 1);
    alone.then_some(Piece { value: year, token, end: end + 5 })
}

/// A day of the week alone; abbreviations are too often something else.
fn weekday(block: &Block<'_>, at: usize) -> Option<Read> {
    let token = block.token(at)?;
    let known = Some(Known::default());
    let place = token.place();
    (token.len() > 4).then_some(Read {
        form: Form::Weekday,
        place,
        tokens: (at, at),
        known,
        two_digits: None,
    })
}
