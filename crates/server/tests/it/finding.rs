//! The page that marks personal data in what is pasted, and the same for programs.

use crate::client::{Answer, get, request};
use crate::site::{Running, Site};

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const PARTS: (&str, &str) = ("Content-Type", "multipart/form-data; boundary=edge");
const JSON: (&str, &str) = ("Content-Type", "application/json");
const HTML: (&str, &str) = ("Accept", "text/html");
const LETTER: &str = "Dear Anna,\nwrite to anna@example.org; IBAN DE02 1203 0000 0000 2020 51.";

fn encode(text: &str) -> String {
    text.bytes().map(|b| format!("%{b:02X}")).collect()
}

async fn paste(server: &Running, path: &str, text: &str, rest: &str) -> Answer {
    let body = format!("text={}{rest}", encode(text));
    request(server.address, "POST", path, &[FORM, HTML], &body).await
}

/// A form in parts: each with its name, the rest of its head, and what it holds.
async fn parts(server: &Running, path: &str, parts: &[(&str, &str, &str)]) -> Answer {
    let part = |(name, head, value): &(&str, &str, &str)| {
        format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"{head}\r\n\r\n{value}\r\n"
        )
    };
    let body = parts.iter().map(part).collect::<String>() + "--edge--\r\n";
    request(server.address, "POST", path, &[PARTS, HTML], &body).await
}

#[tokio::test]
async fn the_page_is_there_in_each_language() {
    let site = Site::new();
    let server = site.serve().await;
    for lang in ["de", "en", "fr", "es", "sk"] {
        let page = get(server.address, &format!("/{lang}/find"), &[]).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains(&format!("action=\"/{lang}/find\"")));
        assert!(!page.text().contains('‹'), "every message is there");
    }
    let negotiated = get(server.address, "/find", &[("Accept-Language", "sk")]).await;
    assert_eq!(negotiated.get("content-location"), Some("/sk/find"));
    assert_eq!(get(server.address, "/xx/find", &[]).await.status, 404);
}

#[tokio::test]
async fn findings_are_marked_with_their_evidence() {
    let site = Site::new();
    let server = site.serve().await;
    for (lang, kind, check) in [
        ("en", "e-mail address", "The check digits are right (mod 97)"),
        ("de", "E-Mail-Adresse", "Die Prüfziffern stimmen (modulo 97)"),
        ("fr", "adresse e-mail", "La clé de contrôle est juste"),
        ("es", "dirección de correo electrónico", "Los dígitos de control son correctos"),
        ("sk", "e-mailová adresa", "Kontrolné číslice sú správne"),
    ] {
        let answer = paste(&server, &format!("/{lang}/find"), LETTER, "").await;
        assert_eq!((answer.status, answer.get("cache-control")), (200, Some("no-store")));
        let page = answer.text();
        let mark = format!(">anna@example.org</a><span class=\"kind\">{kind}</span></mark>");
        assert!(page.contains(&mark) && page.contains(check), "{page}");
        assert!(page.contains("<code>online</code>") && page.contains("<code>financial</code>"));
        assert!(!page.contains('‹'), "every message is there");
    }
}

#[tokio::test]
async fn every_mark_leads_to_its_evidence_and_back() {
    let site = Site::new();
    let server = site.serve().await;
    let page = paste(&server, "/en/find", LETTER, "").await.text();
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|s| s.split('"').next()).collect();
    let mut hrefs = page.split("href=\"#").skip(1).filter_map(|s| s.split('"').next());
    assert!(hrefs.clone().count() >= 5);
    assert!(hrefs.all(|href| ids.contains(&href)), "{ids:?}");
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
}

#[tokio::test]
async fn what_is_pasted_comes_back_only_as_text() {
    let site = Site::new();
    let server = site.serve().await;
    for hostile in [
        "</textarea><script>alert(1)</script>\"'><img src=x> a@example.org\r\n\0",
        "<b>;<i>\n<script>x</script>;a@example.org\n<u>;<script src=//x>\n",
        "{\"<script>\": \"<img src=x> a@example.org\"}",
    ] {
        for name in ["", "&name=%22%3E%3Cscript%3E.eml"] {
            let answer = paste(&server, "/en/find", hostile, name).await;
            assert_eq!(answer.status, 200);
            let page = answer.text();
            assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
        }
    }
}

#[tokio::test]
async fn a_table_is_shown_as_one() {
    let site = Site::new();
    let server = site.serve().await;
    let mut text = "customer;mail\r\n".to_owned();
    for n in 0..6 {
        text.push_str(&format!("{n};a{n}@example.org\r\n"));
    }
    let page = paste(&server, "/en/find", &text, "").await.text();
    assert!(page.contains("<th scope=\"col\">customer</th>"), "{page}");
    assert!(page.contains("<span class=\"of\">100% e-mail address</span>"), "{page}");
    assert_eq!(page.matches("<mark").count(), 6);
}

