//! What is left to a person, because a store cannot do it: said in the plan, asked for when everything else is done, believed
//! when it was looked at.
//!
//! Owns: when somebody is asked, by which day, and what follows from their word. Leaves to others: what stores can do and
//! whether rows are as they shall be ([`crate::hands`]), reminders of closed requests ([`super::closing`]).

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::vocab::{RequestKind, Vocabulary as _};
use abide_records::Writing;
use abide_records::requests::duties::Reminder;
use abide_stores::Error;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::document::{
    HandPaper, HandRow, Noted, Paper, RowRef, StorePaper, TablePaper, Who, document, written,
};
use super::steps::{Part, noted_after};
use super::work::noted;
use super::{Act, Case, Desk, Failed, saved};
use crate::execute::{After, Done, Stop, Work, known_values};
use crate::hands::{self, Bar, Division};
use crate::plan::{self, Plan};
use crate::reach::Sessions;
use crate::rectify::Rectification;
use crate::state::Event;

/// In how many days somebody does by hand what a store cannot, if there is time for it.
pub(super) const BY_HAND: i32 = 7;

/// The day by which somebody does it: in a week, but after half the time that is left until the request is due at the latest. So
/// there is time to ask again, and to read it back.
pub(super) fn day(today: Date, due: Date) -> Date {
    let left = today.until(due).map_or(0, |span| span.get_days());
    today.saturating_add((left / 2).clamp(0, BY_HAND).days())
}

/// Whether a reminder is of what a plan does and a store cannot: it has the word of the request's kind. Others are of old
/// versions, cleaning, holds and values that were found.
#[must_use]
pub fn is_of_a_step(reminder: &Reminder) -> bool {
    RequestKind::from_word(reminder.code.as_str()).is_some()
}

impl Case {
    /// Whether a step waits for a person: so it was planned, or its store has refused since.
    pub(super) fn is_left_to_hands(&self, step: &StorePaper) -> bool {
        step.hand.is_some() || self.has_refused(&step.store)
    }

    /// Whether any step does.
    pub(super) fn needs_hands(&self, paper: &Paper) -> bool {
        paper.stores.iter().any(|step| self.is_left_to_hands(step))
    }

    fn has_refused(&self, store: &str) -> bool {
        self.who.as_ref().is_some_and(|who| who.refused.contains_key(store))
    }

    /// Notes what the making of a plan found, to be saved with whatever is saved next.
    pub(super) fn note(&mut self, noted: Noted) {
        self.note_hands(noted.hands);
        if let Some(who) = self.who.as_mut().filter(|who| who.right != noted.right) {
            who.right = noted.right;
            self.stored.subject = document(who);
        }
    }

    /// Notes rows that a person must see to, to be saved with whatever is saved next. What was noted before stays: nothing may
    /// lead to it by now.
    pub(super) fn note_hands(&mut self, mut rows: Vec<HandRow>) {
        let Some(who) = self.who.as_mut() else { return };
        let before: BTreeSet<_> = who.hands.iter().map(|row| row.row.clone()).collect();
        rows.retain(|row| !before.contains(&row.row));
        if !rows.is_empty() {
            who.hands.extend(rows);
            self.stored.subject = document(who);
        }
    }

    /// Lets go of noted rows that must stay by now: a hold was placed.
    fn forget_hands(&mut self, kept: &BTreeSet<RowRef>) {
        if let Some(who) = self.who.as_mut() {
            who.hands.retain(|row| !kept.contains(&row.row));
            self.stored.subject = document(who);
        }
    }

    /// The rows that were noted for a person.
    pub(super) fn hands(&self) -> &[HandRow] {
        self.who.as_ref().map_or(&[], |who| &who.hands)
    }

    /// The rows of a store that were noted.
    fn noted_hands(&self, store: &str) -> Vec<HandRow> {
        let rows = self.who.iter().flat_map(|who| &who.hands);
        rows.filter(|row| row.row.store == store).cloned().collect()
    }
}

impl Paper {
    /// Marks the stores that cannot do their part, and says what shall become of their columns.
    fn leave_to_hands(&mut self, plan: &Plan, division: &Division) {
        for (paper, part) in self.stores.iter_mut().zip(&plan.stores) {
            let Some(barred) = division.barred.get(&part.store) else { continue };
            let (why, tables) = (barred.why.word().to_owned(), barred.tables.clone());
            paper.hand = Some(HandPaper { why, tables });
            for (table, plan) in paper.tables.iter_mut().zip(&part.tables) {
                let columns = plan.columns.iter().map(|(n, what)| (n.clone(), (*what).to_owned()));
                table.columns = columns.collect();
            }
        }
    }

