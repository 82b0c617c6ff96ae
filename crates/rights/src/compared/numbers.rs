//! Telephone numbers among values, told by their last digits: prefixes are written in many ways.
//!
//! Owns: reading them from a value, also beside words and beside each other, and finding them in texts, whatever stands between their
//! digits, and as numbers without a plus or a zero. Leaves to others: numbering plans (`abide-detect`).

use std::collections::HashMap;
use std::ops::Range;

use super::folded;

/// So many last digits tell a telephone number.
const LAST_DIGITS: usize = 8;
/// So many last digits tell one that is a number: shorter ones are everything.
const NUMBER_DIGITS: usize = 9;
/// No number has more (ITU-T E.164 with a prefix): more digits are several.
const MOST_DIGITS: usize = 17;
/// More separators between two digits are no part of a number.
const BETWEEN: usize = 4;
/// Words right before a number, as in `tel:0301234567`; what else stands there makes it the number of something else.
const WORDS: [&str; 20] = [
    "tel",
    "telefon",
    "telefono",
    "teléfono",
    "téléphone",
    "telephone",
    "phone",
    "fon",
    "mobil",
    "mobile",
    "mob",
    "handy",
    "móvil",
    "cell",
    "fax",
    "sip",
    "sips",
    "privat",
    "office",
    "t",
];
/// Words right behind a number, as in `0301234567x5`.
const EXTENSIONS: [&str; 7] = ["x", "xt", "ext", "extn", "app", "dw", "int"];

/// The telephone numbers of a value, as digits: of what has letters, those that do not hang on them as in `K-1004223125`; of an
/// address, none, unless it is that of a telephone.
pub(crate) fn read(value: &str) -> Vec<String> {
    let mut numbers = written(value);
    numbers.iter_mut().for_each(|number| number.retain(|sign| sign != '+'));
    numbers
}

/// The same, each with the plus that it was written with.
pub(crate) fn written(value: &str) -> Vec<String> {
    let folded = folded(value.trim());
    let mut text = folded.as_ref();
    if let Some((user, _)) = text.split_once('@') {
        let scheme = user.split(':').next().unwrap_or_default();
        let dialled = ["sip", "sips", "tel"].iter().any(|s| scheme.eq_ignore_ascii_case(s));
        if !dialled {
            return Vec::new();
        }
        text = user;
    }
    let mut numbers = Vec::new();
    for run in runs(text) {
        let (before, after) = (text.get(..run.start), text.get(run.end..));
        let run = text.get(run).unwrap_or_default();
        let of_word = |text: Option<&str>, is: fn(&str) -> bool| text.is_some_and(is);
        let hangs = run
            .starts_with(|sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '.'))
            && of_word(before, hangs_on)
            || run.ends_with(|sign: char| sign.is_ascii_digit() || sign == '-')
                && of_word(after, goes_on);
        if !hangs {
            numbers.extend(apart(run).into_iter().filter(|number| count(number) >= LAST_DIGITS));
        }
    }
    numbers
}

/// The numbers of a value that holds more than one, or words too: each of them may be somebody else's as well, and the others not.
pub(crate) fn within(value: &str) -> Vec<String> {
    let numbers = written(value);
    if numbers.len() < 2 && !value.contains(char::is_alphabetic) { Vec::new() } else { numbers }
}

/// Stretches of digits and what may stand among them.
fn runs(text: &str) -> Vec<Range<usize>> {
    let part = |byte: u8| byte.is_ascii_digit() || byte == b'+' || is_separator(byte);
    let (mut runs, mut begin) = (Vec::new(), None);
    for (at, byte) in text.bytes().chain([b'x']).enumerate() {
        match begin {
            None if part(byte) => begin = Some(at),
            Some(from) if !part(byte) => {
                runs.push(from..at);
                begin = None;
            }
            _ => {}
        }
    }
    runs
}

/// Whether what follows this belongs to a word: it ends in one that is not said of telephones, with nothing between.
fn hangs_on(before: &str) -> bool {
    let word = before.rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
    let is_known = || WORDS.contains(&word.to_lowercase().as_str());
    before.ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '#'))
        && (word.is_empty() || !is_known())
}

