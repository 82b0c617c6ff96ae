//! The tables and keys of the policy file, of the map file and of the site file `abide.toml`: the format itself.
//!
//! To add a key: add its line here, its field in [`crate::model`], and its reading in `decode.rs`.

mod map;

pub use map::MAP_FILE;
pub(crate) use map::PLACE;

use super::shape::{Field, Format, Key, Kind, Shape, words};
use crate::vocab::{
    Access, Basis, Category, Choice, Ground, Lang, Purpose, Recipient, Redress, Resolution,
    Retention, Role, Since, Source, SpecialGround, Storage, Subject,
};

const fn must(key: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { key, required: true, kind, doc }
}
const fn may(key: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { key, required: false, kind, doc }
}
const LINE: Kind = Kind::Str(Format::Line);
const ID: Kind = Kind::Str(Format::Id);
const URL: Kind = Kind::Str(Format::Url);
const EMAIL: Kind = Kind::Str(Format::Email);
const PHONE: Kind = Kind::Str(Format::Phone);
const COUNTRY: Kind = Kind::Str(Format::Country);
const PERIOD: Kind = Kind::Str(Format::Period);
const DATA: Kind = Kind::Str(Format::Data);
const PATH: Kind = Kind::Str(Format::Path);
static ID_ITEM: Kind = ID;
static PATH_ITEM: Kind = PATH;
static COUNTRY_ITEM: Kind = COUNTRY;
static FILE_ITEM: Kind = Kind::Str(Format::File);
static CONTACT_ITEM: Kind = Kind::Str(Format::Contact);
static COOKIE_ITEM: Kind = Kind::Str(Format::CookieName);
static TEXT_ITEM: Kind = Kind::Text;
static LANGUAGE: Kind = Kind::Word(words::<Lang>());
static CATEGORY: Kind = Kind::Word(words::<Category>());
static REDRESS: Kind = Kind::Word(words::<Redress>());
static SUBJECT: Kind = Kind::Word(words::<Subject>());
static SOURCE: Kind = Kind::Word(words::<Source>());
static CHOICE: Kind = Kind::Word(words::<Choice>());
const IDS: Kind = Kind::List(&ID_ITEM, Key::Number);
const CATEGORIES: Kind = Kind::List(&CATEGORY, Key::Number);

/// A policy file.
pub static POLICY_FILE: Shape = Shape {
    name: "the policy file",
    doc: "A privacy policy: what an organisation does with personal data.",
    fields: &[
        must("policy", Kind::Table(&POLICY), "which policy and version this is"),
        must("entity", Kind::Table(&ENTITY), "who is responsible"),
        may(
            "authority",
            Kind::Table(&AUTHORITY),
            "the supervisory authority to which people can complain",
        ),
        may("rights", Kind::Table(&RIGHTS), "how people use their rights"),
        may("security", Kind::Table(&SECURITY), "technical and organisational measures"),
        may(
            "processing",
            Kind::Table(&PROCESSING),
            "what a processor owes its customers (GDPR Art. 28)",
        ),
        may("dispute", Kind::List(&DISPUTE_ITEM, Key::Number), "how disputes are settled"),
        may("region", Kind::List(&REGION_ITEM, Key::Unique("id")), "where data is kept"),
        may("data", Kind::List(&OWN_DATA_ITEM, Key::Unique("ref")), "own data elements"),
        may(
            "statement",
            Kind::List(&STATEMENT_ITEM, Key::Unique("id")),
            "what is done with some data",
        ),
        may("cookie", Kind::List(&COOKIE_TABLE, Key::Name("name")), "what is stored in browsers"),
        may(
            "sub-processor",
            Kind::List(&SUB_PROCESSOR_ITEM, Key::Unique("id")),
            "organisations that process data for this one",
        ),
        may(
            "acknowledge",
            Kind::List(&ACKNOWLEDGE_ITEM, Key::Number),
            "warnings that the author has read and answered",
        ),
    ],
};

