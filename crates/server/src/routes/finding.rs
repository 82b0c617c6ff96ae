//! The page, open to all, where anyone pastes a text, a table or a call and sees the personal data in it. Works without
//! scripts; nothing that is sent is kept or logged, and it never stands in an address.

use std::sync::Arc;

use abide_detect::finding::{POSSIBLE, STRONG, WEAK};
use abide_notice::html::{self, Html};
use abide_notice::{Locale, Publication};
use abide_policy::vocab::{Lang, Vocabulary};
use abide_scan::decoded;
use askama::Template;
use axum::RequestExt;
use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Form, Multipart, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::judging::{respond, spoken};
use crate::app::App;
use crate::find::{self, MAX_TEXT, Shown, View};
use crate::http::headers::Keep;
use crate::pages;
use crate::problem::Problem;

/// Where the page lies, without its language.
pub(crate) const PATH: &str = "/find";

/// What the form sends.
#[derive(Default, Deserialize)]
struct Sent {
    text: String,
    /// The name of the file that the text comes from, or empty.
    #[serde(default)]
    name: String,
    #[serde(default)]
    sure: Sure,
    #[serde(default)]
    show: Show,
    #[serde(skip)]
    file: Option<Bytes>,
}

/// From which score on findings are shown.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Sure {
    Doubtful,
    #[default]
    Possible,
    Strong,
}

impl Sure {
    const ALL: [Self; 3] = [Self::Doubtful, Self::Possible, Self::Strong];

    const fn word(self) -> &'static str {
        match self {
            Self::Doubtful => "doubtful",
            Self::Possible => "possible",
            Self::Strong => "strong",
        }
    }
    const fn threshold(self) -> u8 {
        match self {
            Self::Doubtful => WEAK,
            Self::Possible => POSSIBLE,
            Self::Strong => STRONG,
        }
    }
}

/// In which form the answer is wanted.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Show {
    /// As a page.
    #[default]
    Page,
    /// As JSON Lines.
    Jsonl,
}

/// `GET /find`: the page in the language that the reader prefers.
pub(super) async fn empty(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    let publication = app.published().library.publication().clone();
    let lang = pages::language(PATH, &headers, &publication);
    let mut response = show(&publication, lang, &Sent::default(), None);
    let location = HeaderValue::from_str(&format!("/{}{PATH}", lang.word()));
    response.headers_mut().extend(location.ok().map(|l| (header::CONTENT_LOCATION, l)));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    response
}

/// `GET /de/find`.
pub(super) async fn empty_in(
    State(app): State<Arc<App>>,
    Path(lang): Path<String>,
) -> Result<Response, Problem> {
    let publication = app.published().library.publication().clone();
    let lang = spoken(&lang, &publication)?;
    Ok(show(&publication, lang, &Sent::default(), None))
}

/// `POST /find`: what was sent, with what is in it.
pub(super) async fn found(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Problem> {
    let lang = pages::language(PATH, &headers, app.published().library.publication());
    answer(app, lang, read(request).await?).await
}

/// `POST /de/find`.
pub(super) async fn found_in(
    State(app): State<Arc<App>>,
    Path(lang): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let lang = spoken(&lang, app.published().library.publication())?;
    answer(app, lang, read(request).await?).await
}

/// The form of a request, with a file or without.
async fn read(request: Request) -> Result<Sent, Problem> {
    let media = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    let sent = if media.is_some_and(|m| m.starts_with("multipart/form-data")) {
        let parts: Result<Multipart, _> = request.extract().await;
        parted(parts.map_err(|_| Problem::BadRequest)?).await?
    } else {
        let form: Result<Form<Sent>, _> = request.extract().await;
        let refused = |r: Response| Problem::of_status(&r).unwrap_or(Problem::BadRequest);
        form.map_err(|rejection| refused(rejection.into_response()))?.0
    };
    if sent.text.len() > MAX_TEXT || sent.file.as_ref().is_some_and(|f| f.len() > MAX_TEXT) {
        return Err(Problem::TooLarge);
    }
    Ok(sent)
}

/// A form that comes in parts.
async fn parted(mut parts: Multipart) -> Result<Sent, Problem> {
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.map_err(|e| refused(&e))? {
        match part.name().unwrap_or("") {
            "text" => sent.text = part.text().await.map_err(|e| refused(&e))?,
            "name" => sent.name = part.text().await.map_err(|e| refused(&e))?,
            "sure" => {
                sent.sure = word(part, "`sure` is `doubtful`, `possible` or `strong`").await?
            }
            "show" => sent.show = word(part, "`show` is `page` or `jsonl`").await?,
            "file" => {
                let name = part.file_name().unwrap_or("").to_owned();
                let bytes = part.bytes().await.map_err(|e| refused(&e))?;
                // A form in which no file was chosen sends one without name and content.
                if !name.is_empty() || !bytes.is_empty() {
                    (sent.name, sent.file) = (name, Some(bytes));
                }
            }
            _ => {}
        }
    }
    Ok(sent)
}

fn refused(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        _ => Problem::BadRequest,
    }
}

