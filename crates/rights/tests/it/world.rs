//! A store of a test's own: SQLite in a temporary folder, or PostgreSQL; with a map.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use abide_policy::map::StoreMap;
use abide_policy::model::Policy;
use abide_policy::source::{read_map, read_policy};
use abide_policy::text::Period;
use abide_records::Records;
use abide_rights::atlas::{Atlas, Part};
use abide_rights::desk::Desk;
use abide_rights::execute::{Done, Redactor, Work};
use abide_rights::hold::Holds;
use abide_rights::identity::{Key, Keys};
use abide_rights::open::{Mapped, open};
use abide_rights::reach::{Sessions, Subject, reach};
use abide_rights::redact::Texts;
use abide_rights::sweep::{Seen, Sweep};
use abide_rights::view::see;
use abide_stores::postgres::Postgres;
use abide_stores::sqlite::Sqlite;
use abide_stores::{Store, Value};
use abide_tests::postgres::Postgres as Server;
use sqlx::Connection as _;

/// Where a test's database is.
pub(crate) enum Base {
    Sqlite(tempfile::TempDir),
    Postgres {
        address: String,
    },
    /// A SQLite file that somebody else's folder holds.
    There(std::path::PathBuf),
}

impl Base {
    pub(crate) fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    pub(crate) fn postgres(server: &Server, name: &str) -> Self {
        Self::Postgres { address: server.database(name) }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_) | Self::There(_))
    }

    pub(crate) fn place(&self) -> String {
        match self {
            Self::Sqlite(folder) => folder.path().join("store.db").to_str().unwrap().to_owned(),
            Self::Postgres { address } => address.clone(),
            Self::There(file) => file.to_str().unwrap().to_owned(),
        }
    }

    /// Runs statements, and gives the rows of the last one as texts between `|`, sorted; or how many rows it touched.
    pub(crate) async fn run(&self, sql: &str) -> Result<Ran, String> {
        match self {
            Self::Sqlite(_) | Self::There(_) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new()
                    .filename(self.place())
                    .create_if_missing(true)
                    .foreign_keys(true);
                let mut database = sqlx::SqliteConnection::connect_with(&options)
                    .await
                    .map_err(|e| e.to_string())?;
                let ran = ran(sql, &mut database, |row: &sqlx::sqlite::SqliteRow, at| {
                    use sqlx::Row as _;
                    row.try_get_unchecked::<Option<String>, _>(at).unwrap()
                });
                let ran = ran.await;
                database.close().await.unwrap();
                ran
            }
            Self::Postgres { address } => {
                let mut database =
                    sqlx::PgConnection::connect(address).await.map_err(|e| e.to_string())?;
                let ran = ran(sql, &mut database, |row: &sqlx::postgres::PgRow, at| {
                    use sqlx::{Row as _, ValueRef as _};
                    let raw = row.try_get_raw(at).unwrap();
                    (!raw.is_null()).then(|| raw.as_str().unwrap().to_owned())
                });
                let ran = ran.await;
                database.close().await.unwrap();
                ran
            }
        }
    }

    pub(crate) async fn store(&self) -> Arc<dyn Store> {
        self.store_as("store").await
    }

    pub(crate) async fn store_as(&self, id: &str) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(_) | Self::There(_) => {
                Arc::new(Sqlite::open(id, self.place().as_ref()).await.unwrap())
            }
            Self::Postgres { address } => Arc::new(Postgres::open(id, address).await.unwrap()),
        }
    }

    /// The store, in which nothing is deleted or changed.
    pub(crate) async fn read_only_as(&self, id: &str) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(_) | Self::There(_) => {
                Arc::new(Sqlite::open_read_only(id, self.place().as_ref()).await.unwrap())
            }
            Self::Postgres { address } => {
                Arc::new(Postgres::open_read_only(id, address).await.unwrap())
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ran {
    Rows(Vec<String>),
    Touched(u64),
}

/// Statements without bound values: PostgreSQL then gives every value as text.
async fn ran<D, C>(
    sql: &str,
    database: &mut C,
    text: impl Fn(&D::Row, usize) -> Option<String>,
) -> Result<Ran, String>
where
    D: sqlx::Database,
    for<'c> &'c mut C: sqlx::Executor<'c, Database = D>,
    D::QueryResult: Touched,
{
    use futures_util::TryStreamExt as _;
    use sqlx::{Either, Executor as _, Row as _};
    let (mut rows, mut touched) = (Vec::new(), 0);
    let mut results = database.fetch_many(sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())));
    while let Some(result) = results.try_next().await.map_err(|e| e.to_string())? {
        match result {
            Either::Left(done) => touched += done.touched(),
            Either::Right(row) => {
                let cells =
                    (0..row.len()).map(|at| text(&row, at).unwrap_or_else(|| "NULL".to_owned()));
                rows.push(cells.collect::<Vec<_>>().join("|"));
            }
        }
    }
    let select = sql.trim_start().to_lowercase().starts_with("select");
    rows.sort();
    Ok(if select { Ran::Rows(rows) } else { Ran::Touched(touched) })
}

pub(crate) trait Touched {
    fn touched(&self) -> u64;
}

impl Touched for sqlx::sqlite::SqliteQueryResult {
    fn touched(&self) -> u64 {
        self.rows_affected()
    }
}

impl Touched for sqlx::postgres::PgQueryResult {
    fn touched(&self) -> u64 {
        self.rows_affected()
    }
}

/// A database with its map.
pub(crate) struct World {
    pub(crate) atlas: Atlas,
    pub(crate) stores: Vec<Arc<dyn Store>>,
}

/// Takes out nothing but the people's own values.
pub(crate) struct Plain;

