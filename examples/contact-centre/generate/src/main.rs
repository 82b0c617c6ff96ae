//! `generate-centre`: the command line of the example store.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use abide_example_centre::load::Index;
use abide_example_centre::{Order, generate};
use clap::{Parser, ValueEnum};
use jiff::civil::Date;

/// Makes a contact centre's database with files and planted hard cases.
#[derive(Parser)]
struct Arguments {
    /// The folder for centre.db, files (recordings, transcripts, conversations), truth.json and the maps.
    #[arg(long)]
    out: PathBuf,
    /// How many calls.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(100..=10_000_000))]
    calls: u64,
    /// Another seed gives other people and calls.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day after the last on which something happened.
    #[arg(long, default_value = "2026-11-26")]
    today: Date,
    /// How many calls have a recording and a transcript at most, beside the planted ones [default: 200, or all if fewer].
    #[arg(long)]
    media: Option<u64>,
    /// Load the rows into this PostgreSQL database, which must not have the tables yet, instead of centre.db.
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
    /// Which indexes there are beside those of keys.
    #[arg(long, value_enum, default_value_t = Indexes::Full)]
    index: Indexes,
}

#[derive(Clone, Copy, ValueEnum)]
enum Indexes {
    /// Of every reference, and of what people are found by.
    Full,
    /// None.
    None,
}

fn main() -> ExitCode {
    let Arguments { out, calls, seed, today, media, postgres, index } = Arguments::parse();
    let index = match index {
        Indexes::Full => Index::Full,
        Indexes::None => Index::None,
    };
    let media = media.unwrap_or(200).min(calls);
    let order = Order { calls, seed, today, media, index };
    match generate(&order, &out, postgres.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "generate-centre: {error:#}");
            ExitCode::from(2)
        }
    }
}
