//! Stores that cannot delete: the plan says so, everything else is done first, somebody is asked and reminded, and their word is
//! looked at.

mod renamed;
mod turns;

use std::collections::BTreeMap;
use std::path::Path;

use abide_detect::Finder;
use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_records::requests::duties::Reminder;
use abide_rights::check::{What, check};
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::{HandPaper, Paper, Wish};
use abide_rights::desk::report::Report;
use abide_rights::desk::{Act, Desk, Failed};
use abide_rights::state::{Event, Residue};
use abide_tests::postgres::Postgres as Server;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::json;

use crate::desk::{NOW, Room, act, chance, opening};
use crate::world::{Base, Ran, TODAY, desk_over};

const CENTRE: &str = r#"
    [store]
    id = "centre"
    kind = "sqlite"
    place = "centre.db"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }]

    [[table]]
    name = "calls"
    edge = [{ kind = "owned-by", columns = ["contact_id"], of = "contacts" }]
"#;

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT UNIQUE);
    CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts(id), file TEXT);
    INSERT INTO contacts VALUES (1, 'anna@example.org'), (2, 'bea@example.org');
    INSERT INTO calls VALUES (10, 1, 'audio/a.wav'), (11, 1, 'audio/b.wav'), (12, 2, 'audio/c.wav');
";

/// A folder of recordings of which nothing may be deleted.
const ARCHIVE: &str = r#"
    [store]
    id = "archive"
    kind = "files"
    place = "archive"
    policy = "service"
    read-only = true
    by-hand = "the keeper of the archive, extension 12"

    [[table]]
    name = "audio/*.wav"
    edge = [{ kind = "owned-by", columns = ["path"], of-store = "centre", of = "calls", of-columns = ["file"] }]
"#;

/// A database from which letters go, and in which notes stay without their person.
const LETTERS: &str = r#"
    [store]
    id = "letters"
    kind = "sqlite"
    place = "letters.db"
    policy = "service"

    [[table]]
    name = "letters"
    edge = [{ kind = "owned-by", columns = ["call"], of-store = "centre", of = "calls" }]

    [[table]]
    name = "notes"
    edge = [{ kind = "owned-by", columns = ["call"], of-store = "centre", of = "calls", erase = "anonymize" }]
    column = [{ name = "email", erase = "empty" }, { name = "text", erase = "redact" }, { name = "number", erase = "unique" }, { name = "day", erase = "month" }]
"#;

const LETTER_TABLES: &str = "
    CREATE TABLE letters (id TEXT PRIMARY KEY, call INTEGER, body TEXT);
    CREATE TABLE notes (id INTEGER PRIMARY KEY, call INTEGER, email TEXT, text TEXT, number TEXT NOT NULL UNIQUE, day TEXT);
    INSERT INTO letters VALUES ('l-10', 10, 'Dear Anna'), ('l-12', 12, 'Dear Bea');
    INSERT INTO notes VALUES (1, 11, 'anna@example.org', 'write to anna@example.org', 'n-1', 'on her birthday');
    INSERT INTO notes VALUES (2, 11, NULL, 'nothing', 'n-2', '2026-11-17'), (3, 12, 'bea@example.org', 'x', 'n-3', NULL);
";

/// A desk over stores in a folder.
struct House {
    desk: Desk,
    folder: tempfile::TempDir,
}

impl House {
    async fn new(maps: &[&str], address: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        base(here, "centre.db").run(TABLES).await.unwrap();
        base(here, "letters.db").run(LETTER_TABLES).await.unwrap();
        std::fs::create_dir_all(here.join("archive/audio")).unwrap();
        for file in ["a.wav", "b.wav", "c.wav"] {
            std::fs::write(here.join("archive/audio").join(file), "RIFF").unwrap();
        }
        std::fs::write(here.join("archive/steps.csv"), "call,step\n10,x\n12,y\n10,z\n").unwrap();
        Self { desk: desk(here, maps, address).await, folder }
    }

