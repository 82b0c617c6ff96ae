//! How one request is answered, whatever it asks for.
//!
//! 1. **Published page?** One look into the table of the [`Library`]; the answer is cloned from what was made before.
//! 2. **Route?** Otherwise the router, within a time limit and apart from the connection, so that a handler's failure
//!    becomes an answer.
//! 3. **Problem?** A reason for refusing is rendered in the reader's language.
//! 4. **Headers**: security on every answer, `P3P` on every answer that sets a cookie.
//! 5. **Log**: method, route, status, time and size. Never an address, a query, a user agent or a body.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};
use std::time::{Duration, Instant};

use abide_notice::Publication;
use abide_scan::Scanner;
use axum::BoxError;
use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::MatchedPath;
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use http_body_util::{Either, Full};
use tower::ServiceExt;

use crate::clock;
use crate::edit;
use crate::find;
use crate::http::headers::secure;
use crate::http::representation::AskedFor;
use crate::library::{Found, Library, Place};
use crate::p3p_header::Covering;
use crate::problem::{Problem, Reader};
use crate::routes::max_body;

/// What is sent: a page that is kept, or what a route made.
pub(crate) type Sent = Response<Either<Full<Bytes>, Body>>;

/// What arrives: the body of a connection's request.
pub(crate) trait Received:
    HttpBody<Data = Bytes, Error: Into<BoxError>> + Send + 'static
{
}
impl<B: HttpBody<Data = Bytes, Error: Into<BoxError>> + Send + 'static> Received for B {}

/// What the routes and the fast path share.
pub(crate) struct App {
    published: RwLock<Published>,
    /// Held from reading what is to be published until it is: who began later also publishes later.
    publishing: tokio::sync::Mutex<()>,
    /// What looks for personal data in what is pasted.
    /// Made when the first text comes: not everybody who serves a policy wants it, and starting must be quick.
    scanner: LazyLock<Scanner>,
}

/// What is published now.
#[derive(Clone)]
pub(crate) struct Published {
    /// Its pages.
    pub(crate) library: Arc<Library>,
    /// What its cookies' answers declare.
    pub(crate) covering: Arc<Covering>,
}

impl App {
    /// An app that publishes this.
    pub(crate) fn new(publication: Publication) -> Self {
        Self {
            published: RwLock::new(Published::new(publication)),
            publishing: tokio::sync::Mutex::const_new(()),
            scanner: LazyLock::new(find::scanner),
        }
    }
    /// Waits until nobody else is making something to publish.
    pub(crate) async fn alone(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.publishing.lock().await
    }
    /// What looks for personal data.
    pub(crate) fn scanner(&self) -> &Scanner {
        &self.scanner
    }
    /// What is published now.
    pub(crate) fn published(&self) -> Published {
        self.published.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
    /// Publishes something else from the next request on.
    pub(crate) fn publish(&self, publication: Publication) {
        let published = Published::new(publication);
        *self.published.write().unwrap_or_else(PoisonError::into_inner) = published;
    }
}

impl Published {
    fn new(publication: Publication) -> Self {
        let publication = Publication { served: true, ..publication };
        let covering = Arc::new(Covering::new(&publication));
        Self { library: Arc::new(Library::new(Arc::new(publication))), covering }
    }
}

/// Answers requests.
pub(crate) struct Answering {
    app: Arc<App>,
    router: Router,
    limit: Duration,
}

impl Answering {
    /// Answers from what is published, then from the router, within a time.
    pub(crate) fn new(app: Arc<App>, router: Router, limit: Duration) -> Self {
        Self { app, router: router.layer(axum::middleware::from_fn(name_route)), limit }
    }

