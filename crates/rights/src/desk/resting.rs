//! A request that fails stays where it was and rests for a while, so that it does not keep others from their turn.
//!
//! Owns: giving back what a worker has, resting, and telling in the history why, once. Leaves to others: what fails ([`super::work`]).

use abide_policy::text::Id;
use abide_records::requests::Saved;
use serde_json::json;

use super::document::document;
use super::{Act, Desk, Failed, note};

/// How long a request that failed waits for its next turn, in seconds.
const REST: u32 = 60;

impl Desk {
    pub(super) async fn give_back(&self, id: &Id, act: Act<'_>) -> Result<(), Failed> {
        let mut writing = self.records.write().await?;
        // Somebody else may have it by now.
        let _ = writing.release(id, act.by).await?;
        Ok(writing.commit().await?)
    }

    /// A request that others carry on is not taken again for a while.
    pub(super) async fn leave(&self, id: &Id, act: Act<'_>) -> Result<(), Failed> {
        let mut writing = self.records.write().await?;
        // Somebody else may have it by now.
        let _ = writing.rest(id, act.by, act.now, REST).await?;
        Ok(writing.commit().await?)
    }

    /// A request that failed rests for a while, so that it does not keep others from their turn; its history says why.
    pub(super) async fn rest(&self, id: &Id, failed: &Failed, act: Act<'_>) -> Result<(), Failed> {
        let (detail, told) = self.told_failed(id, failed).await?;
        let mut writing = self.records.write().await?;
        if writing.rest(id, act.by, act.now, REST).await? == Saved::Done && !told {
            note(&mut writing, id, act, "failed", &detail).await?;
        }
        Ok(writing.commit().await?)
    }

    /// What the history says of a failure, and whether it says so last: one that lasts does not lengthen it.
    async fn told_failed(
        &self,
        id: &Id,
        failed: &Failed,
    ) -> Result<(serde_json::Value, bool), Failed> {
        let detail = json!({ "why": failed.to_string() });
        let last = match self.history(id).await {
            Ok(mut history) => history.pop(),
            // One that cannot be read tells nothing, however much is added: whoever reads it is told.
            Err(Failed::Records(error)) if !error.is_temporary() => return Ok((detail, true)),
            Err(failed) => return Err(failed),
        };
        let told = last.is_some_and(|event| {
            event.what.as_str() == "failed" && document(&detail).as_ref() == Some(&event.detail)
        });
        Ok((detail, told))
    }

    pub(super) async fn note_failed(
        &self,
        id: &Id,
        failed: &Failed,
        act: Act<'_>,
    ) -> Result<(), Failed> {
        let (detail, told) = self.told_failed(id, failed).await?;
        if told {
            return Ok(());
        }
        let mut writing = self.records.write().await?;
        note(&mut writing, id, act, "failed", &detail).await?;
        Ok(writing.commit().await?)
    }
}
