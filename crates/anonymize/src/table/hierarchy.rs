//! How the values of an attribute are made coarser, level by level.
//!
//! A file has a line a value: `value;level 1;level 2;…`, as other anonymization tools write them. Level 0 is the value
//! itself. Each level must be coarser than the one before: what is together stays together.

use std::collections::HashMap;

/// The most values of one attribute.
const MOST_VALUES: usize = 1 << 20;
/// The most levels of one attribute.
const MOST_LEVELS: usize = 64;

/// The generalization hierarchy of one attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hierarchy {
    values: HashMap<Box<str>, u32>,
    levels: Vec<Level>,
}

/// One level of a hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Level {
    /// For each value (by number) the number of its group.
    group: Vec<u32>,
    names: Vec<Box<str>>,
    /// How many values each group has.
    sizes: Vec<u32>,
}

/// What is wrong with a hierarchy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HierarchyError {
    /// There is no value in it.
    #[error("the hierarchy is empty: write a line for each value, `value;level 1;level 2`")]
    Empty,
    /// Lines differ in their levels.
    #[error(
        "line {line} has {found} columns where the first has {expected}: give every value every level"
    )]
    Uneven {
        /// The line, from 1.
        line: usize,
        /// Its columns.
        found: usize,
        /// Those of the first line.
        expected: usize,
    },
    /// A value stands there twice.
    #[error("line {line} repeats the value of an earlier line: remove one of them")]
    Twice {
        /// The line, from 1.
        line: usize,
    },
    /// A group is torn apart further up.
    #[error(
        "line {line}, level {level}: the group is split into two further up: give all its values the same next level"
    )]
    Torn {
        /// The line, from 1.
        line: usize,
        /// The coarser level, from 1.
        level: usize,
    },
    /// It is larger than any that makes sense.
    #[error(
        "the hierarchy has more than {MOST_VALUES} values or {MOST_LEVELS} levels: make it smaller"
    )]
    Large,
}

impl Hierarchy {
    /// Reads a hierarchy; columns are separated by `separator`.
    ///
    /// ```
    /// use abide_anonymize::table::Hierarchy;
    /// let age = Hierarchy::parse("34;30-39;*\n35;30-39;*\n41;40-49;*\n", ';')?;
    /// assert_eq!(age.height(), 3);
    /// assert_eq!(age.name(age.value("35").unwrap(), 1), "30-39");
    /// # Ok::<(), abide_anonymize::table::HierarchyError>(())
    /// ```
    ///
    /// # Errors
    /// If it is empty, uneven, or a level is not coarser than the one before.
    pub fn parse(text: &str, separator: char) -> Result<Self, HierarchyError> {
        let lines = text.lines().map(|l| l.strip_suffix('\r').unwrap_or(l));
        let rows = lines.filter(|l| !l.is_empty()).map(|l| l.split(separator).collect::<Vec<_>>());
        Self::new(rows)
    }

    /// Makes a hierarchy of rows, each a value with its groups from fine to coarse.
    ///
    /// # Errors
    /// As for [`Hierarchy::parse`].
    pub fn new<S: AsRef<str>>(
        rows: impl IntoIterator<Item = Vec<S>>,
    ) -> Result<Self, HierarchyError> {
        let mut values: HashMap<Box<str>, u32> = HashMap::new();
        let mut builders: Vec<Builder> = Vec::new();
        for (number, row) in rows.into_iter().enumerate() {
            let line = number + 1;
            if number == 0 {
                builders.resize_with(row.len(), Builder::default);
            }
            if row.len() != builders.len() {
                return Err(HierarchyError::Uneven {
                    line,
                    found: row.len(),
                    expected: builders.len(),
                });
            }
            if number >= MOST_VALUES || row.len() > MOST_LEVELS {
                return Err(HierarchyError::Large);
            }
            let mut finer = None;
            for (level, (name, builder)) in row.iter().zip(&mut builders).enumerate() {
                finer = Some(
                    builder
                        .add(name.as_ref(), finer)
                        .ok_or(HierarchyError::Torn { line, level })?,
                );
            }
            let value = row.first().map_or("", AsRef::as_ref);
            if values.insert(value.into(), number as u32).is_some() {
                return Err(HierarchyError::Twice { line });
            }
        }
        if values.is_empty() || builders.is_empty() {
            return Err(HierarchyError::Empty);
        }
        Ok(Self { values, levels: builders.into_iter().map(Builder::build).collect() })
    }

