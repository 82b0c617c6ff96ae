//! Whose clocks say which day it is.
//!
//! Owns: the name of a place's time zone in the tz database, where the whole place has one. Leaves to others: what the zone says.

use super::Calendar;

/// Countries of the European Economic Area, Switzerland and the United Kingdom, with the zone of their mainland (`zone1970.tab` and
/// `backward` of the tz database).
const ZONES: [(&str, &str); 32] = [
    ("AT", "Europe/Vienna"),
    ("BE", "Europe/Brussels"),
    ("BG", "Europe/Sofia"),
    ("CH", "Europe/Zurich"),
    ("CY", "Asia/Nicosia"),
    ("CZ", "Europe/Prague"),
    ("DE", "Europe/Berlin"),
    ("DK", "Europe/Copenhagen"),
    ("EE", "Europe/Tallinn"),
    ("ES", "Europe/Madrid"),
    ("FI", "Europe/Helsinki"),
    ("FR", "Europe/Paris"),
    ("GB", "Europe/London"),
    ("GR", "Europe/Athens"),
    ("HR", "Europe/Zagreb"),
    ("HU", "Europe/Budapest"),
    ("IE", "Europe/Dublin"),
    ("IS", "Atlantic/Reykjavik"),
    ("IT", "Europe/Rome"),
    ("LI", "Europe/Vaduz"),
    ("LT", "Europe/Vilnius"),
    ("LU", "Europe/Luxembourg"),
    ("LV", "Europe/Riga"),
    ("MT", "Europe/Malta"),
    ("NL", "Europe/Amsterdam"),
    ("NO", "Europe/Oslo"),
    ("PL", "Europe/Warsaw"),
    ("PT", "Europe/Lisbon"),
    ("RO", "Europe/Bucharest"),
    ("SE", "Europe/Stockholm"),
    ("SI", "Europe/Ljubljana"),
    ("SK", "Europe/Bratislava"),
];

impl Calendar {
    /// The time zone of the place; `None` outside Europe, where a country may have several.
    ///
    /// ```
    /// use abide_rights::deadline::Calendar;
    /// let canaries = Calendar::of("ES".parse().unwrap(), Some("CN")).unwrap();
    /// assert_eq!(canaries.zone(), Some("Atlantic/Canary"));
    /// ```
    #[must_use]
    pub fn zone(&self) -> Option<&'static str> {
        let country = self.country()?;
        match (country.code(), self.region()) {
            ("ES", Some("CN")) => Some("Atlantic/Canary"),
            ("PT", Some("20")) => Some("Atlantic/Azores"),
            ("PT", Some("30")) => Some("Atlantic/Madeira"),
            (code, _) => ZONES.iter().find(|(of, _)| *of == code).map(|(_, zone)| *zone),
        }
    }
}
