//! Until when a request must be answered.
//!
//! Owns: periods as rules of each law with their sources, working days and public holidays ([`Calendar`]), what stops and
//! what extends a period. Implements GDPR Art. 12(3), 12(6) with Regulation (EEC, Euratom) 1182/71 Art. 3; UK GDPR
//! Art. 12A; Swiss FADP Art. 25(7) with Art. 18 of its ordinance. Leaves to others: storing what happened when, and which
//! law an organisation is under.
//!
//! The day is passed in: nothing here asks a clock. Days are those of the controller's place.

mod calendar;
mod holidays;
mod law;
mod zone;

use abide_policy::vocab::{RequestKind, Waits};
use jiff::ToSpan;
use jiff::civil::{Date, date};

pub use calendar::{Calendar, NoRegion, Unknown};
pub use law::{Law, Source, Standing};

/// The first day that is taken for one of receipt: the GDPR applies since then.
pub const FIRST: Date = date(2018, 5, 25);
/// The last one.
pub const LAST: Date = date(2199, 12, 31);

/// Why a clock stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pausing {
    /// There is reasonable doubt who the person is, and they were asked.
    Identity,
    /// The person was asked what exactly they want to see.
    Clarification,
    /// A fee that may be charged was asked for.
    Fee,
}

impl Pausing {
    /// The reason that goes with what a request waits for.
    #[must_use]
    pub const fn of(waits: Waits) -> Option<Self> {
        match waits {
            Waits::Identity => Some(Self::Identity),
            Waits::Clarification => Some(Self::Clarification),
            _ => None,
        }
    }
}

/// A time in which the clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pause {
    why: Pausing,
    asked: Date,
    answered: Option<Date>,
}

/// More time, taken by telling the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// When the person was told.
    pub told: Date,
    /// Why; the person was told that too.
    pub reason: String,
    /// The day that was named, in Switzerland.
    pub until: Option<Date>,
}

/// What stops something from being done to a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoClock {
    /// Received before the law, or far in the future.
    #[error(
        "a request cannot have been received on this day: give a day from 2018-05-25 to 2199-12-31"
    )]
    Received,
    /// The law knows no such reason.
    #[error(
        "the clock does not stop for this reason under the law of the request: extend the period instead, or answer in time"
    )]
    NoReason,
    /// A pause within a pause, or an answer without a question.
    #[error(
        "the clock stands already, or runs already: end what is open first, then start the next"
    )]
    Order,
    /// A day before the one it must follow.
    #[error(
        "this day lies before what it follows: give a day from receipt on, after earlier pauses"
    )]
    Early,
    /// The period is over.
    #[error("the period was over on this day: answer without delay and say why it is late")]
    Late,
    /// Extended twice.
    #[error(
        "the period was extended already, which the law allows once: answer until the day that was told"
    )]
    Twice,
    /// Without a reason.
    #[error("an extension needs a reason that the person is told: give one")]
    NoReasonTold,
    /// The day named does not fit the law.
    #[error(
        "name the last day only where the law leaves it to you (Switzerland), later than the period itself"
    )]
    Until,
}

/// When a request came, and what has stopped or extended its period since.
///
/// ```
/// use abide_policy::vocab::RequestKind;
/// use abide_rights::deadline::{Calendar, Clock, Law, State};
/// use jiff::civil::date;
/// let germany = Calendar::of("DE".parse()?, None)?;
/// let clock = Clock::start(Law::Gdpr, RequestKind::Erasure, germany, date(2026, 3, 4))?;
/// // 4 April 2026 is the Saturday before Easter: Monday is a holiday too.
/// let deadline = clock.deadline(date(2026, 3, 30));
/// assert_eq!((deadline.due, deadline.days_left), (date(2026, 4, 7), 8));
/// assert_eq!(deadline.state, State::Running);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    law: Law,
    kind: RequestKind,
    calendar: Calendar,
    received: Date,
    pauses: Vec<Pause>,
    extension: Option<Extension>,
}

