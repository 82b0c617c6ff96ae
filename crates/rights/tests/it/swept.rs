//! What a sweep may call somebody's own, over two stores and in files; and who closes a request.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::atlas::{Atlas, Part};
use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::document::{Cell, Wish};
use abide_rights::open;
use abide_rights::state::{Event, Residue};
use abide_rights::sweep::{Seen, Sweep};
use abide_rights::verify;
use abide_tests::postgres::Postgres as Server;

use crate::desk::{NOW, Room, act, chance};
use crate::world::{Base, Ran, World, map_of, part, service};

const CRM: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, no VARCHAR(20) NOT NULL UNIQUE, name TEXT NOT NULL, email VARCHAR(100) NOT NULL UNIQUE, born DATE NOT NULL, extra TEXT);
    CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts(id), second_id INTEGER REFERENCES contacts(id), note TEXT, extra TEXT);
    INSERT INTO contacts VALUES (1, 'K-10042', 'Anna Muster', 'anna@example.org', '1980-05-17', NULL), (2, 'K-10043', 'Bea Probe', 'bea@example.org', '1985-01-02', NULL);
    INSERT INTO calls VALUES (10, 1, NULL, 'x', NULL), (11, 1, 2, 'Anna Muster und Bea Probe', NULL);
";

const CRM_MAP: &str = r#"
    [store]
    id = "crm"
    kind = "sqlite"
    place = "crm.db"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    erase = "delete"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }, { fact = "id", column = "no" }]
    [[table.column]]
    name = "born"
    [[table.column]]
    name = "no"
    erase = "keep"

    [[table]]
    name = "calls"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of = "contacts"
    [[table.edge]]
    kind = "owned-by"
    columns = ["second_id"]
    of = "contacts"
    [[table.column]]
    name = "note"
    erase = "redact"
"#;

const BILLING: &str = "
    CREATE TABLE bills (id INTEGER PRIMARY KEY, contact_id INTEGER, email TEXT, cents INTEGER);
    CREATE TABLE hooks (id INTEGER PRIMARY KEY, contact_id INTEGER, payload TEXT);
    INSERT INTO bills VALUES (1, 1, 'anna@example.org', 100), (2, 2, 'bea@example.org', 100);
    INSERT INTO hooks VALUES (1, 1, 'from anna@example.org');
";

const BILLING_MAP: &str = r#"
    [store]
    id = "billing"
    kind = "sqlite"
    place = "billing.db"
    policy = "service"

    [[table]]
    name = "bills"
    keep = "billing"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of-store = "crm"
    of = "contacts"

    [[table]]
    name = "hooks"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of-store = "crm"
    of = "contacts"
"#;

/// A desk over two stores, of which the second keeps bills.
pub(crate) struct Two {
    pub(crate) room: Room,
    pub(crate) crm: Base,
    pub(crate) billing: Base,
}

impl Two {
    /// Customers go, or stay without themselves.
    async fn new(crm: Base, billing: Base, erase: &str) -> Self {
        crm.run(CRM).await.unwrap();
        billing.run(BILLING).await.unwrap();
        let stores = vec![crm.store_as("crm").await, billing.store_as("billing").await];
        let maps = [CRM_MAP.replace("\"delete\"", &format!("\"{erase}\"")), BILLING_MAP.to_owned()];
        let mut parts = Vec::new();
        for (store, map) in stores.iter().zip(maps) {
            parts.push(part(&**store, map_of(&map), None).await);
        }
        let mut room = Room::sqlite().await;
        room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
        room.desk.stores = stores;
        Self { room, crm, billing }
    }

    pub(crate) async fn sqlite(erase: &str) -> Self {
        Self::new(Base::sqlite(), Base::sqlite(), erase).await
    }

    pub(crate) async fn postgres(server: &Server, name: &str, erase: &str) -> Self {
        let base = |store| Base::postgres(server, &format!("{store}_{name}"));
        Self::new(base("crm"), base("billing"), erase).await
    }

    /// Tables or indexes came since the desk was opened.
    pub(crate) async fn read_again(&mut self) {
        let mut parts = Vec::new();
        for (store, part) in self.room.desk.stores.iter().zip(&self.room.desk.atlas.parts) {
            parts.push(Part { schema: store.schema().await.unwrap(), ..part.clone() });
        }
        self.room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
    }

