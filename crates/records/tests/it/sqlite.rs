//! SQLite: the shared suite, and what only this backend can get wrong.

use std::path::PathBuf;
use std::pin::Pin;

use abide_policy::version::Hash;
use abide_policy::vocab::RequestState;
use abide_records::requests::{Request, Saved};
use abide_records::{Error, New, Outcome, Records};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};

use crate::suite::{self, NOW};

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }
    fn file(&self) -> PathBuf {
        self.0.path().join("deep/er/records.db")
    }
    /// Another program that opens the same file.
    async fn connect(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.file()).connect().await.unwrap()
    }
}

impl suite::Place for Place {
    fn open(&self) -> Pin<Box<dyn Future<Output = Records> + Send + '_>> {
        Box::pin(async { Records::open(self.file()).await.unwrap() })
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

async fn with_one_version(place: &Place) -> Records {
    let records = Records::open(&place.file()).await.unwrap();
    let mut writing = records.write().await.unwrap();
    let new = New {
        name: &"site".parse().unwrap(),
        version: &"1".parse().unwrap(),
        effective: jiff::civil::date(2026, 1, 1),
        hash: Hash::of("confidential"),
        source: "confidential",
        recorded_at: 1,
    };
    assert_eq!(writing.record(&new).await, Ok(Outcome::New));
    writing.commit().await.unwrap();
    records
}

#[tokio::test(flavor = "multi_thread")]
async fn passes_the_suite() {
    suite::run(Place::new).await;
}

#[tokio::test]
async fn no_program_can_change_a_published_version() {
    let place = Place::new();
    let records = with_one_version(&place).await;
    let mut stranger = place.connect().await;
    for sql in [
        "UPDATE policy_version SET source = x'00'",
        "UPDATE policy_version SET recorded_at = 2",
        "DELETE FROM policy_version",
        "INSERT OR REPLACE INTO policy_version SELECT * FROM policy_version",
        "INSERT OR REPLACE INTO policy_version (name, version, effective, sha256, source, recorded_at) SELECT name, version, effective, sha256, x'00', 2 FROM policy_version",
        "REPLACE INTO policy_version (seq, name, version, effective, sha256, source, recorded_at) SELECT seq, name, '2', effective, sha256, x'00', 2 FROM policy_version",
    ] {
        let refused = sqlx::query(sql).execute(&mut stranger).await.unwrap_err();
        assert!(refused.to_string().contains("a published version"), "{sql}: {refused}");
    }
    let all = records.all().await.unwrap();
    assert_eq!(all.first().map(|v| v.source.as_str()), Some("confidential"));
}

#[tokio::test]
async fn a_damaged_text_is_noticed_and_not_quoted() {
    let place = Place::new();
    let records = with_one_version(&place).await;
    let mut stranger = place.connect().await;
    for sql in ["DROP TRIGGER policy_version_keeps", "UPDATE policy_version SET source = x'6C6965'"]
    {
        sqlx::query(sql).execute(&mut stranger).await.unwrap();
    }
    let error = records.all().await.unwrap_err();
    assert_eq!(error, Error::Damaged { table: "policy_version", key: "site@1".into() });
    assert!(!format!("{error} {error:?}").contains("lie"));
}

#[tokio::test]
async fn settings_hold_on_every_connection() {
    let place = Place::new();
    let records = with_one_version(&place).await;
    drop(records);
    let mut stranger = place.connect().await;
    let mode: String =
        sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut stranger).await.unwrap();
    assert_eq!(mode, "wal");
}

#[tokio::test]
async fn a_file_of_another_kind_is_refused() {
    let place = Place::new();
    std::fs::create_dir_all(place.file().parent().unwrap()).unwrap();
    std::fs::write(place.file(), "this is no database, but a text of some length, ".repeat(50))
        .unwrap();
    let error = Records::open(&place.file()).await.unwrap_err();
    assert!(matches!(error, Error::Open { .. }), "{error:?}");
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    let place = Place::new();
    with_one_version(&place).await.close().await.unwrap();
    let mut stranger = place.connect().await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'00', 0)";
    sqlx::query(newer).execute(&mut stranger).await.unwrap();
    assert_eq!(Records::open(&place.file()).await.unwrap_err(), Error::Newer);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_can_start_on_a_new_file_at_once() {
    for _ in 0..10 {
        let place = Place::new();
        let file = place.file();
        let opened: Vec<_> = (0..8)
            .map(|_| {
                tokio::spawn({
                    let file = file.clone();
                    async move { Records::open(&file).await }
                })
            })
            .collect();
        for open in opened {
            open.await.unwrap().unwrap();
        }
    }
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_an_error_for_people() {
    let place = Place::new();
    let file = place.0.path().join("file");
    std::fs::write(&file, "").unwrap();
    let error = Records::open(&file.join("records.db")).await.unwrap_err();
    assert!(matches!(error, Error::Folder { .. } | Error::Open { .. }), "{error:?}");
    assert!(error.to_string().contains("records"), "{error}");
}

#[tokio::test]
async fn what_is_forgotten_is_in_no_byte_of_the_closed_file() {
    let place = Place::new();
    let held = |name: &str| {
        let bytes = std::fs::read(place.0.path().join("deep/er").join(name)).unwrap_or_default();
        bytes.windows(16).any(|w| w == b"jana@example.com")
    };
    let records = Records::open(place.file()).await.unwrap();
    let request = Request { state: RequestState::Done, ..suite::add(&records, "r1", 1).await };
    let saved = suite::write(&records, async |w| w.update_request(&request, NOW).await).await;
    assert_eq!(saved, Ok(Saved::Done));
    records.close().await.unwrap();
    assert!(held("records.db"), "this test looks in the right place");
    let records = Records::open(place.file()).await.unwrap();
    let saved = suite::write(&records, async |w| w.forget_subject(&request.id, NOW).await).await;
    assert_eq!(saved, Ok(Saved::Done));
    records.close().await.unwrap();
    assert!(!held("records.db") && !held("records.db-wal"));
}

/// They say who asked and what: nobody else on the machine reads them, not even after a version that left them open.
#[cfg(unix)]
#[tokio::test]
async fn only_their_owner_reads_the_records() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join(".abide");
    let all = ["", "records.db", "records.db-wal", "records.db-shm"];
    let rights = || all.map(|n| folder.join(n).metadata().unwrap().permissions().mode() & 0o777);
    let only = [0o700, 0o600, 0o600, 0o600];
    let records = Records::open(folder.join("records.db")).await.unwrap();
    suite::add(&records, "r1", 1).await;
    assert_eq!(rights(), only);
    for (name, mode) in all.iter().zip([0o755, 0o644, 0o664, 0o644]) {
        let wide = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(folder.join(name), wide).unwrap();
    }
    let again = Records::open(folder.join("records.db")).await.unwrap();
    assert_eq!(rights(), only);
    // Locks of the first are not let go of by opening the file again.
    suite::add(&again, "r2", 1).await;
    suite::add(&records, "r3", 1).await;

    // A folder that is there may be for more than the records.
    let shared = place.path().join("shared");
    std::fs::create_dir(&shared).unwrap();
    std::fs::set_permissions(&shared, std::fs::Permissions::from_mode(0o755)).unwrap();
    let _elsewhere = Records::open(shared.join("records.db")).await.unwrap();
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&shared), mode(&shared.join("records.db"))), (0o755, 0o600));
}
