//! The end of a request: read back, told in figures, remembered by marks, forgotten.
//!
//! Owns: that nothing is called done without having been read back, and what is kept of it. Leaves to others: reading back
//! ([`crate::verify`], [`crate::rectify`]).

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, RequestKind};
use abide_records::Writing;
use abide_records::people::{Keyed, Suppression};
use abide_records::requests::duties::Reminder;
use abide_records::requests::plans::{Step, StepState};
use abide_stores::schema::Table;
use abide_stores::{Error, Key, Remains};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::cleaning::UNTIL_CLEANED;
use super::document::Paper;
use super::hands::{BY_HAND, day};
use super::holds::{held, reminder};
use super::report::{Corrected, Remaining, Report, Stay};
use super::retention::Beside;
use super::steps::noted_still;
use super::work::{counts_of, noted};
use super::{Act, Case, Desk, Failed, SETTLED, STAYS, saved};
use crate::execute::Done;
use crate::hold::Holds;
use crate::plan::Fates;
use crate::state::Event;
use crate::sweep::Trace;
use crate::verify::{self, Accepted, Erased, Noted};

/// What is told of a store that keeps old versions, and the code of the reminder to see to them.
pub const OLD_VERSIONS: &str = Remains::Versions { until: None }.word();
/// The code of the reminder to see to values that were found where no edge of a map leads.
pub const RESIDUE: &str = "residue";
/// The event in which something was found that is not as planned.
pub(super) const FOUND: &str = "residue-found";
/// For how long an erased person is remembered by a mark, in years.
const REMEMBERED: i32 = 3;

/// What closes a request as done. Of an erasure with what is kept of it besides: what stays, and what earlier plans did.
pub(super) enum Proof {
    /// An erasure was read back.
    Erased(Erased, Report),
    /// Somebody decided that what was found after an erasure stays.
    Accepted(Accepted, Report),
    /// A rectification was read back, or somebody decided about it.
    Corrected(Corrected),
    /// The copy lies ready: its figures.
    Copied(Value),
    /// What was chosen is remembered.
    Chosen,
}

impl Proof {
    /// What is kept of the request.
    fn kept(&self) -> Value {
        match self {
            Self::Erased(this, before) => json!(Report {
                deleted: this.deleted() + before.deleted,
                changed: this.changed() + before.changed,
                swept: this.swept(),
                files: this.unread().clone(),
                short: this.short(),
                ..before.clone()
            }),
            Self::Accepted(this, before) => json!(Report {
                deleted: this.deleted() + before.deleted,
                changed: this.changed() + before.changed,
                accepted: true,
                ..before.clone()
            }),
            Self::Corrected(corrected) => json!(corrected),
            Self::Copied(written) => written.clone(),
            Self::Chosen => json!({}),
        }
    }

    /// What stays of an erasure.
    const fn stays(&self) -> Option<&Report> {
        match self {
            Self::Erased(_, report) | Self::Accepted(_, report) => Some(report),
            Self::Corrected(_) | Self::Copied(_) | Self::Chosen => None,
        }
    }
}

/// What reading back an erasure showed.
pub(super) enum End {
    /// The stores that it touched are as they should be. With what is left of the person, if nobody saw its steps to their end.
    Proved(Erased, Option<Box<Fates>>),
    /// Somebody decided that what was found stays.
    Decided(Accepted),
    /// Something is not as it should be.
    Found(Residual),
}

/// What is not as it should be.
#[derive(Clone, Debug, Default)]
pub(super) struct Residual {
    /// Where: told for ever.
    pub(super) told: Value,
    /// In which rows: noted with the person, and forgotten with them. None: those that were noted before.
    pub(super) rows: Vec<Trace>,
}

impl From<Value> for Residual {
    fn from(told: Value) -> Self {
        Self { told, rows: Vec::new() }
    }
}

impl End {
    /// The same, unless a step noted that rows that stay still tell of the person.
    pub(super) fn with_noted(self, case: &Case) -> Self {
        match (self, noted_still(case)) {
            (Self::Proved(..), Some(found)) => Self::Found(found.into()),
            (end, _) => end,
        }
    }
}

