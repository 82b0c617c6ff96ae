//! What a store holds once a text was written into one of its columns, as far as the column's type alone tells.
//!
//! Owns: which texts a type takes, and how the value reads afterwards. Leaves to others: what only a server knows of its own
//! types ([`crate::postgres`]), rules over several columns, whether the value is right.

use crate::Value;
use crate::schema::{Column, Family};

/// What a column holds once a text was written into it.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// What the text says, in the store's spelling.
    Said(Value),
    /// Something else: digits, a zone or letters are lost, or a word such as `today` became the value of a moment.
    Else(Value),
    /// Nothing: its type has no value for this text.
    Nothing,
}

impl Written {
    /// The value, if it is what the text says.
    #[must_use]
    pub fn said(self) -> Option<Value> {
        if let Self::Said(value) = self { Some(value) } else { None }
    }

    /// The value, whatever it is.
    #[must_use]
    pub fn value(self) -> Option<Value> {
        match self {
            Self::Said(value) | Self::Else(value) => Some(value),
            Self::Nothing => None,
        }
    }
}

impl From<Option<Value>> for Written {
    fn from(value: Option<Value>) -> Self {
        value.map_or(Self::Nothing, Self::Said)
    }
}

/// The value that a column holds then; `None` if its type has none for this text.
pub(crate) fn by_family(column: &Column, text: &str) -> Option<Value> {
    let trimmed = text.trim();
    Some(match column.family {
        Family::Integer => Value::Integer(trimmed.parse().ok()?),
        Family::Number => number(trimmed)?,
        Family::Truth => Value::Integer(i64::from(truth(trimmed)?)),
        Family::Date => Value::Text(trimmed.parse::<jiff::civil::Date>().ok()?.to_string()),
        Family::Moment if is_moment(trimmed) => trimmed.into(),
        Family::Json if serde_json::from_str::<serde::de::IgnoredAny>(trimmed).is_ok() => {
            trimmed.into()
        }
        Family::Uuid if is_uuid(trimmed) => trimmed.into(),
        Family::Text(most) if is_short_enough(text, most) => text.into(),
        Family::Other => text.into(),
        // Bytes are not written as text.
        Family::Moment | Family::Json | Family::Uuid | Family::Text(_) | Family::Bytes => {
            return None;
        }
    })
}

/// Whether a text is not longer than a column takes.
pub(crate) fn is_short_enough(text: &str, most: Option<u32>) -> bool {
    most.is_none_or(|most| text.chars().take(most as usize + 1).count() <= most as usize)
}

fn number(text: &str) -> Option<Value> {
    if let Ok(whole) = text.parse() {
        return Some(Value::Integer(whole));
    }
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite())?;
    text.contains(|c: char| c.is_ascii_digit()).then_some(Value::Real(number))
}

fn truth(text: &str) -> Option<bool> {
    crate::schema::truth(&text.to_ascii_lowercase())
}

fn is_moment(text: &str) -> bool {
    text.parse::<jiff::civil::DateTime>().is_ok() || text.parse::<jiff::Timestamp>().is_ok()
}

/// RFC 9562 §4: five groups of hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(family: Family, text: &str) -> Option<String> {
        let column = Column {
            name: String::new(),
            native: String::new(),
            family,
            nullable: true,
            generated: false,
            ..Column::default()
        };
        by_family(&column, text).map(|value| value.text().unwrap().into_owned())
    }

    #[test]
    fn each_type_takes_its_own_texts_and_no_others() {
        for (family, text, reads) in [
            (Family::Integer, " 42 ", Some("42")),
            (Family::Integer, "4.2", None),
            (Family::Integer, "gestern", None),
            (Family::Number, "3.10", Some("3.1")),
            (Family::Number, "7", Some("7")),
            (Family::Number, "inf", None),
            (Family::Number, "1e999", None),
            (Family::Truth, "True", Some("1")),
            (Family::Truth, "f", Some("0")),
            (Family::Truth, "maybe", None),
            (Family::Date, "1980-05-31", Some("1980-05-31")),
            (Family::Date, "gestern", None),
            (Family::Date, "1980-02-30", None),
            (Family::Moment, "2026-11-27 12:00:00", Some("2026-11-27 12:00:00")),
            (Family::Moment, "2026-11-27T12:00:00Z", Some("2026-11-27T12:00:00Z")),
            (Family::Moment, "noon", None),
            (Family::Json, "{\"a\":1}", Some("{\"a\":1}")),
            (Family::Json, "{a", None),
            (
                Family::Uuid,
                "9f1c2b34-5d6e-4f70-9a81-2b3c4d5e6f70",
                Some("9f1c2b34-5d6e-4f70-9a81-2b3c4d5e6f70"),
            ),
            (Family::Uuid, "9f1c2b34", None),
            (Family::Text(Some(3)), "Çaö", Some("Çaö")),
            (Family::Text(Some(3)), "Anna", None),
            (Family::Text(None), " as it is ", Some(" as it is ")),
            (Family::Other, "anything", Some("anything")),
            (Family::Bytes, "00ff", None),
        ] {
            assert_eq!(held(family, text).as_deref(), reads, "{family:?} {text}");
        }
    }
}
