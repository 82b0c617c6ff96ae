//! A bucket of S3 that a map names beside a database, from the request to its end: on a server of the test's own.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, RequestState, Waits};
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::{Who, Wish};
use abide_rights::desk::report::{Remaining, Report};
use abide_rights::desk::{Act, Desk, OLD_VERSIONS, Opening};
use abide_tests::s3::{S3, escaped};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::desk::{NOW, act, chance};
use crate::world::{Base, Ran, TODAY, desk_over};

mod line;
mod old;

use line::Line;

const CENTRE: &str = r#"
    [store]
    id = "centre"
    kind = "sqlite"
    place = "centre.db"
    policy = "service"

    [[table]]
    name = "contacts"
    person = "contact"
    known-by = [{ fact = "email", column = "email" }, { fact = "phone", column = "phone", country = "DE" }]

    [[table]]
    name = "calls"
    edge = [{ kind = "owned-by", columns = ["contact_id"], of = "contacts" }]
"#;

const ARCHIVE: &str = r#"
    [store]
    id = "archive"
    kind = "files"
    place = "s3://centre/archive"
    policy = "service"
    by-hand = "the keeper of the archive, extension 12"

    [[table]]
    name = "notes/*.jsonl"
    edge = [{ kind = "owned-by", columns = ["contact"], of-store = "centre", of = "contacts" }]

    [[table]]
    name = "texts/*.vtt"
    edge = [{ kind = "owned-by", columns = ["path"], of-store = "centre", of = "calls", of-columns = ["text"] }]

    [[table]]
    name = "audio/*.wav"
    edge = [{ kind = "owned-by", columns = ["path"], of-store = "centre", of = "calls", of-columns = ["file"] }]
"#;

const TABLES: &str = "
    CREATE TABLE contacts (id INTEGER PRIMARY KEY, email TEXT UNIQUE, phone TEXT);
    CREATE TABLE calls (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contacts(id), file TEXT, text TEXT);
    INSERT INTO contacts VALUES (1, 'anna@example.org', '+493023125101'), (2, 'bea@example.org', '+493023125102');
    INSERT INTO calls VALUES (10, 1, 'audio/a.wav', 'texts/a.vtt'), (12, 2, 'audio/b.wav', 'texts/b.vtt');
";

/// A note of Anna's, and two of Bea's, of which one speaks in signs that programs write in several ways.
const NOTES: &str = "{\"contact\":1,\"note\":\"write to anna@example.org\"}\n{\"contact\":2,\"note\":\"B\\u00e9a, bea@example.org\"}\r\n{ \"contact\" : 2 }\n";
const BEAS: &str =
    "{\"contact\":2,\"note\":\"B\\u00e9a, bea@example.org\"}\r\n{ \"contact\" : 2 }\n";

/// A desk over a database and a bucket.
struct House {
    desk: Desk,
    folder: tempfile::TempDir,
    line: Line,
    server: S3,
}

/// One version of an object, or a delete marker: its number, and what is in it.
type Version = (String, Option<Vec<u8>>);

impl House {
    /// With the archive's map, in a bucket that keeps versions (`Enabled`), may lock them too (`Locked`), or does not.
    async fn new(archive: &str, versioning: &str) -> Option<Self> {
        let server = S3::start()?;
        server.bucket("centre", versioning);
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        Base::There(here.join("centre.db")).run(TABLES).await.unwrap();
        let line = Line::to(&server);
        let put = |file: &str, content: &[u8]| put(&server, file, content, &[]);
        for at in 0..2 {
            put("notes/a.jsonl", format!("{NOTES}{{\"contact\":1,\"at\":{at}}}\n").as_bytes());
            put("texts/a.vtt", format!("WEBVTT\n\nAnna, anna@example.org, {at}\n").as_bytes());
            put("texts/b.vtt", format!("WEBVTT\n\nBea, {at}\n").as_bytes());
            put("audio/a.wav", format!("RIFF Anna {at}").as_bytes());
            put("audio/b.wav", format!("RIFF Bea {at}").as_bytes());
        }
        let _ = server.must("DELETE", &path("audio/a.wav"), &[], b"");
        put("audio/a.wav", b"RIFF Anna again");
        put("notes/a.jsonl", NOTES.as_bytes());
        put("beside.txt", b"nobody's");
        let desk = desk(here, &[CENTRE, archive], &line).await;
        Some(Self { desk, folder, line, server })
    }

    async fn kept() -> Option<Self> {
        Self::new(ARCHIVE, "Enabled").await
    }

