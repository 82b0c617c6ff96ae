//! What can be typed. The text of each option lives with the option.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

mod anonymize;
mod rights;

pub(crate) use anonymize::{
    Anonymize, AnonymizeCall, AnonymizeRecording, AnonymizeTable, AnonymizeText, AnonymizeWhat,
    How, Pseudonymize, PseudonymizeText, PseudonymizeWhat, Replace, Risk,
};
pub(crate) use rights::{
    Desk, Hold, MapCheck, MapDiscover, MapWhat, Open, RequestsWhat, RightsWhat,
};

/// A privacy policy that runs: checks it, publishes it, judges it as browsers do, and serves it.
#[derive(Debug, Parser)]
#[command(
    name = "abide",
    version,
    after_help = "Without a command, serves the site in this folder, or the example.\n\
    Exit codes: 0 all is well, 1 something was found, 2 the command could not be carried out."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Checks policy files, site files, whole sites and P3P documents.
    Check(Check),
    /// Judges compact policies as a browser does.
    Verdict(Verdict),
    /// Prints the compact policy of a policy file.
    Compact(Compact),
    /// Writes the site's pages and documents as files.
    Publish(Publish),
    /// Serves the site.
    Serve(Serve),
    /// Shows what changed for people from one policy file to another.
    Diff(Diff),
    /// Decides whether a policy permits a use of data.
    Decide(Decide),
    /// Makes a policy file of a P3P policy.
    Import(Import),
    /// Looks for personal data in files and folders.
    Scan(Scan),
    /// Removes personal data for good.
    Anonymize(Anonymize),
    /// Measures how likely people are found again in a table.
    Risk(Risk),
    /// Replaces personal data by tokens made with a key: it stays personal data.
    Pseudonymize(Pseudonymize),
    /// Proposes and checks data maps: whose rows the tables of stores hold.
    #[command(subcommand)]
    Map(MapWhat),
    /// Answers what a person asks: a copy, a correction, erasure, restriction, objection.
    #[command(subcommand)]
    Rights(RightsWhat),
    /// The queue of requests: looks at them, decides, carries them on.
    #[command(subcommand)]
    Requests(RequestsWhat),
    /// Starts a new site: a folder with a policy file to fill in.
    Init(Init),
    /// Explains a problem by its code, or lists all codes.
    Explain(Explain),
    /// Prints the JSON Schema of policy files, site files or map files, for editors.
    Schema(Schema),
    /// Prints the completion script of a shell.
    Completions(Completions),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For code hosts (SARIF 2.1.0).
    Sarif,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Policy files, site files, folders with a site, P3P documents; `-` for standard input.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// How to report.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
    /// Exit with 1 on warnings too.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// For people.
    Table,
    /// For programs.
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Verdict {
    /// The compact policy; without one, and without `--policy` and `--header`, compact policies are read from standard
    /// input, one a line, and verdicts are written as JSON Lines.
    pub(crate) compact: Option<String>,
    /// Which user agent judges: `ie6`, `strict` or `netscape7`.
    #[arg(long, default_value = "ie6", value_parser = known_agent)]
    pub(crate) agent: String,
    /// Only this level.
    #[arg(long, value_parser = known_level)]
    pub(crate) level: Option<String>,
    /// How to write.
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    pub(crate) format: TableFormat,
    /// A policy file (TOML or P3P) whose compact policy is judged.
    #[arg(long, conflicts_with_all = ["compact", "header"])]
    pub(crate) policy: Option<PathBuf>,
    /// A whole response header, such as `P3P: CP="NOI CUR OUR"`.
    #[arg(long, conflicts_with = "compact")]
    pub(crate) header: Option<String>,
}

fn known_agent(id: &str) -> Result<String, String> {
    let ids: Vec<&str> = abide_agents::AGENTS.iter().map(|a| a.id()).collect();
    if ids.contains(&id) {
        Ok(id.to_owned())
    } else {
        Err(format!("known are: {}", ids.join(", ")))
    }
}

