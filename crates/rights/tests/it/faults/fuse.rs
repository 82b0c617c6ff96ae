//! Stores and records of which one call fails: before it has an effect, or after, so that only the answer is lost.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use abide_records::{Backend, Dialect, Error as RecordsError, Transaction, Value as Cell};
use abide_stores::schema::{Column, Table};
use abide_stores::{
    Abilities, Answer, ColumnAt, Effort, Error, Key, Lookup, Mode, Pieces, Remains, Schema,
    Session, Sink, Store, TableAt, Tally, TextSink, UnreadFiles, Written,
};

/// When the call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// It does nothing.
    Before,
    /// It is done, and nobody is told.
    After,
}

/// What the failure is.
pub(crate) enum Fault {
    /// This call alone.
    Once,
    /// This call and all that come after it: the process is as good as dead.
    Dead,
    /// The process ends without a word.
    Abort,
    /// Something happens, and the call goes on.
    Happens(Box<dyn Fn() + Send + Sync>),
}

/// Counts calls, and makes one of them fail.
pub(crate) struct Fuse {
    calls: AtomicUsize,
    pub(crate) at: usize,
    when: When,
    fault: Fault,
}

impl Fuse {
    pub(crate) fn new(at: usize, when: When, fault: Fault) -> Arc<Self> {
        Arc::new(Self { calls: AtomicUsize::new(0), at, when, fault })
    }

    /// Whether the call that fails was made.
    pub(crate) fn is_blown(&self) -> bool {
        self.made() > self.at
    }

    /// So many calls were made.
    pub(crate) fn made(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    async fn guard<T, E>(&self, lost: E, call: impl Future<Output = Result<T, E>>) -> Result<T, E> {
        let number = self.calls.fetch_add(1, Ordering::SeqCst);
        if number != self.at {
            let dead = matches!(self.fault, Fault::Dead) && number > self.at;
            return if dead { Err(lost) } else { call.await };
        }
        match (&self.fault, self.when) {
            (Fault::Abort, When::Before) => std::process::abort(),
            (Fault::Abort, When::After) => {
                let _ = call.await;
                std::process::abort()
            }
            (Fault::Happens(happens), _) => {
                happens();
                call.await
            }
            (Fault::Once | Fault::Dead, When::Before) => Err(lost),
            (Fault::Once | Fault::Dead, When::After) => {
                call.await?;
                Err(lost)
            }
        }
    }
}

/// A store behind a fuse.
pub(crate) struct FusedStore(pub(crate) Arc<dyn Store>, pub(crate) Arc<Fuse>);

struct FusedSession(Box<dyn Session>, Arc<Fuse>);

fn away() -> Error {
    Error::Away { store: "store".to_owned(), code: "fuse".to_owned() }
}

impl Store for FusedStore {
    fn id(&self) -> &str {
        self.0.id()
    }
    fn abilities(&self) -> Answer<'_, Abilities> {
        self.0.abilities()
    }
    fn schema(&self) -> Answer<'_, Arc<Schema>> {
        Box::pin(self.1.guard(away(), self.0.schema()))
    }
    fn session(&self, mode: Mode) -> Answer<'_, Box<dyn Session>> {
        Box::pin(async move {
            let inner = self.1.guard(away(), self.0.session(mode)).await?;
            Ok(Box::new(FusedSession(inner, Arc::clone(&self.1))) as Box<dyn Session>)
        })
    }
    fn settle(&self, effort: Effort) -> Answer<'_, Remains> {
        Box::pin(self.1.guard(away(), self.0.settle(effort)))
    }
    fn written<'a>(
        &'a self,
        table: &'a Table,
        column: &'a Column,
        text: &'a str,
    ) -> Answer<'a, Written> {
        Box::pin(self.1.guard(away(), self.0.written(table, column, text)))
    }
    fn texts<'a>(&'a self, except: &'a [PathBuf], sink: TextSink<'a>) -> Answer<'a, UnreadFiles> {
        Box::pin(self.1.guard(away(), self.0.texts(except, sink)))
    }
    fn close(&self) -> Answer<'_, ()> {
        self.0.close()
    }
}

