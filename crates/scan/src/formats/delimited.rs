//! Tables as text: CSV (RFC 4180) and its relatives with semicolons, tabs or bars.
//!
//! The first row gives the labels when it looks like labels: no two alike, none empty, none with a digit first. A quoted
//! field may hold line ends; a quote that is never closed ends at a limit with an error.

use std::ops::ControlFlow;

use super::{Format, Sink, extension};
use crate::Error;
use crate::input::Text;
use crate::piece::{Origin, Piece};

/// The longest field, in bytes.
const FIELD: usize = 1 << 20;
/// The most fields of a row.
const FIELDS: usize = 4096;
/// The longest row, in bytes.
const ROW: usize = 4 << 20;
/// How much is gathered before it is looked at.
const PIECE: usize = 64 << 10;

pub(crate) struct Delimited;

impl Format for Delimited {
    fn name(&self) -> &'static str {
        "csv"
    }
    fn fits(&self, name: &str, _head: &str) -> bool {
        matches!(extension(name), "csv" | "tsv" | "tab" | "psv")
    }
    fn read(&self, text: Text, sink: &mut Sink<'_>) -> Result<(), Error> {
        let mut rows = Rows::new(text)?;
        let Some(first) = rows.next()? else { return Ok(()) };
        let labels = labels(&first);
        let mut piece = Piece::default();
        let mut row = if labels.is_empty() { Some(first) } else { rows.next()? };
        while let Some(fields) = row {
            add(&mut piece, &labels, fields);
            if piece.text.len() >= PIECE
                && sink(std::mem::take(&mut piece)) == ControlFlow::Break(())
            {
                return Ok(());
            }
            row = rows.next()?;
        }
        if !piece.parts.is_empty() {
            let _ = sink(piece);
        }
        Ok(())
    }
}

fn add(piece: &mut Piece, labels: &[String], fields: Vec<Field>) {
    for (number, field) in fields.into_iter().enumerate() {
        if field.value.trim().is_empty() {
            continue;
        }
        let label = labels.get(number).map_or("", String::as_str);
        let at = if label.is_empty() { format!("column {}", number + 1) } else { label.to_owned() };
        piece.field(&spoken(label), &field.value, Some(at.into()), field.origin);
    }
}

/// Whether a text that has no name is plainly a table: three rows or more under labels, all as wide as the first, of two
/// columns or more, and no blank after the separator as there is in prose.
pub(crate) fn is_table(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(16 << 10)).unwrap_or(text);
    let first = head.lines().next().unwrap_or("");
    let blank = format!("{} ", separator(head));
    let whole = head.len() == text.len();
    let Ok(mut rows) = rows(head) else { return false };
    if !whole {
        // The last row is cut.
        rows.pop();
    }
    let Some((labels, data)) = rows.split_first() else { return false };
    let wide = labels.len();
    wide > 1
        && data.len() > 1
        && !first.contains(&blank)
        && !self::labels(labels).is_empty()
        && data.iter().all(|row| row.len() == wide)
}

/// The labels of a table at hand, empty if it has none, and for each row which of its fields hold something.
pub(crate) fn outline(text: &str) -> Result<(Vec<String>, Vec<Vec<bool>>), Error> {
    let all = rows(text)?;
    let labels = all.first().map(|first| labels(first)).unwrap_or_default();
    let data = all.iter().skip(usize::from(!labels.is_empty()));
    let filled = |row: &Vec<Field>| row.iter().map(|f| !f.value.trim().is_empty()).collect();
    Ok((labels, data.map(filled).collect()))
}

/// The rows of a text at hand.
fn rows(text: &str) -> Result<Vec<Vec<Field>>, Error> {
    let bytes = text.as_bytes().to_vec();
    let mut reader = Rows::new(Text::new(Box::new(std::io::Cursor::new(bytes)))?)?;
    let mut all = Vec::new();
    while let Some(row) = reader.next()? {
        all.push(row);
    }
    Ok(all)
}

/// A label as words: `billing_phoneNumber` helps more as `billing phone Number`.
pub(super) fn spoken(label: &str) -> String {
    let mut out = String::with_capacity(label.len() + 4);
    let mut lower = false;
    for c in label.chars() {
        if matches!(c, '_' | '-' | '.' | '/') {
            out.push(' ');
            lower = false;
            continue;
        }
        if c.is_uppercase() && lower {
            out.push(' ');
        }
        lower = c.is_lowercase();
        out.push(c);
    }
    out
}

/// The labels of a table, or none if its first row is data.
fn labels(first: &[Field]) -> Vec<String> {
    let names: Vec<String> = first.iter().map(|f| f.value.trim().to_owned()).collect();
    let label = |name: &String| {
        !name.is_empty()
            && name.len() <= 64
            && !name.starts_with(|c: char| c.is_ascii_digit() || c == '+')
            && !name.contains('@')
    };
    let mut sorted: Vec<_> = names.iter().map(|n| n.to_lowercase()).collect();
    sorted.sort();
    sorted.dedup();
    if names.iter().all(label) && sorted.len() == names.len() { names } else { Vec::new() }
}

/// One field with its place.
struct Field {
    value: String,
    origin: Origin,
}

/// Reads rows.
struct Rows {
    text: Text,
    at: usize,
    /// Place of `at`.
    points: u64,
    line: u64,
    column: u64,
    separator: char,
}

impl Rows {
    fn new(mut text: Text) -> Result<Self, Error> {
        text.fill(16 << 10)?;
        let separator = separator(&text.buffer);
        Ok(Self { text, at: 0, points: 0, line: 1, column: 1, separator })
    }

