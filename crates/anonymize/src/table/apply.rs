//! A table from its file through the search to the anonymous file.
//!
//! The file is read twice: once for the distinct combinations of quasi-identifying values, which is all that is held in
//! memory, and once to write the rows, each at the levels that were found. The second pass counts again: a table that
//! changed in between is refused, so what is written is what was judged.

use std::io::{Read, Write};

use csv::StringRecord;

use super::build::{Build, BuildError, NOTHING};
use super::grouping::Classes;
use super::hierarchy::Hierarchy;
use super::plan::{Plan, PlanError, Ready, Role, Source, Suppressed};
use super::privacy::Privacy;
use super::risk::{Risk, Sizes};
use super::rows::{Csv, CsvOut, Out, OutColumn, Rows, RowsError};
use super::search::{NoSolution, Solution, Task, classes_at, search, sizes};
use super::tuples::{Collector, RowError, Tuples};

/// How many rows pass between two words about progress.
const STEP: u64 = 1 << 16;

/// Why a table cannot be made anonymous.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The plan is not one for this table.
    #[error("{}", list(.0))]
    Plan(Vec<PlanError>),
    /// The file is no table.
    #[error("the table cannot be read: {0}")]
    Read(#[source] RowsError),
    /// The result cannot be written.
    #[error("the result cannot be written: {0}")]
    Write(#[source] RowsError),
    /// A row does not fit.
    #[error(transparent)]
    Row(#[from] RowError),
    /// A hierarchy cannot be built.
    #[error("no hierarchy can be built for the column `{column}`: {error}")]
    Build {
        /// The column.
        column: Box<str>,
        /// Why.
        error: BuildError,
    },
    /// There is only a head.
    #[error("the table has no rows: there is nobody to protect")]
    Empty,
    /// No levels do.
    #[error(transparent)]
    NoSolution(#[from] NoSolution),
    /// The second pass saw other rows than the first.
    #[error("the table changed while it was read: run again once nobody writes to it")]
    Changed,
}

fn list(errors: &[PlanError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A table that has been read once.
#[derive(Debug)]
pub struct Table {
    ready: Ready,
    roles: Vec<Role>,
    tuples: Tuples,
}

/// A table with the levels that lose least.
#[derive(Debug)]
pub struct Anonymous {
    pub(super) plan: Plan,
    roles: Vec<Role>,
    pub(super) tuples: Tuples,
    pub(super) classes: Classes,
    /// Whether each class stays.
    pub(super) released: Vec<bool>,
    blank: bool,
    report: Report,
}

/// The level of one attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The column.
    pub column: Box<str>,
    /// The level, from 0.
    pub level: u8,
    /// The coarsest level.
    pub top: u8,
    /// How many values it had.
    pub values: usize,
    /// How many groups are left.
    pub groups: usize,
}

/// What the weakest released class fulfils.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// Rows.
    pub k: u32,
    /// With a sensitive column, what follows of it.
    pub sensitive: Option<ReachedSensitive>,
}

/// What the weakest released class fulfils, of the sensitive column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReachedSensitive {
    /// Different values.
    pub distinct: usize,
    /// As spread as so many equally frequent values.
    pub entropy: f64,
    /// The largest distance of the shares of values from those in the whole table.
    pub closeness: f64,
}

/// What was done, or would be.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Rows read.
    pub rows: u64,
    /// Rows that stand out at the levels found.
    pub suppressed: u64,
    /// Of these, rows that stay with every quasi-identifying value blank.
    pub blanked: u64,
    /// Level by attribute.
    pub levels: Vec<Level>,
    /// What was found and how well it is proved.
    pub solution: Solution,
    /// The risk of the table as it was.
    pub before: Risk,
    /// The risk of the rows that stay; blank ones are not counted.
    pub after: Risk,
    /// Class sizes as they were.
    pub sizes_before: Sizes,
    /// Class sizes of what stays.
    pub sizes_after: Sizes,
    /// What every class that stays fulfils; `None` if no row stays.
    pub reached: Option<Reached>,
}

impl Report {
    /// Rows written.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.rows - self.suppressed + self.blanked
    }
}

