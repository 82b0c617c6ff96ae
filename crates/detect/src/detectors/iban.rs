//! International bank account numbers (ISO 13616), with the structures of the SWIFT registry and of the countries that use
//! the form without being registered.
//!
//! Written together, in groups, with hyphens, in either case, broken over a line. Once country, length, structure and
//! check digits agree, it is nothing else. One that is mistyped (wrong check digits, a character too many or too few) is
//! still somebody's account where a word announces it; without such a word it is a near miss.

use crate::Kind;
use crate::check_digit::{mod97, value};
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};

/// Country and what follows the check digits: `n` digits, `a` letters, `c` both (SWIFT registry as of October 2026, and national
/// practice). Sorted.
const STRUCTURES: &str = "AD8n12c AE19n AL8n16c AO21n AT16n AX14n AZ4a20c BA16n BE12n BF2c22n BG4a6n8c BH4a14c BI23n \
BJ2c22n BL10n11c2n BR8c15n2c BY4c4n16c CF23n CG23n CH5n12c CI2a22n CM23n CR18n CV21n CY8n16c CZ20n DE18n DJ23n DK14n \
DO4c20n DZ22n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GA23n GB4a14n GE2a16n GF10n11c2n GG4a14n GI4a15c GL14n \
GP10n11c2n GQ23n GR7n16c GT24c GW2c19n HN4a20n HR17n HU24n IE4a14n IL19n IM4a14n IQ4a15n IR22n IS22n IT1a10n12c \
JE4a14n JO4a4n18c KM23n KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n MA24n MC10n11c2n MD20c \
ME18n MF10n11c2n MG23n MK3n10c2n ML2c22n MN16n MQ10n11c2n MR23n MT4a5n18c MU4a19n3a MZ21n NC10n11c2n NE2a22n NI4a20n \
NL4a10n NO11n OM3n16c PF10n11c2n PK4a16c PL24n PM10n11c2n PS4a21c PT21n QA4a21c RE10n11c2n RO4a16c RS18n RU14n15c \
SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SN2a22n SO19n ST21n SV4a20n TD23n TF10n11c2n TG2a22n TL19n TN20n \
TR6n16c UA6n19c VA18n VG4a16n WF10n11c2n XK16n YE4a4n18c YT10n11c2n";

/// The longest that ISO 13616 allows.
const LONGEST: usize = 34;
const WORDS: SenseSet = Sense::AccountWord.set();

#[derive(Debug)]
pub(crate) struct Iban;

impl Detector for Iban {
    fn name(&self) -> &'static str {
        "iban"
    }
    fn wakes(&self) -> Wakes {
        Wakes { mixed: true, capitals: true, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        if token.class == Class::Word && token.len() != 2 {
            return;
        }
        let mut start = token.start as usize;
        let head = at.block.text.as_bytes().get(start..start + 4);
        if head.is_some_and(|h| h.eq_ignore_ascii_case(b"iban")) {
            start += 4;
        }
        let length = length(at.block.byte(start), at.block.byte(start + 1));
        if length != 0 {
            look_at(at, start, length, found);
        }
    }
}

/// Looks at what begins with a country's letters.
fn look_at(at: &At<'_>, start: usize, length: usize, found: &mut Found) {
    if !has_check_digits(at.block.text.as_bytes(), start + 2) {
        return;
    }
    let read = read(at.block.text, start, length);
    let written = read.written();
    let place = start..read.end;
    let word = || at.block.before(at.token, 5, WORDS).and_then(|w| at.block.token(w));
    let context = || word().map(|w| Evidence::Context(w.place()));
    if read.whole && has_structure(written) && is_right(written) {
        let finding = Finding::new(Kind::Iban, place, CERTAIN).normal(read.text());
        let finding = finding.because(Evidence::Check("mod-97"));
        found.push(context().into_iter().fold(finding, Finding::because));
    } else if let Some(why) = mistake(at.block, &read, length) {
        match context().filter(|_| !read.over_lines) {
            Some(context) => {
                let finding = Finding::new(Kind::Iban, place, LIKELY).normal(read.text());
                found.push(finding.because(context).because(Evidence::Pattern("iban")));
            }
            None => found.miss(Kind::Iban, "", place, why),
        }
    }
}

