//! Policies named on the command line, whatever format they are in.

use std::path::Path;

use abide_p3p::convert::{self, Settings};
use abide_policy::diagnostic::{self, Diagnostic, Severity, has_errors};
use abide_policy::model::Policy;
use abide_policy::source;
use anyhow::{Context, bail};

use super::check::is_xml;
use crate::files;

/// The policy in a file, TOML or P3P; its errors are shown and end the command.
pub(super) fn read(path: &Path) -> anyhow::Result<Policy> {
    read_with_source(path).map(|(policy, _)| policy)
}

/// The policy in a file with the text it was read from.
pub(super) fn read_with_source(path: &Path) -> anyhow::Result<(Policy, String)> {
    let bytes = files::read(path)?;
    let (policy, text, diagnostics) = if is_xml(&bytes) {
        let (policy, diagnostics) = from_p3p(&bytes)?;
        (policy, String::from_utf8_lossy(&bytes).into_owned(), diagnostics)
    } else {
        let text = files::read_text_of(path, &bytes)?;
        let reading = source::read_policy(&text);
        (reading.value, text, reading.diagnostics)
    };
    let Some(policy) = policy else {
        let errors: Vec<_> =
            diagnostics.into_iter().filter(|d| d.severity == Severity::Error).collect();
        files::say(&diagnostic::to_terminal(&path.display().to_string(), &text, &errors, false));
        bail!("`{}` has errors: `abide check` shows them all", path.display());
    };
    Ok((policy, text))
}

/// The only policy of a P3P document, unless it has errors.
fn from_p3p(bytes: &[u8]) -> anyhow::Result<(Option<Policy>, Vec<Diagnostic>)> {
    let reading = convert::check(bytes);
    if has_errors(&reading.diagnostics) {
        return Ok((None, reading.diagnostics));
    }
    let document = reading.document.context("there is no P3P document")?;
    match convert::policies(&document).as_slice() {
        [(policy, shared)] => {
            let converted = convert::to_policy(policy, *shared, &Settings::default());
            Ok((Some(converted.policy), reading.diagnostics))
        }
        [] => bail!("the document has no policy"),
        several => bail!("the document has {} policies: name a file with one", several.len()),
    }
}
