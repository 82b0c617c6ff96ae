//! What commands say of work that a store leaves to a person: why, whom to ask, which rows.

use abide_records::requests::duties::Reminder;
use abide_records::requests::history::Event;
use abide_rights::desk::document::{
    FoundRow, HandPaper, HandRow, StorePaper, TablePaper, key_in_words,
};
use abide_rights::desk::{Case, Desk as Desks, is_of_a_step};
use serde_json::{Value, json};

/// Whom to ask about a store, as its map says.
fn ask<'a>(desk: &'a Desks, store: &str) -> Option<&'a str> {
    let part = desk.atlas.parts.iter().find(|part| part.map.id.as_str() == store)?;
    part.map.by_hand.as_deref()
}

/// Why a store cannot do its part of a plan, and whom to ask, as JSON; null if it can.
pub(super) fn as_json(desk: &Desks, store: &StorePaper) -> Value {
    let one = |hand: &HandPaper| json!({ "why": hand.why, "tables": hand.tables, "ask": ask(desk, &store.store) });
    store.hand.as_ref().map(one).unwrap_or_default()
}

/// A reminder as JSON, with the rows that somebody must see to.
pub(super) fn reminder_json(case: Option<&Case>, reminder: &Reminder) -> Value {
    let rows = case.map(|case| rows(case, reminder)).unwrap_or_default();
    let rows: Vec<Value> = rows.into_iter().map(row_json).collect();
    json!({
        "store": reminder.store.as_str(), "what": reminder.code.as_str(),
        "due": reminder.due.to_string(), "done_at": reminder.done_at, "rows": rows,
    })
}

fn row_json(row: &HandRow) -> Value {
    let columns = row.columns.iter().map(|(name, column)| (name.clone(), json!(column.what)));
    let key = row.by.iter().cloned().zip(row.row.key.iter().map(|cell| json!(cell)));
    json!({
        "table": row.row.table,
        "rows": row.count,
        "key": key.collect::<serde_json::Map<_, _>>(),
        "columns": columns.collect::<serde_json::Map<_, _>>(),
    })
}

/// The rows that somebody must see to, while that is to be done.
fn rows<'a>(case: &'a Case, reminder: &Reminder) -> Vec<&'a HandRow> {
    let all = case.who.iter().flat_map(|who| &who.hands);
    let here = all.filter(|row| row.row.store == reminder.store.as_str());
    here.filter(|_| is_of_a_step(reminder) && reminder.done_at.is_none()).collect()
}

/// Why a person must do what a plan does to a store, and whom to ask.
pub(super) fn in_words(desk: &Desks, store: &StorePaper) -> String {
    let Some(hand) = &store.hand else { return String::new() };
    let tables = match hand.tables.join(", ") {
        none if none.is_empty() => none,
        tables => format!(" ({tables})"),
    };
    let ask = ask(desk, &store.store).map(|how| format!("; ask: {how}")).unwrap_or_default();
    format!("  {}: by hand, for {}{tables}{ask}\n", store.store, why(&hand.why))
}

/// Why a store leaves something to a person.
fn why(word: &str) -> &str {
    match word {
        "read-only" => "the map says that nothing is changed there",
        "cannot" => "the store cannot do it",
        "may-not" => "the account has no right to it",
        "refused" => "the store refused it",
        "cut-off" => "nothing leads to these rows any more",
        other => other,
    }
}

/// Why something in a store is left to a person: what the store said when it refused, or what was planned.
pub(super) fn reason(case: &Case, store: &str) -> Option<String> {
    let refused = case.who.as_ref().and_then(|who| who.refused.get(store)).cloned();
    let planned = || {
        let stores = case.plan.iter().flat_map(|(_, paper)| &paper.stores);
        let mut hands = stores.filter(|step| step.store == store).filter_map(|s| s.hand.as_ref());
        hands.next().map(|hand| why(&hand.why).to_owned())
    };
    refused.or_else(planned)
}

/// What becomes of the columns of a table, where a person sees to it.
pub(super) fn columns_in_words(table: &TablePaper) -> Option<String> {
    let columns = table.columns.iter().map(|(name, what)| format!("{name}: {what}"));
    (!table.columns.is_empty()).then(|| columns.collect::<Vec<_>>().join(", "))
}

/// The rows and files in which something of the person was found, a line each, as long as somebody is asked about them.
pub(super) fn found_in_words(case: &Case) -> String {
    let line = |row: &FoundRow| {
        format!("found in {}: {}\n", row.place(), key_in_words(&row.by, &row.row.key))
    };
    case.who.iter().flat_map(|who| &who.found).map(line).collect()
}

/// The same as JSON.
pub(super) fn found_json(case: &Case) -> Value {
    let one = |row: &FoundRow| {
        let FoundRow { row, by, column } = row;
        let key = by.iter().cloned().zip(row.key.iter().map(|cell| json!(cell)));
        let key = key.collect::<serde_json::Map<_, _>>();
        match row.table.is_empty() {
            true => json!({ "store": row.store, "key": key }),
            false => {
                json!({ "table": format!("{}.{}", row.store, row.table), "column": column, "key": key })
            }
        }
    };
    case.who.iter().flat_map(|who| &who.found).map(one).collect()
}

/// The rows that somebody must see to, a line each.
pub(super) fn rows_in_words(case: &Case, reminder: &Reminder) -> String {
    let line = |row: &&HandRow| {
        let key = key_in_words(&row.by, &row.row.key);
        let columns = row.columns.iter().map(|(name, column)| format!("{name}: {}", column.what));
        let what = match columns.collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => "delete".to_owned(),
            columns => columns,
        };
        let many = if row.count > 1 { format!(" ({} rows)", row.count) } else { String::new() };
        format!("  {} {key}{many}: {what}\n", row.row.table)
    };
    rows(case, reminder).iter().map(line).collect()
}

/// What the history tells of a store that needs somebody's hands.
pub(super) fn told(event: &Event, detail: &Value) -> String {
    if event.what.as_str() != "hand-needed" {
        return String::new();
    }
    let text = |name: &str| detail.get(name).and_then(Value::as_str);
    let reason = text("says").or_else(|| text("why").map(why)).unwrap_or_default();
    let mut lines = format!("    {}: {reason}\n", text("store").unwrap_or_default());
    for (table, rows) in detail.get("left").and_then(Value::as_object).into_iter().flatten() {
        let still = if detail.get("again").is_some_and(|a| a == true) { "still " } else { "" };
        lines.push_str(&format!("    {table}: {still}to be done by hand: {rows} rows\n"));
    }
    lines
}
