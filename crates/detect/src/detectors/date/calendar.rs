//! What is known of a date, whether the calendar has it, and how ISO 8601 writes it.

/// The years that are taken for years of dates.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1500..=2100;

/// A date, as far as it is known (Gregorian calendar).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The year with its century.
    pub(super) year: Option<u32>,
    /// 1 to 12.
    pub(super) month: Option<u32>,
    /// 1 to 31.
    pub(super) day: Option<u32>,
}

impl Known {
    /// A date of all three, if the calendar has it.
    pub(super) fn full(year: Option<u32>, month: u32, day: u32) -> Option<Self> {
        let known = Self { year, month: Some(month), day: Some(day) };
        (day >= 1 && day <= days(month, year)).then_some(known)
    }
    /// ISO 8601: `1985-03-12`, `1985-03`, `1985`; `--03-12` without a year (ISO 8601:2000 §5.2.1.3).
    pub(super) fn iso(self) -> Option<Box<str>> {
        // Dates are found in every line of a log, and formatting costs more than finding them.
        let mut iso = [b'-'; 10];
        let mut end = 2;
        match (self.year, self.month, self.day) {
            (Some(y), ..) => {
                two(&mut iso, 0, y / 100);
                two(&mut iso, 2, y);
                end = 5;
            }
            (None, Some(_), Some(_)) => {}
            _ => return None,
        }
        for part in [self.month, self.month.and(self.day)].into_iter().flatten() {
            two(&mut iso, end, part);
            end += 3;
        }
        let written = iso.get(..end - 1)?;
        std::str::from_utf8(written).ok().map(Box::from)
    }
}

/// Writes the last two digits of a number at a place.
fn two(text: &mut [u8], at: usize, number: u32) {
    if let Some([tens, ones]) = text.get_mut(at..at + 2) {
        *tens = b'0' + (number / 10 % 10) as u8;
        *ones = b'0' + (number % 10) as u8;
    }
}

/// How many days a month has; 0 for what is no month. Without a year, February has 29.
fn days(month: u32, year: Option<u32>) -> u32 {
    match month {
        2 if year.is_none_or(is_leap) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// The year that two digits mean where only one century is likely: POSIX takes 69 to 99 for the last one. Births of the
/// years 00 to 29 may be of either, and so may the years 30 to 68 of anything.
pub(super) fn century(two: u32, birth: bool) -> Option<u32> {
    match two {
        69..=99 => Some(1900 + two),
        0..=29 if !birth => Some(2000 + two),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar() {
        for (y, m, d, fits) in [
            (2000, 2, 29, true),
            (1900, 2, 29, false),
            (2024, 2, 29, true),
            (2023, 2, 29, false),
            (2023, 4, 31, false),
            (2023, 12, 31, true),
            (2023, 13, 1, false),
            (2023, 0, 1, false),
            (2023, 1, 0, false),
        ] {
            assert_eq!(Known::full(Some(y), m, d).is_some(), fits, "{y}-{m}-{d}");
        }
        assert!(Known::full(None, 2, 29).is_some());
    }

    #[test]
    fn iso_8601_as_far_as_known() {
        let iso = |year, month, day| Known { year, month, day }.iso();
        assert_eq!(iso(Some(985), Some(3), Some(1)).as_deref(), Some("0985-03-01"));
        assert_eq!(iso(Some(1985), Some(3), None).as_deref(), Some("1985-03"));
        assert_eq!(iso(Some(1985), None, None).as_deref(), Some("1985"));
        assert_eq!(iso(None, Some(3), Some(1)).as_deref(), Some("--03-01"));
        assert_eq!(iso(None, Some(3), None), None);
    }

    #[test]
    fn two_digits() {
        assert_eq!(century(85, true), Some(1985));
        assert_eq!(century(24, false), Some(2024));
        assert_eq!(century(24, true), None);
        assert_eq!(century(50, false), None);
    }
}
