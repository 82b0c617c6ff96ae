//! Texts of the organisation's are text everywhere: in HTML, Markdown, CSV, JSON-LD and XML, whatever they hold.

use abide_notice::{Map, Page, markdown};
use proptest::prelude::*;

use crate::sample;

const HOSTILE: &str = "<script>alert(1)</script> \\\" ' & ]]> [x](javascript:alert(1)) | `a` *b* <!-- {{ 7*7 }} ${x} \\u2028";

fn hostile_publication() -> abide_notice::Publication {
    let source = sample::SITE[1]
        .replace("Access logs", HOSTILE)
        .replace("\"Orders\"", "\"=cmd|' /C calc'!A0\"")
        .replace("All connections are encrypted (TLS 1.3).", HOSTILE)
        .replace("runs the servers", HOSTILE)
        .replace("Muster Hosting AG", "<img src=x onerror=alert(1)>")
        .replace("remembers what is in the basket", HOSTILE)
        .replace("Frankfurt am Main\"", "</td><script>alert(2)</script>\"");
    let mut publication =
        sample::of(&[("site", &[sample::SITE[0], &source]), ("service", sample::SERVICE)]);
    publication.site.name = "<b>Example</b> & \"Co\"".to_owned();
    publication.site.security_contacts =
        vec!["mailto:a@example.com\r\nPolicy: https://evil.example".to_owned()];
    publication
}

fn pages(media: &str) -> Vec<(String, String)> {
    let publication = hostile_publication();
    let map = Map::new(&publication);
    let all = map.pages().map(|(d, a)| (a.path.clone(), d.render(&publication, a).unwrap()));
    all.filter(|(_, p)| p.media == media).map(|(path, p)| (path, p.body)).collect()
}

#[test]
fn html_escapes_them() {
    let mut seen = 0;
    for (path, body) in pages(Page::HTML) {
        for bad in ["<script", "<img", "<b>", "onerror=alert(1)>", "<!--", "href=\"javascript"] {
            assert!(!body.contains(bad), "{path}: {bad}");
        }
        seen += body.matches("&#60;script&#62;").count();
    }
    assert!(seen > 10, "the text itself is shown");
}

#[test]
fn markdown_escapes_them() {
    for (path, body) in pages(Page::MARKDOWN) {
        for bad in
            [" <script", "\n<script", "][x](java", " [x](", " *b*", " <img", "\n<img", "(<img"]
        {
            assert!(!body.contains(bad), "{path}: {bad}");
        }
    }
}

#[test]
fn csv_runs_no_formula() {
    for (path, body) in pages(Page::CSV) {
        assert!(body.contains("'=cmd") || path.starts_with("/de"), "{path}");
        assert!(!body.contains(",=cmd") && !body.contains("\"=cmd"), "{path}");
    }
}

#[test]
fn json_ld_can_stand_inside_of_a_page() {
    for (path, body) in pages(Page::JSON_LD) {
        assert!(!body.contains('<'), "{path}");
        let value: serde_json::Value = serde_json::from_str(&body).unwrap();
        let there = value.to_string().contains("<script>alert(1)</script>");
        assert!(there || path == "/service.jsonld", "{path}");
    }
}

#[test]
fn xml_stays_well_formed() {
    for (path, body) in pages(Page::P3P) {
        assert!(!body.contains("<script") && !body.contains("<img"), "{path}");
        assert!(roxmltree::Document::parse(&body).is_ok(), "{path}");
    }
}

#[test]
fn a_contact_cannot_add_a_field() {
    let (_, body) = pages(Page::TEXT).remove(0);
    assert!(!body.lines().any(|l| l.starts_with("Policy:")), "{body}");
}

proptest! {
    /// Escaped text has no line break, and every special is preceded by a backslash.
    #[test]
    fn markdown_text_is_one_line_of_text(text in "\\PC*") {
        let escaped = markdown::escape(&text);
        prop_assert!(!escaped.contains(['\n', '\r']));
        let mut back = String::new();
        let mut letters = escaped.chars();
        while let Some(c) = letters.next() {
            prop_assert!(!matches!(c, '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '&'), "{}", escaped);
            back.push(if c == '\\' { letters.next().unwrap() } else { c });
        }
        prop_assert_eq!(back, text);
    }

    #[test]
    fn csv_cells_come_back(cells in proptest::collection::vec("[ -~\\n\"]{0,12}", 1..5)) {
        let line = abide_notice::csv::write(std::slice::from_ref(&cells));
        let mut read = vec![String::new()];
        let mut quoted = false;
        let mut letters = line.trim_end_matches("\r\n").chars().peekable();
        while let Some(c) = letters.next() {
            match c {
                '"' if quoted && letters.peek() == Some(&'"') => { letters.next(); read.last_mut().unwrap().push('"'); }
                '"' => quoted = !quoted,
                ',' if !quoted => read.push(String::new()),
                c => read.last_mut().unwrap().push(c),
            }
        }
        prop_assert_eq!(read.len(), cells.len());
        for (got, was) in read.iter().zip(&cells) {
            let marked = format!("'{was}");
            prop_assert!(got == was || *got == marked);
        }
    }
}