impl Table {
    /// Reads a table as CSV for the first time; `tell` hears from time to time how many rows have passed.
    ///
    /// # Errors
    /// If the plan is not one for this table, or the table is none.
    pub fn read(
        ready: Ready,
        table: impl Read,
        tell: &mut dyn FnMut(u64),
    ) -> Result<Self, TableError> {
        let mut rows = Csv::new(table, ready.plan.separator());
        Self::read_rows(ready, &mut rows, tell)
    }

    /// The same, from any source of rows.
    ///
    /// # Errors
    /// As for [`Table::read`].
    pub fn read_rows(
        ready: Ready,
        table: &mut dyn Rows,
        tell: &mut dyn FnMut(u64),
    ) -> Result<Self, TableError> {
        let head = table.head().map_err(TableError::Read)?;
        let roles = ready.plan.roles(&head).map_err(TableError::Plan)?;
        let places = quasi_places(&roles);
        let sensitive = roles.iter().position(|r| *r == Role::Sensitive);
        let names: Vec<&str> = ready.plan.quasi().collect();
        let mut collector = Collector::new(&names);
        let mut record = StringRecord::new();
        let mut rows = 0;
        while table.next(&mut record).map_err(TableError::Read)? {
            let values = places.iter().filter_map(|p| record.get(*p));
            collector.add(values, sensitive.and_then(|s| record.get(s)))?;
            rows += 1;
            if rows % STEP == 0 {
                tell(rows);
            }
        }
        if rows == 0 {
            return Err(TableError::Empty);
        }
        let hierarchies = hierarchies(&ready, &collector)?;
        Ok(Self { tuples: collector.finish(hierarchies)?, ready, roles })
    }

    /// Finds the levels that lose least.
    ///
    /// # Errors
    /// If none fulfil the conditions.
    pub fn solve(self) -> Result<Anonymous, TableError> {
        let Self { ready: Ready { plan, .. }, roles, tuples } = self;
        let privacy = Privacy::new(plan.models().to_vec(), &tuples.sensitive_counts());
        let task = Task {
            tuples: &tuples,
            privacy: privacy.clone(),
            most_suppressed: plan.most_suppressed(tuples.rows()),
            budget: plan.budget(),
        };
        let solution = search(&task)?;
        let classes = classes_at(&tuples, &privacy, &solution.node);
        let rows = classes.rows().iter().enumerate();
        let released: Vec<bool> =
            rows.map(|(class, rows)| privacy.holds(*rows, classes.histogram(class))).collect();
        let blank =
            plan.suppressed() == Suppressed::Blank && blank_holds(&classes, &released, &privacy);
        let report = report(&tuples, &privacy, &classes, &released, solution, blank);
        Ok(Anonymous { plan, roles, tuples, classes, released, blank, report })
    }
}

impl Anonymous {
    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
    /// What was done, or would be.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Reads the table as CSV for the second time and writes it as CSV. What was written is good only if this ends well.
    ///
    /// # Errors
    /// If the table is not the one that was read before, or nothing can be written.
    pub fn write(
        &self,
        table: impl Read,
        out: impl Write,
        tell: &mut dyn FnMut(u64),
    ) -> Result<(), TableError> {
        let separator = self.plan.separator();
        self.write_rows(&mut Csv::new(table, separator), &mut CsvOut::new(out, separator), tell)
    }

