//! Problems as the editor shows them: each with its line, its words, and the section of the form where it is mended.

use abide_notice::Locale;
use abide_notice::block::Meaning;
use abide_policy::diagnostic::{Diagnostic, Severity};
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
    /// Where it starts, in UTF-16 units as scripts count.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
}

impl Found {
    /// A problem of a text whose form has these sections.
    pub(crate) fn new(
        d: &Diagnostic,
        text: &Offsets<'_>,
        sections: &[String],
        locale: &Locale,
    ) -> Self {
        let whole = d.span == (0..0);
        let (line, start) = text.at(d.span.start);
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
            line: if whole { 0 } else { line },
            start,
            end: start.max(text.at(d.span.end).1),
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

/// A text's offsets as scripts count: lines, and UTF-16 units from its start.
pub(crate) struct Offsets<'a> {
    source: &'a str,
    /// Where each line starts, in bytes and in UTF-16 units.
    lines: Vec<(usize, usize)>,
}

impl<'a> Offsets<'a> {
    /// Those of a text.
    pub(crate) fn new(source: &'a str) -> Self {
        let mut lines = vec![(0, 0)];
        let (mut bytes, mut units) = (0, 0);
        for line in source.split_inclusive('\n') {
            bytes += line.len();
            units += line.encode_utf16().count();
            if line.ends_with('\n') {
                lines.push((bytes, units));
            }
        }
        Self { source, lines }
    }

    /// Line, from 1, and UTF-16 units of a byte offset; of the character that it is in, if it is inside one.
    pub(crate) fn at(&self, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(self.source.len());
        while !self.source.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.lines.partition_point(|(start, _)| *start <= offset);
        let (start, units) =
            line.checked_sub(1).and_then(|i| self.lines.get(i)).copied().unwrap_or_default();
        let within = self.source.get(start..offset).unwrap_or_default();
        (line, units + within.encode_utf16().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_as_scripts_do() {
        let text = Offsets::new("aä😀b\n\nü c");
        for (offset, expected) in [
            (0, (1, 0)),
            (1, (1, 1)),
            (2, (1, 1)),
            (3, (1, 2)),
            (7, (1, 4)),
            (9, (2, 6)),
            (12, (3, 8)),
            (99, (3, 10)),
        ] {
            assert_eq!(text.at(offset), expected, "{offset}");
        }
        assert_eq!(Offsets::new("").at(5), (1, 0));
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