/// Whether two digits stand at a place, perhaps behind a separator or around one.
fn has_check_digits(bytes: &[u8], mut at: usize) -> bool {
    for _ in 0..2 {
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        if !digit(at) {
            match separator(bytes, at) {
                Some((next, _)) if digit(next) => at = next,
                _ => return false,
            }
        }
        at += 1;
    }
    true
}

/// What is wrong with something that looks like an IBAN; `None` if it looks like something else.
fn mistake(block: &Block<'_>, read: &Read, length: usize) -> Option<&'static str> {
    if read.whole && has_structure(read.written()) {
        return Some("miss-check-digit");
    }
    // One character or two too many or too few, written together: the token ends where the reading ended.
    let digits = read.written().iter().filter(|b| b.is_ascii_digit()).count();
    let ends = !block.byte(read.end).is_ascii_alphanumeric();
    let near = read.count.abs_diff(length) <= 2 && read.count != length;
    (near && ends && !read.grouped && digits >= 10).then_some("miss-length")
}

/// Whether a text at a place is an IBAN in every respect; for neighbours that ask.
pub(crate) fn stands_at(text: &str, start: usize) -> bool {
    let bytes = text.as_bytes();
    let (Some(a), Some(b)) = (bytes.get(start), bytes.get(start + 1)) else { return false };
    let length = length(*a, *b);
    if length == 0 {
        return false;
    }
    let read = read(text, start, length);
    read.whole && has_structure(read.written()) && is_right(read.written())
}

/// What was read of a text.
struct Read {
    letters: [u8; LONGEST],
    count: usize,
    end: usize,
    /// As long as its country wants and not longer.
    whole: bool,
    grouped: bool,
    over_lines: bool,
}

impl Read {
    fn written(&self) -> &[u8] {
        self.letters.get(..self.count).unwrap_or(&[])
    }
    fn text(&self) -> &str {
        std::str::from_utf8(self.written()).unwrap_or("")
    }
}

/// Reads letters and digits, with at most one separator between groups, until there are `length`. What is written
/// together is read on for two more, so that one too long is seen.
fn read(text: &str, start: usize, length: usize) -> Read {
    let mut read = Read {
        letters: [0; LONGEST],
        count: 0,
        end: start,
        whole: false,
        grouped: false,
        over_lines: false,
    };
    let bytes = text.as_bytes();
    while let Some(room) = read.letters.get_mut(read.count) {
        match bytes.get(read.end) {
            Some(byte) if byte.is_ascii_alphanumeric() => {
                if read.count == length && read.grouped || read.count > length + 1 {
                    return read;
                }
                *room = byte.to_ascii_uppercase();
                read.count += 1;
                read.end += 1;
            }
            _ if read.count >= length => break,
            // Written together as far as here: what follows a blank is the next word.
            _ if read.count + 2 >= length && !read.grouped => break,
            _ => match separator(bytes, read.end) {
                Some((next, line)) => {
                    read.grouped = true;
                    read.over_lines |= line;
                    read.end = next;
                }
                None => break,
            },
        }
    }
    let follows = text.get(read.end..).and_then(|t| t.chars().next());
    read.whole = read.count == length && !follows.is_some_and(char::is_alphanumeric);
    read
}

/// The place after a separator within an IBAN, if a letter or digit follows; and whether it breaks the line.
fn separator(bytes: &[u8], at: usize) -> Option<(usize, bool)> {
    let rest = bytes.get(at..)?;
    let (length, line) = match rest {
        [b'\r', b'\n', ..] => (2, true),
        [b'\n', ..] => (1, true),
        [b' ', b'\n' | b' ' | b'-', ..] => (2, rest.get(1) == Some(&b'\n')),
        [b' ' | b'-' | b'.', ..] => (1, false),
        [0xc2, 0xa0, ..] => (2, false),
        [0xe2, 0x80, 0xaf | 0x89 | 0x91, ..] => (3, false),
        _ => return None,
    };
    let length = length + usize::from(length == 2 && rest.get(2) == Some(&b' '));
    rest.get(length)?.is_ascii_alphanumeric().then_some((at + length, line))
}

fn is_right(written: &[u8]) -> bool {
    let (head, rest) = written.split_at(written.len().min(4));
    mod97(rest.iter().chain(head).filter_map(|b| value(*b))) == 1
}

/// Whether the part after the check digits has the structure of its country.
fn has_structure(written: &[u8]) -> bool {
    let Some((&[a, b], rest)) = written.split_first_chunk::<2>() else { return false };
    let entry = structure(a, b);
    let mut left = rest.iter().skip(2);
    let mut wanted = 0;
    for byte in entry.unwrap_or("").bytes() {
        match byte {
            b'0'..=b'9' => wanted = wanted * 10 + usize::from(byte - b'0'),
            kind => {
                let mut part = left.by_ref().take(std::mem::take(&mut wanted));
                if !part.all(|b| fits(kind, *b)) {
                    return false;
                }
            }
        }
    }
    entry.is_some() && left.next().is_none()
}

/// What follows the check digits in a country, as [`STRUCTURES`] says it.
fn structure(a: u8, b: u8) -> Option<&'static str> {
    if !(a.is_ascii_uppercase() && b.is_ascii_uppercase()) {
        return None;
    }
    let start = usize::from(*STARTS.get(place(a, b))?);
    let rest = STRUCTURES.get(start..).filter(|_| start > 0)?;
    Some(rest.split_once(' ').map_or(rest, |(one, _)| one))
}

