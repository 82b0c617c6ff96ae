//! Between a request as it is stored and where it stands.

use abide_policy::vocab::{RequestState, Waits};
use abide_records::requests as stored;
use abide_records::requests::plans::{Plan, Step, StepState};

use super::document::{Paper, Who};
use crate::state::{PlanRef, Request as Stand, Stage, only_reads};

/// The request as it is stored when it stands there.
pub(super) fn with(mut stored: stored::Request, stand: Stand) -> stored::Request {
    stored.state = stand.state();
    stored.waits = stand.waits();
    stored
}

/// Where a stored request stands. A reason for waiting that is no turn hides the stage: it follows from what is there.
pub(super) fn stand(
    stored: &stored::Request,
    who: Option<&Who>,
    plan: Option<&(Plan, Paper)>,
    steps: &[Step],
) -> Option<Stand> {
    let done = steps.iter().filter(|s| s.state == StepState::Done).count();
    let done = u16::try_from(done).ok()?;
    let reference = plan.and_then(|(plan, paper)| {
        Some(PlanRef {
            fingerprint: plan.fingerprint.0,
            steps: u16::try_from(paper.stores.len()).ok()?,
        })
    });
    let approved = plan.is_some_and(|(plan, _)| plan.approved.is_some());
    // What was not approved is not carried out, however the parts were read.
    let carried_out = reference.filter(|_| approved);
    let settled = who.is_some_and(|w| w.rows.is_some());
    let under_way = |plan: PlanRef| {
        if done < plan.steps { Stage::Running(plan, done) } else { Stage::Verifying(plan) }
    };
    let early = if settled { Stage::Identified } else { Stage::Received };
    let stage = match stored.state {
        RequestState::Received => Stage::Received,
        RequestState::Identified => Stage::Identified,
        RequestState::Planned => Stage::Planned(reference?),
        RequestState::Approved => Stage::Approved(carried_out?),
        RequestState::Running => Stage::Running(carried_out?, done),
        RequestState::Verifying => Stage::Verifying(carried_out?),
        RequestState::Waiting => match stored.waits? {
            Waits::Identity => Stage::Received,
            Waits::Clarification => early,
            Waits::Store if !approved => early,
            Waits::Store | Waits::Hand | Waits::Plan | Waits::Residue | Waits::HandingOut => {
                under_way(carried_out?)
            }
            Waits::Approval | Waits::Turn => return None,
        },
        RequestState::Done => Stage::Done,
        RequestState::Refused => Stage::Refused,
        RequestState::Withdrawn => Stage::Withdrawn,
    };
    let began = steps.iter().any(|s| s.state != StepState::Pending)
        || plan.is_some_and(|(_, paper)| paper.begun);
    let ended =
        matches!(stage, Stage::Refused | Stage::Withdrawn | Stage::Received | Stage::Identified);
    let began = began && !ended && !only_reads(stored.kind);
    Stand::stored(stored.kind, stage, stored.waits, began)
}
