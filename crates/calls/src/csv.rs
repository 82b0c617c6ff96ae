//! Rows of comma-separated values (RFC 4180), with the place of every cell.

use std::borrow::Cow;
use std::ops::Range;

use crate::error::Error;
use crate::form::Form;
use crate::limits;
use crate::line::without_mark;

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// Without quotes.
    pub(crate) place: Range<usize>,
    pub(crate) form: Form,
}

impl Cell {
    pub(crate) fn text<'a>(&self, source: &'a str) -> Cow<'a, str> {
        self.form.decode(source.get(self.place.clone()).unwrap_or_default())
    }
}

/// A row, and where it starts.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) start: usize,
    pub(crate) cells: Vec<Cell>,
}

/// Reads all rows; empty lines are none.
pub(crate) fn rows(source: &str) -> Result<Vec<Row>, Error> {
    let at = source.len() - without_mark(source).len();
    let mut reader = Reader { source, at };
    let mut rows = Vec::new();
    while reader.at < source.len() {
        rows.extend(reader.row()?);
    }
    Ok(rows)
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn row(&mut self) -> Result<Option<Row>, Error> {
        let start = self.at;
        let mut cells = vec![self.cell()?];
        while self.peek() == Some(b',') {
            self.at += 1;
            cells.push(self.cell()?);
        }
        if self.at - start > limits::LINE {
            return Err(Error::at(
                self.source,
                start,
                "a row of more than 1 MiB",
                "close the quote before it",
            ));
        }
        while self.at > start && self.peek() == Some(b'\r') {
            self.at += 1;
        }
        self.at += usize::from(self.at < self.source.len());
        let empty =
            cells.len() == 1 && cells.iter().all(|c| c.place.is_empty() && c.form == Form::Bare);
        Ok((!empty).then_some(Row { start, cells }))
    }

    fn cell(&mut self) -> Result<Cell, Error> {
        if self.peek() != Some(b'"') {
            let start = self.at;
            while self.peek().is_some_and(|b| !matches!(b, b',' | b'\n' | b'\r')) {
                self.at += 1;
            }
            return Ok(Cell { place: start..self.at, form: Form::Bare });
        }
        let open = self.at;
        self.at += 1;
        self.close(open)?;
        let place = open + 1..self.at;
        self.at += 1;
        if self.peek().is_some_and(|b| !matches!(b, b',' | b'\n' | b'\r')) {
            let remedy = "double every quote inside a value";
            return Err(Error::at(self.source, self.at, "text after a closing quote", remedy));
        }
        Ok(Cell { place, form: Form::Quoted })
    }

    /// Goes to the closing quote.
    fn close(&mut self, open: usize) -> Result<(), Error> {
        loop {
            match (self.peek(), self.source.as_bytes().get(self.at + 1)) {
                (Some(b'"'), Some(b'"')) => self.at += 2,
                (Some(b'"'), _) => return Ok(()),
                (Some(_), _) => self.at += 1,
                (None, _) => {
                    let remedy = "fetch the whole file again, or close the quote";
                    return Err(Error::at(self.source, open, "a quote that does not end", remedy));
                }
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(source: &str) -> Vec<Vec<String>> {
        let rows = rows(source).unwrap();
        rows.iter().map(|r| r.cells.iter().map(|c| c.text(source).into_owned()).collect()).collect()
    }

    #[test]
    fn what_is_cut_off_is_an_error() {
        let error = rows("a,b\n\"c,d").unwrap_err();
        assert_eq!(
            error.to_string(),
            "a quote that does not end at line 2 (byte 4): fetch the whole file again, or close the quote"
        );
        assert!(rows("\"a\"b,c").is_err());
    }

    proptest! {
        /// The oracle is the crate `csv`: what it writes is read the same.
        #[test]
        fn rows_are_what_the_csv_crate_writes(table in prop::collection::vec(prop::collection::vec("[a\",\r\nü ]{0,6}", 3), 0..6), all in any::<bool>()) {
            let style = if all { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new().quote_style(style).from_writer(vec![]);
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let source = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(texts(&source), table);
        }

        #[test]
        fn any_text_ends(text in "[a\",\r\n]{0,40}") {
            let _ = rows(&text);
        }
    }
}
