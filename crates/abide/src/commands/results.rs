//! What commands say of what came of a request: what was done and read back, what stays and why, what was found that should be gone.
//!
//! Owns: the words of events that tell such things. Leaves to others: what is kept of a request ([`abide_rights::desk::report`]).

use abide_policy::vocab::RequestKind;
use abide_records::requests::history::Event;
use abide_rights::desk::report::{
    Cleaned, Corrected, OwnLeft, Remaining, Report, Stay, found_nobody,
};
use abide_rights::desk::unread::unread_tables;
use abide_rights::desk::{COPY_READY, Case, Desk as Desks, OLD_VERSIONS, Recounted, UNTIL_CLEANED};
use abide_rights::export::Voices;
use serde_json::Value;

use super::shown::{keeps, until};
use super::{answering, deadlines, hands, papers};

/// The event that closes a request that was carried out.
const DONE: &str = "done";

/// What an event found or did, in words; empty for most.
pub(super) fn detail_in_words(desk: &Desks, event: &Event) -> String {
    let detail = json_of(event);
    let corrected = Corrected::of(event).map(|c| {
        format!(
            "    {} put right ({}); {}\n",
            papers::count(c.changed, "row"),
            c.columns.join(", "),
            read(c.accepted)
        )
    });
    let result = Report::of(event).as_ref().map(result_in_words);
    let result = result.or_else(|| copied_in_words(event, &detail));
    let result = result.or_else(|| Cleaned::of(event).map(cleaned_in_words));
    let result = result.or_else(|| Recounted::of(event).map(|r| deadlines::recounted_in_words(&r)));
    let result = result.or_else(|| answering::handed_in_words(event));
    let result = result.or_else(|| answering::ticked_in_words(desk, event));
    let result = result.or_else(|| answering::put_right_in_words(event));
    let why = detail.get("why").and_then(Value::as_str);
    let why = why.filter(|_| matches!(event.what.as_str(), "failed" | "data-changed"));
    why.map(|why| format!("    {why}\n")).unwrap_or_default()
        + &unread_in_words(&unread_tables(std::slice::from_ref(event)))
        + &residue_in_words(&detail)
        + &hands::told(event, &detail)
        + &corrected.or(result).unwrap_or_default()
}

/// What came of a request that is closed, in words; empty if it was not carried out.
pub(super) async fn in_words(desk: &Desks, case: &Case) -> anyhow::Result<String> {
    let events = desk.records.events(&case.stored.id, 0).await?;
    let Some((_, event)) = events.iter().rev().find(|(_, event)| event.what.as_str() == DONE)
    else {
        return Ok(String::new());
    };
    let said = match (case.stored.kind, &case.plan) {
        (
            RequestKind::Restriction | RequestKind::Objection | RequestKind::Withdrawal,
            Some((_, paper)),
        ) => {
            format!(
                "    noted, and `abide decide` goes by it: {}\n",
                papers::sum(case.stored.kind, paper, Voices::Alone)
            )
        }
        _ => detail_in_words(desk, event),
    };
    let history: Vec<Event> = events.iter().map(|(_, event)| event.clone()).collect();
    if !found_nobody(&history) {
        return Ok(format!("what was done:\n{said}"));
    }
    let nobody = "    nobody was found by what was stated";
    Ok(match case.stored.kind {
        // What was counted would sound as if somebody were gone.
        RequestKind::Erasure | RequestKind::Rectification => format!(
            "what was done:\n{nobody}: nothing was changed, and there was nothing to read back; look at what was stated for a typing error, and at `abide map check` for values that cannot be read\n"
        ),
        _ => format!("what was done:\n{nobody}\n{said}"),
    })
}

