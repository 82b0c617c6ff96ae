//! The end of a batch: everything is read back, stores are swept, and what is as it should be is closed.
//!
//! Owns: who is read back with the others and who alone, whose values a sweep looks for, and whose old versions go. Leaves to others: reading back
//! ([`crate::verify`]), sweeping ([`crate::sweep`]), closing one request ([`super::super::closing`]).

use std::collections::{BTreeSet, HashSet};
use std::pin::pin;

use abide_policy::text::Id;
use abide_policy::vocab::Fact;
use abide_stores::{Error, Key};
use futures_util::{StreamExt as _, stream};
use jiff::civil::Date;

use super::super::closing::{End, Residual};
use super::super::document::{Keeps, Who};
use super::super::watching::{AtWork, Doing, Told};
use super::super::{Act, Case, Desk, Failed, asked};
use super::writing::Entry;
use super::{Batch, Marks, Member, Order, in_time};
use crate::atlas::Spot;
use crate::execute::Done;
use crate::hold::Holds;
use crate::identity::Given;
use crate::reach::Subject;
use crate::sweep::{Left, Seen, Sweep, Swept, unreadable};
use crate::together::Share;
use crate::verify::{self, Erased};

/// After so many that were read back by themselves, what is held is held on to.
const BETWEEN: usize = 50;
/// Of so many requests is read at the same time what is kept.
const AT_ONCE: usize = 4;

impl Desk {
    /// Reads back what all passes did, sweeps if this desk does, and closes what is as it should be.
    pub(super) async fn finish(
        &self,
        members: Vec<Member>,
        left: Vec<Member>,
        passes: &[Done],
        order: &Order<'_>,
        told: &Told<'_>,
    ) -> Result<Batch, Failed> {
        let ended = members.into_iter().filter(|m| m.case.is_done() && !self.is_for_sweep(&m.case));
        let (seen, others): (Vec<_>, Vec<_>) = ended.partition(Member::is_seen);
        let requests = (seen.len() + others.len()) as u64;
        if requests > 0 {
            told.tell(AtWork::new(Doing::ReadingBack, requests));
        }
        let (mut ends, alone) = match self.proofs(&seen, &left, passes, order.act.today).await {
            Some(proofs) => {
                let proofs = proofs.into_iter().map(|proof| End::Proved(proof, None));
                (seen.into_iter().map(|m| m.case).zip(proofs).collect(), others)
            }
            None => (Vec::new(), seen.into_iter().chain(others).collect()),
        };
        let read = ends.len();
        for (at, few) in alone.chunks(BETWEEN).enumerate() {
            self.hold(order).await?;
            for (n, member) in few.iter().enumerate() {
                let done = (read + at * BETWEEN + n) as u64;
                let work = AtWork::new(Doing::ReadingBack, requests);
                told.tell(AtWork { done, of: Some(requests), ..work });
                ends.extend(self.alone(&member.case, order).await?);
            }
        }
        ends = match self.sweeps {
            true => self.sweep_for(ends, passes, order, told).await?,
            false => ends
                .into_iter()
                .map(|(case, end)| {
                    let end = end.with_noted(&case);
                    (case, end)
                })
                .collect(),
        };
        self.close_all(ends, order, told).await
    }

    /// What reading back one by itself shows; none if that could not be: it says why, and is late.
    async fn alone(&self, case: &Case, order: &Order<'_>) -> Result<Option<(Case, End)>, Failed> {
        match self.erasure(case, &[], order.act).await {
            Ok(end) => Ok(Some((case.clone(), end))),
            Err(failed) => self.put_off(case.clone(), failed, order).await.map(|()| None),
        }
    }

    async fn put_off(&self, case: Case, why: Failed, order: &Order<'_>) -> Result<(), Failed> {
        let act = Act { now: (order.clock)(), ..order.act };
        match why {
            Failed::Store(error) if error.is_temporary() => {
                in_time(self.away(case, act).await).map(drop)
            }
            Failed::Store(Error::Unreadable { tables, .. }) => {
                in_time(self.unread_by(case, &tables, act).await).map(drop)
            }
            why => self.left_out(&case.stored.id, why, act).await,
        }
    }

    /// A proof for each; none if anything is not as it should be: then each is read back alone.
    async fn proofs(
        &self,
        members: &[Member],
        left: &[Member],
        passes: &[Done],
        today: Date,
    ) -> Option<Vec<Erased>> {
        let subjects: Vec<Subject> = members.iter().map(|m| self.subject(&m.case)).collect();
        let work = self.working_on(&subjects, Holds::none(), today, [0; 16]);
        let whole = verify::touched(&work, passes).await.ok()?.ok()?;
        let parts: Vec<Vec<Share>> = members.iter().chain(left).map(|m| m.shares.clone()).collect();
        whole.divided(&parts)
    }

