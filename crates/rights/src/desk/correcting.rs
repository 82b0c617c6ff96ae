//! Facts that were noted wrongly when a request was filed, and are put right: a slip in an address, two digits changed round.
//!
//! Owns: what falls with them, and what the history says: which facts, never their values. Leaves to others: when that can be
//! ([`crate::state`]), looking for the person again ([`super::work`]).

use std::collections::BTreeSet;

use abide_policy::text::Country;
use abide_policy::vocab::{Fact, Vocabulary as _};
use abide_records::requests::history::Event as Noted;
use serde_json::{Value, json};

use super::document::{Who, document};
use super::{Act, At, Case, Desk, Failed, asked, saved};
use crate::state::Event;

/// What the history calls it.
pub(super) const CORRECTED: &str = "corrected";

impl Desk {
    /// Takes these facts, as `fact=value`, in the place of all that were stated: the person is looked for again, and whatever was
    /// settled or planned by the old ones falls. What is asked for stays.
    ///
    /// # Errors
    /// If something was done for the request already, or the facts do not say who it is about.
    pub async fn correct(
        &self,
        at: impl Into<At<'_>>,
        facts: &[String],
        country: Option<Country>,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let at = at.into();
        let (mut case, id) = (self.case(at).await?, at.id);
        case.stand.step(Event::Corrected)?;
        let before = case.who.take().ok_or_else(|| Failed::Damaged(id.clone()))?;
        let who = Who {
            facts: facts.to_vec(),
            country: country.map_or(before.country.clone(), |c| Some(c.code().to_owned())),
            wish: before.wish.clone(),
            ..Who::default()
        };
        let asked = asked(&who)?;
        let detail = json!({ "facts": changed(&before, &who) });
        case.stored.subject = document(&who);
        let mut writing = self.records.write().await?;
        self.going(&mut writing, &case, Event::Corrected, CORRECTED, &detail, act).await?;
        // By what was never theirs nobody finds this request.
        writing.forget_identities(id).await?;
        self.rekey(&mut writing, &asked).await?;
        for (fact, keyed) in self.marks(&asked) {
            saved(writing.add_identity(id, &keyed, fact).await?, id)?;
        }
        writing.commit().await?;
        self.settled_records().await;
        self.throw_away(id)
    }
}

/// The facts that an event put right, never what they were or are; `None` for every other event.
#[must_use]
pub fn put_right(event: &Noted) -> Option<Vec<Fact>> {
    let is_it = event.what.as_str() == CORRECTED;
    let detail: Value = serde_json::from_str(event.detail.as_str()).ok().filter(|_| is_it)?;
    let facts = detail.get("facts")?.as_array()?.iter().filter_map(Value::as_str);
    Some(facts.filter_map(Fact::from_word).collect())
}

/// Which facts another statement has otherwise.
fn changed(before: &Who, now: &Who) -> BTreeSet<&'static str> {
    let stated = |who: &Who| who.stated().collect::<BTreeSet<_>>();
    let (before, now) = (stated(before), stated(now));
    before.symmetric_difference(&now).map(|(fact, _)| fact.word()).collect()
}

impl Case {
    /// Whether its newest plan is approved.
    pub(super) fn is_approved(&self) -> bool {
        self.plan.as_ref().is_some_and(|(plan, _)| plan.approved.is_some())
    }
}
