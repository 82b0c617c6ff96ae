//! Romania: CNP (law 105/1996), documents; Bulgaria: EGN and LNČ (GRAO); Croatia: OIB (Pravilnik NN 1/2009), Slovenia: EMŠO, tax
//! number.

use super::check::{digits, is_date, is_short_date, number, two};
use super::row::{Country, Proof, anything, row};
use super::{IDENTITY, SOCIAL, TAX};
use crate::check_digit::{hybrid, weighted};
use crate::finding::WEAK;

pub(super) const RO: Country = Country {
    languages: 0,
    rows: &[
        row(
            "ro-cnp",
            IDENTITY.and(SOCIAL).and(TAX),
            &["cnp"],
            &[("9999999999999", WEAK)],
            cnp,
            Proof::Digit,
        ),
        row(
            "ro-identity-card",
            IDENTITY,
            &["buletin", "identitate"],
            &[("AA999999", WEAK), ("AA 999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

pub(super) const BG: Country = Country {
    languages: 0,
    rows: &[
        row(
            "bg-egn",
            IDENTITY.and(SOCIAL).and(TAX),
            &["egn", "егн"],
            &[("9999999999", WEAK)],
            egn,
            Proof::Digit,
        ),
        row("bg-lnch", IDENTITY, &["лнч", "lnch"], &[("9999999999", WEAK)], lnch, Proof::Digit),
    ],
};

pub(super) const HR: Country = Country {
    languages: 0,
    rows: &[row(
        "hr-oib",
        IDENTITY.and(TAX),
        &["oib"],
        &[("99999999999", WEAK)],
        |s| digits::<11>(s).is_some_and(|d| hybrid(&d, 10)),
        Proof::Digit,
    )],
};

pub(super) const SI: Country = Country {
    languages: 0,
    rows: &[
        row(
            "si-emso",
            IDENTITY.and(SOCIAL),
            &["emšo", "emso", "jmbg"],
            &[("9999999999999", WEAK)],
            emso,
            Proof::Digit,
        ),
        row(
            "si-tax-number",
            TAX,
            &["davčna"],
            &[("99999999", WEAK), ("AA99999999", WEAK)],
            si_tax,
            Proof::Digit,
        ),
    ],
};

/// Sex and century, date of birth, county, order, check digit modulo eleven, 10 counting as 1.
pub(super) fn cnp(s: &[u8]) -> bool {
    let Some(d) = digits::<13>(s) else { return false };
    let (year, month, day) = (two(d[1], d[2]), two(d[3], d[4]), two(d[5], d[6]));
    let birth = match d[0] {
        1 | 2 => is_date(1900 + year, month, day),
        3 | 4 => is_date(1800 + year, month, day),
        5 | 6 => is_date(2000 + year, month, day),
        7..=9 => is_short_date(year, month, day),
        _ => false,
    };
    let county = matches!(two(d[7], d[8]), 1..=48 | 51 | 52 | 70 | 80..=83);
    let check = match weighted(&d, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], 11) {
        10 => 1,
        rest => rest,
    };
    birth && county && check == u32::from(d[12])
}

/// Year, month (20 more before 1900, 40 more from 2000), day, order, check digit.
pub(super) fn egn(s: &[u8]) -> bool {
    let Some(d) = digits::<10>(s) else { return false };
    let (century, month) = match two(d[2], d[3]) {
        month @ 41.. => (2000, month - 40),
        month @ 21..=40 => (1800, month - 20),
        month => (1900, month),
    };
    is_date(century + two(d[0], d[1]), month, two(d[4], d[5]))
        && weighted(&d, &[2, 4, 8, 5, 10, 9, 7, 3, 6], 11) % 10 == u32::from(d[9])
}

/// Foreigners' numbers.
pub(super) fn lnch(s: &[u8]) -> bool {
    let weights = [21, 19, 17, 13, 11, 9, 7, 3, 1];
    digits::<10>(s).is_some_and(|d| weighted(&d, &weights, 10) == u32::from(d[9]))
}

/// Day, month, last three digits of the year, region, order, check digit modulo eleven.
pub(super) fn emso(s: &[u8]) -> bool {
    let Some(d) = digits::<13>(s) else { return false };
    let year = number(&d[4..7]) as u32;
    let year = if year >= 800 { 1000 + year } else { 2000 + year };
    is_date(year, two(d[2], d[3]), two(d[0], d[1]))
        && weighted(&d, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11) == 0
}

/// Weights 8 to 2 modulo eleven; what would be 10 is 0, what would be 11 is not issued.
pub(super) fn si_tax(s: &[u8]) -> bool {
    let Some(d) = digits::<8>(s.strip_prefix(b"SI").unwrap_or(s)) else { return false };
    let check = match 11 - weighted(&d, &[8, 7, 6, 5, 4, 3, 2], 11) {
        10 => 0,
        check => check,
    };
    d[0] != 0 && check == u32::from(d[7])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // GRAO; Porezna uprava; Finančna uprava.
        assert!(cnp(b"1630615123457") && !cnp(b"1630615123458") && !cnp(b"1631315123457"));
        assert!(
            egn(b"7523169263") && egn(b"8032056031") && !egn(b"7552A10004") && !egn(b"8019010008")
        );
        assert!(lnch(b"7111042925") && !lnch(b"7111042922"));
        assert!(emso(b"0101006500006") && !emso(b"0101006500007"));
        assert!(si_tax(b"SI50223054") && si_tax(b"50223054") && !si_tax(b"50223055"));
    }
}
