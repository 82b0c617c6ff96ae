//! P3P's documents as values: policies, reference files and data schemas, as faithful to the XML as their meaning needs
//! (P3P 1.0 §2.3, §3, §5).
//!
//! Owns: the types. They can hold incomplete documents, so that what is wrong can be said and shown. Leaves to others:
//! reading ([`crate::read`]), writing ([`crate::write`]), what is wrong ([`crate::validate`]), what it means for people
//! ([`crate::convert`]).
//!
//! Texts for people have their white space collapsed. Attributes that no version of P3P knows are not kept; elements of
//! P3P 1.1 and extensions are, as they are ([`Addition`]).

use abide_policy::vocab::{
    Access, Category, Choice, Purpose, Recipient, Redress, Resolution, Retention,
};

use crate::xml::{Element, Node, Span};

/// The namespace of P3P 1.0.
pub const NAMESPACE: &str = "http://www.w3.org/2002/01/P3Pv1";
/// The namespace of what P3P 1.1 adds.
pub const NAMESPACE_11: &str = "http://www.w3.org/2006/01/P3Pv11";
/// The address of the base data schema, the default of DATA-GROUP's `base`.
pub const BASE_SCHEMA: &str = "http://www.w3.org/TR/P3P/base";

/// A value and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stood.
    pub span: Span,
}

impl<T> At<T> {
    /// A value that stood nowhere yet.
    pub fn new(value: T) -> Self {
        Self { value, span: Span::default() }
    }
}

/// A text for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The text, white space collapsed; may be empty.
    pub text: String,
    /// Its language, if it says one of its own (`xml:lang`).
    pub lang: Option<String>,
    /// Where it stood.
    pub span: Span,
}

impl Words {
    /// A text in the language of what holds it.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None, span: Span::default() }
    }
}

/// What P3P 1.0 leaves to extensions (§3.5), kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addition {
    /// An EXTENSION.
    Extension {
        /// Its attribute `optional`; absent means yes. A user agent that does not know a mandatory one must not use the policy.
        optional: Option<bool>,
        /// What it holds.
        content: Vec<Node>,
        /// Where its start tag stood.
        span: Span,
    },
    /// An element of P3P 1.1 that stands outside of an EXTENSION.
    Element(Element),
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    /// A file of policies.
    Policies(Policies),
    /// A single policy.
    Policy(Policy),
    /// A reference file.
    Reference(Reference),
    /// A data schema.
    DataSchema(DataSchema),
}

/// POLICIES (§3.2.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policies {
    /// The language of its texts (P3P 1.1).
    pub lang: Option<String>,
    /// How long its policies may be relied on.
    pub expiry: Option<At<Expiry>>,
    /// Own data elements of its policies.
    pub schema: Option<DataSchema>,
    /// The policies.
    pub policies: Vec<Policy>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// EXPIRY (§2.3.2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expiry {
    /// So many seconds from when it was fetched.
    MaxAge(u64),
    /// An HTTP date, as written.
    Date(String),
}

/// POLICY (§3.2.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The name by which it is referred to.
    pub name: Option<At<String>>,
    /// Where people can read it.
    pub discuri: Option<At<String>>,
    /// Where people choose.
    pub opturi: Option<At<String>>,
    /// The language of its texts.
    pub lang: Option<String>,
    /// An example that must be ignored (§3.2.3).
    pub test: bool,
    /// How long it may be relied on.
    pub expiry: Option<At<Expiry>>,
    /// Own data elements.
    pub schema: Option<DataSchema>,
    /// Who is responsible.
    pub entity: Option<Entity>,
    /// What access people have.
    pub access: Option<AccessElement>,
    /// How disputes are settled.
    pub disputes: Option<DisputesGroup>,
    /// What is done with data.
    pub statements: Vec<Statement>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// ENTITY (§3.2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entity {
    /// What is known of it; one group in the specification.
    pub groups: Vec<DataGroup>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// ACCESS (§3.2.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessElement {
    /// The kind; absent if the element is empty.
    pub access: Option<Access>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// DISPUTES-GROUP (§3.2.6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisputesGroup {
    /// The ways.
    pub disputes: Vec<Dispute>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// DISPUTES (§3.2.6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dispute {
    /// In which way.
    pub resolution: Option<At<Resolution>>,
    /// Where.
    pub service: Option<At<String>>,
    /// How to verify it.
    pub verification: Option<String>,
    /// A name.
    pub short_description: Option<String>,
    /// A description.
    pub long_description: Option<Words>,
    /// A logo.
    pub image: Option<Image>,
    /// What is offered (§3.2.7); absent without REMEDIES element.
    pub remedies: Option<Vec<At<Redress>>>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// IMG (§3.2.6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Where it is.
    pub src: Option<At<String>>,
    /// What it shows.
    pub alt: Option<String>,
    /// Width in pixels.
    pub width: Option<u32>,
    /// Height in pixels.
    pub height: Option<u32>,
    /// Where its start tag stood.
    pub span: Span,
}