    /// The same, from any source of rows to any place.
    ///
    /// # Errors
    /// As for [`Anonymous::write`].
    pub fn write_rows(
        &self,
        table: &mut dyn Rows,
        out: &mut dyn Out,
        tell: &mut dyn FnMut(u64),
    ) -> Result<(), TableError> {
        let head = table.head().map_err(TableError::Read)?;
        if self.plan.roles(&head).ok().as_ref() != Some(&self.roles) {
            return Err(TableError::Changed);
        }
        out.begin(&self.columns(&head)).map_err(TableError::Write)?;
        let mut pass = Pass::new(self);
        let mut record = StringRecord::new();
        let mut rows = 0;
        while table.next(&mut record).map_err(TableError::Read)? {
            if pass.row(&record).ok_or(TableError::Changed)? {
                out.row(&pass.record).map_err(TableError::Write)?;
            }
            rows += 1;
            if rows % STEP == 0 {
                tell(rows);
            }
        }
        if rows != self.tuples.rows() || pass.left.iter().any(|rows| *rows != 0) {
            return Err(TableError::Changed);
        }
        out.end().map_err(TableError::Write)
    }

    /// The columns that are written.
    fn columns(&self, head: &[String]) -> Vec<OutColumn> {
        let same = |role: &Role| match role {
            Role::Quasi(number) => self.classes.node().level(*number) == 0 && !self.blank,
            Role::Sensitive | Role::Keep | Role::Remove => true,
        };
        let columns = head.iter().zip(&self.roles).enumerate();
        let written = columns.filter(|(_, (_, role))| **role != Role::Remove);
        let column = |(from, (name, role)): (usize, (&String, &Role))| OutColumn {
            name: name.clone(),
            from,
            same: same(role),
        };
        written.map(column).collect()
    }
}

/// The second pass: classes whose rows are counted down.
struct Pass<'a> {
    made: &'a Anonymous,
    /// Rows of each class that are still to come.
    left: Vec<u32>,
    places: Vec<usize>,
    values: Vec<u32>,
    /// What the row at hand becomes.
    record: StringRecord,
}

impl<'a> Pass<'a> {
    fn new(made: &'a Anonymous) -> Self {
        let places = quasi_places(&made.roles);
        let left = made.classes.rows().to_vec();
        Self { made, left, places, values: Vec::new(), record: StringRecord::new() }
    }

    /// Whether a row stays, and what it becomes; `None` if it was not there before.
    fn row(&mut self, record: &StringRecord) -> Option<bool> {
        let released = self.judge(record)?;
        if !released && !self.made.blank {
            return Some(false);
        }
        let mut out = std::mem::take(&mut self.record);
        out.clear();
        for (role, field) in self.made.roles.iter().zip(record) {
            out.push_field(match role {
                Role::Remove => continue,
                Role::Keep | Role::Sensitive => field,
                Role::Quasi(_) if !released => NOTHING,
                Role::Quasi(number) => self.shown(*number),
            });
        }
        self.record = out;
        Some(true)
    }

    fn shown(&self, number: usize) -> &str {
        let attribute = self.made.tuples.attributes().get(number);
        let value = self.values.get(number).copied().unwrap_or(0);
        attribute.map_or(NOTHING, |a| a.name_of(value, self.made.classes.node().level(number)))
    }

    /// Whether a row stays; `None` if it was not there before.
    fn judge(&mut self, record: &StringRecord) -> Option<bool> {
        self.values.clear();
        for (attribute, place) in self.made.tuples.attributes().iter().zip(&self.places) {
            self.values.push(attribute.number(record.get(*place)?)?);
        }
        let class = self.made.classes.find(&self.made.tuples, &self.values)?;
        let left = self.left.get_mut(class)?;
        *left = left.checked_sub(1)?;
        self.made.released.get(class).copied()
    }
}

/// For each attribute its column.
fn quasi_places(roles: &[Role]) -> Vec<usize> {
    let mut places = vec![0; roles.iter().filter(|r| matches!(r, Role::Quasi(_))).count()];
    for (column, role) in roles.iter().enumerate() {
        if let Role::Quasi(number) = role
            && let Some(place) = places.get_mut(*number)
        {
            *place = column;
        }
    }
    places
}

