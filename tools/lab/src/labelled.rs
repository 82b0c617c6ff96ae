//! Labelled text: a text and the places in it that are personal data.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;

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
    #[serde(alias = "type")]
    pub label: String,
}

impl Sample {
    /// The labelled places in bytes, in text order.
    #[must_use]
    pub fn places(&self) -> Vec<(Range<usize>, &str)> {
        in_bytes(&self.text, &self.spans)
    }
}

/// What another program found in one text: a line of `abide scan --text-jsonl`, or of any program that writes the same.
#[derive(Clone, Debug, Deserialize)]
pub struct Predicted {
    /// What it found; `type` is the label.
    pub findings: Vec<Span>,
}

impl Predicted {
    /// The places found in a text, in bytes and in text order.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<(Range<usize>, &str)> {
        in_bytes(text, &self.findings)
    }
}

/// Places in code points as places in bytes; those beyond the text's end are at its end.
fn in_bytes<'a>(text: &str, spans: &'a [Span]) -> Vec<(Range<usize>, &'a str)> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |point: usize| starts.get(point).copied().unwrap_or(text.len());
    let mut places: Vec<_> =
        spans.iter().map(|s| (byte(s.start)..byte(s.end), s.label.as_str())).collect();
    places.sort_by_key(|(place, _)| (place.start, place.end));
    places
}

/// Reads a file of samples: one a line, or one JSON object alone (the calls' `*.gold.json`).
///
/// # Errors
/// If the file cannot be read or a line is no sample.
pub fn read(path: &Path) -> Result<Vec<Sample>> {
    read_all(path)
}

/// Reads a file of findings, one line a text.
///
/// # Errors
/// If the file cannot be read, a line is none of findings, or there are not as many lines as texts.
pub fn read_predicted(path: &Path, texts: usize) -> Result<Vec<Predicted>> {
    let lines: Vec<Predicted> = read_all(path)?;
    ensure!(
        lines.len() == texts,
        "{}: {} lines of findings for {texts} texts: there must be one for each, in the same order",
        path.display(),
        lines.len()
    );
    Ok(lines)
}

#[expect(clippy::disallowed_methods, reason = "the laboratory reads the files it is given")]
fn read_all<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    if let Ok(one) = serde_json::from_str::<T>(&text) {
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
