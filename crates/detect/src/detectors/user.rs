//! User names and handles: after a label (`user: anna42`, `"username": "…"`, `Login of X from 192.0.2.1`), as `@handle`, in
//! the paths of home folders (`/home/anna/`, `C:\Users\anna\`), and after a Windows domain (`CORP\anna`).
//!
//! A word as any other is believed only where nothing else could stand: alone after a sign, or between a linking word and an
//! internet address. Refused: accounts that every system has (root, admin, guest). Names of persons are left to the tagger,
//! e-mail addresses to `email`.

use std::ops::Range;

use super::labelled::{self, Label, Link};
use super::{ip, scan};
use crate::Kind;
use crate::detector::{At, Detector, Wakes};
use crate::finding::{CERTAIN, Evidence, Finding, Found, LIKELY, POSSIBLE, STRONG};
use crate::lexicon::{Sense, SenseSet};
use crate::token::{Block, Class};

/// The longest name of a user, in bytes.
const LONGEST: usize = 64;
const WOKEN: SenseSet = SenseSet::of(&[Sense::UserWord, Sense::UserFolder, Sense::SecretWord]);
/// Values of the words (`[user-word 1]` …).
const EXPLICIT: u8 = 1;
const WEAK_WORD: u8 = 3;

#[derive(Debug)]
pub(crate) struct User;

impl Detector for User {
    fn name(&self) -> &'static str {
        "user"
    }
    fn wakes(&self) -> Wakes {
        Wakes { signs: &[(b'@', |_, _| true), (b'\\', |_, _| true)], senses: WOKEN, ..Wakes::NEVER }
    }
    fn look(&self, at: &At<'_>, found: &mut Found) {
        let Some(token) = at.block.token(at.token) else { return };
        let start = token.start as usize;
        match token.class {
            Class::Sign if token.is('@') => handle(at.block, at.token, start, found),
            Class::Sign => domain_user(at.block, at.token, start, found),
            _ => word(at.block, at.token, found),
        }
    }
}

fn word(block: &Block<'_>, token: usize, found: &mut Found) {
    let senses = block.senses(token);
    if senses.has(Sense::UserFolder) && folder(block, token, found) {
        return;
    }
    // "Login of X from 192.0.2.1", "Accepted password for X from 192.0.2.1".
    let named = labelled::named(block, token);
    if named.is_some_and(|label| named_by(block, token, &label, found))
        || !senses.has(Sense::UserWord)
    {
        return;
    }
    match labelled::after(block, token, Sense::UserWord.set()) {
        Some(label) => labelled_user(block, token, &label, found),
        None => following(block, token, found),
    }
}

fn fits(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@' | '\\' | '$')
}

/// The value behind a label, if it can be the name of a user.
fn name(block: &Block<'_>, label: &Label) -> Option<Range<usize>> {
    let place = label.value(block.text, fits)?;
    let name = block.slice(place.clone()).trim_end_matches(['.', '-', '_', '@', '\\', '+']);
    let length = name.chars().count();
    let blank = name.chars().any(|c| c.is_whitespace() || "<>{}$%*".contains(c));
    let mail = name.rfind('@').is_some_and(|at| at > 0);
    (length >= 2 && name.len() <= LONGEST && !blank && !mail)
        .then_some(place.start..place.start + name.len())
}

/// `uid=1000(anna)`, as systems print an account.
fn in_brackets(block: &Block<'_>, label: &Label) -> Option<Range<usize>> {
    let digits = scan::forth(block.text, label.from, 12, |b| b.is_ascii_digit());
    let end = scan::forth(block.text, digits + 1, LONGEST, |b| {
        scan::is_word(b) || matches!(b, b'-' | b'.')
    });
    let fits = digits > label.from
        && scan::byte(block.text, digits) == b'('
        && scan::byte(block.text, end) == b')';
    (fits && end > digits + 2).then_some(digits + 1..end)
}

/// A name that is no word as any other: with a digit, an underscore, a full stop inside, or a capital inside.
fn is_handle(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '.' | '@'))
        && name.contains(char::is_alphabetic)
        || !labelled::is_plain(name)
            && !name.contains('-')
            && name.contains(char::is_lowercase)
            && name.len() > 3
}

