//! Italy: codice fiscale (decree of 23 December 1976), documents; Greece: AFM, AMKA; Malta: identity card; Cyprus: tax number.

use super::check::{digits, is_dmy, is_short_date, number, rank, two};
use super::row::{Country, Proof, anything, row};
use super::{ENGLISH, IDENTITY, INSURANCE, LICENCE, PASSPORT, SOCIAL, TAX};
use crate::check_digit::luhn;
use crate::finding::{LIKELY, STRONG, WEAK};

pub(super) const IT: Country = Country {
    languages: 0,
    rows: &[
        row(
            "it-codice-fiscale",
            TAX.and(IDENTITY).and(INSURANCE),
            &["fiscale", "cf", "codicefiscale", "sanitaria"],
            &[
                ("AAAAAA**A**A***A", STRONG),
                ("AAA AAA **A** A***A", STRONG),
                ("AAA-AAA-**A**-A***A", STRONG),
            ],
            codice_fiscale,
            Proof::Digit,
        ),
        row(
            "it-identity-card",
            IDENTITY,
            &["identità", "cie"],
            &[("AA99999AA", WEAK), ("AA9999999", WEAK), ("AA 9999999", WEAK)],
            anything,
            Proof::Form,
        ),
        row(
            "it-passport",
            PASSPORT,
            &["passaporto"],
            &[("AA9999999", WEAK)],
            anything,
            Proof::Form,
        ),
        row(
            "it-driving-licence",
            LICENCE,
            &["patente"],
            &[("AA9999999A", WEAK), ("A9********", WEAK)],
            anything,
            Proof::Form,
        ),
        row(
            "it-health-card",
            INSURANCE,
            &["sanitaria"],
            &[("99999999999999999999", LIKELY)],
            |s| s.starts_with(b"80380"),
            Proof::Rule,
        ),
    ],
};

pub(super) const GR: Country = Country {
    languages: 0,
    rows: &[
        row("gr-afm", TAX, &["afm", "αφμ"], &[("999999999", WEAK)], afm, Proof::Digit),
        row("gr-amka", SOCIAL, &["amka", "αμκα"], &[("99999999999", WEAK)], amka, Proof::Digit),
        row(
            "gr-identity-card",
            IDENTITY,
            &["ταυτότητας", "ταυτότητα"],
            &[("AA999999", WEAK), ("AA 999999", WEAK), ("AA-999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

pub(super) const MT: Country = Country {
    languages: ENGLISH,
    rows: &[row(
        "mt-identity-card",
        IDENTITY.and(TAX),
        &["identity"],
        &[("9999999A", WEAK), ("999999A", WEAK)],
        |s| s.last().is_some_and(|c| b"MGAPLHBZ".contains(c)),
        Proof::Rule,
    )],
};

pub(super) const CY: Country = Country {
    languages: 0,
    rows: &[row("cy-tic", TAX, &["tic", "tin"], &[("99999999A", WEAK)], tic, Proof::Digit)],
};

/// What digits and letters count in odd places, by digit and by place in the alphabet.
const ODD: [u8; 26] =
    [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// The place in [`ODD`], and what the sign counts in even places.
fn even(byte: u8) -> u8 {
    if byte.is_ascii_digit() { byte - b'0' } else { rank(byte).saturating_sub(1) }
}

/// The sum over all signs, the first place being odd.
fn italian_sum(s: &[u8]) -> u32 {
    let odd = |byte: u8| ODD.get(usize::from(even(byte))).copied().unwrap_or(0);
    s.chunks(2)
        .map(|pair| match pair {
            [first, second] => u32::from(odd(*first)) + u32::from(even(*second)),
            [first] => u32::from(odd(*first)),
            _ => 0,
        })
        .sum()
}

/// A digit; where two people would have the same code, digits are replaced by letters.
fn replaceable(byte: u8) -> Option<u8> {
    if byte.is_ascii_digit() {
        return Some(byte - b'0');
    }
    b"LMNPQRSTUV".iter().position(|c| *c == byte).map(|n| n as u8)
}

/// Surname, name, year, month (a letter), day (women have 40 more), place, check letter.
pub(super) fn codice_fiscale(s: &[u8]) -> bool {
    let Some((front, [check])) = s.split_at_checked(15) else { return false };
    let mut d = [0; 7];
    for (place, at) in d.iter_mut().zip([6, 7, 9, 10, 12, 13, 14]) {
        let Some(digit) = front.get(at).and_then(|b| replaceable(*b)) else { return false };
        *place = digit;
    }
    let month = front.get(8).and_then(|b| b"ABCDEHLMPRST".iter().position(|c| c == b));
    let (year, day) = (two(d[0], d[1]), two(d[2], d[3]));
    let day = if day > 40 { day - 40 } else { day };
    month.is_some_and(|m| is_short_date(year, m as u32 + 1, day))
        && italian_sum(front) % 26 == u32::from(rank(*check)).wrapping_sub(1)
}

/// The sum of digits times powers of two, modulo 11 and then 10.
pub(super) fn afm(s: &[u8]) -> bool {
    let Some([rest @ .., check]) = digits::<9>(s) else { return false };
    let sum = rest.iter().fold(0u32, |n, d| n * 2 + u32::from(*d)) * 2;
    number(&rest) != 0 && sum % 11 % 10 == u32::from(check)
}

/// Date of birth, order, check digit by Luhn's formula.
pub(super) fn amka(s: &[u8]) -> bool {
    digits::<11>(s).is_some_and(|d| is_dmy([d[0], d[1], d[2], d[3], d[4], d[5]]) && luhn(&d))
}

/// Eight digits and a letter, made as in Italy; 12 does not begin one.
pub(super) fn tic(s: &[u8]) -> bool {
    let Some((front, [check @ b'A'..=b'Z'])) = s.split_at_checked(8) else { return false };
    !front.starts_with(b"12") && italian_sum(front) % 26 == u32::from(rank(*check)) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // Agenzia delle Entrate; AADE; Cyprus Tax Department.
        assert!(codice_fiscale(b"RCCMNL83S18D969H") && !codice_fiscale(b"RCCMNL83S18D969"));
        assert!(codice_fiscale(b"MRTMTT25D09F205Z") && codice_fiscale(b"CNTCHR83T41D969D"));
        assert!(codice_fiscale(b"MRTMTT91D08F205J") && !codice_fiscale(b"MRTMTT91D38F205J"));
        assert!(afm(b"094259216") && !afm(b"094259226") && !afm(b"000000000"));
        assert!(amka(b"01013099997") && !amka(b"01013099999"));
        assert!(tic(b"10259033P") && !tic(b"10259033Z"));
    }
}
