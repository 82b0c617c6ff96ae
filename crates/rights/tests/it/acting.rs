//! What a store would do by itself when an erasure changes rows: delete what is in the way, change what refers to them.

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{act, chance};
use crate::odd::{asked, room};
use crate::world::Base;

const VISITS: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT, email TEXT);
    CREATE TABLE visits (id INTEGER PRIMARY KEY, guest INTEGER REFERENCES contacts, host INTEGER REFERENCES contacts, room TEXT NOT NULL,
        day DATE NOT NULL, UNIQUE (room, day) ON CONFLICT REPLACE);
    CREATE INDEX by_guest ON visits (guest); CREATE INDEX by_host ON visits (host);
    INSERT INTO contacts VALUES (1, 'Anna Muster', 'anna@example.org'), (2, 'Karl Beispiel', 'karl@example.org'), (3, 'Olga Dritte', 'olga@example.org');
    INSERT INTO visits VALUES (1, 1, 2, 'R1', '2026-05-17'), (2, 3, 2, 'R1', '2026-05-01'), (3, 1, 2, 'R1', '2026-05-20');
";

const VISITS_MAP: &str = r#"
    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }]

    [[table]]
    name = "visits"
    [[table.edge]]
    kind = "owned-by"
    columns = ["guest"]
    of = "contacts"
    about = ["day"]
    [[table.edge]]
    kind = "owned-by"
    columns = ["host"]
    of = "contacts"
    [[table.column]]
    name = "day"
    erase = "month"
"#;

/// A table that replaces whatever is in the way would delete somebody else's row, which no plan names: then nothing is done.
#[tokio::test]
async fn whatever_is_in_the_way_of_a_change_is_not_deleted() {
    let base = Base::sqlite();
    let room = room(base, VISITS, VISITS_MAP).await;
    let id =
        asked(&room, "r1", RequestKind::Erasure, "email=anna@example.org", Wish::default()).await;
    room.approve(&id).await;
    let _ = room.desk.work(act("worker"), &chance, &mut |_| ()).await;
    let rows = "SELECT id || ' ' || day FROM visits ORDER BY id";
    assert_eq!(room.rows(rows).await, ["1 2026-05-17", "2 2026-05-01", "3 2026-05-20"]);
    assert_ne!(room.stands(&id).await.0, RequestState::Done);
}

const FOLLOWED: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name VARCHAR(40), email VARCHAR(40) UNIQUE);
    CREATE TABLE notes (id INTEGER PRIMARY KEY, who INTEGER REFERENCES contacts, about VARCHAR(40) REFERENCES contacts (email) ON UPDATE SET NULL ON DELETE SET NULL);
    CREATE TABLE marks (id INTEGER PRIMARY KEY, who INTEGER REFERENCES contacts, about VARCHAR(40) REFERENCES contacts (email) ON UPDATE CASCADE);
    INSERT INTO contacts VALUES (1, 'Anna Muster', 'anna@example.org'), (2, 'Karl Beispiel', 'karl@example.org');
    INSERT INTO notes VALUES (1, 2, 'anna@example.org'), (2, 2, 'karl@example.org');
    INSERT INTO marks VALUES (1, 2, 'anna@example.org'), (2, 2, 'karl@example.org');
";

const FOLLOWED_MAP: &str = r#"
    [[table]]
    name = "contacts"
    person = "contact"
    erase = "anonymize"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }]

    [[table]]
    name = "notes"
    [[table.edge]]
    kind = "owned-by"
    columns = ["who"]
    of = "contacts"

    [[table]]
    name = "marks"
    [[table.edge]]
    kind = "owned-by"
    columns = ["who"]
    of = "contacts"
"#;

/// What others' rows follow when it changes does not change: it is told, found, and somebody decides.
async fn others_rows_do_not_follow(base: Base) {
    let room = room(base, FOLLOWED, FOLLOWED_MAP).await;
    let id =
        asked(&room, "r1", RequestKind::Erasure, "email=anna@example.org", Wish::default()).await;
    let paper = room.paper(&id).await;
    let mut tables = paper.stores.iter().flat_map(|store| &store.tables);
    let contacts = tables.find(|table| table.table == "contacts").unwrap();
    assert_eq!(contacts.keys.get("email"), Some(&1), "it is told");
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await.1, Some(Waits::Residue), "it is found");
    for table in ["notes", "marks"] {
        let about = room.rows(&format!("SELECT about FROM {table} ORDER BY id")).await;
        assert_eq!(about, ["anna@example.org", "karl@example.org"], "{table}");
    }
    assert_eq!(room.rows("SELECT count(name) FROM contacts").await, ["1"]);
}

#[tokio::test]
async fn others_rows_do_not_follow_on_sqlite() {
    others_rows_do_not_follow(Base::sqlite()).await;
}

#[tokio::test]
async fn others_rows_do_not_follow_on_postgresql() {
    let Some(server) = Server::start() else { return };
    others_rows_do_not_follow(Base::postgres(&server, "followed")).await;
}
