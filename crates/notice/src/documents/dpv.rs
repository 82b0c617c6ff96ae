//! A policy as JSON-LD in the words of the W3C's Data Privacy Vocabulary (DPV 2.3) and its extension for the GDPR.
//!
//! Owns: which word of the policy is which term of DPV; every term is one of [`terms`], which are checked against the
//! published vocabulary. Leaves to others: the vocabulary.
//!
//! Where DPV has no term that means the same, the nearest broader one stands, and the organisation's own words beside it.

use abide_policy::data::Schema;
use abide_policy::law::Area;
use abide_policy::model::{
    Entity, Policy, Processing, PurposeUse, Region, Statement, SubProcessor, Transfer,
};
use abide_policy::text::{Country, Period, Text, Unit};
use abide_policy::version::Version;
use abide_policy::vocab::{
    Basis, Category, Choice, Ground, Purpose, Recipient, Retention, Role, Set, Source,
    SpecialGround, Subject, Vocabulary,
};
use serde_json::{Map, Value, json};

use super::archive::source_path;
use super::notice::applicable;
use super::sheet::anchor;
use crate::document::{Address, Document, Page, Publication, Subject as About};

/// The namespace of DPV.
pub const DPV: &str = "https://w3id.org/dpv#";
/// The namespace of its extension for the GDPR.
pub const EU_GDPR: &str = "https://w3id.org/dpv/legal/eu/gdpr#";

/// Each policy in force as JSON-LD.
pub struct Dpv;

impl Document for Dpv {
    fn id(&self) -> &'static str {
        "dpv"
    }

    fn addresses(&self, publication: &Publication) -> Vec<Address> {
        let names = publication.in_force().map(|v| v.policy.name.clone());
        names.map(|name| Address::plain(format!("/{name}.jsonld"), About::Policy(name))).collect()
    }

    fn render(&self, publication: &Publication, address: &Address) -> Option<Page> {
        let About::Policy(name) = &address.subject else { return None };
        let version = publication.history(name)?.in_force(publication.today);
        let value = document(publication, version);
        let text = serde_json::to_string_pretty(&value).ok()?;
        // Angle brackets and ampersands occur in strings only: written so, the file can stand inside of a page.
        let text = text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
        Some(Page::new(Page::JSON_LD, text + "\n"))
    }
}

