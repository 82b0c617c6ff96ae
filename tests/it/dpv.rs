//! Every term that Abide publishes as JSON-LD is in the published Data Privacy Vocabulary.

use std::collections::BTreeSet;
use std::path::Path;

/// The IRIs of a vocabulary's table: the third column, every cell quoted.
fn iris(file: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let cells = text.split('"').filter(|cell| cell.starts_with("https://w3id.org/dpv"));
    cells.map(str::to_owned).collect()
}

#[test]
fn every_term_is_in_the_vocabulary() {
    let Some(folder) = abide_tests::corpus("dpv") else { return };
    let mut known = iris(&folder.join("dpv.csv"));
    known.extend(iris(&folder.join("eu-gdpr.csv")));
    assert!(known.len() > 1000);
    let terms = abide_notice::dpv::terms();
    let unknown: Vec<_> = terms.iter().filter(|t| !known.contains(*t)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}
