//! Whether erasing again would do nothing: what a row that stays should lose, it has lost.
//!
//! Rows that stay without their person are found again as long as the person's own row stays. Nobody knows any more what was
//! written into each of them, so each column is held against what its treatment makes of any value.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use abide_policy::vocab::Treatment;
use abide_stores::schema::Column;
use abide_stores::{ColumnAt, Error, Lookup, Row, Value};

use super::is_same;
use crate::atlas::Spot;
use crate::desk::document::{HandRow, RowRef};
use crate::execute::Work;
use crate::neutral::{is_different, month, nothing};
use crate::plan::{Fate, Fates};
use crate::reach::Sessions;
use crate::redact;

/// Rows that should be changed, by their keys, with the columns and the treatment of each; and what was noted of each before a
/// person saw to it, if one did.
type Changes<'a> = BTreeMap<Vec<Value>, (&'a BTreeMap<ColumnAt, Treatment>, Option<&'a HandRow>)>;

/// What is left of somebody who was known by these values, if nothing is left to do in any store. `hands` are the rows that were
/// left to a person.
pub(crate) async fn nothing_left(
    work: &Work<'_>,
    known: &BTreeSet<String>,
    hands: &[HandRow],
) -> Result<Option<Fates>, Error> {
    let hands: BTreeMap<&RowRef, &HandRow> = hands.iter().map(|row| (&row.row, row)).collect();
    let mut sessions = Sessions::open(work.stores, None).await?;
    let left = work.fates(&mut sessions).await?;
    for store in 0..work.stores.len() {
        if !is_done(work, &mut sessions, (&left, &hands), store, known).await? {
            return Ok(None);
        }
    }
    Ok(Some(left))
}

/// Whether nothing is left to do in a store for somebody who was known by these values.
async fn is_done(
    work: &Work<'_>,
    sessions: &mut Sessions,
    (fates, hands): (&Fates, &BTreeMap<&RowRef, &HandRow>),
    store: usize,
    known: &BTreeSet<String>,
) -> Result<bool, Error> {
    let mut changes: BTreeMap<(Spot, Vec<ColumnAt>), Changes<'_>> = BTreeMap::new();
    for (at, fate) in &fates.of {
        let Some(row) = fates.rows.all.get(*at).filter(|r| r.spot.store == store) else { continue };
        match fate {
            Fate::Delete => return Ok(false),
            Fate::Change(treatments, _) if !treatments.is_empty() => {
                let columns = treatments.keys().copied().collect();
                let rows = changes.entry((row.spot, columns)).or_default();
                let name = row.named(work.atlas);
                let name = name.and_then(|(_, key)| RowRef::of(work.atlas, row.spot, &key));
                let noted = name.and_then(|name| hands.get(&name).copied());
                rows.insert(row.key.0.to_vec(), (treatments, noted));
            }
            Fate::Change(..) | Fate::Share | Fate::Keep(_) => {}
        }
    }
    let known: Vec<String> = known.iter().cloned().collect();
    for ((spot, want), rows) in changes {
        if !hold_nothing(work, sessions, spot, &want, &rows, &known).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether rows of a table have lost what they should.
async fn hold_nothing(
    work: &Work<'_>,
    sessions: &mut Sessions,
    spot: Spot,
    want: &[ColumnAt],
    rows: &Changes<'_>,
    known: &[String],
) -> Result<bool, Error> {
    let Some(table) = work.atlas.table(spot) else { return Ok(true) };
    let values: Vec<Vec<Value>> = rows.keys().cloned().collect();
    let (table_at, by, when) = (spot.table, &[][..], &[][..]);
    let lookup =
        Lookup { table: table_at, by, values: &values, when, want, hold: false, refers: false };
    let mut all = true;
    let mut sink = |row: Row| {
        let Some((treatments, noted)) = rows.get(&row.key.0.to_vec()) else {
            return ControlFlow::Continue(());
        };
        for (column, is) in want.iter().zip(&row.values) {
            let treatment = treatments.get(column);
            let described = table.columns.get(*column);
            all &= treatment.zip(described).is_none_or(|(treatment, column)| {
                tells_nothing(work, column, *treatment, is, known)
                    || *treatment != Treatment::Redact
                        && (*treatment == Treatment::Unique || !column.nullable)
                        && noted.is_some_and(|noted| noted.has_changed(&column.name, is))
            });
        }
        if all { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    sessions.at(spot.store)?.find(&lookup, &mut sink).await?;
    Ok(all)
}

/// Whether a value is what a treatment leaves, whoever left it. Of a text: that nothing of the person is in it; what else was taken
/// out of it is not told again.
pub(crate) fn tells_nothing(
    work: &Work<'_>,
    column: &Column,
    treatment: Treatment,
    is: &Value,
    known: &[String],
) -> bool {
    let empty = || is.is_null() || is_same(&nothing(column), is);
    match treatment {
        Treatment::Keep => true,
        Treatment::Empty => empty(),
        Treatment::Month => month(is).map_or_else(empty, |month| is_same(&month, is)),
        Treatment::Unique => is_different(is, column),
        Treatment::Redact => match is {
            Value::Text(text) => redact::text(work.redactor, text, known, false) == *text,
            _ => empty(),
        },
    }
}
