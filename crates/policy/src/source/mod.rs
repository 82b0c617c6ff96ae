//! The policy file, the map file and the site file: TOML read into values, with every problem of one run.
//!
//! Owns: the format ([`mod@format`]), reading it, and where each thing stands in the text. Leaves to others: whether what
//! is said is consistent ([`crate::check`]), reading bytes from disk, P3P's XML (`abide-p3p`).

mod decode;
pub mod format;
mod map;
mod schema;
pub mod shape;
mod walk;
mod write;

use std::collections::BTreeSet;

use toml::de::DeTable;

pub use map::{is_map, read_map};
pub use schema::json_schema;
pub use walk::Places;
pub use write::write_map;

use crate::check;
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Severity, has_errors};
use crate::model::Policy;
use crate::site::Site;

/// Most bytes of a source text.
pub const MAX_SOURCE: usize = 1 << 20;

/// What reading a file gave.
#[derive(Clone, Debug)]
pub struct Reading<T> {
    /// What the file says, if it has no errors.
    pub value: Option<T>,
    /// What could be read in spite of errors; for previews, never for publication.
    pub draft: Option<T>,
    /// Every problem, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Where each place stands.
    pub places: Places,
}

/// The text of a file: UTF-8, at most [`MAX_SOURCE`] bytes, without byte order mark.
///
/// # Errors
/// `file.size` or `file.encoding`.
pub fn text_of(bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    if bytes.len() > MAX_SOURCE {
        let d = Diagnostic::new(Code::FileSize).with("size", bytes.len()).with("max", MAX_SOURCE);
        return Err(Box::new(d));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| {
        Box::new(Diagnostic::new(Code::FileEncoding).with("offset", e.valid_up_to()))
    })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// Reads and checks a policy file.
///
/// ```
/// let reading = abide_policy::source::read_policy("[policy]\nname = 'site'\nacces = 'all'\n");
/// assert!(reading.value.is_none());
/// let unknown = reading.diagnostics.iter().find(|d| d.code.id() == "key.unknown").unwrap();
/// assert_eq!(unknown.help(), "did you mean `access`? remove it, or see the keys of `[policy]` in the schema");
/// ```
#[must_use]
pub fn read_policy(source: &str) -> Reading<Policy> {
    let (table, mut walk) = match walk(source, &format::POLICY_FILE) {
        Ok(walked) => walked,
        Err(refused) => return *refused,
    };
    let policy = decode::policy(&table);
    add(&mut walk, check::check(&policy));
    let answers = check::Answers { all: &policy.acknowledged, whole: "the policy" };
    answers.apply(|_| true, &mut walk.diagnostics, &walk.places);
    finish(Some(policy), walk)
}

/// Adds what the checks found to what the walk found.
fn add(walk: &mut walk::Walk, mut found: Vec<Diagnostic>) {
    if walk.diagnostics.iter().any(|d| d.code == Code::TomlSyntax) {
        // After a syntax error whole tables may be lost: only what is said about something that stands there holds.
        found.retain(|d| walk.places.has(&d.place));
    }
    let places = walk.diagnostics.iter().map(|d| &d.place).chain(walk.guessed.keys());
    let wrong: BTreeSet<String> = places.cloned().collect();
    // What is missing or wrong already has its diagnostic; what follows from it would only repeat it.
    for d in
        found.into_iter().filter(|d| d.code == Code::AcknowledgeCode || !is_echo(&wrong, &d.place))
    {
        let span = walk.places.span(&d.place);
        walk.diagnostics.push(d.at(span));
    }
}

/// Reads and checks a site file.
#[must_use]
pub fn read_site(source: &str) -> Reading<Site> {
    match walk(source, &format::SITE_FILE) {
        Ok((table, walk)) => finish(decode::site(&table), walk),
        Err(refused) => *refused,
    }
}

fn walk<'i, T: Clone>(
    source: &'i str,
    shape: &'static shape::Shape,
) -> Result<(DeTable<'i>, walk::Walk), Box<Reading<T>>> {
    if source.len() > MAX_SOURCE {
        let d = Diagnostic::new(Code::FileSize).with("size", source.len()).with("max", MAX_SOURCE);
        return Err(Box::new(finish(None, walk::Walk::after(vec![d]))));
    }
    let (table, errors) = DeTable::parse_recoverable(source);
    let syntax = |e: &toml::de::Error| {
        let d = Diagnostic::new(Code::TomlSyntax).with("message", e.message());
        d.at(e.span().unwrap_or_default())
    };
    let mut walk = walk::Walk::after(errors.iter().take(100).map(syntax).collect());
    walk.table(table.get_ref(), shape, "", 0..0);
    if !errors.is_empty() {
        // After a syntax error whole tables may be lost: calling them missing would mislead.
        walk.diagnostics.retain(|d| d.code != Code::KeyMissing);
        walk.drop_echoes();
    }
    Ok((table.into_inner(), walk))
}

/// Whether something at this place, above or below it is already known to be wrong.
fn is_echo(wrong: &BTreeSet<String>, place: &str) -> bool {
    let mut above = Some(place).filter(|p| !p.is_empty());
    while let Some(p) = above {
        if wrong.contains(p) {
            return true;
        }
        above = p.rsplit_once('.').map(|(head, _)| head);
    }
    let below = format!("{place}.");
    !place.is_empty() && wrong.range(below.clone()..).next().is_some_and(|w| w.starts_with(&below))
}

fn finish<T: Clone>(draft: Option<T>, walk: walk::Walk) -> Reading<T> {
    let mut reading =
        Reading { value: None, draft, diagnostics: walk.diagnostics, places: walk.places };
    reading.settle();
    reading
}

impl<T: Clone> Reading<T> {
    /// Puts the problems in order, and holds back the value if any is an error.
    fn settle(&mut self) {
        self.diagnostics
            .sort_by_key(|d| (d.span.start, d.span.end, d.severity == Severity::Acknowledged));
        self.value = if has_errors(&self.diagnostics) { None } else { self.draft.clone() };
    }
}
