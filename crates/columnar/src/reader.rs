//! Reading: row group by row group, in batches of records.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use parquet::basic::{Compression, Repetition};
use parquet::column::reader::ColumnReader;
use parquet::file::metadata::ParquetMetaData;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::schema::types::{ColumnDescriptor, TypePtr};

use crate::guard::guarded;
use crate::kind::Kind;
use crate::pages;
use crate::shape;
use crate::values::{self, Batch};
use crate::{Error, MAGIC};

/// How many records are read at a time.
const BATCH: usize = 1024;
/// The longest description of a file, in bytes.
const MOST_FOOTER: u64 = 16 << 20;
/// The most columns.
const MOST_COLUMNS: usize = 4096;
/// The most rows.
const MOST_ROWS: u64 = u32::MAX as u64;
/// The most that one column of a row group unpacks to, in bytes.
const MOST_UNPACKED: u64 = 4 << 30;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name; within another, both with a dot between.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether a row may have several values, as in a list.
    pub repeated: bool,
    /// Its type in the schema.
    pub(crate) schema: TypePtr,
    /// Whether a value may be missing.
    pub(crate) optional: bool,
    levels: (i16, i16),
}

impl Column {
    fn of(column: &ColumnDescriptor) -> Self {
        let info = column.self_type().get_basic_info();
        Self {
            name: column.path().string(),
            kind: Kind::of(column),
            repeated: column.max_rep_level() > 0,
            schema: column.self_type_ptr(),
            optional: !info.has_repetition() || info.repetition() != Repetition::REQUIRED,
            levels: (column.max_def_level(), column.max_rep_level()),
        }
    }
}

/// Reads a Parquet file row by row.
pub struct Reader {
    file: SerializedFileReader<File>,
    /// The same, for a look before it is read.
    source: File,
    columns: Vec<Column>,
    /// The row group after the one that is open.
    group: usize,
    open: Vec<ColumnReader>,
    batch: Vec<Batch>,
    /// Records of the batch, and those that were taken.
    records: usize,
    taken: usize,
    /// Records of the row group that no batch has had.
    left: u64,
    text: String,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("columns", &self.columns).finish_non_exhaustive()
    }
}

impl Reader {
    /// Opens a file and holds what it says of itself against its size.
    ///
    /// # Errors
    /// If it is no Parquet file, or damaged, or too large.
    pub fn new(mut file: File) -> Result<Self, Error> {
        let size = checked_size(&mut file)?;
        let source = file.try_clone()?;
        let file = guarded(|| SerializedFileReader::new(file))?;
        check(file.metadata(), size)?;
        let schema = file.metadata().file_metadata().schema_descr_ptr();
        let columns = schema.columns().iter().map(|column| Column::of(column)).collect();
        Ok(Self {
            file,
            source,
            columns,
            group: 0,
            open: Vec::new(),
            batch: Vec::new(),
            records: 0,
            taken: 0,
            left: 0,
            text: String::new(),
        })
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Takes the next row: each value with the number of its column, in order; `None` for one that is not there. Columns
    /// that are repeated give all their values one after the other, or none. Whether there was a row.
    ///
    /// # Errors
    /// If the file is damaged; after an error nothing more comes.
    pub fn next(&mut self, mut take: impl FnMut(usize, Option<&str>)) -> Result<bool, Error> {
        while self.taken >= self.records {
            if !self.fill()? {
                return Ok(false);
            }
        }
        for (number, (column, batch)) in self.columns.iter().zip(&self.batch).enumerate() {
            for entry in batch.entries(self.taken) {
                self.text.clear();
                if let Some(place) = entry {
                    batch.write(*place, column.kind, &mut self.text);
                }
                take(number, entry.map(|_| self.text.as_str()));
            }
        }
        self.taken += 1;
        Ok(true)
    }

    /// Reads the next batch; whether there was one.
    fn fill(&mut self) -> Result<bool, Error> {
        self.records = 0;
        if self.left == 0 && !self.open_group()? {
            return Ok(false);
        }
        let wanted = self.left.min(BATCH as u64) as usize;
        let (open, columns) = (std::mem::take(&mut self.open), &self.columns);
        // A reader that panicked is dropped with the others.
        let (open, batch) = guarded(move || {
            let mut open = open;
            let parts = open.iter_mut().zip(columns);
            let batch = parts.map(|(reader, column)| values::read(reader, wanted, column.levels));
            let batch: Result<Vec<Batch>, _> = batch.collect();
            Ok((open, batch?))
        })?;
        if batch.iter().any(|column| column.records.len() != wanted) {
            return Err(Error::Damaged("its columns have not as many rows as it says"));
        }
        (self.open, self.batch) = (open, batch);
        (self.records, self.taken) = (wanted, 0);
        self.left -= wanted as u64;
        Ok(true)
    }

    fn open_group(&mut self) -> Result<bool, Error> {
        let groups = self.file.metadata().num_row_groups();
        while self.left == 0 {
            if self.group >= groups {
                return Ok(false);
            }
            let (file, group, columns) = (&self.file, self.group, self.columns.len());
            self.group = groups;
            check_pages(&mut self.source, file.metadata(), group)?;
            let (open, rows) = guarded(|| {
                let reader = file.get_row_group(group)?;
                let open = (0..columns).map(|column| reader.get_column_reader(column));
                Ok((open.collect::<Result<Vec<_>, _>>()?, reader.metadata().num_rows()))
            })?;
            self.group = group + 1;
            (self.open, self.left) = (open, u64::try_from(rows).unwrap_or(0));
        }
        Ok(true)
    }
}

/// The size of a file that begins and ends as Parquet does and has room for its description.
fn checked_size(file: &mut File) -> Result<u64, Error> {
    let size = file.seek(SeekFrom::End(0))?;
    if size < 12 {
        return Err(Error::NotParquet);
    }
    let (mut first, mut last) = ([0; 4], [0; 8]);
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut first)?;
    file.seek(SeekFrom::Start(size - 8))?;
    file.read_exact(&mut last)?;
    let [a, b, c, d, magic @ ..] = last;
    if &first != MAGIC || &magic != MAGIC {
        return Err(Error::NotParquet);
    }
    let footer = u64::from(u32::from_le_bytes([a, b, c, d]));
    if footer > size - 12 {
        return Err(Error::NotParquet);
    }
    if footer > MOST_FOOTER {
        return Err(Error::Large { what: "bytes of description", most: MOST_FOOTER });
    }
    let mut bytes = vec![0; footer as usize];
    file.seek(SeekFrom::Start(size - 8 - footer))?;
    file.read_exact(&mut bytes)?;
    file.seek(SeekFrom::Start(0))?;
    if !shape::is_bearable(&bytes) {
        return Err(Error::Damaged("its schema cannot be read, or is deeper than 64 levels"));
    }
    Ok(size)
}

