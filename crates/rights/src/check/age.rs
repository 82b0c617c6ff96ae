//! How old data is, against what its statement allows.

use abide_policy::model::Statement;
use abide_policy::text::Period;
use abide_policy::vocab::Since;
use abide_stores::{ColumnAt, Value};
use jiff::civil::Date;

use super::{Age, Notes, What, Word};
use crate::atlas::{Atlas, Spot};

/// Until when rows of a table may be held, by the day since when they are.
pub(crate) struct Limit {
    rules: Vec<(Period, Since)>,
}

impl Limit {
    /// The last day on which a row may be held.
    pub(crate) fn end(&self, since: Date) -> Option<Date> {
        self.rules
            .iter()
            .map(|(period, from)| period.end(crate::plan::counted_from(since, *from)))
            .max()
    }
}

/// The column that tells the age of a table's rows, and how old they may become. A period that counts from something else
/// than when the data came cannot be told by it.
pub(crate) fn asked(atlas: &Atlas, spot: Spot) -> Option<(ColumnAt, Limit)> {
    let column = atlas.table(spot)?.column(atlas.mapped(spot)?.since.as_deref()?)?;
    let rules: Option<Vec<_>> = statements(atlas, spot).into_iter().map(told).collect();
    let rules = rules.filter(|r| !r.is_empty())?;
    Some((column, Limit { rules }))
}

/// The statement that covers a table, and the one for which it is kept longer.
fn statements(atlas: &Atlas, spot: Spot) -> Vec<&Statement> {
    let (Some(map), Some(part)) = (atlas.mapped(spot), atlas.parts.get(spot.store)) else {
        return Vec::new();
    };
    let ids = map.statement.iter().chain(&map.keep);
    ids.filter_map(|id| part.policy.as_ref()?.statement(id)).collect()
}

fn told(statement: &Statement) -> Option<(Period, Since)> {
    let rule = &statement.retention;
    let told = matches!(rule.since, Since::Collection | Since::YearEnd);
    rule.period.filter(|_| told).map(|period| (period, rule.since))
}

/// Counts rows by age.
pub(super) struct Counter {
    limit: Limit,
    today: Date,
    rows: u64,
    overdue: u64,
    oldest: Option<Date>,
}

impl Counter {
    pub(super) const fn new(limit: Limit, today: Date) -> Self {
        Self { limit, today, rows: 0, overdue: 0, oldest: None }
    }

    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    pub(super) fn count(&mut self, value: &Value) {
        self.rows += 1;
        let Some(day) = crate::plan::day(value) else { return };
        self.overdue += u64::from(self.limit.end(day).is_some_and(|end| end < self.today));
        self.oldest = Some(self.oldest.map_or(day, |oldest| oldest.min(day)));
    }

    pub(super) fn end(self) -> Option<Age> {
        self.oldest.map(|oldest| Age { rows: self.rows, overdue: self.overdue, oldest })
    }
}

pub(super) fn check(notes: &mut Notes<'_>, spot: Spot) {
    let atlas = notes.atlas;
    let Some(map) = atlas.mapped(spot) else { return };
    let Some(statement) = statements(atlas, spot).into_iter().next() else { return };
    let period = Word::Period(statement.retention.period);
    let words = |more: Vec<(&'static str, Word)>| {
        let both = [("statement", statement.id.to_string().into()), ("period", period.clone())];
        more.into_iter().chain(both).collect::<Vec<_>>()
    };
    let column = map.since.as_deref().and_then(|s| atlas.table(spot)?.column(s));
    if column.is_none() && told(statement).is_some() && map.keep.is_none() && !follows(atlas, spot)
    {
        notes.note(What::NoAge, spot, &[], words(Vec::new()));
    }
    let age = notes.seen.get(&spot).and_then(|s| s.age).filter(|age| age.overdue > 0);
    if let Some((age, column)) = age.zip(column) {
        let seen = vec![
            ("count", Word::Count(age.overdue)),
            ("of", Word::Count(age.rows)),
            ("oldest", Word::Day(age.oldest)),
        ];
        notes.note(What::Overdue, spot, &[column], words(seen));
    }
}

/// Whether rows go with those of another table of the same statement, which tells the age for both.
fn follows(atlas: &Atlas, spot: Spot) -> bool {
    let statement = |spot: Spot| atlas.mapped(spot).and_then(|m| m.statement.as_ref());
    let dated = |spot: Spot| atlas.mapped(spot).is_some_and(|m| m.since.is_some());
    atlas
        .arriving(spot)
        .any(|(_, f)| f.owns && dated(f.source) && statement(f.source) == statement(spot))
}
