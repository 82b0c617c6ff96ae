//! Finds the texts of a JSON document.

use std::ops::Range;

use jiff::Timestamp;

use crate::document::field;
use crate::fields::holds;
use crate::form::Form;
use crate::json::{Json, step};
use crate::slot::{Item, Slot};

/// Goes through JSON documents and collects what can be read in them.
pub(crate) struct Walker<'a> {
    pub(crate) source: &'a str,
    pub(crate) items: Vec<Item>,
    /// The names of the parties, for transcripts that say who speaks by index.
    pub(crate) names: Vec<Option<String>>,
    /// When the recording starts, for transcripts that have dates.
    pub(crate) base: Option<Timestamp>,
}

impl<'a> Walker<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self { source, items: Vec::new(), names: Vec::new(), base: None }
    }

    /// Every string of a value, and every number that may be a telephone number or an identifier.
    pub(crate) fn fields(&mut self, json: Json<'a>, path: &str, name: &str) {
        self.fields_as(Form::Json, json, path, name);
    }

    /// The same, for strings in a form.
    pub(crate) fn fields_as(&mut self, form: Form, json: Json<'a>, path: &str, name: &str) {
        for (i, item) in json.items().enumerate() {
            self.fields_as(form, item, &step(path, i), name);
        }
        for (member, value) in json.members() {
            self.fields_as(form, value, &step(path, member), member);
        }
        if json.text().is_some_and(|t| !t.is_empty()) {
            self.push(Slot::new(path.to_owned(), field(name, holds(name)), json.inside(), form));
        } else if json.is_number() && is_long(json.raw(), name) {
            self.push(Slot::new(
                path.to_owned(),
                field(name, holds(name)),
                json.place(),
                Form::Number,
            ));
        }
    }

    /// Keeps a text; its index among the items.
    pub(crate) fn push(&mut self, slot: Slot) -> usize {
        self.items.push(Item::Text(slot));
        self.items.len() - 1
    }

    pub(crate) fn slot(&self, at: usize) -> Option<&Slot> {
        match self.items.get(at) {
            Some(Item::Text(slot)) => Some(slot),
            _ => None,
        }
    }

    pub(crate) fn slot_mut(&mut self, at: usize) -> Option<&mut Slot> {
        match self.items.get_mut(at) {
            Some(Item::Text(slot)) => Some(slot),
            _ => None,
        }
    }

    /// The text of an item that is a text.
    pub(crate) fn text_at(&self, at: usize) -> String {
        self.slot(at).map(|s| s.text(self.source).into_owned()).unwrap_or_default()
    }

    pub(crate) fn raw(&self, place: Range<usize>) -> &'a str {
        self.source.get(place).unwrap_or_default()
    }
}

/// Whether a number may say who somebody is: whole, and as long as a short telephone number.
fn is_long(raw: &str, name: &str) -> bool {
    let digits = raw.bytes().all(|b| b.is_ascii_digit());
    let kept = holds(name).is_personal() || holds(name) == crate::document::Holds::Free;
    digits && raw.len() >= 5 && kept
}
