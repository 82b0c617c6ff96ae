//! Takes elements apart: children by name and order, attributes by name, words of closed lists.

use abide_policy::codes::Code;
use abide_policy::diagnostic::Diagnostic;
use abide_policy::vocab::Vocabulary;

use crate::ast::{Addition, At, Words};
use crate::problems::Problems;
use crate::v11;
use crate::xml::{Attribute, Element, Node, Span, XML_NAMESPACE};

/// A child that an element may have, in the order of the specification.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    name: &'static str,
    many: bool,
    anywhere: bool,
}

/// A child that may be there once.
pub(super) const fn one(name: &'static str) -> Rule {
    Rule { name, many: false, anywhere: false }
}
/// A child that may be there any number of times.
pub(super) const fn many(name: &'static str) -> Rule {
    Rule { name, many: true, anywhere: false }
}
/// A child that may be there any number of times, among others in any order.
pub(super) const fn anywhere(name: &'static str) -> Rule {
    Rule { name, many: true, anywhere: true }
}

/// The children of an element, by name.
pub(super) struct Parts<'e> {
    known: Vec<(&'static str, &'e Element)>,
    pub(super) additions: Vec<Addition>,
}

impl<'e> Parts<'e> {
    /// The first of this name.
    pub(super) fn one(&self, name: &str) -> Option<&'e Element> {
        self.known.iter().find(|(n, _)| *n == name).map(|(_, e)| *e)
    }
    /// All with their names, in the order of the text.
    pub(super) fn in_order(&self) -> impl Iterator<Item = (&'static str, &'e Element)> + '_ {
        self.known.iter().copied()
    }
    /// All of this name.
    pub(super) fn all<'n>(&'n self, name: &'n str) -> impl Iterator<Item = &'e Element> + 'n {
        self.known.iter().filter(move |(n, _)| *n == name).map(|(_, e)| *e)
    }
}

/// What reading an element needs besides the element.
pub(super) struct Reader<'p> {
    pub(super) problems: &'p mut Problems,
    /// The namespace that this document uses for P3P 1.0.
    pub(super) namespace: Option<std::sync::Arc<str>>,
}

