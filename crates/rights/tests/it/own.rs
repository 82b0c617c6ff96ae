//! Requests over our own tables: what a person gets of them, what stays, what goes when its period is over.

use std::collections::BTreeMap;
use std::io::Read as _;

use abide_policy::decide::Choices;
use abide_policy::text::Id;
use abide_policy::vocab::{RequestKind, RequestState, Waits};
use abide_rights::desk::document::Wish;
use abide_rights::desk::{Act, Forgotten};
use abide_rights::identity::Asked;
use abide_rights::own::Why;
use abide_rights::state::{Question, Refusal};
use abide_tests::postgres::Postgres as Server;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use crate::desk::{Room, act};
use crate::world::{Base, TODAY};

/// No agent has Anna's address: nobody else is asked about.
const NO_AGENT: &str = "UPDATE agents SET email = 'second@example.com' WHERE id = 2";

impl Room {
    /// A request from its receipt to its end.
    async fn done(&self, id: &str, kind: RequestKind, facts: &[&str]) -> Id {
        let id = self.open(id, kind, facts, Wish::default()).await;
        self.work().await;
        self.approve(&id).await;
        self.work().await;
        self.hand_out(&id).await;
        assert_eq!(self.stands(&id).await, (RequestState::Done, None));
        id
    }

    /// The files of a copy, by name.
    pub(crate) fn copy(&self, id: &Id) -> BTreeMap<String, String> {
        let file = std::fs::File::open(self.desk.exports.join(format!("{id}.zip"))).unwrap();
        let mut zip = zip::ZipArchive::new(file).unwrap();
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let (name, mut text) = (file.name().unwrap().into_owned(), String::new());
            file.read_to_string(&mut text).unwrap();
            files.insert(name, text);
        }
        files
    }

    /// What the history keeps of our own of an erasure.
    async fn told(&self, id: &Id) -> Value {
        let events = self.desk.records.events(id, 0).await.unwrap();
        let (_, done) = events.iter().find(|(_, e)| e.what.as_str() == "done").unwrap();
        serde_json::from_str::<Value>(done.detail.as_str()).unwrap()["own"].clone()
    }
}

async fn on_postgres(server: &Server) -> Room {
    Room::new(Base::postgres(server, "store"), Some(server.database("records"))).await
}

fn after(days: i32) -> Date {
    TODAY.saturating_add(days.days())
}

const NOTHING: Forgotten = Forgotten { requests: 0, marks: 0, copies: 0, letters: 0 };

