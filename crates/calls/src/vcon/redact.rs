//! A redacted copy of a vCon (draft-ietf-vcon-vcon-core-04, section 4.1.8).
//!
//! The copy is a vCon of its own, with its own `uuid` and times, and refers to the one it was made of in `redacted`. What
//! leaves an array leaves an empty place, so that indices stay. `redacted` excludes `amended` (and once `group`): those go,
//! as what they refer to is not redacted. Who makes the copy vouches for it and should sign it; that is left to others.

use std::ops::Range;

use jiff::Timestamp;

use super::{ARRAYS, Content, Vcon, content_hash, sha512};
use crate::document::{Document, Edit};
use crate::error::Error;
use crate::form::to_base64url;
use crate::format::Format;
use crate::json::{Json, quoted, step};
use crate::slot::{Item, Splice, Wrap, apply};

/// How a copy is made.
pub struct Redaction<'a> {
    /// What the copy is called. It must be new (4.1.2).
    pub uuid: &'a str,
    /// What was redacted, in a word: `PII masked`, `de-identified`.
    pub kind: &'a str,
    /// When the copy is made.
    pub created_at: Timestamp,
    /// When it was last changed, if that shall be said.
    pub updated_at: Option<Timestamp>,
    /// Where the prior version lies, if the copy shall say so. Access to it must be restricted (4.1.8).
    pub prior: Option<Prior<'a>>,
    /// What stays of each object. A recording has a voice in it: keep it only if it was redacted too.
    pub keep: &'a dyn Fn(Element) -> Keep,
}

impl std::fmt::Debug for Redaction<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Redaction")
            .field("uuid", &self.uuid)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// Where the prior version lies (2.4).
#[derive(Clone, Copy, Debug)]
pub struct Prior<'a> {
    /// Its address.
    pub url: &'a str,
    /// Its hash: [`content_hash`].
    pub content_hash: &'a str,
}

/// An object of a vCon, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// Of `parties`.
    Party(usize),
    /// Of `dialog`.
    Dialog(usize),
    /// Of `analysis`.
    Analysis(usize),
    /// Of `attachments`.
    Attachment(usize),
}

/// What stays of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The object, with its texts changed as the edits say.
    All,
    /// The object without its content: no body, address, hash or file name.
    WithoutContent,
    /// An empty place.
    Nothing,
}

/// Members that are the content of an object, or say what it was.
const CONTENT: [&str; 7] =
    ["body", "encoding", "url", "content_hash", "alg", "signature", "filename"];

/// Makes a redacted copy of a vCon: its text.
///
/// Edits count texts as [`Document::texts`] of the document does. A signed vCon gives an unsigned copy of its payload.
/// Hashes of bodies that change are made anew.
///
/// # Errors
/// If the document is not a vCon, an edit does not fit, or the vCon needs an extension (4.1.4) that is not known here.
pub fn redacted_copy(
    document: &Document,
    edits: &[Edit],
    how: &Redaction<'_>,
) -> Result<String, Error> {
    let document = unsigned(document);
    if document.format() != Format::Vcon {
        return Err(Error::pointer("", "not a vCon", "read it as one"));
    }
    let prior = Vcon::read(document.source())?;
    if !prior.critical().is_empty() {
        let remedy = "redact it with a program that knows the extensions it names";
        return Err(Error::pointer("/critical", "extensions that must be understood", remedy));
    }
    let changed = document.write(edits)?;
    let changed = elements(&prior, &Vcon::read(&changed)?, how.keep)?;
    let new = Vcon::read(&changed)?;
    let root = new.root().with(&head(&prior, how));
    apply(&changed, vec![(new.root().place(), root)])
}

/// The source of a vCon in its unsigned form: that of the payload, if it is signed.
#[must_use]
pub fn source(document: &Document) -> &str {
    unsigned(document).source()
}

fn unsigned(document: &Document) -> &Document {
    match document.items() {
        [Item::Nested(nested)] if nested.wrap == Wrap::Signed => &nested.document,
        _ => document,
    }
}

/// A vCon with other recordings inside: for some dialogs, by their index, the bytes of a WAV file each. What said where
/// the old recording lies, what it is called and what its hash is goes; the hash of the new one is added (2.3, 2.4.2).
///
/// # Errors
/// If it is not a vCon in its unsigned form, or has no such dialog.
pub fn with_recordings(text: &str, recordings: &[(usize, &[u8])]) -> Result<String, Error> {
    let vcon = Vcon::read(text)?;
    let dialogs: Vec<_> = vcon.dialogs().collect();
    let mut splices = Vec::new();
    for (at, wav) in recordings {
        let Some(dialog) = dialogs.get(*at) else {
            return Err(Error::pointer(&step("/dialog", at), "no such dialog", "count from 0"));
        };
        let mut members = CONTENT.map(|name| (name, None)).to_vec();
        members.retain(|(name, _)| !matches!(*name, "body" | "encoding" | "content_hash"));
        members.extend([
            ("mimetype", None),
            ("mediatype", Some(quoted("audio/x-wav"))),
            ("encoding", Some(quoted("base64url"))),
            ("content_hash", Some(quoted(&content_hash(wav)))),
            ("body", Some(quoted(&to_base64url(wav)))),
        ]);
        splices.push((dialog.json().place(), dialog.json().with(&members)));
    }
    apply(text, splices)
}

