//! The page that judges, and the interface for programs.

use crate::client::{Answer, get, request};
use crate::site::{POLICY, Running, Site};

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const JSON: (&str, &str) = ("Content-Type", "application/json");
const HTML: (&str, &str) = ("Accept", "text/html");

fn encode(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

async fn paste(server: &Running, path: &str, text: &str, show: &str) -> Answer {
    let body = format!("text={}&show={show}", encode(text));
    request(server.address, "POST", path, &[FORM, HTML], &body).await
}

#[tokio::test]
async fn the_page_is_there_in_each_language() {
    let site = Site::new();
    let server = site.serve().await;
    let de = get(server.address, "/de/try", &[]).await;
    let en = get(server.address, "/en/try", &[]).await;
    assert_eq!((de.status, en.status), (200, 200));
    assert!(de.text().contains("action=\"/de/try\"") && en.text().contains("action=\"/en/try\""));
    assert_ne!(de.text(), en.text());
    let negotiated = get(server.address, "/try", &[("Accept-Language", "en")]).await;
    assert_eq!(negotiated.get("content-location"), Some("/en/try"));
    assert_eq!(negotiated.text(), en.text());
    assert_eq!(get(server.address, "/xx/try", &[]).await.status, 404);
}

#[tokio::test]
async fn a_compact_policy_is_explained_and_judged() {
    let site = Site::new();
    let server = site.serve().await;
    for text in [
        "NOI CURa CONa OUR IND PHY",
        "P3P: policyref=\"/w3c/p3p.xml\", CP=\"NOI CURa CONa OUR IND PHY\"",
    ] {
        let answer = paste(&server, "/en/try", text, "verdict").await;
        assert_eq!((answer.status, answer.get("cache-control")), (200, Some("no-store")));
        let page = answer.text();
        assert!(
            page.contains("<code>CONa</code>") && page.contains("class=\"verdicts\""),
            "{page}"
        );
        assert!(!page.contains('‹'), "every message is there");
    }
}

#[tokio::test]
async fn every_kind_of_text_is_recognised_and_checked() {
    let site = Site::new();
    let server = site.serve().await;
    let broken = POLICY.replace("access       = \"all\"", "access = \"everything\"");
    for (text, expected) in [
        ("", "try-empty"),
        ("HONK", "cp.token.unknown"),
        ("<POLICIES><!DOCTYPE x></POLICIES>", "xml."),
        (crate::site::SITE, "site file"),
        (&broken, "value.word"),
        (POLICY, "class=\"verdicts\""),
    ] {
        let answer = paste(&server, "/en/try", text, "verdict").await;
        assert_eq!(answer.status, 200, "{text}");
        let expected = if expected == "try-empty" { "Nothing was pasted" } else { expected };
        assert!(answer.text().contains(expected), "{expected}: {}", answer.text());
    }
}

#[tokio::test]
async fn what_is_pasted_comes_back_only_as_text() {
    let site = Site::new();
    let server = site.serve().await;
    let hostile = "</textarea><script>alert(1)</script>\"'><img src=x>\r\n\0";
    let answer = paste(&server, "/en/try", hostile, "verdict").await;
    assert_eq!(answer.status, 200);
    assert!(
        !answer.text().contains("<script") && !answer.text().contains("<img"),
        "{}",
        answer.text()
    );
    assert!(answer.headers.iter().all(|(_, v)| !v.contains("alert")));
    let newline = paste(&server, "/en/try", "\n\nNOI", "verdict").await;
    assert!(newline.text().contains(">\n\n\nNOI</textarea>"), "the first line breaks survive");
}

#[tokio::test]
async fn a_policy_file_can_be_seen_as_a_notice() {
    let site = Site::new();
    let server = site.serve().await;
    let page = paste(&server, "/en/try", POLICY, "verdict").await.text();
    assert!(page.contains("value=\"notice\""));
    let changed = POLICY.replace("We deliver what you order.", "Deliveries need an address.");
    let notice = paste(&server, "/en/try", &changed, "notice").await;
    assert!(notice.text().contains("Deliveries need an address."));
    assert_eq!(notice.get("cache-control"), Some("no-store"));
    let published = get(server.address, "/en/privacy", &[]).await.text();
    assert!(!published.contains("Deliveries need an address."));
}

const XML: &str = r##"<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1"><POLICY name="shop" discuri="https://example.com/" opturi="https://example.com/choices">
<ENTITY><DATA-GROUP><DATA ref="#business.name">Example</DATA>
<DATA ref="#business.contact-info.online.email">a@example.com</DATA></DATA-GROUP></ENTITY><ACCESS><all/></ACCESS>
<STATEMENT><PURPOSE><current/><contact required="opt-out"/></PURPOSE><RECIPIENT><ours/></RECIPIENT>
<RETENTION><stated-purpose/></RETENTION><DATA-GROUP><DATA ref="#user.home-info.postal"/></DATA-GROUP></STATEMENT>
</POLICY></POLICIES>"##;

#[tokio::test]
async fn xml_is_summed_up_and_judged() {
    let site = Site::new();
    let server = site.serve().await;
    let page = paste(&server, "/en/try", XML, "verdict").await.text();
    assert!(page.contains("ALL CURa CONo OUR STP PHY"), "{page}");
    let notice = paste(&server, "/en/try", XML, "notice").await;
    assert!(notice.text().contains("a@example.com"));
    let body = serde_json::json!({ "policy": XML }).to_string();
    let answer = request(server.address, "POST", "/api/verdict", &[JSON], &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["satisfactory"], true);
}

#[tokio::test]
async fn several_policies_have_anchors_of_their_own() {
    let site = Site::new();
    let server = site.serve().await;
    let (start, rest) = XML.split_once("<POLICY ").unwrap();
    let (policy, end) = rest.split_once("</POLICIES>").unwrap();
    let two = format!(
        "{start}<POLICY {policy}<POLICY {}</POLICIES>{end}",
        policy.replace("\"shop\"", "\"other\"")
    );
    let page = paste(&server, "/en/try", &two, "verdict").await.text();
    let mut ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|s| s.split('"').next()).collect();
    assert!(ids.contains(&"agent-ie6") && ids.contains(&"agent-ie6-1"), "{ids:?}");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{ids:?}");
}