fn known_level(word: &str) -> Result<String, String> {
    let words: Vec<&str> = abide_agents::Level::ALL.iter().map(|l| l.as_str()).collect();
    if words.contains(&word) {
        Ok(word.to_owned())
    } else {
        Err(format!("known are: {}", words.join(", ")))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Compact {
    /// The policy file (TOML or P3P); `-` for standard input.
    pub(crate) file: PathBuf,
    /// Only statements about what browsers store, as the specification has it; all statements if not given.
    #[arg(long)]
    pub(crate) cookies_only: bool,
    /// A compact policy or header to compare with; exits with 1 if it differs.
    #[arg(long)]
    pub(crate) compare: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Publish {
    /// The site's folder.
    pub(crate) site: PathBuf,
    /// Where the pages go; a folder that this command made before is replaced as a whole.
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// Where the record of published versions is: a SQLite file, or `postgres://user@host/database` (its password in
    /// PGPASSWORD or ~/.pgpass); `.abide/records.db` in the site's folder if not said.
    #[arg(long)]
    pub(crate) records: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The site's folder.
    #[arg(default_value = ".")]
    pub(crate) site: PathBuf,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Where the record of published versions is: a SQLite file, or `postgres://user@host/database` (its password in
    /// PGPASSWORD or ~/.pgpass); `.abide/records.db` in the site's folder if not said.
    #[arg(long)]
    pub(crate) records: Option<PathBuf>,
    /// Lets the policy be edited in the browser: on this machine only, with a one-time address that is printed.
    #[arg(long)]
    pub(crate) edit: bool,
    /// Who works at the pages of requests: their history has this name beside what was approved, refused or ticked off. A browser can
    /// say another one.
    #[arg(long = "as", value_name = "NAME", requires = "edit", value_parser = name)]
    pub(crate) name: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The older file.
    pub(crate) from: PathBuf,
    /// The newer file.
    pub(crate) to: PathBuf,
    /// In which language: de, en, fr, es, sk.
    #[arg(long, default_value = "en", value_parser = known_language)]
    pub(crate) lang: String,
}

/// A name of somebody, for the history; nobody is called as the program calls itself there.
fn name(text: &str) -> Result<String, String> {
    abide_server::checked_name(text).ok_or_else(|| {
        "this is no name of somebody: give one of at most 80 letters; `browser`, `server-…` and `worker-…` are what the history calls \
        the program itself"
            .to_owned()
    })
}

fn known_language(word: &str) -> Result<String, String> {
    use abide_policy::vocab::{Lang, Vocabulary};
    let words = Lang::words();
    if words.contains(&word) {
        Ok(word.to_owned())
    } else {
        Err(format!("known are: {}", words.join(", ")))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Decide {
    /// The policy file.
    pub(crate) file: PathBuf,
    /// Which data: an element or set, such as `user.home-info.postal`.
    #[arg(long)]
    pub(crate) data: String,
    /// Whose: `visitor`, `customer`, `caller`, `contact`, `agent`, …
    #[arg(long)]
    pub(crate) subject: String,
    /// What for: `current`, `admin`, `contact`, …
    #[arg(long)]
    pub(crate) purpose: String,
    /// Who receives it.
    #[arg(long, default_value = "ours")]
    pub(crate) recipient: String,
    /// Where the person is; the policy's own country if not said.
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// In which of the policy's regions it happens.
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// Since when the data is held, as 2026-12-01.
    #[arg(long)]
    pub(crate) held_since: Option<jiff::civil::Date>,
    /// The day of the use; today if not said.
    #[arg(long)]
    pub(crate) today: Option<jiff::civil::Date>,
    /// Purposes and recipients to which the person agreed.
    #[arg(long, value_delimiter = ',')]
    pub(crate) agreed: Vec<String>,
    /// Purposes and recipients that the person opted out of.
    #[arg(long, value_delimiter = ',')]
    pub(crate) opted_out: Vec<String>,
    /// Purposes to which the person objected.
    #[arg(long, value_delimiter = ',')]
    pub(crate) objected: Vec<String>,
    /// Processing is restricted for this person.
    #[arg(long)]
    pub(crate) restricted: bool,
    /// Who it is, by facts as in `abide rights`: `email=…`, `phone=…`. What they chose by requests at the desk counts too.
    #[arg(long)]
    pub(crate) person: Vec<String>,
    /// The site's folder, with `--person`: there are the records and the keys.
    #[arg(long, default_value = ".", requires = "person")]
    pub(crate) site: PathBuf,
    /// Where our own records are, with `--person`; `.abide/records.db` in the site's folder if not said.
    #[arg(long, requires = "person")]
    pub(crate) records: Option<PathBuf>,
    /// How to write.
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    pub(crate) format: TableFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The P3P document; `-` for standard input.
    pub(crate) file: PathBuf,
    /// The folder into which each policy goes as a file; needed if there are several.
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    /// The site to which relative addresses belong, such as `https://www.example.com`.
    #[arg(long)]
    pub(crate) site: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScanFormat {
    /// Lines for people.
    Table,
    /// One JSON object a line; places in Unicode code points, end exclusive.
    Jsonl,
    /// For code hosts (SARIF 2.1.0).
    Sarif,
    /// For spreadsheets.
    Csv,
}

/// Looks for personal data in files and folders. Exit code 1 if any is found.
///
/// What was found is not shown unless `--show` asks for it: a report should not be another copy of personal data.
#[derive(Debug, Args)]
pub(crate) struct Scan {
    /// Files and folders; folders are read with all that is below them.
    #[arg(required_unless_present = "text_jsonl")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to report.
    #[arg(long, value_enum, default_value_t = ScanFormat::Table)]
    pub(crate) format: ScanFormat,
    /// Counts by kind instead of places.
    #[arg(long)]
    pub(crate) stats: bool,
    /// Tells of each column of a table what its values are, with the share and the kinds of evidence.
    #[arg(long, conflicts_with = "stats")]
    pub(crate) columns: bool,
    /// Also writes what was found.
    #[arg(long)]
    pub(crate) show: bool,
    /// Also tells what looked like personal data and was not reported, and why (on standard error).
    #[arg(long)]
    pub(crate) why_not: bool,
    /// Reports only these kinds, such as `EMAIL,IBAN`.
    #[arg(long, value_delimiter = ',', value_parser = known_kind)]
    pub(crate) only: Vec<abide_detect::Kind>,
    /// The lowest score that is reported, in percent.
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(crate) threshold: u8,
    /// The organisation's own rules; by default `detect.toml` in this folder, if it is there.
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<PathBuf>,
    /// Most bytes that a packed file may unpack to.
    #[arg(long, value_name = "BYTES", default_value_t = abide_scan::Limits::default().unpacked)]
    pub(crate) unpacked: u64,
    /// How many threads work; by default as many as the machine has.
    #[arg(long)]
    pub(crate) threads: Option<usize>,
    /// Reads lines `{"text": …}` from standard input and writes lines `{"findings": […]}` in the same order.
    #[arg(long, conflicts_with_all = ["paths", "stats", "columns", "why_not"])]
    pub(crate) text_jsonl: bool,
}

fn known_kind(label: &str) -> Result<abide_detect::Kind, String> {
    abide_detect::Kind::from_label(&label.to_uppercase()).ok_or_else(|| {
        let all: Vec<_> = abide_detect::Kind::ALL.iter().map(|k| k.label()).collect();
        format!("no such kind; there are {}", all.join(", "))
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FigureFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The folder to make.
    pub(crate) site: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code, such as `access.nonident.conflict`.
    #[arg(required_unless_present = "list")]
    pub(crate) code: Option<String>,
    /// Lists all codes.
    #[arg(long)]
    pub(crate) list: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Policy files.
    Policy,
    /// Site files, `abide.toml`.
    Site,
    /// Map files: whose data a store holds.
    Map,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Of which file.
    #[arg(value_enum, default_value_t = SchemaOf::Policy)]
    pub(crate) of: SchemaOf,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// Of which shell.
    pub(crate) shell: clap_complete::Shell,
}
