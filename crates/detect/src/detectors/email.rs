//! E-mail addresses (RFC 5321 §4.1.2, RFC 6531 for letters beyond ASCII), as people and machines write them: plain, quoted,
//! with an address of a network (`anna@[192.0.2.1]`), percent-encoded (`anna%40example.org`), and obfuscated
//! (`anna (at) example (dot) org`).
//!
//! The local part is read backwards from the `@`, the domain forwards. Of the signs that RFC 5322 §3.2.3 allows only those
//! are taken that occur in addresses of people: in text the others stand around an address (`key=`, `*…*`, `|`, `/`).
//! Refused: a domain without a dot, one whose last label has a digit or one letter only, labels that start or end with a
//! hyphen, names of files (`logo@2x.png`). What is spoken ("anna at example dot org") is left to speech.

use std::ops::Range;

use super::{host, scan};
use crate::Kind;
use crate::beside::Beside;
use crate::detector::{At, Between, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, LIKELY, STRONG};
use crate::lexicon::Sense;
use crate::token::Block;

/// The longest local part that mail systems take (RFC 5321 §4.5.3.1.1), in bytes.
const LONGEST_LOCAL: usize = 64;
/// The most pieces of an obfuscated address on either side.
const MOST_PIECES: usize = 6;

/// `@`, its percent-encoding, and the brackets of `anna (at) example.org`.
const SIGNS: &[(u8, Between)] = &[
    (b'@', |_, _| true),
    (b'%', |_, after| after == Beside::Digit),
    (b'(', |_, _| true),
    (b'[', |_, _| true),
    (b'{', |_, _| true),
];

#[derive(Debug)]
pub(crate) struct Email;

impl Detector for Email {
    fn name(&self) -> &'static str {
        "email"
    }
    fn wakes(&self) -> Wakes {
        Wakes { signs: SIGNS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(sign) = at.block.token(at.token) else { return };
        let (from, to) = (sign.start as usize, sign.end as usize);
        match scan::byte(at.block.text, from) {
            b'@' => plain(at.block, from..to, found),
            b'%' if scan::coded(at.block.text, from) == Some(b'@') => {
                plain(at.block, from..to + 2, found);
            }
            b'(' | b'[' | b'{' => obfuscated(at, found),
            _ => {}
        }
    }
}

fn plain(block: &Block<'_>, sign: Range<usize>, found: &mut Found) {
    let text = block.text;
    let Some(place) = around(text, sign.clone()) else { return };
    let domain = scan::piece(text, sign.end..place.end);
    let local = scan::piece(text, place.start..sign.start);
    if !domain.starts_with('[') && (!host::is_name(domain) || is_file(domain)) {
        found.miss(Kind::Email, "", place, "miss-domain");
        return;
    }
    if matches!(local, "git" | "hg" | "svn") && scan::byte(text, place.end) == b':' {
        found.miss(Kind::Email, "", place, "miss-no-person");
        return;
    }
    let normal = [&*scan::decode(local), "@", domain].concat();
    found.push(
        Finding::new(Kind::Email, place, STRONG)
            .normal(scan::lower(normal))
            .because(Evidence::Pattern("local@domain")),
    );
}

/// What looks like an address around an `@` (or its encoding) at `sign`, whatever its domain.
pub(crate) fn around(text: &str, sign: Range<usize>) -> Option<Range<usize>> {
    let end = match host::bracketed(text, sign.end) {
        Some(literal) => literal.end,
        None => domain_end(text, sign.end),
    };
    let start = local_start(text, sign.start, scan::byte(text, end));
    (start < sign.start && end > sign.end).then_some(start..end)
}

/// Whether an address stands in a text: a look at each `@` of it.
pub(crate) fn is_in(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        around(text, at..at + 1)
            .is_some_and(|place| host::is_name(scan::piece(text, at + 1..place.end)))
    })
}

fn domain_end(text: &str, from: usize) -> usize {
    let end = host::end(text, from);
    let domain = scan::piece(text, from..end);
    // A sentence that goes on without a blank: `anna@example.org.Please write`.
    if let Some((rest, last)) = domain.rsplit_once('.')
        && last.starts_with(char::is_uppercase)
        && !rest.contains(char::is_uppercase)
        && rest.rsplit_once('.').is_some_and(|(_, top)| host::top(top) != host::Top::Unknown)
    {
        return from + rest.len();
    }
    end
}

