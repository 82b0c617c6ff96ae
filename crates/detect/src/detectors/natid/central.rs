//! Poland: PESEL (law of 24 September 2010), NIP, documents; Czechia and Slovakia: rodné číslo (law 133/2000 Sb., law 301/1995 Z. z.),
//! DIČ of persons, documents; Hungary: TAJ, tax identification, personal identifier (law XX of 1996).

use super::check::{digits, is_date, is_short_date, number, two};
use super::row::{Country, Proof, Row, anything, row};
use super::{IDENTITY, INSURANCE, LICENCE, PASSPORT, SLOVAK, SOCIAL, TAX};
use crate::check_digit::{value, weighted};
use crate::finding::{LIKELY, POSSIBLE, WEAK};

pub(super) const PL: Country = Country {
    languages: 0,
    rows: &[
        row(
            "pl-pesel",
            IDENTITY.and(SOCIAL).and(TAX),
            &["pesel"],
            &[("99999999999", WEAK)],
            pesel,
            Proof::Digit,
        ),
        row(
            "pl-nip",
            TAX,
            &["nip"],
            &[("999-999-99-99", LIKELY), ("999-99-99-999", LIKELY), ("9999999999", WEAK)],
            nip,
            Proof::Digit,
        ),
        row(
            "pl-identity-card",
            IDENTITY,
            &["dowód", "dowodu", "osobisty", "osobistego"],
            &[("AAA999999", WEAK), ("AAA 999999", WEAK)],
            |s| weighted_letters(s, &[7, 3, 1, 9, 7, 3, 1, 7, 3]),
            Proof::Digit,
        ),
        row(
            "pl-passport",
            PASSPORT,
            &["paszport", "paszportu"],
            &[("AA9999999", WEAK), ("AA 9999999", WEAK)],
            |s| weighted_letters(s, &[7, 3, 9, 1, 7, 3, 1, 7, 3]),
            Proof::Digit,
        ),
    ],
};

