//! What somebody pastes, recognised, checked and judged: a compact policy, a `P3P` header, P3P XML, a policy file or a
//! site file.
//!
//! Owns: recognising, and putting together what the domain crates say. Leaves to others: HTTP and pages
//! ([`crate::routes`]), everything that is said. Pure; nothing is kept.

use abide_p3p::compact::{CompactPolicy, Header, Strictness, lint_header};
use abide_p3p::convert::{self, Settings};
use abide_p3p::derive::{Scope, derive};
use abide_policy::diagnostic::{Diagnostic, has_errors};
use abide_policy::model::Policy;
use abide_policy::source;
use serde::Serialize;

/// Most policies of one document that are judged.
const MOST_POLICIES: usize = 10;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A compact policy, alone or in its header.
    Compact,
    /// P3P in XML: policies, a reference file or a data schema.
    P3p,
    /// A policy file.
    Policy,
    /// A site file.
    Site,
}

/// A text with everything that was found in it.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    /// What it is.
    pub(crate) kind: Kind,
    /// Every problem.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The compact policies that it is or that sum it up.
    pub(crate) compacts: Vec<Compact>,
    /// The policy that it is, so far as it can be read.
    pub(crate) draft: Option<Policy>,
}

/// A compact policy to be judged.
#[derive(Clone, Debug)]
pub(crate) struct Compact {
    /// Which policy it sums up, where there may be several.
    pub(crate) name: Option<String>,
    /// As it was written, or as it would be.
    pub(crate) text: String,
    /// What it says.
    pub(crate) policy: CompactPolicy,
}

impl Compact {
    /// What sums up a policy: all of its statements, as its published pages show it.
    fn of(policy: &Policy) -> Self {
        let compact = derive(policy, Scope::All);
        Self { name: None, text: compact.to_string(), policy: compact }
    }
}

impl Judged {
    /// Reads and checks a text; what kind of text it is is seen from it.
    pub(crate) fn of(text: &str) -> Self {
        match kind_of(text) {
            Kind::Compact => Self::compact(text),
            Kind::P3p => Self::p3p(text),
            Kind::Policy => Self::policy(text),
            Kind::Site => Self {
                diagnostics: source::read_site(text).diagnostics,
                kind: Kind::Site,
                compacts: Vec::new(),
                draft: None,
            },
        }
    }

    /// Whether nothing in it is an error.
    pub(crate) fn is_valid(&self) -> bool {
        !has_errors(&self.diagnostics)
    }

    /// Reads and checks a compact policy, alone or in its header.
    pub(crate) fn compact(text: &str) -> Self {
        let header = Header::pasted(text);
        let compacts = header.compact.map(|c| Compact {
            name: None,
            text: c.trim().to_owned(),
            policy: CompactPolicy::parse(c),
        });
        Self {
            kind: Kind::Compact,
            diagnostics: lint_header(text, Strictness::Lenient),
            compacts: compacts.into_iter().collect(),
            draft: None,
        }
    }

    fn p3p(text: &str) -> Self {
        let reading = convert::check(text);
        let mut policies: Vec<Policy> = Vec::new();
        if let Some(document) = &reading.document {
            let found = convert::policies(document).into_iter().take(MOST_POLICIES);
            policies
                .extend(found.map(|(p, s)| convert::to_policy(p, s, &Settings::default()).policy));
        }
        let only_one = policies.len() == 1;
        let compacts = policies.iter().map(|policy| Compact {
            name: (!only_one).then(|| policy.name.to_string()),
            ..Compact::of(policy)
        });
        Self {
            kind: Kind::P3p,
            diagnostics: reading.diagnostics,
            compacts: compacts.collect(),
            draft: policies.pop().filter(|_| only_one),
        }
    }

    fn policy(text: &str) -> Self {
        let reading = source::read_policy(text);
        let compacts = reading.draft.as_ref().map(Compact::of);
        Self {
            kind: Kind::Policy,
            diagnostics: reading.diagnostics,
            compacts: compacts.into_iter().collect(),
            draft: reading.draft,
        }
    }
}

/// XML starts with `<`; TOML has a table or a key on a line of its own; everything else is a compact policy or its
/// header, as nothing else is so short.
fn kind_of(text: &str) -> Kind {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('<') {
        return Kind::P3p;
    }
    let lines = || text.lines().map(str::trim_start);
    if lines().any(|l| l.starts_with("[site]")) {
        return Kind::Site;
    }
    let is_toml = |line: &str| {
        let key = line.split_once('=').map(|(key, _)| key.trim());
        let header = ["cp", "policyref"];
        line.starts_with('[')
            || key.is_some_and(|k| {
                let plain = |c: char| c.is_ascii_alphanumeric() || "-_.\"".contains(c);
                !k.is_empty()
                    && k.chars().all(plain)
                    && !header.iter().any(|h| k.eq_ignore_ascii_case(h))
            })
    };
    if lines().any(is_toml) { Kind::Policy } else { Kind::Compact }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_recognised() {
        for (text, kind) in [
            ("", Kind::Compact),
            ("NOI CUR OUR", Kind::Compact),
            ("P3P: policyref=\"/w3c/p3p.xml\", CP=\"NOI\"", Kind::Compact),
            ("CP=\"NOI CUR\"", Kind::Compact),
            ("policyref = \"/x\"", Kind::Compact),
            ("\u{feff}<?xml version=\"1.0\"?><POLICY/>", Kind::P3p),
            ("  <META/>", Kind::P3p),
            ("[policy]\nname = \"site\"", Kind::Policy),
            ("# a comment\n[[statement]]", Kind::Policy),
            ("name = 'x'", Kind::Policy),
            ("# our site\n[site]\nurl = 'x'", Kind::Site),
        ] {
            assert_eq!(kind_of(text), kind, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_pasted_is_judged(text in any::<String>()) {
            let _ = Judged::of(&text);
        }
        #[test]
        fn whatever_looks_like_something_is_judged(text in r#"(\[policy\]|<POLICY|CP=|name|=|"|\n|NOI| |\[|<|>|é){0,40}"#) {
            let _ = Judged::of(&text);
        }
    }
}
