//! Linking: what a table and a second one about known people tell together.

use std::collections::HashMap;
use std::io::Read;

use csv::StringRecord;

use super::apply::Anonymous;
use super::build::{Build, longest};
use super::hierarchy::Hierarchy;
use super::plan::Source;
use super::risk::{Attack, Risk};
use super::rows::{Csv, Rows, RowsError};

/// For each combination of values how many rows of the table have it, and how many people of the second table.
#[derive(Clone, Debug, Default)]
pub struct Link {
    pairs: HashMap<Box<str>, (u64, u64)>,
    key: String,
}

/// Why a table cannot be linked.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// It is no table.
    #[error("the table cannot be read: {0}")]
    Read(#[source] RowsError),
    /// It lacks a column.
    #[error("the table has no column `{0}`: check the name, and the separator")]
    Column(Box<str>),
}

impl Link {
    /// The combinations of a table's columns, by their exact values.
    ///
    /// ```
    /// use abide_anonymize::table::Link;
    /// let mut link = Link::of("age,place\n34,Bonn\n34,Bonn\n51,Ulm\n".as_bytes(), b',', &["age", "place"])?;
    /// assert_eq!(link.risk().unique, 1.0 / 3.0);
    /// link.people("name,place,age\nEve,Ulm,51\n".as_bytes(), b',', &["age", "place"])?;
    /// assert_eq!(link.attack().linked, 1);
    /// # Ok::<(), abide_anonymize::table::LinkError>(())
    /// ```
    ///
    /// # Errors
    /// If it is no table or lacks a column.
    pub fn of<S: AsRef<str>>(
        table: impl Read,
        separator: u8,
        columns: &[S],
    ) -> Result<Self, LinkError> {
        Self::of_rows(&mut Csv::new(table, separator), columns)
    }

    /// The same, from any source of rows.
    ///
    /// # Errors
    /// If it is no table or lacks a column.
    pub fn of_rows<S: AsRef<str>>(table: &mut dyn Rows, columns: &[S]) -> Result<Self, LinkError> {
        let mut link = Self::default();
        each_row(table, columns, |record, places| {
            let values = places.iter().map(|p| record.get(*p).unwrap_or(""));
            link.add(values, 1, 0);
        })?;
        Ok(link)
    }

    /// Adds the people of a second table by their exact values.
    ///
    /// # Errors
    /// If it is no table or lacks a column.
    pub fn people<S: AsRef<str>>(
        &mut self,
        table: impl Read,
        separator: u8,
        columns: &[S],
    ) -> Result<(), LinkError> {
        self.people_of_rows(&mut Csv::new(table, separator), columns)
    }

    /// The same, from any source of rows.
    ///
    /// # Errors
    /// If it is no table or lacks a column.
    pub fn people_of_rows<S: AsRef<str>>(
        &mut self,
        table: &mut dyn Rows,
        columns: &[S],
    ) -> Result<(), LinkError> {
        each_row(table, columns, |record, places| {
            let values = places.iter().map(|p| record.get(*p).unwrap_or(""));
            self.add(values, 0, 1);
        })
    }

    /// The risk of the table by itself.
    #[must_use]
    pub fn risk(&self) -> Risk {
        Risk::of(self.sizes())
    }
    /// How many rows each class of the table has.
    pub fn sizes(&self) -> impl Iterator<Item = u64> {
        self.pairs.values().map(|(rows, _)| *rows).filter(|rows| *rows > 0)
    }
    /// What the second table gains.
    #[must_use]
    pub fn attack(&self) -> Attack {
        // Sums of fractions depend on their order: let it be the same in every run.
        let mut pairs: Vec<(u64, u64)> = self.pairs.values().copied().collect();
        pairs.sort_unstable();
        Attack::of(pairs)
    }