    /// Reads all stores whole for what only these people were known by. If a store fails, those who were looked for are late.
    async fn sweep_for(
        &self,
        ends: Vec<(Case, End)>,
        passes: &[Done],
        order: &Order<'_>,
        told: &Told<'_>,
    ) -> Result<Vec<(Case, End)>, Failed> {
        let found = match self.swept(&ends, passes, Some(order), told).await {
            Ok(found) => found.into_iter().map(Ok).collect(),
            Err(Failed::Store(error)) => vec![Err(error); ends.len()],
            Err(failed) => return Err(failed),
        };
        let mut after = Vec::new();
        for ((case, end), found) in ends.into_iter().zip(found) {
            match (end, found) {
                (End::Proved(..), Err(error)) => self.put_off(case, error.into(), order).await?,
                (end, Ok(found)) => after.push((case, after_sweep(end, found))),
                (end, Err(_)) => after.push((case, end)),
            }
        }
        Ok(after)
    }

    /// Reads all stores whole once more for one in which a sweep had found values that somebody has seen to: whoever carries it on,
    /// nobody's word is taken for it.
    pub(in super::super) async fn swept_again(
        &self,
        case: &Case,
        end: End,
        done: &[Done],
    ) -> Result<End, Failed> {
        let ends = [(case.clone(), end)];
        let swept = self.swept(&ends, done, None, &self.telling_how_far()).await?;
        let found = swept.into_iter().next().unwrap_or_default();
        let [(_, end)] = ends;
        Ok(after_sweep(end, found))
    }

    /// What a sweep found of each. What is held is held on to between tables.
    async fn swept(
        &self,
        ends: &[(Case, End)],
        passes: &[Done],
        order: Option<&Order<'_>>,
        told: &Told<'_>,
    ) -> Result<Vec<Swept>, Failed> {
        // What came since nobody would look into.
        self.stores_as_read().await?;
        let known: Vec<BTreeSet<String>> = ends.iter().map(looked_for).collect();
        let cut_off: Vec<HashSet<_>> = ends.iter().map(|(case, _)| self.cut_off(case)).collect();
        let left = ends.iter().zip(&known).zip(&cut_off);
        let left = left.filter_map(|(((_, end), known), cut_off)| match end {
            End::Proved(_, Some(fates)) => Some(Seen::Left(Left { fates, cut_off, known })),
            _ => None,
        });
        let seen = passes.iter().map(Seen::Done).chain(left).collect();
        let shown = ends.iter().map(|(case, _)| case.who.as_ref().map(|who| &who.seen));
        let mut sweep = Sweep::new(&self.atlas, seen, &known).beside(shown);
        let places = sweep.places(&self.stores);
        let tables = places.iter().filter_map(|place| place.table()).collect::<Vec<_>>();
        unreadable(&self.atlas, &self.stores, &tables).await?;
        // What views over the tables of a map still hold of before is gone when these are made anew.
        for store in self.stores.iter().filter(|_| !tables.is_empty()) {
            if let Some(order) = order {
                self.hold(order).await?;
            }
            store.freshen().await?;
        }
        let of = places.len() as u64;
        for (done, place) in (0..).zip(places) {
            if let Some(order) = order {
                self.hold(order).await?;
            }
            let store = self.stores.get(place.store()).map(|store| store.id());
            let mut far = |table: &str, rows| {
                let (table, of) = (Some(table), Some(of));
                let work = AtWork::new(Doing::Sweeping, ends.len() as u64);
                told.tell(AtWork { store, table, done, of, rows, ..work });
            };
            sweep.read_at(&self.stores, place, &mut far).await?;
        }
        self.forgotten(&sweep, ends, order).await
    }

    /// What a sweep found of each, once the old versions are gone that say something of them and nothing else was found.
    async fn forgotten(
        &self,
        sweep: &Sweep<'_>,
        ends: &[(Case, End)],
        order: Option<&Order<'_>>,
    ) -> Result<Vec<Swept>, Failed> {
        let mut all = Vec::new();
        let found = sweep.found().into_iter().zip(sweep.traces());
        for (person, ((found, rows), (case, _))) in found.zip(ends).enumerate() {
            let is_clean = found.as_ref().is_some_and(BTreeSet::is_empty);
            let unread = found.as_ref().map(|_| sweep.unread().clone()).unwrap_or_default();
            let short = sweep.short(person);
            let swept = Swept { found, rows, unread, short, ..Swept::default() };
            all.push(match is_clean && sweep.is_in_old(person) {
                false => swept,
                // They may be what the hold is for. It is looked again when it has ended.
                true if is_held(case) => Swept::default(),
                true => {
                    if let Some(order) = order {
                        self.hold(order).await?;
                    }
                    Swept { old: sweep.forget(&self.stores, person).await?, ..swept }
                }
            });
        }
        Ok(all)
    }

