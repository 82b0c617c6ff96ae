//! A page in all the forms in which it is sent: each encoding with its entity tag and headers, made once and then only
//! cloned.

use std::io::Write;
use std::sync::OnceLock;

use abide_notice::Page;
use abide_policy::vocab::Vocabulary;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use sha2::{Digest, Sha256};

use super::headers::{Keep, secure};
use super::negotiate::{self, Encoding};

/// Smaller texts gain nothing from compression: they fit one packet anyway.
const COMPRESS_FROM: usize = 512;
/// zlib's usual level.
const GZIP_LEVEL: u32 = 6;
/// About gzip's time for a tenth less; the highest levels take a hundred times as long.
const BROTLI_QUALITY: i32 = 5;
/// A window of 256 kB, so that making a page needs little memory.
const BROTLI_WINDOW: i32 = 18;

/// What is sent: status, headers, body.
pub(crate) type Answer = (StatusCode, HeaderMap, Bytes);

/// Makes a text small.
type Compress = fn(&[u8]) -> std::io::Result<Vec<u8>>;

/// How a page was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AskedFor {
    /// At its own address.
    Itself,
    /// At an address that gives each reader their language.
    Negotiated,
}

/// A page, ready to be sent.
#[derive(Debug)]
pub(crate) struct Representation {
    /// The headers of its own address, without those of an encoding.
    base: HeaderMap,
    /// Where it lies, for `Content-Location`.
    location: HeaderValue,
    media: &'static str,
    /// The hash that its entity tags are made from.
    hash: String,
    identity: Variant,
    gzip: OnceLock<Option<Variant>>,
    brotli: OnceLock<Option<Variant>>,
}

/// A page in one encoding.
#[derive(Debug)]
struct Variant {
    etag: HeaderValue,
    body: Bytes,
    itself: Heads,
    negotiated: Heads,
}

/// The headers of a whole answer, and of the answer that nothing has changed.
#[derive(Debug)]
struct Heads {
    full: HeaderMap,
    not_modified: HeaderMap,
}

impl Representation {
    /// A page at a path.
    pub(crate) fn new(page: Page, path: &str, keep: Keep) -> Self {
        let hash: String = Sha256::digest(page.body.as_bytes())
            .iter()
            .take(12)
            .map(|b| format!("{b:02x}"))
            .collect();
        let (base, media) = (base_headers(&page, keep), page.media);
        let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
        let body = Bytes::from(page.body);
        let identity = Variant::new(&base, &location, &hash, body, Encoding::Identity);
        Self {
            base,
            location,
            media,
            hash,
            identity,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// The answer to a request for it, `GET` or `HEAD`.
    pub(crate) fn answer(&self, method: &Method, request: &HeaderMap, asked: AskedFor) -> Answer {
        let variant = self.variant(negotiate::encoding(request));
        let heads = match asked {
            AskedFor::Itself => &variant.itself,
            AskedFor::Negotiated => &variant.negotiated,
        };
        if negotiate::has_already(request, &variant.etag) {
            return (StatusCode::NOT_MODIFIED, heads.not_modified.clone(), Bytes::new());
        }
        let body = if method == Method::HEAD { Bytes::new() } else { variant.body.clone() };
        (StatusCode::OK, heads.full.clone(), body)
    }

    /// Whether the form that a request prefers was made before.
    pub(crate) fn is_ready(&self, request: &HeaderMap) -> bool {
        match negotiate::encoding(request) {
            Encoding::Identity => true,
            Encoding::Gzip => self.gzip.get().is_some(),
            Encoding::Brotli => self.brotli.get().is_some(),
        }
    }

    /// Its media type.
    pub(crate) const fn media(&self) -> &'static str {
        self.media
    }

    /// The text as it is, for a static site.
    pub(crate) const fn body(&self) -> &Bytes {
        &self.identity.body
    }

    /// The form for an encoding; the text as it is where the encoding gains nothing.
    fn variant(&self, encoding: Encoding) -> &Variant {
        let (slot, compress) = match encoding {
            Encoding::Identity => return &self.identity,
            Encoding::Gzip => (&self.gzip, gzip as Compress),
            Encoding::Brotli => (&self.brotli, brotli as Compress),
        };
        let made = slot.get_or_init(|| {
            let plain = &self.identity.body;
            if plain.len() < COMPRESS_FROM {
                return None;
            }
            let small = compress(plain).ok().filter(|c| c.len() < plain.len())?;
            Some(Variant::new(&self.base, &self.location, &self.hash, small.into(), encoding))
        });
        made.as_ref().unwrap_or(&self.identity)
    }
}

impl Variant {
    fn new(
        base: &HeaderMap,
        location: &HeaderValue,
        hash: &str,
        body: Bytes,
        encoding: Encoding,
    ) -> Self {
        let suffix = match encoding {
            Encoding::Identity => "",
            Encoding::Gzip => "-gz",
            Encoding::Brotli => "-br",
        };
        let mut full = base.clone();
        let etag = HeaderValue::from_str(&format!("\"{hash}{suffix}\""))
            .unwrap_or(HeaderValue::from_static("\"\""));
        full.insert(header::ETAG, etag.clone());
        full.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        full.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        match encoding {
            Encoding::Identity => None,
            Encoding::Gzip => {
                full.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))
            }
            Encoding::Brotli => {
                full.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"))
            }
        };
        let mut negotiated = full.clone();
        negotiated
            .insert(header::VARY, HeaderValue::from_static("Accept-Encoding, Accept-Language"));
        negotiated.insert(header::CONTENT_LOCATION, location.clone());
        Self { etag, body, itself: Heads::new(full), negotiated: Heads::new(negotiated) }
    }
}

