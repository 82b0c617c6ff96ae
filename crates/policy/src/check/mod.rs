//! Whether a policy is consistent: with P3P's rules, with the law, with its own texts.
//!
//! Owns: the checks that need a whole policy, and acknowledgements. Each check is a small function that appends what it
//! finds; places are in the file's words, so that the same checks serve TOML and P3P's XML. Leaves to others: spelling
//! and types (`source`, `abide-p3p`).

mod law;
pub mod map;
mod text;
mod vocabulary;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Acknowledged, Policy, Statement};
use crate::source::Places;
use crate::vocab::{Set, Vocabulary};

/// Everything that is wrong or doubtful about a policy.
#[must_use]
pub fn check(policy: &Policy) -> Vec<Diagnostic> {
    let mut found = check_vocabulary(policy);
    text::check(policy, &mut found);
    law::check(policy, &mut found);
    found
}

/// Only what P3P's own rules say, for policies that were written in P3P's XML and cannot say more.
#[must_use]
pub fn check_vocabulary(policy: &Policy) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    vocabulary::check(policy, &mut found);
    found
}

/// How messages call a statement.
fn called(statement: &Statement) -> String {
    format!("statement `{}`", statement.id)
}

/// The place of something in a statement.
fn in_statement(statement: &Statement, key: &str) -> String {
    format!("statement.{}.{key}", statement.id)
}

/// Words of a set, for messages.
fn list<T: Vocabulary>(set: Set<T>) -> String {
    set.iter().map(|w| format!("`{}`", w.word())).collect::<Vec<_>>().join(", ")
}

/// What the author of a file has answered to warnings.
#[derive(Clone, Copy)]
pub(crate) struct Answers<'a> {
    /// Each answer, in the order of the file.
    pub(crate) all: &'a [Acknowledged],
    /// What the whole file is called in messages.
    pub(crate) whole: &'a str,
}

impl Answers<'_> {
    /// Applies the answers to those of these codes to the warnings they name; says which are wrong or left over.
    pub(crate) fn apply(
        self,
        is_due: impl Fn(Code) -> bool,
        diagnostics: &mut Vec<Diagnostic>,
        places: &Places,
    ) {
        let mut wrong = Vec::new();
        for (i, a) in self.all.iter().enumerate() {
            let place = format!("acknowledge.{i}");
            let say = |d: Diagnostic| d.at(places.span(&place)).place(place.clone());
            let Some(code) = Code::from_id(&a.code).filter(|c| is_due(*c)) else { continue };
            if code.severity() == Severity::Error {
                let d = Diagnostic::new(Code::AcknowledgeCode).with("code", &a.code);
                wrong.push(say(d.with("reason", "it is an error")));
            } else if !answer(a, code, diagnostics) {
                let at = if a.at.is_empty() { self.whole } else { &a.at };
                wrong.push(say(Diagnostic::new(Code::AcknowledgeUnused)
                    .with("code", &a.code)
                    .with("at", at)));
            }
        }
        diagnostics.extend(wrong);
    }
}

/// Marks the warnings that an answer names; whether there are any.
fn answer(a: &Acknowledged, code: Code, diagnostics: &mut [Diagnostic]) -> bool {
    let mut used = false;
    for d in diagnostics.iter_mut().filter(|d| d.code == code && is_at(&d.place, &a.at)) {
        d.severity = Severity::Acknowledged;
        d.reason = Some(a.reason.clone());
        used = true;
    }
    used
}

/// Whether a place is the named one or below it; the empty name is everywhere.
fn is_at(place: &str, at: &str) -> bool {
    at.is_empty()
        || place.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
