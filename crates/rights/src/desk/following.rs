//! What is kept under what a person is known by stays theirs when that is put right.
//!
//! Owns: which holds, choices and requests are the person's by what they were known by, and keeping them under what they are known by
//! from now on.
//! Leaves to others: putting right ([`crate::rectify`]), what holds and choices do ([`super::holds`], [`super::chosen`]).
//!
//! Under the old marks they stay too: whoever asks may know only those. Done before a store saves what is put right, so that there is
//! no moment at which nothing holds; and again when the request is closed, for what a person put right by hand.

use std::collections::BTreeSet;

use abide_policy::text::Id;
use abide_policy::vocab::Fact;
use abide_records::Writing;
use abide_records::people::{Choice, Keyed};

use super::{Act, Case, Desk, Failed, saved};
use crate::find::known_facts;
use crate::hold::is_on;
use crate::own::are_theirs;
use crate::reach::Sessions;

/// Holds, choices and requests of one person, to be kept under marks that they are not under yet.
#[derive(Debug, Default)]
pub(super) struct Follows {
    holds: Vec<Id>,
    marks: Vec<(Fact, Keyed)>,
    choices: Vec<Choice>,
    requests: BTreeSet<Id>,
}

impl Follows {
    /// Keeps them.
    pub(super) async fn keep(self, writing: &mut Writing) -> Result<(), Failed> {
        for hold in &self.holds {
            writing.widen_hold(hold, &self.marks).await?;
        }
        for choice in &self.choices {
            writing.choose(choice).await?;
        }
        for id in &self.requests {
            for (fact, who) in &self.marks {
                saved(writing.add_identity(id, who, *fact).await?, id)?;
            }
        }
        Ok(())
    }
}

impl Desk {
    /// What follows the person of a request to what they are known by as these sessions see it.
    pub(super) async fn follows(
        &self,
        case: &Case,
        sessions: &mut Sessions,
        act: Act<'_>,
    ) -> Result<Follows, Failed> {
        let subject = self.subject(case);
        let before = self.records.identities(&case.stored.id).await?;
        let known = known_facts(&self.atlas, sessions, &subject).await?;
        let mut marks = self.marks_only(sessions, &known, &subject).await?;
        marks.retain(|mark| !before.contains(mark));
        if marks.is_empty() {
            return Ok(Follows::default());
        }
        let holds = self.records.holds().await?.into_iter();
        let holds = holds.filter(|hold| hold.stands(act.today) && is_on(hold, &before));
        let holds = holds.map(|hold| hold.id).collect();
        let (mut choices, mut requests) = (Vec::new(), BTreeSet::new());
        for (_, who) in &before {
            let mut here = self.records.choices(who.hash).await?;
            here.retain(|choice| choice.until.is_none_or(|day| day >= act.today));
            for (_, who) in &marks {
                choices.extend(here.iter().map(|one| Choice { who: who.clone(), ..one.clone() }));
            }
            requests.extend(self.records.requests_of(who.hash).await?);
        }
        let mut theirs = BTreeSet::new();
        for id in requests {
            if are_theirs(&self.records.identities(&id).await?, &before) {
                theirs.insert(id);
            }
        }
        Ok(Follows { holds, marks, choices, requests: theirs })
    }

    /// As [`Desk::follows`], as the stores are.
    pub(super) async fn follows_now(&self, case: &Case, act: Act<'_>) -> Result<Follows, Failed> {
        let mut sessions = Sessions::open(&self.stores, None).await?;
        self.follows(case, &mut sessions, act).await
    }
}
