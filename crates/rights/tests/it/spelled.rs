//! What people are known by stands elsewhere in other spellings: from texts that stay it is taken out as it is written there, and a
//! sweep finds it where no map says that it is.

use std::sync::Arc;

use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::atlas::Atlas;
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::chart::ask;
use crate::desk::{NOW, Room};
use crate::swept::batch;
use crate::world::{Base, map_of, part};

const MAP: &str = r#"
    [store]
    id = "crm"
    kind = "sqlite"
    place = "crm.db"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }, { fact = "phone", column = "phone", country = "DE" }]

    [[table]]
    name = "calls"
    edge = [{ kind = "owned-by", columns = ["a"], of = "contacts" }, { kind = "owned-by", columns = ["b"], of = "contacts" }]
    column = [{ name = "t", erase = "redact" }, { name = "number", erase = "empty" }]
"#;

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT, email VARCHAR(100) UNIQUE, phone TEXT);
    CREATE TABLE calls (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, t TEXT, number DOUBLE PRECISION);
    CREATE TABLE leads (id INTEGER PRIMARY KEY, t TEXT, number DOUBLE PRECISION);
    INSERT INTO contacts VALUES (2, 'Karl Beispiel', 'karl@example.org', NULL);
";

/// A desk over one database: calls that two people share, and leads of which no map says anything.
struct Crm {
    room: Room,
    base: Base,
}

impl Crm {
    /// With somebody who is known so.
    async fn of(base: Base, [name, email, phone]: [&str; 3]) -> Self {
        base.run(TABLES).await.unwrap();
        let quoted = [name, email, phone].map(|value| value.replace('\'', "''"));
        let [name, email, phone] = quoted;
        let person = format!("INSERT INTO contacts VALUES (1, '{name}', '{email}', '{phone}')");
        base.run(&person).await.unwrap();
        let store = base.store_as("crm").await;
        let map =
            if base.is_sqlite() { MAP.to_owned() } else { MAP.replace("sqlite", "postgresql") };
        let parts = vec![part(&*store, map_of(&map), None).await];
        let mut room = Room::sqlite().await;
        room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
        room.desk.stores = vec![store];
        Self { room, base }
    }

    async fn put(&self, table: &str, text: &str) {
        let text = text.replace('\'', "''");
        let next = format!("(SELECT coalesce(max(id), 0) + 1 FROM {table})");
        let sql = match table {
            "calls" => format!("INSERT INTO calls VALUES ({next}, 1, 2, '{text}', NULL)"),
            _ => format!("INSERT INTO leads VALUES ({next}, '{text}', NULL)"),
        };
        self.base.run(&sql).await.unwrap();
    }

    /// Erases who has this address, in a batch that sweeps; tells what is found then.
    async fn erase(&mut self, email: &str) -> String {
        let fact = format!("email={email}");
        let id = self.room.open("r1", RequestKind::Erasure, &[&fact], Wish::default()).await;
        self.room.work().await;
        self.room.approve(&id).await;
        self.room.desk.sweeps = true;
        batch(&self.room, NOW).await;
        let events = self.room.desk.records.events(&id, 0).await.unwrap();
        let found = events.into_iter().rev().find(|(_, e)| e.what.as_str() == "residue-found");
        let found = found.map(|(_, event)| event.detail.as_str().to_owned());
        let stands = match found {
            Some(_) => (RequestState::Waiting, Some(Waits::Residue)),
            None => (RequestState::Done, None),
        };
        assert_eq!(self.room.stands(&id).await, stands);
        found.unwrap_or_default()
    }

    async fn texts(&self) -> Vec<String> {
        ask(&self.base, "SELECT coalesce(t, '') FROM calls ORDER BY id").await
    }
}

/// What a sweep says that found something in so many leads.
fn in_leads(rows: usize) -> String {
    format!(r#"{{"residue":[{{"what":"value","table":"crm.leads","column":"t","rows":{rows}}}]}}"#)
}

/// One person: as which they are known, what stands in calls and what is left of it, and what stands in leads.
struct Case {
    person: [&'static str; 3],
    calls: &'static [(&'static str, &'static str)],
    leads: &'static [&'static str],
    others: &'static [&'static str],
}

const NUMBERS: [Case; 4] = [
    Case {
        person: ["Josefina Nunez", "j1@example.org", "+49 30 23125 101 ext. 5"],
        calls: &[(
            "Karl calls 030 23125101 back, or 030/23125101-5",
            "Karl calls […] back, or […]",
        )],
        leads: &["+493023125101", "+49 30 23125 101 ext. 5", "+49 30 23125101 x5"],
        others: &["+493023125104"],
    },
    Case {
        person: ["Maria Lopez", "j2@example.org", "030/23125102 (mobil 2)"],
        calls: &[("Karl calls 030 23125102 back, mobil 2", "Karl calls […] back, mobil 2")],
        leads: &["+493023125102"],
        others: &["(mobil 2)"],
    },
    Case {
        person: ["Ines Vega", "j3@example.org", "+49 30 23125103; 0171 2345678"],
        calls: &[("Karl calls 030 23125103 or 01712345678", "Karl calls […] or […]")],
        leads: &["+493023125103", "+491712345678"],
        others: &[],
    },
    Case {
        person: ["Eva Cruz", "j4@example.org", "tel:+49-30-23125-104"],
        calls: &[("call 03023125104", "call […]")],
        leads: &["+493023125104"],
        others: &[],
    },
];

async fn told_and_taken_out(base: Base, case: &Case) {
    let mut crm = Crm::of(base, case.person).await;
    for (text, _) in case.calls {
        crm.put("calls", text).await;
    }
    for text in case.leads.iter().chain(case.others) {
        crm.put("leads", text).await;
    }
    let found = crm.erase(case.person[1]).await;
    let left: Vec<&str> = case.calls.iter().map(|(_, left)| *left).collect();
    assert_eq!(crm.texts().await, left);
    assert_eq!(found, in_leads(case.leads.len()));
}

async fn all_on_sqlite(cases: &[Case]) {
    for case in cases {
        told_and_taken_out(Base::sqlite(), case).await;
    }
}

async fn all_on_postgres(cases: &[Case], name: &str) {
    let Some(server) = Server::start() else { return };
    for (at, case) in cases.iter().enumerate() {
        told_and_taken_out(Base::postgres(&server, &format!("{name}{at}")), case).await;
    }
}

#[tokio::test]
async fn numbers_beside_words_and_each_other_on_sqlite() {
    all_on_sqlite(&NUMBERS).await;
}

#[tokio::test]
async fn numbers_beside_words_and_each_other_on_postgresql() {
    all_on_postgres(&NUMBERS, "numbers").await;
}