pub(super) const SK: Country = Country {
    languages: SLOVAK,
    rows: &[
        birth_number("sk-rodne-cislo"),
        row(
            "sk-tax-number",
            TAX,
            &["dič"],
            &[("9999999999", WEAK), ("AA9999999999", WEAK)],
            sk_tax,
            Proof::Digit,
        ),
        row(
            "sk-identity-card",
            IDENTITY,
            &["občiansky", "občianskeho", "op"],
            &[("AA999999", WEAK), ("AA 999999", WEAK), ("AA999AA", WEAK)],
            anything,
            Proof::Form,
        ),
        row(
            "sk-passport",
            PASSPORT,
            &["pasu", "cestovný", "cestovného"],
            &[("AA9999999", WEAK)],
            anything,
            Proof::Form,
        ),
        row(
            "sk-driving-licence",
            LICENCE,
            &["vodičský", "vodičského", "vodičák"],
            &[("A9999999", WEAK), ("AA999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

pub(super) const CZ: Country = Country {
    languages: 0,
    rows: &[
        birth_number("cz-rodne-cislo"),
        row(
            "cz-tax-number",
            TAX,
            &["dič"],
            &[("AA9999999999", WEAK), ("AA999999999", WEAK)],
            |s| s.strip_prefix(b"CZ").is_some_and(rodne_cislo),
            Proof::Digit,
        ),
        row(
            "cz-document",
            IDENTITY.and(PASSPORT),
            &["občanského", "občanský", "pasu"],
            &[("999999999", WEAK), ("99999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

pub(super) const HU: Country = Country {
    languages: 0,
    rows: &[
        row(
            "hu-taj",
            SOCIAL.and(INSURANCE),
            &["taj"],
            &[("999 999 999", WEAK), ("999-999-999", WEAK), ("999999999", WEAK)],
            taj,
            Proof::Digit,
        ),
        row(
            "hu-tax-id",
            TAX,
            &["adóazonosító", "adószám"],
            &[("9999999999", WEAK)],
            hu_tax,
            Proof::Digit,
        ),
        row(
            "hu-personal-id",
            IDENTITY,
            &["személyi", "azonosító"],
            &[("9-999999-9999", LIKELY), ("9 999999 9999", POSSIBLE), ("99999999999", WEAK)],
            hu_personal,
            Proof::Digit,
        ),
        row(
            "hu-identity-card",
            IDENTITY,
            &["személyi", "igazolvány"],
            &[("999999AA", WEAK), ("AA999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

/// The same number in both countries that were one.
const fn birth_number(form: &'static str) -> Row {
    row(
        form,
        IDENTITY.and(SOCIAL).and(INSURANCE),
        &["rodné", "rodného", "rodným", "rč"],
        &[("999999/9999", LIKELY), ("999999/999", WEAK), ("9999999999", WEAK), ("999999999", WEAK)],
        rodne_cislo,
        Proof::Digit,
    )
}

/// Year, month with its century, day, order, check digit by weights 1 3 7 9.
pub(super) fn pesel(s: &[u8]) -> bool {
    let Some(d) = digits::<11>(s) else { return false };
    let month = two(d[2], d[3]);
    let century = match month / 20 {
        0 => 1900,
        1 => 2000,
        2 => 2100,
        3 => 2200,
        _ => 1800,
    };
    is_date(century + two(d[0], d[1]), month % 20, two(d[4], d[5]))
        && weighted(&d, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], 10) == 0
}

pub(super) fn nip(s: &[u8]) -> bool {
    digits::<10>(s)
        .is_some_and(|d| weighted(&d, &[6, 5, 7, 2, 3, 4, 5, 6, 7], 11) == u32::from(d[9]))
}

/// Documents: letters count 10 to 35, the check digit takes part with a weight that makes the sum a multiple of ten.
fn weighted_letters(s: &[u8], weights: &[u8; 9]) -> bool {
    let products =
        s.iter().zip(weights).map(|(b, w)| u32::from(value(*b).unwrap_or(0)) * u32::from(*w));
    products.sum::<u32>().is_multiple_of(10)
}

/// Year, month (women have 50 more, full series another 20), day, order. Ten digits since 1954: the last is the remainder
/// modulo eleven of the others, 0 standing for ten (as a rule until 1985 only).
pub(super) fn rodne_cislo(s: &[u8]) -> bool {
    let (front, nine) = match s {
        [front @ .., _] if s.len() == 10 => (front, false),
        _ => (s, true),
    };
    let Some(d) = digits::<9>(front) else { return false };
    let year = two(d[0], d[1]);
    let year = if nine || year >= 54 { 1900 + year } else { 2000 + year };
    if !is_date(year, plain_month(two(d[2], d[3]), year), two(d[4], d[5])) || nine && year > 1953 {
        return false;
    }
    let check = s.get(9).map(|c| u64::from(c.wrapping_sub(b'0')));
    check.is_none_or(|c| c == number(&d) % 11 % 10)
}

/// The month without what is added for women and, since 2004, for full series.
fn plain_month(month: u32, year: u32) -> u32 {
    let month = if month > 50 { month - 50 } else { month };
    if month > 20 && year >= 2004 { month - 20 } else { month }
}

/// A multiple of eleven, or with sole traders the rodné číslo; with or without the country before.
pub(super) fn sk_tax(s: &[u8]) -> bool {
    let number = s.strip_prefix(b"SK").unwrap_or(s);
    digits::<10>(number).is_some_and(|d| {
        let own = d[0] != 0 && matches!(d[2], 2..=4 | 7..=9) && self::number(&d).is_multiple_of(11);
        own || rodne_cislo(number)
    })
}

/// Weights 3 and 7 in turn, modulo ten.
pub(super) fn taj(s: &[u8]) -> bool {
    let weights = [3, 7, 3, 7, 3, 7, 3, 7];
    digits::<9>(s).is_some_and(|d| number(&d) != 0 && weighted(&d, &weights, 10) == u32::from(d[8]))
}

/// Begins with 8 and the days since 1867; weights 1 to 9, modulo eleven.
pub(super) fn hu_tax(s: &[u8]) -> bool {
    let weights = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    digits::<10>(s).is_some_and(|d| d[0] == 8 && weighted(&d, &weights, 11) == u32::from(d[9]))
}

/// Sex and century, date of birth, order; the weights rise, for those born since 1997 they fall.
pub(super) fn hu_personal(s: &[u8]) -> bool {
    let Some(d) = digits::<11>(s) else { return false };
    let birth = is_short_date(two(d[1], d[2]), two(d[3], d[4]), two(d[5], d[6]));
    let rising = weighted(&d, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 11);
    let falling = weighted(&d, &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11);
    let young = matches!(d[0], 3 | 4) || two(d[1], d[2]) >= 97;
    (1..=8).contains(&d[0]) && birth && u32::from(d[10]) == if young { falling } else { rising }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // gov.pl; Ministerstvo vnútra; Nemzeti Adó- és Vámhivatal.
        assert!(pesel(b"44051401359") && pesel(b"02070803628") && !pesel(b"44051401358"));
        assert!(!pesel(b"44991401359") && pesel(b"02271409867"));
        assert!(nip(b"8567346215") && !nip(b"8567346216"));
        assert!(weighted_letters(b"ABA300000", &[7, 3, 1, 9, 7, 3, 1, 7, 3]));
        assert!(!weighted_letters(b"ABA400000", &[7, 3, 1, 9, 7, 3, 1, 7, 3]));
        assert!(rodne_cislo(b"7103192745") && !rodne_cislo(b"991231123"));
        assert!(rodne_cislo(b"530101123"));
        assert!(!rodne_cislo(b"7103192746") && !rodne_cislo(b"1103492745"));
        assert!(sk_tax(b"SK2022749619") && !sk_tax(b"2022749618"));
        assert!(hu_tax(b"8071592153") && !hu_tax(b"8071592154"));
        assert!(hu_personal(b"17904031237") && hu_personal(b"39904031239"));
        assert!(!hu_personal(b"39904031237") && !hu_personal(b"17913031237"));
        assert!(taj(b"123456788") && !taj(b"111111111"));
    }
}
