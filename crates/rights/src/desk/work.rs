//! What workers do by themselves: take the request that is due first, and carry it as far as it goes.
//!
//! Owns: the way of a request from receipt to its end, as far as no person is needed. Leaves to others: deciding (people, by
//! [`super::Desk`]'s methods), one step of a plan ([`super::steps`]), the end ([`super::closing`]).

use std::sync::Arc;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Set, Vocabulary as _, Waits};
use abide_records::Writing;
use abide_records::requests::Request;
use abide_records::requests::duties::Reminder;
use abide_records::requests::plans::{Step, StepState};
use abide_records::requests::queue::{Filter, Wanted};
use serde_json::json;

use super::chosen::CHOICES;
use super::document::{Noted, Paper, RowRef, StorePaper, Who, document, rows_of, subject_of};
use super::handing_out::EXPORT;
use super::happening::Went;
use super::steps::{Outcome, Part, settled};
use super::unread::AWAY;
use super::{Act, Case, Desk, Failed, Opening, asked, note, saved};
use crate::execute::{Done, Stop, Work};
use crate::find::Candidate;
use crate::hold::Holds;
use crate::reach::Subject;
use crate::rectify;
use crate::state::{Event, PlanRef, Stage, only_reads};
use crate::verify;

/// How long a worker has a request, in seconds.
pub(super) const LEASE: u32 = 600;

/// Told what happens, for people who watch.
pub type Watch<'a> = &'a mut (dyn FnMut(&str) + Send);

impl Desk {
    /// Takes the request that is due first and that a worker can do something for, and carries it on until it waits for a
    /// person or is closed. `None` if there is nothing to do. `chance` makes random bytes.
    ///
    /// # Errors
    /// Whatever fails; the request stays where it was, says so in its history, and gets its turn again after a while.
    pub async fn work(
        &self,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
        watch: Watch<'_>,
    ) -> Result<Option<Id>, Failed> {
        let Some(stored) = self.take_one(act).await? else {
            // What was forgotten before a crash is still in the records' log.
            self.records.settle().await?;
            return Ok(None);
        };
        let id = stored.id.clone();
        if let Err(failed) = self.stores_as_read().await {
            self.give_back(&id, act).await?;
            return Err(failed);
        }
        let carried = match self.case_of(stored).await {
            Ok(case) => self.carry(case, act, chance, watch).await,
            Err(failed) => Err(failed),
        };
        match carried {
            // Whoever changed it meanwhile, or has it by now, goes on from there.
            Ok(()) | Err(Failed::Overtaken) => self.give_back(&id, act).await.map(|()| Some(id)),
            Err(failed) => {
                // If this fails too, the lease ends by itself.
                let _ = self.rest(&id, &failed, act).await;
                Err(failed)
            }
        }
    }

    /// The request that is due first. Where stores are swept, batches begin erasures and verify them.
    async fn take_one(&self, act: Act<'_>) -> Result<Option<Request>, Failed> {
        use RequestState::{Approved, Identified, Received, Running, Verifying, Waiting};
        let mut states = Set::of(&[Received, Identified, Running, Waiting]);
        let batches = Set::of(&[Approved, Verifying]);
        if !self.sweeps {
            states = states.iter().chain(batches.iter()).collect();
        }
        let wanted = Wanted { states, most: 1, ..Wanted::default() };
        let mut writing = self.records.write().await?;
        let mut claimed = writing.claim_many(act.by, act.now, LEASE, wanted).await?;
        if self.sweeps && claimed.is_empty() {
            let kinds = RequestKind::ALL.iter().copied().filter(|k| *k != RequestKind::Erasure);
            let wanted = Wanted { states: batches, kinds: kinds.collect(), ..wanted };
            claimed = writing.claim_many(act.by, act.now, LEASE, wanted).await?;
        }
        writing.commit().await?;
        Ok(claimed.pop())
    }

