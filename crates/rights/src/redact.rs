//! People taken out of free texts that stay.
//!
//! Owns: which parts of a text go. Leaves to others: finding personal data in general (`abide-detect`), which texts
//! ([`crate::plan`]).
//!
//! Where a text stays for others, only what tells about the erased people goes: the values by which they are known, each
//! part of their names, their numbers in any spelling. Where nobody is left whose text it is, everything goes that tells
//! about anybody.

use std::ops::Range;

use abide_detect::{Finder, Finding, Kind};
use abide_stores::Value;
use abide_stores::schema::Column;

use crate::execute::Redactor;
use crate::neutral::nothing;
use crate::sweep::{last_digits, may_hold_numbers};

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
        let low = small(text);
        let mut places: Vec<Range<usize>> =
            people.iter().flat_map(|value| known(&low, value)).collect();
        let digits: Vec<String> = people.iter().filter_map(|value| last_digits(value)).collect();
        let spelled = |place: &Range<usize>| text.get(place.clone()).and_then(last_digits);
        if everybody || (!digits.is_empty() && may_hold_numbers(text)) {
            let theirs = |found: &Finding| {
                found.kind == Kind::Phone
                    && spelled(&found.place).is_some_and(|d| digits.contains(&d))
            };
            let found = self.finder.find(text).into_iter();
            places.extend(found.filter(|f| everybody || theirs(f)).map(|f| f.place));
        }
        without(text, places)
    }
}

/// Taking people out of values.
pub(crate) struct Taking<'a> {
    pub(crate) redactor: &'a dyn Redactor,
    /// The values by which they are known.
    pub(crate) people: &'a [String],
    /// Whatever tells of anybody goes.
    pub(crate) everybody: bool,
}

impl Taking<'_> {
    /// What is left of a value of a column.
    pub(crate) fn value(&self, column: &Column, old: &Value) -> Value {
        let Value::Text(old) = old else {
            return if old.is_null() { Value::Null } else { nothing(column) };
        };
        let new = text(self.redactor, old, self.people, self.everybody);
        // Of a value that was nothing else, nothing is left.
        if new == MARK && new != *old && column.nullable { Value::Null } else { Value::Text(new) }
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

/// Where a value stands in a text in small letters, or a part of it that is a word of its own.
fn known(low: &str, value: &str) -> Vec<Range<usize>> {
    let parts = value
        .split_whitespace()
        .filter(|_| !value.contains('@') && value.chars().any(char::is_alphabetic));
    let whole = std::iter::once(value.trim());
    whole
        .chain(parts)
        .filter(|p| p.chars().count() >= SHORTEST)
        .flat_map(|part| words(low, &small(part)))
        .collect()
}

/// Where a word or words stand, not inside other words.
fn words(low: &str, wanted: &str) -> Vec<Range<usize>> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let alone = |range: &Range<usize>| {
        let before = low.get(..range.start).and_then(|t| t.chars().next_back());
        let after = low.get(range.end..).and_then(|t| t.chars().next());
        !letter(before) && !letter(after)
    };
    low.match_indices(wanted).map(|(at, found)| at..at + found.len()).filter(alone).collect()
}

/// A text in small letters, each in the place of its own: a letter whose small one has another length stays.
fn small(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let small = |letter: char| {
        // The last of a Greek word has a form of its own, but not among capitals.
        if letter == 'ς' {
            return 'σ';
        }
        let mut low = letter.to_lowercase();
        let one = low.next().filter(|one| one.len_utf8() == letter.len_utf8());
        one.filter(|_| low.next().is_none()).unwrap_or(letter)
    };
    text.chars().map(small).collect()
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
    fn letters_whose_small_one_has_another_length_are_safe() {
        let out = Texts::default().redact("İİİ ANNA Muster İ", &people(), false);
        assert_eq!(out, "İİİ […] İ");
    }

    #[test]
    fn greek_names_go_however_they_end() {
        for (known, text) in
            [("ΝΙΚΟΣ ΠΑΠΑΣ", "Ο Νικος Παπας ήρθε"), ("Νικος Παπας", "Ο ΝΙΚΟΣ ΠΑΠΑΣ ήρθε")]
        {
            let out = Texts::default().redact(text, &[known.to_owned()], false);
            assert_eq!(out, "Ο […] ήρθε");
            let first =
                Texts::default().redact("προς Νίκος, ΝΊΚΟΣ", &["ΝΊΚΟΣ Παπάς".to_owned()], false);
            assert_eq!(first, "προς […], […]");
        }
    }
}
