//! Whether the rows that were found to be somebody still are, and are still all that is found.
//!
//! Owns: noting by what a row was known when it was settled whom a request is about, and who was found, holding both against the stores
//! before anything is planned or done by it, and having somebody look again. Leaves to others: looking for people ([`crate::find`]), that the data of a
//! plan has not changed ([`crate::plan`]).
//!
//! A store may give the number of a row that goes to the next one that comes (SQLite does, without `AUTOINCREMENT`): then the same key
//! is another person. What a row was known by is noted as short hashes, so that two people's rows are told apart and nothing more is kept.

use std::collections::BTreeSet;

use abide_policy::vocab::{Fact, Vocabulary as _};
use serde_json::json;

use super::document::document;
use super::{Act, Case, Desk, Failed};
use crate::atlas::Atlas;
use crate::find::{Candidate, known_facts, row_hash, short_hash};
use crate::identity::Given;
use crate::reach::{Sessions, Subject};
use crate::state::{Event, Stage};

/// What the history calls it that rows are somebody else's by now.
const CHANGED: &str = "person-changed";

impl Desk {
    /// Everything by which each of these rows is known, those of its duplicates included.
    pub(super) async fn known_of_each(&self, subject: &Subject) -> Result<Vec<Vec<Given>>, Failed> {
        let mut known = Vec::new();
        if subject.rows.is_empty() {
            return Ok(known);
        }
        let mut sessions = Sessions::open(&self.stores, None).await?;
        for row in &subject.rows {
            let alone = Subject { rows: vec![row.clone()] };
            known.push(known_facts(&self.atlas, &mut sessions, &alone).await?);
        }
        Ok(known)
    }

    /// The request as it stands where rows of the person are somebody else's by now, so that nothing may be planned or done by them; or
    /// where that cannot be asked.
    pub(super) async fn unless_theirs(
        &self,
        case: &Case,
        act: Act<'_>,
    ) -> Result<Option<Case>, Failed> {
        let is_late = match case.stand.stage() {
            Stage::Received | Stage::Verifying(_) => true,
            // A person may have changed them by hand, as the plan told.
            Stage::Running(..) => case.may_be_by_hand(),
            _ => false,
        };
        if is_late {
            return Ok(None);
        }
        let is_as_found = match self.are_theirs(case).await {
            Ok(true) if matches!(case.stand.stage(), Stage::Approved(_)) => {
                self.is_nobody_new(case).await
            }
            theirs => theirs,
        };
        match is_as_found {
            Ok(true) => Ok(None),
            Ok(false) => self.looked_for_again(case.clone(), act).await.map(Some),
            Err(Failed::Store(error)) if error.is_temporary() => {
                self.away(case.clone(), act).await.map(Some)
            }
            Err(other) => Err(other),
        }
    }

    /// Whether each row of the person is still known by something by which it was when it was settled whom the request is about. What
    /// is gone, or tells of nobody any more, is nobody else's. Once something was done, nothing is left to hold against it.
    async fn are_theirs(&self, case: &Case) -> Result<bool, Failed> {
        let Some(who) = case.who.as_ref().filter(|_| !case.stand.has_begun()) else {
            return Ok(true);
        };
        if who.signs.iter().all(BTreeSet::is_empty) {
            return Ok(true);
        }
        let known = self.known_of_each(&self.subject(case)).await?;
        let is_theirs = |(before, known): (&BTreeSet<String>, &Vec<Given>)| {
            let now = signs(known);
            before.is_empty() || now.is_empty() || !before.is_disjoint(&now)
        };
        Ok(who.signs.iter().zip(&known).all(is_theirs))
    }

    /// Whether nobody is found by what was stated who was not when it was settled whom the request is about. A second account of theirs
    /// may have come since, or the first.
    pub(super) async fn is_nobody_new(&self, case: &Case) -> Result<bool, Failed> {
        let Some(who) = case.who.as_ref().filter(|_| !case.stand.has_begun()) else {
            return Ok(true);
        };
        // Requests that older programs settled say nothing of whom they found.
        if who.rows.is_none() || (who.seen.is_empty() && !who.signs.is_empty()) {
            return Ok(true);
        }
        let found = self.candidates(case).await?;
        Ok(seen(&self.atlas, &found).is_subset(&who.seen))
    }

    /// A request whose person is to be found anew before it is approved; nothing where that cannot be asked: whoever carries it out
    /// asks again.
    pub(super) async fn is_found_anew(&self, case: &Case, act: Act<'_>) -> Result<bool, Failed> {
        match self.is_nobody_new(case).await {
            Ok(true) => Ok(false),
            Ok(false) => self.looked_for_again(case.clone(), act).await.map(|_| true),
            Err(Failed::Store(error)) if error.is_temporary() => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Whom it is about is open again, and somebody must say: whoever has the number of their row now is not taken for them.
    async fn looked_for_again(&self, mut case: Case, act: Act<'_>) -> Result<Case, Failed> {
        if let Some(who) = &mut case.who {
            (who.rows, who.lost) = (None, true);
            who.signs.clear();
            who.seen.clear();
            case.stored.subject = document(who);
        }
        self.go(case, Event::Corrected, CHANGED, &json!({}), act).await
    }
}

impl Case {
    /// Whether a person was asked to do something in a store.
    fn may_be_by_hand(&self) -> bool {
        let planned = self.plan.iter().flat_map(|(_, paper)| &paper.stores);
        let noted =
            self.who.as_ref().is_some_and(|who| !who.hands.is_empty() || !who.refused.is_empty());
        noted || planned.into_iter().any(|step| step.hand.is_some())
    }

    /// Whether rows that were the person became somebody else's.
    pub(super) fn is_lost(&self) -> bool {
        self.who.as_ref().is_some_and(|who| who.lost)
    }
}

/// By what a row is told apart from another that gets its number: addresses and telephone numbers, without any the names and days of
/// birth. A number of the organisation's may be that of the row itself.
pub(super) fn signs(known: &[Given]) -> BTreeSet<String> {
    let of = |facts: &[Fact]| -> BTreeSet<String> {
        known.iter().filter(|given| facts.contains(&given.fact())).map(sign).collect()
    };
    let alone = of(&[Fact::Email, Fact::Phone]);
    if alone.is_empty() { of(&[Fact::Name]) } else { alone }
}

/// Rows of people, as short hashes.
pub(super) fn seen(atlas: &Atlas, found: &[Candidate]) -> BTreeSet<String> {
    let rows = found.iter().flat_map(|candidate| &candidate.subject.rows);
    rows.filter_map(|(spot, key)| row_hash(atlas, *spot, key)).collect()
}

fn sign(given: &Given) -> String {
    short_hash(&format!("{} {}", given.fact().word(), given.normal()))
}