    pub(crate) async fn approved(&mut self) -> Id {
        let anna = ["email=anna@example.org"];
        let id = self.room.open("r1", RequestKind::Erasure, &anna, Wish::default()).await;
        self.room.work().await;
        self.room.approve(&id).await;
        self.room.desk.sweeps = true;
        id
    }

    /// What was found last.
    pub(crate) async fn found(&self, id: &Id) -> String {
        let events = self.room.desk.records.events(id, 0).await.unwrap();
        let found = events.into_iter().rev().find(|(_, e)| e.what.as_str() == "residue-found");
        found.unwrap().1.detail.as_str().to_owned()
    }
}

pub(crate) async fn batch(room: &Room, now: i64) -> Batch {
    let clock = move || now;
    let order = Order {
        act: abide_rights::desk::Act { now, ..act("worker") },
        chance: &chance,
        clock: &clock,
    };
    room.desk.work_together(&order).await.unwrap()
}

/// A call stays for Bea and still says who Anna was, where the map does not look. That the call is known to the pass over the
/// other store too, which did nothing to it, makes it no row of Anna's.
async fn what_a_changed_row_still_says_is_found(mut two: Two, leftover: bool) {
    if leftover {
        two.crm.run("UPDATE calls SET extra = 'von anna@example.org' WHERE id = 11").await.unwrap();
    }
    let id = two.approved().await;
    let (_, paper) = two.room.desk.case(&id).await.unwrap().plan.unwrap();
    let steps: Vec<&str> = paper.stores.iter().map(|s| s.store.as_str()).collect();
    assert_eq!(steps, ["billing", "crm"]);
    let batch = batch(&two.room, NOW).await;
    if leftover {
        assert_eq!((&batch.found[..], batch.done.len()), (&[id.clone()][..], 0));
        let one = r#"{"residue":[{"what":"value","table":"crm.calls","column":"extra","rows":1}]}"#;
        assert_eq!(two.found(&id).await, one, "the bill stays by plan");
        let who = two.room.desk.case(&id).await.unwrap().who.unwrap();
        let rows: Vec<_> = who.found.iter().map(|f| (&f.row.table, &f.row.key, &f.by)).collect();
        let (table, key) = ("calls".to_owned(), vec![Cell::Integer(11)]);
        assert_eq!(rows, [(&table, &key, &vec!["id".to_owned()])]);
    } else {
        assert_eq!((batch.found.len(), &batch.done[..]), (0, &[id.clone()][..]));
        assert!(two.room.report(&id).await.contains("\"swept\":true"));
    }
}

#[tokio::test]
async fn what_a_changed_row_still_says_is_found_on_sqlite() {
    for leftover in [true, false] {
        what_a_changed_row_still_says_is_found(Two::sqlite("delete").await, leftover).await;
    }
}

#[tokio::test]
async fn what_a_changed_row_still_says_is_found_on_postgresql() {
    let Some(server) = Server::start() else { return };
    for (name, leftover) in [("left", true), ("clean", false)] {
        let two = Two::postgres(&server, name, "delete").await;
        what_a_changed_row_still_says_is_found(two, leftover).await;
    }
}

const SHOP_MAP: &str = r#"
    [store]
    id = "shop"
    kind = "sqlite"
    place = "shop.db"
    policy = "service"

    [[table]]
    name = "parcels"
    [[table.edge]]
    kind = "owned-by"
    columns = ["hook_id"]
    of-store = "billing"
    of = "hooks"
"#;