    async fn close_all(
        &self,
        ends: Vec<(Case, End)>,
        order: &Order<'_>,
        told: &Told<'_>,
    ) -> Result<Batch, Failed> {
        let (mut read, requests) = (Vec::new(), ends.len() as u64);
        let ids: Vec<&Id> = ends.iter().map(|(case, _)| &case.stored.id).collect();
        let mut marks = self.marks_of_each(&ids).await?;
        let beside = self.beside(ends.iter().map(|(case, _)| case)).await?;
        let keep = ends.into_iter().map(|(case, end)| {
            let id = &case.stored.id;
            let marks = marks.remove(id).unwrap_or_else(|| Ok(Marks::new()));
            let beside = beside.of(id);
            async move {
                let keep = match marks {
                    Ok(marks) => {
                        let kept = self.kept_of(&case, end, beside, order.act.today).await;
                        kept.map(|kept| (marks, kept))
                    }
                    Err(failed) => Err(failed),
                };
                (case, keep)
            }
        });
        let tell = |done| {
            let work = AtWork::new(Doing::Closing, requests);
            told.tell(AtWork { done, of: Some(requests), ..work });
        };
        let (mut keep, mut done) = (pin!(side_by_side(keep)), 0);
        tell(done);
        while let Some((case, keep)) = keep.next().await {
            done += 1;
            tell(done);
            match keep {
                Ok((marks, kept)) => {
                    let mut case = case;
                    if let Err(Residual { rows, .. }) = &kept
                        && !rows.is_empty()
                    {
                        case.note_found(self, rows);
                    }
                    read.push((case, marks, kept));
                }
                Err(failed) => self.put_off(case, failed, order).await?,
            }
        }
        let entries = read.iter();
        let entries = entries.map(|(case, m, kept)| Entry::Ended(case, m.clone(), kept));
        let written = self.write_all(&entries.collect::<Vec<_>>(), None, order).await?;
        let mut batch = Batch::default();
        for (case, _, kept) in
            read.iter().filter(|(case, ..)| written.contains_key(&case.stored.id))
        {
            let ended = if kept.is_ok() { &mut batch.done } else { &mut batch.found };
            ended.push(case.stored.id.clone());
        }
        self.settled_records().await;
        Ok(batch)
    }

    /// Rows that stay and cannot be reached from the person any more.
    fn cut_off(&self, case: &Case) -> HashSet<(Spot, Key)> {
        let rows = case.who.iter().flat_map(|who| &who.cut_off);
        let found = rows.filter_map(|row| row.find(&self.atlas));
        found.map(|(spot, key)| (spot, Key(key.into()))).collect()
    }
}

/// What is proved of somebody after a sweep.
fn after_sweep(end: End, swept: Swept) -> End {
    let rows = swept.rows.clone();
    match end {
        End::Proved(proof, left) => match proof.after_sweep(swept) {
            Ok(proof) => End::Proved(proof, left),
            Err(found) => End::Found(Residual { told: verify::told(&found), rows }),
        },
        end => end,
    }
}

/// Whether rows of the person stay because of a legal hold.
fn is_held(case: &Case) -> bool {
    let stores = case.plan.iter().flat_map(|(_, paper)| &paper.stores);
    let mut kept = stores.flat_map(|store| &store.tables).flat_map(|table| &table.keep);
    kept.any(|keep| keep.why == Keeps::Hold)
}

/// The values that a sweep looks for, what was stated among them, that the person's rows may not have: of whom nothing else was found,
/// and about whom nobody decided.
fn looked_for((case, end): &(Case, End)) -> BTreeSet<String> {
    let who = case.who.as_ref().filter(|_| matches!(end, End::Proved(..)));
    who.map(|who| who.known.iter().cloned().chain(beside(who)).collect()).unwrap_or_default()
}

/// What the person stated and none of their rows has: the address or number of another account, or where nobody was found.
fn beside(who: &Who) -> Vec<String> {
    let Ok(asked) = asked(who) else { return Vec::new() };
    let country = who.country.as_deref().and_then(|country| country.parse().ok());
    let firm = |given: &&Given| [Fact::Email, Fact::Phone, Fact::Id].contains(&given.fact());
    let is_known = |given: &Given| {
        let mut known =
            who.known.iter().flat_map(|text| Given::stored(given.fact(), text, country));
        known.any(|known| given.says(&known))
    };
    let beside = asked.given().iter().filter(firm).filter(|given| !is_known(given));
    beside.map(Given::normal).collect()
}

/// What is read of many requests, in their order; our own tables answer several at the same time.
fn side_by_side<F: Future>(
    reading: impl Iterator<Item = F>,
) -> impl futures_util::Stream<Item = F::Output> {
    stream::iter(reading).buffered(AT_ONCE)
}
