//! Who received data by the policy: those whom it names as recipients of a statement, and sub-processors (GDPR Art. 19).
//!
//! Owns: which recipients these are, by which name each is ticked off, what people call them. Leaves to others: which statements
//! a plan touches ([`crate::desk::document`]), who was told (`abide-records`).
//!
//! A sub-processor is tied to the statements that it names; one that names none sees the data of all. Recipients of a statement
//! are known by what the policy says they are: the same text in two statements is the same recipient. Whoever is bound to
//! instructions (`ours`) is told as a sub-processor.

use std::collections::BTreeSet;

use abide_notice::Locale;
use abide_policy::model::{Policy, Statement};
use abide_policy::text::{Country, Id, Text};
use abide_policy::vocab::{Recipient as Kind, Vocabulary as _};
use jiff::civil::Date;

/// Longest part of a statement's name in the name of a recipient.
const PART: usize = 40;

/// Somebody who receives data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient<'a> {
    /// By which they are ticked off: a sub-processor's name in the policy, or `statement.recipient`.
    pub id: Id,
    called: Called<'a>,
    /// The statements whose data they receive; `None`: all.
    statements: Option<BTreeSet<&'a Id>>,
    /// The first day on which they receive it, if that is said.
    since: Option<Date>,
    /// Where they are, if that is said.
    country: Option<Country>,
}

/// What people call a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Called<'a> {
    /// A sub-processor's legal name.
    Name(&'a str),
    /// What the policy says they are.
    Who(&'a Text),
    /// Only of which kind they are, and of which statement.
    Kind(Kind, &'a Text),
}

/// The data that something was done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Touched<'a> {
    /// The data of these statements.
    Statements(BTreeSet<&'a Id>),
    /// Any: nothing says which.
    All,
}

impl Recipient<'_> {
    /// What people call them.
    #[must_use]
    pub fn name(&self, locale: &Locale) -> String {
        match self.called {
            Called::Name(name) => name.to_owned(),
            Called::Who(text) => text.or_any(locale.lang()).to_owned(),
            Called::Kind(kind, title) => {
                format!("{} ({})", locale.short(kind), title.or_any(locale.lang()))
            }
        }
    }

    /// The statements whose data they receive; `None`: all.
    #[must_use]
    pub const fn statements(&self) -> Option<&BTreeSet<&Id>> {
        self.statements.as_ref()
    }

    /// Where they are, if the policy says so.
    #[must_use]
    pub const fn country(&self) -> Option<Country> {
        self.country
    }

    /// Whether they received data of these statements by this day.
    pub(crate) fn received(&self, touched: &Touched<'_>, day: Date) -> bool {
        let sees = match (touched, &self.statements) {
            (Touched::All, _) => true,
            (Touched::Statements(touched), None) => !touched.is_empty(),
            (Touched::Statements(touched), Some(its)) => !touched.is_disjoint(its),
        };
        sees && self.since.is_none_or(|since| since <= day)
    }
}

/// Everybody who receives data by a policy, in its order.
#[must_use]
pub fn recipients(policy: &Policy) -> Vec<Recipient<'_>> {
    let mut all: Vec<Recipient<'_>> = Vec::new();
    for statement in &policy.statements {
        for (kind, used) in statement.recipients.iter().filter(|(kind, _)| **kind != Kind::Ours) {
            let its = (statement, *kind, used.country);
            if used.who.is_empty() {
                add(&mut all, its, 0, Called::Kind(*kind, &statement.title));
            }
            for (at, who) in used.who.iter().enumerate() {
                add(&mut all, its, at, Called::Who(who));
            }
        }
    }
    all.extend(policy.sub_processors.iter().map(|s| Recipient {
        id: s.id.clone(),
        called: Called::Name(&s.name),
        statements: (!s.statements.is_empty()).then(|| s.statements.iter().collect()),
        since: Some(s.since),
        country: Some(s.country),
    }));
    all
}

fn add<'a>(
    all: &mut Vec<Recipient<'a>>,
    (statement, kind, country): (&'a Statement, Kind, Option<Country>),
    at: usize,
    called: Called<'a>,
) {
    let known = all.iter_mut().find(|r| r.called == called && matches!(called, Called::Who(_)));
    if let Some(statements) = known.and_then(|r| r.statements.as_mut()) {
        statements.insert(&statement.id);
        return;
    }
    let part: String = statement.id.as_str().chars().take(PART).collect();
    let number = if at == 0 { String::new() } else { format!(".{}", at + 1) };
    let id = format!("{}.{}{number}", part.trim_end_matches('.'), kind.word());
    // Two short names with a dot between them are a name.
    if let Ok(id) = id.parse() {
        let statements = Some([&statement.id].into());
        all.push(Recipient { id, called, statements, since: None, country });
    }
}

/// What people call the recipient of this name in these policies; the name itself if none knows them any more.
pub fn called<'a>(
    policies: impl IntoIterator<Item = &'a Policy>,
    id: &Id,
    locale: &Locale,
) -> String {
    let mut names: Vec<String> = Vec::new();
    for recipient in policies.into_iter().flat_map(recipients).filter(|r| r.id == *id) {
        let name = recipient.name(locale);
        if !names.contains(&name) && !name.is_empty() {
            names.push(name);
        }
    }
    if names.is_empty() { id.to_string() } else { locale.list(&names) }
}
