//! The `P3P` header of answers that set cookies: where the policy is, and its compact form (P3P 1.0 §2.2.2, §4).
//!
//! Owns: which policy covers a cookie, and the header. Leaves to others: what the compact policy says (`abide-p3p`).

use abide_notice::Publication;
use abide_p3p::compact::{CompactPolicy, header_value};
use abide_p3p::derive::{Scope, derive};
use abide_p3p::export::WELL_KNOWN;
use abide_policy::site::SitePolicy;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// The header.
const P3P: HeaderName = HeaderName::from_static("p3p");

/// The compact policies of a site, with what each covers.
#[derive(Clone, Debug)]
pub(crate) struct Covering(Vec<(SitePolicy, CompactPolicy)>);

impl Covering {
    /// Those in force.
    pub(crate) fn new(publication: &Publication) -> Self {
        let with_compact = publication.policies.iter().map(|(site, history)| {
            let policy = &history.in_force(publication.today).policy;
            (site.clone(), derive(policy, Scope::All))
        });
        Self(with_compact.collect())
    }

    /// Adds the header to an answer that sets cookies; others stay as they are.
    pub(crate) fn declare(&self, path: &str, headers: &mut HeaderMap) {
        let mut policies: Vec<&CompactPolicy> = Vec::new();
        for cookie in headers.get_all(header::SET_COOKIE) {
            policies.extend(self.of(path, cookie_name(cookie)));
        }
        if policies.is_empty() {
            return;
        }
        // One header speaks for every cookie of its answer (§4.1): it says what any of their policies says.
        let all: CompactPolicy = policies.into_iter().flat_map(|p| p.meanings()).collect();
        if let Some(value) =
            header_value(Some(WELL_KNOWN), Some(&all)).and_then(|v| HeaderValue::from_str(&v).ok())
        {
            headers.insert(P3P, value);
        }
    }

    /// The policy of a cookie: the first that names it, else the first that covers the path, else the site's first.
    fn of(&self, path: &str, cookie: &str) -> Option<&CompactPolicy> {
        let by =
            |covers: &dyn Fn(&SitePolicy) -> bool| self.0.iter().find(|(site, _)| covers(site));
        by(&|s| s.cookies.iter().any(|p| matches(p, cookie)))
            .or_else(|| by(&|s| covers_path(s, path)))
            .or_else(|| self.0.first())
            .map(|(_, compact)| compact)
    }
}

fn covers_path(site: &SitePolicy, path: &str) -> bool {
    site.paths.iter().any(|p| matches(p, path)) && !site.exclude.iter().any(|p| matches(p, path))
}

/// The name of a `Set-Cookie` header's cookie.
fn cookie_name(cookie: &HeaderValue) -> &str {
    let text = cookie.to_str().unwrap_or_default();
    text.split(['=', ';']).next().unwrap_or_default().trim()
}

/// Whether a text fits a pattern in which `*` stands for any characters (P3P 1.0 §2.3.2.1.2).
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covering() -> Covering {
        let site = |name: &str, paths: &[&str], cookies: &[&str]| SitePolicy {
            name: name.parse().unwrap(),
            files: Vec::new(),
            paths: paths.iter().map(|s| (*s).to_owned()).collect(),
            exclude: vec!["/shop/help*".to_owned()],
            cookies: cookies.iter().map(|s| (*s).to_owned()).collect(),
        };
        Covering(vec![
            (site("site", &["/*"], &["basket"]), CompactPolicy::parse("NOI CUR OUR STA")),
            (site("shop", &["/shop/*"], &["shop_*"]), CompactPolicy::parse("ALL CON DEL PUR")),
        ])
    }

    fn header(path: &str, cookies: &[&str]) -> Option<String> {
        let mut headers: HeaderMap = cookies
            .iter()
            .map(|c| (header::SET_COOKIE, HeaderValue::from_str(c).unwrap()))
            .collect();
        covering().declare(path, &mut headers);
        headers.get(P3P).map(|v| v.to_str().unwrap().to_owned())
    }

    #[test]
    fn each_cookie_is_covered_by_its_policy() {
        assert_eq!(header("/", &[]), None);
        let site = r#"policyref="/w3c/p3p.xml", CP="NOI CURa OUR STA""#;
        assert_eq!(header("/", &["basket=1; Path=/"]).as_deref(), Some(site));
        assert_eq!(header("/", &["other=1"]).as_deref(), Some(site));
        let shop = r#"policyref="/w3c/p3p.xml", CP="ALL CONa DELa PUR""#;
        assert_eq!(header("/", &["shop_cart=1; HttpOnly"]).as_deref(), Some(shop));
        let both = header("/", &["basket=1", "shop_cart=1"]).unwrap();
        assert!(both.contains("NOI ALL") && both.contains("STA") && both.contains("PUR"), "{both}");
    }

    #[test]
    fn patterns() {
        for (pattern, text, expected) in [
            ("", "", true),
            ("a", "a", true),
            ("a", "ab", false),
            ("*", "", true),
            ("/a/*", "/a/b/c", true),
            ("/a/*", "/b", false),
            ("*.html", "x.html", true),
            ("*.html", "x.htm", false),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-c-b", false),
            ("a*a", "a", false),
            ("**", "x", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }
}
