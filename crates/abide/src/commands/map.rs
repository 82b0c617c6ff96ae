//! `abide map`: proposes and checks the maps of stores.

use std::path::Path;

use abide_detect::Finder;
use abide_policy::map::{Place, StoreMap};
use abide_policy::model::Policy;
use abide_policy::source::write_map;
use abide_policy::vocab::StoreKind;
use abide_rights::check::explain::explain;
use abide_rights::check::{Finding, check};
use abide_rights::discover::{discover, gather};
use abide_rights::open;
use anyhow::anyhow;
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
    let postgres = ["postgres://", "postgresql://"].iter().any(|a| options.place.starts_with(a));
    let given = StoreMap {
        id: options.id.parse().map_err(|_| {
            anyhow!("`{}` is no name of a store: small letters, digits and `-`", options.id)
        })?,
        kind: if postgres { StoreKind::Postgresql } else { StoreKind::Sqlite },
        place: Place::Here(options.place.clone()),
        region: None,
        policy: options
            .policy
            .parse()
            .map_err(|_| anyhow!("`{}` is no name of a policy", options.policy))?,
        backups: None,
        tables: Vec::new(),
        acknowledged: Vec::new(),
    };
    let store = open::one(&given, Path::new("."), &desk::variable).await?;
    let mut progress = Progress::new("tables");
    let mut watch = |done, of| progress.step(done, of);
    let (schema, evidence) = gather(store.as_ref(), &Finder::default(), &mut watch).await?;
    drop(progress);
    let proposal = discover(given, &schema, &evidence, policy.as_ref());
    for reason in &proposal.reasons {
        files::say(&format!("{}: {}", reason.place, reason.why));
    }
    files::print(&write_map(&proposal.map))?;
    Ok(Outcome::Fine)
}

async fn examine(options: &MapCheck) -> anyhow::Result<Outcome> {
    let desk = desk::open(&options.desk).await?;
    let act = desk::act(&options.desk);
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
