//! What the person is told, and who else must be (GDPR Art. 12(3), 12(4), 19).
//!
//! Owns: when there is something to tell the person, and what the letter is made from; which recipients are listed and ticked off.
//! Leaves to others: the letter itself ([`crate::letter`]), who receives what by the policy ([`crate::recipients`]), sending.

use std::collections::BTreeSet;

use abide_notice::{Locale, Locales};
use abide_policy::model::Policy;
use abide_policy::text::Id;
use abide_policy::version::cite;
use abide_policy::vocab::{RequestKind, RequestState};
use abide_records::requests::history::Event as Noted;
use abide_records::requests::{Saved, is_closed};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::document::Paper;
use super::{Act, At, Case, Desk, Failed, lies_ready, note, refusal_word, saved};
use crate::deadline::Extension;
use crate::letter::{About, Done, Letter, Writing};
use crate::recipients::{Touched, called, recipients};
use crate::state::{Event, NotNow, Refusal};

/// A request that is done, and who was not told of it yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untold {
    /// The request.
    pub request: Id,
    /// The recipients, in the order of their names.
    pub recipients: Vec<Id>,
}

/// The events in which a recipient was ticked off, and in which that was taken back.
const TOLD: &str = "told";
const NOT_TOLD: &str = "not-told";

/// The recipient whom an event ticks off, or of whom it takes that back; `None` for every other event.
#[must_use]
pub fn ticked(event: &Noted) -> Option<Id> {
    let is_it = [TOLD, NOT_TOLD].contains(&event.what.as_str());
    let detail: Value = serde_json::from_str(event.detail.as_str()).ok().filter(|_| is_it)?;
    detail.get("recipient")?.as_str()?.parse().ok()
}

fn of(recipient: &Id) -> Value {
    json!({ "recipient": recipient.as_str() })
}

/// Whether there is something to tell the person: their copy lies ready, it takes longer, or it is closed. What was written about a refusal is there
/// for some days.
#[must_use]
pub fn tells(case: &Case) -> bool {
    let stored = &case.stored;
    match stored.state {
        RequestState::Refused => stored.refusal.as_ref().is_some_and(|r| !r.text.is_empty()),
        _ if lies_ready(stored) => true,
        state => is_closed(state) || stored.extension.is_some(),
    }
}

