//! How old data is, against what its statement allows.

use abide_policy::model::Statement;
use abide_stores::{ColumnAt, Value};
use jiff::civil::Date;

use super::{Age, Notes, What, Word};
use crate::atlas::{Atlas, Spot};
use crate::plan::{Term, counted_by};

/// Until when rows of a table may be held, by the days that they tell.
pub(crate) struct Limit {
    terms: Vec<Term>,
}

impl Limit {
    /// The last day on which a row may be held; `None` if it does not tell that.
    pub(crate) fn end<'v>(&self, value: impl Fn(ColumnAt) -> Option<&'v Value>) -> Option<Date> {
        let ends: Option<Vec<Date>> = self.terms.iter().map(|term| term.end(&value)).collect();
        ends?.into_iter().max()
    }

    /// The columns by which that is known, each once.
    pub(crate) fn columns(&self) -> Vec<ColumnAt> {
        let mut columns: Vec<ColumnAt> = self.terms.iter().filter_map(|t| t.column).collect();
        columns.dedup();
        columns
    }
}

/// How old rows of a table may become. `None` if a statement names no period, or one that counts from a day which no column tells.
pub(crate) fn asked(atlas: &Atlas, spot: Spot) -> Option<Limit> {
    let term = |statement: &Statement| {
        Term::of(atlas, spot, &statement.retention).filter(|term| term.column.is_some())
    };
    let terms: Option<Vec<Term>> = statements(atlas, spot).into_iter().map(term).collect();
    terms.filter(|terms| !terms.is_empty()).map(|terms| Limit { terms })
}

/// The statement that covers a table, and the one for which it is kept longer.
fn statements(atlas: &Atlas, spot: Spot) -> Vec<&Statement> {
    let (Some(map), Some(part)) = (atlas.mapped(spot), atlas.parts.get(spot.store)) else {
        return Vec::new();
    };
    let ids = map.statement.iter().chain(&map.keep);
    ids.filter_map(|id| part.policy.as_ref()?.statement(id)).collect()
}

/// Counts rows by age.
pub(super) struct Counter {
    limit: Limit,
    columns: Vec<ColumnAt>,
    today: Date,
    rows: u64,
    overdue: u64,
    oldest: Option<Date>,
}

impl Counter {
    pub(super) fn new(limit: Limit, today: Date) -> Self {
        let columns = limit.columns();
        Self { limit, columns, today, rows: 0, overdue: 0, oldest: None }
    }

    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    /// The values of the limit's columns in a row.
    pub(super) fn count(&mut self, values: &[Value]) {
        self.rows += 1;
        let value = |column| values.get(self.columns.iter().position(|c| *c == column)?);
        self.overdue += u64::from(self.limit.end(value).is_some_and(|end| end < self.today));
        let Some(day) = values.first().and_then(crate::plan::day) else { return };
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
    let term = Term::of(atlas, spot, &statement.retention);
    let untold = term.is_some_and(|term| term.column.is_none());
    let (key, _) = counted_by(map, statement.retention.since);
    // When a contract ended, few stores tell: the map says it where one does.
    if untold && key == "since" && map.keep.is_none() && !follows(atlas, spot, statement) {
        notes.note(What::NoAge, spot, &[], words(vec![("key", key.to_owned().into())]));
    }
    let column = asked(atlas, spot).and_then(|limit| limit.columns().first().copied());
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
fn follows(atlas: &Atlas, spot: Spot, statement: &Statement) -> bool {
    let same = |spot: Spot| {
        atlas.mapped(spot).is_some_and(|m| m.statement.as_ref() == Some(&statement.id))
    };
    let dated = |spot: Spot| {
        Term::of(atlas, spot, &statement.retention).is_some_and(|term| term.column.is_some())
    };
    same(spot) && atlas.arriving(spot).any(|(_, f)| f.owns && dated(f.source) && same(f.source))
}