    /// Adds to the counts of a combination; its key has each value behind its length, so that no two combinations
    /// share one.
    fn add<'a>(&mut self, values: impl Iterator<Item = &'a str>, rows: u64, people: u64) {
        self.key.clear();
        for value in values {
            self.key.push_str(&value.len().to_string());
            self.key.push(':');
            self.key.push_str(value);
        }
        match self.pairs.get_mut(self.key.as_str()) {
            Some(pair) => *pair = (pair.0 + rows, pair.1 + people),
            None => {
                self.pairs.insert(self.key.as_str().into(), (rows, people));
            }
        }
    }
}

impl Anonymous {
    /// Links the released rows to a second table about known people, whose values are made as coarse as those of the
    /// released table. It has the plan's separator and quasi-identifying columns.
    ///
    /// # Errors
    /// If it is no table or lacks a column.
    pub fn link(&self, people: impl Read) -> Result<Link, LinkError> {
        self.link_rows(&mut Csv::new(people, self.plan.separator()))
    }

    /// The same, from any source of rows.
    ///
    /// # Errors
    /// If it is no table or lacks a column.
    pub fn link_rows(&self, people: &mut dyn Rows) -> Result<Link, LinkError> {
        let mut link = Link::default();
        let coarse: Vec<Coarse<'_>> = self.coarse().collect();
        let classes = self.classes.rows().iter().zip(&self.released).enumerate();
        for (class, (rows, _)) in classes.filter(|(_, (_, released))| **released) {
            let attributes = 0..self.tuples.attributes().len();
            let names = attributes.map(|number| self.classes.name(&self.tuples, class, number));
            link.add(names, u64::from(*rows), 0);
        }
        let columns: Vec<&str> = self.plan.quasi().collect();
        each_row(people, &columns, |record, places| {
            let values = places.iter().map(|p| record.get(*p).unwrap_or(""));
            let names: Option<Vec<String>> =
                coarse.iter().zip(values).map(|(coarse, value)| coarse.name(value)).collect();
            match names {
                Some(names) => link.add(names.iter().map(String::as_str), 0, 1),
                // Somebody whose values are in no hierarchy is in no class.
                None => link.add(std::iter::empty(), 0, 1),
            }
        })?;
        Ok(link)
    }

    fn coarse(&self) -> impl Iterator<Item = Coarse<'_>> {
        let attributes = self.tuples.attributes().iter().zip(self.plan.sources()).enumerate();
        attributes.map(|(number, (attribute, source))| {
            let hierarchy = &attribute.hierarchy;
            let build = match source {
                Source::Build(build) => {
                    let values: Vec<&str> = hierarchy.values().collect();
                    Some((build, longest(&values)))
                }
                Source::File(_) => None,
            };
            Coarse { hierarchy, level: self.classes.node().level(number), build }
        })
    }
}

/// How the values of one attribute are made coarser.
struct Coarse<'a> {
    hierarchy: &'a Hierarchy,
    level: usize,
    /// How values that the table does not have are made coarser.
    build: Option<(&'a Build, usize)>,
}

impl Coarse<'_> {
    fn name(&self, value: &str) -> Option<String> {
        match (self.hierarchy.value(value), self.build) {
            (Some(number), _) => Some(self.hierarchy.name(number, self.level).to_owned()),
            (None, Some((build, longest))) => build.row(value, longest).into_iter().nth(self.level),
            (None, None) => None,
        }
    }
}

fn each_row<S: AsRef<str>>(
    table: &mut dyn Rows,
    columns: &[S],
    mut row: impl FnMut(&StringRecord, &[usize]),
) -> Result<(), LinkError> {
    let head = table.head().map_err(LinkError::Read)?;
    let place = |column: &S| {
        let column = column.as_ref();
        head.iter().position(|h| h == column).ok_or_else(|| LinkError::Column(column.into()))
    };
    let places = columns.iter().map(place).collect::<Result<Vec<usize>, _>>()?;
    let mut record = StringRecord::new();
    while table.next(&mut record).map_err(LinkError::Read)? {
        row(&record, &places);
    }
    Ok(())
}