/// A copy holds the person's requests and choices, in the words of the marks, and nobody else: neither others who asked nor
/// who works here.
async fn a_copy_holds_what_abide_holds(room: Room) {
    room.run(NO_AGENT).await;
    let bea = ["email=bea@example.org"];
    room.done("objected", RequestKind::Objection, &bea).await;
    room.done("others", RequestKind::Restriction, &["phone=+493023125101"]).await;
    let id = room.done("copied", RequestKind::Access, &bea).await;
    let files = room.copy(&id);
    let rows = |table: &str| -> Vec<Value> {
        serde_json::from_str(&files[&format!("data/abide/{table}.json")]).unwrap()
    };
    let requests = rows("request");
    let said = |r: &Value| [r["id"].clone(), r["kind"].clone(), r["state"].clone()];
    assert_eq!(
        requests.iter().map(said).collect::<Vec<_>>(),
        [
            ["copied", "access", "running"].map(|s| json!(s)),
            ["objected", "objection", "done"].map(|s| json!(s)),
        ]
    );
    assert_eq!(requests[0]["subject"]["facts"], json!(["email=bea@example.org"]));
    assert!(requests[1]["closed_at"].as_str().unwrap().contains('T'), "a moment people can read");
    assert_eq!(
        (&rows("choice")[0]["kind"], &rows("choice")[0]["purpose"]),
        (&json!("objection"), &json!("*"))
    );
    assert!(files.contains_key("data/abide/request_event.csv"));
    let sheet = &files["data/abide/request.csv"];
    assert!(sheet.contains("Auskunft") && sheet.contains("E-Mail-Adresse: bea@example.org"));
    for (name, text) in files.iter().filter(|(name, _)| name.starts_with("data/abide/")) {
        let programs = ["{\"", "[\"", "running", "lease_owner", "email=", "plan-made", "step-done"];
        let said = programs.iter().find(|p| name.ends_with(".csv") && text.contains(**p));
        assert_eq!(said, None, "{name} speaks to people: {text}");
    }
    let page = &files["index.html"];
    assert!(page.contains(">Auskunft<") && page.contains(">Widerspruch<"), "{page}");
    let schema: Value = serde_json::from_str(&files["data/abide/choice.schema.json"]).unwrap();
    let kind = &schema["items"]["properties"]["kind"];
    assert!(kind["title"].as_str().unwrap().contains("widersprochen"), "their language: {kind}");
    assert!(kind["description"].as_str().unwrap().contains("solange"), "{kind}");
    let request: Value = serde_json::from_str(&files["data/abide/request.schema.json"]).unwrap();
    let closed = &request["items"]["properties"]["closed_at"]["description"];
    assert_eq!(*closed, json!("3 Jahre nach dem Abschluss, dann gelöscht"));
    let row = json!(rows("choice"));
    assert!(jsonschema::is_valid(&schema, &row));
    let own = files.iter().filter(|(name, _)| name.starts_with("data/abide/"));
    for (name, text) in own {
        for other in ["others", "23125101", "officer", "worker"] {
            assert!(!text.contains(other), "{name} tells of {other}");
        }
    }
    for says in
        ["Ihre Anträge an uns", "3 Jahre nach dem Abschluss", "Solange die Entscheidung gilt"]
    {
        assert!(files["index.html"].contains(says), "in the person's language: {says}");
    }
    let taken = room.done("taken", RequestKind::Portability, &bea).await;
    let taken = room.copy(&taken);
    assert!(!taken.keys().any(|name| name.starts_with("data/abide/")), "they provided none of it");
}

#[tokio::test]
async fn a_copy_holds_what_abide_holds_on_sqlite() {
    a_copy_holds_what_abide_holds(Room::sqlite().await).await;
}

#[tokio::test]
async fn a_copy_holds_what_abide_holds_on_postgresql() {
    let Some(server) = Server::start() else { return };
    a_copy_holds_what_abide_holds(on_postgres(&server).await).await;
}

