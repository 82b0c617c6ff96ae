//! The types of columns, and how their values are written as text.

use std::fmt::Write as _;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{Span, Timestamp};
use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type as Physical};
use parquet::schema::types::ColumnDescriptor;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false`.
    Bool,
    /// Whole numbers.
    Int,
    /// Whole numbers without a sign.
    Unsigned,
    /// Whole numbers with so many digits behind the point.
    Decimal(u32),
    /// Numbers as IEEE 754 has them.
    Float,
    /// Days (`1985-03-12`).
    Date,
    /// Moments (`2026-11-26T10:07:33Z`), or times on a wall (without `Z`), in so many parts of a second.
    Timestamp {
        /// How many parts a second has: 1,000, 1,000,000 or 1,000,000,000.
        parts: i64,
        /// Whether it is a moment.
        utc: bool,
    },
    /// Text; bytes that are none are written in hexadecimal digits.
    Text,
    /// Bytes, in hexadecimal digits.
    Bytes,
    /// Moments as older programs write them.
    Old,
}

impl Kind {
    /// The kind of a column.
    pub(crate) fn of(column: &ColumnDescriptor) -> Self {
        let scale = u32::try_from(column.type_scale()).unwrap_or(0);
        let logical = column.logical_type_ref();
        match (column.physical_type(), logical, column.converted_type()) {
            (Physical::BOOLEAN, ..) => Self::Bool,
            (Physical::FLOAT | Physical::DOUBLE, ..) => Self::Float,
            (Physical::INT96, ..) => Self::Old,
            (_, Some(LogicalType::Decimal(_)), _) | (_, _, ConvertedType::DECIMAL) => {
                Self::Decimal(scale)
            }
            (Physical::INT32, Some(LogicalType::Date), _)
            | (Physical::INT32, _, ConvertedType::DATE) => Self::Date,
            (Physical::INT64, Some(LogicalType::Timestamp(stamp)), _) => {
                Self::Timestamp { parts: parts(&stamp.unit), utc: stamp.is_adjusted_to_u_t_c }
            }
            (Physical::INT64, _, ConvertedType::TIMESTAMP_MILLIS) => {
                Self::Timestamp { parts: 1_000, utc: true }
            }
            (Physical::INT64, _, ConvertedType::TIMESTAMP_MICROS) => {
                Self::Timestamp { parts: 1_000_000, utc: true }
            }
            (Physical::INT32 | Physical::INT64, Some(LogicalType::Integer(int)), _)
                if !int.is_signed =>
            {
                Self::Unsigned
            }
            (
                _,
                _,
                ConvertedType::UINT_8
                | ConvertedType::UINT_16
                | ConvertedType::UINT_32
                | ConvertedType::UINT_64,
            ) => Self::Unsigned,
            (Physical::INT32 | Physical::INT64, ..) => Self::Int,
            (Physical::BYTE_ARRAY, ..) => Self::Text,
            (Physical::FIXED_LEN_BYTE_ARRAY, ..) => Self::Bytes,
        }
    }

    /// Whether a value that was written as text can be read back exactly.
    pub(crate) fn returns(self) -> bool {
        !matches!(self, Self::Decimal(_) | Self::Bytes | Self::Old)
    }

    /// Writes a whole number of `bits` bits.
    pub(crate) fn int(self, value: i64, bits: u32, out: &mut String) {
        let written = match self {
            Self::Unsigned if bits == 32 => write!(out, "{}", value as u32),
            Self::Unsigned => write!(out, "{}", value as u64),
            Self::Decimal(scale) => {
                decimal(i128::from(value), scale, out);
                Ok(())
            }
            Self::Date => match date(value) {
                Some(date) => write!(out, "{date}"),
                None => write!(out, "{value}"),
            },
            Self::Timestamp { parts, utc } => match stamp(value, parts) {
                Some(stamp) if utc => write!(out, "{stamp}"),
                Some(stamp) => write!(out, "{}", Offset::UTC.to_datetime(stamp)),
                None => write!(out, "{value}"),
            },
            _ => write!(out, "{value}"),
        };
        debug_assert!(written.is_ok(), "a string takes everything");
    }

    /// Writes bytes.
    pub(crate) fn bytes(self, value: &[u8], out: &mut String) {
        match (self, std::str::from_utf8(value)) {
            (Self::Text, Ok(text)) => out.push_str(text),
            (Self::Decimal(scale), _) if (1..=16).contains(&value.len()) => {
                let sign = if value.first().is_some_and(|b| b >> 7 == 1) { -1 } else { 0 };
                decimal(value.iter().fold(sign, |n, b| n << 8 | i128::from(*b)), scale, out);
            }
            _ => {
                for byte in value {
                    let _ = write!(out, "{byte:02x}");
                }
            }
        }
    }

    /// Reads a whole number of `bits` bits back.
    pub(crate) fn read_int(self, text: &str, bits: u32) -> Option<i64> {
        match self {
            Self::Unsigned if bits == 32 => text.parse::<u32>().ok().map(|n| i64::from(n as i32)),
            Self::Unsigned => text.parse::<u64>().ok().map(|n| n as i64),
            Self::Date if text.len() == 10 && text.get(4..5) == Some("-") => {
                let epoch = Date::constant(1970, 1, 1);
                Some(i64::from(epoch.until(text.parse::<Date>().ok()?).ok()?.get_days()))
            }
            Self::Timestamp { parts, utc } if text.contains(':') => {
                let stamp = match utc {
                    true => text.parse::<Timestamp>().ok()?,
                    false => Offset::UTC.to_timestamp(text.parse::<DateTime>().ok()?).ok()?,
                };
                let one = 1_000_000_000 / i128::from(parts.max(1));
                i64::try_from(stamp.as_nanosecond().div_euclid(one)).ok()
            }
            _ if bits == 32 => text.parse::<i32>().ok().map(i64::from),
            _ => text.parse().ok(),
        }
    }
}

fn parts(unit: &TimeUnit) -> i64 {
    match unit {
        TimeUnit::MILLIS => 1_000,
        TimeUnit::MICROS => 1_000_000,
        TimeUnit::NANOS => 1_000_000_000,
    }
}

/// The day so many days after the first of January 1970.
fn date(days: i64) -> Option<Date> {
    let span = Span::new().try_days(days).ok()?;
    let date = Date::constant(1970, 1, 1).checked_add(span).ok()?;
    // Earlier and later years are written in another form, which few readers know.
    (0..=9999).contains(&date.year()).then_some(date)
}

fn stamp(value: i64, parts: i64) -> Option<Timestamp> {
    let one = 1_000_000_000 / i128::from(parts.max(1));
    let stamp = Timestamp::from_nanosecond(i128::from(value) * one).ok()?;
    (0..=9999).contains(&Offset::UTC.to_datetime(stamp).year()).then_some(stamp)
}

/// The moment of an INT96: nanoseconds of a day, and its Julian number.
pub(crate) fn old(words: &[u32], out: &mut String) {
    if let [low, high, day] = words {
        let nanos = i128::from(u64::from(*high) << 32 | u64::from(*low));
        let days = i128::from(*day) - 2_440_588;
        if let Ok(stamp) = Timestamp::from_nanosecond(days * 86_400_000_000_000 + nanos) {
            let _ = write!(out, "{stamp}");
        }
    }
}

fn decimal(value: i128, scale: u32, out: &mut String) {
    let digits = value.unsigned_abs().to_string();
    let scale = (scale as usize).min(64);
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, part) = padded.split_at(padded.len() - scale);
    let sign = if value < 0 { "-" } else { "" };
    let point = if scale > 0 { "." } else { "" };
    let _ = write!(out, "{sign}{whole}{point}{part}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(kind: Kind, value: i64, bits: u32) -> String {
        let mut out = String::new();
        kind.int(value, bits, &mut out);
        out
    }

    #[test]
    fn each_kind_as_text() {
        let micros = |utc| Kind::Timestamp { parts: 1_000_000, utc };
        for (kind, value, expected) in [
            (Kind::Int, -5, "-5"),
            (Kind::Unsigned, -1, "18446744073709551615"),
            (Kind::Decimal(2), -5, "-0.05"),
            (Kind::Decimal(0), 12, "12"),
            (Kind::Date, 5549, "1985-03-12"),
            (Kind::Date, 1 << 40, "1099511627776"),
            (micros(true), 1_795_687_653_000_000, "2026-11-26T10:07:33Z"),
            (micros(false), 1_795_687_653_000_001, "2026-11-26T10:07:33.000001"),
        ] {
            assert_eq!(text(kind, value, 64), expected, "{kind:?}");
        }
        let mut out = String::new();
        Kind::Decimal(1).bytes(&[0xff, 0xf6], &mut out);
        old(&[0, 0, 2_440_589], &mut out);
        Kind::Text.bytes(b"\xff", &mut out);
        assert_eq!(out, "-1.01970-01-02T00:00:00Zff");
    }

    proptest! {
        #[test]
        fn whole_numbers_come_back(value: i64, parts in prop::sample::select(vec![1_000i64, 1_000_000, 1_000_000_000]), utc: bool) {
            let small = i64::from(value as i32);
            for kind in [Kind::Int, Kind::Unsigned, Kind::Date, Kind::Timestamp { parts, utc }] {
                prop_assert_eq!(kind.read_int(&text(kind, value, 64), 64), Some(value), "{:?}", kind);
                prop_assert_eq!(kind.read_int(&text(kind, small, 32), 32), Some(small), "{:?}", kind);
            }
        }
    }
}
