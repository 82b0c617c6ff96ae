//! Workers that are processes of their own end without a word: killed at any moment, ended at a call, short of room.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use abide_records::requests::queue::Filter;
use abide_rights::desk::Failed;
use abide_tests::postgres::Postgres as Server;

use super::calls::Calls;
use super::fuse::{Fault, Fuse, When};
use super::town::{ALL, LATER, ONE, Town, desk, pass};
use crate::world::Base;

const STORE: &str = "ABIDE_TEST_STORE";
const RECORDS: &str = "ABIDE_TEST_RECORDS";
const ARCHIVE: &str = "ABIDE_TEST_ARCHIVE";
const WORKER: &str = "ABIDE_TEST_WORKER";
const NOW: &str = "ABIDE_TEST_NOW";
/// At which call the process ends, if at one; negative numbers end it after the call.
const END: &str = "ABIDE_TEST_END";

/// What a worker says first: who never hears it has started none.
const BEGINS: &str = "a worker begins";

/// Not a test by itself: a worker, until nothing is left to do.
#[tokio::test]
#[ignore = "run by the others in a process of its own"]
async fn works_until_it_is_killed() {
    let (Ok(store), Ok(records)) = (std::env::var(STORE), std::env::var(RECORDS)) else { return };
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<i64>().ok());
    let fuse = number(END).map(|end| {
        let when = if end < 0 { When::After } else { When::Before };
        Fuse::new(end.unsigned_abs() as usize, when, Fault::Abort)
    });
    println!("{BEGINS}");
    let base = Base::Postgres { address: store.clone() };
    let base = if store.starts_with("postgres") { base } else { Base::There(store.into()) };
    let archive = std::env::var(ARCHIVE).unwrap();
    let desk = desk(&base, &records, archive.as_ref(), fuse.as_ref()).await;
    let (by, mut now) = (std::env::var(WORKER).unwrap(), number(NOW).unwrap());
    for _ in 0..6 {
        match pass(&desk, &by, now).await {
            Ok(()) => break,
            // It rests; another request may have its turn.
            Err(Failed::Records(_) | Failed::Store(_) | Failed::Stop(_)) => now += LATER,
            Err(other) => panic!("{other}"),
        }
    }
    let open = desk.records.requests(&Filter::default(), None, 100).await.map(|open| open.len());
    println!("left {open:?}");
}

/// A worker in a process of its own.
fn worker(town: &Town, by: &str, now: i64, end: Option<i64>, blocks: Option<u32>) -> Child {
    let program = std::env::current_exe().unwrap();
    let mut command = match blocks {
        None => Command::new(program),
        // No file may grow beyond: writing fails, as on a full disk.
        Some(blocks) => {
            let mut command = Command::new("bash");
            let run = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
            command.args(["-c", &run]).arg(program);
            command
        }
    };
    command
        .args(["--exact", "faults::kill::works_until_it_is_killed", "--ignored", "--nocapture"])
        .env(STORE, town.base.place())
        .env(RECORDS, &town.records)
        .env(ARCHIVE, town.archive())
        .env(WORKER, by)
        .env(NOW, now.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if let Some(end) = end {
        command.env(END, end.to_string());
    }
    command.spawn().unwrap()
}

/// Chance that can be had again: the seed is printed.
struct Chance(u64);

impl Chance {
    #[expect(clippy::print_stdout, reason = "who sees it fail needs the seed")]
    fn new() -> Self {
        let said = std::env::var("ABIDE_FAULT_SEED").ok().and_then(|s| s.parse().ok());
        let seed = said.unwrap_or_else(|| u64::from(std::process::id()) * 7919 + 1);
        println!("seed: ABIDE_FAULT_SEED={seed}");
        Self(seed)
    }

    /// Below a number (splitmix64).
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most
    }
}

/// How many processes are killed, more if the environment asks for it.
fn rounds(short: u32) -> u32 {
    if std::env::var_os("ABIDE_FAULTS").is_some() { short * 10 } else { short }
}

