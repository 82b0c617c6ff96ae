//! Other people taken out of the texts that a person gets (GDPR Art. 15(4)).
//!
//! Owns: telling the person from others, in what the detector finds and in that by which others are known who own a record too.
//! Leaves to others: finding (`abide-detect`), taking known people out of texts and JSON, as an erasure does ([`crate::redact`]), who
//! owns a record ([`crate::reach`]), which texts are looked at ([`super::sheet`]).
//!
//! Taken out are names, e-mail addresses, telephone numbers and accounts that are not the person's own. A health fact, a date, a
//! sum in a text about the person is the person's and stays. A first name alone that both have in common stays too.
//!
//! In JSON each text, number and name of a member is looked at by itself, with the name of its member before it as a heading.
//!
//! The detector may take for one name what is two, or a name with a word before it ("Ja, Anna Muster"). So a name is judged part
//! by part, between its commas: the person's full name stays, and so does a word with which people answer.

use std::collections::BTreeSet;
use std::ops::Range;

use abide_detect::Kind;
use data_encoding::BASE64;

use crate::compared::escapes::decoded;
use crate::compared::numbers::Numbers;
use crate::compared::spellings::spellings;
use crate::compared::{folded, small};
use crate::execute::Redactor as _;
use crate::reach::Reached;
use crate::redact::json::{Part, Taking, is_number_of, without};
use crate::redact::{self, MARK, Texts};

/// Words with which people begin an answer or a letter, in lower case: beside a name they are none.
const SAID: [&str; 33] = [
    "ja", "jo", "jawohl", "nein", "doch", "hallo", "danke", "bitte", "yes", "yeah", "no", "hello",
    "hi", "thanks", "please", "oui", "non", "bonjour", "merci", "allô", "sí", "si", "hola",
    "gracias", "áno", "hej", "nie", "ahoj", "ďakujem", "prosím", "ok", "okay", "dear",
];