static POLICY: Shape = Shape {
    name: "`[policy]`",
    doc: "Which policy and version this is, and what holds for all of it.",
    fields: &[
        must("name", ID, "which policy of the organisation this is: `site`, `service`"),
        must("version", ID, "which version; never used for another text once published"),
        must("effective", Kind::Date, "the first day on which it applies"),
        may("role", Kind::Word(words::<Role>()), "`controller` (default) or `processor`"),
        must(
            "languages",
            Kind::List(&LANGUAGE, Key::Number),
            "the languages in which it is published, the main one first",
        ),
        must("title", Kind::Text, "what people call it"),
        may("introduction", Kind::Text, "one or two sentences before everything else"),
        must("notice", URL, "where people read it (P3P `discuri`)"),
        may("choices", URL, "where people choose: opt-in and opt-out (P3P `opturi`)"),
        must("access", Kind::Word(words::<Access>()), "what access people have to their data"),
        must("jurisdiction", COUNTRY, "the country whose law applies"),
        may("test", Kind::Bool, "an example that user agents must ignore (P3P `TEST`)"),
        may(
            "max-age",
            Kind::Integer(0, 315_360_000),
            "seconds for which a user agent may rely on it (P3P `EXPIRY`)",
        ),
        may(
            "expires",
            Kind::Date,
            "the day until which a user agent may rely on it (P3P `EXPIRY`); instead of `max-age`",
        ),
    ],
};

static ENTITY: Shape = Shape {
    name: "`[entity]`",
    doc: "Who is responsible (P3P 1.0 §3.2.4, GDPR Art. 13(1)(a)).",
    fields: &[
        must("name", LINE, "its legal name"),
        may("street", LINE, "street and number"),
        may("postal-code", LINE, "postal code"),
        may("city", LINE, "city"),
        may("region", LINE, "state or province"),
        may("country", COUNTRY, "country"),
        may("email", EMAIL, "e-mail address for privacy questions"),
        may("phone", PHONE, "telephone number"),
        may("web", URL, "web site"),
        may(
            "representative",
            Kind::Table(&PERSON),
            "representative in the Union or the United Kingdom (GDPR Art. 27)",
        ),
        may("officer", Kind::Table(&PERSON), "data protection officer (GDPR Art. 37)"),
        may("other", Kind::Elements, "whatever else P3P's `business.*` elements can say of it"),
    ],
};

static PERSON: Shape = Shape {
    name: "a contact",
    doc: "Somebody who can be asked.",
    fields: &[
        must("name", LINE, "name or function"),
        may("address", LINE, "postal address on one line"),
        may("email", EMAIL, "e-mail address"),
        may("phone", PHONE, "telephone number"),
    ],
};

static AUTHORITY: Shape = Shape {
    name: "`[authority]`",
    doc: "The supervisory authority to which people can complain (GDPR Art. 13(2)(d)).",
    fields: &[
        must("name", LINE, "its name"),
        may("web", URL, "web site"),
        may("email", EMAIL, "e-mail address"),
    ],
};

static RIGHTS: Shape = Shape {
    name: "`[rights]`",
    doc: "How people use their rights (GDPR Art. 12(2), 13(2)(b)).",
    fields: &[
        may("web", URL, "the page on which people sign in and settle it themselves"),
        may("email", EMAIL, "the address to write to"),
        may("note", Kind::Text, "what else there is to say about it"),
    ],
};

static SECURITY: Shape = Shape {
    name: "`[security]`",
    doc: "Technical and organisational measures (GDPR Art. 30(1)(g), 32).",
    fields: &[must("measures", Kind::List(&TEXT_ITEM, Key::Number), "the measures, one text each")],
};

static PROCESSING: Shape = Shape {
    name: "`[processing]`",
    doc: "What a processor owes its customers (GDPR Art. 28(3), 30(2)).",
    fields: &[
        must("controllers", Kind::Text, "on whose behalf data is processed"),
        must("instructions", Kind::Text, "how customers give instructions (Art. 28(3)(a))"),
        must("assistance", Kind::Text, "how it helps with people's requests (Art. 28(3)(e))"),
        must("end", Kind::Text, "what happens to the data at the end (Art. 28(3)(g))"),
        must("audit", Kind::Text, "how customers can check (Art. 28(3)(h))"),
        may("contract", URL, "the contract"),
        may(
            "change-notice",
            PERIOD,
            "how long before a change of sub-processors customers are told (Art. 28(2))",
        ),
    ],
};

