//! What is wrong with a P3P document beyond its structure (P3P 1.0 §2.3, §3, §5).
//!
//! Owns: what is missing, what does not resolve, what contradicts itself inside one document. Leaves to others: structure
//! ([`crate::read`]), what a policy as a whole should say (`abide_policy::check`, over [`crate::convert`]).

mod reference;
mod statement;

use std::collections::HashSet;

use abide_policy::codes::Code;
use abide_policy::data::{Categories, DataRef, Schema};
use abide_policy::diagnostic::Diagnostic;
use abide_policy::text::Url;
use abide_policy::vocab::{Access, Set, Vocabulary};

use crate::ast::{
    At, CategoryItem, Data, DataSchema, DisputesGroup, Document, Entity, Expiry, Policies, Policy,
};
use crate::problems::Problems;
use crate::schema::{Target, resolve_into};
use crate::v11;
use crate::xml::Span;

pub use reference::policies_of;

/// A day in seconds: how long a policy is valid at least (§2.3.2.3).
const DAY: u64 = 86_400;

/// Everything that is wrong with a document. [`crate::read::read`] has asked already.
#[must_use]
pub fn validate(document: &Document) -> Vec<Diagnostic> {
    let mut problems = Problems::default();
    validate_into(document, &mut problems);
    problems.into_vec()
}

pub(crate) fn validate_into(document: &Document, problems: &mut Problems) {
    let mut v = Validator { problems };
    match document {
        Document::Policies(policies) => v.policies(policies),
        Document::Policy(policy) => v.policy(policy, None),
        Document::Reference(reference) => v.reference(reference),
        Document::DataSchema(schema) => {
            v.own_schema(schema);
        }
    }
}

pub(crate) struct Validator<'p> {
    problems: &'p mut Problems,
}

