//! A request as it is read: what is stored of it, and what that means.
//!
//! Owns: reading the parts of a request so that they fit together, and what is noted of the person on the way. Leaves to
//! others: where a stored request stands ([`super::stand`]), what happens to it.

use std::collections::BTreeSet;

use abide_policy::text::Id;
use abide_policy::vocab::RequestState;
use abide_records::requests as stored;
use abide_records::requests::plans::{Plan, Step};
use abide_records::requests::whole::Whole;

use super::document::{Paper, RowRef, Who, document};
use super::stand::stand;
use super::time::clock_by;
use super::{Desk, Failed};
use crate::deadline::Clock;
use crate::execute::After;
use crate::state::{Request as Stand, Stage};
use crate::sweep::Trace;

/// A request as it stands: what is stored, and what it means.
#[derive(Clone, Debug)]
pub struct Case {
    /// As it is stored.
    pub stored: stored::Request,
    /// Where it stands.
    pub stand: Stand,
    /// Whom it is about; `None` once that is forgotten.
    pub who: Option<Who>,
    /// Its newest plan.
    pub plan: Option<(Plan, Paper)>,
    /// The steps of that plan.
    pub steps: Vec<Step>,
    /// Its clock.
    pub clock: Clock,
}

/// Which request is meant, and which version of it whoever decides has seen.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    pub(super) id: &'a Id,
    version: Option<u64>,
}

impl<'a> From<&'a Id> for At<'a> {
    /// As it is now.
    fn from(id: &'a Id) -> Self {
        Self { id, version: None }
    }
}

impl<'a> From<&'a Case> for At<'a> {
    /// As it was read: if it was changed since, nothing happens.
    fn from(case: &'a Case) -> Self {
        Self { id: &case.stored.id, version: Some(case.stored.version) }
    }
}

/// How often a request that others change meanwhile is read again.
const READINGS: u32 = 5;
/// So many requests are read at the same time.
const AT_ONCE: usize = 100;

impl Case {
    /// Whether everything is done and only reading it back is left.
    pub(super) const fn is_done(&self) -> bool {
        matches!(self.stand.stage(), Stage::Verifying(_))
    }

    /// Whether there is something of which recipients of the data must be told (GDPR Art. 19): it is done, or something may have been
    /// changed on the way.
    #[must_use]
    pub fn is_to_be_told_of(&self) -> bool {
        self.stand.has_begun() || self.stored.state == RequestState::Done
    }

    /// Whether this worker has it.
    pub(super) fn is_leased_to(&self, worker: &str) -> bool {
        self.stored.lease.as_ref().is_some_and(|lease| lease.owner == worker)
    }

    /// The values by which the person was known that an erasure noted.
    pub(super) fn known(&self) -> BTreeSet<String> {
        self.who.as_ref().map(|who| who.known.clone()).unwrap_or_default()
    }

    /// Notes by which values the person is known, what an erasure cuts off, and which rows still tell of the person, to be saved with
    /// whatever is saved next.
    pub(super) fn note_trail(
        &mut self,
        desk: &Desk,
        known: impl IntoIterator<Item = String>,
        after: &After,
    ) {
        if let Some(who) = &mut self.who {
            let atlas = &desk.atlas;
            let rows = after.cut_off.iter();
            let rows = rows.filter_map(|(spot, key)| RowRef::of(atlas, *spot, &key.0));
            who.to_sweep |= desk.sweeps;
            who.note_found(atlas, &after.rows);
            who.note(known, rows);
            self.stored.subject = document(who);
        }
    }

    /// Notes in which rows something was found, instead of what was noted before, to be saved with whatever is saved next.
    pub(super) fn note_found(&mut self, desk: &Desk, rows: &[Trace]) {
        if let Some(who) = &mut self.who {
            who.found.clear();
            who.note_found(&desk.atlas, rows);
            self.stored.subject = document(who);
        }
    }
}

impl Desk {
    /// Whether a request was carried out by a desk that sweeps, and so is closed by one alone: this one does not.
    pub(super) fn is_for_sweep(&self, case: &Case) -> bool {
        !self.sweeps && case.who.as_ref().is_some_and(|who| who.to_sweep)
    }
}

impl Desk {
    /// Everything about a request.
    ///
    /// # Errors
    /// [`Failed::Missing`], [`Failed::Damaged`]; [`Failed::Overtaken`] if it is no longer the version that was seen.
    pub async fn case(&self, at: impl Into<At<'_>>) -> Result<Case, Failed> {
        let At { id, version } = at.into();
        let mut readings = 0;
        loop {
            let stored = self.records.request(id).await?;
            let stored = stored.ok_or_else(|| Failed::Missing(id.clone()))?;
            if version.is_some_and(|seen| seen != stored.version) {
                return Err(Failed::Overtaken);
            }
            match self.case_of(stored).await {
                Err(Failed::Overtaken) if readings < READINGS => readings += 1,
                case => return case,
            }
        }
    }

    /// [`Failed::Overtaken`] if it was changed while its parts were read, so that they do not fit together.
    async fn torn(&self, stored: &stored::Request, failed: Failed) -> Failed {
        match self.records.request(&stored.id).await {
            Ok(now) if now.as_ref().is_some_and(|now| now.version == stored.version) => failed,
            Ok(_) => Failed::Overtaken,
            Err(error) => error.into(),
        }
    }

    pub(crate) async fn case_of(&self, stored: stored::Request) -> Result<Case, Failed> {
        let mut wholes = self.records.wholes(&[&stored.id]).await?;
        let whole = wholes.remove(&stored.id).unwrap_or_default();
        self.fitted(stored, whole).await
    }

    /// Everything about many requests, in their order, or why that is not known of one.
    pub(super) async fn cases_of(
        &self,
        many: Vec<stored::Request>,
    ) -> Result<Vec<(Id, Result<Case, Failed>)>, Failed> {
        let mut cases = Vec::with_capacity(many.len());
        for few in many.chunks(AT_ONCE) {
            let ids: Vec<&Id> = few.iter().map(|stored| &stored.id).collect();
            let mut wholes = match self.records.wholes(&ids).await {
                Ok(wholes) => Some(wholes),
                Err(error) if error.is_temporary() => return Err(error.into()),
                // Of which of them something is damaged, is seen where each is read by itself.
                Err(_) => None,
            };
            for stored in few.iter().cloned() {
                let id = stored.id.clone();
                let case = match &mut wholes {
                    Some(wholes) => {
                        self.fitted(stored, wholes.remove(&id).unwrap_or_default()).await
                    }
                    None => self.case_of(stored).await,
                };
                cases.push((id, case));
            }
        }
        Ok(cases)
    }

    /// The parts of a request together.
    async fn fitted(&self, stored: stored::Request, whole: Whole) -> Result<Case, Failed> {
        let damaged = || Failed::Damaged(stored.id.clone());
        let who = stored.subject.as_ref().map(|s| serde_json::from_str::<Who>(s.as_str()));
        let who = who.transpose().map_err(|_| damaged())?;
        let Whole { plan, steps, events } = whole;
        let paper = plan.as_ref().map(|p| serde_json::from_str::<Paper>(p.document.as_str()));
        let plan = plan.zip(paper.transpose().map_err(|_| damaged())?);
        let clock = clock_by(&stored, &events)?;
        let Some(stand) = stand(&stored, who.as_ref(), plan.as_ref(), &steps) else {
            return Err(self.torn(&stored, damaged()).await);
        };
        Ok(Case { stored, stand, who, plan, steps, clock })
    }
}
