//! Requests from receipt to their end, at the desk, over a small contact centre.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use abide_policy::map::StoreMap;
use abide_policy::text::Id;
use abide_policy::vocab::{Fact, Lang, RequestKind, RequestState, Waits, Way};
use abide_records::Records;
use abide_records::people::{Keyed, Suppression};
use abide_rights::desk::batch::{Batch, Order};
use abide_rights::desk::document::{Paper, Who, Wish};
use abide_rights::desk::returned::{Returned, Returns};
use abide_rights::desk::{Act, Code, Desk, Failed, Handed, Opening, RESIDUE};
use abide_rights::identity::{Asked, Key, Keys};
use abide_rights::redact::Texts;
use abide_rights::state::{Event, Question, Refusal, Residue};
use abide_tests::postgres::Postgres as Server;

use crate::world::{Base, Ran, TODAY, World, map_of};

pub(crate) const TABLES: &str = "
    CREATE TABLE agents (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE);
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE, phone TEXT, merged_into INTEGER REFERENCES contacts(id));
    CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts(id), second_id INTEGER REFERENCES contacts(id),
        agent_id INTEGER REFERENCES agents(id), number TEXT, second_number TEXT, note TEXT, seconds INTEGER NOT NULL);
    CREATE TABLE transcripts (call_id INTEGER PRIMARY KEY REFERENCES calls(id), body TEXT);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL REFERENCES contacts(id), cents INTEGER NOT NULL);
    CREATE INDEX i6 ON orders(contact_id);
    CREATE INDEX i1 ON contacts(phone); CREATE INDEX i2 ON calls(contact_id); CREATE INDEX i3 ON calls(second_id);
    CREATE INDEX i4 ON calls(agent_id); CREATE INDEX i5 ON contacts(merged_into);
";

const ROWS: &str = "
    INSERT INTO agents VALUES (1, 'Karl Beispiel', 'karl@example.com'), (2, 'Anna Muster', 'anna@example.org');
    INSERT INTO contacts VALUES (1, 'Anna Muster', 'anna@example.org', '+49 30 23125 101', NULL);
    INSERT INTO contacts VALUES (2, 'Bea Probe', 'bea@example.org', '+493023125102', NULL);
    INSERT INTO contacts VALUES (3, 'A. Muster', NULL, '030/23125103', 1);
    INSERT INTO contacts VALUES (4, 'Paar Eins', 'eins@example.org', '+493023125104', NULL);
    INSERT INTO contacts VALUES (5, 'Paar Zwei', 'zwei@example.org', '+493023125104', NULL);
    INSERT INTO calls VALUES (10, 1, NULL, 1, '+493023125101', NULL, 'Anna Muster bittet um Rückruf', 60);
    INSERT INTO calls VALUES (11, 1, 2, 1, '+493023125101', '+493023125102', 'Anna Muster und Bea Probe sprechen', 70);
    INSERT INTO calls VALUES (12, 2, NULL, 2, '+493023125102', NULL, 'Bea Probe', 80);
    INSERT INTO calls VALUES (13, 3, NULL, 1, '030/23125103', NULL, NULL, 90);
    INSERT INTO transcripts VALUES (10, 'Hier ist Anna Muster'), (11, 'Anna Muster hier, mit Bea Probe'), (12, 'Bea Probe');
";

const MAP: &str = r#"
    [store]
    id = "store"
    kind = "sqlite"
    place = "store.db"
    policy = "service"

    [[table]]
    name = "agents"
    person = "agent"
    known-by = [{ fact = "email", column = "email" }, { fact = "name", column = "name" }]

    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [
        { fact = "email", column = "email" },
        { fact = "phone", column = "phone", country = "DE" },
        { fact = "name", column = "name" },
    ]
    [[table.edge]]
    kind = "owned-by"
    columns = ["merged_into"]
    of = "contacts"

    [[table]]
    name = "calls"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of = "contacts"
    about = ["number"]
    [[table.edge]]
    kind = "owned-by"
    columns = ["second_id"]
    of = "contacts"
    about = ["second_number"]
    [[table.edge]]
    kind = "accessed-by"
    columns = ["agent_id"]
    of = "agents"
    [[table.column]]
    name = "note"
    erase = "redact"

    [[table]]
    name = "transcripts"
    [[table.edge]]
    kind = "owned-by"
    columns = ["call_id"]
    of = "calls"
    about = ["body"]
    [[table.column]]
    name = "body"
    erase = "redact"

    [[table]]
    name = "orders"
    keep = "billing"
    [[table.edge]]
    kind = "owned-by"
    columns = ["contact_id"]
    of = "contacts"
