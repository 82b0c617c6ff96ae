//! What was found at one place of a document is found at its other places too.
//!
//! "I'm Olivia Flores" is a name for sure; "bye Olivia" is less so. Whatever was found once is looked for everywhere: whole
//! values, and each word of a name where it is written with a capital.

use std::collections::HashMap;
use std::ops::Range;

use abide_detect::lexicon::{Sense, SenseSet, built_in};
use abide_detect::{Evidence, Finding, Kind};
use aho_corasick::{AhoCorasick, MatchKind};

/// Words that names are made of but texts too.
const COMMON: SenseSet = SenseSet::of(&[
    Sense::German,
    Sense::English,
    Sense::French,
    Sense::Spanish,
    Sense::Slovak,
    Sense::Month,
    Sense::Weekday,
    Sense::Digit,
    Sense::Honorific,
    Sense::Degree,
    Sense::Particle,
    Sense::OrgWord,
    Sense::LegalForm,
    Sense::NameWord,
    Sense::ReferenceWord,
]);
/// The shortest word of a name that is looked for, in letters.
const SHORTEST_NAME: usize = 3;
/// The shortest value that is looked for, in characters: "12" would be found everywhere.
const SHORTEST_VALUE: usize = 5;
/// The most values that are looked for, so that memory has a bound.
const MOST: usize = 100_000;
/// The score of what is found again.
const SCORE: u8 = abide_detect::finding::LIKELY;

/// What was found in a document so far.
#[derive(Clone, Default)]
pub struct Seen {
    values: HashMap<Box<str>, Value>,
}

#[derive(Clone, Debug)]
struct Value {
    kind: Kind,
    normal: Option<Box<str>>,
}

impl std::fmt::Debug for Seen {
    /// Only how much there is: the values are personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Seen").field("values", &self.values.len()).finish()
    }
}

impl Seen {
    /// Remembers the findings of a text.
    pub fn learn(&mut self, text: &str, findings: &[Finding]) {
        for finding in findings {
            let value = text.get(finding.place.clone()).unwrap_or_default();
            match finding.kind {
                Kind::Person => self.learn_name(value),
                Kind::Date
                | Kind::Age
                | Kind::Org
                | Kind::Loc
                | Kind::Title
                | Kind::Cvv
                | Kind::Expiry => {}
                _ if value.chars().count() < SHORTEST_VALUE => {}
                kind => self.insert(value, kind, finding.normal.clone()),
            }
        }
    }

    fn learn_name(&mut self, name: &str) {
        for word in name.split(|c: char| !c.is_alphabetic()) {
            let long = word.chars().count() >= SHORTEST_NAME;
            if long && !built_in().word(word).senses.meets(COMMON) {
                self.insert(&titled(word), Kind::Person, None);
                self.insert(&word.to_uppercase(), Kind::Person, None);
            }
        }
    }

    fn insert(&mut self, value: &str, kind: Kind, normal: Option<Box<str>>) {
        if self.values.len() < MOST {
            self.values.entry(value.into()).or_insert(Value { kind, normal });
        }
    }

    /// The findings with the places where something stands that was found before. They come in text order.
    #[must_use]
    pub fn complete(&self, text: &str, mut findings: Vec<Finding>) -> Vec<Finding> {
        let known: Vec<(&Box<str>, &Value)> = self.values.iter().collect();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(known.iter().map(|(value, _)| value.as_bytes()));
        let Ok(automaton) = automaton else { return findings };
        let mut again: Vec<Finding> = Vec::new();
        for hit in automaton.find_iter(text) {
            let place = hit.start()..hit.end();
            let (true, Some((_, value))) =
                (is_whole(text, &place), known.get(hit.pattern().as_usize()))
            else {
                continue;
            };
            let free = findings.partition_point(|f| f.place.end <= place.start);
            if findings.get(free).is_some_and(|f| f.place.start < place.end) {
                continue;
            }
            match again.last_mut().filter(|last| is_one_name(text, last, &place, value.kind)) {
                Some(last) => last.place.end = place.end,
                None => {
                    let mut finding =
                        Finding::new(value.kind, place, SCORE).because(Evidence::Seen);
                    finding.normal = value.normal.clone();
                    again.push(finding);
                }
            }
        }
        findings.append(&mut again);
        findings.sort_by_key(|f| f.place.start);
        findings
    }
}

/// `anna` and `ANNA` as `Anna`.
fn titled(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

/// Whether no letter or digit stands beside.
pub(crate) fn is_whole(text: &str, place: &Range<usize>) -> bool {
    let before = text.get(..place.start).and_then(|t| t.chars().next_back());
    let after = text.get(place.end..).and_then(|t| t.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Whether a word goes on the name before it.
fn is_one_name(text: &str, last: &Finding, place: &Range<usize>, kind: Kind) -> bool {
    let both = last.kind == Kind::Person && kind == Kind::Person;
    both && matches!(text.get(last.place.end..place.start), Some(" " | "-" | ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(known: &[(Kind, &str)], text: &str) -> Vec<String> {
        let mut seen = Seen::default();
        for (kind, value) in known {
            seen.learn(value, &[Finding::new(*kind, 0..value.len(), 90)]);
        }
        seen.complete(text, Vec::new())
            .into_iter()
            .map(|f| format!("{} {}", f.kind, &text[f.place]))
            .collect()
    }

    #[test]
    fn what_was_found_once_is_found_again() {
        let known = [
            (Kind::Person, "olivia Flores"),
            (Kind::Phone, "555 0123"),
            (Kind::Id, "12"),
            (Kind::Date, "tomorrow"),
        ];
        for (text, expected) in [
            ("bye Olivia!", vec!["PERSON Olivia"]),
            ("Olivia Flores, FLORES", vec!["PERSON Olivia Flores, FLORES"]),
            ("Oliviaville; olive; flores", vec![]),
            ("call 555 0123 or 1555 0123", vec!["PHONE 555 0123"]),
            ("12 tomorrow", vec![]),
        ] {
            assert_eq!(found(&known, text), expected, "{text}");
        }
        assert_eq!(
            found(&[(Kind::Person, "May Weber")], "May I? March or May").len(),
            usize::from(!built_in().word("May").senses.meets(COMMON)) * 2
        );
    }

    #[test]
    fn what_is_found_already_stays() {
        let mut seen = Seen::default();
        seen.learn("Flores", &[Finding::new(Kind::Person, 0..6, 90)]);
        let there = vec![Finding::new(Kind::Email, 0..18, 90)];
        assert_eq!(seen.complete("Flores@example.org Flores", there).len(), 2);
    }
}
