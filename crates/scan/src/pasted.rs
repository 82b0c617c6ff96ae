//! A text that somebody pasted or sent: small enough to be at hand as a whole, and without a name that says what it is.
//!
//! It is read in the format that its name or its first characters show; what then turns out to be of another format is
//! read as plain text, since a person who pastes half a document still wants to see what is in it.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::ControlFlow;

use abide_detect::Miss;
use abide_detect::finder::Scratch;

use crate::Error;
use crate::columns::Column;
use crate::formats::{self, Format, delimited, json, text};
use crate::hit::{Hit, Place, Places, hits};
use crate::input::{self, Text};
use crate::piece::Piece;
use crate::scanner::Scanner;

/// What is in a pasted text.
#[derive(Debug)]
pub struct Pasted {
    /// The text; places count in it, except where [`Place::record`] says otherwise.
    pub text: String,
    /// Its format: `text`, `csv`, `json`, `call` or `email`.
    pub format: &'static str,
    /// Its pieces, in order.
    pub seen: Vec<Seen>,
    /// What is known of its columns, by name.
    pub columns: BTreeMap<Box<str>, Column>,
    /// Its rows, if it is a table.
    pub table: Option<Table>,
}

/// A piece and what is in it.
#[derive(Debug)]
pub struct Seen {
    /// The piece; the findings' own places, and those of context words, are in its text.
    pub piece: Piece,
    /// Findings, in order.
    pub hits: Vec<Hit>,
    /// What looked like a finding, in order, if the finder was asked to explain.
    pub misses: Vec<(Place, Miss)>,
}

/// The rows of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The labels of its columns; none if its first row is data.
    pub labels: Vec<String>,
    /// Its rows; a field that holds nothing has no part.
    pub rows: Vec<Vec<Option<Cell>>>,
}

/// Which part a field of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The number of its piece.
    pub seen: usize,
    /// The number of its part in the piece.
    pub part: usize,
}

/// The bytes of a file as text: decoded as any file is; `None` if they are no text.
#[must_use]
pub fn decoded(bytes: Vec<u8>) -> Option<String> {
    if input::is_binary(bytes.get(..input::HEAD.min(bytes.len())).unwrap_or(&bytes)) {
        return None;
    }
    let mut text = Text::new(Box::new(Cursor::new(bytes))).ok()?;
    text.fill(usize::MAX).ok()?;
    Some(text.buffer)
}

impl Scanner {
    /// Looks at a text that somebody pasted, or at a small file of this name (which may be empty), for what reaches a
    /// threshold in percent.
    #[must_use]
    pub fn pasted(&self, name: &str, text: String, threshold: u8) -> Pasted {
        // Byte order marks are no part of a text.
        let text = match text.trim_start_matches('\u{feff}') {
            bare if bare.len() < text.len() => bare.to_owned(),
            _ => text,
        };
        let (format, pieces) = read(name, &text);
        self.looked(text, format, pieces, threshold)
    }

    /// Looks at a text as plain text, whatever it may be, for what reaches a threshold in percent.
    #[must_use]
    pub fn plain(&self, text: String, threshold: u8) -> Pasted {
        let pieces = vec![Piece::plain(text.clone(), 0, 1, 1)];
        self.looked(text, text::Plain.name(), pieces, threshold)
    }

    fn looked(
        &self,
        text: String,
        format: &'static str,
        pieces: Vec<Piece>,
        threshold: u8,
    ) -> Pasted {
        let mut columns = BTreeMap::<Box<str>, Column>::new();
        let mut seen = Vec::with_capacity(pieces.len());
        let mut scratch = Scratch::default();
        for piece in pieces {
            let (report, some) = self.report(&piece, threshold, &mut scratch);
            for (name, column) in some {
                columns.entry(name).or_default().add(&column);
            }
            let mut places = Places::new(&piece);
            let placed = report.misses.into_iter().map(|m| (places.of(&m.place), m));
            let misses = placed.filter_map(|(place, miss)| Some((place?, miss))).collect();
            let hits = hits(&piece, report.findings);
            seen.push(Seen { piece, hits, misses });
        }
        let table = (format == delimited::Delimited.name()).then(|| table(&text, &seen)).flatten();
        Pasted { text, format, seen, columns, table }
    }
}

/// The format's name, and the pieces.
fn read(name: &str, all: &str) -> (&'static str, Vec<Piece>) {
    let format = format(name, all);
    match pieces(format, all) {
        Ok(pieces) => (format.name(), pieces),
        // Reading from memory fails only where the text is not of the format, and any text is plain text.
        Err(_) => (text::Plain.name(), pieces(&text::Plain, all).unwrap_or_default()),
    }
}

fn format(name: &str, all: &str) -> &'static dyn Format {
    let head = all.get(..all.floor_char_boundary(input::HEAD)).unwrap_or(all);
    let named = formats::of(name, head);
    if named.name() != text::Plain.name() {
        named
    } else if head.trim_start().starts_with(['{', '[']) {
        &json::Json
    } else if delimited::is_table(all) {
        &delimited::Delimited
    } else {
        named
    }
}

fn pieces(format: &dyn Format, all: &str) -> Result<Vec<Piece>, Error> {
    let mut pieces = Vec::new();
    let bytes = Cursor::new(all.as_bytes().to_vec());
    format.read(Text::new(Box::new(bytes))?, &mut |piece| {
        pieces.push(piece);
        ControlFlow::Continue(())
    })?;
    Ok(pieces)
}

