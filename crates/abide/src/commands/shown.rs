//! What commands say of a request, of its plan and of what a person must do for it: in words, and as JSON.
//!
//! Owns: this, in English, as everything on the command line is. Leaves to others: what came of it (`results`), work by hand (`hands`),
//! plans that erase nothing (`papers`), people who may be meant (`people`).

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Vocabulary as _};
use abide_records::requests::duties::Reminder;
use abide_rights::desk::document::{CausePaper, KeepPaper, Keeps, Paper, StorePaper, TablePaper};
use abide_rights::desk::report::Report;
use abide_rights::desk::{
    Act, Case, Desk as Desks, Failed, HANDING_OUT, HELD, OLD_VERSIONS, RESIDUE, UNTIL_CLEANED,
    Untold, is_of_a_step, lies_ready, voices_of,
};
use abide_rights::export::Voices;
use abide_rights::own::{Stays, Why};
use serde_json::{Value, json};

use super::{answering, deadlines, english, hands, holds, papers, people};

/// A request as JSON.
pub(super) async fn as_json(desk: &Desks, case: &Case, act: Act<'_>) -> anyhow::Result<Value> {
    let stored = &case.stored;
    let deadline = desk.clock(stored).await?.deadline(act.today);
    let events = desk.records.events(&stored.id, 0).await?;
    let event = |(seq, event): &(u32, abide_records::requests::history::Event)| {
        json!({
            "seq": seq, "at": event.at, "by": event.actor, "what": event.what.as_str(),
            "detail": serde_json::from_str::<Value>(event.detail.as_str()).unwrap_or_default(),
        })
    };
    let voices = voices_of(case, events.iter().map(|(_, event)| event));
    let notices = desk.records.notices(&stored.id).await?;
    let told = |n: &abide_records::requests::duties::Notice| json!({ "recipient": n.recipient.as_str(), "name": desk.called(&n.recipient, english()), "told": n.told.as_ref().map(|(by, at)| json!({ "by": by, "at": at })) });
    let reminders = desk.records.reminders(&stored.id).await?;
    let by_hand = |r: &Reminder| hands::reminder_json(Some(case), r);
    Ok(json!({
        "id": stored.id.as_str(),
        "kind": stored.kind.word(),
        "state": stored.state.word(),
        "waits": stored.waits.map(abide_policy::vocab::Waits::word),
        "jurisdiction": stored.jurisdiction.code(),
        "language": stored.language.word(),
        "policy": stored.policy,
        "received": stored.received.to_string(),
        "due": deadline.due.to_string(),
        "days_left": stored.closed_at.is_none().then_some(deadline.days_left),
        "sources": deadline.sources.iter().map(|s| s.text).collect::<Vec<_>>(),
        "holidays": deadlines::holidays_as_json(&deadline),
        "warnings": deadline.warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "refusal": stored.refusal.as_ref().map(|r| r.code.as_str()),
        "own": own(desk, case, act).await?.iter().map(own_json).collect::<Vec<_>>(),
        "plan": case.plan.as_ref().map(|(plan, paper)| plan_json(desk, paper, Some(plan.seq), voices)),
        "history": events.iter().map(event).collect::<Vec<_>>(),
        "candidates": people::of_case(desk, case).await?,
        "holds": desk.holds_on(case).await?.iter().map(|h| holds::as_json(h, act)).collect::<Vec<_>>(),
        "recipients": notices.iter().map(told).collect::<Vec<_>>(),
        "by_hand": reminders.iter().map(by_hand).collect::<Vec<_>>(),
        "found": hands::found_json(case),
        "copy": answering::as_json(desk, case, &events),
    }))
}

fn own_json(stays: &Stays) -> Value {
    json!({ "why": stays.why.word(), "count": stays.count, "until": stays.until.map(|d| d.to_string()) })
}

/// A plan as JSON.
pub(super) fn plan_json(desk: &Desks, paper: &Paper, seq: Option<u32>, voices: Voices) -> Value {
    let ((delete, change), (copy, recordings)) = (paper.totals(), paper.copied_with(voices));
    let store = |s: &StorePaper| json!({ "store": s.store, "tables": s.tables, "purposes": s.purposes, "by_hand": hands::as_json(desk, s) });
    json!({
        "plan": seq,
        "fingerprint": paper.fingerprint().to_string(),
        "made": paper.made.to_string(),
        "delete": delete,
        "change": change,
        "copy": copy,
        "recordings": recordings,
        "stores": paper.stores.iter().map(store).collect::<Vec<_>>(),
    })
}

