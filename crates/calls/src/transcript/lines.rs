//! Plain transcripts: lines `Speaker: message`, with a time in brackets before them or without.
//!
//! A colon also stands inside what people say ("my number: …"). What is before it is a speaker if the document starts so
//! with its first two speakers, or if it comes again at the start of another line.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::document::{Holds, Role, field};
use crate::error::Error;
use crate::form::Form;
use crate::line::{Line, lines};
use crate::slot::{Item, Slot};

/// The longest name of a speaker, in bytes.
const NAME: usize = 60;

/// Whether a file starts as a transcript does: its first lines have speakers, and one comes again or two take turns.
pub(crate) fn starts(head: &str) -> bool {
    let full = head.lines().filter(|l| !l.trim().is_empty()).take(4).collect::<Vec<_>>();
    let named = full.iter().filter(|l| name(skip_time(l).1).is_some()).count();
    named >= 2 && named == full.len()
}

pub(crate) fn items(source: &str) -> Result<Vec<Item>, Error> {
    let lines = lines(source)?;
    let speakers = Speakers::of(source, &lines);
    let mut reader = Reader { source, speakers, items: Vec::new(), speaker: None };
    for (number, line) in lines.iter().enumerate() {
        reader.line(number + 1, line);
    }
    Ok(reader.items)
}

struct Reader<'a> {
    source: &'a str,
    speakers: Speakers<'a>,
    items: Vec<Item>,
    speaker: Option<String>,
}

impl Reader<'_> {
    fn line(&mut self, number: usize, line: &Line) {
        let text = line.text(self.source);
        let (skipped, rest) = skip_time(text);
        let start = text.get(..skipped).and_then(bracketed);
        let mut at = line.place.start + skipped;
        if let Some(name) = name(rest).filter(|n| self.speakers.has(n)) {
            let place = at..at + name.len();
            let role = field("speaker", Holds::Name);
            self.items.push(Item::Text(Slot::new(
                format!("line {number}/speaker"),
                role,
                place,
                Form::Line,
            )));
            self.speaker = Some(name.to_owned());
            let after = rest.get(name.len() + 1..).unwrap_or_default();
            at += name.len() + 1 + (after.len() - after.trim_start().len());
        }
        self.message(number, at..line.place.end, start);
    }

    fn message(&mut self, number: usize, place: Range<usize>, start: Option<u64>) {
        if self.source.get(place.clone()).unwrap_or_default().trim().is_empty() {
            return;
        }
        let speaker = self.speaker.clone().map(Cow::Owned);
        let role = Role::Speech { speaker, channel: None, start, end: None };
        self.items.push(Item::Text(Slot::new(format!("line {number}"), role, place, Form::Line)));
    }
}

/// Who speaks in a document.
struct Speakers<'a>(HashMap<&'a str, usize>);

impl<'a> Speakers<'a> {
    fn of(source: &'a str, lines: &[Line]) -> Self {
        let mut counts = HashMap::<&str, usize>::new();
        for name in lines.iter().filter_map(|l| name(skip_time(l.text(source)).1)) {
            // The first two count twice: a short call has one line of each.
            let first = usize::from(counts.len() < 2);
            *counts.entry(name).or_insert(first) += 1;
        }
        Self(counts)
    }

    fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|count| *count > 1)
    }
}

/// What stands before the colon, if it can be the name of a speaker.
fn name(line: &str) -> Option<&str> {
    let (name, after) = line.split_once(':')?;
    let short = !name.trim().is_empty() && name.len() <= NAME;
    let words =
        name.split_whitespace().count() <= 5 && name.starts_with(|c: char| c.is_alphanumeric());
    let text = after.is_empty() || after.starts_with([' ', '\t']);
    (short && words && text && !name.contains(['.', ',', '?', '!', '@'])).then_some(name)
}

/// How long `[00:01:02] ` at the start of a line is, and the rest.
fn skip_time(line: &str) -> (usize, &str) {
    let close = line.bytes().take(16).position(|b| matches!(b, b']' | b')'));
    let Some(end) = close.filter(|_| line.starts_with(['[', '('])) else { return (0, line) };
    let inside = line.get(..=end).unwrap_or_default();
    if bracketed(inside).is_none() {
        return (0, line);
    }
    let rest = line.get(end + 1..).unwrap_or_default().trim_start();
    (line.len() - rest.len(), rest)
}

/// The milliseconds of `[hh:mm:ss]`, `[mm:ss]`, with thousandths or without.
fn bracketed(text: &str) -> Option<u64> {
    let inside = text.trim().trim_matches(['[', ']', '(', ')']);
    let with_fraction =
        if inside.contains(['.', ',']) { inside.to_owned() } else { format!("{inside}.000") };
    super::time(&with_fraction)
}

#[cfg(test)]
mod tests {
    use crate::{Document, Edit, Format};

    #[test]
    fn speakers_are_told_from_colons() {
        let text =
            "Agent: Guten Tag\nKundin: Hallo\n\nMeine Nummer: 0171\n[00:01:05] Agent: Danke: gut\n";
        let document = Document::read(Format::Lines, text.as_bytes()).unwrap();
        let turns = document.conversation().turns;
        let turns = turns
            .iter()
            .map(|t| (t.speaker.as_deref().unwrap(), t.text.as_str(), t.start))
            .collect::<Vec<_>>();
        let want = [
            ("Agent", "Guten Tag", None),
            ("Kundin", "Hallo", None),
            ("Kundin", "Meine Nummer: 0171", None),
            ("Agent", "Danke: gut", Some(65_000)),
        ];
        assert_eq!(turns, want);
        let edit = Edit { part: 4, range: 14..18, with: "*".into() };
        assert_eq!(document.texts()[4].path, "line 4");
        assert_eq!(document.write(&[edit]).unwrap(), text.replace("0171", "*"));
    }
}
