//! Dead rows of `PostgreSQL`: a closed request says by which day backups forget them, once they are gone.

use std::sync::Arc;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState};
use abide_rights::atlas::{Atlas, Part};
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::Wish;
use abide_rights::desk::report::{Remaining, Report};
use abide_rights::desk::{Act, UNTIL_CLEANED};
use abide_stores::postgres::Postgres;
use abide_stores::{Remains, Store};
use abide_tests::postgres::Postgres as Server;
use jiff::ToSpan as _;
use jiff::civil::Date;
use sqlx::{Connection as _, Executor as _, PgConnection};

use crate::desk::{NOW, Room, act, chance, map};
use crate::world::{Base, TODAY};

const EMAIL: &str = "eins@example.org";
/// Counts dead rows itself, page by page: another reader than ours.
const COUNTER: &str = "CREATE EXTENSION pgstattuple";
const DEAD: &str = "SELECT sum((pgstattuple(oid)).dead_tuple_count) FROM pg_class \
    WHERE relname IN ('agents', 'contacts', 'calls', 'transcripts')";
/// Where the planner's statistics name the person.
const STATISTICS: &str =
    "SELECT count(*) FROM pg_stats WHERE histogram_bounds::text LIKE '%eins@example.org%'";

/// A desk over a database of which backups are kept for 30 days; its account is `role`.
async fn room(server: &Server, name: &str, more: &str, role: &str) -> Room {
    let base = Base::postgres(server, name);
    let Base::Postgres { address } = &base else { panic!("no server") };
    let address = address.replace("abide@", &format!("{role}@"));
    let mut room = Room::new(base, None).await;
    server.sql(name, &format!("{COUNTER}; {more}; ANALYZE"));
    let mut map = map();
    map.backups = "30 days".parse().ok();
    let names: Vec<String> = map.tables.iter().map(|t| t.name.clone()).collect();
    let store = Postgres::open("store", &address).await.unwrap().mapped(names);
    let schema = store.schema().await.unwrap();
    room.desk.atlas = Arc::new(Atlas::new(vec![Part { map, schema, policy: None }]).unwrap());
    room.desk.stores = vec![Arc::new(store)];
    room
}

async fn erased(room: &Room, id: &str, email: &str) -> Id {
    let fact = format!("email={email}");
    let id = room.open(id, RequestKind::Erasure, &[&fact], Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    id
}

/// What the request says by now of the store's disks.
async fn left(room: &Room, id: &Id) -> Remaining {
    let events = room.desk.records.events(id, 0).await.unwrap();
    let events: Vec<_> = events.into_iter().map(|(_, event)| event).collect();
    Report::last(&events).unwrap().remains["store"].clone()
}

fn dead() -> Remaining {
    Remaining { what: UNTIL_CLEANED.to_owned(), until: None, gone_by: None }
}

fn gone_by(day: Date) -> Remaining {
    Remaining { what: "until-reused".to_owned(), until: None, gone_by: Some(day) }
}

fn later() -> Act<'static> {
    Act { today: TODAY.saturating_add(3.days()), ..act("worker") }
}

#[tokio::test]
async fn a_day_is_said_once_no_transaction_sees_the_rows_any_more() {
    let Some(server) = Server::start() else { return };
    let mut room = room(&server, "dead", "", "abide").await;
    let ask = |sql: &str| server.ask("dead", sql).trim().to_owned();
    assert_eq!(ask(STATISTICS), "1");
    let mut other = PgConnection::connect(&server.address("dead")).await.unwrap();
    other.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM calls").await.unwrap();

    let id = erased(&room, "r1", EMAIL).await;
    assert_eq!(left(&room, &id).await, dead());
    assert_eq!(room.desk.uncleaned().await.unwrap(), [0].into());
    let reminder = room.desk.records.reminders(&id).await.unwrap().remove(0);
    assert_eq!((reminder.code.as_str(), reminder.done_at), (UNTIL_CLEANED, None));
    assert_eq!(reminder.due, TODAY.saturating_add(7.days()));

    let rebuilt = room.desk.rebuild(0, act("worker")).await.unwrap();
    assert_eq!(rebuilt, Some(Remains::UntilCleaned), "the other one still sees the rows");
    assert_eq!(left(&room, &id).await, dead());
    assert_ne!(ask(DEAD), "0");

    other.execute("COMMIT").await.unwrap();
    let seen = crate::desk::watched(&mut room.desk);
    let rebuilt = room.desk.rebuild(0, later()).await.unwrap();
    assert_eq!(rebuilt, Some(Remains::UntilReused));
    let seen = std::mem::take(&mut *seen.lock().unwrap());
    let told = ["cleaning store   0 for 1", "cleaning store public.agents 0 of 5 0 for 1"];
    assert_eq!(seen[..2], told, "{seen:?}");
    assert_eq!(seen[5..], ["cleaning store public.orders 4 of 5 0 for 1", ""], "{seen:?}");
    // 30 days from the day on which it was cleaned.
    assert_eq!(left(&room, &id).await, gone_by(TODAY.saturating_add(33.days())));
    assert_eq!((ask(DEAD), ask(STATISTICS)), ("0".to_owned(), "0".to_owned()));
    assert_eq!(room.desk.uncleaned().await.unwrap(), [].into());
    assert_eq!(room.desk.records.reminders(&id).await.unwrap()[0].done_at, Some(NOW));
    // It is said once.
    let events = room.desk.records.events(&id, 0).await.unwrap().len();
    room.desk.rebuild(0, later()).await.unwrap();
    assert_eq!(room.desk.records.events(&id, 0).await.unwrap().len(), events);
}

