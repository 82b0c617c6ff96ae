//! Looking for many values at once, in the spellings that people and programs give them.
//!
//! Owns: looking for all of them in one pass, in texts, in JSON without its escapes, and in numbers. Leaves to others: what counts as
//! the same value ([`crate::compared`]), which values, and where they may stand ([`super`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use abide_stores::Value;
use aho_corasick::{AhoCorasick, MatchKind};

use super::ValueAt;
use crate::compared::escapes::readings;
use crate::compared::folded;
use crate::compared::numbers::Numbers;
use crate::compared::spellings::spellings;

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
    numbers: Option<Numbers>,
}

/// A value that is shorter is found everywhere and tells nothing.
const SHORTEST: usize = 5;

impl Search {
    /// `None` if there is nothing to look for.
    fn new(values: &[&str]) -> Option<Self> {
        let mut patterns: Vec<(String, ValueAt)> = Vec::new();
        for (at, value) in values.iter().enumerate() {
            patterns.extend(spellings(value).into_iter().map(|pattern| (pattern, at)));
        }
        let of = patterns.iter().map(|(_, at)| *at).collect();
        let texts = automaton(&patterns.into_iter().map(|(p, _)| p).collect::<Vec<_>>())?;
        Some(Self { texts, of, numbers: Numbers::new(values.iter().copied()) })
    }

    fn hits(&self, value: &Value) -> Vec<ValueAt> {
        let mut hits = Vec::new();
        match value {
            Value::Text(text) => {
                self.in_text(text, &mut hits);
                for reading in readings(text) {
                    self.in_text(&reading, &mut hits);
                }
            }
            Value::Bytes(bytes) => {
                let found = self.texts.find_overlapping_iter(bytes);
                hits.extend(found.filter_map(|m| self.of.get(m.pattern().as_usize())));
            }
            Value::Integer(number) => {
                if let Some(numbers) = &self.numbers {
                    numbers.as_number(&number.to_string(), &mut hits);
                }
            }
            Value::Real(_) | Value::Null => {}
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }

    fn in_text(&self, text: &str, hits: &mut Vec<ValueAt>) {
        let text = folded(text);
        let found = self.texts.find_overlapping_iter(text.as_ref());
        hits.extend(found.filter_map(|m| self.of.get(m.pattern().as_usize())));
        if let Some(numbers) = &self.numbers {
            numbers.in_text(&text, |_, whose| hits.extend(whose));
        }
    }
}

fn automaton(patterns: &[String]) -> Option<AhoCorasick> {
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
    fn numbers_beside_words_and_each_other_are_found() {
        let known =
            ["+49 30 23125 101 ext. 5", "030/23125102 (mobil 2)", "+49 30 23125103; 0171 2345678"];
        let search = Search::new(&known).unwrap();
        for (text, expected) in [
            ("Rückruf 030 23125101", &[0][..]),
            ("+493023125102", &[1]),
            ("030/23125-103", &[2]),
            ("01712345678", &[2]),
            ("030 23125104", &[]),
        ] {
            assert_eq!(search.hits(&text.into()), expected, "{text}");
        }
        assert_eq!(search.hits(&Value::Integer(491_712_345_678)), [2]);
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
