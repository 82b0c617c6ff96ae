//! What telephony writes: vCon, transcripts, call records, read by `abide-calls`.
//!
//! What was said is looked at as a conversation, a line a turn, so that a question helps its answer; fields are labelled
//! values. Such documents are read whole, as long as they and what is made of them need little memory: sound may be large,
//! texts many or long only within limits. What is beyond is read as a stream, by its values, rows or lines.

use std::ops::Range;

use abide_calls::{Document, Format as Kind, Role, TextPart};

use super::delimited::{Delimited, spoken};
use super::json::Json;
use super::{Format, Sink, text};
use crate::Error;
use crate::input::Text;
use crate::piece::{Origin, Part, Piece};

/// The longest document, in bytes.
const LONGEST: usize = 32 << 20;
/// What a document may need, in bytes.
const NEED: usize = 48 << 20;
/// What each quote or line end of a document needs, about, in bytes: they tell how many texts there are.
const SIGN: usize = 128;
/// How much is taken at a time, in bytes.
const STEP: usize = 1 << 20;
/// How much is gathered before it is looked at.
const PIECE: usize = 64 << 10;

pub(crate) struct Calls;

impl Format for Calls {
    fn name(&self) -> &'static str {
        "call"
    }
    fn fits(&self, name: &str, head: &str) -> bool {
        // Plain lines of speakers are text like any other.
        Kind::sniff(name, head.as_bytes()).is_some_and(|kind| kind != Kind::Lines)
    }
    fn read(&self, mut input: Text, sink: &mut Sink<'_>) -> Result<(), Error> {
        let bearable = is_bearable(&mut input)?;
        let Some(kind) = Kind::sniff("", input.buffer.as_bytes()) else {
            return text::Plain.read(input, sink);
        };
        if !bearable {
            return stream(kind).read(input, sink);
        }
        match Document::from_text(kind, std::mem::take(&mut input.buffer)) {
            Ok(document) if document.texts().iter().all(|p| p.text.len() <= text::PIECE) => {
                let _ = pieces(&document).into_iter().try_for_each(sink);
                return Ok(());
            }
            Ok(document) => input.buffer = document.into_source(),
            Err((_, source)) => {
                // Cut off or of a kind that only looks like it: still text in which people may be named.
                input.buffer = source;
                return text::Plain.read(input, sink);
            }
        }
        stream(kind).read(input, sink)
    }
}

