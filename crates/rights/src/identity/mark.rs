//! What marks an erased person so that a later import of the same person is noticed, and tells nobody who it was: HMAC-SHA-256
//! (RFC 2104) over a fact and its normal form, under a key that is kept apart.
//!
//! A mark is written `a1:KEY:FACT:HEX`; `a1` is this format. Keys rotate: new marks are made with the current one, and a
//! person is looked up under every key that is still kept.

use std::fmt;

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, Vocabulary as _};
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::name::fold;
use super::{Asked, Given};

/// The fewest bytes of a secret (RFC 2104 §3: at least the length of the hash).
pub const SHORTEST_SECRET: usize = 32;

/// A key with its name.
#[derive(Clone)]
pub struct Key {
    id: Id,
    mac: Hmac<Sha256>,
}

/// Why bytes are no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadKey {
    /// Too short.
    #[error(
        "the secret of a suppression key is too short: give at least {SHORTEST_SECRET} random bytes"
    )]
    Short,
    /// Two keys of one name.
    #[error("two suppression keys have one name: give each its own")]
    Twice,
}

impl Key {
    /// The key of these bytes.
    ///
    /// # Errors
    /// [`BadKey::Short`].
    pub fn new(id: Id, secret: &[u8]) -> Result<Self, BadKey> {
        let mac = Hmac::new_from_slice(secret).ok().filter(|_| secret.len() >= SHORTEST_SECRET);
        Ok(Self { id, mac: mac.ok_or(BadKey::Short)? })
    }

    fn mark(&self, one: &Given, second: Option<&Given>, form: Form) -> Mark {
        let mut mac = self.mac.clone();
        let mut facts = one.fact().to_string();
        // No fact and no normal form has a line end, so that two persons never make one text.
        mac.update(format!("abide suppression 1\n{}\n{}", one.fact(), form.of(one)).as_bytes());
        if let Some(second) = second {
            mac.update(format!("\n{}\n{}", second.fact(), form.of(second)).as_bytes());
            facts = format!("{facts}+{}", second.fact());
        }
        let hash = HEXLOWER.encode(&mac.finalize().into_bytes());
        Mark(format!("a1:{}:{facts}:{hash}", self.id))
    }

    fn marks(&self, asked: &Asked) -> Vec<Mark> {
        let mark = |(one, second)| self.mark(one, second, Form::Folded);
        asked.identifiers().into_iter().map(mark).collect()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.id)
    }
}

/// How the normal form of a fact goes into a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Without a difference between capitals and small letters: many stores hold ids equal without it, and a mark is looked up
    /// where no store can be asked.
    Folded,
    /// An id as it was written: so marks were made before. They are still looked up, and never made.
    Written,
}

impl Form {
    fn of(self, given: &Given) -> String {
        match given {
            Given::Id(id) if self == Self::Folded => fold(id),
            given => given.normal(),
        }
    }
}

/// The keys that are kept: the current one and those that were before.
#[derive(Clone, Debug)]
pub struct Keys {
    current: Key,
    former: Vec<Key>,
}

impl Keys {
    /// These keys.
    ///
    /// # Errors
    /// [`BadKey::Twice`].
    pub fn new(current: Key, former: Vec<Key>) -> Result<Self, BadKey> {
        let mut ids: Vec<&Id> = former.iter().chain([&current]).map(|key| &key.id).collect();
        ids.sort_unstable();
        let distinct = ids.windows(2).all(|pair| pair.first() != pair.last());
        if distinct { Ok(Self { current, former }) } else { Err(BadKey::Twice) }
    }

    /// The marks to be kept of a person: one for each identifier, made with the current key.
    ///
    /// ```
    /// use abide_rights::identity::{Asked, Key, Keys};
    /// let keys = Keys::new(Key::new("2026".parse()?, &[7; 32])?, vec![])?;
    /// let marks = keys.marks(&Asked::read(["email=anna@example.org"], None)?);
    /// assert!(marks[0].as_str().starts_with("a1:2026:email:"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn marks(&self, asked: &Asked) -> Vec<Mark> {
        self.current.marks(asked)
    }

    /// Whether a key of this name is among them.
    #[must_use]
    pub fn has(&self, id: &Id) -> bool {
        [&self.current].into_iter().chain(&self.former).any(|key| key.id == *id)
    }

    /// Whether a key of this name was before the present one.
    #[must_use]
    pub fn is_former(&self, id: &Id) -> bool {
        self.former.iter().any(|key| key.id == *id)
    }

    /// The marks of a person under former keys and of a former form, each with the one that takes its place.
    #[must_use]
    pub fn moves(&self, asked: &Asked) -> Vec<(Mark, Mark)> {
        let now = self.current.marks(asked);
        let each = |key: &Key| key.marks(asked).into_iter().zip(now.clone()).collect::<Vec<_>>();
        let under = self.former.iter().flat_map(each);
        under.chain(self.all().flat_map(|key| self.as_written(key, asked))).collect()
    }

    /// The marks under which a person may be found: with every key.
    #[must_use]
    pub fn lookups(&self, asked: &Asked) -> Vec<Mark> {
        let of = |key: &Key| {
            let before = self.as_written(key, asked).into_iter().map(|(before, _)| before);
            key.marks(asked).into_iter().chain(before).collect::<Vec<_>>()
        };
        self.all().flat_map(of).collect()
    }

    fn all(&self) -> impl Iterator<Item = &Key> {
        [&self.current].into_iter().chain(&self.former)
    }

    /// Marks of ids that are another by how they are written, with those that are made now.
    fn as_written(&self, key: &Key, asked: &Asked) -> Vec<(Mark, Mark)> {
        let other = |given: &Given| Form::Folded.of(given) != Form::Written.of(given);
        let mut all = asked.identifiers();
        all.retain(|(one, second)| other(one) || second.is_some_and(other));
        let of = |(one, second): (&Given, Option<&Given>)| {
            let now = self.current.mark(one, second, Form::Folded);
            (key.mark(one, second, Form::Written), now)
        };
        all.into_iter().map(of).collect()
    }
}

/// A mark of a person; it tells nobody without the key who it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mark(String);

impl Mark {
    /// As it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The name of the key with which it was made: a key can go when no mark needs it any more.
    #[must_use]
    pub fn key(&self) -> &str {
        self.part(1)
    }
    /// The fact that it is of; of two, the first.
    #[must_use]
    pub fn fact(&self) -> Option<Fact> {
        self.part(2).split('+').next().and_then(Fact::from_word)
    }
    /// The keyed hash, as 64 hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> &str {
        self.part(3)
    }
    fn part(&self, at: usize) -> &str {
        self.0.split(':').nth(at).unwrap_or_default()
    }
}

/// A text that is no mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no mark of a person: marks are `a1:KEY:FACT:` and 64 hexadecimal digits")]
pub struct BadMark;

impl std::str::FromStr for Mark {
    type Err = BadMark;
    fn from_str(text: &str) -> Result<Self, BadMark> {
        let parts: Vec<&str> = text.splitn(5, ':').collect();
        let &["a1", key, facts, hash] = parts.as_slice() else { return Err(BadMark) };
        let known = facts.splitn(3, '+').all(|fact| Fact::from_word(fact).is_some());
        let hex = hash.len() == 64 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let good = known && hex && key.parse::<Id>().is_ok();
        good.then(|| Self(text.to_owned())).ok_or(BadMark)
    }
}
