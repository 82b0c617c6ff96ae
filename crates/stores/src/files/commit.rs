//! Saving a session as a whole, and finishing what a crash has interrupted.
//!
//! 1. The new content of each file is written beside it, into a folder that only we may look into, and flushed.
//! 2. If a file is no longer in the state in which it was read, all of that is thrown away: a conflict.
//! 3. The journal gets its name: from here on the commit is decided. It names files and their states, nothing of what is in them.
//! 4. Each file is exchanged or removed. Done twice, this does no harm: a file that is no longer in its old state is left alone.
//! 5. The journal is removed.

use std::collections::BTreeMap;

use super::disk::NO_STEP;
use super::folder::{Draft, Fate, Folder, JOURNAL, Stage, Step, is_name};
use super::lines::told;
use super::rows::{MARK, Rows};
use super::session::{Change, Edit, FileSession};
use super::source::{Packer, Source};
use super::told::Tells;
use super::{Format, Inner, LONGEST};
use crate::Error;

/// Saves a session.
pub(super) async fn commit(session: &FileSession) -> Result<(), Error> {
    let folder = &session.files.folder;
    let is_none = |edit: &Edit| matches!(&edit.change, Change::Rows(rows) if rows.is_empty());
    let edits: Vec<_> = session.edits.iter().filter(|(_, edit)| !is_none(edit)).collect();
    if edits.is_empty() {
        return Ok(());
    }
    let fates = edits.iter().map(|(file, edit)| {
        let goes = matches!(edit.change, Change::Gone);
        Fate { file, goes }
    });
    let fates: Vec<Fate<'_>> = fates.collect();
    let mut stage = folder.begin(&fates).await?;
    if let Err(error) = write_all(session, &edits, &mut stage).await {
        folder.clear(Some(&stage)).await?;
        return Err(error);
    }
    folder.decide(&mut stage).await?;
    if finish(folder, &stage).await? { Ok(()) } else { Err(folder.conflict()) }
}

/// Steps 1 and 2.
async fn write_all(
    session: &FileSession,
    edits: &[(&String, &Edit)],
    stage: &mut Stage,
) -> Result<(), Error> {
    let folder = &session.files.folder;
    for ((file, edit), step) in edits.iter().zip(&mut stage.steps) {
        if step.by.is_some() {
            step.by = Some(write(session, edit.table, file, &edit.change, step).await?);
        }
    }
    folder.prepare(stage).await?;
    for step in &stage.steps {
        let now = folder.state(&step.file).await?;
        if now.as_ref() != Some(&step.was) || !session.is_seen(&step.file, &step.was) {
            return Err(folder.conflict());
        }
    }
    Ok(())
}

/// Writes the new content of one file, and tells where it waits.
async fn write(
    session: &FileSession,
    table: usize,
    file: &str,
    change: &Change,
    step: &Step,
) -> Result<String, Error> {
    let folder = &session.files.folder;
    let mut out = Out { draft: folder.draft(step).await?, packer: Packer::new(file), folder };
    match change {
        Change::Gone => {}
        Change::Text(text) => out.write(text.as_bytes()).await?,
        Change::Rows(rows) => {
            let kind = session.files.kinds.get(table).map(|chosen| &chosen.kind);
            let kind = kind.ok_or_else(|| folder.other("change", "no such table"))?;
            write_rows(&mut out, &kind.table, kind.format, file, rows).await?;
        }
    }
    out.finish().await
}