    async fn open(&self, id: &str, email: &str) -> Id {
        let opening = Opening {
            id: id.parse().unwrap(),
            kind: RequestKind::Erasure,
            who: Who {
                facts: vec![format!("email={email}")],
                wish: Wish::default(),
                ..Who::default()
            },
            jurisdiction: "DE".parse().unwrap(),
            language: Lang::De,
            policy: "service@1".to_owned(),
            received: TODAY,
        };
        self.desk.open(&opening, act("officer")).await.unwrap();
        opening.id
    }

    async fn work(&self, now: i64) {
        let act = Act { now, ..act("worker") };
        while self.desk.work(act, &chance, &mut |_| ()).await.unwrap().is_some() {}
    }

    async fn approve(&self, id: &Id) {
        let (plan, _) = self.desk.case(id).await.unwrap().plan.unwrap();
        self.desk.approve(id, plan.fingerprint, act("officer")).await.unwrap();
    }

    /// Carries out what is approved, and sweeps.
    async fn batch(&self, now: i64) -> (Vec<Id>, Vec<Id>) {
        let clock = move || now;
        let order = Order { act: Act { now, ..act("worker") }, chance: &chance, clock: &clock };
        let batch = self.desk.work_together(&order).await.unwrap();
        (batch.done, batch.found)
    }

    /// Erases somebody in a batch that sweeps.
    async fn erased(&mut self, id: &str, email: &str) -> Report {
        let id = self.open(id, email).await;
        self.work(NOW).await;
        self.approve(&id).await;
        self.desk.sweeps = true;
        assert_eq!(self.batch(NOW).await, (vec![id.clone()], Vec::new()));
        self.report(&id).await
    }

    async fn stands(&self, id: &Id) -> (RequestState, Option<Waits>) {
        let case = self.desk.case(id).await.unwrap();
        (case.stored.state, case.stored.waits)
    }

    async fn report(&self, id: &Id) -> Report {
        let events = self.desk.records.events(id, 0).await.unwrap();
        events.iter().find_map(|(_, event)| Report::of(event)).unwrap()
    }

    /// What somebody has to see to: of which store, what, by which day.
    async fn due(&self, id: &Id) -> Vec<(String, String, Date)> {
        let open = self.desk.records.reminders(id).await.unwrap().into_iter();
        let open = open.filter(|reminder| reminder.done_at.is_none());
        open.map(|r| (r.store.to_string(), r.code.to_string(), r.due)).collect()
    }

    async fn rows(&self, sql: &str) -> Vec<String> {
        match Base::There(self.folder.path().join("centre.db")).run(sql).await.unwrap() {
            Ran::Rows(rows) => rows,
            Ran::Touched(_) => panic!("no question: {sql}"),
        }
    }

    async fn run(&self, sql: &str) {
        Base::There(self.folder.path().join("centre.db")).run(sql).await.unwrap();
    }

    fn put(&self, file: &str, content: &str) {
        put(&self.server, file, content.as_bytes(), &[]);
    }

    fn remove(&self, file: &str) {
        let _ = self.server.must("DELETE", &path(file), &[], b"");
    }

    /// Puts a version that nobody may delete before 2099.
    fn lock(&self, file: &str, content: &str) {
        let headers = [
            ("x-amz-sdk-checksum-algorithm", "SHA256"),
            ("x-amz-object-lock-mode", "GOVERNANCE"),
            ("x-amz-object-lock-retain-until-date", "2099-01-01T00:00:00Z"),
        ];
        put(&self.server, file, content.as_bytes(), &headers);
    }

    /// All versions of all files but our own.
    fn versions(&self) -> BTreeMap<String, Vec<Version>> {
        let mut files: BTreeMap<String, Vec<Version>> = BTreeMap::new();
        for (key, number, is_marker) in self.server.versions("centre", "archive/") {
            let file = key.strip_prefix("archive/").unwrap();
            let place = format!("{}?versionId={number}", path(file));
            let content = (!is_marker).then(|| self.server.must("GET", &place, &[], b""));
            files.entry(file.to_owned()).or_default().push((number, content));
        }
        files.retain(|file, _| !file.starts_with(".abide-"));
        files
    }

    /// The files of which a version says a word.
    fn saying(&self, word: &str) -> Vec<String> {
        let says = |content: &[u8]| String::from_utf8_lossy(content).to_lowercase().contains(word);
        let any = |versions: &Vec<Version>| {
            versions.iter().any(|(_, content)| content.as_deref().is_some_and(says))
        };
        let files = self.versions().into_iter();
        files.filter(|(_, versions)| any(versions)).map(|(file, _)| file).collect()
    }
}

