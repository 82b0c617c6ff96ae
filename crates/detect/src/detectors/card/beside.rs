//! What stands beside a card (PCI DSS 4.0 §3: account data): its verification code, its expiry, and its last digits alone.
//!
//! None of them says anything by itself: a code of three digits, a month and a year, four digits. So each needs its word,
//! and the vague words a card near by, too.

use std::ops::Range;

use super::stands_alone;
use crate::Kind;
use crate::beside::{Beside, Shape};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, Token};

const WORDS: SenseSet = SenseSet::of(&[Sense::CvvWord, Sense::ExpiryWord, Sense::EndingWord]);
const CARD: SenseSet = Sense::CardWord.set();

/// The lexicon's values for words that are not enough by themselves.
const NEEDS_CARD: u8 = 2;
const NEEDS_CODE: u8 = 3;
const IS_CODE: u8 = 4;

#[derive(Debug)]
pub(crate) struct CardData;

impl Detector for CardData {
    fn name(&self) -> &'static str {
        "card-data"
    }
    fn wakes(&self) -> Wakes {
        Wakes { numbers: Some(may_be_last), mixed: true, senses: WORDS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let block = at.block;
        let Some(token) = block.token(at.token) else { return };
        match token.class {
            Class::Number => masked(block, at.token, found),
            Class::Mixed => mixed(block, at.token, token, found),
            Class::Word => {
                let senses = block.senses(at.token);
                if senses.has(Sense::CvvWord) {
                    code_after(block, at.token, found);
                }
                if senses.has(Sense::ExpiryWord) {
                    expiry_after(block, at.token, found);
                }
                if senses.has(Sense::EndingWord) {
                    last_digits(block, at.token, found);
                }
            }
            _ => {}
        }
    }
}

/// Four digits after what hides the others.
fn may_be_last(shape: &Shape) -> bool {
    let hidden =
        matches!(shape.before, Beside::Blank | Beside::Dash | Beside::Other | Beside::High);
    shape.digits == 4 && hidden && !shape.digit_before
}

/// `CVV2`, `CVC2` and `XXXXXXXXXXXX1234` are letters and digits.
fn mixed(block: &Block<'_>, at: usize, token: &Token, found: &mut Found) {
    let word = block.word(at);
    if word.len() == 4 && (word.eq_ignore_ascii_case("cvv2") || word.eq_ignore_ascii_case("cvc2")) {
        report_code(block, at, token.place(), STRONG, found);
    } else if word.len() == 16 && is_masked(word.as_bytes()) {
        report_last(token.place(), Evidence::Pattern("mask"), found);
    }
}

fn is_masked(word: &[u8]) -> bool {
    let (mask, rest) = word.split_at(word.len().min(12));
    mask.iter().all(|b| matches!(b, b'x' | b'X')) && rest.iter().all(u8::is_ascii_digit)
}

/// Whether a card is spoken of near a token.
fn near_card(block: &Block<'_>, at: usize, found: &Found) -> bool {
    let start = block.token(at).map_or(0, |t| t.start as usize);
    let recent = |f: &Finding| f.kind == Kind::Card && start.saturating_sub(f.place.end) < 120;
    found.findings.iter().rev().take(8).any(recent)
        || block.before(at, 16, CARD).is_some()
        || block.after(at, 10, CARD).is_some()
}

/// The first number within some words after a token, on the same line or the next.
fn number_after(block: &Block<'_>, word: usize, words: usize) -> Option<usize> {
    let (mut left, mut lines) = (words, 0);
    for at in word + 1..word + 14 {
        match block.token(at)?.class {
            Class::Number => return Some(at),
            Class::Line if lines == 0 => lines = 1,
            Class::Word if left > 0 => left -= 1,
            Class::Sign if may_stand(block, at) => {}
            _ => return None,
        }
    }
    None
}

/// Whether a sign may stand between a word and its number; a full stop only where it ends an abbreviation (`exp.`).
fn may_stand(block: &Block<'_>, at: usize) -> bool {
    match block.word(at) {
        ":" | "=" | "(" | ")" | "\"" | "'" | "#" | "-" | "/" | "*" | "|" | "," | "„" | "“"
        | "«" => true,
        "." => {
            let before = at.checked_sub(1).and_then(|b| block.token(b));
            block.joined(at) && before.is_some_and(|t| t.len() <= 4 && t.case != Case::Upper)
        }
        _ => false,
    }
}

