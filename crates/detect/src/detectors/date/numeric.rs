//! Dates in digits: `12.03.1985`, `2024-01-02`, `10/23/1951`, `20240102`, and years alone.

use super::calendar::{Known, YEARS};
use super::{Form, Read};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class, Token};

/// The years that are taken for years when they stand alone.
const ALONE: std::ops::RangeInclusive<u32> = 1900..=2029;

/// Whether a date may start at a number: nearly all are done with here.
#[inline]
pub(super) fn may_start(block: &Block<'_>, token: &Token) -> bool {
    let bytes = block.text.as_bytes();
    let behind = bytes.get(token.end as usize..).unwrap_or(&[]);
    let digits = bytes.get(token.place()).unwrap_or(&[]);
    match digits {
        [_] | [_, _] => goes_on(behind),
        [b'1', b'9', _, _] | [b'2', b'0', _, _] => true,
        [_, _, _, _] => goes_on(behind),
        [_, _, _, _, _, _, _, _] => {
            matches!(digits, [b'1', b'9', ..] | [b'2', b'0', ..])
                || matches!(digits, [.., b'1', b'9', _, _] | [.., b'2', b'0', _, _])
        }
        _ => false,
    }
}

/// Reads the date that starts at a number.
pub(super) fn read(block: &Block<'_>, at: usize) -> Option<Read> {
    let token = block.token(at)?;
    match token.len() {
        1 | 2 => {
            let three = Three::read(block, at);
            three.map_or_else(
                || month_year(block, at).or_else(|| month_day(block, at)),
                |t| t.date(block, at),
            )
        }
        4 => {
            let three = Three::read(block, at);
            three.map_or_else(|| year(block, at), |t| t.date(block, at))
        }
        8 if opens(block, at, ' ') && closes(block, token.end as usize, ' ') => {
            eight(block, at, block.text.as_bytes().get(token.place())?, token.end as usize)
        }
        _ => None,
    }
}

/// Whether a second and a third number may follow behind the first: the same sign, or a blank, is on both sides of the second.
///
/// A month may end with its full stop, or be followed by its year. Two digits and a `T` are no number but taken for one.
fn goes_on(behind: &[u8]) -> bool {
    let Some((&sign, rest)) = behind.split_first() else { return false };
    let rest = match (sign, rest) {
        (b'.', [blank, rest @ ..]) if is_blank(*blank) => rest,
        (b'.' | b'-' | b'/', _) => rest,
        _ if is_blank(sign) => rest,
        _ => return false,
    };
    let (second, rest) = count(rest);
    match (second, rest) {
        (4, _) => !is_blank(sign),
        (1 | 2, [b'T' | b't', ..]) => true,
        (1 | 2, [next, rest @ ..]) if *next == sign || is_blank(*next) && is_blank(sign) => {
            let (third, rest) = count(rest);
            // Behind the third a number may follow after a blank, but not after one more sign.
            let row = matches!(rest, [next, b'0'..=b'9', ..] if *next == sign);
            let more = row && !is_blank(sign);
            third == 0 && sign == b'.' || matches!(third, 1 | 2 | 4) && !more
        }
        _ => false,
    }
}

/// How many digits stand at the start, up to five, and what follows.
fn count(bytes: &[u8]) -> (usize, &[u8]) {
    let digits = bytes.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    (digits, bytes.get(digits..).unwrap_or(&[]))
}

/// Whether a byte stands between tokens and is none.
fn is_blank(byte: u8) -> bool {
    byte <= b' ' && byte != b'\n' || byte == 0x7f
}

/// English among the languages of a word.
const ENGLISH: u8 = 2;

/// A number of the date.
#[derive(Clone, Copy)]
struct Part {
    value: u32,
    len: usize,
    end: usize,
}

/// Three numbers with the same sign between them.
struct Three {
    parts: [Part; 3],
    sign: char,
    last: usize,
}

