//! Requests that read: the archive that the person gets.
//!
//! Owns: what its plan says, where it is written, and that a half-written one never has its name. Leaves to others: what is in it
//! ([`crate::export`]), handing it over.

use std::path::PathBuf;

use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind};
use serde_json::{Value, json};

use super::document::{Paper, StorePaper, Who};
use super::{Act, Case, Desk, Failed};
use crate::execute::Work;
use crate::export::{self, Export, Voices};
use crate::own::Held;
use crate::plan::Plan;
use crate::reach::{Sessions, Subject};

/// The last step of requests that read.
pub(super) const EXPORT: &str = "export";

impl Desk {
    /// Where the archive of a request lies, once it was written. Its name is the request's.
    #[must_use]
    pub fn archive(&self, id: &Id) -> PathBuf {
        self.exports.join(format!("{id}.zip"))
    }

    /// The plan of a copy: what it has of each table. One step more than there are stores to read: writing what was read.
    pub(super) async fn copying(
        &self,
        kind: RequestKind,
        who: &Who,
        work: &Work<'_>,
        begun: bool,
    ) -> Result<Paper, Failed> {
        let mut sessions = Sessions::open(work.stores, None).await?;
        let fates = work.fates(&mut sessions).await?;
        drop(sessions);
        let plan = Plan::of(&self.atlas, &fates, work.today);
        let nobody = Subject { rows: Vec::new() };
        let export = Export {
            voices: who.wish.voices,
            ..self.export(kind, work.subjects.first().unwrap_or(&nobody), &[])
        };
        let mut paper = Paper::of(&self.atlas, &plan, work.holds, work.seed, begun);
        paper.only_copied(&self.atlas, &export.counted(&fates.rows));
        paper.stores.push(StorePaper::named(EXPORT));
        Ok(paper)
    }

    fn export<'a>(
        &'a self,
        kind: RequestKind,
        subject: &'a Subject,
        own: &'a [Held],
    ) -> Export<'a> {
        let portability = kind == RequestKind::Portability;
        Export {
            atlas: &self.atlas,
            stores: &self.stores,
            subject,
            kind: if portability { export::Kind::Portability } else { export::Kind::Access },
            language: Lang::En,
            made: jiff::Timestamp::default(),
            voices: Voices::default(),
            own,
            kept: self.kept,
        }
    }

    /// Writes the archive. Written twice, after a crash, the second takes the place of the first.
    pub(super) async fn hand_out(&self, case: &Case, act: Act<'_>) -> Result<Value, Failed> {
        let subject = self.subject(case);
        let portability = case.stored.kind == RequestKind::Portability;
        // What of ours is about them they did not provide (Art. 20(1)).
        let own = match portability {
            true => Vec::new(),
            false => self.own(case).await?.rows(&self.records).await?,
        };
        let export = Export {
            language: case.stored.language,
            made: jiff::Timestamp::from_second(act.now).unwrap_or_default(),
            voices: case.who.as_ref().map(|w| w.wish.voices).unwrap_or_default(),
            ..self.export(case.stored.kind, &subject, &own)
        };
        let failed = |e: std::io::Error| Failed::Export(export::Error::Write(e));
        std::fs::create_dir_all(&self.exports).map_err(failed)?;
        let place = self.archive(&case.stored.id);
        let part = Part(place.with_extension("part"));
        let file = export::create(&part.0).map_err(failed)?;
        let mut watch = |written| {
            if let Some(told) = &self.exporting {
                told(&case.stored.id, written);
            }
        };
        let summary = export.write_watched(std::io::BufWriter::new(&file), &mut watch).await?;
        file.sync_all().map_err(failed)?;
        std::fs::rename(&part.0, &place).map_err(failed)?;
        Ok(json!({
            "file": place.file_name().map(|name| name.to_string_lossy().into_owned()),
            "records": summary.records(),
            "hidden": summary.hidden(),
            "conversations": summary.conversations,
            "recordings": summary.recordings,
        }))
    }
}

/// A file that is being written: whoever stops before it has its name leaves nothing of it.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // With its name it is no longer here.
        let _ = std::fs::remove_file(&self.0);
    }
}
