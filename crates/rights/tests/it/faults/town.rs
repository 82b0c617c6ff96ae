//! A small contact centre in which requests are answered, and what must hold when all of them are.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use abide_policy::text::Id;
use abide_policy::vocab::{Lang, RequestKind, RequestState, Waits};
use abide_records::Records;
use abide_records::requests::plans::StepState;
use abide_records::requests::queue::Filter;
use abide_rights::atlas::{Atlas, Part};
use abide_rights::desk::batch::Order;
use abide_rights::desk::document::{Who, Wish};
use abide_rights::desk::{Act, Desk, Failed, Opening};
use abide_rights::identity::{Key, Keys};
use abide_rights::redact::{MARK, Texts};
use abide_rights::state::Refusal;

use super::fuse::{Fuse, FusedRecords, FusedStore};
use super::{archive, billing};
use crate::desk::{TABLES, map};
use crate::world::{Base, Ran, TODAY};

/// People who called; each shares a call with the next.
pub(crate) const CALLERS: u32 = 40;
/// A second entry of the first of them.
pub(crate) const DOUBLE: u32 = 41;
/// Has an order that must be kept and cannot let go: their own row stays, without them.
const HELD: u32 = 12;
/// By then every lease of an earlier pass has run out.
pub(crate) const LATER: i64 = 700;

/// A word that is in nobody else's name.
fn word(n: u32) -> String {
    let heads = ["Bor", "Dan", "Fel", "Gor", "Hul", "Kem", "Lon", "Mur", "Pel", "Ras"];
    let tails = ["ax", "eb", "id", "ol", "um"];
    format!("{}{}", heads[n as usize % 10], tails[n as usize / 10])
}

pub(crate) fn name(n: u32) -> String {
    format!("{} Zim{}", word(n), word(n).to_lowercase())
}

pub(crate) fn email(n: u32) -> String {
    format!("{}@example.org", word(n).to_lowercase())
}

pub(crate) fn phone(n: u32) -> String {
    format!("+493023125{n:03}")
}

pub(crate) fn next(n: u32) -> u32 {
    n % CALLERS + 1
}

/// The statements that fill the tables.
fn rows() -> String {
    let mut sql = String::from(
        "INSERT INTO agents VALUES (1, 'Karl Beispiel', 'karl@example.com'), (2, 'Erna Muster', 'erna@example.com');",
    );
    for n in 1..=DOUBLE {
        let merged = if n == DOUBLE { "1" } else { "NULL" };
        sql += &format!(
            "INSERT INTO contacts VALUES ({n}, '{}', '{}', '{}', {merged});",
            name(n),
            email(n),
            phone(n)
        );
    }
    sql += &format!("INSERT INTO orders VALUES (1, {HELD}, 500);");
    for n in 1..=CALLERS {
        let (id, m) = (n * 10, next(n));
        for k in 0..3 {
            sql += &format!(
                "INSERT INTO calls VALUES ({}, {n}, NULL, {}, '{}', NULL, '{} bittet um Antwort an {}', {});",
                id + k,
                k % 2 + 1,
                phone(n),
                name(n),
                email(n),
                60 + k
            );
        }
        sql += &format!(
            "INSERT INTO calls VALUES ({}, {n}, {m}, 1, '{}', '{}', '{} und {} sprechen', 90);",
            id + 3,
            phone(n),
            phone(m),
            name(n),
            name(m)
        );
        sql += &format!(
            "INSERT INTO transcripts VALUES ({id}, 'Hier ist {}'), ({}, '{} hier, mit {}');",
            name(n),
            id + 3,
            name(n),
            name(m)
        );
    }
    sql
}

/// What somebody asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ask {
    id: &'static str,
    kind: RequestKind,
    who: u32,
}

const fn ask(id: &'static str, kind: RequestKind, who: u32) -> Ask {
    Ask { id, kind, who }
}

