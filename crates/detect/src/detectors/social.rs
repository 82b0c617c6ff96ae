//! Special categories of GDPR Art. 9 that name a group: nationality and ethnicity, religion, politics, trade unions,
//! sexual orientation.
//!
//! The same words stand for languages, food, firms and newspapers' parties. Where the text says it of a person ("I am",
//! "Staatsangehörigkeit", "citizen", "member") the finding is likely; alone, words that mean persons are possible, and
//! adjectives only in English, where they are written like names. Left to others: health, countries.

use std::ops::Range;

use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::detectors::person::{be_before, noun_after, possessive_before};
use crate::finding::{Evidence, Finding, Found, LIKELY, POSSIBLE, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class};

/// Words that mean persons.
const PERSONS: u8 = 1;
/// Names in capitals.
const CAPITALS: u8 = 2;
/// Abbreviations of religions ("rk", "ev"), which count only after a label.
const LABELLED: u8 = 2;
/// The first of two words of a name.
const FIRST_OF_TWO: u8 = 3;

const CITIZEN: SenseSet = SenseSet::of(&[Sense::CitizenWord]);
const MEMBER: SenseSet = SenseSet::of(&[Sense::MemberWord]);
const LANGUAGE: SenseSet = SenseSet::of(&[Sense::LanguageWord]);
/// What a word that may mean a group also means.
const NO_GROUP: SenseSet =
    SenseSet::of(&[Sense::Country, Sense::Town, Sense::Region, Sense::Given, Sense::Surname]);
const NAME: SenseSet = SenseSet::of(&[Sense::Given, Sense::Surname]);

#[derive(Debug)]
pub(crate) struct Social;

impl Detector for Social {
    fn name(&self) -> &'static str {
        "social"
    }
    fn wakes(&self) -> Wakes {
        let senses = SenseSet::of(&[
            Sense::Nationality,
            Sense::Religion,
            Sense::Politics,
            Sense::UnionWord,
            Sense::SexualityWord,
        ]);
        Wakes { senses, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let (block, token) = (at.block, at.token);
        let senses = block.senses(token);
        if senses.has(Sense::Nationality) {
            nationality(block, token, found);
        }
        if senses.has(Sense::Religion) {
            religion(block, token, found);
        }
        if senses.has(Sense::Politics) {
            politics(block, token, found);
        }
        if senses.has(Sense::UnionWord) {
            union(block, token, found);
        }
        if senses.has(Sense::SexualityWord) {
            sexuality(block, token, found);
        }
    }
}

/// A finding of one token with the word that decided.
fn push(
    block: &Block<'_>,
    place: Range<usize>,
    (kind, form): (Kind, &'static str),
    (score, word): (u8, Option<usize>),
    found: &mut Found,
) {
    let mut finding = Finding::new(kind, place, score).form(form);
    if let Some(token) = word.and_then(|w| block.token(w)) {
        finding = finding.because(Evidence::Context(token.place()));
    }
    found.push(finding.because(Evidence::Dictionary(form)));
}

fn place(block: &Block<'_>, at: usize) -> Range<usize> {
    block.token(at).map_or(0..0, |t| t.place())
}

/// What says that a word is about a person: "I am …", "nationality: …", "… citizen".
fn of_person(block: &Block<'_>, at: usize) -> Option<usize> {
    be_before(block, at, 2)
        .or_else(|| block.before(at, 3, CITIZEN))
        .or_else(|| block.after(at, 1, CITIZEN))
        .or_else(|| noun_after(block, at))
}

fn nationality(block: &Block<'_>, at: usize, found: &mut Found) {
    let what = (Kind::Nrp, "nationality");
    let label = block.before(at, 2, CITIZEN);
    if label.is_none() && is_language(block, at) {
        return found.miss(Kind::Nrp, "nationality", place(block, at), "miss-language");
    }
    if let Some(word) = of_person(block, at) {
        return push(block, place(block, at), what, (LIKELY, Some(word)), found);
    }
    let alone = if may_stand_alone(block, at) { POSSIBLE } else { WEAK };
    push(block, place(block, at), what, (alone, None), found);
}

/// A word for persons, or a word in English, which writes nationalities with a capital; no country, no name of a person.
fn may_stand_alone(block: &Block<'_>, at: usize) -> bool {
    let (entry, Some(token)) = (block.entry(at), block.token(at)) else { return false };
    let small = token.case == Case::Lower && is_other_word(block, at);
    let english = entry.languages & ENGLISH != 0 && !small && !is_other_language(block, at);
    let country = ["Republic", "Union", "Islands"].contains(&block.word(at + 1));
    !country
        && !is_in_name(block, at)
        && !entry.senses.meets(NO_GROUP)
        && (entry.value == PERSONS || english)
}

/// A part of an address of the Internet or of a compound: `schottin.org`, "Carolina-Schottin-Allee".
fn is_in_name(block: &Block<'_>, at: usize) -> bool {
    let Some(token) = block.token(at) else { return false };
    let before = token.start.checked_sub(1).map_or(b' ', |i| block.byte(i as usize));
    let (after, then) = (block.byte(token.end as usize), block.byte(token.end as usize + 1));
    matches!(before, b'/' | b'@' | b'_' | b'#')
        || matches!(after, b'-' | b'@' | b'_' | b'/')
        || (after == b'.' && then.is_ascii_alphanumeric())
}

/// "Swiss" in a German text is a part of a firm's name.
fn is_other_language(block: &Block<'_>, at: usize) -> bool {
    const OTHERS: SenseSet =
        SenseSet::of(&[Sense::German, Sense::French, Sense::Spanish, Sense::Slovak]);
    const HERE: SenseSet = SenseSet::of(&[Sense::English]);
    let near = |senses| block.before(at, 4, senses).or_else(|| block.after(at, 4, senses));
    near(OTHERS).is_some() && near(HERE).is_none()
}

/// English among the languages of a word.
const ENGLISH: u8 = 2;

fn is_other_word(block: &Block<'_>, at: usize) -> bool {
    ["polish", "turkey", "danish", "malay", "thai"].contains(&block.word(at))
}

/// "speaks German", "in English", "French course".
fn is_language(block: &Block<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|i| block.senses(i).meets(LANGUAGE));
    before || block.senses(at + 1).meets(LANGUAGE) || is_german_noun(block, at)
}