/// A request in words.
pub(super) async fn in_words(desk: &Desks, case: &Case, act: Act<'_>) -> anyhow::Result<String> {
    let stored = &case.stored;
    let deadline = desk.clock(stored).await?.deadline(act.today);
    let mut text = format!("{} · {} · {}", stored.id, stored.kind.word(), stored.state.word());
    if let Some(waits) = stored.waits {
        text.push_str(&format!(", waits for {}", waiting(waits)));
    }
    let left = stored.closed_at.is_none().then(|| format!(" ({})", days(deadline.days_left)));
    let left = left.unwrap_or_default();
    text.push_str(&format!("\nreceived {}, due {}{left}\n", stored.received, deadline.due));
    text.push_str(&deadlines::in_words(&deadline));
    if case.who.as_ref().is_some_and(|who| who.rows.as_ref().is_some_and(Vec::is_empty)) {
        text.push_str("  note: nobody was found by what was stated\n");
    }
    if let Some((_, paper)) = &case.plan {
        let Report { deleted, changed, .. } = desk.so_far(case).await?;
        if deleted + changed > 0 && stored.waits == Some(abide_policy::vocab::Waits::Approval) {
            text.push_str(&format!(
                "{} went already, {changed} changed; the plan is for the rest\n",
                papers::count(deleted, "row")
            ));
        }
        if stored.state == RequestState::Done {
            text.push_str("carried out: ");
        }
        let events = desk.records.events(&stored.id, 0).await?;
        let voices = voices_of(case, events.iter().map(|(_, event)| event));
        text.push_str(&plan_in_words(desk, stored.kind, paper, voices));
    }
    for hold in desk.holds_on(case).await? {
        text.push_str(&holds::in_words(desk, &hold, act));
    }
    for stays in own(desk, case, act).await? {
        text.push_str(&stays_in_words(&stays));
    }
    for notice in desk.records.notices(&stored.id).await? {
        let told = if notice.told.is_some() { "was told" } else { "must be told (GDPR Art. 19)" };
        let name = desk.called(&notice.recipient, english());
        text.push_str(&format!("recipient {} ({name}) {told}\n", notice.recipient));
    }
    let ended = [RequestState::Refused, RequestState::Withdrawn].contains(&stored.state);
    let mut due = None;
    for reminder in desk.records.reminders(&stored.id).await? {
        // What a plan left to a person, and then was not wanted, nobody did. Of a copy that lies ready more is said below.
        let is_said = lies_ready(stored) && reminder.code.as_str() == HANDING_OUT;
        if ended && is_of_a_step(&reminder) || is_said {
            due = due.or(is_said.then_some(reminder.due));
            continue;
        }
        text.push_str(&format!("{}\n", reminder_in_words(&reminder, Some(case))));
        text.push_str(&hands::rows_in_words(case, &reminder));
    }
    text.push_str(&hands::found_in_words(case));
    let events = desk.records.events(&stored.id, 0).await?;
    text.push_str(&answering::ready_in_words(desk, case, &events, due));
    Ok(text)
}

/// Who must still be told of what was done.
pub(super) fn untold_in_words(desk: &Desks, untold: &Untold) -> String {
    let one = |id: &Id| format!("{id} ({})", desk.called(id, english()));
    let names: Vec<String> = untold.recipients.iter().map(one).collect();
    let id = &untold.request;
    format!(
        "to be told what was done for {id} (GDPR Art. 19): {}; then `abide requests told {id}` with the recipient's name",
        names.join("; ")
    )
}

/// What our own tables hold of the person beside this request; nothing is said of it while a store is away that tells people apart.
async fn own(desk: &Desks, case: &Case, act: Act<'_>) -> anyhow::Result<Vec<Stays>> {
    match desk.own_beside(case).await {
        Ok(own) => Ok(own.stays(desk.kept, act.today, &desk.zone)),
        Err(Failed::Store(_)) => Ok(Vec::new()),
        Err(other) => Err(other.into()),
    }
}

