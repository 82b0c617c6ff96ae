//! What a file may contain, as data: tables, their keys, the kind of each value.
//!
//! One description serves the reader (unknown keys, wrong kinds), the JSON Schema for editors, and the forms of the editor
//! in the browser. Owns: the kinds and their formats. Leaves to others: which tables exist ([`super::format`]).

use jiff::civil::Time;

use crate::data::DataRef;
use crate::text::{Country, Id, Period, Url};
use crate::vocab::Vocabulary;

/// A table of the file.
#[derive(Debug)]
pub struct Shape {
    /// How messages call it: `` `[policy]` ``.
    pub name: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// Its keys, in the order in which people write them.
    pub fields: &'static [Field],
}

impl Shape {
    /// The field of this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.key == key)
    }
}

/// A key of a table.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What kind of value it takes.
    pub kind: Kind,
    /// What it says.
    pub doc: &'static str,
}

/// The kind of a value.
#[derive(Debug)]
pub enum Kind {
    /// A string of a format.
    Str(Format),
    /// A text for people: a table of languages, or a string in the first language of the policy.
    Text,
    /// `true` or `false`.
    Bool,
    /// A whole number from the first to the second.
    Integer(i64, i64),
    /// A calendar date.
    Date,
    /// A word of a closed list.
    Word(Words),
    /// A list; its elements are called in places as the second says.
    List(&'static Kind, Key),
    /// A table.
    Table(&'static Shape),
    /// A table whose keys are words of a closed list.
    Map(Words, &'static Kind),
    /// A table whose keys are data elements and whose values are single lines.
    Elements,
    /// A short form (a string) or a long form (a table).
    Either(&'static Kind, &'static Kind),
}

/// How the elements of a list are called in places.
#[derive(Debug, Clone, Copy)]
pub enum Key {
    /// By their number, from 0.
    Number,
    /// By this key of theirs; two of the same name are an error.
    Unique(&'static str),
    /// By this key of theirs, or by themselves if they are strings.
    Name(&'static str),
}

/// A closed list of words.
#[derive(Clone, Copy)]
pub struct Words {
    /// What one of them is called.
    pub kind: &'static str,
    /// All of them.
    pub all: fn() -> Vec<&'static str>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind)
    }
}

/// The words of a vocabulary.
#[must_use]
pub const fn words<V: Vocabulary>() -> Words {
    Words { kind: V::KIND, all: V::words }
}

/// The format of a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One line of text.
    Line,
    /// A name inside the file.
    Id,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A telephone number as people dial it.
    Phone,
    /// A country code.
    Country,
    /// A part of a country, as ISO 3166-2 writes it behind the country.
    Region,
    /// A period.
    Period,
    /// A time of day, to the minute.
    Hour,
    /// A data element.
    Data,
    /// A cookie's name or pattern.
    CookieName,
    /// A path on the site, or a pattern of paths.
    Path,
    /// A domain, perhaps with `*` or a leading dot.
    Domain,
    /// A file below the site's folder.
    File,
    /// A way to report a security problem: `mailto:`, `tel:` or `https:` (RFC 9116 §2.5.3).
    Contact,
    /// The code of a diagnostic.
    Code,
    /// The name of a table or column in somebody's store.
    Stored,
    /// The name of an environment variable.
    Variable,
}

/// Most characters of a single line.
pub const MAX_LINE: usize = 500;
/// Most characters of the name of a table or column.
pub const MAX_STORED: usize = 200;
/// Most characters of a text.
pub const MAX_TEXT: usize = 5000;

/// Whether a character of a text can be published: no controls (line breaks only in longer texts), and none that
/// reorder the text around them, which can make a page say other things than its source (CVE-2021-42574).
#[must_use]
pub fn is_publishable(c: char, lines: bool) -> bool {
    let reorders = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    !reorders && (!c.is_control() || lines && c == '\n')
}

impl Format {
    /// How messages call it.
    #[must_use]
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Line => "a line of text",
            Self::Id => "a name",
            Self::Url => "a web address",
            Self::Email => "an e-mail address",
            Self::Phone => "a telephone number",
            Self::Country => "a country code",
            Self::Region => "the code of a region",
            Self::Period => "a period",
            Self::Hour => "a time of day",
            Self::Data => "a data element",
            Self::CookieName => "a cookie name",
            Self::Path => "a path",
            Self::Domain => "a domain",
            Self::File => "a file name",
            Self::Contact => "a contact address",
            Self::Code => "a diagnostic code",
            Self::Stored => "the name of a table or column",
            Self::Variable => "the name of an environment variable",
        }
    }

    /// How to write it.
    #[must_use]
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Line => "write one line",
            Self::Id => {
                "use lower-case letters, digits, dots and hyphens, at most 64, starting with a letter or digit"
            }
            Self::Url => "write it whole, such as `https://www.example.com/privacy`",
            Self::Country => "write the two capital letters of ISO 3166, such as `DE`",
            Self::Region => {
                "write it as ISO 3166-2 does, without the country, such as `BY` of `DE-BY`"
            }
            Self::Period => {
                "write a number from 1 to 1000 and a unit, such as `30 days`, `6 months`, `10 years`"
            }
            Self::Hour => "write hours and minutes, such as `02:30`",
            Self::Data => "write letters, digits and hyphens, joined by dots",
            Self::Email => "write it as `privacy@example.com`",
            Self::Phone => "write digits, spaces, hyphens and a leading `+`",
            Self::CookieName => "it cannot hold spaces, quotes, `=`, `;` or `,`",
            Self::Path => "write it as `/shop/*`, without spaces and quotes",
            Self::Domain => "write it as `www.example.com` or `*.example.com`",
            Self::File => "name a file below the site's folder, without `..`",
            Self::Contact => "write `mailto:…`, `tel:…` or `https://…`",
            Self::Code => "see `abide explain --list`",
            Self::Stored => "write it as the store spells it, in at most 200 characters",
            Self::Variable => "write letters, digits and `_`, such as `ABIDE_CENTRE`",
        }
    }

    /// Whether a text has the format.
    #[must_use]
    pub fn holds(self, text: &str) -> bool {
        match self {
            Self::Line => true,
            Self::Id => text.parse::<Id>().is_ok(),
            Self::Url => text.parse::<Url>().is_ok(),
            Self::Country => text.parse::<Country>().is_ok(),
            Self::Region => is_region(text),
            Self::Period => text.parse::<Period>().is_ok(),
            Self::Hour => text.len() == "02:30".len() && text.parse::<Time>().is_ok(),
            Self::Data => text.parse::<DataRef>().is_ok(),
            Self::Email => is_email(text),
            Self::Phone => is_phone(text),
            Self::CookieName => is_cookie_name(text),
            Self::Path => is_path(text),
            Self::Domain => is_domain(text),
            Self::File => is_file(text),
            Self::Contact => is_contact(text),
            Self::Code => crate::codes::Code::from_id(text).is_some(),
            Self::Stored => text.chars().count() <= MAX_STORED,
            Self::Variable => is_variable(text),
        }
    }
}

