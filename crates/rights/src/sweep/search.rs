//! Looking for many values at once, in the spellings that people and programs give them.
//!
//! Owns: looking for all of them in one pass, in texts, in JSON without its escapes, and in numbers. Leaves to others: what counts as
//! the same value ([`crate::compared`]), which values, and where they may stand ([`super`]).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use abide_policy::vocab::Fact;
use abide_stores::Value;
use aho_corasick::{AhoCorasick, MatchKind};

use super::ValueAt;
use crate::compared::escapes::readings;
use crate::compared::folded;
use crate::compared::numbers::{Numbers, within};
use crate::compared::spellings::spellings;
use crate::identity::Given;

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
        let mut values: BTreeMap<Cow<'_, str>, BTreeSet<usize>> = BTreeMap::new();
        for (person, known) in people {
            for value in known.iter().filter(|v| v.chars().count() >= SHORTEST) {
                for number in within(value) {
                    values.entry(Cow::Owned(number)).or_default().insert(person);
                }
                values.entry(Cow::Borrowed(value)).or_default().insert(person);
            }
        }
        let is_same = |before: &Arc<Self>| {
            before
                .values
                .iter()
                .zip(&before.whose)
                .map(|(v, who)| (v.as_str(), who))
                .eq(values.iter().map(|(v, who)| (v.as_ref(), who)))
        };
        if let Some(before) = before.filter(is_same) {
            return Some(before);
        }
        let search = Search::new(&values.keys().map(Cow::as_ref).collect::<Vec<_>>())?;
        let (values, whose) = values.into_iter().map(|(v, who)| (v.into_owned(), who)).unzip();
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

    /// Whether a value is an e-mail address.
    pub(super) fn is_address(&self, at: ValueAt) -> bool {
        self.value(at).is_some_and(|value| Given::of(Fact::Email, value, None).is_ok())
    }

    pub(super) fn value(&self, at: ValueAt) -> Option<&str> {
        self.values.get(at).map(String::as_str)
    }

    /// Which values are looked for of one by which somebody is known: itself, and the telephone numbers in it.
    pub(super) fn numbers(&self, value: &str) -> Vec<ValueAt> {
        let number = |value: &str| self.values.binary_search_by(|v| v.as_str().cmp(value)).ok();
        let each = within(value);
        each.iter().map(String::as_str).chain([value]).filter_map(number).collect()
    }
}

/// Looks for many values at once.
#[derive(Debug)]
struct Search {
    texts: AhoCorasick,
    /// Of which value each pattern is.
    of: Vec<ValueAt>,
    /// The same for texts with a byte for each letter, as far as ASCII does not suffice for it.
    of_one_byte: Option<(AhoCorasick, Vec<ValueAt>)>,
    numbers: Option<Numbers>,
}

/// A value that is shorter is found everywhere and tells nothing.
const SHORTEST: usize = 5;
/// A number with a fraction holds whole ones exactly as far as this.
const WHOLE: f64 = 9e15;

impl Search {
    /// `None` if there is nothing to look for.
    fn new(values: &[&str]) -> Option<Self> {
        let mut patterns: Vec<(String, ValueAt)> = Vec::new();
        for (at, value) in values.iter().enumerate() {
            patterns.extend(spellings(value).into_iter().map(|pattern| (pattern, at)));
        }
        let of = patterns.iter().map(|(_, at)| *at).collect();
        let in_one_byte = |(text, at): &(String, ValueAt)| Some((in_one_byte(text)?, *at));
        let (letters, whose): (Vec<_>, _) = patterns.iter().filter_map(in_one_byte).unzip();
        let texts = automaton(&patterns.into_iter().map(|(p, _)| p).collect::<Vec<_>>())?;
        let of_one_byte = automaton(&letters).map(|letters| (letters, whose));
        // A value that holds several has each of them beside it.
        let alone = values.iter().map(|v| if within(v).is_empty() { *v } else { "" });
        let numbers = Numbers::new(alone);
        Some(Self { texts, of, of_one_byte, numbers })
    }

