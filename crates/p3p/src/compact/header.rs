//! The `P3P` response header (P3P 1.0 §2.2.2, §4.1): `policyref="/w3c/p3p.xml", CP="NOI CURa OUR"`.
//!
//! Owns: its fields, read as sites write them and written so that nothing can break out of it. Leaves to others: fetching
//! what `policyref` names, and the meaning of the compact policy.

use std::fmt::Write as _;
use std::ops::Range;

use super::CompactPolicy;
use super::token::{body, is_quote};

/// How the compact policy was quoted. The grammar wants double quotes; some user agents ignore a policy without any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Quotes {
    /// `CP="…"`, as the grammar wants.
    #[default]
    Double,
    /// `CP='…'`, or typographic quotes.
    Other,
    /// `CP=…`
    Missing,
}

/// The fields of a `P3P` header, borrowed from its text.
///
/// ```
/// use abide_p3p::compact::{CompactPolicy, Header, Quotes};
/// let header = Header::parse(r#"p3p: cp='NOI CUR', PolicyRef="/w3c/p3p.xml""#);
/// assert_eq!(header.policyref, Some("/w3c/p3p.xml"));
/// assert_eq!(header.compact, Some("NOI CUR"));
/// assert_eq!(header.quotes, Quotes::Other);
/// assert_eq!(header.policy().to_string(), "NOI CURa");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Header<'a> {
    /// Where the policy reference file is.
    pub policyref: Option<&'a str>,
    /// The compact policy without its quotes; `Some("")` if the field was there and empty.
    pub compact: Option<&'a str>,
    /// How the compact policy was quoted.
    pub quotes: Quotes,
    /// Where the compact policy starts in the text.
    start: usize,
}

impl<'a> Header<'a> {
    /// Reads a header's value, with or without `P3P:` before it.
    ///
    /// Names are case-insensitive, fields may come in any order, either may be missing, other fields are skipped. Of a
    /// field given twice the first counts. Never fails: what is no field is not there. Does not allocate.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let mut header = Self::default();
        let mut cursor = Cursor { text, at: after_name(text).unwrap_or_default() };
        while let Some((name, value)) = cursor.field() {
            let content = text.get(value.range.clone()).unwrap_or_default();
            if name.eq_ignore_ascii_case("policyref") && header.policyref.is_none() {
                header.policyref = Some(content);
            } else if name.eq_ignore_ascii_case("cp") && header.compact.is_none() {
                header.compact = Some(content);
                header.quotes = value.quotes;
                header.start = value.range.start;
            }
        }
        header
    }

    /// Reads whatever people paste: a whole header, its value, or a compact policy alone, quoted or not.
    ///
    /// ```
    /// use abide_p3p::compact::Header;
    /// for text in ["NOI CUR", "\"NOI CUR\"", "CP=\"NOI CUR\"", "P3P: CP=NOI CUR"] {
    ///     assert_eq!(Header::pasted(text).compact, Some("NOI CUR"), "{text}");
    /// }
    /// ```
    #[must_use]
    pub fn pasted(text: &'a str) -> Self {
        let header = Self::parse(text);
        if after_name(text).is_some() || header.policyref.is_some() || header.compact.is_some() {
            return header;
        }
        let inner = body(text);
        Self { compact: text.get(inner.clone()), start: inner.start, ..Self::default() }
    }

    /// What the compact policy says; the empty policy if there is none.
    #[must_use]
    pub fn policy(&self) -> CompactPolicy {
        self.compact.map(CompactPolicy::parse).unwrap_or_default()
    }

    /// Where the compact policy stands, in bytes of the text that was read.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.compact.map_or(0, str::len)
    }
}