/// The hierarchy of each attribute, given or built.
fn hierarchies(ready: &Ready, collector: &Collector) -> Result<Vec<Hierarchy>, TableError> {
    let sources = ready.plan.sources().iter().zip(&ready.given).zip(ready.plan.quasi());
    let one = |(number, ((source, given), column)): (
        usize,
        ((&Source, &Option<Hierarchy>), &str),
    )| {
        match (source, given) {
            (_, Some(hierarchy)) => Ok(hierarchy.clone()),
            (Source::Build(build), None) => built(build, collector.values(number), column),
            (Source::File(_), None) => built(&Build::Hide, collector.values(number), column),
        }
    };
    sources.enumerate().map(one).collect()
}

fn built(build: &Build, values: &[Box<str>], column: &str) -> Result<Hierarchy, TableError> {
    let error = |error| TableError::Build { column: column.into(), error };
    build.hierarchy(values).map_err(error)
}

/// Whether the rows that stand out fulfil the conditions as one class.
fn blank_holds(classes: &Classes, released: &[bool], privacy: &Privacy) -> bool {
    let mut rows = 0u32;
    let mut sums: Vec<u32> = Vec::new();
    for (class, (its, _)) in
        classes.rows().iter().zip(released).enumerate().filter(|(_, (_, released))| !**released)
    {
        let histogram = classes.histogram(class);
        rows += its;
        sums.resize(histogram.len(), 0);
        for (sum, count) in sums.iter_mut().zip(histogram) {
            *sum += count;
        }
    }
    rows > 0 && privacy.holds(rows, &sums)
}

fn report(
    tuples: &Tuples,
    privacy: &Privacy,
    classes: &Classes,
    released: &[bool],
    solution: Solution,
    blank: bool,
) -> Report {
    let before = sizes(tuples);
    let before = || before.iter().map(|rows| u64::from(*rows));
    let rows = classes.rows().iter().zip(released);
    let after =
        || rows.clone().filter(|(_, released)| **released).map(|(rows, _)| u64::from(*rows));
    let levels = tuples.attributes().iter().enumerate().map(|(number, attribute)| {
        let level = solution.node.level(number);
        Level {
            column: attribute.name.clone(),
            level: level as u8,
            top: attribute.hierarchy.height().saturating_sub(1) as u8,
            values: attribute.hierarchy.leaves(),
            groups: attribute.hierarchy.groups(level),
        }
    });
    Report {
        rows: tuples.rows(),
        suppressed: solution.suppressed,
        blanked: if blank { solution.suppressed } else { 0 },
        levels: levels.collect(),
        before: Risk::of(before()),
        after: Risk::of(after()),
        sizes_before: Sizes::of(before()),
        sizes_after: Sizes::of(after()),
        reached: reached(privacy, classes, released),
        solution,
    }
}

/// What the weakest of the classes that stay fulfils.
fn reached(privacy: &Privacy, classes: &Classes, released: &[bool]) -> Option<Reached> {
    let all = classes.rows().iter().enumerate().zip(released);
    let stay = || all.clone().filter(|(_, released)| **released).map(|(class, _)| class);
    let k = stay().map(|(_, rows)| *rows).min()?;
    let of_sensitive = |most: ReachedSensitive, (class, rows): (usize, &u32)| {
        let histogram = classes.histogram(class);
        ReachedSensitive {
            distinct: most.distinct.min(histogram.iter().filter(|c| **c > 0).count()),
            entropy: most.entropy.min(super::privacy::entropy(*rows, histogram).exp()),
            closeness: most.closeness.max(privacy.distance(*rows, histogram)),
        }
    };
    let none = ReachedSensitive { distinct: usize::MAX, entropy: f64::INFINITY, closeness: 0.0 };
    let sensitive = privacy.wants_sensitive().then(|| stay().fold(none, of_sensitive));
    Some(Reached { k, sensitive })
}
