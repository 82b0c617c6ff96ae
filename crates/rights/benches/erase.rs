//! How long an erasure takes: for one person in stores of any size, and for many at once beside a hand-written script.
//!
//!     cargo bench -p abide-rights --bench erase -- FOLDER [PEOPLE] [one|script|desk]
//!
//! The last word leaves out the other measurements.
//!
//! FOLDER holds `centre.db`, made by `generate-centre`; people are erased from copies, but for the single ones, who are erased
//! from it. With `ABIDE_BENCH_POSTGRES`, an address of a database made with `--postgres` whose account may make databases,
//! the same is done there. Without a folder a small store is made and nothing is said about time.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that measures"
)]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use abide_example_centre::{Order, generate, load::Index, map};
use abide_policy::source::read_map;
use abide_policy::vocab::{Lang, RequestKind, RequestState, Set};
use abide_records::Records;
use abide_records::requests::queue::Filter;
use abide_rights::atlas::{Atlas, Part, Spot};
use abide_rights::desk::batch::Order as Batch;
use abide_rights::desk::document::Who;
use abide_rights::desk::watching::Watching;
use abide_rights::desk::{Act, Desk, Opening};
use abide_rights::execute::Work;
use abide_rights::hold::Holds;
use abide_rights::identity::{Key, Keys};
use abide_rights::reach::Subject;
use abide_rights::redact::Texts;
use abide_rights::verify::touched;
use abide_stores::{Store, Value, postgres::Postgres, sqlite::Sqlite};
use sqlx::{AssertSqlSafe, Connection as _};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);
/// How many people are erased one by one.
const ONE_BY_ONE: usize = 20;

fn main() {
    let said: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    match said.first() {
        Some(place) => {
            let people = said.get(1).map_or(1000, |n| n.parse().unwrap());
            runtime.block_on(measure(Path::new(place), people, said.get(2).map(String::as_str)));
        }
        None => {
            let order = Order { calls: 1000, seed: 1, today: TODAY, media: 0, index: Index::Full };
            generate(&order, folder.path(), None).unwrap();
            runtime.block_on(measure(folder.path(), 50, None));
        }
    }
}

async fn measure(folder: &Path, people: usize, only: Option<&str>) {
    let wanted = |what: &str| only.is_none_or(|only| only == what);
    let place = folder.join("centre.db");
    let mut bases = vec![Base::Sqlite(place)];
    bases.extend(std::env::var("ABIDE_BENCH_POSTGRES").map(Base::Postgres));
    for base in bases {
        if wanted("one") {
            one_by_one(&base).await;
        }
        if wanted("script") {
            beside_a_script(&base, people).await;
        }
        if wanted("desk") {
            at_the_desk(&base, people).await;
        }
    }
}

/// Where a database is.
enum Base {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Base {
    const fn name(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    async fn store(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(place) => Arc::new(Sqlite::open("centre", place).await.unwrap()),
            Self::Postgres(address) => Arc::new(Postgres::open("centre", address).await.unwrap()),
        }
    }

    /// Numbers of people, spread over the table, the planted ones left out.
    async fn people(&self, limit: usize) -> Vec<i64> {
        let sql = format!(
            "SELECT CAST(id AS TEXT) FROM contacts WHERE id > 100 AND merged_into IS NULL ORDER BY (id * 7919) % 1000003, id LIMIT {limit}"
        );
        self.texts(sql).await.iter().map(|id| id.parse().unwrap()).collect()
    }

    /// The e-mail addresses of people, each once.
    async fn addresses(&self, ids: &[i64]) -> Vec<String> {
        let who: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let known = "SELECT DISTINCT email FROM contacts WHERE email IS NOT NULL AND id IN";
        self.texts(format!("{known} ({})", who.join(","))).await
    }

    /// The first column of a question's rows.
    async fn texts(&self, sql: String) -> Vec<String> {
        let sql = AssertSqlSafe(sql);
        match self {
            Self::Sqlite(place) => {
                let place = place.to_str().unwrap();
                let mut database = sqlx::SqliteConnection::connect(place).await.unwrap();
                sqlx::query_scalar(sql).fetch_all(&mut database).await.unwrap()
            }
            Self::Postgres(address) => {
                let mut database = sqlx::PgConnection::connect(address).await.unwrap();
                sqlx::query_scalar(sql).fetch_all(&mut database).await.unwrap()
            }
        }
    }

