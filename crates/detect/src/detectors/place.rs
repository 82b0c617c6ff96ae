//! Places by lists and by the words around: countries, regions, towns, airports and stations, numbers of roads.
//!
//! What the lists do not know is left to the tagger, save for unknown names after "lives in" and the like. A name that is
//! also an ordinary word or somebody's name is a place only where its surroundings say so. Streets are found by
//! [`address`](super::address).

use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, LIKELY, POSSIBLE, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::places::name_at;
use crate::token::{Block, Case, Class};

#[derive(Debug)]
pub(crate) struct Place;

impl Detector for Place {
    fn name(&self) -> &'static str {
        "place"
    }
    fn wakes(&self) -> Wakes {
        Wakes {
            mixed: true,
            senses: LISTED.and(SenseSet::of(&[Sense::PlaceFirst, Sense::PlaceBefore])),
            ..Wakes::NEVER
        }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        if token.class == Class::Mixed {
            road(at.block, at.token, found);
            return;
        }
        let senses = at.block.senses(at.token);
        if token.case != Case::Lower {
            listed(at.block, at.token, found);
        } else if senses.has(Sense::Country) {
            lower(at.block, at.token, found);
        }
        if senses.has(Sense::PlaceBefore) {
            after_word(at.block, at.token, found);
        }
    }
}

/// Words of the lists.
const LISTED: SenseSet =
    SenseSet::of(&[Sense::Country, Sense::Region, Sense::Town, Sense::UnsurePlace]);
/// What makes a listed name doubtful.
const NAMES: SenseSet =
    SenseSet::of(&[Sense::Given, Sense::Surname, Sense::Month, Sense::Measure, Sense::Profession]);
/// What makes a name of the word after it.
const BEFORE_NAMES: SenseSet =
    SenseSet::of(&[Sense::Given, Sense::Honorific, Sense::Degree, Sense::Particle]);
const ORGANISATIONS: SenseSet = SenseSet::of(&[Sense::OrgWord, Sense::LegalForm]);

/// A name of the lists, of one word or several.
fn listed(block: &Block<'_>, at: usize, found: &mut Found) {
    let whole = name_at(block, at);
    let senses = whole.map_or(block.senses(at), |(_, sense)| sense.set());
    if !senses.meets(LISTED) || !is_free(block, at) || !has_its_case(block, at) {
        return;
    }
    let announced = announced(block, at);
    let listed = whole.map_or(at + 1, |(to, _)| to);
    let Some(to) = with_tail(block, listed, announced) else { return };
    let unsure = match whole {
        None => senses.has(Sense::UnsurePlace) || senses.meets(NAMES),
        Some(_) => is_saint(block, at),
    };
    let score = match (unsure, announced) {
        (true, false) => WEAK,
        (true, true) => POSSIBLE + 10,
        (false, true) => LIKELY + 5,
        (false, false) if senses.has(Sense::Country) => LIKELY,
        (false, false) => POSSIBLE + 10,
    };
    let (from, to, score) = with_facility(block, at, to, score);
    let alone = !announced && from == at && to == listed;
    if score <= WEAK || alone && part_of_name(block, at, to, senses.has(Sense::Country)) {
        return;
    }
    report(block, from, to, score, Evidence::Dictionary("places"), found);
}

/// Whether a name is written as one: not `camelCase`, and not three capitals (`ROM`) unless it is a country (`USA`).
fn has_its_case(block: &Block<'_>, at: usize) -> bool {
    block.token(at).is_some_and(|t| match t.case {
        Case::Title => true,
        Case::Upper => t.len() > 3 || block.senses(at).has(Sense::Country),
        _ => false,
    })
}

/// Names of saints are those of churches and days as well.
fn is_saint(block: &Block<'_>, at: usize) -> bool {
    matches!(block.word(at), "St" | "Sankt" | "Saint" | "San" | "Santa") && !block.joined(at + 1)
}

/// The token after what belongs to a name: a part of the town by hyphen, the river by "am" or in brackets. `None` where
/// what is joined makes something else of it (`Kyoto-Preis`, `berlin.de`).
fn with_tail(block: &Block<'_>, to: usize, announced: bool) -> Option<usize> {
    if block.joined(to) && is_tail(block, to) {
        return None;
    }
    let hyphen = block.joined(to) && block.token(to).is_some_and(|t| t.is('-'));
    if !hyphen || !block.joined(to + 1) {
        return Some(river(block, to));
    }
    let part = block.token(to + 1)?;
    if part.case == Case::Lower {
        return Some(to);
    }
    let place = block.senses(to + 1).meets(LISTED) || PARTS.contains(&block.word(to + 1));
    let free = part.class == Class::Word && !(block.joined(to + 2) && is_tail(block, to + 2));
    (free && (place || announced)).then_some(to + 2)
}