impl Validator<'_> {
    fn say(&mut self, diagnostic: Diagnostic, span: Span, place: &str) {
        self.problems.add(diagnostic.at(span.range()).place(place));
    }

    fn policies(&mut self, policies: &Policies) {
        self.expiry(policies.expiry.as_ref());
        let shared = policies.schema.as_ref().map(|s| self.own_schema(s));
        let mut names = HashSet::new();
        for policy in &policies.policies {
            if let Some(name) = &policy.name
                && !names.insert(name.value.as_str())
            {
                let d = Diagnostic::new(Code::PolicyNameDup).with("name", &name.value);
                self.say(d, name.span, "policy.name");
            }
            self.policy(policy, shared.as_ref());
        }
    }

    fn policy(&mut self, policy: &Policy, shared: Option<&Schema>) {
        self.expiry(policy.expiry.as_ref());
        let own = policy.schema.as_ref().map(|s| self.own_schema(s));
        let own = own.as_ref().or(shared);
        if policy.name.as_ref().is_none_or(|n| n.value.is_empty()) {
            self.say(Diagnostic::new(Code::PolicyNameMissing), policy.span, "policy.name");
        }
        if policy.discuri.as_ref().is_none_or(|d| d.value.is_empty()) {
            self.say(Diagnostic::new(Code::PolicyDiscuriMissing), policy.span, "policy.notice");
        }
        self.address(policy.discuri.as_ref(), "policy.notice");
        self.address(policy.opturi.as_ref(), "policy.choices");
        match &policy.entity {
            Some(entity) => self.entity(entity),
            None => self.say(Diagnostic::new(Code::EntityMissing), policy.span, "entity"),
        }
        if policy.access.as_ref().is_none_or(|a| a.access.is_none()) {
            let span = policy.access.as_ref().map_or(policy.span, |a| a.span);
            let d = Diagnostic::new(Code::AccessMissing).with("words", Access::words().join(", "));
            self.say(d, span, "policy.access");
        }
        if let Some(group) = &policy.disputes {
            self.disputes(group);
        }
        for (statement, id) in policy.statements.iter().zip(v11::statement_ids(policy)) {
            self.statement(policy, statement, &id, own);
        }
    }

    /// An address that user agents show must be whole.
    fn address(&mut self, address: Option<&At<String>>, place: &str) {
        if let Some(address) =
            address.filter(|a| !a.value.is_empty() && a.value.parse::<Url>().is_err())
        {
            let d = Diagnostic::new(Code::PolicyDiscuriRelative).with("value", &address.value);
            self.say(d, address.span, place);
        }
    }

    fn expiry(&mut self, expiry: Option<&At<Expiry>>) {
        let Some(at) = expiry else { return };
        match &at.value {
            Expiry::MaxAge(seconds) if *seconds < DAY => {
                let d = Diagnostic::new(Code::PrfExpiryShort).with("seconds", seconds);
                self.say(d, at.span, "policy.max-age");
            }
            Expiry::Date(date) if http_date(date).is_none() => {
                let d =
                    Diagnostic::new(Code::AttrValue).with("value", date).with("attribute", "date");
                let d = d.with(
                    "expected",
                    "write an HTTP date, such as `Sun, 06 Nov 2033 08:49:37 GMT`",
                );
                self.say(d, at.span, "policy.expires");
            }
            _ => {}
        }
    }

    fn entity(&mut self, entity: &Entity) {
        let (mut name, mut contact) = (false, false);
        for (group, data) in entity.groups.iter().flat_map(|g| g.data.iter().map(move |d| (g, d))) {
            let place = format!("entity.other.{}", data.reference.value.trim_start_matches('#'));
            let target = match Target::of(group.base.as_deref(), &data.reference.value) {
                Ok(target) => target,
                Err(message) => {
                    let d = Diagnostic::new(Code::DataRefSyntax).with("message", message);
                    self.say(d, data.reference.span, &place);
                    continue;
                }
            };
            let element = target.name().as_str();
            if !matches!(target, Target::Base(_)) || !element.starts_with("business.") {
                let d = Diagnostic::new(Code::EntityBadref).with("name", element);
                self.say(d, data.reference.span, &place);
            } else if !Schema::base().contains(target.name()) {
                self.unknown(target.name(), Schema::base(), data, &place);
            }
            let said = data.value.is_some();
            name |= said && element == "business.name";
            contact |= said && element.starts_with("business.contact-info.");
        }
        for (_, code) in [(name, Code::EntityNoname), (contact, Code::EntityNocontact)]
            .iter()
            .filter(|(ok, _)| !ok)
        {
            let place = if *code == Code::EntityNoname { "entity.name" } else { "entity" };
            self.say(Diagnostic::new(*code), entity.span, place);
        }
    }

    fn unknown(&mut self, name: &DataRef, schema: &Schema, data: &Data, place: &str) {
        let d = Diagnostic::new(Code::DataRefUnknown).with("name", name);
        let known = schema.names().map(DataRef::as_str);
        let d = match self.problems.suggest(name.as_str(), known) {
            Some(right) => d.fixed_by(format!("#{right}")),
            None => d,
        };
        self.say(d, data.reference.span, place);
    }

    fn disputes(&mut self, group: &DisputesGroup) {
        if group.disputes.is_empty() {
            let d = Diagnostic::new(Code::StructMissing).with("parent", "DISPUTES-GROUP");
            self.say(d.with("element", "DISPUTES"), group.span, "dispute");
        }
        for (i, dispute) in group.disputes.iter().enumerate() {
            if dispute.service.as_ref().is_none_or(|s| s.value.is_empty()) {
                self.say(
                    Diagnostic::new(Code::DisputesService),
                    dispute.span,
                    &format!("dispute.{i}.service"),
                );
            }
        }
    }

    fn own_schema(&mut self, schema: &DataSchema) -> Schema {
        for d in &schema.definitions {
            let name = d.name.as_ref().map_or("", |n| n.value.as_str());
            self.categories(
                d.categories.as_deref().unwrap_or_default(),
                name,
                &format!("data.{name}"),
            );
        }
        resolve_into(schema, self.problems)
    }

    /// Categories said once, and `other-category` explained.
    fn categories(&mut self, items: &[CategoryItem], data: &str, place: &str) {
        let mut seen = Set::EMPTY;
        for item in items {
            if !seen.insert(item.category) {
                let d = Diagnostic::new(Code::DupCategory).with("word", item.category);
                self.say(d, item.span, place);
            }
            if item.category == abide_policy::vocab::Category::OtherCategory
                && item.text.text.is_empty()
            {
                let d = Diagnostic::new(Code::CategoryOtherText).with("data", data);
                self.say(d, item.span, place);
            }
        }
    }
}

/// The categories of a target; `None`: it does not exist. Targets elsewhere are taken as their policy describes them.
fn of_target(target: &Target, own: Option<&Schema>) -> Option<Categories> {
    match target {
        Target::Base(name) => Schema::base().categories(name),
        Target::Own(name) => own.and_then(|s| s.categories(name)),
        Target::Foreign { .. } => Some(Categories::Variable),
    }
}

/// The day of an HTTP date; `None` if it is none.
#[must_use]
pub fn http_date(text: &str) -> Option<jiff::civil::Date> {
    let parser = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true);
    parser.parse_timestamp(text).ok().map(|t| jiff::tz::Offset::UTC.to_datetime(t).date())
}
