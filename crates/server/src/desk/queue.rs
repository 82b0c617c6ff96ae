//! The queue: every request in a line, what is due for people to do, and the form that opens another.

use std::sync::Arc;

use abide_notice::block::Meaning;
use abide_notice::html::{self, Html};
use abide_notice::{Locale, Publication, say};
use abide_policy::model::Policy;
use abide_policy::text::{COUNTRIES, Id};
use abide_policy::vocab::{Fact, Lang, Purpose, RequestKind, RequestState, Set, Vocabulary, Waits};
use abide_records::holds::Hold;
use abide_records::requests as stored;
use abide_records::requests::duties::Reminder;
use abide_records::requests::queue::{Cursor, Filter};
use abide_rights::desk::document::Who;
use abide_rights::desk::{Desk, Failed, HANDING_OUT, HELD, OLD_VERSIONS, UNTIL_CLEANED, Untold};
use abide_rights::recipients::called;
use askama::Template;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::form::{FACTS, Fields, SET, Wrong};
use super::holds;
use super::name;
use super::now::{Now, Section};
use super::place::{self, Place};
use super::room::{NotAtDesk, Standing};
use super::words::{Mark, clock_face, hour, in_time, moment, state, typed_into, who};
use crate::clock;
use crate::edit::Report;

/// Requests on a page.
const PAGE: usize = 25;
/// As many things to do by hand stand above the queue unfolded.
const DUTIES: usize = 3;
/// As many recipients are named of one of them.
const NAMES: usize = 2;

/// What can stand in the address of the queue.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wanted {
    pub(super) lang: Option<String>,
    #[serde(default)]
    state: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    sort: String,
    /// The page loads itself again as long as the worker is at work, without the form in which somebody may be writing.
    pub(super) live: Option<String>,
    /// Where the page before ended: `2026-12-28_r0123`.
    #[serde(default)]
    after: String,
}

impl Wanted {
    fn filter(&self) -> Filter {
        let state = RequestState::from_word(&self.state);
        let kind = RequestKind::from_word(&self.kind);
        Filter {
            closed: self.state == "closed" || state.is_some_and(stored::is_closed),
            states: state.into_iter().collect::<Set<_>>(),
            kinds: kind.into_iter().collect::<Set<_>>(),
            due_until: None,
        }
    }

    fn cursor(&self) -> Option<Cursor> {
        let (due, id) = self.after.split_once('_')?;
        Some(Cursor { due: due.parse().ok()?, id: id.parse().ok()? })
    }

    /// The address of the first page.
    fn href(&self, locale: &Locale) -> String {
        let [state, kind, sort] = [&self.state, &self.kind, &self.sort].map(|word| known(word));
        format!("/requests?lang={}&state={state}&kind={kind}&sort={sort}", locale.lang())
    }

    fn is_state(&self, word: &str) -> bool {
        self.state == word
    }

    fn is_kind(&self, word: &str) -> bool {
        self.kind == word
    }

    fn is_sort(&self, word: &str) -> bool {
        self.sort == word
    }
}

/// A line of the queue.
struct Line {
    id: String,
    href: String,
    who: String,
    kind: String,
    received: String,
    due: String,
    chip: Option<Mark>,
    /// When it was closed.
    closed: Option<String>,
    state: Mark,
    waits: String,
}

/// Something that a person must do by a day.
struct Duty {
    /// Of which requests: id and address.
    requests: Vec<(String, String)>,
    text: String,
    /// How it stands with it.
    mark: Mark,
}

/// What is known of a request.
struct Read {
    request: stored::Request,
    deadline: abide_rights::deadline::Deadline,
    /// When it is carried out, if that is at a time of day.
    hour: Option<Time>,
    /// A worker has it.
    at_work: bool,
}

/// What the queue shows.
#[derive(Default)]
pub(super) struct Listed {
    requests: Vec<Read>,
    reminders: Vec<Reminder>,
    /// Requests that are done, of which recipients must still be told.
    untold: Vec<Untold>,
    /// The legal holds that stand.
    holds: Vec<Hold>,
    more: bool,
    /// Where the page stands among all; nothing of what was searched for.
    place: Option<Place>,
}

/// Reads what the page shows, and as many more as are counted.
pub(super) async fn listed(desk: &Desk, wanted: &Wanted, today: Date) -> Result<Listed, Failed> {
    let (filter, after) = (wanted.filter(), wanted.cursor());
    let sort = known(&wanted.sort);
    let (found, place) = place::page(desk, &filter, after.as_ref(), sort, PAGE + 1).await?;
    Ok(Listed { place: Some(place), ..shown(desk, found, PAGE, today).await? })
}