    /// A copy to destroy.
    async fn copy(&self, name: &str) -> Self {
        match self {
            Self::Sqlite(place) => {
                let copy = place.with_file_name(format!("{name}.db"));
                std::fs::copy(place, &copy).unwrap();
                Self::Sqlite(copy)
            }
            Self::Postgres(address) => {
                let (server, database) = address.rsplit_once('/').unwrap();
                let mut other =
                    sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
                let sql = format!(
                    "DROP DATABASE IF EXISTS {name}; CREATE DATABASE {name} TEMPLATE {database};"
                );
                for one in sql.split_inclusive(';') {
                    sqlx::raw_sql(AssertSqlSafe(one.to_owned())).execute(&mut other).await.unwrap();
                }
                Self::Postgres(format!("{server}/{name}"))
            }
        }
    }

    async fn run(&self, sql: &str) -> Duration {
        let began = Instant::now();
        match self {
            Self::Sqlite(place) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new()
                    .filename(place)
                    .foreign_keys(true)
                    .pragma("secure_delete", "ON")
                    .pragma("cache_size", "-8192");
                let mut database = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
                sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut database).await.unwrap();
                database.close().await.unwrap();
            }
            Self::Postgres(address) => {
                let mut database = sqlx::PgConnection::connect(address).await.unwrap();
                sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut database).await.unwrap();
                database.close().await.unwrap();
            }
        }
        began.elapsed()
    }
}

async fn atlas(store: &Arc<dyn Store>) -> Atlas {
    let map = read_map(&map(false)).value.unwrap();
    Atlas::new(vec![Part { map, schema: store.schema().await.unwrap(), policy: None }]).unwrap()
}

fn subjects(atlas: &Atlas, ids: &[i64]) -> Vec<Subject> {
    let table = atlas.parts.first().and_then(|p| p.schema.table("contacts")).unwrap();
    ids.iter()
        .map(|id| Subject { rows: vec![(Spot { store: 0, table }, vec![Value::Integer(*id)])] })
        .collect()
}

/// Plan, execution and verification of single people, in milliseconds.
async fn one_by_one(base: &Base) {
    let store = base.store().await;
    let (atlas, stores, texts) = (atlas(&store).await, [store], Texts::default());
    let ids = base.people(ONE_BY_ONE).await;
    let (mut times, mut rows) = (Vec::new(), 0);
    for subject in subjects(&atlas, &ids) {
        let subjects = [subject];
        let work = Work {
            atlas: &atlas,
            stores: &stores,
            subjects: &subjects,
            today: TODAY,
            seed: [3; 16],
            redactor: &texts,
            holds: Holds::none(),
            known: Arc::default(),
        };
        let began = Instant::now();
        let plan = work.plan().await.unwrap();
        let mut done = Vec::new();
        for step in &plan.stores {
            done.push(work.carry_out(step).await.unwrap());
        }
        touched(&work, &done).await.unwrap().unwrap();
        times.push(began.elapsed());
        rows += plan.totals().0 + plan.totals().1;
    }
    times.sort_unstable();
    let at = |part: usize| {
        times.get(times.len() * part / 100).or(times.last()).map_or(0.0, |t| t.as_secs_f64() * 1e3)
    };
    println!(
        "{}: one person, planned, erased and verified: median {:.1} ms, worst {:.1} ms ({rows} rows of {} people)",
        base.name(),
        at(50),
        at(99),
        ids.len()
    );
}

/// Many people at once, and the same by scripts.
async fn beside_a_script(base: &Base, people: usize) {
    let ids = base.people(people).await;
    let ours = base.copy("erased_by_abide").await;
    let (store, texts) = (ours.store().await, Texts::default());
    let (atlas, stores) = (atlas(&store).await, [store]);
    let subjects = subjects(&atlas, &ids);
    let work = Work {
        atlas: &atlas,
        stores: &stores,
        subjects: &subjects,
        today: TODAY,
        seed: [3; 16],
        redactor: &texts,
        holds: Holds::none(),
        known: Arc::default(),
    };
    let began = Instant::now();
    let plan = work.plan().await.unwrap();
    let planned = began.elapsed();
    let began = Instant::now();
    let mut done = Vec::new();
    for step in &plan.stores {
        done.push(work.carry_out(step).await.unwrap());
    }
    let carried = began.elapsed();
    let began = Instant::now();
    touched(&work, &done).await.unwrap().unwrap();
    let verified = began.elapsed();
    let whole = base.copy("erased_by_script").await.run(&script(&ids)).await;
    let (delete, change) = plan.totals();
    let factor = |script: Duration| carried.as_secs_f64() / script.as_secs_f64();
    println!(
        "{}: {} people at once ({delete} rows go, {change} change): plan {:.2} s, execution {:.2} s, verification {:.2} s; \
        script {:.2} s (execution takes {:.2} times as long)",
        base.name(),
        ids.len(),
        planned.as_secs_f64(),
        carried.as_secs_f64(),
        verified.as_secs_f64(),
        whole.as_secs_f64(),
        factor(whole),
    );
}