fn code_after(block: &Block<'_>, word: usize, found: &mut Found) {
    let Some(place) = block.token(word).map(Token::place) else { return };
    let is_code =
        |at: usize| block.senses(at).has(Sense::CvvWord) && block.entry(at).value == IS_CODE;
    let with_code = || (word.saturating_sub(3)..word + 2).any(is_code);
    let fits = match block.entry(word).value {
        IS_CODE => false,
        NEEDS_CODE => with_code() && near_card(block, word, found),
        NEEDS_CARD => near_card(block, word, found),
        _ => true,
    };
    if fits {
        report_code(block, word, place, STRONG, found);
    }
}

/// Reports the three or four digits that follow.
fn report_code(
    block: &Block<'_>,
    word: usize,
    context: Range<usize>,
    score: u8,
    found: &mut Found,
) {
    let Some(at) = number_after(block, word, 4) else { return };
    let Some(number) = block.token(at) else { return };
    if matches!(number.len(), 3 | 4) && stands_alone(block, at, at) {
        found.push(
            Finding::new(Kind::Cvv, number.place(), score).because(Evidence::Context(context)),
        );
    }
}

fn expiry_after(block: &Block<'_>, word: usize, found: &mut Found) {
    let Some(context) = block.token(word).map(Token::place) else { return };
    let Some((_, place)) = number_after(block, word, 4).and_then(|at| expiry(block, at)) else {
        return;
    };
    let card = near_card(block, word, found);
    if card || block.entry(word).value != NEEDS_CARD {
        let score = if card { STRONG } else { POSSIBLE + 5 };
        report_expiry(block, place, score, Evidence::Context(context), found);
    }
}

fn report_expiry(
    block: &Block<'_>,
    place: Range<usize>,
    score: u8,
    why: Evidence,
    found: &mut Found,
) {
    let digits: Vec<&str> = block
        .slice(place.clone())
        .split(|c: char| !c.is_ascii_digit())
        .filter(|p| !p.is_empty())
        .collect();
    let [month, year] = digits.as_slice() else { return };
    let century = if year.len() == 2 { "20" } else { "" };
    let normal = format!("{century}{year}-{month:0>2}");
    found.push(Finding::new(Kind::Expiry, place, score).normal(normal).because(why));
}

/// A month and a year `12/27`, `12/2027`, `12-2027` at a number; the token after it and its place.
fn expiry(block: &Block<'_>, at: usize) -> Option<(usize, Range<usize>)> {
    let (month, sign, year) = (block.token(at)?, block.token(at + 1)?, block.token(at + 2)?);
    let value = |t: &Token| block.slice(t.place()).parse::<u32>().ok();
    if month.class != Class::Number || year.class != Class::Number || year.start - month.end > 3 {
        return None;
    }
    let months = (1..=12).contains(&value(month)?) && month.len() <= 2;
    let years = match year.len() {
        2 => (10..=59).contains(&value(year)?),
        4 => (2010..=2059).contains(&value(year)?),
        _ => false,
    };
    let signs = ['/', '-', '.', '|'].into_iter().any(|c| sign.is(c));
    let place = month.start as usize..year.end as usize;
    (months && years && signs && stands_alone(block, at, at + 2)).then_some((at + 3, place))
}

/// Expiry and code directly after a card's number: `4111… 12/27 123`, `4111…|12|27|123`.
pub(super) fn after_card(block: &Block<'_>, last: usize, found: &mut Found) {
    let next = |mut at: usize| {
        let joint = |t: &Token| [',', ';', '|', '/', ':'].into_iter().any(|c| t.is(c));
        for _ in 0..2 {
            at += usize::from(block.token(at).is_some_and(joint));
        }
        at
    };
    let Some((after, place)) = expiry(block, next(last + 1)) else { return };
    report_expiry(block, place, LIKELY, Evidence::Pattern("card expiry"), found);
    let at = next(after);
    let Some(code) = block.token(at).filter(|t| t.class == Class::Number) else { return };
    if matches!(code.len(), 3 | 4) && stands_alone(block, at, at) {
        let why = Evidence::Pattern("card expiry code");
        found.push(Finding::new(Kind::Cvv, code.place(), LIKELY).because(why));
    }
}

/// "ending in 1234", "die letzten vier Ziffern der Karte lauten 1234".
fn last_digits(block: &Block<'_>, word: usize, found: &mut Found) {
    let Some(context) = block.token(word).map(Token::place) else { return };
    let Some(at) = number_after(block, word, 6) else { return };
    let Some(number) = block.token(at).filter(|t| t.len() == 4) else { return };
    if stands_alone(block, at, at)
        && (block.before(at, 10, CARD).is_some() || block.after(at, 5, CARD).is_some())
    {
        report_last(number.place(), Evidence::Context(context), found);
    }
}

