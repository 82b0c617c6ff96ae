//! The places of a source where texts stand, and new bytes for them.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::{Document, Edit, Role};
use crate::error::Error;
use crate::form::{self, Change, Form};
use crate::transcript::{Turn, Word};

#[derive(Clone, Debug)]
pub(crate) enum Item {
    Text(Slot),
    Nested(Nested),
}

/// A document inside a string.
#[derive(Clone, Debug)]
pub(crate) struct Nested {
    pub(crate) path: String,
    /// Without quotes.
    pub(crate) place: Range<usize>,
    pub(crate) wrap: Wrap,
    pub(crate) document: Document,
}

/// How a document is put into a JSON string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrap {
    /// As the text of the string.
    Text,
    /// As base64url.
    Base64,
    /// As base64url, under a signature: it cannot be changed.
    Signed,
}

/// Where a text stands.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(crate) path: String,
    pub(crate) role: Role<'static>,
    pub(crate) place: Range<usize>,
    pub(crate) form: Form,
    pub(crate) mirrors: Vec<Mirror>,
    pub(crate) blots: Vec<Blot>,
    pub(crate) words: Vec<Times>,
}

/// When a part of a text was said.
#[derive(Clone, Debug)]
pub(crate) struct Times {
    pub(crate) of: Range<usize>,
    pub(crate) start: Option<u64>,
    pub(crate) end: Option<u64>,
}

/// Another place that says a part of the text again.
#[derive(Clone, Debug)]
pub(crate) struct Mirror {
    pub(crate) place: Range<usize>,
    pub(crate) form: Form,
    /// Which part of the text.
    pub(crate) of: Range<usize>,
}

/// A place that gives the text away in another way (token numbers): overwritten, if that part of the text changes.
#[derive(Clone, Debug)]
pub(crate) struct Blot {
    pub(crate) place: Range<usize>,
    pub(crate) with: &'static str,
    pub(crate) of: Range<usize>,
}

impl Slot {
    pub(crate) fn new(path: String, role: Role<'static>, place: Range<usize>, form: Form) -> Self {
        Self { path, role, place, form, mirrors: vec![], blots: vec![], words: vec![] }
    }

    pub(crate) fn text<'a>(&self, source: &'a str) -> Cow<'a, str> {
        self.form.decode(source.get(self.place.clone()).unwrap_or_default())
    }
}

/// New bytes for a place in the source.
pub(crate) type Splice = (Range<usize>, String);

/// The source with other bytes at some places.
pub(crate) fn apply(source: &str, mut splices: Vec<Splice>) -> Result<String, Error> {
    splices.sort_by_key(|(place, _)| (place.start, place.end));
    let (mut out, mut at) = (String::with_capacity(source.len()), 0);
    for (place, new) in splices {
        let Some(kept) = source.get(at..place.start) else {
            return Err(Error::at(source, at, "two changes at one place", "change it once"));
        };
        out.push_str(kept);
        out.push_str(&new);
        at = place.end;
    }
    out.push_str(source.get(at..).unwrap_or_default());
    Ok(out)
}

impl Item {
    pub(crate) fn parts(&self) -> usize {
        match self {
            Self::Text(_) => 1,
            Self::Nested(nested) => nested.document.parts(),
        }
    }

    pub(crate) fn splices(
        &self,
        source: &str,
        part: usize,
        edits: &[&Edit],
        out: &mut Vec<Splice>,
    ) -> Result<(), Error> {
        match self {
            Self::Text(slot) => slot.splices(source, part, edits, out),
            Self::Nested(nested) => {
                let inner = nested.document.write_from(part, edits)?;
                out.push((nested.place.clone(), nested.wrap.wrap(&inner, part)?));
                Ok(())
            }
        }
    }
}

impl Wrap {
    fn wrap(self, inner: &str, part: usize) -> Result<String, Error> {
        match self {
            Self::Text => Ok(Form::Json.encode(inner).into_owned()),
            Self::Base64 => Ok(form::to_base64url(inner.as_bytes())),
            Self::Signed => Err(Error::part(
                part,
                "what is signed cannot be changed",
                "make a redacted copy and sign that",
            )),
        }
    }
}

impl Slot {
    fn splices(
        &self,
        source: &str,
        part: usize,
        edits: &[&Edit],
        out: &mut Vec<Splice>,
    ) -> Result<(), Error> {
        let text = self.text(source);
        check(&text, part, edits)?;
        let changes = edits.iter().map(|e| (e.range.clone(), e.with.as_str())).collect::<Vec<_>>();
        let raw = source.get(self.place.clone()).unwrap_or_default();
        out.push((self.place.clone(), self.form.splice(raw, &changes)));
        for mirror in &self.mirrors {
            out.extend(mirror.splice(source, &text, &changes));
        }
        let touched = |of: &Range<usize>| changes.iter().any(|(range, _)| overlap(range, of));
        let blots = self.blots.iter().filter(|b| touched(&b.of));
        out.extend(blots.map(|b| (b.place.clone(), b.with.to_owned())));
        Ok(())
    }

    pub(crate) fn turn(&self, source: &str, part: usize) -> Option<Turn> {
        let Role::Speech { speaker, channel, start, end } = &self.role else { return None };
        let text = self.text(source).into_owned();
        let words = self.words.iter().map(|w| Word {
            text: text.get(w.of.clone()).unwrap_or_default().to_owned(),
            range: w.of.clone(),
            start: w.start,
            end: w.end,
        });
        let words = words.collect();
        let speaker = speaker.as_ref().map(ToString::to_string);
        Some(Turn { part, speaker, channel: *channel, start: *start, end: *end, words, text })
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn check(text: &str, part: usize, edits: &[&Edit]) -> Result<(), Error> {
    let mut at = 0;
    for edit in edits {
        let remedy = "take ranges from the text as `texts` gives it";
        if edit.range.is_empty() || text.get(edit.range.clone()).is_none() {
            return Err(Error::part(part, "a range that is empty or not in the text", remedy));
        }
        if edit.range.start < at {
            return Err(Error::part(part, "edits that overlap", "join them"));
        }
        at = edit.range.end;
    }
    Ok(())
}

impl Mirror {
    /// The new bytes of the copy. The first copy that an edit touches gets what is new; the others lose what is old.
    fn splice(&self, source: &str, text: &str, changes: &[Change<'_>]) -> Option<Splice> {
        let raw = source.get(self.place.clone())?;
        let of = &self.of;
        let mut mine = Vec::new();
        let first = changes.partition_point(|(range, _)| range.end <= of.start);
        let touching = changes.get(first..).unwrap_or_default().iter();
        for (range, with) in touching.take_while(|(range, _)| range.start < of.end) {
            let before = text.get(range.start.min(of.start)..of.start).unwrap_or_default();
            let with = if before.trim().is_empty() { *with } else { "" };
            let (start, end) = (range.start.max(of.start), range.end.min(of.end));
            mine.push((start - of.start..end - of.start, with));
        }
        if mine.is_empty() {
            return None;
        }
        let own = self.form.decode(raw);
        if Some(own.as_ref()) != text.get(of.clone()) {
            // The copy is spelt in another way: positions in it mean nothing, so all of it goes.
            let with = mine.iter().map(|(_, with)| *with).collect::<String>();
            mine = vec![(0..own.len(), "")];
            let kept = self.form.splice(raw, &mine);
            return Some((self.place.clone(), kept + &self.form.encode(&with)));
        }
        Some((self.place.clone(), self.form.splice(raw, &mine)))
    }
}
