//! WebVTT: W3C Candidate Recommendation of 4 April 2019, sections 4 (syntax) and 6 (parsing).
//!
//! Parts are the text of each voice of each cue (`<v Anna>` gives the speaker, which is a part of its own), comments, the
//! header, and identifiers that are not numbers. Tags and times stay as they are. The standard lets a player skip a cue
//! whose times it cannot read; a reader that looks for personal data must not, so that is an error here.

use std::borrow::Cow;
use std::ops::Range;

use super::json::trimmed;
use super::{time, timing};
use crate::document::{Holds, Role, field};
use crate::error::Error;
use crate::form::Form;
use crate::line::{Line, lines};
use crate::slot::{Item, Slot, Times};

/// Whether a file starts as WebVTT does (section 4.1).
pub(crate) fn is_signature(head: &str) -> bool {
    let rest = head.strip_prefix("WEBVTT");
    rest.is_some_and(|r| r.is_empty() || r.starts_with([' ', '\t', '\n', '\r']))
}

pub(crate) fn items(source: &str) -> Result<Vec<Item>, Error> {
    let lines = lines(source)?;
    let Some(first) = lines.first().filter(|l| is_signature(l.text(source))) else {
        return Err(Error::at(source, 0, "no WEBVTT in the first line", "check the format"));
    };
    let mut reader = Reader { source, items: Vec::new(), cues: 0, notes: 0 };
    reader.note(first.place.start + 6..first.place.end);
    for block in lines.get(1..).unwrap_or_default().split(|l| l.place.is_empty()) {
        reader.block(block)?;
    }
    Ok(reader.items)
}

struct Reader<'a> {
    source: &'a str,
    items: Vec<Item>,
    cues: usize,
    notes: usize,
}

impl Reader<'_> {
    fn block(&mut self, block: &[Line]) -> Result<(), Error> {
        let Some(first) = block.first() else { return Ok(()) };
        let is_timing = |l: &&Line| l.text(self.source).contains("-->");
        let Some(at) = block.iter().take(2).position(|l| is_timing(&l)) else {
            self.other(block, first);
            return Ok(());
        };
        self.cues += 1;
        if at == 1 {
            self.identifier(first);
        }
        self.cue(block.get(at..).unwrap_or_default())
    }

    /// A comment, a style sheet, a region, or the rest of the header.
    fn other(&mut self, block: &[Line], first: &Line) {
        if matches!(first.text(self.source).trim_end(), "STYLE" | "REGION") {
            return;
        }
        for line in block {
            let place = line.place.clone();
            let skipped = if place == first.place { keyword(line.text(self.source)) } else { 0 };
            self.note(place.start + skipped..place.end);
        }
    }

    fn note(&mut self, place: Range<usize>) {
        let place = trimmed(self.source, &place);
        if !place.is_empty() {
            self.notes += 1;
            let path = format!("note {}", self.notes);
            self.items.push(Item::Text(Slot::new(path, Role::Note, place, Form::Line)));
        }
    }

    fn identifier(&mut self, line: &Line) {
        if !line.text(self.source).trim().bytes().all(|b| b.is_ascii_digit()) {
            let path = format!("cue {}/id", self.cues);
            let role = field("id", Holds::Free);
            self.items.push(Item::Text(Slot::new(path, role, line.place.clone(), Form::Line)));
        }
    }

    fn cue(&mut self, block: &[Line]) -> Result<(), Error> {
        let Some((first, text)) = block.split_first() else { return Ok(()) };
        let times = timing(first.text(self.source)).ok_or_else(|| {
            let remedy = "write `start --> end` as hh:mm:ss.ttt";
            Error::at(self.source, first.place.start, "times of a cue that cannot be read", remedy)
        })?;
        let (Some(start), Some(end)) = (text.first(), text.last()) else { return Ok(()) };
        self.voices(start.place.start..end.place.end, times);
        Ok(())
    }

    /// Cuts the text of a cue at its voice tags (section 4.2.2).
    fn voices(&mut self, text: Range<usize>, times: (u64, u64)) {
        let mut at = text.start;
        let mut speaker = None;
        while let Some(voice) = next_voice(self.source, at..text.end) {
            self.speech(at..voice.tag.start, speaker, times);
            speaker = self.speaker(voice.name.clone());
            at = voice.tag.end;
        }
        self.speech(at..text.end, speaker, times);
    }

    fn speaker(&mut self, place: Range<usize>) -> Option<String> {
        let slot = Slot::new(
            format!("cue {}/voice", self.cues),
            field("voice", Holds::Name),
            place,
            Form::Annotation,
        );
        let name = slot.text(self.source).into_owned();
        if !name.is_empty() {
            self.items.push(Item::Text(slot));
        }
        Some(name).filter(|n| !n.is_empty())
    }

    fn speech(&mut self, place: Range<usize>, speaker: Option<String>, (start, end): (u64, u64)) {
        let role = Role::Speech {
            speaker: speaker.map(Cow::Owned),
            channel: None,
            start: Some(start),
            end: Some(end),
        };
        let mut slot = Slot::new(format!("cue {}", self.cues), role, place, Form::Cue);
        if slot.text(self.source).trim().is_empty() {
            return;
        }
        slot.words = words(self.source, &slot, end);
        self.items.push(Item::Text(slot));
    }
}

