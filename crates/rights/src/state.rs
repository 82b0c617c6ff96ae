//! How a request goes on: from what happened to where it stands, and what it waits for.
//!
//! Owns: which events a request takes in which state ([`Request::step`]), and that nothing is called done without having
//! been verified. Leaves to others: storing requests and leases (`abide-records`), what is done in stores
//! ([`crate::deadline`] counts the days). The whole machine is in `docs/request-states.md`; models with two workers,
//! crashes and changing data, of one request and of batches, are checked in the tests.
//!
//! # What the machine relies on
//! - A record is written only over the version that was read; who was overtaken reads again.
//! - A step is one transaction of one store: it reads again, compares with the approved plan, and deletes; the index to the
//!   person goes last. So a worker that finds a step half known reads: index gone and the rest as planned: done; all as
//!   planned: to be done; anything else: [`Event::DataChanged`].
//! - What a fingerprint covers does not come back once it has changed. If it did, byte for byte, a worker that was overtaken
//!   could delete again what came back the same; nothing else would go wrong.
//! - Before a step is saved, the record says so ([`Event::Saving`]), over the version that was read: from then on something may
//!   have been deleted, and the request can no longer be refused or taken back ([`Request::has_begun`]). Until then it can: a
//!   worker that is inside a transaction has been overtaken, and saves nothing.

use abide_policy::vocab::{RequestKind, RequestState, Waits};

use crate::deadline::Pausing;

/// A plan that was made: what was approved is what is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PlanRef {
    /// The digest of all that it does, and of the data it was made for.
    pub fingerprint: [u8; 32],
    /// Its steps, one for each store.
    pub steps: u16,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// It is settled who the request is about.
    IdentitySettled,
    /// Several people are known by what was stated: somebody must say who is meant, or ask. Until the person is asked, the
    /// clock runs (GDPR Art. 12(6)).
    SeveralFound,
    /// The person was asked something; meanwhile the clock may stand.
    Asked(Question),
    /// The answer has arrived.
    Answered,
    /// A plan was made.
    PlanMade(PlanRef),
    /// Somebody approved the plan that they saw, by its fingerprint.
    Approved([u8; 32]),
    /// The request is refused.
    Refused(Refusal),
    /// A worker takes its turn.
    Claimed,
    /// A worker is about to save a step: whether it was saved is not known until its end is told.
    Saving,
    /// This step of the plan is done, counted from 0.
    StepDone(u16),
    /// A store does not answer.
    StoreAway,
    /// It answers again.
    StoreBack,
    /// The data is not that of the plan.
    DataChanged,
    /// A person must do what a store cannot.
    HandNeeded,
    /// They did it.
    HandDone,
    /// Reading back showed that everything is as planned. A copy lies ready then, and is not handed out yet.
    Verified,
    /// Somebody handed the copy out.
    HandedOut,
    /// The copy shall be made again: the data has changed since.
    CopyAgain,
    /// Reading back showed values that only erased rows had.
    ResidueFound,
    /// A person decided about them.
    ResidueSettled(Residue),
    /// What was noted of the person was wrong, and is put right: they are looked for again.
    Corrected,
    /// The person takes the request back.
    TakenBack,
    /// The person was told that it takes longer.
    Extended,
}

/// What a person was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Who they are.
    Identity,
    /// What they want.
    Clarification,
}

/// What becomes of values found afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Residue {
    /// They stay: they tell nothing about the person, or must be kept.
    Stays,
    /// They go too: that needs a new plan.
    Goes,
}

/// Why a request is refused. The person is told, with the way to complain (GDPR Art. 12(4)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The person cannot be identified (Art. 11(2), 12(2)).
    Unidentified,
    /// Manifestly unfounded (Art. 12(5)).
    Unfounded,
    /// Excessive, in particular repeated (Art. 12(5)).
    Excessive,
    /// A law exempts from the right (such as Art. 15(4), 17(3), 20(3), 21(1)).
    Exempt,
}