impl Desk {
    pub(super) async fn verify(
        &self,
        case: Case,
        done: &[Done],
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        match self.read_back(&case, done, act).await {
            Err(Failed::Store(error)) if error.is_temporary() => self.away(case, act).await,
            Err(Failed::Store(Error::Unreadable { tables, .. })) => {
                self.unread_by(case, &tables, act).await
            }
            Err(other) => Err(other),
            Ok(Ok(Proof::Copied(written))) => self.ready(case, written, act).await,
            Ok(Ok(proof)) => self.close(case, &proof, act).await,
            Ok(Err(Residual { told, rows })) => {
                let mut case = case;
                if !rows.is_empty() {
                    case.note_found(self, &rows);
                }
                self.go(case, Event::ResidueFound, FOUND, &told, act).await
            }
        }
    }

    /// What is kept of an erasure that is done; or what is not as it should be.
    pub(super) async fn kept_of(
        &self,
        case: &Case,
        end: End,
        beside: Beside,
        today: Date,
    ) -> Result<Result<Proof, Residual>, Failed> {
        Ok(match end {
            End::Proved(erased, _) => {
                let left = (erased.remains(), erased.old());
                let report = self.report(case, left, beside, today).await?;
                Ok(Proof::Erased(erased, report))
            }
            End::Decided(accepted) => {
                let left = (accepted.remains(), &BTreeMap::new());
                let report = self.report(case, left, beside, today).await?;
                Ok(Proof::Accepted(accepted, report))
            }
            End::Found(residue) => Err(residue),
        })
    }

    /// Values were found where no edge of a map leads, and shall go: somebody must see to it, by a day. `None` if that is not so.
    pub(super) async fn found_beyond(
        &self,
        case: &Case,
        act: Act<'_>,
    ) -> Result<Option<Case>, Failed> {
        let id = &case.stored.id;
        let stores = self.values_found(case).await?;
        if !case.is_done() || stores.is_empty() {
            return Ok(None);
        }
        let mut writing = self.records.write().await?;
        for store in &stores {
            let reminder = Reminder {
                request: id.clone(),
                store: store.clone(),
                code: RESIDUE.parse().map_err(|_| Failed::Damaged(id.clone()))?,
                due: day(act.today, case.stored.due),
                done_at: None,
            };
            saved(writing.remind(&reminder).await?, id)?;
        }
        let names: Vec<&str> = stores.iter().map(Id::as_str).collect();
        let detail = json!({ "store": names.join(", "), "why": RESIDUE });
        self.going(&mut writing, case, Event::HandNeeded, "hand-needed", &detail, act).await?;
        writing.commit().await?;
        self.case(id).await.map(Some)
    }

    /// The stores in which values were found when it was read back last.
    pub(super) async fn values_found(&self, case: &Case) -> Result<BTreeSet<Id>, Failed> {
        let history = self.history(&case.stored.id).await?;
        let found = history.iter().rev().find(|e| e.what.as_str() == FOUND);
        Ok(found.map(|f| self.stores_with_values(f.detail.as_str())).unwrap_or_default())
    }

    /// The stores in which values were found, by what is told of it.
    fn stores_with_values(&self, found: &str) -> BTreeSet<Id> {
        let found: Value = serde_json::from_str(found).unwrap_or_default();
        let residue = found.get("residue").and_then(Value::as_array).into_iter().flatten();
        let store = |residue: &Value| {
            let text = |name: &str| residue.get(name).and_then(Value::as_str);
            let is_of = |id: &Id| match text("what") {
                Some("value" | "view") => text("table")
                    .and_then(|table| table.strip_prefix(id.as_str()))
                    .is_some_and(|rest| rest.starts_with('.')),
                Some("file") => text("store") == Some(id.as_str()),
                _ => false,
            };
            self.atlas.parts.iter().map(|part| &part.map.id).find(|id| is_of(id)).cloned()
        };
        residue.filter_map(store).collect()
    }

    /// Whether somebody decided, after what was found last, that it stays.
    async fn stays(&self, case: &Case) -> Result<bool, Failed> {
        let history = self.history(&case.stored.id).await?;
        let last = history.iter().rev().find(|e| [SETTLED, FOUND].contains(&e.what.as_str()));
        let detail = last.filter(|e| e.what.as_str() == SETTLED).map(|e| e.detail.as_str());
        let detail = detail.and_then(|d| serde_json::from_str::<Value>(d).ok());
        Ok(detail.is_some_and(|d| d.get("what").is_some_and(|what| what == STAYS)))
    }

