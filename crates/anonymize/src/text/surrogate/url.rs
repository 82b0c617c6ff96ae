//! Web addresses of nobody's: another host (RFC 2606), the same shape of path and parameters.
//!
//! What words of a path became elsewhere in the document (names in `/users/anna.mueller`) they become here; hosts agree
//! with the domains of mail addresses. The names of parameters stay where they are plain small words, since programs give
//! them; their values never do.

use abide_detect::Kind;

use super::email;
use super::number;
use crate::text::session::Session;

/// The longest ending of a file's name.
const ENDING: usize = 4;
/// How often a word is drawn again that became itself.
const TRIES: usize = 50;
/// The longest name of a parameter that stays.
const PARAMETER: usize = 16;

pub(super) fn invented(value: &str, session: &mut Session<'_>) -> Option<String> {
    let (scheme, rest) = value.split_once("://").map_or(("", value), |(s, rest)| (s, rest));
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    let host = authority.rsplit('@').next()?;
    let (host, port) = host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port)));
    let mut out = String::with_capacity(value.len());
    if !scheme.is_empty() {
        out.extend([scheme, "://"]);
    }
    let (www, domain) = host.strip_prefix("www.").map_or(("", host), |domain| ("www.", domain));
    out.extend([www, &email::domain(&domain.to_lowercase(), session)?]);
    if let Some(port) = port {
        out.extend([":", port]);
    }
    out.push_str(&self::path(path, session)?);
    Some(out)
}

/// The path, parameters and fragment with each of their words replaced.
fn path(path: &str, session: &mut Session<'_>) -> Option<String> {
    let mut out = String::with_capacity(path.len());
    let (mut word, mut query) = (String::new(), false);
    for c in path.chars().chain(['/']) {
        if !matches!(c, '/' | '?' | '#' | '&' | ';' | '=') {
            word.push(c);
            continue;
        }
        let own = std::mem::take(&mut word);
        let named = query && c == '=' && own.len() <= PARAMETER;
        if named && own.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            out.push_str(&own);
        } else {
            out.push_str(&segment(&own, session)?);
        }
        out.push(c);
        query |= c == '?';
    }
    out.pop();
    Some(out)
}

/// One stretch between signs; the ending of a file's name stays.
fn segment(own: &str, session: &mut Session<'_>) -> Option<String> {
    let is_ending = |end: &str| {
        (1..=ENDING).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_lowercase())
    };
    let (name, end) = own.rsplit_once('.').filter(|(_, end)| is_ending(end)).unwrap_or((own, ""));
    let decoded = percent_decoded(name);
    if !decoded.chars().any(char::is_alphanumeric) {
        return Some(own.to_owned());
    }
    let new = match email::names_in(&decoded, session) {
        Some(new) => new,
        None => session
            .invented(Kind::Url, &format!("/{decoded}"), |dice| {
                (0..TRIES).find_map(|_| number::like(&decoded, dice).filter(|new| *new != decoded))
            })?
            .into(),
    };
    let dot = if end.is_empty() { "" } else { "." };
    Some(format!("{new}{dot}{end}"))
}

/// What `%XX` stands for, where it is text; anything else becomes a letter, since it is replaced anyway.
fn percent_decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|b| char::from(*b).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    let safe = |c: char| match c {
        ' ' => '+',
        c if c.is_alphabetic() || c.is_ascii_digit() || "-._~+@:,".contains(c) => c,
        _ => 'x',
    };
    text.chars().map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_stays_and_nothing_else() {
        let mut state = 3u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state.rotate_left(9)
        };
        let mut session = Session::new(&mut random);
        let mut of = |url: &str| invented(url, &mut session).unwrap();
        let new = of(
            "https://anna@www.shop-mueller.de:8080/users/4711/a_b.html?name=Anna%20M%C3%BCller&id=7#top",
        );
        let (host, path) =
            new.strip_prefix("https://www.example.").unwrap().split_once('/').unwrap();
        assert!(["org:8080", "com:8080", "net:8080"].contains(&host), "{new}");
        let shape: String = path
            .chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    '9'
                } else if c.is_alphabetic() {
                    'a'
                } else {
                    c
                }
            })
            .collect();
        assert_eq!(shape, "aaaaa/9999/a_a.aaaa?aaaa=aaaa+aaaaaa&aa=9#aaa");
        assert!(path.contains(".html?name=") && path.contains("&id="), "{new}");
        for old in ["anna", "mueller", "4711", "Anna", "users"] {
            assert!(!new.contains(old), "{old}: {new}");
        }
        assert_eq!(of("www.shop-mueller.de/users/4711").split_once('/').unwrap().1, &path[..10]);
        assert_eq!(of("http://example.test/").matches('/').count(), 3);
    }
}
