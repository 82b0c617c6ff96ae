//! Invented names that agree with one another.
//!
//! Each word of a name has its own invented word, so that "Olivia Flores", "Ms Flores", "Olivia" and `olivia.flores@…`
//! agree by themselves. Whether a word is a given or a family name is decided when it is first met: by the lexicon, by its
//! place in a whole name, by a comma ("Rosenow, Regina") and by a form of address before it.
//!
//! Only names in Latin letters are invented; others go.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use abide_detect::lexicon::{Sense, SenseSet, built_in};

use super::words::{ALL, EITHER, Words};
use crate::text::dice::Dice;
use crate::text::shape::{ascii, cased, folded};

/// What stays of a name: forms of address, degrees, "von".
const STAYS: SenseSet = SenseSet::of(&[Sense::Honorific, Sense::Degree, Sense::Particle]);
/// The words of a language by which it is told.
const TELLS: [Sense; 5] =
    [Sense::German, Sense::English, Sense::French, Sense::Spanish, Sense::Slovak];
/// How often a name is drawn again that the document already has.
const TRIES: usize = 40;
const MALE: u8 = 1;
const FEMALE: u8 = 2;
/// The ending of Slovak women's family names.
const OVA: &str = "ová";

/// A word of a name.
#[derive(Clone, Copy, Debug)]
struct Part<'a> {
    text: &'a str,
    start: usize,
    given: bool,
    gender: u8,
}

/// The words that were invented for words.
#[derive(Debug, Default)]
pub(crate) struct Names {
    language: Option<usize>,
    /// The invented word, and whether it is a given name.
    words: HashMap<Box<str>, (Box<str>, bool)>,
    /// Words in small letters that are not to be invented: the document has them, or another word became them.
    taken: HashSet<Box<str>>,
}

impl Names {
    /// The language of the document, as in `abide_detect::lexicon::LANGUAGES`, if it is known.
    pub(crate) fn language(&self) -> Option<usize> {
        self.language
    }

