//! What the slots of templates give.

use abide_detect::names::model::Label;

use super::people::People;
use super::{Language, name, places, things};
use crate::random::Random;
use crate::train::sequence::Text;

/// Fills slots.
#[derive(Debug)]
pub struct Filler {
    people: People,
}

impl Default for Filler {
    fn default() -> Self {
        Self { people: People::new() }
    }
}

/// The slots that give a name, with its label.
const NAMES: &[(&str, Label)] = &[
    ("person", Label::BeginPerson),
    ("full", Label::BeginPerson),
    ("first", Label::BeginPerson),
    ("last", Label::BeginPerson),
    ("reversed", Label::BeginPerson),
    ("town", Label::BeginPlace),
    ("country", Label::BeginPlace),
    ("org", Label::BeginOrganisation),
    ("firm", Label::BeginOrganisation),
];

/// The slots that give none.
#[cfg(test)]
const OTHERS: &[&str] = &[
    "street",
    "postcode",
    "date",
    "time",
    "phone",
    "email",
    "iban",
    "amount",
    "number",
    "id",
    "url",
    "user",
    "plate",
    "ip",
    "gt",
    "noun",
    "nouns",
    "product",
    "month",
    "weekday",
    "role",
    "adjective",
    "year",
];

#[cfg(test)]
pub(super) fn is_known(slot: &str) -> bool {
    NAMES.iter().any(|(name, _)| *name == slot) || OTHERS.contains(&slot)
}

impl Filler {
    pub(super) fn fill(&self, slot: &str, language: Language, random: &mut Random, out: &mut Text) {
        match NAMES.iter().find(|(name, _)| *name == slot) {
            Some((_, label)) => {
                let text = self.name(slot, language, random);
                name(out, *label, &text);
            }
            None => out.text.push_str(&self.other(slot, language, random)),
        }
    }

    fn name(&self, slot: &str, language: Language, random: &mut Random) -> String {
        let people = &self.people;
        match slot {
            "first" => people.given(language, random),
            "last" => people.family(language, random),
            "reversed" => people.reversed(language, random),
            "full" => people.full(language, random),
            "town" => places::town(people, language, random),
            "country" => places::country(language, random),
            "org" => things::organisation(people, language, random),
            "firm" => things::firm(people, language, random),
            _ => match random.below(100) {
                0..56 => people.full(language, random),
                56..73 => people.reversed(language, random),
                73..88 => people.given(language, random),
                _ => people.family(language, random),
            },
        }
    }

    fn other(&self, slot: &str, language: Language, random: &mut Random) -> String {
        let digits = |count: usize, random: &mut Random| -> String {
            (0..count).map(|_| char::from(b'0' + random.below(10) as u8)).collect()
        };
        match slot {
            "street" => places::street(&self.people, language, random),
            "email" => self.email(language, random),
            "user" => self.user(language, random),
            "url" => {
                format!("https://www.{}.example/{}", self.user(language, random), digits(3, random))
            }
            "gt" => ">".to_owned(),
            "postcode" => digits(5, random),
            "number" => {
                let count = random.between(1, 6);
                digits(count, random)
            }
            "id" => things::id(random),
            "noun" => things::noun(language, random),
            "year" => random.between(1930, 2026).to_string(),
            "amount" => things::amount(language, random),
            "date" => things::date(language, random),
            "time" => format!("{}:{:02}", random.between(0, 23), random.below(60)),
            "phone" => things::phone(random),
            "iban" => format!("DE{}", digits(20, random)),
            "ip" => format!(
                "{}.{}.{}.{}",
                random.between(1, 223),
                random.below(256),
                random.below(256),
                random.between(1, 254)
            ),
            "plate" => format!(
                "{}-{} {}",
                random.pick(&["B", "HH", "M", "KA", "S", "WOB"]),
                random.pick(&["AB", "X", "MK", "TT"]),
                random.between(1, 9999)
            ),
            _ => things::word(slot, language, random),
        }
    }

    fn user(&self, language: Language, random: &mut Random) -> String {
        let given = ascii(&self.people.given(language, random));
        let family = ascii(&self.people.simple(language, random));
        match random.below(4) {
            0 => format!("{given}{}", random.between(1, 99)),
            1 => format!("{}{family}", given.get(..1).unwrap_or("x")),
            2 => format!("{given}.{family}"),
            _ => format!("{family}{given}"),
        }
    }

    fn email(&self, language: Language, random: &mut Random) -> String {
        let host = random.pick(&[
            "example.org",
            "example.com",
            "example.net",
            "mail.example.de",
            "post.example",
        ]);
        format!("{}@{host}", self.user(language, random))
    }
}

fn ascii(name: &str) -> String {
    name.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect()
}
