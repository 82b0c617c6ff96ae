//! A user agent by P3P 1.1 §6.4: a compact policy that does not comply is as if it were absent.
//!
//! Owns: which policies do not comply. Leaves to others: everything else, which is Internet Explorer 6's table, as the
//! specification gives none.
//!
//! A policy does not comply if any of its tokens is none of P3P's: unknown, in wrong case, or from a draft (`CUS`). A
//! suffix too many (`CURa`) is forgiven, since the editors of the time wrote it.

use abide_p3p::compact::{CompactPolicy, Use};

use crate::agent::{Concern, Judgement, UserAgent};
use crate::ie6::{IE6, before_policy, without_policy};
use crate::situation::{Level, Reason, Situation};

/// Internet Explorer 6's table for policies that comply with P3P; all others count as absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Strict;

fn complies(policy: &CompactPolicy) -> bool {
    policy.unknown == 0 && !policy.uses.all().contains(Use::Customization)
}

impl UserAgent for Strict {
    fn id(&self) -> &'static str {
        "strict"
    }
    fn name(&self) -> &'static str {
        "P3P 1.1, strict"
    }
    fn levels(&self) -> &'static [Level] {
        IE6.levels()
    }
    fn default_level(&self) -> Level {
        IE6.default_level()
    }
    fn judge(&self, policy: &CompactPolicy, situation: &Situation) -> Judgement {
        if complies(policy) {
            return IE6.judge(policy, situation);
        }
        before_policy(situation).unwrap_or_else(|| without_policy(situation, Reason::InvalidPolicy))
    }
    fn concern(&self, policy: &CompactPolicy) -> Concern {
        if complies(policy) { IE6.concern(policy) } else { Concern::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::situation::{Action, Context, Cookie};
    use abide_p3p::compact::{Strictness, lint};
    use abide_policy::diagnostic::has_errors;
    use proptest::prelude::*;

    const FIRST: Situation = Situation::new(Context::FirstParty, Cookie::Persistent, Level::Medium);

    #[test]
    fn what_does_not_comply_is_absent() {
        for text in ["HONK", "NOI CUR OUR nav", "NOI CUSo OUR", "CONx"] {
            let policy = CompactPolicy::parse(text);
            let expected = Judgement::new(Action::Leash, Reason::InvalidPolicy);
            assert_eq!(Strict.judge(&policy, &FIRST), expected, "{text}");
            assert!(!Strict.concern(&policy).satisfactory);
        }
        let fine = CompactPolicy::parse("NOI CURa OUR NAV PHYa");
        assert_eq!(Strict.judge(&fine, &FIRST).action, Action::Accept);
    }

    #[test]
    fn the_ends_of_the_slider_do_not_look() {
        let policy = CompactPolicy::parse("HONK");
        let all = Situation { level: Level::AcceptAll, ..FIRST };
        assert_eq!(Strict.judge(&policy, &all).reason, Reason::AcceptAll);
    }

    proptest! {
        #[test]
        fn invalid_is_what_the_strict_linter_calls_an_error(text in "([A-Z]{3}[aio]?|CUS|NOI|PHY|con|CONi| ){1,8}") {
            let policy = CompactPolicy::parse(&text);
            let errors = has_errors(&lint(&text, Strictness::Strict));
            prop_assert_eq!(complies(&policy), !errors);
        }
    }
}
