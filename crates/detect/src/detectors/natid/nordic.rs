//! Denmark: CPR; Sweden: personnummer (law 1991:481); Finland: henkilötunnus (decree 128/2010, new signs since 2023); Norway:
//! fødselsnummer (Skatteetaten); Iceland: kennitala.

use super::check::{digits, is_date, is_dmy, is_short_date, number, two};
use super::row::{Country, Proof, anything, row};
use super::{IDENTITY, PASSPORT, SOCIAL};
use crate::check_digit::{luhn, weighted};
use crate::finding::{LIKELY, POSSIBLE, STRONG, WEAK};

pub(super) const DK: Country = Country {
    languages: 0,
    rows: &[
        row(
            "dk-cpr",
            IDENTITY.and(SOCIAL),
            &["cpr", "cprnummer", "personnummer"],
            &[("999999-9999", POSSIBLE), ("999999 9999", WEAK), ("9999999999", WEAK)],
            |s| cpr(s) && cpr_digit(s),
            Proof::Digit,
        ),
        // Since 2007 numbers are issued that the check digit does not fit.
        row(
            "dk-cpr",
            IDENTITY.and(SOCIAL),
            &["cpr", "cprnummer", "personnummer"],
            &[("999999-9999", WEAK), ("999999 9999", WEAK), ("9999999999", WEAK)],
            cpr,
            Proof::Rule,
        ),
    ],
};

pub(super) const SE: Country = Country {
    languages: 0,
    rows: &[
        row(
            "se-personnummer",
            IDENTITY.and(SOCIAL),
            &["personnummer", "personnr", "samordningsnummer"],
            &[
                ("999999-9999", POSSIBLE),
                ("999999+9999", LIKELY),
                ("99999999-9999", LIKELY),
                ("99999999+9999", STRONG),
                ("9999999999", WEAK),
                ("999999999999", WEAK),
            ],
            personnummer,
            Proof::Digit,
        ),
        row("se-passport", PASSPORT, &["passnummer"], &[("99999999", WEAK)], anything, Proof::Form),
    ],
};

pub(super) const FI: Country = Country {
    languages: 0,
    rows: &[row(
        "fi-hetu",
        IDENTITY.and(SOCIAL),
        &["hetu", "henkilötunnus", "personbeteckning"],
        &[("999999-999*", STRONG), ("999999A999*", STRONG), ("999999+999*", STRONG)],
        hetu,
        Proof::Digit,
    )],
};

pub(super) const NO: Country = Country {
    languages: 0,
    rows: &[row(
        "no-fodselsnummer",
        IDENTITY.and(SOCIAL),
        &["fødselsnummer", "personnummer"],
        &[("999999 99999", POSSIBLE), ("99999999999", WEAK), ("999999-99999", POSSIBLE)],
        fodselsnummer,
        Proof::Digit,
    )],
};

pub(super) const IS: Country = Country {
    languages: 0,
    rows: &[row(
        "is-kennitala",
        IDENTITY.and(SOCIAL),
        &["kennitala"],
        &[("999999-9999", POSSIBLE), ("9999999999", WEAK)],
        kennitala,
        Proof::Digit,
    )],
};

/// Day, month, year, order; the seventh digit tells the century.
pub(super) fn cpr(s: &[u8]) -> bool {
    let Some(d) = digits::<10>(s) else { return false };
    let century = match (d[6], two(d[4], d[5])) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (4 | 9, _) | (5..=8, ..=57) => 2000,
        _ => 1800,
    };
    is_date(century + two(d[4], d[5]), two(d[2], d[3]), two(d[0], d[1]))
}

fn cpr_digit(s: &[u8]) -> bool {
    digits::<10>(s).is_some_and(|d| weighted(&d, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11) == 0)
}

/// Year, month, day (co-ordination numbers have 60 more), order, check digit by Luhn's formula over the last ten.
pub(super) fn personnummer(s: &[u8]) -> bool {
    let century =
        s.len() == 12 && (s.starts_with(b"18") || s.starts_with(b"19") || s.starts_with(b"20"));
    let short = match s.split_at_checked(2) {
        Some((_, rest)) if century => rest,
        _ => s,
    };
    let Some(d) = digits::<10>(short) else { return false };
    let day = two(d[4], d[5]);
    let day = if day > 60 { day - 60 } else { day };
    luhn(&d) && is_short_date(two(d[0], d[1]), two(d[2], d[3]), day)
}

/// Day, month, year, a letter for the century unless it is the sign between, order, check letter modulo 31.
pub(super) fn hetu(s: &[u8]) -> bool {
    let Some((birth, rest)) = s.split_at_checked(6) else { return false };
    let rest = match rest {
        [b'A'..=b'F' | b'U'..=b'Y', rest @ ..] if rest.len() == 4 => rest,
        rest => rest,
    };
    let Some((order, [check])) = rest.split_at_checked(3) else { return false };
    let (Some(birth), Some(order)) = (digits::<6>(birth), digits::<3>(order)) else { return false };
    let rest = (number(&birth) * 1000 + number(&order)) % 31;
    is_dmy(birth)
        && number(&order) >= 2
        && b"0123456789ABCDEFHJKLMNPRSTUVWXY".get(rest as usize) == Some(check)
}

/// Day (D numbers have 40 more), month (H numbers so), year, order, two check digits.
pub(super) fn fodselsnummer(s: &[u8]) -> bool {
    let Some(d) = digits::<11>(s) else { return false };
    let (day, month, year) = (two(d[0], d[1]), two(d[2], d[3]), two(d[4], d[5]));
    let day = if day > 40 { day - 40 } else { day };
    let month = if month > 40 { month - 40 } else { month };
    is_short_date(year, month, day)
        && weighted(&d, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1], 11) == 0
        && weighted(&d, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], 11) == 0
}

/// Day, month, year, order, check digit, century (8, 9, 0).
pub(super) fn kennitala(s: &[u8]) -> bool {
    let Some(d) = digits::<10>(s) else { return false };
    is_dmy([d[0], d[1], d[2], d[3], d[4], d[5]])
        && matches!(d[9], 0 | 8 | 9)
        && weighted(&d, &[3, 2, 7, 6, 5, 4, 3, 2, 1], 11) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_published() {
        // CPR-kontoret, Skatteverket, Digi- ja väestötietovirasto, Skatteetaten, Þjóðskrá.
        assert!(cpr(b"2110625629") && cpr_digit(b"2110625629") && !cpr(b"3211625629"));
        assert!(
            personnummer(b"8803200016")
                && personnummer(b"198803200016")
                && !personnummer(b"8803200018")
        );
        assert!(personnummer(b"7010632391"));
        assert!(hetu(b"131052308T") && hetu(b"131052A308T") && !hetu(b"131052308U"));
        assert!(fodselsnummer(b"15108695088") && !fodselsnummer(b"15108695077"));
        assert!(kennitala(b"1201743399") && !kennitala(b"1201743389"));
    }
}