/// Of a telephone number that stands without quotes: its plus or zero is gone.
const FEWEST_DIGITS: usize = 7;

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

    /// What of a value by which somebody else is known is theirs alone: an address or a family name that both have stays.
    fn not_own(&self, value: &str) -> Option<String> {
        let is_number = self.numbers.as_ref().is_some_and(|own| own.are_in(value));
        if is_number || self.wholes.contains(&small(value.trim())) {
            return None;
        }
        let is_plain = value.contains('@') || value.contains(|c: char| c.is_ascii_digit());
        let parts = |sign: char| sign.is_whitespace() || sign == '-';
        let is_own = |part: &str| {
            let words = words(part);
            !words.is_empty() && words.iter().all(|word| self.has_word(word))
        };
        if is_plain || !value.split(parts).any(is_own) {
            return Some(value.to_owned());
        }
        let theirs: Vec<&str> =
            value.split(parts).filter(|p| !p.is_empty() && !is_own(p)).collect();
        (!theirs.is_empty()).then(|| theirs.join(" "))
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

/// Whether a number without quotes has the digits of a telephone number: lists of measurements are long.
fn may_be_phone(raw: &str) -> bool {
    raw.len() >= FEWEST_DIGITS && raw.bytes().all(|byte| byte.is_ascii_digit())
}

/// What stands before a text and tells what it is.
#[derive(Clone, Copy)]
pub(super) enum Head<'a> {
    /// The name of a column or member, which helps as a heading would: `phone: 030 …`.
    Called(&'a str),
    /// It only leads from record to record: a number, a name of a file.
    Record,
    /// It is the name of a member itself.
    Member,
}

impl<'a> Head<'a> {
    /// Of a part of JSON that has this one.
    fn of(self, part: Part<'a>) -> Self {
        match part {
            Part::Name => Self::Member,
            Part::Value(Some(name)) => Head::Called(name),
            Part::Value(None) => self,
        }
    }

    /// Whether what the detector takes for a name is none here: `vcon.json` behind a dot, a member called `mark`.
    fn is_no_name(self, before: &str, value: &str) -> bool {
        match self {
            Self::Called(_) => false,
            Self::Record => before.ends_with('.'),
            Self::Member => !value.trim().contains(char::is_whitespace),
        }
    }
}

/// Takes others out.
pub(super) struct Others {
    pub(super) texts: Texts,
    pub(super) own: Own,
    /// By what those are known who own records too, as far as it is not the person's.
    strangers: Vec<Vec<String>>,
}

impl Others {
    pub(super) fn new(own: Own, strangers: &[BTreeSet<String>]) -> Self {
        let not_own =
            |known: &BTreeSet<String>| known.iter().filter_map(|v| own.not_own(v)).collect();
        let strangers = strangers.iter().map(not_own).collect();
        Self { texts: Texts::default(), own, strangers }
    }

    /// By what those are known who own this record too.
    pub(super) fn beside(&self, row: &Reached) -> Vec<String> {
        row.beside.iter().filter_map(|at| self.strangers.get(*at)).flatten().cloned().collect()
    }

    /// A text without others, and how often somebody was taken out: these, and whoever else is found.
    pub(super) fn without(&self, beside: &[String], head: Head<'_>, text: &str) -> (String, u64) {
        let new = self.taken(beside, head, text);
        let marks = |text: &str| text.matches(MARK).count() as u64;
        let count = marks(&new).saturating_sub(marks(text)).max(u64::from(new != text));
        (new, count)
    }

    /// Bytes that are a text, without others; `None` if nobody can tell whom they tell of.
    pub(super) fn bytes_without(
        &self,
        beside: &[String],
        head: Head<'_>,
        bytes: &[u8],
    ) -> Option<(Vec<u8>, u64)> {
        let odd = |sign: char| sign.is_control() && !sign.is_whitespace();
        let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains(odd))?;
        let (text, count) = self.without(beside, head, text);
        Some((text.into_bytes(), count))
    }

    /// Whether a number of a column is the telephone number of one of these people.
    pub(super) fn is_number_of(&self, beside: &[String], number: &str) -> bool {
        let is_theirs = |text: &str| self.texts.redact(text, beside, false) != text;
        may_be_phone(number) && is_number_of(number, &is_theirs)
    }

    /// What of values by which others are known is theirs alone.
    pub(super) fn not_own(&self, values: &[String]) -> Vec<String> {
        values.iter().filter_map(|value| self.own.not_own(value)).collect()
    }

    /// A text without these people alone, taken out as an erasure does it.
    pub(super) fn without_known(&self, beside: &[String], text: &str) -> String {
        redact::text(&self.texts, text, beside, false)
    }

    /// A conversation of which the texts were looked at: without these people in all else, and without whoever is found in names of
    /// members and extensions.
    pub(super) fn without_names(&self, beside: &[String], vcon: &str) -> String {
        let redact = |part: Part<'_>, inner: &str| match part {
            Part::Name | Part::Value(Some("extensions" | "critical" | "must_support")) => {
                self.taken(beside, Head::Member, inner)
            }
            Part::Value(_) => self.without_names(beside, inner),
        };
        let json = self.of_json(beside, vcon, &redact, &|_, _| false);
        json.unwrap_or_else(|| self.texts.redact(vcon, beside, false))
    }

    fn taken(&self, beside: &[String], head: Head<'_>, text: &str) -> String {
        let redact = |part: Part<'_>, inner: &str| self.taken(beside, head.of(part), inner);
        let is_number = |part: Part<'_>, raw: &str| {
            let is_phone = |(kind, _): &(Kind, Range<usize>)| *kind == Kind::Phone;
            may_be_phone(raw) && self.theirs(head.of(part), raw).iter().any(is_phone)
        };
        let json = self.of_json(beside, text, &redact, &is_number);
        let encoded = || {
            let inner = decoded(text.trim())?;
            let new = self.taken(beside, head, &inner);
            (new != inner).then(|| BASE64.encode(new.as_bytes()))
        };
        json.or_else(encoded)
            .unwrap_or_else(|| self.texts.redact(&self.found(head, text), beside, false))
    }

    /// JSON without these people, and without whatever else is taken out of its parts; `None` if it is none.
    fn of_json(
        &self,
        beside: &[String],
        json: &str,
        redact: &dyn Fn(Part<'_>, &str) -> String,
        is_number: &dyn Fn(Part<'_>, &str) -> bool,
    ) -> Option<String> {
        let is_theirs = |text: &str| self.texts.redact(text, beside, false) != text;
        let taking = Taking {
            redact,
            plain: &|raw| self.texts.redact(raw, beside, false),
            is_theirs: &is_theirs,
            is_number: &|part, raw| is_number_of(raw, &is_theirs) || is_number(part, raw),
        };
        without(json, &taking)
    }

    /// A text without whom the detector finds in it.
    fn found(&self, head: Head<'_>, text: &str) -> String {
        let (mut out, mut at) = (String::with_capacity(text.len()), 0);
        for (_, place) in self.theirs(head, text) {
            out.push_str(text.get(at..place.start).unwrap_or_default());
            out.push_str(MARK);
            at = place.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }

    /// Where the detector finds others.
    fn theirs(&self, head: Head<'_>, text: &str) -> Vec<(Kind, Range<usize>)> {
        let label = match head {
            Head::Called(name) => format!("{name}: "),
            Head::Record | Head::Member => String::new(),
        };
        let labelled = format!("{label}{text}");
        let (mut theirs, mut at) = (Vec::new(), label.len());
        for finding in self.texts.finder.find(&labelled) {
            let start = finding.place.start.max(at);
            let Some(value) = labelled.get(start..finding.place.end) else { continue };
            let before = labelled.get(..start).unwrap_or_default();
            let is_none = finding.kind == Kind::Person && head.is_no_name(before, value);
            if value.is_empty() || !names_somebody(finding.kind) || is_none {
                continue;
            }
            for place in self.own.others(finding.kind, value) {
                let place = start - label.len() + place.start..start - label.len() + place.end;
                at = place.end + label.len();
                theirs.push((finding.kind, place));
            }
        }
        theirs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn others() -> Others {
        let own = ["Anna", "Muster", "anna@example.org", "+49 30 23125 123", "C-4711"];
        Others::new(Own::of(own.into_iter().map(str::to_owned)), &[])
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
            assert_eq!(others().without(&[], Head::Called(label), text).0, expected);
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
            others().without(&[], Head::Called("text"), said).0,
            "Ja, Anna Muster, und mein Kollege […]."
        );
    }

    #[test]
    fn the_persons_name_stays_whatever_signs_it_is_written_with() {
        let own = ["Jana O'Brien-Nováková", "+49 30 23125 123 (mobil)"].map(str::to_owned);
        let others = Others::new(Own::of(own.into_iter()), &[]);
        for text in [
            "Frau Jana O’Brien\u{2011}Nova\u{301}kova\u{301}",
            "Paní Jana Nova\u{301}kova\u{301} volala",
            "Rückruf 030\u{202f}23125\u{202f}123",
        ] {
            assert_eq!(others.without(&[], Head::Called("note"), text), (text.to_owned(), 0));
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
        for name in [id, "v/1.vcon.json"] {
            assert_eq!(others().without(&[], Head::Record, name), (name.to_owned(), 0));
        }
        assert_eq!(others().without(&[], Head::Record, number).0, "[…]", "a number is still one");
    }

    #[test]
    fn whoever_shares_a_name_is_somebody_else() {
        let own = &others().own;
        assert!(own.has(Kind::Person, "Muster") && own.has(Kind::Person, "Annas"));
        assert!(!own.has(Kind::Person, "Karl Muster") && !own.has(Kind::Person, "?"));
        assert!(own.has(Kind::Sip, "sip:+493023125123@pbx.example.org"));
    }
}
