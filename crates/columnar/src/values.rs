//! A batch of one column's values, as the file has them.

use std::fmt::Write as _;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType, FixedLenByteArray, Int96};
use parquet::errors::ParquetError;

use crate::kind::{Kind, old};

/// The values that are there, one after the other.
#[derive(Clone, Debug)]
pub(crate) enum Values {
    Bool(Vec<bool>),
    Int32(Vec<i32>),
    Int64(Vec<i64>),
    Int96(Vec<Int96>),
    Float(Vec<f32>),
    Double(Vec<f64>),
    Bytes(Vec<ByteArray>),
    Fixed(Vec<FixedLenByteArray>),
}

/// A batch: values, and for each entry of each record whether it is there.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    pub(crate) values: Values,
    /// For each entry the place of its value; `None` if it is null.
    pub(crate) entries: Vec<Option<usize>>,
    /// For each record its first entry.
    pub(crate) records: Vec<usize>,
}

/// Reads so many records of a column, or fewer at its end.
pub(crate) fn read(
    reader: &mut ColumnReader,
    records: usize,
    levels: (i16, i16),
) -> Result<Batch, ParquetError> {
    match reader {
        ColumnReader::BoolColumnReader(r) => batch(r, records, levels, Values::Bool),
        ColumnReader::Int32ColumnReader(r) => batch(r, records, levels, Values::Int32),
        ColumnReader::Int64ColumnReader(r) => batch(r, records, levels, Values::Int64),
        ColumnReader::Int96ColumnReader(r) => batch(r, records, levels, Values::Int96),
        ColumnReader::FloatColumnReader(r) => batch(r, records, levels, Values::Float),
        ColumnReader::DoubleColumnReader(r) => batch(r, records, levels, Values::Double),
        ColumnReader::ByteArrayColumnReader(r) => batch(r, records, levels, Values::Bytes),
        ColumnReader::FixedLenByteArrayColumnReader(r) => batch(r, records, levels, Values::Fixed),
    }
}

/// `levels` are the definition level of a value that is there, and the repetition level of one within another.
fn batch<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    wanted: usize,
    levels: (i16, i16),
    values_of: fn(Vec<T::T>) -> Values,
) -> Result<Batch, ParquetError> {
    let (mut values, mut entries, mut records) = (Vec::new(), Vec::new(), Vec::new());
    while records.len() < wanted {
        let (mut defined, mut repeated, mut some) = (Vec::new(), Vec::new(), Vec::new());
        let left = wanted - records.len();
        let (read, _, _) =
            reader.read_records(left, Some(&mut defined), Some(&mut repeated), &mut some)?;
        if read == 0 {
            break;
        }
        let count = if levels.0 > 0 { defined.len() } else { some.len() };
        let mut next = values.len();
        values.append(&mut some);
        for entry in 0..count {
            if levels.1 == 0 || repeated.get(entry) == Some(&0) {
                records.push(entries.len());
            }
            let there = levels.0 == 0 || defined.get(entry) == Some(&levels.0);
            entries.push(there.then_some(next));
            next += usize::from(there);
        }
    }
    Ok(Batch { values: values_of(values), entries, records })
}

impl Batch {
    /// The entries of a record.
    pub(crate) fn entries(&self, record: usize) -> &[Option<usize>] {
        let Some(start) = self.records.get(record) else { return &[] };
        let end = self.records.get(record + 1).copied().unwrap_or(self.entries.len());
        self.entries.get(*start..end).unwrap_or(&[])
    }

    /// Writes a value as text.
    pub(crate) fn write(&self, place: usize, kind: Kind, out: &mut String) {
        match &self.values {
            Values::Bool(v) => show(v.get(place), out),
            Values::Int32(v) => {
                if let Some(value) = v.get(place) {
                    kind.int(i64::from(*value), 32, out);
                }
            }
            Values::Int64(v) => {
                if let Some(value) = v.get(place) {
                    kind.int(*value, 64, out);
                }
            }
            Values::Int96(v) => old(v.get(place).map_or(&[], Int96::data), out),
            Values::Float(v) => show(v.get(place), out),
            Values::Double(v) => show(v.get(place), out),
            Values::Bytes(v) => kind.bytes(v.get(place).map_or(&[], ByteArray::data), out),
            Values::Fixed(v) => kind.bytes(v.get(place).map_or(&[], |b| b.data()), out),
        }
    }
}

fn show(value: Option<&impl std::fmt::Display>, out: &mut String) {
    if let Some(value) = value {
        let _ = write!(out, "{value}");
    }
}
