//! What is to be done for a request, and how far it has come: the tables `plan` and `step`.
//!
//! A plan is never changed: data that changed needs a new plan. Only the newest can be approved, and whoever approves it
//! says by its fingerprint what they have seen.

use abide_policy::text::Id;
use abide_policy::vocab::Vocabulary;
use serde_json::json;

use crate::requests::Saved;
use crate::together::{Kind, Put, Statement, over};
use crate::value::{DETAIL, actor};
use crate::{Digest, Document, Error, Records, Row, Writing};

const PLAN: &str = "plan";
const STEP: &str = "step";

/// What [`Writing::save_step`] says.
pub(crate) const STEPS: [Statement; 1] = [over!(
    "INSERT INTO step (request, plan, seq, store, what, state, counts, started_at, ended_at) SELECT v.id, v.plan, v.seq, v.store, v.what, v.state, v.counts, v.started_at, v.ended_at FROM ",
    (id text, plan bigint, seq bigint, store text, what text, state text, counts text, started_at bigint, ended_at bigint),
    " WHERE EXISTS (SELECT 1 FROM plan AS p WHERE p.request = v.id AND p.seq = v.plan) ON CONFLICT (request, plan, seq) DO UPDATE SET state = excluded.state, counts = excluded.counts, started_at = excluded.started_at, ended_at = excluded.ended_at WHERE step.store = excluded.store AND step.what = excluded.what AND step.state <> 'done' RETURNING request"
)];

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its number: the first plan of a request is 1.
    pub seq: u32,
    /// When it was made, in seconds since 1970 (UTC).
    pub made_at: i64,
    /// The hash of the data that it was made from.
    pub fingerprint: Digest,
    /// What it says.
    pub document: Document,
    /// Who approved it, and when.
    pub approved: Option<(String, i64)>,
}

/// What approving a plan came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Approval {
    /// It is approved now (once the transaction is committed).
    Done,
    /// It was approved before.
    Before,
    /// There is a newer plan.
    Newer,
    /// It has another fingerprint.
    Differs,
    /// There is no such plan.
    Missing,
}

/// One step of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which plan of the request.
    pub plan: u32,
    /// Its place in the order of the plan, from 1.
    pub seq: u32,
    /// In which store.
    pub store: Id,
    /// What is done, as a word.
    pub what: Id,
    /// How far it has come.
    pub state: StepState,
    /// How much was deleted, changed, kept.
    pub counts: Document,
    /// When it began, in seconds since 1970 (UTC).
    pub started_at: Option<i64>,
    /// When it ended, in seconds since 1970 (UTC).
    pub ended_at: Option<i64>,
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// It has not begun.
    Pending,
    /// It has begun.
    Running,
    /// It is done, for ever.
    Done,
    /// It could not be done; it may be tried again.
    Failed,
}

impl Vocabulary for StepState {
    const KIND: &'static str = "state of a step";
    const ALL: &'static [Self] = &[Self::Pending, Self::Running, Self::Done, Self::Failed];
    fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
    fn index(self) -> usize {
        self as usize
    }
}

macro_rules! select_plan {
    ($rest:literal) => {
        concat!("SELECT request, seq, made_at, fingerprint, document, approved_by, approved_at FROM plan ", $rest)
    };
}

macro_rules! select_step {
    ($rest:literal) => {
        concat!("SELECT request, plan, seq, store, what, state, counts, started_at, ended_at FROM step ", $rest)
    };
}

impl Step {
    /// Whether another says the same, whenever it was.
    fn same_result(&self, other: &Self) -> bool {
        let told = |s: &Self| (s.store.clone(), s.what.clone(), s.state, s.counts.clone());
        told(self) == told(other)
    }
}

impl Records {
    /// The newest plan of a request.
    ///
    /// # Errors
    /// If the database fails, or the plan is damaged.
    pub async fn newest_plan(&self, request: &Id) -> Result<Option<Plan>, Error> {
        let sql = select_plan!("WHERE request = $1 ORDER BY seq DESC LIMIT 1");
        Ok(self.read(PLAN, sql, vec![request.as_str().into()], plan).await?.pop())
    }
    /// One plan of a request: to compare it with another.
    ///
    /// # Errors
    /// As [`Records::newest_plan`].
    pub async fn plan(&self, request: &Id, seq: u32) -> Result<Option<Plan>, Error> {
        let sql = select_plan!("WHERE request = $1 AND seq = $2");
        let values = vec![request.as_str().into(), i64::from(seq).into()];
        Ok(self.read(PLAN, sql, values, plan).await?.pop())
    }
    /// The steps of a plan, in order.
    ///
    /// # Errors
    /// If the database fails, or a step is damaged.
    pub async fn steps(&self, request: &Id, plan: u32) -> Result<Vec<Step>, Error> {
        let sql = select_step!("WHERE request = $1 AND plan = $2 ORDER BY seq");
        let values = vec![request.as_str().into(), i64::from(plan).into()];
        self.read(STEP, sql, values, step).await
    }
}

