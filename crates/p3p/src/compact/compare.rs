//! A compact policy beside the policy it claims to sum up (P3P 1.0 §4.5).
//!
//! Owns: which tokens differ, and whether the header promises more or less than the policy. Leaves to others: deriving
//! the compact policy to compare with.

use std::fmt;

use abide_policy::codes::Code;
use abide_policy::diagnostic::Diagnostic;
use abide_policy::vocab::Choice;

use super::{CompactPolicy, Meaning, Use};

/// One way in which a sent compact policy differs from the derived one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// The policy says it, the compact policy does not.
    Missing(Meaning),
    /// The compact policy says it, the policy does not.
    Extra(Meaning),
    /// The compact policy promises less choice than the policy.
    Weaker {
        /// About which use.
        what: Use,
        /// What the compact policy says.
        said: Choice,
        /// What the policy says.
        derived: Choice,
    },
    /// The compact policy promises more choice than the policy keeps.
    Stronger {
        /// About which use.
        what: Use,
        /// What the compact policy says.
        said: Choice,
        /// What the policy says.
        derived: Choice,
    },
}

/// In tokens: missing, too much, or one instead of another.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Missing(meaning) => write!(f, "`{meaning}` is missing"),
            Self::Extra(meaning) => write!(f, "`{meaning}` is too much"),
            Self::Weaker { what, said, derived } | Self::Stronger { what, said, derived } => {
                write!(f, "`{what}{}` instead of `{what}{}`", said.suffix(), derived.suffix())
            }
        }
    }
}

/// The problem `cp.mismatch` with all differences, where there are any.
#[must_use]
pub fn mismatch(said: &CompactPolicy, derived: &CompactPolicy) -> Option<Diagnostic> {
    let found = compare(said, derived);
    let words: Vec<String> = found.iter().map(Difference::to_string).collect();
    let diagnostic = Diagnostic::new(Code::CpMismatch);
    let diagnostic = diagnostic.with("difference", words.join(", ")).with("derived", derived);
    (!found.is_empty()).then_some(diagnostic)
}

/// What differs between a compact policy as sent and the one derived from the policy, in table order.
///
/// No suffix and `a` are the same; of several suffixes the weakest counts. Unknown tokens say nothing and differ in
/// nothing.
///
/// ```
/// use abide_p3p::compact::{CompactPolicy, Difference, compare};
/// let said = CompactPolicy::parse("NOI CUR CONi OUR IND PHY");
/// let derived = CompactPolicy::parse("NOI CURa CONo OUR IND PHY ONL");
/// let found = compare(&said, &derived);
/// assert!(matches!(found[0], Difference::Stronger { .. }));
/// assert!(matches!(found[1], Difference::Missing(m) if m.token() == Some("ONL")));
/// ```
#[must_use]
pub fn compare(said: &CompactPolicy, derived: &CompactPolicy) -> Vec<Difference> {
    let mut found = Vec::new();
    for meaning in union(said, derived).meanings() {
        match meaning {
            Meaning::Use(what, _) => {
                found.extend(choices(what, said.uses.weakest(what), derived.uses.weakest(what)));
            }
            other => match (holds(said, other), holds(derived, other)) {
                (false, true) => found.push(Difference::Missing(other)),
                (true, false) => found.push(Difference::Extra(other)),
                _ => {}
            },
        }
    }
    found
}

/// The difference about one use.
fn choices(what: Use, said: Option<Choice>, derived: Option<Choice>) -> Option<Difference> {
    match (said, derived) {
        (None, Some(_)) => Some(Difference::Missing(Meaning::Use(what, derived))),
        (Some(_), None) => Some(Difference::Extra(Meaning::Use(what, said))),
        (Some(said), Some(derived)) if said < derived => {
            Some(Difference::Weaker { what, said, derived })
        }
        (Some(said), Some(derived)) if said > derived => {
            Some(Difference::Stronger { what, said, derived })
        }
        _ => None,
    }
}

/// What either says, each use once.
fn union(a: &CompactPolicy, b: &CompactPolicy) -> CompactPolicy {
    let once = |m: Meaning| match m {
        Meaning::Use(what, _) => Meaning::Use(what, None),
        other => other,
    };
    a.meanings().chain(b.meanings()).map(once).collect()
}

fn holds(policy: &CompactPolicy, meaning: Meaning) -> bool {
    policy.meanings().any(|m| m == meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_policies_do_not_differ() {
        let said = CompactPolicy::parse("NOI CUR OUR CON CONi");
        let derived = CompactPolicy::parse("OURa NOI CURa CONa HONK");
        assert!(compare(&said, &derived).is_empty());
        assert_eq!(mismatch(&said, &derived), None);
    }

    #[test]
    fn each_difference_is_named() {
        let said = CompactPolicy::parse("ALL DSP CURa TELi CONa OUR NOR");
        let derived = CompactPolicy::parse("NOI CURa TELo CONi OUR DELa NOR TST");
        let tel = Use::Purpose(abide_policy::vocab::Purpose::Telemarketing);
        let found = compare(&said, &derived);
        assert_eq!(found.len(), 7);
        assert!(found.contains(&Difference::Stronger {
            what: tel,
            said: Choice::OptIn,
            derived: Choice::OptOut
        }));
        assert!(found.contains(&Difference::Missing(Meaning::Test)));
        assert!(found.contains(&Difference::Extra(Meaning::Disputes)));
        let message = mismatch(&said, &derived).unwrap().message();
        for part in ["`NOI` is missing", "`DSP` is too much", "`TELi` instead of `TELo`"] {
            assert!(message.contains(part), "{message}");
        }
    }
}
