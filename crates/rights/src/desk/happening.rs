//! Letting something happen to a request: the change and the event that tells of it are saved together, over the version that was read.
//!
//! Owns: saving one step, an end, an act that leaves a request where it stands; what falls with a plan; the history. Leaves to others: which
//! step may follow which ([`crate::state`]), what people and workers do ([`super`]).

use abide_policy::text::Id;
use abide_records::Writing;
use abide_records::requests::duties::Reminder;
use abide_records::requests::history::Event as Noted;
use abide_records::requests::plans::Step;
use abide_records::requests::{self as stored, Saved};

use super::document::document;
use super::stand::with;
use super::time::tick;
use super::{Act, At, Case, Desk, Failed, HANDING_OUT, is_of_a_step};
use crate::deadline::Clock;
use crate::state::{Event, Request as Stand};

/// Where an event leaves a request, once it is saved: what is read of it then says the same, as long as nobody changed it since.
#[derive(Clone, Debug)]
pub(crate) struct Went {
    /// As it is stored, whoever has it.
    pub(super) stored: stored::Request,
    /// Where it stands.
    pub(super) stand: Stand,
    /// Its clock.
    pub(super) clock: Clock,
    /// The step that was saved with it.
    pub(super) step: Option<Step>,
}

impl Went {
    /// Whether what was read says the same; true if somebody changed it since.
    fn is_in(&self, read: &Case) -> bool {
        let Self { stored, stand, clock, .. } = self;
        let now = stored::Request { lease: stored.lease.clone(), ..read.stored.clone() };
        now.version != stored.version || (&now, stand, clock) == (stored, &read.stand, &read.clock)
    }

    /// With a step that is saved in the same transaction.
    pub(super) fn with(self, step: Step) -> Self {
        Self { step: Some(step), ..self }
    }
}

impl Case {
    /// As an event left it that is saved: it is not read again.
    pub(super) fn went(&mut self, went: Went) {
        let Went { stored, stand, clock, step } = went;
        (self.stored, self.stand, self.clock) = (stored, stand, clock);
        if let Some(step) = step {
            self.steps.retain(|s| s.seq != step.seq);
            self.steps.push(step);
        }
    }
}

impl Desk {
    pub(super) async fn history(&self, id: &Id) -> Result<Vec<Noted>, Failed> {
        let events = self.records.events(id, 0).await?;
        Ok(events.into_iter().map(|(_, event)| event).collect())
    }

    /// Lets an event happen: the change and the event are saved together.
    pub(crate) async fn go(
        &self,
        case: Case,
        event: Event,
        what: &str,
        detail: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let mut writing = self.records.write().await?;
        let went = self.going(&mut writing, &case, event, what, detail, act).await?;
        writing.commit().await?;
        let now = self.case(&case.stored.id).await?;
        debug_assert!(went.is_in(&now), "what is read of {:?} says something else", now.stored);
        Ok(now)
    }

