//! The distinct combinations of quasi-identifying values with their counts: all that is held of a table in memory.

use std::collections::HashMap;

use super::hierarchy::Hierarchy;

/// An attribute that, with others, may lead to a person.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name, as in the table's head.
    pub name: Box<str>,
    /// How it is made coarser.
    pub hierarchy: Hierarchy,
}

/// Distinct tuples of a table.
#[derive(Clone, Debug, Default)]
pub struct Tuples {
    attributes: Vec<Attribute>,
    /// By attribute, then by tuple: the number of the value.
    columns: Vec<Vec<u32>>,
    /// How many rows each tuple has.
    counts: Vec<u32>,
    /// The sensitive value of each tuple, if there is a sensitive attribute.
    sensitive: Vec<u32>,
    /// How many sensitive values there are; 0 without a sensitive attribute.
    sensitive_values: usize,
    rows: u64,
}

/// Collects tuples row by row.
#[derive(Debug)]
pub struct Collector {
    tuples: Tuples,
    numbers: HashMap<Box<[u32]>, u32>,
    sensitive: HashMap<Box<str>, u32>,
    scratch: Vec<u32>,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RowError {
    /// A value is in no hierarchy.
    #[error(
        "the attribute `{attribute}` has a value that its hierarchy does not have: add it there"
    )]
    Unknown {
        /// The attribute.
        attribute: Box<str>,
    },
    /// Too few values.
    #[error("a row has fewer values than there are attributes: check the separator and the row")]
    Short,
    /// More distinct tuples than can be numbered.
    #[error("the table has more than four thousand million distinct tuples: leave attributes out")]
    Many,
}

impl Collector {
    /// A collector for these attributes, and a sensitive value with each row if `sensitive`.
    #[must_use]
    pub fn new(attributes: Vec<Attribute>) -> Self {
        let columns = attributes.iter().map(|_| Vec::new()).collect();
        Self {
            tuples: Tuples { attributes, columns, ..Tuples::default() },
            numbers: HashMap::new(),
            sensitive: HashMap::new(),
            scratch: Vec::new(),
        }
    }

    /// Adds a row: a value for each attribute in order, and the sensitive value if there is one.
    ///
    /// # Errors
    /// If a value is in no hierarchy. The row then counts for nothing.
    pub fn add<'a>(
        &mut self,
        values: impl IntoIterator<Item = &'a str>,
        sensitive: Option<&str>,
    ) -> Result<(), RowError> {
        self.scratch.clear();
        let mut values = values.into_iter();
        for attribute in &self.tuples.attributes {
            let value = values.next().ok_or(RowError::Short)?;
            let number = attribute.hierarchy.value(value);
            let unknown = || RowError::Unknown { attribute: attribute.name.clone() };
            self.scratch.push(number.ok_or_else(unknown)?);
        }
        if let Some(value) = sensitive {
            let number = self.sensitive_number(value);
            self.scratch.push(number);
        }
        self.tuples.rows += 1;
        match self.numbers.get(self.scratch.as_slice()) {
            Some(number) => {
                if let Some(count) = self.tuples.counts.get_mut(*number as usize) {
                    *count += 1;
                }
                Ok(())
            }
            None => self.push(sensitive.is_some()),
        }
    }

    fn sensitive_number(&mut self, value: &str) -> u32 {
        if let Some(number) = self.sensitive.get(value) {
            return *number;
        }
        let number = self.sensitive.len() as u32;
        self.sensitive.insert(value.into(), number);
        self.tuples.sensitive_values = self.sensitive.len();
        number
    }

    fn push(&mut self, sensitive: bool) -> Result<(), RowError> {
        let number = u32::try_from(self.tuples.counts.len()).map_err(|_| RowError::Many)?;
        self.numbers.insert(self.scratch.as_slice().into(), number);
        self.tuples.counts.push(1);
        for (column, value) in self.tuples.columns.iter_mut().zip(&self.scratch) {
            column.push(*value);
        }
        if sensitive && let Some(value) = self.scratch.last() {
            self.tuples.sensitive.push(*value);
        }
        Ok(())
    }

    /// The tuples.
    #[must_use]
    pub fn finish(self) -> Tuples {
        self.tuples
    }
}

impl Tuples {
    /// The attributes in order.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }
    /// How many distinct tuples there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.counts.len()
    }
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
    /// How many rows the table has.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }
    /// How many rows a tuple has.
    #[must_use]
    pub fn count(&self, tuple: u32) -> u32 {
        self.counts.get(tuple as usize).copied().unwrap_or(0)
    }
    /// The number of a tuple's value of an attribute.
    #[must_use]
    pub fn value(&self, attribute: usize, tuple: u32) -> u32 {
        self.columns.get(attribute).and_then(|c| c.get(tuple as usize)).copied().unwrap_or(0)
    }
    /// The values of an attribute, tuple by tuple.
    #[must_use]
    pub fn column(&self, attribute: usize) -> &[u32] {
        self.columns.get(attribute).map_or(&[], Vec::as_slice)
    }
    /// The sensitive value of a tuple, if there is a sensitive attribute.
    #[must_use]
    pub fn sensitive(&self, tuple: u32) -> Option<u32> {
        self.sensitive.get(tuple as usize).copied()
    }
    /// How many sensitive values there are; 0 without a sensitive attribute.
    #[must_use]
    pub fn sensitive_values(&self) -> usize {
        self.sensitive_values
    }
    /// How many rows have each sensitive value.
    #[must_use]
    pub fn sensitive_counts(&self) -> Vec<u64> {
        let mut counts = vec![0; self.sensitive_values];
        for (value, count) in self.sensitive.iter().zip(&self.counts) {
            if let Some(total) = counts.get_mut(*value as usize) {
                *total += u64::from(*count);
            }
        }
        counts
    }
}
