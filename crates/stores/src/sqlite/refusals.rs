//! Which rules of a table of SQLite would refuse rows: tried on a copy in memory.
//!
//! Owns: making the copy, with the table's own rules and unique indexes, and trying there. Leaves to others: the statements
//! (`sql`). The store itself is only read; its references and triggers are not copied.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};

use super::{Sqlite, bind, failure};
use crate::schema::Table;
use crate::sql::{Statement, sqlite as sql};
use crate::{ColumnAt, Error, Refusals, Trial, Value};

impl Sqlite {
    pub(super) async fn try_on_a_copy(&self, trial: &Trial<'_>) -> Result<Refusals, Error> {
        let mut refusals = Refusals::default();
        let untold = || trial.table.name.clone();
        let Some(mut copy) = self.copy(trial.table).await? else {
            refusals.untold.insert(untold());
            return Ok(refusals);
        };
        match self.refused(&mut copy, trial).await {
            Ok(rules) => refusals.rules = rules,
            // A function that only another program has, say.
            Err(_) => drop(refusals.untold.insert(untold())),
        }
        // What is in memory goes with it.
        let _ = copy.close().await;
        Ok(refusals)
    }

    /// An empty table in memory with the same rules; `None` if there cannot be one.
    async fn copy(&self, table: &Table) -> Result<Option<SqliteConnection>, Error> {
        let fail = |e: sqlx::Error| failure(&self.id, "read", &e);
        let kept = "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL \
            AND (type = 'table' OR lower(sql) LIKE 'create unique index%') ORDER BY type DESC";
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        let kept = sqlx::query_scalar::<_, String>(kept).bind(&table.name);
        let kept: Vec<String> = kept.fetch_all(&mut *connection).await.map_err(fail)?;
        let made: Option<Vec<Statement>> = kept.iter().map(|kept| sql::made(kept)).collect();
        let Some(made) = made.filter(|made| !made.is_empty()) else { return Ok(None) };
        let options = SqliteConnectOptions::from_str("sqlite::memory:").map_err(fail)?;
        let options = options.foreign_keys(false).pragma("trusted_schema", "OFF");
        let mut copy = options.disable_statement_logging().connect().await.map_err(fail)?;
        for statement in made {
            if sqlx::query(statement.text()).execute(&mut copy).await.is_err() {
                return Ok(None);
            }
        }
        Ok(Some(copy))
    }

    /// In how many of the rows which rule refuses. What refuses a row as it is says nothing of what would be written.
    async fn refused(
        &self,
        copy: &mut SqliteConnection,
        trial: &Trial<'_>,
    ) -> Result<BTreeMap<String, u64>, Error> {
        let columns: Vec<ColumnAt> = (0..trial.table.columns.len())
            .filter(|at| trial.table.columns.get(*at).is_some_and(|c| !c.generated))
            .collect();
        let insert = sql::insert(trial.table, &columns);
        let mut keys = Vec::new();
        for (before, after) in trial.rows {
            let values = columns.iter().filter_map(|at| before.get(*at));
            match self.run(copy, &insert, values).await {
                Ok(number) => keys.push((key(trial.table, number, before), after)),
                Err(Error::Refused { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        let (change, mut rules) = (sql::change(trial.table, trial.columns, 1), BTreeMap::new());
        for (key, after) in keys {
            match self.run(copy, &change, after.iter().chain(&key)).await {
                Ok(_) => {}
                Err(Error::Refused { rule, code, .. }) => {
                    *rules.entry(rule.unwrap_or_else(|| kind(&code).to_owned())).or_default() += 1;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(rules)
    }

    /// Runs a statement; the number of the row that it added.
    async fn run<'v>(
        &self,
        copy: &mut SqliteConnection,
        statement: &Statement,
        values: impl Iterator<Item = &'v Value>,
    ) -> Result<i64, Error> {
        let mut arguments = SqliteArguments::default();
        values.for_each(|value| bind(&mut arguments, value));
        let done = sqlx::query_with(statement.text(), arguments).execute(copy).await;
        Ok(done.map_err(|e| failure(&self.id, "change", &e))?.last_insert_rowid())
    }
}

/// What names a row of the copy.
fn key(table: &Table, number: i64, row: &[Value]) -> Vec<Value> {
    match table.rowid {
        Some(_) => vec![Value::Integer(number)],
        None => table.key.iter().filter_map(|at| row.get(*at).cloned()).collect(),
    }
}

/// What kind of rule it is that has no name (<https://sqlite.org/rescode.html>).
fn kind(code: &str) -> &'static str {
    match code.rsplit(' ').next() {
        Some("275") => "CHECK",
        Some("1299") => "NOT NULL",
        Some("1555" | "2067" | "2579") => "UNIQUE",
        _ => "CONSTRAINT",
    }
}
