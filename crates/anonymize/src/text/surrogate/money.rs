//! Bank accounts and payment cards that do not exist.

use abide_detect::check_digit::mod97;

use super::number::with_luhn;
use crate::text::dice::Dice;

/// The first eight digits, which name the issuer (ISO/IEC 7812-1:2017), of card numbers that payment companies publish for
/// tests, by scheme and count of digits.
const TEST_CARDS: [(&str, usize, &str); 15] = [
    ("visa", 16, "41111111"),
    ("visa", 16, "42424242"),
    ("visa", 16, "40128888"),
    ("visa", 13, "42222222"),
    ("mastercard", 16, "55555555"),
    ("mastercard", 16, "51051051"),
    ("mastercard", 16, "22230031"),
    ("amex", 15, "37828224"),
    ("amex", 15, "37144963"),
    ("discover", 16, "60111111"),
    ("diners", 14, "30569309"),
    ("diners", 14, "38520000"),
    ("jcb", 16, "35301113"),
    ("unionpay", 16, "62000000"),
    ("maestro", 16, "67596498"),
];

/// A card number of the same scheme and length for tests, with its check digit. A scheme that is not known is Visa's.
pub(super) fn card(own: &str, form: &str, dice: &mut Dice<'_>) -> Option<String> {
    let count = own.chars().filter(char::is_ascii_digit).count();
    let fitting = |scheme: &str| -> Vec<&'static str> {
        TEST_CARDS
            .iter()
            .filter(|(s, n, _)| *s == scheme && *n == count)
            .map(|(_, _, i)| *i)
            .collect()
    };
    let scheme = TEST_CARDS.iter().any(|(s, ..)| *s == form);
    let issuer = dice.pick(&fitting(if scheme { form } else { "visa" }))?;
    with_luhn(&format!("{issuer}{}", dice.digits(count.checked_sub(issuer.len() + 1)?)))
}

/// An IBAN (ISO 13616) with its check digits, of a bank that does not exist or with national check digits that cannot be:
///
/// - Germany: bank codes begin with 1 to 8 (the clearing areas); this one with 9.
/// - United Kingdom, Ireland, the Netherlands: the bank is four letters of its BIC; these are `XXXX`.
/// - France and Monaco: the key is 01 to 97; this one is 99. Belgium: the same with its check digits.
/// - Portugal: the check digits are 02 to 98; these are 99.
///
/// For other countries we know of no account that cannot be.
pub(super) fn iban(own: &str, dice: &mut Dice<'_>) -> Option<String> {
    let own = own.to_uppercase();
    let country = own.get(..2)?;
    let account = own.get(4..)?;
    let bban = match country {
        "DE" => format!("9{}", other(account.get(1..)?, dice)),
        "GB" | "IE" | "NL" => format!("XXXX{}", other(account.get(4..)?, dice)),
        "FR" | "MC" | "BE" | "PT" => {
            format!("{}99", other(account.get(..account.len().checked_sub(2)?)?, dice))
        }
        _ => return None,
    };
    Some(format!("{country}{:02}{bban}", 98 - remainder(&format!("{bban}{country}00"))))
}

fn other(part: &str, dice: &mut Dice<'_>) -> String {
    part.chars().map(|c| dice.like(c)).collect()
}

/// By 97, letters counted from 10 (ISO 7064).
fn remainder(text: &str) -> u32 {
    let value = |b: u8| {
        if b.is_ascii_digit() { b - b'0' } else { b.to_ascii_uppercase().wrapping_sub(b'A' - 10) }
    };
    mod97(text.bytes().map(value))
}

#[cfg(test)]
mod tests {
    use abide_detect::check_digit::luhn;
    use abide_detect::{Finder, Kind};

    use super::super::number::values;
    use super::*;

    #[test]
    fn accounts_and_cards_are_found_again() {
        let mut state = 3u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state
        };
        let mut dice = Dice(&mut random);
        let finder = Finder::default();
        for own in [
            "DE89370400440532013000",
            "GB29NWBK60161331926819",
            "IE29AIBK93115212345678",
            "NL91ABNA0417164300",
            "FR1420041010050500013M02606",
            "BE68539007547034",
            "PT50000201231234567890154",
        ] {
            let new = iban(own, &mut dice).unwrap();
            assert!(new != own && new.len() == own.len() && new[..2] == own[..2], "{new}");
            let moved = format!("{}{}", &new[4..], &new[..4]);
            assert_eq!(remainder(&moved), 1, "{new}");
            let text = format!("my IBAN is {new}.");
            assert_eq!(finder.find(&text).first().map(|f| f.kind), Some(Kind::Iban), "{text}");
        }
        assert_eq!(iban("SK3112000000198742637541", &mut dice), None);
        for (scheme, count, _) in TEST_CARDS {
            let own = "0".repeat(count);
            let new = card(&own, scheme, &mut dice).unwrap();
            assert!(new.len() == count && luhn(&values(&new)), "{new}");
            let text = format!("my credit card number is {new}.");
            let found = finder.find(&text);
            assert_eq!(
                found.first().map(|f| (f.kind, f.form)),
                Some((Kind::Card, scheme)),
                "{text}"
            );
        }
    }
}
