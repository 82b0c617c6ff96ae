//! The second store of the town: bills, which must be kept, and what was sent to other programs. It knows people by their
//! numbers in the first one.

use abide_rights::atlas::Part;
use abide_stores::Store;

use super::town::{CALLERS, phone};
use crate::world::{self, Base, map_of, service};

/// The tables of it.
pub(crate) const NAMES: [&str; 2] = ["bills", "hooks"];

const TABLES: &str = "
    CREATE TABLE bills (id INTEGER PRIMARY KEY, contact_id INTEGER, phone TEXT, cents INTEGER NOT NULL, day TEXT NOT NULL);
    CREATE TABLE hooks (id INTEGER PRIMARY KEY, contact_id INTEGER, payload TEXT);
    CREATE INDEX b1 ON bills(contact_id); CREATE INDEX b2 ON hooks(contact_id);
";

const MAP: &str = r#"
    [store]
    id = "billing"
    kind = "sqlite"
    place = "billing.db"
    policy = "service"

    [[table]]
    name = "bills"
    statement = "billing"
    since = "day"
    keep = "billing"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of-store = "store"
    of = "contacts"

    [[table]]
    name = "hooks"
    statement = "calls"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of-store = "store"
    of = "contacts"
"#;

/// Where it is: beside the first one.
pub(crate) fn beside(base: &Base) -> Base {
    let place = base.place();
    if base.is_sqlite() {
        return Base::There(std::path::Path::new(&place).with_file_name("billing.db"));
    }
    let (server, _) = place.rsplit_once('/').unwrap();
    Base::Postgres { address: format!("{server}/billing") }
}

/// Makes it, anew if it was there before. Bills write telephone numbers in their own way.
pub(crate) async fn fill(base: &Base) {
    let billing = beside(base);
    if !base.is_sqlite() {
        // From the second time on there is one.
        let _ = base.run("CREATE DATABASE billing").await;
    }
    let mut sql =
        format!("DROP TABLE IF EXISTS bills; DROP TABLE IF EXISTS hooks; {TABLES} BEGIN;");
    for n in 1..=CALLERS {
        let number = phone(n).replacen("+4930", "0049 30 ", 1);
        sql +=
            &format!("INSERT INTO bills VALUES ({n}, {n}, '{number}', {}, '2026-11-01');", 100 + n);
        sql += &format!("INSERT INTO hooks VALUES ({n}, {n}, '{{\"from\": \"{}\"}}');", phone(n));
    }
    // Else pages that are divided keep copies of their rows.
    let clean = if base.is_sqlite() { "PRAGMA secure_delete = ON;" } else { "" };
    billing.run(&format!("{clean} {sql} COMMIT;")).await.unwrap();
}

/// Its part of the atlas.
pub(crate) async fn part(store: &dyn Store) -> Part {
    world::part(store, map_of(MAP), Some(service())).await
}
