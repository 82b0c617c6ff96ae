//! The server's own pages: the frame they share with the published ones, and the page that says why there is none.
//!
//! Owns: in which language a reader is spoken to where no published page decides it. Leaves to others: the look
//! (`abide_notice::html`), the words (`locales/<lang>/server.ftl`).

use abide_notice::block::{Block, Line};
use abide_notice::html::{self, Frame, FrameWords, Language};
use abide_notice::{Locale, Publication};
use abide_policy::vocab::{Lang, Vocabulary};
use axum::http::HeaderMap;

use crate::http::negotiate;
use crate::problem::Problem;

/// The languages of the server's own pages: the site's first, then the others that this program speaks.
pub(crate) fn languages(publication: &Publication) -> Vec<Lang> {
    let mut all = publication.languages();
    all.retain(|l| publication.locales.speaks(*l));
    let others: Vec<Lang> = publication.locales.languages().filter(|l| !all.contains(l)).collect();
    all.extend(others);
    all
}

/// The language of a path (`/de/…`), or else the one that a request prefers.
pub(crate) fn language(path: &str, headers: &HeaderMap, publication: &Publication) -> Lang {
    let available = languages(publication);
    let first = path.split('/').nth(1).and_then(Lang::from_word);
    let of_path = first.filter(|l| available.contains(l));
    let preferred = || negotiate::language(headers, &available);
    of_path.or_else(preferred).or(available.first().copied()).unwrap_or(Lang::En)
}

/// The frame of a page of the server's own; `path` without its language, empty if it has no address of its own.
pub(crate) fn frame(
    publication: &Publication,
    locale: &Locale,
    title: String,
    path: &str,
) -> Frame {
    let lang = locale.lang();
    let here = |l: Lang| format!("/{}{path}", l.word());
    let switch =
        |l: Lang| Language { tag: l.word(), name: l.own_name(), href: here(l), here: l == lang };
    let languages = languages(publication).into_iter().map(switch);
    let start = format!("/{}", site_language(publication, lang).word());
    Frame {
        lang: lang.word().to_owned(),
        title,
        site: publication.site.name.clone(),
        path: here(lang),
        crumbs: vec![(publication.site.name.clone(), start)],
        languages: if path.is_empty() { Vec::new() } else { languages.collect() },
        nav: publication.nav(locale, site_language(publication, lang)),
        words: FrameWords::of(locale),
        ..Frame::default()
    }
}

/// The language of the site's own pages for a reader of this language.
fn site_language(publication: &Publication, lang: Lang) -> Lang {
    let site = publication.languages();
    if site.contains(&lang) { lang } else { site.first().copied().unwrap_or(lang) }
}

/// Says why a request is not answered, and where to go instead.
pub(crate) fn problem(problem: &Problem, publication: &Publication, lang: Lang) -> String {
    let locale = publication.locales.get(lang);
    let message = |part: &str| locale.say(&format!("refusal-{}-{part}", problem.id()));
    let frame = frame(publication, locale, message("title"), "");
    let mut blocks = vec![Block::Lead(message("text").into())];
    let ways: Vec<Line> = match problem {
        Problem::NotAcceptable(languages) => languages
            .iter()
            .map(|l| Line::new().link(l.own_name(), format!("/{}", l.word())))
            .collect(),
        _ => frame.nav.iter().map(|(name, href)| Line::new().link(name, href)).collect(),
    };
    if !ways.is_empty() {
        blocks.push(Block::text(locale.say("refusal-instead")));
        blocks.push(Block::list(ways));
    }
    html::page(&frame, &blocks)
}
