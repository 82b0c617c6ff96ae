//! `abide pseudonymize`: tokens made with a key. What comes out is still personal data.

use abide_anonymize::text::{Pseudonyms, Seen};
use anyhow::Context;

use super::anonymize::work::{finder, pieces, read_whole, whole};
use crate::Outcome;
use crate::cli::{Pseudonymize, PseudonymizeText, PseudonymizeWhat};
use crate::files::say;

/// The largest file of a key, in bytes.
const LARGEST_KEY: usize = 4096;

pub(super) fn run(options: &Pseudonymize) -> anyhow::Result<Outcome> {
    match &options.what {
        PseudonymizeWhat::Text(options) => text(options),
    }
}

fn text(options: &PseudonymizeText) -> anyhow::Result<Outcome> {
    let finder = finder(options.rules.as_deref())?;
    let key = read_whole(&options.key, LARGEST_KEY)?;
    let tokens = Pseudonyms::new(&key).with_context(|| format!("`{}`", options.key.display()))?;
    let mut seen = Seen::default();
    whole(&options.out, |file| {
        pieces(&options.text, |piece| {
            let found = finder.find(piece);
            seen.learn(piece, &found);
            let done = tokens.replace(piece, &seen.complete(piece, found));
            Ok(file.write_all(done.text.as_bytes())?)
        })
    })?;
    say("the result is still personal data (GDPR Art. 4(5)): keep the key apart from it");
    Ok(Outcome::Fine)
}
