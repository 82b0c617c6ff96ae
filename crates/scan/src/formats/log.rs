//! Logs of web servers and proxies: lines with a request such as `GET /search?name=Anna%20M%C3%BCller HTTP/1.1`.
//!
//! Read as plain text, except that what addresses encode is decoded (RFC 3986 §2.1; in queries also `+` for a blank, as
//! forms write it: URL Standard §5.1). Places are those in the file. Only what is text is decoded: a control character
//! (a line end among them) and bytes that are no UTF-8 stay as they are written.

use std::ops::ControlFlow;

use super::{Format, Sink, text};
use crate::Error;
use crate::input::Text;
use crate::piece::{Origin, Part, Piece};

/// Methods of requests (RFC 9110 §9.3, RFC 5789).
const METHODS: [&str; 9] =
    ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];

pub(crate) struct Log;

impl Format for Log {
    fn name(&self) -> &'static str {
        "log"
    }
    fn fits(&self, _name: &str, head: &str) -> bool {
        head.lines().any(has_request)
    }
    fn read(&self, input: Text, sink: &mut Sink<'_>) -> Result<(), Error> {
        text::Plain.read(input, &mut |piece| -> ControlFlow<()> { sink(decoded(piece)) })
    }
}

/// Whether a line has a request: a method, a target, a version.
fn has_request(line: &str) -> bool {
    line.match_indices(" HTTP/").any(|(at, _)| {
        let before = line.get(..at).unwrap_or("");
        let Some((before, target)) = before.rsplit_once(' ') else { return false };
        let method = before.rsplit(|c: char| !c.is_ascii_uppercase()).next().unwrap_or("");
        METHODS.contains(&method) && !target.is_empty()
    })
}

/// A piece of plain text with what its lines encode decoded.
fn decoded(piece: Piece) -> Piece {
    let Some(Part { origin: Origin::Text { start, line, column }, .. }) = piece.parts.first()
    else {
        return piece;
    };
    let mut out = Decoder { piece: Piece::default(), points: *start, line: *line, column: *column };
    piece.text.split_inclusive('\n').for_each(|line| out.line(line));
    out.piece
}

/// Makes a piece line by line.
struct Decoder {
    piece: Piece,
    /// Where the next line starts.
    points: u64,
    line: u64,
    column: u64,
}

impl Decoder {
    fn line(&mut self, spelled: &str) {
        let (start, line, column) = (self.points, self.line, self.column);
        let from = self.piece.text.len();
        match undone(spelled, start) {
            None => {
                self.piece.text.push_str(spelled);
                self.points += spelled.chars().count() as u64;
                self.part(from, Origin::Text { start, line, column });
            }
            Some((text, starts)) => {
                self.piece.text.push_str(&text);
                self.points = starts.last().copied().unwrap_or(start);
                self.part(from, Origin::Escaped { starts, line, column });
            }
        }
        self.line += u64::from(spelled.ends_with('\n'));
        self.column = 1;
    }

    /// Adds the part from `from` on; lines that are as they were make one part, so that findings may span them.
    fn part(&mut self, from: usize, origin: Origin) {
        let end = self.piece.text.len();
        let plain = |origin: &Origin| matches!(origin, Origin::Text { .. });
        match self.piece.parts.last_mut() {
            Some(last) if plain(&last.origin) && plain(&origin) => last.place.end = end,
            _ => self.piece.parts.push(Part { place: from..end, at: None, origin }),
        }
    }
}

/// A line decoded, with the code points of the file at which each of its code points starts, and the end; `None` if it
/// encodes nothing.
fn undone(line: &str, first: u64) -> Option<(String, Vec<u64>)> {
    if !line.contains(['%', '+']) {
        return None;
    }
    let (mut text, mut starts) = (String::with_capacity(line.len()), Vec::new());
    let (mut rest, mut at, mut changed) = (line, first, false);
    let mut query = false;
    while let Some(c) = rest.chars().next() {
        query = c == '?' || query && !(c.is_whitespace() || c == '"');
        let (meant, size) = match c {
            '%' => encoded(rest).unwrap_or((c, 1)),
            '+' if query => (' ', 1),
            _ => (c, c.len_utf8()),
        };
        changed |= meant != c || size > c.len_utf8();
        text.push(meant);
        starts.push(at);
        // What is encoded is spelled in ASCII.
        at += if c == '%' { size as u64 } else { 1 };
        rest = rest.get(size..).unwrap_or("");
    }
    starts.push(at);
    changed.then_some((text, starts))
}

