//! Other numbers of the same shape, and national numbers that are never issued.

use abide_detect::check_digit::luhn;

use crate::text::dice::Dice;
use crate::text::shape::only_digits;

/// The digits of an IMEI, with its check digit (3GPP TS 23.003 annex B).
const IMEI: usize = 15;

/// The same shape with other letters and digits. A number of fifteen digits whose check digit holds gets one that holds.
pub(super) fn like(own: &str, dice: &mut Dice<'_>) -> Option<String> {
    let new: String = own.chars().map(|c| dice.like(c)).collect();
    let checked = own.len() == IMEI && own.bytes().all(|b| b.is_ascii_digit()) && holds(own);
    let new = if checked { with_luhn(new.get(..IMEI - 1)?)? } else { new };
    own.contains(|c: char| c.is_alphanumeric()).then_some(new)
}

fn holds(digits: &str) -> bool {
    luhn(&values(digits))
}

/// What each digit is worth.
pub(super) fn values(digits: &str) -> Vec<u8> {
    digits.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect()
}

/// The digits with their check digit (ISO/IEC 7812-1 annex B).
pub(super) fn with_luhn(digits: &str) -> Option<String> {
    (0..10).map(|check| format!("{digits}{check}")).find(|all| holds(all))
}

/// National numbers from ranges that are never issued: US social security numbers kept for advertising (987-65-4320 to
/// 4329), British national insurance numbers with the prefix QQ, German tax numbers that begin with 0 (set aside for
/// tests). Other forms have no such range that we know of.
pub(super) fn national(own: &str, form: &str, dice: &mut Dice<'_>) -> Option<String> {
    match form {
        "us-ssn" => Some(format!("98765432{}", dice.digit())),
        "gb-national-insurance" | "uk-nino" => {
            Some(format!("QQ{}{}", dice.digits(6), dice.pick(&["A", "B", "C", "D"])?))
        }
        "de-tax-id" if only_digits(own).len() == 11 => Some(tax_number(dice)),
        _ => None,
    }
}

/// Eleven digits with their check digit (ISO 7064 MOD 11,10). Of the first ten, one stands twice and one is missing, as the
/// rule for these numbers has it.
fn tax_number(dice: &mut Dice<'_>) -> String {
    let mut rest: Vec<u8> = (1..10).collect();
    let mut digits = vec![0];
    while digits.len() < 9 {
        let at = dice.below(rest.len());
        digits.push(rest.swap_remove(at));
    }
    let (from, to) = (1 + dice.below(8), 1 + dice.below(9));
    let twice = digits.get(from).copied().unwrap_or_default();
    digits.insert(to, twice);
    let check = digits.iter().fold(10, |product: u32, digit| {
        let sum = (product + u32::from(*digit)) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    digits.push(((11 - check) % 10) as u8);
    digits.iter().map(|d| char::from(b'0' + d)).collect()
}

#[cfg(test)]
mod tests {
    use abide_detect::check_digit::hybrid;

    use super::*;

    #[test]
    fn check_digits_hold() {
        let mut state = 7u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state
        };
        let mut dice = Dice(&mut random);
        for _ in 0..200 {
            let number = tax_number(&mut dice);
            assert!(number.len() == 11 && number.starts_with('0'), "{number}");
            assert!(hybrid(&values(&number), 10), "{number}");
            let mut counts = [0; 10];
            values(&number[..10]).iter().for_each(|d| counts[usize::from(*d)] += 1);
            assert_eq!(counts.iter().filter(|c| **c == 2).count(), 1, "{number}");
            let imei = like("490154203237518", &mut dice).unwrap();
            assert!(holds(&imei), "{imei}");
        }
        assert_eq!(with_luhn("7992739871").as_deref(), Some("79927398713"));
        assert_eq!(national("123", "sk-birth-number", &mut dice), None);
    }
}