/// Names of parts of towns.
const PARTS: [&str; 10] =
    ["Nord", "Süd", "Ost", "West", "Mitte", "Altstadt", "Neustadt", "Zentrum", "Stadt", "Land"];

/// Adds "am Main", "an der Oder", "(Saale)".
fn river(block: &Block<'_>, to: usize) -> usize {
    let bracket = block.token(to).is_some_and(|t| t.is('('));
    let word = match (block.word(to), block.word(to + 1)) {
        ("am" | "im", _) => to + 1,
        ("an" | "ob" | "vor", "der") => to + 2,
        _ if bracket => to + 1,
        _ => return to,
    };
    let closed = !bracket || block.token(word + 1).is_some_and(|t| t.is(')'));
    let river = RIVERS.contains(&block.word(word)) && closed && !block.joined(to);
    if river { word + 1 + usize::from(bracket) } else { to }
}

/// Rivers, lakes and hills that German towns are told apart by.
const RIVERS: [&str; 46] = [
    "Main",
    "Rhein",
    "Neckar",
    "Inn",
    "Lech",
    "Harz",
    "See",
    "Ammersee",
    "Bodensee",
    "Chiemsee",
    "Hochrhein",
    "Elbe",
    "Donau",
    "Weser",
    "Saale",
    "Oder",
    "Spree",
    "Havel",
    "Ilm",
    "Isar",
    "Mosel",
    "Lahn",
    "Ruhr",
    "Aller",
    "Aisch",
    "Orla",
    "Breisgau",
    "Allgäu",
    "Taunus",
    "Weinstraße",
    "Brenz",
    "Fils",
    "Enz",
    "Kocher",
    "Jagst",
    "Tauber",
    "Wied",
    "Sieg",
    "Eder",
    "Fulda",
    "Werra",
    "Leine",
    "Rübenberge",
    "Teck",
    "Wald",
    "Westfalen",
];

/// A country in a text without capitals, where a preposition is before it.
fn lower(block: &Block<'_>, at: usize, found: &mut Found) {
    let length = block.token(at).map_or(0, crate::token::Token::len);
    if length > 4 && announced(block, at) && !block.senses(at).has(Sense::UnsurePlace) {
        report(block, at, at + 1, POSSIBLE + 5, Evidence::Dictionary("places"), found);
    }
}

/// Whether a name starts at this token: no letter, digit, underscore, dot or `@` is joined before it.
fn is_free(block: &Block<'_>, at: usize) -> bool {
    if !block.joined(at) {
        return true;
    }
    block
        .token(at - 1)
        .is_none_or(|t| !['_', '-', '.', '@', '/', '=', '&', '\\'].iter().any(|s| t.is(*s)))
        || is_spaced_slash(block, at)
}

/// `Frankfurt/Oder`: a slash between words of a text.
fn is_spaced_slash(block: &Block<'_>, at: usize) -> bool {
    at >= 2
        && block.token(at - 1).is_some_and(|t| t.is('/'))
        && block.token(at - 2).is_some_and(|t| t.case == Case::Title)
}

/// Whether something goes on after a name so that it is no place: `@`, `_`, `.de`.
fn is_tail(block: &Block<'_>, to: usize) -> bool {
    let Some(next) = block.token(to) else { return false };
    match next.class {
        Class::Sign if next.is('.') => {
            block.joined(to + 1) && block.token(to + 1).is_some_and(|t| t.class != Class::Line)
        }
        Class::Sign => next.is('@') || next.is('_') || next.is('='),
        Class::Line => false,
        _ => true,
    }
}

/// The value of prepositions that stand before persons as well: "from", "von".
const FAINT: u8 = 2;

/// Whether a preposition or "lives" says that a place follows.
fn announced(block: &Block<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let near = block.senses(before).has(Sense::PlaceBefore) && block.entry(before).value != FAINT;
    let road =
        block.senses(before).has(Sense::RoadWord) || block.senses(before).has(Sense::FacilityWord);
    let list = before >= 2
        && comma_or_and(block, before)
        && block.senses(before - 1).meets(LISTED)
        && block.senses(before - 2).has(Sense::PlaceBefore);
    near || road || list || block.before(at, 3, SenseSet::of(&[Sense::LivesWord])).is_some()
}

fn comma_or_and(block: &Block<'_>, at: usize) -> bool {
    block.token(at).is_some_and(|t| t.is(',') || t.is('-'))
        || matches!(block.word(at), "und" | "and" | "et" | "y" | "a")
}

