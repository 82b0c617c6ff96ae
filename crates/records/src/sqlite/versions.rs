//! The table `policy_version`.

use abide_policy::text::Id;
use abide_policy::version::Hash;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{Row, SqliteConnection};

use super::failure;
use crate::{Error, New, Outcome, Recorded};

/// Every version of a policy, in the order of recording.
pub(super) async fn of(readers: &SqlitePool, name: &Id) -> Result<Vec<Recorded>, Error> {
    let rows = sqlx::query(
        "SELECT name, version, effective, sha256, source, recorded_at FROM policy_version WHERE name = ? ORDER BY seq",
    )
    .bind(name.as_str())
    .fetch_all(readers)
    .await;
    rows.map_err(|e| failure("read", &e))?.iter().map(recorded).collect()
}

/// Every version, in the order of recording.
pub(super) async fn all(readers: &SqlitePool) -> Result<Vec<Recorded>, Error> {
    let rows = sqlx::query(
        "SELECT name, version, effective, sha256, source, recorded_at FROM policy_version ORDER BY seq",
    )
    .fetch_all(readers)
    .await;
    rows.map_err(|e| failure("read", &e))?.iter().map(recorded).collect()
}

/// Records a version unless one of its name is there.
pub(super) async fn record(db: &mut SqliteConnection, new: &New<'_>) -> Result<Outcome, Error> {
    if let Some(recorded) = recorded_hash(db, new).await? {
        let same = recorded == new.hash;
        return Ok(if same { Outcome::AlreadyThere } else { Outcome::Conflict { recorded } });
    }
    let inserted = sqlx::query(
        "INSERT INTO policy_version (name, version, effective, sha256, source, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(new.name.as_str())
    .bind(new.version.as_str())
    .bind(new.effective.to_string())
    .bind(new.hash.to_string())
    .bind(new.source.as_bytes())
    .bind(new.recorded_at)
    .execute(db)
    .await;
    inserted.map(|_| Outcome::New).map_err(|e| failure("written", &e))
}

/// The hash recorded under this name and version, computed from the text, not believed.
async fn recorded_hash(db: &mut SqliteConnection, new: &New<'_>) -> Result<Option<Hash>, Error> {
    let row = sqlx::query(
        "SELECT name, version, effective, sha256, source, recorded_at FROM policy_version WHERE name = ? AND version = ?",
    )
    .bind(new.name.as_str())
    .bind(new.version.as_str())
    .fetch_optional(db)
    .await
    .map_err(|e| failure("read", &e))?;
    row.map(|r| recorded(&r).map(|v| v.hash)).transpose()
}

/// A row as a value; what does not match its hash is damaged.
fn recorded(row: &SqliteRow) -> Result<Recorded, Error> {
    let text = |column| row.try_get::<String, _>(column).map_err(|e| failure("read", &e));
    let (name, version) = (text("name")?, text("version")?);
    let damaged = || Error::Damaged { name: name.clone(), version: version.clone() };
    let source: Vec<u8> = row.try_get("source").map_err(|_| damaged())?;
    let source = String::from_utf8(source).map_err(|_| damaged())?;
    let hash = Hash::of(&source);
    if hash.to_string() != text("sha256")? {
        return Err(damaged());
    }
    Ok(Recorded {
        effective: text("effective")?.parse().map_err(|_| damaged())?,
        recorded_at: row.try_get("recorded_at").map_err(|_| damaged())?,
        name: name.parse().map_err(|_| damaged())?,
        version: version.parse().map_err(|_| damaged())?,
        hash,
        source,
    })
}