    /// Adds rows that are still to be seen to though nothing leads to them any more; `nothing` is the digest of a store in which
    /// nothing is reached.
    fn add_left(&mut self, rows: &[HandRow], nothing: impl Fn(&str) -> Option<String>) {
        for row in rows {
            let store = &row.row.store;
            if !self.stores.iter().any(|s| s.store == *store) {
                let fingerprint = nothing(store).unwrap_or_default();
                self.stores.push(StorePaper { fingerprint, ..StorePaper::named(store) });
            }
            for paper in self.stores.iter_mut().filter(|s| s.store == *store) {
                let why = Bar::CutOff.word().to_owned();
                paper.hand.get_or_insert_with(|| HandPaper { why, tables: Vec::new() });
                paper.add_row(row);
            }
        }
    }
}

impl StorePaper {
    fn add_row(&mut self, row: &HandRow) {
        let name = &row.row.table;
        if !self.tables.iter().any(|t| t.table == *name) {
            self.tables.push(TablePaper { table: name.clone(), ..TablePaper::default() });
        }
        for table in self.tables.iter_mut().filter(|t| t.table == *name) {
            if row.columns.is_empty() {
                table.delete += row.count;
            } else {
                let why = plan::Why::Rule.word().to_owned();
                *table.change.entry(why).or_default() += row.count;
                let columns = row.columns.iter().map(|(name, c)| (name.clone(), c.what.clone()));
                table.columns.extend(columns);
            }
        }
    }
}

/// What is left to be seen to in a store.
struct Left {
    rows: Vec<HandRow>,
    /// Rows came that were not planned.
    is_new: bool,
    /// The program could do it, as far as the data goes: it is as it was approved, and all of it is reached.
    is_reached: bool,
    /// What stores look like now.
    after: Value,
}

impl Desk {
    /// The plan of an erasure, with the rows that a person must see to.
    pub(super) async fn erasing(
        &self,
        who: &Who,
        work: &Work<'_>,
        begun: bool,
    ) -> Result<(Paper, Noted), Failed> {
        // Asked first: whoever holds a session does not wait for another.
        let (abilities, refused) = (hands::ask(&self.stores).await?, self.refusing(who));
        let mut sessions = Sessions::open(&self.stores, None).await?;
        let fates = work.fates(&mut sessions).await?;
        let mut plan = Plan::of(&self.atlas, &fates, work.today);
        plan.foretell(&self.atlas, &mut sessions, &fates).await?;
        let barred = |part: &_| hands::barred_or_refused(&self.atlas, &abilities, part, &refused);
        let division = hands::divide(work, &mut sessions, &fates, &mut plan, barred).await?;
        drop(sessions);
        let mut paper = Paper::of(&self.atlas, &plan, work.holds, work.seed, begun);
        paper.leave_to_hands(&plan, &division);
        let reached = hands::reached(&self.atlas, &fates);
        let mut cut_off = who.hands.clone();
        cut_off.retain(|row| !reached.contains(&row.row));
        let left = hands::still(work, &cut_off, &who.known).await?;
        paper.add_left(&left, |store| {
            let at = self.atlas.parts.iter().position(|p| p.map.id.as_str() == store)?;
            Some(plan::fingerprint(&self.atlas, &fates, at).to_string())
        });
        Ok((paper, Noted { hands: division.rows, ..Noted::default() }))
    }

    /// The plan of a rectification, with what a person must do last.
    pub(super) async fn rectifying(
        &self,
        who: &Who,
        work: &Work<'_>,
        begun: bool,
    ) -> Result<(Paper, Noted), Failed> {
        let mut planned = Rectification::of(&self.atlas, who)?.plan(work).await?;
        let plan = &mut planned.plan;
        let (abilities, refused) = (hands::ask(&self.stores).await?, self.refusing(who));
        let mut division = Division::default();
        for part in &plan.stores {
            let barred = hands::barred_or_refused(&self.atlas, &abilities, part, &refused);
            division.barred.extend(barred.map(|barred| (part.store, barred)));
        }
        plan.stores.sort_by_key(|part| division.barred.contains_key(&part.store));
        let mut paper = Paper::of(&self.atlas, plan, work.holds, work.seed, begun);
        paper.leave_to_hands(plan, &division);
        let right = planned.explain(&self.atlas, &mut paper);
        Ok((paper, Noted { hands: Vec::new(), right }))
    }

    fn refusing(&self, who: &Who) -> BTreeSet<usize> {
        let parts = self.atlas.parts.iter().enumerate();
        let refused = parts.filter(|(_, p)| who.refused.contains_key(p.map.id.as_str()));
        refused.map(|(at, _)| at).collect()
    }

