//! What people ask for: the table `request`.
//!
//! Owns: a request as a value, adding, reading, changing, forgetting and purging it; [`queue`] lists and hands out,
//! [`history`], [`plans`] and [`duties`] keep what belongs to a request, which [`whole`] reads of many at once. Leaves to others: which change is right
//! (`abide-rights`); the identities' keyed hashes ([`crate::people`]).

use abide_policy::text::{Country, Id};
use abide_policy::vocab::{Lang, RequestKind, RequestState, Vocabulary, Waits};
use jiff::civil::Date;
use serde_json::json;

use crate::together::{Kind, Put, Statement, over};
use crate::value::{CITATION, SUBJECT, TEXT, within};
use crate::{Document, Error, Records, Row, Value, Writing};

pub mod duties;
pub mod history;
pub mod plans;
pub mod queue;
pub mod whole;

const TABLE: &str = "request";

/// The columns of a request, in the order in which they are read.
macro_rules! columns {
    () => {
        "id, kind, jurisdiction, language, policy, subject, received, due, extended_to, extension_reason, paused_since, paused_days, state, waits, refusal, refusal_text, version, lease_owner, lease_until, created_at, updated_at, closed_at"
    };
}
use columns;

/// What [`Writing::update_request`] says.
pub(crate) const CHANGE: [Statement; 1] = [over!(
    "UPDATE request SET jurisdiction = v.jurisdiction, language = v.language, policy = v.policy, subject = v.subject, due = v.due, extended_to = v.extended_to, extension_reason = v.extension_reason, paused_since = v.paused_since, paused_days = v.paused_days, state = v.state, waits = v.waits, refusal = v.refusal, refusal_text = v.refusal_text, version = request.version + 1, updated_at = v.now, closed_at = CASE WHEN v.closed = 1 THEN coalesce(request.closed_at, v.now) END FROM ",
    (id text, version bigint, jurisdiction text, language text, policy text, subject text, due text, extended_to text, extension_reason text, paused_since text, paused_days bigint, state text, waits text, refusal text, refusal_text text, now bigint, closed bigint),
    " WHERE request.id = v.id AND request.version = v.version RETURNING request.id"
)];
/// What [`Writing::forget_subject`] says.
pub(crate) const FORGET: [Statement; 1] = [over!(
    "UPDATE request SET subject = NULL, extension_reason = CASE WHEN request.extended_to IS NOT NULL THEN '' END, version = request.version + 1, updated_at = v.now FROM ",
    (id text, now bigint),
    " WHERE request.id = v.id AND request.closed_at IS NOT NULL RETURNING request.id"
)];

/// A request that has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// Its id: random, because people cite it and nobody may guess it.
    pub id: Id,
    /// What is asked for.
    pub kind: RequestKind,
    /// Whose law sets the deadline.
    pub jurisdiction: Country,
    /// The person's language.
    pub language: Lang,
    /// The version of the policy under which it is answered: `site@2`.
    pub policy: String,
    /// The identities that the person stated.
    pub subject: Document,
    /// The day on which it arrived.
    pub received: Date,
    /// The day by which it must be answered.
    pub due: Date,
}

/// A request. Its lease, times and version change by the methods of [`Writing`] only.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: Id,
    /// What is asked for.
    pub kind: RequestKind,
    /// Whose law sets the deadline.
    pub jurisdiction: Country,
    /// The person's language.
    pub language: Lang,
    /// The version of the policy under which it is answered: `site@2`.
    pub policy: String,
    /// The identities that the person stated; `None` once they are forgotten.
    pub subject: Option<Document>,
    /// The day on which it arrived.
    pub received: Date,
    /// The day by which it must be answered as things stand: extension and pauses included.
    pub due: Date,
    /// That the deadline was extended.
    pub extension: Option<Extension>,
    /// The day since which the deadline stands still.
    pub paused_since: Option<Date>,
    /// For how many days it stood still before.
    pub paused_days: u32,
    /// How far it has come.
    pub state: RequestState,
    /// What it waits for.
    pub waits: Option<Waits>,
    /// Why it was refused, wholly or in part.
    pub refusal: Option<Refusal>,
    /// Counts the changes: a change states the version that it was made from.
    pub version: u64,
    /// Who works on it.
    pub lease: Option<Lease>,
    /// When it was added, in seconds since 1970 (UTC).
    pub created_at: i64,
    /// When it was last changed, in seconds since 1970 (UTC).
    pub updated_at: i64,
    /// When it was done, refused or taken back, in seconds since 1970 (UTC).
    pub closed_at: Option<i64>,
}

/// That the time for an answer was extended, and why (GDPR Art. 12(3)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The day by which it must be answered instead.
    pub to: Date,
    /// Why, as the person was told.
    pub reason: String,
}

/// Why a request was refused (GDPR Art. 12(4), 12(5)).
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The code of the reason.
    pub code: Id,
    /// What the person is told.
    pub text: String,
}

