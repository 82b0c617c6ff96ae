//! Values and rows compared by what they hold: digests of rows, and forms that are equal where values are.
//!
//! Owns: which differences do not count. Leaves to others: which values a store itself holds for equal: only it knows.

use abide_stores::Value;
use sha2::{Digest as _, Sha256};

use crate::atlas::{Atlas, Spot};

/// A digest of a whole row. Where a row is says nothing about what is in it.
pub(crate) fn content(atlas: &Atlas, spot: Spot, values: &[Value]) -> [u8; 16] {
    let place = atlas.table(spot).filter(|t| t.has_places()).map_or(&[][..], |t| &t.key);
    let values = values.iter().enumerate().filter(|(at, _)| !place.contains(at));
    digest(values.map(|(_, value)| value))
}

/// A digest of values: SHA-256 over each value with its kind and length, cut to 16 bytes.
fn digest<'a>(values: impl Iterator<Item = &'a Value>) -> [u8; 16] {
    let mut hash = Sha256::new();
    let mut part = |kind: u8, bytes: &[u8]| {
        hash.update([kind]);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    for value in values {
        match value {
            Value::Null => part(0, &[]),
            Value::Integer(number) => part(1, &number.to_le_bytes()),
            Value::Real(number) => part(2, &number.to_bits().to_le_bytes()),
            Value::Text(text) => part(3, text.as_bytes()),
            Value::Bytes(bytes) => part(4, bytes),
        }
    }
    let whole = hash.finalize();
    let mut cut = [0; 16];
    cut.iter_mut().zip(whole).for_each(|(to, from)| *to = from);
    cut
}

/// A group of values in a form that is equal across types of columns: 5 and "5" are the same reference.
pub(crate) fn form(values: &[Value]) -> String {
    let mut form = String::new();
    for value in values {
        match value {
            Value::Bytes(bytes) => bytes.iter().for_each(|b| form.push_str(&format!("{b:02x}"))),
            other => form.push_str(&other.text().unwrap_or_default()),
        }
        form.push('\u{1f}');
    }
    form
}

/// A form that is equal wherever a store may hold values for equal: without case, blanks at the end, and zeros around numbers.
pub(crate) fn fold<'a>(values: impl IntoIterator<Item = &'a Value>) -> String {
    let mut fold = String::new();
    for value in values {
        fold_into(&mut fold, value);
    }
    fold
}

fn fold_into(fold: &mut String, value: &Value) {
    match value {
        // As it would be written as a number, below.
        Value::Integer(number) if number.unsigned_abs() < 9_000_000_000_000_000 => {
            fold.push_str(&number.to_string());
        }
        Value::Text(text) => fold_text(fold, text),
        other => fold_text(fold, &form(std::slice::from_ref(other))),
    }
    fold.push('\u{1f}');
}

fn fold_text(fold: &mut String, text: &str) {
    let text = text.trim_end_matches(['\u{1f}', ' ']);
    let numeric = |b: &u8| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.');
    let number = text.bytes().next().filter(numeric).and_then(|_| text.parse::<f64>().ok());
    match number.filter(|n| n.is_finite() && n.abs() < 9e15) {
        Some(number) => fold.push_str(&(number + 0.0).to_string()),
        None if text.is_ascii() => fold.extend(text.chars().map(|c| c.to_ascii_lowercase())),
        None => fold.push_str(&text.to_lowercase()),
    }
}
