//! Data concerning health, genetic and biometric data (GDPR Art. 4 no. 13 to 15 and Art. 9).
//!
//! A disease or a medicine by its name is possible wherever it stands; a treatment, a symptom and everything that is often
//! meant otherwise only where a person or a word of medicine is near. Codes of the ICD-10 (one letter, two digits, a dot and
//! more) and of genetic variants (`rs` and a number) need a word beside them.

use std::ops::Range;

use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::detectors::person::{noun_after, person_before, possessive_before, verb_before};
use crate::finding::{Evidence, Finding, Found, LIKELY, POSSIBLE, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};

/// The values of [`Sense::HealthWord`].
const DISEASE: u8 = 1;
const MEDICINE: u8 = 2;
const TREATMENT: u8 = 3;
const SYMPTOM: u8 = 4;
const BODY: u8 = 5;

const MEDICAL: SenseSet = SenseSet::of(&[Sense::HealthContext]);
const HEALTH: SenseSet = SenseSet::of(&[Sense::HealthWord]);
const GENETIC: SenseSet = SenseSet::of(&[Sense::GeneticWord]);

#[derive(Debug)]
pub(crate) struct Health;

impl Detector for Health {
    fn name(&self) -> &'static str {
        "health"
    }
    fn wakes(&self) -> Wakes {
        let senses = SenseSet::of(&[Sense::HealthWord, Sense::BiometricWord, Sense::GeneticWord]);
        Wakes { mixed: true, senses, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let (block, token) = (at.block, at.token);
        if block.token(token).is_some_and(|t| t.class == Class::Mixed) {
            return code(block, token, found);
        }
        let senses = block.senses(token);
        if senses.has(Sense::HealthWord) {
            health(block, token, found);
        }
        if senses.has(Sense::BiometricWord) {
            trait_of_person(block, token, (Kind::Biometric, "biometric"), found);
        }
        if senses.has(Sense::GeneticWord) {
            trait_of_person(block, token, (Kind::Genetic, "genetic"), found);
        }
    }
}

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

fn health(block: &Block<'_>, at: usize, found: &mut Found) {
    let value = block.entry(at).value;
    let (value, first, last) = match value {
        BODY => return,
        // "kidney disease", "insuffisance rénale": the part of the body makes it a disease.
        SYMPTOM => match with_body(block, at) {
            Some((first, last)) => (DISEASE, first, last),
            None => (value, at, at),
        },
        _ => (value, first_of(block, at), at),
    };
    let (Some(from), Some(to)) = (block.token(first), block.token(last)) else { return };
    let form = match value {
        DISEASE => "disease",
        MEDICINE => "medicine",
        TREATMENT => "treatment",
        _ => "symptom",
    };
    let place = from.start as usize..to.end as usize;
    push(block, place, (Kind::Health, form), score(block, first, last, value), found);
}

/// How sure, and the word that makes it so.
fn score(block: &Block<'_>, first: usize, last: usize, value: u8) -> (u8, Option<usize>) {
    let medical = block.before(first, 6, MEDICAL).or_else(|| block.after(last, 3, MEDICAL));
    if let Some(word) = medical.filter(|w| value != SYMPTOM || is_of_person(block, *w, first)) {
        return (LIKELY, Some(word));
    }
    // A treatment is also a word of trade and traffic: the person must stand closer.
    let far = || if value == TREATMENT { None } else { person_before(block, first, 8) };
    let person = verb_before(block, first, 3)
        .or_else(|| possessive_before(block, first))
        .or_else(|| noun_after(block, last))
        .or_else(far);
    match (value, person) {
        (DISEASE | MEDICINE | TREATMENT, Some(word)) => (LIKELY, Some(word)),
        (DISEASE | MEDICINE, None) => (POSSIBLE, None),
        _ => (WEAK, person),
    }
}

/// A symptom is somebody's: a person stands near it or near the word of medicine.
fn is_of_person(block: &Block<'_>, word: usize, first: usize) -> bool {
    person_before(block, word.min(first), 12).is_some()
        || possessive_before(block, first).is_some()
        || verb_before(block, first, 3).is_some()
        || block.entry(word).value == 1
}

/// A symptom's word with the part of the body beside it: the first and the last token.
fn with_body(block: &Block<'_>, at: usize) -> Option<(usize, usize)> {
    let is_body = |i: usize| block.senses(i).meets(HEALTH) && block.entry(i).value == BODY;
    if let Some(before) = at.checked_sub(1).filter(|i| is_body(*i)) {
        return Some((before, at));
    }
    let links = ["de", "du", "des", "of", "the", "la", "del", "l", "los"];
    let mut next = at + 1;
    while next < at + 3 && links.contains(&block.word(next)) {
        next += 1;
    }
    is_body(next).then_some((at, next))
}