/// That a worker has a request for some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Which worker.
    pub owner: String,
    /// Until when, in seconds since 1970 (UTC).
    pub until: i64,
}

impl Request {
    /// Until when a worker has it, in seconds since 1970 (UTC): also one that was killed, and gave nothing back. None if nobody has it
    /// now, or it only rests after a failure.
    #[must_use]
    pub fn with_worker_until(&self, now: i64) -> Option<i64> {
        let lease = self.lease.as_ref().filter(|lease| lease.owner != queue::NOBODY);
        lease.map(|lease| lease.until).filter(|until| *until > now)
    }
}

/// What saving a change came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Saved {
    /// It is saved (once the transaction is committed).
    Done,
    /// Somebody else was there first; nothing was written.
    Stale,
    /// There is nothing of this name; nothing was written.
    Missing,
}

impl Records {
    /// A request.
    ///
    /// # Errors
    /// If the database fails, or the request is damaged.
    pub async fn request(&self, id: &Id) -> Result<Option<Request>, Error> {
        let sql = concat!("SELECT ", columns!(), " FROM request WHERE id = $1");
        Ok(self.read(TABLE, sql, vec![id.as_str().into()], request).await?.pop())
    }
}

impl Writing {
    /// Adds a request, received and waiting for its turn; [`Saved::Stale`] if its id is taken.
    ///
    /// # Errors
    /// If a text is too long, or the database fails.
    pub async fn add_request(&mut self, new: &NewRequest, now: i64) -> Result<Saved, Error> {
        within("policy cited", &new.policy, CITATION)?;
        new.subject.within("statement of identities", SUBJECT)?;
        let values = vec![
            new.id.as_str().into(),
            new.kind.word().into(),
            new.jurisdiction.code().into(),
            new.language.word().into(),
            new.policy.as_str().into(),
            (&new.subject).into(),
            new.received.into(),
            new.due.into(),
            RequestState::Received.word().into(),
            Waits::Turn.word().into(),
            now.into(),
        ];
        let sql = "INSERT INTO request (id, kind, jurisdiction, language, policy, subject, received, due, state, waits, paused_days, version, event_count, plan_count, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 1, 0, 0, $11, $11) ON CONFLICT (id) DO NOTHING";
        let added = self.change(sql, values).await?;
        Ok(if added == 1 { Saved::Done } else { Saved::Stale })
    }

    /// Saves a request as it was changed, if it is still at its version; then the version is one more.
    ///
    /// It is closed now if its state is an end, and open if not. What never changes (kind, day of receipt) and what has
    /// methods of its own (lease) is left as it is.
    ///
    /// # Errors
    /// If a text is too long, or the database fails.
    pub async fn update_request(&mut self, changed: &Request, now: i64) -> Result<Saved, Error> {
        checked(changed)?;
        let key = Some(changed.id.to_string());
        let row = row_of(changed, now);
        let done = self.put(Put { kind: Kind::Change, request: &changed.id, row, key }).await?;
        if done { Ok(Saved::Done) } else { self.stale_or_missing(&changed.id).await }
    }

    /// Whether a request is still at a version, until the transaction ends: for what is saved beside it and leaves it as it is.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn still_at(&mut self, id: &Id, version: u64) -> Result<Saved, Error> {
        // Writing it, though as it is, keeps others from changing it meanwhile.
        let sql = "UPDATE request SET version = version WHERE id = $1 AND version = $2";
        let values = vec![id.as_str().into(), at_version(version)];
        if self.change(sql, values).await? == 1 {
            return Ok(Saved::Done);
        }
        self.stale_or_missing(id).await
    }

    /// Forgets the identities that a person stated, and why the period was extended; their keyed hashes stay, and what they are
    /// told of a refusal, until it was handed over ([`Writing::forget_refusal`], [`Writing::forget_refusals`]).
    /// [`Saved::Stale`] while the request is open. The database's own log holds them until [`Records::settle`].
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_subject(&mut self, id: &Id, now: i64) -> Result<Saved, Error> {
        let row = json!({ "id": id.as_str(), "now": now });
        let done = self.put(Put { kind: Kind::Forget, request: id, row, key: None }).await?;
        if done { Ok(Saved::Done) } else { self.stale_or_missing(id).await }
    }

    /// Forgets what the person was told of the refusal of a request that is closed; [`Saved::Stale`] while it is open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_refusal(&mut self, id: &Id) -> Result<Saved, Error> {
        let sql = "UPDATE request SET refusal_text = CASE WHEN refusal IS NOT NULL THEN '' END, version = version + 1 WHERE id = $1 AND closed_at IS NOT NULL";
        let done = self.change(sql, vec![id.as_str().into()]).await?;
        if done == 1 { Ok(Saved::Done) } else { self.stale_or_missing(id).await }
    }

    /// The same for all requests that were closed before a time; how many told anything.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_refusals(&mut self, closed_before: i64) -> Result<u64, Error> {
        let sql = "UPDATE request SET refusal_text = '', version = version + 1 WHERE refusal_text <> '' AND closed_at < $1";
        self.change(sql, vec![closed_before.into()]).await
    }

    /// Deletes requests that were closed before a time, with everything that belongs to them; how many.
    /// Suppressions, ended choices and holds outlive them. While a hold or old versions still have to be seen to (a reminder that
    /// is not done), or what was chosen holds (it is ended by its request), the request stays.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn purge_requests(&mut self, closed_before: i64) -> Result<u64, Error> {
        let sql = "DELETE FROM request WHERE closed_at < $1 AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.request = request.id AND r.code IN ('hold', 'versions') AND r.done_at IS NULL) AND NOT EXISTS (SELECT 1 FROM choice c WHERE c.request = request.id AND c.until IS NULL)";
        self.change(sql, vec![closed_before.into()]).await
    }

    /// Why a change did nothing.
    pub(crate) async fn stale_or_missing(&mut self, id: &Id) -> Result<Saved, Error> {
        let sql = "SELECT id FROM request WHERE id = $1";
        let there = self.read(TABLE, sql, vec![id.as_str().into()], Row::text).await?;
        Ok(if there.is_empty() { Saved::Missing } else { Saved::Stale })
    }
}

