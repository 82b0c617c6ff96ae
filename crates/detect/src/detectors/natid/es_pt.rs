//! Spain: DNI and NIE (Real Decreto 1553/2005, Orden INT/2058/2008), NIF of persons, social security (Orden TAS/1562/2005),
//! documents; Portugal: NIF of persons (Decreto-Lei 14/2013), citizen card, NISS.

use super::check::{digits, number, two};
use super::row::{Country, Proof, anything, row};
use super::{IDENTITY, INSURANCE, LICENCE, PASSPORT, SOCIAL, SPANISH, TAX};
use crate::check_digit::{value, weighted};
use crate::finding::{LIKELY, POSSIBLE, WEAK};

pub(super) const ES: Country = Country {
    languages: SPANISH,
    rows: &[
        row(
            "es-dni",
            IDENTITY.and(TAX).and(LICENCE),
            &["dni", "nif"],
            &[
                ("99999999A", POSSIBLE),
                ("99999999-A", LIKELY),
                ("99.999.999-A", LIKELY),
                ("99.999.999A", LIKELY),
                ("99999999 A", POSSIBLE),
                ("99.999.999 A", LIKELY),
            ],
            dni,
            Proof::Digit,
        ),
        row(
            "es-nie",
            IDENTITY.and(TAX),
            &["nie", "nif", "extranjero"],
            &[
                ("A9999999A", LIKELY),
                ("A-9999999-A", LIKELY),
                ("A-9999999A", LIKELY),
                ("A 9999999 A", LIKELY),
            ],
            nie,
            Proof::Digit,
        ),
        row(
            "es-nif",
            TAX,
            &["nif"],
            &[("A9999999A", WEAK), ("A-9999999-A", WEAK)],
            nif,
            Proof::Digit,
        ),
        row(
            "es-social-security",
            SOCIAL.and(INSURANCE),
            &["nuss", "nss", "naf", "seguridad", "afiliación"],
            &[
                ("99 99999999 99", POSSIBLE),
                ("99/99999999/99", LIKELY),
                ("99-99999999-99", LIKELY),
                ("99 9999999999", WEAK),
                ("99/9999999999", WEAK),
                ("999999999999", WEAK),
            ],
            nuss,
            Proof::Digit,
        ),
        row(
            "es-passport",
            PASSPORT,
            &["pasaporte"],
            &[("AAA999999", WEAK), ("AA999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

pub(super) const PT: Country = Country {
    languages: 0,
    rows: &[
        row(
            "pt-nif",
            TAX,
            &["nif", "contribuinte"],
            &[("999999999", WEAK), ("999 999 999", WEAK)],
            pt_nif,
            Proof::Digit,
        ),
        row(
            "pt-citizen-card",
            IDENTITY,
            &["cidadão", "cc"],
            &[
                ("999999999AA9", LIKELY),
                ("99999999 9 AA9", LIKELY),
                ("99999999-9-AA9", LIKELY),
                ("99999999 9AA9", LIKELY),
            ],
            citizen_card,
            Proof::Digit,
        ),
        row(
            "pt-social-security",
            SOCIAL,
            &["niss", "segurança"],
            &[("99999999999", WEAK), ("999 9999 9999", WEAK)],
            niss,
            Proof::Digit,
        ),
    ],
};

/// The letter for a number, modulo 23.
fn letter(number: u64) -> Option<&'static u8> {
    b"TRWAGMYFPDXBNJZSQVHLCKE".get((number % 23) as usize)
}

pub(super) fn dni(s: &[u8]) -> bool {
    let Some((front, [check])) = s.split_at_checked(8) else { return false };
    digits::<8>(front).is_some_and(|d| letter(number(&d)) == Some(check))
}

/// X, Y and Z stand for a first digit 0, 1 and 2.
pub(super) fn nie(s: &[u8]) -> bool {
    let [first @ b'X'..=b'Z', rest @ .., check] = s else { return false };
    let front = u64::from(first - b'X') * 10_000_000;
    digits::<7>(rest).is_some_and(|d| letter(front + number(&d)) == Some(check))
}

/// K, L and M: children, Spaniards abroad and foreigners without another number.
pub(super) fn nif(s: &[u8]) -> bool {
    let [b'K'..=b'M', rest @ .., check] = s else { return false };
    digits::<7>(rest).is_some_and(|d| letter(number(&d)) == Some(check))
}

/// Province, number, and the two together modulo 97; below ten million the number counts with seven digits.
pub(super) fn nuss(s: &[u8]) -> bool {
    let Some(d) = digits::<12>(s) else { return false };
    let (province, n) = (number(&d[..2]), number(&d[2..10]));
    let whole = if n < 10_000_000 { province * 10_000_000 } else { province * 100_000_000 } + n;
    matches!(province, 1..=53 | 66) && whole % 97 == number(&d[10..])
}

/// The first digits are those of persons; the check digit by weights 9 to 2 modulo 11, 10 counting as 0.
pub(super) fn pt_nif(s: &[u8]) -> bool {
    let Some(d) = digits::<9>(s) else { return false };
    let person = matches!(d[0], 1..=3) || two(d[0], d[1]) == 45;
    let check = (11 - weighted(&d, &[9, 8, 7, 6, 5, 4, 3, 2], 11)) % 11 % 10;
    person && check == u32::from(d[8])
}

/// Luhn's formula over values 0 to 35.
pub(super) fn citizen_card(s: &[u8]) -> bool {
    let sum: u32 = s
        .iter()
        .rev()
        .enumerate()
        .map(|(n, byte)| {
            let v = u32::from(value(*byte).unwrap_or(0));
            match (n % 2, v * 2) {
                (0, _) => v,
                (_, double) if double > 9 => double - 9,
                (_, double) => double,
            }
        })
        .sum();
    s.len() == 12 && sum.is_multiple_of(10)
}

/// Begins with 1 (persons) or 2 (employers who are persons); the weights are the first primes.
pub(super) fn niss(s: &[u8]) -> bool {
    let Some(d) = digits::<11>(s) else { return false };
    let sum = weighted(&d, &[29, 23, 19, 17, 13, 11, 7, 5, 3, 2], 10);
    matches!(d[0], 1 | 2) && 9 - sum == u32::from(d[10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // Ministerio del Interior; Seguridad Social; Autoridade Tributária, AMA; Segurança Social.
        assert!(dni(b"12345678Z") && dni(b"54362315K") && !dni(b"54362315Z"));
        assert!(nie(b"X2482300W") && nie(b"X5253868R") && !nie(b"X2482300A"));
        assert!(nuss(b"281234567840") && !nuss(b"281234567841"));
        assert!(pt_nif(b"123456789") && !pt_nif(b"123456788") && !pt_nif(b"501964843"));
        assert!(citizen_card(b"000000000ZZ4") && !citizen_card(b"000000000ZZ3"));
        assert!(niss(b"12345678902") && !niss(b"12345678903") && !niss(b"32345678902"));
    }
}
