//! Labelled text: a text and the places in it that are personal data.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// A text with its labels.
#[derive(Clone, Debug, Deserialize)]
pub struct Sample {
    /// The text.
    pub text: String,
    /// What is in it.
    pub spans: Vec<Span>,
}

/// One labelled place.
#[derive(Clone, Debug, Deserialize)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// Code point after the last.
    pub end: usize,
    /// `PERSON`, `IBAN`, …
    pub label: String,
}

impl Sample {
    /// The labelled places in bytes, in text order.
    #[must_use]
    pub fn places(&self) -> Vec<(Range<usize>, &str)> {
        let starts: Vec<usize> =
            self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]).collect();
        let byte = |point: usize| starts.get(point).copied().unwrap_or(self.text.len());
        let mut places: Vec<_> =
            self.spans.iter().map(|s| (byte(s.start)..byte(s.end), s.label.as_str())).collect();
        places.sort_by_key(|(place, _)| (place.start, place.end));
        places
    }
}

/// Reads a file of samples: one a line, or one JSON object alone (the calls' `*.gold.json`).
///
/// # Errors
/// If the file cannot be read or a line is no sample.
#[expect(clippy::disallowed_methods, reason = "the laboratory reads the files it is given")]
pub fn read(path: &Path) -> Result<Vec<Sample>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    if let Ok(one) = serde_json::from_str::<Sample>(&text) {
        return Ok(vec![one]);
    }
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            serde_json::from_str(line).with_context(|| format!("{}:{}", path.display(), number + 1))
        })
        .collect()
}
