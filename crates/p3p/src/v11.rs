//! What P3P 1.1 adds, and what a widespread editor added before it: read where it is simple, kept as it is everywhere
//! (P3P 1.1 §3.3–3.7; the additions arrive inside EXTENSION elements, so that readers of 1.0 pass over them).
//!
//! Owns: finding primary purposes, statement groups, jurisdictions and own hosts in the additions of a document, and the
//! names of statements. Leaves to others: everything of P3P 1.0.

use std::collections::{HashMap, HashSet};

use abide_policy::text::Id;

use crate::ast::{Addition, NAMESPACE_11, Policy, Purposes, RecipientItem, Reference, Statement};
use crate::xml::{Attribute, Element, Name, Node};

/// Whether a name is one of P3P 1.1, of the final text or of a draft.
#[must_use]
pub fn is_v11(name: &Name) -> bool {
    name.namespace
        .as_deref()
        .is_some_and(|n| n.starts_with("http://www.w3.org/") && n.ends_with("/P3Pv11"))
}

/// Whether an element names a group of statements as the policy editor of the time wrote it.
fn is_group_info(name: &Name) -> bool {
    let editor = |n: &str| n.starts_with("http://www.software.ibm.com/P3P/editor/");
    name.local == "GROUP-INFO" && name.namespace.as_deref().is_some_and(editor)
}

/// Whether an element says nothing but the name of a statement.
pub(crate) fn names_statements(e: &Element) -> bool {
    let group = is_v11(&e.name)
        && ["STATEMENT-GROUP", "STATEMENT-GROUP-DEF"].contains(&e.name.local.as_str());
    is_group_info(&e.name) || group && e.attribute("consent").is_none()
}

/// Whether everything in an extension is known here.
pub(crate) fn is_understood(content: &[Node]) -> bool {
    !content.is_empty()
        && content.iter().all(|n| match n {
            Node::Element(e) => is_v11(&e.name) || is_group_info(&e.name),
            Node::Text(text, _) => text.trim().is_empty(),
        })
}

/// The elements that additions consist of, EXTENSION elements opened.
fn contents(additions: &[Addition]) -> impl Iterator<Item = &Element> {
    additions.iter().flat_map(|a| {
        let (nodes, own): (&[Node], _) = match a {
            Addition::Extension { content, .. } => (content, None),
            Addition::Element(element) => (&[], Some(element)),
        };
        let inner = nodes.iter().filter_map(|n| match n {
            Node::Element(e) => Some(e),
            Node::Text(..) => None,
        });
        own.into_iter().chain(inner)
    })
}

fn named<'a>(additions: &'a [Addition], local: &'a str) -> impl Iterator<Item = &'a Element> {
    contents(additions).filter(move |e| is_v11(&e.name) && e.name.local.eq_ignore_ascii_case(local))
}

fn attribute(e: &Element, name: &str) -> Option<String> {
    e.attribute(name).map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned)
}

/// A group of statements (STATEMENT-GROUP-DEF).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in the policy.
    pub id: String,
    /// What people call it.
    pub description: Option<String>,
    /// Whether people choose about the whole group: `opt-in`, `opt-out`, `always`.
    pub consent: Option<String>,
}

/// The groups that a policy defines.
#[must_use]
pub fn groups(policy: &Policy) -> Vec<Group> {
    let group = |e: &Element| {
        let (description, consent) = (attribute(e, "short-description"), attribute(e, "consent"));
        attribute(e, "id").map(|id| Group { id, description, consent })
    };
    named(&policy.additions, "STATEMENT-GROUP-DEF").filter_map(group).collect()
}

/// The name of the group to which a statement belongs (STATEMENT-GROUP).
#[must_use]
pub fn group_of(statement: &Statement) -> Option<String> {
    named(&statement.additions, "STATEMENT-GROUP").find_map(|e| attribute(e, "id"))
}

/// What people call each statement of a policy: its group's description, or the name that the policy editor of the time
/// gave it.
#[must_use]
pub fn titles(policy: &Policy) -> Vec<Option<String>> {
    let described = groups(policy).into_iter().filter_map(|g| Some((g.id, g.description?)));
    let described: HashMap<String, String> = described.collect();
    let title = |s: &Statement| {
        let group = group_of(s).and_then(|id| described.get(&id).cloned());
        group.or_else(|| info_of(s))
    };
    policy.statements.iter().map(title).collect()
}

fn info_of(statement: &Statement) -> Option<String> {
    contents(&statement.additions)
        .find(|e| is_group_info(&e.name))
        .and_then(|e| attribute(e, "name"))
}

/// The primary purposes that refine what the data is for (PPURPOSE): `payment`, `login`, ….
#[must_use]
pub fn primary_purposes(purposes: &Purposes) -> Vec<String> {
    let in_items = purposes.list.iter().flat_map(|i| named(&i.additions, "PPURPOSE"));
    let all = named(&purposes.additions, "PPURPOSE").chain(in_items);
    all.flat_map(Element::elements).map(|e| e.name.local.clone()).collect()
}

/// Under which law a recipient acts (JURISDICTION).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jurisdiction {
    /// The address that stands for the law.
    pub service: Option<String>,
    /// What people call it.
    pub short_description: Option<String>,
}

