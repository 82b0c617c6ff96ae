//! What people must do for a request: tell recipients (the table `recipient_notice`, GDPR Art. 19), and do what a store
//! cannot do (the table `reminder`).

use std::collections::BTreeSet;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestState, Vocabulary as _};
use jiff::civil::Date;
use serde_json::json;

use crate::requests::Saved;
use crate::together::{Kind, Put, Statement, over};
use crate::value::{PAGE, actor};
use crate::{Error, Records, Row, Writing};

const NOTICE: &str = "recipient_notice";
const REMINDER: &str = "reminder";

/// A recipient who must be told of what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Who.
    pub recipient: Id,
    /// Who told them, and when (in seconds since 1970, UTC).
    pub told: Option<(String, i64)>,
}

/// Something that a person must do in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// For which request.
    pub request: Id,
    /// In which store.
    pub store: Id,
    /// What, as the code of an instruction.
    pub code: Id,
    /// By which day.
    pub due: Date,
    /// When it was done, in seconds since 1970 (UTC).
    pub done_at: Option<i64>,
}

/// What [`Writing::remind`] says.
pub(crate) const REMIND: [Statement; 1] = [over!(
    "INSERT INTO reminder (request, store, code, due, done_at) SELECT v.id, v.store, v.code, v.due, v.done_at FROM ",
    (id text, store text, code text, due text, done_at bigint),
    " WHERE EXISTS (SELECT 1 FROM request AS r WHERE r.id = v.id) ON CONFLICT (request, store, code) DO UPDATE SET due = excluded.due, done_at = excluded.done_at RETURNING request"
)];
/// What [`Writing::seen_to`] says.
pub(crate) const SEEN_TO: [Statement; 1] = [over!(
    "UPDATE reminder SET done_at = v.now FROM ",
    (id text, store text, now bigint),
    " WHERE reminder.request = v.id AND reminder.store = v.store AND reminder.done_at IS NULL RETURNING reminder.request"
)];
/// What people must do for a request.
const OF_REQUEST: &str = "SELECT request, store, code, due, done_at FROM reminder WHERE request = $1 ORDER BY store, code";

impl Records {
    /// The recipients that must be told, in the order of their names.
    ///
    /// # Errors
    /// If the database fails, or a row is damaged.
    pub async fn notices(&self, request: &Id) -> Result<Vec<Notice>, Error> {
        let sql = "SELECT request, recipient, told_by, told_at FROM recipient_notice WHERE request = $1 ORDER BY recipient";
        self.read(NOTICE, sql, vec![request.as_str().into()], notice).await
    }
    /// Recipients that were not told yet though what they must be told is done, for all requests: what was done first comes first;
    /// at most 1000.
    ///
    /// # Errors
    /// As [`Records::notices`].
    pub async fn notices_open(&self) -> Result<Vec<(Id, Notice)>, Error> {
        let sql = "SELECT n.request, n.recipient, n.told_by, n.told_at FROM recipient_notice n JOIN request r ON r.id = n.request WHERE n.told_at IS NULL AND r.state = $1 ORDER BY r.closed_at, n.request, n.recipient LIMIT $2";
        let values = vec![RequestState::Done.word().into(), i64::from(PAGE).into()];
        self.read(NOTICE, sql, values, notice_of).await
    }
    /// What people must do for a request, done or not.
    ///
    /// # Errors
    /// As [`Records::notices`].
    pub async fn reminders(&self, request: &Id) -> Result<Vec<Reminder>, Error> {
        self.read(REMINDER, OF_REQUEST, vec![request.as_str().into()], reminder).await
    }
    /// What is not done and due on this day or before, for all requests; what is due first comes first; at most 1000.
    ///
    /// # Errors
    /// As [`Records::notices`].
    pub async fn reminders_due(&self, day: Date) -> Result<Vec<Reminder>, Error> {
        let sql = "SELECT request, store, code, due, done_at FROM reminder WHERE done_at IS NULL AND due <= $1 ORDER BY due, request, store, code LIMIT $2";
        self.read(REMINDER, sql, vec![day.into(), i64::from(PAGE).into()], reminder).await
    }
    /// What is not done of one kind in one store, in the order of its requests, those after a request; at most 1000.
    ///
    /// # Errors
    /// As [`Records::notices`].
    pub async fn reminders_in(
        &self,
        store: &Id,
        code: &str,
        after: Option<&Id>,
    ) -> Result<Vec<Reminder>, Error> {
        let sql = "SELECT request, store, code, due, done_at FROM reminder WHERE done_at IS NULL AND store = $1 AND code = $2 AND request > $3 ORDER BY request LIMIT $4";
        let after = after.map_or("", Id::as_str);
        let values = vec![store.as_str().into(), code.into(), after.into(), i64::from(PAGE).into()];
        self.read(REMINDER, sql, values, reminder).await
    }
    /// The stores in which something of one kind is not done.
    ///
    /// # Errors
    /// As [`Records::notices`].
    pub async fn stores_reminded_of(&self, code: &str) -> Result<BTreeSet<Id>, Error> {
        let sql = "SELECT DISTINCT store FROM reminder WHERE done_at IS NULL AND code = $1";
        let stores = self.read(REMINDER, sql, vec![code.into()], Row::parsed).await?;
        Ok(stores.into_iter().collect())
    }
    /// What is not done of this code, for all requests; what is due first comes first.
    ///
    /// # Errors
    /// As [`Records::notices`].
    pub async fn reminders_coded(&self, code: &Id) -> Result<Vec<Reminder>, Error> {
        let sql = "SELECT request, store, code, due, done_at FROM reminder WHERE done_at IS NULL AND code = $1 ORDER BY due, request, store";
        self.read(REMINDER, sql, vec![code.as_str().into()], reminder).await
    }
}

