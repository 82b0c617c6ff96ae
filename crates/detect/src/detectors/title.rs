//! Titles and professions of persons.
//!
//! A form of address ("Mr", "Frau") before a capital tells somebody's gender and is reported with the lowest score, an academic
//! degree with a higher one. So is a profession where the text says that it is somebody's: "works as a nurse",
//! "Beruf: Elektriker", "Anna Meier, the packager, said", a line of its own below a name. A profession alone is a word.

use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::detectors::person::{be_before, is_short_verb};
use crate::finding::{Evidence, Finding, Found, LIKELY, POSSIBLE};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, Token};

/// The most words before its last one that a profession has ("Network and computer systems administrator").
const LONGEST: usize = 6;
const WORK: SenseSet = SenseSet::of(&[Sense::WorkWord]);
const LABEL: u8 = 1;
const ARTICLES: [&str; 18] = [
    "a", "an", "the", "der", "die", "das", "den", "ein", "eine", "le", "la", "un", "une", "el",
    "una", "los", "l", "du",
];
const AS: [&str; 5] = ["as", "als", "comme", "como", "ako"];

#[derive(Debug)]
pub(crate) struct Title;

impl Detector for Title {
    fn name(&self) -> &'static str {
        "title"
    }
    fn wakes(&self) -> Wakes {
        let senses =
            SenseSet::of(&[Sense::Honorific, Sense::Degree, Sense::Profession, Sense::WorkWord]);
        Wakes { senses, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let senses = at.block.senses(at.token);
        if senses.has(Sense::Profession) {
            profession(at.block, at.token, found);
        }
        if senses.has(Sense::WorkWord) && at.block.entry(at.token).value == LABEL {
            labelled(at.block, at.token, found);
        }
        if senses.has(Sense::Degree) || senses.has(Sense::Honorific) {
            address(at.block, at.token, found);
        }
    }
}

fn is_capital(token: &Token) -> bool {
    token.class == Class::Word && matches!(token.case, Case::Title | Case::Upper | Case::Camel)
}

/// A form of address or a degree, with its full stop.
fn address(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some(token) = block.token(at).filter(|t| is_capital(t)) else { return };
    // "Dr.", "PharmDr."; after a word in full the dot ends a sentence.
    let short = token.len() <= 5 || block.word(at).ends_with("Dr");
    let dot = short && block.token(at + 1).is_some_and(|t| t.is('.') && t.start == token.end);
    if token.case == Case::Upper && !dot {
        return; // "PR", "ME"
    }
    let next = beyond_faculties(block, at + 1 + usize::from(dot));
    if !block.token(next).is_some_and(is_capital) {
        return;
    }
    let degree = block.senses(at).has(Sense::Degree) && !is_drive(block, at);
    // A form of address tells somebody's gender.
    let (score, form) =
        if degree { (POSSIBLE + 5, "degree") } else { (POSSIBLE, "form-of-address") };
    let place = token.start as usize..token.end as usize + usize::from(dot);
    found.push(
        Finding::new(Kind::Title, place, score).form(form).because(Evidence::Dictionary("titles")),
    );
}

/// The token after "med. dent." and its like, which stand between a degree and a name.
fn beyond_faculties(block: &Block<'_>, from: usize) -> usize {
    const MOST: usize = 3;
    const FACULTIES: [&str; 12] =
        ["med", "dent", "vet", "jur", "rer", "nat", "pol", "phil", "theol", "oec", "h", "c"];
    let mut next = from;
    for _ in 0..MOST {
        let dot = block.token(next + 1).is_some_and(|t| t.is('.'));
        if !dot || !FACULTIES.contains(&block.word(next)) {
            break;
        }
        next += 2;
    }
    next
}

/// "Meadow Dr. Springfield": the street, not the doctor.
fn is_drive(block: &Block<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| block.token(i));
    let titled = SenseSet::of(&[Sense::Honorific, Sense::Degree]);
    block.word(at).eq_ignore_ascii_case("dr")
        && before.is_some_and(is_capital)
        && !block.senses(at - 1).meets(titled)
        && at.checked_sub(2).and_then(|i| block.token(i)).is_some_and(|t| t.class == Class::Number)
}

