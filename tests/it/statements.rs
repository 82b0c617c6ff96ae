//! Where SQL is made of text: one place for stores, one for files from anybody, one for the example. The linter refuses it elsewhere
//! (`clippy.toml`); this says that nobody excused another place.

use std::path::Path;

/// Files whose SQL is no literal. `sql.rs` makes it for schemas that the program does not know; the scanner reads SQLite files with a statement of its own, whose names the database quotes; the example
/// knows its schema.
const MADE: [&str; 4] = [
    "crates/scan/src/formats/sqlite.rs",
    "crates/stores/src/sql.rs",
    "examples/contact-centre/generate/src/load/postgres.rs",
    "examples/contact-centre/generate/src/load/sqlite.rs",
];

fn sources(folder: &Path, found: &mut Vec<String>, root: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !["tests", "benches", "target"].contains(&name) {
                sources(&path, found, root);
            }
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = std::fs::read_to_string(&path).unwrap();
            if text.contains("AssertSqlSafe") {
                found.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
}

#[test]
fn sql_is_made_of_text_nowhere_else() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = Vec::new();
    sources(&root.join("crates"), &mut found, root);
    sources(&root.join("examples"), &mut found, root);
    found.sort();
    assert_eq!(found, MADE);
}
