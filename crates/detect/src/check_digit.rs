//! Check digits: the arithmetic that tells a number that was issued from one that only looks so.
//!
//! **Owns**: the systems of ISO 7064, of ISO/IEC 7812 (Luhn), of Damm and Verhoeff, and weighted sums. **Leaves to others**:
//! which number uses which (each detector says so). Digits are numbers 0 to 9, as [`crate::number::Run`] holds them;
//! characters of alphanumeric systems have the values 0 to 35 that [`value`] gives. Nothing allocates, and a sequence
//! of any length is safe.

/// The value of a digit or an ASCII letter in alphanumeric systems: `0`–`9` are 0 to 9, `A`–`Z` and `a`–`z` are 10 to 35.
#[must_use]
pub const fn value(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'Z' => Some(byte - b'A' + 10),
        b'a'..=b'z' => Some(byte - b'a' + 10),
        _ => None,
    }
}

/// Whether the last digit is right by Luhn's formula (ISO/IEC 7812-1, annex B): payment cards, IMEI, Canadian SIN.
///
/// ```
/// assert!(abide_detect::check_digit::luhn(&[7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3]));
/// ```
#[must_use]
pub fn luhn(digits: &[u8]) -> bool {
    let mut sum = 0u32;
    let mut double = false;
    for digit in digits.iter().rev() {
        let digit = u32::from(*digit) << u32::from(double);
        sum += if digit > 9 { digit - 9 } else { digit };
        double = !double;
    }
    sum.is_multiple_of(10)
}

/// The remainder of a decimal number of any length.
///
/// Of a `modulus` of 0 it is 0.
#[must_use]
pub fn remainder(digits: impl IntoIterator<Item = u8>, modulus: u32) -> u32 {
    let step = |n: u64, d: u8| (n * 10 + u64::from(d)).checked_rem(u64::from(modulus)).unwrap_or(0);
    digits.into_iter().fold(0, step) as u32
}

/// The remainder modulo 97 of a sequence of values 0 to 35, each letter counting as its two digits (ISO 7064 MOD 97-10 as
/// ISO 13616 and ISO 17442 use it). It is 1 when both check digits stand last and are right.
#[must_use]
pub fn mod97(values: impl IntoIterator<Item = u8>) -> u32 {
    values.into_iter().fold(0, |n, v| {
        let n = if v > 9 { n * 100 } else { n * 10 };
        (n + u32::from(v)) % 97
    })
}

/// The sum of digits times weights, modulo a number; the shorter of the two sequences ends it. Of a `modulus` of 0 it is 0.
#[must_use]
pub fn weighted(digits: &[u8], weights: &[u8], modulus: u32) -> u32 {
    let products = digits.iter().zip(weights).map(|(d, w)| u32::from(*d) * u32::from(*w));
    products.sum::<u32>().checked_rem(modulus).unwrap_or(0)
}

/// Whether the last digit is right by a weighted sum modulo 11, the weights counting 2, 3, 4 … from the right, beginning again
/// after `highest`. A last value of 10 stands for the sign `X` (ISBN-10 with `highest` 10).
#[must_use]
pub fn mod11(values: &[u8], highest: u8) -> bool {
    let Some((check, rest)) = values.split_last() else { return false };
    let weights = (2..=highest.max(2)).cycle();
    let sum: u32 = rest.iter().rev().zip(weights).map(|(d, w)| u32::from(*d) * u32::from(w)).sum();
    (sum + u32::from(*check)).is_multiple_of(11)
}

/// Whether the last value is right in a pure system of ISO 7064 (§6): MOD 11-2 is `pure(values, 11, 2)` (ISNI, ORCID; 10 stands
/// for `X`), MOD 37-2 is `pure(values, 37, 2)` (ISBT 128; 36 stands for `*`).
#[must_use]
pub fn pure(values: &[u8], modulus: u32, radix: u32) -> bool {
    let Some((check, rest)) = values.split_last() else { return false };
    let rem = |n: u32| n.checked_rem(modulus).unwrap_or(0);
    let product = rest.iter().fold(0, |p, v| rem((p + rem(u32::from(*v))) * rem(radix)));
    modulus > 1 && rem(product + u32::from(*check)) == 1
}

/// Whether the last value is right in a hybrid system of ISO 7064 (§8): `hybrid(digits, 10)` is MOD 11,10 (German tax number,
/// Croatian OIB), `hybrid(values, 36)` is MOD 37,36 (global release identifier).
#[must_use]
pub fn hybrid(values: &[u8], modulus: u32) -> bool {
    let Some((check, rest)) = values.split_last() else { return false };
    if modulus < 2 {
        return false;
    }
    let product = rest.iter().fold(modulus, |p, v| {
        let sum = (p + u32::from(*v)) % modulus;
        let sum = if sum == 0 { modulus } else { sum };
        sum * 2 % (modulus + 1)
    });
    (product + u32::from(*check)) % modulus == 1
}

/// Whether the last digit is right by Damm's quasigroup of order 10 (H. M. Damm, *Total anti-symmetrische Quasigruppen*, 2004).
#[must_use]
pub fn damm(digits: &[u8]) -> bool {
    const GROUP: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    let step = |row: u8, digit: &u8| GROUP.get(usize::from(row))?.get(usize::from(*digit)).copied();
    digits.iter().try_fold(0, step) == Some(0) && !digits.is_empty()
}

