//! The JSON API: check and judge what is sent; nothing is kept. `docs/api.md` describes it and is run as a test.

use abide_agents::{Level, UserAgent, Verdict, agent};
use abide_policy::diagnostic::to_json;
use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::http::headers::Keep;
use crate::judge::{Compact, Judged, Kind};
use crate::problem::Problem;

/// `POST /api/check`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckRequest {
    /// The text: a compact policy, a header, P3P XML, a policy file or a site file.
    text: String,
}

/// What is found in a text.
#[derive(Debug, Serialize)]
struct CheckResponse {
    kind: Kind,
    valid: bool,
    diagnostics: Value,
    compact: Vec<String>,
}

/// Checks a text.
pub(super) async fn check(Json(request): Json<CheckRequest>) -> Result<Response, Problem> {
    apart(move || {
        let judged = Judged::of(&request.text);
        Ok(CheckResponse {
            kind: judged.kind,
            valid: judged.is_valid(),
            diagnostics: to_json("text", &request.text, &judged.diagnostics),
            compact: judged.compacts.into_iter().map(|c| c.text).collect(),
        })
    })
    .await
}

/// `POST /api/verdict`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerdictRequest {
    /// A compact policy, alone or in its header.
    compact: Option<String>,
    /// A policy file or P3P XML.
    policy: Option<String>,
    /// Which user agent judges; `ie6` if not said.
    agent: Option<String>,
    /// At which level only; every one if not said.
    level: Option<String>,
}

/// Judges a compact policy, or the one that sums up a policy.
pub(super) async fn verdict(Json(request): Json<VerdictRequest>) -> Result<Response, Problem> {
    apart(move || {
        let agent = agent_of(request.agent.as_deref())?;
        let level = level_of(agent, request.level.as_deref())?;
        let compact = compact_of(&request)?;
        let verdict = Verdict::new(agent, compact.policy);
        Ok(match level {
            Some(level) => verdict.report_at(&compact.text, level),
            None => verdict.report(&compact.text),
        })
    })
    .await
}

fn agent_of(id: Option<&str>) -> Result<&'static dyn UserAgent, Problem> {
    agent(id.unwrap_or("ie6"))
        .ok_or(Problem::Input("`agent` is not a user agent that is known here"))
}

fn level_of(agent: &dyn UserAgent, word: Option<&str>) -> Result<Option<Level>, Problem> {
    let Some(word) = word else { return Ok(None) };
    let level = Level::from_word(word).filter(|l| agent.levels().contains(l));
    level.map(Some).ok_or(Problem::Input("`level` is not a level of this user agent"))
}

fn compact_of(request: &VerdictRequest) -> Result<Compact, Problem> {
    let judged = match (&request.compact, &request.policy) {
        (Some(text), None) => Judged::compact(text),
        (None, Some(text)) => Judged::of(text),
        _ => return Err(Problem::Input("either `compact` or `policy` is needed")),
    };
    if !judged.is_valid() {
        return Err(Problem::Input("the policy has errors: `/api/check` names them"));
    }
    judged.compacts.into_iter().next().ok_or(Problem::Input("there is no compact policy in it"))
}

/// Answers with data that is made apart from the threads that serve everybody else.
async fn apart<T: Serialize + Send + 'static>(
    make: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let data = super::apart(make).await??;
    Ok(([(header::CACHE_CONTROL, Keep::Never.value())], Json(data)).into_response())
}