fn fits(kind: u8, byte: u8) -> bool {
    match kind {
        b'n' => byte.is_ascii_digit(),
        b'a' => byte.is_ascii_uppercase(),
        _ => byte.is_ascii_alphanumeric(),
    }
}

/// How long an IBAN of the country is; 0 if there is none.
#[inline]
fn length(first: u8, second: u8) -> usize {
    let (a, b) = (first.to_ascii_uppercase(), second.to_ascii_uppercase());
    if !a.is_ascii_uppercase() || !b.is_ascii_uppercase() {
        return 0;
    }
    LENGTHS.get(place(a, b)).map_or(0, |l| usize::from(*l))
}

const fn place(a: u8, b: u8) -> usize {
    (a - b'A') as usize * 26 + (b - b'A') as usize
}

/// Where the structure of each pair of letters starts in [`STRUCTURES`]; 0 for none.
#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
static STARTS: [u16; 26 * 26] = {
    let mut table = [0; 26 * 26];
    let bytes = STRUCTURES.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        table[place(bytes[at], bytes[at + 1])] = at as u16 + 2;
        while at < bytes.len() && bytes[at] != b' ' {
            at += 1;
        }
        at += 1;
    }
    table
};

/// The length for each pair of letters, counted from [`STRUCTURES`].
#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
static LENGTHS: [u8; 26 * 26] = {
    let mut table = [0; 26 * 26];
    let bytes = STRUCTURES.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let country = place(bytes[at], bytes[at + 1]);
        at += 2;
        let (mut sum, mut number) = (4, 0);
        while at < bytes.len() && bytes[at] != b' ' {
            match bytes[at] {
                digit @ b'0'..=b'9' => number = number * 10 + (digit - b'0'),
                _ => {
                    sum += number;
                    number = 0;
                }
            }
            at += 1;
        }
        table[country] = sum;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::testing::{findings, missed, normals, places};

    /// Examples of the SWIFT registry.
    const EXAMPLES: [&str; 24] = [
        "AT611904300234573201",
        "BE68539007547034",
        "BR1800360305000010009795493C1",
        "CH9300762011623852957",
        "CZ6508000000192000145399",
        "DE89370400440532013000",
        "DK5000400440116243",
        "ES9121000418450200051332",
        "FI2112345600000785",
        "FR1420041010050500013M02606",
        "GB29NWBK60161331926819",
        "GR1601101250000000012300695",
        "HU42117730161111101800000000",
        "IE29AIBK93115212345678",
        "IT60X0542811101000000123456",
        "LC55HEMM000100010012001200023015",
        "LU280019400644750000",
        "MT84MALT011000012345MTLCAST001S",
        "MU17BOMM0101101030300200000MUR",
        "NL91ABNA0417164300",
        "NO9386011117947",
        "PL61109010140000071219812874",
        "SK3112000000198742637541",
        "TR330006100519786457841326",
    ];

    #[test]
    fn every_example_in_every_spelling() {
        for iban in EXAMPLES {
            let pairs: Vec<&[u8]> = iban.as_bytes().chunks(4).collect();
            let groups: Vec<&str> = pairs.iter().map(|p| str::from_utf8(p).unwrap()).collect();
            for spelling in [
                iban.to_owned(),
                groups.join(" "),
                groups.join("-"),
                groups.join("\u{a0}"),
                iban.to_lowercase(),
                format!("{} {} {}", &iban[..2], &iban[2..4], &iban[4..]),
            ] {
                let text = format!("Bitte an {spelling} 5 EUR, danke");
                let found = findings(&text, Kind::Iban);
                assert_eq!(found.len(), 1, "{text}");
                assert_eq!(&text[found[0].place.clone()], spelling);
                assert_eq!(found[0].normal.as_deref(), Some(iban));
                assert_eq!(found[0].score, CERTAIN);
            }
        }
    }

    #[test]
    fn no_changed_digit_passes() {
        for iban in EXAMPLES {
            for at in 2..iban.len() {
                let mut bytes = iban.as_bytes().to_vec();
                if bytes[at].is_ascii_digit() {
                    bytes[at] = b'0' + (bytes[at] - b'0' + 1) % 10;
                    let text = String::from_utf8(bytes).unwrap();
                    assert!(places(&text, Kind::Iban).is_empty(), "{text}");
                }
            }
        }
    }

    #[test]
    fn its_end_is_its_own() {
        for (text, expected) in [
            ("IBAN:DE89370400440532013000", "DE89370400440532013000"),
            ("IBANDE89370400440532013000.", "DE89370400440532013000"),
            ("DE89 3704 0044 0532 0130 00 COBADEFF", "DE89 3704 0044 0532 0130 00"),
            ("DE89 3704 0044 0532 0130 00 12", "DE89 3704 0044 0532 0130 00"),
            ("a;DE89370400440532013000;b", "DE89370400440532013000"),
            ("DE89 3704 0044\n0532 0130 00\n12", "DE89 3704 0044\n0532 0130 00"),
        ] {
            assert_eq!(places(text, Kind::Iban), [expected], "{text}");
        }
        assert_eq!(normals("de 89 370400440532013000", Kind::Iban).len(), 0);
        for text in
            ["XDE89370400440532013000", "DE89370400440532013000X", "DE893704004405320130001"]
        {
            assert!(places(text, Kind::Iban).is_empty(), "{text}");
        }
    }

    #[test]
    fn mistyped_ones_need_a_word() {
        for wrong in ["DE89370400440532013001", "DE8937040044053201300", "DE893704004405320130000"]
        {
            let text = format!("meine IBAN ist {wrong}, bitte");
            let found = findings(&text, Kind::Iban);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((&text[found[0].place.clone()], found[0].score), (wrong, LIKELY));
        }
        assert_eq!(missed("x DE89370400440532013001 y", Kind::Iban), ["miss-check-digit"]);
        assert_eq!(missed("x DE8937040044053201300 y", Kind::Iban), ["miss-length"]);
        assert!(missed("IBAN: ES12 oder DE 15 Uhr", Kind::Iban).is_empty());
        assert!(places("IBAN: ES12 oder DE 15 Uhr", Kind::Iban).is_empty());
    }

    #[test]
    fn every_structure_is_in_order_and_no_longer_than_allowed() {
        let countries: Vec<&str> = STRUCTURES.split(' ').map(|e| &e[..2]).collect();
        assert!(countries.is_sorted());
        assert!(LENGTHS.iter().all(|l| usize::from(*l) <= LONGEST));
        assert_eq!((length(b'd', b'E'), length(b'N', b'O'), length(b'U', b'S')), (22, 15, 0));
    }
}