    fn base(&self, file: &str) -> Base {
        base(self.folder.path(), file)
    }

    async fn rows(&self, file: &str, sql: &str) -> Vec<String> {
        match self.base(file).run(sql).await.unwrap() {
            Ran::Rows(rows) => rows,
            Ran::Touched(_) => panic!("no question: {sql}"),
        }
    }

    async fn open(&self, id: &str, kind: RequestKind, email: &str, wish: Wish) -> Id {
        let opening = opening(id, kind, &[&format!("email={email}")], wish);
        self.desk.open(&opening, act("officer")).await.unwrap();
        opening.id
    }

    /// An erasure that is approved and carried out as far as it goes.
    async fn erase(&self, id: &str, email: &str) -> Id {
        let id = self.open(id, RequestKind::Erasure, email, Wish::default()).await;
        self.work().await;
        self.approve(&id).await;
        id
    }

    async fn approve(&self, id: &Id) {
        let (plan, _) = self.desk.case(id).await.unwrap().plan.unwrap();
        self.desk.approve(id, plan.fingerprint, act("officer")).await.unwrap();
        self.work().await;
    }

    async fn work(&self) {
        self.work_on(TODAY).await;
    }

    async fn work_on(&self, today: Date) {
        let act = Act { today, ..act("worker") };
        while self.desk.work(act, &chance, &mut |_| ()).await.unwrap().is_some() {}
    }

    /// Somebody says that it is done; then it is looked at.
    async fn said(&self, id: &Id, today: Date) {
        self.desk.hand_done(id, Act { today, ..act("officer") }).await.unwrap();
        self.work_on(today).await;
    }

    async fn stands(&self, id: &Id) -> (RequestState, Option<Waits>) {
        let case = self.desk.case(id).await.unwrap();
        (case.stored.state, case.stored.waits)
    }

    async fn waits_for_hands(&self, id: &Id) {
        assert_eq!(self.stands(id).await, (RequestState::Waiting, Some(Waits::Hand)));
    }

    async fn is_done(&self, id: &Id) {
        assert_eq!(self.stands(id).await, (RequestState::Done, None));
        assert_eq!(self.desk.case(id).await.unwrap().who, None, "keys of rows are forgotten too");
    }

    async fn paper(&self, id: &Id) -> Paper {
        self.desk.case(id).await.unwrap().plan.unwrap().1
    }

    async fn reminders(&self, id: &Id) -> Vec<Reminder> {
        self.desk.records.reminders(id).await.unwrap()
    }

    /// The days by which somebody has to do something.
    async fn due(&self, id: &Id) -> Vec<(String, Date)> {
        let open = self.reminders(id).await.into_iter().filter(|r| r.done_at.is_none());
        open.map(|r| (r.store.to_string(), r.due)).collect()
    }

    /// What the newest event of a kind tells.
    async fn told(&self, id: &Id, what: &str) -> serde_json::Value {
        let events = self.desk.records.events(id, 0).await.unwrap();
        let event = events.into_iter().rfind(|(_, e)| e.what.as_str() == what).unwrap().1;
        serde_json::from_str(event.detail.as_str()).unwrap()
    }

    async fn report(&self, id: &Id) -> Report {
        let events = self.desk.records.events(id, 0).await.unwrap();
        events.iter().find_map(|(_, event)| Report::of(event)).unwrap()
    }
}

fn base(folder: &Path, file: &str) -> Base {
    Base::There(folder.join(file))
}

async fn desk(folder: &Path, maps: &[&str], address: Option<String>) -> Desk {
    desk_over(folder, maps, &move |_| address.clone()).await
}

fn hand(why: &str, tables: &[&str]) -> Option<HandPaper> {
    let tables = tables.iter().map(|t| (*t).to_owned()).collect();
    Some(HandPaper { why: why.to_owned(), tables })
}

fn days(days: i32) -> Date {
    TODAY.saturating_add(days.days())
}