impl Three {
    fn read(block: &Block<'_>, at: usize) -> Option<Self> {
        let first = part(block, at)?;
        let sign = between(block, at)?;
        let step = if sign == ' ' { 1 } else { 2 };
        let second = part(block, at + step).filter(|p| p.len <= 2)?;
        if between(block, at + step)? != sign {
            return None;
        }
        let third = part(block, at + 2 * step)?;
        let fits = opens(block, at, sign) && closes(block, third.end, sign);
        fits.then_some(Self { parts: [first, second, third], sign, last: at + 2 * step })
    }

    fn date(&self, block: &Block<'_>, at: usize) -> Option<Read> {
        let [a, b, c] = self.parts;
        let start = block.token(at)?.start as usize;
        let known = match (a.len, c.len) {
            (4, 1 | 2) => Known::full(century(a)?, b.value, c.value)?,
            (1 | 2, 4) => self.day_month(block, at, century(c)?)?,
            (1 | 2, 2) => self.day_month(block, at, None)?,
            _ => return None,
        };
        Some(Read {
            form: self.form(),
            place: start..c.end,
            tokens: (at, self.last),
            known: (known.month.is_some()).then_some(known),
            two_digits: (a.len <= 2 && c.len == 2).then_some(c.value),
        })
    }

    /// Day and month in the order that fits; without both where either order does and nothing decides.
    fn day_month(&self, block: &Block<'_>, at: usize, year: Option<u32>) -> Option<Known> {
        let [a, b, _] = self.parts;
        let day_first = Known::full(year, b.value, a.value);
        let month_first = Known::full(year, a.value, b.value);
        match (day_first, month_first) {
            (Some(one), Some(other)) if one == other || self.is_day_first(block, at) => Some(one),
            (Some(_), Some(_)) => Some(Known { year, ..Known::default() }),
            (one, other) => one.or(other),
        }
    }

    /// With dots the day stands first everywhere; with other signs wherever the words before are not English.
    fn is_day_first(&self, block: &Block<'_>, at: usize) -> bool {
        self.sign == '.' || foreign_before(block, at)
    }

    fn form(&self) -> Form {
        let [a, b, c] = self.parts;
        let padded = b.len == 2 && (a.len == 2 || c.len == 2);
        match (self.sign, a.len, c.len) {
            (' ', ..) => Form::Bare,
            ('-', 4, 2) if padded => Form::Full,
            ('.' | '/', 1 | 2, 4) => Form::Full,
            (_, 4, _) | (_, _, 4) => Form::Plain,
            ('.', 2, _) if padded => Form::Short,
            ('/', ..) => Form::Short,
            _ => Form::Loose,
        }
    }
}

/// The year of a part of four digits, in the form [`Known`] takes it.
fn century(part: Part) -> Option<Option<u32>> {
    YEARS.contains(&part.value).then_some(Some(part.value))
}

/// The number at a token; of a mixture only `02` in `02T03`.
fn part(block: &Block<'_>, at: usize) -> Option<Part> {
    let token = block.token(at)?;
    let start = token.start as usize;
    let len = match token.class {
        Class::Number if matches!(token.len(), 1 | 2 | 4) => token.len(),
        Class::Mixed if matches!(block.byte(start + 2), b'T' | b't') => 2,
        _ => return None,
    };
    let end = start + len;
    Some(Part { value: digits(block.text.as_bytes().get(start..end)?)?, len, end })
}

/// The value of a text of digits.
fn digits(text: &[u8]) -> Option<u32> {
    let digit = |n: u32, b: &u8| b.is_ascii_digit().then(|| n * 10 + u32::from(*b - b'0'));
    (1..=9).contains(&text.len()).then(|| text.iter().try_fold(0, digit)).flatten()
}

/// The sign between a number and the next, or a blank; a dot may have a blank after it ("3. 5. 1985").
fn between(block: &Block<'_>, at: usize) -> Option<char> {
    let (token, next) = (block.token(at)?, block.token(at + 1)?);
    if next.class == Class::Number {
        return (next.start == token.end + 1).then_some(' ');
    }
    let sign = [b'.', b'-', b'/'].into_iter().map(char::from).find(|s| next.is(*s))?;
    let gap = block.token(at + 2)?.start - next.end;
    (next.start == token.end && (gap == 0 || (gap == 1 && sign == '.'))).then_some(sign)
}

