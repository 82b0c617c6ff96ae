//! Opening the desk for a command, and what commands say of requests.

use std::sync::{Arc, Mutex};

use abide_notice::{Locale, Locales};
use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, RequestState, Vocabulary as _};
use abide_records::Records;
use abide_records::requests::duties::Reminder;
use abide_rights::desk::document::{KeepPaper, Keeps, Paper, StorePaper};
use abide_rights::desk::report::{Cleaned, Corrected, Remaining, Report, Stay};
use abide_rights::desk::unread::unread_tables;
use abide_rights::desk::watching::{AtWork, Doing, Unit, Watching};
use abide_rights::desk::{
    Act, Case, Desk as Desks, Exporting, Failed, Forgotten, HANDING_OUT, HELD, OLD_VERSIONS,
    RESIDUE, Recounted, UNTIL_CLEANED, Untold, is_of_a_step,
};
use abide_rights::find::Candidate;
use abide_rights::own::{Stays, Why};
use abide_server::{RECORDS, SiteFiles, clock, open_desk, open_desk_to_look};
use anyhow::Context as _;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{answering, deadlines, hands, holds, papers};
use crate::cli::Desk;
use crate::files;
use crate::progress::{Progress, size};

/// What is said when somebody stops it.
pub(super) const STOPPED: &str = "stopped: nothing is half done; `abide requests list` shows how each request stands, and \
    `abide requests work` carries them on";

/// Opens the desk of a site.
pub(super) async fn open(options: &Desk) -> anyhow::Result<Desks> {
    let files = SiteFiles::read(&options.site)?;
    let place = options.records.clone().unwrap_or_else(|| options.site.join(RECORDS));
    let records = Records::open(place).await?;
    let desk = open_desk(&files, &options.site, records, &variable).await?;
    Ok(at_once(desk))
}

/// Opens the desk to look at what would happen. No file is made: where there are no records yet, empty ones that are gone
/// afterwards stand in for them. They last as long as what is given back with the desk.
pub(super) async fn open_to_look(options: &Desk) -> anyhow::Result<(Desks, Option<TempDir>)> {
    let place = options.records.clone().unwrap_or_else(|| options.site.join(RECORDS));
    let is_address = place.to_str().is_some_and(Records::is_address);
    let none = match is_address || place.exists() {
        true => None,
        false => Some(tempfile::tempdir().context("there is no room for a plan")?),
    };
    let place = none.as_ref().map_or(place, |folder| folder.path().join("records.db"));
    let files = SiteFiles::read(&options.site)?;
    let records = Records::open(place).await?;
    let desk = open_desk_to_look(&files, &options.site, records, &variable).await?;
    Ok((at_once(desk), none))
}

/// Whoever gives a command sees how far it is, and does not wait for the hour.
fn at_once(desk: Desks) -> Desks {
    Desks { exporting: Some(exporting()), watching: Some(watching()), erasures_at: None, ..desk }
}

/// Shows how far archives are: the one that was written last.
fn exporting() -> Exporting {
    let shown = Mutex::new(None::<(Id, Progress)>);
    Arc::new(move |id, written| {
        let Ok(mut shown) = shown.lock() else { return };
        if shown.as_ref().is_none_or(|(before, _)| before != id) {
            *shown = Some((id.clone(), Progress::new("records")));
        }
        if let Some((_, progress)) = shown.as_mut() {
            progress.step_with(written.records, written.of, &size(written.bytes));
        }
    })
}

/// Shows how far the present work is.
fn watching() -> Watching {
    let shown = Mutex::new(None::<(Doing, Option<String>, Progress)>);
    Arc::new(move |work| {
        let Ok(mut shown) = shown.lock() else { return };
        let Some(work) = work else {
            *shown = None;
            return;
        };
        // A sweep goes over all stores.
        let store = work.store.filter(|_| work.doing != Doing::Sweeping);
        if shown
            .as_ref()
            .is_none_or(|(doing, at, _)| *doing != work.doing || at.as_deref() != store)
        {
            let unit = match work.doing.unit() {
                Unit::Requests => "requests",
                Unit::Rows => "rows",
                Unit::Tables => "tables",
            };
            *shown = Some((work.doing, store.map(str::to_owned), Progress::new(unit)));
        }
        if let Some((_, _, progress)) = shown.as_mut() {
            match work.of {
                Some(of) => progress.step_with(work.done, of, &at_work(&work)),
                None => progress.tell(&at_work(&work)),
            }
        }
    })
}

