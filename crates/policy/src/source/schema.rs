//! The JSON Schema (2020-12) of a shape, for editors: completion, descriptions, and the same closed lists.

use serde_json::{Map, Value, json};

use super::shape::{Field, Format, Kind, MAX_LINE, MAX_STORED, MAX_TEXT, Shape};
use crate::vocab::{Lang, Vocabulary};

/// The schema of a file.
#[must_use]
pub fn json_schema(shape: &Shape, id: &str) -> Value {
    let mut schema = table(shape);
    if let Some(map) = schema.as_object_mut() {
        map.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
        map.insert("$id".to_owned(), id.into());
        map.insert("title".to_owned(), shape.name.into());
    }
    schema
}

fn table(shape: &Shape) -> Value {
    let properties: Map<String, Value> = shape.fields.iter().map(property).collect();
    let required: Vec<&str> = shape.fields.iter().filter(|f| f.required).map(|f| f.key).collect();
    json!({
        "type": "object",
        "description": shape.doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(field: &Field) -> (String, Value) {
    let mut schema = kind(&field.kind);
    if let Some(map) = schema.as_object_mut() {
        map.insert("description".to_owned(), field.doc.into());
    }
    (field.key.to_owned(), schema)
}

fn kind(k: &Kind) -> Value {
    match k {
        Kind::Str(format) => string(*format),
        Kind::Text => {
            let text = json!({ "type": "string", "minLength": 1, "maxLength": MAX_TEXT });
            let languages: Map<String, Value> =
                Lang::words().into_iter().map(|l| (l.to_owned(), text.clone())).collect();
            let table = json!({
                "type": "object", "properties": languages, "additionalProperties": false, "minProperties": 1,
            });
            json!({ "anyOf": [text, table] })
        }
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Integer(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Word(words) => json!({ "type": "string", "enum": (words.all)() }),
        Kind::List(item, _) => json!({ "type": "array", "items": kind(item) }),
        Kind::Table(shape) => table(shape),
        Kind::Map(words, item) => {
            let properties: Map<String, Value> =
                (words.all)().into_iter().map(|w| (w.to_owned(), kind(item))).collect();
            json!({ "type": "object", "properties": properties, "additionalProperties": false })
        }
        Kind::Elements => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Kind::Either(short, long) => json!({ "anyOf": [kind(short), kind(long)] }),
    }
}

fn string(format: Format) -> Value {
    let most = if format == Format::Stored { MAX_STORED } else { MAX_LINE };
    let mut schema = json!({ "type": "string", "minLength": 1, "maxLength": most });
    let extra = match format {
        Format::Url => Some(("format", "uri")),
        Format::Email => Some(("format", "email")),
        Format::Country => Some(("pattern", "^[A-Z]{2}$")),
        Format::Region => Some(("pattern", "^[A-Z0-9]{1,3}$")),
        Format::Period => Some(("pattern", "^[1-9][0-9]{0,3} (hour|day|week|month|year)s?$")),
        Format::Hour => Some(("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$")),
        Format::Id => Some(("pattern", "^[a-z0-9][a-z0-9.-]{0,63}$")),
        Format::Variable => Some(("pattern", "^[A-Za-z_][A-Za-z0-9_]{0,199}$")),
        Format::Path => Some(("pattern", "^/")),
        Format::Data => Some(("pattern", "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*$")),
        _ => None,
    };
    if let (Some((key, value)), Some(map)) = (extra, schema.as_object_mut()) {
        map.insert(key.to_owned(), value.into());
    }
    schema
}
