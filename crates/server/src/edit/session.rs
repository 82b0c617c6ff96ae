//! Who may edit: whoever has the address that the terminal showed, on this machine, from these pages.
//!
//! Owns: the one-time token, the session, and the checks that every request to the editor passes. Leaves to others: what
//! is edited, and that the server listens on this machine only ([`crate::serve`]).
//!
//! | threat | check |
//! |---|---|
//! | somebody else on the network | the server refuses to edit unless it listens on a loopback address |
//! | another user or program of this machine | a token of 256 random bits, taken once; then a session cookie |
//! | a name of another site that leads here (DNS rebinding) | `Host` must be the address or `localhost`, with the port |
//! | another site's page that sends a form or request | `Origin` must be ours; the cookie is `SameSite=Strict` |
//! | guessing by time | secrets are compared in constant time |
//!
//! Browsers send a cookie to every port of its host. Another server on this machine is given the session if the one who
//! edits opens a page of it below one of [`PATHS`]: no page of ours leads there.

use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};

/// The start of the name of the cookie that carries the session. The port follows, because browsers keep one cookie of a
/// name for all ports of a host: two editors would log each other's readers out.
const COOKIE: &str = "abide-edit";
/// Where the token is brought.
const PATH: &str = "/edit";
/// The paths below which the cookie is sent: one cookie for each, because the rest of the site needs none.
const PATHS: [&str; 3] = [PATH, "/requests", "/map"];

/// A random text that nobody guesses: 256 bits in hexadecimal digits.
struct Secret(String);

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// If the operating system has no random numbers.
    fn new() -> std::io::Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
        Ok(Self(bytes.iter().map(|b| format!("{b:02x}")).collect()))
    }

    /// Whether a text is this secret, in a time that does not tell how much of it is right.
    fn is(&self, text: &str) -> bool {
        let (ours, theirs) = (self.0.as_bytes(), text.as_bytes());
        let differing = ours.iter().zip(theirs).fold(0, |all, (a, b)| all | (a ^ b));
        std::hint::black_box(differing) == 0 && ours.len() == theirs.len()
    }
}

/// The one who edits: before they came, their token; after that, their session.
pub(crate) struct Sessions {
    address: SocketAddr,
    token: Mutex<Option<Secret>>,
    session: Secret,
}

/// Why a request is not let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stranger {
    /// It came under another name, or from another site's page.
    Elsewhere,
    /// It has no session.
    NoSession,
}

impl Sessions {
    /// A token and a session for a server that listens here.
    ///
    /// # Errors
    /// If the operating system has no random numbers.
    pub(crate) fn new(address: SocketAddr) -> std::io::Result<Self> {
        Ok(Self { address, token: Mutex::new(Some(Secret::new()?)), session: Secret::new()? })
    }

    /// The port on which the server listens.
    pub(crate) const fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address that lets one browser in; `None` once it was used.
    pub(crate) fn invitation(&self) -> Option<String> {
        let token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        token.as_ref().map(|t| format!("http://{}{PATH}?token={}", self.address, t.0))
    }

    /// The cookies of the session, for whoever brings the token first.
    pub(crate) fn exchange(&self, token: &str) -> Option<Vec<HeaderValue>> {
        let mut ours = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        ours.take_if(|t| t.is(token))?;
        let (name, session) = (self.cookie(), &self.session.0);
        let cookie = |path| format!("{name}={session}; Path={path}; HttpOnly; SameSite=Strict");
        PATHS.iter().map(|path| HeaderValue::from_str(&cookie(path)).ok()).collect()
    }

