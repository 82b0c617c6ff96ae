//! Names of hosts in text: which are well formed (RFC 1123 §2.1, RFC 5890 for letters beyond ASCII), and which top-level
//! domains make a bare name a web address.
//!
//! A name after `@` or `://` may end in any top-level domain; a bare one only in one that is listed here, because a full stop
//! with no blank after it is more often a slip or a file name.

use std::net::Ipv6Addr;
use std::ops::Range;

use super::scan;

/// The longest name of a host, and of one label of it, in bytes (RFC 1035 §2.3.4).
pub(crate) const LONGEST: usize = 253;
const LONGEST_LABEL: usize = 63;

/// What the last label of a bare name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Top {
    /// A top-level domain that is hardly a word or the end of a file's name.
    Plain,
    /// A top-level domain that is also a word or the end of a file's name: it takes a second sign to believe it.
    Wordlike,
    /// None that is listed here.
    Unknown,
}

/// What the last label of a name says, in any case of its letters.
pub(crate) fn top(label: &str) -> Top {
    if label.len() > LONGEST_TOP {
        return Top::Unknown;
    }
    let packed = pack(label.as_bytes());
    if PACKED_PLAIN.binary_search(&packed).is_ok() {
        Top::Plain
    } else if PACKED_WORDLIKE.binary_search(&packed).is_ok() {
        Top::Wordlike
    } else {
        Top::Unknown
    }
}

/// The longest label of the lists.
const LONGEST_TOP: usize = 12;
static PACKED_PLAIN: [u128; PLAIN.len()] = packed(PLAIN);
static PACKED_WORDLIKE: [u128; WORDLIKE.len()] = packed(WORDLIKE);

/// A label in small letters as one number, in the order of the alphabet.
#[expect(clippy::indexing_slicing, reason = "within the label")]
const fn pack(label: &[u8]) -> u128 {
    let (mut packed, mut at) = (0, 0);
    while at < LONGEST_TOP {
        let byte = if at < label.len() { label[at].to_ascii_lowercase() } else { 0 };
        packed = packed << 8 | byte as u128;
        at += 1;
    }
    packed
}

#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
const fn packed<const N: usize>(list: &[&str]) -> [u128; N] {
    let mut all = [0; N];
    let mut at = 0;
    while at < N {
        assert!(list[at].len() <= LONGEST_TOP);
        all[at] = pack(list[at].as_bytes());
        at += 1;
    }
    all
}

/// Whether a name is one of a host on the internet: several labels, the last of letters.
pub(crate) fn is_name(name: &str) -> bool {
    let Some((rest, last)) = name.rsplit_once('.') else { return false };
    if last.len() > 1 && last.bytes().all(|b| b.is_ascii_alphabetic()) {
        return name.len() <= LONGEST && rest.split('.').all(is_label);
    }
    let last_fits = last.chars().nth(1).is_some() && last.chars().all(char::is_alphabetic)
        || last.starts_with("xn--");
    last_fits && name.len() <= LONGEST && rest.split('.').all(is_label)
}

/// Whether it is one label of a name: not empty, no hyphen first or last.
pub(crate) fn is_label(label: &str) -> bool {
    (1..=LONGEST_LABEL).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
}

/// The end of the characters of a name that starts at `from`, without a full stop or hyphen at the end.
pub(crate) fn end(text: &str, from: usize) -> usize {
    let ascii = scan::forth(text, from, LONGEST + 2, |b| {
        b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.')
    });
    if scan::byte(text, ascii).is_ascii() {
        return from + scan::piece(text, from..ascii).trim_end_matches(['.', '-']).len();
    }
    let rest = scan::ahead(text, from, LONGEST + 2);
    let mut last = '.';
    let fits = |(_, c): &(usize, char)| {
        let goes_on =
            (c.is_alphanumeric() || matches!(c, '-' | '.')) && !scan::script_changes(last, *c);
        last = *c;
        goes_on
    };
    let length = rest.char_indices().take_while(fits).last().map_or(0, |(at, c)| at + c.len_utf8());
    from + scan::piece(rest, 0..length).trim_end_matches(['.', '-']).len()
}

/// An address of version 6 in brackets that starts at `from`, with its brackets.
pub(crate) fn bracketed(text: &str, from: usize) -> Option<Range<usize>> {
    let inner = scan::ahead(text, from, 64).strip_prefix('[')?;
    let (address, _) = inner.split_once(']')?;
    let bare = address.split('%').next()?;
    let bare = bare.strip_prefix("IPv6:").unwrap_or(bare);
    let fits = bare.parse::<Ipv6Addr>().is_ok() || bare.parse::<std::net::Ipv4Addr>().is_ok();
    fits.then_some(from..from + address.len() + 2)
}