/// Where the local part before an `@` starts; `after` is the byte after the whole address.
fn local_start(text: &str, at: usize, after: u8) -> usize {
    if scan::byte_before(text, at) == b'"' {
        return quoted_start(text, at).unwrap_or(at);
    }
    let start = atoms_start(text, at);
    let local = scan::piece(text, start..at);
    let local = local.rfind("..").map_or(local, |dots| scan::piece(local, dots + 2..local.len()));
    let bare = local.trim_start_matches(['.', '-', '+', '\'', '&']);
    // `_anna@example.org_` is emphasis.
    let bare = if after == b'_' { bare.trim_start_matches('_') } else { bare };
    if bare.ends_with('.') {
        return at;
    }
    let start = at - bare.len();
    verp_start(text, start, bare).unwrap_or(start)
}

fn atoms_start(text: &str, at: usize) -> usize {
    let window = scan::behind(text, at, LONGEST_LOCAL);
    let offset = at - window.len();
    let (mut start, mut last) = (at, '@');
    for (index, c) in window.char_indices().rev() {
        let place = offset + index;
        if c == '%' {
            match scan::coded(text, place) {
                Some(b) if is_atom(char::from(b)) && b.is_ascii() => {}
                Some(_) => return (place + 3).min(at),
                None => return start,
            }
        } else if !is_atom(c) || scan::script_changes(c, last) {
            break;
        }
        (start, last) = (place, c);
    }
    start
}

fn is_atom(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '\'' | '&')
}

/// Addresses for bounces hold the recipient's own (`bounces+anna=example.org@lists.example.net`).
fn verp_start(text: &str, start: usize, local: &str) -> Option<usize> {
    if scan::byte_before(text, start) != b'=' || !host::is_name(local) {
        return None;
    }
    let first = atoms_start(text, start - 1);
    scan::piece(text, first..start).contains(['+', '-']).then_some(first)
}

/// The start of a local part in quotes (RFC 5321 `Quoted-string`), whose closing quote stands before `at`.
fn quoted_start(text: &str, at: usize) -> Option<usize> {
    let window = scan::behind(text, at - 1, LONGEST_LOCAL);
    let open = window.rfind(['"', '\n'])?;
    let inner = scan::piece(window, open + 1..window.len());
    (window.as_bytes().get(open) == Some(&b'"') && !inner.is_empty())
        .then_some(at - 2 - inner.len())
}

/// Names of files that have an `@` (`icon@2x.png`): pictures and code, none a top-level domain.
fn is_file(domain: &str) -> bool {
    let last = domain.rsplit('.').next().unwrap_or("");
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "html", "json", "pdf", "txt"]
        .iter()
        .any(|e| last.eq_ignore_ascii_case(e))
}

/// `anna (at) example (dot) org`, `anna[at]example.org`: woken at the bracket.
fn obfuscated(at: &At<'_>, found: &mut Found) {
    let block = at.block;
    if bracketed_word(block, at.token, Sense::SpokenAt).is_none() {
        return;
    }
    let Some(open) = block.token(at.token) else { return };
    let (start, local) = local_before(block, at.token, open.start as usize);
    let Some((end, domain)) = domain_after(block, at.token + 3) else { return };
    if local.is_empty() {
        return;
    }
    if !host::is_name(&domain) {
        found.miss(Kind::Email, "obfuscated", start..end, "miss-domain");
        return;
    }
    let known = host::top(domain.rsplit('.').next().unwrap_or("")) != host::Top::Unknown;
    found.push(
        Finding::new(Kind::Email, start..end, if known { STRONG } else { LIKELY })
            .form("obfuscated")
            .normal(scan::lower(format!("{local}@{domain}")))
            .because(Evidence::Pattern("local(at)domain")),
    );
}

/// The word in brackets that open at a token, if it has the sense.
fn bracketed_word(block: &Block<'_>, open: usize, sense: Sense) -> Option<usize> {
    let close = match block.word(open) {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        _ => return None,
    };
    (block.word(open + 2) == close && block.senses(open + 1).has(sense)).then_some(open + 1)
}

/// The local part before a bracket, with dots that are written as words.
fn local_before(block: &Block<'_>, open: usize, mut to: usize) -> (usize, String) {
    let mut parts = Vec::new();
    let mut token = open;
    let mut start = to;
    for _ in 0..MOST_PIECES {
        to -= usize::from(scan::byte_before(block.text, to) == b' ');
        let first = local_start(block.text, to, 0);
        if first == to {
            break;
        }
        parts.push(scan::piece(block.text, first..to));
        start = first;
        while token > 0 && block.token(token).is_some_and(|t| t.start as usize > first) {
            token -= 1;
        }
        match token.checked_sub(3) {
            Some(dot) if bracketed_word(block, dot, Sense::SpokenDot).is_some() => {
                (token, to) = (dot, block.token(dot).map_or(0, |t| t.start as usize));
            }
            _ => break,
        }
    }
    parts.reverse();
    (start, parts.join("."))
}

