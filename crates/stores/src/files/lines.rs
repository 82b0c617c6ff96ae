//! The rows of one file with the columns of their table.

use std::ops::Range;

use super::folder::{Folder, Opened};
use super::rows::{Rows, Trouble};
use super::shape::{LINE, PATH, REST, Shape};
use super::source::Source;
use super::told::Tells;
use super::{Format, LONGEST, MOST_FIELDS, csv, json};
use crate::{ColumnAt, Error, Value};

/// A file of rows.
pub(super) struct Lines<'s> {
    pub(super) file: &'s str,
    folder: Folder,
    shape: &'s Shape,
    rows: Rows,
    layout: Layout,
}

/// How a row is read.
enum Layout {
    Json,
    Csv {
        delimiter: u8,
        /// The fields' columns, or what this file's header calls those that are none; empty before it is read.
        columns: Vec<Member>,
    },
}

/// The column of a member of a row, or its name if no column holds it.
type Member = Result<ColumnAt, String>;

/// Where in a row its values are.
struct Places {
    /// Those of each column.
    known: Vec<Option<Range<usize>>>,
    /// Those that no column holds.
    rest: Vec<(String, Range<usize>)>,
}

impl Places {
    fn of(&self, column: ColumnAt) -> Option<&Range<usize>> {
        self.known.get(column)?.as_ref()
    }

    /// Takes up a value; `None` if its column has one.
    fn take(&mut self, member: Member, place: Range<usize>) -> Option<()> {
        match member {
            Err(name) => self.rest.push((name, place)),
            Ok(column) => {
                let before = self.known.get_mut(column)?;
                if before.replace(place).is_some() {
                    return None;
                }
            }
        }
        Some(())
    }
}

impl<'s> Lines<'s> {
    /// `None` for a format without rows.
    pub(super) fn new(
        folder: &Folder,
        shape: &'s Shape,
        file: &'s str,
        opened: Opened,
        format: Format,
    ) -> Option<Self> {
        let layout = match format {
            Format::JsonLines => Layout::Json,
            // The header is still to be read, with which that of the file comes.
            Format::Csv { delimiter } => {
                Layout::Csv { delimiter: delimiter.unwrap_or(b','), columns: Vec::new() }
            }
            _ => return None,
        };
        let rows = Rows::new(Source::new(file, opened.file), format, LONGEST);
        Some(Self { file, folder: folder.clone(), shape, rows, layout })
    }

    /// Goes to the next row, and tells its line. Blank lines and the header are none.
    pub(super) async fn next(&mut self) -> Result<Option<u64>, Error> {
        loop {
            match self.rows.next().await {
                Ok(Some(_)) => {}
                Ok(None) => return Ok(None),
                Err(trouble) => {
                    let table = &self.shape.table.name;
                    return Err(told(&self.folder, table, self.file, trouble));
                }
            }
            let raw = self.rows.current();
            if raw.is_blank {
                continue;
            }
            if !self.layout.wants_header() {
                return Ok(Some(raw.line));
            }
            let (line, header) = (raw.line, self.row()?.to_owned());
            self.read_header(line, &header)?;
        }
    }

    /// The row that was gone to.
    pub(super) fn row(&self) -> Result<&str, Error> {
        let raw = self.rows.current();
        std::str::from_utf8(raw.row).map_err(|error| {
            self.bad(raw.line, &format!("not UTF-8 after {} bytes", error.valid_up_to()))
        })
    }

    fn read_header(&mut self, line: u64, header: &str) -> Result<(), Error> {
        if let Layout::Csv { delimiter, columns } = &mut self.layout {
            *delimiter = self.rows.delimiter().unwrap_or(*delimiter);
            let Some(names) = names(header, *delimiter) else {
                let code = format!("more than {MOST_FIELDS} columns");
                return Err(self.folder.damaged(self.file, Some(line), &code));
            };
            *columns = names.iter().map(|name| self.shape.member(name)).collect();
            let mut known: Vec<_> = columns.iter().flatten().collect();
            known.sort_unstable();
            if known.windows(2).any(|pair| pair.first() == pair.last()) {
                return Err(self.folder.damaged(self.file, Some(line), "a column twice"));
            }
        }
        Ok(())
    }

    /// The values of some columns.
    pub(super) fn values(
        &self,
        line: u64,
        row: &str,
        columns: &[ColumnAt],
    ) -> Result<Vec<Value>, Error> {
        let places = self.places(line, row)?;
        columns.iter().map(|&column| self.value(line, row, &places, column)).collect()
    }

