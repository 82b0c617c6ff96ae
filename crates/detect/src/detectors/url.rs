//! Web addresses (RFC 3986, RFC 3987 for letters beyond ASCII): with a scheme, with `www.`, and bare names of hosts whose
//! last label is a top-level domain that is hardly a word.
//!
//! The place ends before punctuation and before a bracket that was not opened inside. An address with a personal part has
//! the form `personal`, a higher score and the part as evidence; findings are not nested, so an e-mail address, a telephone
//! number or a token inside is told in this way (`url_person`). Addresses of e-mail and telephony are left to `email` and
//! `sip`, connection strings with a password to `secret`.

use std::ops::Range;

use super::{host, scan, url_person};
use crate::Kind;
use crate::beside::Beside;
use crate::detector::{At, Between, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG};
use crate::lexicon::Sense;
use crate::token::{Block, Class};

/// The longest address that is read, in bytes; what goes on behind it stays outside.
const LONGEST: usize = 2048;
/// The longest user information before a host.
const LONGEST_USER: usize = 128;

/// The colon before `//`, and full stops within names.
const SIGNS: &[(u8, Between)] = {
    use Beside::{Dash, Digit, Dot, High, Lower, Slash, Upper};
    &[
        (b':', |before, after| matches!(before, Lower | Upper) && after == Slash),
        (b'.', |before, after| match after {
            Lower | Upper | High => before.is_word() || matches!(before, High | Dash | Dot),
            Digit => matches!(before, Lower | Upper),
            _ => false,
        }),
    ]
};

#[derive(Debug)]
pub(crate) struct Url;

impl Detector for Url {
    fn name(&self) -> &'static str {
        "url"
    }
    fn wakes(&self) -> Wakes {
        Wakes { signs: SIGNS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(sign) = at.block.token(at.token) else { return };
        let place = sign.start as usize;
        if sign.is(':') {
            with_scheme(at.block.text, place, found);
        } else if scan::byte(at.block.text, place + 1) > b' ' {
            without_scheme(at.block, at.token, place, found);
        }
    }
}

/// Schemes of addresses that people visit and machines log.
const SCHEMES: [&str; 14] = [
    "http", "https", "ftp", "ftps", "sftp", "ws", "wss", "ssh", "git", "rtsp", "rtmp", "ldap",
    "ldaps", "smb",
];

/// An address in its parts.
struct Address {
    start: usize,
    /// What stands before the host and its `@`, without it; empty mostly.
    user: Range<usize>,
    host: Range<usize>,
    end: usize,
}

/// The user information and host that start at a place, and the end of the whole.
pub(crate) fn authority(text: &str, from: usize) -> (Range<usize>, Range<usize>) {
    let stop = scan::forth(text, from, LONGEST_USER, |b| {
        b > b' ' && !matches!(b, b'/' | b'?' | b'#' | b'@' | b'<' | b'>' | b'"' | b'\\')
    });
    let at = if scan::byte(text, stop) == b'@' { stop + 1 } else { from };
    let user = from..at.saturating_sub(1).max(from);
    let end = host::bracketed(text, at).map_or_else(|| host::end(text, at), |literal| literal.end);
    (user, at..end)
}

fn with_scheme(text: &str, colon: usize, found: &mut Found) {
    if scan::byte(text, colon + 1) != b'/' || scan::byte(text, colon + 2) != b'/' {
        return;
    }
    let start = scan::back(text, colon, 6, |b| b.is_ascii_alphabetic());
    let scheme = scan::piece(text, start..colon);
    // After a slash, or inside of one that was just found, it is part of another address.
    if scan::byte_before(text, start) == b'/'
        || is_inside(start, found)
        || !SCHEMES.iter().any(|s| s.eq_ignore_ascii_case(scheme))
    {
        return;
    }
    let (user, host) = authority(text, colon + 3);
    let name = scan::piece(text, host.clone());
    let Some(score) = host_score(name) else { return };
    let end = rest_end(text, start, host.end);
    if !is_host_end(text, host.end) {
        return;
    }
    report(text, &Address { start, user, host, end }, score, "scheme", found);
}

/// Whether one of the last findings is a web address that goes on behind a place.
fn is_inside(start: usize, found: &Found) -> bool {
    found.findings.iter().rev().take(4).any(|f| f.kind == Kind::Url && f.place.contains(&start))
}