    /// What is kept of a request that was done; or what is not as it should be.
    async fn read_back(
        &self,
        case: &Case,
        done: &[Done],
        act: Act<'_>,
    ) -> Result<Result<Proof, Residual>, Failed> {
        let stays = self.stays(case).await?;
        match case.stored.kind {
            RequestKind::Erasure => {
                let mut end = self.erasure(case, done, act).await?;
                end = match self.values_found(case).await?.is_empty() {
                    true => end.with_noted(case),
                    // Told of before: nobody's word is taken for it.
                    false => self.swept_again(case, end, done).await?,
                };
                self.kept_of(case, end, Beside::Unknown, act.today).await
            }
            RequestKind::Rectification => {
                let subjects = [self.subject(case)];
                let work = self.working(&subjects, case, Holds::none(), act, [0; 16]);
                let verified = stays || self.rectification(case)?.verified(&work).await?;
                let corrected = Corrected { accepted: stays, ..self.corrected(case).await? };
                let differ = || Residual::from(json!({ "values": "differ" }));
                Ok(verified.then_some(Proof::Corrected(corrected)).ok_or_else(differ))
            }
            RequestKind::Access | RequestKind::Portability => {
                let there = stays || self.archive(&case.stored.id).is_file();
                let written = case.steps.last().and_then(counts_of).unwrap_or_else(|| json!({}));
                let missing = || Residual::from(json!({ "archive": "missing" }));
                Ok(there.then_some(Proof::Copied(written)).ok_or_else(missing))
            }
            RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal => {
                let holds = stays || self.remembers(case).await?;
                Ok(holds
                    .then_some(Proof::Chosen)
                    .ok_or_else(|| json!({ "choices": "missing" }).into()))
            }
        }
    }

    /// Reads an erasure back: what its steps did, as far as all of them were seen, else what was noted of them.
    pub(super) async fn erasure(
        &self,
        case: &Case,
        done: &[Done],
        act: Act<'_>,
    ) -> Result<End, Failed> {
        let paper = case.plan.as_ref().map(|(_, paper)| paper);
        let paper = paper.ok_or_else(|| Failed::Damaged(case.stored.id.clone()))?;
        let subjects = [self.subject(case)];
        let holds = self.holds_then(case).await?;
        let work = self.working(&subjects, case, &holds, act, paper.seed());
        let steps = self.noted_steps(case, paper);
        if self.stays(case).await? {
            return Ok(End::Decided(verify::accepted(&work, &steps).await?));
        }
        if !done.is_empty() && done.len() == paper.stores.len() {
            return Ok(match verify::touched(&work, done).await? {
                Ok(erased) => End::Proved(erased, None),
                Err(residue) => End::Found(verify::told(&residue).into()),
            });
        }
        let complete = steps.len() == paper.stores.len();
        let (known, hands) = (case.known(), case.hands());
        let noted =
            if complete { verify::as_noted(&work, &steps, &known, hands).await? } else { None };
        Ok(match noted {
            Some((erased, left)) => End::Proved(erased, Some(Box::new(left))),
            None => End::Found(json!({ "residue": [{ "what": "differs" }] }).into()),
        })
    }

    fn noted_steps(&self, case: &Case, paper: &Paper) -> Vec<Noted> {
        (0..paper.stores.len()).filter_map(|at| self.noted_step(case, paper, at)).collect()
    }

    fn noted_step(&self, case: &Case, paper: &Paper, at: usize) -> Option<Noted> {
        let counts = noted(case, u16::try_from(at).ok()?)?;
        let number = |name: &str| counts.get(name).and_then(serde_json::Value::as_u64);
        Some(Noted {
            plan: paper.step(&self.atlas, at)?,
            deleted: number("deleted")?,
            changed: number("changed")?,
        })
    }

