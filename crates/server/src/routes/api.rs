//! The JSON API: check, judge and look at what is sent; nothing is kept. `docs/api.md` describes it and is run as a test.

use std::sync::Arc;

use abide_agents::{Level, UserAgent, Verdict, agent};
use abide_detect::Miss;
use abide_detect::finding::POSSIBLE;
use abide_policy::diagnostic::to_json;
use abide_scan::{Place, report};
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::App;
use crate::find::{MAX_TEXT, hits};
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

/// `POST /api/find`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FindRequest {
    /// The text.
    text: String,
    /// The lowest score that is reported, from 0 to 1.
    threshold: Option<f64>,
    /// Whether near misses are told too.
    #[serde(default)]
    explain: bool,
}

/// Looks for personal data in a text.
pub(super) async fn find(
    State(app): State<Arc<App>>,
    Json(request): Json<FindRequest>,
) -> Result<Response, Problem> {
    if request.text.len() > MAX_TEXT {
        return Err(Problem::TooLarge);
    }
    let threshold = percent(request.threshold)?;
    apart(move || {
        let pasted = app.scanner().plain(request.text, threshold);
        let findings: Value =
            hits(&pasted).map(|h| json!(report::finding(&h.finding, &h.place))).collect();
        let mut answer = json!({ "findings": findings });
        if let (true, Some(answer)) = (request.explain, answer.as_object_mut()) {
            let misses = pasted.seen.iter().flat_map(|seen| &seen.misses);
            answer.insert("misses".to_owned(), misses.map(miss).collect());
        }
        Ok(answer)
    })
    .await
}

/// A threshold in percent.
fn percent(threshold: Option<f64>) -> Result<u8, Problem> {
    let Some(share) = threshold else { return Ok(POSSIBLE) };
    if !(0.0..=1.0).contains(&share) {
        return Err(Problem::Input("`threshold` is a number from 0 to 1"));
    }
    Ok((share * 100.0).round() as u8)
}

/// A near miss as members of an object.
fn miss((place, miss): &(Place, Miss)) -> Value {
    let mut out = json!({ "start": place.start, "end": place.end, "type": miss.kind });
    if let Some(out) = out.as_object_mut() {
        if !miss.form.is_empty() {
            out.insert("form".to_owned(), miss.form.into());
        }
        out.insert("line".to_owned(), place.line.into());
        out.insert("column".to_owned(), place.column.into());
        out.insert("why".to_owned(), miss.why.into());
    }
    out
}

/// Answers with data that is made apart from the threads that serve everybody else.
async fn apart<T: Serialize + Send + 'static>(
    make: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let data = super::apart(make).await??;
    Ok(([(header::CACHE_CONTROL, Keep::Never.value())], Json(data)).into_response())
}
