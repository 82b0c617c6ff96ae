//! Triggers and rules of a store that do more than was planned, or less: nothing is half done, and somebody is asked.

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::desk::act;
use crate::odd::{asked, room, told};
use crate::world::Base;

const ANNA: &str = "email=anna@example.org";

const MAP: &str = r#"
    [[table]]
    name = "people"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }]

    [[table]]
    name = "notes"
    edge = [{ kind = "owned-by", columns = ["who"], of = "people" }]
"#;

/// What a test adds to the tables.
struct Case {
    name: &'static str,
    /// Behind the table of notes.
    notes: &'static str,
    /// What interferes.
    sql: String,
    /// What takes it away.
    drop: String,
    says: &'static str,
}

impl Case {
    /// A trigger with what it does at each row.
    fn new(
        base: &Base,
        name: &'static str,
        (when, table, late): (&str, &str, &str),
        body: &str,
        says: &'static str,
    ) -> Self {
        let (sql, drop) = if base.is_sqlite() {
            let sql = format!("CREATE TRIGGER t {when} ON {table} BEGIN {body}; END");
            (sql, "DROP TRIGGER t".to_owned())
        } else {
            let constraint = if late.is_empty() { "" } else { "CONSTRAINT" };
            let sql = format!(
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body}; RETURN NULL; END $$; \
                CREATE {constraint} TRIGGER t {when} ON {table} {late} FOR EACH ROW EXECUTE FUNCTION f()"
            );
            (sql, format!("DROP TRIGGER t ON {table}"))
        };
        Self { name, notes: "", sql, drop, says }
    }

    fn tables(&self) -> String {
        format!(
            "CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT, name TEXT, said TEXT); \
            CREATE TABLE notes (id INTEGER PRIMARY KEY, who INTEGER, body TEXT) {}; CREATE TABLE log (said TEXT); \
            INSERT INTO people VALUES (1, 'anna@example.org', 'Anna Muster', ''), (2, 'bob@example.org', 'Bob Other', ''); \
            INSERT INTO notes VALUES (1, 1, 'of Anna'), (2, 2, 'of Bob'), (3, 2, 'of Bob too'); {}",
            self.notes, self.sql
        )
    }
}

const ROWS: &str = "SELECT name FROM people UNION ALL SELECT body FROM notes ORDER BY 1";
const ALL: &[&str] = &["Anna Muster", "Bob Other", "of Anna", "of Bob", "of Bob too"];
const OF_BOB: &[&str] = &["Bob Other", "of Bob", "of Bob too"];

/// Until what interferes is away nothing is saved, and somebody is asked again and again.
async fn is_left_to_somebody(base: Base, kind: RequestKind, wish: Wish, case: &Case) {
    let name = case.name;
    let room = room(base, &case.tables(), MAP).await;
    let id = asked(&room, "r1", kind, ANNA, wish).await;
    room.approve(&id).await;
    for _ in 0..2 {
        room.work().await;
        assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)), "{name}");
        assert_eq!(room.rows(ROWS).await, ALL, "{name}");
        let told = told(&room, &id).await;
        let says = told["says"].as_str().unwrap();
        assert!(told["why"] == "refused" && says.contains(case.says), "{name}: {says}");
        room.desk.hand_done(&id, act("officer")).await.unwrap();
    }
    room.run(&case.drop).await;
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done, "{name}");
}

async fn an_erasure_is_left_to_somebody(base: Base, case: &Case) {
    is_left_to_somebody(base, RequestKind::Erasure, Wish::default(), case).await;
}

const LATE: &str = "DEFERRABLE INITIALLY DEFERRED";
const WENT: (&str, &str, &str) = ("AFTER DELETE", "people", "");
const STAYS: (&str, &str, &str) = ("BEFORE DELETE", "notes", "");
const ADDS: &str = "INSERT INTO notes VALUES (99, 2, OLD.name || ' left')";
const ADDED: &str = "adds rows to `store.notes`";
const TAKES: &str = "DELETE FROM notes WHERE who = 2";
const TAKEN: &str = "3 rows of `store.notes` went or changed where 1 were planned";
const STAYED: &str = "0 rows of `store.notes` went or changed where 1 were planned";

#[tokio::test]
async fn what_a_trigger_does_beyond_the_plan_is_not_saved_on_sqlite() {
    let base = Base::sqlite;
    let case = |name, when, body, says| Case::new(&base(), name, when, body, says);
    for case in [
        case("adds", WENT, ADDS, ADDED),
        case("takes", WENT, TAKES, TAKEN),
        Case { notes: "WITHOUT ROWID", ..case("adds unseen", WENT, ADDS, ADDED) },
        Case { notes: "WITHOUT ROWID", ..case("takes unseen", WENT, TAKES, TAKEN) },
        // SQLite does not look at the rows then.
        case("takes all", WENT, "DELETE FROM Notes", TAKEN),
        case("keeps", STAYS, "SELECT RAISE(IGNORE)", STAYED),
    ] {
        an_erasure_is_left_to_somebody(base(), &case).await;
    }
}

