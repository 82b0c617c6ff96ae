//! Identifiers of devices: IMEI and IMEISV (3GPP TS 23.003 §6.2), IMSI (§2.2), SIM cards (ICCID, ITU-T E.118), identifiers
//! for advertising and of installations (UUID, RFC 9562, after a context word), and serial numbers after a label.
//!
//! IMEI and ICCID have a check digit (Luhn, ISO/IEC 7812-1 Annex B). An IMEI without a label is believed only with a frequent
//! reporting body (35, 86) in front. Hardware addresses are left to `mac`.

use std::ops::Range;

use super::labelled::{self, Link};
use super::scan;
use crate::Kind;
use crate::beside::Shape;
use crate::check_digit::luhn;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG, WEAK};
use crate::lexicon::{Sense, SenseSet};
use crate::number::Run;
use crate::token::Block;

/// Values of the words that announce a device's identifier (`[device-word 1]` …).
const SERIAL: u8 = 1;
const IMEI: u8 = 2;
const IMSI: u8 = 3;
const ICCID: u8 = 4;
const ADVERTISING: u8 = 5;
/// How far before a number a word may stand that announces it, in words.
const REACH: usize = 4;

#[derive(Debug)]
pub(crate) struct Device;

impl Detector for Device {
    fn name(&self) -> &'static str {
        "device"
    }
    fn wakes(&self) -> Wakes {
        Wakes {
            numbers: Some(may_start),
            fewest: 14,
            signs: &[(b'-', |before, after| before.is_word() && after.is_word())],
            senses: Sense::DeviceWord.set(),
            ..Wakes::NEVER
        }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        match at.run {
            Some(run) => number(at, run, found),
            None if at.block.word(at.token) == "-" => uuid(at.block, at.token, found),
            None => serial(at.block, at.token, found),
        }
    }
}

/// The lengths of the first groups of the numbers looked for.
fn may_start(shape: &Shape) -> bool {
    matches!(shape.digits, 2 | 4..=6 | Shape::MOST_DIGITS)
}

/// The groups in which an IMEI is written, with the check digit or the two digits of the software version at the end.
const IMEI_GROUPS: [&[u8]; 8] = [
    &[15],
    &[16],
    &[14, 1],
    &[2, 6, 6, 1],
    &[2, 6, 6, 2],
    &[6, 2, 6, 1],
    &[6, 2, 6, 2],
    &[8, 6, 1],
];

fn number(at: &At<'_>, run: &Run, found: &mut Found) {
    let Some(group) = run.groups().get(at.group) else { return };
    let first = run.digits().get(usize::from(group.first)).copied().unwrap_or(0);
    let grouped = at.group > 0 && group.before != b',' && at.block.joined(at.token);
    match group.len {
        2 | 6 | 8 | 14..=16 if !grouped => imei(at, run, found),
        4 | 5 | 18..=22 if first == 8 && !grouped => iccid(at, run, found),
        _ => {}
    }
}

/// The last group of a number whose groups have these lengths, all with the same separator between.
fn matches(run: &Run, from: usize, lengths: &[u8]) -> Option<usize> {
    let groups = run.groups().get(from..from + lengths.len())?;
    let separator = groups.get(1).map_or(0, |g| g.before);
    let fits = groups.iter().zip(lengths).all(|(g, l)| g.len == *l)
        && groups
            .iter()
            .skip(1)
            .all(|g| g.before == separator && matches!(separator, b' ' | b'-' | b'/'));
    fits.then_some(from + lengths.len() - 1)
}

fn imei(at: &At<'_>, run: &Run, found: &mut Found) {
    let Some(last) = IMEI_GROUPS.iter().find_map(|lengths| matches(run, at.group, lengths)) else {
        return;
    };
    let digits = run.between(at.group, last);
    let Some(place) = place(at, run, last) else { return };
    let label = at.block.before(at.token, REACH, Sense::DeviceWord.set());
    let value = label.map_or(0, |word| at.block.entry(word).value);
    if value == IMSI && matches!(digits.len(), 14 | 15) {
        report(at.block, place, "imsi", LIKELY, digits, label, found);
        return;
    }
    let software = digits.len() == 16;
    let valid = digits.len() == 15 && luhn(digits) || software && value == IMEI;
    if !valid {
        if value == IMEI && digits.len() == 15 {
            found.miss(Kind::Device, "imei", place, "miss-check-digit");
        }
        return;
    }
    let body = matches!(digits, [3, 5, ..] | [8, 6, ..]);
    let score = match value {
        IMEI if software => LIKELY,
        IMEI => CERTAIN,
        SERIAL | 7 => STRONG,
        _ if body => POSSIBLE,
        _ => WEAK,
    };
    report(at.block, place, if software { "imeisv" } else { "imei" }, score, digits, label, found);
}

