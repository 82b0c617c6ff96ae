//! `abide init`: a new site to fill in. The files pass the check with the warnings that tell what is still to be said.

use std::io::Write;
use std::path::Path;

use anyhow::Context;

use crate::Outcome;
use crate::cli::Init;
use crate::files;

const SITE: &str = include_str!("../../starter/abide.toml");
const POLICY: &str = include_str!("../../starter/site-1.toml");

pub(super) fn run(options: &Init) -> anyhow::Result<Outcome> {
    let folder = &options.site;
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make `{}`", folder.display()))?;
    write_new(&folder.join("site-1.toml"), POLICY)?;
    write_new(&folder.join(abide_server::SITE_FILE), SITE)?;
    let shown = folder.display();
    files::say(&format!("wrote {shown}/abide.toml and {shown}/site-1.toml"));
    files::say(&format!("next: edit them, then `abide check {shown}` and `abide serve {shown}`"));
    Ok(Outcome::Fine)
}

/// Writes a file that is not there yet; what is there is never overwritten.
pub(super) fn write_new(path: &Path, text: &str) -> anyhow::Result<()> {
    let made = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = made.with_context(|| format!("cannot make `{}`", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("cannot write `{}`", path.display()))
}