    /// The answer to one request.
    pub(crate) async fn answer<B: Received>(&self, request: Request<B>) -> Sent {
        let log = Log { method: name(request.method()), started: clock::instant() };
        let published = self.app.published();
        let library = &published.library;
        match library.find(request.uri().path(), request.headers()) {
            Found::Nothing => self.route(request, &published, &log).await,
            _ if !matches!(*request.method(), Method::GET | Method::HEAD) => {
                let answer = refuse(&Problem::Method("GET, HEAD"), &request, library);
                log.done("", answer)
            }
            Found::Refused(languages) => {
                log.done("", refuse(&Problem::NotAcceptable(languages), &request, library))
            }
            Found::Page(place, asked) => {
                let answer = page(&place, asked, &request, library).await;
                log.done(place.path(), answer)
            }
        }
    }

    async fn route<B: Received>(
        &self,
        request: Request<B>,
        published: &Published,
        log: &Log,
    ) -> Sent {
        let library = &published.library;
        let path = request.uri().path().to_owned();
        if let Some(page) = path.strip_suffix('/').filter(|p| library.has(p)) {
            return log.done("", moved(page));
        }
        let reader = Reader::of(&path, request.headers(), library);
        let mut response = self.routed(request.map(Body::new)).await;
        let problem = response.extensions_mut().remove::<Problem>();
        let problem = problem.or_else(|| Problem::of_status(&response));
        let route = response.extensions_mut().remove::<Route>().map_or(Cow::Borrowed(""), |r| r.0);
        if let Some(problem) = problem {
            if let Problem::Internal(why) = &problem {
                tracing::error!(target: "abide::access", route = %route, why, "failed");
            }
            response = problem.render(library, &reader);
        }
        secure(response.headers_mut());
        published.covering.declare(&path, response.headers_mut());
        log.done(&route, response.map(Either::Right))
    }

