//! At every step boundary: each call to a store or to our own tables fails once, with and without its effect.

use abide_stores::{Effort, Remains};
use abide_tests::postgres::Postgres as Server;

use super::calls::Calls;
use super::fuse::{Fault, Fuse, When};
use super::town::{ALL, Ask, LATER, ONE, OTHERS, SHELL, Town, close, pass};

/// Only each so many-th call fails, unless the environment asks for all. Odd numbers: of calls that are even, workers do not sweep.
fn stride(short: usize) -> usize {
    if std::env::var_os("ABIDE_FAULTS").is_some() { 1 } else { short }
}

/// One run with a fault at a call; whether the call was made at all.
async fn run(town: &Town, fuse: std::sync::Arc<Fuse>, told: &str) -> bool {
    let desk = town.desk(Some(&fuse)).await;
    let (mut now, sweeps) = (0, desk.sweeps);
    // A worker that goes on after an error, and one that starts anew.
    for _ in 0..2 {
        now += LATER;
        if pass(&desk, "first", now).await.is_ok() {
            break;
        }
    }
    close(desk).await;
    town.finish(now, told).await;
    if sweeps {
        town.is_swept(told).await;
    }
    fuse.is_blown()
}

#[expect(clippy::print_stdout, reason = "how many runs there were is asked for")]
async fn every_call_on_sqlite(asks: &'static [Ask], step: usize, least: usize) {
    let calls = Calls::of(async || Town::sqlite(asks, false).await).await;
    let mut runs = 0;
    for (offset, when, dead) in [
        (0, When::Before, false),
        (2, When::After, false),
        (4, When::Before, true),
        (6, When::After, true),
    ] {
        for at in calls.every(offset % step, step) {
            let fault = if dead { Fault::Dead } else { Fault::Once };
            let told =
                format!("call {at} fails {when:?}{}", if dead { " and all after it" } else { "" });
            // With and without a write-ahead log, with and without a sweep: each with each.
            let town = Town::sqlite(asks, at / 2 % 2 == 0).await;
            assert!(run(&town, Fuse::new(at, when, fault), &told).await, "{told}: it was not made");
            runs += 1;
        }
    }
    assert!(runs >= least, "{runs} calls failed");
    println!("{runs} runs");
}

#[tokio::test]
async fn erasing_survives_every_call_that_fails_on_sqlite() {
    every_call_on_sqlite(ONE, stride(15), 120).await;
}

#[tokio::test]
async fn erasing_somebody_whose_row_stays_survives_calls_that_fail_on_sqlite() {
    every_call_on_sqlite(SHELL, stride(31), 60).await;
}

#[tokio::test]
async fn other_requests_survive_every_call_that_fails_on_sqlite() {
    every_call_on_sqlite(OTHERS, stride(27), 70).await;
}

#[tokio::test]
async fn requests_that_share_rows_survive_calls_that_fail_on_sqlite() {
    every_call_on_sqlite(ALL, stride(461), 30).await;
}

#[tokio::test]
async fn erasing_survives_calls_that_fail_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let (store, records) = (server.database("store"), server.database("records"));
    let calls = Calls::of(async || Town::postgres(&store, &records, ONE).await).await;
    let mut runs = 0;
    for (offset, when) in [(0, When::Before), (1, When::After)] {
        for at in calls.every(offset, stride(45)) {
            let town = Town::postgres(&store, &records, ONE).await;
            let told = format!("call {at} fails {when:?} on PostgreSQL");
            let fuse = Fuse::new(at, when, Fault::Once);
            assert!(run(&town, fuse, &told).await, "{told}: it was not made");
            runs += 1;
        }
    }
    assert!(runs >= 20, "{runs} calls failed");
    println!("{runs} runs");
}

#[tokio::test]
async fn copies_that_other_programs_left_go_when_the_whole_file_is_cleaned() {
    let town = Town::untidy(ONE).await;
    town.end(0, "untidy").await;
    assert!(town.left().is_some(), "this test looks in the right place");
    let desk = town.desk(None).await;
    assert_eq!(desk.stores[0].settle(Effort::Batch).await, Ok(Remains::Nothing));
    close(desk).await;
    assert_eq!(town.left(), None);
}
