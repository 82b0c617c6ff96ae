//! Every page of a publication: that it is there, whole, linked and accessible in its structure.

use std::collections::BTreeSet;

use abide_notice::{Address, Map, Page, Publication};
use abide_policy::vocab::{Lang, Vocabulary};
use jiff::civil::date;

use crate::sample;

fn rendered(publication: &Publication) -> Vec<(Address, Page)> {
    let map = Map::new(publication);
    let render = |(document, address): (&'static dyn abide_notice::Document, &Address)| {
        let page = document.render(publication, address);
        (address.clone(), page.unwrap_or_else(|| panic!("{} renders nothing", address.path)))
    };
    map.pages().map(render).collect()
}

fn both() -> [Publication; 2] {
    [sample::publication(), sample::example()]
}

/// The values of an attribute in a page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn every_page_is_whole_and_the_same_each_time() {
    for publication in both() {
        for (address, page) in rendered(&publication) {
            assert!(!page.body.is_empty(), "{}", address.path);
            let unsaid = page.body.contains('‹');
            assert!(!unsaid, "{}: a message is missing", address.path);
            if page.media == Page::HTML {
                assert!(page.body.trim_end().ends_with("</html>"), "{}", address.path);
                let lang = address.lang.unwrap().word();
                assert!(page.body.contains(&format!("<html lang=\"{lang}\">")), "{}", address.path);
            }
        }
        assert_eq!(rendered(&publication), rendered(&publication));
    }
}