/// The rows of a table: fields that hold something are the parts of the pieces, in the same order.
fn table(text: &str, seen: &[Seen]) -> Option<Table> {
    let (labels, filled) = delimited::outline(text).ok()?;
    let parts = seen.iter().enumerate();
    let mut cells = parts.flat_map(|(number, s)| {
        (0..s.piece.parts.len()).map(move |part| Cell { seen: number, part })
    });
    let mut cell = |holds: bool| if holds { cells.next() } else { None };
    let rows = filled.into_iter().map(|row| row.into_iter().map(&mut cell).collect()).collect();
    Some(Table { labels, rows })
}

#[cfg(test)]
mod tests {
    use abide_detect::{Finder, Kind, Options};

    use super::*;
    use crate::scanner::Limits;

    fn pasted(name: &str, text: &str) -> Pasted {
        let finder = Finder::new(Options { explain: true, ..Options::default() });
        Scanner::new(finder, Limits::default(), 1).pasted(name, text.to_owned(), 50)
    }

    fn found(pasted: &Pasted) -> Vec<(Kind, &str)> {
        let hits = pasted.seen.iter().flat_map(|s| &s.hits);
        hits.map(|h| (h.finding.kind, &*h.text)).collect()
    }

    #[test]
    fn each_text_is_read_as_what_it_is() {
        for (name, text, format) in [
            ("", "Write to anna@example.org", "text"),
            ("", "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Anna>anna@example.org", "call"),
            ("", "id;mail\n1;anna@example.org\n2;\n3;bert@example.net\n", "csv"),
            ("a.CSV", "mail\nanna@example.org\n", "csv"),
            ("", "{\n \"a\": [\"anna@example.org\"]}", "json"),
            (
                "call.vcon",
                "{\"vcon\":\"0.0.2\",\"parties\":[{\"mailto\":\"anna@example.org\"}]}",
                "call",
            ),
            ("", "[2026-01-01] mail to anna@example.org sent", "text"),
            ("a.eml", "From: anna@example.org\n\nHello", "email"),
        ] {
            let pasted = pasted(name, text);
            assert_eq!(pasted.format, format, "{text}");
            assert!(found(&pasted).contains(&(Kind::Email, "anna@example.org")), "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_text() {
        for text in [
            "ä, to anna@example.org",
            "id;mail\n1;x\n2;\"anna@example.org\"\n",
            "[\"\\u00e4\", \"anna@example.org\"]",
        ] {
            let pasted = pasted("", text);
            let mut hits = pasted.seen.iter().flat_map(|s| &s.hits);
            let place = &hits.find(|h| h.finding.kind == Kind::Email).unwrap().place;
            let points: Vec<char> = text.chars().collect();
            let said: String = points[place.start as usize..place.end as usize].iter().collect();
            assert_eq!(said, "anna@example.org", "{text}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
        /// Whatever is pasted under whatever name: each part stands in the text where it is said to stand.
        #[test]
        fn parts_stand_where_they_are_said_to(
            name in "(|a[.](json|csv|eml|vtt))",
            text in r#"(\u{feff}|[\[{"]|id;a\n1;2\n|GET /[?]a HTTP/1|)([a"',;:=?&+%\\ \n\r\[\]{}ü😀]|%C3%BC|\\u00fc|\\n|"a":|@x[.]org){0,30}[\]}"]{0,3}"#,
        ) {
            let (_, pieces) = read(&name, text.trim_start_matches('\u{feff}'));
            let points: Vec<char> = text.trim_start_matches('\u{feff}').chars().collect();
            for piece in &pieces {
                for part in &piece.parts {
                    let said: Vec<char> = piece.text[part.place.clone()].chars().collect();
                    stands(&points, &said, &part.origin);
                }
            }
        }
    }

    fn stands(points: &[char], said: &[char], origin: &crate::Origin) {
        match origin {
            crate::Origin::Text { start, .. } => {
                assert_eq!(points[*start as usize..][..said.len()], *said);
            }
            crate::Origin::Escaped { starts, .. } => {
                assert_eq!(starts.len(), said.len() + 1);
                assert!(starts.is_sorted() && *starts.last().unwrap() as usize <= points.len());
            }
            crate::Origin::Value { record, .. } => assert!(*record > 0),
        }
    }

    #[test]
    fn fields_of_a_table_are_parts() {
        let pasted = pasted("", "id;mail\n1;anna@example.org\n2;\n\n3;\"b;c\"\n");
        let table = pasted.table.as_ref().unwrap();
        let said = |cell: &Option<Cell>| {
            cell.map_or("", |c| {
                let piece = &pasted.seen[c.seen].piece;
                &piece.text[piece.parts[c.part].place.clone()]
            })
        };
        let rows: Vec<Vec<&str>> =
            table.rows.iter().map(|r| r.iter().map(said).collect()).collect();
        assert_eq!(table.labels, ["id", "mail"]);
        assert_eq!(rows, [vec!["1", "anna@example.org"], vec!["2", ""], vec!["3", "b;c"]]);
    }

    #[test]
    fn a_threshold_lets_doubtful_ones_in() {
        let finder = Finder::new(Options { explain: true, ..Options::default() });
        let scanner = Scanner::new(finder, Limits::default(), 1);
        let text = "Write to anna@example.org";
        assert_eq!(found(&scanner.pasted("", text.to_owned(), 50)).len(), 1);
        assert!(found(&scanner.pasted("", text.to_owned(), 100)).is_empty());
    }

    #[test]
    fn bytes_become_text_or_are_none() {
        assert_eq!(decoded(b"gr\xfcn".to_vec()).as_deref(), Some("gr\u{fc}n"));
        assert_eq!(decoded(b"PK\x03\x04\0\0".to_vec()), None);
        assert_eq!(decoded(Vec::new()).as_deref(), Some(""));
    }
}