    fn peek(&mut self) -> Result<Option<char>, Error> {
        if self.at + 4 > self.text.buffer.len() && !self.text.ended {
            let _ = self.text.take(self.at);
            self.at = 0;
            self.text.fill(64 << 10)?;
        }
        Ok(self.text.buffer.get(self.at..).and_then(|t| t.chars().next()))
    }

    fn bump(&mut self, c: char) {
        self.at += c.len_utf8();
        self.points += 1;
        if c == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
    }

    fn next(&mut self) -> Result<Option<Vec<Field>>, Error> {
        let mut fields = Vec::new();
        while self.peek()?.is_some_and(|c| c == '\n' || c == '\r') {
            let c = self.peek()?.unwrap_or('\n');
            self.bump(c);
        }
        if self.peek()?.is_none() {
            return Ok(None);
        }
        let mut size = 0;
        loop {
            let field = self.field()?;
            size += field.value.len();
            if size > ROW {
                return Err(
                    self.wrong("a row is longer than four megabytes", "check the separator")
                );
            }
            fields.push(field);
            match self.peek()? {
                Some(c) if c == self.separator && fields.len() < FIELDS => self.bump(c),
                Some(c) if c == self.separator => {
                    return Err(self.wrong("more fields than a table has", "check the separator"));
                }
                _ => return Ok(Some(fields)),
            }
        }
    }

    fn field(&mut self) -> Result<Field, Error> {
        let quoted = self.peek()? == Some('"');
        if quoted {
            self.bump('"');
        }
        let (line, column) = (self.line, self.column);
        let start = self.points;
        let mut value = String::new();
        let mut starts: Option<Vec<u64>> = None;
        let mut end = start;
        while let Some(c) = self.peek()? {
            if value.len() >= FIELD {
                return Err(Error::Malformed {
                    what: "a field is longer than a megabyte",
                    line,
                    column,
                    remedy: "close its quotes, or split it",
                });
            }
            let from = self.points;
            if quoted && c == '"' {
                self.bump(c);
                if self.peek()? != Some('"') {
                    break;
                }
                // The first doubled quote: until here every code point was itself.
                starts.get_or_insert_with(|| (start..from).collect());
            } else if !quoted && (c == self.separator || c == '\n' || c == '\r') {
                break;
            }
            value.push(c);
            self.bump(c);
            end = self.points;
            if let Some(starts) = &mut starts {
                starts.push(from);
            }
        }
        let origin = match starts {
            None => Origin::Text { start, line, column },
            Some(mut starts) => {
                starts.push(end);
                Origin::Escaped { starts, line, column }
            }
        };
        Ok(Field { value, origin })
    }

    fn wrong(&self, what: &'static str, remedy: &'static str) -> Error {
        Error::Malformed { what, line: self.line, column: self.column, remedy }
    }
}

/// The sign that stands most evenly in the first lines.
fn separator(head: &str) -> char {
    let lines: Vec<&str> = head.lines().take(20).filter(|l| !l.is_empty()).collect();
    let first = lines.first().copied().unwrap_or("");
    let evenness = |sign: char| {
        let count = first.matches(sign).count();
        let same = lines.iter().filter(|l| l.matches(sign).count() == count).count();
        if count == 0 { 0 } else { same * 100 + count }
    };
    [',', ';', '\t', '|'].into_iter().rev().max_by_key(|s| evenness(*s)).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn read(text: &str) -> Result<Vec<(String, String)>, Error> {
        let mut all = Vec::new();
        let input = Text::new(Box::new(Cursor::new(text.as_bytes().to_vec()))).unwrap();
        Delimited.read(input, &mut |p| {
            for part in &p.parts {
                let at = part.at.as_deref().unwrap_or("").to_owned();
                all.push((at, p.text[part.place.clone()].to_owned()));
            }
            ControlFlow::Continue(())
        })?;
        Ok(all)
    }

    #[test]
    fn rows_with_labels_and_without() {
        let found = read("id;name\n1;\"Anna; \"\"A\"\"\"\n\n2;Bert\r\n").unwrap();
        let expected = [("id", "1"), ("name", "Anna; \"A\""), ("id", "2"), ("name", "Bert")];
        assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
        let found = read("1,2\n3,4\n").unwrap();
        assert_eq!(found[0], ("column 1".to_owned(), "1".to_owned()));
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn a_table_is_told_from_prose() {
        for (text, expected) in [
            ("id;name\n1;Anna\n2;Bert\n", true),
            ("id,name\n1,Anna\n2,\"B,\n C\"\n", true),
            ("Dear Anna, hello,\nthanks, yours,\nbye, you,\n", false),
            ("id;name\n1;Anna\n2\n", false),
            ("id;name\n1;Anna\n", false),
            ("1;2\n3;4\n5;6\n", false),
            ("", false),
        ] {
            assert_eq!(is_table(text), expected, "{text}");
        }
        assert!(is_table(&format!("id;name\n{}", "1;Anna\n".repeat(10_000))));
    }

    #[test]
    fn labels_become_words() {
        assert_eq!(spoken("billing_phoneNumber"), "billing phone Number");
        assert_eq!(spoken("IBAN"), "IBAN");
    }

    #[test]
    fn a_quote_that_never_ends_is_told() {
        let text = format!("a,b\n1,\"{}", "x".repeat(2 << 20));
        let error = read(&text).unwrap_err().to_string();
        assert!(error.contains("line 2, column 4"), "{error}");
    }
}
