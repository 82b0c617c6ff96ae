//! The recorded calls of the corpus, with word times that a recognizer found (`tests/sound/align.py`; words that it
//! misheard have none): nothing that people marked in them can be heard any more.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Range;
use std::process::Command;

use abide_anonymize::sound::{Filling, Recording, Spans, Stretch, locate, redact, survey};
use abide_anonymize::text::{Plan, Session, call};
use abide_calls::{Document, Format};
use abide_detect::Finder;
use serde_json::{Value, json};

/// For each call, turn and word: when it was heard, in milliseconds.
type Times = BTreeMap<String, Vec<Vec<Option<(u64, u64)>>>>;

const TIMES: &str = include_str!("../sound/times.json");

struct Case {
    name: String,
    mp3: Vec<u8>,
    text: String,
    /// What people marked, in bytes of the text; without the names of companies.
    marked: Vec<Range<usize>>,
    times: Vec<Vec<Option<(u64, u64)>>>,
}

fn cases() -> Vec<Case> {
    let Some(folder) = abide_tests::corpus("calls") else { return Vec::new() };
    let times: Times = serde_json::from_str(TIMES).unwrap();
    let read = |name: &str, end: &str| std::fs::read(folder.join(format!("{name}{end}"))).unwrap();
    let case = |(name, times): (String, _)| {
        let gold: Value = serde_json::from_slice(&read(&name, ".gold.json")).unwrap();
        let text = gold["text"].as_str().unwrap().to_owned();
        let byte = |at: &Value| {
            let at = usize::try_from(at.as_u64().unwrap()).unwrap();
            text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte)
        };
        let spans = gold["spans"].as_array().unwrap().iter().filter(|s| s["label"] != "ORG");
        let marked = spans.map(|s| byte(&s["start"])..byte(&s["end"])).collect();
        Case { mp3: read(&name, ".mp3"), text, marked, times, name }
    };
    times.into_iter().map(case).collect()
}

impl Case {
    /// The transcript in Whisper's form.
    fn transcript(&self, length: f64) -> Document {
        let turns = self.text.split('\n').zip(&self.times).enumerate().map(|(n, (line, times))| {
            let (start, end) = self.around(n);
            let (speaker, said) = line.split_once(": ").unwrap();
            let words = said.split_whitespace().zip(times).map(|(word, time)| match time {
                Some((start, end)) => {
                    json!({"word": word, "start": *start as f64 / 1e3, "end": *end as f64 / 1e3})
                }
                None => json!({ "word": word }),
            });
            json!({"speaker": speaker, "text": said, "words": words.collect::<Vec<_>>(),
                "start": start, "end": end.unwrap_or(length)})
        });
        let whole = json!({ "segments": turns.collect::<Vec<_>>() }).to_string();
        Document::read(Format::TranscriptJson, whole.as_bytes()).unwrap()
    }

    /// From the last word heard before a turn to the first one heard after it, in seconds.
    fn around(&self, at: usize) -> (f64, Option<f64>) {
        let last = self.times.iter().take(at).flatten().flatten().map(|(_, end)| *end).max();
        let next =
            self.times.iter().skip(at + 1).flatten().flatten().map(|(start, _)| *start).min();
        (last.unwrap_or(0) as f64 / 1e3, next.map(|n| n as f64 / 1e3))
    }

    /// When marked words were heard, in milliseconds.
    fn secrets(&self) -> Vec<Range<u64>> {
        let (mut out, mut line_start) = (Vec::new(), 0);
        for (line, times) in self.text.split('\n').zip(&self.times) {
            let said = line.split_once(": ").unwrap().1;
            let words = said.split_whitespace().zip(times);
            for (word, time) in words {
                let start = line_start + (word.as_ptr() as usize - line.as_ptr() as usize);
                let place = start..start + word.len();
                let touched = |m: &&Range<usize>| m.start < place.end && place.start < m.end;
                if let (Some(_), Some((start, end))) = (self.marked.iter().find(touched), time) {
                    out.push(*start..*end);
                }
            }
            line_start += line.len() + 1;
        }
        out
    }
}

fn samples(bytes: &[u8]) -> Vec<f64> {
    let mut source = Cursor::new(bytes);
    let mut recording = Recording::open(&mut source).unwrap();
    let (mut all, mut block) = (Vec::new(), Vec::new());
    while recording.next(&mut block).unwrap() {
        all.extend_from_slice(&block);
    }
    all
}

