//! Something coarser than what was found.
//!
//! What remains is written in brackets with the kind, `[IBAN DE]`, unless it reads as the value did: a year, a network, a
//! host, coordinates. `None` where nothing coarser can be told for sure; the value then goes.

use abide_detect::lexicon::{Sense, SenseSet, built_in};
use abide_detect::phone::country_and_area;
use abide_detect::{Finding, Kind};

/// ZIP areas with fewer than 20,000 people by the census of 2000, to be written as 000 (45 CFR 164.514(b)(2)(i)(B) and the
/// guidance of the US Department of Health and Human Services on it).
const SMALL_ZIP_AREAS: [&str; 17] = [
    "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878",
    "879", "884", "890", "893",
];
/// From this age on ages are one band (45 CFR 164.514(b)(2)(i)(C)).
const OLD: u32 = 90;
/// Providers whose addresses anybody can have, so that the domain tells nothing of a person.
const PROVIDERS: [&str; 34] = [
    "aol.com",
    "arcor.de",
    "azet.sk",
    "bt.com",
    "btinternet.com",
    "comcast.net",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "hotmail.fr",
    "icloud.com",
    "laposte.net",
    "live.com",
    "mail.com",
    "me.com",
    "msn.com",
    "orange.fr",
    "outlook.com",
    "outlook.de",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "sfr.fr",
    "t-online.de",
    "verizon.net",
    "wanadoo.fr",
    "web.de",
    "yahoo.com",
    "zoznam.sk",
];

/// Something coarser; `town` keeps the town of an address.
pub(crate) fn generalize(value: &str, finding: &Finding, town: bool) -> Option<String> {
    let normal = finding.normal.as_deref();
    match finding.kind {
        Kind::Date | Kind::DateOfBirth => year(normal.unwrap_or(value)),
        Kind::Age => age(value, normal),
        Kind::Address => bracketed(finding.kind, area(value, town)),
        Kind::Loc => built_in().word(value).senses.has(Sense::Country).then(|| value.to_owned()),
        Kind::Title => honorific(value),
        Kind::Ip => network(normal.unwrap_or(value)),
        Kind::Url => host(value),
        Kind::Geo => coordinates(normal.unwrap_or(value)),
        Kind::Phone => bracketed(finding.kind, normal.and_then(phone)),
        Kind::Email => bracketed(finding.kind, provider(normal.unwrap_or(value))),
        Kind::Iban => bracketed(finding.kind, letters(normal.unwrap_or(value), 0)),
        Kind::Bic => bracketed(finding.kind, letters(normal.unwrap_or(value), 4)),
        Kind::Card => {
            bracketed(finding.kind, Some(finding.form.to_owned()).filter(|f| !f.is_empty()))
        }
        _ => None,
    }
}

fn bracketed(kind: Kind, rest: Option<String>) -> Option<String> {
    rest.map(|rest| format!("[{kind} {rest}]"))
}

/// The four digits of a year: alone, with no digit beside them.
fn year(text: &str) -> Option<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    let mut years = runs.filter(|r| r.len() == 4 && (r.starts_with("19") || r.starts_with("20")));
    years.next().map(str::to_owned)
}

/// `42 years` → `40–49 years`; ages in words become a band alone.
fn age(value: &str, normal: Option<&str>) -> Option<String> {
    let start = value.find(|c: char| c.is_ascii_digit());
    let Some(start) = start else {
        return normal.and_then(|n| n.parse().ok()).map(band);
    };
    let rest = value.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at_checked(end)?;
    if after.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(format!("{}{}{after}", value.get(..start)?, band(digits.parse().ok()?)))
}

fn band(age: u32) -> String {
    if age >= OLD {
        return format!("{OLD}+");
    }
    let from = age / 10 * 10;
    format!("{from}–{}", from + 9)
}

/// The postal area of an address: outward code of a British, three digits of a US, two of any other five-digit post code.
fn area(value: &str, town: bool) -> Option<String> {
    let words: Vec<&str> = value
        .split(|c: char| c.is_whitespace() || ",;()".contains(c))
        .filter(|w| !w.is_empty())
        .collect();
    let (at, len, area) = words.iter().enumerate().rev().find_map(|(at, word)| {
        let before = at.checked_sub(1).and_then(|b| words.get(b)).copied().unwrap_or_default();
        let after = words.get(at + 1).copied().unwrap_or_default();
        outward(word, after)
            .map(|a| (at, 2, a))
            .or_else(|| postcode(word, before).map(|a| (at, 1, a)))
    })?;
    let named = || {
        let american = area.len() == 5 && !area.ends_with("xxx");
        let name = |w: &&&str| {
            w.chars().next().is_some_and(char::is_uppercase)
                && w.chars().all(|c| c.is_alphabetic() || c == '-')
        };
        if american { None } else { words.get(at + len..)?.iter().take_while(name).copied().next() }
    };
    match named().filter(|_| town) {
        Some(name) => Some(format!("{area} {name}")),
        None => Some(area),
    }
}

/// The first half of a British post code that stands in two words.
fn outward(word: &str, after: &str) -> Option<String> {
    let inward = after.len() == 3
        && after.chars().next().is_some_and(|c| c.is_ascii_digit())
        && after.chars().skip(1).all(|c| c.is_ascii_alphabetic());
    let shape = (2..=4).contains(&word.len())
        && word.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
        && word.chars().any(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric());
    (inward && shape).then(|| word.to_ascii_uppercase())
}

