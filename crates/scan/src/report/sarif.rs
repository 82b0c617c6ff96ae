//! SARIF 2.1.0, for code hosts: a result a finding, with its region in code points.

use std::io::{self, Write};
use std::path::Path;

use abide_detect::Kind;
use serde_json::json;

use super::Report;
use crate::hit::Hit;

pub(crate) struct Sarif<'a> {
    pub(crate) out: Box<dyn Write + 'a>,
    pub(crate) first: bool,
}

impl Report for Sarif<'_> {
    fn hit(&mut self, path: &Path, hit: &Hit) -> io::Result<()> {
        self.head()?;
        self.out.write_all(if std::mem::take(&mut self.first) { b"\n" } else { b",\n" })?;
        let (place, kind) = (&hit.place, hit.finding.kind);
        let mut region = json!({"charOffset": place.start, "charLength": place.end - place.start});
        if let (true, Some(region)) = (place.line > 0, region.as_object_mut()) {
            region.insert("startLine".into(), json!(place.line));
            region.insert("startColumn".into(), json!(place.column));
        }
        let text = format!("{} ({}, {} %)", kind.label(), kind.category(), hit.finding.score);
        let result = json!({
            "ruleId": kind.label(),
            "level": if hit.finding.score >= 75 { "warning" } else { "note" },
            "message": {"text": text},
            "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": uri(path)},
                "region": region,
            }}],
        });
        serde_json::to_writer(&mut self.out, &result)?;
        Ok(())
    }
    fn end(&mut self) -> io::Result<()> {
        self.head()?;
        self.out.write_all(b"\n]}]}\n")?;
        self.out.flush()
    }
}

impl Sarif<'_> {
    fn head(&mut self) -> io::Result<()> {
        if !self.first {
            return Ok(());
        }
        let rules: Vec<_> = Kind::ALL
            .iter()
            .map(|k| json!({"id": k.label(), "properties": {"category": k.category()}}))
            .collect();
        let rules = serde_json::to_string(&rules)?;
        write!(
            self.out,
            "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\
             \"columnKind\":\"unicodeCodePoints\",\"tool\":{{\"driver\":{{\"name\":\"abide\",\"rules\":{rules}}}}},\"results\":["
        )
    }
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &Path) -> String {
    let mut out = String::new();
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
