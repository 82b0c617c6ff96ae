//! Ages of persons: `45 years old`, `aged 45`, `45-year-old`, `45 Jahre alt`, `45 ans`, `45-ročný`, `I am 45`.
//!
//! The finding is the number alone. A length of time ("45 years of experience") is no age, and small numbers of years are
//! more often the age of a thing unless a person is spoken of. Left to others: dates of birth, years.

use crate::Kind;
use crate::beside::{Beside, Shape};
use crate::detector::{At, Detector, Wakes};
use crate::detectors::person::is_short_verb;
use crate::finding::{Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class};

/// The highest age that is believed.
const OLDEST: u32 = 120;
/// Below this number of years, things are as likely meant as persons.
const OF_PERSONS: u32 = 13;
/// The values of [`Sense::AgeWord`].
const ANNOUNCES: u8 = 1;
const FOLLOWS: u8 = 2;
const REACHED: u8 = 3;

const AGE: SenseSet = SenseSet::of(&[Sense::AgeWord]);
const PERSON: SenseSet = SenseSet::of(&[Sense::PersonWord]);
const NAME: SenseSet = SenseSet::of(&[Sense::Given, Sense::Surname]);

#[derive(Debug)]
pub(crate) struct Age;

impl Detector for Age {
    fn name(&self) -> &'static str {
        "age"
    }
    fn wakes(&self) -> Wakes {
        Wakes { numbers: Some(may_be_age), mixed: true, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let block = at.block;
        let Some(token) = block.token(at.token) else { return };
        if token.class == Class::Mixed {
            return mixed(block, at.token, found);
        }
        if token.len() > 3 || !is_alone(block, at.token) {
            return;
        }
        let Some((score, word)) = claim(block, at.token) else { return };
        if block.word(at.token).parse().is_ok_and(|n: u32| n <= OLDEST) {
            report(block, at.token, token.place(), score, word, found);
        }
    }
}

/// Short, and no part of a decimal, time, date, phone number or percentage.
fn may_be_age(shape: &Shape) -> bool {
    let part = shape.continues() || shape.goes_on();
    shape.digits <= 3
        && !part
        && !matches!(shape.before, Beside::Plus | Beside::Stuck)
        && !matches!(shape.after, Beside::Percent | Beside::Stuck)
}

/// Not a part of a decimal, time, date, phone number or percentage.
fn is_alone(block: &Block<'_>, at: usize) -> bool {
    let Some(token) = block.token(at) else { return false };
    let (start, end) = (token.start as usize, token.end as usize);
    let sign = start.checked_sub(1).map_or(b' ', |i| block.byte(i));
    let number = start.checked_sub(2).is_some_and(|i| block.byte(i).is_ascii_digit());
    let opens = match sign {
        b'.' | b',' | b'-' | b'/' | b':' => !number,
        b'+' | b'$' | b'#' | b'_' => false,
        _ => true,
    };
    let more = matches!(block.byte(end), b'.' | b',' | b':' | b'/' | b'-')
        && block.byte(end + 1).is_ascii_digit();
    opens && !more && !matches!(block.byte(end), b'%' | b'_' | b'$')
}

fn report(
    block: &Block<'_>,
    at: usize,
    place: std::ops::Range<usize>,
    score: u8,
    word: usize,
    found: &mut Found,
) {
    let number = block.slice(place.clone());
    let small = number.parse().is_ok_and(|n: u32| n < OF_PERSONS);
    if small && score < STRONG && !speaks_of_person(block, at) {
        return found.miss(Kind::Age, "", place, "miss-age-of-thing");
    }
    let normal = number.parse::<u32>().map_or_else(|_| String::new(), |n| n.to_string());
    let mut finding = Finding::new(Kind::Age, place, score).normal(normal);
    if let Some(token) = block.token(word) {
        finding = finding.because(Evidence::Context(token.place()));
    }
    found.push(finding);
}

fn speaks_of_person(block: &Block<'_>, at: usize) -> bool {
    let words = PERSON.and(NAME);
    block.before(at, 4, words).is_some() || block.after(at, 4, words).is_some()
}

/// What makes a number an age: how sure, and the word.
fn claim(block: &Block<'_>, at: usize) -> Option<(u8, usize)> {
    followed(block, at)
        .or_else(|| announced(block, at))
        .or_else(|| said(block, at))
        .or_else(|| in_brackets(block, at))
        .or_else(|| between_commas(block, at))
}

/// The next token, a hyphen left out.
fn next(block: &Block<'_>, at: usize) -> usize {
    let hyphen = block.token(at + 1).is_some_and(|t| t.is('-') || t.is('\u{2011}'));
    at + 1 + usize::from(hyphen)
}

fn is_age_word(block: &Block<'_>, at: usize, value: u8) -> bool {
    let entry = block.entry(at);
    entry.senses.has(Sense::AgeWord) && entry.value == value
}

fn is_years(block: &Block<'_>, at: usize) -> bool {
    let entry = block.entry(at);
    entry.senses.has(Sense::TimeUnit) && entry.value == 1
}

