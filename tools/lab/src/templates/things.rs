//! Organisations, and what is no name: dates, numbers, products, plain words.

use super::Language;
use super::people::{People, capital, invented};
use super::places;
use crate::random::Random;

const WORDS: &str = include_str!("words.txt");
const FIRMS: &str = include_str!("firms.txt");

/// A word of the list that has this name in this language, or for all.
pub(super) fn word(list: &str, language: Language, random: &mut Random) -> String {
    let code = match language {
        Language::German => "de",
        Language::English => "en",
        Language::French => "fr",
        Language::Spanish => "es",
        Language::Slovak => "sk",
    };
    let fits = |line: &&str| {
        line.split_once(": ").is_some_and(|(head, _)| {
            head.split_once(' ').is_some_and(|(l, n)| n == list && (l == code || l == "all"))
        })
    };
    let line = WORDS.lines().find(fits).and_then(|l| l.split_once(": ")).map_or("", |l| l.1);
    let words: Vec<&str> = line.split(", ").collect();
    random.pick(&words).to_owned()
}

/// A plain word; German puts several together.
pub(super) fn noun(language: Language, random: &mut Random) -> String {
    let noun = word("noun", language, random);
    if language != Language::German || random.percent(60) {
        return noun;
    }
    let joint = if noun.ends_with(['g', 't', 'd']) { "s" } else { "" };
    format!("{noun}{joint}{}", word("noun", language, random).to_lowercase())
}

/// A firm named after people or by a made-up word, mostly with its legal form.
pub(super) fn firm(people: &People, language: Language, random: &mut Random) -> String {
    let family = |random: &mut Random| people.simple(language, random);
    let form = form(language, random);
    let joint = match language {
        Language::German => random.pick(&["&", "und", "+", "&"]),
        Language::English => random.pick(&["&", "and", "and"]),
        Language::French => random.pick(&["&", "et"]),
        Language::Spanish => random.pick(&["y", "&"]),
        Language::Slovak => random.pick(&["a", "&"]),
    };
    match random.below(100) {
        0..14 => format!("{} {form}", family(random)),
        14..24 => format!("{} {joint} {} {form}", family(random), family(random)),
        24..34 => format!("{} {} {form}", family(random), family(random)),
        34..42 => format!("{}, {} {joint} {}", family(random), family(random), family(random)),
        42..50 => format!("{}-{}", family(random), family(random)),
        50..56 => format!("{} {joint} {}", family(random), random.pick(&sons(language))),
        56..61 => format!("{} {joint} {}", family(random), family(random)),
        61..68 => format!("{} {} {form}", brand(random), random.pick(&trade(language))),
        68..75 => shop(people, language, random),
        75..85 => format!("{} {form}", brand(random)),
        85..95 => format!("{} {}", brand(random), random.pick(&trade(language))),
        _ => brand(random),
    }
}

/// A business that is called by plain words.
fn shop(people: &People, language: Language, random: &mut Random) -> String {
    let words = |list: &str, random: &mut Random| capital(&word(list, language, random));
    match (language, random.below(4)) {
        (Language::German, 0..2) => {
            format!("{} {}", words("shop", random), people.simple(language, random))
        }
        (Language::German, _) => format!("{} {}", words("shop", random), words("sign", random)),
        (Language::English, 0) => {
            format!("{} {}", people.simple(language, random), words("shop", random))
        }
        (Language::English, 1) => format!(
            "{} {} {}",
            words("quality", random),
            words("sign", random),
            words("shop", random)
        ),
        (Language::English, 2) => format!("{} {}", words("quality", random), words("sign", random)),
        (Language::English, _) => format!("{} {}", words("quality", random), words("shop", random)),
        _ => format!("{} {}", brand(random), random.pick(&trade(language))),
    }
}

fn sons(language: Language) -> Vec<&'static str> {
    match language {
        Language::German => {
            vec!["Söhne", "Sohn", "Co.", "Partner", "Co. KG", "Töchter", "Kollegen"]
        }
        Language::English => vec!["Sons", "Co.", "Partners", "Daughters", "Associates", "Company"],
        Language::French => vec!["Fils", "Cie", "Associés"],
        Language::Spanish => vec!["Hijos", "Asociados", "Hermanos"],
        Language::Slovak => vec!["spol.", "syn", "partneri"],
    }
}

