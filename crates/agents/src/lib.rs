//! How user agents judge a compact policy: which cookies they take, why, and the smallest change that would satisfy them.
//!
//! Owns: the user agents ([`AGENTS`], each one file that implements [`UserAgent`]), verdicts over all their settings
//! ([`Verdict`]), and remedies ([`Remedy`]). Leaves to others: reading compact policies (`abide-p3p`), words for people
//! (`abide-notice`), and applying a remedy to the policy it was derived from.
//!
//! Every verdict emulates a browser of its time from published descriptions and does not replace a test in a real one.
//!
//! ```
//! use abide_agents::{Action, Context, Cookie, Level, Verdict, agent};
//! use abide_p3p::compact::CompactPolicy;
//!
//! let policy = CompactPolicy::parse("NOI CURa CONa OUR BUS PHY");
//! let verdict = Verdict::new(agent("ie6").unwrap(), policy);
//! assert!(!verdict.satisfactory);
//!
//! let cell = verdict.cell(Context::FirstParty, Cookie::Persistent, Level::Medium).unwrap();
//! assert_eq!(cell.action, Action::Session);
//! assert_eq!(cell.reason.as_str(), "optout_missing_some");
//! ```

mod agent;
pub mod ie6;
mod netscape7;
mod remedy;
mod situation;
mod strict;
mod verdict;

pub use agent::{Concern, Judgement, UserAgent};
pub use netscape7::Netscape7;
pub use remedy::{Advice, Change, Remedy, remedies};
pub use situation::{Action, Age, Context, Cookie, Level, Reason, SiteRule, Situation, Zone};
pub use strict::Strict;
pub use verdict::{Cell, Place, RemedyReport, Report, Verdict};

/// Every user agent, the default first. A new one is one file and one line here.
pub static AGENTS: &[&dyn UserAgent] = &[&ie6::IE6, &Strict, &Netscape7];

/// The user agent of this id.
///
/// ```
/// assert_eq!(abide_agents::agent("strict").unwrap().id(), "strict");
/// assert!(abide_agents::agent("lynx").is_none());
/// ```
#[must_use]
pub fn agent(id: &str) -> Option<&'static dyn UserAgent> {
    AGENTS.iter().copied().find(|a| a.id() == id)
}
