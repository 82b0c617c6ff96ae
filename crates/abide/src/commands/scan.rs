//! `abide scan`: files and folders, or texts from standard input.

mod lines;

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use abide_detect::{Finder, Kind, Miss, Options, Rules};
use abide_notice::say;
use abide_scan::report::{self, Form};
use abide_scan::{Column, Event, Hit, Limits, Scanner, Stats, Suppressions};
use anyhow::{Context, anyhow};
use serde_json::{Value, json};

use super::english;
use crate::Outcome;
use crate::cli::{Scan, ScanFormat};
use crate::files::{read, read_text_of, say};
use crate::progress::Progress;

/// The file of rules in a folder.
const RULES: &str = "detect.toml";

pub(crate) fn run(options: &Scan) -> anyhow::Result<Outcome> {
    let rules = rules(options.rules.as_deref())?;
    let suppressions = Suppressions::new(rules.suppressed())?;
    let settings =
        Options { threshold: options.threshold, explain: options.why_not, ..Options::default() };
    let finder = Finder::with_rules(settings, rules);
    let threads =
        options.threads.or_else(|| std::thread::available_parallelism().map(usize::from).ok());
    let scanner = Scanner::new(finder, Limits { unpacked: options.unpacked }, threads.unwrap_or(1));
    if options.text_jsonl {
        lines::run(options, &scanner)
    } else {
        files(options, &scanner, &suppressions)
    }
}

/// The organisation's rules: those named, else those in this folder, else none.
pub(super) fn rules(named: Option<&Path>) -> anyhow::Result<Rules> {
    let path = match named {
        Some(path) => path,
        None if Path::new(RULES).is_file() => Path::new(RULES),
        None => return Ok(Rules::default()),
    };
    let bytes = read(path)?;
    let text = read_text_of(path, &bytes)?;
    Rules::parse(&text).map_err(|errors| {
        let lines = errors.iter().map(|error| {
            let before = error.place.as_ref().and_then(|p| text.get(..p.start)).unwrap_or("");
            let line = before.matches('\n').count() + 1;
            format!("{}:{line}: {error}", path.display())
        });
        anyhow!("{}", lines.collect::<Vec<_>>().join("\n"))
    })
}

/// Scans the files named and reports.
fn files(
    options: &Scan,
    scanner: &Scanner,
    suppressions: &Suppressions,
) -> anyhow::Result<Outcome> {
    let mut stats = Stats::default();
    let files = listed(&options.paths, &mut stats)?;
    let form = match options.format {
        ScanFormat::Table => Form::Table,
        ScanFormat::Jsonl => Form::Jsonl,
        ScanFormat::Sarif => Form::Sarif,
        ScanFormat::Csv => Form::Csv,
    };
    let out: Box<dyn Write> = if options.stats || options.columns {
        Box::new(io::sink())
    } else {
        Box::new(BufWriter::new(io::stdout().lock()))
    };
    let mut report = report::to(form, out, options.show);
    let mut columns = AllColumns::new();
    let mut progress = Progress::beside_results("files");
    let mut failure = None;
    scanner.scan(&files, |event| {
        if let Event::Hit(path, hit) = &event {
            if !wanted(options, hit) {
                return true;
            }
            if suppressions.reason(path, hit).is_some() {
                stats.suppressed += 1;
                return true;
            }
        }
        stats.add(&event);
        if let (true, Event::Columns(path, some)) = (options.columns, &event) {
            add_columns(&mut columns, path, some);
        }
        tell_progress(&mut progress, files.len(), &stats);
        let told = tell(&event, report.as_mut());
        failure = told.err();
        failure.is_none()
    });
    drop(progress);
    if let Some(error) = failure {
        return Err(error.into());
    }
    report.end()?;
    if options.stats {
        print_stats(options, &stats)?;
    }
    if options.columns {
        print_columns(options, &columns)?;
    }
    conclude(&stats)
}

/// Columns by file and name.
type AllColumns = BTreeMap<(Arc<Path>, Box<str>), Column>;

fn add_columns(all: &mut AllColumns, path: &Arc<Path>, some: &BTreeMap<Box<str>, Column>) {
    for (name, column) in some {
        all.entry((path.clone(), name.clone())).or_default().add(column);
    }
}

