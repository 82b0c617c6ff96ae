//! Values after their labels: "Kundennummer: 4711", "order no. F-0421BC", "numéro de client 12345".
//!
//! What may stand between a label and its value is little: signs such as `:` and `#`, "number" and its like, a short word or
//! two ("is", "lautet"), a line end when the label stands above. Anything else ends the search.

use std::ops::Range;

use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, Token};

const NUMBER: SenseSet = Sense::NumberWord.set();
const LABELS: SenseSet = SenseSet::of(&[Sense::ReferenceWord, Sense::AccountWord, Sense::BankWord]);

/// What follows a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    /// Its first token.
    pub(super) token: usize,
    /// Whether the label says that a number follows: "number", "Nr.", `#`.
    pub(super) numbered: bool,
}

/// The value that belongs to the label at a token.
pub(super) fn after(block: &Block<'_>, label: usize) -> Option<Value> {
    if is_within_name(block, label) {
        return None;
    }
    let mut numbered = block.senses(label).meets(NUMBER) || number_before(block, label);
    let (mut links, mut lines) = (2, 0);
    for at in label + 1..label + 12 {
        let token = block.token(at)?;
        match token.class {
            Class::Number | Class::Mixed => return Some(Value { token: at, numbered }),
            Class::Sign => numbered |= sign(block, at, numbered)?,
            Class::Line if lines == 0 && links == 2 => lines = 1,
            Class::Line => return None,
            Class::Word if starts_code(block, at) => return Some(Value { token: at, numbered }),
            Class::Word => {
                let senses = block.senses(at);
                if senses.meets(NUMBER) {
                    numbered = true;
                } else if !senses.meets(LABELS) {
                    if links == 0 || !numbered || token.len() > 6 || token.case != Case::Lower {
                        return None;
                    }
                    links -= 1;
                }
            }
        }
    }
    None
}

/// Whether a label is the end of a longer name: of a field, a file, a path.
fn is_within_name(block: &Block<'_>, label: usize) -> bool {
    let before = label.checked_sub(1).and_then(|b| block.token(b));
    block.joined(label)
        && before.is_some_and(|t| ['_', '.', '/', '\\', '@', '$', '&'].into_iter().any(|c| t.is(c)))
}

/// Whether a sign may stand there (`None`: no), and whether it says that a number follows.
fn sign(block: &Block<'_>, at: usize, numbered: bool) -> Option<bool> {
    match block.word(at) {
        "#" | "№" | "°" | "º" => Some(true),
        ":" | "=" | "\"" | "'" | "-" | "/" | "*" | "|" | "„" | "“" | "«" => Some(false),
        "(" | "[" if numbered => Some(false),
        // Names of fields: `customer_id`.
        "_" if block.joined(at) && block.joined(at + 1) => Some(false),
        // The full stop of an abbreviation: "Nr.", "Kd.", "réf.".
        "." if block.joined(at)
            && at.checked_sub(1).and_then(|b| block.token(b)).is_some_and(|t| t.len() <= 5) =>
        {
            Some(false)
        }
        _ => None,
    }
}

/// "number" shortly before its noun: "numéro de client", "číslo objednávky".
fn number_before(block: &Block<'_>, label: usize) -> bool {
    for at in (label.saturating_sub(3)..label).rev() {
        match block.token(at).map(|t| t.class) {
            Some(Class::Word) if block.senses(at).meets(NUMBER) => return true,
            Some(Class::Word) => {}
            Some(Class::Sign) if matches!(block.word(at), "." | "°" | "º") => {}
            _ => return false,
        }
    }
    false
}

/// Whether a word in capitals begins a code: `F-0421BC`, `KD-2024-001`.
fn starts_code(block: &Block<'_>, at: usize) -> bool {
    let Some(token) = block.token(at) else { return false };
    let capitals =
        matches!(token.case, Case::Upper) || token.case == Case::Title && token.len() == 1;
    capitals
        && token.len() <= 6
        && block.token(at + 1).is_some_and(is_joint)
        && block.joined(at + 1)
        && block.joined(at + 2)
        && block.token(at + 2).is_some_and(|t| matches!(t.class, Class::Number | Class::Mixed))
}

