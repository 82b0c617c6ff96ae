//! E-mail messages (RFC 5322, MIME): headers, texts and attached texts, decoded.
//!
//! Places count within a part, since the file holds it encoded. Attached messages are read too, to a depth. Pictures and
//! the like are left out before anything else, so a message may be of any size as long as its texts are not.

use std::ops::ControlFlow;

use mail_parser::{Addr, Address, HeaderValue, MessageParser, MimeHeaders, PartType};

use super::values::Values;
use super::{Format, Sink, attachments, extension};
use crate::Error;
use crate::input::Text;

/// The longest message without pictures and the like, in bytes: it is read whole.
const LONGEST: usize = 16 << 20;
/// How deep messages may lie in messages.
const DEPTH: usize = 8;
/// The headers that say something of people; the others are for machines.
const HEADERS: [&str; 10] = [
    "From",
    "To",
    "Cc",
    "Bcc",
    "Reply-To",
    "Sender",
    "Subject",
    "Received",
    "X-Originating-IP",
    "User-Agent",
];

pub(crate) struct Email;

impl Format for Email {
    fn name(&self) -> &'static str {
        "email"
    }
    fn fits(&self, name: &str, head: &str) -> bool {
        matches!(extension(name), "eml" | "msg") && head.contains(':')
    }
    fn read(&self, text: Text, sink: &mut Sink<'_>) -> Result<(), Error> {
        let Some(text) = attachments::left_out(text, LONGEST)? else {
            let what = "the texts of a message are longer than 16 megabytes";
            return Err(wrong(what, "save its attachments as files and scan those"));
        };
        let Some(message) = MessageParser::default().parse(text.as_bytes()) else {
            return Err(wrong("this is no message", "check that it starts with headers"));
        };
        let _ = read(&message, "", 0, sink);
        Ok(())
    }
}

fn wrong(what: &'static str, remedy: &'static str) -> Error {
    Error::Malformed { what, line: 1, column: 1, remedy }
}

fn read(
    message: &mail_parser::Message<'_>,
    above: &str,
    depth: usize,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    let mut headers = Values::new(sink);
    for (name, raw) in message.headers_raw() {
        if HEADERS.iter().any(|h| h.eq_ignore_ascii_case(name)) {
            let value = message.header(name).map_or_else(|| raw.to_owned(), |v| decoded(v, raw));
            headers.add(name, value.trim(), &format!("{above}{name}"), 1)?;
        }
    }
    headers.hand_on()?;
    for (number, part) in message.parts.iter().enumerate() {
        let name = part.attachment_name().map_or_else(|| format!("part {number}"), str::to_owned);
        let at = format!("{above}{name}");
        match &part.body {
            PartType::Text(text) | PartType::Html(text) => {
                let mut values = Values::new(sink);
                values.add("", text, &at, 1)?;
                values.hand_on()?;
            }
            PartType::Message(inner) if depth < DEPTH => {
                read(inner, &format!("{at} / "), depth + 1, sink)?;
            }
            _ => {}
        }
    }
    ControlFlow::Continue(())
}

/// A header's value in words: people as `Name <address>`, texts decoded, the rest as it is.
fn decoded(value: &HeaderValue<'_>, raw: &str) -> String {
    let people = |address: &Address<'_>| {
        let one = |a: &Addr<'_>| match (a.name(), a.address()) {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (name, address) => name.or(address).unwrap_or("").to_owned(),
        };
        address.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    match value {
        HeaderValue::Address(address) => people(address),
        HeaderValue::Text(text) => text.to_string(),
        _ => raw.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_bodies_and_attached_messages() {
        let text = "From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>\r\nTo: b@example.org\r\nX-Mailer: z\r\nSubject: Re\r\n\
            MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain; charset=utf-8\r\n\
            Content-Transfer-Encoding: base64\r\n\r\nR3LDvMOfZSBjQGV4YW1wbGUub3Jn\r\n--q\r\nContent-Type: message/rfc822\r\n\r\n\
            From: d@example.org\r\nSubject: inner\r\n\r\nhello\r\n--q--\r\n";
        let mut all = Vec::new();
        let input = Text::new(Box::new(std::io::Cursor::new(text.as_bytes().to_vec()))).unwrap();
        Email
            .read(input, &mut |p| {
                for part in &p.parts {
                    all.push(format!(
                        "{}={}",
                        part.at.as_deref().unwrap(),
                        &p.text[part.place.clone()]
                    ));
                }
                ControlFlow::Continue(())
            })
            .unwrap();
        let all = all.join("|");
        for expected in [
            "j@example.org",
            "To=b@example.org",
            "Subject=Re",
            "=Gr\u{fc}\u{df}e c@example.org",
            "/ From=d@example.org",
            "hello",
        ] {
            assert!(all.contains(expected), "{expected}: {all}");
        }
        assert!(!all.contains("X-Mailer"));
    }
}