    /// What the router answers, in a task of its own: a handler that panics or hangs takes nothing with it.
    async fn routed(&self, request: Request<Body>) -> Response<Body> {
        if is_too_large(request.uri().path(), request.headers()) {
            return Problem::TooLarge.into_response();
        }
        let mut task = tokio::spawn(self.router.clone().oneshot(request));
        let problem = match tokio::time::timeout(self.limit, &mut task).await {
            Ok(Ok(Ok(response))) => return response,
            Ok(Ok(Err(never))) => match never {},
            Ok(Err(_)) => Problem::Internal("a handler panicked"),
            Err(_) => {
                task.abort();
                Problem::Timeout
            }
        };
        problem.into_response()
    }
}

/// The pattern of the route that answered, for the log: what stands in its gaps is not logged.
#[derive(Clone, Debug)]
struct Route(Cow<'static, str>);

async fn name_route(
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> axum::response::Response {
    let route =
        request.extensions().get::<MatchedPath>().map(|m| Route(m.as_str().to_owned().into()));
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

/// Whether a request announces more than is read; what comes unannounced is counted as it comes.
fn is_too_large(path: &str, headers: &HeaderMap) -> bool {
    let most = if path.starts_with("/edit/") { edit::MAX_BODY } else { max_body(path) };
    let length =
        headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    length.is_some_and(|n| n > most as u64)
}

/// A published page.
async fn page<B>(
    place: &Arc<Place>,
    asked: AskedFor,
    request: &Request<B>,
    library: &Arc<Library>,
) -> Sent {
    if let Some((status, headers, body)) = place.ready(request.method(), request.headers(), asked) {
        return whole(status, headers, body);
    }
    // Made once; apart from the threads that serve everybody else.
    let (place, shelf) = (place.clone(), library.clone());
    let (method, headers) = (request.method().clone(), request.headers().clone());
    let made = tokio::task::spawn_blocking(move || {
        place.page(shelf.publication()).map(|page| page.answer(&method, &headers, asked))
    });
    match made.await {
        Ok(Some((status, headers, body))) => whole(status, headers, body),
        Ok(None) => refuse(&Problem::NotFound, request, library),
        Err(_) => {
            tracing::error!(target: "abide::access", why = "a page could not be made", "failed");
            refuse(&Problem::Internal("a page could not be made"), request, library)
        }
    }
}

fn whole(status: StatusCode, headers: HeaderMap, body: Bytes) -> Sent {
    let mut response = Response::new(Either::Left(Full::new(body)));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn refuse<B>(problem: &Problem, request: &Request<B>, library: &Library) -> Sent {
    let reader = Reader::of(request.uri().path(), request.headers(), library);
    let mut response = problem.render(library, &reader);
    secure(response.headers_mut());
    response.map(Either::Right)
}

/// A page whose address was written with a slash too many.
fn moved(path: &str) -> Sent {
    let mut response = Response::new(Either::Left(Full::new(Bytes::new())));
    *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    if let Ok(location) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    secure(response.headers_mut());
    response
}

/// One request in the log.
struct Log {
    method: &'static str,
    started: Instant,
}

impl Log {
    /// Writes the line and passes the answer on. `route` is empty where nothing that we named was asked for.
    fn done(&self, route: &str, answer: Sent) -> Sent {
        let micros = u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX);
        let size = answer.body().size_hint().exact();
        tracing::info!(
            target: "abide::access",
            method = self.method,
            route,
            status = answer.status().as_u16(),
            micros,
            bytes = size,
            "answered"
        );
        answer
    }
}

/// A method's name; whatever a client made up is `other`.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        Method::PATCH => "PATCH",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abide_notice::Locales;
    use abide_policy::site::{Site, SitePolicy};
    use abide_policy::source::read_policy;
    use abide_policy::version::{History, Version};
    use axum::routing::get;
    use http_body_util::BodyExt;

    /// The example's policy.
    fn policy() -> (SitePolicy, History) {
        let source = include_str!("../../../examples/contact-centre/site-1.toml");
        let policy = read_policy(source).value.unwrap();
        let site = SitePolicy {
            name: policy.name.clone(),
            files: Vec::new(),
            paths: vec!["/*".to_owned()],
            exclude: Vec::new(),
            cookies: Vec::new(),
        };
        (site, History::new(vec![Version::new(policy, source.to_owned())]).unwrap())
    }

    /// The example's policy, and routes that behave badly.
    fn answering() -> Answering {
        let publication = Publication {
            site: Site {
                url: "https://www.example.com".parse().unwrap(),
                name: "Example".to_owned(),
                security_contacts: Vec::new(),
                security_expires: None,
                stores: Vec::new(),
                requests_kept: None,
                erasures_at: None,
                region: None,
                zone: None,
                holidays: Default::default(),
                gpc: None,
                policies: Vec::new(),
            },
            policies: vec![policy()],
            today: jiff::civil::date(2026, 1, 1),
            locales: Locales::built_in(),
            served: false,
        };
        let panics = async || -> &'static str { panic!("with secret words") };
        let hangs = async || tokio::time::sleep(Duration::from_secs(60)).await;
        let cookie = async || ([(header::SET_COOKIE, "a=b")], "set");
        let router = Router::new()
            .route("/panics", get(panics))
            .route("/hangs", get(hangs))
            .route("/cookie", get(cookie));
        Answering::new(Arc::new(App::new(publication)), router, Duration::from_millis(100))
    }

    async fn answer(path: &str) -> (u16, HeaderMap, String) {
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let (head, body) = answering().answer(request).await.into_parts();
        let text = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        (head.status.as_u16(), head.headers, text)
    }

    #[tokio::test]
    async fn a_handler_that_fails_is_an_answer_without_its_words() {
        let (status, headers, text) = answer("/panics").await;
        assert_eq!((status, headers.contains_key(header::CONTENT_SECURITY_POLICY)), (500, true));
        assert!(!text.contains("secret"), "{text}");
        assert_eq!(answer("/hangs").await.0, 408);
    }

    #[tokio::test]
    async fn whoever_sets_a_cookie_says_what_for() {
        let (_, headers, _) = answer("/cookie").await;
        let expected = r#"policyref="/w3c/p3p.xml", CP="NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA""#;
        assert_eq!(headers.get("p3p").unwrap(), expected);
        for path in ["/", "/de/privacy", "/nowhere"] {
            assert!(!answer(path).await.1.contains_key("p3p"), "{path}");
        }
    }
}
