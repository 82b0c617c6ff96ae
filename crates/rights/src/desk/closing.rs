//! The end of a request: read back, told in figures, remembered by marks, forgotten.
//!
//! Owns: that nothing is called done without having been read back, and what is kept of it. Leaves to others: reading back
//! ([`crate::verify`], [`crate::rectify`]).

use std::collections::BTreeSet;

use abide_policy::text::Id;
use abide_policy::vocab::{Fact, RequestKind};
use abide_records::Writing;
use abide_records::people::{Keyed, Suppression};
use abide_records::requests::duties::Reminder;
use abide_records::requests::plans::{Step, StepState};
use abide_stores::Remains;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize as _;
use serde_json::{Value, json};

use super::document::Paper;
use super::hands::{BY_HAND, day};
use super::report::{Corrected, Remaining, Report, Stay};
use super::steps::noted_after;
use super::work::{counts_of, noted};
use super::{Act, Case, Desk, Failed, SETTLED, STAYS, asked, saved};
use crate::execute::Done;
use crate::reach::Rows;
use crate::state::Event;
use crate::verify::{self, Erased, Noted};

/// What is told of a store that keeps old versions, and the code of the reminder to see to them.
pub const OLD_VERSIONS: &str = Remains::Versions { until: None }.word();
/// The code of the reminder to see to values that were found where no edge of a map leads.
pub const RESIDUE: &str = "residue";
/// The event in which something was found that is not as planned.
pub(super) const FOUND: &str = "residue-found";
/// For how long an erased person is remembered by a mark, in years.
const REMEMBERED: i32 = 3;