/// "45 years old", "45-jährige", "45 y/o", "45 ans".
fn followed(block: &Block<'_>, at: usize) -> Option<(u8, usize)> {
    let word = next(block, at);
    let length = block.token(word).filter(|t| matches!(t.class, Class::Word | Class::Mixed))?.len();
    if is_age_word(block, word, FOLLOWS)
        || length == 2 && block.word(word).eq_ignore_ascii_case("yo")
    {
        return Some((LIKELY, word));
    }
    if length == 1 && block.word(word).eq_ignore_ascii_case("y") {
        let sign = block.token(word + 1).is_some_and(|t| t.is('/') || t.is('.'));
        let old = block.word(word + 2).eq_ignore_ascii_case("o");
        return (sign && old).then_some((LIKELY, word));
    }
    if !is_years(block, word) {
        return None;
    }
    let old = next(block, word);
    if is_age_word(block, old, FOLLOWS) {
        return Some((LIKELY, old));
    }
    years_of_age(block, at, word)
}

/// "il a 45 ans", "tiene 45 años", "45 años de edad", "vo veku 45 rokov"; not "45 ans d'expérience".
fn years_of_age(block: &Block<'_>, at: usize, years: usize) -> Option<(u8, usize)> {
    let of = ["of", "de", "d"].iter().any(|w| block.word(years + 1).eq_ignore_ascii_case(w));
    if of {
        let age = (years + 2..years + 4).find(|i| is_age_word(block, *i, ANNOUNCES));
        return age.map(|word| (LIKELY, word));
    }
    if let Some(word) = block.before(at, 2, AGE).filter(|w| !is_age_word(block, *w, FOLLOWS)) {
        return Some((LIKELY, word));
    }
    let verb = at.checked_sub(1).filter(|i| block.senses(*i).has(Sense::BeWord))?;
    let entry = block.entry(verb);
    // English and German say "old" and "alt"; there "has 45 years" is a length of time.
    let roman = entry.languages & 0b11 == 0;
    (roman && (block.word(verb).len() > 1 || has_subject(block, verb))).then_some((LIKELY, verb))
}

/// "aged 45", "Alter: 45", "at the age of 45", "just turned 45".
fn announced(block: &Block<'_>, at: usize) -> Option<(u8, usize)> {
    let word = block.before(at, 2, AGE)?;
    let numbers = (word..at).any(|i| block.token(i).is_some_and(|t| t.class == Class::Number));
    match block.entry(word).value {
        _ if numbers || is_measured(block, at) || !leads(block, word, at) => None,
        ANNOUNCES => Some((STRONG, word)),
        REACHED if word + 1 == at && ends(block, at) => Some((LIKELY, word)),
        _ => None,
    }
}

/// Nothing stands between the word and the number but a link ("of", "von", "is"), or a colon ends the label: not the street
/// "Alter Markt 12".
fn leads(block: &Block<'_>, word: usize, at: usize) -> bool {
    let colon = at.checked_sub(1).and_then(|i| block.token(i)).is_some_and(|t| t.is(':'));
    colon
        || (word + 1..at).all(|i| {
            let sign = block.token(i).is_some_and(|t| t.class != Class::Word);
            sign || block.senses(i).has(Sense::BeWord)
                || ["of", "von", "de", "d"].contains(&block.word(i))
        })
}

/// "45 minutes", "45 EUR", "45 km": the number is of something else. Years are not.
fn is_measured(block: &Block<'_>, at: usize) -> bool {
    let word = block.senses(at + 1);
    let sign =
        ['%', '€', '$', '£', '°'].iter().any(|s| block.token(at + 1).is_some_and(|t| t.is(*s)));
    let unit = word.meets(SenseSet::of(&[Sense::Measure, Sense::TimeUnit]));
    sign || (unit && !is_years(block, at + 1))
}

/// "I am 45.", "she's 45", "wenn er 45 ist" is left out: too rare.
fn said(block: &Block<'_>, at: usize) -> Option<(u8, usize)> {
    let verb = at.checked_sub(1)?;
    let is_verb = block.senses(verb).has(Sense::BeWord) || is_short_verb(block, verb);
    (is_verb && has_subject(block, verb) && ends(block, at)).then_some((POSSIBLE, verb))
}

/// A person stands directly before the verb.
fn has_subject(block: &Block<'_>, verb: usize) -> bool {
    let subject = block.before(verb, 1, PERSON.and(NAME));
    subject.is_some_and(|at| block.entry(at).value != 2 || block.senses(at).meets(NAME))
}

/// The sentence or its part ends after the number.
fn ends(block: &Block<'_>, at: usize) -> bool {
    block.token(at + 1).is_none_or(|next| match next.class {
        Class::Line => true,
        Class::Sign => ['.', ',', ';', '!', '?', ')', '"', '-'].iter().any(|s| next.is(*s)),
        Class::Word => {
            is_years(block, at + 1) && !["of", "de", "d"].contains(&block.word(at + 2))
                || ["and", "but", "now", "und", "aber", "today", "y", "et", "a", "in"]
                    .contains(&block.word(at + 1))
        }
        _ => false,
    })
}

