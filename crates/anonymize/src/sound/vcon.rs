//! The recordings of a vCon (draft-ietf-vcon-vcon-core-04, section 4.3), by the transcripts about them.
//!
//! A recording is redacted if an analysis about it says when things were said. Otherwise it cannot be, and is left out: so
//! it is with one that lies elsewhere, unless it is given, and with one that cannot be decoded here.

use std::collections::BTreeMap;
use std::io::Cursor;

use abide_calls::vcon::{Dialog, DialogKind, Vcon, source};
use abide_calls::{Document, Turn, limits};

use super::{Filling, Source, Spans, Stretch, Survey, locate, redact, survey, wav};
use crate::text::Called;

/// The recording of a dialog.
#[derive(Clone, Debug, PartialEq)]
pub struct DialogSound {
    /// The index of the dialog.
    pub dialog: usize,
    /// What became of it, or why it is left out.
    pub became: Result<NewSound, String>,
}

/// A recording that was redacted.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSound {
    /// The bytes of a WAV file.
    pub wav: Vec<u8>,
    /// How many stretches went, by the label of their kind.
    pub counts: BTreeMap<&'static str, usize>,
    /// What is heard instead.
    pub filling: Filling,
    /// How many seconds at the end the transcript says nothing about.
    pub silent: f64,
}

/// How recordings are redacted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sounds {
    /// What is heard instead.
    pub filling: Filling,
    /// Whether tones of keys stay.
    pub keep_keys: bool,
}

/// The longest recording that is put into a vCon, in bytes: so that it can be read again.
const MOST: u64 = limits::BYTES as u64 / 2;

/// What becomes of the recordings of a vCon. `given` may have the recording of a dialog that is not inside.
///
/// # Errors
/// If the document is no vCon.
pub fn dialogs(
    document: &Document,
    called: &Called,
    how: Sounds,
    given: &mut dyn FnMut(usize) -> Option<Box<dyn Source>>,
) -> Result<Vec<DialogSound>, abide_calls::Error> {
    let vcon = Vcon::read(source(document))?;
    let mut out = Vec::new();
    for (index, dialog) in vcon.dialogs().enumerate() {
        if dialog.kind() != DialogKind::Recording {
            continue;
        }
        let inside = || {
            let bytes = dialog.content().bytes().filter(|b| !b.is_empty())?;
            Some(Box::new(Cursor::new(bytes)) as Box<dyn Source>)
        };
        let sound = given(index).or_else(inside);
        let work = Work { document, called, vcon: &vcon, index, dialog, how };
        let became = match sound {
            None => Err("its recording is not inside".to_owned()),
            Some(mut sound) => work.redacted(sound.as_mut()),
        };
        out.push(DialogSound { dialog: index, became });
    }
    Ok(out)
}

struct Work<'a> {
    document: &'a Document,
    called: &'a Called,
    vcon: &'a Vcon<'a>,
    index: usize,
    dialog: Dialog<'a>,
    how: Sounds,
}

impl Work<'_> {
    fn redacted(&self, sound: &mut dyn Source) -> Result<NewSound, String> {
        let about = self.about()?;
        let last = about.iter().filter_map(|turn| turn.end.or(turn.start)).max().unwrap_or(0);
        let survey = survey(sound, &mut (), &mut |_| ()).map_err(|e| e.to_string())?;
        let stretches = self.stretches(&about, &survey)?;
        let spans = Spans::new(survey.shape.channels, &stretches);
        let head = wav::head(&survey.shape, survey.frames).map_err(|e| e.to_string())?;
        let length =
            survey.frames * survey.shape.channels as u64 * u64::from(survey.shape.depth.bytes());
        if length > MOST {
            return Err("as WAV it is too long for a vCon: redact it as a file".to_owned());
        }
        let mut wav = Vec::with_capacity(head.len() + usize::try_from(length).unwrap_or(0));
        redact(sound, &survey, &spans, self.how.filling, &mut wav, &mut |_| ())
            .map_err(|e| e.to_string())?;
        let mut counts = BTreeMap::new();
        stretches.iter().for_each(|s| *counts.entry(s.why.label()).or_default() += 1);
        let silent = survey.seconds() - last as f64 / 1000.0;
        Ok(NewSound { wav, counts, filling: self.how.filling, silent })
    }

    /// The turns of the analyses that say when things were said in this dialog.
    fn about(&self) -> Result<Vec<Turn>, String> {
        let texts = self.document.texts();
        let mut by_analysis: BTreeMap<usize, Vec<Turn>> = BTreeMap::new();
        for turn in self.document.conversation().turns {
            let path = texts.get(turn.part).map_or("", |part| part.path.as_str());
            if let Some(analysis) = analysis(path).filter(|a| self.is_about(*a)) {
                by_analysis.entry(analysis).or_default().push(turn);
            }
        }
        let timed = |turns: &Vec<Turn>| {
            turns.iter().any(|t| t.start.is_some() || t.words.iter().any(|w| w.start.is_some()))
        };
        let about: Vec<Turn> = by_analysis.into_values().filter(timed).flatten().collect();
        if about.is_empty() {
            return Err("no transcript says when things were said in it".to_owned());
        }
        Ok(about)
    }

    fn is_about(&self, analysis: usize) -> bool {
        let dialogs = self.vcon.analysis().nth(analysis).map(|a| a.dialogs()).unwrap_or_default();
        // One that does not say what it is about can only be about a recording that is the only one.
        let only = self.vcon.dialogs().len() == 1;
        dialogs == [self.index] || (dialogs.is_empty() && only)
    }

    fn stretches(&self, about: &[Turn], survey: &Survey) -> Result<Vec<Stretch>, String> {
        let located =
            locate(self.document, self.called, |turn| self.channel(turn, survey.shape.channels));
        let is_about = |part: usize| about.binary_search_by_key(&part, |turn| turn.part).is_ok();
        if located.untimed.iter().any(|part| is_about(*part)) {
            return Err("its transcript does not say of all turns when they were said".to_owned());
        }
        let said = located.stretches.into_iter().filter(|(part, _)| is_about(*part));
        let mut stretches: Vec<Stretch> = said.map(|(_, stretch)| stretch).collect();
        let end = survey.seconds() * 1000.0 + super::SLACK as f64;
        if stretches.iter().any(|s| s.times.start as f64 > end) {
            return Err("its transcript goes on after its end".to_owned());
        }
        if !self.how.keep_keys {
            stretches.extend(survey.stretches());
        }
        Ok(stretches)
    }

    /// The channel of a turn: as the transcript says, else that of the party of this name (4.3.4); all if in doubt.
    fn channel(&self, turn: &Turn, channels: usize) -> Option<usize> {
        if let Some(channel) = turn.channel {
            return usize::try_from(channel).ok();
        }
        let parties = self.dialog.parties();
        if parties.len() != channels {
            return None;
        }
        let speaker = turn.speaker.as_deref()?;
        let is = |name: Option<std::borrow::Cow<'_, str>>| name.is_some_and(|n| n == speaker);
        let mut all = self.vcon.parties();
        let party = all.position(|p| is(p.name()) || is(p.role()))?;
        let mut at = parties.iter().enumerate().filter(|(_, all)| all.contains(&party));
        let channel = at.next()?.0;
        at.next().is_none().then_some(channel)
    }
}

/// The index of the analysis that a text stands in.
fn analysis(path: &str) -> Option<usize> {
    let path = path.strip_prefix("/payload#").unwrap_or(path);
    path.strip_prefix("/analysis/")?.split(['/', '#']).next()?.parse().ok()
}