/// The domain that starts at a token, with dots that are written as words.
fn domain_after(block: &Block<'_>, mut token: usize) -> Option<(usize, String)> {
    let mut domain = String::new();
    let mut end = 0;
    for piece in 0..MOST_PIECES {
        let from = block.token(token)?.start as usize;
        let gap = from - block.token(token - 1)?.end as usize;
        let to = domain_end(block.text, from);
        if to == from || gap > 1 {
            break;
        }
        if piece > 0 {
            domain.push('.');
        }
        domain.push_str(block.slice(from..to));
        end = to;
        while block.token(token).is_some_and(|t| (t.start as usize) < to) {
            token += 1;
        }
        if bracketed_word(block, token, Sense::SpokenDot).is_some() {
            token += 3;
        } else if block.senses(token).has(Sense::SpokenDot) && !domain.contains('.') {
            token += 1;
        } else {
            break;
        }
    }
    (end > 0).then_some((end, domain))
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{missed, normals, places};

    #[test]
    fn addresses_in_text() {
        for (text, expected) in [
            ("Mail anna.b+c@mail.example.org.", "anna.b+c@mail.example.org"),
            ("<max@example.com>", "max@example.com"),
            ("'max@example.com'", "max@example.com"),
            ("jürgen@müller.example", "jürgen@müller.example"),
            ("a;b@example.com;c", "b@example.com"),
            ("mailto:anna@example.org?subject=x", "anna@example.org"),
            ("email=anna@example.org&x=1", "anna@example.org"),
            ("Name|anna@example.org|x", "anna@example.org"),
            ("**anna@example.org**", "anna@example.org"),
            ("_anna@example.org_", "anna@example.org"),
            ("-anna-maria_b@ex-ample.org-", "anna-maria_b@ex-ample.org"),
            ("o'brien@example.org!", "o'brien@example.org"),
            ("r&d@example.com", "r&d@example.com"),
            ("\"anna meier\"@example.org", "\"anna meier\"@example.org"),
            ("anna@[192.0.2.1] x", "anna@[192.0.2.1]"),
            ("anna@[IPv6:2001:db8::1]", "anna@[IPv6:2001:db8::1]"),
            ("...anna@example.org...", "anna@example.org"),
            ("Schreib an anna@example.org.Danke", "anna@example.org"),
            ("联系anna@example.org请", "anna@example.org"),
            ("bounces+anna=example.org@l.example.net", "bounces+anna=example.org@l.example.net"),
            ("{\"m\":\"anna@example.org\"}", "anna@example.org"),
            ("&lt;anna@example.org&gt;", "anna@example.org"),
        ] {
            assert_eq!(places(text, Kind::Email), [expected], "{text}");
        }
    }

    #[test]
    fn encoded_and_obfuscated() {
        for (text, place, normal) in [
            ("GET q=anna%40example.org HTTP", "anna%40example.org", "anna@example.org"),
            ("%3Danna%2Bb%40example.org", "anna%2Bb%40example.org", "anna+b@example.org"),
            ("an anna (at) example.de, bitte", "anna (at) example.de", "anna@example.de"),
            ("anna[at]example.de", "anna[at]example.de", "anna@example.de"),
            ("anna (at) example (dot) org.", "anna (at) example (dot) org", "anna@example.org"),
            ("anna(dot)b [at] x dot org", "anna(dot)b [at] x dot org", "anna.b@x.org"),
            ("anna{AT}example[punkt]de", "anna{AT}example[punkt]de", "anna@example.de"),
        ] {
            assert_eq!(places(text, Kind::Email), [place], "{text}");
            assert_eq!(normals(text, Kind::Email), [normal], "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "@anna",
            "anna@",
            "anna@home",
            "a @ b.org",
            "x@1.2",
            "x@-a.org",
            "icon@2x.png",
            "100%40",
            "git@github.com:a/b.git",
            "we met (at) noon",
            "f(at)x",
            "anna.@example.org",
            "(at)",
            "\"@x.org",
        ] {
            assert!(places(text, Kind::Email).is_empty(), "{text}");
        }
        assert_eq!(missed("anna@home, x", Kind::Email), ["miss-domain"]);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_an_address_is_found_as_it_is(
            text in "[a-z0-9]{1,8}([._+-][a-z0-9]{1,8}){0,2}@[a-z]{1,8}(-[a-z]{1,4})?\\.(org|de|com)",
            around in "[ <(,;:\n\t\"]"
        ) {
            let inside = format!("{around}{text}{around}");
            assert_eq!(places(&inside, Kind::Email), [text.as_str()]);
        }

        #[test]
        fn no_text_stops_it(text in "[a@%.(\\[at\\])\"=_ ä40]{0,60}") {
            places(&text, Kind::Email);
        }
    }
}
