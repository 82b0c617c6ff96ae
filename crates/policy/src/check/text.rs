//! The organisation's own texts: written in every promised language, and not at odds with the statements.
//!
//! Prose is not understood here, only a few phrases are recognised in each language: counts of things that can be counted
//! (`three cookies`), and marketing or passing on, said or denied. What is recognised is held against the statements.

use super::in_statement;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::model::{Policy, Statement};
use crate::text::Text;
use crate::vocab::{Choice, Lang, Purpose, Recipient, Set, Storage, Vocabulary};

pub(super) fn check(policy: &Policy, out: &mut Vec<Diagnostic>) {
    languages(policy, out);
    let whole = Scope::whole(policy);
    for (key, text) in
        [("policy.title", &policy.title), ("policy.introduction", &policy.introduction)]
    {
        claims(key, text, &whole, out);
    }
    for statement in &policy.statements {
        let scope = Scope::of(policy, statement);
        for (key, text) in [("title", &statement.title), ("why", &statement.why)] {
            claims(&in_statement(statement, key), text, &scope, out);
        }
    }
}

fn languages(policy: &Policy, out: &mut Vec<Diagnostic>) {
    for (place, text) in policy.texts() {
        let missing: Set<Lang> =
            policy.languages.iter().copied().filter(|l| text.get(*l).is_none()).collect();
        if text.is_empty() || missing.is_empty() {
            continue;
        }
        let d = Diagnostic::new(Code::TextLanguage).with("place", format!("`{place}`"));
        out.push(d.with("languages", super::list(missing)).place(place));
    }
}

/// What a text can be held against: the whole policy, or one statement.
struct Scope {
    cookies: usize,
    purposes: Set<Purpose>,
    /// Purposes that happen without the person having agreed first.
    unasked: Set<Purpose>,
    sub_processors: Option<usize>,
    regions: Option<usize>,
    outside: bool,
}

impl Scope {
    fn whole(policy: &Policy) -> Self {
        let statements: Vec<&Statement> = policy.statements.iter().collect();
        Self {
            cookies: policy.cookies.iter().filter(|c| c.storage == Storage::Cookie).count(),
            sub_processors: Some(policy.sub_processors.len()),
            regions: Some(policy.regions.len()),
            ..Self::over(&statements)
        }
    }

    fn of(policy: &Policy, statement: &Statement) -> Self {
        let cookies =
            policy.cookies_of(&statement.id).filter(|c| c.storage == Storage::Cookie).count();
        Self { cookies, ..Self::over(&[statement]) }
    }

    fn over(statements: &[&Statement]) -> Self {
        let uses = || statements.iter().flat_map(|s| s.purposes.iter());
        let outside = Set::of(&[
            Recipient::Same,
            Recipient::Unrelated,
            Recipient::Public,
            Recipient::OtherRecipient,
        ]);
        let recipients: Set<Recipient> =
            statements.iter().flat_map(|s| s.recipients.keys().copied()).collect();
        Self {
            cookies: 0,
            purposes: uses().map(|(p, _)| *p).collect(),
            unasked: uses().filter(|(_, u)| u.choice != Choice::OptIn).map(|(p, _)| *p).collect(),
            sub_processors: None,
            regions: None,
            outside: !recipients.intersection(outside).is_empty(),
        }
    }

    /// How many there are of what a noun names; `None` if the noun names nothing that is counted here.
    fn count(&self, noun: Noun) -> Option<usize> {
        match noun {
            Noun::Cookies => Some(self.cookies),
            Noun::Purposes => Some(self.purposes.len()),
            Noun::SubProcessors => self.sub_processors,
            Noun::Regions => self.regions,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Noun {
    Cookies,
    Purposes,
    SubProcessors,
    Regions,
}

/// Beginnings of words, in lower case, by language.
struct Phrases {
    /// From two on; the forms of one number are separated by `|`.
    numbers: &'static [&'static str],
    /// Words that say that there are none.
    none: &'static [&'static str],
    nouns: &'static [(&'static str, Noun)],
    /// Words that make the count one of kinds, not of things.
    kinds: &'static [&'static str],
    negations: &'static [&'static str],
    marketing: &'static [&'static str],
    outsiders: &'static [&'static str],
    /// Words that make a denial conditional.
    unless: &'static [&'static str],
}

