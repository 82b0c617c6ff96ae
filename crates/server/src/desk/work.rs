//! The workers of a server: they carry requests on whenever there is something to do.
//!
//! One of them erases: everybody who is due at once, each store in one pass. The others carry one request on after the other, side by
//! side, so that a long copy keeps nobody waiting. Files of stores are written anew while nobody else is at work.
//!
//! They may end at any instruction: what they did is saved, and whoever comes next goes on there.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::{Act, Desk, Failed, Forgotten};
use jiff::civil::Date;
use tokio::sync::{Mutex, RwLock};
use tokio::time::timeout;

use super::room::Room;
use crate::clock;

/// How long a worker sleeps if nobody wakes it; then stores that were away get another try.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long whoever writes files anew waits for the others, and they for it then.
const MOMENT: Duration = Duration::from_secs(1);

/// What one of the workers does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lane {
    /// Erasures together, and what comes once a day.
    Together,
    /// One request after the other; there are several, each with its number.
    Alone(u8),
}

/// What all workers have in common.
#[derive(Clone)]
struct Crew {
    room: Arc<Room>,
    name: String,
    freed: Freed,
    /// Whoever carries requests on holds it with the others; whoever writes the file of a store anew, alone.
    files: Arc<RwLock<()>>,
}

/// Opens the stores, and works for ever.
pub(crate) async fn work(room: Arc<Room>) {
    let name = format!("server-{}-{}", std::process::id(), super::act::random());
    room.open().await;
    let crew = Crew { room, name, freed: Freed::default(), files: Arc::default() };
    let alone = |number| crew.works(Lane::Alone(number));
    tokio::join!(crew.works(Lane::Together), alone(1), alone(2), alone(3));
}

impl Crew {
    /// What a worker does, for ever.
    async fn works(&self, lane: Lane) {
        let room = &*self.room;
        let (mut woken, mut days) = (room.woken(), Days::default());
        loop {
            woken.mark_unchanged();
            if let Ok(desk) = &room.standing().desk {
                if lane == Lane::Together {
                    days.begin(desk, desk.act(clock::now(), &self.name), &self.freed).await;
                }
                self.carry(desk.clone(), lane).await;
            }
            tokio::select! {
                // The room, which tells of it, is there as long as this.
                _ = woken.changed() => {}
                () = tokio::time::sleep(PATIENCE) => if lane == Lane::Together {
                    try_stores(room, &self.name).await;
                },
            }
        }
    }

    /// Carries on everything that can be, in a task of its own: whatever happens there, the worker lives.
    async fn carry(&self, desk: Arc<Desk>, lane: Lane) {
        let (crew, with) = (self.clone(), desk.clone());
        let done = tokio::spawn(async move {
            match lane {
                Lane::Together => crew.together(&with).await,
                Lane::Alone(number) => crew.alone(&with, number).await,
            }
        });
        let why = match done.await {
            Ok(Ok(())) => None,
            // Whoever comes first opens the stores anew, and everybody goes on with them.
            Ok(Err(failed)) if failed.is_of_other_tables() => {
                tracing::info!(target: "abide::server", why = %failed, "the stores are opened anew");
                self.room.open_instead_of(&desk).await;
                None
            }
            Ok(Err(failed)) => Some(failed.to_string()),
            Err(_) => Some("the worker failed: report this as a defect".to_owned()),
        };
        if let Some(error) = &why {
            tracing::warn!(target: "abide::server", error, "a request was not carried on");
        }
        self.room.note_stop(lane, why);
    }

    /// Erases whoever is due, until nobody is; then the files that they were in are written anew.
    async fn together(&self, desk: &Desk) -> Result<(), Failed> {
        let clock = || clock::now().as_second();
        loop {
            let act = desk.act(clock::now(), &self.name);
            let files = self.files.read().await;
            let busy = self.room.board.busy();
            let Batch { taken, .. } =
                desk.work_together(&Order { act, chance: &chance, clock: &clock }).await?;
            drop((busy, files));
            if taken == 0 {
                break;
            }
            // What it left out, others carry on.
            self.room.wake();
            if desk.erasures_at.is_some() {
                self.freed.lock().await.extend(0..desk.stores.len());
            }
        }
        self.rebuild(desk).await;
        Ok(())
    }

    /// Carries one request on after the other, until none is left.
    async fn alone(&self, desk: &Desk, number: u8) -> Result<(), Failed> {
        let name = format!("{}-{number}", self.name);
        loop {
            let files = self.files.read().await;
            let busy = self.room.board.busy();
            let carried = desk.work(desk.act(clock::now(), &name), &chance, &mut |_| ()).await?;
            drop((busy, files));
            if carried.is_none() {
                return Ok(());
            }
            // It may be one to erase with others now.
            self.room.wake();
        }
    }

    /// Writes the files of stores anew. It takes a while, and so follows the day's erasures; one that fails is tried again when
    /// nothing else is to be done, and one that could not be cleaned on the next day.
    async fn rebuild(&self, desk: &Desk) {
        let mut freed = self.freed.lock().await;
        if freed.is_empty() {
            return;
        }
        // Whoever is at something long keeps nobody else waiting for this: it comes after that.
        let Ok(_alone) = timeout(MOMENT, self.files.write()).await else { return };
        let _busy = self.room.board.busy();
        let act = desk.act(clock::now(), &self.name);
        let mut again = BTreeSet::new();
        for store in std::mem::take(&mut *freed) {
            if let Err(error) = desk.rebuild(store, act).await {
                tracing::warn!(target: "abide::server", %error, "freed pages of a store are not written over yet");
                again.insert(store);
            }
        }
        *freed = again;
    }
}

/// Random bytes. Without them nothing else in this process would have started.
fn chance() -> [u8; 16] {
    let mut bytes = [0; 16];
    let _ = getrandom::fill(&mut bytes);
    bytes
}

/// What was done for a day already.
#[derive(Default)]
struct Days {
    looked: Option<Date>,
    counted: Option<(Date, abide_rights::deadline::Calendar)>,
}

impl Days {
    /// What comes once a day, and when the site names other public holidays.
    async fn begin(&mut self, desk: &Desk, act: Act<'_>, freed: &Freed) {
        let today = act.today;
        let is_counted = |(day, whose): &(Date, _)| *day == today && *whose == desk.calendar;
        if !self.counted.as_ref().is_some_and(is_counted) && recount(desk, act).await {
            self.counted = Some((today, desk.calendar.clone()));
        }
        if self.looked != Some(today) {
            freed.lock().await.extend(uncleaned(desk).await);
            self.looked = forget(desk, today).await.then_some(today);
        }
    }
}

/// Stores in whose files erasures left what is not written over or cleaned yet, by their numbers.
type Freed = Arc<Mutex<BTreeSet<usize>>>;

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
