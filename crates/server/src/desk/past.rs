//! The history of a request in the reader's words.

use abide_notice::{Locale, say};
use abide_records::requests::history::Event;
use abide_rights::desk::unread::unread_tables;
use abide_rights::desk::{Handed, Recounted, put_right, ticked};
use jiff::tz::TimeZone;

use super::handing;
use super::hands;
use super::room::Maps;
use super::words::{actor, moment, recounted};

/// One line of the history.
pub(super) struct Past {
    pub(super) when: String,
    pub(super) by: String,
    pub(super) what: String,
}

/// A line of the history in words; a word that this program does not know stands as it is.
pub(super) fn past(locale: &Locale, zone: &TimeZone, maps: &Maps, event: &Event) -> Past {
    let id = format!("request-event-{}", event.what);
    let detail: serde_json::Value = serde_json::from_str(event.detail.as_str()).unwrap_or_default();
    let number = |name: &str| detail.get(name).and_then(serde_json::Value::as_u64).unwrap_or(0);
    let text =
        |name: &str| detail.get(name).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
    let what = match event.what.as_str() {
        "recounted" => Recounted::of(event).map_or_else(
            || locale.say("request-event-recounted"),
            |happened| recounted(locale, &happened),
        ),
        "plan-made" => plan_made(locale, &detail),
        "identity-settled" if detail.get("people").is_some_and(|n| n == 0) => {
            locale.say("request-event-nobody")
        }
        "several-people" => say!(locale, "request-event-several-people", n = number("people")),
        "approved" if text("voices") == "shared" => locale.say("request-event-approved-shared"),
        "step-done" if text("store") == "choices" => locale.say("request-event-chosen"),
        "step-done" => say!(locale, "request-event-step-done", store = text("store")),
        "store-away" if !unread_tables(std::slice::from_ref(event)).is_empty() => {
            let tables = locale.list(&unread_tables(std::slice::from_ref(event)));
            say!(locale, "request-event-store-unread", tables = tables)
        }
        "told" | "not-told" => told(locale, maps, event, &id),
        "handed-out" => Handed::of(event)
            .map_or_else(|| event.what.to_string(), |h| handing::handed(locale, &id, h)),
        "corrected" => say!(locale, &id, facts = corrected(locale, event)),
        "failed" => say!(locale, "request-event-failed", why = text("why")),
        "cleaned" => say!(locale, "request-event-cleaned", store = text("store")),
        "hand-needed" if detail.get("again").is_some_and(|again| again == true) => {
            say!(locale, "request-event-hand-needed-again", store = text("store"))
        }
        "hand-needed" => match hands::in_words(locale, &text("why")) {
            Some(why) => {
                say!(locale, "request-event-hand-needed-why", store = text("store"), why = why)
            }
            None => say!(locale, "request-event-hand-needed", store = text("store")),
        },
        _ if locale.has(&id) => locale.say(&id),
        word => word.to_owned(),
    };
    Past { when: moment(locale, zone, event.at), by: actor(locale, &event.actor), what }
}

/// Which recipient was ticked off, or was not after all.
fn told(locale: &Locale, maps: &Maps, event: &Event, id: &str) -> String {
    let Some(who) = ticked(event) else { return event.what.to_string() };
    say!(locale, id, recipient = maps.called(locale, who.as_str()))
}

/// Which facts were put right: never what they were.
fn corrected(locale: &Locale, event: &Event) -> String {
    let facts = put_right(event).unwrap_or_default().into_iter();
    locale.list(&facts.map(|fact| locale.say(&format!("fact-{fact}"))).collect::<Vec<_>>())
}

/// What a plan was to do, when it was made.
fn plan_made(locale: &Locale, detail: &serde_json::Value) -> String {
    let number = |name: &str| detail.get(name).and_then(serde_json::Value::as_u64);
    let said = |name: &str| locale.number(number(name).unwrap_or_default());
    if number("copy").is_some() {
        let (copy, recordings) = (said("copy"), said("recordings"));
        let count = |name: &str| number(name).unwrap_or_default();
        return say!(
            locale,
            "request-event-plan-made-copy",
            n = count("copy"),
            copy = copy,
            m = count("recordings"),
            recordings = recordings
        );
    }
    if number("correct").is_some() {
        return say!(locale, "request-event-plan-made-correct", rows = said("correct"));
    }
    if number("delete").is_none() {
        return locale.say("request-event-plan-made-choice");
    }
    let (delete, change) = (said("delete"), said("change"));
    say!(locale, "request-event-plan-made", delete = delete, change = change)
}
