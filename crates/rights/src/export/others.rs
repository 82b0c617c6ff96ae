//! Other people taken out of the texts that a person gets (GDPR Art. 15(4)).
//!
//! Owns: telling the person from others in what the detector finds. Leaves to others: finding (`abide-detect`), which texts
//! are looked at ([`super::sheet`]).
//!
//! Taken out are names, e-mail addresses, telephone numbers and accounts that are not the person's own. A health fact, a date, a
//! sum in a text about the person is the person's and stays. A first name alone that both have in common stays too.
//!
//! The detector may take for one name what is two, or a name with a word before it ("Ja, Anna Muster"). So a name is judged part
//! by part, between its commas: the person's full name stays, and so does a word with which people answer.

use std::collections::BTreeSet;
use std::ops::Range;

use abide_detect::{Finder, Kind};

use crate::compared::numbers::Numbers;
use crate::compared::spellings::spellings;
use crate::compared::{folded, small};
use crate::redact::MARK;

/// Words with which people begin an answer or a letter, in lower case: beside a name they are none.
const SAID: [&str; 33] = [
    "ja", "jo", "jawohl", "nein", "doch", "hallo", "danke", "bitte", "yes", "yeah", "no", "hello",
    "hi", "thanks", "please", "oui", "non", "bonjour", "merci", "allô", "sí", "si", "hola",
    "gracias", "áno", "hej", "nie", "ahoj", "ďakujem", "prosím", "ok", "okay", "dear",
];

/// Whether a finding of this kind names somebody.
pub(super) const fn names_somebody(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Email | Kind::Phone | Kind::Sip | Kind::User)
}

/// What the person is known by.
#[derive(Default)]
pub(super) struct Own {
    words: BTreeSet<String>,
    wholes: BTreeSet<String>,
    numbers: Option<Numbers>,
}

impl Own {
    pub(super) fn of(values: impl Iterator<Item = String>) -> Self {
        let values: Vec<String> = values.collect();
        let mut own =
            Self { numbers: Numbers::new(values.iter().map(String::as_str)), ..Self::default() };
        for value in values {
            if !value.contains('@') {
                own.words.extend(words(&value));
            }
            own.wholes.extend(spellings(&value));
        }
        own
    }

    /// Whether a value is the person's.
    pub(super) fn has(&self, kind: Kind, value: &str) -> bool {
        let value = value.trim();
        let is_number = |text| self.numbers.as_ref().is_some_and(|own| own.are_in(text));
        if self.wholes.contains(&small(value)) {
            return true;
        }
        match kind {
            Kind::Person => {
                let all = words(value);
                !all.is_empty() && all.iter().all(|word| self.has_word(word))
            }
            Kind::Phone => is_number(value),
            Kind::Sip => {
                let bare = value.split_once(':').map_or(value, |(_, rest)| rest);
                let user = bare.split(['@', ';']).next().unwrap_or_default();
                self.wholes.contains(&small(bare)) || is_number(user)
            }
            _ => false,
        }
    }

    /// What of a finding is somebody else's, in bytes of it. Names between commas are judged each for itself, as far as the
    /// person's full name is among them: one name alone may be that of a relative ("Muster, Karl").
    pub(super) fn others(&self, kind: Kind, value: &str) -> Vec<Range<usize>> {
        if self.has(kind, value) {
            return Vec::new();
        }
        let parts: Vec<&str> = value.split(',').collect();
        let said = |part: &str| SAID.contains(&part.trim().to_lowercase().as_str());
        // Beside nothing but such words the family name alone is the person's: "Ja, Muster".
        let alone = parts.iter().all(|part| said(part) || self.has(kind, part));
        let full =
            |part: &str| (alone || part.split_whitespace().count() > 1) && self.has(kind, part);
        if kind != Kind::Person || !parts.iter().any(|part| full(part)) {
            return std::iter::once(0..value.len()).collect();
        }
        let (mut theirs, mut start) = (Vec::new(), 0);
        for part in parts {
            let bare = part.trim();
            let from = start + (part.len() - part.trim_start().len());
            start += part.len() + 1;
            if !bare.is_empty() && !full(part) && !said(part) {
                theirs.push(from..from + bare.len());
            }
        }
        theirs
    }

    /// A name, or a name in the genitive.
    fn has_word(&self, word: &str) -> bool {
        let bare = |end: &str| word.strip_suffix(end).is_some_and(|w| self.words.contains(w));
        self.words.contains(word) || bare("s")
    }
}

/// Words of letters, two at least, in the form in which they are compared.
fn words(value: &str) -> BTreeSet<String> {
    let value = folded(value);
    let parts = value.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 1);
    parts.map(str::to_ascii_lowercase).collect()
}

/// Takes others out.
pub(super) struct Others {
    pub(super) finder: Finder,
    pub(super) own: Own,
}

