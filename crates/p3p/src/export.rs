//! From a policy to P3P's documents: the full policy, the reference file, the data schema (P3P 1.0 §2.3, §3, §5).
//!
//! Owns: what of a policy P3P can say, and how. Leaves to others: XML ([`crate::write`]), the compact policy
//! ([`crate::derive`]).
//!
//! P3P has no words for lawful bases, periods, transfers and rights: they are in the policy for people, to which
//! `discuri` points. Names and titles of statements go into optional extensions of P3P 1.1, so that importing brings
//! them back.

use abide_policy::data::{Categories, Schema};
use abide_policy::model::{self, Expiry as PolicyExpiry};
use abide_policy::site::{Site, SitePolicy};
use abide_policy::text::{Id, Text};
use abide_policy::vocab::{Category, Choice, Lang, Purpose, Set, Vocabulary};

use crate::ast::{
    AccessElement, At, CategoryItem, CookiePattern, Data, DataGroup, DataSchema, Definition,
    DefinitionKind, Dispute, DisputesGroup, Document, Entity, Expiry, Image, Policies, Policy,
    PolicyRef, PolicyReferences, PurposeItem, Purposes, RecipientItem, Recipients, Reference,
    RetentionElement, Statement, Words,
};
use crate::read::collapse;
use crate::v11;
use crate::xml::{Span, clean};

/// Where the reference file is found without being told (§2.2.1).
pub const WELL_KNOWN: &str = "/w3c/p3p.xml";

/// The path at which a policy's file is published: `/w3c/site.xml`.
#[must_use]
pub fn policy_path(name: &Id) -> String {
    format!("/w3c/{name}.xml")
}

/// A file with this policy, its texts in one language.
#[must_use]
pub fn policy_file(policy: &model::Policy, lang: Lang) -> Document {
    Document::Policies(Policies {
        policies: vec![from_policy(policy, lang)],
        ..Policies::default()
    })
}

/// A file with the policy's own data elements, its texts in one language; they are also inside of the policy's file.
#[must_use]
pub fn schema_file(policy: &model::Policy, lang: Lang) -> Document {
    Document::DataSchema(own_schema(policy, lang))
}

/// The policy in P3P's words, its texts in one language; a text that is missing there is taken from another.
#[must_use]
pub fn from_policy(policy: &model::Policy, lang: Lang) -> Policy {
    let exporter = Exporter { lang, schema: policy.schema() };
    let groups = policy.statements.iter().map(|s| {
        let title = exporter.line(&s.title).unwrap_or_default();
        v11::extension(
            "STATEMENT-GROUP-DEF",
            &[("id", s.id.as_str()), ("short-description", &title)],
        )
    });
    Policy {
        name: Some(At::new(policy.name.to_string())),
        discuri: Some(At::new(policy.notice.to_string())),
        opturi: policy.choices.as_ref().map(|u| At::new(u.to_string())),
        lang: Some(lang.word().to_owned()),
        test: policy.test,
        expiry: policy.expiry.map(|e| At::new(expiry(e))),
        schema: (!policy.data.is_empty()).then(|| own_schema(policy, lang)),
        entity: Some(entity(&policy.entity)),
        access: Some(AccessElement {
            access: Some(policy.access),
            additions: Vec::new(),
            span: Span::default(),
        }),
        disputes: exporter.disputes(&policy.disputes),
        statements: policy.statements.iter().map(|s| exporter.statement(s)).collect(),
        additions: groups.collect(),
        span: Span::default(),
    }
}

/// The reference file of a site: each of its policies that is named, with the paths and cookies it covers (§2.3).
///
/// Policies that cover neither paths nor cookies are left out: a reference to them would apply to nothing.
#[must_use]
pub fn reference_of(site: &Site, published: &[&Id]) -> Document {
    let covered = |p: &&SitePolicy| {
        published.contains(&&p.name) && !(p.paths.is_empty() && p.cookies.is_empty())
    };
    let references = PolicyReferences {
        expiry: Some(At::new(Expiry::MaxAge(86_400))),
        references: site.policies.iter().filter(covered).map(policy_ref).collect(),
        ..PolicyReferences::default()
    };
    Document::Reference(Reference { references: Some(references), ..Reference::default() })
}

