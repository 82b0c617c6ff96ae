//! The routes that answer what is not a published page.
//!
//! One file a subject; each handler is thin: it reads a request, asks a function that knows no HTTP, and gives a page,
//! data or a [`Problem`].

mod api;
mod health;
pub(crate) mod judging;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::app::App;
use crate::problem::Problem;

/// Most bytes of a request's body.
pub(crate) const MAX_BODY: usize = 256 * 1024;

/// All routes.
pub(crate) fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/health", get(health::health))
        .route("/api/check", post(api::check))
        .route("/api/verdict", post(api::verdict))
        .route(judging::PATH, get(judging::empty).post(judging::judged))
        .route("/{lang}/try", get(judging::empty_in).post(judging::judged_in))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .fallback(async || Problem::NotFound)
        .with_state(app)
}
