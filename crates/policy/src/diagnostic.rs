//! What is wrong with a text, as data: a stable code, a place, the reason, the fix. Rendering comes later and elsewhere.
//!
//! Owns: the structure, and its renderings for terminals, programs (JSON) and code hosts (SARIF 2.1.0). Leaves to others:
//! which problems exist ([`crate::codes`]), finding them, and wording them in other languages (`abide-notice`).

use std::ops::Range;

use crate::codes::Code;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Stops publication.
    Error,
    /// Never stops publication; can be acknowledged in the file with a reason.
    Warning,
    /// A warning that the author has acknowledged.
    Acknowledged,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of problem; its documentation page has this name.
    pub code: Code,
    /// How bad it is here.
    pub severity: Severity,
    /// Where, in bytes of the source text; `0..0` if it is about the whole.
    pub span: Range<usize>,
    /// Where, in the file's own words: `statement.cookies.purposes.contact`.
    pub place: String,
    /// What fills the gaps of the code's message, by name.
    pub args: Vec<(&'static str, String)>,
    /// The text that should stand at the span instead, where it is known.
    pub fix: Option<String>,
    /// The reason that the author gave for leaving a warning as it is.
    pub reason: Option<String>,
}

impl Diagnostic {
    /// A problem of this kind, as severe as its kind says, without place.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            severity: code.severity(),
            span: 0..0,
            place: String::new(),
            args: Vec::new(),
            fix: None,
            reason: None,
        }
    }
    /// The same, at this place of the text.
    #[must_use]
    pub fn at(mut self, span: Range<usize>) -> Self {
        self.span = span;
        self
    }
    /// The same, at this place in the file's words.
    #[must_use]
    pub fn place(mut self, place: impl Into<String>) -> Self {
        self.place = place.into();
        self
    }
    /// The same, with this word in its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
    /// The same, with the text that should stand there instead.
    #[must_use]
    pub fn fixed_by(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }
    /// What is wrong, in English.
    #[must_use]
    pub fn message(&self) -> String {
        fill(self.code.message(), &self.args)
    }
    /// What to do, in English.
    #[must_use]
    pub fn help(&self) -> String {
        let help = fill(self.code.help(), &self.args);
        match &self.fix {
            Some(fix) if help.is_empty() => format!("did you mean `{fix}`?"),
            Some(fix) => format!("did you mean `{fix}`? {help}"),
            None => help,
        }
    }
    /// The argument of this name.
    #[must_use]
    pub fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
    }
}

/// Fills `{name}` gaps; what comes from outside is cut to a readable length and cannot hold line breaks.
fn fill(template: &str, args: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { break };
        if let Some((_, value)) = args.iter().find(|(n, _)| *n == name) {
            out.extend(value.chars().take(300).map(|c| if c.is_control() { ' ' } else { c }));
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Whether any of these stops publication.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// Line and column of a byte offset, both from 1; columns count characters.
///
/// ```
/// assert_eq!(abide_policy::diagnostic::line_column("a\nbü c", 5), (2, 3));
/// ```
#[must_use]
pub fn line_column(source: &str, offset: usize) -> (usize, usize) {
    let before = source.get(..floor(source, offset)).unwrap_or_default();
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    (line, before.get(start..).unwrap_or_default().chars().count() + 1)
}

/// The lines of a text, counted once: thousands of problems in a large text must not each read it from its start.
struct Lines<'s> {
    source: &'s str,
    /// Where each line starts.
    starts: Vec<usize>,
    /// How many characters stand before every [`STRIDE`]th byte, so that a long line is not read whole either.
    chars: Vec<usize>,
}

/// How many bytes are read at most to count characters.
const STRIDE: usize = 256;

impl<'s> Lines<'s> {
    fn new(source: &'s str) -> Self {
        let bytes = source.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect();
        let mut before = 0;
        let mut chars = vec![0];
        for part in bytes.chunks(STRIDE) {
            before += count_chars(part);
            chars.push(before);
        }
        Self { source, starts, chars }
    }

    /// As [`line_column`].
    fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = floor(self.source, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|i| self.starts.get(i)).copied().unwrap_or(0);
        (line, self.chars_before(offset) - self.chars_before(start) + 1)
    }

    fn chars_before(&self, offset: usize) -> usize {
        let part = offset / STRIDE;
        let rest = self.source.as_bytes().get(part * STRIDE..offset).unwrap_or_default();
        self.chars.get(part).copied().unwrap_or_default() + count_chars(rest)
    }
}

/// How many characters begin in these bytes of UTF-8.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b & 0b1100_0000 != 0b1000_0000).count()
}

