//! What an erasure reads in `PostgreSQL`, by the server's own count: rows by indexes, and no large table whole.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use abide_policy::vocab::{Fact, RequestKind, RequestState};
use abide_rights::atlas::Atlas;
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{Room, map};
use crate::world::{Base, part};

/// So many people live in the town, each with a call, its transcript and an order, that no planner reads a table for one of them.
const TOWN: &str = "
    INSERT INTO contacts SELECT n, 'Resident ' || n, 'r' || n || '@example.net', '+4940' || 1000000 + n, NULL FROM generate_series(100, 20000) n;
    INSERT INTO calls SELECT n, n, NULL, 1, '+4940' || 1000000 + n, NULL, 'n', 60 FROM generate_series(100, 20000) n;
    INSERT INTO transcripts SELECT n, 'Resident ' || n FROM generate_series(100, 20000) n;
    INSERT INTO orders SELECT n, n, 100 FROM generate_series(100, 20000) n;
    ANALYZE;
";

/// What is large, by name.
const LARGE: &str = "SELECT relname, seq_scan FROM pg_stat_user_tables WHERE n_live_tup > 1000";
/// Who is connected to the database beside the asker.
const OTHERS: &str = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";

/// How often each large table was read whole. A session tells what it read when it ends, before it is gone from the list.
async fn read_whole(server: &Server, name: &str) -> BTreeMap<String, u64> {
    let ended = Instant::now() + Duration::from_secs(60);
    while server.ask(name, OTHERS).trim() != "0" {
        assert!(Instant::now() < ended, "somebody is still connected");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let counted = server.ask(name, LARGE);
    let lines = counted.lines().map(|line| line.split_once('|').unwrap());
    lines.map(|(table, count)| (table.to_owned(), count.parse().unwrap())).collect()
}

/// The large tables that an erasure in the town read whole.
async fn erased(server: &Server, name: &str, exact: bool) -> Vec<String> {
    let base = Base::postgres(server, name);
    let mut room = Room::new(base, None).await;
    room.run(TOWN).await;
    // Names are written in many ways: to find people by them, all are read.
    let mut map = map();
    for table in &mut map.tables {
        table.known_by.retain(|known| known.fact != Fact::Name);
        table.known_by.iter_mut().for_each(|known| known.exact = exact);
    }
    let part = part(&*room.desk.stores[0], map, None).await;
    room.desk.stores.clear();
    let before = read_whole(server, name).await;
    assert_eq!(before.keys().collect::<Vec<_>>(), ["calls", "contacts", "orders", "transcripts"]);

    room.desk.atlas = Arc::new(Atlas::new(vec![part]).unwrap());
    room.desk.stores = vec![room.base.store().await];
    let who = ["email=bea@example.org"];
    let id = room.open("r1", RequestKind::Erasure, &who, Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    room.desk.stores.clear();
    let after = read_whole(server, name).await;
    assert_eq!(room.rows("SELECT id FROM contacts WHERE id < 100").await, ["1", "3", "4", "5"]);
    assert_eq!(room.rows("SELECT id FROM calls WHERE id < 100").await, ["10", "11", "13"]);
    after.into_iter().filter(|(table, count)| before[table] < *count).map(|(t, _)| t).collect()
}

#[tokio::test]
async fn an_erasure_reads_no_large_table_whole_on_postgresql() {
    let Some(server) = Server::start() else { return };
    assert_eq!(erased(&server, "exact", true).await, [] as [&str; 0]);
    // Where addresses may be written in any way, the people are read, and this count tells it.
    assert_eq!(erased(&server, "any", false).await, ["contacts"]);
}
