//! Problems as the editor shows them: each with its line, its words, and the section of the form where it is mended.

use abide_notice::Locale;
use abide_notice::block::Meaning;
use abide_policy::diagnostic::{Diagnostic, Severity, line_column};
use serde::Serialize;

/// One problem.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Found {
    /// `error`, `warning` or `acknowledged`.
    pub(crate) severity: Severity,
    /// The severity as a word.
    pub(crate) word: String,
    /// Its code.
    pub(crate) code: &'static str,
    /// Where, in the file's words.
    pub(crate) place: String,
    /// The section of the form that has the place.
    pub(crate) section: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do; may be empty.
    pub(crate) help: String,
    /// Whether the text that should stand there is known.
    pub(crate) fixable: bool,
    /// Why the author left it as it is.
    pub(crate) reason: Option<String>,
    /// Line, from 1; 0 if it is about the whole.
    pub(crate) line: usize,
    /// Column, from 1.
    pub(crate) column: usize,
    /// Where it starts, in UTF-16 units as scripts count.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
}

impl Found {
    /// A problem of a text whose form has these sections.
    pub(crate) fn new(d: &Diagnostic, source: &str, sections: &[String], locale: &Locale) -> Self {
        let whole = d.span == (0..0);
        let (line, column) = if whole { (0, 0) } else { line_column(source, d.span.start) };
        let start = utf16(source, d.span.start);
        Self {
            severity: d.severity,
            word: locale.say(match d.severity {
                Severity::Error => "editor-severity-error",
                Severity::Warning => "editor-severity-warning",
                Severity::Acknowledged => "editor-severity-acknowledged",
            }),
            code: d.code.id(),
            section: section_of(&d.place, sections),
            place: d.place.clone(),
            message: locale.capital(&locale.problem(d)),
            help: locale.capital(&locale.problem_help(d)),
            fixable: d.fix.is_some() && !whole,
            reason: d.reason.clone(),
            line,
            column,
            start,
            end: start.max(utf16(source, d.span.end)),
        }
    }

    /// What shape and colour it has.
    pub(crate) const fn meaning(&self) -> Meaning {
        match self.severity {
            Severity::Error => Meaning::Refused,
            Severity::Warning => Meaning::Limited,
            Severity::Acknowledged => Meaning::None,
        }
    }

    /// Whether its author may leave it as it is, with a reason.
    pub(crate) fn can_stay(&self) -> bool {
        self.severity == Severity::Warning
    }

    /// Whether it is about this place, or something in it.
    pub(crate) fn is_in(&self, place: &str) -> bool {
        is_in(&self.place, place)
    }
}

/// Whether a place is another, or in it.
pub(crate) fn is_in(place: &str, above: &str) -> bool {
    place.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The section that has a place: the longest whose name the place begins with, else the one it speaks of.
pub(crate) fn section_of(place: &str, sections: &[String]) -> String {
    let holding = sections.iter().filter(|s| is_in(place, s)).max_by_key(|s| s.len());
    let first = place.split('.').next().unwrap_or_default();
    match holding {
        Some(section) => section.clone(),
        None if sections.iter().any(|s| s == first) => first.to_owned(),
        None => "policy".to_owned(),
    }
}

/// A byte offset as scripts count: in UTF-16 units.
pub(crate) fn utf16(source: &str, offset: usize) -> usize {
    let mut at = offset.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    source.get(..at).unwrap_or_default().encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_as_scripts_do() {
        assert_eq!(utf16("aä😀b", 1), 1);
        assert_eq!(utf16("aä😀b", 3), 2);
        assert_eq!(utf16("aä😀b", 7), 4);
        assert_eq!(utf16("aä😀b", 2), 1);
        assert_eq!(utf16("a", 99), 1);
    }

    #[test]
    fn each_place_has_its_section() {
        let sections = ["policy", "entity", "statement.a", "statement.a.b"].map(str::to_owned);
        for (place, section) in [
            ("policy.access", "policy"),
            ("statement.a.title.de", "statement.a"),
            ("statement.a.b.title", "statement.a.b"),
            ("statement.ab", "policy"),
            ("entity", "entity"),
            ("", "policy"),
        ] {
            assert_eq!(section_of(place, &sections), section, "{place}");
        }
    }
}