#[tokio::test]
async fn a_folder_that_is_read_only_waits_for_hands_while_all_else_is_erased() {
    let house = House::new(&[CENTRE, ARCHIVE], None).await;
    let audio = house.folder.path().join("archive/audio");
    let id = house.open("r1", RequestKind::Erasure, "anna@example.org", Wish::default()).await;
    house.work().await;
    let paper = house.paper(&id).await;
    let told: Vec<_> = paper.stores.iter().map(|s| (s.store.as_str(), s.hand.clone())).collect();
    assert_eq!(told, [("centre", None), ("archive", hand("read-only", &["audio/*.wav"]))]);
    assert_eq!((paper.totals(), paper.stores[1].tables[0].delete), ((5, 0), 2));
    let recordings = |at: usize| paper.stores[at].tables.iter().map(|t| t.is_sound);
    assert!(recordings(1).all(|is| is) && !recordings(0).any(|is| is), "{paper:?}");
    house.approve(&id).await;
    house.waits_for_hands(&id).await;
    assert_eq!(house.rows("centre.db", "SELECT id FROM calls").await, ["12"], "all else is done");
    assert_eq!(house.due(&id).await, [("archive".to_owned(), days(7))]);
    let told = house.told(&id, "hand-needed").await;
    let left = json!({ "audio/*.wav": 2 });
    assert_eq!(
        (&told["why"], &told["left"], &told["again"]),
        (&json!("read-only"), &left, &json!(false))
    );
    let noted: Vec<_> = house.desk.case(&id).await.unwrap().who.unwrap().hands;
    let keys: Vec<_> = noted.iter().map(|row| json!(row.row.key)).collect();
    assert_eq!(keys, [json!(["audio/a.wav"]), json!(["audio/b.wav"])]);
    assert!(noted.iter().all(|row| row.by == ["path"] && row.lasts));

    // A word too early is not believed, and a new day is set.
    std::fs::remove_file(audio.join("a.wav")).unwrap();
    house.said(&id, days(3)).await;
    house.waits_for_hands(&id).await;
    let told = house.told(&id, "hand-needed").await;
    assert_eq!((&told["left"], &told["again"]), (&json!({ "audio/*.wav": 1 }), &json!(true)));
    assert_eq!(house.due(&id).await, [("archive".to_owned(), days(10))]);
    // Another request does not wait for it.
    let other = house.erase("r2", "bea@example.org").await;
    assert_eq!(house.rows("centre.db", "SELECT id FROM contacts").await, [] as [&str; 0]);
    house.waits_for_hands(&other).await;
    std::fs::remove_file(audio.join("c.wav")).unwrap();
    house.said(&other, days(4)).await;
    house.is_done(&other).await;
    house.waits_for_hands(&id).await;

    std::fs::remove_file(audio.join("b.wav")).unwrap();
    house.said(&id, days(9)).await;
    house.is_done(&id).await;
    assert!(house.reminders(&id).await.iter().all(|r| r.done_at.is_some()));
    let report = house.report(&id).await;
    assert_eq!((report.deleted, report.by_hand, report.accepted), (5, 2, false));
    assert!(
        house.folder.path().join("archive").read_dir().unwrap().count() == 2,
        "nothing of ours"
    );
}

/// What is left of letters and notes while somebody sees to them.
async fn letters_are_seen_to(house: &House, id: &Id, file: &str) {
    let steps = [
        ("DELETE FROM letters WHERE id = 'l-10'", json!({ "notes": 2 })),
        (
            "UPDATE notes SET call = NULL, email = NULL, number = 'x-' || number, day = replace(day, '-17', '-01') WHERE call = 11",
            json!({ "notes": 1 }),
        ),
        // What a text tells must be gone, not only other than before.
        (
            "UPDATE notes SET text = 'do write to anna@example.org' WHERE id = 1",
            json!({ "notes": 1 }),
        ),
        // What is no date has no month that could stay.
        ("UPDATE notes SET text = 'write' WHERE id = 1", json!({ "notes": 1 })),
    ];
    for (sql, left) in steps {
        house.base(file).run(sql).await.unwrap();
        house.said(id, TODAY).await;
        house.waits_for_hands(id).await;
        assert_eq!(house.told(id, "hand-needed").await["left"], left, "{sql}");
    }
    house.base(file).run("UPDATE notes SET day = NULL WHERE id = 1").await.unwrap();
    house.said(id, TODAY).await;
    house.is_done(id).await;
    let report = house.report(id).await;
    assert_eq!((report.deleted, report.changed, report.by_hand), (4, 2, 3));
    assert_eq!(house.rows(file, "SELECT count(*) FROM notes").await, ["3"]);
}

