//! The routes that answer what is not a published page.
//!
//! One file a subject; each handler is thin: it reads a request, asks a function that knows no HTTP, and gives a page,
//! data or a [`Problem`].

mod api;
pub(crate) mod finding;
mod health;
pub(crate) mod judging;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use tokio::sync::Semaphore;

use crate::app::App;
use crate::problem::Problem;

/// Most bytes of a request's body.
const MAX_BODY: usize = 256 * 1024;
/// Most bytes of a request's body that holds a text to look at: more than the text, since forms and JSON write some
/// characters as several.
const MAX_FIND: usize = 4 << 20;

/// Most bytes of the body of a request for this path.
pub(crate) fn max_body(path: &str) -> usize {
    if path.ends_with(finding::PATH) { MAX_FIND } else { MAX_BODY }
}

/// How many texts are judged at a time. Whoever has given up waiting for an answer does not end the work on it, so that
/// without this bound anybody could use up the machine.
static JUDGING: Semaphore = Semaphore::const_new(4);

/// Judges a text apart from the threads that serve everybody else, when it is its turn.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let failed = "a text could not be judged";
    let turn = JUDGING.acquire().await.map_err(|_| Problem::Internal(failed))?;
    let made = tokio::task::spawn_blocking(move || {
        let made = work();
        drop(turn);
        made
    });
    made.await.map_err(|_| Problem::Internal(failed))
}

/// All routes.
pub(crate) fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/health", get(health::health))
        .route("/api/check", post(api::check))
        .route("/api/verdict", post(api::verdict))
        .route(judging::PATH, get(judging::empty).post(judging::judged))
        .route("/{lang}/try", get(judging::empty_in).post(judging::judged_in))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .merge(finders())
        .fallback(async || Problem::NotFound)
        .with_state(app)
}

/// The routes that take a text to look at.
fn finders() -> Router<Arc<App>> {
    Router::new()
        .route("/api/find", post(api::find))
        .route(finding::PATH, get(finding::empty).post(finding::found))
        .route("/{lang}/find", get(finding::empty_in).post(finding::found_in))
        .layer(DefaultBodyLimit::max(MAX_FIND))
}
