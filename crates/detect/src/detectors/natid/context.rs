//! The words near a number that say what it is.

use std::ops::Range;

use super::row::Written;
use super::{OWN, REACH, REACH_AFTER};
use crate::lexicon::{Entry, Sense, SenseSet};
use crate::token::{Block, Case, Class, STRETCH};

/// Words that say that the number is something else, and that what stands before them belongs to another number.
const ENDS: SenseSet = SenseSet::of(&[
    Sense::PhoneWord,
    Sense::FaxWord,
    Sense::EmailWord,
    Sense::Birth,
    Sense::DateWord,
    Sense::ExpiryWord,
    Sense::PlateWord,
    Sense::Month,
]);

/// Words that make it likelier that the number is something else.
const OTHERS: SenseSet = SenseSet::of(&[
    Sense::PhoneWord,
    Sense::FaxWord,
    Sense::ReferenceWord,
    Sense::AccountWord,
    Sense::DeviceWord,
    Sense::PlateWord,
]);

/// As how many words another number between counts.
const NUMBER_BETWEEN: u8 = 3;
/// How many words are kept.
const MOST: usize = 5;
/// Within how many words a word of [`OTHERS`] counts.
const NEAR: u8 = 3;

/// How much of an announcement a word is: what its value in the lexicon says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// It takes another word, or a word for "number", to announce one ("tax", "social").
    #[default]
    Half,
    /// It announces alone ("passport").
    Whole,
    /// It counts only beside a half ("national ID").
    Extra,
}

impl Part {
    /// Of a word of the lexicon; `None` for a short form that is not written in capitals ("ein").
    fn of(value: u8, case: Case) -> Option<Self> {
        match value {
            0 => Some(Self::Whole),
            1 => Some(Self::Half),
            2 => (case == Case::Upper).then_some(Self::Whole),
            _ => Some(Self::Extra),
        }
    }
}

/// A word that was heard.
#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    hash: u32,
    senses: SenseSet,
    languages: u8,
    /// How much of an announcement it is.
    part: Part,
    /// How many words are between it and the number, words for "number" not counted.
    distance: u8,
    token: u32,
}

/// The words that were heard around a number, nearest first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    heard: [Heard; MOST],
    count: usize,
    /// Whether a word for "number" is among them.
    numbered: bool,
    /// Whether something else is announced near.
    pub(super) other: bool,
}

/// How clearly words announce a number, from vague to clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Clarity {
    /// No word of its senses.
    None,
    /// A word that means much else, too.
    Half,
    /// A word, or two that belong together.
    Whole,
}

/// What the words say of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hint {
    /// How clearly.
    pub(super) clarity: Clarity,
    /// How many halves of an announcement there are, words for "number" not counted.
    pub(super) halves: u8,
    /// A word names this very number.
    pub(super) named: bool,
    /// A word is of a language of its country.
    pub(super) native: bool,
    /// How many words are between.
    pub(super) distance: u8,
    /// The token of the nearest word.
    pub(super) token: usize,
}

impl Default for Hint {
    fn default() -> Self {
        let (clarity, distance) = (Clarity::None, u8::MAX);
        Self { clarity, halves: 0, named: false, native: false, distance, token: 0 }
    }
}

impl Context {
    /// Hears the words before a number.
    pub(super) fn before(block: &Block<'_>, first: usize) -> Self {
        let mut context = Self::default();
        context.hear_before(block, first);
        context
    }

    /// Hears the words after a number on its line, where there were none before it.
    pub(super) fn or_after(&self, block: &Block<'_>, first: usize, end: usize) -> Self {
        let mut context = *self;
        if context.count == 0 {
            context.hear_after(block, first, end);
        }
        context
    }

    /// Whether no word was heard.
    pub(super) fn is_silent(&self) -> bool {
        self.count == 0
    }

    fn hear_before(&mut self, block: &Block<'_>, first: usize) {
        let (mut words, mut lines) = (0, 0);
        let from = first.saturating_sub(STRETCH);
        let earlier = block.tokens.get(from..first).unwrap_or(&[]);
        for (at, token) in (from..first).zip(earlier).rev() {
            match token.class {
                Class::Sign => {}
                Class::Line => {
                    lines += 1;
                    if lines > 1 {
                        return;
                    }
                }
                Class::Number | Class::Mixed => {
                    if self.count > 0 {
                        return;
                    }
                    words += NUMBER_BETWEEN;
                }
                Class::Word => {
                    if !self.take(block, at, &mut words) {
                        return;
                    }
                }
            }
            if words > REACH {
                return;
            }
        }
    }

    fn hear_after(&mut self, block: &Block<'_>, first: usize, end: usize) {
        let mut words = 0;
        let mut at = first + 1;
        while let Some(token) = block.token(at) {
            let within = (token.start as usize) < end;
            match token.class {
                _ if within => {}
                Class::Sign => {}
                Class::Word if self.take(block, at, &mut words) => {}
                _ => return,
            }
            if words > REACH_AFTER {
                return;
            }
            at += 1;
        }
    }

    /// Takes a word in; false at one that ends the search.
    fn take(&mut self, block: &Block<'_>, at: usize, words: &mut u8) -> bool {
        let entry = block.entry(at);
        if entry.senses.meets(OTHERS) && *words < NEAR {
            self.other = true;
        }
        if entry.senses.meets(ENDS) {
            return false;
        }
        if entry.senses.meets(OWN) {
            self.keep(block, at, &entry, *words);
        }
        if entry.senses.has(Sense::NumberWord) {
            self.numbered = true;
        } else {
            *words += 1;
        }
        true
    }