impl Heads {
    /// RFC 9110 §15.4.5: what a 304 repeats.
    fn new(full: HeaderMap) -> Self {
        let repeated =
            [header::CACHE_CONTROL, header::CONTENT_LOCATION, header::ETAG, header::VARY];
        let not_modified =
            repeated.into_iter().filter_map(|n| full.get(&n).cloned().map(|v| (n, v))).collect();
        Self { full, not_modified }
    }
}

/// What does not depend on the encoding.
fn base_headers(page: &Page, keep: Keep) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(page.media));
    headers.insert(header::CACHE_CONTROL, keep.value());
    if let Some(lang) = page.lang {
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.word()));
    }
    if page.media != Page::HTML && page.media != Page::CSS {
        // What programs read is for every site's programs.
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        let resource_policy = HeaderName::from_static("cross-origin-resource-policy");
        headers.insert(resource_policy, HeaderValue::from_static("cross-origin"));
    }
    if let Some(links) = links(page) {
        headers.insert(header::LINK, links);
    }
    secure(&mut headers);
    headers
}

/// Related pages (RFC 8288); `None` without any.
fn links(page: &Page) -> Option<HeaderValue> {
    let clean = |href: &str| href.bytes().all(|b| b.is_ascii_graphic() && b != b'>' && b != b'<');
    let mut links = Vec::new();
    for link in page.links.iter().filter(|l| clean(&l.href)) {
        let lang = link.lang.map_or(String::new(), |l| format!("; hreflang=\"{}\"", l.word()));
        let media = link.media.split(';').next().unwrap_or_default();
        links.push(format!("<{}>; rel=\"{}\"{lang}; type=\"{media}\"", link.href, link.rel));
    }
    if links.is_empty() { None } else { HeaderValue::from_str(&links.join(", ")).ok() }
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder =
        flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(GZIP_LEVEL));
    encoder.write_all(plain)?;
    encoder.finish()
}

