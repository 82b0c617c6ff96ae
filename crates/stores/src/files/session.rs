//! One session: what it has read, and what it will change.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::OwnedMutexGuard;

use super::folder::{Folder, Lock, Opened, Walk};
use super::lines::Lines;
use super::query::Query;
use super::shape::{Shape, has_rows};
use super::source::Source;
use super::told::Tells as _;
use super::whole::{Whole, text_column};
use super::{Chosen, Format, Inner, commit};
use crate::{Answer, ColumnAt, Error, Key, Lookup, Mode, Pieces, Session, Sink, TableAt, Value};

/// How long a writer waits for another process, and how often it looks.
const PATIENCE: u32 = 300;
const PAUSE: Duration = Duration::from_millis(100);

/// Why a writer has to wait.
pub(super) const BUSY: &str = "another process writes to the folder";

/// A session.
pub(super) struct FileSession {
    pub(super) files: Arc<Inner>,
    shapes: Arc<Vec<Shape>>,
    writes: bool,
    /// In which state files were read, as hashes: a session may read millions of them.
    seen: HashMap<u64, u64>,
    pub(super) edits: BTreeMap<String, Edit>,
    _writer: Option<(OwnedMutexGuard<()>, Lock)>,
}

/// What shall become of a file.
pub(super) struct Edit {
    pub(super) table: TableAt,
    pub(super) change: Change,
}

pub(super) enum Change {
    /// It goes.
    Gone,
    /// It gets another content.
    Text(String),
    /// Rows of it, by their lines, go (`None`) or become others.
    Rows(BTreeMap<u64, Option<String>>),
}