impl Session for FusedSession {
    fn find<'a>(&'a mut self, lookup: &'a Lookup<'a>, sink: Sink<'a>) -> Answer<'a, ()> {
        Box::pin(self.1.guard(away(), self.0.find(lookup, sink)))
    }
    fn sweep<'a>(
        &'a mut self,
        table: TableAt,
        want: &'a [ColumnAt],
        sink: Sink<'a>,
    ) -> Answer<'a, ()> {
        Box::pin(self.1.guard(away(), self.0.sweep(table, want, sink)))
    }
    fn media<'a>(&'a mut self, path: &'a str) -> Answer<'a, Option<Box<dyn Pieces>>> {
        Box::pin(self.1.guard(away(), self.0.media(path)))
    }
    fn delete<'a>(&'a mut self, table: TableAt, keys: &'a [Key]) -> Answer<'a, u64> {
        Box::pin(self.1.guard(away(), self.0.delete(table, keys)))
    }
    fn delete_together<'a>(
        &'a mut self,
        groups: &'a [(TableAt, Vec<Key>)],
    ) -> Answer<'a, Vec<u64>> {
        Box::pin(self.1.guard(away(), self.0.delete_together(groups)))
    }
    fn watch<'a>(&'a mut self, tables: &'a [TableAt]) -> Answer<'a, ()> {
        Box::pin(self.1.guard(away(), self.0.watch(tables)))
    }
    fn watched(&mut self) -> Answer<'_, BTreeMap<TableAt, Tally>> {
        Box::pin(self.1.guard(away(), self.0.watched()))
    }
    fn change<'a>(
        &'a mut self,
        table: TableAt,
        columns: &'a [ColumnAt],
        rows: &'a [(Key, Vec<abide_stores::Value>)],
    ) -> Answer<'a, u64> {
        Box::pin(self.1.guard(away(), self.0.change(table, columns, rows)))
    }
    fn commit(self: Box<Self>) -> Answer<'static, ()> {
        Box::pin(async move { self.1.guard(away(), self.0.commit()).await })
    }
}

/// Our own tables behind a fuse.
pub(crate) struct FusedRecords(pub(crate) Arc<dyn Backend>, pub(crate) Arc<Fuse>);

struct FusedWriting(Box<dyn Transaction>, Arc<Fuse>);

fn lost() -> RecordsError {
    RecordsError::Away { code: "fuse".to_owned() }
}

impl Backend for FusedRecords {
    fn dialect(&self) -> Dialect {
        self.0.dialect()
    }
    fn rows(
        &self,
        sql: &'static str,
        values: Vec<Cell>,
    ) -> abide_records::Answer<'_, Vec<Vec<Cell>>> {
        Box::pin(self.1.guard(lost(), self.0.rows(sql, values)))
    }
    fn begin(&self) -> abide_records::Answer<'_, Box<dyn Transaction>> {
        Box::pin(async move {
            let inner = self.1.guard(lost(), self.0.begin()).await?;
            Ok(Box::new(FusedWriting(inner, Arc::clone(&self.1))) as Box<dyn Transaction>)
        })
    }
    fn settle(&self) -> abide_records::Answer<'_, ()> {
        Box::pin(self.1.guard(lost(), self.0.settle()))
    }
    fn close(&self) -> abide_records::Answer<'_, ()> {
        self.0.close()
    }
}

impl Transaction for FusedWriting {
    fn dialect(&self) -> Dialect {
        self.0.dialect()
    }
    fn rows(
        &mut self,
        sql: &'static str,
        values: Vec<Cell>,
    ) -> abide_records::Answer<'_, Vec<Vec<Cell>>> {
        Box::pin(self.1.guard(lost(), self.0.rows(sql, values)))
    }
    fn execute(&mut self, sql: &'static str, values: Vec<Cell>) -> abide_records::Answer<'_, u64> {
        Box::pin(self.1.guard(lost(), self.0.execute(sql, values)))
    }
    fn commit(self: Box<Self>) -> abide_records::Answer<'static, ()> {
        Box::pin(async move { self.1.guard(lost(), self.0.commit()).await })
    }
}
