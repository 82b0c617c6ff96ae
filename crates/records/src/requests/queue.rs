//! The queue of requests: listed by the day on which they are due, and handed out to workers.
//!
//! A worker holds a request by a lease. A lease ends by itself, so that a worker that was killed blocks nothing; and
//! taking a request makes its version one more, so that a worker that slept through the end of its lease can change
//! nothing any more.

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Set, Vocabulary};
use jiff::civil::Date;

use super::{Request, Saved, TABLE, columns, request};
use crate::value::{PAGE, actor};
use crate::{Dialect, Error, Records, Writing};

/// Which requests are listed. The default: every open one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The closed ones instead of the open ones.
    pub closed: bool,
    /// In one of these states; any if empty.
    pub states: Set<RequestState>,
    /// Of one of these kinds; any if empty.
    pub kinds: Set<RequestKind>,
    /// Due on this day or before.
    pub due_until: Option<Date>,
}

/// Which requests a worker takes. The default: none, since it is in no state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In one of these states.
    pub states: Set<RequestState>,
    /// Of one of these kinds; any if empty.
    pub kinds: Set<RequestKind>,
    /// Nothing happened to it since this moment, in seconds since 1970 (UTC), unless it is due on this day or before, or a
    /// worker was lost with it.
    pub before: Option<(i64, Date)>,
    /// At most so many (and 1000).
    pub most: u32,
}

/// Who has a request that rests.
pub(super) const NOBODY: &str = "-";

/// Where a page ended: the next begins after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The day on which the last request of the page is due.
    pub due: Date,
    /// Its id.
    pub id: Id,
}

impl Cursor {
    /// After this request.
    #[must_use]
    pub fn after(request: &Request) -> Self {
        Self { due: request.due, id: request.id.clone() }
    }
}

macro_rules! list {
    ($closed:literal) => {
        concat!("SELECT ", columns!(), " FROM request WHERE ", $closed, " AND (due, id) > ($1, $2) AND due <= $3 AND ($4 = '' OR $4 LIKE '%|' || state || '|%') AND ($5 = '' OR $5 LIKE '%|' || kind || '|%') ORDER BY due, id LIMIT $6")
    };
}

macro_rules! claim {
    ($of:literal, $lock:literal) => {
        concat!("UPDATE request SET lease_owner = $1, lease_until = $2, version = version + 1, updated_at = $3 WHERE id ", $of, "(SELECT id FROM request WHERE closed_at IS NULL AND (lease_until IS NULL OR lease_until <= $3) AND $4 LIKE '%|' || state || '|%' AND ($5 = '' OR $5 LIKE '%|' || kind || '|%') AND (state <> 'waiting' OR waits = 'plan') AND (updated_at < $7 OR due <= $8 OR lease_until IS NOT NULL) ORDER BY due, id LIMIT $6", $lock, ") RETURNING ", columns!())
    };
}

impl Records {
    /// Requests in the order in which they are due: those after a place, at most `limit` (and 1000).
    ///
    /// # Errors
    /// If the database fails, or a request is damaged.
    pub async fn requests(
        &self,
        filter: &Filter,
        after: Option<&Cursor>,
        limit: u32,
    ) -> Result<Vec<Request>, Error> {
        let sql =
            if filter.closed { list!("closed_at IS NOT NULL") } else { list!("closed_at IS NULL") };
        let values = vec![
            after.map_or_else(String::new, |a| a.due.to_string()).into(),
            after.map_or("", |a| a.id.as_str()).into(),
            filter.due_until.unwrap_or(Date::MAX).into(),
            words(filter.states).into(),
            words(filter.kinds).into(),
            i64::from(limit.min(PAGE)).into(),
        ];
        self.read(TABLE, sql, values, request).await
    }
}

