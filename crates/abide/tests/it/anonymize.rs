//! Tables made anonymous and measured, as users do it; another program checks the result.

#![expect(clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{Run, abide, abide_in, root};

const CALLS: &str = "examples/call-records/calls.csv";
const PLAN: &str = "examples/call-records/plan.toml";

/// A folder with the example in its place.
fn place() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("examples/call-records");
    std::fs::create_dir_all(&copy).unwrap();
    for file in std::fs::read_dir(root().join("examples/call-records")).unwrap() {
        let path = file.unwrap().path();
        std::fs::copy(&path, copy.join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}{}", run.out, run.err))
}

/// The rows of a file, without its head.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let split = |line: &str| line.split(';').map(str::to_owned).collect();
    text.lines().skip(1).map(split).collect()
}

#[test]
fn every_command_of_the_manual_runs_and_shows_what_it_says() {
    let folder = place();
    let text = std::fs::read_to_string(root().join("docs/anonymize-tables.md")).unwrap();
    let mut printed = String::new();
    let mut codes = Vec::new();
    for block in text.split("```sh\n").skip(1).map(|b| b.split("```").next().unwrap()) {
        for line in block.lines() {
            let args: Vec<&str> = line.split_whitespace().skip(1).collect();
            let done = abide_in(folder.path(), &args, b"");
            assert_ne!(done.code, 2, "{line}: {}", done.err);
            codes.push(done.code);
            printed.push_str(&done.out);
        }
    }
    assert_eq!(codes, [1, 0, 0, 0, 1, 0]);
    let shown = text.lines().filter_map(|l| l.strip_prefix("    "));
    for line in shown {
        assert!(printed.lines().any(|p| p == line), "the manual shows what is not printed: {line}");
    }
}

#[test]
fn sums_of_what_is_kept_are_those_of_the_rows_that_stay() {
    let folder = place();
    let plan = std::fs::read_to_string(root().join(PLAN)).unwrap();
    let blank = plan.replace("\nsensitive", "\nsuppressed = \"blank\"\nsensitive");
    let blank = blank.replace("suppress  = 0.15", "suppress  = 0.5");
    std::fs::write(folder.path().join("examples/call-records/blank.toml"), blank).unwrap();
    let args =
        ["anonymize", "table", CALLS, "out.csv", "--plan", "examples/call-records/blank.toml"];
    let run = abide_in(folder.path(), &[&args[..], &["--format", "json"]].concat(), b"");
    let report = json(&run);
    assert!(report["blanked"].as_u64().unwrap() > 0, "{report}");
    let sum = |rows: &[Vec<String>], column: usize| -> u64 {
        rows.iter().map(|r| r[column].parse::<u64>().unwrap()).sum()
    };
    let (before, after) = (rows(&folder.path().join(CALLS)), rows(&folder.path().join("out.csv")));
    assert_eq!(before.len(), after.len());
    assert_eq!((sum(&before, 5), sum(&before, 6)), (sum(&after, 3), sum(&after, 4)));
}

#[test]
fn nothing_half_done_is_left() {
    let folder = place();
    let bad = "keep = ['call']\n[privacy]\nk = 0\n[[quasi]]\ncolumn = 'caller'\nbuild = 'magic'\n";
    std::fs::write(folder.path().join("bad.toml"), bad).unwrap();
    let run = abide_in(
        folder.path(),
        &["anonymize", "table", CALLS, "out.csv", "--plan", "bad.toml"],
        b"",
    );
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("bad.toml:6: nothing is built as `magic`"), "{}", run.err);
    assert!(run.err.contains("bad.toml:3: `k` asks for nothing"), "{}", run.err);
    let unnamed = "separator = ';'\nkeep = ['call']\n[privacy]\nk = 2\n[[quasi]]\ncolumn = 'caller'\nbuild = 'hide'\n";
    std::fs::write(folder.path().join("unnamed.toml"), unnamed).unwrap();
    let run = abide_in(
        folder.path(),
        &["anonymize", "table", CALLS, "out.csv", "--plan", "unnamed.toml"],
        b"",
    );
    assert_eq!(run.code, 2);
    assert!(run.err.contains("`agent`, `start`, `queue`, `seconds`"), "{}", run.err);
    let itself =
        abide_in(folder.path(), &["anonymize", "table", CALLS, CALLS, "--plan", PLAN], b"");
    assert_eq!(itself.code, 2);
    assert!(itself.err.contains("is the table itself"), "{}", itself.err);
    let preview =
        abide_in(folder.path(), &["anonymize", "table", CALLS, "--plan", PLAN, "--preview"], b"");
    assert_eq!(preview.code, 0);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn risk_tells_by_its_exit_code() {
    let quasi = |columns: &str, more: &[&str]| {
        abide(&[&["risk", CALLS, "--separator", ";", "--quasi", columns], more].concat())
    };
    let unique = quasi("caller,start,queue", &["--format", "json"]);
    assert_eq!((unique.code, json(&unique)["risk"]["unique"].as_f64()), (1, Some(1.0)));
    assert_eq!(quasi("queue", &[]).code, 0);
    assert_eq!(quasi("queue", &["-k", "1000"]).code, 1);
    let absent = quasi("shoe size", &[]);
    assert_eq!(absent.code, 2);
    assert!(absent.err.contains("no column `shoe size`"), "{}", absent.err);
}

