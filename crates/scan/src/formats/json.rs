//! JSON (RFC 8259) and JSON Lines: every string and number is a value, labelled by its key.
//!
//! Read as a stream, so that a file of any size needs little memory; places are those in the file, also where a string has
//! escapes. A record ends where the nesting returns to its start or a piece is full.

use std::ops::ControlFlow;

use super::delimited::spoken;
use super::{Format, Sink, extension};
use crate::Error;
use crate::input::Text;
use crate::piece::{Origin, Piece};

/// The deepest nesting.
const DEPTH: usize = 256;
/// How much of a string is looked at together, in bytes; a longer one becomes several parts.
const STRETCH: usize = 256 << 10;
/// How much of a key and of a path is kept, in bytes: each value repeats them.
const KEY: usize = 128;
const PATH: usize = 1024;
/// How much is gathered before it is looked at.
const PIECE: usize = 64 << 10;

pub(crate) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }
    fn fits(&self, name: &str, head: &str) -> bool {
        match extension(name) {
            "json" | "jsonl" | "ndjson" | "geojson" | "har" => true,
            "txt" | "log" | "" => {
                let head = head.trim_start();
                head.starts_with("{\"") || head.starts_with("[{\"")
            }
            _ => false,
        }
    }
    fn read(&self, text: Text, sink: &mut Sink<'_>) -> Result<(), Error> {
        let mut reader = Reader {
            text,
            at: 0,
            points: 0,
            line: 1,
            column: 1,
            stack: Vec::new(),
            piece: Piece::default(),
            enough: false,
        };
        reader.all(sink)
    }
}

/// Where in the document the reader is: the key of each object, the index in each array.
enum Level {
    Object { key: String },
    Array { index: usize },
}

struct Reader {
    text: Text,
    at: usize,
    points: u64,
    line: u64,
    column: u64,
    stack: Vec<Level>,
    piece: Piece,
    /// No more is wanted.
    enough: bool,
}

impl Reader {
    fn all(&mut self, sink: &mut Sink<'_>) -> Result<(), Error> {
        loop {
            self.blanks()?;
            if self.peek()?.is_none() {
                break;
            }
            self.document(sink)?;
            if self.enough {
                return Ok(());
            }
        }
        if !self.piece.parts.is_empty() {
            let _ = sink(std::mem::take(&mut self.piece));
        }
        Ok(())
    }

    /// Hands the piece on if it is full.
    fn hand_on(&mut self, sink: &mut Sink<'_>) {
        self.enough |= self.piece.text.len() >= PIECE
            && sink(std::mem::take(&mut self.piece)) == ControlFlow::Break(());
    }

    /// One value with all it holds.
    fn document(&mut self, sink: &mut Sink<'_>) -> Result<(), Error> {
        let mut open = self.value(sink)?;
        loop {
            self.hand_on(sink);
            if self.enough || self.stack.is_empty() {
                return Ok(());
            }
            self.blanks()?;
            open = match (self.peek()?, open) {
                (Some('}' | ']'), _) => self.close()?,
                (Some(','), false) => {
                    self.bump(',');
                    self.blanks()?;
                    self.member(sink)?
                }
                (Some(_), true) => self.member(sink)?,
                (Some(_), false) => return Err(self.wrong("a comma is missing")),
                (None, _) => return Err(self.wrong("the file ends within a value")),
            };
        }
    }

    /// Closes the innermost object or array and moves its parent on.
    fn close(&mut self) -> Result<bool, Error> {
        let fits = match (self.peek()?, self.stack.last()) {
            (Some('}'), Some(Level::Object { .. })) => '}',
            (Some(']'), Some(Level::Array { .. })) => ']',
            _ => return Err(self.wrong("the wrong bracket closes")),
        };
        self.bump(fits);
        self.stack.pop();
        Ok(false)
    }

