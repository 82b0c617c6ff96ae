//! Single spoken items: a word that stands for a digit, a number below 100, a letter, or a repetition.

use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, Token};

/// What one or more words stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// `five`
    Digit(u8),
    /// `twelve`, `zweiundzwanzig`: both digits at once.
    Number(u8),
    /// `twenty`: a digit may follow that belongs to it.
    Tens(u8),
    /// `hundred`, `thousand`: the power of ten.
    Power(u8),
    /// `double`, `triple`.
    Repeat(u8),
    /// `K`, `kilo`, `Anton`, `Übermut`: its capital in Latin-1.
    Letter(u8),
    /// `TV`: letters written together; their number.
    Letters(u8),
}

/// Words that are items by themselves.
pub(super) const SPOKEN: SenseSet =
    SenseSet::of(&[Sense::Digit, Sense::Tens, Sense::Repeat, Sense::Letter]);
/// Words that may stand between spoken digits.
const BETWEEN: SenseSet = SenseSet::of(&[Sense::Filler, Sense::SpokenDash]);
/// The most letters that are written together within a spoken number.
const MOST_LETTERS: usize = 3;
/// "November" is a month first; its letter comes from here.
const NOVEMBER: u8 = 11;

/// The item that a token is. Letters are capitals alone or a few together; `a` and `I` are words unless a sign or another
/// letter stands beside them.
pub(super) fn item(block: &Block<'_>, at: usize) -> Option<Item> {
    let token = block.token(at).filter(|t| t.class == Class::Word)?;
    let entry = block.entry(at);
    if is_single(block, at) {
        return letter(block, at);
    }
    if entry.senses.has(Sense::Digit) {
        return Some(Item::Digit(entry.value));
    }
    if entry.senses.has(Sense::Tens) {
        return Some(tens(entry.value));
    }
    if entry.senses.has(Sense::Letter) {
        return Some(Item::Letter(entry.value));
    }
    if entry.senses.has(Sense::Repeat) {
        return Some(Item::Repeat(entry.value));
    }
    if entry.senses.has(Sense::Power) {
        return Some(Item::Power(entry.value));
    }
    if entry.senses.has(Sense::Month) && entry.value == NOVEMBER {
        return Some(Item::Letter(b'N'));
    }
    let short = token.case == Case::Upper && token.len() <= MOST_LETTERS;
    let word = entry.senses.has(Sense::Filler) || !block.slice(token.place()).is_ascii();
    (short && !word).then_some(Item::Letters(token.len() as u8))
}

/// Whether a spoken word has none beside it that could belong to its sequence: one number or letter alone is never reported, so
/// most words that could be spoken digits ("a", "one", "Martha") end here.
pub(super) fn is_alone(block: &Block<'_>, at: usize, senses: SenseSet) -> bool {
    const NUMBERS: SenseSet = SenseSet::of(&[Sense::Digit, Sense::Tens]);
    // What stands before a number belongs to it as letters only, which do not make one digit more.
    let number = senses.meets(NUMBERS) && !senses.has(Sense::Letter) && !is_single(block, at);
    is_plain(block, Some(at + 1)) && (number || is_plain(block, at.checked_sub(1)))
}

/// Whether a token surely neither belongs to something spoken nor stands between two such words.
fn is_plain(block: &Block<'_>, at: Option<usize>) -> bool {
    const JOINS: SenseSet =
        SPOKEN.and(BETWEEN).and(SenseSet::of(&[Sense::Power, Sense::Month, Sense::SpellAs]));
    let Some(token) = at.and_then(|i| block.token(i)) else { return true };
    match token.class {
        Class::Word => {
            let short = token.len() < 3 || token.len() < 6 && token.case != Case::Lower;
            !short && !block.lexicon.entry(token.entry).senses.meets(JOINS) && !is_and(block, token)
        }
        Class::Sign => false,
        Class::Number | Class::Mixed | Class::Line => true,
    }
}

/// `zwei und zwanzig`
fn is_and(block: &Block<'_>, token: &Token) -> bool {
    token.len() == 3 && block.slice(token.place()) == "und"
}

/// Whether a spoken number stands directly before, perhaps with a comma, so that the item is surely not the first of its sequence.
pub(super) fn is_within(block: &Block<'_>, at: usize) -> bool {
    const NUMBERS: SenseSet = SenseSet::of(&[Sense::Digit, Sense::Tens]);
    let comma = at > 0 && block.token(at - 1).is_some_and(|t| t.is(','));
    let before = at.checked_sub(1 + usize::from(comma));
    let before = before.filter(|b| block.senses(*b).meets(NUMBERS));
    let spoken = before.and_then(|b| block.token(b)).is_some_and(|t| t.len() > 2);
    spoken && !block.senses(at).meets(BETWEEN) && item(block, at).is_some()
}

