//! Public holidays as rules (`data/holidays.txt`), and the date of Easter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

const FILE: &str = include_str!("../../data/holidays.txt");

/// Every rule of the file.
pub(super) static RULES: LazyLock<Vec<Rule>> =
    LazyLock::new(|| lines().filter_map(Rule::read).collect());

fn lines() -> impl Iterator<Item = &'static str> {
    FILE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// One holiday of one country.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) country: &'static str,
    /// Empty for all.
    pub(super) regions: Vec<&'static str>,
    day: Day,
    /// A free working day takes its place where it falls on a weekend.
    moved: bool,
    /// Empty for all.
    years: Vec<(i16, i16)>,
    name: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    Fixed(i8, i8),
    /// Days after Easter Sunday.
    Easter(i32),
    /// The first such weekday on this date or later.
    From(Weekday, i8, i8),
    /// The last such weekday on this date or earlier.
    Until(Weekday, i8, i8),
}

impl Rule {
    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('|').map(str::trim);
        let country = columns.next()?;
        let regions = columns.next()?.split(' ').filter(|region| *region != "*").collect();
        let day = columns.next()?;
        let (day, moved) =
            day.strip_suffix(" moved").map_or((day, false), |without| (without, true));
        let years = columns.next()?.split_whitespace().map(years).collect::<Option<_>>()?;
        let name = columns.next()?;
        Some(Self { country, regions, day: Day::read(day)?, moved, years, name })
    }

    fn holds_in(&self, region: Option<&str>) -> bool {
        self.regions.is_empty() || region.is_some_and(|region| self.regions.contains(&region))
    }

    fn on(&self, year: i16) -> Option<Date> {
        let holds = self.years.is_empty()
            || self.years.iter().any(|(first, last)| (*first..=*last).contains(&year));
        if holds { self.day.on(year) } else { None }
    }
}

/// `2020`, `2020-`, `-2020`, `2020-2022`.
fn years(text: &str) -> Option<(i16, i16)> {
    let Some((first, last)) = text.split_once('-') else {
        return text.parse().ok().map(|year| (year, year));
    };
    let end = |text: &str, otherwise| {
        if text.is_empty() { Some(otherwise) } else { text.parse().ok() }
    };
    Some((end(first, i16::MIN)?, end(last, i16::MAX)?))
}

impl Day {
    fn read(text: &str) -> Option<Self> {
        if let Some(offset) = text.strip_prefix("easter") {
            return offset.parse().ok().map(Self::Easter);
        }
        let month_day = |text: &str| {
            let (month, day) = text.split_once('-')?;
            Some((month.parse().ok()?, day.parse().ok()?))
        };
        let words: Vec<&str> = text.split(' ').collect();
        match *words.as_slice() {
            [date] => month_day(date).map(|(month, day)| Self::Fixed(month, day)),
            [day, "from", date] => {
                let (month, first) = month_day(date)?;
                Some(Self::From(weekday(day)?, month, first))
            }
            [day, "until", date] => {
                let (month, last) = month_day(date)?;
                Some(Self::Until(weekday(day)?, month, last))
            }
            _ => None,
        }
    }

    fn on(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Easter(offset) => easter(year)?.checked_add(offset.days()).ok(),
            Self::From(weekday, month, day) => {
                let first = Date::new(year, month, day).ok()?;
                first.checked_add(i32::from(first.weekday().until(weekday)).days()).ok()
            }
            Self::Until(weekday, month, day) => {
                let last = Date::new(year, month, day).ok()?;
                last.checked_sub(i32::from(last.weekday().since(weekday)).days()).ok()
            }
        }
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let at = names.iter().position(|name| *name == text)?;
    Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
}

/// Saturday or Sunday.
pub(super) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The holidays of a year, with their names: those of the whole country and those of the region.
pub(super) fn of_year(
    country: &str,
    region: Option<&str>,
    year: i16,
) -> BTreeMap<Date, &'static str> {
    let rules = RULES.iter().filter(|rule| rule.country == country && rule.holds_in(region));
    let listed: Vec<(Date, &Rule)> =
        rules.filter_map(|rule| Some((rule.on(year)?, rule))).collect();
    let mut days: BTreeMap<Date, &str> =
        listed.iter().map(|(day, rule)| (*day, rule.name)).collect();
    // A day moves to one that is no holiday itself, so all others must be known before.
    for (day, rule) in listed.into_iter().filter(|(day, rule)| rule.moved && is_weekend(*day)) {
        let mut free = day;
        while is_weekend(free) || days.contains_key(&free) {
            let Ok(next) = free.tomorrow() else { break };
            free = next;
        }
        days.insert(free, rule.name);
    }
    days
}

/// Easter Sunday of the Gregorian calendar, by Oudin's rule (1940): the Sunday after the fourteenth day of the moon that
/// falls on 21 March or later.
pub(super) fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let century = year / 100;
    // The age of the moon moves with the cycle of 19 years, with leap days left out, and by the moon's own correction.
    let left_out = century - century / 4;
    let moon = (8 * century + 13) / 25;
    let epact = (19 * (year % 19) + left_out - moon + 15) % 30;
    // The lunation of 29 days: 19 April never is the full moon, and 18 April not twice in one cycle.
    let short = epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - year % 19) / 11));
    let full_moon = epact - short;
    let weekday = (year + year / 4 + full_moon + 2 - left_out).rem_euclid(7);
    let start = Date::new(i16::try_from(year).ok()?, 3, 28).ok()?;
    start.checked_add((full_moon - weekday).days()).ok()
}

/// Whether the country has rules.
pub(super) fn knows(country: &str) -> bool {
    RULES.iter().any(|rule| rule.country == country)
}

/// The regions for which there are rules of their own: all that the country has, where there are any.
pub(super) fn regions(country: &str) -> BTreeSet<&'static str> {
    let rules = RULES.iter().filter(|rule| rule.country == country);
    rules.flat_map(|rule| rule.regions.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_line_is_a_rule_of_a_country() {
        for line in lines() {
            let rule = Rule::read(line).unwrap_or_else(|| panic!("no rule: {line}"));
            assert!(abide_policy::text::Country::from_str(rule.country).is_ok(), "{line}");
            assert!(!rule.name.is_empty(), "{line}");
        }
        assert_eq!(lines().count(), RULES.len());
        assert!(RULES.len() > 80);
    }

    #[test]
    fn easter_is_when_it_was() {
        // Published dates, with the earliest, the latest and the two exceptions of the lunation.
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn two_moved_days_do_not_meet() {
        // Christmas 2021 was a Saturday.
        let days = of_year("GB", Some("ENG"), 2021);
        assert_eq!(days.get(&date(2021, 12, 27)), Some(&"Christmas Day"));
        assert_eq!(days.get(&date(2021, 12, 28)), Some(&"Boxing Day"));
    }
}
