//! The members of one object of JSON (RFC 8259), and the same object with other values: every byte between them stays.

use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::MOST_FIELDS;
use crate::Value;

/// The members of an object: what `name` makes of their keys, and their values as they are written.
///
/// # Errors
/// What is wrong, in words that hold nothing of the row.
pub(super) fn members<K>(row: &str, name: impl FnMut(&str) -> K) -> Result<Vec<(K, &str)>, String> {
    let mut reader = serde_json::Deserializer::from_str(row);
    let mut many = false;
    let object = Object { name, many: &mut many, of: std::marker::PhantomData };
    let members = reader.deserialize_map(object);
    let members = members.and_then(|members| reader.end().map(|()| members));
    members.map_err(|error| {
        if many {
            return format!("more than {MOST_FIELDS} members");
        }
        format!("no JSON object, column {}", error.column())
    })
}

struct Object<'m, K, F> {
    name: F,
    /// There are more members than may be.
    many: &'m mut bool,
    of: std::marker::PhantomData<K>,
}

impl<'de, K, F: FnMut(&str) -> K> Visitor<'de> for Object<'_, K, F> {
    type Value = Vec<(K, &'de str)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(key) = map.next_key_seed(Key(&mut self.name))? {
            if members.len() == MOST_FIELDS {
                *self.many = true;
                return Err(A::Error::custom("too many members"));
            }
            members.push((key, map.next_value::<&'de RawValue>()?.get()));
        }
        Ok(members)
    }
}

struct Key<'n, F>(&'n mut F);

impl<'de, K, F: FnMut(&str) -> K> DeserializeSeed<'de> for Key<'_, F> {
    type Value = K;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<K, D::Error> {
        from.deserialize_str(self)
    }
}

impl<K, F: FnMut(&str) -> K> Visitor<'_> for Key<'_, F> {
    type Value = K;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<K, E> {
        Ok((self.0)(key))
    }
}

/// The value that stands there: objects, lists, and numbers that 64 bits do not hold exactly, as they are written.
/// `None` for a text that is none: half of a pair of surrogates.
pub(super) fn value(raw: &str) -> Option<Value> {
    Some(match raw.as_bytes().first()? {
        b'"' => Value::Text(serde_json::from_str(raw).ok()?),
        b'n' => Value::Null,
        b'{' | b'[' | b't' | b'f' => raw.into(),
        _ => number(raw),
    })
}

fn number(raw: &str) -> Value {
    if let Ok(whole) = raw.parse() {
        return Value::Integer(whole);
    }
    match raw.parse::<f64>() {
        Ok(real) if real.to_string() == raw => Value::Real(real),
        _ => raw.into(),
    }
}

/// Where a value stands in its row.
pub(super) fn place(row: &str, raw: &str) -> Range<usize> {
    let start = (raw.as_ptr() as usize).saturating_sub(row.as_ptr() as usize);
    start..start + raw.len()
}

/// One value to be written: in the place of another, or with its key at the end.
pub(super) struct Change<'a> {
    pub(super) key: &'a str,
    pub(super) place: Option<Range<usize>>,
    pub(super) value: &'a Value,
}

/// An object with some values written anew. `None` if a value cannot be written in JSON.
pub(super) fn rewrite(row: &str, mut changes: Vec<Change<'_>>) -> Option<String> {
    let close = row.rfind('}')?;
    let mut is_empty = row.get(..close)?.trim_end().ends_with('{');
    changes.sort_by_key(|change| change.place.as_ref().map_or(close, |place| place.start));
    let mut new = String::with_capacity(row.len());
    let mut done = 0;
    for change in changes {
        let place = change.place.clone().unwrap_or(close..close);
        new.push_str(row.get(done..place.start)?);
        done = place.end;
        let is_new = change.place.is_none();
        if is_new && change.value.is_null() {
            continue;
        }
        if is_new {
            new.push_str(if is_empty { "" } else { "," });
            new.push_str(&serde_json::to_string(change.key).ok()?);
            new.push(':');
            is_empty = false;
        }
        new.push_str(&written(row.get(place)?, change.value)?);
    }
    new.push_str(row.get(done..)?);
    Some(new)
}

/// A value in JSON. What was no text stays none if the new text is JSON too.
fn written(old: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null => Some("null".to_owned()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => number.is_finite().then(|| number.to_string()),
        Value::Bytes(_) => None,
        Value::Text(text) => {
            let was_text = old.is_empty() || old.starts_with(['"', 'n']);
            let keeps = !was_text
                && !text.contains(['\n', '\r'])
                && serde_json::from_str::<&RawValue>(text).is_ok();
            if keeps { Some(text.clone()) } else { serde_json::to_string(text).ok() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read() {
        let row = r#" {"a":1, "b" : "x\u00e9" ,"c":[1, 2],"d":1.50,"e":null,"f":true,"g":-2.5} "#;
        let members = members(row, str::to_owned).unwrap();
        let values: Vec<_> = members.iter().map(|(_, raw)| value(raw).unwrap()).collect();
        let real = Value::Real(-2.5);
        let texts = ["xé", "[1, 2]", "1.50"].map(Value::from);
        let [text, list, exact] = texts;
        assert_eq!(
            values,
            [Value::Integer(1), text, list, exact, Value::Null, "true".into(), real]
        );
        assert_eq!(&row[place(row, members[2].1)], "[1, 2]");
    }

    #[test]
    fn what_is_no_object_is_told_without_its_content() {
        for row in ["[1]", "\"Anna\"", "{\"Anna\":", "{} Anna", "{\"a\":\"\u{0}\"}", "", "Anna"] {
            let error = members(row, |_| ()).unwrap_err();
            assert!(
                error.starts_with("no JSON object, column ") && !error.contains("Anna"),
                "{error}"
            );
        }
        assert_eq!(value(r#""\ud800""#), None);
    }

    #[test]
    fn only_what_changes_is_written() {
        let row = r#"{ "a": "x",  "n": {"p": 1.0} }"#;
        let cases: [(&str, Option<&str>, Value, &str); 7] = [
            ("a", Some("\"x\""), "[1]".into(), r#"{ "a": "[1]",  "n": {"p": 1.0} }"#),
            ("a", Some("\"x\""), Value::Null, r#"{ "a": null,  "n": {"p": 1.0} }"#),
            ("a", Some("\"x\""), "y\"\n".into(), r#"{ "a": "y\"\n",  "n": {"p": 1.0} }"#),
            ("n", Some("{\"p\": 1.0}"), "{\"p\":2}".into(), r#"{ "a": "x",  "n": {"p":2} }"#),
            ("n", Some("{\"p\": 1.0}"), "gone".into(), r#"{ "a": "x",  "n": "gone" }"#),
            ("z", None, Value::Integer(3), r#"{ "a": "x",  "n": {"p": 1.0} ,"z":3}"#),
            ("z", None, Value::Null, row),
        ];
        for (key, old, value, expected) in cases {
            let place = old.map(|old| row.find(old).map(|at| at..at + old.len()).unwrap());
            let new = rewrite(row, vec![Change { key, place, value: &value }]);
            assert_eq!(new.as_deref(), Some(expected));
        }
        let empty =
            rewrite("{}", vec![Change { key: "a", place: None, value: &Value::Integer(1) }]);
        assert_eq!(empty.as_deref(), Some(r#"{"a":1}"#));
        let bytes = Value::Bytes(vec![1]);
        assert_eq!(rewrite("{}", vec![Change { key: "a", place: None, value: &bytes }]), None);
    }
}
