//! The copy that a person asked for, for whoever works at the desk.
//!
//! Owns: of which requests there is one, and sending it piece by piece. Leaves to others: who is let in (the guard of all
//! pages of the desk), what is in it (`abide-rights`).

use abide_policy::text::Id;
use abide_policy::vocab::RequestState;
use abide_records::requests::Request;
use abide_rights::desk::{Desk, lies_ready};
use abide_rights::state::only_reads;
use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::try_unfold;
use tokio::fs::File;
use tokio::io::AsyncReadExt as _;

use crate::problem::Problem;

/// Bytes that are in memory at a time.
const PIECE: usize = 64 * 1024;

/// Whether a request ends in a copy that was made: it lies ready, or was handed out.
fn has_one(request: &Request) -> bool {
    let handed_out = only_reads(request.kind) && request.state == RequestState::Done;
    handed_out || lies_ready(request)
}

/// How large the copy of a request is, if it is there.
pub(super) async fn size(desk: &Desk, request: &Request) -> Option<u64> {
    if !has_one(request) {
        return None;
    }
    let found = tokio::fs::metadata(desk.archive(&request.id)).await.ok()?;
    found.is_file().then_some(found.len())
}

/// The copy itself. Its name is that of the request, which tells nothing about the person.
pub(super) async fn sent(desk: &Desk, id: &Id) -> Result<Response, Problem> {
    let failed = |_| Problem::Internal("the copy of a request");
    let stored = desk.records.request(id).await.map_err(|_| Problem::Internal("the records"))?;
    stored.filter(has_one).ok_or(Problem::NotFound)?;
    let file = match File::open(desk.archive(id)).await {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Problem::NotFound);
        }
        file => file.map_err(failed)?,
    };
    let size = file.metadata().await.map_err(failed)?.len();
    let name = format!("attachment; filename=\"{id}.zip\"");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (header::CONTENT_LENGTH, HeaderValue::from(size)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(|_| Problem::NotFound)?),
    ];
    let pieces = try_unfold(file.take(size), async |mut file| {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(piece), file)))
    });
    Ok((headers, Body::from_stream(pieces)).into_response())
}
