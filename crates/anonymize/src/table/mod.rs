//! Tables made anonymous by full-domain generalization with suppression.
//!
//! Every attribute that may lead to a person is made coarser to one level of its [`Hierarchy`] throughout the table; rows
//! that still stand out are left out, up to a limit. [`search`] finds the levels that lose least, and proves it.
//!
//! Sources: P. Samarati, "Protecting respondents' identities in microdata release", IEEE TKDE 13(6), 2001 (k-anonymity,
//! full-domain generalization); A. Machanavajjhala et al., "l-diversity", ACM TKDD 1(1), 2007; N. Li et al., "t-closeness",
//! ICDE 2007.

mod apply;
mod build;
mod grouping;
mod hierarchy;
mod kept;
mod keys;
mod link;
mod loss;
mod places;
mod plan;
mod privacy;
mod risk;
mod rows;
pub mod search;
mod tuples;

pub use apply::{Anonymous, Level, Reached, ReachedSensitive, Report, Table, TableError};
pub use build::{Build, BuildError};
pub use grouping::Node;
pub use hierarchy::{Hierarchy, HierarchyError};
pub use link::{Link, LinkError};
pub use loss::Loss;
pub use plan::{Plan, PlanError, Ready, Role, Source, Suppressed};
pub use privacy::{Model, Privacy};
pub use risk::{AT_RISK, Attack, Risk, Sizes};
pub use rows::{Csv, CsvOut, Out, OutColumn, Record, Rows, RowsError};
pub use tuples::{Attribute, Collector, RowError, Tuples};
