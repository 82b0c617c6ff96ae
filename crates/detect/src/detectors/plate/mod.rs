//! Vehicle plates, and vehicle identification numbers.
//!
//! Without a word, only what is hardly anything else is reported: a German plate with its hyphen and a known district, a French
//! one with both hyphens, a British one of the current form, a Slovak one, a VIN whose check digit is right. After a word
//! such as "Kennzeichen" or "licence plate" any short group of capitals and digits is a plate.

mod districts;
mod shape;
mod vin;

use std::ops::Range;

use self::shape::{Form, Stretch, previous};
use self::vin::Vin;
use crate::Kind;
use crate::beside::{Beside, Shape};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class, Token};

const WORDS: SenseSet = Sense::PlateWord.set();
/// The lexicon's values: 1 speaks of a vehicle, 2 announces its identification number.
const VEHICLE: u8 = 1;
const VIN_WORD: u8 = 2;

#[derive(Debug)]
pub(crate) struct Plate;

impl Detector for Plate {
    fn name(&self) -> &'static str {
        "plate"
    }
    fn wakes(&self) -> Wakes {
        Wakes { numbers: Some(may_end_plate), mixed: true, senses: WORDS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        match token.class {
            Class::Number if follows_capitals(at.block, token) => {
                by_form(at.block, at.token, found)
            }
            Class::Mixed if token.len() == vin::LENGTH => {
                identification(at.block, at.token, token, found)
            }
            Class::Mixed if may_be_part(at.block, token) => by_form(at.block, at.token, found),
            Class::Word => after_word(at.block, at.token, found),
            _ => {}
        }
    }
}

/// A short number after a blank or hyphen that is not itself after a number.
fn may_end_plate(shape: &Shape) -> bool {
    shape.digits <= 5 && matches!(shape.before, Beside::Blank | Beside::Dash) && !shape.digit_before
}

/// Whether one or two capitals stand before, after a hyphen or a blank: all that most numbers are asked.
fn follows_capitals(block: &Block<'_>, token: &Token) -> bool {
    let start = token.start as usize;
    let before = block.text.as_bytes().get(start.saturating_sub(4)..start).unwrap_or(&[]);
    let letters = match before {
        [.., b'A'..=b'Z', b' ' | b'-'] => before.len().saturating_sub(1),
        _ => return false,
    };
    let more = before.iter().take(letters).rev().take_while(|b| b.is_ascii_alphabetic()).count();
    token.len() <= 5 && more <= 2
}

/// What most mixtures of letters and digits are asked: a hyphen before (`B-AB123`, `BA-123AB`), or three capitals after
/// (`AB12 CDE`).
fn may_be_part(block: &Block<'_>, token: &Token) -> bool {
    let (start, end) = (token.start as usize, token.end as usize);
    let hyphen = start > 0 && block.byte(start - 1) == b'-';
    let follows =
        || (1..=3).all(|n| block.byte(end + n).is_ascii_uppercase()) && block.byte(end) == b' ';
    let short = token.len() <= 7 && token.case != Case::Lower;
    short
        && (hyphen
            || token.len() == 4 && follows()
            || follows_capitals(block, token) && token.len() <= 5)
}

/// Looks for a plate whose first digits are here and whose form tells.
fn by_form(block: &Block<'_>, at: usize, found: &mut Found) {
    let first = previous(block, at);
    let second = first.and_then(|f| previous(block, f));
    for start in [second, first, Some(at)].into_iter().flatten() {
        if block.word(start).bytes().any(|b| b.is_ascii_digit()) && start != at {
            continue;
        }
        let stretch = Stretch::read(block, start);
        let Some((form, pieces)) = stretch.known() else { continue };
        let place = stretch.place(pieces);
        if !stands_alone(block.text, &place) || !reaches(block, at, &place) {
            continue;
        }
        let context = context(block, start, &place);
        let telling = form.telling && !(form.name == "gb" && is_shouted(block, start, &place));
        if context.is_some() || telling {
            report(block, place, Some(form), context, found);
            return;
        }
        if form.name == "de" && block.slice(place.clone()).contains('-') {
            found.miss(Kind::Plate, form.name, place, "miss-context");
        }
    }
}

