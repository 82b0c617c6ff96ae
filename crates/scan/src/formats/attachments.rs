//! The pictures, sounds and programs in a message, left out while it is read, so that the rest is small enough to be at
//! hand as a whole.
//!
//! Left out are lines of base64 (RFC 2045 §6.8) in parts whose head says that they are neither text nor a message nor made
//! of parts; a part is told by a boundary (RFC 2046 §5.1.1) that a head above it names. All else stays, so nothing can hide.

use std::collections::HashSet;
use std::io;

use crate::input::Text;

/// How much is decoded at a time.
const STEP: usize = 64 << 10;
/// The longest boundary that RFC 2046 allows, and how many are kept.
const BOUNDARY: usize = 70;
const MOST: usize = 1000;

/// The message without them, or `None` if even that is longer than so many bytes.
pub(crate) fn left_out(mut text: Text, most: usize) -> io::Result<Option<String>> {
    let (mut kept, mut parts, mut whole) = (String::new(), Parts::default(), true);
    loop {
        text.fill(STEP)?;
        if text.buffer.is_empty() {
            return Ok(Some(kept));
        }
        let end = text.buffer.rfind('\n').map_or(text.buffer.len(), |end| end + 1);
        for line in text.take(end).split_inclusive('\n') {
            // A line longer than what is decoded at a time comes in several.
            let keep = if whole { parts.keeps(line) } else { !(parts.packed() && is_base64(line)) };
            whole = line.ends_with('\n');
            if keep {
                kept.push_str(line);
            }
        }
        if kept.len() > most {
            return Ok(None);
        }
    }
}

/// Where in a message a line is.
#[derive(Default)]
struct Parts {
    boundaries: HashSet<String>,
    head: Head,
    /// In the body of a part.
    body: bool,
}

/// What the head of a part says.
#[derive(Default)]
struct Head {
    /// The field that a folded line continues, in small letters.
    field: String,
    /// What it is made of, if it says so; all of it, if it says so more than once.
    kinds: Vec<String>,
    base64: bool,
}

impl Parts {
    /// Takes a line; whether it is to be kept.
    fn keeps(&mut self, line: &str) -> bool {
        if self.is_boundary(line) {
            (self.head, self.body) = (Head::default(), false);
            return true;
        }
        if self.body {
            return !(self.packed() && is_base64(line));
        }
        if !line.trim().is_empty() {
            self.head.line(line, &mut self.boundaries);
        } else if self.head.kinds.iter().any(|kind| kind.starts_with("message/")) {
            self.head = Head::default();
        } else {
            self.body = true;
        }
        true
    }

    fn is_boundary(&self, line: &str) -> bool {
        let Some(name) = line.strip_prefix("--") else { return false };
        let name = name.trim_end();
        self.boundaries.contains(name)
            || name.strip_suffix("--").is_some_and(|name| self.boundaries.contains(name))
    }

    /// In the body of a part that is no text, in base64.
    fn packed(&self) -> bool {
        let kept = ["text/", "message/", "multipart/"];
        let kinds = &self.head.kinds;
        let is_kept =
            |kind: &String| !kind.contains('/') || kept.iter().any(|k| kind.starts_with(k));
        self.body && self.head.base64 && !kinds.is_empty() && !kinds.iter().any(is_kept)
    }
}

impl Head {
    fn line(&mut self, line: &str, boundaries: &mut HashSet<String>) {
        let mut value = line;
        if !line.starts_with([' ', '\t']) {
            let (name, after) = line.split_once(':').unwrap_or((line, ""));
            (self.field, value) = (name.trim().to_ascii_lowercase(), after);
        }
        match self.field.as_str() {
            "content-type" => self.content_type(value, boundaries),
            "content-transfer-encoding" => {
                self.base64 |= value.trim().eq_ignore_ascii_case("base64");
            }
            _ => {}
        }
    }

    fn content_type(&mut self, value: &str, boundaries: &mut HashSet<String>) {
        let first = value.split(';').next().unwrap_or("").trim();
        if !first.is_empty() && !first.contains('=') {
            self.kinds.push(first.to_ascii_lowercase());
        }
        let Some(at) = value.to_ascii_lowercase().find("boundary=") else { return };
        let name = value.get(at + "boundary=".len()..).unwrap_or("");
        let name = match name.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => name.split([';', ' ', '\t', '\r', '\n']).next(),
        };
        if let Some(name) = name.filter(|n| n.len() <= BOUNDARY && boundaries.len() < MOST) {
            boundaries.insert(name.to_owned());
        }
    }
}

fn is_base64(line: &str) -> bool {
    let sign = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
    line.trim_end().bytes().all(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(message: &str) -> String {
        let text = Text::new(Box::new(io::Cursor::new(message.as_bytes().to_vec()))).unwrap();
        left_out(text, usize::MAX).unwrap().unwrap()
    }

    const HEAD: &str =
        "Content-Type: multipart/mixed;\r\n boundary=\"a b\"\r\n\r\nbefore\r\n--a b\r\n";

    #[test]
    fn only_what_is_no_text_is_left_out() {
        let part = |kind: &str, body: &str| {
            format!(
                "{HEAD}Content-Type: {kind}\r\nContent-Transfer-Encoding: BASE64\r\n\r\n{body}\r\n--a b--\r\nafter\r\n"
            )
        };
        for kind in ["application/pdf; name=\"x\"", "image/png", "IMAGE/PNG;\r\n name=text/plain"] {
            assert_eq!(
                kept(&part(kind, "QUJD\r\nREVG")),
                part(kind, "").replacen("\r\n\r\n\r\n", "\r\n\r\n", 1)
            );
        }
        for kind in ["text/csv", "message/rfc822", "image/png\r\nContent-Type: text/plain", "", "x"]
        {
            assert_eq!(kept(&part(kind, "QUJD")), part(kind, "QUJD"), "{kind}");
        }
        // What is no base64, and what looks like a boundary and is none.
        let odd = part("image/png", "Anna M\u{fc}ller\r\n--other\r\nanna@example.org");
        assert_eq!(kept(&odd), odd);
        let text = part(
            "text/plain",
            "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAnna",
        );
        assert_eq!(kept(&text), text);
    }

    #[test]
    fn attachments_of_attached_messages_and_lines_without_end() {
        let long = "QUJD".repeat(100_000);
        let image = format!(
            "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n{long}\r\n"
        );
        let inner = format!("Subject: x\r\n{}{image}--a b--\r\n", HEAD.replace("a b", "c"));
        let message =
            format!("{HEAD}Content-Type: message/rfc822\r\n\r\n{inner}--a b\r\n{image}--a b--\r\n");
        let kept = kept(&message);
        assert!(
            kept.len() < 700 && kept.contains("Subject: x") && !kept.contains("QUJD"),
            "{kept}"
        );
        let text =
            Text::new(Box::new(io::Cursor::new("x\n".repeat(100_000).into_bytes()))).unwrap();
        assert_eq!(left_out(text, 100_000).unwrap(), None);
    }
}
