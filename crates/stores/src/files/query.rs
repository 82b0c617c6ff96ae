//! What is asked of rows: which ones, and which of their columns.

use std::collections::{BTreeSet, HashSet};

use crate::{ColumnAt, Key, Lookup, Row, Value};

/// A question to the rows of one table, compiled once.
pub(super) struct Query {
    /// The columns that must be read: the key first.
    pub(super) needed: Vec<ColumnAt>,
    key: usize,
    /// By what rows are looked for, as places in `needed`; with the values, as text.
    by: Vec<usize>,
    values: HashSet<Vec<String>>,
    when: Vec<(usize, String)>,
    want: Vec<usize>,
    /// All rows are asked for.
    all: bool,
}

impl Query {
    /// All rows.
    pub(super) fn all(key: &[ColumnAt], want: &[ColumnAt]) -> Self {
        Self::new(key, &[], &[], &[], want)
    }

    /// Rows by values; by their keys if nothing else is said.
    pub(super) fn lookup(key: &[ColumnAt], lookup: &Lookup<'_>) -> Self {
        let by = if lookup.by.is_empty() { key } else { lookup.by };
        let query = Self::new(key, by, lookup.values, lookup.when, lookup.want);
        Self { all: false, ..query }
    }

    fn new(
        key: &[ColumnAt],
        by: &[ColumnAt],
        values: &[Vec<Value>],
        when: &[(ColumnAt, String)],
        want: &[ColumnAt],
    ) -> Self {
        let mut needed = key.to_vec();
        let mut place = |column: ColumnAt| {
            needed.iter().position(|known| *known == column).unwrap_or_else(|| {
                needed.push(column);
                needed.len() - 1
            })
        };
        let by: Vec<usize> = by.iter().map(|&column| place(column)).collect();
        let when = when.iter().map(|(column, text)| (place(*column), text.clone())).collect();
        let want = want.iter().map(|&column| place(column)).collect();
        let values = values.iter().filter(|values| values.len() == by.len());
        let values = values.filter_map(|values| texts(values.iter())).collect();
        Self { needed, key: key.len(), by, values, when, want, all: true }
    }

    /// The files in which rows can be, if the question says so.
    pub(super) fn files(&self) -> Option<BTreeSet<&str>> {
        // The path is the first column of every key.
        let at = self.by.iter().position(|place| *place == 0)?;
        Some(self.values.iter().filter_map(|values| values.get(at)).map(String::as_str).collect())
    }

    /// Whether a row is one of those.
    pub(super) fn takes(&self, values: &[Value]) -> bool {
        let at = |place: &usize| values.get(*place).unwrap_or(&Value::Null);
        let found = self.all
            || texts(self.by.iter().map(at)).is_some_and(|texts| self.values.contains(&texts));
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
fn texts<'v>(mut values: impl Iterator<Item = &'v Value>) -> Option<Vec<String>> {
    values.try_fold(Vec::new(), |mut texts, value| {
        texts.push(value.text()?.into_owned());
        Some(texts)
    })
}
