//! Legal holds on people, the table `legal_hold`: why somebody's data must not go, until when, who said so.
//!
//! A person is known by keyed hashes only, a row for each, as in [`crate::people`]. Leaves to others: whose hashes these are, what
//! a hold covers, what becomes of the data (`abide-rights`).

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, Vocabulary as _};
use jiff::civil::Date;

use crate::people::Keyed;
use crate::requests::Saved;
use crate::value::{DETAIL, TEXT, actor, within};
use crate::{Dialect, Digest, Document, Error, Records, Row, Writing};

const TABLE: &str = "legal_hold";

/// A legal hold on a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// How it is cited.
    pub id: Id,
    /// By which facts, as hashes, the person is found.
    pub who: Vec<(Fact, Keyed)>,
    /// Why: for those who work here.
    pub reason: String,
    /// What it covers.
    pub covers: Document,
    /// Its last day, if one is known.
    pub until: Option<Date>,
    /// Who placed it, and when (in seconds since 1970, UTC).
    pub placed: (String, i64),
    /// Who lifted it, and when.
    pub lifted: Option<(String, i64)>,
}

impl Hold {
    /// Whether it stands on a day.
    #[must_use]
    pub fn stands(&self, day: Date) -> bool {
        self.lifted.is_none() && self.until.is_none_or(|until| day <= until)
    }
}

impl Records {
    /// All holds, those first that were placed last.
    ///
    /// # Errors
    /// If the database fails, or a row is damaged.
    pub async fn holds(&self) -> Result<Vec<Hold>, Error> {
        let sql = "SELECT id, fact, hash, key_id, reason, covers, until, placed_by, placed_at, lifted_by, lifted_at FROM legal_hold ORDER BY placed_at DESC, id, hash";
        Ok(joined(self.read(TABLE, sql, Vec::new(), hold).await?))
    }
    /// The holds under one hash, each with this hash alone.
    ///
    /// # Errors
    /// As [`Records::holds`].
    pub async fn holds_under(&self, hash: Digest) -> Result<Vec<Hold>, Error> {
        let sql = "SELECT id, fact, hash, key_id, reason, covers, until, placed_by, placed_at, lifted_by, lifted_at FROM legal_hold WHERE hash = $1 ORDER BY id";
        self.read(TABLE, sql, vec![hash.into()], hold).await
    }
}

impl Writing {
    /// Places a hold; [`Saved::Stale`] if there is one of this id.
    ///
    /// # Errors
    /// If nobody is named, its texts are too long, or the database fails.
    pub async fn place(&mut self, hold: &Hold) -> Result<Saved, Error> {
        let (by, at) = &hold.placed;
        actor(by)?;
        within("reason of a hold", &hold.reason, TEXT)?;
        hold.covers.within("what a hold covers", DETAIL)?;
        let sql = "INSERT INTO legal_hold (id, fact, hash, key_id, reason, covers, until, placed_by, placed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id, hash) DO NOTHING";
        for (fact, who) in &hold.who {
            let values = vec![
                hold.id.as_str().into(),
                fact.word().into(),
                who.hash.into(),
                who.key.as_str().into(),
                hold.reason.as_str().into(),
                (&hold.covers).into(),
                hold.until.into(),
                by.as_str().into(),
                (*at).into(),
            ];
            if self.change(sql, values).await? == 0 {
                return Ok(Saved::Stale);
            }
        }
        Ok(Saved::Done)
    }

    /// Finds the person of a hold by more facts, from now on. What it is under already stays as it is.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn widen_hold(&mut self, id: &Id, who: &[(Fact, Keyed)]) -> Result<(), Error> {
        let sql = "INSERT INTO legal_hold (id, fact, hash, key_id, reason, covers, until, placed_by, placed_at, lifted_by, lifted_at) SELECT id, $2, $3, $4, reason, covers, until, placed_by, placed_at, lifted_by, lifted_at FROM legal_hold WHERE id = $1 ORDER BY hash LIMIT 1 ON CONFLICT (id, hash) DO NOTHING";
        for (fact, who) in who {
            let values = vec![
                id.as_str().into(),
                fact.word().into(),
                who.hash.into(),
                who.key.as_str().into(),
            ];
            self.change(sql, values).await?;
        }
        Ok(())
    }

    /// Lifts a hold; [`Saved::Stale`] if that was done before: the first stays.
    ///
    /// # Errors
    /// If nobody is named, or the database fails.
    pub async fn lift(&mut self, id: &Id, by: &str, at: i64) -> Result<Saved, Error> {
        actor(by)?;
        let sql = "UPDATE legal_hold SET lifted_by = $2, lifted_at = $3 WHERE id = $1 AND lifted_at IS NULL";
        if self.change(sql, vec![id.as_str().into(), by.into(), at.into()]).await? > 0 {
            return Ok(Saved::Done);
        }
        let sql = "SELECT id FROM legal_hold WHERE id = $1";
        let there = self.read(TABLE, sql, vec![id.as_str().into()], Row::text).await?;
        Ok(if there.is_empty() { Saved::Missing } else { Saved::Stale })
    }

    /// The ids of the holds that stand on a day, in order. Until this transaction ends, nobody else places or lifts one.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn holding(&mut self, day: Date) -> Result<Vec<Id>, Error> {
        // SQLite has one writer at a time anyway.
        if self.transaction.dialect() == Dialect::Postgres {
            self.change("LOCK TABLE legal_hold IN SHARE MODE", Vec::new()).await?;
        }
        let sql = "SELECT DISTINCT id FROM legal_hold WHERE lifted_at IS NULL AND (until IS NULL OR until >= $1) ORDER BY id";
        self.read(TABLE, sql, vec![day.into()], Row::parsed).await
    }

    /// Deletes holds that were lifted before a moment (in seconds since 1970, UTC), or whose last day lies before a day; how many
    /// hashes.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn purge_holds(&mut self, lifted_before: i64, day: Date) -> Result<u64, Error> {
        let sql = "DELETE FROM legal_hold WHERE lifted_at < $1 OR until < $2";
        self.change(sql, vec![lifted_before.into(), day.into()]).await
    }
}

fn hold(row: &mut Row) -> Result<Hold, Error> {
    let (id, fact) = (row.parsed()?, row.word()?);
    let who = Keyed { hash: row.parsed()?, key: row.parsed()? };
    Ok(Hold {
        id,
        who: vec![(fact, who)],
        reason: row.text()?,
        covers: row.document()?,
        until: row.parsed_or_none()?,
        placed: (row.text()?, row.int()?),
        lifted: row.text_or_none()?.zip(row.int_or_none()?),
    })
}

/// Rows of one hold as one.
fn joined(rows: Vec<Hold>) -> Vec<Hold> {
    let mut holds: Vec<Hold> = Vec::new();
    for row in rows {
        match holds.last_mut().filter(|last| last.id == row.id) {
            Some(last) => last.who.extend(row.who),
            None => holds.push(row),
        }
    }
    holds
}
