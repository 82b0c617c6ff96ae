//! `abide anonymize call`: a conversation as a whole; of a vCon a redacted copy.

use std::path::Path;

use abide_anonymize::text::{Called, Session, call, copy};
use abide_calls::{Document, Format, limits};
use anyhow::{Context, anyhow};

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
    let copy = copy(document, called, &random.uuid(), now, options.keep_recordings)?;
    random.check()?;
    if options.keep_recordings {
        say(
            "recordings stay as they are: this program does not change sound yet, and voices identify people",
        );
    } else if copy.left_out > 0 {
        say(&format!(
            "left out: {} recordings or other contents that are no text (sound is not changed yet)",
            copy.left_out
        ));
    }
    Ok(copy.text)
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