#[tokio::test]
async fn rows_that_change_are_read_back_column_by_column() {
    let read_only = LETTERS.replace("policy", "read-only = true\n    policy");
    let house = House::new(&[CENTRE, &read_only], None).await;
    let id = house.erase("r1", "anna@example.org").await;
    house.waits_for_hands(&id).await;
    assert_eq!(house.rows("centre.db", "SELECT id FROM contacts").await, ["2"]);
    let letters = &house.paper(&id).await.stores[1];
    assert_eq!(letters.hand, hand("read-only", &["letters", "notes"]));
    let notes = letters.tables.iter().find(|t| t.table == "notes").unwrap();
    let columns = [
        ("call", "empty"),
        ("day", "month"),
        ("email", "empty"),
        ("number", "unique"),
        ("text", "redact"),
    ];
    let columns: BTreeMap<_, _> = columns.map(|(n, w)| (n.to_owned(), w.to_owned())).into();
    assert_eq!(notes.columns, columns);
    let told = house.told(&id, "hand-needed").await;
    assert_eq!(told["left"], json!({ "letters": 1, "notes": 2 }));
    assert!(!told.to_string().contains("l-10"), "the history names no rows");
    letters_are_seen_to(&house, &id, "letters.db").await;
}

/// A store that refuses when it is tried is put last by a new plan.
#[tokio::test]
async fn a_store_that_refuses_does_not_hold_up_the_others() {
    let house = House::new(&[CENTRE, LETTERS], None).await;
    let rule =
        "CREATE TRIGGER keep BEFORE DELETE ON letters BEGIN SELECT RAISE(ABORT, 'kept'); END";
    house.base("letters.db").run(rule).await.unwrap();
    let id = house.erase("r1", "anna@example.org").await;
    assert_eq!(house.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(house.rows("centre.db", "SELECT count(*) FROM contacts").await, ["2"]);
    let paper = house.paper(&id).await;
    let stores: Vec<_> = paper.stores.iter().map(|s| (s.store.as_str(), s.hand.clone())).collect();
    assert_eq!(stores, [("centre", None), ("letters", hand("refused", &[]))]);
    house.approve(&id).await;
    house.waits_for_hands(&id).await;
    assert_eq!(house.rows("centre.db", "SELECT id FROM contacts").await, ["2"]);
    let told = house.told(&id, "hand-needed").await;
    assert_eq!(told["why"], "refused");
    house.base("letters.db").run("DROP TRIGGER keep").await.unwrap();
    letters_are_seen_to(&house, &id, "letters.db").await;
}

/// A file of lines about calls, whose archive is read-only.
fn lines(edge: &str) -> String {
    let edge = format!("\"call\"], {edge} of-store");
    let map = ARCHIVE.replace("audio/*.wav", "*.csv").replace("\"path\"], of-store", &edge);
    map.replace("of-columns = [\"file\"]", "of-columns = [\"id\"]")
}

/// Lines of files have no name that lasts: they are looked for by the way that leads to them.
#[tokio::test]
async fn lines_of_files_are_looked_for_together() {
    let house = House::new(&[CENTRE, &lines("")], None).await;
    let id = house.erase("r1", "anna@example.org").await;
    house.waits_for_hands(&id).await;
    assert_eq!(house.rows("centre.db", "SELECT id FROM contacts").await, ["2"], "all else is done");
    let hands = house.desk.case(&id).await.unwrap().who.unwrap().hands;
    let [row] = hands.as_slice() else { panic!("{hands:?}") };
    assert_eq!((json!(row.row.key), row.lasts, row.count), (json!(["10"]), true, 2));
    let file = house.folder.path().join("archive/steps.csv");
    // A line that is only written anew is still the person's.
    std::fs::write(&file, "call,step\n12,y\n10,zz\n").unwrap();
    house.said(&id, TODAY).await;
    house.waits_for_hands(&id).await;
    assert_eq!(house.told(&id, "hand-needed").await["left"], json!({ "*.csv": 1 }));
    std::fs::write(&file, "call,step\n12,y\n").unwrap();
    house.said(&id, TODAY).await;
    house.is_done(&id).await;
}

/// Where other lines have the same value, nothing tells them apart later: what leads to them stays until somebody has seen to them.
#[tokio::test]
async fn what_nothing_names_keeps_its_turn() {
    let some = lines("when = [{ column = \"step\", is = \"x\" }],");
    let house = House::new(&[CENTRE, &some], None).await;
    let id = house.erase("r1", "anna@example.org").await;
    house.waits_for_hands(&id).await;
    let stores: Vec<_> = house.paper(&id).await.stores.into_iter().map(|s| s.store).collect();
    assert_eq!(stores, ["archive", "centre"]);
    assert_eq!(house.rows("centre.db", "SELECT count(*) FROM contacts").await, ["2"]);
    let hands = house.desk.case(&id).await.unwrap().who.unwrap().hands;
    assert_eq!((json!(hands[0].row.key), hands[0].lasts), (json!(["steps.csv", 2]), false));
    house.said(&id, TODAY).await;
    house.waits_for_hands(&id).await;
    assert_eq!(house.told(&id, "hand-needed").await["left"], json!({ "*.csv": 1 }));
    let file = house.folder.path().join("archive/steps.csv");
    std::fs::write(&file, "call,step\n12,y\n10,z\n").unwrap();
    house.said(&id, TODAY).await;
    house.is_done(&id).await;
    assert_eq!(house.rows("centre.db", "SELECT id FROM contacts").await, ["2"]);
}

/// Data that came after the plan was approved is not left behind: there is a new plan.
#[tokio::test]
async fn what_came_meanwhile_is_planned_too() {
    let house = House::new(&[CENTRE, ARCHIVE], None).await;
    let id = house.open("r1", RequestKind::Erasure, "anna@example.org", Wish::default()).await;
    house.work().await;
    std::fs::remove_file(house.folder.path().join("archive/audio/b.wav")).unwrap();
    house.approve(&id).await;
    assert_eq!(house.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(house.paper(&id).await.totals(), (4, 0));
    house.approve(&id).await;
    house.waits_for_hands(&id).await;
}

/// A batch erases others together, and leaves to its own turn what waits for somebody; a sweep looks there too.
#[tokio::test]
async fn a_batch_does_not_wait_for_hands() {
    let mut house = House::new(&[CENTRE, ARCHIVE], None).await;
    house.desk.sweeps = true;
    std::fs::remove_file(house.folder.path().join("archive/audio/c.wav")).unwrap();
    let anna = house.erase("r1", "anna@example.org").await;
    let bea = house.erase("r2", "bea@example.org").await;
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = house.desk.work_together(&order).await.unwrap();
    assert_eq!(batch.done, [bea]);
    house.work().await;
    house.waits_for_hands(&anna).await;
    assert_eq!(house.rows("centre.db", "SELECT count(*) FROM calls").await, ["0"]);
    for file in ["a.wav", "b.wav"] {
        std::fs::remove_file(house.folder.path().join("archive/audio").join(file)).unwrap();
    }
    house.said(&anna, TODAY).await;
    assert_eq!(house.stands(&anna).await.0, RequestState::Verifying);
    let batch = house.desk.work_together(&order).await.unwrap();
    assert_eq!(batch.done, std::slice::from_ref(&anna));
    assert!(house.report(&anna).await.swept);
}

#[tokio::test]
async fn a_correction_is_read_back_too() {
    let read_only = CENTRE.replace("policy", "read-only = true\n    policy");
    let house = House::new(&[&read_only], None).await;
    let set = BTreeMap::from([("contacts.email".to_owned(), "new@example.org".to_owned())]);
    let wish = Wish { set, ..Wish::default() };
    let id = house.open("r1", RequestKind::Rectification, "anna@example.org", wish).await;
    house.work().await;
    let paper = house.paper(&id).await;
    assert_eq!(paper.stores[0].hand, hand("read-only", &["contacts"]));
    house.approve(&id).await;
    house.said(&id, TODAY).await;
    house.waits_for_hands(&id).await;
    let told = house.told(&id, "hand-needed").await;
    assert_eq!((&told["left"], &told["again"]), (&json!({ "contacts": 1 }), &json!(true)));
    let sql = "UPDATE contacts SET email = 'new@example.org' WHERE id = 1";
    house.base("centre.db").run(sql).await.unwrap();
    house.said(&id, TODAY).await;
    house.is_done(&id).await;
}

const AS_CLERK: &str = r#"
    [store]
    id = "centre"
    kind = "postgresql"
    place-from = "CENTRE"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    erase = "anonymize"
    known-by = [{ fact = "email", column = "email" }]

    [[table]]
    name = "calls"
    edge = [{ kind = "owned-by", columns = ["contact_id"], of = "contacts" }]
"#;

/// An account that may not delete.
async fn clerk(server: &Server, name: &str) -> (House, Base) {
    let base = Base::postgres(server, name);
    base.run(TABLES).await.unwrap();
    let role = format!("clerk_{name}");
    let grant = format!(
        "CREATE ROLE {role} LOGIN; GRANT SELECT, UPDATE ON contacts TO {role}; GRANT SELECT ON calls TO {role}"
    );
    base.run(&grant).await.unwrap();
    let address = base.place().replace("abide@", &format!("{role}@"));
    (House::new(&[AS_CLERK], Some(address)).await, base)
}

#[tokio::test]
async fn an_account_without_the_right_is_found_out_beforehand() {
    let Some(server) = Server::start() else { return };
    let (house, base) = clerk(&server, "hands").await;
    let id = house.erase("r1", "anna@example.org").await;
    assert_eq!(house.paper(&id).await.stores[0].hand, hand("may-not", &["calls"]));
    house.said(&id, TODAY).await;
    house.waits_for_hands(&id).await;
    let told = house.told(&id, "hand-needed").await;
    assert_eq!(
        (&told["why"], &told["left"]),
        (&json!("may-not"), &json!({ "calls": 2, "contacts": 1 }))
    );
    let sql =
        "DELETE FROM calls WHERE contact_id = 1; UPDATE contacts SET email = NULL WHERE id = 1";
    base.run(sql).await.unwrap();
    house.said(&id, TODAY).await;
    house.is_done(&id).await;
    assert_eq!((house.report(&id).await.deleted, house.report(&id).await.by_hand), (2, 3));
}

#[tokio::test]
async fn who_grants_the_right_has_it_done() {
    let Some(server) = Server::start() else { return };
    let (house, base) = clerk(&server, "granted").await;
    let id = house.erase("r1", "anna@example.org").await;
    house.waits_for_hands(&id).await;
    base.run("GRANT UPDATE, DELETE ON calls TO clerk_granted").await.unwrap();
    house.said(&id, TODAY).await;
    house.is_done(&id).await;
    assert_eq!(base.run("SELECT id FROM calls").await, Ok(Ran::Rows(vec!["12".to_owned()])));
    assert_eq!((house.report(&id).await.deleted, house.report(&id).await.by_hand), (2, 0));
}

/// What a check of the maps says of what stores cannot do.
async fn findings(house: &House) -> Vec<(What, String)> {
    let (desk, finder) = (&house.desk, Finder::default());
    let report = check(&desk.atlas, &desk.stores, &finder, TODAY, &mut |_, _| ()).await.unwrap();
    let able = [What::Unreadable, What::NoRight, What::ByHand];
    let found = report.findings.into_iter().filter(|f| able.contains(&f.what));
    found.map(|f| (f.what, f.place)).collect()
}

#[tokio::test]
async fn a_check_of_the_maps_tells_where_hands_are_needed() {
    let house = House::new(&[CENTRE, ARCHIVE], None).await;
    assert_eq!(findings(&house).await, [(What::ByHand, "archive.audio/*.wav".to_owned())]);
    let Some(server) = Server::start() else { return };
    let (house, base) = clerk(&server, "checked").await;
    let no_right = |table: &str| (What::NoRight, format!("centre.{table}"));
    assert_eq!(findings(&house).await, [no_right("calls"), no_right("contacts")]);
    base.run("REVOKE SELECT ON calls FROM clerk_checked").await.unwrap();
    let unreadable = (What::Unreadable, "centre.calls".to_owned());
    assert_eq!(findings(&house).await, [unreadable, no_right("contacts")]);
}

/// Values that a sweep found are looked for again, also by who does not sweep.
#[tokio::test]
async fn nobodys_word_is_taken_for_values_that_were_found() {
    let mut room = Room::sqlite().await;
    let facts = ["email=eins@example.org"];
    let id = room.open("r1", RequestKind::Erasure, &facts, Wish::default()).await;
    room.work().await;
    room.approve(&id).await;
    room.run("UPDATE calls SET note = 'frag eins@example.org' WHERE id = 12").await;
    room.desk.sweeps = true;
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = room.desk.work_together(&order).await.unwrap();
    assert_eq!(batch.found, std::slice::from_ref(&id));
    room.desk.sweeps = false;
    for (note, stands) in [
        ("frag eins@example.org nochmal", (RequestState::Waiting, Some(Waits::Residue))),
        ("", (RequestState::Done, None)),
    ] {
        let goes = Event::ResidueSettled(Residue::Goes);
        room.desk.resolved(&id, goes, act("officer")).await.unwrap();
        room.work().await;
        room.run(&format!("UPDATE calls SET note = '{note}' WHERE id = 12")).await;
        room.desk.hand_done(&id, act("officer")).await.unwrap();
        room.desk.carry_on(&id, act("officer"), &chance, &mut |_| ()).await.unwrap();
        assert_eq!(room.stands(&id).await, stands, "{note}");
    }
    let early = room.desk.hand_done(&id, act("officer")).await;
    assert!(matches!(early, Err(Failed::NotNow(_))), "{early:?}");
}

/// A hold that is placed while somebody is asked to delete by hand: what it covers and can still be reached is planned anew, to
/// stay.
#[tokio::test]
async fn a_hold_that_comes_while_hands_are_waited_for_keeps_its_rows() {
    use abide_rights::desk::holds::Placing;
    use abide_rights::hold::Covers;
    let centre = CENTRE.replace("kind = \"sqlite\"", "kind = \"sqlite\"\n    read-only = true");
    assert_ne!(centre, CENTRE);
    let house = House::new(&[&centre], None).await;
    let id = house.open("r1", RequestKind::Erasure, "anna@example.org", Wish::default()).await;
    house.work().await;
    house.approve(&id).await;
    house.waits_for_hands(&id).await;
    assert!(!house.desk.case(&id).await.unwrap().who.unwrap().hands.is_empty());

    let placing = Placing {
        id: "h1".parse().unwrap(),
        reason: "claim for damages".to_owned(),
        until: None,
        covers: Covers::default(),
    };
    house.desk.place_on(&id, &placing, act("olga")).await.unwrap();
    house.work().await;
    let paper = house.paper(&id).await;
    assert_eq!(paper.totals(), (0, 0), "everything is held");
    assert!(house.desk.case(&id).await.unwrap().who.unwrap().hands.is_empty(), "nothing is asked");
    assert!(house.reminders(&id).await.iter().all(|r| r.done_at.is_some()));
    assert_eq!(house.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
}
