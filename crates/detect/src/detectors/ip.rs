//! Internet addresses: version 4 (dotted decimal, RFC 1123 §2.1) and version 6 in every form of RFC 4291 §2.2 and RFC 5952,
//! with zones (RFC 4007 §11) and embedded version 4. Ports, prefix lengths and brackets stay outside of the place.
//!
//! The one spelling is that of RFC 5952. Refused: parts of longer dotted numbers, versions and numbers of sections,
//! addresses that stand for no machine of anybody (loopback, unspecified, broadcast, net masks), and `::` between words.
//! Hardware addresses are left to `mac`.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::scan;
use crate::Kind;
use crate::beside::Beside;
use crate::detector::{At, Between, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, LIKELY, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};

/// The longest spelling of version 6, with embedded version 4 (POSIX `INET6_ADDRSTRLEN`), and of a zone.
const LONGEST_V6: usize = 45;
const LONGEST_ZONE: usize = 16;

/// Full stops between digits; colons between groups, and the first of `::`.
const SIGNS: &[(u8, Between)] = {
    use Beside::{Colon, Digit};
    &[
        (b'.', |before, after| before == Digit && after == Digit),
        (b':', |before, after| match after {
            Colon => before != Colon,
            _ => before.is_word() && after.is_word(),
        }),
    ]
};

#[derive(Debug)]
pub(crate) struct Ip;

impl Detector for Ip {
    fn name(&self) -> &'static str {
        "ip"
    }
    fn wakes(&self) -> Wakes {
        Wakes { signs: SIGNS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(sign) = at.block.token(at.token) else { return };
        let place = sign.start as usize;
        match at.block.text.as_bytes().get(place..) {
            // Nearly all full stops end here. What goes on has room on the stack of its own.
            Some([b'.', behind @ ..]) if !goes_on(behind) => {}
            Some([b'.', ..]) => version_4(at.block, at.token, place, found),
            // Times of day have few colons.
            Some([b':', behind @ ..]) if !has_groups(behind) => {}
            _ => version_6(at.block, at.token, place, found),
        }
    }
}

/// Whether three octets can stand behind the first full stop of an address: two more full stops, up to three digits apart.
fn goes_on(mut behind: &[u8]) -> bool {
    for _ in 0..2 {
        behind = match behind {
            [a, b'.', rest @ ..] if decimal(*a) => rest,
            [a, b, b'.', rest @ ..] if decimal(*a) && decimal(*b) => rest,
            [a, b, c, b'.', rest @ ..] if decimal(*a) && decimal(*b) && decimal(*c) => rest,
            _ => return false,
        };
    }
    behind.first().is_some_and(|b| decimal(*b))
}

fn decimal(byte: u8) -> bool {
    byte.is_ascii_digit()
}

fn hex(byte: u8) -> bool {
    byte.is_ascii_hexdigit()
}

/// Whether the groups of an address can stand behind its first colon: five more colons, or two together.
fn has_groups(mut behind: &[u8]) -> bool {
    for _ in 0..5 {
        let digits = behind.iter().take(5).take_while(|b| hex(**b)).count();
        match behind.get(digits..) {
            Some([b':', ..]) if digits == 0 => return true,
            Some([b':', rest @ ..]) => behind = rest,
            _ => return false,
        }
    }
    true
}

/// The address of version 4 that starts at a place, with its end. Leading zeros are refused, as in RFC 6943 §3.1.1.
pub(crate) fn v4_at(text: &str, start: usize) -> Option<(Ipv4Addr, usize)> {
    let mut octets = [0; 4];
    let mut at = start;
    for (index, octet) in octets.iter_mut().enumerate() {
        if index > 0 && scan::byte(text, at) != b'.' {
            return None;
        }
        at += usize::from(index > 0);
        let end = scan::forth(text, at, 3, decimal);
        if end == at || end > at + 1 && scan::byte(text, at) == b'0' {
            return None;
        }
        let digits = text.as_bytes().get(at..end)?;
        let value = digits.iter().fold(0, |n, d| n * 10 + u32::from(d.wrapping_sub(b'0')));
        *octet = u8::try_from(value).ok()?;
        at = end;
    }
    Some((Ipv4Addr::from(octets), at))
}