"#;

pub(crate) fn map() -> StoreMap {
    map_of(MAP)
}

pub(crate) const NOW: i64 = 1_795_000_000;

pub(crate) fn act(by: &str) -> Act<'_> {
    Act { now: NOW, today: TODAY, by }
}

pub(crate) fn chance() -> [u8; 16] {
    [7; 16]
}

/// A request of somebody in Germany, known by these facts.
pub(crate) fn opening(id: &str, kind: RequestKind, facts: &[&str], wish: Wish) -> Opening {
    let facts = facts.iter().map(|f| (*f).to_owned()).collect();
    Opening {
        id: id.parse().unwrap(),
        kind,
        who: Who { facts, country: Some("DE".to_owned()), wish, ..Who::default() },
        jurisdiction: "DE".parse().unwrap(),
        language: Lang::De,
        policy: "service@1".to_owned(),
        received: TODAY,
    }
}

/// Hands a copy out, if one lies ready.
pub(crate) async fn hand_out(desk: &Desk, id: &Id) {
    if desk.case(id).await.unwrap().stored.waits == Some(Waits::HandingOut) {
        let handed = Handed { on: TODAY, way: Way::Post };
        desk.handed_out(id, handed, act("officer")).await.unwrap();
    }
}

/// The codes of those who are found for a request, in the order in which they are shown.
pub(crate) async fn codes(desk: &Desk, id: &Id) -> Vec<Code> {
    let found = desk.candidates(&desk.case(id).await.unwrap()).await.unwrap();
    found.iter().map(|candidate| Code::of(&desk.atlas, candidate)).collect()
}

pub(crate) struct Room {
    pub(crate) base: Base,
    pub(crate) desk: Desk,
    pub(crate) _folder: tempfile::TempDir,
}

impl Room {
    /// Says that a request is about these of the people who are found, counted from 1.
    pub(crate) async fn settle(&self, id: &Id, people: &[usize], act: Act<'_>) {
        let codes = codes(&self.desk, id).await;
        let chosen: Vec<Code> = people.iter().map(|n| codes[n - 1].clone()).collect();
        self.desk.settle(id, &chosen, act).await.unwrap();
    }

    pub(crate) async fn new(base: Base, records: Option<String>) -> Self {
        base.run(&format!("{TABLES}{ROWS}")).await.unwrap();
        let world = World::new(&base, map()).await;
        let folder = tempfile::tempdir().unwrap();
        let place = records
            .unwrap_or_else(|| folder.path().join("records.db").to_str().unwrap().to_owned());
        let desk = Desk {
            records: Records::open(place).await.unwrap(),
            atlas: Arc::new(world.atlas),
            stores: world.stores,
            keys: Some(
                Keys::new(Key::new("k1".parse().unwrap(), &[9; 32]).unwrap(), Vec::new()).unwrap(),
            ),
            redactor: Arc::new(Texts::default()),
            exports: folder.path().join("exports"),
            kept: abide_policy::text::Period::THREE_YEARS,
            exporting: None,
            watching: None,
            sweeps: false,
            erasures_at: None,
            zone: jiff::tz::TimeZone::UTC,
            calendar: abide_rights::deadline::Calendar::default(),
        };
        Self { base, desk, _folder: folder }
    }

    pub(crate) async fn sqlite() -> Self {
        Self::new(Base::sqlite(), None).await
    }

    pub(crate) async fn open(&self, id: &str, kind: RequestKind, facts: &[&str], wish: Wish) -> Id {
        let opening = opening(id, kind, facts, wish);
        self.desk.open(&opening, act("officer")).await.unwrap();
        opening.id
    }

    pub(crate) async fn work(&self) {
        while self.desk.work(act("worker"), &chance, &mut |_| ()).await.unwrap().is_some() {}
    }

    pub(crate) async fn stands(&self, id: &Id) -> (RequestState, Option<Waits>) {
        let case = self.desk.case(id).await.unwrap();
        (case.stored.state, case.stored.waits)
    }

