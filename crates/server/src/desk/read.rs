//! Reading everything about a request that its page shows, as it stood at one moment.
//!
//! Owns: which parts are read, and that they fit together though workers go on meanwhile. Leaves to others: what the page says of them
//! ([`super::case`]).

use abide_policy::text::Id;
use abide_policy::vocab::{RequestState, Waits};
use abide_records::holds::Hold;
use abide_records::requests as stored;
use abide_records::requests::duties::{Notice, Reminder};
use abide_records::requests::history::Event;
use abide_rights::deadline::Deadline;
use abide_rights::desk::document::Paper;
use abide_rights::desk::report::Report as Figures;
use abide_rights::desk::{Case, Code, Desk, Failed};
use abide_rights::find::Candidate;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::archive;
use super::beside::without_done;
use super::result::Ours;
use super::words::hour;

/// Everything about a request that its page shows.
pub(super) struct Read {
    pub(super) case: Case,
    pub(super) events: Vec<Event>,
    pub(super) deadline: Deadline,
    pub(super) notices: Vec<Notice>,
    pub(super) reminders: Vec<Reminder>,
    /// The plan before, without what it has done: that is no longer there to be planned.
    pub(super) before: Option<Paper>,
    /// What earlier plans have done, while the newest waits for approval.
    pub(super) so_far: Figures,
    /// How large the copy is that the person asked for.
    pub(super) archive: Option<u64>,
    /// Those who may be meant, while somebody must choose; or what the store says instead.
    pub(super) candidates: Result<Vec<(Code, Candidate)>, String>,
    /// When it is carried out, if that is at a time of day.
    pub(super) hour: Option<Time>,
    pub(super) ours: Ours,
    /// The legal holds on the person, and others that keep rows of the plan.
    pub(super) holds: Vec<Hold>,
    /// Other open requests in which the same was stated.
    pub(super) beside: Vec<stored::Request>,
    pub(super) today: Date,
    /// By whose clocks moments are told.
    pub(super) zone: TimeZone,
}

/// How often it is read again, if a worker went on while it was read: a request has few steps.
const TRIES: u32 = 10;

/// Reads it, as it stood at one moment.
pub(super) async fn read(desk: &Desk, id: &Id, today: Date) -> Result<Read, Failed> {
    let mut read = once(desk, id, today).await?;
    for _ in 0..TRIES {
        let now = desk.records.request(id).await?;
        if now.is_none_or(|now| now.version == read.case.stored.version) {
            break;
        }
        read = once(desk, id, today).await?;
    }
    Ok(read)
}

async fn once(desk: &Desk, id: &Id, today: Date) -> Result<Read, Failed> {
    let case = desk.case(id).await?;
    let events = desk.records.events(id, 0).await?.into_iter().map(|(_, event)| event).collect();
    // Of what is closed it counts how it stood then.
    let day = desk.closed_on(&case.stored).unwrap_or(today);
    let deadline = desk.clock(&case.stored).await?.deadline(day);
    let candidates = if case.stored.waits == Some(Waits::Identity) {
        match desk.candidates(&case).await {
            Ok(found) => Ok(found.into_iter().map(|f| (Code::of(&desk.atlas, &f), f)).collect()),
            Err(Failed::Store(error)) => Err(error.to_string()),
            Err(other) => return Err(other),
        }
    } else {
        Ok(Vec::new())
    };
    let seq = case.plan.as_ref().and_then(|(plan, _)| plan.seq.checked_sub(1)).filter(|s| *s > 0);
    let before = match seq {
        Some(seq) => {
            let plan = desk.records.plan(id, seq).await?;
            let paper = plan.and_then(|p| serde_json::from_str(p.document.as_str()).ok());
            let steps = desk.records.steps(id, seq).await?;
            paper.map(|paper| without_done(paper, &steps))
        }
        None => None,
    };
    let so_far = match case.stored.waits {
        Some(Waits::Approval) => desk.so_far(&case).await?,
        _ => Figures::default(),
    };
    Ok(Read {
        hour: hour(desk, &case.stored, today),
        notices: desk.records.notices(id).await?,
        reminders: desk.records.reminders(id).await?,
        before,
        so_far,
        archive: archive::size(desk, &case.stored).await,
        ours: Ours::read(desk, &case, today).await?,
        holds: desk.holds_on(&case).await?,
        beside: match stored::is_closed(case.stored.state) {
            true => Vec::new(),
            false => desk.open_beside(&case).await?,
        },
        today,
        zone: desk.zone.clone(),
        case,
        events,
        deadline,
        candidates,
    })
}

impl Read {
    /// Whether somebody still has to see to this.
    pub(super) fn is_reminded_of(&self, code: &str) -> bool {
        self.reminders.iter().any(|r| is_open(r) && r.code.as_str() == code)
    }

    /// Who must be told of what was or will be done.
    pub(super) fn must_be_told(&self) -> impl Iterator<Item = &Notice> {
        let ended = [RequestState::Refused, RequestState::Withdrawn];
        self.notices.iter().filter(move |_| !ended.contains(&self.case.stored.state))
    }

    /// Whether a worker has its turn, so that the page changes by itself.
    pub(super) fn moves(&self) -> bool {
        self.case.stored.waits == Some(Waits::Turn) && self.hour.is_none()
    }
}

pub(super) const fn is_open(reminder: &Reminder) -> bool {
    reminder.done_at.is_none()
}
