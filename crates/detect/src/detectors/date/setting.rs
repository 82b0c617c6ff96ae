//! What the words around a date say of it.

use std::ops::Range;

use super::{Form, Read};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class, STRETCH};

/// What a date is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Somebody's birth, by the word at this place.
    Birth(Range<usize>),
    /// A date, by the word at this place.
    Dated(Range<usize>),
    /// Numbers of a version or a chapter.
    Version,
    /// Nothing.
    Open,
}

const BIRTH: SenseSet = SenseSet::of(&[Sense::Birth]);
const NEAREST: SenseSet = SenseSet::of(&[Sense::Birth, Sense::DateWord]);
const DATED: SenseSet = SenseSet::of(&[Sense::DateWord, Sense::OnDay]);
const VERSION: SenseSet = SenseSet::of(&[Sense::VersionWord]);
/// How far before a date its birth word may stand, in words.
const BIRTH_REACH: usize = 6;

impl Setting {
    /// Of a date that was read.
    pub(super) fn of(block: &Block<'_>, read: &Read) -> Self {
        let (first, last) = read.tokens;
        let near = around(block, first, last);
        if let Some(word) = birth(block, first, last, near) {
            return Self::Birth(word);
        }
        let dated = match read.form {
            Form::Year => year_before(block, first),
            Form::Weekday => after(block, last, Sense::DayPart),
            Form::MonthDay if has_weekday(block, read) => Some(first),
            _ if !near.meets(DATED) => None,
            Form::MonthDay => dated(block, first, 2).filter(|at| !only_dates_a_thing(block, *at)),
            Form::MonthYear => dated(block, first, 2),
            _ => dated(block, first, 3),
        };
        if let Some(word) = dated.and_then(|at| block.token(at)) {
            return Self::Dated(word.place());
        }
        if near.meets(VERSION) && block.before(first, 1, VERSION).is_some() {
            return Self::Version;
        }
        Self::Open
    }
}

/// The senses of all words around: they tell of nearly all dates that none of the words looked for is there. All senses where
/// nobody has summed them up.
fn around(block: &Block<'_>, first: usize, last: usize) -> SenseSet {
    let from = first.saturating_sub(STRETCH) / STRETCH;
    let to = (last + STRETCH).min(block.tokens.len().saturating_sub(1)) / STRETCH;
    let sum = |stretch| block.sums.get(stretch).copied().unwrap_or(SenseSet(u128::MAX));
    (from..=to).map(sum).fold(SenseSet::EMPTY, SenseSet::and)
}

/// The word that makes the date a birth, if the words `near` may have one.
fn birth(block: &Block<'_>, first: usize, last: usize, near: SenseSet) -> Option<Range<usize>> {
    let before = if near.meets(NEAREST) { birth_before(block, first) } else { None };
    let after = || if near.meets(BIRTH) { participle_after(block, last) } else { None };
    let word = before.or_else(|| star(block, first)).or_else(after);
    if let Some(token) = word.and_then(|at| block.token(at)) {
        return Some(token.place());
    }
    initials(block, first)
}

/// "born on …", "date of birth: …": the nearest word about dates is one about births, and no number stands between.
fn birth_before(block: &Block<'_>, first: usize) -> Option<usize> {
    let mut word = block.before(first, BIRTH_REACH, NEAREST)?;
    if !block.senses(word).has(Sense::Birth) {
        // "birth date": the word before decides.
        word = block.before(word, 1, BIRTH)?;
    }
    let numbers = (word..first).any(|at| block.token(at).is_some_and(|t| t.class == Class::Number));
    (!numbers).then_some(word)
}

/// `* 12.03.1985`, as genealogists write; not a bullet at the start of a line.
fn star(block: &Block<'_>, first: usize) -> Option<usize> {
    let at = first.checked_sub(1)?;
    let before = block.token(at.checked_sub(1)?)?;
    let plain = before.class != Class::Line && !before.is('*');
    (plain && block.token(at)?.is('*')).then_some(at)
}

/// "am 12.3.1985 in Köln geboren".
fn participle_after(block: &Block<'_>, last: usize) -> Option<usize> {
    let word = block.after(last, 3, BIRTH)?;
    let signs = (last + 1..word).any(|at| block.token(at).is_some_and(|t| t.class == Class::Sign));
    (block.entry(word).value == 1 && !signs).then_some(word)
}

/// `D.O.B.`
fn initials(block: &Block<'_>, first: usize) -> Option<Range<usize>> {
    let start = block.token(first)?.start as usize;
    let before = block.text.as_bytes().get(..start)?;
    let between = before.iter().rev().take_while(|b| matches!(b, b' ' | b':' | b'.')).count();
    let place = (start - between).checked_sub(5)?..start - between;
    before.get(place.clone())?.eq_ignore_ascii_case(b"d.o.b").then_some(place)
}

/// The word of dates before, if no other number is between.
fn dated(block: &Block<'_>, first: usize, reach: usize) -> Option<usize> {
    let word = block.before(first, reach, DATED)?;
    let words =
        (word + 1..first).all(|at| block.token(at).is_none_or(|t| t.class != Class::Number));
    words.then_some(word)
}

/// "your message of 3 May" tells less than "on 3 May".
fn only_dates_a_thing(block: &Block<'_>, at: usize) -> bool {
    matches!(block.word(at), "vom" | "du" | "del")
}

fn has_weekday(block: &Block<'_>, read: &Read) -> bool {
    block.senses(read.tokens.0).has(Sense::Weekday)
}

fn after(block: &Block<'_>, last: usize, sense: Sense) -> Option<usize> {
    // Compounds are both: "Freitagmorgen".
    if block.senses(last).has(sense) {
        return Some(last);
    }
    block.senses(last + 1).has(sense).then_some(last + 1)
}

/// "in 1977", "Act of 2001", "a 2017 film": the word directly before says that the number is a year.
fn year_before(block: &Block<'_>, first: usize) -> Option<usize> {
    let at = first.checked_sub(1)?;
    let senses = block.senses(at);
    let fits = senses.meets(SenseSet::of(&[Sense::YearBefore, Sense::Month]))
        || named_before(block, at)
        || one_before(block, at, first);
    fits.then_some(at)
}

/// "the Act of 2001": a name before "of".
fn named_before(block: &Block<'_>, of: usize) -> bool {
    let is_of = matches!(block.word(of), "of" | "von");
    let name = of.checked_sub(1).and_then(|at| block.token(at));
    is_of && name.is_some_and(|t| t.class == Class::Word && t.case == crate::token::Case::Title)
}

/// "a 2017 film": no count follows "a".
fn one_before(block: &Block<'_>, at: usize, first: usize) -> bool {
    let next = block.token(first + 1);
    matches!(block.word(at), "a" | "A")
        && next.is_some_and(|t| t.class == Class::Word && !block.joined(first + 1))
}
