//! A JSON document as a tree whose every value knows its bytes, so that a change leaves all other bytes alone.
//!
//! Syntax is judged by `serde_json` (RFC 8259). Beyond it the tree keeps what a map would lose: members
//! that stand twice (FreeSWITCH writes `callflow` once for each profile), spacing, and how numbers are spelt.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::IgnoredAny;

use crate::error::Error;
use crate::form::Form;
use crate::limits;

/// A value and its bytes in the source.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// With quotes or brackets.
    place: Range<usize>,
    is: Is,
}

#[derive(Clone, Debug)]
enum Is {
    /// `null`, `true`, `false`.
    Word,
    Number,
    Text,
    Array(Vec<Node>),
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    name: String,
    /// Where its name starts, with the quote.
    start: usize,
    value: Node,
}

/// A value, for reading. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    source: &'a str,
    node: &'a Node,
}

impl<'a> Json<'a> {
    pub(crate) fn new(source: &'a str, node: &'a Node) -> Self {
        Self { source, node }
    }

    /// The bytes of the value in the source, with its quotes or brackets.
    #[must_use]
    pub fn place(self) -> Range<usize> {
        self.node.place.clone()
    }

    /// The bytes of a string without its quotes; of another value as they are.
    pub(crate) fn inside(self) -> Range<usize> {
        let Range { start, end } = self.node.place;
        if matches!(self.node.is, Is::Text) { start + 1..end - 1 } else { start..end }
    }

    /// The value as it is written.
    #[must_use]
    pub fn raw(self) -> &'a str {
        self.source.get(self.place()).unwrap_or_default()
    }

    /// The string, if it is one.
    #[must_use]
    pub fn text(self) -> Option<Cow<'a, str>> {
        let raw = self.source.get(self.inside()).unwrap_or_default();
        matches!(self.node.is, Is::Text).then(|| Form::Json.decode(raw))
    }

    /// The number, if it is one.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        if self.is_number() { self.raw().parse().ok() } else { None }
    }

    /// The number, if it is an index or a count.
    #[must_use]
    pub fn count(self) -> Option<usize> {
        if self.is_number() { self.raw().parse().ok() } else { None }
    }

    /// Whether it is a number.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self.node.is, Is::Number)
    }

    /// The member with this name; the last, if it stands twice.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Self> {
        let found = self.node.members().iter().rev().find(|m| m.name == name);
        found.map(|m| Self { node: &m.value, ..self })
    }

    /// The string under the first of these names that has one.
    #[must_use]
    pub fn text_of(self, names: &[&str]) -> Option<Cow<'a, str>> {
        names.iter().find_map(|name| self.get(name)?.text())
    }

    /// The members of an object in the order of the source; none, if it is none.
    pub fn members(self) -> impl DoubleEndedIterator<Item = (&'a str, Self)> {
        self.node.members().iter().map(move |m| (m.name.as_str(), Self { node: &m.value, ..self }))
    }

    /// The object with some members replaced, added after the first, or (`None`) removed; the others as they are written.
    pub(crate) fn with(self, changes: &[(&str, Option<String>)]) -> String {
        let all = self.node.members();
        let raw = |range: Range<usize>| self.source.get(range).unwrap_or_default();
        let change = |name: &str| changes.iter().find(|(n, _)| *n == name);
        let mut kept = all.iter().filter_map(|m| match change(&m.name) {
            None => Some(raw(m.start..m.value.place.end).to_owned()),
            Some((_, new)) => {
                Some(format!("{}{}", raw(m.start..m.value.place.start), new.as_ref()?))
            }
        });
        let (first, rest) = (kept.next(), kept.collect::<Vec<_>>());
        let known = |name: &str| all.iter().any(|m| m.name == name);
        let added = changes.iter().filter(|(n, _)| !known(n));
        let added = added.filter_map(|(n, new)| Some(format!("{}: {}", quoted(n), new.as_ref()?)));
        let members = first.into_iter().chain(added).chain(rest).collect::<Vec<_>>();
        let (open, between, close) = self.spacing();
        format!("{{{open}{}{close}}}", members.join(&format!(",{between}")))
    }

    /// The spaces of an object: after its bracket, between its members, before the closing bracket.
    fn spacing(self) -> (&'a str, &'a str, &'a str) {
        let all = self.node.members();
        let raw = |range: Range<usize>| self.source.get(range).unwrap_or_default();
        let Range { start, end } = self.place();
        let (Some(first), Some(last)) = (all.first(), all.last()) else { return ("", " ", "") };
        let open = raw(start + 1..first.start);
        let between = all.get(1).map(|second| raw(first.value.place.end..second.start));
        let between = between.and_then(|b| b.trim_start().strip_prefix(','));
        (open, between.unwrap_or(" "), raw(last.value.place.end..end - 1))
    }

    /// Whether a member of the object stands twice.
    pub(crate) fn twice(self) -> bool {
        let mut names = std::collections::HashSet::new();
        !self.node.members().iter().all(|m| names.insert(m.name.as_str()))
    }

    /// The elements of an array; none, if it is none.
    pub fn items(self) -> impl ExactSizeIterator<Item = Self> {
        let items: &'a [Node] = match &self.node.is {
            Is::Array(items) => items,
            _ => &[],
        };
        items.iter().map(move |node| Self { node, ..self })
    }

    /// Whether it is an array.
    #[must_use]
    pub fn is_array(self) -> bool {
        matches!(self.node.is, Is::Array(_))
    }

    /// Whether it is an object.
    #[must_use]
    pub fn is_object(self) -> bool {
        matches!(self.node.is, Is::Object(_))
    }
}