/// Why the plan before the one that waits now was not carried out, if it was approved.
pub(super) fn not_carried_out(events: &[(u32, Event)]) -> Option<String> {
    let mut events = events.iter().rev().map(|(_, event)| event);
    events.find(|event| event.what.as_str() == "plan-made")?;
    let before = events.next().filter(|event| event.what.as_str() == "data-changed")?;
    Some(json_of(before).get("why")?.as_str()?.to_owned())
}

fn json_of(event: &Event) -> Value {
    serde_json::from_str(event.detail.as_str()).unwrap_or_default()
}

/// What a copy has that was handed out, if the event tells of one.
fn copied_in_words(event: &Event, detail: &Value) -> Option<String> {
    let is_copy = event.what.as_str() == DONE && detail.get("file").is_some();
    is_copy.then(|| format!("    the copy has {}\n", copied(detail)))
}

/// What a copy that lies ready has, in words.
pub(super) fn ready_in_words(events: &[(u32, Event)]) -> Option<String> {
    let mut events = events.iter().rev().map(|(_, event)| event);
    Some(copied(&json_of(events.find(|event| event.what.as_str() == COPY_READY)?)))
}

fn copied(detail: &Value) -> String {
    let number = |name: &str| detail.get(name).and_then(Value::as_u64).unwrap_or_default();
    let parts =
        [("records", "record"), ("conversations", "conversation"), ("recordings", "recording")];
    let parts = parts.map(|(name, one)| papers::count(number(name), one));
    let hidden = match number("hidden") {
        0 => String::new(),
        n => format!("; {} about others left out", papers::count(n, "value")),
    };
    format!("{}{hidden}", parts.join(", "))
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
    let nothing = deleted + changed + unknown + report.shared == 0 && report.kept.is_empty();
    let mut lines = match nothing {
        true => "    there was nothing to erase: no row went, and none changed\n".to_owned(),
        false => format!(
            "    {} went, {changed} changed; {}\n",
            papers::count(*deleted, "row"),
            read(report.accepted)
        ),
    };
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
            "    all tables, and all files that the maps name, as far as they are text, were read whole: no value is left by which only the person was known{but}\n"
        ));
        lines.push_str(&short_in_words(report));
        lines.push_str(&files_in_words(report));
    } else if deleted + changed + unknown > 0 && !report.accepted {
        lines.push_str(
            "    the stores were not read whole: values of the person may be where no map leads\n",
        );
    }
    if *unknown > 0 {
        lines.push_str(&format!("    {} more may have gone in a step that was cut off: the data changed before anybody could look\n", papers::count(*unknown, "row")));
    }
    if report.shared > 0 {
        let Report { shared, recordings, .. } = report;
        lines.push_str(&format!("    {}\n", shared_in_words(*shared, *recordings)));
    }
    for Stay { table, keep } in &report.kept {
        let stays = rows_stay(keep.rows, &format!(" of {table}"));
        lines.push_str(&format!("    {stays}, {} ({})\n", until(keep), keeps(keep)));
    }
    lines.push_str(&copies_in_words(&report.own));
    for (store, remaining) in &report.remains {
        lines.push_str(&format!("    {store}: {}\n", remaining_in_words(remaining)));
    }
    lines
}

/// What became of copies of earlier requests.
fn copies_in_words(own: &OwnLeft) -> String {
    let mut lines = String::new();
    if own.copies > 0 {
        let copies = papers::count(own.copies, "file");
        lines.push_str(&format!("    {copies} with copies of earlier requests went too\n"));
    }
    if own.ready > 0 {
        let copies = papers::count(own.ready, "file");
        lines.push_str(&format!(
            "    {copies} with a copy that was not handed out yet stay, and hold what was erased: `abide requests list` shows their \
             requests; take them back, or hand them out\n"
        ));
    }
    lines
}

/// What stays because it is somebody else's too.
fn shared_in_words(shared: u64, recordings: u64) -> String {
    let theirs =
        if shared == 1 { "it is other people's too" } else { "they are other people's too" };
    let heard = match recordings {
        0 => "none is a recording".to_owned(),
        1 => "1 is a recording on which the person may be heard".to_owned(),
        n => format!("{n} are recordings on which the person may be heard"),
    };
    format!("{} because {theirs}; {heard}", rows_stay(shared, ""))
}

