//! Legal holds at the desk (GDPR Art. 17(3)(e), 18(2)): placed, lifted, minded; and who was held is taken up again.
//!
//! Owns: by which marks the person of a hold is found, what open and closed requests hear of a hold, that no step is saved after a
//! hold was placed that it does not know. Leaves to others: what a hold keeps ([`crate::hold`], [`crate::plan`]), keeping holds
//! (`abide-records`).
//!
//! An erasure of somebody under a hold is answered and closed, as far as it goes. What is held stays, and so does, with the closed
//! request, whom it is about; a reminder falls due when the hold ends. Then somebody takes the request up again: a new one, about
//! the same person.

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, RequestKind, RequestState, Waits};
use abide_records::Writing;
use abide_records::holds::Hold;
use abide_records::people::Keyed;
use abide_records::requests::duties::Reminder;
use abide_records::requests::{Saved, is_closed};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::json;

use super::document::{Keeps, Who, document, subject_of};
use super::report::Stay;
use super::retention::keyed_of;
use super::{Act, At, Case, Desk, Failed, Opening, asked, note, saved};
use crate::find::{Candidate, known};
use crate::hold::{Covers, Holds};
use crate::identity::{Asked, Given};
use crate::own::{Own, are_theirs};
use crate::reach::{Sessions, Subject};
use crate::state::{Event, NotNow};

/// The code of the reminder to take a request up again when a hold has ended.
pub const HELD: &str = "hold";
/// After so many days somebody looks whether a hold without a last day is still needed.
const LOOK_AGAIN: i32 = 180;

/// A hold that somebody wants to place.
#[derive(Clone, Debug)]
pub struct Placing {
    /// Its id: random.
    pub id: Id,
    /// Why.
    pub reason: String,
    /// Its last day, if one is known.
    pub until: Option<Date>,
    /// What it covers.
    pub covers: Covers,
}

impl Desk {
    /// Places a hold on the person who is these rows and of whom these facts were stated.
    ///
    /// # Errors
    /// If nothing is known that is theirs alone, or the hold covers what there is not.
    pub async fn place(
        &self,
        placing: &Placing,
        stated: &Asked,
        subject: &Subject,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        self.placed(placing, (stated, subject), None, act).await
    }

    /// As [`Desk::place`]; over the version of a request that was read, if it is on the person of one.
    async fn placed(
        &self,
        placing: &Placing,
        (stated, subject): (&Asked, &Subject),
        seen: Option<&Case>,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let over = placing.until.is_some_and(|day| day < act.today);
        if over || placing.reason.trim().is_empty() {
            return Err(Failed::NoHold);
        }
        if let Some(name) = placing.covers.unknown(&self.atlas) {
            return Err(Failed::Uncovered(name.to_owned()));
        }
        let who = self.marks_alone(stated, subject).await?;
        if who.is_empty() {
            return Err(Failed::Unheld);
        }
        let own = Own::under(&self.records, &who).await?;
        let hold = Hold {
            id: placing.id.clone(),
            who,
            reason: placing.reason.trim().to_owned(),
            covers: document(&placing.covers).ok_or_else(|| Failed::Damaged(placing.id.clone()))?,
            until: placing.until,
            placed: (act.by.to_owned(), act.now),
            lifted: None,
        };
        let mut writing = self.records.write().await?;
        saved(writing.place(&hold).await?, &hold.id)?;
        // As everywhere: holds first, then requests.
        if let Some(case) = seen {
            self.over(&mut writing, case, act).await?;
        }
        let open = open_of(&own);
        told(&mut writing, &open, "hold-placed", &hold.id, act).await?;
        writing.commit().await?;
        self.plan_again(&open, act).await
    }