    /// Whether a request comes under our name and, if it changes anything, from our pages.
    pub(crate) fn is_near(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<(), Stranger> {
        let host = one(headers, &header::HOST).filter(|host| self.is_our_name(host));
        let Some(host) = host else { return Err(Stranger::Elsewhere) };
        if uri.authority().is_some_and(|a| a.as_str() != host) {
            return Err(Stranger::Elsewhere);
        }
        if matches!(*method, Method::GET | Method::HEAD) || comes_from(host, headers) {
            Ok(())
        } else {
            Err(Stranger::Elsewhere)
        }
    }

    /// Whether a request carries the session.
    pub(crate) fn is_known(&self, headers: &HeaderMap) -> Result<(), Stranger> {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
        let mut pairs = cookies.flat_map(|v| v.split(';')).filter_map(|p| p.trim().split_once('='));
        let ours = self.cookie();
        match pairs.any(|(name, value)| name == ours && self.session.is(value)) {
            true => Ok(()),
            false => Err(Stranger::NoSession),
        }
    }

    fn cookie(&self) -> String {
        format!("{COOKIE}-{}", self.address.port())
    }

    /// The address as bound, or `localhost`, with the port; without it where it is HTTP's own.
    fn is_our_name(&self, host: &str) -> bool {
        let port = self.address.port();
        let names = [self.address.to_string(), format!("localhost:{port}")];
        let bare = |name: &str| name.strip_suffix(":80").map(str::to_owned);
        names.iter().any(|name| {
            host.eq_ignore_ascii_case(name) || port == 80 && bare(name).as_deref() == Some(host)
        })
    }
}

/// Whether a page of ours sent it. Browsers say so in `Origin`; where they leave it out, in `Sec-Fetch-Site`.
fn comes_from(host: &str, headers: &HeaderMap) -> bool {
    if headers.contains_key(header::ORIGIN) {
        one(headers, &header::ORIGIN).and_then(|o| o.strip_prefix("http://")) == Some(host)
    } else {
        headers.get("sec-fetch-site").is_some_and(|v| v == "same-origin")
    }
}

/// The value of a header that stands once.
fn one<'h>(headers: &'h HeaderMap, name: &header::HeaderName) -> Option<&'h str> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?.to_str().ok()?;
    all.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sessions() -> Sessions {
        Sessions::new(SocketAddr::from(([127, 0, 0, 1], 8080))).unwrap()
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(n, v)| (header::HeaderName::from_static(n), v.parse().unwrap()))
            .collect()
    }

    #[test]
    fn a_token_works_once() {
        let sessions = sessions();
        let invitation = sessions.invitation().unwrap();
        let token = invitation.strip_prefix("http://127.0.0.1:8080/edit?token=").unwrap();
        assert_eq!(token.len(), 64);
        let mut wrong = token.to_owned();
        wrong.replace_range(63.., if token.ends_with('0') { "1" } else { "0" });
        for bad in ["", "0", &token[..63], &wrong, &format!("{token}0")] {
            assert!(sessions.exchange(bad).is_none(), "{bad}");
        }
        let cookies = sessions.exchange(token).unwrap();
        for (cookie, path) in cookies.iter().zip(["/edit", "/requests", "/map"]) {
            let cookie = cookie.to_str().unwrap();
            let end = format!("; Path={path}; HttpOnly; SameSite=Strict");
            assert!(cookie.ends_with(&end) && !cookie.contains(token), "{cookie}");
        }
        assert!(sessions.exchange(token).is_none() && sessions.invitation().is_none());
        let pair = cookies[0].to_str().unwrap().split(';').next().unwrap();
        assert_eq!(sessions.is_known(&headers(&[("cookie", &format!("a=b; {pair}"))])), Ok(()));
        let other_port = pair.replace("8080", "8081");
        for bad in [
            "",
            "abide-edit-8080=",
            "abide-edit-8080=0",
            &format!("{pair}0"),
            &format!("x{pair}"),
            &other_port,
        ] {
            assert_eq!(sessions.is_known(&headers(&[("cookie", bad)])), Err(Stranger::NoSession));
        }
    }

    #[test]
    fn secrets_differ() {
        assert_ne!(Secret::new().unwrap().0, Secret::new().unwrap().0);
    }

    #[test]
    fn only_our_name_and_our_pages_are_near() {
        let sessions = sessions();
        let near = |method: Method, uri: &str, pairs: &[(&'static str, &str)]| {
            sessions.is_near(&method, &uri.parse().unwrap(), &headers(pairs)).is_ok()
        };
        let ours = ("host", "127.0.0.1:8080");
        assert!(near(Method::GET, "/edit", &[ours]));
        assert!(near(Method::GET, "/edit", &[("host", "LOCALHOST:8080")]));
        for host in [
            "evil.example:8080",
            "127.0.0.1",
            "127.0.0.1:80",
            "127.0.0.1:8080.evil.example",
            "",
            "[::1]:8080",
        ] {
            assert!(!near(Method::GET, "/edit", &[("host", host)]), "{host}");
        }
        assert!(!near(Method::GET, "/edit", &[]));
        assert!(!near(Method::GET, "http://evil.example:8080/edit", &[ours]));
        assert!(near(Method::POST, "/edit", &[ours, ("origin", "http://127.0.0.1:8080")]));
        assert!(near(Method::POST, "/edit", &[ours, ("sec-fetch-site", "same-origin")]));
        for bad in [
            vec![ours],
            vec![ours, ("origin", "null")],
            vec![ours, ("origin", "http://evil.example")],
            vec![ours, ("origin", "https://127.0.0.1:8080")],
            vec![ours, ("origin", "http://localhost:8080")],
            vec![ours, ("sec-fetch-site", "cross-site")],
            vec![ours, ("sec-fetch-site", "same-site")],
            vec![ours, ("origin", "http://evil.example"), ("sec-fetch-site", "same-origin")],
        ] {
            assert!(!near(Method::POST, "/edit", &bad), "{bad:?}");
        }
    }
}
