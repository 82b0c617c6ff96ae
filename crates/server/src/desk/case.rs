//! A request: what happened, what the plan does and why, and what can be done now.

use abide_notice::block::Meaning;
use abide_notice::html::{self, Frame, Html};
use abide_notice::{Locale, Publication, say};
use abide_policy::vocab::{Fact, RequestKind, RequestState, Vocabulary as _, Waits};
use abide_records::requests as stored;
use abide_records::requests::duties::{Notice, Reminder};
use abide_records::requests::history::Event;
use abide_rights::deadline::{Law, Warning};
use abide_rights::desk::document::Who;
use abide_rights::desk::unread::unread_tables;
use abide_rights::desk::{
    Case, Code, HELD, OLD_VERSIONS, RESIDUE, UNTIL_CLEANED, lies_ready, tells, voices_of,
};
use abide_rights::export::Voices;
use abide_rights::find::Candidate;
use abide_rights::state::{Event as Happens, Question, Refusal};
use askama::Template;
use jiff::tz::TimeZone;

use super::act::{REFUSALS, people, to_type};
use super::beside::{approval, beside, nobody, source};
use super::form::Fields;
use super::handing;
use super::hands::{Duty, RowLine, chosen, duties, found_line};
use super::holds;
use super::name;
use super::now::{Now, Section};
use super::paper::{Differs, Reading, StoreView};
use super::past::{Past, past};
use super::read::{Read, is_open};
use super::result::outcome;
use super::room::Maps;
use super::search::stated;
use super::words::{
    Mark, Typed, actor, clock_face, holidays, in_time, moment, put_off, state, typed_into, warning,
    who,
};
use crate::clock;
use crate::edit::Report;

/// Everything the page is made of.
pub(super) struct Asking<'a> {
    pub(super) publication: &'a Publication,
    pub(super) locale: &'a Locale,
    pub(super) maps: &'a Maps,
    pub(super) fields: &'a Fields,
    /// Who works here, if that is known.
    pub(super) name: Option<String>,
    pub(super) report: Option<Report>,
    pub(super) stopped: Option<String>,
    /// What the worker does, while the request waits for it.
    pub(super) now: Option<Now>,
    /// The page loads itself again.
    pub(super) live: bool,
}

/// Somebody who may be meant.
struct Person {
    code: String,
    shown: String,
    tables: String,
    by: String,
}

/// A recipient to be told.
struct Told {
    id: String,
    name: String,
    done: Option<String>,
}

/// What can be done now.
struct Can {
    approve: bool,
    settle: bool,
    ask_identity: bool,
    ask_clarification: bool,
    answered: bool,
    refuse: bool,
    take_back: bool,
    extend: bool,
    correct: bool,
    hand: bool,
    residue: bool,
    store: bool,
    take_up: bool,
    /// Which kind of choice can be ended.
    lift: Option<&'static str>,
}

impl Can {
    fn of(Read { case, reminders, today, ours, .. }: &Read) -> Self {
        let may = |event| case.stand.step(event).is_ok();
        let waits = |this| case.stored.waits == Some(this);
        Self {
            approve: waits(Waits::Approval),
            settle: waits(Waits::Identity),
            ask_identity: may(Happens::Asked(Question::Identity))
                && !(waits(Waits::Identity) && case.stored.paused_since.is_some()),
            ask_clarification: may(Happens::Asked(Question::Clarification)),
            answered: waits(Waits::Clarification),
            refuse: may(Happens::Refused(Refusal::Unfounded)),
            take_back: may(Happens::TakenBack),
            correct: may(Happens::Corrected),
            extend: case.stored.waits.is_some() && case.stored.extension.is_none(),
            hand: waits(Waits::Hand)
                || stored::is_closed(case.stored.state)
                    && reminders.iter().any(|r| is_open(r) && !is_held(r)),
            take_up: reminders.iter().any(|r| is_open(r) && is_held(r) && r.due <= *today),
            residue: waits(Waits::Residue),
            store: waits(Waits::Store),
            lift: ours.holds().then(|| case.stored.kind.word()),
        }
    }
    const fn more(&self) -> bool {
        self.ask_identity
            || self.ask_clarification
            || self.refuse
            || self.take_back
            || self.extend
            || self.correct
            || self.lift.is_some()
    }
}

/// The plan, for the page.
struct PlanView {
    made: String,
    fingerprint: String,
    totals: Vec<(String, String)>,
    /// What the numbers of tables are called.
    heads: Vec<String>,
    /// Nothing of the person was found that the request is about.
    nothing: &'static str,
    stores: Vec<StoreView>,
    rows: bool,
    differs: Vec<Differs>,
    second: bool,
    approved: Option<String>,
}

