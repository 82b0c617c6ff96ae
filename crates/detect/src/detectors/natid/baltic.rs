//! Estonia: isikukood (EVS 585); Lithuania: asmens kodas, of the same make; Latvia: personas kods.

use super::check::{digits, is_date, is_dmy, two};
use super::row::{Country, Proof, anything, row};
use super::{IDENTITY, PASSPORT, SOCIAL, TAX};
use crate::check_digit::weighted;
use crate::finding::{POSSIBLE, WEAK};

pub(super) const EE: Country = Country {
    languages: 0,
    rows: &[row(
        "ee-isikukood",
        IDENTITY.and(SOCIAL).and(TAX),
        &["isikukood", "isikukoodi"],
        &[("99999999999", WEAK)],
        isikukood,
        Proof::Digit,
    )],
};

pub(super) const LT: Country = Country {
    languages: 0,
    rows: &[row(
        "lt-asmens-kodas",
        IDENTITY.and(SOCIAL).and(TAX),
        &["asmens", "kodas"],
        &[("99999999999", WEAK)],
        isikukood,
        Proof::Digit,
    )],
};

pub(super) const LV: Country = Country {
    languages: 0,
    rows: &[
        row(
            "lv-personas-kods",
            IDENTITY.and(SOCIAL).and(TAX),
            &["personas", "kods"],
            &[("999999-99999", POSSIBLE), ("99999999999", WEAK)],
            personas_kods,
            Proof::Digit,
        ),
        // Since July 2017: no date, no published check digit.
        row(
            "lv-personas-kods",
            IDENTITY.and(SOCIAL).and(TAX),
            &["personas", "kods"],
            &[("999999-99999", WEAK), ("99999999999", WEAK)],
            |s| matches!(s, [b'3', b'2'..=b'9', ..]),
            Proof::Rule,
        ),
        row(
            "lv-passport",
            PASSPORT,
            &["pase", "pases"],
            &[("AA9999999", WEAK)],
            anything,
            Proof::Form,
        ),
    ],
};

/// Sex and century, date of birth, order, check digit in two rounds of weights modulo 11.
pub(super) fn isikukood(s: &[u8]) -> bool {
    let Some(d) = digits::<11>(s) else { return false };
    let century = match d[0] {
        1 | 2 => 1800,
        3 | 4 => 1900,
        5 | 6 => 2000,
        7 | 8 => 2100,
        _ => return false,
    };
    let first = weighted(&d, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1], 11);
    let second = weighted(&d, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3], 11);
    let check = if first < 10 { first } else { second % 10 };
    is_date(century + two(d[1], d[2]), two(d[3], d[4]), two(d[5], d[6]))
        && check == u32::from(d[10])
}

/// Day, month, year, century, order, check digit.
pub(super) fn personas_kods(s: &[u8]) -> bool {
    let Some(d) = digits::<11>(s) else { return false };
    let sum = weighted(&d, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9], 11);
    is_dmy([d[0], d[1], d[2], d[3], d[4], d[5]])
        && d[6] <= 2
        && (1 + sum) % 11 % 10 == u32::from(d[10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        assert!(
            isikukood(b"36805280109") && !isikukood(b"36805280108") && isikukood(b"33309240064")
        );
        assert!(personas_kods(b"16117519997") && !personas_kods(b"16117519998"));
    }
}