fn report_last(place: Range<usize>, why: Evidence, found: &mut Found) {
    found.push(Finding::new(Kind::Other, place, LIKELY).form("card-last4").because(why));
}

/// Four digits after what hides the others: `**** **** **** 1234`, `4111 11•• •••• 1234`, `xxxx-1234`.
fn masked(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some(token) = block.token(at) else { return };
    let end = token.start as usize;
    let before = block.text.get(..end).unwrap_or("");
    // Most numbers end here, after a look at one or two bytes.
    let close = before.strip_suffix([' ', '-']).unwrap_or(before);
    if !matches!(close.as_bytes().last(), Some(b'*' | b'x' | b'X' | 0xa2 | 0x8f))
        || !stands_alone_after(block, at)
    {
        return;
    }
    let mut start = end;
    let (mut hidden, mut shown) = (0, 0);
    for (place, c) in before.char_indices().rev().take(24) {
        match c {
            '*' | 'x' | 'X' | '•' | '●' => hidden += 1,
            '0'..='9' if hidden >= 4 => shown += 1,
            ' ' | '-' => continue,
            _ => break,
        }
        start = place;
    }
    if hidden >= 4 && (8..=15).contains(&(hidden + shown)) || hidden == 4 && shown == 0 {
        report_last(start..token.end as usize, Evidence::Pattern("mask"), found);
    }
}

fn stands_alone_after(block: &Block<'_>, at: usize) -> bool {
    let end = block.token(at).map_or(0, |t| t.end as usize);
    !matches!(block.byte(end), b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'*')
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{forms, normals, places};

    #[test]
    fn codes() {
        for (text, expected) in [
            ("CVV 123", "123"),
            ("cvc: 1234.", "1234"),
            ("CVV2 is 987", "987"),
            ("card 4111 1111 1111 1111, security code 123", "123"),
            ("Meine Karte hat die Prüfziffer 321", "321"),
            ("tarjeta, código de seguridad 456", "456"),
            ("carte bancaire, cryptogramme : 789", "789"),
            ("4111111111111111|12|27|123", "123"),
            ("4111 1111 1111 1111 12/27 123", "123"),
        ] {
            assert_eq!(places(text, Kind::Cvv), [expected], "{text}");
        }
        for text in [
            "security 123",
            "security code 123",
            "CVV 12",
            "CVV 123-456",
            "the CVV. 123 people",
            "Prüfziffer 3",
        ] {
            assert!(places(text, Kind::Cvv).is_empty(), "{text}");
        }
    }

    #[test]
    fn expiries() {
        for (text, expected) in [
            ("card valid thru 12/27", "12/27"),
            ("Kreditkarte, gültig bis 03/2028", "03/2028"),
            ("exp. 1/29", "1/29"),
            ("4111 1111 1111 1111, 12/27", "12/27"),
            ("expiry date: 12 / 27", "12 / 27"),
        ] {
            assert_eq!(places(text, Kind::Expiry), [expected], "{text}");
        }
        assert_eq!(normals("exp. 1/29", Kind::Expiry), ["2029-01"]);
        for text in ["12/27", "gültig bis 12/27", "exp 13/27", "exp 12/27/2027", "exp 12.27.2027"]
        {
            assert!(places(text, Kind::Expiry).is_empty(), "{text}");
        }
    }

    #[test]
    fn last_digits() {
        for (text, expected) in [
            ("**** **** **** 1234", "**** **** **** 1234"),
            ("************1234", "************1234"),
            ("Visa xxxx-xxxx-xxxx-1234", "xxxx-xxxx-xxxx-1234"),
            ("XXXXXXXXXXXX1234", "XXXXXXXXXXXX1234"),
            ("•••• 1234", "•••• 1234"),
            ("4111 11** **** 1234", "4111 11** **** 1234"),
            ("my card ending in 1234", "1234"),
            ("Ihre Karte endet auf 1234", "1234"),
            ("die letzten vier Ziffern meiner Karte sind 1234", "1234"),
        ] {
            assert_eq!(places(text, Kind::Other), [expected], "{text}");
            assert_eq!(forms(text, Kind::Other), ["card-last4"], "{text}");
        }
        for text in [
            "2 * 1234",
            "max 1234",
            "** 1234",
            "the year ending 2024",
            "1920x1080",
            "ending in 12345 card",
        ] {
            assert!(places(text, Kind::Other).is_empty(), "{text}");
        }
    }
}
