//! What a spoken number is: words in the same line, or the question in the lines before.

use crate::Kind;
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};

/// How far back words are looked for, in tokens: on the same line, and in all.
const REACH: usize = 24;
const FURTHEST: usize = 160;
/// Turns before the one of the number.
const LINES: usize = 3;

const NUMBERS: SenseSet = SenseSet::of(&[
    Sense::AccountWord,
    Sense::Birth,
    Sense::CardWord,
    Sense::CvvWord,
    Sense::DeviceWord,
    Sense::ExpiryWord,
    Sense::FaxWord,
    Sense::IdentityWord,
    Sense::InsuranceWord,
    Sense::LicenceWord,
    Sense::PassportWord,
    Sense::PhoneWord,
    Sense::PlateWord,
    Sense::PostcodeWord,
    Sense::ReachWord,
    Sense::ReferenceWord,
    Sense::SecretWord,
    Sense::SocialWord,
    Sense::TaxWord,
]);
const NAMES: SenseSet = SenseSet::of(&[Sense::NameWord, Sense::SpellWord]);
const BIRTH: SenseSet = SenseSet::of(&[Sense::Birth]);
const EMAIL: SenseSet = SenseSet::of(&[Sense::EmailWord]);

/// What was asked for: the senses of the words, and the nearest such word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    pub(super) senses: SenseSet,
    /// The nearest word.
    pub(super) word: usize,
    /// It stands on the same line, so it is this number that it means.
    pub(super) here: bool,
}

impl Asked {
    /// What a number from one token to another is.
    pub(super) fn number(block: &Block<'_>, first: usize, last: usize) -> Option<Self> {
        let mut asked = find(block, first, NUMBERS).or_else(|| {
            let goes_on = block.token(last + 1).is_some_and(|t| t.class == Class::Word);
            let word = block.after(last, 3, NUMBERS).filter(|_| goes_on)?;
            Some(Self { senses: block.senses(word), word, here: true })
        })?;
        if asked.here && part_of_it(block, asked.word) {
            asked.senses = asked.senses.and(Sense::PartWord.set());
        }
        Some(asked)
    }
    /// Whether a name or a spelling is announced.
    pub(super) fn name(block: &Block<'_>, first: usize) -> Option<Self> {
        find(block, first, NAMES)
    }
    /// Whether a birth is spoken of.
    pub(super) fn birth(block: &Block<'_>, first: usize) -> Option<Self> {
        find(block, first, BIRTH)
    }
    /// Whether an e-mail address is spoken of.
    pub(super) fn email(block: &Block<'_>, first: usize) -> Option<Self> {
        find(block, first, EMAIL)
    }

    /// The kind that a number of so many digits and letters then is.
    pub(super) fn kind(&self, digits: usize, letters: usize) -> Option<(Kind, &'static str)> {
        let has = |sense| self.senses.has(sense);
        let fits = |sense, low: usize, high: usize| has(sense) && (low..=high).contains(&digits);
        if fits(Sense::PartWord, 2, 6) && letters == 0 {
            return Some((Kind::Other, "last-digits"));
        }
        let rules: [(bool, Kind, &'static str); 16] = [
            (fits(Sense::Birth, 6, 8) && letters == 0, Kind::DateOfBirth, ""),
            (fits(Sense::PostcodeWord, 2, 9), Kind::Loc, "post-code"),
            (has(Sense::FaxWord) && digits >= 6, Kind::Phone, "fax"),
            (has(Sense::PhoneWord) && digits >= 7 && letters == 0, Kind::Phone, ""),
            (fits(Sense::CardWord, 12, 19), Kind::Card, ""),
            (fits(Sense::CvvWord, 3, 4), Kind::Cvv, ""),
            (fits(Sense::ExpiryWord, 3, 6), Kind::Expiry, ""),
            (fits(Sense::SecretWord, 3, 12), Kind::Secret, ""),
            (has(Sense::PlateWord) && letters > 0, Kind::Plate, ""),
            (self.senses.meets(NATIONAL) && digits >= 5, Kind::NatId, ""),
            (has(Sense::ReferenceWord), Kind::Id, ""),
            (has(Sense::AccountWord) && letters == 2 && digits >= 13, Kind::Iban, ""),
            (has(Sense::AccountWord), Kind::Account, ""),
            (has(Sense::DeviceWord), Kind::Device, ""),
            (has(Sense::PhoneWord) && digits >= 3 && letters == 0, Kind::Phone, ""),
            (has(Sense::ReachWord) && digits >= 7 && letters == 0, Kind::Phone, ""),
        ];
        rules.into_iter().find(|(fits, ..)| *fits).map(|(_, kind, form)| (kind, form))
    }
}

const NATIONAL: SenseSet = SenseSet::of(&[
    Sense::IdentityWord,
    Sense::InsuranceWord,
    Sense::LicenceWord,
    Sense::PassportWord,
    Sense::SocialWord,
    Sense::TaxWord,
]);

/// The nearest word of a sense before a token on its line; else all such words of the last line before that has one.
fn find(block: &Block<'_>, first: usize, wanted: SenseSet) -> Option<Asked> {
    let from = first.saturating_sub(FURTHEST);
    if !block.may_have(from, first, wanted) {
        return None;
    }
    let mut lines = 0;
    let mut asked: Option<Asked> = None;
    for (at, token) in (from..first).zip(block.tokens.get(from..first)?).rev() {
        if token.class == Class::Line {
            lines += 1;
            if asked.is_some() || lines > LINES {
                break;
            }
        }
        if token.entry == 0 {
            continue;
        }
        let senses = block.lexicon.entry(token.entry).senses;
        if !senses.meets(wanted) || block.is_speaker(at) || (lines == 0 && first - at > REACH) {
            continue;
        }
        if lines == 0 {
            return Some(Asked { senses, word: at, here: true });
        }
        let found = asked.get_or_insert(Asked { senses, word: at, here: false });
        found.senses = found.senses.and(senses);
        if part_of_it(block, at) {
            found.senses = found.senses.and(Sense::PartWord.set());
        }
    }
    asked
}

/// Whether only a part is said of what a word announces: "last four digits of the card".
fn part_of_it(block: &Block<'_>, word: usize) -> bool {
    const PART: SenseSet = SenseSet::of(&[Sense::PartWord]);
    block.before(word, 6, PART).is_some() || block.after(word, 3, PART).is_some()
}