impl Reader<'_> {
    pub(super) fn say(&mut self, diagnostic: Diagnostic, span: Span, place: &str) {
        self.problems.add(diagnostic.at(span.range()).place(place));
    }

    fn is_p3p(&self, element: &Element) -> bool {
        element.name.namespace == self.namespace
    }

    /// The children of an element that holds only elements.
    pub(super) fn parts<'e>(
        &mut self,
        parent: &'e Element,
        place: &str,
        rules: &[Rule],
    ) -> Parts<'e> {
        self.no_text(parent, place);
        self.elements(parent, place, rules)
    }

    /// The children of an element that may hold text, too.
    pub(super) fn elements<'e>(
        &mut self,
        parent: &'e Element,
        place: &str,
        rules: &[Rule],
    ) -> Parts<'e> {
        let mut parts = Parts { known: Vec::new(), additions: Vec::new() };
        let mut reached: Option<(usize, &str)> = None;
        for child in parent.elements() {
            if self.addition(child, place, &mut parts.additions) {
                continue;
            }
            let rule = rules
                .iter()
                .enumerate()
                .find(|(_, r)| self.is_p3p(child) && r.name == child.name.local);
            let Some((index, rule)) = rule else {
                self.unknown(
                    child,
                    parent,
                    place,
                    rules.iter().map(|r| r.name).chain(["EXTENSION"]),
                );
                continue;
            };
            if let Some((last, after)) = reached.filter(|(last, _)| index < *last && !rule.anywhere)
            {
                let d = Diagnostic::new(Code::StructOrder)
                    .with("element", rule.name)
                    .with("after", after);
                self.say(d, child.head, place);
                reached = Some((last, after));
            } else {
                reached = Some((index, rule.name));
            }
            // Looked for only where at most one is kept, so that many siblings stay cheap.
            if !rule.many && parts.one(rule.name).is_some() {
                self.duplicate(child, parent, place);
            } else {
                parts.known.push((rule.name, child));
            }
        }
        parts
    }

    fn duplicate(&mut self, child: &Element, parent: &Element, place: &str) {
        let code =
            if child.name.local == "ACCESS" { Code::AccessMultiple } else { Code::StructDuplicate };
        let d = Diagnostic::new(code)
            .with("element", &child.name.local)
            .with("parent", &parent.name.local);
        self.say(d, child.head, place);
    }

    fn unknown<'w>(
        &mut self,
        child: &Element,
        parent: &Element,
        place: &str,
        words: impl Iterator<Item = &'w str>,
    ) {
        let d = Diagnostic::new(Code::StructUnknown)
            .with("element", &child.name.local)
            .with("parent", &parent.name.local);
        let d = match self.nearest(&child.name.local, words) {
            Some(right) if right != child.name.local => d.fixed_by(right),
            _ => d,
        };
        self.say(d, child.name_span, place);
    }

    /// The name that a mistyped one most likely meant; case counts as a typing mistake.
    fn nearest<'w>(&mut self, word: &str, names: impl Iterator<Item = &'w str>) -> Option<&'w str> {
        let names: Vec<(&str, String)> = names.map(|n| (n, n.to_lowercase())).collect();
        let right = self.problems.suggest(word, names.iter().map(|(_, lower)| lower.as_str()))?;
        names.iter().find(|(_, lower)| *lower == right).map(|(name, _)| *name)
    }

    /// Puts an EXTENSION or an element of P3P 1.1 aside; whether it was one.
    fn addition(&mut self, child: &Element, place: &str, additions: &mut Vec<Addition>) -> bool {
        if v11::is_v11(&child.name) {
            additions.push(Addition::Element(child.clone()));
            return true;
        }
        if !self.is_p3p(child) || child.name.local != "EXTENSION" {
            return false;
        }
        let mut attributes = self.attributes(child, place, &["optional"]);
        let optional = attributes.yes_no(self, "optional", place);
        let content = child.children.clone();
        if optional == Some(false) && !v11::is_understood(&content) {
            self.say(Diagnostic::new(Code::ExtMandatoryUnknown), child.head, place);
        }
        additions.push(Addition::Extension { optional, content, span: child.head });
        true
    }

    fn no_text(&mut self, parent: &Element, place: &str) {
        for node in &parent.children {
            if let Node::Text(text, span) = node
                && !text.trim().is_empty()
            {
                let shown: String = text.trim().chars().take(30).collect();
                let d = Diagnostic::new(Code::StructUnknown);
                self.say(d.with("element", shown).with("parent", &parent.name.local), *span, place);
            }
        }
    }

    /// The children that are words of a closed list, each with its element.
    pub(super) fn words<'e, V: Vocabulary>(
        &mut self,
        parent: &'e Element,
        place: &str,
    ) -> (Vec<(V, &'e Element)>, Vec<Addition>) {
        self.no_text(parent, place);
        let (mut words, mut additions) = (Vec::new(), Vec::new());
        for child in parent.elements() {
            if self.addition(child, place, &mut additions) {
                continue;
            }
            match V::from_word(&child.name.local).filter(|_| self.is_p3p(child)) {
                Some(word) => words.push((word, child)),
                None => self.unknown(child, parent, place, V::words().into_iter()),
            }
        }
        (words, additions)
    }

    /// An element that holds only text, white space collapsed.
    pub(super) fn text(&mut self, element: &Element, place: &str) -> Words {
        let lang = self.attributes(element, place, &["xml:lang"]).take("xml:lang").map(|a| a.value);
        self.bare_text(element, lang, place)
    }

    /// The same without looking at attributes.
    pub(super) fn bare_text(
        &mut self,
        element: &Element,
        lang: Option<String>,
        place: &str,
    ) -> Words {
        for child in element.elements() {
            self.unknown(child, element, place, std::iter::empty());
        }
        Words { text: collapse(&element.text()), lang, span: element.head }
    }

    /// Says that an element holds nothing P3P knows, and looks at its attributes.
    pub(super) fn empty(
        &mut self,
        element: &Element,
        place: &str,
        attributes: &[&str],
    ) -> Attributes {
        self.parts(element, place, &[]);
        self.attributes(element, place, attributes)
    }

    /// The attributes of an element; those that are not among the known ones are warned about.
    pub(super) fn attributes(
        &mut self,
        element: &Element,
        place: &str,
        known: &[&str],
    ) -> Attributes {
        let mut found = Vec::new();
        for a in &element.attributes {
            let name = match a.name.namespace.as_deref() {
                None => a.name.local.clone(),
                Some(XML_NAMESPACE) => format!("xml:{}", a.name.local),
                // Whatever other languages say about their own documents, such as `xsi:schemaLocation`.
                Some(_) => continue,
            };
            if known.contains(&name.as_str()) {
                found.push((name, a.clone()));
                continue;
            }
            let d = Diagnostic::new(Code::AttrUnknown)
                .with("element", &element.name.local)
                .with("attribute", &name);
            let d = match self.nearest(&name, known.iter().copied()) {
                Some(right) => d.fixed_by(right),
                None => d,
            };
            let start = a.span.range().start;
            self.say(d, Span::new(start..start + name.len()), place);
        }
        Attributes { element: element.name.local.clone(), head: element.head, found }
    }
}

