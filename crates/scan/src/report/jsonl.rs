//! JSON Lines: one object a finding, places in code points.

use std::io::{self, Write};
use std::path::Path;

use abide_detect::{Evidence, Finding};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Report;
use crate::hit::{Hit, Place};

pub(crate) struct Jsonl<'a> {
    pub(crate) out: Box<dyn Write + 'a>,
    pub(crate) show: bool,
}

impl Report for Jsonl<'_> {
    fn hit(&mut self, path: &Path, hit: &Hit) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, &Line { path, hit, show: self.show })?;
        self.out.write_all(b"\n")
    }
    fn end(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A finding in a file.
struct Line<'a> {
    path: &'a Path,
    hit: &'a Hit,
    show: bool,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut line = serializer.serialize_map(None)?;
        line.serialize_entry("path", &self.path.to_string_lossy())?;
        finding(&self.hit.finding, &self.hit.place).members(&mut line)?;
        if self.show {
            line.serialize_entry("text", &self.hit.text)?;
            if let Some(normal) = &self.hit.finding.normal {
                line.serialize_entry("normal", normal)?;
            }
        }
        line.end()
    }
}

/// A finding as an object of JSON: `start`, `end`, `type`, `score`, `category`, `evidence`, and where they exist `form`, `at`,
/// `record`, `line`, `column`. It is written without being built: there may be many.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    finding: &'a Finding,
    place: &'a Place,
}

/// A finding with its place, to be written as JSON.
#[must_use]
pub fn finding<'a>(finding: &'a Finding, place: &'a Place) -> Told<'a> {
    Told { finding, place }
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        self.members(&mut out)?;
        out.end()
    }
}

impl Told<'_> {
    fn members<M: SerializeMap>(&self, out: &mut M) -> Result<(), M::Error> {
        let Self { finding, place } = self;
        out.serialize_entry("start", &place.start)?;
        out.serialize_entry("end", &place.end)?;
        out.serialize_entry("type", finding.kind.label())?;
        if !finding.form.is_empty() {
            out.serialize_entry("form", finding.form)?;
        }
        out.serialize_entry("score", &(f64::from(finding.score) / 100.0))?;
        out.serialize_entry("category", &finding.kind.category())?;
        if let Some(at) = &place.at {
            out.serialize_entry("at", at)?;
        }
        if let Some(record) = place.record {
            out.serialize_entry("record", &record)?;
        }
        if place.line > 0 {
            out.serialize_entry("line", &place.line)?;
            out.serialize_entry("column", &place.column)?;
        }
        out.serialize_entry("evidence", &Reasons(finding))
    }
}

/// The reasons of a finding, each an object of one member.
struct Reasons<'a>(&'a Finding);

impl Serialize for Reasons<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_seq(Some(self.0.evidence.len()))?;
        for evidence in &self.0.evidence {
            out.serialize_element(&Reason { evidence, base: self.0.place.start })?;
        }
        out.end()
    }
}

/// A reason; a context word by its distance in bytes from the finding's start, since it may stand in a label that the file has
/// elsewhere.
struct Reason<'a> {
    evidence: &'a Evidence,
    base: usize,
}

impl Serialize for Reason<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(Some(1))?;
        match self.evidence {
            Evidence::Pattern(pattern) => out.serialize_entry("pattern", pattern),
            Evidence::Check(check) => out.serialize_entry("check", check),
            Evidence::Context(place) => out.serialize_entry("context", &self.distance(place.start)),
            Evidence::Dictionary(list) => out.serialize_entry("dictionary", list),
            Evidence::Model(margin) => out.serialize_entry("model", &(f64::from(*margin) / 100.0)),
            Evidence::Seen => out.serialize_entry("seen", &true),
            Evidence::Spoken => out.serialize_entry("spoken", &true),
            Evidence::Column(kind) => out.serialize_entry("column", kind.label()),
            Evidence::Rule(rule) => out.serialize_entry("rule", rule),
        }?;
        out.end()
    }
}

impl Reason<'_> {
    fn distance(&self, start: usize) -> i64 {
        i64::try_from(start).unwrap_or(0) - i64::try_from(self.base).unwrap_or(0)
    }
}
