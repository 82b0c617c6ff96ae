//! What a conversation says about itself (draft-ietf-vcon-vcon-core, section 4), read as it comes.
//!
//! Owns: what is kept of it, and how much of that there may be. Leaves to others: its text as a whole (`whole`), what is said
//! in it (`abide-calls`).
//!
//! Nothing is held but what is kept: recordings and attachments are passed over as they come, parties are written as they come,
//! and a signed conversation (RFC 7515: base64url of the whole) is decoded in pieces. What the reader of JSON sees of all this, `feed`
//! decides.

use std::cell::RefCell;
use std::fmt;
use std::io::{self, Read};

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess};
use serde::{Deserialize, de::Visitor};

use super::LONGEST;

use self::feed::{Bytes, Feed};

mod feed;
#[cfg(test)]
mod tests;

/// How many signs of base64url are decoded at once: whole groups of four.
const SIGNS: usize = 64 << 10;
/// The longest name of a member, in bytes.
const NAME: u64 = 64 << 10;

/// What is kept of a conversation.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) subject: Option<String>,
    /// The parties' names, telephone numbers and addresses, as JSON.
    pub(super) parties: Option<String>,
    pub(super) created_at: Option<String>,
    pub(super) dialogs: usize,
}

/// Why nothing can be said of a conversation.
#[derive(Debug)]
pub(super) enum Trouble {
    Read(io::Error),
    /// What would be kept is longer than what may be held.
    Long {
        size: u64,
    },
    /// In words that hold nothing of it.
    Damaged(String),
}

/// What a conversation says about itself.
pub(super) fn facts(bytes: &mut dyn Read) -> Result<Facts, Trouble> {
    read(bytes, true)
}

fn read(bytes: &mut dyn Read, may_be_signed: bool) -> Result<Facts, Trouble> {
    let feed = RefCell::new(Feed::new(bytes));
    let mut reader = serde_json::Deserializer::from_reader(Bytes(&feed));
    let whole = Whole { feed: &feed, left: LONGEST, may_be_signed };
    let found = reader.deserialize_map(whole);
    let found = found.and_then(|found| reader.end().map(|()| found));
    let found = found.map_err(|error| {
        let mut feed = feed.borrow_mut();
        let column = error.column() + feed.left_out;
        let told = format!("no conversation, line {} column {column}", error.line());
        feed.trouble.take().unwrap_or(Trouble::Damaged(told))
    })?;
    match (found.facts.parties, found.signed) {
        (None, Some(signed)) => signed,
        (None, None) => Err(Trouble::Damaged("no parties that can be read".to_owned())),
        (parties, _) => Ok(Facts { parties, ..found.facts }),
    }
}

/// Reads a conversation.
struct Whole<'f, 'r> {
    feed: &'f RefCell<Feed<'r>>,
    /// So many bytes of it may still be kept.
    left: u64,
    may_be_signed: bool,
}

#[derive(Default)]
struct Found {
    facts: Facts,
    /// What is within a signature.
    signed: Option<Result<Facts, Trouble>>,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Member {
    Subject,
    Parties,
    CreatedAt,
    Dialog,
    Payload,
    #[serde(other)]
    Other,
}

impl Whole<'_, '_> {
    /// The value of a member, kept, and nothing of a name behind it counts.
    fn kept<'de, A, S>(&mut self, map: &mut A, seed: S) -> Result<S::Value, A::Error>
    where
        A: MapAccess<'de>,
        S: DeserializeSeed<'de>,
    {
        self.feed.borrow_mut().left = Some(self.left);
        let value = map.next_value_seed(seed)?;
        let mut feed = self.feed.borrow_mut();
        self.left = feed.left.unwrap_or(0);
        feed.left = Some(NAME);
        Ok(value)
    }

