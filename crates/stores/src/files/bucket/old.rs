//! What is in old versions of objects, and in those that a delete marker hides.
//!
//! Owns: reading them as the rows of their table, and letting go of them. Leaves to others: lists of versions and deleting them
//! (`versions`), what becomes of what is found (`abide-rights`).
//!
//! An old version cannot be put right: one that the account may not read, or that is no file of its kind, is told and passed
//! over. It does not stand in the way of the others.

use std::collections::BTreeSet;
use std::io;
use std::ops::ControlFlow;

use super::Bucket;
use super::versions::Version;
use crate::files::beside::Entry;
use crate::files::folder::{Folder, Opened, is_name, is_ours};
use crate::files::lines::Lines;
use crate::files::query::Query;
use crate::files::shape::{Shape, has_rows};
use crate::files::told::Tells as _;
use crate::files::whole::Whole;
use crate::files::{Chosen, Files, Format, Inner};
use crate::{Answer, ColumnAt, Error, Key, Remains, Row, Sink, TableAt, Unread, Value};

/// How far the old versions of files of no table have been listed.
#[derive(Default)]
pub(in crate::files) struct ListedOld {
    /// Where it goes on.
    next: Option<(String, String)>,
    ended: bool,
}

/// A table whose old versions are read.
struct Old<'a> {
    folder: &'a Folder,
    chosen: &'a Chosen,
    shape: &'a Shape,
    query: Query,
}

impl crate::Old for Files {
    fn read<'a>(
        &'a self,
        table: TableAt,
        want: &'a [ColumnAt],
        sink: Sink<'a>,
    ) -> Answer<'a, bool> {
        Box::pin(async move {
            let Folder::Bucket(bucket) = &self.0.folder else { return Ok(true) };
            bucket.read_old(&self.0, table, want, sink).await
        })
    }

    fn forget<'a>(&'a self, keys: &'a BTreeSet<Key>) -> Answer<'a, Remains> {
        Box::pin(async move {
            let Folder::Bucket(bucket) = &self.0.folder else { return Ok(Remains::Nothing) };
            bucket.forget(&self.0, keys).await
        })
    }
}

impl Bucket {
    /// Nothing of what is read is held whole but a row, as everywhere.
    async fn read_old(
        &self,
        files: &Inner,
        table: TableAt,
        want: &[ColumnAt],
        sink: Sink<'_>,
    ) -> Result<bool, Error> {
        let shapes = files.shapes(false).await?;
        let known = files.kinds.get(table).zip(shapes.get(table));
        let (chosen, shape) = known.ok_or_else(|| self.other("read", "no such table"))?;
        let query = Query::all(&shape.table, want);
        let old = Old { folder: &files.folder, chosen, shape, query };
        let (within, mut from, mut all) = (self.key(&chosen.within), None, true);
        loop {
            // Nobody knows what there is.
            let Some(page) = self.page(&within, from.as_ref()).await? else { return Ok(false) };
            for version in page.versions.iter().filter(|version| version.is_old()) {
                match self.read_one(&old, version, &mut *sink).await? {
                    ControlFlow::Continue(read) => all &= read,
                    ControlFlow::Break(()) => return Ok(all),
                }
            }
            from = page.next;
            if from.is_none() {
                return Ok(all);
            }
        }
    }

