//! Findings that the organisation's rules keep out of reports, by path, kind and line.

use std::path::Path;

use abide_detect::rules::Suppress;
use globset::{GlobBuilder, GlobMatcher};

use crate::hit::Hit;

/// The exceptions, ready to be matched.
#[derive(Debug, Default)]
pub struct Suppressions(Vec<(GlobMatcher, Suppress)>);

/// A pattern of paths that is none.
#[derive(Debug, thiserror::Error)]
#[error("`{pattern}` is no pattern of paths: write one such as `docs/**` or `*.md`")]
pub struct BadPattern {
    /// What was written.
    pub pattern: String,
}

impl Suppressions {
    /// Makes the patterns ready.
    ///
    /// # Errors
    /// If one is no pattern.
    pub fn new(all: &[Suppress]) -> Result<Self, BadPattern> {
        let ready = |suppress: &Suppress| {
            // As in ignore files, a name without a folder fits in every folder.
            let pattern = if suppress.path.contains('/') {
                suppress.path.clone()
            } else {
                format!("**/{}", suppress.path)
            };
            let glob = GlobBuilder::new(&pattern).literal_separator(true).build();
            let glob = glob.map_err(|_| BadPattern { pattern: suppress.path.clone() })?;
            Ok((glob.compile_matcher(), suppress.clone()))
        };
        Ok(Self(all.iter().map(ready).collect::<Result<_, _>>()?))
    }

    /// Why a finding is not reported, if it is not.
    #[must_use]
    pub fn reason(&self, path: &Path, hit: &Hit) -> Option<&str> {
        let path = path.strip_prefix("./").unwrap_or(path);
        let fits = |(glob, suppress): &&(GlobMatcher, Suppress)| {
            suppress.kind.is_none_or(|k| k == hit.finding.kind)
                && suppress.line.is_none_or(|l| l == hit.place.line)
                && glob.is_match(path)
        };
        self.0.iter().find(fits).map(|(_, suppress)| suppress.reason.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;
    use abide_detect::{Finding, Kind};

    #[test]
    fn by_path_kind_and_line() {
        let rule = |path: &str, kind, line| Suppress {
            path: path.to_owned(),
            kind,
            line,
            reason: "known".to_owned(),
        };
        let hit = |line| Hit {
            finding: Finding::new(Kind::Email, 0..1, 90),
            place: Place { start: 0, end: 1, line, column: 1, at: None, record: None },
            text: "".into(),
        };
        let hides = |rule: Suppress, path: &str| {
            Suppressions::new(&[rule]).unwrap().reason(Path::new(path), &hit(3)).is_some()
        };
        assert!(hides(rule("*.md", None, None), "docs/a.md"));
        assert!(hides(rule("docs/**", Some(Kind::Email), Some(3)), "./docs/x/a.txt"));
        assert!(!hides(rule("docs/*", None, None), "docs/x/a.txt"));
        assert!(!hides(rule("*.md", Some(Kind::Iban), None), "a.md"));
        assert!(!hides(rule("*.md", None, Some(4)), "a.md"));
        assert!(Suppressions::new(&[rule("[", None, None)]).is_err());
    }
}