#[test]
fn the_page_stands_alone_in_every_language() {
    let folder = place();
    for lang in ["en", "de", "fr", "es", "sk"] {
        let args = ["--plan", PLAN, "--preview", "--report", "r.html", "--lang", lang];
        let run =
            abide_in(folder.path(), &[&["anonymize", "table", CALLS], &args[..]].concat(), b"");
        assert_eq!(run.code, 0, "{}", run.err);
        let page = std::fs::read_to_string(folder.path().join("r.html")).unwrap();
        for without in ["<script", "src=", "<link", "url(", "‹", "://"] {
            assert!(!page.contains(without), "{lang}: {without}");
        }
        assert!(page.contains("<th scope=\"row\">caller</th>"));
    }
}

/// What `pycanon` finds in a file.
const CHECK: &str = "
import sys, json, pandas as pd
from pycanon import anonymity as a
d = pd.read_csv(sys.argv[1], sep=sys.argv[2], dtype=str, keep_default_na=False)
q, s = sys.argv[3].split(','), [sys.argv[4]]
print(json.dumps([int(a.k_anonymity(d, q)), int(a.l_diversity(d, q, s)), int(a.entropy_l_diversity(d, q, s)), float(a.t_closeness(d, q, s))]))
";

fn pycanon(python: &str, table: &Path, quasi: &str, sensitive: &str) -> [f64; 4] {
    let table = table.display().to_string();
    let run = Command::new(python).args(["-c", CHECK, &table, ";", quasi, sensitive]).output();
    let run = run.unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).unwrap()
}

/// Ours and theirs on one table; closeness only where no row was left out, since theirs knows only what is written.
fn same_figures(
    python: &str,
    folder: &Path,
    table: &str,
    plan: &str,
    quasi: &str,
    sensitive: &str,
) {
    let run = abide_in(
        folder,
        &["anonymize", "table", table, "o.csv", "--plan", plan, "--format", "json"],
        b"",
    );
    let ours = json(&run);
    let [k, distinct, entropy, closeness] =
        pycanon(python, &folder.join("o.csv"), quasi, sensitive);
    let number = |value: &Value| value.as_f64().unwrap();
    assert!((number(&ours["k"]) - k).abs() < 0.5, "{ours} {k}");
    assert!((number(&ours["sensitive"]["distinct"]) - distinct).abs() < 0.5, "{ours} {distinct}");
    assert!(
        (number(&ours["sensitive"]["entropy"]).floor() - entropy).abs() < 0.5,
        "{ours} {entropy}"
    );
    if ours["suppressed"] == 0 {
        assert!(
            (number(&ours["sensitive"]["closeness"]) - closeness).abs() < 1e-9,
            "{ours} {closeness}"
        );
    }
}

#[test]
fn another_program_finds_the_same_figures() {
    let Some(python) = abide_tests::python("pycanon") else { return };
    let folder = place();
    let text = std::fs::read_to_string(root().join(PLAN)).unwrap();
    for (suppress, privacy) in [
        ("0.1", "k = 5\ndistinct = 2"),
        ("0", "k = 5\nentropy = 1.5"),
        ("0", "k = 3\ncloseness = 0.3"),
        ("0.3", "k = 4\nentropy = 2.2\ncloseness = 0.4"),
    ] {
        let head = text.split("[privacy]").next().unwrap();
        let head = head.replace("suppress  = 0.15", &format!("suppress  = {suppress}"));
        let quasi = &text[text.find("[[quasi]]").unwrap()..];
        let plan = format!("{head}[privacy]\n{privacy}\n{quasi}");
        std::fs::write(folder.path().join("examples/call-records/p.toml"), plan).unwrap();
        let plan = "examples/call-records/p.toml";
        same_figures(&python, folder.path(), CALLS, plan, "caller,start,queue", "reason");
    }
    let Some(adult) = abide_tests::corpus("anonymization") else { return };
    for file in std::fs::read_dir(adult).unwrap() {
        let path = file.unwrap().path();
        std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let mut plan = "separator = ';'\nsuppress = 0\nsensitive = 'occupation'\n\
        keep = ['native-country', 'workclass', 'salary-class', 'marital-status']\n[privacy]\nk = 5\ndistinct = 3\n"
        .to_owned();
    for column in ["sex", "age", "race", "education"] {
        plan += &format!(
            "[[quasi]]\ncolumn = '{column}'\nhierarchy = 'adult_hierarchy_{column}.csv'\n"
        );
    }
    std::fs::write(folder.path().join("adult.toml"), plan).unwrap();
    same_figures(
        &python,
        folder.path(),
        "adult.csv",
        "adult.toml",
        "sex,age,race,education",
        "occupation",
    );
}
