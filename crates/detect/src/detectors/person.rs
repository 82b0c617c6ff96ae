//! Whether a word is said of a person: what detectors of special categories and of professions ask.

use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};

/// Words for persons: subjects, possessives, nouns, and names.
pub(crate) const PERSON: SenseSet =
    SenseSet::of(&[Sense::PersonWord, Sense::Given, Sense::Surname, Sense::Honorific]);
/// The value of [`Sense::PersonWord`] for possessives.
pub(crate) const POSSESSIVE: u8 = 2;
/// The values of [`Sense::BeWord`]: "am", "has", "have"; 0 is for "is".
const AM: u8 = 1;
const HAS: u8 = 2;
const HAVE: u8 = 3;

/// "I am …", "sie ist …", "Anna was …": the verb "be" at most `reach` words before, if its subject is a person.
pub(crate) fn be_before(block: &Block<'_>, at: usize, reach: usize) -> Option<usize> {
    verb_before(block, at, reach).filter(|verb| !has(block, *verb))
}

fn has(block: &Block<'_>, verb: usize) -> bool {
    matches!(block.entry(verb).value, HAS | HAVE)
}

/// The verb "be" or "have" at most `reach` words before, if its subject is a person.
pub(crate) fn verb_before(block: &Block<'_>, at: usize, reach: usize) -> Option<usize> {
    let mut left = reach + 1;
    for verb in (0..at).rev() {
        let token = block.token(verb)?;
        match token.class {
            Class::Sign if ['.', '!', '?', ';', ':'].iter().any(|s| token.is(*s)) => return None,
            Class::Sign => continue,
            Class::Line => return None,
            _ => left = left.checked_sub(1)?,
        }
        if left == 0 {
            return None;
        }
        if block.senses(verb).has(Sense::BeWord) || is_short_verb(block, verb) {
            return has_subject(block, verb).then_some(verb);
        }
    }
    None
}

/// `'m`, `'s`, `'re`, `'ve`.
pub(crate) fn is_short_verb(block: &Block<'_>, at: usize) -> bool {
    // Hardly any word follows an apostrophe: that is asked first.
    let before = at.checked_sub(1).and_then(|i| block.token(i));
    before.is_some_and(|t| t.is('\'') || t.is('’'))
        && ["m", "s", "re", "ve"].iter().any(|w| block.word(at).eq_ignore_ascii_case(w))
}

fn has_subject(block: &Block<'_>, verb: usize) -> bool {
    let entry = block.entry(verb);
    if entry.senses.has(Sense::BeWord) && matches!(entry.value, AM | HAVE) {
        return true;
    }
    // "my name is": what is possessed is the subject, and no person.
    let before = block.before(verb, 2, PERSON).filter(|at| block.entry(*at).value != POSSESSIVE);
    // "ist er": the subject may follow.
    let after = || block.after(verb, 1, SUBJECT).filter(|at| block.entry(*at).value == 1);
    before.or_else(after).is_some()
}

const SUBJECT: SenseSet = SenseSet::of(&[Sense::PersonWord]);

/// "my", "seine" at most two words before.
pub(crate) fn possessive_before(block: &Block<'_>, at: usize) -> Option<usize> {
    block.before(at, 2, SUBJECT).filter(|word| block.entry(*word).value == POSSESSIVE)
}

/// A noun for a person directly after: "German citizen", "diabetic patient".
pub(crate) fn noun_after(block: &Block<'_>, at: usize) -> Option<usize> {
    block.after(at, 1, SUBJECT).filter(|word| block.entry(*word).value == 0)
}

/// A noun for a person, or a subject, at most `reach` words before on the same line.
pub(crate) fn person_before(block: &Block<'_>, at: usize, reach: usize) -> Option<usize> {
    let word = block.before(at, reach, PERSON)?;
    let line = (word..at).any(|i| block.token(i).is_some_and(|t| t.class == Class::Line));
    (!line && block.entry(word).value != POSSESSIVE).then_some(word)
}