/// The jurisdictions of a recipient.
#[must_use]
pub fn jurisdictions(recipient: &RecipientItem) -> Vec<Jurisdiction> {
    let read = |e: &Element| Jurisdiction {
        service: attribute(e, "service"),
        short_description: attribute(e, "short-description"),
    };
    named(&recipient.additions, "JURISDICTION").map(read).collect()
}

/// The other hosts of the same organisation (OUR-HOST).
#[must_use]
pub fn our_hosts(reference: &Reference) -> Vec<String> {
    let inner = reference.references.iter().flat_map(|r| named(&r.additions, "OUR-HOST"));
    let all = named(&reference.additions, "OUR-HOST").chain(inner);
    all.filter_map(|e| {
        attribute(e, "name").or_else(|| Some(e.text().trim().to_owned()).filter(|t| !t.is_empty()))
    })
    .collect()
}

/// An optional extension that holds one element of P3P 1.1 with these attributes.
pub(crate) fn extension(local: &str, attributes: &[(&str, &str)]) -> Addition {
    let mut element = Element::new(Name::new(NAMESPACE_11, local));
    element.attributes =
        attributes.iter().map(|(n, v)| Attribute::new(Name::plain(n), *v)).collect();
    Addition::Extension {
        optional: Some(true),
        content: vec![Node::Element(element)],
        span: Default::default(),
    }
}

/// Gives statements names that are names, and different ones.
#[derive(Debug, Default)]
pub(crate) struct Namer {
    taken: HashSet<String>,
    count: usize,
}

impl Namer {
    /// The name of the next statement, after what it is called, if it is called something.
    pub(crate) fn name(&mut self, called: Option<&str>) -> Id {
        self.count += 1;
        let wish = called.and_then(slug).unwrap_or_else(|| format!("statement-{}", self.count));
        let mut name = wish.clone();
        let mut number = 1;
        while !self.taken.insert(name.clone()) {
            number = if number == 1 { self.count } else { number + 1 };
            name = format!("{wish}-{number}");
        }
        name.parse().unwrap_or_else(|_| fallback())
    }
}

#[expect(clippy::expect_used, reason = "a fixed name that is one")]
fn fallback() -> Id {
    "statement".parse().expect("a name")
}

/// A text as a name: lower case, letters and digits, hyphens for the rest; `None` if nothing remains.
pub(crate) fn slug(text: &str) -> Option<String> {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => out.push_str(letters),
            None if c.is_ascii_alphanumeric() || (c == '.' && !out.ends_with('.')) => out.push(c),
            None if !out.ends_with('-') => out.push('-'),
            None => {}
        }
        if out.len() >= 50 {
            break;
        }
    }
    let name = out.trim_matches(['-', '.']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// Letters of European languages without their marks.
const fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'á' | 'à' | 'â' | 'ã' | 'å' => "a",
        'ç' | 'č' => "c",
        'ď' => "d",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ľ' | 'ĺ' => "l",
        'ñ' | 'ň' => "n",
        'ó' | 'ò' | 'ô' | 'õ' => "o",
        'ŕ' => "r",
        'š' => "s",
        'ť' => "t",
        'ú' | 'ù' | 'û' => "u",
        'ý' => "y",
        'ž' => "z",
        _ => return None,
    })
}

/// What a statement is called in its XML, before it is read.
pub(crate) fn called(statement: &Element) -> Option<String> {
    let inner =
        statement.elements().filter(|e| e.name.local == "EXTENSION").flat_map(Element::elements);
    let all: Vec<&Element> = statement.elements().chain(inner).collect();
    let group = all
        .iter()
        .find(|e| is_v11(&e.name) && e.name.local.eq_ignore_ascii_case("STATEMENT-GROUP"));
    let group = group.and_then(|e| attribute(e, "id"));
    group.or_else(|| all.iter().find(|e| is_group_info(&e.name)).and_then(|e| attribute(e, "name")))
}

/// The names of a policy's statements, in their order: after their group (P3P 1.1), after the name the policy editor of
/// the time gave them, else `statement-1`, `statement-2`, ….
#[must_use]
pub fn statement_ids(policy: &Policy) -> Vec<Id> {
    let mut namer = Namer::default();
    let called = |s: &Statement| group_of(s).or_else(|| info_of(s));
    policy.statements.iter().map(|s| namer.name(called(s).as_deref())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_names_and_differ() {
        let mut namer = Namer::default();
        let names: Vec<String> = [
            "Access Log Information",
            "access-log information!",
            "",
            "Größe & Maß",
            "日本",
            "A..b/../c",
        ]
        .iter()
        .map(|t| namer.name(Some(t)).to_string())
        .collect();
        assert_eq!(
            names,
            [
                "access-log-information",
                "access-log-information-2",
                "statement-3",
                "groesse-mass",
                "statement-5",
                "a.-b-.-c"
            ]
        );
        let long = namer.name(Some(&"x".repeat(500))).to_string();
        assert!(long.len() <= 64);
        assert_eq!(namer.name(Some(&"x".repeat(500))).to_string().len(), long.len() + 2);
    }
}
