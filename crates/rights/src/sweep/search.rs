//! Looking for many values at once, in the spellings that people and programs give them.
//!
//! Owns: what counts as the same value. A text is compared without case (of any script), in one form of its accents (Unicode
//! Standard Annex 15, NFC), with one space where there are several, and in JSON without escapes; a name also with its last word
//! first; an address also as it stands in a link (RFC 3986, section 2.1); a telephone number by its last digits, whatever stands
//! between them, also as a number without its plus or its zero. Leaves to others: which values, and where they may stand
//! ([`super`]).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use abide_stores::Value;
use aho_corasick::{AhoCorasick, MatchKind};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use super::ValueAt;

/// By what several people are known, each by a number: looked for together.
#[derive(Debug)]
pub(crate) struct Sought {
    /// The values, in order.
    values: Vec<String>,
    /// Whose each of them is.
    whose: Vec<BTreeSet<usize>>,
    search: Search,
}

impl Sought {
    /// `None` if nothing tells any of them from others. Values of fewer than five characters are found everywhere and tell nothing:
    /// they are left out, and counted by [`Sought::too_short`]. If it is the same as `before`, it is that.
    pub(crate) fn of<'a>(
        people: impl IntoIterator<Item = (usize, &'a BTreeSet<String>)>,
        before: Option<Arc<Self>>,
    ) -> Option<Arc<Self>> {
        let mut values: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (person, known) in people {
            for value in known.iter().filter(|v| v.chars().count() >= SHORTEST) {
                values.entry(value).or_default().insert(person);
            }
        }
        let is_same = |before: &Arc<Self>| {
            before
                .values
                .iter()
                .zip(&before.whose)
                .map(|(v, who)| (v.as_str(), who))
                .eq(values.iter().map(|(v, who)| (*v, who)))
        };
        if let Some(before) = before.filter(is_same) {
            return Some(before);
        }
        let search = Search::new(&values.keys().copied().collect::<Vec<_>>())?;
        let (values, whose) = values.into_iter().map(|(v, who)| (v.to_owned(), who)).unzip();
        Some(Arc::new(Self { values, whose, search }))
    }

    /// How many of these values are too short to be looked for.
    pub(crate) fn too_short(known: &BTreeSet<String>) -> u64 {
        known.iter().filter(|value| value.chars().count() < SHORTEST).count() as u64
    }

    /// The values that a cell holds, in order.
    pub(crate) fn hits(&self, value: &Value) -> Vec<ValueAt> {
        self.search.hits(value)
    }

    /// Whose a value is.
    pub(crate) fn whose(&self, value: ValueAt) -> impl Iterator<Item = usize> {
        self.whose.get(value).into_iter().flatten().copied()
    }

    /// Everybody of whom anything is looked for.
    pub(super) fn people(&self) -> BTreeSet<usize> {
        self.whose.iter().flatten().copied().collect()
    }

    pub(super) fn value(&self, at: ValueAt) -> Option<&str> {
        self.values.get(at).map(String::as_str)
    }

    pub(super) fn number(&self, value: &str) -> Option<ValueAt> {
        self.values.binary_search_by(|v| v.as_str().cmp(value)).ok()
    }
}

/// Looks for many values at once.
#[derive(Debug)]
struct Search {
    texts: AhoCorasick,
    /// Of which value each pattern is.
    of: Vec<ValueAt>,
    digits: Option<Digits>,
}

/// A value that is shorter is found everywhere and tells nothing.
const SHORTEST: usize = 5;
/// So many last digits tell a telephone number; prefixes are written in many ways.
const LAST_DIGITS: usize = 8;
/// So many last digits tell one that is a number: shorter ones are everything.
const NUMBER_DIGITS: usize = 9;

impl Search {
    /// `None` if there is nothing to look for.
    fn new(values: &[&str]) -> Option<Self> {
        let mut patterns: Vec<(String, ValueAt)> = Vec::new();
        for (at, value) in values.iter().enumerate() {
            patterns.extend(spellings(value).into_iter().map(|pattern| (pattern, at)));
        }
        let of = patterns.iter().map(|(_, at)| *at).collect();
        let texts = automaton(&patterns.into_iter().map(|(p, _)| p).collect::<Vec<_>>())?;
        Some(Self { texts, of, digits: Digits::new(values) })
    }