    pub(crate) async fn approve(&self, id: &Id) {
        let case = self.desk.case(id).await.unwrap();
        let (plan, _) = case.plan.unwrap();
        self.desk.approve(id, plan.fingerprint, act("officer")).await.unwrap();
    }

    /// Hands a copy out, if one lies ready.
    pub(crate) async fn hand_out(&self, id: &Id) {
        hand_out(&self.desk, id).await;
    }

    /// What is kept of a request that is done.
    pub(crate) async fn report(&self, id: &Id) -> String {
        let events = self.desk.records.events(id, 0).await.unwrap();
        let done = events.into_iter().find(|(_, e)| e.what.as_str() == "done");
        done.unwrap().1.detail.as_str().to_owned()
    }

    /// Changes the store, as another program does.
    pub(crate) async fn run(&self, sql: &str) {
        self.base.run(sql).await.unwrap();
    }

    pub(crate) async fn rows(&self, sql: &str) -> Vec<String> {
        match self.base.run(sql).await.unwrap() {
            Ran::Rows(rows) => rows,
            Ran::Touched(_) => panic!("no question: {sql}"),
        }
    }
}

/// Several erasures that were approved are carried out in one pass; who shares rows with another goes alone.
async fn people_are_erased_together(mut room: Room) {
    let mut ids = Vec::new();
    for (id, fact) in [
        ("r1", "phone=030 23125101"),
        ("r2", "email=bea@example.org"),
        ("r3", "email=eins@example.org"),
        ("r4", "email=zwei@example.org"),
        ("r5", "email=nobody@example.org"),
    ] {
        ids.push(room.open(id, RequestKind::Erasure, &[fact], Wish::default()).await);
    }
    room.work().await;
    // An agent has Anna's address, and is somebody else.
    room.settle(&ids[0], &[1], act("officer")).await;
    room.work().await;
    for id in &ids {
        room.approve(id).await;
    }
    room.desk.sweeps = true;
    // Somebody else's row tells about a person who goes.
    room.base.run("UPDATE calls SET note = 'frag eins@example.org' WHERE id = 12").await.unwrap();
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let seen = watched(&mut room.desk);
    let batch = room.desk.work_together(&order).await.unwrap();
    let seen = std::mem::take(&mut *seen.lock().unwrap());
    let names = |ids: &[Id]| {
        let mut names: Vec<String> = ids.iter().map(ToString::to_string).collect();
        names.sort();
        names
    };
    // Anna and Bea speak in one call.
    assert_eq!(batch.taken, 5);
    assert_eq!(names(&batch.done), ["r4", "r5"], "{batch:?}");
    assert_eq!(names(&batch.found), ["r3"], "{batch:?}");
    what_was_told_of_a_batch(&seen);
    assert_eq!(room.stands(&ids[2]).await, (RequestState::Waiting, Some(Waits::Residue)));
    let events = room.desk.records.events(&ids[2], 0).await.unwrap();
    let found = &events.last().unwrap().1;
    assert_eq!(found.what.as_str(), "residue-found");
    let found = found.detail.as_str();
    assert!(found.contains("calls") && found.contains("\"note\""), "{found}");
    assert!(!found.contains("eins@"), "where, never what: {found}");
    assert_eq!(room.rows("SELECT id FROM contacts WHERE id > 3").await, [] as [String; 0]);
    assert_eq!(room.rows("SELECT count(*) FROM calls").await, ["4"], "nobody else was touched");
    assert_eq!(room.stands(&ids[0]).await.0, RequestState::Running);
    // The others go on alone, and one of them needs a new plan: the other's erasure changed the call.
    for _ in 0..3 {
        room.work().await;
        room.desk.work_together(&order).await.unwrap();
        for id in &ids[..2] {
            if room.stands(id).await.1 == Some(Waits::Approval) {
                room.approve(id).await;
            }
        }
    }
    for id in &ids[..2] {
        assert_eq!(room.stands(id).await.0, RequestState::Done);
        assert!(
            room.report(id).await.contains("\"swept\":true"),
            "who went alone is looked for too"
        );
    }
    assert_eq!(room.rows("SELECT count(*) FROM contacts").await, ["0"]);
    let again = room.desk.work_together(&order).await.unwrap();
    assert_eq!(again, Batch::default(), "nothing is left to do");
}