    /// The number of levels, the values themselves included.
    #[must_use]
    pub fn height(&self) -> usize {
        self.levels.len()
    }
    /// The number of values.
    #[must_use]
    pub fn leaves(&self) -> usize {
        self.values.len()
    }
    /// The number of a value.
    #[must_use]
    pub fn value(&self, value: &str) -> Option<u32> {
        self.values.get(value).copied()
    }
    /// The number of the group that a value is in at a level.
    #[must_use]
    pub fn group(&self, value: u32, level: usize) -> u32 {
        self.level(level).and_then(|l| l.group.get(value as usize)).copied().unwrap_or(0)
    }
    /// What a value is called at a level.
    #[must_use]
    pub fn name(&self, value: u32, level: usize) -> &str {
        let group = self.group(value, level) as usize;
        self.level(level).and_then(|l| l.names.get(group)).map_or("", |n| n)
    }
    /// What a group is called at a level.
    #[must_use]
    pub fn group_name(&self, group: u32, level: usize) -> &str {
        self.level(level).and_then(|l| l.names.get(group as usize)).map_or("", |n| n)
    }
    /// The values, in no order.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(|v| &**v)
    }
    /// How many groups a level has.
    #[must_use]
    pub fn groups(&self, level: usize) -> usize {
        self.level(level).map_or(0, |l| l.names.len())
    }
    /// Which share of all values cannot be told from a value at a level, from 1/leaves to 1.
    #[must_use]
    pub fn share(&self, value: u32, level: usize) -> f64 {
        f64::from(self.size(value, level)) / self.leaves() as f64
    }
    /// How many values cannot be told from a value at a level, itself included.
    #[must_use]
    pub fn size(&self, value: u32, level: usize) -> u32 {
        let group = self.group(value, level) as usize;
        self.level(level).and_then(|l| l.sizes.get(group)).copied().unwrap_or(0)
    }

    fn level(&self, level: usize) -> Option<&Level> {
        self.levels.get(level)
    }
}

/// Collects one level.
#[derive(Default)]
struct Builder {
    numbers: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
    group: Vec<u32>,
    sizes: Vec<u32>,
    /// For each group of the finer level, its group here.
    of_finer: HashMap<u32, u32>,
}

impl Builder {
    /// Adds the next value's group; `None` if the finer group is in another group already.
    fn add(&mut self, name: &str, finer: Option<u32>) -> Option<u32> {
        let number = match self.numbers.get(name) {
            Some(number) => *number,
            None => {
                let number = self.names.len() as u32;
                self.numbers.insert(name.into(), number);
                self.names.push(name.into());
                self.sizes.push(0);
                number
            }
        };
        if let Some(finer) = finer
            && *self.of_finer.entry(finer).or_insert(number) != number
        {
            return None;
        }
        self.group.push(number);
        if let Some(size) = self.sizes.get_mut(number as usize) {
            *size += 1;
        }
        Some(number)
    }

    fn build(self) -> Level {
        Level { group: self.group, names: self.names, sizes: self.sizes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_shares() {
        let h = Hierarchy::parse("a;x;*\nb;x;*\nc;y;*\n", ';').unwrap();
        let b = h.value("b").unwrap();
        assert_eq!((h.height(), h.leaves(), h.groups(1)), (3, 3, 2));
        assert_eq!((h.name(b, 0), h.name(b, 1), h.name(b, 2)), ("b", "x", "*"));
        assert!((h.share(b, 1) - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_no_hierarchy() {
        use HierarchyError as E;
        for (text, error) in [
            ("", E::Empty),
            ("a;x\nb", E::Uneven { line: 2, found: 1, expected: 2 }),
            ("a;x\na;x", E::Twice { line: 2 }),
            ("a;x;1\nb;x;2", E::Torn { line: 2, level: 2 }),
        ] {
            assert_eq!(Hierarchy::parse(text, ';').unwrap_err(), error, "{text}");
        }
    }
}