/// Erasure takes the copies of earlier requests; what must stay stays with its reason, and goes when its period is over.
async fn what_must_stay_goes_later(mut room: Room) {
    room.run(NO_AGENT).await;
    room.desk.kept = "2 years".parse().unwrap();
    let anna = ["phone=+493023125101"];
    let facts = |facts: &[&str]| Asked::read(facts.iter().copied(), None).unwrap();
    let copied = room.done("copied", RequestKind::Access, &["phone=+493023125101"]).await;
    let beas = room.done("beas", RequestKind::Access, &["email=bea@example.org"]).await;
    room.done("objected", RequestKind::Objection, &anna).await;
    let id = room.open("erased", RequestKind::Erasure, &anna, Wish::default()).await;
    room.work().await;
    let case = room.desk.case(&id).await.unwrap();
    let stays = room.desk.own(&case).await.unwrap().stays(room.desk.kept, TODAY, &room.desk.zone);
    let said: Vec<_> = stays.iter().map(|s| (s.why, s.count)).collect();
    assert_eq!(said, [(Why::Open, 1), (Why::Proof, 2), (Why::Chosen, 1)]);
    assert_eq!(stays[1].until, None, "the request of the objection stays as long as that holds");
    room.approve(&id).await;
    room.work().await;
    let archive = |id: &Id| room.desk.exports.join(format!("{id}.zip"));
    assert!(!archive(&copied).exists(), "the copy of erased data goes with the data");
    assert!(archive(&beas).exists(), "another person's stays");
    let told = json!({ "copies": 1, "stays": { "proof": 2, "chosen": 1 } });
    assert_eq!(room.told(&id).await, told);

    assert_eq!(room.desk.forget(after(20)).await.unwrap(), NOTHING);
    let copies = Forgotten { copies: 1, ..NOTHING };
    assert_eq!(room.desk.to_forget(after(60)).await.unwrap(), copies);
    assert!(archive(&beas).exists(), "who only looks removes nothing");
    assert_eq!(room.desk.forget(after(60)).await.unwrap(), copies);
    assert!(!archive(&beas).exists(), "a copy lies ready for a month");
    assert_eq!(room.desk.forget(after(700)).await.unwrap(), NOTHING);
    let requests = Forgotten { requests: 3, ..NOTHING };
    assert_eq!(room.desk.to_forget(after(800)).await.unwrap(), requests);
    assert!(room.desk.records.request(&id).await.unwrap().is_some());
    assert_eq!(room.desk.forget(after(800)).await.unwrap(), requests);
    assert_eq!(room.desk.records.request(&id).await.unwrap(), None);
    let marks = room.desk.keys.as_ref().unwrap().lookups(&facts(&anna));
    let hash = marks[0].hash().parse().unwrap();
    assert!(room.desk.records.suppression(hash).await.unwrap().is_some(), "it has its own period");
    // Of the number that was stated, and of the address that was known.
    assert_eq!(room.desk.forget(after(1200)).await.unwrap(), Forgotten { marks: 2, ..NOTHING });
    assert_eq!(room.desk.records.suppression(hash).await.unwrap(), None);
    assert!(
        !room
            .desk
            .choices_of(&facts(&anna), after(1200), Choices::default())
            .await
            .unwrap()
            .objected
            .is_empty(),
        "an objection holds"
    );
}

#[tokio::test]
async fn what_must_stay_goes_later_on_sqlite() {
    what_must_stay_goes_later(Room::sqlite().await).await;
}

#[tokio::test]
async fn what_must_stay_goes_later_on_postgresql() {
    let Some(server) = Server::start() else { return };
    what_must_stay_goes_later(on_postgres(&server).await).await;
}

/// Two people share a number: of the one who asked by it, the other gets nothing.
#[tokio::test]
async fn who_shares_a_number_gets_nothing_of_the_other() {
    let room = Room::sqlite().await;
    let shared = ["phone=+493023125104"];
    for (name, person) in [("eins", 1), ("zwei", 2)] {
        let id = room.open(name, RequestKind::Access, &shared, Wish::default()).await;
        room.work().await;
        assert_eq!(room.stands(&id).await, (RequestState::Waiting, Some(Waits::Identity)));
        room.settle(&id, &[person], act("officer")).await;
        room.work().await;
        room.approve(&id).await;
        room.work().await;
        room.hand_out(&id).await;
        assert_eq!(room.stands(&id).await, (RequestState::Done, None));
        // By what else is known of them, their own is found; by the number alone it would be the other's as well.
        let requests = &room.copy(&id)["data/abide/request.json"];
        assert!(requests.contains(name), "{requests}");
        assert!(name == "eins" || !requests.contains("eins"), "{requests}");
    }
    let id = room.done("named", RequestKind::Access, &["email=zwei@example.org"]).await;
    let requests = &room.copy(&id)["data/abide/request.json"];
    assert!(requests.contains("named") && !requests.contains("eins"), "{requests}");
}

