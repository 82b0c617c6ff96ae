//! Writing something of each request of a batch in one transaction.
//!
//! Owns: that one request of which nothing can be written rests, and does not keep the others from their end. Leaves to
//! others: what is written.

use std::collections::BTreeSet;

use abide_policy::text::Id;
use abide_policy::vocab::Fact;
use abide_records::Writing;
use abide_records::people::Keyed;
use abide_records::requests::duties::Reminder;
use serde_json::json;

use super::super::closing::{FOUND, Proof, Residual};
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
    /// A step is done, with the reminders that it ends.
    Done(&'a Case, &'a Share, Vec<Reminder>),
    /// Its end, with the marks by which the person is remembered: what is kept of it, or what was found.
    Ended(&'a Case, Vec<(Fact, Keyed)>, &'a Result<Proof, Residual>),
}

impl Entry<'_> {
    const fn id(&self) -> &Id {
        match self {
            Self::Started(case)
            | Self::Noted(case, _)
            | Self::Done(case, ..)
            | Self::Ended(case, ..) => &case.stored.id,
        }
    }
}

impl Desk {
    /// Writes all of them but those of which that cannot be, and tells who that was: whoever was overtaken, and whoever it
    /// failed for, who rests. With the holds under which they were planned, nothing is written if there is anybody, or if these
    /// are not the holds any more.
    pub(super) async fn write_all(
        &self,
        entries: &[Entry<'_>],
        under: Option<&Holds>,
        order: &Order<'_>,
    ) -> Result<BTreeSet<Id>, Failed> {
        let act = Act { now: (order.clock)(), ..order.act };
        let mut out = BTreeSet::new();
        loop {
            let mut writing = self.records.write().await?;
            if let Some(holds) = under {
                self.still_holding(&mut writing, holds).await?;
            }
            let mut stopped = None;
            for entry in entries {
                if out.contains(entry.id()) {
                    continue;
                }
                match self.write_one(&mut writing, entry, order.act).await {
                    Ok(()) => {}
                    Err(Failed::Overtaken) => drop(out.insert(entry.id().clone())),
                    Err(failed) => {
                        stopped = Some((entry.id().clone(), failed));
                        break;
                    }
                }
            }
            let Some((id, why)) = stopped else {
                if out.is_empty() || under.is_none() {
                    writing.commit().await?;
                }
                return Ok(out);
            };
            drop(writing);
            self.left_out(&id, why, act).await?;
            out.insert(id);
        }
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
    ) -> Result<(), Failed> {
        match entry {
            Entry::Started(case) => {
                self.going(writing, case, Event::Claimed, "started", &json!({}), act).await?;
            }
            Entry::Noted(case, share) => {
                let Some((at, _, paper)) = step_of(case) else { return Ok(()) };
                self.noting(
                    writing,
                    case,
                    (at, paper),
                    &self.counts((share.deleted, share.changed), &share.after),
                    act,
                )
                .await?;
            }
            Entry::Done(case, share, reminders) => {
                let Some((at, _, paper)) = step_of(case) else { return Err(Failed::Overtaken) };
                let (step, counts) =
                    ((at, paper), self.counts((share.deleted, share.changed), &share.after));
                self.step_doing(writing, case, step, &counts, reminders.clone(), act).await?;
            }
            Entry::Ended(case, marks, Ok(report)) => {
                self.closing(writing, case, marks.clone(), report, act).await?;
            }
            Entry::Ended(case, _, Err(found)) => {
                self.going(writing, case, Event::ResidueFound, FOUND, &found.told, act).await?;
            }
        }
        Ok(())
    }
}
