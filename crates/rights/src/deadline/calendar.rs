//! Which days are working days: all but Saturdays, Sundays and public holidays (Regulation 1182/71 Art. 2).

use std::collections::BTreeMap;

use abide_policy::text::Country;
use jiff::ToSpan;
use jiff::civil::Date;

use super::holidays;

/// The working days at a place. A holiday that it does not know makes a period end earlier, never later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    country: Option<Country>,
    region: Option<String>,
    own: BTreeMap<Date, String>,
}

/// A region that a country does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{region}` is no region of {country}: name it as ISO 3166-2 does, one of {}, or leave it out", self.known().join(", "))]
pub struct NoRegion {
    country: Country,
    region: String,
}

impl NoRegion {
    /// The country.
    #[must_use]
    pub const fn country(&self) -> Country {
        self.country
    }

    /// What was taken for one of its regions.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }

    /// The regions that the country has.
    #[must_use]
    pub fn known(&self) -> Vec<&'static str> {
        holidays::regions(self.country.code()).into_iter().collect()
    }
}

/// What of a place's public holidays is not known, though there may be some.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// Any of them.
    All,
    /// Those of a region that nobody named.
    Unnamed,
    /// Those of the region that was named.
    Region,
}

impl Calendar {
    /// That of a country, and of a region in it where one is given (ISO 3166-2 without the country: a German Land, a part
    /// of the United Kingdom). Where no rules are known of the country or the region, [`Calendar::unknown`] tells.
    ///
    /// # Errors
    /// A region that the country does not have, if its regions are known.
    ///
    /// ```
    /// use abide_rights::deadline::Calendar;
    /// use jiff::civil::date;
    /// let saxony = Calendar::of("DE".parse().unwrap(), Some("SN")).unwrap();
    /// assert_eq!(saxony.holiday(date(2026, 11, 18)), Some("Buß- und Bettag"));
    /// assert_eq!(saxony.next_working(date(2026, 12, 25)), date(2026, 12, 28));
    /// ```
    pub fn of(country: Country, region: Option<&str>) -> Result<Self, NoRegion> {
        let known = holidays::regions(country.code());
        if let Some(none) = region.filter(|r| !known.is_empty() && !known.contains(r)) {
            return Err(NoRegion { country, region: none.to_owned() });
        }
        Ok(Self { country: Some(country), region: region.map(Into::into), own: BTreeMap::new() })
    }

    /// The same with further days on which the place does not work by law, and what people call them: a canton's, a
    /// community's, a town's.
    #[must_use]
    pub fn with(mut self, days: impl IntoIterator<Item = (Date, String)>) -> Self {
        self.own.extend(days);
        self
    }

    /// Of the further days only those from the first day to the last.
    #[must_use]
    pub fn between(mut self, first: Date, last: Date) -> Self {
        self.own.retain(|day, _| (first..=last).contains(day));
        self
    }

    /// The country, if there is one.
    #[must_use]
    pub const fn country(&self) -> Option<Country> {
        self.country
    }

    /// The region, if one was named.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// The further days, with their names.
    #[must_use]
    pub const fn own(&self) -> &BTreeMap<Date, String> {
        &self.own
    }

    /// Which public holidays are not known for a year. Further days are given year by year: where there are some, they are
    /// taken for all that were missing.
    #[must_use]
    pub fn unknown(&self, year: i16) -> Option<Unknown> {
        let code = self.country.as_ref().map_or("", Country::code);
        let known = holidays::regions(code);
        let named = self.region.as_deref();
        match named {
            _ if self.own.keys().any(|day| day.year() == year) => None,
            _ if !holidays::knows(code) => Some(Unknown::All),
            Some(region) if !known.contains(region) => Some(Unknown::Region),
            None if !known.is_empty() || matches!(code, "CH" | "ES") => Some(Unknown::Unnamed),
            _ => None,
        }
    }

