//! A database of a test's own, asked past the store.

use std::ops::ControlFlow;
use std::sync::Arc;

use abide_stores::postgres::Postgres;
use abide_stores::sqlite::Sqlite;
use abide_stores::{Error, Lookup, Mode, Row, Schema, Session, Store, TableAt, Value};
use abide_tests::postgres::Postgres as Server;
use sqlx::{Connection as _, Row as _, ValueRef as _};

pub(crate) enum Base<'s> {
    Sqlite(tempfile::TempDir),
    Postgres(&'s Server, String),
}

impl Base<'_> {
    pub(crate) fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    /// What is written for one or the other database.
    pub(crate) fn pick<'a>(&self, sqlite: &'a str, postgres: &'a str) -> &'a str {
        if matches!(self, Self::Sqlite(_)) { sqlite } else { postgres }
    }

    pub(crate) fn path(&self) -> std::path::PathBuf {
        match self {
            Self::Sqlite(folder) => folder.path().join("store.db"),
            Self::Postgres(..) => panic!("no file"),
        }
    }

    /// Runs statements, and gives the rows: values between `|`, one row a line.
    pub(crate) async fn ask(&self, sql: &str) -> String {
        match self {
            Self::Postgres(server, name) => server.ask(name, sql).trim_end().to_owned(),
            Self::Sqlite(_) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new()
                    .filename(self.path())
                    .create_if_missing(true)
                    .foreign_keys(true);
                let mut database = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
                let asked = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
                let rows = asked.fetch_all(&mut database).await.unwrap();
                let cell = |row: &sqlx::sqlite::SqliteRow, at: usize| {
                    let null = row.try_get_raw(at).unwrap().is_null();
                    if null { String::new() } else { row.get_unchecked::<String, _>(at) }
                };
                let line = |row: &sqlx::sqlite::SqliteRow| {
                    (0..row.len()).map(|at| cell(row, at)).collect::<Vec<_>>().join("|")
                };
                let lines: Vec<String> = rows.iter().map(line).collect();
                database.close().await.unwrap();
                lines.join("\n")
            }
        }
    }

    pub(crate) async fn open(&self) -> Result<Arc<dyn Store>, Error> {
        Ok(match self {
            Self::Sqlite(_) => Arc::new(Sqlite::open("shop", &self.path()).await?),
            Self::Postgres(server, name) => {
                Arc::new(Postgres::open("shop", &server.address(name)).await?)
            }
        })
    }

    pub(crate) async fn store(&self) -> Arc<dyn Store> {
        self.open().await.unwrap()
    }
}

/// A store with its schema.
pub(crate) struct Opened {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) schema: Arc<Schema>,
}

impl Opened {
    pub(crate) async fn new(base: &Base<'_>) -> Self {
        let store = base.store().await;
        let schema = store.schema().await.unwrap();
        Self { store, schema }
    }

    pub(crate) async fn read_only(base: &Base<'_>) -> Self {
        let store: Arc<dyn Store> = match base {
            Base::Sqlite(_) => {
                Arc::new(Sqlite::open_read_only("shop", &base.path()).await.unwrap())
            }
            Base::Postgres(server, name) => {
                Arc::new(Postgres::open_read_only("shop", &server.address(name)).await.unwrap())
            }
        };
        let schema = store.schema().await.unwrap();
        Self { store, schema }
    }

    pub(crate) fn table(&self, name: &str) -> TableAt {
        self.schema.table(name).unwrap_or_else(|| panic!("no table {name}"))
    }

    pub(crate) fn columns(&self, table: &str, names: &[&str]) -> Vec<usize> {
        let table = &self.schema.tables[self.table(table)];
        names.iter().map(|n| table.column(n).unwrap_or_else(|| panic!("no column {n}"))).collect()
    }

    pub(crate) async fn read(&self) -> Box<dyn Session> {
        self.store.session(Mode::Read).await.unwrap()
    }

    pub(crate) async fn write(&self) -> Box<dyn Session> {
        self.store.session(Mode::Write).await.unwrap()
    }

    /// Rows of a table by values of columns, with all their values, in a session.
    pub(crate) async fn find(
        &self,
        session: &mut Box<dyn Session>,
        table: &str,
        by: &[&str],
        values: &[Vec<Value>],
    ) -> Result<Vec<Row>, Error> {
        let (at, by) = (self.table(table), self.columns(table, by));
        let want: Vec<usize> = (0..self.schema.tables[at].columns.len()).collect();
        let lookup = Lookup {
            table: at,
            by: &by,
            values,
            when: &[],
            want: &want,
            hold: false,
            refers: false,
        };
        rows(session, &lookup).await
    }

    /// The same, counted, in a session of its own.
    pub(crate) async fn count(&self, table: &str, by: &[&str], values: &[Vec<Value>]) -> usize {
        self.find(&mut self.read().await, table, by, values).await.unwrap().len()
    }
}

pub(crate) async fn rows(
    session: &mut Box<dyn Session>,
    lookup: &Lookup<'_>,
) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    let mut sink = |row| {
        rows.push(row);
        ControlFlow::Continue(())
    };
    session.find(lookup, &mut sink).await?;
    Ok(rows)
}

/// One group of one value.
pub(crate) fn one(value: impl Into<Value>) -> Vec<Vec<Value>> {
    vec![vec![value.into()]]
}
