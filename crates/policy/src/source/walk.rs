//! Holds a parsed file against its shape: every unknown key, missing key and wrong value, and where everything stands.
//!
//! Owns: the problems that the shape alone shows, and the map from places to spans. Leaves to others: meaning
//! ([`super::decode`], [`crate::check`]).

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::shape::{Field, Format, Key, Kind, MAX_LINE, MAX_TEXT, Shape, Words, is_publishable};
use crate::codes::Code;
use crate::data::DataRef;
use crate::diagnostic::{Diagnostic, nearest};
use crate::vocab::{Lang, Vocabulary};

/// Where each place of a file stands, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(BTreeMap<String, Range<usize>>);

impl Places {
    /// The span of a place, or of the nearest thing that holds it; `0..0` if nothing does.
    #[must_use]
    pub fn span(&self, place: &str) -> Range<usize> {
        let mut place = place;
        loop {
            if let Some(span) = self.0.get(place) {
                return span.clone();
            }
            match place.rsplit_once('.') {
                Some((above, _)) => place = above,
                None => return 0..0,
            }
        }
    }
    /// Whether something stands at exactly this place.
    #[must_use]
    pub fn has(&self, place: &str) -> bool {
        self.0.contains_key(place)
    }
    /// Says where a place stands; the first word counts.
    pub fn insert(&mut self, place: impl Into<String>, span: Range<usize>) {
        self.0.entry(place.into()).or_insert(span);
    }
    /// Every place with its span, in name order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Range<usize>)> {
        self.0.iter().map(|(place, span)| (place.as_str(), span))
    }
}

/// What a walk through the file found.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) places: Places,
    /// Where the parser found mistakes in the file's form, in the order of the file.
    mistakes: Vec<usize>,
    /// Values with such a mistake in them, by place: what stands there is the parser's guess.
    pub(super) guessed: BTreeMap<String, Range<usize>>,
}

/// A value with where it stands: its place in words, its own span.
struct At<'a, 'i> {
    place: String,
    /// The key under which it stands, for messages.
    key: &'a str,
    value: &'a Spanned<DeValue<'i>>,
}

impl At<'_, '_> {
    fn span(&self) -> Range<usize> {
        self.value.span()
    }
}

impl Walk {
    /// What a walk through a file starts with whose form has these mistakes.
    pub(super) fn after(mut errors: Vec<Diagnostic>) -> Self {
        errors.sort_by_key(|d| d.span.start);
        let mistakes = errors.iter().map(|d| d.span.start).collect();
        Self { diagnostics: errors, mistakes, ..Self::default() }
    }

    /// Whether a value beside its key has a mistake in its form. A bracket that is never closed takes in what follows, so
    /// that nothing in such a value can be trusted.
    fn is_guessed(&self, key: &Range<usize>, value: &Range<usize>) -> bool {
        key.end <= value.start
            && self.mistakes.iter().any(|at| (value.start..=value.end).contains(at))
    }

    /// Leaves of the mistakes in one value the first: the others follow from it.
    pub(super) fn drop_echoes(&mut self) {
        let mut told: Vec<&Range<usize>> = Vec::new();
        let guessed = &self.guessed;
        self.diagnostics.retain(|d| {
            let holds = |value: &&Range<usize>| (value.start..=value.end).contains(&d.span.start);
            let Some(value) = guessed.values().find(holds).filter(|_| d.code == Code::TomlSyntax)
            else {
                return true;
            };
            let first = !told.contains(&value);
            told.push(value);
            first
        });
    }

    fn say(&mut self, diagnostic: Diagnostic, at: &At<'_, '_>) {
        self.diagnostics.push(diagnostic.at(at.span()).place(at.place.clone()));
    }

    /// Holds a table against its shape; `whole` is the span to show for what is missing.
    pub(super) fn table(
        &mut self,
        table: &DeTable<'_>,
        shape: &'static Shape,
        place: &str,
        whole: Range<usize>,
    ) {
        for (key, value) in table {
            let name: &str = key.get_ref();
            let place = join(place, name);
            match shape.field(name) {
                Some(field) => {
                    let span = key.span().start..value.span().end.max(key.span().end);
                    self.places.insert(place.clone(), header_span(value, &key.span(), span));
                    if self.is_guessed(&key.span(), &value.span()) {
                        self.guessed.insert(place, value.span());
                    } else {
                        self.value(&At { place, key: name, value }, &field.kind);
                    }
                }
                None => self.unknown_key(name, key.span(), shape, place),
            }
        }
        for field in shape.fields.iter().filter(|f| f.required && !table.contains_key(f.key)) {
            self.missing_key(field, shape, place, whole.clone());
        }
    }

