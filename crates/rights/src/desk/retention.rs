//! Our own tables keep what they promise: what is held of a person there, and what goes when its period is over.
//!
//! Owns: until when requests, marks and copies stay; which facts find a person there. Leaves to others: deleting rows
//! (`abide-records`), what stays when a person is erased ([`crate::own`]).

use std::collections::BTreeSet;
use std::path::PathBuf;

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, RequestState};
use abide_records::Writing;
use abide_records::people::Keyed;
use abide_records::requests::Request;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::handing_out::request_of;
use super::report::OwnLeft;
use super::{Case, Desk, Failed, asked, keyed, saved};
use crate::identity::{Asked, Given, Keys};
use crate::own::{Own, Stays};
use crate::reach::Sessions;

/// How long a copy stays after it was handed out, and what the person is told of a refusal, in days.
const COPIES: i32 = 30;
/// Events after which more than one person may have been meant.
const DOUBT: [&str; 2] = ["several-people", "asked"];

/// What went because its period was over, in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Closed requests, each with everything that belongs to it.
    pub requests: u64,
    /// Marks of erased people and of holds that have ended, and choices.
    pub marks: u64,
    /// Copies of people's data.
    pub copies: u64,
    /// What people were told of refusals.
    pub letters: u64,
}

/// Whether our own tables were asked what they hold of somebody beside a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// There is nothing.
    Nothing,
    /// There may be something.
    Unknown,
}

/// The requests beside which our own tables hold nothing of their people.
pub(super) struct NothingOf(BTreeSet<Id>);

impl NothingOf {
    /// What is known of a request.
    pub(super) fn of(&self, request: &Id) -> Beside {
        if self.0.contains(request) { Beside::Nothing } else { Beside::Unknown }
    }
}

impl Desk {
    /// Deletes of our own what its period is over for. Cheap if there is nothing: by indexes, and a look into the folder of
    /// copies.
    ///
    /// # Errors
    /// If our own tables fail, or a copy cannot be removed.
    pub async fn forget(&self, today: Date) -> Result<Forgotten, Failed> {
        // Copies first: they are known by requests.
        let copies = self.past_copies(today).await?;
        remove(&copies)?;
        let mut writing = self.records.write().await?;
        let gone = self.past(&mut writing, today).await?;
        writing.commit().await?;
        let gone = Forgotten { copies: copies.len() as u64, ..gone };
        if gone.requests + gone.marks + gone.letters > 0 {
            self.settled_records().await;
        }
        Ok(gone)
    }

