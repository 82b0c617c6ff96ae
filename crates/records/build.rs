//! Makes of `marks.toml` what the program knows of its own tables (`src/own.rs`), and refuses migrations whose columns are not the
//! marked ones (`build/migrations.rs`), and a mark without words in every language. A new migration is a change of this crate,
//! though no Rust file changed.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[path = "build/migrations.rs"]
mod migrations;

/// The column by which whoever asks is found.
const MARK: &str = "hash";
/// The one that says which request is theirs.
const BY_REQUEST: &str = "request_identity.hash";
/// The words of our own tables, by language.
const WORDS: &str = "../../locales";

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=marks.toml");
    let source = read(Path::new("marks.toml"))?;
    let marks: toml::Table = source.parse()?;
    for database in ["sqlite", "postgres"] {
        every_column_is_marked(&marks, &Path::new("migrations").join(database))?;
    }
    every_mark_has_words(&marks)?;
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

/// Writes one table: its columns as they stand in the file, which is as they stand in the database.
fn table(code: &mut String, source: &str, name: &str, marks: &toml::Value) -> Result<(), Failure> {
    let mut columns = Vec::new();
    for (column, mark) in columns_of(name, marks)? {
        let says = |key| says(name, column, mark, key);
        columns.push((column.as_str(), says("category")?, says("retention")?, says("subject")?));
    }
    columns.sort_by_key(|(column, ..)| source.find(&format!("[{name}.{column}]")));
    let askers = || columns.iter().filter(|(.., subject)| whose(subject) == "Asker");
    let (by, key) = if askers().any(|(.., subject)| *subject == MARK) {
        ("Mark", MARK)
    } else if askers().any(|(column, ..)| *column == "request") {
        ("Request", "request")
    } else {
        ("Request", "id")
    };
    let names = askers().map(|(column, ..)| *column).collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT {names} FROM {name} WHERE {key} = $1 ORDER BY {names}");
    let found = match names.as_str() {
        "" => "None".to_owned(),
        _ => format!("Some(Found {{ by: By::{by}, key: {key:?}, sql: {sql:?} }})"),
    };
    writeln!(code, "Table {{ name: {name:?}, found: {found}, columns: &[")?;
    for (column, category, retention, subject) in &columns {
        let (kept, whose) = (variant(retention), whose(subject));
        writeln!(
            code,
            "Column {{ name: {column:?}, category: {category:?}, kept: Kept::{kept}, subject: {subject:?}, whose: Whose::{whose} }},"
        )?;
    }
    Ok(writeln!(code, "] }},")?)
}

/// Whom a column is about, by what finds it.
fn whose(subject: &str) -> &'static str {
    match subject {
        "none" => "Nobody",
        MARK | BY_REQUEST => "Asker",
        _ => "Staff",
    }
}

/// A word as the name of a variant; one that there is not does not compile.
fn variant(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().iter().flat_map(|c| c.to_uppercase()).chain(letters).collect()
}

fn columns_of<'a>(name: &str, marks: &'a toml::Value) -> Result<&'a toml::Table, Failure> {
    Ok(marks.as_table().ok_or_else(|| format!("`{name}` has no columns"))?)
}

fn says<'a>(
    table: &str,
    column: &str,
    mark: &'a toml::Value,
    key: &str,
) -> Result<&'a str, Failure> {
    let said = mark.get(key).and_then(toml::Value::as_str);
    Ok(said.ok_or_else(|| format!("the mark `[{table}.{column}]` says no {key}"))?)
}

fn every_mark_has_words(marks: &toml::Table) -> Result<(), Failure> {
    for language in std::fs::read_dir(WORDS)? {
        let file = language?.path().join("own.ftl");
        println!("cargo:rerun-if-changed={}", file.display());
        let words = read(&file)?;
        for (table, columns) in marks {
            let columns = columns_of(table, columns)?.keys();
            let ids = columns.map(|column| format!("own-column-{table}-{column}"));
            for id in ids.chain([format!("own-table-{table}")]) {
                if !words.lines().any(|line| line.starts_with(&format!("{id} = "))) {
                    return Err(format!("{} has no `{id}`: say it there", file.display()).into());
                }
            }
        }
    }
    Ok(())
}

fn every_column_is_marked(marks: &toml::Table, folder: &Path) -> Result<(), Failure> {
    let files = std::fs::read_dir(folder)?.map(|file| Ok(file?.path()));
    let mut files = files.collect::<std::io::Result<Vec<PathBuf>>>()?;
    files.sort();
    let read = |file: &PathBuf| Ok((file.display().to_string(), read(file)?));
    let all = files.iter().map(read).collect::<std::io::Result<Vec<_>>>()?;
    Ok(migrations::are_marked(marks, &all)?)
}
