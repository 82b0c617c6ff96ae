//! The command line: what was typed, read once into [`cli::Command`], then one file a command.
//!
//! Owns: arguments, files named on the command line, what is printed, exit codes. Data goes to standard output, words to
//! standard error. Exit codes: 0 all is well, 1 something was found, 2 the command could not be carried out, 130 somebody
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
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
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
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|e| e.downcast_ref::<std::io::Error>())
        .any(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
