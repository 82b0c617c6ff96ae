//! How well personal data is found in labelled text: what was reached must not be lost.

use abide_detect::Finder;
use abide_lab::labelled::read;
use abide_lab::measure::{Board, Counts, Mark};

/// The counts over a set, dates of birth taken for the dates that these sets know.
fn board(name: &str) -> Option<Board> {
    let samples = read(&abide_tests::corpus(name)?).unwrap();
    let finder = Finder::default();
    let mut board = Board::default();
    for sample in &samples {
        let findings = finder.find(&sample.text);
        let label = |kind: abide_detect::Kind| match kind.label() {
            "DATE_OF_BIRTH" => "DATE",
            label => label,
        };
        let found: Vec<Mark<'_>> =
            findings.iter().map(|f| (f.place.clone(), label(f.kind))).collect();
        board.add(&sample.places(), &found);
    }
    Some(board)
}

fn counts(board: &Board, label: &str) -> Counts {
    board.0.get(label).copied().unwrap_or_default()
}

/// Kinds with a form of their own: F1 of the exact place.
fn exact_at_least(board: &Board, least: f64, labels: &[&str]) {
    for label in labels {
        let counts = counts(board, label);
        let f1 = counts.quality(counts.exact).f1;
        assert!(counts.gold > 0 && f1 >= least, "{label}: exact F1 {f1:.3} is below {least}");
    }
}

#[test]
fn letters_in_both_languages() {
    for set in ["pii/dev/letters_de.jsonl", "pii/dev/letters_en.jsonl"] {
        let Some(board) = board(set) else { return };
        let forms = [
            "EMAIL", "URL", "IP", "MAC", "IBAN", "CARD", "NATID", "PHONE", "DATE", "PLATE", "USER",
        ];
        exact_at_least(&board, 0.98, &forms);
        exact_at_least(&board, 0.95, &["PERSON", "ADDRESS", "LOC"]);
        exact_at_least(&board, 0.8, &["ORG"]);
        let person = counts(&board, "PERSON");
        assert!(person.quality(person.any).recall >= 0.98);
    }
}

#[test]
fn synthetic_sentences() {
    let Some(board) = board("pii/dev/synthetic_en.jsonl") else { return };
    exact_at_least(
        &board,
        0.98,
        &["EMAIL", "URL", "IP", "IBAN", "CARD", "NATID", "PHONE", "DATE", "AGE"],
    );
    exact_at_least(&board, 0.86, &["PERSON"]);
    let all = counts(&board, "ALL");
    assert!(all.quality(all.lenient).f1 >= 0.85);
}

#[test]
fn calls_with_spoken_numbers() {
    let Some(folder) = abide_tests::corpus("calls") else { return };
    let finder = Finder::default();
    let (mut gold, mut hit, mut found, mut right) = (0, 0, 0, 0);
    for path in std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()) {
        if !path.to_string_lossy().ends_with(".gold.json") {
            continue;
        }
        let sample = read(&path).unwrap().remove(0);
        let places = sample.places();
        let overlaps = |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| {
            a.start < b.end && b.start < a.end
        };
        let findings = finder.find(&sample.text);
        // Company names are no personal data: they count neither way.
        let people: Vec<_> = findings.iter().filter(|f| f.kind.label() != "ORG").collect();
        for (place, label) in places.iter().filter(|p| p.1 != "ORG") {
            gold += 1;
            hit += usize::from(people.iter().any(|f| overlaps(&f.place, place)));
            assert!(!label.is_empty());
        }
        found += people.len();
        right += people
            .iter()
            .filter(|f| places.iter().any(|p| p.1 != "ORG" && overlaps(&f.place, &p.0)))
            .count();
    }
    let (recall, precision) = (hit as f64 / gold as f64, right as f64 / found as f64);
    assert!(gold > 100 && recall >= 0.98 && precision >= 0.97, "{recall:.3} {precision:.3}");
}