impl Others {
    /// A text without others, and how often somebody was taken out. The label helps as a heading would: `phone: 030 …`; a text
    /// that is only the number of a record has none.
    pub(super) fn without(&self, label: Option<&str>, text: &str) -> (String, u64) {
        let head = label.map(|label| format!("{label}: ")).unwrap_or_default();
        let labelled = format!("{head}{text}");
        let (mut out, mut at, mut count) = (String::with_capacity(text.len()), head.len(), 0);
        for finding in self.finder.find(&labelled) {
            let start = finding.place.start.max(at);
            let Some(value) = labelled.get(start..finding.place.end) else { continue };
            if value.is_empty() || !names_somebody(finding.kind) {
                continue;
            }
            for theirs in self.own.others(finding.kind, value) {
                out.push_str(labelled.get(at..start + theirs.start).unwrap_or_default());
                out.push_str(MARK);
                at = start + theirs.end;
                count += 1;
            }
        }
        out.push_str(labelled.get(at..).unwrap_or_default());
        (out, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn others() -> Others {
        let own = ["Anna", "Muster", "anna@example.org", "+49 30 23125 123", "C-4711"];
        Others { finder: Finder::default(), own: Own::of(own.into_iter().map(str::to_owned)) }
    }

    #[test]
    fn others_go_and_the_person_stays() {
        let cases = [
            (
                "note",
                "Frau Anna Muster (030/23125123) rief an, Rückruf an Karl Beispiel, karl@example.org oder 030 23125 456.",
                "Frau Anna Muster (030/23125123) rief an, Rückruf an […], […] oder […].",
            ),
            (
                "note",
                "ANNA@example.org has diabetes since 2020.",
                "ANNA@example.org has diabetes since 2020.",
            ),
            ("phone", "030 23125 456", "[…]"),
            ("phone", "0049 30 23125123", "0049 30 23125123"),
            ("phone", "030/23125-123 ext. 5", "030/23125-123 ext. 5"),
            ("note", "", ""),
        ];
        for (label, text, expected) in cases {
            assert_eq!(others().without(Some(label), text).0, expected);
        }
    }

    #[test]
    fn a_name_beside_a_word_or_another_name_is_the_persons_own() {
        let cases: [(&str, &[&str]); 8] = [
            ("Ja, Anna Muster", &[]),
            ("Ja, Muster", &[]),
            ("Anna Muster, Hallo", &[]),
            ("Karl Beispiel, Anna Muster", &["Karl Beispiel"]),
            ("Karl, Anna Muster, Ja, Eva", &["Karl", "Eva"]),
            ("Muster, Karl", &["Muster, Karl"]),
            ("Muster, Anna", &[]),
            ("Ja, Karl Beispiel", &["Ja, Karl Beispiel"]),
        ];
        for (value, expected) in cases {
            let theirs = others().own.others(Kind::Person, value);
            let theirs: Vec<&str> = theirs.into_iter().map(|range| &value[range]).collect();
            assert_eq!(theirs, expected, "{value}");
        }
        let said = "Ja, Anna Muster, und mein Kollege Karl Beispiel.";
        assert_eq!(
            others().without(Some("text"), said).0,
            "Ja, Anna Muster, und mein Kollege […]."
        );
    }

    #[test]
    fn the_persons_name_stays_whatever_signs_it_is_written_with() {
        let own = ["Jana O'Brien-Nováková", "+49 30 23125 123 (mobil)"].map(str::to_owned);
        let others = Others { finder: Finder::default(), own: Own::of(own.into_iter()) };
        for text in [
            "Frau Jana O’Brien\u{2011}Nova\u{301}kova\u{301}",
            "Paní Jana Nova\u{301}kova\u{301} volala",
            "Rückruf 030\u{202f}23125\u{202f}123",
        ] {
            assert_eq!(others.without(Some("note"), text), (text.to_owned(), 0));
        }
        let address = Own::of(std::iter::once("jana@bücher.example".to_owned()));
        assert!(address.has(Kind::Email, "Jana@xn--bcher-kva.example"));
        assert!(!address.has(Kind::Email, "jana@bucher.example"));
        let theirs = others.own.others(Kind::Person, "Karel Nova\u{301}k");
        assert_eq!((theirs.len(), &theirs[0]), (1, &(0..13)));
    }

    #[test]
    fn the_id_of_a_record_is_nobodys_number() {
        let (id, number) = ("c-000000001", "+49 30 23125 456");
        assert_eq!(others().without(None, id), (id.to_owned(), 0));
        assert_eq!(others().without(None, number).0, "[…]", "a number is still one");
    }

    #[test]
    fn whoever_shares_a_name_is_somebody_else() {
        let own = &others().own;
        assert!(own.has(Kind::Person, "Muster") && own.has(Kind::Person, "Annas"));
        assert!(!own.has(Kind::Person, "Karl Muster") && !own.has(Kind::Person, "?"));
        assert!(own.has(Kind::Sip, "sip:+493023125123@pbx.example.org"));
    }
}
