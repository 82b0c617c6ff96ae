//! What stands where nothing is told any more, by the type of the column.
//!
//! Owns: what an erasure writes by a column's treatment: values that differ and tell nothing, the plainest value, the month of a moment;
//! and whether a type has such values. Leaves to others: the treatment ([`crate::plan`]), texts ([`crate::redact`]), what the plainest value of a store's own types is
//! (`abide-stores`).

use abide_policy::vocab::{Fact, Treatment};
use abide_stores::schema::{Column, Family};
use abide_stores::{ColumnAt, Value};

use crate::atlas::{Atlas, Spot};
use crate::plan::day;

/// Where nobody has an address, and nobody ever will (RFC 2606 §2).
pub(crate) const NOBODY: &str = "@erased.invalid";
/// The fewest digits of a value before that.
const DIGITS: usize = 12;

/// What an erasure writes into a column, instead of what stands there: `bytes` are random, for values that must differ; `redacted` takes
/// people out of a value.
pub(crate) fn written(
    atlas: &Atlas,
    (spot, at): (Spot, ColumnAt),
    treatment: Treatment,
    old: Option<&Value>,
    bytes: impl FnOnce() -> [u8; 32],
    redacted: impl FnOnce(&Column, &Value) -> Value,
) -> Value {
    let column = atlas.table(spot).and_then(|table| table.columns.get(at));
    let Some(column) = column else { return Value::Null };
    match (treatment, old) {
        (Treatment::Unique, _) => {
            let bytes = bytes();
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            let here = |fact, known| (fact, known) == (Fact::Email, (spot, at));
            let is_email = atlas.known.iter().any(|k| here(k.fact, (k.spot, k.column)));
            let address = is_email.then(|| address(&hex, column)).flatten();
            address.unwrap_or_else(|| different(bytes, &hex, column))
        }
        (Treatment::Month, Some(old)) => month(old).unwrap_or_else(|| nothing(column)),
        (Treatment::Redact, Some(old)) => redacted(column, old),
        _ => nothing(column),
    }
}

/// An address that differs in each row, for columns by whose addresses people are known: stores often see to it that one stands
/// there. `None` if the column has no room for one.
fn address(hex: &str, described: &Column) -> Option<Value> {
    let room = match described.family {
        Family::Text(Some(length)) => usize::try_from(length).unwrap_or(usize::MAX),
        Family::Text(None) | Family::Other => usize::MAX,
        _ => return None,
    };
    let digits = room.checked_sub(NOBODY.len()).filter(|digits| *digits >= DIGITS)?;
    let prefix = if digits >= 7 + 32 { "erased-" } else { "" };
    Some(Value::Text(format!("{prefix}{}{NOBODY}", hex.get(..digits.min(32)).unwrap_or(hex))))
}

/// Whether a text says by itself that an erasure put it there.
pub(crate) fn is_made_up(text: &str) -> bool {
    text.ends_with(NOBODY) || is_erased(text)
}

/// What [`different`] makes of a text.
fn is_erased(text: &str) -> bool {
    text.strip_prefix("erased-").is_some_and(|rest| rest.len() == 32 && is_hex(rest))
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// A value of a column's type out of random bytes.
fn different(bytes: [u8; 32], hex: &str, described: &Column) -> Value {
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
            _ => {
                let most = described.digits.filter(|d| *d < 15).map(|d| 10_i64.pow(d) - 1);
                most.map_or_else(|| negative(52), |most| -1 - negative(52).abs() % most.max(1))
            }
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
        Family::Other => Value::Text(match described.native.as_str() {
            "inet" | "cidr" => format!("{}/128", documentation(bytes)),
            "macaddr" => made_up(bytes.iter().take(6)),
            "macaddr8" => made_up(bytes.iter().take(8)),
            "daterange" => {
                let next = day().tomorrow().unwrap_or_default();
                format!("[{},{next})", day())
            }
            "interval" => {
                let (hours, minutes) = (number / 3600 % 10_000_000 + 1, number / 60 % 60);
                format!("-{hours:02}:{minutes:02}:{:02}", number % 60)
            }
            list if is_list_of_texts(list) => format!("{{erased-{}}}", part(0, 32)),
            _ => format!("erased-{}", part(0, 32)),
        }),
        Family::Text(None) | Family::Truth => Value::Text(format!("erased-{}", part(0, 32))),
    }
}

/// Whether there are values of a column's type that differ and tell nothing.
pub(crate) fn can_differ(column: &Column) -> bool {
    match column.family {
        Family::Truth => false,
        Family::Number => column.digits != Some(0),
        Family::Other => {
            let known = ["inet", "cidr", "macaddr", "macaddr8", "daterange", "interval"];
            let native = column.native.as_str();
            let of_words =
                ["bit varying", "tsvector", "tsquery", "xml", "hstore", "ltree", "\"char\""];
            // Who takes an empty text takes any, but for these.
            let takes_any = column.plain.as_deref() == Some("") && !of_words.contains(&native);
            known.contains(&native) || is_list_of_texts(native) || takes_any
        }
        _ => true,
    }
}

fn is_list_of_texts(native: &str) -> bool {
    ["text[]", "character varying[]", "citext[]"].contains(&native)
}

