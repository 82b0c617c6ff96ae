//! The distinct combinations of quasi-identifying values with their counts: all that is held of a table in memory.
//!
//! Values are numbered as they come, column by column; a combination is one packed number (see `keys`).

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::hierarchy::Hierarchy;
use super::keys::{Field, Key, Layout, Packed, Slots};

/// The most different values of one quasi-identifying column, in bits: no hierarchy has more.
const VALUE_BITS: u32 = 20;

/// An attribute that, with others, may lead to a person.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name, as in the table's head.
    pub name: Box<str>,
    /// How it is made coarser.
    pub hierarchy: Hierarchy,
    words: Words,
    /// For each value of the table its number in the hierarchy.
    in_hierarchy: Vec<u32>,
    /// By level: for each value the first one of its group, which stands for the group.
    groups: Vec<Vec<u32>>,
}

impl Attribute {
    fn new(name: Box<str>, words: Words, hierarchy: Hierarchy) -> Result<Self, RowError> {
        let known: Vec<Option<u32>> = words.words.iter().map(|w| hierarchy.value(w)).collect();
        let unknown = known.iter().filter(|k| k.is_none()).count();
        if unknown > 0 {
            return Err(RowError::Unknown { attribute: name, count: unknown });
        }
        let in_hierarchy: Vec<u32> = known.into_iter().flatten().collect();
        let groups = (0..hierarchy.height()).map(|level| groups(&hierarchy, &in_hierarchy, level));
        let groups = groups.collect();
        Ok(Self { name, hierarchy, words, in_hierarchy, groups })
    }
    /// The number of a value in the table.
    pub(super) fn number(&self, value: &str) -> Option<u32> {
        self.words.numbers.get(value).copied()
    }
    /// For each value the one that stands for its group at a level.
    pub(super) fn groups(&self, level: usize) -> &[u32] {
        self.groups.get(level).map_or(&[], Vec::as_slice)
    }
    /// What a value is called at a level.
    pub(super) fn name_of(&self, value: u32, level: usize) -> &str {
        self.hierarchy.name(self.in_hierarchy(value), level)
    }
    /// How many values cannot be told from a value at a level.
    #[inline]
    pub(super) fn size(&self, value: u32, level: usize) -> u32 {
        self.hierarchy.size(self.in_hierarchy(value), level)
    }
    fn in_hierarchy(&self, value: u32) -> u32 {
        self.in_hierarchy.get(value as usize).copied().unwrap_or(0)
    }
}

fn groups(hierarchy: &Hierarchy, values: &[u32], level: usize) -> Vec<u32> {
    let mut first = vec![u32::MAX; hierarchy.groups(level)];
    let group = |(number, value): (u32, &u32)| {
        let first = first.get_mut(hierarchy.group(*value, level) as usize);
        first.map_or(0, |first| {
            *first = number.min(*first);
            *first
        })
    };
    (0..).zip(values).map(group).collect()
}

/// Distinct tuples of a table.
#[derive(Clone, Debug)]
pub struct Tuples {
    attributes: Vec<Attribute>,
    layout: Layout,
    keys: Packed,
    /// How many rows each tuple has.
    counts: Vec<u32>,
    /// How many sensitive values there are; 0 without a sensitive attribute.
    sensitive_values: usize,
    rows: u64,
}

/// Collects tuples row by row, before it is known how their values are made coarser.
#[derive(Debug)]
pub struct Collector {
    names: Vec<Box<str>>,
    /// The words of each attribute, and of the sensitive one behind them.
    words: Vec<Words>,
    with_sensitive: bool,
    layout: Layout,
    keys: Packed,
    slots: Slots,
    counts: Vec<u32>,
    rows: u64,
    scratch: Vec<u32>,
}

/// Distinct words, numbered as they come.
#[derive(Clone, Debug, Default)]
struct Words {
    numbers: HashMap<Box<str>, u32, RandomState>,
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
    /// More different values than any hierarchy has.
    #[error("the column `{0}` has more than a million different values: round them, or remove it")]
    Values(Box<str>),
    /// More different values in all columns together than a key holds.
    #[error(
        "the quasi-identifying and sensitive columns have too many different values together: round some, or remove some"
    )]
    Wide,
}

impl Collector {
    /// A collector for the attributes with these names.
    #[must_use]
    pub fn new<S: AsRef<str>>(names: &[S]) -> Self {
        let columns = names.len() + 1;
        Self {
            names: names.iter().map(|n| n.as_ref().into()).collect(),
            words: vec![Words::default(); columns],
            with_sensitive: false,
            layout: Layout::new(columns),
            keys: Packed::Narrow(Vec::new()),
            slots: Slots::default(),
            counts: Vec::new(),
            rows: 0,
            scratch: Vec::new(),
        }
    }