/// What is told of the work that requests share: what, in which store and table, how far; an empty line when it is over.
pub(crate) fn watched(desk: &mut Desk) -> Arc<Mutex<Vec<String>>> {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let told = seen.clone();
    desk.watching = Some(Arc::new(move |work| {
        let line = work.map_or_else(String::new, |w| {
            let place = [w.store, w.table].map(Option::unwrap_or_default).join(" ");
            let of = w.of.map_or_else(String::new, |of| format!("{} of {of}", w.done));
            format!("{} {place} {of} {} for {}", w.doing.word(), w.rows, w.requests)
        });
        told.lock().unwrap().push(line);
    }));
    seen
}

/// Whoever stops a batch is not shown a work that nobody does.
#[tokio::test]
async fn a_batch_that_is_stopped_is_over() {
    let mut room = Room::sqlite().await;
    let mut ids = Vec::new();
    for (id, fact) in [("r3", "email=eins@example.org"), ("r4", "email=zwei@example.org")] {
        ids.push(room.open(id, RequestKind::Erasure, &[fact], Wish::default()).await);
    }
    room.work().await;
    for id in &ids {
        room.approve(id).await;
    }
    let seen = watched(&mut room.desk);
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let has_begun = async {
        while !seen.lock().unwrap().iter().any(|line| line.starts_with("finding")) {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        biased;
        () = has_begun => {}
        _ = room.desk.work_together(&order) => panic!("it was not stopped"),
    }
    assert_eq!(*seen.lock().unwrap(), ["finding store   0 for 2", ""]);
}

/// Each kind of work comes after the one before, ends where it should, and the end is told.
fn what_was_told_of_a_batch(seen: &[String]) {
    let mut kinds: Vec<&str> = seen.iter().filter_map(|l| l.split(' ').next()).collect();
    kinds.dedup();
    assert_eq!(
        kinds,
        ["finding", "erasing", "reading-back", "sweeping", "closing", ""],
        "{seen:?}"
    );
    let has = |says: &str| assert!(seen.iter().any(|l| l.contains(says)), "{says}: {seen:?}");
    has("finding store   0 for 4");
    // Of nobody there is nothing to find, and two share a call: two contacts go.
    has("erasing store store.contacts 0 of 2 0 for 4");
    let table = "sweeping store store.calls ";
    assert!(seen.iter().any(|l| l.starts_with(table) && l.contains(" 4 for 3")), "{seen:?}");
    has("closing   0 of 3 0 for 3");
    has("closing   2 of 3 0 for 3");
}

/// What was approved after the hour waits for the next day's.
#[tokio::test]
async fn erasures_wait_for_their_hour() {
    let mut room = Room::sqlite().await;
    let id =
        room.open("r1", RequestKind::Erasure, &["email=eins@example.org"], Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    room.desk.sweeps = true;
    room.desk.erasures_at = Some(jiff::civil::time(2, 30, 0, 0));
    let today = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(NOW).unwrap());
    let next = today.date().tomorrow().unwrap().to_datetime(jiff::civil::time(2, 30, 0, 0));
    let next = jiff::tz::Offset::UTC.to_timestamp(next).unwrap().as_second();
    for (now, taken, state) in [
        (NOW + 1, 0, RequestState::Approved),
        (next - 1, 0, RequestState::Approved),
        (next, 1, RequestState::Done),
    ] {
        let clock = || now;
        let order = Order { act: Act { now, ..act("worker") }, chance: &chance, clock: &clock };
        let batch = room.desk.work_together(&order).await.unwrap();
        assert_eq!(batch.taken, taken, "{now}");
        room.work().await;
        assert_eq!(room.stands(&id).await.0, state, "{now}");
    }
    let report = room.report(&id).await;
    assert!(report.contains("\"swept\":true"), "{report}");
}

/// Whoever carried out an erasure may be gone before it is verified: what the person was known by is still looked for.
async fn what_nobody_saw_to_its_end_is_looked_for_too(mut room: Room) {
    room.base.run("UPDATE calls SET note = 'frag eins@example.org' WHERE id = 12").await.unwrap();
    let mut ids = Vec::new();
    for (id, fact) in [("r3", "email=eins@example.org"), ("r4", "email=zwei@example.org")] {
        ids.push(room.open(id, RequestKind::Erasure, &[fact], Wish::default()).await);
    }
    room.work().await;
    room.desk.sweeps = true;
    let known = async |room: &Room, id: &Id| {
        let who = room.desk.case(id).await.unwrap().who;
        who.map(|who| who.known.into_iter().collect::<Vec<_>>())
    };
    for id in &ids {
        room.approve(id).await;
        assert_eq!(
            known(&room, id).await,
            Some(Vec::new()),
            "nothing is noted before it is needed"
        );
        // It does what is to be done, and ends.
        room.desk.carry_on(id, act("lost"), &chance, &mut |_| ()).await.unwrap();
        assert_eq!(room.stands(id).await.0, RequestState::Verifying);
        room.work().await;
        assert_eq!(room.stands(id).await.0, RequestState::Verifying, "a batch looks");
    }
    assert!(known(&room, &ids[0]).await.unwrap().contains(&"eins@example.org".to_owned()));
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = room.desk.work_together(&order).await.unwrap();
    assert_eq!((batch.taken, &batch.found[..], &batch.done[..]), (2, &ids[..1], &ids[1..]));
    assert!(room.report(&ids[1]).await.contains("\"swept\":true"));
    assert_eq!(known(&room, &ids[1]).await, None, "it is closed, and so forgotten");
    // No edge leads to the row: if it shall go, somebody must take it out.
    for note in ["frag eins@example.org nochmal", ""] {
        let goes = Event::ResidueSettled(Residue::Goes);
        room.desk.resolved(&ids[0], goes, act("officer")).await.unwrap();
        room.work().await;
        assert_eq!(room.stands(&ids[0]).await, (RequestState::Waiting, Some(Waits::Hand)));
        let reminders = room.desk.records.reminders(&ids[0]).await.unwrap();
        assert_eq!(
            reminders.iter().map(|r| (r.code.as_str(), r.done_at)).collect::<Vec<_>>(),
            [(RESIDUE, None)]
        );
        room.base.run(&format!("UPDATE calls SET note = '{note}' WHERE id = 12")).await.unwrap();
        room.desk.hand_done(&ids[0], act("officer")).await.unwrap();
        let reminders = room.desk.records.reminders(&ids[0]).await.unwrap();
        assert!(reminders.iter().all(|r| r.done_at.is_some()));
        let batch = room.desk.work_together(&order).await.unwrap();
        assert_eq!(
            (batch.found.is_empty(), batch.done.is_empty()),
            (note.is_empty(), !note.is_empty())
        );
    }
    let report = room.report(&ids[0]).await;
    assert!(report.contains("\"swept\":true") && report.contains("\"accepted\":false"), "{report}");
}

#[tokio::test]
async fn what_nobody_saw_to_its_end_is_looked_for_on_sqlite() {
    what_nobody_saw_to_its_end_is_looked_for_too(Room::sqlite().await).await;
}

#[tokio::test]
async fn what_nobody_saw_to_its_end_is_looked_for_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "unseen");
    let records = server.database("records");
    what_nobody_saw_to_its_end_is_looked_for_too(Room::new(base, Some(records)).await).await;
}

