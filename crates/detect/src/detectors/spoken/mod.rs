//! What is spoken: numbers digit by digit, names letter by letter, e-mail addresses and dates in words (German, English).
//!
//! Transcripts of calls hold "my number is five five five …". What a number is, words around tell: in the same turn, or in
//! the question before ([`asked`]). Spelling alphabets are DIN 5009 (of 1983 and 2022) and ICAO's. Written forms are left to
//! the other detectors.

mod asked;
mod date;
mod email;
mod item;
mod sequence;

use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::Block;
use asked::Asked;
use sequence::Sequence;

#[derive(Debug)]
pub(crate) struct Spoken;

impl Detector for Spoken {
    fn name(&self) -> &'static str {
        "spoken"
    }
    fn wakes(&self) -> Wakes {
        const DATES: SenseSet = SenseSet::of(&[Sense::Month, Sense::Ordinal, Sense::SpokenAt]);
        Wakes { signs: b"@", senses: item::SPOKEN.and(DATES), ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let (block, token) = (at.block, at.token);
        let senses = block.senses(token);
        let sign = block.token(token).is_some_and(|t| t.is('@'));
        if senses.has(Sense::SpokenAt) || (sign && !block.joined(token)) {
            email::look(block, token, found);
        }
        if senses.has(Sense::Month) {
            date::by_month(block, token, found);
        }
        if senses.has(Sense::Ordinal) {
            date::by_ordinals(block, token, found);
        }
        if senses.meets(item::SPOKEN)
            && let Some(sequence) = Sequence::at(block, token)
        {
            match sequence.digits {
                0 => spelling(block, &sequence, found),
                _ => number(block, &sequence, found),
            }
        }
    }
}

/// Reports a sequence with digits.
fn number(block: &Block<'_>, spoken: &Sequence, found: &mut Found) {
    let letters = spoken.characters().len() - spoken.digits;
    let enough = spoken.digit_words >= 3
        || spoken.digits >= 3
        || (spoken.digit_words >= 2 && spoken.letter_words > 0);
    if !enough || is_amount(block, spoken) {
        return;
    }
    let asked = Asked::number(block, spoken.first, spoken.last);
    let known = asked.and_then(|a| a.kind(spoken.digits, letters));
    let (kind, form, score) = match known {
        Some((kind, form)) => (kind, form, certainty(kind, spoken)),
        None => by_itself(spoken, letters),
    };
    report(block, spoken, kind, form, score, asked.filter(|_| known.is_some()), found);
}

/// Whether it counts something, or just counts.
fn is_amount(block: &Block<'_>, spoken: &Sequence) -> bool {
    const UNITS: SenseSet = SenseSet::of(&[Sense::Measure, Sense::TimeUnit, Sense::AgeWord]);
    let counts = block.senses(spoken.last + 1).meets(UNITS);
    counts && (spoken.digits < 7 || spoken.powers)
}

fn certainty(kind: Kind, spoken: &Sequence) -> u8 {
    match kind {
        Kind::Card if luhn(spoken.characters()) => CERTAIN,
        _ if spoken.powers && spoken.digits <= 4 => POSSIBLE,
        _ => STRONG,
    }
}

/// What a number is that nothing announces.
fn by_itself(spoken: &Sequence, letters: usize) -> (Kind, &'static str, u8) {
    let counting = spoken.characters().iter().zip(b'1'..).all(|(c, n)| *c == n);
    match (spoken.digits, letters) {
        _ if counting || spoken.powers => (Kind::Other, "", WEAK),
        (13..=19, 0) if luhn(spoken.characters()) => (Kind::Card, "", STRONG),
        (7..=15, 0) => (Kind::Phone, "", POSSIBLE + 10),
        (4.., 0) => (Kind::Other, "number", POSSIBLE + 5),
        (digits, 1..) if digits + letters >= 4 => (Kind::Id, "", POSSIBLE + 10),
        _ => (Kind::Other, "", WEAK),
    }
}

/// The check of payment cards (ISO/IEC 7812-1 annex B).
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit - b'0') << (place % 2);
            value / 10 + value % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Reports a sequence of letters: a name, or a code that was asked for.
fn spelling(block: &Block<'_>, spoken: &Sequence, found: &mut Found) {
    let letters = spoken.letter_words;
    let named = Asked::name(block, spoken.first);
    let asked = named.or_else(|| Asked::number(block, spoken.first, spoken.last));
    let enough = match (asked.is_some(), spoken.explained) {
        (_, true) => letters >= 2,
        (true, _) => letters >= 3,
        (false, _) if spoken.alphabet => false,
        (false, _) => letters >= 4 && spoken.hyphens || letters >= 6,
    };
    if !enough {
        return;
    }
    let code = asked.filter(|_| named.is_none()).and_then(|a| a.kind(0, letters));
    let (kind, form) = code.unwrap_or((Kind::Person, "spelled"));
    let score = if asked.is_some() || spoken.explained { LIKELY + 5 } else { POSSIBLE + 5 };
    report(block, spoken, kind, form, score, asked, found);
}

fn report(
    block: &Block<'_>,
    spoken: &Sequence,
    kind: Kind,
    form: &'static str,
    score: u8,
    asked: Option<Asked>,
    found: &mut Found,
) {
    let (Some(from), Some(to)) = (block.token(spoken.first), block.token(spoken.last)) else {
        return;
    };
    let place = from.start as usize..to.end as usize;
    if score < POSSIBLE {
        found.miss(kind, form, place, "miss-spoken-count");
        return;
    }
    let mut finding = Finding::new(kind, place, score)
        .form(form)
        .normal(normal(spoken.text(), kind))
        .because(Evidence::Spoken);
    if let Some(word) = asked.and_then(|a| block.token(a.word)) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

/// Names are written with one capital.
fn normal(text: String, kind: Kind) -> String {
    let mut letters = text.chars();
    match (kind, letters.next()) {
        (Kind::Person, Some(first)) => format!("{first}{}", letters.as_str().to_lowercase()),
        _ => text,
    }
}

#[cfg(test)]
mod tests;
