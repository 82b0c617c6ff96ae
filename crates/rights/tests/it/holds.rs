//! Legal holds: what they keep, for how long, against whose erasure; and what happens when they end.

use std::collections::BTreeMap;

use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_records::Records;
use abide_records::requests::duties::Reminder;
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::{Keeps, Paper, Wish};
use abide_rights::desk::holds::Placing;
use abide_rights::desk::report::Report;
use abide_rights::desk::{Act, Desk, Failed, HELD};
use abide_rights::find::together;
use abide_rights::hold::Covers;
use abide_rights::identity::{Asked, Key, Keys};
use abide_rights::own::Why;
use abide_rights::redact::Texts;
use abide_rights::state::NotNow;
use abide_tests::postgres::Postgres as Server;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::chart;
use crate::desk::{NOW, Room, act, chance};
use crate::world::{Base, TODAY};

const LAST: Date = date(2027, 6, 30);

fn placing(id: &str, until: Option<Date>, covers: Covers) -> Placing {
    let (id, reason) = (id.parse().unwrap(), "claim for damages, file 12/26".to_owned());
    Placing { id, reason, until, covers }
}

fn tables(names: &[&str]) -> Covers {
    let tables = names.iter().map(|name| (*name).to_owned()).collect();
    Covers { tables, ..Covers::default() }
}

fn on(today: Date, by: &str) -> Act<'_> {
    Act { today, ..act(by) }
}

/// Places a hold on whoever is known by a fact.
async fn hold(desk: &Desk, placing: &Placing, fact: &str) -> Result<(), Failed> {
    let asked = Asked::read([fact], Some("DE".parse().unwrap())).unwrap();
    let found = desk.people(&asked).await.unwrap();
    let subject = together(&found.iter().collect::<Vec<_>>());
    desk.place(placing, &asked, &subject, on(TODAY, "olga")).await
}

impl Room {
    async fn erase(&self, id: &str, fact: &str) -> Id {
        let id = self.open(id, RequestKind::Erasure, &[fact], Wish::default()).await;
        self.work().await;
        id
    }

    pub(crate) async fn paper(&self, id: &Id) -> Paper {
        self.desk.case(id).await.unwrap().plan.unwrap().1
    }

    async fn everything(&self) -> BTreeMap<&'static str, Vec<String>> {
        let mut all = BTreeMap::new();
        for (table, columns) in [
            ("agents", "id, name, email"),
            ("contacts", "id, name, email, phone, merged_into"),
            ("calls", "id, contact_id, second_id, agent_id, number, second_number, note, seconds"),
            ("transcripts", "call_id, body"),
        ] {
            all.insert(table, self.rows(&format!("SELECT {columns} FROM {table}")).await);
        }
        all
    }

    async fn reminders(&self, id: &Id) -> Vec<Reminder> {
        let mut all = self.desk.records.reminders(id).await.unwrap();
        all.retain(|reminder| reminder.code.as_str() == HELD && reminder.done_at.is_none());
        all
    }
}

async fn on_postgres(server: &Server) -> Room {
    Room::new(Base::postgres(server, "store"), Some(server.database("records"))).await
}

