//! What a SQLite database says about itself.
//!
//! Read through the table-valued forms of its pragmas, so that names are values. Views and the tables behind virtual tables
//! are left out: what they show and hold, their own tables do. Where a virtual table cannot be read, the tables behind it are.
//!
//! How a column compares texts no pragma says. What an index says is its own rule, which may be another than the column's. So each
//! table is asked by a comparison.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use crate::schema::{Action, Column, Family, Flaw, Index, Reference, Schema, Table};
use crate::{Collation, ColumnAt};

type Done<T> = Result<T, sqlx::Error>;

pub(super) async fn read(database: &mut SqliteConnection) -> Done<Schema> {
    let names = "SELECT name, wr, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual', 'shadow') \
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'shadow', name";
    let names: Vec<(String, bool, String)> =
        sqlx::query_as(names).fetch_all(&mut *database).await?;
    let (mut schema, mut closed) = (Schema::default(), BTreeSet::new());
    for (name, without_rowid, kind) in names {
        let folded = name.to_ascii_lowercase();
        // SQLite's own rule: the part before the last `_` names whose it is.
        let behind = folded.rsplit_once('_').is_some_and(|(of, _)| closed.contains(of));
        if kind == "shadow" && !behind {
            continue;
        }
        match table(database, name, without_rowid).await {
            Err(error) if kind == "virtual" && is_foreign(&error) => {
                closed.insert(folded);
            }
            table => schema.tables.push(table?),
        }
    }
    for at in 0..schema.tables.len() {
        let found = references(database, &schema, at).await?;
        if let Some(table) = schema.tables.get_mut(at) {
            table.references = found;
        }
    }
    for at in 0..schema.tables.len() {
        let flaws = flaws(database, &schema, at).await?;
        if let Some(table) = schema.tables.get_mut(at) {
            table.flaws = flaws;
        }
    }
    triggers(database, &mut schema).await?;
    Ok(schema)
}

/// Those of views are of no table. On what they fire is only in their text.
async fn triggers(database: &mut SqliteConnection, schema: &mut Schema) -> Done<()> {
    let sql = "SELECT tbl_name, name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name";
    let rows: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(database).await?;
    for (of, name) in rows {
        let table = schema.tables.iter_mut().find(|t| t.name.eq_ignore_ascii_case(&of));
        table.into_iter().for_each(|table| table.triggers.push(name.clone()));
    }
    Ok(())
}

/// Whether a virtual table, or a part of it such as a tokenizer, is of a kind that only another program knows: its module
/// says so with SQLite's plainest code. A store that is busy or damaged says something else.
fn is_foreign(error: &sqlx::Error) -> bool {
    is_code(error, "1")
}

/// `SQLITE_ERROR_MISSING_COLLSEQ`: a column compares by a rule that only another program knows.
fn lacks_collation(error: &sqlx::Error) -> bool {
    is_code(error, "257")
}

fn is_code(error: &sqlx::Error, number: &str) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| code == number)
}

/// A number that changes with the tables, whoever changes them.
pub(super) async fn state(database: &mut SqliteConnection) -> Done<String> {
    let number: i64 = sqlx::query_scalar("PRAGMA schema_version").fetch_one(database).await?;
    Ok(number.to_string())
}

/// The names of full-text indexes.
pub(super) async fn text_indexes(database: &mut SqliteConnection) -> Done<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE lower(sql) GLOB 'create virtual table*using*fts[345]*' ORDER BY name";
    let names: Vec<(String,)> = sqlx::query_as(sql).fetch_all(database).await?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}

/// Those of them that keep no text (`content=''`): their columns read as empty whatever words they hold
/// (<https://sqlite.org/fts5.html> §4.4.1).
pub(super) async fn word_indexes(database: &mut SqliteConnection) -> Done<Vec<String>> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE lower(sql) GLOB 'create virtual table*using*fts[45]*' ORDER BY name";
    let indexes: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(database).await?;
    Ok(indexes.into_iter().filter(|(_, sql)| keeps_no_text(sql)).map(|(name, _)| name).collect())
}

