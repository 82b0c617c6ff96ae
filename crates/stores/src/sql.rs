//! SQL for schemas that the program does not know. Only here are names put into statements.
//!
//! Owns: quoting, and the few statements that a store needs: find, sweep, delete, change, clean. Names come from the store's own
//! catalogue, never from people; values are always bound. Leaves to others: running statements.
//!
//! The two dialects bind many rows of values differently. `PostgreSQL` takes one array for each column, of text that it casts
//! itself, so that a statement's text does not depend on how many rows there are. `SQLite` has no arrays: rows of values are
//! written out, in few sizes ([`sizes`]), so that few statements are prepared.

use crate::schema::{Column, Family, Reference, Table, truth};
use crate::{Collation, ColumnAt, Lookup};

/// A statement, made by this module alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement(String);

impl Statement {
    /// Its text, for the driver.
    #[expect(clippy::disallowed_methods, reason = "here alone names are put into statements")]
    pub(crate) fn text(&self) -> sqlx::AssertSqlSafe<String> {
        sqlx::AssertSqlSafe(self.0.clone())
    }

    /// Its text, to look at.
    #[cfg(test)]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it means the same each time: what is fetched from a cursor has that cursor's columns.
    pub(crate) fn is_lasting(&self) -> bool {
        !self.0.starts_with("FETCH ")
    }
}

/// A name in a statement (SQL-92 §5.2 delimited identifier; both databases).
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Makes a full-text index of `SQLite` one piece, without the words of rows that went (fts5 §6.8 'optimize'; fts3 and fts4 §8.1).
pub(crate) fn optimized(index: &str) -> Statement {
    let name = quoted(index);
    Statement(format!("INSERT INTO {name}({name}) VALUES ('optimize')"))
}

fn table_name(table: &Table) -> String {
    let bare = table.bare.as_deref().unwrap_or(&table.name);
    match &table.space {
        Some(space) => format!("{}.{}", quoted(space), quoted(bare)),
        None => quoted(bare),
    }
}

fn column(table: &Table, at: ColumnAt) -> Option<&Column> {
    table.columns.get(at)
}

fn column_name(table: &Table, at: ColumnAt) -> String {
    column(table, at).map_or_else(|| "NULL".to_owned(), |c| format!("t.{}", quoted(&c.name)))
}

/// What a condition is compared with: a truth goes by the name that the dialect has for it.
pub(crate) fn condition(table: &Table, at: ColumnAt, said: &str, truths: [&str; 2]) -> String {
    let is_truth = column(table, at).is_some_and(|c| c.family == Family::Truth);
    let [no, yes] = truths;
    match truth(said).filter(|_| is_truth) {
        Some(true) => yes.to_owned(),
        Some(false) => no.to_owned(),
        None => said.to_owned(),
    }
}

/// How many rows of values one statement takes in `SQLite`: so many that the next larger statement would be as good.
pub(crate) const SIZES: [usize; 4] = [1, 8, 64, 512];

/// The statement size for a number of rows, at most the largest.
pub(crate) fn size_for(rows: usize) -> usize {
    SIZES.into_iter().find(|size| *size >= rows).unwrap_or(512)
}

/// Statements for `SQLite`.
pub(crate) mod sqlite {
    use std::fmt::Write as _;

    use super::{
        Collation, ColumnAt, Family, Lookup, Reference, Statement, Table, column, column_name,
        quoted, table_name,
    };

    /// What names a row: its own number, else its primary key.
    pub(crate) fn key(table: &Table) -> Vec<String> {
        match table.rowid {
            Some(name) => vec![format!("t.{name}")],
            None => table.key.iter().map(|c| column_name(table, *c)).collect(),
        }
    }

    /// `rows` groups of places for values.
    fn places(width: usize, rows: usize) -> String {
        let one =
            if width == 1 { "?".to_owned() } else { format!("({})", vec!["?"; width].join(", ")) };
        vec![one; rows].join(", ")
    }

    fn among(columns: &[String], rows: usize) -> String {
        match columns {
            [one] => format!("{one} IN ({})", places(1, rows)),
            // Several rows of VALUES alone are a compound SELECT, for which SQLite reads the whole table.
            many => format!(
                "({}) IN (SELECT * FROM (VALUES {}))",
                many.join(", "),
                places(many.len(), rows)
            ),
        }
    }

