//! From P3P's XML to policy files (`abide_policy::source`).
//!
//! Owns: the TOML text. Leaves to others: reading ([`crate::read`]), what each element means ([`crate::convert`]).

use abide_policy::codes::Code;
use abide_policy::diagnostic::{Diagnostic, Severity};
use abide_policy::model::{
    DataUse, Dispute, Entity, Expiry, Image, OwnData, Policy, PurposeUse, RecipientUse,
    RetentionRule, Statement,
};
use abide_policy::text::{Id, Text};
use abide_policy::vocab::{Choice, Lang, Since, Vocabulary};
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, Value};

use crate::ast::Document;
use crate::convert::{self, Settings};

/// What importing a document gave.
#[derive(Debug)]
pub struct Import {
    /// Each policy that could be imported, in order.
    pub policies: Vec<Imported>,
    /// Every problem of the XML, and a note for everything that was lost, put in or changed (`import.lost`,
    /// `import.filled`, `import.changed`), in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A policy that was imported.
#[derive(Debug)]
pub struct Imported {
    /// The name of the policy, unique among those of the document.
    pub name: Id,
    /// The text of its policy file: it has no errors, but warnings about everything that P3P does not say.
    pub toml: String,
}

/// Imports every policy of a document: POLICIES, POLICY, or a reference file with policies in it.
///
/// A policy is imported in spite of problems that leave its meaning clear; one that says no access, or no address for
/// people that is or can be made whole, is not.
///
/// ```
/// use abide_p3p::{convert::Settings, import::import};
/// let import = import(r##"<POLICY xmlns="http://www.w3.org/2002/01/P3Pv1" name="Shop" discuri="https://example.com/">
///   <ENTITY><DATA-GROUP><DATA ref="#business.name">Example</DATA>
///   <DATA ref="#business.contact-info.online.email">a@example.com</DATA></DATA-GROUP></ENTITY>
///   <ACCESS><none/></ACCESS></POLICY>"##, &Settings::default());
/// let file = &import.policies[0];
/// assert_eq!(file.name.as_str(), "shop");
/// assert!(abide_policy::source::read_policy(&file.toml).value.is_some());
/// ```
pub fn import(source: impl AsRef<[u8]>, settings: &Settings) -> Import {
    let reading = convert::check(source);
    let mut out = Import { policies: Vec::new(), diagnostics: reading.diagnostics };
    let Some(document) = reading.document else { return out };
    if let Document::Reference(reference) = &document
        && let Some(references) = reference.references.as_ref().filter(|r| !r.references.is_empty())
    {
        let d = Diagnostic::new(Code::ImportLost)
            .with("what", "which paths and cookies the policies cover");
        out.diagnostics.push(d.at(references.span.range()).place("reference"));
    }
    let mut names = crate::v11::Namer::default();
    for (policy, shared) in convert::policies(&document) {
        let mut converted = convert::to_policy(policy, shared, settings);
        if converted.whole {
            let name = names.name(Some(converted.policy.name.as_str()));
            if name != converted.policy.name {
                let what = format!("a second policy `{}`", converted.policy.name);
                let d =
                    Diagnostic::new(Code::ImportChanged).with("what", what).with("value", &name);
                converted.notes.push(d.at(policy.span.range()).place("policy.name"));
                converted.policy.name = name.clone();
            }
            out.policies.push(Imported { name, toml: to_toml(&converted.policy) });
            out.diagnostics.extend(converted.notes);
        }
    }
    out.diagnostics.sort_by_key(|d| (d.span.start, d.span.end, d.severity == Severity::Warning));
    // What holds for a whole file is noted by each of its policies.
    out.diagnostics.dedup();
    out
}

const HEAD: &str = "# Imported from P3P. P3P says nothing about lawful bases, real periods, rights, transfers and single cookies:\n\
    # check the file, complete what its warnings name, and give it a version and a date of its own.\n\n";

/// The policy file of an imported policy. Only what [`convert::to_policy`] can give is written.
fn to_toml(policy: &Policy) -> String {
    let writer = Writer { main: policy.languages.first().copied().unwrap_or(Lang::En) };
    let mut document = DocumentMut::new();
    let root = document.as_table_mut();
    root.insert("policy", Item::Table(writer.policy(policy)));
    root.insert("entity", Item::Table(entity(&policy.entity)));
    let lists = [
        ("dispute", policy.disputes.iter().map(|d| writer.dispute(d)).collect::<Vec<_>>()),
        ("data", policy.data.iter().map(|d| writer.own_data(d)).collect()),
        ("statement", policy.statements.iter().map(|s| writer.statement(s)).collect()),
    ];
    for (key, tables) in lists.into_iter().filter(|(_, tables)| !tables.is_empty()) {
        root.insert(key, Item::ArrayOfTables(tables.into_iter().collect::<ArrayOfTables>()));
    }
    format!("{HEAD}{document}")
}

fn put(table: &mut Table, key: &str, value: impl Into<Value>) {
    table.insert(key, Item::Value(value.into()));
}
fn put_some(table: &mut Table, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        put(table, key, value);
    }
}

