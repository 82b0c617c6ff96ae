//! A table from its file through the search to the anonymous file.
//!
//! The file is read twice: once for the distinct combinations of quasi-identifying values, which is all that is held in
//! memory, and once to write the rows, each at the levels that were found. The second pass counts again: a table that
//! changed in between is refused, so what is written is what was judged.

use std::collections::HashMap;
use std::io::{Read, Write};

use csv::StringRecord;

use super::build::{Build, BuildError, NOTHING};
use super::grouping::{Class, Grouping, Node};
use super::hierarchy::Hierarchy;
use super::plan::{Plan, PlanError, Ready, Role, Source, Suppressed};
use super::privacy::Privacy;
use super::risk::{Risk, Sizes};
use super::search::{NoSolution, Solution, Task, classes_at, search};
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
    Read(#[source] csv::Error),
    /// The result cannot be written.
    #[error("the result cannot be written: {0}")]
    Write(#[source] csv::Error),
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
    pub(super) node: Node,
    /// By the groups of a class.
    pub(super) classes: HashMap<Box<[u32]>, Fate>,
    blank: bool,
    report: Report,
}

/// What becomes of a class.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fate {
    pub(super) rows: u32,
    pub(super) released: bool,
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
    /// Reads a table for the first time; `tell` hears from time to time how many rows have passed.
    ///
    /// # Errors
    /// If the plan is not one for this table, or the table is none.
    pub fn read(
        ready: Ready,
        table: impl Read,
        tell: &mut dyn FnMut(u64),
    ) -> Result<Self, TableError> {
        let mut reader = reader(&ready.plan, table);
        let head = reader.headers().map_err(TableError::Read)?.clone();
        let head: Vec<&str> = head.iter().collect();
        let roles = ready.plan.roles(&head).map_err(TableError::Plan)?;
        let places = quasi_places(&roles);
        let sensitive = roles.iter().position(|r| *r == Role::Sensitive);
        let names: Vec<&str> = ready.plan.quasi().collect();
        let mut collector = Collector::new(&names);
        let mut record = StringRecord::new();
        let mut rows = 0;
        while reader.read_record(&mut record).map_err(TableError::Read)? {
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
        let node = solution.node.clone();
        let grouping = classes_at(&tuples, &privacy, &node)?;
        let blank = plan.suppressed() == Suppressed::Blank && blank_holds(&grouping, &privacy);
        let report = report(&tuples, &privacy, &grouping, solution, blank)?;
        let released = |n: usize, class: &Class| privacy.holds(class.rows, grouping.histogram(n));
        let classes = grouping.classes().iter().enumerate().map(|(number, class)| {
            let groups = tuples.groups(class.example, &node);
            (groups, Fate { rows: class.rows, released: released(number, class) })
        });
        let classes = classes.collect();
        Ok(Anonymous { plan, roles, tuples, node, classes, blank, report })
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

    /// Reads the table for the second time and writes it. What was written is good only if this ends well.
    ///
    /// # Errors
    /// If the table is not the one that was read before, or nothing can be written.
    pub fn write(
        &self,
        table: impl Read,
        out: impl Write,
        tell: &mut dyn FnMut(u64),
    ) -> Result<(), TableError> {
        let mut reader = reader(&self.plan, table);
        let head = reader.headers().map_err(TableError::Read)?.clone();
        let head: Vec<&str> = head.iter().collect();
        if self.plan.roles(&head).ok().as_ref() != Some(&self.roles) {
            return Err(TableError::Changed);
        }
        let mut out = csv::WriterBuilder::new().delimiter(self.plan.separator()).from_writer(out);
        let kept = head.iter().zip(&self.roles).filter(|(_, role)| **role != Role::Remove);
        out.write_record(kept.map(|(name, _)| name)).map_err(TableError::Write)?;
        let mut pass = Pass::new(self);
        let mut record = StringRecord::new();
        let mut rows = 0;
        while reader.read_record(&mut record).map_err(TableError::Read)? {
            pass.row(&record, &mut out)?;
            rows += 1;
            if rows % STEP == 0 {
                tell(rows);
            }
        }
        if rows != self.tuples.rows() || pass.classes.values().any(|fate| fate.rows != 0) {
            return Err(TableError::Changed);
        }
        out.flush().map_err(|e| TableError::Write(e.into()))
    }
}

/// The second pass: classes whose rows are counted down.
struct Pass<'a> {
    made: &'a Anonymous,
    classes: HashMap<Box<[u32]>, Fate>,
    places: Vec<usize>,
    values: Vec<u32>,
    groups: Vec<u32>,
}

impl<'a> Pass<'a> {
    fn new(made: &'a Anonymous) -> Self {
        let places = quasi_places(&made.roles);
        let classes = made.classes.clone();
        Self { made, classes, places, values: Vec::new(), groups: Vec::new() }
    }

    fn row(
        &mut self,
        record: &StringRecord,
        out: &mut csv::Writer<impl Write>,
    ) -> Result<(), TableError> {
        let released = self.judge(record).ok_or(TableError::Changed)?;
        if !released && !self.made.blank {
            return Ok(());
        }
        let attributes = self.made.tuples.attributes();
        for (role, field) in self.made.roles.iter().zip(record) {
            let shown = match role {
                Role::Remove => continue,
                Role::Keep | Role::Sensitive => field,
                Role::Quasi(_) if !released => NOTHING,
                Role::Quasi(number) => {
                    let level = self.made.node.level(*number);
                    let value = self.values.get(*number).copied().unwrap_or(0);
                    attributes.get(*number).map_or(NOTHING, |a| a.hierarchy.name(value, level))
                }
            };
            out.write_field(shown).map_err(TableError::Write)?;
        }
        out.write_record(None::<&[u8]>).map_err(TableError::Write)
    }

    /// Whether a row stays; `None` if it was not there before.
    fn judge(&mut self, record: &StringRecord) -> Option<bool> {
        self.values.clear();
        self.groups.clear();
        for (number, attribute) in self.made.tuples.attributes().iter().enumerate() {
            let value = attribute.hierarchy.value(record.get(*self.places.get(number)?)?)?;
            self.values.push(value);
            self.groups.push(attribute.hierarchy.group(value, self.made.node.level(number)));
        }
        let fate = self.classes.get_mut(self.groups.as_slice())?;
        fate.rows = fate.rows.checked_sub(1)?;
        Some(fate.released)
    }
}

pub(super) fn reader<R: Read>(plan: &Plan, table: R) -> csv::Reader<R> {
    csv::ReaderBuilder::new().delimiter(plan.separator()).from_reader(table)
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
fn blank_holds(grouping: &Grouping, privacy: &Privacy) -> bool {
    let mut rows = 0u32;
    let mut sums: Vec<u32> = Vec::new();
    for (number, class) in grouping.classes().iter().enumerate() {
        let histogram = grouping.histogram(number);
        if privacy.holds(class.rows, histogram) {
            continue;
        }
        rows += class.rows;
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
    grouping: &Grouping,
    solution: Solution,
    blank: bool,
) -> Result<Report, NoSolution> {
    let bottom = Node(vec![0; tuples.attributes().len()].into());
    let before = classes_at(tuples, privacy, &bottom)?;
    let before: Vec<u64> = before.classes().iter().map(|c| u64::from(c.rows)).collect();
    let classes = grouping.classes().iter().enumerate();
    let released: Vec<(usize, &Class)> =
        classes.filter(|(n, class)| privacy.holds(class.rows, grouping.histogram(*n))).collect();
    let after: Vec<u64> = released.iter().map(|(_, class)| u64::from(class.rows)).collect();
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
    Ok(Report {
        rows: tuples.rows(),
        suppressed: solution.suppressed,
        blanked: if blank { solution.suppressed } else { 0 },
        levels: levels.collect(),
        before: Risk::of(before.iter().copied()),
        after: Risk::of(after.iter().copied()),
        sizes_before: Sizes::of(before),
        sizes_after: Sizes::of(after),
        reached: reached(privacy, grouping, &released),
        solution,
    })
}

/// What the weakest of some classes fulfils.
fn reached(privacy: &Privacy, grouping: &Grouping, classes: &[(usize, &Class)]) -> Option<Reached> {
    let k = classes.iter().map(|(_, class)| class.rows).min()?;
    let of_sensitive = |most: ReachedSensitive, (number, class): &(usize, &Class)| {
        let histogram = grouping.histogram(*number);
        ReachedSensitive {
            distinct: most.distinct.min(histogram.iter().filter(|c| **c > 0).count()),
            entropy: most.entropy.min(super::privacy::entropy(class.rows, histogram).exp()),
            closeness: most.closeness.max(privacy.distance(class.rows, histogram)),
        }
    };
    let none = ReachedSensitive { distinct: usize::MAX, entropy: f64::INFINITY, closeness: 0.0 };
    let sensitive = privacy.wants_sensitive().then(|| classes.iter().fold(none, of_sensitive));
    Some(Reached { k, sensitive })
}
