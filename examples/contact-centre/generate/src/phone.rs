//! Telephone numbers that reach nobody, in the spellings that people use.
//!
//! Sources of the reserved ranges: Germany, notice 148/2021 of the Bundesnetzagentur; United Kingdom, Ofcom's numbers for
//! drama; France, ARCEP's numbers for audiovisual works. They are few: further numbers, and those of countries that have
//! reserved none, lie in blocks that the numbering plan gives to nobody.

use crate::country::Country;

/// A telephone number in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    country: Country,
    area: &'static str,
    rest: String,
    /// It lies in a range for fiction, so that the plan knows it.
    reserved: bool,
}

/// A range of numbers: area, beginning, how many digits follow.
type Range = (&'static str, &'static str, u32);

const DE: &[Range] = &[
    ("30", "23125", 3),
    ("40", "66969", 3),
    ("69", "90009", 3),
    ("89", "99998", 3),
    ("221", "4710", 3),
    ("171", "39200", 2),
    ("176", "040690", 2),
];
const FR: &[Range] = &[
    ("1", "9900", 4),
    ("2", "6191", 4),
    ("3", "5301", 4),
    ("4", "6571", 4),
    ("5", "3649", 4),
    ("6", "3998", 4),
];
const GB: &[Range] = &[
    ("20", "79460", 3),
    ("113", "4960", 3),
    ("114", "4960", 3),
    ("121", "4960", 3),
    ("131", "4960", 3),
    ("161", "4960", 3),
    ("29", "20180", 3),
    ("7700", "900", 3),
];

/// How many ways of writing a number there are.
pub const SPELLINGS: u64 = 8;

impl Number {
    /// The number of a country with this place in its ranges: another place, another number, for ten million and more.
    #[must_use]
    pub fn new(country: Country, place: u64) -> Self {
        let (last, reserved) = ranges(country);
        let mut left = place;
        for range in reserved {
            let size = 10u64.pow(range.2);
            if left < size {
                return Self::within(country, *range, left, true);
            }
            left -= size;
        }
        Self::within(country, last, left, false)
    }

    fn within(country: Country, (area, start, digits): Range, place: u64, reserved: bool) -> Self {
        let rest = format!("{start}{place:0width$}", width = digits as usize);
        Self { country, area, rest, reserved }
    }

    /// With the country's code and digits alone, as machines write it (E.164).
    #[must_use]
    pub fn e164(&self) -> String {
        format!("+{}{}{}", self.country.code(), self.area, self.rest)
    }

    /// As somebody wrote it, in one of [`SPELLINGS`] ways. Without the country's code only if it is German: the operator
    /// is in Germany.
    #[must_use]
    pub fn spelled(&self, way: u64) -> String {
        let Self { country, area, rest, reserved } = self;
        let code = country.code();
        let (head, tail) = rest.split_at(rest.len().saturating_sub(3));
        let at_home = *country == Country::DE;
        match way % SPELLINGS {
            0 if at_home => format!("0{area}/{rest}"),
            1 if at_home => format!("(0{area}) {head} {tail}"),
            2 if at_home => format!("0{area}{rest}"),
            3 if *country != Country::ES => format!("+{code} (0){area} {head}-{tail}"),
            // After `00` only what the plan knows is told from a number at home.
            4 if *reserved => format!("00{code}{area}{rest}"),
            5 if *reserved => format!("00{code} {area} {head} {tail}"),
            6 => self.e164(),
            _ => format!("+{code} {area} {head} {tail}"),
        }
    }
}

/// The range that nobody has, and those that are reserved for fiction.
const fn ranges(country: Country) -> (Range, &'static [Range]) {
    match country {
        Country::DE => (("5", "00", 7), DE),
        Country::AT => (("9", "7", 7), &[]),
        Country::CH => (("42", "", 7), &[]),
        Country::FR => (("7", "0", 7), FR),
        Country::ES => (("5", "5", 7), &[]),
        Country::SK => (("39", "", 7), &[]),
        Country::GB => (("20", "9", 7), GB),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use abide_detect::phone::{Line, Region, parse};

    use super::*;

    #[test]
    fn every_spelling_is_the_same_number() {
        let home = Region::from_code("DE");
        for country in Country::ALL {
            for place in [0, 7, 999, 1_000, 5_205, 61_000, 2_500_000] {
                let number = Number::new(country, place);
                for way in 0..SPELLINGS {
                    let spelled = number.spelled(way);
                    let read = parse(&spelled, home).unwrap_or_else(|| panic!("{spelled}"));
                    assert_eq!(*read.e164, *number.e164(), "{spelled}");
                }
            }
        }
    }

    #[test]
    fn numbers_are_reserved_or_given_to_nobody() {
        for country in Country::ALL {
            let (last, reserved) = ranges(country);
            let start: u64 = reserved.iter().map(|r| 10u64.pow(r.2)).sum();
            for place in (start..start + 10u64.pow(last.2)).step_by(9_973) {
                let number = Number::new(country, place).e164();
                let line = parse(&number, None).map(|n| n.line);
                assert_eq!(line, Some(Line::Unassigned), "{number}");
            }
        }
    }

    #[test]
    fn places_give_different_numbers() {
        for country in Country::ALL {
            let all: BTreeSet<_> = (0..70_000).map(|n| Number::new(country, n).e164()).collect();
            assert_eq!(all.len(), 70_000, "{country:?}");
        }
    }

    #[test]
    fn spellings_of_a_german_number() {
        let number = Number::new(Country::DE, 14);
        let all: Vec<_> = (0..SPELLINGS).map(|way| number.spelled(way)).collect();
        assert_eq!(
            all,
            [
                "030/23125014",
                "(030) 23125 014",
                "03023125014",
                "+49 (0)30 23125-014",
                "00493023125014",
                "0049 30 23125 014",
                "+493023125014",
                "+49 30 23125 014",
            ]
        );
    }
}
