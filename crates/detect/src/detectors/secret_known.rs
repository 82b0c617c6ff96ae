//! Secrets that their own form gives away: private keys in PEM (RFC 7468 §10 and §11, and the older labels), JSON web tokens
//! (RFC 7519), and the keys of services that mark theirs with a prefix, as their documentation says.

use super::scan;
use crate::Kind;
use crate::finding::{CERTAIN, Evidence, Finding, Found, STRONG};
use crate::token::Block;

/// The longest token and the longest key that is read, in bytes.
const LONGEST_TOKEN: usize = 4096;
const LONGEST_KEY: usize = 16_384;

/// A prefix and how many characters follow it at least and at most.
struct Prefix {
    start: &'static str,
    form: &'static str,
    least: usize,
    most: usize,
}

const fn prefix(start: &'static str, form: &'static str, least: usize, most: usize) -> Prefix {
    Prefix { start, form, least, most }
}

const PREFIXES: &[Prefix] = &[
    prefix("AKIA", "aws-key", 16, 16),
    prefix("ASIA", "aws-key", 16, 16),
    prefix("AIza", "google-key", 35, 35),
    prefix("ya29.", "google-token", 20, 1024),
    prefix("ghp_", "github-token", 36, 255),
    prefix("gho_", "github-token", 36, 255),
    prefix("ghu_", "github-token", 36, 255),
    prefix("ghs_", "github-token", 36, 255),
    prefix("ghr_", "github-token", 36, 255),
    prefix("github_pat_", "github-token", 36, 255),
    prefix("glpat-", "gitlab-token", 20, 255),
    prefix("xoxb-", "slack-token", 20, 255),
    prefix("xoxp-", "slack-token", 20, 255),
    prefix("xoxa-", "slack-token", 20, 255),
    prefix("xoxr-", "slack-token", 20, 255),
    prefix("xoxs-", "slack-token", 20, 255),
    prefix("xapp-", "slack-token", 20, 255),
    prefix("sk_live_", "stripe-key", 16, 255),
    prefix("sk_test_", "stripe-key", 16, 255),
    prefix("rk_live_", "stripe-key", 16, 255),
    prefix("whsec_", "stripe-key", 20, 255),
    prefix("sk-ant-", "api-key", 20, 255),
    prefix("sk-proj-", "api-key", 20, 255),
    prefix("sk-", "api-key", 32, 255),
    prefix("npm_", "npm-token", 36, 36),
    prefix("hf_", "api-key", 30, 64),
    prefix("pypi-", "pypi-token", 40, 255),
    prefix("shpat_", "shopify-token", 32, 32),
    prefix("dop_v1_", "api-key", 64, 64),
    prefix("SG.", "sendgrid-key", 40, 80),
];

/// Woken at a mixture of letters and digits, or at the word that a secret starts with.
pub(crate) fn look(block: &Block<'_>, token: usize, found: &mut Found) {
    let Some(first) = block.token(token) else { return };
    let (text, start) = (block.text, first.start as usize);
    let bytes = text.as_bytes().get(start..start + 4).unwrap_or(&[]);
    match bytes {
        [b'e', b'y', b'J', _] => web_token(text, start, found),
        b"BEGI" => private_key(text, start, found),
        [b'A' | b'S' | b'g' | b'x' | b's' | b'r' | b'w' | b'n' | b'h' | b'p' | b'd' | b'y', ..] => {
            prefixed(text, start, found);
        }
        _ => {}
    }
}

fn is_key(byte: u8) -> bool {
    scan::is_word(byte) || byte == b'-'
}

fn prefixed(text: &str, start: usize, found: &mut Found) {
    let ahead = scan::ahead(text, start, 12);
    let Some(prefix) = PREFIXES.iter().find(|p| ahead.starts_with(p.start)) else { return };
    if scan::word_before(text, start) {
        return;
    }
    let from = start + prefix.start.len();
    let dots = matches!(prefix.start, "SG." | "ya29.");
    let end = scan::forth(text, from, prefix.most + 1, |b| is_key(b) || dots && b == b'.');
    let length = scan::piece(text, from..end).trim_end_matches(['-', '.']).len();
    let digits = scan::piece(text, from..end).contains(|c: char| c.is_ascii_digit());
    if (prefix.least..=prefix.most).contains(&length) && digits {
        found.push(
            Finding::new(Kind::Secret, start..from + length, CERTAIN)
                .form(prefix.form)
                .because(Evidence::Pattern(prefix.start)),
        );
    }
}

