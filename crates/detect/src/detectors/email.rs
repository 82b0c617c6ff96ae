//! E-mail addresses (RFC 5321 §4.1.2, RFC 6531 for letters beyond ASCII), as people write them in text.
//!
//! The local part is read backwards from the `@`, the domain forwards. Refused: a domain without a dot, one whose last
//! label has a digit or one letter only, labels that start or end with a hyphen.

use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{Evidence, Finding, Found, STRONG};

/// The longest parts that mail systems take (RFC 5321 §4.5.3.1).
const LONGEST_LOCAL: usize = 64;
const LONGEST_DOMAIN: usize = 255;

#[derive(Debug)]
pub(crate) struct Email;

impl Detector for Email {
    fn name(&self) -> &'static str {
        "email"
    }
    fn wakes(&self) -> Wakes {
        Wakes { signs: b"@", ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(sign) = at.block.token(at.token) else { return };
        let text = at.block.text;
        let (from, to) = (sign.start as usize, sign.end as usize);
        let start = from - local(text.get(..from).unwrap_or("")).len();
        let domain = domain(text.get(to..).unwrap_or(""));
        let end = to + domain.len();
        if start == from || domain.is_empty() {
            return;
        }
        if !is_host(domain) {
            found.miss(Kind::Email, "", start..end, "miss-domain");
            return;
        }
        let normal = at.block.slice(start..end).to_lowercase();
        found.push(
            Finding::new(Kind::Email, start..end, STRONG)
                .normal(normal)
                .because(Evidence::Pattern("local@domain")),
        );
    }
}

/// The local part at the end of a text: letters, digits and the signs of RFC 5322 §3.2.3; no dot first, last or doubled.
fn local(before: &str) -> &str {
    let mut start = before.len();
    let mut after = '@';
    for (at, c) in before.char_indices().rev() {
        let fits = c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        if !fits
            || (c == '.' && (after == '.' || after == '@'))
            || before.len() - at > LONGEST_LOCAL
        {
            break;
        }
        (start, after) = (at, c);
    }
    // What stands before an address in text and is allowed in one, but hardly meant: quotes, brackets, `mailto=`.
    before.get(start..).unwrap_or("").trim_start_matches(|c: char| "!#$%&'*/=?^`{|}~.".contains(c))
}

/// The domain at the start of a text.
fn domain(after: &str) -> &str {
    let end = after
        .char_indices()
        .find(|(at, c)| !(c.is_alphanumeric() || *c == '-' || *c == '.') || *at > LONGEST_DOMAIN)
        .map_or(after.len(), |(at, _)| at);
    after.get(..end).unwrap_or("").trim_end_matches(['.', '-'])
}

fn is_host(domain: &str) -> bool {
    let mut labels = domain.split('.').rev();
    let top = labels.next().unwrap_or("");
    let top_fits =
        top.chars().count() >= 2 && top.chars().all(char::is_alphabetic) || top.starts_with("xn--");
    let mut more = 0;
    for label in labels {
        more += 1;
        if label.is_empty() || label.len() > 63 || label.starts_with('-') || label.ends_with('-') {
            return false;
        }
    }
    top_fits && more > 0
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{missed, places};

    #[test]
    fn addresses_in_text() {
        for (text, expected) in [
            ("Mail anna.b+c@mail.example.org.", "anna.b+c@mail.example.org"),
            ("<max@example.com>", "max@example.com"),
            ("'max@example.com'", "max@example.com"),
            ("jürgen@müller.example", "jürgen@müller.example"),
            ("a;b@example.com;c", "b@example.com"),
        ] {
            assert_eq!(places(text, Kind::Email), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in ["@anna", "anna@", "anna@home", "a @ b.org", "x@1.2", "x@-a.org"] {
            assert!(places(text, Kind::Email).is_empty(), "{text}");
        }
        assert_eq!(missed("anna@home, x", Kind::Email), ["miss-domain"]);
    }
}