    fn hits(&self, value: &Value) -> Vec<ValueAt> {
        let mut hits = Vec::new();
        match value {
            Value::Text(text) => self.in_text(text, &mut hits),
            Value::Bytes(bytes) => self.in_bytes(bytes, &mut hits),
            Value::Integer(number) => self.as_number(&number.to_string(), &mut hits),
            // Written without a fraction.
            Value::Real(number) if number.fract() == 0.0 && number.abs() < WHOLE => {
                self.as_number(&number.to_string(), &mut hits);
            }
            Value::Real(_) | Value::Null => {}
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }

    fn in_text(&self, text: &str, hits: &mut Vec<ValueAt>) {
        self.as_written(folded(text).as_bytes(), hits);
        for reading in readings(text) {
            self.as_written(folded(&reading).as_bytes(), hits);
        }
    }

    fn as_written(&self, text: &[u8], hits: &mut Vec<ValueAt>) {
        let found = self.texts.find_overlapping_iter(text);
        hits.extend(found.filter_map(|m| self.of.get(m.pattern().as_usize())));
        if let Some(numbers) = &self.numbers {
            numbers.in_bytes(text, |_, whose| hits.extend(whose));
        }
    }

    /// In what may be a text in one of several forms, or hold one.
    fn in_bytes(&self, bytes: &[u8], hits: &mut Vec<ValueAt>) {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.in_text(text, hits),
            Err(_) => {
                self.as_written(bytes, hits);
                let texts = bytes.utf8_chunks().map(|chunk| chunk.valid());
                let texts = texts.filter(|text| text.len() >= SHORTEST && !text.is_ascii());
                texts.for_each(|text| self.in_text(text, hits));
                if let Some((letters, of)) = &self.of_one_byte {
                    let small = of_one_byte(bytes);
                    let found = letters.find_overlapping_iter(&small);
                    hits.extend(found.filter_map(|m| of.get(m.pattern().as_usize())));
                }
            }
        }
        for text in of_two_bytes(bytes) {
            self.in_text(&text, hits);
        }
    }

    fn as_number(&self, number: &str, hits: &mut Vec<ValueAt>) {
        if let Some(numbers) = &self.numbers {
            numbers.as_number(number, hits);
        }
    }
}

/// A pattern as ISO 8859-1 has it; `None` if it cannot be written so, or is the same in ASCII.
fn in_one_byte(text: &str) -> Option<Vec<u8>> {
    let bytes = text.chars().map(|sign| u8::try_from(u32::from(sign)).ok());
    bytes.collect::<Option<Vec<u8>>>().filter(|_| !text.is_ascii())
}

/// A text of such bytes (ISO 8859-1, with the signs of Windows-1252) in its small form.
fn of_one_byte(bytes: &[u8]) -> Vec<u8> {
    let mut small = Vec::with_capacity(bytes.len());
    for byte in bytes {
        match byte {
            0xc0..=0xd6 | 0xd8..=0xde => small.push(byte + 0x20),
            0xdf => small.extend(b"ss"),
            0x91 | 0x92 | 0xb4 | b'`' => small.push(b'\''),
            0x96 | 0x97 => small.push(b'-'),
            0xa0 | b'\t' | b'\r' | b'\n' => small.push(b' '),
            byte => small.push(byte.to_ascii_lowercase()),
        }
    }
    small
}

/// The texts that bytes are if each sign has two of them (UTF-16), in either order: then many of them are zero.
fn of_two_bytes(bytes: &[u8]) -> Vec<String> {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if bytes.len() < 2 * SHORTEST || zeros < bytes.len() / 4 {
        return Vec::new();
    }
    let (pairs, _) = bytes.as_chunks::<2>();
    let text = |unit: fn([u8; 2]) -> u16| {
        String::from_utf16_lossy(&pairs.iter().copied().map(unit).collect::<Vec<_>>())
    };
    vec![text(u16::from_le_bytes), text(u16::from_be_bytes)]
}

