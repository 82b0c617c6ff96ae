//! Rows as JSON (RFC 8259): an array of objects, one a line, by the columns' names; and the description of them as JSON
//! Schema (2020-12).
//!
//! What is omitted is `{"omitted": "about-another-person"}`, what became a file `{"file": "conversations/….vcon.json"}`: no
//! value of a column looks so, since objects come only from columns of JSON. Bytes are base64.

use abide_stores::Value;
use abide_stores::schema::Family;
use serde::de::IgnoredAny;
use serde_json::json;

use super::sheet::{Cell, Sheet};

/// What stands where something is omitted.
const OMITTED: &str = r#"{"omitted":"about-another-person"}"#;

/// Writes a row.
pub(super) fn row(out: &mut Vec<u8>, sheet: &Sheet<'_>, cells: &[Cell]) {
    let until = sheet.until.iter().map(|(name, _)| (name.as_str(), Family::Date));
    let columns = sheet.columns.iter().map(|c| (c.name.as_str(), c.family)).chain(until);
    out.push(b'{');
    for (at, ((name, family), cell)) in columns.zip(cells).enumerate() {
        if at > 0 {
            out.push(b',');
        }
        text(out, name);
        out.push(b':');
        value(out, family, cell);
    }
    out.push(b'}');
}

fn value(out: &mut Vec<u8>, family: Family, cell: &Cell) {
    match cell {
        Cell::Omitted => out.extend(OMITTED.as_bytes()),
        Cell::File(name) => out.extend(json!({ "file": name }).to_string().as_bytes()),
        Cell::Until(None) | Cell::Value(Value::Null) => out.extend(b"null"),
        Cell::Until(Some(day)) => text(out, &day.to_string()),
        Cell::Value(Value::Integer(n)) if family == Family::Truth && (0..=1).contains(n) => {
            out.extend(if *n == 1 { "true" } else { "false" }.as_bytes());
        }
        Cell::Value(Value::Integer(n)) => out.extend(n.to_string().as_bytes()),
        Cell::Value(Value::Real(n)) if n.is_finite() => out.extend(json!(n).to_string().as_bytes()),
        Cell::Value(Value::Real(n)) => text(out, &n.to_string()),
        Cell::Value(Value::Text(value)) if family == Family::Json && is_json(value) => {
            out.extend(value.as_bytes());
        }
        Cell::Value(Value::Text(value)) if family == Family::Truth && is_truth(value) => {
            out.extend(if value.starts_with('t') { "true" } else { "false" }.as_bytes());
        }
        Cell::Value(Value::Text(value)) => text(out, value),
        Cell::Value(Value::Bytes(bytes)) => text(out, &data_encoding::BASE64.encode(bytes)),
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

fn is_truth(text: &str) -> bool {
    matches!(text, "t" | "f" | "true" | "false")
}

fn text(out: &mut Vec<u8>, value: &str) {
    // Strings can always be written, and so can a vector be written to.
    let _ = serde_json::to_writer(out, value);
}

/// The description of the rows.
pub(super) fn schema(sheet: &Sheet<'_>) -> String {
    let mut properties = serde_json::Map::new();
    for column in &sheet.columns {
        let marks = [json!({ "$ref": "#/$defs/omitted" }), json!({ "$ref": "#/$defs/file" })];
        let any: Vec<_> = std::iter::once(kind(column.family)).chain(marks).collect();
        properties.insert(column.name.clone(), json!({ "title": column.title, "anyOf": any }));
    }
    if let Some((name, title)) = &sheet.until {
        let day = json!({ "title": title, "type": ["string", "null"], "format": "date" });
        properties.insert(name.clone(), day);
    }
    let names: Vec<&String> = properties.keys().collect();
    let mark = |member: &str| {
        json!({
            "type": "object",
            "properties": { member: { "type": "string" } },
            "required": [member],
            "additionalProperties": false,
        })
    };
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{}.{}", sheet.store, sheet.table.name),
        "type": "array",
        "items": {
            "type": "object",
            "required": names,
            "properties": properties,
            "additionalProperties": false,
        },
        "$defs": { "omitted": mark("omitted"), "file": mark("file") },
    });
    format!("{schema:#}\n")
}

/// What a column may hold. A store without fixed types may have texts where numbers are declared.
fn kind(family: Family) -> serde_json::Value {
    match family {
        Family::Json => json!(true),
        Family::Truth => json!({ "type": ["boolean", "number", "string", "null"] }),
        Family::Integer | Family::Number => json!({ "type": ["number", "string", "null"] }),
        Family::Bytes => {
            json!({ "type": ["string", "number", "null"], "contentEncoding": "base64" })
        }
        _ => json!({ "type": ["string", "number", "null"] }),
    }
}