    /// The same, passed over.
    fn passed<'de, A, S>(&self, map: &mut A, seed: S) -> Result<S::Value, A::Error>
    where
        A: MapAccess<'de>,
        S: DeserializeSeed<'de>,
    {
        self.feed.borrow_mut().left = None;
        let value = map.next_value_seed(seed)?;
        self.feed.borrow_mut().left = Some(NAME);
        Ok(value)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a conversation")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Found, A::Error> {
        let (mut found, mut seen) = (Found::default(), [false; 5]);
        while let Some(member) = map.next_key::<Member>()? {
            let text = std::marker::PhantomData::<Option<String>>;
            if let Some(seen) = seen.get_mut(member.at())
                && std::mem::replace(seen, true)
            {
                return Err(A::Error::custom("a member twice"));
            }
            match member {
                Member::Subject => found.facts.subject = self.kept(&mut map, text)?,
                Member::CreatedAt => found.facts.created_at = self.kept(&mut map, text)?,
                Member::Parties => {
                    let parties = Parties(self.feed);
                    found.facts.parties = self.kept(&mut map, parties)?;
                }
                Member::Dialog => found.facts.dialogs = self.passed(&mut map, Counted)?,
                Member::Payload if self.may_be_signed => {
                    found.signed = self.passed(&mut map, Payload(self.feed))?;
                }
                Member::Payload | Member::Other => {
                    self.passed(&mut map, std::marker::PhantomData::<IgnoredAny>)?;
                }
            }
            self.feed.borrow_mut().left = Some(NAME);
        }
        Ok(found)
    }
}

impl Member {
    /// Its place among those that may stand there once.
    const fn at(&self) -> usize {
        match self {
            Self::Subject => 0,
            Self::Parties => 1,
            Self::CreatedAt => 2,
            Self::Dialog => 3,
            Self::Payload => 4,
            Self::Other => usize::MAX,
        }
    }
}

/// How many there are.
struct Counted;

impl<'de> DeserializeSeed<'de> for Counted {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        // Nothing takes no room, however often it stands in a list.
        Ok(Vec::<IgnoredAny>::deserialize(from)?.len())
    }
}

/// Writes what is known of the parties.
struct Parties<'f, 'r>(&'f RefCell<Feed<'r>>);

impl<'de> DeserializeSeed<'de> for Parties<'_, '_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Parties<'_, '_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of parties")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut out = String::from("[");
        while seq.next_element_seed(Party { feed: self.0, out: &mut out })?.is_some() {
            out.push(',');
        }
        if out.len() > 1 {
            out.pop();
        }
        out.push(']');
        Ok(Some(out))
    }
}

/// Writes one of them.
struct Party<'f, 'r, 'o> {
    feed: &'f RefCell<Feed<'r>>,
    out: &'o mut String,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum OfParty {
    Name,
    Tel,
    Mailto,
    #[serde(other)]
    Other,
}

impl<'de> DeserializeSeed<'de> for Party<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Party<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a party")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut values: [Option<String>; 3] = [None, None, None];
        while let Some(member) = map.next_key::<OfParty>()? {
            let at = match member {
                OfParty::Name => 0,
                OfParty::Tel => 1,
                OfParty::Mailto => 2,
                OfParty::Other => {
                    let left = self.feed.borrow_mut().left.take();
                    map.next_value::<IgnoredAny>()?;
                    self.feed.borrow_mut().left = left;
                    continue;
                }
            };
            let mut text = String::new();
            map.next_value_seed(Written { feed: self.feed, out: &mut text })?;
            match values.get_mut(at) {
                Some(value) if value.is_none() => *value = Some(text),
                _ => return Err(A::Error::custom("a member twice")),
            }
        }
        let members = ["name", "tel", "mailto"].into_iter().zip(values);
        let known = members.filter_map(|(name, value)| Some((name, value?)));
        self.out.push('{');
        for (at, (name, value)) in known.filter(|(_, value)| value != "null").enumerate() {
            let comma = if at > 0 { "," } else { "" };
            self.out.push_str(&format!("{comma}\"{name}\":"));
            self.out.push_str(&value);
        }
        self.out.push('}');
        is_short(self.feed, self.out)
    }
}

/// Numbers may be longer when they are written again.
fn is_short<E: serde::de::Error>(feed: &RefCell<Feed<'_>>, out: &str) -> Result<(), E> {
    let size = out.len() as u64;
    if size <= LONGEST {
        return Ok(());
    }
    Err(E::custom(feed.borrow_mut().refuse(Trouble::Long { size })))
}