/// Why something of them stays.
fn stays_in_words(stays: &Stays) -> String {
    let count = stays.count;
    let until = stays.until.map(|day| format!(", until {day}")).unwrap_or_default();
    match stays.why {
        Why::Open => {
            format!("of Abide's own: not closed yet: {}\n", papers::count(count, "request"))
        }
        Why::Proof => format!(
            "of Abide's own: as proof of how it was answered (GDPR Art. 5(2)): {}{until}\n",
            papers::count(count, "closed request")
        ),
        Why::Held => format!(
            "of Abide's own: as proof why data stayed: {}{until}\n",
            papers::count(count, "legal hold")
        ),
        Why::Erased => format!("of Abide's own: {count} marks of an erasure stay{until}\n"),
        Why::Chosen => {
            format!("of Abide's own: {count} choices are followed as long as they hold{until}\n")
        }
    }
}

pub(super) fn days(left: i32) -> String {
    match left {
        0 => "today".to_owned(),
        1 => "1 day left".to_owned(),
        n if n < 0 => format!("{} days overdue", -n),
        n => format!("{n} days left"),
    }
}

/// What a request waits for, in words.
pub(super) const fn waiting(waits: abide_policy::vocab::Waits) -> &'static str {
    use abide_policy::vocab::Waits;
    match waits {
        Waits::Identity => "somebody to say whom it is about",
        Waits::Clarification => "the person's answer",
        Waits::Approval => "approval of its plan",
        Waits::Plan => "a new plan",
        Waits::Store => "a store that went away, or may not be read",
        Waits::Hand => "something that must be done by hand",
        Waits::Residue => "a decision about what was found afterwards",
        Waits::HandingOut => "somebody to look at the copy, hand it out and say so",
        Waits::Turn => "its turn",
    }
}

/// A plan in words: by store and table, with counts and reasons.
pub(super) fn plan_in_words(
    desk: &Desks,
    kind: RequestKind,
    paper: &Paper,
    voices: Voices,
) -> String {
    if kind != RequestKind::Erasure {
        return papers::in_words(desk, kind, paper, voices);
    }
    let (delete, change) = paper.totals();
    let go = if delete == 1 { "goes" } else { "go" };
    let rows = papers::count(delete, "row");
    let mut text = format!("plan {}: {rows} {go}, {change} change\n", papers::hash(paper));
    for store in &paper.stores {
        text.push_str(&hands::in_words(desk, store));
        for table in &store.tables {
            let mut parts = going(table);
            for (why, rows) in &table.change {
                parts.push(format!("{rows} change ({}{})", reason(why), columns(table, why)));
            }
            parts.extend(hands::columns_in_words(table));
            for keep in &table.keep {
                parts.push(format!("{} stay {} ({})", keep.rows, until(keep), keeps(keep)));
            }
            if table.nothing > 0 {
                parts.push(format!("{} {}", table.nothing, reason("nothing")));
            }
            if table.share > 0 {
                let heard = if table.is_sound { "; the person may be heard on them" } else { "" };
                parts.push(format!("{} stay, they are other people's too{heard}", table.share));
            }
            if table.seen > 0 {
                parts.push(format!("{} may be seen", table.seen));
            }
            parts.extend(table.tells.iter().map(|(column, rows)| tells(column, *rows)));
            parts.extend(table.keys.iter().map(|(column, rows)| tells_by_key(column, *rows)));
            parts.extend(table.stays.iter().map(|(column, rows)| stays(column, *rows)));
            text.push_str(&format!("  {}.{}: {}\n", store.store, table.table, parts.join("; ")));
        }
    }
    text
}

/// The rows that go, by the rule of the map by which they do.
fn going(table: &TablePaper) -> Vec<String> {
    let causes = || table.causes.iter().filter(|cause| cause.what == CausePaper::DELETE);
    let said = |cause: &CausePaper| {
        let why = match &cause.of {
            None => "the person's own".to_owned(),
            Some(of) => format!("theirs by `{}`, from `{of}`", cause.by.join("`, `")),
        };
        let over = cause.over.as_ref().map(|id| format!("; `{id}` keeps them no longer"));
        format!("{} go ({why}{})", cause.rows, over.unwrap_or_default())
    };
    let mut all: Vec<String> = causes().map(said).collect();
    // Plans of older programs say nothing of it, and of rows to which nothing leads any more nothing is known.
    let rest = table.delete.saturating_sub(causes().map(|cause| cause.rows).sum());
    all.extend((rest > 0).then(|| format!("{rest} go")));
    all
}

