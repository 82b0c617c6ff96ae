//! Postal addresses that do not exist: an invented street and house number, another town of the country, and a post code of
//! the country's form that is assigned to nobody.
//!
//! Parts keep their own memory, so that "Hauptstr. 12", "Hauptstraße" and "in Berlin" later in the document agree with the
//! whole address. Order, signs, kind of street, floor and country stay.

mod street;

use abide_detect::Kind;
use abide_detect::lexicon::{Sense, SenseSet, built_in};

use super::places::{self, Country};
use crate::text::dice::Dice;
use crate::text::session::Session;
use crate::text::shape::{cased, folded};
use street::{ending, street};

/// The longest address.
const LONGEST: usize = 300;
/// How often a house number is drawn again that became itself.
const TRIES: usize = 50;
/// Words that say what a number is: a floor, a flat, a box.
const STAYS: SenseSet = SenseSet::of(&[Sense::Unit, Sense::PostBox, Sense::AddressWord]);
/// What a word of an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Street,
    Number,
    Code,
    Town,
    State,
    Stays,
}

/// A word of an address.
#[derive(Debug)]
struct Cell<'a> {
    text: &'a str,
    start: usize,
    /// Which of the stretches between commas and line ends.
    segment: usize,
    role: Role,
}

impl Cell<'_> {
    fn senses(&self) -> SenseSet {
        built_in().word(self.text.trim_end_matches('.')).senses
    }
    fn has_digit(&self) -> bool {
        self.text.contains(|c: char| c.is_ascii_digit())
    }
    fn is_name(&self) -> bool {
        self.text.starts_with(char::is_uppercase) && !self.has_digit()
    }
    /// Says that it is a street by itself or with what stands beside it.
    fn is_street(&self) -> bool {
        let word = self.text.to_lowercase();
        let compound = ending(&word).is_some();
        compound || self.senses().meets(SenseSet::of(&[Sense::Street, Sense::StreetBefore]))
    }
}

/// An address that does not exist; `None` if what stands there has no part that is known.
pub(super) fn invented(value: &str, session: &mut Session<'_>) -> Option<String> {
    if value.len() > LONGEST || value.chars().any(|c| c as u32 >= 0x250 && c.is_alphabetic()) {
        return None;
    }
    let mut cells = cells(value);
    let country = assign(&mut cells, session)?;
    cells.iter().any(|c| c.role != Role::Stays).then_some(())?;
    let new = replaced(&cells, country, session)?;
    let (mut out, mut at) = (String::with_capacity(value.len()), 0);
    for (cell, new) in cells.iter().zip(new) {
        let between = value.get(at..cell.start)?;
        at = cell.start + cell.text.len();
        match new {
            Some(new) => out.extend([between, &new]),
            // A name of several words became one word.
            None => out.push_str(between.trim_end()),
        }
    }
    out.push_str(value.get(at..)?);
    Some(out)
}

fn cells(value: &str) -> Vec<Cell<'_>> {
    let (mut cells, mut segment, mut start) = (Vec::new(), 0, None);
    for (at, c) in value.char_indices().chain([(value.len(), '\n')]) {
        let between = c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '/' | '|' | '·');
        match (between, start) {
            (true, Some(from)) => {
                let text = value.get(from..at).unwrap_or("");
                cells.push(Cell { text, start: from, segment, role: Role::Stays });
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
        segment += usize::from(matches!(c, ',' | ';' | '\n' | '|' | '·'));
    }
    cells
}

/// Decides what each word is; the country whose form the address has.
fn assign(cells: &mut [Cell<'_>], session: &Session<'_>) -> Option<&'static Country> {
    let code = (0..cells.len()).rev().find_map(|at| code_at(cells, at, session));
    let country = match code {
        Some((at, len, country)) => {
            cells.iter_mut().skip(at).take(len).for_each(|c| c.role = Role::Code);
            towns(cells, at, len, country);
            country
        }
        None => {
            last_town(cells);
            let town = cells.iter().find(|c| c.role == Role::Town);
            town.and_then(|c| places::country_of(c.text)).or_else(|| places::home(session))?
        }
    };
    for cell in cells.iter_mut().filter(|c| c.role == Role::Stays) {
        cell.role = match cell.senses() {
            _ if cell.has_digit() => Role::Number,
            senses if senses.meets(STAYS) || senses.has(Sense::Country) => Role::Stays,
            _ if cell.text.contains(char::is_alphabetic) => Role::Street,
            _ => Role::Stays,
        };
    }
    Some(country)
}