/// The address of version 6 that starts at a place, with its end, without a zone.
pub(crate) fn v6_at(text: &str, start: usize) -> Option<(Ipv6Addr, usize)> {
    let mut colons = 0;
    let mut last = 0;
    let mut shortened = false;
    let end = scan::forth(text, start, LONGEST_V6 + 1, |b| {
        colons += usize::from(b == b':');
        shortened |= b == b':' && last == b':';
        last = b;
        hex(b) || matches!(b, b':' | b'.')
    });
    // Nearly everything else with colons has few of them: times of day, places in files.
    if colons < 6 && !shortened {
        return None;
    }
    let mut spelling = scan::piece(text, start..end).trim_end_matches('.');
    if spelling.ends_with(':') && !spelling.ends_with("::") {
        spelling = spelling.trim_end_matches(':');
    }
    let colons = spelling.bytes().filter(|b| *b == b':').count();
    let possible = colons >= 6 || colons >= 2 && spelling.contains("::");
    if !possible || scan::word_after(text, start + spelling.len()) {
        return None;
    }
    Some((spelling.parse().ok()?, start + spelling.len()))
}

/// Woken at each full stop: goes on at the first of an address only.
#[inline(never)]
fn version_4(block: &Block<'_>, token: usize, dot: usize, found: &mut Found) {
    let text = block.text;
    let start = scan::back(text, dot, 3, decimal);
    if start == dot || !decimal(scan::byte(text, dot + 1)) || !starts_number(text, start) {
        return;
    }
    let Some((address, end)) = v4_at(text, start) else { return };
    if !ends_number(text, start, end) {
        return;
    }
    let first = token.saturating_sub(1);
    if let Some(why) = no_address(block, first, start, address) {
        found.miss(Kind::Ip, "v4", start..end, why);
        return;
    }
    let context = block.before(first, 4, Sense::IpWord.set());
    let score =
        if context.is_none() && is_heading(block, first, end, address) { WEAK } else { STRONG };
    let finding = Finding::new(Kind::Ip, start..end, score)
        .form(form_4(address))
        .normal(scan::piece(text, start..end))
        .because(Evidence::Pattern("dotted decimal"));
    found.push(with_context(finding, block, context));
}

fn with_context(finding: Finding, block: &Block<'_>, context: Option<usize>) -> Finding {
    match context.and_then(|word| block.token(word)) {
        Some(word) => finding.because(Evidence::Context(word.place())),
        None => finding,
    }
}

/// Whether a dotted number can start here: no word, number or longer dotted number goes before.
fn starts_number(text: &str, start: usize) -> bool {
    match scan::byte_before(text, start) {
        b'.' => false,
        b'-' => !scan::byte_before(text, start - 1).is_ascii_alphabetic(),
        b'/' => after_slash(text, start - 1),
        _ => !scan::word_before(text, start) || scan::coded_before(text, start),
    }
}

/// `product/1.2.3.4` is a version (RFC 9110 §10.1.5); `//1.2.3.4`, `/1.2.3.4` and `host.name/1.2.3.4` are addresses.
fn after_slash(text: &str, slash: usize) -> bool {
    let word = scan::back(text, slash, 64, |b| scan::is_word(b) || matches!(b, b'-' | b'.'));
    let word = scan::piece(text, word..slash);
    word.is_empty() || word.contains('.') || word == "localhost"
}

/// Whether a dotted number can end here.
fn ends_number(text: &str, start: usize, end: usize) -> bool {
    let next = scan::byte(text, end + 1);
    match scan::byte(text, end) {
        b'.' => !scan::word_after(text, end + 1),
        b'-' => !next.is_ascii_alphabetic(),
        // `1.234.567.890,50`: an amount has three digits in each group but the first.
        b',' => {
            !(decimal(next)
                && scan::piece(text, start..end).split('.').skip(1).all(|g| g.len() == 3))
        }
        _ => !scan::word_after(text, end),
    }
}

