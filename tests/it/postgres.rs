//! The servers that tests start.

use abide_tests::postgres::Postgres;

#[test]
fn a_server_starts_answers_survives_a_crash_and_goes() {
    let Some(mut server) = Postgres::start() else { return };
    let _ = server.database("one");
    server.sql("one", "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2);");
    server.crash();
    assert_eq!(server.ask("one", "SELECT sum(a), count(*) FROM t"), "3|2\n");
}
