//! People taken out of free texts that stay.
//!
//! Owns: which parts of a text go. Leaves to others: finding personal data in general (`abide-detect`), what counts as the same
//! value ([`crate::compared`]), which texts ([`crate::plan`]).
//!
//! Where a text stays for others, only what tells about the erased people goes: the values by which they are known, each
//! part of their names, their numbers in any spelling. Where nobody is left whose text it is, everything goes that tells
//! about anybody.

use std::ops::Range;

use abide_detect::{Finder, Finding, Kind};
use abide_stores::Value;
use abide_stores::schema::Column;

use crate::compared::Placed;
use crate::compared::numbers::{Numbers, may_hold};
use crate::compared::spellings::{is_long, parts, shares_word, spellings};
use crate::execute::Redactor;
use crate::neutral::nothing;

pub(crate) mod json;

/// What stands where something was.
pub const MARK: &str = "[…]";
/// Takes people out of texts with the detector.
#[derive(Default)]
pub struct Texts {
    pub(crate) finder: Finder,
}

impl Redactor for Texts {
    fn redact(&self, text: &str, people: &[String], everybody: bool) -> String {
        let placed = Placed::of(text);
        let known = people.iter().flat_map(|value| known(&placed.text, value));
        let mut places: Vec<Range<usize>> = known.map(|place| placed.place(&place)).collect();
        let numbers = numbers(&placed, people);
        if everybody || !numbers.is_empty() {
            let meets = |found: &Finding| {
                let Range { start, end } = found.place;
                found.kind == Kind::Phone && numbers.iter().any(|n| n.start < end && start < n.end)
            };
            let found = self.finder.find(text).into_iter();
            places.extend(found.filter(|f| everybody || meets(f)).map(|f| f.place));
            places.extend(numbers);
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
    let redact = |_: json::Part<'_>, inner: &str| self::text(redactor, inner, people, everybody);
    let is_theirs = |text: &str| redactor.redact(text, people, false) != text;
    let is_number = |_: json::Part<'_>, raw: &str| json::is_number_of(raw, &is_theirs);
    let taking = json::Taking {
        redact: &redact,
        plain: &plain,
        is_theirs: &is_theirs,
        is_number: &is_number,
    };
    json::without(text, &taking).unwrap_or_else(|| plain(text))
}

/// Where a value stands in a text in its form, or a part of it that is a word of its own.
fn known(text: &str, value: &str) -> Vec<Range<usize>> {
    if !shares_word(text, value) {
        return Vec::new();
    }
    let whole = spellings(value).into_iter().filter(|whole| is_long(whole));
    whole.chain(parts(value)).flat_map(|part| words(text, &part)).collect()
}

/// Where telephone numbers of these people stand, as far as they are written without blanks before their last digits; how far they
/// reach beyond those, the detector says.
fn numbers(placed: &Placed, people: &[String]) -> Vec<Range<usize>> {
    if !may_hold(&placed.text) {
        return Vec::new();
    }
    let Some(numbers) = Numbers::new(people.iter().map(String::as_str)) else { return Vec::new() };
    let (bytes, mut places) = (placed.text.as_bytes(), Vec::new());
    numbers.in_text(&placed.text, |place, _| {
        // Longer ones are others.
        if bytes.get(place.end).is_some_and(u8::is_ascii_digit) {
            return;
        }
        let before = bytes.get(..place.start).unwrap_or_default().iter().rev();
        let joined =
            |b: &&u8| b.is_ascii_digit() || matches!(b, b'+' | b'(' | b')' | b'-' | b'/' | b'.');
        let mut start = place.start - before.take_while(joined).count();
        let here = |start: usize| bytes.get(start..place.end).unwrap_or_default();
        let closes = here(start).contains(&b')');
        let odd = |b: &u8| matches!(b, b')' | b'-' | b'/' | b'.') || *b == b'(' && !closes;
        start += here(start).iter().take_while(|b| odd(b)).count();
        places.push(placed.place(&(start..place.end)));
    });
    places
}

/// Where a word or words stand, not inside other words. In a link what stands before one may be a sign that is written by its number
/// (`%20`): that is no part of a word.
fn words(low: &str, wanted: &str) -> Vec<Range<usize>> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let hex = |b: &u8| b.is_ascii_hexdigit();
    let alone = |range: &Range<usize>| {
        let before = low.get(..range.start).unwrap_or_default();
        let is_sign = matches!(before.as_bytes(), [.., b'%', a, b] if hex(a) && hex(b));
        let after = low.get(range.end..).and_then(|t| t.chars().next());
        (is_sign || !letter(before.chars().next_back())) && !letter(after)
    };
    low.match_indices(wanted).map(|(at, found)| at..at + found.len()).filter(alone).collect()
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
    fn numbers_that_are_known_beside_words_and_each_other_go() {
        let known =
            ["+49 30 23125 101 ext. 5", "030/23125102 (mobil 2)", "+49 30 23125103; 0171 2345678"];
        let people = known.map(str::to_owned);
        for (text, expected) in [
            (
                "Karl ruft 030 23125101 zurück, oder 030/23125101-5",
                "Karl ruft […] zurück, oder […]",
            ),
            ("am 12.05. 0049 30 23125-102, mobil 2, 101", "am 12.05. […], mobil 2, 101"),
            ("(030) 23125103 oder +491712345678!", "[…] oder […]!"),
            (
                "030 23125104, 230 312 510 12 ist Karls, 23125101234",
                "030 23125104, 230 312 510 12 ist Karls, 23125101234",
            ),
            ("tel:+49-30-23125-101", "tel:[…]"),
        ] {
            assert_eq!(Texts::default().redact(text, &people, false), expected);
        }
    }

    #[test]
    fn names_go_whatever_signs_they_are_written_with() {
        let known = ["Sinead O'Brien", "Zoë Müller-Lüdenscheidt", "Jana Nováková", "O’Neill, Ann"];
        let people = known.map(str::to_owned);
        for (text, expected) in [
            (
                "Sinead O’Brien asked Karl; Mrs O’Brien’s O`Brien O´Brien",
                "[…] asked Karl; Mrs […]’s […] […]",
            ),
            (
                "Frau Müller\u{2011}Lüdenscheidt; Herr Lüdenscheidt; Müller – Lüdenscheidt",
                "Frau […]; Herr […]; […] – […]",
            ),
            ("Pani\u{301} Nova\u{301}kova\u{301} a Karel", "Pani\u{301} […] a Karel"),
            ("ZOE\u{308}\u{202f}MU\u{308}LLER", "[…]\u{202f}[…]"),
            ("Mr O'Neill and Mr Neill, Novák, Müllers", "Mr […] and Mr Neill, Novák, Müllers"),
        ] {
            assert_eq!(Texts::default().redact(text, &people, false), expected);
        }
    }

    #[test]
    fn names_go_from_links() {
        let text =
            "https://example.org/Anna%20Muster?of=Anna%2CMuster&to=anna%40example.org 5%Muster";
        assert_eq!(
            Texts::default().redact(text, &people(), false),
            "https://example.org/[…]%20[…]?of=[…]%2C[…]&to=[…] 5%[…]"
        );
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
