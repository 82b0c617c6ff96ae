//! XML as P3P needs it: a small tree that knows where everything stood, a reader with limits, a printer.
//!
//! Owns: well-formedness (XML 1.0, Namespaces in XML 1.0), the limits that keep hostile input cheap, the refusal of
//! document types and entities, stable printing. Leaves to others: which elements P3P knows ([`crate::read`]).
//!
//! What the tree does not keep: comments, processing instructions, prefixes (names are compared by namespace), and white
//! space between elements that hold nothing but elements.

mod print;
mod read;
mod scan;

use std::ops::Range;
use std::sync::Arc;

pub use print::{clean, print};
pub use read::{Outcome, read};

/// Most bytes of a document.
pub const MAX_SIZE: usize = 1 << 20;
/// Most elements inside each other.
pub const MAX_DEPTH: usize = 64;
/// Most attributes of one element, namespace declarations included.
pub const MAX_ATTRIBUTES: usize = 64;
/// Most elements of a document.
pub const MAX_ELEMENTS: usize = 20_000;
/// Most bytes of a namespace name.
pub const MAX_NAMESPACE: usize = 500;
/// The namespace of `xml:lang`.
pub const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";

/// Where something stood, in bytes of the source.
///
/// Places are not part of what a document says: any two are equal, so that documents can be compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// From these bytes.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: cut(range.start), end: cut(range.end) }
    }
    /// As a range of bytes, for diagnostics.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl PartialEq for Span {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
impl Eq for Span {}

/// A name with its namespace.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name {
    /// The part after the colon.
    pub local: String,
    /// The namespace; `None`: in none.
    pub namespace: Option<Arc<str>>,
}

impl Name {
    /// A name in no namespace.
    #[must_use]
    pub fn plain(local: &str) -> Self {
        Self { local: local.to_owned(), namespace: None }
    }
    /// A name in a namespace.
    #[must_use]
    pub fn new(namespace: &str, local: &str) -> Self {
        Self { local: local.to_owned(), namespace: Some(Arc::from(namespace)) }
    }
    /// Whether it is this name.
    #[must_use]
    pub fn is(&self, namespace: &str, local: &str) -> bool {
        self.local == local && self.namespace.as_deref() == Some(namespace)
    }
}

impl std::fmt::Debug for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.namespace {
            Some(namespace) => write!(f, "{{{namespace}}}{}", self.local),
            None => f.write_str(&self.local),
        }
    }
}

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: Name,
    /// Its attributes in order, without namespace declarations.
    pub attributes: Vec<Attribute>,
    /// What it holds.
    pub children: Vec<Node>,
    /// Where its name stood in the start tag, without prefix.
    pub name_span: Span,
    /// Where its start tag stood.
    pub head: Span,
    /// Where all of it stood.
    pub span: Span,
}

impl Element {
    /// An element without attributes and children.
    #[must_use]
    pub fn new(name: Name) -> Self {
        let nowhere = Span::default();
        let (attributes, children) = (Vec::new(), Vec::new());
        Self { name, attributes, children, name_span: nowhere, head: nowhere, span: nowhere }
    }
    /// The value of the attribute of this name in no namespace.
    #[must_use]
    pub fn attribute(&self, local: &str) -> Option<&str> {
        let found =
            self.attributes.iter().find(|a| a.name.namespace.is_none() && a.name.local == local);
        found.map(|a| a.value.as_str())
    }
    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|n| match n {
            Node::Element(element) => Some(element),
            Node::Text(..) => None,
        })
    }
    /// The texts directly in it, joined.
    #[must_use]
    pub fn text(&self) -> String {
        let text = |n: &Node| match n {
            Node::Text(text, _) => Some(text.clone()),
            Node::Element(_) => None,
        };
        self.children.iter().filter_map(text).collect()
    }
}

/// An attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: Name,
    /// Its value, references resolved, white space normalised.
    pub value: String,
    /// Where all of it stood.
    pub span: Span,
    /// Where the value stood, without quotes.
    pub value_span: Span,
}

impl Attribute {
    /// An attribute.
    #[must_use]
    pub fn new(name: Name, value: impl Into<String>) -> Self {
        Self { name, value: value.into(), span: Span::default(), value_span: Span::default() }
    }
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text, references resolved, and where it stood.
    Text(String, Span),
}

#[cfg(test)]
pub(crate) mod tests;
