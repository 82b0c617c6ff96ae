//! Bank accounts in national forms, and the banks' national codes: German account number and "Bankleitzahl", British account
//! number and sort code, American account and routing number (ABA), Spanish CCC, French RIB, Slovak and Czech accounts.
//!
//! All are plain numbers, so each needs its word. Where the form has check digits they make it surer.

use std::ops::Range;

use super::label;
use crate::Kind;
use crate::check_digit::{remainder, weighted};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, LIKELY, STRONG};
use crate::lexicon::{Sense, SenseSet};
use crate::number::Run;
use crate::token::{Block, Class, Token};

const WORDS: SenseSet = SenseSet::of(&[Sense::AccountWord, Sense::BankWord]);
const BANK: SenseSet = Sense::BankWord.set();
/// The lexicon's values: of bank words 1 announces a national code; of account words 2 is always at a bank.
const BANK_CODE: u8 = 1;
const AT_BANK: u8 = 2;
const ANY_ACCOUNT: u8 = super::reference::ACCOUNT;

#[derive(Debug)]
pub(crate) struct Account;

impl Detector for Account {
    fn name(&self) -> &'static str {
        "account"
    }
    fn wakes(&self) -> Wakes {
        Wakes { senses: WORDS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let block = at.block;
        let (senses, value) = (block.senses(at.token), block.entry(at.token).value);
        if senses.has(Sense::BankWord) && value == BANK_CODE {
            bank_code(block, at.token, found);
        }
        if senses.has(Sense::AccountWord)
            && (value == AT_BANK || value == ANY_ACCOUNT && is_at_bank(block, at.token))
        {
            account(block, at.token, found);
        }
    }
}

/// Whether a bank is spoken of near a word.
pub(super) fn is_at_bank(block: &Block<'_>, word: usize) -> bool {
    block.before(word, 8, BANK).is_some() || block.after(word, 8, BANK).is_some()
}

fn bank_code(block: &Block<'_>, word: usize, found: &mut Found) {
    let Some(value) = label::after(block, word) else { return };
    let mut run = Run::default();
    if block.token(value.token).is_none_or(|t| t.class != Class::Number) {
        return;
    }
    run.read(block, value.token);
    // Eight digits (Germany), nine (America), six in pairs (Britain); whatever comes first.
    for last in 0..run.groups().len().min(3) {
        let digits = run.between(0, last);
        let Some(form) = code_form(&run, last, digits) else { continue };
        let Some((token, place)) = extent(block, &run, last) else { return };
        if !label::runs_on(block, token) {
            let checked = form == "routing" && is_routing(digits);
            report(block, place, form, checked, word, found);
            return;
        }
    }
}

fn code_form(run: &Run, last: usize, digits: &[u8]) -> Option<&'static str> {
    let pairs = || last == 2 && run.groups().iter().take(3).all(|g| g.len == 2);
    match digits.len() {
        8 if matches!(digits.first(), Some(1..=8)) => Some("bank-code"),
        9 if last == 0 => Some("routing"),
        6 if last == 0 || pairs() => Some("sort-code"),
        _ => None,
    }
}

/// The weights of the American Bankers Association.
fn is_routing(digits: &[u8]) -> bool {
    digits.len() == 9 && weighted(digits, &[3, 7, 1, 3, 7, 1, 3, 7, 1], 10) == 0
}

fn account(block: &Block<'_>, word: usize, found: &mut Found) {
    let Some(value) = label::after(block, word) else { return };
    if let Some((place, form)) = national(block, value.token) {
        report(block, place, form, true, word, found);
        return;
    }
    let Some((last, place)) = label::digits(block, value.token) else { return };
    let count = block.slice(place.clone()).bytes().filter(u8::is_ascii_digit).count();
    let least = if value.numbered { 4 } else { 6 };
    if (least..=17).contains(&count) && !label::runs_on(block, last) {
        report(block, place, "account", false, word, found);
    }
}

/// A form with check digits at a number.
fn national(block: &Block<'_>, first: usize) -> Option<(Range<usize>, &'static str)> {
    let mut run = Run::default();
    block.token(first).filter(|t| t.class == Class::Number)?;
    run.read(block, first);
    for last in 0..run.groups().len() {
        let (token, place) = extent(block, &run, last)?;
        let form = match run.between(0, last) {
            digits if digits.len() == 20 && is_ccc(digits) => "ccc",
            digits if digits.len() == 23 && is_rib(digits) => "rib",
            _ if is_slovak(&run, last) => "sk-account",
            _ => continue,
        };
        if !label::runs_on(block, token) {
            return Some((place, form));
        }
    }
    None
}

