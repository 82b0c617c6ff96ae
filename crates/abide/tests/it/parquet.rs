//! Parquet tables: with the feature `parquet` they come and go as CSV does, without it the program says so.

use crate::{abide, root};

fn table(name: &str) -> String {
    root().join("examples/call-records").join(name).display().to_string()
}

#[cfg(not(feature = "parquet"))]
#[test]
fn without_the_feature_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.parquet");
    std::fs::write(&path, b"PAR1").unwrap();
    let file = path.display().to_string();
    let (plan, calls) = (table("plan.toml"), table("calls.csv"));
    for arguments in [
        vec!["risk", &file, "--quasi", "a"],
        vec!["anonymize", "table", &file, "--plan", &plan, "--preview"],
        vec!["anonymize", "table", &calls, &file, "--plan", &plan],
        vec!["scan", &file],
    ] {
        let run = abide(&arguments, b"");
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!((run.err + &run.out).contains("feature `parquet`"), "{arguments:?}");
    }
    assert_eq!(std::fs::read(&path).unwrap(), b"PAR1");
}

#[cfg(feature = "parquet")]
#[test]
fn tables_come_and_go_as_parquet() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).display().to_string();
    let (plan, calls) = (table("plan.toml"), table("calls.csv"));
    let (csv, one, two) = (file("a.csv"), file("a.parquet"), file("b.parquet"));
    for out in [&csv, &one] {
        let run = abide(&["anonymize", "table", &calls, out, "--plan", &plan], b"");
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let quasi = ["--quasi", "caller,start,queue", "-k", "5", "--separator", ";"];
    let risk = |file: &str| abide(&[&["risk", file], &quasi[..]].concat(), b"");
    assert_eq!((risk(&csv).code, risk(&csv).out), (risk(&one).code, risk(&one).out));
    let simple = file("plan.toml");
    let roles = "separator = ';'\nkeep = ['start', 'queue', 'seconds', 'cents', 'reason']\n[privacy]\nk = 2\n\
        [[quasi]]\ncolumn = 'caller'\nbuild = 'hide'\n";
    std::fs::write(&simple, roles).unwrap();
    let run = abide(&["anonymize", "table", &one, &two, "--plan", &simple], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    let found = abide(&["scan", &two, "--format", "jsonl"], b"");
    assert!(found.code <= 1 && !found.err.contains("parquet"), "{}", found.err);
    std::fs::write(&two, b"PAR1").unwrap();
    assert_eq!(abide(&["scan", &two], b"").code, 2);
    assert_eq!(risk(&two).code, 2);
}