/// What reading back an erasure showed.
pub(super) enum End {
    /// The stores that it touched are as they should be. With the person's rows that are left, if nobody saw its steps to
    /// their end.
    Proved(Erased, Option<Rows>),
    /// Somebody decided that what was found stays: what is kept of the request.
    Decided(Value),
    /// Something is not as it should be: where.
    Found(Value),
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
            Err(other) => Err(other),
            Ok(Ok(report)) => self.close(case, &report, act).await,
            Ok(Err(residue)) => self.go(case, Event::ResidueFound, FOUND, &residue, act).await,
        }
    }

    /// What is kept of an erasure that is done; or what is not as it should be.
    pub(super) async fn kept_of(
        &self,
        case: &Case,
        end: End,
        today: Date,
    ) -> Result<Result<Value, Value>, Failed> {
        Ok(match end {
            End::Proved(erased, _) => Ok(json!(self.report(case, &erased, today).await?)),
            End::Decided(report) => Ok(report),
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
    async fn values_found(&self, case: &Case) -> Result<BTreeSet<Id>, Failed> {
        let history = self.history(&case.stored.id).await?;
        let found = history.iter().rev().find(|e| e.what.as_str() == FOUND);
        Ok(found.map(|f| self.stores_with_values(f.detail.as_str())).unwrap_or_default())
    }

    /// The stores in which values were found, by what is told of it.
    fn stores_with_values(&self, found: &str) -> BTreeSet<Id> {
        let found: Value = serde_json::from_str(found).unwrap_or_default();
        let residue = found.get("residue").and_then(Value::as_array).into_iter().flatten();
        let values = residue.filter(|r| r.get("what").is_some_and(|what| what == "value"));
        let tables = values.filter_map(|r| r.get("table").and_then(Value::as_str));
        let store = |table: &str| {
            let mut ids = self.atlas.parts.iter().map(|part| &part.map.id);
            ids.find(|id| table.strip_prefix(id.as_str()).is_some_and(|t| t.starts_with('.')))
        };
        tables.filter_map(store).cloned().collect()
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
    ) -> Result<Result<Value, Value>, Failed> {
        let stays = self.stays(case).await?;
        match case.stored.kind {
            RequestKind::Erasure => {
                let mut end = self.erasure(case, done, act).await?;
                if !self.values_found(case).await?.is_empty() {
                    end = self.swept_again(case, end, done).await?;
                }
                self.kept_of(case, end, act.today).await
            }
            RequestKind::Rectification => {
                let subjects = [self.subject(case)];
                let work = self.working(&subjects, case, act, [0; 16]);
                let verified = stays || self.rectification(case)?.verified(&work).await?;
                let corrected = Corrected { accepted: stays, ..self.corrected(case).await? };
                Ok(if verified { Ok(json!(corrected)) } else { Err(json!({ "values": "differ" })) })
            }
            RequestKind::Access | RequestKind::Portability => {
                let there = stays || self.archive(&case.stored.id).is_file();
                let written = case.steps.last().and_then(counts_of).unwrap_or_else(|| json!({}));
                Ok(if there { Ok(written) } else { Err(json!({ "archive": "missing" })) })
            }
            RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal => {
                let holds = stays || self.remembers(case).await?;
                Ok(if holds { Ok(json!({})) } else { Err(json!({ "choices": "missing" })) })
            }
        }
    }

    /// Whether what the person chose is remembered under each of their marks.
    async fn remembers(&self, case: &Case) -> Result<bool, Failed> {
        for (_, who) in self.marks(&asked(&case.who.clone().unwrap_or_default())?) {
            let choices = self.records.choices(who.hash).await?;
            if !choices.iter().any(|c| c.request == case.stored.id) {
                return Ok(false);
            }
        }
        Ok(true)
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
        let work = self.working(&subjects, case, act, paper.seed());
        let steps = self.noted_steps(case, paper);
        if self.stays(case).await? {
            let erased = verify::as_decided(&work, &steps).await?;
            let report = self.report(case, &erased, act.today).await?;
            return Ok(End::Decided(json!(Report { accepted: true, ..report })));
        }
        if !done.is_empty() && done.len() == paper.stores.len() {
            return Ok(match verify::touched(&work, done).await? {
                Ok(erased) => End::Proved(erased, None),
                Err(residue) => End::Found(verify::told(&residue)),
            });
        }
        let complete = steps.len() == paper.stores.len();
        let noted = if complete { verify::as_noted(&work, &steps).await? } else { None };
        Ok(match noted {
            Some((erased, left)) => End::Proved(erased, Some(left)),
            None => End::Found(json!({ "residue": [{ "what": "differs" }] })),
        })
    }

    fn noted_steps(&self, case: &Case, paper: &Paper) -> Vec<Noted> {
        (0..paper.stores.len()).filter_map(|at| self.noted_step(case, paper, at)).collect()
    }

    fn noted_step(&self, case: &Case, paper: &Paper, at: usize) -> Option<Noted> {
        let counts = noted(case, u16::try_from(at).ok()?)?;
        let number = |name: &str| counts.get(name).and_then(serde_json::Value::as_u64);
        // A later step may have cut off what is in this one's store.
        let last = noted(case, u16::try_from(paper.stores.len()).ok()?.checked_sub(1)?)?;
        let after = noted_after(&last, &paper.stores.get(at)?.store)?;
        Some(Noted {
            plan: paper.step(&self.atlas, at)?,
            after,
            deleted: number("deleted")?,
            changed: number("changed")?,
        })
    }

    /// What is kept of an erasure: figures only.
    pub(super) async fn report(
        &self,
        case: &Case,
        erased: &Erased,
        today: Date,
    ) -> Result<Report, Failed> {
        let remains = erased.remains().iter().filter_map(|(at, remains)| {
            let map = &self.atlas.parts.get(*at)?.map;
            // In a batch others may have touched the store.
            case.steps.iter().find(|s| s.store == map.id && touched(s))?;
            // Dead rows, logs and copies of the whole store: the map says how long they last.
            let gone_by = map.backups.map(|period| period.end(today));
            let what = remains.word().to_owned();
            let until = if let Remains::Versions { until } = remains { *until } else { None };
            Some((map.id.to_string(), Remaining { what, until, gone_by }))
        });
        let before = self.before(case).await?;
        Ok(Report {
            deleted: erased.deleted() + before.deleted,
            changed: erased.changed() + before.changed,
            unknown: before.unknown,
            by_hand: before.by_hand + case.steps.iter().map(by_hand).sum::<u64>(),
            kept: case.plan.as_ref().map(|(_, paper)| kept(paper)).unwrap_or_default(),
            swept: erased.swept(),
            accepted: false,
            own: self.erase_own(case, today).await?,
            remains: remains.collect(),
        })
    }

    /// What is kept of a rectification: which columns, and how many rows.
    async fn corrected(&self, case: &Case) -> Result<Corrected, Failed> {
        let mut done = self.before(case).await?;
        case.steps.iter().for_each(|step| done.add(step));
        let set = case.who.iter().flat_map(|who| who.wish.set.keys().cloned());
        Ok(Corrected { changed: done.changed, columns: set.collect(), accepted: false })
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
    async fn close(
        &self,
        case: Case,
        report: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let marks = self.records.identities(&case.stored.id).await?;
        let mut writing = self.records.write().await?;
        self.closing(&mut writing, &case, marks, report, act).await?;
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
        report: &serde_json::Value,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        self.ending(writing, case, Event::Verified, "done", report, act).await?;
        if case.stored.kind != RequestKind::Erasure {
            return Ok(());
        }
        for reminder in reminders(&case.stored.id, report, act.today) {
            saved(writing.remind(&reminder).await?, &case.stored.id)?;
        }
        for (fact, keyed) in marks {
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

/// What a person has to do after an erasure: see to old versions that Abide could not delete, once their lock has ended.
fn reminders(id: &Id, report: &Value, today: Date) -> Vec<Reminder> {
    let report = Report::deserialize(report).unwrap_or_default();
    let soon = today.saturating_add(BY_HAND.days());
    let old = report.remains.into_iter().filter(|(_, remaining)| remaining.what == OLD_VERSIONS);
    let one = |(store, remaining): (String, Remaining)| {
        Some(Reminder {
            request: id.clone(),
            store: store.parse().ok()?,
            code: OLD_VERSIONS.parse().ok()?,
            due: remaining.until.filter(|day| *day > today).unwrap_or(soon),
            done_at: None,
        })
    };
    old.filter_map(one).collect()
}

/// What of the person's rows stays by a plan.
fn kept(paper: &Paper) -> Vec<Stay> {
    let tables = paper.stores.iter().flat_map(|s| s.tables.iter().map(move |t| (s, t)));
    let stays = tables.flat_map(|(store, table)| {
        table.keep.iter().map(move |keep| Stay {
            table: format!("{}.{}", store.store, table.table),
            statement: keep.statement.clone(),
            until: keep.until,
            rows: keep.rows,
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