#[tokio::test]
async fn people_are_erased_together_on_sqlite() {
    people_are_erased_together(Room::sqlite().await).await;
}

#[tokio::test]
async fn people_are_erased_together_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let base = Base::postgres(&server, "together");
    people_are_erased_together(Room::new(base, Some(server.database("our_own"))).await).await;
}

/// Whoever was erased and is imported again is noticed: by what was stated and by the address that was known, in any spelling.
#[tokio::test]
async fn who_comes_back_is_noticed() {
    let room = Room::sqlite().await;
    let returned = async || room.desk.returned(TODAY, &mut |_| ()).await.unwrap();
    let id = room.open("r1", RequestKind::Erasure, &["phone=030 23125102"], Wish::default()).await;
    room.work().await;
    assert_eq!(returned().await, Returns::default(), "nobody was erased yet");
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await.0, RequestState::Done);
    assert_eq!(returned().await, Returns::default());
    let import = "INSERT INTO contacts VALUES (21, 'B. Probe', 'BEA@example.org', NULL, NULL), (22, 'Bea', NULL, '0049 30 231 25 102', NULL), (23, 'Bea Probe', 'other@example.org', NULL, NULL);";
    room.base.run(import).await.unwrap();
    let mut returns = returned().await;
    returns.people.sort_by(|a, b| a.row.cmp(&b.row));
    let told = |row: &str, fact| Returned {
        table: "store.contacts".to_owned(),
        row: row.to_owned(),
        fact,
        request: id.clone(),
        since: TODAY,
    };
    let expected = vec![told("21", Fact::Email), told("22", Fact::Phone)];
    assert_eq!(returns, Returns { people: expected, count: 2 });
}