static DISPUTE_ITEM: Kind = Kind::Table(&DISPUTE);
static DISPUTE: Shape = Shape {
    name: "`[[dispute]]`",
    doc: "How a dispute is settled (P3P 1.0 §3.2.6).",
    fields: &[
        must("resolution", Kind::Word(words::<Resolution>()), "in which way"),
        must("service", URL, "where: the customer service, organisation, court or law"),
        may("verification", LINE, "how to verify it: the number or address of a certificate"),
        may("title", Kind::Text, "a name or short description"),
        may("description", Kind::Text, "a longer description"),
        may("remedies", Kind::List(&REDRESS, Key::Number), "what is offered"),
        may("image", Kind::Table(&IMAGE), "a logo"),
    ],
};

static IMAGE: Shape = Shape {
    name: "`image`",
    doc: "A picture.",
    fields: &[
        must("source", URL, "where it is"),
        must("alt", LINE, "what it shows, in words"),
        may("width", Kind::Integer(1, 100_000), "width in pixels"),
        may("height", Kind::Integer(1, 100_000), "height in pixels"),
    ],
};

static REGION_ITEM: Kind = Kind::Table(&REGION);
static REGION: Shape = Shape {
    name: "`[[region]]`",
    doc: "A place where data is kept.",
    fields: &[
        must("id", ID, "its name in this file"),
        must("title", Kind::Text, "what people call it"),
        must("country", COUNTRY, "the country where it is"),
        may(
            "serves",
            Kind::List(&COUNTRY_ITEM, Key::Number),
            "the countries whose people's data is kept here; all if not said",
        ),
        may(
            "transfer",
            Kind::Table(&TRANSFER),
            "what permits the transfer, if its country is third",
        ),
    ],
};

static TRANSFER: Shape = Shape {
    name: "`transfer`",
    doc: "What permits a transfer to a third country (GDPR Art. 45–49).",
    fields: &[
        must("ground", Kind::Word(words::<Ground>()), "on which ground"),
        may("document", URL, "where people can read it (Art. 13(1)(f))"),
    ],
};

static OWN_DATA_ITEM: Kind = Kind::Table(&OWN_DATA);
static OWN_DATA: Shape = Shape {
    name: "`[[data]]`",
    doc: "A data element of the organisation's own (P3P 1.0 §5.3).",
    fields: &[
        must("ref", DATA, "its name: `call.quality`"),
        must("title", Kind::Text, "what people call it"),
        may("categories", CATEGORIES, "its categories; if not said, each statement says them"),
        may("other-category", Kind::Text, "what `other-category` means here"),
        may("description", Kind::Text, "what it holds"),
    ],
};

static STATEMENT_ITEM: Kind = Kind::Table(&STATEMENT);
static STATEMENT: Shape = Shape {
    name: "`[[statement]]`",
    doc: "What is done with some data (P3P 1.0 §3.3).",
    fields: &[
        must("id", ID, "its name: decisions cite it"),
        must("title", Kind::Text, "what people call it"),
        may("why", Kind::Text, "why, in plain words (P3P `CONSEQUENCE`)"),
        may(
            "non-identifiable",
            Kind::Bool,
            "nobody can be identified by this data (P3P `NON-IDENTIFIABLE`)",
        ),
        may("subjects", Kind::List(&SUBJECT, Key::Number), "whose data it is"),
        may("sources", Kind::List(&SOURCE, Key::Number), "where the data comes from"),
        must("data", Kind::List(&DATA_USE, Key::Name("ref")), "which data"),
        must(
            "purposes",
            Kind::Map(words::<Purpose>(), &PURPOSE_USE),
            "what for, and whether people can choose",
        ),
        must(
            "recipients",
            Kind::Map(words::<Recipient>(), &RECIPIENT_USE),
            "who receives it, and whether people can choose",
        ),
        must("retention", Kind::Table(&RETENTION), "how long it stays"),
        may(
            "basis",
            Kind::Word(words::<Basis>()),
            "the lawful basis of all its purposes that name none",
        ),
        may("interests", Kind::Text, "the legitimate interests pursued (GDPR Art. 13(1)(d))"),
        may(
            "obligation",
            Kind::Text,
            "whether people must give the data, and what follows if not (GDPR Art. 13(2)(e))",
        ),
        may(
            "automated-decision",
            Kind::Text,
            "logic and consequences of automated decisions (GDPR Art. 13(2)(f))",
        ),
        may(
            "special-ground",
            Kind::Word(words::<SpecialGround>()),
            "why special categories may be processed (GDPR Art. 9(2))",
        ),
        may("regions", IDS, "in which regions it is kept; in every one if not said"),
    ],
};

