//! Requests that read: the archive that the person gets, and that they got it.
//!
//! Owns: what its plan says, where it is written, and that a half-written one never has its name; that somebody looks at it and
//! hands it out before the request is closed. Leaves to others: what is in it ([`crate::export`]), sending it.

use std::path::{Path, PathBuf};

use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, Vocabulary as _, Waits, Way};
use abide_records::requests::Request;
use abide_records::requests::duties::Reminder;
use abide_records::requests::history::Event;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::document::{Paper, StorePaper, Who};
use super::hands::day;
use super::retention::remove;
use super::{Act, At, Case, Desk, Failed, note, saved};
use crate::execute::Work;
use crate::export::{self, Export, Voices};
use crate::own::Held;
use crate::plan::Plan;
use crate::reach::{Sessions, Subject};
use crate::state::Event as Happens;

/// The event in which a copy was read back and lies ready, with its figures.
pub const COPY_READY: &str = "copy-ready";
/// The event in which somebody said that it was handed out.
const HANDED_OUT: &str = "handed-out";
/// The code of the reminder to hand a copy out.
pub const HANDING_OUT: &str = "handing-out";
/// The last step of requests that read.
pub(super) const EXPORT: &str = "export";

impl Desk {
    /// Where the archive of a request lies, once it was written. Its name is the request's.
    #[must_use]
    pub fn archive(&self, id: &Id) -> PathBuf {
        self.exports.join(format!("{id}.zip"))
    }

    /// The plan of a copy: what it has of each table. One step more than there are stores to read: writing what was read.
    pub(super) async fn copying(
        &self,
        kind: RequestKind,
        who: &Who,
        work: &Work<'_>,
        begun: bool,
    ) -> Result<Paper, Failed> {
        let mut sessions = Sessions::open(work.stores, None).await?;
        let fates = work.fates(&mut sessions).await?;
        drop(sessions);
        let plan = Plan::of(&self.atlas, &fates, work.today);
        let nobody = Subject { rows: Vec::new() };
        let export = Export {
            voices: who.wish.voices,
            ..self.export(kind, work.subjects.first().unwrap_or(&nobody), &[])
        };
        let mut paper = Paper::of(&self.atlas, &plan, work.holds, work.seed, begun);
        paper.only_copied(&self.atlas, &export.counted(&fates.rows));
        paper.stores.push(StorePaper::named(EXPORT));
        Ok(paper)
    }

    fn export<'a>(
        &'a self,
        kind: RequestKind,
        subject: &'a Subject,
        own: &'a [Held],
    ) -> Export<'a> {
        let portability = kind == RequestKind::Portability;
        Export {
            atlas: &self.atlas,
            stores: &self.stores,
            subject,
            kind: if portability { export::Kind::Portability } else { export::Kind::Access },
            language: Lang::En,
            made: jiff::Timestamp::default(),
            voices: Voices::default(),
            own,
            kept: self.kept,
        }
    }

    /// Writes the archive, and says so. It gets its name over the version of the request that was read: whoever was overtaken
    /// while writing, because it is about somebody else by now, leaves nothing. Written twice, after a crash, the second takes
    /// the place of the first.
    pub(super) async fn copied(
        &self,
        case: Case,
        step: (u16, &StorePaper),
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let id = &case.stored.id;
        let (part, counts) = self.write_copy(&case, act).await?;
        let mut writing = self.records.write().await?;
        self.step_doing(&mut writing, &case, step, &counts, act).await?;
        let failed = |e: std::io::Error| Failed::Export(export::Error::Write(e));
        std::fs::rename(&part.0, self.archive(id)).map_err(failed)?;
        writing.commit().await?;
        self.case(id).await
    }

    /// Writes the archive beside its place.
    async fn write_copy(&self, case: &Case, act: Act<'_>) -> Result<(Part, Value), Failed> {
        let subject = self.subject(case);
        let portability = case.stored.kind == RequestKind::Portability;
        // What of ours is about them they did not provide (Art. 20(1)).
        let own = match portability {
            true => Vec::new(),
            false => self.own(case).await?.rows(&self.records).await?,
        };
        let export = Export {
            language: case.stored.language,
            made: jiff::Timestamp::from_second(act.now).unwrap_or_default(),
            voices: case.who.as_ref().map(|w| w.wish.voices).unwrap_or_default(),
            ..self.export(case.stored.kind, &subject, &own)
        };
        let failed = |e: std::io::Error| Failed::Export(export::Error::Write(e));
        std::fs::create_dir_all(&self.exports).map_err(failed)?;
        let place = self.archive(&case.stored.id);
        // Whoever noted that they write it has this version alone.
        let part = format!("{}.{}.part", case.stored.id, case.stored.version);
        let part = Part(self.exports.join(part));
        let file = export::create(&part.0).map_err(failed)?;
        let mut watch = |written| {
            if let Some(told) = &self.exporting {
                told(&case.stored.id, written);
            }
        };
        let summary = export.write_watched(std::io::BufWriter::new(&file), &mut watch).await?;
        file.sync_all().map_err(failed)?;
        let counts = json!({
            "file": place.file_name().map(|name| name.to_string_lossy().into_owned()),
            "records": summary.records(),
            "hidden": summary.hidden(),
            "conversations": summary.conversations,
            "recordings": summary.recordings,
        });
        Ok((part, counts))
    }
}

