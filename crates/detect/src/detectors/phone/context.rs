//! Words beside a number that say what it is, and the language around it.

use crate::lexicon::{LANGUAGES, Sense, SenseSet};
use crate::phone::{self, Region};
use crate::token::{Block, Class, STRETCH};

/// How far words reach, in words.
const REACH: usize = 4;
/// How many tokens around a number tell its language.
const AROUND: usize = 12;

/// What the words beside a number say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// Nothing.
    None,
    /// It is a telephone number; the word.
    Phone(usize),
    /// It is a fax number.
    Fax(usize),
    /// Somebody is called or written to.
    Reach(usize),
    /// It may be the number of an order, a customer, a user; or one of these is speaking (`Customer: …`).
    Reference,
    /// It is another number.
    Other,
}

const PHONE: SenseSet = SenseSet::of(&[Sense::PhoneWord, Sense::FaxWord]);
const REACHED: SenseSet = SenseSet::of(&[Sense::ReachWord]);
const OTHER: SenseSet = SenseSet::of(&[
    Sense::AccountWord,
    Sense::BicWord,
    Sense::Birth,
    Sense::CardWord,
    Sense::CookieWord,
    Sense::CvvWord,
    Sense::DateWord,
    Sense::DeviceWord,
    Sense::ExpiryWord,
    Sense::GeoWord,
    Sense::IdentityWord,
    Sense::InsuranceWord,
    Sense::IpWord,
    Sense::LicenceWord,
    Sense::PassportWord,
    Sense::PlateWord,
    Sense::SecretWord,
    Sense::SocialWord,
    Sense::TaxWord,
]);
const REFERENCE: SenseSet = SenseSet::of(&[Sense::ReferenceWord, Sense::UserWord]);
const LABEL: SenseSet = SenseSet::of(&[Sense::PhoneLabel]);
const ANY: SenseSet = PHONE.and(REACHED).and(REFERENCE).and(OTHER);

impl Context {
    /// Of a number from one token to another.
    pub(super) fn of(block: &Block<'_>, first: usize, last: usize) -> Self {
        // One look tells of most numbers that no word is near.
        if !block.may_have(first.saturating_sub(STRETCH), last + 3, ANY.and(LABEL)) {
            return Self::None;
        }
        if let Some(word) = label_behind(block, last) {
            return Self::named(block, word);
        }
        Self::before(block, first)
    }

    /// What the words before a number say.
    fn before(block: &Block<'_>, first: usize) -> Self {
        let labelled = block.before(first, 1, LABEL).filter(|w| is_sign(block, w + 1, ':'));
        match labelled.or_else(|| block.before(first, REACH, ANY)) {
            None => Self::None,
            Some(word) if block.senses(word).meets(REFERENCE) && block.is_speaker(word) => {
                // `Customer:` speaks; what was asked stands on the line before.
                let asked = block.before(word, REACH, PHONE.and(REACHED));
                asked.map_or(Self::None, |w| Self::named(block, w))
            }
            Some(word) => Self::named(block, word),
        }
    }
    fn named(block: &Block<'_>, word: usize) -> Self {
        let senses = block.senses(word);
        if senses.has(Sense::FaxWord) {
            Self::Fax(word)
        } else if senses.meets(PHONE.and(LABEL)) {
            Self::Phone(word)
        } else if senses.meets(OTHER) {
            Self::Other
        } else if senses.meets(REFERENCE) {
            Self::Reference
        } else {
            Self::Reach(word)
        }
    }
    /// The word that says so.
    pub(super) fn word(self) -> Option<usize> {
        match self {
            Self::Phone(w) | Self::Fax(w) | Self::Reach(w) => Some(w),
            Self::None | Self::Reference | Self::Other => None,
        }
    }
    pub(super) fn is_fax(self) -> bool {
        matches!(self, Self::Fax(_))
    }
    pub(super) fn is_other(self) -> bool {
        matches!(self, Self::Reference | Self::Other)
    }
}