fn date(date: jiff::civil::Date) -> Value {
    date.to_string().parse::<Datetime>().map_or_else(|_| Value::from(date.to_string()), Value::from)
}

fn list(values: impl Iterator<Item = Value>) -> Value {
    Value::Array(values.collect::<Array>())
}

/// A list with one element a line, if there are several.
fn long_list(values: Vec<Value>) -> Value {
    let several = values.len() > 1;
    let mut array: Array = values.into_iter().collect();
    if several {
        for value in array.iter_mut() {
            value.decor_mut().set_prefix("\n    ");
        }
        array.set_trailing_comma(true);
        array.set_trailing("\n");
    }
    Value::Array(array)
}

fn entity(e: &Entity) -> Table {
    let mut t = Table::new();
    put(&mut t, "name", &e.name);
    for (key, value) in [
        ("street", &e.street),
        ("postal-code", &e.postal_code),
        ("city", &e.city),
        ("region", &e.region),
        ("email", &e.email),
        ("phone", &e.phone),
    ] {
        put_some(&mut t, key, value.as_ref());
    }
    put_some(&mut t, "country", e.country.map(|c| c.to_string()));
    put_some(&mut t, "web", e.web.as_ref().map(ToString::to_string));
    if !e.other.is_empty() {
        let other: InlineTable =
            e.other.iter().map(|(k, v)| (k.to_string(), Value::from(v))).collect();
        put(&mut t, "other", Value::InlineTable(other));
    }
    t
}

struct Writer {
    main: Lang,
}

impl Writer {
    /// A text: a string if it is in the main language only, else a table of languages; `None` if it is empty.
    fn text(&self, text: &Text) -> Option<Value> {
        let mut texts = text.iter();
        match (texts.next(), texts.next()) {
            (None, _) => None,
            (Some((lang, only)), None) if lang == self.main => Some(Value::from(only)),
            _ => Some(Value::InlineTable(
                text.iter().map(|(l, t)| (l.word(), Value::from(t))).collect(),
            )),
        }
    }

    fn policy(&self, p: &Policy) -> Table {
        let mut t = Table::new();
        put(&mut t, "name", p.name.as_str());
        put(&mut t, "version", p.version.as_str());
        put(&mut t, "effective", date(p.effective));
        put(&mut t, "role", p.role.word());
        put(&mut t, "languages", list(p.languages.iter().map(|l| l.word().into())));
        put_some(&mut t, "title", self.text(&p.title));
        put(&mut t, "notice", p.notice.as_str());
        put_some(&mut t, "choices", p.choices.as_ref().map(|u| u.as_str()));
        put(&mut t, "access", p.access.word());
        put(&mut t, "jurisdiction", p.jurisdiction.code());
        put_some(&mut t, "test", p.test.then_some(true));
        match p.expiry {
            Some(Expiry::MaxAge(seconds)) => put(&mut t, "max-age", i64::from(seconds)),
            Some(Expiry::On(day)) => put(&mut t, "expires", date(day)),
            None => {}
        }
        t
    }

