//! What a stored value says of a person.
//!
//! Owns: the simple forms in which stores hold a fact with something around it (`mailto:…`, `Name <…>`), and telephone numbers that
//! are kept as numbers or beside words. Leaves to others: what people state ([`Given::of`]), where values stand. A value with two
//! addresses is not read here: `map check` counts those.

use abide_detect::phone::{E164, e164};
use abide_policy::text::Country;
use abide_policy::vocab::Fact;
use abide_stores::Value;

use super::Given;
use crate::compared::numbers::written;
use crate::neutral::is_made_up;

impl Given {
    /// What a stored text says: of telephone numbers it may hold several, and words beside them.
    pub(crate) fn stored(fact: Fact, text: &str, country: Option<Country>) -> Vec<Self> {
        match Self::of(fact, inner(fact, text), country) {
            Ok(one) => vec![one],
            Err(_) if fact == Fact::Phone => {
                let numbers = written(text).into_iter();
                numbers.filter_map(|number| Self::of(fact, &number, country).ok()).collect()
            }
            Err(_) => Vec::new(),
        }
    }

    /// Whether a stored text says the same and nothing else.
    pub(super) fn is_one(&self, text: &str, country: Option<Country>) -> bool {
        let fact = self.fact();
        Self::of(fact, inner(fact, text), country).is_ok_and(|stored| self.says(&stored))
    }

    /// What a stored value says. A telephone number that is kept as a number has lost what stood before its first digit, so it may
    /// say two things: then the first is with its country code.
    pub(crate) fn readings(fact: Fact, value: &Value, country: Option<Country>) -> Vec<Self> {
        match (fact, value, value.text()) {
            (Fact::Phone, Value::Integer(_) | Value::Real(_), Some(digits)) => {
                numbers(&digits, country).map(Self::Phone).collect()
            }
            (_, _, Some(text)) => Self::stored(fact, &text, country),
            (_, _, None) => Vec::new(),
        }
    }

    /// Whether a stored value says the same, in whatever spelling.
    pub(crate) fn is_said_by(&self, value: &Value, country: Option<Country>) -> bool {
        Self::readings(self.fact(), value, country).iter().any(|stored| self.says(stored))
    }
}

/// Whether a value that is there tells nobody by which fact it is known: what an erasure wrote, or nothing.
pub(crate) fn is_blank(fact: Fact, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Integer(number) => *number <= 0,
        Value::Bytes(bytes) => bytes.is_empty(),
        Value::Real(_) => false,
        Value::Text(text) => {
            let is_day = || {
                text.split(['T', ' '])
                    .next()
                    .is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok())
            };
            // A day of another century is one all the same, and what an erasure writes where days must differ.
            text.trim().is_empty() || is_made_up(text.trim()) || (fact == Fact::Born && is_day())
        }
    }
}

fn inner(fact: Fact, text: &str) -> &str {
    if fact == Fact::Email { address(text) } else { text }
}

/// The address in what programs that write letters keep: with its scheme (RFC 6068), or behind a name (RFC 5322 §3.4).
pub(super) fn address(text: &str) -> &str {
    let text = text.trim();
    let text = match text.split_at_checked(7) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => rest,
        _ => text,
    };
    let named = text.strip_suffix('>').and_then(|text| text.split_once('<'));
    match named {
        // Of two addresses neither is the one.
        Some((name, inner)) if !name.contains(['@', ';', '>']) => inner,
        _ => text,
    }
}

/// The numbers that digits without anything before them may be.
fn numbers(digits: &str, country: Option<Country>) -> impl Iterator<Item = E164> {
    let within = e164(digits, country).ok();
    let abroad = e164(&format!("+{digits}"), None).ok().filter(E164::is_assigned);
    // Of another country only where they are no number here.
    let own = |number: &E164| country.is_some_and(|country| number.is_of(country));
    let abroad = abroad.filter(|number| within.is_none() || own(number));
    abroad.into_iter().chain(within)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(text: &str) -> Given {
        Given::read(text, None).unwrap()
    }

    #[test]
    fn addresses_are_read_with_what_stands_around_them() {
        let jo = given("email=jo@example.org");
        for (stored, same) in [
            ("mailto:jo@example.org", true),
            ("MAILTO:Jo@example.org", true),
            ("Jo Blum <jo@example.org>", true),
            ("\"Blum, Jo\" <jo@example.org>", true),
            ("<jo@example.org>", true),
            ("mailto:Jo <jo@example.org>", true),
            ("eva@example.org <jo@example.org>", false),
            ("Jo <jo@example.org>, Eva <eva@example.org>", false),
            ("jo@example.org; eva@example.org", false),
            ("mailto:jo@example.org?cc=eva@example.org", false),
            ("Jo <jo@example.org", false),
        ] {
            assert_eq!(jo.is(stored, None), same, "{stored}");
        }
    }

    #[test]
    fn numbers_that_are_kept_as_numbers() {
        let germany = "DE".parse().ok();
        for (asked, stored, same) in [
            ("+493023125106", Value::Integer(493_023_125_106), true),
            ("+493023125106", Value::Integer(3_023_125_106), true),
            ("+493023125106", Value::Real(493_023_125_106.0), true),
            // Emden's 04921 and Düsseldorf's +49 211: either may be meant.
            ("+492111234567", Value::Integer(492_111_234_567), true),
            ("+4949211234567", Value::Integer(49_211_234_567), true),
            ("+493023125106", Value::Integer(493_023_125_107), false),
            // A German number is no Greek one, although its digits could be.
            ("+302312345678", Value::Integer(302_312_345_678), false),
        ] {
            let asked = given(&format!("phone={asked}"));
            assert_eq!(asked.is_said_by(&stored, germany), same, "{asked:?} {stored:?}");
        }
        let known = Given::readings(Fact::Phone, &Value::Integer(493_023_125_106), germany);
        assert_eq!(known.first(), Some(&given("phone=+493023125106")));
    }
}
