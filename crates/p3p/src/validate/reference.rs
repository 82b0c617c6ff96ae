//! What is wrong with a reference file (P3P 1.0 §2.3).

use abide_policy::codes::Code;
use abide_policy::diagnostic::Diagnostic;
use abide_policy::text::Url;

use super::Validator;
use crate::ast::{At, Document, Policies, Policy, PolicyRef, Reference};
use crate::problems::Problems;
use crate::schema::Target;

impl Validator<'_> {
    pub(super) fn reference(&mut self, reference: &Reference) {
        if let Some(policies) = &reference.policies {
            self.policies(policies);
        }
        let Some(references) = &reference.references else { return };
        self.expiry(references.expiry.as_ref());
        let inline: &[Policy] = reference.policies.as_ref().map_or(&[], |p| &p.policies);
        for (i, r) in references.references.iter().enumerate() {
            let place = format!("reference.{i}");
            self.policy_ref(r, &place);
            match &r.about {
                None => self.say(Diagnostic::new(Code::PrfAboutMissing), r.span, &place),
                Some(about) if !about.value.contains('#') => {
                    self.say(Diagnostic::new(Code::PrfAboutMissing), about.span, &place);
                }
                Some(about) => {
                    if let Some(name) = about.value.strip_prefix('#') {
                        self.about(r, about, find(inline, name), name, &place);
                    }
                }
            }
        }
    }

    fn policy_ref(&mut self, r: &PolicyRef, place: &str) {
        if r.include.is_empty() && r.cookie_include.is_empty() {
            self.say(Diagnostic::new(Code::PrfNothing), r.span, place);
        }
        let excluded = r.exclude.first().filter(|_| r.include.is_empty());
        let cookie = r.cookie_exclude.first().filter(|_| r.cookie_include.is_empty());
        if let Some(span) = excluded.map(|e| e.span).or(cookie.map(|c| c.span)) {
            self.say(Diagnostic::new(Code::PrfExcludeNoinclude), span, place);
        }
        for pattern in r.include.iter().chain(&r.exclude).filter(|p| !is_local(&p.value)) {
            let d = Diagnostic::new(Code::PrfPatternNonlocal).with("pattern", &pattern.value);
            self.say(d, pattern.span, place);
        }
    }

    /// The policy that a reference is about: it must be there, and cookies that it mentions be covered.
    fn about(
        &mut self,
        r: &PolicyRef,
        about: &At<String>,
        policy: Option<&Policy>,
        name: &str,
        place: &str,
    ) {
        match policy {
            None => {
                let d = Diagnostic::new(Code::PrfPolicyUnresolved).with("name", name);
                self.say(d, about.span, place);
            }
            Some(policy) if mentions_cookies(policy) && r.cookie_include.is_empty() => {
                let d = Diagnostic::new(Code::PrfCookieNothing).with("policy", name);
                self.say(d, r.span, place);
            }
            Some(_) => {}
        }
    }
}

/// Whether a pattern is a path on the same host: it starts with `/`, `*` stands for anything.
fn is_local(pattern: &str) -> bool {
    pattern == "*" || pattern.starts_with('/') && !pattern.starts_with("//")
}

fn find<'p>(policies: &'p [Policy], name: &str) -> Option<&'p Policy> {
    policies.iter().find(|p| p.name.as_ref().is_some_and(|n| n.value == name))
}

fn mentions_cookies(policy: &Policy) -> bool {
    let groups = policy.statements.iter().flat_map(|s| &s.groups);
    let mut data = groups
        .flat_map(|g| g.data.iter().map(|d| Target::of(g.base.as_deref(), &d.reference.value)));
    data.any(|t| t.is_ok_and(|t| matches!(&t, Target::Base(n) if n.as_str() == "dynamic.cookies" || n.as_str() == "dynamic")))
}

/// The path of an address on the host; what is relative is beside the reference file at its well-known place.
fn path_of(address: &str) -> String {
    match address.parse::<Url>() {
        Ok(url) => url.path().to_owned(),
        Err(_) if address.starts_with('/') => address.to_owned(),
        Err(_) => format!("/w3c/{address}"),
    }
}

/// Checks what a reference file says about policies in other files, which the caller has fetched or read: `documents` are
/// their paths on the host (`/w3c/site.xml`) and what they hold.
///
/// Raises `prf.policy.unresolved` and `prf.cookie.nothing`; references to files that are not given are passed over.
#[must_use]
pub fn policies_of(reference: &Reference, documents: &[(&str, &Document)]) -> Vec<Diagnostic> {
    let mut problems = Problems::default();
    let mut v = Validator { problems: &mut problems };
    let all = reference.references.iter().flat_map(|r| r.references.iter().enumerate());
    for (i, r) in all {
        let Some(about) = &r.about else { continue };
        let Some((address, name)) = about.value.split_once('#').filter(|(a, _)| !a.is_empty())
        else {
            continue;
        };
        let Some((_, document)) = documents.iter().find(|(path, _)| *path == path_of(address))
        else {
            continue;
        };
        let policy = match document {
            Document::Policies(Policies { policies, .. }) => find(policies, name),
            Document::Policy(policy) => find(std::slice::from_ref(policy), name),
            Document::Reference(r) => r.policies.as_ref().and_then(|p| find(&p.policies, name)),
            Document::DataSchema(_) => None,
        };
        v.about(r, about, policy, name, &format!("reference.{i}"));
    }
    problems.into_vec()
}
