//! A PostgreSQL database that belongs to somebody else.
//!
//! A session is a transaction with `REPEATABLE READ`: what it reads does not change, and rows that somebody else changes
//! meanwhile end it with [`Error::Conflict`]. Values go in and out as the text in which the server writes them, so that types
//! that this program does not know pass through unchanged. A row is named by its primary key or something else that is unique,
//! else by its place (`ctid`), which holds until it is changed.
//!
//! Needs: `SELECT`, `UPDATE`, `DELETE` on the tables of the map; to take dead rows out of them also what `clean` says. Nothing
//! is created, not even temporary tables. Where row-level security holds for the account, nothing is read: see `rights`. Which of these rights the account has is asked for table by table; a standby, and what
//! is opened [for reading alone](Postgres::open_read_only), can do nothing but read.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{Arguments as _, ConnectOptions as _, Connection as _, PgConnection, Postgres as Db};

use crate::schema::{Column, Family, Known, Table};
use crate::sql::{Statement, condition, postgres as sql};
use crate::written::{Written, is_short_enough};
use crate::{
    Abilities, Answer, Beside, ColumnAt, Effort, Error, Far, Key, Lookup, Mode, Refusals, Remains,
    Row, Schema, Session, Sink, Store, TableAt, Tally, TextSink, Trial, Unread, UnreadFiles, Value,
};

mod catalogue;
mod clean;
mod failure;
mod refusals;
mod rights;
mod values;
mod watch;

use failure::{failure, is_misfit, is_of_a_value, misfit};
use values::{Shape, bind_columns, fits, knows_what_fits};
use watch::Watch;

/// How long a session waits for a connection.
const BUSY: Duration = Duration::from_secs(10);
/// Sessions at the same time.
const SESSIONS: u32 = 4;
/// How many rows of values go into one statement.
const CHUNK: usize = 8192;
/// How many rows of a whole table are asked for at once.
const FETCHED: usize = 1000;

/// A PostgreSQL database.
#[derive(Clone, Debug)]
pub struct Postgres {
    id: String,
    pool: PgPool,
    known: Known,
    /// The tables of its map; empty if that is not known.
    mapped: Arc<[String]>,
}

impl Postgres {
    /// Connects to an address such as `postgres://user@host/database`. Its credentials are kept by the driver alone.
    ///
    /// # Errors
    /// [`Error::Open`] if the address is none, or nobody answers there, or not to this account.
    pub async fn open(id: &str, address: &str) -> Result<Self, Error> {
        Self::connect(id, address, false).await
    }

    /// Connects to an address, and deletes and changes nothing there: the server sees to it.
    ///
    /// # Errors
    /// As [`Postgres::open`].
    pub async fn open_read_only(id: &str, address: &str) -> Result<Self, Error> {
        Self::connect(id, address, true).await
    }

    async fn connect(id: &str, address: &str, read_only: bool) -> Result<Self, Error> {
        let opening = |code: String| Error::Open { store: id.to_owned(), code };
        let options = PgConnectOptions::from_str(address)
            .map_err(|_| opening("the address is not one of PostgreSQL".to_owned()))?
            .application_name("abide")
            .statement_cache_capacity(256)
            // How the server writes values must not depend on its settings.
            .options([
                ("timezone", "UTC"),
                ("datestyle", "ISO, YMD"),
                ("intervalstyle", "postgres"),
                ("bytea_output", "hex"),
                ("extra_float_digits", "1"),
                // Rows that a policy hides would be missed without a word: so the server refuses (PostgreSQL 15, section 5.8).
                ("row_security", "off"),
            ])
            .disable_statement_logging();
        let options = match read_only {
            true => options.options([("default_transaction_read_only", "on")]),
            false => options,
        };
        answers(&options).await.map_err(opening)?;
        let pool = PgPoolOptions::new()
            .max_connections(SESSIONS)
            .acquire_timeout(BUSY)
            .connect_with(options)
            .await;
        let pool = pool.map_err(|e| match failure(id, "read", &e) {
            Error::Other { code, .. } | Error::Away { code, .. } => opening(code),
            other => other,
        })?;
        Ok(Self { id: id.to_owned(), pool, known: Known::default(), mapped: Arc::default() })
    }