/// A SIM card's number: 18 to 22 digits that start with 89, plain or in groups.
fn iccid(at: &At<'_>, run: &Run, found: &mut Found) {
    let groups = run.groups().get(at.group..).unwrap_or(&[]);
    let separator = groups.get(1).map_or(0, |g| g.before);
    let same =
        |g: &&crate::number::Group| g.before == separator && matches!(separator, b' ' | b'-');
    let long = groups.first().is_some_and(|g| g.len >= 18);
    let more = if long { 0 } else { groups.iter().skip(1).take_while(same).count() };
    let last = at.group + more;
    let digits = run.between(at.group, last);
    let label = at.block.before(at.token, REACH, Sense::DeviceWord.set());
    let named = label.is_some_and(|word| at.block.entry(word).value == ICCID);
    let Some(place) = place(at, run, last) else { return };
    if !(18..=22).contains(&digits.len()) || !matches!(digits, [8, 9, ..]) {
        return;
    }
    let check = (19..=20).contains(&digits.len()) && luhn(digits);
    let score = match (named, check) {
        (true, true) => CERTAIN,
        (true, false) | (false, true) => LIKELY,
        (false, false) => return,
    };
    report(at.block, place, "iccid", score, digits, label, found);
}

/// The place of the groups from the one that was woken to the last, if no word touches them.
fn place(at: &At<'_>, run: &Run, last: usize) -> Option<Range<usize>> {
    let start = at.block.token(at.token)?.start as usize;
    let end = at.block.token(run.groups().get(last)?.token as usize)?.end as usize;
    let text = at.block.text;
    let free = !scan::word_before(text, start) && !scan::word_after(text, end);
    let decimal = scan::byte(text, end) == b'.' && scan::byte(text, end + 1).is_ascii_digit();
    (free && !decimal).then_some(start..end)
}

fn report(
    block: &Block<'_>,
    place: Range<usize>,
    form: &'static str,
    score: u8,
    digits: &[u8],
    label: Option<usize>,
    found: &mut Found,
) {
    let normal: String = digits.iter().map(|d| char::from(d + b'0')).collect();
    let mut finding = Finding::new(Kind::Device, place, score).form(form).normal(normal);
    if matches!(form, "imei" | "iccid") {
        finding = finding.because(Evidence::Check("luhn"));
    }
    found.push(with_context(finding, block, label));
}

fn with_context(finding: Finding, block: &Block<'_>, label: Option<usize>) -> Finding {
    match label.and_then(|l| block.token(l)) {
        Some(word) => finding.because(Evidence::Context(word.place())),
        None => finding,
    }
}

/// Words that make a UUID an identifier of a device or of a person's browser or account.
const UUID_WORDS: SenseSet = SenseSet::of(&[Sense::DeviceWord, Sense::CookieWord, Sense::UserWord]);

/// `8-4-4-4-12` hexadecimal digits: woken at each hyphen, goes on at the first.
fn uuid(block: &Block<'_>, token: usize, found: &mut Found) {
    let Some(sign) = block.token(token) else { return };
    let (text, at) = (block.text, sign.start as usize);
    let Some(start) = at.checked_sub(8).filter(|_| scan::byte(text, at + 5) == b'-') else {
        return;
    };
    let Some(place) = uuid_at(text, start) else { return };
    let normal = scan::piece(text, place.clone()).to_ascii_lowercase();
    if normal.bytes().all(|b| matches!(b, b'0' | b'-')) {
        return;
    }
    let mut first = token;
    while first > 0 && block.token(first).is_some_and(|t| t.start as usize > start) {
        first -= 1;
    }
    let Some(label) = block.before(first, REACH, UUID_WORDS) else { return };
    let senses = block.senses(label);
    let finding = match block.entry(label).value {
        _ if senses.has(Sense::CookieWord) => {
            Finding::new(Kind::Cookie, place, LIKELY).form("session")
        }
        ADVERTISING => Finding::new(Kind::Device, place, STRONG).form("advertising-id"),
        _ if senses.has(Sense::UserWord) => Finding::new(Kind::User, place, LIKELY).form("uuid"),
        _ => Finding::new(Kind::Device, place, LIKELY).form("uuid"),
    };
    found.push(with_context(
        finding.normal(normal).because(Evidence::Pattern("uuid")),
        block,
        Some(label),
    ));
}

/// A UUID that starts at a place and stands alone.
pub(crate) fn uuid_at(text: &str, start: usize) -> Option<Range<usize>> {
    let mut at = start;
    for (index, length) in [8, 4, 4, 4, 12].into_iter().enumerate() {
        if index > 0 && scan::byte(text, at) != b'-' {
            return None;
        }
        at += usize::from(index > 0);
        let end = scan::forth(text, at, length, |b| b.is_ascii_hexdigit());
        if end != at + length {
            return None;
        }
        at = end;
    }
    (!scan::word_before(text, start) && !scan::word_after(text, at)).then_some(start..at)
}