#[test]
fn what_people_marked_cannot_be_heard() {
    let python = abide_tests::python("pocketsphinx");
    let (mut secrets, mut left, mut calls, mut heard) = (0, Vec::new(), 0, 0);
    for case in cases() {
        let survey = survey(&mut Cursor::new(&case.mp3), &mut (), &mut |_| ()).unwrap();
        let document = case.transcript(survey.seconds());
        let mut state = 7_u64;
        let mut random = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state >> 3
        };
        let mut session = Session::new(&mut random);
        let called = call(&document, &Finder::default(), &Plan::default(), &mut session);
        let located = locate(&document, &called, |_| None);
        assert!(located.untimed.is_empty(), "{:?}", located.untimed);
        let stretches: Vec<Stretch> = located.stretches.into_iter().map(|(_, s)| s).collect();
        let spans = Spans::new(survey.shape.channels, &stretches);
        let mut wav = Vec::new();
        let source = &mut Cursor::new(&case.mp3);
        redact(source, &survey, &spans, Filling::Silence, &mut wav, &mut |_| ()).unwrap();
        let (old, new) = (samples(&case.mp3), samples(&wav));
        assert_eq!(old.len(), new.len());
        let rate = survey.shape.rate as usize * survey.shape.channels;
        for (n, (old, new)) in old.chunks(rate).zip(new.chunks(rate)).enumerate() {
            let inside = spans.of(0).iter().any(|r| r.contains(&(n as u64)));
            let rounded = old.iter().map(|s| (s * 32_768.0).round().min(32_767.0) / 32_768.0);
            assert!(if inside {
                new.iter().all(|s| *s == 0.0)
            } else {
                rounded.eq(new.iter().copied())
            });
        }
        for at in case.secrets() {
            let frames = at.start as usize * rate / 1000..at.end as usize * rate / 1000;
            let energy: f64 =
                new[frames.start..frames.end.min(new.len())].iter().map(|s| s * s).sum();
            secrets += 1;
            if energy > 0.0 {
                left.push(format!("{} at {at:?}", case.name));
            }
        }
        if let Some(python) = python.as_deref().filter(|_| calls < 1) {
            let before = hear(python, &wav_of(&survey, &old), spans.of(0));
            let after = hear(python, &wav, spans.of(0));
            heard += before.len();
            assert!(after.is_empty(), "{}: {after:?}", case.name);
        }
        calls += 1;
    }
    eprintln!(
        "{calls} calls, {secrets} marked words with times, {} audible, {heard} words heard before",
        left.len()
    );
    assert!(left.len() * 50 <= secrets, "{left:#?}");
    assert!(calls == 0 || python.is_none() || heard > 20, "{heard}");
}

/// The old recording in the form of the new one.
fn wav_of(survey: &abide_anonymize::sound::Survey, samples: &[f64]) -> Vec<u8> {
    let mut out = abide_anonymize::sound::wav::head(&survey.shape, survey.frames).unwrap();
    let mut bytes = Vec::new();
    abide_anonymize::sound::wav::encode(samples, survey.shape.depth, &mut bytes);
    out.extend(bytes);
    out
}

/// Hears English in some seconds of a recording. A hiss of one step is added: to zeros alone this recognizer always answers
/// with the same word.
const HEAR: &str = "
import json, random, sys, wave
from pocketsphinx import Decoder
random.seed(1)
with wave.open(sys.argv[1]) as w:
    rate, channels = w.getframerate(), w.getnchannels()
    data = memoryview(w.readframes(w.getnframes())).cast('h')[::channels].tolist() + [0]
d = Decoder(samprate=16000, loglevel='FATAL')
for start, end in json.loads(sys.argv[2]):
    part = data[start * rate:end * rate + 1]
    at = [i * rate / 16000 for i in range(int((len(part) - 1) * 16000 / rate))]
    line = [int(part[int(t)] + (part[int(t) + 1] - part[int(t)]) * (t - int(t))) for t in at]
    line = [max(-32768, min(32767, s + random.randint(-1, 1))) for s in line]
    d.start_utt()
    d.process_raw(b''.join(s.to_bytes(2, 'little', signed=True) for s in line), full_utt=True)
    d.end_utt()
    if d.hyp(): print(d.hyp().hypstr)
";

fn hear(python: &str, wav: &[u8], seconds: &[Range<u64>]) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), wav).unwrap();
    let parts: Vec<[u64; 2]> = seconds.iter().map(|r| [r.start, r.end]).collect();
    let parts = serde_json::to_string(&parts).unwrap();
    let path = file.path().display().to_string();
    let run = Command::new(python).args(["-c", HEAR, &path, &parts]).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap().split_whitespace().map(str::to_owned).collect()
}