    /// The next member of an object or an array; whether it opened something.
    fn member(&mut self, sink: &mut Sink<'_>) -> Result<bool, Error> {
        match self.stack.last_mut() {
            Some(Level::Array { index }) => *index += 1,
            Some(Level::Object { .. }) => {
                if self.peek()? != Some('"') {
                    return Err(self.wrong("a key in quotes is missing"));
                }
                let name = self.key()?;
                self.blanks()?;
                if self.peek()? != Some(':') {
                    return Err(self.wrong("a colon is missing"));
                }
                self.bump(':');
                self.blanks()?;
                if let Some(Level::Object { key }) = self.stack.last_mut() {
                    *key = name;
                }
            }
            None => {}
        }
        self.value(sink)
    }

    /// One value; whether it opened an object or array.
    fn value(&mut self, sink: &mut Sink<'_>) -> Result<bool, Error> {
        match self.peek()? {
            Some(c @ ('{' | '[')) => {
                if self.stack.len() >= DEPTH {
                    return Err(self.wrong("values are nested too deeply"));
                }
                self.bump(c);
                self.stack.push(if c == '{' {
                    Level::Object { key: String::new() }
                } else {
                    Level::Array { index: 0 }
                });
                Ok(true)
            }
            Some('"') => {
                self.bump('"');
                let mut packed = false;
                loop {
                    let (value, origin, closed) = self.stretch(STRETCH)?;
                    packed = (packed || !closed) && is_base64(&value);
                    if !packed {
                        self.add(&value, origin);
                    }
                    if closed || self.enough {
                        return Ok(false);
                    }
                    self.hand_on(sink);
                }
            }
            Some(c) if c == '-' || c.is_ascii_alphanumeric() => {
                self.bare()?;
                Ok(false)
            }
            Some(_) => Err(self.wrong("this starts no value")),
            None => Err(self.wrong("the file ends where a value is due")),
        }
    }

