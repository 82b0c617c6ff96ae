//! Small values that policies are made of: texts in several languages, periods, countries, addresses on the web.
//!
//! Owns: their spelling in the policy file and what makes them valid. Leaves to others: how they read in a notice.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use crate::vocab::{Lang, Set, Vocabulary};

/// One text in the languages in which the organisation wrote it.
///
/// ```
/// use abide_policy::{text::Text, vocab::Lang};
/// let text = Text::from_iter([(Lang::De, "Zugriffsprotokolle"), (Lang::En, "Access logs")]);
/// assert_eq!(text.get(Lang::En), Some("Access logs"));
/// assert_eq!(text.get(Lang::Sk), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(BTreeMap<Lang, String>);

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }
    /// The text in the language, else in the first of the vocabulary's order that it has; empty if it has none.
    #[must_use]
    pub fn or_any(&self, lang: Lang) -> &str {
        self.get(lang).or_else(|| self.0.values().next().map(String::as_str)).unwrap_or_default()
    }
    /// The languages it is written in.
    #[must_use]
    pub fn languages(&self) -> Set<Lang> {
        self.0.keys().copied().collect()
    }
    /// Each language with its text, in vocabulary order.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(l, t)| (*l, t.as_str()))
    }
    /// Whether it is written in no language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<S: Into<String>> FromIterator<(Lang, S)> for Text {
    fn from_iter<I: IntoIterator<Item = (Lang, S)>>(texts: I) -> Self {
        Self(texts.into_iter().map(|(l, t)| (l, t.into())).collect())
    }
}

/// A unit of time in which retention periods are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// 60 minutes.
    Hour,
    /// A calendar day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

/// A length of time as people say it: `30 days`, `6 months`.
///
/// ```
/// use abide_policy::text::Period;
/// let period: Period = "6 months".parse().unwrap();
/// assert_eq!(period.to_string(), "6 months");
/// assert_eq!(period.end(jiff::civil::date(2026, 8, 31)), jiff::civil::date(2027, 2, 28));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// How many units; at least 1, at most [`Period::MAX`].
    amount: u16,
    unit: Unit,
}

/// A text that is no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a period: write a number from 1 to 1000 and a unit, such as `30 days`, `6 months`, `10 years`"
)]
pub struct BadPeriod(pub String);

impl Period {
    /// The largest number of units.
    pub const MAX: u16 = 1000;
    /// `3 years`.
    pub const THREE_YEARS: Self = Self { amount: 3, unit: Unit::Year };

    /// A period of so many units, if the number is in range.
    #[must_use]
    pub const fn new(amount: u16, unit: Unit) -> Option<Self> {
        if amount >= 1 && amount <= Self::MAX { Some(Self { amount, unit }) } else { None }
    }
    /// How many units.
    #[must_use]
    pub const fn amount(self) -> u16 {
        self.amount
    }
    /// The unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }
    /// The last day on which something dated `from` may still be held; the calendar's last day if beyond it.
    /// Hours end on the day they started plus whole days.
    #[must_use]
    pub fn end(self, from: Date) -> Date {
        from.checked_add(self.span()).unwrap_or(Date::MAX)
    }
    /// A day before which everything that is held for this period may no longer be held: the period of whatever is older has
    /// ended before `today`.
    ///
    /// ```
    /// use abide_policy::text::Period;
    /// let today = jiff::civil::date(2026, 11, 27);
    /// assert_eq!(Period::THREE_YEARS.ended(today), jiff::civil::date(2023, 11, 27));
    /// ```
    #[must_use]
    pub fn ended(self, today: Date) -> Date {
        today.checked_sub(self.span()).unwrap_or(Date::MIN)
    }
    fn span(self) -> jiff::Span {
        let n = i64::from(self.amount);
        match self.unit {
            Unit::Hour => jiff::Span::new().days(n / 24),
            Unit::Day => jiff::Span::new().days(n),
            Unit::Week => jiff::Span::new().weeks(n),
            Unit::Month => jiff::Span::new().months(n),
            Unit::Year => jiff::Span::new().years(n),
        }
    }
    /// The fewest days it can last: what is younger is certainly within it.
    #[must_use]
    pub fn least_days(self) -> u32 {
        let n = u32::from(self.amount);
        match self.unit {
            Unit::Hour => n / 24,
            Unit::Day => n,
            Unit::Week => n * 7,
            Unit::Month => n * 28,
            Unit::Year => n * 365,
        }
    }
}

impl Period {
    /// The most days it can last.
    #[must_use]
    pub fn most_days(self) -> u32 {
        let n = u32::from(self.amount);
        match self.unit {
            Unit::Hour => n.div_ceil(24),
            Unit::Day => n,
            Unit::Week => n * 7,
            Unit::Month => n * 31,
            Unit::Year => n * 366,
        }
    }
}

impl std::str::FromStr for Period {
    type Err = BadPeriod;
    fn from_str(text: &str) -> Result<Self, BadPeriod> {
        let bad = || BadPeriod(text.chars().take(40).collect());
        let (amount, unit) = text.split_once(' ').ok_or_else(bad)?;
        let unit = match unit.strip_suffix('s').unwrap_or(unit) {
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return Err(bad()),
        };
        if !amount.bytes().all(|b| b.is_ascii_digit()) || amount.starts_with('0') {
            return Err(bad());
        }
        Self::new(amount.parse().map_err(|_| bad())?, unit).ok_or_else(bad)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        write!(f, "{} {unit}{}", self.amount, if self.amount == 1 { "" } else { "s" })
    }
}

/// A country by its two letters (ISO 3166-1 alpha-2).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

/// A text that is no country code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a country: write the two capital letters of ISO 3166, such as `DE`")]
pub struct BadCountry(pub String);