    fn unknown_key(&mut self, key: &str, span: Range<usize>, shape: &Shape, place: String) {
        let mut d = Diagnostic::new(Code::KeyUnknown)
            .at(span)
            .place(place)
            .with("key", key)
            .with("table", shape.name);
        if let Some(near) = nearest(key, shape.fields.iter().map(|f| f.key)) {
            d = d.fixed_by(near);
        }
        self.diagnostics.push(d);
    }

    fn missing_key(&mut self, field: &Field, shape: &Shape, place: &str, whole: Range<usize>) {
        let d = Diagnostic::new(Code::KeyMissing)
            .with("table", shape.name)
            .with("key", field.key)
            .with("doc", field.doc)
            .at(whole)
            .place(join(place, field.key));
        self.diagnostics.push(d);
    }

    fn wrong_type(&mut self, at: &At<'_, '_>, expected: &str) {
        let found = at.value.get_ref().type_str();
        self.say(
            Diagnostic::new(Code::ValueType)
                .with("key", at.key)
                .with("expected", expected)
                .with("found", found),
            at,
        );
    }

    fn value(&mut self, at: &At<'_, '_>, kind: &'static Kind) {
        match (kind, at.value.get_ref()) {
            (Kind::Str(format), DeValue::String(text)) => self.string(at, *format, text),
            (Kind::Text, DeValue::String(text)) => self.text(at, text),
            (Kind::Text, DeValue::Table(table)) => self.texts(at, table),
            (Kind::Bool, DeValue::Boolean(_)) => {}
            (Kind::Integer(least, most), DeValue::Integer(number)) => {
                let value = i64::from_str_radix(number.as_str(), number.radix());
                if !value.is_ok_and(|n| (*least..=*most).contains(&n)) {
                    self.wrong_type(at, &format!("a whole number from {least} to {most}"));
                }
            }
            (Kind::Date, DeValue::Datetime(d)) => {
                if d.date.is_none() || d.time.is_some() || d.offset.is_some() {
                    self.wrong_type(at, "a date without time, such as 2026-12-01");
                }
            }
            (Kind::Word(words), DeValue::String(text)) => self.word(at, *words, text),
            (Kind::List(item, key), DeValue::Array(array)) => {
                self.list(at, array.iter(), item, *key);
            }
            (Kind::Table(shape), DeValue::Table(table)) => {
                self.table(table, shape, &at.place, at.span());
            }
            (Kind::Map(words, item), DeValue::Table(table)) => self.map(at, table, *words, item),
            (Kind::Elements, DeValue::Table(table)) => self.elements(at, table),
            (Kind::Either(short, long), value) => {
                let form = if value.is_table() { long } else { short };
                self.value(at, form);
            }
            (kind, _) => self.wrong_type(at, expected(kind)),
        }
    }

    fn string(&mut self, at: &At<'_, '_>, format: Format, text: &str) {
        if !self.printable(at, text, MAX_LINE, false) {
            return;
        }
        if format == Format::Data {
            if let Err(message) = text.parse::<DataRef>() {
                self.say(Diagnostic::new(Code::DataRefSyntax).with("message", message), at);
            }
        } else if !format.holds(text) {
            let shown: String = text.chars().take(80).collect();
            let d = Diagnostic::new(Code::ValueFormat).with("value", shown);
            let d = d.with("expected", format.expected()).with("hint", format.hint());
            let codes = Code::ALL.iter().map(|c| c.id()).filter(|_| format == Format::Code);
            let near = nearest(text, codes);
            self.say(near.map_or(d.clone(), |n| d.fixed_by(n)), at);
        }
    }

    fn text(&mut self, at: &At<'_, '_>, text: &str) {
        self.printable(at, text, MAX_TEXT, true);
    }

    fn texts(&mut self, at: &At<'_, '_>, table: &DeTable<'_>) {
        if table.is_empty() {
            self.say(Diagnostic::new(Code::ValueEmpty).with("key", at.key), at);
        }
        for (lang, value) in table {
            let key: &str = lang.get_ref();
            let place = join(&at.place, key);
            self.places.insert(place.clone(), value.span());
            if Lang::from_word(key).is_none() {
                let d = unknown_word(key, Lang::KIND, &Lang::words()).at(lang.span()).place(place);
                self.diagnostics.push(d);
                continue;
            }
            let at = At { place, key, value };
            match value.get_ref() {
                DeValue::String(text) => self.text(&at, text),
                _ => self.wrong_type(&at, "a text"),
            }
        }
    }

    /// Whether a text can be published as it is: not empty, not too long, no control characters.
    fn printable(&mut self, at: &At<'_, '_>, text: &str, most: usize, lines: bool) -> bool {
        let length = text.chars().count();
        let d = if text.trim().is_empty() {
            Diagnostic::new(Code::ValueEmpty)
        } else if length > most {
            Diagnostic::new(Code::ValueLength).with("length", length).with("max", most)
        } else if !text.chars().all(|c| is_publishable(c, lines)) {
            Diagnostic::new(Code::ValueControl)
        } else {
            return true;
        };
        self.say(d.with("key", at.key), at);
        false
    }