impl Redactor for Plain {
    fn redact(&self, text: &str, people: &[String], _everybody: bool) -> String {
        people.iter().fold(text.to_owned(), |text, value| text.replace(value, "[…]"))
    }
}

pub(crate) const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

/// A map, as its file says it.
pub(crate) fn map_of(text: &str) -> StoreMap {
    let reading = read_map(text);
    reading.value.unwrap_or_else(|| panic!("{:#?}", reading.diagnostics))
}

/// A policy, as its file says it.
pub(crate) fn policy_of(text: &str) -> Policy {
    let reading = read_policy(text);
    reading.value.unwrap_or_else(|| panic!("{:#?}", reading.diagnostics))
}

/// The policy of the example's contact centre.
pub(crate) fn service() -> Policy {
    policy_of(include_str!("../../../../examples/contact-centre/service-1.toml"))
}

/// A store's part of an atlas.
pub(crate) async fn part(store: &dyn Store, map: StoreMap, policy: Option<Policy>) -> Part {
    Part { map, schema: store.schema().await.unwrap(), policy: policy.map(Arc::new) }
}

impl World {
    pub(crate) async fn new(base: &Base, map: StoreMap) -> Self {
        Self::of(base.store().await, map, None).await
    }

    /// One store, whose data falls under a policy or under none.
    pub(crate) async fn of(store: Arc<dyn Store>, map: StoreMap, policy: Option<Policy>) -> Self {
        let atlas = Atlas::new(vec![part(&*store, map, policy).await]).unwrap();
        Self { atlas, stores: vec![store] }
    }

    pub(crate) fn subject(&self, table: &str, key: Vec<Value>) -> Subject {
        let table = self.atlas.parts[0].schema.table(table).unwrap();
        Subject { rows: vec![(abide_rights::atlas::Spot { store: 0, table }, key)] }
    }

    pub(crate) fn work<'a>(&'a self, subjects: &'a [Subject]) -> Work<'a> {
        Work {
            atlas: &self.atlas,
            stores: &self.stores,
            subjects,
            today: TODAY,
            seed: [7; 16],
            redactor: &Plain,
            holds: Holds::none(),
            known: Arc::default(),
        }
    }

    /// What a person sees: rows as texts between `|`, sorted.
    pub(crate) async fn seen(&self, subject: &Subject) -> Vec<String> {
        let mut sessions = Sessions::open(&self.stores, None).await.unwrap();
        let rows = reach(&self.atlas, &mut sessions, std::slice::from_ref(subject)).await.unwrap();
        let mut lines = Vec::new();
        let mut sink = |seen: abide_rights::view::Seen| {
            let cell = |v: &Option<Value>| match v {
                None => "***".to_owned(),
                Some(v) => v.text().map_or_else(|| "NULL".to_owned(), std::borrow::Cow::into_owned),
            };
            lines.push(seen.values.iter().map(cell).collect::<Vec<_>>().join("|"));
        };
        see(&self.atlas, &mut sessions, &rows, 0, &mut sink).await.unwrap();
        lines.sort();
        lines
    }

    /// Erases people together, and tells how many rows went and changed.
    pub(crate) async fn erase(&self, subjects: &[Subject]) -> (u64, u64) {
        let work = self.work(subjects);
        let plan = work.plan().await.unwrap();
        let mut done = Vec::new();
        for store in &plan.stores {
            done.push(work.carry_out(store).await.unwrap());
        }
        let erased = abide_rights::verify::touched(&work, &done).await.unwrap().unwrap();
        assert_eq!(
            (erased.deleted(), erased.changed()),
            plan.totals(),
            "what was planned was done"
        );
        self.sweep(&done).await;
        let known = done.iter().flat_map(|d| d.known(&self.atlas).into_values()).flatten();
        let again =
            abide_rights::verify::as_noted(&work, &[], &known.collect(), &[]).await.unwrap();
        assert!(again.is_some(), "nothing is left to do");
        plan.totals()
    }

    /// No value that only erased people had is anywhere.
    async fn sweep(&self, done: &[Done]) {
        let mut known: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for (person, values) in done.iter().flat_map(|d| d.known(&self.atlas)) {
            known.entry(person).or_default().extend(values);
        }
        let known: Vec<BTreeSet<String>> = known.into_values().collect();
        let mut sweep = Sweep::new(&self.atlas, done.iter().map(Seen::Done).collect(), &known);
        for spot in sweep.tables() {
            sweep.read(&self.stores, spot, &mut |_, _| ()).await.unwrap();
        }
        let found = sweep.found();
        assert!(found.iter().flatten().all(BTreeSet::is_empty), "{found:?}");
    }
}

/// A desk over the stores of maps, whose places are in a folder.
pub(crate) async fn desk_over(
    folder: &std::path::Path,
    maps: &[&str],
    variable: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Desk {
    let mapped =
        |text: &&str| Mapped { map: map_of(text), folder: folder.to_owned(), policy: None };
    let (atlas, stores) = open(maps.iter().map(mapped).collect(), variable).await.unwrap();
    let key = Key::new("k1".parse().unwrap(), &[9; 32]).unwrap();
    Desk {
        records: Records::open(folder.join("records.db")).await.unwrap(),
        atlas: Arc::new(atlas),
        stores,
        keys: Some(Keys::new(key, Vec::new()).unwrap()),
        redactor: Arc::new(Texts::default()),
        exports: folder.join("exports"),
        kept: Period::THREE_YEARS,
        exporting: None,
        watching: None,
        sweeps: false,
        erasures_at: None,
        zone: jiff::tz::TimeZone::UTC,
        calendar: abide_rights::deadline::Calendar::default(),
    }
}