/// Whether the words beside it make it part of a person's or an organisation's name: a town beside another capitalized
/// word is, mostly ("Borussia Dortmund", "New York Times"); a country is where the word says so.
fn part_of_name(block: &Block<'_>, at: usize, to: usize, country: bool) -> bool {
    let name = |i: usize, joined: bool| {
        block.token(i).is_some_and(|t| {
            t.class == Class::Word && !matches!(t.case, Case::Lower | Case::None) && !joined
        })
    };
    let before = at.checked_sub(1).filter(|i| name(*i, block.joined(at)));
    let after = Some(to).filter(|i| name(*i, block.joined(*i)));
    [before, after].into_iter().flatten().any(|beside| {
        let senses = block.senses(beside);
        let names = if beside < at { BEFORE_NAMES } else { Sense::Surname.set() };
        senses.meets(names.and(ORGANISATIONS)) || !country && !senses.meets(BESIDE)
    })
}

/// Words that may stand beside a town with a capital of their own.
const BESIDE: SenseSet = LISTED.and(SenseSet::of(&[
    Sense::RoadWord,
    Sense::FacilityWord,
    Sense::AddressWord,
    Sense::PlaceBefore,
]));

/// Adds a word such as "Flughafen" before or "Hbf" after.
fn with_facility(block: &Block<'_>, at: usize, to: usize, score: u8) -> (usize, usize, u8) {
    let facility = |i: usize| {
        block.senses(i).has(Sense::FacilityWord)
            && block.token(i).is_some_and(|t| t.class == Class::Word && t.case != Case::Lower)
    };
    let mut place = (at, to, score);
    if at > 0 && facility(at - 1) && !block.joined(at) {
        place = (at - 1, to, LIKELY);
    } else if facility(to) && !block.joined(to) {
        place = (at, to + 1, LIKELY);
    }
    place
}

/// An unknown name after "in" and its like: after "lives", or with the form of a town.
fn after_word(block: &Block<'_>, word: usize, found: &mut Found) {
    let at = word + 1;
    let Some(token) = block.token(at) else { return };
    let prefix = COMPASS.contains(&block.word(at));
    if token.class != Class::Word
        || !matches!(token.case, Case::Title | Case::Camel | Case::Upper)
        || token.len() < 3
        || ARTICLES.contains(&block.word(at))
        || !prefix && block.senses(at).meets(LISTED.and(ORDINARY))
        || name_at(block, at).is_some()
    {
        return;
    }
    let lives = block.before(word, 4, SenseSet::of(&[Sense::LivesWord])).is_some();
    let next = block.token(at + 1).filter(|t| t.case == Case::Title && t.len() > 2);
    let to = match (prefix, next) {
        (true, Some(_)) if !block.joined(at + 1) => at + 2,
        (true, _) => return,
        _ => at + 1,
    };
    let form = (prefix || has_form(block.word(at))) && block.entry(word).value != FAINT;
    let score = match (lives, form && token.case != Case::Upper) {
        (true, true) => LIKELY,
        (true, false) | (false, true) => POSSIBLE + 5,
        _ => return,
    };
    if !(block.joined(to) && is_tail(block, to)) {
        report(block, at, to, score, Evidence::Context(context(block, word)), found);
    }
}

fn context(block: &Block<'_>, at: usize) -> std::ops::Range<usize> {
    block.token(at).map_or(0..0, crate::token::Token::place)
}

/// Senses of words that follow "in" and are no places.
const ORDINARY: SenseSet = SenseSet::of(&[
    Sense::Month,
    Sense::Weekday,
    Sense::TimeUnit,
    Sense::Honorific,
    Sense::Given,
    Sense::Degree,
    Sense::OrgWord,
    Sense::LegalForm,
    Sense::HealthWord,
    Sense::Street,
    Sense::FacilityWord,
    Sense::Unit,
    Sense::AddressWord,
    Sense::LivesWord,
    Sense::PlaceBefore,
    Sense::Nationality,
    Sense::Religion,
]);

/// Words with a capital in titles and after colons that name nothing.
const ARTICLES: [&str; 10] =
    ["The", "This", "That", "Your", "Our", "Der", "Die", "Das", "Dieser", "Diese"];

/// First words of names of towns in English.
const COMPASS: [&str; 13] = [
    "North", "South", "East", "West", "New", "Lake", "Port", "Fort", "Mount", "Saint", "San",
    "Santa", "Upper",
];

/// Ends of names of towns, in English and German. A word with one of them is long enough to have something before it.
const FORMS: [&str; 34] = [
    "ville", "burgh", "bury", "mouth", "chester", "shire", "borough", "stead", "port", "berg",
    "view", "fort", "furt", "side", "stad", "haven", "town", "land", "ton", "dorf", "heim",
    "hausen", "burg", "ingen", "hofen", "rode", "leben", "kirchen", "bronn", "walde", "brück",
    "stadt", "bach", "feld",
];