/// A word for a profession, where something says that it is somebody's.
fn profession(block: &Block<'_>, at: usize, found: &mut Found) {
    if block.senses(at + 1).has(Sense::Profession) {
        return; // "nurse manager": the last word tells.
    }
    let first = phrase_start(block, at);
    let Some((score, word)) = context(block, first, at) else { return };
    push(block, first, at, score, word, found);
}

fn push(
    block: &Block<'_>,
    first: usize,
    last: usize,
    score: u8,
    word: Option<usize>,
    found: &mut Found,
) {
    let (Some(from), Some(to)) = (block.token(first), block.token(last)) else { return };
    let place = from.start as usize..to.end as usize;
    let mut finding = Finding::new(Kind::Title, place, score).form("profession");
    if let Some(token) = word.and_then(|w| block.token(w)) {
        finding = finding.because(Evidence::Context(token.place()));
    }
    found.push(finding.because(Evidence::Dictionary("professions")));
}

/// Where the words start that belong to the profession.
fn phrase_start(block: &Block<'_>, at: usize) -> usize {
    let ends = SenseSet::of(&[Sense::BeWord, Sense::PersonWord, Sense::WorkWord, Sense::Honorific]);
    let mut first = at;
    let mut words = 0;
    for before in (0..at).rev() {
        let Some(token) = block.token(before) else { break };
        match token.class {
            Class::Word => {
                words += 1;
                let word = block.word(before);
                let small = ARTICLES.iter().chain(&AS).any(|w| word.eq_ignore_ascii_case(w));
                if words > LONGEST || small || block.senses(before).meets(ends) {
                    break;
                }
                first = before;
            }
            Class::Sign if token.is('-') && block.joined(before) => {}
            _ => break,
        }
    }
    first
}

/// What says that the profession is somebody's: how sure, and the word.
fn context(block: &Block<'_>, first: usize, last: usize) -> Option<(u8, Option<usize>)> {
    let mut stop = first.checked_sub(1);
    let is = |at: Option<usize>, words: &[&str]| {
        at.is_some_and(|i| words.iter().any(|w| block.word(i).eq_ignore_ascii_case(w)))
    };
    if is(stop, &ARTICLES) {
        stop = stop.and_then(|i| i.checked_sub(1));
    }
    if is(stop, &AS) {
        let work = stop.and_then(|i| block.before(i, 8, WORK))?;
        return Some((POSSIBLE, Some(work)));
    }
    let verb = stop.filter(|i| block.senses(*i).has(Sense::BeWord));
    let short = stop.filter(|i| is_short_verb(block, *i));
    if let Some(verb) = verb.or(short) {
        // Without an article, several words in capitals are a name: "she is Lauren Baker".
        let name = verb + 1 == first && first < last && block.token(first).is_some_and(is_capital);
        let long = verb + 1 == first && last > first + 2;
        let be = be_before(block, verb + 1, 1).filter(|_| !name && !long);
        return be.map(|word| (POSSIBLE, Some(word)));
    }
    let own = is_own_line(block, first, last) || is_apposition(block, stop, last);
    own.then_some((POSSIBLE, None))
}

/// "Anna Meier, the packager, said".
fn is_apposition(block: &Block<'_>, stop: Option<usize>, last: usize) -> bool {
    let Some(comma) = stop.filter(|i| block.token(*i).is_some_and(|t| t.is(','))) else {
        return false;
    };
    let name = comma.checked_sub(1).and_then(|i| block.token(i));
    let more = comma.checked_sub(2).and_then(|i| block.token(i));
    let named = name.is_some_and(is_capital) && more.is_some_and(|t| is_capital(t) || t.is('.'));
    named && last - comma <= 5 && block.token(last + 1).is_some_and(|t| t.is(','))
}