    /// Finds rows by `rows` groups of values; then come the values of the conditions.
    pub(crate) fn find(table: &Table, lookup: &Lookup<'_>, rows: usize) -> Statement {
        let asked = match lookup.by {
            [] => among(&key(table), rows),
            by => by_values(table, by, lookup.refers, rows),
        };
        let mut sql = select(table, lookup.want);
        let _ = write!(sql, " WHERE {asked}");
        for (at, _) in lookup.when {
            let _ = write!(sql, " AND {} = ?", as_text(table, *at));
        }
        Statement(sql)
    }

    /// Rows by values of columns, compared as they should be, and so that an index serves it if there is one that can.
    fn by_values(table: &Table, by: &[ColumnAt], refers: bool, rows: usize) -> String {
        let (own, should) = (table.compared(by, false), table.compared(by, refers));
        let is = table.serving(by, &should).or_else(|| table.serving_one(by, &should));
        // Several columns that compare in different ways are found by an index only if each is compared by itself.
        let alike = by.len() == 1 || own.iter().chain(&should).all(|c| *c == Collation::Written);
        match is.filter(|is| !alike || *is != should) {
            Some(is) => by_each(table, by, [&is, &should], rows),
            None => {
                let names = by.iter().map(|c| column_name(table, *c)).zip(own.iter().zip(&should));
                let names = names.map(|(name, (own, should))| match own == should {
                    true => name,
                    false => collated(&name, *should),
                });
                among(&names.collect::<Vec<String>>(), rows)
            }
        }
    }

    /// The same, each group of values by itself: as the index compares, and once more as it should be.
    fn by_each(
        table: &Table,
        by: &[ColumnAt],
        [is, should]: [&[Collation]; 2],
        rows: usize,
    ) -> String {
        let other = |name: String| format!("u{}", name.strip_prefix('t').unwrap_or(&name));
        let keys: Vec<String> = key(table).into_iter().map(other).collect();
        let mut same: Vec<String> = Vec::new();
        for (at, (column, (is, should))) in by.iter().zip(is.iter().zip(should)).enumerate() {
            let name = other(column_name(table, *column));
            let mut add = |c: Collation| {
                same.push(format!("{} = v.column{}", collated(&name, c), at + 1));
            };
            add(*is);
            if is != should {
                add(*should);
            }
        }
        let values = match by.len() {
            1 => vec!["(?)"; rows].join(", "),
            width => places(width, rows),
        };
        format!(
            "({}) IN (SELECT {} FROM (VALUES {values}) AS v CROSS JOIN {} AS u WHERE {})",
            key(table).join(", "),
            keys.join(", "),
            table_name(table),
            same.join(" AND ")
        )
    }

    fn collated(name: &str, by: Collation) -> String {
        format!("{name} COLLATE {}", by.word())
    }

    /// Of each of these columns whether `a` is `A` in it, and whether `a` is `a` with a blank behind it: the table is asked, not what is
    /// written about it. A column keeps its rules in a selection of no row, to which others are added
    /// (<https://sqlite.org/datatype3.html> §7.1).
    pub(crate) fn compares(table: &Table, columns: &[ColumnAt]) -> Statement {
        let each = |one: &dyn Fn(ColumnAt) -> String| {
            columns.iter().map(|at| one(*at)).collect::<Vec<_>>().join(", ")
        };
        Statement(format!(
            "WITH v({}) AS MATERIALIZED (SELECT {} FROM {} AS t WHERE 0 UNION ALL SELECT {}) SELECT {} FROM v",
            each(&|at| format!("c{at}")),
            each(&|at| column_name(table, at)),
            table_name(table),
            each(&|_| "'a'".to_owned()),
            each(&|at| format!("c{at} = 'A', c{at} = 'a '"))
        ))
    }