/// Which recordings go with the copy of a request: as it was approved last, else as it is wished.
#[must_use]
pub fn voices_of<'e>(case: &Case, events: impl DoubleEndedIterator<Item = &'e Event>) -> Voices {
    let approved = events.rev().find(|event| event.what.as_str() == "approved");
    let wished = || case.who.as_ref().map(|who| who.wish.voices).unwrap_or_default();
    approved.map_or_else(wished, |event| {
        let detail: Value = serde_json::from_str(event.detail.as_str()).unwrap_or_default();
        let shared = detail.get("voices").is_some_and(|voices| voices == "shared");
        if shared { Voices::Shared } else { Voices::Alone }
    })
}

/// Whether a copy lies ready that nobody has handed out.
#[must_use]
pub fn lies_ready(request: &Request) -> bool {
    request.waits == Some(Waits::HandingOut)
}

/// When a copy was handed out, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handed {
    /// On which day.
    pub on: Date,
    /// By which way.
    pub way: Way,
}

impl Handed {
    /// What an event says of it; `None` for every other event.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let is_it = event.what.as_str() == HANDED_OUT;
        let detail: Value = serde_json::from_str(event.detail.as_str()).ok().filter(|_| is_it)?;
        let text = |name: &str| detail.get(name)?.as_str();
        Some(Self { on: text("day")?.parse().ok()?, way: Way::from_word(text("way")?)? })
    }

    /// The moment from which a request counts as answered: the middle of a day that is over.
    fn moment(self, zone: &TimeZone, act: Act<'_>) -> i64 {
        let noon = zone.to_timestamp(self.on.at(12, 0, 0, 0)).map(|at| at.as_second());
        noon.ok().filter(|_| self.on < act.today).map_or(act.now, |noon| noon.min(act.now))
    }
}

impl Desk {
    /// The copy was read back: from now on somebody must look at it and hand it out. The person waits for it still, and so the
    /// clock runs.
    pub(super) async fn ready(
        &self,
        case: Case,
        mut written: Value,
        act: Act<'_>,
    ) -> Result<Case, Failed> {
        let id = &case.stored.id;
        if let Some(map) = written.as_object_mut() {
            map.insert("day".to_owned(), act.today.to_string().into());
        }
        let mut writing = self.records.write().await?;
        self.going(&mut writing, &case, Happens::Verified, COPY_READY, &written, act).await?;
        let reminder = self.reminder(id, day(act.today, case.stored.due), None)?;
        saved(writing.remind(&reminder).await?, id)?;
        writing.commit().await?;
        self.case(id).await
    }

    fn reminder(&self, id: &Id, due: Date, done_at: Option<i64>) -> Result<Reminder, Failed> {
        let damaged = |_| Failed::Damaged(id.clone());
        let (store, code) =
            (EXPORT.parse().map_err(damaged)?, HANDING_OUT.parse().map_err(damaged)?);
        Ok(Reminder { request: id.clone(), store, code, due, done_at })
    }

