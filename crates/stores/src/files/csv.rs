//! The fields of one row of CSV (RFC 4180), and the same row with other values.
//!
//! An empty field is nothing, and nothing is written as an empty field.

use std::ops::Range;

use super::MOST_FIELDS;
use crate::Value;

/// What may separate fields, if nobody says it: of two that are as likely the first.
const LIKELY: &[u8] = b",;\t|";
/// So much of a header is looked at.
const HEADER: usize = 1 << 20;

/// What separates the fields of a file, by its header: what stands there most often outside of quotes. `None` if more of the file must
/// be seen. As in [`fields`], quotes are such only at the start of a field: else what stands in later rows could make the header
/// another one.
pub(super) fn separator(bytes: &[u8], ended: bool) -> Option<u8> {
    let (mut counts, mut quoted, mut after_quote, mut fresh, mut begun) =
        ([0_usize; LIKELY.len()], false, false, true, false);
    for byte in bytes.iter().take(HEADER) {
        match byte {
            b'"' if quoted => (quoted, after_quote) = (false, true),
            b'"' if fresh || after_quote => (quoted, after_quote, fresh) = (true, false, false),
            b'\r' | b'\n' if begun && !quoted => return Some(likely(counts)),
            b'\r' | b'\n' if !begun => continue,
            byte => {
                after_quote = false;
                if !quoted {
                    let places = LIKELY.iter().position(|likely| likely == byte);
                    fresh = places.is_some();
                    places.and_then(|at| counts.get_mut(at)).into_iter().for_each(|n| *n += 1);
                }
            }
        }
        begun = true;
    }
    (ended || bytes.len() >= HEADER).then(|| likely(counts))
}

fn likely(counts: [usize; LIKELY.len()]) -> u8 {
    let (mut found, mut most) = (b',', 0);
    for (byte, count) in LIKELY.iter().zip(counts) {
        if count > most {
            (found, most) = (*byte, count);
        }
    }
    found
}

/// Where the fields of a row are, quotes included: one more than there may be if there are too many.
pub(super) fn fields(row: &str, delimiter: u8) -> Vec<Range<usize>> {
    let mut fields = Vec::new();
    let (mut start, mut quoted, mut after_quote) = (0, false, false);
    for (at, byte) in row.bytes().enumerate() {
        match byte {
            b'"' if quoted => (quoted, after_quote) = (false, true),
            b'"' if at == start || after_quote => (quoted, after_quote) = (true, false),
            _ if byte == delimiter && !quoted => {
                fields.push(start..at);
                (start, after_quote) = (at + 1, false);
                if fields.len() > MOST_FIELDS {
                    return fields;
                }
            }
            _ => after_quote = false,
        }
    }
    fields.push(start..row.len());
    fields
}

/// What a field says.
pub(super) fn text(field: &str) -> String {
    let Some(inner) = field.strip_prefix('"') else { return field.to_owned() };
    let mut text = String::with_capacity(inner.len());
    let mut signs = inner.chars().peekable();
    let mut quoted = true;
    while let Some(sign) = signs.next() {
        if quoted && sign == '"' {
            quoted = signs.next_if_eq(&'"').is_some();
            if !quoted {
                continue;
            }
        }
        text.push(sign);
    }
    text
}

pub(super) fn value(field: &str) -> Value {
    let text = text(field);
    if text.is_empty() { Value::Null } else { Value::Text(text) }
}

/// A row with some fields written anew: by their places, in ascending order. `None` if a value is no text.
pub(super) fn rewrite(
    row: &str,
    changes: &[(Range<usize>, &Value)],
    delimiter: u8,
) -> Option<String> {
    let mut new = String::with_capacity(row.len());
    let mut done = 0;
    for (place, value) in changes {
        new.push_str(row.get(done..place.start)?);
        let text = if value.is_null() { "".into() } else { value.text()? };
        let was_quoted = row.get(place.clone())?.starts_with('"');
        write(&mut new, &text, was_quoted, delimiter);
        done = place.end;
    }
    new.push_str(row.get(done..)?);
    // An empty line would be no row.
    Some(if new.is_empty() { "\"\"".to_owned() } else { new })
}

fn write(row: &mut String, text: &str, quoted: bool, delimiter: u8) {
    let asks = |byte: u8| matches!(byte, b'"' | b'\r' | b'\n') || byte == delimiter;
    if !quoted && !text.bytes().any(asks) {
        row.push_str(text);
        return;
    }
    row.push('"');
    row.push_str(&text.replace('"', "\"\""));
    row.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_what_separates() {
        for (header, found) in [
            ("id,name\n1;2;3;4", Some(b',')),
            ("Nr;Name;Anmerkung, alt\n", Some(b';')),
            ("\"a,b,c\";\"d\"\r\n", Some(b';')),
            ("\r\nid|name|x\n", Some(b'|')),
            ("id\tname\n", Some(b'\t')),
            ("a,b;c\n", Some(b',')),
            ("alone\n", Some(b',')),
            ("\"two\nlines\";b\n", Some(b';')),
            ("inches 5\";b\nx,y,z\n", Some(b';')),
            ("a,\"b;c;d\"\n", Some(b',')),
            ("a;\"b \"\",\"\" c\";d,e\n", Some(b';')),
            ("a;b", None),
            ("\"a;b\n", None),
        ] {
            assert_eq!(separator(header.as_bytes(), false), found, "{header}");
        }
        assert_eq!(separator(b"a;b", true), Some(b';'));
        assert_eq!(separator(b"", true), Some(b','));
        assert_eq!(separator(&[b'x'; HEADER], false), Some(b','));
    }

    #[test]
    fn a_row_is_read_and_written() {
        let row = r#"1,"a ""b"", c",,x"y"#;
        let places = fields(row, b',');
        let texts: Vec<_> = places.iter().map(|at| text(&row[at.clone()])).collect();
        assert_eq!(texts, ["1", "a \"b\", c", "", "x\"y"]);
        let (comma, nothing) = (Value::from("1,5"), Value::Null);
        let changes = [(places[0].clone(), &comma), (places[1].clone(), &nothing)];
        assert_eq!(rewrite(row, &changes, b',').unwrap(), r#""1,5","",,x"y"#);
        assert_eq!(rewrite("x", &[(0..1, &nothing)], b',').unwrap(), "\"\"");
        assert_eq!(rewrite(row, &[(0..1, &Value::Bytes(vec![1]))], b','), None);
    }
}
