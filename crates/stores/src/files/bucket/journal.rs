//! The journal of a bucket: one object, which says which commit is on its way, and of which files old versions are left.
//!
//! It is only ever exchanged on condition that it is still the one that was read: so it is also the lock of writers.

use std::time::Duration;

use http::Method;
use jiff::fmt::rfc2822::DateTimeParser;
use serde::{Deserialize, Serialize};

use super::Bucket;
use super::wire::{Answer, Ask, headers, text};
use crate::Error;
use crate::files::LONGEST;
use crate::files::disk::NO_STEP;
use crate::files::folder::{JOURNAL, Stage, Step};
use crate::files::session::BUSY;
use crate::files::told::Tells as _;

/// How often a writer looks whether another one is done, and how long it waits in between.
const LOOKS: u32 = 30;
const PAUSE: Duration = Duration::from_secs(1);

/// What the journal says.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Journal {
    /// The commit will be done, by whoever comes next if need be.
    decided: bool,
    pub(super) steps: Vec<Step>,
    /// Files of which old versions could not be deleted.
    pub(super) kept: Vec<String>,
    /// In which state it was read; empty if it is not there.
    #[serde(skip)]
    pub(super) state: String,
    /// For how long it has said so, by the server's clock.
    #[serde(skip)]
    age: Duration,
}

impl Bucket {
    pub(super) async fn journal(&self) -> Result<Journal, Error> {
        let key = self.key(JOURNAL);
        let answer = self.wire.ask(Ask::new(Method::GET, &key)).await?;
        if answer.status.as_u16() == 404 {
            return Ok(Journal::default());
        }
        let answer = answer.fine("read")?;
        let read = serde_json::from_slice(&answer.body);
        let read = read.map_err(|_| self.damaged(JOURNAL, Some(1), NO_STEP))?;
        Ok(Journal { state: text(&answer.headers, "etag").to_owned(), age: age(&answer), ..read })
    }

    /// A commit that is decided and not done.
    pub(in crate::files) async fn unfinished(&self) -> Result<Option<Stage>, Error> {
        let Journal { decided, steps, state, .. } = self.journal().await?;
        Ok((decided && !steps.is_empty()).then_some(Stage { steps, journal: state }))
    }

    /// Waits until no other commit is on its way. One that was not decided for too long is thrown away, one of ours at once.
    pub(super) async fn idle(&self) -> Result<Journal, Error> {
        for _ in 0..LOOKS {
            let journal = self.journal().await?;
            if journal.steps.is_empty() {
                return Ok(journal);
            }
            let is_over = journal.age >= self.lease || self.has_left(&journal.steps);
            if !journal.decided && is_over {
                // Who wrote it will not be able to decide it.
                self.take(&journal, &[], false).await?;
                self.abort_all(&journal.steps).await?;
            } else {
                tokio::time::sleep(PAUSE).await;
            }
        }
        Err(self.away(BUSY))
    }

    /// Writes other steps into the journal, if it is still the one that was read. Tells in which state it is now.
    pub(super) async fn take(
        &self,
        before: &Journal,
        steps: &[Step],
        decided: bool,
    ) -> Result<String, Error> {
        let (steps, kept) = (steps.to_vec(), before.kept.clone());
        let journal = Journal { decided, steps, kept, ..Journal::default() };
        let body = serde_json::to_vec(&journal).map_err(|_| self.other("change", "journal"))?;
        if body.len() as u64 > LONGEST {
            return Err(self.other("change", "too many files at once"));
        }
        let key = self.key(JOURNAL);
        let condition = match before.state.as_str() {
            "" => ("if-none-match", "*"),
            state => ("if-match", state),
        };
        let headers = headers(&[condition]);
        let ask = Ask { headers, body: body.clone(), ..Ask::new(Method::PUT, &key) };
        let answer = self.wire.ask(ask).await?;
        if matches!(answer.status.as_u16(), 404 | 409 | 412) {
            return self.is_taken(&body).await;
        }
        let state = text(&answer.fine("change")?.headers, "etag").to_owned();
        // It names files alone; but each exchange would leave a version.
        if self.versions && journal.steps.is_empty() {
            self.purge(JOURNAL).await?;
        }
        Ok(state)
    }

    /// If the answer was lost and the request made again, the journal is already what it should be.
    async fn is_taken(&self, body: &[u8]) -> Result<String, Error> {
        let answer =
            self.wire.ask(Ask::new(Method::GET, &self.key(JOURNAL))).await?.fine("read")?;
        if answer.body == body {
            return Ok(text(&answer.headers, "etag").to_owned());
        }
        Err(self.conflict())
    }
}

/// How old an object is, by the clock of its server (RFC 9110, sections 6.6.1 and 8.8.2).
fn age(answer: &Answer) -> Duration {
    let moment = |name| {
        let text = text(&answer.headers, name);
        DateTimeParser::new().parse_timestamp(text).ok()
    };
    let age = moment("date").zip(moment("last-modified"));
    let seconds = age.map_or(0, |(now, then)| now.as_second() - then.as_second());
    Duration::from_secs(u64::try_from(seconds).unwrap_or_default())
}
