//! What is asked of rows: which ones, and which of their columns.

use std::collections::{BTreeSet, HashSet};

use crate::schema::Table;
use crate::{Collation, ColumnAt, Key, Lookup, Row, Value};

/// A question to the rows of one table, compiled once.
pub(super) struct Query {
    /// The columns that must be read: the key first.
    pub(super) needed: Vec<ColumnAt>,
    key: usize,
    /// By what rows are looked for, as places in `needed`, and how that is compared; with the values, as text.
    by: Vec<(usize, Collation)>,
    values: HashSet<Vec<String>>,
    when: Vec<(usize, String)>,
    want: Vec<usize>,
    /// All rows are asked for.
    all: bool,
}

impl Query {
    /// All rows.
    pub(super) fn all(table: &Table, want: &[ColumnAt]) -> Self {
        Self::new(table, &[], &[], &[], want)
    }

    /// Rows by values; by their keys if nothing else is said.
    pub(super) fn lookup(table: &Table, lookup: &Lookup<'_>) -> Self {
        let by = if lookup.by.is_empty() { &table.key } else { lookup.by };
        let query = Self::new(table, by, lookup.values, lookup.when, lookup.want);
        Self { all: false, ..query }
    }

    fn new(
        table: &Table,
        by: &[ColumnAt],
        values: &[Vec<Value>],
        when: &[(ColumnAt, String)],
        want: &[ColumnAt],
    ) -> Self {
        let mut needed = table.key.clone();
        let mut place = |column: ColumnAt| {
            needed.iter().position(|known| *known == column).unwrap_or_else(|| {
                needed.push(column);
                needed.len() - 1
            })
        };
        let collation = |at: ColumnAt| table.columns.get(at).map(|c| c.collation);
        let by: Vec<(usize, Collation)> = by
            .iter()
            .map(|&column| (place(column), collation(column).unwrap_or_default()))
            .collect();
        let when = when.iter().map(|(column, text)| (place(*column), text.clone())).collect();
        let want = want.iter().map(|&column| place(column)).collect();
        let values = values.iter().filter(|values| values.len() == by.len());
        let values = values.filter_map(|values| texts(&by, values.iter())).collect();
        Self { needed, key: table.key.len(), by, values, when, want, all: true }
    }

    /// The files in which rows can be, if the question says so.
    pub(super) fn files(&self) -> Option<BTreeSet<&str>> {
        // The path is the first column of every key.
        let at = self.by.iter().position(|(place, _)| *place == 0)?;
        Some(self.values.iter().filter_map(|values| values.get(at)).map(String::as_str).collect())
    }

    /// Whether a row is one of those.
    pub(super) fn takes(&self, values: &[Value]) -> bool {
        let at = |place: &usize| values.get(*place).unwrap_or(&Value::Null);
        let by = || texts(&self.by, self.by.iter().map(|(place, _)| at(place)));
        let found = self.all || by().is_some_and(|texts| self.values.contains(&texts));
        found && self.when.iter().all(|(place, text)| at(place).text().as_deref() == Some(text))
    }

    /// The row that is handed over.
    pub(super) fn row(&self, mut values: Vec<Value>) -> Row {
        let at = |place: &usize| values.get(*place).cloned().unwrap_or_default();
        let want = self.want.iter().map(at).collect();
        values.truncate(self.key);
        Row { key: Key(values.into()), values: want }
    }
}

/// Values as they are compared; `None` if one of them finds nothing.
fn texts<'v>(
    by: &[(usize, Collation)],
    values: impl Iterator<Item = &'v Value>,
) -> Option<Vec<String>> {
    let folded = |((_, by), value): (&(usize, Collation), &Value)| {
        Some(by.folded(&value.text()?).into_owned())
    };
    by.iter().zip(values).map(folded).collect()
}
