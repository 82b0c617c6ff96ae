//! Addresses of telephony and messaging: `sip:` and `sips:` (RFC 3261 §19.1), `xmpp:` (RFC 5122), `callto:`, and the peers in
//! names of Asterisk channels (`PJSIP/anna-0000001c`). The number of a `tel:` address (RFC 3966) is reported as a telephone
//! number, without the scheme, so that it is the same wherever it stands.
//!
//! Parameters and headers behind an address stay outside of its place.

use super::{host, ip, scan, url};
use crate::Kind;
use crate::beside::Beside;
use crate::detector::{At, Between, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, STRONG};

/// The longest name of a peer or of a resource, in bytes.
const LONGEST_NAME: usize = 64;

/// Behind a scheme or the name of a channel's technology (`IAX2`), before something.
const SIGNS: &[(u8, Between)] = {
    use Beside::{Blank, Edge, Lower, Upper};
    &[
        (b':', |before, after| matches!(before, Lower | Upper) && !matches!(after, Blank | Edge)),
        (b'/', |before, after| before.is_word() && !matches!(after, Blank | Edge)),
    ]
};

#[derive(Debug)]
pub(crate) struct Sip;

impl Detector for Sip {
    fn name(&self) -> &'static str {
        "sip"
    }
    fn wakes(&self) -> Wakes {
        Wakes { signs: SIGNS, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        if at.token == 0 || !at.block.joined(at.token) {
            return;
        }
        let Some(sign) = at.block.token(at.token) else { return };
        let (text, end) = (at.block.text, sign.end as usize);
        if scan::byte(text, end) <= b' ' {
            return;
        }
        let word = at.block.word(at.token - 1);
        match word.len() {
            3..=6 if sign.is(':') => uri(text, word, end, found),
            3..=6 if sign.is('/') => channel(text, word, end, found),
            _ => {}
        }
    }
}

fn uri(text: &str, word: &str, from: usize, found: &mut Found) {
    let start = from - 1 - word.len();
    let is = |scheme: &str| word.eq_ignore_ascii_case(scheme);
    if scan::word_before(text, start) {
        return;
    }
    match () {
        () if is("sip") => person(text, "sip", start, from, found),
        () if is("sips") => person(text, "sips", start, from, found),
        () if is("xmpp") => person(text, "xmpp", start, from, found),
        () if is("callto") && !number(text, from, found) => name(text, start, from, found),
        () if is("tel") => {
            number(text, from, found);
        }
        () => {}
    }
}

/// `user@host`, `host` or, as extensions are dialled, digits.
fn person(text: &str, form: &'static str, start: usize, from: usize, found: &mut Found) {
    let (user, host) = url::authority(text, from);
    let name = scan::piece(text, host.clone());
    let user_fits = !user.is_empty() && user.len() <= LONGEST_NAME;
    let is_host = host::is_name(name) || name.starts_with('[') || ip::v4_at(name, 0).is_some();
    let extension = user.is_empty()
        && (2..=15).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_digit());
    let single = user_fits && host::is_label(name);
    let score = match () {
        () if user_fits && is_host => CERTAIN,
        () if is_host || single || extension => LIKELY,
        () => return,
    };
    let end = resource_end(text, form, port_end(text, host.end));
    let normal = format!("{form}:{}{}", scan::piece(text, from..host.start), name.to_lowercase());
    found.push(
        Finding::new(Kind::Sip, start..end, score)
            .form(form)
            .normal(normal)
            .because(Evidence::Pattern("scheme:user@host")),
    );
}

fn port_end(text: &str, host: usize) -> usize {
    let port = scan::forth(text, host + 1, 5, |b| b.is_ascii_digit());
    if scan::byte(text, host) == b':' && port > host + 1 { port } else { host }
}

/// The device or client after an address of XMPP.
fn resource_end(text: &str, form: &str, end: usize) -> usize {
    if form != "xmpp" || scan::byte(text, end) != b'/' {
        return end;
    }
    let resource =
        scan::forth(text, end + 1, LONGEST_NAME, |b| scan::is_word(b) || matches!(b, b'-' | b'.'));
    end + scan::piece(text, end..resource).trim_end_matches(['.', '/']).len()
}

/// The number of `tel:` or `callto:`: digits with the visual separators of RFC 3966 §5.1.1. Without the country's code it
/// must look like nothing else: `tel:` is also a label.
fn number(text: &str, from: usize, found: &mut Found) -> bool {
    let global = scan::byte(text, from) == b'+';
    let end = scan::forth(text, from + usize::from(global), 32, |b| {
        b.is_ascii_digit() || b"-.()".contains(&b)
    });
    let place =
        from..from + scan::piece(text, from..end).trim_end_matches(['-', '.', '(', ')']).len();
    let digits: String =
        scan::piece(text, place.clone()).chars().filter(char::is_ascii_digit).collect();
    if !(5..=15).contains(&digits.len()) || scan::word_after(text, place.end) {
        return false;
    }
    let normal = format!("{}{digits}", if global { "+" } else { "" });
    let score = if global { CERTAIN } else { LIKELY };
    found.push(
        Finding::new(Kind::Phone, place, score).normal(normal).because(Evidence::Pattern("tel:")),
    );
    true
}

