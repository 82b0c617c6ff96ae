//! The table `policy_version`: which versions of which policies were published.

use abide_policy::text::Id;
use abide_policy::version::{Hash, Version};
use jiff::civil::Date;

use crate::{Error, Records, Row, Writing};

const TABLE: &str = "policy_version";

/// A version to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Which policy.
    pub name: &'a Id,
    /// Which version of it.
    pub version: &'a Id,
    /// The first day on which it applies.
    pub effective: Date,
    /// The hash of its source.
    pub hash: Hash,
    /// Its source.
    pub source: &'a str,
    /// Now, in seconds since 1970 (UTC).
    pub recorded_at: i64,
}

impl<'a> New<'a> {
    /// This version, recorded now.
    #[must_use]
    pub fn of(version: &'a Version, now: i64) -> Self {
        Self {
            name: &version.policy.name,
            version: &version.policy.version,
            effective: version.policy.effective,
            hash: version.hash,
            source: &version.source,
            recorded_at: now,
        }
    }
}

/// What recording a version came to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Outcome {
    /// It is recorded now (once the transaction is committed).
    New,
    /// It was recorded before, with the same text.
    AlreadyThere,
    /// Another text was recorded under this name before; nothing was written.
    Conflict {
        /// The hash of what is recorded.
        recorded: Hash,
    },
}

/// A recorded version.
#[derive(Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Which policy.
    pub name: Id,
    /// Which version of it.
    pub version: Id,
    /// The first day on which it applies.
    pub effective: Date,
    /// The hash of its source, checked when it was read.
    pub hash: Hash,
    /// Its source, byte for byte.
    pub source: String,
    /// When it was recorded, in seconds since 1970 (UTC).
    pub recorded_at: i64,
}

/// Without the source, which may be long and does not belong into logs.
impl std::fmt::Debug for Recorded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}@{} ({})", self.name, self.version, self.hash.short())
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT name, version, effective, sha256, source, recorded_at FROM policy_version ",
            $rest
        )
    };
}

impl Records {
    /// Every recorded version of a policy, in the order in which they were recorded; empty if there is none.
    ///
    /// # Errors
    /// If the database fails, or a version is damaged.
    pub async fn versions(&self, name: &Id) -> Result<Vec<Recorded>, Error> {
        let values = vec![name.as_str().into()];
        self.read(TABLE, select!("WHERE name = $1 ORDER BY seq"), values, recorded).await
    }
    /// Every recorded version of every policy, in the order in which they were recorded.
    ///
    /// # Errors
    /// As [`Records::versions`].
    pub async fn all(&self) -> Result<Vec<Recorded>, Error> {
        self.read(TABLE, select!("ORDER BY seq"), Vec::new(), recorded).await
    }
}

impl Writing {
    /// Records a version, unless one of its name is there.
    ///
    /// # Errors
    /// If the database fails, or what is there is damaged.
    pub async fn record(&mut self, new: &New<'_>) -> Result<Outcome, Error> {
        if let Some(outcome) = self.recorded(new).await? {
            return Ok(outcome);
        }
        let values = vec![
            new.name.as_str().into(),
            new.version.as_str().into(),
            new.effective.into(),
            new.hash.to_string().into(),
            new.source.as_bytes().into(),
            new.recorded_at.into(),
        ];
        let insert = "INSERT INTO policy_version (name, version, effective, sha256, source, recorded_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name, version) DO NOTHING";
        if self.change(insert, values).await? == 1 {
            return Ok(Outcome::New);
        }
        // Another process recorded one since we looked.
        self.recorded(new).await?.ok_or(Error::Busy)
    }

    /// What recording comes to if a version of this name is there: its hash is computed from its text, not believed.
    async fn recorded(&mut self, new: &New<'_>) -> Result<Option<Outcome>, Error> {
        let values = vec![new.name.as_str().into(), new.version.as_str().into()];
        let sql = select!("WHERE name = $1 AND version = $2");
        let there = self.read(TABLE, sql, values, recorded).await?.pop();
        Ok(there.map(|there| {
            let same = there.hash == new.hash;
            if same { Outcome::AlreadyThere } else { Outcome::Conflict { recorded: there.hash } }
        }))
    }
}

/// A row as a value; what does not match its hash is damaged.
fn recorded(row: &mut Row) -> Result<Recorded, Error> {
    let (name, version) = (row.text()?, row.text()?);
    let damaged = || Error::Damaged { table: TABLE, key: format!("{name}@{version}") };
    let effective = row.parsed().map_err(|_| damaged())?;
    let sha256 = row.text().map_err(|_| damaged())?;
    let source = String::from_utf8(row.bytes()?).map_err(|_| damaged())?;
    let hash = Hash::of(&source);
    if hash.to_string() != sha256 {
        return Err(damaged());
    }
    Ok(Recorded {
        effective,
        recorded_at: row.int().map_err(|_| damaged())?,
        name: name.parse().map_err(|_| damaged())?,
        version: version.parse().map_err(|_| damaged())?,
        hash,
        source,
    })
}
