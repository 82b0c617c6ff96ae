//! What in a web address points to a person: an e-mail address or telephone number, a user's name in the path, a value that
//! a query names as personal, a token that opens somebody's session.
//!
//! Everything behind the host is looked at, also with its percent-encoding undone (twice: addresses that stand in addresses
//! are encoded twice).

use super::{email, scan};

/// The most pairs of a query and parts of a path that are looked at, and the longest key of a pair.
const MOST: usize = 64;
const LONGEST_KEY: usize = 24;

/// The personal part of what stands behind a host, strongest first.
pub(crate) fn part(rest: &str) -> Option<&'static str> {
    let plain = |b: u8| !matches!(b, b'@' | b'%' | b'?' | b'#' | b';' | b'+');
    if rest.bytes().all(plain) {
        return path_part(rest);
    }
    let once = scan::decode(rest);
    let decoded = scan::decode(&once);
    let is_mail = decoded.contains('@') && email::is_in(&decoded);
    let (path, query) = rest.split_once(['?', '#', ';']).unwrap_or((rest, ""));
    let phone = || is_phone_in(&decoded).then_some("phone-in-url");
    if is_mail {
        Some("email-in-url")
    } else {
        query_part(query).or_else(phone).or_else(|| path_part(path))
    }
}

/// `+` and at least eight digits.
fn is_phone_in(text: &str) -> bool {
    text.match_indices('+').any(|(at, _)| {
        let end = scan::forth(text, at + 1, 15, |b| b.is_ascii_digit());
        end - at > 8 && !scan::word_after(text, end) && !scan::word_before(text, at)
    })
}

fn query_part(query: &str) -> Option<&'static str> {
    let mut person = None;
    for pair in query.split(['&', ';', '?', '#']).take(MOST) {
        let Some((key, value)) = pair.split_once('=').filter(|(_, v)| !v.is_empty()) else {
            continue;
        };
        let key = key.strip_prefix("amp").unwrap_or(key);
        if names(TOKEN, key) {
            return Some("token-in-query");
        }
        if names(PERSON, key) && value.len() > 1 {
            person = Some("person-in-query");
        }
    }
    person
}

/// Whether a key is one of the list, which is sorted, whatever its case and with or without `_` and `-`.
fn names(list: &[&str], key: &str) -> bool {
    // None of the names is of one letter, and most keys of machines are.
    if key.len() < 2 {
        return false;
    }
    let mut plain = [0; LONGEST_KEY];
    let mut length = 0;
    for byte in key.bytes().filter(|b| !matches!(b, b'_' | b'-')) {
        let Some(room) = plain.get_mut(length) else { return false };
        *room = byte.to_ascii_lowercase();
        length += 1;
    }
    let plain = plain.get(..length).unwrap_or(&[]);
    plain.len() > 1 && list.binary_search_by(|name| name.as_bytes().cmp(plain)).is_ok()
}

const TOKEN: &[&str] = &[
    "accesstoken",
    "apikey",
    "auth",
    "authtoken",
    "clientsecret",
    "idtoken",
    "jsessionid",
    "key",
    "otp",
    "pass",
    "passwd",
    "password",
    "passwort",
    "phpsessid",
    "pin",
    "pw",
    "pwd",
    "refreshtoken",
    "resettoken",
    "secret",
    "session",
    "sessionid",
    "sid",
    "sig",
    "signature",
    "ticket",
    "token",
];
const PERSON: &[&str] = &[
    "account",
    "accountid",
    "address",
    "benutzer",
    "birthdate",
    "birthday",
    "clientid",
    "customer",
    "customerid",
    "deviceid",
    "dob",
    "email",
    "employee",
    "fbclid",
    "firstname",
    "fullname",
    "gclid",
    "iban",
    "ip",
    "kunde",
    "kundennr",
    "kundennummer",
    "lastname",
    "lat",
    "lng",
    "login",
    "lon",
    "mail",
    "member",
    "memberid",
    "mobile",
    "msclkid",
    "msisdn",
    "nachname",
    "name",
    "patient",
    "patientid",
    "phone",
    "recipient",
    "ssn",
    "street",
    "tel",
    "telefon",
    "uid",
    "user",
    "userid",
    "username",
    "vorname",
];

fn path_part(path: &str) -> Option<&'static str> {
    let mut before = "";
    for segment in path.split('/').take(MOST) {
        let home = segment.starts_with(['~', '@']) && segment.len() > 2;
        if home || names(FOLDERS, before) && is_somebody(segment) {
            return Some("user-in-path");
        }
        before = segment;
    }
    None
}

const FOLDERS: &[&str] = &[
    "account",
    "accounts",
    "author",
    "authors",
    "benutzer",
    "customer",
    "customers",
    "employee",
    "employees",
    "home",
    "in",
    "kunde",
    "kunden",
    "member",
    "members",
    "mitarbeiter",
    "patient",
    "patients",
    "people",
    "person",
    "persons",
    "profil",
    "profile",
    "profiles",
    "user",
    "users",
];

/// Whether a segment can be somebody's name or number, and not a page that everybody sees.
fn is_somebody(segment: &str) -> bool {
    let page = [
        "new", "edit", "me", "login", "logout", "all", "search", "settings", "list", "register",
        "signup", "index", "help", "password", "count", "export", "import", "admin", "self",
        "current",
    ];
    segment.len() > 1
        && !segment.contains(".htm")
        && !page.iter().any(|p| p.eq_ignore_ascii_case(segment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(TOKEN.is_sorted() && PERSON.is_sorted() && FOLDERS.is_sorted());
        assert!(
            names(PERSON, "User_ID") && !names(PERSON, "page") && !names(PERSON, &"a".repeat(99))
        );
    }

    #[test]
    fn parts() {
        for (rest, expected) in [
            ("/a?email=x&token=1", Some("token-in-query")),
            ("/a?x=%252B4930123456789", Some("phone-in-url")),
            ("/a?x=1+1", None),
            ("/profile/anna", Some("user-in-path")),
            ("/profile/settings", None),
            ("", None),
        ] {
            assert_eq!(part(rest), expected, "{rest}");
        }
    }
}