fn is_joint(token: &Token) -> bool {
    ['-', '/', '_'].into_iter().any(|c| token.is(c))
}

/// The place of the code that starts at a token: letters and digits with `-`, `/` or `_` between.
pub(super) fn code(block: &Block<'_>, first: usize) -> Option<(usize, Range<usize>)> {
    let start = block.token(first)?;
    let (mut at, mut end) = (first, start.end);
    while at < first + 12 && block.token(at + 1).is_some_and(is_joint) {
        let Some(part) = block.token(at + 2) else { break };
        let part_of = matches!(part.class, Class::Word | Class::Number | Class::Mixed);
        if !part_of || !block.joined(at + 1) || !block.joined(at + 2) {
            break;
        }
        (at, end) = (at + 2, part.end);
    }
    Some((at, start.start as usize..end as usize))
}

/// The place of digits in groups with blanks between; a group after the first has three or four, the last may have two.
pub(super) fn digits(block: &Block<'_>, first: usize) -> Option<(usize, Range<usize>)> {
    let start = block.token(first).filter(|t| t.class == Class::Number)?;
    let (mut at, mut end) = (first, start.end);
    while start.len() <= 4 && at < first + 6 {
        let Some(next) = block.token(at + 1).filter(|t| t.class == Class::Number) else { break };
        let group = matches!(next.len(), 2..=4)
            && next.start == end + 1
            && block.byte(end as usize) == b' ';
        if !group {
            break;
        }
        (at, end) = (at + 1, next.end);
    }
    Some((at, start.start as usize..end as usize))
}

/// Whether something is glued to what ends with a token that makes it an amount, a time, an address, a file name.
pub(super) fn runs_on(block: &Block<'_>, last: usize) -> bool {
    let Some(token) = block.token(last) else { return true };
    let end = token.end as usize;
    let after = block.byte(end + 1).is_ascii_alphanumeric();
    match block.byte(end) {
        b'.' | b',' | b':' | b'-' | b'/' => after,
        b'@' | b'_' | b'%' | b'$' => true,
        _ => {
            let rest = block.text.get(end..).unwrap_or("").trim_start_matches([' ', '\u{a0}']);
            rest.starts_with(['€', '$', '£', '%', '°'])
                || block.joined(last + 1)
                    && block
                        .token(last + 1)
                        .is_some_and(|t| t.class != Class::Sign && t.class != Class::Line)
                || block.senses(last + 1).has(Sense::Measure)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::detectors::testing::report;

    proptest! {
        /// Labels, plates, cards and accounts that are cut, glued and mixed in every way.
        #[test]
        fn findings_are_places_of_the_text_whatever_it_is(
            parts in prop::collection::vec(
                prop_oneof![
                    "[A-ZÄÖÜa-zž0-9]{1,6}", "[0-9]{1,20}", "[-./,:#*_|() \n\u{a0}•–]{1,3}",
                    prop::sample::select(vec![
                        "Kundennummer", "order no.", "IBAN", "DE89", "3704 0044 0532 0130 00", "card", "CVV2", "exp.",
                        "ending in", "Kennzeichen", "HH-AB 12", "BLZ", "účet", "BIC", "COBADEFF", "4111 1111 1111 1111",
                    ]).prop_map(str::to_owned),
                ],
                0..24,
            ),
        ) {
            let text = parts.concat();
            let report = report(&text);
            for place in report.findings.iter().map(|f| &f.place).chain(report.misses.iter().map(|m| &m.place)) {
                prop_assert!(text.get(place.clone()).is_some_and(|t| !t.is_empty()), "{place:?} of {text:?}");
            }
        }
    }
}