    /// A column compared as text. Those that hold texts are asked as they are, so that an index may serve.
    fn as_text(table: &Table, at: ColumnAt) -> String {
        let name = column_name(table, at);
        match column(table, at).map(|c| c.family) {
            Some(Family::Text(_)) => name,
            // Programs write truths in several ways, and SQLite keeps each as it is written.
            Some(Family::Truth) => format!(
                "CASE CAST({name} AS TEXT) WHEN 't' THEN '1' WHEN 'true' THEN '1' WHEN 'f' THEN '0' WHEN 'false' THEN '0' ELSE CAST({name} AS TEXT) END"
            ),
            _ => format!("CAST({name} AS TEXT)"),
        }
    }

    fn select(table: &Table, want: &[ColumnAt]) -> String {
        let mut columns = key(table);
        columns.extend(want.iter().map(|c| column_name(table, *c)));
        format!("SELECT {} FROM {} AS t", columns.join(", "), table_name(table))
    }

    /// Whether a column is empty in any row.
    pub(crate) fn is_any_empty(table: &Table, at: ColumnAt) -> Statement {
        let (name, table) = (column_name(table, at), table_name(table));
        Statement(format!("SELECT EXISTS (SELECT 1 FROM {table} AS t WHERE {name} IS NULL)"))
    }

    /// Reads a whole table.
    pub(crate) fn sweep(table: &Table, want: &[ColumnAt]) -> Statement {
        Statement(select(table, want))
    }

    /// Deletes `rows` rows.
    pub(crate) fn delete(table: &Table, rows: usize) -> Statement {
        Statement(format!(
            "DELETE FROM {} AS t WHERE {}",
            table_name(table),
            among(&key(table), rows)
        ))
    }

    /// Of `rows` rows, each with the row to which it refers: the keys of both.
    pub(crate) fn pairs(
        child: &Table,
        reference: &Reference,
        parent: &Table,
        rows: usize,
    ) -> Statement {
        let as_parent = |name: String| format!("p{}", name.strip_prefix('t').unwrap_or(&name));
        let mut columns = key(child);
        columns.extend(key(parent).into_iter().map(as_parent));
        // The column of the parent stands first: the store compares references by its rules.
        let same = |(from, to): (&ColumnAt, &ColumnAt)| {
            format!("{} = {}", as_parent(column_name(parent, *to)), column_name(child, *from))
        };
        let same: Vec<String> =
            reference.columns.iter().zip(&reference.to_columns).map(same).collect();
        Statement(format!(
            "SELECT {} FROM {} AS t JOIN {} AS p ON {} WHERE {}",
            columns.join(", "),
            table_name(child),
            table_name(parent),
            same.join(" AND "),
            among(&key(child), rows)
        ))
    }

    /// The statement by which a table or an index was made, as the store keeps it, to make the like elsewhere; `None` if there may be
    /// more in it than one statement.
    pub(crate) fn made(kept: &str) -> Option<Statement> {
        let begins =
            |with: &str| kept.get(..with.len()).is_some_and(|h| h.eq_ignore_ascii_case(with));
        let one = begins("CREATE TABLE") || begins("CREATE UNIQUE INDEX");
        (one && !kept.contains(';')).then(|| Statement(kept.to_owned()))
    }

    /// Adds a row with values in these columns.
    pub(crate) fn insert(table: &Table, columns: &[ColumnAt]) -> Statement {
        let name = |c: &ColumnAt| table.columns.get(*c).map(|c| quoted(&c.name));
        let names: Vec<String> = columns.iter().filter_map(name).collect();
        Statement(format!(
            "INSERT INTO {} ({}) VALUES ({})",
            table_name(table),
            names.join(", "),
            vec!["?"; names.len()].join(", ")
        ))
    }

    /// How many rows there are.
    pub(crate) fn count(table: &Table) -> Statement {
        Statement(format!("SELECT count(*) FROM {}", table_name(table)))
    }

    /// Writes the same values into the columns of `rows` rows: first the values, then the keys. A table that would delete other rows
    /// which are in the way does not: nobody planned that. Elsewhere nothing is said of conflicts, because triggers would have to obey.
    pub(crate) fn change(table: &Table, columns: &[ColumnAt], rows: usize) -> Statement {
        let name = |c: &ColumnAt| table.columns.get(*c).map(|c| format!("{} = ?", quoted(&c.name)));
        let set: Vec<String> = columns.iter().filter_map(name).collect();
        Statement(format!(
            "UPDATE {}{} AS t SET {} WHERE {}",
            if table.settles_conflicts { "OR ABORT " } else { "" },
            table_name(table),
            set.join(", "),
            among(&key(table), rows)
        ))
    }
}

