//! Issuer identification numbers (ISO/IEC 7812-1): which first digits and which lengths belong to which scheme.
//!
//! From what the schemes publish for merchants and acquirers. The longest matching range decides, so that ranges within
//! ranges (`rupay` in 65, `verve` in 506) are right.

/// A range of first digits and the lengths of its numbers.
struct Range {
    form: &'static str,
    /// First and last value of the first digits; both have as many digits.
    first: u32,
    last: u32,
    digits: usize,
    /// The first of all.
    lead: u8,
    /// Bit n: n digits.
    lengths: u32,
    /// Whether such a number says enough without a word beside it.
    telling: bool,
}

const fn range(form: &'static str, first: u32, last: u32, lengths: &[u32], telling: bool) -> Range {
    let mut bits = 0;
    let mut rest = lengths;
    while let [length, others @ ..] = rest {
        bits |= 1 << *length;
        rest = others;
    }
    Range {
        form,
        first,
        last,
        digits: first.ilog10() as usize + 1,
        lead: lead(first, last),
        lengths: bits,
        telling,
    }
}

/// The first digit, which is the same in a whole range.
const fn lead(first: u32, last: u32) -> u8 {
    let power = 10u32.pow(first.ilog10());
    assert!(first / power == last / power);
    (first / power) as u8
}

const LONG: &[u32] = &[16, 17, 18, 19];
const MAESTRO: &[u32] = &[12, 13, 14, 15, 16, 17, 18, 19];

/// Sorted by the first digit.
const RANGES: &[Range] = &[
    range("jcb", 1800, 1800, &[15], false),
    range("uatp", 1, 1, &[15], false),
    range("mastercard", 2221, 2720, &[16], true),
    range("jcb", 2131, 2131, &[15], false),
    range("mir", 2200, 2204, LONG, true),
    range("amex", 34, 34, &[15], true),
    range("amex", 37, 37, &[15], true),
    range("diners", 300, 305, LONG, true),
    range("diners", 300, 305, &[14], true),
    range("diners", 3095, 3095, &[14, 16, 17, 18, 19], true),
    range("diners", 36, 36, &[14, 15, 16, 17, 18, 19], true),
    range("diners", 38, 39, &[14, 16, 17, 18, 19], true),
    range("jcb", 3528, 3589, LONG, true),
    range("visa", 4, 4, &[13, 16, 19], true),
    range("mastercard", 51, 55, &[16], true),
    range("maestro", 50, 50, MAESTRO, false),
    range("maestro", 56, 59, MAESTRO, false),
    range("rupay", 508500, 508999, &[16], true),
    range("verve", 506099, 506198, &[16, 18, 19], true),
    range("dankort", 5019, 5019, &[16], true),
    range("discover", 6011, 6011, LONG, true),
    range("discover", 644, 649, LONG, true),
    range("discover", 65, 65, LONG, true),
    range("unionpay", 62, 62, LONG, true),
    range("maestro", 60, 60, MAESTRO, false),
    range("maestro", 61, 61, MAESTRO, false),
    range("maestro", 63, 64, MAESTRO, false),
    range("maestro", 66, 69, MAESTRO, false),
    range("rupay", 606985, 607984, &[16], true),
    range("rupay", 608001, 608500, &[16], true),
    range("rupay", 652150, 653149, &[16], true),
    range("verve", 650002, 650027, &[16, 18, 19], true),
    range("interpayment", 636, 636, LONG, false),
    range("unionpay", 81, 81, LONG, false),
    range("rupay", 817200, 819899, &[16], true),
    range("troy", 9792, 9792, &[16], true),
];

/// Where the ranges of each first digit start in [`RANGES`], and where the last ones end.
#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
const STARTS: [usize; 11] = {
    let mut starts = [0; 11];
    let mut at = 0;
    while at < RANGES.len() {
        let lead = RANGES[at].lead as usize;
        assert!(at == 0 || RANGES[at - 1].lead as usize <= lead);
        let mut next = lead + 1;
        while next < starts.len() {
            starts[next] = at + 1;
            next += 1;
        }
        at += 1;
    }
    starts
};

/// The scheme of a number, and whether it says enough by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scheme {
    pub(crate) form: &'static str,
    pub(crate) telling: bool,
}

/// The scheme that issues numbers with these digits.
pub(crate) fn of(digits: &[u8]) -> Option<Scheme> {
    let lead = usize::from(*digits.first()?);
    let ranges = RANGES.get(*STARTS.get(lead)?..*STARTS.get(lead + 1)?)?;
    let fits = |r: &&Range| {
        r.lengths & 1u32.checked_shl(digits.len() as u32).unwrap_or(0) != 0 && begins(digits, r)
    };
    let best = ranges.iter().filter(fits).max_by_key(|r| r.digits)?;
    Some(Scheme { form: best.form, telling: best.telling })
}

fn begins(digits: &[u8], range: &Range) -> bool {
    let Some(head) = digits.get(..range.digits) else { return false };
    let value = head.iter().fold(0, |n, d| n * 10 + u32::from(*d));
    (range.first..=range.last).contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_schemes_publish_for_tests() {
        for (number, form) in [
            ("4111111111111111", "visa"),
            ("4222222222222", "visa"),
            ("5555555555554444", "mastercard"),
            ("2223003122003222", "mastercard"),
            ("378282246310005", "amex"),
            ("30569309025904", "diners"),
            ("3056930009020004", "diners"),
            ("36227206271667", "diners"),
            ("6011111111111117", "discover"),
            ("3566002020360505", "jcb"),
            ("6200000000000005", "unionpay"),
            ("6304000000000000", "maestro"),
            ("6521500000000000", "rupay"),
            ("5060990000000000", "verve"),
            ("9792030000000000", "troy"),
            ("2200123456789010", "mir"),
            ("5019717010103742", "dankort"),
        ] {
            let digits: Vec<u8> = number.bytes().map(|b| b - b'0').collect();
            assert_eq!(of(&digits).map(|s| s.form), Some(form), "{number}");
        }
        for number in
            ["", "9", "7111111111111111", "411111111111111", "41111111111111111111111111111111111"]
        {
            let digits: Vec<u8> = number.bytes().map(|b| b - b'0').collect();
            assert_eq!(of(&digits), None, "{number}");
        }
    }

    #[test]
    fn both_ends_of_a_range_have_as_many_digits() {
        assert!(RANGES.iter().all(|r| r.first.ilog10() == r.last.ilog10() && r.first <= r.last));
    }
}