/// Whether a date with this sign may start here: not within a longer number, path or name.
fn opens(block: &Block<'_>, at: usize, sign: char) -> bool {
    if !block.joined(at) {
        return true;
    }
    let Some(before) = at.checked_sub(1).and_then(|i| block.token(i)) else { return true };
    let joined = at.checked_sub(2).and_then(|i| block.token(i)).filter(|_| block.joined(at - 1));
    match (char::from_u32(before.hash).unwrap_or(' '), joined.map(|t| t.class)) {
        ('_' | '$' | '€' | '£' | '+' | '#', _) => false,
        (':', Some(Class::Number)) => false,
        ('.' | '-', Some(Class::Word | Class::Mixed)) => false,
        (c @ ('.' | '-' | '/'), Some(Class::Number)) => c != sign && sign != ' ',
        _ => true,
    }
}

/// Whether a date with this sign may end here.
fn closes(block: &Block<'_>, end: usize, sign: char) -> bool {
    let (next, then) = (block.byte(end), block.byte(end + 1));
    match next {
        b'_' | b'%' => false,
        b'T' | b't' => then.is_ascii_digit(),
        c if c.is_ascii_alphanumeric() => false,
        b'.' | b'-' | b'/' => !(then.is_ascii_digit() && (sign == ' ' || char::from(next) == sign)),
        _ => true,
    }
}

/// Whether the nearest words of the lexicon that belong to one language alone are not English.
fn foreign_before(block: &Block<'_>, at: usize) -> bool {
    let words = (at.saturating_sub(8)..at).rev().map(|i| block.entry(i).languages);
    let one = words.into_iter().find(|bits| bits.count_ones() == 1);
    one.is_some_and(|bits| bits != ENGLISH)
}

/// `03/1985`: only after a word for dates or births, since parts and counts look the same.
fn month_year(block: &Block<'_>, at: usize) -> Option<Read> {
    const ANNOUNCED: SenseSet = SenseSet::of(&[Sense::Birth, Sense::DateWord, Sense::YearBefore]);
    let (month, sign) = (part(block, at)?, between(block, at)?);
    let year = part(block, at + 2).filter(|p| p.len == 4 && ALONE.contains(&p.value))?;
    let fits = matches!(sign, '/' | '.' | '-')
        && (1..=12).contains(&month.value)
        && opens(block, at, sign)
        && closes(block, year.end, sign);
    if !fits || block.before(at, 2, ANNOUNCED).is_none() {
        return None;
    }
    Some(Read {
        form: Form::MonthYear,
        place: block.token(at)?.start as usize..year.end,
        tokens: (at, at + 2),
        known: Some(Known { year: Some(year.value), month: Some(month.value), day: None }),
        two_digits: None,
    })
}

/// `25.7.` after a word for days that is not English, where a dot after a number ends a sentence.
fn month_day(block: &Block<'_>, at: usize) -> Option<Read> {
    let (day, month) = (part(block, at)?, part(block, at + 2)?);
    let last = block.token(at + 3)?;
    let dots = between(block, at)? == '.' && last.is('.') && block.joined(at + 3);
    let word = block.entry(at.checked_sub(1)?);
    let announced = word.senses.meets(SenseSet::of(&[Sense::OnDay, Sense::DateWord]));
    if !dots || !announced || word.languages & ENGLISH != 0 {
        return None;
    }
    let end = last.end as usize;
    if block.byte(end).is_ascii_digit() {
        return None;
    }
    Some(Read {
        form: Form::MonthDay,
        place: block.token(at)?.start as usize..end,
        tokens: (at, at + 3),
        known: Some(Known::full(None, month.value, day.value)?),
        two_digits: None,
    })
}

