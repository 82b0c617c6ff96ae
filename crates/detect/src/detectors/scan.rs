//! Small looks at the bytes around a place, all bounded.

use std::borrow::Cow;
use std::ops::Range;

/// The byte at a place; 0 outside.
#[inline]
pub(crate) fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(0)
}

/// The byte before a place; 0 at the start.
#[inline]
pub(crate) fn byte_before(text: &str, at: usize) -> u8 {
    at.checked_sub(1).map_or(0, |before| byte(text, before))
}

/// A piece of the text; empty where the range is not one of it.
pub(crate) fn piece(text: &str, place: Range<usize>) -> &str {
    text.get(place).unwrap_or("")
}

/// At most `most` bytes from a place on, cut at a character.
pub(crate) fn ahead(text: &str, from: usize, most: usize) -> &str {
    let end = text.floor_char_boundary(from.saturating_add(most));
    piece(text, from..end)
}

/// At most `most` bytes before a place, cut at a character.
pub(crate) fn behind(text: &str, to: usize, most: usize) -> &str {
    let start = text.ceil_char_boundary(to.saturating_sub(most));
    piece(text, start..to)
}

/// The first of at most `most` bytes before `to` that all fit.
#[inline]
pub(crate) fn back(text: &str, to: usize, most: usize, fits: impl Fn(u8) -> bool) -> usize {
    let bytes = text.as_bytes().get(..to).unwrap_or(&[]).iter();
    to - bytes.rev().take(most).take_while(|b| fits(**b)).count()
}

/// The end of at most `most` bytes from `from` on that all fit.
#[inline]
pub(crate) fn forth(
    text: &str,
    from: usize,
    most: usize,
    mut fits: impl FnMut(u8) -> bool,
) -> usize {
    let bytes = text.as_bytes().get(from..).unwrap_or(&[]).iter();
    from + bytes.take(most).take_while(|b| fits(**b)).count()
}

/// Whether a letter, digit or underscore ends at a place.
#[inline]
pub(crate) fn word_before(text: &str, at: usize) -> bool {
    match byte_before(text, at) {
        b if b.is_ascii() => is_word(b),
        _ => behind(text, at, 4).chars().next_back().is_some_and(char::is_alphanumeric),
    }
}

/// Whether a letter, digit or underscore starts at a place.
#[inline]
pub(crate) fn word_after(text: &str, at: usize) -> bool {
    match byte(text, at) {
        b if b.is_ascii() => is_word(b),
        _ => ahead(text, at, 4).chars().next().is_some_and(char::is_alphanumeric),
    }
}

/// ASCII letter, digit or underscore.
#[inline]
pub(crate) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a percent-encoded byte (RFC 3986 §2.1) ends at a place.
pub(crate) fn coded_before(text: &str, at: usize) -> bool {
    at.checked_sub(3).is_some_and(|start| coded(text, start).is_some())
}

/// The byte that is percent-encoded at a place.
pub(crate) fn coded(text: &str, at: usize) -> Option<u8> {
    let bytes = text.as_bytes().get(at..at + 3)?;
    match bytes {
        [b'%', high, low] => {
            let digit = |b: &u8| char::from(*b).to_digit(16);
            Some((digit(high)? * 16 + digit(low)?) as u8)
        }
        _ => None,
    }
}

/// The text with what is percent-encoded decoded.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let decoded = coded(text, at);
        bytes.push(decoded.unwrap_or_else(|| byte(text, at)));
        at += if decoded.is_some() { 3 } else { 1 };
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

/// A text in small letters; in place where it is of ASCII, as most are.
pub(crate) fn lower(mut text: String) -> String {
    if !text.is_ascii() {
        return text.to_lowercase();
    }
    text.make_ascii_lowercase();
    text
}

/// Whether two neighbours are of scripts that are written without blanks between: East Asian beside ASCII.
pub(crate) fn script_changes(a: char, b: char) -> bool {
    let dense = |c: char| c >= '\u{2e80}';
    dense(a) && b.is_ascii_alphanumeric() || a.is_ascii_alphanumeric() && dense(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_bounded_and_at_characters() {
        assert_eq!(back("aaaab", 4, 3, |b| b == b'a'), 1);
        assert_eq!(forth("aaaab", 0, 9, |b| b == b'a'), 4);
        assert_eq!(forth("aa", 0, 9, |_| true), 2);
        assert_eq!(ahead("äöü", 0, 3), "ä");
        assert_eq!(behind("äöü", 6, 3), "ü");
        assert!(word_before("ä", 2) && word_after("_", 0) && !word_after("“", 0));
    }

    #[test]
    fn percent() {
        assert_eq!(decode("a%40b%zz%C3%A4%"), "a@b%zzä%");
        assert!(coded_before("%3D1", 3) && !coded_before("x3D1", 3));
    }

    proptest::proptest! {
        #[test]
        fn decoding_undoes_encoding(text in "\\PC{0,40}") {
            let encoded: String = text.bytes().map(|b| format!("%{b:02X}")).collect();
            assert_eq!(decode(&encoded), text);
        }
    }
}
