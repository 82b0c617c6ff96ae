//! `abide anonymize call`: a conversation as a whole; of a vCon a redacted copy.

use std::collections::BTreeMap;
use std::path::Path;

use abide_anonymize::sound::{DialogSound, Sounds, Source, dialogs};
use abide_anonymize::text::{Called, Recordings, Session, call, copy};
use abide_calls::{Document, Format, limits};
use anyhow::{Context, anyhow, bail};

use super::recording::{filling, open, unheard};
use super::work::{Counts, Random, finder, plan, read_whole, whole};
use crate::Outcome;
use crate::cli::AnonymizeCall;
use crate::files::{print, say};

pub(super) fn run(options: &AnonymizeCall) -> anyhow::Result<Outcome> {
    let (finder, plan) = (finder(options.how.rules.as_deref())?, plan(&options.how)?);
    let document = read(&options.document)?;
    let random = Random::default();
    let mut next = || random.next();
    let called = call(&document, &finder, &plan, &mut Session::new(&mut next));
    random.check()?;
    let mut counts = Counts::default();
    called.changes.iter().for_each(|c| counts.add(c.kind, c.operator));
    let Some(out) = options.out.as_deref().filter(|_| !options.how.preview) else {
        if options.how.show {
            print(&shown(&document, &called))?;
        }
        print(&counts.lines())?;
        return Ok(Outcome::Fine);
    };
    let text = written(options, &document, &called, &random)?;
    whole(out, |file| Ok(file.write_all(text.as_bytes())?))?;
    if options.how.report {
        say(counts.lines().trim_end());
    }
    remaining(&document, &called, &text)
}

/// A document of telephony.
pub(super) fn read(path: &Path) -> anyhow::Result<Document> {
    let bytes = read_whole(path, limits::BYTES)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let opened = Document::open(&name, &bytes).ok_or_else(|| {
        anyhow!("`{}` is no document of telephony: use `abide anonymize text`", path.display())
    })?;
    opened.with_context(|| format!("`{}`", path.display()))
}

fn written(
    options: &AnonymizeCall,
    document: &Document,
    called: &Called,
    random: &Random,
) -> anyhow::Result<String> {
    if document.format() != Format::Vcon {
        return Ok(document.write(&called.edits)?);
    }
    #[expect(clippy::disallowed_methods, reason = "a copy says when it was made")]
    let now = jiff::Timestamp::now();
    let sounds = sounds(options, document, called, random)?;
    let recordings = match () {
        () if options.keep_recordings => Recordings::AsTheyAre,
        () if options.no_recordings => Recordings::LeftOut,
        () => Recordings::New(&sounds),
    };
    let copy = copy(document, called, &random.uuid(), now, recordings)?;
    random.check()?;
    tell(options, &sounds, copy.left_out);
    Ok(copy.text)
}

/// The recordings of a vCon without what is replaced in its transcripts.
fn sounds(
    options: &AnonymizeCall,
    document: &Document,
    called: &Called,
    random: &Random,
) -> anyhow::Result<Vec<DialogSound>> {
    if options.keep_recordings || options.no_recordings {
        return Ok(Vec::new());
    }
    let mut files = BTreeMap::new();
    for audio in &options.audio {
        let numbered = audio.split_once('=').and_then(|(n, file)| Some((n.parse().ok()?, file)));
        let (number, file) = numbered.unwrap_or((1_usize, audio));
        let index = number.checked_sub(1).context("dialogs count from 1")?;
        files.insert(index, Box::new(open(Path::new(file))?) as Box<dyn Source>);
    }
    let how = Sounds { filling: filling(options.replace, random)?, keep_keys: options.keep_dtmf };
    let sounds = dialogs(document, called, how, &mut |dialog| files.remove(&dialog))?;
    if let Some(dialog) = files.keys().next() {
        bail!("`--audio` for dialog {}, which is no recording of this vCon", dialog + 1);
    }
    Ok(sounds)
}

fn tell(options: &AnonymizeCall, sounds: &[DialogSound], left_out: usize) {
    if options.keep_recordings {
        say("recordings stay as they are: what is said in them stays, and voices identify people");
    }
    for sound in sounds {
        let number = sound.dialog + 1;
        match &sound.became {
            Err(why) => say(&format!("dialog {number}: the recording is left out: {why}")),
            Ok(new) => {
                let count: usize = new.counts.values().sum();
                say(&format!(
                    "dialog {number}: {count} stretches of the recording replaced by {}; the voices remain, and voices identify people",
                    new.filling.word()
                ));
                unheard(new.silent);
            }
        }
    }
    if left_out > 0 {
        say(&format!("left out: {left_out} recordings or other contents that are no text"));
    }
}

/// Looks into what was written for what was to go.
fn remaining(old: &Document, called: &Called, text: &str) -> anyhow::Result<Outcome> {
    let new = Document::read(old.format(), text.as_bytes())?;
    let texts = new.texts();
    let left = called.remaining(old, &new);
    for part in left.iter().filter_map(|number| texts.get(*number)) {
        say(&format!(
            "{}: still has what was replaced elsewhere: name it in rules (`--rules`)",
            part.path
        ));
    }
    Ok(if left.is_empty() { Outcome::Fine } else { Outcome::Found })
}

/// What was found, for eyes that may see it.
pub(super) fn shown(document: &Document, called: &Called) -> String {
    let texts = document.texts();
    let mut out = String::new();
    for change in &called.changes {
        let Some(part) = texts.get(change.part) else { continue };
        let value = part.text.get(change.range.clone()).unwrap_or("");
        let line =
            format!("{}: {} {}: {value:?}\n", part.path, change.kind, change.operator.word());
        out.push_str(&line);
    }
    out
}