fn policy_ref(policy: &SitePolicy) -> PolicyRef {
    let patterns = |paths: &[String]| paths.iter().map(|p| At::new(p.clone())).collect();
    let any = || Some("*".to_owned());
    let cookie = |name: &String| CookiePattern {
        name: Some(name.clone()),
        value: any(),
        domain: any(),
        path: any(),
        span: Span::default(),
    };
    PolicyRef {
        about: Some(At::new(format!("{}#{}", policy_path(&policy.name), policy.name))),
        include: patterns(&policy.paths),
        exclude: if policy.paths.is_empty() { Vec::new() } else { patterns(&policy.exclude) },
        cookie_include: policy.cookies.iter().map(cookie).collect(),
        ..PolicyRef::default()
    }
}

fn expiry(expiry: PolicyExpiry) -> Expiry {
    match expiry {
        PolicyExpiry::MaxAge(seconds) => Expiry::MaxAge(seconds.into()),
        PolicyExpiry::On(date) => {
            Expiry::Date(date.strftime("%a, %d %b %Y 00:00:00 GMT").to_string())
        }
    }
}

/// The elements that say each part of an entity (§3.2.4).
pub(crate) const ENTITY_NAME: &str = "business.name";
pub(crate) const ENTITY_STREET: &str = "business.contact-info.postal.street";
pub(crate) const ENTITY_CODE: &str = "business.contact-info.postal.postalcode";
pub(crate) const ENTITY_CITY: &str = "business.contact-info.postal.city";
pub(crate) const ENTITY_REGION: &str = "business.contact-info.postal.stateprov";
pub(crate) const ENTITY_COUNTRY: &str = "business.contact-info.postal.country";
pub(crate) const ENTITY_EMAIL: &str = "business.contact-info.online.email";
pub(crate) const ENTITY_WEB: &str = "business.contact-info.online.uri";
pub(crate) const ENTITY_PHONE: &str = "business.contact-info.telecom.telephone.number";

fn entity(e: &model::Entity) -> Entity {
    let parts = [
        (ENTITY_NAME, Some(e.name.clone())),
        (ENTITY_STREET, e.street.clone()),
        (ENTITY_CODE, e.postal_code.clone()),
        (ENTITY_CITY, e.city.clone()),
        (ENTITY_REGION, e.region.clone()),
        (ENTITY_COUNTRY, e.country.map(|c| c.to_string())),
        (ENTITY_EMAIL, e.email.clone()),
        (ENTITY_PHONE, e.phone.clone()),
        (ENTITY_WEB, e.web.as_ref().map(ToString::to_string)),
    ];
    let named = parts.into_iter().filter_map(|(name, value)| value.map(|v| (name.to_owned(), v)));
    let other = e.other.iter().map(|(name, value)| (name.to_string(), value.clone()));
    let data = named.chain(other).map(|(name, value)| Data {
        value: Some(At::new(collapse(&clean(&value)))),
        ..reference(&name)
    });
    let group = DataGroup { data: data.collect(), ..DataGroup::default() };
    Entity { groups: vec![group], ..Entity::default() }
}

fn reference(name: &str) -> Data {
    Data {
        reference: At::new(format!("#{name}")),
        optional: None,
        categories: None,
        value: None,
        additions: Vec::new(),
        span: Span::default(),
    }
}

fn own_schema(policy: &model::Policy, lang: Lang) -> DataSchema {
    let exporter = Exporter { lang, schema: Schema::empty() };
    let definition = |d: &model::OwnData| Definition {
        kind: DefinitionKind::Element,
        name: Some(At::new(d.name.to_string())),
        structref: None,
        short_description: exporter.line(&d.title),
        long_description: exporter.words(&d.description),
        categories: (!d.categories.is_empty())
            .then(|| exporter.categories(d.categories, &d.other_category)),
        additions: Vec::new(),
        span: Span::default(),
    };
    DataSchema {
        lang: Some(lang.word().to_owned()),
        definitions: policy.data.iter().map(definition).collect(),
        ..DataSchema::default()
    }
}

