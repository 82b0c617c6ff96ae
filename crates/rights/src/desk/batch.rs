//! Many approved erasures at once: each store is passed through once for all of them.
//!
//! Owns: which requests go together, and that each is noted and counted by itself. Leaves to others: one pass over a store
//! ([`crate::together`]), verifying and closing ([`end`]), and every request that cannot go with the others — its data changed, it shares
//! rows with another, its store went away or needs somebody's hands, somebody had begun it before: it is given back as it stands, and
//! [`super::work`] carries it on alone. So whatever a batch leaves out is late, not lost.
//!
//! Where stores are swept, only batches do it: who was carried on alone, or whose steps nobody saw to their end, is verified
//! in the next one.

mod end;
mod writing;

use std::collections::BTreeMap;
use std::sync::Arc;

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, RequestKind, RequestState, Set};
use abide_records::people::Keyed;
use abide_records::requests::Request;
use abide_records::requests::queue::Wanted;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan as _};

use super::document::StorePaper;
use super::watching::{AtWork, Doing, Told};
use super::work::LEASE;
use super::{Act, Case, Desk, Failed};
use crate::execute::{Done, Stop, Work};
use crate::hold::Holds;
use crate::plan::Fingerprint;
use crate::reach::Subject;
use crate::state::Stage;
use crate::together::Share;

use writing::{Entry, Written};

/// So many requests go together at most.
const MOST: u32 = 1000;
/// How often a pass is tried again at once, when somebody else came between.
const TRIES: u32 = 3;

/// A worker's order for a batch.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// When, and who.
    pub act: Act<'a>,
    /// Makes random bytes.
    pub chance: &'a (dyn Fn() -> [u8; 16] + Sync),
    /// Now, in seconds since 1970 (UTC): a batch may take longer than a lease, which is renewed.
    pub clock: &'a (dyn Fn() -> i64 + Sync),
}

/// What became of a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// So many requests were taken.
    pub taken: usize,
    /// Those that are done and verified.
    pub done: Vec<Id>,
    /// Those of which values were found elsewhere: a person decides.
    pub found: Vec<Id>,
}

/// A request in a batch, with what its passes did.
struct Member {
    case: Case,
    /// The marks under which the person was known when it was taken.
    stated: Marks,
    shares: Vec<Share>,
}

impl Member {
    /// Whether this batch did all that was to be done.
    fn is_seen(&self) -> bool {
        let steps = self.case.plan.as_ref().map_or(0, |(_, paper)| paper.stores.len());
        steps > 0 && steps == self.shares.len()
    }
}

/// The marks of a request's person.
type Marks = Vec<(Fact, Keyed)>;

/// The next pass: over which store, for plans of which day. A plan holds for the day on which it was made.
type Pass = (usize, Date);

impl Desk {
    /// Carries out approved erasures together, and verifies and closes them; where stores are swept, also those that others
    /// carried out. Nothing is taken if there are not two, or one to sweep for.
    ///
    /// # Errors
    /// If our own tables fail. Whatever a store reports is told by the request that meets it alone.
    pub async fn work_together(&self, order: &Order<'_>) -> Result<Batch, Failed> {
        let claimed = self.take(order).await?;
        let worked = if claimed.len() < if self.sweeps { 1 } else { 2 } {
            Ok(Batch::default())
        } else {
            match self.stores_as_read().await {
                Ok(()) => self.together(claimed, order).await,
                Err(failed) => Err(failed),
            }
        };
        let mut writing = self.records.write().await?;
        writing.release_all(order.act.by).await?;
        writing.commit().await?;
        worked
    }