    fn hits(&self, value: &Value) -> Vec<ValueAt> {
        let mut hits = Vec::new();
        let of = |pattern: usize| self.of.get(pattern).copied();
        match value {
            Value::Text(text) => {
                let plain = plain(text);
                let found = self.texts.find_overlapping_iter(plain.as_ref());
                hits.extend(found.filter_map(|m| of(m.pattern().as_usize())));
                if let Some(digits) = &self.digits {
                    digits.in_text(&plain, &mut hits);
                }
            }
            Value::Bytes(bytes) => {
                let found = self.texts.find_overlapping_iter(bytes);
                hits.extend(found.filter_map(|m| of(m.pattern().as_usize())));
            }
            Value::Integer(number) => {
                if let Some(digits) = &self.digits {
                    digits.as_number(&number.to_string(), &mut hits);
                }
            }
            Value::Real(_) | Value::Null => {}
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }
}

fn automaton(patterns: &[String]) -> Option<AhoCorasick> {
    let built = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(patterns);
    built.ok().filter(|_| !patterns.is_empty())
}

/// The ways in which a value is looked for in texts that are [`plain`].
fn spellings(value: &str) -> BTreeSet<String> {
    let value = plain(value.trim()).into_owned();
    let mut all = BTreeSet::new();
    if value.contains('@') {
        all.insert(value.replace('@', "%40"));
    } else if let Some((first, last)) = value.rsplit_once(' ').filter(|_| is_name(&value)) {
        all.extend([format!("{last} {first}"), format!("{last}, {first}")]);
    }
    all.insert(value);
    all
}

fn is_name(value: &str) -> bool {
    value.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'))
}

/// A text in the form in which it is compared; nearly every text has it.
fn plain(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    if text.contains("\\u") {
        plain = Cow::Owned(unescaped(text));
    }
    if !plain.is_ascii() {
        let low = match is_nfc_quick(plain.chars()) {
            IsNormalized::Yes => plain.to_lowercase(),
            _ => plain.nfc().collect::<String>().to_lowercase(),
        };
        plain = Cow::Owned(low);
    }
    let spaces = |pair: &[u8]| pair.iter().all(u8::is_ascii_whitespace);
    let odd = |b: &u8| matches!(b, b'\t' | b'\n' | b'\r') || *b == 0xc2;
    if plain.as_bytes().windows(2).any(spaces) || plain.as_bytes().iter().any(odd) {
        plain = Cow::Owned(plain.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    plain
}

/// JSON's escapes of characters by their number (RFC 8259, section 7), undone; what is none stays.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u") {
        out.push_str(before);
        let mut units = Vec::new();
        let mut tail = after;
        loop {
            let unit = tail.get(..4).and_then(|hex| u16::from_str_radix(hex, 16).ok());
            let Some(unit) = unit else { break };
            units.push(unit);
            tail = tail.get(4..).unwrap_or_default();
            match tail.strip_prefix("\\u") {
                Some(next) => tail = next,
                None => break,
            }
        }
        if units.is_empty() {
            out.push_str("\\u");
        }
        out.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Telephone numbers among the values.
#[derive(Debug)]
struct Digits {
    last: AhoCorasick,
    of: Vec<ValueAt>,
    /// By their last digits as a number has them: all digits without zeros before them, and whose they are.
    numbers: HashMap<String, Vec<(String, ValueAt)>>,
}

impl Digits {
    fn new(values: &[&str]) -> Option<Self> {
        let (mut patterns, mut of, mut numbers) = (Vec::new(), Vec::new(), HashMap::new());
        for (at, value) in values.iter().enumerate() {
            let Some(last) = last_digits(value) else { continue };
            patterns.push(last);
            of.push(at);
            let all: String = value.chars().filter(char::is_ascii_digit).collect();
            let all = all.trim_start_matches('0').to_owned();
            if let Some(end) = end(&all) {
                let known: &mut Vec<_> = numbers.entry(end.to_owned()).or_default();
                known.push((all.clone(), at));
            }
        }
        Some(Self { last: automaton(&patterns)?, of, numbers })
    }

    fn in_text(&self, text: &str, hits: &mut Vec<ValueAt>) {
        if may_hold_numbers(text) {
            let condensed = condensed(text);
            let found = self.last.find_overlapping_iter(&condensed);
            hits.extend(found.filter_map(|m| self.of.get(m.pattern().as_usize())));
        }
    }

    /// A number is a telephone's if one of the two is the end of the other: its country or its zero may be missing.
    fn as_number(&self, number: &str, hits: &mut Vec<ValueAt>) {
        let known = end(number).and_then(|end| self.numbers.get(end)).into_iter().flatten();
        let same = known.filter(|(all, _)| all.ends_with(number) || number.ends_with(all.as_str()));
        hits.extend(same.map(|(_, at)| *at));
    }
}

/// Whether a text has so many digits that a telephone number can stand in it.
pub(crate) fn may_hold_numbers(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= LAST_DIGITS
}

fn end(digits: &str) -> Option<&str> {
    digits.get(digits.len().checked_sub(NUMBER_DIGITS)?..)
}

/// The last digits of what looks like a telephone number: digits and separators alone.
pub(crate) fn last_digits(value: &str) -> Option<String> {
    let separators = |c: char| matches!(c, '+' | ' ' | '-' | '/' | '(' | ')' | '.' | '\u{a0}');
    if !value.chars().all(|c| c.is_ascii_digit() || separators(c)) {
        return None;
    }
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    digits.get(digits.len().checked_sub(LAST_DIGITS)?..).map(str::to_owned)
}

/// A text with the separators between digits taken out.
fn condensed(text: &str) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(text.len());
    // So many separators stand after a digit.
    let mut pending = 0;
    for (at, byte) in text.bytes().enumerate() {
        let separator = matches!(byte, b' ' | b'-' | b'/' | b'(' | b')' | b'.');
        if separator && pending < 4 && out.last().is_some_and(u8::is_ascii_digit) {
            pending += 1;
            continue;
        }
        if !byte.is_ascii_digit() {
            out.extend(text.as_bytes().get(at - pending..at).unwrap_or_default());
        }
        pending = 0;
        out.push(byte);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_in_any_spelling() {
        let search = Search::new(&["+49 30 23125 123", "anna@example.org"]).unwrap();
        for (text, expected) in [
            ("030/23125123", &[0][..]),
            ("0049 (30) 231 25-123 bitte", &[0]),
            ("mail ANNA@example.org now", &[1]),
            ("{\"to\":\"+493023125123\",\"by\":\"anna@example.org\"}", &[0, 1]),
            ("+49 30 23125 123, +49 30 23125 123", &[0]),
            ("030/23125124", &[]),
            ("anna@example.com", &[]),
            ("30 Leute, 23125 Stück", &[]),
            ("", &[]),
        ] {
            assert_eq!(search.hits(&text.into()), expected, "{text}");
        }
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        let search = Search::new(&["Ödön Xerxesmann", "oedoen@club.example"]).unwrap();
        for text in [
            "ÖDÖN XERXESMANN",
            "O\u{308}do\u{308}n Xerxesmann",
            "Xerxesmann, Ödön",
            "xerxesmann ödön",
            "Ödön  Xerxesmann",
            "Ödön\u{a0}Xerxesmann",
            "an Ödön\nXerxesmann",
            r#"{"name":"\u00d6d\u00f6n Xerxesmann"}"#,
            r#"{"name":"O\u0308do\u0308n Xerxesmann"}"#,
        ] {
            assert_eq!(search.hits(&text.into()), [0], "{text}");
        }
        assert_eq!(search.hits(&"mailto:oedoen%40club.example".into()), [1]);
        assert_eq!(search.hits(&r"C:\users\ulf \ud83d".into()), [] as [usize; 0]);
    }

    #[test]
    fn a_number_may_be_a_telephone_s() {
        let search = Search::new(&["+49 171 5501090", "0171 5500007"]).unwrap();
        for (number, expected) in [
            (491_715_501_090, &[0][..]),
            (1_715_501_090, &[0]),
            (491_715_500_007, &[1]),
            (1_715_500_007, &[1]),
            (15_501_090, &[]),
            (9_715_501_090, &[]),
            (-1_715_501_090, &[]),
        ] {
            assert_eq!(search.hits(&Value::Integer(number)), expected, "{number}");
        }
    }

    #[test]
    fn two_people_of_one_number_are_both_found() {
        let search = Search::new(&["+493023125123", "030 23125123"]).unwrap();
        assert_eq!(search.hits(&"030/23125-123".into()), [0, 1]);
    }

    #[test]
    fn nothing_is_looked_for_without_values() {
        assert!(Search::new(&[]).is_none());
    }
}
