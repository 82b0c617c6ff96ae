//! The distinct combinations of quasi-identifying values with their counts: all that is held of a table in memory.

use std::collections::HashMap;

use super::grouping::Node;
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

/// Collects tuples row by row, before it is known how their values are made coarser.
#[derive(Debug)]
pub struct Collector {
    names: Vec<Box<str>>,
    values: Vec<Words>,
    sensitive: Words,
    with_sensitive: bool,
    /// From the numbers of a tuple's values to its place.
    places: HashMap<Box<[u32]>, u32>,
    counts: Vec<u32>,
    rows: u64,
    scratch: Vec<u32>,
}

/// Distinct words, numbered as they come.
#[derive(Debug, Default)]
struct Words {
    numbers: HashMap<Box<str>, u32>,
    words: Vec<Box<str>>,
}

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.numbers.insert(word.into(), number);
        self.words.push(word.into());
        number
    }
}

/// Why a table cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RowError {
    /// A value is in no hierarchy. Its words are personal data and are not told.
    #[error(
        "the attribute `{attribute}` has {count} values that its hierarchy does not have: add them there, or build the \
         hierarchy from the table"
    )]
    Unknown {
        /// The attribute.
        attribute: Box<str>,
        /// How many values.
        count: usize,
    },
    /// Too few values.
    #[error("a row has fewer values than there are attributes: check the separator and the row")]
    Short,
    /// More rows than can be counted.
    #[error("the table has more than four thousand million rows: split it")]
    Many,
}

impl Collector {
    /// A collector for the attributes with these names.
    #[must_use]
    pub fn new<S: AsRef<str>>(names: &[S]) -> Self {
        Self {
            names: names.iter().map(|n| n.as_ref().into()).collect(),
            values: names.iter().map(|_| Words::default()).collect(),
            sensitive: Words::default(),
            with_sensitive: false,
            places: HashMap::new(),
            counts: Vec::new(),
            rows: 0,
            scratch: Vec::new(),
        }
    }

    /// Adds a row: a value for each attribute in order, and the sensitive value if there is one (in every row or in none).
    ///
    /// # Errors
    /// If there are too few values, or too many rows.
    pub fn add<'a>(
        &mut self,
        values: impl IntoIterator<Item = &'a str>,
        sensitive: Option<&str>,
    ) -> Result<(), RowError> {
        if self.rows >= u64::from(u32::MAX) {
            return Err(RowError::Many);
        }
        self.scratch.clear();
        let mut values = values.into_iter();
        for words in &mut self.values {
            self.scratch.push(words.number(values.next().ok_or(RowError::Short)?));
        }
        if let Some(value) = sensitive {
            self.with_sensitive = true;
            self.scratch.push(self.sensitive.number(value));
        }
        self.rows += 1;
        if let Some(place) = self.places.get(self.scratch.as_slice()) {
            if let Some(count) = self.counts.get_mut(*place as usize) {
                *count += 1;
            }
            return Ok(());
        }
        let place = u32::try_from(self.counts.len()).map_err(|_| RowError::Many)?;
        self.places.insert(self.scratch.as_slice().into(), place);
        self.counts.push(1);
        Ok(())
    }

    /// The distinct values of an attribute.
    #[must_use]
    pub fn values(&self, attribute: usize) -> &[Box<str>] {
        self.values.get(attribute).map_or(&[], |w| &w.words)
    }

    /// The tuples, with a hierarchy for each attribute in order.
    ///
    /// # Errors
    /// If a value is in no hierarchy.
    pub fn finish(self, hierarchies: Vec<Hierarchy>) -> Result<Tuples, RowError> {
        let mut columns = Vec::new();
        let mut attributes = Vec::new();
        let mut tuples: Vec<(Box<[u32]>, u32)> = self.places.into_iter().collect();
        tuples.sort_unstable_by_key(|(_, place)| *place);
        for (number, ((name, words), hierarchy)) in
            self.names.into_iter().zip(self.values).zip(hierarchies).enumerate()
        {
            let known: Vec<Option<u32>> = words.words.iter().map(|w| hierarchy.value(w)).collect();
            let unknown = known.iter().filter(|k| k.is_none()).count();
            if unknown > 0 {
                return Err(RowError::Unknown { attribute: name, count: unknown });
            }
            let value = |tuple: &[u32]| {
                let word = tuple.get(number).copied().unwrap_or(0);
                known.get(word as usize).copied().flatten().unwrap_or(0)
            };
            columns.push(tuples.iter().map(|(tuple, _)| value(tuple)).collect());
            attributes.push(Attribute { name, hierarchy });
        }
        let last = |(tuple, _): &(Box<[u32]>, u32)| tuple.last().copied().unwrap_or(0);
        let sensitive =
            if self.with_sensitive { tuples.iter().map(last).collect() } else { Vec::new() };
        Ok(Tuples {
            attributes,
            columns,
            counts: self.counts,
            sensitive,
            sensitive_values: self.sensitive.words.len(),
            rows: self.rows,
        })
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
    /// The groups that a tuple is in at a node.
    #[must_use]
    pub fn groups(&self, tuple: u32, node: &Node) -> Box<[u32]> {
        let attributes = self.attributes.iter().enumerate();
        let group = |(number, attribute): (usize, &Attribute)| {
            attribute.hierarchy.group(self.value(number, tuple), node.level(number))
        };
        attributes.map(group).collect()
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