/// The nearer one decides: "version of the server 192.0.2.1".
const VERSION_OR_IP: SenseSet = SenseSet::of(&[Sense::VersionWord, Sense::IpWord]);

/// Why a dotted number is no address of anybody's machine.
fn no_address(
    block: &Block<'_>,
    first: usize,
    start: usize,
    address: Ipv4Addr,
) -> Option<&'static str> {
    let section = has_section_sign(block.text, start);
    let version = block.before(first, 2, VERSION_OR_IP);
    if section || version.is_some_and(|word| block.senses(word).has(Sense::VersionWord)) {
        return Some("miss-version");
    }
    let bits = u32::from(address);
    let mask = bits.leading_ones() >= 8 && bits.leading_ones() + bits.trailing_zeros() == 32;
    (mask || address.is_unspecified() || address == Ipv4Addr::LOCALHOST || address.is_broadcast())
        .then_some("miss-no-person")
}

/// Whether a `§` stands before a place, perhaps with blanks between.
fn has_section_sign(text: &str, place: usize) -> bool {
    let before = text.as_bytes().get(place.saturating_sub(6)..place).unwrap_or(&[]);
    // Hardly any text has one: its last byte tells so.
    before.contains(&0xa7) && scan::behind(text, place, 6).trim_end().ends_with('§')
}

/// `1.2.3.4 Requirements` at the start of a line: the number of a heading.
fn is_heading(block: &Block<'_>, first: usize, end: usize, address: Ipv4Addr) -> bool {
    let starts_line =
        first.checked_sub(1).is_none_or(|b| block.token(b).is_some_and(|t| t.class == Class::Line));
    starts_line
        && address.octets().iter().all(|o| (1..=20).contains(o))
        && scan::byte(block.text, end) == b' '
        && scan::byte(block.text, end + 1).is_ascii_alphabetic()
}

/// The range that an address is of (RFC 6890 and the registries that follow it).
fn form_4(address: Ipv4Addr) -> &'static str {
    let [a, b, ..] = address.octets();
    match () {
        () if address.is_loopback() => "loopback",
        () if address.is_private() => "private",
        () if address.is_link_local() => "link-local",
        () if address.is_documentation() => "documentation",
        () if address.is_multicast() => "multicast",
        () if a == 100 && b & 0xc0 == 64 => "shared",
        () if a == 198 && b & 0xfe == 18 => "benchmark",
        () if a == 0 || a >= 240 => "reserved",
        () => "v4",
    }
}

/// Woken at each colon: goes on at the first of an address only.
#[inline(never)]
fn version_6(block: &Block<'_>, token: usize, colon: usize, found: &mut Found) {
    let text = block.text;
    let next = scan::byte(text, colon + 1);
    if next != b':' && !hex(next) {
        return;
    }
    let start = scan::back(text, colon, 4, hex);
    if !starts_groups(text, start, colon) {
        return;
    }
    let Some((address, end)) = v6_at(text, start) else { return };
    if is_pairs(scan::piece(text, start..end)) {
        return;
    }
    if address.is_unspecified() || address.is_loopback() {
        found.miss(Kind::Ip, form_6(address), start..end, "miss-no-person");
        return;
    }
    let whole = zone_end(text, address, end);
    let first = if start == colon { token } else { token.saturating_sub(1) };
    let context = block.before(first, 4, Sense::IpWord.set());
    let certain = context.is_some() || scan::byte_before(text, start) == b'[';
    let finding = Finding::new(Kind::Ip, start..whole, score_6(text, start, end, address, certain))
        .form(form_6(address))
        .normal(format!("{address}{}", scan::piece(text, end..whole)))
        .because(Evidence::Pattern("hexadecimal groups"));
    found.push(with_context(finding, block, context));
}

