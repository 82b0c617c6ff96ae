//! Which rows come to tables and go from them, whoever does it: this program, the server's references, its triggers and rules.
//!
//! The server counts for each connection what a transaction does, if `track_counts` is on, as it is unless somebody turns it off
//! (PostgreSQL 15, section 28.2.2). It counts only what was done: so constraints and triggers that wait for the end have their turn
//! before it is asked (`SET CONSTRAINTS`). A row that moves into another part of its table counts as one that went and one that
//! came, and not as one that changed. What `TRUNCATE` takes is not counted.

use std::collections::BTreeMap;

use super::{Open, failure};
use crate::{Error, TableAt, Tally};

/// What this connection did lately, by table; a part counts for its table.
const DONE: &str = "SELECT n.nspname::text, c.relname::text, c.relkind = 'p', \
    sum(s.n_tup_ins)::bigint, sum(s.n_tup_upd)::bigint, sum(s.n_tup_del)::bigint \
    FROM pg_stat_xact_user_tables s JOIN pg_class c ON c.oid = COALESCE(pg_partition_root(s.relid), s.relid) \
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE s.n_tup_ins + s.n_tup_upd + s.n_tup_del > 0 GROUP BY 1, 2, 3";

/// What a session counts.
#[derive(Debug, Default)]
pub(super) struct Watch {
    tables: Vec<TableAt>,
    /// What the server had counted before: it adds up over transactions for a while.
    before: BTreeMap<TableAt, Done>,
    /// How many rows this program changed.
    changed: BTreeMap<TableAt, u64>,
}

impl Watch {
    pub(super) fn changed(&mut self, table: TableAt, count: u64) {
        *self.changed.entry(table).or_default() += count;
    }
}

/// What was done to the rows of a table.
#[derive(Clone, Copy, Debug, Default)]
struct Done {
    is_parted: bool,
    added: u64,
    changed: u64,
    gone: u64,
}

impl Done {
    /// Without what there was before, and without rows that only moved, if this program changed so many.
    const fn since(self, before: Self, changed: u64) -> Tally {
        let stayed = self.changed.saturating_sub(before.changed);
        let moved = if self.is_parted { changed.saturating_sub(stayed) } else { 0 };
        Tally {
            added: self.added.saturating_sub(before.added).saturating_sub(moved),
            gone: self.gone.saturating_sub(before.gone).saturating_sub(moved),
        }
    }
}

impl Open {
    pub(super) async fn start_watching(&mut self, tables: &[TableAt]) -> Result<(), Error> {
        let before = self.done().await?;
        self.watch = Watch { tables: tables.to_vec(), before, changed: BTreeMap::new() };
        Ok(())
    }

    pub(super) async fn tallies(&mut self) -> Result<BTreeMap<TableAt, Tally>, Error> {
        let put_off = sqlx::query("SET CONSTRAINTS ALL IMMEDIATE");
        let put_off = put_off.execute(&mut *self.transaction).await;
        put_off.map_err(|e| failure(&self.id, "save", &e))?;
        let done = self.done().await?;
        let tally = |at: &TableAt| {
            let before = self.watch.before.get(at).copied().unwrap_or_default();
            let changed = self.watch.changed.get(at).copied().unwrap_or_default();
            Some((*at, done.get(at)?.since(before, changed)))
        };
        Ok(self.watch.tables.iter().filter_map(tally).collect())
    }

    async fn done(&mut self) -> Result<BTreeMap<TableAt, Done>, Error> {
        let rows: Vec<(String, String, bool, i64, i64, i64)> = sqlx::query_as(DONE)
            .fetch_all(&mut *self.transaction)
            .await
            .map_err(|e| failure(&self.id, "read", &e))?;
        let at = |space: &str, bare: &str| {
            let is = |name: &Option<String>, said: &str| name.as_deref() == Some(said);
            self.schema.tables.iter().position(|t| is(&t.space, space) && is(&t.bare, bare))
        };
        let number = |n: i64| u64::try_from(n).unwrap_or_default();
        let done =
            |(space, bare, is_parted, added, changed, gone): (String, String, _, _, _, _)| {
                let (added, changed, gone) = (number(added), number(changed), number(gone));
                Some((at(&space, &bare)?, Done { is_parted, added, changed, gone }))
            };
        Ok(rows.into_iter().filter_map(done).collect())
    }
}