/// After a scheme every host is believed that can be one; without a dot it is of a private network.
fn host_score(name: &str) -> Option<u8> {
    let single = name.len() > 1 && !name.contains('.') && host::is_label(name);
    match name {
        _ if host::is_name(name) || name.starts_with('[') => Some(STRONG),
        _ if super::ip::v4_at(name, 0).is_some_and(|(_, end)| end == name.len()) => Some(STRONG),
        _ if single => Some(LIKELY),
        _ => None,
    }
}

/// Whether a name stops where it should: not at a sign that makes it something else.
fn is_host_end(text: &str, end: usize) -> bool {
    !matches!(scan::byte(text, end), b'_' | b'@' | b'%' | b'$' | b'{' | b'\\')
}

fn without_scheme(block: &Block<'_>, token: usize, dot: usize, found: &mut Found) {
    let text = block.text;
    if is_www(block, token) {
        let start = dot - 3;
        if !is_free(text, start) {
            return;
        }
        let host = start..host::end(text, start);
        if host::is_name(scan::piece(text, dot + 1..host.end)) {
            let end = rest_end(text, start, host.end);
            report(text, &Address { start, user: start..start, host, end }, STRONG, "www", found);
        }
    } else if let Some((start, end)) = bare_name(block, token, dot) {
        bare(block, token, start..end, found);
    }
}

fn is_www(block: &Block<'_>, dot: usize) -> bool {
    dot > 0 && block.joined(dot) && block.word(dot - 1).eq_ignore_ascii_case("www")
}

/// Whether an address without a scheme can start here.
fn is_free(text: &str, start: usize) -> bool {
    !scan::word_before(text, start)
        && !matches!(
            scan::byte_before(text, start),
            b'.' | b'-' | b'@' | b'/' | b'\\' | b'%' | b'$' | b'#' | b'~'
        )
}

/// The name around its last full stop, if its last label is one that a bare name may have.
fn bare_name(block: &Block<'_>, token: usize, dot: usize) -> Option<(usize, usize)> {
    let text = block.text;
    let last =
        block.token(token + 1).filter(|t| t.class == Class::Word && t.start as usize == dot + 1)?;
    let end = last.end as usize;
    let goes_on = match scan::byte(text, end) {
        b'.' | b':' => {
            scan::word_after(text, end + 1) && !scan::byte(text, end + 1).is_ascii_digit()
        }
        b'@' | b'(' | b'_' | b'=' | b'\\' => true,
        _ => false,
    };
    let label = block.word(token + 1);
    // `title.de = "…"` is a key.
    let key = scan::byte(text, scan::forth(text, end, 8, |b| b == b' ')) == b'=';
    if key
        || goes_on
        || host::top(label) == host::Top::Unknown
        || label.starts_with(char::is_uppercase)
    {
        return None;
    }
    let window = scan::behind(text, dot, host::LONGEST);
    let fits = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let length: usize = window.chars().rev().take_while(fits).map(char::len_utf8).sum();
    let start = dot - length;
    (length > 1 && is_free(text, start)).then_some((start, end))
}

/// A name without scheme and `www`: a web address if nothing speaks for a slip or a file.
fn bare(block: &Block<'_>, token: usize, host: Range<usize>, found: &mut Found) {
    let text = block.text;
    let name = scan::piece(text, host.clone());
    let Some((rest, last)) = name.rsplit_once('.') else { return };
    if !host::is_name(name) || !rest.contains(char::is_alphabetic) || is_reversed(name) {
        return;
    }
    // `host.name/192.0.2.1:80`, as Java writes an address.
    if super::ip::v4_at(text, host.end + 1).is_some() {
        return;
    }
    let end = rest_end(text, host.start, host.end);
    let path = scan::byte(text, host.end) == b'/' && end > host.end + 1;
    let second = rest.rsplit('.').next().is_some_and(host::is_second_level) && rest.contains('.');
    let announced = block.before(first_token(block, token, host.start), 3, Sense::WebWord.set());
    let score = match host::top(last) {
        _ if announced.is_some() => LIKELY,
        host::Top::Plain if path || second => LIKELY,
        host::Top::Plain => POSSIBLE,
        _ if second || path && rest.len() > 2 => POSSIBLE,
        _ => return,
    };
    let address = Address { start: host.start, user: host.start..host.start, host, end };
    report(text, &address, score, "host name", found);
}

fn first_token(block: &Block<'_>, mut token: usize, start: usize) -> usize {
    while token > 0 && block.token(token).is_some_and(|t| t.start as usize > start) {
        token -= 1;
    }
    token
}

/// Names of packages go from the general to the particular (`org.example.shop`).
fn is_reversed(name: &str) -> bool {
    matches!(
        name.split('.').next(),
        Some("com" | "org" | "net" | "gov" | "edu" | "io" | "java" | "javax" | "this" | "self")
    )
}

