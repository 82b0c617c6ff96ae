//! The policy as a value: what an organisation promises about personal data.
//!
//! Owns: the types, and the questions that need only one policy (effective categories, published languages). Everything
//! that P3P 1.0 can say can be said here, and what the GDPR asks of a notice (Art. 13, 14) and of a record of
//! processing (Art. 30). Leaves to others: reading it from a file ([`crate::source`]), whether it contradicts itself
//! ([`crate::check`]), what it permits ([`crate::decide`]).
//!
//! A value of these types is well formed, which is not to say consistent.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::data::{DataRef, Schema};
use crate::text::{Country, Id, Period, Text, Url};
use crate::vocab::{
    Access, Basis, Category, Choice, Ground, Lang, Purpose, Recipient, Redress, Resolution,
    Retention, Role, Set, Since, Source, SpecialGround, Storage, Subject, Vocabulary,
};

/// One version of one policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Which policy it is among the organisation's: `site`, `service`.
    pub name: Id,
    /// Which version; never used for another text once published.
    pub version: Id,
    /// The first day on which it applies.
    pub effective: Date,
    /// Whether the organisation decides, or acts for customers.
    pub role: Role,
    /// The languages its author promises; see [`Policy::published_languages`].
    pub languages: Vec<Lang>,
    /// What people call it.
    pub title: Text,
    /// One or two sentences before everything else; may be empty.
    pub introduction: Text,
    /// Where the policy for people is published (P3P `discuri`).
    pub notice: Url,
    /// Where people choose: opt-in and opt-out (P3P `opturi`).
    pub choices: Option<Url>,
    /// What access people have to their data.
    pub access: Access,
    /// An example that must be ignored by user agents (P3P `TEST`).
    pub test: bool,
    /// How long a user agent may rely on it (P3P `EXPIRY`, §2.3.2.3); a day if not said.
    pub expiry: Option<Expiry>,
    /// The country whose law applies.
    pub jurisdiction: Country,
    /// Who is responsible.
    pub entity: Entity,
    /// The supervisory authority to which people can complain (GDPR Art. 13(2)(d)).
    pub authority: Option<Authority>,
    /// How people use their rights.
    pub rights: Option<Rights>,
    /// How disputes are settled.
    pub disputes: Vec<Dispute>,
    /// Own data elements.
    pub data: Vec<OwnData>,
    /// What is done with data.
    pub statements: Vec<Statement>,
    /// Cookies and other things stored in browsers.
    pub cookies: Vec<Cookie>,
    /// Organisations that process data for this one.
    pub sub_processors: Vec<SubProcessor>,
    /// Where data is kept.
    pub regions: Vec<Region>,
    /// Technical and organisational measures (GDPR Art. 30(1)(g), 32).
    pub security: Vec<Text>,
    /// What a processor owes its customers (GDPR Art. 28); for [`Role::Processor`].
    pub processing: Option<Processing>,
    /// Warnings that the author has read and answered.
    pub acknowledged: Vec<Acknowledged>,
}

/// How long a user agent may rely on a fetched policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    /// So many seconds from when it was fetched.
    MaxAge(u32),
    /// Until the start of this day (UTC).
    On(Date),
}

/// Who is responsible: the entity (P3P 1.0 §3.2.4, GDPR Art. 13(1)(a)).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entity {
    /// Its legal name.
    pub name: String,
    /// Street and number.
    pub street: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub region: Option<String>,
    /// Country.
    pub country: Option<Country>,
    /// E-mail address for privacy questions.
    pub email: Option<String>,
    /// Telephone number as people dial it.
    pub phone: Option<String>,
    /// Its web site.
    pub web: Option<Url>,
    /// Its representative in the Union or the United Kingdom (Art. 27).
    pub representative: Option<Person>,
    /// Its data protection officer (Art. 37).
    pub officer: Option<Person>,
    /// Whatever else P3P's `business.*` elements can say of it.
    pub other: BTreeMap<DataRef, String>,
}

