//! A PostgreSQL server that ends as in a crash, or ends connections, in the middle of anything.

use std::sync::{Arc, Mutex};

use abide_tests::postgres::Postgres as Server;

use super::calls::Calls;
use super::fuse::{Fault, Fuse, When};
use super::town::{LATER, ONE, Town, close, pass};

/// Lets something happen at a call of a worker.
async fn run(town: &Town, at: usize, happens: Box<dyn Fn() + Send + Sync>, told: &str) {
    let fuse = Fuse::new(at, When::Before, Fault::Happens(happens));
    let desk = town.desk(Some(&fuse)).await;
    for round in 1..=2 {
        let _ = pass(&desk, "first", round * LATER).await;
    }
    close(desk).await;
    town.finish(2 * LATER, told).await;
    assert!(fuse.is_blown(), "{told}: it was not made");
}

#[tokio::test]
async fn connections_are_lost_in_the_middle() {
    let Some(server) = Server::start() else { return };
    let (store, records) = (server.database("store"), server.database("records"));
    let server = Arc::new(server);
    let step = if std::env::var_os("ABIDE_FAULTS").is_some() { 1 } else { 19 };
    let calls = Calls::of(async || Town::postgres(&store, &records, ONE).await).await;
    let all = calls.every(3, step);
    assert!(all.len() >= 16, "{all:?}");
    for at in all {
        let town = Town::postgres(&store, &records, ONE).await;
        let server = Arc::clone(&server);
        let happens = move || {
            server.sql("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'abide'");
        };
        run(&town, at, Box::new(happens), &format!("connections end at call {at}")).await;
    }
}

#[tokio::test]
async fn the_server_crashes_in_the_middle() {
    let Some(server) = Server::start() else { return };
    let (store, records) = (server.database("store"), server.database("records"));
    let server = Arc::new(Mutex::new(server));
    let step = if std::env::var_os("ABIDE_FAULTS").is_some() { 3 } else { 77 };
    let calls = Calls::of(async || Town::postgres(&store, &records, ONE).await).await;
    let all = calls.every(5, step);
    assert!(all.len() >= 7, "{all:?}");
    for at in all {
        let town = Town::postgres(&store, &records, ONE).await;
        let server = Arc::clone(&server);
        let happens = move || server.lock().unwrap().crash();
        run(&town, at, Box::new(happens), &format!("the server crashes at call {at}")).await;
    }
}
