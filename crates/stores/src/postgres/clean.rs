//! Taking dead rows out of a `PostgreSQL` database, and telling whether they are gone.
//!
//! A row that was deleted or changed stays in its table's pages, where each backup copies it, until a `VACUUM` comes by that
//! is later than every transaction to which the row may still be visible. It is not enough that a `VACUUM` ended: it passes
//! over tables of others, over rows that an open transaction, a replica or a replication slot may still see, and over pages
//! that somebody holds just then; and how many dead rows are left (`n_dead_tup`) is estimated. What tells it for sure is
//! `pg_class.relfrozenxid`: no number of a transaction before it is left in the table, and a dead row bears the number of
//! the transaction by which it died. `FREEZE` moves it as far as it can, and waits for pages.
//!
//! Besides, what is in a materialized view is a copy, and what is in the planner's statistics are values.
//!
//! Needs: the tables' owner, or `MAINTAIN` on them (`PostgreSQL` 17). Without it nothing happens, and the answer says so.

use std::time::Duration;

use sqlx::{Connection as _, PgConnection};

use super::Postgres;
use super::catalogue::{self, Done};
use crate::sql::{Statement, postgres as sql};
use crate::{Far, Remains, Schema};

/// How often what is not gone is tried again, and after which time: others' short transactions end meanwhile.
const TRIES: u32 = 4;
const PAUSE: Duration = Duration::from_millis(500);

/// Others are not kept waiting behind us.
const NO_WAITING: &str = "SET lock_timeout = '2s'";

/// The number that the next transaction gets: every row that is dead by now died by one before it.
const NEXT: &str = "SELECT txid_snapshot_xmax(txid_current_snapshot())";

/// Tables with all to which the server carries a change on by itself: their parts, and tables whose rows refer to theirs.
/// Then the views over them, each after those on which it rests. A circle of views ends at 32.
const RELATIONS: &str = "WITH RECURSIVE own(oid) AS (\
    SELECT c.oid FROM unnest($1::text[], $2::text[]) AS said(space, bare) JOIN pg_namespace n ON n.nspname = said.space \
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = said.bare \
    UNION SELECT further.oid FROM own JOIN (\
        SELECT confrelid AS over, conrelid AS oid FROM pg_constraint \
        WHERE contype = 'f' AND (confdeltype IN ('c', 'n', 'd') OR confupdtype IN ('c', 'n', 'd')) \
        UNION ALL SELECT i.inhparent, i.inhrelid FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid AND c.relispartition) \
        further ON further.over = own.oid), \
    views(oid, depth) AS (SELECT oid, 0 FROM own \
    UNION SELECT r.ev_class, views.depth + 1 FROM views \
    JOIN pg_depend d ON d.refobjid = views.oid AND d.refclassid = 'pg_class'::regclass AND d.classid = 'pg_rewrite'::regclass \
    JOIN pg_rewrite r ON r.oid = d.objid AND r.ev_class <> views.oid \
    JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm') WHERE views.depth < 32) \
    SELECT n.nspname::text, c.relname::text, c.relkind::text, c.relfrozenxid::text::bigint, t.relfrozenxid::text::bigint \
    FROM (SELECT oid, max(depth) AS depth FROM views GROUP BY oid) mine JOIN pg_class c ON c.oid = mine.oid \
    JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_class t ON t.oid = c.reltoastrelid \
    WHERE c.relkind IN ('r', 'p', 'f') OR c.relkind = 'm' AND c.relispopulated ORDER BY mine.depth, c.oid";

/// Tables, by their names.
#[derive(Default)]
struct Tables {
    spaces: Vec<String>,
    names: Vec<String>,
}

impl Tables {
    /// Those of a store that its map has; all of them if it is not known which.
    fn of(schema: &Schema, mapped: &[String]) -> Self {
        let mut tables = Self::default();
        for table in &schema.tables_alone().tables {
            if mapped.is_empty() || mapped.contains(&table.name) {
                tables.spaces.extend(table.space.clone());
                tables.names.extend(table.bare.clone());
            }
        }
        tables
    }
}

/// A table, a part of one, or a view that is stored.
#[derive(sqlx::FromRow)]
struct Relation(String, String, String, i64, Option<i64>);

impl Relation {
    fn is_view(&self) -> bool {
        self.2 == "m"
    }

    fn name(&self) -> String {
        format!("{}.{}", self.0, self.1)
    }

    /// A table in parts has no pages of its own, but statistics.
    fn cleaning(&self) -> Statement {
        let Self(space, bare, kind, ..) = self;
        if kind == "p" { sql::analyze(space, bare) } else { sql::vacuum(space, bare) }
    }

