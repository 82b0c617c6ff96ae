//! One file a command; each takes its options and says how it ended.

mod anonymize;
mod answering;
mod check;
mod compact;
mod deadlines;
mod decide;
mod desk;
mod diff;
mod explain;
mod hands;
mod holds;
mod import;
mod init;
mod keys;
mod letter;
mod map;
mod papers;
mod people;
mod policy;
mod pseudonymize;
mod publish;
mod requests;
mod results;
mod rights;
mod risk;
mod scan;
mod schema;
mod serve;
mod shown;
mod verdict;
mod working;

use abide_notice::{Locale, Locales};
use abide_policy::vocab::Lang;
use clap::CommandFactory;

use crate::Outcome;
use crate::cli::{Cli, Command, Completions};

pub(crate) fn run(cli: Cli) -> anyhow::Result<Outcome> {
    match cli.command {
        None => serve::example(),
        Some(Command::Check(options)) => check::run(&options),
        Some(Command::Verdict(options)) => verdict::run(&options),
        Some(Command::Compact(options)) => compact::run(&options),
        Some(Command::Publish(options)) => publish::run(&options),
        Some(Command::Serve(options)) => serve::run(options),
        Some(Command::Diff(options)) => diff::run(&options),
        Some(Command::Decide(options)) => decide::run(&options),
        Some(Command::Import(options)) => import::run(&options),
        Some(Command::Scan(options)) => scan::run(&options),
        Some(Command::Anonymize(options)) => anonymize::run(&options),
        Some(Command::Risk(options)) => risk::run(&options),
        Some(Command::Pseudonymize(options)) => pseudonymize::run(&options),
        Some(Command::Map(what)) => map::run(&what),
        Some(Command::Rights(what)) => rights::run(&what),
        Some(Command::Requests(what)) => requests::run(&what),
        Some(Command::Init(options)) => init::run(&options),
        Some(Command::Explain(options)) => explain::run(&options),
        Some(Command::Schema(options)) => schema::run(&options),
        Some(Command::Completions(options)) => completions(&options),
    }
}

fn completions(options: &Completions) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "abide", &mut script);
    crate::files::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Fine)
}

/// The language of the command line.
pub(crate) fn english() -> &'static Locale {
    Locales::built_in().get(Lang::En)
}