impl Node {
    fn members(&self) -> &[Member] {
        match &self.is {
            Is::Object(members) => members,
            _ => &[],
        }
    }
}

/// Reads a document. A byte order mark is skipped.
pub(crate) fn parse(source: &str) -> Result<Node, Error> {
    let start = source.len() - crate::line::without_mark(source).len();
    let body = source.get(start..).unwrap_or_default();
    serde_json::from_str::<IgnoredAny>(body).map_err(|e| refused(source, body, start, &e))?;
    Parser { source, at: start, nodes: 0, depth: 0 }.value()
}

fn refused(source: &str, body: &str, start: usize, e: &serde_json::Error) -> Error {
    if e.is_eof() {
        let remedy = "fetch the whole file again";
        return Error::at(source, source.len(), "the JSON ends too early", remedy);
    }
    let before = body.split_inclusive('\n').take(e.line().saturating_sub(1));
    let offset = start + before.map(str::len).sum::<usize>() + e.column().saturating_sub(1);
    Error::at(source, offset.min(source.len()), "not JSON", "correct the syntax there")
}

/// Builds the tree. The syntax has been judged, so that only the first byte of a value has to be looked at.
struct Parser<'a> {
    source: &'a str,
    at: usize,
    nodes: usize,
    depth: usize,
}

