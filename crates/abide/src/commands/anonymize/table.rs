//! `abide anonymize table`: a plan, a table, and the anonymous table beside its figures.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use abide_anonymize::table::{Anonymous, Hierarchy, Plan, PlanError, Ready, Table};
use anyhow::{Context, anyhow, bail};

use super::{figures, page};
use crate::Outcome;
use crate::cli::{AnonymizeTable, FigureFormat};
use crate::files::{print, read, read_text_of, say};
use crate::tables;

/// What a preview says at its end.
const PREVIEW: &str = "nothing was written: this is a preview";

pub(crate) fn run(options: &AnonymizeTable) -> anyhow::Result<Outcome> {
    let made = solve(&options.table, &options.plan)?;
    if let Some(out) = &options.out {
        write(&made, &options.table, out)?;
    }
    let report = made.report();
    if let Some(path) = &options.report {
        let page = page::of_table(report, options.preview, &options.lang);
        whole(path, |file| Ok(file.write_all(page.as_bytes())?))?;
    }
    print(&match options.format {
        FigureFormat::Text => figures::text(report),
        FigureFormat::Json => format!("{:#}\n", figures::json(report)),
    })?;
    if options.preview {
        say(PREVIEW);
    }
    Ok(Outcome::Fine)
}

/// Reads a table once and finds its levels.
pub(crate) fn solve(table: &Path, plan: &Path) -> anyhow::Result<Anonymous> {
    let ready = ready(plan)?;
    let mut progress = Progress::new("read");
    let mut rows = tables::rows(table, ready.separator())?;
    let read = Table::read_rows(ready, &mut *rows, &mut |rows| progress.tell(rows));
    progress.end();
    let name = || format!("`{}`", table.display());
    read.with_context(name)?.solve().with_context(name)
}

/// The plan with the hierarchies beside it.
fn ready(path: &Path) -> anyhow::Result<Ready> {
    let text = read_text_of(path, &read(path)?)?;
    let plan = Plan::parse(&text).map_err(|errors| anyhow!("{}", told(path, &text, &errors)))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    plan.load(|name| {
        let path = folder.join(name);
        let text = read_text_of(&path, &read(&path)?)?;
        Hierarchy::parse(&text, ';').with_context(|| format!("`{}`", path.display()))
    })
}

/// The errors of a plan, each with its line.
fn told(path: &Path, text: &str, errors: &[PlanError]) -> String {
    let lines = errors.iter().map(|error| match &error.place {
        Some(place) => {
            let line = text.get(..place.start).unwrap_or("").matches('\n').count() + 1;
            format!("{}:{line}: {error}", path.display())
        }
        None => format!("{}: {error}", path.display()),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn write(made: &Anonymous, table: &Path, out: &Path) -> anyhow::Result<()> {
    let same = table.canonicalize().ok();
    if same.is_some() && out.canonicalize().ok() == same {
        bail!("`{}` is the table itself: name another file for the anonymous one", out.display());
    }
    let separator = made.plan().separator();
    let mut rows = tables::rows(table, separator)?;
    whole(out, |file| {
        let mut progress = Progress::new("written");
        let mut to = tables::out(out, file, table, separator)?;
        let written = made.write_rows(&mut *rows, &mut *to, &mut |rows| progress.tell(rows));
        progress.end();
        Ok(written?)
    })
}

/// Writes a file that appears whole or not at all.
pub(crate) fn whole(
    path: &Path,
    fill: impl FnOnce(&mut File) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let cannot = || format!("cannot write `{}`", path.display());
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the user's mask takes from it what others may not.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.prefix(".abide-").tempfile_in(folder).with_context(cannot)?;
    fill(file.as_file_mut()).with_context(cannot)?;
    file.as_file().sync_all().with_context(cannot)?;
    file.persist(path).with_context(cannot)?;
    Ok(())
}

/// A line that tells how far a long work is, on a terminal only.
struct Progress {
    what: &'static str,
    shown: bool,
    last: Instant,
    on: bool,
}

impl Progress {
    #[expect(clippy::disallowed_methods, reason = "a person waits: how long is asked of the clock")]
    fn new(what: &'static str) -> Self {
        Self { what, shown: false, last: Instant::now(), on: io::stderr().is_terminal() }
    }

    #[expect(clippy::disallowed_methods, reason = "a person waits: how long is asked of the clock")]
    fn tell(&mut self, rows: u64) {
        if !self.on || self.last.elapsed() < Duration::from_millis(200) {
            return;
        }
        (self.last, self.shown) = (Instant::now(), true);
        let line = format!("\r{rows} rows {} ", self.what);
        let _ = io::stderr().lock().write_all(line.as_bytes());
    }

    fn end(&self) {
        if self.shown {
            let _ = io::stderr().lock().write_all(b"\r\x1b[K");
        }
    }
}
