//! `abide requests handed-out`, `copy-again`, `correct`, `told`: the end of a request as people see it, and what was noted wrongly.
//!
//! Owns: these commands and the words of a copy that lies ready. Leaves to others: what follows (`abide-rights`), how a request
//! is shown ([`super::shown`]).

use abide_notice::say;
use abide_policy::text::{Country, Id};
use abide_policy::vocab::{Vocabulary as _, Way};
use abide_records::requests::history::Event;
use abide_rights::desk::{Act, Case, Desk as Desks, Failed, Handed, lies_ready, put_right, ticked};
use abide_rights::state::NotNow;
use anyhow::{anyhow, bail};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{english, results};

/// Somebody handed the copy out: today, if no day is given.
pub(super) async fn handed_out(
    desk: &Desks,
    id: &Id,
    (on, way): (Option<Date>, &str),
    act: Act<'_>,
) -> anyhow::Result<()> {
    let way = Way::from_word(way).ok_or_else(|| {
        anyhow!("`{way}` is no way of handing out: one of {}", Way::words().join(", "))
    })?;
    Ok(desk.handed_out(id, Handed { on: on.unwrap_or(act.today), way }, act).await?)
}

/// Takes these facts in the place of what was stated.
pub(super) async fn correct(
    desk: &Desks,
    id: &Id,
    (facts, country): (&[String], Option<&str>),
    act: Act<'_>,
) -> anyhow::Result<()> {
    let country = country.map(str::parse::<Country>).transpose().map_err(|e| anyhow!("{e}"))?;
    Ok(desk.correct(id, facts, country, act).await?)
}

/// Ticks a recipient off, or takes that back.
pub(super) async fn told(
    desk: &Desks,
    id: &Id,
    (recipient, undo): (&str, bool),
    act: Act<'_>,
) -> anyhow::Result<()> {
    let recipient = recipient.parse().map_err(|_| {
        anyhow!("`{recipient}` is no recipient: `abide requests show {id}` lists them")
    })?;
    // Whoever misspells a request hears that it is not there.
    desk.case(id).await?;
    let told = match undo {
        true => desk.untell(id, &recipient, act).await,
        false => desk.tell(id, &recipient, act).await,
    };
    match told {
        Err(Failed::Missing(who)) if who == recipient => {
            bail!("no recipient of this name is on the list: `abide requests show {id}` shows it")
        }
        Err(Failed::NotNow(NotNow::NotAwaited)) if undo => {
            bail!("`{recipient}` was not ticked off: `abide requests show {id}` shows who was told")
        }
        told => Ok(told?),
    }
}

/// What is to be done with a copy that lies ready, and what it has; nothing if none does.
pub(super) fn ready_in_words(
    desk: &Desks,
    case: &Case,
    events: &[(u32, Event)],
    due: Option<Date>,
) -> String {
    let id = &case.stored.id;
    if !lies_ready(&case.stored) {
        return String::new();
    }
    let place = desk.archive(id);
    let due = due.map(|due| format!("due on {due}: ")).unwrap_or_default();
    if !place.is_file() {
        return format!(
            "{due}the copy is no longer here: if it was handed out, say so (abide requests handed-out {id} --way post); else let it be \
            made again (abide requests copy-again {id})\n"
        );
    }
    let place = place.display();
    let has = results::ready_in_words(events).map(|has| format!("it has {has}\n"));
    let has = has.unwrap_or_default();
    format!(
        "{due}the copy lies ready: {place}\n{has}look at it: it must be this person's, and nobody else should be in it. Hand it out with the letter \
        (abide requests letter {id}), then say so: abide requests handed-out {id} --way post\nthat closes the request and cannot be \
        undone. If the data has changed: abide requests copy-again {id}; if it is somebody else's: abide requests correct {id}\n"
    )
}

/// The reminder of a copy, in words.
pub(super) fn reminder_in_words(request: &Id, due: Date, is_done: bool) -> String {
    match is_done {
        true => "the copy was handed out, or is no longer wanted".to_owned(),
        false => format!(
            "by hand, due on {due}: look at the copy that lies ready and hand it out; then `abide requests handed-out {request} --way …`"
        ),
    }
}

/// When and how a copy was handed out, as an event tells it.
pub(super) fn handed_in_words(event: &Event) -> Option<String> {
    let Handed { on, way } = Handed::of(event)?;
    Some(format!("    on {on}, by the way `{way}`\n"))
}

/// Whom an event ticked off, or took that back of, in the words of the page.
pub(super) fn ticked_in_words(desk: &Desks, event: &Event) -> Option<String> {
    let (locale, id) = (english(), ticked(event)?);
    let who = format!("{id} ({})", desk.called(&id, locale));
    let said = say!(locale, &format!("request-event-{}", event.what), recipient = who);
    Some(format!("    {said}\n"))
}

/// Which facts an event put right, in the words of the page: never what they were.
pub(super) fn put_right_in_words(event: &Event) -> Option<String> {
    let locale = english();
    let facts = put_right(event)?.into_iter().map(|fact| locale.say(&format!("fact-{fact}")));
    let facts = locale.list(&facts.collect::<Vec<_>>());
    Some(format!("    {}\n", say!(locale, "request-event-corrected", facts = facts)))
}

/// The copy of a request as JSON: where it lies, when it was handed out.
pub(super) fn as_json(desk: &Desks, case: &Case, events: &[(u32, Event)]) -> Value {
    let id = &case.stored.id;
    let handed = events.iter().rev().find_map(|(_, event)| Handed::of(event));
    let ready = Some(desk.archive(id)).filter(|file| lies_ready(&case.stored) && file.is_file());
    let ready = ready.map(|file| file.display().to_string());
    json!({
        "ready": ready,
        "handed_out": handed.map(|h| json!({ "on": h.on.to_string(), "way": h.way.word() })),
    })
}
