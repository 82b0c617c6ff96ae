//! By what a person is asked for, and what marks that person without telling who it is.
//!
//! Owns: reading and normalizing facts about a person ([`Given`]), that they suffice to single somebody out ([`Asked`]),
//! names ([`Name`]), the keyed hash of a suppression entry ([`Key`], [`Mark`]). Leaves to others: numbering plans
//! (`abide-detect`), looking people up in stores, where keys are kept, whether the asking person is who they say.
//!
//! Errors and `Debug` never show a value: it is personal data.

mod email;
mod mark;
mod name;
mod stored;

use std::fmt;

use abide_detect::phone::{E164, Why, e164};
use abide_policy::text::Country;
use abide_policy::vocab::{Fact, Vocabulary};
use abide_stores::Collation;
use jiff::civil::{Date, date};

pub use email::Email;
pub use mark::{BadKey, BadMark, Key, Keys, Mark, SHORTEST_SECRET};
pub use name::Name;
pub(crate) use stored::is_blank;

/// The longest value that is read, in bytes; an e-mail address has at most 254 (RFC 5321 §4.5.3.1).
pub const LONGEST: usize = 320;
/// The most facts of one request.
pub const MOST: usize = 16;

/// One fact about a person, normalized.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Given {
    /// An e-mail address.
    Email(Email),
    /// A telephone number.
    Phone(E164),
    /// A number or word that the organisation gave, as it is written.
    Id(String),
    /// A name.
    Name(Name),
    /// A date of birth.
    Born(Date),
    /// A postal code: capital letters and digits, nothing else.
    PostalCode(String),
}

/// Why facts do not say whom a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAsked {
    /// No `=`.
    #[error(
        "a fact about a person is written with `=`: `email=…`, `phone=…`, `id=…`, `name=…`, `born=…`, `postal-code=…`"
    )]
    Form,
    /// A word before `=` that is none.
    #[error(
        "this is no fact by which a person is known: write `email`, `phone`, `id`, `name`, `born` or `postal-code`"
    )]
    Fact,
    /// Nothing, too much, or control characters behind `=`.
    #[error(
        "the value of `{0}` is empty, too long or has control characters: write at most {LONGEST} bytes of text"
    )]
    Value(Fact),
    /// No address.
    #[error("the value of `email` is no e-mail address: write it as `name@example.org`")]
    Email,
    /// No telephone number.
    #[error("the value of `phone` cannot be used: {0}")]
    Phone(Why),
    /// No name.
    #[error("the value of `name` has no letters: write `First Last` or `Last, First`")]
    Name,
    /// No date of birth.
    #[error("the value of `born` is no date of birth: write it as `1980-05-31`")]
    Born,
    /// No postal code.
    #[error("the value of `postal-code` is no postal code: write 2 to 10 letters and digits")]
    PostalCode,
    /// Facts that many people share.
    #[error(
        "this does not single a person out: give an e-mail address, a telephone number or an id, or a name with a date of birth or postal code"
    )]
    Shared,
    /// Too many facts.
    #[error("too many facts: give at most {MOST}")]
    Many,
}

// Not as a source: whoever tells an error with what is behind it would say it twice.
impl From<Why> for NotAsked {
    fn from(why: Why) -> Self {
        Self::Phone(why)
    }
}

impl Given {
    /// Reads `fact=value`; `country` is that of telephone numbers without country code.
    ///
    /// # Errors
    /// Where it is no fact, or its value none of its kind.
    pub fn read(text: &str, country: Option<Country>) -> Result<Self, NotAsked> {
        let (word, value) = text.split_once('=').ok_or(NotAsked::Form)?;
        let fact = Fact::from_word(word.trim()).ok_or(NotAsked::Fact)?;
        Self::of(fact, value, country)
    }

    /// The fact with this value.
    ///
    /// # Errors
    /// Where the value is none of its kind.
    pub fn of(fact: Fact, value: &str, country: Option<Country>) -> Result<Self, NotAsked> {
        let value = value.trim();
        if value.is_empty() || value.len() > LONGEST || value.chars().any(char::is_control) {
            return Err(NotAsked::Value(fact));
        }
        match fact {
            Fact::Email => {
                Email::read(stored::address(value)).map(Self::Email).ok_or(NotAsked::Email)
            }
            Fact::Phone => Ok(Self::Phone(e164(value, country)?)),
            Fact::Id => Ok(Self::Id(value.to_owned())),
            Fact::Name => Name::read(value).map(Self::Name).ok_or(NotAsked::Name),
            Fact::Born => born(value).map(Self::Born).ok_or(NotAsked::Born),
            Fact::PostalCode => postal(value).map(Self::PostalCode).ok_or(NotAsked::PostalCode),
        }
    }

    /// Which fact it is.
    #[must_use]
    pub const fn fact(&self) -> Fact {
        match self {
            Self::Email(_) => Fact::Email,
            Self::Phone(_) => Fact::Phone,
            Self::Id(_) => Fact::Id,
            Self::Name(_) => Fact::Name,
            Self::Born(_) => Fact::Born,
            Self::PostalCode(_) => Fact::PostalCode,
        }
    }

    /// Whether it alone may single somebody out.
    #[must_use]
    pub const fn stands_alone(&self) -> bool {
        matches!(self, Self::Email(_) | Self::Phone(_) | Self::Id(_))
    }

    /// The spellings under which an index of stored values can find it; `country` is that of stored telephone numbers
    /// without country code. A value stored in another spelling is told by [`Given::is`] alone.
    #[must_use]
    pub fn forms(&self, country: Option<Country>) -> Vec<String> {
        match self {
            Self::Email(email) => email.forms(),
            Self::Phone(number) => number.spellings(country),
            Self::Id(value) | Self::PostalCode(value) => vec![value.clone()],
            Self::Name(name) => vec![name.written()],
            Self::Born(day) => vec![day.to_string()],
        }
    }

