//! The reader: quick-xml cuts the text into markup, this checks that it is well-formed and builds the tree.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use abide_policy::codes::Code;
use abide_policy::diagnostic::{Diagnostic, nearest};
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::Event;

use super::scan::{self, Attributes, Reference};
use super::{
    Attribute, Element, MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, MAX_NAMESPACE, MAX_SIZE, Name,
    Node, Span, XML_NAMESPACE,
};
use crate::problems::Problems;

const BOM: &str = "\u{feff}";
const XMLNS_NAMESPACE: &str = "http://www.w3.org/2000/xmlns/";

/// What reading gave.
#[derive(Debug)]
pub struct Outcome {
    /// The root element. Present in spite of mistakes that leave the rest readable; absent if a limit was passed, the
    /// encoding is wrong, or a document type stood there.
    pub root: Option<Element>,
    /// Every mistake, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a document, UTF-8 with or without byte order mark, of at most [`MAX_SIZE`] bytes.
///
/// Never fails and never panics: what is wrong is in the outcome. Raises `file.size`, `file.encoding`, `xml.wellformed`,
/// `xml.entity`, `xml.limit`.
#[must_use]
pub fn read(source: &[u8]) -> Outcome {
    let mut problems = Problems::default();
    let root = text(source, &mut problems).and_then(|text| Builder::new(text, &mut problems).run());
    Outcome { root, diagnostics: problems.into_vec() }
}

fn text<'s>(source: &'s [u8], problems: &mut Problems) -> Option<&'s str> {
    if source.len() > MAX_SIZE {
        problems
            .add(Diagnostic::new(Code::FileSize).with("size", source.len()).with("max", MAX_SIZE));
        return None;
    }
    match std::str::from_utf8(source) {
        Ok(text) => Some(text),
        Err(e) => {
            let at = e.valid_up_to();
            problems.add(Diagnostic::new(Code::FileEncoding).at(at..at + 1).with("offset", at));
            None
        }
    }
}

/// An element whose end tag has not come yet.
struct Open<'s> {
    element: Element,
    /// The name as written, which the end tag must repeat.
    written: &'s str,
    /// The prefixes that it declares.
    declares: Vec<&'s str>,
}

/// An attribute with its name as written, before it is resolved.
type Written<'s> = (&'s str, Attribute);

/// Stops reading.
struct Stop;

struct Builder<'s, 'p> {
    /// The text after the byte order mark.
    text: &'s str,
    /// Where it starts in the source.
    base: usize,
    problems: &'p mut Problems,
    open: Vec<Open<'s>>,
    root: Option<Element>,
    /// What each prefix is bound to, innermost last; the empty prefix is the default namespace.
    bindings: HashMap<&'s str, Vec<Option<Arc<str>>>>,
    elements: usize,
}

impl<'s, 'p> Builder<'s, 'p> {
    fn new(source: &'s str, problems: &'p mut Problems) -> Self {
        let text = source.strip_prefix(BOM).unwrap_or(source);
        let xml = vec![Some(Arc::from(XML_NAMESPACE))];
        Self {
            text,
            base: source.len() - text.len(),
            problems,
            open: Vec::new(),
            root: None,
            bindings: HashMap::from([("xml", xml)]),
            elements: 0,
        }
    }

    fn run(mut self) -> Option<Element> {
        self.check_characters();
        let mut reader = quick_xml::Reader::from_str(self.text);
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        reader.config_mut().check_comments = true;
        let mut start = 0;
        loop {
            let event = reader.read_event();
            let end = usize::try_from(reader.buffer_position()).unwrap_or(self.text.len());
            let place = start..end.min(self.text.len());
            match event {
                Ok(Event::Eof) => break,
                Ok(event) => self.event(&event, place).ok()?,
                Err(error) => {
                    let goes_on = matches!(error, Error::IllFormed(_)) && end > start;
                    self.error(&error, start..(start + 1).max(end.min(start + 40)));
                    if !goes_on {
                        self.open.clear();
                        return self.root;
                    }
                }
            }
            start = end;
        }
        self.end()
    }