fn report(text: &str, address: &Address, score: u8, pattern: &'static str, found: &mut Found) {
    let place = address.start..address.end;
    let user = scan::piece(text, address.user.clone());
    let rest = scan::piece(text, address.host.end..address.end);
    let person = if user.is_empty() { url_person::part(rest) } else { Some("userinfo") };
    let finding = match person {
        Some(part) => {
            Finding::new(Kind::Url, place, score.max(if score < STRONG { STRONG } else { CERTAIN }))
                .form("personal")
                .because(Evidence::Pattern(part))
        }
        None => Finding::new(Kind::Url, place, score),
    };
    found.push(finding.because(Evidence::Pattern(pattern)));
}

/// The end of port, path, query and fragment, which start where the host ends.
fn rest_end(text: &str, start: usize, host: usize) -> usize {
    let mut from = host;
    if scan::byte(text, from) == b':' {
        let port = scan::forth(text, from + 1, 5, |b| b.is_ascii_digit());
        from = if port > from + 1 { port } else { from };
    }
    if !matches!(scan::byte(text, from), b'/' | b'?' | b'#') {
        return from;
    }
    let window = scan::ahead(text, from, LONGEST.saturating_sub(from - start));
    let quote = scan::byte_before(text, start);
    let length = rest_length(window, quote);
    from + trim(scan::piece(window, 0..length)).len()
}

fn rest_length(text: &str, quote: u8) -> usize {
    let (mut round, mut square) = (0, 0);
    let mut at = 0;
    while at < text.len() {
        let byte = scan::byte(text, at);
        let fits = match byte {
            b'(' => deeper(&mut round),
            b')' => higher(&mut round),
            b'[' => deeper(&mut square),
            b']' => higher(&mut square),
            b'\'' => quote != b'\'',
            b',' => joins(text, at),
            b';' => is_parameter(text, at),
            b'&' => !is_entity(scan::ahead(text, at, 6)),
            _ => is_plain(byte),
        };
        // Letters beyond ASCII are rare: only they are decoded.
        let length = if byte.is_ascii() { usize::from(fits) } else { letter_length(text, at) };
        if length == 0 {
            return at;
        }
        at += length;
    }
    at
}

/// The signs of RFC 3986 that stand for themselves; the others are decided one by one.
#[inline]
fn is_plain(byte: u8) -> bool {
    PLAIN.get(usize::from(byte)).copied().unwrap_or(false)
}

#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
const PLAIN: [bool; 128] = {
    let mut table = [false; 128];
    let mut byte = 0u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'-' | b'.'
                    | b'_'
                    | b'~'
                    | b':'
                    | b'/'
                    | b'?'
                    | b'#'
                    | b'@'
                    | b'!'
                    | b'$'
                    | b'*'
                    | b'+'
                    | b'='
                    | b'%'
            );
        byte += 1;
    }
    table
};

/// The length of a letter or digit at a place; 0 for other characters.
fn letter_length(text: &str, at: usize) -> usize {
    let next = scan::ahead(text, at, 4).chars().next();
    next.filter(|c| c.is_alphanumeric()).map_or(0, char::len_utf8)
}

fn deeper(depth: &mut u32) -> bool {
    *depth += 1;
    true
}

fn higher(depth: &mut u32) -> bool {
    *depth = depth.wrapping_sub(1);
    *depth != u32::MAX
}

/// A comma within a path or a query, not one between two addresses or the cells of a table.
fn joins(text: &str, at: usize) -> bool {
    let next = scan::byte(text, at + 1);
    scan::byte_before(text, at).is_ascii_alphanumeric()
        && (next.is_ascii_alphanumeric() || matches!(next, b'-' | b'+'))
        && !scan::ahead(text, at + 1, 4).eq_ignore_ascii_case("http")
}

/// A semicolon before a parameter (`;jsessionid=…`) or after `&amp`, not one between the cells of a table.
fn is_parameter(text: &str, at: usize) -> bool {
    let name = scan::forth(text, at + 1, 24, scan::is_word);
    scan::behind(text, at, 4) == "&amp" || name > at + 1 && scan::byte(text, name) == b'='
}

/// What ends an address within HTML: a quote or a bracket written as an entity.
fn is_entity(text: &str) -> bool {
    ["&quot;", "&lt;", "&gt;", "&#39;", "&#34;", "&nbsp;"].iter().any(|e| text.starts_with(e))
}

