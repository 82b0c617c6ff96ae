//! Why something at the desk did not happen: what went wrong, and what to do.

use std::path::PathBuf;

use abide_policy::text::Id;
use jiff::civil::Date;

use super::choosing::Code;
use crate::deadline::NoClock;
use crate::execute::Stop;
use crate::identity::NotAsked;
use crate::state::NotNow;

/// Why something at the desk did not happen. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// Our own tables.
    #[error(transparent)]
    Records(#[from] abide_records::Error),
    /// A store.
    #[error(transparent)]
    Store(#[from] abide_stores::Error),
    /// A plan that was not carried out.
    #[error(transparent)]
    Stop(#[from] Stop),
    /// Not in this state.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Facts that do not say who.
    #[error(transparent)]
    Asked(#[from] NotAsked),
    /// A day that cannot be.
    #[error(transparent)]
    Clock(#[from] NoClock),
    /// No such request.
    #[error("there is no request `{0}`: see the list of requests")]
    Missing(Id),
    /// Somebody else changed it at the same time.
    #[error("the request was changed by somebody else at the same time: look at it again")]
    Overtaken,
    /// What is stored of it does not fit together.
    #[error(
        "what is stored of the request `{0}` does not fit together: restore the records from a copy"
    )]
    Damaged(Id),
    /// A copy that its period is over for and that cannot be removed.
    #[error("a copy in `{}` cannot be removed ({}): check the rights of the folder", .0.display(), .1.kind())]
    Copy(PathBuf, #[source] std::io::Error),
    /// An export that could not be written.
    #[error(transparent)]
    Export(#[from] crate::export::Error),
    /// A copy that cannot have been handed out then.
    #[error(
        "the copy lies ready since {0}: give the day on which it was handed out, from then until today"
    )]
    NotThen(Date),
    /// Something that cannot be put right as it is asked for.
    #[error(transparent)]
    Unfit(#[from] crate::rectify::NotRight),
    /// Nobody with this code was found.
    #[error(
        "nobody who is found now has the code `{0}`: look at them again, and choose by the codes that are shown"
    )]
    NoCandidate(Code),
    /// A choice that nobody would find again.
    #[error(
        "what the person chose cannot be remembered: set a key for marks of people, and ask for a fact that says who they are"
    )]
    Unmarked,
    /// A hold on somebody whom nothing tells from others.
    #[error(
        "the hold would be on nobody: give a fact that is this person's alone, and set a key for marks of people"
    )]
    Unheld,
    /// A hold without a reason, or whose last day is over.
    #[error(
        "a hold needs a reason, and a last day that is not over: write `--reason`, and `--until` as `2027-12-31`"
    )]
    NoHold,
    /// A name that no map has.
    #[error(
        "`{0}` is no store, table (`store.table`) or statement of the maps: see `abide map check --explain`"
    )]
    Uncovered(String),
    /// No such hold, or it was lifted before.
    #[error("there is no hold `{0}` that stands: see `abide rights holds`")]
    NotHeld(Id),
    /// Somebody is found by what was stated who was not when it was settled whom the request is about.
    #[error(
        "somebody is found by now who was not when it was settled whom the request is about: say who is meant, then look at the new plan"
    )]
    FoundAnew,
    /// Another plan was approved than the one that was shown.
    #[error("the plan is not the one that you saw: look at the present one")]
    OtherPlan,
}

impl Failed {
    /// Whether the tables of a store are others than they were when it was opened: whoever opens the stores anew can go on.
    #[must_use]
    pub const fn is_of_other_tables(&self) -> bool {
        matches!(self, Self::Store(abide_stores::Error::Migrated { .. }))
    }
}