/// Somebody who can be asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Name or function.
    pub name: String,
    /// Postal address on one line.
    pub address: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
}

/// A supervisory authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// Its name.
    pub name: String,
    /// Its web site.
    pub web: Option<Url>,
    /// Its e-mail address.
    pub email: Option<String>,
}

/// How people use their rights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    /// The page on which they sign in and settle it themselves.
    pub web: Option<Url>,
    /// The e-mail address to write to.
    pub email: Option<String>,
    /// What else there is to say about it; may be empty.
    pub note: Text,
}

/// How a dispute is settled (P3P 1.0 §3.2.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// In which way.
    pub resolution: Resolution,
    /// Where: the customer service, organisation, court or law.
    pub service: Url,
    /// How to verify membership: a certificate's address or number.
    pub verification: Option<String>,
    /// A name or short description.
    pub title: Text,
    /// A longer description; may be empty.
    pub description: Text,
    /// What is offered (§3.2.7).
    pub remedies: Set<Redress>,
    /// A logo of the organisation that settles it.
    pub image: Option<Image>,
}

/// A picture (P3P 1.0 §3.2.6, `IMG`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Where it is.
    pub source: Url,
    /// What it shows, in words.
    pub alt: String,
    /// Width in pixels.
    pub width: Option<u32>,
    /// Height in pixels.
    pub height: Option<u32>,
}

/// A data element of the organisation's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnData {
    /// Its name.
    pub name: DataRef,
    /// What people call it.
    pub title: Text,
    /// Its categories; empty: each use says them.
    pub categories: Set<Category>,
    /// What `other-category` means here; may be empty otherwise.
    pub other_category: Text,
    /// What it holds; may be empty.
    pub description: Text,
}

/// What is done with some data (P3P 1.0 §3.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its name: decisions cite it.
    pub id: Id,
    /// What people call it.
    pub title: Text,
    /// Why, in plain words (P3P `CONSEQUENCE`).
    pub why: Text,
    /// The author's claim that nobody can be identified by this data (P3P `NON-IDENTIFIABLE`, §3.3.3).
    pub non_identifiable: bool,
    /// Whose data it is.
    pub subjects: Set<Subject>,
    /// Where the data comes from.
    pub sources: Set<Source>,
    /// Which data.
    pub data: Vec<DataUse>,
    /// What for.
    pub purposes: BTreeMap<Purpose, PurposeUse>,
    /// Who receives it.
    pub recipients: BTreeMap<Recipient, RecipientUse>,
    /// How long it stays.
    pub retention: RetentionRule,
    /// The legitimate interests pursued (Art. 13(1)(d)); may be empty.
    pub interests: Text,
    /// Whether people must give the data, and what follows if not (Art. 13(2)(e)); may be empty.
    pub obligation: Text,
    /// Logic and consequences of automated decisions (Art. 13(2)(f)); may be empty.
    pub automated_decision: Text,
    /// Why special categories may be processed (Art. 9(2)).
    pub special_ground: Option<SpecialGround>,
    /// In which regions it is kept; empty: in every one of the policy.
    pub regions: Vec<Id>,
}

/// One kind of data in a statement (P3P 1.0 §3.3.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataUse {
    /// The element or set.
    pub name: DataRef,
    /// Categories, for elements that have none of their own.
    pub categories: Set<Category>,
    /// What `other-category` means here; may be empty otherwise.
    pub other_category: Text,
    /// Whether people may leave it out.
    pub optional: bool,
}

/// One purpose of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurposeUse {
    /// Whether the person can choose (P3P `required`).
    pub choice: Choice,
    /// On which ground, if the author says one.
    pub basis: Option<Basis>,
    /// What it means here; needed for `other-purpose`, otherwise may be empty.
    pub description: Text,
}

/// One recipient of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientUse {
    /// Whether the person can choose (P3P `required`).
    pub choice: Choice,
    /// Who they are (P3P `recipient-description`).
    pub who: Vec<Text>,
    /// Where they are, if the author says so.
    pub country: Option<Country>,
    /// What permits the transfer, where their country is third.
    pub transfer: Option<Transfer>,
}

