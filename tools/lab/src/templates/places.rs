//! Names of places, from a list and made up.

use super::Language;
use super::people::People;
use crate::random::Random;

const TOWNS: &str = include_str!("towns.txt");
const COUNTRIES: &str = include_str!("countries.txt");

/// The line of a list that belongs to a language; the last lines are for all.
fn list(file: &'static str, language: Language, random: &mut Random) -> &'static str {
    let name = match language {
        _ if random.percent(20) => "all",
        Language::German => "de",
        Language::English => "en",
        Language::French => "fr",
        Language::Spanish => "es",
        Language::Slovak => "sk",
    };
    let fits = |line: &&str| line.split_once(": ").is_some_and(|(head, _)| head == name);
    let line = file.lines().find(fits).unwrap_or("");
    let names: Vec<&str> = line.split_once(": ").map_or(Vec::new(), |l| l.1.split(", ").collect());
    random.pick(&names)
}

pub(super) fn town(people: &People, language: Language, random: &mut Random) -> String {
    let town = any_town(people, language, random);
    if random.percent(4) { town.to_uppercase() } else { town }
}

fn any_town(people: &People, language: Language, random: &mut Random) -> String {
    if random.percent(65) {
        return list(TOWNS, language, random).to_owned();
    }
    match language {
        Language::German => german(random),
        Language::English => english(people, random),
        _ => list(TOWNS, language, random).to_owned(),
    }
}

pub(super) fn country(language: Language, random: &mut Random) -> String {
    list(COUNTRIES, language, random).to_owned()
}

fn german(random: &mut Random) -> String {
    let roots = [
        "Alten", "Bern", "Birken", "Brand", "Buchen", "Diep", "Dorn", "Eber", "Eichen", "Erlen",
        "Fichten", "Frei", "Garten", "Grün", "Gunzen", "Hagen", "Hirsch", "Hohen", "Königs",
        "Kreuz", "Langen", "Lichten", "Linden", "Mittel", "Mühl", "Neu", "Nieder", "Ober",
        "Ochsen", "Oster", "Pfaffen", "Ratten", "Reichen", "Rosen", "Rothen", "Schön", "Sieben",
        "Stein", "Tannen", "Unter", "Vogel", "Wald", "Weißen", "Wester", "Wolfs", "Zwie", "Eis",
        "Del", "Mal", "Güstr", "Görl", "Teter", "Prenz", "Star",
    ];
    let ends = [
        "au", "ach", "bach", "berg", "burg", "bruck", "brücken", "dorf", "feld", "felden", "furt",
        "hagen", "hausen", "heim", "hofen", "ingen", "itz", "kirchen", "leben", "lau", "münde",
        "ow", "rath", "roda", "rode", "scheid", "stadt", "stedt", "stein", "tal", "wald", "walde",
        "wangen", "weiler", "werder", "zell", "low", "itzsch",
    ];
    let name = format!("{}{}", random.pick(&roots), random.pick(&ends));
    match random.below(20) {
        0 => format!("Bad {name}"),
        1 => {
            let tail = ["am Main", "an der Donau", "a.d. Aisch", "am See", "(Saale)", "im Taunus"];
            format!("{name} {}", random.pick(&tail))
        }
        _ => name,
    }
}

/// English towns are named after families, directions and waters.
fn english(people: &People, random: &mut Random) -> String {
    let person = |random: &mut Random| match random.below(3) {
        0 => people.given(Language::English, random),
        _ => people.simple(Language::English, random),
    };
    let ends = [
        "ton", "ville", "burgh", "bury", "ford", "shire", "borough", "mouth", "port", "side",
        "land", "haven", "view", "berg", "chester", "fort", "stad", "town", "field",
    ];
    match random.below(10) {
        0..4 => {
            let before = [
                "North", "South", "East", "West", "New", "Lake", "Port", "Fort", "Mount", "Saint",
                "Upper", "Lower", "Great", "Little", "Old", "St.",
            ];
            format!("{} {}", random.pick(&before), person(random))
        }
        4 => format!(
            "{} {}{}",
            random.pick(&["North", "South", "East", "West", "New"]),
            person(random),
            random.pick(&ends)
        ),
        5 => {
            let after = [
                "Springs", "Falls", "Heights", "Beach", "Bay", "Creek", "Valley", "Hills", "Park",
                "Green", "City",
            ];
            format!("{} {}", person(random), random.pick(&after))
        }
        _ => format!("{}{}", person(random), random.pick(&ends)),
    }
}

/// A street with a number, which is no name for the tagger even where a person's name is in it.
pub(super) fn street(people: &People, language: Language, random: &mut Random) -> String {
    let number = random.between(1, 180);
    let family = people.simple(language, random);
    match language {
        Language::German => {
            let ends = ["straße", "str.", "weg", "gasse", "allee", "platz", "ring", "ufer"];
            let words = [
                "Bahnhof", "Haupt", "Garten", "Schul", "Linden", "Berg", "Kirch", "Ring", "Wald",
                "Mozart", "Goethe",
            ];
            match random.below(4) {
                0 => format!("{}{} {number}", family, random.pick(&ends)),
                1 => format!(
                    "{}-{}-{} {number}",
                    people.given(language, random),
                    family,
                    random.pick(&["Straße", "Weg", "Platz", "Allee", "Gasse", "Ring"])
                ),
                2 => format!(
                    "{} {} {number}",
                    random.pick(&["Am", "An der", "Im", "Zum", "Unter den", "Auf dem"]),
                    random.pick(&["Markt", "Mühle", "Hang", "Bach", "Linden", "Berg", "Dorfplatz"])
                ),
                _ => format!("{}{} {number}", random.pick(&words), random.pick(&ends)),
            }
        }
        Language::English => {
            let ends = [
                "Street", "St", "Road", "Rd", "Avenue", "Ave", "Lane", "Drive", "Court", "Way",
                "Close", "Square", "Hill", "Cliff", "Terrace", "Gardens", "Plaza", "Park", "Ridge",
                "Crescent",
            ];
            match random.below(4) {
                0 => format!("{number} {} {}", people.given(language, random), random.pick(&ends)),
                1 => format!(
                    "{number} {} {}, {} {number}",
                    family,
                    random.pick(&ends),
                    random.pick(&["Apt.", "Suite", "Flat", "Unit"])
                ),
                2 => format!(
                    "{number} {} {}",
                    random.pick(&[
                        "Main", "High", "Church", "Station", "Park", "Mill", "Oak", "Maple",
                        "Victoria"
                    ]),
                    random.pick(&ends)
                ),
                _ => format!("{number} {family} {}", random.pick(&ends)),
            }
        }
        Language::French => format!(
            "{number} {} {family}",
            random.pick(&[
                "rue",
                "avenue",
                "boulevard",
                "place",
                "allée",
                "chemin",
                "rue de",
                "quai"
            ])
        ),
        Language::Spanish => format!(
            "{} {family}, {number}",
            random.pick(&["Calle", "Avenida", "Plaza", "Paseo", "C/", "Calle de"])
        ),
        Language::Slovak => format!("{}ova {number}", family.trim_end_matches(['á', 'ý', 'a'])),
    }
}
