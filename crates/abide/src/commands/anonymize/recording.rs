//! `abide anonymize recording`: what is said in a recording, and keys that are pressed, replaced.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use abide_anonymize::sound::{
    Filling, Located, Recognizer, SLACK, Spans, Stretch, Supplied, Survey, locate, redact, survey,
};
use abide_anonymize::text::{Called, Session, call};
use abide_calls::{Document, Turn};
use anyhow::{Context, bail};
use serde_json::json;

use super::call::{read, shown};
use super::listen::Program;
use super::work::{Random, finder, plan, whole};
use crate::Outcome;
use crate::cli::{AnonymizeRecording, FigureFormat, Replace};
use crate::files::{print, say};

pub(super) fn run(options: &AnonymizeRecording) -> anyhow::Result<Outcome> {
    let random = Random::default();
    let mut recognizer = recognizer(options)?;
    let mut source = open(&options.recording)?;
    let name = || format!("`{}`", options.recording.display());
    let mut progress = Progress::new("heard");
    let survey = survey(&mut source, recognizer.as_mut(), &mut |s| progress.tell(s));
    progress.end();
    let survey = survey.with_context(name)?;
    let document = recognizer.said()?;
    let called = found(options, &document, &random)?;
    let stretches = stretches(options, &document, &called, &survey)?;
    let spans = Spans::new(survey.shape.channels, &stretches);
    if options.how.show {
        print(&shown(&document, &called))?;
    }
    if let Some(out) = options.out.as_deref().filter(|_| !options.how.preview) {
        let filling = filling(options.replace, &random)?;
        let mut progress = Progress::new("written");
        whole(out, |file| {
            let mut file = BufWriter::new(file);
            let done = &mut |s| progress.tell(s);
            redact(&mut source, &survey, &spans, filling, &mut file, done).with_context(name)?;
            Ok(file.flush()?)
        })?;
        progress.end();
    }
    let turns = document.conversation().turns;
    let last = turns.iter().filter_map(|turn| turn.end.or(turn.start)).max().unwrap_or(0);
    unheard(survey.seconds() - last as f64 / 1000.0);
    tell(options, &survey, &stretches, &spans)?;
    Ok(Outcome::Fine)
}

/// Who says what was said when.
fn recognizer(options: &AnonymizeRecording) -> anyhow::Result<Box<dyn Recognizer>> {
    Ok(match (&options.transcript, &options.recognizer) {
        (Some(path), _) => Box::new(Supplied(read(path)?)),
        (None, command) => Box::new(Program::new(command.as_deref().unwrap_or_default())?),
    })
}

/// What the transcript is called in messages.
fn transcript(options: &AnonymizeRecording) -> String {
    let path = options.transcript.as_deref();
    path.map_or("the transcript".to_owned(), |path| format!("`{}`", path.display()))
}

/// A recording as a source of sound.
pub(super) fn open(path: &Path) -> anyhow::Result<BufReader<File>> {
    #[expect(clippy::disallowed_methods, reason = "the command line names the file")]
    let file = File::open(path).with_context(|| format!("cannot open `{}`", path.display()))?;
    Ok(BufReader::new(file))
}

/// What stands in place of what goes; noise is drawn anew each time.
pub(super) fn filling(replace: Replace, random: &Random) -> anyhow::Result<Filling> {
    let filling = match replace {
        Replace::Silence => Filling::Silence,
        Replace::Tone => Filling::Tone,
        Replace::Noise => Filling::Noise(random.next()),
    };
    random.check()?;
    Ok(filling)
}

/// How many seconds at the end may be without any word.
const QUIET: f64 = 30.0;

/// Warns of an end about which the transcript says nothing.
pub(super) fn unheard(seconds: f64) {
    if seconds > QUIET {
        say(&format!(
            "the transcript ends {seconds:.0} s before the recording: whatever is said after that stays"
        ));
    }
}

fn found(
    options: &AnonymizeRecording,
    document: &Document,
    random: &Random,
) -> anyhow::Result<Called> {
    let (finder, plan) = (finder(options.how.rules.as_deref())?, plan(&options.how)?);
    let mut next = || random.next();
    let called = call(document, &finder, &plan, &mut Session::new(&mut next));
    random.check()?;
    Ok(called)
}

