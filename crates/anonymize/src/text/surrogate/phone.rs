//! Telephone numbers that reach nobody.
//!
//! Sources: North America 555-0100 to 555-0199 (ATIS-0300115); United Kingdom, Ofcom's numbers for drama; Germany, notice
//! 148/2021 of the Bundesnetzagentur (official gazette 7/2021); France, ARCEP's numbers for audiovisual works; Australia,
//! ACMA's numbers for creative works. Of other countries: numbers that the numbering plan gives to no block.

use abide_detect::phone::{Line, country_and_area, parse};

use crate::text::dice::Dice;
use crate::text::shape::{self, Stretch, only_digits};

/// Calling code, how national numbers begin that this is for, the beginning of the reserved range, how many digits follow.
const RESERVED: [(u16, &str, &str, usize); 25] = [
    (44, "7", "7700900", 3),
    (44, "8", "8081570", 3),
    (44, "2", "2079460", 3),
    (44, "1", "1632960", 3),
    (44, "1", "1134960", 3),
    (44, "", "3069990", 3),
    (49, "15", "17139200", 2),
    (49, "16", "176040690", 2),
    (49, "17", "176040690", 2),
    (49, "30", "3023125", 3),
    (49, "40", "4066969", 3),
    (49, "69", "6990009", 3),
    (49, "89", "8999998", 3),
    (49, "", "2214710", 3),
    (33, "6", "63998", 4),
    (33, "7", "63998", 4),
    (33, "", "19900", 4),
    (33, "", "26191", 4),
    (61, "4", "491570156", 0),
    (61, "4", "491570157", 0),
    (61, "4", "491570158", 0),
    (61, "4", "491570159", 0),
    (61, "4", "491570110", 0),
    (61, "", "25550", 4),
    (61, "", "27010", 4),
];
/// Area codes of North America: 555-01xx is reserved in each.
const AREAS: [&str; 10] = ["202", "212", "303", "312", "404", "415", "512", "617", "702", "808"];
/// How many numbers are tried until the plan has no block for one.
const TRIES: usize = 400;

/// A number for fiction of the same country, in the spelling of `own`: E.164, or digits as they are dialled.
pub(super) fn fictional(own: &str, dice: &mut Dice<'_>) -> Option<String> {
    let Some((country, _)) = country_and_area(own) else {
        return local(&only_digits(own), dice);
    };
    let national = own.strip_prefix(&format!("+{country}"))?;
    if country == 1 {
        return Some(format!("+1{}", american(dice)?));
    }
    let begins = |row: &&(u16, &str, &str, usize)| row.0 == country && national.starts_with(row.1);
    let longest = RESERVED.iter().filter(begins).map(|row| row.1.len()).max();
    let Some(longest) = longest else {
        return unassigned(country, national.len(), dice);
    };
    let rows: Vec<_> =
        RESERVED.iter().filter(begins).filter(|row| row.1.len() == longest).collect();
    let (_, _, start, more) = rows.get(dice.below(rows.len()))?;
    Some(format!("+{country}{start}{}", dice.digits(*more)))
}

fn american(dice: &mut Dice<'_>) -> Option<String> {
    Some(format!("{}55501{}", dice.pick(&AREAS)?, dice.digits(2)))
}

/// Without a country: ten digits as in North America, any other count with 55501 before it; nothing else is known.
fn local(digits: &str, dice: &mut Dice<'_>) -> Option<String> {
    match digits.len() {
        0 => None,
        10 => american(dice),
        count => Some(format!("55501{}", dice.digits(count)).get(..count)?.to_owned()),
    }
}

fn unassigned(country: u16, count: usize, dice: &mut Dice<'_>) -> Option<String> {
    let mut draws = (0..TRIES).map(|_| format!("+{country}{}", dice.digits(count)));
    draws.find(|number| {
        parse(number, None).is_some_and(|n| n.line == Line::Unassigned && n.country == country)
    })
}

/// The new number in the spelling of the old one: with or without country code, brackets, groups; an extension gets other
/// digits. `None` if the value does not have the digits of its number, as when letters stand for some.
pub(super) fn written(value: &str, own: &str, new: &str, dice: &mut Dice<'_>) -> Option<String> {
    let all = only_digits(value);
    let (old_area, old_rest) = parts(own)?;
    let (new_area, new_rest) = parts(new)?;
    let at = all.find(&format!("{old_area}{old_rest}"))?;
    let after = all.len() - at - old_area.len() - old_rest.len();
    // Without an area in the old number the new one has no place of its own for it.
    let (new_area, new_rest) = if old_area.is_empty() {
        (String::new(), format!("{new_area}{new_rest}"))
    } else {
        (new_area, new_rest)
    };
    let stretch = |old: usize, new: String| Stretch { old, new };
    let before = all.get(..at)?.to_owned();
    Some(shape::digits(
        value,
        &[
            stretch(at, before),
            stretch(old_area.len(), new_area),
            stretch(old_rest.len(), new_rest),
            stretch(after, dice.digits(after)),
        ],
    ))
}

/// The area and the rest of a number; both together are the national number.
fn parts(number: &str) -> Option<(String, String)> {
    let Some((country, area)) = country_and_area(number) else {
        return Some((String::new(), only_digits(number)));
    };
    let national = number.strip_prefix(&format!("+{country}"))?;
    let rest = national.strip_prefix(area)?;
    Some((area.to_owned(), rest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random() -> impl FnMut() -> u64 {
        let mut state = 11u64;
        move || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state
        }
    }

    #[test]
    fn numbers_are_reserved_or_unassigned() {
        let mut random = random();
        let mut dice = Dice(&mut random);
        for (own, starts) in [
            ("+12125551234", &["+1"][..]),
            ("+447911123456", &["+447700900"]),
            ("+442071234567", &["+442079460"]),
            ("+4930901820", &["+493023125"]),
            ("+4915112345678", &["+4917139200"]),
            ("+49351327294", &["+492214710"]),
            ("+33142278186", &["+3319900", "+3326191"]),
            ("+61412345678", &["+61491570"]),
        ] {
            let new = fictional(own, &mut dice).unwrap();
            assert!(starts.iter().any(|s| new.starts_with(s)), "{own} {new}");
            assert!(parse(&new, None).is_some(), "{new}");
        }
        let slovak = fictional("+421911123456", &mut dice).unwrap();
        assert_eq!(parse(&slovak, None).unwrap().line, Line::Unassigned, "{slovak}");
        assert!(fictional("+12125551234", &mut dice).unwrap()[5..].starts_with("55501"));
    }

    #[test]
    fn the_spelling_stays() {
        let mut random = random();
        let mut dice = Dice(&mut random);
        let new = "+493023125123";
        for (value, expected) in [
            ("(0351) 327294", "(030) 23125123"),
            ("+49 351 327294", "+49 30 23125123"),
            ("0049 (0)351/32 72 94", "0049 (0)30/23 12 5123"),
        ] {
            assert_eq!(written(value, "+49351327294", new, &mut dice).as_deref(), Some(expected));
        }
        assert_eq!(written("1-800-FLOWERS", "+18003569377", "+12125550123", &mut dice), None);
        let extended = written("(0351) 327294 ext. 77", "+49351327294", new, &mut dice).unwrap();
        assert!(extended.starts_with("(030) 23125123 ext. "), "{extended}");
    }
}