/// One person is erased.
pub(crate) const ONE: &[Ask] = &[ask("e1", RequestKind::Erasure, 1)];
/// Two are erased who share rows.
pub(crate) const PAIR: &[Ask] =
    &[ask("e1", RequestKind::Erasure, 1), ask("e2", RequestKind::Erasure, 2)];
/// Somebody is erased whose own row stays.
pub(crate) const SHELL: &[Ask] = &[ask("e3", RequestKind::Erasure, HELD)];
/// What changes no rows or few.
pub(crate) const OTHERS: &[Ask] = &[
    ask("c1", RequestKind::Rectification, 5),
    ask("o1", RequestKind::Objection, 6),
    ask("x-refused", RequestKind::Erasure, 7),
];
/// Everything, with people who share rows.
pub(crate) const ALL: &[Ask] = &[
    ask("e1", RequestKind::Erasure, 1),
    ask("e2", RequestKind::Erasure, 2),
    ask("e3", RequestKind::Erasure, HELD),
    ask("e4", RequestKind::Erasure, 99),
    ask("c1", RequestKind::Rectification, 5),
    ask("o1", RequestKind::Objection, 6),
    ask("r1", RequestKind::Restriction, 8),
    ask("w1", RequestKind::Withdrawal, 9),
    ask("x-refused", RequestKind::Erasure, 7),
    ask("y-back", RequestKind::Erasure, 10),
];

impl Ask {
    /// Its request.
    pub(crate) fn id(self) -> Id {
        self.id.parse().unwrap()
    }

    fn opening(self) -> Opening {
        let set = match self.kind {
            RequestKind::Rectification => {
                BTreeMap::from([("contacts.email".to_owned(), "richtig@example.org".to_owned())])
            }
            _ => BTreeMap::new(),
        };
        let facts = match self.who {
            99 => vec!["email=nobody@example.org".to_owned()],
            n => vec![format!("email={}", email(n))],
        };
        Opening {
            id: self.id.parse().unwrap(),
            kind: self.kind,
            who: Who {
                facts,
                country: Some("DE".to_owned()),
                wish: Wish { set, ..Wish::default() },
                ..Who::default()
            },
            jurisdiction: "DE".parse().unwrap(),
            language: Lang::De,
            policy: "service@1".to_owned(),
            received: TODAY,
        }
    }

    fn ends(self) -> RequestState {
        match self.id {
            id if id.ends_with("refused") => RequestState::Refused,
            id if id.ends_with("back") => RequestState::Withdrawn,
            _ => RequestState::Done,
        }
    }

    fn erases(self) -> bool {
        self.kind == RequestKind::Erasure && self.ends() == RequestState::Done && self.who != 99
    }
}

