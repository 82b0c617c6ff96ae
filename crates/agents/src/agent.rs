//! What a user agent is to the rest of the program.
//!
//! Owns: the trait and its answers. Leaves to others: each user agent's rules (one file each).

use abide_p3p::compact::{CompactPolicy, Header, Use};
use abide_policy::vocab::{Category, Set};

use crate::situation::{Action, Level, Reason, Situation};

/// A user agent that judges compact policies.
///
/// Judging is pure and does not allocate: the same policy in the same situation always has the same answer. Giving people
/// more choice, or collecting less, never makes the answer worse; the search for remedies relies on it.
pub trait UserAgent: std::fmt::Debug + Send + Sync {
    /// Its stable name in JSON and on the command line.
    fn id(&self) -> &'static str;
    /// What people call it.
    fn name(&self) -> &'static str;
    /// The levels it offers, in the order in which verdicts show them; at most six.
    fn levels(&self) -> &'static [Level];
    /// The level a user has unless changed.
    fn default_level(&self) -> Level;
    /// What it does with a cookie that comes with this policy (the empty policy: with none), and why.
    ///
    /// A level it does not offer is judged as its default level.
    fn judge(&self, policy: &CompactPolicy, situation: &Situation) -> Judgement;
    /// What in the policy it minds, apart from any level.
    fn concern(&self, policy: &CompactPolicy) -> Concern;
    /// The compact policy it takes from a header; user agents differ in what they take for quoted.
    fn read(&self, header: &Header<'_>) -> CompactPolicy {
        header.policy()
    }
}

/// What a user agent does with one cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Judgement {
    /// What it does.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// Whether it also shows the user a sign that the cookie is questionable.
    pub flagged: bool,
}

impl Judgement {
    /// An action with its reason, without a sign to the user.
    #[must_use]
    pub const fn new(action: Action, reason: Reason) -> Self {
        Self { action, reason, flagged: false }
    }
}

/// What in a policy a user agent minds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concern {
    /// Whether the policy is there, is heeded, and does not use identifying data without any choice.
    pub satisfactory: bool,
    /// Categories in it that identify people.
    pub categories: Set<Category>,
    /// Uses in it that need consent, whatever choice they give.
    pub uses: Set<Use>,
}
