//! `abide verdict`: what a browser does with cookies that come with a compact policy.

use std::io::BufRead;

use abide_agents::{Action, Change, Level, Place, Reason, UserAgent, Verdict, agent};
use abide_p3p::compact::Header;
use abide_p3p::derive::{Scope, derive};
use anyhow::{Context, bail};

use super::{english, policy};
use crate::Outcome;
use crate::cli::{self, TableFormat};
use crate::files;

pub(super) fn run(options: &cli::Verdict) -> anyhow::Result<Outcome> {
    let agent = agent(&options.agent).context("an unknown user agent")?;
    let level = level(agent, options.level.as_deref())?;
    let (text, policy) = if let Some(path) = &options.policy {
        let compact = derive(&policy::read(path)?, Scope::All);
        (compact.to_string(), compact)
    } else if let Some(text) = options.header.as_deref().or(options.compact.as_deref()) {
        // An argument is a header or a policy; what stands between the quotes is what is judged.
        let header = Header::pasted(text);
        if let Some(name) = options.header.as_deref().and_then(other_header) {
            bail!("`{name}` is not the `P3P` header: it says nothing about a policy");
        }
        (header.compact.unwrap_or_default().to_owned(), agent.read(&header))
    } else {
        return judge_lines(agent, level);
    };
    let verdict = Verdict::new(agent, policy);
    match options.format {
        TableFormat::Json => files::print(&format!("{}\n", json(&verdict, &text, level)?))?,
        TableFormat::Table => files::print(&table(&verdict, &text, level))?,
    }
    Ok(Outcome::Fine)
}

/// The level of this name, which the user agent must have.
fn level(agent: &dyn UserAgent, word: Option<&str>) -> anyhow::Result<Option<Level>> {
    let Some(word) = word else { return Ok(None) };
    let level = Level::from_word(word).filter(|l| agent.levels().contains(l));
    if level.is_none() {
        let known: Vec<&str> = agent.levels().iter().map(|l| l.as_str()).collect();
        bail!("{} has no level `{word}`: its levels are {}", agent.name(), known.join(", "));
    }
    Ok(level)
}

/// The name of a header that is another than `P3P`.
fn other_header(text: &str) -> Option<&str> {
    let name = text.split(':').next().filter(|name| name.len() < text.len())?.trim();
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (is_name && !name.eq_ignore_ascii_case("p3p")).then_some(name)
}

fn json(verdict: &Verdict<'_>, text: &str, level: Option<Level>) -> anyhow::Result<String> {
    let report = level.map_or_else(|| verdict.report(text), |l| verdict.report_at(text, l));
    Ok(serde_json::to_string(&report)?)
}

/// Longest line that is judged, in bytes; headers are far shorter.
const MAX_LINE: usize = 64 * 1024;