/// How a request stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The clock runs.
    Running,
    /// It stands: an answer is missing.
    Paused,
    /// It runs longer, as the person was told.
    Extended,
    /// The last day is over.
    Overdue,
}

/// What the day may be earlier or later for than stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Warning {
    /// No rule is known for the law.
    #[error(
        "no period is known for this country: the strictest known one counts (GDPR Art. 12(3), FADP)"
    )]
    UnknownLaw,
    /// No holiday is known for the country.
    #[error(
        "no public holidays are known for this place: only weekends count, so the day may be early"
    )]
    UnknownHolidays,
    /// Regions have further holidays.
    #[error(
        "public holidays of the region are not counted: name it in the site file (`region`), or its days (`holidays`); until then the day may be early"
    )]
    RegionalHolidays,
    /// The region is named, but none of its holidays is known.
    #[error(
        "no public holidays of the region are known, only those of the country: name its days of this year in the site file (`holidays`); until then the day may be early"
    )]
    UnknownRegion,
}

/// Until when, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The last day; it ends with its last hour.
    pub due: Date,
    /// Days from today to it; negative when it is over.
    pub days_left: i32,
    /// How it stands.
    pub state: State,
    /// Where its rules are written.
    pub sources: Vec<Source>,
    /// What was not known.
    pub warnings: Vec<Warning>,
    /// Whose public holidays were counted.
    pub calendar: Calendar,
    /// The public holidays by which the last day was put off, with their names.
    pub put_off: Vec<(Date, String)>,
}

impl Clock {
    /// Starts with receipt, whether that is a working day or not.
    ///
    /// # Errors
    /// [`NoClock::Received`].
    pub fn start(
        law: Law,
        kind: RequestKind,
        calendar: Calendar,
        received: Date,
    ) -> Result<Self, NoClock> {
        if !(FIRST..=LAST).contains(&received) {
            return Err(NoClock::Received);
        }
        Ok(Self { law, kind, calendar, received, pauses: Vec::new(), extension: None })
    }

    /// Stops on the day on which the person is asked.
    ///
    /// # Errors
    /// Where the law does not stop for this, the clock stands already, or the period is over.
    pub fn pause(&mut self, why: Pausing, asked: Date) -> Result<(), NoClock> {
        if !self.law.pauses(why, self.kind) {
            return Err(NoClock::NoReason);
        }
        if self.is_paused() {
            return Err(NoClock::Order);
        }
        self.after_all(asked)?;
        if asked > self.due(asked) {
            return Err(NoClock::Late);
        }
        self.pauses.push(Pause { why, asked, answered: None });
        Ok(())
    }

    /// Goes on, on the day on which the answer arrives.
    ///
    /// # Errors
    /// Where the clock does not stand, or the day lies before the question.
    pub fn resume(&mut self, answered: Date) -> Result<(), NoClock> {
        let open = self.pauses.last_mut().filter(|pause| pause.answered.is_none());
        let pause = open.ok_or(NoClock::Order)?;
        if answered < pause.asked || answered > LAST {
            return Err(NoClock::Early);
        }
        pause.answered = Some(answered);
        Ok(())
    }

    /// Extends the period; the person must be told before it ends.
    ///
    /// # Errors
    /// Where it was extended before, told too late or without a reason, or names a day that the law does not leave open.
    pub fn extend(&mut self, extension: Extension) -> Result<(), NoClock> {
        if self.extension.is_some() {
            return Err(NoClock::Twice);
        }
        if extension.reason.trim().is_empty() {
            return Err(NoClock::NoReasonTold);
        }
        if extension.told < self.received {
            return Err(NoClock::Early);
        }
        let due = self.due(extension.told);
        if extension.told > due {
            return Err(NoClock::Late);
        }
        let names_the_day = self.law == Law::SwissFadp;
        let fits = extension
            .until
            .map_or(!names_the_day, |day| names_the_day && (due..=LAST).contains(&day));
        if !fits {
            return Err(NoClock::Until);
        }
        self.extension = Some(extension);
        Ok(())
    }

