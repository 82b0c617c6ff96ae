//! `abide requests work`: carries on what waits for nobody, and says how each request stands then.
//!
//! Owns: the worker's turn and what is said of it. Leaves to others: the work itself (`abide_rights::desk`), progress ([`super::desk`]).

use std::collections::{BTreeMap, BTreeSet};

use abide_policy::text::Id;
use abide_policy::vocab::{RequestState, Vocabulary as _, Waits};
use abide_records::requests::queue::{Cursor, Filter};
use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::{Act, Desk as Desks};
use abide_server::told_to_stop;
use serde_json::json;

use super::{desk, papers, results, shown};
use crate::Outcome;
use crate::cli::{Desk, FigureFormat};
use crate::files;
use crate::progress::Progress;

/// Carries on what can be, until it is stopped: then what it held is given back at once.
pub(super) async fn work(desk: &Desks, options: &Desk, act: Act<'_>) -> anyhow::Result<Outcome> {
    let worker = format!("worker-{}", desk::new_id()?);
    let act = Act { by: &worker, ..act };
    tokio::select! {
        biased;
        () = told_to_stop() => {
            let mut writing = desk.records.write().await?;
            writing.release_all(&worker).await?;
            writing.commit().await?;
            files::say(desk::STOPPED);
            Ok(Outcome::Stopped)
        }
        worked = work_on(desk, options, act) => worked,
    }
}

/// Carries on what can be: approved erasures together, everything else one by one.
async fn work_on(desk: &Desks, options: &Desk, act: Act<'_>) -> anyhow::Result<Outcome> {
    desk.stores_back(act).await?;
    let seed = desk::random()?;
    let (chance, clock) = (move || seed, || abide_server::clock::now().as_second());
    let of = waiting_for_turn(desk).await?;
    // One that a batch verifies and that is then carried on alone is one request.
    let (mut carried_on, mut found) = (BTreeSet::new(), 0);
    let mut requests = Progress::beside_results("requests");
    loop {
        requests.step(carried_on.len() as u64, of);
        let act = Act { now: clock(), ..act };
        let order = Order { act, chance: &chance, clock: &clock };
        let batch = together(desk, options, &order).await?;
        found += batch.found.len();
        carried_on.extend(batch.done.into_iter().chain(batch.found));
        match desk.work(act, &chance, &mut |_| ()).await? {
            Some(id) => {
                carried_on.insert(id.clone());
                let case = desk.case(&id).await?;
                let state = case.stored.state;
                found += usize::from(case.stored.waits == Some(Waits::Residue));
                files::print(&carried(options, &id, state, case.stored.waits))?;
                if state == RequestState::Verifying && !desk.sweeps {
                    files::say(&format!(
                        "{id} waits for a sweep: `abide serve --edit` or `abide requests work --sweep`"
                    ));
                }
                if state == RequestState::Received {
                    break;
                }
            }
            None if batch.taken == 0 => break,
            None => {}
        }
    }
    drop(requests);
    clean(desk, Act { now: clock(), ..act }).await?;
    let count = carried_on.len();
    let unread = desk.unread().await?;
    for (id, tables) in &unread {
        files::say(&format!(
            "{id} waits: the account may not read {}",
            results::may_not_read(tables)
        ));
    }
    let others = with_others(desk, act.by, clock()).await?;
    if let Some(until) = others.values().max() {
        files::say(&format!(
            "{} with another worker, until {} at the latest: one that was killed gives nothing back, so run this again then",
            papers::count(others.len() as u64, "request"),
            moment(*until),
        ));
    }
    match options.format {
        FigureFormat::Json => {
            let one =
                |(id, tables): &(Id, Vec<String>)| json!({ "id": id.as_str(), "tables": tables });
            let unread: Vec<_> = unread.iter().map(one).collect();
            let one =
                |(id, until): (&Id, &i64)| json!({ "id": id.as_str(), "until": moment(*until) });
            let with: Vec<_> = others.iter().map(one).collect();
            files::print(&format!(
                "{}\n",
                json!({ "carried_on": count, "unread": unread, "with_others": with })
            ))?;
        }
        FigureFormat::Text => {
            files::say(&format!("carried on: {}", papers::count(count as u64, "request")))
        }
    }
    desk::forget(desk, act).await?;
    Ok(if found > 0 || !unread.is_empty() { Outcome::Found } else { Outcome::Fine })
}

/// Requests that another worker has, and until when at the latest, in seconds since 1970 (UTC).
async fn with_others(desk: &Desks, worker: &str, now: i64) -> anyhow::Result<BTreeMap<Id, i64>> {
    let (filter, mut after, mut all) = (Filter::default(), None::<Cursor>, BTreeMap::new());
    loop {
        let page = desk.records.requests(&filter, after.as_ref(), 500).await?;
        let Some(last) = page.last() else { return Ok(all) };
        after = Some(Cursor::after(last));
        for request in page {
            let is_mine = request.lease.as_ref().is_some_and(|lease| lease.owner == worker);
            if let Some(until) = request.with_worker_until(now).filter(|_| !is_mine) {
                all.insert(request.id, until);
            }
        }
    }
}

/// A moment in seconds since 1970, as the command line writes it.
pub(super) fn moment(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map(|moment| moment.to_string()).unwrap_or_default()
}

/// Writes over what erasures left in the files of stores: in all after a sweep, else in those that closed requests wait for.
async fn clean(desk: &Desks, act: Act<'_>) -> anyhow::Result<()> {
    let waited_for = desk.uncleaned().await?;
    for (at, store) in desk.stores.iter().enumerate() {
        if (desk.sweeps || waited_for.contains(&at))
            && let Some(remains) = desk.rebuild(at, act).await?
        {
            files::say(&format!("{}: {}", store.id(), results::left(remains.word())));
        }
    }
    Ok(())
}

/// Where a request stands that was carried on, as a line.
fn carried(options: &Desk, id: &Id, state: RequestState, waits: Option<Waits>) -> String {
    let waits_for =
        waits.map_or_else(String::new, |w| format!(", waits for {}", shown::waiting(w)));
    match options.format {
        FigureFormat::Json => {
            let waits = waits.map(Waits::word);
            format!("{}\n", json!({ "id": id.as_str(), "state": state.word(), "waits": waits }))
        }
        FigureFormat::Text => format!("{id} {}{waits_for}\n", state.word()),
    }
}

/// Approved erasures in one pass, and what came of each.
async fn together(desk: &Desks, options: &Desk, order: &Order<'_>) -> anyhow::Result<Batch> {
    let batch = desk.work_together(order).await?;
    for id in &batch.done {
        files::print(&carried(options, id, RequestState::Done, None))?;
    }
    for id in &batch.found {
        files::print(&carried(options, id, RequestState::Waiting, Some(Waits::Residue)))?;
    }
    Ok(batch)
}

/// How many requests wait for their turn.
async fn waiting_for_turn(desk: &Desks) -> anyhow::Result<u64> {
    let (mut count, mut last) = (0, None);
    loop {
        let page = desk.records.requests(&Filter::default(), last.as_ref(), 1000).await?;
        count += page.iter().filter(|r| r.waits == Some(Waits::Turn)).count() as u64;
        last = page.last().map(Cursor::after);
        if last.is_none() {
            return Ok(count);
        }
    }
}
