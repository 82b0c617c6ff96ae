//! Trains the tagger and writes its model.
//!
//! ```text
//! cargo run --release -p abide-lab --bin train -- ../shared/corpus/pii
//! … --without btc_en     leaves a set out of training and scores it: how well is text of another kind read?
//! ```

use std::path::{Path, PathBuf};

use abide_detect::finding::Found;
use abide_detect::lexicon::built_in;
use abide_detect::names::model::{Label, Model};
use abide_detect::names::{Scratch, Tagger};
use abide_detect::token::{Block, cut};
use abide_lab::labelled::{self, Sample};
use abide_lab::measure::{Board, Mark};
use abide_lab::random::Random;
use abide_lab::templates;
use abide_lab::train::pack::{self, Plan};
use abide_lab::train::sequence::{Reader, Sequence, Text};
use anyhow::{Context, Result};
use clap::Parser;

/// Trains the tagger and writes its model.
#[derive(Parser)]
struct Arguments {
    /// The folder with `train/*.jsonl` and `dev/*.jsonl`.
    corpus: PathBuf,
    /// Where the model is written; without it, only scores are printed.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Sets of `train/` that are scored instead of learnt from.
    #[arg(long, value_delimiter = ',')]
    without: Vec<String>,
    /// How many texts are made from templates.
    #[arg(long, default_value_t = 50_000)]
    made: usize,
    /// Where the pseudo-random numbers start.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// The sets that are learnt from: those with labels.
const SETS: [&str; 4] = ["btc_en", "wikigold_en", "wnut17_en_train", "germeval14_de"];

#[expect(clippy::print_stdout, reason = "this is what the program is for")]
fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut random = Random::new(arguments.seed);
    let mut reader = Reader::default();
    let mut sequences = Vec::new();
    for set in SETS.iter().filter(|s| !arguments.without.iter().any(|w| w == *s)) {
        let texts = texts(&arguments.corpus.join(format!("train/{set}.jsonl")))?;
        learn_from(&texts, set.ends_with("_de"), &mut reader, &mut random, &mut sequences);
    }
    let real = sequences.len();
    for text in templates::make(arguments.made, &mut random) {
        reader.read(&text, 50, &mut random, &mut sequences);
    }
    println!(
        "{real} + {} stretches, {} names, {} of them not seen",
        sequences.len() - real,
        reader.names,
        reader.lost
    );
    let bytes = pack::train(&sequences, &Plan::default(), &mut random);
    let model = Model::read(&bytes)?;
    for path in held_out(&arguments)? {
        score(&path, &Tagger::with_model(model, built_in()))?;
    }
    if let Some(out) = &arguments.out {
        write(out, &bytes)?;
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the model is written where it was asked for")]
fn write(out: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(out, bytes).with_context(|| out.display().to_string())
}

/// Reads each text as it is, and with other names; of some also a copy without capitals.
fn learn_from(
    texts: &[Text],
    german: bool,
    reader: &mut Reader,
    random: &mut Random,
    out: &mut Vec<Sequence>,
) {
    let maker = templates::Filler::default();
    for text in texts {
        reader.read(text, 15, random, out);
        if !text.names.is_empty() {
            let other = templates::rename(text, german, &maker, random);
            reader.read(&other, 30, random, out);
        }
        if random.percent(25) {
            reader.read(&templates::lower(text), 15, random, out);
        }
    }
}

fn texts(path: &Path) -> Result<Vec<Text>> {
    Ok(labelled::read(path)?.iter().map(text).collect())
}

fn text(sample: &Sample) -> Text {
    let names = sample.places().into_iter().filter_map(|(place, label)| {
        // Handles and topics of tweets are no names in our sense.
        let before = sample.text.get(..place.start)?.chars().next_back();
        let own = sample.text.get(place.clone())?;
        let marked = before == Some('@') || own.starts_with('@');
        let label = match label {
            "PERSON" => Label::BeginPerson,
            "LOC" => Label::BeginPlace,
            "ORG" => Label::BeginOrganisation,
            _ => return None,
        };
        (!marked).then_some((place, label))
    });
    Text { text: sample.text.clone(), names: names.collect() }
}

fn held_out(arguments: &Arguments) -> Result<Vec<PathBuf>> {
    let set = |name: &String| arguments.corpus.join(format!("train/{name}.jsonl"));
    let mut paths: Vec<_> = arguments.without.iter().map(set).collect();
    let dev = arguments.corpus.join("dev");
    let mut files: Vec<_> = std::fs::read_dir(&dev)
        .with_context(|| dev.display().to_string())?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    files.sort();
    paths.extend(files);
    Ok(paths)
}

#[expect(clippy::print_stdout, reason = "this is what the program is for")]
fn score(path: &Path, tagger: &Tagger<'_>) -> Result<()> {
    let mut board = Board::default();
    let mut scratch = Scratch::default();
    let mut tokens = Vec::new();
    for sample in labelled::read(path)? {
        cut(&sample.text, built_in(), &mut tokens);
        let block = Block { text: &sample.text, tokens: &tokens, lexicon: built_in(), sums: &[] };
        let mut found = Found::default();
        tagger.tag(&block, &mut scratch, &mut found);
        let mut gold = sample.places();
        gold.retain(|(_, label)| ["PERSON", "LOC", "ORG"].contains(label));
        let marks: Vec<Mark<'_>> =
            found.findings.iter().map(|f| (f.place.clone(), f.kind.label())).collect();
        board.add(&gold, &marks);
    }
    println!("{}", path.display());
    for (label, c) in &board.0 {
        let (e, l, a) = (c.quality(c.exact), c.quality(c.lenient), c.quality(c.any));
        println!(
            "  {label:7}{:>6}{:>6}  exact {:.3} {:.3} {:.3}  lenient {:.3} {:.3} {:.3}  any {:.3} {:.3}",
            c.gold,
            c.found,
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
    Ok(())
}