/// The character that a text starts with in percent encoding, and how many bytes spell it.
fn encoded(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 4];
    let mut count = 0;
    for (byte, spelled) in bytes.iter_mut().zip(text.as_bytes().chunks(3)) {
        let [b'%', high, low] = spelled else { break };
        let digit = |d: &u8| char::from(*d).to_digit(16);
        let (Some(high), Some(low)) = (digit(high), digit(low)) else { break };
        *byte = (high * 16 + low) as u8;
        count += 1;
    }
    let bytes = bytes.get(..count)?;
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => std::str::from_utf8(bytes.get(..e.valid_up_to())?).ok()?,
    };
    let c = valid.chars().next().filter(|c| !c.is_control())?;
    Some((c, c.len_utf8() * 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Piece {
        let mut all = Vec::new();
        let input = Text::new(Box::new(std::io::Cursor::new(text.as_bytes().to_vec()))).unwrap();
        Log.read(input, &mut |p| {
            all.push(p);
            ControlFlow::Continue(())
        })
        .unwrap();
        all.pop().unwrap()
    }

    #[test]
    fn lines_with_requests_are_told_from_others() {
        for (text, expected) in [
            ("192.0.2.1 - - [26/Nov/2026:10:00:00 +0100] \"GET /a HTTP/1.1\" 200 5", true),
            ("x\ny request: \"POST /a?b=c HTTP/2.0\", host: \"example.org\"", true),
            ("GET https://example.org/ HTTP/1.1", true),
            ("we speak HTTP/1.1", false),
            ("FORGET /a HTTP/1.1", false),
            ("GET HTTP/1.1", false),
            ("", false),
        ] {
            assert_eq!(Log.fits("access.log", text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_encoded_is_decoded_and_has_its_place() {
        let log =
            "- \"GET / HTTP/1.1\"\nä \"GET /?a=M%C3%BCller+x%2B1%zz%0a&b HTTP/1.1\" 1+1\nend\n";
        let piece = read(log);
        let meant = "- \"GET / HTTP/1.1\"\nä \"GET /?a=Müller x+1%zz%0a&b HTTP/1.1\" 1+1\nend\n";
        assert_eq!(piece.text, meant);
        let [before, line, after] = &piece.parts[..] else { panic!("{:?}", piece.parts) };
        assert_eq!(before.origin, Origin::Text { start: 0, line: 1, column: 1 });
        assert_eq!(after.origin, Origin::Text { start: 70, line: 3, column: 1 });
        let Origin::Escaped { starts, line: 2, column: 1 } = &line.origin else { panic!() };
        assert_eq!(starts[..2], [19, 20]);
        assert_eq!(starts.last(), Some(&70));
        assert_eq!(log.chars().count() - "end\n".len(), 70);
    }

    proptest! {
        /// Whatever is written as `%XX` comes back, and each place points at where it was spelled.
        #[test]
        fn decoding_undoes_encoding(text in "[a-zä€😀 %+/?=]{0,40}") {
            let mut spelled = String::new();
            let mut expected = Vec::new();
            for c in text.chars() {
                expected.push(spelled.len() as u64 + 7);
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes).bytes().for_each(|b| spelled.push_str(&format!("%{b:02X}")));
            }
            expected.push(spelled.len() as u64 + 7);
            match undone(&spelled, 7) {
                Some(found) => prop_assert_eq!(found, (text, expected)),
                None => prop_assert!(text.is_empty()),
            }
        }
    }
}