    /// The same, of which only these tables are cleaned after erasures: those of its map.
    #[must_use]
    pub fn mapped(self, tables: impl IntoIterator<Item = String>) -> Self {
        Self { mapped: tables.into_iter().collect(), ..self }
    }

    async fn begin(&self, mode: Mode) -> Result<Box<dyn Session>, Error> {
        let schema = match self.known.get() {
            Some(known) => known,
            None => self.read_schema().await?,
        };
        let begin = match mode {
            Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
            Mode::Write => "BEGIN ISOLATION LEVEL REPEATABLE READ",
        };
        let transaction =
            self.pool.begin_with(begin).await.map_err(|e| failure(&self.id, "read", &e))?;
        Ok(Box::new(Open { id: self.id.clone(), schema, transaction, watch: Watch::default() }))
    }

    /// Asks the server, which alone knows types of its own, their words and what holds for them.
    async fn as_written(
        &self,
        table: &Table,
        column: &Column,
        text: &str,
    ) -> Result<Written, Error> {
        let is_long = matches!(column.family, Family::Text(most) if !is_short_enough(text, most));
        // A cast to a length cuts, and no text of the server's has this sign.
        if is_long || text.contains('\0') {
            return Ok(Written::Nothing);
        }
        let fail = |e| failure(&self.id, "read", &e);
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        let bare = table.bare.as_deref().unwrap_or(&table.name);
        let declared = sqlx::query_scalar::<_, String>(catalogue::DECLARED);
        let declared = declared.bind(&table.space).bind(bare).bind(&column.name);
        let Some(declared) = declared.fetch_optional(&mut *connection).await.map_err(fail)? else {
            return Ok(Written::Nothing);
        };
        let statement = sql::written(&declared);
        let written = answer::<Option<String>>(&mut connection, &statement, text).await;
        let Some(written) = written.map_err(fail)? else { return Ok(Written::Nothing) };
        let value = values::value(written.as_deref(), column.family);
        let Some(question) =
            sql::says(column, &declared).filter(|_| written.as_deref() != Some(text))
        else {
            return Ok(Written::Said(value));
        };
        let said = answer::<Option<bool>>(&mut connection, &question, text).await.map_err(fail)?;
        Ok(if said == Some(Some(true)) { Written::Said(value) } else { Written::Else(value) })
    }

    async fn read_schema(&self) -> Result<Arc<Schema>, Error> {
        let fail = |e| failure(&self.id, "read", &e);
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        // First: whatever changes while the tables are read is seen later.
        let state = catalogue::state(&mut connection).await.map_err(fail)?;
        let schema = catalogue::read(&mut connection).await.map_err(fail)?;
        Ok(self.known.set(schema, state))
    }

    async fn compare_schema(&self) -> Result<bool, Error> {
        let fail = |e| failure(&self.id, "read", &e);
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        let state = catalogue::state(&mut connection).await.map_err(fail)?;
        if self.known.is_in(&state) {
            return Ok(true);
        }
        let schema = catalogue::read(&mut connection).await.map_err(fail)?;
        Ok(self.known.is_like(&schema, state))
    }
}

