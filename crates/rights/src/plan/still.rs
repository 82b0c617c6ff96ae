//! Rows that an erasure would write as they are: all that should change in them is so already.
//!
//! Owns: telling that beforehand, so that plans count what is written and nothing else. Leaves to others: what should change in a row
//! ([`super::decide`]), the new values ([`crate::execute`]) but of texts that were read for this: those are given on.
//!
//! Of most columns a look at the row tells it, when it is found. Only of a row of which nothing but texts could change are those
//! read again: what is taken out of them depends on whose they are.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_policy::vocab::Treatment;
use abide_stores::schema::{Column, Table};
use abide_stores::{ColumnAt, Error, Lookup, Row, Value};

use super::{Fate, Fates, Why, day};
use crate::atlas::{Atlas, Spot};
use crate::execute::{Redactor, known_values};
use crate::neutral::{is_made_up, month, nothing};
use crate::reach::{Reached, Sessions, SubjectAt};
use crate::redact;
use crate::verify::is_same;

/// New values of rows: by the number of the row, by the column.
pub(crate) type Written = BTreeMap<usize, Vec<(ColumnAt, Value)>>;

/// What a column holds that would be written again as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Still {
    /// What is nothing there.
    Nothing,
    /// The first day of a month.
    Month,
    /// A value that an erasure made up.
    MadeUp,
}

impl Still {
    fn of(column: &Column, value: &Value) -> Option<Self> {
        let is_month =
            may_begin_month(value) && month(value).is_some_and(|month| is_same(&month, value));
        let is_nothing = match value {
            Value::Null => column.nullable,
            _ => !column.nullable && is_same(&nothing(column), value),
        };
        if is_nothing && (is_month || day(value).is_none()) {
            return Some(Self::Nothing);
        }
        if is_month {
            return Some(Self::Month);
        }
        // A text says so by itself; any other value may be somebody's.
        matches!(value, Value::Text(text) if is_made_up(text)).then_some(Self::MadeUp)
    }

    const fn stays(self, treatment: Treatment) -> bool {
        matches!(
            (self, treatment),
            (_, Treatment::Keep)
                | (Self::Nothing, Treatment::Empty | Treatment::Month | Treatment::Redact)
                | (Self::Month, Treatment::Month)
                | (Self::MadeUp, Treatment::Unique)
        )
    }
}

/// Whether a value may be the first moment of a month, by a look at its digits: nearly none is.
fn may_begin_month(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.as_bytes().get(8..10) == Some(b"01"),
        Value::Integer(number) => number % 86_400 == 0,
        _ => false,
    }
}

/// The columns of a row that hold such values.
pub(crate) fn stills(table: &Table, values: &[Value]) -> Box<[(ColumnAt, Still)]> {
    let columns = table.columns.iter().zip(values).enumerate();
    columns.filter_map(|(at, (column, value))| Some((at, Still::of(column, value)?))).collect()
}

/// The columns of a row that would be written anew, as far as the row itself tells.
fn open<'a>(
    row: &'a Reached,
    treatments: &'a BTreeMap<ColumnAt, Treatment>,
) -> impl Iterator<Item = (ColumnAt, Treatment)> + 'a {
    let stays = |column: ColumnAt, treatment: Treatment| {
        row.still.iter().any(|(at, still)| *at == column && still.stays(treatment))
    };
    treatments.iter().map(|(c, t)| (*c, *t)).filter(move |(c, t)| !stays(*c, *t))
}

/// Rows of a table of which these texts alone could change, by their keys.
type Texts = BTreeMap<(Spot, Vec<ColumnAt>), BTreeMap<Vec<Value>, usize>>;