const fn phrases(lang: Lang) -> Phrases {
    use Noun::{Cookies, Purposes, Regions, SubProcessors};
    match lang {
        Lang::De => Phrases {
            numbers: &["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"],
            none: &["kein", "keine", "keinen", "keinerlei"],
            nouns: &[
                ("cookie", Cookies),
                ("zweck", Purposes),
                ("unterauftragsverarbeiter", SubProcessors),
                ("unterauftragnehmer", SubProcessors),
                ("region", Regions),
            ],
            kinds: &["arten", "sorten", "typen"],
            negations: &["nicht", "kein", "nie", "niemals"],
            marketing: &["werbung", "werbe", "marketing"],
            outsiders: &["dritte", "dritten", "dritter"],
            unless: &["ohne", "außer", "nur", "sofern", "wenn", "solange"],
        },
        Lang::En => Phrases {
            numbers: &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
            none: &["no"],
            nouns: &[
                ("cookie", Cookies),
                ("purpose", Purposes),
                ("sub-processor", SubProcessors),
                ("subprocessor", SubProcessors),
                ("region", Regions),
            ],
            kinds: &["kinds", "types", "sorts"],
            negations: &["not", "never", "no", "don't"],
            marketing: &["advertis", "marketing"],
            outsiders: &["third parties", "third party", "outsiders"],
            unless: &["without", "unless", "only", "except", "if", "until"],
        },
        Lang::Fr => Phrases {
            numbers: &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
            none: &["aucun", "aucune"],
            nouns: &[
                ("cookie", Cookies),
                ("finalité", Purposes),
                ("sous-traitant", SubProcessors),
                ("région", Regions),
            ],
            kinds: &["sortes", "types", "catégories"],
            negations: &["pas", "jamais", "aucun", "aucune"],
            marketing: &["publicit", "marketing", "prospection"],
            outsiders: &["tiers", "tierces"],
            unless: &["sans", "sauf", "seulement", "uniquement", "si", "que"],
        },
        Lang::Es => Phrases {
            numbers: &["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
            none: &["ningún", "ninguna"],
            nouns: &[
                ("cookie", Cookies),
                ("finalidad", Purposes),
                ("subencargado", SubProcessors),
                ("regiones", Regions),
            ],
            kinds: &["tipos", "clases", "categorías"],
            negations: &["no", "nunca", "ningún", "ninguna", "jamás"],
            marketing: &["publicidad", "publicitari", "marketing"],
            outsiders: &["terceros", "terceras"],
            unless: &["sin", "salvo", "solo", "sólo", "únicamente", "si", "excepto"],
        },
        Lang::Sk => Phrases {
            numbers: &[
                "dva|dve|dvaja|dvoch",
                "tri|traja|troch",
                "štyri|štyria|štyroch",
                "päť",
                "šesť",
                "sedem",
                "osem",
                "deväť",
                "desať",
            ],
            none: &["žiadne", "žiadny", "žiadnych", "žiadnu"],
            nouns: &[
                ("cookie", Cookies),
                ("účel", Purposes),
                ("subdodávateľ", SubProcessors),
                ("sprostredkovate", SubProcessors),
                ("región", Regions),
            ],
            kinds: &["druhy", "druhov", "typy", "typov"],
            negations: &["ne", "nikdy", "žiadn"],
            marketing: &["reklam", "marketing"],
            outsiders: &["tretím", "tretie", "tretích"],
            unless: &["bez", "okrem", "iba", "len", "ak", "pokiaľ"],
        },
    }
}

fn claims(place: &str, text: &Text, scope: &Scope, out: &mut Vec<Diagnostic>) {
    for (lang, prose) in text.iter() {
        let prose = prose.to_lowercase();
        let phrases = phrases(lang);
        let at = format!("{place}.{}", lang.word());
        for sentence in prose.split_inclusive(['.', '!', '?', '\n', ';']) {
            let words: Vec<&str> = sentence
                .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\''))
                .filter(|w| !w.is_empty())
                .collect();
            counts(&at, &words, &phrases, scope, out);
            purposes(&at, sentence, &words, &phrases, scope, out);
        }
    }
}