impl Store for Postgres {
    fn id(&self) -> &str {
        &self.id
    }
    fn abilities(&self) -> Answer<'_, Abilities> {
        Box::pin(self.ask_abilities())
    }
    fn schema(&self) -> Answer<'_, Arc<Schema>> {
        Box::pin(self.read_schema())
    }
    fn is_as_read(&self) -> Answer<'_, bool> {
        Box::pin(self.compare_schema())
    }
    fn session(&self, mode: Mode) -> Answer<'_, Box<dyn Session>> {
        Box::pin(self.begin(mode))
    }
    /// The server's log cannot be asked for anything: it lasts as long as the backups that are made of it.
    fn settle(&self, effort: Effort) -> Answer<'_, Remains> {
        Box::pin(async move {
            match effort {
                // A `VACUUM` reads what has changed since the last one.
                Effort::Request => Ok(Remains::UntilCleaned),
                Effort::Batch => self.settle_telling(&mut |_, _, _| ()).await,
            }
        })
    }
    fn settle_telling<'a>(&'a self, far: Far<'a>) -> Answer<'a, Remains> {
        Box::pin(async move { self.clean(far).await.map_err(|e| failure(&self.id, "clean", &e)) })
    }
    fn freshen(&self) -> Answer<'_, ()> {
        Box::pin(async {
            Postgres::freshen(self).await.map_err(|e| failure(&self.id, "clean", &e))
        })
    }
    fn written<'a>(
        &'a self,
        table: &'a Table,
        column: &'a Column,
        text: &'a str,
    ) -> Answer<'a, Written> {
        Box::pin(self.as_written(table, column, text))
    }
    fn refusals<'a>(&'a self, trial: &'a Trial<'a>) -> Answer<'a, Refusals> {
        Box::pin(self.ask_rules(trial))
    }
    fn beside(&self) -> Answer<'_, Vec<Beside>> {
        Box::pin(async move {
            let fail = |e| failure(&self.id, "read", &e);
            let mut connection = self.pool.acquire().await.map_err(fail)?;
            catalogue::beside(&mut connection).await.map_err(fail)
        })
    }
    fn texts<'a>(&'a self, _: &'a [PathBuf], _: TextSink<'a>) -> Answer<'a, UnreadFiles> {
        Box::pin(async move {
            let fail = |e| failure(&self.id, "read", &e);
            let mut connection = self.pool.acquire().await.map_err(fail)?;
            let objects = catalogue::large_objects(&mut connection).await.map_err(fail)?;
            let foreign = catalogue::foreign_tables(&mut connection).await.map_err(fail)?;
            let unread = [(Unread::LargeObject, objects), (Unread::ForeignTable, foreign)];
            Ok(unread.into_iter().filter(|(_, count)| *count > 0).collect())
        })
    }
    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async {
            self.pool.close().await;
            Ok(())
        })
    }
}

/// A transaction.
struct Open {
    id: String,
    schema: Arc<Schema>,
    transaction: sqlx::Transaction<'static, Db>,
    watch: Watch,
}

impl Open {
    fn table(&self, at: TableAt, doing: &'static str) -> Result<(Arc<Schema>, usize), Error> {
        let gone =
            || Error::Other { store: self.id.clone(), doing, code: "no such table".to_owned() };
        self.schema.tables.get(at).ok_or_else(gone)?;
        Ok((Arc::clone(&self.schema), at))
    }

