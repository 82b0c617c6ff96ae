//! What a person is asked to do by hand: why, whom to ask, which rows, and what of it is still left.
//!
//! Owns: putting it into the reader's words. Leaves to others: what is to be done and whether it is (`abide-rights`). The keys
//! of rows are shown here and nowhere else; they are forgotten with the request.

use abide_notice::block::Meaning;
use abide_notice::{Locale, say};
use abide_policy::vocab::RequestState;
use abide_records::requests::duties::Reminder;
use abide_records::requests::history::Event;
use abide_records::requests::is_closed;
use abide_rights::desk::document::{
    FoundRow, HandPaper, HandRow, Paper, RowRef, TablePaper, key_in_words,
};
use abide_rights::desk::{
    Case, HANDING_OUT, HELD, OLD_VERSIONS, RESIDUE, UNTIL_CLEANED, is_of_a_step,
};
use jiff::tz::TimeZone;
use serde_json::Value;

use super::read::Read;
use super::room::Maps;
use super::words::{Mark, moment};

/// Something to be done by hand in a store, or done.
pub(super) struct Duty {
    pub(super) text: String,
    pub(super) mark: Mark,
    /// Why the store cannot do it.
    pub(super) why: Option<String>,
    /// Whom to ask, as the map says.
    pub(super) ask: Option<String>,
    /// What the store said.
    pub(super) says: Option<String>,
    /// What is to be done, by table.
    pub(super) lines: Vec<String>,
    /// What is still there, if somebody said too early that it is done.
    pub(super) left: Vec<String>,
    pub(super) rows: Vec<RowLine>,
    /// It is a step of the plan.
    is_step: bool,
}

/// A row that somebody must see to.
pub(super) struct RowLine {
    pub(super) table: String,
    pub(super) key: String,
    pub(super) columns: String,
}

/// What is to be done by hand for a request.
pub(super) fn duties(
    locale: &Locale,
    maps: &Maps,
    Read { case, events, reminders, zone, .. }: &Read,
) -> Vec<Duty> {
    let paper = case.plan.as_ref().map(|(_, paper)| paper);
    let one = |reminder: &Reminder| {
        let mut duty = named(locale, zone, reminder);
        if let Some(paper) = paper.filter(|_| duty.is_step && reminder.done_at.is_none()) {
            explain(locale, maps, case, events, (reminder.store.as_str(), paper), &mut duty);
        }
        duty
    };
    // What a plan left to a person, and then was not wanted, nobody did.
    let ended = [RequestState::Refused, RequestState::Withdrawn].contains(&case.stored.state);
    // A copy is handed out in a section of its own.
    let is_here = |r: &&Reminder| !(ended && is_of_a_step(r)) && r.code.as_str() != HANDING_OUT;
    reminders.iter().filter(is_here).map(one).collect()
}

fn named(locale: &Locale, zone: &TimeZone, reminder: &Reminder) -> Duty {
    let (store, day) = (reminder.store.as_str(), locale.date(reminder.due));
    let is_step = is_of_a_step(reminder);
    let text = match reminder.code.as_str() {
        OLD_VERSIONS => say!(locale, "request-hand-versions", store = store, day = day),
        UNTIL_CLEANED => say!(locale, "request-hand-cleaned", store = store, day = day),
        HELD => say!(locale, "request-hand-hold", store = store, day = day),
        RESIDUE => say!(locale, "request-hand-residue", store = store, day = day),
        kind => {
            let kind = locale.say(&format!("request-kind-{kind}"));
            say!(locale, "request-hand", store = store, kind = kind, day = day)
        }
    };
    let (meaning, word) = match reminder.done_at {
        Some(at) => {
            (Meaning::Allowed, say!(locale, "request-hand-done-at", at = moment(locale, zone, at)))
        }
        None => (Meaning::Limited, locale.say("request-hand-open")),
    };
    let mark = Mark { meaning, word, long: String::new() };
    let (lines, left, rows) = (Vec::new(), Vec::new(), Vec::new());
    Duty { text, mark, why: None, ask: None, says: None, lines, left, rows, is_step }
}

