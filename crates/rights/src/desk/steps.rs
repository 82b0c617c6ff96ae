//! Carrying out one step of a plan: in a store, by hand, or in our own tables.
//!
//! Owns: that a step is done once, whoever does it and whenever they end. Leaves to others: which step is next and what
//! follows from it ([`super::work`]), what is done to the rows ([`crate::execute`], [`crate::rectify`]).
//!
//! Before a store saves a step, what it will look like is noted in our own tables, over the version of the request that was
//! read. So whoever was overtaken saves nothing, and whoever comes after a crash can tell from the data whether the step was
//! saved.

use std::collections::BTreeSet;

use abide_policy::vocab::RequestKind;
use abide_records::Writing;
use abide_records::requests::Request;
use abide_records::requests::plans::{Step, StepState};
use serde_json::{Value, json};

use super::document::{StorePaper, document, fingerprint};
use super::following::Follows;
use super::happening::Went;
use super::work::{counts_of, noted};
use super::{Act, Case, Desk, Failed, saved};
use crate::execute::{After, Done, Glimpse, Standing, Stop, Work};
use crate::plan::{Fingerprint, StorePlan};
use crate::state::Event;
use crate::verify::told;

/// Where rows that stay still tell of the person, in the counts of a step.
const STILL: &str = "still";
/// Some rows as they were before the step, in its counts until it is done.
const BEFORE: &str = "before";
/// How often a step is tried again at once, when somebody else came between.
const TRIES: u32 = 3;

/// A step, with what it is done with.
pub(super) struct Part<'a> {
    /// Its number, from 0.
    pub(super) at: u16,
    /// As it is written.
    pub(super) paper: &'a StorePaper,
    /// As it was approved.
    pub(super) approved: &'a StorePlan,
    /// On whose data.
    pub(super) work: &'a Work<'a>,
}

/// What a step came to: what is done, and its counts; or why it was not done.
pub(super) type Outcome = Result<(Option<Done>, Value), Stop>;

impl Desk {
    /// Erases, unless it was saved before. Whoever comes between is looked at again, a few times.
    pub(super) async fn erase(
        &self,
        case: &mut Case,
        part: &Part<'_>,
        act: Act<'_>,
    ) -> Result<Outcome, Failed> {
        let mut tries = 0;
        loop {
            let before = noted(case, part.at);
            if let Some(counts) = before.clone() {
                let after = noted_after(&counts, &part.paper.store);
                // As it was when the step was noted, whichever holds were placed or lifted since.
                let then = self.holds_then(case).await?;
                let work = Work { holds: &then, ..part.work.clone() };
                match work.standing(part.approved, after).await {
                    Ok(Standing::After) => return Ok(Ok((None, counts))),
                    Ok(Standing::Before) => {}
                    Ok(Standing::Elsewhere) => {
                        let now = Box::new(part.approved.clone());
                        return Ok(Err(Stop::Changed { now }));
                    }
                    Err(error) => return Ok(Err(error.into())),
                }
            }
            let again = match self.erase_once(case, part, act).await? {
                // Whoever noted it before us may have saved it only now.
                Err(stop @ Stop::Changed { .. }) if before.is_some() => stop,
                Err(stop @ Stop::Store(abide_stores::Error::Conflict { .. })) => stop,
                other => return Ok(other),
            };
            tries += 1;
            if tries == TRIES {
                return Ok(Err(again));
            }
        }
    }

    async fn erase_once(
        &self,
        case: &mut Case,
        part: &Part<'_>,
        act: Act<'_>,
    ) -> Result<Outcome, Failed> {
        let ready = match part.work.prepare(part.approved).await {
            Ok(ready) => ready,
            Err(stop) => return Ok(Err(stop)),
        };
        let (done, after) = (ready.done(), ready.after());
        let known = done.known(&self.atlas).into_values().flatten();
        case.note_trail(self, known, after);
        let counts = self.counts((done.deleted, done.changed), after);
        self.note_step(case, part, &counts, None, act).await?;
        Ok(ready.save().await.map(|done| (Some(done), counts)).map_err(Stop::from))
    }

    /// Puts right, unless it is as wished.
    pub(super) async fn rectify(
        &self,
        case: &mut Case,
        part: &Part<'_>,
        act: Act<'_>,
    ) -> Result<Outcome, Failed> {
        let before = noted(case, part.at).unwrap_or_else(|| json!({ "changed": 0 }));
        let mut ready = match self.rectification(case)?.prepare(part.work, part.approved).await {
            Ok(Some(ready)) => ready,
            Ok(None) => return Ok(Ok((None, before))),
            Err(stop) => return Ok(Err(stop)),
        };
        let counts = json!({ "changed": ready.changed() });
        let follows = match self.follows(case, &mut ready.sessions, act).await {
            Ok(follows) => follows,
            Err(Failed::Store(error)) => return Ok(Err(error.into())),
            Err(other) => return Err(other),
        };
        self.note_step(case, part, &counts, Some(follows), act).await?;
        Ok(ready.save().await.map(|()| (None, counts)).map_err(Stop::from))
    }

