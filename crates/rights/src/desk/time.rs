//! The clock of a request: made again from its history, and moved by events.
//!
//! Owns: the words by which the history remembers what stopped and extended the clock. Leaves to others: the rules
//! ([`crate::deadline`]).

use abide_policy::text::Country;
use abide_policy::vocab::RequestKind;
use abide_records::requests as stored;
use jiff::civil::Date;

use super::{Act, Desk, Failed};
use crate::deadline::{Calendar, Clock, Extension, Law, NoClock, Pausing};
use crate::state::Tick;

impl Desk {
    /// The clock of a request, from its history.
    ///
    /// # Errors
    /// If the history is damaged.
    pub async fn clock(&self, request: &stored::Request) -> Result<Clock, Failed> {
        let mut clock = clock_of(request.jurisdiction, request.kind, request.received)?;
        let damaged = || Failed::Damaged(request.id.clone());
        for event in self.history(&request.id).await? {
            let detail: serde_json::Value =
                serde_json::from_str(event.detail.as_str()).map_err(|_| damaged())?;
            let day = || {
                detail.get("day").and_then(|d| d.as_str()?.parse::<Date>().ok()).ok_or_else(damaged)
            };
            match detail.get("clock").and_then(serde_json::Value::as_str) {
                Some("paused-identity") => clock.pause(Pausing::Identity, day()?)?,
                Some("paused-clarification") => clock.pause(Pausing::Clarification, day()?)?,
                Some("resumed") => clock.resume(day()?)?,
                Some("extended") => {
                    let until = detail.get("until").and_then(|d| d.as_str()?.parse().ok());
                    let reason = request.extension.as_ref().map_or("told", |e| e.reason.as_str());
                    // The text may be forgotten; that it was told is what counts.
                    let reason = if reason.trim().is_empty() { "told" } else { reason }.to_owned();
                    clock.extend(Extension { told: day()?, reason, until })?;
                }
                _ => {}
            }
        }
        Ok(clock)
    }
}

/// What an event does to the clock, which is extended already if the request was; the word that the history keeps of it.
/// Where the law does not let it stop, it runs. The day on which the request is due follows.
pub(super) fn tick(
    request: &mut stored::Request,
    mut clock: Clock,
    tick: Option<Tick>,
    act: Act<'_>,
) -> Option<&'static str> {
    let word = match tick {
        Some(Tick::Pause(why)) if clock.pause(why, act.today).is_ok() => {
            request.paused_since = Some(act.today);
            Some(match why {
                Pausing::Identity => "paused-identity",
                _ => "paused-clarification",
            })
        }
        Some(Tick::Resume) if clock.resume(act.today).is_ok() => {
            let since = request.paused_since.take().unwrap_or(act.today);
            request.paused_days +=
                u32::try_from((act.today - since).get_days()).unwrap_or_default();
            Some("resumed")
        }
        Some(Tick::Extend) => Some("extended"),
        _ => None,
    };
    request.due = clock.deadline(act.today).due;
    word
}

/// A clock that starts with receipt.
pub(super) fn clock_of(
    jurisdiction: Country,
    kind: RequestKind,
    received: Date,
) -> Result<Clock, NoClock> {
    let calendar = Calendar::of(jurisdiction, None).map_err(|_| NoClock::Received)?;
    Clock::start(Law::of(jurisdiction), kind, calendar, received)
}
