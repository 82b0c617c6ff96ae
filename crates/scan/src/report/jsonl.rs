//! JSON Lines: one object a finding, places in code points.

use std::io::{self, Write};
use std::path::Path;

use abide_detect::{Evidence, Finding};
use serde_json::{Map, Value, json};

use super::Report;
use crate::hit::{Hit, Place};

pub(crate) struct Jsonl<'a> {
    pub(crate) out: Box<dyn Write + 'a>,
    pub(crate) show: bool,
}

impl Report for Jsonl<'_> {
    fn hit(&mut self, path: &Path, hit: &Hit) -> io::Result<()> {
        let mut line = Map::new();
        line.insert("path".into(), json!(path.to_string_lossy()));
        line.extend(finding(&hit.finding, &hit.place));
        if self.show {
            line.insert("text".into(), json!(hit.text));
            if let Some(normal) = &hit.finding.normal {
                line.insert("normal".into(), json!(normal));
            }
        }
        serde_json::to_writer(&mut self.out, &line)?;
        self.out.write_all(b"\n")
    }
    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A finding as members of an object: `start`, `end`, `type`, `score`, `category`, `evidence`, and where they exist `form`,
/// `at`, `record`, `line`, `column`.
#[must_use]
pub fn finding(finding: &Finding, place: &Place) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("start".into(), json!(place.start));
    out.insert("end".into(), json!(place.end));
    out.insert("type".into(), json!(finding.kind.label()));
    if !finding.form.is_empty() {
        out.insert("form".into(), json!(finding.form));
    }
    out.insert("score".into(), json!(f64::from(finding.score) / 100.0));
    out.insert("category".into(), json!(finding.kind.category()));
    if let Some(at) = &place.at {
        out.insert("at".into(), json!(at));
    }
    if let Some(record) = place.record {
        out.insert("record".into(), json!(record));
    }
    if place.line > 0 {
        out.insert("line".into(), json!(place.line));
        out.insert("column".into(), json!(place.column));
    }
    let base = finding.place.start;
    out.insert("evidence".into(), finding.evidence.iter().map(|e| evidence(e, base)).collect());
    out
}

/// A reason as an object; a context word by its distance in bytes from the finding's start, since it may stand in a label
/// that the file has elsewhere.
#[must_use]
pub fn evidence(evidence: &Evidence, base: usize) -> Value {
    match evidence {
        Evidence::Pattern(pattern) => json!({"pattern": pattern}),
        Evidence::Check(check) => json!({"check": check}),
        Evidence::Context(place) => {
            json!({"context": i64::try_from(place.start).unwrap_or(0) - i64::try_from(base).unwrap_or(0)})
        }
        Evidence::Dictionary(list) => json!({"dictionary": list}),
        Evidence::Model(margin) => json!({"model": f64::from(*margin) / 100.0}),
        Evidence::Seen => json!({"seen": true}),
        Evidence::Spoken => json!({"spoken": true}),
        Evidence::Column(kind) => json!({"column": kind.label()}),
        Evidence::Rule(rule) => json!({"rule": rule}),
    }
}
