//! Writing something of each request of a batch in one transaction.
//!
//! Owns: that what is written of many is sent together, and that one request of which nothing can be written rests, and does not keep
//! the others from their end. Leaves to
//! others: what is written.

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::text::Id;
use abide_policy::vocab::Fact;
use abide_records::Writing;
use abide_records::people::Keyed;
use serde_json::json;

use super::super::closing::{FOUND, Proof, Residual};
use super::super::happening::Went;
use super::super::{Act, Case, Desk, Failed};
use super::{Order, step_of};
use crate::hold::Holds;
use crate::state::Event;
use crate::together::Share;

/// What is written of a request.
pub(super) enum Entry<'a> {
    /// It begins.
    Started(&'a Case),
    /// What a step leaves behind.
    Noted(&'a Case, &'a Share),
    /// A step is done.
    Done(&'a Case, &'a Share),
    /// Its end, with the marks by which the person is remembered: what is kept of it, or what was found.
    Ended(&'a Case, Vec<(Fact, Keyed)>, &'a Result<Proof, Residual>),
}

/// The requests of which something was written, and where it leaves them; nothing is said of where one is that is closed.
pub(super) type Written = BTreeMap<Id, Option<Went>>;

/// How many are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Together.
    Gathered,
    /// Each by itself: so that it is seen for which of them it fails.
    OneByOne,
}

/// What a try to write many came to.
enum Wrote {
    /// These are written; under holds, if they are all.
    All(Written),
    /// Nothing: these were overtaken.
    Without(BTreeSet<Id>),
    /// Nothing: for one of them it fails.
    None,
    /// Nothing: for this one it fails.
    Stopped(Id, Failed),
}

/// While rows are gathered, what fails may be another's that was sent with them.
fn stopped(id: &Id, failed: Failed, way: Way) -> Result<Wrote, Failed> {
    match failed {
        Failed::Records(error) if error.is_temporary() => Err(error.into()),
        Failed::Records(_) if way == Way::Gathered => Ok(Wrote::None),
        failed => Ok(Wrote::Stopped(id.clone(), failed)),
    }
}

impl Case {
    /// As it was left, if something was written of it; whether that is so.
    pub(super) fn moved(&mut self, written: &mut Written) -> bool {
        let was = written.remove(&self.stored.id);
        let is_written = was.is_some();
        if let Some(went) = was.flatten() {
            self.went(went);
        }
        is_written
    }
}

impl Entry<'_> {
    const fn id(&self) -> &Id {
        match self {
            Self::Started(case)
            | Self::Noted(case, _)
            | Self::Done(case, _)
            | Self::Ended(case, ..) => &case.stored.id,
        }
    }
}

impl Desk {
    /// Writes all of them but those of which that cannot be: whoever was overtaken, and whoever it failed for, who rests. With the
    /// holds under which they were planned, nothing is written if there is anybody, or if these are not the holds any more.
    pub(super) async fn write_all(
        &self,
        entries: &[Entry<'_>],
        under: Option<&Holds>,
        order: &Order<'_>,
    ) -> Result<Written, Failed> {
        let act = Act { now: (order.clock)(), ..order.act };
        let (mut out, mut way) = (BTreeSet::new(), Way::Gathered);
        loop {
            match self.write_most(entries, &mut out, (under, way), order).await? {
                Wrote::All(written) => return Ok(written),
                Wrote::Without(overtaken) => out.extend(overtaken),
                Wrote::None => way = Way::OneByOne,
                Wrote::Stopped(id, why) => {
                    self.left_out(&id, why, act).await?;
                    out.insert(id);
                }
            }
        }
    }

    /// One try to write all of them but those left out.
    async fn write_most(
        &self,
        entries: &[Entry<'_>],
        out: &mut BTreeSet<Id>,
        (under, way): (Option<&Holds>, Way),
        order: &Order<'_>,
    ) -> Result<Wrote, Failed> {
        let mut written = Written::new();
        let mut writing = match way {
            Way::Gathered => self.records.write_many().await?,
            Way::OneByOne => self.records.write().await?,
        };
        if let Some(holds) = under {
            self.still_holding(&mut writing, holds).await?;
        }
        for entry in entries {
            if out.contains(entry.id()) {
                continue;
            }
            match self.write_one(&mut writing, entry, order.act).await {
                Ok(went) => drop(written.insert(entry.id().clone(), went)),
                Err(Failed::Overtaken) => drop(out.insert(entry.id().clone())),
                Err(failed) => return stopped(entry.id(), failed, way),
            }
        }
        match writing.overtaken().await {
            Ok(overtaken) if overtaken.is_empty() => {}
            Ok(overtaken) if under.is_none() => return Ok(Wrote::Without(overtaken)),
            Ok(overtaken) => {
                written.retain(|id, _| !overtaken.contains(id));
                return Ok(Wrote::All(written));
            }
            Err(error) if error.is_temporary() => return Err(error.into()),
            Err(_) => return Ok(Wrote::None),
        }
        if out.is_empty() || under.is_none() {
            writing.commit().await?;
        }
        Ok(Wrote::All(written))
    }

    /// A request that failed rests; where our own tables are away, everybody waits.
    pub(super) async fn left_out(&self, id: &Id, why: Failed, act: Act<'_>) -> Result<(), Failed> {
        match why {
            Failed::Overtaken => Ok(()),
            Failed::Records(error) if error.is_temporary() => Err(error.into()),
            why => self.rest(id, &why, act).await,
        }
    }

    async fn write_one(
        &self,
        writing: &mut Writing,
        entry: &Entry<'_>,
        act: Act<'_>,
    ) -> Result<Option<Went>, Failed> {
        let counts = |share: &Share| self.counts((share.deleted, share.changed), &share.after);
        Ok(match entry {
            Entry::Started(case) => {
                Some(self.going(writing, case, Event::Claimed, "started", &json!({}), act).await?)
            }
            Entry::Noted(case, share) => {
                let (at, _, paper) = step_of(case).ok_or(Failed::Overtaken)?;
                Some(self.noting(writing, case, (at, paper), &counts(share), act).await?)
            }
            Entry::Done(case, share) => {
                let (at, _, paper) = step_of(case).ok_or(Failed::Overtaken)?;
                Some(self.step_doing(writing, case, (at, paper), &counts(share), act).await?)
            }
            Entry::Ended(case, marks, Ok(report)) => {
                self.closing(writing, case, marks.clone(), report, act).await?;
                None
            }
            Entry::Ended(case, _, Err(found)) => {
                Some(self.going(writing, case, Event::ResidueFound, FOUND, &found.told, act).await?)
            }
        })
    }
}