/// `header.payload.signature`, each base64url; header and payload are JSON objects and start with `eyJ`.
fn web_token(text: &str, start: usize, found: &mut Found) {
    let header = scan::forth(text, start, LONGEST_TOKEN, is_key);
    if scan::ahead(text, header, 4) != ".eyJ"
        || header - start < 10
        || scan::word_before(text, start)
    {
        return;
    }
    let payload = scan::forth(text, header + 1, LONGEST_TOKEN, is_key);
    let signed = scan::byte(text, payload) == b'.';
    let end = if signed { scan::forth(text, payload + 1, LONGEST_TOKEN, is_key) } else { payload };
    if payload - header < 10 {
        return;
    }
    found.push(
        Finding::new(Kind::Secret, start..end, if end > payload + 1 { CERTAIN } else { STRONG })
            .form("jwt")
            .because(Evidence::Pattern("header.payload.signature")),
    );
}

/// `-----BEGIN … PRIVATE KEY-----` to its end, or as far as the key goes when its end is missing.
fn private_key(text: &str, begin: usize, found: &mut Found) {
    let Some(start) = begin.checked_sub(5).filter(|s| scan::ahead(text, *s, 5) == "-----") else {
        return;
    };
    let label = scan::ahead(text, begin, 48);
    let Some((label, _)) = label.split_once("-----") else { return };
    if !label.ends_with("PRIVATE KEY") && !label.ends_with("PRIVATE KEY BLOCK") {
        return;
    }
    let body = begin + label.len() + 5;
    let end = body_end(text, body);
    let closes = scan::ahead(text, end, 9) == "-----END ";
    let end = if closes {
        closing_end(text, end)
    } else {
        body + scan::piece(text, body..end).trim_end().len()
    };
    found.push(
        Finding::new(Kind::Secret, start..end, CERTAIN)
            .form("private-key")
            .because(Evidence::Pattern("private key")),
    );
}

/// The body goes up to the next five hyphens; one or two stand in its headers.
fn body_end(text: &str, from: usize) -> usize {
    let mut at = from;
    while at - from < LONGEST_KEY {
        at = scan::forth(text, at, LONGEST_KEY, |b| {
            b.is_ascii_alphanumeric() || b.is_ascii_whitespace() || b"+/=\\:,.()\">|".contains(&b)
        });
        if scan::byte(text, at) != b'-' || scan::ahead(text, at, 5) == "-----" {
            break;
        }
        at += 1;
    }
    at
}

fn closing_end(text: &str, from: usize) -> usize {
    let label = scan::forth(text, from + 5, 48, |b| b.is_ascii_uppercase() || b == b' ');
    scan::forth(text, label, 5, |b| b == b'-')
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{forms, places};

    /// Put together here so that no scanner takes this file for a leak.
    fn key(prefix: &str, length: usize) -> String {
        let body: String = "aB3dE5gH7jK9".chars().cycle().take(length).collect();
        format!("{prefix}{body}")
    }

    #[test]
    fn keys_with_a_prefix() {
        for (key, form) in [
            (key("AKIA", 16).to_uppercase(), "aws-key"),
            (key("AIza", 35), "google-key"),
            (key("ghp_", 36), "github-token"),
            (key("github_pat_", 60), "github-token"),
            (key("xoxb-123456789012-", 24), "slack-token"),
            (key("sk_live_", 24), "stripe-key"),
            (key("glpat-", 20), "gitlab-token"),
            (key("sk-proj-", 40), "api-key"),
        ] {
            for text in [format!("use {key}, now"), format!("\"{key}\""), format!("x={key}\n")] {
                assert_eq!(places(&text, Kind::Secret), [key.as_str()], "{text}");
                assert_eq!(forms(&text, Kind::Secret), [form], "{text}");
            }
        }
        for text in [
            "AKIA1234",
            "ghp_short1",
            "sk-learn",
            "npm_config_1",
            "hf_hub",
            &format!("x{}", key("AKIA", 16)),
        ] {
            assert!(places(text, Kind::Secret).is_empty(), "{text}");
        }
    }

    #[test]
    fn web_tokens() {
        // The example of RFC 7519 §3.1, shortened.
        let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(places(&format!("Authorization: Bearer {token}\n"), Kind::Secret), [token]);
        assert_eq!(forms(token, Kind::Secret), ["jwt"]);
        assert!(places("eyJ0eXAi.x", Kind::Secret).is_empty());
    }

    #[test]
    fn private_keys() {
        for label in
            ["PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "OPENSSH PRIVATE KEY"]
        {
            let body = "Proc-Type: 4,ENCRYPTED\n\nMIIEvQIBADANBgkqhkiG9w0BAQ\nEFAASC+/==";
            let pem = format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----");
            assert_eq!(places(&format!("key:\n{pem}\nx"), Kind::Secret), [pem.as_str()]);
            let cut = format!("-----BEGIN {label}-----\\nMIIEvQIB");
            assert_eq!(places(&format!("{cut}\u{2026}"), Kind::Secret), [cut.as_str()]);
        }
        for text in
            ["-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----", "BEGIN PRIVATE KEY"]
        {
            assert!(places(text, Kind::Secret).is_empty(), "{text}");
        }
    }
}
