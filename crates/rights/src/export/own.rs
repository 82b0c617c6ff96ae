//! The person's rows of our own tables: their requests, what they chose, that they were erased.
//!
//! Owns: their files, with what each column is for and how long it is kept. Leaves to others: which rows and columns these are,
//! and the words ([`crate::own`]).

use std::io::Write;

use abide_notice::Locale;
use abide_policy::text::Period;
use abide_records::Value;
use abide_records::own::{Column, TABLES};
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
            self.archive.add(&format!("{file}.csv"), &sheet(held))?;
            self.archive.add(
                &format!("{file}.schema.json"),
                schema(held, self.locale, self.export.kept).as_bytes(),
            )?;
            self.summary.tables.push(TableSummary {
                store: folder.to_owned(),
                table: held.table.name.to_owned(),
                file,
                records: held.rows.len() as u64,
                ..TableSummary::default()
            });
        }
        Ok(())
    }
}

/// What people call what a table holds: the id of the words.
pub(super) fn title(table: &str) -> &'static str {
    match table {
        "choice" => "export-own-choice",
        "suppression" => "export-own-suppression",
        _ => "export-own-request",
    }
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

fn sheet(held: &Held) -> Vec<u8> {
    let mut out = MARK.to_vec();
    record(&mut out, held.table.askers().map(|c| c.name.to_owned()));
    for values in &held.rows {
        let cells = held.table.askers().zip(values);
        record(
            &mut out,
            cells.map(|(c, v)| match told(c, v) {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => harmless(text),
                other => other.to_string(),
            }),
        );
    }
    out
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