    /// Learns which names a text has, and its language by the first text that tells.
    pub(crate) fn meet(&mut self, text: &str) {
        let mut counts = [0usize; 5];
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
            let senses = built_in().word(word).senses;
            for (count, sense) in counts.iter_mut().zip(TELLS) {
                *count += usize::from(senses.has(sense));
            }
            let folded = folded(word);
            if OURS.contains(&folded) {
                self.taken.insert(folded.into());
            }
        }
        let most = counts.iter().enumerate().max_by_key(|(_, count)| **count);
        self.language = self.language.or(most.filter(|(_, c)| **c > 0).map(|(l, _)| l));
    }

    /// Invents the words of a whole name before parts of it are met.
    pub(crate) fn introduce(&mut self, name: &str, dice: &mut Dice<'_>) {
        let parts = parts(name);
        if parts.len() > 1 && parts.iter().all(|p| is_latin(p.text)) {
            for part in parts.iter().filter(|p| p.text.chars().count() > 1) {
                self.word(part.text, part.given, part.gender, dice);
            }
        }
    }

    /// The name with each of its words replaced.
    pub(crate) fn replace(&mut self, name: &str, dice: &mut Dice<'_>) -> Option<String> {
        let parts = parts(name);
        if parts.is_empty() || !parts.iter().all(|p| is_latin(p.text)) {
            return None;
        }
        let (mut out, mut at) = (String::new(), 0);
        for part in &parts {
            out.push_str(name.get(at..part.start)?);
            let new = match part.text.chars().count() {
                1 => self.initial(part.text, dice),
                _ => self.word(part.text, part.given, part.gender, dice),
            };
            out.push_str(&cased(&new, part.text));
            at = part.start + part.text.len();
        }
        out.push_str(name.get(at..)?);
        Some(out)
    }

    /// What a word of a name became; `None` if it is no name that was met.
    pub(crate) fn known(&self, word: &str) -> Option<&str> {
        let key = ascii(word);
        self.words.get(key.as_str()).map(|(new, _)| new.as_ref())
    }

    /// The invented words of two names that were written together, perhaps the first only by its initial: `oflores`.
    pub(crate) fn together(&self, word: &str) -> Option<String> {
        let word = ascii(word);
        let ends = word.char_indices().skip(1).filter_map(|(at, _)| word.split_at_checked(at));
        for (first, last) in ends {
            let Some(new_last) = self.known(last).filter(|_| last.len() > 2) else { continue };
            if let Some(new_first) = self.known(first) {
                return Some(format!("{new_first}{new_last}"));
            }
            if first.len() == 1 {
                return Some(format!("{}{new_last}", self.known_initial(first)?));
            }
        }
        None
    }

    /// The invented word for a word.
    pub(crate) fn word(
        &mut self,
        word: &str,
        given: bool,
        gender: u8,
        dice: &mut Dice<'_>,
    ) -> String {
        let key = ascii(word);
        if let Some((known, _)) = self.words.get(key.as_str()) {
            return known.to_string();
        }
        if let Some(stem) = word.to_lowercase().strip_suffix(OVA).filter(|s| s.len() > 2 && !given)
        {
            let stem = self.word(stem, false, MALE, dice);
            return self.remember(key, format!("{stem}{OVA}"), false);
        }
        let new = self.draw(given, gender, dice);
        self.remember(key, new, given)
    }

    fn remember(&mut self, key: String, new: String, given: bool) -> String {
        self.taken.insert(folded(&new).into());
        self.words.insert(key.into(), (new.as_str().into(), given));
        new
    }

    /// A name that the document does not have; when all are used up, one serves twice.
    fn draw(&self, given: bool, gender: u8, dice: &mut Dice<'_>) -> String {
        let words = self.language.and_then(|l| ALL.get(l)).unwrap_or(&ALL[1]);
        let mut new = String::new();
        for _ in 0..TRIES {
            new = if given { given_name(words, gender, dice) } else { family_name(words, dice) };
            if !self.taken.contains(folded(&new).as_str()) {
                break;
            }
        }
        new
    }

    /// The initial of what a given name with this initial became, else any letter.
    fn initial(&self, letter: &str, dice: &mut Dice<'_>) -> String {
        self.known_initial(letter).unwrap_or_else(|| dice.letter().to_string())
    }

    fn known_initial(&self, letter: &str) -> Option<String> {
        let letter = ascii(letter);
        let mut starting: Vec<_> = self
            .words
            .iter()
            .filter(|(old, (_, given))| *given && old.starts_with(&letter))
            .collect();
        starting.sort();
        starting.first().and_then(|(_, (new, _))| new.chars().next()).map(|c| c.to_string())
    }
}

fn given_name(words: &Words, gender: u8, dice: &mut Dice<'_>) -> String {
    let list = match gender {
        MALE => words.men,
        FEMALE => words.women,
        _ => EITHER,
    };
    dice.pick(list).unwrap_or("Robin").to_owned()
}

fn family_name(words: &Words, dice: &mut Dice<'_>) -> String {
    let beginning = dice.pick(words.beginnings).unwrap_or("Ash");
    format!("{beginning}{}", dice.pick(words.ends).unwrap_or("ford"))
}

/// Every name that could be invented, folded.
static OURS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let given = ALL.iter().flat_map(|w| w.men.iter().chain(w.women)).chain(EITHER);
    let family = ALL.iter().flat_map(|w| {
        w.beginnings.iter().flat_map(|b| w.ends.iter().map(move |e| format!("{b}{e}")))
    });
    given.map(|name| folded(name)).chain(family.map(|name| folded(&name))).collect()
});

fn is_latin(word: &str) -> bool {
    word.chars().all(|c| (c as u32) < 0x250 || ('\u{1e00}'..'\u{1f00}').contains(&c))
}

