//! Who is meant, and what is theirs, beyond the rows that were found: accounts in other spellings and other tables, what was stated and is
//! in no row of people, an address where a name is expected.

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::Wish;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, Room, act, chance};
use crate::odd::{asked, room};
use crate::world::Base;

/// Accounts of a shop and of its tickets, a log and a newsletter that no map knows more of.
const TABLES: &str = "
    CREATE TABLE people (id INTEGER PRIMARY KEY, no VARCHAR(10), name VARCHAR(60), email VARCHAR(60));
    CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(60));
    CREATE TABLE log (id INTEGER PRIMARY KEY, t VARCHAR(90));
    INSERT INTO people VALUES (1, 'K1001', 'Anna Muster', 'anna@example.org'), (2, 'K1002', 'Bea Probe', 'paar@example.org'),
        (3, 'K1003', 'Carl Probe', 'paar@example.org');
    INSERT INTO users VALUES (1, 'mailto:Anna@Example.org'), (2, 'dora@example.org');
    INSERT INTO log VALUES (1, 'nothing');
";

const MAP: &str = r#"
    [[table]]
    name = "people"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }, { fact = "id", column = "no" }, { fact = "name", column = "name" }]

    [[table]]
    name = "users"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }]
"#;

impl Room {
    /// An erasure over some people of those who are found, approved, with what comes then, and carried out with a sweep.
    async fn swept(&mut self, facts: &[&str], pick: &[usize], comes: &[&str]) -> Id {
        let id = self.open("r1", RequestKind::Erasure, facts, Wish::default()).await;
        self.work().await;
        if !pick.is_empty() {
            self.settle(&id, pick, act("officer")).await;
            self.work().await;
        }
        self.approve(&id).await;
        for sql in comes {
            self.run(sql).await;
        }
        self.desk.sweeps = true;
        let clock = || NOW;
        let order = Order { act: act("worker"), chance: &chance, clock: &clock };
        loop {
            let batch = self.desk.work_together(&order).await.unwrap();
            let one = self.desk.work(order.act, &chance, &mut |_| ()).await.unwrap();
            if batch.taken == 0 && one.is_none() {
                return id;
            }
        }
    }

    /// Where something was found, if somebody is asked about it.
    async fn residue(&self, id: &Id) -> Option<String> {
        let (_, waits) = self.stands(id).await;
        (waits == Some(Waits::Residue)).then_some(())?;
        let events = self.desk.records.events(id, 0).await.unwrap();
        let found = events.iter().rev().find(|(_, e)| e.what.as_str() == "residue-found").unwrap();
        Some(found.1.detail.as_str().to_owned())
    }
}

async fn whoever_has_the_address_elsewhere_is_listed(base: Base) {
    let room = room(base, TABLES, MAP).await;
    let id = asked(&room, "r1", RequestKind::Erasure, "id=K1001", Wish::default()).await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Identity)));
    let found = room.desk.candidates(&room.desk.case(&id).await.unwrap()).await.unwrap();
    let tables: Vec<&str> = found.iter().flat_map(|c| &c.tables).map(String::as_str).collect();
    assert_eq!(tables, ["store.people", "store.users"]);
}

#[tokio::test]
async fn whoever_has_the_address_elsewhere_is_listed_on_sqlite() {
    whoever_has_the_address_elsewhere_is_listed(Base::sqlite()).await;
}

#[tokio::test]
async fn whoever_has_the_address_elsewhere_is_listed_on_postgresql() {
    let Some(server) = Server::start() else { return };
    whoever_has_the_address_elsewhere_is_listed(Base::postgres(&server, "meant")).await;
}

/// What a sweep must tell, and what not: by what was stated, whom of those found it is, what comes after the approval.
async fn a_sweep_tells(base: impl Fn(usize) -> Base) {
    const NEW: &str = "INSERT INTO people VALUES (9, 'K1009', 'Anna M', 'anna@example.org')";
    const GUEST: &str = "INSERT INTO people VALUES (9, 'K1009', 'anna@example.org', NULL)";
    const LOGGED: &str = "INSERT INTO log VALUES (2, 'anna@example.org logged in')";
    const PRIVATE: &str = "INSERT INTO log VALUES (2, 'to private@example.net')";
    const COUPLE: &str = "INSERT INTO log VALUES (2, 'paar@example.org logged in')";
    type Told<'a> = Option<&'a [&'a str]>;
    let cases: [(&[&str], &[usize], &[&str], Told<'_>); 7] = [
        (&["email=anna@example.org"], &[1, 2], &[], None),
        // A second account: it may be hers, and so may what the address stands in.
        (
            &["email=anna@example.org"],
            &[1, 2],
            &[NEW, LOGGED],
            Some(&["store.people", "store.log"]),
        ),
        // The address of a guest stands where a name should.
        (
            &["email=anna@example.org"],
            &[1, 2],
            &[GUEST, LOGGED],
            Some(&["store.people", "store.log"]),
        ),
        // Stated was an address that no row of hers has.
        (&["id=K1001", "email=private@example.net"], &[1, 2], &[PRIVATE], Some(&["store.log"])),
        // Nobody is found, and it is looked for all the same.
        (&["email=private@example.net"], &[], &[PRIVATE], Some(&["store.log"])),
        (&["email=private@example.net"], &[], &[], None),
        // Two people with one address, of whom somebody said which it is: what tells of the address is the other's too.
        (&["email=paar@example.org"], &[1], &[COUPLE], None),
    ];
    for (at, (facts, pick, comes, told)) in cases.into_iter().enumerate() {
        let mut room = room(base(at), TABLES, MAP).await;
        let id = room.swept(facts, pick, comes).await;
        let found = room.residue(&id).await;
        match (&found, told) {
            (Some(found), Some(tables)) => {
                for table in ["store.people", "store.users", "store.log"] {
                    assert_eq!(found.contains(table), tables.contains(&table), "{at}: {found}");
                }
            }
            (None, None) => {
                assert_eq!(room.stands(&id).await.0, RequestState::Done, "{at}");
                assert!(room.report(&id).await.contains("\"swept\":true"), "{at}");
            }
            _ => panic!("{at}: {found:?} instead of {told:?}, {:?}", room.stands(&id).await),
        }
    }
}

#[tokio::test]
async fn a_sweep_tells_on_sqlite() {
    a_sweep_tells(|_| Base::sqlite()).await;
}

#[tokio::test]
async fn a_sweep_tells_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_sweep_tells(|at| Base::postgres(&server, &format!("meant_{at}"))).await;
}
