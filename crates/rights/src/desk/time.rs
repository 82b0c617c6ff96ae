//! The clock of a request: made again from its history, and moved by events.
//!
//! Owns: the words by which the history remembers what stopped and extended the clock, and whose public holidays it counted
//! with. Leaves to others: the rules ([`crate::deadline`]).
//!
//! Which days are public holidays is a matter of law, so those of the desk's present calendar count for every open request:
//! one that was wrong before was never right. But no last day moves in silence. A request keeps the calendar that its
//! history names, until [`Desk::recount`] notes another there, with both days; and a person who was told of an extended
//! period was told its last day, which no calendar puts off any more.

use abide_policy::text::{Country, Id};
use abide_policy::vocab::RequestKind;
use abide_records::requests::history::Event as Noted;
use abide_records::requests::queue::{Cursor, Filter};
use abide_records::requests::{self as stored, is_closed};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Act, Desk, Failed, note, saved};
use crate::deadline::{Calendar, Clock, Extension, Law, NoClock, Pausing};
use crate::state::Tick;

/// What the history calls the last day being counted with other public holidays.
const RECOUNTED: &str = "recounted";
/// Under which name an event has the calendar.
const CALENDAR: &str = "calendar";
/// So many requests are looked at in one go.
const PAGE: u32 = 500;

impl Desk {
    /// The clock of a request, from its history.
    ///
    /// # Errors
    /// If the history is damaged.
    pub async fn clock(&self, request: &stored::Request) -> Result<Clock, Failed> {
        clock_by(request, &self.history(&request.id).await?)
    }

    /// A clock that starts with receipt.
    pub(super) fn clock_of(
        &self,
        jurisdiction: Country,
        kind: RequestKind,
        received: Date,
    ) -> Result<Clock, NoClock> {
        let calendar = self.calendar_of(jurisdiction, received)?;
        Clock::start(Law::of(jurisdiction), kind, calendar, received)
    }

    /// The calendar of a request: that of the desk, if it is under the law of its country. Further days that lie far off would
    /// only be noted for nothing.
    fn calendar_of(&self, jurisdiction: Country, received: Date) -> Result<Calendar, NoClock> {
        if self.calendar.country() == Some(jurisdiction) {
            let last = received.saturating_add(1.year());
            return Ok(self.calendar.clone().between(received, last));
        }
        Calendar::of(jurisdiction, None).map_err(|_| NoClock::Received)
    }

    /// Counts the last days of open requests anew where the desk's public holidays are others by now than those that the
    /// request's history names, and notes there what they are and which day it was and is. An extended period keeps its last
    /// day if it would end later: the person was told that day. Tells of which requests the last day moved.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn recount(&self, act: Act<'_>) -> Result<Vec<Id>, Failed> {
        let (mut moved, mut after) = (Vec::new(), None);
        loop {
            let page = self.records.requests(&Filter::default(), after.as_ref(), PAGE).await?;
            let Some(last) = page.last() else { return Ok(moved) };
            after = Some(Cursor::after(last));
            for request in page {
                match self.recount_one(&request, act).await {
                    Ok(true) => moved.push(request.id),
                    // Who changed it meanwhile did so with the calendar noted before: the next time. What is damaged is told
                    // where it is read.
                    Ok(false) | Err(Failed::Overtaken | Failed::Damaged(_) | Failed::Clock(_)) => {}
                    Err(failed) => return Err(failed),
                }
            }
        }
    }

    /// As [`Desk::recount`], for one request; whether its last day moved.
    ///
    /// # Errors
    /// [`Failed::Overtaken`], or if our own tables fail.
    pub async fn recount_one(
        &self,
        request: &stored::Request,
        act: Act<'_>,
    ) -> Result<bool, Failed> {
        if is_closed(request.state) {
            return Ok(false);
        }
        let mut clock = self.clock(request).await?;
        let calendar = self.calendar_of(request.jurisdiction, request.received)?;
        if *clock.calendar() == calendar {
            return Ok(false);
        }
        let before = clock.deadline(act.today).due;
        clock.count_with(calendar);
        let due = clock.deadline(act.today).due;
        if request.extension.is_some() && due > before {
            return Ok(false);
        }
        let mut detail = json!({ "from": before.to_string(), "due": due.to_string() });
        note_calendar(&mut detail, clock.calendar());
        let changed = stored::Request { due, ..request.clone() };
        let mut writing = self.records.write().await?;
        saved(writing.update_request(&changed, act.now).await?, &request.id)?;
        note(&mut writing, &request.id, act, RECOUNTED, &detail).await?;
        writing.commit().await?;
        Ok(due != before)
    }
}

