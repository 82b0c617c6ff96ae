//! Something invented of the same form. `None` where nothing of the form is reserved; the value then goes.
//!
//! Numbers are drawn from what is set aside for examples, tests and fiction, so that nobody is reached by them. One
//! spelling is invented for all spellings of a value and then written in the spelling of each.

mod address;
mod age;
mod date;
mod email;
mod money;
pub(crate) mod names;
mod net;
mod number;
mod phone;
mod place_lists;
mod places;
mod spoken;
mod url;
mod words;

use abide_detect::{Evidence, Finding, Kind};

use super::dice::Dice;
use super::session::{Session, key};
use super::shape;

pub(crate) fn surrogate(
    value: &str,
    finding: &Finding,
    session: &mut Session<'_>,
) -> Option<String> {
    match finding.kind {
        Kind::Person => name(value, finding, session),
        Kind::Email | Kind::Sip | Kind::User => email::invented(value, finding, session),
        Kind::Date | Kind::DateOfBirth => date::moved(value, finding, session.days()),
        Kind::Address => address::invented(value, session),
        Kind::Loc => places::place(value, session),
        Kind::Age => age::invented(value, finding, session),
        Kind::Url => url::invented(value, session),
        Kind::Ip | Kind::Mac => net::invented(value, finding, session),
        _ => numbered(value, finding, session),
    }
}

/// A name, or a name that is spelled letter by letter.
fn name(value: &str, finding: &Finding, session: &mut Session<'_>) -> Option<String> {
    let spelled =
        finding.normal.as_deref().filter(|_| finding.evidence.contains(&Evidence::Spoken));
    match spelled {
        Some(own) => Some(spoken::spelled(value, &session.names.replace(own, &mut session.dice)?)),
        None => session.names.replace(value, &mut session.dice),
    }
}

/// Values that are letters and digits: one invented spelling, written as the old one was.
fn numbered(value: &str, finding: &Finding, session: &mut Session<'_>) -> Option<String> {
    let own = key(finding, value);
    let new = session.invented(finding.kind, &own, |dice| new_number(&own, finding, dice))?;
    if is_spoken(value, finding) {
        return spoken::written(value, &shape::folded(&new), &mut session.dice);
    }
    if finding.kind == Kind::Phone {
        return phone::written(value, &own, &new, &mut session.dice);
    }
    let alike = |c: &char| c.is_alphanumeric();
    let same = value.chars().filter(alike).count() == new.chars().filter(alike).count();
    same.then(|| shape::characters(value, &shape::folded(&new).to_uppercase()))
}

fn new_number(own: &str, finding: &Finding, dice: &mut Dice<'_>) -> Option<String> {
    match finding.kind {
        Kind::Phone => phone::fictional(own, dice),
        Kind::Iban => money::iban(own, dice),
        Kind::Card => money::card(own, finding.form, dice),
        Kind::NatId => number::national(own, finding.form, dice),
        _ => number::like(own, dice),
    }
}

/// Whether a value is said in words.
fn is_spoken(value: &str, finding: &Finding) -> bool {
    finding.evidence.contains(&Evidence::Spoken) || !value.contains(|c: char| c.is_ascii_digit())
}

/// A moment of a record moved by so many days: a date with its time, or seconds, milliseconds or microseconds since 1970.
pub(crate) fn moment(value: &str, days: i64, day: i64) -> Option<String> {
    if let Some(iso) = value.get(..10).filter(|_| !value.bytes().all(|b| b.is_ascii_digit())) {
        let finding = Finding::new(Kind::Date, 0..value.len(), 99).normal(iso);
        return date::moved(value, &finding, i32::try_from(days).ok()?);
    }
    let unit = match value.len() {
        10 => 1,
        13 => 1_000,
        16 => 1_000_000,
        _ => return None,
    };
    let moved = value.parse::<i64>().ok()?.checked_add(days * day * unit)?;
    (moved > 0).then(|| moved.to_string())
}