/// Whether among the arguments of a full-text index is `content` with nothing behind it.
fn keeps_no_text(sql: &str) -> bool {
    let sql = sql.to_ascii_lowercase();
    sql.match_indices("content").any(|(at, word)| {
        let rest = sql.get(at + word.len()..).unwrap_or_default().trim_start();
        let value = rest.strip_prefix('=').map(str::trim_start);
        value.is_some_and(|value| {
            ["''", "\"\"", "[]", "``"].iter().any(|none| value.starts_with(none))
        })
    })
}

async fn table(database: &mut SqliteConnection, name: String, without_rowid: bool) -> Done<Table> {
    // Hidden columns of virtual tables (1) are no data; 2 and 3 are computed.
    let sql = "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid";
    let rows: Vec<(String, String, bool, i64, i64)> =
        sqlx::query_as(sql).bind(&name).fetch_all(&mut *database).await?;
    let mut key: Vec<(i64, usize)> =
        rows.iter().enumerate().filter(|(_, r)| r.3 > 0).map(|(at, r)| (r.3, at)).collect();
    key.sort_unstable();
    let key: Vec<usize> = key.into_iter().map(|(_, at)| at).collect();
    let column =
        |(name, native, not_null, part, hidden): (String, String, bool, i64, i64)| Column {
            family: family(&native),
            nullable: !(not_null || (part > 0 && without_rowid)),
            generated: hidden > 1,
            // A column takes values of any type.
            plain: Some(String::new()),
            collation: Collation::Written,
            name,
            native,
            ..Column::default()
        };
    let columns: Vec<Column> = rows.into_iter().map(column).collect();
    let rowid = if without_rowid { None } else { free_name(&columns) };
    let mut table = Table { name, columns, key, rowid, ..Table::default() };
    // `INTEGER PRIMARY KEY` is the row's own number and has no index.
    if table.key.len() == 1 {
        table.indexes.push(Index::of(table.key.clone()));
    }
    collations(database, &mut table).await?;
    table.settles_conflicts = may_settle_conflicts(database, &table.name).await?;
    let keyed = indexes(database, &mut table).await?;
    table.reuses_key = table.key.len() == 1
        && !keyed
        && !without_rowid
        && !is_counted_up(database, &table.name).await?;
    if let Some(name) = table.rowid.filter(|_| keyed)
        && has_empty_key(database, &table).await?
    {
        let number = Column {
            name: name.to_owned(),
            native: "INTEGER".to_owned(),
            family: Family::Integer,
            generated: true,
            ..Column::default()
        };
        table.number = Some(table.columns.len());
        table.indexes.push(Index::of(vec![table.columns.len()]));
        table.columns.push(number);
    }
    Ok(table)
}

/// Whether what is written about a table may say what a conflict does; no pragma tells it.
async fn may_settle_conflicts(database: &mut SqliteConnection, name: &str) -> Done<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND lower(sql) LIKE '%conflict%')";
    sqlx::query_scalar(sql).bind(name).fetch_one(database).await
}

/// Whether no number is given twice (<https://sqlite.org/autoinc.html>); no pragma tells it.
async fn is_counted_up(database: &mut SqliteConnection, name: &str) -> Done<bool> {
    let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?";
    let made: Option<Option<String>> =
        sqlx::query_scalar(sql).bind(name).fetch_optional(database).await?;
    Ok(made.flatten().is_some_and(|sql| says_autoincrement(&sql)))
}

/// Whether the statement that makes a table has the word where SQLite takes it: behind `PRIMARY KEY`, and what may stand between.
fn says_autoincrement(sql: &str) -> bool {
    let sql = sql.to_ascii_lowercase();
    let before = ["key", "asc", "abort", "fail", "ignore", "replace", "rollback"];
    let is_behind =
        |text: &str| text.split_whitespace().next_back().is_some_and(|w| before.contains(&w));
    sql.match_indices("autoincrement").any(|(at, _)| sql.get(..at).is_some_and(is_behind))
}