    /// Whether no row in it died before the transaction of this number. Of a table on another server nobody knows.
    fn is_clean(&self, next: i64) -> bool {
        let Self(_, _, kind, frozen, long_values) = self;
        match kind.as_str() {
            "p" => true,
            "f" => false,
            _ => is_past(*frozen, next) && long_values.is_none_or(|frozen| is_past(frozen, next)),
        }
    }
}

impl Postgres {
    /// Makes the views over the tables of the map anew, as far as the account may.
    pub(super) async fn freshen(&self) -> Done<()> {
        let mut database = self.pool.acquire().await?.detach();
        let tables = self.tables(&mut database).await?;
        sqlx::query(NO_WAITING).execute(&mut database).await?;
        refresh(&mut database, &tables).await?;
        database.close().await
    }

    async fn tables(&self, database: &mut PgConnection) -> Done<Tables> {
        let schema = match self.known.get() {
            Some(known) => known,
            None => {
                let state = catalogue::state(&mut *database).await?;
                self.known.set(catalogue::read(database).await?, state)
            }
        };
        Ok(Tables::of(&schema, &self.mapped))
    }

    /// After a batch; tells how far it is.
    pub(super) async fn clean(&self, far: Far<'_>) -> Done<Remains> {
        // A connection of its own: what is set on it goes with it.
        let mut database = self.pool.acquire().await?.detach();
        let tables = self.tables(&mut database).await?;
        let clean = clean(&mut database, &tables, far).await?;
        database.close().await?;
        // The room of what went is free; until something else is written there it lies in it.
        Ok(if clean { Remains::UntilReused } else { Remains::UntilCleaned })
    }
}

/// Removes what is dead in these tables, and what is left of it in views and statistics; whether all of it is gone.
async fn clean(database: &mut PgConnection, tables: &Tables, far: Far<'_>) -> Done<bool> {
    sqlx::query(NO_WAITING).execute(&mut *database).await?;
    let (next,): (i64,) = sqlx::query_as(NEXT).fetch_one(&mut *database).await?;
    let fresh = refresh(database, tables).await?;
    let mut left = relations(database, tables).await?;
    for turn in 0..TRIES {
        if turn > 0 {
            tokio::time::sleep(PAUSE).await;
        }
        let mut done = true;
        // Those that were clean at once are not tried again.
        let of = left.len() as u64;
        for (at, relation) in (0..).zip(&left) {
            far(&relation.name(), at, of);
            done &= try_to(database, &relation.cleaning()).await?;
        }
        left = relations(database, tables).await?;
        left.retain(|relation| !relation.is_clean(next));
        if left.is_empty() {
            return Ok(fresh && done);
        }
    }
    Ok(false)
}

/// Makes the views over these tables anew; whether all of them are.
async fn refresh(database: &mut PgConnection, tables: &Tables) -> Done<bool> {
    let mut fresh = true;
    for view in relations(database, tables).await?.iter().filter(|r| r.is_view()) {
        fresh &= try_to(database, &sql::refresh(&view.0, &view.1)).await?;
    }
    Ok(fresh)
}

async fn relations(database: &mut PgConnection, tables: &Tables) -> Done<Vec<Relation>> {
    sqlx::query_as(RELATIONS).bind(&tables.spaces).bind(&tables.names).fetch_all(database).await
}

/// Whether the server did it. What it refuses — no right, somebody else's lock — is seen by what is left.
async fn try_to(database: &mut PgConnection, statement: &Statement) -> Done<bool> {
    match sqlx::query(statement.text()).persistent(false).execute(database).await {
        Ok(_) => Ok(true),
        Err(sqlx::Error::Database(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Whether a table's oldest number is not before `next`. Numbers go round after 32 bits (chapter 25.1.5); those below 3 are none.
fn is_past(frozen: i64, next: i64) -> bool {
    #[expect(clippy::cast_possible_truncation, reason = "numbers go round after 32 bits")]
    let ahead = (frozen as u32).wrapping_sub(next as u32);
    frozen > 2 && ahead < 1 << 31
}

#[cfg(test)]
mod tests {
    use super::is_past;

    #[test]
    fn numbers_go_round() {
        let round = 1_i64 << 32;
        for (frozen, next, expected) in [
            (733, 733, true),
            (734, 733, true),
            (732, 733, false),
            (0, 733, false),
            (2, 2, false),
            (733, round + 733, true),
            (732, 5 * round + 733, false),
            (5, round - 5, true),
            (round - 5, round + 5, false),
        ] {
            assert_eq!(is_past(frozen, next), expected, "{frozen} {next}");
        }
    }
}
