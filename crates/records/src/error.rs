//! What can go wrong with our own tables, told without what is in them.
//!
//! One opaque list of causes, because callers can only report it: which of them may be tried again is a method. Drivers'
//! own errors are not kept as sources: they can quote values and passwords.

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
    #[error(
        "the records `{place}` cannot be opened ({code}): check that this is a database of this program and may be written"
    )]
    Open {
        /// Which file or database, without a password.
        place: String,
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
    /// Of something that was to be written with others, somebody else was there first; nothing was written.
    #[error("somebody else changed the same records meanwhile: try again")]
    Overtaken,
    /// Another process has been writing for too long, or two wait for each other.
    #[error("the records are in use by another process: try again")]
    Busy,
    /// The database does not answer.
    #[error(
        "the records' database does not answer ({code}): check that it is running, then try again"
    )]
    Away {
        /// What was noticed.
        code: String,
    },
    /// There is no room left.
    #[error("the records' database has no room left ({code}): make room, then go on")]
    Full {
        /// The database's own code.
        code: String,
    },
    /// What is stored is not what was written.
    #[error("the entry `{key}` in `{table}` is damaged: restore the records from a copy")]
    Damaged {
        /// Which table.
        table: &'static str,
        /// Which row: the name and version of a policy, the id of a request.
        key: String,
    },
    /// A text is too long to be kept, or cannot be kept.
    #[error("the {what} is longer than {most} bytes or contains a NUL: shorten it")]
    Long {
        /// Which text.
        what: &'static str,
        /// The most that is kept, in bytes.
        most: usize,
    },
    /// A text that must be JSON is not.
    #[error("a document for the records is no JSON: give it as JSON")]
    NoJson,
    /// Nobody is named as the one who acts.
    #[error("nobody is named as the one who acts: name somebody")]
    Nameless,
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
        matches!(self, Self::Overtaken | Self::Busy | Self::Away { .. } | Self::Full { .. })
    }
}