    fn word(&mut self, at: &At<'_, '_>, words: Words, text: &str) {
        let all = (words.all)();
        if !all.contains(&text) {
            self.say(unknown_word(text, words.kind, &all), at);
        }
    }

    fn map(&mut self, at: &At<'_, '_>, table: &DeTable<'_>, words: Words, item: &'static Kind) {
        let all = (words.all)();
        for (key, value) in table {
            let name: &str = key.get_ref();
            let place = join(&at.place, name);
            self.places.insert(place.clone(), key.span().start..value.span().end);
            if all.contains(&name) {
                self.value(&At { place, key: name, value }, item);
            } else {
                self.diagnostics
                    .push(unknown_word(name, words.kind, &all).at(key.span()).place(place));
            }
        }
    }

    fn elements(&mut self, at: &At<'_, '_>, table: &DeTable<'_>) {
        for (key, value) in table {
            let name: &str = key.get_ref();
            let at = At { place: join(&at.place, name), key: name, value };
            if let Err(message) = name.parse::<DataRef>() {
                self.diagnostics.push(
                    Diagnostic::new(Code::DataRefSyntax)
                        .with("message", message)
                        .at(key.span())
                        .place(at.place.clone()),
                );
            }
            match value.get_ref() {
                DeValue::String(text) => {
                    self.printable(&at, text, MAX_LINE, false);
                }
                _ => self.wrong_type(&at, "a line of text"),
            }
        }
    }

    fn list<'a, 'i: 'a>(
        &mut self,
        at: &At<'_, '_>,
        items: impl Iterator<Item = &'a Spanned<DeValue<'i>>>,
        kind: &'static Kind,
        key: Key,
    ) {
        let mut seen: HashSet<&str> = HashSet::new();
        for (i, value) in items.enumerate() {
            let name = element_name(value, key);
            if let (Key::Unique(_), Some(name)) = (key, name)
                && !seen.insert(name)
            {
                let d = Diagnostic::new(Code::IdDuplicate).with("kind", at.key).with("id", name);
                self.diagnostics.push(d.at(value.span()).place(join(&at.place, name)));
            }
            let place =
                name.map_or_else(|| join(&at.place, &i.to_string()), |n| join(&at.place, n));
            self.places.insert(place.clone(), value.span());
            self.value(&At { place, key: at.key, value }, kind);
        }
    }
}

/// How an element of a list is called. What is longer than a line is refused anyway, and would be repeated in the place of
/// everything below it.
fn element_name<'a>(value: &'a Spanned<DeValue<'_>>, key: Key) -> Option<&'a str> {
    let name = match (key, value.get_ref()) {
        (Key::Unique(field) | Key::Name(field), DeValue::Table(table)) => {
            table.get(field)?.get_ref().as_str()
        }
        (Key::Name(_), DeValue::String(text)) => Some(text.as_ref()),
        _ => None,
    };
    name.filter(|n| n.len() <= MAX_LINE)
}

/// A place below another.
pub(super) fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

/// What to underline for a key with its value: all of it if short, for tables over several lines the key alone.
fn header_span(
    value: &Spanned<DeValue<'_>>,
    key: &Range<usize>,
    whole: Range<usize>,
) -> Range<usize> {
    let is_block = match value.get_ref() {
        DeValue::Table(_) => value.span().start < key.start || whole.len() > 400,
        DeValue::Array(_) => whole.len() > 400,
        _ => false,
    };
    if is_block { key.clone() } else { whole }
}

fn unknown_word(word: &str, kind: &str, all: &[&str]) -> Diagnostic {
    let d = Diagnostic::new(Code::ValueWord).with("value", word).with("kind", kind);
    let d = d.with("words", all.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", "));
    match nearest(word, all.iter().copied()) {
        Some(near) => d.fixed_by(near),
        None => d,
    }
}

fn expected(kind: &Kind) -> &'static str {
    match kind {
        Kind::Str(format) => format.expected(),
        Kind::Text => "a text, or a table of languages such as { de = \"…\", en = \"…\" }",
        Kind::Bool => "true or false",
        Kind::Integer(..) => "a whole number",
        Kind::Date => "a date without quotes, such as 2026-12-01",
        Kind::Word(words) => words.kind,
        Kind::List(..) => "a list in brackets, such as [\"…\", \"…\"]",
        Kind::Table(_) | Kind::Map(..) | Kind::Elements => "a table, such as { key = \"…\" }",
        Kind::Either(short, _) => expected(short),
    }
}
