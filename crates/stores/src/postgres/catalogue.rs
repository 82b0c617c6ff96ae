//! What a PostgreSQL database says about itself (PostgreSQL 15, chapter 53: system catalogs).
//!
//! Ordinary and partitioned tables of all schemas but the server's own; partitions are reached through their table. Then stored views
//! that were filled. The schemas on the search path come first: a table of the first of them goes by its bare name.

use std::collections::BTreeMap;

use sqlx::PgConnection;

use crate::Collation;
use crate::schema::{Action, Column, Family, Flaw, Index, Reference, Schema, Table};
use crate::{BESIDE, Beside, BesideKind};

pub(super) type Done<T> = Result<T, sqlx::Error>;

const TABLES: &str = "SELECT c.oid::bigint, n.nspname::text, c.relname::text, n.nspname = current_schema(), \
    greatest(c.reltuples, -1)::bigint, c.relkind = 'p', c.relkind = 'm' \
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
    WHERE c.relkind IN ('r', 'p', 'm') AND c.relispopulated AND NOT c.relispartition \
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' \
    ORDER BY c.relkind = 'm', n.nspname = current_schema() DESC, n.nspname, c.relname";

const COLUMNS: &str = "SELECT a.attrelid::bigint, a.attnum::int, a.attname::text, format_type(COALESCE(b.oid, t.oid), -1), \
    CASE WHEN greatest(a.atttypmod, t.typtypmod) > 4 AND COALESCE(b.typname, t.typname) IN ('varchar', 'bpchar') \
    THEN greatest(a.atttypmod, t.typtypmod) - 4 END, \
    NOT (a.attnotnull OR t.typnotnull), a.attgenerated <> '' OR a.attidentity = 'a', t.typcategory::text, \
    COALESCE(b.typname, t.typname)::text, greatest(a.atttypmod, t.typtypmod) \
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON b.oid = t.typbasetype \
    JOIN pg_class c ON c.oid = a.attrelid \
    WHERE c.relkind IN ('r', 'p', 'm') AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum";

/// The type with which a column was declared: with its length, and the domain rather than what is behind it.
pub(super) const DECLARED: &str = "SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2 AND a.attname = $3 AND NOT a.attisdropped";

const INDEXES: &str = "SELECT i.indrelid::bigint, i.indisprimary, i.indisunique, i.indnkeyatts::int, string_to_array(i.indkey::text, ' ')::int2[] \
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam AND m.amname IN ('btree', 'hash') \
    WHERE i.indpred IS NULL AND i.indisvalid ORDER BY i.indexrelid";

/// What changes with tables, columns and constraints; those of sessions and of the server itself do not count.
const STATE: &str = "SELECT concat_ws(' ', \
    (SELECT md5(string_agg(concat_ws(' ', a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attisdropped, a.attgenerated), ',' ORDER BY a.attrelid, a.attnum)) \
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
        WHERE a.attnum > 0 AND c.relkind IN ('r', 'p', 'm', 'f', 'i') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'), \
    (SELECT md5(string_agg(concat_ws(' ', inhparent, inhrelid), ',' ORDER BY inhparent, inhrelid)) FROM pg_inherits), \
    (SELECT md5(string_agg(concat_ws(' ', oid, conname, convalidated), ',' ORDER BY oid)) FROM pg_constraint WHERE conrelid <> 0), \
    (SELECT md5(string_agg(concat_ws(' ', oid, relname, relispopulated), ',' ORDER BY oid)) FROM pg_class c WHERE relkind IN ('r', 'p', 'm') \
        AND NOT EXISTS (SELECT 1 FROM pg_namespace n WHERE n.oid = c.relnamespace AND n.nspname ~ '^pg_')))";

/// A text that changes with the tables, whoever changes them.
pub(super) async fn state(database: &mut PgConnection) -> Done<String> {
    sqlx::query_scalar(STATE).fetch_one(database).await
}

const REFERENCES: &str = "SELECT conrelid::bigint, confrelid::bigint, conkey, confkey, confdeltype::text, confupdtype::text, condeferrable \
    FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 ORDER BY oid";

