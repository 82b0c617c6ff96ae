//! SRT (SubRip): there is no standard, only what players read.
//!
//! A cue starts at a line of times, with a number in the line before; its text reaches to the next cue, empty lines
//! included (as the Python library `srt` reads it). A few HTML tags are markup; there are no escapes.

use std::ops::Range;

use super::timing;
use crate::document::Role;
use crate::error::Error;
use crate::form::Form;
use crate::line::{Line, lines};
use crate::slot::{Item, Slot};

/// Whether a file starts as SRT does: a number, then times.
pub(crate) fn starts(head: &str) -> bool {
    let mut lines = head.lines();
    let first = lines.next().unwrap_or_default().trim();
    is_number(first) && lines.next().is_some_and(|l| timing(l).is_some())
}

fn is_number(line: &str) -> bool {
    let digits = line.trim();
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

pub(crate) fn items(source: &str) -> Result<Vec<Item>, Error> {
    let lines = lines(source)?;
    let times = lines.iter().enumerate().filter_map(|(i, l)| Some((i, timing(l.text(source))?)));
    let times = times.collect::<Vec<_>>();
    outside(source, &lines, times.first().map_or(lines.len(), |(i, _)| *i))?;
    let mut items = Vec::with_capacity(times.len());
    for (number, (line, (start, end))) in times.iter().enumerate() {
        let next = times.get(number + 1).map_or(lines.len(), |(i, _)| {
            let before = lines.get(i.wrapping_sub(1)).map(|l| l.text(source));
            if before.is_some_and(is_number) && i - 1 > *line { i - 1 } else { *i }
        });
        let text = lines.get(line + 1..next).unwrap_or_default();
        let role =
            Role::Speech { speaker: None, channel: None, start: Some(*start), end: Some(*end) };
        if let Some(place) = place(text) {
            refuse_times(source, text)?;
            items.push(Item::Text(Slot::new(
                format!("cue {}", number + 1),
                role,
                place,
                Form::Srt,
            )));
        }
    }
    Ok(items)
}

/// The text without the empty lines around it.
fn place(text: &[Line]) -> Option<Range<usize>> {
    let first = text.iter().find(|l| !l.place.is_empty())?;
    let last = text.iter().rfind(|l| !l.place.is_empty())?;
    Some(first.place.start..last.place.end)
}

/// Before the first cue only its number may stand.
fn outside(source: &str, lines: &[Line], first: usize) -> Result<(), Error> {
    let before = lines.get(..first).unwrap_or_default();
    let odd =
        before.iter().find(|l| !l.text(source).trim().is_empty() && !is_number(l.text(source)));
    match odd {
        None if first == lines.len() && !lines.is_empty() => Err(Error::at(
            source,
            source.len(),
            "no cue",
            "check the format, or fetch the whole file again",
        )),
        None => Ok(()),
        Some(line) => Err(Error::at(
            source,
            line.place.start,
            "text before the first cue",
            "check the format",
        )),
    }
}

/// An arrow after a number is a cue whose times are broken, as at the end of a file that was cut off.
fn refuse_times(source: &str, text: &[Line]) -> Result<(), Error> {
    for pair in text.windows(2) {
        if let [number, times] = pair
            && is_number(number.text(source))
            && times.text(source).contains("-->")
        {
            let remedy = "write `start --> end` as hh:mm:ss,ttt";
            return Err(Error::at(
                source,
                times.place.start,
                "times of a cue that cannot be read",
                remedy,
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::{Document, Edit, Format};

    const SAMPLE: &str = "1\r\n00:00:00,500 --> 00:00:02,000 X1:40\r\n- <i>Guten Tag</i>\r\n- Hier ist Jürgen\r\n\r\n\
        2\r\n00:00:02,000 --> 00:00:03,000\r\nYes.\r\n\r\nReally.\r\n\r\n\r\n3\r\n00:00:04,000 --> 00:00:05,000\r\n";

    #[test]
    fn cues_keep_their_empty_lines() {
        let document = Document::read(Format::Srt, SAMPLE.as_bytes()).unwrap();
        let texts = document.texts();
        assert_eq!(
            texts.iter().map(|t| t.text.as_ref()).collect::<Vec<_>>(),
            ["- Guten Tag\n- Hier ist Jürgen", "Yes.\n\nReally."]
        );
        assert_eq!(document.write(&[]).unwrap(), SAMPLE);
        let edit = Edit { part: 0, range: 23..30, with: "*".into() };
        assert_eq!(document.write(&[edit]).unwrap(), SAMPLE.replace("Jürgen", "*"));
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for text in [
            "hello\n",
            "1\n00:00:00,000 --> 00:",
            "1\n00:00:00,000 --> 00:00:01,000\na\n\n2\n00:00:01 --> 0",
        ] {
            assert!(Document::read(Format::Srt, text.as_bytes()).is_err(), "{text}");
        }
        assert!(Document::read(Format::Srt, b"").unwrap().texts().is_empty());
    }
}
