//! Names of towns within addresses: known ones, and unknown ones by how they are written.

use crate::lexicon::{Sense, SenseSet};
use crate::places::name_at;
use crate::token::{Block, Case, Class};

use super::{capital, is, spaced};

/// Senses of a place of one word.
pub(super) const PLACES: SenseSet =
    SenseSet::of(&[Sense::Town, Sense::Region, Sense::Country, Sense::UnsurePlace]);
/// Words that stand after a town and are not part of it.
const NOT_TOWN: SenseSet = SenseSet::of(&[
    Sense::PhoneWord,
    Sense::FaxWord,
    Sense::EmailWord,
    Sense::Measure,
    Sense::Month,
    Sense::Weekday,
    Sense::TimeUnit,
    Sense::AddressWord,
    Sense::PostcodeWord,
    Sense::Honorific,
    Sense::ReferenceWord,
    Sense::AccountWord,
    Sense::TaxWord,
    Sense::NumberWord,
    Sense::Unit,
]);

/// The token after the known place that starts at a token, and whether it is a country.
pub(super) fn known(block: &Block<'_>, at: usize) -> Option<(usize, bool)> {
    if let Some((to, sense)) = name_at(block, at) {
        return Some((beside_water(block, to), sense == Sense::Country));
    }
    let senses = block.senses(at);
    (capital(block, at) && senses.meets(PLACES))
        .then(|| (beside_water(block, hyphens(block, at + 1)), senses.has(Sense::Country)))
}

/// The token after the town that starts at a token, if it is written like one. With `words` 1 it is one word (and what
/// is joined to it); more are taken only on the same line and before what is no word.
pub(super) fn written(block: &Block<'_>, at: usize, words: usize) -> Option<usize> {
    let mut to = one(block, at)?;
    for _ in 1..words.max(if is_first(block, at) { 2 } else { 1 }) {
        let from = particles(block, to);
        match one(block, from).filter(|_| spaced(block, to)) {
            Some(next) => to = next,
            None => break,
        }
    }
    Some(beside_water(block, to))
}

/// Whether a word is mostly the first of a town's name: "Saint", "Bad", and adjectives of Slavic languages.
fn is_first(block: &Block<'_>, at: usize) -> bool {
    let word = block.word(at);
    let first = [
        "Saint", "Sainte", "Sankt", "St", "San", "Santa", "Bad", "Le", "La", "Les", "Los", "Las",
        "El", "New", "Port",
    ];
    first.contains(&word) || ["á", "é", "ý", "í"].iter().any(|end| word.ends_with(end))
}

/// One capitalized word with what is joined to it by hyphens or an apostrophe.
fn one(block: &Block<'_>, at: usize) -> Option<usize> {
    let token = block.token(at)?;
    let prefix = is(block, at + 1, '\'') || is(block, at + 1, '\u{2019}');
    if !capital(block, at) || token.len() < 2 && !prefix || block.senses(at).meets(NOT_TOWN) {
        return None;
    }
    let dotted = token.len() <= 3 && is(block, at + 1, '.') && spaced(block, at + 2);
    if dotted { one(block, at + 2) } else { Some(hyphens(block, at + 1)) }
}

/// The token after words that are joined by hyphens or apostrophes.
pub(super) fn hyphens(block: &Block<'_>, mut to: usize) -> usize {
    for _ in 0..5 {
        let joint = is(block, to, '-') || is(block, to, '\'') || is(block, to, '\u{2019}');
        let word = block.token(to + 1).is_some_and(|t| t.class == Class::Word && t.len() > 1);
        if joint && word && block.joined(to) && block.joined(to + 1) {
            to += 2;
        } else {
            break;
        }
    }
    to
}

/// The token after small words within names of towns: "an der", "en", "upon".
fn particles(block: &Block<'_>, mut at: usize) -> usize {
    for _ in 0..2 {
        if spaced(block, at) && is_particle(block, at) {
            at += 1;
        }
    }
    at
}

fn is_particle(block: &Block<'_>, at: usize) -> bool {
    block.token(at).is_some_and(|t| t.case == Case::Lower && t.len() <= 5)
        && [
            "am", "an", "im", "in", "bei", "ob", "vor", "der", "dem", "den", "auf", "de", "la",
            "le", "les", "sur", "sous", "en", "del", "los", "las", "upon", "on", "of", "nad",
            "pod", "pri", "do", "da", "dos", "di", "aan", "op",
        ]
        .contains(&block.word(at))
}

/// Adds "am Main", "(Oder)", "a. d. Saale" to a town.
fn beside_water(block: &Block<'_>, to: usize) -> usize {
    let from = particles(block, to);
    if from > to && capital(block, from) && spaced(block, from) {
        return from + 1;
    }
    let named = capital(block, to + 1) && block.word(to + 1).len() > 1;
    let bracket = is(block, to, '(') && named && is(block, to + 2, ')');
    if bracket && spaced(block, to) { to + 3 } else { to }
}