/// Why an event cannot happen now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NotNow {
    /// It is over.
    #[error("the request is closed: open a new one")]
    Closed,
    /// Something else comes first.
    #[error("the request waits for `{0}`: settle that first")]
    Waits(Waits),
    /// An answer to no question, a store that was never away.
    #[error("the request does not wait for this: read where it stands")]
    NotAwaited,
    /// Too early or too late in its way.
    #[error("the request is `{0}`, in which this does not happen: read where it stands")]
    Stage(RequestState),
    /// Another plan.
    #[error(
        "this is not the plan that the request has now: look at the present one and decide about it"
    )]
    OtherPlan,
    /// Another step.
    #[error("this is not the next step of the plan: read how far it is")]
    OtherStep,
    /// Things may have been deleted.
    #[error(
        "something was done for the request, so it can no longer be refused or taken back: let it finish"
    )]
    Begun,
    /// A right without exemptions.
    #[error(
        "a consent can be withdrawn, and direct marketing objected to, at any time: no exemption refuses it"
    )]
    NoExemption,
    /// Nothing that anybody could be told of.
    #[error(
        "nothing was done for the request yet, so its recipients have nothing to be told of: tick them off once it is carried out"
    )]
    NothingDone,
}

/// What an event does to the clock of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tick {
    /// It may stop, if the law says so for this reason.
    Pause(Pausing),
    /// It goes on.
    Resume,
    /// It runs longer.
    Extend,
    /// It needs to run no more.
    Stop,
}

/// What follows from an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Next {
    /// Where the request stands then.
    pub request: Request,
    /// What the clock does, if anything.
    pub clock: Option<Tick>,
}

/// How far a request has come, whatever it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Who it is about is not settled.
    Received,
    /// That is settled.
    Identified,
    /// There is a plan.
    Planned(PlanRef),
    /// It is approved.
    Approved(PlanRef),
    /// So many of its steps are done.
    Running(PlanRef, u16),
    /// All are, and are being read back.
    Verifying(PlanRef),
    /// Done and verified.
    Done,
    /// Refused.
    Refused,
    /// Taken back.
    Withdrawn,
}

/// Where a request stands. Only [`Request::step`] moves it, so that every value has a reason for waiting that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    kind: RequestKind,
    stage: Stage,
    waits: Option<Waits>,
    begun: bool,
}

impl Request {
    /// One that has just arrived.
    ///
    /// ```
    /// use abide_policy::vocab::{RequestKind, RequestState, Waits};
    /// use abide_rights::state::{Event, Request};
    /// let request = Request::received(RequestKind::Erasure);
    /// let next = request.step(Event::IdentitySettled)?;
    /// assert_eq!(next.request.state(), RequestState::Identified);
    /// assert_eq!(next.request.waits(), Some(Waits::Turn));
    /// # Ok::<(), abide_rights::state::NotNow>(())
    /// ```
    #[must_use]
    pub const fn received(kind: RequestKind) -> Self {
        Self { kind, stage: Stage::Received, waits: Some(Waits::Turn), begun: false }
    }

    /// One that was stored; `None` if its parts do not fit together.
    #[must_use]
    pub fn stored(
        kind: RequestKind,
        stage: Stage,
        waits: Option<Waits>,
        begun: bool,
    ) -> Option<Self> {
        let fits = fits(kind, stage, waits, begun);
        fits.then_some(Self { kind, stage, waits, begun })
    }

    /// What is asked for.
    #[must_use]
    pub const fn kind(&self) -> RequestKind {
        self.kind
    }
    /// How far it has come.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }
    /// What it waits for; `None` once it is closed.
    #[must_use]
    pub const fn waits(&self) -> Option<Waits> {
        self.waits
    }
    /// Whether something may have been deleted or changed for it: then it goes on to its end. What only reads never has.
    #[must_use]
    pub const fn has_begun(&self) -> bool {
        self.begun
    }
    /// Whether nothing is planned for it, or no longer.
    #[must_use]
    pub const fn is_unplanned(&self) -> bool {
        matches!(self.stage, Stage::Received | Stage::Identified)
    }
    /// Where it stands, in the word that people read.
    #[must_use]
    pub const fn state(&self) -> RequestState {
        match self.waits {
            None | Some(Waits::Turn | Waits::Approval) => self.stage.word(),
            Some(_) => RequestState::Waiting,
        }
    }