/// Writes a value of JSON again, without what stood between.
struct Written<'f, 'r, 'o> {
    feed: &'f RefCell<Feed<'r>>,
    out: &'o mut String,
}

impl Written<'_, '_, '_> {
    fn push<E: serde::de::Error>(self, value: impl Into<serde_json::Value>) -> Result<(), E> {
        self.out.push_str(&value.into().to_string());
        is_short(self.feed, self.out)
    }
}

impl<'de> DeserializeSeed<'de> for Written<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Written<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.push(())
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.push(value)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.push(value)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.push(value)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.push(value)
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.push(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Self { feed, out } = self;
        out.push('[');
        let begin = out.len();
        while seq.next_element_seed(Written { feed, out: &mut *out })?.is_some() {
            out.push(',');
        }
        out.truncate(out.len() - usize::from(out.len() > begin));
        out.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { feed, out } = self;
        out.push('{');
        let begin = out.len();
        while map.next_key_seed(Written { feed, out: &mut *out })?.is_some() {
            out.push(':');
            map.next_value_seed(Written { feed, out: &mut *out })?;
            out.push(',');
        }
        out.truncate(out.len() - usize::from(out.len() > begin));
        out.push('}');
        Ok(())
    }
}

/// Reads the conversation within a signature where it stands; the reader of JSON around it sees nothing there.
struct Payload<'f, 'r>(&'f RefCell<Feed<'r>>);

impl<'de> DeserializeSeed<'de> for Payload<'_, '_> {
    type Value = Option<Result<Facts, Trouble>>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        let begins = begins(self.0).map_err(D::Error::custom)?;
        let facts = begins.then(|| signed(self.0));
        self.0.borrow_mut().instead = if begins { b"null" } else { b"" };
        Option::<()>::deserialize(from)?;
        Ok(facts)
    }
}

/// Whether a text begins here; if so it was gone into.
fn begins(feed: &RefCell<Feed<'_>>) -> io::Result<bool> {
    let mut feed = feed.borrow_mut();
    loop {
        match feed.raw()? {
            Some(byte) if byte.is_ascii_whitespace() => {}
            Some(b'"') => return Ok(true),
            Some(_) => {
                feed.at -= 1;
                return Ok(false);
            }
            None => return Ok(false),
        }
    }
}

fn signed(feed: &RefCell<Feed<'_>>) -> Result<Facts, Trouble> {
    let mut within = Decoded { feed, plain: Vec::new(), at: 0, ended: false, bad: false };
    let facts = read(&mut within, false);
    let is_bad = within.bad;
    while !within.ended {
        within.piece().map_err(Trouble::Read)?;
    }
    if is_bad {
        return Err(Trouble::Damaged("no base64url in the signed conversation".to_owned()));
    }
    facts
}

/// What a text in base64url says, up to its closing quote.
struct Decoded<'f, 'r> {
    feed: &'f RefCell<Feed<'r>>,
    plain: Vec<u8>,
    at: usize,
    ended: bool,
    bad: bool,
}

impl Decoded<'_, '_> {
    /// The next signs, whole groups of four but at the end.
    fn piece(&mut self) -> io::Result<Vec<u8>> {
        let (mut signs, mut feed) = (Vec::with_capacity(SIGNS), self.feed.borrow_mut());
        while !self.ended && signs.len() < SIGNS {
            let rest = feed.rest()?;
            let some = rest.get(..SIGNS - signs.len()).unwrap_or(rest);
            let quote = memchr::memchr(b'"', some);
            let taken = quote.unwrap_or(some.len());
            signs.extend_from_slice(some.get(..taken).unwrap_or(some));
            self.ended = quote.is_some() || some.is_empty();
            feed.at += taken + usize::from(quote.is_some());
        }
        Ok(signs)
    }
}

impl Read for Decoded<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.plain.len() {
            let signs = self.piece()?;
            let plain = data_encoding::BASE64URL_NOPAD.decode(&signs);
            self.bad |= plain.is_err();
            self.plain = plain.map_err(|_| io::ErrorKind::InvalidData)?;
            self.at = 0;
        }
        let mut rest = self.plain.get(self.at..).unwrap_or_default();
        let read = rest.read(into)?;
        self.at += read;
        Ok(read)
    }
}