/// Many requests at the desk, each with its own plan and approval, carried out together.
async fn at_the_desk(base: &Base, people: usize) {
    let ids = base.people(people).await;
    let copy = base.copy("erased_at_the_desk").await;
    let store = copy.store().await;
    let folder = tempfile::tempdir().unwrap();
    let map = read_map(&map(false)).value.unwrap();
    let schema = store.schema().await.unwrap();
    let parts = Parts::default();
    let desk = Desk {
        records: Records::open(folder.path().join("records.db")).await.unwrap(),
        atlas: Arc::new(Atlas::new(vec![Part { map, schema, policy: None }]).unwrap()),
        stores: vec![store],
        keys: Some(
            Keys::new(Key::new("k1".parse().unwrap(), &[7; 32]).unwrap(), Vec::new()).unwrap(),
        ),
        redactor: Arc::new(Texts::default()),
        exports: folder.path().to_owned(),
        kept: abide_policy::text::Period::THREE_YEARS,
        exporting: None,
        watching: Some(parts.watching()),
        sweeps: false,
        erasures_at: None,
        zone: jiff::tz::TimeZone::UTC,
        calendar: abide_rights::deadline::Calendar::default(),
    };
    let act = Act { now: 0, today: TODAY, by: "bench" };
    let (chance, clock) = (|| [3; 16], || 0);
    let began = Instant::now();
    let addresses = base.addresses(&ids).await;
    for (at, email) in addresses.iter().enumerate() {
        let opening = Opening {
            id: format!("r-{at}").parse().unwrap(),
            kind: RequestKind::Erasure,
            who: Who { facts: vec![format!("email={email}")], ..Who::default() },
            jurisdiction: "DE".parse().unwrap(),
            language: Lang::De,
            policy: "service@1".to_owned(),
            received: TODAY,
        };
        desk.open(&opening, act).await.unwrap();
    }
    while desk.work(act, &chance, &mut |_| ()).await.unwrap().is_some() {}
    let planned = began.elapsed();
    let filter = Filter { states: Set::of(&[RequestState::Planned]), ..Filter::default() };
    let waiting = desk.records.requests(&filter, None, 1000).await.unwrap();
    for request in &waiting {
        let plan = desk.records.newest_plan(&request.id).await.unwrap().unwrap();
        desk.approve(&request.id, plan.fingerprint, act).await.unwrap();
    }
    let order = Batch { act, chance: &chance, clock: &clock };
    let began = Instant::now();
    let batch = desk.work_together(&order).await.unwrap();
    let took = began.elapsed();
    let asked = batch.done.iter().map(|id| id.as_str().trim_start_matches("r-").parse().unwrap());
    let known: Vec<String> =
        asked.filter_map(|at: usize| Some(format!("'{}'", addresses.get(at)?))).collect();
    let theirs = format!(
        "SELECT CAST(id AS TEXT) FROM contacts WHERE email IN ({}) AND merged_into IS NULL",
        known.join(",")
    );
    let ids: Vec<i64> = base.texts(theirs).await.iter().map(|id| id.parse().unwrap()).collect();
    let whole = base.copy("erased_by_script").await.run(&script(&ids)).await;
    println!(
        "{}: {} requests at the desk: opened, found and planned one by one {:.2} s; {} carried out, verified and closed together {:.2} s ({}); \
        a script for their {} rows of contacts {:.2} s ({:.2} times as long)",
        base.name(),
        waiting.len(),
        planned.as_secs_f64(),
        batch.done.len(),
        took.as_secs_f64(),
        parts.between(began, began + took),
        ids.len(),
        whole.as_secs_f64(),
        took.as_secs_f64() / whole.as_secs_f64(),
    );
}

