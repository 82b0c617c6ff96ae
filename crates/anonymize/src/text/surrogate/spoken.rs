//! Other digits and letters in words, in the groups of the old ones.
//!
//! Every digit is said by itself: "twenty" becomes two digits, "double five" two, "four hundred" three.

use abide_detect::lexicon::{Entry, Sense, SenseSet, built_in};

use super::words::{ALL, Words};
use crate::text::dice::Dice;
use crate::text::shape::cased;

/// Words that say nothing by themselves.
const STAYS: SenseSet = SenseSet::of(&[
    Sense::Filler,
    Sense::SpokenDash,
    Sense::SpokenDot,
    Sense::SpokenUnderscore,
    Sense::NumberWord,
    Sense::ExtensionWord,
]);

/// What a word of a spoken number asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    /// So many digits.
    Digits(usize),
    /// A letter alone.
    Letter,
    /// A word that stands for a letter.
    LetterWord,
    /// Stays.
    Stay,
    /// Goes: it could say something.
    Drop,
}

/// The value with `new` in place of its digits and letters. `None` if it has none in words we know.
pub(super) fn written(value: &str, new: &str, dice: &mut Dice<'_>) -> Option<String> {
    let asks = asks(value);
    let wanted: usize = asks
        .iter()
        .map(|(_, ask)| match ask {
            Ask::Digits(count) => *count,
            Ask::Letter | Ask::LetterWord => 1,
            _ => 0,
        })
        .sum();
    if wanted == 0 {
        return None;
    }
    // A number that is said without its country code has only the last of its digits.
    let characters: Vec<char> = new.chars().collect();
    let skipped = characters.len().saturating_sub(wanted);
    let mut next = characters.into_iter().skip(skipped);
    let language = language(value);
    let (mut out, mut at) = (String::new(), 0);
    for ((start, word), ask) in asks {
        let between = value.get(at..start)?;
        at = start + word.len();
        let said = match ask {
            Ask::Digits(count) => digits(count, &mut next, language, word, dice),
            Ask::Letter => letter(&mut next, dice),
            Ask::LetterWord => {
                next.next();
                cased(dice.pick(language.letters)?, word)
            }
            Ask::Stay => word.to_owned(),
            Ask::Drop => continue,
        };
        out.push_str(between);
        out.push_str(&said);
    }
    out.push_str(value.get(at..)?);
    Some(out.trim().to_owned())
}

fn digits(
    count: usize,
    next: &mut impl Iterator<Item = char>,
    words: &Words,
    like: &str,
    dice: &mut Dice<'_>,
) -> String {
    if like.chars().all(|c| c.is_ascii_digit()) {
        return (0..count)
            .map(|_| next.next().filter(char::is_ascii_digit).unwrap_or_else(|| dice.digit()))
            .collect();
    }
    let said = (0..count).map(|_| {
        let digit =
            next.next().and_then(|c| c.to_digit(10)).unwrap_or_else(|| dice.below(10) as u32);
        cased(words.digits.get(digit as usize).copied().unwrap_or_default(), like)
    });
    said.collect::<Vec<_>>().join(" ")
}

fn letter(next: &mut impl Iterator<Item = char>, dice: &mut Dice<'_>) -> String {
    next.next()
        .filter(|c| c.is_alphabetic())
        .map_or_else(|| dice.letter(), |c| c.to_ascii_uppercase())
        .to_string()
}

/// The words of a value with what each asks for.
fn asks(value: &str) -> Vec<((usize, &str), Ask)> {
    let words = words(value);
    let entry = |i: usize| words.get(i).map_or(Entry::NONE, |(_, w)| built_in().word(w));
    let (mut out, mut times): (Vec<_>, usize) = (Vec::new(), 1);
    for (i, word) in words.iter().enumerate() {
        let before = i.checked_sub(1).map_or(Entry::NONE, entry);
        let mut ask = if before.senses.has(Sense::SpellAs) {
            Ask::Drop
        } else {
            ask(word.1, entry(i), entry(i + 1))
        };
        if let Ask::Digits(count) = &mut ask {
            *count *= std::mem::replace(&mut times, 1);
        }
        if entry(i).senses.has(Sense::Repeat) {
            times = usize::from(entry(i).value.clamp(1, 9));
        }
        out.push((*word, ask));
    }
    out
}