/// The post code that starts at a word: how many words it has, and whose it is.
fn code_at(
    cells: &[Cell<'_>],
    at: usize,
    session: &Session<'_>,
) -> Option<(usize, usize, &'static Country)> {
    let cell = cells.get(at)?;
    let before = at.checked_sub(1).and_then(|b| cells.get(b));
    let next = cells.get(at + 1).filter(|n| n.segment == cell.segment);
    let after = next.map_or("", |n| n.text);
    let found = |len, code| Some((at, len, places::country(code)?));
    if is_british(cell.text, after) {
        return found(2, "GB");
    }
    let (prefix, digits) = cell.text.split_once('-').unwrap_or(("", cell.text));
    let (prefix, digits) = if prefix.bytes().all(|b| b.is_ascii_alphabetic()) {
        (prefix, digits)
    } else {
        ("", cell.text)
    };
    let (first, plus) = digits.split_once('-').unwrap_or((digits, ""));
    let number = |text: &str, len| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    let state = before.is_some_and(|b| is_state(b.text));
    let guess = next.and_then(|n| places::country_of(n.text)).or_else(|| places::home(session))?;
    match (prefix, first.len()) {
        _ if !first.bytes().all(|b| b.is_ascii_digit()) => None,
        ("D" | "DE", 5) => found(1, "DE"),
        ("F" | "FR", 5) => found(1, "FR"),
        ("E" | "ES", 5) => found(1, "ES"),
        ("A" | "AT", 4) => found(1, "AT"),
        ("CH", 4) => found(1, "CH"),
        ("", 5) if number(plus, 4) || state => found(1, "US"),
        ("", 5) if plus.is_empty() && guess.code == "GB" => found(1, "US"),
        ("", 5) if plus.is_empty() => found(1, guess.code),
        ("", 3) if number(after, 2) => found(2, "SK"),
        ("", 4) if guess.code != "GB" && next.is_some_and(|n| n.is_name() && !n.is_street()) => {
            found(1, if guess.code == "CH" { "CH" } else { "AT" })
        }
        _ => None,
    }
}

fn is_british(outward: &str, inward: &str) -> bool {
    let inner = inward.as_bytes();
    let alphabetic = |b: &u8| b.is_ascii_uppercase();
    matches!(inner, [d, a, b] if d.is_ascii_digit() && alphabetic(a) && alphabetic(b))
        && (2..=4).contains(&outward.len())
        && outward.starts_with(|c: char| c.is_ascii_uppercase())
        && outward.contains(|c: char| c.is_ascii_digit())
        && outward.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn is_state(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// The town beside a post code: after it, or before it in Britain and the United States.
fn towns(cells: &mut [Cell<'_>], at: usize, len: usize, country: &Country) {
    let Some(segment) = cells.get(at).map(|c| c.segment) else { return };
    if !matches!(country.code, "GB" | "US") {
        let after = cells.iter_mut().skip(at + len).take_while(|c| c.segment == segment);
        after.take_while(|c| !c.has_digit()).for_each(|c| c.role = Role::Town);
        return;
    }
    let (before, _) = cells.split_at_mut(at);
    let mut town = None;
    for cell in before.iter_mut().rev() {
        let is_first = town.is_none();
        if is_first && country.code == "US" && is_state(cell.text) {
            cell.role = Role::State;
            continue;
        }
        let near = town.unwrap_or(cell.segment) == cell.segment && cell.segment + 2 > segment;
        if !near || cell.has_digit() || cell.is_street() || !cell.is_name() {
            break;
        }
        (cell.role, town) = (Role::Town, Some(cell.segment));
    }
}

/// Without a post code: the last stretch without number and street that is not the only one, or whose words are listed.
fn last_town(cells: &mut [Cell<'_>]) {
    let plain = |segment: usize, cells: &[Cell<'_>]| {
        let mut own = cells.iter().filter(|c| c.segment == segment);
        own.all(|c| !c.has_digit() && !c.is_street() && !c.senses().meets(STAYS))
    };
    let listed = SenseSet::of(&[Sense::Town, Sense::UnsurePlace, Sense::Region]);
    let first = cells.first().map_or(0, |c| c.segment);
    let mut segments: Vec<usize> = cells.iter().map(|c| c.segment).collect();
    segments.dedup();
    let town = segments.into_iter().rev().find(|segment| {
        let own: Vec<&Cell<'_>> = cells.iter().filter(|c| c.segment == *segment).collect();
        let country = own.iter().all(|c| c.senses().has(Sense::Country));
        let known = own.iter().any(|c| c.senses().meets(listed));
        plain(*segment, cells) && !country && (known || *segment != first)
    });
    let own = cells.iter_mut().filter(|c| Some(c.segment) == town);
    own.for_each(|c| c.role = Role::Town);
}

/// What stands in the place of each word; `None` for words of a name that became one.
fn replaced(
    cells: &[Cell<'_>],
    country: &'static Country,
    session: &mut Session<'_>,
) -> Option<Vec<Option<String>>> {
    let mut new: Vec<Option<String>> = cells.iter().map(|c| Some(c.text.to_owned())).collect();
    let mut town = String::new();
    for (from, to) in runs(cells) {
        let run = cells.get(from..to)?;
        let words: Vec<Option<String>> = match run.first()?.role {
            Role::Street => street(run, country, session)?,
            Role::Number => run.iter().map(|c| number(c.text, session)).collect(),
            Role::Code => code(run, country, session)?.into_iter().map(Some).collect(),
            Role::Town => {
                let whole = run.iter().map(|c| c.text).collect::<Vec<_>>().join(" ");
                town = places::town(&whole, Some(country), session)?;
                one(&town, run.len())
            }
            Role::State | Role::Stays => continue,
        };
        for (place, word) in new.iter_mut().skip(from).zip(words) {
            *place = word;
        }
    }
    for (place, cell) in new.iter_mut().zip(cells).filter(|(_, c)| c.role == Role::State) {
        *place = Some(places::state(&town).unwrap_or(cell.text).to_owned());
    }
    Some(new)
}

/// One word, and nothing for the others.
fn one(word: &str, len: usize) -> Vec<Option<String>> {
    let rest = std::iter::repeat_n(None, len.saturating_sub(1));
    std::iter::once(Some(word.to_owned())).chain(rest).collect()
}

/// Where words of one role follow each other within a stretch.
fn runs(cells: &[Cell<'_>]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let goes_on = at.checked_sub(1).and_then(|b| cells.get(b));
        match runs.last_mut() {
            Some(run)
                if goes_on.is_some_and(|b| b.role == cell.role && b.segment == cell.segment) =>
            {
                run.1 = at + 1;
            }
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}

/// Another house number with as many digits.
fn number(own: &str, session: &mut Session<'_>) -> Option<String> {
    let key = format!("number {}", folded(own));
    let new = session.invented(Kind::Address, &key, |dice| {
        (0..TRIES).find_map(|_| house(own, dice).filter(|new| *new != own))
    })?;
    Some(cased(&new, own))
}

/// A number as long as the first in a house number; further ones (`12-14`) follow it, a letter becomes one of the first.
fn house(own: &str, dice: &mut Dice<'_>) -> Option<String> {
    let digits = own.chars().take_while(char::is_ascii_digit).count().clamp(1, 5) as u32;
    let low = 10usize.pow(digits - 1);
    let mut next = low + dice.below(low * 9);
    let (mut out, mut in_number) = (String::new(), false);
    for c in own.chars() {
        if c.is_alphabetic() {
            out.push_str(dice.pick(&["a", "b", "c", "d"])?);
        } else if !c.is_ascii_digit() {
            out.push(c);
        } else if !in_number {
            out.push_str(&next.to_string());
            next += 2 + 2 * dice.below(3);
        }
        in_number = c.is_ascii_digit();
    }
    Some(out)
}

/// A post code that is assigned to nobody, in the spelling of the old one.
///
/// Germany: areas 05, 43, 62; United States: 001 to 004; France: 96; Spain: provinces from 53 on; Slovakia: 00; Austria and
/// Switzerland: a first digit 0; Britain: areas that begin with Q, V or X, letters that no area begins with.
fn code(run: &[Cell<'_>], country: &Country, session: &mut Session<'_>) -> Option<Vec<String>> {
    let whole: String = run.iter().map(|c| c.text).collect();
    let key = format!("code {}", folded(&whole));
    let new = session.invented(Kind::Address, &key, |dice| {
        Some(match country.code {
            "GB" => {
                let (area, inner) = (["Q", "V", "X"], ["AB", "DE", "HJ", "LN", "PR", "TW"]);
                format!(
                    "{}{} {}{}",
                    dice.pick(&area)?,
                    1 + dice.below(9),
                    dice.digit(),
                    dice.pick(&inner)?
                )
            }
            "DE" => format!("{}{}", dice.pick(&["05", "43", "62"])?, dice.digits(3)),
            "US" => format!("00{}{}{}", 1 + dice.below(4), dice.digits(2), dice.digits(4)),
            "FR" => format!("96{}", dice.digits(3)),
            "ES" => format!("{}{}", 53 + dice.below(47), dice.digits(3)),
            "SK" => format!("00{}", dice.digits(3)),
            _ => format!("0{}", dice.digits(3)),
        })
    })?;
    if let ("GB", Some((outward, inward))) = (country.code, new.split_once(' ')) {
        return Some(vec![outward.to_owned(), inward.to_owned()]);
    }
    let mut digits = new.chars();
    let mut digit = |c: char| if c.is_ascii_digit() { digits.next().unwrap_or('0') } else { c };
    Some(run.iter().map(|c| c.text.chars().map(&mut digit).collect()).collect())
}

#[cfg(test)]
mod tests;
