//! Values along a flow: which of them say the same at its two ends, and how else they may stand at the other.
//!
//! Owns: small letters, numbers of different types, paths in another Unicode form. Leaves to others: which values a store itself
//! holds for equal, walking ([`crate::reach`]).
//!
//! A store is asked for each way in which a value may stand there, so that indexes serve.

use std::collections::BTreeSet;

use abide_stores::schema::{Column, Family};
use abide_stores::{Collation, Value};
use unicode_normalization::UnicodeNormalization as _;

use super::{Atlas, Flow};
use crate::reach::form;

/// In so many ways a path is looked for; if its parts had more, only as a whole in either form.
const WAYS: usize = 32;

impl Flow {
    /// Values on the way in a form that is equal where it takes them for equal, at whichever end they stand.
    pub(crate) fn form(&self, atlas: &Atlas, values: &[Value]) -> String {
        let folded = |((from, to), value): ((&Column, &Column), &Value)| {
            let there = if self.refers_back { from } else { to };
            let by = match (self.bound, from.collation.includes(to.collation)) {
                (true, _) => there.collation,
                (false, true) => from.collation,
                (false, false) => to.collation,
            };
            let number = [from, to].into_iter().find_map(|column| plain_number(column, value));
            match (number, value) {
                (Some(number), _) => number,
                (None, Value::Text(text)) if is_path(from) || is_path(to) => {
                    Value::Text(by.folded(&text.nfc().collect::<String>()).into_owned())
                }
                (None, Value::Text(text)) => Value::Text(by.folded(text).into_owned()),
                (None, other) => other.clone(),
            }
        };
        form(&self.pairs(atlas).zip(values).map(folded).collect::<Vec<Value>>())
    }

    /// How the values with which it starts may stand otherwise where it leads.
    pub(crate) fn otherwise(&self, atlas: &Atlas, values: &[Value]) -> Vec<Vec<Value>> {
        let columns: Vec<_> = self.pairs(atlas).collect();
        let small = self.in_small_letters(atlas, values);
        written(&columns, values, small)
    }

    /// How the values with which it ends may stand otherwise where it starts.
    pub(crate) fn otherwise_back(&self, atlas: &Atlas, values: &[Value]) -> Vec<Vec<Value>> {
        let columns: Vec<_> = self.pairs(atlas).map(|(from, to)| (to, from)).collect();
        written(&columns, values, None)
    }

    /// The values that lead along it as they stand there most often, if their own case may be another than there.
    fn in_small_letters(&self, atlas: &Atlas, values: &[Value]) -> Option<Vec<Value>> {
        let mut small = values.to_vec();
        for (number, by) in self.loses_case(atlas) {
            let value = small.get_mut(number)?;
            *value = by.folded(&value.text()?).into_owned().into();
        }
        (small != values).then_some(small)
    }
}

/// The ways in which values may be written at the other end, without the first: of each column, its own and the other one.
fn written(
    columns: &[(&Column, &Column)],
    values: &[Value],
    small: Option<Vec<Value>>,
) -> Vec<Vec<Value>> {
    let are_whole = values.iter().all(|value| matches!(value, Value::Integer(_)));
    if are_whole && small.is_none() {
        return Vec::new();
    }
    let mut all: Vec<Vec<Value>> = [Some(values.to_vec()), small].into_iter().flatten().collect();
    let plain = |((own, other), value): (&(&Column, &Column), &Value)| {
        // Who compares numbers by their value finds them as they are.
        let plain = plain_number(own, value).filter(|_| other.collation != Collation::Numbers);
        plain.unwrap_or_else(|| value.clone())
    };
    all.push(columns.iter().zip(values).map(plain).collect());
    for (at, (own, other)) in columns.iter().enumerate() {
        if is_path(own) || is_path(other) {
            let ways = |group: Vec<Value>| {
                let path = group.get(at).and_then(Value::text).map(|path| paths(&path));
                let others = path.unwrap_or_default().into_iter();
                let with = |path: String| {
                    let mut group = group.clone();
                    group
                        .get_mut(at)
                        .into_iter()
                        .for_each(|value| *value = Value::Text(path.clone()));
                    group
                };
                others.map(with).chain([group.clone()]).collect::<Vec<_>>()
            };
            all = all.into_iter().flat_map(ways).collect();
        }
    }
    let all: BTreeSet<Vec<Value>> = all.into_iter().filter(|group| group != values).collect();
    all.into_iter().collect()
}

/// Whether it is the path of a file.
fn is_path(column: &Column) -> bool {
    column.is_of_file() && column.family == Family::Text(None)
}

/// Whether what looks like a number in it is one: files do not say what is.
fn is_number(column: &Column) -> bool {
    column.family == Family::Number || column.collation == Collation::Numbers
}

/// A number as a whole one is written, if it is one and is written otherwise: `1.0` in a column of numbers. In a column of texts that
/// is a text.
fn plain_number(column: &Column, value: &Value) -> Option<Value> {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and small enough")]
        Value::Real(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            Some(Value::Integer(*number as i64))
        }
        Value::Text(text) if is_number(column) => abide_stores::plain_number(text).map(Value::from),
        _ => None,
    }
}

/// The ways to write a path in either Unicode form (UAX #15): the parts of it may come from different systems.
fn paths(path: &str) -> Vec<String> {
    if path.is_ascii() {
        return Vec::new();
    }
    let forms = |part: &str| {
        BTreeSet::from([part.to_owned(), part.nfc().collect::<String>(), part.nfd().collect()])
    };
    let parts: Vec<BTreeSet<String>> = path.split('/').map(forms).collect();
    if parts.iter().map(BTreeSet::len).try_fold(1, usize::checked_mul).is_none_or(|n| n > WAYS) {
        return forms(path).into_iter().collect();
    }
    let mut all = vec![None::<String>];
    for part in parts {
        let longer = |before: &Option<String>| {
            let join = |part: &String| match before {
                Some(before) => format!("{before}/{part}"),
                None => part.clone(),
            };
            part.iter().map(|part| Some(join(part))).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_path_may_be_in_either_form() {
        let (composed, apart) = ("Gespr\u{e4}ch", "Gespra\u{308}ch");
        let ways = paths(&format!("{composed}/{apart} 1.wav"));
        for (folder, file) in
            [(composed, composed), (composed, apart), (apart, composed), (apart, apart)]
        {
            assert!(ways.contains(&format!("{folder}/{file} 1.wav")), "{ways:?}");
        }
        assert_eq!((ways.len(), paths("rec/1.wav").len()), (4, 0));
        assert_eq!(paths(&[composed; 9].join("/")).len(), 2);
    }

    #[test]
    fn numbers_are_written_as_whole_ones() {
        let column = |family| Column { family, ..Column::default() };
        for (column, plain) in [
            (column(Family::Number), Some("1")),
            (column(Family::Text(None)), None),
            (Column { collation: Collation::Numbers, ..column(Family::Text(None)) }, Some("1")),
        ] {
            assert_eq!(plain_number(&column, &"1.0".into()), plain.map(Value::from), "{column:?}");
        }
        let real = |n| plain_number(&column(Family::Other), &Value::Real(n));
        assert_eq!((real(1.0), real(1.5)), (Some(Value::Integer(1)), None));
    }
}