    /// Carries one request on, whoever has it: for the command line.
    ///
    /// # Errors
    /// Whatever fails; its history says so too.
    pub async fn carry_on(
        &self,
        id: &Id,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
        watch: Watch<'_>,
    ) -> Result<(), Failed> {
        self.stores_as_read().await?;
        let carried = self.carry(self.case(id).await?, act, chance, watch).await;
        match carried {
            // Nothing went wrong: somebody else has it, or it is not its time.
            Ok(()) | Err(Failed::Overtaken | Failed::NotNow(_)) => carried,
            Err(failed) => {
                // If this fails too, whoever waits for the answer is told all the same.
                let _ = self.note_failed(id, &failed, act).await;
                Err(failed)
            }
        }
    }

    /// Requests that wait for a store get their turn again.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn stores_back(&self, act: Act<'_>) -> Result<(), Failed> {
        let filter =
            Filter { states: [RequestState::Waiting].into_iter().collect(), ..Filter::default() };
        for stored in self.records.requests(&filter, None, 1000).await? {
            if stored.waits != Some(Waits::Store) || self.is_unread(&stored.id).await? {
                continue;
            }
            match self.resolved(&stored.id, Event::StoreBack, act).await {
                // Somebody else was quicker.
                Ok(()) | Err(Failed::Overtaken | Failed::NotNow(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    async fn carry(
        &self,
        mut case: Case,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
        watch: Watch<'_>,
    ) -> Result<(), Failed> {
        let mut done = Vec::new();
        let leased = case.is_leased_to(act.by);
        while let Some(waits @ (Waits::Turn | Waits::Plan)) = case.stand.waits() {
            if leased && !case.is_leased_to(act.by) {
                return Err(Failed::Overtaken);
            }
            watch(case.stand.state().word());
            if let Some(again) = self.unless_theirs(&case, act).await? {
                case = again;
                continue;
            }
            case = match case.stand.stage() {
                _ if waits == Waits::Plan => self.plan(case, act, chance()).await?,
                Stage::Received => self.identify(case, act).await?,
                Stage::Identified => self.plan(case, act, chance()).await?,
                Stage::Approved(_) => {
                    self.go(case, Event::Claimed, "started", &json!({}), act).await?
                }
                Stage::Running(_, step) => self.step(case, step, &mut done, act, chance).await?,
                // Whole stores are read for many at once, and not by every desk.
                Stage::Verifying(_) if self.sweeps && case.stored.kind == RequestKind::Erasure => {
                    return Ok(());
                }
                Stage::Verifying(_) => {
                    // Who found values is swept for again by whoever verifies it.
                    if self.is_for_sweep(&case) && self.values_found(&case).await?.is_empty() {
                        return self.leave(&case.stored.id, act).await;
                    }
                    self.verify(case, &done, act).await?
                }
                Stage::Planned(_) | Stage::Done | Stage::Refused | Stage::Withdrawn => {
                    return Ok(());
                }
            };
        }
        Ok(())
    }

    /// One person who is meant without doubt is settled; anything else is asked. Nobody at all is an answer too.
    async fn identify(&self, case: Case, act: Act<'_>) -> Result<Case, Failed> {
        match self.candidates(&case).await {
            Ok(found) if case.who.as_ref().is_some_and(|who| !who.again.is_empty()) => {
                self.identify_again(case, &found, act).await
            }
            Ok(found) if found.len() <= 1 && !case.is_lost() => {
                let all: Vec<&Candidate> = found.iter().collect();
                self.settled(case, &found, &all, act).await
            }
            Ok(found) => {
                let detail = json!({ "people": found.len() });
                self.go(case, Event::SeveralFound, "several-people", &detail, act).await
            }
            Err(Failed::Store(error)) if error.is_temporary() => self.away(case, act).await,
            Err(other) => Err(other),
        }
    }

    pub(super) async fn away(&self, case: Case, act: Act<'_>) -> Result<Case, Failed> {
        self.go(case, Event::StoreAway, AWAY, &json!({}), act).await
    }

    pub(super) fn subject(&self, case: &Case) -> Subject {
        let rows = case.who.as_ref().and_then(|w| w.rows.clone()).unwrap_or_default();
        subject_of(&self.atlas, &rows)
    }

    pub(super) fn working<'a>(
        &'a self,
        subjects: &'a [Subject],
        case: &Case,
        holds: &'a Holds,
        act: Act<'_>,
        seed: [u8; 16],
    ) -> Work<'a> {
        let today = case.plan.as_ref().map_or(act.today, |(_, paper)| paper.made);
        Work {
            atlas: &self.atlas,
            stores: &self.stores,
            subjects,
            today,
            seed,
            redactor: &*self.redactor,
            holds,
            known: [case.known()].into(),
        }
    }

    /// Makes the plan, and lists who must be told.
    async fn plan(&self, mut case: Case, act: Act<'_>, seed: [u8; 16]) -> Result<Case, Failed> {
        let waits = case.stand.waits();
        match self.new_paper(&case, act, seed).await {
            Err(Failed::Store(error)) if error.is_temporary() && waits == Some(Waits::Turn) => {
                self.away(case, act).await
            }
            paper => {
                let (paper, noted) = paper?;
                if (paper.totals() == (0, 0) || self.is_erased(&case, act).await?)
                    && let Some(left) = self.found_beyond(&case, act).await?
                {
                    return Ok(left);
                }
                case.note(noted);
                let mut writing = self.records.write().await?;
                self.save_plan(&mut writing, &case, &paper, act).await?;
                writing.commit().await?;
                self.case(&case.stored.id).await
            }
        }
    }

    /// Whether an erasure was carried out and doing it again would change nothing.
    async fn is_erased(&self, case: &Case, act: Act<'_>) -> Result<bool, Failed> {
        if !case.is_done() || case.stored.kind != RequestKind::Erasure {
            return Ok(false);
        }
        let subjects = [self.subject(case)];
        let holds = self.holds_now(&[case], act.today).await?;
        let work = self.working(&subjects, case, &holds, act, [0; 16]);
        let work = Work { today: act.today, ..work };
        Ok(verify::nothing_left(&work, &case.known(), case.hands()).await?.is_some())
    }

    /// The data is not that of the plan: a new one is made, and waits for approval.
    pub(super) async fn again(
        &self,
        mut case: Case,
        why: &Stop,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
    ) -> Result<Case, Failed> {
        let (paper, noted) = match self.new_paper(&case, act, chance()).await {
            Err(Failed::Store(error)) if error.is_temporary() => return self.away(case, act).await,
            paper => paper?,
        };
        let unsaved = match self.unsaved(&case, act).await {
            Err(Failed::Store(error)) if error.is_temporary() => return self.away(case, act).await,
            unsaved => unsaved?,
        };
        case.note(noted);
        case.stand = case.stand.step(Event::DataChanged)?.request;
        let id = case.stored.id.clone();
        let mut writing = self.records.write().await?;
        let detail = json!({ "why": why.to_string() });
        note(&mut writing, &id, act, "data-changed", &detail).await?;
        if let Some(step) = unsaved {
            saved(writing.save_step(&id, &step).await?, &id)?;
        }
        self.save_plan(&mut writing, &case, &paper, act).await?;
        writing.commit().await?;
        self.case(&id).await
    }

    pub(super) async fn new_paper(
        &self,
        case: &Case,
        act: Act<'_>,
        seed: [u8; 16],
    ) -> Result<(Paper, Noted), Failed> {
        let subjects = [self.subject(case)];
        let holds = self.holds_now(&[case], act.today).await?;
        let work = Work { today: act.today, ..self.working(&subjects, case, &holds, act, seed) };
        let who = case.who.clone().unwrap_or_default();
        self.paper(case.stored.kind, &who, &work, case.stand.has_begun()).await
    }

    pub(super) async fn save_plan(
        &self,
        writing: &mut Writing,
        case: &Case,
        paper: &Paper,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let id = &case.stored.id;
        let damaged = || Failed::Damaged(id.clone());
        let fingerprint = paper.fingerprint();
        let steps = u16::try_from(paper.stores.len()).map_err(|_| damaged())?;
        let (delete, change) = paper.totals();
        let event = Event::PlanMade(PlanRef { fingerprint: fingerprint.0, steps });
        let text = document(paper).ok_or_else(damaged)?;
        writing.add_plan(id, act.now, fingerprint, &text).await?.ok_or_else(damaged)?;
        // What the plan before left to a person, this one says again if it is so.
        for reminder in self.records.reminders(id).await? {
            if reminder.done_at.is_none() && reminder.code.as_str() == case.stored.kind.word() {
                saved(writing.remind(&Reminder { done_at: Some(act.now), ..reminder }).await?, id)?;
            }
        }
        if !paper.begun {
            // The plan before did nothing, and so nobody needs to hear of it.
            writing.drop_notices(id).await?;
        }
        for recipient in self.recipients(case, paper) {
            saved(writing.add_notice(id, &recipient).await?, id)?;
        }
        let (copy, recordings) = paper.copied();
        let detail = match case.stored.kind {
            RequestKind::Erasure => json!({ "delete": delete, "change": change }),
            RequestKind::Rectification => json!({ "correct": change }),
            RequestKind::Access | RequestKind::Portability => {
                json!({ "copy": copy, "recordings": recordings })
            }
            RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal => {
                json!({})
            }
        };
        self.going(writing, case, event, "plan-made", &detail, act).await.map(drop)
    }

    /// What a request about these rows would do; nothing is recorded.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn preview(
        &self,
        opening: &Opening,
        subject: &Subject,
        act: Act<'_>,
    ) -> Result<Paper, Failed> {
        let opening = &self.checked(opening).await?;
        let subjects = [subject.clone()];
        let stated = self.marks(&asked(&opening.who)?);
        let holds = self.standing(vec![stated], act.today).await?;
        let work = Work {
            atlas: &self.atlas,
            stores: &self.stores,
            subjects: &subjects,
            today: act.today,
            seed: [0; 16],
            redactor: &*self.redactor,
            holds: &holds,
            known: Arc::default(),
        };
        Ok(self.paper(opening.kind, &opening.who, &work, false).await?.0)
    }

    async fn paper(
        &self,
        kind: RequestKind,
        who: &Who,
        work: &Work<'_>,
        begun: bool,
    ) -> Result<(Paper, Noted), Failed> {
        match kind {
            RequestKind::Erasure => self.erasing(who, work, begun).await,
            RequestKind::Rectification => self.rectifying(who, work, begun).await,
            RequestKind::Access | RequestKind::Portability => {
                Ok((self.copying(kind, who, work, begun).await?, Noted::default()))
            }
            RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal => {
                let rows: Vec<RowRef> =
                    work.subjects.iter().flat_map(|s| rows_of(&self.atlas, s)).collect();
                let stores = vec![StorePaper::choice(CHOICES, kind, &who.wish.purposes, &rows)];
                let (seed, holds) = (String::new(), Vec::new());
                Ok((Paper { made: work.today, stores, seed, begun, holds }, Noted::default()))
            }
        }
    }

    pub(super) fn rectification(&self, case: &Case) -> Result<rectify::Rectification, Failed> {
        let who = case.who.clone().unwrap_or_default();
        Ok(rectify::Rectification::of(&self.atlas, &who)?)
    }

    async fn step(
        &self,
        mut case: Case,
        at: u16,
        done: &mut Vec<Done>,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
    ) -> Result<Case, Failed> {
        let damaged = || Failed::Damaged(case.stored.id.clone());
        let (_, paper) = case.plan.clone().ok_or_else(damaged)?;
        let paper_step = paper.stores.get(usize::from(at)).cloned().ok_or_else(damaged)?;
        if paper_step.store == CHOICES {
            return self.choose(case, at, act).await;
        }
        if only_reads(case.stored.kind) {
            if paper_step.store != EXPORT {
                return self.step_done(case, at, &paper_step, &json!({}), act).await;
            }
            self.note_copy(&mut case, (at, &paper_step), act).await?;
            return self.copied(case, (at, &paper_step), act).await;
        }
        let Some(approved) = paper.step(&self.atlas, usize::from(at)) else {
            let gone = Stop::Store(abide_stores::Error::Unable {
                store: paper_step.store.clone(),
                doing: "be found in the maps",
            });
            return self.again(case, &gone, act, chance).await;
        };
        let subjects = [self.subject(&case)];
        let holds = self.holds_now(&[&case], paper.made).await?;
        let work = self.working(&subjects, &case, &holds, act, paper.seed());
        let part = Part { at, paper: &paper_step, approved: &approved, work: &work };
        if case.is_left_to_hands(&paper_step) {
            return self.handed(case, &part, done, act, chance).await;
        }
        match self.hands_differ(&case, &paper, &part).await {
            Ok(None) => {}
            Ok(Some(stop)) => return self.again(case, &stop, act, chance).await,
            Err(error) if error.is_temporary() => return self.away(case, act).await,
            Err(error) => return Err(error.into()),
        }
        match self.carried_out(&mut case, &part, act).await? {
            Ok((this, counts)) => {
                done.extend(this);
                self.step_done(case, at, &paper_step, &counts, act).await
            }
            Err(stop) => self.stopped(case, &part, stop, act, chance).await,
        }
    }

    pub(super) async fn carried_out(
        &self,
        case: &mut Case,
        part: &Part<'_>,
        act: Act<'_>,
    ) -> Result<Outcome, Failed> {
        match case.stored.kind {
            RequestKind::Rectification => self.rectify(case, part, act).await,
            RequestKind::Erasure => self.erase(case, part, act).await,
            _ => Err(Failed::Damaged(case.stored.id.clone())),
        }
    }

    /// A step that was not done: a new plan, a store that is waited for, or somebody's hands.
    pub(super) async fn stopped(
        &self,
        case: Case,
        part: &Part<'_>,
        stop: Stop,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
    ) -> Result<Case, Failed> {
        use abide_stores::Error::{Forbidden, Misfit, Refused, Unable};
        match stop {
            Stop::Changed { .. } => self.again(case, &stop, act, chance).await,
            Stop::Store(error) if error.is_temporary() => self.away(case, act).await,
            // If nobody else did anything, the same plan would come to the same end.
            Stop::Count { .. }
            | Stop::Added { .. }
            | Stop::Store(Refused { .. } | Misfit { .. })
                if self.differs(&case, part).await? =>
            {
                self.again(case, &stop, act, chance).await
            }
            Stop::Count { .. }
            | Stop::Added { .. }
            | Stop::Store(Unable { .. } | Forbidden { .. } | Refused { .. } | Misfit { .. }) => {
                self.refused(case, part, &stop, act, chance).await
            }
            other @ Stop::Store(_) => Err(other.into()),
        }
    }

    pub(super) fn record_of(
        &self,
        case: &Case,
        at: u16,
        paper: &StorePaper,
        state: StepState,
        counts: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Step, Failed> {
        let damaged = || Failed::Damaged(case.stored.id.clone());
        let counts = match state {
            StepState::Done => document(&settled(counts)),
            _ => document(counts),
        };
        Ok(Step {
            plan: case.plan.as_ref().map(|(p, _)| p.seq).ok_or_else(damaged)?,
            seq: u32::from(at) + 1,
            store: paper.store.parse().map_err(|_| damaged())?,
            what: case.stored.kind.word().parse().map_err(|_| damaged())?,
            state,
            counts: counts.ok_or_else(damaged)?,
            started_at: Some(act.now),
            ended_at: (state == StepState::Done).then_some(act.now),
        })
    }

    pub(super) async fn step_done(
        &self,
        case: Case,
        at: u16,
        paper: &StorePaper,
        counts: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let mut writing = self.records.write().await?;
        self.step_doing(&mut writing, &case, (at, paper), counts, act).await?;
        writing.commit().await?;
        self.case(&case.stored.id).await
    }

    /// As [`Desk::step_done`], inside a transaction that saves more. Who was overtaken leaves nothing in it.
    pub(super) async fn step_doing(
        &self,
        writing: &mut Writing,
        case: &Case,
        (at, paper): (u16, &StorePaper),
        counts: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Went, Failed> {
        let id = &case.stored.id;
        let step = self.record_of(case, at, paper, StepState::Done, counts, act)?;
        let detail = json!({ "store": paper.store });
        let event = Event::StepDone(at);
        let went = self.going(writing, case, event, "step-done", &detail, act).await?;
        saved(writing.save_step(id, &step).await?, id)?;
        // Nobody is reminded any more of what is done there.
        writing.seen_to(id, &step.store, act.now).await?;
        Ok(went.with(step))
    }
}

/// What was noted of a step of the newest plan.
pub(super) fn noted(case: &Case, at: u16) -> Option<serde_json::Value> {
    counts_of(case.steps.iter().find(|s| s.seq == u32::from(at) + 1)?)
}

pub(super) fn counts_of(step: &Step) -> Option<serde_json::Value> {
    serde_json::from_str(step.counts.as_str()).ok()
}