    /// Adds a row: a value for each attribute in order, and the sensitive value if there is one (in every row or in none).
    ///
    /// # Errors
    /// If there are too few values, or too many rows or different values.
    pub fn add<'a>(
        &mut self,
        values: impl IntoIterator<Item = &'a str>,
        sensitive: Option<&str>,
    ) -> Result<(), RowError> {
        if self.rows >= u64::from(u32::MAX) {
            return Err(RowError::Many);
        }
        self.scratch.clear();
        self.with_sensitive |= sensitive.is_some();
        let mut values = values.into_iter();
        let (attributes, mut grown) = (self.names.len(), false);
        for (column, words) in self.words.iter_mut().enumerate() {
            let value = if column == attributes { sensitive.or(Some("")) } else { values.next() };
            let number = words.number(value.ok_or(RowError::Short)?);
            self.scratch.push(number);
            if !self.layout.field(column).holds(number) {
                let name = self.names.get(column).map(|name| &**name);
                widen(&mut self.layout, column, number, &mut self.keys, name)?;
                grown = true;
            }
        }
        if grown || self.slots.is_full(self.counts.len()) {
            self.index();
        }
        self.count();
        Ok(())
    }

    /// Counts the row at hand.
    fn count(&mut self) {
        self.rows += 1;
        let place = match &mut self.keys {
            Packed::Narrow(keys) => place(keys, self.layout.key(&self.scratch), &mut self.slots),
            Packed::Wide(keys) => place(keys, self.layout.key(&self.scratch), &mut self.slots),
        };
        match self.counts.get_mut(place) {
            Some(count) => *count += 1,
            None => self.counts.push(1),
        }
    }

    fn index(&mut self) {
        match &self.keys {
            Packed::Narrow(keys) => self.slots.index(keys),
            Packed::Wide(keys) => self.slots.index(keys),
        }
    }

    /// The distinct values of an attribute.
    #[must_use]
    pub fn values(&self, attribute: usize) -> &[Box<str>] {
        self.words.get(attribute).map_or(&[], |w| &w.words)
    }

    /// The tuples, with a hierarchy for each attribute in order.
    ///
    /// # Errors
    /// If a value is in no hierarchy.
    pub fn finish(mut self, hierarchies: Vec<Hierarchy>) -> Result<Tuples, RowError> {
        let sensitive = self.words.pop().map_or(0, |words| words.words.len());
        let parts = self.names.into_iter().zip(self.words).zip(hierarchies);
        let attributes = parts.map(|((name, words), h)| Attribute::new(name, words, h));
        Ok(Tuples {
            attributes: attributes.collect::<Result<_, _>>()?,
            layout: self.layout,
            keys: self.keys,
            counts: self.counts,
            sensitive_values: if self.with_sensitive { sensitive } else { 0 },
            rows: self.rows,
        })
    }
}

/// Makes a column wide enough for a value; only attributes have names.
fn widen(
    layout: &mut Layout,
    column: usize,
    value: u32,
    keys: &mut Packed,
    name: Option<&str>,
) -> Result<(), RowError> {
    if let Some(name) = name.filter(|_| value >> VALUE_BITS > 0) {
        return Err(RowError::Values(name.into()));
    }
    layout.widen(column, value, keys).ok_or(RowError::Wide)
}

/// The place of a key, which may be new.
#[inline]
fn place<K: Key>(keys: &mut Vec<K>, key: K, slots: &mut Slots) -> usize {
    let place = slots.place(key, keys);
    if place == keys.len() {
        keys.push(key);
    }
    place
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
    /// How many sensitive values there are; 0 without a sensitive attribute.
    #[must_use]
    pub fn sensitive_values(&self) -> usize {
        self.sensitive_values
    }
    /// How many rows have each sensitive value.
    #[must_use]
    pub fn sensitive_counts(&self) -> Vec<u64> {
        self.counts_by(self.sensitive_field(), self.sensitive_values)
    }
    /// How many rows have each value of an attribute.
    pub(super) fn value_counts(&self, attribute: usize) -> Vec<u64> {
        let values = self.attributes.get(attribute).map_or(0, |a| a.words.words.len());
        self.counts_by(self.field(attribute), values)
    }
    /// How many rows each tuple has.
    pub(super) fn counts(&self) -> &[u32] {
        &self.counts
    }
    /// The keys of the tuples.
    pub(super) fn keys(&self) -> &Packed {
        &self.keys
    }
    /// Where an attribute stands in keys.
    pub(super) fn field(&self, attribute: usize) -> Field {
        self.layout.field(attribute)
    }
    /// Where the sensitive value stands in keys.
    pub(super) fn sensitive_field(&self) -> Field {
        self.layout.field(self.attributes.len())
    }

    fn counts_by(&self, field: Field, values: usize) -> Vec<u64> {
        let mut counts = vec![0; values];
        let mut add = |value: u32, rows: &u32| {
            if let Some(total) = counts.get_mut(value as usize) {
                *total += u64::from(*rows);
            }
        };
        match &self.keys {
            Packed::Narrow(k) => {
                k.iter().zip(&self.counts).for_each(|(k, n)| add(k.value(field), n))
            }
            Packed::Wide(k) => k.iter().zip(&self.counts).for_each(|(k, n)| add(k.value(field), n)),
        }
        counts
    }
}