fn path(file: &str) -> String {
    format!("/centre/archive/{}", escaped(file))
}

fn put(server: &S3, file: &str, content: &[u8], headers: &[(&str, &str)]) {
    let _ = server.must("PUT", &path(file), headers, content);
}

async fn desk(folder: &std::path::Path, maps: &[&str], line: &Line) -> Desk {
    let endpoint = line.endpoint();
    let variable = move |name: &str| match name {
        "AWS_ENDPOINT_URL" => Some(endpoint.clone()),
        "AWS_ACCESS_KEY_ID" => Some("test".into()),
        "AWS_SECRET_ACCESS_KEY" => Some("secret-4711".into()),
        _ => None,
    };
    desk_over(folder, maps, &variable).await
}

/// Nothing of Anna is left in any version; everything of Bea's is as it was.
async fn anna_is_gone(house: &House, before: &BTreeMap<String, Vec<Version>>) {
    assert_eq!(house.saying("anna"), [""; 0]);
    let now = house.versions();
    assert_eq!(now["notes/a.jsonl"].len(), 1);
    assert_eq!(now["notes/a.jsonl"][0].1.as_deref(), Some(BEAS.as_bytes()));
    assert!(!now.contains_key("audio/a.wav") && !now.contains_key("texts/a.vtt"), "no marker");
    for file in ["texts/b.vtt", "audio/b.wav", "beside.txt"] {
        assert_eq!(now[file], before[file], "{file}");
    }
    assert_eq!(house.rows("SELECT id, email FROM contacts").await, ["2|bea@example.org"]);
    assert_eq!(house.rows("SELECT id FROM calls").await, ["12"]);
}

#[tokio::test]
async fn an_erasure_comes_to_its_end_in_a_bucket_and_a_database() {
    let Some(mut house) = House::kept().await else { return };
    let before = house.versions();
    assert_eq!((before["notes/a.jsonl"].len(), before["audio/a.wav"].len()), (3, 4));
    let id = house.open("r1", "anna@example.org").await;
    house.work(NOW).await;
    let paper = house.desk.case(&id).await.unwrap().plan.unwrap().1;
    let told: Vec<_> = paper
        .stores
        .iter()
        .flat_map(|s| s.tables.iter().map(move |t| (s.store.as_str(), t.table.as_str(), t.delete)))
        .collect();
    let archive = [
        ("archive", "audio/*.wav", 1),
        ("archive", "notes/*.jsonl", 1),
        ("archive", "texts/*.vtt", 1),
    ];
    for one in archive.into_iter().chain([("centre", "calls", 1), ("centre", "contacts", 1)]) {
        assert!(told.contains(&one), "{one:?}: {told:?}");
    }
    assert!(paper.stores.iter().all(|s| s.hand.is_none()), "nothing is left to hands");
    assert_eq!(house.versions(), before, "nothing happens before it is approved");
    house.approve(&id).await;
    house.desk.sweeps = true;
    assert_eq!(house.batch(NOW).await, (vec![id.clone()], Vec::new()));
    assert_eq!(house.stands(&id).await, (RequestState::Done, None));
    let report = house.report(&id).await;
    assert!(report.swept, "{report:?}");
    assert_eq!((report.deleted, report.changed), (5, 0));
    assert_eq!(report.remains["archive"].what, "nothing");
    assert_eq!(house.due(&id).await, []);
    anna_is_gone(&house, &before).await;
}

#[tokio::test]
async fn what_is_locked_is_told_with_its_day_and_left_to_a_person() {
    let Some(mut house) = House::new(ARCHIVE, "Locked").await else { return };
    house.lock("notes/a.jsonl", NOTES);
    let report = house.erased("r1", "anna@example.org").await;
    let last = date(2099, 1, 1);
    let locked = Remaining { what: OLD_VERSIONS.to_owned(), until: Some(last), gone_by: None };
    assert_eq!(report.remains["archive"], locked);
    let id: Id = "r1".parse().unwrap();
    let due = ("archive".to_owned(), OLD_VERSIONS.to_owned(), last);
    assert_eq!(house.due(&id).await, [due]);
    assert_eq!(house.saying("anna"), ["notes/a.jsonl"], "all that was not locked is gone");
    assert_eq!(house.versions()["notes/a.jsonl"].len(), 2);
    house.desk.hand_done(&id, act("officer")).await.unwrap();
    assert_eq!(house.due(&id).await, []);
    assert_eq!(house.stands(&id).await, (RequestState::Done, None));
}

