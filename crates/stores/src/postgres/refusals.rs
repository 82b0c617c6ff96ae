//! Which rules of a table of PostgreSQL would refuse rows: the server is asked for its rules, and what they say of rows that are
//! nowhere but in the question.
//!
//! Owns: rules of types (domains, enumerations), `CHECK`, and what must differ, as far as rows of the question are the same among
//! themselves. Leaves to others: the statements (`sql`). The session only reads; rules that exclude (`EXCLUDE`) are named, not tried.

use std::collections::BTreeSet;

use sqlx::Postgres as Db;
use sqlx::postgres::PgArguments;

use super::values::bind_columns;
use super::{Postgres, failure};
use crate::schema::Table;
use crate::sql::{Statement, postgres as sql};
use crate::{Error, Refusals, Trial, Value};

const TYPES: &str = "SELECT a.attname::text, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a \
    JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
    WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped";

const CHECKS: &str = "SELECT r.conname::text, r.contype = 'c', pg_get_expr(r.conbin, r.conrelid) FROM pg_constraint r \
    JOIN pg_class c ON c.oid = r.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
    WHERE n.nspname = $1 AND c.relname = $2 AND r.contype IN ('c', 'x') ORDER BY r.conname";

/// Of each unique index: its name, what must differ, for which rows alone, and whether nothing is the same as nothing
/// (PostgreSQL 15).
const UNIQUE: &str = "SELECT x.relname::text, \
    ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, false) FROM generate_series(1, i.indnkeyatts::int) AS k), \
    pg_get_expr(i.indpred, i.indrelid), COALESCE((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) FROM pg_index i \
    JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
    WHERE n.nspname = $1 AND c.relname = $2 AND i.indisunique AND i.indisvalid ORDER BY x.relname";

/// What a unique index says.
type Unique = (String, Vec<String>, Option<String>, bool);

impl Postgres {
    pub(super) async fn ask_rules(&self, trial: &Trial<'_>) -> Result<Refusals, Error> {
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
        let transaction = self.pool.begin_with(begin).await;
        let transaction = transaction.map_err(|e| failure(&self.id, "read", &e))?;
        let mut ask = Ask { id: &self.id, transaction, trial, found: Refusals::default() };
        let declared = ask.declared().await?;
        if !ask.types(&declared).await? {
            let after = trial.written();
            ask.checks(&declared, &after).await?;
            ask.unique(&declared, &after).await?;
        }
        Ok(ask.found)
    }
}

struct Ask<'a> {
    id: &'a str,
    transaction: sqlx::Transaction<'static, Db>,
    trial: &'a Trial<'a>,
    found: Refusals,
}