#[test]
fn no_page_runs_or_loads_anything() {
    for (address, page) in both().iter().flat_map(rendered) {
        if page.media == Page::HTML {
            for bad in [
                "<script",
                "<style",
                " style=",
                "javascript:",
                "<iframe",
                "<img",
                " src=",
                " onclick=",
            ] {
                assert!(!page.body.contains(bad), "{}: {bad}", address.path);
            }
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for publication in both() {
        let map = Map::new(&publication);
        let pages = rendered(&publication);
        let ids = |path: &str| -> BTreeSet<String> {
            let page = pages.iter().find(|(a, _)| a.path == path);
            page.map(|(_, p)| values(&p.body, "id").into_iter().map(str::to_owned).collect())
                .unwrap_or_default()
        };
        for (address, page) in pages.iter().filter(|(_, p)| p.media == Page::HTML) {
            for href in values(&page.body, "href").into_iter().filter(|h| h.starts_with(['/', '#']))
            {
                let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
                let path = if path.is_empty() { address.path.as_str() } else { path };
                let there = map.get(path).is_some() || !map.negotiable(path).is_empty();
                assert!(there, "{}: {href}", address.path);
                assert!(
                    anchor.is_empty() || ids(path).contains(anchor),
                    "{}: {href}",
                    address.path
                );
            }
        }
    }
}

#[test]
fn anchors_are_unique_and_headings_in_order() {
    for (address, page) in both().iter().flat_map(rendered).filter(|(_, p)| p.media == Page::HTML) {
        let ids = values(&page.body, "id");
        let distinct: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{}: an anchor comes twice", address.path);
        let mut last = 0;
        for rest in page.body.split("<h").skip(1) {
            let Some(level) = rest.chars().next().and_then(|c| c.to_digit(10)) else { continue };
            assert!(level <= last + 1, "{}: a heading of level {level} after {last}", address.path);
            last = level;
        }
        assert_eq!(page.body.matches("<h1").count(), 1, "{}", address.path);
        let tables = page.body.matches("<table").count();
        assert_eq!(tables, page.body.matches("<caption>").count(), "{}", address.path);
        assert_eq!(
            tables,
            page.body.matches("tabindex=\"0\" aria-label=").count(),
            "{}",
            address.path
        );
    }
}

#[test]
fn a_page_exists_only_in_languages_in_which_every_text_exists() {
    let without = sample::SITE[1].replace(", de = \"Zugriffsprotokolle\"", "");
    let publication = sample::of(&[("site", &[&without]), ("service", sample::SERVICE)]);
    let map = Map::new(&publication);
    assert!(map.get("/en/privacy").is_some());
    assert!(map.get("/de/privacy").is_none());
    assert!(map.get("/de/privacy/service").is_some());
    let cookies = map.get("/de/cookies").and_then(|(d, a)| d.render(&publication, a)).unwrap();
    assert!(!cookies.body.contains("basket"), "the policy without German is left out");
    let service =
        map.get("/de/privacy/service").and_then(|(d, a)| d.render(&publication, a)).unwrap();
    assert!(!service.body.contains("href=\"/de/privacy\""));
}

#[test]
fn neutral_paths_lead_to_every_language() {
    let publication = sample::publication();
    let map = Map::new(&publication);
    let languages = |path| map.negotiable(path).iter().filter_map(|a| a.lang).collect::<Vec<_>>();
    assert_eq!(languages("/privacy"), [Lang::En, Lang::De]);
    assert_eq!(languages("/"), [Lang::En, Lang::De]);
    assert_eq!(languages("/record.csv"), [Lang::En, Lang::De]);
    assert!(languages("/en/privacy").is_empty() && languages("/style.css").is_empty());
    let (document, address) = map.get("/de/privacy").unwrap();
    let page = document.render(&publication, address).unwrap();
    assert_eq!(
        (address.file(&page), address.neutral_file(&page)),
        ("de/privacy/index.html".into(), "privacy/index.html".into())
    );
    let (document, address) = map.get("/en/").unwrap();
    let page = document.render(&publication, address).unwrap();
    assert_eq!(
        (address.file(&page), address.neutral_file(&page)),
        ("en/index.html".into(), "index.html".into())
    );
    let (document, address) = map.get("/de/privacy.md").unwrap();
    let page = document.render(&publication, address).unwrap();
    assert_eq!(address.file(&page), "de/privacy.md");
}

#[test]
fn what_is_not_declared_is_not_published() {
    let mut publication = sample::publication();
    publication.site.gpc = None;
    publication.site.security_expires = None;
    let map = Map::new(&publication);
    assert!(map.get("/.well-known/gpc.json").is_none());
    assert!(
        map.get("/.well-known/security.txt").is_none(),
        "a file without an end of validity is not valid"
    );
}

fn page(publication: &Publication, path: &str) -> String {
    let map = Map::new(publication);
    let (document, address) = map.get(path).unwrap();
    document.render(publication, address).unwrap().body
}

#[test]
fn well_known_files_say_what_the_site_declares() {
    let publication = sample::publication();
    let security = page(&publication, "/.well-known/security.txt");
    assert!(security.contains("Contact: mailto:security@example.com\n"), "{security}");
    assert!(security.contains("Expires: 2027-07-01T00:00:00Z\n"), "{security}");
    assert!(security.contains("Preferred-Languages: en, de\n"), "{security}");
    let gpc: serde_json::Value =
        serde_json::from_str(&page(&publication, "/.well-known/gpc.json")).unwrap();
    assert_eq!(gpc["gpc"], true);
    let early = Publication { today: date(2025, 12, 31), ..publication };
    let gpc: serde_json::Value =
        serde_json::from_str(&page(&early, "/.well-known/gpc.json")).unwrap();
    assert_eq!(gpc["gpc"], false, "not before its day");
}

#[test]
fn rights_follow_from_grounds_and_purposes() {
    let notice = page(&sample::publication(), "/en/privacy");
    for right in [
        "Art. 7(3) GDPR",
        "Art. 20 GDPR",
        "Art. 21(1) GDPR",
        "Art. 21(2) and (3) GDPR",
        "Art. 77 GDPR",
    ] {
        assert!(notice.contains(right), "{right}");
    }
    assert!(!notice.contains("Art. 22(3)"), "no machine decides here");
    let plain =
        sample::SITE[1].replace("contact = { choice = \"opt-in\", basis = \"consent\" }", "");
    let plain = plain
        .replace("basis      = \"legitimate-interests\"", "basis = \"public-task\"")
        .replace("interests  =", "#");
    let plain = plain.replace("jurisdiction = \"DE\"", "jurisdiction = \"GB\"");
    let notice = page(&sample::of(&[("site", &[&plain])]), "/en/privacy");
    assert!(!notice.contains("Object to offers") && notice.contains("Art. 15 UK GDPR"));
    let swiss = sample::SITE[1].replace("jurisdiction = \"DE\"", "jurisdiction = \"CH\"");
    let notice = page(&sample::of(&[("site", &[&swiss])]), "/en/privacy");
    assert!(
        notice.contains("Take it with you")
            && !notice.contains("Art. 15")
            && !notice.contains("()")
    );
}

#[test]
fn versions_are_announced_compared_and_kept() {
    let publication = sample::publication();
    let notice = page(&publication, "/en/privacy");
    assert!(notice.contains(
        "A new version applies from <time datetime=\"2027-02-01\">1 February 2027</time>."
    ));
    let old = page(&publication, "/en/archive/site/1");
    assert!(old.contains("applied from 1 March 2025 to 31 January 2026"));
    assert_eq!(page(&publication, "/archive/site/2.toml"), sample::SITE[1]);
    let changes = page(&publication, "/en/changes/site/3");
    assert!(
        changes.contains("30 days from the day the data was last used")
            && changes.contains("more protection")
    );
    let archive = page(&publication, "/en/archive");
    for state in ["in force", "announced", "past"] {
        assert!(archive.contains(state), "{state}");
    }
}

/// Only the terms that are checked against the published vocabulary are written.
#[test]
fn json_ld_has_only_known_terms() {
    let known: BTreeSet<String> = abide_notice::dpv::terms().into_iter().collect();
    for (address, page) in
        both().iter().flat_map(rendered).filter(|(_, p)| p.media == Page::JSON_LD)
    {
        let value: serde_json::Value = serde_json::from_str(&page.body).unwrap();
        let mut found = Vec::new();
        words(&value, &mut found);
        assert!(found.len() > 20);
        for word in found {
            let iri = word
                .replace("eu-gdpr:", abide_notice::dpv::EU_GDPR)
                .replace("dpv:", abide_notice::dpv::DPV);
            assert!(known.contains(&iri), "{}: {word}", address.path);
        }
    }
}

fn words(value: &serde_json::Value, out: &mut Vec<String>) {
    let is_term = |w: &&str| w.starts_with("dpv:") || w.starts_with("eu-gdpr:");
    match value {
        serde_json::Value::Object(map) => {
            out.extend(map.keys().map(String::as_str).filter(is_term).map(str::to_owned));
            map.values().for_each(|v| words(v, out));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|v| words(v, out)),
        serde_json::Value::String(text) => {
            out.extend(Some(text.as_str()).filter(is_term).map(str::to_owned))
        }
        _ => {}
    }
}
