//! One number as it is looked up: its one spelling, and the others under which a store may hold it.

use abide_policy::text::Country;

use super::{Digits, Line, Plan, Region, judge};

/// A number with its country (ITU-T E.164): `+`, calling code, national number. It has a length that the country has;
/// whether its plan has assigned it, [`E164::is_assigned`] says.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct E164 {
    text: Box<str>,
    country: u16,
    assigned: bool,
}

/// Why a text is no telephone number that can be looked up. The text itself is never told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Why {
    /// Letters, no digits, or far too many.
    #[error("this is no telephone number: write digits, best with `+` and the country code")]
    NotDigits,
    /// A national number, and nothing says of which country.
    #[error(
        "the country of the telephone number is not known: write it with `+` and the country code"
    )]
    NoCountry,
    /// The country named has no numbers of its own.
    #[error(
        "the country named has no telephone numbers of its own: write the number with `+` and the country code"
    )]
    NoPlan,
    /// The country has no numbers of this length.
    #[error("the country has no telephone numbers of this length: compare the digits")]
    Length,
}

/// Reads a number in any spelling; `country` is where one without country code is dialled.
///
/// # Errors
/// [`Why`] it is none.
///
/// ```
/// use abide_detect::phone::{Why, e164};
/// let germany = "DE".parse().ok();
/// let number = e164("(0351) 32 72 94", germany)?;
/// assert_eq!(number.as_str(), "+49351327294");
/// assert_eq!(e164("0351 327294", None), Err(Why::NoCountry));
/// # Ok::<(), Why>(())
/// ```
pub fn e164(text: &str, country: Option<Country>) -> Result<E164, Why> {
    let mut digits = Digits::default();
    let plus = digits.read(text).filter(|_| digits.count > 0).ok_or(Why::NotDigits)?;
    let region = match country {
        Some(country) => Some(Region::from_code(country.code()).ok_or(Why::NoPlan)?),
        None => None,
    };
    let why = if plus || region.is_some() { Why::Length } else { Why::NoCountry };
    let judged = judge(digits.as_slice(), plus, region).ok_or(why)?;
    let assigned = judged.line != Line::Unassigned;
    Ok(E164 { text: judged.e164(), country: judged.country, assigned })
}

impl E164 {
    /// The one spelling: `+49351327294`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
    /// Whether the country's plan has assigned its block. A store may hold one that is not: mistyped, or newer than the plan.
    #[must_use]
    pub const fn is_assigned(&self) -> bool {
        self.assigned
    }

    /// The spellings, without blanks and signs between digits, under which an index can find the number where numbers
    /// without country code are those of `home`. Each of them, read with `home`, is this number and no other. A stored
    /// value with blanks, brackets or hyphens must be read by [`e164`] to be compared.
    ///
    /// ```
    /// use abide_detect::phone::{Why, e164};
    /// let germany = "DE".parse().ok();
    /// let spellings = e164("0351 327294", germany)?.spellings(germany);
    /// assert_eq!(spellings, ["+49351327294", "0049351327294", "+490351327294", "0351327294", "351327294"]);
    /// assert!(!e164("+49351327294", None)?.spellings(None).contains(&"0351327294".to_owned()));
    /// # Ok::<(), Why>(())
    /// ```
    #[must_use]
    pub fn spellings(&self, home: Option<Country>) -> Vec<String> {
        let plan = home.and_then(|country| Region::from_code(country.code())?.plan());
        let mut spellings = vec![self.text.to_string(), format!("00{}", self.bare())];
        spellings.extend(plan.map(|plan| format!("{}{}", plan.abroad, self.bare())));
        // `+49 (0)351 …` without its brackets.
        let own = super::plan::PLANS.iter().find(|own| own.country == self.country);
        let zero = own.filter(|own| own.trunk == "0");
        spellings.extend(zero.map(|own| format!("+{}0{}", own.country, self.national())));
        if let Some(plan) = plan.filter(|plan| plan.country == self.country) {
            spellings.extend(self.as_dialled_in(plan));
        }
        let mut known = Vec::new();
        for spelling in spellings {
            if !known.contains(&spelling) && e164(&spelling, home).as_ref() == Ok(self) {
                known.push(spelling);
            }
        }
        known
    }

    /// Whether it is a number of this country, or of another with the same calling code.
    #[must_use]
    pub fn is_of(&self, country: Country) -> bool {
        let plan = Region::from_code(country.code()).and_then(Region::plan);
        plan.is_some_and(|plan| plan.country == self.country)
    }

    /// The digits with country code and nothing before: `49351327294`. Some systems store numbers so, but the same digits
    /// may be a national number of another person: who finds them must ask.
    #[must_use]
    pub fn bare(&self) -> &str {
        self.text.trim_start_matches('+')
    }

    fn national(&self) -> &str {
        let code = self.country.checked_ilog10().map_or(1, |log| log as usize + 1);
        self.bare().get(code..).unwrap_or("")
    }
    fn as_dialled_in(&self, plan: &Plan) -> [String; 2] {
        [format!("{}{}", plan.trunk, self.national()), self.national().to_owned()]
    }
}

/// The number is personal data: it must not get into a log by accident.
impl std::fmt::Debug for E164 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "E164(+{}…)", self.country)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORACLE: &str = include_str!("../../tests/oracles/phone.tsv");

    #[test]
    fn says_why_not() {
        let germany = "DE".parse().ok();
        for (text, country, why) in [
            ("", germany, Why::NotDigits),
            ("call me", germany, Why::NotDigits),
            ("+", None, Why::NotDigits),
            ("0351 327294", None, Why::NoCountry),
            ("+49 1", None, Why::Length),
            ("1", germany, Why::Length),
            ("123456", "AQ".parse().ok(), Why::NoPlan),
        ] {
            assert_eq!(e164(text, country), Err(why), "{text}");
        }
    }

    #[test]
    fn every_spelling_reads_back() {
        let mut count = 0;
        for line in ORACLE.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let home: Option<Country> = columns[1].parse().ok();
            let Ok(number) = e164(columns[0], home) else { continue };
            let spellings = number.spellings(home);
            assert_eq!(spellings[0], number.as_str());
            assert!(spellings.len() >= 2, "{line}");
            for spelling in &spellings {
                assert_eq!(e164(spelling, home).as_ref(), Ok(&number), "{spelling}");
            }
            count += 1;
        }
        assert!(count > 2_000, "{count}");
    }

    #[test]
    fn abroad_is_dialled_as_at_home() {
        let america = "US".parse().ok();
        let spellings = e164("+49351327294", None).unwrap().spellings(america);
        assert!(spellings.contains(&"01149351327294".to_owned()), "{spellings:?}");
        let spellings = e164("202-456-1111", america).unwrap().spellings(america);
        assert!(spellings.contains(&"12024561111".to_owned()), "{spellings:?}");
        assert!(spellings.contains(&"2024561111".to_owned()), "{spellings:?}");
    }

    #[test]
    fn debug_does_not_tell_the_number() {
        assert_eq!(format!("{:?}", e164("+49351327294", None).unwrap()), "E164(+49…)");
    }
}
