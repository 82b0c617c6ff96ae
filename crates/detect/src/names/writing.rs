//! How texts, lines and words are written, and what words mean to the tagger.

use super::features::LONGEST;
use crate::lexicon::{Lexicon, Sense, SenseSet};
use crate::token::{Case, Class, Token};

/// The senses that help to tell names, each with its bit; several senses may share one.
const BITS: &[&[Sense]] = &[
    &[Sense::Given],
    &[Sense::Surname],
    &[Sense::Particle],
    &[Sense::Honorific],
    &[Sense::Degree],
    &[Sense::NameWord],
    &[Sense::Greeting],
    &[Sense::Profession],
    &[Sense::LegalForm],
    &[Sense::OrgWord],
    &[Sense::Country],
    &[Sense::Town],
    &[Sense::Region],
    &[Sense::Street, Sense::StreetBefore, Sense::Unit, Sense::AddressWord],
    &[Sense::Month, Sense::Weekday, Sense::RelativeDay, Sense::TimeUnit],
    &LANGUAGES,
    &[Sense::Nationality, Sense::Religion],
];
const LANGUAGES: [Sense; 5] =
    [Sense::German, Sense::English, Sense::French, Sense::Spanish, Sense::Slovak];
/// The bits of [`BITS`] for honorifics and degrees: a full stop after them ends no sentence.
const TITLES: u32 = 1 << 3 | 1 << 4;
/// The bit of [`BITS`] for small words: alone, where a sentence starts or case tells nothing, they begin no name.
pub(super) const SMALL: u32 = 1 << 15;

/// What each entry of a lexicon means to the tagger.
#[derive(Clone, Debug)]
pub struct Meanings(Vec<Meaning>);

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    pub(super) bits: u32,
    /// 1 to 5 for a small word of one language only, else 0.
    language: u8,
}

impl Meanings {
    /// Of the lexicon whose entries the tokens have.
    #[must_use]
    pub fn new(lexicon: &Lexicon) -> Self {
        let number = |n: usize| lexicon.entry(n as u16).senses;
        Self((0..lexicon.size()).map(|n| meaning(number(n))).collect())
    }
    #[inline]
    pub(super) fn of(&self, token: &Token) -> Meaning {
        self.0.get(usize::from(token.entry)).copied().unwrap_or_default()
    }
}

fn meaning(senses: SenseSet) -> Meaning {
    let mut meaning = Meaning::default();
    for (bit, group) in BITS.iter().enumerate() {
        if senses.meets(SenseSet::of(group)) {
            meaning.bits |= 1 << bit;
        }
    }
    let mut languages = (1u8..).zip(LANGUAGES).filter(|(_, sense)| senses.has(*sense));
    if let (Some((number, _)), None) = (languages.next(), languages.next()) {
        meaning.language = number;
    }
    meaning
}

// How a token is written, as the tagger sees it.
pub(super) const NONE: u8 = 0;
pub(super) const LOWER: u8 = 1;
pub(super) const TITLE: u8 = 2;
pub(super) const UPPER: u8 = 3;
pub(super) const CAMEL: u8 = 4;
/// A capital where a sentence starts.
pub(super) const FIRST: u8 = 5;
/// One capital letter alone.
pub(super) const INITIAL: u8 = 6;
/// In a text or line whose case tells nothing.
pub(super) const FLAT: u8 = 7;

/// Whether a token is the name in a handle, `@name`.
pub(super) fn is_handle(before: &[Token], token: &Token) -> bool {
    before.last().is_some_and(|t| t.is('@') && t.end == token.start)
}

/// What has been counted of a line.
#[derive(Default)]
struct Counts {
    lower: usize,
    upper: usize,
    title: usize,
    /// Small words by language; the first place counts all others.
    languages: [u8; 6],
}

