//! Scores the detector on labelled text, or what another program found in it.
//!
//! ```text
//! cargo run --release -p abide-lab --bin score -- ../shared/corpus/pii/dev/*.jsonl
//! … --errors PERSON     also shows what was missed and what was wrong, for one label or `ALL`
//! … --same DATE_OF_BIRTH=DATE     findings of this label agree with the set's coarser label; may be given several times
//! … FILE --predictions FOUND     judges a file of another program's findings: `{"findings": [{"start", "end", "type"}]}`, a line a text
//! ```

use std::path::PathBuf;

use abide_detect::{Finder, Options};
use abide_lab::labelled::{self, Predicted, Sample};
use abide_lab::measure::{Board, Counts, Mark, Same, relabel};
use anyhow::{Result, ensure};
use clap::Parser;

/// Scores the detector on labelled text.
#[derive(Parser)]
struct Arguments {
    /// Files of labelled text.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Shows the errors of this label (`ALL` for every one).
    #[arg(long)]
    errors: Option<String>,
    /// Counts only these labels (in text where only they are labelled).
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Takes a finding's label for the set's coarser one: FINDING=GOLD.
    #[arg(long)]
    same: Vec<Same>,
    /// Reports findings from this score on.
    #[arg(long, default_value_t = abide_detect::finding::POSSIBLE)]
    threshold: u8,
    /// Judges these findings instead of the detector's own: a line `{"findings": [{"start", "end", "type"}]}` for each text
    /// of the one file, in its order, places in code points.
    #[arg(long, value_name = "FILE")]
    predictions: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "this is what the program is for")]
fn main() -> Result<()> {
    let arguments = Arguments::parse();
    ensure!(
        arguments.predictions.is_none() || arguments.files.len() == 1,
        "findings belong to one file: name one file with `--predictions`"
    );
    for path in &arguments.files {
        let samples = labelled::read(path)?;
        let predicted = match &arguments.predictions {
            Some(findings) => labelled::read_predicted(findings, samples.len())?,
            None => Vec::new(),
        };
        let board = board(&arguments, &samples, &predicted);
        println!("{}: {} texts", path.display(), samples.len());
        println!(
            "  {:14}{:>6}{:>6}   exact P/R/F1        lenient P/R/F1      any P/R",
            "", "gold", "found"
        );
        for (label, counts) in &board.0 {
            row(label, counts);
        }
    }
    Ok(())
}

/// Counts what was found in each text: by the other program if there are its findings, else by the detector.
fn board(arguments: &Arguments, samples: &[Sample], predicted: &[Predicted]) -> Board {
    let finder = Finder::new(Options { threshold: arguments.threshold, ..Options::default() });
    let wanted =
        |label: &str| arguments.only.is_empty() || arguments.only.iter().any(|o| o == label);
    let mut board = Board::default();
    for (number, sample) in samples.iter().enumerate() {
        let mut gold = sample.places();
        let mut found: Vec<Mark<'_>> = match predicted.get(number) {
            Some(predicted) => predicted.places(&sample.text),
            None => {
                let findings = finder.find(&sample.text);
                findings.iter().map(|f| (f.place.clone(), f.kind.label())).collect()
            }
        };
        relabel(&mut found, &gold, &arguments.same);
        gold.retain(|(_, label)| wanted(label));
        found.retain(|(_, label)| wanted(label));
        board.add(&gold, &found);
        if let Some(label) = &arguments.errors {
            show(&sample.text, &gold, &found, label);
        }
    }
    board
}

#[expect(clippy::print_stdout, reason = "this is what the program is for")]
fn row(label: &str, counts: &Counts) {
    let (e, l, a) =
        (counts.quality(counts.exact), counts.quality(counts.lenient), counts.quality(counts.any));
    println!(
        "  {label:14}{:>6}{:>6}   {:.3} {:.3} {:.3}   {:.3} {:.3} {:.3}   {:.3} {:.3}",
        counts.gold,
        counts.found,
        e.precision,
        e.recall,
        e.f1,
        l.precision,
        l.recall,
        l.f1,
        a.precision,
        a.recall
    );
}

#[expect(clippy::print_stdout, reason = "this is what the program is for")]
fn show(text: &str, gold: &[Mark<'_>], found: &[Mark<'_>], label: &str) {
    let about = |mark: &Mark<'_>| label == "ALL" || mark.1 == label;
    let piece = |mark: &Mark<'_>| {
        let from = text.floor_char_boundary(mark.0.start.saturating_sub(40));
        let to = text.floor_char_boundary((mark.0.end + 30).min(text.len()));
        let inner = text.get(mark.0.clone()).unwrap_or("");
        let before = text.get(from..mark.0.start).unwrap_or("");
        let after = text.get(mark.0.end..to).unwrap_or("");
        format!("{:8} {before}[[{inner}]]{after}", mark.1).replace('\n', "⏎")
    };
    for mark in gold.iter().filter(|m| about(m) && !found.contains(m)) {
        println!("  missed {}", piece(mark));
    }
    for mark in found.iter().filter(|m| about(m) && !gold.contains(m)) {
        println!("  wrong  {}", piece(mark));
    }
}