/// A year alone; whether anything says so is for the setting to tell.
fn year(block: &Block<'_>, at: usize) -> Option<Read> {
    let token = block.token(at)?;
    if !matches!(block.byte(token.start as usize), b'1' | b'2') {
        return None;
    }
    let value = digits(block.text.as_bytes().get(token.place())?).filter(|v| ALONE.contains(v))?;
    let end = token.end as usize;
    let more = matches!(block.byte(end), b'.' | b',' | b':' | b'-' | b'/')
        && block.byte(end + 1).is_ascii_digit();
    if more || !opens(block, at, '-') || !closes(block, end, '-') || is_count(block, at, value) {
        return None;
    }
    Some(Read {
        form: Form::Year,
        place: token.place(),
        tokens: (at, at),
        known: Some(Known { year: Some(value), ..Known::default() }),
        two_digits: None,
    })
}

/// "2000 Euro", "1950 days", "in 2000 cases": a round number before a word, or any before a measure.
fn is_count(block: &Block<'_>, at: usize, value: u32) -> bool {
    let measures = SenseSet::of(&[Sense::Measure, Sense::TimeUnit]);
    let word = block.token(at + 1).is_some_and(|t| t.class == Class::Word);
    let sign = block.token(at + 1).is_some_and(is_measure);
    sign || block.senses(at + 1).meets(measures) || (word && value.is_multiple_of(100))
}

fn is_measure(token: &Token) -> bool {
    ['%', '€', '$', '£', '°', '§'].into_iter().any(|sign| token.is(sign))
}

/// `20240102`, `12031985`, whichever the calendar has.
fn eight(block: &Block<'_>, at: usize, text: &[u8], end: usize) -> Option<Read> {
    let number = |from: usize, to: usize| text.get(from..to).and_then(digits);
    let year = |from| number(from, from + 4).filter(|y| ALONE.contains(y));
    let known = match (year(0), year(4)) {
        (Some(y), _) => Known::full(Some(y), number(4, 6)?, number(6, 8)?)?,
        (_, Some(y)) => Known::full(Some(y), number(2, 4)?, number(0, 2)?)?,
        _ => return None,
    };
    Some(Read {
        form: Form::Bare,
        place: block.token(at)?.start as usize..end,
        tokens: (at, at),
        known: Some(known),
        two_digits: None,
    })
}

/// Whether a mixture has the length of a date without signs, and starts with a digit.
#[inline]
pub(super) fn may_be_compact(block: &Block<'_>, token: &Token) -> bool {
    matches!(token.len(), 8 | 9 | 13 | 15 | 16) && block.byte(token.start as usize).is_ascii_digit()
}

/// `20240102T030405Z` (ISO 8601, basic form) and `12Mar1985`.
pub(super) fn compact(block: &Block<'_>, at: usize) -> Option<Read> {
    let token = block.token(at)?;
    if !opens(block, at, '-') {
        return None;
    }
    let text = block.slice(token.place());
    if let Some((date, time)) = text.split_once(['T', 't']).filter(|(d, _)| d.len() == 8) {
        let time = time.trim_end_matches(['Z', 'z']);
        digits(time.as_bytes()).filter(|_| time.len() == 4 || time.len() == 6)?;
        let read = eight(block, at, date.as_bytes(), token.end as usize)?;
        return Some(Read { form: Form::Full, ..read });
    }
    letters_between(block, at, text)
}

/// `12Mar1985`
fn letters_between(block: &Block<'_>, at: usize, text: &str) -> Option<Read> {
    let month_at = text.bytes().position(|b| !b.is_ascii_digit())?;
    let year_at = text.len().checked_sub(4)?;
    let month = block.lexicon.word(text.get(month_at..year_at)?);
    let day = digits(text.get(..month_at).filter(|d| d.len() <= 2)?.as_bytes())?;
    let year = digits(text.get(year_at..)?.as_bytes()).filter(|y| ALONE.contains(y))?;
    if !month.senses.has(Sense::Month) || !closes(block, block.token(at)?.end as usize, '-') {
        return None;
    }
    Some(Read {
        form: Form::Full,
        place: block.token(at)?.place(),
        tokens: (at, at),
        known: Some(Known::full(Some(year), u32::from(month.value), day)?),
        two_digits: None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_bit_of_english() {
        let place = crate::lexicon::LANGUAGES.iter().position(|(name, _)| *name == "en");
        assert_eq!(place.map(|at| 1 << at), Some(super::ENGLISH));
    }
}
