//! Versions: a policy together with the text it was read from, which never changes once published.
//!
//! Owns: the version's identity (name, version, hash of the source) and which version applies on a day. Leaves to
//! others: storing versions (`abide-records`), showing what changed ([`crate::diff`]).

use std::fmt;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::model::Policy;
use crate::text::Id;

/// The SHA-256 of a policy's source, byte for byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of this source.
    ///
    /// ```
    /// let hash = abide_policy::version::Hash::of("");
    /// assert!(hash.to_string().starts_with("e3b0c44298fc1c14"));
    /// ```
    #[must_use]
    pub fn of(source: &str) -> Self {
        Self(Sha256::digest(source.as_bytes()).into())
    }
    /// The first twelve hexadecimal digits, for people.
    #[must_use]
    pub fn short(&self) -> String {
        self.to_string().chars().take(12).collect()
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}

/// A policy and the exact text it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// What the text says.
    pub policy: Policy,
    /// The text.
    pub source: String,
    /// Its hash.
    pub hash: Hash,
}

impl Version {
    /// A version of this policy, read from this source.
    #[must_use]
    pub fn new(policy: Policy, source: String) -> Self {
        let hash = Hash::of(&source);
        Self { policy, source, hash }
    }
    /// How decisions and documents cite it: `site@2`.
    #[must_use]
    pub fn cite(&self) -> String {
        cite(&self.policy.name, &self.policy.version)
    }
}

/// How a version is cited: `site@2`.
#[must_use]
pub fn cite(name: &Id, version: &Id) -> String {
    format!("{name}@{version}")
}

/// All versions of one policy, in the order in which they take effect.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Never empty.
    versions: Vec<Version>,
}

impl History {
    /// The history of these versions of one policy; `None` without versions or if their names differ.
    /// Of versions that take effect on the same day the later in the list counts.
    #[must_use]
    pub fn new(mut versions: Vec<Version>) -> Option<Self> {
        let name = versions.first()?.policy.name.clone();
        if versions.iter().any(|v| v.policy.name != name) {
            return None;
        }
        versions.sort_by_key(|v| v.policy.effective);
        Some(Self { versions })
    }
    /// Which policy it is.
    #[must_use]
    #[expect(clippy::missing_panics_doc, clippy::expect_used, reason = "a history is never empty")]
    pub fn name(&self) -> &Id {
        &self.versions.first().expect("a history is never empty").policy.name
    }
    /// Every version, oldest first.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }
    /// The version in force on a day; before the first takes effect, the first (it is announced, and nothing else was promised).
    #[must_use]
    #[expect(clippy::missing_panics_doc, clippy::expect_used, reason = "a history is never empty")]
    pub fn in_force(&self, on: Date) -> &Version {
        let current = self.versions.iter().rev().find(|v| v.policy.effective <= on);
        current.or(self.versions.first()).expect("a history is never empty")
    }
    /// Versions that take effect after a day.
    pub fn announced(&self, on: Date) -> impl Iterator<Item = &Version> {
        self.versions.iter().filter(move |v| v.policy.effective > on)
    }
    /// The version before this one.
    #[must_use]
    pub fn before(&self, version: &Id) -> Option<&Version> {
        let at = self.versions.iter().position(|v| v.policy.version == *version)?;
        self.versions.get(at.checked_sub(1)?)
    }
    /// The version of this name.
    #[must_use]
    pub fn version(&self, version: &Id) -> Option<&Version> {
        self.versions.iter().find(|v| v.policy.version == *version)
    }
}
