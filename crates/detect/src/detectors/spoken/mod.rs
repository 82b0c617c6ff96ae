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

use super::phone::context;
use crate::Kind;
use crate::beside::Beside;
use crate::check_digit;
use crate::detector::{At, Between, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::Block;
use asked::Asked;
use sequence::Sequence;

/// The sign alone, as some transcripts have it.
const AT: &[(u8, Between)] =
    &[(b'@', |before, _| matches!(before, Beside::Blank | Beside::Edge | Beside::High))];

#[derive(Debug)]
pub(crate) struct Spoken;

impl Detector for Spoken {
    fn name(&self) -> &'static str {
        "spoken"
    }
    fn wakes(&self) -> Wakes {
        const DATES: SenseSet = SenseSet::of(&[Sense::Month, Sense::Ordinal, Sense::SpokenAt]);
        Wakes { signs: AT, senses: item::SPOKEN.and(DATES), ..Wakes::NEVER }
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
            && !item::is_alone(block, token, senses)
            && !item::is_within(block, token)
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
        || spoken.digits >= 4
        || (spoken.digit_words >= 2 && spoken.letter_words > 0);
    if !enough || is_amount(block, spoken) {
        return;
    }
    if let Some(street) = block.after(spoken.last, 3, Sense::Street.set()) {
        return report(block, &spoken.to(street), (Kind::Address, ""), STRONG, None, found);
    }
    let asked = Asked::number(block, spoken.first, spoken.last)
        .filter(|a| a.here || spoken.singles >= 2 || spoken.digits >= 6);
    let known = asked
        .and_then(|a| a.kind(spoken.digits, letters))
        .filter(|_| !is_iban(spoken.characters()));
    match known {
        Some(kind) => report(block, spoken, kind, certainty(kind.0, spoken), asked, found),
        None => {
            let (kind, form, score) = by_itself(spoken, letters);
            report(block, spoken, (kind, form), score, None, found);
        }
    }
}

/// Whether it counts something or tells a time.
fn is_amount(block: &Block<'_>, spoken: &Sequence) -> bool {
    const UNITS: SenseSet = SenseSet::of(&[Sense::Measure, Sense::TimeUnit, Sense::AgeWord]);
    let characters = spoken.characters();
    let time = spoken.digits <= 4 && (characters.ends_with(b"AM") || characters.ends_with(b"PM"));
    let counts = block.senses(spoken.last + 1).meets(UNITS);
    time || (counts && (spoken.digits < 7 || spoken.powers))
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
        (13.., 2..) if is_iban(spoken.characters()) => (Kind::Iban, "", CERTAIN),
        _ if counting || spoken.powers => (Kind::Other, "", WEAK),
        (13..=19, 0) if luhn(spoken.characters()) => (Kind::Card, "", STRONG),
        (7..=15, 0) => (Kind::Phone, "", POSSIBLE + 10),
        (4.., 0) if spoken.singles >= 3 => (Kind::Other, "number", POSSIBLE + 5),
        (digits, 1..) if digits + letters >= 4 => (Kind::Id, "", POSSIBLE + 10),
        _ => (Kind::Other, "", WEAK),
    }
}

/// Whether spoken digits are right as those of a payment card.
fn luhn(digits: &[u8]) -> bool {
    let digits: Vec<u8> = digits.iter().map(|d| d.wrapping_sub(b'0')).collect();
    check_digit::luhn(&digits)
}

/// Whether spoken letters and digits are right as those of an international bank account number.
fn is_iban(text: &[u8]) -> bool {
    let Some((country, rest)) = text.split_at_checked(4) else { return false };
    let form = matches!(country, [b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', b'0'..=b'9']);
    let values: Option<Vec<u8>> =
        rest.iter().chain(country).map(|c| check_digit::value(*c)).collect();
    form && values.is_some_and(|v| check_digit::mod97(v) == 1)
}

/// Reports a sequence of letters: a name, or a code that was asked for.
fn spelling(block: &Block<'_>, spoken: &Sequence, found: &mut Found) {
    let letters = spoken.letter_words;
    if letters < 2 + usize::from(!spoken.explained) {
        return;
    }
    let named = Asked::name(block, spoken.first);
    let asked = named.or_else(|| Asked::number(block, spoken.first, spoken.last));
    let enough = match (asked.is_some(), spoken.explained) {
        (_, true) | (true, _) => true,
        (false, _) if spoken.alphabet => false,
        (false, _) => letters >= 4 && spoken.hyphens || letters >= 6,
    };
    if !enough {
        return;
    }
    let code = asked.filter(|_| named.is_none()).and_then(|a| a.kind(0, letters));
    let kind = code.unwrap_or((Kind::Person, "spelled"));
    let score = if asked.is_some() || spoken.explained { LIKELY + 5 } else { POSSIBLE + 5 };
    report(block, spoken, kind, score, asked, found);
}

fn report(
    block: &Block<'_>,
    spoken: &Sequence,
    (kind, form): (Kind, &'static str),
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
        .normal(normal(block, spoken, kind))
        .because(Evidence::Spoken);
    if let Some(word) = asked.and_then(|a| block.token(a.word)) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

/// Telephone numbers as E.164 where the country is known, names with one capital.
fn normal(block: &Block<'_>, spoken: &Sequence, kind: Kind) -> Box<str> {
    let text = spoken.text();
    match kind {
        Kind::Phone if spoken.plus => format!("+{text}").into_boxed_str(),
        Kind::Phone => {
            let digits: Vec<u8> = text.bytes().map(|b| b.wrapping_sub(b'0')).collect();
            context::said(block, spoken.first, &digits)
        }
        Kind::Person => {
            // Spelled twice, in letters and in an alphabet.
            let (half, again) = text.split_at_checked(text.len() / 2).unwrap_or((&text, ""));
            let text = if half == again { half } else { &text };
            let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
            format!("{first}{}", rest.to_lowercase()).into_boxed_str()
        }
        _ => text.into_boxed_str(),
    }
}

#[cfg(test)]
mod tests;