/// What is known of the request itself.
struct Facts<'a> {
    who: String,
    /// What was stated, in full; nothing once it is forgotten.
    stated: Vec<(String, String)>,
    received: String,
    /// The last day, and when it was closed.
    due: String,
    closed: Option<String>,
    country: String,
    language: &'static str,
    policy: &'a str,
    sources: Vec<String>,
    holidays: Option<String>,
    /// Holidays of a region would count if the site named it.
    regional: bool,
    put_off: Option<String>,
    wishes: Vec<(String, Typed)>,
    extension: Option<(String, String)>,
}

impl<'a> Facts<'a> {
    fn of(locale: &Locale, read: &'a Read) -> Self {
        let (stored, asks) = (&read.case.stored, read.case.who.as_ref());
        let extended = |e: &stored::Extension| (locale.date(e.to), e.reason.clone());
        let regional = !stored::is_closed(stored.state)
            && read.deadline.warnings.contains(&Warning::RegionalHolidays)
            && read.deadline.calendar.own().is_empty();
        let wishes = asks.iter().flat_map(|a| &a.wish.set);
        Self {
            who: who(locale, asks),
            stated: stated(locale, asks),
            received: locale.date(stored.received),
            due: locale.date(read.deadline.due),
            closed: stored.closed_at.map(|at| moment(locale, &read.zone, at)),
            country: locale.country(stored.jurisdiction),
            language: stored.language.own_name(),
            policy: &stored.policy,
            sources: read.deadline.sources.iter().map(|s| source(locale, s)).collect(),
            // While it is open, the warning says whose holidays are counted.
            holidays: holidays(locale, &read.deadline).filter(|_| !regional),
            regional,
            put_off: put_off(locale, &read.deadline),
            wishes: wishes.map(|(c, v)| (c.clone(), Typed::of(v))).collect(),
            extension: stored.extension.as_ref().map(extended),
        }
    }
}

/// What approving asks for, and does.
struct Approving {
    /// Its copy can have recordings in which others are heard.
    copies: bool,
    to_type: Option<String>,
    button: String,
}

/// The page.
pub(super) fn page(asking: Asking<'_>, read: &Read) -> String {
    let (locale, stored) = (asking.locale, &read.case.stored);
    let path = format!("/requests/{}", stored.id);
    let frame = frame(&asking, stored, &path);
    let wish = read.case.who.as_ref().map(|w| &w.wish);
    let purposes = wish.map(|w| w.purposes.clone()).unwrap_or_default();
    let right = read.case.who.as_ref().map(|who| &who.right);
    let (maps, kind) = (asking.maps, stored.kind);
    let voices = voices_of(&read.case, read.events.iter());
    let reading = Reading { locale, maps, kind, purposes: &purposes, right, voices };
    let there = read.archive.is_some();
    let outcome = outcome(&reading, &read.case, &read.events, &read.ours, there);
    let candidates = read.candidates.as_deref().unwrap_or_default();
    let body = CaseHtml {
        locale,
        id: stored.id.as_str(),
        stated: read.case.who.iter().flat_map(Who::stated).collect(),
        version: stored.version,
        state: state(locale, stored.state),
        waits: waits(locale, read),
        now: asking.now.as_ref().map(|now| Section::of(locale, now, clock::now())),
        chip: in_time(locale, stored, &read.deadline),
        warnings: warnings(locale, read),
        facts: Facts::of(locale, read),
        result: outcome.map(|o| o.html(locale)),
        nobody: nobody(locale, stored, &read.events),
        again: read.beside.iter().any(|r| r.kind == stored.kind),
        beside: read.beside.iter().map(|r| (r.id.to_string(), beside(locale, r))).collect(),
        own: read.ours.held(locale),
        past: read.events.iter().rev().map(|e| past(locale, &read.zone, asking.maps, e)).collect(),
        plan: plan(&reading, read),
        shared: voices == Voices::Shared,
        approving: approving(locale, &read.case),
        erases: stored.kind == RequestKind::Erasure,
        residue: residue(locale, &read.events),
        chosen: chosen(&read.case, &read.events),
        found: read.case.who.iter().flat_map(|who| &who.found).map(found_line).collect(),
        archive: read.archive.filter(|_| !lies_ready(stored)).map(|bytes| locale.size(bytes)),
        handing: handing::Section::of(
            locale,
            (&read.case, &read.events),
            &path,
            read.archive.map(|bytes| locale.size(bytes)),
            read.today,
            asking.fields,
        ),
        can: Can::of(read),
        people: people(candidates.iter().map(|(code, _)| code)),
        persons: persons(locale, candidates),
        store_says: read.candidates.as_ref().err().cloned(),
        told: read.must_be_told().map(|n| told(locale, &read.zone, asking.maps, n)).collect(),
        can_tell: read.case.is_to_be_told_of(),
        letter: tells(&read.case),
        refused: stored.state == RequestState::Refused,
        duties: duties(locale, asking.maps, read),
        versions: read.is_reminded_of(OLD_VERSIONS),
        uncleaned: read.is_reminded_of(UNTIL_CLEANED),
        held: read.is_reminded_of(HELD),
        hold_first: read.case.stored.waits == Some(Waits::Hand)
            && read.holds.iter().any(|hold| hold.stands(read.today)),
        holds: holds::Section::of_case(locale, read, asking.fields)
            .map(|section| Html::of(&section)),
        beyond: read.is_reminded_of(RESIDUE),
        swiss: Law::of(stored.jurisdiction) == Law::SwissFadp,
        path,
        asking,
    };
    html::layout(&frame, Html::of(&body))
}