    /// A number, `true`, `false` or `null`.
    fn bare(&mut self) -> Result<(), Error> {
        let origin = Origin::Text { start: self.points, line: self.line, column: self.column };
        let mut value = String::new();
        while let Some(c) = self.peek()? {
            if !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+')) || value.len() > 64 {
                break;
            }
            value.push(c);
            self.bump(c);
        }
        match value.as_str() {
            "true" | "false" | "null" => {}
            number if number.parse::<f64>().is_ok() => self.add(number, origin),
            _ => return Err(self.wrong("this is no value")),
        }
        Ok(())
    }

    fn add(&mut self, value: &str, origin: Origin) {
        if value.is_empty() {
            return;
        }
        let key = self.stack.iter().rev().find_map(|level| match level {
            Level::Object { key } => Some(key.as_str()),
            Level::Array { .. } => None,
        });
        let label = spoken(key.unwrap_or(""));
        let at = self.path();
        self.piece.field(&label, value, Some(at.into()), origin);
    }

    /// The JSON Pointer (RFC 6901) of the value being read, cut where it is long.
    fn path(&self) -> String {
        let mut path = String::new();
        for level in &self.stack {
            path.push('/');
            if path.len() > PATH {
                path.push('…');
                break;
            }
            match level {
                Level::Object { key } => path.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Level::Array { index } => path.push_str(&index.saturating_sub(1).to_string()),
            }
        }
        path
    }

    /// A key, cut where it is long.
    fn key(&mut self) -> Result<String, Error> {
        self.bump('"');
        let (mut key, _, mut closed) = self.stretch(KEY)?;
        while !closed {
            closed = self.stretch(STRETCH)?.2;
        }
        if key.len() > KEY {
            key.truncate(key.floor_char_boundary(KEY));
            key.push('…');
        }
        Ok(key)
    }

    /// A string up to its closing quote, or, if it is longer, some more than `most` bytes of it, to a blank if there is one;
    /// whether it was closed.
    fn stretch(&mut self, most: usize) -> Result<(String, Origin, bool), Error> {
        let (start, line, column) = (self.points, self.line, self.column);
        let mut value = String::new();
        let mut starts: Option<Vec<u64>> = None;
        let closed = loop {
            let from = self.points;
            let Some(c) = self.peek()? else {
                return Err(self.wrong("the file ends within a string"));
            };
            if value.len() > most && (value.ends_with(' ') || value.len() > most * 2) && c != '"' {
                break false;
            }
            self.bump(c);
            if c == '"' {
                break true;
            }
            if c == '\\' {
                // The first escape: until here every code point was itself.
                starts.get_or_insert_with(|| (start..from).collect());
                value.push(self.escape()?);
            } else {
                value.push(c);
            }
            if let Some(starts) = &mut starts {
                starts.push(from);
            }
        };
        let origin = match starts {
            None => Origin::Text { start, line, column },
            Some(mut starts) => {
                starts.push(self.points - u64::from(closed));
                Origin::Escaped { starts, line, column }
            }
        };
        Ok((value, origin, closed))
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<char, Error> {
        let Some(c) = self.peek()? else { return Err(self.wrong("the file ends within a string")) };
        self.bump(c);
        Ok(match c {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' | 'f' => ' ',
            '"' | '\\' | '/' => c,
            'u' => {
                let first = self.hex()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return Ok(char::from_u32(first).unwrap_or('\u{fffd}'));
                }
                if self.peek()? != Some('\\') {
                    return Ok('\u{fffd}');
                }
                self.bump('\\');
                if self.peek()? != Some('u') {
                    return Err(self.wrong("half of a character is missing"));
                }
                self.bump('u');
                let second = self.hex()?;
                let point =
                    0x10000 + ((first - 0xd800) << 10) + (second.wrapping_sub(0xdc00) & 0x3ff);
                char::from_u32(point).unwrap_or('\u{fffd}')
            }
            _ => return Err(self.wrong("no such escape")),
        })
    }

    fn hex(&mut self) -> Result<u32, Error> {
        let mut point = 0;
        for _ in 0..4 {
            let digit = self.peek()?.and_then(|c| c.to_digit(16).map(|d| (c, d)));
            let Some((c, digit)) = digit else {
                return Err(self.wrong("four hexadecimal digits are due"));
            };
            self.bump(c);
            point = point * 16 + digit;
        }
        Ok(point)
    }

    fn blanks(&mut self) -> Result<(), Error> {
        while let Some(c) = self.peek()?.filter(|c| matches!(c, ' ' | '\t' | '\n' | '\r')) {
            self.bump(c);
        }
        Ok(())
    }

    #[inline]
    fn peek(&mut self) -> Result<Option<char>, Error> {
        if self.at + 4 > self.text.buffer.len() && !self.text.ended {
            let _ = self.text.take(self.at);
            self.at = 0;
            self.text.fill(64 << 10)?;
        }
        let byte = self.text.buffer.as_bytes().get(self.at).copied();
        match byte {
            Some(byte) if byte.is_ascii() => Ok(Some(char::from(byte))),
            Some(_) => Ok(self.text.buffer.get(self.at..).and_then(|t| t.chars().next())),
            None => Ok(None),
        }
    }

    #[inline]
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

    fn wrong(&self, what: &'static str) -> Error {
        let remedy = "check that the file is whole and valid JSON";
        Error::Malformed { what, line: self.line, column: self.column, remedy }
    }
}

