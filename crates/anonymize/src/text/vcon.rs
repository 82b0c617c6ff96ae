//! A vCon without personal data, as a redacted copy (draft-ietf-vcon-vcon-core-04, section 4.1.8).
//!
//! Content that cannot be read as text (recordings, pictures, whatever lies at an address) leaves the copy: a voice
//! identifies, and sound is not changed here. What was done is written into the copy as an analysis of the type
//! `redaction`: kinds, operators and counts, never values (section 4.5 leaves types open).

use std::collections::BTreeMap;

use abide_calls::vcon::{Element, Keep, Redaction, Vcon, redacted_copy};
use abide_calls::{Document, Error, Format};
use jiff::Timestamp;

use super::{Called, Operator};

/// The arrays of a vCon whose elements have content.
const LISTS: [&str; 3] = ["dialog", "analysis", "attachments"];

/// A redacted copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedactedCopy {
    /// Its text.
    pub text: String,
    /// How many recordings and other contents it leaves out.
    pub left_out: usize,
}

/// Makes the redacted copy of a vCon with its own `uuid` and moment. `recordings` keeps content that is no text.
///
/// # Errors
/// As [`redacted_copy`].
pub fn copy(
    document: &Document,
    called: &Called,
    uuid: &str,
    now: Timestamp,
    recordings: bool,
) -> Result<RedactedCopy, Error> {
    let with = |keep: &dyn Fn(Element) -> Keep| {
        let (created_at, updated_at) = (now, None);
        let how =
            Redaction { uuid, kind: "de-identified", created_at, updated_at, prior: None, keep };
        redacted_copy(document, &called.edits, &how)
    };
    let whole = with(&|_| Keep::All)?;
    let opaque = if recordings { Vec::new() } else { opaque(&whole)? };
    let keep = |element| if opaque.contains(&element) { Keep::WithoutContent } else { Keep::All };
    let text = with_report(&with(&keep)?, called)?;
    Ok(RedactedCopy { text, left_out: opaque.len() })
}

/// The elements whose content is not among the texts.
fn opaque(text: &str) -> Result<Vec<Element>, Error> {
    let vcon = Vcon::read(text)?;
    let document = Document::read(Format::Vcon, text.as_bytes())?;
    let texts = document.texts();
    let is_read = |list: &str, at: usize| {
        let start = format!("/{list}/{at}/body");
        let rest = |path: &str| {
            path.strip_prefix(&start).map(|rest| rest.starts_with(['/', '#']) || rest.is_empty())
        };
        texts.iter().any(|part| rest(&part.path) == Some(true))
    };
    let mut out = Vec::new();
    for list in LISTS {
        let Some(array) = vcon.root().get(list) else { continue };
        for (at, element) in array.items().enumerate() {
            let outside = element.get("url").is_some();
            let named = element.get("filename").is_some()
                || element.get("content_hash").is_some()
                || element.get("signature").is_some();
            let body = element.get("body").is_some_and(|b| !matches!(b.raw(), "null" | "\"\""));
            if outside || (body && !is_read(list, at)) || (named && !body) {
                out.push(numbered(list, at));
            }
        }
    }
    Ok(out)
}

fn numbered(list: &str, at: usize) -> Element {
    match list {
        "dialog" => Element::Dialog(at),
        "analysis" => Element::Analysis(at),
        _ => Element::Attachment(at),
    }
}

/// The copy with a report of what was done in it.
fn with_report(text: &str, called: &Called) -> Result<String, Error> {
    let mut counts: BTreeMap<(&str, Operator), usize> = BTreeMap::new();
    for change in called.changes.iter().filter(|c| c.operator != Operator::Keep) {
        *counts.entry((change.kind.label(), change.operator)).or_default() += 1;
    }
    // Labels and words of operators need no escapes; the body of an analysis is a string (4.5.7).
    let each = counts.iter().map(|((kind, operator), count)| {
        format!(
            r#"{{\"kind\": \"{kind}\", \"operator\": \"{}\", \"count\": {count}}}"#,
            operator.word()
        )
    });
    let body = each.collect::<Vec<_>>().join(", ");
    let report = format!(
        r#"{{"type": "redaction", "vendor": "abide", "encoding": "json", "body": "[{body}]"}}"#
    );
    let vcon = Vcon::read(text)?;
    let root = vcon.root();
    let (at, new) = match root.get("analysis").filter(|a| a.is_array()) {
        Some(list) if list.items().next().is_some() => {
            (list.place().end - 1, format!(", {report}"))
        }
        Some(list) => (list.place().end - 1, report),
        // `analysis: null` stands for none; a second member of the name would be one too many.
        None if root.get("analysis").is_some() => return Ok(text.to_owned()),
        None => (root.place().end - 1, format!(r#", "analysis": [{report}]"#)),
    };
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    Ok(format!("{before}{new}{after}"))
}
