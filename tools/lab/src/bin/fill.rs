//! Writes text of a size to standard output, to measure how long and in how much memory it is scanned.
//!
//! ```text
//! cargo run --release -p abide-lab --bin fill -- text 1000 >/tmp/text.txt      megabytes of letters, notes, logs and calls
//! cargo run --release -p abide-lab --bin fill -- jsonl 1000 >/tmp/text.jsonl   the same as records, a line each
//! cargo run --release -p abide-lab --bin fill -- csv 1000 >/tmp/text.csv       the same as a table
//! ```

use std::io::{self, BufWriter, Write};

use anyhow::Result;
use clap::{Parser, ValueEnum};
use serde_json::json;

#[path = "../../../../crates/detect/benches/mix/mod.rs"]
mod mix;

/// How much of the mix is written again and again.
const BLOCK: usize = 8 << 20;

/// Writes text of a size.
#[derive(Parser)]
struct Arguments {
    /// As what.
    form: Form,
    /// How many megabytes.
    megabytes: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Text,
    Jsonl,
    Csv,
}

fn main() -> Result<()> {
    let Arguments { form, megabytes } = Arguments::parse();
    let block = written(form, &mix::mix(BLOCK));
    let mut out = BufWriter::new(io::stdout().lock());
    if let Form::Csv = form {
        out.write_all(b"id,day,note\n")?;
    }
    let mut left = megabytes * 1_000_000;
    while left > 0 {
        let end = block.floor_char_boundary(left.min(block.len()));
        let part = block.get(..end).unwrap_or(&block);
        // The last record ends where its line does.
        let part = part.rsplit_once('\n').map_or(part, |(whole, _)| whole);
        writeln!(out, "{part}")?;
        left = if end < block.len() { 0 } else { left - end };
    }
    out.flush()?;
    Ok(())
}

/// The lines of a text in a form.
fn written(form: Form, text: &str) -> String {
    let lines = text.lines().filter(|l| !l.is_empty()).enumerate();
    match form {
        Form::Text => text.to_owned(),
        Form::Jsonl => lines
            .map(|(n, line)| json!({"id": n, "day": "2026-11-26", "note": line}).to_string() + "\n")
            .collect(),
        Form::Csv => lines
            .map(|(n, line)| format!("{n},2026-11-26,\"{}\"\n", line.replace('"', "\"\"")))
            .collect(),
    }
}