/// A line of its own below a line that looks like a name: two to four words in capitals or of a list of names.
fn is_own_line(block: &Block<'_>, first: usize, last: usize) -> bool {
    let is_line = |at: usize| block.token(at).is_some_and(|t| t.class == Class::Line);
    let ends = block.token(last + 1).is_none_or(|t| t.class == Class::Line);
    let named = block.senses(first).has(Sense::Given);
    let Some(mut above) = first.checked_sub(1).filter(|i| ends && !named && is_line(*i)) else {
        return false;
    };
    let closing = SenseSet::of(&[Sense::NameWord, Sense::Greeting, Sense::BeWord]);
    // One empty line may be between.
    if let Some(before) = above.checked_sub(1).filter(|i| is_line(*i)) {
        above = before;
    }
    let mut words = 0;
    for at in (0..above).rev() {
        let Some(token) = block.token(at) else { return false };
        match token.class {
            Class::Line => break,
            Class::Word if block.senses(at).meets(closing) => return false,
            Class::Word => words += 1,
            Class::Sign if token.is('.') || token.is('-') || token.is('\'') => {}
            _ => return false,
        }
    }
    (2..=4).contains(&words)
}

/// "Beruf: Fleischereifachverkäuferin": what stands after the label.
fn labelled(block: &Block<'_>, label: usize, found: &mut Found) {
    if !block.token(label + 1).is_some_and(|t| t.is(':')) {
        return;
    }
    let first = label + 2;
    let mut last = None;
    for at in first..first + LONGEST {
        match block.token(at) {
            Some(t) if t.class == Class::Word => last = Some(at),
            Some(t) if t.is('-') || t.is('/') => {}
            _ => break,
        }
    }
    if let Some(last) = last {
        push(block, first, last, LIKELY, Some(label), found);
    }
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{forms, places};

    #[test]
    fn professions_of_somebody() {
        for (text, title) in [
            ("She works as a nurse in Leeds", "nurse"),
            (
                "I used to work for Usaa Group as Rolling machine operator, but quit",
                "Rolling machine operator",
            ),
            ("I am a teacher.", "teacher"),
            ("Marie Langrová, the Packager, said", "Packager"),
            ("Erik Baader\n\nLocal transit bus driver\n\nPhone", "Local transit bus driver"),
            ("Occupation: Talking-books clerk", "Talking-books clerk"),
            ("Beruf: Fleischereifachverkäuferin, 30", "Fleischereifachverkäuferin"),
            ("ich bin Krankenschwester von Beruf", "Krankenschwester"),
            ("er arbeitet als Elektriker", "Elektriker"),
            ("elle travaille comme infirmière", "infirmière"),
            ("je suis avocat", "avocat"),
            ("trabaja como enfermera", "enfermera"),
            ("soy médico", "médico"),
            ("pracuje ako učiteľka", "učiteľka"),
        ] {
            assert_eq!(places(text, Kind::Title), [title], "{text}");
            assert_eq!(forms(text, Kind::Title), ["profession"], "{text}");
        }
    }

    #[test]
    fn degrees_before_names() {
        assert_eq!(places("Hello, this is Dr. Kyle Kuefer", Kind::Title), ["Dr."]);
        assert_eq!(places("Herr Prof. Dr. Meier", Kind::Title), ["Herr", "Prof.", "Dr."]);
        assert_eq!(places("Dr. med. dent. Silke Wöhrle", Kind::Title), ["Dr."]);
        assert!(places("12 Meadow Dr. Springfield", Kind::Title).is_empty());
    }

    #[test]
    fn forms_of_address_before_names() {
        for (text, title) in [
            ("Mrs Hill now lives in Lake Adrian", "Mrs"),
            ("Mr. Leiva flew to Oslo", "Mr."),
            ("Sehr geehrter Herr Junitz", "Herr"),
        ] {
            assert_eq!(places(text, Kind::Title), [title], "{text}");
            assert_eq!(forms(text, Kind::Title), ["form-of-address"], "{text}");
        }
    }

    #[test]
    fn what_is_only_a_word() {
        for text in [
            "call your doctor",
            "ladies and gentlemen",
            "the nurse called",
            "Agent: Good morning",
            "main menu\noperator: 5",
        ] {
            assert!(places(text, Kind::Title).is_empty(), "{text}");
        }
    }
}
