//! Secrets that open accounts: passwords, PINs, tokens and keys after a label or in an `Authorization` header (RFC 6750,
//! RFC 7617), and connection strings with a password. Secrets that their own form gives away are in `secret_known`.
//!
//! A password may be anything, so the label and the way it is joined decide: `password: sunshine` at the end of its line is
//! one, "the password is wrong" is none. Tokens and keys must look drawn by lot. The place is the secret alone, except for a
//! connection string, which is taken whole: host and user help whoever finds it.

use std::ops::Range;

use super::labelled::{self, Label, Link};
use super::{scan, secret_known, url};
use crate::Kind;
use crate::beside::Beside;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, STRONG};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};

/// Values of the words (`[secret-word 1]` …).
const PASSWORD: u8 = 1;
const TOKEN: u8 = 2;
const PIN: u8 = 4;
const SCHEME: u8 = 5;
/// The longest scheme and rest of a connection string, in bytes.
const LONGEST_SCHEME: usize = 24;
const LONGEST_REST: usize = 256;

#[derive(Debug)]
pub(crate) struct Secret;

impl Detector for Secret {
    fn name(&self) -> &'static str {
        "secret"
    }
    fn wakes(&self) -> Wakes {
        let senses = SenseSet::of(&[Sense::SecretWord, Sense::SecretStart]);
        Wakes {
            mixed: true,
            signs: &[(b':', |_, after| after == Beside::Slash)],
            senses,
            ..Wakes::NEVER
        }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        let senses = at.block.senses(at.token);
        match token.class {
            Class::Sign => connection(at.block.text, token.start as usize, found),
            Class::Mixed => secret_known::look(at.block, at.token, found),
            _ if senses.has(Sense::SecretWord) => word(at.block, at.token, found),
            _ => secret_known::look(at.block, at.token, found),
        }
    }
}

