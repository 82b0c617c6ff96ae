//! What workers do by themselves: take the request that is due first, and carry it as far as it goes.
//!
//! Owns: the way of a request from receipt to its end, as far as no person is needed. Leaves to others: deciding (people, by
//! [`super::Desk`]'s methods).
//!
//! Before a store saves a step, what it will look like is noted in our own tables. So whoever comes after a crash can tell
//! from the data whether the step was saved, and never does it twice.

use abide_policy::model::Policy;
use abide_policy::text::Id;
use abide_policy::vocab::{Purpose, RequestKind, RequestState, Set, Vocabulary as _, Waits};
use abide_records::people::{Choice, ChoiceKind, Suppression};
use abide_records::requests::duties::Reminder;
use abide_records::requests::plans::{Step, StepState};
use abide_records::requests::queue::Filter;
use jiff::ToSpan as _;
use serde_json::json;

use super::document::{Paper, StorePaper, Wish, document, fingerprint, subject_of};
use super::{Act, Case, Desk, Failed, Opening, asked, keyed, note, saved};
use crate::execute::{Done, Standing, Stop, Work};
use crate::find::Candidate;
use crate::plan::StorePlan;
use crate::reach::Subject;
use crate::rectify;
use crate::state::{Event, PlanRef, Question, Stage};
use crate::verify::{self, Erased, Noted};

/// How long a worker has a request, in seconds.
const LEASE: u32 = 600;
/// For how long an erased person is remembered by a mark, in years.
const REMEMBERED: i32 = 3;
/// By which day somebody does by hand what a store cannot, in days.
const BY_HAND: i32 = 7;
/// The step of requests that change what may be done, not data.
const CHOICES: &str = "choices";

/// Told what happens, for people who watch.
pub type Watch<'a> = &'a mut (dyn FnMut(&str) + Send);

impl Desk {
    /// Takes the request that is due first and that a worker can do something for, and carries it on until it waits for a
    /// person or is closed. `None` if there is nothing to do. `chance` makes random bytes.
    ///
    /// # Errors
    /// Whatever fails; the request stays where it was, and its lease ends.
    pub async fn work(
        &self,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
        watch: Watch<'_>,
    ) -> Result<Option<Id>, Failed> {
        use RequestState::{Approved, Identified, Received, Running, Verifying};
        let states =
            [Received, Identified, Approved, Running, Verifying].into_iter().collect::<Set<_>>();
        let mut writing = self.records.write().await?;
        let claimed = writing.claim(act.by, act.now, LEASE, states).await?;
        writing.commit().await?;
        let Some(stored) = claimed else { return Ok(None) };
        let id = stored.id.clone();
        let carried = self.carry(self.case_of(stored).await?, act, chance, watch).await;
        let mut writing = self.records.write().await?;
        // Somebody else may have it by now.
        let _ = writing.release(&id, act.by).await?;
        writing.commit().await?;
        carried.map(|()| Some(id))
    }

    /// Carries one request on, whoever has it: for the command line.
    ///
    /// # Errors
    /// Whatever fails.
    pub async fn carry_on(
        &self,
        id: &Id,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
        watch: Watch<'_>,
    ) -> Result<(), Failed> {
        self.carry(self.case(id).await?, act, chance, watch).await
    }