/// "Französisch": with a capital and without an ending, German means the language.
fn is_german_noun(block: &Block<'_>, at: usize) -> bool {
    let capital = block.token(at).is_some_and(|t| t.case == Case::Title);
    let word = block.word(at);
    capital && (word.ends_with("isch") || word == "Deutsch")
}

fn religion(block: &Block<'_>, at: usize, found: &mut Found) {
    if block.entry(at).value == LABELLED && block.before(at, 2, CITIZEN).is_none() {
        return;
    }
    let context =
        of_person(block, at).filter(|_| !block.senses(at).meets(NAME) || is_said(block, at));
    let alone = if block.entry(at).value == PERSONS { POSSIBLE } else { WEAK };
    let score = context.map_or((alone, None), |word| (LIKELY, Some(word)));
    push(block, place(block, at), (Kind::Nrp, "religion"), score, found);
}

/// "Christian" is a name too, and "I am Christian" either; only a label decides.
fn is_said(block: &Block<'_>, at: usize) -> bool {
    block.before(at, 3, CITIZEN).is_some()
        || at.checked_sub(1).is_some_and(|i| ["a", "ein", "eine", "un"].contains(&block.word(i)))
}

fn politics(block: &Block<'_>, at: usize, found: &mut Found) {
    let (value, Some(token)) = (block.entry(at).value, block.token(at)) else { return };
    if value == CAPITALS && !matches!(token.case, Case::Upper | Case::Camel) {
        return;
    }
    let member = block.before(at, 4, MEMBER).or_else(|| block.after(at, 1, MEMBER));
    let person = || (value == PERSONS).then(|| of_person(block, at)).flatten();
    let alone = if value == PERSONS { POSSIBLE } else { WEAK };
    let score = member.or_else(person).map_or((alone, None), |word| (LIKELY, Some(word)));
    push(block, token.place(), (Kind::Nrp, "politics"), score, found);
}

fn union(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some((place, last)) = union_name(block, at) else { return };
    let member = block.before(at, 4, MEMBER).or_else(|| block.after(last, 1, MEMBER));
    let alone = if block.entry(at).value == PERSONS { POSSIBLE } else { WEAK };
    let score = member.map_or((alone, None), |word| (LIKELY, Some(word)));
    push(block, place, (Kind::Union, "trade-union"), score, found);
}

