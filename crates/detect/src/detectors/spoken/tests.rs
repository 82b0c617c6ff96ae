use crate::Kind;
use crate::detectors::testing::{findings, report};

/// Text, what is found, its kind, its one spelling.
type Case = (&'static str, &'static str, Kind, &'static str);

fn check(cases: &[Case]) {
    for (text, place, kind, normal) in cases {
        let found = findings(text, *kind);
        let seen: Vec<_> = found
            .iter()
            .map(|f| (&text[f.place.clone()], f.normal.as_deref().unwrap_or("")))
            .collect();
        assert_eq!(seen, [(*place, *normal)], "{text}: {:?}", report(text).findings);
    }
}

#[test]
fn english_numbers() {
    check(&[
        ("order nine two seven three, double trouble", "nine two seven three", Kind::Id, "9273"),
        (
            "my phone number is one two three, four five six, seven eight nine zero.",
            "one two three, four five six, seven eight nine zero",
            Kind::Phone,
            "1234567890",
        ),
        ("the order number is FIVE TWO EIGHT SIX, and", "FIVE TWO EIGHT SIX", Kind::Id, "5286"),
        (
            "the order number is F-zero four two one BC and",
            "F-zero four two one BC",
            Kind::Id,
            "F0421BC",
        ),
        (
            "tracking number is TV five eight seven six US.",
            "TV five eight seven six US",
            Kind::Id,
            "TV5876US",
        ),
        (
            "phone: five five five, double six, triple nine, oh one",
            "five five five, double six, triple nine, oh one",
            Kind::Phone,
            "5556699901",
        ),
        (
            "call me at eight hundred five five five twenty two thirty-four",
            "eight hundred five five five twenty two thirty-four",
            Kind::Phone,
            "+18005552234",
        ),
        (
            "the ticket is K as in kilo, seven, four, two",
            "K as in kilo, seven, four, two",
            Kind::Id,
            "K742",
        ),
        (
            "Agent: Could you give me your zip code?\nCustomer: It's nine zero zero one seven.",
            "nine zero zero one seven",
            Kind::Loc,
            "90017",
        ),
        (
            "Agent: What are the last four digits of the card?\nCustomer: one two three four",
            "one two three four",
            Kind::Other,
            "1234",
        ),
        ("My pin is four seven one one", "four seven one one", Kind::Secret, "4711"),
        (
            "it is five five five... one two one two... nine nine",
            "five five five... one two one two... nine nine",
            Kind::Phone,
            "555121299",
        ),
    ]);
}

#[test]
fn german_numbers() {
    check(&[
        (
            "die D E acht neun, drei sieben null vier, null null vier vier, null fünf drei zwei, null eins drei null, null null",
            "D E acht neun, drei sieben null vier, null null vier vier, null fünf drei zwei, null eins drei null, null null",
            Kind::Iban,
            "DE89370400440532013000",
        ),
        (
            "Meine Handynummer ist null eins sieben eins, drei vier fünf sechs sieben acht neun.",
            "null eins sieben eins, drei vier fünf sechs sieben acht neun",
            Kind::Phone,
            "+491713456789",
        ),
        (
            "Telefon: null dreihun null drei fünf eins, zweiunddreißig zweiundsiebzig vierundneunzig",
            "null drei fünf eins, zweiunddreißig zweiundsiebzig vierundneunzig",
            Kind::Phone,
            "+49351327294",
        ),
        (
            "Agent: Nennen Sie mir bitte Ihre Kundennummer.\nKunde: Ja, das ist die vier sieben äh eins zwo.",
            "vier sieben äh eins zwo",
            Kind::Id,
            "4712",
        ),
        (
            "Agent: Wie lautet Ihre Postleitzahl?\nKunde: null eins null sechs sieben",
            "null eins null sechs sieben",
            Kind::Loc,
            "01067",
        ),
        (
            "Agent: Und die letzten vier Ziffern Ihrer Karte?\nKunde: acht acht doppel eins",
            "acht acht doppel eins",
            Kind::Other,
            "8811",
        ),
        (
            "Die Bestellnummer ist A wie Anton, drei, sieben, neun",
            "A wie Anton, drei, sieben, neun",
            Kind::Id,
            "A379",
        ),
    ]);
}

#[test]
fn dates() {
    check(&[
        ("I placed the order on March first.", "March first", Kind::Date, "--03-01"),
        ("on April twenty second, please", "April twenty second", Kind::Date, "--04-22"),
        ("on the twenty-eighth of March.", "twenty-eighth of March", Kind::Date, "--03-28"),
        (
            "Agent: your date of birth?\nCustomer: April twelfth, one nine nine two.",
            "April twelfth, one nine nine two",
            Kind::DateOfBirth,
            "1992-04-12",
        ),
        (
            "June third nineteen eighty-five",
            "June third nineteen eighty-five",
            Kind::Date,
            "1985-06-03",
        ),
        (
            "on July the fourth, two thousand and five",
            "July the fourth, two thousand and five",
            Kind::Date,
            "2005-07-04",
        ),
        (
            "am dritten Mai neunzehnhundertachtzig",
            "dritten Mai neunzehnhundertachtzig",
            Kind::Date,
            "1980-05-03",
        ),
        (
            "Agent: Ihr Geburtsdatum?\nKunde: einundzwanzigster März zweitausendfünf",
            "einundzwanzigster März zweitausendfünf",
            Kind::DateOfBirth,
            "2005-03-21",
        ),
        (
            "geboren am dritten fünften achtundsechzig",
            "dritten fünften achtundsechzig",
            Kind::DateOfBirth,
            "1968-05-03",
        ),
    ]);
}

#[test]
fn addresses_of_mail() {
    check(&[
        (
            "my email is john dot smith at example dot com.",
            "john dot smith at example dot com",
            Kind::Email,
            "john.smith@example.com",
        ),
        (
            "it's anna underscore four seven at g m x dot d e",
            "anna underscore four seven at g m x dot d e",
            Kind::Email,
            "anna_47@gmx.de",
        ),
        (
            "that's tamika underscore johnson eighty eight at gmail dot com",
            "tamika underscore johnson eighty eight at gmail dot com",
            Kind::Email,
            "tamika_johnson88@gmail.com",
        ),
        (
            "anna punkt meier ät gmx punkt de",
            "anna punkt meier ät gmx punkt de",
            Kind::Email,
            "anna.meier@gmx.de",
        ),
        (
            "E-Mail: info Klammeraffe web minus shop punkt de",
            "info Klammeraffe web minus shop punkt de",
            Kind::Email,
            "info@web-shop.de",
        ),
    ]);
    assert!(findings("look at amazon dot com for it", Kind::Email).is_empty());
}

#[test]
fn names() {
    check(&[
        (
            "ich buchstabiere: M E I E R, also Martha Emil Ida Emil Richard",
            "M E I E R, also Martha Emil Ida Emil Richard",
            Kind::Person,
            "Meier",
        ),
        (
            "My last name is spelled M as in Mike, E, I, E, R.",
            "M as in Mike, E, I, E, R",
            Kind::Person,
            "Meier",
        ),
        ("That's S-M-I-T-H.", "S-M-I-T-H", Kind::Person, "Smith"),
        (
            "ich buchstabiere: Martha Emil Ida Emil Richard",
            "Martha Emil Ida Emil Richard",
            Kind::Person,
            "Meier",
        ),
        (
            "ich buchstabiere: M wie Martha, Ü wie Übermut, L wie Ludwig",
            "M wie Martha, Ü wie Übermut, L wie Ludwig",
            Kind::Person,
            "Mül",
        ),
    ]);
}

#[test]
fn ordinary_speech() {
    for text in [
        "One moment, please. He's three years old.",
        "I ordered two weeks ago, one or two things.",
        "It costs one hundred twenty five dollars.",
        "one two three",
        "eins, zwei, drei, los",
        "You may first want to see the second one.",
        "Anton, Berta und Emil kommen um acht.",
        "Plan A, B, C",
        "We met at noon dot",
        "He is one of a kind, I am a first timer.",
        "in Hamburg, Köln, München und Berlin",
        "U S A and E U",
        "twenty two",
        "It was nineteen ninety-nine, so I paid it.",
        "In twenty twenty one it broke.",
        "Call back at two thirty p m",
        "Agent: What is your account number?\nCustomer: I ordered it in twenty twenty one.",
        "um vierzehn Uhr dreißig",
        "zwanzig zweiundzwanzig war es noch gut",
    ] {
        let found: Vec<_> =
            report(text).findings.into_iter().filter(|f| f.kind != Kind::Loc).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}