/// What is done, in words.
fn at_work(work: &AtWork<'_>) -> String {
    let AtWork { table, rows, requests, .. } = work;
    let store = work.store.unwrap_or_default();
    let table = table.unwrap_or(store);
    match work.doing {
        Doing::Finding => format!("finding the rows of {requests} requests in {store}"),
        Doing::Erasing => format!("erasing in {table}"),
        Doing::ReadingBack => "reading back what was done".to_owned(),
        Doing::Sweeping => format!("{table}: {rows} rows"),
        Doing::Closing => "closing them".to_owned(),
        Doing::Cleaning => format!("cleaning {table}"),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "maps may name the variable that holds a store's address"
)]
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Now, and who does it.
pub(super) fn act(options: &Desk) -> Act<'_> {
    let now = clock::now();
    Act { now: now.as_second(), today: clock::day(now), by: &options.by }
}

/// Random bytes. Without a source of chance nothing may be made that must not be guessed.
pub(super) fn random<const N: usize>() -> anyhow::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|e| anyhow::anyhow!("this system gives no random numbers ({e})"))?;
    Ok(bytes)
}

/// A new id of a request: short enough to be read out, too long to be guessed.
pub(super) fn new_id() -> anyhow::Result<Id> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let bytes = random::<16>()?;
    let letters =
        bytes.iter().filter_map(|b| LETTERS.get(usize::from(b & 31)).map(|l| char::from(*l)));
    format!("r-{}", letters.collect::<String>()).parse().context("an id could not be made")
}

/// Deletes what is past its period, as every command does that carries requests on.
pub(super) async fn forget(desk: &Desks, act: Act<'_>) -> anyhow::Result<()> {
    let gone = desk.forget(act.today).await?;
    if gone != Forgotten::default() {
        files::say(&past_in_words(gone, "went"));
    }
    Ok(())
}

/// What is past its period, in words.
pub(super) fn past_in_words(gone: Forgotten, went: &str) -> String {
    let Forgotten { requests, marks, copies, letters } = gone;
    format!(
        "past their period {went}: {requests} closed requests, {marks} marks and choices, {copies} copies, {letters} texts of refusals"
    )
}

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
    let notices = desk.records.notices(&stored.id).await?;
    let told = |n: &abide_records::requests::duties::Notice| json!({ "recipient": n.recipient.as_str(), "name": desk.called(&n.recipient, english()), "told": n.told.as_ref().map(|(by, at)| json!({ "by": by, "at": at })) });
    let reminders = desk.records.reminders(&stored.id).await?;
    let by_hand = |r: &Reminder| hands::reminder_json(case, r);
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
        "days_left": deadline.days_left,
        "sources": deadline.sources.iter().map(|s| s.text).collect::<Vec<_>>(),
        "holidays": deadlines::holidays_as_json(&deadline),
        "warnings": deadline.warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "refusal": stored.refusal.as_ref().map(|r| r.code.as_str()),
        "own": own(desk, case, act).await?.iter().map(own_json).collect::<Vec<_>>(),
        "plan": case.plan.as_ref().map(|(plan, paper)| plan_json(desk, paper, Some(plan.seq))),
        "history": events.iter().map(event).collect::<Vec<_>>(),
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
pub(super) fn plan_json(desk: &Desks, paper: &Paper, seq: Option<u32>) -> Value {
    let ((delete, change), (copy, recordings)) = (paper.totals(), paper.copied());
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
    text.push_str(&format!(
        "\nreceived {}, due {} ({})\n",
        stored.received,
        deadline.due,
        days(deadline.days_left)
    ));
    text.push_str(&deadlines::in_words(&deadline));
    if case.who.as_ref().is_some_and(|who| who.rows.as_ref().is_some_and(Vec::is_empty)) {
        text.push_str("  note: nobody was found by what was stated\n");
    }
    if let Some((_, paper)) = &case.plan {
        let Report { deleted, changed, .. } = desk.so_far(case).await?;
        if deleted + changed > 0 && stored.waits == Some(abide_policy::vocab::Waits::Approval) {
            text.push_str(&format!(
                "{deleted} rows went already, {changed} changed; the plan is for the rest\n"
            ));
        }
        text.push_str(&plan_in_words(desk, stored.kind, paper));
    }
    for hold in desk.holds_on(case).await? {
        text.push_str(&holds::in_words(&hold, act));
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
    for reminder in desk.records.reminders(&stored.id).await? {
        // What a plan left to a person, and then was not wanted, nobody did.
        if ended && is_of_a_step(&reminder) {
            continue;
        }
        text.push_str(&format!("{}\n", reminder_in_words(&reminder, Some(case))));
        text.push_str(&hands::rows_in_words(case, &reminder));
    }
    text.push_str(&hands::found_in_words(case));
    text.push_str(&answering::ready_in_words(desk, case));
    Ok(text)
}

/// The language of the command line.
fn english() -> &'static Locale {
    Locales::built_in().get(Lang::En)
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
        Ok(own) => Ok(own.stays(desk.kept, act.today)),
        Err(Failed::Store(_)) => Ok(Vec::new()),
        Err(other) => Err(other.into()),
    }
}