/// Takes a document into the buffer as long as it may be read whole; whether it may.
fn is_bearable(input: &mut Text) -> Result<bool, Error> {
    let (mut seen, mut signs) = (0, 0);
    while !input.ended {
        input.fill(seen + STEP)?;
        let new = input.buffer.as_bytes().get(seen..).unwrap_or(&[]);
        signs += new.iter().filter(|b| matches!(b, b'"' | b'\n')).count();
        seen = input.buffer.len();
        if seen > LONGEST || seen + signs * SIGN > NEED {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What reads a document of a kind as a stream.
fn stream(kind: Kind) -> &'static dyn Format {
    match kind {
        Kind::Vcon | Kind::TranscriptJson | Kind::FreeSwitchCdr => &Json,
        Kind::AsteriskCdr | Kind::AsteriskCel => &Delimited,
        Kind::WebVtt | Kind::Srt | Kind::Lines => &text::Plain,
    }
}

/// The speech of a document in one run of pieces, its fields and notes in another.
fn pieces(document: &Document) -> Vec<Piece> {
    let mut places = Places::new(document.source());
    let (mut speech, mut fields) = (vec![Piece::default()], vec![Piece::default()]);
    let parts = document.texts();
    let mut order: Vec<&TextPart<'_>> =
        parts.iter().filter(|p| !p.text.trim().is_empty()).collect();
    order.sort_by_key(|p| p.place.as_ref().map_or(usize::MAX, |place| place.start));
    for part in order {
        let origin = places.origin(part);
        let at = Some(part.path.as_str().into());
        match &part.role {
            Role::Speech { speaker, .. } => {
                say(room(&mut speech), speaker.as_deref(), part, at, origin)
            }
            Role::Field { name, .. } => {
                room(&mut fields).field(&spoken(name), &part.text, at, origin)
            }
            Role::Note => room(&mut fields).field("", &part.text, at, origin),
        }
    }
    speech.into_iter().chain(fields).filter(|p| !p.parts.is_empty()).collect()
}

/// The last piece, or a new one if that is full.
fn room(pieces: &mut Vec<Piece>) -> &mut Piece {
    if pieces.last().is_none_or(|p| p.text.len() >= PIECE) {
        pieces.push(Piece::default());
    }
    let last = pieces.len() - 1;
    // There is one: it was pushed just now if there was none.
    #[expect(clippy::indexing_slicing, reason = "the vector is not empty")]
    &mut pieces[last]
}

/// Adds a turn as a line.
fn say(
    piece: &mut Piece,
    speaker: Option<&str>,
    part: &TextPart<'_>,
    at: Option<Box<str>>,
    origin: Origin,
) {
    if let Some(speaker) = speaker {
        piece.text.push_str(speaker);
        piece.text.push_str(": ");
    }
    let start = piece.text.len();
    piece.text.push_str(&part.text);
    piece.parts.push(Part { place: start..piece.text.len(), at, origin });
    piece.text.push('\n');
}

/// Counts code points and lines up to places that come in order.
struct Places<'a> {
    source: &'a str,
    byte: usize,
    points: u64,
    line: u64,
    column: u64,
}

impl<'a> Places<'a> {
    fn new(source: &'a str) -> Self {
        Self { source, byte: 0, points: 0, line: 1, column: 1 }
    }

    fn origin(&mut self, part: &TextPart<'_>) -> Origin {
        let Some(place) = part.place.clone().filter(|p| p.start >= self.byte) else {
            return Origin::Value { record: 1, start: 0 };
        };
        self.advance(place.start);
        let (start, line, column) = (self.points, self.line, self.column);
        let spelled = self.source.get(place).unwrap_or("");
        if spelled == part.text {
            return Origin::Text { start, line, column };
        }
        match starts(spelled, &part.text, start) {
            Some(starts) => Origin::Escaped { starts, line, column },
            None => Origin::Value { record: 1, start: 0 },
        }
    }

    fn advance(&mut self, to: usize) {
        let Range { start, end } = self.byte..to;
        for c in self.source.get(start..end).unwrap_or("").chars() {
            self.points += 1;
            (self.line, self.column) =
                if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.byte = to;
    }
}

/// Where in the source each code point of a text starts, and the end; `None` if the two do not go together.
///
/// Escapes (`\n`, `\u00fc`), character references (`&amp;`) and tags (`<i>`) are passed over.
fn starts(spelled: &str, text: &str, first: u64) -> Option<Vec<u64>> {
    let mut source = spelled.chars().peekable();
    let mut at = first;
    let mut starts = Vec::new();
    for wanted in text.chars() {
        loop {
            let c = *source.peek()?;
            if c == '<' && wanted != '<' {
                at += skip(&mut source, |c| c == '>');
                continue;
            }
            starts.push(at);
            at += match c {
                c if c == wanted && c != '\\' && c != '&' => skip(&mut source, |_| true),
                '\\' => escape(&mut source, wanted),
                '&' if wanted != '&' || spelled.contains("&amp;") => {
                    skip(&mut source, |c| c == ';')
                }
                _ => skip(&mut source, |_| true),
            };
            break;
        }
    }
    starts.push(at);
    Some(starts)
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// Passes over everything up to and with a sign; how many code points that was.
fn skip(source: &mut Chars<'_>, last: impl Fn(char) -> bool) -> u64 {
    let mut count = 0;
    for c in source.by_ref() {
        count += 1;
        if last(c) {
            break;
        }
    }
    count
}

/// Passes over an escape of JSON.
fn escape(source: &mut Chars<'_>, wanted: char) -> u64 {
    source.next();
    let hex = source.next() == Some('u');
    if !hex {
        return 2;
    }
    // A character beyond the first plane is spelled by two escapes.
    let more = if wanted as u32 > 0xffff { 10 } else { 4 };
    source.by_ref().take(more).count() as u64 + 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::ControlFlow;

    /// Documents that would need much memory are read by their values, rows or lines instead.
    #[test]
    fn what_is_too_much_at_once_is_read_as_a_stream() {
        let turn = |n: usize| format!("{{\"speaker\":\"Anna\",\"message\":\"number {n}\"}}");
        let turns = |count| (0..count).map(turn).collect::<Vec<_>>().join(",\n");
        let few = read(&format!("[{}]", turns(9)));
        assert!(few[0].text.starts_with("Anna: number 0\nAnna: number 1\n"), "{}", few[0].text);
        let many = read(&format!("[{}]", turns(60_000)));
        assert!(many[0].text.contains("message: number 0"), "{}", &many[0].text[..100]);
        assert!(many.len() > 10 && many.iter().all(|p| p.text.len() < 2 * PIECE));
        let long = read(&format!(
            "[{},{{\"speaker\":\"B\",\"message\":\"{}\"}}]",
            turns(9),
            "lang ".repeat(100_000)
        ));
        assert!(long.len() > 1 && long.iter().all(|p| p.text.len() < 2 * text::PIECE));
    }

    fn read(text: &str) -> Vec<Piece> {
        let mut all = Vec::new();
        let input = Text::new(Box::new(std::io::Cursor::new(text.as_bytes().to_vec()))).unwrap();
        Calls
            .read(input, &mut |p| {
                all.push(p);
                ControlFlow::Continue(())
            })
            .unwrap();
        all
    }

    #[test]
    fn a_transcript_is_a_conversation_with_places_in_its_file() {
        let vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Your number &amp; name?\n\n\
                   00:02.000 --> 00:03.000\n<v Bert>ü 0171 2345678\n";
        assert!(Calls.fits("x.vtt", vtt));
        let all = read(vtt);
        assert_eq!(all[0].text, "Anna: Your number & name?\nBert: ü 0171 2345678\n");
        let second =
            all[0].parts.iter().find(|p| all[0].text[p.place.clone()].starts_with('ü')).unwrap();
        let points = vtt[..vtt.find('ü').unwrap()].chars().count() as u64;
        assert_eq!(second.origin, Origin::Text { start: points, line: 7, column: 9 });
    }

    #[test]
    fn escapes_go_together_with_their_texts() {
        let at = |spelled, text| starts(spelled, text, 10).unwrap();
        assert_eq!(at("a\\u00fcb", "aüb"), [10, 11, 17, 18]);
        assert_eq!(at("\\ud83d\\ude00!", "😀!"), [10, 22, 23]);
        assert_eq!(at("a &amp; b", "a & b"), [10, 11, 12, 17, 18, 19]);
        assert_eq!(at("<i>x</i> y", "x y"), [13, 18, 19, 20]);
        assert_eq!(starts("a", "ab", 0), None);
    }
}
