//! `abide serve`: the site over HTTP, until the process is told to stop.

use std::path::{Path, PathBuf};

use abide_policy::diagnostic::{self, Severity};
use abide_server::{Error, Options, SITE_FILE, Server, SourceFile, told_to_stop};
use anyhow::bail;
use tracing_subscriber::filter::LevelFilter;

use crate::Outcome;
use crate::cli::Serve;
use crate::files;

/// Where the example lies in the repository.
const EXAMPLE: &str = "examples/contact-centre";

/// Without a command: the site in this folder, or the example.
pub(super) fn example() -> anyhow::Result<Outcome> {
    let here = [".", EXAMPLE].into_iter().map(PathBuf::from).find(|p| p.join(SITE_FILE).is_file());
    let Some(site) = here else {
        bail!(
            "there is no site in this folder: `abide init my-site` starts one, `abide --help` shows what else there is"
        );
    };
    let listen = std::net::SocketAddr::from(([127, 0, 0, 1], 8080));
    run(Serve { site, listen, records: None, edit: false, name: None })
}

pub(super) fn run(options: Serve) -> anyhow::Result<Outcome> {
    log();
    runtime()?.block_on(serve(options))
}

async fn serve(options: Serve) -> anyhow::Result<Outcome> {
    let site = options.site.clone();
    let server = match Server::start(server_options(options)).await {
        Ok(server) => server,
        Err(Error::Refused { files }) => {
            report_files(&site, &files, true);
            files::say("nothing is served: mend the errors first");
            return Ok(Outcome::Found);
        }
        Err(error) => return Err(error.into()),
    };
    let loaded = server.loaded();
    report_files(&site, &loaded.files, false);
    for cite in &loaded.recorded {
        files::say(&format!("recorded {cite}: this version never changes from now on"));
    }
    for draft in &loaded.drafts {
        files::say(&format!(
            "{} is a draft: its file differs from what is published",
            draft.cite()
        ));
    }
    files::print(&format!("http://{}/\n", server.address()))?;
    if let Some(address) = server.edit_address() {
        files::say(&format!("to edit, open this once, on this machine: {address}"));
    }
    files::say("Ctrl-C stops it");
    server.run(told_to_stop()).await?;
    Ok(Outcome::Fine)
}

fn server_options(options: Serve) -> Options {
    let mut server = Options::new(options.site, options.listen);
    server.records = options.records;
    server.edit = options.edit;
    server.name = options.name;
    server.variable = super::desk::variable;
    server
}

/// Says how many warnings the files have, or shows all their errors.
pub(super) fn report_files(site: &Path, files: &[SourceFile], errors: bool) {
    let wanted = if errors { Severity::Error } else { Severity::Warning };
    for file in files {
        let found: Vec<_> =
            file.diagnostics.iter().filter(|d| d.severity == wanted).cloned().collect();
        let path = site.join(&file.path).display().to_string();
        if errors {
            files::say(&diagnostic::to_terminal(&path, &file.source, &found, false));
        } else if !found.is_empty() {
            let s = if found.len() == 1 { "" } else { "s" };
            files::say(&format!("{path}: {} warning{s}, see `abide check {path}`", found.len()));
        }
    }
}

pub(super) fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}

/// Runs a work to its end, or until somebody stops it (Ctrl-C); then what it was about is told.
pub(super) fn until_stopped(
    work: impl Future<Output = anyhow::Result<Outcome>>,
    stopped: &str,
) -> anyhow::Result<Outcome> {
    let runtime = runtime()?;
    let outcome = runtime.block_on(async {
        tokio::select! {
            // First, so that it is listened for before anything begins.
            biased;
            () = told_to_stop() => {
                files::say(stopped);
                Ok(Outcome::Stopped)
            }
            outcome = work => outcome,
        }
    });
    // Whoever stopped it does not wait for what goes on beside it.
    runtime.shutdown_background();
    outcome
}

/// Structured logs on standard error; requests are at the level `info`, which `ABIDE_LOG` can change.
fn log() {
    #[expect(clippy::disallowed_methods, reason = "settings are read once, in the binary")]
    let level = std::env::var("ABIDE_LOG").ok().and_then(|v| v.parse::<LevelFilter>().ok());
    tracing_subscriber::fmt()
        .json()
        .with_max_level(level.unwrap_or(LevelFilter::WARN))
        .with_writer(std::io::stderr)
        .init();
}