/// What led to it that rows go or change: in which rows, by which edge, and which columns.
const CAUSES: [&str; 6] = [
    "calls 2 delete by store.contacts(contact_id)",
    "calls 1 others {\"contact_id\": \"empty\", \"note\": \"redact\", \"number\": \"empty\"}",
    "contacts 1 delete",
    "contacts 1 delete by store.contacts(merged_into)",
    "transcripts 1 delete by store.calls(call_id)",
    "transcripts 1 others {\"body\": \"redact\"}",
];

/// The same of a plan, a line each.
fn causes(paper: &Paper) -> Vec<String> {
    let tables = paper.stores.iter().flat_map(|store| &store.tables);
    let each = tables.flat_map(|table| {
        table.causes.iter().map(|cause| {
            let of = cause.of.iter().map(|of| format!(" by {of}({})", cause.by.join(", ")));
            let columns = (!cause.columns.is_empty()).then(|| format!(" {:?}", cause.columns));
            let said: String = of.chain(columns).collect();
            format!("{} {} {}{said}", table.table, cause.rows, cause.what)
        })
    });
    let mut all: Vec<String> = each.collect();
    all.sort_by_key(|line| line.split_once(' ').map(|(table, _)| table.to_owned()));
    all
}

/// The same story on both databases, for stores and for our own tables.
async fn a_person_is_erased_and_others_stay(room: Room) {
    let id = room.open("r1", RequestKind::Erasure, &["phone=030 23125101"], Wish::default()).await;
    room.work().await;
    // An agent has the same address: whether that is her, somebody says, who says no.
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Identity)));
    room.settle(&id, &[1], act("officer")).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    let case = room.desk.case(&id).await.unwrap();
    let (_, paper) = case.plan.clone().unwrap();
    // Her own row and its merged duplicate, two calls and a transcript go; the call with Bea and its transcript stay.
    assert_eq!(paper.totals(), (5, 2), "{paper:?}");
    assert_eq!(causes(&paper), CAUSES);
    assert_eq!(room.rows("SELECT count(*) FROM contacts").await, ["5"], "a plan changes nothing");
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert_eq!(room.rows("SELECT id FROM contacts").await, ["2", "4", "5"]);
    assert_eq!(
        room.rows(
            "SELECT id, contact_id, second_id, number, second_number, note, seconds FROM calls"
        )
        .await,
        [
            "11|NULL|2|NULL|+493023125102|[…] und Bea Probe sprechen|70",
            "12|2|NULL|+493023125102|NULL|Bea Probe|80",
        ]
    );
    assert_eq!(
        room.rows("SELECT body FROM transcripts").await,
        ["Bea Probe", "[…] hier, mit Bea Probe"]
    );
    assert_eq!(
        room.rows("SELECT count(*) FROM agents").await,
        ["2"],
        "an agent who has her address is somebody else"
    );
    let case = room.desk.case(&id).await.unwrap();
    assert_eq!(case.who, None, "whom it was about is forgotten");
    // A later import is noticed, by what she stated and by her address, for three years.
    for (fact, stated) in
        [(Fact::Phone, "phone=+493023125101"), (Fact::Email, "email=anna@example.org")]
    {
        let asked = Asked::read([stated], None).unwrap();
        let marks = room.desk.keys.as_ref().unwrap().lookups(&asked);
        let hash = marks[0].hash().parse().unwrap();
        let expected = Suppression {
            who: Keyed { hash, key: "k1".parse().unwrap() },
            fact,
            request: id.clone(),
            basis: "legal-obligation (GDPR Art. 5(2), 17(1))".to_owned(),
            since: TODAY,
            until: jiff::civil::date(2029, 11, 26),
        };
        let kept = room.desk.records.suppression(hash).await.unwrap();
        assert_eq!(kept, Some(expected), "{stated}");
    }
}