    fn dispute(&self, d: &Dispute) -> Table {
        let mut t = Table::new();
        put(&mut t, "resolution", d.resolution.word());
        put(&mut t, "service", d.service.as_str());
        put_some(&mut t, "verification", d.verification.as_ref());
        put_some(&mut t, "title", self.text(&d.title));
        put_some(&mut t, "description", self.text(&d.description));
        if !d.remedies.is_empty() {
            put(&mut t, "remedies", list(d.remedies.iter().map(|r| r.word().into())));
        }
        put_some(&mut t, "image", d.image.as_ref().map(image));
        t
    }

    fn own_data(&self, d: &OwnData) -> Table {
        let mut t = Table::new();
        put(&mut t, "ref", d.name.as_str());
        put_some(&mut t, "title", self.text(&d.title));
        if !d.categories.is_empty() {
            put(&mut t, "categories", list(d.categories.iter().map(|c| c.word().into())));
        }
        put_some(&mut t, "other-category", self.text(&d.other_category));
        put_some(&mut t, "description", self.text(&d.description));
        t
    }

    fn statement(&self, s: &Statement) -> Table {
        let mut t = Table::new();
        put(&mut t, "id", s.id.as_str());
        put_some(&mut t, "title", self.text(&s.title));
        put_some(&mut t, "why", self.text(&s.why));
        put_some(&mut t, "non-identifiable", s.non_identifiable.then_some(true));
        put(&mut t, "data", long_list(s.data.iter().map(|d| self.data(d)).collect()));
        let purposes: InlineTable =
            s.purposes.iter().map(|(p, u)| (p.word(), self.purpose(u))).collect();
        put(&mut t, "purposes", Value::InlineTable(purposes));
        let recipients: InlineTable =
            s.recipients.iter().map(|(r, u)| (r.word(), self.recipient(u))).collect();
        put(&mut t, "recipients", Value::InlineTable(recipients));
        put(&mut t, "retention", retention(&s.retention));
        t
    }

    fn data(&self, d: &DataUse) -> Value {
        if d.categories.is_empty() && !d.optional {
            return d.name.as_str().into();
        }
        let mut t = InlineTable::new();
        t.insert("ref", d.name.as_str().into());
        if !d.categories.is_empty() {
            t.insert("categories", list(d.categories.iter().map(|c| c.word().into())));
        }
        if let Some(text) = self.text(&d.other_category) {
            t.insert("other-category", text);
        }
        if d.optional {
            t.insert("optional", true.into());
        }
        Value::InlineTable(t)
    }

    fn purpose(&self, u: &PurposeUse) -> Value {
        match self.text(&u.description) {
            None => u.choice.word().into(),
            Some(text) => long_use(u.choice, "description", text),
        }
    }

    fn recipient(&self, u: &RecipientUse) -> Value {
        let who: Vec<Value> = u.who.iter().filter_map(|w| self.text(w)).collect();
        if who.is_empty() {
            u.choice.word().into()
        } else {
            long_use(u.choice, "who", list(who.into_iter()))
        }
    }
}

fn long_use(choice: Choice, key: &str, value: Value) -> Value {
    let mut t = InlineTable::new();
    t.insert("choice", choice.word().into());
    t.insert(key, value);
    Value::InlineTable(t)
}

fn retention(r: &RetentionRule) -> Value {
    let mut t = InlineTable::new();
    t.insert("kind", r.kind.word().into());
    if r.since != Since::Collection {
        t.insert("since", r.since.word().into());
    }
    Value::InlineTable(t)
}

fn image(i: &Image) -> Value {
    let mut t = InlineTable::new();
    t.insert("source", i.source.as_str().into());
    t.insert("alt", i.alt.as_str().into());
    for (key, size) in [("width", i.width), ("height", i.height)] {
        if let Some(size) = size {
            t.insert(key, i64::from(size).into());
        }
    }
    Value::InlineTable(t)
}

#[cfg(test)]
mod tests;
