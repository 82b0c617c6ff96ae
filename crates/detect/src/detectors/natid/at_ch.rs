//! Austria: social insurance (§ 460d ASVG), tax account; Switzerland: AHV (Art. 50c AHVG), insurance card; documents of both.

use super::check::{digits, is_short_date, two};
use super::row::{Country, Proof, anything, row};
use super::{ENGLISH, FRENCH, GERMAN, IDENTITY, INSURANCE, PASSPORT, SOCIAL, TAX};
use crate::check_digit::{luhn, weighted};
use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};

pub(super) const AT: Country = Country {
    languages: GERMAN,
    rows: &[
        row(
            "at-social-insurance",
            SOCIAL.and(INSURANCE),
            &["svnr", "vsnr", "sozialversicherungsnummer", "versicherungsnummer", "ecard"],
            &[
                ("9999 999999", WEAK),
                ("9999-999999", WEAK),
                ("9999/999999", WEAK),
                ("9999999999", WEAK),
            ],
            social,
            Proof::Digit,
        ),
        row(
            "at-tax-number",
            TAX,
            &["steuernummer", "abgabenkontonummer", "stnr"],
            &[("99-999/9999", LIKELY), ("99 999/9999", LIKELY), ("999999999", WEAK)],
            tax,
            Proof::Digit,
        ),
        row(
            "at-passport",
            PASSPORT,
            &["reisepass", "reisepassnummer", "passnummer"],
            &[("A9999999", WEAK), ("A 9999999", WEAK), ("AA9999999", WEAK)],
            anything,
            Proof::Form,
        ),
        row(
            "at-identity-card",
            IDENTITY,
            &["personalausweis", "personalausweisnummer", "ausweisnummer"],
            &[("99999999", WEAK), ("AA9999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

pub(super) const CH: Country = Country {
    languages: GERMAN | FRENCH | ENGLISH,
    rows: &[
        row(
            "ch-ahv",
            SOCIAL,
            &["ahv", "ahvn", "avs", "navs", "sozialversicherungsnummer", "versichertennummer"],
            &[
                ("999.9999.9999.99", STRONG),
                ("999 9999 9999 99", LIKELY),
                ("9999999999999", POSSIBLE),
            ],
            ahv,
            Proof::Digit,
        ),
        row(
            "ch-insurance-card",
            INSURANCE,
            &["versichertenkarte", "krankenkasse", "krankenversicherung"],
            &[("99999999999999999999", LIKELY)],
            |s| s.starts_with(b"80756"),
            Proof::Rule,
        ),
        row(
            "ch-passport",
            PASSPORT.and(IDENTITY),
            &["reisepass", "passnummer", "pass", "passeport", "identitätskarte"],
            &[("A9999999", WEAK), ("A9A99999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

/// Serial number, check digit (weighted sum modulo 11), date of birth; a month of 13 to 15 says that the date is not known.
pub(super) fn social(s: &[u8]) -> bool {
    let Some(d) = digits::<10>(s) else { return false };
    let (day, month, year) = (two(d[4], d[5]), two(d[6], d[7]), two(d[8], d[9]));
    let birth =
        is_short_date(year, month, day) || (1..=31).contains(&day) && (13..=15).contains(&month);
    let sum = weighted(&d, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6], 11);
    d[0] != 0 && birth && sum == u32::from(d[3])
}

/// Tax office, account, check digit by Luhn's formula.
pub(super) fn tax(s: &[u8]) -> bool {
    digits::<9>(s).is_some_and(|d| luhn(&d) && two(d[0], d[1]) >= 3)
}

/// The country's number, nine digits, the check digit of EAN-13.
pub(super) fn ahv(s: &[u8]) -> bool {
    let weights = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];
    digits::<13>(s).is_some_and(|d| d.starts_with(&[7, 5, 6]) && weighted(&d, &weights, 10) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // Dachverband der Sozialversicherungsträger; Zentrale Ausgleichsstelle.
        assert!(social(b"1237010180") && !social(b"2237010180") && !social(b"1237320180"));
        assert!(ahv(b"7569217076985") && ahv(b"7561234567897") && !ahv(b"7561234567898"));
        assert!(tax(b"591199013") && !tax(b"591199014"));
    }
}
