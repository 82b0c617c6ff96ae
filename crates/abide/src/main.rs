//! The command line: what was typed, read once into [`cli::Command`], then one file a command.
//!
//! Owns: arguments, files named on the command line, what is printed, exit codes. Data goes to standard output, words to
//! standard error; what cannot be carried out is data too for whoever asks for JSON. Exit codes: 0 all is well, 1 something was found, 2 the command could not be carried out, 130 somebody
//! stopped it.

mod cli;
mod commands;
mod files;
mod progress;
mod tables;

use std::process::ExitCode;

use clap::Parser;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All is well.
    Fine,
    /// Something was found that the user asked about: problems, an unsatisfactory verdict is none.
    Found,
    /// Somebody stopped it.
    Stopped,
}

fn main() -> ExitCode {
    let cli = match cli::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            if !error.use_stderr() {
                return ExitCode::SUCCESS;
            }
            let text = error.to_string();
            tell_in_json(text.trim_start_matches("error: ").lines().next().unwrap_or_default());
            return ExitCode::from(2);
        }
    };
    match commands::run(cli) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        // As shells have it: 128 and the number of the signal that Ctrl-C sends.
        Ok(Outcome::Stopped) => ExitCode::from(130),
        // A reader that went away, as in `abide check … | head`, is no failure of ours.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            files::say(&format!("abide: {error:#}"));
            tell_in_json(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Says on standard output why a command could not be carried out, if its answer was asked for as JSON.
fn tell_in_json(why: &str) {
    let said: Vec<_> = std::env::args_os().collect();
    let is_pair = |pair: &[std::ffi::OsString]| pair == ["--format", "json"];
    if said.iter().any(|word| word == "--format=json") || said.windows(2).any(is_pair) {
        // Whoever reads it may be gone; the exit code says it too.
        let _ = files::print(&format!("{}\n", serde_json::json!({ "error": why, "exit": 2 })));
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|e| e.downcast_ref::<std::io::Error>())
        .any(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