    /// The name of the public holiday on a day.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<&str> {
        let country = self.country.as_ref().map_or("", Country::code);
        let days = holidays::of_year(country, self.region.as_deref(), day.year());
        days.get(&day).copied().or(self.own.get(&day).map(String::as_str))
    }

    /// The public holidays, weekends left out, by which a day is put off to the next working day.
    #[must_use]
    pub fn put_off(&self, day: Date) -> Vec<(Date, String)> {
        let free = std::iter::successors(Some(day), |day| day.tomorrow().ok());
        let free = free.take_while(|day| !self.is_working(*day));
        let named = free.filter(|day| !holidays::is_weekend(*day));
        named.filter_map(|day| Some((day, self.holiday(day)?.to_owned()))).collect()
    }

    /// Whether people work on a day.
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        !holidays::is_weekend(day) && self.holiday(day).is_none()
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

    fn named(day: Date, name: &str) -> [(Date, String); 1] {
        [(day, name.to_owned())]
    }

    #[test]
    fn own_days_count_and_unknown_places_have_weekends() {
        let zurich = calendar("CH-ZH").with(named(date(2026, 12, 28), "Stephanstag, nachgeholt"));
        assert_eq!(zurich.next_working(date(2026, 12, 25)), date(2026, 12, 29));
        assert_eq!(zurich.holiday(date(2026, 12, 28)), Some("Stephanstag, nachgeholt"));
        let nowhere = Calendar::default();
        assert_eq!(nowhere.unknown(2026), Some(Unknown::All));
        assert_eq!(nowhere.next_working(date(2026, 12, 25)), date(2026, 12, 25));
        assert_eq!(nowhere.next_working(date(2026, 12, 26)), date(2026, 12, 28));
        let own = nowhere.with(named(date(2026, 12, 25), "Christmas"));
        assert_eq!(own.next_working(date(2026, 12, 25)), date(2026, 12, 28));
    }

    #[test]
    fn a_region_that_is_none_is_refused() {
        for (country, region) in [("DE", "XX"), ("GB", "BY"), ("DE", "by"), ("DE", "DE-BY")] {
            let refused = Calendar::of(country.parse().unwrap(), Some(region)).unwrap_err();
            assert!(refused.to_string().contains(&format!("`{region}`")), "{refused}");
            assert!(!refused.known().is_empty());
        }
        assert_eq!(holidays::regions("DE").len(), 16);
        assert_eq!(
            holidays::regions("GB").into_iter().collect::<Vec<_>>(),
            ["ENG", "NIR", "SCT", "WLS"]
        );
    }

    #[test]
    fn what_is_not_known_of_a_place_is_told() {
        for (place, unknown) in [
            ("DE", Some(Unknown::Unnamed)),
            ("DE-HE", None),
            ("GB", Some(Unknown::Unnamed)),
            ("GB-SCT", None),
            ("CH", Some(Unknown::Unnamed)),
            ("CH-ZH", Some(Unknown::Region)),
            ("ES-MD", Some(Unknown::Region)),
            ("FR", None),
            ("FR-GES", Some(Unknown::Region)),
            ("US", Some(Unknown::All)),
            ("US-CA", Some(Unknown::All)),
        ] {
            assert_eq!(calendar(place).unknown(2026), unknown, "{place}");
        }
        // The days of one year say nothing of the next.
        let madrid = calendar("ES-MD").with(named(date(2026, 5, 15), "San Isidro"));
        assert_eq!((madrid.unknown(2026), madrid.unknown(2027)), (None, Some(Unknown::Region)));
        assert_eq!(madrid.between(date(2026, 5, 16), date(2027, 5, 16)), calendar("ES-MD"));
    }

    #[test]
    fn what_puts_a_day_off_is_named() {
        let bavaria = calendar("DE-BY");
        let off = |calendar: &Calendar, day| {
            calendar.put_off(day).into_iter().map(|(_, name)| name).collect::<Vec<_>>()
        };
        assert_eq!(off(&bavaria, date(2027, 1, 6)), ["Heilige Drei Könige"]);
        assert_eq!(off(&calendar("DE"), date(2027, 1, 6)), [""; 0]);
        // Good Friday, a weekend, Easter Monday.
        assert_eq!(off(&bavaria, date(2026, 4, 3)), ["Karfreitag", "Ostermontag"]);
        assert_eq!(off(&bavaria, date(2026, 4, 11)), [""; 0], "a weekend alone has no name");
    }
}