/// Whether a request in this state is at its end.
#[must_use]
pub const fn is_closed(state: RequestState) -> bool {
    matches!(state, RequestState::Done | RequestState::Refused | RequestState::Withdrawn)
}

/// Refuses texts that are too long.
fn checked(request: &Request) -> Result<(), Error> {
    within("policy cited", &request.policy, CITATION)?;
    if let Some(subject) = &request.subject {
        subject.within("statement of identities", SUBJECT)?;
    }
    if let Some(extension) = &request.extension {
        within("reason for the extension", &extension.reason, TEXT)?;
    }
    request.refusal.as_ref().map_or(Ok(()), |r| within("reason for the refusal", &r.text, TEXT))
}

/// What [`Writing::update_request`] saves.
fn row_of(request: &Request, now: i64) -> serde_json::Value {
    let (extension, refusal) = (request.extension.as_ref(), request.refusal.as_ref());
    let day = |day: Option<Date>| day.map(|d| d.to_string());
    json!({
        "id": request.id.as_str(),
        // One that is too great for the database matches nothing.
        "version": i64::try_from(request.version).unwrap_or(-1),
        "jurisdiction": request.jurisdiction.code(),
        "language": request.language.word(),
        "policy": request.policy,
        "subject": request.subject.as_ref().map(Document::as_str),
        "due": request.due.to_string(),
        "extended_to": day(extension.map(|e| e.to)),
        "extension_reason": extension.map(|e| e.reason.as_str()),
        "paused_since": day(request.paused_since),
        "paused_days": request.paused_days,
        "state": request.state.word(),
        "waits": request.waits.map(Waits::word),
        "refusal": refusal.map(|r| r.code.as_str()),
        "refusal_text": refusal.map(|r| r.text.as_str()),
        "now": now,
        "closed": i64::from(is_closed(request.state)),
    })
}

/// The version as a value; one that is too great for the database matches nothing.
fn at_version(version: u64) -> Value {
    i64::try_from(version).unwrap_or(-1).into()
}

fn request(row: &mut Row) -> Result<Request, Error> {
    Ok(Request {
        id: row.parsed()?,
        kind: row.word()?,
        jurisdiction: row.parsed()?,
        language: row.word()?,
        policy: row.text()?,
        subject: row.document_or_none()?,
        received: row.parsed()?,
        due: row.parsed()?,
        extension: extension(row)?,
        paused_since: row.parsed_or_none()?,
        paused_days: row.count()?,
        state: row.word()?,
        waits: row.word_or_none()?,
        refusal: refusal(row)?,
        version: row.count()?,
        lease: lease(row)?,
        created_at: row.int()?,
        updated_at: row.int()?,
        closed_at: row.int_or_none()?,
    })
}

fn extension(row: &mut Row) -> Result<Option<Extension>, Error> {
    let (to, reason) = (row.parsed_or_none()?, row.text_or_none()?);
    Ok(to.zip(reason).map(|(to, reason)| Extension { to, reason }))
}

fn refusal(row: &mut Row) -> Result<Option<Refusal>, Error> {
    let (code, text) = (row.parsed_or_none()?, row.text_or_none()?);
    Ok(code.zip(text).map(|(code, text)| Refusal { code, text }))
}

fn lease(row: &mut Row) -> Result<Option<Lease>, Error> {
    let (owner, until) = (row.text_or_none()?, row.int_or_none()?);
    Ok(owner.zip(until).map(|(owner, until)| Lease { owner, until }))
}

/// Without what the person said.
impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} ({}, version {})", self.kind, self.id, self.state, self.version)
    }
}

/// Without what the person was told.
impl std::fmt::Debug for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.as_str())
    }
}
