//! United Kingdom: National Insurance (HMRC manual NIM39110), NHS (data dictionary), unique taxpayer reference, driving licence
//! (DVLA); Ireland: PPS number (Department of Social Protection).

use super::check::{digits, number, rank};
use super::row::{Country, Proof, anything, row};
use super::{ENGLISH, IDENTITY, INSURANCE, LICENCE, PASSPORT, SOCIAL, TAX};
use crate::check_digit::{mod11, weighted};
use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};

pub(super) const GB: Country = Country {
    languages: ENGLISH,
    rows: &[
        row(
            "gb-national-insurance",
            SOCIAL.and(INSURANCE),
            &["nino", "ni", "national"],
            &[
                ("AA 99 99 99 A", STRONG),
                ("AA999999A", LIKELY),
                ("AA-99-99-99-A", STRONG),
                ("AA 999999 A", LIKELY),
                ("AA 999999A", LIKELY),
                ("AA99 99 99A", LIKELY),
                ("AA999999", WEAK),
                ("AA 99 99 99", WEAK),
            ],
            nino,
            Proof::Rule,
        ),
        row(
            "gb-nhs",
            INSURANCE,
            &["nhs"],
            &[("999 999 9999", WEAK), ("9999999999", WEAK), ("999-999-9999", WEAK)],
            |s| digits::<10>(s).is_some_and(|d| mod11(&d, 10)),
            Proof::Digit,
        ),
        row(
            "gb-utr",
            TAX,
            &["utr", "taxpayer"],
            &[("9999999999", WEAK), ("99999 99999", WEAK)],
            utr,
            Proof::Digit,
        ),
        row(
            "gb-driving-licence",
            LICENCE,
            &["driving", "licence", "driver", "drivers"],
            &[("A****999999A****", LIKELY), ("A**** 999999 A****", LIKELY)],
            driving_licence,
            Proof::Rule,
        ),
        row("gb-passport", PASSPORT, &["passport"], &[("999999999", WEAK)], anything, Proof::Form),
    ],
};

pub(super) const IE: Country = Country {
    languages: ENGLISH,
    rows: &[
        row(
            "ie-pps",
            SOCIAL.and(TAX).and(IDENTITY),
            &["pps", "ppsn"],
            &[
                ("9999999AA", POSSIBLE),
                ("9999999A", WEAK),
                ("9999999 A", WEAK),
                ("9999999 AA", WEAK),
            ],
            pps,
            Proof::Digit,
        ),
        row(
            "ie-passport",
            PASSPORT,
            &["passport"],
            &[("AA9999999", WEAK), ("A99999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

/// Two letters, of which some do not occur, six digits, a suffix from A to D.
pub(super) fn nino(s: &[u8]) -> bool {
    let [first, second, rest @ ..] = s else { return false };
    let prefix = [*first, *second];
    let letters = first.is_ascii_alphabetic() && second.is_ascii_alphabetic();
    let first_fits = letters && !b"DFIQUV".contains(first);
    let second_fits = !b"DFIOQUV".contains(second);
    let given = ![*b"BG", *b"GB", *b"KN", *b"NK", *b"NT", *b"TN", *b"ZZ"].contains(&prefix);
    let tail = match rest.split_at_checked(6) {
        Some((number, suffix)) => {
            number.iter().all(u8::is_ascii_digit) && matches!(suffix, [] | [b'A'..=b'D'])
        }
        None => false,
    };
    first_fits && second_fits && given && tail
}

/// The check digit stands first.
pub(super) fn utr(s: &[u8]) -> bool {
    let Some(d) = digits::<10>(s) else { return false };
    let sum = weighted(&d, &[0, 6, 7, 8, 9, 10, 5, 4, 3, 2], 11);
    let check = b"21987654321".get(sum as usize);
    check.is_some_and(|c| c - b'0' == d[0])
}

/// Surname (five, filled with 9), decade, month (women have 50 more), day, year, initials (filled with 9), a digit and two
/// check characters that DVLA does not tell how to make.
pub(super) fn driving_licence(s: &[u8]) -> bool {
    let [surname @ .., _, _, _, _, _, _, initial, second, _, _, _] = s else { return false };
    let Some(d) = s.get(5..11).and_then(digits::<6>) else { return false };
    let (month, day) = (number(&d[1..3]) % 50, number(&d[3..5]));
    let filled = surname.iter().skip_while(|b| b.is_ascii_alphabetic()).all(|b| *b == b'9');
    let initials =
        initial.is_ascii_alphabetic() && (second.is_ascii_alphabetic() || *second == b'9');
    let days = (1..=12).contains(&month) && (1..=31).contains(&day) && number(&d[1..3]) < 63;
    s.len() == 16 && filled && initials && days
}

/// Seven digits, a check letter (modulo 23), and since 2013 a second letter that takes part.
pub(super) fn pps(s: &[u8]) -> bool {
    let Some((front, [check @ b'A'..=b'W', second @ ..])) = s.split_at_checked(7) else {
        return false;
    };
    let extra = match second {
        [] => 0,
        // Before 2013: the letters of husbands' numbers, which take no part in the sum.
        [b'W' | b'T' | b'X'] => 0,
        [letter @ b'A'..=b'I'] => rank(*letter),
        _ => return false,
    };
    let Some(d) = digits::<7>(front) else { return false };
    let sum = weighted(&d, &[8, 7, 6, 5, 4, 3, 2], 23) + u32::from(extra) * 9;
    u32::from(rank(*check)) % 23 == sum % 23
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // HMRC's and DVLA's specimens; NHS data dictionary; Department of Social Protection.
        assert!(!nino(b"QQ123456C") && nino(b"AB123456C") && !nino(b"GB123456C"));
        assert!(!nino(b"AB123456E") && !nino(b"AO123456C") && nino(b"AB123456"));
        assert!(utr(b"1955839661") && !utr(b"2955839661"));
        assert!(driving_licence(b"MORGA657054SM9IJ") && driving_licence(b"MORGA753116SM9IJ"));
        assert!(!driving_licence(b"MORGA691054SM9IJ") && !driving_licence(b"M9RGA657054SM9IJ"));
        assert!(pps(b"6433435F") && pps(b"6433435FT") && pps(b"6433435FW") && pps(b"6433435OA"));
        assert!(!pps(b"6433435E") && !pps(b"6433435FA"));
    }
}
