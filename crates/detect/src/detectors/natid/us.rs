//! United States: social security (SSA, randomized since June 2011), taxpayer numbers (IRS), Medicare (CMS, *MBI format*).
//!
//! Driving licences differ by state and have no public check; with words near they are found by [`super::announced`].

use super::check::{digits, number, two};
use super::row::{Country, Proof, row};
use super::{ENGLISH, INSURANCE, SOCIAL, TAX};
use crate::finding::{LIKELY, STRONG, WEAK};

pub(super) const US: Country = Country {
    languages: ENGLISH,
    rows: &[
        row(
            "us-ssn",
            SOCIAL,
            &["ssn", "social", "ss"],
            &[
                ("999-99-9999", LIKELY),
                ("999 99 9999", WEAK),
                ("999999999", WEAK),
                ("999.99.9999", WEAK),
            ],
            ssn,
            Proof::Rule,
        ),
        row(
            "us-itin",
            TAX.and(SOCIAL),
            &["itin", "atin", "tin", "taxpayer"],
            &[("999-99-9999", LIKELY), ("999 99 9999", WEAK), ("999999999", WEAK)],
            itin,
            Proof::Rule,
        ),
        row(
            "us-ein",
            TAX,
            &["ein", "fein"],
            &[("99-9999999", WEAK), ("999999999", WEAK)],
            ein,
            Proof::Rule,
        ),
        row(
            "us-ptin",
            TAX,
            &["ptin"],
            &[("A99999999", WEAK), ("A-99999999", WEAK)],
            |s| s.starts_with(b"P"),
            Proof::Rule,
        ),
        row(
            "us-mbi",
            INSURANCE,
            &["mbi", "medicare"],
            &[("9A*9-A*9-AA99", STRONG), ("9A*9A*9AA99", LIKELY)],
            mbi,
            Proof::Rule,
        ),
    ],
};

/// No area 000, 666 or from 900, no group 00, no serial number 0000.
pub(super) fn ssn(s: &[u8]) -> bool {
    let Some(d) = digits::<9>(s) else { return false };
    let area = number(&d[..3]);
    area != 0 && area != 666 && area < 900 && number(&d[3..5]) != 0 && number(&d[5..]) != 0
}

/// Areas from 900, and groups 50 to 65, 70 to 88, 90 to 92, 94 to 99; group 93 is for adoptions pending.
pub(super) fn itin(s: &[u8]) -> bool {
    let groups = |g| matches!(g, 50..=65 | 70..=88 | 90..=99);
    digits::<9>(s).is_some_and(|d| d[0] == 9 && groups(two(d[3], d[4])))
}

/// The first two digits are those of a campus of the IRS.
pub(super) fn ein(s: &[u8]) -> bool {
    let campus =
        |c| !matches!(c, 0 | 7..=9 | 17..=19 | 28 | 29 | 49 | 69 | 70 | 78 | 79 | 89 | 96 | 97);
    digits::<9>(s).is_some_and(|d| campus(two(d[0], d[1])))
}

/// Which of digit, letter or either stands where; the letters S, L, O, I, B and Z do not occur.
pub(super) fn mbi(s: &[u8]) -> bool {
    s.len() == 11 && !s.starts_with(b"0") && !s.iter().any(|c| b"SLOIBZ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        assert!(ssn(b"536904399") && ssn(b"899123456"));
        assert!(!ssn(b"000123456") && !ssn(b"666123456") && !ssn(b"900123456"));
        assert!(!ssn(b"123003456") && !ssn(b"123450000"));
        assert!(
            itin(b"912903456") && itin(b"912933456") && !itin(b"912893456") && !itin(b"812903456")
        );
        assert!(ein(b"911144442") && !ein(b"071144442"));
        assert!(mbi(b"1EG4TE5MK73") && !mbi(b"1SG4TE5MK73") && !mbi(b"0EG4TE5MK73"));
    }
}