/// Notes in an event what a place adds to the public holidays of the whole country. An event without any says so too, because
/// one before may have named some.
pub(super) fn note_calendar(detail: &mut Value, calendar: &Calendar) {
    let days: serde_json::Map<String, Value> =
        calendar.own().iter().map(|(day, name)| (day.to_string(), name.as_str().into())).collect();
    if let Some(map) = detail.as_object_mut() {
        let country = calendar.country().as_ref().map(Country::code).map(str::to_owned);
        let noted = json!({ "country": country, "region": calendar.region(), "days": days });
        map.insert(CALENDAR.to_owned(), noted);
    }
}

/// The calendar that an event names; `None` if it is damaged. A region that was known before and is not any more adds nothing,
/// and the deadline warns of it.
fn noted_calendar(country: Country, noted: &Value) -> Option<Calendar> {
    let region = noted.get("region").and_then(Value::as_str);
    let days = noted.get("days").and_then(Value::as_object).into_iter().flatten();
    let days = days.map(|(day, name)| Some((day.parse::<Date>().ok()?, name.as_str()?.to_owned())));
    let calendar = Calendar::of(country, region).or_else(|_| Calendar::of(country, None)).ok()?;
    Some(calendar.with(days.collect::<Option<Vec<_>>>()?))
}

/// What an event of a request's history says of its public holidays, if it counted its last day anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recounted {
    /// The last day before.
    pub from: Date,
    /// The last day since then.
    pub due: Date,
    /// The country whose public holidays count.
    pub country: Country,
    /// The region in it, if one counts.
    pub region: Option<String>,
}

impl Recounted {
    /// What an event says; `None` if it is another.
    #[must_use]
    pub fn of(event: &stored::history::Event) -> Option<Self> {
        let detail: Value = serde_json::from_str(event.detail.as_str()).ok()?;
        let day = |name: &str| detail.get(name)?.as_str()?.parse().ok();
        let calendar = detail.get(CALENDAR).filter(|_| event.what.as_str() == RECOUNTED)?;
        let region = calendar.get("region").and_then(Value::as_str).map(str::to_owned);
        let country = calendar.get("country")?.as_str()?.parse().ok()?;
        Some(Self { from: day("from")?, due: day("due")?, country, region })
    }
}

/// What an event does to the clock, which is extended already if the request was; the word that the history keeps of it.
/// Where the law does not let it stop, it runs. The day on which the request is due follows.
pub(super) fn tick(
    request: &mut stored::Request,
    clock: &mut Clock,
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

/// The clock of a request, by its history.
pub(super) fn clock_by(request: &stored::Request, history: &[Noted]) -> Result<Clock, Failed> {
    let country = request.jurisdiction;
    let plain = Calendar::of(country, None).map_err(|_| NoClock::Received)?;
    let mut clock = Clock::start(Law::of(country), request.kind, plain, request.received)?;
    let damaged = || Failed::Damaged(request.id.clone());
    for event in history {
        let detail: Value = serde_json::from_str(event.detail.as_str()).map_err(|_| damaged())?;
        let day =
            || detail.get("day").and_then(|d| d.as_str()?.parse::<Date>().ok()).ok_or_else(damaged);
        // What happened next was judged by it.
        if let Some(noted) = detail.get(CALENDAR) {
            clock.count_with(noted_calendar(country, noted).ok_or_else(damaged)?);
        }
        match detail.get("clock").and_then(Value::as_str) {
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