/// Every DPV term that can be published, as an IRI.
#[must_use]
pub fn terms() -> Vec<String> {
    let mut all: Vec<&str> = Vec::new();
    all.extend(Purpose::ALL.iter().map(|w| purpose(*w)));
    all.extend(Recipient::ALL.iter().map(|w| recipient(*w)));
    all.extend(Basis::ALL.iter().flat_map(|w| [basis(*w, Some(Area::Eea)), basis(*w, None)]));
    all.extend(SpecialGround::ALL.iter().map(|w| special(*w)));
    all.extend(Ground::ALL.iter().map(|w| ground(*w)));
    all.extend(Subject::ALL.iter().map(|w| subject(*w)));
    all.extend(Source::ALL.iter().map(|w| source(*w)));
    all.extend(Category::ALL.iter().map(|w| category(Set::of(&[*w]))));
    all.extend(Choice::ALL.iter().filter_map(|w| involvement(*w)));
    all.extend(RIGHTS.iter().map(|(_, term)| *term));
    all.extend(WORDS);
    let mut out: Vec<String> =
        all.iter().map(|t| t.replace("eu-gdpr:", EU_GDPR).replace("dpv:", DPV)).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Classes and properties that every file uses.
const WORDS: &[&str] = &[
    "dpv:AnonymisedData",
    "dpv:Country",
    "dpv:DataController",
    "dpv:DataProcessor",
    "dpv:DataProtectionAuthority",
    "dpv:DataProtectionOfficer",
    "dpv:DataSubProcessor",
    "dpv:EndlessDuration",
    "dpv:IndeterminateDuration",
    "dpv:Location",
    "dpv:Optional",
    "dpv:PrivacyNotice",
    "dpv:Process",
    "dpv:Representative",
    "dpv:Required",
    "dpv:StorageDuration",
    "dpv:StorageLocation",
    "dpv:TechnicalOrganisationalMeasure",
    "dpv:TemporalDuration",
    "dpv:hasAddress",
    "dpv:hasAuthority",
    "dpv:hasContact",
    "dpv:hasCountry",
    "dpv:hasDataController",
    "dpv:hasDataProcessor",
    "dpv:hasDataProtectionOfficer",
    "dpv:hasDataSource",
    "dpv:hasDataSubject",
    "dpv:hasDuration",
    "dpv:hasEntityInvolvement",
    "dpv:hasJurisdiction",
    "dpv:hasLegalBasis",
    "dpv:hasLocation",
    "dpv:hasName",
    "dpv:hasNecessity",
    "dpv:hasPersonalData",
    "dpv:hasProcess",
    "dpv:hasPurpose",
    "dpv:hasRecipient",
    "dpv:hasRepresentative",
    "dpv:hasRight",
    "dpv:hasStorageCondition",
    "dpv:hasTechnicalOrganisationalMeasure",
];

const RIGHTS: &[(&str, &str)] = &[
    ("access", "eu-gdpr:A15"),
    ("rectification", "eu-gdpr:A16"),
    ("erasure", "eu-gdpr:A17"),
    ("restriction", "eu-gdpr:A18"),
    ("portability", "eu-gdpr:A20"),
    ("objection", "eu-gdpr:A21"),
    ("marketing", "eu-gdpr:A21"),
    ("withdrawal", "eu-gdpr:A7-3"),
    ("human", "eu-gdpr:A22"),
    ("complaint", "eu-gdpr:A77"),
];

const fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Current => "dpv:RequestedServiceProvision",
        Purpose::Admin => "dpv:ServiceManagement",
        Purpose::Develop => "dpv:ImproveExistingProductsAndServices",
        Purpose::Tailoring => "dpv:UserInterfacePersonalisation",
        Purpose::PseudoAnalysis => "dpv:ServiceUsageAnalytics",
        Purpose::PseudoDecision => "dpv:ServicePersonalisation",
        Purpose::IndividualAnalysis => "dpv:CustomerRelationshipManagement",
        Purpose::IndividualDecision => "dpv:Personalisation",
        Purpose::Contact | Purpose::Telemarketing => "dpv:DirectMarketing",
        Purpose::Historical => "dpv:RecordManagement",
        Purpose::OtherPurpose => "dpv:Purpose",
    }
}

const fn recipient(recipient: Recipient) -> &'static str {
    match recipient {
        Recipient::Ours => "dpv:DataProcessor",
        Recipient::Delivery | Recipient::Same | Recipient::Unrelated => "dpv:ThirdParty",
        Recipient::OtherRecipient | Recipient::Public => "dpv:Recipient",
    }
}

const fn basis(basis: Basis, area: Option<Area>) -> &'static str {
    match (basis, area) {
        (Basis::Consent, Some(Area::Eea)) => "eu-gdpr:A6-1-a",
        (Basis::Contract, Some(Area::Eea)) => "eu-gdpr:A6-1-b",
        (Basis::LegalObligation, Some(Area::Eea)) => "eu-gdpr:A6-1-c",
        (Basis::VitalInterests, Some(Area::Eea)) => "eu-gdpr:A6-1-d",
        (Basis::PublicTask, Some(Area::Eea)) => "eu-gdpr:A6-1-e",
        (Basis::LegitimateInterests, Some(Area::Eea)) => "eu-gdpr:A6-1-f",
        (Basis::Consent, _) => "dpv:Consent",
        (Basis::Contract, _) => "dpv:Contract",
        (Basis::LegalObligation, _) => "dpv:LegalObligation",
        (Basis::VitalInterests, _) => "dpv:VitalInterest",
        (Basis::PublicTask, _) => "dpv:PublicInterest",
        (Basis::LegitimateInterests, _) => "dpv:LegitimateInterest",
    }
}

const fn special(ground: SpecialGround) -> &'static str {
    match ground {
        SpecialGround::ExplicitConsent => "eu-gdpr:A9-2-a",
        SpecialGround::Employment => "eu-gdpr:A9-2-b",
        SpecialGround::VitalInterests => "eu-gdpr:A9-2-c",
        SpecialGround::NonProfit => "eu-gdpr:A9-2-d",
        SpecialGround::MadePublic => "eu-gdpr:A9-2-e",
        SpecialGround::LegalClaims => "eu-gdpr:A9-2-f",
        SpecialGround::PublicInterest => "eu-gdpr:A9-2-g",
        SpecialGround::HealthCare => "eu-gdpr:A9-2-h",
        SpecialGround::PublicHealth => "eu-gdpr:A9-2-i",
        SpecialGround::Research => "eu-gdpr:A9-2-j",
    }
}

const fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Adequacy => "eu-gdpr:A45-3",
        Ground::StandardClauses => "eu-gdpr:StandardContractualClauses",
        Ground::BindingRules => "eu-gdpr:BindingCorporateRules",
        Ground::CodeOfConduct => "eu-gdpr:A46-2-e",
        Ground::Certification => "eu-gdpr:A46-2-f",
        Ground::ExplicitConsent => "eu-gdpr:A49-1-a",
        Ground::ContractNecessity => "eu-gdpr:A49-1-b",
    }
}

const fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Visitor => "dpv:Visitor",
        Subject::Customer => "dpv:Customer",
        Subject::Caller => "dpv:User",
        Subject::Contact => "dpv:DataSubject",
        Subject::Agent | Subject::Employee => "dpv:Employee",
        Subject::Applicant => "dpv:JobApplicant",
    }
}

const fn source(source: Source) -> &'static str {
    match source {
        Source::Person | Source::Observed => "dpv:DataSubjectDataSource",
        Source::Derived => "dpv:DataControllerDataSource",
        Source::Customer | Source::ThirdParty => "dpv:ThirdPartyDataSource",
        Source::Public => "dpv:PublicDataSource",
    }
}

/// The kind of personal data that some categories make it.
fn category(categories: Set<Category>) -> &'static str {
    let any = |of: Set<Category>| !categories.intersection(of).is_empty();
    if any(Category::special()) {
        "dpv:SpecialCategoryPersonalData"
    } else if any(Set::of(&[
        Category::Financial,
        Category::Government,
        Category::Location,
        Category::Content,
    ])) {
        "dpv:SensitivePersonalData"
    } else if any(Set::of(&[Category::Physical, Category::Online, Category::UniqueId])) {
        "dpv:IdentifyingPersonalData"
    } else {
        "dpv:PersonalData"
    }
}

const fn involvement(choice: Choice) -> Option<&'static str> {
    match choice {
        Choice::Always => None,
        Choice::OptOut => Some("dpv:OptingOutFromProcess"),
        Choice::OptIn => Some("dpv:OptingInToProcess"),
    }
}

fn id(iri: &str) -> Value {
    json!({ "@id": iri })
}

fn ids(iris: impl Iterator<Item = &'static str>) -> Value {
    let mut all: Vec<&str> = iris.collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(id).collect()
}

/// A text in every language it is written in.
fn texts(text: &Text) -> Value {
    text.iter().map(|(lang, text)| json!({ "@value": text, "@language": lang.word() })).collect()
}

/// A node in the making: what is empty is left out.
struct Node(Map<String, Value>);

impl Node {
    fn of(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), kind.into())]))
    }
    fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = match &value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.insert(property.to_owned(), value);
        }
        self
    }
    fn end(self) -> Value {
        Value::Object(self.0)
    }
}

fn document(publication: &Publication, version: &Version) -> Value {
    let policy = &version.policy;
    let origin = publication.site.url.origin();
    let area = Area::of(policy.jurisdiction);
    let rights = area.filter(|a| *a == Area::Eea && policy.role == Role::Controller);
    let rights = rights.map(|a| applicable(policy, a)).unwrap_or_default();
    let right = |name: &&str| RIGHTS.iter().find(|(n, _)| n == name).map(|(_, term)| *term);
    let (entity_property, entity_class) = match policy.role {
        Role::Controller => ("dpv:hasDataController", "dpv:DataController"),
        Role::Processor => ("dpv:hasDataProcessor", "dpv:DataProcessor"),
    };
    let issued = json!({ "@value": policy.effective.to_string(), "@type": "xsd:date" });
    let schema = policy.schema();
    let processes: Value = policy.statements.iter().map(|s| process(policy, s, &schema)).collect();
    let source = format!("{origin}{}", source_path(&policy.name, &policy.version));
    let root = Node::of("dpv:PrivacyNotice")
        .with("dct:identifier", version.cite())
        .with("dct:title", texts(&policy.title))
        .with("dct:description", texts(&policy.introduction))
        .with("dct:issued", issued)
        .with("dct:source", id(&source))
        .with("dpv:hasJurisdiction", country(policy.jurisdiction))
        .with(entity_property, entity(&policy.entity, entity_class))
        .with("dpv:hasAuthority", authority(policy))
        .with("dpv:hasRight", ids(rights.iter().filter_map(right)))
        .with("dpv:hasTechnicalOrganisationalMeasure", measures(policy))
        .with("dct:audience", policy.processing.as_ref().map_or(Value::Null, controllers))
        .with("dpv:hasProcess", processes);
    let mut whole = Map::new();
    whole.insert("@context".to_owned(), context(&format!("{origin}/{}.jsonld", policy.name)));
    whole.insert("@id".to_owned(), policy.notice.as_str().into());
    whole.extend(root.0);
    Value::Object(whole)
}