impl Desk {
    /// The letter that tells the person how their request stands, dated this day; `None` while there is nothing to tell, or if
    /// what was written about a refusal is no longer kept.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn letter(&self, case: &Case, today: Date) -> Result<Option<Letter>, Failed> {
        if !tells(case) {
            return Ok(None);
        }
        let stored = &case.stored;
        let (refusal, extension) = (stored.refusal.as_ref(), stored.extension.as_ref());
        let about = match stored.state {
            RequestState::Done => About::Done(self.came_of(case, today).await?),
            // It goes with the copy.
            _ if lies_ready(stored) => About::Done(self.came_of(case, today).await?),
            RequestState::Withdrawn => About::Withdrawn,
            _ => match (refusal, extension) {
                (Some(refusal), _) => About::Refused(refusal.code.as_str(), &refusal.text),
                (None, Some(extension)) => About::Extended(extension.to, &extension.reason),
                (None, None) => return Ok(None),
            },
        };
        Ok(Some(self.writing(case, today).letter(&about)))
    }

    /// The letter that the person would get if the request were refused now; nothing is done.
    ///
    /// # Errors
    /// If it cannot be refused.
    pub fn refusal_letter(
        &self,
        case: &Case,
        why: Refusal,
        text: &str,
        today: Date,
    ) -> Result<Letter, Failed> {
        case.stand.step(Event::Refused(why))?;
        Ok(self.writing(case, today).letter(&About::Refused(refusal_word(why), text)))
    }

    /// The letter that the person would get if the deadline were extended now; nothing is done.
    ///
    /// # Errors
    /// If it cannot be extended like this.
    pub fn extension_letter(
        &self,
        case: &Case,
        reason: &str,
        until: Option<Date>,
        today: Date,
    ) -> Result<Letter, Failed> {
        let mut clock = case.clock.clone();
        clock.extend(Extension { told: today, reason: reason.to_owned(), until })?;
        let due = clock.deadline(today).due;
        Ok(self.writing(case, today).letter(&About::Extended(due, reason)))
    }

    fn writing<'a>(&'a self, case: &'a Case, today: Date) -> Writing<'a> {
        let answered = self.closed_on(&case.stored).unwrap_or(today);
        let due = case.clock.deadline(answered).due;
        Writing {
            locale: Locales::built_in().get(case.stored.language),
            atlas: &self.atlas,
            request: &case.stored,
            policy: self.policy_of(case),
            today,
            kept: Some(self.kept.end(answered)),
            period: self.kept,
            late: (answered > due).then_some(due),
        }
    }

    /// The policy under which a request is answered: in the version that it cites, else in another of the same name.
    fn policy_of(&self, case: &Case) -> Option<&Policy> {
        let cited = case.stored.policy.as_str();
        let name = cited.split('@').next().unwrap_or_default();
        let all = || self.policies();
        let exact = all().find(|p| cite(&p.name, &p.version) == cited);
        exact.or_else(|| all().find(|p| p.name.as_str() == name)).or_else(|| all().next())
    }

    fn policies(&self) -> impl Iterator<Item = &Policy> {
        self.atlas.parts.iter().filter_map(|part| part.policy.as_deref())
    }

    async fn came_of(&self, case: &Case, today: Date) -> Result<Done, Failed> {
        let id = &case.stored.id;
        let locale = Locales::built_in().get(case.stored.language);
        let notices = self.records.notices(id).await?;
        Ok(Done {
            events: self.history(id).await?,
            paper: case.plan.as_ref().map(|(_, paper)| paper.clone()),
            chosen: self.chosen(&case.stored.id, today).await?,
            marks: self.answer_lasts(case).await?.1,
            recipients: notices
                .iter()
                .map(|n| (self.called(&n.recipient, locale), n.told.is_some()))
                .collect(),
        })
    }

    /// What people call a recipient.
    #[must_use]
    pub fn called(&self, recipient: &Id, locale: &Locale) -> String {
        called(self.policies(), recipient, locale)
    }

    /// Ticks a recipient off; who was told before was told: the first stays. A recipient is told of what was done, so that comes first.
    ///
    /// # Errors
    /// [`Failed::Missing`] if nobody of this name is on the list; [`NotNow::NothingDone`] before anything was done.
    pub async fn tell(
        &self,
        at: impl Into<At<'_>>,
        recipient: &Id,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let (case, mut writing) = self.begin_over(at.into(), act).await?;
        let id = &case.stored.id;
        if !case.is_to_be_told_of() {
            return Err(NotNow::NothingDone.into());
        }
        match writing.tell(id, recipient, act.by, act.now).await? {
            Saved::Stale => return Ok(()),
            told => saved(told, recipient)?,
        }
        note(&mut writing, id, act, TOLD, &of(recipient)).await?;
        Ok(writing.commit().await?)
    }

    /// Takes a tick back that was set by mistake: the recipient must still be told. The history has both.
    ///
    /// # Errors
    /// [`Failed::Missing`] if nobody of this name is on the list; [`NotNow::NotAwaited`] if they were not ticked off.
    pub async fn untell(
        &self,
        at: impl Into<At<'_>>,
        recipient: &Id,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let (case, mut writing) = self.begin_over(at.into(), act).await?;
        let id = &case.stored.id;
        match writing.untell(id, recipient).await? {
            Saved::Stale => return Err(NotNow::NotAwaited.into()),
            untold => saved(untold, recipient)?,
        }
        note(&mut writing, id, act, NOT_TOLD, &of(recipient)).await?;
        Ok(writing.commit().await?)
    }

    /// Requests that are done and of which recipients must still be told; what was done first comes first.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn untold(&self) -> Result<Vec<Untold>, Failed> {
        let mut all: Vec<Untold> = Vec::new();
        for (request, notice) in self.records.notices_open().await? {
            match all.last_mut().filter(|last| last.request == request) {
                Some(last) => last.recipients.push(notice.recipient),
                None => all.push(Untold { request, recipients: vec![notice.recipient] }),
            }
        }
        Ok(all)
    }

    /// Recipients to whom the data went, so that they must be told (GDPR Art. 19): those who received data of a statement under
    /// which the plan touches rows. A restriction touches none and is about all.
    pub(super) fn recipients(&self, case: &Case, paper: &Paper) -> BTreeSet<Id> {
        use RequestKind::{Erasure, Rectification, Restriction};
        let kind = case.stored.kind;
        if !matches!(kind, Erasure | Rectification | Restriction) {
            return BTreeSet::new();
        }
        let mut told = BTreeSet::new();
        for part in &self.atlas.parts {
            let Some(policy) = part.policy.as_deref() else { continue };
            let touched = match kind {
                Restriction => Touched::All,
                _ => paper.touched(&part.map),
            };
            let its = recipients(policy).into_iter().filter(|r| r.received(&touched, paper.made));
            told.extend(its.map(|r| r.id));
        }
        told
    }
}
