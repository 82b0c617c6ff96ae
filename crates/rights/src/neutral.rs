//! What stands where nothing is told any more, by the type of the column.
//!
//! Owns: values that differ and tell nothing, the plainest value, the month of a moment. Leaves to others: which of them a
//! column gets ([`crate::plan`]).

use abide_stores::Value;
use abide_stores::schema::{Column, Family};

use crate::plan::day;

/// Where nobody has an address, and nobody ever will (RFC 2606 §2).
pub(crate) const NOBODY: &str = "@erased.invalid";
/// The fewest digits of a value before that.
const DIGITS: usize = 12;

/// An address that differs in each row, for columns by whose addresses people are known: stores often see to it that one stands
/// there. `None` if the column has no room for one.
pub(crate) fn address(hex: &str, described: &Column) -> Option<Value> {
    let room = match described.family {
        Family::Text(Some(length)) => usize::try_from(length).unwrap_or(usize::MAX),
        Family::Text(None) | Family::Other => usize::MAX,
        _ => return None,
    };
    let digits = room.checked_sub(NOBODY.len()).filter(|digits| *digits >= DIGITS)?;
    let prefix = if digits >= 7 + 32 { "erased-" } else { "" };
    Some(Value::Text(format!("{prefix}{}{NOBODY}", hex.get(..digits.min(32)).unwrap_or(hex))))
}

/// A value of a column's type out of random bytes.
pub(crate) fn different(bytes: [u8; 32], hex: &str, described: &Column) -> Value {
    let number = i64::from_le_bytes(*bytes.first_chunk().unwrap_or(&[0; 8])).unsigned_abs() >> 1;
    // Negative: numbers that are given are not.
    let negative = |bits: u32| -i64::try_from(number >> (62 - bits)).unwrap_or_default() - 1;
    let days = jiff::Span::new().days(i64::try_from(number % 300_000).unwrap_or_default());
    let day = || jiff::civil::date(1000, 1, 1).checked_add(days).unwrap_or_default();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    match described.family {
        Family::Integer | Family::Number => Value::Integer(match described.native.as_str() {
            "smallint" => negative(14),
            "integer" => negative(30),
            _ => negative(52),
        }),
        // RFC 9562 §5.8: version 8, for values made in ways of one's own.
        Family::Uuid => Value::Text(format!(
            "{}-{}-8{}-8{}-{}",
            part(0, 8),
            part(8, 12),
            part(12, 15),
            part(15, 18),
            part(18, 30)
        )),
        Family::Date => Value::Text(day().to_string()),
        Family::Moment => {
            let (minute, second) = (number / 300_000 % 60, number / 18_000_000 % 60);
            Value::Text(format!("{} 00:{minute:02}:{second:02}", day()))
        }
        Family::Json => Value::Text(format!("{{\"erased\":\"{}\"}}", part(0, 32))),
        Family::Bytes => Value::Bytes(bytes.to_vec()),
        Family::Text(Some(length)) => {
            Value::Text(hex.chars().take(usize::try_from(length).unwrap_or(usize::MAX)).collect())
        }
        _ => Value::Text(format!("erased-{}", part(0, 32))),
    }
}

/// Whether a value may be one of those.
pub(crate) fn is_different(value: &Value, described: &Column) -> bool {
    let text = value.text().unwrap_or_default();
    let text = text.trim_end();
    let hex = |t: &str| t.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if let Some(rest) = text.strip_suffix(NOBODY) {
        let digits = rest.strip_prefix("erased-").unwrap_or(rest);
        return digits.len() >= DIGITS && hex(digits);
    }
    match described.family {
        Family::Integer | Family::Number => text.parse::<f64>().is_ok_and(|number| number < 0.0),
        Family::Uuid => text.get(14..15) == Some("8") && text.get(19..20) == Some("8"),
        Family::Date | Family::Moment => day(value).is_some_and(|day| day.year() < 1822),
        Family::Json => text.contains("\"erased\""),
        Family::Bytes => matches!(value, Value::Bytes(bytes) if bytes.len() == 32),
        Family::Text(Some(length)) => text.len() as u64 == u64::from(length).min(64) && hex(text),
        _ => text.strip_prefix("erased-").is_some_and(|rest| rest.len() == 32 && hex(rest)),
    }
}

/// What stands where nothing is told: null where a column may be empty, else the plainest value of its type.
pub(crate) fn nothing(column: &Column) -> Value {
    if column.nullable {
        return Value::Null;
    }
    match column.family {
        Family::Integer | Family::Number | Family::Truth => Value::Integer(0),
        Family::Date => "1970-01-01".into(),
        Family::Moment => "1970-01-01 00:00:00".into(),
        Family::Json => "{}".into(),
        Family::Bytes => Value::Bytes(Vec::new()),
        Family::Uuid => "00000000-0000-0000-0000-000000000000".into(),
        Family::Text(_) | Family::Other => "".into(),
    }
}

/// The first day of the month, in the same notation.
pub(crate) fn month(value: &Value) -> Option<Value> {
    let day = day(value)?.first_of_month();
    Some(match value {
        Value::Text(text) if text.len() > 10 => Value::Text(format!(
            "{day}{}00:00:00",
            text.get(10..11).filter(|c| *c == "T").unwrap_or(" ")
        )),
        Value::Text(_) => Value::Text(day.to_string()),
        Value::Integer(number) => {
            let seconds = jiff::tz::Offset::UTC
                .to_timestamp(day.to_datetime(jiff::civil::Time::midnight()))
                .ok()?
                .as_second();
            Value::Integer(if number.abs() > 100_000_000_000 { seconds * 1000 } else { seconds })
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_differ_are_told_from_those_of_people() {
        let hex = "0123456789abcdef".repeat(4);
        for (family, native, told) in [
            (Family::Integer, "integer", Value::Integer(4711)),
            (Family::Number, "numeric", "4711.00".into()),
            (Family::Uuid, "uuid", "9f1c2b34-5d6e-4f70-9a81-2b3c4d5e6f70".into()),
            (Family::Date, "date", "1958-02-03".into()),
            (Family::Moment, "timestamp", "1958-02-03 04:05:06".into()),
            (Family::Json, "jsonb", "{\"name\":\"Anna\"}".into()),
            (Family::Bytes, "bytea", Value::Bytes(b"anna@example.org".to_vec())),
            (Family::Text(Some(20)), "varchar", "anna@example.org".into()),
            (Family::Text(Some(200)), "varchar", "anna@example.org".into()),
            (Family::Text(None), "text", "anna@example.org".into()),
            (Family::Other, "citext", "erased-anna".into()),
        ] {
            let column = Column {
                name: String::new(),
                native: native.to_owned(),
                family,
                nullable: false,
                generated: false,
            };
            for byte in [0, 1, 0x7f, 0xff] {
                let made = different([byte; 32], &hex, &column);
                assert!(is_different(&made, &column), "{made:?} {family:?}");
            }
            assert!(!is_different(&told, &column), "{told:?} {family:?}");
        }
    }
}