/// The line goes down at many moments of an erasure. It waits for the store, says so, and comes to its end once it is back.
#[tokio::test]
async fn a_lost_connection_in_the_middle_goes_on() {
    let (mut cut, mut waited) = (0, 0);
    for pieces in (1..).step_by(13) {
        let Some(mut house) = House::kept().await else { return };
        let before = house.versions();
        let id = house.open("r1", "anna@example.org").await;
        house.work(NOW).await;
        house.approve(&id).await;
        house.desk.sweeps = true;
        house.line.cut_after(pieces);
        let mut now = NOW;
        house.batch(now).await;
        let was_cut = house.line.mend();
        cut += usize::from(was_cut);
        for _ in 0..8 {
            if house.stands(&id).await.0 == RequestState::Done {
                break;
            }
            waited += usize::from(house.stands(&id).await.1 == Some(Waits::Store));
            now += 700;
            house.desk.stores_back(Act { now, ..act("worker") }).await.unwrap();
            house.work(now).await;
            if house.stands(&id).await.1 == Some(Waits::Approval) {
                house.approve(&id).await;
            }
            house.batch(now).await;
        }
        assert_eq!(house.stands(&id).await, (RequestState::Done, None), "cut after {pieces}");
        assert!(house.report(&id).await.swept, "cut after {pieces}");
        anna_is_gone(&house, &before).await;
        if !was_cut {
            break;
        }
    }
    assert!(cut > 3 && waited > 0, "{cut} times cut, waited {waited} times");
}

/// What an account may do is asked before the first plan: what it may not is left to a person at once. Nothing is changed by asking.
#[tokio::test]
async fn the_first_plan_leaves_to_a_person_what_an_account_may_not() {
    let Some(house) = House::new(ARCHIVE, "").await else { return };
    house.line.way.only_reads.store(true, Ordering::SeqCst);
    let before = house.versions();
    let id = house.open("r1", "anna@example.org").await;
    house.work(NOW).await;
    let paper = house.desk.case(&id).await.unwrap().plan.unwrap().1;
    let hands: Vec<_> = paper
        .stores
        .iter()
        .map(|s| (s.store.as_str(), s.hand.as_ref().map(|h| h.why.as_str())))
        .collect();
    assert_eq!(hands, [("centre", None), ("archive", Some("may-not"))], "it is put last");
    assert_eq!(house.versions(), before);
    house.approve(&id).await;
    house.work(NOW).await;
    assert_eq!(house.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
    assert_eq!(house.rows("SELECT id FROM contacts").await, ["2"], "all else is done");
}

/// What is refused only when it is tried, a person is asked about then, and their work is read back: they took what is there, and
/// left what it was before.
#[tokio::test]
async fn an_account_that_may_only_read_leaves_it_to_a_person() {
    for sweeps in [false, true] {
        let Some(mut house) = House::kept().await else { return };
        let id = house.open("r1", "anna@example.org").await;
        house.work(NOW).await;
        house.approve(&id).await;
        house.line.way.only_reads.store(true, Ordering::SeqCst);
        house.work(NOW).await;
        assert_eq!(house.stands(&id).await, (RequestState::Planned, Some(Waits::Approval)));
        let paper = house.desk.case(&id).await.unwrap().plan.unwrap().1;
        let last = paper.stores.last().unwrap();
        assert_eq!((last.store.as_str(), last.hand.is_some()), ("archive", true), "it is put last");
        house.approve(&id).await;
        house.work(NOW).await;
        assert_eq!(house.stands(&id).await, (RequestState::Waiting, Some(Waits::Hand)));
        assert_eq!(house.rows("SELECT id FROM contacts").await, ["2"], "all else is done");
        let due = house.due(&id).await;
        assert!(due.len() == 1 && due[0].0 == "archive" && due[0].2 > TODAY, "{due:?}");
        house.put("notes/a.jsonl", BEAS);
        house.remove("texts/a.vtt");
        house.remove("audio/a.wav");
        house.desk.sweeps = sweeps;
        house.desk.hand_done(&id, act("keeper")).await.unwrap();
        house.work(NOW).await;
        house.batch(NOW).await;
        assert_eq!(house.stands(&id).await, (RequestState::Done, None));
        let report = house.report(&id).await;
        assert_eq!((report.by_hand, report.swept, report.keeps_versions()), (3, sweeps, true));
        let soon = TODAY.saturating_add(7.days());
        assert_eq!(house.due(&id).await, [("archive".to_owned(), OLD_VERSIONS.to_owned(), soon)]);
        assert_eq!(house.saying("anna"), ["audio/a.wav", "notes/a.jsonl", "texts/a.vtt"]);
    }
}
