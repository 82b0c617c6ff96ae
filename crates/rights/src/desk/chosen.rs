//! What people chose: restriction, objection, withdrawal of consent; for whoever asks [`abide_policy::decide`].
//!
//! Owns: under which marks a choice is kept, looking it up, ending it. Leaves to others: what a choice does to a use
//! (`abide-policy`), the request by which it came ([`super`]).
//!
//! Who asks later may know another fact of the person than the one that was stated. So a choice is kept under every fact by
//! which the person is known, but not under a telephone number, id or name that others have too: they did not choose. Where
//! nothing else is known of the person, it is kept under what they stated all the same: to leave somebody else alone is the
//! lesser wrong. An e-mail address is one person's, in whatever table it is.

use std::collections::BTreeMap;

use abide_policy::decide::Choices;
use abide_policy::text::Id;
use abide_policy::vocab::{Fact, Purpose, RequestKind, Vocabulary as _};
use abide_records::people::{Choice, ChoiceKind, Keyed};
use abide_records::requests::plans::StepState;
use abide_records::{Error, Records};
use jiff::civil::Date;
use serde_json::json;

use super::document::StorePaper;
use super::{Act, At, Case, Desk, Failed, asked, keyed, note, saved};
use crate::find::known_facts;
use crate::identity::{Asked, Given, Keys};
use crate::reach::{Sessions, Subject};
use crate::state::{Event, NotNow};

/// The step of requests that change what may be done, not data.
pub(super) const CHOICES: &str = "choices";
/// What the history says when a choice ends.
const LIFTED: &str = "lifted";

/// What a person has chosen, beside what whoever asks knows already: a choice that is kept here counts before it.
///
/// # Errors
/// If our own tables fail.
pub async fn choices_of(
    records: &Records,
    keys: &Keys,
    person: &Asked,
    today: Date,
    known: Choices,
) -> Result<Choices, Error> {
    let mut choices = known;
    for (_, who) in keys.lookups(person).iter().filter_map(keyed) {
        for choice in records.choices(who.hash).await? {
            if choice.holds(today) {
                choice.apply(&mut choices);
            }
        }
    }
    Ok(choices)
}

