//! What others may change while an erasure is done and not saved yet.

use abide_tests::postgres::Postgres as Server;

use crate::chart::{Trial, ask, subject};
use crate::world::Base;

/// Nothing that was reached: neither what goes, nor what changes, nor what stays as it is.
#[tokio::test]
async fn nothing_that_was_reached_changes_before_it_is_saved() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "held");
    let trial = Trial::new(
        &base,
        "CREATE TABLE people (id INTEGER PRIMARY KEY); \
        CREATE TABLE calls (id INTEGER PRIMARY KEY, one INTEGER REFERENCES people, two INTEGER REFERENCES people); \
        CREATE TABLE steps (id INTEGER PRIMARY KEY, call INTEGER NOT NULL REFERENCES calls); \
        INSERT INTO people VALUES (1), (2), (3); INSERT INTO calls VALUES (1, 1, NULL), (2, 1, 2), (3, 2, 3); \
        INSERT INTO steps VALUES (1, 1), (2, 2), (3, 3)",
        "people person
        calls
          one owned-by people
          two owned-by people
        steps
          call owned-by calls",
    )
    .await;
    // What nobody else holds can be locked.
    let free = async |table: &str| {
        ask(&base, &format!("SELECT id FROM {table} FOR UPDATE SKIP LOCKED")).await.join(" ")
    };
    let subjects = [subject(&trial.world, "people:1")];
    let work = trial.world.work(&subjects);
    let plan = work.plan().await.unwrap();
    let ready = work.prepare(&plan.stores[0]).await.unwrap();
    assert_eq!(free("people").await, "2 3", "1 goes");
    assert_eq!(free("calls").await, "3", "1 goes, 2 changes");
    assert_eq!(free("steps").await, "3", "1 goes, 2 stays as it is");
    ready.save().await.unwrap();
    assert_eq!(free("steps").await, "2 3");
}
