//! `abide map`: proposes and checks the maps of stores.

use std::path::Path;
use std::sync::Arc;

use abide_detect::Finder;
use abide_policy::codes::Code;
use abide_policy::map::{Place, StoreMap, TableMap};
use abide_policy::model::Policy;
use abide_policy::source::{read_map, write_map};
use abide_policy::vocab::StoreKind;
use abide_rights::check::explain::explain;
use abide_rights::check::{Finding, check};
use abide_rights::discover::{Evidence, Reason, discover, gather};
use abide_rights::open;
use abide_stores::files::is_within;
use abide_stores::{Error, Schema};
use anyhow::{anyhow, bail};
use serde_json::{Value, json};

use super::serve::until_stopped;
use super::{desk, policy};
use crate::Outcome;
use crate::cli::{FigureFormat, MapCheck, MapDiscover, MapWhat};
use crate::files;
use crate::progress::Progress;

/// What is said when somebody stops it.
const STOPPED: &str = "stopped: nothing was changed, for maps are only read";

pub(super) fn run(what: &MapWhat) -> anyhow::Result<Outcome> {
    match what {
        MapWhat::Discover(options) => until_stopped(propose(options), STOPPED),
        MapWhat::Check(options) => until_stopped(examine(options), STOPPED),
    }
}

async fn propose(options: &MapDiscover) -> anyhow::Result<Outcome> {
    let policy: Option<Policy> = options.policy_file.as_deref().map(policy::read).transpose()?;
    let (given, (schema, evidence), unread) = look(given(options).await?).await?;
    let proposal = discover(without_secret(given), &schema, &evidence, policy.as_ref());
    let map = write_map(&proposal.map);
    match options.format {
        FigureFormat::Json => {
            let why = |r: &Reason| json!({ "place": r.place, "why": r.why.to_string() });
            let reasons: Vec<Value> = proposal.reasons.iter().map(why).collect();
            let told = json!({ "map": map, "reasons": reasons, "unread": unread });
            files::print(&format!("{told:#}\n"))?;
        }
        FigureFormat::Text => {
            unread.iter().for_each(|what| files::say(what));
            for reason in &proposal.reasons {
                files::say(&format!("{}: {}", reason.place, reason.why));
            }
            files::print(&map)?;
        }
    }
    Ok(Outcome::Fine)
}

/// What a store shows, with the map of what could be read. Of a kind of files of which one cannot be read nothing is proposed,
/// and that is told.
async fn look(
    mut given: StoreMap,
) -> anyhow::Result<(StoreMap, (Arc<Schema>, Evidence), Vec<String>)> {
    let mut unread = Vec::new();
    loop {
        let store = open::one(&given, Path::new("."), &desk::variable).await;
        let store = store.map_err(|error| match given.kind {
            StoreKind::Sqlite => anyhow!("{error}; of files that are no database, name the folder"),
            _ => error.into(),
        })?;
        let mut progress = Progress::new("tables");
        let mut watch = |done, of| progress.step(done, of);
        let looked = gather(store.as_ref(), &Finder::default(), &mut watch).await;
        drop(progress);
        let error = match looked {
            Ok(seen) => return Ok((given, seen, unread)),
            Err(error) => error,
        };
        let is_of = |table: &&TableMap| match &error {
            Error::Damaged { place, .. } => is_within(place, &table.name),
            Error::Long { table: long, .. } => table.name == *long,
            _ => false,
        };
        let of = given.tables.iter().find(is_of).map(|table| table.name.clone());
        let Some(of) = of.filter(|_| given.tables.len() > 1) else { return Err(error.into()) };
        given.tables.retain(|table| table.name != of);
        unread.push(format!("{error}; until then `{of}` is left out of the proposal"));
    }
}

/// The map as far as it is known before the store is looked at. Of files, a table is only what a map names: every kind that
/// lies there is named.
async fn given(options: &MapDiscover) -> anyhow::Result<StoreMap> {
    let (id, place) = (options.id.parse(), &options.place);
    let kind = kind(place)?;
    Ok(StoreMap {
        id: id.map_err(|_| {
            anyhow!("`{}` is no name of a store: small letters, digits and `-`", options.id)
        })?,
        kind,
        place: Place::Here(place.clone()),
        region: None,
        policy: options
            .policy
            .parse()
            .map_err(|_| anyhow!("`{}` is no name of a policy", options.policy))?,
        backups: None,
        read_only: false,
        by_hand: None,
        tables: if kind == StoreKind::Files { kinds(options).await? } else { Vec::new() },
        acknowledged: Vec::new(),
    })
}

