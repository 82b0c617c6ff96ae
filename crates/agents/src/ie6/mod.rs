//! Internet Explorer 6: identifying data used without consent is what it minds.
//!
//! Owns: its table of levels, contexts and kinds of cookies, and the situations in which something else decides. Leaves to
//! others: its preference language ([`preferences`]) and import file ([`import`]), which are a second way to the same
//! answers.
//!
//! From published descriptions of the time. Where they are silent this profile chooses, and says so:
//!
//! - an empty compact policy, and one that says it is a test (`TST`), count as none;
//! - historical preservation (`HIS`) and uses under a pseudonym (`PSA`, `PSD`) need no consent;
//! - the draft token `CUS` needs none either, unless [`Ie6::count_customization`] is on;
//! - at Low a third party's session cookie without a policy is "downgraded to session", which leaves it as it is.

pub mod import;
pub mod levels;
pub mod preferences;

use abide_p3p::compact::{CompactPolicy, Use};
use abide_policy::vocab::{Category, Purpose, Recipient, Set};

use crate::agent::{Concern, Judgement, UserAgent};
use crate::situation::{Action, Age, Context, Cookie, Level, Reason, SiteRule, Situation, Zone};

/// Internet Explorer 6 as it was delivered.
pub static IE6: Ie6 = Ie6 { count_customization: false };

/// Internet Explorer 6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ie6 {
    /// Whether `CUS`, from drafts of P3P, is a use that needs consent.
    pub count_customization: bool,
}

/// Categories that identify a person.
const IDENTIFYING: &[Category] =
    &[Category::Physical, Category::Online, Category::Government, Category::Financial];

/// Uses that need consent.
const NEED_CONSENT: &[Use] = &[
    Use::Purpose(Purpose::IndividualAnalysis),
    Use::Purpose(Purpose::IndividualDecision),
    Use::Purpose(Purpose::Contact),
    Use::Purpose(Purpose::Telemarketing),
    Use::Purpose(Purpose::OtherPurpose),
    Use::Recipient(Recipient::Same),
    Use::Recipient(Recipient::OtherRecipient),
    Use::Recipient(Recipient::Unrelated),
    Use::Recipient(Recipient::Public),
];

/// Whether a cookie records a refusal that Internet Explorer 6 respects although the cookie is older than itself.
///
/// Name and value must match to the letter.
///
/// ```
/// use abide_agents::ie6::is_opt_out;
/// assert!(is_opt_out("ID=OPT_OUT"));
/// assert!(!is_opt_out("ID = opt_out"));
/// ```
#[must_use]
pub fn is_opt_out(cookie: &str) -> bool {
    matches!(cookie, "ID=OPT_OUT" | "id=OPT_OUT" | "AA002=optout" | "CyberGlobalAnonymous=optout")
}

/// What one policy gives away: the two questions of the table.
#[derive(Clone, Copy)]
struct Bad {
    /// Identifying data is used without any choice.
    out: bool,
    /// Identifying data is used without the person having agreed.
    r#in: bool,
}

impl Ie6 {
    fn need_consent(self) -> Set<Use> {
        let mut uses = Set::of(NEED_CONSENT);
        if self.count_customization {
            uses.insert(Use::Customization);
        }
        uses
    }