/// The queue with these requests alone: what was searched for.
pub(super) async fn shown(
    desk: &Desk,
    mut found: Vec<stored::Request>,
    most: usize,
    today: Date,
) -> Result<Listed, Failed> {
    let more = found.len() > most;
    found.truncate(most);
    let (mut requests, now) = (Vec::new(), clock::now().as_second());
    for request in found {
        // Of what is closed it counts how it stood then.
        let day = desk.closed_on(&request).unwrap_or(today);
        let deadline = desk.clock(&request).await?.deadline(day);
        let hour = hour(desk, &request, today);
        let at_work = request.with_worker_until(now).is_some();
        requests.push(Read { request, deadline, hour, at_work });
    }
    let reminders = desk.records.reminders_due(today).await?;
    let mut holds = desk.records.holds().await?;
    holds.retain(|hold| hold.stands(today));
    let untold = desk.untold().await?;
    Ok(Listed { requests, reminders, untold, holds, more, place: None })
}

/// Everything the page is made of.
pub(super) struct Asking<'a> {
    pub(super) publication: &'a Publication,
    pub(super) locale: &'a Locale,
    pub(super) standing: &'a Standing,
    pub(super) wanted: &'a Wanted,
    /// What was searched for, if the list is what was found.
    pub(super) typed: Option<&'a str>,
    pub(super) fields: &'a Fields,
    /// Who works here, if that is known.
    pub(super) name: Option<String>,
    pub(super) report: Option<Report>,
    /// In which field of the form that opens a request something is wrong.
    pub(super) wrong: Option<Wrong>,
    pub(super) stopped: Option<String>,
    /// What the worker does, if that takes long.
    pub(super) now: Option<Now>,
    /// The page loads itself again.
    pub(super) live: bool,
    pub(super) today: Date,
}

/// The page.
pub(super) fn page(asking: Asking<'_>, listed: Listed) -> String {
    let locale = asking.locale;
    let frame = super::routes::frame(
        asking.publication,
        locale,
        locale.say("requests-title"),
        "/requests",
        &[],
    );
    let frame = super::routes::reporting(frame, locale, asking.report.is_some());
    let pages = listed.more && asking.typed.is_none();
    let first = asking.wanted.href(locale);
    let next = listed.requests.last().filter(|_| pages);
    let next =
        next.map(|Read { request: last, .. }| format!("{first}&after={}_{}", last.due, last.id));
    let closed = asking.standing.desk.as_ref().err();
    let zone = asking.standing.zone();
    let mut duties = duties(locale, &listed, &asking);
    let body = QueueHtml {
        locale,
        closed: closed.map(|why| not_open(locale, why)),
        closed_detail: closed.map(ToString::to_string).unwrap_or_default(),
        opening: matches!(closed, Some(NotAtDesk::Opening)),
        now: asking.now.as_ref().map(|now| Section::of(locale, now, clock::now())),
        shown: listed.place.and_then(|place| place.in_words(locale, listed.requests.len())),
        first: listed.place.filter(|place| !place.is_first()).map(|_| first),
        lines: listed.requests.iter().map(|read| line(locale, &zone, read)).collect(),
        duties_folded: duties.split_off(duties.len().min(DUTIES)),
        duties,
        holds: holds::Section::of_all(locale, &zone, &listed.holds, asking.today)
            .map(|section| Html::of(&section)),
        filtered: !(asking.wanted.state.is_empty() && asking.wanted.kind.is_empty()),
        found: asking.typed.map(|_| found(locale, &listed)),
        token: super::act::new_id().map(|id| id.to_string()).unwrap_or_default(),
        open: asking.report.is_some() || !asking.fields.get("kind").is_empty(),
        columns: columns(asking.standing),
        today: asking.today,
        next,
        asking,
    };
    html::layout(&frame, Html::of(&body))
}

/// How many requests a search found, and whether there are more.
fn found(locale: &Locale, listed: &Listed) -> String {
    let n = listed.requests.len() as u64;
    let id = if listed.more { "requests-found-more" } else { "requests-found" };
    say!(locale, id, n = n, rows = locale.number(n))
}

/// A word of an address that is one of ours; anything else is nothing.
fn known(word: &str) -> &str {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') { word } else { "" }
}

/// Why requests cannot be answered, for people.
pub(super) fn not_open(locale: &Locale, why: &NotAtDesk) -> String {
    locale.say(match why {
        NotAtDesk::Opening => "requests-opening",
        NotAtDesk::NoStores => "requests-no-stores",
        NotAtDesk::Maps(_) => "requests-maps-wrong",
        NotAtDesk::Store(_) => "requests-store-closed",
        NotAtDesk::Key(_) => "requests-key-wrong",
        NotAtDesk::KeyMissing(_) => "requests-key-missing",
        NotAtDesk::Records(_) => "requests-failed",
        NotAtDesk::Region(_) => "requests-region-wrong",
        NotAtDesk::Zone(_) => "requests-zone-wrong",
        NotAtDesk::Site => "requests-site-wrong",
    })
}

