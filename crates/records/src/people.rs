//! What outlives a request about a person, who is known by keyed hashes only: the tables `request_identity` (which requests
//! were theirs), `suppression` (they were erased) and `choice` (what they objected to, restricted or took back).
//!
//! Whoever asks hashes the person's normalized facts with the organisation's key and asks for those hashes. Keys, hashing and
//! normalizing are others' work; a key is known here by its id, and [`Writing::rekey`] puts a hash under a new one.

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::decide::Choices;
use abide_policy::text::Id;
use abide_policy::vocab::{Fact, Purpose, Vocabulary};
use jiff::civil::Date;
use serde_json::json;

use crate::requests::Saved;
use crate::together::{Kind, Put, Statement, over};
use crate::value::{CITATION, PAGE, within};
use crate::{Digest, Error, Records, Row, Writing};

const IDENTITY: &str = "request_identity";
const SUPPRESSION: &str = "suppression";
const CHOICE: &str = "choice";
/// How every purpose at once is written.
const EVERY: &str = "*";

/// What puts hash `$1` as hash `$2` under key `$3`.
const REKEY: [&str; 5] = [
    "UPDATE suppression SET until = (SELECT o.until FROM suppression o WHERE o.hash = $1) WHERE hash = $2 AND key_id = $3 AND until < (SELECT o.until FROM suppression o WHERE o.hash = $1)",
    "UPDATE suppression SET hash = $2, key_id = $3 WHERE hash = $1 AND ($1 = $2 OR NOT EXISTS (SELECT 1 FROM suppression s WHERE s.hash = $2))",
    "UPDATE request_identity SET hash = $2, key_id = $3 WHERE hash = $1 AND ($1 = $2 OR NOT EXISTS (SELECT 1 FROM request_identity i WHERE i.request = request_identity.request AND i.hash = $2))",
    "UPDATE choice SET hash = $2, key_id = $3 WHERE hash = $1 AND ($1 = $2 OR NOT EXISTS (SELECT 1 FROM choice c WHERE c.hash = $2 AND c.kind = choice.kind AND c.purpose = choice.purpose))",
    "UPDATE legal_hold SET hash = $2, key_id = $3 WHERE hash = $1 AND ($1 = $2 OR NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.id = legal_hold.id AND h.hash = $2))",
];
/// What deletes everything under a key.
const FORGET_KEY: [&str; 4] = [
    "DELETE FROM request_identity WHERE key_id = $1",
    "DELETE FROM suppression WHERE key_id = $1",
    "DELETE FROM choice WHERE key_id = $1",
    "DELETE FROM legal_hold WHERE key_id = $1",
];
/// What deletes what is left under a hash that was put under a new key.
const DOUBLE: [&str; 4] = [
    "DELETE FROM suppression WHERE hash = $1",
    "DELETE FROM request_identity WHERE hash = $1",
    "DELETE FROM choice WHERE hash = $1",
    "DELETE FROM legal_hold WHERE hash = $1",
];

/// A fact about a person, as a keyed hash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Keyed {
    /// The hash.
    pub hash: Digest,
    /// The id of the key.
    pub key: Id,
}

/// That a person was erased: a later import of the same person becomes visible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// By which hash the person is known.
    pub who: Keyed,
    /// Which fact was hashed.
    pub fact: Fact,
    /// The request by which they were erased; it may be gone.
    pub request: Id,
    /// On which ground the hash is kept: `legal-obligation (Art. 17(1))`.
    pub basis: String,
    /// The day on which they were erased.
    pub since: Date,
    /// The last day on which the hash is kept.
    pub until: Date,
}

/// What a person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// By which hash the person is known.
    pub who: Keyed,
    /// What kind of choice.
    pub kind: ChoiceKind,
    /// For which purpose; `None`: for every one.
    pub purpose: Option<Purpose>,
    /// The day from which it holds.
    pub since: Date,
    /// The last day on which it holds, if it ends.
    pub until: Option<Date>,
    /// The request by which it was made; it may be gone.
    pub request: Id,
}

