//! What can go wrong with our own tables, told without what is in them.
//!
//! One opaque list of causes, because callers can only report it: which of them may be tried again is a method. Drivers'
//! own errors are not kept as sources: they can quote values.

use std::path::PathBuf;

/// A failure of the database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The folder for the database cannot be made.
    #[error("the folder `{}` for the records cannot be made ({kind}): choose another place for them", path.display())]
    Folder {
        /// Which folder.
        path: PathBuf,
        /// What the operating system says.
        kind: std::io::ErrorKind,
    },
    /// The database cannot be opened.
    #[error("the records `{}` cannot be opened ({code}): check that the file is a database of this program and may be written", path.display())]
    Open {
        /// Which file.
        path: PathBuf,
        /// The database's own code.
        code: String,
    },
    /// A newer program has changed the tables.
    #[error("the records were written by a newer version of this program: use that version")]
    Newer,
    /// The tables could not be brought up to date.
    #[error("the records' tables could not be brought up to date ({code})")]
    Migration {
        /// The database's own code.
        code: String,
    },
    /// Another process has been writing for too long.
    #[error("the records are in use by another process: try again")]
    Busy,
    /// What is stored is not what was recorded.
    #[error(
        "the recorded version `{version}` of `{name}` is damaged: restore the records from a copy"
    )]
    Damaged {
        /// Which policy.
        name: String,
        /// Which version.
        version: String,
    },
    /// Anything else that the database reports.
    #[error("the records could not be {doing} ({code})")]
    Database {
        /// What was being done: `read`, `written`.
        doing: &'static str,
        /// The database's own code.
        code: String,
    },
}

impl Error {
    /// Whether the same may succeed if it is tried again later.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        matches!(self, Self::Busy)
    }
}
