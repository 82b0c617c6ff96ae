//! Whether rows that are not found may be there all the same: whoever was to see to them by hand may have renamed a column of theirs, or
//! their file.
//!
//! Owns: looking at headers, and at names. Leaves to others: what follows from it (`abide-rights`). Lines of JSON have no header: a member
//! that they do not have is nothing there.

use super::folder::Walk;
use super::kinds::every;
use super::lines::names;
use super::rows::Rows;
use super::shape::has_rows;
use super::source::Source;
use super::{Chosen, Files, Format, LONGEST};
use crate::{ColumnAt, Error, TableAt};

impl Files {
    /// Whether no file of a table has these columns any more, though some have others; or the table has no file, and files of rows lie
    /// there that no table has.
    pub(super) async fn hides(&self, table: TableAt, by: &[ColumnAt]) -> Result<bool, Error> {
        let shapes = self.0.shapes(false).await?;
        let Some((chosen, shape)) = self.0.kinds.get(table).zip(shapes.get(table)) else {
            return Ok(false);
        };
        if !has_rows(chosen.kind.format) {
            return Ok(false);
        }
        let is_of_row =
            |at: &&ColumnAt| shape.table.columns.get(**at).is_some_and(|c| !c.is_of_file());
        let asked: Vec<&str> = by.iter().filter(is_of_row).map(|at| shape.key(*at)).collect();
        let (mut are_there, mut lacks) = (false, false);
        let mut walk = Walk::new(&self.0.folder, chosen);
        loop {
            let (rest, files) = walk.next().await?;
            walk = rest;
            if files.is_empty() {
                break;
            }
            are_there = true;
            for file in &files {
                match self.header(chosen, file).await? {
                    Some(names) if asked.iter().all(|key| names.iter().any(|n| n == key)) => {
                        return Ok(false);
                    }
                    Some(_) => lacks = true,
                    None => {}
                }
            }
        }
        if are_there { Ok(lacks) } else { self.has_other_rows().await }
    }

    /// The names in the first row of CSV, if there is one.
    async fn header(&self, chosen: &Chosen, file: &str) -> Result<Option<Vec<String>>, Error> {
        let format = chosen.kind.format;
        if !matches!(format, Format::Csv { .. }) {
            return Ok(None);
        }
        let Some(opened) = self.0.folder.get(file).await? else { return Ok(None) };
        let mut rows = Rows::new(Source::new(file, opened.file), format, LONGEST);
        while let Ok(Some(raw)) = rows.next().await {
            if raw.is_blank {
                continue;
            }
            let (row, delimiter) = (rows.current().row, rows.delimiter().unwrap_or(b','));
            return Ok(std::str::from_utf8(row).ok().and_then(|row| names(row, delimiter)));
        }
        Ok(None)
    }

    /// Whether files of rows lie there that no table has.
    async fn has_other_rows(&self) -> Result<bool, Error> {
        let Self(files) = self;
        let is_other = |file: &String| {
            has_rows(Format::of(file)) && !files.kinds.iter().any(|kind| kind.has(file))
        };
        let mut walk = Walk::new(&files.folder, &every(&files.folder)?);
        loop {
            let (rest, found) = walk.next().await?;
            walk = rest;
            if found.is_empty() || found.iter().any(is_other) {
                return Ok(!found.is_empty());
            }
        }
    }
}