/// What it waits for, in a word.
fn waits(locale: &Locale, Read { request, hour, at_work, .. }: &Read) -> String {
    match (request.waits, hour) {
        (None, _) => String::new(),
        // Whoever reads the queue sees what moves.
        (Some(Waits::Turn), _) if *at_work => locale.say("request-waits-worker"),
        (_, Some(hour)) => say!(locale, "request-waits-hour", time = clock_face(*hour)),
        (Some(waits), None) => locale.say(&format!("request-waits-{waits}")),
    }
}

fn line(locale: &Locale, zone: &TimeZone, read: &Read) -> Line {
    let Read { request, deadline, .. } = read;
    let stated =
        request.subject.as_ref().and_then(|s| serde_json::from_str::<Who>(s.as_str()).ok());
    let closed = request.closed_at.map(|at| moment(locale, zone, at));
    Line {
        id: request.id.to_string(),
        href: format!("/requests/{}?lang={}", request.id, locale.lang()),
        who: who(locale, stated.as_ref()),
        kind: locale.say(&format!("request-kind-{}", request.kind)),
        received: locale.date(request.received),
        due: locale.date(deadline.due),
        chip: in_time(locale, request, deadline),
        closed,
        state: state(locale, request.state),
        waits: waits(locale, read),
    }
}

/// What is due for people to do: in stores, by a day, and telling those who must be told.
fn duties(locale: &Locale, listed: &Listed, asking: &Asking<'_>) -> Vec<Duty> {
    let policies = &asking.standing.maps.policies;
    let reminders = listed.reminders.iter().map(|r| duty(locale, r, asking.today));
    let untold = listed.untold.iter().map(|u| telling(locale, policies, u));
    let mut all: Vec<Duty> = Vec::new();
    // What is the same for several requests is said once.
    for duty in reminders.chain(untold) {
        match all.iter_mut().find(|known| known.is_like(&duty)) {
            Some(known) => known.requests.extend(duty.requests),
            None => all.push(duty),
        }
    }
    all
}

impl Duty {
    fn is_like(&self, other: &Self) -> bool {
        self.text == other.text && self.mark.word == other.mark.word
    }
}

/// A request as a link.
fn linked(locale: &Locale, id: &Id) -> Vec<(String, String)> {
    vec![(id.to_string(), format!("/requests/{id}?lang={}", locale.lang()))]
}

fn telling(locale: &Locale, policies: &[Option<Arc<Policy>>], untold: &Untold) -> Duty {
    let its = |id| called(policies.iter().flatten().map(|policy| &**policy), id, locale);
    let names: Vec<String> = untold.recipients.iter().map(its).collect();
    let (meaning, word) = (Meaning::Limited, locale.say("requests-duty-open"));
    Duty {
        requests: linked(locale, &untold.request),
        text: told(locale, &names),
        mark: Mark { meaning, word, long: String::new() },
    }
}

/// Who must be told; of many the first, since the page of the request has all of them.
fn told(locale: &Locale, names: &[String]) -> String {
    let first = names.get(..NAMES).filter(|first| first.len() + 1 < names.len());
    match first {
        Some(first) => {
            let (names, n) = (locale.apart(first), names.len() - first.len());
            say!(locale, "requests-duty-told-more", names = names, n = n)
        }
        None => say!(locale, "requests-duty-told", names = locale.apart(names)),
    }
}

fn duty(locale: &Locale, reminder: &Reminder, today: Date) -> Duty {
    let (store, day) = (reminder.store.as_str(), locale.date(reminder.due));
    let (meaning, word) = match reminder.due < today {
        true => (Meaning::Refused, "requests-duty-late"),
        false => (Meaning::Limited, "requests-duty-today"),
    };
    Duty {
        requests: linked(locale, &reminder.request),
        text: match reminder.code.as_str() {
            OLD_VERSIONS => say!(locale, "requests-duty-versions", store = store, day = day),
            UNTIL_CLEANED => say!(locale, "requests-duty-cleaned", store = store, day = day),
            HELD => say!(locale, "requests-duty-hold", store = store, day = day),
            HANDING_OUT => say!(locale, "requests-duty-handing-out", day = day),
            _ => say!(locale, "requests-duty", store = store, day = day),
        },
        mark: Mark { meaning, word: locale.say(word), long: String::new() },
    }
}