/// The attributes of one element.
pub(super) struct Attributes {
    element: String,
    head: Span,
    found: Vec<(String, Attribute)>,
}

impl Attributes {
    fn take(&mut self, name: &str) -> Option<Attribute> {
        let at = self.found.iter().position(|(n, _)| n == name)?;
        Some(self.found.swap_remove(at).1)
    }

    /// A value with its place, white space around it removed.
    pub(super) fn at(&mut self, name: &str) -> Option<At<String>> {
        let a = self.take(name)?;
        Some(At { value: a.value.trim().to_owned(), span: a.value_span })
    }
    /// A value without its place.
    pub(super) fn plain(&mut self, name: &str) -> Option<String> {
        self.at(name).map(|a| a.value)
    }
    /// A text for people.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        self.at(name).map(|a| collapse(&a.value))
    }
    /// The language.
    pub(super) fn lang(&mut self) -> Option<String> {
        self.plain("xml:lang")
    }
    /// A needed value: missing or empty ones are said.
    pub(super) fn needed(
        &mut self,
        r: &mut Reader<'_>,
        name: &str,
        place: &str,
    ) -> Option<At<String>> {
        let found = self.at(name).filter(|a| !a.value.is_empty());
        if found.is_none() {
            let d = Diagnostic::new(Code::AttrMissing)
                .with("element", &self.element)
                .with("attribute", name);
            r.say(d, self.head, place);
        }
        found
    }
    /// `yes` or `no`.
    pub(super) fn yes_no(&mut self, r: &mut Reader<'_>, name: &str, place: &str) -> Option<bool> {
        let at = self.at(name)?;
        match at.value.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                wrong_value(r, name, &at, "`yes` or `no`", place);
                None
            }
        }
    }
    /// A whole number.
    pub(super) fn number<N: std::str::FromStr>(
        &mut self,
        r: &mut Reader<'_>,
        name: &str,
        place: &str,
    ) -> Option<N> {
        let at = self.at(name)?;
        let digits = at.value.bytes().all(|b| b.is_ascii_digit());
        let number = at.value.parse().ok().filter(|_| digits);
        if number.is_none() {
            wrong_value(r, name, &at, "a whole number", place);
        }
        number
    }
}

fn wrong_value(r: &mut Reader<'_>, name: &str, at: &At<String>, expected: &str, place: &str) {
    let d = Diagnostic::new(Code::AttrValue).with("value", &at.value).with("attribute", name);
    r.say(d.with("expected", format!("write {expected}")), at.span, place);
}

/// Runs of white space as one space, none at the ends.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
