//! `abide scan --text-jsonl`: texts from standard input, a line each, answered in the same order.
//!
//! Lines are taken together as they come out of the pipe and answered at once: a program that waits for an answer before it
//! writes the next line gets it, and a file is read in large pieces.

use std::io::{self, BufRead, BufReader, Read, Write};

use abide_scan::report::{self, Told};
use abide_scan::{Looker, Scanner};
use anyhow::anyhow;
use serde::{Deserialize, Serialize};

use super::wanted;
use crate::Outcome;
use crate::cli::Scan;
use crate::files::say;

/// As much as is read at once, in bytes.
const AT_ONCE: usize = 64 << 10;
/// The longest line that is taken, in bytes.
const LONGEST: usize = 256 << 20;

pub(super) fn run(options: &Scan, scanner: &Scanner) -> anyhow::Result<Outcome> {
    let mut out = io::stdout().lock();
    let (mut lines, mut failed, mut found) = (0, 0, false);
    let mut failure = None;
    scanner.each(
        batches(io::stdin()),
        |looker, batch| Answers::to(options, looker, &batch),
        |answers| {
            for (line, what) in &answers.wrong {
                say(&format!("line {}: {what}", lines + line));
            }
            lines += answers.lines;
            failed += answers.wrong.len();
            found |= answers.found;
            failure = out.write_all(&answers.text).and_then(|()| out.flush()).err();
            failure.is_none()
        },
    );
    match failure {
        Some(error) => Err(error.into()),
        None if failed > 0 => Err(anyhow!("{failed} of {lines} lines are no texts, see above")),
        None => Ok(if found { Outcome::Found } else { Outcome::Fine }),
    }
}

/// What came together.
enum Batch {
    /// Whole lines; the last one may have no end.
    Lines(Vec<u8>),
    /// A line that is none.
    Wrong(&'static str),
}

/// The lines of an input, in batches.
fn batches(input: impl Read + Send) -> impl Iterator<Item = Batch> + Send {
    let mut input = BufReader::with_capacity(AT_ONCE, input);
    // A line whose end has not come yet.
    let mut begun = Vec::new();
    let mut ended = false;
    std::iter::from_fn(move || {
        while !ended {
            let come = match input.fill_buf() {
                Ok(come) => come,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => {
                    ended = true;
                    return Some(Batch::Wrong("cannot be read"));
                }
            };
            let (count, end) = (come.len(), come.iter().rposition(|b| *b == b'\n'));
            let (lines, rest) = come.split_at(end.map_or(0, |end| end + 1));
            let done = end.map(|_| {
                begun.extend_from_slice(lines);
                std::mem::take(&mut begun)
            });
            begun.extend_from_slice(rest);
            input.consume(count);
            ended = count == 0;
            if let Some(lines) = done {
                return Some(Batch::Lines(lines));
            }
            if begun.len() > LONGEST {
                begun.clear();
                return Some(Batch::Wrong("longer than 256 MB: split the text"));
            }
        }
        (!begun.is_empty()).then(|| Batch::Lines(std::mem::take(&mut begun)))
    })
}

/// The answers to a batch.
#[derive(Default)]
struct Answers {
    text: Vec<u8>,
    lines: u64,
    /// Which lines are no texts, from 1, and why.
    wrong: Vec<(u64, &'static str)>,
    found: bool,
}

impl Answers {
    fn to(options: &Scan, looker: &mut Looker<'_>, batch: &Batch) -> Self {
        let mut answers = Self::default();
        match batch {
            Batch::Wrong(what) => answers.add(options, looker, Err(what)),
            Batch::Lines(lines) => {
                for line in lines.split_inclusive(|b| *b == b'\n') {
                    answers.add(options, looker, text_of(line));
                }
            }
        }
        answers
    }

    fn add(&mut self, options: &Scan, looker: &mut Looker<'_>, text: Result<String, &'static str>) {
        self.lines += 1;
        let (hits, error) = match text {
            Ok(text) => (looker.text(text), None),
            Err(what) => (Vec::new(), Some(what)),
        };
        let hits = hits.iter().filter(|h| wanted(options, h));
        let findings: Vec<_> = hits.map(|h| report::finding(&h.finding, &h.place)).collect();
        self.found |= !findings.is_empty();
        let written = serde_json::to_writer(&mut self.text, &Answer { findings, error });
        let error = error.or(written.err().map(|_| "cannot be answered in JSON"));
        self.wrong.extend(error.map(|what| (self.lines, what)));
        self.text.push(b'\n');
    }
}

/// What is answered to a line.
#[derive(Serialize)]
struct Answer<'a> {
    findings: Vec<Told<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'static str>,
}

/// A line of the input.
#[derive(Deserialize)]
struct Line {
    text: String,
}

fn text_of(line: &[u8]) -> Result<String, &'static str> {
    serde_json::from_slice(line).map(|line: Line| line.text).map_err(|error| {
        if error.is_data() {
            "has no member `text` that is a string"
        } else {
            "no JSON: write {\"text\": …}"
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a text in pieces, as a pipe does.
    struct Pieces(Vec<Vec<u8>>);

    impl Read for Pieces {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            let piece = self.0.remove(0);
            into[..piece.len()].copy_from_slice(&piece);
            Ok(piece.len())
        }
    }

    fn read(pieces: &[&str]) -> Vec<String> {
        let pieces = Pieces(pieces.iter().map(|p| p.as_bytes().to_vec()).collect());
        batches(pieces)
            .map(|batch| match batch {
                Batch::Lines(lines) => String::from_utf8(lines).unwrap(),
                Batch::Wrong(what) => panic!("{what}"),
            })
            .collect()
    }

    #[test]
    fn whole_lines_are_taken_as_they_come() {
        assert_eq!(read(&["a\nb\nc", "d\n", "e"]), ["a\nb\n", "cd\n", "e"]);
        assert_eq!(read(&["a", "b", "c\n\n"]), ["abc\n\n"]);
        assert!(read(&[]).is_empty());
    }
}
