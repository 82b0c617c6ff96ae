//! Transcripts in JSON, told by their shape, not by their maker.
//!
//! Read are openai-whisper and faster-whisper (`segments[].text`, `words[].word`, token numbers), WhisperX (speakers,
//! `word_segments`), whisper.cpp (`transcription[]` with `offsets` in milliseconds and `tokens[]`), lists of
//! `{speaker, message}` and of `{parties, start, duration, text}` (vCon, draft-ietf-vcon-vcon-core-04, appendix A.8), and
//! what looks like them (Deepgram's `transcript` and `words`). Whatever else is text is a field, so nothing stays unseen.
//!
//! The rule: an object with a text and no segments below it is a turn. Words, tokens and the text of the whole repeat
//! turns; they follow every edit of the turn. A word that cannot be found in its turn is emptied when the turn changes.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use jiff::Timestamp;

use crate::document::{Around, Holds, Role, field};
use crate::error::Error;
use crate::form::Form;
use crate::json::{Json, parse, step};
use crate::slot::{Blot, Item, Mirror, Slot, Times};
use crate::walk::Walker;

/// Where the values start that were read.
type Done = HashSet<usize>;

/// Members that hold what was said.
const SAID: [&str; 5] = ["message", "text", "transcript", "punctuated_word", "word"];
/// Members that hold the turns of a whole.
const TURNS: [&str; 2] = ["segments", "transcription"];
/// Members that repeat turns word by word.
const WORDS: [&str; 3] = ["words", "word_segments", "tokens"];

pub(crate) fn items(source: &str, around: &Around<'_>) -> Result<Vec<Item>, Error> {
    let root = parse(source)?;
    let mut walker = Walker::new(source);
    walker.names = around.names.to_vec();
    walker.base = around.base;
    walker.spoken(Json::new(source, &root), "", "", None);
    Ok(walker.items)
}

impl<'a> Walker<'a> {
    /// The turns of a value, and its other texts.
    pub(crate) fn spoken(&mut self, json: Json<'a>, path: &str, name: &str, channel: Option<u32>) {
        if json.is_array() {
            for (i, item) in json.items().enumerate() {
                let channel = if name == "channels" { u32::try_from(i).ok() } else { channel };
                self.spoken(item, &step(path, i), name, channel);
            }
        } else if json.is_object() {
            self.object(json, path, channel);
        } else {
            self.fields(json, path, name);
        }
    }

    fn object(&mut self, json: Json<'a>, path: &str, channel: Option<u32>) {
        let said = SAID.into_iter().find(|name| json.get(name).is_some_and(|v| v.text().is_some()));
        let whole = TURNS.iter().any(|name| json.get(name).is_some_and(Json::is_array));
        let first = self.items.len();
        let mut done = Done::new();
        let turns = if whole {
            self.members(json, path, channel, &mut done, |name| TURNS.contains(&name));
            self.whole(json, path, first, said, &mut done)
        } else {
            said.map(|name| self.turn(json, path, name, channel, &mut done)).into_iter().collect()
        };
        if !turns.is_empty() {
            self.copies(json, path, &turns, &mut done);
        }
        self.members(json, path, channel, &mut done, |_| true);
    }

    /// Goes into the members that are asked for and were not done yet.
    fn members(
        &mut self,
        json: Json<'a>,
        path: &str,
        channel: Option<u32>,
        done: &mut Done,
        which: impl Fn(&str) -> bool,
    ) {
        for (name, value) in json.members() {
            if which(name) && done.insert(value.place().start) {
                self.spoken(value, &step(path, name), name, channel);
            }
        }
    }

    /// The text of the whole repeats its turns, or is a text of its own.
    fn whole(
        &mut self,
        json: Json<'a>,
        path: &str,
        first: usize,
        said: Option<&str>,
        done: &mut Done,
    ) -> Vec<usize> {
        let is_turn =
            |i: &usize| matches!(self.slot(*i), Some(Slot { role: Role::Speech { .. }, .. }));
        let turns = (first..self.items.len()).filter(is_turn).collect::<Vec<_>>();
        if let Some((name, value)) = said.and_then(|name| Some((name, json.get(name)?))) {
            done.insert(value.place().start);
            if !self.repeats(value, &turns) {
                let role = Role::Speech { speaker: None, channel: None, start: None, end: None };
                self.push(Slot::new(step(path, name), role, value.inside(), Form::Json));
            }
        }
        turns
    }

    /// Whether a text is the texts of these turns in a row; if so, it follows them.
    fn repeats(&mut self, whole: Json<'a>, turns: &[usize]) -> bool {
        let text = whole.text().unwrap_or_default();
        let (mut at, mut found) = (0, Vec::new());
        for turn in turns {
            let own = self.text_at(*turn);
            let of = trimmed(&own, &(0..own.len()));
            at = text.len() - text.get(at..).unwrap_or_default().trim_start().len();
            let same =
                own.get(of.clone()).filter(|t| text.get(at..).is_some_and(|r| r.starts_with(t)));
            let Some(same) = same else { return false };
            found.push((*turn, of, at..at + same.len()));
            at += same.len();
        }
        if !text.get(at..).unwrap_or_default().trim().is_empty() || turns.is_empty() {
            return false;
        }
        self.follow_parts(whole, &found);
        true
    }

