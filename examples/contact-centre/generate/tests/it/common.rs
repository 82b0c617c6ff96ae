//! A centre to look at, and questions to its database.

use std::path::{Path, PathBuf};

use abide_example_centre::load::Index;
use abide_example_centre::{Order, generate};
use serde_json::Value as Json;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Row};
use tempfile::TempDir;

pub(crate) const ORDER: Order = Order {
    calls: 1_000,
    seed: 1,
    today: jiff::civil::date(2026, 11, 26),
    media: 20,
    index: Index::Full,
};

/// A centre of a test's own.
pub(crate) struct Centre {
    folder: TempDir,
}

impl Centre {
    pub(crate) fn new(order: &Order) -> Self {
        let folder = TempDir::new().unwrap();
        generate(order, folder.path(), None).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn truth(&self) -> Json {
        let text = std::fs::read_to_string(self.path().join("truth.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// What a query gives: values between `|`, rows between line ends, as PostgreSQL's client prints them.
    pub(crate) fn ask(&self, sql: &str) -> String {
        let options =
            SqliteConnectOptions::new().filename(self.path().join("centre.db")).read_only(true);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut database = options.connect().await.unwrap();
            let sql = AssertSqlSafe(sql.to_owned());
            let rows = sqlx::query(sql).fetch_all(&mut database).await.unwrap();
            rows.iter().map(|row| line(row) + "\n").collect()
        })
    }
}

fn line(row: &sqlx::sqlite::SqliteRow) -> String {
    let value = |at| row.get_unchecked::<Option<String>, usize>(at).unwrap_or_default();
    (0..row.len()).map(value).collect::<Vec<_>>().join("|")
}

/// All files below a folder, in order.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}
