//! Every document of the example in every language, as text; the notice in English also as markup.

use abide_notice::{Map, Page};

use crate::sample;

/// What people read of a page: the words between the tags, a line an element.
fn text(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let mut out = String::new();
    let mut source = false;
    for piece in main.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap();
        // Sources are snapshots already: they are the example's files.
        source = (source || tag.starts_with("pre")) && !tag.starts_with("/pre");
        let inline = [
            "a ", "/a", "code", "/code", "strong", "/strong", "span", "/span", "time", "/time",
            "svg", "/svg",
        ];
        if !inline.iter().any(|t| tag.starts_with(t)) && !out.ends_with('\n') {
            out.push('\n');
        }
        if !source && !words.trim().is_empty() {
            out.push_str(words.trim_matches('\n'));
        }
    }
    let lines = out.lines().map(str::trim_end).filter(|l| !l.is_empty());
    lines.map(|l| format!("{l}\n")).collect()
}

#[test]
fn every_document_in_every_language() {
    let publication = sample::example();
    let map = Map::new(&publication);
    for (document, address) in map.pages() {
        let left_out =
            address.path.contains("/problems/") || ["source", "style"].contains(&document.id());
        if left_out {
            continue;
        }
        let page = document.render(&publication, address).unwrap();
        let body = if page.media == Page::HTML { text(&page.body) } else { page.body };
        let name = address.path.trim_matches(['/', '.']).replace('/', "-");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, body);
        });
    }
}

#[test]
fn the_notice_as_markup() {
    let publication = sample::example();
    let map = Map::new(&publication);
    let (document, address) = map.get("/en/privacy").unwrap();
    let page = document.render(&publication, address).unwrap();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("en-privacy.html", page.body);
    });
}