    /// Whether a stored value says the same, in whatever spelling.
    #[must_use]
    pub fn is(&self, stored: &str, country: Option<Country>) -> bool {
        self.is_one(stored, country)
    }

    /// Whether a stored value says the same, if it says something else too: of several telephone numbers in one field, one.
    #[cfg(test)]
    pub(crate) fn is_among(&self, stored: &str, country: Option<Country>) -> bool {
        Self::stored(self.fact(), stored, country).iter().any(|stored| self.says(stored))
    }

    /// Whether another fact says the same.
    pub(crate) fn says(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(name), Self::Name(other)) => name.is(other),
            (Self::Email(email), Self::Email(other)) => email.folded() == other.folded(),
            (own, other) => own == other,
        }
    }

    /// Whether a stored id is the same to its store, which may make no difference between capitals and small letters.
    #[must_use]
    pub fn is_in(&self, stored: &str, collation: Collation) -> bool {
        matches!(self, Self::Id(own) if collation.folded(own) == collation.folded(stored.trim()))
    }

    /// Whether a stored value that says the same is written in the usual way: then whoever asks in any spelling finds it by an
    /// index, and no other row that says the same is missed. `collation` is how the index compares.
    #[must_use]
    pub fn is_usual(&self, stored: &str, country: Option<Country>, collation: Collation) -> bool {
        let usual = Self::of(self.fact(), &self.normal(), country);
        let is = |form: &String| collation.folded(form) == collation.folded(stored);
        usual.is_ok_and(|usual| usual.forms(country).iter().any(is))
    }

    /// What is hashed: one text for all its spellings.
    pub(crate) fn normal(&self) -> String {
        match self {
            Self::Email(email) => email.folded(),
            Self::Phone(number) => number.as_str().to_owned(),
            Self::Id(value) | Self::PostalCode(value) => value.clone(),
            Self::Name(name) => name.spelled_out().to_owned(),
            Self::Born(day) => day.to_string(),
        }
    }
}

/// A date of birth, also where a store keeps a time of day behind it.
pub(crate) fn born(text: &str) -> Option<Date> {
    let day = text.split(['T', ' ']).next()?.parse::<Date>().ok()?;
    (date(1880, 1, 1)..=date(2199, 12, 31)).contains(&day).then_some(day)
}

fn postal(text: &str) -> Option<String> {
    let separator = |c: &char| matches!(c, ' ' | '-');
    let code: String = text.chars().filter(|c| !separator(c)).collect();
    let good = (2..=10).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric());
    good.then(|| code.to_ascii_uppercase())
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}=…", self.fact())
    }
}

/// Facts that single a person out: an e-mail address, a telephone number or an id; or a name beside a date of birth or a
/// postal code. A name alone never does.
///
/// ```
/// use abide_rights::identity::{Asked, NotAsked};
/// let asked = Asked::read(["name=Müller, Anna", "born=1980-05-31"], None)?;
/// assert!(asked.given()[0].is("Anna Mueller", None));
/// assert_eq!(Asked::read(["name=Anna Müller"], None), Err(NotAsked::Shared));
/// # Ok::<(), NotAsked>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked(Vec<Given>);

impl Asked {
    /// Reads facts, each as `fact=value`.
    ///
    /// # Errors
    /// The first thing that is wrong, or that the facts are shared by many.
    pub fn read<'a>(
        facts: impl IntoIterator<Item = &'a str>,
        country: Option<Country>,
    ) -> Result<Self, NotAsked> {
        let facts = facts.into_iter().take(MOST + 1).map(|fact| Given::read(fact, country));
        Self::of(facts.collect::<Result<_, _>>()?)
    }

    /// These facts, each once.
    ///
    /// # Errors
    /// [`NotAsked::Shared`] or [`NotAsked::Many`].
    pub fn of(facts: Vec<Given>) -> Result<Self, NotAsked> {
        if facts.len() > MOST {
            return Err(NotAsked::Many);
        }
        let mut given: Vec<Given> = Vec::new();
        for fact in facts {
            if !given.contains(&fact) {
                given.push(fact);
            }
        }
        let asked = Self(given);
        if asked.identifiers().is_empty() { Err(NotAsked::Shared) } else { Ok(asked) }
    }

    /// The facts, in the order in which they were given.
    #[must_use]
    pub fn given(&self) -> &[Given] {
        &self.0
    }

    /// Each thing in these facts that singles somebody out, alone: one fact, or a name and a second one.
    pub(crate) fn each(facts: &[Given]) -> Vec<Self> {
        let all = Self(facts.to_vec());
        let one = |(first, second): (&Given, Option<&Given>)| {
            Self([Some(first), second].into_iter().flatten().cloned().collect())
        };
        all.identifiers().into_iter().map(one).collect()
    }

    /// What each singles the person out by: one fact, or a name and a second one.
    pub(crate) fn identifiers(&self) -> Vec<(&Given, Option<&Given>)> {
        let alone = self.0.iter().filter(|given| given.stands_alone()).map(|given| (given, None));
        let names = self.0.iter().filter(|given| given.fact() == Fact::Name);
        let second = |given: &&Given| matches!(given.fact(), Fact::Born | Fact::PostalCode);
        let pairs = names
            .flat_map(|name| self.0.iter().filter(second).map(move |second| (name, Some(second))));
        alone.chain(pairs).collect()
    }
}

#[cfg(test)]
mod tests;