    fn wrong(&mut self, message: impl Into<String>, place: Range<usize>) {
        let diagnostic = Diagnostic::new(Code::XmlWellformed).with("message", message.into());
        self.problems.add(diagnostic.at(self.base + place.start..self.base + place.end));
    }
    fn limit(&mut self, what: &str, max: impl ToString, place: &Range<usize>) -> Stop {
        let diagnostic = Diagnostic::new(Code::XmlLimit).with("what", what).with("max", max);
        self.problems.add(diagnostic.at(self.base + place.start..self.base + place.end));
        Stop
    }
    fn entity(&mut self, place: &Range<usize>) {
        let place = self.base + place.start..self.base + place.end;
        self.problems.add(Diagnostic::new(Code::XmlEntity).at(place));
    }

    fn slice(&self, place: &Range<usize>) -> &'s str {
        self.text.get(place.clone()).unwrap_or_default()
    }
    fn span(&self, place: &Range<usize>) -> Span {
        Span::new(self.base + place.start..self.base + place.end)
    }

    fn check_characters(&mut self) {
        let text = self.text;
        for (at, c) in text.char_indices().filter(|(_, c)| !scan::is_char(*c)).take(20) {
            self.wrong(
                format!("the character U+{:04X} cannot be in XML", u32::from(c)),
                at..at + c.len_utf8(),
            );
        }
    }

    fn event(&mut self, event: &Event<'_>, place: Range<usize>) -> Result<(), Stop> {
        match event {
            Event::Start(_) => self.start(place)?,
            Event::Empty(_) => {
                self.start(place.clone())?;
                self.close(place.end);
            }
            Event::End(_) => self.end_tag(&place),
            Event::Text(_) => self.text(&place),
            Event::CData(data) => self.data(data, &place),
            Event::GeneralRef(_) => self.reference(&place),
            Event::Comment(_) | Event::Eof => {}
            Event::Decl(_) => self.declaration(&place)?,
            Event::PI(instruction) => {
                let target = instruction.target();
                if !scan::is_local(target) || target.eq_ignore_ascii_case("xml") {
                    self.wrong(format!("`{target}` cannot name a processing instruction"), place);
                }
            }
            Event::DocType(_) => {
                self.entity(&(place.start..place.end.min(place.start + 40)));
                return Err(Stop);
            }
        }
        Ok(())
    }

    fn declaration(&mut self, place: &Range<usize>) -> Result<(), Stop> {
        if place.start != 0 {
            self.wrong("an XML declaration can stand only at the very start", place.clone());
            return Ok(());
        }
        let body = inner(self.slice(place), "<?xml", "?>");
        let mut expected = ["version", "encoding", "standalone"].into_iter();
        for (i, attribute) in Attributes::new(body, 0).enumerate() {
            let Ok(attribute) = attribute else {
                self.wrong("the XML declaration is malformed", place.clone());
                return Ok(());
            };
            let known = expected.any(|name| name == attribute.name)
                && (i > 0 || attribute.name == "version");
            if !known {
                self.wrong("the XML declaration is malformed", place.clone());
            }
            self.declared(attribute.name, attribute.value, place)?;
        }
        if Attributes::new(body, 0).next().is_none() {
            self.wrong("the XML declaration does not say its version", place.clone());
        }
        Ok(())
    }

    fn declared(&mut self, name: &str, value: &str, place: &Range<usize>) -> Result<(), Stop> {
        match name {
            "version" if value != "1.0" => {
                self.wrong(format!("XML {value} is not read: declare version 1.0"), place.clone());
            }
            "encoding" if !["utf-8", "us-ascii"].iter().any(|e| e.eq_ignore_ascii_case(value)) => {
                let message = format!(
                    "the encoding `{value}` is not read: save the file as UTF-8 and declare UTF-8"
                );
                self.wrong(message, place.clone());
                return Err(Stop);
            }
            "standalone" if !matches!(value, "yes" | "no") => {
                self.wrong("`standalone` is `yes` or `no`", place.clone());
            }
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, place: Range<usize>) -> Result<(), Stop> {
        self.elements += 1;
        if self.elements > MAX_ELEMENTS {
            return Err(self.limit("has too many elements", MAX_ELEMENTS, &place));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(self.limit(
                "nests elements too deeply",
                format!("{MAX_DEPTH} levels"),
                &place,
            ));
        }
        if self.open.is_empty() && self.root.is_some() {
            self.wrong("a second root element", place.clone());
        }
        let tag = self.slice(&place);
        let tag = tag.strip_suffix("/>").or_else(|| tag.strip_suffix('>')).unwrap_or(tag);
        let written = tag.get(1..).unwrap_or_default();
        let written = written.split(scan::is_space).next().unwrap_or_default();
        let (attributes, declares) = self.attributes(tag, 1 + written.len(), place.start)?;
        let name = self.name(written, true, &place);
        let attributes = self.resolve(attributes);
        let name_end = place.start + 1 + written.len();
        let name_span = self.span(&(name_end.saturating_sub(name.local.len())..name_end));
        let (head, span) = (self.span(&place), self.span(&place));
        let element = Element { name, attributes, children: Vec::new(), name_span, head, span };
        self.open.push(Open { element, written, declares });
        Ok(())
    }

    /// The attributes of a start tag that are no namespace declarations, with their names as written; and the prefixes
    /// that the declarations bind.
    fn attributes(
        &mut self,
        tag: &'s str,
        from: usize,
        base: usize,
    ) -> Result<(Vec<Written<'s>>, Vec<&'s str>), Stop> {
        let (mut plain, mut declares) = (Vec::new(), Vec::new());
        for (i, attribute) in Attributes::new(tag, from).enumerate() {
            let raw = match attribute {
                Ok(raw) => raw,
                Err((message, at)) => {
                    self.wrong(message, base + at.start..base + at.end);
                    break;
                }
            };
            let value_start = base + raw.value_start;
            let place = base + raw.start..value_start + raw.value.len() + 1;
            if i >= MAX_ATTRIBUTES {
                return Err(self.limit(
                    "has an element with too many attributes",
                    MAX_ATTRIBUTES,
                    &place,
                ));
            }
            let value = self.value(raw.value, value_start);
            let prefix =
                if raw.name == "xmlns" { Some("") } else { raw.name.strip_prefix("xmlns:") };
            if let Some(prefix) = prefix {
                self.declare(prefix, &value, &place, &mut declares)?;
                continue;
            }
            let (span, value_span) =
                (self.span(&place), self.span(&(value_start..value_start + raw.value.len())));
            plain.push((raw.name, Attribute { name: Name::plain(""), value, span, value_span }));
        }
        Ok((plain, declares))
    }

    fn value(&mut self, raw: &str, start: usize) -> String {
        scan::value(raw, |kind, name, at| {
            let place = start + at.start..start + at.end;
            match kind {
                Reference::Entity => self.entity(&place),
                _ if name.is_empty() => self.wrong("`&` alone: write `&amp;`", place),
                _ => self.wrong(format!("`&{name};` is not a character"), place),
            }
        })
    }

    fn declare(
        &mut self,
        prefix: &'s str,
        namespace: &str,
        place: &Range<usize>,
        declares: &mut Vec<&'s str>,
    ) -> Result<(), Stop> {
        if namespace.len() > MAX_NAMESPACE {
            return Err(self.limit(
                "has a namespace name too long",
                format!("{MAX_NAMESPACE} bytes"),
                place,
            ));
        }
        let reserved = (prefix == "xml") != (namespace == XML_NAMESPACE)
            || prefix == "xmlns"
            || namespace == XMLNS_NAMESPACE
            || (!prefix.is_empty() && (namespace.is_empty() || !scan::is_local(prefix)));
        if reserved {
            self.wrong(format!("the prefix `{prefix}` cannot be declared so"), place.clone());
        } else if declares.contains(&prefix) {
            self.wrong(
                format!("`{}` is declared twice", if prefix.is_empty() { "xmlns" } else { prefix }),
                place.clone(),
            );
        } else {
            let bound = (!namespace.is_empty()).then(|| Arc::from(namespace));
            self.bindings.entry(prefix).or_default().push(bound);
            declares.push(prefix);
        }
        Ok(())
    }

    /// A name as written, resolved by the declarations in force; `default`: names without prefix are in the default
    /// namespace, as those of elements are.
    fn name(&mut self, written: &str, default: bool, place: &Range<usize>) -> Name {
        let Some((prefix, local)) = scan::split(written) else {
            self.wrong(format!("`{written}` is not a name"), place.clone());
            // What is kept can always be printed: the tree has no names that XML does not have.
            return Name::plain(&scan::cleaned(written));
        };
        let bound = match prefix {
            None if !default => return Name::plain(local),
            None => self.bindings.get("").and_then(|b| b.last().cloned()),
            Some(prefix) => self.bindings.get(prefix).and_then(|b| b.last().cloned()),
        };
        if let (Some(prefix), None) = (prefix, &bound) {
            self.wrong(format!("the prefix `{prefix}` is not declared"), place.clone());
        }
        Name { local: local.to_owned(), namespace: bound.flatten() }
    }

    fn resolve(&mut self, attributes: Vec<Written<'s>>) -> Vec<Attribute> {
        let mut out: Vec<Attribute> = Vec::with_capacity(attributes.len());
        for (written, mut attribute) in attributes {
            let place = attribute.span.range();
            let place = place.start - self.base..place.end - self.base;
            attribute.name = self.name(written, false, &place);
            if out.iter().any(|other| other.name == attribute.name) {
                self.wrong(format!("the attribute `{written}` is there twice"), place);
            } else {
                out.push(attribute);
            }
        }
        out
    }

    fn end_tag(&mut self, place: &Range<usize>) {
        let tag = inner(self.slice(place), "</", ">").trim_end_matches(scan::is_space);
        let Some(depth) = self.open.iter().rposition(|o| o.written == tag) else {
            return self.unmatched(tag, place);
        };
        while self.open.len() > depth + 1 {
            if let Some(open) = self.open.last() {
                let (written, head) = (open.written, open.element.head.range());
                let message = format!("`{written}` is not closed before `</{tag}>`");
                self.wrong(message, head.start - self.base..head.end - self.base);
            }
            self.close(place.start);
        }
        self.close(place.end);
    }

    /// An end tag that no open element has: a mistyped one closes the innermost, another is passed over.
    fn unmatched(&mut self, tag: &str, place: &Range<usize>) {
        let innermost = self.open.last().map(|o| o.written);
        let typo = innermost
            .filter(|name| nearest(&tag.to_lowercase(), [name.to_lowercase().as_str()]).is_some());
        let mut diagnostic = Diagnostic::new(Code::XmlWellformed)
            .with("message", format!("`</{tag}>` closes nothing that is open"))
            .at(self.base + place.start..self.base + place.end);
        if let Some(name) = typo {
            diagnostic = diagnostic.fixed_by(format!("</{name}>"));
        }
        self.problems.add(diagnostic);
        if typo.is_some() {
            self.close(place.end);
        }
    }

    /// Closes the innermost element, which ends before this byte.
    fn close(&mut self, end: usize) {
        let Some(Open { mut element, declares, .. }) = self.open.pop() else { return };
        for prefix in declares {
            if let Some(stack) = self.bindings.get_mut(prefix) {
                stack.pop();
            }
        }
        element.span = Span::new(element.span.range().start..self.base + end);
        drop_indentation(&mut element);
        match self.open.last_mut() {
            Some(parent) => parent.element.children.push(Node::Element(element)),
            None if self.root.is_none() => self.root = Some(element),
            None => {}
        }
    }

    fn text(&mut self, place: &Range<usize>) {
        let text = self.slice(place);
        if let Some(at) = text.find("]]>") {
            self.wrong("`]]>` in a text: write `]]&gt;`", place.start + at..place.start + at + 3);
        }
        if self.open.is_empty() && text.contains(|c| !scan::is_space(c)) {
            self.wrong("text outside of the root element", place.clone());
        }
        self.push(&scan::line_ends(text), place);
    }

    fn data(&mut self, data: &str, place: &Range<usize>) {
        if self.open.is_empty() {
            self.wrong("text outside of the root element", place.clone());
        }
        self.push(&scan::line_ends(data), place);
    }

    fn reference(&mut self, place: &Range<usize>) {
        let name = inner(self.slice(place), "&", ";");
        if self.open.is_empty() {
            self.wrong("text outside of the root element", place.clone());
        }
        match scan::reference(name) {
            Reference::Char(c) => self.push(c.encode_utf8(&mut [0; 4]), place),
            Reference::Entity => self.entity(place),
            Reference::Wrong => {
                self.wrong("`&` without a known name: write `&amp;`", place.clone())
            }
        }
    }

    fn push(&mut self, text: &str, place: &Range<usize>) {
        let span = self.span(place);
        let Some(open) = self.open.last_mut() else { return };
        if text.is_empty() {
            return;
        }
        if let Some(Node::Text(before, at)) = open.element.children.last_mut() {
            before.push_str(text);
            at.end = span.end;
        } else {
            open.element.children.push(Node::Text(text.to_owned(), span));
        }
    }

    fn error(&mut self, error: &Error, place: Range<usize>) {
        let message = match error {
            Error::Syntax(SyntaxError::UnclosedComment) => {
                "the comment is not closed: `-->` is missing"
            }
            Error::Syntax(SyntaxError::UnclosedCData) => {
                "the CDATA section is not closed: `]]>` is missing"
            }
            Error::Syntax(SyntaxError::UnclosedPI | SyntaxError::UnclosedXmlDecl) => {
                "the processing instruction is not closed: `?>` is missing"
            }
            Error::Syntax(
                SyntaxError::UnclosedSingleQuotedAttributeValue
                | SyntaxError::UnclosedDoubleQuotedAttributeValue,
            ) => "an attribute's value is not closed: a quote is missing",
            Error::Syntax(SyntaxError::UnclosedTag) => "the tag is not closed: `>` is missing",
            Error::Syntax(SyntaxError::UnclosedDoctype) => return self.entity(&place),
            Error::Syntax(SyntaxError::InvalidBangMarkup) => "`<!` starts nothing that is known",
            Error::IllFormed(IllFormedError::DoubleHyphenInComment) => "`--` inside a comment",
            Error::IllFormed(IllFormedError::UnclosedReference) => {
                "`&` without a known name: write `&amp;`"
            }
            Error::IllFormed(IllFormedError::MissingDoctypeName) => return self.entity(&place),
            _ => "this is not XML",
        };
        let end = self.text.len().min(place.end);
        self.wrong(message, place.start.min(end)..end);
    }

    fn end(mut self) -> Option<Element> {
        if let Some(open) = self.open.last() {
            let (written, head) = (open.written, open.element.head.range());
            self.wrong(
                format!("`{written}` is not closed"),
                head.start - self.base..head.end - self.base,
            );
        } else if self.root.is_none() {
            self.wrong("there is no root element", 0..0);
        }
        while !self.open.is_empty() {
            self.close(self.text.len());
        }
        self.root
    }
}

/// A text without what starts and ends it, each once.
fn inner<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let text = text.strip_prefix(start).unwrap_or(text);
    text.strip_suffix(end).unwrap_or(text)
}

/// White space between elements that hold only elements is layout, not content.
fn drop_indentation(element: &mut Element) {
    let blank = |n: &Node| matches!(n, Node::Text(text, _) if text.chars().all(scan::is_space));
    let holds_elements = element.children.iter().any(|n| matches!(n, Node::Element(_)));
    if holds_elements && element.children.iter().all(|n| matches!(n, Node::Element(_)) || blank(n))
    {
        element.children.retain(|n| matches!(n, Node::Element(_)));
    }
}