fn brotli(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: BROTLI_WINDOW,
        size_hint: plain.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut std::io::Cursor::new(plain), &mut out, &params)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Link;
    use abide_policy::vocab::Lang;

    fn page(text: &str) -> Page {
        Page { lang: Some(Lang::De), ..Page::new(Page::HTML, text.to_owned()) }
    }

    fn request(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(n, v)| (n.clone(), HeaderValue::from_str(v).unwrap())).collect()
    }

    fn get(r: &Representation, pairs: &[(HeaderName, &str)]) -> Answer {
        r.answer(&Method::GET, &request(pairs), AskedFor::Itself)
    }

    #[test]
    fn each_encoding_has_its_own_tag_and_comes_back_whole() {
        let text = "Datenschutz äöü ".repeat(500);
        let r = Representation::new(page(&text), "/de/privacy", Keep::Short);
        let mut tags = Vec::new();
        for (accept, encoding) in [("identity", None), ("gzip", Some("gzip")), ("br", Some("br"))] {
            let (status, headers, body) = get(&r, &[(header::ACCEPT_ENCODING, accept)]);
            assert_eq!(status, StatusCode::OK);
            assert_eq!(
                headers.get(header::CONTENT_ENCODING).map(|v| v.to_str().unwrap()),
                encoding
            );
            assert_eq!(headers.get(header::CONTENT_LENGTH).unwrap(), &body.len().to_string());
            let mut plain = Vec::new();
            match encoding {
                None => plain.extend_from_slice(&body),
                Some("gzip") => {
                    std::io::copy(&mut flate2::read::GzDecoder::new(&*body), &mut plain).unwrap();
                }
                _ => brotli::BrotliDecompress(&mut &*body, &mut plain).unwrap(),
            }
            assert_eq!(String::from_utf8(plain).unwrap(), text);
            let tag = headers.get(header::ETAG).unwrap().to_str().unwrap().to_owned();
            let again =
                get(&r, &[(header::ACCEPT_ENCODING, accept), (header::IF_NONE_MATCH, &tag)]);
            assert_eq!(again.0, StatusCode::NOT_MODIFIED);
            assert!(again.2.is_empty() && !again.1.contains_key(header::CONTENT_TYPE));
            assert_eq!(again.1.get(header::ETAG).unwrap(), tag.as_str());
            tags.push(tag);
        }
        tags.dedup();
        assert_eq!(tags.len(), 3);
    }

    #[test]
    fn short_texts_stay_as_they_are() {
        let r = Representation::new(page("short"), "/", Keep::Short);
        let (_, headers, body) = get(&r, &[(header::ACCEPT_ENCODING, "br, gzip")]);
        assert_eq!((headers.get(header::CONTENT_ENCODING), &body[..]), (None, &b"short"[..]));
    }

    #[test]
    fn head_says_what_get_would() {
        let r = Representation::new(page(&"x".repeat(2000)), "/", Keep::Short);
        let (status, headers, body) = r.answer(&Method::HEAD, &HeaderMap::new(), AskedFor::Itself);
        assert_eq!((status, body.len()), (StatusCode::OK, 0));
        assert_eq!(headers, get(&r, &[]).1);
    }

    #[test]
    fn negotiated_answers_say_where_the_page_lies_and_what_decided() {
        let r = Representation::new(page("x"), "/de/privacy", Keep::Short);
        let (_, headers, _) = r.answer(&Method::GET, &HeaderMap::new(), AskedFor::Negotiated);
        assert_eq!(headers.get(header::CONTENT_LOCATION).unwrap(), "/de/privacy");
        assert_eq!(headers.get(header::VARY).unwrap(), "Accept-Encoding, Accept-Language");
        assert_eq!(headers.get(header::CONTENT_LANGUAGE).unwrap(), "de");
    }

    #[test]
    fn links_that_could_break_the_header_are_left_out() {
        let mut page = page("x");
        let link = |href: &str| Link {
            href: href.to_owned(),
            rel: "alternate",
            lang: Some(Lang::En),
            media: Page::HTML,
        };
        page.links = vec![link("/en/privacy"), link("/x>\r\nSet-Cookie: a=b"), link("/a b")];
        let r = Representation::new(page, "/de/privacy", Keep::Short);
        let (_, headers, _) = get(&r, &[]);
        let expected = "</en/privacy>; rel=\"alternate\"; hreflang=\"en\"; type=\"text/html\"";
        assert_eq!(headers.get(header::LINK).unwrap(), expected);
    }
}
