//! What in a web address points to a person: an e-mail address or telephone number, a user's name in the path, a value that
//! a query names as personal, a token that opens somebody's session.
//!
//! Everything behind the host is looked at, also with its percent-encoding undone (twice: addresses that stand in addresses
//! are encoded twice).

use super::{email, scan};

/// The personal part of what stands behind a host, strongest first.
pub(crate) fn part(rest: &str) -> Option<&'static str> {
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
    for pair in query.split(['&', ';', '?', '#']) {
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

/// Whether a key is one of the list, whatever its case and with or without `_` and `-`.
fn names(list: &[&str], key: &str) -> bool {
    let plain =
        || key.bytes().filter(|b| !matches!(b, b'_' | b'-')).map(|b| b.to_ascii_lowercase());
    key.len() <= 24 && list.iter().any(|name| plain().eq(name.bytes()))
}

const TOKEN: &[&str] = &[
    "token",
    "accesstoken",
    "authtoken",
    "refreshtoken",
    "idtoken",
    "resettoken",
    "auth",
    "key",
    "apikey",
    "secret",
    "clientsecret",
    "password",
    "passwd",
    "passwort",
    "pass",
    "pwd",
    "pw",
    "pin",
    "sid",
    "session",
    "sessionid",
    "jsessionid",
    "phpsessid",
    "sig",
    "signature",
    "ticket",
    "otp",
];
const PERSON: &[&str] = &[
    "email",
    "mail",
    "user",
    "username",
    "userid",
    "uid",
    "login",
    "benutzer",
    "name",
    "firstname",
    "lastname",
    "vorname",
    "nachname",
    "fullname",
    "phone",
    "tel",
    "telefon",
    "mobile",
    "msisdn",
    "address",
    "street",
    "dob",
    "birthdate",
    "birthday",
    "customer",
    "customerid",
    "kunde",
    "kundennr",
    "kundennummer",
    "member",
    "memberid",
    "patient",
    "patientid",
    "account",
    "accountid",
    "iban",
    "ssn",
    "ip",
    "lat",
    "lon",
    "lng",
    "clientid",
    "deviceid",
    "gclid",
    "fbclid",
    "msclkid",
    "recipient",
    "employee",
];

fn path_part(path: &str) -> Option<&'static str> {
    let mut before = "";
    for segment in path.split('/') {
        let home = segment.starts_with(['~', '@']) && segment.len() > 2;
        if home || names(FOLDERS, before) && is_somebody(segment) {
            return Some("user-in-path");
        }
        before = segment;
    }
    None
}

const FOLDERS: &[&str] = &[
    "user",
    "users",
    "u",
    "profile",
    "profiles",
    "profil",
    "member",
    "members",
    "people",
    "person",
    "persons",
    "customer",
    "customers",
    "kunde",
    "kunden",
    "benutzer",
    "account",
    "accounts",
    "patient",
    "patients",
    "employee",
    "employees",
    "mitarbeiter",
    "author",
    "authors",
    "in",
    "home",
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