    fn keep(&mut self, block: &Block<'_>, at: usize, entry: &Entry, distance: u8) {
        let Some(token) = block.token(at) else { return };
        let part = Part::of(entry.part, token.case);
        if let (Some(part), Some(place)) = (part, self.heard.get_mut(self.count)) {
            let (senses, languages) = (entry.senses, entry.languages);
            *place =
                Heard { hash: token.hash, senses, languages, part, distance, token: at as u32 };
            self.count += 1;
        }
    }

    fn heard(&self) -> &[Heard] {
        self.heard.get(..self.count).unwrap_or(&[])
    }

    /// What the words say of a number with these senses.
    pub(super) fn of(&self, senses: SenseSet) -> Hint {
        let mut hint = Hint::default();
        let mut extras = 0;
        for word in self.heard().iter().filter(|w| w.senses.meets(senses)) {
            match word.part {
                Part::Extra => {
                    extras += 1;
                    continue;
                }
                Part::Half => hint.halves += 1,
                Part::Whole => hint.halves += 2,
            }
            if hint.distance == u8::MAX {
                (hint.distance, hint.token) = (word.distance, word.token as usize);
            }
        }
        if hint.halves > 0 {
            hint.halves += extras;
        }
        hint.clarity = match hint.halves + u8::from(self.numbered) {
            _ if hint.halves == 0 => Clarity::None,
            1 => Clarity::Half,
            _ => Clarity::Whole,
        };
        hint
    }

    /// What the words say of a number of the table.
    pub(super) fn hint(&self, written: &Written) -> Hint {
        let mut hint = self.of(written.row.senses);
        for word in self.heard().iter().filter(|w| w.senses.meets(written.row.senses)) {
            hint.named |= written.words.contains(&word.hash);
            hint.native |= written.languages & word.languages != 0;
        }
        hint
    }
}

/// Whether the text goes on across the left end of a number, so that it is a part of something longer.
#[inline]
pub(super) fn begins(text: &str, start: usize) -> bool {
    let byte = start.checked_sub(1).and_then(|at| text.as_bytes().get(at));
    matches!(byte, None | Some(b' ' | b'\n' | b',' | b';' | b':' | b'('))
        || begins_after(text, start)
}

fn begins_after(text: &str, start: usize) -> bool {
    let mut before = text.get(..start).unwrap_or("").chars().rev();
    match before.next() {
        None => true,
        Some('+' | '_' | '@' | '\\' | '$' | '€' | '£' | '~') => false,
        Some('-' | '.' | '/' | '–' | '\'' | '’') => {
            !before.next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '/'))
        }
        Some(c) => !c.is_alphanumeric(),
    }
}

/// Whether the text goes on across the right end of a number.
#[inline]
pub(super) fn ends(text: &str, end: usize) -> bool {
    let byte = text.as_bytes().get(end);
    matches!(byte, None | Some(b' ' | b'\n' | b',' | b';' | b')')) || ends_before(text, end)
}

fn ends_before(text: &str, end: usize) -> bool {
    let mut after = text.get(end..).unwrap_or("").chars();
    match after.next() {
        None => true,
        Some('_' | '@' | '\\' | '%' | '$' | '€' | '£' | '~' | '°') => false,
        Some('-' | '.' | '/' | '–' | '+' | ':' | '\'' | '’' | '(') => {
            !after.next().is_some_and(char::is_alphanumeric)
        }
        Some(c) => !c.is_alphanumeric(),
    }
}

/// Whether another number stands on either side, a blank between: the groups may be those of a longer number.
pub(super) fn crowded(text: &[u8], place: &Range<usize>) -> bool {
    let byte = |at: usize| text.get(at).copied().unwrap_or(0);
    let before = place
        .start
        .checked_sub(2)
        .is_some_and(|at| byte(at + 1) == b' ' && byte(at).is_ascii_digit());
    before || byte(place.end) == b' ' && byte(place.end + 1).is_ascii_digit()
}

/// Whether what stands after says that the number is an amount.
pub(super) fn is_amount(block: &Block<'_>, first: usize, end: usize) -> bool {
    let after =
        (first..first + 12).find(|at| block.token(*at).is_some_and(|t| t.start as usize >= end));
    after.is_some_and(|at| {
        block.senses(at).has(Sense::Measure)
            && block.token(at).is_some_and(|t| t.class == Class::Word && t.case != Case::None)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_numbers() {
        assert!(begins("a 12", 2) && begins("(12", 1) && begins("x: -12", 4) && begins("12", 0));
        assert!(!begins("a-12", 2) && !begins("+12", 1) && !begins("1.12", 2) && !begins("_12", 1));
        assert!(ends("12", 2) && ends("12.", 2) && ends("12-\n", 2) && ends("12, 3", 2));
        assert!(!ends("12-3", 2) && !ends("12.5", 2) && !ends("12a", 2) && !ends("12%", 2));
        assert!(
            crowded(b"1 23 x", &(2..4))
                && crowded(b"23 1", &(0..2))
                && !crowded(b"a 23 b", &(2..4))
        );
    }
}
