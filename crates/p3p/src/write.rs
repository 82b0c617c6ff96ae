//! Writing P3P's documents: [`crate::ast`] as XML, elements in the order of the specification (P3P 1.0 §2.3, §3, §5).
//!
//! Owns: the mapping from values to elements. Leaves to others: escaping and layout ([`crate::xml`]).

use abide_policy::vocab::{Choice, Vocabulary};

use crate::ast::{
    Addition, At, CategoryItem, CookiePattern, Data, DataGroup, DataSchema, Definition,
    DefinitionKind, Dispute, Document, Expiry, Image, NAMESPACE, Policies, Policy, PolicyRef,
    PolicyReferences, Reference, Statement, Words,
};
use crate::xml::{self, Attribute, Element, Name, Node, Span, XML_NAMESPACE};

/// The media type of P3P's documents.
pub const MEDIA_TYPE: &str = "application/p3p+xml";

/// The document as XML text: UTF-8, two spaces a level, one line break at the end.
///
/// Reading it back gives the same document, as long as its texts have no white space to collapse.
///
/// ```
/// use abide_p3p::{ast::{Document, Policies}, read::read, write::print};
/// let document = Document::Policies(Policies::default());
/// let text = print(&document);
/// assert!(text.ends_with("<POLICIES xmlns=\"http://www.w3.org/2002/01/P3Pv1\"/>\n"));
/// assert_eq!(read(&text).document, Some(document));
/// ```
#[must_use]
pub fn print(document: &Document) -> String {
    xml::print(&match document {
        Document::Policies(p) => policies(p),
        Document::Policy(p) => policy(p),
        Document::Reference(r) => reference(r),
        Document::DataSchema(s) => data_schema(s),
    })
}

/// Builds an element step by step.
struct Builder(Element);

fn element(local: &str) -> Builder {
    Builder(Element::new(Name::new(NAMESPACE, local)))
}

impl Builder {
    fn attribute(mut self, name: &str, value: Option<impl AsRef<str>>) -> Self {
        if let Some(value) = value {
            self.0.attributes.push(Attribute::new(Name::plain(name), value.as_ref()));
        }
        self
    }
    fn at(self, name: &str, value: Option<&At<String>>) -> Self {
        self.attribute(name, value.map(|a| &a.value))
    }
    fn lang(mut self, lang: Option<&String>) -> Self {
        if let Some(lang) = lang {
            self.0.attributes.push(Attribute::new(Name::new(XML_NAMESPACE, "lang"), lang));
        }
        self
    }
    fn child(mut self, child: Option<Element>) -> Self {
        self.0.children.extend(child.map(Node::Element));
        self
    }
    fn children(mut self, children: impl Iterator<Item = Element>) -> Self {
        self.0.children.extend(children.map(Node::Element));
        self
    }
    fn text(mut self, text: &str) -> Self {
        if !text.is_empty() {
            self.0.children.push(Node::Text(text.to_owned(), Span::default()));
        }
        self
    }
    fn words(self, words: &Words) -> Self {
        self.lang(words.lang.as_ref()).text(&words.text)
    }
    fn required(self, choice: Option<Choice>) -> Self {
        self.attribute("required", choice.map(Choice::word))
    }
    fn yes_no(self, name: &str, value: Option<bool>) -> Self {
        self.attribute(name, value.map(|v| if v { "yes" } else { "no" }))
    }
    fn end(mut self, additions: &[Addition]) -> Element {
        self.0.children.extend(additions.iter().map(|a| Node::Element(addition(a))));
        self.0
    }
}

fn addition(addition: &Addition) -> Element {
    match addition {
        Addition::Element(e) => e.clone(),
        Addition::Extension { optional, content, .. } => {
            let mut extension = element("EXTENSION").yes_no("optional", *optional);
            extension.0.children.clone_from(content);
            extension.0
        }
    }
}

fn word<V: Vocabulary>(word: V) -> Element {
    element(word.word()).0
}

fn policies(p: &Policies) -> Element {
    element("POLICIES")
        .lang(p.lang.as_ref())
        .child(p.expiry.as_ref().map(expiry))
        .child(p.schema.as_ref().map(data_schema))
        .children(p.policies.iter().map(policy))
        .end(&p.additions)
}

fn expiry(e: &At<Expiry>) -> Element {
    let (age, date) = match &e.value {
        Expiry::MaxAge(seconds) => (Some(seconds.to_string()), None),
        Expiry::Date(date) => (None, Some(date)),
    };
    element("EXPIRY").attribute("max-age", age).attribute("date", date).0
}

fn policy(p: &Policy) -> Element {
    let entity = p
        .entity
        .as_ref()
        .map(|e| element("ENTITY").children(e.groups.iter().map(data_group)).end(&e.additions));
    let access =
        p.access.as_ref().map(|a| element("ACCESS").child(a.access.map(word)).end(&a.additions));
    let disputes = p.disputes.as_ref().map(|d| {
        element("DISPUTES-GROUP").children(d.disputes.iter().map(dispute)).end(&d.additions)
    });
    element("POLICY")
        .at("name", p.name.as_ref())
        .at("discuri", p.discuri.as_ref())
        .at("opturi", p.opturi.as_ref())
        .lang(p.lang.as_ref())
        .child(p.test.then(|| element("TEST").0))
        .child(p.expiry.as_ref().map(expiry))
        .child(p.schema.as_ref().map(data_schema))
        .child(entity)
        .child(access)
        .child(disputes)
        .children(p.statements.iter().map(statement))
        .end(&p.additions)
}