/// Writes a header's value; `None` if there is nothing to say.
///
/// Safe whatever the address holds: controls, spaces, quotes and everything beyond ASCII are percent-encoded, and the
/// compact policy is written from its meaning, never from somebody's text.
///
/// ```
/// use abide_p3p::compact::{CompactPolicy, header_value};
/// let policy = CompactPolicy::parse("NOI CURa OUR");
/// assert_eq!(
///     header_value(Some("/w3c/p3p.xml"), Some(&policy)).as_deref(),
///     Some(r#"policyref="/w3c/p3p.xml", CP="NOI CURa OUR""#),
/// );
/// assert_eq!(
///     header_value(Some("/\"\r\nSet-Cookie: x"), None).as_deref(),
///     Some(r#"policyref="/%22%0D%0ASet-Cookie:%20x""#),
/// );
/// ```
#[must_use]
pub fn header_value(policyref: Option<&str>, compact: Option<&CompactPolicy>) -> Option<String> {
    let reference = policyref.map(|uri| format!("policyref=\"{}\"", encode(uri)));
    let compact = compact.map(|policy| format!("CP=\"{policy}\""));
    match (reference, compact) {
        (Some(reference), Some(compact)) => Some(format!("{reference}, {compact}")),
        (reference, compact) => reference.or(compact),
    }
}

/// Percent-encodes what may not stand in a quoted address (RFC 3986 §2); what is encoded already stays.
fn encode(uri: &str) -> String {
    let mut out = String::with_capacity(uri.len());
    for byte in uri.bytes() {
        if byte.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Where the value starts if the text begins with `P3P:`.
fn after_name(text: &str) -> Option<usize> {
    let name = text.find(':')?;
    text.get(..name)?.trim().eq_ignore_ascii_case("p3p").then_some(name + 1)
}

/// A field's value, quotes left out.
struct Value {
    range: Range<usize>,
    quotes: Quotes,
}

/// Walks over the fields of a header.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The next `name=value`; words that are no field are passed over.
    fn field(&mut self) -> Option<(&'a str, Value)> {
        loop {
            self.skip(|c| c.is_ascii_whitespace() || c == ',' || c == ';');
            let start = self.at;
            self.skip(|c| !c.is_ascii_whitespace() && !matches!(c, ',' | ';' | '='));
            let name = self.text.get(start..self.at)?;
            let after_name = self.at;
            self.skip(|c| c.is_ascii_whitespace());
            if self.peek()? == '=' {
                self.at += 1;
                self.skip(|c| c.is_ascii_whitespace());
                let value = self.value(name);
                return Some((name, value));
            }
            // No field: go on after the word, or after the one letter that cannot start one.
            self.at = after_name.max(start);
        }
    }

    fn value(&mut self, name: &str) -> Value {
        match self.peek() {
            Some(quote) if is_quote(quote) => self.quoted(quote),
            _ => self.unquoted(name),
        }
    }

    /// Up to the closing quote, or to the end where it is missing.
    fn quoted(&mut self, quote: char) -> Value {
        self.at += quote.len_utf8();
        let start = self.at;
        let straight = matches!(quote, '"' | '\'');
        self.skip(|c| if straight { c != quote } else { !is_quote(c) });
        let range = start..self.at;
        self.at += self.peek().map_or(0, char::len_utf8);
        Value { range, quotes: if quote == '"' { Quotes::Double } else { Quotes::Other } }
    }

    /// A compact policy goes on over spaces and commas up to the other field; anything else ends at the next of them.
    fn unquoted(&mut self, name: &str) -> Value {
        let start = self.at;
        if name.eq_ignore_ascii_case("cp") {
            let rest = self.rest();
            self.at += next_policyref(rest).unwrap_or(rest.len());
        } else {
            self.skip(|c| !c.is_ascii_whitespace() && c != ',');
        }
        let value = self.text.get(start..self.at).unwrap_or_default();
        let len = value.trim_end_matches(|c: char| c.is_ascii_whitespace() || c == ',').len();
        Value { range: start..start + len, quotes: Quotes::Missing }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }
    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }
    fn skip(&mut self, keep: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !keep(c)).unwrap_or(rest.len());
    }
}