/// Whether a number goes on as a word: what tells of an extension is none.
fn goes_on(after: &str) -> bool {
    let word = after.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
    !word.is_empty() && !EXTENSIONS.contains(&word.to_lowercase().as_str())
        || after.starts_with(['_', '#'])
}

/// The digits of each number in a stretch, with its plus.
fn apart(run: &str) -> Vec<String> {
    let is_one = count(run) <= MOST_DIGITS && run.matches('+').count() < 2;
    if is_one {
        return vec![condensed(run)];
    }
    // `030 23125103 / 0171 2345678`: one begins with a plus, or with a zero behind a blank or a stroke.
    let (mut parts, mut from, mut before) = (Vec::new(), 0, b' ');
    for (at, byte) in run.bytes().enumerate() {
        let part = run.get(from..at).unwrap_or_default();
        let begins = byte == b'+' || byte == b'0' && matches!(before, b' ' | b'/' | b'(');
        if begins && count(part) >= LAST_DIGITS {
            parts.push(condensed(part));
            from = at;
        }
        before = byte;
    }
    parts.push(condensed(run.get(from..).unwrap_or_default()));
    parts
}

fn count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Digits alone, and a plus before them.
fn condensed(text: &str) -> String {
    let digits = text.chars().filter(char::is_ascii_digit);
    let plus = text.find('+').filter(|at| count(text.get(..*at).unwrap_or_default()) == 0);
    plus.map(|_| '+').into_iter().chain(digits).collect()
}

const fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'/' | b'(' | b')' | b'.')
}

/// Telephone numbers that are looked for, each by the number of its value.
#[derive(Debug)]
pub(crate) struct Numbers {
    /// By their last digits.
    of: HashMap<u32, Vec<usize>>,
    /// Which last digits they may have: nearly all others are told apart by one look.
    likely: Vec<u64>,
    /// By their last digits as a number has them: all digits without zeros before them, and whose they are.
    wholes: HashMap<String, Vec<(String, usize)>>,
}

/// So many bits tell which last digits there are.
const LIKELY: u32 = 1 << 16;
const LAST: u32 = 100_000_000;

impl Numbers {
    /// `None` if none of the values is one.
    pub(crate) fn new<'a>(values: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut new = Self {
            of: HashMap::new(),
            likely: vec![0; (LIKELY / 64) as usize],
            wholes: HashMap::new(),
        };
        for (at, value) in values.into_iter().enumerate() {
            for digits in read(value) {
                new.add(&digits, at);
            }
        }
        (!new.of.is_empty()).then_some(new)
    }

    fn add(&mut self, digits: &str, value: usize) {
        let last = digits.len().checked_sub(LAST_DIGITS).and_then(|from| digits.get(from..));
        let Some(last) = last.and_then(|last| last.parse::<u32>().ok()) else { return };
        let whose = self.of.entry(last).or_default();
        if !whose.contains(&value) {
            whose.push(value);
        }
        if let Some(bits) = self.likely.get_mut((last % LIKELY / 64) as usize) {
            *bits |= 1 << (last % 64);
        }
        let all = digits.trim_start_matches('0');
        if let Some(end) = end(all) {
            self.wholes.entry(end.to_owned()).or_default().push((all.to_owned(), value));
        }
    }

    /// Tells where last digits stand in a text in its form, and of which values they are.
    pub(crate) fn in_text(&self, text: &str, found: impl FnMut(Range<usize>, &[usize])) {
        self.in_bytes(text.as_bytes(), found);
    }

    /// The same in what may be no text.
    pub(crate) fn in_bytes(&self, bytes: &[u8], mut found: impl FnMut(Range<usize>, &[usize])) {
        if bytes.iter().filter(|byte| byte.is_ascii_digit()).count() < LAST_DIGITS {
            return;
        }
        let mut places = [0; LAST_DIGITS];
        let (mut count, mut last, mut between) = (0, 0, 0);
        for (at, byte) in bytes.iter().copied().enumerate() {
            if byte.is_ascii_digit() {
                last = (last * 10 + u64::from(byte - b'0')) % u64::from(LAST);
                if let Some(place) = places.get_mut(count % LAST_DIGITS) {
                    *place = at;
                }
                count += 1;
                between = 0;
                if count >= LAST_DIGITS
                    && let Some(whose) = self.get(last as u32)
                {
                    let begin = places.get(count % LAST_DIGITS).copied().unwrap_or(at);
                    found(begin..at + 1, whose);
                }
            } else if is_separator(byte) && between < BETWEEN {
                between += 1;
            } else {
                (count, last) = (0, 0);
            }
        }
    }

    fn get(&self, last: u32) -> Option<&[usize]> {
        let bits = self.likely.get((last % LIKELY / 64) as usize).copied().unwrap_or_default();
        if bits & (1 << (last % 64)) == 0 {
            return None;
        }
        self.of.get(&last).map(Vec::as_slice)
    }

    /// A number is a telephone's if one of the two is the end of the other: its country or its zero may be missing.
    pub(crate) fn as_number(&self, number: &str, hits: &mut Vec<usize>) {
        let known = end(number).and_then(|end| self.wholes.get(end)).into_iter().flatten();
        let same = known.filter(|(all, _)| all.ends_with(number) || number.ends_with(all.as_str()));
        hits.extend(same.map(|(_, at)| *at));
    }

    /// Whether one of them stands in a text that is not in its form.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        let mut is = false;
        self.in_text(&folded(text), |_, _| is = true);
        is
    }
}

