//! Files that are made from the code are what the code makes now: problem pages and JSON Schemas.
//! `ABIDE_UPDATE=1 cargo test -p abide-tests generated` writes them anew.

use std::path::{Path, PathBuf};

use abide_policy::codes::Code;
use abide_policy::source::format::{MAP_FILE, POLICY_FILE, SITE_FILE};
use abide_policy::source::json_schema;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Compares a generated file, or writes it when asked to.
fn compare(path: &Path, expected: &str) -> Result<(), String> {
    if std::env::var_os("ABIDE_UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, expected).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap_or_default();
    if found == expected { Ok(()) } else { Err(format!("{} is out of date", path.display())) }
}

#[test]
fn problem_pages() {
    let folder = root().join("docs/problems");
    let mut wrong: Vec<String> = Vec::new();
    let mut index = String::from(
        "# Every problem that Abide knows\n\n| code | severity | what it is |\n| --- | --- | --- |\n",
    );
    for code in Code::ALL {
        wrong.extend(compare(&folder.join(format!("{}.md", code.id())), &code.page()).err());
        let severity = format!("{:?}", code.severity()).to_lowercase();
        index.push_str(&format!("| [{0}]({0}.md) | {severity} | {1} |\n", code.id(), code.title()));
    }
    wrong.extend(compare(&folder.join("README.md"), &index).err());
    assert!(wrong.is_empty(), "{wrong:?}: run with ABIDE_UPDATE=1");
    let pages = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(pages, Code::ALL.len() + 1, "a page without a code is left over");
}

/// English problem messages are made from the codes; other languages translate this file.
#[test]
fn english_problem_messages() {
    let gaps = |text: &str| {
        let text = text.replace('{', "{ $").replace('}', " }");
        if text.is_empty() { "{ \"\" }".to_owned() } else { text }
    };
    let mut file = String::from(
        "# Every problem: what it is, what is said, what to do, why. Made from the codes.\n",
    );
    for code in Code::ALL {
        let id = abide_notice::problem::message_id(*code);
        file.push_str(&format!("\n{id} = {}\n", gaps(code.message())));
        file.push_str(&format!("    .title = {}\n", gaps(code.title())));
        file.push_str(&format!("    .help = {}\n", gaps(code.help())));
        file.push_str(&format!("    .why = {}\n", gaps(code.why())));
    }
    compare(&root().join("locales/en/problems.ftl"), &file).unwrap();
}

#[test]
fn json_schemas() {
    for (shape, name) in [(&POLICY_FILE, "policy"), (&SITE_FILE, "site"), (&MAP_FILE, "map")] {
        let schema = json_schema(shape, name);
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        compare(&root().join(format!("docs/schema/{name}.json")), &text).unwrap();
    }
}

/// A TOML text as the JSON value that editors hold against the schema.
fn as_json(source: &str) -> serde_json::Value {
    fn convert(value: &toml::Value) -> serde_json::Value {
        match value {
            toml::Value::Datetime(d) => d.to_string().into(),
            toml::Value::Array(a) => a.iter().map(convert).collect(),
            toml::Value::Table(t) => t.iter().map(|(k, v)| (k.clone(), convert(v))).collect(),
            toml::Value::String(s) => s.clone().into(),
            toml::Value::Integer(n) => (*n).into(),
            toml::Value::Float(n) => (*n).into(),
            toml::Value::Boolean(b) => (*b).into(),
        }
    }
    convert(&toml::Value::Table(source.parse().unwrap()))
}

/// Another implementation of JSON Schema agrees with our reader on what a file may contain.
#[test]
fn the_schema_says_what_the_reader_says() {
    let schema = jsonschema::validator_for(&json_schema(&POLICY_FILE, "policy")).unwrap();
    let small = include_str!("../../crates/policy/tests/small.toml");
    assert!(schema.is_valid(&as_json(small)));
    for (from, to) in [
        ("access       =", "acess ="),
        ("\"contact-and-other\"", "\"some\""),
        ("\"6 months\"", "\"half a year\""),
        ("\"user.gender\"", "\"user..gender\""),
        ("\"user.gender\"", "{ categories = [\"online\"] }"),
        ("current = \"always\"", "current = \"sometimes\""),
        ("country = \"DE\"", "country = \"Germany\""),
        ("measures = [\"Encrypted connections\"]", "measures = \"Encrypted connections\""),
        ("name  = \"Example GmbH\"\n", ""),
    ] {
        assert!(small.contains(from), "{from}");
        let source = small.replacen(from, to, 1);
        assert!(!schema.is_valid(&as_json(&source)), "the schema accepts {to}");
        assert!(
            abide_policy::source::read_policy(&source).value.is_none(),
            "the reader accepts {to}"
        );
    }
}

#[test]
fn the_schema_of_maps_says_what_the_reader_says() {
    let schema = jsonschema::validator_for(&json_schema(&MAP_FILE, "map")).unwrap();
    let small = include_str!("../../crates/policy/tests/map.toml");
    assert!(schema.is_valid(&as_json(small)));
    let long = format!("\"{}\"", "x".repeat(201));
    for (from, to) in [
        ("\"sqlite\"", "\"mysql\""),
        ("\"contact_id\"", "\"\""),
        ("\"agent_note\"", &long),
        ("place   = \"centre.db\"", "place-from = \"1ST\""),
        ("country = \"DE\"", "country = \"Germany\""),
        ("\"30 days\"", "\"a month\""),
        ("kind    = \"owned-by\"\n", ""),
        ("provided = true", "provided = \"yes\""),
        ("about   =", "abuot ="),
    ] {
        assert!(small.contains(from), "{from}");
        let source = small.replacen(from, to, 1);
        assert!(!schema.is_valid(&as_json(&source)), "the schema accepts {to}");
        assert!(abide_policy::source::read_map(&source).value.is_none(), "the reader accepts {to}");
    }
}