/// The nearest character boundary at or below an offset.
fn floor(source: &str, offset: usize) -> usize {
    let mut at = offset.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// For terminals: the place underlined, the reason, the fix.
///
/// `path` is shown as given; `colour` switches ANSI colours on.
#[must_use]
pub fn to_terminal(path: &str, source: &str, diagnostics: &[Diagnostic], colour: bool) -> String {
    use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for d in diagnostics {
        let level = match d.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Acknowledged => Level::NOTE,
        };
        let (message, help) = (d.message(), d.help());
        let label = d.reason.as_ref().map(|r| format!("acknowledged: {r}"));
        let title = level.primary_title(message.as_str()).id(d.code.id());
        let mut group = if d.span == (0..0) {
            title.element(Origin::path(path))
        } else {
            let (lines, span, first) = excerpt(source, &d.span);
            let mut annotation = AnnotationKind::Primary.span(span);
            if let Some(text) = &label {
                annotation = annotation.label(text.as_str());
            }
            title
                .element(Snippet::source(lines).path(path).line_start(first).annotation(annotation))
        };
        if !help.is_empty() {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

/// The lines on which a span lies, the span within them, and the number of the first: showing many problems of a large
/// file must not read it whole for each.
fn excerpt<'s>(source: &'s str, span: &Range<usize>) -> (&'s str, Range<usize>, usize) {
    let start = floor(source, span.start);
    let end = floor(source, span.end).max(start);
    let from = source.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |i| i + 1);
    let to = source.get(end..).and_then(|after| after.find('\n')).map_or(source.len(), |i| end + i);
    let lines = source.get(from..to).unwrap_or_default();
    (lines, start - from..end - from, line_column(source, start).0)
}

/// For programs: one object per problem with `code`, `severity`, `message`, `help`, `place`, `path`, `start` and `end`
/// (`{line, column, offset}`, from 1, offsets in bytes from 0), and `fix` and `reason` where there are.
#[must_use]
pub fn to_json(path: &str, source: &str, diagnostics: &[Diagnostic]) -> serde_json::Value {
    let lines = Lines::new(source);
    let point = |offset: usize| {
        let (line, column) = lines.line_column(offset);
        serde_json::json!({ "line": line, "column": column, "offset": offset })
    };
    diagnostics
        .iter()
        .map(|d| {
            let mut object = serde_json::json!({
                "code": d.code.id(),
                "severity": d.severity,
                "message": d.message(),
                "help": d.help(),
                "place": d.place,
                "path": path,
                "start": point(d.span.start),
                "end": point(d.span.end),
            });
            if let Some(map) = object.as_object_mut() {
                map.extend(d.fix.iter().map(|f| ("fix".to_owned(), f.clone().into())));
                map.extend(d.reason.iter().map(|r| ("reason".to_owned(), r.clone().into())));
            }
            object
        })
        .collect()
}

/// For code hosts: a SARIF 2.1.0 log with one run.
#[must_use]
pub fn to_sarif(files: &[(&str, &str, &[Diagnostic])], version: &str) -> serde_json::Value {
    let mut codes: Vec<Code> =
        files.iter().flat_map(|(_, _, ds)| ds.iter().map(|d| d.code)).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<_> = codes
        .iter()
        .map(|c| {
            serde_json::json!({
                "id": c.id(),
                "shortDescription": { "text": c.title() },
                "fullDescription": { "text": c.why() },
                "help": { "text": c.page() },
                "defaultConfiguration": { "level": if c.severity() == Severity::Error { "error" } else { "warning" } },
            })
        })
        .collect();
    let results: Vec<_> = files
        .iter()
        .flat_map(|(path, source, ds)| {
            let lines = Lines::new(source);
            ds.iter().map(move |d| sarif_result(path, &lines, d))
        })
        .collect();
    serde_json::json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "abide", "version": version, "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn sarif_result(path: &str, lines: &Lines<'_>, d: &Diagnostic) -> serde_json::Value {
    let (line, column) = lines.line_column(d.span.start);
    let (end_line, end_column) = lines.line_column(d.span.end.max(d.span.start));
    let level = match d.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Acknowledged => "note",
    };
    let help = d.help();
    let text = if help.is_empty() { d.message() } else { format!("{}. {help}", d.message()) };
    let mut result = serde_json::json!({
        "ruleId": d.code.id(),
        "level": level,
        "message": { "text": text },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(path) },
                "region": {
                    "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
                },
            },
        }],
    });
    if let (Some(reason), Some(map)) = (&d.reason, result.as_object_mut()) {
        let suppression = serde_json::json!([{ "kind": "inSource", "justification": reason }]);
        map.insert("suppressions".to_owned(), suppression);
    }
    result
}

/// A path as a relative reference (RFC 3986 §2.1): what an address cannot hold is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' => out.push('/'),
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The word of a list that a mistyped one most likely meant: at most a third of its letters away.
///
/// ```
/// use abide_policy::diagnostic::nearest;
/// assert_eq!(nearest("statedpurpose", ["stated-purpose", "indefinitely"]), Some("stated-purpose"));
/// assert_eq!(nearest("xyz", ["stated-purpose"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(64).flat_map(char::to_lowercase).collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in words {
        let length = candidate.chars().count();
        let allowed = (length.max(word.len()) / 3).max(1);
        // Words differ by their difference in length at least: most need no comparison.
        if length.abs_diff(word.len()) > allowed {
            continue;
        }
        let letters: Vec<char> = candidate.chars().collect();
        let distance = edit_distance(&word, &letters);
        if distance <= allowed && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, w)| w)
}

/// Edits (insert, delete, replace, swap of neighbours) between two words (Damerau–Levenshtein, optimal string alignment).
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let get = |r: &[usize], k: usize| r.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (get(&last, j) + usize::from(ca != cb))
                .min(get(&last, j + 1) + 1)
                .min(get(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(cb) && b.get(j - 1) == Some(ca);
            if swapped {
                cost = cost.min(get(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counting_once_comes_to_the_same(text in "[aäé😀\n\r]{0,700}", offset in 0usize..3000) {
            prop_assert_eq!(Lines::new(&text).line_column(offset), line_column(&text, offset));
        }
    }
}