/// What goes: what was said, and keys.
fn stretches(
    options: &AnonymizeRecording,
    document: &Document,
    called: &Called,
    survey: &Survey,
) -> anyhow::Result<Vec<Stretch>> {
    check_channels(options, document, survey)?;
    let Located { stretches, untimed } = locate(document, called, |turn| channel(options, turn));
    if !untimed.is_empty() {
        bail!(
            "{} does not say when {} of its texts with personal data were said: give a transcript with times",
            transcript(options),
            untimed.len()
        );
    }
    let mut stretches: Vec<Stretch> = stretches.into_iter().map(|(_, s)| s).collect();
    let last = stretches.iter().map(|s| s.times.start).max().unwrap_or(0);
    if last as f64 > survey.seconds() * 1000.0 + SLACK as f64 {
        bail!(
            "{} has something said after {} s, but the recording ends at {:.1} s: do they belong together?",
            transcript(options),
            last / 1000,
            survey.seconds()
        );
    }
    if !options.keep_dtmf {
        stretches.extend(survey.stretches());
    }
    Ok(stretches)
}

/// A name that nobody has, or a channel that is not there, would leave what was to be replaced.
fn check_channels(
    options: &AnonymizeRecording,
    document: &Document,
    survey: &Survey,
) -> anyhow::Result<()> {
    let turns = document.conversation().turns;
    for (name, channel) in &options.channel {
        let is = |turn: &Turn| turn.speaker.as_ref().is_some_and(|s| s.eq_ignore_ascii_case(name));
        if !turns.iter().any(is) {
            bail!("nobody in {} is called `{name}`", transcript(options));
        }
        if *channel >= survey.shape.channels {
            bail!("the recording has {} channels, not {}", survey.shape.channels, channel + 1);
        }
    }
    Ok(())
}

/// The channel of a speaker: as typed, else as the transcript says.
fn channel(options: &AnonymizeRecording, turn: &Turn) -> Option<usize> {
    let speaker = turn.speaker.as_deref().unwrap_or_default();
    let typed = options.channel.iter().find(|(name, _)| name.eq_ignore_ascii_case(speaker));
    typed.map(|(_, channel)| *channel).or_else(|| usize::try_from(turn.channel?).ok())
}

/// The figures: on standard output, or where the recording goes there, on standard error.
fn tell(
    options: &AnonymizeRecording,
    survey: &Survey,
    stretches: &[Stretch],
    spans: &Spans,
) -> anyhow::Result<()> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    stretches.iter().for_each(|s| *counts.entry(s.why.label()).or_default() += 1);
    let seconds = spans.seconds(survey.frames, survey.shape.rate);
    let text = if options.format == FigureFormat::Json {
        let figures = json!({
            "seconds": survey.seconds(), "channels": survey.shape.channels, "rate": survey.shape.rate,
            "found": counts, "spans": spans.count(), "replaced_seconds": seconds,
        });
        format!("{figures}\n")
    } else {
        let kinds = counts.iter().map(|(kind, count)| format!("{kind:13} {count:>6}\n"));
        let total = format!(
            "{} spans, {seconds:.1} of {:.1} s in {} channels\n",
            spans.count(),
            survey.seconds() * survey.shape.channels as f64,
            survey.shape.channels
        );
        kinds.chain([total]).collect()
    };
    if options.out.as_deref() == Some(Path::new("-")) {
        say(text.trim_end());
        return Ok(());
    }
    print(&text)
}

/// A line that tells how far a long recording is, on a terminal only.
pub(super) struct Progress {
    what: &'static str,
    last: Instant,
    shown: bool,
    on: bool,
}

impl Progress {
    #[expect(clippy::disallowed_methods, reason = "a person waits: how long is asked of the clock")]
    pub(super) fn new(what: &'static str) -> Self {
        Self { what, last: Instant::now(), shown: false, on: io::stderr().is_terminal() }
    }

    #[expect(clippy::disallowed_methods, reason = "a person waits: how long is asked of the clock")]
    pub(super) fn tell(&mut self, seconds: f64) {
        if !self.on || self.last.elapsed() < Duration::from_millis(200) {
            return;
        }
        (self.last, self.shown) = (Instant::now(), true);
        let _ = write!(
            io::stderr(),
            "\r{} {:.0} min {:02.0} s ",
            self.what,
            (seconds / 60.0).floor(),
            seconds % 60.0
        );
    }

    pub(super) fn end(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
