//! Saving a session as a whole, and finishing what a crash has interrupted.
//!
//! 1. The new content of each file is written beside it, into a folder that only we may look into, and flushed.
//! 2. If a file is no longer in the state in which it was read, all of that is thrown away: a conflict.
//! 3. The journal gets its name: from here on the commit is decided. It names files and their states, nothing of what is in them.
//! 4. Each file is exchanged or removed. Done twice, this does no harm: a file that is no longer in its old state is left alone.
//! 5. The journal is removed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Inner;
use super::folder::{Folder, JOURNAL, STAGED, is_name};
use super::lines::{delimiter, told};
use super::rows::{MARK, Rows};
use super::session::{Change, FileSession};
use super::source::{Packer, Source};
use super::{Format, LONGEST};
use crate::Error;

/// What the journal is called before it counts.
const UNDECIDED: &str = ".abide-staged/journal";

/// One file of a commit.
#[derive(Debug, Serialize, Deserialize, PartialEq, Eq)]
struct Step {
    file: String,
    /// In which state it was read.
    was: String,
    /// What takes its place; nothing if it is removed.
    by: Option<String>,
}

/// Saves a session.
pub(super) async fn commit(session: &FileSession) -> Result<(), Error> {
    let folder = &session.files.folder;
    let steps = match stage(session).await {
        Ok(steps) if steps.is_empty() => return Ok(()),
        Ok(steps) => steps,
        Err(error) => {
            folder.clear().await?;
            return Err(error);
        }
    };
    folder.rename(UNDECIDED, JOURNAL).await?;
    folder.flush(vec![JOURNAL.to_owned(), String::new()]).await?;
    if finish(folder, &steps).await? { Ok(()) } else { Err(folder.conflict()) }
}

/// Steps 1 and 2, with the journal written but not yet decided.
async fn stage(session: &FileSession) -> Result<Vec<Step>, Error> {
    let folder = &session.files.folder;
    let mut steps = Vec::new();
    for (file, edit) in &session.edits {
        if matches!(&edit.change, Change::Rows(rows) if rows.is_empty()) {
            continue;
        }
        let was = folder.state(file).await?.unwrap_or_default();
        let by = match &edit.change {
            Change::Gone => None,
            change => {
                let name = steps.len().to_string();
                Some(write(session, edit.table, file, change, &name).await?)
            }
        };
        steps.push(Step { file: file.clone(), was, by });
    }
    if steps.is_empty() {
        return Ok(steps);
    }
    let journal = lines(&steps).map_err(|_| folder.other("change", "journal"))?;
    folder.put(UNDECIDED, journal).await?;
    let written = steps.iter().filter_map(|step| step.by.clone());
    folder.flush(written.chain([UNDECIDED.to_owned(), STAGED.to_owned()]).collect()).await?;
    for step in &steps {
        let now = folder.state(&step.file).await?;
        if now.as_ref() != Some(&step.was) || !session.is_seen(&step.file, &step.was) {
            return Err(folder.conflict());
        }
    }
    Ok(steps)
}

/// Writes the new content of one file, and tells where it waits.
async fn write(
    session: &FileSession,
    table: usize,
    file: &str,
    change: &Change,
    name: &str,
) -> Result<String, Error> {
    let folder = &session.files.folder;
    let mut out = Out { draft: folder.draft(name).await?, packer: Packer::new(file), folder };
    match change {
        Change::Gone => {}
        Change::Text(text) => out.write(text.as_bytes()).await?,
        Change::Rows(rows) => {
            let kind = session.files.kinds.get(table).map(|chosen| &chosen.kind);
            let kind = kind.ok_or_else(|| folder.other("change", "no such table"))?;
            write_rows(&mut out, &kind.table, kind.format, file, rows).await?;
        }
    }
    let written = out.finish().await?;
    folder.adopt(&written, file).await?;
    Ok(written)
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
    let mut rows = Rows::new(Source::new(file, opened.file), delimiter(format), LONGEST);
    let trouble = |trouble| told(folder, table, file, trouble);
    let mut is_header = delimiter(format).is_some();
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
    draft: super::folder::Draft,
    packer: Packer,
    folder: &'f Arc<Folder>,
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
async fn finish(folder: &Arc<Folder>, steps: &[Step]) -> Result<bool, Error> {
    let mut all = true;
    for step in steps {
        let is_old = folder.state(&step.file).await?.as_ref() == Some(&step.was);
        match &step.by {
            Some(by) if is_old => folder.rename(by, &step.file).await?,
            None if is_old => folder.remove(&step.file).await?,
            // Done before a crash, or changed by somebody else, whose work is not thrown away.
            Some(by) => all &= folder.state(by).await?.is_none(),
            None => all &= folder.state(&step.file).await?.is_none(),
        }
    }
    let parent =
        |step: &Step| step.file.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
    let parents: BTreeSet<String> = steps.iter().map(parent).collect();
    folder.flush(parents.into_iter().collect()).await?;
    folder.remove(JOURNAL).await?;
    folder.clear().await?;
    Ok(all)
}

/// Finishes or undoes what an earlier session has left. Whoever only reads leaves it to a writer that is at work.
pub(super) async fn recover(files: &Inner, is_writer: bool) -> Result<(), Error> {
    let folder = &files.folder;
    let Some(opened) = folder.get(JOURNAL).await? else {
        return if is_writer { folder.clear().await } else { Ok(()) };
    };
    if files.read_only {
        let code = "a commit is not finished: open the folder for writing once".to_owned();
        return Err(Error::Away { store: folder.store.clone(), code });
    }
    let _lock = match is_writer {
        true => None,
        false => match folder.lock().await? {
            None => return Ok(()),
            lock => lock,
        },
    };
    drop(opened);
    let Some(opened) = folder.get(JOURNAL).await? else { return Ok(()) };
    let steps = read(folder, files, opened.file).await?;
    // What somebody else has changed since then stays theirs: nobody was told that the commit was done.
    finish(folder, &steps).await.map(drop)
}

async fn read(
    folder: &Arc<Folder>,
    files: &Inner,
    journal: std::fs::File,
) -> Result<Vec<Step>, Error> {
    let mut rows = Rows::new(Source::new(JOURNAL, journal), None, LONGEST);
    let mut steps = Vec::new();
    while let Some(raw) =
        rows.next().await.map_err(|trouble| told(folder, "journal", JOURNAL, trouble))?
    {
        let step: Option<Step> = serde_json::from_slice(raw.row).ok();
        let ours = |step: &Step| {
            let by = step.by.as_deref().and_then(|by| by.strip_prefix(STAGED)?.strip_prefix('/'));
            let is_by =
                step.by.is_none() || by.is_some_and(|by| by.bytes().all(|b| b.is_ascii_digit()));
            is_by && is_name(&step.file) && files.kinds.iter().any(|kind| kind.has(&step.file))
        };
        let step = step.filter(ours);
        steps.push(
            step.ok_or_else(|| folder.damaged(JOURNAL, Some(raw.line), "no step of a commit"))?,
        );
    }
    Ok(steps)
}

fn lines(steps: &[Step]) -> serde_json::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for step in steps {
        serde_json::to_writer(&mut lines, step)?;
        lines.push(b'\n');
    }
    Ok(lines)
}
