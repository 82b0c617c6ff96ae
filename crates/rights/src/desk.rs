//! The desk at which requests are answered: opened, settled, planned, approved, carried out, verified, closed.
//!
//! Owns: bringing together a request as it is stored (`abide-records`), where it may go ([`crate::state`]), until when
//! ([`crate::deadline`]), and the data itself. What one person at the desk does is here; what workers do by themselves is in
//! [`work`]. Leaves to others: what people see of it, where time and chance come from.
//!
//! Each change of a request is saved together with the event that tells of it, over the version that was read: who was
//! overtaken reads again. So any process may end at any instruction.

use std::path::PathBuf;
use std::sync::Arc;

use abide_policy::text::{Country, Id, Period};
use abide_policy::vocab::{Fact, Lang, RequestKind};
use abide_records::people::Keyed;
use abide_records::requests::duties::Reminder;
use abide_records::requests::plans::Approval;
use abide_records::requests::{self as stored, NewRequest};
use abide_records::{Digest, Records, Writing};
use abide_stores::{Remains, Store};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::atlas::Atlas;
use crate::deadline::Calendar;
use crate::execute::Redactor;
use crate::export::{Voices, Written};
use crate::find::{Candidate, Depth, are_exact, elsewhere, find};
use crate::identity::{Asked, Keys, Mark, NotAsked};
use crate::own;
use crate::reach::Sessions;
use crate::rectify;
use crate::state::{Event, NotNow, Question, Refusal, Residue};

pub mod batch;
mod case;
mod choosing;
pub mod chosen;
mod cleaning;
mod closing;
mod correcting;
pub mod document;
mod failed;
mod following;
mod handing_out;
mod hands;
mod happening;
pub mod holds;
mod kin;
mod rekey;
pub mod report;
mod resting;
mod retention;
pub mod returned;
mod stand;
mod steps;
mod telling;
mod theirs;
mod time;
pub mod unread;
pub mod watching;
pub mod work;

pub use case::{At, Case};
pub use choosing::{Code, picked};
pub use cleaning::UNTIL_CLEANED;
pub use closing::{OLD_VERSIONS, RESIDUE};
pub use correcting::put_right;
use document::{Who, document};
pub use failed::Failed;
pub use handing_out::{COPY_READY, HANDING_OUT, Handed, lies_ready, voices_of};
pub use hands::is_of_a_step;
pub(crate) use happening::{note, saved};
pub use holds::HELD;
pub use rekey::Moved;
pub use retention::Forgotten;
use stand::with;
pub use telling::{Untold, tells, ticked};
pub use time::Recounted;
use watching::Watching;

/// The desk. One value serves the whole process; many tasks may work at it.
pub struct Desk {
    /// Our own tables.
    pub records: Records,
    /// The maps.
    pub atlas: Arc<Atlas>,
    /// The stores, in the order of the atlas.
    pub stores: Vec<Arc<dyn Store>>,
    /// What marks of people are made with; without keys nobody is remembered.
    pub keys: Option<Keys>,
    /// What takes people out of texts.
    pub redactor: Arc<dyn Redactor>,
    /// The folder into which exports are written.
    pub exports: PathBuf,
    /// How long closed requests are kept.
    pub kept: Period,
    /// Before an erasure is called done, all stores are read whole for values that only erased people had. Then a single
    /// erasure is a batch too. What such a desk carried out no other closes.
    pub sweeps: bool,
    /// When approved erasures are carried out together, each day (UTC); whenever a worker has time if it is not said.
    pub erasures_at: Option<Time>,
    /// Where the organisation is: by its clocks a day begins and ends.
    pub zone: TimeZone,
    /// Whose public holidays count for requests under the law of its country; under another law those of the whole country do.
    pub calendar: Calendar,
    /// Told how far the archive of a request is, while it is written.
    pub exporting: Option<Exporting>,
    /// Told how far the work is that many requests share, and that on whole stores.
    pub watching: Option<Watching>,
}

/// Told of a request how far its archive is.
pub type Exporting = Arc<dyn Fn(&Id, Written) + Send + Sync>;

/// When something happens, and who does it.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// Now, in seconds since 1970 (UTC).
    pub now: i64,
    /// Today, where the organisation is.
    pub today: Date,
    /// Who: a name of a person or of a worker, for the history.
    pub by: &'a str,
}

/// A request that arrives.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Its id: random.
    pub id: Id,
    /// What is asked for.
    pub kind: RequestKind,
    /// Whom it is about, and what else is wished.
    pub who: Who,
    /// Whose law sets the deadline.
    pub jurisdiction: Country,
    /// The person's language.
    pub language: Lang,
    /// The version of the policy under which it is answered: `service@1`.
    pub policy: String,
    /// The day on which it arrived.
    pub received: Date,
}

