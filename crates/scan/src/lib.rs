//! Looks for personal data in files of many formats.
//!
//! **Owns**: which files are read and in what order, what is packed in what, how each format is cut into pieces of text,
//! where a finding stands in its file, reports. **Leaves to others**: finding (`abide-detect`), telephony formats
//! (`abide-calls`), printing and arguments (the binary).
//!
//! A new format is one file in `formats/` and one line in its `ALL`.
//!
//! Nothing is read whole: a file becomes [`Piece`]s of bounded size, which are looked at by as many threads as there are,
//! and come back in order.

mod archive;
mod columns;
mod formats;
mod hit;
mod input;
mod pasted;
mod piece;
mod pool;
mod read;
pub mod report;
mod scanner;
mod suppress;
mod walk;

pub use columns::Column;
pub use hit::{Hit, Place};
pub use pasted::{Cell, Pasted, Seen, Table, decoded};
pub use piece::{Origin, Part, Piece};
pub use scanner::{Event, Limits, Looker, Scanner, Stats};
pub use suppress::{BadPattern, Suppressions};
pub use walk::files;

/// Why a file, or a part of it, could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refuses.
    #[error("cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// A database that cannot be read; only its code is kept, since messages may hold data.
    #[error(
        "the database cannot be read (SQLite code {0}): check that the file is whole and may be read"
    )]
    Database(String),
    /// A Parquet file that cannot be read.
    #[error("{0}")]
    Parquet(String),
    /// It is not what it says it is.
    #[error("{what} at line {line}, column {column}: {remedy}")]
    Malformed {
        /// What is wrong.
        what: &'static str,
        /// Line, from 1.
        line: u64,
        /// Column in code points, from 1.
        column: u64,
        /// What to do.
        remedy: &'static str,
    },
    /// It is packed in a way that is not undone.
    #[error("{what}: {remedy}")]
    Packed {
        /// What is wrong.
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// It grows beyond every measure when unpacked.
    #[error(
        "unpacks to more than {limit} bytes, {ratio} times its size: unpack it yourself if you trust it"
    )]
    Bomb {
        /// How much was unpacked.
        limit: u64,
        /// How many times larger it became.
        ratio: u64,
    },
}
