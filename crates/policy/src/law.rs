//! Which countries are third countries for whom, and which of them are adequate, with dates.
//!
//! Owns: the areas of the EEA, the United Kingdom and Switzerland and their adequacy lists. Sources: Commission decisions
//! under GDPR Art. 45 (and Art. 25(6) of Directive 95/46/EC) as published in the Official Journal; Data Protection Act
//! 2018 Schedule 21 and the adequacy regulations SI 2022/1213 and SI 2023/1028; Annex 1 of the Swiss Data Protection
//! Ordinance of 31 August 2022, as amended on 15 September 2024. As of 2026-11-24. Leaves to others: whether a policy
//! respects them ([`crate::check`]).

use jiff::civil::{Date, date};

use crate::text::Country;

/// An area within which personal data moves freely under one law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    /// The European Economic Area (GDPR).
    Eea,
    /// The United Kingdom (UK GDPR).
    Uk,
    /// Switzerland (FADP).
    Switzerland,
}

const fn c(code: [u8; 2]) -> Country {
    Country::known(code)
}

const EEA: &[Country] = &[
    c(*b"AT"),
    c(*b"BE"),
    c(*b"BG"),
    c(*b"CY"),
    c(*b"CZ"),
    c(*b"DE"),
    c(*b"DK"),
    c(*b"EE"),
    c(*b"ES"),
    c(*b"FI"),
    c(*b"FR"),
    c(*b"GR"),
    c(*b"HR"),
    c(*b"HU"),
    c(*b"IE"),
    c(*b"IS"),
    c(*b"IT"),
    c(*b"LI"),
    c(*b"LT"),
    c(*b"LU"),
    c(*b"LV"),
    c(*b"MT"),
    c(*b"NL"),
    c(*b"NO"),
    c(*b"PL"),
    c(*b"PT"),
    c(*b"RO"),
    c(*b"SE"),
    c(*b"SI"),
    c(*b"SK"),
];

/// Why a country counts as adequate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adequacy {
    country: Country,
    /// The first day on which the decision applies.
    pub since: Date,
    /// The last day, if it ends.
    pub until: Option<Date>,
    /// Only some organisations there are covered: those under a law or certified under a framework.
    pub partial: bool,
}

const fn whole(code: [u8; 2], since: Date) -> Adequacy {
    Adequacy { country: c(code), since, until: None, partial: false }
}
const fn partial(code: [u8; 2], since: Date) -> Adequacy {
    Adequacy { country: c(code), since, until: None, partial: true }
}

const EEA_ADEQUATE: &[Adequacy] = &[
    whole(*b"CH", date(2000, 7, 26)),
    partial(*b"CA", date(2001, 12, 20)),
    whole(*b"AR", date(2003, 6, 30)),
    whole(*b"GG", date(2003, 11, 21)),
    whole(*b"IM", date(2004, 4, 28)),
    whole(*b"JE", date(2008, 5, 8)),
    whole(*b"FO", date(2010, 3, 5)),
    whole(*b"AD", date(2010, 10, 19)),
    whole(*b"IL", date(2011, 1, 31)),
    whole(*b"UY", date(2012, 8, 21)),
    whole(*b"NZ", date(2012, 12, 19)),
    partial(*b"JP", date(2019, 1, 23)),
    Adequacy {
        country: c(*b"GB"),
        since: date(2021, 6, 28),
        until: Some(date(2031, 12, 27)),
        partial: false,
    },
    partial(*b"KR", date(2021, 12, 17)),
    partial(*b"US", date(2023, 7, 10)),
    whole(*b"BR", date(2026, 1, 26)),
];

const EXIT_DAY: Date = date(2020, 12, 31);
const UK_ADEQUATE: &[Adequacy] = &[
    whole(*b"GI", EXIT_DAY),
    whole(*b"CH", EXIT_DAY),
    partial(*b"CA", EXIT_DAY),
    whole(*b"AR", EXIT_DAY),
    whole(*b"GG", EXIT_DAY),
    whole(*b"IM", EXIT_DAY),
    whole(*b"JE", EXIT_DAY),
    whole(*b"FO", EXIT_DAY),
    whole(*b"AD", EXIT_DAY),
    whole(*b"IL", EXIT_DAY),
    whole(*b"UY", EXIT_DAY),
    whole(*b"NZ", EXIT_DAY),
    partial(*b"JP", EXIT_DAY),
    partial(*b"KR", date(2022, 12, 19)),
    partial(*b"US", date(2023, 10, 12)),
];

