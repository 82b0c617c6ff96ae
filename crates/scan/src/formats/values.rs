//! Values of records that have no place in the text of a file, gathered into pieces.
//!
//! A long value becomes several parts, so that no piece is larger than a stretch of plain text and what is read besides.

use std::ops::ControlFlow;

use super::{Sink, text};
use crate::piece::{Origin, Piece};

/// How much is gathered before it is looked at.
const PIECE: usize = 64 << 10;

/// Gathers values and hands pieces on.
pub(crate) struct Values<'a, 'b> {
    piece: Piece,
    sink: &'a mut Sink<'b>,
}

impl<'a, 'b> Values<'a, 'b> {
    pub(crate) fn new(sink: &'a mut Sink<'b>) -> Self {
        Self { piece: Piece::default(), sink }
    }

    /// Adds a value of a record with its label and the name of its field.
    pub(crate) fn add(
        &mut self,
        label: &str,
        value: &str,
        at: &str,
        record: u64,
    ) -> ControlFlow<()> {
        let (mut label, mut rest, mut start) = (label, value, 0);
        loop {
            let (stretch, after) = rest.split_at(text::end(rest));
            let origin = Origin::Value { record, start };
            self.piece.field(label, stretch, Some(at.into()), origin);
            if after.is_empty() {
                // A record of many values is cut, too.
                return if self.piece.text.len() > text::PIECE {
                    self.hand_on()
                } else {
                    ControlFlow::Continue(())
                };
            }
            self.hand_on()?;
            start += stretch.chars().count() as u64;
            (label, rest) = ("", after);
        }
    }

    /// Ends a record: what was gathered is handed on if it is enough.
    pub(crate) fn end_record(&mut self) -> ControlFlow<()> {
        if self.piece.text.len() >= PIECE { self.hand_on() } else { ControlFlow::Continue(()) }
    }

    /// Hands on what was gathered, if anything.
    pub(crate) fn hand_on(&mut self) -> ControlFlow<()> {
        if self.piece.parts.is_empty() {
            return ControlFlow::Continue(());
        }
        (self.sink)(std::mem::take(&mut self.piece))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_become_parts_that_say_where_they_start() {
        let long = "wört er\n".repeat(100_000);
        let mut pieces = Vec::new();
        let mut sink = |piece: Piece| {
            pieces.push(piece);
            ControlFlow::Continue(())
        };
        let mut values = Values::new(&mut sink);
        for value in ["first", &long, "last"] {
            assert!(values.add("label", value, "at", 7).is_continue());
        }
        assert!(values.end_record().is_continue() && values.hand_on().is_continue());
        let (mut said, mut points) = (String::new(), 0);
        for piece in &pieces {
            assert!(piece.text.len() < text::PIECE + PIECE, "{}", piece.text.len());
            for part in &piece.parts {
                let Origin::Value { record: 7, start } = part.origin else { panic!() };
                points = if start == 0 { 0 } else { points };
                assert_eq!(start, points);
                let part = &piece.text[part.place.clone()];
                points += part.chars().count() as u64;
                said.push_str(part);
            }
        }
        assert!(pieces.len() > 3 && said == format!("first{long}last"));
    }
}