    async fn take(&self, order: &Order<'_>) -> Result<Vec<Request>, Failed> {
        let mut states = Set::of(&[RequestState::Approved]);
        if self.sweeps {
            states.insert(RequestState::Verifying);
        }
        let kinds = Set::of(&[RequestKind::Erasure]);
        let Act { by, now, .. } = order.act;
        let mut writing = self.records.write().await?;
        let before = self.erasures_at.and_then(|at| last(at, now));
        // What is due does not wait for its hour.
        let due_by = order.act.today.saturating_add(1.day());
        let wanted = Wanted { states, kinds, before: before.map(|b| (b, due_by)), most: MOST };
        let claimed = writing.claim_many(by, now, LEASE, wanted).await?;
        writing.commit().await?;
        Ok(claimed)
    }

    async fn together(&self, claimed: Vec<Request>, order: &Order<'_>) -> Result<Batch, Failed> {
        let told = self.telling_how_far();
        let mut members = self.begin(claimed, order).await?;
        // Who could not begin rests, and is not taken again at once.
        let taken = members.len();
        let (mut passes, mut left) = (Vec::new(), Vec::new());
        while let Some(pass) = members.iter().find_map(|m| self.next(m)) {
            self.hold(order).await?;
            let (now, later): (Vec<_>, Vec<_>) =
                members.into_iter().partition(|m| self.next(m) == Some(pass));
            members = later;
            let Passed { went, fell, done } = self.pass(pass, now, order, &told).await?;
            members.extend(went);
            left.extend(fell);
            passes.extend(done);
        }
        let mut batch = self.finish(members, left, &passes, order, &told).await?;
        batch.taken = taken;
        Ok(batch)
    }

    /// Renews the leases: what is held is not long enough for everything.
    async fn hold(&self, order: &Order<'_>) -> Result<(), Failed> {
        let mut writing = self.records.write().await?;
        writing.renew_all(order.act.by, (order.clock)(), LEASE).await?;
        Ok(writing.commit().await?)
    }

    /// Starts all of them, as far as they can be read and nobody changed them.
    async fn begin(&self, claimed: Vec<Request>, order: &Order<'_>) -> Result<Vec<Member>, Failed> {
        let mut cases = Vec::new();
        let ids: Vec<Id> = claimed.iter().map(|stored| stored.id.clone()).collect();
        let mut stated = self.marks_of_each(&ids.iter().collect::<Vec<_>>()).await?;
        for (id, read) in self.cases_of(claimed).await? {
            let marks = stated.remove(&id).unwrap_or_else(|| Ok(Marks::new()));
            match read.and_then(|case| Ok((case, marks?))) {
                Ok((case, marks)) => {
                    stated.insert(id, Ok(marks));
                    cases.push(case);
                }
                Err(failed) => self.left_out(&id, failed, order.act).await?,
            }
        }
        let (done, starts): (Vec<_>, Vec<_>) = cases.into_iter().partition(Case::is_done);
        let entries: Vec<_> = starts.iter().map(Entry::Started).collect();
        let mut written = self.write_all(&entries, None, order).await?;
        let started =
            starts.into_iter().filter_map(|mut case| case.moved(&mut written).then_some(case));
        let members = started.chain(done).map(|case| {
            let stated = stated.remove(&case.stored.id).and_then(Result::ok).unwrap_or_default();
            Member { case, stated, shares: Vec::new() }
        });
        Ok(members.collect())
    }

    /// The marks under which the person of each of these requests is known, or why that cannot be read.
    async fn marks_of_each(
        &self,
        ids: &[&Id],
    ) -> Result<BTreeMap<Id, Result<Marks, Failed>>, Failed> {
        let mut all = BTreeMap::new();
        match self.records.identities_of(ids).await {
            Ok(mut marks) => {
                let of = |id: &Id| (id.clone(), Ok(marks.remove(id).unwrap_or_default()));
                all.extend(ids.iter().copied().map(of));
            }
            Err(error) if error.is_temporary() => return Err(error.into()),
            // Of which of them something is damaged, is seen where each is read by itself.
            Err(_) => {
                for id in ids {
                    let marks = self.records.identities(id).await.map_err(Failed::from);
                    all.insert((*id).clone(), marks);
                }
            }
        }
        Ok(all)
    }