impl Parser<'_> {
    fn value(&mut self) -> Result<Node, Error> {
        self.count()?;
        self.skip_space();
        let start = self.at;
        let is = match self.peek() {
            b'"' => self.string(),
            b'[' => Is::Array(self.array()?),
            b'{' => Is::Object(self.object()?),
            first => self.word(first),
        };
        self.depth -= 1;
        Ok(Node { place: start..self.at, is })
    }

    fn count(&mut self) -> Result<(), Error> {
        self.nodes += 1;
        self.depth += 1;
        let refused = |what, remedy| Err(Error::at(self.source, self.at, what, remedy));
        match () {
            () if self.nodes > limits::NODES => {
                refused("more than 4 million JSON values", "split the file")
            }
            () if self.depth > limits::DEPTH => {
                refused("JSON more than 128 levels deep", "flatten it")
            }
            () => Ok(()),
        }
    }

    fn array(&mut self) -> Result<Vec<Node>, Error> {
        let mut items = Vec::new();
        while self.more(b']') {
            items.push(self.value()?);
        }
        Ok(items)
    }

    fn object(&mut self) -> Result<Vec<Member>, Error> {
        let mut members = Vec::new();
        while self.more(b'}') {
            let start = self.at + 1;
            self.string();
            let raw = self.source.get(start..self.at - 1).unwrap_or_default();
            let name = Form::Json.decode(raw).into_owned();
            self.skip_space();
            self.at += 1; // the colon
            members.push(Member { name, start: start - 1, value: self.value()? });
        }
        Ok(members)
    }

    /// Steps over the bracket or comma; false, and over the closing bracket, at the end.
    fn more(&mut self, close: u8) -> bool {
        self.skip_space();
        if self.peek() != close {
            self.at += 1;
            self.skip_space();
        }
        let more = self.peek() != close && self.at < self.source.len();
        self.at += usize::from(!more);
        more
    }

    fn string(&mut self) -> Is {
        self.at += 1;
        while self.at < self.source.len() && self.peek() != b'"' {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        Is::Text
    }

    fn word(&mut self, first: u8) -> Is {
        let ends = |b: u8| matches!(b, b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t');
        while self.at < self.source.len() && !ends(self.peek()) {
            self.at += 1;
        }
        if first == b'-' || first.is_ascii_digit() { Is::Number } else { Is::Word }
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn peek(&self) -> u8 {
        self.source.as_bytes().get(self.at).copied().unwrap_or_default()
    }
}

/// A text as a JSON string.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", Form::Json.encode(text))
}

/// A JSON pointer (RFC 6901) one step further.
pub(crate) fn step(pointer: &str, name: impl std::fmt::Display) -> String {
    let name = name.to_string();
    if name.contains(['~', '/']) {
        return format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
    }
    format!("{pointer}/{name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Place;
    use proptest::prelude::*;
    use serde_json::Value;

    fn to_value(json: Json<'_>) -> Value {
        match &json.node.is {
            Is::Array(_) => json.items().map(to_value).collect(),
            Is::Object(_) => json.members().map(|(n, v)| (n.to_owned(), to_value(v))).collect(),
            Is::Text => Value::from(json.text().unwrap().into_owned()),
            _ => serde_json::from_str(json.raw()).unwrap(),
        }
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "\\PC{0,8}[\"\\\\\n]?".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("\\PC{0,4}", inner, 0..5)
                    .prop_map(|m| Value::Object(m.into_iter().collect())),
            ]
        })
    }

    #[test]
    fn members_that_stand_twice_are_kept() {
        let source = "{\"callflow\": {\"a\":\"1\"} , \"callflow\":{\"a\":\"2\"}}";
        let root = parse(source).unwrap();
        let root = Json::new(source, &root);
        assert_eq!(root.members().count(), 2);
        assert_eq!(root.get("callflow").unwrap().get("a").unwrap().text().unwrap(), "2");
    }

    #[test]
    fn members_are_replaced_added_and_removed_in_the_style_of_the_object() {
        let source = "{\n  \"a\" :1,\n  \"b\": [2],\n  \"c\": 3\n}";
        let root = parse(source).unwrap();
        let new = Json::new(source, &root).with(&[
            ("a", Some("9".into())),
            ("x", Some("{}".into())),
            ("b", None),
            ("y", None),
        ]);
        assert_eq!(new, "{\n  \"a\" :9,\n  \"x\": {},\n  \"c\": 3\n}");
        let empty = parse("{ }").unwrap();
        assert_eq!(Json::new("{ }", &empty).with(&[("a", Some("1".into()))]), "{\"a\": 1}");
    }

    #[test]
    fn errors_name_the_place() {
        let early = parse("{\"a\":\n [1, 2").unwrap_err();
        assert_eq!(
            (early.what, &early.place),
            ("the JSON ends too early", &Place::Byte { offset: 12, line: 2 })
        );
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        assert!(parse(&deep).unwrap_err().what.contains("128"));
        assert!(parse("{'a':1}").is_err());
    }

    proptest! {
        /// The oracle is `serde_json`.
        #[test]
        fn the_tree_is_what_serde_json_reads(value in value(), pretty in any::<bool>()) {
            let source = if pretty { serde_json::to_string_pretty(&value).unwrap() } else { value.to_string() };
            let source = format!("\u{feff}{source} ");
            let root = parse(&source).unwrap();
            prop_assert_eq!(to_value(Json::new(&source, &root)), value);
        }

        #[test]
        fn any_text_ends(text in "[\\[\\]{}\",:\\\\a0 ]{0,60}") {
            let _ = parse(&text);
        }
    }
}
