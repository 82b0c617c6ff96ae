//! Values as the text in which the server writes and reads them.
//!
//! Owns: which text is which value by the type of its column, and which texts a column could hold at all. Leaves to others: asking
//! the server ([`super`]).

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{Arguments as _, Row as _};

use crate::schema::{Column, Family, Table, truth};
use crate::sql::postgres as sql;
use crate::{ColumnAt, Key, Row, Value};

/// How a row's texts become values: the family of each column, keys first.
pub(super) struct Shape {
    keys: usize,
    families: Vec<Family>,
}

impl Shape {
    pub(super) fn of(table: &Table, want: &[ColumnAt]) -> Self {
        let family = |at: &ColumnAt| table.columns.get(*at).map_or(Family::Other, |c| c.family);
        let (keys, naming) = (sql::key(table).len(), table.naming());
        let place = std::iter::repeat_n(Family::Other, keys - naming.len());
        let families = place.chain(naming.iter().chain(want).map(family)).collect();
        Self { keys, families }
    }

    pub(super) fn decoded(&self, row: &PgRow) -> Result<Row, sqlx::Error> {
        let mut values = self.families.iter().enumerate().map(|(at, family)| {
            Ok::<_, sqlx::Error>(value(row.try_get::<Option<&str>, _>(at)?, *family))
        });
        let key: Box<[Value]> = values.by_ref().take(self.keys).collect::<Result<_, _>>()?;
        Ok(Row { key: Key(key), values: values.collect::<Result<_, _>>()? })
    }
}

pub(super) fn value(text: Option<&str>, family: Family) -> Value {
    let Some(text) = text else { return Value::Null };
    match family {
        Family::Integer => text.parse().map_or_else(|_| text.into(), Value::Integer),
        Family::Truth => Value::Integer(i64::from(text == "true")),
        Family::Bytes => bytes(text).map_or_else(|| text.into(), Value::Bytes),
        _ => text.into(),
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.strip_prefix("\\x")?.as_bytes();
    let digit = |d: u8| char::from(d).to_digit(16).and_then(|d| u8::try_from(d).ok());
    digits.chunks(2).map(|pair| Some(digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?)).collect()
}

/// A value as the text that the server reads.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.clone()),
        Value::Bytes(bytes) => Some(bytes.iter().fold("\\x".to_owned(), |mut hex, byte| {
            use std::fmt::Write as _;
            let _ = write!(hex, "{byte:02x}");
            hex
        })),
    }
}

/// Binds rows as one array for each column.
pub(super) fn bind_columns<'a>(
    arguments: &mut PgArguments,
    rows: impl Iterator<Item = &'a [Value]> + Clone,
    width: usize,
) {
    for at in 0..width {
        let column: Vec<Option<String>> =
            rows.clone().map(|row| row.get(at).and_then(text)).collect();
        // Adding fails for types that refuse to be encoded; texts do not.
        let _ = arguments.add(column);
    }
}

/// Whether the columns could hold these values at all: what they could not, the server would call an error.
pub(super) fn fits(table: &Table, by: &[ColumnAt], row: &[Value]) -> bool {
    let one = |(value, at): (&Value, &ColumnAt)| {
        let Some(column) = table.columns.get(*at) else { return false };
        let Some(text) = text(value) else { return false };
        match column.family {
            Family::Integer => match column.native.as_str() {
                "smallint" => text.parse::<i16>().is_ok(),
                "integer" => text.parse::<i32>().is_ok(),
                _ => text.parse::<i64>().is_ok(),
            },
            Family::Number => fits_number(&text, &column.native),
            Family::Uuid => is_uuid(&text),
            Family::Truth => truth(&text).is_some(),
            _ => !text.contains('\0'),
        }
    };
    row.iter().zip(by).all(one)
}

/// Whether [`fits`] tells for sure what a column holds; else only the server can.
pub(super) fn knows_what_fits(column: &Column) -> bool {
    match column.family {
        Family::Integer | Family::Number | Family::Uuid | Family::Truth => true,
        Family::Text(_) => {
            ["text", "character varying", "bpchar"].contains(&column.native.as_str())
        }
        _ => false,
    }
}

fn fits_number(text: &str, native: &str) -> bool {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    match native {
        "real" => plain && text.parse::<f32>().is_ok_and(f32::is_finite),
        "double precision" => plain && text.parse::<f64>().is_ok_and(f64::is_finite),
        // The server's own limits: 131072 digits before the point, 16383 after it.
        _ => plain && text.len() < 1000 && text.parse::<f64>().is_ok_and(f64::is_finite),
    }
}

fn is_uuid(text: &str) -> bool {
    let dash = |at: usize| matches!(at, 8 | 13 | 18 | 23);
    let one = |(at, b): (usize, u8)| if dash(at) { b == b'-' } else { b.is_ascii_hexdigit() };
    text.len() == 36 && text.bytes().enumerate().all(one)
}