/// What kind of choice a person made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceKind {
    /// They objected (GDPR Art. 21).
    Objection,
    /// Nothing may be done but keeping (Art. 18).
    Restriction,
    /// They took back their consent (Art. 7(3)).
    Withdrawal,
}

impl Vocabulary for ChoiceKind {
    const KIND: &'static str = "kind of choice";
    const ALL: &'static [Self] = &[Self::Objection, Self::Restriction, Self::Withdrawal];
    fn word(self) -> &'static str {
        match self {
            Self::Objection => "objection",
            Self::Restriction => "restriction",
            Self::Withdrawal => "withdrawal",
        }
    }
    fn index(self) -> usize {
        self as usize
    }
}

impl Choice {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
    /// Puts it into what `decide` is asked with. A consent that was taken back is none, whatever was there before.
    pub fn apply(&self, choices: &mut Choices) {
        let one = self.purpose.as_slice();
        let purposes = if one.is_empty() { Purpose::ALL } else { one };
        for purpose in purposes {
            match self.kind {
                ChoiceKind::Objection => {
                    choices.objected.insert(*purpose);
                }
                ChoiceKind::Restriction => choices.restricted = true,
                ChoiceKind::Withdrawal => choices.consented.remove(*purpose),
            }
        }
    }
}

/// What [`Writing::suppress`] says.
pub(crate) const SUPPRESS: [Statement; 1] = [over!(
    "INSERT INTO suppression (hash, key_id, fact, request, basis, since, until) SELECT v.hash, v.key_id, v.fact, v.id, v.basis, v.since, v.until FROM ",
    (id text, hash text, key_id text, fact text, basis text, since text, until text),
    " WHERE TRUE ON CONFLICT (hash) DO UPDATE SET key_id = excluded.key_id, fact = excluded.fact, request = excluded.request, basis = excluded.basis, since = excluded.since, until = CASE WHEN suppression.until > excluded.until THEN suppression.until ELSE excluded.until END RETURNING request"
)];
/// The marks of a request's person.
const MARKS: &str =
    "SELECT fact, hash, key_id FROM request_identity WHERE request = $1 ORDER BY hash";
/// The same of many requests.
const MARKS_OF: Statement = over!(
    "SELECT i.request, i.fact, i.hash, i.key_id FROM ",
    (id text),
    " CROSS JOIN request_identity AS i WHERE i.request = v.id ORDER BY i.request, i.hash"
);
/// Requests of whose people there is more.
const BESIDE: Statement = over!(
    "SELECT DISTINCT v.id FROM ",
    (id text, hash text),
    " WHERE EXISTS (SELECT 1 FROM suppression AS s WHERE s.hash = v.hash) OR EXISTS (SELECT 1 FROM choice AS c WHERE c.hash = v.hash) OR EXISTS (SELECT 1 FROM legal_hold AS h WHERE h.hash = v.hash) OR EXISTS (SELECT 1 FROM request_identity AS i WHERE i.hash = v.hash AND i.request <> v.id)"
);
/// What was chosen by a request.
const CHOSEN: &str = "SELECT hash, key_id, kind, purpose, since, until, request FROM choice WHERE request = $1 ORDER BY hash, kind, purpose";

fn identity(row: &mut Row) -> Result<(Fact, Keyed), Error> {
    Ok((row.word()?, keyed(row)?))
}

