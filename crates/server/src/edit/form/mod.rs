//! Forms made from the shapes of the policy file: one for each section, the same renderer for all.
//!
//! Owns: which control a kind of value gets, what is in it, and which problems stand beside it. Leaves to others: how it
//! looks (`templates/edit/form.html`), and what a control changes ([`super::change`]).

mod build;
mod words;

use abide_notice::Locale;
use abide_notice::block::{Block, Line};
use abide_notice::html::{self, Html};
use abide_policy::diagnostic::Severity;
use abide_policy::vocab::{Lang, Vocabulary};
use askama::Template;
use askama::filters::HtmlSafe;

use super::found::Found;

pub(crate) use build::form;
pub(crate) use words::called;

/// The form of a section.
pub(crate) struct Form {
    /// The section's place.
    pub(crate) place: String,
    /// What people call it.
    pub(crate) title: String,
    /// What it is for.
    pub(crate) help: String,
    /// Whether it can be removed as a whole.
    pub(crate) removable: bool,
    /// Its fields.
    pub(crate) fields: Vec<Field>,
    /// Problems of the section as a whole.
    pub(crate) problems: Vec<Found>,
    /// The policy's languages, for showing the texts of one only.
    pub(crate) languages: Vec<(&'static str, &'static str)>,
}

/// A value with its label.
pub(crate) struct Field {
    /// Its place.
    pub(crate) place: String,
    /// What people call it.
    pub(crate) label: String,
    /// What it says.
    pub(crate) help: String,
    /// The language of the help, where that is not the page's.
    pub(crate) help_lang: Option<&'static str>,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// How it is shown and changed.
    pub(crate) control: Control,
    /// What is wrong with it.
    pub(crate) problems: Vec<Found>,
}

/// How a value is shown and changed.
pub(crate) enum Control {
    /// A line.
    Line(OneLine),
    /// A text in each language.
    Texts(Vec<Wording>),
    /// Yes or no.
    Check(bool),
    /// A number in a range.
    Number { value: String, least: i64, most: i64 },
    /// A day.
    Date(String),
    /// A length of time.
    Period(Period),
    /// One of some words, in a menu.
    Select(Vec<Choice>),
    /// One of a few sentences.
    Radios(Vec<Choice>),
    /// Several of some words.
    Checks(Vec<Check>),
    /// Words that each have a choice.
    Grid(Grid),
    /// A list of things.
    Items(Items),
    /// A table in a table.
    Group { fields: Vec<Field>, is_there: bool },
    /// Something of the wrong kind, which only the source can show.
    Broken,
}

/// A line of text.
pub(crate) struct OneLine {
    /// What stands there.
    pub(crate) value: String,
    /// The kind of input: `text`, `email`, `url`, `tel`.
    pub(crate) input: &'static str,
    /// The list of suggestions, by its id; empty without.
    pub(crate) list: &'static str,
    /// What stands for it in the language of people; may be empty.
    pub(crate) means: String,
    /// Set if the name is referred to: changing it changes what refers to it.
    pub(crate) renames: Option<(String, String)>,
}

/// A text in one language.
pub(crate) struct Wording {
    /// The tag.
    pub(crate) lang: &'static str,
    /// What its speakers call it.
    pub(crate) name: &'static str,
    /// The text.
    pub(crate) value: String,
}

/// A period, in parts if it has the form of one.
pub(crate) struct Period {
    /// As written.
    pub(crate) value: String,
    /// How many.
    pub(crate) amount: String,
    /// The units with their names, the chosen one marked.
    pub(crate) units: Vec<Choice>,
}

