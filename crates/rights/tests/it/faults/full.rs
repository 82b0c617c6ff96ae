//! A PostgreSQL server whose disk runs full in the middle of anything, or whose files may not grow beyond what a quota allows.
//!
//! A table that finds no room to grow is an error of one statement. A log that finds none ends all connections, and perhaps the
//! server, until there is room again. Both happen, to stores and to our own tables.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use abide_records::requests::queue::Filter;
use abide_tests::postgres::Postgres as Server;

use super::calls::Calls;
use super::fuse::{Fault, Fuse, When};
use super::town::{ALL, LATER, Town, close, pass};

/// So much room the server has, in MiB: enough for three databases and its log.
const ROOM: u32 = 160;

/// The store keeps a log of what is done to it, which needs room.
const LOG: &str = "
    CREATE TABLE IF NOT EXISTS log (what TEXT); TRUNCATE log; ALTER TABLE log ALTER what SET STORAGE PLAIN;
    CREATE OR REPLACE FUNCTION logs() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO log VALUES (repeat(TG_OP, 1000)); RETURN NULL; END $$;
    CREATE TRIGGER logs AFTER UPDATE OR DELETE ON calls FOR EACH ROW EXECUTE FUNCTION logs();
    CREATE TRIGGER logs AFTER UPDATE OR DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION logs();
";

/// What came of running out of room.
#[derive(Debug, Default)]
struct Told {
    /// So often.
    runs: usize,
    /// Something was left to do, or failed.
    stopped: usize,
    /// The server had ended.
    ended: usize,
}

/// Where the server is that runs out of room.
struct Short {
    server: Arc<Mutex<Server>>,
    store: String,
    records: String,
}

/// A server that ends for want of room gets some and is started again, at the latest when it is over; whether it ended.
///
/// On the test's own thread: with the thread that starts a server, this ends.
async fn watch(server: Arc<Mutex<Server>>, over: Arc<AtomicBool>) -> bool {
    while !over.load(Ordering::SeqCst) {
        tokio::time::sleep(Duration::from_millis(100)).await;
        if !server.lock().unwrap().is_running() {
            break;
        }
    }
    server.lock().unwrap().give_room()
}

impl Short {
    async fn town(&self) -> Town {
        let town = Town::postgres(&self.store, &self.records, ALL).await;
        town.base.run(LOG).await.unwrap();
        town
    }
}

/// Room runs out at a call, and is there again when the next worker comes.
async fn run(
    short: &Short,
    at: usize,
    runs_out: impl Fn(&Server) + Send + Sync + 'static,
    so_far: &mut Told,
    told: &str,
) {
    let town = short.town().await;
    let server = Arc::clone(&short.server);
    let happens = Fault::Happens(Box::new(move || runs_out(&server.lock().unwrap())));
    let fuse = Fuse::new(at, When::Before, happens);
    let desk = town.desk(Some(&fuse)).await;
    let over = Arc::new(AtomicBool::new(false));
    let watch = tokio::spawn(watch(Arc::clone(&short.server), Arc::clone(&over)));
    let mut failed = false;
    for round in 1..=2 {
        failed |= pass(&desk, "first", round * LATER).await.is_err();
    }
    let left = desk.records.requests(&Filter::default(), None, 100).await.unwrap_or_default();
    assert!(left.iter().all(|r| r.waits.is_some()), "{told}: {left:?}");
    failed |= !left.is_empty();
    over.store(true, Ordering::SeqCst);
    let ended = watch.await.unwrap();
    close(desk).await;
    town.finish(2 * LATER, told).await;
    assert!(fuse.is_blown(), "{told}: it was not made");
    so_far.ended += usize::from(ended);
    so_far.runs += 1;
    so_far.stopped += usize::from(failed);
}

/// Room runs out at every so many-th call from one on, and at the last ones.
#[expect(clippy::print_stdout, reason = "how often it happened is asked for")]
async fn runs_out(short: &Short, first: usize, how: fn(&Server, usize)) -> Told {
    let mut so_far = Told::default();
    let step = if std::env::var_os("ABIDE_FAULTS").is_some() { 17 } else { 701 };
    let calls = Calls::of(async || short.town().await).await;
    for at in calls.every(first % step, step) {
        let told = format!("no room at call {at}");
        run(short, at, move |server| how(server, at), &mut so_far, &told).await;
    }
    println!("{so_far:?}");
    assert!(so_far.runs > 3 && so_far.stopped > 1, "{so_far:?}");
    so_far
}

fn small() -> Option<Server> {
    Server::start_on_disk(ROOM)
}

fn of(server: Server) -> Short {
    let (store, records) = (server.database("store"), server.database("records"));
    Short { server: Arc::new(Mutex::new(server)), store, records }
}

/// Of some calls on there is none, of others a little; or the log is what needs it.
fn fill(server: &Server, at: usize) {
    match at % 4 {
        0 => server.fill(0),
        2 => server.fill(40),
        odd => {
            server.end_log([4, 24][odd / 2]);
            server.fill(0);
        }
    }
}

#[tokio::test]
async fn the_disk_of_stores_and_records_runs_full() {
    let Some(server) = small() else { return };
    let told = runs_out(&of(server), 40, fill).await;
    assert!(told.ended > 0, "{told:?}");
}

#[tokio::test]
async fn the_disk_of_the_stores_runs_full() {
    let (Some(full), Some(other)) = (small(), Server::start()) else { return };
    let records = other.database("records");
    let short = Short { records, ..of(full) };
    runs_out(&short, 60, fill).await;
}

#[tokio::test]
async fn the_disk_of_the_records_runs_full() {
    let (Some(full), Some(other)) = (small(), Server::start()) else { return };
    let store = other.database("store");
    let short = Short { store, ..of(full) };
    runs_out(&short, 50, fill).await;
}

#[tokio::test]
async fn files_of_the_server_may_not_grow() {
    let Some(server) = Server::start() else { return };
    if !server.limit_files(1 << 40) {
        eprintln!("SKIPPED: no limits can be set (prlimit)");
        return;
    }
    let limit = |server: &Server, at: usize| {
        assert!(server.limit_files([8 << 10, 64 << 10, 256 << 10, 1 << 20][at % 4]));
    };
    runs_out(&of(server), 45, limit).await;
}
