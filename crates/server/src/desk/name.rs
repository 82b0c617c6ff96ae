//! Who works at these pages: a name that they say once, for the history.
//!
//! Owns: the cookie that remembers it for a session of the browser, and what can be a name. Leaves to others: who is let in
//! (`crate::edit`: there is one session, and whoever has it is trusted to say who they are).

use abide_notice::html::Html;
use abide_notice::{Locale, say};
use askama::Template;
use axum::http::{HeaderMap, HeaderValue, header};

use super::act::WHO;

/// Who acts at these pages, and the form in which they say so.
#[derive(Template)]
#[template(path = "desk/name.html")]
struct Section<'a> {
    locale: &'a Locale,
    named: Option<&'a str>,
    /// The request to which the form leads back; the queue if empty.
    back: &'a str,
}

impl Section<'_> {
    fn say(&self, id: &str) -> String {
        self.locale.say(id)
    }
    fn acts_as(&self, name: &str) -> String {
        say!(self.locale, "name-said", name = name)
    }
}

/// The line of a page.
pub(super) fn section(locale: &Locale, named: Option<&str>, back: &str) -> Html {
    Html::of(&Section { locale, named, back })
}

/// The start of the name of the cookie; the port follows, as for the session.
const COOKIE: &str = "abide-name";
/// Where it is sent.
const PATH: &str = "/requests";
/// So many characters has a name at most.
const LONGEST: usize = 80;
/// How the history calls what nobody does: nobody is called so.
const PROGRAMS: [&str; 2] = ["server-", "worker-"];

/// A name that somebody can have here; `None` for what is none.
#[must_use]
pub fn checked(text: &str) -> Option<String> {
    let name = text.trim();
    let is_plain = !name.is_empty()
        && name.chars().count() <= LONGEST
        && !name.chars().any(char::is_control)
        && name != WHO
        && !PROGRAMS.iter().any(|program| name.starts_with(program));
    is_plain.then(|| name.to_owned())
}

/// The cookie by which the browser says the name from now on; an empty name takes it back.
pub(super) fn cookie(port: u16, name: &str) -> Option<HeaderValue> {
    let value: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
    let ends = if name.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{COOKIE}-{port}={value}; Path={PATH}; HttpOnly; SameSite=Strict{ends}");
    HeaderValue::from_str(&cookie).ok()
}

/// The name that a browser says.
pub(super) fn said(port: u16, headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
    let mut pairs = cookies.flat_map(|v| v.split(';')).filter_map(|p| p.trim().split_once('='));
    let ours = format!("{COOKIE}-{port}");
    let (_, digits) = pairs.find(|(name, _)| *name == ours)?;
    let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..digits.len()).step_by(2).map(byte).collect();
    checked(&String::from_utf8(bytes?).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(cookie: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_str(cookie).unwrap());
        headers
    }

    #[test]
    fn a_name_comes_back_as_it_was_said() {
        for name in ["Eva", "Ján Novák; x=1", "Łucja \"Ł\"", "名前"] {
            let set = cookie(8080, name).unwrap();
            let set = set.to_str().unwrap();
            let sent = format!("a=b; {}", set.split(';').next().unwrap());
            assert_eq!(said(8080, &headers(&sent)).as_deref(), Some(name));
            assert_eq!(said(8081, &headers(&sent)), None, "another server's");
            assert!(set.contains("HttpOnly; SameSite=Strict") && set.contains("Path=/requests"));
        }
        assert!(cookie(1, "").unwrap().to_str().unwrap().ends_with("Max-Age=0"));
    }

    #[test]
    fn what_is_no_name_is_none() {
        let long = "x".repeat(81);
        for none in ["", "  ", "a\nb", "browser", "server-17", "worker-a", long.as_str()] {
            assert_eq!(checked(none), None, "{none}");
        }
        for odd in ["abide-name-1=4", "abide-name-1=zz", "abide-name-1=ff", "abide-name-1=€"] {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, HeaderValue::from_bytes(odd.as_bytes()).unwrap());
            assert_eq!(said(1, &headers), None, "{odd}");
        }
        assert_eq!(checked(" Eva ").as_deref(), Some("Eva"));
    }
}