    /// As [`Desk::go`], inside a transaction that saves more.
    pub(crate) async fn going(
        &self,
        writing: &mut Writing,
        case: &Case,
        event: Event,
        what: &str,
        detail: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Went, Failed> {
        self.going_as_of(writing, case, (event, what, detail), act.now, act).await
    }

    /// As [`Desk::going`]; the change counts as of a moment that is over.
    pub(crate) async fn going_as_of(
        &self,
        writing: &mut Writing,
        case: &Case,
        (event, what, detail): (Event, &str, &serde_json::Value),
        moment: i64,
        act: Act<'_>,
    ) -> Result<Went, Failed> {
        let next = case.stand.step(event)?;
        let mut stored = with(case.stored.clone(), next.request);
        let mut detail = detail.clone();
        let mut clock = case.clock.clone();
        let word = tick(&mut stored, &mut clock, next.clock, act);
        if let (Some(word), Some(map)) = (word, detail.as_object_mut()) {
            map.insert("clock".to_owned(), word.into());
            map.insert("day".to_owned(), act.today.to_string().into());
        }
        let id = stored.id.clone();
        saved(writing.update_request(&stored, moment).await?, &id)?;
        note(writing, &id, act, what, &detail).await?;
        if next.request.is_unplanned() {
            self.fallen(writing, case, act).await?;
        }
        stored.version += 1;
        stored.updated_at = moment;
        let is_closed = stored::is_closed(stored.state);
        stored.closed_at = is_closed.then(|| stored.closed_at.unwrap_or(moment));
        Ok(Went { stored, stand: next.request, clock, step: None })
    }

    /// What was planned falls: nothing is carried out by it, and nobody is reminded of it.
    async fn fallen(&self, writing: &mut Writing, case: &Case, act: Act<'_>) -> Result<(), Failed> {
        let Some((plan, _)) = &case.plan else { return Ok(()) };
        if case.is_approved() {
            writing.withdraw_approval(&case.stored.id, plan.seq).await?;
        }
        self.call_off(writing, case, act).await
    }

    /// Closes a request that comes to nothing, and forgets whom it was about.
    pub(super) async fn end(
        &self,
        case: Case,
        event: Event,
        what: &str,
        detail: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let mut writing = self.records.write().await?;
        self.ending(&mut writing, &case, event, what, detail, act).await?;
        writing.commit().await?;
        self.settled_records().await;
        self.throw_away(&case.stored.id)
    }

    /// As [`Desk::end`], inside a transaction that saves more: a crash leaves no closed request that is still about somebody.
    pub(crate) async fn ending(
        &self,
        writing: &mut Writing,
        case: &Case,
        event: Event,
        what: &str,
        detail: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        self.going(writing, case, event, what, detail, act).await?;
        let id = &case.stored.id;
        if matches!(event, Event::TakenBack | Event::Refused(_)) {
            self.call_off(writing, case, act).await?;
        }
        self.forgetting(writing, id, act).await
    }

    /// Forgets whom a request was about that is closed in the same transaction.
    pub(crate) async fn forgetting(
        &self,
        writing: &mut Writing,
        id: &Id,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        saved(writing.forget_subject(id, act.now).await?, id)?;
        note(writing, id, act, "forgotten", &serde_json::json!({})).await
    }

    /// Nobody is reminded any more of what a plan left to a person.
    async fn call_off(
        &self,
        writing: &mut Writing,
        case: &Case,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let id = &case.stored.id;
        for reminder in writing.reminders(id).await? {
            let is_its = is_of_a_step(&reminder) || reminder.code.as_str() == HANDING_OUT;
            if reminder.done_at.is_none() && is_its {
                let off = Reminder { done_at: Some(act.now), ..reminder };
                saved(writing.remind(&off).await?, id)?;
            }
        }
        Ok(())
    }

    /// What is forgotten goes from the records' log at once if that can be, else when a worker next finds nothing to do.
    pub(crate) async fn settled_records(&self) {
        let _ = self.records.settle().await;
    }

    /// Begins an act that leaves the request where it stands, over the version that was seen.
    pub(super) async fn begin_over(
        &self,
        at: At<'_>,
        act: Act<'_>,
    ) -> Result<(Case, Writing), Failed> {
        let case = self.case(at).await?;
        let mut writing = self.records.write().await?;
        self.over(&mut writing, &case, act).await?;
        Ok((case, writing))
    }

    /// Saves an act that leaves the request where it stands over the version that was read too. What is closed is at its next version
    /// then, so that of two who saw the same one is told. What is open stays at it: a worker may have it, whom no tick overtakes. What
    /// else the act goes by is read after it: then nobody changes that until the transaction ends.
    pub(super) async fn over(
        &self,
        writing: &mut Writing,
        case: &Case,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let request = &case.stored;
        let over = match stored::is_closed(request.state) {
            true => writing.update_request(request, act.now).await?,
            false => writing.still_at(&request.id, request.version).await?,
        };
        saved(over, &request.id)
    }
}

pub(crate) fn saved(saved: Saved, id: &Id) -> Result<(), Failed> {
    match saved {
        Saved::Done => Ok(()),
        Saved::Stale => Err(Failed::Overtaken),
        Saved::Missing => Err(Failed::Missing(id.clone())),
    }
}

pub(crate) async fn note(
    writing: &mut Writing,
    id: &Id,
    act: Act<'_>,
    what: &str,
    detail: &serde_json::Value,
) -> Result<(), Failed> {
    let damaged = || Failed::Damaged(id.clone());
    let event = Noted {
        at: act.now,
        actor: act.by.to_owned(),
        what: what.parse().map_err(|_| damaged())?,
        detail: document(detail).ok_or_else(damaged)?,
    };
    saved(writing.add_event(id, &event).await?, id)
}