fn plain(text: &str, also: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || also.as_bytes().contains(&b))
}

fn is_region(text: &str) -> bool {
    let code = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    (1..=3).contains(&text.len()) && text.bytes().all(code)
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        plain(user, "!#$%&'*+-/=?^_`{|}~.")
            && plain(host, "-.")
            && host.contains('.')
            && text.len() <= 254
    })
}

fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (3..=20).contains(&digits)
        && text.bytes().all(|b| b.is_ascii_digit() || b" ()-+/.".contains(&b))
}

fn is_cookie_name(text: &str) -> bool {
    plain(text, "!#$%&'*+-.^_`|~:@/[]") && text.len() <= 255
}

fn is_path(text: &str) -> bool {
    let good = |b: u8| b.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&b);
    text.starts_with('/') && !text.starts_with("//") && text.bytes().all(good) && text.len() <= 1000
}

fn is_domain(text: &str) -> bool {
    plain(text, "-.*") && text.len() <= 253
}

fn is_file(text: &str) -> bool {
    let part = |p: &str| !p.is_empty() && p != "." && p != ".." && !p.contains(['\\', ':']);
    text.split('/').all(part) && text.len() <= 1000
}

fn is_variable(text: &str) -> bool {
    plain(text, "_") && !text.starts_with(|c: char| c.is_ascii_digit()) && text.len() <= 200
}

fn is_contact(text: &str) -> bool {
    text.strip_prefix("mailto:").is_some_and(is_email)
        || text.strip_prefix("tel:").is_some_and(is_phone)
        || text.starts_with("https://") && text.parse::<Url>().is_ok()
}