impl Country {
    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
    /// A code known at build time; for tables.
    pub(crate) const fn known(code: [u8; 2]) -> Self {
        Self(code)
    }
}

impl std::str::FromStr for Country {
    type Err = BadCountry;
    fn from_str(text: &str) -> Result<Self, BadCountry> {
        match *text.as_bytes() {
            [a, b] if COUNTRIES.split(' ').any(|c| c == text) => Ok(Self([a, b])),
            _ => Err(BadCountry(text.chars().take(40).collect())),
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Every officially assigned code, separated by spaces.
pub const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES \
    ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO \
    IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK \
    ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR \
    PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK \
    TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// An address on the web, `https://…` or `http://…`, without spaces, controls or quotes, so that it can stand in a
/// header, an attribute or a table as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Url(String);

/// A text that is no address on the web.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a web address: write it whole, such as `https://www.example.com/privacy`")]
pub struct BadUrl(pub String);

impl Url {
    /// The address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Scheme and host with port: `https://www.example.com`.
    #[must_use]
    pub fn origin(&self) -> &str {
        let after = self.0.find("://").map_or(0, |i| i + 3);
        let rest = self.0.get(after..).unwrap_or_default();
        let end = rest.find(['/', '?', '#']).map_or(self.0.len(), |i| after + i);
        self.0.get(..end).unwrap_or_default()
    }
    /// Path with query and fragment, `/` at least.
    #[must_use]
    pub fn path(&self) -> &str {
        match self.0.get(self.origin().len()..) {
            Some(path) if path.starts_with('/') => path,
            _ => "/",
        }
    }
}

impl std::str::FromStr for Url {
    type Err = BadUrl;
    fn from_str(text: &str) -> Result<Self, BadUrl> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let clean =
            |s: &str| s.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&b));
        match rest {
            Some(r)
                if !r.is_empty()
                    && !r.starts_with(['/', ':', '?', '#'])
                    && clean(r)
                    && text.len() <= 2000 =>
            {
                Ok(Self(text.to_owned()))
            }
            _ => Err(BadUrl(text.chars().take(80).collect())),
        }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a thing inside a file: lower-case letters, digits and hyphens, at most 64; it can stand in an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

/// A text that is no name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` cannot be a name here: use lower-case letters, digits, dots and hyphens, at most 64, starting with a letter or digit"
)]
pub struct BadId(pub String);

impl Id {
    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Id {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let good = text.len() <= 64
            && text.bytes().next().is_some_and(plain)
            && text.bytes().all(|b| plain(b) || b == b'-' || b == b'.')
            && !text.contains("..");
        if good { Ok(Self(text.to_owned())) } else { Err(BadId(text.chars().take(80).collect())) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! serialize_as_text {
    ($($name:ident),+) => { $(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.collect_str(self) }
        }
    )+ };
}
serialize_as_text!(Period, Country, Url, Id);

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(self.0.iter().map(|(l, t)| (l.word(), t)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_and_write() {
        for text in ["1 hour", "30 days", "1 day", "6 months", "10 years", "2 weeks"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for bad in [
            "",
            "0 days",
            "days",
            "-1 days",
            "+1 day",
            "1001 days",
            "01 day",
            "30",
            "30days",
            "3 fortnights",
            "99999999999 days",
        ] {
            assert!(bad.parse::<Period>().is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_older_than_a_period_has_ended_and_little_else_is_left() {
        let tomorrow = |day: Date| day.tomorrow().unwrap();
        for text in ["1 hour", "30 days", "2 weeks", "1 month", "13 months", "3 years"] {
            let period: Period = text.parse().unwrap();
            let mut today = jiff::civil::date(2027, 12, 25);
            while today < jiff::civil::date(2028, 4, 5) {
                let ended = period.ended(today);
                assert!(period.end(ended.yesterday().unwrap()) < today, "{text} {today}");
                // The ends of months differ by three days at most.
                let kept = (0..3).fold(ended, |day, _| tomorrow(day));
                assert!(period.end(kept) >= today, "{text} {today}");
                today = tomorrow(today);
            }
        }
    }

    #[test]
    fn periods_end_by_the_calendar() {
        let from = jiff::civil::date(2024, 2, 29);
        assert_eq!("1 year".parse::<Period>().unwrap().end(from), jiff::civil::date(2025, 2, 28));
        assert_eq!("36 hours".parse::<Period>().unwrap().end(from), jiff::civil::date(2024, 3, 1));
        assert_eq!(
            "1000 years".parse::<Period>().unwrap().end(jiff::civil::date(9990, 1, 1)),
            Date::MAX
        );
    }

    #[test]
    fn addresses_that_could_break_out_are_refused() {
        for bad in [
            "",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://a b",
            "https://a\r\nSet-Cookie: x",
            "https://a\"",
            "http://a<b",
        ] {
            assert!(bad.parse::<Url>().is_err(), "{bad}");
        }
        let url: Url = "https://www.example.com:8443/privacy?x#y".parse().unwrap();
        assert_eq!(url.origin(), "https://www.example.com:8443");
        assert_eq!(url.path(), "/privacy?x#y");
        assert_eq!("https://example.com".parse::<Url>().unwrap().path(), "/");
    }

    #[test]
    fn names_cannot_leave_their_folder() {
        for bad in ["", "..", ".", "a/b", "A", "a b", "../x", "a..b", "-a"] {
            assert!(bad.parse::<Id>().is_err(), "{bad}");
        }
        assert!("2026-11.2".parse::<Id>().is_ok());
    }

    #[test]
    fn countries_exist() {
        assert!("DE".parse::<Country>().is_ok());
        for bad in ["de", "D", "XX", "DEU", "A D"] {
            assert!(bad.parse::<Country>().is_err(), "{bad}");
        }
    }
}