impl RecipientUse {
    /// A recipient about whom nothing else is said than the choice.
    #[must_use]
    pub const fn of(choice: Choice) -> Self {
        Self { choice, who: Vec::new(), country: None, transfer: None }
    }
}

/// How long data stays (P3P 1.0 §3.3.6, GDPR Art. 13(2)(a)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionRule {
    /// The kind.
    pub kind: Retention,
    /// The real period.
    pub period: Option<Period>,
    /// From when it counts.
    pub since: Since,
    /// What remains after the period, or from the start, says nothing about a person any more.
    pub anonymous: bool,
    /// The law or the criteria that fix it; may be empty.
    pub reason: Text,
}

/// Something stored in browsers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// Its name; `*` stands for any characters.
    pub name: String,
    /// How it is stored.
    pub storage: Storage,
    /// The statement that covers it.
    pub statement: Id,
    /// What it is for.
    pub title: Text,
    /// How long it stays; `None`: until the browser is closed.
    pub lifetime: Option<Period>,
    /// Who else sets it, if not the organisation.
    pub provider: Option<String>,
    /// The path to which it is bound (P3P `COOKIE-INCLUDE path`).
    pub path: Option<String>,
    /// The domain to which it is bound (P3P `COOKIE-INCLUDE domain`).
    pub domain: Option<String>,
}

/// An organisation that processes data for this one (GDPR Art. 28(2), (4)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubProcessor {
    /// Its name in this file.
    pub id: Id,
    /// Its legal name.
    pub name: String,
    /// What it does.
    pub task: Text,
    /// Where it processes.
    pub country: Country,
    /// The statements whose data it sees.
    pub statements: Vec<Id>,
    /// What permits the transfer, where its country is third.
    pub transfer: Option<Transfer>,
    /// Since when, or from when if announced.
    pub since: Date,
}

/// What permits a transfer to a third country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The ground.
    pub ground: Ground,
    /// Where people can read it (Art. 13(1)(f)).
    pub document: Option<Url>,
}

/// A place where data is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in this file.
    pub id: Id,
    /// What people call it.
    pub title: Text,
    /// Its country.
    pub country: Country,
    /// The countries whose people's data is kept here; empty: any.
    pub serves: Vec<Country>,
    /// What permits the transfer, where its country is third.
    pub transfer: Option<Transfer>,
}

/// What a processor owes its customers (GDPR Art. 28(3), 30(2)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Processing {
    /// On whose behalf it processes.
    pub controllers: Text,
    /// How instructions are given (28(3)(a)).
    pub instructions: Text,
    /// How it helps with people's requests (28(3)(e)).
    pub assistance: Text,
    /// What happens to the data at the end (28(3)(g)).
    pub end: Text,
    /// How customers can check (28(3)(h)).
    pub audit: Text,
    /// The contract.
    pub contract: Option<Url>,
    /// How long before a change of sub-processors customers are told (28(2)).
    pub change_notice: Option<Period>,
}

/// A warning that the author has read and answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// The warning's code.
    pub code: String,
    /// Where: the start of a place such as `statement.access-log`; empty: everywhere.
    pub at: String,
    /// Why it stays as it is.
    pub reason: String,
}

impl Policy {
    /// The base schema with the policy's own elements.
    #[must_use]
    pub fn schema(&self) -> Schema {
        let mut schema = Schema::base().clone();
        for own in self.data.iter().filter(|own| !Schema::base().contains(&own.name)) {
            let categories = if own.categories.is_empty() {
                crate::data::Categories::Variable
            } else {
                crate::data::Categories::Fixed(own.categories)
            };
            schema.insert(own.name.clone(), categories);
        }
        schema
    }

    /// The statement of this name.
    #[must_use]
    pub fn statement(&self, id: &Id) -> Option<&Statement> {
        self.statements.iter().find(|s| s.id == *id)
    }