/// The place of a union's name and its last token: "IG Metall", "ver.di", "DGB"; not "European Union".
fn union_name(block: &Block<'_>, at: usize) -> Option<(Range<usize>, usize)> {
    let token = block.token(at)?;
    let start = token.start as usize;
    match block.entry(at).value {
        FIRST_OF_TWO => {
            let dotted =
                block.token(at + 1)?.is('.') && block.joined(at + 1) && block.joined(at + 2);
            let last = if dotted { at + 2 } else { at + 1 };
            let name = block.token(last).filter(|t| t.class == Class::Word)?;
            let fits = (dotted && block.word(last) == "di")
                || (!dotted && token.case == Case::Upper && name.case != Case::Lower);
            fits.then_some((start..name.end as usize, last))
        }
        CAPITALS if token.case != Case::Upper => None,
        0 if token.case == Case::Title && follows_capital(block, at) => None,
        _ => Some((token.place(), at)),
    }
}

fn follows_capital(block: &Block<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| block.token(i));
    before.is_some_and(|t| t.class == Class::Word && t.case == Case::Title)
}

fn sexuality(block: &Block<'_>, at: usize, found: &mut Found) {
    let (entry, Some(token)) = (block.entry(at), block.token(at)) else { return };
    let said = be_before(block, at, 2)
        .or_else(|| possessive_before(block, at))
        .or_else(|| noun_after(block, at));
    let named = entry.senses.meets(NAME) || (token.case == Case::Title && block.word(at) == "Gay");
    let score = match said {
        Some(word) if entry.value == PERSONS && !named => (LIKELY, Some(word)),
        None if entry.value == PERSONS && !named => (POSSIBLE, None),
        Some(word) if !named => (POSSIBLE, Some(word)),
        _ => (WEAK, None),
    };
    push(block, token.place(), (Kind::Sexuality, "orientation"), score, found);
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{findings, forms, missed, places};

    #[test]
    fn nationalities() {
        for (text, word) in [
            ("I am cambodian but I live here", "cambodian"),
            ("There's this nice new Russian place", "Russian"),
            ("We are proud saudis", "saudis"),
            ("Staatsangehörigkeit: deutsch", "deutsch"),
            ("ein Franzose aus Metz", "Franzose"),
            ("sie ist türkische Staatsbürgerin", "türkische"),
            ("de nationalité française", "française"),
            ("soy española", "española"),
            ("štátna príslušnosť: slovenská", "slovenská"),
            ("ich bin Österreicherin", "Österreicherin"),
        ] {
            assert_eq!(places(text, Kind::Nrp), [word], "{text}");
            assert_eq!(forms(text, Kind::Nrp), ["nationality"], "{text}");
        }
        for text in [
            "die deutsche Wirtschaft",
            "Deutsche Bank",
            "polish the table",
            "une voiture française",
        ] {
            assert!(places(text, Kind::Nrp).is_empty(), "{text}");
        }
        assert_eq!(missed("she speaks German", Kind::Nrp), ["miss-language"]);
    }

    #[test]
    fn religions_and_politics() {
        for (text, word, form) in [
            ("Konfession: evangelisch", "evangelisch", "religion"),
            ("he is a Buddhist", "Buddhist", "religion"),
            ("We are proud shiis", "shiis", "religion"),
            ("je suis musulmane", "musulmane", "religion"),
            ("Mitglied der CDU", "CDU", "politics"),
            ("sie wählt die AfD", "AfD", "politics"),
            ("he is a Republican", "Republican", "politics"),
        ] {
            assert_eq!(places(text, Kind::Nrp), [word], "{text}");
            assert_eq!(forms(text, Kind::Nrp), [form], "{text}");
        }
        for text in ["die CDU gewinnt die Wahl", "the catholic church", "Christian kommt morgen"] {
            assert!(places(text, Kind::Nrp).is_empty(), "{text}");
        }
    }

    #[test]
    fn unions_and_orientation() {
        for (text, word) in [
            ("Mitglied bei ver.di", "ver.di"),
            ("Mitglied der IG Metall seit 2010", "IG Metall"),
            ("er ist Gewerkschaftsmitglied", "Gewerkschaftsmitglied"),
            ("she is a union member", "union"),
            ("syndiqué à la CGT", "CGT"),
            ("afiliado a CCOO", "CCOO"),
        ] {
            assert_eq!(places(text, Kind::Union), [word], "{text}");
        }
        for text in
            ["a member of the European Union", "ver.di ruft zum Streik auf", "IG Metall streikt"]
        {
            assert!(places(text, Kind::Union).is_empty(), "{text}");
        }
        assert_eq!(places("er ist schwul", Kind::Sexuality), ["schwul"]);
        assert_eq!(findings("my son is gay", Kind::Sexuality)[0].score, crate::finding::LIKELY);
        assert!(places("Mr Gay called", Kind::Sexuality).is_empty());
    }
}
