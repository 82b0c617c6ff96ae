//! What the tables of a folder look like: their columns, from what is declared and from a sample of the files.

use std::collections::HashMap;

use super::folder::{Folder, Walk};
use super::lines::names;
use super::rows::Rows;
use super::source::Source;
use super::{Chosen, Format, LONGEST, csv, json};
use crate::schema::{Column, Family, Index, Table};
use crate::{Collation, ColumnAt, Error, Value};

/// The column of the file's path, in every table.
pub(super) const PATH: ColumnAt = 0;
/// The column of the line, in tables whose files hold rows.
pub(super) const LINE: ColumnAt = 1;
/// The column of what no other holds, in those tables.
pub(super) const REST: ColumnAt = 2;

/// How many files a sample looks into, and how many rows of each.
const FILES: usize = 32;
const ROWS: usize = 200;
/// The most columns of one table.
const COLUMNS: usize = 1_000;
/// The type of columns of which files show a value.
const OF_ROW: &str = "of the row";
/// The type of columns that files have, without any value so far.
const EMPTY: &str = "empty";

/// A table, and where its columns come from.
#[derive(Clone, Default)]
pub(super) struct Shape {
    pub(super) table: Table,
    /// The columns by what they are called in the files.
    pub(super) keys: HashMap<String, ColumnAt>,
}

impl Shape {
    fn new(chosen: &Chosen) -> Self {
        let kind = &chosen.kind;
        let mut shape = Self::default();
        shape.table.name.clone_from(&kind.table);
        shape.own("path", Family::Text(None));
        for &(name, family) in own_columns(kind.format) {
            shape.own(name, family);
        }
        let has_rows = has_rows(kind.format);
        shape.table.key = if has_rows { vec![PATH, LINE] } else { vec![PATH] };
        shape.table.moves = has_rows;
        shape.table.indexes = vec![Index::of(vec![PATH])];
        if has_rows {
            for name in &kind.columns {
                shape.take_up(in_the_file(name), Column::UNSEEN, None);
            }
        }
        shape
    }

    fn own(&mut self, name: &str, family: Family) {
        let written = matches!(name, "content" | "text");
        self.table.columns.push(Column {
            name: name.to_owned(),
            native: Column::OF_FILE.to_owned(),
            family,
            nullable: !matches!(name, "path" | "line"),
            generated: !written,
            ..Column::default()
        });
    }

    /// Learns from the files that they have a key, and what its values may be, if one is there.
    fn learn(&mut self, key: &str, family: Option<Family>) {
        let native = if family.is_some() { OF_ROW } else { EMPTY };
        let Some(column) = self.keys.get(key).and_then(|&at| self.table.columns.get_mut(at)) else {
            self.take_up(key, native, family);
            return;
        };
        column.family = match (column.family, family) {
            (before, None) => before,
            (_, Some(now)) if column.native != OF_ROW => now,
            (before, Some(now)) if before == now => before,
            _ => Family::Other,
        };
        if column.native != OF_ROW {
            column.native = native.to_owned();
        }
    }

    /// Takes up a key as a column.
    fn take_up(&mut self, key: &str, native: &str, family: Option<Family>) {
        if self.table.columns.len() >= COLUMNS || self.keys.contains_key(key) {
            return;
        }
        self.keys.insert(key.to_owned(), self.table.columns.len());
        self.table.columns.push(Column {
            name: if matches!(key, "path" | "line" | "rest") {
                format!("row.{key}")
            } else {
                key.to_owned()
            },
            native: native.to_owned(),
            family: family.unwrap_or_default(),
            nullable: true,
            collation: Collation::Numbers,
            ..Column::default()
        });
    }

    /// What a column is called in the files.
    pub(super) fn key(&self, column: ColumnAt) -> &str {
        let name = self.table.columns.get(column).map_or("", |column| column.name.as_str());
        let plain = name.strip_prefix("row.").filter(|key| self.keys.get(*key) == Some(&column));
        plain.unwrap_or(name)
    }

    /// The column of a key of the files, or the key.
    pub(super) fn member(&self, key: &str) -> Result<ColumnAt, String> {
        self.keys.get(key).copied().ok_or_else(|| key.to_owned())
    }
}