fn tens(value: u8) -> Item {
    if value.is_multiple_of(10) && value >= 20 { Item::Tens(value) } else { Item::Number(value) }
}

/// Whether a token is one letter.
pub(super) fn is_single(block: &Block<'_>, at: usize) -> bool {
    let word = block.token(at).is_some_and(|t| t.class == Class::Word && t.len() <= 2);
    word && block.word(at).chars().nth(1).is_none()
}

/// The capital of the first letter of a word, in Latin-1.
pub(super) fn initial(word: &str) -> Option<u8> {
    let letter = word.chars().next().filter(|c| c.is_alphabetic())?;
    let mut capital = letter.to_uppercase();
    let single = capital.next().filter(|_| capital.next().is_none()).unwrap_or(letter);
    u8::try_from(u32::from(single)).ok()
}

fn letter(block: &Block<'_>, at: usize) -> Option<Item> {
    let letter = initial(block.word(at))?;
    let apostrophe = |t: Option<usize>| {
        t.and_then(|i| block.token(i)).is_some_and(|t| t.is('\'') || t.is('\u{2019}'))
    };
    // The end of "it's", the start of "d'accord".
    if (block.joined(at) && apostrophe(at.checked_sub(1)))
        || (block.joined(at + 1) && apostrophe(Some(at + 1)))
    {
        return None;
    }
    let a_word = matches!(block.word(at), "a" | "I");
    (!a_word || is_spelled(block, at)).then_some(Item::Letter(letter))
}

/// Whether a letter that is also a word stands among letters.
fn is_spelled(block: &Block<'_>, at: usize) -> bool {
    let is = |i: usize, sign| block.token(i).is_some_and(|t| t.is(sign));
    let before = at.wrapping_sub(1);
    let hyphen = is(before, '-') || is(at + 1, '-');
    let ends = block.token(at + 1).is_none_or(|t| t.class != Class::Word);
    hyphen
        || is(at + 1, ',')
        || is_single(block, at + 1)
        || (block.word(at + 1) == "as" && block.word(at + 2) == "in")
        || (is_single(block, before) && ends)
}

/// The next item after one, with its token: a comma, a hyphen, dots or a filler may stand between.
pub(super) fn next(block: &Block<'_>, at: usize) -> Option<(usize, Item)> {
    let next = beyond(block, at)?;
    let found = item(block, next)?;
    let stops = (at + 1..next).filter(|i| block.token(*i).is_some_and(|t| t.is('.'))).count();
    (stops != 1 || goes_on(block, next)).then_some((next, found))
}

/// The item before one.
pub(super) fn previous(block: &Block<'_>, at: usize) -> Option<(usize, Item)> {
    for back in 1..=4 {
        let before = at.checked_sub(back)?;
        let token = block.token(before)?;
        if token.class == Class::Line {
            return None;
        }
        if token.class != Class::Sign && !block.senses(before).meets(BETWEEN) {
            let found = item(block, before)?;
            return (next(block, before)?.0 == at).then_some((before, found));
        }
    }
    None
}

/// The word after a token, over signs that stand between spoken items.
fn beyond(block: &Block<'_>, at: usize) -> Option<usize> {
    (at + 1..at + 5).find(|i| !is_between(block, *i))
}

fn is_between(block: &Block<'_>, at: usize) -> bool {
    block.token(at).is_some_and(|t| match t.class {
        Class::Sign => [',', '-', '.', '\u{2026}', '\u{2013}'].iter().any(|s| t.is(*s)),
        Class::Word => block.senses(at).meets(BETWEEN),
        _ => false,
    })
}

/// After a full stop, a number goes on only if several digits follow: "One moment" does not.
fn goes_on(block: &Block<'_>, at: usize) -> bool {
    let is_digit = |i: Item| matches!(i, Item::Digit(_));
    let mut place = at;
    for _ in 0..2 {
        let Some(next) = beyond(block, place).filter(|n| *n <= place + 2) else { return false };
        if !item(block, place).is_some_and(is_digit) || !item(block, next).is_some_and(is_digit) {
            return false;
        }
        place = next;
    }
    true
}
