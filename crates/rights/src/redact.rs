//! People taken out of free texts that stay.
//!
//! Owns: which parts of a text go. Leaves to others: finding personal data in general (`abide-detect`), which texts
//! ([`crate::plan`]).
//!
//! Where a text stays for others, only what tells about the erased people goes: the values by which they are known, each
//! part of their names, their numbers in any spelling. Where nobody is left whose text it is, everything goes that tells
//! about anybody.

use std::ops::Range;

use abide_detect::{Finder, Kind};

use crate::execute::Redactor;
use crate::sweep::last_digits;

mod json;

/// What stands where something was.
pub const MARK: &str = "[…]";
/// A shorter part of a name is too often a part of something else.
const SHORTEST: usize = 3;

/// Takes people out of texts with the detector.
#[derive(Default)]
pub struct Texts {
    finder: Finder,
}

impl Redactor for Texts {
    fn redact(&self, text: &str, people: &[String], everybody: bool) -> String {
        let mut places: Vec<Range<usize>> =
            people.iter().flat_map(|value| known(text, value)).collect();
        let digits: Vec<String> = people.iter().filter_map(|value| last_digits(value)).collect();
        for finding in self.finder.find(text) {
            let spelled = || text.get(finding.place.clone()).and_then(last_digits);
            let theirs =
                finding.kind == Kind::Phone && spelled().is_some_and(|d| digits.contains(&d));
            if everybody || theirs {
                places.push(finding.place);
            }
        }
        without(text, places)
    }
}

/// A text without people, or without anybody; JSON stays JSON.
#[must_use]
pub fn text(redactor: &dyn Redactor, text: &str, people: &[String], everybody: bool) -> String {
    let plain = |text: &str| redactor.redact(text, people, everybody);
    let redact = |inner: &str| self::text(redactor, inner, people, everybody);
    let is_theirs = |text: &str| redactor.redact(text, people, false) != text;
    let taking = json::Taking { redact: &redact, is_theirs: &is_theirs };
    json::without(text, &taking).unwrap_or_else(|| plain(text))
}

/// Where a value stands in a text, or a part of it that is a word of its own.
fn known(text: &str, value: &str) -> Vec<Range<usize>> {
    let parts = value
        .split_whitespace()
        .filter(|_| !value.contains('@') && value.chars().any(char::is_alphabetic));
    let whole = std::iter::once(value.trim());
    whole
        .chain(parts)
        .filter(|p| p.chars().count() >= SHORTEST)
        .flat_map(|part| words(text, part))
        .collect()
}

/// Where a word or words stand in a text, whatever the case, not inside other words.
fn words(text: &str, part: &str) -> Vec<Range<usize>> {
    let (low, wanted) = (text.to_lowercase(), part.to_lowercase());
    // Where lower case has another length, places would not fit: such texts are compared as they are.
    let (low, wanted) =
        if low.len() == text.len() { (low, wanted) } else { (text.to_owned(), part.to_owned()) };
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let alone = |range: &Range<usize>| {
        let before = low.get(..range.start).and_then(|t| t.chars().next_back());
        let after = low.get(range.end..).and_then(|t| t.chars().next());
        !letter(before) && !letter(after)
    };
    low.match_indices(&wanted).map(|(at, found)| at..at + found.len()).filter(alone).collect()
}

fn without(text: &str, mut places: Vec<Range<usize>>) -> String {
    places.sort_by_key(|p| (p.start, p.end));
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for place in places {
        if place.start >= at {
            out.push_str(text.get(at..place.start).unwrap_or_default());
            out.push_str(MARK);
        }
        at = at.max(place.end);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Vec<String> {
        ["Anna Muster", "anna@example.org", "+49 30 23125 123"].map(str::to_owned).to_vec()
    }

    #[test]
    fn one_person_goes_and_others_stay() {
        let text = "Frau Muster (030/23125123) bat Karl Beispiel, ANNA@example.org zu schreiben; Musterstraße bleibt.";
        assert_eq!(
            Texts::default().redact(text, &people(), false),
            "Frau […] ([…]) bat Karl Beispiel, […] zu schreiben; Musterstraße bleibt."
        );
    }

    #[test]
    fn everybody_goes_where_nobody_is_left() {
        let out = Texts::default().redact(
            "Anna Muster rief an, Rückruf an karl@example.org oder 030 23125 456.",
            &people(),
            true,
        );
        assert!(!out.contains("Anna") && !out.contains("karl@") && !out.contains("456"), "{out}");
    }

    #[test]
    fn texts_whose_lower_case_has_another_length_are_safe() {
        let _ = Texts::default().redact("İİİ Anna Muster İ", &people(), false);
    }
}
