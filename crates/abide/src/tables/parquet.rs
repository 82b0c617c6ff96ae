//! Parquet tables as rows of text.

use std::fs::File;

use abide_anonymize::table::{Out, OutColumn, Record, Rows, RowsError};
use abide_columnar::{Column, Like, Reader, Writer};
use anyhow::bail;

struct FromParquet(Reader);

pub(super) fn rows(file: File) -> anyhow::Result<Box<dyn Rows>> {
    let reader = Reader::new(file)?;
    if let Some(column) = reader.columns().iter().find(|column| column.repeated) {
        bail!(
            "the column `{}` holds lists: write a row for each of their values, or leave it out",
            column.name
        );
    }
    Ok(Box::new(FromParquet(reader)))
}

impl Rows for FromParquet {
    fn head(&mut self) -> Result<Vec<String>, RowsError> {
        Ok(self.0.columns().iter().map(|column| column.name.clone()).collect())
    }
    fn next(&mut self, record: &mut Record) -> Result<bool, RowsError> {
        record.clear();
        Ok(self.0.next(|_, value| record.push_field(value.unwrap_or("")))?)
    }
}

struct ToParquet<'a> {
    file: Option<&'a mut File>,
    /// The columns of the table that is read, if it is Parquet too.
    like: Vec<Column>,
    writer: Option<Writer<&'a mut File>>,
}

pub(super) fn out<'a>(file: &'a mut File, like: Option<File>) -> anyhow::Result<Box<dyn Out + 'a>> {
    let like = match like {
        Some(file) => Reader::new(file)?.columns().to_vec(),
        None => Vec::new(),
    };
    Ok(Box::new(ToParquet { file: Some(file), like, writer: None }))
}

impl Out for ToParquet<'_> {
    fn begin(&mut self, columns: &[OutColumn]) -> Result<(), RowsError> {
        let like = |column: &OutColumn| match self.like.get(column.from).filter(|_| column.same) {
            Some(from) => Like::Column(from.clone()),
            None => Like::Text,
        };
        let columns: Vec<_> = columns.iter().map(|c| (c.name.clone(), like(c))).collect();
        if let Some(file) = self.file.take() {
            self.writer = Some(Writer::new(file, &columns)?);
        }
        Ok(())
    }
    fn row(&mut self, record: &Record) -> Result<(), RowsError> {
        match &mut self.writer {
            Some(writer) => Ok(writer.row(record)?),
            None => Ok(()),
        }
    }
    fn end(&mut self) -> Result<(), RowsError> {
        match &mut self.writer {
            Some(writer) => Ok(writer.end()?),
            None => Ok(()),
        }
    }
}