const SWISS_DAY: Date = date(2023, 9, 1);
const SWISS_ADEQUATE: &[Adequacy] = &[
    whole(*b"AD", SWISS_DAY),
    whole(*b"AR", SWISS_DAY),
    partial(*b"CA", SWISS_DAY),
    whole(*b"GI", SWISS_DAY),
    whole(*b"GG", SWISS_DAY),
    whole(*b"IM", SWISS_DAY),
    whole(*b"FO", SWISS_DAY),
    whole(*b"IL", SWISS_DAY),
    whole(*b"JE", SWISS_DAY),
    whole(*b"MC", SWISS_DAY),
    whole(*b"NZ", SWISS_DAY),
    whole(*b"UY", SWISS_DAY),
    whole(*b"GB", SWISS_DAY),
    partial(*b"US", date(2024, 9, 15)),
];

impl Area {
    /// The area whose law applies in a country, if it is one of these.
    ///
    /// ```
    /// use abide_policy::law::Area;
    /// assert_eq!(Area::of("NO".parse().unwrap()), Some(Area::Eea));
    /// assert_eq!(Area::of("US".parse().unwrap()), None);
    /// ```
    #[must_use]
    pub fn of(country: Country) -> Option<Self> {
        match country.code() {
            "GB" => Some(Self::Uk),
            "CH" => Some(Self::Switzerland),
            _ if EEA.contains(&country) => Some(Self::Eea),
            _ => None,
        }
    }

    /// What messages call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Eea => "the European Economic Area",
            Self::Uk => "the United Kingdom",
            Self::Switzerland => "Switzerland",
        }
    }

    /// Whether data sent there leaves the area. The United Kingdom and Switzerland name the EEA's states adequate, so
    /// that these are third countries for them, but adequate ones.
    #[must_use]
    pub fn is_third(self, country: Country) -> bool {
        Self::of(country) != Some(self)
    }

    /// The adequacy decision that covers a country on a day.
    #[must_use]
    pub fn adequacy(self, country: Country, on: Date) -> Option<Adequacy> {
        let (list, since) = match self {
            Self::Eea => (EEA_ADEQUATE, None),
            Self::Uk => (UK_ADEQUATE, Some(EXIT_DAY)),
            Self::Switzerland => (SWISS_ADEQUATE, Some(SWISS_DAY)),
        };
        let of_the_eea = since.filter(|_| EEA.contains(&country)).map(|since| Adequacy {
            country,
            since,
            until: None,
            partial: false,
        });
        let listed = list.iter().copied().find(|a| a.country == country);
        of_the_eea.or(listed).filter(|a| a.since <= on && a.until.is_none_or(|end| on <= end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str) -> Country {
        code.parse().unwrap()
    }

    #[test]
    fn adequacy_has_dates() {
        let us = |on| Area::Eea.adequacy(country("US"), on);
        assert!(
            us(date(2023, 7, 9)).is_none(),
            "between the Schrems II judgment and the framework"
        );
        assert!(us(date(2023, 7, 10)).unwrap().partial);
        assert!(Area::Eea.adequacy(country("GB"), date(2031, 12, 27)).is_some());
        assert!(Area::Eea.adequacy(country("GB"), date(2031, 12, 28)).is_none());
        assert!(Area::Eea.adequacy(country("BR"), date(2026, 11, 24)).is_some());
        assert!(Area::Uk.adequacy(country("BR"), date(2026, 11, 24)).is_none());
        assert!(Area::Switzerland.adequacy(country("JP"), date(2026, 11, 24)).is_none());
    }

    #[test]
    fn neighbours_are_third_but_adequate() {
        let day = date(2026, 11, 24);
        for (area, other) in [
            (Area::Uk, "DE"),
            (Area::Switzerland, "FR"),
            (Area::Eea, "CH"),
            (Area::Switzerland, "GB"),
        ] {
            assert!(area.is_third(country(other)));
            assert!(area.adequacy(country(other), day).is_some(), "{area:?} {other}");
        }
        assert!(!Area::Eea.is_third(country("IS")));
    }

    #[test]
    fn every_listed_country_exists() {
        for list in [EEA_ADEQUATE, UK_ADEQUATE, SWISS_ADEQUATE] {
            for a in list {
                assert_eq!(a.country.code().parse::<Country>().unwrap(), a.country);
            }
        }
        assert_eq!(EEA.len(), 30);
    }
}
