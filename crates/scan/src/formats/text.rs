//! Plain text of any length: letters, notes, logs, and every text format that has no reader of its own.

use std::ops::ControlFlow;

use super::{Format, Sink};
use crate::Error;
use crate::input::Text;
use crate::piece::Piece;

/// How much is looked at together, in bytes.
pub(crate) const PIECE: usize = 256 << 10;
/// How far from the end of a piece an empty line, a line end, a blank are looked for.
const CUT: usize = 32 << 10;

pub(crate) struct Plain;

impl Format for Plain {
    fn name(&self) -> &'static str {
        "text"
    }
    fn fits(&self, _name: &str, _head: &str) -> bool {
        true
    }
    fn read(&self, mut text: Text, sink: &mut Sink<'_>) -> Result<(), Error> {
        loop {
            text.fill(PIECE + 1)?;
            if text.buffer.is_empty() {
                return Ok(());
            }
            let end = end(&text.buffer);
            let (start, line, column) = (text.points, text.line, text.column);
            if let ControlFlow::Break(()) = sink(Piece::plain(text.take(end), start, line, column))
            {
                return Ok(());
            }
        }
    }
}

/// Where the first piece of a text ends.
pub(crate) fn end(text: &str) -> usize {
    if text.len() > PIECE { cut(text) } else { text.len() }
}

/// Where to cut: after an empty line, else a line end, else a blank, else between two characters.
fn cut(text: &str) -> usize {
    let end = text.floor_char_boundary(PIECE);
    let from = text.floor_char_boundary(end.saturating_sub(CUT));
    let tail = text.get(from..end).unwrap_or("");
    let after = |sign: &str| tail.rfind(sign).map(|at| from + at + sign.len());
    after("\n\n").or_else(|| after("\n")).or_else(|| after(" ")).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn pieces(text: &str) -> Vec<Piece> {
        let mut all = Vec::new();
        let input = Text::new(Box::new(Cursor::new(text.as_bytes().to_vec()))).unwrap();
        Plain
            .read(input, &mut |p| {
                all.push(p);
                ControlFlow::Continue(())
            })
            .unwrap();
        all
    }

    #[test]
    fn a_long_text_is_cut_at_lines_and_nothing_is_lost() {
        let text = "zeile mit ü und €\n".repeat(40_000);
        let all = pieces(&text);
        assert!(all.len() > 2);
        assert_eq!(all.iter().map(|p| p.text.as_str()).collect::<String>(), text);
        assert!(all.iter().all(|p| p.text.ends_with('\n') && p.text.len() <= PIECE));
        let crate::Origin::Text { start, line, column } = all[1].parts[0].origin else { panic!() };
        assert_eq!(start as usize, all[0].text.chars().count());
        assert_eq!((line as usize, column), (all[0].text.lines().count() + 1, 1));
    }

    #[test]
    fn a_giant_line_is_cut_too() {
        let text = "ä".repeat(1 << 20);
        let all = pieces(&text);
        assert!(all.iter().all(|p| p.text.len() <= PIECE));
        assert_eq!(all.iter().map(|p| p.text.len()).sum::<usize>(), text.len());
    }
}