impl Counts {
    #[inline]
    fn add(&mut self, token: &Token, meanings: &Meanings) {
        match token.case {
            Case::Lower => self.lower += 1,
            Case::Upper => self.upper += 1,
            Case::None => {}
            Case::Title | Case::Camel => self.title += usize::from(token.len() > 1),
        }
        let language = meanings.of(token).language;
        if let Some(count) = self.languages.get_mut(usize::from(language)) {
            *count = count.saturating_add(1);
        }
    }

    /// How the line is written; the language goes on from line to line.
    fn style(&self, last_language: u8) -> Style {
        let known = (1u8..).zip(self.languages.iter().skip(1)).filter(|l| *l.1 > 0);
        let language = known.max_by_key(|l| *l.1).map_or(last_language, |l| l.0);
        let flat = self.upper > 0 && self.lower == 0 && self.title == 0;
        Style { flat, language }
    }
}

/// Reads how the lines of a text are written, each with the token behind its end; a line without an end is cut after
/// [`LONGEST`] tokens. Tells whether the text sets capitals where they tell something: within sentences, and not too rarely.
pub(super) fn read_lines(
    tokens: &[Token],
    meanings: &Meanings,
    lines: &mut Vec<(usize, Style)>,
) -> bool {
    lines.clear();
    let (mut lower, mut inner, mut start, mut language) = (0, 0, 0, 0);
    let mut counts = Counts::default();
    let mut before = None;
    for (at, token) in tokens.iter().enumerate() {
        if token.class == Class::Word {
            counts.add(token, meanings);
            let capital = matches!(token.case, Case::Title | Case::Camel) && token.len() > 1;
            inner += usize::from(capital && continues(before, meanings));
        }
        before = Some(token);
        let end = at + 1;
        if token.class == Class::Line || end - start == LONGEST || end == tokens.len() {
            let style = counts.style(language);
            lines.push((end, style));
            lower += counts.lower;
            (start, language, counts) = (end, style.language, Counts::default());
        }
    }
    inner > 0 && inner * 64 >= lower
}

fn continues(before: Option<&Token>, meanings: &Meanings) -> bool {
    before.is_some_and(|t| match t.class {
        Class::Line => false,
        Class::Sign => matches!(sign(t), ',' | '-' | '&' | ':'),
        Class::Word => meanings.of(t).bits & TITLES == 0 || t.case != Case::Title,
        _ => true,
    })
}

/// How a line is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Its case tells nothing.
    pub(super) flat: bool,
    pub(super) language: u8,
}

impl Style {
    /// How a token is written after the tokens before it.
    #[inline]
    pub(super) fn writing(&self, token: &Token, before: &[Token], meanings: &Meanings) -> u8 {
        match token.case {
            _ if token.class == Class::Number => NONE,
            Case::None if token.class == Class::Word => FLAT,
            Case::None => NONE,
            Case::Lower if self.flat => FLAT,
            Case::Lower => LOWER,
            Case::Upper if self.flat => FLAT,
            Case::Upper => UPPER,
            Case::Camel => CAMEL,
            Case::Title if starts_sentence(before, meanings) => FIRST,
            Case::Title if token.len() == 1 => INITIAL,
            Case::Title => TITLE,
        }
    }
}

/// Whether a sentence starts after these tokens.
fn starts_sentence(before: &[Token], meanings: &Meanings) -> bool {
    let mut before = before.iter().rev();
    let Some(mut last) = before.next() else { return true };
    let mut second = before.next();
    if last.class == Class::Sign && !".!?:,;&/'-".contains(sign(last)) {
        match second {
            Some(token) => (last, second) = (token, before.next()),
            None => return true,
        }
    }
    match last.class {
        Class::Line => true,
        Class::Sign if last.is('.') => second.is_some_and(|t| {
            t.class != Class::Number && t.len() > 1 && meanings.of(t).bits & TITLES == 0
        }),
        Class::Sign => last.is('!') || last.is('?'),
        _ => false,
    }
}

fn sign(token: &Token) -> char {
    char::from_u32(token.hash).unwrap_or(' ')
}
