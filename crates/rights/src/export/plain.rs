//! What stands by itself in what the person gets as it is.
//!
//! Owns: which addresses, numbers and accounts these are, and telling them from others'. Whoever reads a second telephone number in the
//! row that is the person, or the account in a mandate of theirs, has it already: it need not be taken out of a text. An account that several
//! have in the same way by the map is each one's. Leaves to others: which
//! cells are handed out as they are ([`super::sheet`]), by what the person is known ([`super::others`]): that alone tells who is who, since
//! the number in somebody's row may be that of a relative.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use abide_detect::check_digit::{luhn, mod97, value};
use abide_detect::{Finder, Kind};

use crate::compared::numbers::Numbers;
use crate::compared::small;
use crate::compared::spellings::spellings;

/// A longer value is no address and no number alone.
const LONGEST: usize = 254;
/// Letters and digits of an international account number (ISO 13616) and of a card (ISO/IEC 7812).
const IBAN: RangeInclusive<usize> = 15..=34;
const CARD: RangeInclusive<usize> = 12..=19;
/// A shorter part of an account may be that of any other.
const FEWEST: usize = 6;

#[derive(Default)]
pub(super) struct Plain {
    addresses: BTreeSet<String>,
    numbers: Vec<Numbers>,
    accounts: BTreeSet<String>,
}

impl Plain {
    /// Notes a value of the row that is the person. The name of its column tells what it is.
    pub(super) fn note(&mut self, finder: &Finder, column: &str, value: &str) {
        let value = value.trim();
        if value.len() > LONGEST {
            return;
        }
        let head = format!("{column}: ");
        let labelled = format!("{head}{value}");
        let whole = head.len()..labelled.len();
        let found = finder.find(&labelled).into_iter().filter(|found| found.place == whole);
        for kind in found.map(|found| found.kind) {
            match kind {
                Kind::Email | Kind::Sip | Kind::User => self.addresses.extend(spellings(value)),
                Kind::Phone if !self.has(kind, value) => {
                    self.numbers.extend(Numbers::new([value]));
                }
                Kind::Iban | Kind::Account | Kind::Card => {
                    self.accounts.insert(condensed(value));
                }
                _ => {}
            }
        }
    }

    /// Notes a value of another record, if it is an account by its check digits.
    pub(super) fn note_account(&mut self, value: &str) {
        if may_be_account(value) {
            let account = condensed(value);
            if is_account(&account) {
                self.accounts.insert(account);
            }
        }
    }

    /// Whether a value that was found stands there too.
    pub(super) fn has(&self, kind: Kind, value: &str) -> bool {
        match kind {
            Kind::Phone => self.numbers.iter().any(|numbers| numbers.are_in(value)),
            Kind::Email | Kind::Sip | Kind::User => self.addresses.contains(&small(value.trim())),
            // The number of an account at its bank, and the bank's, are parts of the international one.
            Kind::Iban | Kind::Account | Kind::Card => {
                let part = condensed(value);
                let has = |account: &String| account.contains(part.as_str());
                self.accounts.contains(&part)
                    || part.len() >= FEWEST && self.accounts.iter().any(has)
            }
            _ => false,
        }
    }
}

/// Letters and digits alone.
fn condensed(value: &str) -> String {
    small(value).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Whether a value may be an account by its look: nearly all others are told apart by that.
pub(super) fn may_be_account(value: &str) -> bool {
    let (mut letters, mut digits) = (0, 0);
    for byte in value.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'a'..=b'z' | b'A'..=b'Z' => letters += 1,
            b' ' | b'-' => {}
            _ => return false,
        }
    }
    IBAN.contains(&(letters + digits)) && letters > 1 || CARD.contains(&digits) && letters == 0
}

/// Whether its check digits are right.
fn is_account(account: &str) -> bool {
    let values: Vec<u8> = account.bytes().filter_map(value).collect();
    match values.split_at_checked(4) {
        Some(([a, b, c, d], rest)) if *a > 9 && *b > 9 && *c < 10 && *d < 10 => {
            mod97(rest.iter().chain(&[*a, *b, *c, *d]).copied()) == 1
        }
        _ => values.iter().all(|value| *value < 10) && luhn(&values),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_told_by_their_check_digits() {
        let mut plain = Plain::default();
        for value in [
            "DE89 3704 0044 0532 0130 00",
            "4111-1111-1111-1111",
            // None of these.
            "GB29 NWBK 6016 1331 9268 18",
            "5555 5555 5555 4445",
            "2026-01-01T10:00:00Z",
            "550e8400-e29b-41d4-a716-446655440000",
            "DE",
            "",
        ] {
            plain.note_account(value);
        }
        let accounts: Vec<&str> = plain.accounts.iter().map(String::as_str).collect();
        assert_eq!(accounts, ["4111111111111111", "de89370400440532013000"]);
        assert!(plain.has(Kind::Iban, "de89370400440532013000"));
        assert!(plain.has(Kind::Account, "0532013000") && plain.has(Kind::Account, "370 400 44"));
        assert!(!plain.has(Kind::Account, "0532013001") && !plain.has(Kind::Account, "000"));
    }

    #[test]
    fn what_stands_by_itself_in_the_persons_row_is_there() {
        let (mut plain, finder) = (Plain::default(), Finder::default());
        for (column, value) in [
            ("second", "Weber@example.com"),
            ("mobile", "0171 2345678"),
            ("iban", "GB29 NWBK 6016 1331 9268 19"),
            // More than that, or somebody's name.
            ("remark", "ask karl@example.org"),
            ("manager", "Karl Schneider"),
            ("note", ""),
        ] {
            plain.note(&finder, column, value);
        }
        assert!(plain.has(Kind::Email, "weber@example.com"));
        assert!(plain.has(Kind::Phone, "+49 171 2345678"));
        assert!(plain.has(Kind::Iban, "GB29NWBK60161331926819"));
        assert!(!plain.has(Kind::Email, "karl@example.org"));
        assert!(!plain.has(Kind::Person, "Karl Schneider"));
    }
}
