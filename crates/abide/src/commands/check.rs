//! `abide check`: every problem of every file named, in one run.

use std::path::Path;

use abide_policy::diagnostic::{self, Diagnostic, Severity};
use abide_policy::source;
use abide_server::{SiteFiles, clock};

use crate::Outcome;
use crate::cli::{Check, ReportFormat};
use crate::files;

/// A file with what was found in it.
struct Checked {
    path: String,
    source: String,
    diagnostics: Vec<Diagnostic>,
}

pub(super) fn run(options: &Check) -> anyhow::Result<Outcome> {
    let mut checked = Vec::new();
    for path in &options.paths {
        if path.is_dir() {
            check_site(path, &mut checked)?
        } else {
            checked.push(check_file(path)?)
        }
    }
    report(&checked, options.format)?;
    let count = |severity| {
        checked.iter().flat_map(|c| &c.diagnostics).filter(|d| d.severity == severity).count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if options.format == ReportFormat::Text {
        let acknowledged = count(Severity::Acknowledged);
        files::say(&format!(
            "{}: {}, {}, {acknowledged} acknowledged",
            counted(checked.len(), "file"),
            counted(errors, "error"),
            counted(warnings, "warning"),
        ));
    }
    let found = errors > 0 || options.deny_warnings && warnings > 0;
    Ok(if found { Outcome::Found } else { Outcome::Fine })
}

/// `1 error`, `2 errors`.
fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

fn check_site(folder: &Path, checked: &mut Vec<Checked>) -> anyhow::Result<()> {
    let site = SiteFiles::read(folder)?;
    let maps = site.maps(clock::day(clock::now()));
    let files = site.files.into_iter().chain(maps.into_iter().map(|m| m.file));
    checked.extend(files.map(|f| Checked {
        path: folder.join(&f.path).display().to_string(),
        source: f.source,
        diagnostics: f.diagnostics,
    }));
    Ok(())
}

fn check_file(path: &Path) -> anyhow::Result<Checked> {
    let bytes = files::read(path)?;
    let name = path.display().to_string();
    if is_xml(&bytes) {
        let diagnostics = abide_p3p::convert::check(&bytes).diagnostics;
        return Ok(Checked {
            path: name,
            source: String::from_utf8_lossy(&bytes).into_owned(),
            diagnostics,
        });
    }
    let (source, diagnostics) = match source::text_of(&bytes) {
        Err(refused) => (String::new(), vec![*refused]),
        Ok(text) if is_site_file(path, text) => {
            (text.to_owned(), source::read_site(text).diagnostics)
        }
        Ok(text) if source::is_map(text) => (text.to_owned(), source::read_map(text).diagnostics),
        Ok(text) => (text.to_owned(), source::read_policy(text).diagnostics),
    };
    Ok(Checked { path: name, source, diagnostics })
}

/// Whether a file is XML: P3P documents start with a tag, TOML never does.
pub(super) fn is_xml(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    start.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'<')
}

fn is_site_file(path: &Path, text: &str) -> bool {
    path.file_name().is_some_and(|n| n == abide_server::SITE_FILE)
        || text.lines().any(|l| l.trim() == "[site]")
}

fn report(checked: &[Checked], format: ReportFormat) -> anyhow::Result<()> {
    match format {
        ReportFormat::Text => {
            let colour = files::wants_colour();
            for c in checked {
                files::print(&diagnostic::to_terminal(&c.path, &c.source, &c.diagnostics, colour))?;
            }
            Ok(())
        }
        ReportFormat::Json => {
            let all: Vec<serde_json::Value> = checked
                .iter()
                .flat_map(|c| match diagnostic::to_json(&c.path, &c.source, &c.diagnostics) {
                    serde_json::Value::Array(list) => list,
                    other => vec![other],
                })
                .collect();
            files::print(&format!("{}\n", serde_json::to_string_pretty(&all)?))
        }
        ReportFormat::Sarif => {
            let all: Vec<(&str, &str, &[Diagnostic])> = checked
                .iter()
                .map(|c| (c.path.as_str(), c.source.as_str(), c.diagnostics.as_slice()))
                .collect();
            let log = diagnostic::to_sarif(&all, env!("CARGO_PKG_VERSION"));
            files::print(&format!("{}\n", serde_json::to_string_pretty(&log)?))
        }
    }
}