/// Bea is held by her telephone number, asks by her e-mail address, and is erased once the hold is lifted.
async fn what_is_held_stays_until_it_is_lifted(room: Room) {
    let before = room.everything().await;
    hold(&room.desk, &placing("h1", Some(LAST), Covers::default()), "phone=030 23125102")
        .await
        .unwrap();
    let id = room.erase("r1", "email=bea@example.org").await;
    let paper = room.paper(&id).await;
    assert_eq!((paper.totals(), paper.holds.as_slice()), ((0, 0), &["h1".to_owned()][..]));
    let keeps = paper.stores.iter().flat_map(|s| &s.tables).flat_map(|t| &t.keep);
    let rows: u64 = keeps
        .map(|keep| {
            let reason = keep.reason.as_deref().unwrap();
            assert_eq!((keep.why, keep.hold.as_deref()), (Keeps::Hold, Some("h1")));
            assert_eq!((keep.until, reason), (Some(LAST), "claim for damages, file 12/26"));
            keep.rows
        })
        .sum();
    assert_eq!(rows, 5, "a contact, two calls, two transcripts");
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert_eq!(room.everything().await, before, "nothing was touched");

    // It says what stays; whom it is about is kept for later, and nobody is remembered as erased.
    let report: Report = serde_json::from_str(&room.report(&id).await).unwrap();
    assert_eq!(report.kept.iter().map(|stay| stay.keep.rows).sum::<u64>(), 5);
    assert!(
        report.kept.iter().map(|s| &s.keep).all(|k| k.why == Keeps::Hold && k.until == Some(LAST))
    );
    let case = room.desk.case(&id).await.unwrap();
    assert!(case.who.is_some() && !room.whats(&id).await.contains(&"forgotten".to_owned()));
    let returned = room.desk.returned(TODAY, &mut |_| ()).await.unwrap();
    assert_eq!(returned.count, 0, "{returned:?}");
    let reminders = room.reminders(&id).await;
    assert_eq!(reminders.len(), 1);
    assert_eq!(reminders[0].due, date(2027, 7, 1), "the day after");
    let early = room.desk.take_up(&id, "r2".parse().unwrap(), act("olga")).await;
    assert!(matches!(early, Err(Failed::NotNow(NotNow::NotAwaited))), "{early:?}");

    room.desk.lift(&"h1".parse().unwrap(), act("eva")).await.unwrap();
    assert!(matches!(
        room.desk.lift(&"h1".parse().unwrap(), act("eva")).await,
        Err(Failed::NotHeld(_))
    ));
    assert_eq!(room.reminders(&id).await[0].due, TODAY, "to be taken up now");
    let next: Id = "r2".parse().unwrap();
    room.desk.take_up(&id, next.clone(), act("olga")).await.unwrap();
    assert!(room.reminders(&id).await.is_empty());
    assert!(room.desk.case(&id).await.unwrap().who.is_none(), "forgotten now");
    let told = room.whats(&id).await;
    assert_eq!(told[told.len() - 3..], ["hold-lifted", "taken-up", "forgotten"]);
    room.work().await;
    room.approve(&next).await;
    room.work().await;
    assert_eq!(room.stands(&next).await, (RequestState::Done, None));
    let after = room.everything().await;
    assert_eq!(after["agents"], before["agents"]);
    let others = |table: &str, own: usize| {
        let mut rows = before[table].clone();
        rows.remove(own);
        rows
    };
    assert_eq!(after["contacts"], others("contacts", 1));
    let mut calls = others("calls", 2);
    calls[1] = "11|1|NULL|1|+493023125101|NULL|Anna Muster und […] sprechen|70".to_owned();
    assert_eq!(after["calls"], calls);
    assert!(room.desk.returned(TODAY, &mut |_| ()).await.unwrap().count == 0);
}

#[tokio::test]
async fn what_is_held_stays_until_it_is_lifted_on_sqlite() {
    what_is_held_stays_until_it_is_lifted(Room::sqlite().await).await;
}

#[tokio::test]
async fn what_is_held_stays_until_it_is_lifted_on_postgresql() {
    let Some(server) = Server::start() else { return };
    what_is_held_stays_until_it_is_lifted(on_postgres(&server).await).await;
}