#[tokio::test]
async fn what_a_trigger_does_beyond_the_plan_is_not_saved_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = |name: &str| Base::postgres(&server, &name.replace(' ', "_"));
    let any = base("any");
    let case = |name, when, body, says| Case::new(&any, name, when, body, says);
    let late = ("AFTER DELETE", "people", LATE);
    let instead = "CREATE RULE t AS ON DELETE TO notes DO INSTEAD UPDATE notes SET who = NULL WHERE id = OLD.id";
    let (instead, away) = (instead.to_owned(), "DROP RULE t ON notes".to_owned());
    for case in [
        case("adds", WENT, ADDS, ADDED),
        case("takes", WENT, TAKES, TAKEN),
        case("adds late", late, ADDS, ADDED),
        case("takes late", late, TAKES, TAKEN),
        case("keeps", STAYS, "NULL", STAYED),
        Case { sql: instead, drop: away, ..case("changes instead", WENT, "NULL", STAYED) },
    ] {
        an_erasure_is_left_to_somebody(base(case.name), &case).await;
    }
}

/// Whoever puts something right takes nothing either, but a table of what was before may grow.
async fn a_correction_takes_nothing(base: Base, late: &str) {
    let when = ("AFTER UPDATE", "people", late);
    let case = Case::new(&base, "correction", when, TAKES, "2 rows of `store.notes`");
    let set = [("store.people.name".to_owned(), "Anna Neu".to_owned())].into();
    let wish = Wish { set, ..Wish::default() };
    is_left_to_somebody(base, RequestKind::Rectification, wish, &case).await;
}

#[tokio::test]
async fn a_correction_takes_nothing_on_sqlite() {
    a_correction_takes_nothing(Base::sqlite(), "").await;
}

#[tokio::test]
async fn a_correction_takes_nothing_on_postgresql() {
    let Some(server) = Server::start() else { return };
    for (name, late) in [("once", ""), ("late", LATE)] {
        a_correction_takes_nothing(Base::postgres(&server, name), late).await;
    }
}

/// A log that no map has, a sum in a table of the map, a row that a trigger touches again: these are the store's own books.
async fn books_are_kept(base: Base, notes: &'static str) {
    let body = "INSERT INTO log VALUES ('one less'); UPDATE people SET said = 'x' WHERE id = 2; \
        UPDATE notes SET body = body WHERE who = 2; DELETE FROM log";
    let when = ("AFTER DELETE", "notes", "");
    let case = Case { notes, ..Case::new(&base, "books", when, body, "") };
    let room = room(base, &case.tables(), MAP).await;
    let id = asked(&room, "r1", RequestKind::Erasure, ANNA, Wish::default()).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    assert_eq!(room.rows(ROWS).await, OF_BOB);
    assert_eq!(room.rows("SELECT said FROM people").await, ["x"]);
}

#[tokio::test]
async fn books_are_kept_on_sqlite() {
    for notes in ["", "WITHOUT ROWID"] {
        books_are_kept(Base::sqlite(), notes).await;
    }
}

#[tokio::test]
async fn books_are_kept_on_postgresql() {
    let Some(server) = Server::start() else { return };
    books_are_kept(Base::postgres(&server, "books"), "").await;
}

/// A row that moves into another part of its table has neither come nor gone.
#[tokio::test]
async fn rows_move_between_parts() {
    let Some(server) = Server::start() else { return };
    let tables = "CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT);
        CREATE TABLE calls (id INTEGER, day DATE, who INTEGER, other INTEGER, UNIQUE (id, day)) PARTITION BY RANGE (day);
        CREATE TABLE early PARTITION OF calls FOR VALUES FROM ('2026-01-01') TO ('2026-01-10');
        CREATE TABLE late PARTITION OF calls DEFAULT;
        INSERT INTO people VALUES (1, 'anna@example.org'), (2, 'bob@example.org');
        INSERT INTO calls VALUES (1, '2026-01-20', 1, 2), (2, '2026-01-21', 1, 1), (3, '2026-01-22', 2, 2)";
    let map = r#"
        [[table]]
        name = "people"
        person = "contact"
        known-by = [{ fact = "email", column = "email" }]
        [[table]]
        name = "calls"
        [[table.edge]]
        kind = "owned-by"
        columns = ["who"]
        of = "people"
        about = ["day"]
        [[table.edge]]
        kind = "owned-by"
        columns = ["other"]
        of = "people"
        [[table.column]]
        name = "day"
        erase = "month"
    "#;
    let room = room(Base::postgres(&server, "parts"), tables, map).await;
    let id = asked(&room, "r1", RequestKind::Erasure, ANNA, Wish::default()).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    let calls = "SELECT tableoid::regclass || ' ' || id || ' ' || day FROM calls ORDER BY id";
    assert_eq!(room.rows(calls).await, ["early 1 2026-01-01", "late 3 2026-01-22"]);
}