    async fn stream(
        &mut self,
        statement: &Statement,
        arguments: PgArguments,
        shape: &Shape,
        sink: Sink<'_>,
    ) -> Result<ControlFlow<()>, Error> {
        let id = self.id.clone();
        let fail = |e: sqlx::Error| failure(&id, "read", &e);
        let mut rows = sqlx::query_with(statement.text(), arguments)
            .persistent(statement.is_lasting())
            .fetch(&mut *self.transaction);
        while let Some(row) = rows.try_next().await.map_err(fail)? {
            if sink(shape.decoded(&row).map_err(fail)?).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    async fn find_all(&mut self, lookup: &Lookup<'_>, sink: Sink<'_>) -> Result<(), Error> {
        let (schema, at) = self.table(lookup.table, "read")?;
        let Some(table) = schema.tables.get(at) else { return Ok(()) };
        let search = Search { table, lookup, statement: sql::find(table, lookup) };
        let holdable = |row: &&Vec<Value>| lookup.by.is_empty() || fits(table, lookup.by, row);
        let wanted: Vec<&Vec<Value>> = lookup.values.iter().filter(holdable).collect();
        let sure = lookup.by.iter().all(|c| table.columns.get(*c).is_some_and(knows_what_fits));
        // The last one is looked for next.
        let mut chunks: Vec<&[&Vec<Value>]> = wanted.chunks(CHUNK).collect();
        while let Some(chunk) = chunks.pop() {
            let found = if sure {
                self.read(&search, chunk, sink).await
            } else {
                self.try_read(&search, chunk, sink).await
            };
            match found {
                Ok(ControlFlow::Break(())) => break,
                Ok(ControlFlow::Continue(())) => {}
                // One value is none of this type: halves show which, and it finds nothing.
                Err(error) if !sure && is_misfit(&error) => {
                    let (left, right) = chunk.split_at(chunk.len() / 2);
                    chunks.extend([left, right].into_iter().filter(|_| chunk.len() > 1));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Through a cursor: the server would send the rest of the table to who has enough after a few rows.
    async fn sweep_all(
        &mut self,
        table: TableAt,
        want: &[ColumnAt],
        sink: Sink<'_>,
    ) -> Result<(), Error> {
        let (schema, at) = self.table(table, "read")?;
        let Some(table) = schema.tables.get(at) else { return Ok(()) };
        let shape = Shape::of(table, want);
        self.execute(&sql::open_sweep(table, want), PgArguments::default(), "read").await?;
        loop {
            let mut count = 0;
            let mut each = |row: Row| {
                count += 1;
                sink(row)
            };
            let fetch = sql::fetch(FETCHED);
            let flow = self.stream(&fetch, PgArguments::default(), &shape, &mut each).await?;
            if flow.is_break() || count < FETCHED {
                break;
            }
        }
        self.execute(&sql::close_sweep(), PgArguments::default(), "read").await.map(drop)
    }

    /// Reads so that the session goes on after an error.
    async fn try_read(
        &mut self,
        search: &Search<'_>,
        chunk: &[&Vec<Value>],
        sink: Sink<'_>,
    ) -> Result<ControlFlow<()>, Error> {
        self.run("SAVEPOINT abide").await?;
        let found = self.read(search, chunk, sink).await;
        if found.as_ref().is_err_and(is_misfit) {
            self.run("ROLLBACK TO SAVEPOINT abide").await?;
        }
        if found.as_ref().is_ok() {
            self.run("RELEASE SAVEPOINT abide").await?;
        }
        found
    }

    async fn run(&mut self, statement: &'static str) -> Result<(), Error> {
        let done = sqlx::query(statement).execute(&mut *self.transaction).await;
        done.map(drop).map_err(|e| failure(&self.id, "read", &e))
    }

    async fn read(
        &mut self,
        search: &Search<'_>,
        chunk: &[&Vec<Value>],
        sink: Sink<'_>,
    ) -> Result<ControlFlow<()>, Error> {
        let Search { table, lookup, statement } = search;
        let width = if lookup.by.is_empty() { sql::key(table).len() } else { lookup.by.len() };
        let mut arguments = PgArguments::default();
        bind_columns(&mut arguments, chunk.iter().map(|v| v.as_slice()), width);
        for (at, said) in lookup.when {
            let _ = arguments.add(condition(table, *at, said, ["false", "true"]));
        }
        self.stream(statement, arguments, &Shape::of(table, lookup.want), sink).await
    }

    async fn execute(
        &mut self,
        statement: &Statement,
        arguments: PgArguments,
        doing: &'static str,
    ) -> Result<u64, Error> {
        let done =
            sqlx::query_with(statement.text(), arguments).execute(&mut *self.transaction).await;
        Ok(done.map_err(|e| failure(&self.id, doing, &e))?.rows_affected())
    }

    /// One statement, however many keys: references among the rows are checked at its end.
    async fn delete_all(&mut self, table: TableAt, keys: &[Key]) -> Result<u64, Error> {
        let (schema, at) = self.table(table, "delete")?;
        let Some(table) = schema.tables.get(at).filter(|_| !keys.is_empty()) else { return Ok(0) };
        let mut arguments = PgArguments::default();
        bind_columns(&mut arguments, keys.iter().map(|k| &*k.0), sql::key(table).len());
        self.execute(&sql::delete(table), arguments, "delete").await
    }

    /// One statement for all tables: references among the rows are checked at its end.
    async fn delete_groups(&mut self, groups: &[(TableAt, Vec<Key>)]) -> Result<Vec<u64>, Error> {
        if let [(table, keys)] = groups {
            return Ok(vec![self.delete_all(*table, keys).await?]);
        }
        let schema = Arc::clone(&self.schema);
        let (mut tables, mut arguments) = (Vec::new(), PgArguments::default());
        for (at, keys) in groups {
            self.table(*at, "delete")?;
            let Some(table) = schema.tables.get(*at) else { continue };
            bind_columns(&mut arguments, keys.iter().map(|k| &*k.0), sql::key(table).len());
            tables.push(table);
        }
        let statement = sql::delete_together(&tables);
        let done = sqlx::query_scalar_with::<_, Vec<i64>, _>(statement.text(), arguments)
            .fetch_one(&mut *self.transaction)
            .await;
        let counts = done.map_err(|e| failure(&self.id, "delete", &e))?;
        Ok(counts.into_iter().map(|n| u64::try_from(n).unwrap_or_default()).collect())
    }

    async fn change_all(
        &mut self,
        table: TableAt,
        columns: &[ColumnAt],
        rows: &[(Key, Vec<Value>)],
    ) -> Result<u64, Error> {
        let (schema, at) = self.table(table, "change")?;
        let Some(table) = schema.tables.get(at) else { return Ok(0) };
        let statement = sql::change(table, columns);
        let mut count = 0;
        for chunk in rows.chunks(CHUNK) {
            let mut arguments = PgArguments::default();
            bind_columns(&mut arguments, chunk.iter().map(|(k, _)| &*k.0), sql::key(table).len());
            bind_columns(&mut arguments, chunk.iter().map(|(_, v)| v.as_slice()), columns.len());
            let changed = self.execute(&statement, arguments, "change").await;
            count += changed.map_err(|error| misfit(error, table, columns, chunk))?;
        }
        self.watch.changed(at, count);
        Ok(count)
    }
}

impl Session for Open {
    fn find<'a>(&'a mut self, lookup: &'a Lookup<'a>, sink: Sink<'a>) -> Answer<'a, ()> {
        Box::pin(self.find_all(lookup, sink))
    }
    fn sweep<'a>(
        &'a mut self,
        table: TableAt,
        want: &'a [ColumnAt],
        sink: Sink<'a>,
    ) -> Answer<'a, ()> {
        Box::pin(self.sweep_all(table, want, sink))
    }
    fn delete<'a>(&'a mut self, table: TableAt, keys: &'a [Key]) -> Answer<'a, u64> {
        Box::pin(self.delete_all(table, keys))
    }
    fn delete_together<'a>(
        &'a mut self,
        groups: &'a [(TableAt, Vec<Key>)],
    ) -> Answer<'a, Vec<u64>> {
        Box::pin(self.delete_groups(groups))
    }
    fn watch<'a>(&'a mut self, tables: &'a [TableAt]) -> Answer<'a, ()> {
        Box::pin(self.start_watching(tables))
    }
    fn watched(&mut self) -> Answer<'_, BTreeMap<TableAt, Tally>> {
        Box::pin(self.tallies())
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
        Box::pin(async move {
            self.transaction.commit().await.map_err(|e| failure(&self.id, "save", &e))
        })
    }
}

/// What is looked for, and how.
struct Search<'a> {
    table: &'a Table,
    lookup: &'a Lookup<'a>,
    statement: Statement,
}