/// Whether a stretch is packed data, such as sound (RFC 4648 §4, §5), in which nothing can be read.
fn is_base64(stretch: &str) -> bool {
    stretch.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/-_=".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn read(text: &str) -> Result<Vec<(String, String, Origin)>, Error> {
        let mut all = Vec::new();
        let input = Text::new(Box::new(Cursor::new(text.as_bytes().to_vec()))).unwrap();
        Json.read(input, &mut |p| {
            for part in &p.parts {
                let at = part.at.as_deref().unwrap_or("").to_owned();
                all.push((at, p.text[part.place.clone()].to_owned(), part.origin.clone()));
            }
            ControlFlow::Continue(())
        })?;
        Ok(all)
    }

    #[test]
    fn values_with_their_paths() {
        let text = r#"{"a":[{"b":"x"},"y",[]],"c/d":12.5,"e":null,"f":{}} {"a":"z"}"#;
        let found: Vec<_> = read(text).unwrap().into_iter().map(|(at, v, _)| (at, v)).collect();
        let expected = [("/a/0/b", "x"), ("/a/1", "y"), ("/c~1d", "12.5"), ("/a", "z")];
        assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn escapes_keep_their_places() {
        let found = read(r#"["ab\u00fc\ud83d\ude00 z"]"#).unwrap();
        assert_eq!(found[0].1, "abü😀 z");
        let Origin::Escaped { starts, .. } = &found[0].2 else { panic!() };
        assert_eq!(starts, &[2, 3, 4, 10, 22, 23, 24]);
    }

    #[test]
    fn long_strings_become_parts_and_long_keys_are_cut() {
        let long = "wort ü\\n".repeat(200_000);
        let found = read(&format!("{{\"{long}\":[\"{long}\",1]}}")).unwrap();
        assert!(found.len() > 3 && found.iter().all(|(_, v, _)| v.len() <= STRETCH + 16));
        assert!(found.iter().all(|(at, ..)| at.len() < 2 * KEY), "{}", found[0].0);
        let said: String = found[..found.len() - 1].iter().map(|(_, v, _)| v.as_str()).collect();
        assert_eq!(said, long.replace("\\n", "\n"));
        let Origin::Escaped { starts: first, .. } = &found[0].2 else { panic!() };
        let Origin::Escaped { starts: second, .. } = &found[1].2 else { panic!() };
        assert_eq!(first.last(), second.first());
        let deep = format!("{}1{}", "{\"key\":".repeat(250), "}".repeat(250));
        assert!(read(&deep).unwrap()[0].0.len() < PATH + 16);
    }

    #[test]
    fn packed_data_are_left_out_and_what_stands_beside_is_not() {
        let sound = "QUJD-_".repeat(200_000);
        let text = format!("[\"{sound}\",\"{sound} Anna\",\"QUJD\"]");
        let found: Vec<_> =
            read(&text).unwrap().into_iter().map(|(at, v, _)| (at, v.len())).collect();
        assert!(found.iter().all(|(at, size)| at != "/0" && *size < 2 * STRETCH + 16), "{found:?}");
        assert!(found.contains(&("/2".to_owned(), 4)));
        let ends = read(&text).unwrap();
        assert!(ends.iter().any(|(at, v, _)| at == "/1" && v.ends_with(" Anna")));
    }

    #[test]
    fn mistakes_have_a_place() {
        for (text, words) in [
            ("{\"a\" 1}", "a colon is missing at line 1, column 6"),
            ("[1 2]", "a comma is missing at line 1, column 4"),
            ("[1,\n{]", "the wrong bracket closes at line 2, column 2"),
            ("{\"a\":\"x", "the file ends within a string"),
            ("[\"\\q\"]", "no such escape"),
            ("[tru]", "this is no value"),
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.starts_with(words), "{text}: {error}");
        }
        assert!(read(&"[".repeat(300)).unwrap_err().to_string().contains("too deeply"));
    }

    /// Against `serde_json`: the same strings, from generated documents.
    #[test]
    fn reads_what_another_reader_reads() {
        let value = serde_json::json!({"ä\"": ["\u{1F600}\n\t\\/", {"x": -1.5e3, "y": [[], {}, "z"]}], "k": ""});
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            for (at, found, _) in read(&text).unwrap() {
                let expected = value.pointer(&at).unwrap();
                let expected = expected.as_str().map_or(expected.to_string(), str::to_owned);
                assert!(
                    found == expected || found.parse::<f64>().ok() == expected.parse().ok(),
                    "{at}"
                );
            }
        }
    }
}
