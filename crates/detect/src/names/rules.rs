//! What surroundings say of names, where the model is not sure enough or alone.
//!
//! - after a form of address ("Herr", "Mrs"): a person, and the model's score is raised;
//! - in the lines after "Regards," or "Gruß": a person;
//! - alone, after "your name?": a person;
//! - "Surname, Given" in two pieces: one person;
//! - before a legal form (`GmbH`, `Ltd`, `e.V.`): an organisation;
//! - before "number" and its like: the start of a label ("NHS number"), no organisation;
//! - a word that announces a number ("Card ends in 4242"), or a greeting: no name by itself.

use std::ops::Range;

use super::bounds;
use crate::Kind;
use crate::finding::{Evidence, Finding, LIKELY, STRONG};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, STRETCH, Token};

/// The most parts of a name that a rule takes.
const MOST: usize = 4;
/// A word that closes a letter has this value in the lexicon.
const CLOSING: u8 = 1;
const ADDRESS: SenseSet = SenseSet::of(&[Sense::Honorific]);
const BEFORE: SenseSet = SenseSet::of(&[Sense::Degree, Sense::Honorific]);
/// Words that stand in lines after a closing and are no names.
const NO_NAME: SenseSet = SenseSet::of(&[
    Sense::NameWord,
    Sense::PhoneWord,
    Sense::FaxWord,
    Sense::EmailWord,
    Sense::Profession,
    Sense::LegalForm,
    Sense::OrgWord,
    Sense::German,
    Sense::English,
    Sense::French,
    Sense::Spanish,
    Sense::Slovak,
    Sense::Greeting,
    Sense::Country,
    Sense::Month,
    Sense::Weekday,
]);

/// Adds what the rules find to what the model found.
pub(super) fn apply(block: &Block<'_>, names: &mut Names<'_>) {
    reverse(block, names);
    starts_of_labels(block, names);
    labels_alone(block, names);
    registered(block, names);
    const WORDS: SenseSet = SenseSet::of(&[Sense::Honorific, Sense::NameWord, Sense::LegalForm]);
    let stretches = (0..block.tokens.len()).step_by(STRETCH);
    let near = |start: &usize| block.may_have(*start, start + STRETCH, WORDS);
    let known = |at: &usize| block.token(*at).is_some_and(|t| t.entry != 0);
    for at in stretches.filter(near).flat_map(|start| start..start + STRETCH).filter(known) {
        let entry = block.entry(at);
        if entry.senses.meets(ADDRESS) && capital(block, at) {
            addressed(block, at, names);
        }
        if entry.senses.has(Sense::NameWord) {
            match entry.value {
                CLOSING => closed(block, at, names),
                _ => answered(block, at, names),
            }
        }
        if entry.senses.has(Sense::LegalForm) {
            firm(block, at, names);
        }
    }
}

/// "Wimmer, Karl": two names with a comma between are one if the second is a given name and the first need not be one.
fn reverse(block: &Block<'_>, names: &mut Names<'_>) {
    for at in 1..names.model.len() {
        let Some([family, given]) = names.model.get_mut(at - 1..=at) else { return };
        let between = block.slice(family.place.end..given.place.start.max(family.place.end));
        let both = family.kind == Kind::Person && given.kind == Kind::Person;
        if !both || between != ", " || !is_reversed(block, &family.place, &given.place) {
            continue;
        }
        family.place.end = given.place.end;
        family.score = family.score.max(given.score);
        // What has no place is no finding.
        given.place.start = given.place.end;
    }
}

/// "Wulf Krause e.V.", "Hornich e.G.": a name before these letters is an association or cooperative.
fn registered(block: &Block<'_>, names: &mut Names<'_>) {
    let text = block.text.as_bytes();
    let may = |f: &&mut Finding| text.get(f.place.end..f.place.end + 2) == Some(b" e");
    for finding in names.model.iter_mut().filter(may) {
        let after = block.tokens.partition_point(|t| (t.start as usize) < finding.place.end);
        let is = |at: usize, sign| block.token(at).is_some_and(|t| t.is(sign));
        let form = block.word(after) == "e"
            && is(after + 1, '.')
            && matches!(block.word(after + 2), "V" | "G" | "K");
        if let Some(end) = block.token(after + 3).filter(|_| form && is(after + 3, '.')) {
            finding.kind = Kind::Org;
            finding.score = finding.score.max(LIKELY);
            finding.place.end = end.end as usize;
        }
    }
}