#[tokio::test]
async fn an_open_request_never_goes_and_no_copy_outlives_its_request() {
    let mut room = Room::sqlite().await;
    room.desk.kept = "10 days".parse().unwrap();
    let copied = room.done("copied", RequestKind::Access, &["email=bea@example.org"]).await;
    let open =
        room.open("open", RequestKind::Access, &["email=bea@example.org"], Wish::default()).await;
    let foreign = room.desk.exports.join("somebody-elses.zip");
    std::fs::write(&foreign, b"").unwrap();
    let gone = room.desk.forget(after(4000)).await.unwrap();
    assert_eq!(gone, Forgotten { requests: 1, copies: 1, ..NOTHING });
    assert!(!room.desk.exports.join(format!("{copied}.zip")).exists());
    assert!(room.desk.records.request(&open).await.unwrap().is_some());
    assert!(foreign.exists(), "what is no request's is left alone");
}

/// The day in the records is that of the clock, also when an extended request stands and goes on.
#[tokio::test]
async fn the_day_in_the_records_follows_the_clock() {
    let room = Room::sqlite().await;
    let id =
        room.open("r1", RequestKind::Access, &["email=bea@example.org"], Wish::default()).await;
    let on = |day: Date| Act { today: day, ..act("officer") };
    let told = date(2026, 12, 1);
    let extended = room.desk.extend(&id, "viele Anfragen", None, on(told)).await.unwrap();
    assert_eq!(room.desk.case(&id).await.unwrap().stored.due, extended);
    room.desk.ask(&id, Question::Identity, on(date(2026, 12, 3))).await.unwrap();
    room.desk.answered(&id, on(date(2026, 12, 13))).await.unwrap();
    let case = room.desk.case(&id).await.unwrap();
    let day = date(2026, 12, 13);
    assert_eq!(case.stored.due, case.clock.deadline(day).due);
    assert!(case.stored.due > extended, "{} after {extended}", case.stored.due);
    assert_eq!(case.stored.extension.unwrap().to, extended, "as the person was told");
}

/// Whoever asked by their number and is erased by their address is one person: their earlier copy goes, and a copy tells of what they
/// asked before.
async fn another_fact_is_the_same_person(room: Room) {
    let copied = room.done("a1", RequestKind::Access, &["phone=030 23125102"]).await;
    let refused = room.open("e0", RequestKind::Erasure, &["phone=030 23125102"], Wish::default());
    let refused = refused.await;
    room.work().await;
    let text = "Dear Bea Probe, you wrote from bea@example.org.";
    room.desk.refuse(&refused, Refusal::Unfounded, text, act("officer")).await.unwrap();
    assert!(room.desk.archive(&copied).is_file());
    let again = room.done("a2", RequestKind::Access, &["email=bea@example.org"]).await;
    let told = room.copy(&again).into_values().collect::<String>();
    assert!(told.contains("a1") && told.contains("e0"), "{told}");
    let other = room.done("a3", RequestKind::Access, &["email=eins@example.org"]).await;
    // One lies ready and was not handed out.
    let ready = room.open("a4", RequestKind::Access, &["phone=030 23125102"], Wish::default());
    let ready = ready.await;
    room.work().await;
    room.approve(&ready).await;
    room.work().await;

    let erased = room.done("e1", RequestKind::Erasure, &["email=bea@example.org"]).await;
    for (id, stays) in [(&copied, false), (&again, false), (&other, true), (&ready, true)] {
        assert_eq!(room.desk.archive(id).is_file(), stays, "{id}");
    }
    let report = room.told(&erased).await;
    assert_eq!((&report["copies"], &report["ready"]), (&json!(2), &json!(1)), "{report}");
    let refusal = room.desk.records.request(&refused).await.unwrap().unwrap().refusal.unwrap();
    assert_eq!(refusal.text, "", "what was written to her is forgotten");
}

#[tokio::test]
async fn another_fact_is_the_same_person_on_sqlite() {
    another_fact_is_the_same_person(Room::sqlite().await).await;
}

#[tokio::test]
async fn another_fact_is_the_same_person_on_postgresql() {
    let Some(server) = Server::start() else { return };
    another_fact_is_the_same_person(on_postgres(&server).await).await;
}