/// What fires when rows change or go (`tgtype`: 8 for `DELETE`, 16 for `UPDATE`), those of partitions included; and rules, which
/// do the same in another way. Triggers of foreign keys are the server's own.
const TRIGGERS: &str = "SELECT DISTINCT COALESCE(pg_partition_root(of), of)::oid::bigint, name::text FROM ( \
    SELECT tgrelid AS of, tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 24 <> 0 AND tgenabled IN ('O', 'A') \
    UNION ALL SELECT ev_class, rulename FROM pg_rewrite WHERE ev_type IN ('2', '4') AND ev_enabled IN ('O', 'A')) AS fires \
    ORDER BY 1, 2";

/// Tables that inherit from others, over however many, and are no parts of them.
const HEIRS: &str = "WITH RECURSIVE heirs(of, heir) AS (SELECT inhparent, inhrelid FROM pg_inherits \
    UNION SELECT heirs.of, i.inhrelid FROM heirs JOIN pg_inherits i ON i.inhparent = heirs.heir) \
    SELECT of::bigint, CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || c.relname FROM heirs \
    JOIN pg_class c ON c.oid = heirs.heir AND NOT c.relispartition JOIN pg_namespace n ON n.oid = c.relnamespace ORDER BY 1, 2";

/// What is no table but holds rows, and how many of each kind.
const BESIDE_TABLES: &str = "SELECT c.relkind::text, count(*), \
    (array_agg(CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || c.relname \
    ORDER BY n.nspname <> current_schema(), n.nspname, c.relname))[:$1] \
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('m', 'f') AND NOT c.relispartition \
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' GROUP BY 1 ORDER BY 1 DESC";

/// The columns that can name a large object: of the server's type for numbers of its own, or of a domain over it (`lo`).
const NAMING_LARGE: &str = "SELECT CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || c.relname || '.' || a.attname \
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid \
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND 'oid'::regtype IN (t.oid, t.typbasetype) \
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' ORDER BY c.relname, a.attnum";

/// The tables by their numbers in the server, and the places of columns by theirs.
#[derive(Default)]
struct Numbers {
    tables: BTreeMap<i64, usize>,
    columns: BTreeMap<(i64, i32), usize>,
}

impl Numbers {
    fn columns(&self, table: i64, numbers: &[i16]) -> Option<Vec<usize>> {
        numbers.iter().map(|n| self.columns.get(&(table, i32::from(*n))).copied()).collect()
    }
}

pub(super) async fn read(database: &mut PgConnection) -> Done<Schema> {
    let (mut schema, mut numbers) = (Schema::default(), Numbers::default());
    tables(database, &mut schema, &mut numbers).await?;
    columns(database, &mut schema, &mut numbers).await?;
    indexes(database, &mut schema, &numbers).await?;
    references(database, &mut schema, &numbers).await?;
    triggers(database, &mut schema, &numbers).await?;
    heirs(database, &mut schema, &numbers).await?;
    Ok(schema)
}

async fn triggers(database: &mut PgConnection, schema: &mut Schema, numbers: &Numbers) -> Done<()> {
    let rows: Vec<(i64, String)> = sqlx::query_as(TRIGGERS).fetch_all(database).await?;
    for (of, name) in rows {
        let table = numbers.tables.get(&of).and_then(|at| schema.tables.get_mut(*at));
        table.into_iter().for_each(|table| table.triggers.push(name.clone()));
    }
    Ok(())
}

async fn heirs(database: &mut PgConnection, schema: &mut Schema, numbers: &Numbers) -> Done<()> {
    let rows: Vec<(i64, String)> = sqlx::query_as(HEIRS).fetch_all(database).await?;
    let mut all: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for (of, name) in rows {
        all.entry(of).or_default().push(name);
    }
    for (of, names) in all {
        let table = numbers.tables.get(&of).and_then(|at| schema.tables.get_mut(*at));
        table.into_iter().for_each(|table| table.flaws.push(Flaw::Heirs(names.clone())));
    }
    Ok(())
}