fn hash(value: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl FileSession {
    pub(super) async fn open(files: Arc<Inner>, mode: Mode) -> Result<Self, Error> {
        let writes = mode == Mode::Write && !files.read_only;
        let writer = if writes {
            let guard = Arc::clone(&files.writer).lock_owned().await;
            Some((guard, lock(&files).await?))
        } else {
            None
        };
        commit::recover(&files, writer.is_some()).await?;
        let shapes = files.shapes(false).await?;
        let (seen, edits) = (HashMap::new(), BTreeMap::new());
        Ok(Self { files, shapes, writes, seen, edits, _writer: writer })
    }

    fn table(&self, table: TableAt) -> Result<(&Chosen, &Shape), Error> {
        let found = self.files.kinds.get(table).zip(self.shapes.get(table));
        found.ok_or_else(|| self.files.folder.other("read", "no such table"))
    }

    /// Whether this session may `delete` or `change`.
    fn may(&self, doing: &'static str) -> Result<(), Error> {
        let store = self.files.folder.store().to_owned();
        match (self.files.read_only, self.writes) {
            (true, _) => Err(Error::Unable { store, doing }),
            (_, false) => Err(self.files.folder.other(doing, "a session for reading")),
            _ => Ok(()),
        }
    }

    /// Notes in which state a file is read; another one than before is a conflict.
    fn note(&mut self, file: &str, state: &str) -> Result<(), Error> {
        let state = hash(state);
        let before = *self.seen.entry(hash(file)).or_insert(state);
        if before == state { Ok(()) } else { Err(self.files.folder.conflict()) }
    }

    /// Whether a state is the one in which a file was read.
    pub(super) fn is_seen(&self, file: &str, state: &str) -> bool {
        self.seen.get(&hash(file)) == Some(&hash(state))
    }

    async fn run(&mut self, table: TableAt, query: &Query, sink: Sink<'_>) -> Result<(), Error> {
        if let Some(files) = query.files() {
            if files.iter().any(|file| self.table(table).is_ok_and(|(c, _)| c.would_have(file))) {
                self.look_at_names(table).await?;
            }
            for file in files {
                if self.table(table)?.0.has(file)
                    && self.read(table, file, query, &mut *sink).await?.is_break()
                {
                    break;
                }
            }
            return Ok(());
        }
        let mut walk = Walk::new(&self.files.folder, self.table(table)?.0);
        loop {
            let (rest, files) = walk.next().await?;
            walk = rest;
            if files.is_empty() {
                return Ok(());
            }
            for file in files {
                if self.read(table, &file, query, &mut *sink).await?.is_break() {
                    return Ok(());
                }
            }
        }
    }

    /// Looks at the names of all files of a table, and refuses one that no file may have: nobody could read it, and it is not "not there".
    async fn look_at_names(&self, table: TableAt) -> Result<(), Error> {
        let mut walk = Walk::new(&self.files.folder, self.table(table)?.0);
        loop {
            let (rest, files) = walk.next().await?;
            walk = rest;
            if files.is_empty() {
                return Ok(());
            }
        }
    }

    /// Reads the rows of one file as this session has left them.
    async fn read(
        &mut self,
        table: TableAt,
        file: &str,
        query: &Query,
        sink: Sink<'_>,
    ) -> Result<ControlFlow<()>, Error> {
        let folder = self.files.folder.clone();
        let Some(opened) = self.open_file(table, file).await? else {
            let was_seen = self.seen.contains_key(&hash(file));
            return if was_seen { Err(folder.conflict()) } else { Ok(ControlFlow::Continue(())) };
        };
        self.note(file, &opened.state)?;
        let (chosen, shape) = self.table(table)?;
        let edit = self.edit(table, file)?;
        let format = chosen.kind.format;
        let (changed, rows) = match edit {
            Some(Change::Gone) => return Ok(ControlFlow::Continue(())),
            Some(Change::Text(text)) => (Some(text.as_str()), None),
            Some(Change::Rows(rows)) => (None, Some(rows)),
            None => (None, None),
        };
        if !has_rows(format) {
            let table = &shape.table.name;
            let whole = Whole { folder: &folder, table, file, format, changed };
            return Ok(offer(query, whole.values(opened, &query.needed).await?, sink));
        }
        let Some(mut lines) = Lines::new(&folder, shape, file, opened, format) else {
            return Ok(ControlFlow::Continue(()));
        };
        while let Some(line) = lines.next().await? {
            let row = match rows.and_then(|rows| rows.get(&line)) {
                Some(None) => continue,
                Some(Some(row)) => row,
                None => lines.row()?,
            };
            let values = lines.values(line, row, &query.needed)?;
            if offer(query, values, sink).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Opens a file; of recordings and pictures nothing but their facts is wanted.
    async fn open_file(&self, table: TableAt, file: &str) -> Result<Option<Opened>, Error> {
        let folder = &self.files.folder;
        match self.table(table)?.0.kind.format {
            Format::Media => folder.facts(file).await,
            _ => folder.get(file).await,
        }
    }

    /// Opens a file of recordings or pictures for what is in it; nothing else of the folder is handed out so.
    async fn open_media(&mut self, file: &str) -> Result<Option<Media>, Error> {
        let is_media = |c: &Chosen| c.kind.format == Format::Media && c.has(file);
        let goes = self.edits.get(file).is_some_and(|edit| matches!(edit.change, Change::Gone));
        if goes || !self.files.kinds.iter().any(is_media) {
            return Ok(None);
        }
        let folder = self.files.folder.clone();
        let Some(opened) = folder.get(file).await? else {
            let was_seen = self.seen.contains_key(&hash(file));
            return if was_seen { Err(folder.conflict()) } else { Ok(None) };
        };
        self.note(file, &opened.state)?;
        Ok(Some(Media { source: Source::packed(opened.file), folder }))
    }

    /// What this session will do to a file, which only one table may.
    fn edit(&self, table: TableAt, file: &str) -> Result<Option<&Change>, Error> {
        match self.edits.get(file) {
            Some(edit) if edit.table == table || matches!(edit.change, Change::Gone) => {
                Ok(Some(&edit.change))
            }
            Some(_) => Err(self.in_two_tables()),
            None => Ok(None),
        }
    }

    fn in_two_tables(&self) -> Error {
        self.files.folder.other("change", "a file that is in two tables")
    }

    /// The file and line of a key, if it is one of this session.
    fn place(&self, table: TableAt, key: &Key) -> Result<Option<(String, u64)>, Error> {
        let (chosen, _) = self.table(table)?;
        let place = match (key.0.as_ref(), has_rows(chosen.kind.format)) {
            ([Value::Text(file)], false) => Some((file, 0)),
            ([Value::Text(file), Value::Integer(line)], true) => {
                u64::try_from(*line).ok().map(|line| (file, line))
            }
            _ => None,
        };
        let known =
            |(file, _): &(&String, u64)| chosen.has(file) && self.seen.contains_key(&hash(file));
        Ok(place.filter(known).map(|(file, line)| (file.clone(), line)))
    }

    /// The rows that a file will lose or see changed, if it stays.
    fn rows(
        &mut self,
        table: TableAt,
        file: &str,
    ) -> Result<Option<&mut BTreeMap<u64, Option<String>>>, Error> {
        self.edit(table, file)?;
        let fresh = || Edit { table, change: Change::Rows(BTreeMap::new()) };
        match &mut self.edits.entry(file.to_owned()).or_insert_with(fresh).change {
            Change::Rows(rows) => Ok(Some(rows)),
            _ => Ok(None),
        }
    }

    fn delete_one(&mut self, table: TableAt, key: &Key) -> Result<bool, Error> {
        let Some((file, line)) = self.place(table, key)? else { return Ok(false) };
        if has_rows(self.table(table)?.0.kind.format) {
            let rows = self.rows(table, &file)?;
            return Ok(rows.is_some_and(|rows| !matches!(rows.insert(line, None), Some(None))));
        }
        if matches!(self.edit(table, &file)?, Some(Change::Gone)) {
            return Ok(false);
        }
        self.edits.insert(file, Edit { table, change: Change::Gone });
        Ok(true)
    }

    /// Changes the text of files that are one row.
    fn change_texts(
        &mut self,
        table: TableAt,
        columns: &[ColumnAt],
        rows: &[(Key, Vec<Value>)],
    ) -> Result<u64, Error> {
        let mut count = 0;
        for (key, values) in rows {
            let Some((file, _)) = self.place(table, key)? else { continue };
            if matches!(self.edit(table, &file)?, Some(Change::Gone)) {
                continue;
            }
            if let (Some(_), Some(value)) = (columns.last(), values.last()) {
                let text = value.text().unwrap_or_default().into_owned();
                self.edits.insert(file, Edit { table, change: Change::Text(text) });
            }
            count += 1;
        }
        Ok(count)
    }

    /// Changes rows of one file, which is read for that.
    async fn change_rows(
        &mut self,
        table: TableAt,
        file: &str,
        columns: &[ColumnAt],
        rows: &BTreeMap<u64, &[Value]>,
    ) -> Result<u64, Error> {
        let folder = self.files.folder.clone();
        let Some(opened) = folder.get(file).await? else { return Err(folder.conflict()) };
        self.note(file, &opened.state)?;
        let (chosen, shape) = self.table(table)?;
        let edits = match self.edit(table, file)? {
            Some(Change::Rows(edits)) => Some(edits),
            Some(_) => return Ok(0),
            None => None,
        };
        let mut changed = Vec::new();
        let lines = Lines::new(&folder, shape, file, opened, chosen.kind.format);
        if let Some(mut lines) = lines {
            while changed.len() < rows.len()
                && let Some(line) = lines.next().await?
            {
                let Some(values) = rows.get(&line) else { continue };
                let row = match edits.and_then(|edits| edits.get(&line)) {
                    Some(None) => continue,
                    Some(Some(row)) => row,
                    None => lines.row()?,
                };
                changed.push((line, Some(lines.rewrite(line, row, columns, values)?)));
            }
        }
        let count = changed.len() as u64;
        if let Some(rows) = self.rows(table, file)? {
            rows.extend(changed);
        }
        Ok(count)
    }

    /// Whether these columns can be written.
    fn check_columns(&self, table: TableAt, columns: &[ColumnAt]) -> Result<(), Error> {
        let (_, shape) = self.table(table)?;
        let column = columns.iter().find_map(|&at| match shape.table.columns.get(at) {
            Some(column) if column.generated => Some(column.name.clone()),
            Some(_) => None,
            None => Some("no such column".to_owned()),
        });
        column.map_or(Ok(()), |column| {
            let store = self.files.folder.store().to_owned();
            Err(Error::Refused { store, rule: Some(column), code: "made by the store".to_owned() })
        })
    }

    async fn change_all(
        &mut self,
        table: TableAt,
        columns: &[ColumnAt],
        rows: &[(Key, Vec<Value>)],
    ) -> Result<u64, Error> {
        self.may("change")?;
        self.check_columns(table, columns)?;
        if text_column(self.table(table)?.0.kind.format).is_some() {
            return self.change_texts(table, columns, rows);
        }
        let mut files: BTreeMap<String, BTreeMap<u64, &[Value]>> = BTreeMap::new();
        for (key, values) in rows {
            if let Some((file, line)) = self.place(table, key)? {
                files.entry(file).or_default().insert(line, values);
            }
        }
        let mut count = 0;
        for (file, rows) in &files {
            count += self.change_rows(table, file, columns, rows).await?;
        }
        Ok(count)
    }
}

/// A recording or picture that is being read.
struct Media {
    source: Source,
    folder: Folder,
}

impl Pieces for Media {
    fn next(&mut self) -> Answer<'_, Vec<u8>> {
        Box::pin(async {
            let mut piece = Vec::new();
            let read = self.source.more(&mut piece).await;
            read.map(|_| piece).map_err(|error| self.folder.failed("read", &error))
        })
    }
}

/// Hands a row over if it is asked for.
fn offer(query: &Query, values: Vec<Value>, sink: Sink<'_>) -> ControlFlow<()> {
    if query.takes(&values) { sink(query.row(values)) } else { ControlFlow::Continue(()) }
}

/// Waits for the folder's lock.
async fn lock(files: &Inner) -> Result<Lock, Error> {
    for _ in 0..PATIENCE {
        if let Some(lock) = files.folder.lock().await? {
            return Ok(lock);
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err(files.folder.away(BUSY))
}

impl Session for FileSession {
    fn find<'a>(&'a mut self, lookup: &'a Lookup<'a>, sink: Sink<'a>) -> Answer<'a, ()> {
        Box::pin(async move {
            let query = Query::lookup(&self.table(lookup.table)?.1.table, lookup);
            self.run(lookup.table, &query, sink).await
        })
    }

    fn sweep<'a>(
        &'a mut self,
        table: TableAt,
        want: &'a [ColumnAt],
        sink: Sink<'a>,
    ) -> Answer<'a, ()> {
        Box::pin(async move {
            let query = Query::all(&self.table(table)?.1.table, want);
            self.run(table, &query, sink).await
        })
    }

    fn media<'a>(&'a mut self, path: &'a str) -> Answer<'a, Option<Box<dyn Pieces>>> {
        Box::pin(async move {
            let media = self.open_media(path).await?;
            Ok(media.map(|media| Box::new(media) as Box<dyn Pieces>))
        })
    }

    fn delete<'a>(&'a mut self, table: TableAt, keys: &'a [Key]) -> Answer<'a, u64> {
        Box::pin(async move {
            self.may("delete")?;
            keys.iter()
                .try_fold(0, |count, key| Ok(count + u64::from(self.delete_one(table, key)?)))
        })
    }

    fn change<'a>(
        &'a mut self,
        table: TableAt,
        columns: &'a [ColumnAt],
        rows: &'a [(Key, Vec<Value>)],
    ) -> Answer<'a, u64> {
        Box::pin(self.change_all(table, columns, rows))
    }

    fn commit(self: Box<Self>) -> Answer<'static, ()> {
        Box::pin(async move { commit::commit(&self).await })
    }
}