fn rows_stay(rows: u64, whose: &str) -> String {
    let stay = if rows == 1 { "stays" } else { "stay" };
    format!("{}{whose} {stay}", papers::count(rows, "row"))
}

/// What a sweep did not look for.
fn short_in_words(report: &Report) -> String {
    if !report.swept || report.short == 0 {
        return String::new();
    }
    let short = papers::count(report.short, "value");
    format!(
        "    not looked for: {short} of fewer than five characters, which would be found everywhere\n"
    )
}

/// What a sweep read of files that no table has, and what it could not read.
fn files_in_words(report: &Report) -> String {
    let inside = report.unread_inside().into_iter().map(|(what, n)| match what {
        "large-object" => format!(
            "    {} of PostgreSQL could not be searched: they are in no table, and stay when the rows go that name them\n",
            papers::count(n, "large object")
        ),
        "foreign-table" => format!(
            "    {} of PostgreSQL could not be searched: their rows lie on another server, which is no store of the maps\n",
            papers::count(n, "foreign table")
        ),
        _ => format!(
            "    {} without their text could not be searched: words of erased rows stay there until they are made again\n",
            match n {
                1 => "1 full-text index".to_owned(),
                n => format!("{n} full-text indexes"),
            }
        ),
    });
    let inside: String = inside.collect();
    if !report.has_read_files() {
        return inside;
    }
    let unread = report.unread_files();
    let one = |(what, n): (&&str, &u64)| format!("{n} {}", unread_word(what));
    let kinds: Vec<String> = unread.iter().map(one).collect();
    let not = match unread.values().sum::<u64>() {
        0 => String::new(),
        n => format!(
            "    {} could not be read as text, so nothing was searched there: {}\n",
            papers::count(n, "file"),
            kinds.join(", ")
        ),
    };
    format!(
        "    files of no table were read too, as far as they are text, and their names\n{not}{inside}"
    )
}

/// What could not be read, in words.
fn unread_word(what: &str) -> &str {
    match what {
        "picture" => "pictures",
        "document" => "documents",
        "packed" => "archives",
        "database" => "databases",
        "link" => "links",
        "forbidden" => "that the account may not read",
        "name" => "with names that are refused",
        other => other,
    }
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
                let rows = papers::count(rows, "row");
                format!("{table}.{column}: by which the person was known, in {rows}")
            }
            "view" => {
                let rows = found.get("rows").and_then(Value::as_u64).unwrap_or_default();
                let rows = papers::count(rows, "row");
                format!(
                    "{table}.{column}: by which the person was known, in {rows} of a materialized view: \
                     refresh it once it is gone from where it was read (REFRESH MATERIALIZED VIEW)"
                )
            }
            "file" => {
                let files = found.get("files").and_then(Value::as_u64).unwrap_or_default();
                let files = papers::count(files, "file");
                format!(
                    "{}: by which the person was known, in the text or name of {files}",
                    word("store")
                )
            }
            _ => "a store is not as the last step left it".to_owned(),
        };
        format!("    {what}\n")
    };
    found.into_iter().flatten().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_spoken_of_as_one() {
        for (shared, recordings, said) in [
            (1, 0, "1 row stays because it is other people's too; none is a recording"),
            (
                2,
                1,
                "2 rows stay because they are other people's too; 1 is a recording on which the person may be heard",
            ),
            (
                3,
                2,
                "3 rows stay because they are other people's too; 2 are recordings on which the person may be heard",
            ),
        ] {
            assert_eq!(shared_in_words(shared, recordings), said);
        }
        assert_eq!(rows_stay(1, " of centre.calls"), "1 row of centre.calls stays");
    }
}