    /// A compact policy has no statements: any identifying category meets any use.
    fn bad(self, policy: &CompactPolicy) -> Bad {
        let identifying = !policy.categories.intersection(Set::of(IDENTIFYING)).is_empty();
        let uses = self.need_consent();
        let any = |set: Set<Use>| identifying && !set.intersection(uses).is_empty();
        Bad { out: any(policy.uses.without_choice()), r#in: any(policy.uses.without_opt_in()) }
    }

    /// The table for a policy that is there.
    fn with_policy(self, policy: &CompactPolicy, situation: &Situation) -> Judgement {
        use Context::{FirstParty, ThirdParty};
        use Cookie::{Persistent, Session};
        use Level::{High, Low, MediumHigh};
        let bad = self.bad(policy);
        let (bad, action, reason) = match (situation.level, situation.context, situation.cookie) {
            (Low, FirstParty, _) | (Low, ThirdParty, Session) => return SATISFACTORY,
            (Low, ThirdParty, Persistent) => (bad.out, Action::Session, Reason::OptOutMissing),
            (MediumHigh, FirstParty, Session) => return SATISFACTORY,
            (MediumHigh, FirstParty, Persistent) => (bad.out, Action::Block, Reason::NoOptOut),
            (MediumHigh, ThirdParty, _) | (High, ..) => {
                (bad.r#in, Action::Block, Reason::OptInNotRequired)
            }
            (_, FirstParty, Session) => return SATISFACTORY,
            (_, FirstParty, Persistent) => (bad.out, Action::Session, Reason::OptOutMissing),
            (_, ThirdParty, _) => (bad.out, Action::Block, Reason::OptOutMissing),
        };
        if bad { Judgement::new(action, reason) } else { SATISFACTORY }
    }
}

const SATISFACTORY: Judgement = Judgement::new(Action::Accept, Reason::Satisfactory);

/// The table for a cookie without a policy, for the reason given.
///
/// One description has Medium High block first-party cookies; the browser's own dialogue says that they are leashed.
pub(crate) fn without_policy(situation: &Situation, reason: Reason) -> Judgement {
    let action = match (situation.context, situation.level) {
        (_, Level::High) => Action::Block,
        (Context::FirstParty, _) => Action::Leash,
        (Context::ThirdParty, Level::Low) => Action::Session,
        (Context::ThirdParty, _) => Action::Block,
    };
    Judgement::new(action, reason)
}

/// What decides before any policy is looked at: the zone, the two ends of the slider, the user's word on the site, the
/// cookie's age.
pub(crate) fn before_policy(situation: &Situation) -> Option<Judgement> {
    let (action, reason) = match (situation.zone, situation.level, situation.site, situation.age) {
        (Zone::Intranet | Zone::Trusted, ..) => (Action::Accept, Reason::Zone),
        (Zone::Restricted, ..) => (Action::Block, Reason::Zone),
        (_, Level::AcceptAll, ..) => (Action::Accept, Reason::AcceptAll),
        (_, Level::BlockAll, ..) => (Action::Block, Reason::BlockAll),
        (_, _, Some(SiteRule::Accept), _) => (Action::Accept, Reason::SiteRule),
        (_, _, Some(SiteRule::Reject), _) => (Action::Block, Reason::SiteRule),
        (_, _, _, Age::Legacy { opt_out: true }) => (Action::Accept, Reason::OptOutCookie),
        (_, _, _, Age::Legacy { opt_out: false }) => (Action::Leash, Reason::Legacy),
        _ => return None,
    };
    Some(Judgement::new(action, reason))
}

impl UserAgent for Ie6 {
    fn id(&self) -> &'static str {
        "ie6"
    }
    fn name(&self) -> &'static str {
        "Internet Explorer 6"
    }
    fn levels(&self) -> &'static [Level] {
        &[
            Level::Low,
            Level::Medium,
            Level::MediumHigh,
            Level::High,
            Level::AcceptAll,
            Level::BlockAll,
        ]
    }
    fn default_level(&self) -> Level {
        Level::Medium
    }

    fn judge(&self, policy: &CompactPolicy, situation: &Situation) -> Judgement {
        if let Some(judgement) = before_policy(situation) {
            judgement
        } else if policy.test {
            without_policy(situation, Reason::TestPolicy)
        } else if policy.is_empty() {
            without_policy(situation, Reason::NoPolicy)
        } else {
            self.with_policy(policy, situation)
        }
    }

    fn concern(&self, policy: &CompactPolicy) -> Concern {
        if policy.test || policy.is_empty() {
            return Concern::default();
        }
        Concern {
            satisfactory: !self.bad(policy).out,
            categories: policy.categories.intersection(Set::of(IDENTIFYING)),
            uses: policy.uses.all().intersection(self.need_consent()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(text: &str, context: Context, cookie: Cookie, level: Level) -> (Action, &'static str) {
        let policy = CompactPolicy::parse(text);
        let judgement = IE6.judge(&policy, &Situation::new(context, cookie, level));
        (judgement.action, judgement.reason.as_str())
    }

    fn satisfactory(text: &str) -> bool {
        IE6.concern(&CompactPolicy::parse(text)).satisfactory
    }

    #[test]
    fn only_identifying_data_with_uses_that_need_consent_counts() {
        for category in ["PHY", "ONL", "GOV", "FIN"] {
            for what in ["IVA", "IVD", "CON", "TEL", "OTP", "SAM", "OTR", "UNR", "PUB"] {
                assert!(!satisfactory(&format!("{category} {what}")));
                assert!(!satisfactory(&format!("{category} {what}a")));
                assert!(
                    !satisfactory(&format!("{category} {what}i {what}")),
                    "the weakest decides"
                );
                assert!(satisfactory(&format!("{category} {what}o")));
                assert!(satisfactory(&format!("{category} {what}i")));
            }
        }
        for category in [
            "UNI", "PUR", "COM", "NAV", "INT", "DEM", "CNT", "STA", "POL", "HEA", "PRE", "LOC",
            "OTC",
        ] {
            assert!(satisfactory(&format!("{category} CON")));
        }
        for what in ["CUR", "ADM", "DEV", "TAI", "PSA", "PSD", "HIS", "OUR", "DEL", "CUS"] {
            assert!(satisfactory(&format!("PHY {what}")));
        }
    }

    #[test]
    fn drafts_count_if_asked_to() {
        let policy = CompactPolicy::parse("PHY CUSa");
        assert!(!Ie6 { count_customization: true }.concern(&policy).satisfactory);
        let asked = CompactPolicy::parse("PHY CUSo");
        assert!(Ie6 { count_customization: true }.concern(&asked).satisfactory);
    }

    #[test]
    fn the_table() {
        use Action::{Accept, Block, Session};
        let bad = "PHY CON";
        let opt_out = "PHY CONo";
        let opt_in = "PHY CONi";
        for (level, context, cookie, out, asked) in [
            (Level::Low, Context::FirstParty, Cookie::Persistent, Accept, Accept),
            (Level::Medium, Context::FirstParty, Cookie::Persistent, Session, Accept),
            (Level::MediumHigh, Context::FirstParty, Cookie::Persistent, Block, Accept),
            (Level::High, Context::FirstParty, Cookie::Persistent, Block, Block),
            (Level::Low, Context::FirstParty, Cookie::Session, Accept, Accept),
            (Level::Medium, Context::FirstParty, Cookie::Session, Accept, Accept),
            (Level::MediumHigh, Context::FirstParty, Cookie::Session, Accept, Accept),
            (Level::High, Context::FirstParty, Cookie::Session, Block, Block),
            (Level::Low, Context::ThirdParty, Cookie::Persistent, Session, Accept),
            (Level::Medium, Context::ThirdParty, Cookie::Persistent, Block, Accept),
            (Level::MediumHigh, Context::ThirdParty, Cookie::Persistent, Block, Block),
            (Level::High, Context::ThirdParty, Cookie::Persistent, Block, Block),
            (Level::Low, Context::ThirdParty, Cookie::Session, Accept, Accept),
            (Level::Medium, Context::ThirdParty, Cookie::Session, Block, Accept),
            (Level::MediumHigh, Context::ThirdParty, Cookie::Session, Block, Block),
            (Level::High, Context::ThirdParty, Cookie::Session, Block, Block),
        ] {
            let here = format!("{level} {context} {cookie}");
            assert_eq!(judge(bad, context, cookie, level).0, out, "{here}");
            assert_eq!(judge(opt_out, context, cookie, level).0, asked, "{here}");
            assert_eq!(judge(opt_in, context, cookie, level).0, Accept, "{here}");
        }
    }

    #[test]
    fn no_policy_leashes_the_first_party() {
        use Action::{Block, Leash, Session};
        for text in ["", "\"\"", "TST CUR OUR"] {
            for cookie in [Cookie::Persistent, Cookie::Session] {
                for (level, first, third) in [
                    (Level::Low, Leash, Session),
                    (Level::Medium, Leash, Block),
                    (Level::MediumHigh, Leash, Block),
                    (Level::High, Block, Block),
                ] {
                    assert_eq!(judge(text, Context::FirstParty, cookie, level).0, first);
                    assert_eq!(judge(text, Context::ThirdParty, cookie, level).0, third);
                }
            }
        }
        assert_eq!(judge("", Context::FirstParty, Cookie::Session, Level::Low).1, "no_policy");
        assert_eq!(judge("TST", Context::FirstParty, Cookie::Session, Level::Low).1, "test_policy");
    }

    #[test]
    fn unknown_tokens_are_a_policy() {
        assert!(satisfactory("HONK"));
        let cell = judge("HONK", Context::ThirdParty, Cookie::Persistent, Level::High);
        assert_eq!(cell, (Action::Accept, "satisfactory"));
        assert!(satisfactory("phy con"), "wrong case is unknown");
    }

    #[test]
    fn the_ends_of_the_slider_ignore_everything() {
        for text in ["", "PHY CON", "NID", "TST"] {
            let accept = judge(text, Context::ThirdParty, Cookie::Persistent, Level::AcceptAll);
            assert_eq!(accept, (Action::Accept, "accept_all"));
            let block = judge(text, Context::FirstParty, Cookie::Session, Level::BlockAll);
            assert_eq!(block, (Action::Block, "block_all"));
        }
    }

    #[test]
    fn sites_zones_and_old_cookies_come_first() {
        let bad = CompactPolicy::parse("PHY CON");
        let usual = Situation::new(Context::ThirdParty, Cookie::Persistent, Level::Medium);
        let legacy = Situation { age: Age::Legacy { opt_out: false }, ..usual };
        for (situation, action, reason) in [
            (Situation { site: Some(SiteRule::Accept), ..usual }, Action::Accept, Reason::SiteRule),
            (Situation { site: Some(SiteRule::Reject), ..usual }, Action::Block, Reason::SiteRule),
            (Situation { zone: Zone::Trusted, ..usual }, Action::Accept, Reason::Zone),
            (Situation { zone: Zone::Intranet, ..usual }, Action::Accept, Reason::Zone),
            (Situation { zone: Zone::Restricted, ..usual }, Action::Block, Reason::Zone),
            (legacy, Action::Leash, Reason::Legacy),
            (Situation { level: Level::High, ..legacy }, Action::Leash, Reason::Legacy),
            (Situation { level: Level::BlockAll, ..legacy }, Action::Block, Reason::BlockAll),
            (Situation { level: Level::AcceptAll, ..legacy }, Action::Accept, Reason::AcceptAll),
            (
                Situation { site: Some(SiteRule::Accept), ..legacy },
                Action::Accept,
                Reason::SiteRule,
            ),
            (
                Situation { site: Some(SiteRule::Accept), level: Level::BlockAll, ..usual },
                Action::Block,
                Reason::BlockAll,
            ),
            (
                Situation { age: Age::Legacy { opt_out: true }, ..usual },
                Action::Accept,
                Reason::OptOutCookie,
            ),
        ] {
            assert_eq!(
                IE6.judge(&bad, &situation),
                Judgement::new(action, reason),
                "{situation:?}"
            );
        }
        for cookie in ["id=OPT_OUT", "AA002=optout", "CyberGlobalAnonymous=optout"] {
            assert!(is_opt_out(cookie));
        }
        assert!(!is_opt_out("AA002= optout") && !is_opt_out("AA002=OPTOUT"));
    }
}