    /// Notes what a step leaves behind, over the version that was read: from now on it may have been saved.
    async fn note_step(
        &self,
        case: &mut Case,
        part: &Part<'_>,
        counts: &Value,
        follows: Option<Follows>,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let mut writing = self.records.write().await?;
        self.still_holding(&mut writing, part.work.holds).await?;
        if let Some(follows) = follows {
            follows.keep(&mut writing).await?;
        }
        let went = self.noting(&mut writing, case, (part.at, part.paper), counts, act).await?;
        writing.commit().await?;
        case.went(went);
        Ok(())
    }

    /// Notes that a copy is about to be written: from then on the person's data may lie there.
    pub(super) async fn note_copy(
        &self,
        case: &mut Case,
        step: (u16, &StorePaper),
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let mut writing = self.records.write().await?;
        let went = self.noting(&mut writing, case, step, &json!({}), act).await?;
        writing.commit().await?;
        case.went(went);
        Ok(())
    }

    /// As [`Desk::note_step`], inside a transaction that notes more.
    pub(super) async fn noting(
        &self,
        writing: &mut Writing,
        case: &Case,
        (at, paper): (u16, &StorePaper),
        counts: &Value,
        act: Act<'_>,
    ) -> Result<Went, Failed> {
        let id = &case.stored.id;
        // From then on it may have been saved.
        let stand = case.stand.step(Event::Saving)?.request;
        let step = self.record_of(case, at, paper, StepState::Running, counts, act)?;
        saved(writing.update_request(&case.stored, act.now).await?, id)?;
        saved(writing.save_step(id, &step).await?, id)?;
        let stored = case.stored.clone();
        let stored = Request { version: stored.version + 1, updated_at: act.now, ..stored };
        Ok(Went { stored, stand, clock: case.clock.clone(), step: Some(step) })
    }

    /// What is noted of a step: how many rows it deletes and changes, what stores look like afterwards, and where rows that stay
    /// still tell of the person.
    pub(super) fn counts(&self, (deleted, changed): (u64, u64), after: &After) -> Value {
        let stores = self.after(&after.stores);
        let before: Vec<u32> = after.before.iter().map(|glimpse| glimpse.0).collect();
        let counts =
            json!({ "deleted": deleted, "changed": changed, "after": stores, BEFORE: before });
        match counts {
            Value::Object(mut counts) if !after.found.is_empty() => {
                counts.insert(STILL.to_owned(), told(&after.found));
                Value::Object(counts)
            }
            counts => counts,
        }
    }

    /// What stores look like after a step, for its counts.
    pub(super) fn after(&self, stores: &[Fingerprint]) -> Value {
        let parts = self.atlas.parts.iter().zip(stores);
        parts.map(|(part, digest)| (part.map.id.to_string(), json!(digest.to_string()))).collect()
    }

    /// The step that was noted and that the store certainly did not save, without its counts: nothing of it was done, and whoever
    /// comes next has another plan.
    pub(super) async fn unsaved(&self, case: &Case, act: Act<'_>) -> Result<Option<Step>, Failed> {
        let mut begun = case.steps.iter().filter(|step| step.state == StepState::Running);
        let Some((step, counts)) = begun.find_map(|s| Some((s, counts_of(s)?))) else {
            return Ok(None);
        };
        let named = |part: &crate::atlas::Part| part.map.id == step.store;
        let store = self.atlas.parts.iter().position(named);
        let Some((store, before)) = store.zip(noted_before(&counts)) else { return Ok(None) };
        let subjects = [self.subject(case)];
        let holds = self.holds_then(case).await?;
        let work = self.working(&subjects, case, &holds, act, [0; 16]);
        let is_unsaved = work.is_unsaved(store, &before).await?;
        let nothing =
            document(&json!({})).ok_or_else(|| Failed::Damaged(case.stored.id.clone()))?;
        Ok(is_unsaved.then(|| Step { counts: nothing, ..step.clone() }))
    }

    /// Whether the data is no longer that of the plan.
    pub(super) async fn differs(&self, case: &Case, part: &Part<'_>) -> Result<bool, Failed> {
        let erasure = case.stored.kind == RequestKind::Erasure;
        let left = part.work.left(part.approved.store).await?;
        Ok(erasure && left.fingerprint != part.approved.fingerprint)
    }
}

/// Where rows that stay still tell of the person, by what was noted of all steps; none if nowhere.
pub(super) fn noted_still(case: &Case) -> Option<Value> {
    let counts = case.steps.iter().filter_map(counts_of);
    let mut found: Vec<Value> = Vec::new();
    for counts in counts {
        let noted = counts.get(STILL).and_then(|still| still.get("residue")?.as_array());
        found.extend(noted.into_iter().flatten().cloned());
    }
    (!found.is_empty()).then(|| json!({ "residue": found }))
}

/// What a store looks like after a step, by what was noted of it.
pub(super) fn noted_after(counts: &Value, store: &str) -> Option<Fingerprint> {
    fingerprint(counts.get("after")?.get(store)?.as_str()?)
}

fn noted_before(counts: &Value) -> Option<BTreeSet<Glimpse>> {
    let all = counts.get(BEFORE)?.as_array()?.iter();
    Some(all.filter_map(|one| Some(Glimpse(u32::try_from(one.as_u64()?).ok()?))).collect())
}

/// Counts of a step that is done: how the rows were before is nobody's concern any more.
pub(super) fn settled(counts: &Value) -> Value {
    let mut counts = counts.clone();
    if let Value::Object(counts) = &mut counts {
        counts.remove(BEFORE);
    }
    counts
}