/// The columns that change for a reason, and the word of what becomes of each.
fn columns(table: &TablePaper, why: &str) -> String {
    let its = table.causes.iter().filter(|cause| cause.what == why).flat_map(|c| &c.columns);
    let all: Vec<String> = its.map(|(name, what)| format!("{name}: {what}")).collect();
    if all.is_empty() { String::new() } else { format!("; {}", all.join(", ")) }
}

/// Until when rows stay, or for how long from a day that is not known.
pub(super) fn until(keep: &KeepPaper) -> String {
    let term = || keep.lasts(english());
    let unknown = || term().unwrap_or_else(|| "no day is known".to_owned());
    keep.until.map_or_else(unknown, |day| format!("until {day}"))
}

/// What keeps rows: a statement of the policy, with the law if one does; or a legal hold.
pub(super) fn keeps(keep: &KeepPaper) -> String {
    let KeepPaper { why, statement, hold, reason, .. } = keep;
    let reason = reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    match why {
        Keeps::Statement => format!("statement `{statement}`"),
        Keeps::Law => format!("statement `{statement}`, by law{reason}"),
        Keeps::Hold => {
            let whose =
                if reason.is_empty() { " on somebody else whose they are too" } else { &reason };
            format!("legal hold `{}`{whose}", hold.as_deref().unwrap_or_default())
        }
    }
}

/// What rows that stay will still tell, and what to write in the map.
fn tells(column: &str, rows: u64) -> String {
    format!(
        "{rows} that stay will still tell of the person in `{column}`, which the map does not list: this will be found after the \
         step, and somebody must decide; list `{column}` in the map with `erase` (`redact`, `empty`, or `keep` if it may stay)"
    )
}

/// What rows that stay will still tell by what cannot change.
fn tells_by_key(column: &str, rows: u64) -> String {
    format!(
        "{rows} that stay will still tell of the person in `{column}`, which is a key or refers to one and cannot change: this will be \
         found after the step, and somebody must decide; give the rows another key by hand, or say `erase = \"keep\"` if it may stay"
    )
}

/// What rows that are the person and stay for others keep.
fn stays(column: &str, rows: u64) -> String {
    format!(
        "{rows} of the person's own that stay keep what is in `{column}`, which the map does not list and which may not be empty: list it \
         before you approve if it tells of the person"
    )
}

fn reason(why: &str) -> &str {
    match why {
        "others" => "they stay for other people",
        "rule" => "they stay without the person",
        "nothing" => {
            "stay without the person: nothing in them that the map lists and that may change tells of anybody, so nothing changes"
        }
        "referred" => "something refers to them that must stay",
        "lets-go" => "they refer to what goes",
        other => other,
    }
}

/// What a person must do in a store, or has done; why the store does not do it, its request tells.
pub(super) fn reminder_in_words(reminder: &Reminder, case: Option<&Case>) -> String {
    let Reminder { request, store, code, due, .. } = reminder;
    if code.as_str() == HANDING_OUT {
        return answering::reminder_in_words(request, *due, reminder.done_at.is_some());
    }
    let what = match code.as_str() {
        OLD_VERSIONS => {
            "delete the old versions and other names of what was erased, once no lock keeps them, and see to old versions \
            that could not be read"
                .to_owned()
        }
        UNTIL_CLEANED => "if `abide requests work` does not manage to: let the owner of the tables end transactions that are open for long, \
            VACUUM the tables of the map and refresh the materialized views over them"
            .to_owned(),
        RESIDUE => "take out the values that were found where the map does not lead (`abide requests show` says where), \
            or let the map say whose they are"
            .to_owned(),
        HELD => {
            return match reminder.done_at {
                Some(_) => format!("taken up again: what a legal hold kept in the store `{store}`"),
                None => format!(
                    "a legal hold keeps rows in the store `{store}`: see on {due} whether it has ended; then `abide requests take-up {request}`"
                ),
            };
        }
        kind => match case.and_then(|case| hands::reason(case, store.as_str())) {
            Some(why) => format!("{kind}, for {why}; Abide looks whether it is done"),
            None => format!("{kind}, which the store does not do by itself; Abide looks whether it is done"),
        },
    };
    if reminder.done_at.is_some() {
        return format!("done by hand in the store `{store}`: {what}");
    }
    format!(
        "by hand in the store `{store}`, due on {due}: {what}; then `abide requests hand-done {request}`"
    )
}
