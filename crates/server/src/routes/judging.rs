//! The page, open to all, where anyone pastes a policy and sees it explained, checked and judged. Works without scripts;
//! nothing that is pasted is kept or logged, and it never stands in an address.

use std::sync::Arc;

use abide_agents::{AGENTS, Verdict};
use abide_notice::block::{Block, Line, Meaning};
use abide_notice::html::{self, Html};
use abide_notice::{Locale, Map, Page, Publication, explain, say};
use abide_p3p::compact::CompactPolicy;
use abide_policy::diagnostic::{Diagnostic, Severity, line_column};
use abide_policy::model::Policy;
use abide_policy::site::SitePolicy;
use abide_policy::version::{History, Version};
use abide_policy::vocab::{Lang, Vocabulary};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::MAX_BODY;
use crate::app::App;
use crate::http::headers::Keep;
use crate::judge::{Judged, Kind};
use crate::pages;
use crate::problem::Problem;

/// Where the page lies, without its language.
pub(crate) const PATH: &str = "/try";
/// Most problems that are shown; of a text that is something else altogether there may be thousands.
const MOST_SHOWN: usize = 100;
/// Most bytes of a compact policy that are explained token by token; one with every token there is has 300.
const MOST_EXPLAINED: usize = 4096;

/// What the form sends.
#[derive(Deserialize)]
pub(super) struct Pasted {
    text: String,
    #[serde(default)]
    show: Show,
}

/// What is to be shown of it.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Show {
    /// It, explained and judged.
    #[default]
    Verdict,
    /// The notice that a policy file would be published as.
    Notice,
}

/// `GET /try`: the page in the language that the reader prefers.
pub(super) async fn empty(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    let publication = app.published().library.publication().clone();
    let lang = pages::language(PATH, &headers, &publication);
    let mut response = show(&publication, lang, String::new(), None);
    let location = HeaderValue::from_str(&format!("/{}{PATH}", lang.word()));
    response.headers_mut().extend(location.ok().map(|l| (header::CONTENT_LOCATION, l)));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    response
}

/// `GET /de/try`.
pub(super) async fn empty_in(
    State(app): State<Arc<App>>,
    Path(lang): Path<String>,
) -> Result<Response, Problem> {
    let publication = app.published().library.publication().clone();
    let lang = spoken(&lang, &publication)?;
    Ok(show(&publication, lang, String::new(), None))
}

/// `POST /try`: what was pasted, judged.
pub(super) async fn judged(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Form(pasted): Form<Pasted>,
) -> Result<Response, Problem> {
    let lang = pages::language(PATH, &headers, app.published().library.publication());
    answer(&app, lang, pasted).await
}

/// `POST /de/try`.
pub(super) async fn judged_in(
    State(app): State<Arc<App>>,
    Path(lang): Path<String>,
    Form(pasted): Form<Pasted>,
) -> Result<Response, Problem> {
    let lang = spoken(&lang, app.published().library.publication())?;
    answer(&app, lang, pasted).await
}

pub(super) fn spoken(word: &str, publication: &Publication) -> Result<Lang, Problem> {
    let lang = Lang::from_word(word).filter(|l| publication.locales.speaks(*l));
    lang.ok_or(Problem::NotFound)
}

async fn answer(app: &App, lang: Lang, pasted: Pasted) -> Result<Response, Problem> {
    let publication = app.published().library.publication().clone();
    super::apart(move || {
        let Pasted { text, show: wanted } = pasted;
        let judged = Judged::of(&text);
        if wanted == Show::Notice
            && let Some(draft) = &judged.draft
            && let Some(page) = preview(&publication, draft, &text, lang)
        {
            return respond(page.body, page.lang);
        }
        show(&publication, lang, text, Some(&judged))
    })
    .await
}

pub(super) fn respond(html: String, lang: Option<Lang>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, Page::HTML)], html).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, Keep::Never.value());
    headers.extend(lang.map(|l| (header::CONTENT_LANGUAGE, HeaderValue::from_static(l.word()))));
    response
}