/// Whether a text has so many digits that a telephone number can stand in it.
pub(crate) fn may_hold(text: &str) -> bool {
    count(text) >= LAST_DIGITS
}

fn end(digits: &str) -> Option<&str> {
    digits.get(digits.len().checked_sub(NUMBER_DIGITS)?..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_beside_words_and_beside_each_other() {
        for (value, numbers) in [
            ("+49 30 23125 101", &["493023125101"][..]),
            ("+49 30 23125 101 ext. 5", &["493023125101"]),
            ("030/23125102 (mobil 2)", &["03023125102"]),
            ("+49 30 23125103; 0171 2345678", &["493023125103", "01712345678"]),
            ("030/23125103 / 0171/2345678", &["03023125103", "01712345678"]),
            ("+49 30 23125103 +49 171 2345678", &["493023125103", "491712345678"]),
            ("tel:+49-30-23125-104", &["493023125104"]),
            ("Tel.03023125104, privat: 0171-2345678", &["03023125104", "01712345678"]),
            ("Jo 030 23125101 und Eva (0171/2345678)", &["03023125101", "01712345678"]),
            ("03023125101x5", &["03023125101"]),
            ("sip:+493023125101@pbx.example", &["493023125101"]),
            ("+49\u{202f}30\u{202f}23\u{2011}12\u{2011}51\u{2011}01", &["493023125101"]),
            ("4711", &[]),
            // Numbers of something else, addresses, names.
            ("K-1004223125", &[]),
            ("2023004711-AB", &[]),
            ("12345678-e29b-41d4-a716-446655440000", &[]),
            ("550e8400-e29b-41d4-a716-446655440000", &[]),
            ("12345678@example.org", &[]),
            ("Anna Muster", &[]),
            ("", &[]),
        ] {
            assert_eq!(read(value), numbers, "{value}");
        }
    }

    #[test]
    fn a_number_alone_is_the_value() {
        assert_eq!(within("+49 (30) 23125-101"), [""; 0]);
        assert_eq!(within("030 23125101; 0171 2345678"), ["03023125101", "01712345678"]);
        assert_eq!(within("tel:+49-30-23125-104"), ["+493023125104"]);
        assert_eq!(within("Anna Muster"), [""; 0]);
    }

    #[test]
    fn a_plus_stays_with_its_number() {
        let numbers = written("+49 (0)30 23125101 / 0171 2345678");
        assert_eq!(numbers, ["+4903023125101", "01712345678"]);
    }

    #[test]
    fn a_place_is_from_the_first_to_the_last_digit() {
        let numbers = Numbers::new(["+49 30 23125 123"]).unwrap();
        let places = |text: &str| {
            let mut places = Vec::new();
            numbers.in_text(text, |place, _| places.push(text[place].to_owned()));
            places
        };
        assert_eq!(places("am 12.05. (030) 231/25-123 5"), ["231/25-123"]);
        assert_eq!(places("23125123 und 0049302 3 1 2 5 1 2 3"), ["23125123", "2 3 1 2 5 1 2 3"]);
        assert_eq!(places("2312512; 3125123 231 und 25123; 231     25123"), [""; 0]);
    }
}
