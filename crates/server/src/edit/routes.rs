//! The editor over HTTP: every request passes the guard, then a thin handler.
//!
//! | request | what it does |
//! |---|---|
//! | `GET /edit?token=…` | takes the token once and gives the session |
//! | `GET /edit` | lists the policy files |
//! | `POST /edit` | publishes what the files say |
//! | `POST /edit/{policy}` | makes a new version |
//! | `GET`, `POST /edit/{policy}/{file}` | the editor of a file; without scripts also checks, compares, saves |
//! | `POST …/check`, `…/change`, `…/diff`, `…/save` | the same for its scripts, in JSON |

use std::sync::Arc;

use abide_notice::block::{Block, Line, Meaning};
use abide_notice::html;
use abide_notice::{Locale, Page, Publication, say};
use abide_policy::vocab::{Lang, Vocabulary};
use axum::extract::{DefaultBodyLimit, Form, Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

use super::Editor;
use super::change::{Asked, change};
use super::compare::compare;
use super::files::{Refused, Text, lines};
use super::pages::{self, Report, Which};
use super::view::{Asking, View};
use crate::error::Error;
use crate::http::headers::Keep;
use crate::problem::{Answered, Problem};

/// Most bytes of a request: the longest text, every byte of it escaped.
pub(crate) const MAX_BODY: usize = 3 * abide_policy::source::MAX_SOURCE + 64 * 1024;

/// The editor's pages may run their own scripts, ask their own server, and show a preview without scripts.
const CONTENT_SECURITY_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// The editor's scripts and its style sheet: name, media type, text.
const ASSETS: [(&str, &str, &str); 5] = [
    ("/edit/editor.css", Page::CSS, include_str!("../../assets/editor.css")),
    ("/edit/editor.js", SCRIPT, include_str!("../../assets/editor.js")),
    ("/edit/editor-morph.js", SCRIPT, include_str!("../../assets/editor-morph.js")),
    ("/edit/editor-source.js", SCRIPT, include_str!("../../assets/editor-source.js")),
    ("/edit/editor-state.js", SCRIPT, include_str!("../../assets/editor-state.js")),
];
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// All routes of the editor.
pub(crate) fn router(editor: Arc<Editor>) -> Router {
    let assets = ASSETS.iter().fold(Router::new(), |router, (path, media, text)| {
        router.route(path, get(async || asset(media, text)))
    });
    assets
        .route("/edit", get(list).post(publish))
        .route("/edit/{policy}", post(new_version))
        .route("/edit/{policy}/{file}", get(page).post(submitted))
        .route("/edit/{policy}/{file}/check", post(check))
        .route("/edit/{policy}/{file}/change", post(changed))
        .route("/edit/{policy}/{file}/diff", post(diff))
        .route("/edit/{policy}/{file}/save", post(save))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(from_fn_with_state(editor.clone(), guard))
        .with_state(editor)
}

/// Lets nobody through but the one who edits.
pub(crate) async fn guard(
    State(editor): State<Arc<Editor>>,
    request: Request,
    next: Next,
) -> Response {
    let near = editor.sessions.is_near(request.method(), request.uri(), request.headers());
    // Nothing but the exchange itself may be done with a token: whoever sends or asks for a head needs a session.
    let brings_token = request.method() == Method::GET
        && request.uri().path() == "/edit"
        && token(request.uri().query()).is_some();
    let known = near.and_then(|()| {
        if brings_token { Ok(()) } else { editor.sessions.is_known(request.headers()) }
    });
    let mut response = match known {
        Ok(()) => next.run(request).await,
        Err(_) => refused(&editor, request.headers()),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    headers.insert(header::CACHE_CONTROL, Keep::Never.value());
    // With `no-referrer` browsers would hide the origin of forms, by which we know that they are ours.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

fn refused(editor: &Editor, headers: &HeaderMap) -> Response {
    let publication = editor.publication();
    let locale = publication.locales.get(crate::pages::language("", headers, &publication));
    answered(StatusCode::FORBIDDEN, page_of(pages::stranger(&publication, locale), locale.lang()))
}

fn token(query: Option<&str>) -> Option<&str> {
    query?.split('&').find_map(|pair| pair.strip_prefix("token="))
}

/// What can stand in the address of a page.
#[derive(Debug, Default, Deserialize)]
struct Wanted {
    lang: Option<String>,
    section: Option<String>,
    new: Option<String>,
    token: Option<String>,
}

pub(crate) fn locale<'p>(
    publication: &'p Publication,
    headers: &HeaderMap,
    wanted: Option<&str>,
) -> &'p Locale {
    let wanted = wanted.and_then(Lang::from_word).filter(|l| publication.locales.speaks(*l));
    let lang = wanted.unwrap_or_else(|| crate::pages::language("", headers, publication));
    publication.locales.get(lang)
}

async fn list(
    State(editor): State<Arc<Editor>>,
    method: Method,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    let publication = editor.publication();
    let locale = locale(&publication, &headers, wanted.lang.as_deref());
    if let Some(token) = wanted.token.as_ref().filter(|_| method == Method::GET) {
        return match editor.sessions.exchange(token) {
            Some(cookies) => {
                let mut response = see_other("/edit");
                for cookie in cookies {
                    response.headers_mut().append(header::SET_COOKIE, cookie);
                }
                response
            }
            None if editor.sessions.is_known(&headers).is_ok() => see_other("/edit"),
            None => refused(&editor, &headers),
        };
    }
    page_of(
        pages::list(&publication, locale, &editor.files, wanted.new.as_deref(), None),
        locale.lang(),
    )
}

/// What every form of the list sends.
#[derive(Debug, Deserialize)]
struct Speaking {
    lang: Option<String>,
}

async fn publish(
    State(editor): State<Arc<Editor>>,
    headers: HeaderMap,
    Form(form): Form<Speaking>,
) -> Response {
    let outcome = editor.publish().await;
    let publication = editor.publication();
    let locale = locale(&publication, &headers, form.lang.as_deref());
    let (status, report) = match outcome {
        Ok(new) if new.is_empty() => {
            (StatusCode::OK, report(locale, "editor-published-nothing", Meaning::None))
        }
        Ok(new) => {
            let text = say!(locale, "editor-published-new", versions = locale.list(&new));
            (StatusCode::OK, said(locale, "editor-published", Meaning::Allowed, text))
        }
        Err(Error::Refused { files }) => {
            let wrong =
                files.iter().filter(|f| abide_policy::diagnostic::has_errors(&f.diagnostics));
            let names: Vec<&str> = wrong.map(|f| f.path.as_str()).collect();
            let text = say!(locale, "editor-published-errors", files = locale.list(&names));
            (
                StatusCode::UNPROCESSABLE_ENTITY,
                said(locale, "editor-published-not", Meaning::Refused, text),
            )
        }
        Err(error) => {
            tracing::error!(target: "abide::server", %error, "the site was not published");
            (
                StatusCode::INTERNAL_SERVER_ERROR,
                report(locale, "editor-published-failed", Meaning::Refused),
            )
        }
    };
    let page = pages::list(&publication, locale, &editor.files, None, Some(report));
    answered(status, page_of(page, locale.lang()))
}

/// A new version, as the list's form sends it.
#[derive(Debug, Deserialize)]
struct NewVersion {
    version: String,
    effective: String,
    lang: Option<String>,
}

async fn new_version(
    State(editor): State<Arc<Editor>>,
    Path(policy): Path<String>,
    headers: HeaderMap,
    Form(form): Form<NewVersion>,
) -> Response {
    let publication = editor.publication();
    let locale = locale(&publication, &headers, form.lang.as_deref());
    let parsed = (policy.parse(), form.version.trim().parse(), form.effective.trim().parse());
    let made = match parsed {
        (Ok(name), Ok(version), Ok(effective)) => {
            let editor = editor.clone();
            apart(move || editor.files.new_version(&name, &version, effective))
                .await
                .map_err(|p| p.id().to_owned())
        }
        _ => Ok(Err(Refused::Edit(abide_policy::edit::EditError::NoPlace(form.version.clone())))),
    };
    let id = match made {
        Ok(Ok(file)) => {
            let which = Which { policy: &policy, file: &file };
            let address =
                format!("{}?lang={}&section=policy", which.address(), locale.lang().word());
            return see_other(&address);
        }
        Ok(Err(Refused::Exists)) => "editor-new-exists",
        Ok(Err(Refused::Edit(_))) => "editor-new-invalid",
        _ => "editor-new-failed",
    };
    let report = report(locale, id, Meaning::Refused);
    let page = pages::list(&publication, locale, &editor.files, Some(&policy), Some(report));
    answered(StatusCode::UNPROCESSABLE_ENTITY, page_of(page, locale.lang()))
}

async fn page(
    State(editor): State<Arc<Editor>>,
    Path((policy, file)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    apart(move || {
        let publication = editor.publication();
        let locale = locale(&publication, &headers, wanted.lang.as_deref());
        let text = editor.files.read(&policy, &file).map_err(|_| Problem::NotFound)?;
        let which = Which { policy: &policy, file: &file };
        let section = wanted.section.as_deref().unwrap_or_default();
        Ok(shown(&publication, locale, which, &text, section, None))
    })
    .await?
}

fn shown(
    publication: &Publication,
    locale: &Locale,
    which: Which<'_>,
    text: &Text,
    section: &str,
    report: Option<Report>,
) -> Response {
    let asking = Asking { publication, locale, source: &text.source, section, preview: None };
    let view = View::new(&asking);
    page_of(pages::editor(publication, locale, which, text, &view, report), locale.lang())
}

/// What the source's form sends where no script runs.
#[derive(Debug, Deserialize)]
struct Submitted {
    source: String,
    base: String,
    action: Action,
    lang: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Action {
    Check,
    Diff,
    Save,
}

async fn submitted(
    State(editor): State<Arc<Editor>>,
    Path((policy, file)): Path<(String, String)>,
    headers: HeaderMap,
    Form(form): Form<Submitted>,
) -> Result<Response, Problem> {
    apart(move || {
        let publication = editor.publication();
        let locale = locale(&publication, &headers, form.lang.as_deref());
        let which = Which { policy: &policy, file: &file };
        let mut text = Text { source: lines(&form.source), base: form.base };
        let on_disk = editor.files.read(&policy, &file).map_err(|_| Problem::NotFound)?;
        let mut status = StatusCode::OK;
        let report = match form.action {
            Action::Check => None,
            Action::Diff => {
                let body = compare(&publication, locale, &on_disk.source, &text.source);
                Some(Report { title: locale.say("editor-diff-title"), body })
            }
            Action::Save => match editor.files.save(&policy, &file, &text.source, &text.base) {
                Ok(saved) => {
                    text = saved;
                    Some(report(locale, "editor-saved", Meaning::Allowed))
                }
                Err(refused) => {
                    let (refusal, id) = refusal(&refused);
                    status = refusal;
                    Some(report(locale, id, Meaning::Refused))
                }
            },
        };
        Ok(answered(status, shown(&publication, locale, which, &text, "", report)))
    })
    .await?
}

/// What scripts send: the text, and what they show of it.
#[derive(Debug, Deserialize)]
struct Sent {
    source: String,
    #[serde(default)]
    section: String,
    lang: Option<String>,
    preview: Option<String>,
    #[serde(default)]
    changes: Vec<Asked>,
    #[serde(default)]
    base: String,
}

impl Sent {
    fn view(
        &self,
        publication: &Publication,
        locale: &Locale,
        source: &str,
        section: &str,
    ) -> View {
        let preview = self.preview.as_deref().and_then(Lang::from_word);
        View::new(&Asking { publication, locale, source, section, preview })
    }
}

async fn check(
    State(editor): State<Arc<Editor>>,
    headers: HeaderMap,
    Json(sent): Json<Sent>,
) -> Result<Response, Problem> {
    apart(move || {
        let publication = editor.publication();
        let locale = locale(&publication, &headers, sent.lang.as_deref());
        Json(sent.view(&publication, locale, &lines(&sent.source), &sent.section)).into_response()
    })
    .await
}

/// A text after changes, and what is shown of it.
#[derive(Debug, Serialize)]
struct ChangedView {
    source: String,
    label: String,
    focus: Option<String>,
    view: View,
}

/// Why something was not done.
#[derive(Debug, Serialize)]
struct Not {
    error: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

async fn changed(
    State(editor): State<Arc<Editor>>,
    headers: HeaderMap,
    Json(sent): Json<Sent>,
) -> Result<Response, Problem> {
    apart(move || {
        let publication = editor.publication();
        let locale = locale(&publication, &headers, sent.lang.as_deref());
        match change(&lines(&sent.source), &sent.changes, locale) {
            Ok(done) => {
                let section = done.section.as_deref().unwrap_or(&sent.section);
                let view = sent.view(&publication, locale, &done.source, section);
                Json(ChangedView {
                    source: done.source,
                    label: done.label,
                    focus: done.focus,
                    view,
                })
                .into_response()
            }
            Err(not) => {
                let not = Json(Not { error: not.say(locale), base: None, source: None });
                answered(StatusCode::UNPROCESSABLE_ENTITY, not.into_response())
            }
        }
    })
    .await
}

/// Differences as markup, with the hash of what is in the file.
#[derive(Debug, Serialize)]
struct Diff {
    html: String,
    same: bool,
    /// The file as it is now: whoever saves after this has seen what they replace.
    base: String,
    /// Whether that is another than the page was made from.
    moved: bool,
}

async fn diff(
    State(editor): State<Arc<Editor>>,
    Path((policy, file)): Path<(String, String)>,
    headers: HeaderMap,
    Json(sent): Json<Sent>,
) -> Result<Response, Problem> {
    apart(move || {
        let publication = editor.publication();
        let locale = locale(&publication, &headers, sent.lang.as_deref());
        let on_disk = editor.files.read(&policy, &file).map_err(|_| Problem::NotFound)?;
        let source = lines(&sent.source);
        let html = compare(&publication, locale, &on_disk.source, &source).into_string();
        let moved = on_disk.base != sent.base;
        let diff = Diff { html, same: on_disk.source == source, base: on_disk.base, moved };
        Ok(Json(diff).into_response())
    })
    .await?
}

/// What was saved.
#[derive(Debug, Serialize)]
struct Saved {
    base: String,
    said: String,
    view: View,
}

async fn save(
    State(editor): State<Arc<Editor>>,
    Path((policy, file)): Path<(String, String)>,
    headers: HeaderMap,
    Json(sent): Json<Sent>,
) -> Result<Response, Problem> {
    apart(move || {
        let publication = editor.publication();
        let locale = locale(&publication, &headers, sent.lang.as_deref());
        match editor.files.save(&policy, &file, &sent.source, &sent.base) {
            Ok(text) => {
                let view = sent.view(&publication, locale, &text.source, &sent.section);
                let said = locale.say(if view.errors > 0 {
                    "editor-saved-errors"
                } else {
                    "editor-saved-text"
                });
                Ok(Json(Saved { base: text.base, said, view }).into_response())
            }
            Err(Refused::NotOurs) => Err(Problem::NotFound),
            Err(refused) => {
                let (status, id) = refusal(&refused);
                let there = matches!(refused, Refused::Changed)
                    .then(|| editor.files.read(&policy, &file).ok())
                    .flatten();
                let (base, source) = there.map(|t| (t.base, t.source)).unzip();
                let not = Json(Not { error: locale.say(&format!("{id}-text")), base, source });
                Ok(answered(status, not.into_response()))
            }
        }
    })
    .await?
}

/// Which status and words a refusal to save has.
fn refusal(refused: &Refused) -> (StatusCode, &'static str) {
    match refused {
        Refused::Changed => (StatusCode::CONFLICT, "editor-save-conflict"),
        Refused::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "editor-save-long"),
        other => {
            tracing::error!(target: "abide::server", error = %other, "a policy file was not saved");
            (StatusCode::INTERNAL_SERVER_ERROR, "editor-save-failed")
        }
    }
}

/// A report with a title and, under the same name, a text.
fn report(locale: &Locale, id: &str, meaning: Meaning) -> Report {
    said(locale, id, meaning, locale.say(&format!("{id}-text")))
}

fn said(locale: &Locale, id: &str, meaning: Meaning, text: String) -> Report {
    let note = Block::Note { meaning, blocks: vec![Block::Text(Line::from(text))] };
    Report { title: locale.say(id), body: html::blocks(&[note], 3) }
}

pub(crate) fn page_of(html: String, lang: Lang) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(Page::HTML)),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.word())),
    ];
    (headers, html).into_response()
}

fn asset(media: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, media)], text).into_response()
}

/// An answer whose words are its own, whatever its status.
pub(crate) fn answered(status: StatusCode, mut response: Response) -> Response {
    *response.status_mut() = status;
    response.extensions_mut().insert(Answered);
    response
}

pub(crate) fn see_other(address: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.extend(HeaderValue::from_str(address).ok().map(|a| (header::LOCATION, a)));
    response
}

/// Works on texts and files apart from the threads that serve everybody else.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Internal("the editor failed"))
}