fn form(language: Language, random: &mut Random) -> &'static str {
    match language {
        Language::German => random.pick(&[
            "GmbH",
            "AG",
            "KG",
            "OHG",
            "GbR",
            "e.V.",
            "GmbH & Co. KG",
            "KGaA",
            "AG & Co. KG",
            "UG",
            "SE",
            "e.K.",
            "Stiftung & Co. KG",
            "GmbH & Co. OHG",
            "AG & Co. KGaA",
            "eG",
            "gGmbH",
        ]),
        Language::English => random.pick(&[
            "Inc",
            "Inc.",
            "Ltd",
            "Ltd.",
            "LLC",
            "PLC",
            "Group",
            "Corp",
            "Corp.",
            "Limited",
            "LLP",
            "Holdings",
            "& Co",
            "Corporation",
            "Company",
            "Associates",
        ]),
        Language::French => {
            random.pick(&["SA", "SARL", "SAS", "S.A.", "S.A.S.", "S.A.R.L.", "SCI"])
        }
        Language::Spanish => random.pick(&["SA", "S.A.", "SL", "S.L.", "S.L.U.", "y Asociados"]),
        Language::Slovak => random.pick(&["s.r.o.", "a.s.", "s. r. o.", "a. s.", "k.s."]),
    }
}

fn trade(language: Language) -> Vec<&'static str> {
    match language {
        Language::German => vec![
            "Versicherungen",
            "Logistik",
            "Maschinenbau",
            "Elektronik",
            "Bau",
            "Immobilien",
            "Technik",
            "Systeme",
            "Energie",
            "Pharma",
            "Gruppe",
            "Beratung",
            "Medien",
            "Reisen",
            "Software",
            "Bank",
            "Spedition",
            "Verlag",
            "Autohaus",
            "Solar",
            "Consulting",
            "Holding",
            "Metallbau",
            "Reinigung",
            "Telekom",
        ],
        Language::English => vec![
            "Technologies",
            "Systems",
            "Insurance",
            "Logistics",
            "Foods",
            "Electronics",
            "Solutions",
            "Bank",
            "Energy",
            "Pharma",
            "Media",
            "Software",
            "Airlines",
            "Motors",
            "Consulting",
            "Partners",
            "Capital",
            "Health",
            "Labs",
            "Telecom",
            "Networks",
            "Studios",
            "Bakery",
            "Coffee",
            "Records",
            "Foundation",
            "Hotel",
            "Services",
            "Group",
        ],
        _ => vec![
            "Group",
            "Consulting",
            "Systems",
            "Logistics",
            "Energy",
            "Bank",
            "Studio",
            "Media",
            "Construct",
        ],
    }
}

/// A made-up word as firms call themselves.
fn brand(random: &mut Random) -> String {
    let starts = [
        "Acro", "Aero", "Alpha", "Astra", "Atlas", "Bio", "Blue", "Bright", "Certa", "Clear",
        "Cloud", "Core", "Data", "Delta", "Dyna", "Eco", "Ever", "Fin", "Flex", "Fresh", "Gen",
        "Global", "Green", "Hydro", "Inno", "Inter", "Kine", "Lumi", "Max", "Media", "Meta",
        "Micro", "Net", "Neo", "Nexa", "Nord", "Nova", "Omni", "Opti", "Orbi", "Petro", "Pixel",
        "Prime", "Pro", "Quant", "Quick", "Rapid", "Sky", "Smart", "Solar", "Spark", "Star", "Sun",
        "Swift", "Syn", "Tech", "Tele", "Terra", "Titan", "Trans", "Tri", "True", "Ultra", "Uni",
        "Urban", "Vera", "Vita", "Volt", "West", "Zen",
    ];
    let ends = [
        "base", "bridge", "care", "cell", "com", "core", "craft", "dyne", "flow", "fix", "gen",
        "gia", "grid", "hub", "ix", "lab", "line", "link", "logic", "max", "media", "mart", "net",
        "nova", "path", "plex", "point", "scape", "soft", "space", "star", "sync", "tech", "tel",
        "tron", "va", "via", "ware", "wave", "wise", "works", "x", "zone",
    ];
    match random.below(10) {
        0..5 => format!("{}{}", random.pick(&starts), random.pick(&ends)),
        5 => format!("{}{}", random.pick(&starts), capital(random.pick(&ends))),
        6 => format!("{} {}", random.pick(&starts), capital(random.pick(&ends))),
        7 => {
            let count = random.between(2, 4);
            (0..count).map(|_| char::from(b'A' + random.below(26) as u8)).collect()
        }
        _ => invented(random),
    }
}

