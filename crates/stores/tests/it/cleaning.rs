//! Dead rows of `PostgreSQL` are gone, or it is said that they are not: counted page by page by the server's own `pgstattuple`.

use abide_stores::postgres::Postgres;
use abide_stores::{Effort, Error, Mode, Remains, Store};
use abide_tests::postgres::Postgres as Server;

/// A table in parts with long values, one whose rows go with theirs, and one that the map does not have.
const TABLES: &str = "CREATE EXTENSION pgstattuple; \
    CREATE TABLE calls (id INTEGER, year INTEGER, said TEXT, PRIMARY KEY (id, year)) PARTITION BY LIST (year); \
    CREATE TABLE calls_1 PARTITION OF calls FOR VALUES IN (1); \
    CREATE TABLE calls_2 PARTITION OF calls FOR VALUES IN (2); \
    ALTER TABLE calls ALTER said SET STORAGE EXTERNAL; \
    ALTER TABLE calls_1 ALTER said SET STORAGE EXTERNAL; \
    CREATE TABLE notes (id INTEGER PRIMARY KEY, call INTEGER, year INTEGER, \
        FOREIGN KEY (call, year) REFERENCES calls ON DELETE CASCADE); \
    CREATE TABLE others (id INTEGER PRIMARY KEY); \
    INSERT INTO calls SELECT i, 1 + i % 2, repeat(md5(i::text), 100) FROM generate_series(1, 200) i; \
    INSERT INTO notes SELECT id, id, year FROM calls; INSERT INTO others SELECT generate_series(1, 200); \
    ANALYZE; DELETE FROM calls WHERE id <= 50; DELETE FROM others WHERE id <= 50";

/// Each table that has dead rows; of one with long values, those too.
const DEAD: &str = "SELECT string_agg(c.relname, ' ' ORDER BY c.relname) FROM pg_class c \
    WHERE c.relname IN ('calls_1', 'calls_2', 'notes', 'others') AND ((pgstattuple(c.oid)).dead_tuple_count > 0 \
    OR c.reltoastrelid <> 0 AND (pgstattuple(c.reltoastrelid)).dead_tuple_count > 0)";

async fn clean(server: &Server, role: &str, tables: &[&str]) -> Remains {
    let address = server.address("dead").replace("abide@", &format!("{role}@"));
    let store = Postgres::open("shop", &address).await.unwrap();
    let store = store.mapped(tables.iter().map(|t| (*t).to_owned()));
    assert_eq!(store.settle(Effort::Request).await, Ok(Remains::UntilCleaned));
    store.settle(Effort::Batch).await.unwrap()
}

#[tokio::test]
async fn dead_rows_go_wherever_the_server_made_them_but_only_where_the_map_leads() {
    let Some(server) = Server::start() else { return };
    let _ = server.database("dead");
    server.sql("dead", TABLES);
    let dead = || server.ask("dead", DEAD).trim().to_owned();
    assert_eq!(dead(), "calls_1 calls_2 notes others");
    server.sql("dead", "CREATE ROLE reader LOGIN; GRANT SELECT, DELETE ON calls TO reader");
    assert_eq!(clean(&server, "reader", &["calls"]).await, Remains::UntilCleaned);
    assert_eq!(dead(), "calls_1 calls_2 notes others", "it may not");
    // A part, or a table whose rows go along, may be somebody else's.
    server.sql("dead", "ALTER TABLE calls OWNER TO reader; ALTER TABLE notes OWNER TO reader");
    assert_eq!(clean(&server, "reader", &["calls"]).await, Remains::UntilCleaned);
    assert_eq!(dead(), "calls_1 calls_2 others");
    server.sql("dead", "ALTER TABLE calls_1 OWNER TO reader; ALTER TABLE calls_2 OWNER TO reader");
    assert_eq!(clean(&server, "reader", &["calls"]).await, Remains::UntilReused);
    assert_eq!(dead(), "others");
    // Without a map everything is cleaned.
    assert_eq!(clean(&server, "abide", &[]).await, Remains::UntilReused);
    assert_eq!(dead(), "");
}

#[tokio::test]
async fn what_holds_dead_rows_back_is_seen_whoever_it_is() {
    let Some(server) = Server::start() else { return };
    let _ = server.database("dead");
    server.sql("postgres", "ALTER SYSTEM SET max_prepared_transactions = 1");
    let mut server = server;
    server.crash();
    server.sql("dead", "CREATE TABLE seen (id INTEGER); CREATE TABLE calls (id INTEGER); INSERT INTO calls VALUES (1), (2)");
    // A transaction that nobody's connection is in any more.
    server.sql("dead", "BEGIN; INSERT INTO seen VALUES (1); PREPARE TRANSACTION 'left'");
    server.sql("dead", "DELETE FROM calls WHERE id = 1");
    assert_eq!(clean(&server, "abide", &["calls"]).await, Remains::UntilCleaned);
    server.sql("dead", "COMMIT PREPARED 'left'");
    assert_eq!(clean(&server, "abide", &["calls"]).await, Remains::UntilReused);
}

#[tokio::test]
async fn no_message_tells_a_password() {
    let Some(server) = Server::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let log = std::sync::Mutex::new(std::fs::File::create(&path).unwrap());
    let told = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log);
    told.try_init().unwrap();
    tracing::trace!("everything is told");
    let _ = server.database("secret");
    let secret = |name: &str| server.address(name).replace("abide@", "abide:geheim@");
    let store = Postgres::open("shop", &secret("secret")).await.unwrap();
    store.schema().await.unwrap();
    drop(store.session(Mode::Write).await.unwrap());
    store.settle(Effort::Batch).await.unwrap();
    assert!(!format!("{store:?}").contains("geheim"), "{store:?}");
    store.close().await.unwrap();
    for address in [
        secret("absent").as_str(),
        &secret("secret").replace("abide:", "nobody:"),
        "postgres://geheim:geheim@[",
        "postgres://:geheim@127.0.0.1:x/y",
        "postgres://abide:geheim@127.0.0.1:1/y",
        "geheim",
    ] {
        let error = Postgres::open("shop", address).await.err().unwrap();
        assert!(matches!(error, Error::Open { .. } | Error::Away { .. }), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("geheim"), "{error}");
    }
    let log = std::fs::read_to_string(path).unwrap();
    assert!(log.contains("everything is told") && !log.contains("geheim"), "{log}");
}