/// "NHS number", "National Insurance number": what stands before is a part of the label.
fn starts_of_labels(block: &Block<'_>, names: &mut Names<'_>) {
    const NUMBERED: SenseSet = SenseSet::of(&[
        Sense::InsuranceWord,
        Sense::SocialWord,
        Sense::TaxWord,
        Sense::IdentityWord,
    ]);
    for finding in names.model.iter_mut().filter(|f| f.kind == Kind::Org) {
        let after = block.tokens.partition_point(|t| (t.start as usize) < finding.place.end);
        let skipped = usize::from(block.senses(after).meets(NUMBERED));
        let number = |at: usize| !block.joined(at) && block.senses(at).has(Sense::NumberWord);
        if number(after + skipped) {
            finding.place.start = finding.place.end;
        }
    }
}

/// "Card", "Handy IMEI", "Kennzeichen" where a sentence starts: words for numbers, and greetings
/// ("Hallo"), name nobody, unless they are known as names.
fn labels_alone(block: &Block<'_>, names: &mut Names<'_>) {
    const LABELS: SenseSet = SenseSet::of(&[
        Sense::AccountWord,
        Sense::BicWord,
        Sense::CardWord,
        Sense::CvvWord,
        Sense::DeviceWord,
        Sense::EmailWord,
        Sense::ExpiryWord,
        Sense::FaxWord,
        Sense::Greeting,
        Sense::NameWord,
        Sense::NumberWord,
        Sense::PassportWord,
        Sense::PhoneLabel,
        Sense::PhoneWord,
        Sense::PlateWord,
        Sense::SecretWord,
        Sense::TaxWord,
    ]);
    const KNOWN: SenseSet =
        SenseSet::of(&[Sense::Given, Sense::Surname, Sense::Town, Sense::LegalForm]);
    for finding in names.model.iter_mut().filter(|f| f.score < LIKELY) {
        // One letter and a hyphen go before "Mail".
        let is_label = |at: usize| {
            let senses = block.senses(at);
            block.token(at).is_some_and(|t| t.len() == 1)
                || senses.meets(LABELS) && !senses.meets(KNOWN)
        };
        if block.covered(&finding.place).all(is_label) {
            finding.place.start = finding.place.end;
        }
    }
}

/// "Schmidt, Erlenweg 3": a name ends where an address starts that is beyond doubt.
pub(super) fn end_at_addresses(block: &Block<'_>, known: &[Finding], model: &mut [Finding]) {
    let sure = |f: &&Finding| f.kind == Kind::Address && f.score >= STRONG;
    let mut starts: Vec<_> = known.iter().filter(sure).map(|f| f.place.start).collect();
    starts.sort_unstable();
    for finding in model.iter_mut().filter(|f| f.kind == Kind::Person) {
        let next = starts.partition_point(|start| *start <= finding.place.start);
        if let Some(start) = starts.get(next).filter(|start| **start < finding.place.end) {
            let name = block.slice(finding.place.start..*start);
            let name = name.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
            finding.place.end = finding.place.start + name.len();
        }
    }
}

fn is_reversed(block: &Block<'_>, family: &Range<usize>, given: &Range<usize>) -> bool {
    let token = |byte: usize| block.tokens.partition_point(|t| (t.start as usize) < byte);
    let (first, second, after) = (token(family.start), token(given.start), token(given.end));
    let senses = block.senses(first);
    let listed = block.token(after).is_some_and(|t| t.is(','))
        && block.token(after + 1).is_some_and(|t| matches!(t.case, Case::Title));
    let single = token(family.end) == first + 1 || block.joined(first + 1);
    single
        && !listed
        && (senses.has(Sense::Surname) || !senses.has(Sense::Given))
        && block.senses(second).has(Sense::Given)
}

/// Whether a token is a word that starts with a capital and is not all capitals.
fn capital(block: &Block<'_>, at: usize) -> bool {
    block
        .token(at)
        .is_some_and(|t| t.class == Class::Word && matches!(t.case, Case::Title | Case::Camel))
}

/// "Herr Gumprich", "Mrs. O'Hara", "Frau Dr. Müller-Lüdenscheidt".
fn addressed(block: &Block<'_>, at: usize, names: &mut Names<'_>) {
    let mut start = at + 1;
    while block.senses(start).meets(BEFORE) || block.token(start).is_some_and(|t| t.is('.')) {
        start += 1;
    }
    let near = block
        .token(start)
        .is_some_and(|t| block.token(start - 1).is_some_and(|b| t.start - b.end <= 1));
    if !near || !capital(block, start) {
        return;
    }
    let end = extent(block, start);
    names.report(block, start..end, Kind::Person, STRONG, at);
}

/// The end of a name that starts here: words with capitals on the same line, with hyphens and apostrophes.
fn extent(block: &Block<'_>, start: usize) -> usize {
    let mut end = start + 1;
    let mut parts = 1;
    while parts < MOST && block.joined(end) && block.token(end).is_some_and(|t| is_joint(t.hash)) {
        if !(block.joined(end + 1) && capital(block, end + 1)) {
            break;
        }
        end += 2;
        parts += 1;
    }
    end
}

