//! The truth about the hard cases, as JSON.

use serde_json::{Value as Json, json};

use super::cases::{Ask, Case, identities};
use super::{Mention, Plant, Planted, Talked, Who, cases};
use crate::media::utc;
use crate::rows::{recording_path, transcript_path};

/// What is true: for each case how to ask, who is found, and for each person which rows are that person's alone, which are
/// others' too, which must stay, where else the person is named, and which calls have files.
#[must_use]
pub fn truth(planted: &Planted<'_>) -> Json {
    let cases: Vec<_> = cases().iter().map(|c| case(planted, c)).collect();
    json!({ "cases": cases })
}

fn case(planted: &Planted<'_>, case: &Case) -> Json {
    let asks: Vec<_> = case.asks.iter().map(ask).collect();
    let people: Vec<_> = case.people.iter().map(|entries| person(planted, entries)).collect();
    json!({"case": case.name, "what": case.what, "asks": asks, "people": people})
}

fn ask(ask: &Ask) -> Json {
    let finds: Vec<_> = ask.finds.iter().map(|who| entry(*who)).collect();
    json!({"identities": identities(ask), "finds": finds, "certain": ask.certain})
}

fn entry(Who(table, id): Who) -> Json {
    json!({"table": table, "key": {"id": id}})
}

fn person(planted: &Planted<'_>, entries: &[Who]) -> Json {
    let hers = |plant: &&Plant| plant.whose.iter().any(|who| entries.contains(who));
    let (mut alone, mut shared, mut stays) = (Vec::new(), Vec::new(), Vec::new());
    for plant in planted.rows.iter().filter(hers) {
        let (table, key) = (plant.table, plant.key());
        let others = plant.whose.iter().filter(|who| !entries.contains(who));
        let others: Vec<_> = others.map(|who| entry(*who)).collect();
        if let Some(why) = plant.stays {
            stays.push(json!({"table": table, "key": key, "why": why}));
        } else if others.is_empty() {
            alone.push(json!({"table": table, "key": key}));
        } else {
            shared.push(json!({"table": table, "key": key, "with": others}));
        }
    }
    let calls =
        planted.talks.values().filter(|t| t.of.whose().iter().any(|who| entries.contains(who)));
    let named = planted.mentions.iter().filter(|m| entries.contains(&m.who));
    json!({
        "entries": entries.iter().map(|who| entry(*who)).collect::<Vec<_>>(),
        "alone": alone, "shared": shared, "stays": stays,
        "named": named.map(mention).collect::<Vec<_>>(),
        "calls": calls.map(call).collect::<Vec<_>>(),
    })
}

/// A call that has files: what its vCon must say.
fn call(talked: &Talked) -> Json {
    let of = &talked.of;
    json!({
        "call": of.id,
        "started": utc(&talked.started),
        "seconds": of.seconds(),
        "called_by": of.called_by().map(entry),
        "parties": of.whose().into_iter().map(entry).collect::<Vec<_>>(),
        "recording": recording_path(of.id),
        "transcript": transcript_path(of.id),
    })
}

fn mention(mention: &Mention) -> Json {
    let column = mention.column.map_or(json!({"file": "path"}), |c| json!({"column": c}));
    json!({"table": mention.table, "key": mention.key, "in": column, "text": mention.text})
}
