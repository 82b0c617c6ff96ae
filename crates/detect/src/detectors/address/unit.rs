//! Parts of houses and places where mail is kept: `Apt. 79j`, `2. OG`, `3º A`, `P.O. Box 123`, `Postfach 12 34 56`,
//! `PSC 5803, Box 9408`, `FPO AP 21773`.

use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::Sense;
use crate::token::{Block, Case, Class};

use super::{Part, What, capital, ends, is, spaced};

/// A unit that starts at a token.
pub(super) fn at(block: &Block<'_>, at: usize) -> Option<Part> {
    named(block, at).or_else(|| counted(block, at))
}

/// A word and its number: `Apt. 79j`, `Suite #300`, `Flat B`, `Top 4`; with a box after it, it is military mail.
fn named(block: &Block<'_>, at: usize) -> Option<Part> {
    let entry = block.entry(at);
    if !entry.senses.has(Sense::Unit) {
        return None;
    }
    let mut value = at + 1;
    while value < at + 3 && ['.', '#', ':'].iter().any(|s| is(block, value, *s)) {
        value += 1;
    }
    if !spaced(block, value) && !spaced(block, at + 1) && value == at + 1 {
        return None;
    }
    let token = block.token(value)?;
    let fits = match token.class {
        Class::Number => token.len() <= 5,
        Class::Mixed => token.len() <= 5,
        Class::Word => token.len() == 1 && token.case == Case::Title,
        _ => false,
    };
    if !fits || !ends(block, value + 1) {
        return None;
    }
    if block.word(value + 1) == "Box" && spaced(block, value + 1) {
        return boxed(block, at, value + 2);
    }
    let sure = entry.value == 1 && capital(block, at) && token.class != Class::Word;
    let score = if sure { POSSIBLE + 5 } else { WEAK };
    Some(Part { from: at, to: value + 1, what: What::Unit, score })
}

/// A number and its word: `2. OG`, `3e étage`, `3º A`, `5. poschodie`.
fn counted(block: &Block<'_>, at: usize) -> Option<Part> {
    let token = block.token(at)?;
    let word = match token.class {
        Class::Number if token.len() <= 2 && is(block, at + 1, '.') => at + 2,
        Class::Number if token.len() <= 2 => at + 1,
        Class::Mixed if token.len() <= 5 => at + 1,
        _ => return None,
    };
    let named =
        block.token(word + 1).is_some_and(|t| matches!(t.class, Class::Number | Class::Mixed));
    let unit =
        block.senses(word).has(Sense::Unit) && !block.senses(word).has(Sense::Street) && !named;
    let spanish = token.class == Class::Mixed
        && (block.word(at).ends_with('º') || block.word(at).ends_with('ª'));
    let letter = block.token(word).is_some_and(|t| t.class == Class::Word && t.len() == 1);
    let to = match (unit || spanish && letter, spanish) {
        (true, _) => word + 1,
        (false, true) => at + 1,
        _ => return None,
    };
    Some(Part { from: at, to, what: What::Unit, score: WEAK })
}

/// A box whose number starts at a token.
fn boxed(block: &Block<'_>, from: usize, at: usize) -> Option<Part> {
    let token = block.token(at)?;
    let fits = token.class == Class::Number && token.len() <= 8 && spaced(block, at);
    if !fits {
        return None;
    }
    let mut to = at + 1;
    while to < at + 4
        && spaced(block, to)
        && block.token(to).is_some_and(|t| t.class == Class::Number && t.len() <= 3)
    {
        to += 1;
    }
    ends(block, to).then_some(Part { from, to, what: What::Box, score: LIKELY })
}

/// What the word of a post box announces.
pub(super) fn post_box(block: &Block<'_>, at: usize) -> Option<Part> {
    match block.word(at) {
        "APO" | "FPO" | "DPO" => military(block, at).map(|p| Part { from: ship(block, at), ..p }),
        "PSC" => {
            let comma = usize::from(is(block, at + 2, ','));
            let word = at + 2 + comma;
            let number = block.token(at + 1)?.class == Class::Number;
            (number && block.word(word) == "Box").then(|| boxed(block, at, word + 1))?
        }
        "Box" | "BOX" => boxed(block, post_office(block, at)?, at + 1),
        "BP" | "POB" if capital(block, at) => boxed(block, at, at + 1),
        _ => boxed(block, at, at + 1).or_else(|| boxed(block, at, number_after_words(block, at)?)),
    }
}

/// "Apartado de Correos 12", "Postfach Nr. 3".
fn number_after_words(block: &Block<'_>, at: usize) -> Option<usize> {
    (at + 2..at + 5).find(|i| block.token(*i).is_some_and(|t| t.class == Class::Number))
}

/// Where "P.O." starts before "Box".
fn post_office(block: &Block<'_>, at: usize) -> Option<usize> {
    let dots = at.checked_sub(4).filter(|from| {
        block.word(*from) == "P" && is(block, from + 1, '.') && block.word(from + 2) == "O"
    });
    let one = at.checked_sub(1).filter(|from| block.word(*from) == "PO");
    let post =
        at.checked_sub(2).filter(|i| block.word(*i) == "Post" && block.word(i + 1) == "Office");
    dots.or(one).or(post)
}

/// Military mail: `FPO AP 21773`.
pub(super) fn military(block: &Block<'_>, at: usize) -> Option<Part> {
    let office = matches!(block.word(at), "APO" | "FPO" | "DPO");
    let area = matches!(block.word(at + 1), "AA" | "AE" | "AP");
    let to = office.then(|| super::code::bare(block, at + 2))??;
    area.then_some(Part { from: at, to, what: What::Code, score: STRONG })
}

/// Where the ship before a fleet post office starts: `USCGC Parsons, FPO …`, also on the line before.
fn ship(block: &Block<'_>, at: usize) -> usize {
    (at.saturating_sub(4)..at)
        .find(|i| matches!(block.word(*i), "USS" | "USNS" | "USCGC" | "USNV"))
        .unwrap_or(at)
}