/// Stores are worked on from the outside in: what is reached last goes first. The person's own row would come last; but behind it
/// comes a store in which Abide may delete nothing, though its rows lead to others, so that these do not wait for a person.
async fn stores_go_from_the_outside_in(mut two: Two, shop: Base, read_only: bool) {
    let parcels = "CREATE TABLE parcels (id INTEGER PRIMARY KEY, hook_id INTEGER); INSERT INTO parcels VALUES (1, 1), (2, 2);";
    shop.run(parcels).await.unwrap();
    let store = shop.store_as("shop").await;
    let mut parts = two.room.desk.atlas.parts.clone();
    parts.push(part(&*store, map_of(SHOP_MAP), None).await);
    if read_only {
        parts[1].map.read_only = true;
        two.room.desk.stores[1] = two.billing.read_only_as("billing").await;
    }
    two.room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
    two.room.desk.stores.push(store);
    let id = two.approved().await;
    let (_, paper) = two.room.desk.case(&id).await.unwrap().plan.unwrap();
    let steps: Vec<&str> = paper.stores.iter().map(|s| s.store.as_str()).collect();
    let order = if read_only { ["shop", "crm", "billing"] } else { ["shop", "billing", "crm"] };
    assert_eq!(steps, order);
    two.room.desk.sweeps = false;
    two.room.work().await;
    let stands = match read_only {
        true => (RequestState::Waiting, Some(Waits::Hand)),
        false => (RequestState::Done, None),
    };
    assert_eq!(two.room.stands(&id).await, stands);
    let left = [
        shop.run("SELECT id FROM parcels").await.unwrap(),
        two.crm.run("SELECT id FROM contacts").await.unwrap(),
        two.billing.run("SELECT id FROM hooks").await.unwrap(),
    ];
    let twos = |hooks: &[&str]| {
        [&["2"][..], &["2"], hooks]
            .map(|ids| Ran::Rows(ids.iter().map(ToString::to_string).collect()))
    };
    assert_eq!(left, twos(if read_only { &["1"] } else { &[] }));
}

#[tokio::test]
async fn stores_go_from_the_outside_in_on_sqlite() {
    for read_only in [false, true] {
        stores_go_from_the_outside_in(Two::sqlite("delete").await, Base::sqlite(), read_only).await;
    }
}

#[tokio::test]
async fn stores_go_from_the_outside_in_on_postgresql() {
    let Some(server) = Server::start() else { return };
    for (name, read_only) in [("free", false), ("barred", true)] {
        let shop = Base::postgres(&server, &format!("shop_{name}"));
        let two = Two::postgres(&server, name, "delete").await;
        stores_go_from_the_outside_in(two, shop, read_only).await;
    }
}

/// A log that the map does not know: the rows of people are copied into it as they go.
async fn what_a_trigger_copies_is_found(mut two: Two) {
    let log = "CREATE TABLE log (said TEXT)";
    let trigger = if two.crm.is_sqlite() {
        "CREATE TRIGGER logged AFTER DELETE ON contacts BEGIN INSERT INTO log VALUES ('gone: ' || OLD.email); END"
    } else {
        "CREATE FUNCTION logged() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES ('gone: ' || OLD.email); RETURN OLD; END $$; \
        CREATE TRIGGER logged AFTER DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION logged()"
    };
    two.crm.run(log).await.unwrap();
    two.crm.run(trigger).await.unwrap();
    two.read_again().await;
    let id = two.approved().await;
    let ended = batch(&two.room, NOW).await;
    assert_eq!((&ended.found[..], ended.done.len()), (&[id.clone()][..], 0));
    let one = r#"{"residue":[{"what":"value","table":"crm.log","column":"said","rows":1}]}"#;
    assert_eq!(two.found(&id).await, one);
}

#[tokio::test]
async fn what_a_trigger_copies_is_found_on_sqlite() {
    what_a_trigger_copies_is_found(Two::sqlite("delete").await).await;
}

#[tokio::test]
async fn what_a_trigger_copies_is_found_on_postgresql() {
    let Some(server) = Server::start() else { return };
    what_a_trigger_copies_is_found(Two::postgres(&server, "logged", "delete").await).await;
}