fn labelled_user(block: &Block<'_>, token: usize, label: &Label, found: &mut Found) {
    let Some(place) = in_brackets(block, label).or_else(|| name(block, label)) else { return };
    let value = block.slice(place.clone());
    let word = block.entry(token).value;
    let end = place.end + usize::from(label.quote.is_some());
    let lone = labelled::is_alone(block.text, end) || address_follows(block, place.end);
    let plain = !is_handle(value);
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    let signed = matches!(label.link, Link::Sign | Link::Says);
    let score = match () {
        () if digits && !(value.len() > 2 && (word == EXPLICIT || is_id(block, token))) => return,
        () if word == WEAK_WORD && !(signed && (!plain || before_secret(block, token))) => return,
        () if !plain && word == EXPLICIT => STRONG,
        () if !plain => LIKELY,
        () if signed && word == EXPLICIT && (lone || label.quote.is_some()) => LIKELY,
        // A capital may as well begin a person's name, which the tagger knows better.
        () if !signed || !(lone || label.quote.is_some() || is_pair(block.text, place.end)) => {
            return;
        }
        () if value.starts_with(char::is_uppercase) => POSSIBLE + 10,
        () => LIKELY,
    };
    report(block, place, score, Some(token), "label", found);
}

/// `user id`, `user_id`.
fn is_id(block: &Block<'_>, token: usize) -> bool {
    let next = token + if block.word(token + 1) == "_" { 2 } else { 1 };
    block.word(next).eq_ignore_ascii_case("id")
}

/// `Login: anna / Passwort: …`: what opens an account stands together.
fn before_secret(block: &Block<'_>, token: usize) -> bool {
    (token + 2..token + 8).any(|at| block.senses(at).has(Sense::SecretWord))
}

/// `user=anna action=…`: the next pair of a log line.
fn is_pair(text: &str, end: usize) -> bool {
    let next = scan::forth(text, end, 2, |b| b == b' ');
    let key = scan::forth(text, next, 24, |b| scan::is_word(b) || b == b'.');
    key > next && scan::byte(text, key) == b'='
}

/// "Login of anna from 192.0.2.1", "session opened for user anna by …".
fn named_by(block: &Block<'_>, token: usize, label: &Label, found: &mut Found) -> bool {
    let Some(place) = name(block, label) else { return false };
    let value = block.slice(place.clone());
    if block.lexicon.word(value).senses.meets(WOKEN) {
        return false;
    }
    let known = block.senses(token).has(Sense::UserWord);
    let score = match (address_follows(block, place.end), is_handle(value)) {
        (true, true) => CERTAIN,
        (true, false) if value.starts_with(char::is_uppercase) => LIKELY,
        (true, false) => STRONG + 5,
        (false, true) if known && value.contains(|c: char| c.is_ascii_digit() || c == '_') => {
            POSSIBLE + 10
        }
        _ => return false,
    };
    report(block, place, score, Some(token), "label", found);
    true
}

/// "user anna42 wrote", "user anna from 192.0.2.1".
fn following(block: &Block<'_>, token: usize, found: &mut Found) {
    let Some(label) = labelled::next(block, token) else { return };
    let Some(place) = name(block, &label) else { return };
    let value = block.slice(place.clone());
    let strange = value.contains(|c: char| c.is_ascii_digit() || c == '_')
        && value.contains(char::is_alphabetic);
    let near = address_follows(block, place.end);
    let quoted = label.quote.is_some();
    let weak = block.entry(token).value == WEAK_WORD && !near;
    if weak || value.len() < 4 && !near || block.lexicon.word(value).senses.meets(WOKEN) {
        return;
    }
    let score = match () {
        () if strange && near => STRONG,
        () if strange || quoted => POSSIBLE + 10,
        () if near && !value.starts_with(char::is_uppercase) => LIKELY,
        () => return,
    };
    report(block, place, score, Some(token), "label", found);
}

/// Whether an internet address comes within two words of a place ("from", "via host").
fn address_follows(block: &Block<'_>, end: usize) -> bool {
    let mut at = end;
    for _ in 0..3 {
        at = scan::forth(block.text, at, 4, |b| {
            matches!(b, b' ' | b'(' | b'[' | b',' | b'"' | b'\'' | b'@' | b':')
        });
        if ip::v4_at(block.text, at).is_some() || ip::v6_at(block.text, at).is_some() {
            return true;
        }
        let word = scan::forth(block.text, at, 24, |b| b.is_ascii_alphabetic() || !b.is_ascii());
        if word == at {
            return false;
        }
        at = word + usize::from(scan::byte(block.text, word) == b'=');
    }
    false
}

/// Accounts that are nobody's, and values that say there is none.
const NOBODY: &[&str] = &[
    "root",
    "admin",
    "administrator",
    "guest",
    "gast",
    "system",
    "nobody",
    "anonymous",
    "unknown",
    "unbekannt",
    "null",
    "none",
    "nil",
    "undefined",
    "true",
    "false",
    "test",
    "user",
    "users",
    "www-data",
    "daemon",
    "postgres",
    "mysql",
    "nginx",
    "ubuntu",
    "runner",
    "public",
    "default",
    "shared",
    "local",
    "service",
    "localhost",
    "yes",
    "no",
    "ja",
    "nein",
    "invalid",
    "the",
    "this",
    "is",
    "all",
    "n.a",
];