fn dispute(d: &Dispute) -> Element {
    let remedies = d
        .remedies
        .as_ref()
        .map(|r| element("REMEDIES").children(r.iter().map(|a| word(a.value))).0);
    element("DISPUTES")
        .attribute("resolution-type", d.resolution.as_ref().map(|r| r.value.word()))
        .at("service", d.service.as_ref())
        .attribute("verification", d.verification.as_ref())
        .attribute("short-description", d.short_description.as_ref())
        .child(d.long_description.as_ref().map(|w| element("LONG-DESCRIPTION").words(w).0))
        .child(d.image.as_ref().map(image))
        .child(remedies)
        .end(&d.additions)
}

fn image(i: &Image) -> Element {
    element("IMG")
        .at("src", i.src.as_ref())
        .attribute("width", i.width.map(|w| w.to_string()))
        .attribute("height", i.height.map(|h| h.to_string()))
        .attribute("alt", i.alt.as_ref())
        .0
}

fn statement(s: &Statement) -> Element {
    let purposes = s.purposes.as_ref().map(|p| {
        let item = p
            .list
            .iter()
            .map(|i| word_element(i.purpose).required(i.required).words(&i.text).end(&i.additions));
        element("PURPOSE").children(item).end(&p.additions)
    });
    let recipients = s.recipients.as_ref().map(|r| {
        let item = r.list.iter().map(|i| {
            let descriptions =
                i.descriptions.iter().map(|d| element("recipient-description").words(d).0);
            word_element(i.recipient).required(i.required).children(descriptions).end(&i.additions)
        });
        element("RECIPIENT").children(item).end(&r.additions)
    });
    let retention = s.retention.as_ref();
    element("STATEMENT")
        .child(s.consequence.as_ref().map(|c| element("CONSEQUENCE").words(c).0))
        .child(s.non_identifiable.map(|_| element("NON-IDENTIFIABLE").0))
        .child(purposes)
        .child(recipients)
        .child(
            retention.map(|r| element("RETENTION").child(r.retention.map(word)).end(&r.additions)),
        )
        .children(s.groups.iter().map(data_group))
        .end(&s.additions)
}

fn word_element<V: Vocabulary>(word: V) -> Builder {
    element(word.word())
}

fn data_group(g: &DataGroup) -> Element {
    element("DATA-GROUP")
        .attribute("base", g.base.as_ref())
        .children(g.data.iter().map(data))
        .end(&g.additions)
}

fn data(d: &Data) -> Element {
    element("DATA")
        .at("ref", Some(&d.reference))
        .yes_no("optional", d.optional)
        .child(d.categories.as_deref().map(categories))
        .text(d.value.as_ref().map_or("", |v| &v.value))
        .end(&d.additions)
}

fn categories(items: &[CategoryItem]) -> Element {
    element("CATEGORIES")
        .children(items.iter().map(|i| word_element(i.category).words(&i.text).0))
        .0
}

fn reference(r: &Reference) -> Element {
    element("META")
        .lang(r.lang.as_ref())
        .child(r.references.as_ref().map(references))
        .child(r.policies.as_ref().map(policies))
        .end(&r.additions)
}

fn references(r: &PolicyReferences) -> Element {
    let hint = r.hints.iter().map(|h| {
        element("HINT").attribute("scope", h.scope.as_ref()).attribute("path", h.path.as_ref()).0
    });
    element("POLICY-REFERENCES")
        .child(r.expiry.as_ref().map(expiry))
        .children(r.references.iter().map(policy_ref))
        .children(hint)
        .end(&r.additions)
}

fn policy_ref(r: &PolicyRef) -> Element {
    let pattern = |name| move |p: &At<String>| element(name).text(&p.value).0;
    let cookie = |name| move |c: &CookiePattern| cookie(name, c);
    element("POLICY-REF")
        .at("about", r.about.as_ref())
        .children(r.include.iter().map(pattern("INCLUDE")))
        .children(r.exclude.iter().map(pattern("EXCLUDE")))
        .children(r.cookie_include.iter().map(cookie("COOKIE-INCLUDE")))
        .children(r.cookie_exclude.iter().map(cookie("COOKIE-EXCLUDE")))
        .children(r.methods.iter().map(pattern("METHOD")))
        .end(&r.additions)
}

fn cookie(name: &str, c: &CookiePattern) -> Element {
    element(name)
        .attribute("name", c.name.as_ref())
        .attribute("value", c.value.as_ref())
        .attribute("domain", c.domain.as_ref())
        .attribute("path", c.path.as_ref())
        .0
}

fn data_schema(s: &DataSchema) -> Element {
    element("DATASCHEMA")
        .lang(s.lang.as_ref())
        .children(s.definitions.iter().map(definition))
        .end(&s.additions)
}

fn definition(d: &Definition) -> Element {
    let name = match d.kind {
        DefinitionKind::Element => "DATA-DEF",
        DefinitionKind::Structure => "DATA-STRUCT",
    };
    element(name)
        .at("name", d.name.as_ref())
        .at("structref", d.structref.as_ref())
        .attribute("short-description", d.short_description.as_ref())
        .child(d.categories.as_deref().map(categories))
        .child(d.long_description.as_ref().map(|w| element("LONG-DESCRIPTION").words(w).0))
        .end(&d.additions)
}

#[cfg(test)]
mod tests;
