//! Where the texts of a vCon are: every string of every object, bodies opened by their encoding and media type.
//!
//! What cannot be read (sound, pictures) is not listed: ask [`super::Content::media`].

use std::borrow::Cow;

use crate::audio::Media;
use crate::document::{Around, Document, Role};
use crate::error::Error;
use crate::form::{Form, base64url};
use crate::format::Format;
use crate::json::{Json, parse, step};
use crate::slot::{Item, Nested, Slot, Wrap};
use crate::transcript::{lines, srt, webvtt};
use crate::walk::Walker;

use super::{Content, Dialog, Vcon};

pub(crate) fn items(source: &str, depth: usize) -> Result<Vec<Item>, Error> {
    let root = parse(source)?;
    let root = Json::new(source, &root);
    if let Some(payload) = root.get("payload").filter(|_| root.get("signatures").is_some()) {
        return signed(payload, depth);
    }
    let vcon = Vcon::read(source)?;
    let starts = vcon.dialogs().map(Dialog::start).collect();
    let mut reader = Reader { walker: Walker::new(source), starts, depth };
    reader.walker.names = vcon.parties().map(|p| p.name().map(Cow::into_owned)).collect();
    for (name, value) in vcon.root().members() {
        reader.member(name, value)?;
    }
    Ok(reader.walker.items)
}

/// The signed form (section 5.2): the payload is the vCon, in base64url.
fn signed(payload: Json<'_>, depth: usize) -> Result<Vec<Item>, Error> {
    let bytes = payload.text().and_then(|t| base64url(&t)).and_then(|b| String::from_utf8(b).ok());
    let Some(text) = bytes else {
        return Err(Error::pointer(
            "/payload",
            "not UTF-8 in base64url",
            "fetch the whole file again",
        ));
    };
    let document =
        Document::of(Format::Vcon, text, &Around { depth: depth + 1, ..Around::default() })?;
    let nested =
        Nested { path: "/payload".into(), place: payload.inside(), wrap: Wrap::Signed, document };
    Ok(vec![Item::Nested(nested)])
}

struct Reader<'a> {
    walker: Walker<'a>,
    /// When the recordings start, dialog by dialog.
    starts: Vec<Option<jiff::Timestamp>>,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn member(&mut self, name: &str, value: Json<'a>) -> Result<(), Error> {
        let path = step("", name);
        if !matches!(name, "dialog" | "analysis" | "attachments") {
            self.walker.fields(value, &path, name);
            return Ok(());
        }
        for (i, object) in value.items().enumerate() {
            self.walker.base = self.base(name, i, object);
            self.object(object, &step(&path, i), name)?;
        }
        Ok(())
    }

    /// When the recording starts that an analysis is about.
    fn base(&self, list: &str, index: usize, object: Json<'_>) -> Option<jiff::Timestamp> {
        let dialog = match list {
            "dialog" => Some(index),
            _ => super::Analysis(object).dialogs().first().copied(),
        };
        *self.starts.get(dialog?)?
    }

    fn object(&mut self, object: Json<'a>, path: &str, list: &str) -> Result<(), Error> {
        for (name, value) in object.members() {
            let path = step(path, name);
            match name {
                "body" => self.body(object, value, &path, list)?,
                _ => self.walker.fields(value, &path, name),
            }
        }
        Ok(())
    }

    fn body(
        &mut self,
        object: Json<'a>,
        body: Json<'a>,
        path: &str,
        list: &str,
    ) -> Result<(), Error> {
        let Some(text) = body.text() else {
            // Encoding "json" (2.3.2), or an early vCon.
            self.walker.spoken(body, path, "body", None);
            return Ok(());
        };
        let media = Content(object).media();
        if object.text_of(&["encoding"]).as_deref() == Some("base64url") {
            return self.encoded(body, &text, path, media);
        }
        match format(&text, media).and_then(|f| self.open(f, text.into_owned()).ok()) {
            Some(document) => self.nest(body, path, Wrap::Text, document),
            None => self.plain(object, body, path, list),
        }
        Ok(())
    }

    /// A body in base64url: opened if it can be read.
    fn encoded(
        &mut self,
        body: Json<'a>,
        text: &str,
        path: &str,
        media: Media,
    ) -> Result<(), Error> {
        if media.is_audio() || matches!(media, Media::Video | Media::Image) {
            return Ok(());
        }
        let Some(bytes) = base64url(text) else {
            return Err(Error::pointer(
                path,
                "not base64url",
                "correct `encoding`, or fetch the whole file again",
            ));
        };
        let Some(inner) = String::from_utf8(bytes).ok().filter(|t| !t.contains('\0')) else {
            return Ok(());
        };
        let opened = format(&inner, media).and_then(|f| self.open(f, inner.clone()).ok());
        let document = match opened {
            Some(document) => document,
            None => self.open(Format::Lines, inner)?,
        };
        self.nest(body, path, Wrap::Base64, document);
        Ok(())
    }

    fn open(&self, format: Format, text: String) -> Result<Document, Error> {
        let Walker { names, base, .. } = &self.walker;
        Document::of(format, text, &Around { depth: self.depth + 1, names, base: *base })
    }

    fn nest(&mut self, body: Json<'a>, path: &str, wrap: Wrap, document: Document) {
        let nested = Nested { path: path.to_owned(), place: body.inside(), wrap, document };
        self.walker.items.push(Item::Nested(nested));
    }

    /// A body that is a text.
    fn plain(&mut self, object: Json<'a>, body: Json<'a>, path: &str, list: &str) {
        let speaker = if list == "dialog" { self.writer(object) } else { None };
        let role = Role::Speech {
            speaker: speaker.map(Cow::Owned),
            channel: None,
            start: None,
            end: None,
        };
        if !body.inside().is_empty() {
            self.walker.push(Slot::new(path.to_owned(), role, body.inside(), Form::Json));
        }
    }

    /// Who wrote a text (4.3.5): the originator, else the first party.
    fn writer(&self, object: Json<'a>) -> Option<String> {
        let first = || Dialog(object).parties().into_iter().flatten().next();
        let index = object.get("originator").and_then(Json::count).or_else(first)?;
        self.walker.names.get(index)?.clone()
    }
}

/// The format of a body, by its media type, else by how it starts.
fn format(text: &str, media: Media) -> Option<Format> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    match media {
        Media::WebVtt => Some(Format::WebVtt),
        Media::Srt => Some(Format::Srt),
        Media::Json => Some(Format::TranscriptJson),
        _ if start.starts_with(['{', '[']) => Some(Format::TranscriptJson),
        _ if webvtt::is_signature(start) => Some(Format::WebVtt),
        _ if srt::starts(start) => Some(Format::Srt),
        _ => lines::starts(start).then_some(Format::Lines),
    }
}
