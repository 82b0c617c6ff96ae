//! Ends of words that make a street of it: German, Dutch, the languages of the north.

use crate::finding::{LIKELY, POSSIBLE, WEAK};

/// A suffix and the score that it gives beside a house number.
type Suffix = (&'static str, u8);

const FAIR: u8 = POSSIBLE + 5;

/// The suffixes that end with a letter, so that nearly all words are done with after one look.
fn ending_with(last: u8) -> &'static [Suffix] {
    match last {
        b'e' => &[
            ("straße", LIKELY),
            ("strasse", LIKELY),
            ("gasse", LIKELY),
            ("allee", LIKELY),
            ("chaussee", LIKELY),
            ("gade", LIKELY),
            ("stræde", LIKELY),
            ("promenade", FAIR),
            ("kade", FAIR),
            ("zeile", WEAK),
            ("brücke", WEAK),
        ],
        b'r' => &[("str", LIKELY), ("ufer", FAIR)],
        b't' => &[("straat", LIKELY), ("gracht", LIKELY), ("braut", FAIR), ("markt", WEAK)],
        b'n' => &[
            ("gatan", LIKELY),
            ("vägen", LIKELY),
            ("veien", LIKELY),
            ("vegen", LIKELY),
            ("laan", FAIR),
            ("baan", FAIR),
            ("plein", FAIR),
            ("graben", WEAK),
            ("garten", WEAK),
        ],
        b'g' => &[
            ("weg", FAIR),
            ("stieg", FAIR),
            ("steeg", FAIR),
            ("steig", WEAK),
            ("ring", WEAK),
            ("berg", WEAK),
        ],
        b'a' => &[("gata", FAIR), ("kuja", FAIR)],
        b'z' => &[("platz", FAIR)],
        b'm' => &[("damm", FAIR)],
        b'd' => &[("pfad", FAIR), ("pad", WEAK)],
        b'k' => &[("dijk", FAIR)],
        b'j' => &[("vej", LIKELY)],
        b'u' => &[("katu", LIKELY)],
        b'i' => &[("stræti", LIKELY)],
        b'l' => &[("singel", FAIR), ("wall", WEAK)],
        b'f' => &[("dreef", FAIR), ("hof", WEAK)],
        _ => &[],
    }
}

/// Beginnings of words on "-platz" and "-weg" that are no streets.
const NO_STREETS: [&str; 11] = [
    "arbeits",
    "park",
    "sitz",
    "steh",
    "stell",
    "lager",
    "studien",
    "ausbildungs",
    "rück",
    "rettungs",
    "stellen",
];

/// The score that the end of a word gives; `None` if no street ends so.
pub(super) fn score(word: &str) -> Option<u8> {
    let last = word.as_bytes().last()?.to_ascii_lowercase();
    let (from, score) = ending_with(last).iter().find_map(|(end, score)| {
        let from = word.len().checked_sub(end.len()).filter(|from| *from >= 2)?;
        word.get(from..).filter(|tail| tail.eq_ignore_ascii_case(end)).map(|_| (from, *score))
    })?;
    let before = word.get(..from).unwrap_or("");
    let none = NO_STREETS.iter().any(|no| before.eq_ignore_ascii_case(no));
    Some(if none { WEAK } else { score })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_words() {
        for (word, expected) in [
            ("Hauptstraße", Some(LIKELY)),
            ("HAUPTSTRASSE", Some(LIKELY)),
            ("Prinsengracht", Some(LIKELY)),
            ("Hahnweg", Some(FAIR)),
            ("Parkplatz", Some(WEAK)),
            ("Monitoring", Some(WEAK)),
            ("Weg", None),
            ("Straße", None),
            ("Antrag", None),
            ("", None),
        ] {
            assert_eq!(score(word), expected, "{word}");
        }
    }
}