    /// Where it stands after an event.
    ///
    /// # Errors
    /// [`NotNow`]: the event does not happen here; nothing has changed.
    pub fn step(&self, event: Event) -> Result<Next, NotNow> {
        let waits = self.waits.ok_or(NotNow::Closed)?;
        match event {
            Event::Extended => Ok(Next { request: *self, clock: Some(Tick::Extend) }),
            Event::Refused(why) => self.refused(why),
            Event::TakenBack => self.ended(Stage::Withdrawn),
            Event::Corrected => self.corrected(waits),
            Event::Asked(question) => self.asked(question),
            Event::SeveralFound => self.several_found(waits),
            Event::IdentitySettled => self.identity_settled(waits),
            Event::Answered => self.answered(waits),
            Event::StoreBack => self.awaited(waits, Waits::Store),
            Event::HandDone => self.awaited(waits, Waits::Hand),
            Event::HandedOut if waits == Waits::HandingOut => self.closed(Stage::Done),
            Event::CopyAgain if waits == Waits::HandingOut => self.at(Stage::Identified),
            Event::HandedOut | Event::CopyAgain => Err(NotNow::NotAwaited),
            Event::ResidueSettled(what) => self.residue_settled(waits, what),
            Event::PlanMade(plan) => self.planned(waits, plan),
            Event::Approved(fingerprint) => self.approved(waits, fingerprint),
            // What was found and shall go is where no edge of a map leads.
            Event::HandNeeded if waits == Waits::Plan => self.left_to_hands(),
            event if waits == Waits::Turn => self.worked(event),
            _ => Err(NotNow::Waits(waits)),
        }
    }

    /// What a worker reports, in its turn.
    fn worked(&self, event: Event) -> Result<Next, NotNow> {
        match (event, self.stage) {
            (Event::Claimed, Stage::Approved(plan)) => self.at(Stage::Running(plan, 0).settled()),
            (Event::Claimed, _) => self.at(self.stage),
            (Event::Saving, Stage::Running(..)) => self.beginning().at(self.stage),
            (Event::StepDone(step), Stage::Running(plan, done)) if step == done => {
                let stage = Stage::Running(plan, done + 1).settled();
                self.beginning().at(stage)
            }
            (Event::StepDone(_), Stage::Running(..)) => Err(NotNow::OtherStep),
            (Event::StoreAway, stage) if stage.needs_stores() => self.waiting(Waits::Store),
            (Event::DataChanged, Stage::Running(..)) => self.waiting(Waits::Plan),
            (Event::HandNeeded, Stage::Running(..)) => self.waiting(Waits::Hand),
            // That it lies ready tells nobody anything yet.
            (Event::Verified, Stage::Verifying(_)) if only_reads(self.kind) => {
                self.waiting(Waits::HandingOut)
            }
            (Event::Verified, Stage::Verifying(_)) => self.closed(Stage::Done),
            (Event::ResidueFound, Stage::Verifying(_)) => self.waiting(Waits::Residue),
            _ => self.not_here(),
        }
    }

    fn refused(&self, why: Refusal) -> Result<Next, NotNow> {
        if why == Refusal::Exempt && self.kind == RequestKind::Withdrawal {
            return Err(NotNow::NoExemption);
        }
        self.ended(Stage::Refused)
    }

    /// Ends it without having done anything. Whoever is about to save a step finds that it was overtaken.
    fn ended(&self, stage: Stage) -> Result<Next, NotNow> {
        if self.is_past_return() { Err(NotNow::Begun) } else { self.closed(stage) }
    }

    /// Whether it goes on to its end, whatever is said of it now. A copy can be thrown away until it was handed out.
    const fn is_past_return(&self) -> bool {
        let done = matches!(self.stage, Stage::Verifying(_));
        self.begun || done && !only_reads(self.kind)
    }

    const fn beginning(&self) -> Self {
        Self { begun: !only_reads(self.kind), ..*self }
    }

