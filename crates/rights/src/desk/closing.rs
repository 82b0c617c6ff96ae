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

use super::document::{Paper, fingerprint};
use super::report::{Corrected, Remaining, Report, Stay};
use super::steps::BY_HAND;
use super::work::{counts_of, noted};
use super::{Act, Case, Desk, Failed, SETTLED, STAYS, asked, saved};
use crate::execute::{Done, known_values};
use crate::state::Event;
use crate::verify::{self, Erased, Noted, Residue};

/// What is told of a store that keeps old versions, and the code of the reminder to see to them.
pub const OLD_VERSIONS: &str = Remains::Versions { until: None }.word();
/// The event in which something was found that is not as planned.
pub(super) const FOUND: &str = "residue-found";
/// For how long an erased person is remembered by a mark, in years.
const REMEMBERED: i32 = 3;

impl Desk {
    pub(super) async fn verify(
        &self,
        case: Case,
        done: &[Done],
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let read = match self.stays(&case).await? {
            true => self.as_decided(&case, act).await.map(Ok),
            false => self.read_back(&case, done, act).await,
        };
        match read {
            Err(Failed::Store(error)) if error.is_temporary() => self.away(case, act).await,
            Err(other) => Err(other),
            Ok(Ok(report)) => self.close(case, &report, act).await,
            Ok(Err(residue)) => self.go(case, Event::ResidueFound, FOUND, &residue, act).await,
        }
    }

    /// Whether somebody decided, after what was found last, that it stays.
    async fn stays(&self, case: &Case) -> Result<bool, Failed> {
        let history = self.history(&case.stored.id).await?;
        let last = history.iter().rev().find(|e| [SETTLED, FOUND].contains(&e.what.as_str()));
        let detail = last.filter(|e| e.what.as_str() == SETTLED).map(|e| e.detail.as_str());
        let detail = detail.and_then(|d| serde_json::from_str::<Value>(d).ok());
        Ok(detail.is_some_and(|d| d.get("what").is_some_and(|what| what == STAYS)))
    }

    /// What is kept of a request of which somebody decided that what was found stays.
    async fn as_decided(&self, case: &Case, act: Act<'_>) -> Result<Value, Failed> {
        let plan = case.plan.as_ref().map(|(_, paper)| paper);
        match (case.stored.kind, plan) {
            (RequestKind::Erasure, Some(paper)) => {
                let subjects = [self.subject(case)];
                let work = self.working(&subjects, case, act, paper.seed());
                let erased = verify::as_decided(&work, &self.noted_steps(case, paper)).await?;
                let report = self.report(case, &erased, act.today).await?;
                Ok(json!(Report { accepted: true, ..report }))
            }
            (RequestKind::Rectification, _) => {
                Ok(json!(Corrected { accepted: true, ..self.corrected(case).await? }))
            }
            _ => Ok(json!({})),
        }
    }

    /// What is kept of a request that was done; or what is not as it should be.
    async fn read_back(
        &self,
        case: &Case,
        done: &[Done],
        act: Act<'_>,
    ) -> Result<Result<serde_json::Value, serde_json::Value>, Failed> {
        match case.stored.kind {
            RequestKind::Erasure => match self.verify_erasure(case, done, act).await? {
                Ok(erased) => Ok(Ok(json!(self.report(case, &erased, act.today).await?))),
                Err(residue) => Ok(Err(residue)),
            },
            RequestKind::Rectification => {
                let subjects = [self.subject(case)];
                let work = self.working(&subjects, case, act, [0; 16]);
                let verified = self.rectification(case)?.verified(&work).await?;
                let corrected = json!(self.corrected(case).await?);
                Ok(if verified { Ok(corrected) } else { Err(json!({ "values": "differ" })) })
            }
            RequestKind::Access | RequestKind::Portability => {
                let there = self.archive(&case.stored.id).is_file();
                let written = case.steps.last().and_then(counts_of).unwrap_or_else(|| json!({}));
                Ok(if there { Ok(written) } else { Err(json!({ "archive": "missing" })) })
            }
            RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal => {
                let holds = self.remembers(case).await?;
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

    async fn verify_erasure(
        &self,
        case: &Case,
        done: &[Done],
        act: Act<'_>,
    ) -> Result<Result<Erased, serde_json::Value>, Failed> {
        let paper = case.plan.as_ref().map(|(_, paper)| paper.clone());
        let paper = paper.ok_or_else(|| Failed::Damaged(case.stored.id.clone()))?;
        let subjects = [self.subject(case)];
        let work = self.working(&subjects, case, act, paper.seed());
        if done.len() == paper.stores.len() {
            let read = verify::touched(&work, done).await?;
            let read = match read {
                Ok(erased) if self.sweeps => erased.after_sweep(self.swept_alone(done).await?),
                read => read,
            };
            return Ok(read.map_err(|residue| verify::told(&residue)));
        }
        let steps = self.noted_steps(case, &paper);
        let complete = steps.len() == paper.stores.len();
        let erased = if complete { verify::as_noted(&work, &steps).await? } else { None };
        Ok(erased.ok_or_else(|| json!({ "residue": [{ "what": "differs" }] })))
    }

    /// What a sweep finds of one person, whose steps were all seen.
    async fn swept_alone(&self, done: &[Done]) -> Result<Option<BTreeSet<Residue>>, Failed> {
        let known = done.iter().flat_map(|d| known_values(&self.atlas, &d.rows).into_values());
        let known = [known.flatten().collect()];
        Ok(self.swept(done, &known, None, &mut |_| ()).await?.pop().flatten())
    }

    fn noted_steps(&self, case: &Case, paper: &Paper) -> Vec<Noted> {
        (0..paper.stores.len()).filter_map(|at| self.noted_step(case, paper, at)).collect()
    }

    fn noted_step(&self, case: &Case, paper: &Paper, at: usize) -> Option<Noted> {
        let counts = noted(case, u16::try_from(at).ok()?)?;
        let number = |name: &str| counts.get(name).and_then(serde_json::Value::as_u64);
        let after = fingerprint(counts.get("after")?.as_str()?)?;
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
            kept: case.plan.as_ref().map(|(_, paper)| kept(paper)).unwrap_or_default(),
            swept: erased.swept() && before == Before::default(),
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
}

impl Before {
    fn add(&mut self, step: &Step) {
        let counts = counts_of(step).unwrap_or_default();
        let number = |name: &str| counts.get(name).and_then(serde_json::Value::as_u64);
        let (deleted, changed) =
            (number("deleted").unwrap_or_default(), number("changed").unwrap_or_default());
        if step.state == StepState::Done {
            self.deleted += deleted;
            self.changed += changed;
        } else {
            self.unknown += deleted + changed;
        }
    }
}
