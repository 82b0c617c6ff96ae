//! Where the rows of a table come from and go to: CSV (RFC 4180) here, other formats from outside.

use std::io::{Read, Write};

/// The fields of a row.
pub use csv::StringRecord as Record;

/// How much is read or written at a time, in bytes.
const BUFFER: usize = 1 << 18;

/// What a reader or writer says went wrong.
pub type RowsError = Box<dyn std::error::Error + Send + Sync>;

/// The rows of a table, one after the other.
pub trait Rows {
    /// The names of the columns.
    ///
    /// # Errors
    /// If it is no table.
    fn head(&mut self) -> Result<Vec<String>, RowsError>;
    /// Reads the next row into a record; whether there was one.
    ///
    /// # Errors
    /// If the table cannot be read on.
    fn next(&mut self, record: &mut Record) -> Result<bool, RowsError>;
}

/// A column that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutColumn {
    /// Its name.
    pub name: String,
    /// Which column of the table that is read it was, from 0.
    pub from: usize,
    /// Whether its values are those that were read, so that they may keep their type.
    pub same: bool,
}

/// Where rows go.
pub trait Out {
    /// Begins with these columns.
    ///
    /// # Errors
    /// If it cannot be written.
    fn begin(&mut self, columns: &[OutColumn]) -> Result<(), RowsError>;
    /// Writes a row.
    ///
    /// # Errors
    /// If it cannot be written.
    fn row(&mut self, record: &Record) -> Result<(), RowsError>;
    /// Writes what is still to be written. Without it what was written is no table.
    ///
    /// # Errors
    /// If it cannot be written.
    fn end(&mut self) -> Result<(), RowsError>;
}

/// Reads CSV.
#[derive(Debug)]
pub struct Csv<R>(csv::Reader<R>);

impl<R: Read> Csv<R> {
    /// A reader of a table with this separator.
    #[must_use]
    pub fn new(table: R, separator: u8) -> Self {
        let mut builder = csv::ReaderBuilder::new();
        Self(builder.delimiter(separator).buffer_capacity(BUFFER).from_reader(table))
    }
}

impl<R: Read> Rows for Csv<R> {
    fn head(&mut self) -> Result<Vec<String>, RowsError> {
        Ok(self.0.headers()?.iter().map(str::to_owned).collect())
    }
    fn next(&mut self, record: &mut Record) -> Result<bool, RowsError> {
        Ok(self.0.read_record(record)?)
    }
}

/// Writes CSV.
#[derive(Debug)]
pub struct CsvOut<W: Write>(csv::Writer<W>);

impl<W: Write> CsvOut<W> {
    /// A writer of a table with this separator.
    #[must_use]
    pub fn new(out: W, separator: u8) -> Self {
        let mut builder = csv::WriterBuilder::new();
        Self(builder.delimiter(separator).buffer_capacity(BUFFER).from_writer(out))
    }
}

impl<W: Write> Out for CsvOut<W> {
    fn begin(&mut self, columns: &[OutColumn]) -> Result<(), RowsError> {
        Ok(self.0.write_record(columns.iter().map(|column| &column.name))?)
    }
    fn row(&mut self, record: &Record) -> Result<(), RowsError> {
        Ok(self.0.write_byte_record(record.as_byte_record())?)
    }
    fn end(&mut self) -> Result<(), RowsError> {
        Ok(self.0.flush()?)
    }
}