    /// Somebody handed the copy out: the request is answered as of that day and closed, and whom it was about is forgotten. That
    /// cannot be undone.
    ///
    /// # Errors
    /// If no copy lies ready, or it did not on that day.
    pub async fn handed_out(
        &self,
        at: impl Into<At<'_>>,
        handed: Handed,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let at = at.into();
        let (case, id) = (self.case(at).await?, at.id);
        case.stand.step(Happens::HandedOut)?;
        let (since, written) = self.copy_ready(id).await?;
        if handed.on < since || handed.on > act.today {
            return Err(Failed::NotThen(since));
        }
        let reminder = self.reminder(id, handed.on, Some(act.now))?;
        let detail = json!({ "day": handed.on.to_string(), "way": handed.way.word() });
        let mut writing = self.records.write().await?;
        let event = (Happens::HandedOut, HANDED_OUT, &detail);
        self.going_as_of(&mut writing, &case, event, handed.moment(&self.zone, act), act).await?;
        note(&mut writing, id, act, "done", &written).await?;
        saved(writing.remind(&reminder).await?, id)?;
        self.forgetting(&mut writing, id, act).await?;
        writing.commit().await?;
        self.settled_records().await;
        Ok(())
    }

    /// Since when the copy lies ready, and its figures.
    async fn copy_ready(&self, id: &Id) -> Result<(Date, Value), Failed> {
        let history = self.history(id).await?;
        let last = history.iter().rev().find(|e| e.what.as_str() == COPY_READY);
        let mut detail = last.and_then(|e| serde_json::from_str(e.detail.as_str()).ok());
        let figures = detail.as_mut().and_then(Value::as_object_mut);
        let since = figures.and_then(|d| d.remove("day")?.as_str()?.parse().ok());
        since.zip(detail).ok_or_else(|| Failed::Damaged(id.clone()))
    }

    /// The copy shall be made again: what it was made of has changed, or somebody changed the map. The one that lies there goes.
    ///
    /// # Errors
    /// If no copy lies ready.
    pub async fn copy_again(&self, at: impl Into<At<'_>>, act: Act<'_>) -> Result<(), Failed> {
        let at = at.into();
        let case = self.case(at).await?;
        self.go(case, Happens::CopyAgain, "copy-again", &json!({}), act).await?;
        self.throw_away(at.id)
    }

    /// Removes the copy of a request, if there is one, and what somebody began to write of it.
    pub(super) fn throw_away(&self, id: &Id) -> Result<(), Failed> {
        let mut all = self.copies()?;
        all.retain(|path| request_of(path).as_ref() == Some(id));
        remove(&all)
    }
}

/// The request to which a copy belongs, or what was begun of one.
pub(super) fn request_of(copy: &Path) -> Option<Id> {
    let name = copy.file_name()?.to_str()?;
    let id = name.strip_suffix(".zip").or_else(|| {
        let begun = name.strip_suffix(".part")?;
        let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        Some(begun.rsplit_once('.').filter(|(_, n)| is_number(n)).map_or(begun, |(id, _)| id))
    })?;
    id.parse().ok()
}

/// A file that is being written: whoever stops before it has its name leaves nothing of it.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // With its name it is no longer here.
        let _ = std::fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_counts_as_handed_out_on_its_day_by_every_clock() {
        let on = jiff::civil::date(2026, 3, 10);
        for hours in [-11, 0, 1, 12, 14] {
            let zone = TimeZone::fixed(jiff::tz::offset(hours));
            let now = zone.to_timestamp(jiff::civil::date(2026, 3, 12).at(9, 0, 0, 0)).unwrap();
            let act = Act { now: now.as_second(), today: jiff::civil::date(2026, 3, 12), by: "k" };
            let moment = Handed { on, way: Way::Post }.moment(&zone, act);
            let moment = jiff::Timestamp::from_second(moment).unwrap();
            assert_eq!(zone.to_datetime(moment).date(), on, "{hours}");
        }
    }
}
