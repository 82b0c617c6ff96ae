//! Bank identifiers (ISO 9362): four letters for the institution, a country, two characters for the place, three for the
//! branch if there is one.
//!
//! Many words in capitals have this form, so it counts only after a word such as "BIC" or "SWIFT", or beside an IBAN.

use std::ops::Range;

use super::iban;
use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, STRONG};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Case, Class};

/// ISO 3166-1 alpha-2, and `XK`, which banks use for Kosovo. Two letters each, in order.
const COUNTRIES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCL\
CMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIM\
INIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNE\
NFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTK\
TLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

const WORDS: SenseSet = Sense::BicWord.set();

#[derive(Debug)]
pub(crate) struct Bic;

impl Detector for Bic {
    fn name(&self) -> &'static str {
        "bic"
    }
    fn wakes(&self) -> Wakes {
        Wakes { mixed: true, capitals: true, senses: WORDS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let block = at.block;
        let Some(token) = block.token(at.token) else { return };
        if block.senses(at.token).meets(WORDS) {
            after_word(block, at.token, found);
            return;
        }
        if !(token.len() == 8 || token.len() == 11) || token.case != Case::Upper {
            return;
        }
        if has_form(block.word(at.token)) && beside_iban(block, at.token, found) {
            found.push(finding(block, token.place(), STRONG).because(Evidence::Pattern("iban")));
        }
    }
}

/// Looks for an identifier within the next tokens after "BIC": in any case, also in groups `AAAA BB CC DDD`.
fn after_word(block: &Block<'_>, word: usize, found: &mut Found) {
    let Some(context) = block.token(word).map(|t| Evidence::Context(t.place())) else { return };
    for at in word + 1..word + 7 {
        let Some(token) = block.token(at) else { return };
        if !matches!(token.class, Class::Word | Class::Mixed) {
            continue;
        }
        let place = grouped(block, at).unwrap_or(token.place());
        let written = without_blanks(block.slice(place.clone()));
        let capitals = !block.slice(place.clone()).bytes().any(|b| b.is_ascii_lowercase());
        // Ordinary words in small letters ("bic einrichten") have the form by chance: a digit or the usual ending tells.
        let telling = written.bytes().any(|b| b.is_ascii_digit()) || written.ends_with("XXX");
        if has_form(&written) && (capitals || telling || follows_directly(block, word, at)) {
            found.push(finding(block, place, CERTAIN).because(context));
            return;
        }
        if capitals && is_shaped(&written) {
            found.miss(Kind::Bic, "", place, "miss-country");
        }
    }
}

/// Nothing but signs between: `bic: cobadeffxxx`, and a sign there is.
fn follows_directly(block: &Block<'_>, word: usize, at: usize) -> bool {
    at > word + 1 && (word + 1..at).all(|t| block.token(t).is_some_and(|t| t.class == Class::Sign))
}

fn finding(block: &Block<'_>, place: Range<usize>, score: u8) -> Finding {
    let normal = without_blanks(block.slice(place.clone()));
    Finding::new(Kind::Bic, place, score).normal(normal).because(Evidence::Check("country"))
}

fn without_blanks(written: &str) -> String {
    written.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase()).collect()
}

/// The place of four tokens of 4, 2, 2 and perhaps 3 characters with a blank between.
fn grouped(block: &Block<'_>, first: usize) -> Option<Range<usize>> {
    let start = block.token(first)?;
    let mut end = start.end;
    for (number, length) in [4, 2, 2, 3].into_iter().enumerate() {
        let Some(token) = block.token(first + number) else { break };
        let spaced = number == 0 || token.start == end + 1 && block.byte(end as usize) == b' ';
        if token.len() != length || !spaced || token.case != Case::Upper {
            return (number == 3).then_some(start.start as usize..end as usize);
        }
        end = token.end;
    }
    Some(start.start as usize..end as usize)
}

fn is_shaped(written: &str) -> bool {
    matches!(written.len(), 8 | 11)
        && written.bytes().take(6).all(|b| b.is_ascii_alphabetic())
        && written.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn has_form(written: &str) -> bool {
    is_shaped(written) && written.get(4..6).is_some_and(is_country)
}

/// Whether two letters are a country's code, in either case.
pub(crate) fn is_country(code: &str) -> bool {
    COUNTRIES.as_bytes().chunks_exact(2).any(|c| c.eq_ignore_ascii_case(code.as_bytes()))
}

/// Whether an IBAN ends shortly before or begins shortly after a token.
fn beside_iban(block: &Block<'_>, token: usize, found: &Found) -> bool {
    let Some(place) = block.token(token).map(crate::token::Token::place) else { return false };
    let near = |f: &Finding| f.kind == Kind::Iban && (1..60).contains(&gap(&f.place, &place));
    found.findings.iter().rev().take(8).any(near)
        || (token + 1..token + 9).filter_map(|t| block.token(t)).any(|t| {
            matches!(t.class, Class::Word | Class::Mixed)
                && iban::stands_at(block.text, t.start as usize)
        })
}

fn gap(before: &Range<usize>, after: &Range<usize>) -> usize {
    after.start.saturating_sub(before.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::testing::{missed, normals, places};

    #[test]
    fn after_a_word() {
        for (text, expected) in [
            ("BIC COBADEFFXXX", "COBADEFFXXX"),
            ("BIC: DEUTDEDB110, danke", "DEUTDEDB110"),
            ("SWIFT code is BOFAUS3N", "BOFAUS3N"),
            ("bic: cobadeff", "cobadeff"),
            ("BIC/SWIFT: COBA DE FF XXX.", "COBA DE FF XXX"),
            ("BIC COBA DE FF und", "COBA DE FF"),
        ] {
            assert_eq!(places(text, Kind::Bic), [expected], "{text}");
        }
        assert_eq!(normals("BIC COBA DE FF 370", Kind::Bic), ["COBADEFF"]);
        assert_eq!(missed("BIC: ABCDQQ2L", Kind::Bic), ["miss-country"]);
    }

    #[test]
    fn beside_an_iban() {
        for text in [
            "DE89 3704 0044 0532 0130 00 / COBADEFFXXX",
            "COBADEFFXXX, DE89 3704 0044 0532 0130 00",
        ] {
            assert_eq!(places(text, Kind::Bic), ["COBADEFFXXX"], "{text}");
        }
    }

    #[test]
    fn words_in_capitals_are_none() {
        for text in [
            "COBADEFFXXX",
            "WICHTIGE MITTEILUNG: PASSWORT VERGESSEN, HANDBUCH LESEN",
            "Ihre BIC finden Sie im Handbuch",
            "the swift response was detailed",
        ] {
            assert!(places(text, Kind::Bic).is_empty(), "{text}");
        }
    }

    #[test]
    fn countries_are_in_order() {
        let codes: Vec<&[u8]> = COUNTRIES.as_bytes().chunks(2).collect();
        assert!(codes.is_sorted() && codes.iter().all(|c| c.len() == 2));
        assert_eq!(codes.len(), 250);
        assert!(is_country("de") && !is_country("QQ"));
    }
}
