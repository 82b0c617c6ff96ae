//! What must stay refers to a person by the map alone, and the store checks nothing: the person's row stays as a shell, so that its number
//! is nobody else's, and what was kept is found when its time is over.

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState};
use abide_rights::desk::document::Wish;
use abide_rights::desk::holds::Placing;
use abide_rights::find::together;
use abide_rights::hold::Covers;
use abide_rights::identity::Asked;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{Room, act};
use crate::odd::room;
use crate::world::Base;

const TABLES: &str = "
    CREATE TABLE people (id INTEGER PRIMARY KEY, name VARCHAR(40), email VARCHAR(40));
    CREATE TABLE bills (id INTEGER PRIMARY KEY, p INTEGER, t VARCHAR(60));
    CREATE TABLE notes (id INTEGER PRIMARY KEY, p INTEGER, t VARCHAR(60));
    INSERT INTO people VALUES (1, 'Anna Muster', 'anna@example.org'), (2, 'Bea Probe', 'bea@example.org');
    INSERT INTO bills VALUES (1, 2, 'bill to Bea Probe');
    INSERT INTO notes VALUES (1, 2, 'Bea called'), (2, 1, 'Anna called');
";

const OWNED: &str = r#"
    [[table.edge]]
    kind = "owned-by"
    columns = ["p"]
    of = "people"
"#;

/// Bills stay by a statement if they are kept.
fn map(kept: bool) -> String {
    let keep = if kept { "keep = \"billing\"" } else { "" };
    format!(
        r#"
    [[table]]
    name = "people"
    person = "contact"
    known-by = [{{ fact = "email", column = "email" }}, {{ fact = "name", column = "name" }}]
    [[table]]
    name = "bills"
    {keep}
    {OWNED}
    [[table]]
    name = "notes"
    {OWNED}
"#
    )
}

impl Room {
    async fn erases_bea(&self, id: &str) {
        let bea = ["email=bea@example.org"];
        let id = self.open(id, RequestKind::Erasure, &bea, Wish::default()).await;
        self.work().await;
        self.approve(&id).await;
        self.work().await;
        assert_eq!(self.stands(&id).await, (RequestState::Done, None));
    }
}

async fn the_number_is_nobody_elses(base: Base) {
    let room = room(base, TABLES, &map(true)).await;
    room.erases_bea("r1").await;
    let shell = ["2|NULL|NULL"];
    assert_eq!(room.rows("SELECT id, name, email FROM people WHERE id = 2").await, shell);
    assert_eq!(room.rows("SELECT t FROM bills").await, ["bill to Bea Probe"], "it must stay");
    assert_eq!(room.rows("SELECT t FROM notes").await, ["Anna called"]);
    // Whoever comes next does not get what was hers.
    let next = "SELECT max(id) + 1 FROM people";
    let insert = format!("INSERT INTO people VALUES (({next}), 'Carl Neu', 'carl@example.org')");
    room.run(&insert).await;
    let carl = room.open("r2", RequestKind::Erasure, &["email=carl@example.org"], Wish::default());
    let carl = carl.await;
    room.work().await;
    assert_eq!(room.paper(&carl).await.totals(), (1, 0), "himself alone");
}

#[tokio::test]
async fn the_number_is_nobody_elses_on_sqlite() {
    the_number_is_nobody_elses(Base::sqlite()).await;
}

#[tokio::test]
async fn the_number_is_nobody_elses_on_postgresql() {
    let Some(server) = Server::start() else { return };
    the_number_is_nobody_elses(Base::postgres(&server, "shells")).await;
}

/// A hold on notes alone: when it is lifted, they are found from what is left of her, and go.
async fn what_was_held_is_found_again(base: Base) {
    let room = room(base, TABLES, &map(false)).await;
    let covers = Covers { tables: vec!["store.notes".to_owned()], ..Covers::default() };
    let (hold, reason) = ("h1".parse().unwrap(), "claim".to_owned());
    let placing = Placing { id: hold, reason, until: None, covers };
    let asked = Asked::read(["email=bea@example.org"], None).unwrap();
    let found = room.desk.people(&asked).await.unwrap();
    let bea = together(&found.iter().collect::<Vec<_>>());
    room.desk.place(&placing, &asked, &bea, act("olga")).await.unwrap();
    room.erases_bea("r1").await;
    assert_eq!(room.rows("SELECT t FROM notes WHERE id = 1").await, ["Bea called"]);
    assert!(room.rows("SELECT t FROM bills").await.is_empty());
    room.desk.lift(&placing.id, act("olga")).await.unwrap();
    let (kept, next): (Id, Id) = ("r1".parse().unwrap(), "r2".parse().unwrap());
    room.desk.take_up(&kept, next.clone(), act("olga")).await.unwrap();
    room.work().await;
    room.approve(&next).await;
    room.work().await;
    assert_eq!(room.stands(&next).await, (RequestState::Done, None));
    assert_eq!(room.rows("SELECT t FROM notes").await, ["Anna called"]);
    assert_eq!(room.rows("SELECT email FROM people").await, ["anna@example.org"], "the shell too");
}

#[tokio::test]
async fn what_was_held_is_found_again_on_sqlite() {
    what_was_held_is_found_again(Base::sqlite()).await;
}

#[tokio::test]
async fn what_was_held_is_found_again_on_postgresql() {
    let Some(server) = Server::start() else { return };
    what_was_held_is_found_again(Base::postgres(&server, "held_shells")).await;
}
