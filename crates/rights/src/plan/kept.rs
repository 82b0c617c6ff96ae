//! What keeps a row for some time: a statement of the policy or a legal hold, and until which day.
//!
//! Owns: how long a statement keeps a row, and from which column that is counted ([`Term`]): plans, letters, copies and the check of
//! a map ask here. Leaves to others: how long a hold does ([`crate::hold`]), which of them counts ([`super::decide`]).

use abide_policy::map::TableMap;
use abide_policy::model::RetentionRule;
use abide_policy::text::{Id, Period};
use abide_policy::vocab::Since;
use abide_stores::{ColumnAt, Value};
use jiff::civil::{Date, date};

use crate::atlas::{Atlas, Spot};
use crate::reach::Reached;

/// Why a row stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    /// What keeps it.
    pub why: Because,
    /// The last day; `None` if the row does not tell the day from which that counts, or what keeps it names no period.
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
    let term = rule.and_then(|rule| Term::of(atlas, row.spot, rule));
    let until = term.and_then(|term| term.end(|column| row.value(atlas, column)));
    let why = Because::Statement(statement);
    until.is_none_or(|until| until >= today).then_some(Kept { why, until })
}

/// How long a statement's retention keeps rows of a table, and by which column that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    period: Period,
    since: Since,
    /// The column with the day from which it counts; `None` if the map names none: then no day is known.
    pub(crate) column: Option<ColumnAt>,
}

impl Term {
    /// The term of rows of a table by a rule; `None` if the rule names no period.
    pub(crate) fn of(atlas: &Atlas, spot: Spot, rule: &RetentionRule) -> Option<Self> {
        let (period, since) = (rule.period?, rule.since);
        let named = atlas.mapped(spot).and_then(|map| counted_by(map, since).1);
        let column = named.and_then(|name| atlas.table(spot)?.column(name));
        Some(Self { period, since, column })
    }

    /// The last day, by the values of a row. A contract that has not ended has no day.
    pub(crate) fn end<'v>(&self, value: impl Fn(ColumnAt) -> Option<&'v Value>) -> Option<Date> {
        let from = counted_from(value(self.column?)?)?;
        let from = match self.since {
            Since::YearEnd => Date::new(from.year(), 12, 31).unwrap_or(from),
            Since::Collection | Since::LastUse | Since::ContractEnd => from,
        };
        Some(self.period.end(from))
    }
}

/// The key of a map that names the column from which such a period counts, and the column's name if the map says it.
pub(crate) fn counted_by(map: &TableMap, since: Since) -> (&'static str, Option<&str>) {
    match since {
        Since::Collection | Since::YearEnd => ("since", map.since.as_deref()),
        Since::LastUse | Since::ContractEnd => ("period-from", map.period_from.as_deref()),
    }
}

/// The day from which a period counts, as a row tells it. What programs write where they know none is none: 0 or -1, the day that 0 is,
/// the first day of all calendars. So a row of which no day is known stays.
fn counted_from(value: &Value) -> Option<Date> {
    let is_one = |day: &Date| *day >= date(1900, 1, 1) && *day != date(1970, 1, 1);
    match value {
        Value::Integer(-1..=0) => None,
        value => day(value).filter(is_one),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_no_day_is_none() {
        for value in [
            Value::Null,
            Value::Integer(0),
            Value::Integer(-1),
            Value::Text(String::new()),
            Value::Text("0000-00-00".to_owned()),
            Value::Text("0001-01-01T00:00:00".to_owned()),
            Value::Text("1970-01-01 00:00:00".to_owned()),
        ] {
            assert_eq!(counted_from(&value), None, "{value:?}");
        }
        let known = Some(date(2020, 5, 4));
        for value in [
            Value::Integer(1_588_550_400),
            Value::Integer(1_588_550_400_000),
            Value::Text("2020-05-04".to_owned()),
        ] {
            assert_eq!(counted_from(&value), known, "{value:?}");
        }
    }
}