impl Records {
    /// The requests of a person, by one hash, in the order of their ids.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn requests_of(&self, hash: Digest) -> Result<Vec<Id>, Error> {
        let sql = "SELECT request FROM request_identity WHERE hash = $1 ORDER BY request";
        self.read(IDENTITY, sql, vec![hash.into()], Row::parsed).await
    }
    /// By which facts the person of a request is known, as hashes, in the order of the hashes.
    ///
    /// # Errors
    /// If the database fails, or an entry is damaged.
    pub async fn identities(&self, request: &Id) -> Result<Vec<(Fact, Keyed)>, Error> {
        self.read(IDENTITY, MARKS, vec![request.as_str().into()], identity).await
    }
    /// As [`Records::identities`], of many requests: those of whom there are any.
    ///
    /// # Errors
    /// As [`Records::identities`].
    pub async fn identities_of(
        &self,
        requests: &[&Id],
    ) -> Result<BTreeMap<Id, Vec<(Fact, Keyed)>>, Error> {
        let rows = requests.iter().map(|id| json!({ "id": id.as_str() }));
        let mut all = BTreeMap::<Id, Vec<_>>::new();
        let read = |row: &mut Row| Ok((row.parsed::<Id>()?, identity(row)?));
        for (id, mark) in self.read_over(IDENTITY, &MARKS_OF, rows, read).await? {
            all.entry(id).or_default().push(mark);
        }
        Ok(all)
    }
    /// Of which of these requests, each with hashes of its person, there is something of them beside it: a suppression, a choice, a
    /// hold, another request.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn beside(
        &self,
        people: impl IntoIterator<Item = (&Id, Digest)>,
    ) -> Result<BTreeSet<Id>, Error> {
        let rows = people.into_iter();
        let rows = rows.map(|(id, hash)| json!({ "id": id.as_str(), "hash": hash.to_string() }));
        let found = self.read_over(IDENTITY, &BESIDE, rows, Row::parsed).await?;
        Ok(found.into_iter().collect())
    }
    /// The hashes of those who were erased and are remembered on a day, in order: those after one, at most 1000.
    ///
    /// # Errors
    /// If the database fails, or a hash is damaged.
    pub async fn suppressed(&self, day: Date, after: Option<Digest>) -> Result<Vec<Digest>, Error> {
        let sql =
            "SELECT hash FROM suppression WHERE hash > $1 AND until >= $2 ORDER BY hash LIMIT $3";
        let after = after.map_or_else(String::new, |a| a.to_string());
        let values = vec![after.into(), day.into(), i64::from(PAGE).into()];
        self.read(SUPPRESSION, sql, values, Row::parsed).await
    }
    /// The suppression of a person, by one hash.
    ///
    /// # Errors
    /// If the database fails, or the entry is damaged.
    pub async fn suppression(&self, hash: Digest) -> Result<Option<Suppression>, Error> {
        let sql = "SELECT hash, key_id, fact, request, basis, since, until FROM suppression WHERE hash = $1";
        Ok(self.read(SUPPRESSION, sql, vec![hash.into()], suppression).await?.pop())
    }
    /// What a person chose, by one hash, past choices included.
    ///
    /// # Errors
    /// If the database fails, or an entry is damaged.
    pub async fn choices(&self, hash: Digest) -> Result<Vec<Choice>, Error> {
        let sql = "SELECT hash, key_id, kind, purpose, since, until, request FROM choice WHERE hash = $1 ORDER BY kind, purpose";
        self.read(CHOICE, sql, vec![hash.into()], choice).await
    }
    /// What was chosen by a request, under every hash of its person.
    ///
    /// # Errors
    /// If the database fails, or an entry is damaged.
    pub async fn choices_by(&self, request: &Id) -> Result<Vec<Choice>, Error> {
        self.read(CHOICE, CHOSEN, vec![request.as_str().into()], choice).await
    }
    /// The keys under which there are hashes, with how many entries each has, in the order of their names.
    ///
    /// # Errors
    /// If the database fails, or an entry is damaged.
    pub async fn keys_used(&self) -> Result<Vec<(Id, u64)>, Error> {
        let sql = "SELECT key_id, count(*) FROM (SELECT key_id FROM request_identity UNION ALL SELECT key_id FROM suppression UNION ALL SELECT key_id FROM choice UNION ALL SELECT key_id FROM legal_hold) AS used GROUP BY key_id ORDER BY key_id";
        self.read(SUPPRESSION, sql, vec![], |row| Ok((row.parsed()?, row.count()?))).await
    }
    /// Hashes under a key, wherever they are, in order: those after one, at most 1000. For the change of a key.
    ///
    /// # Errors
    /// If the database fails, or a hash is damaged.
    pub async fn hashes_under(
        &self,
        key: &Id,
        after: Option<Digest>,
    ) -> Result<Vec<Digest>, Error> {
        let sql = "SELECT hash FROM request_identity WHERE key_id = $1 AND hash > $2 UNION SELECT hash FROM suppression WHERE key_id = $1 AND hash > $2 UNION SELECT hash FROM choice WHERE key_id = $1 AND hash > $2 UNION SELECT hash FROM legal_hold WHERE key_id = $1 AND hash > $2 ORDER BY hash LIMIT $3";
        let after = after.map_or_else(String::new, |a| a.to_string());
        let values = vec![key.as_str().into(), after.into(), i64::from(PAGE).into()];
        self.read("hash", sql, values, Row::parsed).await
    }
}

