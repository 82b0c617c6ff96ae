//! Collects what is wrong, and not more of it than anybody reads.

use abide_policy::diagnostic::{Diagnostic, Severity, nearest};

/// Most errors, and most warnings, that one run reports.
pub(crate) const MAX_EACH: usize = 500;

/// Most searches for the word that was meant, and most words looked at in each: comparing words is the dearest step.
const MAX_SUGGESTIONS: usize = 100;
const MAX_CANDIDATES: usize = 500;

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
    suggestions: usize,
}

impl Problems {
    /// Adds one, unless there are [`MAX_EACH`] of its severity already; warnings never push errors out.
    pub(crate) fn add(&mut self, diagnostic: Diagnostic) {
        let count = if diagnostic.severity == Severity::Error {
            &mut self.errors
        } else {
            &mut self.warnings
        };
        if *count < MAX_EACH {
            *count += 1;
            self.found.push(diagnostic);
        }
    }

    /// The word of a list that a mistyped one most likely meant; none once enough was suggested.
    pub(crate) fn suggest<'a>(
        &mut self,
        word: &str,
        words: impl Iterator<Item = &'a str>,
    ) -> Option<String> {
        self.suggestions += 1;
        if self.suggestions > MAX_SUGGESTIONS {
            return None;
        }
        nearest(word, words.take(MAX_CANDIDATES)).map(str::to_owned)
    }

    /// All of them, in the order of the text.
    pub(crate) fn into_vec(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|d| (d.span.start, d.span.end));
        self.found
    }
}