    /// The pass that a member needs next.
    fn next(&self, member: &Member) -> Option<Pass> {
        let (at, _, paper) = step_of(&member.case)?;
        let (_, whole) = member.case.plan.as_ref()?;
        // What a person must do is carried on alone.
        if member.case.needs_hands(whole) {
            return None;
        }
        let store = self.atlas.parts.iter().position(|p| p.map.id.as_str() == paper.store)?;
        whole.step(&self.atlas, usize::from(at)).map(|_| (store, whole.made))
    }

    /// One pass over a store. Who comes between is left out, and the others are tried again.
    async fn pass(
        &self,
        (store, made): Pass,
        mut members: Vec<Member>,
        order: &Order<'_>,
        told: &Told<'_>,
    ) -> Result<Passed, Failed> {
        let mut passed = Passed::default();
        for _ in 0..TRIES {
            let subjects: Vec<Subject> = members.iter().map(|m| self.subject(&m.case)).collect();
            let approved: Vec<Fingerprint> =
                members.iter().filter_map(|m| step_of(&m.case)?.1).collect();
            let cases: Vec<&Case> = members.iter().map(|m| &m.case).collect();
            let stated = members.iter().map(|m| m.stated.clone()).collect();
            let holds = self.standing(stated, made).await?;
            let known = cases.iter().map(|case| case.known()).collect();
            let work = Work { known, ..self.working_on(&subjects, &holds, made, (order.chance)()) };
            let name = self.stores.get(store).map(|store| store.id());
            let requests = members.len() as u64;
            told.tell(AtWork { store: name, ..AtWork::new(Doing::Finding, requests) });
            let mut far = |table: &str, done, of| {
                let (table, of) = (Some(table), Some(of));
                let work = AtWork::new(Doing::Erasing, requests);
                told.tell(AtWork { store: name, table, done, of, ..work });
            };
            let ready = match work.prepare_each(store, &approved, &mut far).await {
                Ok(ready) => ready,
                Err(Stop::Store(abide_stores::Error::Conflict { .. })) => continue,
                Err(_) => break,
            };
            let mut went = Vec::new();
            for (at, member) in std::mem::take(&mut members).into_iter().enumerate() {
                match ready.shares().get(&at) {
                    Some(share) => went.push((member, share.clone())),
                    None => passed.fell.push(member),
                }
            }
            if went.is_empty() {
                return Ok(passed);
            }
            let mut noted = match self.note_all(&mut went, &holds, order).await {
                // A hold was placed or lifted meanwhile: each request finds out alone.
                Err(Failed::Overtaken) => {
                    passed.fell.extend(went.into_iter().map(|(member, _)| member));
                    return Ok(passed);
                }
                noted => noted?,
            };
            if noted.len() < went.len() {
                drop(ready);
                went.retain(|(member, _)| noted.contains_key(&member.case.stored.id));
                members = went.into_iter().map(|(member, _)| member).collect();
                continue;
            }
            for (member, _) in &mut went {
                member.case.moved(&mut noted);
            }
            // Whether it was saved if this fails, each request finds out alone.
            if let Ok(done) = ready.save().await {
                passed.done = Some(done);
                passed.went = self.all_done(went, order).await?;
            }
            return Ok(passed);
        }
        passed.fell.extend(members);
        Ok(passed)
    }

