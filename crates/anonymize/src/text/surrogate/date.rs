//! Dates moved by a number of days, in their own spelling. Order and distances of a document's dates stay.
//!
//! The date is taken from the finding's one spelling (ISO 8601); its numbers, month and weekday are then looked for in the
//! text. What is not found there as a whole is not moved, and goes. Times of day stay.

use abide_detect::Finding;
use abide_detect::lexicon::{Entry, Sense, built_in};
use jiff::ToSpan;
use jiff::civil::Date;

use super::words::{ALL, Words};
use crate::text::shape::cased;

/// A year for dates without one: a leap year.
const ANY_YEAR: i16 = 2000;

/// What a date says of itself.
#[derive(Clone, Copy, Debug)]
struct Said {
    date: Date,
    year: bool,
    day: bool,
}

/// The value moved by so many days.
pub(super) fn moved(value: &str, finding: &Finding, days: i32) -> Option<String> {
    let said = Said::read(finding.normal.as_deref().unwrap_or(value))?;
    let new = said.date.checked_add(days.days()).ok()?;
    written(value, said, new)
}

impl Said {
    fn read(iso: &str) -> Option<Self> {
        let digits = |part: &str| {
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i16>().ok())?
        };
        if let Some(rest) = iso.strip_prefix("--") {
            let (month, day) = rest.split_once('-')?;
            let date = Date::new(ANY_YEAR, digits(month)? as i8, digits(day)? as i8).ok()?;
            return Some(Self { date, year: false, day: true });
        }
        let day = iso.split(['T', ' ']).next()?;
        let mut parts = day.split('-');
        let year = parts.next().filter(|y| y.len() == 4).and_then(digits)?;
        let month = parts.next().and_then(digits)? as i8;
        let day = match parts.next() {
            Some(day) => Some(digits(day)? as i8),
            None => None,
        };
        let date = Date::new(year, month, day.unwrap_or(15)).ok()?;
        Some(Self { date, year: true, day: day.is_some() })
    }
}

/// Which parts of the date were found in the text.
#[derive(Debug, Default)]
struct Found {
    year: bool,
    month: bool,
    day: bool,
}

/// How a date is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    month_in_words: bool,
    pad: bool,
}

fn written(value: &str, said: Said, new: Date) -> Option<String> {
    let mut found = Found::default();
    let month_in_words = runs(value).any(|(_, run)| built_in().word(run).senses.has(Sense::Month));
    let style = Style { month_in_words, pad: is_padded(value, month_in_words) };
    let (mut out, mut at) = (String::new(), 0);
    for (start, run) in runs(value) {
        out.push_str(value.get(at..start)?);
        let new = if run.starts_with(|c: char| c.is_ascii_digit()) {
            number(run, said, new, style, &mut found).unwrap_or_else(|| run.to_owned())
        } else {
            word(run, value, start, new, &mut found)?
        };
        out.push_str(&new);
        at = start + run.len();
    }
    out.push_str(value.get(at..)?);
    let whole = found.month && found.year == said.year && found.day == said.day;
    whole.then_some(out)
}

/// Runs of digits and runs of letters.
fn runs(value: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = value.get(at..)?;
        let start = at + rest.find(|c: char| c.is_alphanumeric())?;
        let rest = value.get(start..)?;
        let digit = rest.starts_with(|c: char| c.is_ascii_digit());
        let ends = |c: char| if digit { !c.is_ascii_digit() } else { !c.is_alphabetic() };
        let end = start + rest.find(ends).unwrap_or(rest.len()).max(1);
        at = end;
        value.get(start..end).map(|run| (start, run))
    })
}

/// A number of the date, moved; `None` for one that is none of it: a time.
fn number(run: &str, said: Said, new: Date, style: Style, found: &mut Found) -> Option<String> {
    let old = said.date;
    if run.len() == 8 && said.year && said.day && run == old.strftime("%Y%m%d").to_string() {
        *found = Found { year: true, month: true, day: true };
        return Some(new.strftime("%Y%m%d").to_string());
    }
    let value: i16 = run.parse().ok().filter(|_| run.len() <= 4)?;
    let width = run.len();
    if said.year
        && !found.year
        && (value == old.year()
            || (width == 2 && value == old.year() % 100 && found.day && found.month))
    {
        found.year = true;
        let year = if width == 2 { new.year().rem_euclid(100) } else { new.year() };
        return Some(format!("{year:0width$}"));
    }
    if width > 2 {
        return None;
    }
    // After a year the month comes first, which tells where both are the same number.
    let year_first =
        found.year && !found.month && !style.month_in_words && old.day() == old.month();
    if said.day && !found.day && !year_first && value == i16::from(old.day()) {
        found.day = true;
        return Some(padded(new.day(), style.pad));
    }
    if !style.month_in_words && !found.month && value == i16::from(old.month()) {
        found.month = true;
        return Some(padded(new.month(), style.pad));
    }
    None
}

