//! Numbers that an organisation gives to customers, contracts, orders, invoices, cases …: known by the word before them, and
//! postal tracking numbers, known by their own check digit (UPU S10; United Parcel Service).
//!
//! An order's number points to a person less directly than a customer's, and is often meant only for the reader: its score
//! is hardly above the threshold, so that a rule can let it fall.

use std::borrow::Cow;
use std::ops::Range;

use super::account::is_at_bank;
use super::{bic, label};
use crate::Kind;
use crate::check_digit::weighted;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class, Token};

const WORDS: SenseSet = Sense::ReferenceWord.set();

/// What reference words announce, by the lexicon's values from 1.
const FORMS: [&str; 14] = [
    "customer",
    "contract",
    "order",
    "invoice",
    "case",
    "policy",
    "tracking",
    "member",
    "account",
    "booking",
    "reference",
    "employee",
    "meter",
    "patient",
];
/// The value of words for an account that need not be at a bank.
pub(super) const ACCOUNT: u8 = 9;
/// Persons and things that are counted: a number directly after their word is not theirs ("customer 0171 …").
const NEED_NUMBER: [&str; 7] =
    ["customer", "contract", "member", "account", "employee", "patient", "meter"];

#[derive(Debug)]
pub(crate) struct Reference;

impl Detector for Reference {
    fn name(&self) -> &'static str {
        "reference"
    }
    fn wakes(&self) -> Wakes {
        Wakes { mixed: true, senses: WORDS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        match at.block.token(at.token).map(|t| (t.class, t.len())) {
            Some((Class::Word, _)) => after_word(at.block, at.token, found),
            Some((Class::Mixed, 13 | 18)) => tracking(at.block, at.token, found),
            _ => {}
        }
    }
}

fn after_word(block: &Block<'_>, word: usize, found: &mut Found) {
    let value = block.entry(word).value;
    let Some(form) = usize::from(value).checked_sub(1).and_then(|v| FORMS.get(v)).copied() else {
        return;
    };
    let Some(value) = label::after(block, word) else { return };
    if form == "account" && is_at_bank(block, word) {
        return;
    }
    let Some((last, place)) = extent(block, value.token) else { return };
    let written = block.slice(place.clone());
    if !value.numbered && NEED_NUMBER.contains(&form) && !(form == "contract" && is_code(written)) {
        return;
    }
    if label::runs_on(block, last) || !is_reference(written, value.numbered) {
        return;
    }
    let finding = Finding::new(Kind::Id, place, score(form, value.numbered)).form(form);
    let blanks = written.as_bytes().contains(&b' ');
    let normal = if blanks { Cow::Owned(written.replace(' ', "")) } else { Cow::Borrowed(written) };
    let context = block.token(word).map(Token::place).map(Evidence::Context);
    found.push(context.into_iter().fold(finding.normal(normal), Finding::because));
}

fn score(form: &str, numbered: bool) -> u8 {
    match (form, numbered) {
        ("order", true) => POSSIBLE + 5,
        ("order", false) => POSSIBLE,
        ("reference" | "invoice" | "tracking" | "booking", true) => POSSIBLE + 15,
        (_, true) => LIKELY,
        (_, false) => POSSIBLE + 5,
    }
}

/// A code, or digits in groups.
fn extent(block: &Block<'_>, first: usize) -> Option<(usize, Range<usize>)> {
    let code = label::code(block, first)?;
    match label::digits(block, first) {
        Some(digits) if code.0 == first => Some(digits),
        _ => Some(code),
    }
}

/// "Vertrag 77-1234-99": groups of digits, which are neither counted nor an amount.
fn is_code(written: &str) -> bool {
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    digits >= 6 && written.contains(['-', '/'])
}

/// Whether a value can be a reference: enough digits, and neither a year nor a date.
fn is_reference(written: &str, numbered: bool) -> bool {
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let length = written.bytes().filter(u8::is_ascii_alphanumeric).count();
    if length > 32 || is_date(written) {
        return false;
    }
    let small = written.bytes().any(|b| b.is_ascii_lowercase());
    if numbered {
        digits >= if small { 3 } else { 2 } && length >= 3
    } else {
        !small && (digits >= 4 || digits == 3 && length >= 6) && !is_year(written)
    }
}

fn is_year(written: &str) -> bool {
    written.len() == 4 && (written.starts_with("19") || written.starts_with("20"))
}

/// `2026-11-26`, `26/11/2026`, `11/2026`.
fn is_date(written: &str) -> bool {
    let mut lengths = [0; 3];
    let mut count = 0;
    for part in written.split(['-', '/']) {
        let Some(room) = lengths.get_mut(count) else { return false };
        if !part.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        *room = part.len();
        count += 1;
    }
    let head = |n: &str| is_year(written.get(..4).unwrap_or("")) && n.len() <= 2;
    match (count, lengths) {
        (3, [4, 1 | 2, 1 | 2]) => head(""),
        (3, [1 | 2, 1 | 2, 2 | 4]) => true,
        (2, [1 | 2, 4, _]) => written.rsplit(['-', '/']).next().is_some_and(is_year),
        _ => false,
    }
}