    /// What is kept of an erasure beside what its newest plan did: figures only.
    async fn report(
        &self,
        case: &Case,
        (remains, old): (&BTreeMap<usize, Remains>, &BTreeMap<usize, Remains>),
        beside: Beside,
        today: Date,
    ) -> Result<Report, Failed> {
        // In a batch others may have touched the store.
        let has_touched = |at: &usize| {
            let part = self.atlas.parts.get(*at);
            part.is_some_and(|p| case.steps.iter().any(|s| s.store == p.map.id && touched(s)))
        };
        let mut all: BTreeMap<usize, Remains> =
            remains.iter().filter(|(at, _)| has_touched(at)).map(|(at, r)| (*at, *r)).collect();
        let seen_to = self.old_by_hand(case).await?;
        for (at, left) in old.iter().chain(&seen_to).filter(|(_, r)| **r != Remains::Nothing) {
            let here = all.entry(*at).or_insert(Remains::Nothing);
            *here = here.and(*left);
        }
        let remains = all.iter().filter_map(|(at, remains)| {
            let map = &self.atlas.parts.get(*at)?.map;
            // Logs and copies of the whole store: the map says how long they last. Dead rows go into later ones too.
            let is_counted = *remains != Remains::UntilCleaned;
            let gone_by = map.backups.filter(|_| is_counted).map(|period| period.end(today));
            let what = remains.word().to_owned();
            let until = if let Remains::Versions { until } = remains { *until } else { None };
            Some((map.id.to_string(), Remaining { what, until, gone_by }))
        });
        let before = self.before(case).await?;
        let shared = |recordings: Option<bool>| -> u64 {
            let tables = case.plan.iter().flat_map(|(_, paper)| paper.shared());
            let meant = tables.filter(|(_, t)| recordings.is_none_or(|r| t.is_sound == r));
            meant.map(|(_, t)| t.share).sum()
        };
        Ok(Report {
            deleted: before.deleted,
            changed: before.changed,
            unknown: before.unknown,
            by_hand: before.by_hand + case.steps.iter().map(by_hand).sum::<u64>(),
            kept: case.plan.as_ref().map(|(_, paper)| kept(paper)).unwrap_or_default(),
            shared: shared(None),
            recordings: shared(Some(true)),
            swept: false,
            files: BTreeMap::new(),
            short: 0,
            accepted: false,
            own: self.erase_own(case, beside, today).await?,
            remains: remains.collect(),
        })
    }

    /// What is left in old versions of rows that a person saw to. Of whole files they go, where the store can do that; in which
    /// files rows were that are found there no more, nobody knows.
    async fn old_by_hand(&self, case: &Case) -> Result<BTreeMap<usize, Remains>, Failed> {
        let is_by_hand = |store: &str| {
            case.steps.iter().any(|step| step.store.as_str() == store && by_hand(step) > 0)
        };
        let rows = case.who.iter().flat_map(|who| &who.hands);
        let (mut left, mut files) = (BTreeMap::new(), BTreeMap::<usize, BTreeSet<Key>>::new());
        for row in rows.filter(|row| is_by_hand(&row.row.store)) {
            let Some((spot, key)) = row.row.find(&self.atlas) else { continue };
            if self.stores.get(spot.store).is_none_or(|store| store.old().is_none()) {
                continue;
            }
            match self.atlas.table(spot).is_some_and(Table::has_places) {
                true => drop(left.insert(spot.store, Remains::Versions { until: None })),
                false => drop(files.entry(spot.store).or_default().insert(Key(key.into()))),
            }
        }
        for (at, keys) in files {
            if let Some(old) = self.stores.get(at).and_then(|store| store.old()) {
                let here: &mut Remains = left.entry(at).or_insert(Remains::Nothing);
                *here = here.and(old.forget(&keys).await?);
            }
        }
        Ok(left)
    }

    /// What is kept of a rectification: which columns, and how many rows.
    async fn corrected(&self, case: &Case) -> Result<Corrected, Failed> {
        let mut done = self.before(case).await?;
        case.steps.iter().for_each(|step| done.add(step));
        let set = case.who.iter().flat_map(|who| who.wish.set.keys().cloned());
        let others = self.rectification(case).map(|r| r.others(&self.atlas)).unwrap_or_default();
        let columns = set.chain(others).collect();
        Ok(Corrected { changed: done.changed, columns, accepted: false })
    }