/// Leaves out of fates the rows that would be written as they are. Texts of one
/// store that were read for that and will change are added to `new`.
pub(crate) async fn leave_out(
    atlas: &Atlas,
    sessions: &mut Sessions,
    fates: &mut Fates,
    redactor: &dyn Redactor,
    new: Option<(usize, &mut Written)>,
) -> Result<(), Error> {
    let (mut still, mut texts) = (Vec::new(), Texts::new());
    for (at, fate) in &fates.of {
        let Fate::Change(treatments, _) = fate else { continue };
        let Some(row) = fates.rows.all.get(*at).filter(|_| !treatments.is_empty()) else {
            continue;
        };
        let open: Vec<(ColumnAt, Treatment)> = open(row, treatments).collect();
        if open.is_empty() {
            still.push(*at);
        } else if open.iter().all(|(_, treatment)| *treatment == Treatment::Redact) {
            let columns = open.into_iter().map(|(column, _)| column).collect();
            texts.entry((row.spot, columns)).or_default().insert(row.key.0.to_vec(), *at);
        }
    }
    let known = known_values(atlas, &fates.rows);
    let mut look = Look { atlas, fates, redactor, known: &known, unchanged: Vec::new(), new };
    look.at(sessions, texts).await?;
    still.extend(look.unchanged);
    for at in still {
        match fates.of.get_mut(&at) {
            // Nothing in it is about the person alone.
            Some(fate @ Fate::Change(_, Why::Others)) => *fate = Fate::Share,
            Some(Fate::Change(treatments, _)) => treatments.clear(),
            _ => {}
        }
    }
    Ok(())
}

/// A look at texts: which of them tell nothing of whom they should not.
struct Look<'a> {
    atlas: &'a Atlas,
    fates: &'a Fates,
    redactor: &'a dyn Redactor,
    known: &'a BTreeMap<SubjectAt, BTreeSet<String>>,
    unchanged: Vec<usize>,
    new: Option<(usize, &'a mut Written)>,
}

impl Look<'_> {
    async fn at(&mut self, sessions: &mut Sessions, texts: Texts) -> Result<(), Error> {
        for ((spot, want), rows) in texts {
            let values: Vec<Vec<Value>> = rows.keys().cloned().collect();
            let (by, when) = (&[][..], &[][..]);
            let lookup = Lookup {
                table: spot.table,
                by,
                values: &values,
                when,
                want: &want,
                hold: false,
                refers: false,
            };
            let mut sink = |row: Row| {
                if let Some(at) = rows.get(&*row.key.0) {
                    self.at_row(*at, spot, &want, &row.values);
                }
                ControlFlow::Continue(())
            };
            sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
        }
        Ok(())
    }

    fn at_row(&mut self, at: usize, spot: Spot, columns: &[ColumnAt], values: &[Value]) {
        let Some(Fate::Change(_, why)) = self.fates.of.get(&at) else { return };
        let Some(table) = self.atlas.table(spot) else { return };
        let people = people(self.fates, self.known, at);
        let taking = redact::Taking {
            redactor: self.redactor,
            people: &people,
            everybody: *why != Why::Others,
        };
        let new = columns.iter().zip(values).filter_map(|(column, old)| {
            Some((*column, taking.value(table.columns.get(*column)?, old)))
        });
        let new: Vec<(ColumnAt, Value)> = new.collect();
        if new.iter().map(|(_, new)| new).eq(values) {
            self.unchanged.push(at);
        } else if let Some((store, all)) = &mut self.new
            && *store == spot.store
        {
            all.insert(at, new);
        }
    }
}

/// The values by which the people are known whose row it is.
pub(crate) fn people(
    fates: &Fates,
    known: &BTreeMap<SubjectAt, BTreeSet<String>>,
    at: usize,
) -> Vec<String> {
    let Some(row) = fates.rows.all.get(at) else { return Vec::new() };
    let owned = row.claims.iter().filter(|c| c.owned);
    let whose: BTreeSet<SubjectAt> = owned.map(|c| c.subject).collect();
    whose.iter().filter_map(|subject| known.get(subject)).flatten().cloned().collect()
}