impl Ask<'_> {
    fn fail(&self, error: &sqlx::Error) -> Error {
        failure(self.id, "read", error)
    }

    /// The type of each column, as the server calls it.
    async fn declared(&mut self) -> Result<Vec<String>, Error> {
        let (space, bare) = names(self.trial.table);
        let asked = sqlx::query_as::<_, (String, String)>(TYPES).bind(space).bind(bare);
        let types = asked.fetch_all(&mut *self.transaction).await;
        let types = types.map_err(|e| failure(self.id, "read", &e))?;
        let of =
            |name: &str| types.iter().find(|(column, _)| column == name).map(|(_, t)| t.clone());
        let columns = &self.trial.table.columns;
        Ok(columns.iter().map(|c| of(&c.name).unwrap_or_else(|| "text".to_owned())).collect())
    }

    /// Whether a type of the columns has no such value. Then nothing else can be asked.
    async fn types(&mut self, declared: &[String]) -> Result<bool, Error> {
        for (number, at) in self.trial.columns.iter().enumerate() {
            let Some(declared) = declared.get(*at) else { continue };
            let values =
                self.trial.rows.iter().map(|(_, new)| new.get(number..=number).unwrap_or_default());
            let mut arguments = PgArguments::default();
            bind_columns(&mut arguments, values, 1);
            match self.ask::<i64>(&sql::cast(declared), arguments).await? {
                Ok(_) => {}
                // The rule of a domain has a name; a type itself is the rule.
                Err(Error::Refused { rule, .. }) => {
                    let rows = self.trial.rows.len() as u64;
                    self.found.rules.insert(rule.unwrap_or_else(|| declared.clone()), rows);
                }
                Err(Error::Other { code, .. }) if code.starts_with("SQLSTATE 22") => {
                    self.found.rules.insert(declared.clone(), self.trial.rows.len() as u64);
                }
                Err(_) => drop(self.found.untold.insert(declared.clone())),
            }
        }
        Ok(!self.found.rules.is_empty() || !self.found.untold.is_empty())
    }

    async fn checks(&mut self, declared: &[String], after: &[Vec<Value>]) -> Result<(), Error> {
        let (space, bare) = names(self.trial.table);
        let asked =
            sqlx::query_as::<_, (String, bool, Option<String>)>(CHECKS).bind(space).bind(bare);
        let rules = asked.fetch_all(&mut *self.transaction).await.map_err(|e| self.fail(&e))?;
        let before: Vec<Vec<Value>> = self.trial.rows.iter().map(|(row, _)| row.clone()).collect();
        for (name, is_check, rule) in rules {
            let Some(rule) = rule.filter(|_| is_check) else {
                self.found.untold.insert(name);
                continue;
            };
            let statement = sql::against(self.trial.table, declared, &rule);
            let mut numbers = Vec::new();
            for rows in [&before[..], after] {
                let asked = self.ask_all(&statement, rows).await?;
                numbers.push(asked.map(|n| n.into_iter().collect::<BTreeSet<i64>>()));
            }
            match &numbers[..] {
                // A row that is against it as it is says nothing of what would be written.
                [Ok(before), Ok(after)] if !after.is_subset(before) => {
                    let rows = after.difference(before).count() as u64;
                    self.found.rules.insert(name, rows);
                }
                [Ok(_), Ok(_)] => {}
                _ => drop(self.found.untold.insert(name)),
            }
        }
        Ok(())
    }

    async fn unique(&mut self, declared: &[String], after: &[Vec<Value>]) -> Result<(), Error> {
        let (space, bare) = names(self.trial.table);
        let asked = sqlx::query_as::<_, Unique>(UNIQUE).bind(space).bind(bare);
        let indexes = asked.fetch_all(&mut *self.transaction).await.map_err(|e| self.fail(&e))?;
        for (name, parts, only, nulls) in indexes {
            let statement = sql::same(self.trial.table, declared, &parts, only.as_deref(), nulls);
            match self.ask::<i64>(&statement, self.rows(after)).await? {
                Ok(0) => {}
                Ok(rows) => {
                    self.found.rules.insert(name, u64::try_from(rows).unwrap_or_default());
                }
                Err(_) => drop(self.found.untold.insert(name)),
            }
        }
        Ok(())
    }

    fn rows(&self, rows: &[Vec<Value>]) -> PgArguments {
        let mut arguments = PgArguments::default();
        let width = self.trial.table.columns.len();
        bind_columns(&mut arguments, rows.iter().map(Vec::as_slice), width);
        arguments
    }

    async fn ask_all(
        &mut self,
        statement: &Statement,
        rows: &[Vec<Value>],
    ) -> Result<Result<Vec<i64>, Error>, Error> {
        let arguments = self.rows(rows);
        self.run("SAVEPOINT abide").await?;
        let asked = sqlx::query_scalar_with::<_, i64, _>(statement.text(), arguments);
        let told = asked.persistent(false).fetch_all(&mut *self.transaction).await;
        self.ended(told).await
    }

    /// One answer. The session goes on after an error that is an answer too.
    async fn ask<T>(
        &mut self,
        statement: &Statement,
        arguments: PgArguments,
    ) -> Result<Result<T, Error>, Error>
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, Db> + sqlx::Type<Db>,
    {
        self.run("SAVEPOINT abide").await?;
        let asked = sqlx::query_scalar_with::<_, T, _>(statement.text(), arguments);
        let told = asked.persistent(false).fetch_one(&mut *self.transaction).await;
        self.ended(told).await
    }

    async fn ended<T>(&mut self, told: Result<T, sqlx::Error>) -> Result<Result<T, Error>, Error> {
        let end =
            if told.is_ok() { "RELEASE SAVEPOINT abide" } else { "ROLLBACK TO SAVEPOINT abide" };
        // Who is away cannot go on, and says so here.
        self.run(end).await?;
        Ok(told.map_err(|e| self.fail(&e)))
    }

    async fn run(&mut self, statement: &'static str) -> Result<(), Error> {
        let done = sqlx::query(statement).execute(&mut *self.transaction).await;
        done.map(drop).map_err(|e| self.fail(&e))
    }
}

fn names(table: &Table) -> (Option<&str>, &str) {
    (table.space.as_deref(), table.bare.as_deref().unwrap_or(&table.name))
}
