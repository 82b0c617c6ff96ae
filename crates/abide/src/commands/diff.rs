//! `abide diff`: what changed for people.

use abide_notice::Locales;
use abide_notice::changes::sentences;
use abide_policy::diff::{Effect, changes};
use abide_policy::vocab::{Lang, Vocabulary};

use super::policy;
use crate::Outcome;
use crate::cli::Diff;
use crate::files;

pub(super) fn run(options: &Diff) -> anyhow::Result<Outcome> {
    let (from, to) = (policy::read(&options.from)?, policy::read(&options.to)?);
    let lang = Lang::from_word(&options.lang).unwrap_or(Lang::En);
    let locale = Locales::built_in().get(lang);
    let found = changes(&from, &to);
    for change in &found {
        let sign = match change.effect() {
            Effect::More => '+',
            Effect::Other => '·',
            Effect::Less => '-',
        };
        files::print(&format!("{sign} {}\n", sentences::of(locale, &to, change)))?;
    }
    Ok(if found.is_empty() { Outcome::Fine } else { Outcome::Found })
}
