//! Which representation a request prefers: its language (RFC 9110 §12.5.4 with the lookup of RFC 4647 §3.4), its
//! encoding (RFC 9110 §12.5.3), and whether the client has it already (RFC 9110 §13.1.2).
//!
//! Pure. What cannot be read in a header is passed over: a preference is never a reason to refuse.

use abide_policy::vocab::{Lang, Vocabulary};
use axum::http::{HeaderMap, HeaderValue, header};

/// Most entries of a header that are looked at.
const MAX_ENTRIES: usize = 64;

/// A weight in thousandths (RFC 9110 §12.4.2).
type Weight = u16;

/// An encoding that pages are sent in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// As it is.
    Identity,
    /// gzip (RFC 1952).
    Gzip,
    /// Brotli (RFC 7932).
    Brotli,
}

/// The language a request prefers among those available, the default first.
///
/// A reader who names none of them gets the default: any notice is better than none. `None` only if the request refuses
/// every one of them (`q=0`), or none is available.
pub(crate) fn language(headers: &HeaderMap, available: &[Lang]) -> Option<Lang> {
    let ranges: Vec<(&str, Weight)> = entries(headers, &header::ACCEPT_LANGUAGE).collect();
    let mut best: Option<(Weight, usize, Lang)> = None;
    let mut first_not_refused = None;
    for lang in available {
        let Some((weight, place)) = wanted(*lang, &ranges) else { continue };
        first_not_refused = first_not_refused.or(Some(*lang));
        if weight > 0 && best.is_none_or(|(w, p, _)| weight > w || (weight == w && place < p)) {
            best = Some((weight, place, *lang));
        }
    }
    best.map(|(_, _, lang)| lang).or(first_not_refused)
}

/// How much a language is wanted and by which range; 0 if no range speaks of it, `None` if it is refused.
fn wanted(lang: Lang, ranges: &[(&str, Weight)]) -> Option<(Weight, usize)> {
    let primary = |range: &str| {
        let end = range.find('-').unwrap_or(range.len());
        range.get(..end).is_some_and(|p| p.eq_ignore_ascii_case(lang.word()))
    };
    let own = ranges.iter().enumerate().filter(|(_, (range, _))| primary(range));
    // Lookup cuts a range from its end, `de-AT` to `de`; refusing `de-AT` does not refuse `de`.
    let best =
        own.clone().filter(|(_, (_, w))| *w > 0).max_by_key(|(i, (_, w))| (*w, usize::MAX - i));
    if let Some((place, (_, weight))) = best {
        return Some((*weight, place));
    }
    if own.clone().any(|(_, (range, _))| !range.contains('-')) {
        return None;
    }
    match ranges.iter().enumerate().find(|(_, (range, _))| *range == "*") {
        Some((_, (_, 0))) => None,
        Some((place, (_, weight))) => Some((*weight, place)),
        None => Some((0, usize::MAX)),
    }
}

/// The encoding a request prefers; between equals the smaller result.
pub(crate) fn encoding(headers: &HeaderMap) -> Encoding {
    if !headers.contains_key(header::ACCEPT_ENCODING) {
        return Encoding::Identity;
    }
    let (mut brotli, mut gzip, mut identity, mut rest) = (None, None, None, None);
    for (name, weight) in entries(headers, &header::ACCEPT_ENCODING) {
        let slot = if name.eq_ignore_ascii_case("br") {
            &mut brotli
        } else if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
            &mut gzip
        } else if name.eq_ignore_ascii_case("identity") {
            &mut identity
        } else if name == "*" {
            &mut rest
        } else {
            continue;
        };
        *slot = slot.or(Some(weight));
    }
    let weight = |named: Option<Weight>| named.or(rest).unwrap_or(0);
    let (brotli, gzip, identity) = (weight(brotli), weight(gzip), identity.unwrap_or(0));
    if brotli > 0 && brotli >= gzip.max(identity) {
        Encoding::Brotli
    } else if gzip > 0 && gzip >= identity {
        Encoding::Gzip
    } else {
        Encoding::Identity
    }
}

/// Whether `If-None-Match` names this entity tag (weak comparison, RFC 9110 §8.8.3.2).
pub(crate) fn has_already(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    headers.get_all(header::IF_NONE_MATCH).iter().any(|value| {
        value.as_bytes().split(|b| *b == b',').take(MAX_ENTRIES).any(|tag| {
            let tag = tag.trim_ascii();
            tag == b"*" || tag.strip_prefix(b"W/").unwrap_or(tag) == etag.as_bytes()
        })
    })
}

/// Whether a request would rather have a page for people than data for programs (RFC 9110 §12.5.1).
pub(crate) fn prefers_html(headers: &HeaderMap) -> bool {
    let weight = |want: &[&str]| {
        entries(headers, &header::ACCEPT)
            .filter(|(name, _)| want.contains(name))
            .map(|(_, w)| w)
            .max()
    };
    let html = weight(&["text/html", "application/xhtml+xml", "text/*"]).unwrap_or(0);
    html > 0 && html >= weight(&["application/json", "application/problem+json"]).unwrap_or(0)
}

