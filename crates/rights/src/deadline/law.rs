//! What the laws say about periods: how long, what stops them, what extends them, and where that is written.

use abide_policy::law::Area;
use abide_policy::text::Country;
use abide_policy::vocab::RequestKind;
use jiff::ToSpan;
use jiff::civil::Date;

use super::Pausing;

/// Whose rules count the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Law {
    /// The GDPR: European Union and European Economic Area.
    Gdpr,
    /// The UK GDPR.
    UkGdpr,
    /// The Swiss Federal Act on Data Protection.
    SwissFadp,
    /// Another law, whose rules are not known here: the strictest of the others hold.
    Unknown,
}

/// How binding a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A law.
    Law,
    /// What an authority says about the law.
    Guidance,
}

/// Where a rule is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The name of its message, for readers of other languages (`deadline-source-…`).
    pub id: &'static str,
    /// The place, as lawyers cite it, and what it says.
    pub text: &'static str,
    /// Whether it binds.
    pub standing: Standing,
}

const fn law(id: &'static str, text: &'static str) -> Source {
    Source { id, text, standing: Standing::Law }
}
const fn guidance(id: &'static str, text: &'static str) -> Source {
    Source { id, text, standing: Standing::Guidance }
}

const GDPR: &[Source] = &[
    law("gdpr-month", "GDPR Art. 12(3): one month from receipt"),
    law(
        "eu-end",
        "Regulation (EEC, Euratom) 1182/71 Art. 3: same date of the last month or its last day; next working day",
    ),
];
const UK_GDPR: &[Source] = &[
    law(
        "uk-month",
        "UK GDPR Art. 12A, in force since 5 February 2026: one month from the latest of receipt, identity, fee",
    ),
    guidance(
        "uk-end",
        "ICO, right of access: corresponding date or last day of the month; next working day",
    ),
];
const SWISS_FADP: &[Source] = &[
    law("ch-days", "FADP Art. 25(7), DPO Art. 18(1): 30 days from receipt"),
    law(
        "ch-end",
        "CO Art. 77, 78 and SR 173.110.3: the day of receipt does not count; next working day",
    ),
];

impl Law {
    /// The law of a country.
    ///
    /// ```
    /// use abide_rights::deadline::Law;
    /// assert_eq!(Law::of("NO".parse().unwrap()), Law::Gdpr);
    /// assert_eq!(Law::of("US".parse().unwrap()), Law::Unknown);
    /// ```
    #[must_use]
    pub fn of(country: Country) -> Self {
        match Area::of(country) {
            Some(Area::Eea) => Self::Gdpr,
            Some(Area::Uk) => Self::UkGdpr,
            Some(Area::Switzerland) => Self::SwissFadp,
            None => Self::Unknown,
        }
    }

    /// The last day of the period that starts on a day, before pauses and holidays.
    pub(super) fn base(self, start: Date) -> Date {
        let (month, days) = (start.saturating_add(1.month()), start.saturating_add(30.days()));
        match self {
            Self::Gdpr | Self::UkGdpr => month,
            Self::SwissFadp => days,
            Self::Unknown => month.min(days),
        }
    }

    /// The last day to which the law itself extends; `None` where the controller names the day.
    pub(super) fn extended(self, start: Date) -> Option<Date> {
        (self != Self::SwissFadp).then(|| start.saturating_add(3.months()))
    }

    /// Whether a period that ends on a holiday ends on the next working day.
    pub(super) const fn moves_to_working_days(self) -> bool {
        !matches!(self, Self::Unknown)
    }

    /// Whether the clock stops for this reason.
    pub(super) const fn pauses(self, why: Pausing, kind: RequestKind) -> bool {
        match (self, why) {
            (Self::Gdpr, Pausing::Identity) | (Self::UkGdpr, Pausing::Identity | Pausing::Fee) => {
                true
            }
            (Self::UkGdpr, Pausing::Clarification) => matches!(kind, RequestKind::Access),
            _ => false,
        }
    }

    /// Whether the period starts anew with the answer (UK GDPR Art. 12A), instead of standing still.
    pub(super) const fn restarts(self, why: Pausing) -> bool {
        matches!((self, why), (Self::UkGdpr, Pausing::Identity | Pausing::Fee))
    }

    /// Where the length of the period is written.
    pub(super) const fn base_sources(self) -> &'static [Source] {
        match self {
            Self::Gdpr => GDPR,
            Self::UkGdpr => UK_GDPR,
            Self::SwissFadp => SWISS_FADP,
            Self::Unknown => &[],
        }
    }

    /// Where extending is written.
    pub(super) const fn extension_source(self) -> Source {
        match self {
            Self::Gdpr | Self::Unknown => law(
                "gdpr-extension",
                "GDPR Art. 12(3): two further months, told with reasons within one month",
            ),
            Self::UkGdpr => law(
                "uk-extension",
                "UK GDPR Art. 12A: two further months, told with reasons within one month",
            ),
            Self::SwissFadp => law(
                "ch-extension",
                "DPO Art. 18(2): until the day that the person is told within the 30 days",
            ),
        }
    }

    /// Where stopping the clock is written.
    pub(super) const fn pause_source(self, why: Pausing) -> Option<Source> {
        match (self, why) {
            (Self::Gdpr, _) => Some(guidance(
                "gdpr-pause",
                "GDPR Art. 12(6), EDPB Guidelines 01/2022: suspended while reasonable doubt about identity lasts",
            )),
            (Self::UkGdpr, Pausing::Clarification) => Some(law(
                "uk-pause-clarification",
                "UK GDPR Art. 12A: days from asking what is meant until the answer do not count",
            )),
            (Self::UkGdpr, _) => Some(law(
                "uk-pause-start",
                "UK GDPR Art. 12A: the period starts when identity or fee has arrived",
            )),
            _ => None,
        }
    }
}
