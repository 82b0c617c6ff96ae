//! Texts and conversations without personal data.
//!
//! **Owns**: what is put in the place of each kind of finding ([`Operator`], [`Plan`]), invented values that agree with
//! one another within a document ([`Session`]), conversations as a whole ([`call`]), the look at what remains
//! ([`left_over`]), and pseudonyms by a key ([`Pseudonyms`]). **Leaves to others**: finding (`abide-detect`), formats of
//! telephony (`abide-calls`), files, the clock and where randomness comes from (the binary).
//!
//! # What leads back
//! Nothing: invented values are drawn at random, never computed from the value they replace. What was drawn for what is
//! known to the [`Session`] of one document and is gone with it. Only [`Pseudonyms`] are computed, with a key, and are
//! therefore still personal data (GDPR Art. 4(5), recital 26).
//!
//! ```
//! use abide_anonymize::text::{Plan, Session, anonymize};
//! use abide_detect::{Finder, Kind};
//! let text = "Write to anna@example.com.";
//! let mut plan = Plan::default();
//! plan.set(Kind::Email, "remove".parse()?)?;
//! let mut random = || 4; // where nothing is invented, nothing is drawn
//! let done = anonymize(text, &Finder::default().find(text), &plan, &mut Session::new(&mut random));
//! assert_eq!(done.text, "Write to [EMAIL].");
//! # Ok::<(), abide_anonymize::text::PlanError>(())
//! ```

mod call;
mod dice;
mod generalize;
mod left;
mod plan;
mod pseudonym;
mod seen;
mod session;
mod shape;
mod surrogate;
mod vcon;

use std::ops::Range;

use abide_detect::{Finding, Kind};

pub use call::{CallChange, Called, call};
pub use left::{Left, left_over};
pub use plan::{Operator, Plan, PlanError};
pub use pseudonym::{Pseudonyms, ShortKey};
pub use seen::Seen;
pub use session::Session;
pub use vcon::{Recordings, RedactedCopy, copy};

/// A text in which findings were replaced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The new text.
    pub text: String,
    /// What was done, in text order; findings that were kept are among it.
    pub changes: Vec<Change>,
}

/// What was done with one finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stood, in bytes of the old text.
    pub old: Range<usize>,
    /// Where its replacement stands, in bytes of the new text.
    pub new: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// What was done: what the plan says, or [`Operator::Remove`] where that was not possible.
    pub operator: Operator,
}

/// Replaces the findings of a text as the plan says. Findings that overlap an earlier one are passed over.
///
/// The findings are those of [`abide_detect::Finder::find`] on the same text. One session belongs to one document: give
/// the same one for each piece of it.
#[must_use]
pub fn anonymize(
    text: &str,
    findings: &[Finding],
    plan: &Plan,
    session: &mut Session<'_>,
) -> Changed {
    session.meet(text, findings);
    let mut done = Changed {
        text: String::with_capacity(text.len()),
        changes: Vec::with_capacity(findings.len()),
    };
    let mut at = 0;
    for finding in findings {
        let Some(value) = text.get(finding.place.clone()) else { continue };
        let Some(kept) = text.get(at..finding.place.start) else { continue };
        done.text.push_str(kept);
        let (operator, new) = replacement(value, finding, plan, session);
        let start = done.text.len();
        done.text.push_str(&new);
        done.changes.push(Change {
            old: finding.place.clone(),
            new: start..done.text.len(),
            kind: finding.kind,
            operator,
        });
        at = finding.place.end;
    }
    done.text.push_str(text.get(at..).unwrap_or_default());
    done
}

/// What stands in the place of a finding, and what was done.
pub(crate) fn replacement(
    value: &str,
    finding: &Finding,
    plan: &Plan,
    session: &mut Session<'_>,
) -> (Operator, String) {
    let operator = plan.operator(finding.kind);
    let new = match operator {
        Operator::Keep => Some(value.to_owned()),
        Operator::Remove => None,
        Operator::Mask => Some(MASK.to_owned()),
        Operator::LastFour => last_four(value),
        Operator::Generalize => generalize::generalize(value, finding, false),
        Operator::Town => generalize::generalize(value, finding, true),
        Operator::Surrogate => surrogate::surrogate(value, finding, session),
    };
    new.map_or_else(|| (Operator::Remove, format!("[{}]", finding.kind)), |new| (operator, new))
}

/// Always as long, so that the length of what it hides is hidden too.
const MASK: &str = "****";
/// The fewest digits of which the last four may be shown.
const CARD_DIGITS: usize = 12;

/// The last four digits of a long number; of anything shorter they would be too much.
fn last_four(value: &str) -> Option<String> {
    let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
    let last = digits.get(digits.len().checked_sub(4)?..)?;
    let shown = if digits.len() < CARD_DIGITS { String::new() } else { last.iter().collect() };
    Some(format!("{MASK}{shown}"))
}

#[cfg(test)]
mod tests;