/// An address for documents (RFC 3849), written as PostgreSQL does: none of its parts is zero or begins with one.
fn documentation(bytes: [u8; 32]) -> std::net::Ipv6Addr {
    let mut parts = [0x2001, 0xdb8, 0, 0, 0, 0, 0, 0];
    for (part, pair) in parts.iter_mut().skip(2).zip(bytes.chunks(2)) {
        *part = pair.iter().fold(0, |part, byte| part << 8 | u16::from(*byte)) | 0x1000;
    }
    std::net::Ipv6Addr::from(parts)
}

/// An address of no device: given by whoever runs the network (IEEE 802-2014 §8.2.2).
fn made_up<'a>(bytes: impl Iterator<Item = &'a u8>) -> String {
    let hex = |(at, byte): (usize, &u8)| format!("{:02x}", if at == 0 { 2 } else { *byte });
    bytes.enumerate().map(hex).collect::<Vec<_>>().join(":")
}

/// Whether a value may be one of those.
pub(crate) fn is_different(value: &Value, described: &Column) -> bool {
    let text = value.text().unwrap_or_default();
    let text = text.trim_end();
    if let Some(rest) = text.strip_suffix(NOBODY) {
        let digits = rest.strip_prefix("erased-").unwrap_or(rest);
        return digits.len() >= DIGITS && is_hex(digits);
    }
    match described.family {
        Family::Integer | Family::Number => text.parse::<f64>().is_ok_and(|number| number < 0.0),
        Family::Uuid => text.get(14..15) == Some("8") && text.get(19..20) == Some("8"),
        Family::Date | Family::Moment => day(value).is_some_and(|day| day.year() < 1822),
        Family::Json => text.contains("\"erased\""),
        Family::Bytes => matches!(value, Value::Bytes(bytes) if bytes.len() == 32),
        Family::Text(Some(length)) => {
            text.len() as u64 == u64::from(length).min(64) && is_hex(text)
        }
        Family::Other => {
            let (list, range) = (text.strip_prefix("{erased-"), text.get(1..11));
            match described.native.as_str() {
                "inet" | "cidr" => text.starts_with("2001:db8:"),
                "macaddr" | "macaddr8" => text.starts_with("02:"),
                "interval" => text.starts_with('-'),
                "daterange" => {
                    range.and_then(|d| day(&d.into())).is_some_and(|day| day.year() < 1822)
                }
                _ => list.or_else(|| text.strip_prefix("erased-")).is_some_and(|rest| {
                    is_hex(rest.trim_end_matches('}')) && rest.trim_end_matches('}').len() == 32
                }),
            }
        }
        _ => is_erased(text),
    }
}

/// Whether there is a value of a column's type that stands for nothing.
pub(crate) fn can_be_nothing(column: &Column) -> bool {
    column.nullable || column.family != Family::Other || column.plain.is_some()
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
        Family::Other => column.plain.clone().unwrap_or_default().into(),
        Family::Text(_) => "".into(),
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
            (Family::Other, "anything", "erased-anna".into()),
            (Family::Other, "inet", "192.0.2.7/32".into()),
            (Family::Other, "macaddr", "00:16:3e:12:34:56".into()),
            (Family::Other, "text[]", "{anna,berta}".into()),
            (Family::Other, "daterange", "[1958-02-03,1958-02-04)".into()),
            (Family::Other, "interval", "01:02:03".into()),
        ] {
            let native = native.to_owned();
            let plain = (native == "anything").then(String::new);
            let column = Column { native, family, plain, ..Column::default() };
            assert!(can_differ(&column), "{family:?} {}", column.native);
            for byte in [0, 1, 0x7f, 0xff] {
                let made = different([byte; 32], &hex, &column);
                assert!(is_different(&made, &column), "{made:?} {family:?}");
            }
            assert!(!is_different(&told, &column), "{told:?} {family:?}");
        }
    }

    #[test]
    fn an_address_fits_where_it_stands() {
        let hex = "0123456789abcdef".repeat(4);
        for (room, length) in
            [(None, Some(54)), (Some(100), Some(54)), (Some(40), Some(40)), (Some(26), None)]
        {
            let column = Column { family: Family::Text(room), ..Column::default() };
            let made = address(&hex, &column);
            let written = made.as_ref().and_then(Value::text);
            assert_eq!(written.map(|text| text.len()), length, "{room:?}");
            assert!(made.is_none_or(|made| is_different(&made, &column)), "{room:?}");
        }
        let number = Column { family: Family::Integer, ..Column::default() };
        assert_eq!(address(&hex, &number), None);
        assert!(!is_different(&"anna@erased.invalid".into(), &Column::default()));
    }

    #[test]
    fn numbers_have_no_more_digits_than_there_is_room_for() {
        for (digits, least) in
            [(Some(1), -9), (Some(3), -999), (Some(14), i64::MIN), (None, i64::MIN)]
        {
            let column = Column { family: Family::Number, digits, ..Column::default() };
            for byte in 0..=255 {
                let Value::Integer(number) = different([byte; 32], "", &column) else { panic!() };
                assert!((least..0).contains(&number), "{digits:?}: {number}");
            }
        }
    }
}