/// A customer stays without themselves and is reached for ever. Nobody sees the erasure to its end; meanwhile something
/// happens.
async fn somebody_who_stays_without_themselves(mut two: Two, meanwhile: &str, found: &[&str]) {
    let id = two.approved().await;
    two.room.desk.carry_on(&id, act("lost"), &chance, &mut |_| ()).await.unwrap();
    assert_eq!(two.room.stands(&id).await.0, RequestState::Verifying);
    let base = if meanwhile.contains("bills") { &two.billing } else { &two.crm };
    base.run(meanwhile).await.unwrap();
    let ended = batch(&two.room, NOW).await;
    if found.is_empty() {
        assert_eq!((ended.found.len(), &ended.done[..]), (0, &[id.clone()][..]), "{meanwhile}");
        assert!(two.room.report(&id).await.contains("\"swept\":true"), "{meanwhile}");
        return;
    }
    assert_eq!((&ended.found[..], ended.done.len()), (&[id.clone()][..], 0), "{meanwhile}");
    let told = two.found(&id).await;
    assert!(found.iter().all(|part| told.contains(part)), "{meanwhile}: {told}");
    if !told.contains("value") {
        return;
    }
    // It shall go: no plan does that, however often the customer is changed again, but hands.
    let goes = Event::ResidueSettled(Residue::Goes);
    two.room.desk.resolved(&id, goes, act("officer")).await.unwrap();
    two.room.work().await;
    assert_eq!(two.room.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
    two.crm.run("UPDATE contacts SET extra = NULL").await.unwrap();
    two.room.desk.hand_done(&id, act("officer")).await.unwrap();
    assert_eq!(batch(&two.room, NOW).await.done, [id]);
}

const MEANWHILE: [(&str, &str, &[&str]); 6] = [
    ("nothing", "UPDATE contacts SET extra = NULL", &[]),
    ("kept", "UPDATE bills SET cents = 200", &[]),
    ("beside", "UPDATE contacts SET extra = 'anna@example.org' WHERE id = 1", &["value", "extra"]),
    // The map keeps the customer's number in its own column, and nowhere else.
    ("number", "UPDATE contacts SET extra = 'K-10042' WHERE id = 1", &["value", "extra"]),
    ("restored", "UPDATE contacts SET email = 'anna@example.org' WHERE id = 1", &["differs"]),
    ("born", "UPDATE contacts SET born = '1980-05-17' WHERE id = 1", &["differs"]),
];

#[tokio::test]
async fn somebody_who_stays_without_themselves_on_sqlite() {
    for (_, meanwhile, found) in MEANWHILE {
        let two = Two::sqlite("anonymize").await;
        somebody_who_stays_without_themselves(two, meanwhile, found).await;
    }
}

#[tokio::test]
async fn somebody_who_stays_without_themselves_on_postgresql() {
    let Some(server) = Server::start() else { return };
    for (name, meanwhile, found) in MEANWHILE {
        let two = Two::postgres(&server, name, "anonymize").await;
        somebody_who_stays_without_themselves(two, meanwhile, found).await;
    }
}

/// What the server carried out with a sweep is not closed by somebody who does not sweep.
#[tokio::test]
async fn only_who_sweeps_closes_what_shall_be_swept() {
    let mut two = Two::sqlite("delete").await;
    two.crm.run("UPDATE calls SET extra = 'von anna@example.org' WHERE id = 11").await.unwrap();
    let id = two.approved().await;
    two.room.desk.carry_on(&id, act("lost"), &chance, &mut |_| ()).await.unwrap();
    two.room.desk.sweeps = false;
    let bea = ["email=bea@example.org"];
    let other = two.room.open("r2", RequestKind::Access, &bea, Wish::default()).await;
    two.room.work().await;
    assert_eq!(two.room.stands(&id).await, (RequestState::Verifying, Some(Waits::Turn)));
    assert_eq!(two.room.stands(&other).await.0, RequestState::Planned, "others have their turn");
    assert_eq!(batch(&two.room, NOW).await, Batch::default());
    two.room.desk.sweeps = true;
    assert_eq!(batch(&two.room, NOW + 700).await.found, [id]);
}

/// Nothing can be written of one request: it rests, and the other comes to its end.
async fn one_that_fails_keeps_nobody_waiting(mut room: Room, ours: &Base, when: &str) {
    let mut ids = Vec::new();
    for (id, fact) in [("r3", "email=eins@example.org"), ("r4", "email=zwei@example.org")] {
        ids.push(room.open(id, RequestKind::Erasure, &[fact], Wish::default()).await);
    }
    room.work().await;
    for id in &ids {
        room.approve(id).await;
    }
    room.desk.sweeps = true;
    let refuse = if ours.is_sqlite() {
        format!(
            "CREATE TRIGGER no BEFORE UPDATE ON request WHEN OLD.id = 'r3' AND {when} BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    } else {
        let body = "CREATE OR REPLACE FUNCTION no() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no'; END $$ LANGUAGE plpgsql;";
        format!(
            "{body} CREATE TRIGGER no BEFORE UPDATE ON request FOR EACH ROW WHEN (OLD.id = 'r3' AND {when}) EXECUTE FUNCTION no()"
        )
    };
    ours.run(&refuse).await.unwrap();
    let first = batch(&room, NOW).await;
    assert_eq!(first.done, ids[1..], "{when}");
    assert_ne!(room.stands(&ids[0]).await.0, RequestState::Done, "{when}");
    let events = room.desk.records.events(&ids[0], 0).await.unwrap();
    assert_eq!(events.last().unwrap().1.what.as_str(), "failed", "{when}");
    let on = if ours.is_sqlite() { "" } else { " ON request" };
    ours.run(&format!("DROP TRIGGER no{on}")).await.unwrap();
    for round in 1..=2 {
        let now = NOW + round * 700;
        let later = abide_rights::desk::Act { now, ..act("worker") };
        while room.desk.work(later, &chance, &mut |_| ()).await.unwrap().is_some() {}
        batch(&room, now).await;
    }
    assert_eq!(room.stands(&ids[0]).await.0, RequestState::Done, "{when}");
    assert!(room.report(&ids[0]).await.contains("\"swept\":true"), "{when}");
}

const FAILING: [&str; 4] = [
    "NEW.state = 'running' AND OLD.state = 'approved'",
    "NEW.subject <> OLD.subject",
    "NEW.state = 'verifying'",
    "NEW.state = 'done'",
];

#[tokio::test]
async fn one_that_fails_keeps_nobody_waiting_on_sqlite() {
    for when in FAILING {
        let room = Room::sqlite().await;
        let ours = Base::There(room.desk.exports.with_file_name("records.db"));
        one_that_fails_keeps_nobody_waiting(room, &ours, when).await;
    }
}

#[tokio::test]
async fn one_that_fails_keeps_nobody_waiting_on_postgresql() {
    let Some(server) = Server::start() else { return };
    for (at, when) in FAILING.into_iter().enumerate() {
        let ours = Base::postgres(&server, &format!("ours_{at}"));
        let base = Base::postgres(&server, &format!("theirs_{at}"));
        let room = Room::new(base, Some(ours.place())).await;
        one_that_fails_keeps_nobody_waiting(room, &ours, when).await;
    }
}

const FOLDER_MAP: &str = r#"
[store]
id     = "folder"
kind   = "files"
place  = "."
policy = "service"

[[table]]
name     = "people.csv"
person   = "contact"
known-by = [{ fact = "id", column = "id" }, { fact = "email", column = "email" }]

[[table]]
name  = "bills.csv"
keep  = "billing"
since = "day"

[[table.edge]]
kind       = "owned-by"
columns    = ["who"]
of         = "people.csv"
of-columns = ["id"]
"#;

/// Lines of files move up when others go. Anna's bill stays and may say who she is; that the line of somebody else now has
/// the number that hers had does not make it hers, whoever's line it was that went, and in whichever pass.
async fn lines_that_moved_are_told_apart(bills: &str, passes: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("people.csv", "id,email\n1,anna@example.org\n2,bea@example.org\n3,cleo@example.org\n");
    write("bills.csv", &format!("who,day,text,remark\n{bills}"));
    let map = map_of(FOLDER_MAP);
    let store = open::one(&map, Path::new(folder.path()), &|_| None).await.unwrap();
    let world = World::of(store, map, Some(service())).await;
    let (mut done, mut known) = (Vec::new(), Vec::new());
    for id in passes {
        let subjects = [world.subject("people.csv", vec![(*id).into()])];
        let work = world.work(&subjects);
        let plan = work.plan().await.unwrap();
        let this = work.carry_out(&plan.stores[0]).await.unwrap();
        known.extend(this.known(&world.atlas).into_values());
        done.push(this);
    }
    let mut sweep = Sweep::new(&world.atlas, done.iter().map(Seen::Done).collect(), &known);
    for spot in sweep.tables() {
        sweep.read(&world.stores, spot, &mut |_, _| ()).await.unwrap();
    }
    let remark = verify::Residue::Value {
        table: "folder.bills.csv".to_owned(),
        column: "remark".to_owned(),
        rows: 1,
    };
    let found = sweep.found();
    assert_eq!(found[0], Some(BTreeSet::from([remark])), "{passes:?}");
    assert!(found.iter().skip(1).flatten().all(BTreeSet::is_empty), "{passes:?}: {found:?}");
}

const ANNAS: &str = "1,2026-11-01,anna@example.org,\n3,2026-11-02,x,siehe anna@example.org\n";

#[tokio::test]
async fn lines_that_moved_in_the_same_pass_are_told_apart() {
    lines_that_moved_are_told_apart(&format!("1,2001-01-01,alt,\n{ANNAS}"), &["1"]).await;
}

#[tokio::test]
async fn lines_that_moved_in_a_later_pass_are_told_apart() {
    lines_that_moved_are_told_apart(&format!("2,2001-01-01,alt,\n{ANNAS}"), &["1", "2"]).await;
}

/// What nobody's rows say, in columns whose type does not let one expect it.
async fn values_in_columns_of_other_types_are_found(mut two: Two, sql: &[&str], found: &str) {
    for sql in sql {
        two.crm.run(sql).await.unwrap();
    }
    let mut parts = two.room.desk.atlas.parts.clone();
    parts[0].schema = two.crm.store_as("crm").await.schema().await.unwrap();
    let contacts = parts[0].map.tables.iter_mut().find(|t| t.name == "contacts").unwrap();
    let mut phone = contacts.known_by[0].clone();
    (phone.fact, phone.column) = (abide_policy::vocab::Fact::Phone, "extra".to_owned());
    phone.country = Some("DE".parse().unwrap());
    contacts.known_by.push(phone);
    two.room.desk.atlas = Arc::new(Atlas::new(parts).unwrap());
    two.room.desk.stores =
        vec![two.crm.store_as("crm").await, two.billing.store_as("billing").await];
    let id = two.approved().await;
    assert_eq!(batch(&two.room, NOW).await.found, std::slice::from_ref(&id));
    let told = two.found(&id).await;
    assert!(told.contains(found), "{told}");
}

#[tokio::test]
async fn values_in_columns_of_other_types_are_found_on_sqlite() {
    let sql = [
        "UPDATE contacts SET extra = '0171 5501090' WHERE id = 1",
        "CREATE TABLE log1 (n INTEGER, d DATE, b BOOLEAN, num NUMERIC)",
        "INSERT INTO log1 VALUES ('anna@example.org', NULL, NULL, NULL), (491715501090, 'Anna  MUSTER', NULL, NULL), (1, NULL, 'anna@example.org', 'anna@example.org')",
    ];
    let found = r#"[{"what":"value","table":"crm.log1","column":"b","rows":1},{"what":"value","table":"crm.log1","column":"d","rows":1},{"what":"value","table":"crm.log1","column":"n","rows":2},{"what":"value","table":"crm.log1","column":"num","rows":1}]"#;
    values_in_columns_of_other_types_are_found(Two::sqlite("delete").await, &sql, found).await;
}

#[tokio::test]
async fn values_in_columns_of_other_types_are_found_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let sql = [
        "UPDATE contacts SET extra = '0171 5501090' WHERE id = 1",
        "CREATE TABLE log1 (n BIGINT, t TEXT[], j JSONB)",
        "INSERT INTO log1 VALUES (491715501090, '{x,\"Anna Muster\"}', '{\"to\":[\"anna@example.org\"]}'), (15501090, NULL, NULL)",
    ];
    let found = r#"[{"what":"value","table":"crm.log1","column":"j","rows":1},{"what":"value","table":"crm.log1","column":"n","rows":1},{"what":"value","table":"crm.log1","column":"t","rows":1}]"#;
    let two = Two::postgres(&server, "types", "delete").await;
    values_in_columns_of_other_types_are_found(two, &sql, found).await;
}
