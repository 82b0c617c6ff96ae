//! Loading into a new SQLite file: one transaction without a journal, many rows in each statement, indexes at the end.
#![expect(clippy::disallowed_methods, reason = "SQL is made of the schema that the example owns")]

use std::path::Path;

use anyhow::Result;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode, SqliteSynchronous,
};
use sqlx::{Arguments, AssertSqlSafe, ConnectOptions, Connection, SqliteConnection};
use tokio::sync::mpsc::Receiver;

use super::{Batch, Index};
use crate::schema::{Dialect, TABLES, Table};
use crate::value::{Row, Value};

/// How many values a statement takes at most.
const VALUES: usize = 1_000;

pub(super) async fn load(path: &Path, mut batches: Receiver<Batch>, index: Index) -> Result<()> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(false)
        .journal_mode(SqliteJournalMode::Off)
        .locking_mode(SqliteLockingMode::Exclusive)
        .synchronous(SqliteSynchronous::Off)
        .pragma("cache_size", "-65536")
        .pragma("temp_store", "FILE")
        .disable_statement_logging();
    let mut database = options.connect().await?;
    run(&mut database, "BEGIN".to_owned()).await?;
    for table in TABLES {
        run(&mut database, table.create(Dialect::Sqlite)).await?;
    }
    while let Some((table, rows)) = batches.recv().await {
        for rows in rows.chunks(VALUES / table.columns.len()) {
            insert(&mut database, table, rows).await?;
        }
    }
    run(&mut database, "COMMIT".to_owned()).await?;
    if index == Index::Full {
        for sql in TABLES.iter().flat_map(Table::indexes) {
            run(&mut database, sql).await?;
        }
    }
    run(&mut database, "PRAGMA analysis_limit = 1000; ANALYZE".to_owned()).await?;
    database.close().await?;
    Ok(())
}

async fn run(database: &mut SqliteConnection, sql: String) -> Result<()> {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(database).await?;
    Ok(())
}

async fn insert(database: &mut SqliteConnection, table: &Table, rows: &[Row]) -> Result<()> {
    let row = format!("({})", vec!["?"; table.columns.len()].join(","));
    let sql = format!("INSERT INTO {} VALUES {}", table.name, vec![row; rows.len()].join(","));
    let mut values = SqliteArguments::default();
    for value in rows.iter().flatten() {
        let added = match value {
            Value::Null => values.add(None::<i64>),
            Value::Integer(number) => values.add(*number),
            Value::Number(number) => values.add(*number),
            Value::Text(text) => values.add(text.clone()),
        };
        added.map_err(anyhow::Error::from_boxed)?;
    }
    sqlx::query_with(AssertSqlSafe(sql), values).execute(database).await?;
    Ok(())
}