    /// The next old versions of files that no table has; none at the end. If the account may not know what there is, that is told once.
    pub(in crate::files) async fn list_old(
        &self,
        files: &Inner,
        listed: &mut ListedOld,
    ) -> Result<Vec<Entry>, Error> {
        while !listed.ended {
            if listed.next.is_none() && !self.has_versions().await? {
                listed.ended = true;
                break;
            }
            let Some(page) = self.page(&self.prefix, listed.next.as_ref()).await? else {
                listed.ended = true;
                let (file, version) = (String::new(), Some("?".to_owned()));
                return Ok(vec![Entry { file, version, why: Some(Unread::Forbidden) }]);
            };
            let old = page.versions.iter().filter(|version| version.is_old());
            let found = old.filter_map(|version| {
                let entry = self.entry(&version.key)?;
                let is_beside = !files.kinds.iter().any(|kind| kind.has(&entry.file));
                is_beside.then(|| Entry { version: Some(version.number.clone()), ..entry })
            });
            let found: Vec<Entry> = found.collect();
            *listed = ListedOld { ended: page.next.is_none(), next: page.next };
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    /// Reads one, if it is of this table. Tells whether it could be read, or that it was enough.
    async fn read_one(
        &self,
        old: &Old<'_>,
        version: &Version,
        sink: Sink<'_>,
    ) -> Result<ControlFlow<(), bool>, Error> {
        let file = version.key.strip_prefix(&self.prefix).unwrap_or_default();
        if is_ours(file) || !old.chosen.glob.is_match(file) {
            return Ok(ControlFlow::Continue(true));
        }
        if !is_name(file) {
            return Ok(ControlFlow::Continue(false));
        }
        // Of recordings nothing is known but what they are called.
        let opened = match old.chosen.kind.format {
            Format::Media => {
                let (file, state) = (Box::new(io::empty()), String::new());
                Ok(Some(Opened { file, size: 0, state }))
            }
            _ => self.get_version(file, Some(&version.number)).await,
        };
        let read = match opened {
            Ok(Some(opened)) => old.read(file, opened, sink).await,
            // It went meanwhile.
            Ok(None) => Ok(ControlFlow::Continue(())),
            Err(error) => Err(error),
        };
        match read {
            Ok(flow) => Ok(flow.map_continue(|()| true)),
            Err(Error::Damaged { .. } | Error::Forbidden { .. } | Error::Long { .. }) => {
                Ok(ControlFlow::Continue(false))
            }
            Err(error) => Err(error),
        }
    }

    /// What stays is noted in the journal, and tried again later.
    async fn forget(&self, files: &Inner, keys: &BTreeSet<Key>) -> Result<Remains, Error> {
        if keys.is_empty() {
            return Ok(Remains::Nothing);
        }
        let _writer = files.writer.lock().await;
        let (mut remains, mut left) = (Remains::Nothing, Vec::new());
        for file in keys.iter().filter_map(file_of) {
            if !files.kinds.iter().any(|chosen| chosen.has(file)) {
                continue;
            }
            let of_file = match files.read_only {
                true => self.remains_of(file).await?,
                false => self.purge(file).await?,
            };
            remains = remains.and(of_file);
            let noted = of_file != Remains::Nothing && !files.read_only;
            left.extend(noted.then(|| file.to_owned()));
        }
        self.note_kept(left).await?;
        Ok(remains)
    }

    /// Notes files of which old versions could not be deleted.
    async fn note_kept(&self, left: Vec<String>) -> Result<(), Error> {
        if left.is_empty() {
            return Ok(());
        }
        let mut journal = self.idle().await?;
        let before = journal.kept.len();
        for file in left {
            if !journal.kept.contains(&file) {
                journal.kept.push(file);
            }
        }
        if journal.kept.len() == before {
            return Ok(());
        }
        match self.take(&journal, &[], false).await {
            // Who may write nothing here is told what remains; it is not tried again by itself.
            Ok(_) | Err(Error::Forbidden { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

impl Old<'_> {
    async fn read(
        &self,
        file: &str,
        opened: Opened,
        sink: Sink<'_>,
    ) -> Result<ControlFlow<()>, Error> {
        let format = self.chosen.kind.format;
        let mut offer =
            |values| sink(Row { key: key_of(file), values: self.query.row(values).values });
        if !has_rows(format) {
            let table = &self.shape.table.name;
            let whole = Whole { folder: self.folder, table, file, format, changed: None };
            return Ok(offer(whole.values(opened, &self.query.needed).await?));
        }
        let Some(mut lines) = Lines::new(self.folder, self.shape, file, opened, format) else {
            return Ok(ControlFlow::Continue(()));
        };
        while let Some(line) = lines.next().await? {
            let values = lines.values(line, lines.row()?, &self.query.needed)?;
            if offer(values).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// Names a file of which something is an old version.
fn key_of(file: &str) -> Key {
    Key([file.into()].into())
}

fn file_of(key: &Key) -> Option<&str> {
    match key.0.as_ref() {
        [Value::Text(file)] => Some(file),
        _ => None,
    }
}