    /// Whether a store that waits for a person, and comes later, is no longer as it was approved or as the last step left it: what
    /// is erased now may be all that leads there.
    pub(super) async fn hands_differ(
        &self,
        case: &Case,
        paper: &Paper,
        part: &Part<'_>,
    ) -> Result<Option<Stop>, Error> {
        let later = paper.stores.iter().enumerate().skip(usize::from(part.at));
        let later: Vec<_> = later.filter(|(_, step)| step.hand.is_some()).collect();
        let erases = case.stored.kind == RequestKind::Erasure;
        if !erases || later.is_empty() || noted(case, part.at).is_some() {
            return Ok(None);
        }
        let before = part.at.checked_sub(1).and_then(|at| noted(case, at));
        let now = part.work.now().await?;
        for (at, step) in later {
            let Some(planned) = paper.step(&self.atlas, at) else { continue };
            let left = before.as_ref().and_then(|counts| noted_after(counts, &step.store));
            let now = part.work.part(&now, planned.store);
            if now.fingerprint != left.unwrap_or(planned.fingerprint) {
                return Ok(Some(Stop::Changed { now: Box::new(now) }));
            }
        }
        Ok(None)
    }

    /// The step of a store that cannot do it. If everything is as it shall be, somebody has done it; if the store can by now, it is
    /// done; else somebody is asked, and reminded by a day.
    pub(super) async fn handed(
        &self,
        mut case: Case,
        part: &Part<'_>,
        done: &mut Vec<Done>,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
    ) -> Result<Case, Failed> {
        let left = match self.hands_left(&mut case, part).await {
            Err(Failed::Store(error)) if error.is_temporary() => return self.away(case, act).await,
            left => left?,
        };
        if left.rows.is_empty() && !left.is_new {
            return self.done_by_hand(case, part, left, act).await;
        }
        if left.is_new {
            let now = Box::new(part.work.left(part.approved.store).await?);
            return self.again(case, &Stop::Changed { now }, act, chance).await;
        }
        if !left.is_reached || self.is_barred(&case, part).await? {
            return self.wait_for_hands(case, part, left, act).await;
        }
        match self.carried_out(&mut case, part, act).await? {
            Ok((this, counts)) => {
                done.extend(this);
                self.step_done(case, part.at, part.paper, &counts, act).await
            }
            Err(stop) => self.stopped(case, part, stop, act, chance).await,
        }
    }

    /// Whether the store still says that it cannot do it.
    async fn is_barred(&self, case: &Case, part: &Part<'_>) -> Result<bool, Failed> {
        let store = part.approved.store;
        let now = match case.stored.kind {
            RequestKind::Rectification => {
                self.rectification(case)?.plan(part.work).await?.plan.stores
            }
            _ => vec![part.work.left(store).await?],
        };
        let abilities = hands::ask(&self.stores).await?;
        let mut here = now.iter().filter(|now| now.store == store);
        Ok(here.any(|now| hands::barred(&self.atlas, &abilities, now).is_some()))
    }

    /// A store that has refused its part. The others do not wait for it: a new plan puts it last, if it was not known before.
    pub(super) async fn refused(
        &self,
        mut case: Case,
        part: &Part<'_>,
        stop: &Stop,
        act: Act<'_>,
        chance: &(dyn Fn() -> [u8; 16] + Sync),
    ) -> Result<Case, Failed> {
        let left = self.hands_left(&mut case, part).await?;
        if left.rows.is_empty() {
            return self.done_by_hand(case, part, left, act).await;
        }
        let was_known = case.is_left_to_hands(part.paper);
        if let Some(who) = &mut case.who {
            who.refused.insert(part.paper.store.clone(), stop.to_string());
            case.stored.subject = document(who);
        }
        let steps = case.plan.as_ref().map(|(_, paper)| paper.stores.clone()).unwrap_or_default();
        let mut later = steps.iter().skip(usize::from(part.at) + 1);
        if !was_known && later.any(|step| !case.is_left_to_hands(step)) {
            return self.again(case, stop, act, chance).await;
        }
        self.wait_for_hands(case, part, left, act).await
    }

