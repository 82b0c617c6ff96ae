//! Columns: what the values of one field have in common helps each of them.
//!
//! A value that alone would be too doubtful counts where most values of its column are plainly of its kind. The column's
//! name helps a value only as a word before it does in any text, so a name alone never decides.

use std::collections::BTreeMap;

use abide_detect::{Evidence, Finding, Kind};

use crate::piece::{Part, Piece};

/// Which share of the values of a column must be plainly of a kind, in percent.
const SHARE: usize = 60;
/// How many values a column must have to say anything.
const FEWEST: usize = 5;
/// What a doubtful value in a clear column is worth, in percent.
const LIFTED: u8 = 60;

/// What is known of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Values that are not empty.
    pub values: u64,
    /// Findings that are a whole value, by kind.
    pub whole: BTreeMap<Kind, u64>,
    /// Findings within longer values, by kind.
    pub within: BTreeMap<Kind, u64>,
    /// How often each sort of evidence stood for a finding: `check`, `pattern`, `context` …
    pub evidence: BTreeMap<&'static str, u64>,
}

impl Column {
    /// The kind that most whole values have, with its share in percent, if it is at least the [`SHARE`].
    #[must_use]
    pub fn kind(&self) -> Option<(Kind, u64)> {
        let (kind, count) = self.whole.iter().max_by_key(|(_, count)| **count)?;
        let share = count * 100 / self.values.max(1);
        (share >= SHARE as u64).then_some((*kind, share))
    }
    /// Adds what is known from another stretch of the same column.
    pub fn add(&mut self, other: &Self) {
        self.values += other.values;
        for (mine, others) in [(&mut self.whole, &other.whole), (&mut self.within, &other.within)] {
            for (kind, count) in others {
                *mine.entry(*kind).or_default() += count;
            }
        }
        for (sort, count) in &other.evidence {
            *self.evidence.entry(sort).or_default() += count;
        }
    }
}

/// Columns by name.
pub(crate) type Columns = BTreeMap<Box<str>, Column>;

/// The name of a part's column: its field, with the numbers of array members left out.
fn name(part: &Part) -> Option<Box<str>> {
    let at = part.at.as_deref()?;
    if !at.starts_with('/') {
        return Some(at.into());
    }
    let steps = at.split('/').skip(1);
    let shown = steps.map(|s| if s.bytes().all(|b| b.is_ascii_digit()) { "*" } else { s });
    Some(shown.fold(String::new(), |path, step| path + "/" + step).into())
}

/// Settles the findings of a piece made of fields, found with a low threshold: keeps those that reach `threshold`, and the
/// doubtful ones that their column lifts. Also returns what is known of the columns.
pub(crate) fn settle(
    piece: &Piece,
    findings: Vec<Finding>,
    threshold: u8,
) -> (Vec<Finding>, Columns) {
    let mut columns = Columns::new();
    let names: Vec<Option<Box<str>>> = piece.parts.iter().map(name).collect();
    for name in names.iter().flatten() {
        columns.entry(name.clone()).or_default().values += 1;
    }
    let placed = place(piece, findings);
    for (finding, part, whole) in &placed {
        if let Some(column) =
            names.get(*part).and_then(Option::as_ref).and_then(|n| columns.get_mut(n))
            && finding.score >= threshold
        {
            let counts = if *whole { &mut column.whole } else { &mut column.within };
            *counts.entry(finding.kind).or_default() += 1;
        }
    }
    let mut kept = Vec::with_capacity(placed.len());
    for (mut finding, part, whole) in placed {
        let column = names.get(part).and_then(Option::as_ref).and_then(|n| columns.get_mut(n));
        if finding.score < threshold {
            let clear = column.as_deref().is_some_and(|c| {
                c.values as usize >= FEWEST && c.kind().is_some_and(|(k, _)| k == finding.kind)
            });
            if !(whole && clear && threshold <= LIFTED) {
                continue;
            }
            finding.score = LIFTED;
            finding.evidence.push(Evidence::Column(finding.kind));
        }
        if let Some(column) = column {
            for evidence in &finding.evidence {
                *column.evidence.entry(sort(evidence)).or_default() += 1;
            }
        }
        kept.push(finding);
    }
    (kept, columns)
}

/// Each finding with the part it lies in, and whether it is all of it; the others are dropped.
fn place(piece: &Piece, findings: Vec<Finding>) -> Vec<(Finding, usize, bool)> {
    let mut number = 0;
    let mut out = Vec::with_capacity(findings.len());
    for finding in findings {
        while piece.parts.get(number).is_some_and(|p| p.place.end < finding.place.end) {
            number += 1;
        }
        let Some(part) = piece.parts.get(number) else { break };
        if part.place.start > finding.place.start {
            continue;
        }
        let value = piece.text.get(part.place.clone()).unwrap_or("").trim();
        let whole = finding.place.len() >= value.len();
        out.push((finding, number, whole));
    }
    out
}

/// The sort of a reason, in one word.
fn sort(evidence: &Evidence) -> &'static str {
    match evidence {
        Evidence::Pattern(_) => "pattern",
        Evidence::Check(_) => "check",
        Evidence::Context(_) => "context",
        Evidence::Dictionary(_) => "dictionary",
        Evidence::Model(_) => "model",
        Evidence::Seen => "seen",
        Evidence::Spoken => "spoken",
        Evidence::Column(_) => "column",
        Evidence::Rule(_) => "rule",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::piece::Origin;

    /// A piece with one column of values, and a finding with a score for each.
    fn table(values: &[(&str, u8)]) -> (Piece, Vec<Finding>) {
        let mut piece = Piece::default();
        let mut findings = Vec::new();
        for (value, score) in values {
            let origin = Origin::Value { record: 1, start: 0 };
            piece.field("telefon", value, Some("telefon".into()), origin);
            let place = piece.parts.last().unwrap().place.clone();
            findings.push(Finding::new(Kind::Phone, place, *score));
        }
        (piece, findings)
    }

    #[test]
    fn a_clear_column_lifts_its_doubtful_values() {
        let (piece, findings) = table(&[("1", 90), ("2", 90), ("3", 90), ("4", 90), ("5", 30)]);
        let (kept, columns) = settle(&piece, findings, 50);
        assert_eq!(kept.len(), 5);
        assert_eq!(kept[4].evidence[..], [Evidence::Column(Kind::Phone)]);
        assert_eq!(columns["telefon"].kind(), Some((Kind::Phone, 80)));
    }

    #[test]
    fn a_name_alone_never_decides() {
        let (piece, findings) = table(&[("1", 30), ("2", 30), ("3", 30), ("4", 30), ("5", 90)]);
        let (kept, columns) = settle(&piece, findings, 50);
        assert_eq!(kept.len(), 1);
        assert_eq!(columns["telefon"].kind(), None);
        let (piece, findings) = table(&[("1", 90), ("2", 30)]);
        assert_eq!(settle(&piece, findings, 50).0.len(), 1);
    }

    #[test]
    fn array_members_share_a_column() {
        let part = |at: &str| Part {
            place: 0..0,
            at: Some(at.into()),
            origin: Origin::Value { record: 1, start: 0 },
        };
        assert_eq!(name(&part("/a/12/tel")).as_deref(), Some("/a/*/tel"));
        assert_eq!(name(&part("12")).as_deref(), Some("12"));
    }
}