fn word(block: &Block<'_>, token: usize, found: &mut Found) {
    let value = block.entry(token).value;
    if value == SCHEME {
        if let Some(label) = labelled::next(block, token) {
            credentials(block, token, &label, found);
        }
        return;
    }
    let Some(label) = labelled::after(block, token, Sense::SecretWord.set()) else { return };
    match value {
        PASSWORD => password(block, token, &label, found),
        PIN => pin(block, token, &label, found),
        _ => drawn(block, token, &label, value == TOKEN, found),
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
    let mut finding =
        Finding::new(Kind::Secret, place, score).form(form).because(Evidence::Pattern("label"));
    if let Some(word) = block.token(label) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

/// The value behind a label with signs of all kinds, without punctuation that belongs to the text around.
fn any_value(block: &Block<'_>, label: &Label) -> Option<Range<usize>> {
    let place = label
        .value(block.text, |c| !c.is_whitespace() && !matches!(c, '"' | '<' | '&' | '|' | '`'))?;
    if label.quote.is_some() {
        return Some(place);
    }
    let value = block.slice(place.clone());
    let value = value.split_once("',").map_or(value, |(v, _)| v).trim_end_matches(['\\', '\'']);
    let shorter = value.trim_end_matches(['.', ',', ';', ':', ')', ']', '}', '?']);
    // One exclamation mark ends many passwords: it stays.
    (!shorter.is_empty()).then_some(place.start..place.start + shorter.len())
}

/// Values that stand for a secret or say something about it.
const PLACEHOLDERS: &[&str] = &[
    "null",
    "none",
    "nil",
    "undefined",
    "true",
    "false",
    "yes",
    "no",
    "ja",
    "nein",
    "required",
    "optional",
    "string",
    "redacted",
    "hidden",
    "masked",
    "removed",
    "changed",
    "reset",
    "forgotten",
    "invalid",
    "expired",
    "vergessen",
    "geändert",
    "unbekannt",
    "unknown",
    "password",
    "passwort",
    "secret",
    "n/a",
];

/// `****`, `<password>`, `${PASSWORD}`, `{{secret}}`, `xxxx`, "none".
fn is_placeholder(value: &str) -> bool {
    let mut chars = value.chars();
    let first = chars.next().unwrap_or(' ');
    let same = chars.all(|c| c == first) && !first.is_ascii_digit();
    let open =
        value.starts_with(['<', '$', '{', '%', '[']) && value.ends_with(['>', '}', '%', ']', ')']);
    same || open
        || value.starts_with("${")
        || value.starts_with("$(")
        || PLACEHOLDERS.iter().any(|p| p.eq_ignore_ascii_case(value))
}

/// A password by its looks: a digit or a sign among letters, or small letters and capitals mixed.
fn is_odd(value: &str) -> bool {
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let inner = value.trim_end_matches(['!', '?']);
    let others = inner.chars().any(|c| !c.is_alphabetic() && c != '-' && c != '\'');
    letters > 0 && (others || inner.len() < value.len() && letters > 5)
        || value.len() >= 4 && letters == 0
        || value.len() > 5
            && letters == value.chars().count()
            && !labelled::is_plain(value)
            && value.chars().any(char::is_lowercase)
}

fn password(block: &Block<'_>, token: usize, label: &Label, found: &mut Found) {
    // `country-pw`: a short word within a compound is another one.
    if block.joined(token) && block.word(token).len() < 3 && block.word(token - 1) == "-" {
        return;
    }
    let Some(place) = any_value(block, label) else { return };
    let value = block.slice(place.clone());
    let end = place.end + usize::from(label.quote.is_some());
    if value.len() < 3 || is_placeholder(value) || value.contains("://") {
        found.miss(Kind::Secret, "password", place, "miss-placeholder");
        return;
    }
    let lone = labelled::is_alone(block.text, end) || is_next_pair(block.text, end);
    let told = matches!(label.link, Link::Sign | Link::Says);
    let odd = is_odd(value);
    let score = match () {
        () if told && odd => STRONG,
        () if label.quote.is_some() => LIKELY,
        () if told && lone && label.words < 3 => LIKELY,
        () if label.link == Link::Is && odd && value.contains(|c: char| c.is_ascii_digit()) => {
            LIKELY
        }
        () => {
            found.miss(Kind::Secret, "password", place, "miss-plain-word");
            return;
        }
    };
    report(block, place, "password", score, token, found);
}

/// `password=x user=y`: the next pair of a log line.
fn is_next_pair(text: &str, end: usize) -> bool {
    let next = scan::forth(text, end, 2, |b| b == b' ');
    let key = scan::forth(text, next, 24, scan::is_word);
    next > end && key > next && matches!(scan::byte(text, key), b'=' | b':')
}

fn pin(block: &Block<'_>, token: usize, label: &Label, found: &mut Found) {
    let Some(place) =
        label.value(block.text, |c| c.is_ascii_alphanumeric()).filter(|_| label.words <= 2)
    else {
        return;
    };
    let value = block.slice(place.clone());
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    if digits && (4..=8).contains(&value.len()) && !scan::word_after(block.text, place.end) {
        report(block, place, "pin", LIKELY, token, found);
    }
}

/// Tokens and keys: long, and drawn by lot.
fn drawn(block: &Block<'_>, token: usize, label: &Label, secret: bool, found: &mut Found) {
    let Some(place) = label.value(block.text, is_token).filter(|_| label.words <= 2) else {
        return;
    };
    let value = block.slice(place.clone()).trim_end_matches(['.', ':', '/']);
    // In quotes a scheme may go before (`"Authorization": "Basic …"`), which is woken itself.
    if value.contains(' ') {
        return;
    }
    let place = place.start..place.start + value.len();
    let code = value.contains("::") || value.contains("://");
    if !code && is_drawn(value, if secret { 12 } else { 16 }) {
        report(block, place, "token", LIKELY, token, found);
    } else if value.len() >= 8 {
        found.miss(Kind::Secret, "token", place, "miss-plain-word");
    }
}

/// The signs of RFC 7235 `token68`, with the few that keys have besides.
fn is_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~+/=:!".contains(c)
}

/// Whether a value is drawn by lot: long, of at least two kinds of characters that change often, and few of them repeated.
pub(crate) fn is_drawn(value: &str, shortest: usize) -> bool {
    let bytes = value.as_bytes();
    if bytes.len() < shortest || labelled::LONGEST < bytes.len() {
        return false;
    }
    let kind = |b: &u8| match b {
        b'0'..=b'9' => 0,
        b'a'..=b'z' => 1,
        b'A'..=b'Z' => 2,
        _ => 3,
    };
    let has = |k: u8| bytes.iter().any(|b| kind(b) == k);
    let changes =
        bytes.iter().zip(bytes.iter().skip(1)).filter(|(a, b)| kind(a) != kind(b)).count();
    let kinds = u32::from(has(0)) + u32::from(has(1)) + u32::from(has(2));
    kinds >= 2 && has(0) && changes > 2 && entropy(bytes) >= 2.8
}

/// Bits for each byte, by how often each occurs (Shannon).
fn entropy(bytes: &[u8]) -> f64 {
    let mut counts = [0u32; 128];
    for byte in bytes {
        if let Some(count) = counts.get_mut(usize::from(byte & 0x7f)) {
            *count += 1;
        }
    }
    let all = bytes.len() as f64;
    counts.iter().filter(|c| **c > 0).map(|c| f64::from(*c) / all).map(|p| -p * p.log2()).sum()
}

/// `Authorization: Bearer …`.
fn credentials(block: &Block<'_>, token: usize, label: &Label, found: &mut Found) {
    let Some(place) = label.value(block.text, is_token) else { return };
    let value = block.slice(place.clone()).trim_end_matches(['.', ':', '/']);
    if value.len() >= 16 && value.contains(|c: char| c.is_ascii_digit()) && is_drawn(value, 16) {
        report(
            block,
            place.start..place.start + value.len(),
            "authorization",
            STRONG,
            token,
            found,
        );
    }
}

/// `postgres://user:password@host/database`; web addresses are left to `url`.
fn connection(text: &str, colon: usize, found: &mut Found) {
    if scan::byte(text, colon + 1) != b'/' || scan::byte(text, colon + 2) != b'/' {
        return;
    }
    let start = scan::back(text, colon, LONGEST_SCHEME, |b| {
        b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.' | b':')
    });
    let scheme = scan::piece(text, start..colon);
    let (user, host) = url::authority(text, colon + 3);
    let Some((_, password)) = scan::piece(text, user).split_once(':') else { return };
    let web = ["http", "https", "ftp", "ftps", "sftp", "ws", "wss"]
        .iter()
        .any(|s| s.eq_ignore_ascii_case(scheme));
    if web || scheme.len() < 2 || password.is_empty() || is_placeholder(password) || host.is_empty()
    {
        return;
    }
    let end = scan::forth(text, host.end, LONGEST_REST, |b| {
        b.is_ascii_alphanumeric() || b"-._~/?=&%:+,@".contains(&b)
    });
    let end = start + scan::piece(text, start..end).trim_end_matches(['.', ',', ':', '?']).len();
    found.push(
        Finding::new(Kind::Secret, start..end, CERTAIN)
            .form("connection-string")
            .because(Evidence::Pattern("scheme://user:password@host")),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detectors::testing::{forms, missed, places};

    #[test]
    fn passwords() {
        for (text, expected) in [
            ("password: hunter2", "hunter2"),
            ("Passwort lautet Sonnenschein.", "Sonnenschein"),
            ("Das Kennwort für das Portal ist Blume7!", "Blume7!"),
            ("my password is Tr0ub4dor&3,", "Tr0ub4dor"),
            ("password=sunshine&x=1", "sunshine"),
            ("{\"password\":\"a b c\"}", "a b c"),
            ("pwd='geheim', x", "geheim"),
            ("PASSWORD=abc user=x", "abc"),
            ("mot de passe : soleil\n", "soleil"),
            ("contraseña: \"luna llena\"", "luna llena"),
            ("heslo: tajne1", "tajne1"),
            ("Passwort: „Größe 7“", "Größe 7"),
        ] {
            assert_eq!(places(text, Kind::Secret), [expected], "{text}");
        }
    }

    #[test]
    fn what_says_something_about_a_password() {
        for text in [
            "the password is wrong",
            "Passwort ist falsch.",
            "password: ********",
            "password: <password>",
            "password=${PW}",
            "Password reset: click the link",
            "password policy",
            "Please enter your password: it must be long",
            "password is expired",
            "password for anna from 192.0.2.1",
            "Passwort vergessen? Hier klicken",
            "key: value",
            "the key is here",
            "token: invalid",
            "PIN: 12",
            "secret santa",
            "API key: see the documentation",
            "Schlüssel: beim Nachbarn",
            "password is required",
            "country-pw = Palau",
            "key = event.key.toLowerCase",
            "token: Meaning::Test1_two_3",
            "https://example.org/password",
            "key features: none",
            "the key is internationalization",
        ] {
            assert!(
                places(text, Kind::Secret).is_empty(),
                "{text}: {:?}",
                places(text, Kind::Secret)
            );
        }
        assert_eq!(missed("password: ****", Kind::Secret), ["miss-placeholder"]);
    }

    #[test]
    fn tokens_keys_and_pins() {
        for (text, expected, form) in [
            ("api_key=9f8e7d6c5b4a39281706f5e4", "9f8e7d6c5b4a39281706f5e4", "token"),
            ("\"client_secret\": \"dGhpcyBpcyBz.ZWNyZXQ5\"", "dGhpcyBpcyBz.ZWNyZXQ5", "token"),
            ("Authorization: Bearer mF_9.B5f-4.1JqM_xY7", "mF_9.B5f-4.1JqM_xY7", "authorization"),
            (
                "\"Authorization\": \"Basic YW5uYTpwYXNzd29yZDEyMw==\"",
                "YW5uYTpwYXNzd29yZDEyMw==",
                "authorization",
            ),
            ("PIN: 4711", "4711", "pin"),
            ("Meine PIN lautet 4711.", "4711", "pin"),
            (
                "db postgres://anna:s3cret@db.example.org/x?y=1.",
                "postgres://anna:s3cret@db.example.org/x?y=1",
                "connection-string",
            ),
            ("mongodb+srv://u:p4ss@host/db", "mongodb+srv://u:p4ss@host/db", "connection-string"),
        ] {
            assert_eq!(places(text, Kind::Secret), [expected], "{text}");
            assert_eq!(forms(text, Kind::Secret), [form], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_drawn_by_lot_is_seen(bytes in proptest::collection::vec(proptest::num::u8::ANY, 20)) {
            let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            let digits = hex.bytes().filter(u8::is_ascii_digit).count();
            proptest::prop_assume!((10..35).contains(&digits));
            assert!(is_drawn(&hex, 16), "{hex}");
        }

        #[test]
        fn no_text_stops_it(text in "(password|key|PIN|is|[:='\"{$ .\\\\„]|://|a:b@c|BEGIN|eyJ|ä){0,30}") {
            places(&text, Kind::Secret);
        }
    }
}
