//! Netscape 7 and Mozilla of the time: a preference of eight letters decides by how consent is given.
//!
//! Owns: its classes of consent and its four settings. Leaves to others: everything that is not decided by the policy
//! (lists of sites, cookie lifetimes), which this profile does not model.
//!
//! Where its published description is silent: the draft token `CUS` is an unknown token. One known difference: the browser
//! looked only at the first three letters, so that `CONx` was `CON`; here it is unknown, which makes the policy invalid.

use abide_p3p::compact::{CompactPolicy, Header, Quotes, Use};
use abide_policy::vocab::{Category, Purpose, Recipient, Set};

use crate::agent::{Concern, Judgement, UserAgent};
use crate::situation::{Action, Context, Level, Reason, Situation};

/// Netscape 7 and Mozilla of the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Netscape7;

const IDENTIFYING: &[Category] = &[
    Category::Financial,
    Category::Government,
    Category::Online,
    Category::Physical,
    Category::UniqueId,
];

const NEED_CONSENT: &[Use] = &[
    Use::Purpose(Purpose::Contact),
    Use::Purpose(Purpose::IndividualAnalysis),
    Use::Purpose(Purpose::IndividualDecision),
    Use::Purpose(Purpose::OtherPurpose),
    Use::Purpose(Purpose::Telemarketing),
    Use::Recipient(Recipient::Delivery),
    Use::Recipient(Recipient::OtherRecipient),
    Use::Recipient(Recipient::Public),
    Use::Recipient(Recipient::Same),
    Use::Recipient(Recipient::Unrelated),
];

/// The preference of a level: two letters, first and third party, for each of no policy, no consent, opt-out, opt-in.
const fn preference(level: Level) -> [[u8; 2]; 4] {
    match level {
        Level::Low => [*b"af", *b"af", *b"aa", *b"aa"],
        Level::Medium => [*b"ff", *b"ff", *b"aa", *b"aa"],
        Level::High => [*b"fr", *b"fr", *b"ad", *b"aa"],
        _ => [*b"dr", *b"dr", *b"aa", *b"aa"],
    }
}

/// How people consent to what is done with their data: the class by which the preference is read.
fn consent(policy: &CompactPolicy) -> Reason {
    let uses = Set::of(NEED_CONSENT);
    let any = |set: Set<Use>| !set.intersection(uses).is_empty();
    if policy.is_empty() {
        Reason::NoPolicy
    } else if policy.test {
        Reason::TestPolicy
    } else if policy.unknown > 0 || policy.uses.all().contains(Use::Customization) {
        Reason::InvalidPolicy
    } else if policy.categories.intersection(Set::of(IDENTIFYING)).is_empty() {
        Reason::NoIdentifyingData
    } else if any(policy.uses.without_choice()) {
        Reason::NoConsent
    } else if any(policy.uses.opt_out) {
        Reason::ImplicitConsent
    } else if any(policy.uses.opt_in) {
        Reason::ExplicitConsent
    } else {
        Reason::NoConsent
    }
}

impl UserAgent for Netscape7 {
    fn id(&self) -> &'static str {
        "netscape7"
    }
    fn name(&self) -> &'static str {
        "Netscape 7"
    }
    fn levels(&self) -> &'static [Level] {
        &[Level::Default, Level::Low, Level::Medium, Level::High]
    }
    fn default_level(&self) -> Level {
        Level::Default
    }

    /// It takes a compact policy without quotes for none.
    fn read(&self, header: &Header<'_>) -> CompactPolicy {
        match header.quotes {
            Quotes::Missing => CompactPolicy::default(),
            Quotes::Double | Quotes::Other => header.policy(),
        }
    }

    fn judge(&self, policy: &CompactPolicy, situation: &Situation) -> Judgement {
        let reason = consent(policy);
        let [none, no_consent, opt_out, opt_in] = preference(situation.level);
        let [first, third] = match reason {
            Reason::NoPolicy => none,
            Reason::ImplicitConsent => opt_out,
            Reason::ExplicitConsent | Reason::NoIdentifyingData => opt_in,
            _ => no_consent,
        };
        let letter = if situation.context == Context::FirstParty { first } else { third };
        let action = match letter {
            b'd' => Action::Session,
            b'r' => Action::Block,
            _ => Action::Accept,
        };
        Judgement { action, reason, flagged: letter == b'f' }
    }

    fn concern(&self, policy: &CompactPolicy) -> Concern {
        Concern {
            satisfactory: matches!(
                consent(policy),
                Reason::NoIdentifyingData | Reason::ImplicitConsent | Reason::ExplicitConsent
            ),
            categories: policy.categories.intersection(Set::of(IDENTIFYING)),
            uses: policy.uses.all().intersection(Set::of(NEED_CONSENT)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ie6::IE6;
    use crate::situation::Cookie;

    fn class(text: &str) -> &'static str {
        consent(&CompactPolicy::parse(text)).as_str()
    }

    #[test]
    fn consent_is_classed() {
        for (text, expected) in [
            ("", "no_policy"),
            ("NOI PHY", "no_consent"),
            ("UNI CON", "no_consent"),
            ("PHY CONo TELi", "implicit_consent"),
            ("PHY CONi", "explicit_consent"),
            ("PHY CONi DEL", "no_consent"),
            ("NAV CON", "no_identifying_data"),
            ("HONK", "invalid_policy"),
            ("NAV HONK", "invalid_policy"),
            ("TST NAV", "test_policy"),
        ] {
            assert_eq!(class(text), expected, "{text}");
        }
    }

    #[test]
    fn it_differs_from_internet_explorer() {
        for text in ["NOI PHY", "HONK", "UNI CON"] {
            let policy = CompactPolicy::parse(text);
            assert!(IE6.concern(&policy).satisfactory, "{text}");
            assert!(!Netscape7.concern(&policy).satisfactory, "{text}");
        }
    }

    #[test]
    fn the_preferences_are_the_published_ones() {
        for (level, expected) in [
            (Level::Default, "drdraaaa"),
            (Level::Low, "afafaaaa"),
            (Level::Medium, "ffffaaaa"),
            (Level::High, "frfradaa"),
        ] {
            assert_eq!(preference(level).concat(), expected.as_bytes());
        }
        let bad = CompactPolicy::parse("UNI CON");
        let at = |context, level| {
            Netscape7.judge(&bad, &Situation::new(context, Cookie::Persistent, level))
        };
        assert_eq!(at(Context::FirstParty, Level::Default).action, Action::Session);
        assert_eq!(at(Context::ThirdParty, Level::Default).action, Action::Block);
        let shown = at(Context::ThirdParty, Level::Medium);
        assert!(shown.flagged && shown.action == Action::Accept);
    }

    #[test]
    fn without_quotes_there_is_no_policy() {
        for (text, present) in
            [("CP=NAV", false), ("CP=\"NAV\"", true), ("CP='NAV'", true), ("NAV", true)]
        {
            assert_eq!(!Netscape7.read(&Header::pasted(text)).is_empty(), present, "{text}");
            assert!(!IE6.read(&Header::pasted(text)).is_empty());
        }
    }
}
