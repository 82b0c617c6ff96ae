//! The person's rows of our own tables: their requests, what they chose, that they were erased.
//!
//! Owns: their files, with what each column is for and how long it is kept. Leaves to others: which rows and columns these are,
//! and the words ([`crate::own`]).

use std::io::Write;

use abide_notice::{Locale, say};
use abide_policy::text::Period;
use abide_records::Value;
use abide_records::own::{Column, TABLES};
use jiff::civil::Date;
use serde_json::json;

use super::csv::{MARK, harmless, record};
use super::{Error, Export, TableSummary, Work};
use crate::own::{self, Held};

/// The name under which our own tables are handed out.
pub(super) const STORE: &str = "abide";

impl<W: Write + Send> Work<'_, W> {
    /// Writes all of them.
    pub(super) fn own(&mut self, folder: &str) -> Result<(), Error> {
        for held in self.export.own {
            let file = format!("data/{folder}/{}", held.table.name);
            self.archive.add(&format!("{file}.json"), rows(held).as_bytes())?;
            self.archive.add(&format!("{file}.csv"), &sheet(held, self.locale))?;
            self.archive.add(
                &format!("{file}.schema.json"),
                schema(held, self.locale, self.export.kept).as_bytes(),
            )?;
            self.summary.tables.push(TableSummary {
                store: folder.to_owned(),
                table: held.table.name.to_owned(),
                file,
                records: held.rows.len() as u64,
                kinds: vec![self.locale.capital(&own::title(self.locale, held.table))],
                ..TableSummary::default()
            });
        }
        Ok(())
    }
}

/// A request of the person, in words.
pub(super) struct Asked {
    pub(super) what: String,
    pub(super) received: Option<Date>,
    pub(super) due: Option<Date>,
    pub(super) state: String,
}

/// The person's requests.
pub(super) fn asked(export: &Export<'_>, locale: &Locale) -> Vec<Asked> {
    let held = export.own.iter().filter(|h| h.table.name == "request");
    let rows = held.flat_map(|held| held.rows.iter().map(move |row| (held, row)));
    let one = |(held, row): (&Held, &Vec<Value>)| {
        let cells = || held.table.askers().zip(row);
        let text = |name: &str| {
            let found = cells().find(|(c, _)| c.name == name);
            match found.map(|(c, value)| told(c, value)) {
                Some(serde_json::Value::String(text)) => text,
                _ => String::new(),
            }
        };
        let day = |name: &str| text(name).get(..10)?.parse().ok();
        let words = |name: &str| locale.capital(&in_words(locale, name, &text(name)));
        Asked {
            what: words("kind"),
            received: day("received"),
            due: day("extended_to").or_else(|| day("due")),
            state: words("state"),
        }
    };
    rows.map(one).collect()
}

/// A word of a column of ours as people say it; as it is if it is none.
fn in_words(locale: &Locale, column: &str, word: &str) -> String {
    let ids: &[&str] = match column {
        "kind" => &["request-kind"],
        "state" => &["request-state", "step"],
        "fact" => &["fact"],
        "purpose" if word == "*" => return locale.say("plan-all-purposes"),
        "purpose" => &["purpose"],
        "what" => &["export-own-event", "request-event", "request-kind"],
        "waits" if matches!(word, "identity" | "clarification") => {
            return locale.say("export-own-waits-you");
        }
        "waits" if !word.is_empty() => return locale.say("export-own-waits-us"),
        _ => &[],
    };
    // The details of what happened stand in the file for programs: of some words the person gets a shorter form.
    let id = ids.iter().map(|start| format!("{start}-{word}")).find(|id| locale.has(id));
    id.map_or_else(|| word.to_owned(), |id| locale.say(&id))
}

/// Until when a table's rows are kept, in words: as long as what finds them.
pub(super) fn until(export: &Export<'_>, locale: &Locale, table: &str) -> Option<String> {
    let table = TABLES.iter().find(|t| t.name == table)?;
    let kept = table.askers().next()?.kept;
    Some(locale.capital(&own::retention(locale, kept, export.kept)))
}