impl Writing {
    /// As [`Records::identities`], inside the transaction.
    ///
    /// # Errors
    /// As [`Records::identities`].
    pub async fn identities(&mut self, request: &Id) -> Result<Vec<(Fact, Keyed)>, Error> {
        self.read(IDENTITY, MARKS, vec![request.as_str().into()], identity).await
    }
    /// As [`Records::choices_by`], inside the transaction.
    ///
    /// # Errors
    /// As [`Records::choices_by`].
    pub async fn choices_by(&mut self, request: &Id) -> Result<Vec<Choice>, Error> {
        self.read(CHOICE, CHOSEN, vec![request.as_str().into()], choice).await
    }
    /// Says that a request is of the person with this hash, however often the same is said.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_identity(
        &mut self,
        request: &Id,
        who: &Keyed,
        fact: Fact,
    ) -> Result<Saved, Error> {
        let sql = "INSERT INTO request_identity (request, hash, key_id, fact) SELECT $1, $2, $3, $4 WHERE EXISTS (SELECT 1 FROM request WHERE id = $1) ON CONFLICT (request, hash) DO UPDATE SET key_id = excluded.key_id, fact = excluded.fact";
        let values = vec![
            request.as_str().into(),
            who.hash.into(),
            who.key.as_str().into(),
            fact.word().into(),
        ];
        let done = self.change(sql, values).await?;
        Ok(if done == 1 { Saved::Done } else { Saved::Missing })
    }

    /// Forgets whose a request was said to be: what was stated was wrong.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_identities(&mut self, request: &Id) -> Result<(), Error> {
        let sql = "DELETE FROM request_identity WHERE request = $1";
        self.change(sql, vec![request.as_str().into()]).await.map(drop)
    }

    /// Keeps a suppression; one of the same hash is replaced, and the longer period holds.
    ///
    /// # Errors
    /// If the ground is too long, or the database fails.
    pub async fn suppress(&mut self, entry: &Suppression) -> Result<(), Error> {
        within("ground of a suppression", &entry.basis, CITATION)?;
        let row = json!({
            "id": entry.request.as_str(),
            "hash": entry.who.hash.to_string(),
            "key_id": entry.who.key.as_str(),
            "fact": entry.fact.word(),
            "basis": entry.basis,
            "since": entry.since.to_string(),
            "until": entry.until.to_string(),
        });
        let key = Some(entry.who.hash.to_string());
        self.put(Put { kind: Kind::Suppression, request: &entry.request, row, key }).await.map(drop)
    }

    /// Keeps a choice; one of the same person, kind and purpose is replaced: so a choice ends, too.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn choose(&mut self, choice: &Choice) -> Result<(), Error> {
        let sql = "INSERT INTO choice (hash, key_id, kind, purpose, since, until, request) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (hash, kind, purpose) DO UPDATE SET key_id = excluded.key_id, since = excluded.since, until = excluded.until, request = excluded.request";
        let values = vec![
            choice.who.hash.into(),
            choice.who.key.as_str().into(),
            choice.kind.word().into(),
            choice.purpose.map_or(EVERY, Purpose::word).into(),
            choice.since.into(),
            choice.until.into(),
            choice.request.as_str().into(),
        ];
        self.change(sql, values).await.map(|_| ())
    }

    /// Puts a hash under a new key, wherever it is; how many entries. Where the new hash is there already, the entries
    /// become one, and the longer suppression holds.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn rekey(&mut self, old: Digest, new: &Keyed) -> Result<u64, Error> {
        let mut changed = 0;
        for sql in REKEY {
            let values = vec![old.into(), new.hash.into(), new.key.as_str().into()];
            changed += self.change(sql, values).await?;
        }
        for sql in DOUBLE.into_iter().filter(|_| old != new.hash) {
            self.change(sql, vec![old.into()]).await?;
        }
        Ok(changed)
    }

    /// Deletes everything that is kept under a key that is lost; how many entries.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_key(&mut self, key: &Id) -> Result<u64, Error> {
        let mut gone = 0;
        for sql in FORGET_KEY {
            gone += self.change(sql, vec![key.as_str().into()]).await?;
        }
        Ok(gone)
    }

    /// Deletes suppressions and choices whose last day is before `today`; how many.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn expire(&mut self, today: Date) -> Result<u64, Error> {
        let suppressions = "DELETE FROM suppression WHERE until < $1";
        let choices = "DELETE FROM choice WHERE until < $1";
        let gone = self.change(suppressions, vec![today.into()]).await?;
        Ok(gone + self.change(choices, vec![today.into()]).await?)
    }
}