fn frame(asking: &Asking<'_>, stored: &stored::Request, path: &str) -> Frame {
    let locale = asking.locale;
    let kind = locale.say(&format!("request-kind-{}", stored.kind));
    let title = say!(locale, "request-title", kind = kind, id = stored.id.as_str());
    let above = [(locale.say("requests-title"), format!("/requests?lang={}", locale.lang()))];
    let frame = super::routes::frame(asking.publication, locale, title, path, &above);
    super::routes::reporting(frame, locale, asking.report.is_some())
}

/// What it waits for.
fn waits(locale: &Locale, read: &Read) -> Option<String> {
    let waits = read.case.stored.waits?;
    Some(match read.hour {
        Some(hour) if read.case.stored.state == RequestState::Verifying => {
            say!(locale, "request-waits-hour-verifying-text", time = clock_face(hour))
        }
        Some(hour) => say!(locale, "request-waits-hour-text", time = clock_face(hour)),
        None if waits == Waits::Approval => approval(locale, &read.so_far),
        None if waits == Waits::Store && !unread_tables(&read.events).is_empty() => {
            let tables = locale.list(&unread_tables(&read.events));
            say!(locale, "request-waits-unread-text", tables = tables)
        }
        None => locale.say(&format!("request-waits-{waits}-text")),
    })
}

/// What was not known when the last day was counted; nothing once it is closed.
fn warnings(locale: &Locale, read: &Read) -> Vec<String> {
    let open = !stored::is_closed(read.case.stored.state);
    let warnings = read.deadline.warnings.iter().filter(|_| open);
    let country = read.deadline.calendar.country().unwrap_or(read.case.stored.jurisdiction);
    warnings.map(|w| warning(locale, *w, country)).collect()
}

/// What was found when the request was read back last, and where: never what it says.
fn residue(locale: &Locale, events: &[Event]) -> Vec<String> {
    let found = events.iter().rev().find(|e| e.what.as_str() == "residue-found");
    let detail: serde_json::Value =
        found.and_then(|e| serde_json::from_str(e.detail.as_str()).ok()).unwrap_or_default();
    let all = detail.get("residue").and_then(|r| r.as_array()).map(Vec::as_slice);
    all.unwrap_or_default().iter().filter_map(|one| residue_line(locale, one)).collect()
}

fn residue_line(locale: &Locale, found: &serde_json::Value) -> Option<String> {
    let text = |name: &str| found.get(name).and_then(|v| v.as_str());
    let id = format!("residue-{}", text("what")?);
    let names = [text("store"), text("table"), text("column")];
    let names = names.into_iter().flatten().collect::<Vec<_>>();
    let rows = found.get("rows").or_else(|| found.get("files"));
    let rows = rows.and_then(serde_json::Value::as_u64).unwrap_or_default();
    let (place, said) = (names.join("."), locale.number(rows));
    locale.has(&id).then(|| say!(locale, &id, place = place, n = rows, rows = said))
}

fn plan(reading: &Reading<'_>, read: &Read) -> Option<PlanView> {
    let (plan, paper) = read.case.plan.as_ref()?;
    let locale = reading.locale;
    let approved = plan.approved.as_ref().map(|(by, at)| {
        say!(locale, "plan-approved", by = actor(locale, by), at = moment(locale, &read.zone, *at))
    });
    Some(PlanView {
        made: moment(locale, &read.zone, plan.made_at),
        fingerprint: plan.fingerprint.to_string(),
        totals: reading.totals(paper),
        heads: reading.heads(),
        nothing: match reading.kind {
            RequestKind::Rectification => "plan-nothing-right",
            _ => "plan-nothing",
        },
        stores: reading.stores(paper, &read.case.steps),
        rows: paper.stores.iter().any(|s| !s.tables.is_empty()),
        differs: read.before.as_ref().map(|b| reading.differences(b, paper)).unwrap_or_default(),
        second: read.before.is_some(),
        approved,
    })
}