    fn follow_parts(&mut self, whole: Json<'a>, found: &[(usize, Range<usize>, Range<usize>)]) {
        let inside = whole.inside();
        let raw = self.raw(inside.clone());
        let parts = found.iter().map(|(_, _, part)| part.clone()).collect::<Vec<_>>();
        let places = Form::Json.raw_ranges(raw, &parts);
        for ((turn, of, _), place) in found.iter().zip(places) {
            let place = inside.start + place.start..inside.start + place.end;
            if let Some(slot) = self.slot_mut(*turn).filter(|_| !place.is_empty()) {
                slot.mirrors.push(Mirror { place, form: Form::Json, of: of.clone() });
            }
        }
    }

    fn turn(
        &mut self,
        json: Json<'a>,
        path: &str,
        name: &str,
        channel: Option<u32>,
        done: &mut Done,
    ) -> usize {
        let speaker = self.speaker(json, path, done);
        let (start, end) = self.times(json);
        let own = ["channel", "channel_index"].iter().find_map(|n| json.get(n)?.count());
        let channel = own.and_then(|c| u32::try_from(c).ok()).or(channel);
        let role = Role::Speech { speaker: speaker.map(Cow::Owned), channel, start, end };
        let place = json.get(name).map(|value| {
            done.insert(value.place().start);
            value.inside()
        });
        self.push(Slot::new(step(path, name), role, place.unwrap_or_default(), Form::Json))
    }

    fn speaker(&mut self, json: Json<'a>, path: &str, done: &mut Done) -> Option<String> {
        let names = ["speaker", "speaker_name", "speaker_label", "speaker_id"];
        for name in names {
            let Some(value) = json.get(name) else { continue };
            if let Some(text) = value.text().filter(|t| !t.is_empty()) {
                done.insert(value.place().start);
                self.push(Slot::new(
                    step(path, name),
                    field(name, Holds::Name),
                    value.inside(),
                    Form::Json,
                ));
                return Some(text.into_owned());
            }
            if value.is_number() {
                return Some(value.raw().to_owned());
            }
        }
        let party = ["party", "parties"].iter().find_map(|n| json.get(n)?.count())?;
        self.names.get(party)?.clone()
    }

    /// When it was said, in milliseconds.
    fn times(&mut self, json: Json<'a>) -> (Option<u64>, Option<u64>) {
        if let Some(offsets) = json.get("offsets") {
            let at = |name| offsets.get(name)?.count()?.try_into().ok();
            return (at("from"), at("to"));
        }
        let seconds = |name| json.get(name).and_then(Json::number).and_then(millis);
        let start = seconds("start").or_else(|| self.since_base(json.get("start")?));
        let length = || Some(start? + seconds("duration")?);
        (start, seconds("end").or_else(length))
    }

    fn since_base(&mut self, date: Json<'a>) -> Option<u64> {
        let at = date.text()?.parse::<Timestamp>().ok()?;
        let base = *self.base.get_or_insert(at);
        u64::try_from(at.as_millisecond() - base.as_millisecond()).ok()
    }

    /// Words and tokens beside turns follow them.
    fn copies(&mut self, json: Json<'a>, path: &str, turns: &[usize], done: &mut Done) {
        for name in WORDS {
            let Some(list) = json.get(name).filter(|l| l.is_array()) else { continue };
            done.insert(list.place().start);
            if list.items().all(Json::is_number) {
                self.blot_all(list, turns);
                continue;
            }
            let mut cursor = Cursor::new(self, turns);
            for (i, word) in list.items().enumerate() {
                self.copy(word, &step(&step(path, name), i), &mut cursor, name != "tokens");
            }
        }
    }

    fn blot_all(&mut self, list: Json<'a>, turns: &[usize]) {
        for turn in turns.iter().take(1) {
            let of = 0..self.text_at(*turn).len();
            if let Some(slot) = self.slot_mut(*turn) {
                slot.blots.push(Blot { place: list.place(), with: "[]", of });
            }
        }
    }

    /// One word or token of a list.
    fn copy(&mut self, word: Json<'a>, path: &str, cursor: &mut Cursor<'_>, is_word: bool) {
        if let Some(text) = word.text() {
            let of = cursor.find(self, &text);
            self.follow(cursor, word, &text, of);
            return;
        }
        let (start, end) = self.times(word);
        let mut of = None;
        for (name, value) in word.members() {
            let text = value.text();
            if let Some(text) = text.as_ref().filter(|_| SAID.contains(&name)) {
                if is_mark(text) {
                    return;
                }
                let range = of.get_or_insert_with(|| cursor.find(self, text)).clone();
                self.follow(cursor, value, text, range);
            } else if name == "speaker" && self.follows_speaker(cursor.slot(), value) {
            } else if !matches!(name, "timestamps" | "offsets") {
                self.fields(value, &step(path, name), name);
            }
        }
        if let Some(of) = of.flatten().filter(|r| !r.is_empty())
            && let Some(slot) = self.slot_mut(cursor.slot())
        {
            let id = word.get("id").filter(|id| !is_word && id.is_number());
            slot.blots.extend(id.map(|id| Blot {
                place: id.place(),
                with: "null",
                of: of.clone(),
            }));
            slot.words.extend(is_word.then_some(Times { of, start, end }));
        }
    }