#[tokio::test]
async fn a_person_is_erased_and_others_stay_on_sqlite() {
    a_person_is_erased_and_others_stay(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_person_is_erased_and_others_stay_on_postgresql() {
    let Some(server) = Server::start() else { return };
    let records = server.database("records");
    a_person_is_erased_and_others_stay(
        Room::new(Base::postgres(&server, "store"), Some(records)).await,
    )
    .await;
}

#[tokio::test]
async fn one_number_of_two_people_is_asked_about() {
    let room = Room::sqlite().await;
    let id = room
        .open("r1", RequestKind::Erasure, &["phone=+49 (30) 231 25-104"], Wish::default())
        .await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Identity)));
    let case = room.desk.case(&id).await.unwrap();
    let candidates = room.desk.candidates(&case).await.unwrap();
    assert_eq!(candidates.len(), 2);
    assert!(!format!("{:?}", candidates[0].shown).contains("eins@"), "what is shown is shortened");
    room.settle(&id, &[2], act("officer")).await;
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert_eq!(
        room.rows("SELECT name FROM contacts WHERE phone = '+493023125104'").await,
        ["Paar Eins"]
    );
}

#[tokio::test]
async fn data_that_changes_after_approval_needs_a_new_plan() {
    let room = Room::sqlite().await;
    let id =
        room.open("r1", RequestKind::Erasure, &["email=bea@example.org"], Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    room.base
        .run("INSERT INTO calls VALUES (20, 2, NULL, 1, '+493023125102', NULL, NULL, 5)")
        .await
        .unwrap();
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(room.rows("SELECT count(*) FROM contacts").await, ["5"], "nothing was done");
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert_eq!(room.rows("SELECT count(*) FROM calls WHERE number = '+493023125102' OR second_number = '+493023125102'").await, ["0"]);
}

#[tokio::test]
async fn nobody_is_an_answer_too() {
    let room = Room::sqlite().await;
    let id =
        room.open("r1", RequestKind::Erasure, &["email=nobody@example.org"], Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
}

#[tokio::test]
async fn wrong_data_is_put_right_and_only_there() {
    let room = Room::sqlite().await;
    let wish = Wish {
        set: BTreeMap::from([("contacts.email".to_owned(), "bea.neu@example.org".to_owned())]),
        ..Wish::default()
    };
    let id = room.open("r1", RequestKind::Rectification, &["email=bea@example.org"], wish).await;
    room.work().await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert_eq!(
        room.rows("SELECT id FROM contacts WHERE email = 'bea.neu@example.org'").await,
        ["2"]
    );
    assert_eq!(room.rows("SELECT count(*) FROM contacts WHERE email LIKE '%neu%'").await, ["1"]);
}

#[tokio::test]
async fn refusing_taking_back_and_asking() {
    let room = Room::sqlite().await;
    let id =
        room.open("r1", RequestKind::Erasure, &["email=bea@example.org"], Wish::default()).await;
    room.desk.ask(&id, Question::Identity, act("officer")).await.unwrap();
    let case = room.desk.case(&id).await.unwrap();
    assert_eq!(case.stored.paused_since, Some(TODAY));
    room.work().await;
    assert_eq!(
        room.stands(&id).await,
        (RequestState::Waiting, Some(Waits::Identity)),
        "a worker leaves it alone"
    );
    room.desk.answered(&id, act("officer")).await.unwrap();
    room.desk
        .refuse(
            &id,
            Refusal::Unfounded,
            "Dieselbe Anfrage wurde gestern beantwortet.",
            act("officer"),
        )
        .await
        .unwrap();
    assert_eq!(room.stands(&id).await, (RequestState::Refused, None));
    assert!(matches!(room.desk.take_back(&id, act("officer")).await, Err(Failed::NotNow(_))));
    let id =
        room.open("r2", RequestKind::Erasure, &["email=bea@example.org"], Wish::default()).await;
    room.work().await;
    room.desk.take_back(&id, act("officer")).await.unwrap();
    assert_eq!(room.stands(&id).await, (RequestState::Withdrawn, None));
}