/// Statements for `PostgreSQL`. Every value goes in and out as text; every parameter but conditions is an array of texts.
pub(crate) mod postgres {
    use std::fmt::Write as _;

    use super::{
        Column, ColumnAt, Family, Lookup, Statement, Table, column, column_name, quoted, table_name,
    };

    /// The name of the only cursor of a session.
    const SWEEP: &str = "abide_sweep";

    /// What names a row: columns, else its place in the file, which holds until the row is changed; and in which file, where
    /// there are several.
    pub(crate) fn key(table: &Table) -> Vec<(String, String)> {
        let place =
            || [("t.tableoid", "oid"), ("t.ctid", "tid")].map(|(n, c)| (n.into(), c.into()));
        match table.naming() {
            [] => place().into_iter().skip(usize::from(!table.parted)).collect(),
            columns => columns.iter().map(|c| compared(table, *c)).collect(),
        }
    }

    /// Types whose values are not compared by what is written: JSON and XML have no equality, shapes compare their sizes, an array of
    /// arrays is none of texts, and one of rows becomes columns.
    const BY_TEXT: &[&str] =
        &["json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle"];

    /// A column and the type as which texts are compared with it: without its length, since a cast to a length cuts.
    fn compared(table: &Table, at: ColumnAt) -> (String, String) {
        let (name, cast) =
            (column_name(table, at), column(table, at).map_or_else(|| "text".to_owned(), type_of));
        let composite = column(table, at).is_some_and(|c| c.composite);
        if composite || cast.ends_with("[]") || BY_TEXT.contains(&cast.as_str()) {
            (format!("{name}::text"), "text".to_owned())
        } else {
            (name, cast)
        }
    }

    /// Tables that inherit from this one are tables of their own.
    fn own_rows(table: &Table) -> String {
        format!("{}{}", if table.parted { "" } else { "ONLY " }, table_name(table))
    }

    fn type_of(column: &Column) -> String {
        match column.family {
            Family::Text(_) if column.native.starts_with("character varying") => "text".to_owned(),
            // Without a length it is one of a single bit.
            Family::Other if column.native == "bit" => "bit varying".to_owned(),
            _ => column.native.clone(),
        }
    }

    /// A text as a type reads and writes it, by the name that the server gives to the type.
    pub(crate) fn written(declared: &str) -> Statement {
        Statement(format!("SELECT ($1::text::{declared})::text"))
    }

    /// Whether a value of a type says all that its text does: no digit, letter or zone is lost, and no word for a day or moment became one.
    /// `None` if a text of this type cannot say more.
    pub(crate) fn says(column: &Column, declared: &str) -> Option<Statement> {
        let (held, native) = (format!("$1::text::{declared}"), column.native.as_str());
        let says = match column.family {
            Family::Integer | Family::Truth | Family::Json | Family::Bytes | Family::Uuid => {
                return None;
            }
            Family::Number => format!("({held})::text::numeric = $1::text::numeric"),
            // The server fills it with blanks.
            Family::Text(_) if native == "character" || native == "bpchar" => {
                format!("rtrim(({held})::text) = rtrim($1::text)")
            }
            Family::Text(_) => format!("({held})::text = $1::text"),
            Family::Date => format!("({held})::text = btrim($1::text)"),
            Family::Moment => format!(
                "$1::text ~ '^\\s*\\d{{4}}-\\d\\d-\\d\\d([ T]\\d|\\s*$)' AND ({held})::timestamptz = $1::text::timestamptz"
            ),
            Family::Other if native.starts_with("time ") => {
                format!("$1::text ~ '^\\s*\\d+:' AND ({held})::timetz = $1::text::timetz")
            }
            Family::Other if native == "money" => {
                format!("({held})::numeric = $1::text::numeric")
            }
            // In which each value may lose something.
            Family::Other if native.ends_with("[]") || native.ends_with("range") => {
                format!("translate(({held})::text, ' \"', '') = translate($1::text, ' \"', '')")
            }
            Family::Other if native == "\"char\"" => format!("({held})::text = $1::text"),
            // What its length or precision cuts, the same type without holds.
            Family::Other => format!("({held})::text = ($1::text::{})::text", type_of(column)),
        };
        Some(Statement(format!("SELECT {says}")))
    }