static DATA_USE: Kind = Kind::Either(&DATA_NAME, &DATA_USE_LONG);
static DATA_NAME: Kind = DATA;
static DATA_USE_LONG: Kind = Kind::Table(&DATA_USE_TABLE);
static DATA_USE_TABLE: Shape = Shape {
    name: "a data entry",
    doc: "A data element with what the statement says about it (P3P 1.0 §3.3.7).",
    fields: &[
        must("ref", DATA, "the element or set"),
        may("categories", CATEGORIES, "categories, for elements that have none of their own"),
        may("other-category", Kind::Text, "what `other-category` means here"),
        may("optional", Kind::Bool, "people may leave it out"),
    ],
};

static PURPOSE_USE: Kind = Kind::Either(&CHOICE, &PURPOSE_USE_LONG);
static PURPOSE_USE_LONG: Kind = Kind::Table(&PURPOSE_USE_TABLE);
static PURPOSE_USE_TABLE: Shape = Shape {
    name: "a purpose",
    doc: "A purpose with what the statement says about it (P3P 1.0 §3.3.4).",
    fields: &[
        must("choice", Kind::Word(words::<Choice>()), "whether people can choose"),
        may("basis", Kind::Word(words::<Basis>()), "the lawful basis of this purpose"),
        may("description", Kind::Text, "what it means here; needed for `other-purpose`"),
    ],
};

static RECIPIENT_USE: Kind = Kind::Either(&CHOICE, &RECIPIENT_USE_LONG);
static RECIPIENT_USE_LONG: Kind = Kind::Table(&RECIPIENT_USE_TABLE);
static RECIPIENT_USE_TABLE: Shape = Shape {
    name: "a recipient",
    doc: "A recipient with what the statement says about it (P3P 1.0 §3.3.5).",
    fields: &[
        must("choice", Kind::Word(words::<Choice>()), "whether people can choose"),
        may("who", Kind::List(&TEXT_ITEM, Key::Number), "who they are, one text each"),
        may("country", COUNTRY, "where they are, if not where the law of the policy applies"),
        may(
            "transfer",
            Kind::Table(&TRANSFER),
            "what permits the transfer, if their country is third",
        ),
    ],
};

static RETENTION: Shape = Shape {
    name: "`retention`",
    doc: "How long data stays (P3P 1.0 §3.3.6, GDPR Art. 13(2)(a)).",
    fields: &[
        must("kind", Kind::Word(words::<Retention>()), "the kind"),
        may("period", PERIOD, "the real period"),
        may("since", Kind::Word(words::<Since>()), "from when it counts: `collection` if not said"),
        may("anonymous", Kind::Bool, "what is kept says nothing about a person"),
        may("reason", Kind::Text, "the law, practice or criteria that fix it"),
    ],
};

static COOKIE_TABLE: Kind = Kind::Table(&COOKIE);
static COOKIE: Shape = Shape {
    name: "`[[cookie]]`",
    doc: "Something stored in browsers.",
    fields: &[
        must("name", Kind::Str(Format::CookieName), "its name; `*` stands for any characters"),
        may("storage", Kind::Word(words::<Storage>()), "how it is stored: `cookie` if not said"),
        must("statement", ID, "the statement that covers it"),
        must("title", Kind::Text, "what it is for"),
        may("lifetime", PERIOD, "how long it stays; until the browser is closed if not said"),
        may("provider", LINE, "who else sets it, if not the organisation"),
        may("path", PATH, "the path to which it is bound"),
        may("domain", Kind::Str(Format::Domain), "the domain to which it is bound"),
    ],
};