async fn tables(
    database: &mut PgConnection,
    schema: &mut Schema,
    numbers: &mut Numbers,
) -> Done<()> {
    let rows: Vec<(i64, String, String, bool, i64, bool, bool)> =
        sqlx::query_as(TABLES).fetch_all(database).await?;
    for (oid, space, bare, first, count, parted, view) in rows {
        numbers.tables.insert(oid, schema.tables.len());
        let name = if first { bare.clone() } else { format!("{space}.{bare}") };
        // -1: the server has not counted yet.
        schema.tables.push(Table {
            name,
            space: Some(space),
            bare: Some(bare),
            parted,
            view,
            rows: u64::try_from(count).ok(),
            ..Table::default()
        });
    }
    Ok(())
}

type ColumnRow = (i64, i32, String, String, Option<i32>, bool, bool, String, String, i32);

async fn columns(
    database: &mut PgConnection,
    schema: &mut Schema,
    numbers: &mut Numbers,
) -> Done<()> {
    let rows: Vec<ColumnRow> = sqlx::query_as(COLUMNS).fetch_all(database).await?;
    for row in rows {
        let (oid, number, name, native, length, nullable, generated, category, base, typmod) = row;
        let Some(table) = numbers.tables.get(&oid).and_then(|at| schema.tables.get_mut(*at)) else {
            continue;
        };
        numbers.columns.insert((oid, number), table.columns.len());
        let length = length.and_then(|l| u32::try_from(l).ok());
        let family = family(&base, &category, length);
        let (digits, plain) = (digits(&base, typmod), plain(&base, &category, typmod));
        table.columns.push(Column {
            collation: collation(&native),
            name,
            native,
            family,
            nullable,
            generated,
            digits,
            plain,
            composite: category == "C",
        });
    }
    Ok(())
}

async fn indexes(database: &mut PgConnection, schema: &mut Schema, numbers: &Numbers) -> Done<()> {
    let rows: Vec<(i64, bool, bool, i32, Vec<i16>)> =
        sqlx::query_as(INDEXES).fetch_all(database).await?;
    for (oid, primary, unique, keys, columns) in rows {
        let Some(table) = numbers.tables.get(&oid).and_then(|at| schema.tables.get_mut(*at)) else {
            continue;
        };
        let keys = usize::try_from(keys).unwrap_or_default();
        let columns = columns.get(..keys).unwrap_or(&columns);
        // 0 stands for an expression: up to it the index may still serve; as a rule it is none.
        let known: Vec<usize> = columns
            .iter()
            .map_while(|c| numbers.columns.get(&(oid, i32::from(*c))).copied())
            .collect();
        let whole = known.len() == columns.len();
        if primary {
            table.key.clone_from(&known);
        } else if unique && whole {
            table.unique.push(known.clone());
        }
        if !known.is_empty() {
            table.indexes.push(Index::of(known));
        }
    }
    Ok(())
}

type ReferenceRow = (i64, i64, Vec<i16>, Vec<i16>, String, String, bool);

async fn references(
    database: &mut PgConnection,
    schema: &mut Schema,
    numbers: &Numbers,
) -> Done<()> {
    let rows: Vec<ReferenceRow> = sqlx::query_as(REFERENCES).fetch_all(database).await?;
    for (from, to, columns, to_columns, on_delete, on_update, deferrable) in rows {
        let Some(table) = numbers.tables.get(&from).and_then(|at| schema.tables.get_mut(*at))
        else {
            continue;
        };
        let found = (
            numbers.tables.get(&to),
            numbers.columns(from, &columns),
            numbers.columns(to, &to_columns),
        );
        if let (Some(to), Some(columns), Some(to_columns)) = found {
            let (on_delete, on_update) = (action(&on_delete), action(&on_update));
            table.references.push(Reference {
                columns,
                to: *to,
                to_columns,
                compared: Vec::new(),
                on_delete,
                on_update,
                deferrable,
            });
        }
    }
    Ok(())
}

