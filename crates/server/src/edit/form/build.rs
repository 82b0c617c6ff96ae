//! From a shape and what the file has to the controls of a form.

use abide_notice::{Locale, say};
use abide_policy::model::Policy;
use abide_policy::source::format::POLICY_FILE;
use abide_policy::source::shape::{self, Format, Key, Kind, Shape, Words};
use abide_policy::text::{self, Unit};
use abide_policy::vocab::{Lang, Vocabulary};

use super::words::{are_sentences, labels, read};
use super::{
    Adds, Check, Choice, Control, Field, Form, Grid, Item, Items, OneLine, Period, Row, Wording,
    named,
};
use crate::edit::at::{At, languages};

/// The form of a section; `None` if the file has no such section.
pub(crate) fn form(root: At<'_>, draft: &Policy, section: &str, locale: &Locale) -> Option<Form> {
    let (key, name) = section.split_once('.').unwrap_or((section, ""));
    let field = POLICY_FILE.field(key)?;
    let there = root.get(field.key);
    let languages = languages(root);
    let page = if languages.is_empty() { vec![locale.lang()] } else { languages.clone() };
    let maker = Maker { root, draft, locale, main: languages.first().copied(), languages: page };
    let help = locale.say(&format!("editor-part-{key}-help"));
    let (title, shape, at) = match &field.kind {
        Kind::Table(shape) => (locale.say(&format!("editor-part-{key}")), *shape, there),
        Kind::List(Kind::Table(shape), called) => {
            let elements = there.map(At::elements).unwrap_or_default();
            let named = |(i, e): &(usize, At<'_>)| e.name(*called, *i) == name;
            let (_, at) = elements.into_iter().enumerate().find(named)?;
            (locale.say(&format!("editor-one-{key}")), *shape, Some(at))
        }
        _ => return None,
    };
    Some(Form {
        place: section.to_owned(),
        title,
        help,
        removable: !field.required && at.is_some(),
        fields: maker.fields(shape, at, section),
        problems: Vec::new(),
        languages: named(&maker.languages),
    })
}

/// What fields are made with.
struct Maker<'a> {
    root: At<'a>,
    /// What the file says so far as it can be read.
    draft: &'a Policy,
    locale: &'a Locale,
    main: Option<Lang>,
    languages: Vec<Lang>,
}