/// A value as it is told: moments as ISO 8601, JSON as such.
fn told(column: &Column, value: &Value) -> serde_json::Value {
    match value {
        Value::Int(Some(seconds)) if is_moment(column.name) => {
            jiff::Timestamp::from_second(*seconds)
                .map_or_else(|_| json!(seconds), |t| json!(t.to_string()))
        }
        Value::Int(number) => json!(number),
        Value::Text(Some(text)) if is_json(column.name) => {
            serde_json::from_str(text).unwrap_or_else(|_| json!(text))
        }
        Value::Text(text) => json!(text),
        Value::Bytes(bytes) => json!(data_encoding::BASE64.encode(bytes)),
    }
}

/// Seconds since 1970, as our tables name them.
fn is_moment(column: &str) -> bool {
    column == "at" || column.ends_with("_at") || column == "lease_until"
}

fn is_json(column: &str) -> bool {
    matches!(column, "subject" | "document" | "detail" | "counts")
}

fn rows(held: &Held) -> String {
    let row = |values: &Vec<Value>| {
        let cells = held.table.askers().zip(values);
        let cells = cells.map(|(c, v)| format!("{}:{}", json!(c.name), told(c, v)));
        format!("\n{{{}}}", cells.collect::<Vec<_>>().join(","))
    };
    format!("[{}\n]\n", held.rows.iter().map(row).collect::<Vec<_>>().join(","))
}

/// For people: what each column is for stands above it, words and moments as people write them. What only programs can read is
/// in the file beside it.
fn sheet(held: &Held, locale: &Locale) -> Vec<u8> {
    let mut out = MARK.to_vec();
    let table = held.table;
    let head = |c: &Column| locale.capital(&own::purpose(locale, table, c));
    record(&mut out, locale, table.askers().map(head));
    for values in &held.rows {
        let cells = table.askers().zip(values);
        record(&mut out, locale, cells.map(|(c, v)| harmless(cell(locale, held, c, v))));
    }
    out
}

fn cell(locale: &Locale, held: &Held, column: &Column, value: &Value) -> String {
    match told(column, value) {
        serde_json::Value::Null => String::new(),
        serde_json::Value::Object(all) if all.is_empty() => String::new(),
        serde_json::Value::Array(all) if all.is_empty() => String::new(),
        serde_json::Value::String(text) if is_moment(column.name) => {
            text.replace('T', " ").replace('Z', " UTC")
        }
        serde_json::Value::String(text) => in_words(locale, column.name, &text),
        json @ (serde_json::Value::Object(_) | serde_json::Value::Array(_)) => {
            if let Some(facts) = facts(locale, &json) {
                return facts;
            }
            say!(locale, "export-own-in-file", name = format!("{}.json", held.table.name))
        }
        other => other.to_string(),
    }
}

/// The facts that a request states, in words.
fn facts(locale: &Locale, subject: &serde_json::Value) -> Option<String> {
    let one = |fact: &serde_json::Value| {
        let (fact, value) = fact.as_str()?.split_once('=')?;
        Some(format!("{}{}{value}", in_words(locale, "fact", fact), locale.colon()))
    };
    let all: Option<Vec<String>> = subject.get("facts")?.as_array()?.iter().map(one).collect();
    all.map(|all| all.join("; "))
}

/// What each column is for and how long it is kept, in the person's language; `kept` is how long closed requests are.
fn schema(held: &Held, locale: &Locale, kept: Period) -> String {
    let table = held.table;
    let about = |c: &Column| json!({ "title": own::purpose(locale, table, c), "description": own::retention(locale, c.kept, kept) });
    let properties: serde_json::Map<String, serde_json::Value> =
        table.askers().map(|c| (c.name.to_owned(), about(c))).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{STORE}.{}", table.name),
        "description": own::title(locale, table),
        "type": "array",
        "items": {
            "type": "object",
            "required": table.askers().map(|c| c.name).collect::<Vec<_>>(),
            "properties": properties,
            "additionalProperties": false,
        },
    });
    format!("{schema:#}\n")
}