/// When each part of a batch began.
#[derive(Clone, Default)]
struct Parts(Arc<Mutex<Vec<(&'static str, Instant)>>>);

impl Parts {
    fn watching(&self) -> Watching {
        let parts = self.clone();
        Arc::new(move |work| {
            let doing = work.map_or("after", |work| work.doing.word());
            let mut parts = parts.0.lock().unwrap();
            if parts.last().is_none_or(|(last, _)| *last != doing) {
                parts.push((doing, Instant::now()));
            }
        })
    }

    /// How long each took, beginning with what was before the first.
    fn between(&self, began: Instant, ended: Instant) -> String {
        let mut parts = self.0.lock().unwrap().clone();
        parts.retain(|(_, at)| (began..ended).contains(at));
        parts.insert(0, ("before", began));
        let ends = parts.iter().skip(1).map(|(_, at)| *at).chain([ended]);
        let took = parts.iter().zip(ends).map(|((what, began), end)| {
            format!("{what} {:.2}", end.duration_since(*began).as_secs_f64())
        });
        took.collect::<Vec<_>>().join(", ")
    }
}

/// What an engineer who knows the schema would write for these people: one transaction, each table once.
fn script(ids: &[i64]) -> String {
    let who: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let who = who.join(",");
    let theirs = format!("SELECT id FROM contacts WHERE id IN ({who}) OR merged_into IN ({who})");
    let numbers =
        format!("SELECT phone_e164 FROM contacts WHERE id IN ({who}) OR merged_into IN ({who})");
    let only = format!(
        "agent_id IS NULL AND (caller_contact_id IS NULL OR caller_contact_id IN ({theirs})) \
        AND (second_contact_id IS NULL OR second_contact_id IN ({theirs}))"
    );
    // By two indexes: with OR the planner reads the table.
    let alone = format!(
        "SELECT id FROM calls WHERE caller_contact_id IN ({theirs}) AND {only} \
        UNION SELECT id FROM calls WHERE second_contact_id IN ({theirs}) AND {only}"
    );
    let uids = format!("SELECT uid FROM calls WHERE id IN ({alone})");
    let threads = format!("SELECT id FROM threads WHERE contact_id IN ({theirs})");
    [
        "BEGIN".to_owned(),
        format!("UPDATE quality SET call_id = NULL WHERE call_id IN ({alone})"),
        format!("UPDATE invoice_lines SET call_id = NULL, called_number = NULL WHERE call_id IN ({alone})"),
        format!("DELETE FROM webhook_log WHERE event_ref IN ({uids})"),
        format!("DELETE FROM notes WHERE subject_type = 'call' AND subject_id IN ({alone})"),
        format!("DELETE FROM notes WHERE subject_type = 'contact' AND subject_id IN ({theirs})"),
        format!("DELETE FROM search_index WHERE call_id IN ({alone})"),
        format!("DELETE FROM transcripts WHERE call_id IN ({alone})"),
        format!("DELETE FROM recordings WHERE call_id IN ({alone})"),
        format!("DELETE FROM call_tags WHERE call_id IN ({alone})"),
        format!("DELETE FROM call_steps WHERE call_id IN ({alone})"),
        format!("DELETE FROM calls WHERE id IN ({alone})"),
        format!("UPDATE calls SET caller_contact_id = NULL, caller_number = NULL, caller_e164 = NULL WHERE caller_contact_id IN ({theirs})"),
        format!("UPDATE calls SET second_contact_id = NULL, second_number = NULL WHERE second_contact_id IN ({theirs})"),
        format!("UPDATE threads SET last_message_id = NULL WHERE contact_id IN ({theirs})"),
        format!("DELETE FROM messages WHERE thread_id IN ({threads})"),
        format!("DELETE FROM threads WHERE contact_id IN ({theirs})"),
        format!("DELETE FROM campaign_members WHERE phone_e164 IN ({numbers})"),
        format!("DELETE FROM blacklist WHERE phone_e164 IN ({numbers})"),
        format!("DELETE FROM consents WHERE (customer_id, customer_no) IN (SELECT customer_id, customer_no FROM contacts WHERE id IN ({theirs}))"),
        format!("DELETE FROM contacts WHERE id IN ({who}) OR merged_into IN ({who})"),
        "COMMIT;\n".to_owned(),
    ]
    .join(";\n")
}