/// Kills a worker so long after it began, and tells whether that was before it had come to its end.
fn killed(mut child: Child, after: Duration) -> bool {
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let (mut line, mut text) = (String::new(), String::new());
    while !line.contains(BEGINS) {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "no worker was started");
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    said.read_to_string(&mut text).unwrap();
    child.wait().unwrap();
    !text.contains("left")
}

/// What a worker printed, once it has ended.
fn told(mut child: Child) -> String {
    let mut text = String::new();
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    child.wait().unwrap();
    assert!(text.contains(BEGINS), "no worker was started: {text}");
    text
}

/// Two workers at once, of whom one may think that the other's lease has run out; both are killed at some moment. Tells how many
/// had not come to their end by then.
async fn killed_at_random(town: &Town, chance: &mut Chance, most: u64) -> u32 {
    let (mut kills, mut now) = (0, LATER);
    for round in 0..3 {
        let other = now + [0, LATER][chance.below(2) as usize];
        let first = worker(town, &format!("a{round}"), now, None, None);
        let second = worker(town, &format!("b{round}"), other, None, None);
        let both = [first, second].map(|child| {
            let after = Duration::from_millis(chance.below(most));
            std::thread::spawn(move || killed(child, after))
        });
        kills += both.into_iter().map(|one| u32::from(one.join().unwrap())).sum::<u32>();
        now = other + LATER;
    }
    town.finish(now, &format!("after {kills} were killed")).await;
    kills
}

#[tokio::test]
async fn workers_are_killed_at_random_moments_on_sqlite() {
    let mut chance = Chance::new();
    let mut kills = 0;
    for round in 0..rounds(10) {
        let town = Town::sqlite(ALL, round % 2 == 0).await;
        kills += killed_at_random(&town, &mut chance, 400).await;
    }
    assert!(kills >= rounds(30), "{kills} were killed in the middle");
    println!("{kills} killed");
}

#[tokio::test]
async fn workers_are_killed_at_random_moments_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let mut chance = Chance::new();
    let mut kills = 0;
    let (store, records) = (server.database("store"), server.database("records"));
    for _ in 0..rounds(6) {
        let town = Town::postgres(&store, &records, ALL).await;
        kills += killed_at_random(&town, &mut chance, 800).await;
    }
    assert!(kills >= rounds(18), "{kills} were killed in the middle");
    println!("{kills} killed");
}

#[tokio::test]
async fn a_worker_ends_at_any_call_on_sqlite() {
    let mut chance = Chance::new();
    let calls = Calls::of(async || Town::sqlite(ONE, false).await).await;
    for round in 0..rounds(40) {
        // As many of workers that sweep as of those that do not.
        let kind = round as usize % 2;
        let places = (calls.like(kind) - kind - 2).div_ceil(2) as u64;
        let end = i64::try_from(2 + kind as u64 + 2 * chance.below(places)).unwrap();
        let end = if chance.below(2) == 0 { end } else { -end };
        let town = Town::sqlite(ONE, round / 2 % 2 == 0).await;
        let said = told(worker(&town, "first", LATER, Some(end), None));
        assert!(!said.contains("left"), "no process ended at call {end}");
        town.finish(LATER, &format!("a process ended at call {end}")).await;
    }
}

#[tokio::test]
async fn a_full_disk_stops_nothing_for_ever() {
    let (mut stopped, mut at) = (0, 0);
    for blocks in [8, 16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 1024] {
        at += 1;
        let town = Town::sqlite(ALL, at % 2 == 0).await;
        let said = told(worker(&town, "first", LATER, None, Some(blocks)));
        stopped += u32::from(!said.contains("left Ok(0)"));
        town.finish(8 * LATER, &format!("files of at most {blocks} KiB")).await;
    }
    assert!(stopped > 0 && stopped < at, "room ran out {stopped} times of {at}");
    println!("{stopped} of {at} ran out of room");
}
