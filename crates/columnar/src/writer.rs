//! Writing: rows are gathered, and written as a row group when there are enough.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, FloatType, Int32Type, Int64Type,
};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::Error;
use crate::guard::guarded;
use crate::kind::Kind;
use crate::reader::Column;
use crate::values::Values;

/// How many rows a row group has at most.
const ROWS: usize = 1 << 17;
/// How many bytes of text are gathered at most for a row group.
const BYTES: usize = 64 << 20;

/// What a column that is written is like.
#[derive(Clone, Debug)]
pub enum Like {
    /// Text, whatever it was.
    Text,
    /// A column that was read: values keep its type if text can carry it exactly, else they are text.
    Column(Column),
}

struct Gathered {
    name: String,
    kind: Kind,
    values: Values,
    /// For each row 1 if the value is there, else 0.
    there: Vec<i16>,
    /// Whether an empty value is one that is not there.
    empty_is_none: bool,
    schema: TypePtr,
}

/// Writes a Parquet file row by row.
pub struct Writer<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Vec<Gathered>,
    rows: usize,
    bytes: usize,
}

impl<W: Write + Send> std::fmt::Debug for Writer<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl<W: Write + Send> Writer<W> {
    /// Begins a file with these columns.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn new(out: W, columns: &[(String, Like)]) -> Result<Self, Error> {
        let columns: Vec<Gathered> =
            columns.iter().map(|(name, like)| gathered(name, like)).collect::<Result<_, _>>()?;
        let fields = columns.iter().map(|column| column.schema.clone()).collect();
        let file = guarded(|| {
            let schema = Type::group_type_builder("schema").with_fields(fields).build()?;
            let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
            SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties.build()))
        })?;
        Ok(Self { file, columns, rows: 0, bytes: 0 })
    }

    /// Adds a row; a value for each column. An empty one is one that is not there, where the column may lack values or is
    /// no text.
    ///
    /// # Errors
    /// If a value is not of its column's type, or it cannot be written.
    pub fn row<'a>(&mut self, values: impl IntoIterator<Item = &'a str>) -> Result<(), Error> {
        for (column, value) in self.columns.iter_mut().zip(values) {
            self.bytes += value.len();
            column.add(value)?;
        }
        self.rows += 1;
        if self.rows >= ROWS || self.bytes >= BYTES {
            self.flush()?;
        }
        Ok(())
    }

    /// Writes what is still to be written, and the file's description.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end(&mut self) -> Result<(), Error> {
        self.flush()?;
        guarded(|| self.file.finish().map(|_| ()))
    }

    fn flush(&mut self) -> Result<(), Error> {
        if self.rows == 0 {
            return Ok(());
        }
        guarded(|| {
            let mut group = self.file.next_row_group()?;
            for column in &mut self.columns {
                let Some(writer) = group.next_column()? else { break };
                column.write(writer)?;
            }
            group.close().map(|_| ())
        })?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }
}

fn gathered(name: &str, like: &Like) -> Result<Gathered, Error> {
    let same = match like {
        Like::Column(column) if column.kind.returns() => Some(column),
        _ => None,
    };
    let physical = same.map_or(Physical::BYTE_ARRAY, |column| column.schema.get_physical_type());
    let builder = Type::primitive_type_builder(name, physical);
    let builder = match same {
        Some(column) => {
            let info = column.schema.get_basic_info();
            builder
                .with_logical_type(info.logical_type_ref().cloned())
                .with_converted_type(info.converted_type())
        }
        None => builder
            .with_logical_type(Some(LogicalType::String))
            .with_converted_type(ConvertedType::UTF8),
    };
    let text = physical == Physical::BYTE_ARRAY;
    let optional = !text || same.is_some_and(|column| column.optional);
    let repetition = if optional { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    Ok(Gathered {
        name: name.to_owned(),
        kind: same.map_or(Kind::Text, |column| column.kind),
        values: empty(physical),
        there: Vec::new(),
        empty_is_none: optional,
        schema: Arc::new(guarded(|| builder.with_repetition(repetition).build())?),
    })
}

fn empty(physical: Physical) -> Values {
    match physical {
        Physical::BOOLEAN => Values::Bool(Vec::new()),
        Physical::INT32 => Values::Int32(Vec::new()),
        Physical::INT64 => Values::Int64(Vec::new()),
        Physical::FLOAT => Values::Float(Vec::new()),
        Physical::DOUBLE => Values::Double(Vec::new()),
        _ => Values::Bytes(Vec::new()),
    }
}

impl Gathered {
    fn add(&mut self, text: &str) -> Result<(), Error> {
        let there = !(self.empty_is_none && text.is_empty());
        self.there.push(i16::from(there));
        if !there {
            return Ok(());
        }
        let kind = self.kind;
        let added = match &mut self.values {
            Values::Bool(v) => text.parse().ok().map(|value| v.push(value)),
            Values::Int32(v) => {
                kind.read_int(text, 32).and_then(|n| i32::try_from(n).ok()).map(|n| v.push(n))
            }
            Values::Int64(v) => kind.read_int(text, 64).map(|value| v.push(value)),
            Values::Float(v) => text.parse().ok().map(|value| v.push(value)),
            Values::Double(v) => text.parse().ok().map(|value| v.push(value)),
            Values::Bytes(v) => {
                v.push(ByteArray::from(text.as_bytes().to_vec()));
                Some(())
            }
            Values::Int96(_) | Values::Fixed(_) => None,
        };
        added.ok_or_else(|| Error::Value(self.name.clone()))
    }

    fn write(&mut self, mut writer: SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let there = std::mem::take(&mut self.there);
        let levels = self.empty_is_none.then_some(there.as_slice());
        match &mut self.values {
            Values::Bool(v) => put::<BoolType>(&mut writer, v, levels),
            Values::Int32(v) => put::<Int32Type>(&mut writer, v, levels),
            Values::Int64(v) => put::<Int64Type>(&mut writer, v, levels),
            Values::Float(v) => put::<FloatType>(&mut writer, v, levels),
            Values::Double(v) => put::<DoubleType>(&mut writer, v, levels),
            Values::Bytes(v) => put::<ByteArrayType>(&mut writer, v, levels),
            Values::Int96(_) | Values::Fixed(_) => Ok(()),
        }?;
        writer.close()
    }
}

fn put<T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    values: &mut Vec<T::T>,
    there: Option<&[i16]>,
) -> Result<(), ParquetError> {
    writer.typed::<T>().write_batch(values, there, None)?;
    values.clear();
    Ok(())
}
