//! Our own tables: which versions of which policies were published.
//!
//! Owns: the trait [`Records`] and its rules, and its backends ([`sqlite`]); SQL lives nowhere else. Leaves to others:
//! what a version says (`abide-policy`), when one is recorded (`abide-server`), other people's data stores.
//!
//! # The rules of the trait
//! - Not finding something is a value (`None`, an empty list); [`Error`] is for failure only.
//! - What is written is written inside one [`Writing`], which is saved by [`Writing::commit`] or, dropped, never was.
//! - The time is an argument. Nothing here asks a clock.
//! - A version that was recorded never changes and never goes, whoever opens the database.
//! - After a commit has answered, the version survives the end of the process at any instruction.
//! - Errors and logs never contain what is stored.

use std::pin::Pin;

use abide_policy::text::Id;
use abide_policy::version::{Hash, Version};
use jiff::civil::Date;

mod error;
pub mod sqlite;

pub use error::Error;

/// What a method of the traits gives: a future that may be sent to another thread.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// What was published. One value serves the whole process and may be used from many tasks at once.
pub trait Records: Send + Sync {
    /// Every recorded version of a policy, in the order in which they were recorded; empty if there is none.
    fn versions<'a>(&'a self, name: &'a Id) -> Answer<'a, Vec<Recorded>>;
    /// Every recorded version of every policy, in the order in which they were recorded.
    fn all(&self) -> Answer<'_, Vec<Recorded>>;
    /// Starts to write. Writers wait for each other: hold it shortly, and never across anything but its own methods.
    fn write(&self) -> Answer<'_, Box<dyn Writing>>;
    /// Lets go of the database; what was committed is in it.
    fn close(&self) -> Answer<'_, ()>;
}

/// A transaction: all of it is saved by [`Writing::commit`], or none of it.
pub trait Writing: Send {
    /// Records a version, unless it is there.
    fn record<'a>(&'a mut self, version: &'a New<'a>) -> Answer<'a, Outcome>;
    /// Saves what was written.
    fn commit(self: Box<Self>) -> Answer<'static, ()>;
}

/// A version to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Which policy.
    pub name: &'a Id,
    /// Which version of it.
    pub version: &'a Id,
    /// The first day on which it applies.
    pub effective: Date,
    /// The hash of its source.
    pub hash: Hash,
    /// Its source.
    pub source: &'a str,
    /// Now, in seconds since 1970 (UTC).
    pub recorded_at: i64,
}

impl<'a> New<'a> {
    /// This version, recorded now.
    #[must_use]
    pub fn of(version: &'a Version, now: i64) -> Self {
        Self {
            name: &version.policy.name,
            version: &version.policy.version,
            effective: version.policy.effective,
            hash: version.hash,
            source: &version.source,
            recorded_at: now,
        }
    }
}

/// What recording a version came to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Outcome {
    /// It is recorded now (once the transaction is committed).
    New,
    /// It was recorded before, with the same text.
    AlreadyThere,
    /// Another text was recorded under this name before; nothing was written.
    Conflict {
        /// The hash of what is recorded.
        recorded: Hash,
    },
}

/// A recorded version.
#[derive(Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Which policy.
    pub name: Id,
    /// Which version of it.
    pub version: Id,
    /// The first day on which it applies.
    pub effective: Date,
    /// The hash of its source, checked when it was read.
    pub hash: Hash,
    /// Its source, byte for byte.
    pub source: String,
    /// When it was recorded, in seconds since 1970 (UTC).
    pub recorded_at: i64,
}

/// Without the source, which may be long and does not belong into logs.
impl std::fmt::Debug for Recorded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}@{} ({})", self.name, self.version, self.hash.short())
    }
}