/// Whether the last digit is right by Verhoeff's scheme over the dihedral group of order 10 (J. Verhoeff, *Error Detecting
/// Decimal Codes*, 1969): Aadhaar.
#[must_use]
pub fn verhoeff(digits: &[u8]) -> bool {
    const PERMUTATIONS: [[u8; 10]; 8] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
        [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
        [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
        [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
        [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
        [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
        [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
    ];
    let step = |product: u8, (permutation, digit): (&[u8; 10], &u8)| {
        permutation.get(usize::from(*digit)).map(|d| dihedral(product, *d))
    };
    let mut pairs = PERMUTATIONS.iter().cycle().zip(digits.iter().rev());
    pairs.try_fold(0, step) == Some(0) && !digits.is_empty()
}

/// The product of two elements of the symmetries of a pentagon: 0 to 4 are rotations, 5 to 9 reflections.
const fn dihedral(a: u8, b: u8) -> u8 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b) % 5,
        (false, true) => 5 + (a - b) % 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(text: &str) -> Vec<u8> {
        text.bytes().filter_map(value).collect()
    }

    /// All values of the check that make the sequence right.
    fn completions(rest: &[u8], most: u8, right: impl Fn(&[u8]) -> bool) -> Vec<u8> {
        (0..most).filter(|check| right(&[rest, &[*check]].concat())).collect()
    }

    #[test]
    fn luhn_as_published() {
        for right in ["79927398713", "4111111111111111", "378282246310005", "490154203237518"] {
            assert!(luhn(&values(right)), "{right}");
        }
        assert_eq!(completions(&values("7992739871"), 10, luhn), [3]);
    }

    #[test]
    fn mod_97_as_published() {
        // The example of ISO 7064 (794 has 44), those of the SWIFT registry, moved as ISO 13616 says, an LEI.
        for right in [
            "79444",
            "WEST12345698765432GB82",
            "370400440532013000DE89",
            "210501700012345678DE68",
            "213800WSGIIZCXF1P572",
        ] {
            assert_eq!(mod97(values(right)), 1, "{right}");
        }
        assert_ne!(mod97(values("WEST12345698765423GB82")), 1);
        assert_eq!(remainder(values("79444"), 97), 1);
        assert_eq!(remainder(values("12345678901234567890"), 0), 0);
    }

    #[test]
    fn weighted_sums_as_published() {
        // ABA routing numbers have weights 3 7 1; the Polish PESEL 1 3 7 9; EAN-13 1 3.
        assert_eq!(weighted(&values("111000025"), &[3, 7, 1, 3, 7, 1, 3, 7, 1], 10), 0);
        assert_eq!(weighted(&values("44051401359"), &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], 10), 0);
        assert_eq!(weighted(&values("4006381333931"), &[1, 3].repeat(7), 10), 0);
        assert_eq!(weighted(&[1], &[1], 0), 0);
    }

    #[test]
    fn mod_11_as_published() {
        // ISBN-10, NHS number, ISBN with X.
        assert!(mod11(&values("0306406152"), 10));
        assert!(mod11(&values("9434765919"), 10));
        assert!(mod11(&[0, 8, 0, 4, 4, 2, 9, 5, 7, 10], 10));
        assert!(!mod11(&values("0306406153"), 10));
        assert!(!mod11(&[], 10));
    }

    #[test]
    fn iso_7064_as_published() {
        assert!(hybrid(&values("07945"), 10));
        assert!(hybrid(&values("86095742719"), 10));
        assert!(hybrid(&values("A12425GABC1234002M"), 36));
        assert!(!hybrid(&values("A12425GABC1234002N"), 36));
        assert!(pure(&values("07940"), 11, 2));
        assert!(pure(&values("0000000218250097"), 11, 2));
        assert!(pure(&[0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 5, 0, 0, 9, 0, 10], 11, 2));
        assert!(pure(&values("G123498654321H"), 37, 2));
    }

    #[test]
    fn damm_and_verhoeff_as_published() {
        assert_eq!(completions(&[5, 7, 2], 10, damm), [4]);
        assert_eq!(completions(&[2, 3, 6], 10, verhoeff), [3]);
        assert_eq!(completions(&[1, 2, 3, 4, 5], 10, verhoeff), [1]);
        assert!(!damm(&[]) && !verhoeff(&[]));
        assert!(!damm(&[10]) && !verhoeff(&[99]));
    }

    proptest! {
        #[test]
        fn each_system_has_one_check_digit_for_a_number(rest in prop::collection::vec(0u8..10, 1..30)) {
            for right in [luhn, damm, verhoeff, |d: &[u8]| hybrid(d, 10)] {
                prop_assert_eq!(completions(&rest, 10, right).len(), 1);
            }
            prop_assert_eq!(completions(&rest, 11, |d| pure(d, 11, 2)).len(), 1);
            prop_assert_eq!(completions(&rest, 11, |d| mod11(d, 7)).len(), 1);
        }

        #[test]
        fn damm_and_verhoeff_catch_one_wrong_digit_and_every_swap(
            rest in prop::collection::vec(0u8..10, 2..20), at in 0usize..20, other in 0u8..10,
        ) {
            for right in [damm, verhoeff] {
                let check = completions(&rest, 10, right);
                let whole = [&rest[..], &check[..]].concat();
                let at = at % (whole.len() - 1);
                let mut wrong = whole.clone();
                wrong[at] = other;
                prop_assert_eq!(right(&wrong), wrong == whole);
                wrong.clone_from(&whole);
                wrong.swap(at, at + 1);
                prop_assert_eq!(right(&wrong), wrong == whole);
            }
        }

        #[test]
        fn nothing_overflows(values in prop::collection::vec(any::<u8>(), 0..200), modulus: u32) {
            let _ = (luhn(&values), mod97(values.iter().copied()), remainder(values.iter().copied(), modulus));
            let _ = (pure(&values, 37, 2), hybrid(&values, 36), mod11(&values, 255), damm(&values), verhoeff(&values));
        }
    }
}