/// A hold that comes after the plan: the plan is not approved; one that comes after approval: it is not carried out. And the
/// same when it is lifted.
async fn a_hold_that_comes_later_stops_it(room: Room) {
    let before = room.everything().await;
    let id = room.erase("r1", "email=bea@example.org").await;
    let first = room.desk.case(&id).await.unwrap().plan.unwrap().0.fingerprint;
    let some = placing("h1", None, tables(&["store.calls"]));
    room.desk.place_on(&id, &some, act("olga")).await.unwrap();
    let refused = room.desk.approve(&id, first, act("olga")).await;
    assert!(matches!(refused, Err(Failed::NotNow(NotNow::OtherPlan))), "{refused:?}");
    assert_eq!(room.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(room.paper(&id).await.holds, ["h1"]);
    assert!(room.desk.approve(&id, first, act("olga")).await.is_err(), "the old plan is gone");
    room.approve(&id).await;
    // Approved, and then everything is held.
    hold(&room.desk, &placing("h2", None, Covers::default()), "phone=030 23125102").await.unwrap();
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(room.everything().await, before, "nothing was done");
    assert!(room.whats(&id).await.contains(&"data-changed".to_owned()));
    assert_eq!(room.paper(&id).await.totals(), (0, 0));
    // Lifted between: what was approved is not what would be done.
    room.approve(&id).await;
    room.desk.lift(&"h2".parse().unwrap(), act("olga")).await.unwrap();
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_ne!(room.paper(&id).await.totals(), (0, 0));
    assert_eq!(room.everything().await, before);
    let on_it = room.desk.holds_on(&room.desk.case(&id).await.unwrap()).await.unwrap();
    let named: Vec<(&str, bool)> =
        on_it.iter().map(|hold| (hold.id.as_str(), hold.stands(TODAY))).collect();
    assert_eq!(named, [("h1", true), ("h2", false)], "the lifted one is still told");
}

#[tokio::test]
async fn a_hold_that_comes_later_stops_it_on_sqlite() {
    a_hold_that_comes_later_stops_it(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_hold_that_comes_later_stops_it_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_hold_that_comes_later_stops_it(on_postgres(&server).await).await;
}

/// A hold on calls alone: the person goes but for a shell, and is found again by it.
async fn a_hold_on_some_tables_keeps_these(room: Room) {
    let calls = room.rows("SELECT id, contact_id, number, note FROM calls").await;
    let some = placing("h1", None, tables(&["store.calls"]));
    hold(&room.desk, &some, "email=bea@example.org").await.unwrap();
    let id = room.erase("r1", "phone=030 23125102").await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert_eq!(room.rows("SELECT id, contact_id, number, note FROM calls").await, calls);
    assert_eq!(
        room.rows("SELECT id, name, email, phone FROM contacts WHERE id = 2").await,
        ["2||NULL|NULL"],
        "calls refer to it, and it tells nothing"
    );
    let due = room.reminders(&id).await[0].due;
    assert_eq!(due, TODAY.saturating_add(180.days()), "somebody looks whether it is still needed");
    room.desk.lift(&"h1".parse().unwrap(), act("olga")).await.unwrap();
    let next: Id = "r2".parse().unwrap();
    room.desk.take_up(&id, next.clone(), act("olga")).await.unwrap();
    room.work().await;
    let (deleted, changed) = room.paper(&next).await.totals();
    assert_eq!(
        (deleted, changed),
        (2, 1),
        "the shell and her call; one call is Anna's too, and its transcript tells nothing of her any more"
    );
    room.approve(&next).await;
    room.work().await;
    assert_eq!(room.rows("SELECT id FROM contacts").await, ["1", "3", "4", "5"]);
    assert_eq!(room.rows("SELECT id FROM calls").await, ["10", "11", "13"]);
}

#[tokio::test]
async fn a_hold_on_some_tables_keeps_these_on_sqlite() {
    a_hold_on_some_tables_keeps_these(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_hold_on_some_tables_keeps_these_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_hold_on_some_tables_keeps_these(on_postgres(&server).await).await;
}

/// Bea is erased; what is Anna's too stays as it is, because Anna is held.
async fn others_erasure_leaves_what_is_held(room: Room) {
    let before = room.everything().await;
    let id = room.erase("r1", "email=bea@example.org").await;
    let first = room.desk.case(&id).await.unwrap().plan.unwrap().0.fingerprint;
    hold(&room.desk, &placing("h1", Some(LAST), Covers::default()), "phone=030 23125101")
        .await
        .unwrap();
    // Nothing tells that Bea's request is about Anna too, until somebody approves it.
    let refused = room.desk.approve(&id, first, act("olga")).await;
    assert!(matches!(refused, Err(Failed::OtherPlan)), "{refused:?}");
    let paper = room.paper(&id).await;
    assert_eq!(paper.holds, ["h1"]);
    let written = serde_json::to_string(&paper).unwrap();
    assert!(!written.contains("claim"), "why Anna is held is nothing for Bea: {written}");
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    let after = room.everything().await;
    assert_eq!(
        after["calls"],
        [&before["calls"][0], &before["calls"][1], &before["calls"][3]].map(Clone::clone),
        "Bea's own call went"
    );
    assert_eq!(after["transcripts"], before["transcripts"][..2]);
    assert_eq!(after["contacts"][1], "2||NULL|NULL|NULL", "the call refers to her row");
    assert_eq!(room.reminders(&id).await.len(), 1);
}

#[tokio::test]
async fn others_erasure_leaves_what_is_held_on_sqlite() {
    others_erasure_leaves_what_is_held(Room::sqlite().await).await;
}

#[tokio::test]
async fn others_erasure_leaves_what_is_held_on_postgresql() {
    let Some(server) = Server::start() else { return };
    others_erasure_leaves_what_is_held(on_postgres(&server).await).await;
}

#[tokio::test]
async fn a_shared_number_holds_nobody_else() {
    let room = Room::sqlite().await;
    let desk = &room.desk;
    let shared = hold(desk, &placing("h0", None, Covers::default()), "phone=+493023125104").await;
    assert!(shared.is_ok(), "of both together it is theirs alone");
    desk.lift(&"h0".parse().unwrap(), act("olga")).await.unwrap();
    hold(desk, &placing("h1", None, Covers::default()), "email=eins@example.org").await.unwrap();
    let hold = desk.records.holds().await.unwrap().into_iter().find(|h| h.id.as_str() == "h1");
    let facts: Vec<_> = hold.unwrap().who.iter().map(|(fact, _)| fact.to_string()).collect();
    assert_eq!(facts, ["email"], "the number is another's too");
    let id = room.erase("r1", "email=zwei@example.org").await;
    assert!(room.paper(&id).await.holds.is_empty());
    // The number was one person's when the hold was placed, and is somebody else's now.
    room.base.run("UPDATE contacts SET phone = NULL WHERE id = 5").await.unwrap();
    self::hold(desk, &placing("h2", None, Covers::default()), "email=eins@example.org")
        .await
        .unwrap();
    room.base.run("UPDATE contacts SET phone = '+493023125104' WHERE id = 5").await.unwrap();
    let id = room.erase("r2", "email=zwei@example.org").await;
    assert!(room.paper(&id).await.holds.is_empty());
    let id = room.erase("r3", "email=eins@example.org").await;
    assert_eq!(room.paper(&id).await.totals(), (0, 0));
}

#[tokio::test]
async fn a_hold_says_why_and_what_and_is_on_somebody() {
    let room = Room::sqlite().await;
    let desk = &room.desk;
    let anna = "email=anna@example.org";
    let over = hold(desk, &placing("h1", TODAY.yesterday().ok(), Covers::default()), anna).await;
    assert!(matches!(over, Err(Failed::NoHold)), "{over:?}");
    let silent = Placing { reason: " ".to_owned(), ..placing("h1", None, Covers::default()) };
    assert!(matches!(hold(desk, &silent, anna).await, Err(Failed::NoHold)));
    for (covers, name) in [
        (tables(&["store", "store.nothing"]), "store.nothing"),
        (Covers { statements: vec!["nobodys".to_owned()], ..Covers::default() }, "nobodys"),
    ] {
        let refused = hold(desk, &placing("h1", None, covers), anna).await;
        assert!(matches!(&refused, Err(Failed::Uncovered(n)) if n == name), "{refused:?}");
    }
    let subject = together(&[]);
    let shared = Asked::read(["phone=+493023125104"], None).unwrap();
    let open = placing("h1", None, Covers::default());
    let none = desk.place(&open, &shared, &subject, act("olga")).await;
    assert!(matches!(none, Err(Failed::Unheld)), "others are known by it");
    assert!(desk.records.holds().await.unwrap().is_empty());
    let id = room.open("r1", RequestKind::Erasure, &[anna], Wish::default()).await;
    let early = desk.place_on(&id, &placing("h1", None, Covers::default()), act("olga")).await;
    assert!(matches!(early, Err(Failed::Unheld)), "nobody is settled yet: {early:?}");
}

/// A number of a row can be given to another: who was held is not taken for them.
#[tokio::test]
async fn a_row_that_is_somebody_elses_by_now_is_not_taken_up() {
    let room = Room::sqlite().await;
    let some = placing("h1", Some(TODAY), tables(&["store.calls"]));
    hold(&room.desk, &some, "email=bea@example.org").await.unwrap();
    let id = room.erase("r1", "email=bea@example.org").await;
    room.approve(&id).await;
    room.work().await;
    room.base.run("UPDATE contacts SET email = 'new@example.org' WHERE id = 2").await.unwrap();
    let tomorrow = TODAY.tomorrow().unwrap();
    let due = room.desk.records.reminders_due(tomorrow).await.unwrap();
    assert_eq!(due.len(), 1, "its day was reached: {due:?}");
    let next: Id = "r2".parse().unwrap();
    room.desk.take_up(&id, next.clone(), on(tomorrow, "olga")).await.unwrap();
    room.work().await;
    assert!(room.paper(&next).await.stores.is_empty(), "nobody is left");
}

/// In a batch, who was held meanwhile goes alone, and the others go.
#[tokio::test]
async fn a_batch_leaves_out_who_is_held() {
    let room = Room::sqlite().await;
    let (one, other) = (
        room.erase("r1", "email=eins@example.org").await,
        room.erase("r2", "email=zwei@example.org").await,
    );
    room.approve(&one).await;
    room.approve(&other).await;
    hold(&room.desk, &placing("h1", None, Covers::default()), "email=eins@example.org")
        .await
        .unwrap();
    let clock = || NOW;
    let order = Order { act: act("worker"), chance: &chance, clock: &clock };
    let batch = room.desk.work_together(&order).await.unwrap();
    assert_eq!((batch.taken, batch.done), (2, vec![other]));
    room.work().await;
    assert_eq!(room.stands(&one).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(room.rows("SELECT id FROM contacts WHERE id > 3").await, ["4"]);
}

/// What our own tables hold of the person: the hold is in their copy, and stays for a while after it has ended.
#[tokio::test]
async fn a_hold_is_in_the_copy_and_goes_when_its_period_is_over() {
    let room = Room::sqlite().await;
    hold(&room.desk, &placing("h1", None, Covers::default()), "email=bea@example.org")
        .await
        .unwrap();
    let bea = ["email=bea@example.org"];
    let id = room.open("r1", RequestKind::Access, &bea, Wish::default()).await;
    room.work().await;
    let own = room.desk.own(&room.desk.case(&id).await.unwrap()).await.unwrap();
    let stays = own.stays(room.desk.kept, TODAY, &room.desk.zone);
    assert!(stays.iter().any(|s| s.why == Why::Held && s.count == 1 && s.until.is_none()));
    let rows = own.rows(&room.desk.records).await.unwrap();
    let rows = rows.iter().find(|held| held.table.name == "legal_hold").unwrap();
    let names: Vec<&str> = rows.table.askers().map(|column| column.name).collect();
    assert!(names.contains(&"reason") && !names.contains(&"placed_by"), "{names:?}");
    let (years, month) = (TODAY.saturating_add(3.years()), 2.months());
    assert_eq!(room.desk.forget(years.saturating_add(month)).await.unwrap().marks, 0, "it stands");
    room.desk.lift(&"h1".parse().unwrap(), act("olga")).await.unwrap();
    assert_eq!(room.desk.forget(TODAY.saturating_add(1.year())).await.unwrap().marks, 0);
    let gone = room.desk.forget(years.saturating_add(month)).await.unwrap();
    assert_eq!(gone.marks, 2, "of the address and of the number");
    assert!(room.desk.records.holds().await.unwrap().is_empty());
}

/// A desk over stores of their own, of which this has the people.
async fn room_of(people: Base, others: &[(&Base, &str, &str)], map: &str) -> Room {
    let mut first = chart::chart("people", map);
    first.tables[0].known_by.push(abide_policy::map::KnownBy {
        fact: abide_policy::vocab::Fact::Email,
        column: "email".to_owned(),
        country: None,
        exact: false,
    });
    let mut parts = vec![(&people, first)];
    parts.extend(others.iter().map(|(base, id, map)| (*base, chart::chart(id, map))));
    let world = chart::world(&parts).await;
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk {
        records: Records::open(folder.path().join("records.db")).await.unwrap(),
        atlas: std::sync::Arc::new(world.atlas),
        stores: world.stores,
        keys: Keys::new(Key::new("k1".parse().unwrap(), &[9; 32]).unwrap(), Vec::new()).ok(),
        redactor: std::sync::Arc::new(Texts::default()),
        exports: folder.path().join("exports"),
        kept: abide_policy::text::Period::THREE_YEARS,
        exporting: None,
        watching: None,
        sweeps: false,
        erasures_at: None,
        zone: jiff::tz::TimeZone::UTC,
        calendar: abide_rights::deadline::Calendar::default(),
    };
    Room { base: people, desk, _folder: folder }
}

/// A hold that is placed between two stores: what the first had is gone, the second keeps what it has.
#[tokio::test]
async fn a_hold_stops_what_has_begun() {
    let (people, calls) = (Base::sqlite(), Base::sqlite());
    let rows = "CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT UNIQUE); \
        INSERT INTO people VALUES (1, 'anna@example.org'), (2, 'bea@example.org')";
    people.run(rows).await.unwrap();
    let rows = "CREATE TABLE calls (id INTEGER PRIMARY KEY, who INTEGER); \
        INSERT INTO calls VALUES (1, 1), (2, 2)";
    calls.run(rows).await.unwrap();
    let others = [(&calls, "calls", "calls\n          who owned-by people.people")];
    let room = room_of(people, &others, "people person").await;
    let id = room.erase("r1", "email=anna@example.org").await;
    assert_eq!(room.paper(&id).await.stores.len(), 2);
    room.approve(&id).await;
    // Another program places the hold when the first store is done.
    let mut steps = 0;
    let mut watch = |what: &str| {
        steps += usize::from(what == "running");
        if what == "running" && steps == 2 {
            place_elsewhere(&room._folder.path().join("records.db"));
        }
    };
    room.desk.carry_on(&id, act("worker"), &chance, &mut watch).await.unwrap();
    assert_eq!(steps, 2);
    assert_eq!(chart::ask(&calls, "SELECT id FROM calls").await, ["2"], "gone before");
    assert_eq!(room.rows("SELECT id FROM people").await, ["1", "2"], "stays");
    assert_eq!(room.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
    assert_eq!(room.paper(&id).await.holds, ["h1"]);
}

/// A bill loses its number at once though the law keeps the bill; not while a hold wants it as it is.
async fn a_hold_keeps_more_than_the_law(people: Base) {
    let rows = "CREATE TABLE people (id INTEGER PRIMARY KEY, email VARCHAR(40) UNIQUE); \
        CREATE TABLE bills (id INTEGER PRIMARY KEY, who INTEGER REFERENCES people, number TEXT, cents INTEGER, day TEXT); \
        INSERT INTO people VALUES (1, 'anna@example.org'), (2, 'bea@example.org'); \
        INSERT INTO bills VALUES (1, 1, '101', 70, '2025-03-01'), (2, 2, '102', 80, '2025-03-01')";
    people.run(rows).await.unwrap();
    let map = "people person\n        bills keep=invoices since=day\n          who owned-by people erase=anonymize about=number";
    let room = room_of(people, &[], map).await;
    let bills = "SELECT id, who, number, cents FROM bills";
    let anna = "email=anna@example.org";
    hold(&room.desk, &placing("h1", Some(LAST), tables(&["people.bills"])), anna).await.unwrap();
    let id = room.erase("r1", anna).await;
    room.approve(&id).await;
    room.work().await;
    assert_eq!(room.stands(&id).await, (RequestState::Done, None));
    assert_eq!(room.rows(bills).await, ["1|1|101|70", "2|2|102|80"]);
    assert_eq!(room.rows("SELECT id, email FROM people").await, ["1|NULL", "2|bea@example.org"]);
    room.desk.lift(&"h1".parse().unwrap(), act("olga")).await.unwrap();
    let next: Id = "r2".parse().unwrap();
    room.desk.take_up(&id, next.clone(), act("olga")).await.unwrap();
    room.work().await;
    room.approve(&next).await;
    room.work().await;
    assert_eq!(room.rows(bills).await, ["1|NULL|NULL|70", "2|2|102|80"], "the sum is right");
    assert_eq!(room.rows("SELECT id FROM people").await, ["2"]);
}

#[tokio::test]
async fn a_hold_keeps_more_than_the_law_on_sqlite() {
    a_hold_keeps_more_than_the_law(Base::sqlite()).await;
}

#[tokio::test]
async fn a_hold_keeps_more_than_the_law_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_hold_keeps_more_than_the_law(Base::postgres(&server, "store")).await;
}

/// As another process would, under the mark of Anna's address.
fn place_elsewhere(file: &std::path::Path) {
    let place = async {
        let keys = Keys::new(Key::new("k1".parse().unwrap(), &[9; 32]).unwrap(), Vec::new());
        let marks = keys.unwrap().marks(&Asked::read(["email=anna@example.org"], None).unwrap());
        let who = abide_records::people::Keyed {
            hash: marks[0].hash().parse().unwrap(),
            key: "k1".parse().unwrap(),
        };
        let hold = abide_records::holds::Hold {
            id: "h1".parse().unwrap(),
            who: vec![(abide_policy::vocab::Fact::Email, who)],
            reason: "claim".to_owned(),
            covers: abide_records::Document::new("{}".to_owned()).unwrap(),
            until: None,
            placed: ("olga".to_owned(), NOW),
            lifted: None,
        };
        let mut writing = Records::open(file).await.unwrap().write().await.unwrap();
        let saved = writing.place(&hold).await.unwrap();
        assert_eq!(saved, abide_records::requests::Saved::Done);
        writing.commit().await.unwrap();
    };
    let run = || tokio::runtime::Runtime::new().unwrap().block_on(place);
    std::thread::scope(|scope| scope.spawn(run).join().unwrap());
}