/// Whether days and months have two digits: one begins with 0, or all have two and nothing is in words.
fn is_padded(value: &str, month_in_words: bool) -> bool {
    let short = || {
        runs(value)
            .map(|(_, run)| run)
            .filter(|r| r.len() <= 2 && r.starts_with(|c: char| c.is_ascii_digit()))
    };
    short().any(|run| run.starts_with('0'))
        || (!month_in_words && short().all(|run| run.len() == 2))
}

fn padded(value: i8, pad: bool) -> String {
    if pad { format!("{value:02}") } else { value.to_string() }
}

/// A word of the date: month and weekday move, `th` follows its number, others stay. `None` for what could say a date in
/// words.
fn word(run: &str, value: &str, start: usize, new: Date, found: &mut Found) -> Option<String> {
    let entry = built_in().word(run);
    if entry.senses.has(Sense::Month) && !found.month {
        found.month = true;
        let at = usize::from(new.month().unsigned_abs().saturating_sub(1));
        return named(run, entry, at, |w| (&w.months, &w.short_months));
    }
    if entry.senses.has(Sense::Weekday) {
        let at = usize::from(new.weekday().to_monday_zero_offset().unsigned_abs());
        return named(run, entry, at, |w| (&w.weekdays, &w.weekdays));
    }
    let after_digit = value.get(..start)?.ends_with(|c: char| c.is_ascii_digit());
    let ordinal =
        after_digit && ["st", "nd", "rd", "th", "er"].contains(&run.to_lowercase().as_str());
    if ordinal {
        return Some(cased(suffix(run, new.day()), run));
    }
    let spoken = entry.senses.has(Sense::Ordinal)
        || entry.senses.has(Sense::Tens)
        || entry.senses.has(Sense::Digit);
    (!spoken).then(|| run.to_owned())
}

fn suffix(run: &str, day: i8) -> &'static str {
    match (run.eq_ignore_ascii_case("er"), day) {
        (true, 1) => "er",
        (true, _) => "",
        (_, 1 | 21 | 31) => "st",
        (_, 2 | 22) => "nd",
        (_, 3 | 23) => "rd",
        _ => "th",
    }
}

/// The name of another month or weekday in the language and the length of the old one.
fn named<'w, const N: usize>(
    run: &str,
    entry: Entry,
    at: usize,
    lists: impl Fn(&'w Words) -> (&'w [&'static str; N], &'w [&'static str; N]),
) -> Option<String> {
    let lower = run.to_lowercase();
    let listed = |w: &&'w Words| {
        let (long, short) = lists(w);
        long.iter().chain(short).any(|name| name.to_lowercase() == lower)
    };
    let by_entry = |w: &&'w Words| {
        let number = ALL.iter().position(|x| x.code == w.code).unwrap_or(0);
        entry.languages & (1 << number) != 0
    };
    // English first where several languages write a month alike.
    let ordered = || [1, 0, 2, 3, 4].into_iter().filter_map(|i| ALL.get(i));
    let words = ordered().find(listed).or_else(|| ordered().find(by_entry))?;
    let (long, short) = lists(words);
    let is_long = long.iter().any(|name| name.to_lowercase() == lower) || run.chars().count() > 5;
    let name = *(if is_long { long } else { short }).get(at)?;
    let name = match run.chars().count() {
        // "Mon", "Wed": weekdays are cut.
        3 if name.chars().count() > 5 => name.chars().take(3).collect(),
        2 => name.chars().take(2).collect(),
        _ => name.to_owned(),
    };
    let capital = run.starts_with(char::is_uppercase) && name.starts_with(char::is_lowercase);
    let name = if capital {
        name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect()
    } else {
        name
    };
    Some(cased(&name, run))
}

#[cfg(test)]
mod tests {
    use abide_detect::Kind;

    use super::*;

    #[test]
    fn dates_move_in_their_own_spelling() {
        for (value, normal, expected) in [
            ("12.03.1985", "1985-03-12", Some("21.04.1985")),
            ("1.3.85", "1985-03-01", Some("10.4.85")),
            ("2024-01-02T03:04:05Z", "2024-01-02", Some("2024-02-11T03:04:05Z")),
            ("20240102", "2024-01-02", Some("20240211")),
            ("2024-05-05", "2024-05-05", Some("2024-06-14")),
            ("10/23/1951", "1951-10-23", Some("12/02/1951")),
            ("22. März 1995", "1995-03-22", Some("1. Mai 1995")),
            ("March 8th, 1972", "1972-03-08", Some("April 17th, 1972")),
            ("8 Mar 1972", "1972-03-08", Some("17 Apr 1972")),
            ("12 MARCH 1985", "1985-03-12", Some("21 APRIL 1985")),
            ("5/5/1937", "1937-05-05", Some("14/6/1937")),
            ("12.03.", "--03-12", Some("21.04.")),
            ("03/1985", "1985-03", Some("04/1985")),
            ("1985", "1985", None),
            ("tomorrow", "", None),
            ("March eighth nineteen seventy-two", "1972-03-08", None),
        ] {
            let mut finding = Finding::new(Kind::Date, 0..value.len(), 90);
            finding.normal = Some(normal).filter(|n| !n.is_empty()).map(Into::into);
            assert_eq!(moved(value, &finding, 40).as_deref(), expected, "{value}");
        }
    }
}