/// The entries of a list header with their weights; 1000 where none is given.
fn entries<'a>(
    headers: &'a HeaderMap,
    name: &header::HeaderName,
) -> impl Iterator<Item = (&'a str, Weight)> {
    let lines = headers.get_all(name).into_iter().filter_map(|v| v.to_str().ok());
    let items = lines.flat_map(|line| line.split(',')).take(MAX_ENTRIES);
    items.filter_map(|item| {
        let mut parts = item.split(';').map(str::trim);
        let name = parts.next().filter(|n| !n.is_empty())?;
        let quality = parts.find_map(|p| p.strip_prefix("q=").or_else(|| p.strip_prefix("Q=")));
        Some((name, quality.map_or(Some(1000), weight)?))
    })
}

/// `0.5` as 500; `None` for what is no weight.
fn weight(text: &str) -> Option<Weight> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if rest.len() > 3 || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let thousandths = format!("{rest:0<3}").parse::<Weight>().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn with(name: header::HeaderName, values: &[&str]) -> HeaderMap {
        values.iter().map(|v| (name.clone(), HeaderValue::from_str(v).unwrap())).collect()
    }

    #[test]
    fn languages_by_preference() {
        use Lang::{De, En, Fr};
        let available = [De, En, Fr];
        for (header, expected) in [
            ("", Some(De)),
            ("en", Some(En)),
            ("EN-gb", Some(En)),
            ("fr-CA, en;q=0.8", Some(Fr)),
            ("en;q=0.8, fr;q=0.9", Some(Fr)),
            ("en;q=0.8, fr;q=0.8", Some(En)),
            ("fr;q=0.8, en;q=0.8", Some(Fr)),
            ("ja", Some(De)),
            ("ja, en;q=0.001", Some(En)),
            ("*", Some(De)),
            ("en;q=0.2, *;q=0.5", Some(De)),
            ("de;q=0", Some(En)),
            ("de;q=0, *", Some(En)),
            ("de-AT;q=0, de", Some(De)),
            ("de-AT;q=0", Some(De)),
            ("de;q=0, en;q=0, fr;q=0", None),
            ("*;q=0", None),
            ("*;q=0, fr", Some(Fr)),
            ("fr;q=2, en", Some(En)),
            ("fr;q=abc, en;q=0.1", Some(En)),
            (";;;,,,q=1", Some(De)),
            ("deu", Some(De)),
            ("english", Some(De)),
        ] {
            let headers = with(header::ACCEPT_LANGUAGE, &[header]);
            assert_eq!(language(&headers, &available), expected, "{header}");
        }
        assert_eq!(language(&HeaderMap::new(), &available), Some(De));
        assert_eq!(language(&with(header::ACCEPT_LANGUAGE, &["ja", "en"]), &available), Some(En));
        assert_eq!(language(&HeaderMap::new(), &[]), None);
    }

    #[test]
    fn encodings_by_preference() {
        use Encoding::{Brotli, Gzip, Identity};
        for (header, expected) in [
            ("", Identity),
            ("gzip", Gzip),
            ("gzip, deflate, br, zstd", Brotli),
            ("br;q=0.5, gzip", Gzip),
            ("br;q=0, gzip", Gzip),
            ("br;q=0", Identity),
            ("gzip;q=0.5, identity", Identity),
            ("identity;q=0.5, *;q=0", Identity),
            ("*", Brotli),
            ("*;q=0.1, br;q=0", Gzip),
            ("X-GZIP", Gzip),
            ("identity;q=0, *;q=0", Identity),
            ("zstd", Identity),
        ] {
            assert_eq!(encoding(&with(header::ACCEPT_ENCODING, &[header])), expected, "{header}");
        }
        assert_eq!(encoding(&HeaderMap::new()), Identity);
    }

    #[test]
    fn entity_tags_compare_weakly() {
        let etag = HeaderValue::from_static("\"abc\"");
        for (header, expected) in [
            ("\"abc\"", true),
            ("W/\"abc\"", true),
            ("\"x\", \"abc\"", true),
            ("*", true),
            ("abc", false),
            ("\"abcd\"", false),
            ("", false),
        ] {
            assert_eq!(
                has_already(&with(header::IF_NONE_MATCH, &[header]), &etag),
                expected,
                "{header}"
            );
        }
    }

    #[test]
    fn browsers_get_pages_and_programs_data() {
        for (header, expected) in [
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true),
            ("application/json", false),
            ("*/*", false),
            ("text/html;q=0.1, application/json", false),
        ] {
            assert_eq!(prefers_html(&with(header::ACCEPT, &[header])), expected, "{header}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_sent_something_is_chosen(text in "[ -~]{0,80}") {
            let Ok(value) = HeaderValue::from_str(&text) else { return Ok(()) };
            let headers: HeaderMap =
                [header::ACCEPT_LANGUAGE, header::ACCEPT_ENCODING].map(|n| (n, value.clone())).into_iter().collect();
            let _ = encoding(&headers);
            if !text.to_ascii_lowercase().contains("q=0") {
                prop_assert!(language(&headers, &[Lang::Sk]).is_some());
            }
        }
    }
}
