//! What an account may do in a PostgreSQL database (PostgreSQL 15, section 9.26: access privilege inquiry functions).

use sqlx::PgConnection;

use super::Postgres;
use super::failure::failure;
use crate::schema::Table;
use crate::{Abilities, Can, Error, May};

/// What the account may do in each table. One that is under row-level security for it cannot be read: what its policies hide
/// would be missed, so sessions ask the server to refuse instead (`row_security`). Of a column to which it has no right, changing tells: a right to some is enough here.
const RIGHTS: &str = "SELECT n.nspname::text, c.relname::text, \
    pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on', \
    has_schema_privilege(n.oid, 'USAGE') AND NOT row_security_active(c.oid) AND ( \
    has_table_privilege(c.oid, 'SELECT') OR NOT EXISTS ( \
    SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
    AND NOT has_column_privilege(c.oid, a.attnum, 'SELECT'))), \
    c.relkind <> 'm' AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'DELETE'), \
    c.relkind <> 'm' AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'UPDATE') \
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
    WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition \
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'";

impl Postgres {
    pub(super) async fn ask_abilities(&self) -> Result<Abilities, Error> {
        let schema = match self.known.get() {
            Some(known) => known,
            None => self.read_schema().await?,
        };
        let fail = |e| failure(&self.id, "read", &e);
        let mut connection = self.pool.acquire().await.map_err(fail)?;
        let rights = rights(&mut connection).await.map_err(fail)?;
        let named = |(space, bare, can): (String, String, Can)| {
            let is = |t: &Table| t.space.as_ref() == Some(&space) && t.bare.as_ref() == Some(&bare);
            schema.tables.iter().position(is).map(|at| (at, can))
        };
        let tables = rights.into_iter().filter_map(named).collect();
        Ok(Abilities { can: Can::LOOK, tables, transactions: true, versions: false })
    }
}

type RightsRow = (String, String, bool, bool, bool, bool);

/// What can be done in each table, by schema and name.
async fn rights(database: &mut PgConnection) -> Result<Vec<(String, String, Can)>, sqlx::Error> {
    let rows: Vec<RightsRow> = sqlx::query_as(RIGHTS).fetch_all(database).await?;
    let one = |(space, bare, only_reads, read, delete, change): RightsRow| {
        let read = May::granted(read);
        let can = match only_reads {
            true => Can { find: read, read, ..Can::READ },
            false => {
                let (delete, change) = (May::granted(delete), May::granted(change));
                Can { find: read, read, delete, change, ..Can::ALL }
            }
        };
        (space, bare, can)
    };
    Ok(rows.into_iter().map(one).collect())
}