    async fn hands_left(&self, case: &mut Case, part: &Part<'_>) -> Result<Left, Failed> {
        let (work, store) = (part.work, part.approved.store);
        if case.stored.kind == RequestKind::Rectification {
            let rows = self.rectification(case)?.left(work, store).await?;
            return Ok(Left { rows, is_new: false, is_reached: true, after: json!({}) });
        }
        let mut sessions = Sessions::open(work.stores, None).await?;
        let fates = work.fates(&mut sessions).await?;
        let mut to_do = hands::to_do(work, &mut sessions, &fates, store).await?;
        drop(sessions);
        let before = case.noted_hands(&part.paper.store);
        // Once: what somebody has put in the place of a value since is nothing by which the person was known.
        if before.is_empty() || case.known().is_empty() {
            let known = known_values(&self.atlas, &fates.rows);
            case.note_trail(self, known.into_values().flatten(), &After::default());
        }
        let known = case.who.as_ref().map(|who| who.known.clone()).unwrap_or_default();
        let mut rows = hands::still(work, &before, &known).await?;
        let is_approved =
            plan::fingerprint(&self.atlas, &fates, store) == part.approved.fingerprint;
        let lasting: BTreeSet<_> = before.iter().filter(|r| r.lasts).map(|r| &r.row).collect();
        // Of what only had to differ, and was not noted, nothing but that something has changed can be told.
        to_do.retain(|r| !lasting.contains(&r.row) && (is_approved || !r.only_differs()));
        let kept = hands::kept(&self.atlas, &fates);
        let is_held = rows.iter().any(|row| kept.contains(&row.row));
        if is_held {
            rows.retain(|row| !kept.contains(&row.row));
            case.forget_hands(&kept);
        }
        let is_new = is_held || !lasting.is_empty() && to_do.iter().any(|row| row.lasts);
        let reached = hands::reached(&self.atlas, &fates);
        let is_reached = is_approved && rows.iter().all(|row| reached.contains(&row.row));
        rows.extend(to_do);
        let after = self.after(&work.fingerprints(&fates));
        Ok(Left { rows, is_new, is_reached, after })
    }

    async fn done_by_hand(
        &self,
        case: Case,
        part: &Part<'_>,
        left: Left,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let tables = &part.paper.tables;
        let deleted: u64 = tables.iter().map(|t| t.delete).sum();
        let changed: u64 = tables.iter().flat_map(|t| t.change.values()).sum();
        let counts =
            json!({ "deleted": deleted, "changed": changed, "after": left.after, "by": "hand" });
        self.step_done(case, part.at, part.paper, &counts, act).await
    }

    /// Asks somebody, and sets the day of a reminder: for all stores that wait for a person, since now nothing else is left.
    async fn wait_for_hands(
        &self,
        mut case: Case,
        part: &Part<'_>,
        left: Left,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let id = case.stored.id.clone();
        let (store, tables) = (&part.paper.store, by_table(&left.rows));
        // What was planned was noted; of what was refused since, the rows are for reading only.
        if written(&left.rows) <= hands::NOTED {
            case.note_hands(left.rows);
        }
        let open = self.records.reminders(&id).await?;
        let is_again =
            open.iter().any(|r| r.store.as_str() == store.as_str() && r.done_at.is_none());
        let refused = case.who.as_ref().and_then(|who| who.refused.get(store).cloned());
        let planned = part.paper.hand.as_ref().map(|hand| hand.why.clone());
        let why = planned.unwrap_or_else(|| Bar::Refused.word().to_owned());
        let detail = json!({
            "store": store, "why": why, "says": refused, "left": tables, "again": is_again,
        });
        let mut writing = self.records.write().await?;
        self.remind_of_hands(&mut writing, &case, part.at, act).await?;
        self.going(&mut writing, &case, Event::HandNeeded, "hand-needed", &detail, act).await?;
        writing.commit().await?;
        self.case(&id).await
    }

    async fn remind_of_hands(
        &self,
        writing: &mut Writing,
        case: &Case,
        at: u16,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let id = &case.stored.id;
        let damaged = || Failed::Damaged(id.clone());
        let steps = case.plan.iter().flat_map(|(_, paper)| &paper.stores).skip(usize::from(at));
        for step in steps.filter(|step| case.is_left_to_hands(step)) {
            let reminder = Reminder {
                request: id.clone(),
                store: step.store.parse().map_err(|_| damaged())?,
                code: case.stored.kind.word().parse().map_err(|_| damaged())?,
                due: day(act.today, case.stored.due),
                done_at: None,
            };
            saved(writing.remind(&reminder).await?, id)?;
        }
        Ok(())
    }
}

/// How many rows are left to be seen to, by table.
fn by_table(rows: &[HandRow]) -> BTreeMap<String, u64> {
    let mut tables = BTreeMap::new();
    rows.iter().for_each(|row| *tables.entry(row.row.table.clone()).or_default() += row.count);
    tables
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn half_the_time_that_is_left_is_left_after_the_reminder() {
        let today = date(2026, 11, 26);
        for (due, day_of) in [
            (date(2026, 12, 26), date(2026, 12, 3)),
            (date(2026, 12, 4), date(2026, 11, 30)),
            (date(2026, 11, 27), today),
            (date(2026, 11, 20), today),
        ] {
            assert_eq!(day(today, due), day_of, "{due}");
        }
    }
}