#[derive(Template)]
#[template(path = "try.html")]
struct TryPage<'a> {
    action: String,
    lead: String,
    words: FormWords,
    max: usize,
    text: String,
    can_preview: bool,
    examples: Vec<(String, &'a str)>,
    results: Html,
}

struct FormWords {
    label: String,
    help: String,
    button: String,
    preview: String,
    examples: String,
}

/// The form, with what was pasted and what it comes to.
fn show(publication: &Publication, lang: Lang, text: String, judged: Option<&Judged>) -> Response {
    let locale = publication.locales.get(lang);
    let mut frame = pages::frame(publication, locale, locale.say("try"), PATH);
    frame.description = locale.say("try-description");
    let results = judged.map(|j| results(locale, &text, j)).unwrap_or_default();
    let can_preview = judged
        .is_some_and(|j| j.draft.as_ref().is_some_and(|d| preview_language(d, lang).is_some()));
    let body = TryPage {
        action: format!("/{}{PATH}", lang.word()),
        lead: locale.say("try-lead"),
        words: FormWords {
            label: locale.say("try-label"),
            help: locale.say("try-help"),
            button: locale.say("try-button"),
            preview: locale.say("try-preview"),
            examples: locale.say("try-examples"),
        },
        max: MAX_BODY / 2,
        text,
        can_preview,
        examples: if judged.is_none() { examples(locale) } else { Vec::new() },
        results: html::blocks(&results, 2),
    };
    respond(html::layout(&frame, Html::of(&body)), Some(lang))
}

fn examples(locale: &Locale) -> Vec<(String, &'static str)> {
    vec![
        (
            locale.say("try-example-marketing"),
            "NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA",
        ),
        (
            locale.say("try-example-careful"),
            "ALL DSP COR CURa ADMa DEVo CONi OUR DELa STP PHY ONL PUR STA",
        ),
        (locale.say("try-example-header"), "P3P: CP='NOI cur ADM DEVa TAI CON0 OURa IND FOO PHYa'"),
    ]
}

/// Everything there is to say of what was pasted.
fn results(locale: &Locale, text: &str, judged: &Judged) -> Vec<Block> {
    let kind = match judged.kind {
        Kind::Compact if text.trim().is_empty() => "try-empty",
        Kind::Compact => "try-kind-compact",
        Kind::P3p => "try-kind-p3p",
        Kind::Policy => "try-kind-policy",
        Kind::Site => "try-kind-site",
    };
    let mut blocks = vec![Block::Lead(locale.say(kind).into())];
    blocks.push(Block::section(
        "found",
        locale.say("try-found"),
        found(locale, text, &judged.diagnostics),
    ));
    for (i, compact) in judged.compacts.iter().enumerate() {
        let title = match &compact.name {
            Some(name) => say!(locale, "try-compact-of", name = name.as_str()),
            None => locale.say("try-compact"),
        };
        let mut inner = Vec::new();
        if judged.kind != Kind::Compact {
            inner.push(Block::text(
                Line::new().text(locale.say("try-compact-derived")).text(" ").code(&compact.text),
            ));
        }
        let text = compact.text.get(..compact.text.floor_char_boundary(MOST_EXPLAINED));
        inner.extend(explained(locale, text.unwrap_or_default(), compact.policy));
        let section = Block::section(format!("compact-{i}"), title, inner);
        blocks.push(if i == 0 { section } else { renamed(section, i) });
    }
    blocks
}

/// The same part with anchors of its own, where several policies are shown on one page.
fn renamed(block: Block, i: usize) -> Block {
    match block {
        Block::Section(mut section) => {
            section.id = format!("{}-{i}", section.id);
            section.blocks = section.blocks.into_iter().map(|b| renamed(b, i)).collect();
            Block::Section(section)
        }
        other => other,
    }
}