fn keyed(row: &mut Row) -> Result<Keyed, Error> {
    Ok(Keyed { hash: row.parsed()?, key: row.parsed()? })
}

fn suppression(row: &mut Row) -> Result<Suppression, Error> {
    Ok(Suppression {
        who: keyed(row)?,
        fact: row.word()?,
        request: row.parsed()?,
        basis: row.text()?,
        since: row.parsed()?,
        until: row.parsed()?,
    })
}

fn choice(row: &mut Row) -> Result<Choice, Error> {
    Ok(Choice {
        who: keyed(row)?,
        kind: row.word()?,
        purpose: purpose(row)?,
        since: row.parsed()?,
        until: row.parsed_or_none()?,
        request: row.parsed()?,
    })
}

fn purpose(row: &mut Row) -> Result<Option<Purpose>, Error> {
    let word = row.text()?;
    if word == EVERY {
        return Ok(None);
    }
    Purpose::from_word(&word).map(Some).ok_or_else(|| row.damaged())
}

#[cfg(test)]
mod tests {
    use abide_policy::vocab::Set;
    use jiff::civil::date;

    use super::*;

    fn chosen(kind: ChoiceKind, purpose: Option<Purpose>) -> Choice {
        Choice {
            who: Keyed { hash: Digest([7; 32]), key: "k1".parse().unwrap() },
            kind,
            purpose,
            since: date(2026, 3, 1),
            until: Some(date(2026, 3, 31)),
            request: "r1".parse().unwrap(),
        }
    }

    #[test]
    fn a_choice_holds_from_its_first_to_its_last_day() {
        let choice = chosen(ChoiceKind::Objection, None);
        let days = [(2026, 2, 28), (2026, 3, 1), (2026, 3, 31), (2026, 4, 1)];
        let holds = days.map(|(y, m, d)| choice.holds(date(y, m, d)));
        assert_eq!(holds, [false, true, true, false]);
        let endless = Choice { until: None, ..choice };
        assert!(endless.holds(Date::MAX));
    }

    #[test]
    fn choices_become_what_decide_is_asked_with() {
        let mut choices = Choices {
            consented: Set::of(&[Purpose::Contact, Purpose::Develop]),
            ..Choices::default()
        };
        chosen(ChoiceKind::Objection, Some(Purpose::Telemarketing)).apply(&mut choices);
        assert_eq!(choices.objected, Set::of(&[Purpose::Telemarketing]));
        chosen(ChoiceKind::Withdrawal, Some(Purpose::Contact)).apply(&mut choices);
        assert_eq!(choices.consented, Set::of(&[Purpose::Develop]));
        assert!(!choices.restricted);
        chosen(ChoiceKind::Restriction, None).apply(&mut choices);
        assert!(choices.restricted);
        chosen(ChoiceKind::Withdrawal, None).apply(&mut choices);
        assert!(choices.consented.is_empty());
        chosen(ChoiceKind::Objection, None).apply(&mut choices);
        assert_eq!(choices.objected, Set::of(Purpose::ALL));
    }
}
