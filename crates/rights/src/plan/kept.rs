//! What keeps a row for some time: a statement of the policy or a legal hold, and until which day.
//!
//! Owns: how long a statement keeps a row. Leaves to others: how long a hold does ([`crate::hold`]), which of them counts
//! ([`super::decide`]).

use abide_policy::text::Id;
use abide_policy::vocab::Since;
use abide_stores::Value;
use jiff::civil::Date;

use crate::atlas::Atlas;
use crate::reach::Reached;

/// Why a row stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    /// What keeps it.
    pub why: Because,
    /// The last day; `None` if the row does not tell since when it is held, or what keeps it names no period.
    pub until: Option<Date>,
}

/// What keeps a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// A statement of the policy, by its retention.
    Statement(Id),
    /// A legal hold on whoever asks.
    Hold(Id),
    /// A legal hold on somebody else whose row it is too.
    OthersHold(Id),
}

/// The law or the contract that keeps a row, while it does.
pub(super) fn kept(atlas: &Atlas, row: &Reached, today: Date) -> Option<Kept> {
    let map = atlas.mapped(row.spot)?;
    let statement = map.keep.clone()?;
    let policy = atlas.parts.get(row.spot.store)?.policy.as_ref();
    let rule =
        policy.and_then(|p| p.statements.iter().find(|s| s.id == statement)).map(|s| &s.retention);
    let column = map.since.as_deref().and_then(|s| atlas.table(row.spot)?.column(s));
    let since = column.and_then(|c| row.value(atlas, c)).and_then(day);
    let until = match (since, rule.and_then(|r| r.period.map(|p| (p, r.since)))) {
        (Some(since), Some((period, from))) => Some(period.end(counted_from(since, from))),
        _ => None,
    };
    let why = Because::Statement(statement);
    until.is_none_or(|until| until >= today).then_some(Kept { why, until })
}

/// The day from which a period counts.
pub(crate) fn counted_from(day: Date, since: Since) -> Date {
    match since {
        Since::YearEnd => jiff::civil::Date::new(day.year(), 12, 31).unwrap_or(day),
        _ => day,
    }
}

/// The day that a value tells: an ISO date at its start, or seconds or milliseconds since 1970.
#[must_use]
pub fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Integer(number) => {
            let seconds = if number.abs() > 100_000_000_000 { number / 1000 } else { *number };
            let moment = jiff::Timestamp::from_second(seconds).ok()?;
            Some(jiff::tz::Offset::UTC.to_datetime(moment).date())
        }
        Value::Text(text) => text.get(..10)?.parse().ok(),
        _ => None,
    }
}