fn is_joint(sign: u32) -> bool {
    char::from_u32(sign)
        .is_some_and(|c| matches!(c, '-' | '\'' | '\u{2019}' | '\u{2010}' | '\u{2011}'))
}

/// The line after a short line that closes a letter: "Mit freundlichen Grüßen" / "Klaus Lindner".
fn closed(block: &Block<'_>, at: usize, names: &mut Names<'_>) {
    let is_line = |t: usize| block.token(t).is_some_and(|t| t.class == Class::Line);
    let before = (0..=5).take_while(|n| at.checked_sub(*n).is_some_and(|t| !is_line(t))).count();
    let Some(end) = (at + 1..at + 4).find(|t| is_line(*t)) else { return };
    if before > 5 {
        return;
    }
    let Some(start) = (end..end + 4).find(|t| !is_line(*t)) else { return };
    let words = (start..start + MOST + 1).take_while(|t| name_part(block, *t)).count();
    if words == 0
        || words > MOST
        || !(is_line(start + words) || start + words == block.tokens.len())
    {
        return;
    }
    names.report(block, start..start + words, Kind::Person, LIKELY, at);
}

/// "Your last name, please?" / "Customer: Arcuri.": what is said at once and alone is the name.
fn answered(block: &Block<'_>, at: usize, names: &mut Names<'_>) {
    let is = |t: usize, sign| block.token(t).is_some_and(|t| t.is(sign));
    let line = |t: usize| block.token(t).is_some_and(|t| t.class == Class::Line);
    let Some(question) = (at + 1..at + 4).find(|t| is(*t, '?')) else { return };
    let next = question + 1 + usize::from(line(question + 1));
    let start = if block.is_speaker(next) { next + 2 } else { next };
    let word = |t: usize| name_part(block, t) && (capital(block, t) || is(t, '-'));
    let end = (start..start + 2 * MOST).find(|t| !word(*t)).unwrap_or(start);
    let alone = block.token(end).is_none_or(|t| t.class == Class::Line)
        || is(end, '.') && block.token(end + 1).is_none_or(|t| t.class == Class::Line);
    if end > start && alone {
        names.report(block, start..end, Kind::Person, LIKELY, at);
    }
}

fn name_part(block: &Block<'_>, at: usize) -> bool {
    let senses = block.senses(at);
    let known = SenseSet::of(&[Sense::Given, Sense::Surname]);
    block.token(at).is_some_and(|t| match t.class {
        Class::Word => {
            matches!(t.case, Case::Title | Case::Camel)
                && (senses.meets(known) || !senses.meets(NO_NAME))
        }
        Class::Sign => t.is('.') || t.is(',') || is_joint(t.hash),
        _ => false,
    })
}

/// "Holsten Paffrath KGaA": words with capitals before a legal form.
fn firm(block: &Block<'_>, at: usize, names: &mut Names<'_>) {
    let written = block.token(at).is_some_and(|t| t.case != Case::Lower && t.len() > 1);
    let mut start = at;
    while start > 0 && at - start < MOST && capital(block, start - 1) {
        start -= 1;
    }
    let first = block.senses(start);
    if first.meets(SenseSet::of(&[Sense::German, Sense::English, Sense::Honorific])) {
        start += 1;
    }
    if written && start < at {
        names.report(block, start..at + 1, Kind::Org, LIKELY, at);
    }
}

/// What the model found in a text, in order, and what rules add to it.
#[derive(Debug)]
pub(super) struct Names<'f> {
    /// The model's findings, in text order.
    pub(super) model: &'f mut [Finding],
    /// Those of rules.
    pub(super) added: Vec<Finding>,
}

impl Names<'_> {
    /// Raises the score of what the model found at this place, or adds a finding where it found nothing.
    fn report(
        &mut self,
        block: &Block<'_>,
        tokens: Range<usize>,
        kind: Kind,
        score: u8,
        why: usize,
    ) {
        let Some(place) = bounds(block, tokens, kind) else { return };
        let context = Evidence::Context(block.token(why).map_or(0..0, Token::place));
        let first = self.model.partition_point(|f| f.place.end <= place.start);
        let mut known = false;
        let rivals = self.model.iter_mut().skip(first).take_while(|f| f.place.start < place.end);
        for finding in rivals {
            known |= finding.kind == kind || finding.score >= score;
            if finding.kind == kind && finding.score < score {
                finding.score = score;
                finding.evidence.push(context.clone());
            }
        }
        if !known {
            self.added.push(Finding::new(kind, place, score).because(context));
        }
    }
}