pub(super) async fn beside(database: &mut PgConnection) -> Done<Vec<Beside>> {
    let most = i32::try_from(BESIDE).unwrap_or(i32::MAX);
    let rows: Vec<(String, i64, Vec<String>)> =
        sqlx::query_as(BESIDE_TABLES).bind(most).fetch_all(&mut *database).await?;
    let one = |(kind, count, names): (String, i64, Vec<String>)| Beside {
        kind: if kind == "m" { BesideKind::StoredViews } else { BesideKind::ForeignTables },
        names,
        count: u64::try_from(count).unwrap_or_default(),
    };
    let mut found: Vec<Beside> = rows.into_iter().map(one).collect();
    let count = large_objects(&mut *database).await?;
    if count > 0 {
        let names: Vec<(String,)> = sqlx::query_as(NAMING_LARGE).fetch_all(database).await?;
        let names = names.into_iter().map(|(name,)| name).collect();
        found.push(Beside { kind: BesideKind::LargeObjects, names, count });
    }
    Ok(found)
}

/// How many foreign tables there are that no table has as its parts.
pub(super) async fn foreign_tables(database: &mut PgConnection) -> Done<u64> {
    let count = "SELECT count(*) FROM pg_class WHERE relkind = 'f' AND NOT relispartition";
    let count: i64 = sqlx::query_scalar(count).fetch_one(database).await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// How many large objects there are: whoever may read none of them may count them.
pub(super) async fn large_objects(database: &mut PgConnection) -> Done<u64> {
    let count = "SELECT count(*) FROM pg_largeobject_metadata";
    let count: i64 = sqlx::query_scalar(count).fetch_one(database).await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// By the type, which goes by the name of its schema where that is not searched. Which rules of a language compare without case, the
/// server alone knows.
fn collation(native: &str) -> Collation {
    let caseless = native.rsplit('.').next() == Some("citext");
    if caseless { Collation::Citext } else { Collation::Written }
}

fn action(letter: &str) -> Action {
    match letter {
        "r" => Action::Restrict,
        "c" => Action::Cascade,
        "n" => Action::Empty,
        "d" => Action::Default,
        _ => Action::Nothing,
    }
}

/// How many digits a number has before its point: its precision without its scale, which has eleven bits and a sign.
fn digits(base: &str, typmod: i32) -> Option<u32> {
    let sizes = typmod.checked_sub(4).filter(|sizes| base == "numeric" && *sizes >= 0)?;
    let scale = ((sizes & 0x7ff) ^ 0x400) - 0x400;
    Some(u32::try_from((sizes >> 16) - scale).unwrap_or_default())
}

/// What stands for nothing in types that are neither text nor number, as the server writes it (PostgreSQL 15, chapter 8). Of types
/// with values of their own, such as enumerations, nobody can tell.
fn plain(base: &str, category: &str, typmod: i32) -> Option<String> {
    let plain = match base {
        "inet" | "cidr" => "0.0.0.0/32",
        "macaddr" => "00:00:00:00:00:00",
        "macaddr8" => "00:00:00:00:00:00:00:00",
        "interval" | "time" => "00:00:00",
        "timetz" => "00:00:00+00",
        "point" => "(0,0)",
        "line" => "{0,1,0}",
        "lseg" => "[(0,0),(0,0)]",
        "box" => "(0,0),(0,0)",
        "path" | "polygon" => "((0,0))",
        "circle" => "<(0,0),0>",
        "bit" => return Some("0".repeat(usize::try_from(typmod).unwrap_or(1))),
        "varbit" | "tsvector" | "tsquery" | "xml" | "hstore" | "ltree" | "char" => "",
        "jsonpath" => "$",
        "oid" => "0",
        "pg_lsn" => "0/0",
        "int2vector" | "oidvector" => "",
        _ if category == "A" || base.ends_with("multirange") => "{}",
        _ if category == "R" => "empty",
        _ => return None,
    };
    Some(plain.to_owned())
}

fn family(base: &str, category: &str, length: Option<u32>) -> Family {
    match base {
        "int2" | "int4" | "int8" => Family::Integer,
        "numeric" | "float4" | "float8" => Family::Number,
        "text" | "varchar" | "bpchar" | "citext" | "name" => Family::Text(length),
        "date" => Family::Date,
        "timestamp" | "timestamptz" => Family::Moment,
        "bool" => Family::Truth,
        "json" | "jsonb" => Family::Json,
        "bytea" => Family::Bytes,
        "uuid" => Family::Uuid,
        _ if category == "S" => Family::Text(length),
        _ => Family::Other,
    }
}