fn automaton<P: AsRef<[u8]>>(patterns: &[P]) -> Option<AhoCorasick> {
    let built = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(patterns);
    built.ok().filter(|_| !patterns.is_empty())
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
            (r#"{"tel":"030\/23125123"}"#, &[0]),
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
        for (known, texts) in [
            ("Sinead O'Brien", &["Sinead O’Brien", "O`Brien, Sinead", "SINEAD O´BRIEN"][..]),
            ("Sinead O’Brien", &["Sinead O'Brien", r"'Sinead O\'Brien'"]),
            (
                "Zoë Müller-Lüdenscheidt",
                &[
                    "Zoë Müller\u{2011}Lüdenscheidt",
                    "Müller Lüdenscheidt, Zoë",
                    "Zoë Müller – Lüdenscheidt",
                ],
            ),
            (
                "Josefina Núñez",
                &[
                    "Josefina\u{202f}Núñez",
                    "Josefina-Núñez",
                    "Jose\u{ad}fina\u{2009}Nu\u{301}n\u{303}ez",
                ],
            ),
            (
                "030 23125101",
                &[
                    "030\u{202f}23\u{202f}12\u{202f}51\u{202f}01",
                    "49\u{2011}30\u{2011}23125101",
                    "\u{202a}+493023125101\u{202c}",
                    "４９３０２３１２５１０１",
                ],
            ),
        ] {
            let search = Search::new(&[known]).unwrap();
            for text in texts {
                assert_eq!(search.hits(&(*text).into()), [0], "{text}");
            }
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
    fn numbers_beside_words_and_each_other_are_values_of_their_own() {
        let known = ["+49 30 23125103; 0171 2345678", "030/23125102 (mobil 2)"].map(str::to_owned);
        let sought = Sought::of([(7, &BTreeSet::from(known.clone()))], None).unwrap();
        let hits = |value: Value| {
            let hits = sought.hits(&value).into_iter();
            hits.map(|at| sought.value(at).unwrap()).collect::<Vec<_>>()
        };
        for (text, expected) in [
            ("030/23125-103", &["+493023125103"][..]),
            ("01712345678", &["01712345678"]),
            ("+493023125102", &["03023125102"]),
            ("030 23125104", &[]),
        ] {
            assert_eq!(hits(text.into()), expected, "{text}");
        }
        assert_eq!(hits(Value::Integer(491_712_345_678)), ["01712345678"]);
        assert_eq!(sought.numbers(&known[0]).len(), 3, "all of them may stay where it stays");
        assert_eq!(hits(known[0].as_str().into()).len(), 3);
        assert_eq!(sought.people(), BTreeSet::from([7]));
    }

    #[test]
    fn a_number_may_have_a_fraction_that_is_none() {
        let search = Search::new(&["+49 30 23125101"]).unwrap();
        for (number, expected) in [
            (493_023_125_101.0, &[0][..]),
            (3_023_125_101.0, &[0]),
            (493_023_125_101.5, &[]),
            (f64::NAN, &[]),
        ] {
            assert_eq!(search.hits(&Value::Real(number)), expected, "{number}");
        }
    }

    #[test]
    fn texts_that_are_bytes_are_read_in_the_forms_that_programs_write() {
        let search =
            Search::new(&["Josefina Núñez", "josefina@bücher.example", "030 23125101"]).unwrap();
        let one =
            |text: &str| text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
        let two = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let damaged = |text: &str| [&[0xff, 0xfe, 0xfd][..], text.as_bytes(), &[0xff]].concat();
        for (bytes, expected) in [
            (one("JOSEFINA N\u{da}\u{d1}EZ"), &[0][..]),
            (one("Josefina\u{a0}N\u{fa}\u{f1}ez"), &[0]),
            (one("josefina@b\u{fc}cher.example"), &[1]),
            (one("\u{e4}: 030/23125101"), &[2]),
            ("JOSEFINA NÚÑEZ".as_bytes().to_vec(), &[0]),
            (damaged("JOSEFINA NÚÑEZ"), &[0]),
            (damaged("josefina@xn--bcher-kva.example"), &[1]),
            (two("Josefina Núñez, 030/23125101"), &[0, 2]),
            (one("Josefina N\u{fa}\u{f1}ec"), &[]),
            (vec![0; 64], &[]),
        ] {
            assert_eq!(search.hits(&Value::Bytes(bytes)), expected);
        }
    }

    #[test]
    fn what_programs_wrap_up_is_found() {
        let search = Search::new(&["Josefina Núñez", "josefina@bücher.example"]).unwrap();
        for (text, expected) in [
            (r#""{\"n\":\"Josefina N\\u00fa\\u00f1ez\"}""#, &[0][..]),
            (r#"{"a":"Josefina\tN\u00fa\u00f1ez"}"#, &[0]),
            ("?name=Josefina+N%C3%BA%C3%B1ez&mail=josefina%40b%C3%BCcher.example", &[0, 1]),
            ("josefina@xn--bcher-kva.example", &[1]),
            (r#"{"encoding":"base64url","body":"aGllciBpc3QgSm9zZWZpbmEgTsO6w7Fleg"}"#, &[0]),
            (r#"C:\tmp\josefina núñez"#, &[0]),
        ] {
            assert_eq!(search.hits(&text.into()), expected, "{text}");
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