/// Second labels under which countries register names: with one of them before it, a country's domain is no word.
pub(crate) fn is_second_level(label: &str) -> bool {
    matches!(label, "co" | "com" | "org" | "net" | "gov" | "ac" | "edu" | "gob" | "gouv" | "or")
}

/// Top-level domains (IANA root zone, a choice), sorted.
const PLAIN: &[&str] = &[
    "aero", "asia", "at", "au", "ax", "az", "bayern", "bb", "bd", "berlin", "bg", "bh", "biz",
    "bj", "bn", "bo", "br", "bt", "bw", "bz", "cg", "ch", "ck", "cl", "cn", "cologne", "com",
    "coop", "cr", "cu", "cv", "cw", "cy", "cz", "de", "dj", "dk", "dz", "edu", "ee", "eg", "et",
    "eu", "example", "fi", "fj", "fr", "ga", "gd", "gf", "gg", "gh", "gmbh", "gov", "gp", "gr",
    "gt", "gy", "hamburg", "hk", "hn", "hr", "ht", "hu", "il", "info", "io", "iq", "ir", "jm",
    "jo", "jp", "ke", "kg", "kh", "koeln", "kr", "kw", "kz", "lb", "lk", "lr", "lt", "lv", "mc",
    "mg", "mk", "mm", "mn", "mx", "mz", "net", "nf", "ng", "nl", "np", "nrw", "nz", "om", "org",
    "pe", "ph", "pk", "qa", "ru", "ruhr", "rw", "saarland", "sg", "sk", "swiss", "sy", "th",
    "tirol", "tj", "tt", "tv", "tw", "tz", "ua", "ug", "uk", "uy", "uz", "vn", "wien", "xyz", "zm",
    "zw",
];
const WORDLIKE: &[&str] = &[
    "academy",
    "ad",
    "ae",
    "af",
    "ag",
    "agency",
    "ai",
    "al",
    "am",
    "app",
    "ar",
    "art",
    "as",
    "ba",
    "bank",
    "be",
    "best",
    "bi",
    "bike",
    "bio",
    "blog",
    "bm",
    "bs",
    "by",
    "ca",
    "care",
    "cat",
    "cc",
    "cd",
    "center",
    "chat",
    "ci",
    "city",
    "click",
    "cloud",
    "club",
    "cm",
    "co",
    "consulting",
    "design",
    "dev",
    "digital",
    "do",
    "ec",
    "email",
    "energy",
    "es",
    "expert",
    "family",
    "finance",
    "fm",
    "fun",
    "ge",
    "gi",
    "gl",
    "group",
    "guide",
    "guru",
    "health",
    "help",
    "host",
    "house",
    "id",
    "ie",
    "im",
    "in",
    "int",
    "is",
    "it",
    "je",
    "jobs",
    "la",
    "law",
    "li",
    "life",
    "link",
    "live",
    "love",
    "ls",
    "lu",
    "ly",
    "ma",
    "md",
    "me",
    "media",
    "mil",
    "mobi",
    "ms",
    "mt",
    "mu",
    "museum",
    "my",
    "name",
    "network",
    "news",
    "ni",
    "no",
    "nu",
    "one",
    "online",
    "page",
    "paris",
    "pl",
    "pm",
    "pro",
    "ps",
    "pt",
    "py",
    "ro",
    "rs",
    "sa",
    "sc",
    "se",
    "sh",
    "shop",
    "si",
    "site",
    "sn",
    "so",
    "space",
    "st",
    "store",
    "su",
    "support",
    "team",
    "tech",
    "tk",
    "tm",
    "tn",
    "to",
    "today",
    "top",
    "travel",
    "us",
    "versicherung",
    "vip",
    "wiki",
    "world",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_apart() {
        assert!(PLAIN.is_sorted() && WORDLIKE.is_sorted());
        assert!(PLAIN.iter().all(|top| !WORDLIKE.contains(top)));
        assert!(PLAIN.iter().chain(WORDLIKE).all(|t| t.len() <= 12));
    }

    #[test]
    fn names() {
        for name in ["example.org", "a.b-c.de", "müller.example", "x.xn--p1ai", "3sat.de"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["example", "a..de", "-a.de", "a-.de", "x.1", "x.d", ".de", ""] {
            assert!(!is_name(name), "{name}");
        }
        assert_eq!(
            (top("DE"), top("is"), top("xyzzy"), top("é")),
            (Top::Plain, Top::Wordlike, Top::Unknown, Top::Unknown)
        );
    }

    #[test]
    fn ends() {
        for (text, expected) in [
            ("example.org.", "example.org"),
            ("example.org-, x", "example.org"),
            ("example.org/x", "example.org"),
            ("example.org请联系", "example.org"),
            ("", ""),
        ] {
            assert_eq!(&text[..end(text, 0)], expected);
        }
        assert_eq!(bracketed("[2001:db8::1]:80", 0), Some(0..13));
        assert_eq!(bracketed("[x]", 0), None);
    }
}