fn approving(locale: &Locale, case: &Case) -> Approving {
    Approving {
        copies: case.stored.kind == RequestKind::Access,
        to_type: to_type(case).map(|n| locale.number(n)),
        button: button(locale, case),
    }
}

/// What approving does, on its button.
fn button(locale: &Locale, case: &Case) -> String {
    let (delete, change) = case.plan.as_ref().map_or((0, 0), |(_, paper)| paper.totals());
    let change_said = locale.number(change);
    match case.stored.kind {
        RequestKind::Erasure if delete + change == 0 => {
            let held = case.plan.as_ref().is_some_and(|(_, paper)| !paper.holds.is_empty());
            locale.say(if held { "approve-held" } else { "approve-nothing" })
        }
        RequestKind::Erasure if change == 0 => {
            say!(locale, "approve-erase", n = delete, rows = locale.number(delete))
        }
        RequestKind::Erasure => {
            let rows = locale.number(delete);
            say!(locale, "approve-erase-change", n = delete, rows = rows, change = change_said)
        }
        RequestKind::Rectification if change == 0 => locale.say("approve-rectify-nothing"),
        RequestKind::Rectification => {
            say!(locale, "approve-rectify", n = change, rows = change_said)
        }
        kind => locale.say(&format!("approve-{}", kind.word())),
    }
}

fn persons(locale: &Locale, candidates: &[(Code, Candidate)]) -> Vec<Person> {
    let fact = |f: &abide_policy::vocab::Fact| locale.say(&format!("fact-{f}"));
    let one = |(code, candidate): &(Code, Candidate)| Person {
        code: code.to_string(),
        shown: locale.apart(
            &candidate.shown.iter().map(|(f, v)| format!("{} {v}", fact(f))).collect::<Vec<_>>(),
        ),
        tables: candidate.tables.join(", "),
        by: locale.list(&candidate.by.iter().map(fact).collect::<Vec<_>>()),
    };
    candidates.iter().map(one).collect()
}

fn told(locale: &Locale, zone: &TimeZone, maps: &Maps, notice: &Notice) -> Told {
    let name = maps.called(locale, notice.recipient.as_str());
    let done = notice.told.as_ref().map(|(by, at)| {
        say!(locale, "request-told", by = actor(locale, by), at = moment(locale, zone, *at))
    });
    Told { name, id: notice.recipient.to_string(), done }
}

/// What a hold keeps is no work in a store.
fn is_held(reminder: &Reminder) -> bool {
    reminder.code.as_str() == HELD
}

#[derive(Template)]
#[template(path = "desk/request.html")]
struct CaseHtml<'a> {
    locale: &'a Locale,
    id: &'a str,
    /// What was stated, fact by fact.
    stated: Vec<(Fact, String)>,
    path: String,
    version: u64,
    state: Mark,
    waits: Option<String>,
    now: Option<Html>,
    chip: Option<Mark>,
    /// What was not known when the last day was counted.
    warnings: Vec<String>,
    facts: Facts<'a>,
    /// What came of it, once it is closed.
    result: Option<Html>,
    /// Nobody was found by what was stated: what that means for this kind.
    nobody: Option<String>,
    /// Other open requests in which the same was stated: id, and what it is.
    beside: Vec<(String, String)>,
    /// One of them asks for the same.
    again: bool,
    /// What our own tables hold of the person.
    own: Vec<String>,
    past: Vec<Past>,
    plan: Option<PlanView>,
    /// Recordings in which others are heard are handed out too.
    shared: bool,
    approving: Approving,
    erases: bool,
    /// What was found that is not as planned.
    residue: Vec<String>,
    /// The rows that are the person, as long as that is known.
    chosen: Vec<RowLine>,
    /// In which rows, as far as anything names them.
    found: Vec<RowLine>,
    /// The size of a copy that was handed out.
    archive: Option<String>,
    /// The copy lies ready: what is to be done with it.
    handing: Option<Html>,
    can: Can,
    people: String,
    persons: Vec<Person>,
    store_says: Option<String>,
    told: Vec<Told>,
    /// Something was done of which they can be told.
    can_tell: bool,
    /// There is a letter to the person.
    letter: bool,
    refused: bool,
    duties: Vec<Duty>,
    /// Old versions are to be seen to.
    versions: bool,
    /// A store is to be cleaned of dead rows.
    uncleaned: bool,
    /// A hold is to be seen to.
    held: bool,
    /// Somebody is asked to delete by hand, and a hold stands.
    hold_first: bool,
    /// The legal holds, with the form that places one.
    holds: Option<Html>,
    /// Values are to be taken out by hand where no edge of a map leads.
    beyond: bool,
    swiss: bool,
    asking: Asking<'a>,
}