#[tokio::test]
async fn forms_that_are_none_are_told_so() {
    let site = Site::new();
    let server = site.serve().await;
    for (content, body, status) in [
        ("application/x-www-form-urlencoded", "txt=x", 422),
        ("application/x-www-form-urlencoded", "text=x&show=everything", 422),
        ("text/plain", "text=x", 415),
    ] {
        let answer =
            request(server.address, "POST", "/try", &[("Content-Type", content), HTML], body).await;
        assert_eq!(answer.status, status, "{content} {body}");
        assert!(answer.text().starts_with("<!doctype html>"));
    }
    let large = format!("text={}", "x".repeat(300_000));
    assert_eq!(request(server.address, "POST", "/try", &[FORM, HTML], &large).await.status, 413);
}

#[tokio::test]
async fn the_documentation_of_the_interface_is_true() {
    let site = Site::new();
    let server = site.serve().await;
    let page = include_str!("../../../../docs/api.md");
    let mut sent = None;
    let mut tested = 0;
    for block in page.split("```").skip(1).step_by(2) {
        let (head, rest) = block.split_once('\n').unwrap();
        if head == "http" {
            let (line, body) = rest.split_once("\n\n").unwrap();
            let (method, path) = line.split_once(' ').unwrap();
            let headers = [JSON, ("Accept-Language", "en")];
            sent = Some(request(server.address, method, path, &headers, body.trim()).await);
        } else if let Some(status) = head.strip_prefix("json ") {
            let answer = sent.take().unwrap();
            assert_eq!(answer.status.to_string(), status, "{}", answer.text());
            let expected: serde_json::Value = serde_json::from_str(rest).unwrap();
            assert_eq!(answer.json(), expected, "{:#}", answer.json());
            tested += 1;
        }
    }
    assert_eq!(tested, 4);
}

#[tokio::test]
async fn programs_get_data_whatever_goes_wrong() {
    let site = Site::new();
    let server = site.serve().await;
    for (path, body, status) in [
        ("/api/verdict", "{", 400),
        ("/api/verdict", "{}", 422),
        ("/api/verdict", "{\"compact\":\"NOI\",\"policy\":\"x\"}", 422),
        ("/api/verdict", "{\"compact\":1}", 422),
        ("/api/verdict", "{\"compact\":\"NOI\",\"unknown\":1}", 422),
        ("/api/verdict", "{\"compact\":\"NOI\",\"agent\":\"lynx\"}", 422),
        ("/api/verdict", "{\"policy\":\"[policy]\"}", 422),
        ("/api/check", "[]", 422),
        ("/api/nothing", "{}", 404),
    ] {
        let answer = request(server.address, "POST", path, &[JSON, HTML], body).await;
        assert_eq!(answer.status, status, "{path} {body}");
        assert_eq!(answer.get("content-type"), Some("application/problem+json"), "{path} {body}");
        assert_eq!(answer.json()["status"], status);
    }
    let plain = request(server.address, "POST", "/api/check", &[], "{\"text\":\"\"}").await;
    assert_eq!(plain.status, 415, "another site's form cannot send JSON unasked");
    let read = get(server.address, "/api/check", &[]).await;
    assert_eq!((read.status, read.get("allow")), (405, Some("POST")));
}

#[tokio::test]
async fn a_policy_is_judged_by_what_sums_it_up() {
    let site = Site::new();
    let server = site.serve().await;
    let body = serde_json::json!({ "policy": POLICY, "agent": "strict" }).to_string();
    let answer = request(server.address, "POST", "/api/verdict", &[JSON], &body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["agent"], "strict");
    assert!(answer.json()["compact"].as_str().unwrap().starts_with("ALL CURa OUR STP PHY"));
}
