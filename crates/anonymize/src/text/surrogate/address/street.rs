//! Names of streets: the kind of street stays, its name becomes another.

use abide_detect::Kind;

use super::super::places::Country;
use super::Cell;
use crate::text::session::Session;
use crate::text::shape::{cased, folded};

/// Endings that make a street of a word, the longer ones first.
pub(super) const ENDINGS: [&str; 22] = [
    "straße", "strasse", "str.", "str", "gasse", "allee", "chaussee", "platz", "weg", "ring",
    "damm", "ufer", "pfad", "stieg", "straat", "laan", "gracht", "gatan", "vägen", "gade", "vej",
    "gata",
];
/// Names of streets are made of a beginning and an end, by language: German, English, French, Spanish, Slovak.
const STREETS: [(&[&str], &[&str]); 5] = [
    (
        &[
            "Ginster", "Hasel", "Silber", "Wiesel", "Finken", "Moos", "Quell", "Schlehen",
            "Distel", "Eibisch",
        ],
        &["stein", "horn", "lohe", "kamp", "anger", "rain", "hain", "klamm"],
    ),
    (
        &[
            "Bramble", "Alder", "Thistle", "Fern", "Plover", "Sorrel", "Heron", "Wren", "Sedge",
            "Tansy",
        ],
        &["combe", "mere", "wick", "stow", "thwaite", "holt", "hurst", "garth"],
    ),
    (
        &[
            "Sorbe", "Verde", "Clair", "Haute", "Frêne", "Genêt", "Merle", "Roche", "Saule",
            "Bruyère",
        ],
        &["lune", "combe", "val", "mont", "rive", "source", "lande", "fontaine"],
    ),
    (
        &[
            "Roble", "Jara", "Olmo", "Mirlo", "Retama", "Encina", "Romero", "Brezo", "Sabina",
            "Tejo",
        ],
        &["verde", "alto", "claro", "llano", "blanco", "fuente", "hondo", "sol"],
    ),
    (
        &[
            "Jarabin", "Smrek", "Trnk", "Šípk", "Javor", "Liesk", "Drozd", "Vrabč", "Borovic",
            "Rašelin",
        ],
        &["ovnícka", "ianska", "ohorská", "inova", "olesná", "ulinská", "ovická", "ohájska"],
    ),
];

/// A street: its kind ("Street", "rue", "…straße") stays, its name becomes another.
pub(super) fn street(
    run: &[Cell<'_>],
    country: &Country,
    session: &mut Session<'_>,
) -> Option<Vec<Option<String>>> {
    let is_name = |c: &Cell<'_>| {
        let kind =
            c.is_street() && ending(&c.text.to_lowercase()).is_none_or(|(stem, _)| stem.is_empty());
        let letters = c.text.chars().count();
        // Short words in small letters are "de la", "der".
        !kind && letters > 2 && (letters > 3 || c.text.starts_with(char::is_uppercase))
    };
    let named = run.iter().any(is_name);
    let of_name = |c: &Cell<'_>| if named { is_name(c) } else { true };
    let mut own = String::new();
    for cell in run.iter().filter(|c| of_name(c)) {
        let word = cell.text.to_lowercase();
        own.push_str(&folded(ending(&word).map_or(word.as_str(), |(stem, _)| stem)));
    }
    let name = session.invented(Kind::Address, &format!("street {own}"), |dice| {
        let (beginnings, ends) = STREETS.get(language(country))?;
        Some(format!("{}{}", dice.pick(beginnings)?, dice.pick(ends)?))
    })?;
    let mut first = true;
    let each = |c: &Cell<'_>| match (of_name(c), std::mem::take(&mut first)) {
        (false, before) => {
            first = before;
            Some(c.text.to_owned())
        }
        (true, true) => Some(spelled(&name, c.text)),
        (true, false) => None,
    };
    // The ending of a street in several words ("Johann-Peter-Weg" has one, "Alte Poststraße" too) is that of its last.
    let mut words: Vec<Option<String>> = run.iter().map(each).collect();
    let last = run.iter().rposition(of_name)?;
    let first = run.iter().position(of_name)?;
    if let (true, Some(end)) = (last > first, run.get(last).and_then(|c| written_ending(c.text))) {
        *words.get_mut(first)? = Some(format!("{}{end}", spelled(&name, run.get(first)?.text)));
    }
    Some(words)
}

/// The invented name in the case of the old one, with its ending.
fn spelled(name: &str, like: &str) -> String {
    let end = written_ending(like).unwrap_or_default();
    format!("{}{end}", cased(name, like))
}

/// The ending of a street as it is written, with the hyphen before it.
fn written_ending(word: &str) -> Option<&str> {
    let lower = word.to_lowercase();
    let (stem, _) = ending(&lower)?;
    let end = word.get(stem.len()..)?;
    (!stem.is_empty() && lower.len() == word.len()).then_some(end)
}

/// A word of small letters cut before the ending that makes a street of it.
pub(super) fn ending(word: &str) -> Option<(&str, &str)> {
    let end = ENDINGS.iter().find_map(|e| word.strip_suffix(e))?;
    let stem = end.trim_end_matches('-');
    // "Spring" is no street by itself.
    if (1..3).contains(&stem.chars().count()) {
        return None;
    }
    word.split_at_checked(stem.len())
}

fn language(country: &Country) -> usize {
    match country.code {
        "GB" | "US" => 1,
        "FR" => 2,
        "ES" => 3,
        "SK" => 4,
        _ => 0,
    }
}