fn report(
    block: &Block<'_>,
    place: Range<usize>,
    score: u8,
    label: Option<usize>,
    pattern: &'static str,
    found: &mut Found,
) {
    let name = block.slice(place.clone());
    if NOBODY.iter().any(|n| n.eq_ignore_ascii_case(name)) {
        found.miss(Kind::User, pattern, place, "miss-no-person");
        return;
    }
    let mut finding = Finding::new(Kind::User, place, score)
        .form(if pattern == "label" { "" } else { pattern })
        .normal(name.to_lowercase())
        .because(Evidence::Pattern(pattern));
    if let Some(word) = label.and_then(|l| block.token(l)) {
        finding = finding.because(Evidence::Context(word.place()));
    }
    found.push(finding);
}

/// `@handle`, not an e-mail address, a decorator or a rule of a style sheet.
fn handle(block: &Block<'_>, token: usize, at: usize, found: &mut Found) {
    let text = block.text;
    let first = scan::byte(text, at + 1);
    let before = scan::byte_before(text, at);
    if !(first.is_ascii_alphabetic() || first == b'_')
        || scan::word_before(text, at)
        || b"./@-+%&=\"".contains(&before)
    {
        return;
    }
    let end = scan::forth(text, at + 1, LONGEST, |b| scan::is_word(b) || b == b'.');
    let name = scan::piece(text, at + 1..end).trim_end_matches('.');
    let end = at + 1 + name.len();
    let known = CODE.iter().any(|c| c.eq_ignore_ascii_case(name));
    if !(3..=30).contains(&name.len())
        || known
        || scan::word_after(text, end)
        || b"/(@:{".contains(&scan::byte(text, end)) && !is_colon(text, end)
    {
        return;
    }
    let context = block.before(token, 3, Sense::UserWord.set());
    let score = if context.is_some() { LIKELY } else { POSSIBLE };
    report(block, at..end, score, context, "handle", found);
}

/// A colon that ends a handle in text ("RT @anna: …").
fn is_colon(text: &str, end: usize) -> bool {
    scan::byte(text, end) == b':' && scan::byte(text, end + 1) <= b' '
}

/// Words that follow `@` in code and in rooms for chat.
const CODE: &[&str] = &[
    "override",
    "media",
    "import",
    "charset",
    "keyframes",
    "supports",
    "page",
    "layer",
    "container",
    "param",
    "return",
    "returns",
    "throws",
    "see",
    "since",
    "author",
    "version",
    "deprecated",
    "test",
    "before",
    "after",
    "autowired",
    "component",
    "service",
    "property",
    "staticmethod",
    "classmethod",
    "dataclass",
    "nullable",
    "nonnull",
    "inject",
    "entity",
    "everyone",
    "here",
    "channel",
    "all",
    "type",
    "typedef",
    "example",
    "default",
    "private",
    "public",
    "home",
    "the",
    "work",
];

