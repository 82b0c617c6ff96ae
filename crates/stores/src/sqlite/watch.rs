//! Which rows come to tables and go from them, whoever does it: this program, the store's references, its triggers.
//!
//! SQLite tells of each row when it is written, but for tables without row numbers, and for one that a trigger empties whole
//! (`DELETE` without `WHERE`, from a table that no reference touches): <https://sqlite.org/c3ref/update_hook.html>. The rows of such
//! tables are counted before and after, if any trigger names them, or a reference acts on them. Rows are not told of that a trigger
//! replaces (`UPDATE OR REPLACE`).

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use sqlx::sqlite::{SqliteConnection, SqliteOperation};

use super::{Open, failure};
use crate::schema::{Schema, Table};
use crate::sql::sqlite as sql;
use crate::{Error, TableAt, Tally};

/// What a session counts.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// By the names of tables, as SQLite tells.
    told: Arc<Mutex<BTreeMap<String, Tally>>>,
    /// What this program deleted itself, of which SQLite may not tell.
    deleted: BTreeMap<String, u64>,
    tables: Vec<TableAt>,
    /// How many rows there were where SQLite does not tell everything.
    before: BTreeMap<TableAt, u64>,
}

impl Watch {
    pub(super) fn deleted(&mut self, table: &Table, count: u64) {
        *self.deleted.entry(table.name.clone()).or_default() += count;
    }

    fn told(&self, table: &str) -> Tally {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let mut tally = told.get(table).copied().unwrap_or_default();
        tally.gone = tally.gone.max(self.deleted.get(table).copied().unwrap_or_default());
        tally
    }

    async fn listen(&self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        let told = Arc::clone(&self.told);
        connection.lock_handle().await?.set_update_hook(move |update| {
            if update.database != "main" || update.operation == SqliteOperation::Update {
                return;
            }
            let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
            if !told.contains_key(update.table) {
                told.insert(update.table.to_owned(), Tally::default());
            }
            let Some(tally) = told.get_mut(update.table) else { return };
            match update.operation {
                SqliteOperation::Insert => tally.added += 1,
                _ => tally.gone += 1,
            }
        });
        Ok(())
    }
}

impl Open {
    pub(super) async fn start_watching(&mut self, tables: &[TableAt]) -> Result<(), Error> {
        let triggers = "SELECT lower(sql) FROM sqlite_schema WHERE type = 'trigger'";
        let triggers = sqlx::query_scalar(triggers).fetch_all(&mut *self.transaction).await;
        let triggers: Vec<String> = triggers.map_err(|e| failure(&self.id, "read", &e))?;
        let untold = tables.iter().filter(|table| is_untold(&self.schema, **table, &triggers));
        let untold: Vec<TableAt> = untold.copied().collect();
        let mut before = BTreeMap::new();
        for table in untold {
            before.insert(table, self.count_all(table).await?);
        }
        self.watch = Watch { tables: tables.to_vec(), before, ..Watch::default() };
        let listening = self.watch.listen(&mut self.transaction).await;
        listening.map_err(|e| failure(&self.id, "read", &e))
    }

    pub(super) async fn tallies(&mut self) -> Result<BTreeMap<TableAt, Tally>, Error> {
        let mut tallies = BTreeMap::new();
        for at in self.watch.tables.clone() {
            let name = self.table(at, "read")?.name.clone();
            let mut tally = self.watch.told(&name);
            if let Some(before) = self.watch.before.get(&at).copied() {
                let now = self.count_all(at).await?;
                let told = (before + tally.added).saturating_sub(tally.gone);
                tally.gone += told.saturating_sub(now);
                tally.added += now.saturating_sub(told);
            }
            tallies.insert(at, tally);
        }
        Ok(tallies)
    }

    async fn count_all(&mut self, table: TableAt) -> Result<u64, Error> {
        let statement = sql::count(self.table(table, "read")?);
        let count = sqlx::query_scalar(statement.text()).fetch_one(&mut *self.transaction).await;
        let count: i64 = count.map_err(|e| failure(&self.id, "read", &e))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }
}

/// Whether rows may come and go there of which SQLite does not tell; `triggers` as they are written, in small letters.
fn is_untold(schema: &Schema, at: TableAt, triggers: &[String]) -> bool {
    let Some(table) = schema.tables.get(at) else { return false };
    let name = table.name.to_ascii_lowercase();
    // Such a sign is written twice there.
    let is_plain = !name.contains(['"', '`', ']', '\'']);
    let is_named = triggers.iter().any(|text| !is_plain || text.contains(&name));
    let is_referred = !table.references.is_empty() || schema.pointing_at(at).next().is_some();
    match table.rowid {
        // It has none, or none that can be asked for.
        None => is_named || table.references.iter().any(|r| r.on_delete.acts()),
        Some(_) => is_named && !is_referred,
    }
}