    /// Who it is about is open again, and what was planned falls. What the person was asked to say more closely is still open.
    fn corrected(&self, waits: Waits) -> Result<Next, NotNow> {
        if self.is_past_return() {
            return Err(NotNow::Begun);
        }
        let still = if waits == Waits::Clarification { waits } else { Waits::Turn };
        let clock = (waits == Waits::Identity).then_some(Tick::Resume);
        Ok(Next { clock, ..self.moved(Stage::Received, still)? })
    }

    fn several_found(&self, waits: Waits) -> Result<Next, NotNow> {
        match (self.stage, waits) {
            (Stage::Received, Waits::Turn) => self.waiting(Waits::Identity),
            (Stage::Received, _) => Err(NotNow::Waits(waits)),
            _ => self.not_here(),
        }
    }

    fn asked(&self, question: Question) -> Result<Next, NotNow> {
        let (stage, waits, why) = match (question, self.stage) {
            // A later doubt takes back what was settled.
            (Question::Identity, Stage::Received | Stage::Identified | Stage::Planned(_))
                if !self.begun =>
            {
                (Stage::Received, Waits::Identity, Pausing::Identity)
            }
            // Whoever looked at the copy doubts that it is theirs.
            (Question::Identity, Stage::Verifying(_)) if self.waits == Some(Waits::HandingOut) => {
                (Stage::Received, Waits::Identity, Pausing::Identity)
            }
            (Question::Clarification, Stage::Received | Stage::Identified) => {
                (self.stage, Waits::Clarification, Pausing::Clarification)
            }
            // What they want may be another plan.
            (Question::Clarification, Stage::Planned(_)) if !self.begun => {
                (Stage::Identified, Waits::Clarification, Pausing::Clarification)
            }
            _ => return self.not_here(),
        };
        match self.waits {
            // Where several people were found, nobody has been asked yet.
            Some(Waits::Identity) if question == Question::Identity => {}
            Some(open @ (Waits::Identity | Waits::Clarification)) => {
                return Err(NotNow::Waits(open));
            }
            _ => {}
        }
        let clock = Some(Tick::Pause(why));
        Ok(Next { request: Self { stage, waits: Some(waits), ..*self }, clock })
    }

    fn answered(&self, waits: Waits) -> Result<Next, NotNow> {
        if !matches!(waits, Waits::Identity | Waits::Clarification) {
            return Err(NotNow::NotAwaited);
        }
        let next = self.at(self.stage)?;
        Ok(Next { clock: Some(Tick::Resume), ..next })
    }

    fn identity_settled(&self, waits: Waits) -> Result<Next, NotNow> {
        match (self.stage, waits) {
            (Stage::Received, Waits::Turn) => self.at(Stage::Identified),
            (Stage::Received, Waits::Identity) => {
                Ok(Next { clock: Some(Tick::Resume), ..self.at(Stage::Identified)? })
            }
            (Stage::Received, _) => Err(NotNow::Waits(waits)),
            _ => self.not_here(),
        }
    }

    fn awaited(&self, waits: Waits, this: Waits) -> Result<Next, NotNow> {
        if waits == this { self.at(self.stage) } else { Err(NotNow::NotAwaited) }
    }

    fn residue_settled(&self, waits: Waits, what: Residue) -> Result<Next, NotNow> {
        match (waits, what) {
            (Waits::Residue, Residue::Stays) => self.at(self.stage),
            (Waits::Residue, Residue::Goes) => self.waiting(Waits::Plan),
            _ => Err(NotNow::NotAwaited),
        }
    }

    fn left_to_hands(&self) -> Result<Next, NotNow> {
        let left = matches!(self.stage, Stage::Verifying(_));
        if left { self.waiting(Waits::Hand) } else { self.not_here() }
    }

    fn planned(&self, waits: Waits, plan: PlanRef) -> Result<Next, NotNow> {
        match (self.stage, waits) {
            (Stage::Identified, Waits::Turn)
            | (Stage::Planned(_), Waits::Approval)
            | (Stage::Running(..) | Stage::Verifying(_), Waits::Plan) => {
                self.moved(Stage::Planned(plan), Waits::Approval)
            }
            (Stage::Running(..) | Stage::Verifying(_), Waits::Turn)
            | (Stage::Received | Stage::Approved(_), _) => self.not_here(),
            _ => Err(NotNow::Waits(waits)),
        }
    }

