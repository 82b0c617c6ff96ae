//! Dates in the written forms of five languages, and which of them are said to be a birth.
//!
//! A date of day, month and year points to one day and is reported wherever it stands. Parts of dates (a day and a month, a
//! year, a day of the week) tell little alone: they are reported only where a word says that something happened then.
//! The normal form is ISO 8601, as far as the date is known.
//!
//! Left to others: expiry of cards, ages, times of day without a date.

mod calendar;
mod clock;
mod numeric;
mod setting;
mod spoken;
mod written;

use std::ops::Range;

use crate::Kind;
use crate::beside::{Beside, Shape};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};
use calendar::Known;
use setting::Setting;

#[derive(Debug)]
pub(crate) struct Date;

impl Detector for Date {
    fn name(&self) -> &'static str {
        "date"
    }
    fn wakes(&self) -> Wakes {
        let senses = SenseSet::of(&[Sense::Month, Sense::Weekday]);
        Wakes { numbers: Some(may_start), mixed: true, senses, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        match token.class {
            Class::Number if !numeric::may_start(at.block, token) => {}
            Class::Mixed if !numeric::may_be_compact(at.block, token) => {}
            class => read(at, class, found),
        }
    }
}

/// Apart from [`Date::look`], since most tokens are done with there, and this takes room on the stack.
#[inline(never)]
fn read(at: &At<'_>, class: Class, found: &mut Found) {
    let read = match class {
        Class::Number => numeric::read(at.block, at.token),
        Class::Mixed => numeric::compact(at.block, at.token),
        _ => written::read(at.block, at.token),
    };
    if let Some(read) = read {
        report(at.block, &read, found);
    }
}

/// A day, month or year that another number follows, a year alone, or eight digits; not within a longer row.
fn may_start(shape: &Shape) -> bool {
    use Beside::{Blank, Colon, Dash, Dot, Edge, Plus, Slash, Stuck};
    let row = shape.digit_before && shape.digit_after && shape.before == shape.after;
    let part = matches!(shape.before, Plus | Stuck)
        || shape.before == Colon && shape.digit_before
        || row && matches!(shape.before, Dot | Dash | Slash);
    let goes_on = match shape.after {
        Dot => true,
        Dash | Slash | Blank | Edge => shape.digit_after,
        _ => false,
    };
    !part
        && match shape.digits {
            1 | 2 => goes_on,
            4 => goes_on || !shape.goes_on(),
            Shape::MOST_DIGITS => true,
            _ => false,
        }
}

/// How a date is written, which says how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Day, month, year with its century, in a form nothing else has.
    Full,
    /// The same in a form that other numbers have too (`12-03-1985`, `2024.1.2`).
    Plain,
    /// With a year of two digits, all parts of two (`05.01.16`) or with slashes.
    Short,
    /// With a year of two digits, in a form of versions and codes (`1.2.10`, `12-03-85`).
    Loose,
    /// Digits without signs (`20240102`, `12 03 1985`): only with a word that announces a date.
    Bare,
    /// Day and month and a time of day (`Oct 10 13:55:36`).
    Moment,
    /// Day and month.
    MonthDay,
    /// Month and year in words, or as `03/1985`.
    MonthYear,
    /// A year alone.
    Year,
    /// A day of the week alone.
    Weekday,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Self::MonthDay => "month-day",
            Self::MonthYear => "month-year",
            Self::Year => "year",
            Self::Weekday => "weekday",
            _ => "date",
        }
    }
    /// The score alone, after a word for dates, after a word for births; 0 for "not at all".
    fn scores(self) -> (u8, u8, u8) {
        match self {
            Self::Full => (STRONG, STRONG, CERTAIN),
            Self::Plain => (LIKELY, STRONG, CERTAIN),
            Self::Short => (POSSIBLE, LIKELY, STRONG),
            Self::Loose => (WEAK, LIKELY, LIKELY),
            Self::Bare => (0, LIKELY, LIKELY),
            Self::Moment => (POSSIBLE, LIKELY, LIKELY),
            Self::MonthDay => (WEAK, POSSIBLE, LIKELY),
            Self::MonthYear => (POSSIBLE, LIKELY, LIKELY),
            Self::Year => (0, POSSIBLE, LIKELY),
            Self::Weekday => (WEAK, POSSIBLE, POSSIBLE),
        }
    }
}

/// A date that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Read {
    form: Form,
    place: Range<usize>,
    /// Its first and last token.
    tokens: (usize, usize),
    /// What it says; `None` where the order of day and month is open.
    known: Option<Known>,
    /// A year of two digits, whose century may depend on what the date is.
    two_digits: Option<u32>,
}

fn report(block: &Block<'_>, read: &Read, found: &mut Found) {
    let (alone, dated, birth) = read.form.scores();
    let setting = Setting::of(block, read);
    let (kind, score) = match setting {
        Setting::Birth(_) => (Kind::DateOfBirth, birth),
        Setting::Dated(_) => (Kind::Date, dated),
        Setting::Version if read.form != Form::Full => {
            return found.miss(Kind::Date, read.form.name(), read.place.clone(), "miss-version");
        }
        _ => (Kind::Date, alone),
    };
    if score == 0 {
        return;
    }
    let timed = clock::after(block.text, read.place.end).filter(|_| read.form != Form::Weekday);
    let place = read.place.start..timed.unwrap_or(read.place.end);
    let form = if timed.is_some() { "date-time" } else { read.form.name() };
    let mut finding = Finding::new(kind, place, score).form(form);
    if let Some(normal) = normal(read, kind) {
        finding = finding.normal(normal);
    }
    if let Setting::Birth(word) | Setting::Dated(word) = setting {
        finding = finding.because(Evidence::Context(word));
    }
    found.push(finding.because(Evidence::Pattern(read.form.name())));
}

fn normal(read: &Read, kind: Kind) -> Option<Box<str>> {
    let mut known = read.known?;
    if let Some(two) = read.two_digits {
        known.year = Some(calendar::century(two, kind == Kind::DateOfBirth)?);
    }
    known.iso()
}

#[cfg(test)]
mod tests;