    /// Plans that wait for approval are made anew if a hold makes them others. Where a store is away, whoever approves finds out.
    async fn plan_again(&self, requests: &BTreeSet<Id>, act: Act<'_>) -> Result<(), Failed> {
        for id in requests {
            let case = self.case(id).await?;
            if case.stored.waits == Some(Waits::Hand) {
                // What was left to a person may have to stay by now, or may go: it is looked at again.
                match self.go(case, Event::HandDone, "looked-again", &json!({}), act).await {
                    Ok(_) | Err(Failed::Overtaken) => continue,
                    Err(other) => return Err(other),
                }
            }
            match self.holds_changed(&self.case(id).await?, act).await {
                Ok(_) | Err(Failed::Store(_) | Failed::Overtaken) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// Places a hold on the person of a request.
    ///
    /// # Errors
    /// As [`Desk::place`]; or if it is not settled who that is.
    pub async fn place_on(
        &self,
        at: impl Into<At<'_>>,
        placing: &Placing,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let case = self.case(at).await?;
        let who = case.who.as_ref().filter(|who| who.rows.is_some()).ok_or(Failed::Unheld)?;
        self.placed(placing, (&asked(who)?, &self.subject(&case)), Some(&case), act).await
    }

    /// Lifts a hold. Closed requests that it kept from their end are to be taken up at once.
    ///
    /// # Errors
    /// [`Failed::NotHeld`].
    pub async fn lift(&self, id: &Id, act: Act<'_>) -> Result<(), Failed> {
        self.lifted(id, None, act).await
    }

    /// Lifts a hold whose request somebody looks at.
    ///
    /// # Errors
    /// As [`Desk::lift`].
    pub async fn lift_on(
        &self,
        at: impl Into<At<'_>>,
        id: &Id,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let case = self.case(at).await?;
        self.lifted(id, Some(&case), act).await
    }

    async fn lifted(&self, id: &Id, seen: Option<&Case>, act: Act<'_>) -> Result<(), Failed> {
        let hold = self.records.holds().await?.into_iter().find(|hold| hold.id == *id);
        let hold = hold.ok_or_else(|| Failed::NotHeld(id.clone()))?;
        let own = Own::under(&self.records, &hold.who).await?;
        let open = open_of(&own);
        let mut hear = open.clone();
        let mut waiting = Vec::new();
        for reminder in self.records.reminders_coded(&code(id)?).await? {
            let case = self.case(&reminder.request).await?;
            if case.plan.is_some_and(|(_, paper)| paper.holds.iter().any(|h| h == id.as_str())) {
                hear.insert(reminder.request.clone());
                waiting.push(Reminder { due: act.today, ..reminder });
            }
        }
        let mut writing = self.records.write().await?;
        if writing.lift(id, act.by, act.now).await? != Saved::Done {
            return Err(Failed::NotHeld(id.clone()));
        }
        if let Some(case) = seen {
            self.over(&mut writing, case, act).await?;
        }
        for reminder in waiting {
            saved(writing.remind(&reminder).await?, &reminder.request)?;
        }
        told(&mut writing, &hear, "hold-lifted", id, act).await?;
        writing.commit().await?;
        self.plan_again(&open, act).await
    }

    /// The holds on the person of a request, and others that keep rows of its plan; also those that have ended.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn holds_on(&self, case: &Case) -> Result<Vec<Hold>, Failed> {
        let marks = self.records.identities(&case.stored.id).await?;
        let paper = case.plan.as_ref().map(|(_, paper)| paper);
        let on = |hold: &Hold| {
            let common = hold.who.iter().any(|(_, who)| marks.iter().any(|m| m.1.hash == who.hash));
            paper.is_some_and(|paper| paper.holds.iter().any(|id| id == hold.id.as_str()))
                || common && are_theirs(&hold.who, &marks)
        };
        Ok(self.records.holds().await?.into_iter().filter(on).collect())
    }

    /// Opens an erasure anew that a hold kept from its end, about the same person; `new` is its id.
    ///
    /// # Errors
    /// If it is not so, or the hold still stands.
    pub async fn take_up(
        &self,
        at: impl Into<At<'_>>,
        new: Id,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let at = at.into();
        let (case, mut writing) = self.begin_over(at, act).await?;
        let id = at.id;
        let mut open = writing.reminders(id).await?;
        // What another hold still keeps, the new request will tell.
        open.retain(|r| r.code.as_str() == HELD && r.done_at.is_none());
        let due = open.iter().any(|r| r.due <= act.today);
        let who = case.who.filter(|_| case.stored.state == RequestState::Done && due);
        let Who { facts, country, rows, .. } = who.ok_or(NotNow::NotAwaited)?;
        let stored = case.stored;
        let opening = Opening {
            id: new,
            kind: RequestKind::Erasure,
            who: Who { facts, country, again: rows.unwrap_or_default(), ..Who::default() },
            jurisdiction: stored.jurisdiction,
            language: stored.language,
            policy: stored.policy,
            received: act.today,
        };
        let stated = asked(&opening.who)?;
        self.opening(&mut writing, &opening, &stated, act).await?;
        // They are remembered by everything by which they were known, though their rows tell it no more.
        let marks: BTreeSet<Keyed> = self.marks(&stated).into_iter().map(|(_, who)| who).collect();
        for (fact, who) in writing.identities(id).await? {
            if !marks.contains(&who) {
                saved(writing.add_identity(&opening.id, &who, fact).await?, &opening.id)?;
            }
        }
        for reminder in open {
            let done = Reminder { done_at: Some(act.now), ..reminder };
            saved(writing.remind(&done).await?, id)?;
        }
        let detail = json!({ "request": opening.id.as_str() });
        note(&mut writing, id, act, "taken-up", &detail).await?;
        self.forgetting(&mut writing, id, act).await?;
        writing.commit().await?;
        self.settled_records().await;
        Ok(())
    }

    /// Who was settled by the request that is taken up again: what is left of them, whether or not they are still known by what
    /// they stated. A row that is somebody else's by now is not theirs.
    pub(super) async fn identify_again(
        &self,
        case: Case,
        found: &[Candidate],
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let rows = case.who.as_ref().map(|who| who.again.clone()).unwrap_or_default();
        let before = subject_of(&self.atlas, &rows);
        let marks = self.records.identities(&case.stored.id).await?;
        let mut sessions = Sessions::open(&self.stores, None).await?;
        let mut subject = Subject { rows: Vec::new() };
        for row in before.rows {
            let same = found.iter().any(|candidate| candidate.subject.rows.contains(&row));
            let left = known(&self.atlas, &mut sessions, std::slice::from_ref(&row)).await?;
            let nobody = |facts: &Vec<Given>| !facts.iter().any(Given::stands_alone);
            let same = same || left.iter().any(|facts| self.are_of(facts, &marks));
            if same || (!left.is_empty() && left.iter().all(nobody)) {
                subject.rows.push(row);
            }
        }
        self.settled_as(case, found, &subject, usize::from(!subject.rows.is_empty()), act).await
    }

    /// Whether a row that tells these facts is of the person under these marks: what they are known by may have been put right.
    fn are_of(&self, facts: &[Given], marks: &[(Fact, Keyed)]) -> bool {
        let known: Vec<_> = self.keys.iter().flat_map(|keys| keyed_of(keys, facts)).collect();
        let common = known.iter().any(|(_, who)| marks.iter().any(|m| m.1.hash == who.hash));
        common && are_theirs(marks, &known)
    }

    /// The holds that stand on a day, for planning what becomes of these requests' people.
    pub(super) async fn holds_now(&self, cases: &[&Case], day: Date) -> Result<Holds, Failed> {
        let mut stated = Vec::new();
        for case in cases {
            stated.push(self.records.identities(&case.stored.id).await?);
        }
        self.standing(stated, day).await
    }

    /// The holds that stand on a day, for people of whom these marks are known.
    pub(super) async fn standing(
        &self,
        stated: Vec<Vec<(Fact, Keyed)>>,
        day: Date,
    ) -> Result<Holds, Failed> {
        let Some(keys) = &self.keys else { return Ok(Holds::new(Vec::new(), None, stated, None)) };
        let mut holds = self.records.holds().await?;
        holds.retain(|hold| hold.stands(day));
        Ok(Holds::new(holds, Some(keys), stated, Some(day)))
    }

    /// The holds that kept rows when a request's plan was made, as far as they are known.
    pub(super) async fn holds_then(&self, case: &Case) -> Result<Holds, Failed> {
        let ids = case.plan.as_ref().map(|(_, paper)| paper.holds.clone()).unwrap_or_default();
        if ids.is_empty() {
            return Ok(Holds::new(Vec::new(), None, Vec::new(), None));
        }
        let stated = vec![self.records.identities(&case.stored.id).await?];
        let mut holds = self.records.holds().await?;
        holds.retain(|hold| ids.iter().any(|id| id == hold.id.as_str()));
        Ok(Holds::new(holds, self.keys.as_ref(), stated, None))
    }

    /// That no hold was placed or lifted since these were read. Until the transaction ends, none is.
    pub(super) async fn still_holding(
        &self,
        writing: &mut Writing,
        holds: &Holds,
    ) -> Result<(), Failed> {
        let Some(day) = holds.day() else { return Ok(()) };
        if writing.holding(day).await? == holds.ids() { Ok(()) } else { Err(Failed::Overtaken) }
    }

    /// Whether a plan that waits for approval is another one by the holds that were placed, lifted or have ended since it was
    /// made. Then the new one waits.
    pub(super) async fn holds_changed(&self, case: &Case, act: Act<'_>) -> Result<bool, Failed> {
        let waits = case.stored.waits == Some(Waits::Approval);
        let (Some((plan, paper)), RequestKind::Erasure, true) =
            (&case.plan, case.stored.kind, waits)
        else {
            return Ok(false);
        };
        let since = |at: i64| at >= plan.made_at;
        let changed = |hold: &Hold| {
            since(hold.placed.1)
                || hold.lifted.as_ref().is_some_and(|(_, at)| since(*at))
                || hold.until.is_some_and(|day| paper.made <= day && day < act.today)
        };
        if !self.records.holds().await?.iter().any(changed) {
            return Ok(false);
        }
        let (now, noted) = self.new_paper(case, act, paper.seed()).await?;
        if now.fingerprint() == paper.fingerprint() {
            return Ok(false);
        }
        let mut case = case.clone();
        case.note(noted);
        let mut writing = self.records.write().await?;
        self.save_plan(&mut writing, &case, &now, act).await?;
        writing.commit().await?;
        Ok(true)
    }
}

/// The stores in which a hold keeps rows, each with the first last day of such a hold.
pub(super) fn held(kept: &[Stay]) -> BTreeMap<String, Option<Date>> {
    let mut stores: BTreeMap<String, Option<Date>> = BTreeMap::new();
    for stay in kept.iter().filter(|stay| stay.keep.why == Keeps::Hold) {
        let store = stay.table.split('.').next().unwrap_or_default();
        let first = stores.entry(store.to_owned()).or_insert(stay.keep.until);
        *first = [*first, stay.keep.until].into_iter().flatten().min();
    }
    stores
}

/// The reminder to take a request up again, the day after the last day of a hold.
pub(super) fn reminder(
    id: &Id,
    store: &str,
    last: Option<Date>,
    today: Date,
) -> Result<Reminder, Failed> {
    let look_again = || today.saturating_add(LOOK_AGAIN.days());
    Ok(Reminder {
        request: id.clone(),
        store: store.parse().map_err(|_| Failed::Damaged(id.clone()))?,
        code: code(id)?,
        due: last.map_or_else(look_again, |day| day.saturating_add(1.day())),
        done_at: None,
    })
}

fn code(id: &Id) -> Result<Id, Failed> {
    HELD.parse().map_err(|_| Failed::Damaged(id.clone()))
}

/// The requests of a person that are not closed.
fn open_of(own: &Own) -> BTreeSet<Id> {
    own.requests.iter().filter(|r| !is_closed(r.state)).map(|r| r.id.clone()).collect()
}

/// Tells requests of a hold.
async fn told(
    writing: &mut Writing,
    requests: &BTreeSet<Id>,
    what: &str,
    hold: &Id,
    act: Act<'_>,
) -> Result<(), Failed> {
    let detail = json!({ "hold": hold.as_str() });
    for id in requests {
        note(writing, id, act, what, &detail).await?;
    }
    Ok(())
}