fn has_form(word: &str) -> bool {
    let last = word.as_bytes().last();
    let same = |end: &&&str| end.as_bytes().last() == last;
    word.len() >= 6 && FORMS.iter().filter(same).any(|end| word.ends_with(end))
}

/// A road by its number, where words about traffic are near: `A4`, `B27`, `M25`.
fn road(block: &Block<'_>, at: usize, found: &mut Found) {
    let word = block.word(at).as_bytes();
    let [letter @ (b'A' | b'B' | b'E' | b'L' | b'K' | b'M' | b'D' | b'N' | b'S'), digits @ ..] =
        word
    else {
        return;
    };
    if !(1..=3).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return;
    }
    let roads = SenseSet::of(&[Sense::RoadWord]);
    let near = block.before(at, 4, roads).or_else(|| block.after(at, 4, roads));
    let free = !block.joined(at)
        || block.token(at - 1).is_some_and(|t| t.is('(') || t.is('/') || t.class == Class::Line);
    if let Some(near) = near.filter(|_| free && !(block.joined(at + 1) && is_tail(block, at + 1))) {
        let score = if *letter == b'A' || *letter == b'M' { LIKELY } else { POSSIBLE + 10 };
        report(block, at, at + 1, score, Evidence::Context(context(block, near)), found);
    }
}

fn report(block: &Block<'_>, from: usize, to: usize, score: u8, why: Evidence, found: &mut Found) {
    if let (Some(first), Some(last)) = (block.token(from), block.token(to - 1)) {
        let place = first.start as usize..last.end as usize;
        found.push(Finding::new(Kind::Loc, place, score).because(why));
    }
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::places;

    #[test]
    fn listed_places() {
        for (text, expected) in [
            ("Sie fährt nach Dresden.", vec!["Dresden"]),
            ("The orchestra serves Southern Poland and France.", vec!["Poland", "France"]),
            (
                "aus dem Vereinigten Königreich und Österreichs Westen",
                vec!["Vereinigten Königreich", "Österreichs"],
            ),
            ("Geboren in Bad Langensalza, Thüringen", vec!["Bad Langensalza", "Thüringen"]),
            ("il vit à Clermont-Ferrand", vec!["Clermont-Ferrand"]),
            ("býva v Bratislave", vec!["Bratislave"]),
            ("vive en San Sebastián", vec!["San Sebastián"]),
            ("i have been to germany, moved to slovenia, in france", vec!["slovenia", "france"]),
            ("Flughafen Frankfurt, Hannover Hbf", vec!["Flughafen Frankfurt", "Hannover Hbf"]),
        ] {
            assert_eq!(places(text, Kind::Loc), expected, "{text}");
        }
    }

    #[test]
    fn words_that_are_also_places_need_their_surroundings() {
        assert_eq!(places("Das Essen in Essen war gut.", Kind::Loc), ["Essen"]);
        assert_eq!(places("Reading books in Reading", Kind::Loc), ["Reading"]);
        for text in [
            "Nice to meet you",
            "Mobile: none",
            "Nancy called",
            "Turkey sandwich",
            "Halle ist voll",
        ] {
            assert!(places(text, Kind::Loc).is_empty(), "{text}");
        }
    }

    #[test]
    fn unknown_names_where_words_say_it() {
        for (text, expected) in [
            ("She lives in Rojasmouth and works", "Rojasmouth"),
            ("was signed in East Sheila.", "East Sheila"),
            ("er wohnt in Xaberg.", "Xaberg"),
            ("I will be in Port Oliviamouth", "Port Oliviamouth"),
        ] {
            assert_eq!(places(text, Kind::Loc), [expected], "{text}");
        }
        for text in ["in Freundschaft", "in Python", "interested in Data", "in Title case"] {
            assert!(places(text, Kind::Loc).is_empty(), "{text}");
        }
    }

    #[test]
    fn roads_beside_words_about_traffic() {
        assert_eq!(places("Stau auf der A7 Richtung Kassel", Kind::Loc), ["A7", "Kassel"]);
        assert_eq!(places("the M25 motorway", Kind::Loc), ["M25"]);
        assert!(places("Papier im Format A4", Kind::Loc).is_empty());
    }

    #[test]
    fn no_part_of_an_address_in_the_net() {
        for text in ["mail berlin@example.org", "www.berlin.de", "berlin_tickets", "id=Paris_3"] {
            assert!(places(text, Kind::Loc).is_empty(), "{text}");
        }
    }
}
