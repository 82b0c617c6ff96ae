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
    let (file, plan, calls) = (file.as_str(), plan.as_str(), calls.as_str());
    for arguments in [
        &["risk", file, "--quasi", "a"][..],
        &["anonymize", "table", file, "--plan", plan, "--preview"],
        &["anonymize", "table", calls, file, "--plan", plan],
        &["scan", file],
    ] {
        let run = abide(arguments);
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
        let run = abide(&["anonymize", "table", &calls, out, "--plan", &plan]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let quasi = ["--quasi", "caller,start,queue", "-k", "5", "--separator", ";"];
    let risk = |file: &str| abide(&[&["risk", file], &quasi[..]].concat());
    assert_eq!((risk(&csv).code, risk(&csv).out), (risk(&one).code, risk(&one).out));
    let simple = file("plan.toml");
    let roles = "separator = ';'\nkeep = ['start', 'queue', 'seconds', 'cents', 'reason']\n[privacy]\nk = 2\n\
        [[quasi]]\ncolumn = 'caller'\nbuild = 'hide'\n";
    std::fs::write(&simple, roles).unwrap();
    let run = abide(&["anonymize", "table", &one, &two, "--plan", &simple]);
    assert_eq!(run.code, 0, "{}", run.err);
    let found = abide(&["scan", &two, "--format", "jsonl"]);
    assert!(found.code <= 1 && !found.err.contains("parquet"), "{}", found.err);
    std::fs::write(&two, b"PAR1").unwrap();
    assert_eq!(abide(&["scan", &two]).code, 2);
    assert_eq!(risk(&two).code, 2);
}
