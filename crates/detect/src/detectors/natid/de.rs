//! Germany: tax (§ 139b AO), pension insurance (§ 2 VKVV), health insurance (§ 290 SGB V), identity card and passport (their
//! numbers as the ordinances on them lay out, check digit of ICAO Doc 9303 part 3 §4.9), driving licence.

use super::check::{cross_sum, digits, is_dmy, two};
use super::row::{Country, Proof, anything, row};
use super::{IDENTITY, INSURANCE, LICENCE, PASSPORT, SOCIAL, TAX};
use crate::check_digit::{hybrid, value, weighted};
use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};

pub(super) const DE: Country = Country {
    languages: super::GERMAN,
    rows: &[
        row(
            "de-tax-id",
            TAX,
            &["steuer", "steuerid", "steueridentifikationsnummer", "identifikationsnummer", "idnr"],
            &[("99999999999", WEAK), ("99 999 999 999", POSSIBLE), ("99-999-999-999", POSSIBLE)],
            tax_id,
            Proof::Digit,
        ),
        row(
            "de-tax-number",
            TAX,
            &["steuernummer", "steuernr", "stnr", "steuer"],
            &[
                ("99/999/99999", WEAK),
                ("999/999/99999", WEAK),
                ("999/9999/9999", WEAK),
                ("99 999 99999", WEAK),
                ("999 999 99999", WEAK),
                ("999 9999 9999", WEAK),
                ("9999999999999", WEAK),
            ],
            anything,
            Proof::Form,
        ),
        row(
            "de-pension-insurance",
            SOCIAL.and(INSURANCE),
            &[
                "versicherungsnummer",
                "rentenversicherungsnummer",
                "sozialversicherungsnummer",
                "rentenversicherung",
                "sozialversicherung",
                "rvnr",
                "svnr",
                "vsnr",
                "sv",
                "rv",
            ],
            &[
                ("99999999A999", STRONG),
                ("99 999999 A 999", STRONG),
                ("99 999999A999", STRONG),
                ("99 999999 A999", STRONG),
                ("99-999999-A-999", STRONG),
            ],
            pension,
            Proof::Digit,
        ),
        row(
            "de-health-insurance",
            INSURANCE,
            &[
                "krankenversichertennummer",
                "krankenversicherungsnummer",
                "versichertennummer",
                "krankenkasse",
                "krankenversicherung",
                "gesundheitskarte",
                "kvnr",
            ],
            &[("A999999999", WEAK), ("A 999999999", WEAK), ("A999 999 999", WEAK)],
            health,
            Proof::Digit,
        ),
        row(
            "de-identity-card",
            IDENTITY,
            &["personalausweis", "personalausweisnummer", "ausweis", "ausweisnummer", "perso"],
            &[("A********9", POSSIBLE)],
            identity_card,
            Proof::Digit,
        ),
        row(
            "de-identity-card",
            IDENTITY,
            &["personalausweis", "personalausweisnummer", "ausweis", "ausweisnummer", "perso"],
            &[("A********", WEAK)],
            |s| starts_identity_card(s) && is_serial(s),
            Proof::Rule,
        ),
        // Until October 2010: place of issue, serial number, check digit, nationality.
        row(
            "de-identity-card",
            IDENTITY,
            &["personalausweis", "personalausweisnummer", "ausweis", "ausweisnummer", "perso"],
            &[("9999999999A", LIKELY), ("9999999999", WEAK)],
            old_identity_card,
            Proof::Digit,
        ),
        row(
            "de-passport",
            PASSPORT,
            &["reisepass", "reisepassnummer", "passnummer", "pass"],
            &[("A********9", POSSIBLE), ("A********9A", LIKELY)],
            passport,
            Proof::Digit,
        ),
        row(
            "de-passport",
            PASSPORT,
            &["reisepass", "reisepassnummer", "passnummer", "pass"],
            &[("A********", WEAK)],
            |s| starts_passport(s) && is_serial(s),
            Proof::Rule,
        ),
        row(
            "de-driving-licence",
            LICENCE,
            &["führerschein", "führerscheinnummer", "fahrerlaubnis"],
            &[("A**9*******", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

/// Eleven digits, ISO 7064 MOD 11,10; among the first ten exactly one digit occurs twice, or (since 2016) three times but not
/// three in a row.
pub(super) fn tax_id(s: &[u8]) -> bool {
    let Some(d) = digits::<11>(s) else { return false };
    let mut counts = [0u8; 10];
    for digit in d.iter().take(10) {
        if let Some(count) = counts.get_mut(usize::from(*digit)) {
            *count += 1;
        }
    }
    let repeated = counts.iter().filter(|c| **c > 1).count();
    let most = counts.iter().max().copied().unwrap_or(0);
    let in_a_row = d[..10].windows(3).any(|w| matches!(w, [a, b, c] if a == b && b == c));
    d[0] != 0 && repeated == 1 && most <= 3 && !in_a_row && hybrid(&d, 10)
}

/// Area, date of birth, initial, serial number, check digit over all, the initial as two digits.
pub(super) fn pension(s: &[u8]) -> bool {
    let Some((front, [letter @ b'A'..=b'Z', back @ ..])) = s.split_at_checked(8) else {
        return false;
    };
    let (Some(f), Some(b)) = (digits::<8>(front), digits::<3>(back)) else { return false };
    let rank = letter - b'A' + 1;
    let all = [f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], rank / 10, rank % 10, b[0], b[1]];
    let birth = is_dmy([f[2], f[3], f[4], f[5], f[6], f[7]]);
    let sum = cross_sum(&all, &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]);
    two(f[0], f[1]) >= 2 && birth && sum % 10 == u32::from(b[2])
}

/// A letter and nine digits; the check digit by Luhn's weights from the left, the letter as two digits.
pub(super) fn health(s: &[u8]) -> bool {
    let Some((letter @ b'A'..=b'Z', rest)) = s.split_first() else { return false };
    let Some(d) = digits::<9>(rest) else { return false };
    let rank = letter - b'A' + 1;
    let all = [rank / 10, rank % 10, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]];
    cross_sum(&all, &[1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == u32::from(d[8])
}

/// The place of issue tells identity cards from passports (annex 4 of the ordinance on identity cards).
fn starts_identity_card(s: &[u8]) -> bool {
    s.first().is_some_and(|c| b"LMNPRTVWXY".contains(c))
}

fn starts_passport(s: &[u8]) -> bool {
    s.first().is_some_and(|c| b"CFGHJK".contains(c))
}

/// Serial numbers have no vowels and no letters that look like digits; some digit is always among them.
fn is_serial(s: &[u8]) -> bool {
    let fits = |c: &u8| c.is_ascii_digit() || b"CFGHJKLMNPRTVWXYZ".contains(c);
    s.iter().all(fits) && s.iter().any(u8::is_ascii_digit)
}

/// Nine characters and the check digit of machine readable documents.
fn document(s: &[u8]) -> bool {
    let Some((serial, [check, rest @ ..])) = s.split_at_checked(9) else { return false };
    is_serial(serial)
        && icao_digit(serial) == check.wrapping_sub(b'0')
        && matches!(rest, [] | [b'D'])
}

pub(super) fn identity_card(s: &[u8]) -> bool {
    starts_identity_card(s) && document(s)
}

pub(super) fn passport(s: &[u8]) -> bool {
    starts_passport(s) && document(s)
}

pub(super) fn old_identity_card(s: &[u8]) -> bool {
    let Some((serial, [check, rest @ ..])) = s.split_at_checked(9) else { return false };
    icao_digit(serial) == check.wrapping_sub(b'0') && matches!(rest, [] | [b'D'])
}

/// The check digit of ICAO Doc 9303 part 3 §4.9 over nine characters.
fn icao_digit(serial: &[u8]) -> u8 {
    let mut values = [0; 9];
    for (place, byte) in values.iter_mut().zip(serial) {
        *place = value(*byte).unwrap_or(0);
    }
    weighted(&values, &[7, 3, 1, 7, 3, 1, 7, 3, 1], 10) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // Bundeszentralamt für Steuern; Deutsche Rentenversicherung; GKV-Spitzenverband; the specimens of the Bundesdruckerei.
        assert!(tax_id(b"86095742719") && !tax_id(b"86095742718") && !tax_id(b"11111111111"));
        assert!(pension(b"15070649C103") && !pension(b"15070649C104") && !pension(b"15320649C103"));
        assert!(health(b"A123456780") && !health(b"A123456789"));
        assert!(identity_card(b"T220001293") && identity_card(b"L01X00T471"));
        assert!(!identity_card(b"T220001294") && !passport(b"T220001293"));
        assert!(passport(b"C01X00T478") && passport(b"C01X00T478D"));
        assert!(old_identity_card(b"1220001297D") && !old_identity_card(b"1220001296D"));
    }
}