    fn value(
        &self,
        line: u64,
        row: &str,
        places: &Places,
        column: ColumnAt,
    ) -> Result<Value, Error> {
        if column == PATH {
            return Ok(self.file.into());
        }
        if column == LINE {
            return Ok(Value::Integer(i64::try_from(line).unwrap_or(i64::MAX)));
        }
        if column == REST {
            return Ok(self.rest(row, places));
        }
        let Some(text) = places.of(column).and_then(|place| row.get(place.clone())) else {
            return Ok(Value::Null);
        };
        match &self.layout {
            Layout::Csv { .. } => Ok(csv::value(text)),
            Layout::Json => json::value(text).ok_or_else(|| self.bad(line, "a text that is none")),
        }
    }

    /// What no column holds, as a JSON object, so that nothing of a row stays unseen.
    fn rest(&self, row: &str, places: &Places) -> Value {
        let members = places.rest.iter().map(|(name, place)| {
            let text = row.get(place.clone()).unwrap_or_default();
            let value = match &self.layout {
                Layout::Json => text.to_owned(),
                Layout::Csv { .. } => serde_json::Value::from(csv::text(text)).to_string(),
            };
            format!("{}:{value}", serde_json::Value::from(name.as_str()))
        });
        let members: Vec<String> = members.collect();
        if members.is_empty() { Value::Null } else { format!("{{{}}}", members.join(",")).into() }
    }

    /// The same row with other values in some columns.
    pub(super) fn rewrite(
        &self,
        line: u64,
        row: &str,
        columns: &[ColumnAt],
        values: &[Value],
    ) -> Result<String, Error> {
        let places = self.places(line, row)?;
        let changes = columns.iter().zip(values);
        let new = match &self.layout {
            Layout::Json => {
                let changes = changes.map(|(column, value)| {
                    let place = places.of(*column).cloned();
                    json::Change { key: self.shape.key(*column), place, value }
                });
                json::rewrite(row, changes.collect())
            }
            Layout::Csv { delimiter, .. } => {
                let mut fields = Vec::new();
                for (column, value) in changes {
                    match places.of(*column) {
                        Some(place) => fields.push((place.clone(), value)),
                        None if value.is_null() => {}
                        None => return Err(self.bad(line, "no such column in this file")),
                    }
                }
                fields.sort_by_key(|(place, _)| place.start);
                csv::rewrite(row, &fields, *delimiter)
            }
        };
        new.ok_or_else(|| self.folder.other("change", "a value that this format cannot hold"))
    }

    /// Where in a row its values are.
    fn places(&self, line: u64, row: &str) -> Result<Places, Error> {
        let known = vec![None; self.shape.table.columns.len()];
        let mut places = Places { known, rest: Vec::new() };
        match &self.layout {
            Layout::Json => {
                let members = json::members(row, |key| self.shape.member(key));
                for (member, raw) in members.map_err(|code| self.bad(line, &code))? {
                    let taken = places.take(member, json::place(row, raw));
                    taken.ok_or_else(|| self.bad(line, "a key twice"))?;
                }
            }
            Layout::Csv { delimiter, columns } => {
                let fields = csv::fields(row, *delimiter);
                if fields.len() != columns.len() {
                    let code =
                        format!("{} fields, but {} in the header", fields.len(), columns.len());
                    return Err(self.bad(line, &code));
                }
                for (member, place) in columns.iter().zip(fields) {
                    let taken = places.take(member.clone(), place);
                    taken.ok_or_else(|| self.bad(line, "a column twice"))?;
                }
            }
        }
        Ok(places)
    }

    fn bad(&self, line: u64, code: &str) -> Error {
        self.folder.damaged(self.file, Some(line), code)
    }
}

impl Layout {
    fn wants_header(&self) -> bool {
        matches!(self, Self::Csv { columns, .. } if columns.is_empty())
    }
}

/// The columns that a header names; one without a name is called by its place. `None` if there are too many.
pub(super) fn names(header: &str, delimiter: u8) -> Option<Vec<String>> {
    let fields = csv::fields(header, delimiter);
    if fields.len() > MOST_FIELDS {
        return None;
    }
    let fields = fields.into_iter().enumerate();
    let name = |(at, place): (usize, Range<usize>)| {
        let name = csv::text(header.get(place).unwrap_or_default());
        if name.is_empty() { format!("column {}", at + 1) } else { name }
    };
    Some(fields.map(name).collect())
}

/// Trouble with a file, as an error of the store.
pub(super) fn told(folder: &dyn Tells, table: &str, file: &str, trouble: Trouble) -> Error {
    match trouble {
        Trouble::Long { size } => too_long(folder, table, size),
        Trouble::Open { line } => folder.damaged(file, Some(line), "a quote that is not closed"),
        Trouble::Read(error) if is_packing(&error) => {
            folder.damaged(file, None, "what is packed with gzip is broken")
        }
        Trouble::Read(error) => folder.failed("read", &error),
    }
}

pub(super) fn too_long(folder: &dyn Tells, table: &str, size: u64) -> Error {
    Error::Long { store: folder.store().to_owned(), table: table.to_owned(), size, most: LONGEST }
}

/// Whether the bytes, not the disk, are at fault.
pub(super) fn is_packing(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof)
}