/// The rights that `docs/stores.md` lists, and nothing else.
const WORKER: &str = "CREATE ROLE worker LOGIN; \
    GRANT SELECT, UPDATE, DELETE ON agents, contacts, calls, transcripts, orders TO worker";

#[tokio::test]
async fn the_documented_rights_are_enough_to_erase_and_a_person_says_that_it_was_cleaned() {
    let page = include_str!("../../../../docs/stores.md");
    assert!(page.contains("GRANT SELECT, UPDATE, DELETE ON contacts, calls TO abide;"));
    let Some(server) = Server::start() else { return };
    let mut room = room(&server, "rights", WORKER, "worker").await;
    let ask = |sql: &str| server.ask("rights", sql).trim().to_owned();
    // Everything is read whole before it is called done.
    room.desk.sweeps = true;
    let id = erased_with_sweep(&room, "r1", EMAIL).await;
    assert_eq!(ask("SELECT count(*) FROM contacts WHERE email = 'eins@example.org'"), "0");

    let rebuilt = room.desk.rebuild(0, act("worker")).await.unwrap();
    assert_eq!(rebuilt, Some(Remains::UntilCleaned), "the tables are not its own");
    assert_eq!(left(&room, &id).await, dead());
    assert_ne!(ask(DEAD), "0");
    room.desk.hand_done(&id, later()).await.unwrap();
    assert_eq!(left(&room, &id).await, gone_by(TODAY.saturating_add(33.days())));
    assert_eq!(room.desk.uncleaned().await.unwrap(), [].into());
}

async fn erased_with_sweep(room: &Room, id: &str, email: &str) -> Id {
    let fact = format!("email={email}");
    let id = room.open(id, RequestKind::Erasure, &[&fact], Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = room.desk.work_together(&order).await.unwrap();
    assert_eq!(batch.done, std::slice::from_ref(&id), "{batch:?}");
    id
}

/// The name of the second comes first, and it rests on a view that rests on the first.
const VIEWS: &str = "CREATE MATERIALIZED VIEW second_view AS SELECT email FROM contacts; \
    CREATE VIEW between AS SELECT * FROM second_view; \
    CREATE MATERIALIZED VIEW first_view AS SELECT * FROM between; \
    CREATE MATERIALIZED VIEW empty_view AS SELECT email FROM contacts WITH NO DATA";

#[tokio::test]
async fn materialized_views_are_made_anew_in_the_order_of_their_data() {
    let Some(server) = Server::start() else { return };
    let copies = "SELECT count(*) FROM (SELECT * FROM second_view UNION ALL SELECT * FROM first_view) v \
        WHERE email = 'eins@example.org'";
    let own = room(&server, "views", VIEWS, "abide").await;
    let id = erased(&own, "r1", EMAIL).await;
    let ask = |sql: &str| server.ask("views", sql).trim().to_owned();
    assert_eq!((ask(copies), ask(STATISTICS)), ("2".to_owned(), "3".to_owned()));
    let rebuilt = own.desk.rebuild(0, act("worker")).await.unwrap();
    assert_eq!(rebuilt, Some(Remains::UntilReused));
    assert_eq!(left(&own, &id).await, gone_by(TODAY.saturating_add(30.days())));
    assert_eq!((ask(copies), ask(STATISTICS)), ("0".to_owned(), "0".to_owned()));
    let filled = "SELECT relispopulated FROM pg_class WHERE relname = 'empty_view'";
    assert_eq!(ask(filled), "f", "what was never filled is not filled now");

    // The tables are its own, a view over them is not.
    let more = format!(
        "{VIEWS}; CREATE ROLE owner LOGIN; GRANT ALL ON SCHEMA public TO owner; \
        ALTER TABLE agents OWNER TO owner; ALTER TABLE contacts OWNER TO owner; \
        ALTER TABLE calls OWNER TO owner; ALTER TABLE transcripts OWNER TO owner; \
        ALTER TABLE orders OWNER TO owner"
    );
    let others = room(&server, "foreign", &more, "owner").await;
    let id = erased(&others, "r1", EMAIL).await;
    let rebuilt = others.desk.rebuild(0, act("worker")).await.unwrap();
    assert_eq!(rebuilt, Some(Remains::UntilCleaned), "a copy is left");
    assert_eq!(server.ask("foreign", DEAD).trim(), "0");
    assert_eq!(left(&others, &id).await, dead());
}