impl Writing {
    /// Takes the request in one of these states that is due first and that no other worker has; `None` if there is none. Of
    /// those that wait, only one that waits for a plan: the others are not a worker's to go on with.
    ///
    /// `worker` is a name that no other running worker has. The lease ends `seconds` after `now`.
    ///
    /// # Errors
    /// If the worker has no name or a long one, or the database fails.
    pub async fn claim(
        &mut self,
        worker: &str,
        now: i64,
        seconds: u32,
        states: Set<RequestState>,
    ) -> Result<Option<Request>, Error> {
        let wanted = Wanted { states, most: 1, ..Wanted::default() };
        Ok(self.claim_many(worker, now, seconds, wanted).await?.pop())
    }

    /// As [`Writing::claim`], several at once: those of the wanted that are due first, in that order.
    ///
    /// # Errors
    /// As [`Writing::claim`].
    pub async fn claim_many(
        &mut self,
        worker: &str,
        now: i64,
        seconds: u32,
        wanted: Wanted,
    ) -> Result<Vec<Request>, Error> {
        actor(worker)?;
        let sql = match self.transaction.dialect() {
            Dialect::Sqlite => claim!("IN ", ""),
            // As an array the rows are chosen once; a join may choose, and lock, again.
            Dialect::Postgres => claim!("= ANY(ARRAY", " FOR UPDATE SKIP LOCKED)"),
        };
        let until = now.saturating_add(i64::from(seconds));
        let values = vec![
            worker.into(),
            until.into(),
            now.into(),
            words(wanted.states).into(),
            words(wanted.kinds).into(),
            i64::from(wanted.most.min(PAGE)).into(),
            wanted.before.map_or(i64::MAX, |(moment, _)| moment).into(),
            wanted.before.map_or(Date::MAX, |(_, due)| due).into(),
        ];
        let mut claimed = self.read(TABLE, sql, values, request).await?;
        claimed.sort_by(|a, b| (a.due, &a.id).cmp(&(b.due, &b.id)));
        Ok(claimed)
    }

    /// Makes every lease of a worker that has not ended end `seconds` after `now`; how many those are.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn renew_all(&mut self, worker: &str, now: i64, seconds: u32) -> Result<u64, Error> {
        let sql = "UPDATE request SET lease_until = $2 WHERE closed_at IS NULL AND lease_owner = $1 AND lease_until > $3";
        let until = now.saturating_add(i64::from(seconds));
        self.change(sql, vec![worker.into(), until.into(), now.into()]).await
    }

    /// A worker's request rests: nobody has it, and nobody takes it until `seconds` after `now`. [`Saved::Stale`] if the lease
    /// has ended or is another's.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn rest(
        &mut self,
        id: &Id,
        worker: &str,
        now: i64,
        seconds: u32,
    ) -> Result<Saved, Error> {
        let sql = "UPDATE request SET lease_owner = $5, lease_until = $3 WHERE id = $1 AND lease_owner = $2 AND lease_until > $4";
        let until = now.saturating_add(i64::from(seconds));
        let values =
            vec![id.as_str().into(), worker.into(), until.into(), now.into(), NOBODY.into()];
        let done = self.change(sql, values).await?;
        if done == 1 { Ok(Saved::Done) } else { self.stale_or_missing(id).await }
    }

    /// Gives a request back; [`Saved::Stale`] if it is another's.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn release(&mut self, id: &Id, worker: &str) -> Result<Saved, Error> {
        let sql = "UPDATE request SET lease_owner = NULL, lease_until = NULL WHERE id = $1 AND lease_owner = $2";
        let done = self.change(sql, vec![id.as_str().into(), worker.into()]).await?;
        if done == 1 { Ok(Saved::Done) } else { self.stale_or_missing(id).await }
    }

    /// Gives back every request that a worker has; how many those are.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn release_all(&mut self, worker: &str) -> Result<u64, Error> {
        let sql = "UPDATE request SET lease_owner = NULL, lease_until = NULL WHERE closed_at IS NULL AND lease_owner = $1";
        self.change(sql, vec![worker.into()]).await
    }
}

/// Words between bars, as the statements look for them; empty if there are none.
fn words<T: Vocabulary>(set: Set<T>) -> String {
    if set.is_empty() {
        return String::new();
    }
    set.iter().fold("|".to_owned(), |text, word| text + word.word() + "|")
}
