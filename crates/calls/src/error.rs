//! What went wrong, where, and what to do. Never what stands there: the text may be personal.

use std::fmt;

/// Why a document was refused. Displayed as `what at place: remedy`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} at {place}: {remedy}")]
pub struct Error {
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub what: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

/// Where in a document something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A byte of the source.
    Byte {
        /// Its offset, from 0.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
    /// A JSON pointer (RFC 6901) made of names that the format defines, and indices.
    Pointer(String),
    /// The text part with this number, as in [`crate::Document::texts`].
    Part(usize),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Byte { offset, line } => write!(f, "line {line} (byte {offset})"),
            Self::Pointer(pointer) if pointer.is_empty() => f.write_str("the whole document"),
            Self::Pointer(pointer) => f.write_str(pointer),
            Self::Part(part) => write!(f, "text part {part}"),
        }
    }
}

impl Error {
    /// An error at a byte of the source.
    pub(crate) fn at(
        source: &str,
        offset: usize,
        what: &'static str,
        remedy: &'static str,
    ) -> Self {
        let before = source.as_bytes().get(..offset).unwrap_or(source.as_bytes());
        let line = before.iter().filter(|b| **b == b'\n').count() + 1;
        Self { place: Place::Byte { offset, line }, what, remedy }
    }

    /// An error at a place in a JSON document.
    pub(crate) fn pointer(pointer: &str, what: &'static str, remedy: &'static str) -> Self {
        Self { place: Place::Pointer(pointer.to_owned()), what, remedy }
    }

    /// An error in an edit of a text part.
    pub(crate) fn part(part: usize, what: &'static str, remedy: &'static str) -> Self {
        Self { place: Place::Part(part), what, remedy }
    }
}