impl Desk {
    /// As [`choices_of`]; without keys nobody is remembered, and nothing was chosen.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn choices_of(
        &self,
        person: &Asked,
        today: Date,
        known: Choices,
    ) -> Result<Choices, Failed> {
        let Some(keys) = &self.keys else { return Ok(known) };
        Ok(choices_of(&self.records, keys, person, today, known).await?)
    }

    /// Restriction, objection, withdrawal: from now on `decide` refuses those uses.
    pub(super) async fn choose(&self, case: Case, at: u16, act: Act<'_>) -> Result<Case, Failed> {
        let choices = self.made_choices(&case, act).await?;
        let paper = StorePaper::named(CHOICES);
        let step = self.record_of(&case, at, &paper, StepState::Done, &json!({}), act)?;
        let (id, event) = (case.stored.id.clone(), Event::StepDone(at));
        let mut writing = self.records.write().await?;
        for choice in choices {
            writing.choose(&choice).await?;
        }
        saved(writing.save_step(&id, &step).await?, &id)?;
        let detail = json!({ "store": CHOICES });
        self.going(&mut writing, &case, event, "step-done", &detail, act).await?;
        writing.commit().await?;
        self.case(&id).await
    }

    /// What the person chooses, under each of their marks.
    async fn made_choices(&self, case: &Case, act: Act<'_>) -> Result<Vec<Choice>, Failed> {
        let kind = kind_of(case.stored.kind);
        let id = &case.stored.id;
        let who = case.who.clone().unwrap_or_default();
        // What was approved is what is remembered.
        let steps = case.plan.iter().flat_map(|(_, paper)| &paper.stores);
        let approved = steps.filter_map(|step| step.purposes.as_ref()).next();
        let purposes = purposes(approved.unwrap_or(&who.wish.purposes));
        let purposes = purposes.ok_or_else(|| Failed::Damaged(id.clone()))?;
        let marks = self.marks_for_choices(case, &asked(&who)?).await?;
        if marks.is_empty() {
            return Err(Failed::Unmarked);
        }
        let (since, until) = (act.today, None);
        let one =
            |who: Keyed, purpose| Choice { who, kind, purpose, since, until, request: id.clone() };
        let each =
            marks.into_iter().flat_map(|who| purposes.iter().map(move |p| (who.clone(), *p)));
        Ok(each.map(|(who, purpose)| one(who, purpose)).collect())
    }

    /// Marks of every fact by which the person, and nobody else, is known; if there is none, of what they stated.
    async fn marks_for_choices(&self, case: &Case, stated: &Asked) -> Result<Vec<Keyed>, Failed> {
        let mut marks = self.marks_alone(stated, &self.subject(case)).await?;
        if marks.is_empty() {
            marks = self.marks(stated);
        }
        Ok(marks.into_iter().map(|(_, who)| who).collect())
    }

    /// Marks of every fact by which the person, and nobody else, is known.
    pub(super) async fn marks_alone(
        &self,
        stated: &Asked,
        subject: &Subject,
    ) -> Result<Vec<(Fact, Keyed)>, Failed> {
        let mut sessions = Sessions::open(&self.stores, None).await?;
        let known = known_facts(&self.atlas, &mut sessions, subject).await?;
        let facts: Vec<Given> = stated.given().iter().cloned().chain(known).collect();
        self.marks_only(&mut sessions, &facts, subject).await
    }

    /// Marks of those of these facts by which the person, and nobody else, is known.
    pub(super) async fn marks_only(
        &self,
        sessions: &mut Sessions,
        facts: &[Given],
        subject: &Subject,
    ) -> Result<Vec<(Fact, Keyed)>, Failed> {
        let mut marks = BTreeMap::new();
        for one in Asked::each(facts) {
            let firm = one.given().iter().all(|given| given.fact() == Fact::Email);
            if firm || !self.leads_elsewhere(sessions, &one, subject).await? {
                marks.extend(self.marks(&one).into_iter().map(|(fact, who)| (who, fact)));
            }
        }
        Ok(marks.into_iter().map(|(who, fact)| (fact, who)).collect())
    }

    /// Whether somebody else than this person is known by it.
    pub(super) async fn leads_elsewhere(
        &self,
        sessions: &mut Sessions,
        one: &Asked,
        subject: &Subject,
    ) -> Result<bool, Failed> {
        let found = self.people_in(sessions, one).await?;
        Ok(found.iter().flat_map(|c| &c.subject.rows).any(|row| !subject.rows.contains(row)))
    }

    /// Whether what the person chose is remembered; a later request may have taken its place.
    pub(super) async fn remembers(&self, case: &Case) -> Result<bool, Failed> {
        if !self.records.choices_by(&case.stored.id).await?.is_empty() {
            return Ok(true);
        }
        let kind = kind_of(case.stored.kind);
        for (_, who) in self.marks(&asked(&case.who.clone().unwrap_or_default())?) {
            if self.records.choices(who.hash).await?.iter().any(|choice| choice.kind == kind) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What was chosen by a request, one for each purpose, as far as it holds on a day.
    ///
    /// # Errors
    /// If our own tables fail.
    pub async fn chosen(&self, id: &Id, today: Date) -> Result<Vec<Choice>, Failed> {
        let mut chosen: Vec<Choice> = Vec::new();
        for choice in self.records.choices_by(id).await? {
            let new = chosen.iter().all(|c| c.purpose != choice.purpose);
            if new && choice.until.is_none_or(|day| day >= today) {
                chosen.push(choice);
            }
        }
        Ok(chosen)
    }

    /// Ends what was chosen by a request: a restriction is lifted (of which the person is told before: GDPR Art. 18(3)), an
    /// objection taken back, a consent given anew. It held until the day before.
    ///
    /// # Errors
    /// [`NotNow::NotAwaited`] if nothing that was chosen by it holds.
    pub async fn end_choices(&self, at: impl Into<At<'_>>, act: Act<'_>) -> Result<(), Failed> {
        let (case, mut writing) = self.begin_over(at.into(), act).await?;
        let id = &case.stored.id;
        let mut choices = writing.choices_by(id).await?;
        choices.retain(|choice| choice.until.is_none_or(|day| day >= act.today));
        let Some(kind) = choices.first().map(|choice| choice.kind) else {
            return Err(NotNow::NotAwaited.into());
        };
        let until = act.today.yesterday().ok();
        for choice in choices {
            writing.choose(&Choice { until, ..choice }).await?;
        }
        note(&mut writing, id, act, LIFTED, &json!({ "kind": kind.word() })).await?;
        Ok(writing.commit().await?)
    }
}

fn kind_of(kind: RequestKind) -> ChoiceKind {
    match kind {
        RequestKind::Restriction => ChoiceKind::Restriction,
        RequestKind::Objection => ChoiceKind::Objection,
        _ => ChoiceKind::Withdrawal,
    }
}

/// The purposes of these words; every purpose if there is none. `None` if one of them is no purpose: it must not mean every one.
fn purposes(words: &[String]) -> Option<Vec<Option<Purpose>>> {
    if words.is_empty() {
        return Some(vec![None]);
    }
    words.iter().map(|word| Purpose::from_word(word).map(Some)).collect()
}

/// Whether an objection to these purposes is one to direct marketing too, which no exemption refuses (GDPR Art. 21(2), (3)).
pub(super) fn is_against_marketing(words: &[String]) -> bool {
    let direct = |word: &String| Purpose::from_word(word).is_some_and(Purpose::is_direct_marketing);
    words.is_empty() || words.iter().any(direct)
}