impl<'a> Maker<'a> {
    fn fields(&self, shape: &'static Shape, at: Option<At<'a>>, place: &str) -> Vec<Field> {
        let one = |field: &'static shape::Field| {
            let at = at.and_then(|at| at.get(field.key));
            self.field(shape, field, at, format!("{place}.{}", field.key))
        };
        shape.fields.iter().map(one).collect()
    }

    fn field(
        &self,
        shape: &'static Shape,
        field: &'static shape::Field,
        at: Option<At<'a>>,
        place: String,
    ) -> Field {
        let (label, help, help_lang) = labels(self.locale, shape, field);
        let control = match at {
            Some(at) if !at.fits(&field.kind) => Control::Broken,
            _ => self
                .reference(shape, field, at, &place)
                .unwrap_or_else(|| self.control(&field.kind, at, &place, field.required)),
        };
        Field {
            place,
            label,
            help,
            help_lang,
            required: field.required,
            control,
            problems: Vec::new(),
        }
    }

    /// Fields that name other things of the file: chosen, not typed; and the names themselves, which others refer to.
    fn reference(
        &self,
        shape: &'static Shape,
        field: &'static shape::Field,
        at: Option<At<'a>>,
        place: &str,
    ) -> Option<Control> {
        let value = || at.and_then(At::as_str).unwrap_or_default();
        match (shape.name, field.key) {
            ("`[[cookie]]`", "statement") => {
                let all = self.named_things("statement");
                Some(Control::Select(self.choices(all, Some(value()), !value().is_empty())))
            }
            ("`[[sub-processor]]`", "statements") => Some(self.references("statement", at, place)),
            ("`[[statement]]`", "regions") => Some(self.references("region", at, place)),
            ("`[[statement]]`" | "`[[region]]`" | "`[[sub-processor]]`", "id")
            | ("`[[data]]`", "ref")
            | ("`[[cookie]]`", "name")
                if !value().is_empty() =>
            {
                let list = place.split('.').next().unwrap_or_default();
                Some(Control::Line(OneLine {
                    value: value().to_owned(),
                    input: "text",
                    list: "",
                    means: String::new(),
                    renames: Some((list.to_owned(), value().to_owned())),
                }))
            }
            _ => None,
        }
    }

    /// The elements of a list of the file: name and title.
    fn named_things(&self, list: &str) -> Vec<(String, String)> {
        let elements = self.root.get(list).map(At::elements).unwrap_or_default();
        let one = |element: At<'_>| {
            let name = element.get("id")?.as_str()?.to_owned();
            let title = element.get("title").and_then(|t| t.any_text(self.locale.lang()));
            let title = title.map_or_else(|| name.clone(), |t| format!("{t} ({name})"));
            Some((name, title))
        };
        elements.into_iter().filter_map(one).collect()
    }

    fn references(&self, list: &str, at: Option<At<'a>>, place: &str) -> Control {
        let all = self.named_things(list);
        Control::Checks(checks(&all, at, place))
    }

    fn control(
        &self,
        kind: &'static Kind,
        at: Option<At<'a>>,
        place: &str,
        required: bool,
    ) -> Control {
        let value = at.and_then(At::as_str).unwrap_or_default();
        match kind {
            Kind::Str(Format::Period) => self.period(value),
            Kind::Str(format) => Control::Line(self.line(*format, value)),
            Kind::Text => Control::Texts(self.wordings(at)),
            Kind::Bool => Control::Check(at.and_then(At::as_bool).unwrap_or_default()),
            Kind::Integer(least, most) => Control::Number {
                value: at.and_then(At::as_integer).map(|n| n.to_string()).unwrap_or_default(),
                least: *least,
                most: *most,
            },
            Kind::Date => Control::Date(at.and_then(At::as_date).unwrap_or_default()),
            Kind::Word(words) => self.word(*words, value, required),
            Kind::List(item, key) => self.list(item, *key, at, place),
            Kind::Table(shape) => {
                Control::Group { fields: self.fields(shape, at, place), is_there: at.is_some() }
            }
            Kind::Map(words, item) => Control::Grid(self.grid(*words, item, at, place)),
            Kind::Elements => Control::Items(self.elements(at, place)),
            Kind::Either(short, _) => self.control(short, at, place, required),
        }
    }

    fn line(&self, format: Format, value: &str) -> OneLine {
        let (input, list) = match format {
            Format::Email => ("email", ""),
            Format::Url => ("url", ""),
            Format::Phone => ("tel", ""),
            Format::Country => ("text", "countries"),
            Format::Data => ("text", "elements"),
            Format::Code => ("text", "codes"),
            _ => ("text", ""),
        };
        let means = match format {
            Format::Country => value.parse().map(|c| self.locale.country(c)).unwrap_or_default(),
            Format::Data => self.data(value),
            _ => String::new(),
        };
        OneLine { value: value.to_owned(), input, list, means, renames: None }
    }

    /// What people call a data element; empty if that is only its name.
    fn data(&self, name: &str) -> String {
        let called =
            name.parse().map(|name| self.locale.data(self.draft, &name)).unwrap_or_default();
        if called == name { String::new() } else { called }
    }

    fn named_data(&self, name: &str) -> String {
        let called = self.data(name);
        if called.is_empty() { name.to_owned() } else { self.locale.capital(&called) }
    }

    fn wordings(&self, at: Option<At<'a>>) -> Vec<Wording> {
        let mut languages = self.languages.clone();
        // A text that stands there in a language more is shown too: nothing is hidden.
        let table = at.and_then(At::as_table);
        let more = table.iter().flat_map(|t| t.iter()).filter_map(|(key, _)| Lang::from_word(key));
        for lang in more {
            if !languages.contains(&lang) {
                languages.push(lang);
            }
        }
        let one = |lang: Lang| Wording {
            lang: lang.word(),
            name: lang.own_name(),
            value: at.and_then(|t| t.text(lang, self.main)).unwrap_or_default().to_owned(),
        };
        languages.into_iter().map(one).collect()
    }

    fn period(&self, value: &str) -> Control {
        let (amount, unit) = match value.parse::<text::Period>() {
            Ok(period) => (period.amount().to_string(), period.unit()),
            Err(_) => (String::new(), Unit::Month),
        };
        let all = [
            (Unit::Hour, "hours"),
            (Unit::Day, "days"),
            (Unit::Week, "weeks"),
            (Unit::Month, "months"),
            (Unit::Year, "years"),
        ];
        let choice = |(known, word): (Unit, &str)| Choice {
            word: word.to_owned(),
            label: self.locale.say(&format!("editor-unit-{word}")),
            chosen: known == unit,
        };
        Control::Period(Period {
            value: value.to_owned(),
            amount,
            units: all.into_iter().map(choice).collect(),
        })
    }

    fn word(&self, words: Words, value: &str, required: bool) -> Control {
        let all =
            read(self.locale, words).into_iter().map(|(w, label)| (w.to_owned(), label)).collect();
        let choices = self.choices(all, Some(value), required && !value.is_empty());
        if are_sentences(words.kind) { Control::Radios(choices) } else { Control::Select(choices) }
    }

    /// Words to choose one from; one that is none of them stays visible, and so does that none is chosen.
    fn choices(
        &self,
        all: Vec<(String, String)>,
        value: Option<&str>,
        required: bool,
    ) -> Vec<Choice> {
        let value = value.unwrap_or_default();
        let is_known = value.is_empty() || all.iter().any(|(word, _)| word == value);
        let nothing = (!required).then(|| (String::new(), self.locale.say("editor-not-said")));
        let strange = (!is_known)
            .then(|| (value.to_owned(), say!(self.locale, "editor-unknown-word", word = value)));
        let all = nothing.into_iter().chain(strange).chain(all);
        all.map(|(word, label)| Choice { chosen: word == value, word, label }).collect()
    }

    fn list(&self, item: &'static Kind, key: Key, at: Option<At<'a>>, place: &str) -> Control {
        let elements = at.map(At::elements).unwrap_or_default();
        if let Kind::Word(words) = item {
            let all: Vec<(String, String)> = read(self.locale, *words)
                .into_iter()
                .map(|(w, label)| (w.to_owned(), label))
                .collect();
            return Control::Checks(checks(&all, at, place));
        }
        let one = |(i, element): (usize, At<'a>)| self.item(item, key, i, element, place);
        let adds = match item {
            Kind::Text => Adds::Text,
            Kind::Either(Kind::Str(Format::Data), _) => Adds::Named("elements"),
            Kind::Str(Format::Country) => Adds::Named("countries"),
            _ => Adds::Named(""),
        };
        Control::Items(Items { items: elements.into_iter().enumerate().map(one).collect(), adds })
    }

    fn item(&self, kind: &'static Kind, key: Key, index: usize, at: At<'a>, list: &str) -> Item {
        let name = at.name(key, index);
        let place = format!("{list}.{name}");
        let number = (index + 1).to_string();
        match kind {
            Kind::Either(Kind::Str(Format::Data), Kind::Table(shape)) => {
                let long = at.as_table().is_some();
                let mut fields = self.fields(shape, long.then_some(at), &place);
                if !long && let Some(first) = fields.first_mut() {
                    first.control = Control::Line(self.line(Format::Data, &name));
                }
                // The name itself is set at the element's place, in either form.
                if let Some(first) = fields.first_mut() {
                    first.place.clone_from(&place);
                }
                let title = self.named_data(&name);
                Item { name, title, place, fields, flat: false, problems: Vec::new() }
            }
            _ => {
                let control = if at.fits(kind) {
                    self.control(kind, Some(at), &place, true)
                } else {
                    Control::Broken
                };
                let field = Field {
                    place: place.clone(),
                    label: number.clone(),
                    help: String::new(),
                    help_lang: None,
                    required: true,
                    control,
                    problems: Vec::new(),
                };
                let name = String::new();
                Item {
                    name,
                    title: number,
                    place,
                    fields: vec![field],
                    flat: true,
                    problems: Vec::new(),
                }
            }
        }
    }

    /// Keys that are data elements, each with a line.
    fn elements(&self, at: Option<At<'a>>, place: &str) -> Items {
        let table = at.and_then(At::as_table);
        let pairs = table.iter().flat_map(|t| t.iter());
        let item = |(key, value): (&str, &toml_edit::Item)| {
            let place = format!("{place}.{key}");
            let field = Field {
                place: place.clone(),
                label: self.named_data(key),
                help: key.to_owned(),
                help_lang: None,
                required: true,
                control: Control::Line(self.line(Format::Line, value.as_str().unwrap_or_default())),
                problems: Vec::new(),
            };
            let name = String::new();
            Item {
                name,
                title: key.to_owned(),
                place,
                fields: vec![field],
                flat: true,
                problems: Vec::new(),
            }
        };
        Items { items: pairs.map(item).collect(), adds: Adds::Element }
    }

    fn grid(&self, words: Words, item: &'static Kind, at: Option<At<'a>>, place: &str) -> Grid {
        let choices: &[&str] = &["", "always", "opt-out", "opt-in"];
        let label = |word: &str| match word {
            "" => self.locale.say("editor-choice-none"),
            word => self.locale.say(&format!("editor-choice-{word}")),
        };
        let row = |(word, name): (&'static str, String)| {
            let at = at.and_then(|at| at.get(word));
            let place = format!("{place}.{word}");
            let said = at.and_then(|at| at.as_str().or_else(|| at.get("choice")?.as_str()));
            let choice = |word: &&str| Choice {
                word: (*word).to_owned(),
                label: label(word),
                chosen: said.unwrap_or_default() == *word && (at.is_some() != word.is_empty()),
            };
            let more = match item {
                Kind::Either(_, Kind::Table(shape)) if at.is_some() => {
                    let mut fields =
                        self.fields(shape, at.filter(|a| a.as_table().is_some()), &place);
                    fields.retain(|f| !f.place.ends_with(".choice"));
                    fields
                }
                _ => Vec::new(),
            };
            Row {
                place,
                label: name,
                choices: choices.iter().map(choice).collect(),
                more,
                problems: Vec::new(),
            }
        };
        Grid {
            columns: choices.iter().map(|w| label(w)).collect(),
            rows: read(self.locale, words).into_iter().map(row).collect(),
        }
    }
}

/// Words as boxes: those that a list has are ticked; a word of the list that is none of them stays visible.
fn checks(all: &[(String, String)], at: Option<At<'_>>, place: &str) -> Vec<Check> {
    let there: Vec<&str> = at
        .map(At::elements)
        .unwrap_or_default()
        .iter()
        .map(|e| e.as_str().unwrap_or_default())
        .collect();
    let at = |word: &str| there.iter().position(|w| *w == word).map(|i| format!("{place}.{i}"));
    let strange = there.iter().filter(|w| !w.is_empty() && all.iter().all(|(word, _)| word != *w));
    let strange =
        strange.map(|w| Check { word: (*w).to_owned(), label: (*w).to_owned(), at: at(w) });
    let known =
        all.iter().map(|(w, label)| Check { word: w.clone(), label: label.clone(), at: at(w) });
    known.chain(strange).collect()
}
