//! A finding with its place in a file.

use std::ops::Range;

use abide_detect::Finding;

use crate::piece::{Origin, Part, Piece};

/// A finding in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What was found; its own place is that in the piece.
    pub finding: Finding,
    /// Where it stands in the file.
    pub place: Place,
    /// What it says. Personal data: shown only when asked for.
    pub text: Box<str>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// First code point of the file, or of the value where a format has no text (see `record`).
    pub start: u64,
    /// Code point after the last.
    pub end: u64,
    /// Line, from 1; 0 where there are no lines.
    pub line: u64,
    /// Column in code points, from 1; 0 where there are no lines.
    pub column: u64,
    /// The field, column or path, where the format has names.
    pub at: Option<Box<str>>,
    /// The record's number, from 1, where places count within a value.
    pub record: Option<u64>,
}

/// Turns findings of a piece into hits; those that lie within no part (labels, and what spans two) are dropped.
#[must_use]
pub(crate) fn hits(piece: &Piece, findings: Vec<Finding>) -> Vec<Hit> {
    let mut places = Places::new(piece);
    findings
        .into_iter()
        .filter_map(|finding| {
            let place = places.of(&finding.place)?;
            let text = piece.text.get(finding.place.clone()).unwrap_or("").into();
            Some(Hit { finding, place, text })
        })
        .collect()
}

/// Finds the places in the file of stretches of a piece, asked for in text order.
pub(crate) struct Places<'a> {
    piece: &'a Piece,
    parts: &'a [Part],
    counter: Option<Counter<'a>>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(piece: &'a Piece) -> Self {
        Self { piece, parts: &piece.parts, counter: None }
    }

    /// The place of a stretch; `None` if it lies within no part.
    pub(crate) fn of(&mut self, stretch: &Range<usize>) -> Option<Place> {
        while let [first, rest @ ..] = self.parts
            && first.place.end < stretch.end
        {
            (self.parts, self.counter) = (rest, None);
        }
        let part = self.parts.first().filter(|p| p.place.start <= stretch.start)?;
        let counter = self.counter.get_or_insert_with(|| Counter::new(self.piece, part));
        Some(counter.place(part, stretch))
    }
}

/// Counts code points and lines from finding to finding, so that each byte is counted once.
struct Counter<'a> {
    text: &'a str,
    at: usize,
    points: u64,
    lines: u64,
    /// Code points since the last line end, if one was seen.
    column: Option<u64>,
}

impl<'a> Counter<'a> {
    fn new(piece: &'a Piece, part: &Part) -> Self {
        Self { text: &piece.text, at: part.place.start, points: 0, lines: 0, column: None }
    }

    fn advance(&mut self, to: usize) {
        let stretch = self.text.get(self.at..to).unwrap_or("");
        let points = stretch.chars().count() as u64;
        self.points += points;
        match stretch.rfind('\n') {
            Some(last) => {
                self.lines += stretch.bytes().filter(|b| *b == b'\n').count() as u64;
                self.column = Some(stretch.get(last + 1..).unwrap_or("").chars().count() as u64);
            }
            None => self.column = self.column.map(|c| c + points),
        }
        self.at = to;
    }

    fn place(&mut self, part: &Part, stretch: &Range<usize>) -> Place {
        self.advance(stretch.start);
        let start = self.points;
        let (lines, column) = (self.lines, self.column);
        let length = self.text.get(stretch.clone()).unwrap_or("").chars().count() as u64;
        let at = part.at.clone();
        match &part.origin {
            Origin::Text { start: base, line, column: first } => Place {
                start: base + start,
                end: base + start + length,
                line: line + lines,
                column: column.map_or(first + start, |c| c + 1),
                at,
                record: None,
            },
            Origin::Escaped { starts, line, column: first } => {
                let point = |n: u64| starts.get(n as usize).or(starts.last()).copied().unwrap_or(0);
                let from = point(start);
                let column = first + from.saturating_sub(point(0));
                Place {
                    start: from,
                    end: point(start + length),
                    line: *line,
                    column,
                    at,
                    record: None,
                }
            }
            Origin::Value { record, start: base } => {
                let start = base + start;
                Place { start, end: start + length, line: 0, column: 0, at, record: Some(*record) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_detect::Kind;

    fn finding(place: std::ops::Range<usize>) -> Finding {
        Finding::new(Kind::Email, place, 90)
    }

    #[test]
    fn places_count_code_points_and_lines() {
        let piece = Piece::plain("äö x\nü a@b.cd\nzz e@f.gh".to_owned(), 100, 7, 3);
        let at = |needle: &str| {
            let start = piece.text.find(needle).unwrap();
            finding(start..start + needle.len())
        };
        let hits = hits(&piece, vec![at("x"), at("a@b.cd"), at("e@f.gh")]);
        let places: Vec<_> = hits
            .iter()
            .map(|h| (h.place.start, h.place.end, h.place.line, h.place.column))
            .collect();
        assert_eq!(places, [(103, 104, 7, 6), (107, 113, 8, 3), (117, 123, 9, 4)]);
    }

    #[test]
    fn only_what_lies_within_one_part_counts() {
        let mut piece = Piece::default();
        piece.field("mail", "a@b.cd", Some("mail".into()), Origin::Value { record: 1, start: 0 });
        piece.field("more", "e@f.gh", None, Origin::Value { record: 1, start: 0 });
        assert_eq!(piece.text, "mail: a@b.cd\n\nmore: e@f.gh\n\n");
        let found = vec![finding(0..4), finding(6..12), finding(8..16), finding(20..26)];
        let hits = hits(&piece, found);
        let places: Vec<_> = hits.iter().map(|h| (h.place.start, h.place.end)).collect();
        assert_eq!(places, [(0, 6), (0, 6)]);
        assert_eq!(hits[0].place.at.as_deref(), Some("mail"));
    }

    #[test]
    fn escapes_map_back() {
        let mut piece = Piece::default();
        let starts = vec![11, 17, 18, 19, 20, 21, 22, 23];
        let origin = Origin::Escaped { starts, line: 1, column: 12 };
        piece.field("", "ä a@b.c", None, origin);
        let hits = hits(&piece, vec![finding(3..8)]);
        assert_eq!((hits[0].place.start, hits[0].place.end, hits[0].place.column), (18, 23, 19));
    }
}