/// `RR123456785DE` (UPU S10) and `1Z…` (UPS), by their check digits.
fn tracking(block: &Block<'_>, at: usize, found: &mut Found) {
    let Some(token) = block.token(at) else { return };
    let word = block.word(at);
    if !(is_postal(word) || is_parcel(word)) || label::runs_on(block, at) {
        return;
    }
    let finding = Finding::new(Kind::Id, token.place(), STRONG).form("tracking").normal(word);
    let finding = finding.because(Evidence::Check("tracking"));
    found.push(match block.before(at, 5, WORDS).and_then(|w| block.token(w)) {
        Some(context) => {
            Finding { score: CERTAIN, ..finding }.because(Evidence::Context(context.place()))
        }
        None => finding,
    });
}

/// UPU S10: service, eight digits, check digit, country.
fn is_postal(word: &str) -> bool {
    let bytes = word.as_bytes();
    let (Some(service), Some(number), Some(country)) =
        (bytes.get(..2), bytes.get(2..11), word.get(11..13))
    else {
        return false;
    };
    let letters =
        service.iter().all(u8::is_ascii_uppercase) && number.iter().all(u8::is_ascii_digit);
    if bytes.len() != 13 || !letters || !bic::is_country(country) {
        return false;
    }
    let mut digits = [0; 9];
    for (digit, byte) in digits.iter_mut().zip(number) {
        *digit = byte - b'0';
    }
    let check = match 11 - weighted(&digits, &[8, 6, 4, 2, 3, 5, 9, 7], 11) {
        10 => 0,
        11 => 5,
        n => n,
    };
    digits.last().is_some_and(|d| u32::from(*d) == check)
}

/// UPS: `1Z`, fifteen characters, check digit; letters count from A = 2.
fn is_parcel(word: &str) -> bool {
    let Some(rest) = word.strip_prefix("1Z").filter(|r| r.len() == 16) else { return false };
    let mut sum = 0;
    let mut check = 0;
    for (at, byte) in rest.bytes().enumerate() {
        check = match byte {
            b'0'..=b'9' => u32::from(byte - b'0'),
            b'A'..=b'Z' => u32::from(byte - b'A' + 2) % 10,
            _ => return false,
        };
        sum += if at == 15 { 0 } else { check * (1 + at as u32 % 2) };
    }
    (sum + check).is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::testing::{findings, places};

    fn references(text: &str) -> Vec<(&str, &'static str)> {
        findings(text, Kind::Id).into_iter().map(|f| (&text[f.place], f.form)).collect()
    }

    #[test]
    fn after_words_of_each_language() {
        for (text, expected) in [
            ("Kundennummer 4711", ("4711", "customer")),
            ("Ihre Kunden-Nr.: KD-2024-001, bitte", ("KD-2024-001", "customer")),
            ("Kundennummer: 123 456 789.", ("123 456 789", "customer")),
            ("order no. F-0421BC", ("F-0421BC", "order")),
            ("Ihre Bestellung Nr. 4711-22 wird", ("4711-22", "order")),
            ("ticket #48213 is open", ("48213", "case")),
            ("my account number is 12345678", ("12345678", "account")),
            ("Aktenzeichen: 2024/00123", ("2024/00123", "reference")),
            ("incident INC0012345", ("INC0012345", "case")),
            ("numéro de client : 12345", ("12345", "customer")),
            ("su número de pedido es 98765", ("98765", "order")),
            ("číslo zmluvy 5501234567", ("5501234567", "contract")),
            ("{\"customer_id\": 10442}", ("10442", "customer")),
            ("orderId=A-10442", ("A-10442", "order")),
            ("Member ID: 0042-77", ("0042-77", "member")),
            ("Vertragsnummer\n5501234567\n", ("5501234567", "contract")),
            ("möchte Vertrag 77-1234-99 kündigen", ("77-1234-99", "contract")),
            ("sent as RR473124829GB today", ("RR473124829GB", "tracking")),
            ("1Z12345E6605272234", ("1Z12345E6605272234", "tracking")),
            ("1Z999AA10123456784", ("1Z999AA10123456784", "tracking")),
        ] {
            assert_eq!(references(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "order 66",
            "Bestellung vom 12.03.2024",
            "invoice 2024",
            "invoice date 2024-03-01",
            "Rechnung 01/2024",
            "Kunde 0171 1234567",
            "the customer has 12345 items",
            "order total 12345.00",
            "Rechnungsnummer 1.249,00",
            "case 12345 €",
            "ticket price: 12345",
            "file report2024.pdf",
            "Phoenix, AZ 85001",
            "in edge case ([#4428])",
            "make_file(0x12345678)",
            "case 1e1000",
            "contract number: none; 12345",
            "RR473124828GB",
            "your order at 10:45:12",
        ] {
            assert!(places(text, Kind::Id).is_empty(), "{text}");
        }
    }
}
