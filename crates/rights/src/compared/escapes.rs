//! Texts as other programs wrap them up: what stands behind escapes and encodings.
//!
//! Owns: undoing those of JSON, of links and of the bodies of conversations, however often they were put on, where that is only to be
//! looked through: what is none stays, and nothing can be written back. Leaves to others: JSON that stays JSON ([`crate::redact`]).

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD};

/// What is shorter is no encoded text.
const SHORTEST_ENCODED: usize = 8;

/// The texts that a text holds otherwise than as it is written.
pub(crate) fn readings(text: &str) -> impl Iterator<Item = String> {
    let json = text.contains('\\').then(|| unescaped(text));
    let link = text.contains('%').then(|| of_link(text)).flatten();
    let may_encode = text.len() > SHORTEST_ENCODED + "base64".len() && text.contains("base64");
    let encoded = may_encode.then(|| {
        let in_base64 = |sign: char| sign.is_ascii_alphanumeric() || "-_+/".contains(sign);
        text.split(move |sign: char| !in_base64(sign)).filter_map(decoded)
    });
    json.into_iter().chain(link).chain(encoded.into_iter().flatten())
}

/// The text that is encoded so (RFC 4648, sections 4 and 5), if it is one.
pub(crate) fn decoded(encoded: &str) -> Option<String> {
    let bare = encoded.trim_end_matches('=').as_bytes();
    let bytes = || BASE64URL_NOPAD.decode(bare).or_else(|_| BASE64_NOPAD.decode(bare));
    let bytes = (bare.len() >= SHORTEST_ENCODED).then(bytes)?.ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let odd = |sign: char| sign.is_control() && !sign.is_whitespace();
    (!text.contains(odd)).then_some(text)
}

/// A text as it stands in a link (RFC 3986, section 2.1) or a form, undone; `None` if it is none.
fn of_link(text: &str) -> Option<String> {
    let (mut out, mut rest, mut is_one) = (Vec::with_capacity(text.len()), text, false);
    while let Some((before, after)) = rest.split_once('%') {
        out.extend(before.bytes());
        let hex = after.get(..2).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(byte.unwrap_or(b'%'));
        is_one |= byte.is_some();
        rest = after.get(if byte.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    out.extend(rest.bytes());
    is_one.then(|| String::from_utf8_lossy(&out).replace('+', " "))
}

/// A text without the escapes of JSON (RFC 8259, section 7), also of JSON in JSON: before each of them stand more backslashes.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let escaped = after.trim_start_matches('\\');
        let (units, behind) = units(escaped);
        if !units.is_empty() {
            out.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
            rest = behind;
        } else if let Some(sign) = escaped.chars().next().and_then(short) {
            out.push(sign);
            rest = escaped.get(1..).unwrap_or_default();
        } else {
            out.push('\\');
            rest = escaped;
        }
    }
    out.push_str(rest);
    out
}

/// Characters by their numbers, as many as follow each other: one may need two. Before the first its backslash is gone.
fn units(escaped: &str) -> (Vec<u16>, &str) {
    let (mut units, mut rest, mut next) = (Vec::new(), escaped, escaped);
    while let Some(hex) = next.strip_prefix('u').and_then(|next| next.get(..4)) {
        let Ok(unit) = u16::from_str_radix(hex, 16) else { break };
        units.push(unit);
        rest = next.get(5..).unwrap_or_default();
        next = rest.trim_start_matches('\\');
        if next.len() == rest.len() {
            break;
        }
    }
    (units, rest)
}

/// What one of the short escapes stands for: of blanks, one is as good as another.
const fn short(sign: char) -> Option<char> {
    match sign {
        'n' | 'r' | 't' | 'f' | 'b' => Some(' '),
        '"' | '/' | '\'' => Some(sign),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone_however_often_they_were_put_on() {
        for (text, reading) in [
            (r#"{"n":"N\u00fa\u00f1ez"}"#, r#"{"n":"Núñez"}"#),
            (r#""{\"n\":\"N\\u00fa\\u00f1ez\"}""#, r#""{"n":"Núñez"}""#),
            (r"\ud83d\ude00 \\ud83d\\ude00 \ud83d", "😀 😀 \u{fffd}"),
            (r"Anna\tMuster\\nBea", "Anna Muster Bea"),
            (r"030\/231", "030/231"),
            (r"C:\Users \uzzz \", r"C:\Users \uzzz \"),
        ] {
            assert_eq!(unescaped(text), reading);
        }
        assert_eq!(readings("Anna, 100 %").count(), 0);
    }

    #[test]
    fn links_and_bodies_are_undone() {
        let all = |text: &str| readings(text).collect::<Vec<_>>();
        assert_eq!(all("?n=N%C3%BA%c3%b1ez+Jo&p=5%"), ["?n=Núñez Jo&p=5%"]);
        let body = "aGllciBpc3Qgam9zZWZpbmFAZXhhbXBsZS5vcmc";
        let vcon = format!(r#"{{"encoding":"base64url","body":"{body}"}}"#);
        assert!(all(&vcon).contains(&"hier ist josefina@example.org".to_owned()));
        assert_eq!(all(body).len(), 0);
        assert_eq!((decoded("AAECAwQFBgc"), decoded("aGll")), (None, None));
    }
}
