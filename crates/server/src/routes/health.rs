//! Whether the server works, and what it publishes: for supervisors and load balancers.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use serde::Serialize;

use crate::app::App;
use crate::http::headers::Keep;

/// `GET /health`.
#[derive(Debug, Serialize)]
struct Health {
    /// Always `ok`: a server that cannot publish does not start.
    status: &'static str,
    /// The versions in force, in the site's order.
    versions: Vec<InForce>,
}

#[derive(Debug, Serialize)]
struct InForce {
    policy: String,
    version: String,
    effective: String,
    sha256: String,
}

pub(super) async fn health(State(app): State<Arc<App>>) -> impl IntoResponse {
    let published = app.published();
    let versions = published.library.publication().in_force().map(|v| InForce {
        policy: v.policy.name.to_string(),
        version: v.policy.version.to_string(),
        effective: v.policy.effective.to_string(),
        sha256: v.hash.to_string(),
    });
    let headers: [(_, HeaderValue); 1] = [(header::CACHE_CONTROL, Keep::Never.value())];
    (headers, Json(Health { status: "ok", versions: versions.collect() }))
}