    fn working_on<'a>(
        &'a self,
        subjects: &'a [Subject],
        holds: &'a Holds,
        today: Date,
        seed: [u8; 16],
    ) -> Work<'a> {
        let (atlas, stores, redactor) = (&*self.atlas, &*self.stores, &*self.redactor);
        Work { atlas, stores, subjects, today, seed, redactor, holds, known: Arc::default() }
    }

    /// Notes what the pass leaves behind for each, before it is saved; if that cannot be of somebody, nothing.
    async fn note_all(
        &self,
        went: &mut [(Member, Share)],
        holds: &Holds,
        order: &Order<'_>,
    ) -> Result<Written, Failed> {
        for (member, share) in went.iter_mut() {
            let known = share.known.iter().cloned();
            member.case.note_trail(self, known, &share.after);
        }
        let entries = went.iter().map(|(member, share)| Entry::Noted(&member.case, share));
        self.write_all(&entries.collect::<Vec<_>>(), Some(holds), order).await
    }

    /// The step is done for all of them, but for whom somebody else took over meanwhile.
    async fn all_done(
        &self,
        went: Vec<(Member, Share)>,
        order: &Order<'_>,
    ) -> Result<Vec<Member>, Failed> {
        let (mut done, others) = self.say_done(went, order).await?;
        // Of whom something else was changed meanwhile: their steps are done too.
        let mut again = Vec::new();
        for (member, share) in others {
            let (id, stage) = (&member.case.stored.id, member.case.stand.stage());
            match self.case(id).await {
                // Whoever took over has another plan by now: of that, this step is none.
                Ok(case) if case.stand.stage() != stage || !case.is_leased_to(order.act.by) => {}
                Ok(case) => again.push((Member { case, ..member }, share)),
                Err(failed) => self.left_out(id, failed, order.act).await?,
            }
        }
        done.extend(self.say_done(again, order).await?.0);
        Ok(done)
    }

    /// Says of each that the step is done: those of whom that is said, and those of whom it cannot be as they were read.
    async fn say_done(
        &self,
        went: Vec<(Member, Share)>,
        order: &Order<'_>,
    ) -> Result<(Vec<Member>, Vec<(Member, Share)>), Failed> {
        let entries: Vec<_> = went.iter().map(|(m, share)| Entry::Done(&m.case, share)).collect();
        let mut written = self.write_all(&entries, None, order).await?;
        let (mut done, mut others) = (Vec::new(), Vec::new());
        for (mut member, share) in went {
            if member.case.moved(&mut written) {
                member.shares.push(share);
                done.push(member);
            } else {
                others.push((member, share));
            }
        }
        Ok((done, others))
    }
}

/// What became of the members of a pass.
#[derive(Default)]
struct Passed {
    /// Those whose step is done.
    went: Vec<Member>,
    /// Those who were left out.
    fell: Vec<Member>,
    done: Option<Done>,
}

/// The step that a running request needs next: its number, what was approved, what is written of it. None if somebody may have
/// begun it before.
fn step_of(case: &Case) -> Option<(u16, Option<Fingerprint>, &StorePaper)> {
    let Stage::Running(_, at) = case.stand.stage() else { return None };
    let (_, paper) = case.plan.as_ref()?;
    let step = paper.stores.get(usize::from(at))?;
    Some((at, super::document::fingerprint(&step.fingerprint), step))
}

/// When it was this time of day last, in seconds since 1970 (UTC).
fn last(at: Time, now: i64) -> Option<i64> {
    let now = Offset::UTC.to_datetime(Timestamp::from_second(now).ok()?);
    let day = if now.time() < at { now.date().yesterday().ok()? } else { now.date() };
    Some(Offset::UTC.to_timestamp(day.to_datetime(at)).ok()?.as_second())
}

/// Who was overtaken is left out of a batch.
fn in_time<T>(happened: Result<T, Failed>) -> Result<Option<T>, Failed> {
    match happened {
        Ok(value) => Ok(Some(value)),
        Err(Failed::Overtaken) => Ok(None),
        Err(other) => Err(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_time_was_today_or_yesterday() {
        let second = |text: &str| text.parse::<Timestamp>().unwrap().as_second();
        for (now, expected) in [
            ("2026-03-01T02:29:59Z", "2026-02-28T02:30:00Z"),
            ("2026-03-01T02:30:00Z", "2026-03-01T02:30:00Z"),
            ("2026-03-01T23:59:59Z", "2026-03-01T02:30:00Z"),
        ] {
            assert_eq!(last(jiff::civil::time(2, 30, 0, 0), second(now)), Some(second(expected)));
        }
    }
}
