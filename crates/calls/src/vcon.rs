//! vCon: a conversation in JSON (draft-ietf-vcon-vcon-core-04 of 7 September 2026; syntax 0.4.0).
//!
//! Read are all syntaxes so far (section 7: `mimetype` was renamed to `mediatype`, `alg` and `signature` became
//! `content_hash`, `appended` became `amended`) and what programs wrote before them: `email` beside `mailto`, bodies that
//! are JSON values where strings were asked for. The document is kept as it is written; [`Vcon`] is a view of it, and
//! [`redacted_copy`] makes a new one.

mod redact;
pub(crate) mod texts;

use std::borrow::Cow;

use jiff::Timestamp;
use sha2::{Digest, Sha512};

use crate::audio::Media;
use crate::error::Error;
use crate::form::{base64url, to_base64url};
use crate::json::{Json, Node, parse, step};

pub use redact::{
    Element, Keep, Prior, Redaction, redacted_copy, source, with_added, with_hashes,
    with_recordings,
};

/// A vCon in its unsigned form (section 4).
#[derive(Debug)]
pub struct Vcon<'a> {
    source: &'a str,
    root: Node,
}

/// The arrays of a vCon (sections 4.1.10 to 4.1.13).
const ARRAYS: [&str; 4] = ["parties", "dialog", "analysis", "attachments"];

impl<'a> Vcon<'a> {
    /// Reads a vCon in its unsigned form.
    ///
    /// # Errors
    /// If it is not JSON, is cut off, is signed or encrypted, says something twice, or an array of the format is none.
    pub fn read(source: &'a str) -> Result<Self, Error> {
        let vcon = Self { source, root: parse(source)? };
        vcon.check()?;
        Ok(vcon)
    }

    fn check(&self) -> Result<(), Error> {
        let root = self.root();
        if !root.is_object() {
            return Err(Error::pointer("", "not an object", "check the format"));
        }
        for (member, what, remedy) in [
            ("ciphertext", "encrypted (section 5.3)", "decrypt it first"),
            (
                "signatures",
                "signed (section 5.2)",
                "read it as a document: its payload is the vCon",
            ),
        ] {
            if root.get(member).is_some() {
                return Err(Error::pointer("", what, remedy));
            }
        }
        once(root, "")?;
        ARRAYS.iter().try_for_each(|name| check_array(root, name))
    }

    /// The vCon as it is.
    #[must_use]
    pub fn root(&self) -> Json<'_> {
        Json::new(self.source, &self.root)
    }

    /// The version of the syntax: `0.0.1`, `0.0.2`, `0.3.0`, `0.4.0`; absent in early ones, and again in later ones (4.1.1).
    #[must_use]
    pub fn version(&self) -> Option<Cow<'_, str>> {
        self.root().text_of(&["vcon"])
    }

    /// What the vCon is called everywhere (4.1.2).
    #[must_use]
    pub fn uuid(&self) -> Option<Cow<'_, str>> {
        self.root().text_of(&["uuid"])
    }

    /// When it was made (4.1.5), as it is written: early ones have no zone.
    #[must_use]
    pub fn created_at(&self) -> Option<Cow<'_, str>> {
        self.root().text_of(&["created_at"])
    }

    /// When it was last changed (4.1.6), as it is written.
    #[must_use]
    pub fn updated_at(&self) -> Option<Cow<'_, str>> {
        self.root().text_of(&["updated_at"])
    }

    /// What it is about (4.1.7).
    #[must_use]
    pub fn subject(&self) -> Option<Cow<'_, str>> {
        self.root().text_of(&["subject"])
    }

    /// Extensions that must be understood (4.1.4; `must_support` before 0.4.0).
    #[must_use]
    pub fn critical(&self) -> Vec<Cow<'_, str>> {
        let lists = ["critical", "must_support"].into_iter().filter_map(|n| self.root().get(n));
        lists.flat_map(Json::items).filter_map(Json::text).collect()
    }

    /// The vCon of which this is a redaction (4.1.8).
    #[must_use]
    pub fn redacted(&self) -> Option<Reference<'_>> {
        self.root().get("redacted").map(Reference)
    }

    /// The vCon to which this adds something (4.1.9; `appended` before 0.4.0).
    #[must_use]
    pub fn amended(&self) -> Option<Reference<'_>> {
        self.root().get("amended").or_else(|| self.root().get("appended")).map(Reference)
    }

    /// The vCons of which this is made (`group`, until core-03).
    pub fn group(&self) -> impl ExactSizeIterator<Item = Reference<'_>> {
        self.array("group").map(Reference)
    }

    /// Who took part (4.2).
    pub fn parties(&self) -> impl ExactSizeIterator<Item = Party<'_>> {
        self.array("parties").map(Party)
    }

    /// What was captured (4.3).
    pub fn dialogs(&self) -> impl ExactSizeIterator<Item = Dialog<'_>> {
        self.array("dialog").map(Dialog)
    }

    /// What was made of it (4.5).
    pub fn analysis(&self) -> impl ExactSizeIterator<Item = Analysis<'_>> {
        self.array("analysis").map(Analysis)
    }

    /// What was added (4.4).
    pub fn attachments(&self) -> impl ExactSizeIterator<Item = Attachment<'_>> {
        self.array("attachments").map(Attachment)
    }

    fn array(&self, name: &str) -> std::vec::IntoIter<Json<'_>> {
        let items = self.root().get(name).map(|a| a.items().collect::<Vec<_>>());
        items.unwrap_or_default().into_iter()
    }
}