struct Exporter {
    lang: Lang,
    schema: Schema,
}

impl Exporter {
    /// A text on one line; `None` if there is none.
    fn line(&self, text: &Text) -> Option<String> {
        (!text.is_empty()).then(|| collapse(&clean(text.or_any(self.lang))))
    }
    fn words(&self, text: &Text) -> Option<Words> {
        self.line(text).map(Words::new)
    }

    fn disputes(&self, disputes: &[model::Dispute]) -> Option<DisputesGroup> {
        let image = |i: &model::Image| Image {
            src: Some(At::new(i.source.to_string())),
            alt: Some(i.alt.clone()),
            width: i.width,
            height: i.height,
            span: Span::default(),
        };
        let dispute = |d: &model::Dispute| Dispute {
            resolution: Some(At::new(d.resolution)),
            service: Some(At::new(d.service.to_string())),
            verification: d.verification.clone(),
            short_description: self.line(&d.title),
            long_description: self.words(&d.description),
            image: d.image.as_ref().map(image),
            remedies: (!d.remedies.is_empty()).then(|| d.remedies.iter().map(At::new).collect()),
            ..Dispute::default()
        };
        let disputes: Vec<Dispute> = disputes.iter().map(dispute).collect();
        (!disputes.is_empty()).then(|| DisputesGroup { disputes, ..DisputesGroup::default() })
    }

    fn statement(&self, s: &model::Statement) -> Statement {
        let (purposes, recipients) = (self.purposes(s), self.recipients(s));
        Statement {
            consequence: self.words(&s.why),
            non_identifiable: s.non_identifiable.then(Span::default),
            purposes: (!purposes.is_empty())
                .then(|| Purposes { list: purposes, ..Purposes::default() }),
            recipients: (!recipients.is_empty())
                .then(|| Recipients { list: recipients, ..Recipients::default() }),
            retention: Some(RetentionElement {
                retention: Some(s.retention.kind),
                ..RetentionElement::default()
            }),
            groups: self.groups(s),
            additions: vec![v11::extension("STATEMENT-GROUP", &[("id", s.id.as_str())])],
            span: Span::default(),
        }
    }

    fn purposes(&self, s: &model::Statement) -> Vec<PurposeItem> {
        let item = |(purpose, u): (&Purpose, &model::PurposeUse)| PurposeItem {
            purpose: *purpose,
            required: required(u.choice),
            text: if *purpose == Purpose::OtherPurpose { self.words(&u.description) } else { None }
                .unwrap_or_default(),
            additions: Vec::new(),
            span: Span::default(),
        };
        s.purposes.iter().map(item).collect()
    }

    fn recipients(&self, s: &model::Statement) -> Vec<RecipientItem> {
        let item = |(recipient, u): (&_, &model::RecipientUse)| RecipientItem {
            recipient: *recipient,
            required: required(u.choice),
            descriptions: u.who.iter().filter_map(|w| self.words(w)).collect(),
            additions: Vec::new(),
            span: Span::default(),
        };
        s.recipients.iter().map(item).collect()
    }

    /// Data in the author's order: what follows each other in the base schema, or in the policy's own, is one group.
    fn groups(&self, s: &model::Statement) -> Vec<DataGroup> {
        let is_base = |d: &model::DataUse| Schema::base().contains(&d.name);
        let group = |data: &[model::DataUse]| DataGroup {
            base: data.first().is_some_and(|d| !is_base(d)).then(String::new),
            data: data.iter().map(|d| self.data(d)).collect(),
            ..DataGroup::default()
        };
        s.data.chunk_by(|a, b| is_base(a) == is_base(b)).map(group).collect()
    }

    fn data(&self, d: &model::DataUse) -> Data {
        let fixed = matches!(self.schema.categories(&d.name), Some(Categories::Fixed(_)));
        let said = !fixed && !d.categories.is_empty();
        Data {
            optional: d.optional.then_some(true),
            categories: said.then(|| self.categories(d.categories, &d.other_category)),
            ..reference(d.name.as_str())
        }
    }

