//! Which days are working days: all but Saturdays, Sundays and public holidays (Regulation 1182/71 Art. 2).

use std::collections::BTreeSet;

use abide_policy::text::Country;
use jiff::ToSpan;
use jiff::civil::Date;

use super::holidays;

/// The working days at a place. A holiday that it does not know makes a period end earlier, never later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    country: Option<Country>,
    region: Option<String>,
    own: BTreeSet<Date>,
}

/// A region of which no holiday is known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no holidays are known for this region of {country}: name it as ISO 3166-2 does, such as `BY` or `SCT`, or leave it out"
)]
pub struct NoRegion {
    country: Country,
}

impl Calendar {
    /// That of a country, and of a region in it where one is given (ISO 3166-2 without the country: a German Land, a part
    /// of the United Kingdom). A country without rules has weekends alone; [`Calendar::is_known`] tells.
    ///
    /// # Errors
    /// A region that the country does not have, or of which no holiday of its own is known.
    ///
    /// ```
    /// use abide_rights::deadline::Calendar;
    /// use jiff::civil::date;
    /// let saxony = Calendar::of("DE".parse().unwrap(), Some("SN")).unwrap();
    /// assert_eq!(saxony.holiday(date(2026, 11, 18)), Some("Buß- und Bettag"));
    /// assert_eq!(saxony.next_working(date(2026, 12, 25)), date(2026, 12, 28));
    /// ```
    pub fn of(country: Country, region: Option<&str>) -> Result<Self, NoRegion> {
        if region.is_some_and(|region| !holidays::knows_region(country.code(), region)) {
            return Err(NoRegion { country });
        }
        Ok(Self { country: Some(country), region: region.map(Into::into), own: BTreeSet::new() })
    }

    /// The same with further days on which the place does not work by law: a canton's, a community's, a town's.
    #[must_use]
    pub fn with(mut self, days: impl IntoIterator<Item = Date>) -> Self {
        self.own.extend(days);
        self
    }

    /// Whether the country's holidays are known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.country.is_some_and(|country| holidays::knows(country.code()))
    }

    /// Whether there are further holidays in the country's regions that this calendar does not know.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        let code = self.country.as_ref().map_or("", Country::code);
        self.own.is_empty()
            && (matches!(code, "CH" | "ES")
                || (matches!(code, "DE" | "GB") && self.region.is_none()))
    }

    /// The name of the public holiday on a day.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<&'static str> {
        let own = self.own.contains(&day).then_some("own holiday");
        let country = self.country?;
        let days = holidays::of_year(country.code(), self.region.as_deref(), day.year());
        days.get(&day).copied().or(own)
    }

    /// Whether people work on a day.
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        !holidays::is_weekend(day) && !self.own.contains(&day) && self.holiday(day).is_none()
    }

    /// The day itself if it is a working day, else the next one.
    #[must_use]
    pub fn next_working(&self, day: Date) -> Date {
        let mut next = day;
        while !self.is_working(next) && next < Date::MAX {
            next = next.saturating_add(1.day());
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::process::Command;

    use jiff::civil::date;

    use super::*;

    /// Days on which the oracle differs; this list may only become shorter.
    const DEVIATIONS: &str = include_str!("../../tests/oracles/holidays_deviations.tsv");

    /// Prints the weekdays that are holidays. Weekends need no comparison: nobody works then anyway.
    const ORACLE: &str = r#"
import sys, holidays
for place in sys.argv[1:]:
    country, _, region = place.partition("-")
    days = holidays.country_holidays(country, subdiv=region or None, years=range(2020, 2036))
    for day in sorted(days):
        if day.weekday() < 5:
            print(place, day, sep="\t")
"#;

    const PLACES: &str = "AT CH DE DE-BB DE-BE DE-BW DE-BY DE-HB DE-HE DE-HH DE-MV DE-NI DE-NW DE-RP DE-SH DE-SL DE-SN DE-ST \
        DE-TH ES FR GB-ENG GB-NIR GB-SCT GB-WLS SK";

    fn calendar(place: &str) -> Calendar {
        let (country, region) = place.split_once('-').map_or((place, None), |(c, r)| (c, Some(r)));
        Calendar::of(country.parse().unwrap(), region).unwrap()
    }

    fn ours() -> BTreeSet<String> {
        let mut days = BTreeSet::new();
        for place in PLACES.split_whitespace() {
            let calendar = calendar(place);
            let mut day = date(2020, 1, 1);
            while day.year() < 2036 {
                if calendar.holiday(day).is_some() && !holidays::is_weekend(day) {
                    days.insert(format!("{place}\t{day}"));
                }
                day = day.tomorrow().unwrap();
            }
        }
        days
    }

    #[test]
    fn holidays_are_those_of_the_oracle() {
        let Some(python) = abide_tests::python("holidays") else { return };
        let places = PLACES.split_whitespace();
        let run = Command::new(python).args(["-c", ORACLE]).args(places).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let theirs: BTreeSet<String> =
            String::from_utf8(run.stdout).unwrap().lines().map(Into::into).collect();
        assert!(theirs.len() > 3_000, "{}", theirs.len());
        let known: BTreeSet<String> =
            DEVIATIONS.lines().filter(|l| !l.starts_with('#')).map(Into::into).collect();
        let differing: BTreeSet<String> = theirs.symmetric_difference(&ours()).cloned().collect();
        let new: Vec<_> = differing.difference(&known).collect();
        let gone: Vec<_> = known.difference(&differing).collect();
        assert!(new.is_empty(), "differ: {new:#?}");
        assert!(gone.is_empty(), "no longer differ, to be taken out: {gone:#?}");
    }

    #[test]
    fn own_days_count_and_unknown_places_have_weekends() {
        let zurich = calendar("CH").with([date(2026, 12, 28)]);
        assert_eq!(zurich.next_working(date(2026, 12, 25)), date(2026, 12, 29));
        let nowhere = Calendar::default();
        assert!(!nowhere.is_known());
        assert_eq!(nowhere.next_working(date(2026, 12, 25)), date(2026, 12, 25));
        assert_eq!(nowhere.next_working(date(2026, 12, 26)), date(2026, 12, 28));
    }

    #[test]
    fn a_region_that_is_none_is_refused() {
        let germany: Country = "DE".parse().unwrap();
        assert!(Calendar::of(germany, Some("XX")).is_err());
        assert!(calendar("DE").is_partial());
        assert!(!calendar("DE-HE").is_partial());
    }
}
