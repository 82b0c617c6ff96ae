//! Keys that a store does not declare: columns whose sampled values all differ, and whose names say that they name something.
//!
//! Rows in files have no key but their place, which changes. What is likely goes into the schema as what a store would have
//! declared, so that everything after it need not know the difference.

use std::sync::Arc;

use abide_detect::Kind;
use abide_stores::schema::Table;
use abide_stores::{ColumnAt, Schema, TableAt};

use crate::sample::{Sample, words};

/// The schema with what its rows show: likely keys as unique columns, the likeliest first; columns that are never empty.
pub(crate) fn likely(schema: &Arc<Schema>, samples: &[Sample]) -> Arc<Schema> {
    if !schema.tables.iter().any(Table::has_places) {
        return Arc::clone(schema);
    }
    let mut made = (**schema).clone();
    for (at, sample) in samples.iter().enumerate() {
        let mut keys: Vec<(u8, ColumnAt)> = Vec::new();
        for column in 0..sample.columns.len() {
            keys.extend(rank(schema, at, sample, column).map(|rank| (rank, column)));
        }
        keys.sort_unstable();
        let Some(table) = made.tables.get_mut(at).filter(|t| t.has_places()) else { continue };
        table.unique = keys.into_iter().map(|(_, column)| vec![column]).collect();
        for (column, look) in table.columns.iter_mut().zip(&sample.columns) {
            column.nullable &= sample.rows == 0 || look.filled < sample.rows;
        }
    }
    Arc::new(made)
}

/// The column by which rows of a table are referred to, if it is one: of what only seems to be unique, the likeliest.
pub(super) fn main(table: &Table) -> Option<ColumnAt> {
    let likely = || table.unique.first().filter(|u| u.len() == 1);
    if table.has_places() { likely()?.first().copied() } else { table.key.first().copied() }
}

/// How likely a column is the key, the least number the most.
fn rank(schema: &Schema, at: TableAt, sample: &Sample, column: ColumnAt) -> Option<u8> {
    let table = schema.tables.get(at)?;
    let described = table.columns.get(column).filter(|c| !c.is_of_file())?;
    let seen = sample.rows > 0 && sample.columns.get(column)?.differs;
    // An address or a number may change, and belong to two people.
    let verdict = || sample.verdict(table, column).filter(|v| v.whole && v.of > 0);
    let personal = || verdict().is_some_and(|v| v.kind != Kind::User);
    let named = words::words(&described.name);
    let last = named.last().map_or("", String::as_str);
    let names = matches!(last, "id" | "uid" | "uuid" | "guid" | "key");
    if !seen || !(names || words::is_given_id(&described.name)) || (!names && personal()) {
        return None;
    }
    let stem = words::stem(&described.name).unwrap_or_default();
    let of = |t: &Table| words::thing(&t.name) == stem;
    Some(match () {
        () if named.len() == 1 && last == "id" => 0,
        () if of(table) => 1,
        // Another table's key may be different in each row by chance.
        () if schema.tables.iter().any(of) => 4,
        () if names => 2,
        () => 3,
    })
}