/// What a declared column is called in the files: `row.path` is their own `path`.
fn in_the_file(column: &str) -> &str {
    let own = column.strip_prefix("row.");
    own.filter(|key| matches!(*key, "path" | "line" | "rest")).unwrap_or(column)
}

pub(super) const fn has_rows(format: Format) -> bool {
    matches!(format, Format::JsonLines | Format::Csv { .. })
}

const fn own_columns(format: Format) -> &'static [(&'static str, Family)] {
    match format {
        Format::JsonLines | Format::Csv { .. } => {
            &[("line", Family::Integer), ("rest", Family::Json)]
        }
        Format::Vcon => &[
            ("subject", Family::Text(None)),
            ("parties", Family::Json),
            ("created_at", Family::Moment),
            ("dialogs", Family::Integer),
            ("content", Family::Json),
        ],
        Format::Transcript => &[("text", Family::Text(None))],
        Format::Media => &[("size", Family::Integer), ("type", Family::Text(None))],
    }
}

/// The table of a kind, as far as its first files show it. Columns that were known stay where they are.
///
/// What is damaged ends the sample: whoever reads the files is told, and the other tables are not in its way.
pub(super) async fn sample(
    folder: &Folder,
    chosen: &Chosen,
    known: Option<&Shape>,
) -> Result<Shape, Error> {
    let mut shape = known.cloned().unwrap_or_else(|| Shape::new(chosen));
    match look(folder, chosen, &mut shape).await {
        Ok(()) | Err(Error::Damaged { .. } | Error::Conflict { .. }) => Ok(shape),
        Err(error) => Err(error),
    }
}

async fn look(folder: &Folder, chosen: &Chosen, shape: &mut Shape) -> Result<(), Error> {
    let mut walk = Walk::new(folder, chosen);
    let mut looked = 0;
    while has_rows(chosen.kind.format) && looked < FILES {
        let (rest, files) = walk.next().await?;
        walk = rest;
        if files.is_empty() {
            break;
        }
        for file in files.iter().take(FILES - looked) {
            looked += 1;
            look_into(folder, chosen, file, shape).await?;
        }
    }
    Ok(())
}

/// Learns from one file, up to the first row that cannot be read: whoever reads the file is told about that.
async fn look_into(
    folder: &Folder,
    chosen: &Chosen,
    file: &str,
    shape: &mut Shape,
) -> Result<(), Error> {
    let Some(opened) = folder.get(file).await? else { return Ok(()) };
    let format = chosen.kind.format;
    let mut rows = Rows::new(Source::new(file, opened.file), format, LONGEST);
    let mut header: Option<Vec<String>> = None;
    for _ in 0..ROWS {
        let Ok(Some(_)) = rows.next().await else { break };
        let (raw, delimiter) = (rows.current(), rows.delimiter().unwrap_or(b','));
        let Ok(row) = std::str::from_utf8(raw.row) else { break };
        match (format, &header) {
            _ if raw.is_blank => {}
            (Format::Csv { .. }, None) => {
                let Some(found) = names(row, delimiter) else { break };
                found.iter().for_each(|name| shape.learn(name, None));
                header = Some(found);
            }
            (Format::Csv { .. }, Some(names)) => learn_fields(shape, names, row, delimiter),
            _ => {
                let Ok(members) = json::members(row, str::to_owned) else { break };
                for (key, raw) in members {
                    shape.learn(&key, family(raw));
                }
            }
        }
    }
    Ok(())
}

fn learn_fields(shape: &mut Shape, names: &[String], row: &str, delimiter: u8) {
    for (name, place) in names.iter().zip(csv::fields(row, delimiter)) {
        if !place.is_empty() {
            shape.learn(name, Some(Family::Text(None)));
        }
    }
}

/// What kind of value is written there; `None` for nothing.
fn family(raw: &str) -> Option<Family> {
    match (raw.as_bytes().first()?, json::value(raw)?) {
        (_, Value::Null) => None,
        (b'"', _) => Some(Family::Text(None)),
        (b'{' | b'[', _) => Some(Family::Json),
        (b't' | b'f', _) => Some(Family::Truth),
        (_, Value::Integer(_)) => Some(Family::Integer),
        _ => Some(Family::Number),
    }
}