/// Código cuenta cliente: bank 4, branch 4, two check digits, account 10; weights are powers of two modulo 11.
fn is_ccc(digits: &[u8]) -> bool {
    const WEIGHTS: [u8; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    let check = |part: &[u8], weights: &[u8]| match 11 - weighted(part, weights, 11) {
        10 => 1,
        11 => 0,
        n => n,
    };
    let (Some(bank), Some(account)) = (digits.get(..8), digits.get(10..20)) else { return false };
    let expected = [check(bank, WEIGHTS.get(2..).unwrap_or(&[])), check(account, &WEIGHTS)];
    digits.get(8..10).is_some_and(|d| d.iter().map(|d| u32::from(*d)).eq(expected))
}

/// Relevé d'identité bancaire in digits: bank 5, branch 5, account 11, key 2 so that the whole is divisible by 97.
fn is_rib(digits: &[u8]) -> bool {
    remainder(digits.iter().copied(), 97) == 0
}

/// Slovak and Czech: `prefix-number/bank`, prefix up to 6 and number up to 10 digits, both weighted modulo 11.
fn is_slovak(run: &Run, last: usize) -> bool {
    let groups = run.groups().get(..=last).unwrap_or(&[]);
    let holds = |from: usize| {
        let digits = run.between(from, from);
        let weights = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
        weights
            .get(10usize.saturating_sub(digits.len())..)
            .is_some_and(|w| weighted(digits, w, 11) == 0)
    };
    match groups {
        [number, bank] => {
            bank.before == b'/' && bank.len == 4 && (2..=10).contains(&number.len) && holds(0)
        }
        [prefix, number, bank] => {
            (bank.before, number.before, bank.len) == (b'/', b'-', 4)
                && prefix.len <= 6
                && (2..=10).contains(&number.len)
                && holds(0)
                && holds(1)
        }
        _ => false,
    }
}

/// The last token and the place of the groups up to one.
fn extent(block: &Block<'_>, run: &Run, last: usize) -> Option<(usize, Range<usize>)> {
    let (first, last) =
        (run.groups().first()?.token as usize, run.groups().get(last)?.token as usize);
    Some((last, block.token(first)?.start as usize..block.token(last)?.end as usize))
}

fn report(
    block: &Block<'_>,
    place: Range<usize>,
    form: &'static str,
    checked: bool,
    word: usize,
    found: &mut Found,
) {
    let normal: String =
        block.slice(place.clone()).chars().filter(|c| c.is_ascii_digit() || *c == '/').collect();
    let score = if checked { STRONG } else { LIKELY + 5 };
    let mut finding = Finding::new(Kind::Account, place, score).form(form).normal(normal);
    if checked {
        finding = finding.because(Evidence::Check(form));
    }
    let context = block.token(word).map(Token::place).map(Evidence::Context);
    found.push(context.into_iter().fold(finding, Finding::because));
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{findings, places};
    use crate::finding::STRONG;

    fn forms(text: &str) -> Vec<(&str, &'static str)> {
        findings(text, Kind::Account).into_iter().map(|f| (&text[f.place], f.form)).collect()
    }

    #[test]
    fn each_country() {
        for (text, expected) in [
            (
                "Kontonummer: 532013000, BLZ 370 400 44",
                &[("532013000", "account"), ("370 400 44", "bank-code")][..],
            ),
            (
                "Kto.-Nr. 1234567 BLZ: 10070024",
                &[("1234567", "account"), ("10070024", "bank-code")],
            ),
            (
                "sort code 12-34-56, account number 12345678",
                &[("12-34-56", "sort-code"), ("12345678", "account")],
            ),
            (
                "routing number 111000025 and account no. 0012345678",
                &[("111000025", "routing"), ("0012345678", "account")],
            ),
            ("my bank account number is 12345678", &[("12345678", "account")]),
            ("cuenta 2100 0418 45 0200051332 del banco", &[("2100 0418 45 0200051332", "ccc")]),
            ("banque: compte 20041 01005 05000137026 06 x", &[]),
            ("číslo účtu 19-2000145399/0800", &[("19-2000145399/0800", "sk-account")]),
        ] {
            assert_eq!(forms(text), expected, "{text}");
        }
        assert_eq!(
            findings("BLZ 37040044, routing number 111000025", Kind::Account)[1].score,
            STRONG
        );
    }

    #[test]
    fn what_is_none() {
        for text in [
            "auf das Konto 1.249,00 EUR",
            "Konto 12345",
            "Kontostand 123456",
            "your account number is 12345678",
            "sort by 123456",
            "Kontonummer 1234567,89",
            "das Konto hat 1234567 EUR",
        ] {
            assert!(places(text, Kind::Account).is_empty(), "{text}");
        }
    }
}
