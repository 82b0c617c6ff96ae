//! Identifiers that are kept in browsers: the cookies of a header (RFC 6265 §4), and values after the names under which
//! servers and trackers keep them (`PHPSESSID`, `JSESSIONID`, `_ga`). The place is the value.
//!
//! Refused: short values, and attributes such as `Path`; settings (`lang=de`) are no identifiers.

use std::ops::Range;

use super::labelled;
use super::scan;
use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, LIKELY, STRONG};
use crate::lexicon::Sense;
use crate::token::Block;

/// Values of the words (`[cookie-word 1]` …).
const HEADER: u8 = 1;
const SESSION: u8 = 2;
/// The most cookies of a header that are looked at, and the longest header.
const MOST: usize = 32;
const LONGEST_HEADER: usize = 2048;
/// The shortest value that can tell browsers apart.
const SHORTEST: usize = 8;

#[derive(Debug)]
pub(crate) struct Cookie;

impl Detector for Cookie {
    fn name(&self) -> &'static str {
        "cookie"
    }
    fn wakes(&self) -> Wakes {
        Wakes { senses: Sense::CookieWord.set(), ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        match at.block.entry(at.token).value {
            HEADER => header(at.block, at.token, found),
            SESSION => session(at.block, at.token, found),
            _ => named(at.block, at.token, found),
        }
    }
}

/// RFC 6265 `cookie-octet`, as far as identifiers have them.
fn fits(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/+%=!*$|@".contains(c)
}

/// `Cookie: a=b; c=d`, `Set-Cookie: a=b; Path=/`.
fn header(block: &Block<'_>, token: usize, found: &mut Found) {
    let text = block.text;
    let Some(word) = block.token(token) else { return };
    let end = word.end as usize;
    let colon = scan::forth(text, end, 2, |b| b == b'"');
    if scan::byte(text, colon) != b':' {
        return;
    }
    let from = scan::forth(text, colon + 1, 3, |b| matches!(b, b' ' | b'"'));
    let most = if scan::behind(text, word.start as usize, 4).eq_ignore_ascii_case("set-") {
        1
    } else {
        MOST
    };
    let line = scan::ahead(text, from, LONGEST_HEADER);
    let line = line.find(['\n', '\r', '"']).map_or(line, |at| scan::piece(line, 0..at));
    let mut at = from;
    for pair in line.split(';').take(most) {
        let name = pair.split('=').next().unwrap_or("");
        // No name has a colon (RFC 7230 `token`): another header or another text begins.
        if name.contains(':') {
            break;
        }
        let start = at + name.len() + 1;
        let value = scan::piece(pair, (name.len() + 1).min(pair.len())..pair.len()).trim_end();
        if is_identifier(value) {
            report(block, start..start + value.len(), form(name.trim()), STRONG, token, found);
        }
        at += pair.len() + 1;
    }
}

/// Long enough, of the signs of a token, and no word: with a digit or in capitals and small letters.
fn is_identifier(value: &str) -> bool {
    let digit = value.contains(|c: char| c.is_ascii_digit());
    let both = value.contains(|c: char| c.is_ascii_uppercase())
        && value.contains(|c: char| c.is_ascii_lowercase());
    value.len() >= SHORTEST
        && value.chars().all(fits)
        && (digit || both && value.len() >= 2 * SHORTEST)
}

fn form(name: &str) -> &'static str {
    let name = name.trim_start_matches('_');
    if name.to_ascii_lowercase().contains("sess") || name.ends_with("sid") || name.ends_with("SID")
    {
        "session"
    } else if ["ga", "gid", "pk_id", "hj", "clck", "utm"].iter().any(|n| name.starts_with(n)) {
        "analytics"
    } else if ["fb", "gcl", "IDE", "NID", "datr"].iter().any(|n| name.starts_with(n)) {
        "advertising"
    } else {
        "cookie"
    }
}

