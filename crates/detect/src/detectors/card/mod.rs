//! Payment cards (ISO/IEC 7812): the number by Luhn's formula, issuer range and length; what stands beside a card is in
//! [`beside`].
//!
//! A number without a word is reported only in a range whose scheme is known, and surer in the groups that are printed on
//! cards. After a word such as "credit card" a number that was mistyped is somebody's card, too.

mod beside;
mod scheme;

pub(crate) use beside::CardData;

use crate::Kind;
use crate::beside::Shape;
use crate::check_digit::luhn;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::number::{Group, Run};
use crate::token::Block;

const WORDS: SenseSet = Sense::CardWord.set();
/// Other things have numbers as long, and some have Luhn's check digit.
const OTHER_WORDS: SenseSet = SenseSet::of(&[Sense::DeviceWord, Sense::PhoneWord]);
const SHORTEST: usize = 12;
const LONGEST: usize = 19;

#[derive(Debug)]
pub(crate) struct Card;

impl Detector for Card {
    fn name(&self) -> &'static str {
        "card"
    }
    fn wakes(&self) -> Wakes {
        Wakes { numbers: Some(may_start), fewest: 12, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(run) = at.run else { return };
        let Some(number) = Number::read(run, at.group) else { return };
        let (start, last) = (at.token, number.last.token as usize);
        if !stands_alone(at.block, start, last) {
            return;
        }
        let (block, reach) = (at.block, 6);
        if block.before(start, 3, OTHER_WORDS).is_some() {
            return;
        }
        let context = block.before(start, reach, WORDS).or_else(|| block.after(last, 3, WORDS));
        number.report(block, start, context, found);
    }
}

/// The first group of a number in groups, or the whole.
fn may_start(shape: &Shape) -> bool {
    matches!(shape.digits, 4..=6 | Shape::MOST_DIGITS)
}

/// Digits that may be a card's number.
struct Number<'a> {
    digits: &'a [u8],
    last: Group,
    /// In more than one group.
    grouped: bool,
    scheme: Option<scheme::Scheme>,
}

impl<'a> Number<'a> {
    /// Reads from a group on. Of several possible ends it prefers one where everything is right, sixteen digits first, for a
    /// verification code may follow; then the longest.
    fn read(run: &'a Run, first: usize) -> Option<Self> {
        let groups = run.groups();
        let head = groups.get(first)?;
        match usize::from(head.len) {
            4..=6 if !is_continued(groups, first) => {}
            SHORTEST..=LONGEST => return Self::new(run, first, first),
            _ => return None,
        }
        let sign = groups.get(first + 1)?.before;
        let mut best: Option<Self> = None;
        let mut sum = usize::from(head.len);
        for (last, group) in groups.iter().enumerate().skip(first + 1).take(5) {
            sum += usize::from(group.len);
            let short = last == first + 1 && group.len < 4;
            if group.before != sign || !matches!(sign, b' ' | b'-' | b'.') || sum > LONGEST || short
            {
                break;
            }
            if sum >= SHORTEST
                && let Some(number) = Self::new(run, first, last)
                && best.as_ref().is_none_or(|b| number.rank() >= b.rank())
            {
                best = Some(number);
            }
        }
        best
    }

    fn new(run: &'a Run, first: usize, last: usize) -> Option<Self> {
        let digits = run.between(first, last);
        let last_group = *run.groups().get(last)?;
        if digits.first() == Some(&0) {
            return None;
        }
        Some(Self { digits, last: last_group, grouped: first != last, scheme: scheme::of(digits) })
    }

    fn rank(&self) -> (bool, bool) {
        (self.scheme.is_some() && luhn(self.digits), self.digits.len() <= 16)
    }

    fn score(&self, luhn: bool, context: bool) -> Option<u8> {
        let telling = self.scheme.is_some_and(|s| s.telling);
        Some(match (luhn, self.scheme.is_some(), context) {
            (true, true, true) => CERTAIN,
            (true, false, true) => LIKELY + 5,
            (false, _, true) if self.digits.len() > SHORTEST => LIKELY,
            (true, true, false) if telling && self.grouped => STRONG,
            (true, true, false) if telling && self.digits.len() >= 15 => LIKELY,
            (true, true, false) if telling && self.digits.len() == 14 => POSSIBLE,
            (true, true, false) if self.grouped => POSSIBLE + 10,
            (true, true, false) => WEAK,
            _ => return None,
        })
    }