    /// Lets a copy follow its part of a turn; one that was not found is emptied when anything in the turn changes.
    fn follow(
        &mut self,
        cursor: &Cursor<'_>,
        value: Json<'a>,
        text: &str,
        of: Option<Range<usize>>,
    ) {
        let inside = value.inside();
        let part = trimmed(text, &(0..text.len()));
        if part.is_empty() {
            return;
        }
        let place = Form::Json.raw_range(self.raw(inside.clone()), &part);
        let place = inside.start + place.start..inside.start + place.end;
        let whole = 0..cursor.text.len();
        let Some(slot) = self.slot_mut(cursor.slot()) else { return };
        match of {
            Some(of) => slot.mirrors.push(Mirror { place, form: Form::Json, of }),
            None => slot.blots.push(Blot { place, with: "", of: whole }),
        }
    }

    /// Whether the speaker of a word is that of its turn; if so, it follows the field.
    fn follows_speaker(&mut self, turn: usize, value: Json<'a>) -> bool {
        let Some(before) = turn.checked_sub(1) else { return false };
        let Some(slot) = self.slot(before) else { return false };
        let is_speaker =
            matches!(&slot.role, Role::Field { name, .. } if name.starts_with("speaker"));
        if !is_speaker || self.raw(slot.place.clone()) != self.raw(value.inside()) {
            return false;
        }
        let of = 0..self.text_at(before).len();
        if let Some(slot) = self.slot_mut(before) {
            slot.mirrors.push(Mirror { place: value.inside(), form: Form::Json, of });
        }
        true
    }
}

/// Where in the turns the words have come to.
struct Cursor<'t> {
    turns: &'t [usize],
    turn: usize,
    at: usize,
    text: String,
    next: String,
}

impl<'t> Cursor<'t> {
    fn new(walker: &Walker<'_>, turns: &'t [usize]) -> Self {
        let text = |i: usize| turns.get(i).map(|t| walker.text_at(*t)).unwrap_or_default();
        Self { turns, turn: 0, at: 0, text: text(0), next: text(1) }
    }

    fn slot(&self) -> usize {
        self.turns.get(self.turn).copied().unwrap_or_default()
    }

    /// The bytes of the next word in its turn, if it is there.
    fn find(&mut self, walker: &Walker<'_>, word: &str) -> Option<Range<usize>> {
        let word = word.trim();
        if let Some(found) = find(&self.text, self.at, word) {
            self.at = found.end;
            return Some(found);
        }
        let found = find(&self.next, 0, word).filter(|_| !self.next.is_empty())?;
        self.turn += 1;
        self.at = found.end;
        let after = self.turns.get(self.turn + 1).map(|t| walker.text_at(*t));
        self.text = std::mem::replace(&mut self.next, after.unwrap_or_default());
        Some(found)
    }
}

/// Whether a token is one of whisper.cpp's marks, such as `[_BEG_]` and `[_TT_150]`: not a word.
fn is_mark(token: &str) -> bool {
    let inside = token.strip_prefix("[_").and_then(|t| t.strip_suffix(']'));
    let plain = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    inside.is_some_and(|t| t.len() <= 12 && t.bytes().all(plain))
}

/// How many words ahead a word is looked for.
const AHEAD: usize = 6;
/// How many bytes ahead a word is looked for.
const WINDOW: usize = 800;

/// A word in a text from a place on: there exactly, else among the next words by its letters.
fn find(text: &str, at: usize, word: &str) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let start = text.len() - rest.trim_start().len();
    if text.get(start..)?.starts_with(word) {
        return Some(start..start + word.len());
    }
    let letters = letters(word.get(..WORD).unwrap_or(word));
    let mut start = start;
    let window = text.get(..text.floor_char_boundary(start.saturating_add(WINDOW)))?;
    for token in window.get(start..)?.split_whitespace().take(AHEAD) {
        let begin = start + text.get(start..)?.find(token)?;
        start = begin + token.len();
        if token.len() <= WORD && !letters.is_empty() && self::letters(token) == letters {
            let inner = token.find(word).map_or(0..token.len(), |i| i..i + word.len());
            return Some(begin + inner.start..begin + inner.end);
        }
    }
    None
}

/// The longest word that is compared by its letters, in bytes.
const WORD: usize = 100;

fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A range without the spaces at its ends.
pub(crate) fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start.max(range.start + inside.trim_end().len())
}

/// Seconds as milliseconds, if they are a time.
pub(crate) fn millis(seconds: f64) -> Option<u64> {
    let millis = (seconds * 1000.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be in range"
    )]
    (0.0..1e15).contains(&millis).then_some(millis as u64)
}

#[cfg(test)]
mod tests;