    /// Requests that wait for a store get their turn again.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn stores_back(&self, act: Act<'_>) -> Result<(), Failed> {
        let filter =
            Filter { states: [RequestState::Waiting].into_iter().collect(), ..Filter::default() };
        for stored in self.records.requests(&filter, None, 1000).await? {
            if stored.waits == Some(Waits::Store) {
                self.resolved(&stored.id, Event::StoreBack, act).await?;
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
        while case.stand.waits() == Some(Waits::Turn) {
            watch(case.stand.state().word());
            case = match case.stand.stage() {
                Stage::Received => self.identify(case, act).await?,
                Stage::Identified => self.planned(case, act, chance(), false).await?,
                Stage::Approved(_) => {
                    self.go(case, Event::Claimed, "started", &json!({}), act).await?
                }
                Stage::Running(_, step) => self.step(case, step, &mut done, act, chance).await?,
                Stage::Verifying(_) => self.verify(case, &done, act).await?,
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
            Ok(found) if found.len() <= 1 => {
                let found: Vec<&Candidate> = found.iter().collect();
                self.settled(case, &found, act).await
            }
            Ok(found) => {
                let detail = json!({ "people": found.len() });
                self.go(case, Event::Asked(Question::Identity), "several-people", &detail, act)
                    .await
            }
            Err(Failed::Store(error)) if error.is_temporary() => self.away(case, act).await,
            Err(other) => Err(other),
        }
    }

    async fn away(&self, case: Case, act: Act<'_>) -> Result<Case, Failed> {
        self.go(case, Event::StoreAway, "store-away", &json!({}), act).await
    }

    fn subject(&self, case: &Case) -> Subject {
        let rows = case.who.as_ref().and_then(|w| w.rows.clone()).unwrap_or_default();
        subject_of(&self.atlas, &rows)
    }

    fn working<'a>(
        &'a self,
        subjects: &'a [Subject],
        case: &Case,
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
        }
    }

    /// Makes the plan, and lists who must be told.
    async fn planned(
        &self,
        mut case: Case,
        act: Act<'_>,
        seed: [u8; 16],
        begun: bool,
    ) -> Result<Case, Failed> {
        case.plan = None;
        let subjects = [self.subject(&case)];
        let wish = case.who.as_ref().map(|w| w.wish.clone()).unwrap_or_default();
        let work = self.working(&subjects, &case, act, seed);
        let paper = match self.paper(case.stored.kind, &wish, &work, begun).await {
            Err(Failed::Store(error)) if error.is_temporary() => return self.away(case, act).await,
            paper => paper?,
        };
        let id = case.stored.id.clone();
        let damaged = || Failed::Damaged(id.clone());
        let fingerprint = paper.fingerprint();
        let steps = u16::try_from(paper.stores.len()).map_err(|_| damaged())?;
        let (delete, change) = paper.totals();
        let event = Event::PlanMade(PlanRef { fingerprint: fingerprint.0, steps });
        let mut writing = self.records.write().await?;
        let text = document(&paper).ok_or_else(damaged)?;
        writing.add_plan(&id, act.now, fingerprint, &text).await?.ok_or_else(damaged)?;
        for recipient in self.recipients(&case) {
            saved(writing.add_notice(&id, &recipient).await?, &id)?;
        }
        let detail = json!({ "delete": delete, "change": change });
        self.going(&mut writing, &case, event, "plan-made", &detail, act).await?;
        writing.commit().await?;
        self.case(&id).await
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
        let subjects = [subject.clone()];
        let work = Work {
            atlas: &self.atlas,
            stores: &self.stores,
            subjects: &subjects,
            today: act.today,
            seed: [0; 16],
            redactor: &*self.redactor,
        };
        self.paper(opening.kind, &opening.who.wish, &work, false).await
    }

    async fn paper(
        &self,
        kind: RequestKind,
        wish: &Wish,
        work: &Work<'_>,
        begun: bool,
    ) -> Result<Paper, Failed> {
        let seed = work.seed;
        let plan = match kind {
            RequestKind::Erasure => work.plan().await?,
            RequestKind::Rectification => {
                rectify::wanted(&self.atlas, &wish.set)?.plan(work).await?
            }
            RequestKind::Access | RequestKind::Portability => {
                let plan = work.plan().await?;
                let mut paper = Paper::of(&self.atlas, &plan, seed, begun);
                paper.only_seen();
                return Ok(paper);
            }
            RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal => {
                let step = StorePaper {
                    store: CHOICES.to_owned(),
                    tables: Vec::new(),
                    fingerprint: String::new(),
                };
                return Ok(Paper {
                    made: work.today,
                    stores: vec![step],
                    seed: String::new(),
                    begun,
                });
            }
        };
        Ok(Paper::of(&self.atlas, &plan, seed, begun))
    }

    fn rectification(&self, case: &Case) -> Result<rectify::Rectification, Failed> {
        let set = case.who.as_ref().map(|w| w.wish.set.clone()).unwrap_or_default();
        Ok(rectify::wanted(&self.atlas, &set)?)
    }