    fn report(&self, block: &Block<'_>, start: usize, context: Option<usize>, found: &mut Found) {
        let (Some(first), Some(last)) = (block.token(start), block.token(self.last.token as usize))
        else {
            return;
        };
        // Neither a scheme nor a word: no check digit makes a card of it.
        if self.scheme.is_none() && context.is_none() {
            return;
        }
        let luhn = luhn(self.digits);
        let place = first.start as usize..last.end as usize;
        let form = self.scheme.map_or("", |s| s.form);
        let score = self.score(luhn, context.is_some());
        let Some(score) = score.filter(|s| *s >= POSSIBLE) else {
            if self.scheme.is_some_and(|s| s.telling) || score.is_some() {
                let why = if luhn { "miss-context" } else { "miss-check-digit" };
                found.miss(Kind::Card, form, place, why);
            }
            return;
        };
        let normal: String = self.digits.iter().map(|d| char::from(b'0' + d)).collect();
        let mut finding = Finding::new(Kind::Card, place, score).form(form).normal(normal);
        if luhn {
            finding = finding.because(Evidence::Check("luhn"));
        }
        if self.scheme.is_some() {
            finding = finding.because(Evidence::Check("issuer-range"));
        }
        if let Some(word) = context.and_then(|c| block.token(c)) {
            finding = finding.because(Evidence::Context(word.place()));
        }
        found.push(finding);
        beside::after_card(block, self.last.token as usize, found);
    }
}

/// Whether a group goes on from one of the same length: the middle of a longer number.
fn is_continued(groups: &[Group], at: usize) -> bool {
    match (at.checked_sub(1).and_then(|b| groups.get(b)), groups.get(at)) {
        (Some(before), Some(group)) => {
            before.len == group.len && matches!(group.before, b' ' | b'-' | b'.')
        }
        _ => false,
    }
}

/// Whether no letter, digit or joint stands directly before the first token or after the last.
pub(super) fn stands_alone(block: &Block<'_>, first: usize, last: usize) -> bool {
    let (Some(a), Some(b)) = (block.token(first), block.token(last)) else { return false };
    let before = block.text.get(..a.start as usize).unwrap_or("").as_bytes();
    let after = block.text.get(b.end as usize..).unwrap_or("").as_bytes();
    let glued = match before {
        [.., b'_' | b'.' | b'+'] if before.len() == 1 => true,
        [.., x, b'-' | b'.' | b'/' | b','] => x.is_ascii_digit(),
        [.., b'_' | b'+' | b'$'] => true,
        [.., c] => c.is_ascii_alphanumeric(),
        [] => false,
    };
    let runs_on = match after {
        [b'-' | b'.' | b'/' | b',' | b':', x, ..] => x.is_ascii_digit(),
        [b'_' | b'%', ..] => true,
        [c, ..] => c.is_ascii_alphanumeric(),
        [] => false,
    };
    !glued && !runs_on
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::testing::{findings, forms, missed, normals, places};

    #[test]
    fn groups_of_every_kind() {
        for (text, expected) in [
            ("4111 1111 1111 1111", "4111 1111 1111 1111"),
            ("card 4111-1111-1111-1111.", "4111-1111-1111-1111"),
            ("4111.1111.1111.1111", "4111.1111.1111.1111"),
            ("3782 822463 10005", "3782 822463 10005"),
            ("3056 930902 5904", "3056 930902 5904"),
            ("paid with 378282246310005, thanks", "378282246310005"),
            ("4111 1111 1111 1111 123", "4111 1111 1111 1111"),
            ("CC:5555555555554444;12", "5555555555554444"),
            ("credit card # 630427373398", "630427373398"),
            ("2 4111 1111 1111 1111", "4111 1111 1111 1111"),
            ("Karte 4131034282458809939", "4131034282458809939"),
        ] {
            assert_eq!(places(text, Kind::Card), [expected], "{text}");
        }
        assert_eq!(
            forms("4111 1111 1111 1111 und 5555 5555 5555 4444", Kind::Card),
            ["visa", "mastercard"]
        );
        assert_eq!(normals("4111-1111 1111", Kind::Card).len(), 0);
    }

    #[test]
    fn mistyped_after_a_word() {
        let found = findings("meine Kreditkarte 4111 1111 1111 1112", Kind::Card);
        assert_eq!((found.len(), found[0].score), (1, LIKELY));
        assert_eq!(missed("4111 1111 1111 1112", Kind::Card), ["miss-check-digit"]);
    }

    #[test]
    fn what_is_none() {
        for text in [
            "4111111111111112",
            "x4111111111111111",
            "4111111111111111.5",
            "1-4111-1111-1111-1111",
            "0000 4111 1111 1111 1111 2222",
            "IMEI 490154203237518",
            "1700000000000",
            "4006381333931",
            "20260101120000",
            "4111111111111111_old",
            "order 9999999999999995",
        ] {
            assert!(places(text, Kind::Card).is_empty(), "{text}");
        }
    }
}