/// STATEMENT (§3.3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Why, for people (§3.3.2).
    pub consequence: Option<Words>,
    /// The claim that nobody is identified (§3.3.3), and where it stood.
    pub non_identifiable: Option<Span>,
    /// What for.
    pub purposes: Option<Purposes>,
    /// Who receives it.
    pub recipients: Option<Recipients>,
    /// How long it stays.
    pub retention: Option<RetentionElement>,
    /// Which data.
    pub groups: Vec<DataGroup>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// PURPOSE (§3.3.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purposes {
    /// The purposes.
    pub list: Vec<PurposeItem>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// One purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurposeItem {
    /// Which.
    pub purpose: Purpose,
    /// Whether people can choose; absent means always.
    pub required: Option<Choice>,
    /// What it means here; for `other-purpose`.
    pub text: Words,
    /// Extensions; P3P 1.1 puts primary purposes here.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// RECIPIENT (§3.3.5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// The recipients.
    pub list: Vec<RecipientItem>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// One kind of recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientItem {
    /// Which.
    pub recipient: Recipient,
    /// Whether people can choose; absent means always.
    pub required: Option<Choice>,
    /// Who they are (`recipient-description`).
    pub descriptions: Vec<Words>,
    /// Extensions; P3P 1.1 puts JURISDICTION here.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// RETENTION (§3.3.6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetentionElement {
    /// The kind; absent if the element is empty.
    pub retention: Option<Retention>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// DATA-GROUP (§3.3.7).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataGroup {
    /// The schema that its references are relative to; absent: the base schema; empty: this file's DATASCHEMA.
    pub base: Option<String>,
    /// The data.
    pub data: Vec<Data>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// DATA (§3.3.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data {
    /// Which element, as written: `#user.name`.
    pub reference: At<String>,
    /// Whether people may leave it out; absent means no.
    pub optional: Option<bool>,
    /// Its categories; absent without CATEGORIES element.
    pub categories: Option<Vec<CategoryItem>>,
    /// Its value; only in an ENTITY.
    pub value: Option<At<String>>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// One of CATEGORIES (§3.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryItem {
    /// Which.
    pub category: Category,
    /// What it means here; for `other-category`.
    pub text: Words,
    /// Where its start tag stood.
    pub span: Span,
}

/// META, the reference file (§2.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// The language of its texts.
    pub lang: Option<String>,
    /// Which policy applies where.
    pub references: Option<PolicyReferences>,
    /// Policies in the same file.
    pub policies: Option<Policies>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// POLICY-REFERENCES (§2.3.2.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyReferences {
    /// How long the file may be relied on.
    pub expiry: Option<At<Expiry>>,
    /// The references; the first that applies counts.
    pub references: Vec<PolicyRef>,
    /// Hints to reference files of other hosts.
    pub hints: Vec<Hint>,
    /// Extensions; P3P 1.1 puts OUR-HOST here.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// POLICY-REF (§2.3.2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyRef {
    /// The policy's address with its name as fragment.
    pub about: Option<At<String>>,
    /// Paths to which it applies, `*` for any characters (§2.3.2.5).
    pub include: Vec<At<String>>,
    /// Paths to which it does not.
    pub exclude: Vec<At<String>>,
    /// Cookies to which it applies (§2.3.2.7).
    pub cookie_include: Vec<CookiePattern>,
    /// Cookies to which it does not.
    pub cookie_exclude: Vec<CookiePattern>,
    /// HTTP methods to which it applies; none: all (§2.3.2.8).
    pub methods: Vec<At<String>>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// COOKIE-INCLUDE or COOKIE-EXCLUDE (§2.3.2.7): what is absent is anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CookiePattern {
    /// The cookie's name.
    pub name: Option<String>,
    /// Its value.
    pub value: Option<String>,
    /// Its domain.
    pub domain: Option<String>,
    /// Its path.
    pub path: Option<String>,
    /// Where its start tag stood.
    pub span: Span,
}

/// HINT (§2.3.2.6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The hosts for which it holds.
    pub scope: Option<String>,
    /// Where their reference file is.
    pub path: Option<String>,
    /// Where its start tag stood.
    pub span: Span,
}

/// DATASCHEMA (§5.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataSchema {
    /// The language of its texts.
    pub lang: Option<String>,
    /// Elements and structures.
    pub definitions: Vec<Definition>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}

/// Whether a definition makes an element or a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefinitionKind {
    /// DATA-DEF: an element.
    Element,
    /// DATA-STRUCT: a structure, or a field of one.
    Structure,
}

/// DATA-DEF or DATA-STRUCT (§5.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Which of the two.
    pub kind: DefinitionKind,
    /// Its dotted name.
    pub name: Option<At<String>>,
    /// The structure it has: `#postal`, or an address with fragment.
    pub structref: Option<At<String>>,
    /// What people call it.
    pub short_description: Option<String>,
    /// What it holds.
    pub long_description: Option<Words>,
    /// Its categories; absent without CATEGORIES element.
    pub categories: Option<Vec<CategoryItem>>,
    /// Extensions.
    pub additions: Vec<Addition>,
    /// Where its start tag stood.
    pub span: Span,
}