/// Whether the group from `start` to `colon` is the first of an address. A label may stand right before it (`IPv6:2001:…`).
fn starts_groups(text: &str, start: usize, colon: usize) -> bool {
    if scan::byte_before(text, start) != b':' {
        let leads = start < colon || scan::byte(text, colon + 1) == b':';
        return leads && !scan::word_before(text, start) && scan::byte_before(text, start) != b'.';
    }
    let before = start - 1;
    let group = scan::back(text, before, 4, hex);
    start < colon && scan::byte_before(text, before) != b':' && scan::word_before(text, group)
}

/// Eight pairs are a hardware address or other bytes, not an address that spells out its leading zeros.
fn is_pairs(spelling: &str) -> bool {
    spelling.split(':').all(|group| group.len() == 2)
}

fn zone_end(text: &str, address: Ipv6Addr, end: usize) -> usize {
    let scoped = address.is_unicast_link_local() || address.is_multicast();
    if !scoped || scan::byte(text, end) != b'%' {
        return end;
    }
    let zone =
        scan::forth(text, end + 1, LONGEST_ZONE, |b| scan::is_word(b) || matches!(b, b'-' | b'.'));
    let zone = scan::piece(text, end + 1..zone).trim_end_matches(['.', '-']);
    if zone.is_empty() { end } else { end + 1 + zone.len() }
}

/// A spelling in full is hardly anything else; a shortened one must be of a range in use or have company.
fn score_6(text: &str, start: usize, end: usize, address: Ipv6Addr, certain: bool) -> u8 {
    let spelling = scan::piece(text, start..end);
    let digits = spelling.bytes().any(decimal);
    if certain || form_6(address) != "v6" && digits {
        return STRONG;
    }
    let groups = spelling.split(':').filter(|group| !group.is_empty()).count();
    let short = spelling.split(':').all(|group| group.len() <= 2 && group.bytes().all(decimal));
    match groups {
        _ if short => WEAK,
        8 => STRONG,
        _ if digits && matches!(address.octets(), [0x20..=0x3f, ..]) => STRONG,
        4.. if digits => LIKELY,
        _ => WEAK,
    }
}

