//! Hardware addresses of network cards: EUI-48 and EUI-64 (IEEE 802) as pairs with `:` or `-`, EUI-48 as three groups with
//! full stops, and bare after a word such as "MAC". One separator throughout.
//!
//! The one spelling is lower case pairs with colons. Refused: longer rows of pairs (fingerprints), addresses for everybody
//! and for nobody (`ff:…`, `00:…`).

use super::scan;
use crate::Kind;
use crate::detector::{At, Between, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, LIKELY, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::Block;

/// How far before an address a word may stand that announces it, in words.
const REACH: usize = 3;
/// Value of the device words that announce a hardware address (`[device-word 6]`).
pub(crate) const MAC_WORD: u8 = 6;

/// Separators between hexadecimal digits.
const SIGNS: &[(u8, Between)] = {
    const INSIDE: Between = |before, after| before.is_word() && after.is_word();
    &[(b':', INSIDE), (b'-', INSIDE), (b'.', INSIDE)]
};

#[derive(Debug)]
pub(crate) struct Mac;

impl Detector for Mac {
    fn name(&self) -> &'static str {
        "mac"
    }
    fn wakes(&self) -> Wakes {
        Wakes { signs: SIGNS, senses: Sense::DeviceWord.set(), ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        let place = token.start as usize;
        let text = at.block.text.as_bytes().get(place..).unwrap_or(&[]);
        // Nearly all signs end here: no second one stands where it must. What goes on has room on the stack of its own.
        match text {
            [b'.', _, _, _, _, b'.', ..] => groups(at.block, at.token, place, found),
            [b':', _, _, b':', ..] | [b'-', _, _, b'-', ..] => {
                pairs(at.block, at.token, place, found);
            }
            [b'.' | b':' | b'-', ..] => {}
            _ if at.block.entry(at.token).value == MAC_WORD => bare(at.block, at.token, found),
            _ => {}
        }
    }
}

/// Whether this many hexadecimal digits stand at a place and no more.
fn is_group(text: &str, at: usize, digits: usize) -> bool {
    scan::forth(text, at, digits + 1, |b| b.is_ascii_hexdigit()) == at + digits
}

/// How many groups of `digits` with the separator between start at a place.
fn count(text: &str, start: usize, separator: u8, digits: usize) -> usize {
    let mut groups = 0;
    while groups < 9 && is_group(text, start + groups * (digits + 1), digits) {
        groups += 1;
        if scan::byte(text, start + groups * (digits + 1) - 1) != separator {
            break;
        }
    }
    groups
}

/// Looks at a separator that another follows: goes on at the first of an address only.
#[inline(never)]
fn pairs(block: &Block<'_>, token: usize, at: usize, found: &mut Found) {
    let text = block.text;
    let separator = scan::byte(text, at);
    if !is_group(text, at + 1, 2) || at < 2 {
        return;
    }
    let start = at - 2;
    let groups = count(text, start, separator, 2);
    if matches!(groups, 6 | 8) && is_first(text, start, separator) {
        report(block, token.saturating_sub(1), start..start + groups * 3 - 1, separator, found);
    }
}

/// Three groups of four, as Cisco writes them.
#[inline(never)]
fn groups(block: &Block<'_>, token: usize, at: usize, found: &mut Found) {
    let text = block.text;
    if !is_group(text, at + 1, 4) || at < 4 {
        return;
    }
    let start = at - 4;
    if count(text, start, b'.', 4) == 3 && is_first(text, start, b'.') {
        report(block, token.saturating_sub(1), start..start + 14, b'.', found);
    }
}

/// Whether no group stands before; a label may, before a colon (`mac:00:00:5e:…`).
fn is_first(text: &str, start: usize, separator: u8) -> bool {
    if scan::byte_before(text, start) != separator {
        return !scan::word_before(text, start);
    }
    let before = start - 1;
    let group = scan::back(text, before, 3, |b| b.is_ascii_hexdigit());
    separator == b':' && (group == before || scan::word_before(text, group))
}

/// Twelve digits without separators after "MAC".
#[inline(never)]
fn bare(block: &Block<'_>, word: usize, found: &mut Found) {
    for token in word + 1..word + 5 {
        let Some(place) = block.token(token).map(crate::token::Token::place) else { return };
        if place.len() == 12 && is_group(block.text, place.start, 12) {
            report(block, token, place, 0, found);
            return;
        }
    }
}

fn report(
    block: &Block<'_>,
    first: usize,
    place: std::ops::Range<usize>,
    separator: u8,
    found: &mut Found,
) {
    let text = block.text;
    let more = separator != 0
        && scan::byte(text, place.end) == separator
        && scan::word_after(text, place.end + 1);
    if more || scan::word_after(text, place.end) {
        return;
    }
    let digits: Vec<u8> = scan::piece(text, place.clone())
        .bytes()
        .filter(u8::is_ascii_hexdigit)
        .map(|b| b.to_ascii_lowercase())
        .collect();
    let form = if digits.len() == 16 { "eui-64" } else { "eui-48" };
    if digits.iter().all(|d| *d == b'0') || digits.iter().all(|d| *d == b'f') {
        found.miss(Kind::Mac, form, place, "miss-no-person");
        return;
    }
    let context = block.before(first, REACH, CONTEXT);
    let letters = digits.iter().any(u8::is_ascii_alphabetic);
    let mut finding = Finding::new(Kind::Mac, place, score(letters, separator, context.is_some()))
        .form(form)
        .normal(in_pairs(&digits))
        .because(Evidence::Pattern("hexadecimal pairs"));
    if let Some(word) = context.and_then(|word| block.token(word)) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

const CONTEXT: SenseSet = SenseSet::of(&[Sense::DeviceWord, Sense::IpWord]);

/// Decimal digits alone may be parts of a date, a telephone number or an amount.
fn score(letters: bool, separator: u8, context: bool) -> u8 {
    match (letters || context, separator) {
        (true, _) => STRONG,
        (false, b':') => LIKELY,
        (false, _) => WEAK,
    }
}

fn in_pairs(digits: &[u8]) -> String {
    let mut normal = String::with_capacity(digits.len() * 3 / 2);
    for (index, digit) in digits.iter().enumerate() {
        if index > 0 && index % 2 == 0 {
            normal.push(':');
        }
        normal.push(char::from(*digit));
    }
    normal
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{forms, normals, places};

    #[test]
    fn addresses_in_every_spelling() {
        for (text, place, normal) in [
            ("(device 00:00:5E:00:53:af)", "00:00:5E:00:53:af", "00:00:5e:00:53:af"),
            ("00-00-5E-00-53-AF.", "00-00-5E-00-53-AF", "00:00:5e:00:53:af"),
            ("arp 0000.5e00.53af dynamic", "0000.5e00.53af", "00:00:5e:00:53:af"),
            ("mac:00:00:5e:00:53:01: up", "00:00:5e:00:53:01", "00:00:5e:00:53:01"),
            ("eui 02:00:5e:10:00:00:00:01", "02:00:5e:10:00:00:00:01", "02:00:5e:10:00:00:00:01"),
            ("MAC 00005E0053AF", "00005E0053AF", "00:00:5e:00:53:af"),
            ("MAC: 00-11-22-33-44-55", "00-11-22-33-44-55", "00:11:22:33:44:55"),
        ] {
            assert_eq!(places(text, Kind::Mac), [place], "{text}");
            assert_eq!(normals(text, Kind::Mac), [normal], "{text}");
        }
        assert_eq!(forms("02:00:5e:10:00:00:00:01", Kind::Mac), ["eui-64"]);
    }

    #[test]
    fn what_is_none() {
        for text in [
            "08:14:22",
            "12-03-19-85-22-11",
            "00:00:5e-00:53:af",
            "aa:bb:cc:dd:ee",
            "aa:bb:cc:dd:ee:ff:00",
            "aa:bb:cc:dd:ee:ff:00:11:22",
            "x00:00:5e:00:53:af",
            "00:00:5e:00:53:afx",
            "00:00:00:00:00:00",
            "ff:ff:ff:ff:ff:ff",
            "1234.5678.9012",
            "2001:db8::1",
            "00:00:5e:00:53:a",
            "0000.5e00.53af.1",
        ] {
            assert!(places(text, Kind::Mac).is_empty(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_spelling_has_one(bytes: [u8; 6]) {
            let bytes = [bytes[0] | 0xa2, bytes[1], bytes[2], bytes[3], bytes[4], bytes[5] & 0x7f];
            let pair = bytes.map(|b| format!("{b:02x}"));
            let colons = pair.join(":");
            let dots = format!("{}{}.{}{}.{}{}", pair[0], pair[1], pair[2], pair[3], pair[4], pair[5]);
            for text in [colons.clone(), pair.join("-").to_uppercase(), dots] {
                assert_eq!(normals(&format!("MAC {text} x"), Kind::Mac), [colons.as_str()]);
            }
        }
    }
}
