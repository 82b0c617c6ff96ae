//! Which columns migrations leave, and that they are the marked ones.
//!
//! Owns: reading migrations, one after the other, and comparing what they leave with `marks.toml`, both ways. SQL says the same in
//! many forms; a statement that may touch columns is written in one of few ([`FORMS`]), and any other is refused, so that no
//! column gets in unseen. Leaves to others: reading files. Used by `build.rs` and by its test (`tests/it/migrations.rs`).

use std::collections::BTreeSet;

/// How a migration changes tables; what else it may do touches no column.
const FORMS: &str = "`CREATE TABLE name (column …, …)`, `ALTER TABLE name ADD COLUMN column …`, `ALTER TABLE name DROP COLUMN column`, \
    `DROP TABLE name`, with words of SQL in capitals and names in small letters without quotes";

/// What begins a part of a table that is no column.
const RULES: [&str; 5] = ["CHECK", "CONSTRAINT", "FOREIGN", "PRIMARY", "UNIQUE"];

/// Columns by table and name.
type Columns = BTreeSet<(String, String)>;

/// Refuses a database's migrations (name and text, in their order) unless they leave the columns that are marked.
pub(crate) fn are_marked(
    marks: &toml::Table,
    migrations: &[(String, String)],
) -> Result<(), String> {
    let mut columns = Columns::new();
    for (name, sql) in migrations {
        let read =
            statements(sql).and_then(|all| all.iter().try_for_each(|s| run(s, &mut columns)));
        read.map_err(|what| format!("the migration {name}: {what}"))?;
    }
    for (table, column) in &columns {
        if marks.get(table).and_then(|t| t.get(column)).is_none() {
            return Err(format!(
                "the column `{table}.{column}` has no mark: add `[{table}.{column}]` to marks.toml"
            ));
        }
    }
    for (table, marked) in marks {
        for column in marked.as_table().into_iter().flat_map(toml::Table::keys) {
            if !columns.contains(&(table.clone(), column.clone())) {
                return Err(format!("the mark `[{table}.{column}]` has no column: remove it"));
            }
        }
    }
    Ok(())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'s> {
    /// A word of SQL, a name without quotes, or a number.
    Word(&'s str),
    /// A text, a name in quotes or the body of a function: nothing that is looked into.
    Quoted,
    Sign(char),
}

use Token::{Sign, Word};

/// What one statement does to columns.
fn run(statement: &[Token<'_>], columns: &mut Columns) -> Result<(), String> {
    match statement {
        [Word("CREATE"), Word("TABLE"), Word(table), Sign('('), body @ ..] if is_name(table) => {
            if columns.iter().any(|(known, _)| known == table) {
                return Err(format!("the table `{table}` is there already"));
            }
            create(table, body, columns)
        }
        [
            Word("ALTER"),
            Word("TABLE"),
            Word(table),
            Word("ADD"),
            Word("COLUMN"),
            Word(column),
            rest @ ..,
        ] if is_name(table) && is_name(column) && parts(rest).len() < 2 => {
            add(table, column, columns)
        }
        [Word("ALTER"), Word("TABLE"), Word(table), Word("DROP"), Word("COLUMN"), Word(column)] => {
            let gone = columns.remove(&((*table).to_owned(), (*column).to_owned()));
            gone.then_some(()).ok_or_else(|| format!("there is no column `{table}.{column}`"))
        }
        [Word("DROP"), Word("TABLE"), Word(table)] => {
            let before = columns.len();
            columns.retain(|(known, _)| known != table);
            let gone = columns.len() < before;
            gone.then_some(()).ok_or_else(|| format!("there is no table `{table}`"))
        }
        [Word("CREATE" | "DROP"), Word("INDEX" | "TRIGGER" | "FUNCTION"), ..]
        | [Word("CREATE"), Word("UNIQUE"), Word("INDEX"), ..]
        | [Word("INSERT" | "UPDATE" | "DELETE"), ..] => Ok(()),
        other => Err(format!("`{}` is not read: write {FORMS}", said(other))),
    }
}

/// The columns of a table, from behind its first bracket.
fn create(table: &str, body: &[Token<'_>], columns: &mut Columns) -> Result<(), String> {
    let body = body.strip_suffix(&[Word("STRICT")]).unwrap_or(body);
    let inside = body.strip_suffix(&[Sign(')')]).filter(|inside| is_closed(inside));
    let inside = inside.ok_or_else(|| {
        format!("behind the columns of `{table}` there is more than `STRICT`: write {FORMS}")
    })?;
    for part in parts(inside) {
        match part {
            [Word(rule), ..] if RULES.contains(rule) => {}
            [Word(column), ..] if is_name(column) => add(table, column, columns)?,
            other => {
                return Err(format!(
                    "`{}` in the table `{table}` is not read: write {FORMS}",
                    said(other)
                ));
            }
        }
    }
    Ok(())
}

fn add(table: &str, column: &str, columns: &mut Columns) -> Result<(), String> {
    let new = columns.insert((table.to_owned(), column.to_owned()));
    new.then_some(()).ok_or_else(|| format!("the column `{table}.{column}` is there already"))
}

/// A name that both databases take as it is written.
fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// How deep in brackets each token stands, its own bracket not counted; below nothing if more are closed than opened.
fn depths<'t>(tokens: &'t [Token<'_>]) -> impl Iterator<Item = i32> + 't {
    tokens.iter().scan(0, |depth, token| {
        *depth -= i32::from(*token == Sign(')'));
        let here = *depth;
        *depth += i32::from(*token == Sign('('));
        Some(here)
    })
}

/// Whether no bracket closes what was opened before.
fn is_closed(tokens: &[Token<'_>]) -> bool {
    depths(tokens).all(|depth| depth >= 0)
}

/// What stands between commas outside of brackets.
fn parts<'t, 's>(tokens: &'t [Token<'s>]) -> Vec<&'t [Token<'s>]> {
    let commas = tokens.iter().zip(depths(tokens)).enumerate();
    let commas = commas.filter(|(_, (token, depth))| **token == Sign(',') && *depth == 0);
    let (mut from, mut all) = (0, Vec::new());
    for at in commas.map(|(at, _)| at).chain([tokens.len()]) {
        all.extend(tokens.get(from..at));
        from = at + 1;
    }
    all
}

/// The first words of a statement, to find it by.
fn said(tokens: &[Token<'_>]) -> String {
    let one = |token: &Token<'_>| match token {
        Word(word) => (*word).to_owned(),
        Token::Quoted => "'…'".to_owned(),
        Sign(sign) => sign.to_string(),
    };
    tokens.iter().take(6).map(one).collect::<Vec<_>>().join(" ")
}

/// The statements of a migration. One that makes a trigger of SQLite has statements inside, until its `END`.
fn statements(sql: &str) -> Result<Vec<Vec<Token<'_>>>, String> {
    let (mut all, mut one) = (Vec::new(), Vec::new());
    for token in tokens(sql)? {
        let is_trigger = one.starts_with(&[Word("CREATE"), Word("TRIGGER")]);
        let is_inside =
            is_trigger && one.contains(&Word("BEGIN")) && one.last() != Some(&Word("END"));
        if token == Sign(';') && !is_inside {
            all.push(std::mem::take(&mut one));
        } else {
            one.push(token);
        }
    }
    if one.is_empty() { Ok(all) } else { Err(format!("`{}` has no end: write `;`", said(&one))) }
}

fn tokens(sql: &str) -> Result<Vec<Token<'_>>, String> {
    let (mut rest, mut all) = (sql.trim_start(), Vec::new());
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        if length > 0 {
            let (word, behind) = rest.split_at(length);
            if behind.starts_with('\'') {
                return Err(format!(
                    "`{word}'` begins a text that is not read: write it without `{word}`"
                ));
            }
            all.push(Word(word));
            rest = behind;
        } else if let Some(comment) = rest.strip_prefix("--") {
            rest = comment.split_once('\n').map_or("", |(_, behind)| behind);
        } else if rest.starts_with("/*") {
            return Err("`/*` is not read: write comments behind `--`".to_owned());
        } else if matches!(first, '\'' | '"' | '$') {
            all.push(Token::Quoted);
            rest = behind_quotes(rest, first)?;
        } else if matches!(first, '`' | '[') {
            return Err(format!("`{first}` is not read: write names without quotes"));
        } else {
            all.push(Sign(first));
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
        rest = rest.trim_start();
    }
    Ok(all)
}

/// What follows a text, a name in quotes, or the body of a function between `$$`. A doubled quote begins the next text of its own.
fn behind_quotes(text: &str, quote: char) -> Result<&str, String> {
    let behind = text.get(1..).and_then(|inside| match quote {
        '$' => inside.strip_prefix('$')?.split_once("$$"),
        _ => inside.split_once(quote),
    });
    let behind = behind.ok_or_else(|| format!("what begins with `{quote}` has no end"))?;
    Ok(behind.1)
}