/// A compact policy token by token, and what each user agent makes of it.
fn explained(locale: &Locale, text: &str, policy: CompactPolicy) -> Vec<Block> {
    let mut blocks = vec![
        Block::text(locale.say("compact-tokens-hint")),
        Block::Tokens(explain::token_row(locale, text)),
        Block::Details {
            summary: locale.say("compact-table"),
            blocks: vec![Block::Table(explain::token_table(locale, text))],
        },
    ];
    let caveat = vec![Block::text(locale.say("compact-caveat"))];
    blocks.push(Block::Note { meaning: Meaning::Limited, blocks: caveat });
    blocks.push(Block::text(locale.say("compact-cell-hint")));
    blocks
        .extend(AGENTS.iter().map(|agent| explain::verdict(locale, &Verdict::new(*agent, policy))));
    blocks
}

/// How many problems there are, and each of them.
fn found(locale: &Locale, text: &str, diagnostics: &[Diagnostic]) -> Vec<Block> {
    if diagnostics.is_empty() {
        return vec![Block::text(Line::new().mark(Meaning::Allowed, locale.say("try-found-none")))];
    }
    let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let mut blocks = Vec::new();
    for (severity, id, meaning) in [
        (Severity::Error, "try-found-errors", Meaning::Refused),
        (Severity::Warning, "try-found-warnings", Meaning::Limited),
    ] {
        if count(severity) > 0 {
            let line = Line::new().mark(meaning, say!(locale, id, n = count(severity)));
            blocks.push(Block::text(line));
        }
    }
    blocks.extend(diagnostics.iter().take(MOST_SHOWN).map(|d| problem(locale, text, d)));
    if diagnostics.len() > MOST_SHOWN {
        blocks.push(Block::text(say!(
            locale,
            "try-found-more",
            n = diagnostics.len() - MOST_SHOWN
        )));
    }
    blocks
}

/// A problem with its place, what it is, and what to do.
fn problem(locale: &Locale, text: &str, d: &Diagnostic) -> Block {
    let place = if d.span == (0..0) {
        locale.say("try-whole")
    } else {
        let (line, column) = line_column(text, d.span.start);
        say!(locale, "try-line", line = line, column = column)
    };
    let (id, meaning) = match d.severity {
        Severity::Error => ("try-severity-error", Meaning::Refused),
        Severity::Warning => ("try-severity-warning", Meaning::Limited),
        Severity::Acknowledged => ("try-severity-acknowledged", Meaning::None),
    };
    let code = d.code.id();
    let head =
        Line::new().mark(meaning, locale.say(id)).text(" ").link(code, format!("/problems/{code}"));
    let mut blocks = vec![Block::text(head.text(" ").quiet(place)), Block::text(locale.problem(d))];
    let fix = d.reason.clone().unwrap_or_else(|| locale.problem_help(d));
    if !fix.is_empty() {
        blocks.push(Block::text(Line::new().quiet(fix)));
    }
    Block::Note { meaning, blocks }
}

/// The language in which a policy is shown to a reader: theirs, else its first; `None` if it is complete in none.
fn preview_language(draft: &Policy, wanted: Lang) -> Option<Lang> {
    let complete = draft.published_languages();
    if complete.contains(&wanted) { Some(wanted) } else { complete.first().copied() }
}

/// The notice that a policy would be published as, on this site.
fn preview(publication: &Publication, draft: &Policy, text: &str, lang: Lang) -> Option<Page> {
    let lang = preview_language(draft, lang)?;
    let site_policy = SitePolicy {
        name: draft.name.clone(),
        files: Vec::new(),
        paths: Vec::new(),
        exclude: Vec::new(),
        cookies: Vec::new(),
    };
    let history = History::new(vec![Version::new(draft.clone(), text.to_owned())])?;
    let publication = Publication { policies: vec![(site_policy, history)], ..publication.clone() };
    let path = format!("/{}{}", lang.word(), publication.notice_path(&draft.name));
    let map = Map::new(&publication);
    let (document, address) = map.get(&path)?;
    document.render(&publication, address)
}
