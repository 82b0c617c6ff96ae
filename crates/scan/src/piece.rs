//! A piece of text to look at, and where its parts come from.

use std::ops::Range;

/// Text that is looked at together.
///
/// A record becomes lines of `label: value` with empty lines between, so that a label helps its value as a word before it
/// does in any text; findings count only where they lie within one part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// What is looked at.
    pub text: String,
    /// The parts of it that come from the file, in order.
    pub parts: Vec<Part>,
}

/// A stretch of a piece that comes from the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where in the piece, in bytes.
    pub place: Range<usize>,
    /// The name of its field, column or path, where the format has names: `/parties/0/tel`, `email`.
    pub at: Option<Box<str>>,
    /// Where in the file.
    pub origin: Origin,
}

/// Where a part stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// As it is, from this place on.
    Text {
        /// Code points before it.
        start: u64,
        /// Its line, from 1.
        line: u64,
        /// Its column in code points, from 1.
        column: u64,
    },
    /// On one line, with escapes undone: the code points of the file at which each code point of the part starts, and the
    /// end.
    Escaped {
        /// Starts of the code points, then the end; one more than the part has code points.
        starts: Vec<u64>,
        /// Its line, from 1.
        line: u64,
        /// Its column in code points, from 1.
        column: u64,
    },
    /// A value of a record that has no place in the file's text (a database, an attachment); places count within it.
    Value {
        /// The record's number, from 1.
        record: u64,
        /// Code points of the value before the part.
        start: u64,
    },
}

impl Piece {
    /// A stretch of plain text.
    #[must_use]
    pub fn plain(text: String, start: u64, line: u64, column: u64) -> Self {
        let part =
            Part { place: 0..text.len(), at: None, origin: Origin::Text { start, line, column } };
        Self { text, parts: vec![part] }
    }
    /// Adds a labelled value on lines of its own.
    pub fn field(&mut self, label: &str, value: &str, at: Option<Box<str>>, origin: Origin) {
        if !label.is_empty() {
            self.text.push_str(label);
            self.text.push_str(": ");
        }
        let start = self.text.len();
        self.text.push_str(value);
        self.parts.push(Part { place: start..self.text.len(), at, origin });
        self.text.push_str("\n\n");
    }
}