impl Writing {
    /// As [`Records::reminders`], inside the transaction.
    ///
    /// # Errors
    /// As [`Records::notices`].
    pub async fn reminders(&mut self, request: &Id) -> Result<Vec<Reminder>, Error> {
        self.read(REMINDER, OF_REQUEST, vec![request.as_str().into()], reminder).await
    }
    /// Lists a recipient that must be told, however often the same is said.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_notice(&mut self, request: &Id, recipient: &Id) -> Result<Saved, Error> {
        let sql = "INSERT INTO recipient_notice (request, recipient) SELECT $1, $2 WHERE EXISTS (SELECT 1 FROM request WHERE id = $1) ON CONFLICT (request, recipient) DO NOTHING";
        let values = vec![request.as_str().into(), recipient.as_str().into()];
        if self.change(sql, values).await? == 1 {
            return Ok(Saved::Done);
        }
        self.there(request).await
    }
    /// Takes recipients off the list that were not told: a new plan lists them anew.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_notices(&mut self, request: &Id) -> Result<(), Error> {
        let sql = "DELETE FROM recipient_notice WHERE request = $1 AND told_at IS NULL";
        self.change(sql, vec![request.as_str().into()]).await.map(drop)
    }
    /// Ticks a recipient off; [`Saved::Stale`] if that was done before: the first stays.
    ///
    /// # Errors
    /// If nobody is named, or the database fails.
    pub async fn tell(
        &mut self,
        request: &Id,
        recipient: &Id,
        by: &str,
        at: i64,
    ) -> Result<Saved, Error> {
        actor(by)?;
        let sql = "UPDATE recipient_notice SET told_by = $3, told_at = $4 WHERE request = $1 AND recipient = $2 AND told_at IS NULL";
        let values = vec![request.as_str().into(), recipient.as_str().into(), by.into(), at.into()];
        if self.change(sql, values).await? == 1 {
            return Ok(Saved::Done);
        }
        self.listed(request, recipient).await
    }
    /// Takes back that a recipient was ticked off; [`Saved::Stale`] if that was not so.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn untell(&mut self, request: &Id, recipient: &Id) -> Result<Saved, Error> {
        let sql = "UPDATE recipient_notice SET told_by = NULL, told_at = NULL WHERE request = $1 AND recipient = $2 AND told_at IS NOT NULL";
        let values = vec![request.as_str().into(), recipient.as_str().into()];
        if self.change(sql, values).await? == 1 {
            return Ok(Saved::Done);
        }
        self.listed(request, recipient).await
    }
    /// Says what a person must do and by which day, or that it is done; said again, the last word holds: what was done may have
    /// to be done once more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remind(&mut self, reminder: &Reminder) -> Result<Saved, Error> {
        let Reminder { request, store, code, due, done_at } = reminder;
        let row = json!({
            "id": request.as_str(),
            "store": store.as_str(),
            "code": code.as_str(),
            "due": due.to_string(),
            "done_at": done_at,
        });
        let key = Some(format!("{request} {store} {code}"));
        let done = self.put(Put { kind: Kind::Reminder, request, row, key }).await?;
        Ok(if done { Saved::Done } else { Saved::Missing })
    }

    /// Whatever people must still do for a request in a store is done.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seen_to(&mut self, request: &Id, store: &Id, now: i64) -> Result<(), Error> {
        let row = json!({ "id": request.as_str(), "store": store.as_str(), "now": now });
        self.put(Put { kind: Kind::SeenTo, request, row, key: None }).await.map(drop)
    }

    /// What a tick that changes nothing comes to.
    async fn listed(&mut self, request: &Id, recipient: &Id) -> Result<Saved, Error> {
        let sql = "SELECT request FROM recipient_notice WHERE request = $1 AND recipient = $2";
        let values = vec![request.as_str().into(), recipient.as_str().into()];
        let there = self.read(NOTICE, sql, values, Row::text).await?;
        Ok(if there.is_empty() { Saved::Missing } else { Saved::Stale })
    }

    /// What saying the same again comes to.
    async fn there(&mut self, request: &Id) -> Result<Saved, Error> {
        Ok(match self.stale_or_missing(request).await? {
            Saved::Missing => Saved::Missing,
            Saved::Done | Saved::Stale => Saved::Done,
        })
    }
}

fn notice(row: &mut Row) -> Result<Notice, Error> {
    Ok(notice_of(row)?.1)
}

fn notice_of(row: &mut Row) -> Result<(Id, Notice), Error> {
    let (request, recipient) = (row.parsed()?, row.parsed()?);
    Ok((request, Notice { recipient, told: row.text_or_none()?.zip(row.int_or_none()?) }))
}

fn reminder(row: &mut Row) -> Result<Reminder, Error> {
    Ok(Reminder {
        request: row.parsed()?,
        store: row.parsed()?,
        code: row.parsed()?,
        due: row.parsed()?,
        done_at: row.int_or_none()?,
    })
}
