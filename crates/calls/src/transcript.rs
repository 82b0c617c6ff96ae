//! What was said: one model for every kind of transcript.
//!
//! Owns: [`Conversation`], and the readers of the formats. Leaves to others: recognizing speech, sound.

pub mod json;
pub mod lines;
pub mod srt;
pub mod webvtt;

use std::ops::Range;

/// A conversation, as a transcript tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversation {
    /// The turns, in the order of the source.
    pub turns: Vec<Turn>,
}

/// What one speaker said at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The number of its text, for [`crate::Edit`].
    pub part: usize,
    /// Who speaks, as the transcript says it: a name, a role, a number.
    pub speaker: Option<String>,
    /// The channel of the recording, from 0.
    pub channel: Option<u32>,
    /// What was said.
    pub text: String,
    /// Milliseconds from the beginning of the recording.
    pub start: Option<u64>,
    /// Milliseconds from the beginning of the recording.
    pub end: Option<u64>,
    /// The words with their times, where the transcript has them.
    pub words: Vec<Word>,
}

/// A word (or several, or a part of one: what the transcript gives a time).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word, as it stands in the turn.
    pub text: String,
    /// Its bytes in the text of the turn.
    pub range: Range<usize>,
    /// Milliseconds from the beginning of the recording.
    pub start: Option<u64>,
    /// Milliseconds from the beginning of the recording.
    pub end: Option<u64>,
}

impl Turn {
    /// When a part of the text was said, in milliseconds: the times of the words it touches. Where one at its ends has no
    /// time (aligners give none to digits) or is not among the words, from the end of the word before and to the start of
    /// the word after that have one; without those, from the start and to the end of the turn.
    ///
    /// This is what has to be silenced in a recording when the part is redacted in the text.
    #[must_use]
    pub fn times(&self, part: &Range<usize>) -> Option<Range<u64>> {
        let touched = |w: &&Word| w.range.start < part.end && part.start < w.range.end;
        let words = || self.words.iter().filter(touched);
        let first = words().next().filter(|w| self.is_blank(part.start, w.range.start));
        let last = words().next_back().filter(|w| self.is_blank(w.range.end, part.end));
        let before = || self.words.iter().filter(|w| w.range.end <= part.start);
        let after = || self.words.iter().filter(|w| w.range.start >= part.end);
        let start = first.and_then(|w| w.start);
        let start = start.or_else(|| before().filter_map(|w| w.end).max()).or(self.start)?;
        let end = last.and_then(|w| w.end);
        let end = end.or_else(|| after().filter_map(|w| w.start).min()).or(self.end)?;
        // Words between may say more than those at the ends.
        let start = words().filter_map(|w| w.start).fold(start, u64::min);
        let end = words().filter_map(|w| w.end).fold(end, u64::max);
        Some(start..end.max(start))
    }

    /// Whether nothing is said from one place of the text to another.
    fn is_blank(&self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_none_or(|t| !t.contains(char::is_alphanumeric))
    }
}

/// A time of a subtitle in milliseconds: `01:02:03.004`, `02:03.004`, `00:01:02,003`.
pub(crate) fn time(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once(['.', ','])?;
    let millis = number(fraction, 3)?;
    let mut parts = whole.rsplit(':');
    let seconds = number(parts.next()?, 2).filter(|s| *s < 60)?;
    let minutes = number(parts.next()?, 2).filter(|m| *m < 60)?;
    let hours = parts.next().map_or(Some(0), |h| number(h, h.len().clamp(1, 9)))?;
    parts.next().is_none().then_some(((hours * 60 + minutes) * 60 + seconds) * 1000 + millis)
}

fn number(digits: &str, len: usize) -> Option<u64> {
    let ok = digits.len() == len && digits.bytes().all(|b| b.is_ascii_digit());
    if ok { digits.parse().ok() } else { None }
}

/// The times of a line `start --> end settings`.
pub(crate) fn timing(line: &str) -> Option<(u64, u64)> {
    let (start, rest) = line.split_once("-->")?;
    let end = rest.split_whitespace().next()?;
    Some((time(start.trim())?, time(end)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_exact() {
        let cases = [
            ("00:00:01,500", Some(1_500)),
            ("01:02:03.004", Some(3_723_004)),
            ("02:03.004", Some(123_004)),
            ("100:00:00.000", Some(360_000_000)),
            ("00:60.000", None),
            ("1:00.000", None),
            ("00:01", None),
            ("00:00:00:01.000", None),
            ("99999999999999999999:00:00.000", None),
            ("00:01.00", None),
        ];
        for (text, want) in cases {
            assert_eq!(time(text), want, "{text}");
        }
    }

    #[test]
    fn a_part_has_the_times_of_its_words() {
        let word = |text: &str, range, start, end| Word {
            text: text.into(),
            range,
            start: Some(start),
            end: Some(end),
        };
        let words =
            vec![word("I", 0..1, 0, 90), word("am", 2..4, 100, 190), word("Anna", 5..9, 200, 290)];
        let turn = Turn {
            part: 0,
            speaker: None,
            channel: None,
            text: "I am Anna".into(),
            start: Some(0),
            end: Some(400),
            words,
        };
        assert_eq!(turn.times(&(3..9)), Some(100..290));
        assert_eq!(turn.times(&(4..5)), Some(190..200));
    }

    #[test]
    fn words_without_times_lie_between_those_that_have_one() {
        let word = |text: &str, range, start, end| Word { text: text.into(), range, start, end };
        let words = vec![
            word("call", 0..4, Some(100), Some(190)),
            word("555", 5..8, None, None),
            word("now", 13..16, Some(700), Some(800)),
        ];
        let (speaker, channel) = (None, None);
        let text = "call 555 123 now".to_owned();
        let (start, end) = (Some(0), Some(900));
        let mut turn = Turn { part: 0, speaker, channel, text, start, end, words };
        let cases = [(5..8, 190..700), (5..12, 190..700), (0..8, 100..700), (9..12, 190..700)];
        for (part, want) in cases {
            assert_eq!(turn.times(&part), Some(want), "{part:?}");
        }
        turn.words.pop();
        assert_eq!(turn.times(&(5..12)), Some(190..900));
        turn.end = None;
        assert_eq!(turn.times(&(5..12)), None, "better none than one that is too short");
    }
}
