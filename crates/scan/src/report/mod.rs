//! Findings as documents: one file a form.
//!
//! None shows what was found unless asked: a report of personal data should not be another copy of it.

mod csv;
mod jsonl;
mod sarif;
mod table;

use std::io::{self, Write};
use std::path::Path;

use crate::hit::Hit;

/// A text with its control characters as escapes: names of files and fields come from anybody, and a terminal obeys such
/// characters.
#[must_use]
pub fn readable(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if hidden(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

/// A report that is written while the scan goes on.
pub trait Report {
    /// Adds a finding.
    ///
    /// # Errors
    /// If the output cannot be written.
    fn hit(&mut self, path: &Path, hit: &Hit) -> io::Result<()>;
    /// Ends the report.
    ///
    /// # Errors
    /// If the output cannot be written.
    fn end(&mut self) -> io::Result<()>;
}

/// The forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Lines for people.
    Table,
    /// JSON Lines.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// CSV (RFC 4180).
    Csv,
}

/// A report in a form, onto an output; `show` also writes what was found.
pub fn to<'a>(form: Form, out: Box<dyn Write + 'a>, show: bool) -> Box<dyn Report + 'a> {
    match form {
        Form::Table => Box::new(table::Table { out, show }),
        Form::Jsonl => Box::new(jsonl::Jsonl { out, show }),
        Form::Sarif => Box::new(sarif::Sarif { out, first: true }),
        Form::Csv => Box::new(csv::Csv { out, show, first: true }),
    }
}

pub use jsonl::{Told, finding};

#[cfg(test)]
mod tests {
    #[test]
    fn terminals_get_no_orders() {
        assert_eq!(super::readable("grün\u{1b}[2J\n\u{202e}"), "grün\\u{1b}[2J\\n\\u{202e}");
    }
}