fn counts(at: &str, words: &[&str], phrases: &Phrases, scope: &Scope, out: &mut Vec<Diagnostic>) {
    for (i, word) in words.iter().enumerate() {
        // `no cookies` counts all of them only where the sentence ends there: `no cookies for advertising` does not.
        let none = phrases.none.contains(word)
            && i + 2 == words.len()
            && !words.iter().any(|w| phrases.unless.contains(w));
        let Some(said) = none.then_some(0).or_else(|| number(word, phrases)) else { continue };
        let next = words.get(i + 1).copied().unwrap_or_default();
        let after = if phrases.kinds.contains(&next) {
            ""
        } else {
            words.get(i + 2).copied().unwrap_or_default()
        };
        let noun = |w: &str| phrases.nouns.iter().find(|(start, _)| w.starts_with(start));
        let Some((what, counted)) =
            noun(next).or_else(|| noun(after)).map(|(w, n)| (*w, scope.count(*n)))
        else {
            continue;
        };
        if let Some(counted) = counted.filter(|n| *n != said) {
            let d = Diagnostic::new(Code::TextCount)
                .with("said", said)
                .with("what", format!("`{what}`"));
            out.push(d.with("counted", counted).place(at));
        }
    }
}

/// The number that a word says, from two on (`one` is often an article).
fn number(word: &str, phrases: &Phrases) -> Option<usize> {
    let by_name =
        phrases.numbers.iter().position(|n| n.split('|').any(|form| form == word)).map(|i| i + 2);
    by_name.or_else(|| word.parse().ok().filter(|n| (2..=100).contains(n)))
}

fn purposes(
    at: &str,
    sentence: &str,
    words: &[&str],
    phrases: &Phrases,
    scope: &Scope,
    out: &mut Vec<Diagnostic>,
) {
    let has = |list: &[&str]| list.iter().any(|start| words.iter().any(|w| w.starts_with(start)));
    let exactly = |list: &[&str]| list.iter().any(|x| words.contains(x));
    // Slovak negates by a prefix of the verb, so that beginnings count there; elsewhere whole words do.
    let denied = exactly(phrases.negations)
        || phrases.negations.iter().any(|n| {
            n.len() <= 2 && *n == "ne" && words.iter().any(|w| w.starts_with(n) && w.len() > 4)
        })
        || phrases.negations.iter().any(|n| n.len() > 3 && words.iter().any(|w| w.starts_with(n)));
    let conditional = exactly(phrases.unless);
    let marketing = Set::of(&[Purpose::Contact, Purpose::Telemarketing]);
    let mut say = |said: &str, purpose: &str, fact: &str| {
        let d = Diagnostic::new(Code::TextPurpose).with("said", said).with("purpose", purpose);
        out.push(d.with("fact", fact).place(at));
    };
    if has(phrases.marketing) {
        let unasked = !scope.unasked.intersection(marketing).is_empty();
        let declared = !scope.purposes.intersection(marketing).is_empty();
        if denied && !conditional && unasked {
            say("denies", "marketing", "the statements declare it");
        } else if !denied && !declared {
            say("mentions", "marketing", "no statement declares it");
        }
    }
    let outsiders = phrases.outsiders.iter().any(|o| sentence.contains(o));
    if outsiders && denied && !conditional && scope.outside {
        say("denies", "passing data to others", "the statements name other recipients");
    }
}
