//! `abide requests new-key`: a new key for the marks of people.

use abide_policy::text::Id;
use abide_records::Records;
use abide_rights::sweep::Far;
use abide_server::{RECORDS, new_key, site_keys};
use anyhow::{Context as _, anyhow, bail};
use serde_json::json;

use super::desk;
use crate::Outcome;
use crate::cli::{Desk, FigureFormat};
use crate::files;
use crate::progress::Progress;

/// Makes a key, and moves what can be moved to it.
pub(super) async fn new(options: &Desk) -> anyhow::Result<Outcome> {
    // Keys that do not fit the records are told before there is one more.
    drop(desk::open(options).await?);
    let key = new_key(&options.site).context("a new key could not be made in `.abide`")?;
    let desk = desk::open(options).await?;
    let mut tables = Progress::new("tables");
    let mut far = |far: Far<'_>| {
        tables.step_with(far.done, far.of, &format!("{}: {} rows", far.table, far.rows));
    };
    let moved = desk.move_marks(&mut far).await?;
    drop(tables);
    let left = |(id, n): &(Id, u64)| json!({ "key": id.as_str(), "entries": n });
    let text = match options.format {
        FigureFormat::Json => json!({
            "key": key.as_str(), "moved": moved.moved,
            "left": moved.left.iter().map(left).collect::<Vec<_>>(),
        })
        .to_string(),
        FigureFormat::Text => {
            let mut text = format!(
                "marks are made with {key} from now on; {} entries moved to it",
                moved.moved
            );
            for (id, n) in &moved.left {
                text += &format!(
                    "\n{n} entries stay under {id}, for their people are in no store: keep its file until they are past their period"
                );
            }
            text
        }
    };
    files::print(&format!("{text}\n"))?;
    Ok(Outcome::Fine)
}

/// Deletes what was kept under a key that is lost: nobody can be known by it again.
pub(super) async fn lost(options: &Desk, key: &str) -> anyhow::Result<Outcome> {
    let id: Id = key.parse().map_err(|_| anyhow!("`{key}` is no name of a key, such as `k1`"))?;
    if site_keys(&options.site)?.is_some_and(|keys| keys.has(&id)) {
        bail!("the key {id} is there: nothing is lost, and nothing was deleted");
    }
    let place = options.records.clone().unwrap_or_else(|| options.site.join(RECORDS));
    let records = Records::open(place).await?;
    let mut writing = records.write().await?;
    let gone = writing.forget_key(&id).await?;
    writing.commit().await?;
    let text = match options.format {
        FigureFormat::Json => json!({ "lost": id.as_str(), "deleted": gone }).to_string(),
        FigureFormat::Text => {
            format!(
                "{gone} entries under {id} were deleted: nobody could be known by them again; legal holds that were among them must be placed anew"
            )
        }
    };
    files::print(&format!("{text}\n"))?;
    Ok(Outcome::Fine)
}