    fn among(columns: &[(String, String)], first: usize) -> String {
        match columns {
            [(name, cast)] => format!("{name} = ANY(${first}::text[]::{cast}[])"),
            many => {
                let names: Vec<&str> = many.iter().map(|(n, _)| n.as_str()).collect();
                format!("({}) IN (SELECT * FROM {})", names.join(", "), unnest(many, first))
            }
        }
    }

    fn unnest(columns: &[(String, String)], first: usize) -> String {
        let array = |(at, (_, cast)): (usize, &(String, String))| {
            format!("${}::text[]::{cast}[]", first + at)
        };
        let arrays: Vec<String> = columns.iter().enumerate().map(array).collect();
        format!("unnest({})", arrays.join(", "))
    }

    /// Finds rows by arrays of values; then come the values of the conditions.
    pub(crate) fn find(table: &Table, lookup: &Lookup<'_>) -> Statement {
        let by: Vec<(String, String)> = match lookup.by {
            [] => key(table),
            by => by.iter().map(|c| compared(table, *c)).collect(),
        };
        let mut sql = select(table, lookup.want);
        let _ = write!(sql, " WHERE {}", among(&by, 1));
        for (number, (at, _)) in lookup.when.iter().enumerate() {
            let _ =
                write!(sql, " AND {}::text = ${}", column_name(table, *at), by.len() + number + 1);
        }
        if lookup.hold {
            sql.push_str(" FOR UPDATE OF t");
        }
        Statement(sql)
    }

    fn select(table: &Table, want: &[ColumnAt]) -> String {
        let text = |name: String| format!("{name}::text");
        let mut columns: Vec<String> = key(table).into_iter().map(|(name, _)| text(name)).collect();
        columns.extend(want.iter().map(|c| text(column_name(table, *c))));
        format!("SELECT {} FROM {} AS t", columns.join(", "), own_rows(table))
    }

    /// Opens a cursor over a whole table.
    pub(crate) fn open_sweep(table: &Table, want: &[ColumnAt]) -> Statement {
        Statement(format!("DECLARE {SWEEP} NO SCROLL CURSOR FOR {}", select(table, want)))
    }

    /// The next rows of the cursor, at most so many.
    pub(crate) fn fetch(rows: usize) -> Statement {
        Statement(format!("FETCH FORWARD {rows} FROM {SWEEP}"))
    }

    /// Closes the cursor.
    pub(crate) fn close_sweep() -> Statement {
        Statement(format!("CLOSE {SWEEP}"))
    }

    /// How many texts a type has values for, by the name that the server gives to the type: all, or it is an error.
    pub(crate) fn cast(declared: &str) -> Statement {
        Statement(format!("SELECT count(v.v::{declared}) FROM unnest($1::text[]) AS v(v)"))
    }

    /// Rows that are nowhere but in arrays of texts, one for each column, as rows of a table: with their numbers.
    fn given(table: &Table, declared: &[String]) -> String {
        let columns = table.columns.iter().zip(declared).enumerate();
        let named = columns.clone().map(|(at, (column, declared))| {
            format!("v.v{at}::{declared} AS {}", quoted(&column.name))
        });
        let arrays: Vec<String> =
            columns.clone().map(|(at, _)| format!("${}::text[]", at + 1)).collect();
        let names: Vec<String> = columns.map(|(at, _)| format!("v{at}")).collect();
        format!(
            "(SELECT v.n AS \"abide n\", {} FROM unnest({}) WITH ORDINALITY AS v({}, n)) AS t",
            named.collect::<Vec<_>>().join(", "),
            arrays.join(", "),
            names.join(", ")
        )
    }

    /// The numbers of given rows for which a rule of the table, as the server writes it, is not fulfilled.
    pub(crate) fn against(table: &Table, declared: &[String], rule: &str) -> Statement {
        let given = given(table, declared);
        Statement(format!("SELECT \"abide n\" FROM {given} WHERE ({rule}) IS FALSE"))
    }