/// Whether the words before and after are in capitals, too: then capitals tell nothing.
fn is_shouted(block: &Block<'_>, start: usize, place: &Range<usize>) -> bool {
    let upper = |t: &Token| t.case == Case::Upper && t.len() > 2;
    let after =
        (start..start + 5).filter_map(|t| block.token(t)).find(|t| t.start as usize >= place.end);
    start.checked_sub(1).and_then(|b| block.token(b)).is_some_and(upper) || after.is_some_and(upper)
}

/// Whether the token belongs to the place.
fn reaches(block: &Block<'_>, at: usize, place: &Range<usize>) -> bool {
    block.token(at).is_some_and(|t| t.end as usize <= place.end)
}

/// Looks for any plate shortly after a word that announces one.
fn after_word(block: &Block<'_>, word: usize, found: &mut Found) {
    let value = block.entry(word).value;
    if value == VEHICLE || value == VIN_WORD {
        return;
    }
    let Some(context) = block.token(word).map(Token::place) else { return };
    for at in word + 1..word + 7 {
        let Some(token) = block.token(at) else { return };
        if matches!(token.class, Class::Line) && at > word + 2 {
            return;
        }
        let stretch = Stretch::read(block, at);
        let known = stretch.known();
        let Some(pieces) = known.map(|k| k.1).or_else(|| stretch.any()) else { continue };
        let place = stretch.place(pieces);
        if stands_alone(block.text, &place) {
            report(block, place, known.map(|k| k.0), Some(context), found);
            return;
        }
    }
}

/// The word near a plate that speaks of plates or vehicles.
fn context(block: &Block<'_>, start: usize, place: &Range<usize>) -> Option<Range<usize>> {
    let after = || {
        let last = (start..start + 6)
            .take_while(|t| block.token(*t).is_some_and(|t| (t.start as usize) < place.end))
            .last()?;
        block.after(last, 4, WORDS)
    };
    block.before(start, 8, WORDS).or_else(after).and_then(|w| block.token(w)).map(Token::place)
}

fn report(
    block: &Block<'_>,
    place: Range<usize>,
    form: Option<Form>,
    context: Option<Range<usize>>,
    found: &mut Found,
) {
    let score = match (form, &context) {
        (Some(_), Some(_)) => STRONG,
        (None, _) => LIKELY,
        (Some(form), None) if form.name == "gb" => POSSIBLE,
        (Some(_), None) => POSSIBLE + 10,
    };
    let normal: String =
        block.slice(place.clone()).chars().filter(|c| c.is_alphanumeric()).collect();
    let finding =
        Finding::new(Kind::Plate, place, score).form(form.map_or("", |f| f.name)).normal(normal);
    let finding = match form {
        Some(form) => finding.because(Evidence::Pattern(form.name)),
        None => finding,
    };
    found.push(context.map(Evidence::Context).into_iter().fold(finding, Finding::because));
}

fn identification(block: &Block<'_>, at: usize, token: &Token, found: &mut Found) {
    let word = block.word(at);
    let Some(vin) = vin::of(word) else { return };
    if !stands_alone(block.text, &token.place()) {
        return;
    }
    let context = block.before(at, 6, WORDS).and_then(|w| block.token(w)).map(Token::place);
    let capitals = !word.bytes().any(|b| b.is_ascii_lowercase());
    let score = match (vin, &context) {
        (Vin::Checked, Some(_)) => CERTAIN,
        (Vin::Shaped, Some(_)) => STRONG,
        (Vin::Checked, None) if capitals => LIKELY,
        (_, None) => return found.miss(Kind::Plate, "vin", token.place(), "miss-context"),
    };
    let mut finding = Finding::new(Kind::Plate, token.place(), score)
        .form("vin")
        .normal(word.to_ascii_uppercase());
    if vin == Vin::Checked {
        finding = finding.because(Evidence::Check("vin"));
    }
    found.push(context.map(Evidence::Context).into_iter().fold(finding, Finding::because));
}