/// One of several.
#[derive(Clone)]
pub(crate) struct Choice {
    /// As the file spells it.
    pub(crate) word: String,
    /// As people read it.
    pub(crate) label: String,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// A word that is in a list or not.
pub(crate) struct Check {
    /// As the file spells it.
    pub(crate) word: String,
    /// As people read it.
    pub(crate) label: String,
    /// Where it stands in the file, if it does.
    pub(crate) at: Option<String>,
}

/// Words with choices.
pub(crate) struct Grid {
    /// The heads of the columns.
    pub(crate) columns: Vec<String>,
    /// The words.
    pub(crate) rows: Vec<Row>,
}

/// One word with its choices.
pub(crate) struct Row {
    /// Its place.
    pub(crate) place: String,
    /// As people read it.
    pub(crate) label: String,
    /// One for each column; the empty word removes it.
    pub(crate) choices: Vec<Choice>,
    /// What else is said of it, if it is there.
    pub(crate) more: Vec<Field>,
    /// What is wrong with it.
    pub(crate) problems: Vec<Found>,
}

/// A list.
pub(crate) struct Items {
    /// What is in it.
    pub(crate) items: Vec<Item>,
    /// How another is added.
    pub(crate) adds: Adds,
}

/// An element of a list.
pub(crate) struct Item {
    /// Its place.
    pub(crate) place: String,
    /// What it is.
    pub(crate) title: String,
    /// What it is called in the file, where that differs.
    pub(crate) name: String,
    /// Its fields.
    pub(crate) fields: Vec<Field>,
    /// Whether its fields are few enough to be open always.
    pub(crate) flat: bool,
    /// What is wrong with it.
    pub(crate) problems: Vec<Found>,
}

/// How an element is added to a list.
pub(crate) enum Adds {
    /// By its name, with suggestions from this list.
    Named(&'static str),
    /// As an empty text in every language.
    Text,
    /// As a key and a value.
    Element,
}

impl Field {
    /// The places, problems and fields of what is in it.
    fn inner(&mut self) -> Vec<(&str, &mut Vec<Found>, &mut Vec<Self>)> {
        match &mut self.control {
            Control::Grid(grid) => {
                let rows = grid.rows.iter_mut();
                rows.map(|r| (r.place.as_str(), &mut r.problems, &mut r.more)).collect()
            }
            Control::Items(list) => {
                let items = list.items.iter_mut();
                items.map(|i| (i.place.as_str(), &mut i.problems, &mut i.fields)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it has one control, so that its label is the control's.
    const fn is_single(&self) -> bool {
        matches!(
            self.control,
            Control::Line(_)
                | Control::Number { .. }
                | Control::Date(_)
                | Control::Check(_)
                | Control::Select(_)
        )
    }

    /// Whether any of its problems is an error.
    fn has_errors(&self) -> bool {
        self.problems.iter().any(|p| p.severity == Severity::Error)
    }

    /// The identifier of its control.
    pub(crate) fn id(&self) -> String {
        id(&self.place)
    }
}

impl Form {
    /// Puts each problem beside the smallest thing that it is about.
    pub(crate) fn assign(&mut self, found: &[Found]) {
        for problem in found.iter().filter(|f| f.section == self.place) {
            if !assign(&mut self.fields, problem) {
                self.problems.push(problem.clone());
            }
        }
    }
}

fn assign(fields: &mut [Field], found: &Found) -> bool {
    let Some(field) = fields.iter_mut().find(|f| found.is_in(&f.place)) else { return false };
    if let Control::Group { fields, .. } = &mut field.control
        && assign(fields, found)
    {
        return true;
    }
    let mut inner = field.inner();
    // Names in a list may begin with one another: the longest is meant.
    inner.sort_by_key(|(place, ..)| std::cmp::Reverse(place.len()));
    match inner.into_iter().find(|(place, ..)| found.is_in(place)) {
        Some((_, problems, fields)) => {
            if !assign(fields, found) {
                problems.push(found.clone());
            }
        }
        None => field.problems.push(found.clone()),
    }
    true
}

/// An identifier for a place, as attributes and references can hold it.
pub(crate) fn id(place: &str) -> String {
    let mut out = String::from("f-");
    for c in place.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' => out.push(c),
            _ => out.push_str(&format!("_{:x}_", u32::from(c))),
        }
    }
    out
}

/// The form as markup.
pub(crate) fn html(form: &Form, locale: &Locale) -> Html {
    Html::of(&FormHtml { form, locale })
}

#[derive(Template)]
#[template(path = "edit/form.html")]
struct FormHtml<'a> {
    form: &'a Form,
    locale: &'a Locale,
}

impl<'a> FormHtml<'a> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    const fn fields(&self) -> Fields<'a> {
        Fields { fields: self.form.fields.as_slice(), locale: self.locale }
    }
    fn problems(&self) -> Problems<'a> {
        Problems { found: &self.form.problems, locale: self.locale, linked: false }
    }
}

#[derive(Template)]
#[template(path = "edit/fields.html")]
struct Fields<'a> {
    fields: &'a [Field],
    locale: &'a Locale,
}
impl HtmlSafe for Fields<'_> {}

impl<'a> Fields<'a> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    const fn inner(&self, fields: &'a [Field]) -> Self {
        Self { fields, locale: self.locale }
    }
    const fn problems(&self, found: &'a [Found]) -> Problems<'a> {
        Problems { found, locale: self.locale, linked: false }
    }
    /// What describes a control: its help and its problems.
    fn described(&self, field: &Field) -> String {
        let id = field.id();
        if field.problems.is_empty() {
            format!("{id}-help")
        } else {
            format!("{id}-help {id}-problems")
        }
    }
}

/// Problems beside a field, each with what can be done about it.
#[derive(Template)]
#[template(path = "edit/problems.html")]
pub(crate) struct Problems<'a> {
    pub(crate) found: &'a [Found],
    pub(crate) locale: &'a Locale,
    /// Whether each leads to its field.
    pub(crate) linked: bool,
}
impl HtmlSafe for Problems<'_> {}

impl Problems<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    fn called(&self, place: &str) -> String {
        called(self.locale, place)
    }
    /// How bad it is, what is wrong, and what to do or why it stays.
    fn says(&self, found: &Found) -> Html {
        let wrong = Line::new().mark(found.meaning(), &found.word).text(" ");
        let mut blocks = vec![Block::Text(coded(wrong, &found.message))];
        match &found.reason {
            Some(reason) => {
                let stays =
                    Line::new().quiet(self.say("editor-stays-because")).text(" ").text(reason);
                blocks.push(Block::Text(stays));
            }
            None if found.help.is_empty() => {}
            None => blocks.push(Block::Text(coded(Line::new(), &found.help))),
        }
        html::blocks(&blocks, 4)
    }
    fn line(&self, line: &usize) -> String {
        abide_notice::say!(self.locale, "editor-line", line = *line)
    }
}

/// A text after a line, what stands in backticks as code.
fn coded(line: Line, text: &str) -> Line {
    text.split('`').enumerate().filter(|(_, part)| !part.is_empty()).fold(
        line,
        |line, (i, part)| {
            if i % 2 == 0 { line.text(part) } else { line.code(part) }
        },
    )
}

/// The tags and names of languages.
fn named(languages: &[Lang]) -> Vec<(&'static str, &'static str)> {
    languages.iter().map(|l| (l.word(), l.own_name())).collect()
}
