//! What belongs to requests, read of many at once: the newest plan, its steps, the history.
//!
//! Owns: that a thousand requests are read with a few statements. Leaves to others: reading one table of one request ([`super::plans`],
//! [`super::history`]), what the parts mean together.

use std::collections::BTreeMap;

use abide_policy::text::Id;
use serde_json::json;

use super::history::{self, Event};
use super::plans::{self, Plan, Step};
use crate::together::{Statement, over};
use crate::{Error, Records, Row};

/// What belongs to a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// Its newest plan.
    pub plan: Option<Plan>,
    /// The steps of that plan, in order.
    pub steps: Vec<Step>,
    /// What happened to it, in order.
    pub events: Vec<Event>,
}

const PLANS: Statement = over!(
    "SELECT p.request, p.seq, p.made_at, p.fingerprint, p.document, p.approved_by, p.approved_at FROM ",
    (id text),
    " CROSS JOIN plan AS p WHERE p.request = v.id AND p.seq = (SELECT max(q.seq) FROM plan AS q WHERE q.request = v.id)"
);
const STEPS: Statement = over!(
    "SELECT s.request, s.plan, s.seq, s.store, s.what, s.state, s.counts, s.started_at, s.ended_at FROM ",
    (id text),
    " CROSS JOIN step AS s WHERE s.request = v.id ORDER BY s.request, s.plan, s.seq"
);
const EVENTS: Statement = over!(
    "SELECT e.request, e.seq, e.at, e.actor, e.what, e.detail FROM ",
    (id text),
    " CROSS JOIN request_event AS e WHERE e.request = v.id ORDER BY e.request, e.seq"
);

impl Records {
    /// What belongs to each of these requests, read as it is when it is read; of one that is not there, nothing.
    ///
    /// # Errors
    /// If the database fails, or something of one of them is damaged.
    pub async fn wholes(&self, ids: &[&Id]) -> Result<BTreeMap<Id, Whole>, Error> {
        let mut all = BTreeMap::<Id, Whole>::new();
        let over = || ids.iter().map(|id| json!({ "id": id.as_str() }));
        for (id, plan) in self.read_over("plan", &PLANS, over(), of(plans::plan)).await? {
            all.entry(id).or_default().plan = Some(plan);
        }
        for (id, step) in self.read_over("step", &STEPS, over(), of(plans::step)).await? {
            let whole = all.entry(id).or_default();
            // Those of earlier plans are told apart by their number.
            if whole.plan.as_ref().is_some_and(|plan| plan.seq == step.plan) {
                whole.steps.push(step);
            }
        }
        let events = self.read_over("request_event", &EVENTS, over(), of(history::event)).await?;
        for (id, (_, event)) in events {
            all.entry(id).or_default().events.push(event);
        }
        Ok(all)
    }
}

/// Of which request a row is, and what it says.
fn of<T>(read: fn(&mut Row) -> Result<T, Error>) -> impl Fn(&mut Row) -> Result<(Id, T), Error> {
    move |row| {
        let id = row.named().parse().map_err(|_| row.damaged())?;
        Ok((id, read(row)?))
    }
}