    fn categories(&self, set: Set<Category>, other: &Text) -> Vec<CategoryItem> {
        let text = |c| {
            if c == Category::OtherCategory { self.words(other) } else { None }.unwrap_or_default()
        };
        set.iter()
            .map(|category| CategoryItem { category, text: text(category), span: Span::default() })
            .collect()
    }
}

/// The attribute `required`: left out where it says what its absence says.
fn required(choice: Choice) -> Option<Choice> {
    (choice != Choice::Always).then_some(choice)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::read::read;
    use crate::testing::{any_policy, example};
    use crate::validate::policies_of;
    use crate::write::print;

    fn site(paths: &[&str], exclude: &[&str], cookies: &[&str]) -> Site {
        let list = |l: &[&str]| l.iter().map(|s| (*s).to_owned()).collect();
        Site {
            url: "https://www.example.com".parse().unwrap(),
            name: "Example".to_owned(),
            security_contacts: Vec::new(),
            security_expires: None,
            stores: Vec::new(),
            requests_kept: None,
            erasures_at: None,
            zone: None,
            region: None,
            holidays: Default::default(),
            gpc: None,
            policies: vec![SitePolicy {
                name: "site".parse().unwrap(),
                files: Vec::new(),
                paths: list(paths),
                exclude: list(exclude),
                cookies: list(cookies),
            }],
        }
    }

    #[test]
    fn the_example_as_p3p() {
        insta::assert_snapshot!(print(&policy_file(&example(), Lang::En)));
    }

    #[test]
    fn the_example_passes_the_check() {
        for document in [policy_file(&example(), Lang::En), schema_file(&example(), Lang::En)] {
            let reading = read(print(&document));
            assert_eq!(reading.diagnostics, []);
            assert_eq!(reading.document, Some(document));
        }
    }

    #[test]
    fn the_reference_file_leads_to_the_policy() {
        let name: Id = "site".parse().unwrap();
        let document = reference_of(&site(&["/*"], &["/intern/*"], &["*"]), &[&name]);
        insta::assert_snapshot!(print(&document));
        let reading = read(print(&document));
        assert_eq!(reading.diagnostics, []);
        let Some(Document::Reference(reference)) = reading.document else { panic!() };
        let policies = policy_file(&example(), Lang::En);
        assert_eq!(policies_of(&reference, &[("/w3c/site.xml", &policies)]), []);
        let other = print(&document).replace("/w3c/site.xml#site", "site.xml#shop");
        let Some(Document::Reference(other)) = read(other).document else { panic!() };
        let unresolved = policies_of(&other, &[("/w3c/site.xml", &policies)]);
        assert_eq!(
            unresolved.iter().map(|d| d.code.id()).collect::<Vec<_>>(),
            ["prf.policy.unresolved"]
        );
        let without = reference_of(&site(&["/*"], &[], &[]), &[&name]);
        let Document::Reference(without) = without else { panic!() };
        let codes: Vec<_> = policies_of(&without, &[("/w3c/site.xml", &policies)])
            .iter()
            .map(|d| d.code.id())
            .collect();
        assert_eq!(codes, ["prf.cookie.nothing"]);
        assert!(!print(&reference_of(&site(&["/*"], &[], &[]), &[])).contains("POLICY-REF about"));
    }

    #[test]
    fn an_expiry_day_is_an_http_date() {
        let Expiry::Date(date) = expiry(PolicyExpiry::On(jiff::civil::date(2033, 11, 6))) else {
            panic!()
        };
        assert_eq!(date, "Sun, 06 Nov 2033 00:00:00 GMT");
        assert_eq!(crate::validate::http_date(&date), Some(jiff::civil::date(2033, 11, 6)));
    }

    proptest! {
        #[test]
        fn what_is_written_passes_the_check(p in any_policy()) {
            let document = policy_file(&p, Lang::En);
            let text = print(&document);
            let reading = read(&text);
            let errors = abide_policy::diagnostic::has_errors(&reading.diagnostics);
            prop_assert!(!errors, "{} {:?}", text, reading.diagnostics);
            prop_assert_eq!(reading.document, Some(document));
        }
    }
}