/// "Die Patientin, 43, klagt", "Anna Meier, 43, said".
fn between_commas(block: &Block<'_>, at: usize) -> Option<(u8, usize)> {
    const NOUN: u8 = 0;
    let comma = |i: usize| block.token(i).is_some_and(|t| t.is(','));
    let word = at.checked_sub(2).filter(|_| comma(at - 1) && comma(at + 1) && !block.joined(at))?;
    let grown = block.token(at)?.len() == 2 && block.byte(block.token(at)?.start as usize) != b'0';
    let capital = matches!(block.token(word)?.case, Case::Title | Case::Camel);
    let entry = block.entry(word);
    match () {
        () if !grown || block.joined(at + 2) => None,
        () if entry.senses.meets(PERSON) && entry.value == NOUN => Some((LIKELY, word)),
        () if entry.senses.meets(NAME) && capital => Some((POSSIBLE, word)),
        () => None,
    }
}

/// "Anna Meier (45)": weak, unless the word before is known for a name.
fn in_brackets(block: &Block<'_>, at: usize) -> Option<(u8, usize)> {
    let open = at.checked_sub(1).filter(|i| block.token(*i).is_some_and(|t| t.is('(')))?;
    block.token(at + 1).filter(|t| t.is(')'))?;
    let word = open.checked_sub(1)?;
    let senses = block.senses(word);
    let score = if senses.meets(NAME) { POSSIBLE } else { WEAK };
    // Of one digit, notes are numbered, too: the first of them.
    let child = senses.has(Sense::Given) && block.word(at) > "2";
    let name = block.token(word)?;
    let fits = name.class == Class::Word && name.case == Case::Title;
    (fits && (child || block.token(at)?.len() >= 2)).then_some((score, word))
}

/// `45jährige`, `45yo`.
fn mixed(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some(token) = block.token(at) else { return };
    let start = token.start as usize;
    if !block.byte(start).is_ascii_digit() || token.len() < 4 || !is_alone(block, at) {
        return;
    }
    let word = block.word(at);
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - letters.len();
    let entry = block.lexicon.word(letters);
    let follows = entry.senses.has(Sense::AgeWord) && entry.value == FOLLOWS;
    let fits = digits <= 3 && (follows || letters.eq_ignore_ascii_case("yo"));
    let place = start..start + digits;
    if fits && block.slice(place.clone()).parse().is_ok_and(|n: u32| n <= OLDEST) {
        report(block, at, place, LIKELY, at, found);
    }
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{missed, places};

    #[test]
    fn ages() {
        for (text, age) in [
            ("he is 45 years old", "45"),
            ("This 79 year old female", "79"),
            ("Patient is a 38-year-old male", "38"),
            ("aged 45", "45"),
            ("age: 45", "45"),
            ("at the age of 61", "61"),
            ("i'm 31 y/o.", "31"),
            ("I am 45.", "45"),
            ("I'm 45, married", "45"),
            ("when he was 78.", "78"),
            ("He just turned 69 years old", "69"),
            ("I just turned 47", "47"),
            ("I'll turn 23.", "23"),
            ("45 Jahre alt", "45"),
            ("der 45-jährige Mann", "45"),
            ("der 45jährige Mann", "45"),
            ("im Alter von 45", "45"),
            ("Alter: 45 Jahre", "45"),
            ("ich bin 45 und wohne hier", "45"),
            ("sie wurde 80.", "80"),
            ("J'ai 45 ans", "45"),
            ("il a 45 ans.", "45"),
            ("âgée de 45 ans", "45"),
            ("tiene 45 años", "45"),
            ("un hombre de 45 años de edad", "45"),
            ("cumplió 45 años", "45"),
            ("45-ročný muž", "45"),
            ("vo veku 45 rokov", "45"),
            ("mám 45 rokov", "45"),
            ("my son is 5 years old", "5"),
            ("45yo male", "45"),
            ("Die Patientin, 43, klagt über Schmerzen", "43"),
            ("Maria, 43, said no", "43"),
            ("Das Kind Leonie (7) geht zur Schule", "7"),
        ] {
            assert_eq!(places(text, Kind::Age), [age], "{text}");
        }
    }

    #[test]
    fn what_is_no_age() {
        for text in [
            "45 years of experience",
            "45 ans d'expérience",
            "tiene 45 años de experiencia",
            "turn 45 degrees",
            "I am 45 minutes late",
            "I am 4.5 km away",
            "it was 45.",
            "the file is 45.5 MB",
            "page 45",
            "Anlage (45)",
            "Maria (1) und Peter (2)",
            "Räume 12, 43, 45",
            "seit 45 Jahren",
            "130 years old",
            "45%",
            "Alter Markt 12, 3:45",
            "age 3:45",
        ] {
            assert!(places(text, Kind::Age).is_empty(), "{text}");
        }
        assert_eq!(missed("the phone is 2 years old", Kind::Age), ["miss-age-of-thing"]);
    }
}