/// How long the word that starts a comment is.
fn keyword(line: &str) -> usize {
    let rest = line.strip_prefix("NOTE");
    rest.filter(|r| r.is_empty() || r.starts_with([' ', '\t'])).map_or(0, |_| 4)
}

struct Voice {
    tag: Range<usize>,
    name: Range<usize>,
}

fn next_voice(source: &str, within: Range<usize>) -> Option<Voice> {
    let text = source.get(within.clone())?;
    let start = text
        .match_indices("<v")
        .map(|(i, _)| i)
        .find(|i| text.get(i + 2..).is_some_and(|r| r.starts_with(['.', ' ', '\t', '>'])))?;
    let inside = text.get(start..)?;
    let len = inside.find('>')?;
    let name = inside.get(..len)?.find([' ', '\t']).map_or(len, |i| i + 1);
    let at = within.start + start;
    Some(Voice { tag: at..at + len + 1, name: at + name..at + len })
}

/// The words between timestamp tags (section 4.2.2): each is said from its tag to the next.
fn words(source: &str, slot: &Slot, cue_end: u64) -> Vec<Times> {
    let raw = source.get(slot.place.clone()).unwrap_or_default();
    let mut out = Vec::<Times>::new();
    let (mut from, mut length) = (0, 0);
    for (start, _) in raw.match_indices('<') {
        let inside = raw.get(start + 1..).unwrap_or_default();
        let inside = inside.get(..inside.bytes().take(20).position(|b| b == b'>').unwrap_or(0));
        let Some(at) = inside.and_then(time) else { continue };
        length += slot.form.decode(raw.get(from..start).unwrap_or_default()).len();
        from = start;
        if let Some(last) = out.last_mut() {
            (last.of.end, last.end) = (length, Some(at));
        }
        out.push(Times { of: length..length, start: Some(at), end: Some(cue_end) });
    }
    let text = slot.text(source);
    if let Some(last) = out.last_mut() {
        last.of.end = text.len();
    }
    for word in &mut out {
        word.of = trimmed(&text, &word.of);
    }
    out.retain(|w| !w.of.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use crate::{Document, Edit, Format};

    const SAMPLE: &str = "\u{feff}WEBVTT Gespräch mit Anna\r\nKind: captions\r\n\r\nNOTE rang at\r\nnoon\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n\
        intro\r\n00:01.000 --> 00:02.500 align:start\r\n<v.loud Anna Schmidt>Ich bin <b>An</b>na &amp; du?</v>\r\n<v Bob>Bob!\r\n\r\n\
        2\r\n00:03.000 --> 00:00:05.000\r\n<00:00:03.100>one <00:00:03.500>two\r\n";

    fn read() -> Document {
        Document::read(Format::WebVtt, SAMPLE.as_bytes()).unwrap()
    }

    #[test]
    fn every_text_is_found() {
        let document = read();
        let texts = document.texts();
        let texts = texts.iter().map(|t| (t.path.as_str(), t.text.as_ref())).collect::<Vec<_>>();
        let want = [
            ("note 1", "Gespräch mit Anna"),
            ("note 2", "Kind: captions"),
            ("note 3", "rang at"),
            ("note 4", "noon"),
            ("cue 1/id", "intro"),
            ("cue 1/voice", "Anna Schmidt"),
            ("cue 1", "Ich bin Anna & du?\n"),
            ("cue 1/voice", "Bob"),
            ("cue 1", "Bob!"),
            ("cue 2", "one two"),
        ];
        assert_eq!(texts, want);
    }

    #[test]
    fn turns_have_speakers_and_times() {
        let turns = read().conversation().turns;
        assert_eq!(turns[0].speaker.as_deref(), Some("Anna Schmidt"));
        assert_eq!(
            (turns[1].speaker.as_deref(), turns[1].start, turns[1].end),
            (Some("Bob"), Some(1000), Some(2500))
        );
        let words =
            turns[2].words.iter().map(|w| (w.text.as_str(), w.start, w.end)).collect::<Vec<_>>();
        assert_eq!(words, [("one", Some(3100), Some(3500)), ("two", Some(3500), Some(5000))]);
    }

    #[test]
    fn only_what_is_asked_for_changes() {
        let document = read();
        assert_eq!(document.write(&[]).unwrap(), SAMPLE);
        let edit = |part, range, with: &str| Edit { part, range, with: with.into() };
        let edits = [edit(6, 8..12, "[NAME]"), edit(5, 0..12, "<S1>"), edit(9, 4..7, "a --> b")];
        let want = SAMPLE
            .replace("<b>An</b>na", "<b>[NAME]</b>")
            .replace("Anna Schmidt", "&lt;S1&gt;")
            .replace("two", "a --&gt; b");
        assert_eq!(document.write(&edits).unwrap(), want);
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for (text, line) in [("WEBVT\n", "line 1"), ("WEBVTT\n\n1\n00:01.000 --> 00:0", "line 4")] {
            let error = Document::read(Format::WebVtt, text.as_bytes()).unwrap_err();
            assert!(error.to_string().contains(line), "{error}");
        }
    }
}
