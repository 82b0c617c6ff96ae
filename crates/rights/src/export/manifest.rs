//! The list of what is in the archive, for programs: files with SHA-256, counts, the policies cited, what was left out.

use abide_policy::version::cite;
use abide_policy::vocab::Vocabulary as _;
use serde_json::{Value, json};

use super::archive::Entry;
use super::{Export, Kind, Summary, policies};

/// The manifest of everything that was written before it.
pub(super) fn manifest(export: &Export<'_>, summary: &Summary, entries: &[Entry]) -> String {
    let kind = match export.kind {
        Kind::Access => "access",
        Kind::Portability => "portability",
    };
    let cited: Vec<String> =
        policies(export.atlas).iter().map(|p| cite(&p.name, &p.version)).collect();
    let files: Vec<Value> = entries
        .iter()
        .map(|e| json!({ "name": e.name, "bytes": e.bytes, "sha256": e.sha256 }))
        .collect();
    let manifest = json!({
        "format": "abide-export",
        "version": 1,
        "kind": kind,
        "language": export.language.word(),
        "made": export.made.to_string(),
        "policies": cited,
        "records": summary.records(),
        "conversations": summary.conversations,
        "recordings": summary.recordings,
        "tables": summary.tables.iter().map(table).collect::<Vec<_>>(),
        "left-out": {
            "values-about-others": summary.hidden(),
            "others-in-texts": summary.places(),
            "conversations-unreadable": summary.conversations_left_out,
            "recordings": summary.recordings_left_out,
            "records-not-provided": summary.not_provided,
        },
        "files": files,
    });
    format!("{manifest:#}\n")
}

fn table(table: &super::TableSummary) -> Value {
    json!({
        "store": table.store,
        "table": table.table,
        "records": table.records,
        "seen": table.seen,
        "overdue": table.overdue,
        "kept-until": table.until.map(|(first, last)| json!([first.to_string(), last.to_string()])),
        "files": [
            format!("{}.json", table.file),
            format!("{}.csv", table.file),
            format!("{}.schema.json", table.file),
        ],
    })
}
