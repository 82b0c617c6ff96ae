//! The slider's six levels written in the browser's own preference language.
//!
//! Owns: these strings. Leaves to others: evaluating them ([`super::preferences`]). A test holds them against the table in
//! [`super`], which they must agree with in every cell: two independent ways to one answer.

use crate::situation::{Context, Level};

/// Rules that accept a policy without identifying categories, and else act on uses people have no choice about.
macro_rules! without_choice {
    ($act:literal) => {
        concat!(
            "IE6-P3PSettings/V1: /!PHY&!ONL&!GOV&!FIN=a/",
            " /IVA=",
            $act,
            "/ /IVAa=",
            $act,
            "/ /IVD=",
            $act,
            "/ /IVDa=",
            $act,
            "/",
            " /CON=",
            $act,
            "/ /CONa=",
            $act,
            "/ /TEL=",
            $act,
            "/ /TELa=",
            $act,
            "/",
            " /OTP=",
            $act,
            "/ /OTPa=",
            $act,
            "/ /SAM=",
            $act,
            "/ /SAMa=",
            $act,
            "/",
            " /OTR=",
            $act,
            "/ /OTRa=",
            $act,
            "/ /UNR=",
            $act,
            "/ /UNRa=",
            $act,
            "/",
            " /PUB=",
            $act,
            "/ /PUBa=",
            $act,
            "/",
        )
    };
}

/// The same, and rejects uses from which people can only opt out.
macro_rules! without_opt_in {
    () => {
        concat!(
            without_choice!("r"),
            " /IVAo=r/ /IVDo=r/ /CONo=r/ /TELo=r/ /OTPo=r/ /SAMo=r/ /OTRo=r/ /UNRo=r/ /PUBo=r/",
        )
    };
}

const HIGH: &str = concat!(without_opt_in!(), " /=a/ nopolicy=r");

/// The preference string of a level; `None` for levels that are none of this browser's.
///
/// ```
/// use abide_agents::{Context, Level, ie6::levels::preference};
/// assert_eq!(
///     preference(Context::FirstParty, Level::Low),
///     Some("IE6-P3PSettings/V1: /=a/ nopolicy=l session=a"),
/// );
/// ```
#[must_use]
pub const fn preference(context: Context, level: Level) -> Option<&'static str> {
    use Context::{FirstParty, ThirdParty};
    Some(match (context, level) {
        (_, Level::AcceptAll) => "IE6-P3PSettings/V1: /=a/ nopolicy=a",
        (_, Level::BlockAll) => "IE6-P3PSettings/V1: /=r/ nopolicy=r",
        (FirstParty, Level::Low) => "IE6-P3PSettings/V1: /=a/ nopolicy=l session=a",
        (ThirdParty, Level::Low) => concat!(without_choice!("d"), " /=a/ nopolicy=d session=a"),
        (FirstParty, Level::Medium) => concat!(without_choice!("d"), " /=a/ nopolicy=l session=a"),
        (ThirdParty, Level::Medium) => concat!(without_choice!("r"), " /=a/ nopolicy=r"),
        (FirstParty, Level::MediumHigh) => {
            concat!(without_choice!("r"), " /=a/ nopolicy=l session=a")
        }
        (ThirdParty, Level::MediumHigh) | (_, Level::High) => HIGH,
        (_, Level::Default) => return None,
    })
}

/// The number by which the browser's programming interface names a level; its *medium low* is the slider's Low, and its
/// *low* is Accept All.
#[must_use]
pub const fn template(level: Level) -> Option<u32> {
    Some(match level {
        Level::BlockAll => 0,
        Level::High => 1,
        Level::MediumHigh => 2,
        Level::Medium => 3,
        Level::Low => 4,
        Level::AcceptAll => 5,
        Level::Default => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::UserAgent;
    use crate::ie6::IE6;
    use crate::ie6::preferences::Preferences;
    use crate::verdict::Place;
    use abide_p3p::compact::CompactPolicy;
    use proptest::prelude::*;

    fn all() -> Vec<(Place, Preferences)> {
        Place::all(&IE6)
            .map(|p| (p, preference(p.context, p.level).unwrap().parse().unwrap()))
            .collect()
    }

    #[test]
    fn every_level_has_its_preferences_and_number() {
        assert_eq!(all().len(), 24);
        let mut numbers: Vec<_> = IE6.levels().iter().map(|l| template(*l).unwrap()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5]);
        assert!(preference(Context::FirstParty, Level::Default).is_none());
        assert!(template(Level::Default).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn the_language_and_the_table_agree(
            tokens in prop::collection::vec("(PHY|ONL|GOV|FIN|UNI|NAV|PHYa|phy|(IVA|IVD|CON|TEL|OTP|SAM|OTR|UNR|PUB|CUR|OUR|DEL|PSA|HIS|CUS)[aoi]?|TST|NID|HONK|CONx)", 0..7)
        ) {
            let text = tokens.join(" ");
            let policy = CompactPolicy::parse(&text);
            for (place, preferences) in all() {
                let table = IE6.judge(&policy, &place.situation()).action;
                prop_assert_eq!(preferences.decide(&text, place.cookie), table, "{:?} {}", place, text);
            }
        }
    }
}