    /// How many of given rows have the same as another in what an index, as the server writes it, says must differ. Nothing is the
    /// same as nothing only if `nulls` says so.
    pub(crate) fn same(
        table: &Table,
        declared: &[String],
        parts: &[String],
        only: Option<&str>,
        nulls: bool,
    ) -> Statement {
        let given = given(table, declared);
        let parts: Vec<String> = parts.iter().map(|part| format!("({part})")).collect();
        let mut when: Vec<String> = only.map(|only| format!("({only})")).into_iter().collect();
        when.extend(parts.iter().filter(|_| !nulls).map(|part| format!("{part} IS NOT NULL")));
        let when = if when.is_empty() { "true".to_owned() } else { when.join(" AND ") };
        let parts = parts.join(", ");
        Statement(format!(
            "SELECT COALESCE(sum(d.n), 0)::bigint FROM (SELECT count(*) AS n FROM {given} WHERE {when} GROUP BY {parts} \
             HAVING count(*) > 1) AS d"
        ))
    }

    /// Deletes rows by arrays of keys.
    pub(crate) fn delete(table: &Table) -> Statement {
        Statement(delete_from(table, 1))
    }

    fn in_space(space: &str, bare: &str) -> String {
        format!("{}.{}", quoted(space), quoted(bare))
    }

    /// Takes dead rows out of a table and its indexes, however few, and values out of what the planner knows of it.
    pub(crate) fn vacuum(space: &str, bare: &str) -> Statement {
        let name = in_space(space, bare);
        Statement(format!("VACUUM (FREEZE, INDEX_CLEANUP ON, ANALYZE) {name}"))
    }

    /// Takes values out of what the planner knows of a table in parts.
    pub(crate) fn analyze(space: &str, bare: &str) -> Statement {
        Statement(format!("ANALYZE {}", in_space(space, bare)))
    }

    /// Makes a stored view anew from its tables.
    pub(crate) fn refresh(space: &str, bare: &str) -> Statement {
        Statement(format!("REFRESH MATERIALIZED VIEW {}", in_space(space, bare)))
    }

    fn delete_from(table: &Table, first: usize) -> String {
        format!("DELETE FROM {} AS t WHERE {}", own_rows(table), among(&key(table), first))
    }

    /// Deletes rows of several tables at once by arrays of keys, and counts each table's: references are checked at the end.
    pub(crate) fn delete_together(tables: &[&Table]) -> Statement {
        let (mut first, mut parts, mut counts) = (1, Vec::new(), Vec::new());
        for (at, table) in tables.iter().enumerate() {
            parts.push(format!("d{at} AS ({} RETURNING 1)", delete_from(table, first)));
            counts.push(format!("(SELECT count(*) FROM d{at})"));
            first += key(table).len();
        }
        Statement(format!("WITH {} SELECT ARRAY[{}]", parts.join(", "), counts.join(", ")))
    }

    /// Writes values into columns of many rows: first the arrays of keys, then the arrays of values.
    pub(crate) fn change(table: &Table, columns: &[ColumnAt]) -> Statement {
        let key = key(table);
        let set = |(number, at): (usize, &ColumnAt)| {
            column(table, *at).map(|c| format!("{} = v.v{number}::{}", quoted(&c.name), type_of(c)))
        };
        let set: Vec<String> = columns.iter().enumerate().filter_map(set).collect();
        let names = (0..key.len())
            .map(|k| format!("k{k}"))
            .chain((0..columns.len()).map(|v| format!("v{v}")));
        let mut all = key.clone();
        all.extend(columns.iter().map(|_| (String::new(), "text".to_owned())));
        let same: Vec<String> =
            key.iter().enumerate().map(|(k, (name, _))| format!("{name} = v.k{k}")).collect();
        Statement(format!(
            "UPDATE {} AS t SET {} FROM {} AS v({}) WHERE {}",
            own_rows(table),
            set.join(", "),
            unnest(&all, 1),
            names.collect::<Vec<_>>().join(", "),
            same.join(" AND "),
        ))
    }
}

#[cfg(test)]
mod tests;