/// Whether words that announce a number anyhow ([`Context::word`]) may be near it, or somebody who asks for one.
pub(super) fn may_be_announced(block: &Block<'_>, first: usize, last: usize) -> bool {
    const ANYHOW: SenseSet = PHONE.and(LABEL).and(REACHED).and(REFERENCE);
    block.may_have(first.saturating_sub(STRETCH), last + 3, ANYHOW)
}

/// Whether words announce the number that starts amid other digits, and ends no later than a token.
pub(super) fn is_announced_amid(block: &Block<'_>, first: usize, last: usize) -> bool {
    may_be_announced(block, first, last)
        && (Context::before(block, first).word().is_some()
            || (first..last + 3).any(|at| block.senses(at).meets(PHONE.and(LABEL))))
}

/// A label behind the number, at the end of a line or a part of it: `416 60 039 office`, `… -Fax`.
fn label_behind(block: &Block<'_>, last: usize) -> Option<usize> {
    let dash = is_sign(block, last + 1, '-') || is_sign(block, last + 1, '(');
    let word = last + 1 + usize::from(dash);
    if !block.senses(word).meets(PHONE.and(LABEL)) {
        return None;
    }
    let ends = block.token(word + 1).is_none_or(|t| t.class == Class::Line || ends_a_part(t.hash));
    ends.then_some(word)
}

fn is_sign(block: &Block<'_>, at: usize, sign: char) -> bool {
    block.token(at).is_some_and(|t| t.is(sign))
}

fn ends_a_part(sign: u32) -> bool {
    [',', ';', ')', '|', '/', '\\', '.'].iter().any(|s| *s as u32 == sign)
}

/// Where numbers without country code are dialled from, by language, in the order of [`LANGUAGES`].
const DIALLED: [&[Region]; LANGUAGES.len()] = [
    &[Region::of(b"DE"), Region::of(b"AT"), Region::of(b"CH")],
    &[Region::of(b"GB"), Region::of(b"AU"), Region::of(b"ZA"), Region::of(b"US")],
    &[Region::of(b"FR"), Region::of(b"BE"), Region::of(b"CH")],
    &[Region::of(b"ES")],
    &[Region::of(b"SK"), Region::of(b"CZ")],
];
/// … where the language is unknown.
pub(super) const ANYWHERE: &[Region] = &[
    Region::of(b"DE"),
    Region::of(b"GB"),
    Region::of(b"FR"),
    Region::of(b"CH"),
    Region::of(b"AT"),
    Region::of(b"SK"),
    Region::of(b"NL"),
    Region::of(b"SE"),
];

/// The one spelling of a number that was said: E.164 where the language tells the country, its digits otherwise.
pub(in crate::detectors) fn said(block: &Block<'_>, first: usize, digits: &[u8]) -> Box<str> {
    let regions = regions(block, first).unwrap_or(&[]);
    // North Americans say ten digits, Britons a 0 before theirs.
    let american = digits.len() == 10 && digits.first().is_some_and(|d| *d > 1);
    let home = regions.iter().find(|r| american && **r == Region::of(b"US"));
    let judged = home.into_iter().chain(regions).find_map(|r| phone::dialled(digits, *r));
    match judged {
        Some(number) => number.e164(),
        None => digits.iter().map(|d| char::from(b'0' + d)).collect::<String>().into_boxed_str(),
    }
}

/// The regions that the words around a number suggest: those of the language most words belong to alone.
pub(super) fn regions(block: &Block<'_>, first: usize) -> Option<&'static [Region]> {
    let mut counts = [0u8; LANGUAGES.len()];
    for at in first.saturating_sub(AROUND)..first + AROUND {
        // Most words are not listed.
        let Some(token) = block.token(at).filter(|t| t.entry != 0) else { continue };
        let languages = block.lexicon.entry(token.entry).languages;
        if languages.count_ones() == 1
            && let Some(count) = counts.get_mut(languages.trailing_zeros() as usize)
        {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().filter(|m| *m > 0)?;
    let mut best = counts.iter().zip(DIALLED).filter(|(c, _)| **c == most).map(|(_, r)| r);
    match (best.next(), best.next()) {
        (Some(regions), None) => Some(regions),
        _ => None,
    }
}