/// The columns that the maps know something about: what can be put right.
fn columns(standing: &Standing) -> Vec<String> {
    let maps = standing.maps.files.iter().filter_map(|f| f.map.as_ref());
    let mut all: Vec<String> = maps
        .flat_map(|m| &m.tables)
        .flat_map(|t| {
            let columns = t.columns.iter().map(|c| &c.name);
            columns.chain(t.known_by.iter().map(|k| &k.column)).map(|c| format!("{}.{c}", t.name))
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueueHtml<'a> {
    locale: &'a Locale,
    closed: Option<String>,
    closed_detail: String,
    opening: bool,
    now: Option<Html>,
    lines: Vec<Line>,
    duties: Vec<Duty>,
    /// The rest of them, so that the queue is not pushed out of sight.
    duties_folded: Vec<Duty>,
    /// The legal holds that stand, if there are any.
    holds: Option<Html>,
    filtered: bool,
    /// How many were found, if somebody searched.
    found: Option<String>,
    /// The id that the next request gets: a form that is sent twice opens one.
    token: String,
    /// The form that opens a request is shown.
    open: bool,
    columns: Vec<String>,
    today: Date,
    /// Where the page stands among all requests of the list.
    shown: Option<String>,
    /// The first page, from any other.
    first: Option<String>,
    next: Option<String>,
    asking: Asking<'a>,
}

impl QueueHtml<'_> {
    fn who_acts(&self) -> Html {
        name::section(self.locale, self.asking.name.as_deref(), "")
    }
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    fn draw(&self, meaning: &Meaning) -> Html {
        html::drawn(*meaning)
    }
    /// Words with what they are called, for a choice.
    fn words<W: Vocabulary + 'static>(&self, start: &str) -> Vec<(&'static str, String)> {
        W::ALL
            .iter()
            .map(|w| (w.word(), self.locale.say(&format!("{start}-{}", w.word()))))
            .collect()
    }
    fn kinds(&self) -> Vec<(&'static str, String)> {
        self.words::<RequestKind>("request-kind")
    }
    fn states(&self) -> Vec<(&'static str, String)> {
        self.words::<RequestState>("request-state")
    }
    fn facts(&self) -> Vec<(&'static str, String)> {
        self.words::<Fact>("fact")
    }
    fn typed_into(&self, word: &str) -> &'static str {
        typed_into(word, self.field(word))
    }
    fn purposes(&self) -> Vec<(&'static str, String)> {
        Purpose::ALL.iter().map(|p| (p.word(), self.locale.short(*p))).collect()
    }
    fn languages(&self) -> Vec<(&'static str, &'static str)> {
        Lang::ALL.iter().map(|l| (l.word(), l.own_name())).collect()
    }
    fn countries(&self) -> Vec<(&'static str, String)> {
        let named = |c: &'static str| Some((c, self.locale.country(c.parse().ok()?)));
        let mut all: Vec<_> = COUNTRIES.split_whitespace().filter_map(named).collect();
        all.sort_by(|a, b| a.1.cmp(&b.1));
        all
    }
    fn more(&self, n: usize) -> String {
        say!(self.locale, "requests-duties-more", n = n)
    }
    fn field(&self, name: &str) -> &str {
        self.asking.fields.get(name)
    }
    fn is(&self, name: &str, value: &str) -> bool {
        self.asking.fields.has(name, value)
    }
    /// What is wrong in a field of the form.
    fn wrong(&self, field: &str) -> Option<&str> {
        self.asking.wrong.as_ref().filter(|w| w.field == field).map(|w| w.said.as_str())
    }
    /// Who is meant cannot be told from the facts together.
    fn is_unsaid(&self) -> bool {
        self.wrong(FACTS).is_some()
    }
    /// What is wrong in the line of a column; of no column in the first line.
    fn wrong_set(&self, column: &str, first: &bool) -> Option<&str> {
        let line = self.asking.wrong.as_ref().and_then(|w| w.line.as_deref());
        self.wrong(SET).filter(|_| line.map_or(*first, |line| line == column))
    }
    /// The pairs of column and value, one empty one at least.
    fn sets(&self) -> Vec<(String, String)> {
        let fields = self.asking.fields;
        let mut pairs: Vec<(String, String)> = fields
            .all("set-column")
            .zip(fields.all("set-value"))
            .map(|(c, v)| (c.to_owned(), v.to_owned()))
            .take(8)
            .collect();
        pairs.resize(pairs.len().max(3), (String::new(), String::new()));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use abide_notice::Locales;

    use super::*;

    #[test]
    fn of_many_recipients_the_first_are_named_and_the_others_counted() {
        let names: Vec<String> = ["Anna", "Bea", "Cem", "Dora"].map(str::to_owned).into();
        for lang in Locales::built_in().languages() {
            let locale = Locales::built_in().get(lang);
            let said = |n: usize| told(locale, &names[..n]);
            assert!(said(3).contains("Cem") && !said(3).contains('‹'), "one more needs no word");
            let four = said(4);
            assert!(four.contains("Bea") && !four.contains("Cem") && four.contains('2'), "{four}");
            assert!(!four.contains('‹'), "{lang}: {four}");
        }
    }
}