    /// What [`Desk::forget`] would delete; nothing is deleted.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn to_forget(&self, today: Date) -> Result<Forgotten, Failed> {
        let copies = self.past_copies(today).await?.len() as u64;
        // It is deleted in a transaction that is never saved: so it is counted as it would be deleted.
        let mut writing = self.records.write().await?;
        Ok(Forgotten { copies, ..self.past(&mut writing, today).await? })
    }

    /// Deletes of our own tables what is past; how much.
    async fn past(&self, writing: &mut Writing, today: Date) -> Result<Forgotten, Failed> {
        // A copy is there on the last of its days, and so is what was told.
        let told = today.saturating_sub(COPIES.days());
        let before = self.midnight(self.kept.ended(today));
        let holds = writing.purge_holds(before, self.kept.ended(today)).await?;
        Ok(Forgotten {
            requests: writing.purge_requests(before).await?,
            marks: writing.expire(today).await? + holds,
            letters: writing.forget_refusals(self.midnight(told)).await?,
            copies: 0,
        })
    }

    /// The moment at which a day begins where the organisation is; what lies before all moments is before every request.
    fn midnight(&self, day: Date) -> i64 {
        self.zone.to_timestamp(day.at(0, 0, 0, 0)).map_or(i64::MIN, |t| t.as_second())
    }

    /// What our own tables hold of whom a request is about; nothing once that is forgotten, or without a key for marks.
    ///
    /// # Errors
    /// If our own tables or a store fail.
    pub async fn own(&self, case: &Case) -> Result<Own, Failed> {
        Ok(Own::under(&self.records, &self.marks_of(case).await?).await?)
    }

    /// What stays of the answer itself: the last day of a closed request, and of the marks by which it remembers who was erased.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn answer_lasts(&self, case: &Case) -> Result<(Option<Date>, Option<Date>), Failed> {
        let request = self.closed_on(&case.stored).map(|day| self.kept.end(day));
        let mut marks = None;
        for (_, who) in self.records.identities(&case.stored.id).await? {
            let mark = self.records.suppression(who.hash).await?;
            marks = marks.max(mark.filter(|m| m.request == case.stored.id).map(|m| m.until));
        }
        Ok((request, marks))
    }

    /// The marks under which our own tables are searched. A fact by which others are found too tells nothing of one of them.
    async fn marks_of(&self, case: &Case) -> Result<Vec<(Fact, Keyed)>, Failed> {
        let (Some(who), Some(keys)) = (&case.who, &self.keys) else { return Ok(Vec::new()) };
        let events = self.history(&case.stored.id).await?;
        let doubt = events.iter().any(|event| DOUBT.contains(&event.what.as_str()));
        let (asked, chosen) = (asked(who)?, self.subject(case));
        let mut marks = Vec::new();
        for alone in Asked::each(asked.given()) {
            let elsewhere = doubt && {
                let mut sessions = Sessions::open(&self.stores, None).await?;
                self.leads_elsewhere(&mut sessions, &alone, &chosen).await?
            };
            if !elsewhere {
                marks.extend(keys.lookups(&alone).iter().filter_map(keyed));
            }
        }
        let stated: Vec<Keyed> = keyed_of(keys, asked.given()).map(|(_, who)| who).collect();
        let known = self.records.identities(&case.stored.id).await?;
        marks.extend(known.into_iter().filter(|(_, who)| !stated.contains(who)));
        Ok(marks)
    }

    /// What our own tables hold of the person of a request, beside this request.
    ///
    /// # Errors
    /// As [`Desk::own`].
    pub async fn own_beside(&self, case: &Case) -> Result<Own, Failed> {
        let mut own = self.own(case).await?;
        own.requests.retain(|r| r.id != case.stored.id);
        Ok(own)
    }

    /// Of whom of many our own tables hold nothing beside their request: of them nothing is asked again. A fact by which others are
    /// found too counts here.
    pub(super) async fn beside(
        &self,
        cases: impl IntoIterator<Item = &Case>,
    ) -> Result<NothingOf, Failed> {
        let (mut people, mut known) = (Vec::new(), BTreeSet::new());
        for case in cases {
            let Some(Ok(asked)) = case.who.as_ref().map(asked) else { continue };
            known.insert(case.stored.id.clone());
            let marks = self.keys.iter().flat_map(|keys| keyed_of(keys, asked.given()));
            people.extend(marks.map(|(_, who)| (&case.stored.id, who.hash)));
        }
        let ids: Vec<&Id> = known.iter().collect();
        let marks = self.records.identities_of(&ids).await?;
        let known_by = marks.iter().flat_map(|(id, all)| all.iter().map(move |who| (id, who)));
        people.extend(known_by.map(|(id, (_, who))| (id, who.hash)));
        let more = self.records.beside(people).await?;
        Ok(NothingOf(known.difference(&more).cloned().collect()))
    }

    /// Removes the copies of an erased person's earlier requests: they are what is erased, once more. The figures: of these
    /// copies, and of what stays of ours beside the request that is answered.
    pub(super) async fn erase_own(
        &self,
        case: &Case,
        beside: Beside,
        today: Date,
    ) -> Result<OwnLeft, Failed> {
        if beside == Beside::Nothing {
            return Ok(OwnLeft::default());
        }
        let own = self.own_beside(case).await?;
        let (closed, open): (Vec<_>, Vec<_>) =
            own.requests.iter().partition(|r| r.closed_at.is_some());
        let there = |r: &&Request| self.archive(&r.id).is_file();
        let copies: Vec<PathBuf> =
            closed.into_iter().filter(there).map(|r| self.archive(&r.id)).collect();
        let ready = open.into_iter().filter(there).count() as u64;
        remove(&copies)?;
        self.forget_refusals(&own).await?;
        let stays = own.stays(self.kept, today, &self.zone);
        let word = |s: &Stays| s.why.word().to_owned();
        Ok(OwnLeft {
            copies: copies.len() as u64,
            ready,
            stays: stays.iter().map(|s| (word(s), s.count)).collect(),
            until: stays.iter().filter_map(|s| Some((word(s), s.until?))).collect(),
        })
    }

    /// What an erased person was told of earlier refusals goes with the copies.
    async fn forget_refusals(&self, own: &Own) -> Result<(), Failed> {
        let told = |r: &&Request| {
            r.closed_at.is_some() && r.refusal.as_ref().is_some_and(|r| !r.text.is_empty())
        };
        let told: Vec<&Id> = own.requests.iter().filter(told).map(|r| &r.id).collect();
        if told.is_empty() {
            return Ok(());
        }
        let mut writing = self.records.write().await?;
        for id in told {
            saved(writing.forget_refusal(id).await?, id)?;
        }
        Ok(writing.commit().await?)
    }

    /// Copies whose requests were closed long ago. What belongs to no request of ours is nobody's to remove.
    async fn past_copies(&self, today: Date) -> Result<Vec<PathBuf>, Failed> {
        let mut past = Vec::new();
        for path in self.copies()? {
            let Some(id) = request_of(&path) else { continue };
            let request = self.records.request(&id).await?;
            let Some(request) = request else { continue };
            let Some(closed) = self.closed_on(&request) else { continue };
            // No copy outlives its request; nobody gets that of one that came to nothing.
            let last = closed.saturating_add(COPIES.days()).min(self.kept.end(closed));
            let is_past = last < today || request.state != RequestState::Done;
            past.extend(is_past.then_some(path));
        }
        Ok(past)
    }

    /// The copies that lie ready, half-written ones included.
    pub(super) fn copies(&self) -> Result<Vec<PathBuf>, Failed> {
        let failed = |error| Failed::Copy(self.exports.clone(), error);
        let entries = match std::fs::read_dir(&self.exports) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(failed)?,
        };
        let paths: Vec<PathBuf> =
            entries.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>().map_err(failed)?;
        let ends = |p: &PathBuf| p.extension().is_some_and(|end| end == "zip" || end == "part");
        Ok(paths.into_iter().filter(ends).collect())
    }
}

/// The marks of each fact by itself, under every key.
pub(super) fn keyed_of(keys: &Keys, facts: &[Given]) -> impl Iterator<Item = (Fact, Keyed)> {
    let each = Asked::each(facts).into_iter().flat_map(|alone| keys.lookups(&alone));
    each.filter_map(|mark| keyed(&mark))
}

/// Removes files; one that is gone already is gone.
pub(super) fn remove(copies: &[PathBuf]) -> Result<(), Failed> {
    for copy in copies {
        match std::fs::remove_file(copy) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Failed::Copy(copy.clone(), error));
            }
            _ => {}
        }
    }
    Ok(())
}
