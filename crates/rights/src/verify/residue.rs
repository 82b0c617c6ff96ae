//! What is still there and should not be, and how a history tells of it: where, never what.
//!
//! Owns: the kinds of it. Leaves to others: finding it (reading back, sweeping), what becomes of it (people decide).

use std::collections::BTreeSet;

use serde_json::json;

/// Something that is still there and should not be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Residue {
    /// A row that should have gone.
    Row {
        /// Its table.
        table: String,
    },
    /// A row that refers to one that has gone, or belongs to the person again: it came meanwhile.
    New {
        /// Its table.
        table: String,
    },
    /// A value that is not what it was changed into.
    Unchanged {
        /// Its table.
        table: String,
        /// Its column.
        column: String,
    },
    /// A value by which an erased person was known, where the map does not expect it.
    Value {
        /// Its table.
        table: String,
        /// Its column.
        column: String,
        /// In so many rows.
        rows: u64,
    },
    /// The same in a stored view: it is made anew, and no row of it goes by itself.
    View {
        /// Its name.
        table: String,
        /// Its column.
        column: String,
        /// In so many rows.
        rows: u64,
    },
    /// The same in files that no table has as values.
    File {
        /// Their store.
        store: String,
        /// In so many files.
        files: u64,
    },
}

/// What was found, for the history of a request: where, never what.
#[must_use]
pub fn told(residue: &BTreeSet<Residue>) -> serde_json::Value {
    let one = |residue: &Residue| match residue {
        Residue::Row { table } => json!({ "what": "row", "table": table }),
        Residue::New { table } => json!({ "what": "new", "table": table }),
        Residue::Unchanged { table, column } => {
            json!({ "what": "unchanged", "table": table, "column": column })
        }
        Residue::Value { table, column, rows } => {
            json!({ "what": "value", "table": table, "column": column, "rows": rows })
        }
        Residue::View { table, column, rows } => {
            json!({ "what": "view", "table": table, "column": column, "rows": rows })
        }
        Residue::File { store, files } => json!({ "what": "file", "store": store, "files": files }),
    };
    json!({ "residue": residue.iter().map(one).collect::<Vec<_>>() })
}