    /// What earlier plans of a request did: figures of rows alone.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn so_far(&self, case: &Case) -> Result<Report, Failed> {
        let Before { deleted, changed, unknown, by_hand } = self.before(case).await?;
        Ok(Report { deleted, changed, unknown, by_hand, ..Report::default() })
    }

    /// What earlier plans of the same request did.
    async fn before(&self, case: &Case) -> Result<Before, Failed> {
        let mut before = Before::default();
        for seq in 1..case.plan.as_ref().map_or(0, |(plan, _)| plan.seq) {
            for step in self.records.steps(&case.stored.id, seq).await? {
                before.add(&step);
            }
        }
        Ok(before)
    }

    /// Closes a request that was verified: remembers who was erased, and forgets whom it was about.
    async fn close(&self, case: Case, proof: &Proof, act: Act<'_>) -> Result<Case, Failed> {
        let marks = self.records.identities(&case.stored.id).await?;
        let follows = match proof {
            Proof::Corrected(_) => Some(self.follows_now(&case, act).await?),
            _ => None,
        };
        let mut writing = self.records.write().await?;
        if let Some(follows) = follows {
            follows.keep(&mut writing).await?;
        }
        self.closing(&mut writing, &case, marks, proof, act).await?;
        writing.commit().await?;
        self.settled_records().await;
        self.case(&case.stored.id).await
    }

    /// As [`Desk::close`], inside a transaction that closes more; `marks` are those by which the person is remembered. Who was
    /// overtaken leaves nothing in it.
    pub(super) async fn closing(
        &self,
        writing: &mut Writing,
        case: &Case,
        marks: Vec<(Fact, Keyed)>,
        proof: &Proof,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let held = proof.stays().map(|report| held(&report.kept)).unwrap_or_default();
        if held.is_empty() {
            self.ending(writing, case, Event::Verified, "done", &proof.kept(), act).await?;
        } else {
            // Whom it is about is needed once more, when the hold has ended.
            self.going(writing, case, Event::Verified, "done", &proof.kept(), act).await?;
        }
        let Some(report) = proof.stays() else { return Ok(()) };
        let id = &case.stored.id;
        for reminder in reminders(id, report, act.today) {
            saved(writing.remind(&reminder).await?, id)?;
        }
        for (store, last) in &held {
            saved(writing.remind(&reminder(id, store, *last, act.today)?).await?, id)?;
        }
        // Who is still there because of a hold has not come back.
        for (fact, keyed) in marks.into_iter().filter(|_| held.is_empty()) {
            writing
                .suppress(&Suppression {
                    who: keyed,
                    fact,
                    request: case.stored.id.clone(),
                    basis: "legal-obligation (GDPR Art. 5(2), 17(1))".to_owned(),
                    since: act.today,
                    until: act.today.saturating_add(REMEMBERED.years()),
                })
                .await?;
        }
        Ok(())
    }
}

/// What is left to do after an erasure: see to old versions that Abide could not delete, once their lock has ended; have a store
/// cleaned, if Abide did not manage to do so by then.
fn reminders(id: &Id, report: &Report, today: Date) -> Vec<Reminder> {
    let soon = today.saturating_add(BY_HAND.days());
    let is_left = |what: &str| [OLD_VERSIONS, UNTIL_CLEANED].contains(&what);
    let left = report.remains.iter().filter(|(_, remaining)| is_left(&remaining.what));
    let one = |(store, remaining): (&String, &Remaining)| {
        Some(Reminder {
            request: id.clone(),
            store: store.parse().ok()?,
            code: remaining.what.parse().ok()?,
            due: remaining.until.filter(|day| *day > today).unwrap_or(soon),
            done_at: None,
        })
    };
    left.filter_map(one).collect()
}

/// What of the person's rows stays by a plan.
fn kept(paper: &Paper) -> Vec<Stay> {
    let tables = paper.stores.iter().flat_map(|s| s.tables.iter().map(move |t| (s, t)));
    let stays = tables.flat_map(|(store, table)| {
        table.keep.iter().map(move |keep| Stay {
            table: format!("{}.{}", store.store, table.table),
            keep: keep.clone(),
        })
    });
    stays.collect()
}

/// How many rows of a step a person deleted or changed.
fn by_hand(step: &Step) -> u64 {
    let counts = counts_of(step).filter(|c| c.get("by").is_some_and(|by| by == "hand"));
    let number = |name: &str| counts.as_ref()?.get(name)?.as_u64();
    number("deleted").unwrap_or_default() + number("changed").unwrap_or_default()
}

/// Whether a step deleted or changed anything.
fn touched(step: &Step) -> bool {
    let mut before = Before::default();
    before.add(step);
    before != Before::default()
}

/// Rows that earlier plans of a request deleted and changed.
#[derive(Default, PartialEq, Eq)]
struct Before {
    deleted: u64,
    changed: u64,
    /// Of steps whose end nobody saw, and where the data changed before anybody could look.
    unknown: u64,
    /// So many of them a person deleted or changed.
    by_hand: u64,
}

impl Before {
    fn add(&mut self, step: &Step) {
        let counts = counts_of(step).unwrap_or_default();
        let number = |name: &str| counts.get(name).and_then(serde_json::Value::as_u64);
        let (deleted, changed) =
            (number("deleted").unwrap_or_default(), number("changed").unwrap_or_default());
        self.by_hand += by_hand(step);
        if step.state == StepState::Done {
            self.deleted += deleted;
            self.changed += changed;
        } else {
            self.unknown += deleted + changed;
        }
    }
}
