//! The worker of a server: carries requests on whenever there is something to do.
//!
//! It may end at any instruction: what it did is saved, and whoever comes next goes on there.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::{Act, Desk, Failed, Forgotten};
use jiff::civil::Date;
use tokio::sync::Mutex;

use super::room::Room;
use crate::clock;

/// How long the worker sleeps if nobody wakes it; then stores that were away get another try.
const PATIENCE: Duration = Duration::from_secs(60);

/// Opens the stores, and works for ever.
pub(crate) async fn work(room: Arc<Room>) {
    let name = format!("server-{}-{}", std::process::id(), super::act::random());
    room.open().await;
    let (mut looked, mut counted) = (None, None);
    let freed = Freed::default();
    loop {
        if let Ok(desk) = &room.standing().desk {
            let act = desk.act(clock::now(), &name);
            let today = act.today;
            if counted.as_ref().is_none_or(|(day, whose)| *day != today || *whose != desk.calendar)
                && recount(desk, act).await
            {
                counted = Some((today, desk.calendar.clone()));
            }
            if looked != Some(today) {
                freed.lock().await.extend(uncleaned(desk).await);
                looked = forget(desk, today).await.then_some(today);
            }
            carry(&room, desk.clone(), name.clone(), freed.clone()).await;
        }
        tokio::select! {
            () = room.wake.notified() => {}
            () = tokio::time::sleep(PATIENCE) => try_stores(&room, &name).await,
        }
    }
}

/// Carries on everything that can be, in a task of its own: whatever happens there, the worker lives.
async fn carry(room: &Room, desk: Arc<Desk>, name: String, freed: Freed) {
    room.board.set_busy(true);
    let done = tokio::spawn(all(desk, name, freed)).await;
    room.board.set_busy(false);
    let why = match done {
        Ok(Ok(())) => None,
        Ok(Err(failed)) => Some(failed.to_string()),
        Err(_) => Some("the worker failed: report this as a defect".to_owned()),
    };
    if let Some(error) = &why {
        tracing::warn!(target: "abide::server", error, "a request was not carried on");
    }
    room.note_stop(why);
}

async fn all(desk: Arc<Desk>, name: String, freed: Freed) -> Result<(), Failed> {
    let chance = || {
        let mut bytes = [0; 16];
        // Without random numbers nothing else in this process would have started.
        let _ = getrandom::fill(&mut bytes);
        bytes
    };
    let clock = || clock::now().as_second();
    let mut failed = None;
    loop {
        let act = desk.act(clock::now(), &name);
        let order = Order { act, chance: &chance, clock: &clock };
        // What stops a batch does not stop those who are carried on alone; it is tried again at the next turn.
        let batch = match failed {
            None => desk.work_together(&order).await,
            Some(_) => Ok(Batch::default()),
        };
        let batch = batch.unwrap_or_else(|why| {
            failed = Some(why);
            Batch::default()
        });
        if batch.taken > 0 && desk.erasures_at.is_some() {
            freed.lock().await.extend(0..desk.stores.len());
        }
        if desk.work(act, &chance, &mut |_| ()).await?.is_none() && batch.taken == 0 {
            rebuild(&desk, &freed, act).await;
            return failed.map_or(Ok(()), Err);
        }
    }
}

/// Stores in whose files erasures left what is not written over or cleaned yet, by their numbers.
type Freed = Arc<Mutex<BTreeSet<usize>>>;

/// Writes the files of these stores anew. It takes a while, and so follows the day's erasures; one that fails is tried again
/// when the worker next has nothing else to do, and one that could not be cleaned on the next day.
async fn rebuild(desk: &Desk, freed: &Freed, act: Act<'_>) {
    let mut freed = freed.lock().await;
    let mut again = BTreeSet::new();
    for store in std::mem::take(&mut *freed) {
        if let Err(error) = desk.rebuild(store, act).await {
            tracing::warn!(target: "abide::server", %error, "freed pages of a store are not written over yet");
            again.insert(store);
        }
    }
    *freed = again;
}

/// Once a day, the stores that closed requests wait for: what an open transaction held back may be free by now.
async fn uncleaned(desk: &Desk) -> BTreeSet<usize> {
    desk.uncleaned().await.unwrap_or_else(|error| {
        tracing::warn!(target: "abide::server", %error, "stores that must be cleaned could not be read");
        BTreeSet::new()
    })
}

/// Once a day, and when the site names other public holidays, the last days of open requests; whether all were counted.
async fn recount(desk: &Desk, act: Act<'_>) -> bool {
    match desk.recount(act).await {
        Ok(moved) if moved.is_empty() => true,
        Ok(moved) => {
            let requests = moved.len();
            tracing::info!(target: "abide::server", requests, "the public holidays of the site changed: last days moved");
            true
        }
        Err(error) => {
            tracing::warn!(target: "abide::server", %error, "last days were not counted with the site's public holidays");
            false
        }
    }
}

/// Once a day, what the period of our own rows is over for goes; whether it is gone. The log has figures only.
async fn forget(desk: &Desk, today: Date) -> bool {
    match desk.forget(today).await {
        Ok(Forgotten { requests, marks, copies, letters }) => {
            tracing::info!(target: "abide::server", requests, marks, copies, letters, "what was past its period is gone");
            true
        }
        Err(error) => {
            tracing::warn!(target: "abide::server", %error, "what is past its period is still there");
            false
        }
    }
}

async fn try_stores(room: &Room, name: &str) {
    if let Ok(desk) = &room.standing().desk
        && let Err(error) = desk.stores_back(desk.act(clock::now(), name)).await
    {
        tracing::warn!(target: "abide::server", %error, "waiting requests could not be read");
    }
}