#[tokio::test]
async fn a_file_is_read_by_its_name() {
    let site = Site::new();
    let server = site.serve().await;
    let file = "; filename=\"letter.eml\"\r\nContent-Type: message/rfc822";
    let message = "From: anna@example.org\r\n\r\nHello";
    let page = parts(&server, "/de/find", &[("text", "", ""), ("file", file, message)]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let page = page.text();
    assert!(page.contains("Gelesen als E-Mail-Nachricht") && page.contains("<mark"), "{page}");
    assert!(page.contains("name=\"name\" value=\"letter.eml\""));
    let none = "; filename=\"\"\r\nContent-Type: application/octet-stream";
    let page = parts(&server, "/de/find", &[("text", "", LETTER), ("file", none, "")]).await.text();
    assert!(page.contains("anna@example.org</a>"));
    let packed = parts(&server, "/de/find", &[("file", file, "PK\u{3}\u{4}\0\0")]).await;
    assert_eq!(packed.status, 415);
    assert!(packed.text().contains("Diese Datei enthält keinen Text"));
}

#[tokio::test]
async fn findings_can_be_saved_as_json_lines() {
    let site = Site::new();
    let server = site.serve().await;
    let answer = paste(&server, "/en/find", LETTER, "&show=jsonl").await;
    assert_eq!(answer.get("content-type"), Some("application/x-ndjson"));
    assert!(answer.get("content-disposition").unwrap().starts_with("attachment"));
    let types: Vec<serde_json::Value> =
        answer.text().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert!(
        types.iter().any(|v| v["type"] == "EMAIL") && types.iter().any(|v| v["type"] == "IBAN")
    );
    assert!(!answer.text().contains("anna@"), "a report is no copy of what was found");
    let strong = paste(&server, "/en/find", LETTER, "&show=jsonl&sure=strong").await;
    assert!(strong.text().lines().count() <= types.len());
}

#[tokio::test]
async fn forms_that_are_none_are_told_so() {
    let site = Site::new();
    let server = site.serve().await;
    for (content, body, status) in [
        ("application/x-www-form-urlencoded", "txt=x", 422),
        ("application/x-www-form-urlencoded", "text=x&sure=very", 422),
        ("text/plain", "text=x", 415),
        ("multipart/form-data", "text=x", 400),
        ("multipart/form-data; boundary=edge", "--edge\r\nbroken", 400),
    ] {
        let headers = [("Content-Type", content), HTML];
        let answer = request(server.address, "POST", "/find", &headers, body).await;
        assert_eq!(answer.status, status, "{content} {body}");
        assert!(answer.text().starts_with("<!doctype html>"));
    }
    let wrong = parts(&server, "/find", &[("text", "", "x"), ("show", "", "all")]).await;
    assert_eq!(wrong.status, 422);
}

#[tokio::test]
async fn a_megabyte_is_read_and_no_more() {
    let site = Site::new();
    let server = site.serve().await;
    let most = "a@example.org ".repeat((1 << 20) / 14);
    let page = parts(&server, "/en/find", &[("text", "", &most)]).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text().matches("<mark").count(), 1000);
    assert!(page.text().contains("The text is shown up to its 1,000 first findings"));
    let more = most + &"x".repeat(1000);
    for path in ["/find", "/en/find"] {
        assert_eq!(parts(&server, path, &[("text", "", &more)]).await.status, 413);
    }
    let body = serde_json::json!({ "text": more }).to_string();
    let answer = request(server.address, "POST", "/api/find", &[JSON], &body).await;
    assert_eq!(answer.status, 413);
    let huge = format!("text={}", "x".repeat(5 << 20));
    assert_eq!(request(server.address, "POST", "/find", &[FORM, HTML], &huge).await.status, 413);
}

#[tokio::test]
async fn programs_get_the_same_findings() {
    let site = Site::new();
    let server = site.serve().await;
    let ask = async |body: serde_json::Value| {
        request(server.address, "POST", "/api/find", &[JSON], &body.to_string()).await
    };
    let answer = ask(serde_json::json!({ "text": LETTER, "threshold": 0.9 })).await.json();
    let types: Vec<&str> = answer["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["type"].as_str().unwrap())
        .collect();
    assert!(types.contains(&"IBAN"), "{answer:#}");
    assert!(answer.get("misses").is_none());
    let wrong = "write to anna@example.invalid1";
    let answer = ask(serde_json::json!({ "text": wrong, "explain": true })).await.json();
    let misses = answer["misses"].as_array().unwrap();
    let miss = misses.iter().find(|m| m["why"] == "miss-domain").unwrap();
    assert_eq!((&miss["type"], &miss["start"]), (&"EMAIL".into(), &9.into()), "{answer:#}");
    for threshold in [-0.1, 1.1, 50.0] {
        let answer = ask(serde_json::json!({ "text": "", "threshold": threshold })).await;
        assert_eq!(answer.status, 422, "{threshold}");
    }
    assert_eq!(ask(serde_json::json!({ "text": "", "other": 1 })).await.status, 422);
}

#[tokio::test]
async fn near_misses_are_told_with_their_reason() {
    let site = Site::new();
    let server = site.serve().await;
    let wrong = "Dear Anna, write to anna@example.invalid1";
    let page = paste(&server, "/en/find", wrong, "").await.text();
    let said = "looked like: e-mail address. Not reported, because the domain cannot exist.";
    assert!(page.contains(said), "{page}");
}
