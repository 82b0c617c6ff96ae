//! The printer: two spaces a level, one element a line, the default namespace for elements.
//!
//! Elements that hold text are printed on one line as they are, so that no text changes.

use std::fmt::Write;

use super::scan::is_char;
use super::{Element, MAX_DEPTH, Name, Node, XML_NAMESPACE};

/// The document with this root, with XML declaration and a line break at its end.
///
/// Reading it back gives the same tree, as long as names are names and the tree is no deeper than [`MAX_DEPTH`]; deeper
/// parts are left out. Characters that XML cannot hold are replaced, see [`clean`].
#[must_use]
pub fn print(root: &Element) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    element(&mut out, root, None, 0, true);
    out.push('\n');
    out
}

/// The text with every character that XML 1.0 cannot hold replaced by U+FFFD.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if is_char(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

fn element(out: &mut String, e: &Element, default: Option<&str>, depth: usize, pretty: bool) {
    let own = e.name.namespace.as_deref();
    out.push('<');
    out.push_str(&e.name.local);
    if own != default {
        attribute(out, "xmlns", own.unwrap_or_default());
    }
    attributes(out, e);
    let children = if depth + 1 < MAX_DEPTH { e.children.as_slice() } else { &[] };
    if children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    let pretty = pretty && children.iter().all(|n| matches!(n, Node::Element(_)));
    for child in children {
        if pretty {
            line(out, depth + 1);
        }
        match child {
            Node::Element(inner) => element(out, inner, own, depth + 1, pretty),
            Node::Text(text, _) => escape(out, text, false),
        }
    }
    if pretty {
        line(out, depth);
    }
    out.push_str("</");
    out.push_str(&e.name.local);
    out.push('>');
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

/// Attributes in no namespace as they are, those in others with prefixes `a1`, `a2`, … declared on the spot.
fn attributes(out: &mut String, e: &Element) {
    let mut declared: Vec<&str> = Vec::new();
    for a in &e.attributes {
        let Name { local, namespace } = &a.name;
        let name = match namespace.as_deref() {
            None => local.clone(),
            Some(XML_NAMESPACE) => format!("xml:{local}"),
            Some(other) => {
                let known = declared.iter().position(|d| *d == other);
                let number = known.unwrap_or(declared.len()) + 1;
                if known.is_none() {
                    declared.push(other);
                    attribute(out, &format!("xmlns:a{number}"), other);
                }
                format!("a{number}:{local}")
            }
        };
        attribute(out, &name, &a.value);
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value, true);
    out.push('"');
}

/// Writes a text so that it reads back as it is: markup as entities, white space that reading would change as numbers.
fn escape(out: &mut String, text: &str, quoted: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quoted => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' if quoted => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            c if is_char(c) => out.push(c),
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
}