/// One verdict a line, in the order of the input; memory does not grow with the input.
fn judge_lines(agent: &dyn UserAgent, level: Option<Level>) -> anyhow::Result<Outcome> {
    use std::io::Write;
    let mut input = std::io::stdin().lock();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut line = Vec::new();
    let mut first = true;
    while read_line(&mut input, &mut line)? {
        let text = String::from_utf8_lossy(&line);
        // Some editors start a file with a byte order mark, which is no part of its first policy.
        let text =
            if std::mem::take(&mut first) { text.trim_start_matches('\u{FEFF}') } else { &text };
        let header = Header::pasted(text);
        let verdict = Verdict::new(agent, agent.read(&header));
        let compact = header.compact.unwrap_or_default();
        writeln!(out, "{}", json(&verdict, compact, level)?)?;
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

/// Reads a line without its end; what is beyond [`MAX_LINE`] is skipped. False at the end of the input.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> anyhow::Result<bool> {
    line.clear();
    let mut started = false;
    loop {
        let chunk = input.fill_buf().context("cannot read standard input")?;
        if chunk.is_empty() {
            return Ok(started);
        }
        started = true;
        let end = chunk.iter().position(|b| *b == b'\n');
        let (taken, used) =
            end.map_or((chunk, chunk.len()), |i| (chunk.get(..i).unwrap_or_default(), i + 1));
        let room = MAX_LINE.saturating_sub(line.len());
        line.extend_from_slice(taken.get(..room.min(taken.len())).unwrap_or_default());
        input.consume(used);
        if end.is_some() {
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            return Ok(true);
        }
    }
}

fn table(verdict: &Verdict<'_>, text: &str, level: Option<Level>) -> String {
    use abide_agents::{Context, Cookie};
    use std::fmt::Write;
    let kept = |place: &Place| level.is_none_or(|only| only == place.level);
    let levels: Vec<Level> = verdict
        .agent
        .levels()
        .iter()
        .copied()
        .filter(|l| level.is_none_or(|only| only == *l))
        .collect();
    let mut out = format!("{} on `{text}`: {}\n", verdict.agent.name(), summary(verdict));
    let _ = write!(out, "\n{:<24}", "");
    for level in &levels {
        let _ = write!(out, "{level:<14}");
    }
    for context in Context::ALL {
        for cookie in Cookie::ALL {
            let _ = write!(out, "\n{:<24}", format!("{context} {cookie}"));
            for level in &levels {
                let action =
                    verdict.cell(*context, *cookie, *level).map_or("", |c| c.action.as_str());
                let _ = write!(out, "{action:<14}");
            }
        }
    }
    out = out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n";
    reasons(verdict, kept, &mut out);
    remedies(verdict, kept, &mut out);
    advice(verdict, kept, &mut out);
    let _ = writeln!(out, "\nThis emulates a browser and does not replace a test in a real one.");
    out
}

fn summary(verdict: &Verdict<'_>) -> String {
    if verdict.satisfactory {
        return "satisfactory".to_owned();
    }
    let categories: Vec<&str> = verdict.categories.iter().map(|c| c.token()).collect();
    let uses: Vec<&str> = verdict.uses.iter().map(abide_p3p::compact::Use::token).collect();
    if categories.is_empty() && uses.is_empty() {
        return "unsatisfactory: there is no policy that it heeds".to_owned();
    }
    format!(
        "unsatisfactory: it collects {} and uses it for {} without a choice",
        categories.join(", "),
        uses.join(", ")
    )
}

/// Why cookies are not taken as they are, each reason once with its cells; that *block all* blocks needs no reason.
fn reasons(verdict: &Verdict<'_>, kept: impl Fn(&Place) -> bool, out: &mut String) {
    use std::fmt::Write;
    let locale = english();
    let minded = || verdict.cells().iter().filter(|c| c.action != Action::Accept && kept(&c.place));
    for reason in Reason::ALL.iter().filter(|r| **r != Reason::BlockAll) {
        let cells: Vec<String> = minded()
            .filter(|c| c.reason == *reason)
            .map(|c| format!("{}: {}", at(&c.place), c.action))
            .collect();
        if cells.is_empty() {
            continue;
        }
        let words = locale.say(&format!("reason-{reason}"));
        let _ = write!(out, "\n{}\n  {}\n", words.trim_end_matches('.'), cells.join("\n  "));
    }
}

/// A cell in words.
fn at(place: &Place) -> String {
    format!("{} {} at {}", place.context, place.cookie, place.level)
}

/// What an opt-out alone would reach, and what needs consent.
fn advice(verdict: &Verdict<'_>, kept: impl Fn(&Place) -> bool, out: &mut String) {
    use std::fmt::Write;
    let advice = verdict.advice();
    if advice.uses.is_empty() {
        return;
    }
    let uses: Vec<&str> = advice.uses.iter().map(abide_p3p::compact::Use::token).collect();
    for (what, places) in
        [("An opt-out from", &advice.opt_out), ("Only asking for consent to", &advice.opt_in)]
    {
        let places: Vec<String> = places.iter().filter(|p| kept(p)).map(at).collect();
        if !places.is_empty() {
            let (uses, places) = (uses.join(", "), places.join(", "));
            let _ = write!(out, "\n{what} {uses} would be enough for: {places}\n");
        }
    }
}

fn remedies(verdict: &Verdict<'_>, kept: impl Fn(&Place) -> bool, out: &mut String) {
    use std::fmt::Write;
    for remedy in verdict.remedies() {
        let places: Vec<String> = remedy.places.iter().filter(|p| kept(p)).map(at).collect();
        if places.is_empty() {
            continue;
        }
        let words = |changes: &[Change]| {
            changes.iter().map(|c| in_words(*c)).collect::<Vec<_>>().join(", ")
        };
        let mut changes = words(&remedy.changes);
        if let Some(alternative) = &remedy.alternative {
            let _ = write!(changes, "; or {}", words(alternative));
        }
        let _ = write!(out, "\nTo have these accepted: {}\n  {}\n", changes, places.join("\n  "));
    }
}

fn in_words(change: Change) -> String {
    match change {
        Change::OptOut(what) => format!("offer an opt-out from {}", what.token()),
        Change::OptIn(what) => format!("ask for consent to {}", what.token()),
        Change::AddPolicy => "send a compact policy".to_owned(),
        Change::DropTest => "drop TST".to_owned(),
        Change::DropUnknown => "drop unknown tokens".to_owned(),
        Change::Drop(category) => format!("no longer collect {}", category.token()),
    }
}