fn trim(rest: &str) -> &str {
    let mut rest = rest;
    loop {
        let shorter = rest.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '(', '[']);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{findings, forms, places};
    use crate::finding::Evidence;

    #[test]
    fn addresses_in_text() {
        for (text, expected) in [
            ("See https://www.example.se/.", "https://www.example.se/"),
            ("(http://example.org/a_(b))", "http://example.org/a_(b)"),
            ("[x](https://example.org/a)", "https://example.org/a"),
            ("<HTTP://EXAMPLE.ORG:8080/a?b=c#d>", "HTTP://EXAMPLE.ORG:8080/a?b=c#d"),
            ("href='http://example.org/a'", "http://example.org/a"),
            ("http://example.org, and", "http://example.org"),
            ("http://example.org/?q=a,b!", "http://example.org/?q=a,b"),
            ("1;https://example.org/x;Anna", "https://example.org/x"),
            ("https://example.org/x;jsessionid=1A;y", "https://example.org/x;jsessionid=1A"),
            ("https://example.org/?a=1&amp;b=2&quot;", "https://example.org/?a=1&amp;b=2"),
            ("http://[2001:db8::1]:80/x", "http://[2001:db8::1]:80/x"),
            ("http://192.0.2.1/x", "http://192.0.2.1/x"),
            ("ftp://ftp.example.org/pub", "ftp://ftp.example.org/pub"),
            ("http://intranet/wiki", "http://intranet/wiki"),
            ("https://müller.example/straße", "https://müller.example/straße"),
            ("auf www.example.de.", "www.example.de"),
            ("WWW.EXAMPLE.COM/A", "WWW.EXAMPLE.COM/A"),
            ("example.com is up", "example.com"),
            ("shop.example.co.uk:", "shop.example.co.uk"),
            ("see example.is/saga", "example.is/saga"),
            ("Website: example.it", "example.it"),
            ("https://example.org/请联系", "https://example.org/请联系"),
            ("http://a.org/,http://b.org", "http://a.org/"),
        ] {
            assert_eq!(places(text, Kind::Url).first(), Some(&expected), "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "http://",
            "http://...",
            "http://a",
            "://x.org",
            "https://t.c…",
            "fertig.Es geht",
            "done.it was",
            "main.rs",
            "anna@example.org",
            "anna.de@example.org",
            "org.example.shop.de",
            "console.info(x)",
            "3.5.com",
            "foo.bar",
            "a.b",
            "example.org_x",
            "www.",
            "www.x",
            "http://${HOST}/x",
            "C:\\x.de",
            "gut.De",
            "x = user.name",
            "title.de   = x",
            "user.online",
        ] {
            assert!(places(text, Kind::Url).is_empty(), "{text}");
        }
    }

    #[test]
    fn personal_parts_are_told() {
        for (text, part) in [
            ("https://anna:pw@example.org/", "userinfo"),
            ("https://example.org/users/anna.meier", "user-in-path"),
            ("https://example.org/~anna/", "user-in-path"),
            ("https://example.org/?email=anna%40example.org&x", "email-in-url"),
            ("https://example.org/a?x=anna%2540example.org", "email-in-url"),
            ("https://example.org/call?n=%2B493012345678", "phone-in-url"),
            ("https://example.org/a?userid=4711", "person-in-query"),
            ("https://example.org/a#access_token=abc", "token-in-query"),
            ("https://example.org/x;jsessionid=1A", "token-in-query"),
        ] {
            assert_eq!(forms(text, Kind::Url), ["personal"], "{text}");
            assert_eq!(findings(text, Kind::Url)[0].evidence[0], Evidence::Pattern(part), "{text}");
        }
        for text in [
            "https://example.org/users/new",
            "https://example.org/a?page=2",
            "https://example.org/",
        ] {
            assert_eq!(forms(text, Kind::Url), [""], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_address_between_brackets_is_found_as_it_is(
            text in "https?://[a-z]{1,8}\\.(de|org)(:[1-9][0-9]{1,3})?(/[a-z0-9_~-]{1,6}){0,3}(\\?[a-z]{1,4}=[a-z0-9]{1,5})?",
            around in proptest::sample::select(vec![("<", ">"), ("(", ")"), (" ", ". "), ("\"", "\""), ("[", "],"), ("'", "'")])
        ) {
            let inside = format!("{}{text}{}", around.0, around.1);
            assert_eq!(places(&inside, Kind::Url), [text.as_str()]);
        }

        #[test]
        fn no_text_stops_it(text in "(http|://|www|\\.|[a@%:/()\\[\\],;ä]|de){0,40}") {
            places(&text, Kind::Url);
        }
    }
}
