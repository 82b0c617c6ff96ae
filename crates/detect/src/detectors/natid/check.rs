//! What the checks of many countries share: digits out of text, dates within numbers.

/// The values of exactly `N` digits.
pub(super) fn digits<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut digits: [u8; N] = text.try_into().ok()?;
    for digit in &mut digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        *digit -= b'0';
    }
    Some(digits)
}

/// The value of some digits.
pub(super) fn number(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |n, d| n * 10 + u64::from(*d))
}

/// The value of two digits.
pub(super) fn two(tens: u8, ones: u8) -> u32 {
    u32::from(tens) * 10 + u32::from(ones)
}

/// Whether the Gregorian calendar has this day.
pub(super) fn is_date(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// Whether this is a day of the twentieth or the twenty-first century, the year given by its last two digits.
pub(super) fn is_short_date(year: u32, month: u32, day: u32) -> bool {
    is_date(1900 + year, month, day) || is_date(2000 + year, month, day)
}

/// Whether six digits are day, month and year.
pub(super) fn is_dmy([a, b, c, d, e, f]: [u8; 6]) -> bool {
    is_short_date(two(e, f), two(c, d), two(a, b))
}

/// The value of a digit, or of a capital letter counted from `A` as 1; 0 for everything else.
pub(super) fn rank(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'Z' => byte - b'A' + 1,
        _ => 0,
    }
}

/// The sum of digits times weights, products of two digits counting as the sum of their digits.
pub(super) fn cross_sum(digits: &[u8], weights: &[u8]) -> u32 {
    let products = digits.iter().zip(weights).map(|(d, w)| u32::from(*d) * u32::from(*w));
    products.map(|p| p / 10 + p % 10).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert!(is_date(2024, 2, 29) && is_date(2000, 2, 29));
        assert!(!is_date(1900, 2, 29) && !is_date(2023, 2, 29) && !is_date(2023, 13, 1));
        assert!(!is_date(2023, 4, 31) && !is_date(2023, 1, 0));
        assert!(is_short_date(0, 2, 29) && !is_short_date(1, 2, 29));
        assert!(is_dmy([3, 1, 1, 2, 9, 9]) && !is_dmy([3, 1, 1, 3, 9, 9]));
    }

    #[test]
    fn digits_of_text() {
        assert_eq!(digits::<3>(b"120"), Some([1, 2, 0]));
        assert_eq!(digits::<3>(b"12"), None);
        assert_eq!(digits::<3>(b"12a"), None);
        assert_eq!(number(&[1, 2, 0]), 120);
        assert_eq!(cross_sum(&[9, 1], &[2, 1]), 10);
    }
}