/// The event in which somebody decided about what was found, and that it stays.
const SETTLED: &str = "residue-settled";
const STAYS: &str = "stays";

impl Desk {
    /// What somebody does at a moment, on the day that it is then where the organisation is.
    #[must_use]
    pub fn act<'a>(&self, now: Timestamp, by: &'a str) -> Act<'a> {
        Act { now: now.as_second(), today: self.day(now), by }
    }

    /// The day of a moment where the organisation is.
    #[must_use]
    pub fn day(&self, moment: Timestamp) -> Date {
        self.zone.to_datetime(moment).date()
    }

    /// As [`Desk::day`], of a moment as our own tables keep it: in seconds since 1970 (UTC).
    #[must_use]
    pub fn day_of(&self, seconds: i64) -> Date {
        own::day(seconds, &self.zone)
    }

    /// The day on which a request was closed, if it is: by that day it was in time or not.
    #[must_use]
    pub fn closed_on(&self, request: &stored::Request) -> Option<Date> {
        request.closed_at.map(|at| self.day_of(at))
    }

    /// Opens a request.
    ///
    /// # Errors
    /// If the facts do not say who it is about, the day cannot be one of receipt, or a value cannot be put where it shall.
    pub async fn open(&self, opening: &Opening, act: Act<'_>) -> Result<(), Failed> {
        let opening = &self.checked(opening).await?;
        let asked = asked(&opening.who)?;
        let mut writing = self.records.write().await?;
        self.opening(&mut writing, opening, &asked, act).await?;
        Ok(writing.commit().await?)
    }

    /// A request as it is kept: values to put right as the stores will write them.
    async fn checked(&self, opening: &Opening) -> Result<Opening, Failed> {
        let mut opening = opening.clone();
        if opening.kind == RequestKind::Rectification {
            let set = &opening.who.wish.set;
            opening.who.wish.set = rectify::checked(&self.atlas, &self.stores, set).await?;
        }
        Ok(opening)
    }

    /// As [`Desk::open`], inside a transaction that saves more.
    async fn opening(
        &self,
        writing: &mut Writing,
        opening: &Opening,
        asked: &Asked,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let clock = self.clock_of(opening.jurisdiction, opening.kind, opening.received)?;
        let subject = document(&opening.who).ok_or(Failed::Damaged(opening.id.clone()))?;
        let new = NewRequest {
            id: opening.id.clone(),
            kind: opening.kind,
            jurisdiction: opening.jurisdiction,
            language: opening.language,
            policy: opening.policy.clone(),
            subject,
            received: opening.received,
            due: clock.deadline(act.today).due,
        };
        saved(writing.add_request(&new, act.now).await?, &opening.id)?;
        self.rekey(writing, asked).await?;
        for (fact, keyed) in self.marks(asked) {
            saved(writing.add_identity(&opening.id, &keyed, fact).await?, &opening.id)?;
        }
        let mut detail = serde_json::json!({ "day": opening.received.to_string() });
        time::note_calendar(&mut detail, clock.calendar());
        note(writing, &opening.id, act, "received", &detail).await
    }

    /// That the tables of each store are those that were read when it was opened: somebody may have added others, or columns, and a plan
    /// or a sweep would pass over them. A store that does not answer is told of where it is needed.
    ///
    /// # Errors
    /// [`abide_stores::Error::Migrated`]: then the stores must be opened anew.
    pub async fn stores_as_read(&self) -> Result<(), Failed> {
        for store in &self.stores {
            if let Ok(false) = store.is_as_read().await {
                let store = store.id().to_owned();
                return Err(abide_stores::Error::Migrated { store }.into());
            }
        }
        Ok(())
    }

    /// People who may be meant.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn candidates(&self, case: &Case) -> Result<Vec<Candidate>, Failed> {
        self.meant(&asked(&case.who.clone().unwrap_or_default())?).await
    }

    /// As [`Desk::people`], with whoever in another table of people has an e-mail address of theirs.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn meant(&self, asked: &Asked) -> Result<Vec<Candidate>, Failed> {
        let mut found = self.people(asked).await?;
        let mut sessions = Sessions::open(&self.stores, None).await?;
        found.extend(elsewhere(&self.atlas, &mut sessions, &found).await?);
        Ok(found)
    }

    /// People who are known by these facts, in any spelling: by indexes where the map says that they find all (`exact`) and
    /// they find somebody, else by reading the tables of people. Whoever has the same number in another spelling is found too,
    /// so that nobody is taken for the only one.
    ///
    /// # Errors
    /// Whatever a store reports.
    pub async fn people(&self, asked: &Asked) -> Result<Vec<Candidate>, Failed> {
        let mut sessions = Sessions::open(&self.stores, None).await?;
        self.people_in(&mut sessions, asked).await
    }

    async fn people_in(
        &self,
        sessions: &mut Sessions,
        asked: &Asked,
    ) -> Result<Vec<Candidate>, Failed> {
        if are_exact(&self.atlas, asked) {
            let found = find(&self.atlas, sessions, asked, Depth::Spellings).await?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(find(&self.atlas, sessions, asked, Depth::Anything).await?)
    }

    /// Asks the person who they are or what they want; the clock stands meanwhile, if the law says so.
    ///
    /// # Errors
    /// If this is not the time for it.
    pub async fn ask(
        &self,
        at: impl Into<At<'_>>,
        question: Question,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let at = at.into();
        let case = self.case(at).await?;
        let had_copy = lies_ready(&case.stored);
        self.go(case, Event::Asked(question), "asked", &serde_json::json!({}), act).await?;
        if had_copy { self.throw_away(at.id) } else { Ok(()) }
    }

    /// The person has answered.
    ///
    /// # Errors
    /// If nothing was asked.
    pub async fn answered(&self, at: impl Into<At<'_>>, act: Act<'_>) -> Result<(), Failed> {
        let case = self.case(at).await?;
        self.go(case, Event::Answered, "answered", &serde_json::json!({}), act).await.map(drop)
    }

    /// Approves the plan of this fingerprint.
    ///
    /// # Errors
    /// [`Failed::OtherPlan`] if another one is there by now.
    pub async fn approve(
        &self,
        at: impl Into<At<'_>>,
        fingerprint: Digest,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        self.approve_with(at, fingerprint, None, act).await
    }

    /// As [`Desk::approve`]; and says which recordings a copy has, if that was weighed.
    ///
    /// # Errors
    /// As [`Desk::approve`].
    pub async fn approve_with(
        &self,
        at: impl Into<At<'_>>,
        fingerprint: Digest,
        voices: Option<Voices>,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let at = at.into();
        let (mut case, id) = (self.case(at).await?, at.id);
        let seq = case.plan.as_ref().map(|(plan, _)| plan.seq).ok_or(Failed::OtherPlan)?;
        if self.holds_changed(&case, act).await? {
            return Err(Failed::OtherPlan);
        }
        if self.is_found_anew(&case, act).await? {
            return Err(Failed::FoundAnew);
        }
        let next = case.stand.step(Event::Approved(fingerprint.0))?;
        if let (Some(voices), Some(who)) = (voices, &mut case.who) {
            who.wish.voices = voices;
            case.stored.subject = document(who);
        }
        let shared = case.who.as_ref().is_some_and(|w| w.wish.voices == Voices::Shared);
        let mut detail = serde_json::json!({ "plan": seq });
        if let Some(map) = detail.as_object_mut().filter(|_| shared) {
            map.insert("voices".to_owned(), "shared".into());
        }
        let mut writing = self.records.write().await?;
        match writing.approve_plan(id, seq, fingerprint, act.by, act.now).await? {
            Approval::Done | Approval::Before => {}
            Approval::Newer | Approval::Differs | Approval::Missing => {
                return Err(Failed::OtherPlan);
            }
        }
        let stored = with(case.stored, next.request);
        saved(writing.update_request(&stored, act.now).await?, id)?;
        note(&mut writing, id, act, "approved", &detail).await?;
        Ok(writing.commit().await?)
    }

    /// Refuses the request; the person is told why, and how to complain (GDPR Art. 12(4)): [`Desk::letter`].
    ///
    /// # Errors
    /// If something was done already, or the right has no exemptions: a consent is withdrawn, and direct marketing objected to,
    /// without any (GDPR Art. 7(3), 21(3)).
    pub async fn refuse(
        &self,
        at: impl Into<At<'_>>,
        why: Refusal,
        text: &str,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let mut case = self.case(at).await?;
        let wish = case.who.as_ref().map(|who| who.wish.purposes.as_slice()).unwrap_or_default();
        if why == Refusal::Exempt
            && case.stored.kind == RequestKind::Objection
            && chosen::is_against_marketing(wish)
        {
            return Err(NotNow::NoExemption.into());
        }
        let code = refusal_word(why);
        case.stored.refusal =
            code.parse().ok().map(|code| stored::Refusal { code, text: text.to_owned() });
        self.end(case, Event::Refused(why), "refused", &serde_json::json!({ "reason": code }), act)
            .await
    }

    /// The person takes the request back. One that is being carried out too, as long as nothing was saved; a copy that lies ready
    /// is thrown away.
    ///
    /// # Errors
    /// If something was done already.
    pub async fn take_back(&self, at: impl Into<At<'_>>, act: Act<'_>) -> Result<(), Failed> {
        let case = self.case(at).await?;
        self.end(case, Event::TakenBack, "taken-back", &serde_json::json!({}), act).await
    }

    /// Extends the period with a reason that the person is told (GDPR Art. 12(3)).
    ///
    /// # Errors
    /// If it is too late, or was extended before.
    pub async fn extend(
        &self,
        at: impl Into<At<'_>>,
        reason: &str,
        until: Option<Date>,
        act: Act<'_>,
    ) -> Result<Date, Failed> {
        let mut case = self.case(at).await?;
        case.clock.extend(crate::deadline::Extension {
            told: act.today,
            reason: reason.to_owned(),
            until,
        })?;
        let due = case.clock.deadline(act.today).due;
        case.stored.extension = Some(stored::Extension { to: due, reason: reason.to_owned() });
        let detail = serde_json::json!({ "day": act.today.to_string(), "until": until.map(|d| d.to_string()) });
        self.go(case, Event::Extended, "extended", &detail, act).await?;
        Ok(due)
    }

    /// Says that what a request waited for is there: a store answers again, values that were found may stay or go too.
    ///
    /// # Errors
    /// If it does not wait for that.
    pub async fn resolved(
        &self,
        at: impl Into<At<'_>>,
        event: Event,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let (word, detail) = match event {
            Event::StoreBack => ("store-back", serde_json::json!({})),
            Event::ResidueSettled(Residue::Stays) => {
                (SETTLED, serde_json::json!({ "what": STAYS }))
            }
            Event::ResidueSettled(Residue::Goes) => (SETTLED, serde_json::json!({})),
            _ => return Err(NotNow::NotAwaited.into()),
        };
        let case = self.case(at).await?;
        self.go(case, event, word, &detail, act).await.map(drop)
    }

    /// Says that a person did by hand what a store cannot. A request that waited for it goes on, and whoever carries it on looks
    /// whether it is so; of one that is closed, the reminders are ticked off.
    ///
    /// # Errors
    /// If nothing was to be done by hand.
    pub async fn hand_done(&self, at: impl Into<At<'_>>, act: Act<'_>) -> Result<(), Failed> {
        let at = at.into();
        let (case, id) = (self.case(at).await?, at.id);
        let is_closed = stored::is_closed(case.stored.state);
        let mut writing = self.records.write().await?;
        if is_closed {
            self.over(&mut writing, &case, act).await?;
        }
        let mut open = writing.reminders(id).await?;
        // What a hold keeps is no work in a store: it is taken up again.
        open.retain(|reminder| reminder.done_at.is_none() && reminder.code.as_str() != HELD);
        // A lock that has not ended yet is seen to later; before anything is due, what is due first is meant.
        let first = open.iter().map(|reminder| reminder.due).min().unwrap_or(act.today);
        open.retain(|reminder| !is_closed || reminder.due <= act.today.max(first));
        let (detail, what) = (serde_json::json!({}), "hand-done");
        if open.is_empty() || !is_closed {
            self.going(&mut writing, &case, Event::HandDone, what, &detail, act).await?;
            // The others are ticked off by the step for which they wait.
            open.retain(|reminder| reminder.code.as_str() == RESIDUE);
        } else {
            note(&mut writing, id, act, what, &detail).await?;
        }
        for reminder in open {
            if reminder.code.as_str() == UNTIL_CLEANED {
                self.note_cleaned(&mut writing, &reminder, Remains::UntilReused, act).await?;
            }
            let done = Reminder { done_at: Some(act.now), ..reminder };
            saved(writing.remind(&done).await?, id)?;
        }
        Ok(writing.commit().await?)
    }

    /// The marks of a person, by which their requests and choices are found later.
    fn marks(&self, asked: &Asked) -> Vec<(Fact, Keyed)> {
        let marks = self.keys.iter().flat_map(|keys| keys.marks(asked));
        marks.filter_map(|mark| keyed(&mark)).collect()
    }
}

/// A mark as our own tables keep it.
pub(crate) fn keyed(mark: &Mark) -> Option<(Fact, Keyed)> {
    let who = Keyed { hash: mark.hash().parse().ok()?, key: mark.key().parse().ok()? };
    Some((mark.fact()?, who))
}

/// Who is looked for by what was stated.
///
/// # Errors
/// If that does not say who it is about.
pub fn asked(who: &Who) -> Result<Asked, NotAsked> {
    let country = who.country.as_deref().and_then(|c| c.parse().ok());
    Asked::read(who.facts.iter().map(String::as_str), country)
}

/// The stable name of a reason for refusing.
#[must_use]
pub const fn refusal_word(why: Refusal) -> &'static str {
    match why {
        Refusal::Unidentified => "unidentified",
        Refusal::Unfounded => "unfounded",
        Refusal::Excessive => "excessive",
        Refusal::Exempt => "exempt",
    }
}