    /// The cookies that a statement covers.
    pub fn cookies_of<'a>(&'a self, statement: &'a Id) -> impl Iterator<Item = &'a Cookie> {
        self.cookies.iter().filter(move |c| c.statement == *statement)
    }

    /// The promised languages in which every text of the organisation's is written, in the author's order: only these
    /// are published.
    #[must_use]
    pub fn published_languages(&self) -> Vec<Lang> {
        let complete = |lang: &Lang| {
            self.texts().iter().all(|(_, text)| text.is_empty() || text.get(*lang).is_some())
        };
        self.languages.iter().copied().filter(complete).collect()
    }

    /// Every text for people, with its place as in a diagnostic: `statement.cookies.title`.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, &Text)> {
        let mut out = vec![
            ("policy.title".to_owned(), &self.title),
            ("policy.introduction".to_owned(), &self.introduction),
        ];
        if let Some(rights) = &self.rights {
            out.push(("rights.note".to_owned(), &rights.note));
        }
        for (i, d) in self.disputes.iter().enumerate() {
            out.push((format!("dispute.{i}.title"), &d.title));
            out.push((format!("dispute.{i}.description"), &d.description));
        }
        for d in &self.data {
            out.push((format!("data.{}.title", d.name), &d.title));
            out.push((format!("data.{}.description", d.name), &d.description));
            out.push((format!("data.{}.other-category", d.name), &d.other_category));
        }
        for s in &self.statements {
            s.texts(&mut out);
        }
        for c in &self.cookies {
            out.push((format!("cookie.{}.title", c.name), &c.title));
        }
        for s in &self.sub_processors {
            out.push((format!("sub-processor.{}.task", s.id), &s.task));
        }
        for r in &self.regions {
            out.push((format!("region.{}.title", r.id), &r.title));
        }
        for (i, t) in self.security.iter().enumerate() {
            out.push((format!("security.measures.{i}"), t));
        }
        if let Some(p) = &self.processing {
            for (key, text) in [
                ("controllers", &p.controllers),
                ("instructions", &p.instructions),
                ("assistance", &p.assistance),
                ("end", &p.end),
                ("audit", &p.audit),
            ] {
                out.push((format!("processing.{key}"), text));
            }
        }
        out
    }
}

impl Statement {
    /// The categories of its data by the schema.
    #[must_use]
    pub fn categories(&self, schema: &Schema) -> Set<Category> {
        self.data.iter().map(|d| d.categories(schema)).fold(Set::EMPTY, Set::union)
    }

    /// The strongest claim of anonymity: declared so, or kept only as anonymous data.
    #[must_use]
    pub const fn is_anonymous(&self) -> bool {
        self.non_identifiable || self.retention.anonymous
    }

    fn texts<'a>(&'a self, out: &mut Vec<(String, &'a Text)>) {
        let at = format!("statement.{}", self.id);
        for (key, text) in [
            ("title", &self.title),
            ("why", &self.why),
            ("retention.reason", &self.retention.reason),
            ("interests", &self.interests),
            ("obligation", &self.obligation),
            ("automated-decision", &self.automated_decision),
        ] {
            out.push((format!("{at}.{key}"), text));
        }
        for d in &self.data {
            out.push((format!("{at}.data.{}.other-category", d.name), &d.other_category));
        }
        for (p, u) in &self.purposes {
            out.push((format!("{at}.purposes.{}.description", p.word()), &u.description));
        }
        for (r, u) in &self.recipients {
            for (i, who) in u.who.iter().enumerate() {
                out.push((format!("{at}.recipients.{}.who.{i}", r.word()), who));
            }
        }
    }
}

impl DataUse {
    /// Its effective categories: the schema's, else the declared ones.
    #[must_use]
    pub fn categories(&self, schema: &Schema) -> Set<Category> {
        schema.categories(&self.name).map_or(self.categories, |c| c.or(self.categories))
    }
}