impl CaseHtml<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    fn draw(&self, meaning: &Meaning) -> Html {
        html::drawn(*meaning)
    }
    fn refusals(&self) -> Vec<(&'static str, String)> {
        let one = |(word, _): &(&'static str, Refusal)| {
            (*word, self.locale.say(&format!("refusal-reason-{word}")))
        };
        REFUSALS.iter().map(one).collect()
    }
    fn get_archive(&self, size: &str) -> String {
        say!(self.locale, "request-archive-get", size = size)
    }
    fn length(&self, characters: &usize) -> String {
        say!(
            self.locale,
            "request-characters",
            n = *characters,
            rows = self.locale.number(*characters as u64)
        )
    }
    fn field(&self, name: &str) -> &str {
        self.asking.fields.get(name)
    }
    fn who_acts(&self) -> Html {
        name::section(self.locale, self.asking.name.as_deref(), self.id)
    }
    /// What can be put right: what was stated, and what was not.
    fn correctable(&self) -> Vec<(&'static str, String, String, &'static str)> {
        let sent = self.field("action") == "correct";
        let mut all = Vec::new();
        for fact in Fact::ALL {
            let stated = self.stated.iter().filter(|(f, _)| f == fact).map(|(_, v)| v.as_str());
            let mut values: Vec<&str> =
                if sent { self.asking.fields.all(fact.word()).collect() } else { stated.collect() };
            if values.is_empty() {
                values.push("");
            }
            let name = self.locale.say(&format!("fact-{fact}"));
            let line =
                |v: &&str| (fact.word(), name.clone(), (*v).to_owned(), typed_into(fact.word(), v));
            all.extend(values.iter().map(line));
        }
        all
    }
    /// The form that puts facts right was sent.
    fn correcting(&self) -> bool {
        self.field("action") == "correct"
    }
    /// The form that refuses was sent, to refuse or to look at the letter.
    fn refusing(&self) -> bool {
        matches!(self.field("action"), "refuse" | "preview")
    }
    /// The form that extends was sent, to extend or to look at the letter.
    fn extending(&self) -> bool {
        matches!(self.field("action"), "extend" | "preview-extension")
    }
    /// What was written about a refusal is no longer kept.
    const fn letter_is_gone(&self) -> bool {
        self.refused && !self.letter
    }
    fn type_label(&self, rows: &str) -> String {
        say!(self.locale, "approve-type", rows = rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Locales;
    use serde_json::json;

    #[test]
    fn what_was_found_is_said_by_its_place_in_every_language() {
        let found = [
            (
                json!({ "what": "row", "table": "centre.calls" }),
                "a row in “centre.calls” that should be gone",
            ),
            (
                json!({ "what": "new", "table": "centre.calls" }),
                "a row in “centre.calls” that came meanwhile",
            ),
            (
                json!({ "what": "unchanged", "table": "centre.calls", "column": "number" }),
                "in “centre.calls.number”, a value that is not what it was to become",
            ),
            (
                json!({ "what": "value", "table": "centre.agents", "column": "name", "rows": 1200 }),
                "a value of the person in 1,200 rows of “centre.agents.name”",
            ),
            (
                json!({ "what": "view", "table": "centre.seen", "column": "name", "rows": 1 }),
                "a value of the person in 1 row of the materialized view “centre.seen.name”: refresh it (REFRESH MATERIALIZED VIEW) once the value is gone from where it was read",
            ),
            (
                json!({ "what": "file", "store": "archive", "files": 2 }),
                "a value of the person in 2 files of “archive”, in their text or names",
            ),
            (json!({ "what": "differs" }), "a store that is no longer as it was left"),
        ];
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            for (one, english) in &found {
                let said = residue_line(locale, one).unwrap();
                assert!(!said.contains('‹') && !said.is_empty(), "{lang}: {said}");
                assert!(lang != abide_policy::vocab::Lang::En || said == *english, "{said}");
            }
        }
        let english = Locales::built_in().get(abide_policy::vocab::Lang::En);
        for none in [json!("Row"), json!({ "what": "never heard of" }), json!({})] {
            assert_eq!(residue_line(english, &none), None);
        }
    }
}