/// A part that is one of a few words.
async fn word<T: for<'a> Deserialize<'a>>(
    part: Field<'_>,
    wrong: &'static str,
) -> Result<T, Problem> {
    let text = part.text().await.map_err(|e| refused(&e))?;
    serde_json::from_value(text.into()).map_err(|_| Problem::Input(wrong))
}

async fn answer(app: Arc<App>, lang: Lang, mut sent: Sent) -> Result<Response, Problem> {
    let publication = app.published().library.publication().clone();
    super::apart(move || {
        if let Some(file) = sent.file.take() {
            sent.text = decoded(file.to_vec()).ok_or(Problem::NoText)?;
        }
        // Forms send line ends as two characters; places count them as the text area does.
        let text = sent.text.replace("\r\n", "\n");
        let pasted = app.scanner().pasted(&sent.name, text, sent.sure.threshold());
        if sent.show == Show::Jsonl {
            return Ok(jsonl(find::lines(&pasted)));
        }
        let shown = Shown::of(publication.locales.get(lang), &pasted);
        sent.text = pasted.text;
        Ok(show(&publication, lang, &sent, Some(shown)))
    })
    .await?
}

fn jsonl(lines: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/x-ndjson")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"findings.jsonl\""),
        ),
        (header::CACHE_CONTROL, Keep::Never.value()),
    ];
    (headers, lines).into_response()
}

#[derive(Template)]
#[template(path = "find.html")]
struct FindPage<'a> {
    action: String,
    locale: &'a Locale,
    max: usize,
    text: &'a str,
    name: &'a str,
    choices: Vec<Choice>,
    examples: Vec<(String, String)>,
    shown: Option<Results>,
}

/// One of the answers to how sure findings must be.
struct Choice {
    word: &'static str,
    name: String,
    chosen: bool,
}

/// What was found, and the near misses as markup.
struct Results {
    shown: Shown,
    misses: Html,
    missed: String,
}

/// The form, with what was sent and what is in it.
fn show(publication: &Publication, lang: Lang, sent: &Sent, shown: Option<Shown>) -> Response {
    let locale = publication.locales.get(lang);
    let mut frame = pages::frame(publication, locale, locale.say("find"), PATH);
    frame.description = locale.say("find-description");
    let choice = |sure: Sure| Choice {
        word: sure.word(),
        name: locale.say(&format!("find-sure-{}", sure.word())),
        chosen: sure == sent.sure,
    };
    let body = FindPage {
        action: format!("/{}{PATH}", lang.word()),
        locale,
        max: MAX_TEXT,
        text: &sent.text,
        name: &sent.name,
        choices: Sure::ALL.map(choice).into(),
        examples: if shown.is_none() { examples(locale) } else { Vec::new() },
        shown: shown.map(|shown| Results {
            misses: html::blocks(&shown.misses, 3),
            missed: abide_notice::say!(locale, "find-misses", n = shown.missed),
            shown,
        }),
    };
    respond(html::layout(&frame, Html::of(&body)), Some(lang))
}

/// Texts to try, each with its name.
fn examples(locale: &Locale) -> Vec<(String, String)> {
    let example = |name: &str| {
        (locale.say(&format!("find-example-{name}")), locale.say(&format!("find-sample-{name}")))
    };
    ["letter", "table", "call"].map(example).into()
}