/// Where the field `policyref` starts, at the start of a word.
fn next_policyref(text: &str) -> Option<usize> {
    const NAME: &str = "policyref";
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate() {
        let starts = before == b' ' || before == b',' || before.is_ascii_whitespace();
        let named = text.get(at..at + NAME.len()).is_some_and(|w| w.eq_ignore_ascii_case(NAME));
        if starts && named {
            let after = text.get(at + NAME.len()..).unwrap_or_default();
            if after.trim_start().starts_with('=') {
                return Some(at);
            }
        }
        before = byte;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headers_of_all_spellings_are_read() {
        let both = (Some("/w3c/p3p.xml"), Some("NOI CURa OUR"));
        for (text, expected) in [
            (r#"policyref="/w3c/p3p.xml", CP="NOI CURa OUR""#, both),
            (r#"P3P: policyref="/w3c/p3p.xml", CP="NOI CURa OUR""#, both),
            (r#"p3p :CP="NOI CURa OUR",policyref="/w3c/p3p.xml""#, both),
            ("CP=NOI CURa OUR, policyref=/w3c/p3p.xml", both),
            ("CP=NOI CURa OUR policyref = '/w3c/p3p.xml'", both),
            ("cp = 'NOI CURa OUR' POLICYREF=\"/w3c/p3p.xml\"", both),
            ("x=\"a, CP=b\", CP=\"NOI CURa OUR\"; policyref=/w3c/p3p.xml", both),
            ("CP=“NOI CURa OUR” policyref=/w3c/p3p.xml", both),
            (r#"CP="NOI CURa OUR"#, (None, Some("NOI CURa OUR"))),
            ("CP=NOI,CURa,OUR", (None, Some("NOI,CURa,OUR"))),
            (r#"CP="""#, (None, Some(""))),
            ("CP=", (None, Some(""))),
            ("policyref=\"/a b\"", (Some("/a b"), None)),
            (r#"CP="NOI", CP="ALL""#, (None, Some("NOI"))),
            ("", (None, None)),
            ("P3P:", (None, None)),
            ("no field here", (None, None)),
            ("= , ; ==", (None, None)),
        ] {
            let header = Header::parse(text);
            assert_eq!((header.policyref, header.compact), expected, "{text}");
            assert_eq!(&text[header.span()], header.compact.unwrap_or_default(), "{text}");
        }
    }

    #[test]
    fn pasted_text_is_a_header_or_a_policy() {
        assert_eq!(
            Header::pasted("This is not a P3P policy!").compact,
            Some("This is not a P3P policy!")
        );
        assert_eq!(Header::pasted("P3P: policyref=/x").compact, None);
        assert_eq!(Header::pasted("  'NOI'\n").compact, Some("NOI"));
        assert_eq!(Header::pasted("").compact, Some(""));
        assert_eq!(Header::parse("CP=NOI").quotes, Quotes::Missing);
    }

    proptest! {
        #[test]
        fn nothing_breaks_out_of_a_written_header(uri in any::<String>(), text in any::<String>()) {
            let policy = CompactPolicy::parse(&text);
            let value = header_value(Some(&uri), Some(&policy)).unwrap();
            prop_assert!(value.bytes().all(|b| (0x20..0x7f).contains(&b)));
            prop_assert_eq!(value.matches('"').count(), 4);
            prop_assert!(!value.contains('\''));
            let header = Header::parse(&value);
            let encoded = encode(&uri);
            prop_assert_eq!(header.policyref, Some(encoded.as_str()));
            prop_assert_eq!(header.policy(), policy.canonical());
        }

        #[test]
        fn any_text_is_read(text in any::<String>(), fields in r#"((P3P:|CP|policyref|=|"|'|,| |;|NOI|é|“){0,3}){0,12}"#) {
            for text in [text, fields] {
                let header = Header::pasted(&text);
                prop_assert_eq!(&text[header.span()], header.compact.unwrap_or_default());
            }
        }
    }
}