/// A vCon with more objects, written in JSON, at the end of one of its arrays. Where `null` stands for none it stays as it is.
///
/// # Errors
/// If it is not a vCon in its unsigned form.
pub fn with_added(text: &str, list: &str, objects: &[String]) -> Result<String, Error> {
    let vcon = Vcon::read(text)?;
    let (root, objects) = (vcon.root(), objects.join(", "));
    let end = |place: std::ops::Range<usize>| place.end - 1..place.end - 1;
    let (at, new) = match root.get(list) {
        _ if objects.is_empty() => return Ok(text.to_owned()),
        Some(array) if array.items().next().is_some() => {
            (end(array.place()), format!(", {objects}"))
        }
        Some(array) if array.is_array() => (end(array.place()), objects),
        // A second member of the name would be one too many.
        Some(other) => (other.place(), format!("[{objects}]")),
        None => (end(root.place()), format!(r#", "{list}": [{objects}]"#)),
    };
    apply(text, vec![(at, new)])
}

/// A vCon that was changed otherwise than by edits, with the hashes of bodies that differ from those before made anew.
///
/// # Errors
/// If one of them is not a vCon in its unsigned form, or a body is not what its encoding says.
pub fn with_hashes(before: &str, changed: &str) -> Result<String, Error> {
    elements(&Vcon::read(before)?, &Vcon::read(changed)?, &|_| Keep::All)
}

/// The members of the copy that are its own.
fn head(prior: &Vcon<'_>, how: &Redaction<'_>) -> Vec<(&'static str, Option<String>)> {
    let mut redacted = Vec::new();
    redacted.extend(prior.uuid().map(|uuid| ("uuid", uuid.into_owned())));
    redacted.push(("type", how.kind.to_owned()));
    if let Some(prior) = how.prior {
        redacted.push(("url", prior.url.to_owned()));
        redacted.push(("content_hash", prior.content_hash.to_owned()));
    }
    let redacted = redacted.iter().map(|(name, text)| format!("\"{name}\": {}", quoted(text)));
    let redacted = redacted.collect::<Vec<_>>().join(", ");
    vec![
        ("uuid", Some(quoted(how.uuid))),
        ("redacted", Some(format!("{{{redacted}}}"))),
        ("created_at", Some(quoted(&how.created_at.to_string()))),
        ("updated_at", how.updated_at.map(|at| quoted(&at.to_string()))),
        ("amended", None),
        ("appended", None),
        ("group", None),
    ]
}

/// The vCon with every object as it shall be kept.
fn elements(
    prior: &Vcon<'_>,
    changed: &Vcon<'_>,
    keep: &dyn Fn(Element) -> Keep,
) -> Result<String, Error> {
    let mut splices = Vec::new();
    for name in ARRAYS {
        let (Some(old), Some(new)) = (prior.root().get(name), changed.root().get(name)) else {
            continue;
        };
        for (i, (old, new)) in old.items().zip(new.items()).enumerate() {
            let keep = keep(element(name, i));
            splices.extend(kept(name, &step(&step("", name), i), keep, old, new)?);
        }
    }
    apply(changed.source, splices)
}

fn element(list: &str, index: usize) -> Element {
    match list {
        "parties" => Element::Party(index),
        "dialog" => Element::Dialog(index),
        "analysis" => Element::Analysis(index),
        _ => Element::Attachment(index),
    }
}

fn kept(
    list: &str,
    path: &str,
    keep: Keep,
    old: Json<'_>,
    new: Json<'_>,
) -> Result<Option<Splice>, Error> {
    let place: Range<usize> = new.place();
    Ok(match keep {
        Keep::Nothing => Some((place, placeholder(list, new))),
        Keep::WithoutContent => Some((place, new.with(&CONTENT.map(|name| (name, None))))),
        Keep::All => hashed(path, old, new)?.map(|object| (place, object)),
    })
}

/// An empty place. A dialog says that there was a call, or that it did not come about (4.3).
fn placeholder(list: &str, object: Json<'_>) -> String {
    if list != "dialog" {
        return "{}".to_owned();
    }
    match object.text_of(&["type"]).as_deref() {
        Some("incomplete") => {
            let why = object.text_of(&["disposition"]).unwrap_or("failed".into());
            format!(r#"{{"type": "incomplete", "disposition": {}}}"#, quoted(&why))
        }
        _ => r#"{"type": "recording"}"#.to_owned(),
    }
}

/// The object with the hash of its new body, if its body changed and it has one.
fn hashed(path: &str, old: Json<'_>, new: Json<'_>) -> Result<Option<String>, Error> {
    let (before, after) = (Content(old), Content(new));
    let same = before.body().map(Json::raw) == after.body().map(Json::raw);
    if same || after.hashes().is_empty() {
        return Ok(None);
    }
    let Some(bytes) = after.bytes() else {
        return Err(Error::pointer(
            path,
            "a body that is not what its encoding says",
            "correct `encoding`",
        ));
    };
    let members = if new.get("content_hash").is_some() {
        vec![("content_hash", Some(quoted(&content_hash(&bytes))))]
    } else {
        vec![("alg", Some(quoted("SHA-512"))), ("signature", Some(quoted(&sha512(&bytes))))]
    };
    Ok(Some(new.with(&members)))
}