/// The last word of a label: "number" after "serial".
fn number_word(block: &Block<'_>, token: usize) -> usize {
    token + usize::from(block.senses(token + 1).has(Sense::NumberWord))
}

/// A serial number after its label: letters and digits, at least two digits.
fn serial(block: &Block<'_>, token: usize, found: &mut Found) {
    let value = block.entry(token).value;
    let Some(label) = labelled::after(block, token, Sense::DeviceWord.set())
        .filter(|l| matches!(l.link, Link::Sign | Link::Says | Link::Is))
        .or_else(|| labelled::next(block, number_word(block, token)).filter(|_| value == SERIAL))
    else {
        return;
    };
    let identifies = value == SERIAL
        || value >= ADVERTISING && label.words > 0
        || block.word(token).ends_with("id");
    let Some(place) =
        label.value(block.text, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/'))
    else {
        return;
    };
    let spelling = block.slice(place.clone()).trim_end_matches(['-', '/']);
    let digits = spelling.bytes().filter(u8::is_ascii_digit).count();
    if !identifies || !(5..=32).contains(&spelling.len()) || digits < 2 {
        return;
    }
    let finding = Finding::new(Kind::Device, place.start..place.start + spelling.len(), LIKELY)
        .form(if value == SERIAL { "serial" } else { "device-id" })
        .normal(spelling.to_uppercase())
        .because(Evidence::Pattern("label"));
    found.push(with_context(finding, block, Some(token)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::testing::{forms, missed, normals, places};

    #[test]
    fn numbers_of_devices() {
        // IMEI: the examples of 3GPP and GSMA documents; ICCID: ITU-T E.118's form with a right check digit.
        for (text, place, normal, form) in [
            ("IMEI 490154203237518", "490154203237518", "490154203237518", "imei"),
            ("IMEI: 49-015420-323751-8.", "49-015420-323751-8", "490154203237518", "imei"),
            ("imei 356938035643809", "356938035643809", "356938035643809", "imei"),
            ("phone 356938035643809 lost", "356938035643809", "356938035643809", "imei"),
            ("IMEI 35 693803 564380 9", "35 693803 564380 9", "356938035643809", "imei"),
            ("IMEISV 3569380356438012", "3569380356438012", "3569380356438012", "imeisv"),
            ("IMSI 262019876543210", "262019876543210", "262019876543210", "imsi"),
            ("ICCID 8991101200003204510", "8991101200003204510", "8991101200003204510", "iccid"),
            (
                "SIM: 8991 1012 0000 3204 510",
                "8991 1012 0000 3204 510",
                "8991101200003204510",
                "iccid",
            ),
            ("Seriennummer: C02XK0ABCDE1", "C02XK0ABCDE1", "C02XK0ABCDE1", "serial"),
            ("serial number SN-123456", "SN-123456", "SN-123456", "serial"),
            ("numéro de série : AB12345", "AB12345", "AB12345", "serial"),
        ] {
            assert_eq!(places(text, Kind::Device), [place], "{text}");
            assert_eq!(normals(text, Kind::Device), [normal], "{text}");
            assert_eq!(forms(text, Kind::Device), [form], "{text}");
        }
        assert_eq!(missed("IMEI 490154203237517", Kind::Device), ["miss-check-digit"]);
    }

    #[test]
    fn uuids_by_what_announces_them() {
        let uuid = "6D92078A-8246-4BA4-AE5B-76104861E7DC";
        assert_eq!(forms(&format!("IDFA: {uuid}"), Kind::Device), ["advertising-id"]);
        assert_eq!(forms(&format!("device id {uuid}"), Kind::Device), ["uuid"]);
        assert_eq!(places(&format!("session={uuid};"), Kind::Cookie), [uuid]);
        assert_eq!(places(&format!("user {uuid} left"), Kind::User), [uuid]);
        assert!(places(&format!("request {uuid}"), Kind::Device).is_empty());
    }

    #[test]
    fn what_is_none() {
        for text in [
            "490154203237518",
            "order 123456789012345",
            "device iPhone 12",
            "Gerät 5",
            "serial killer 12345",
            "phone 12-345678",
            "8991 101",
            "IDFA: 00000000-0000-0000-0000-000000000000",
            "Serie A",
            "356938035643809.5",
        ] {
            assert!(places(text, Kind::Device).is_empty(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn one_wrong_digit_is_seen(digits in proptest::collection::vec(0u8..10, 14), at in 0usize..15, by in 1u8..10) {
            let mut all = digits;
            let check = (0..10).find(|d| luhn(&[all.as_slice(), &[*d]].concat())).unwrap();
            all.push(check);
            assert!(luhn(&all));
            all[at] = (all[at] + by) % 10;
            assert!(!luhn(&all));
        }
    }
}