/// The area of a post code of five digits; `before` tells US states.
fn postcode(word: &str, before: &str) -> Option<String> {
    let (digits, more) = word.split_at_checked(5).unwrap_or((word, ""));
    let five = digits.len() == 5 && digits.bytes().all(|b| b.is_ascii_digit());
    let plus = more.len() == 5 && more.starts_with('-');
    if !five || !(more.is_empty() || plus) {
        return None;
    }
    let state = before.len() == 2 && before.bytes().all(|b| b.is_ascii_uppercase());
    if !(state || plus) {
        return Some(format!("{}xxx", digits.get(..2)?));
    }
    let area = digits.get(..3)?;
    Some(format!("{}xx", if SMALL_ZIP_AREAS.contains(&area) { "000" } else { area }))
}

/// Forms of address and degrees stay: many have them. A profession goes.
fn honorific(value: &str) -> Option<String> {
    let polite = SenseSet::of(&[Sense::Honorific, Sense::Degree]);
    let mut words = value.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).peekable();
    words.peek()?;
    words.all(|w| built_in().word(w).senses.meets(polite)).then(|| value.to_owned())
}

fn network(address: &str) -> Option<String> {
    let address = address.split(['/', '%']).next()?;
    if let Ok(four) = address.parse::<std::net::Ipv4Addr>() {
        let [a, b, c, _] = four.octets();
        return Some(format!("{a}.{b}.{c}.0/24"));
    }
    let [a, b, c, ..] = address.parse::<std::net::Ipv6Addr>().ok()?.segments();
    Some(format!("{}/48", std::net::Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)))
}

/// The host of a web address: no user, port, path, query.
fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let named = host.contains('.') && host.chars().any(char::is_alphabetic);
    named.then(|| host.to_owned())
}

/// Two decimal degrees with one decimal each, about 10 km.
fn coordinates(value: &str) -> Option<String> {
    let mut parts = value.split([',', ';', ' ']).filter(|p| !p.is_empty());
    let mut degrees = || Some(format!("{:.1}", parts.next()?.parse::<f64>().ok()?));
    let pair = format!("{}, {}", degrees()?, degrees()?);
    parts.next().is_none().then_some(pair)
}

fn phone(e164: &str) -> Option<String> {
    let (country, area) = country_and_area(e164)?;
    Some(format!("+{country} {area}").trim_end().to_owned())
}

fn provider(address: &str) -> Option<String> {
    let domain = address.rsplit_once('@')?.1.to_ascii_lowercase();
    PROVIDERS.contains(&domain.as_str()).then_some(domain)
}

/// The two letters of a country.
fn letters(code: &str, at: usize) -> Option<String> {
    let letters = code.get(at..at + 2)?.to_ascii_uppercase();
    letters.bytes().all(|b| b.is_ascii_uppercase()).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_coarser_form() {
        use Kind::*;
        let cases: &[(Kind, &str, &str, Option<&str>)] = &[
            (Date, "5. März 1987", "1987-03-05", Some("1987")),
            (Date, "05.03.", "", None),
            (DateOfBirth, "1987-03-05", "", Some("1987")),
            (Age, "42 years", "", Some("40–49 years")),
            (Age, "97", "", Some("90+")),
            (Age, "forty-two", "42", Some("40–49")),
            (Age, "3 years, 2 months", "", None),
            (Address, "Musterstr. 5, 10115 Berlin", "", Some("[ADDRESS 10xxx]")),
            (Address, "10 Downing Street, London SW1A 2AA", "", Some("[ADDRESS SW1A]")),
            (Address, "1 Elm St, Springfield, IL 62701", "", Some("[ADDRESS 627xx]")),
            (Address, "1 Elm St, Hanover, NH 03655-1234", "", Some("[ADDRESS 000xx]")),
            (Address, "Musterstr. 5", "", None),
            (Ip, "203.0.113.77", "", Some("203.0.113.0/24")),
            (Ip, "2001:db8:1:2::3", "", Some("2001:db8:1::/48")),
            (Url, "https://anna@www.example.org:80/me?x=1", "", Some("www.example.org")),
            (Url, "http://10.0.0.1/x", "", None),
            (Geo, "52.52003, 13.40495", "", Some("52.5, 13.4")),
            (Geo, "N 52° 31'", "", None),
            (Phone, "(0351) 327294", "+49351327294", Some("[PHONE +49 351]")),
            (Phone, "327294", "", None),
            (Email, "anna@gmx.de", "", Some("[EMAIL gmx.de]")),
            (Email, "anna@mueller-gmbh.de", "", None),
            (Iban, "de89 3704 0044 0532 0130 00", "DE89370400440532013000", Some("[IBAN DE]")),
            (Bic, "COBADEFFXXX", "", Some("[BIC DE]")),
            (Loc, "Atlantis", "", None),
            (Health, "asthma", "", None),
        ];
        for (kind, value, normal, expected) in cases {
            let mut finding = Finding::new(*kind, 0..value.len(), 90);
            finding.normal = Some(*normal).filter(|n| !n.is_empty()).map(Into::into);
            assert_eq!(generalize(value, &finding, false).as_deref(), *expected, "{kind} {value}");
        }
    }

    #[test]
    fn a_town_is_kept_when_asked_for() {
        let finding = Finding::new(Kind::Address, 0..1, 90);
        let of = |value| generalize(value, &finding, true);
        assert_eq!(of("Musterstr. 5, 10115 Berlin").as_deref(), Some("[ADDRESS 10xxx Berlin]"));
        assert_eq!(of("10115").as_deref(), Some("[ADDRESS 10xxx]"));
    }

    #[test]
    fn a_card_keeps_its_scheme() {
        let finding = Finding::new(Kind::Card, 0..1, 90).form("visa");
        assert_eq!(
            generalize("4111 1111 1111 1111", &finding, false).as_deref(),
            Some("[CARD visa]")
        );
    }
}