/// `CORP\anna`: a domain in capitals and a user.
fn domain_user(block: &Block<'_>, token: usize, at: usize, found: &mut Found) {
    let text = block.text;
    let start =
        scan::back(text, at, 16, |b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
    let end = scan::forth(text, at + 1, LONGEST, |b| scan::is_word(b) || matches!(b, b'.' | b'-'));
    let name = scan::piece(text, at + 1..end).trim_end_matches(['.', '-']);
    let domain = scan::piece(text, start..at);
    let before = scan::byte_before(text, start);
    if domain.len() < 2
        || name.len() < 3
        || token == 0
        || scan::word_before(text, start)
        || b"\\/:.%".contains(&before)
    {
        return;
    }
    let escape = domain.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        || matches!(domain, "HKLM" | "HKCU" | "HKEY");
    let path = matches!(scan::byte(text, end), b'\\' | b'/' | b':');
    if !escape && !path && name.starts_with(|c: char| c.is_ascii_lowercase()) {
        report(block, at + 1..at + 1 + name.len(), LIKELY, None, "domain-user", found);
    }
}

/// `/home/anna/`, `C:\Users\anna\`.
fn folder(block: &Block<'_>, token: usize, found: &mut Found) -> bool {
    let Some(word) = block.token(token) else { return false };
    let text = block.text;
    let (start, end) = (word.start as usize, word.end as usize);
    let slash = scan::byte_before(text, start);
    if !matches!(slash, b'/' | b'\\')
        || scan::byte(text, end) != slash
        || scan::word_before(text, start - 1)
    {
        return false;
    }
    let from = scan::forth(text, end, 2, |b| b == slash);
    let to = scan::forth(text, from, LONGEST, |b| {
        scan::is_word(b) || matches!(b, b'.' | b'-') || !b.is_ascii()
    });
    let to = if slash == b'\\' { with_blanks(text, from, to) } else { to };
    let name = scan::piece(text, from..to).trim_end_matches('.');
    let fits = name.len() >= 2 && name.contains(char::is_alphabetic);
    if fits {
        report(block, from..from + name.len(), LIKELY, Some(token), "home-folder", found);
    }
    fits
}

/// Folders of Windows may have blanks in their names, up to the next backslash.
fn with_blanks(text: &str, from: usize, to: usize) -> usize {
    let end = scan::forth(text, from, LONGEST, |b| {
        scan::is_word(b) || matches!(b, b'.' | b'-' | b' ') || !b.is_ascii()
    });
    if scan::byte(text, end) == b'\\' { end } else { to }
}

#[cfg(test)]
mod tests {
    use crate::Kind;
    use crate::detectors::testing::{missed, places};

    #[test]
    fn names_after_labels() {
        for (text, expected) in [
            ("Login of mheser from 192.0.2.7 at", "mheser"),
            ("Login von karl-heinzb über 2001:db8::7 (Gerät", "karl-heinzb"),
            ("Anmeldung von anna42.", "anna42"),
            ("Accepted password for anna from 192.0.2.1 port 22", "anna"),
            ("Failed password for invalid user zoe from 192.0.2.1", "zoe"),
            ("user: anna", "anna"),
            ("{\"username\":\"anna.meier\",\"x\":1}", "anna.meier"),
            ("{\\\"user\\\":\\\"anna_m\\\"}", "anna_m"),
            ("user=anna action=login", "anna"),
            ("uid=anna&x=1", "anna"),
            ("Benutzer anna42 hat", "anna42"),
            ("Benutzername: Sonnenblume", "Sonnenblume"),
            ("Mein Benutzername lautet sonne_7.", "sonne_7"),
            ("my username is anna_m!", "anna_m"),
            ("nom d'utilisateur : jdupont7", "jdupont7"),
            ("usuario: jperez", "jperez"),
            ("používateľ: jnovak", "jnovak"),
            ("Instagram: anna_m", "anna_m"),
            ("/home/anna/mail", "anna"),
            ("C:\\Users\\anna.m\\Desktop", "anna.m"),
            ("login CORP\\anna.meier ok", "anna.meier"),
            ("Username:\nanna\n", "anna"),
            ("user_id=4711&x", "4711"),
            ("uid=1000(anna) gid=1000(anna)", "anna"),
            ("C:\\Users\\Anna Meier\\x", "Anna Meier"),
            ("Accepted publickey for bob from 192.0.2.1 port 22", "bob"),
            ("Login: anna / Passwort: geheim1", "anna"),
        ] {
            assert_eq!(places(text, Kind::User), [expected], "{text}");
        }
    }

    #[test]
    fn handles() {
        assert_eq!(places("thanks @kx_42!", Kind::User), ["@kx_42"]);
        assert_eq!(places("RT @qwertz: hello", Kind::User), ["@qwertz"]);
        for text in [
            "@Override",
            "@media (x)",
            "x@y",
            "@scope/package",
            "@2x",
            "a @ b",
            "@ab",
            "foo(@param x)",
        ] {
            assert!(places(text, Kind::User).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "Login of customers is slow",
            "user: the one who",
            "the user is happy",
            "Benutzer 2 von 3",
            "user guide",
            "User: Anna Meier",
            "user: anna@example.org",
            "users of the system",
            "Login von Kunden über das Portal",
            "user password: x",
            "username: <name>",
            "user=$USER",
            "profile picture of cats",
            "C:\\Windows\\System32",
            "Twitter: Trump schreibt",
            "please log in",
            "not on twitter 4rest of day",
            "watch Alias S5",
            "data-user-gender = sexo",
            "user-agent: curl",
            "kein Token von P3P",
            "1\\n2",
            "http://x.org/",
            "Account 12",
        ] {
            assert!(places(text, Kind::User).is_empty(), "{text}: {:?}", places(text, Kind::User));
        }
        assert_eq!(missed("user=root&x", Kind::User), ["miss-no-person"]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_stops_it(text in "(user|login|of|is|[:=@\\\\\"/ .]|home|ä|1.2.3.4|anna){0,30}") {
            places(&text, Kind::User);
        }
    }
}