/// A map is copied and kept with the policy: an address with a password is not written into it.
fn without_secret(given: StoreMap) -> StoreMap {
    let told = read_map(&write_map(&given)).diagnostics;
    if !told.iter().any(|problem| problem.code == Code::MapPlaceSecret) {
        return given;
    }
    let name = format!("ABIDE_{}", given.id.as_str().replace('-', "_").to_uppercase());
    files::say(&format!(
        "the address has a password, so it is not written into the map: set the environment variable `{name}` to it; \
        on a command line others on this machine see it, in `PGPASSWORD` or `~/.pgpass` they do not"
    ));
    StoreMap { place: Place::Environment(name), ..given }
}

/// What kind of store is in a place.
fn kind(place: &str) -> anyhow::Result<StoreKind> {
    if ["postgres://", "postgresql://"].iter().any(|a| place.starts_with(a)) {
        return Ok(StoreKind::Postgresql);
    }
    if place.starts_with(open::BUCKET) {
        return Ok(StoreKind::Files);
    }
    let facts = std::fs::metadata(place).map_err(|error| {
        anyhow!(
            "`{place}` cannot be looked at ({}): name a SQLite file, a folder, or an address that begins with `postgres://` or `s3://`",
            error.kind()
        )
    })?;
    Ok(if facts.is_dir() { StoreKind::Files } else { StoreKind::Sqlite })
}

/// The kinds of files in a folder or bucket, as tables of which nothing is said.
async fn kinds(options: &MapDiscover) -> anyhow::Result<Vec<TableMap>> {
    let found = open::kinds(&options.id, &options.place, &desk::variable).await?;
    let endings: Vec<&str> = found.endings.iter().map(String::as_str).collect();
    if found.others > 0 {
        let (count, endings) = (found.others, endings.join(", "));
        files::say(&format!("{count} files are of no kind that is read ({endings})"));
    }
    if found.globs.is_empty() {
        bail!(
            "`{}` has no file of a kind that is read: name a folder with JSON Lines (`.jsonl`), CSV (`.csv`, `.tsv`), vCon (`.vcon.json`), transcripts (`.vtt`, `.srt`, `.txt`) or recordings",
            options.place
        );
    }
    Ok(found.globs.into_iter().map(TableMap::bare).collect())
}

async fn examine(options: &MapCheck) -> anyhow::Result<Outcome> {
    let (desk, _none) = desk::open_to_check(&options.desk).await?;
    let act = desk::act(&desk, &options.desk);
    let mut progress = Progress::new("tables");
    let mut watch = |done, of| progress.step(done, of);
    let finder = Finder::default();
    let report = check(&desk.atlas, &desk.stores, &finder, act.today, &mut watch).await?;
    drop(progress);
    let trees = explain(&desk.atlas);
    match options.desk.format {
        FigureFormat::Json => {
            let ways: Vec<String> =
                trees.iter().filter(|_| options.explain).map(ToString::to_string).collect();
            let found: Vec<Value> = report.findings.iter().map(as_json).collect();
            files::print(&format!("{:#}\n", json!({ "findings": found, "ways": ways })))?;
        }
        FigureFormat::Text => {
            for tree in trees.iter().filter(|_| options.explain) {
                files::print(&format!("{tree}\n"))?;
            }
            for finding in &report.findings {
                let (word, kind) = (finding.severity.word(), finding.what.word());
                files::print(&format!(
                    "{word}[{kind}] {}: {}\n  help: {}\n",
                    finding.place,
                    finding.sentence(),
                    finding.remedy()
                ))?;
            }
            files::say(&format!("{} findings", report.findings.len()));
        }
    }
    Ok(if report.has_errors() { Outcome::Found } else { Outcome::Fine })
}

fn as_json(finding: &Finding) -> Value {
    json!({
        "severity": finding.severity.word(),
        "kind": finding.what.word(),
        "place": finding.place,
        "message": finding.sentence(),
        "help": finding.remedy(),
    })
}
