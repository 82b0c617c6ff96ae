//! France: NIR (Code de la sécurité sociale R115-1), tax reference (SPI), documents; Belgium: national register and BIS (royal
//! decree of 3 April 1984), identity card; Netherlands: BSN (Wet algemene bepalingen burgerservicenummer), documents;
//! Luxembourg: matricule (law of 19 June 2013).

use super::check::{digits, is_date, number, two};
use super::row::{Country, Proof, anything, row};
use super::{FRENCH, GERMAN, IDENTITY, INSURANCE, LICENCE, PASSPORT, SOCIAL, TAX};
use crate::check_digit::{luhn, verhoeff, weighted};
use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};

pub(super) const FR: Country = Country {
    languages: FRENCH,
    rows: &[
        row(
            "fr-nir",
            SOCIAL.and(INSURANCE),
            &["nir", "sécu", "sécurité", "insee", "nss"],
            &[
                ("9 99 99 99 999 999 99", STRONG),
                ("9 99 99 9A 999 999 99", STRONG),
                ("999999999999999", WEAK),
                ("999999A99999999", STRONG),
                ("9999999999999 99", POSSIBLE),
                ("999999A999999 99", STRONG),
                ("9-99-99-99-999-999-99", STRONG),
                ("9.99.99.99.999.999.99", STRONG),
                ("9 99 99 99999 999 99", STRONG),
            ],
            nir,
            Proof::Digit,
        ),
        row(
            "fr-nir",
            SOCIAL.and(INSURANCE),
            &["nir", "sécu", "sécurité", "insee", "nss"],
            &[
                ("9 99 99 99 999 999", WEAK),
                ("9 99 99 9A 999 999", LIKELY),
                ("9999999999999", WEAK),
                ("999999A999999", POSSIBLE),
            ],
            |s| s.len() == 13 && nir_number(s).is_some(),
            Proof::Rule,
        ),
        row(
            "fr-tax-reference",
            TAX,
            &["spi", "fiscal", "nif", "impôts"],
            &[("99 99 999 999 999", LIKELY), ("9999999999999", WEAK)],
            spi,
            Proof::Digit,
        ),
        row(
            "fr-identity-card",
            IDENTITY,
            &["cni", "cnie", "identité"],
            &[("999999999999", WEAK), ("A**99****", WEAK)],
            anything,
            Proof::Form,
        ),
        row(
            "fr-passport",
            PASSPORT,
            &["passeport"],
            &[("99AA99999", WEAK), ("99 AA 99999", WEAK)],
            anything,
            Proof::Form,
        ),
        row(
            "fr-driving-licence",
            LICENCE,
            &["permis", "conduire"],
            &[("999999999999", WEAK), ("99AA99999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

pub(super) const BE: Country = Country {
    languages: FRENCH,
    rows: &[
        row(
            "be-national-register",
            IDENTITY.and(SOCIAL),
            &["rijksregisternummer", "rijksregister", "registre", "niss", "insz", "nrn"],
            &[
                ("99.99.99-999.99", STRONG),
                ("99.99.99 999.99", STRONG),
                ("99 99 99 999 99", LIKELY),
                ("99 99 99-999 99", LIKELY),
                ("999999-999-99", STRONG),
                ("999999-999.99", STRONG),
                ("999999 999 99", LIKELY),
                ("99999999999", WEAK),
            ],
            national_register,
            Proof::Digit,
        ),
        row(
            "be-identity-card",
            IDENTITY,
            &["identiteitskaart", "identité", "eid"],
            &[("999-9999999-99", LIKELY), ("999999999999", WEAK)],
            be_card,
            Proof::Digit,
        ),
        row("be-passport", PASSPORT, &["passeport"], &[("AA999999", WEAK)], anything, Proof::Form),
    ],
};

pub(super) const NL: Country = Country {
    languages: 0,
    rows: &[
        row(
            "nl-bsn",
            IDENTITY.and(SOCIAL).and(TAX),
            &["bsn", "burgerservicenummer", "sofinummer"],
            &[
                ("999999999", WEAK),
                ("999 999 999", WEAK),
                ("9999.99.999", POSSIBLE),
                ("9999 99 999", WEAK),
                ("999.999.999", WEAK),
            ],
            bsn,
            Proof::Digit,
        ),
        row(
            "nl-document",
            IDENTITY.and(PASSPORT),
            &["identiteitskaart", "paspoort", "paspoortnummer", "documentnummer"],
            &[("AA******9", WEAK)],
            |s| !s.contains(&b'O'),
            Proof::Rule,
        ),
        row(
            "nl-driving-licence",
            LICENCE,
            &["rijbewijs", "rijbewijsnummer"],
            &[("9999999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

pub(super) const LU: Country = Country {
    languages: FRENCH | GERMAN,
    rows: &[row(
        "lu-matricule",
        IDENTITY.and(SOCIAL).and(TAX),
        &["matricule", "matrikel", "sozialversicherungsnummer"],
        &[("9999999999999", POSSIBLE), ("9999 99 99 999 99", STRONG), ("99999999 99999", STRONG)],
        matricule,
        Proof::Digit,
    )],
};

/// The number without its key: sex, year and month of birth, department (2A and 2B count as 19 and 18), commune, order.
fn nir_number(s: &[u8]) -> Option<u64> {
    let mut plain = [0u8; 13];
    plain.copy_from_slice(s.get(..13)?);
    match (plain[5], plain[6]) {
        (b'2', b'A') => (plain[5], plain[6]) = (b'1', b'9'),
        (b'2', b'B') => (plain[5], plain[6]) = (b'1', b'8'),
        _ => {}
    }
    let d = digits::<13>(&plain)?;
    let month = matches!(two(d[3], d[4]), 1..=12 | 20..=42 | 50..=99);
    let sex = matches!(d[0], 1..=4 | 7 | 8);
    (month && sex && two(d[5], d[6]) != 0).then(|| number(&d))
}

/// The key is what is missing to a multiple of 97.
pub(super) fn nir(s: &[u8]) -> bool {
    let key = s.get(13..).and_then(digits::<2>).map(|k| number(&k));
    let number = nir_number(s);
    key.zip(number).is_some_and(|(k, n)| s.len() == 15 && k == 97 - n % 97)
}

/// Ten digits, of which the first is 0 to 3, and their remainder modulo 511.
pub(super) fn spi(s: &[u8]) -> bool {
    digits::<13>(s).is_some_and(|d| d[0] <= 3 && number(&d[..10]) % 511 == number(&d[10..]))
}

/// Date of birth, order, and what is missing to a multiple of 97; born from 2000 on, a 2 stands before. BIS numbers have 20 or
/// 40 more in the month; month and day may be unknown.
pub(super) fn national_register(s: &[u8]) -> bool {
    let Some(d) = digits::<11>(s) else { return false };
    let (n, check) = (number(&d[..9]), number(&d[9..]));
    let (year, month, day) = (two(d[0], d[1]), two(d[2], d[3]) % 20, two(d[4], d[5]));
    let born =
        |century| month == 0 || day == 0 && month <= 12 || is_date(century + year, month, day);
    let right = |n: u64, century| 97 - n % 97 == check && born(century);
    two(d[2], d[3]) < 60 && (right(n, 1900) || right(2_000_000_000 + n, 2000))
}

/// Ten digits and their remainder modulo 97, 97 standing for none.
pub(super) fn be_card(s: &[u8]) -> bool {
    let Some(d) = digits::<12>(s) else { return false };
    let rest = number(&d[..10]) % 97;
    number(&d[10..]) == if rest == 0 { 97 } else { rest }
}

/// The test of eleven: weights 9 to 2, the last one minus 1.
pub(super) fn bsn(s: &[u8]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, 10];
    digits::<9>(s).is_some_and(|d| number(&d) != 0 && weighted(&d, &weights, 11) == 0)
}

/// Date of birth, order, and two check digits over these eleven: Luhn's and Verhoeff's.
pub(super) fn matricule(s: &[u8]) -> bool {
    let Some(d) = digits::<13>(s) else { return false };
    let [rest @ .., first, second] = d;
    let over = |check| {
        let mut all = [0; 12];
        let (front, last) = all.split_at_mut(11);
        front.copy_from_slice(&rest);
        last.fill(check);
        all
    };
    let birth = is_date(number(&d[..4]) as u32, two(d[4], d[5]), two(d[6], d[7]));
    birth
        && (1850..2100).contains(&number(&d[..4]))
        && luhn(&over(first))
        && verhoeff(&over(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // INSEE; FOD Binnenlandse Zaken; RvIG.
        assert!(nir(b"295109912611193") && nir(b"253072B07300470") && !nir(b"253072A07300470"));
        assert!(!nir(b"253072C07300470") && !nir(b"6546546546546703") && !nir(b"295109912611194"));
        assert!(spi(b"3023217600053") && !spi(b"3023217600054"));
        assert!(national_register(b"85073003328") && !national_register(b"85073003329"));
        assert!(bsn(b"111222333") && !bsn(b"111252333") && !bsn(b"000000000"));
        assert!(matricule(b"1983081112385") && !matricule(b"1983081112384"));
        assert!(!matricule(b"1983081112375") && !matricule(b"1983131112385"));
    }
}