/// Why something of them stays.
fn stays_in_words(stays: &Stays) -> String {
    let count = stays.count;
    let until = stays.until.map(|day| format!(", until {day}")).unwrap_or_default();
    match stays.why {
        Why::Open => format!("of Abide's own: {count} requests that are not closed\n"),
        Why::Proof => format!(
            "of Abide's own: {count} closed requests stay as proof of how they were answered (GDPR Art. 5(2)){until}\n"
        ),
        Why::Held => {
            format!("of Abide's own: {count} legal holds, kept as proof why data stayed{until}\n")
        }
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
pub(super) fn plan_in_words(desk: &Desks, kind: RequestKind, paper: &Paper) -> String {
    if kind != RequestKind::Erasure {
        return papers::in_words(desk, kind, paper);
    }
    let (delete, change) = paper.totals();
    let mut text = format!("plan {}: {delete} rows go, {change} change\n", papers::hash(paper));
    for store in &paper.stores {
        text.push_str(&hands::in_words(desk, store));
        for table in &store.tables {
            let mut parts = Vec::new();
            if table.delete > 0 {
                parts.push(format!("{} go", table.delete));
            }
            for (why, rows) in &table.change {
                parts.push(format!("{rows} change ({})", reason(why)));
            }
            parts.extend(hands::columns_in_words(table));
            for keep in &table.keep {
                let until = keep
                    .until
                    .map_or_else(|| "no day is known".to_owned(), |d| format!("until {d}"));
                parts.push(format!("{} stay {until} ({})", keep.rows, keeps(keep)));
            }
            if table.share > 0 {
                let heard = if table.is_sound { "; the person may be heard on them" } else { "" };
                parts.push(format!("{} stay, they are other people's too{heard}", table.share));
            }
            if table.seen > 0 {
                parts.push(format!("{} may be seen", table.seen));
            }
            text.push_str(&format!("  {}.{}: {}\n", store.store, table.table, parts.join("; ")));
        }
    }
    text
}

/// What keeps rows: a statement of the policy, with the law if one does; or a legal hold.
fn keeps(keep: &KeepPaper) -> String {
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

fn reason(why: &str) -> &str {
    match why {
        "others" => "they stay for other people",
        "rule" => "they stay without the person",
        "nothing" => {
            "they stay without the person, but no column is listed that would change in them"
        }
        "referred" => "something refers to them that must stay",
        "lets-go" => "they refer to what goes",
        other => other,
    }
}

/// What an event found or did, in words; empty for most.
pub(super) fn detail_in_words(event: &abide_records::requests::history::Event) -> String {
    let detail: Value = serde_json::from_str(event.detail.as_str()).unwrap_or_default();
    let corrected = Corrected::of(event).map(|c| {
        format!(
            "    {} rows put right ({}); {}\n",
            c.changed,
            c.columns.join(", "),
            read(c.accepted)
        )
    });
    let result = Report::of(event).as_ref().map(result_in_words);
    let result = result.or_else(|| Cleaned::of(event).map(cleaned_in_words));
    let result = result.or_else(|| Recounted::of(event).map(|r| deadlines::recounted_in_words(&r)));
    let result = result.or_else(|| answering::handed_in_words(event));
    let why = detail.get("why").and_then(Value::as_str);
    let why = why.filter(|_| matches!(event.what.as_str(), "failed" | "data-changed"));
    why.map(|why| format!("    {why}\n")).unwrap_or_default()
        + &unread_in_words(&unread_tables(std::slice::from_ref(event)))
        + &residue_in_words(&detail)
        + &hands::told(event, &detail)
        + &corrected.or(result).unwrap_or_default()
}

/// Which tables a sweep may not read.
fn unread_in_words(tables: &[String]) -> String {
    match tables {
        [] => String::new(),
        tables => format!("    the account may not read {}\n", may_not_read(tables)),
    }
}

/// Tables that may not be read, and what to do.
pub(super) fn may_not_read(tables: &[String]) -> String {
    let tables: Vec<String> = tables.iter().map(|table| format!("`{table}`")).collect();
    format!(
        "{}, or not all rows: grant it `SELECT` there, and `BYPASSRLS` where row-level security hides rows",
        tables.join(", ")
    )
}

/// What reading back showed, or what somebody decided about it.
const fn read(accepted: bool) -> &'static str {
    if accepted { "what was found stays" } else { "read back and true" }
}

/// What was done and read back, and what of it the stores still have on their disks.
fn result_in_words(report: &Report) -> String {
    let Report { deleted, changed, unknown, .. } = report;
    let mut lines =
        format!("    {deleted} rows went, {changed} changed; {}\n", read(report.accepted));
    if report.by_hand > 0 {
        lines.push_str(&format!("    {} of these rows by hand, read back too\n", report.by_hand));
    }
    if report.swept {
        let but = match (report.something_stays(), report.keeps_versions()) {
            (true, true) => ", but in what stays and in old versions that are kept",
            (true, false) => ", but in what stays",
            (false, true) => ", but in old versions that are kept",
            (false, false) => "",
        };
        lines.push_str(&format!(
            "    all tables, and all files that the maps name, were read whole: no value is left by which only the person was known{but}\n"
        ));
    } else if deleted + changed + unknown > 0 {
        lines.push_str(
            "    the stores were not read whole: values of the person may be where no map leads\n",
        );
    }
    if *unknown > 0 {
        lines.push_str(&format!("    {unknown} more rows may have gone in a step that was cut off: the data changed before anybody could look\n"));
    }
    if report.shared > 0 {
        let Report { shared, recordings, .. } = report;
        lines.push_str(&format!("    {shared} rows stay because they are other people's too; {recordings} are recordings on which the person may be heard\n"));
    }
    for Stay { table, keep } in &report.kept {
        let until = keep.until.map_or_else(|| "no day is known".to_owned(), |day| day.to_string());
        let (rows, why) = (keep.rows, keeps(keep));
        lines.push_str(&format!("    {rows} rows of {table} stay, {until} ({why})\n"));
    }
    for (store, remaining) in &report.remains {
        lines.push_str(&format!("    {store}: {}\n", remaining_in_words(remaining)));
    }
    lines
}

fn cleaned_in_words(Cleaned { store, what, gone_by }: Cleaned) -> String {
    let remaining = Remaining { what, until: None, gone_by };
    format!("    {store}: {}\n", remaining_in_words(&remaining))
}

/// What of deleted data a store still has, in words.
pub(super) fn left(what: &str) -> &'static str {
    match what {
        "until-reused" => {
            "remnants of deleted rows lie in free room of its files until the store writes over them"
        }
        UNTIL_CLEANED => {
            "deleted rows lie dead in its tables, or in views made of them, until it is cleaned"
        }
        OLD_VERSIONS => "old versions are kept until a person removes them",
        _ => "nothing deleted is left in its files",
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

fn remaining_in_words(remaining: &Remaining) -> String {
    let what = left(&remaining.what);
    let locked =
        remaining.until.map(|day| format!(" (the lock ends on {day})")).unwrap_or_default();
    match remaining.gone_by {
        None if remaining.what == UNTIL_CLEANED => {
            format!(
                "{what}, which `abide requests work` tries; logs and backups count from then on, so their day is not known yet"
            )
        }
        None => format!("{what}{locked}; the map does not say how long backups last"),
        Some(day) => format!("{what}{locked}; gone from logs and backups by {day}"),
    }
}

/// Where values were found that should be gone.
fn residue_in_words(detail: &Value) -> String {
    let found = detail.get("residue").and_then(Value::as_array);
    let one = |found: &Value| {
        let word = |name: &str| found.get(name).and_then(Value::as_str).unwrap_or_default();
        let (table, column) = (word("table"), word("column"));
        let what = match word("what") {
            "row" => format!("{table}: a row that should have gone"),
            "new" => format!("{table}: a row that came meanwhile"),
            "unchanged" => format!("{table}.{column}: not what it was changed into"),
            "value" => {
                let rows = found.get("rows").and_then(Value::as_u64).unwrap_or_default();
                format!("{table}.{column}: by which the person was known, in {rows} rows")
            }
            _ => "a store is not as the last step left it".to_owned(),
        };
        format!("    {what}\n")
    };
    found.into_iter().flatten().map(one).collect()
}

/// People who may be meant, in words.
pub(super) fn people_in_words(people: &[Candidate]) -> String {
    let mut text = String::new();
    for (number, person) in people.iter().enumerate() {
        let shown: Vec<String> =
            person.shown.iter().map(|(fact, value)| format!("{} {value}", fact.word())).collect();
        text.push_str(&format!(
            "  {}. {} ({})\n",
            number + 1,
            shown.join(", "),
            person.tables.join(", ")
        ));
    }
    text
}