fn print_columns(options: &Scan, columns: &AllColumns) -> anyhow::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for ((path, name), column) in columns {
        let counts = |counts: &BTreeMap<Kind, u64>| -> serde_json::Map<String, Value> {
            counts.iter().map(|(k, n)| (k.label().to_owned(), json!(n))).collect()
        };
        let kind = column.kind();
        if options.format == ScanFormat::Jsonl {
            let line = json!({
                "path": path.to_string_lossy(), "column": name, "values": column.values,
                "type": kind.map(|(k, _)| k.label()), "share": kind.map(|(_, s)| s as f64 / 100.0),
                "whole": counts(&column.whole), "within": counts(&column.within), "evidence": column.evidence,
            });
            writeln!(out, "{line}")?;
            continue;
        }
        let said = kind.map_or("-".to_owned(), |(kind, share)| format!("{kind} {share} %"));
        let list = |pairs: Vec<String>| pairs.join(", ");
        let found = [&column.whole, &column.within].into_iter().flatten();
        let found = list(found.map(|(k, n)| format!("{k} {n}")).collect());
        let evidence = list(column.evidence.iter().map(|(e, n)| format!("{e} {n}")).collect());
        writeln!(
            out,
            "{} {name}  {said}  of {} values: {found} ({evidence})",
            path.display(),
            column.values
        )?;
    }
    out.flush()?;
    Ok(())
}

fn listed(paths: &[PathBuf], stats: &mut Stats) -> anyhow::Result<Vec<PathBuf>> {
    for path in paths {
        path.symlink_metadata().with_context(|| format!("cannot open `{}`", path.display()))?;
    }
    Ok(abide_scan::files(paths, &mut |path, error| {
        stats.failed += 1;
        say(&format!("{}: cannot be listed: {error}", path.display()));
    }))
}

fn wanted(options: &Scan, hit: &Hit) -> bool {
    options.only.is_empty() || options.only.contains(&hit.finding.kind)
}

fn tell(event: &Event, report: &mut dyn report::Report) -> io::Result<()> {
    match event {
        Event::Hit(path, hit) => return report.hit(path, hit),
        Event::Miss(path, place, miss) => {
            let path = report::readable(&path.to_string_lossy());
            say(&format!("{path}:{}:{}: {}", place.line, place.column, why(miss)));
        }
        Event::Failed(path, error) => {
            say(&format!("{}: {error}", report::readable(&path.to_string_lossy())));
        }
        Event::Archive { .. } | Event::Columns(..) | Event::Done { .. } | Event::Binary(_) => {}
    }
    Ok(())
}

/// Why something was not reported, in the words of the page `/find`.
fn why(miss: &Miss) -> String {
    let locale = english();
    let why = if locale.has(miss.why) {
        locale.say(miss.why)
    } else {
        miss.why.trim_start_matches("miss-").replace('-', " ")
    };
    say!(locale, "find-miss", kind = miss.kind.label(), why = why)
}

fn print_stats(options: &Scan, stats: &Stats) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    if options.format == ScanFormat::Jsonl {
        let findings: serde_json::Map<String, Value> =
            stats.findings.iter().map(|(k, n)| (k.label().to_owned(), json!(n))).collect();
        let line = json!({
            "files": stats.files, "binary": stats.binary, "failed": stats.failed, "bytes": stats.bytes,
            "suppressed": stats.suppressed, "findings": findings, "total": stats.total(),
        });
        writeln!(out, "{line}")?;
        return Ok(());
    }
    for (kind, count) in &stats.findings {
        writeln!(out, "{:13} {count:>9}  {}", kind.label(), kind.category())?;
    }
    writeln!(
        out,
        "{:13} {:>9}  in {} files, {} bytes of text",
        "all",
        stats.total(),
        stats.files,
        stats.bytes
    )?;
    if stats.suppressed > 0 {
        writeln!(out, "kept out by rules: {}", stats.suppressed)?;
    }
    if stats.binary + stats.failed > 0 {
        writeln!(
            out,
            "left out: {} without text, {} that could not be read",
            stats.binary, stats.failed
        )?;
    }
    Ok(())
}

/// What could not be read makes the answer incomplete, and that weighs more than what was found.
fn conclude(stats: &Stats) -> anyhow::Result<Outcome> {
    if stats.failed > 0 {
        return Err(anyhow!(
            "{} of the files could not be read to their end, see above",
            stats.failed
        ));
    }
    Ok(if stats.total() > 0 { Outcome::Found } else { Outcome::Fine })
}

/// How far a long scan is. Members of archives count as files once they are found.
fn tell_progress(progress: &mut Progress, files: usize, stats: &Stats) {
    let done = stats.files + stats.binary + stats.failed;
    let files = (files as u64).saturating_add(stats.members).saturating_sub(stats.archives);
    progress.step_with(done, files, &format!("{} findings", stats.total()));
}