/// What the plan and the history say of it.
fn explain(
    locale: &Locale,
    maps: &Maps,
    case: &Case,
    events: &[Event],
    (store, paper): (&str, &Paper),
    duty: &mut Duty,
) {
    let Some(step) = paper.stores.iter().find(|s| s.store == store) else { return };
    let asked = last(events, store);
    let text = |name: &str| asked.get(name).and_then(Value::as_str);
    duty.why = match &step.hand {
        Some(hand) => Some(reason(locale, hand)),
        None => text("why").and_then(|why| in_words(locale, why)),
    };
    duty.ask = by_hand(maps, store).map(|how| say!(locale, "hand-ask", how = how));
    duty.says = text("says").map(str::to_owned);
    duty.lines = step.tables.iter().flat_map(|table| lines(locale, table)).collect();
    if asked.get("again").is_some_and(|again| again == true) {
        let left = asked.get("left").and_then(Value::as_object).into_iter().flatten();
        let line = |(table, n): (&String, &Value)| {
            let n = n.as_u64().unwrap_or_default();
            say!(locale, "hand-left", n = n, rows = locale.number(n), table = table.as_str())
        };
        duty.left = left.map(line).collect();
    }
    let rows = case.who.iter().flat_map(|who| &who.hands);
    duty.rows = rows.filter(|row| row.row.store == store).map(row_line).collect();
}

/// What was told when somebody was asked last.
fn last(events: &[Event], store: &str) -> Value {
    let asked = events.iter().rev().filter(|e| e.what.as_str() == "hand-needed");
    let mut details = asked.filter_map(|e| serde_json::from_str::<Value>(e.detail.as_str()).ok());
    details.find(|d| d.get("store").is_some_and(|s| s == store)).unwrap_or_default()
}

/// Whom to ask about a store, as its map says.
fn by_hand<'a>(maps: &'a Maps, store: &str) -> Option<&'a str> {
    let mut all = maps.files.iter().filter_map(|file| file.map.as_ref());
    all.find(|map| map.id.as_str() == store)?.by_hand.as_deref()
}

/// Why a store leaves something to a person, in a sentence's part; a word that this program does not know says nothing.
pub(super) fn in_words(locale: &Locale, why: &str) -> Option<String> {
    let id = format!("hand-why-{why}");
    locale.has(&id).then(|| locale.say(&id))
}

/// The same as the plan says it.
pub(super) fn reason(locale: &Locale, hand: &HandPaper) -> String {
    let why = in_words(locale, &hand.why).unwrap_or_else(|| hand.why.clone());
    if hand.tables.is_empty() {
        return say!(locale, "plan-hand", why = why);
    }
    let tables = hand.tables.join(", ");
    say!(locale, "plan-hand-tables", why = why, tables = tables)
}

/// What is to be done in a table.
pub(super) fn lines(locale: &Locale, table: &TablePaper) -> Vec<String> {
    let name = table.table.as_str();
    let change: u64 = table.change.values().sum();
    let columns = table.columns.iter().filter_map(|(name, what)| column(locale, name, what));
    let columns: Vec<String> = columns.collect();
    let delete = (table.delete > 0).then(|| {
        let n = table.delete;
        say!(locale, "hand-delete", n = n, rows = locale.number(n), table = name)
    });
    let change = (change > 0 && !columns.is_empty()).then(|| {
        let (rows, columns) = (locale.number(change), locale.list(&columns));
        say!(locale, "hand-change", n = change, rows = rows, table = name, columns = columns)
    });
    delete.into_iter().chain(change).collect()
}

fn column(locale: &Locale, name: &str, what: &str) -> Option<String> {
    let id = format!("hand-column-{what}");
    locale.has(&id).then(|| say!(locale, &id, column = name))
}

/// The rows that are the person of an open request, if somebody chose among several: who approves the plan sees whom.
pub(super) fn chosen(case: &Case, events: &[Event]) -> Vec<RowLine> {
    let mut since = events.iter().rev().take_while(|e| e.what.as_str() != "corrected");
    if is_closed(case.stored.state) || !since.any(|e| e.what.as_str() == "several-people") {
        return Vec::new();
    }
    let rows = case.who.iter().flat_map(|who| who.rows.iter().flatten());
    let line = |row: &RowRef| RowLine {
        table: format!("{}.{}", row.store, row.table),
        key: row.key.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        columns: String::new(),
    };
    rows.map(line).collect()
}

/// A row or file in which something of the person was found.
pub(super) fn found_line(found: &FoundRow) -> RowLine {
    let (table, key) = (found.place(), key_in_words(&found.by, &found.row.key));
    RowLine { table, key, columns: String::new() }
}

fn row_line(row: &HandRow) -> RowLine {
    let many = if row.count > 1 { format!(" × {}", row.count) } else { String::new() };
    RowLine {
        table: row.row.table.clone(),
        key: key_in_words(&row.by, &row.row.key) + &many,
        columns: row.columns.keys().cloned().collect::<Vec<_>>().join(", "),
    }
}