/// The words of a name that are replaced, with what each is.
fn parts(name: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut gender = 0;
    for (start, word) in words(name) {
        let entry = built_in().word(word);
        if entry.senses.has(Sense::Honorific) && !entry.senses.has(Sense::Given) {
            gender = entry.gender;
        }
        let stays = entry.senses.meets(STAYS) && !entry.senses.has(Sense::Given);
        // "De" and "Van" are particles, "DE" in a name in capitals too; "s" is the end of "Olivia's".
        if !stays && !is_genitive(name, start, word) {
            parts.push(Part { text: word, start, given: false, gender: 0 });
        }
    }
    roles(name, gender, &mut parts);
    parts
}

fn words(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    name.split(|c: char| !c.is_alphabetic()).filter_map(move |word| {
        let start = at;
        at += word.len();
        at += name.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

fn is_genitive(name: &str, start: usize, word: &str) -> bool {
    let before = name.get(..start).unwrap_or_default();
    word == "s" && before.ends_with(['\'', '\u{2019}'])
}

/// Decides which words are given names, and their gender.
fn roles(name: &str, address: u8, parts: &mut [Part<'_>]) {
    let comma = name.find(',');
    let count = parts.len();
    for (i, part) in parts.iter_mut().enumerate() {
        let entry = built_in().word(part.text);
        part.given = match comma {
            Some(at) if count > 1 => part.start > at,
            _ if count > 1 => i + 1 < count,
            _ => {
                address == 0
                    && (entry.senses.has(Sense::Given) || !entry.senses.has(Sense::Surname))
            }
        };
        part.gender = if address == MALE || address == FEMALE { address } else { entry.gender };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(steps: &[(&str, &str)]) -> Vec<String> {
        let mut state = 5u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state
        };
        let mut dice = Dice(&mut random);
        let mut names = Names::default();
        names.meet("Guten Tag, ich bin es, und das ist der Anruf");
        for (whole, _) in steps {
            names.introduce(whole, &mut dice);
        }
        steps.iter().map(|(name, _)| names.replace(name, &mut dice).unwrap()).collect()
    }

    #[test]
    fn parts_of_a_name_agree() {
        let all = names(&[
            ("Olivia Flores", ""),
            ("Olivia", ""),
            ("FLORES", ""),
            ("Flores, Olivia", ""),
            ("olivia flores", ""),
            ("Olivia's", ""),
            ("O. Flores", ""),
            ("Olivia-Flores", ""),
        ]);
        let (given, family) = all[0].split_once(' ').unwrap();
        assert_eq!(all[1], given);
        assert_eq!(all[2], family.to_uppercase());
        assert_eq!(all[3], format!("{family}, {given}"));
        assert_eq!(all[4], all[0].to_lowercase());
        assert_eq!(all[5], format!("{given}'s"));
        assert_eq!(all[6], format!("{}. {family}", &given[..1]));
        assert_eq!(all[7], format!("{given}-{family}"));
    }

    #[test]
    fn a_womans_family_name_follows_the_mans() {
        let all = names(&[("Peter Novák", ""), ("Eva Nováková", "")]);
        let family = |name: &str| name.split_once(' ').unwrap().1.to_owned();
        assert_eq!(family(&all[1]), format!("{}ová", family(&all[0])));
    }

    #[test]
    fn names_of_the_document_are_not_invented() {
        let mut random = || 0;
        let mut dice = Dice(&mut random);
        let mut names = Names::default();
        names.meet("Robin called.");
        assert_eq!(names.taken.len(), 1);
        names.meet("Frau Rosenow rief an, und Wiebke auch.");
        assert!(names.taken.contains("rosenow") && names.taken.contains("wiebke"));
        assert_eq!(names.replace("Анна", &mut dice), None);
        assert_eq!(names.replace("...", &mut dice), None);
    }

    #[test]
    fn names_written_together_are_known() {
        let mut random = || u64::MAX / 3;
        let mut dice = Dice(&mut random);
        let mut names = Names::default();
        let new = names.replace("Olivia Flores", &mut dice).unwrap();
        let (given, family) = new.split_once(' ').unwrap();
        assert_eq!(names.together("oliviaflores"), Some(format!("{given}{family}")));
        assert_eq!(names.together("oflores"), Some(format!("{}{family}", &given[..1])));
        assert_eq!(names.together("support"), None);
    }
}
