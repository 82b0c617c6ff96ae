//! PostgreSQL: the shared suite, and what only this backend can get wrong.

use std::cell::Cell;
use std::pin::Pin;

use abide_policy::version::Hash;
use abide_records::requests::Saved;
use abide_records::{Error, New, Outcome, Records};
use abide_tests::postgres::Postgres;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, PgConnection};

use crate::suite::{self, NOW, get, id, new_request, write};

struct Place(String);

impl Place {
    async fn connect(&self) -> PgConnection {
        self.0.parse::<PgConnectOptions>().unwrap().connect().await.unwrap()
    }
}

impl suite::Place for Place {
    fn open(&self) -> Pin<Box<dyn Future<Output = Records> + Send + '_>> {
        Box::pin(async { Records::open(&self.0).await.unwrap() })
    }
    fn stranger<'a>(
        &'a self,
        sql: &'static str,
    ) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send + 'a>> {
        Box::pin(async move {
            let done = sqlx::query(sql).execute(&mut self.connect().await).await;
            done.map(|_| ()).map_err(|e| e.to_string())
        })
    }
}

async fn record(records: &Records, version: &str) -> Result<Outcome, Error> {
    let mut writing = records.write().await?;
    let new = New {
        name: &id("site"),
        version: &id(version),
        effective: jiff::civil::date(2026, 1, 1),
        hash: Hash::of("confidential"),
        source: "confidential",
        recorded_at: 1,
    };
    let outcome = writing.record(&new).await?;
    writing.commit().await?;
    Ok(outcome)
}

#[tokio::test(flavor = "multi_thread")]
async fn passes_the_suite() {
    let Some(server) = Postgres::start() else { return };
    let count = Cell::new(0);
    let new_place = || {
        count.set(count.get() + 1);
        Place(server.database(&format!("place{}", count.get())))
    };
    suite::run(new_place).await;
}

#[tokio::test]
async fn no_program_can_change_a_published_version() {
    let Some(server) = Postgres::start() else { return };
    let place = Place(server.database("one"));
    let records = Records::open(&place.0).await.unwrap();
    assert_eq!(record(&records, "1").await, Ok(Outcome::New));
    for sql in [
        "UPDATE policy_version SET source = ''",
        "DELETE FROM policy_version",
        "TRUNCATE policy_version",
        "INSERT INTO policy_version (name, version, effective, sha256, source, recorded_at) SELECT name, version, effective, sha256, '', 2 FROM policy_version ON CONFLICT (name, version) DO UPDATE SET source = ''",
    ] {
        let refused = suite::Place::stranger(&place, sql).await.unwrap_err();
        assert!(refused.contains("a published version"), "{sql}: {refused}");
    }
    assert_eq!(records.all().await.unwrap().len(), 1);
    for sql in [
        "ALTER TABLE policy_version DISABLE TRIGGER ALL",
        "UPDATE policy_version SET source = 'lie'",
    ] {
        suite::Place::stranger(&place, sql).await.unwrap();
    }
    let error = records.all().await.unwrap_err();
    assert_eq!(error, Error::Damaged { table: "policy_version", key: "site@1".into() });
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    let Some(server) = Postgres::start() else { return };
    let place = Place(server.database("one"));
    Records::open(&place.0).await.unwrap().close().await.unwrap();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', true, '', 0)";
    suite::Place::stranger(&place, newer).await.unwrap();
    assert_eq!(Records::open(&place.0).await.unwrap_err(), Error::Newer);
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_can_start_on_a_new_database_at_once() {
    let Some(server) = Postgres::start() else { return };
    let address = server.database("one");
    let opened: Vec<_> = (0..6)
        .map(|_| {
            let address = address.clone();
            tokio::spawn(async move { Records::open(&address).await.map(|_| ()) })
        })
        .collect();
    for open in opened {
        open.await.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_committed_survives_a_crash_of_the_server() {
    let Some(mut server) = Postgres::start() else { return };
    let records = Records::open(&server.database("one")).await.unwrap();
    for round in 0..3 {
        let (kept, lost) = (format!("kept-{round}"), format!("lost-{round}"));
        let added = write(&records, async |w| w.add_request(&new_request(&kept, 1), NOW).await);
        assert_eq!(added.await, Ok(Saved::Done));
        let mut writing = records.write().await.unwrap();
        assert_eq!(writing.add_request(&new_request(&lost, 1), NOW).await, Ok(Saved::Done));
        server.crash();
        let error = writing.commit().await.unwrap_err();
        assert!(error.is_temporary(), "{error:?}");
        assert_eq!(records.request(&id(&lost)).await, Ok(None), "the same value goes on");
        assert_eq!(get(&records, &kept).await.id, id(&kept));
    }
}

#[tokio::test]
async fn a_server_that_went_away_is_an_error_that_passes() {
    let Some(mut server) = Postgres::start() else { return };
    let address = server.database("one");
    let records = Records::open(&address).await.unwrap();
    server.stop("immediate");
    let error = record(&records, "1").await.unwrap_err();
    assert!(error.is_temporary(), "{error:?}");
    assert!(error.to_string().contains("running"), "{error}");
}

#[tokio::test]
async fn two_that_wait_for_each_other_are_told_to_try_again() {
    let Some(server) = Postgres::start() else { return };
    let records = Records::open(&server.database("one")).await.unwrap();
    let (a, b) = (suite::add(&records, "a", 1).await, suite::add(&records, "b", 2).await);
    let mut one = records.write().await.unwrap();
    let mut two = records.write().await.unwrap();
    assert_eq!(one.update_request(&a, NOW).await, Ok(Saved::Done));
    assert_eq!(two.update_request(&b, NOW).await, Ok(Saved::Done));
    let (first, second) = tokio::join!(one.update_request(&b, NOW), two.update_request(&a, NOW));
    let refused = [&first, &second].into_iter().filter(|r| **r == Err(Error::Busy)).count();
    assert!(refused >= 1, "{first:?} {second:?}");
}

#[tokio::test]
async fn no_message_tells_a_password() {
    let Some(server) = Postgres::start() else { return };
    let good = server.address("absent");
    let secret = good.replace("abide@", "abide:geheim@");
    for address in
        [secret.as_str(), "postgres://geheim:geheim@[", "postgres://:geheim@127.0.0.1:x/y"]
    {
        let error = Records::open(address).await.unwrap_err();
        assert!(matches!(error, Error::Open { .. }), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("geheim"), "{error}");
    }
}

#[tokio::test]
async fn a_full_disk_is_told_until_there_is_room_again() {
    let Some(mut server) = Postgres::start_on_disk(120) else { return };
    let records = Records::open(&server.database("one")).await.unwrap();
    server.fill(0);
    let mut written = Ok(());
    for n in 0..2000 {
        written = record(&records, &n.to_string()).await.map(drop);
        if written.is_err() {
            break;
        }
    }
    let error = written.unwrap_err();
    assert!(matches!(error, Error::Full { .. }) && error.is_temporary(), "{error:?}");
    assert!(error.to_string().contains("make room"), "{error}");
    server.give_room();
    assert_eq!(record(&records, "later").await, Ok(Outcome::New));
}