/// Whether rows have no whole primary key, as SQLite allows unless its columns say otherwise
/// (<https://sqlite.org/lang_createtable.html> §3.5): the key does not name these.
async fn has_empty_key(database: &mut SqliteConnection, table: &Table) -> Done<bool> {
    let may = |c: &&usize| table.columns.get(**c).is_some_and(|c| c.nullable);
    for column in table.key.iter().filter(may) {
        let statement = crate::sql::sqlite::is_any_empty(table, *column);
        let found: bool = sqlx::query_scalar(statement.text()).fetch_one(&mut *database).await?;
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The row's number goes by three names; a column may have taken some of them.
fn free_name(columns: &[Column]) -> Option<&'static str> {
    let taken = |name: &&str| columns.iter().any(|c| c.name.eq_ignore_ascii_case(name));
    ["rowid", "_rowid_", "oid"].into_iter().find(|name| !taken(name))
}

/// Reads the indexes; whether the primary key has one of its own, which the number of a row needs not.
async fn indexes(database: &mut SqliteConnection, table: &mut Table) -> Done<bool> {
    let sql = "SELECT l.name, l.\"unique\", x.cid, l.origin, x.coll FROM pragma_index_list(?) AS l, pragma_index_xinfo(l.name) AS x \
        WHERE l.partial = 0 AND x.key = 1 ORDER BY l.seq, x.seqno";
    let rows: Vec<(String, bool, i64, String, String)> =
        sqlx::query_as(sql).bind(&table.name).fetch_all(&mut *database).await?;
    let mut found: BTreeMap<String, (bool, String, Vec<Option<Part>>)> = BTreeMap::new();
    for (name, unique, column, origin, word) in rows {
        let entry = found.entry(name).or_insert_with(|| (unique, origin, Vec::new()));
        let collation = Collation::of_word(&word);
        entry.2.push(usize::try_from(column).ok().zip(collation));
    }
    let keyed = found.values().any(|(_, origin, _)| origin == "pk");
    for (unique, origin, parts) in found.into_values() {
        // Up to an expression (a negative number), or to a rule that another program made, the index may still serve; as a rule for rows
        // it is none.
        let whole = parts.iter().all(Option::is_some);
        let (columns, compared): (Vec<ColumnAt>, Vec<Collation>) =
            parts.into_iter().map_while(|part| part).unzip();
        if unique && whole && origin != "pk" {
            let own = table.compared(&columns, false);
            let finds_one = compared.iter().zip(own).all(|(is, own)| is.includes(own));
            let list = if finds_one { &mut table.unique } else { &mut table.nearly_unique };
            list.push(columns.clone());
        }
        if !columns.is_empty() {
            table.indexes.push(Index { columns, compared });
        }
    }
    Ok(keyed)
}

/// A column of an index, and how the index compares it.
type Part = (ColumnAt, Collation);

/// How the columns compare texts. Of rules that another program made nothing is known: the table is asked column by column then, and those
/// are left.
async fn collations(database: &mut SqliteConnection, table: &mut Table) -> Done<()> {
    let all: Vec<ColumnAt> = (0..table.columns.len()).collect();
    for some in all.chunks(TOGETHER) {
        if let Some(found) = compares(database, table, some).await? {
            note(table, some, &found);
            continue;
        }
        for at in some {
            if let Some(found) = compares(database, table, &[*at]).await? {
                note(table, &[*at], &found);
            }
        }
    }
    Ok(())
}

/// `None` if the store cannot say it.
async fn compares(
    database: &mut SqliteConnection,
    table: &Table,
    columns: &[ColumnAt],
) -> Done<Option<SqliteRow>> {
    let statement = crate::sql::sqlite::compares(table, columns);
    match sqlx::query(statement.text()).fetch_one(database).await {
        Ok(row) => Ok(Some(row)),
        Err(error) if is_foreign(&error) || lacks_collation(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn note(table: &mut Table, columns: &[ColumnAt], found: &SqliteRow) {
    for (place, at) in columns.iter().enumerate() {
        let is = |n: usize| found.try_get::<bool, _>(2 * place + n).unwrap_or_default();
        if let Some(column) = table.columns.get_mut(*at) {
            column.collation = match (is(0), is(1)) {
                (true, _) => Collation::NoCase,
                (_, true) => Collation::NoBlanks,
                _ => Collation::Written,
            };
        }
    }
}

async fn references(
    database: &mut SqliteConnection,
    schema: &Schema,
    at: usize,
) -> Done<Vec<Reference>> {
    let Some(table) = schema.tables.get(at) else { return Ok(Vec::new()) };
    let sql = "SELECT id, \"table\", \"from\", \"to\", on_delete, on_update FROM pragma_foreign_key_list(?) ORDER BY id, seq";
    let rows: Vec<(i64, String, String, Option<String>, String, String)> =
        sqlx::query_as(sql).bind(&table.name).fetch_all(&mut *database).await?;
    let mut found: BTreeMap<i64, Reference> = BTreeMap::new();
    for (id, to, from, to_column, on_delete, on_update) in rows {
        // Names of tables and columns are compared without case; a reference to nothing is none.
        let same = |name: &str, other: &str| name.eq_ignore_ascii_case(other);
        let Some(to) = schema.tables.iter().position(|t| same(&t.name, &to)) else { continue };
        let Some(column) = table.columns.iter().position(|c| same(&c.name, &from)) else {
            continue;
        };
        let entry = found.entry(id).or_insert_with(|| Reference {
            columns: Vec::new(),
            to,
            to_columns: Vec::new(),
            compared: Vec::new(),
            on_delete: action(&on_delete),
            on_update: action(&on_update),
            deferrable: true,
        });
        let target = schema.tables.get(to);
        let there = match to_column {
            Some(name) => target.and_then(|t| t.columns.iter().position(|c| same(&c.name, &name))),
            None => target.and_then(|t| t.key.get(entry.columns.len()).copied()),
        };
        if let Some(there) = there {
            entry.columns.push(column);
            entry.to_columns.push(there);
            let column = target.and_then(|t| t.columns.get(there));
            entry.compared.push(column.map(|c| c.collation).unwrap_or_default());
        }
    }
    Ok(found.into_values().filter(|r| !r.columns.is_empty()).collect())
}

/// How many columns a question may have in its answer (`SQLITE_MAX_COLUMN`).
const MOST_COLUMNS: usize = 2000;
/// How many columns are asked about together, each twice.
const TOGETHER: usize = 500;

async fn flaws(database: &mut SqliteConnection, schema: &Schema, at: usize) -> Done<Vec<Flaw>> {
    let Some(table) = schema.tables.get(at) else { return Ok(Vec::new()) };
    let named = crate::sql::sqlite::key(table).len();
    let mut flaws = Vec::new();
    flaws.extend((named == 0).then_some(Flaw::Nameless));
    flaws.extend((named + table.columns.len() > MOST_COLUMNS).then_some(Flaw::Wide));
    let sql =
        "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq";
    let rows: Vec<(i64, String, String, Option<String>)> =
        sqlx::query_as(sql).bind(&table.name).fetch_all(database).await?;
    let mut keys: BTreeMap<i64, ForeignKey> = BTreeMap::new();
    for (id, to, from, there) in rows {
        let entry = keys.entry(id).or_insert_with(|| (to, Vec::new(), Vec::new()));
        entry.1.push(from);
        entry.2.push(there);
    }
    for (to, from, there) in keys.into_values() {
        if !is_fit(schema, &to, &there) {
            let columns = from.iter().filter_map(|name| place(table, name)).collect();
            flaws.push(Flaw::Unfit { columns, to });
        }
    }
    Ok(flaws)
}

/// The table to which it refers, its columns, and those there, where it says which.
type ForeignKey = (String, Vec<String>, Vec<Option<String>>);

/// Where a table has a column of this name: names are compared without case.
fn place(table: &Table, name: &str) -> Option<ColumnAt> {
    table.columns.iter().position(|c| c.name.eq_ignore_ascii_case(name))
}

/// Whether a foreign key can be checked (<https://sqlite.org/foreignkeys.html> §3): the columns to which it refers are the whole
/// primary key, or all of what else must be unique as they compare.
fn is_fit(schema: &Schema, to: &str, there: &[Option<String>]) -> bool {
    let parent = schema.tables.iter().find(|t| t.name.eq_ignore_ascii_case(to));
    let Some(parent) = parent else { return false };
    let columns: Option<Vec<ColumnAt>> = match there {
        [None, ..] => return parent.key.len() == there.len(),
        names => names.iter().map(|name| place(parent, name.as_ref()?)).collect(),
    };
    let same = |unique: &Vec<ColumnAt>, columns: &Vec<ColumnAt>| {
        unique.len() == columns.len() && columns.iter().all(|c| unique.contains(c))
    };
    columns.is_some_and(|columns| {
        same(&parent.key, &columns) || parent.unique.iter().any(|unique| same(unique, &columns))
    })
}

fn action(word: &str) -> Action {
    match word {
        "RESTRICT" => Action::Restrict,
        "CASCADE" => Action::Cascade,
        "SET NULL" => Action::Empty,
        "SET DEFAULT" => Action::Default,
        _ => Action::Nothing,
    }
}

/// What a declared type means, by SQLite's own rules (<https://sqlite.org/datatype3.html> §3.1) and by what people mean.
fn family(native: &str) -> Family {
    let lower = native.to_ascii_lowercase();
    let has = |part: &str| lower.contains(part);
    if has("bool") {
        Family::Truth
    } else if has("int") {
        Family::Integer
    } else if has("json") {
        Family::Json
    } else if has("char") || has("clob") || has("text") {
        // SQLite does not hold texts to their length.
        Family::Text(None)
    } else if has("datetime") || has("timestamp") {
        Family::Moment
    } else if has("date") {
        Family::Date
    } else if has("uuid") {
        Family::Uuid
    } else if has("blob") {
        Family::Bytes
    } else if has("real") || has("floa") || has("doub") || has("num") || has("dec") {
        Family::Number
    } else {
        Family::Other
    }
}

#[cfg(test)]
mod tests {
    use super::{keeps_no_text, says_autoincrement};

    #[test]
    fn tables_that_give_no_number_twice_are_told_from_others() {
        for (sql, says) in [
            ("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a)", true),
            ("create table t(id integer\n primary\tkey ASC on conflict fail autoincrement)", true),
            ("CREATE TABLE t (\"id\" INTEGER PRIMARY KEY/* no gaps */AUTOINCREMENT)", false),
            ("CREATE TABLE t (id INTEGER PRIMARY KEY, a) -- without autoincrement", false),
            ("CREATE TABLE t (id INTEGER PRIMARY KEY, autoincrement TEXT)", false),
            ("CREATE TABLE autoincrement (id INTEGER PRIMARY KEY)", false),
        ] {
            assert_eq!(says_autoincrement(sql), says, "{sql}");
        }
    }

    #[test]
    fn indexes_without_text_are_told_from_others() {
        for (sql, none) in [
            ("CREATE VIRTUAL TABLE n USING fts5(t, content='')", true),
            ("create virtual table n using FTS5(t, Content = \"\", contentless_delete=1)", true),
            ("CREATE VIRTUAL TABLE n USING fts4(content=\"\", t)", true),
            ("CREATE VIRTUAL TABLE n USING fts5(content, title)", false),
            ("CREATE VIRTUAL TABLE n USING fts5(t, content='notes', content_rowid='id')", false),
            ("CREATE VIRTUAL TABLE n USING fts5(t, content_rowid='')", false),
        ] {
            assert_eq!(keeps_no_text(sql), none, "{sql}");
        }
    }
}