/// Rows by table and key.
pub(crate) type Dump = BTreeMap<(&'static str, String), String>;

/// The databases and the folder, and what is asked.
pub(crate) struct Town {
    pub(crate) base: Base,
    pub(crate) records: String,
    archive: tempfile::TempDir,
    asks: &'static [Ask],
    before: Dump,
}

/// A folder in memory, if there is one: what counts here is what is in the files.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}

impl Town {
    /// On SQLite, with a write-ahead log or without.
    pub(crate) async fn sqlite(asks: &'static [Ask], log: bool) -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let base = Base::Sqlite(folder());
        if let Some(made) = MADE.get() {
            std::fs::write(base.place(), made).unwrap();
        } else {
            // Else pages that are divided keep copies of their rows, whoever erases them later.
            let fill = format!("PRAGMA secure_delete = ON; {TABLES} BEGIN; {} COMMIT;", rows());
            base.run(&fill).await.unwrap();
            let _ = MADE.set(std::fs::read(base.place()).unwrap());
        }
        if log {
            base.run("PRAGMA journal_mode = WAL").await.unwrap();
        }
        Self::on(base, asks).await
    }

    /// On SQLite, filled as most programs do: without cleaning behind themselves.
    pub(crate) async fn untidy(asks: &'static [Ask]) -> Self {
        let base = Base::Sqlite(folder());
        base.run(&format!("{TABLES} BEGIN; {} COMMIT;", rows())).await.unwrap();
        Self::on(base, asks).await
    }

    async fn on(base: Base, asks: &'static [Ask]) -> Self {
        let records = PathBuf::from(base.place()).with_file_name("records.db");
        Self::of(base, records.to_str().unwrap().to_owned(), asks).await
    }

    /// On PostgreSQL, the records too. Made again from the start if it was there before.
    pub(crate) async fn postgres(address: &str, records: &str, asks: &'static [Ask]) -> Self {
        let base = Base::Postgres { address: address.to_owned() };
        let drop = "DROP TABLE IF EXISTS orders, transcripts, calls, contacts, agents;";
        base.run(&format!("{drop} {TABLES} {}", rows())).await.unwrap();
        let ours = Base::Postgres { address: records.to_owned() };
        Records::open(records).await.unwrap().close().await.unwrap();
        ours.run("DELETE FROM request; DELETE FROM suppression; DELETE FROM choice").await.unwrap();
        Self::of(base, records.to_owned(), asks).await
    }

    async fn of(base: Base, records: String, asks: &'static [Ask]) -> Self {
        billing::fill(&base).await;
        let archive = folder();
        archive::fill(archive.path());
        let mut town = Self { base, records, archive, asks, before: Dump::new() };
        town.before = town.dump().await;
        let desk = town.desk(None).await;
        for ask in asks {
            let act = Act { now: 0, today: TODAY, by: "officer" };
            desk.open(&ask.opening(), act).await.unwrap();
        }
        close(desk).await;
        town
    }

    pub(crate) async fn desk(&self, fuse: Option<&Arc<Fuse>>) -> Desk {
        desk(&self.base, &self.records, self.archive.path(), fuse).await
    }

    /// Where the folder of the archive is.
    pub(crate) fn archive(&self) -> &Path {
        self.archive.path()
    }

    async fn dump(&self) -> Dump {
        let mut dump = archive::dump(self.archive());
        let billing = billing::beside(&self.base);
        let here = ["agents", "contacts", "calls", "transcripts", "orders"]
            .map(|table| (&self.base, table));
        let there = billing::NAMES.map(|table| (&billing, table));
        for (base, table) in here.into_iter().chain(there) {
            for row in rows_of(base, &format!("SELECT * FROM {table}")).await {
                dump.insert((table, row.split('|').next().unwrap().to_owned()), row);
            }
        }
        dump
    }

    async fn rows(&self, sql: &str) -> Vec<String> {
        rows_of(&self.base, sql).await
    }

    /// Whether no row has changed.
    pub(crate) async fn is_untouched(&self) -> bool {
        self.dump().await == self.before
    }

    /// A new worker brings everything to its end; then everything must be as if nothing had happened.
    pub(crate) async fn finish(&self, now: i64, told: &str) {
        self.end(now, told).await;
        assert_eq!(self.left(), None, "{told}");
    }

    /// As [`Town::finish`], whatever the files still hold.
    pub(crate) async fn end(&self, now: i64, told: &str) {
        let desk = self.desk(None).await;
        let mut open = Vec::new();
        for round in 1..=12 {
            let passed = pass(&desk, "last", now + round * LATER).await;
            open = desk.records.requests(&Filter::default(), None, 100).await.unwrap();
            if open.is_empty() {
                break;
            }
            assert!(open.iter().all(|r| r.waits.is_some()), "{told}: {open:?}");
            drop(passed);
        }
        let reasons: Vec<_> = open.iter().map(|r| (r.id.clone(), r.state, r.waits)).collect();
        assert!(reasons.is_empty(), "{told}: still open: {reasons:?}");
        let passed = pass(&desk, "last", now + 20 * LATER).await;
        assert!(passed.is_ok(), "{told}: {passed:?}");
        self.check(&desk, told).await;
        close(desk).await;
    }

    /// Before an erasure was called done, whoever came to its end, all stores were read whole.
    pub(crate) async fn is_swept(&self, told: &str) {
        let records = Records::open(&self.records).await.unwrap();
        for ask in self.asks.iter().filter(|ask| ask.erases()) {
            let events = records.events(&ask.id.parse().unwrap(), 0).await.unwrap();
            let (_, report) = events.iter().find(|(_, e)| e.what.as_str() == "done").unwrap();
            let report = report.detail.as_str();
            assert!(report.contains("\"swept\":true"), "{told}: {}: {report}", ask.id);
        }
        records.close().await.unwrap();
    }

    fn erased(&self) -> impl Iterator<Item = u32> + '_ {
        self.asks.iter().filter(|a| a.erases()).map(|a| a.who)
    }

    async fn check(&self, desk: &Desk, told: &str) {
        let after = self.dump().await;
        let dangling = self
            .rows(
                "SELECT id FROM calls WHERE contact_id NOT IN (SELECT id FROM contacts) OR second_id NOT IN (SELECT id FROM contacts) OR agent_id NOT IN (SELECT id FROM agents)
                 UNION ALL SELECT id FROM contacts WHERE merged_into NOT IN (SELECT id FROM contacts)
                 UNION ALL SELECT call_id FROM transcripts WHERE call_id NOT IN (SELECT id FROM calls)",
            )
            .await;
        assert!(dangling.is_empty(), "{told}: dangling {dangling:?}");
        for (key, row) in &after {
            for n in self.erased() {
                for value in values(n) {
                    assert!(!row.contains(&value), "{told}: {value} in {key:?}: {row}");
                }
            }
        }
        for (key, row) in &self.before {
            assert_eq!(
                after.get(key).map(String::as_str),
                self.expected(key, row).as_deref(),
                "{told}: {key:?}"
            );
        }
        assert!(after.keys().all(|key| self.before.contains_key(key)), "{told}: rows came");
        // Each file is what its lines are, and nothing else lies there.
        assert_eq!(archive::there(self.archive()), archive::files(&after), "{told}");
        self.check_requests(desk, &after, told).await;
    }

    /// What a row must be at the end.
    fn expected(&self, key: &(&'static str, String), row: &str) -> Option<String> {
        let gone = |n: u32| self.erased().any(|e| e == n);
        let number: u32 = key.1.parse().unwrap();
        let corrected = self.asks.iter().any(|a| a.kind == RequestKind::Rectification);
        let table = key.0;
        match table {
            "contacts" if number == HELD && gone(HELD) => Some(format!("{HELD}||NULL|NULL|NULL")),
            "contacts" if gone(number) || number == DOUBLE && gone(1) => None,
            "contacts" if number == 5 && corrected => {
                Some(row.replace(&email(5), "richtig@example.org"))
            }
            "hooks" if gone(number) => None,
            _ if archive::NAMES.contains(&table) => archive::expected((table, number), row, &gone),
            "calls" | "transcripts" => {
                let (n, shared) = (number / 10, number % 10 == 3);
                match (gone(n), shared, shared && gone(next(n))) {
                    (false, _, false) => Some(row.to_owned()),
                    (true, false, _) | (true, true, true) => None,
                    // The other's row: the text without the one who went, all else of the other as it was.
                    (one_gone, ..) => {
                        let m = next(n);
                        let (one, other) = if one_gone {
                            (MARK.to_owned(), name(m))
                        } else {
                            (name(n), MARK.to_owned())
                        };
                        let theirs = if one_gone {
                            format!("NULL|{m}|1|NULL|{}", phone(m))
                        } else {
                            format!("{n}|NULL|1|{}|NULL", phone(n))
                        };
                        Some(match table {
                            "calls" => format!("{number}|{theirs}|{one} und {other} sprechen|90"),
                            _ => format!("{number}|{one} hier, mit {other}"),
                        })
                    }
                }
            }
            _ => Some(row.to_owned()),
        }
    }

    async fn check_requests(&self, desk: &Desk, after: &Dump, told: &str) {
        let (mut deleted, mut changed) = (0, 0);
        for ask in self.asks {
            let id: Id = ask.id.parse().unwrap();
            let stored = desk.records.request(&id).await.unwrap().unwrap();
            assert_eq!(stored.state, ask.ends(), "{told}: {id}");
            assert_eq!(stored.subject, None, "{told}: {id} is forgotten");
            let events = desk.records.events(&id, 0).await.unwrap();
            let count = |what: &str| events.iter().filter(|(_, e)| e.what.as_str() == what).count();
            let plans = desk.records.newest_plan(&id).await.unwrap().map_or(0, |p| p.seq);
            let mut done = 0;
            for plan in 1..=plans {
                let steps = desk.records.steps(&id, plan).await.unwrap();
                done += steps.iter().filter(|s| s.state == StepState::Done).count();
            }
            assert_eq!(count("step-done"), done, "{told}: {id}: each step once");
            assert_eq!(count("forgotten"), 1, "{told}: {id}");
            assert_eq!(
                count("done"),
                usize::from(ask.ends() == RequestState::Done),
                "{told}: {id}"
            );
            assert_eq!(count("plan-made"), plans as usize, "{told}: {id}");
            if ask.erases() {
                let (_, report) = events.iter().find(|(_, e)| e.what.as_str() == "done").unwrap();
                let report: serde_json::Value =
                    serde_json::from_str(report.detail.as_str()).unwrap();
                let number = |what: &str| report[what].as_u64().unwrap();
                deleted += number("deleted");
                changed += number("changed");
                assert_eq!(number("unknown"), 0, "{told}: {id}: {report}");
            }
        }
        let gone = self.before.keys().filter(|k| !after.contains_key(k)).count();
        assert_eq!(deleted, gone as u64, "{told}: what is reported went");
        let others = self.asks.iter().any(|a| a.kind == RequestKind::Rectification);
        let differ =
            self.before.iter().filter(|(k, r)| after.get(k).is_some_and(|now| now != *r)).count();
        let differ = (differ - usize::from(others)) as u64;
        let once = self.erased().count() <= 1;
        assert!(
            if once { changed == differ } else { changed >= differ },
            "{told}: {changed} reported, {differ} changed"
        );
    }

    /// What the bytes of the files still tell about those who were erased, with what stands around it.
    pub(crate) fn left(&self) -> Option<String> {
        let archive = ["", "talks", "voices"].map(|within| self.archive().join(within));
        let database = match &self.base {
            Base::Sqlite(folder) => Some(folder.path().to_owned()),
            _ => None,
        };
        let folders = database.into_iter().chain(archive);
        for file in folders.flat_map(|folder| std::fs::read_dir(folder).unwrap()) {
            let file = file.unwrap();
            // A log that ends with its last connection may be gone by now.
            let Ok(bytes) = std::fs::read(file.path()) else { continue };
            let values = self.erased().flat_map(values);
            let found = values.filter_map(|v| memchr::memmem::find(&bytes, v.as_bytes())).next();
            if let Some(at) = found {
                let around = bytes[at.saturating_sub(60)..bytes.len().min(at + 40)].escape_ascii();
                return Some(format!("{:?} {at}: {around}", file.file_name()));
            }
        }
        None
    }
}

async fn rows_of(base: &Base, sql: &str) -> Vec<String> {
    match base.run(sql).await.unwrap() {
        Ran::Rows(rows) => rows,
        Ran::Touched(_) => panic!("no question: {sql}"),
    }
}

/// What only this person had.
fn values(n: u32) -> Vec<String> {
    let of = |n| [word(n), word(n).to_lowercase(), phone(n)];
    let double = (n == 1).then_some(DOUBLE);
    [Some(n), double].into_iter().flatten().flat_map(of).collect()
}

pub(crate) async fn desk(
    base: &Base,
    records: &str,
    archive: &Path,
    fuse: Option<&Arc<Fuse>>,
) -> Desk {
    let records = Records::open(records).await.unwrap();
    let store = base.store().await;
    let schema = store.schema().await.unwrap();
    let second = billing::beside(base).store_as("billing").await;
    let third = archive::store(archive).await;
    let parts = vec![
        Part { map: map(), schema, policy: None },
        billing::part(&*second).await,
        archive::part(&*third).await,
    ];
    let atlas = Atlas::new(parts).unwrap();
    // Where something fails at an odd call, or nothing fails any more.
    let sweeps = fuse.is_none_or(|fuse| fuse.at % 2 == 1);
    let fused = |store| match fuse {
        None => store,
        Some(fuse) => Arc::new(FusedStore(store, Arc::clone(fuse))) as Arc<dyn abide_stores::Store>,
    };
    let records = match fuse {
        None => records,
        Some(fuse) => Records::on(Arc::new(FusedRecords(records.backend(), Arc::clone(fuse)))),
    };
    Desk {
        records,
        atlas: Arc::new(atlas),
        stores: vec![fused(store), fused(second), fused(third)],
        keys: Some(
            Keys::new(Key::new("k1".parse().unwrap(), &[9; 32]).unwrap(), Vec::new()).unwrap(),
        ),
        redactor: Arc::new(Texts::default()),
        exports: std::env::temp_dir(),
        kept: abide_policy::text::Period::THREE_YEARS,
        exporting: None,
        watching: None,
        sweeps,
        erasures_at: None,
        zone: jiff::tz::TimeZone::UTC,
        calendar: abide_rights::deadline::Calendar::default(),
    }
}

pub(crate) async fn close(desk: Desk) {
    for store in &desk.stores {
        store.close().await.unwrap();
    }
    desk.records.close().await.unwrap();
}

/// What a worker and the people at the desk do until nothing is left to do now.
pub(crate) async fn pass(desk: &Desk, by: &str, now: i64) -> Result<(), Failed> {
    plan(desk, by, now).await?;
    go_on(desk, by, now).await
}

/// The part of it before people decide for the first time.
pub(crate) async fn plan(desk: &Desk, by: &str, now: i64) -> Result<(), Failed> {
    let act = Act { now, today: TODAY, by };
    desk.stores_back(act).await?;
    work(desk, act).await
}

/// The part of it from then on.
pub(crate) async fn go_on(desk: &Desk, by: &str, now: i64) -> Result<(), Failed> {
    let act = Act { now, today: TODAY, by };
    while decide(desk, act).await? {
        work(desk, act).await?;
    }
    Ok(())
}

/// What a worker does until it waits for people.
async fn work(desk: &Desk, act: Act<'_>) -> Result<(), Failed> {
    let (chance, clock) = (|| [7; 16], move || act.now);
    let order = Order { act, chance: &chance, clock: &clock };
    loop {
        let batch = desk.work_together(&order).await?;
        if desk.work(act, &chance, &mut |_| ()).await?.is_none() && batch.taken == 0 {
            return Ok(());
        }
    }
}

/// People decide about what waits for them; whether there was anything.
async fn decide(desk: &Desk, act: Act<'_>) -> Result<bool, Failed> {
    let mut any = false;
    for stored in desk.records.requests(&Filter::default(), None, 100).await? {
        if stored.waits != Some(Waits::Approval) {
            continue;
        }
        any = true;
        let id = &stored.id;
        let decided = if id.as_str().ends_with("refused") {
            desk.refuse(id, Refusal::Unfounded, "Das war gestern.", act).await
        } else if id.as_str().ends_with("back") {
            desk.take_back(id, act).await
        } else {
            let Some(plan) = desk.records.newest_plan(id).await? else { continue };
            desk.approve(id, plan.fingerprint, act).await
        };
        match decided {
            // Somebody else was quicker.
            Ok(()) | Err(Failed::Overtaken | Failed::NotNow(_) | Failed::OtherPlan) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(any)
}