/// The rows of a file, without those that go: all other bytes as they are.
async fn write_rows(
    out: &mut Out<'_>,
    table: &str,
    format: Format,
    file: &str,
    changes: &BTreeMap<u64, Option<String>>,
) -> Result<(), Error> {
    let folder = out.folder;
    let opened = folder.get(file).await?.ok_or_else(|| folder.conflict())?;
    let mut rows = Rows::new(Source::new(file, opened.file), format, LONGEST);
    let trouble = |trouble| told(folder, table, file, trouble);
    let mut is_header = matches!(format, Format::Csv { .. });
    let mut count = 0;
    let mut more = rows.next().await.map_err(trouble)?.is_some();
    if rows.is_marked() {
        out.write(MARK).await?;
    }
    while more {
        let raw = rows.current();
        let is_row = !raw.is_blank && !is_header;
        is_header &= raw.is_blank;
        let change = changes.get(&raw.line).filter(|_| is_row);
        count += usize::from(change.is_some());
        let row = match change {
            Some(row) => row.as_deref().map(str::as_bytes),
            None => Some(raw.row),
        };
        if let Some(row) = row {
            out.write(row).await?;
            out.write(raw.end).await?;
        }
        more = rows.next().await.map_err(trouble)?.is_some();
    }
    if count == changes.len() { Ok(()) } else { Err(folder.conflict()) }
}

/// Where new content goes.
struct Out<'f> {
    draft: Draft,
    packer: Packer,
    folder: &'f Folder,
}

impl Out<'_> {
    async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let mut ready = Vec::new();
        let packed = self.packer.pack(bytes, &mut ready);
        let packed = packed.map_err(|error| self.folder.failed("change", &error))?;
        self.draft.write(packed).await
    }

    async fn finish(mut self) -> Result<String, Error> {
        let rest = self.packer.finish().map_err(|error| self.folder.failed("change", &error))?;
        self.draft.write(&rest).await?;
        self.draft.finish().await
    }
}

/// Steps 4 and 5. Tells whether every file was still in its old state.
///
/// Where rights are told only when something is tried, what is removed comes first: if that is refused at once, all is thrown
/// away. Whatever is refused later is left as it is, and the rest is done: a commit that nobody may finish would keep
/// everybody out.
async fn finish(folder: &Folder, stage: &Stage) -> Result<bool, Error> {
    let (mut exchanged, mut refused) = (Vec::new(), None);
    let mut steps: Vec<&Step> = stage.steps.iter().collect();
    steps.sort_by_key(|step| step.by.is_some());
    for step in steps {
        match folder.exchange(step).await {
            Ok(true) => exchanged.push(step),
            Ok(false) => {}
            Err(error @ Error::Forbidden { .. }) if folder.tells_when_tried() => {
                if exchanged.is_empty() && refused.is_none() {
                    folder.clear(Some(stage)).await?;
                    return Err(error);
                }
                refused = Some(error);
            }
            Err(error) => return Err(error),
        }
    }
    folder.done(stage, &exchanged).await?;
    refused.map_or(Ok(exchanged.len() == stage.steps.len()), Err)
}

/// Finishes or undoes what an earlier session has left. Whoever only reads leaves it to a writer that is at work.
pub(super) async fn recover(files: &Inner, is_writer: bool) -> Result<(), Error> {
    let folder = &files.folder;
    if folder.unfinished().await?.is_none() {
        return if is_writer { folder.clear(None).await } else { Ok(()) };
    }
    if files.read_only {
        return Err(folder.away("a commit is not finished: open the folder for writing once"));
    }
    let _lock = match is_writer {
        true => None,
        false => match folder.lock().await? {
            None => return Ok(()),
            lock => lock,
        },
    };
    let Some(stage) = folder.unfinished().await? else { return Ok(()) };
    if let Some(at) = stage.steps.iter().position(|step| !is_ours(files, step)) {
        return Err(folder.damaged(JOURNAL, u64::try_from(at + 1).ok(), NO_STEP));
    }
    // What somebody else has changed since then stays theirs: nobody was told that the commit was done.
    match finish(folder, &stage).await {
        Err(Error::Forbidden { .. }) if folder.tells_when_tried() => Ok(()),
        finished => finished.map(drop),
    }
}

/// Whether a step of a journal, which anybody may have written, is about files of this store.
fn is_ours(files: &Inner, step: &Step) -> bool {
    step.by.as_deref().is_none_or(|by| files.folder.may_wait(by))
        && is_name(&step.file)
        && files.kinds.iter().any(|kind| kind.has(&step.file))
}
