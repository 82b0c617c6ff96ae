//! Makes of `marks.toml` what the program knows of its own tables (`src/own.rs`), and refuses a migration that adds a column
//! without a mark. A new migration is a change of this crate, though no Rust file changed.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// The column by which whoever asks is found.
const MARK: &str = "hash";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=marks.toml");
    let source = read(Path::new("marks.toml"))?;
    let marks: toml::Table = source.parse()?;
    for database in ["sqlite", "postgres"] {
        every_column_is_marked(&marks, &Path::new("migrations").join(database))?;
    }
    let mut code = String::from("&[\n");
    for (name, columns) in &marks {
        table(&mut code, &source, name, columns)?;
    }
    code.push_str("]\n");
    let out = std::env::var_os("OUT_DIR").ok_or("cargo names no folder for what is made")?;
    Ok(write(&Path::new(&out).join("own.rs"), &code)?)
}

#[expect(clippy::disallowed_methods, reason = "a build writes what is made of them")]
fn write(path: &Path, code: &str) -> std::io::Result<()> {
    std::fs::write(path, code)
}

#[expect(clippy::disallowed_methods, reason = "a build reads the files that it is made of")]
fn read(path: &Path) -> std::io::Result<String> {
    std::fs::read_to_string(path)
}

/// Writes one table, with the columns about whoever asks; nothing if it has none.
fn table(
    code: &mut String,
    source: &str,
    name: &str,
    columns: &toml::Value,
) -> Result<(), Box<dyn Error>> {
    let columns = columns.as_table().ok_or_else(|| format!("`{name}` has no columns"))?;
    let by_request = format!("request_identity.{MARK}");
    let mut own: Vec<_> = columns
        .iter()
        .filter(|(_, mark)| [MARK, &by_request].contains(&says(mark, "subject")))
        .collect();
    // As they stand in the file, which is as they stand in the table.
    own.sort_by_key(|(column, _)| source.find(&format!("[{name}.{column}]")));
    if own.is_empty() {
        return Ok(());
    }
    let by_mark = own.iter().any(|(_, mark)| says(mark, "subject") == MARK);
    let (by, key) = match (by_mark, columns.contains_key("request")) {
        (true, _) => ("Mark", MARK),
        (_, true) => ("Request", "request"),
        _ => ("Request", "id"),
    };
    let names = own.iter().map(|(column, _)| column.as_str()).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT {names} FROM {name} WHERE {key} = $1 ORDER BY {names}");
    writeln!(code, "Table {{ name: {name:?}, by: By::{by}, sql: {sql:?}, columns: &[")?;
    for (column, mark) in own {
        let (purpose, retention) = (says(mark, "purpose"), says(mark, "retention"));
        writeln!(
            code,
            "Column {{ name: {column:?}, purpose: {purpose:?}, retention: {retention:?} }},"
        )?;
    }
    Ok(writeln!(code, "] }},")?)
}

fn says<'a>(mark: &'a toml::Value, key: &str) -> &'a str {
    mark.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

fn every_column_is_marked(marks: &toml::Table, folder: &Path) -> Result<(), Box<dyn Error>> {
    for file in std::fs::read_dir(folder)? {
        for (table, column) in columns(&read(&file?.path())?) {
            if marks.get(table).and_then(|t| t.get(column)).is_none() {
                return Err(format!(
                    "the column `{table}.{column}` has no mark: add `[{table}.{column}]` to marks.toml"
                )
                .into());
            }
        }
    }
    Ok(())
}

/// Columns as migrations write them: a line of its own for each, in `CREATE TABLE` and `ALTER TABLE … ADD COLUMN`.
fn columns(sql: &str) -> Vec<(&str, &str)> {
    let (mut inside, mut found) = (None, Vec::new());
    for line in sql.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match (words.as_slice(), inside) {
            (["CREATE", "TABLE", name, ..], _) => inside = Some(*name),
            (["ALTER", "TABLE", name, "ADD", "COLUMN", column, ..], _) => {
                found.push((*name, *column));
            }
            ([first, ..], _) if first.starts_with(')') => inside = None,
            ([column, _, ..], Some(name))
                if column.starts_with(|c: char| c.is_ascii_lowercase()) =>
            {
                found.push((name, *column));
            }
            _ => {}
        }
    }
    found
}
