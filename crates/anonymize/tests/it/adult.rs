//! The table of the census of 1994 with its hierarchies, and the optimum another program found for it.

use abide_anonymize::table::search::{Task, search};
use abide_anonymize::table::{Collector, Hierarchy, Model, Privacy, Tuples};

const ALL: [&str; 9] = [
    "sex",
    "age",
    "race",
    "marital-status",
    "education",
    "native-country",
    "workclass",
    "occupation",
    "salary-class",
];

/// The table with these attributes as quasi-identifiers.
#[expect(clippy::disallowed_methods, reason = "the test reads its case")]
fn adult(quasi: &[&str], sensitive: Option<&str>) -> Option<Tuples> {
    let folder = abide_tests::corpus("anonymization")?;
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let hierarchy =
        |name: &&str| Hierarchy::parse(&read(&format!("adult_hierarchy_{name}.csv")), ';').unwrap();
    let table = read("adult.csv");
    let mut lines = table.lines();
    let head: Vec<&str> = lines.next().unwrap().split(';').collect();
    let at = |name: &str| head.iter().position(|h| *h == name).unwrap();
    let columns: Vec<usize> = quasi.iter().map(|q| at(q)).collect();
    let mut collector = Collector::new(quasi);
    for line in lines {
        let row: Vec<&str> = line.split(';').collect();
        let values = columns.iter().map(|c| row[*c]);
        collector.add(values, sensitive.map(|s| row[at(s)])).unwrap();
    }
    Some(collector.finish(quasi.iter().map(hierarchy).collect()).unwrap())
}

struct Row<'a> {
    quasi: &'a [&'a str],
    sensitive: Option<&'a str>,
    models: Vec<Model>,
    limit: f64,
    levels: &'a [u8],
    loss: f64,
    suppressed: u64,
    classes: usize,
}

fn check(row: &Row<'_>) {
    let Some(tuples) = adult(row.quasi, row.sensitive) else { return };
    let task = Task {
        privacy: Privacy::new(row.models.clone(), &tuples.sensitive_counts()),
        most_suppressed: (row.limit * tuples.rows() as f64) as u64,
        budget: usize::MAX,
        tuples: &tuples,
    };
    let found = search(&task).unwrap();
    assert_eq!(&*found.node.0, row.levels, "{found:?}");
    assert!((found.loss - row.loss).abs() < 1e-5, "{found:?}");
    assert_eq!((found.suppressed, found.classes), (row.suppressed, row.classes), "{found:?}");
    assert!(found.is_optimal());
}

fn without(name: &str) -> Vec<&'static str> {
    ALL.into_iter().filter(|a| *a != name).collect()
}

#[test]
fn k_anonymity_with_suppression() {
    check(&Row {
        quasi: &ALL,
        sensitive: None,
        models: vec![Model::KAnonymity(5)],
        limit: 0.04,
        levels: &[0, 3, 0, 1, 1, 1, 1, 2, 0],
        loss: 0.26611,
        suppressed: 1178,
        classes: 370,
    });
}

#[test]
fn distinct_diversity() {
    check(&Row {
        quasi: &without("occupation"),
        sensitive: Some("occupation"),
        models: vec![Model::KAnonymity(5), Model::DistinctDiversity(3)],
        limit: 0.04,
        levels: &[0, 3, 0, 1, 2, 1, 1, 0],
        loss: 0.20521,
        suppressed: 814,
        classes: 289,
    });
}

#[test]
fn entropy_diversity() {
    check(&Row {
        quasi: &without("occupation"),
        sensitive: Some("occupation"),
        models: vec![Model::KAnonymity(5), Model::EntropyDiversity(3.0)],
        limit: 0.04,
        levels: &[0, 3, 0, 1, 2, 1, 1, 0],
        loss: 0.21545,
        suppressed: 1180,
        classes: 261,
    });
}

#[test]
fn without_suppression() {
    check(&Row {
        quasi: &ALL,
        sensitive: None,
        models: vec![Model::KAnonymity(5)],
        limit: 0.0,
        levels: &[0, 4, 1, 1, 3, 2, 2, 1, 0],
        loss: 0.57315,
        suppressed: 0,
        classes: 24,
    });
}

#[test]
fn five_attributes() {
    check(&Row {
        quasi: &["sex", "age", "race", "education", "native-country"],
        sensitive: None,
        models: vec![Model::KAnonymity(5)],
        limit: 0.04,
        levels: &[0, 2, 0, 0, 1],
        loss: 0.10190,
        suppressed: 1085,
        classes: 401,
    });
}