/// A name after `callto:`.
fn name(text: &str, start: usize, from: usize, found: &mut Found) {
    let end =
        scan::forth(text, from, LONGEST_NAME, |b| scan::is_word(b) || matches!(b, b'-' | b'.'));
    let name = scan::piece(text, from..end).trim_end_matches(['-', '.']);
    if name.len() < 3 {
        return;
    }
    found.push(
        Finding::new(Kind::Sip, start..from + name.len(), STRONG)
            .form("callto")
            .normal(format!("callto:{name}"))
            .because(Evidence::Pattern("scheme:name")),
    );
}

/// The peer of a channel: `technology/peer-unique`, with eight hexadecimal digits for SIP and a number for IAX.
fn channel(text: &str, word: &str, from: usize, found: &mut Found) {
    if !matches!(word, "SIP" | "PJSIP" | "IAX2" | "SCCP" | "Local" | "Skinny" | "DAHDI") {
        return;
    }
    let end = scan::forth(text, from, LONGEST_NAME + 9, |b| {
        scan::is_word(b) || matches!(b, b'-' | b'.' | b'+')
    });
    let whole = scan::piece(text, from..end).trim_end_matches(['.', '-']);
    let (peer, unique) = if word == "Local" && scan::byte(text, end) == b'@' {
        (whole, true)
    } else {
        split_unique(whole)
    };
    let dialled = peer.strip_prefix('+').unwrap_or(peer);
    let digits = dialled.bytes().all(|b| b.is_ascii_digit());
    let extension = digits && (2..=15).contains(&dialled.len());
    if peer.is_empty()
        || ip::v4_at(peer, 0).is_some()
        || !(unique || extension)
        || word == "DAHDI" && digits
    {
        return;
    }
    found.push(
        Finding::new(Kind::Sip, from..from + peer.len(), if unique { STRONG } else { LIKELY })
            .form("asterisk-peer")
            .normal(peer)
            .because(Evidence::Pattern("technology/peer")),
    );
}

/// Splits the part that makes a channel's name unique from its peer.
fn split_unique(name: &str) -> (&str, bool) {
    match name.rsplit_once('-') {
        Some((peer, last)) => {
            let call = last.len() == 8 && last.bytes().all(|b| b.is_ascii_hexdigit());
            let short = (1..=5).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_digit());
            if call || short { (peer, true) } else { (name, false) }
        }
        None => (name, false),
    }
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{forms, normals, places};

    #[test]
    fn addresses() {
        // The examples of RFC 3261 §19.1.3, RFC 5122 §2.7, and what telephony systems log.
        for (text, place, normal) in [
            ("sip:alice@atlanta.com", "sip:alice@atlanta.com", "sip:alice@atlanta.com"),
            (
                "sip:alice:secretword@atlanta.com;transport=tcp",
                "sip:alice:secretword@atlanta.com",
                "sip:alice:secretword@atlanta.com",
            ),
            (
                "<sips:alice@Atlanta.com?subject=x>",
                "sips:alice@Atlanta.com",
                "sips:alice@atlanta.com",
            ),
            (
                "sip:+1-212-555-1212:1234@gateway.com;user=phone",
                "sip:+1-212-555-1212:1234@gateway.com",
                "sip:+1-212-555-1212:1234@gateway.com",
            ),
            ("sip:alice@192.0.2.4:5060", "sip:alice@192.0.2.4:5060", "sip:alice@192.0.2.4"),
            ("From: \"A\" <sip:1001@pbx>;tag=1", "sip:1001@pbx", "sip:1001@pbx"),
            ("SIP:1001", "SIP:1001", "sip:1001"),
            (
                "xmpp:anna@example.org/phone.",
                "xmpp:anna@example.org/phone",
                "xmpp:anna@example.org",
            ),
            ("callto:anna.meier", "callto:anna.meier", "callto:anna.meier"),
        ] {
            assert_eq!(places(text, Kind::Sip), [place], "{text}");
            assert_eq!(normals(text, Kind::Sip), [normal], "{text}");
        }
    }

    #[test]
    fn numbers_of_tel_are_telephone_numbers() {
        assert_eq!(places("tel:+1-201-555-0123;ext=5", Kind::Phone), ["+1-201-555-0123"]);
        assert_eq!(normals("href=\"tel:+49(30)12345\"", Kind::Phone), ["+493012345"]);
        assert!(places("tel:123", Kind::Sip).is_empty());
    }

    #[test]
    fn peers_of_channels() {
        for (text, peer) in [
            ("SIP/1001-00000a1b answered", "1001"),
            ("PJSIP/anna-0000001c,", "anna"),
            ("Dial(SIP/+4930901820@provider,60)", "+4930901820"),
            ("PJSIP/anna-maria-0000001c", "anna-maria"),
            ("IAX2/anna-1234", "anna"),
            ("Dial(SIP/1001,20)", "1001"),
            ("Local/anna@default-0000001c;1", "anna"),
        ] {
            assert_eq!(places(text, Kind::Sip), [peer], "{text}");
        }
        assert_eq!(forms("SIP/1001-00000a1b", Kind::Sip), ["asterisk-peer"]);
    }

    #[test]
    fn what_is_none() {
        for text in [
            "SIP/2.0 200 OK",
            "SIP/2.0/UDP",
            "sip: 1001",
            "sip:",
            "SIP/trunk",
            "gossip:x@y.org",
            "DAHDI/1-1",
            "xmpp:x",
        ] {
            assert!(places(text, Kind::Sip).is_empty(), "{text}");
        }
    }
}