/// `session id: 4f2a…`, `sid=…`.
fn session(block: &Block<'_>, token: usize, found: &mut Found) {
    let Some(label) = labelled::after(block, token, Sense::CookieWord.set()) else { return };
    let Some(place) = label.value(block.text, |c| fits(c) && c != '=') else {
        return;
    };
    let value = block.slice(place.clone()).trim_end_matches(['.', ':', '/', '!', '|']);
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    if is_identifier(value) && digits >= 2 && !value.contains("://") && label.words <= 2 {
        report(block, place.start..place.start + value.len(), "session", LIKELY, token, found);
    }
}

/// The name of a cookie with its value right behind: `_ga=GA1.2.…`, `_ga_ABC=…`, `"JSESSIONID":"…"`.
fn named(block: &Block<'_>, token: usize, found: &mut Found) {
    let text = block.text;
    let Some(word) = block.token(token) else { return };
    let start = word.start as usize;
    let short = word.len() <= 4;
    if short && scan::byte_before(text, start) != b'_' {
        return;
    }
    let name = scan::forth(text, word.end as usize, 32, |b| scan::is_word(b) || b == b'-');
    let from = scan::forth(text, name, 4, |b| matches!(b, b'"' | b':' | b'=' | b' ' | b'\''));
    let signed = scan::piece(text, name..from).contains(['=', ':']);
    let to = scan::forth(text, from, LONGEST_HEADER / 4, |b| fits(char::from(b)) && b.is_ascii());
    let value = scan::piece(text, from..to).trim_end_matches(['.', ':', '/', '|']);
    if signed && is_identifier(value) {
        let form = form(scan::piece(text, start..name));
        report(block, from..from + value.len(), form, STRONG, token, found);
    }
}

fn report(
    block: &Block<'_>,
    place: Range<usize>,
    form: &'static str,
    score: u8,
    label: usize,
    found: &mut Found,
) {
    let mut finding = Finding::new(Kind::Cookie, place, score)
        .form(form)
        .because(Evidence::Pattern("name=value"));
    if let Some(word) = block.token(label) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{forms, places};

    #[test]
    fn values_of_cookies() {
        for (text, expected) in [
            ("Set-Cookie: sid=31d4d96e407aad42; Path=/; Secure", &["31d4d96e407aad42"][..]),
            (
                "Cookie: SID=31d4d96e407aad42; lang=en-US; x=8c7b6a5f4e3d",
                &["31d4d96e407aad42", "8c7b6a5f4e3d"],
            ),
            ("PHPSESSID=r2t5uvjq435r4q7ib3vtdjq120&x", &["r2t5uvjq435r4q7ib3vtdjq120"]),
            ("/a;jsessionid: 0123456789ABCDEF.node1 x", &["0123456789ABCDEF.node1"]),
            ("_ga=GA1.2.1234567890.1234567890; x", &["GA1.2.1234567890.1234567890"]),
            ("_ga_9XYZ=GS1.1.1700000000.1", &["GS1.1.1700000000.1"]),
            ("_fbp=fb.1.1558571054389.1098115397", &["fb.1.1558571054389.1098115397"]),
            (
                "session id: a8f5f167f44f4964e6c998dee827110c.",
                &["a8f5f167f44f4964e6c998dee827110c"],
            ),
            ("Sitzung: a8f5f167f44f49", &["a8f5f167f44f49"]),
            ("{\"Cookie\": \"sid=31d4d96e407aad42\"}", &["31d4d96e407aad42"]),
        ] {
            assert_eq!(places(text, Kind::Cookie), expected, "{text}");
        }
        assert_eq!(forms("_ga=GA1.2.1234567890.1234567890", Kind::Cookie), ["analytics"]);
    }

    #[test]
    fn what_is_none() {
        for text in [
            "Cookie: lang=de; theme=dark",
            "cookies and milk",
            "Session: 3",
            "the session is over",
            "session: tomorrow at 10",
            "Atlanta, GA 30303-1234",
            "Cookie:",
            "session=https://example.org/1234",
            "Set-Cookie: ; Path=/12345678",
        ] {
            assert!(places(text, Kind::Cookie).is_empty(), "{text}");
        }
    }
}
