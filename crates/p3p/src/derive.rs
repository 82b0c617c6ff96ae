//! The compact policy that sums up a policy (P3P 1.0 §4.5).
//!
//! Owns: which statements count and what they add up to. Leaves to others: spelling ([`crate::compact`]), comparing a
//! header with it ([`crate::compact::compare`]).

use std::collections::BTreeMap;

use abide_policy::data::Schema;
use abide_policy::model::{Policy, Statement};
use abide_policy::vocab::{Category, Choice};

use crate::compact::{CompactPolicy, Use};

/// Which statements a compact policy sums up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All of the policy, as the policy editors of the time did.
    #[default]
    All,
    /// Those about data in browsers or linked to it, as the specification asks: statements that collect
    /// `dynamic.cookies`, that collect an own element of category `state`, or to which a cookie belongs.
    CookiesOnly,
}

/// The compact policy of a policy.
///
/// Access, disputes, remedies and test are the policy's; purposes, recipients, retentions and categories are the union of
/// its statements'. A use with several choices keeps the weakest, so that nobody is promised more than every statement
/// keeps. `NID` comes from statements that claim to identify nobody. A statement that claims so and names no data adds
/// nothing else. Empty if no statement is in the scope [`Scope::CookiesOnly`]: nothing is to be summed up then.
#[must_use]
pub fn derive(policy: &Policy, scope: Scope) -> CompactPolicy {
    let schema = policy.schema();
    let mut compact = CompactPolicy::default();
    let mut uses: BTreeMap<Use, Choice> = BTreeMap::new();
    let chosen: Vec<&Statement> = policy
        .statements
        .iter()
        .filter(|s| scope == Scope::All || is_about_storage(policy, s, &schema))
        .collect();
    if chosen.is_empty() && scope == Scope::CookiesOnly {
        return compact;
    }
    compact.access.insert(policy.access);
    compact.disputes = !policy.disputes.is_empty();
    compact.test = policy.test;
    for dispute in &policy.disputes {
        compact.redress = compact.redress.union(dispute.remedies);
    }
    for s in chosen {
        compact.non_identifiable |= s.non_identifiable;
        if s.non_identifiable && s.data.is_empty() {
            continue;
        }
        let purposes = s.purposes.iter().map(|(p, u)| (Use::Purpose(*p), u.choice));
        let recipients = s.recipients.iter().map(|(r, u)| (Use::Recipient(*r), u.choice));
        for (what, choice) in purposes.chain(recipients) {
            uses.entry(what).and_modify(|c| *c = choice.min(*c)).or_insert(choice);
        }
        compact.retentions.insert(s.retention.kind);
        compact.categories = compact.categories.union(s.categories(&schema));
    }
    for (what, choice) in uses {
        compact.uses.insert(what, Some(choice));
    }
    compact.canonical()
}

fn is_about_storage(policy: &Policy, statement: &Statement, schema: &Schema) -> bool {
    let is_own = |d: &abide_policy::model::DataUse| {
        policy.data.iter().any(|o| o.name.covers(&d.name) || d.name.covers(&o.name))
    };
    let stored = |d: &abide_policy::model::DataUse| {
        let name = d.name.as_str();
        name == "dynamic"
            || name == "dynamic.cookies"
            || is_own(d) && d.categories(schema).contains(Category::State)
    };
    statement.data.iter().any(stored) || policy.cookies_of(&statement.id).next().is_some()
}

#[cfg(test)]
mod tests;