fn check_array(root: Json<'_>, name: &str) -> Result<(), Error> {
    let Some(array) = root.get(name) else { return Ok(()) };
    let path = step("", name);
    if !array.is_array() && array.raw() != "null" {
        return Err(Error::pointer(&path, "not an array", "write a list of objects there"));
    }
    for (i, item) in array.items().enumerate() {
        let path = step(&path, i);
        if !item.is_object() {
            return Err(Error::pointer(&path, "not an object", "write an object there"));
        }
        once(item, &path)?;
    }
    Ok(())
}

/// Two members of one name: programs differ in which of them they read, so one of them would stay unseen.
fn once(object: Json<'_>, path: &str) -> Result<(), Error> {
    if object.twice() {
        return Err(Error::pointer(path, "a member that stands twice", "keep one of the two"));
    }
    Ok(())
}

/// A reference to another vCon (4.1.8.1, 4.1.9.1).
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a>(Json<'a>);

impl<'a> Reference<'a> {
    /// What it is called.
    #[must_use]
    pub fn uuid(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["uuid"])
    }

    /// What kind of redaction leads to this one.
    #[must_use]
    pub fn kind(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["type"])
    }

    /// Where it lies.
    #[must_use]
    pub fn url(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["url"])
    }
}

/// Who took part (section 4.2).
#[derive(Clone, Copy, Debug)]
pub struct Party<'a>(Json<'a>);

impl<'a> Party<'a> {
    /// The party as it is.
    #[must_use]
    pub fn json(self) -> Json<'a> {
        self.0
    }

    /// The name (4.2.5).
    #[must_use]
    pub fn name(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["name"])
    }

    /// The telephone number (4.2.1) without `tel:`.
    #[must_use]
    pub fn tel(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["tel"]).map(|t| without_scheme(t, "tel:"))
    }

    /// The mail address (4.2.4) without `mailto:`; early vCons have it under `email`.
    #[must_use]
    pub fn mail(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["mailto", "email"]).map(|t| without_scheme(t, "mailto:"))
    }

    /// What the party is in the conversation: `agent`, `customer`; also under `meta` in early vCons.
    #[must_use]
    pub fn role(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["role"]).or_else(|| self.0.get("meta")?.text_of(&["role"]))
    }
}

fn without_scheme<'a>(text: Cow<'a, str>, scheme: &str) -> Cow<'a, str> {
    let has = text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if has { Cow::Owned(text.get(scheme.len()..).unwrap_or_default().to_owned()) } else { text }
}

/// What kind of dialog (4.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DialogKind {
    /// A recording.
    Recording,
    /// Something written.
    Text,
    /// One recording in several files.
    RecordingSet,
    /// A transfer: no content.
    Transfer,
    /// A call that did not come about: no content.
    Incomplete,
    /// Something else.
    Other,
}

/// A piece of the conversation (section 4.3).
#[derive(Clone, Copy, Debug)]
pub struct Dialog<'a>(Json<'a>);

impl<'a> Dialog<'a> {
    /// The dialog as it is.
    #[must_use]
    pub fn json(self) -> Json<'a> {
        self.0
    }

    /// What kind it is.
    #[must_use]
    pub fn kind(self) -> DialogKind {
        match self.0.text_of(&["type"]).as_deref() {
            Some("recording") => DialogKind::Recording,
            Some("text") => DialogKind::Text,
            Some("recording-set") => DialogKind::RecordingSet,
            Some("transfer") => DialogKind::Transfer,
            Some("incomplete") => DialogKind::Incomplete,
            _ => DialogKind::Other,
        }
    }

    /// When it starts (4.3.2); early vCons have no zone and so no moment.
    #[must_use]
    pub fn start(self) -> Option<Timestamp> {
        self.0.text_of(&["start"])?.parse().ok()
    }

    /// How long it is, in milliseconds (4.3.3: seconds).
    #[must_use]
    pub fn duration(self) -> Option<u64> {
        self.0.get("duration")?.number().and_then(crate::transcript::json::millis)
    }

    /// The indices of the parties, channel by channel (4.3.4).
    #[must_use]
    pub fn parties(self) -> Vec<Vec<usize>> {
        let Some(parties) = self.0.get("parties") else { return Vec::new() };
        let one = |p: Json<'_>| match p.count() {
            Some(index) => vec![index],
            None => p.items().filter_map(Json::count).collect(),
        };
        if parties.is_array() { parties.items().map(one).collect() } else { vec![one(parties)] }
    }

    /// The content.
    #[must_use]
    pub fn content(self) -> Content<'a> {
        Content(self.0)
    }
}