    fn approved(&self, waits: Waits, fingerprint: [u8; 32]) -> Result<Next, NotNow> {
        match (self.stage, waits) {
            (Stage::Planned(plan), Waits::Approval) if plan.fingerprint == fingerprint => {
                self.at(Stage::Approved(plan))
            }
            (Stage::Planned(_), Waits::Approval) => Err(NotNow::OtherPlan),
            (_, Waits::Turn) => self.not_here(),
            _ => Err(NotNow::Waits(waits)),
        }
    }

    fn at(&self, stage: Stage) -> Result<Next, NotNow> {
        self.moved(stage, Waits::Turn)
    }
    fn waiting(&self, waits: Waits) -> Result<Next, NotNow> {
        self.moved(self.stage, waits)
    }
    fn moved(&self, stage: Stage, waits: Waits) -> Result<Next, NotNow> {
        Ok(Next { request: Self { stage, waits: Some(waits), ..*self }, clock: None })
    }
    fn closed(&self, stage: Stage) -> Result<Next, NotNow> {
        Ok(Next { request: Self { stage, waits: None, ..*self }, clock: Some(Tick::Stop) })
    }
    fn not_here(&self) -> Result<Next, NotNow> {
        Err(NotNow::Stage(self.stage.word()))
    }
}

impl Stage {
    const fn word(self) -> RequestState {
        match self {
            Self::Received => RequestState::Received,
            Self::Identified => RequestState::Identified,
            Self::Planned(_) => RequestState::Planned,
            Self::Approved(_) => RequestState::Approved,
            Self::Running(..) => RequestState::Running,
            Self::Verifying(_) => RequestState::Verifying,
            Self::Done => RequestState::Done,
            Self::Refused => RequestState::Refused,
            Self::Withdrawn => RequestState::Withdrawn,
        }
    }

    /// Reading back starts when no step is left.
    const fn settled(self) -> Self {
        match self {
            Self::Running(plan, done) if done >= plan.steps => Self::Verifying(plan),
            other => other,
        }
    }

    const fn needs_stores(self) -> bool {
        matches!(self, Self::Received | Self::Identified | Self::Running(..) | Self::Verifying(_))
    }
}

/// Whether a request of this kind reads and changes nothing: it ends in a copy.
#[must_use]
pub const fn only_reads(kind: RequestKind) -> bool {
    matches!(kind, RequestKind::Access | RequestKind::Portability)
}

/// Which reasons for waiting there are in a stage, and where something can have been deleted.
fn fits(kind: RequestKind, stage: Stage, waits: Option<Waits>, begun: bool) -> bool {
    use Waits::{Approval, Clarification, Hand, HandingOut, Identity, Plan, Residue, Store, Turn};
    let reads = only_reads(kind);
    let (reasons, may_have_begun): (&[Waits], bool) = match stage {
        Stage::Verifying(_) if reads => (&[Turn, Store, Residue, Plan, Hand, HandingOut], false),
        Stage::Received => (&[Turn, Identity, Clarification, Store], false),
        Stage::Identified => (&[Turn, Clarification, Store], false),
        Stage::Planned(_) => (&[Approval], true),
        Stage::Approved(_) => (&[Turn], true),
        Stage::Running(plan, done) if done < plan.steps => (&[Turn, Store, Hand, Plan], true),
        Stage::Running(..) => (&[], true),
        Stage::Verifying(_) => (&[Turn, Store, Residue, Plan, Hand], true),
        Stage::Done => return waits.is_none() && !(reads && begun),
        Stage::Refused | Stage::Withdrawn => return waits.is_none() && !begun,
    };
    let certainly = matches!(stage, Stage::Running(_, done) if done > 0)
        || matches!(stage, Stage::Verifying(plan) if plan.steps > 0);
    waits.is_some_and(|waits| reasons.contains(&waits))
        && (may_have_begun && !reads || !begun)
        && (begun || reads || !certainly)
}

#[cfg(test)]
mod model;
#[cfg(test)]
mod tests;