/// What the server makes of a text; `None` if it has no such value.
async fn answer<T>(
    database: &mut PgConnection,
    statement: &Statement,
    text: &str,
) -> Result<Option<T>, sqlx::Error>
where
    T: Send + Unpin + for<'r> sqlx::Decode<'r, Db> + sqlx::Type<Db>,
{
    let asked = sqlx::query_scalar::<_, T>(statement.text()).bind(text).fetch_one(database);
    match asked.await {
        Ok(told) => Ok(Some(told)),
        Err(sqlx::Error::Database(e)) if e.code().is_some_and(|code| is_of_a_value(&code)) => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Whether anybody answers there. A pool asks again for as long as it waits for a connection, and then says that all are busy.
async fn answers(options: &PgConnectOptions) -> Result<(), String> {
    match tokio::time::timeout(BUSY, options.connect()).await {
        Ok(Ok(connection)) => {
            // What is not said is noticed by the server.
            let _ = connection.close().await;
            Ok(())
        }
        Ok(Err(sqlx::Error::Io(e))) if e.kind() != std::io::ErrorKind::InvalidData => {
            Err(format!("nobody answers there: {}", e.kind()))
        }
        // What the server says, it says to the pool too.
        Ok(Err(_)) => Ok(()),
        Err(_) => Err("nobody answers there in time".to_owned()),
    }
}