    /// How it stands on a day.
    #[must_use]
    pub fn deadline(&self, today: Date) -> Deadline {
        let due = self.due(today);
        let state = match () {
            () if self.is_paused() => State::Paused,
            () if today > due => State::Overdue,
            () if self.extension.is_some() => State::Extended,
            () => State::Running,
        };
        let days_left = (due - today).get_days();
        let (calendar, end) = (&self.calendar, self.end(today));
        let moves = self.law.moves_to_working_days();
        Deadline {
            due,
            days_left,
            state,
            sources: self.sources(),
            warnings: self.warnings(due),
            calendar: calendar.clone(),
            put_off: if moves { calendar.put_off(end) } else { Vec::new() },
        }
    }

    /// Counts with the public holidays of this calendar from now on.
    pub fn count_with(&mut self, calendar: Calendar) {
        self.calendar = calendar;
    }

    /// Whose public holidays it counts with.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    fn is_paused(&self) -> bool {
        self.pauses.last().is_some_and(|pause| pause.answered.is_none())
    }

    fn after_all(&self, day: Date) -> Result<(), NoClock> {
        let last = self.pauses.last().and_then(|pause| pause.answered).unwrap_or(self.received);
        if day < last || day > LAST { Err(NoClock::Early) } else { Ok(()) }
    }

    /// The last day, as far as is known today: an open pause is counted until today.
    fn due(&self, today: Date) -> Date {
        let end = self.end(today);
        if self.law.moves_to_working_days() { self.calendar.next_working(end) } else { end }
    }

    /// The end of the period, whether that is a working day or not.
    fn end(&self, today: Date) -> Date {
        let start = self.starts(today);
        let last = match &self.extension {
            None => self.law.base(start),
            Some(told) => self.law.extended(start).or(told.until).unwrap_or(start),
        };
        last.saturating_add(self.stood(today).days())
    }

    /// When the period starts: on receipt, or when the last thing arrived with which the law lets it start.
    fn starts(&self, today: Date) -> Date {
        let restarts = self.pauses.iter().filter(|pause| self.law.restarts(pause.why));
        let answers = restarts.map(|pause| pause.answered.unwrap_or(today.max(pause.asked)));
        answers.fold(self.received, Date::max)
    }

    /// Days that do not count.
    fn stood(&self, today: Date) -> i32 {
        let start = self.starts(today);
        let standing = self.pauses.iter().filter(|p| !self.law.restarts(p.why) && p.asked >= start);
        standing
            .map(|pause| {
                let end = pause.answered.unwrap_or(today.max(pause.asked));
                // In the United Kingdom both the day of the question and that of the answer are left out.
                (end - pause.asked).get_days() + i32::from(self.law == Law::UkGdpr)
            })
            .sum()
    }

    fn sources(&self) -> Vec<Source> {
        let mut sources = match self.law {
            Law::Unknown => [Law::Gdpr, Law::SwissFadp].map(Law::base_sources).concat(),
            known => known.base_sources().to_vec(),
        };
        sources.extend(self.extension.is_some().then(|| self.law.extension_source()));
        for pause in &self.pauses {
            let source = self.law.pause_source(pause.why);
            sources.extend(source.filter(|source| !sources.contains(source)));
        }
        sources
    }

    fn warnings(&self, due: Date) -> Vec<Warning> {
        let law = (self.law == Law::Unknown).then_some(Warning::UnknownLaw);
        let holidays = self.calendar.unknown(due.year()).map(|unknown| match unknown {
            Unknown::All => Warning::UnknownHolidays,
            Unknown::Unnamed => Warning::RegionalHolidays,
            Unknown::Region => Warning::UnknownRegion,
        });
        law.into_iter().chain(holidays).collect()
    }
}

#[cfg(test)]
mod tests;
