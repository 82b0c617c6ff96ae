//! Opening the desk for a command, and how far its work is.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use abide_policy::text::Id;
use abide_records::Records;
use abide_rights::desk::watching::{AtWork, Doing, Unit, Watching};
use abide_rights::desk::{Act, Desk as Desks, Exporting, Forgotten};
use abide_server::{
    NotAtDesk, RECORDS, SiteFiles, clock, open_desk, open_desk_to_look, open_desk_without_stores,
};
use anyhow::Context as _;
use tempfile::TempDir;

use crate::cli::Desk;
use crate::files;
use crate::progress::{Progress, size};

/// What is said when somebody stops it.
pub(super) const STOPPED: &str = "stopped: nothing is half done; `abide requests list` shows how each request stands, and \
    `abide requests work` carries them on";

/// Opens the desk of a site.
pub(super) async fn open(options: &Desk) -> anyhow::Result<Desks> {
    let files = SiteFiles::read(&options.site)?;
    let place = options.records.clone().unwrap_or_else(|| options.site.join(RECORDS));
    let records = Records::open(place).await?;
    let desk = open_desk(&files, &options.site, records, &variable).await?;
    Ok(at_once(desk))
}

/// Opens the desk of a site without its stores, if they are why it could not be opened.
pub(super) async fn open_without_stores(
    options: &Desk,
    why: &anyhow::Error,
) -> anyhow::Result<Option<Desks>> {
    if !matches!(why.downcast_ref(), Some(NotAtDesk::Store(_))) {
        return Ok(None);
    }
    let files = SiteFiles::read(&options.site)?;
    let place = options.records.clone().unwrap_or_else(|| options.site.join(RECORDS));
    let records = Records::open(place).await?;
    Ok(Some(open_desk_without_stores(&files, &options.site, records)?))
}

/// Opens the desk to look at what would happen. No file is made: where there are no records yet, empty ones that are gone
/// afterwards stand in for them. They last as long as what is given back with the desk.
pub(super) async fn open_to_look(options: &Desk) -> anyhow::Result<(Desks, Option<TempDir>)> {
    let place = options.records.clone().unwrap_or_else(|| options.site.join(RECORDS));
    let is_address = place.to_str().is_some_and(Records::is_address);
    let none = match is_address || place.exists() {
        true => None,
        false => Some(tempfile::tempdir().context("there is no room for a plan")?),
    };
    let place = none.as_ref().map_or(place, |folder| folder.path().join("records.db"));
    Ok((at_once(looking(options, place).await?), none))
}

/// Opens the stores of a site to look at them. Nothing is made or changed in the site's folder, and its records are not opened: what
/// maps say needs none. Lasts as long as what is given back with the desk.
pub(super) async fn open_to_check(options: &Desk) -> anyhow::Result<(Desks, TempDir)> {
    let none = tempfile::tempdir().context("there is no room to look at the stores")?;
    let desk = looking(options, none.path().join("records.db")).await?;
    Ok((desk, none))
}

/// Opens the desk with these records, to look.
async fn looking(options: &Desk, records: PathBuf) -> anyhow::Result<Desks> {
    let files = SiteFiles::read(&options.site)?;
    let records = Records::open(records).await?;
    Ok(open_desk_to_look(&files, &options.site, records, &variable).await?)
}

/// Whoever gives a command sees how far it is, and does not wait for the hour.
fn at_once(desk: Desks) -> Desks {
    Desks { exporting: Some(exporting()), watching: Some(watching()), erasures_at: None, ..desk }
}

/// Shows how far archives are: the one that was written last.
fn exporting() -> Exporting {
    let shown = Mutex::new(None::<(Id, Progress)>);
    Arc::new(move |id, written| {
        let Ok(mut shown) = shown.lock() else { return };
        if shown.as_ref().is_none_or(|(before, _)| before != id) {
            *shown = Some((id.clone(), Progress::new("records")));
        }
        if let Some((_, progress)) = shown.as_mut() {
            progress.step_with(written.records, written.of, &size(written.bytes));
        }
    })
}

/// Shows how far the present work is.
fn watching() -> Watching {
    let shown = Mutex::new(None::<(Doing, Option<String>, Progress)>);
    Arc::new(move |work| {
        let Ok(mut shown) = shown.lock() else { return };
        let Some(work) = work else {
            *shown = None;
            return;
        };
        // A sweep goes over all stores.
        let store = work.store.filter(|_| work.doing != Doing::Sweeping);
        if shown
            .as_ref()
            .is_none_or(|(doing, at, _)| *doing != work.doing || at.as_deref() != store)
        {
            let unit = match work.doing.unit() {
                Unit::Requests => "requests",
                Unit::Rows => "rows",
                Unit::Tables => "tables",
            };
            *shown = Some((work.doing, store.map(str::to_owned), Progress::new(unit)));
        }
        if let Some((_, _, progress)) = shown.as_mut() {
            match work.of {
                Some(of) => progress.step_with(work.done, of, &at_work(&work)),
                None => progress.tell(&at_work(&work)),
            }
        }
    })
}

/// What is done, in words.
fn at_work(work: &AtWork<'_>) -> String {
    let AtWork { table, rows, requests, .. } = work;
    let store = work.store.unwrap_or_default();
    let table = table.unwrap_or(store);
    match work.doing {
        Doing::Finding => format!("finding the rows of {requests} requests in {store}"),
        Doing::Erasing => format!("erasing in {table}"),
        Doing::ReadingBack => "reading back what was done".to_owned(),
        Doing::Sweeping => format!("{table}: {rows} rows"),
        Doing::Closing => "closing them".to_owned(),
        Doing::Cleaning => format!("cleaning {table}"),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "maps may name the variable that holds a store's address"
)]
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Now, where the organisation is, and who does it.
pub(super) fn act<'a>(desk: &Desks, options: &'a Desk) -> Act<'a> {
    desk.act(clock::now(), &options.by)
}

/// Random bytes. Without a source of chance nothing may be made that must not be guessed.
pub(super) fn random<const N: usize>() -> anyhow::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|e| anyhow::anyhow!("this system gives no random numbers ({e})"))?;
    Ok(bytes)
}

/// A new id of a request: short enough to be read out, too long to be guessed.
pub(super) fn new_id() -> anyhow::Result<Id> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let bytes = random::<16>()?;
    let letters =
        bytes.iter().filter_map(|b| LETTERS.get(usize::from(b & 31)).map(|l| char::from(*l)));
    format!("r-{}", letters.collect::<String>()).parse().context("an id could not be made")
}

/// Deletes what is past its period, as every command does that carries requests on.
pub(super) async fn forget(desk: &Desks, act: Act<'_>) -> anyhow::Result<()> {
    let gone = desk.forget(act.today).await?;
    if gone != Forgotten::default() {
        files::say(&past_in_words(gone, "went"));
    }
    Ok(())
}

/// What is past its period, in words.
pub(super) fn past_in_words(gone: Forgotten, went: &str) -> String {
    if gone == Forgotten::default() {
        return "nothing is past its period".to_owned();
    }
    let Forgotten { requests, marks, copies, letters } = gone;
    format!(
        "past their period {went}: {requests} closed requests, {marks} marks and choices, {copies} copies, {letters} texts of refusals"
    )
}