fn context(base: &str) -> Value {
    json!({
        "@base": base,
        "dpv": DPV,
        "eu-gdpr": EU_GDPR,
        "dct": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

fn controllers(processing: &Processing) -> Value {
    texts(&processing.controllers)
}

fn country(country: Country) -> Value {
    Node::of("dpv:Country").with("dct:identifier", country.code()).end()
}

fn entity(entity: &Entity, class: &str) -> Value {
    let address = [&entity.street, &entity.postal_code, &entity.city, &entity.region];
    let address: Vec<&str> = address.into_iter().flatten().map(String::as_str).collect();
    let contact = [&entity.email, &entity.phone].into_iter().flatten().cloned().map(Value::from);
    let person = |p: &abide_policy::model::Person, class: &str| {
        let contact = [&p.email, &p.phone].into_iter().flatten().cloned().map(Value::from);
        Node::of(class)
            .with("dpv:hasName", p.name.as_str())
            .with("dpv:hasAddress", p.address.clone().unwrap_or_default())
            .with("dpv:hasContact", contact.collect::<Value>())
            .end()
    };
    let officer = entity.officer.as_ref().map(|p| person(p, "dpv:DataProtectionOfficer"));
    let representative = entity.representative.as_ref().map(|p| person(p, "dpv:Representative"));
    Node::of(class)
        .with("dpv:hasName", entity.name.as_str())
        .with("dpv:hasAddress", address.join(", "))
        .with("dpv:hasCountry", entity.country.map_or(Value::Null, country))
        .with("dpv:hasContact", contact.collect::<Value>())
        .with("dpv:hasDataProtectionOfficer", officer.unwrap_or_default())
        .with("dpv:hasRepresentative", representative.unwrap_or_default())
        .end()
}

fn authority(policy: &Policy) -> Value {
    policy.authority.as_ref().map_or(Value::Null, |a| {
        let contact = a.web.as_ref().map(ToString::to_string).or_else(|| a.email.clone());
        Node::of("dpv:DataProtectionAuthority")
            .with("dpv:hasName", a.name.as_str())
            .with("dpv:hasContact", contact.unwrap_or_default())
            .end()
    })
}

fn measures(policy: &Policy) -> Value {
    let measure = |t: &Text| {
        Node::of("dpv:TechnicalOrganisationalMeasure").with("dct:description", texts(t)).end()
    };
    policy.security.iter().map(measure).collect()
}

fn process(policy: &Policy, statement: &Statement, schema: &Schema) -> Value {
    let area = Area::of(policy.jurisdiction);
    let purposes: Value =
        statement.purposes.iter().map(|(p, u)| purpose_node(*p, u, area)).collect();
    let recipients = statement.recipients.iter().map(|(r, used)| {
        let who: Vec<Value> = used.who.iter().map(texts).collect();
        let choice = involvement(used.choice).map_or(Value::Null, id);
        Node::of(recipient(*r))
            .with("dct:title", who)
            .with("dpv:hasEntityInvolvement", choice)
            .end()
    });
    let subs = policy.sub_processors.iter().filter(|s| s.statements.contains(&statement.id));
    let recipients: Value = recipients.chain(subs.map(sub_processor)).collect();
    let regions = super::sheet::regions(policy, &statement.regions).map(region);
    let storage: Value = std::iter::once(duration(statement)).chain(regions).collect();
    let mut node = Node::of("dpv:Process")
        .with("dct:title", texts(&statement.title))
        .with("dct:description", texts(&statement.why))
        .with("dpv:hasDataSubject", ids(statement.subjects.iter().map(subject)))
        .with("dpv:hasDataSource", ids(statement.sources.iter().map(source)))
        .with("dpv:hasPersonalData", data(policy, statement, schema))
        .with("dpv:hasPurpose", purposes)
        .with("dpv:hasRecipient", recipients)
        .with("dpv:hasStorageCondition", storage)
        .with(
            "dpv:hasLegalBasis",
            statement.special_ground.map_or(Value::Null, |g| id(special(g))),
        );
    node.0.insert("@id".to_owned(), format!("#{}", anchor(&statement.id)).into());
    node.end()
}

fn purpose_node(name: Purpose, used: &PurposeUse, area: Option<Area>) -> Value {
    Node::of(purpose(name))
        .with("dct:identifier", name.word())
        .with("dct:description", texts(&used.description))
        .with("dpv:hasLegalBasis", used.basis.map_or(Value::Null, |b| id(basis(b, area))))
        .with("dpv:hasEntityInvolvement", involvement(used.choice).map_or(Value::Null, id))
        .end()
}

fn data(policy: &Policy, statement: &Statement, schema: &Schema) -> Value {
    let node = |used: &abide_policy::model::DataUse| {
        let categories = used.categories(schema);
        let claimed = statement.non_identifiable
            || (statement.retention.anonymous && statement.retention.period.is_none());
        let kind = if claimed { "dpv:AnonymisedData" } else { category(categories) };
        let own = policy.data.iter().find(|d| d.name == used.name);
        let words: Vec<Value> = categories.iter().map(|c| c.word().into()).collect();
        Node::of(kind)
            .with("dct:identifier", used.name.as_str())
            .with("dct:title", own.map_or(Value::Null, |d| texts(&d.title)))
            .with("dct:subject", words)
            .with(
                "dpv:hasNecessity",
                id(if used.optional { "dpv:Optional" } else { "dpv:Required" }),
            )
            .end()
    };
    statement.data.iter().map(node).collect()
}

fn sub_processor(sub: &SubProcessor) -> Value {
    Node::of("dpv:DataSubProcessor")
        .with("dpv:hasName", sub.name.as_str())
        .with("dct:description", texts(&sub.task))
        .with("dpv:hasCountry", country(sub.country))
        .with("dpv:hasLegalBasis", transfer(sub.transfer.as_ref()))
        .end()
}

fn transfer(transfer: Option<&Transfer>) -> Value {
    transfer.map_or(Value::Null, |t| id(ground(t.ground)))
}

fn region(region: &Region) -> Value {
    let place = Node::of("dpv:Location")
        .with("dct:title", texts(&region.title))
        .with("dpv:hasCountry", country(region.country))
        .end();
    Node::of("dpv:StorageLocation")
        .with("dpv:hasLocation", place)
        .with("dpv:hasLegalBasis", transfer(region.transfer.as_ref()))
        .end()
}

fn duration(statement: &Statement) -> Value {
    let rule = &statement.retention;
    let length = match (rule.period, rule.kind) {
        (Some(period), _) => Node::of("dpv:TemporalDuration")
            .with("rdf:value", json!({ "@value": iso(period), "@type": "xsd:duration" }))
            .with("dct:description", rule.since.word()),
        (None, Retention::Indefinitely) => Node::of("dpv:EndlessDuration"),
        (None, _) => {
            Node::of("dpv:IndeterminateDuration").with("dct:description", rule.kind.word())
        }
    };
    Node::of("dpv:StorageDuration")
        .with("dpv:hasDuration", length.end())
        .with("dct:description", texts(&rule.reason))
        .end()
}

/// A period as XML Schema writes durations.
fn iso(period: Period) -> String {
    let n = u32::from(period.amount());
    match period.unit() {
        Unit::Hour => format!("PT{n}H"),
        Unit::Day => format!("P{n}D"),
        Unit::Week => format!("P{}D", n * 7),
        Unit::Month => format!("P{n}M"),
        Unit::Year => format!("P{n}Y"),
    }
}
