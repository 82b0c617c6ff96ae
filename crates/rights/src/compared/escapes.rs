//! Texts as other programs wrap them up: what stands behind escapes.
//!
//! Owns: undoing them, however often they were put on, where that is only to be looked through: what is none stays, and nothing can be
//! written back. Leaves to others: JSON that stays JSON ([`crate::redact`]).

/// The texts that a text holds otherwise than as it is written.
pub(crate) fn readings(text: &str) -> impl Iterator<Item = String> {
    text.contains('\\').then(|| unescaped(text)).into_iter()
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
        assert_eq!(readings("Anna").count(), 0);
    }
}