static SUB_PROCESSOR_ITEM: Kind = Kind::Table(&SUB_PROCESSOR);
static SUB_PROCESSOR: Shape = Shape {
    name: "`[[sub-processor]]`",
    doc: "An organisation that processes data for this one (GDPR Art. 28).",
    fields: &[
        must("id", ID, "its name in this file"),
        must("name", LINE, "its legal name"),
        must("task", Kind::Text, "what it does"),
        must("country", COUNTRY, "where it processes"),
        must("statements", IDS, "the statements whose data it sees"),
        may(
            "transfer",
            Kind::Table(&TRANSFER),
            "what permits the transfer, if its country is third",
        ),
        must("since", Kind::Date, "since when, or from when if announced"),
    ],
};

static ACKNOWLEDGE_ITEM: Kind = Kind::Table(&ACKNOWLEDGE);
static ACKNOWLEDGE: Shape = Shape {
    name: "`[[acknowledge]]`",
    doc: "A warning that the author has read and answered.",
    fields: &[
        must("code", Kind::Str(Format::Code), "the warning's code"),
        may(
            "at",
            LINE,
            "where: the start of a place, such as `statement.access-log`; everywhere if not said",
        ),
        must("reason", LINE, "why it stays as it is"),
    ],
};

/// A site file.
pub static SITE_FILE: Shape = Shape {
    name: "the site file",
    doc: "An organisation's site: its policies and what they cover.",
    fields: &[
        must("site", Kind::Table(&SITE), "where the site is"),
        must(
            "policy",
            Kind::List(&SITE_POLICY_ITEM, Key::Unique("name")),
            "its policies, the most important first",
        ),
    ],
};

static SITE: Shape = Shape {
    name: "`[site]`",
    doc: "Where the site is, and what holds for all of it.",
    fields: &[
        must("url", URL, "where it is published, without path: `https://www.example.com`"),
        must("name", LINE, "what people call the organisation"),
        may(
            "security-contacts",
            Kind::List(&CONTACT_ITEM, Key::Number),
            "where security problems are reported (RFC 9116)",
        ),
        may(
            "security-expires",
            Kind::Date,
            "the last day on which these contacts are valid (RFC 9116)",
        ),
        may("gpc", Kind::Date, "since when the site respects Global Privacy Control"),
        may(
            "stores",
            Kind::List(&FILE_ITEM, Key::Number),
            "the map files of the stores that hold people's data",
        ),
        may(
            "requests-kept",
            PERIOD,
            "how long requests of people are kept after they were closed: `3 years` if not said",
        ),
        may(
            "erasures-at",
            Kind::Str(Format::Hour),
            "when the server carries out approved erasures together, each day (UTC): at once if not said",
        ),
        may(
            "region",
            Kind::Str(Format::Region),
            "the part of the country where the organisation is, such as `BY`: its public holidays put off the last day of a request",
        ),
        may(
            "zone",
            LINE,
            "by whose clocks days begin and end, as the tz database calls the time zone, such as `America/New_York`: if not said, that of the country, where it has one",
        ),
        may(
            "holidays",
            Kind::List(&HOLIDAY_ITEM, Key::Number),
            "further days that are public holidays by law where the organisation is",
        ),
    ],
};

static HOLIDAY_ITEM: Kind = Kind::Table(&HOLIDAY);
static HOLIDAY: Shape = Shape {
    name: "a holiday",
    doc: "A day on which the place of the organisation does not work by law: a canton's, a community's, a town's.",
    fields: &[must("day", Kind::Date, "which day"), must("name", LINE, "what people call it")],
};

static SITE_POLICY_ITEM: Kind = Kind::Table(&SITE_POLICY);
static SITE_POLICY: Shape = Shape {
    name: "`[[policy]]`",
    doc: "One policy of the site, its files, and what it covers.",
    fields: &[
        must("name", ID, "which policy it is: the `name` in its files"),
        must(
            "files",
            Kind::List(&FILE_ITEM, Key::Number),
            "the files that hold its versions, oldest first",
        ),
        may(
            "paths",
            Kind::List(&PATH_ITEM, Key::Number),
            "paths it covers; `*` stands for any characters",
        ),
        may("exclude", Kind::List(&PATH_ITEM, Key::Number), "paths it does not cover"),
        may(
            "cookies",
            Kind::List(&COOKIE_ITEM, Key::Number),
            "cookies it covers; `*` stands for any characters",
        ),
    ],
};