/// Holds what a file says against its size and the limits.
fn check(metadata: &ParquetMetaData, size: u64) -> Result<(), Error> {
    if metadata.file_metadata().schema_descr().num_columns() > MOST_COLUMNS {
        return Err(Error::Large { what: "columns", most: MOST_COLUMNS as u64 });
    }
    let mut rows = 0u64;
    for group in metadata.row_groups() {
        let count = u64::try_from(group.num_rows()).map_err(|_| Error::Damaged("rows below 0"))?;
        rows = rows.saturating_add(count);
        if group.num_columns() != metadata.file_metadata().schema_descr().num_columns() {
            return Err(Error::Damaged("a row group lacks columns"));
        }
        for column in group.columns() {
            check_size(
                column.dictionary_page_offset().unwrap_or(column.data_page_offset()),
                column.compressed_size(),
                size,
            )?;
            let unpacked = u64::try_from(column.uncompressed_size());
            if unpacked.map_err(|_| Error::Damaged("a size below 0"))? > MOST_UNPACKED {
                return Err(Error::Large {
                    what: "unpacked bytes in a column",
                    most: MOST_UNPACKED,
                });
            }
            // Brotli is unpacked by the `parquet` crate without regard to the size that a page states.
            if let packed @ (Compression::BROTLI(_) | Compression::LZO | Compression::LZ4) =
                column.compression()
            {
                let name = packed.to_string();
                return Err(Error::Packed(name.split('(').next().unwrap_or("").to_owned()));
            }
        }
    }
    if rows > MOST_ROWS {
        return Err(Error::Large { what: "rows", most: MOST_ROWS });
    }
    Ok(())
}

/// Holds what the pages of a row group say against what they are.
fn check_pages(file: &mut File, metadata: &ParquetMetaData, group: usize) -> Result<(), Error> {
    for column in metadata.row_group(group).columns() {
        let start = column.dictionary_page_offset().unwrap_or(column.data_page_offset());
        let gzip = matches!(column.compression(), Compression::GZIP(_));
        let size = |size: i64| u64::try_from(size).map_err(|_| Error::Damaged("a size below 0"));
        pages::check(file, size(start)?, size(column.compressed_size())?, gzip)?;
    }
    Ok(())
}

fn check_size(start: i64, length: i64, size: u64) -> Result<(), Error> {
    let end = start.checked_add(length).filter(|_| start >= 0 && length >= 0);
    let end = end.and_then(|end| u64::try_from(end).ok());
    end.filter(|end| *end <= size)
        .map(|_| ())
        .ok_or(Error::Damaged("a column lies outside the file"))
}
