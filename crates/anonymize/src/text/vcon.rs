//! A vCon without personal data, as a redacted copy (draft-ietf-vcon-vcon-core-04, section 4.1.8).
//!
//! Content that cannot be read as text (recordings, pictures, whatever lies at an address) leaves the copy, but for
//! recordings that were redacted too ([`crate::sound`]). What was done is written into the copy as an analysis of the type
//! `redaction`: kinds, operators and counts, never values (section 4.5 leaves types open).

use std::collections::BTreeMap;

use abide_calls::vcon::{
    Element, Keep, Redaction, Vcon, redacted_copy, with_added, with_recordings,
};
use abide_calls::{Document, Error, Format};
use jiff::Timestamp;

use super::{Called, Operator};
use crate::sound::{DialogSound, NewSound};

/// The arrays of a vCon whose elements have content.
const LISTS: [&str; 3] = ["dialog", "analysis", "attachments"];

/// What becomes of the recordings of a vCon, and of other content that is no text.
#[derive(Clone, Copy, Debug)]
pub enum Recordings<'a> {
    /// All of it is left out.
    LeftOut,
    /// All of it stays, with the voices in it.
    AsTheyAre,
    /// These recordings come in place of the old ones; all others are left out.
    New(&'a [DialogSound]),
}

/// A redacted copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedactedCopy {
    /// Its text.
    pub text: String,
    /// How many recordings and other contents it leaves out.
    pub left_out: usize,
}

/// Makes the redacted copy of a vCon with its own `uuid` and moment.
///
/// # Errors
/// As [`redacted_copy`].
pub fn copy(
    document: &Document,
    called: &Called,
    uuid: &str,
    now: Timestamp,
    recordings: Recordings<'_>,
) -> Result<RedactedCopy, Error> {
    let with = |keep: &dyn Fn(Element) -> Keep| {
        let (created_at, updated_at) = (now, None);
        let how =
            Redaction { uuid, kind: "de-identified", created_at, updated_at, prior: None, keep };
        redacted_copy(document, &called.edits, &how)
    };
    let whole = with(&|_| Keep::All)?;
    let opaque =
        if matches!(recordings, Recordings::AsTheyAre) { Vec::new() } else { opaque(&whole)? };
    let keep = |element| if opaque.contains(&element) { Keep::WithoutContent } else { Keep::All };
    let new = match recordings {
        Recordings::New(all) => all,
        _ => &[],
    };
    let new = new.iter().filter_map(|s| Some((s.dialog, s.became.as_ref().ok()?)));
    let wavs: Vec<_> = new.clone().map(|(at, sound)| (at, sound.wav.as_slice())).collect();
    let text = with_recordings(&with(&keep)?, &wavs)?;
    let text = with_report(&text, &reports(called, new))?;
    let is_new = |e: &&Element| wavs.iter().any(|(at, _)| **e == Element::Dialog(*at));
    let left_out = opaque.iter().filter(|e| !is_new(e)).count();
    Ok(RedactedCopy { text, left_out })
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

/// What was done, in JSON inside a string; labels and words of operators need no escapes.
fn reports<'a>(
    called: &Called,
    sounds: impl Iterator<Item = (usize, &'a NewSound)>,
) -> Vec<String> {
    let mut counts: BTreeMap<(&str, Operator), usize> = BTreeMap::new();
    for change in called.changes.iter().filter(|c| c.operator != Operator::Keep) {
        *counts.entry((change.kind.label(), change.operator)).or_default() += 1;
    }
    let each = counts.iter().map(|((kind, operator), count)| {
        format!(
            r#"{{\"kind\": \"{kind}\", \"operator\": \"{}\", \"count\": {count}}}"#,
            operator.word()
        )
    });
    let mut all: Vec<String> = each.collect();
    for (dialog, sound) in sounds {
        let word = sound.filling.word();
        all.extend(sound.counts.iter().map(|(kind, count)| {
            format!(
                r#"{{\"dialog\": {dialog}, \"kind\": \"{kind}\", \"operator\": \"{word}\", \"count\": {count}}}"#
            )
        }));
    }
    all
}

/// The copy with a report of what was done in it. The body of an analysis is a string (4.5.7).
fn with_report(text: &str, each: &[String]) -> Result<String, Error> {
    let body = each.join(", ");
    let report = format!(
        r#"{{"type": "redaction", "vendor": "abide", "encoding": "json", "body": "[{body}]"}}"#
    );
    with_added(text, "analysis", &[report])
}
