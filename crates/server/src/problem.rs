//! What a reader is told when a request cannot be answered: the one place that turns a reason into a status, words for
//! people or data for programs, and a line in the log.
//!
//! | reason | status | when |
//! |---|---|---|
//! | not found | 404 | nothing is published there |
//! | method | 405 | the page is only read |
//! | not acceptable | 406 | every language the page exists in is refused |
//! | timeout | 408 | the request took too long to arrive |
//! | too large | 413 | more was sent than is read |
//! | media type | 415 | neither a form nor JSON |
//! | no text | 415 | a file that holds no text |
//! | input | 422 | the parts are there, their values cannot be used |
//! | bad request | 400 | it cannot be read at all |
//! | internal | 500 | our fault |
//!
//! A handler returns a [`Problem`]; [`crate::app`] renders it in the reader's language. Inner reasons go to the log only.

use abide_policy::vocab::{Lang, Vocabulary};
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::http::headers::Keep;
use crate::http::negotiate;
use crate::library::Library;
use crate::pages;

/// Why a request is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Nothing is there.
    NotFound,
    /// The page cannot be used in this way; how it can.
    Method(&'static str),
    /// All languages in which the page exists are refused.
    NotAcceptable(Vec<Lang>),
    /// It took too long to arrive.
    Timeout,
    /// It is larger than what is read.
    TooLarge,
    /// It is in a format that is not read.
    MediaType,
    /// A file that holds no text.
    NoText,
    /// It can be read, but a value in it cannot be used; which, in English.
    Input(&'static str),
    /// It cannot be read.
    BadRequest,
    /// Our fault; why, for the log.
    Internal(&'static str),
}

impl Problem {
    /// The status.
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable(_) => StatusCode::NOT_ACCEPTABLE,
            Self::Timeout => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType | Self::NoText => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Input(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name in messages and in the `type` of `application/problem+json`.
    pub(crate) const fn id(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Method(_) => "method",
            Self::NotAcceptable(_) => "not-acceptable",
            Self::Timeout => "timeout",
            Self::TooLarge => "too-large",
            Self::MediaType => "media-type",
            Self::NoText => "no-text",
            Self::Input(_) => "input",
            Self::BadRequest => "bad-request",
            Self::Internal(_) => "internal",
        }
    }

    /// The problem that a status of the framework's own stands for, such as that of a form it could not read.
    pub(crate) fn of_status(response: &Response) -> Option<Self> {
        if response.extensions().get::<Answered>().is_some() {
            return None;
        }
        Some(match response.status() {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => {
                let allow = response.headers().get(header::ALLOW).and_then(|v| v.to_str().ok());
                Self::Method(if allow.is_some_and(|a| a.contains("POST")) {
                    if allow.is_some_and(|a| a.contains("GET")) {
                        "GET, HEAD, POST"
                    } else {
                        "POST"
                    }
                } else {
                    "GET, HEAD"
                })
            }
            StatusCode::REQUEST_TIMEOUT => Self::Timeout,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::MediaType,
            StatusCode::UNPROCESSABLE_ENTITY => {
                Self::Input("a part is missing or of the wrong kind")
            }
            s if s.is_client_error() => Self::BadRequest,
            s if s.is_server_error() => Self::Internal("a handler failed"),
            _ => return None,
        })
    }

    /// The answer for a reader.
    pub(crate) fn render(&self, library: &Library, reader: &Reader) -> Response {
        let (media, body) = if reader.wants_html {
            (abide_notice::Page::HTML, pages::problem(self, library.publication(), reader.lang))
        } else {
            ("application/problem+json", self.json(library, reader.lang))
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(reader.lang.word()));
        headers.insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language"));
        headers.insert(header::CACHE_CONTROL, Keep::Never.value());
        if let Self::Method(allow) = self {
            headers.insert(header::ALLOW, HeaderValue::from_static(allow));
        }
        response
    }

    /// RFC 9457.
    fn json(&self, library: &Library, lang: Lang) -> String {
        let locale = library.publication().locales.get(lang);
        let mut problem = serde_json::json!({
            "type": format!("urn:abide:problem:{}", self.id()),
            "title": locale.say(&format!("refusal-{}-title", self.id())),
            "status": self.status().as_u16(),
        });
        if let (Self::Input(detail), Some(map)) = (self, problem.as_object_mut()) {
            map.insert("detail".to_owned(), (*detail).into());
        }
        problem.to_string()
    }
}

/// Marks an answer that says in its own words why it refuses.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answered;

/// The reason travels in the response until it is rendered.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// In which language and form a reader is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    /// The language.
    pub(crate) lang: Lang,
    /// A page, rather than data.
    pub(crate) wants_html: bool,
}

impl Reader {
    /// Who sent this request: programs at `/api` and `/health`, or whoever does not ask for a page, get data.
    pub(crate) fn of(path: &str, headers: &HeaderMap, library: &Library) -> Self {
        let own = path.starts_with("/api/") || path == "/health";
        Self {
            lang: pages::language(path, headers, library.publication()),
            wants_html: !own && negotiate::prefers_html(headers),
        }
    }
}