/// Any organisation: a firm, a well-known one, an office, a school, a club.
pub(super) fn organisation(people: &People, language: Language, random: &mut Random) -> String {
    let town = places::town(people, language, random);
    match random.below(100) {
        0..45 => firm(people, language, random),
        45..75 => {
            let names: Vec<&str> = FIRMS.lines().flat_map(|l| l.split(", ")).collect();
            random.pick(&names).to_owned()
        }
        _ => format!("{} {town}", public(language, random)),
    }
}

fn public(language: Language, random: &mut Random) -> &'static str {
    match language {
        Language::German => random.pick(&[
            "Universität",
            "Stadtwerke",
            "Sparkasse",
            "Volksbank",
            "Amtsgericht",
            "Finanzamt",
            "Stadt",
            "Klinikum",
            "FC",
            "SV",
            "TSV",
            "Hochschule",
            "Landratsamt",
            "Polizei",
            "Jobcenter",
            "Technische Universität",
            "VfL",
            "Landgericht",
            "Volkshochschule",
            "Stadtverwaltung",
            "Handwerkskammer",
            "Raiffeisenbank",
        ]),
        Language::English => random.pick(&[
            "University of",
            "Bank of",
            "City of",
            "Museum of",
            "Royal Bank of",
            "College of",
            "Diocese of",
            "Port of",
            "Chamber of Commerce",
            "Council of",
            "Library of",
            "Church of",
        ]),
        Language::French => random.pick(&[
            "Université de",
            "Mairie de",
            "Banque de",
            "Préfecture de",
            "Hôpital de",
            "Tribunal de",
        ]),
        Language::Spanish => random.pick(&[
            "Universidad de",
            "Ayuntamiento de",
            "Banco de",
            "Hospital de",
            "Caja de",
        ]),
        Language::Slovak => {
            random.pick(&["Univerzita", "Mestský úrad", "Okresný súd", "Nemocnica", "Obecný úrad"])
        }
    }
}

pub(super) fn id(random: &mut Random) -> String {
    let number = random.between(100, 9_999_999);
    match random.below(5) {
        0 => number.to_string(),
        1 => format!("{}-{number}", random.pick(&["A", "KD", "ORD", "INC", "TK", "RE", "SR"])),
        2 => format!("{}/{}", number, random.between(10, 99)),
        3 => format!("#{number}"),
        _ => format!("{}{number}", random.pick(&["A", "K", "V", "CX", "PO"])),
    }
}

pub(super) fn amount(language: Language, random: &mut Random) -> String {
    let (units, cents) = (random.between(1, 4000), random.below(100));
    match language {
        Language::English => {
            format!("{}{units}.{cents:02}", random.pick(&["$", "£", "€", "USD ", "EUR "]))
        }
        _ => format!("{units},{cents:02} {}", random.pick(&["€", "EUR", "Euro", "CHF"])),
    }
}

pub(super) fn date(language: Language, random: &mut Random) -> String {
    let (day, month, year) =
        (random.between(1, 28), random.between(1, 12), random.between(1940, 2026));
    let name = word("month", language, random);
    match (language, random.below(5)) {
        (Language::English, 0) => format!("{name} {day}, {year}"),
        (Language::English, 1) => format!("{day} {name} {year}"),
        (Language::English, 2) => format!("{month}/{day}/{year}"),
        (Language::German, 0) => format!("{day}. {name} {year}"),
        (Language::German, 1) => format!("{day}. {name}"),
        (_, 0 | 1) => format!("{day} {name} {year}"),
        (_, 2) => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{day:02}.{month:02}.{year}"),
    }
}

pub(super) fn phone(random: &mut Random) -> String {
    let (a, b) = (random.between(20, 999), random.between(100_000, 9_999_999));
    match random.below(4) {
        0 => format!("+49 {a} {b}"),
        1 => format!("0{a}/{b}"),
        2 => format!("({a}) {b}"),
        _ => format!("+44 {a} {b}"),
    }
}