impl Writing {
    /// Adds a plan; its number, or `None` if there is no such request.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_plan(
        &mut self,
        request: &Id,
        made_at: i64,
        fingerprint: Digest,
        document: &Document,
    ) -> Result<Option<u32>, Error> {
        let sql =
            "UPDATE request SET plan_count = plan_count + 1 WHERE id = $1 RETURNING plan_count";
        let Some(seq) = self.plan_count(request, sql).await? else { return Ok(None) };
        let values = vec![
            request.as_str().into(),
            i64::from(seq).into(),
            made_at.into(),
            fingerprint.into(),
            document.into(),
        ];
        let sql = "INSERT INTO plan (request, seq, made_at, fingerprint, document) VALUES ($1, $2, $3, $4, $5)";
        self.change(sql, values).await?;
        Ok(Some(seq))
    }

    /// Approves a plan, if it is the newest and has this fingerprint.
    ///
    /// # Errors
    /// If nobody is named, or the database fails.
    pub async fn approve_plan(
        &mut self,
        request: &Id,
        seq: u32,
        fingerprint: Digest,
        by: &str,
        at: i64,
    ) -> Result<Approval, Error> {
        actor(by)?;
        // Changes nothing, but from now on nobody else can add a plan.
        let hold = "UPDATE request SET plan_count = plan_count WHERE id = $1 RETURNING plan_count";
        let Some(newest) = self.plan_count(request, hold).await? else {
            return Ok(Approval::Missing);
        };
        let sql = select_plan!("WHERE request = $1 AND seq = $2");
        let values = vec![request.as_str().into(), i64::from(seq).into()];
        let approval = match self.read(PLAN, sql, values, plan).await?.pop() {
            None => Approval::Missing,
            Some(_) if seq != newest => Approval::Newer,
            Some(plan) if plan.fingerprint != fingerprint => Approval::Differs,
            Some(plan) if plan.approved.is_some() => Approval::Before,
            Some(_) => Approval::Done,
        };
        if approval == Approval::Done {
            let sql = "UPDATE plan SET approved_by = $3, approved_at = $4 WHERE request = $1 AND seq = $2";
            let who = vec![request.as_str().into(), i64::from(seq).into(), by.into(), at.into()];
            self.change(sql, who).await?;
        }
        Ok(approval)
    }

    /// Takes back that a plan was approved, as often as the same is said: it fell, and nothing is carried out by it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn withdraw_approval(&mut self, request: &Id, seq: u32) -> Result<(), Error> {
        let sql = "UPDATE plan SET approved_by = NULL, approved_at = NULL WHERE request = $1 AND seq = $2";
        let values = vec![request.as_str().into(), i64::from(seq).into()];
        self.change(sql, values).await.map(drop)
    }

    /// Saves how far a step has come, however often the same is said. [`Saved::Stale`] if it is done, or is another step;
    /// [`Saved::Missing`] if there is no such plan.
    ///
    /// # Errors
    /// If the counts are too long, or the database fails.
    pub async fn save_step(&mut self, request: &Id, step: &Step) -> Result<Saved, Error> {
        step.counts.within("counts of a step", DETAIL)?;
        let row = json!({
            "id": request.as_str(),
            "plan": step.plan,
            "seq": step.seq,
            "store": step.store.as_str(),
            "what": step.what.as_str(),
            "state": step.state.word(),
            "counts": step.counts.as_str(),
            "started_at": step.started_at,
            "ended_at": step.ended_at,
        });
        let key = Some(format!("{request} {} {}", step.plan, step.seq));
        if self.put(Put { kind: Kind::Step, request, row, key }).await? {
            return Ok(Saved::Done);
        }
        self.same_step(request, step).await
    }

    /// What saving a step that is done comes to, or one without a plan.
    async fn same_step(&mut self, request: &Id, new: &Step) -> Result<Saved, Error> {
        let sql = select_step!("WHERE request = $1 AND plan = $2 AND seq = $3");
        let (plan, seq) = (i64::from(new.plan), i64::from(new.seq));
        let values = vec![request.as_str().into(), plan.into(), seq.into()];
        Ok(match self.read(STEP, sql, values, step).await?.pop() {
            None => Saved::Missing,
            Some(old) if old.same_result(new) => Saved::Done,
            Some(_) => Saved::Stale,
        })
    }

    async fn plan_count(&mut self, request: &Id, sql: &'static str) -> Result<Option<u32>, Error> {
        Ok(self.read("request", sql, vec![request.as_str().into()], Row::count).await?.pop())
    }
}

pub(super) fn plan(row: &mut Row) -> Result<Plan, Error> {
    row.text()?;
    Ok(Plan {
        seq: row.count()?,
        made_at: row.int()?,
        fingerprint: row.parsed()?,
        document: row.document()?,
        approved: row.text_or_none()?.zip(row.int_or_none()?),
    })
}

pub(super) fn step(row: &mut Row) -> Result<Step, Error> {
    row.text()?;
    Ok(Step {
        plan: row.count()?,
        seq: row.count()?,
        store: row.parsed()?,
        what: row.parsed()?,
        state: row.word()?,
        counts: row.document()?,
        started_at: row.int_or_none()?,
        ended_at: row.int_or_none()?,
    })
}
