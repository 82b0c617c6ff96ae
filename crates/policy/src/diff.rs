//! What changed between two versions: for people, as typed changes with their effect on them; and by lines of the source.
//!
//! Owns: finding changes, and whether each gives people more protection or less. Leaves to others: the sentences in five
//! languages (`abide-notice`).

use crate::data::DataRef;
use crate::model::RetentionRule;
use crate::text::{Country, Id, Period, Text};
use crate::vocab::{Access, Basis, Choice, Purpose, Recipient, Retention, Since};

mod changes;
mod lines;

pub use changes::changes;
pub use lines::{Line, lines};

/// What a change means for the people whose data it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// More data, more uses, more recipients, longer, or less choice.
    Less,
    /// Neither, or it depends.
    Other,
    /// Fewer data, uses or recipients, shorter, or more choice.
    More,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Other access to one's data.
    Access {
        /// Before.
        from: Access,
        /// After.
        to: Access,
    },
    /// A whole statement came.
    StatementAdded {
        /// Its name.
        id: Id,
        /// What people call it.
        title: Text,
        /// Whether it is only about anonymous data.
        anonymous: bool,
    },
    /// A whole statement went.
    StatementRemoved {
        /// Its name.
        id: Id,
        /// What people call it.
        title: Text,
    },
    /// Something changed within a statement.
    Statement {
        /// Its name.
        id: Id,
        /// What people call it now.
        title: Text,
        /// What changed.
        change: StatementChange,
    },
    /// A cookie or other storage came.
    CookieAdded(String),
    /// A cookie or other storage went.
    CookieRemoved(String),
    /// A cookie lives for another time (`None`: until the browser is closed).
    CookieLifetime {
        /// Its name.
        name: String,
        /// Before.
        from: Option<Period>,
        /// After.
        to: Option<Period>,
    },
    /// An organisation that processes data came.
    SubProcessorAdded {
        /// Its name.
        name: String,
        /// Where.
        country: Country,
    },
    /// An organisation that processes data went.
    SubProcessorRemoved {
        /// Its name.
        name: String,
        /// Where.
        country: Country,
    },
    /// A place where data is kept came.
    RegionAdded {
        /// What people call it.
        title: Text,
        /// Where.
        country: Country,
    },
    /// A place where data is kept went.
    RegionRemoved {
        /// What people call it.
        title: Text,
        /// Where.
        country: Country,
    },
    /// There is now another number of ways to settle disputes.
    Disputes {
        /// Before.
        from: usize,
        /// After.
        to: usize,
    },
    /// There is now, or no longer, a place where people choose.
    ChoicesPlace {
        /// Whether there is one now.
        now: bool,
    },
    /// There is now, or no longer, a way to use one's rights.
    RightsPlace {
        /// Whether there is one now.
        now: bool,
    },
    /// The supervisory authority is now named, or no longer.
    AuthorityNamed {
        /// Whether it is named now.
        now: bool,
    },
    /// Another organisation is responsible.
    Entity {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// Contact details of the organisation changed.
    Contact,
    /// Texts were reworded; nothing else about them changed.
    Wording {
        /// How many.
        count: usize,
    },
}

/// A change within a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementChange {
    /// More data.
    DataAdded(DataRef),
    /// Less data.
    DataRemoved(DataRef),
    /// People may leave this out now, or no longer.
    DataOptional {
        /// Which.
        data: DataRef,
        /// Whether they may now.
        now: bool,
    },
    /// Another use.
    PurposeAdded {
        /// Which.
        purpose: Purpose,
        /// Whether people can choose.
        choice: Choice,
    },
    /// A use less.
    PurposeRemoved(Purpose),
    /// Another choice.
    PurposeChoice {
        /// Of which use.
        purpose: Purpose,
        /// Before.
        from: Choice,
        /// After.
        to: Choice,
    },
    /// Another ground (`None`: not said).
    PurposeBasis {
        /// Of which use.
        purpose: Purpose,
        /// Before.
        from: Option<Basis>,
        /// After.
        to: Option<Basis>,
    },
    /// Another recipient.
    RecipientAdded {
        /// Who.
        recipient: Recipient,
        /// Whether people can choose.
        choice: Choice,
    },
    /// A recipient less.
    RecipientRemoved(Recipient),
    /// Another choice.
    RecipientChoice {
        /// About whom.
        recipient: Recipient,
        /// Before.
        from: Choice,
        /// After.
        to: Choice,
    },
    /// A recipient is in another country (`None`: not said).
    RecipientCountry {
        /// Who.
        recipient: Recipient,
        /// Before.
        from: Option<Country>,
        /// After.
        to: Option<Country>,
    },
    /// Kept for another time.
    Retention {
        /// Before.
        from: Kept,
        /// After.
        to: Kept,
    },
}

/// How long data is kept, without the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The kind.
    pub kind: Retention,
    /// The period.
    pub period: Option<Period>,
    /// From when it counts.
    pub since: Since,
    /// Whether what is kept is anonymous.
    pub anonymous: bool,
}

impl From<&RetentionRule> for Kept {
    fn from(rule: &RetentionRule) -> Self {
        Self { kind: rule.kind, period: rule.period, since: rule.since, anonymous: rule.anonymous }
    }
}

impl Kept {
    /// The most days that personal data is kept; nothing said counts as for ever.
    fn most_days(self) -> u32 {
        match (self.anonymous, self.kind, self.period) {
            (true, ..) | (_, Retention::NoRetention, _) => 0,
            (_, _, Some(period)) => period.most_days(),
            _ => u32::MAX,
        }
    }
}