/// Whether nothing is glued to it: no letters or digits, no further hyphens.
fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    let before = text.get(..place.start).and_then(|t| t.chars().next_back());
    let mut after = text.get(place.end..).unwrap_or("").chars();
    let (next, far) = (after.next(), after.next());
    let joint = |c: Option<char>| {
        c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '@' | '&' | '#'))
    };
    let runs_on = match next {
        Some('-' | '.' | ',' | '/' | ':') => far.is_some_and(char::is_alphanumeric),
        Some('_' | '%' | '@') => true,
        c => c.is_some_and(char::is_alphanumeric),
    };
    !joint(before) && !runs_on
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::testing::{findings, forms, missed, normals, places};

    #[test]
    fn unmistakable_ones() {
        for (text, expected, form) in [
            ("Mein Auto: HH-AB 1234.", "HH-AB 1234", "de"),
            ("das B-A 123 ist weg", "B-A 123", "de"),
            ("TÜ-XY 999E fährt", "TÜ-XY 999E", "de"),
            ("S-AB1234 steht", "S-AB1234", "de"),
            ("garé AB-123-CD devant", "AB-123-CD", "fr"),
            ("parked AB12 CDE outside", "AB12 CDE", "gb"),
            ("stojí BA-123AB tam", "BA-123AB", "sk"),
            ("has 1M8GDM9AXKP042788 on it", "1M8GDM9AXKP042788", "vin"),
        ] {
            assert_eq!(places(text, Kind::Plate), [expected], "{text}");
            assert_eq!(forms(text, Kind::Plate), [form], "{text}");
        }
        assert_eq!(normals("HH-AB 1234", Kind::Plate), ["HHAB1234"]);
    }

    #[test]
    fn after_a_word() {
        for (text, expected, form) in [
            ("Kennzeichen M AB 12", "M AB 12", "de"),
            ("Kennzeichen: B-AB-123H", "B-AB-123H", "de"),
            ("Kontrollschild ZH 123456", "ZH 123456", "ch"),
            ("Kontrollschild ZH 123 456 gestohlen", "ZH 123 456", "ch"),
            ("Kennzeichen W-12345 A in Wien", "W-12345 A", "at"),
            ("matrícula 1234 BCD", "1234 BCD", "es"),
            ("EČV BA 123 AB", "BA 123 AB", "sk"),
            ("ŠPZ: AA123BB", "AA123BB", "fr"),
            ("license plate is 7ABC123", "7ABC123", ""),
            ("plate ABC 1234 IN Ohio", "ABC 1234", ""),
            ("immatriculation AB 123 CD", "AB 123 CD", "fr"),
            ("VIN WVWZZZ1JZ3W386752", "WVWZZZ1JZ3W386752", "vin"),
        ] {
            assert_eq!(places(text, Kind::Plate), [expected], "{text}");
            assert_eq!(forms(text, Kind::Plate), [form], "{text}");
        }
        assert_eq!(findings("HH-AB 1 ist mein Kennzeichen", Kind::Plate)[0].score, STRONG);
    }

    #[test]
    fn what_is_none() {
        for text in [
            "DIN-A 4",
            "HP-UX 11",
            "EU-US 20",
            "XX-AB 1234",
            "X-HH-AB 1234",
            "HH-AB 1234-5",
            "HH-AB 12345",
            "HH-AB 0123",
            "AB12 3CD",
            "FLIGHT MH17 HAD DIVERTED",
            "BE 2024",
            "500 GBP and 1234 CHF",
            "a plate of 12 oysters",
            "WVWZZZ1JZ3W386752",
            "the registration of 1200 users",
        ] {
            assert!(places(text, Kind::Plate).is_empty(), "{text}");
        }
        assert_eq!(missed("DIN-A 4", Kind::Plate), ["miss-context"]);
    }
}
