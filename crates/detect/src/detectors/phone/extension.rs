//! Extensions behind a number: `x4587` (North America), `ext. 12`, `Durchwahl 12`.

use super::shape::{Form, Shaped, opening};
use crate::lexicon::Sense;
use crate::phone::{self, Region};
use crate::token::{Block, Class};

/// The longest extension, in digits.
const LONGEST: usize = 6;
/// Groups before the last one: calling code and two.
const GROUPS_BEFORE: usize = 4;

/// The end of an extension that follows a token with its word: `ext. 12`.
pub(super) fn after(block: &Block<'_>, last: usize) -> Option<usize> {
    let comma = block.token(last + 1).is_some_and(|t| t.is(','));
    let mut at = last + 1 + usize::from(comma);
    if let Some(token) = block.token(at).filter(|t| t.class == Class::Mixed)
        && let Some((_, digits)) = block.slice(token.place()).split_once(['x', 'X'])
    {
        // `x4587` after a blank.
        let alone = block.slice(token.place()).starts_with(['x', 'X']);
        return (alone && is_extension(digits)).then_some(token.end as usize);
    }
    if !block.senses(at).has(Sense::ExtensionWord) {
        return None;
    }
    at += 1;
    while block.token(at).is_some_and(|t| t.is('.') || t.is(':') || t.is('-')) {
        at += 1;
    }
    let number = block.token(at).filter(|t| t.class == Class::Number && t.len() <= LONGEST)?;
    Some(number.end as usize)
}

fn is_extension(digits: &str) -> bool {
    (1..=LONGEST).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a mixture has the length of a group with an extension, and starts with a digit.
#[inline]
pub(super) fn may_have(block: &Block<'_>, at: usize) -> bool {
    block.token(at).is_some_and(|t| {
        (6..=18).contains(&t.len()) && block.byte(t.start as usize).is_ascii_digit()
    })
}

/// A number whose last group is glued to an extension: `345-899-3560x4587`; woken by that group.
pub(super) fn of_mixed(block: &Block<'_>, last: usize) -> Option<Shaped> {
    let token = block.token(last)?;
    let (number, extension) = block.slice(token.place()).split_once(['x', 'X'])?;
    let digits = number.bytes().all(|b| b.is_ascii_digit());
    if !digits || !(4..=11).contains(&number.len()) || !is_extension(extension) {
        return None;
    }
    let first = first_group(block, last);
    let opening = opening(block, first)?;
    let from = block.token(first)?.start as usize;
    let text = block.slice(from..token.start as usize + number.len());
    let mut values = text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0');
    let mut digits = [0; phone::MOST_DIGITS];
    let mut count = 0;
    for (place, value) in digits.iter_mut().zip(&mut values) {
        *place = value;
        count += 1;
    }
    if values.next().is_some() {
        return None;
    }
    let judged = phone::judge(digits.get(..count)?, opening.plus, Some(Region::of(b"US")))?;
    Some(Shaped::new(opening.start(true), token.end as usize, first, last, Form::Extended, judged))
}

/// Goes back over the groups before the last one, as long as one sign joins them.
fn first_group(block: &Block<'_>, last: usize) -> usize {
    let mut first = last;
    for _ in 0..GROUPS_BEFORE {
        let mut at = first;
        while at > 0 && is_joint(block, at - 1) {
            at -= 1;
        }
        let number = at.checked_sub(1).and_then(|i| block.token(i));
        match number {
            Some(t) if first - at <= 2 && t.class == Class::Number && gap(block, at - 1) <= 2 => {
                first = at - 1;
            }
            _ => break,
        }
    }
    first
}

fn is_joint(block: &Block<'_>, at: usize) -> bool {
    block.token(at).is_some_and(|t| ['-', '.', ')', '('].iter().any(|s| t.is(*s)))
}

/// Bytes between a token and the next number or mixture.
fn gap(block: &Block<'_>, at: usize) -> usize {
    let end = block.token(at).map_or(0, |t| t.end);
    let next = (at + 1..at + 4).filter_map(|i| block.token(i)).find(|t| t.class != Class::Sign);
    next.map_or(usize::MAX, |t| (t.start - end) as usize)
}