/// "breast cancer": a part of the body before belongs to the disease.
fn first_of(block: &Block<'_>, at: usize) -> usize {
    let before = at
        .checked_sub(1)
        .filter(|i| block.senses(*i).meets(HEALTH) && block.entry(*i).value == BODY);
    before.unwrap_or(at)
}

/// Genes and fingerprints are things one talks about; of somebody they are data.
fn trait_of_person(block: &Block<'_>, at: usize, what: (Kind, &'static str), found: &mut Found) {
    let Some(token) = block.token(at) else { return };
    let word = possessive_before(block, at)
        .or_else(|| verb_before(block, at, 4))
        .or_else(|| person_before(block, at, 6))
        .or_else(|| block.before(at, 5, MEDICAL));
    let score = if word.is_some() { POSSIBLE } else { WEAK };
    push(block, token.place(), what, (score, word), found);
}

/// `F32.1` after "ICD-10" or "Diagnose", `rs1801133` and `BRCA1` near a word of genetics.
fn code(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some(token) = block.token(at) else { return };
    match block.word(at).as_bytes() {
        [b'A'..=b'Z', a, b] if a.is_ascii_digit() && b.is_ascii_digit() => icd(block, at, found),
        [b'r', b's', digits @ ..] if (4..=10).contains(&digits.len()) => {
            let near = block.before(at, 6, GENETIC).or_else(|| block.after(at, 3, GENETIC));
            if let Some(word) = near.filter(|_| digits.iter().all(u8::is_ascii_digit)) {
                push(block, token.place(), (Kind::Genetic, "variant"), (LIKELY, Some(word)), found);
            }
        }
        [b'B', b'R', b'C', b'A', b'1' | b'2'] => {
            trait_of_person(block, at, (Kind::Genetic, "gene"), found);
        }
        _ => {}
    }
}

fn icd(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some(word) = block.before(at, 4, MEDICAL) else { return };
    let Some(token) = block.token(at) else { return };
    if block.joined(at) && at.checked_sub(1).and_then(|i| block.token(i)).is_some_and(|t| t.is('-'))
    {
        return;
    }
    let dot = block.token(at + 1).is_some_and(|t| t.is('.')) && block.joined(at + 1);
    let more = block.token(at + 2).filter(|t| dot && t.class == Class::Number && t.len() <= 2);
    let end = more.filter(|_| block.joined(at + 2)).map_or(token.end, |t| t.end);
    let place = token.start as usize..end as usize;
    push(block, place, (Kind::Health, "icd-10"), (LIKELY, Some(word)), found);
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{findings, forms, places};
    use crate::finding::{LIKELY, POSSIBLE};

    #[test]
    fn health_of_somebody() {
        for (text, word, form) in [
            ("I have diabetes", "diabetes", "disease"),
            ("ich leide an Migräne", "Migräne", "disease"),
            ("she was diagnosed with breast cancer", "breast cancer", "disease"),
            ("prescribed Metformin 500 mg", "Metformin", "medicine"),
            ("Patient klagt über Kopfschmerzen", "Kopfschmerzen", "symptom"),
            ("Mein Sohn hat Asthma", "Asthma", "disease"),
            ("her chemotherapy starts", "chemotherapy", "treatment"),
            ("il souffre d'asthme", "asthme", "disease"),
            ("padece epilepsia", "epilepsia", "disease"),
            ("trpí na cukrovku", "cukrovku", "disease"),
            ("he has kidney disease", "kidney disease", "disease"),
            ("atteint d'insuffisance rénale", "insuffisance rénale", "disease"),
            ("ICD-10: F32.1 gesichert", "F32.1", "icd-10"),
        ] {
            assert_eq!(places(text, Kind::Health), [word], "{text}");
            assert_eq!(forms(text, Kind::Health), [form], "{text}");
            assert!(findings(text, Kind::Health)[0].score >= LIKELY, "{text}");
        }
    }

    #[test]
    fn alone_only_what_is_specific() {
        assert_eq!(findings("Asthma treatment guide", Kind::Health)[0].score, LIKELY);
        assert_eq!(findings("all about asthma", Kind::Health)[0].score, POSSIBLE);
        for text in [
            "a headache of a project",
            "surgery hours",
            "gate F32.1",
            "a cold day",
            "heart of the city",
        ] {
            assert!(places(text, Kind::Health).is_empty(), "{text}");
        }
    }

    #[test]
    fn genes_and_traits() {
        assert_eq!(places("her fingerprints were taken", Kind::Biometric), ["fingerprints"]);
        assert!(places("a fingerprint sensor", Kind::Biometric).is_empty());
        assert_eq!(places("Patientin mit BRCA1 positiv", Kind::Genetic), ["BRCA1"]);
        assert_eq!(places("genotype rs1801133: CT", Kind::Genetic), ["rs1801133"]);
        assert!(places("file rs1801133", Kind::Genetic).is_empty());
    }
}
