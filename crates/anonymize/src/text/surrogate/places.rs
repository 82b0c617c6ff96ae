//! Other places of the same country and sort, the same for the same place within a document.
//!
//! The towns are real ones of middle size, so that a text still reads well; a place that is not listed becomes a town of
//! the country whose language the document speaks.

use abide_detect::Kind;
use abide_detect::lexicon::{Sense, built_in};

pub(super) use super::place_lists::Country;
use super::place_lists::{COUNTRIES, LARGE, NAMES};
use crate::text::session::Session;
use crate::text::shape::{cased, folded};

/// Words after which a place is only told apart from another: "Frankfurt am Main".
const APART: [&str; 14] =
    ["am", "an", "der", "bei", "im", "ob", "in", "upon", "on", "sur", "en", "nad", "pri", "de"];

/// The country with this code.
pub(super) fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|c| c.code == code)
}

/// The country of a listed place.
pub(super) fn country_of(name: &str) -> Option<&'static Country> {
    let own = folded(name);
    let same = |listed: &&str| folded(listed) == own;
    let large = LARGE.iter().find(|(_, towns)| towns.iter().any(&same));
    large
        .and_then(|(code, _)| country(code))
        .or_else(|| COUNTRIES.iter().find(|c| c.towns.iter().chain(c.regions).any(&same)))
}

/// The country whose language a document speaks.
pub(super) fn home(session: &Session<'_>) -> Option<&'static Country> {
    COUNTRIES.get(session.names.language().unwrap_or(1))
}

/// Another place for a place that stands alone.
pub(super) fn place(value: &str, session: &mut Session<'_>) -> Option<String> {
    let has_digit = value.contains(|c: char| c.is_numeric());
    if has_digit || value.len() > 64 || !value.contains(char::is_alphabetic) {
        return None;
    }
    if built_in().word(value).senses.has(Sense::Country) || listed_country(value).is_some() {
        return other_country(value, session);
    }
    if let Some(stem) = value.strip_suffix('s').filter(|s| is_met(s, session)) {
        return Some(format!("{}s", town(stem, None, session)?));
    }
    town(value, None, session)
}

/// Whether a place is listed, or was replaced before.
fn is_met(name: &str, session: &Session<'_>) -> bool {
    session.recall(Kind::Loc, &head(name)).is_some() || country_of(name).is_some()
}

/// Another town (or region, for one that is listed as such), in the case of the old one.
pub(super) fn town(
    name: &str,
    country: Option<&'static Country>,
    session: &mut Session<'_>,
) -> Option<String> {
    let key = head(name);
    let country = country_of(name).or(country).or_else(|| home(session))?;
    let is_region = country.regions.iter().any(|r| folded(r) == key)
        && !country.towns.iter().any(|t| folded(t) == key);
    let list = if is_region { country.regions } else { country.towns };
    let free: Vec<&str> =
        list.iter().copied().filter(|t| !session.is_taken(Kind::Loc, &folded(t))).collect();
    let from: &[&str] = if free.is_empty() { list } else { &free };
    let new = session.invented(Kind::Loc, &key, |dice| dice.pick(from).map(str::to_owned))?;
    session.take(Kind::Loc, &folded(&new));
    Some(cased(&new, name))
}

/// The state of an invented US town.
pub(super) fn state(town: &str) -> Option<&'static str> {
    let country = country("US")?;
    let at = country.towns.iter().position(|t| folded(t) == folded(town))?;
    country.states.get(at).copied()
}

/// What a place is known by: "Frankfurt am Main" and "Frankfurt (Oder)" by their first word, "Bad Homburg" by both.
fn head(name: &str) -> String {
    let name = name.split(['(', '/', ',']).next().unwrap_or(name);
    let mut words = name.split_whitespace().take_while({
        let mut first = true;
        move |w| std::mem::take(&mut first) || !APART.contains(&w.trim_end_matches('.'))
    });
    words.by_ref().map(folded).collect()
}

fn listed_country(name: &str) -> Option<(usize, usize)> {
    let own = folded(name);
    let column = |names: &[&str; 5]| names.iter().position(|n| folded(n) == own);
    NAMES.iter().enumerate().find_map(|(row, names)| Some((row, column(names)?)))
}

/// Another country, in the language of the document where the name is the same in several.
fn other_country(value: &str, session: &mut Session<'_>) -> Option<String> {
    let (row, column) = listed_country(value)?;
    let spoken = session.names.language().unwrap_or(column);
    let same = |l: usize| NAMES.get(row)?.get(l).filter(|n| folded(n) == folded(value));
    let column = if same(spoken).is_some() { spoken } else { column };
    let own = format!("country {row}");
    let new = session.invented(Kind::Loc, &own, |dice| {
        let at = (row + 1 + dice.below(NAMES.len() - 1)) % NAMES.len();
        Some(at.to_string())
    })?;
    let names = NAMES.get(new.parse::<usize>().ok()?)?;
    Some(cased(names.get(column)?, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_becomes_another_of_its_country_and_stays_that() {
        let mut state = 5u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state
        };
        let mut session = Session::new(&mut random);
        let berlin = place("Berlin", &mut session).unwrap();
        assert!(COUNTRIES[0].towns.contains(&berlin.as_str()), "{berlin}");
        assert_eq!(place("BERLIN", &mut session).unwrap(), berlin.to_uppercase());
        assert_eq!(place("Berlins", &mut session).unwrap(), format!("{berlin}s"));
        let main = place("Frankfurt am Main", &mut session).unwrap();
        assert_eq!(place("Frankfurt", &mut session).unwrap(), main);
        assert_ne!(main, berlin);
        assert!(COUNTRIES[3].towns.contains(&place("Madrid", &mut session).unwrap().as_str()));
        assert!(COUNTRIES[0].regions.contains(&place("Bayern", &mut session).unwrap().as_str()));
        let country = place("Schweden", &mut session).unwrap();
        assert!(NAMES.iter().any(|n| n[0] == country) && country != "Schweden", "{country}");
        assert_eq!(place("A7", &mut session), None);
        assert_eq!(place("Elfenbeinküste", &mut session), None);
    }

    #[test]
    fn lists_are_whole() {
        for country in COUNTRIES {
            assert!(country.towns.len() > 15 && country.regions.len() > 5, "{}", country.code);
            assert!(country.states.is_empty() || country.states.len() == country.towns.len());
        }
        assert!(LARGE.iter().all(|(code, _)| country(code).is_some()));
    }
}
