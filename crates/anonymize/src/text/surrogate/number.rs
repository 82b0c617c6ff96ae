//! Other numbers of the same shape, and national numbers that are never issued.

use abide_detect::check_digit::{luhn, weighted};

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
/// 4329), British national insurance numbers with the prefix QQ and health service numbers that begin with 999, German tax
/// numbers that begin with 0, Norwegian birth numbers whose month is 80 more, Finnish personal codes from 900 on (each set
/// aside for tests). Other forms have no such range that we know of.
pub(super) fn national(own: &str, form: &str, dice: &mut Dice<'_>) -> Option<String> {
    match form {
        "us-ssn" => Some(format!("98765432{}", dice.digit())),
        "gb-national-insurance" | "uk-nino" => {
            Some(format!("QQ{}{}", dice.digits(6), dice.pick(&["A", "B", "C", "D"])?))
        }
        "gb-nhs" => health_service(dice),
        "no-fodselsnummer" => norwegian(dice),
        "fi-hetu" => finnish(own, dice),
        "de-tax-id" if only_digits(own).len() == 11 => Some(tax_number(dice)),
        _ => None,
    }
}

/// How often a number is drawn again that has no check digit.
const TRIES: usize = 100;

/// The digit that makes the weighted sum a multiple of eleven, if there is one.
fn eleventh(digits: &str, weights: &[u8]) -> Option<char> {
    char::from_digit((11 - weighted(&values(digits), weights, 11)) % 11, 10)
}

/// 999, six digits and the check digit (NHS Data Dictionary, "NHS number").
fn health_service(dice: &mut Dice<'_>) -> Option<String> {
    (0..TRIES).find_map(|_| {
        let digits = format!("999{}", dice.digits(6));
        let check = eleventh(&digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2])?;
        Some(format!("{digits}{check}"))
    })
}

/// Day, month and 80, year, three digits and two check digits, as the tax office makes them for tests.
fn norwegian(dice: &mut Dice<'_>) -> Option<String> {
    (0..TRIES).find_map(|_| {
        let (day, month) = (1 + dice.below(28), 81 + dice.below(12));
        let digits = format!("{day:02}{month}{}{}", dice.digits(2), dice.digits(3));
        let first = eleventh(&digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2])?;
        let digits = format!("{digits}{first}");
        let second = eleventh(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2])?;
        Some(format!("{digits}{second}"))
    })
}

/// Day, month, year, the sign of the century if it is a letter, a number from 900 on, and the check sign (decree 128/2010).
fn finnish(own: &str, dice: &mut Dice<'_>) -> Option<String> {
    const SIGNS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let letters: Vec<char> = own.chars().filter(|c| c.is_alphanumeric()).collect();
    let century = letters.get(6).filter(|_| letters.len() == 11);
    let (day, month) = (1 + dice.below(28), 1 + dice.below(12));
    let date = format!("{day:02}{month:02}{}", dice.digits(2));
    let number = format!("9{}", dice.digits(2));
    let check = format!("{date}{number}").parse::<usize>().ok()? % SIGNS.len();
    let century = century.map(char::to_string).unwrap_or_default();
    Some(format!("{date}{century}{number}{}", char::from(*SIGNS.get(check)?)))
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
        // Each is a number of its kind as the detector knows them, but for the Norwegian month.
        for (own, form, before) in [
            ("9434765919", "gb-nhs", "NHS number "),
            ("131052-308T", "fi-hetu", "henkilötunnus "),
            ("131052A308T", "fi-hetu", "henkilötunnus "),
        ] {
            for _ in 0..50 {
                let new = national(own, form, &mut dice).unwrap();
                let new = crate::text::shape::characters(own, &new);
                let text = format!("{before}{new}.");
                let found = abide_detect::Finder::default().find(&text);
                assert!(found.iter().any(|f| f.form == form), "{text} {found:?}");
            }
        }
        let number = norwegian(&mut dice).unwrap();
        assert!(number.len() == 11 && (81..93).contains(&number[2..4].parse::<u8>().unwrap()));
        assert_eq!(national("123", "sk-birth-number", &mut dice), None);
    }
}