/// Fewer is better for people: the effect of going from one number to another.
fn fewer_is_more<T: Ord>(from: &T, to: &T) -> Effect {
    match to.cmp(from) {
        std::cmp::Ordering::Less => Effect::More,
        std::cmp::Ordering::Equal => Effect::Other,
        std::cmp::Ordering::Greater => Effect::Less,
    }
}

const fn when(better: bool) -> Effect {
    if better { Effect::More } else { Effect::Less }
}

impl Change {
    /// What it means for people.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self {
            Self::StatementAdded { anonymous: true, .. } => Effect::Other,
            Self::StatementAdded { .. } | Self::CookieAdded(_) | Self::SubProcessorAdded { .. } => {
                Effect::Less
            }
            Self::StatementRemoved { .. }
            | Self::CookieRemoved(_)
            | Self::SubProcessorRemoved { .. } => Effect::More,
            Self::Access { from, to } => fewer_is_more(&access_gap(*from), &access_gap(*to)),
            Self::Statement { change, .. } => change.effect(),
            Self::CookieLifetime { from, to, .. } => {
                let days = |p: &Option<Period>| p.map_or(0, Period::most_days);
                fewer_is_more(&days(from), &days(to))
            }
            Self::Disputes { from, to } => fewer_is_more(to, from),
            Self::ChoicesPlace { now }
            | Self::RightsPlace { now }
            | Self::AuthorityNamed { now } => when(*now),
            Self::RegionAdded { .. }
            | Self::RegionRemoved { .. }
            | Self::Entity { .. }
            | Self::Contact
            | Self::Wording { .. } => Effect::Other,
        }
    }
}

/// How far an answer is from full access.
const fn access_gap(access: Access) -> u8 {
    match access {
        Access::All => 0,
        Access::ContactAndOther => 1,
        Access::IdentContact | Access::OtherIdent => 2,
        // Claiming that nothing identifiable is held gives people no access either.
        Access::None | Access::Nonident => 3,
    }
}

impl StatementChange {
    /// What it means for people.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self {
            Self::DataAdded(_) | Self::PurposeAdded { .. } | Self::RecipientAdded { .. } => {
                Effect::Less
            }
            Self::DataRemoved(_) | Self::PurposeRemoved(_) | Self::RecipientRemoved(_) => {
                Effect::More
            }
            Self::DataOptional { now, .. } => when(*now),
            Self::PurposeChoice { from, to, .. } | Self::RecipientChoice { from, to, .. } => {
                fewer_is_more(to, from)
            }
            Self::PurposeBasis { from, to, .. } => match (from, to) {
                (None, Some(_)) => Effect::More,
                (Some(_), None) => Effect::Less,
                _ => Effect::Other,
            },
            Self::RecipientCountry { .. } => Effect::Other,
            Self::Retention { from, to } => fewer_is_more(&from.most_days(), &to.most_days()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Policy;
    use crate::source::read_policy;

    fn policy(replace: &[(&str, &str)]) -> Policy {
        let mut source = crate::decide::doc::EXAMPLE.to_owned();
        for (from, to) in replace {
            assert!(source.contains(from), "{from}");
            source = source.replace(from, to);
        }
        read_policy(&source).draft.unwrap()
    }

    fn only(replace: &[(&str, &str)]) -> Change {
        let mut found = changes(&policy(&[]), &policy(replace));
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    #[test]
    fn nothing_changes_without_a_change() {
        assert_eq!(changes(&policy(&[]), &policy(&[])), []);
    }

    #[test]
    fn each_change_has_its_effect_on_people() {
        for (from, to, effect) in [
            ("\"user.gender\"", "\"user.bdate\", \"user.gender\"", Effect::Less),
            (", \"user.gender\"", "", Effect::More),
            ("choice = \"opt-in\"", "choice = \"always\"", Effect::Less),
            ("6 months", "2 years", Effect::Less),
            ("6 months", "30 days", Effect::More),
            (", delivery = \"always\"", "", Effect::More),
            (
                "delivery = \"always\"",
                "delivery = { choice = \"always\", country = \"CH\" }",
                Effect::Other,
            ),
            ("\"contact-and-other\"", "\"all\"", Effect::More),
            ("Example GmbH", "Other GmbH", Effect::Other),
            (
                "privacy@example.com\"\n\n[authority]",
                "other@example.com\"\n\n[authority]",
                Effect::Other,
            ),
        ] {
            assert_eq!(only(&[(from, to)]).effect(), effect, "{from} -> {to}");
        }
    }

    #[test]
    fn wording_is_counted_not_listed() {
        assert_eq!(
            only(&[("title      = \"Orders\"", "title = \"Purchases\"")]),
            Change::Wording { count: 1 }
        );
    }

    #[test]
    fn both_directions_have_opposite_effects() {
        let (a, b) =
            (policy(&[]), policy(&[("6 months", "2 years"), ("\"user.gender\"", "\"user.name\"")]));
        let effects = |x: &Policy, y: &Policy| {
            let mut all: Vec<Effect> = changes(x, y).iter().map(Change::effect).collect();
            all.sort_unstable();
            all
        };
        assert_eq!(effects(&a, &b), [Effect::Less, Effect::Less, Effect::More]);
        assert_eq!(effects(&b, &a), [Effect::Less, Effect::More, Effect::More]);
    }
}