/// A file in the vCon or outside of it (sections 2.3 and 2.4).
#[derive(Clone, Copy, Debug)]
pub struct Content<'a>(Json<'a>);

impl<'a> Content<'a> {
    /// Its media type (`mimetype` in syntax 0.0.1).
    #[must_use]
    pub fn media(self) -> Media {
        self.0.text_of(&["mediatype", "mimetype"]).map_or(Media::Other, |t| Media::of(&t))
    }

    /// Its name.
    #[must_use]
    pub fn filename(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["filename"])
    }

    /// Where it lies, if it is outside.
    #[must_use]
    pub fn url(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["url"])
    }

    /// Its body, if it is inside.
    #[must_use]
    pub fn body(self) -> Option<Json<'a>> {
        self.0.get("body")
    }

    /// The bytes of its body; `None` if it has none or it is not what its encoding says.
    #[must_use]
    pub fn bytes(self) -> Option<Vec<u8>> {
        let body = self.body()?;
        let Some(text) = body.text() else { return Some(body.raw().as_bytes().to_vec()) };
        match self.0.text_of(&["encoding"]).as_deref() {
            Some("base64url") => base64url(&text),
            _ => Some(text.into_owned().into_bytes()),
        }
    }

    /// Its hashes as `sha512-…` (2.4.2); from `alg` and `signature` in syntax 0.0.1.
    #[must_use]
    pub fn hashes(self) -> Vec<String> {
        if let Some(hash) = self.0.get("content_hash") {
            return hash
                .text()
                .into_iter()
                .chain(hash.items().filter_map(Json::text))
                .map(Cow::into_owned)
                .collect();
        }
        let (alg, signature) = (self.0.text_of(&["alg"]), self.0.text_of(&["signature"]));
        let both = alg.zip(signature);
        both.map(|(a, s)| format!("{}-{s}", a.replace('-', "").to_lowercase()))
            .into_iter()
            .collect()
    }
}

/// What was made of the conversation (section 4.5).
#[derive(Clone, Copy, Debug)]
pub struct Analysis<'a>(Json<'a>);

impl<'a> Analysis<'a> {
    /// The analysis as it is.
    #[must_use]
    pub fn json(self) -> Json<'a> {
        self.0
    }

    /// What kind: `transcript`, `summary`, `sentiment` and others (4.5.1).
    #[must_use]
    pub fn kind(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["type"])
    }

    /// Whose program made it (4.5.6).
    #[must_use]
    pub fn vendor(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["vendor"])
    }

    /// The indices of the dialogs it was made of (4.5.2).
    #[must_use]
    pub fn dialogs(self) -> Vec<usize> {
        let dialog = self.0.get("dialog");
        let all = dialog
            .into_iter()
            .flat_map(|d| d.count().into_iter().chain(d.items().filter_map(Json::count)));
        all.collect()
    }

    /// The content.
    #[must_use]
    pub fn content(self) -> Content<'a> {
        Content(self.0)
    }
}

/// What was added to the conversation (section 4.4).
#[derive(Clone, Copy, Debug)]
pub struct Attachment<'a>(Json<'a>);

impl<'a> Attachment<'a> {
    /// The attachment as it is.
    #[must_use]
    pub fn json(self) -> Json<'a> {
        self.0
    }

    /// What it is for (4.4.1; `type` in early vCons).
    #[must_use]
    pub fn purpose(self) -> Option<Cow<'a, str>> {
        self.0.text_of(&["purpose", "type"])
    }

    /// The content.
    #[must_use]
    pub fn content(self) -> Content<'a> {
        Content(self.0)
    }
}

/// The hash of a file's bytes as a vCon writes it (2.2, `ContentHash`): `sha512-` and base64url.
#[must_use]
pub fn content_hash(bytes: &[u8]) -> String {
    format!("sha512-{}", sha512(bytes))
}

fn sha512(bytes: &[u8]) -> String {
    to_base64url(&Sha512::digest(bytes))
}

#[cfg(test)]
mod tests;