    /// Recipients to whom the data went, so that they must be told (GDPR Art. 19): sub-processors that see its statements.
    fn recipients(&self, case: &Case) -> Vec<Id> {
        let told = matches!(
            case.stored.kind,
            RequestKind::Erasure | RequestKind::Rectification | RequestKind::Restriction
        );
        let policies = self.atlas.parts.iter().filter_map(|p| p.policy.as_deref()).filter(|_| told);
        let mut ids: Vec<Id> =
            policies.flat_map(|p: &Policy| p.sub_processors.iter().map(|s| s.id.clone())).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    async fn step(
        &self,
        case: Case,
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
        let Some(approved) = paper.step(&self.atlas, usize::from(at)) else {
            return self.again(case, act, chance).await;
        };
        let subjects = [self.subject(&case)];
        let work = self.working(&subjects, &case, act, paper.seed());
        let outcome = match case.stored.kind {
            RequestKind::Rectification => {
                let changed = self.rectification(&case)?.carry_out(&work, &approved).await;
                changed.map(|changed| (None, json!({ "changed": changed })))
            }
            RequestKind::Erasure => {
                self.erase(&case, at, &paper_step, &approved, &work, act).await?
            }
            _ => return Err(damaged()),
        };
        match outcome {
            Ok((this, counts)) => {
                done.extend(this);
                self.step_done(case, at, &paper_step, &counts, act).await
            }
            Err(Stop::Changed { .. } | Stop::Count { .. }) => self.again(case, act, chance).await,
            Err(Stop::Store(
                abide_stores::Error::Unable { .. } | abide_stores::Error::Forbidden { .. },
            )) => self.by_hand(case, &paper_step, act).await,
            Err(Stop::Store(abide_stores::Error::Conflict { .. })) => {
                self.again(case, act, chance).await
            }
            Err(Stop::Store(error)) if error.is_temporary() => self.away(case, act).await,
            Err(other) => Err(other.into()),
        }
    }

    /// Carries a step out, unless it was saved before; notes what it leaves behind before it is saved.
    async fn erase(
        &self,
        case: &Case,
        at: u16,
        paper: &StorePaper,
        approved: &StorePlan,
        work: &Work<'_>,
        act: Act<'_>,
    ) -> Result<Result<(Option<Done>, serde_json::Value), Stop>, Failed> {
        if let Some(counts) = noted(case, at) {
            let after = counts.get("after").and_then(|a| fingerprint(a.as_str()?));
            match work.standing(approved, after).await {
                Ok(Standing::After) => return Ok(Ok((None, counts))),
                Ok(Standing::Before) => {}
                Ok(Standing::Elsewhere) => {
                    return Ok(Err(Stop::Changed { now: Box::new(approved.clone()) }));
                }
                Err(error) => return Ok(Err(error.into())),
            }
        }
        let ready = match work.prepare(approved).await {
            Ok(ready) => ready,
            Err(stop) => return Ok(Err(stop)),
        };
        let counts = json!({ "deleted": ready.done().deleted, "changed": ready.done().changed, "after": ready.after().to_string() });
        let mut writing = self.records.write().await?;
        let step = self.record_of(case, at, paper, StepState::Running, &counts, act)?;
        saved(writing.save_step(&case.stored.id, &step).await?, &case.stored.id)?;
        writing.commit().await?;
        Ok(ready.save().await.map(|done| (Some(done), counts)).map_err(Stop::from))
    }

    fn record_of(
        &self,
        case: &Case,
        at: u16,
        paper: &StorePaper,
        state: StepState,
        counts: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Step, Failed> {
        let damaged = || Failed::Damaged(case.stored.id.clone());
        Ok(Step {
            plan: case.plan.as_ref().map(|(p, _)| p.seq).ok_or_else(damaged)?,
            seq: u32::from(at) + 1,
            store: paper.store.parse().map_err(|_| damaged())?,
            what: case.stored.kind.word().parse().map_err(|_| damaged())?,
            state,
            counts: document(counts).ok_or_else(damaged)?,
            started_at: Some(act.now),
            ended_at: (state == StepState::Done).then_some(act.now),
        })
    }

    async fn step_done(
        &self,
        case: Case,
        at: u16,
        paper: &StorePaper,
        counts: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let mut writing = self.records.write().await?;
        let step = self.record_of(&case, at, paper, StepState::Done, counts, act)?;
        saved(writing.save_step(&case.stored.id, &step).await?, &case.stored.id)?;
        let detail = json!({ "store": paper.store });
        self.going(&mut writing, &case, Event::StepDone(at), "step-done", &detail, act).await?;
        writing.commit().await?;
        self.case(&case.stored.id).await
    }

    /// The data is not that of the plan: a new one is made, and waits for approval.
    async fn again(
        &self,
        case: Case,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
    ) -> Result<Case, Failed> {
        let begun = case.stand.has_begun();
        let case = self.go(case, Event::DataChanged, "data-changed", &json!({}), act).await?;
        self.planned(case, act, chance(), begun).await
    }

    /// A store that cannot do it: a person must, by a day.
    async fn by_hand(&self, case: Case, paper: &StorePaper, act: Act<'_>) -> Result<Case, Failed> {
        let id = case.stored.id.clone();
        let damaged = || Failed::Damaged(id.clone());
        let reminder = Reminder {
            request: id.clone(),
            store: paper.store.parse().map_err(|_| damaged())?,
            code: case.stored.kind.word().parse().map_err(|_| damaged())?,
            due: act.today.saturating_add(BY_HAND.days()).min(case.stored.due),
            done_at: None,
        };
        let mut writing = self.records.write().await?;
        saved(writing.remind(&reminder).await?, &id)?;
        self.going(
            &mut writing,
            &case,
            Event::HandNeeded,
            "hand-needed",
            &json!({ "store": paper.store }),
            act,
        )
        .await?;
        writing.commit().await?;
        self.case(&id).await
    }

    /// Restriction, objection, withdrawal: from now on `decide` refuses those uses.
    async fn choose(&self, case: Case, at: u16, act: Act<'_>) -> Result<Case, Failed> {
        let kind = match case.stored.kind {
            RequestKind::Restriction => ChoiceKind::Restriction,
            RequestKind::Objection => ChoiceKind::Objection,
            _ => ChoiceKind::Withdrawal,
        };
        let who = case.who.clone().unwrap_or_default();
        let purposes: Vec<Option<Purpose>> = match who.wish.purposes.as_slice() {
            [] => vec![None],
            words => words.iter().map(|w| Purpose::from_word(w)).collect(),
        };
        let id = case.stored.id.clone();
        let mut writing = self.records.write().await?;
        for (_, keyed) in self.marks(&asked(&who)?) {
            for purpose in &purposes {
                let choice = Choice {
                    who: keyed.clone(),
                    kind,
                    purpose: *purpose,
                    since: act.today,
                    until: None,
                    request: id.clone(),
                };
                writing.choose(&choice).await?;
            }
        }
        let paper = StorePaper {
            store: CHOICES.to_owned(),
            tables: Vec::new(),
            fingerprint: String::new(),
        };
        let step = self.record_of(&case, at, &paper, StepState::Done, &json!({}), act)?;
        saved(writing.save_step(&id, &step).await?, &id)?;
        self.going(
            &mut writing,
            &case,
            Event::StepDone(at),
            "step-done",
            &json!({ "store": CHOICES }),
            act,
        )
        .await?;
        writing.commit().await?;
        self.case(&id).await
    }

    async fn verify(&self, case: Case, done: &[Done], act: Act<'_>) -> Result<Case, Failed> {
        let result = match case.stored.kind {
            RequestKind::Erasure => match self.verify_erasure(&case, done, act).await {
                Err(Failed::Store(error)) if error.is_temporary() => {
                    return self.away(case, act).await;
                }
                result => result?.map(|erased| self.report(&erased)),
            },
            RequestKind::Rectification => {
                let subjects = [self.subject(&case)];
                let work = self.working(&subjects, &case, act, [0; 16]);
                let verified = self.rectification(&case)?.verified(&work).await?;
                if verified { Ok(json!({})) } else { Err(json!({ "values": "differ" })) }
            }
            _ => Ok(json!({})),
        };
        match result {
            Ok(report) => self.close(case, &report, act).await,
            Err(residue) => {
                self.go(case, Event::ResidueFound, "residue-found", &residue, act).await
            }
        }
    }

    async fn verify_erasure(
        &self,
        case: &Case,
        done: &[Done],
        act: Act<'_>,
    ) -> Result<Result<Erased, serde_json::Value>, Failed> {
        let paper = case.plan.as_ref().map(|(_, paper)| paper.clone());
        let paper = paper.ok_or_else(|| Failed::Damaged(case.stored.id.clone()))?;
        let subjects = [self.subject(case)];
        let work = self.working(&subjects, case, act, paper.seed());
        if done.len() == paper.stores.len() {
            let seen = verify::touched(&work, done).await?;
            return Ok(seen.map_err(|residue| json!({ "residue": residue.iter().map(|r| format!("{r:?}")).collect::<Vec<_>>() })));
        }
        let steps: Vec<Noted> =
            (0..paper.stores.len()).filter_map(|at| self.noted_step(case, &paper, at)).collect();
        let complete = steps.len() == paper.stores.len();
        let erased = if complete { verify::as_noted(&work, &steps).await? } else { None };
        Ok(erased.ok_or_else(|| json!({ "residue": ["stores are not as the steps left them"] })))
    }

    fn noted_step(&self, case: &Case, paper: &Paper, at: usize) -> Option<Noted> {
        let counts = noted(case, u16::try_from(at).ok()?)?;
        let number = |name: &str| counts.get(name).and_then(serde_json::Value::as_u64);
        let after = fingerprint(counts.get("after")?.as_str()?)?;
        Some(Noted {
            plan: paper.step(&self.atlas, at)?,
            after,
            deleted: number("deleted")?,
            changed: number("changed")?,
        })
    }

    /// What is kept of an erasure: figures only.
    fn report(&self, erased: &Erased) -> serde_json::Value {
        let store = |at: &usize| {
            self.atlas.parts.get(*at).map(|p| p.map.id.to_string()).unwrap_or_default()
        };
        let remains =
            erased.remains().iter().map(|(at, remains)| (store(at), format!("{remains:?}").into()));
        json!({
            "deleted": erased.deleted(),
            "changed": erased.changed(),
            "remains": remains.collect::<serde_json::Map<String, serde_json::Value>>(),
        })
    }

    /// Closes a request that was verified: remembers who was erased, and forgets whom it was about.
    async fn close(
        &self,
        case: Case,
        report: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let id = case.stored.id.clone();
        let who = case.who.clone().unwrap_or_default();
        let mut writing = self.records.write().await?;
        if case.stored.kind == RequestKind::Erasure {
            for (fact, keyed) in self.marks(&asked(&who)?) {
                writing
                    .suppress(&Suppression {
                        who: keyed,
                        fact,
                        request: id.clone(),
                        basis: "legal-obligation (GDPR Art. 5(2), 17(1))".to_owned(),
                        since: act.today,
                        until: act.today.saturating_add(REMEMBERED.years()),
                    })
                    .await?;
            }
        }
        self.going(&mut writing, &case, Event::Verified, "done", report, act).await?;
        saved(writing.forget_subject(&id, act.now).await?, &id)?;
        note(&mut writing, &id, act, "forgotten", &json!({})).await?;
        writing.commit().await?;
        self.case(&id).await
    }

    /// What a person has chosen, for whoever asks [`abide_policy::decide`].
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn choices_of(
        &self,
        person: &crate::identity::Asked,
        today: jiff::civil::Date,
    ) -> Result<abide_policy::decide::Choices, Failed> {
        let mut choices = abide_policy::decide::Choices::default();
        let marks = self.keys.iter().flat_map(|keys| keys.lookups(person));
        for (_, who) in marks.filter_map(|m| keyed(m.as_str())) {
            for choice in self.records.choices(who.hash).await? {
                if choice.holds(today) {
                    choice.apply(&mut choices);
                }
            }
        }
        Ok(choices)
    }
}

/// What was noted of a step of the newest plan.
fn noted(case: &Case, at: u16) -> Option<serde_json::Value> {
    let step = case.steps.iter().find(|s| s.seq == u32::from(at) + 1)?;
    serde_json::from_str(step.counts.as_str()).ok()
}