fn ask(word: &str, entry: Entry, next: Entry) -> Ask {
    let has = |sense| entry.senses.has(sense);
    if word.chars().all(|c| c.is_ascii_digit()) {
        Ask::Digits(word.len())
    } else if word.chars().count() == 1 {
        Ask::Letter
    } else if has(Sense::Digit) {
        Ask::Digits(1)
    } else if has(Sense::Tens) {
        let open = entry.value >= 20
            && entry.value.is_multiple_of(10)
            && next.senses.has(Sense::Digit)
            && next.value > 0;
        Ask::Digits(if open { 1 } else { 2 })
    } else if has(Sense::Power) {
        Ask::Digits(usize::from(entry.value.min(6)))
    } else if has(Sense::Letter) {
        Ask::LetterWord
    } else if entry.senses.meets(STAYS) {
        Ask::Stay
    } else {
        Ask::Drop
    }
}

fn words(value: &str) -> Vec<(usize, &str)> {
    let mut out: Vec<(usize, &str)> = Vec::new();
    let mut start = None;
    for (at, c) in value.char_indices().chain([(value.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push((from, value.get(from..at).unwrap_or_default()));
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// The language in which most of the words are listed.
fn language(value: &str) -> &'static Words {
    let mut counts = [0usize; ALL.len()];
    for (_, word) in words(value) {
        let languages = built_in().word(word).languages;
        for (number, count) in counts.iter_mut().enumerate() {
            *count += usize::from(languages & (1 << number) != 0);
        }
    }
    // Of languages with as many words English is taken, whose telephone alphabet is the common one.
    let most = counts.iter().copied().max().unwrap_or(0);
    let english = counts.get(1).is_some_and(|c| *c == most);
    let at = if english { 1 } else { counts.iter().position(|c| *c == most).unwrap_or(1) };
    ALL.get(at).unwrap_or(&ALL[1])
}

/// A name that is spelled, letter by letter: `F-L-O-R-E-S` gets the letters of another.
pub(super) fn spelled(value: &str, new: &str) -> String {
    let first = words(value).first().map_or(0, |(start, word)| start + word.len());
    let rest = value.get(first..).unwrap_or_default();
    let sign = rest.chars().next().filter(|c| ['-', ' ', '.'].contains(c)).unwrap_or('-');
    let letters: Vec<String> = new.chars().map(|c| c.to_uppercase().collect()).collect();
    letters.join(&sign.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stay_and_digits_go() {
        for (value, new, expected) in [
            ("one two three, four five six", "987654", "nine eight seven, six five four"),
            ("double five, seven", "123", "one two, three"),
            ("twenty five twelve", "1234", "one two three four"),
            ("four hundred", "123", "one two three"),
            ("null eins, uh, zwei", "555", "fünf fünf, fünf"),
            ("K two 7", "X34", "X three 4"),
            ("one two three", "49123", "one two three"),
            ("Olivia one", "7", "seven"),
        ] {
            let mut random = || 0;
            let said = written(value, new, &mut Dice(&mut random));
            assert_eq!(
                said.as_deref().map(|s| s.replace(" uh,", "")),
                Some(expected.to_owned()),
                "{value}"
            );
        }
        let mut random = || 0;
        assert_eq!(written("Olivia", "7", &mut Dice(&mut random)), None);
    }

    #[test]
    fn names_are_spelled() {
        assert_eq!(spelled("F-L-O-R-E-S", "Ashford"), "A-S-H-F-O-R-D");
        assert_eq!(spelled("F L O", "Ash"), "A S H");
    }
}