/// The range that an address is of (RFC 6890 and the registries that follow it).
fn form_6(address: Ipv6Addr) -> &'static str {
    let segments = address.segments();
    match segments {
        _ if address.is_loopback() => "loopback",
        _ if address.is_unspecified() => "reserved",
        _ if address.is_unique_local() => "private",
        _ if address.is_unicast_link_local() => "link-local",
        _ if address.is_multicast() => "multicast",
        [0x2001, 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => "documentation",
        [0, 0, 0, 0, 0, 0xffff, ..] => "mapped",
        [0x64, 0xff9b, ..] => "translated",
        _ => "v6",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::testing::{forms, missed, normals, places};

    #[test]
    fn version_4_in_text() {
        for (text, expected) in [
            ("from 192.0.2.17.", "192.0.2.17"),
            ("172.16.0.9:8080 up", "172.16.0.9"),
            ("net 10.1.0.0/16", "10.1.0.0"),
            ("db.example.org/203.0.113.9:5432", "203.0.113.9"),
            ("|203.0.113.9|%20/", "203.0.113.9"),
            ("(203.0.113.9)", "203.0.113.9"),
            ("ip%3D203.0.113.9", "203.0.113.9"),
            ("[203.0.113.9]", "203.0.113.9"),
            ("203.0.113.9, dann", "203.0.113.9"),
            ("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 203.0.113.9", "203.0.113.9"),
        ] {
            assert_eq!(places(text, Kind::Ip), [expected], "{text}");
        }
        assert_eq!(places("10.0.0.1-10.0.0.20", Kind::Ip), ["10.0.0.1", "10.0.0.20"]);
        assert_eq!(
            forms("9.1.2.3 10.0.0.9 192.0.2.1 100.64.9.9", Kind::Ip),
            ["v4", "private", "documentation", "shared"]
        );
    }

    #[test]
    fn dotted_numbers_that_are_none() {
        for text in [
            "version 1.2.3.4",
            "v1.2.3.4",
            "Version: 10.0.19041.1",
            "1.2.3.4.5",
            "256.1.1.1",
            "1.2.3",
            "01.2.3.4",
            "Chrome/120.0.0.0",
            "foo-1.2.3.4.tar",
            "1.2.3.4-beta",
            "1.234.123.100,50",
            "255.255.255.0",
            "127.0.0.1",
            "0.0.0.0",
            "a_1.2.3.4",
            "1.2.3.4.in-addr.arpa",
            "§ 1.2.3.4",
            "§\u{a0}1.2.3.4",
            "1.2.3.4 Requirements",
        ] {
            assert!(places(text, Kind::Ip).is_empty(), "{text}");
        }
        assert_eq!(missed("version 1.2.3.4", Kind::Ip), ["miss-version"]);
        assert_eq!(missed("mask 255.255.255.0", Kind::Ip), ["miss-no-person"]);
    }

    #[test]
    fn version_6_in_text() {
        // RFC 4291 §2.2 and RFC 5952 §2 and §4: spellings and their one spelling.
        for (text, place, normal) in [
            (
                "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789",
                "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789",
                "abcd:ef01:2345:6789:abcd:ef01:2345:6789",
            ),
            (
                "at 2001:DB8:0:0:8:800:200C:417A.",
                "2001:DB8:0:0:8:800:200C:417A",
                "2001:db8::8:800:200c:417a",
            ),
            ("FF01::101", "FF01::101", "ff01::101"),
            (
                "ip 0:0:0:0:0:FFFF:129.144.52.38",
                "0:0:0:0:0:FFFF:129.144.52.38",
                "::ffff:129.144.52.38",
            ),
            ("::ffff:192.0.2.1", "::ffff:192.0.2.1", "::ffff:192.0.2.1"),
            ("2001:db8:0:0:1:0:0:1", "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("[2001:db8::1]:443", "2001:db8::1", "2001:db8::1"),
            ("2001:db8::1/64", "2001:db8::1", "2001:db8::1"),
            ("fe80::1%eth0, up", "fe80::1%eth0", "fe80::1%eth0"),
            ("[IPv6:2001:db8::7]", "2001:db8::7", "2001:db8::7"),
            ("src:2001:db8::7: refused", "2001:db8::7", "2001:db8::7"),
            ("fd00::", "fd00::", "fd00::"),
        ] {
            assert_eq!(places(text, Kind::Ip), [place], "{text}");
            assert_eq!(normals(text, Kind::Ip), [normal], "{text}");
        }
    }

    #[test]
    fn colons_that_are_none() {
        for text in [
            "08:14:22",
            "std::net::ip",
            "cafe::babe",
            "a::b",
            "1::2",
            "::",
            "::1",
            "1:2:3:4:5:6:7:8:9",
            "12345::1",
            "20:01:0d:b8:00:00:00:01",
            "2001:db8:::1",
            "1:2:3:4:5:6:7",
            "DB::add",
            "aa:bb:cc:dd:ee:ff",
        ] {
            assert!(places(text, Kind::Ip).is_empty(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn version_4_is_as_in_the_standard_library(text in "(1?[0-9]{1,2}|2[0-9]{2})(\\.[0-9]{1,3}){2,4}") {
            let ours = v4_at(&text, 0).filter(|(_, end)| *end == text.len()).map(|(a, _)| a);
            assert_eq!(ours, text.parse().ok());
        }

        #[test]
        fn version_6_is_found_in_any_spelling(bits: u128, upper: bool) {
            let address = Ipv6Addr::from(bits | 1 << 125);
            let plain = address.to_string();
            let full = address.segments().map(|s| format!("{s:04x}")).join(":");
            for spelling in [plain.clone(), full] {
                let spelling = if upper { spelling.to_uppercase() } else { spelling };
                assert_eq!(normals(&format!("x {spelling}, y"), Kind::Ip), [plain.as_str()]);
            }
        }

        #[test]
        fn whatever_is_found_parses(text in "[0-9a-f:.% ]{0,60}") {
            for place in places(&text, Kind::Ip) {
                let bare = place.split('%').next().unwrap();
                assert!(bare.parse::<std::net::IpAddr>().is_ok(), "{place} in {text}");
            }
        }
    }
}
